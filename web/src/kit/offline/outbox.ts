// The outbox: sends what waits, one after the other for a report, until the server has said what became of it. Pure but for what it is given.
import { isSame, merge } from './merge';
import { SCHEMA, type Content, type Parcel, type Receipt } from './kinds';

/** What the server says to a save or a submission. */
export type Outcome =
  | { kind: 'saved'; reportId: string; version: number; status: string }
  | { kind: 'conflict'; theirs: Content; version: number; changedAt: string; changedById: string | null; changedBy?: string | null }
  | { kind: 'locked'; reason: string; theirs: Content | null }
  | { kind: 'invalid'; issues: { row: number | null; reason: string; mend: string }[] };

/** How a request can fail without the server having judged it. */
export class Undelivered extends Error {
  constructor(readonly why: 'later' | 'sign-in' | 'refused', message = '', readonly waitMs = 0) {
    super(message);
  }
}

export interface Post {
  save(parcel: Parcel): Promise<Outcome>;
  submit(parcel: Parcel): Promise<Outcome>;
  put(parcel: Parcel): Promise<void>;
  remove(id: string): Promise<void>;
  /** The server has it: as it was given, and as it came to be by merging. */
  receive(receipt: Receipt, given: Parcel, parcel: Parcel): Promise<void>;
  now(): number;
  newId(): string;
  jitter(): number;
}

const LONGEST_WAIT = 5 * 60_000;
/** Others may change a report again and again; after so many merges a person looks at it. */
const MERGES = 5;

/** How long to wait after so many tries. */
export const wait = (tries: number, jitter: number): number => Math.min(2 ** tries * 1000, LONGEST_WAIT) * (0.75 + jitter / 2);

/** What may be sent now: the oldest of each report, unless it waits for its time, for a person or for a newer client. */
export function ready(parcels: Parcel[], userId: string, now: number): Parcel[] {
  const first = new Map<string, Parcel>();
  for (const parcel of [...parcels].sort((one, other) => one.madeAt - other.madeAt)) {
    if (parcel.userId === userId && !first.has(parcel.uuid)) first.set(parcel.uuid, parcel);
  }
  return [...first.values()].filter((parcel) => parcel.state !== 'attention' && parcel.nextAt <= now && parcel.schemaVersion <= SCHEMA);
}

/** What was written on top of what the server has taken now. Where the server merged in what others said, the older version stays: the server will
    then tell what it has, and what I changed since is merged with that, too. */
export function onTop<W extends { base: Content; baseVersion: number }>(later: W, given: Parcel, parcel: Parcel, version: number): W {
  return { ...later, base: given.mine, baseVersion: isSame(given.mine, parcel.mine) ? version : given.baseVersion };
}

/** What becomes of one that was not delivered: a person looks at what was refused, all else is tried again later. */
export async function putOff<W extends { tries: number }>(error: unknown, waiting: W, post: { put(one: W): Promise<void>; now(): number; jitter(): number }): Promise<'attention' | 'later' | 'sign-in'> {
  if (!(error instanceof Undelivered)) throw error;
  if (error.why === 'refused') {
    await post.put({ ...waiting, state: 'attention', trouble: { kind: 'refused', message: error.message } });
    return 'attention';
  }
  // The ids stay: if the answer was lost and not the request, the server gives the same answer again.
  const tries = waiting.tries + 1;
  await post.put({ ...waiting, state: 'waiting', tries, nextAt: post.now() + Math.max(error.waitMs, wait(tries, post.jitter())) });
  return error.why;
}

/** Sends one parcel as far as it goes. Returns what became of it. */
export async function deliver(given: Parcel, post: Post): Promise<'received' | 'attention' | 'later' | 'sign-in'> {
  let parcel: Parcel = { ...given, state: 'sending' };
  await post.put(parcel);
  for (let merges = 0; ; ) {
    let outcome: Outcome;
    try {
      outcome = parcel.stage === 'save' ? await post.save(parcel) : await post.submit(parcel);
    } catch (error) {
      return putOff(error, parcel, post);
    }
    if (outcome.kind === 'saved') {
      if (parcel.stage === 'save' && parcel.submit) {
        // From here on others change what I said, not what I began with.
        parcel = { ...parcel, stage: 'submit', saved: { reportId: outcome.reportId, version: outcome.version }, base: parcel.mine, baseVersion: outcome.version };
        await post.put(parcel);
        continue;
      }
      const { id, userId, uuid, title } = parcel;
      await post.receive({ id, userId, uuid, title, reportId: outcome.reportId, version: outcome.version, status: outcome.status, at: post.now() }, given, parcel);
      await post.remove(id);
      return 'received';
    }
    if (outcome.kind === 'conflict') {
      const { theirs, version, changedAt, changedById, changedBy } = outcome;
      const merged = merge(parcel.base, parcel.mine, theirs);
      merges += 1;
      if (merged.differences.length === 0 && merges < MERGES) {
        parcel = { ...parcel, id: parcel.id, base: theirs, mine: merged.content, baseVersion: version, stage: 'save', saved: null };
        // Another request needs another id, or the server would take it for the first.
        const { id } = parcel;
        parcel = { ...parcel, id: post.newId(), submitId: post.newId() };
        await post.put(parcel);
        await post.remove(id);
        continue;
      }
      await post.put({ ...parcel, state: 'attention', trouble: { kind: 'conflict', theirs, version, changedAt, changedById, changedBy, differences: merged.differences } });
      return 'attention';
    }
    await post.put({ ...parcel, state: 'attention', trouble: outcome });
    return 'attention';
  }
}
