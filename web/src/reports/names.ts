// What ids are called, from what was read before: it is there without a network, too.
import { open } from '../kit/offline/db';
import { partsOf } from '../kit/offline/merge';
import { UNKNOWN, figure } from '../kit/numbers';
import { language, say } from '../kit/texts.svelte';

export type Names = Map<string, string>;

export async function namesFor(user: string): Promise<Names> {
  const found: Names = new Map();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') {
      const one = value as Record<string, unknown>;
      const name = one.label ?? one.name;
      if (typeof one.id === 'string' && typeof name === 'string') found.set(one.id, name);
      Object.values(one).forEach(visit);
    }
  };
  for (const read of await (await open()).getAllFromIndex('reads', 'user', user)) visit(read.data);
  return found;
}

/** What a difference is about, in words. */
export function about(key: string, names: Names): string {
  const { row, category, field } = partsOf(key);
  const [activity = '', , area = '', site = ''] = row.split('|');
  return [names.get(activity), names.get(site) ?? names.get(area), category && names.get(category), say(`field-${field}`)].filter(Boolean).join(', ');
}

/** A value of a difference, in words. */
export function shown(key: string, text: string | null, names: Names): string {
  if (text === null) return UNKNOWN;
  const value = JSON.parse(text) as unknown;
  const { field } = partsOf(key);
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
  if (field === 'status') return say(`row-status-${String(value)}`);
  if (field === 'projectId') return names.get(String(value)) ?? UNKNOWN;
  return typeof value === 'number' || ['value', 'denominator', 'units', 'amount'].includes(field) ? figure(language(), value as number) : String(value);
}
