// What a published edition says of its changes. Its figures are text in the canonical form that is hashed.
import { figure, UNKNOWN, type Language } from '../kit/numbers';

export interface PublicCount {
  status: string;
  value?: string | null;
}
/** The figures that an edition compares with the one before. */
const TOLD = ['people.inNeed', 'people.targeted', 'people.reached', 'money.requirement', 'money.funded', 'money.pledged'];

export function changesOf(figures: string): { figure: string; before: PublicCount; after: PublicCount }[] {
  try {
    const { changes } = JSON.parse(figures) as { changes?: { figure: string; before: PublicCount; after: PublicCount }[] };
    return (changes ?? []).filter((one) => TOLD.includes(one.figure));
  } catch {
    return [];
  }
}

/** A figure as an edition shows it: one that is not told has no digits. */
export const publicFigure = (language: Language, count: PublicCount): string => (count.value === undefined || count.value === null ? UNKNOWN : figure(language, count.value));
