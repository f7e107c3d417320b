// What is open in the editor of a plan, and what somebody wants to remove.
import type { ActivityRead, ObjectiveRead } from './reading';

export type Open =
  | { what: 'plan' }
  | { what: 'objective'; objective: ObjectiveRead | null }
  | { what: 'activity'; activity: ActivityRead | null; objectiveId: string }
  | { what: 'indicator'; of: { activityId?: string; objectiveId?: string } };
export interface Removed {
  what: 'objective' | 'activity' | 'indicator';
  id: string;
  name: string;
}
