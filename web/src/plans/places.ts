// The places and groups that a published version names by their ids alone: what they are called today.
import { graphql } from '../kit/graphql';
import { everything } from '../kit/offline/all';

const AREAS = graphql(`query FrozenAreas($country: String!, $level: Int, $after: String) { adminAreas(countryIso3: $country, level: $level, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name pcode } } } }`);
const GROUPS = graphql(`query FrozenGroups($operation: ID!, $after: String) { categories(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id key label } } } }`);
const LEVELS = [0, 1, 2, 3, 4, 5];

export interface Named {
  name: string;
  /** The P-code of a place; of a group what it consists of. */
  code: string;
}
/** A published version writes an id as a UUID, the API wraps the same in letters of its own; what cannot be told is left without a name. */
export function bareOf(id: string): string {
  try {
    return (atob(id).split(':')[1] ?? id).replaceAll('-', '');
  } catch {
    return id;
  }
}
export const bare = (uuid: string): string => uuid.replaceAll('-', '');

/** The areas of these ids, from the largest level down for as long as one is not found. */
export async function areasOf(country: string, uuids: readonly string[]): Promise<Map<string, Named>> {
  const wanted = new Set(uuids.map(bare));
  const found = new Map<string, Named>();
  for (const level of LEVELS) {
    if ([...wanted].every((one) => found.has(one))) break;
    for (const area of await everything(AREAS, { country, level, after: null }, (data) => data.adminAreas)) found.set(bareOf(area.id), { name: area.name, code: area.pcode });
  }
  return found;
}
export async function groupsOf(operation: string): Promise<Map<string, Named>> {
  const all = await everything(GROUPS, { operation, after: null }, (data) => data.categories);
  return new Map(all.map((one) => [bareOf(one.id), { name: one.label, code: one.key }]));
}
