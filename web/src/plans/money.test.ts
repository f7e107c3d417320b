import { expect, test } from 'vitest';
import { combinations, inOrder } from './choices';
import { costOf } from './money';

test('the cost without units takes the rest, and what cannot be costed is not zero', () => {
  expect(costOf('100', [{ unitTarget: '40', unitCost: '2.50' }, { unitTarget: null, unitCost: '10' }])).toBe('700.00');
  expect(costOf('3', [{ unitTarget: null, unitCost: '0.333' }])).toBe('1.00');
  expect(costOf(null, [{ unitTarget: null, unitCost: '1' }])).toBeNull();
  expect(costOf('10', [{ unitTarget: '4', unitCost: '1' }])).toBeNull();
  expect(costOf('3', [{ unitTarget: '4', unitCost: '1' }])).toBeNull();
  expect(costOf('3', [])).toBeNull();
});

test('objectives stand behind the one that they serve', () => {
  const one = (id: string, level: 'STRATEGIC' | 'SPECIFIC' | 'CLUSTER', parent: string | null) => ({ id, level, refCode: id, parent: parent === null ? null : { id: parent } });
  const found = inOrder([one('CO1', 'CLUSTER', '1.1'), one('SO2', 'STRATEGIC', null), one('1.1', 'SPECIFIC', 'SO1'), one('SO1', 'STRATEGIC', null), one('CO9', 'CLUSTER', 'gone')]);
  expect(found.map(({ objective, depth }) => `${objective.id}@${depth}`)).toEqual(['SO1@0', '1.1@1', 'CO1@2', 'SO2@0', 'CO9@0']);
  expect(combinations(['age', 'sex'])).toEqual([['age'], ['sex'], ['age', 'sex']]);
});
