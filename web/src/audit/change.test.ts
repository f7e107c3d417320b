import { expect, test } from 'vitest';
import texts from '../../../locales/en/web-audit.ftl?raw';
import { fields, worded } from './change';
import { FIELDS } from './fields';

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
});

test('the way to a field is told part by part, in words where there are some', () => {
  const said: Record<string, string> = { names: 'Nom', rows: 'Lignes', activity_id: 'Activité' };
  const known = (part: string) => said[part] ?? null;
  expect(worded('names.en', known)).toBe('Nom › English');
  expect(worded('rows.3.activity_id', known)).toBe('Lignes › 3 › Activité');
  expect(worded('names.ar', known)).toBe('Nom › العربية');
  expect(worded('category.age_group', known)).toBe('category › age group');
  expect(worded('constructor', () => null)).toBe('constructor');
  expect(worded('', known)).toBe('');
});

test('every field that is known has a text, and every text a field', () => {
  expect([...texts.matchAll(/^history-field-(\w+) = ./gm)].map((one) => one[1])).toEqual([...FIELDS]);
});

test('a record inside of more is told beside what it was', () => {
  const report = { status: 'DRAFT', nil: false, note: null, version: 1 };
  const after = { report: { ...report, status: 'SUBMITTED', version: 2 }, rows: [{ units: '3' }] };
  expect(fields(JSON.stringify(report), JSON.stringify(after))).toEqual([
    { name: 'status', before: 'DRAFT', after: 'SUBMITTED' },
    { name: 'rows.1.units', before: null, after: '3' },
  ]);
  expect(fields(JSON.stringify(report), JSON.stringify([{ ...report, nil: true }, { step: 'x' }])).map((one) => one.name)).toEqual(['nil', '1.step']);
});

test('digests are told to nobody', () => {
  expect(fields(null, '{"hash":[1,2],"name":"A"}')).toEqual([{ name: 'name', before: null, after: 'A' }]);
});
