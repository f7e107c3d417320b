// Drafts, and the file into which a device's unsent work goes.
import { open, put } from './db';
import type { Draft, Parcel, Receipt } from './kinds';

export const draftOf = async (uuid: string): Promise<Draft | undefined> => (await open()).get('drafts', uuid);
export const saveDraft = async (draft: Draft): Promise<void> => put('drafts', draft);
export const dropDraft = async (uuid: string): Promise<void> => (await open()).delete('drafts', uuid);
export const draftsOf = async (userId: string): Promise<Draft[]> => (await open()).getAllFromIndex('drafts', 'user', userId);
/** Drafts of which nothing, or not the last of it, waits to be sent. */
export const apart = (drafts: Draft[], parcels: Parcel[]): Draft[] => drafts.filter((draft) => !parcels.some((parcel) => parcel.uuid === draft.uuid && parcel.madeAt >= draft.savedAt));
export const receiptsOf = async (userId: string): Promise<Receipt[]> => (await open()).getAllFromIndex('receipts', 'user', userId);

/** Everything of a person that the server does not have yet, as a file that any device can read in. */
export function exported(drafts: Draft[], parcels: Parcel[]): string {
  return JSON.stringify({ format: 'darasa-unsent', version: 1, drafts, parcels }, null, 1);
}

/** Hands a file to the person. */
export function download(name: string, content: string | Blob, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
