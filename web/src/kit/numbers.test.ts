import { describe, expect, it } from 'vitest';
import { newId } from './ids';
import { date, figure, percent, readCount } from './numbers';

describe('figures', () => {
  it('are grouped as each language does, with Latin digits', () => {
    expect((['en', 'fr', 'es', 'pt', 'ar'] as const).map((language) => figure(language, 1234567))).toEqual(['1,234,567', '1\u202f234\u202f567', '1.234.567', '1.234.567', '1,234,567']);
    expect(figure('es', 1234)).toBe('1.234');
  });
  it('lose no digit of a decimal', () => expect(figure('en', '12345678901234567.25')).toBe('12,345,678,901,234,567.25'));
  it('tell nothing from zero', () => expect([figure('en', null), figure('en', 0)]).toEqual(['—', '0']));
  it('are shares above all, too', () => expect([percent('en', '0.5157375'), percent('fr', '1.08').replace(/\s/g, ' ')]).toEqual(['51.6%', '108,0 %']));
});

describe('what is typed', () => {
  it('is a count with or without grouping, in other digits, too', () =>
    expect(['1240', '1,240', '1.240', '1 240', '١٢٤٠', '0', ''].map(readCount)).toEqual([1240, 1240, 1240, 1240, 1240, 0, null]));
  it('is no count otherwise', () => expect(['-3', '1.5', 'many', '12,34'].map(readCount)).toEqual([undefined, undefined, undefined, undefined]));
});

it('writes a day as it is, whatever the time zone', () => expect([date('en', '2026-10-01'), date('ar', '2026-10-01', 'month')]).toEqual(['1 October 2026', 'أكتوبر 2026']));

it('makes ids that sort by time', () => {
  expect(newId(0x0191_2345_6789)).toMatch(/^01912345-6789-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1000) < newId(2000)).toBe(true);
});
