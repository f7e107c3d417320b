// What is typed into a form, kept on this device until it is saved or discarded: closing the form, another page, a reload or a lost network lose nothing.
import { untrack } from 'svelte';
import { announce } from './announce.svelte';
import { keepsNow } from './offline/typed';
import { viewer } from './session.svelte';
import { say } from './texts.svelte';
import { keeps } from './unkept';

interface Holds<T> {
  /** What is typed now; null where nothing differs from what the form began with. */
  read: () => T | null;
  /** Puts in what was kept. True where others have changed the same since. */
  put: (kept: T) => boolean;
  /** The form as it began. */
  reset: () => void;
}
const KEEP_MS = 250;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export class Typed<T> {
  /** When that was typed which stands here again; null where nothing was kept. */
  since = $state<number | null>(null);
  clash = $state(false);
  private readonly store;
  private read = false;
  private over = false;
  private last = 'null';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `form` is the name of the form among all, such as `plans/ID/objective/ID`. Made while its component begins. */
  constructor(form: string, private readonly holds: Holds<T>) {
    this.store = keepsNow<T>(viewer()?.id ?? '', form);
    void this.begin();
    $effect(() => {
      const now = JSON.stringify(this.holds.read());
      if (!this.read || this.over || now === this.last) return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.keepNow(), KEEP_MS);
    });
    // However the form is left, what was typed is kept first.
    $effect(() => {
      const hidden = () => document.visibilityState === 'hidden' && void this.keepNow();
      const gone = keeps(this.keepNow);
      document.addEventListener('visibilitychange', hidden);
      return () => {
        gone();
        document.removeEventListener('visibilitychange', hidden);
        void this.keepNow();
      };
    });
  }

  private async begin(): Promise<void> {
    const kept = await this.store.get().catch(() => undefined);
    // Whoever types before the device has answered goes on with that.
    if (kept && untrack(() => this.holds.read()) === null) {
      this.clash = this.holds.put(kept.data);
      this.since = kept.at;
      this.last = JSON.stringify(untrack(() => this.holds.read()));
    }
    this.read = true;
  }

  keepNow = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    const typed = untrack(() => this.holds.read());
    const now = JSON.stringify(typed);
    if (this.over || !this.read || now === this.last) return true;
    this.last = now;
    return this.store.put(typed === null ? null : (JSON.parse(now) as T)).then(() => true, () => false);
  };
  /** It is on the server. */
  done = async (): Promise<void> => {
    this.over = true;
    clearTimeout(this.timer);
    await this.store.put(null).catch(() => null);
  };
  discard = async (): Promise<void> => {
    this.holds.reset();
    this.since = null;
    this.clash = false;
    this.last = 'null';
    await this.store.put(null).catch(() => null);
    announce(say('typed-discarded'));
  };
}

/** The same for a form of fields: what others changed meanwhile comes in wherever nothing was typed. */
export function typedFields<S extends object>(form: string, read: () => S, write: (fields: S) => void): Typed<{ base: S; mine: S }> {
  const copy = (fields: S) => JSON.parse(JSON.stringify(fields)) as S;
  const begun = untrack(() => copy(read()));
  return new Typed<{ base: S; mine: S }>(form, {
    read: () => {
      const mine = copy(read());
      return same(mine, begun) ? null : { base: begun, mine };
    },
    put: ({ base, mine }) => {
      const merged = copy(begun);
      let clash = false;
      for (const field of Object.keys(begun) as (keyof S)[]) {
        if (!(field in mine) || same(mine[field], base[field])) continue;
        merged[field] = mine[field];
        clash ||= !same(base[field], begun[field]) && !same(mine[field], begun[field]);
      }
      write(merged);
      return clash;
    },
    reset: () => write(copy(begun)),
  });
}
