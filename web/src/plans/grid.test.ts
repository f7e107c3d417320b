import { expect, test } from 'vitest';
import { cells, changed, line, paste, readFigure, restored, tooMany, wrong } from './grid';

const lines = () => [line('XE01', 'North', 'everyone', []), line('XE02', 'South', 'girls', [{ dimension: 'sex', value: 'f' }]), line('XE02', 'South', 'boys', [{ dimension: 'sex', value: 'm' }])];

test('cells of a spreadsheet are put in from a cell on, and what finds no line is counted', () => {
  const copied = cells('1\t2\t3\r\n4\t5\t6\r\n');
  expect(copied).toEqual([['1', '2', '3'], ['4', '5', '6']]);
  const done = paste(lines(), 2, 'inNeed', copied ?? []);
  expect(done.lines[2]?.texts).toEqual({ baseline: '', inNeed: '1', target: '2' });
  expect([done.put, done.left]).toEqual([1, 1]);
  expect(cells('12')).toBeNull();
});

test('rows with P-codes find their lines in any order, by category where a place has several', () => {
  const done = paste(lines(), 0, 'inNeed', [['XE02', 'boys', '9', '8'], ['XE01', '7', '6'], ['XE02', '5', '4']]);
  expect(done.lines.map((one) => one.texts.target)).toEqual(['6', '', '8']);
  expect([done.put, done.left]).toEqual([2, 1]);
});

test('a target above the people in need is told, and what is no figure is wrong', () => {
  const [one] = lines();
  if (!one) throw new Error('no line');
  expect(changed(one)).toBe(false);
  one.texts = { baseline: 'x', inNeed: '1,000', target: '1001' };
  expect(changed(one)).toBe(true);
  expect(wrong(one, false)).toEqual(['baseline']);
  expect(tooMany(one, false)).toBe(true);
  expect([readFigure('0,125', true), readFigure('1,250', false), readFigure('', true)]).toEqual(['0.125', '1250', null]);
});

test('what the device kept comes back cell by cell, and tells where others changed the same', () => {
  const [north, south] = [line('XE01', 'North', 'everyone', [], { baseline: '1', inNeed: '10', target: '5' }), line('XE02', 'South', 'everyone', [])];
  const kept = [{ ...north, texts: { ...north.texts, target: '6' } }, { ...line('XE03', 'East', 'everyone', []), fresh: true }];
  const now = [line('XE01', 'North', 'everyone', [], { baseline: '2', inNeed: '10', target: '5' }), south];
  const quiet = restored(now, kept);
  expect(quiet.lines.map((one) => [one.pcode, one.texts.baseline, one.texts.target, !!one.fresh])).toEqual([['XE01', '2', '6', false], ['XE02', '', '', false], ['XE03', '', '', true]]);
  expect(quiet.clash).toBe(false);
  expect(restored([line('XE01', 'North', 'everyone', [], { baseline: '1', inNeed: '10', target: '7' })], kept).clash).toBe(true);
});
