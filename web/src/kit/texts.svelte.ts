// The client's texts: web.ftl of one language, fetched when it is needed. English stands in for nothing: a missing text fails the build.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { LANGUAGES, figure, type Language } from './numbers';

const sources = {
  en: () => import('../../../locales/en/web.ftl?raw'),
  fr: () => import('../../../locales/fr/web.ftl?raw'),
  es: () => import('../../../locales/es/web.ftl?raw'),
  pt: () => import('../../../locales/pt/web.ftl?raw'),
  ar: () => import('../../../locales/ar/web.ftl?raw'),
};
const KEPT = 'darasa.language';
let bundle = $state.raw<FluentBundle | null>(null);
let current = $state<Language>('en');

const known = (language: string | null | undefined): Language | undefined => LANGUAGES.find((one) => one === language?.slice(0, 2));

/** The language that this device was last used in, else the browser's. */
export const preferred = (): Language => known(localStorage.getItem(KEPT)) ?? navigator.languages.map(known).find(Boolean) ?? 'en';
/** Whether somebody chose a language on this device. */
export const wasChosen = (): boolean => localStorage.getItem(KEPT) !== null;
export const language = (): Language => current;

/** Speaks a language from now on, in its direction. */
export async function speak(next: Language, keep = false): Promise<void> {
  const source = (await sources[next]()).default;
  const made = new FluentBundle(next, { useIsolating: true });
  made.addResource(new FluentResource(source));
  bundle = made;
  current = next;
  if (keep) localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
}

/** A text. Numbers are written as the language does and bring their form along: `$count` comes with `$count-form`. */
export function say(key: string, values: Record<string, FluentVariable | null> = {}): string {
  const pattern = bundle?.getMessage(key)?.value;
  if (!bundle || !pattern) return `⟦${key}⟧`;
  const filled: Record<string, FluentVariable> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number') {
      filled[`${name}-form`] = new Intl.PluralRules(current).select(value);
      filled[name] = figure(current, value);
    } else filled[name] = value ?? '—';
  }
  return bundle.formatPattern(pattern, filled);
}
