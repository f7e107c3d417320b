// How fresh it is what is known of the people to reach.
export const KINDS = ['UN', 'INGO', 'NNGO', 'CBO', 'RCRC', 'GOVERNMENT', 'ACADEMIC', 'PRIVATE', 'DONOR', 'POOLED_FUND'] as const;
export type Kind = (typeof KINDS)[number];
export const CONSENTS = ['PUBLIC', 'CLUSTER', 'TEAM'] as const;
export type Consent = (typeof CONSENTS)[number];

/** When any of them last said that it is right. */
export const freshest = (contacts: readonly { confirmedOn: string | null }[]): string | null =>
  contacts.map((one) => one.confirmedOn).filter((day) => day !== null).sort().at(-1) ?? null;

const HALF_A_YEAR_MS = 183 * 86_400_000;
/** Whether nobody said so for half a year. */
export const isStale = (confirmedOn: string | null, now = Date.now()): boolean => confirmedOn === null || now - Date.parse(confirmedOn) > HALF_A_YEAR_MS;
