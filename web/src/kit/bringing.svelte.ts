// A file on its way to the server or from it, and what the server makes of it: how far that is, since when, and how to stop it.
import { take, upload } from './files';
import { graphql, Refused, Stopped, type Patience } from './graphql';
import { ask } from './session.svelte';
import { say } from './texts.svelte';

const WORK = graphql('query Work($key: UUID!) { work(clientMutationId: $key) { stage done rows } }');
const STOP = graphql('mutation StopWork($input: StopWorkInput!) { stopWork(input: $input) }');
/** How often the server is asked how far it is. */
const ASK_MS = 1_000;
const STAGES = { READING: 'progress-read', CHECKING: 'progress-check', COMPARING: 'progress-compare', WRITING: 'progress-take' };

/** What is under way. */
export interface Step {
  text: string;
  /** How much of how much; null while nobody knows. */
  done: number | null;
  total: number | null;
  /** Whether that is counted in bytes. */
  bytes: boolean;
  since: number;
}

/** The server gives a file of many rows two minutes. */
const LONG_MS = 140_000;

export class Bringing {
  step = $state.raw<Step | null>(null);
  private ending: (() => void) | null = null;
  private waiting: AbortController | null = null;

  /** Brings a file. Returns its id. */
  file(file: File): Promise<string> {
    return this.stoppable({ text: say('progress-upload'), done: 0, total: file.size, bytes: true }, ({ signal }) =>
      upload(file, { signal, moved: (done, total) => this.tell({ done, total }) }),
    );
  }
  /** Takes a file from the server to the person. */
  download(path: string, name: string): Promise<void> {
    return this.stoppable({ text: say('progress-download'), done: 0, total: null, bytes: true }, ({ signal }) => take(path, name, { signal, moved: (done, total) => this.tell({ done, total }) }));
  }
  /** Waits while the server looks at a file and writes nothing. */
  look<T>(work: (patience: Patience) => Promise<T>): Promise<T> {
    return this.stoppable({ text: say('progress-check'), done: null, total: null, bytes: false }, work);
  }
  /** Waits for a change of this key, which the server tells how far it is. It goes on there even if nobody waits: only the server can stop it. */
  async take<T>(key: string, work: (patience: Patience) => Promise<T>): Promise<T> {
    let stopped = false;
    this.ending = () => void ask(STOP, { input: { work: key } }).then(({ stopWork }) => (stopped ||= stopWork), () => {});
    const asking = setInterval(() => void ask(WORK, { key }).then(({ work }) => work && this.tell({ text: say(STAGES[work.stage]), done: work.rows && work.done, total: work.rows }), () => {}), ASK_MS);
    try {
      return await this.during({ text: say('progress-read'), done: null, total: null, bytes: false }, () => work({ waitMs: LONG_MS }));
    } catch (error) {
      throw stopped && error instanceof Refused && error.code === 'CONFLICT' ? new Stopped() : error;
    } finally {
      clearInterval(asking);
    }
  }
  /** Says how far it is. */
  private tell(what: Partial<Omit<Step, 'since'>>): void {
    if (this.step) this.step = { ...this.step, ...what };
  }
  stop = (): void => this.ending?.();
  /** Waits no more, because nobody looks: what the server has begun goes on. */
  leave = (): void => this.waiting?.abort();

  private stoppable<T>(step: Omit<Step, 'since'>, work: (patience: Patience & { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const waiting = (this.waiting = new AbortController());
    this.ending = () => waiting.abort();
    return this.during(step, () => work({ signal: waiting.signal, waitMs: LONG_MS }));
  }
  private async during<T>(step: Omit<Step, 'since'>, work: () => Promise<T>): Promise<T> {
    this.step = { ...step, since: Date.now() };
    try {
      return await work();
    } finally {
      [this.step, this.ending, this.waiting] = [null, null, null];
    }
  }
}
