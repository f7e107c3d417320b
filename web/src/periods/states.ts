// Which shape stands for which state.
export const SHAPES = { PENDING: 'due', OPEN: 'partial', CLOSED: 'accepted' } as const;
export const URGENCIES = { NOT_YET_DUE: 'due', DUE: 'due', OVERDUE: 'late' } as const;
export const REPORTS = { DRAFT: 'draft', SUBMITTED: 'submitted', RETURNED: 'returned', ACCEPTED: 'accepted' } as const;
