import { expect, test } from 'vitest';
import { addUp, hundredth, money, readAmount, readNumber } from './amounts';

test('amounts are read as people write them', () => {
  expect(['12,000', '12.000', '1 234,5', '1,234.50', '١٢٫٥', '0', ''].map(readAmount)).toEqual(['12000', '12000', '1234.5', '1234.50', '12.5', '0', null]);
  expect(['x', '-1', '1.2345', '1,2,3'].map(readAmount)).toEqual([undefined, undefined, undefined, undefined]);
});

test('sums are exact', () => {
  expect(addUp(['0.1', '0.20', '3'])).toBe('3.30');
  expect(addUp(['9007199254740993', '1'])).toBe('9007199254740994');
  expect(addUp([])).toBe('0');
});

test('cents are written whole or not at all', () => {
  expect(['12500.5', '12500.00', '0', null].map((amount) => money('en', amount))).toEqual(['12,500.50', '12,500', '0', '—']);
  expect(money('pt', '1234.05')).toBe('1.234,05');
});

test('a lone mark is what it is in the language', () => {
  expect(['1,234', '0.125', '1.234', '1,234.5', '1,5', '', '1,2,3', 'x', '1.234.5'].map((text) => readNumber('en', text))).toEqual(['1234', '0.125', '1.234', '1234.5', '1.5', null, undefined, undefined, undefined]);
  expect(['1,234', '1.234', '1 234,5', '0,125', '1.234.567,25'].map((text) => readNumber('fr', text))).toEqual(['1.234', '1234', '1234.5', '0.125', '1234567.25']);
  expect(readNumber('ar', '١٢٫٥')).toBe('12.5');
});

test('so many in a hundred are a share, exactly', () => {
  expect(['20', '5', '100', '12.5', '0', '033.3'].map(hundredth)).toEqual(['0.20', '0.05', '1.00', '0.125', '0.00', '0.333']);
});
