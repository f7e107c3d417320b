import { expect, test } from 'vitest';
import { cellsOf, changes, fromCells, fromGeoJson, toCsv } from './gazetteer';

const known = [
  { pcode: 'XE01', level: 1, name: 'Amsar', parent: { pcode: 'XEA' } },
  { pcode: 'XE02', level: 1, name: 'Belqor', parent: { pcode: 'XEA' } },
  { pcode: 'XE0101', level: 2, name: 'Town', parent: { pcode: 'XE01' } },
];

test('a list tells what is new, renamed, moved and left out', () => {
  const rows = cellsOf('Location,Admin Level,P-Code,Name,Parent P-Code\n#country+code,#geo,#adm+code,#adm+name,#adm\nXEA,1,XE01,"Amsar, Upper",XEA\nXEA,1,XE03,Daruna,XEA\nXEA,2,XE0101,Town,XE03\n');
  const lines = fromCells(rows) ?? [];
  expect(lines.map((line) => line.pcode)).toEqual(['XE01', 'XE03', 'XE0101']);
  expect(changes(known, lines).map(({ kind, pcode }) => `${kind} ${pcode}`)).toEqual(['renamed XE01', 'added XE03', 'moved XE0101', 'absent XE02']);
});

test('a level that the list has nothing of is not told as left out', () => {
  expect(changes(known, fromCells(cellsOf('level,pcode,name,parent\n1,XE01,Amsar,XEA\n1,XE02,Belqor,XEA')) ?? [])).toEqual([]);
});

test('outlines bring the areas above them, once each', () => {
  const properties = { ADM1_PCODE: 'XE01', ADM1_EN: 'Amsar', adm2_pcode: 'XE0101', adm2_en: 'Town "old"' };
  const lines = fromGeoJson({ features: [{ properties }, { properties }] }, 'XEA') ?? [];
  expect(lines).toEqual([{ country: 'XEA', level: 1, pcode: 'XE01', name: 'Amsar', parent: 'XEA' }, { country: 'XEA', level: 2, pcode: 'XE0101', name: 'Town "old"', parent: 'XE01' }]);
  expect(fromCells(cellsOf(toCsv(lines)))).toEqual(lines);
  expect(fromGeoJson({ type: 'Feature' }, 'XEA')).toBeNull();
});
