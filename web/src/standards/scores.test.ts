import { expect, it } from 'vitest';
import { numberOf, points, shares, standing, worstFirst } from './scores';

const score = (value: string | null, met = 0, partial = 0, notMet = 0, notApplicable = 0, notAssessed = 0) => ({ score: value, met, partial, notMet, notApplicable, notAssessed });

it('tells how a standard stands', () => expect([score('1', 1), score('0.5', 0, 1), score('0', 0, 0, 1), score(null, 0, 0, 0, 1), score(null, 0, 0, 0, 0, 3), score('0.85', 3, 1)].map(standing)).toEqual(['MET', 'PARTIAL', 'NOT_MET', 'NOT_APPLICABLE', 'NOT_ASSESSED', 'MET']));
it('has what is not met first, the lowest first', () => {
  const named = ['1', '0.2', null, '0', '0.5'].map((value, at) => ({ code: at, score: score(value, 0, 0, 0, 0, value === null ? 1 : 0) }));
  expect(worstFirst(named).map((one) => one.code)).toEqual([3, 1, 2, 4, 0]);
});
it('draws parts that add up', () => expect(shares(score('0.5', 1, 1, 1, 5, 1)).map(({ kind, x, width }) => [kind, x, width])).toEqual([['have', 0, 25], ['part', 25, 25], ['gap', 50, 25], ['none', 75, 25]]));
it('draws nothing of what does not apply', () => expect(shares(score(null, 0, 0, 0, 4))).toEqual([]));
it('writes numbers and changes', () => expect([numberOf('INEE-2024-03'), numberOf('INEE-2010-1.2'), numberOf('INEE-2024-10.2'), points('0.08333'), points('-0.1')]).toEqual(['3', '1.2', '10.2', 8.3, -10]));
