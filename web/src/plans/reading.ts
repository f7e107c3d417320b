// What the screens of plans read and do.
import { graphql, type ResultOf } from '../kit/graphql';

const HEAD = graphql(`fragment PlanHead on ResponsePlan { id code kind name status startsOn endsOn years currency needsRoundId version updatedAt clusters { id name } areas { id name pcode } operation { id name countryIso3 }
  versions { id number label publishedAt hash } }`);
const INDICATOR = graphql(`fragment PlanIndicator on Indicator { id refCode registryCode name unit kind acrossPlaces acrossPeriods countsPeople frequency numeratorLabel denominatorLabel splits dimensions }`);

export const ALL = graphql(`query AllPlans($operation: ID!, $year: Int, $kind: PlanKind, $after: String) { responsePlans(operationId: $operation, year: $year, kind: $kind, first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id code kind name status startsOn endsOn years clusters { id name } versions { id label } } } } }`);
export const HEAD_OF = graphql(`query PlanHeadOf($plan: ID!) { responsePlan(id: $plan) { ...PlanHead } }`, [HEAD]);
/** The title alone, to be asked for in a language. */
export const TITLE = graphql(`query PlanTitle($plan: ID!) { responsePlan(id: $plan) { name } }`);
export const FROZEN = graphql(`query PlanFrozen($plan: ID!) { responsePlan(id: $plan) { ...PlanHead frozen: versions { id snapshot } } }`, [HEAD]);
export const REQUIREMENT = graphql(`query PlanCost($plan: ID!) { responsePlan(id: $plan) { requirement { currency total low high peopleTargeted costPerPerson method methodVersion notCosted { reason activity { id refCode } } } } }`);
export const DRAFT = graphql(
  `query PlanDraft($plan: ID!, $after: String) { responsePlan(id: $plan) { ...PlanHead
    requirement { currency total low high peopleTargeted costPerPerson method methodVersion asOf notCosted { reason activity { id refCode } } }
    objectives { id refCode level name parent { id } indicators { ...PlanIndicator } }
    activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name unit unitTarget objective { id } costs { modality unitTarget low unitCost high area { id name pcode level ancestors { id level } } }
      requirement { amount low high notCosted } indicators { ...PlanIndicator } } } } } }`,
  [HEAD, INDICATOR],
);
export const FIGURES = graphql(`query PlanIndicatorFigures($plan: ID!, $after: String) { planFigures(planId: $plan) { planVersion upToPeriod { id number startsOn } target { value method methodVersion asOf source } reached { value method methodVersion asOf source }
  indicators(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { indicator { id refCode } value { value numerator denominator method methodVersion asOf source } baseline inNeed target status progress { value numerator denominator method methodVersion asOf source } } } } } }`);
/** Where an indicator stands: the server reads one activity by the cursor of the one before it. */
export const WHERE = graphql(`query WhereIndicators($plan: ID!, $after: String) { responsePlan(id: $plan) { ...PlanHead objectives { id indicators { id } } activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { id indicators { id } } } } } }`, [HEAD]);
const TARGETS = graphql(`fragment IndicatorTargets on Indicator { ...PlanIndicator activity { refCode name } objective { refCode name } targets(first: 40, after: $after) { pageInfo { hasNextPage endCursor } edges { node { baseline inNeed target area { id name pcode level } category { id key label values { code dimension { code } } } } } } }`, [INDICATOR]);
export const INDICATOR_TARGETS = graphql(
  `query TargetsOfIndicator($plan: ID!, $activity: Boolean!, $before: String, $after: String) { responsePlan(id: $plan) { version objectives @skip(if: $activity) { indicators { ...IndicatorTargets } } activities(first: 1, after: $before) @include(if: $activity) { edges { node { indicators { ...IndicatorTargets } } } } } }`,
  [TARGETS],
);
export const REGISTRY = graphql(`query Registry($after: String) { registryIndicators(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { code subDomain name unit kind numeratorLabel denominatorLabel source } } } }`);
export const DIMENSIONS = graphql(`query PlanDimensions($operation: ID!, $after: String) { dimensions(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { code label values { code label } } } } }`);
export const ROUNDS = graphql(`query PlanRounds($operation: ID!, $after: String) { needsRounds(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id number name status } } } }`);
export const DIFFERENCE = graphql(`query PlanDifference($plan: ID!, $from: Int!, $to: Int, $after: String) { planDifference(planId: $plan, from: $from, to: $to) { requirementBefore requirementAfter peopleTargetedBefore peopleTargetedAfter beyondMinor
  changes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { part kind reference area { id name pcode } category { id label } fields { field before after } } } } } }`);

export const CREATE = graphql(`mutation CreatePlan($input: CreatePlanInput!) { createPlan(input: $input) { id } }`);
export const UPDATE = graphql(`mutation UpdatePlan($input: UpdatePlanInput!) { updatePlan(input: $input) { id version } }`);
export const ADD_OBJECTIVE = graphql(`mutation AddObjective($input: AddObjectiveInput!) { addObjective(input: $input) { id } }`);
export const UPDATE_OBJECTIVE = graphql(`mutation UpdateObjective($input: UpdateObjectiveInput!) { updateObjective(input: $input) { id } }`);
export const REMOVE_OBJECTIVE = graphql(`mutation RemoveObjective($input: RemoveObjectiveInput!) { removeObjective(input: $input) { id } }`);
export const ADD_ACTIVITY = graphql(`mutation AddActivity($input: AddActivityInput!) { addActivity(input: $input) { id plan { id version } } }`);
export const UPDATE_ACTIVITY = graphql(`mutation UpdateActivity($input: UpdateActivityInput!) { updateActivity(input: $input) { id plan { id version } } }`);
export const REMOVE_ACTIVITY = graphql(`mutation RemoveActivity($input: RemoveActivityInput!) { removeActivity(input: $input) { id } }`);
export const SET_COSTS = graphql(`mutation SetCosts($input: SetActivityCostsInput!) { setActivityCosts(input: $input) { id } }`);
export const ADD_INDICATOR = graphql(`mutation AddIndicator($input: AddIndicatorInput!) { addIndicator(input: $input) { id } }`);
export const UPDATE_INDICATOR = graphql(`mutation UpdateIndicator($input: UpdateIndicatorInput!) { updateIndicator(input: $input) { id } }`);
export const REMOVE_INDICATOR = graphql(`mutation RemoveIndicator($input: RemoveIndicatorInput!) { removeIndicator(input: $input) { id } }`);
export const SET_TARGETS = graphql(`mutation SetTargets($input: SetTargetsInput!) { setTargets(input: $input) { applied added changed unchanged moreIssues issues { row severity key reason mend } plan { id version } } }`);
export const PUBLISH = graphql(`mutation PublishPlan($input: PublishPlanInput!) { publishPlan(input: $input) { id number label } }`);

export type Head = ResultOf<typeof HEAD_OF>['responsePlan'];
export type Draft = ResultOf<typeof DRAFT>['responsePlan'];
export type ObjectiveRead = Draft['objectives'][number];
export type ActivityRead = Draft['activities']['edges'][number]['node'];
export type IndicatorRead = ObjectiveRead['indicators'][number];
