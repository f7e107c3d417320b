// Words and rights of appeals in one place.
import { holds, viewer } from '../kit/session.svelte';

export const KINDS = ['FLASH_APPEAL', 'HRP', 'RRP', 'HUMANITARIAN_OTHER', 'CERF', 'CBPF', 'ECW_FER', 'ECW_MYRP', 'ECW_AF', 'GPE_ACCELERATED', 'UNICEF_HAC', 'AGENCY', 'BILATERAL', 'OTHER'] as const;
export const STATES: Record<string, string> = { DRAFT: 'draft', PUBLISHED: 'accepted', REVISED: 'accepted', CLOSED: 'fixed', ARCHIVED: 'nil' };
export const FLOWS: Record<string, string> = { PLEDGE: 'pledged', COMMITMENT: 'committed', PAID: 'paid' };

/** Who writes appeals, says what they ask for and publishes them. */
export const writes = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR');
/** Who records contributions of everyone. */
export const records = (): boolean => writes() || holds('IMO');
/** The organisations for which a donor records what they give. */
export const givers = (): string[] => viewer()?.roles.flatMap((held) => (held.role === 'DONOR' && held.organisationId ? [held.organisationId] : [])) ?? [];
/** Who sees how many follow. */
export const counts = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR', 'SUBNATIONAL_COORDINATOR', 'IMO');
/** Whether what an appeal says and asks for may still change. */
export const isOpen = (status: string): boolean => ['DRAFT', 'PUBLISHED', 'REVISED'].includes(status);
export const today = (): string => new Date().toISOString().slice(0, 10);
