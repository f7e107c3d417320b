// By what the people of an indicator may be told apart.
import type { Cell, Row } from '../kit/offline/kinds';
import type { Category, Indicator } from './choices';

/** One way to tell people apart: its dimensions, and its categories. */
export interface Split {
  key: string;
  dimensions: string[];
  categories: Category[];
}
type About = Pick<Row, 'populationGroup' | 'cells'>;

/** The dimension of which a whole row may be about one value. */
export const GROUP = 'population_group';
const dimensionsOf = (category: Category): string[] => category.key.split(';').filter(Boolean).map((part) => part.split('=')[0] ?? '');

/** The categories of a row that is about one group. The server counts that group in each of its cells, so that it tells nobody apart there. */
function within({ populationGroup, cells }: About, categories: readonly Category[]): readonly Category[] {
  if (!populationGroup) return categories;
  const found = new Map<string, { category: Category; rank: number }>();
  for (const category of categories) {
    const key = category.key.split(';').filter((part) => part !== `${GROUP}=${populationGroup}`).join(';');
    if (key.includes(`${GROUP}=`)) continue;
    // What the row has already stands; else the category that names the group, where there is one.
    const rank = Number(cells.some((cell) => cell.categoryId === category.id)) * 2 + Number(key !== category.key);
    if (rank >= (found.get(key)?.rank ?? 0)) found.set(key, { category: { ...category, key }, rank });
  }
  return [...found.values()].map((one) => one.category);
}

/** By what an indicator may be told apart, the total first: what its plan allows and has categories for. */
export function splitsOf(indicator: Indicator, categories: readonly Category[], row: About = { populationGroup: null, cells: [] }): Split[] {
  const allowed = new Set(indicator.splits.map((one) => [...one].sort().join()));
  const found = new Map<string, Split>();
  for (const category of within(row, categories)) {
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
export const finest = (indicator: Indicator, categories: readonly Category[], row?: About): Split | undefined => splitsOf(indicator, categories, row).at(-1);

export const blank = (categoryId: string): Cell => ({ categoryId, newPeople: null, repeatPeople: null, value: null, denominator: null });
export const isBlank = (cell: Cell): boolean => [cell.newPeople, cell.repeatPeople, cell.value, cell.denominator].every((one) => one === null);
