// Reporting periods in days: what they are called, and what a series will be before it is made.
import { date, plusDays, type Language } from '../kit/numbers';

export interface Span {
  startsOn: string;
  /** The first day after it. */
  endsOn: string;
  dueOn: string;
}
export type Rhythm = 'weekly' | 'monthly' | 'quarterly';

const shown = (moment: Date): string => moment.toISOString().slice(0, 10);
const plusMonths = (day: string, months: number): string => {
  const from = new Date(day);
  return shown(new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1)));
};
const firstOf = (rhythm: Rhythm, day: string): string => {
  if (rhythm === 'weekly') return day;
  const month = new Date(day).getUTCMonth();
  return plusMonths(day, rhythm === 'quarterly' ? -(month % 3) : 0);
};

/** Where a series goes on: the first whole week, month or quarter that does not begin before a day. */
export function goesOn(rhythm: Rhythm, day: string): string {
  const first = day && firstOf(rhythm, day);
  return first < day ? plusMonths(first, rhythm === 'quarterly' ? 3 : 1) : first;
}

/** The periods of a series from a day on. They are due at the end of a day so many days after the last one: 1 is the day after. */
export function series(rhythm: Rhythm, day: string, count: number, dueDays: number): Span[] {
  const first = firstOf(rhythm, day);
  const months = rhythm === 'quarterly' ? 3 : 1;
  return Array.from({ length: count }, (_, at) => {
    const startsOn = rhythm === 'weekly' ? plusDays(first, 7 * at) : plusMonths(first, months * at);
    const endsOn = rhythm === 'weekly' ? plusDays(startsOn, 7) : plusMonths(startsOn, months);
    return { startsOn, endsOn, dueOn: plusDays(endsOn, dueDays - 1) };
  });
}

/** A calendar month by its name, anything else by its first and last day. */
export function named(language: Language, { startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  if (startsOn.endsWith('-01') && endsOn === plusMonths(startsOn, 1)) return date(language, startsOn, 'month');
  return `${date(language, startsOn)} – ${date(language, plusDays(endsOn, -1))}`;
}

/** The last day to submit: a deadline is the end of a day where the operation is. */
export const lastDay = (language: Language, dueAt: string, timeZone: string): string => date(language, new Date(Date.parse(dueAt) - 1).toISOString(), 'day', timeZone);
