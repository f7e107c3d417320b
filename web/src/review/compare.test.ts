import { expect, it } from 'vitest';
import { change, peopleOf, type Counted } from './compare';

const cell = (kind: string, newPeople: number | null, repeatPeople: number | null = null): Counted => ({ category: { id: kind, label: kind, kind }, newPeople, repeatPeople, value: null, denominator: null });

it('adds parts, and never those who are counted among others', () => expect(peopleOf([cell('PART', 310, 5), cell('PART', 295), cell('OF_WHICH', 12)])).toBe(610));
it('takes the larger of a total and its parts', () => expect([peopleOf([cell('TOTAL', 100), cell('PART', 40)]), peopleOf([cell('TOTAL', 100), cell('PART', 140)])]).toEqual([100, 140]));
it('tells nothing from zero', () => expect([peopleOf([cell('PART', null)]), peopleOf([cell('PART', 0)])]).toEqual([null, 0]));
it('tells a change in tenths of a percent', () => expect([change(605, 2401), change(935, 0), change(220, 220), change(null, 160), change(0, 5)]).toEqual([2969, -1000, 0, null, null]));
