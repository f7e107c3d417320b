import { describe, expect, it } from 'vitest';
import type { Category, Indicator } from './choices';
import { finest, splitsOf } from './splits';
import { carried } from './labels';
import { placed, table } from './paste';
import type { Row } from '../kit/offline/kinds';

const flat = (found: ReturnType<typeof placed>) => found.map(({ place, text }) => [place.row, place.group, place.field, text].join(' '));

describe('what is pasted', () => {
  it('is a table only when it has several cells', () => {
    expect(table('12')).toBeNull();
    expect(table('1\t2\r\n3\t\r\n')).toEqual([['1', '2'], ['3', '']]);
  });

  const shape = [{ groups: 2, fields: 2 }, { groups: 0, fields: 2 }, { groups: 2, fields: 2 }];
  it('goes down the groups and on into the next row that has some', () => {
    expect(flat(placed([['1', '2'], ['3', '4'], ['5', '6']], { row: 0, group: 0, field: 0 }, shape))).toEqual(['0 0 0 1', '0 0 1 2', '0 1 0 3', '0 1 1 4', '2 0 0 5', '2 0 1 6']);
    expect(flat(placed([['1'], ['2']], { row: 2, group: 1, field: 1 }, shape))).toEqual(['2 1 1 1']);
  });

  it('goes across where a line holds the groups side by side', () => {
    expect(flat(placed([['1', '2', '3', '4']], { row: 0, group: 0, field: 0 }, shape))).toEqual(['0 0 0 1', '0 0 1 2', '0 1 0 3', '0 1 1 4']);
    const wide = [{ groups: 3, fields: 2 }];
    expect(flat(placed([['1', '2', '3']], { row: 0, group: 0, field: 0 }, wide))).toEqual(['0 0 0 1', '0 1 0 2', '0 2 0 3']);
  });
});

describe('how people are told apart', () => {
  const category = (key: string, counts = 'LEARNERS'): Category => ({ id: key || 'all', key, label: key, kind: 'PART', counts }) as Category;
  const categories = ['', 'sex=f', 'sex=m', 'age_band=6-11', 'age_band=6-11;sex=f', 'disability=with'].map((key) => category(key)).concat(category('sex=f;staff_kind=teacher', 'PERSONNEL'));
  const indicator = (splits: string[][], dimensions = ['age_band', 'sex']) => ({ id: 'i', dimensions, splits }) as unknown as Indicator;

  it('is by any of the dimensions, where the plan says no more', () => {
    expect(splitsOf(indicator([]), categories).map((one) => one.key)).toEqual(['', 'age_band', 'sex', 'age_band,sex']);
    expect(finest(indicator([]), categories)?.key).toBe('age_band,sex');
    expect(finest(indicator([], []), categories)?.key).toBe('');
  });

  it('is by the combinations that the plan allows, in any order, and the total always', () => {
    expect(splitsOf(indicator([['sex', 'age_band'], ['disability']]), categories).map((one) => one.key)).toEqual(['', 'disability', 'age_band,sex']);
  });
});

describe('a month copied forward', () => {
  const cell = (newPeople: number | null, repeatPeople: number | null) => ({ categoryId: 'g', newPeople, repeatPeople, value: null, denominator: null });
  const row = (areaId: string, one = cell(null, null)): Row => ({ activityId: 'a', indicatorId: 'i', areaId, siteId: null, populationGroup: null, modality: 'CASH', status: 'ONGOING', nil: false, units: null, amount: null, currency: null, remarks: 'old', projectId: 'p', cells: [one] });

  it('adds the rows that are missing, and touches nothing that was entered', () => {
    const rows = carried([row('north', cell(7, null))], [row('north', cell(1, 2)), row('south', cell(3, 4))], false);
    expect(rows.map((one) => [one.areaId, one.cells[0]!.newPeople, one.cells[0]!.repeatPeople, one.remarks, one.projectId])).toEqual([['north', 7, null, 'old', 'p'], ['south', null, null, null, 'p']]);
  });

  it('counts the people of then as counted before, where that is wanted and nothing was said', () => {
    const rows = carried([row('north', cell(7, null)), row('east', cell(null, 0))], [row('north', cell(1, 2)), row('east', cell(9, 9)), row('south', cell(null, null))], true);
    expect(rows.map((one) => one.cells[0]!.repeatPeople)).toEqual([3, 0, null]);
  });
});
