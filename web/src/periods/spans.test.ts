import { expect, test } from 'vitest';
import { goesOn, lastDay, named, series } from './spans';

test('months are whole from any day of the first, and due by the end of the day said', () => {
  expect(series('monthly', '2027-12-15', 2, 10)).toEqual([
    { startsOn: '2027-12-01', endsOn: '2028-01-01', dueOn: '2028-01-10' },
    { startsOn: '2028-01-01', endsOn: '2028-02-01', dueOn: '2028-02-10' },
  ]);
});

test('quarters begin with the calendar, weeks on the day said', () => {
  expect(series('quarterly', '2027-05-15', 1, 1)).toEqual([{ startsOn: '2027-04-01', endsOn: '2027-07-01', dueOn: '2027-07-01' }]);
  expect(series('weekly', '2027-02-26', 2, 3).map((week) => week.startsOn)).toEqual(['2027-02-26', '2027-03-05']);
});

test('a month has its name, other days are told from first to last', () => {
  expect(named('en', { startsOn: '2026-11-01', endsOn: '2026-12-01' })).toBe('November 2026');
  expect(named('en', { startsOn: '2026-11-02', endsOn: '2026-11-09' })).toBe('2 November 2026 – 8 November 2026');
});

test('a deadline is the day that ends there, not the midnight after it', () => {
  expect(lastDay('en', '2026-12-10T21:00:00Z', 'Africa/Nairobi')).toBe('10 December 2026');
});

test('a series goes on with what is whole', () => {
  expect([goesOn('monthly', '2027-03-15'), goesOn('monthly', '2027-03-01'), goesOn('quarterly', '2027-03-15'), goesOn('weekly', '2027-03-15'), goesOn('monthly', '')]).toEqual(['2027-04-01', '2027-03-01', '2027-04-01', '2027-03-15', '']);
});
