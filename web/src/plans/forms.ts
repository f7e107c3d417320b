// The names under which the device keeps what is typed into the forms of a plan, and where each is to be found again.
import type { Language } from '../kit/numbers';

export type What = 'plan' | 'objective' | 'activity' | 'indicator' | 'targets';
export interface Form {
  what: What;
  /** What is changed; `new` for something that is added. */
  id: string;
  /** What something new belongs to. */
  of: string;
}
export const allOf = (plan: string): string => `plans/${plan}/`;
export const formOf = (plan: string, what: What, id: string, of = ''): string => `${allOf(plan)}${what}/${id}/${of}`;
export function fromName(form: string): Form {
  const [, , what, id, of] = form.split('/') as [string, string, What, string, string];
  return { what, id, of };
}
/** The language of a title counts as typed only once the title is. */
export const tongueOf = (tongue: Language, name: string, begun: { name: string } | null): Language | null => (name === (begun?.name ?? '') ? null : tongue);
