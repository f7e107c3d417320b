// The client's texts in one language: web.ftl for every screen, web-ROOM.ftl for the screens of a room, fetched when they are needed. English stands
// in for nothing: a missing text fails the build.
import type { FluentBundle, FluentVariable } from '@fluent/bundle';
import { untrack } from 'svelte';
import { LANGUAGES, figure, type Language } from './numbers';
import { EVERYWHERE, Shelf } from './shelf';

const files = import.meta.glob<string>('../../../locales/*/web*.ftl', { query: '?raw', import: 'default' });
const shelf = new Shelf((language, room) => files[`../../../locales/${language}/web${room === EVERYWHERE ? '' : `-${room}`}.ftl`]);
const KEPT = 'darasa.language';
let bundle = $state.raw<FluentBundle | null>(null);
let current = $state<Language>('en');
/** The language that was asked for last: one that comes late does not take its place. */
let wanted: Language = 'en';

const known = (language: string | null | undefined): Language | undefined => LANGUAGES.find((one) => one === language?.slice(0, 2));

/** The language that this device was last used in, else the browser's. */
export const preferred = (): Language => known(localStorage.getItem(KEPT)) ?? navigator.languages.map(known).find(Boolean) ?? 'en';
/** Whether somebody chose a language on this device. */
export const wasChosen = (): boolean => localStorage.getItem(KEPT) !== null;
export const language = (): Language => current;

/** Speaks a language from now on, in its direction, once all that is on the screen can be said in it. */
export async function speak(next: Language, keep = false): Promise<void> {
  wanted = next;
  for (let missing = shelf.missing(next); missing.length; missing = shelf.missing(next)) await Promise.all(missing.map((room) => shelf.bring(next, room)));
  // The language that comes first is better than none.
  if (wanted !== next && bundle) return;
  bundle = shelf.of(next);
  current = next;
  if (keep) localStorage.setItem(KEPT, next);
  document.documentElement.lang = next;
  document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
}

/** Has a room's texts at hand, before one of its screens is shown; also when another language is chosen meanwhile. */
export async function learn(room: string): Promise<void> {
  const spoken = untrack(() => current);
  await shelf.bring(spoken, room);
  if (spoken !== current) await learn(room);
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
