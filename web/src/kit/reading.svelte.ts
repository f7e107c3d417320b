// A read with a memory: shows what was read last while it asks, and without a network says from when it is.
import { untrack } from 'svelte';
import { Refused, textOf, type Document } from './graphql';
import { keepRead, keptRead } from './offline/db';
import { ask, viewer } from './session.svelte';
import { language } from './texts.svelte';

export class Reading<R, V> {
  data = $state.raw<R | null>(null);
  /** What was asked for when `data` was the answer. */
  answers: V | null = null;
  error = $state.raw<Refused | null>(null);
  /** When the data was read, where it is an older copy. */
  copyFrom = $state<number | null>(null);
  loading = $state(true);
  private turn = 0;

  /** Reads what `variables` say, and anew when they change; null waits. */
  constructor(private readonly document: Document<R, V>, private readonly variables: () => V | null) {
    $effect(() => {
      const now = variables();
      // Names come in the reader's language.
      language();
      if (now) untrack(() => void this.read(now));
    });
  }

  again = (): void => {
    const now = this.variables();
    if (now) void this.read(now);
  };

  private async read(variables: V): Promise<void> {
    const turn = ++this.turn;
    const user = viewer()?.id ?? '';
    const key = JSON.stringify([textOf(this.document as Document<unknown, never>), variables]);
    this.loading = true;
    try {
      const data = await ask(this.document, variables);
      if (turn !== this.turn) return;
      this.answers = variables;
      this.data = data;
      this.error = null;
      this.copyFrom = null;
      await keepRead(user, key, data, Date.now()).catch(() => null);
    } catch (cause) {
      const kept = await keptRead(user, key).catch(() => undefined);
      if (turn !== this.turn) return;
      const error = cause instanceof Refused ? cause : new Refused('INTERNAL', String(cause));
      if (kept && (error.passes || error.code === 'UNAUTHENTICATED')) {
        this.answers = variables;
        this.data = kept.data as R;
        this.copyFrom = kept.at;
        this.error = null;
      } else this.error = error;
    } finally {
      if (turn === this.turn) this.loading = false;
    }
  }
}
