import { expect, test } from 'vitest';
import { addUp, money, readAmount } from './amounts';

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
