// The areas of a country, level by level, asked for once and kept on the device.
import { Refused, graphql } from './graphql';
import { keepRead, keptRead } from './offline/db';
import { ask, viewer } from './session.svelte';
import { language } from './texts.svelte';

const AREAS = graphql(`query AreaParts($country: String!, $level: Int, $parent: ID, $after: String) { adminAreas(countryIso3: $country, level: $level, parentId: $parent, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name pcode } } } }`);
export interface Area {
  id: string;
  name: string;
  pcode: string;
}
const known = new Map<string, Promise<Area[]>>();

async function read(country: string, parent: string | null): Promise<Area[]> {
  const all: Area[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: { adminAreas: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; edges: readonly { node: Area }[] } } = await ask(AREAS, { country, level: parent ? null : 1, parent, after });
    all.push(...page.adminAreas.edges.map((edge) => edge.node));
    [more, after] = [page.adminAreas.pageInfo.hasNextPage, page.adminAreas.pageInfo.endCursor];
  }
  return all;
}

/** The parts of an area; without it the largest areas of the country. */
export function partsOf(country: string, parent: string | null): Promise<Area[]> {
  const key = JSON.stringify(['areas', country, parent, language()]);
  const user = viewer()?.id ?? '';
  const asked =
    known.get(key) ??
    read(country, parent).then(
      async (all) => {
        await keepRead(user, key, all, Date.now()).catch(() => null);
        return all;
      },
      async (error: unknown) => {
        known.delete(key);
        const kept = error instanceof Refused && error.passes ? await keptRead(user, key).catch(() => undefined) : undefined;
        if (kept) return kept.data as Area[];
        throw error;
      },
    );
  known.set(key, asked);
  return asked;
}
