// Something a person does to what the server holds: whether it is under way, and in their language why it did not work.
import { announce } from './announce.svelte';
import { Refused } from './graphql';
import { say } from './texts.svelte';

/** Why something failed, as it is told. The server's own words are in the reader's language already. */
export function failure(error: unknown): string {
  if (!(error instanceof Refused)) return say('error-failed');
  if (error.code === 'OFFLINE') return say('error-offline-act');
  if (error.code === 'CONFLICT') return say('error-changed');
  return error.message || say('error-failed');
}

export class Act {
  busy = $state(false);
  problems = $state.raw<{ id: string; text: string }[]>([]);

  /**
   * Does it, and says that it is done; `at` is the field that a failure is about. Where the server names the field, it is the one of that name
   * behind `form`. True when it worked.
   */
  async run(work: () => Promise<unknown>, done?: string, at = 'main', form?: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problems = [];
    try {
      await work();
      if (done) announce(done);
      return true;
    } catch (error) {
      const named = form && error instanceof Refused && error.field ? `${form}-${error.field.split('.')[0]}` : at;
      this.problems = [{ id: document.getElementById(named) ? named : at, text: failure(error) }];
      return false;
    } finally {
      this.busy = false;
    }
  }
}
