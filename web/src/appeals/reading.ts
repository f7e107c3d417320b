// What the rooms of appeals read and do.
import { graphql } from '../kit/graphql';

const TALLY = graphql(`fragment Tally on FundingTally { funded paid committed pledged inKind paidPercent }`);
export const APPEALS = graphql(`query Appeals($operation: ID!, $after: String) { appeals(operationId: $operation, first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor }
  edges { node { id code kind name status currency startsOn endsOn plan { code } cluster { name } editions(first: 1) { edges { node { number asOf } } } } } } }`);
export const FUNDING = graphql(
  `query Funding($id: ID!, $asOf: LocalDate) { appeal(id: $id) { id currency funding(asOf: $asOf) { asOf method methodVersion requirement coveragePercent unmet overFunding notSpecified
    given { ...Tally } planGiven { ...Tally } shared { funded } sharedForSector { funded } sharedWithOtherPlans { funded } clusters { sector name given { funded } } } } }`,
  [TALLY],
);
export const APPEAL = graphql(`query Appeal($id: ID!) { appeal(id: $id) { id code kind name names { language text } summary { language text } currency startsOn endsOn status version
  operation { id name } plan { id code name } cluster { id name sectorCode }
  revision { id number validFrom reason requirement lines { id amount year clusterName reportedFunding label { language text } activity { id refCode name } area { id pcode name } } }
  editions(first: 1) { edges { node { number asOf } } } } }`);
export const REVISIONS = graphql(`query Revisions($id: ID!, $after: String) { appeal(id: $id) { id revisions(first: 10, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id number validFrom reason requirement } } } } }`);
export const EDITIONS = graphql(`query Editions($id: ID!, $after: String) { appeal(id: $id) { id editions(first: 10, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id number asOf publishedAt note sha256 figures } } } } }`);

const VERSION = graphql(`fragment Version on FlowVersion { number status boundary shared usd amount currency rate decisionDate flowDate contribution earmarking active description createdAt
  parties { direction kind code name behaviour organisation { id name } } portions { year usd } }`);
export const FLOW_LIST = graphql(
  `query Flows($id: ID!, $after: String) { appeal(id: $id) { id flows(first: 25, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id system externalId version { ...Version } versions { ...Version } } } } } }`,
  [VERSION],
);
export const FOLLOWERS = graphql(`query Followers($operation: ID!, $after: String) { subscriberCounts(operationId: $operation, first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node { subject subjectId title confirmed pending undeliverable } } } }`);
export const PEOPLE = graphql(`query PeopleOfPlan($plan: ID!) { planFigures(planId: $plan) { inNeed { value method methodVersion asOf source } target { value method methodVersion asOf source } reached { value method methodVersion asOf source } partnersReporting { value numerator denominator method methodVersion asOf source } } }`);
export const ACTIVITIES = graphql(`query ActivitiesOfPlan($plan: ID!, $after: String) { responsePlan(id: $plan) { id activities(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id refCode name } } } } }`);
export const AREAS = graphql(`query AreasToAsk($country: String!) { adminAreas(countryIso3: $country, level: 1, first: 100) { edges { node { id name pcode } } } }`);
export const ORGANISATIONS = graphql(`query OrganisationsToName($search: String) { organisations(search: $search, first: 20) { edges { node { id name acronym } } } }`);
export const ORGANISATION = graphql(`query OrganisationNamed($id: ID!) { organisation(id: $id) { id name acronym } }`);

export const CREATE = graphql(`mutation CreateAppeal($input: CreateAppealInput!) { createAppeal(input: $input) { id } }`);
export const UPDATE = graphql(`mutation UpdateAppeal($input: UpdateAppealInput!) { updateAppeal(input: $input) { id } }`);
export const STATUS = graphql(`mutation SetAppealStatus($input: SetAppealStatusInput!) { setAppealStatus(input: $input) { id } }`);
export const REVISE = graphql(`mutation ReviseAppeal($input: ReviseAppealInput!) { reviseAppeal(input: $input) { id } }`);
export const FROM_PLAN = graphql(`mutation RequirementFromPlan($input: RequirementFromPlanInput!) { requirementFromPlan(input: $input) { id revision { requirement } } }`);
export const IMPORT_LINES = graphql(`mutation ImportRequirements($input: ImportRequirementsInput!) { importRequirements(input: $input) { applied requirement reportedFunding moreIssues revision { number } issues { sheet cell row severity reason mend } } }`);
export const RECORD = graphql(`mutation RecordFlow($input: RecordFlowInput!) { recordFlow(input: $input) { id } }`);
export const WITHDRAW = graphql(`mutation WithdrawFlow($input: WithdrawFlowInput!) { withdrawFlow(input: $input) { id } }`);
export const IMPORT_FLOWS = graphql(`mutation ImportFlows($input: ImportFlowsInput!) { importFlows(input: $input) { applied added changed unchanged moreIssues issues { sheet cell row severity reason mend } } }`);
export const PUBLISH = graphql(`mutation PublishEdition($input: PublishEditionInput!) { publishEdition(input: $input) { id number } }`);
export const FOLLOW = graphql(`mutation Follow($input: SubscribeInput!) { subscribe(input: $input) }`);
