import { expect, test } from 'vitest';
import { fields, worded } from './change';

test('only what differs is told, by field, and not what every record says', () => {
  const before = JSON.stringify({ id: 1, version: 1, names: { en: 'A' }, status: 'ACTIVE', days: [1, 2] });
  const after = JSON.stringify({ id: 1, version: 2, names: { en: 'B', fr: 'C' }, status: 'ACTIVE', days: [1, 3] });
  expect(fields(before, after)).toEqual([
    { name: 'names.en', before: 'A', after: 'B' },
    { name: 'days.2', before: '2', after: '3' },
    { name: 'names.fr', before: null, after: 'C' },
  ]);
});

test('a new record tells what was entered, and what is no record is told as it is', () => {
  expect(fields(null, '{"name":"X","note":null}')).toEqual([{ name: 'name', before: null, after: 'X' }]);
  expect(fields(null, 'plain')).toEqual([{ name: '', before: null, after: 'plain' }]);
  expect(worded('default_language.en')).toBe('default language › en');
});
