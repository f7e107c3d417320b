// What a score says at a glance, in the order of what needs somebody first.
import type { Rating } from './states';

export interface Score {
  score: string | null;
  met: number;
  partial: number;
  notMet: number;
  notApplicable: number;
  notAssessed: number;
}

// The cut-offs between not met, partly met and met, as shown under the table.
export const LOW = 0.4;
export const HIGH = 0.85;

/** How a standard stands as a whole. One that is rated itself has the rating that it was given. */
export function standing(score: Score): Rating {
  if (score.score === null) return score.notApplicable > 0 && score.notAssessed === 0 ? 'NOT_APPLICABLE' : 'NOT_ASSESSED';
  const value = Number(score.score);
  return value < LOW ? 'NOT_MET' : value < HIGH ? 'PARTIAL' : 'MET';
}

const ORDER: Rating[] = ['NOT_MET', 'NOT_ASSESSED', 'PARTIAL', 'MET', 'NOT_APPLICABLE'];
/** Standards that are not met first, the lowest score first; of equals in the order of the edition. */
export const worstFirst = <T extends { score: Score }>(standards: readonly T[]): T[] =>
  [...standards].sort((one, other) => ORDER.indexOf(standing(one.score)) - ORDER.indexOf(standing(other.score)) || Number(one.score.score ?? 1) - Number(other.score.score ?? 1));

/** The parts of a bar in percent of what applies. */
export function shares(score: Score): { kind: 'have' | 'part' | 'gap' | 'none'; x: number; width: number }[] {
  const counted: ['have' | 'part' | 'gap' | 'none', number][] = [['have', score.met], ['part', score.partial], ['gap', score.notMet], ['none', score.notAssessed]];
  const whole = counted.reduce((sum, [, count]) => sum + count, 0);
  let x = 0;
  return counted.flatMap(([kind, count]) => {
    if (!count) return [];
    const width = (100 * count) / whole;
    const part = { kind, x: Math.round(x * 100) / 100, width: Math.round(width * 100) / 100 };
    x += width;
    return [part];
  });
}

/** A number as it stands in its edition: INEE-2024-03 is 3, INEE-2010-1.2 is 1.2. */
export const numberOf = (code: string): string => (code.split('-')[2] ?? code).replace(/^0+(?=\d)/, '');
/** A change of a share in points of percent, with its sign. */
export const points = (change: string): number => Math.round(Number(change) * 1000) / 10;
