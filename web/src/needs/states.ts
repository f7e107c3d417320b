// The shapes of the states of rounds and assessments: a word and a shape say each.
export const ROUNDS = { DRAFT: 'draft', VALIDATED: 'submitted', PUBLISHED: 'accepted', SUPERSEDED: 'nil' } as const;
export const ASSESSMENTS = { PLANNED: 'draft', ONGOING: 'submitted', FINALISED: 'accepted', WITHDRAWN: 'nil' } as const;
