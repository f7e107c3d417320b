import { expect, it } from 'vitest';
import { amountOf, cents, parts, readAmount, total } from './money';

it('adds amounts exactly, and tells nothing from zero', () => expect([total(['0.10', '0.20']), total([null, undefined]), total(['0']), total(['48600000.00', null, '99999999999999.99'])]).toEqual(['0.30', null, '0.00', '100000048599999.99']));
it('reads what the server writes', () => expect([cents('30675000.00'), cents('-1.5'), cents('x'), amountOf(-5n)]).toEqual([3067500000n, -150n, null, '-0.05']));
it('reads what people type', () =>
  expect(['1 200 000', '1,200,000.50', '1.200.000,5', '٤٥٠٠', '', 'many', '1.2.3', '12.345'].map(readAmount)).toEqual(['1200000', '1200000.50', '1200000.5', '4500', null, undefined, undefined, '12345']));
it('draws what was given inside what is asked for', () =>
  expect(parts({ requirement: '100.00', paid: '25.00', committed: '25.00', pledged: '80.00' })).toEqual([
    { kind: 'have', x: 0, width: 25 },
    { kind: 'part', x: 25, width: 25 },
    { kind: 'gap', x: 50, width: 50 },
    { kind: 'pledge', x: 50, width: 50 },
  ]));
it('draws more than was asked for whole', () => expect(parts({ requirement: '50.00', paid: '100.00', committed: null, pledged: null })).toEqual([{ kind: 'have', x: 0, width: 100 }]));
