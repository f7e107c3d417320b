// A workbook that was chosen without a network: it waits on this device, and is brought and taken under one id, however often that is tried.
import { putOff } from './outbox';
import type { ParcelState, Receipt } from './kinds';

export interface SheetIssue {
  row: number | null;
  column: string | null;
  reason: string;
  mend: string;
}

/** Why a workbook needs a person. */
export type SheetTrouble = { kind: 'issues'; issues: SheetIssue[]; more: number; checked: { path: string; name: string } | null } | { kind: 'refused'; message: string };

export interface Sheet {
  id: string;
  userId: string;
  name: string;
  file: Blob;
  /** The server's id of the file, once it is there. */
  fileId: string | null;
  /** Whether rows that it does not have go. */
  replace: boolean;
  state: ParcelState;
  tries: number;
  nextAt: number;
  trouble: SheetTrouble | null;
  madeAt: number;
}

/** What the server made of it. */
export interface Taken {
  applied: boolean;
  report: { id: string; version: number; status: string } | null;
  issues: readonly SheetIssue[];
  more: number;
  checkedFile: { path: string; name: string } | null;
}

export interface SheetPost {
  upload(sheet: Sheet): Promise<string>;
  take(sheet: Sheet): Promise<Taken>;
  put(sheet: Sheet): Promise<void>;
  receive(receipt: Receipt, sheet: Sheet): Promise<void>;
  now(): number;
  jitter(): number;
}

/** Issues that are kept to be read; the checked file has them all. */
const MOST_ISSUES = 50;

/** The oldest that may be brought now. */
export const readySheet = (sheets: Sheet[], userId: string, now: number): Sheet | undefined =>
  sheets.filter((one) => one.userId === userId && one.state !== 'attention' && one.nextAt <= now).sort((one, other) => one.madeAt - other.madeAt)[0];

/** Brings a workbook as far as it goes. Returns what became of it. */
export async function bring(given: Sheet, post: SheetPost): Promise<'received' | 'attention' | 'later' | 'sign-in'> {
  let sheet: Sheet = { ...given, state: 'sending' };
  await post.put(sheet);
  try {
    if (!sheet.fileId) {
      sheet = { ...sheet, fileId: await post.upload(sheet) };
      await post.put(sheet);
    }
    const { applied, report, issues, more, checkedFile } = await post.take(sheet);
    if (applied && report) {
      const { id, userId, name } = sheet;
      await post.receive({ id, userId, uuid: id, title: name, reportId: report.id, version: report.version, status: report.status, at: post.now() }, sheet);
      return 'received';
    }
    const kept = issues.slice(0, MOST_ISSUES).map(({ row, column, reason, mend }) => ({ row, column, reason, mend }));
    await post.put({ ...sheet, state: 'attention', trouble: { kind: 'issues', issues: kept, more: more + issues.length - kept.length, checked: checkedFile } });
    return 'attention';
  } catch (error) {
    return putOff(error, sheet, post);
  }
}
