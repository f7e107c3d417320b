// What the review queue reads and does.
import { graphql, type ResultOf } from '../kit/graphql';

export const QUEUE = graphql(`query ReviewQueue($plan: ID!, $period: ID, $cluster: ID, $after: String) {
  reviewQueue(planId: $plan, periodId: $period, clusterId: $cluster, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { score moreRisks
    risks { kind weight row { id } indicator { id name } area { id name } figure compared organisation { id name } }
    report { id version nil submittedAt organisation { id name } cluster { id name } period { id number startsOn } } } } }
  reportingPeriods(planId: $plan, first: 100) { edges { node { id startsOn state } } } }`);

const ROW = graphql(`fragment ReviewRow on ReportRow { id rowKey modality status nil units remarks activity { id name } indicator { id name countsPeople } area { id pcode name } site { id code name }
  cells { category { id key label kind } newPeople repeatPeople value denominator clean { newPeople repeatPeople value denominator why by at stale } } }`);

export type Queued = ResultOf<typeof QUEUE>['reviewQueue']['edges'][number]['node'];

export const REVIEWED = graphql(
  `query ReviewedReport($id: ID!, $after: String) { report(id: $id) { id version status nil note submittedAt plan { id } organisation { id name } cluster { id name } period { id number startsOn }
    rows(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ...ReviewRow } } }
    comments { id answersId rowKey field categoryId text author createdAt resolvedAt }
    returnedRows { rowKey note }
    changesSinceAccepted { more rows { kind rowKey activity place values { category name before after } } } } }`,
  [ROW],
);

/** The reports of the same partner, to find the one before. */
export const EARLIER = graphql(`query EarlierReports($plan: ID!, $organisation: ID!, $cluster: ID!) {
  reports(planId: $plan, filter: { organisationId: $organisation, clusterId: $cluster, statuses: [SUBMITTED, ACCEPTED] }, first: 100) { edges { node { id period { id number } } } } }`);
export const BEFORE = graphql(`query ReportBefore($id: ID!, $after: String) { report(id: $id) { id period { startsOn } rows(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...ReviewRow } } } } }`, [ROW]);

export const ACCEPT = graphql(`mutation AcceptReport($input: AcceptReportInput!) { acceptReport(input: $input) { id } }`);
export const ACCEPT_MANY = graphql(`mutation AcceptReports($input: AcceptReportsInput!) { acceptReports(input: $input) { accepted reports { outcome report { id organisation { name } } } } }`);
export const RETURN = graphql(`mutation ReturnReport($input: ReturnReportInput!) { returnReport(input: $input) { id } }`);
export const CLEAN = graphql(`mutation CleanCells($input: CleanCellsInput!) { cleanCells(input: $input) { __typename ... on ReportSaved { report { id } } ... on ReportLocked { reason } ... on ReportInvalid { issues { row reason mend } } } }`);
export const RESTORE = graphql(`mutation RestoreCells($input: RestoreCellsInput!) { restoreCells(input: $input) { __typename ... on ReportSaved { report { id } } ... on ReportLocked { reason } ... on ReportInvalid { issues { row reason mend } } } }`);
