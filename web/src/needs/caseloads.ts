// Which partners serve different people by an activity in a place, and what a declaration chooses from.
import { graphql, type ResultOf } from '../kit/graphql';
import { everything } from '../kit/offline/all';

const ACTIVITIES = graphql(`query CaseloadActivities($plan: ID!, $after: String) { responsePlan(id: $plan) { activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name } } } } }`);
const SITES = graphql(`query CaseloadSites($operation: ID!, $after: String) { sites(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id code name area { id } } } } }`);
const PARTNERS = graphql(`query CaseloadPartners($after: String) { organisations(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id name } } } }`);
const DECLARED = graphql(`query Caseloads($plan: ID!, $after: String) { caseloads(planId: $plan, first: 100, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { declaredAt activity { id name } area { id name pcode } site { id name code } organisations { id name } } } } }`);
export const DECLARE = graphql(`mutation DeclareCaseloads($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { organisationIds } }`);

export type Declared = ResultOf<typeof DECLARED>['caseloads']['edges'][number]['node'];

/** Those that stand of a plan, and all that another is made of. */
export async function caseloads(plan: string, operation: string) {
  const [activities, sites, partners, declared] = await Promise.all([
    everything(ACTIVITIES, { plan }, (data) => data.responsePlan?.activities),
    everything(SITES, { operation }, (data) => data.sites),
    everything(PARTNERS, {}, (data) => data.organisations),
    everything(DECLARED, { plan }, (data) => data.caseloads),
  ]);
  return { activities, sites, partners, declared };
}
export type Known = Awaited<ReturnType<typeof caseloads>>;
