import { FluentBundle, FluentResource } from '@fluent/bundle';
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from './ids';
import { LANGUAGES, date, figure, percent, readCount, writeArabicWith, type Language } from './numbers';

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

const plain = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '').replace(/[\u00a0\u202f]/g, ' ');
const each = (write: (language: Language) => string) => Object.fromEntries(LANGUAGES.map((language) => [language, plain(write(language))]));

describe('in five languages', () => {
  afterEach(() => writeArabicWith('latn'));
  const all = (language: Language) => [figure(language, 1234), figure(language, '1234567.25'), percent(language, '12.345'), date(language, '2026-10-01'), date(language, '2026-10-01T08:05:00Z', 'moment', 'UTC')].join(' | ');
  it('figures, shares and dates are written so', () => expect(each(all)).toMatchSnapshot());
  it('Arabic has the digits of the deployment, and no other language has', () => {
    const latin = each(all);
    writeArabicWith('arab');
    const mine = each(all);
    expect(mine.ar).toMatchSnapshot();
    expect({ ...mine, ar: latin.ar }).toEqual(latin);
    expect([figure('ar', 1240), figure('ar', 1234567)].map(readCount)).toEqual([1240, 1234567]);
  });
  it('every plural form is chosen', () => {
    const texts = import.meta.glob<string>('../../../locales/*/web.ftl', { query: '?raw', import: 'default', eager: true });
    const said = (language: Language) => {
      const bundle = new FluentBundle(language);
      bundle.addResource(new FluentResource(texts[`../../../locales/${language}/web.ftl`] ?? ''));
      const pattern = bundle.getMessage('home-review')?.value ?? '';
      return [0, 1, 2, 3, 11, 100, 1_000_000].map((count) => bundle.formatPattern(pattern, { count: figure(language, count), 'count-form': new Intl.PluralRules(language).select(count) })).join(' | ');
    };
    expect(each(said)).toMatchSnapshot();
  });
});
