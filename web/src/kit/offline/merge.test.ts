import { describe, expect, it } from 'vitest';
import { isSame, merge, partsOf } from './merge';
import type { Content, Row } from './kinds';

const row = (areaId: string, girls: number | null, more: Partial<Row> = {}): Row => ({
  activityId: 'CA5', indicatorId: 'I1', areaId, siteId: null, populationGroup: null, modality: 'IN_KIND', status: 'ONGOING', nil: false,
  units: null, amount: null, currency: null, remarks: null, projectId: null,
  cells: girls === null ? [] : [{ categoryId: 'girls', newPeople: girls, repeatPeople: null, value: null, denominator: null }], ...more,
});
const content = (...rows: Row[]): Content => ({ nil: false, rows });
const girls = (made: Content) => made.rows.map((one) => [one.areaId, one.cells[0]?.newPeople ?? null]);

describe('merge', () => {
  const base = content(row('north', 100), row('south', 200));

  it('takes what only one side changed', () => {
    const merged = merge(base, content(row('north', 110), row('south', 200)), content(row('north', 100), row('south', 250)));
    expect(merged.differences).toEqual([]);
    expect(girls(merged.content)).toEqual([['north', 110], ['south', 250]]);
  });

  it('asks where both changed the same cell, and keeps both values until somebody chose', () => {
    const [mine, theirs] = [content(row('north', 110), row('south', 200)), content(row('north', 120), row('south', 200))];
    const merged = merge(base, mine, theirs);
    expect(merged.differences).toEqual([{ key: 'CA5|I1|north|||IN_KIND/girls/newPeople', mine: '110', theirs: '120' }]);
    expect(girls(merge(base, mine, theirs, { 'CA5|I1|north|||IN_KIND/girls/newPeople': 'theirs' }).content)).toEqual([['north', 120], ['south', 200]]);
    expect(partsOf(merged.differences[0]!.key)).toEqual({ row: 'CA5|I1|north|||IN_KIND', category: 'girls', field: 'newPeople' });
  });

  it('asks nothing where both made the same change', () => {
    const both = content(row('north', 5), row('south', 200));
    expect(merge(base, both, both).differences).toEqual([]);
  });

  it('keeps null apart from zero', () => {
    const merged = merge(base, content(row('north', 0), row('south', 200)), content(row('north', null), row('south', 200)));
    expect(merged.differences).toEqual([{ key: 'CA5|I1|north|||IN_KIND/girls/newPeople', mine: '0', theirs: null }]);
  });

  it('adds rows of both sides, and removes a row that one side took out untouched', () => {
    const merged = merge(base, content(row('north', 100), row('south', 200), row('east', 1)), content(row('north', 100), row('west', 2)));
    expect(girls(merged.content)).toEqual([['north', 100], ['east', 1], ['west', 2]]);
    expect(merged.differences).toEqual([]);
  });

  it('asks when one side took a row out and the other changed it', () => {
    const merged = merge(base, content(row('north', 100)), content(row('north', 100), row('south', 260)));
    expect(merged.differences).toEqual([{ key: 'CA5|I1|south|||IN_KIND/girls/newPeople', mine: null, theirs: '260' }]);
  });

  it('keeps a row whole or not at all when one side took it out and the other said more in it', () => {
    const [alone, gone] = [content(row('north', 100)), content()];
    const boys = { categoryId: 'boys', newPeople: 5, repeatPeople: null, value: null, denominator: null };
    const more = content({ ...row('north', 100), cells: [...row('north', 100).cells, boys] });
    const key = 'CA5|I1|north|||IN_KIND/boys/newPeople';
    expect(merge(alone, more, gone)).toEqual({ content: more, differences: [{ key, mine: '5', theirs: null }] });
    expect(merge(alone, more, gone, { [key]: 'mine' })).toEqual({ content: more, differences: [] });
    expect(merge(alone, more, gone, { [key]: 'theirs' })).toEqual({ content: gone, differences: [] });
    expect(merge(alone, gone, more)).toEqual({ content: gone, differences: [{ key, mine: null, theirs: '5' }] });
    expect(merge(alone, gone, more, { [key]: 'theirs' })).toEqual({ content: more, differences: [] });
  });
  it('tells rows of the same key apart, and a report without anything', () => {
    const twice = content(row('north', 1), row('north', 2));
    expect(girls(merge(twice, twice, content(row('north', 1), row('north', 3))).content)).toEqual([['north', 1], ['north', 3]]);
    expect(merge({ nil: false, rows: [] }, { nil: true, rows: [] }, { nil: false, rows: [] }).content).toEqual({ nil: true, rows: [] });
  });

  it('knows the same content in another order', () => {
    expect(isSame(base, content(row('south', 200), row('north', 100)))).toBe(true);
    expect(isSame(base, content(row('south', 200), row('north', 101)))).toBe(false);
  });
});
