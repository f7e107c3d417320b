// Words, shapes and rights of checklists in one place.
import { holds, viewer } from '../kit/session.svelte';

export const RATINGS = ['MET', 'PARTIAL', 'NOT_MET', 'NOT_APPLICABLE', 'NOT_ASSESSED'] as const;
export type Rating = (typeof RATINGS)[number];
export const SHAPES: Record<string, string> = { MET: 'met', PARTIAL: 'partial', NOT_MET: 'not-met', NOT_APPLICABLE: 'nil', NOT_ASSESSED: 'not-assessed' };
export const PROGRESS = ['OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED'] as const;
export const PROGRESS_SHAPES: Record<string, string> = { OPEN: 'due', IN_PROGRESS: 'partial', DONE: 'met', CANCELLED: 'nil' };
export const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'] as const;
export const STEPS = ['MAPPING', 'ORIENTATION', 'WORKING_GROUP', 'FACILITATION', 'DEFINITION', 'SYNTHESIS', 'PRESENTATION'] as const;
export const today = (): string => new Date().toISOString().slice(0, 10);

const OFFICE = ['COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'IMO'];
/** Who fills in checklists of the coordination. */
export const keeps = (): boolean => holds(...OFFICE);
/** The organisations that somebody fills in checklists for. */
export const own = (): string[] => viewer()?.roles.flatMap((held) => (['PARTNER_FOCAL_POINT', 'PARTNER_EDITOR'].includes(held.role) && held.organisationId ? [held.organisationId] : [])) ?? [];
const isOwn = (organisationId: string | null | undefined, ...roles: string[]) => Boolean(viewer()?.roles.some((held) => roles.includes(held.role) && held.organisationId === organisationId && organisationId));
export const edits = (organisationId: string | null | undefined): boolean => keeps() || isOwn(organisationId, 'PARTNER_FOCAL_POINT', 'PARTNER_EDITOR');
export const submits = (organisationId: string | null | undefined): boolean => keeps() || isOwn(organisationId, 'PARTNER_FOCAL_POINT');
/** Who may ask for improvement actions at all; all others are refused. */
export const readsActions = (): boolean => holds(...OFFICE, 'GOVERNMENT', 'PARTNER_FOCAL_POINT', 'PARTNER_EDITOR');
