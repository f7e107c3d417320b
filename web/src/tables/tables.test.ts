import { describe, expect, it } from 'vitest';
import { classOf, classes, draw, rings } from '../kit/map';
import { place, shown } from './shape';

describe('a map', () => {
  it('finds the rings of every kind of geometry', () => {
    const square = [[0, 0], [1, 0], [1, 1], [0, 0]];
    expect([rings({ type: 'Polygon', coordinates: [square] }).length, rings({ type: 'MultiPolygon', coordinates: [[square], [square, square]] }).length, rings(null).length]).toEqual([1, 3, 0]);
    expect(rings([[['31.5', '11.25'], ['31.6', '11.25']]])).toEqual([[[31.5, 11.25], [31.6, 11.25]]]);
  });
  it('draws north up, in the width that there is', () => {
    const drawn = draw(new Map([['A', [[[0, 0], [2, 0], [2, 1], [0, 1]] as [number, number][]]]]), 200);
    expect([drawn.width, drawn.height, drawn.areas.get('A')?.path]).toEqual([200, 101, 'M0.0 100.0L200.0 100.0L200.0 0.0L0.0 0.0Z']);
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
