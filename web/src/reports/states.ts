// How the states of a report look: a word and a shape, by the words of the look.
export const SHAPES: Record<string, string> = { DRAFT: 'draft', SUBMITTED: 'submitted', RETURNED: 'returned', ACCEPTED: 'accepted' };
export const STATUSES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED'] as const;
export type Status = (typeof STATUSES)[number];
