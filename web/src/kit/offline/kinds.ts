// A report as the device keeps it, in the words of the API.
export interface Cell {
  categoryId: string;
  newPeople: number | null;
  repeatPeople: number | null;
  value: string | null;
  denominator: string | null;
}

export interface Row {
  activityId: string;
  indicatorId: string;
  areaId: string | null;
  siteId: string | null;
  populationGroup: string | null;
  modality: string;
  status: string;
  nil: boolean;
  units: string | null;
  amount: string | null;
  currency: string | null;
  remarks: string | null;
  /** The project that it is part of. */
  projectId: string | null;
  cells: Cell[];
}

export interface Content {
  nil: boolean;
  rows: Row[];
}

/** Which report: one partner's, of one period, to one cluster. */
export interface Whose {
  uuid: string;
  planId: string;
  periodId: string;
  clusterId: string;
  organisationId: string;
  /** The server's id of it, where the server has it. */
  reportId?: string | null;
}

/** What somebody writes, saved as they type, with what it was based on. */
export interface Draft extends Whose {
  userId: string;
  title: string;
  baseVersion: number;
  base: Content;
  mine: Content;
  savedAt: number;
}

export type ParcelState = 'waiting' | 'sending' | 'attention';

export interface Difference {
  key: string;
  mine: string | null;
  theirs: string | null;
}

/** Why a parcel needs a person. */
export type Trouble =
  | { kind: 'conflict'; theirs: Content; version: number; changedAt: string; changedById: string | null; changedBy?: string | null; differences: Difference[] }
  | { kind: 'locked'; reason: string; theirs: Content | null }
  | { kind: 'invalid'; issues: { row: number | null; reason: string; mend: string }[] }
  | { kind: 'refused'; message: string };

/** How parcels are written now. What a newer client wrote in another tab is left to that client. */
export const SCHEMA = 1;

/** Work that waits to be sent. Its ids are made once, so that sending it twice has one effect. */
export interface Parcel extends Whose {
  id: string;
  submitId: string;
  userId: string;
  title: string;
  schemaVersion: number;
  submit: boolean;
  stage: 'save' | 'submit';
  /** What the server answered to the first stage. */
  saved: { reportId: string; version: number } | null;
  baseVersion: number;
  base: Content;
  mine: Content;
  state: ParcelState;
  tries: number;
  nextAt: number;
  trouble: Trouble | null;
  madeAt: number;
}

/** The proof that the server has it. */
export interface Receipt {
  id: string;
  userId: string;
  uuid: string;
  title: string;
  reportId: string;
  version: number;
  status: string;
  at: number;
}
