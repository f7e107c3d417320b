// What a change changed: a record before and after, field by field.
export interface Field {
  name: string;
  before: string | null;
  after: string | null;
}

/** Said by every record, and of use to nobody who reads what changed. */
const NOISE = new Set(['version', 'updated_at', 'created_at', 'id']);

function flat(value: unknown, name: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined || value === '') return into;
  if (typeof value === 'object') for (const [key, inner] of Object.entries(value)) flat(inner, name ? `${name}.${Array.isArray(value) ? Number(key) + 1 : key}` : key, into);
  else into.set(name, String(value));
  return into;
}
const read = (text: string | null): Map<string, string> => {
  try {
    return flat(text === null ? null : JSON.parse(text), '', new Map());
  } catch {
    return new Map([['', text ?? '']]);
  }
};

/** The fields that differ, in the order of the record; of a new or a removed one all of them. */
export function fields(before: string | null, after: string | null): Field[] {
  const [was, is] = [read(before), read(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((name) => !NOISE.has(name.split('.').at(-1) ?? '') && was.get(name) !== is.get(name))
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }));
}

/** A field's name as words. */
export const worded = (name: string): string => name.replaceAll('_', ' ').replaceAll('.', ' › ');
