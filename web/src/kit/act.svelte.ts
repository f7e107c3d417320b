// Something a person does to what the server holds: whether it is under way, and in their language why it did not work.
import { announce } from './announce.svelte';
import { Refused, Stopped } from './graphql';
import { say } from './texts.svelte';

/** Why something failed, as it is told. The server's own words are in the reader's language already. */
export function failure(error: unknown): string {
  if (!(error instanceof Refused)) return say('error-failed');
  if (error.code === 'OFFLINE') return say('error-offline-act');
  // Of other conflicts the server tells more: which step may be taken, and what is in the way.
  if (error.code === 'CONFLICT' && (error.field === 'baseVersion' || !error.message)) return say('error-changed');
  return error.message || say('error-failed');
}

/** Finds the field of a form that the server names, whose ids are FORM-FIELD; else what is said is about `otherwise`. */
export const within = (form: string, otherwise: string) => (field?: string): string => {
  const named = `${form}-${field?.split('.')[0]}`;
  return document.getElementById(named) ? named : otherwise;
};

export class Act {
  busy = $state(false);
  problems = $state.raw<{ id: string; text: string }[]>([]);

  /** What is said of a field. */
  of(id: string): string | undefined {
    return this.problems.find((problem) => problem.id === id)?.text;
  }

  /** Does it, and says that it is done; `at` is the field that a failure is about, or finds it by the server's name for it. True when it worked. */
  async run(work: () => Promise<unknown>, done?: string, at: string | ((field?: string) => string) = 'main'): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problems = [];
    try {
      await work();
      if (done) announce(done);
      return true;
    } catch (error) {
      const id = typeof at === 'string' ? at : at(error instanceof Refused ? error.field : undefined);
      if (error instanceof Stopped) {
        announce(say('progress-stopped'));
        document.getElementById(id)?.focus();
      } else this.problems = [{ id, text: failure(error) }];
      return false;
    } finally {
      this.busy = false;
    }
  }
}
