// Ratings of a draft as somebody gives them: kept on the device at once, sent as soon as it goes, and never over what somebody else said meanwhile.
import { failure } from '../kit/act.svelte';
import { Refused, type ResultOf } from '../kit/graphql';
import { newId } from '../kit/ids';
import { keep, kept } from '../kit/offline/db';
import { ask, viewer } from '../kit/session.svelte';
import { CHECKLIST, RATE } from './reading';
import type { Rating } from './states';

export type Checklist = NonNullable<ResultOf<typeof CHECKLIST>['checklist']>;
export interface Said {
  rating: Rating;
  reason: string;
  note: string;
}
export type Sending = 'saved' | 'waiting' | 'sending' | 'device' | 'refused';

const WAIT_MS = 700;
const AGAIN_MS = 30_000;
export const same = (one: Said, other: Said): boolean => one.rating === other.rating && one.reason === other.reason && one.note === other.note;
const saidOf = (checklist: Checklist): Map<string, Said> =>
  new Map(checklist.standards.flatMap((standard) => standard.items.map((item) => [item.code, { rating: item.rating, reason: item.reason ?? '', note: item.note ?? '' }] as const)));
const lacksReason = (said: Said) => said.rating === 'NOT_APPLICABLE' && !said.reason.trim();

/** Where the device keeps what was said of a checklist and not sent. */
export const placeOf = (checklistId: string): string => `ratings:${viewer()?.id ?? ''}:${checklistId}`;

export class Ratings {
  /** What was said here and has not reached the server. */
  mine = $state<Record<string, Said>>({});
  /** What somebody else said of the same meanwhile. */
  theirs = $state<Record<string, Said>>({});
  state = $state<Sending>('saved');
  message = $state('');
  private base = new Map<string, Said>();
  private version: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;
  private readonly key: string;

  constructor(
    private checklist: Checklist,
    private readonly again: () => void,
  ) {
    this.base = saidOf(checklist);
    this.version = checklist.version;
    this.key = placeOf(checklist.id);
    void kept<Record<string, Said>>(this.key).then((found) => {
      if (!found || !Object.keys(found).length) return;
      this.mine = { ...found, ...this.mine };
      this.later(0);
    });
    addEventListener('online', this.now);
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    removeEventListener('online', this.now);
  }

  of = (code: string): Said => this.mine[code] ?? this.base.get(code) ?? { rating: 'NOT_ASSESSED', reason: '', note: '' };
  /** Those that cannot be sent because they lack a reason. */
  get lacking(): string[] {
    return Object.keys(this.mine).filter((code) => lacksReason(this.of(code)));
  }
  get unsent(): number {
    return Object.keys(this.mine).length;
  }

  say(code: string, change: Partial<Said>): void {
    this.mine[code] = { ...this.of(code), ...change };
    this.state = 'waiting';
    void keep(this.key, $state.snapshot(this.mine));
    this.later(WAIT_MS);
  }

  /** Decides between the two: mine goes over theirs, knowingly. */
  decide(code: string, takeMine: boolean): void {
    delete this.theirs[code];
    if (!takeMine) delete this.mine[code];
    void keep(this.key, $state.snapshot(this.mine));
    this.later(0);
  }

  now = (): void => this.later(0);
  private later(wait: number): void {
    clearTimeout(this.timer);
    if (!this.ended) this.timer = setTimeout(() => void this.send(), wait);
  }

  /** Sends what can be sent. True when nothing is left here. */
  async send(): Promise<boolean> {
    if (this.state === 'sending') return false;
    const codes = Object.keys(this.mine).filter((code) => !lacksReason(this.of(code)) && !this.theirs[code]);
    if (!codes.length) {
      if (!this.unsent) this.state = 'saved';
      return this.unsent === 0;
    }
    const sent = Object.fromEntries(codes.map((code) => [code, { ...this.of(code) }]));
    const ratings = codes.map((code) => ({ code, rating: this.of(code).rating, reason: this.of(code).rating === 'NOT_APPLICABLE' ? this.of(code).reason.trim() : null, note: this.of(code).note.trim() || null }));
    this.state = 'sending';
    try {
      this.version = (await ask(RATE, { input: { clientMutationId: newId(), checklistId: this.checklist.id, baseVersion: this.version, ratings } })).rateChecklist.version;
      for (const [code, said] of Object.entries(sent)) {
        this.base.set(code, said);
        if (same(this.of(code), said)) delete this.mine[code];
      }
      await keep(this.key, $state.snapshot(this.mine));
      this.state = this.unsent ? 'waiting' : 'saved';
      this.message = '';
      if (this.unsent > this.lacking.length) this.later(WAIT_MS);
      else this.again();
    } catch (error) {
      await this.failed(error);
    }
    return this.unsent === 0;
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof Refused && error.code === 'CONFLICT') return this.meet();
    this.message = failure(error);
    this.state = error instanceof Refused && (error.passes || error.code === 'UNAUTHENTICATED') ? 'device' : 'refused';
    if (this.state === 'device') this.later(AGAIN_MS);
  }

  /** Somebody changed the checklist: what they said of other things stands, of the same a person decides. */
  private async meet(): Promise<void> {
    this.state = 'waiting';
    const found = (await ask(CHECKLIST, { id: this.checklist.id }).catch(() => null))?.checklist;
    if (!found) return this.later(AGAIN_MS);
    if (found.status !== 'DRAFT') {
      this.state = 'refused';
      return this.again();
    }
    const now = saidOf(found);
    for (const code of Object.keys(this.mine)) {
      const [said, was] = [now.get(code), this.base.get(code)];
      if (said && was && !same(said, was) && !same(said, this.of(code))) this.theirs[code] = said;
    }
    this.base = now;
    this.version = found.version;
    this.later(0);
  }

  /** Takes in what was read anew; what was said here stays. */
  take(checklist: Checklist): void {
    if (checklist.version < this.version) return;
    this.checklist = checklist;
    if (this.unsent) return;
    this.base = saidOf(checklist);
    this.version = checklist.version;
  }
  get baseVersion(): number {
    return this.version;
  }
}
