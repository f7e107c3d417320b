// The outbox at work: who sends, when, and what the server's answers mean. One tab sends at a time.
import { graphql, Refused } from '../graphql';
import { newId } from '../ids';
import { say } from '../texts.svelte';
import { announce } from '../announce.svelte';
import { ask, isOnline, stands, viewer } from '../session.svelte';
import { open } from './db';
import { dropDraft, draftOf, saveDraft } from './drafts';
import { deliver, ready, Undelivered, type Outcome, type Post } from './outbox';
import { readContent, REPORT_CONTENT, sentRows } from './content';
import type { Parcel } from './kinds';

const SAVE = graphql(
  `mutation SaveReport($input: SaveReportInput!) { saveReport(input: $input) { __typename
    ... on ReportSaved { report { id version status } }
    ... on ReportConflict { serverVersion changedAt server { ...ReportContent } }
    ... on ReportLocked { reason }
    ... on ReportInvalid { issues { row reason mend } } } }`,
  [REPORT_CONTENT],
);
const SUBMIT = graphql(
  `mutation SubmitReport($input: SubmitReportInput!) { submitReport(input: $input) { __typename
    ... on ReportSaved { report { id version status } }
    ... on ReportConflict { serverVersion changedAt server { ...ReportContent } }
    ... on ReportLocked { reason }
    ... on ReportInvalid { issues { row reason mend } } } }`,
  [REPORT_CONTENT],
);

let parcels = $state.raw<Parcel[]>([]);
let lastSent = $state<number | null>(null);
let arrivals = $state(0);
let timer: ReturnType<typeof setTimeout> | undefined;

export const waiting = (): Parcel[] => parcels;
export const lastSentAt = (): number | null => lastSent;
/** Counts what the server took, so that screens read anew. */
export const arrived = (): number => arrivals;

type Answer = NonNullable<Awaited<ReturnType<typeof ask<import('../graphql').ResultOf<typeof SAVE>, unknown>>>>['saveReport'];

async function outcome(answer: Answer): Promise<Outcome> {
  switch (answer.__typename) {
    case 'ReportSaved':
      return { kind: 'saved', reportId: answer.report.id, version: answer.report.version, status: answer.report.status };
    case 'ReportConflict':
      return { kind: 'conflict', theirs: await readContent(answer.server), version: answer.serverVersion, changedAt: answer.changedAt };
    case 'ReportLocked':
      return { kind: 'locked', reason: answer.reason };
    case 'ReportInvalid':
      return { kind: 'invalid', issues: answer.issues };
  }
}

async function carried<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === 'UNAUTHENTICATED') throw new Undelivered('sign-in', error.message);
    if (error.passes) throw new Undelivered('later', error.message, (error.retryAfter ?? 0) * 1000);
    throw new Undelivered('refused', error.message);
  }
}

const post: Post = {
  save: async ({ id, uuid, planId, periodId, clusterId, organisationId, baseVersion, mine }) => {
    const input = { clientMutationId: id, id: uuid, baseVersion, planId, periodId, clusterId, organisationId, nil: mine.nil, rows: sentRows(mine) };
    return outcome((await carried(ask(SAVE, { input: input as never }))).saveReport);
  },
  submit: async ({ submitId, saved }) => {
    const input = { clientMutationId: submitId, reportId: saved?.reportId ?? '', baseVersion: saved?.version ?? 0 };
    return outcome((await carried(ask(SUBMIT, { input }))).submitReport);
  },
  put: async (parcel) => {
    await (await open()).put('outbox', parcel);
    await load();
  },
  remove: async (id) => {
    await (await open()).delete('outbox', id);
    await load();
  },
  receive: async (receipt, parcel) => {
    await (await open()).put('receipts', receipt);
    const draft = await draftOf(parcel.uuid);
    // What was typed after it was sent stays a draft, on top of what the server has now.
    if (draft && draft.savedAt > parcel.madeAt) await saveDraft({ ...draft, base: parcel.mine, baseVersion: receipt.version });
    else await dropDraft(parcel.uuid);
    lastSent = receipt.at;
    arrivals += 1;
    announce(say('sync-received', { title: parcel.title, version: String(receipt.version) }));
  },
  now: Date.now,
  newId,
  jitter: Math.random,
};

/** Reads what waits on this device. */
export async function load(): Promise<void> {
  const user = viewer()?.id;
  parcels = user ? await (await open()).getAllFromIndex('outbox', 'user', user) : [];
}

/** Sends what may be sent now, and comes back when something else may. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  const user = viewer()?.id;
  if (!user || stands() !== 'in') return;
  await navigator.locks.request('darasa-outbox', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (;;) {
      await load();
      const next = ready(parcels, user, Date.now())[0];
      if (!next) return;
      const became = await deliver(next, post);
      if (became === 'sign-in' || (became === 'later' && !isOnline())) return;
    }
  });
  const times = parcels.filter((parcel) => parcel.state !== 'attention').map((parcel) => parcel.nextAt);
  if (times.length) timer = setTimeout(() => void flush(), Math.max(1000, Math.min(...times) - Date.now()));
}

/** Tries everything at once, without waiting for its time. */
export async function flushNow(): Promise<void> {
  const db = await open();
  for (const parcel of parcels) if (parcel.state !== 'attention') await db.put('outbox', { ...parcel, nextAt: 0 });
  await flush();
}

/** Puts work into the outbox; it is sent as soon as that is possible. An older parcel of the report that needs a person gives way. */
export async function enqueue(parcel: Omit<Parcel, 'id' | 'submitId' | 'stage' | 'saved' | 'state' | 'tries' | 'nextAt' | 'trouble' | 'madeAt' | 'schemaVersion'>): Promise<void> {
  const db = await open();
  for (const old of parcels) if (old.uuid === parcel.uuid && old.state === 'attention') await db.delete('outbox', old.id);
  const fresh = { stage: 'save', saved: null, state: 'waiting', tries: 0, nextAt: 0, trouble: null, schemaVersion: 1 } as const;
  await db.put('outbox', { ...parcel, ...fresh, id: newId(), submitId: newId(), madeAt: Date.now() });
  await navigator.storage?.persist?.().catch(() => false);
  await load();
  void flush();
}

/** Sends whenever something says that it may work now. */
export function begin(): void {
  addEventListener('online', () => void flushNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void flush());
  void load().then(flush);
}
