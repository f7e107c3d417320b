import { expect, test } from 'vitest';
import { gaps, type Asked } from './coverage';

const country = { id: 'country', level: 0, ancestors: [] };
const north = { id: 'north', level: 1, ancestors: [country] };
const south = { id: 'south', level: 1, ancestors: [country] };
const town = { id: 'town', level: 2, ancestors: [north, country] };
const asked = (endsOn: string, area: Asked['areas'][number], status = 'FINALISED'): Asked => ({ status, endsOn, areas: [area] });

test('an area is covered by an assessment of itself or of what it lies in', () => {
  expect(gaps([north, south], [asked('2026-06-01', north)], '2026-01-01').map((one) => one.area.id)).toEqual(['south']);
  expect(gaps([north, south], [asked('2026-06-01', country)], '2026-01-01')).toEqual([]);
});

test('an assessment of a part leaves a gap and is told', () => {
  expect(gaps([north, south], [asked('2026-06-01', town)], '2026-01-01')).toEqual([
    { area: north, partly: true },
    { area: south, partly: false },
  ]);
});

test('what is old or was withdrawn covers nothing', () => {
  expect(gaps([north], [asked('2025-12-31', north), asked('2026-06-01', north, 'WITHDRAWN')], '2026-01-01')).toHaveLength(1);
});
