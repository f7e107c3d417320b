// Which partners serve different people by an activity in a place, with names: the history says it by ids.
import { graphql } from '../kit/graphql';
import { everything } from '../kit/offline/all';
import { innerId, standing } from './standing';

const ACTIVITIES = graphql(`query CaseloadActivities($plan: ID!, $after: String) { responsePlan(id: $plan) { activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name } } } } }`);
const SITES = graphql(`query CaseloadSites($operation: ID!, $after: String) { sites(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code name area { id } } } } }`);
const AREAS = graphql(`query CaseloadAreas($country: String!, $level: Int, $after: String) { adminAreas(countryIso3: $country, level: $level, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id pcode name } } } }`);
const PARTNERS = graphql(`query CaseloadPartners($after: String) { organisations(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name } } } }`);
const EVENTS = graphql(`query CaseloadEvents($activity: ID!, $after: String) { auditEvents(entityId: $activity, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { at action after } } } }`);
export const DECLARE = graphql(`mutation DeclareCaseloads($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { organisationIds } }`);

export interface Named {
  id: string;
  name: string;
}
export interface Declared {
  at: string;
  activity: Named;
  /** Null where the registry knows the place no more. */
  place: (Named & { code: string; site: boolean }) | null;
  organisations: Named[];
}
export interface Known {
  activities: (Named & { refCode: string })[];
  sites: (Named & { code: string; area: { id: string } | null })[];
  partners: Named[];
  declared: Declared[];
}

/** All that declarations of a plan are made of, and those that stand. */
export async function caseloads(plan: string, operation: string, country: string): Promise<Known> {
  const areasOf = (level: number) => everything(AREAS, { country, level }, (data) => data.adminAreas);
  const [activities, sites, districts, provinces, partners] = await Promise.all([
    everything(ACTIVITIES, { plan }, (data) => data.responsePlan?.activities),
    everything(SITES, { operation }, (data) => data.sites),
    areasOf(2),
    areasOf(1),
    everything(PARTNERS, {}, (data) => data.organisations),
  ]);
  const places = new Map<string, NonNullable<Declared['place']>>([
    ...sites.map((one) => [innerId(one.id), { ...one, site: true }] as const),
    ...[...districts, ...provinces].map((one) => [innerId(one.id), { ...one, code: one.pcode, site: false }] as const),
  ]);
  const names = new Map(partners.map((one) => [innerId(one.id), one]));
  const told = await Promise.all(
    activities.map(async (activity) =>
      standing(await everything(EVENTS, { activity: activity.id }, (data) => data.auditEvents)).map(({ at, place, organisations }) => ({
        at, activity, place: places.get(place) ?? null, organisations: organisations.map((id) => names.get(id) ?? { id, name: '—' }),
      })),
    ),
  );
  return { activities, sites, partners, declared: told.flat() };
}
