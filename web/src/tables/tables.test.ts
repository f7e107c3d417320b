import { describe, expect, it } from 'vitest';
import { classOf, classes, draw, type Outlined } from '../kit/map';
import { place, shown } from './shape';

describe('a map', () => {
  const square = [[0, 0], [2, 0], [2, 1], [0, 1], [0, 0]];
  const outline = (code: string, geometry: unknown) => ({ properties: { code }, geometry }) as Outlined;
  const drawn = (...features: Outlined[]) => draw(features, ({ properties }) => properties.code as string, 200);
  it('draws north up, in the width that there is, whichever way an outline runs', () => {
    const { width, height, areas } = drawn(outline('A', { type: 'Polygon', coordinates: [square] }), outline('B', { type: 'Polygon', coordinates: [square.toReversed()] }));
    expect([width, height, areas.get('A')?.path]).toEqual([200, 101, 'M0,100L200,100L200,0L0,0Z']);
    expect(areas.get('A')).toMatchObject({ x: expect.closeTo(100), y: expect.closeTo(50) });
    expect(areas.get('B')).toMatchObject({ x: expect.closeTo(100), y: expect.closeTo(50) });
  });
  it('draws every part of an area, and none that has no outline', () => {
    const { areas } = drawn(outline('A', { type: 'MultiPolygon', coordinates: [[square], [square, square]] }), outline('B', null), outline('', { type: 'Polygon', coordinates: [square] }));
    expect([[...areas.keys()], areas.get('A')?.path.match(/M/g)?.length]).toEqual([['A'], 3]);
    expect(drawn(outline('B', null)).areas.size).toBe(0);
  });
  it('tells zero, nothing and classes apart', () => {
    const ends = classes([0, 10, 20, 30, 40]);
    expect([ends, classOf(0, ends), classOf(null, ends), classOf(10, ends), classOf(40, ends)]).toEqual([[10, 20, 30, 40], 0, null, 1, 4]);
    expect(classes([5, 5, 5])).toEqual([5]);
  });
});

it('shows what readers understand and what holds anything', () => {
  const columns = ['admin1_code', 'admin1_name', 'admin2_name', 'reached', 'severity'].map((name) => ({ name }));
  expect([shown(columns, [['XE01', 'Amsar', 'Elda', '5', null]]), place(columns, ['XE01', 'Amsar', 'Elda', '5', null])]).toEqual([[3], 'Amsar / Elda']);
});
