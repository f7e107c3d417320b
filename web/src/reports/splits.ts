// By what the people of an indicator may be told apart.
import type { Cell } from '../kit/offline/kinds';
import type { Category, Indicator } from './choices';

/** One way to tell people apart: its dimensions, and its categories. */
export interface Split {
  key: string;
  dimensions: string[];
  categories: Category[];
}

const dimensionsOf = (category: Category): string[] => category.key.split(';').filter(Boolean).map((part) => part.split('=')[0] ?? '');

/** By what an indicator may be told apart, the total first: what its plan allows and has categories for. */
export function splitsOf(indicator: Indicator, categories: readonly Category[]): Split[] {
  const allowed = new Set(indicator.splits.map((one) => [...one].sort().join()));
  const found = new Map<string, Split>();
  for (const category of categories) {
    if (category.counts !== 'LEARNERS') continue;
    const dimensions = dimensionsOf(category).sort();
    const key = dimensions.join();
    const fits = key === '' || (allowed.size ? allowed.has(key) : dimensions.every((one) => indicator.dimensions.includes(one)));
    if (!fits) continue;
    const split = found.get(key) ?? { key, dimensions, categories: [] };
    split.categories.push(category);
    found.set(key, split);
  }
  return [...found.values()].sort((one, other) => one.dimensions.length - other.dimensions.length || one.key.localeCompare(other.key));
}

/** How a row is told apart at first: as finely as its plan asks. */
export const finest = (indicator: Indicator, categories: readonly Category[]): Split | undefined => splitsOf(indicator, categories).at(-1);

export const blank = (categoryId: string): Cell => ({ categoryId, newPeople: null, repeatPeople: null, value: null, denominator: null });
export const isBlank = (cell: Cell): boolean => [cell.newPeople, cell.repeatPeople, cell.value, cell.denominator].every((one) => one === null);
