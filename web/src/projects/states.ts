// How the states of a project look, and whose step leads where.
import { coordinates, holds, reports } from '../kit/session.svelte';

export const STATUSES = ['DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'SUSPENDED', 'TERMINATED'] as const;
export type Status = (typeof STATUSES)[number];
export const SHAPES: Record<Status, string> = {
  DRAFT: 'draft', SUBMITTED: 'submitted', UNDER_REVIEW: 'partial', RETURNED: 'returned', APPROVED: 'accepted', ACTIVE: 'on-track', COMPLETED: 'met', SUSPENDED: 'constrained', TERMINATED: 'refused',
};
export const SOURCES = ['INTERNAL', 'CERF', 'CBPF', 'BILATERAL', 'UNICEF', 'WFP', 'OTHER'] as const;
export type Source = (typeof SOURCES)[number];
export const RECOMMENDATIONS = ['APPROVE', 'APPROVE_WITH_CHANGES', 'RETURN', 'REJECT'] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** Whether a step says why. */
export const wantsWhy = (to: Status): boolean => to === 'RETURNED' || to === 'SUSPENDED' || to === 'TERMINATED';
/** Whether those who decide on projects take a step; else it is its organisation's. */
export const decided = (to: Status): boolean => to !== 'SUBMITTED' && to !== 'DRAFT' && decides();
export const decides = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR');
/** Who changes the plan itself, and with it what peers score by. */
export const editsPlan = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR');
export const writes = (): boolean => reports() || holds('IMO');
/** Who reads the plan as it is worked on. */
export const worksOnPlans = (): boolean => coordinates() || reports() || holds('GOVERNMENT');
