// The outbox at work: who sends, when, and what the server's answers mean. One tab sends at a time.
import { graphql, Refused } from '../graphql';
import { newId } from '../ids';
import { say } from '../texts.svelte';
import { announce } from '../announce.svelte';
import { upload } from '../files';
import { ask, isOnline, stands, viewer } from '../session.svelte';
import { open, put } from './db';
import { dropDraft, draftOf, saveDraft } from './drafts';
import { deliver, onTop, ready, Undelivered, type Outcome, type Post } from './outbox';
import { readContent, REPORT_CONTENT, sentRows } from './content';
import { SCHEMA, type Parcel, type Receipt } from './kinds';
import { bring, readySheet, type Sheet, type SheetPost } from './sheets';

const SAVE = graphql(
  `mutation SaveReport($input: SaveReportInput!) { saveReport(input: $input) { __typename
    ... on ReportSaved { report { id version status } }
    ... on ReportConflict { serverVersion changedAt changedById server { updatedBy ...ReportContent } }
    ... on ReportLocked { reason current { ...ReportContent } }
    ... on ReportInvalid { issues { row reason mend } } } }`,
  [REPORT_CONTENT],
);
const SUBMIT = graphql(
  `mutation SubmitReport($input: SubmitReportInput!) { submitReport(input: $input) { __typename
    ... on ReportSaved { report { id version status } }
    ... on ReportConflict { serverVersion changedAt changedById server { updatedBy ...ReportContent } }
    ... on ReportLocked { reason current { ...ReportContent } }
    ... on ReportInvalid { issues { row reason mend } } } }`,
  [REPORT_CONTENT],
);

const TAKE = graphql(`mutation TakeSheet($input: ImportReportInput!) { importReport(input: $input) { applied report { id version status } issues { row column reason mend } more checkedFile { name path } } }`);
/** The server gives a file of many rows two minutes. */
const LONG_MS = 140_000;

let parcels = $state.raw<Parcel[]>([]);
let sheets = $state.raw<Sheet[]>([]);
let lastSent = $state<number | null>(null);
let arrivals = $state(0);
let since = $state<number | null>(null);
/** Whether somebody wants everything tried without waiting for its time. */
let hurried = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Other tabs of this browser hear when something changes. */
const tabs = new BroadcastChannel('darasa-outbox');

/** What waits for the person who is signed in; what others left here is not told. */
export const waiting = (): Parcel[] => parcels.filter((parcel) => parcel.userId === viewer()?.id);
/** The workbooks of the same person that wait. */
export const sheetsWaiting = (): Sheet[] => sheets.filter((sheet) => sheet.userId === viewer()?.id);
/** All that waits for this person, of either kind. */
export const unsent = (): (Parcel | Sheet)[] => [...waiting(), ...sheetsWaiting()];
/** Since when the oldest work that the server does not have lies here. */
export const oldest = (): number | null => (viewer() ? since : null);
export const lastSentAt = (): number | null => lastSent;
/** Counts what the server took, so that screens read anew. */
export const arrived = (): number => arrivals;

type Answer = NonNullable<Awaited<ReturnType<typeof ask<import('../graphql').ResultOf<typeof SAVE>, unknown>>>>['saveReport'];

async function outcome(answer: Answer): Promise<Outcome> {
  switch (answer.__typename) {
    case 'ReportSaved':
      return { kind: 'saved', reportId: answer.report.id, version: answer.report.version, status: answer.report.status };
    case 'ReportConflict':
      return { kind: 'conflict', theirs: await readContent(answer.server), version: answer.serverVersion, changedAt: answer.changedAt, changedById: answer.changedById, changedBy: answer.server.updatedBy };
    case 'ReportLocked':
      return { kind: 'locked', reason: answer.reason, theirs: answer.current ? await readContent(answer.current) : null };
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
    return carried(ask(SAVE, { input: input as never }).then((answer) => outcome(answer.saveReport)));
  },
  submit: async ({ submitId, saved }) => {
    const input = { clientMutationId: submitId, reportId: saved?.reportId ?? '', baseVersion: saved?.version ?? 0 };
    return carried(ask(SUBMIT, { input }).then((answer) => outcome(answer.submitReport)));
  },
  put: async (parcel) => {
    await put('outbox', parcel);
    await changed();
  },
  remove: async (id) => {
    await (await open()).delete('outbox', id);
    await changed();
  },
  receive: async (receipt, given, parcel) => {
    await put('receipts', receipt);
    const draft = await draftOf(parcel.uuid);
    // What was typed after it was sent stays, as a draft or in the outbox, on top of what the server has now.
    if (draft && draft.savedAt > parcel.madeAt) await saveDraft({ ...onTop(draft, given, parcel, receipt.version), reportId: receipt.reportId });
    else await dropDraft(parcel.uuid);
    for (const later of parcels) if (later.uuid === parcel.uuid && later.madeAt > parcel.madeAt && later.stage === 'save') await put('outbox', onTop(later, given, parcel, receipt.version));
    told(receipt);
  },
  now: Date.now,
  newId,
  jitter: Math.random,
};

const sheetPost: SheetPost = {
  upload: ({ file, name }) => carried(upload(new File([file], name))),
  take: async ({ id, fileId, replace }) => {
    const input = { clientMutationId: id, fileId: fileId ?? '', dryRun: false, replace, mode: 'ALL' as const };
    return (await carried(ask(TAKE, { input }, { waitMs: LONG_MS }))).importReport;
  },
  put: async (sheet) => {
    await put('sheets', sheet);
    await changed();
  },
  receive: async (receipt, { id }) => {
    await put('receipts', receipt);
    await (await open()).delete('sheets', id);
    await changed();
    told(receipt);
  },
  now: Date.now,
  jitter: Math.random,
};

function told({ at, title, version }: Receipt): void {
  lastSent = at;
  arrivals += 1;
  announce(say('sync-received', { title, version: String(version) }));
}

/** Reads what waits on this device. */
export async function load(): Promise<void> {
  const user = viewer()?.id;
  const db = await open();
  const found = user ? await db.getAllFromIndex('outbox', 'user', user) : [];
  const drafts = user ? await db.getAllFromIndex('drafts', 'user', user) : [];
  sheets = user ? await db.getAllFromIndex('sheets', 'user', user) : [];
  parcels = found;
  const times = [...[...found, ...sheets].map((one) => one.madeAt), ...drafts.map((draft) => draft.savedAt)];
  since = times.length ? Math.min(...times) : null;
}

async function changed(): Promise<void> {
  await load();
  tabs.postMessage('changed');
}

/** Takes out of the outbox what a person has dealt with. */
export async function takeBack(parcel: Parcel): Promise<void> {
  await (await open()).delete('outbox', parcel.id);
  await changed();
}
/** Gives up a workbook that waits. */
export async function dropSheet(id: string): Promise<void> {
  await (await open()).delete('sheets', id);
  await changed();
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
      // Only who holds the lock writes what waits: nobody puts back what was just sent.
      if (hurried) {
        hurried = false;
        for (const parcel of parcels) if (parcel.state !== 'attention' && parcel.nextAt) await put('outbox', { ...parcel, nextAt: 0 });
        for (const sheet of sheets) if (sheet.state !== 'attention' && sheet.nextAt) await put('sheets', { ...sheet, nextAt: 0 });
        continue;
      }
      const next = ready(parcels, user, Date.now())[0];
      const sheet = next ? undefined : readySheet(sheets, user, Date.now());
      if (!next && !sheet) return;
      const became = next ? await deliver(next, post) : await bring(sheet as Sheet, sheetPost);
      if (became === 'sign-in' || (became === 'later' && !isOnline())) return;
    }
  });
  const times = [...parcels, ...sheets].filter((one) => one.state !== 'attention').map((one) => one.nextAt);
  if (times.length) timer = setTimeout(() => void flush(), Math.max(1000, Math.min(...times) - Date.now()));
}

/** Tries everything at once, without waiting for its time. */
export function flushNow(): Promise<void> {
  hurried = true;
  return flush();
}

/** Puts work into the outbox; it is sent as soon as that is possible. An older parcel of the report that needs a person gives way. */
export async function enqueue(parcel: Omit<Parcel, 'id' | 'submitId' | 'stage' | 'saved' | 'state' | 'tries' | 'nextAt' | 'trouble' | 'madeAt' | 'schemaVersion'>): Promise<void> {
  const db = await open();
  const fresh = { stage: 'save', saved: null, state: 'waiting', tries: 0, nextAt: 0, trouble: null, schemaVersion: SCHEMA } as const;
  await put('outbox', { ...parcel, ...fresh, id: newId(), submitId: newId(), madeAt: Date.now() });
  // The older one goes when the new one is kept, never before.
  await load();
  for (const old of parcels) if (old.uuid === parcel.uuid && old.state === 'attention') await db.delete('outbox', old.id);
  await navigator.storage?.persist?.().catch(() => false);
  await changed();
  void flush();
}

/** Keeps a workbook until it can be brought. */
export async function enqueueSheet(file: File, replace: boolean): Promise<void> {
  const fresh = { fileId: null, state: 'waiting', tries: 0, nextAt: 0, trouble: null } as const;
  await put('sheets', { ...fresh, id: newId(), userId: viewer()?.id ?? '', name: file.name, file, replace, madeAt: Date.now() });
  await navigator.storage?.persist?.().catch(() => false);
  await changed();
  void flush();
}

/** Sends whenever something says that it may work now. */
export function begin(): void {
  tabs.addEventListener('message', () => void load());
  addEventListener('online', () => void flushNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void flushNow());
  void load().then(flush);
}
