// All areas of a country, page by page.
import type { ResultOf } from '../kit/graphql';
import { ask } from '../kit/session.svelte';
import { PLACES } from './reading';

export type Area = ResultOf<typeof PLACES>['adminAreas']['edges'][number]['node'];

/** More than this would be no list to look through. */
const MOST_PAGES = 60;

export async function everyArea(country: string, level: number | null = null): Promise<Area[]> {
  const all: Area[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found: ResultOf<typeof PLACES>['adminAreas'] = (await ask(PLACES, { country, level, parent: null, after })).adminAreas;
    all.push(...found.edges.map((edge) => edge.node));
    after = found.pageInfo.endCursor;
    if (!found.pageInfo.hasNextPage) break;
  }
  return all;
}
