// What the forms of this room have in common.
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../kit/numbers';
import { say } from '../kit/texts.svelte';

export type Names = Record<Language, string>;

export const noNames = (): Names => ({ en: '', fr: '', es: '', pt: '', ar: '' });
export const namesOf = (list: readonly { language: Language; text: string }[]): Names => ({ ...noNames(), ...Object.fromEntries(list.map((one) => [one.language, one.text])) });
export const listOf = (names: Names): { language: Language; text: string }[] =>
  LANGUAGES.flatMap((language) => (names[language].trim() ? [{ language, text: names[language].trim() }] : []));
export const languageOptions = LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]] as const);

/** What must be filled in and is not: by the field's id. */
export const missing = (fields: [id: string, label: string, value: string][]): { id: string; text: string }[] =>
  fields.filter(([, , value]) => !value.trim()).map(([id, name]) => ({ id, text: say('setup-missing', { name }) }));

/** The field of a form that the server means; the first where it means another. */
export const fieldOf = (prefix: string, known: string[]) => (field?: string): string => {
  const last = known.find((one) => field?.split('.').some((part) => part.replace(/\[.*/, '') === one)) ?? known[0];
  return `${prefix}-${last}`;
};
export const today = (): string => new Date().toISOString().slice(0, 10);
/** Nothing where nothing is written. */
export const orNull = (text: string): string | null => text.trim() || null;
/** The areas from the largest down to one, as they are chosen. */
export const pathOf = (area: { id: string; ancestors: readonly { id: string; level: number }[] } | null): string[] =>
  area ? [...area.ancestors.filter((one) => one.level > 0).sort((one, other) => one.level - other.level).map((one) => one.id), area.id] : [];
