// What the screens of projects read and do.
import { graphql, type ResultOf } from '../kit/graphql';

const MONEY = graphql(`fragment ProjectMoney on Project { currency budgetTotal fundedTotal peopleTargeted costPerChild }`);
export const PROJECTS = graphql(
  `query Projects($plan: ID!, $filter: ProjectFilterInput, $lines: Boolean!, $after: String) { projects(planId: $plan, filter: $filter, first: 50, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { id code name status startsOn endsOn organisation { id name } cluster { id name } ...ProjectMoney targets(first: 100) @include(if: $lines) { pageInfo { hasNextPage } edges { node { activity { id } area { id parent { id parent { id parent { id } } } } } } } } } } }`,
  [MONEY],
);
export const PLAN_PROJECTS = graphql(`query PlanProjects($plan: ID!, $after: String) { planProjects(planId: $plan) { currency projects projectsInOtherCurrency budget funded budgetWithoutActivity requirement peopleTargeted costPerChild method methodVersion
  activities(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { projects people units unitsPlanned overTarget budget funded requirement activity { id refCode name unit } } } } } }`);
export const OVER = graphql(`query ProjectsOver($plan: ID!, $after: String) { planProjects(planId: $plan) { overTarget(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { people planned activity { id name } area { id name pcode } } } } } }`);
export const SAME = graphql(`query ProjectsSame($plan: ID!, $after: String) { planProjects(planId: $plan) { duplicates(first: 50, after: $after) { pageInfo { hasNextPage endCursor } edges { node { activity { id name } area { id name pcode } projects { id code organisation { id name } } } } } } }`);

export const PROJECT = graphql(
  `query Project($id: ID!) { project(id: $id) { id code name description status nextSteps round note submittedAt decidedAt version startsOn endsOn ...ProjectMoney
    operation { id } plan { id name reviewCriteria { code name weight maxScore } } cluster { id name } organisation { id name } implementingOrganisations { id name }
    budget { sourceKind funded amount activity { id name } donor { id name } } reviewers { userId name }
    reviews { id round reviewer recommendation comment submittedAt score scores { score comment criterion { code name maxScore } } }
    reviewSummary { round reviews meanScore recommendingApproval recommendingChanges recommendingReturn recommendingRejection } } }`,
  [MONEY],
);
export const TARGETS = graphql(`query ProjectTargets($id: ID!, $after: String) { project(id: $id) { targets(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { people units activity { id refCode name unit } area { id name pcode level ancestors { id level } } } } } } }`);
export const CHOICES = graphql(`query ProjectChoices($plan: ID!, $after: String) { responsePlan(id: $plan) { id currency startsOn endsOn operation { id countryIso3 } clusters { id name }
  activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name unit } } } } }`);
export const CRITERIA = graphql(`query ReviewCriteria($plan: ID!) { responsePlan(id: $plan) { id version reviewCriteria { code name weight maxScore } } }`);
export const PEERS = graphql(`query Peers($operation: ID!, $after: String) { grants(operationId: $operation, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id userId holder role organisationId } } } }`);

export const CREATE = graphql(`mutation CreateProject($input: CreateProjectInput!) { createProject(input: $input) { id } }`);
export const UPDATE = graphql(`mutation UpdateProject($input: UpdateProjectInput!) { updateProject(input: $input) { id } }`);
export const MOVE = graphql(`mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { id } }`);
export const DECIDE = graphql(`mutation DecideProject($input: DecideProjectInput!) { decideProject(input: $input) { id } }`);
export const REVIEWERS = graphql(`mutation SetReviewers($input: SetProjectReviewersInput!) { setProjectReviewers(input: $input) { id } }`);
export const REVIEW = graphql(`mutation ReviewProject($input: ReviewProjectInput!) { reviewProject(input: $input) { id } }`);
export const SET_CRITERIA = graphql(`mutation SetCriteria($input: SetReviewCriteriaInput!) { setReviewCriteria(input: $input) { id } }`);

export type ProjectRead = ResultOf<typeof PROJECT>['project'];
export type TargetRead = ResultOf<typeof TARGETS>['project']['targets']['edges'][number]['node'];
export type ActivityRead = ResultOf<typeof CHOICES>['responsePlan']['activities']['edges'][number]['node'];
