// What the grid lets choose from: projects, categories, and by what an indicator's people may be told apart.
import { graphql } from '../kit/graphql';
import { everything } from '../kit/offline/all';
import type { ResultOf } from '../kit/graphql';
import { GROUP } from './splits';

const PLAN = graphql(`query GridPlan($plan: ID!, $after: String) { responsePlan(id: $plan) { operation { id countryIso3 }
  activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name unit indicators { id refCode name kind dimensions splits countsPeople } } } } } }`);
const CATEGORIES = graphql(`query GridCategories($operation: ID!, $after: String) { categories(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id key label kind counts } } } }`);
const DIMENSIONS = graphql(`query GridDimensions($operation: ID!, $after: String) { dimensions(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { code label values { code label } } } } }`);
const PROJECTS = graphql(`query GridProjects($plan: ID!, $after: String) { projects(planId: $plan, filter: { statuses: [APPROVED, ACTIVE, COMPLETED, SUSPENDED] }, first: 100, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id code name organisation { id } implementingOrganisations { id } } } } }`);
const AREAS = graphql(`query GridAreas($country: String!, $after: String) { adminAreas(countryIso3: $country, level: 2, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id pcode name } } } }`);
const SITES = graphql(`query GridSites($operation: ID!, $after: String) { sites(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code name area { id } } } } }`);
const WHERE = graphql(`query GridWhere($plan: ID!) { responsePlan(id: $plan) { currency operation { id countryIso3 } } }`);

type Node<T> = T extends { edges: readonly { node: infer N }[] } ? N : never;
export type Activity = Node<NonNullable<ResultOf<typeof PLAN>['responsePlan']>['activities']>;
export type Indicator = Activity['indicators'][number];
export type Category = Node<ResultOf<typeof CATEGORIES>['categories']>;
type Named = { id: string; code: string; name: string };

export interface Choices {
  activities: Activity[];
  indicators: Map<string, Indicator>;
  categories: Category[];
  dimensions: Map<string, string>;
  /** The groups that a whole row may be about. */
  groups: readonly { code: string; label: string }[];
  /** Of the plan: what amounts are given in, unless somebody says otherwise. */
  currency: string;
  projects: Named[];
  areas: { id: string; pcode: string; name: string }[];
  sites: (Named & { area: { id: string } | null })[];
}

const WORLD = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** All that a report of an organisation on a plan can be made of. */
export async function choices(plan: string, organisation: string): Promise<Choices> {
  const [where] = await everything(WHERE, { plan }, (data) => ({ ...WORLD, edges: data.responsePlan?.operation ? [{ node: { ...data.responsePlan.operation, currency: data.responsePlan.currency } }] : [] }));
  const [operation, country] = [where?.id ?? '', where?.countryIso3 ?? ''];
  const [activities, categories, dimensions, projects, areas, sites] = await Promise.all([
    everything(PLAN, { plan }, (data) => data.responsePlan?.activities),
    everything(CATEGORIES, { operation }, (data) => data.categories),
    everything(DIMENSIONS, { operation }, (data) => data.dimensions),
    everything(PROJECTS, { plan }, (data) => data.projects),
    everything(AREAS, { country }, (data) => data.adminAreas),
    everything(SITES, { operation }, (data) => data.sites),
  ]);
  const mine = projects.filter((one) => one.organisation?.id === organisation || one.implementingOrganisations.some((other) => other.id === organisation));
  return { activities, indicators: new Map(activities.flatMap((one) => one.indicators.map((indicator) => [indicator.id, indicator] as const))), categories, dimensions: new Map(dimensions.map((one) => [one.code, one.label])), groups: dimensions.find((one) => one.code === GROUP)?.values ?? [], currency: where?.currency ?? '', projects: mine, areas, sites };
}
