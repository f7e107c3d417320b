// Who writes a plan, and who reads it before it is published.
import { coordinates, holds, reports } from '../kit/session.svelte';

export const edits = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR');
/** Who reads the plan as it is worked on; all others read what was published. */
export const readsDrafts = (): boolean => coordinates() || reports() || holds('GOVERNMENT');
