import { expect, test } from 'vitest';
import { readDays } from './days';

test('days are read as people write them', () => {
  expect(readDays('1, -3,1')).toEqual([-3, 1]);
  expect(readDays('−٣، ١')).toEqual([-3, 1]);
  expect(readDays('')).toEqual([]);
  expect(readDays('soon')).toBeUndefined();
});
