// What a change changed: a record before and after, field by field.
import { LANGUAGE_NAMES, LANGUAGES } from '../kit/numbers';

export interface Field {
  name: string;
  before: string | null;
  after: string | null;
}

/** Said by every record, and of use to nobody who reads what changed; and what is there for programs to compare. */
const NOISE = new Set(['version', 'updated_at', 'created_at', 'id', 'hash', 'content_hash']);

function flat(value: unknown, name: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined || value === '') return into;
  if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${Array.isArray(value) ? Number(key) + 1 : key}` : key, into);
  else into.set(name, String(value));
  return into;
}
const read = (text: string | null): unknown => {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return text;
  }
};

/** Where one side has the record inside of more, as a report stands beside its rows: its fields, so that each is told beside what it was. */
function unwrapped(one: unknown, other: unknown): unknown {
  if (typeof one !== 'object' || !one || typeof other !== 'object' || !other || Array.isArray(other)) return one;
  const names = Object.keys(other);
  const held = Object.entries(one).find(([, inner]) => typeof inner === 'object' && inner && names.filter((name) => name in inner).length > names.length / 2);
  if (!held) return one;
  return { ...held[1], ...Object.fromEntries(Object.entries(one).filter(([name]) => name !== held[0])) };
}

/** The fields that differ, in the order of the record; of a new or a removed one all of them. */
export function fields(before: string | null, after: string | null): Field[] {
  const [first, last] = [read(before), read(after)];
  const [was, is] = [flat(unwrapped(first, last), '', new Map<string, string>()), flat(unwrapped(last, first), '', new Map<string, string>())];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => !name.split('.').some((part) => NOISE.has(part)) && was.get(name) !== is.get(name))
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }));
}

const tongue = (part: string): string | null => {
  const spoken = LANGUAGES.find((one) => one === part);
  return spoken ? LANGUAGE_NAMES[spoken] : null;
};

/** The way to a field in words, part by part: `known` has those of the fields. A number is a place in a list and stays one. */
export const worded = (path: string, known: (part: string) => string | null): string =>
  path.split('.').map((part) => known(part) ?? tongue(part) ?? part.replaceAll('_', ' ')).join(' › ');
