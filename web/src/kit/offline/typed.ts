// What forms keep on the device, each under its own name. A key names the person: nobody else sees it, and it is wiped with what they wipe.
import { keep, kept, open } from './db';

export interface Kept<T> {
  data: T;
  at: number;
}
const keyOf = (user: string, form: string) => `typed:${user}:${form}`;

/** Keeps what is typed into one form; null forgets it. */
export const keepsNow = <T>(user: string, form: string) => ({
  get: () => kept<Kept<T>>(keyOf(user, form)),
  put: async (data: T | null) => (data === null ? (await open()).delete('meta', keyOf(user, form)) : keep(keyOf(user, form), { data, at: Date.now() })),
});

/** The forms of which something is kept, whose names begin so, with when. */
export async function formsKept(user: string, begins: string): Promise<{ form: string; at: number }[]> {
  const db = await open();
  const [first, end] = [keyOf(user, begins), keyOf(user, '').length];
  const keys = (await db.getAllKeys('meta')).filter((key) => key.startsWith(first));
  return Promise.all(keys.map(async (key) => ({ form: key.slice(end), at: ((await db.get('meta', key)) as Kept<unknown>).at })));
}
