// What the screens of one report read.
import { graphql } from '../kit/graphql';
import { REPORT_CONTENT } from '../kit/offline/content';

export const REPORT = graphql(
  `query Report($id: ID!) { report(id: $id) { uuid status version note firstSubmittedAt submittedAt decidedAt updatedAt updatedBy ...ReportContent
    plan { id operation { id } } period { id number startsOn dueAt state } cluster { id name } organisation { id name } warnings { row severity reason mend }
    returnedRows { rowKey note } comments { id answersId rowKey field categoryId text author createdAt resolvedAt } } }`,
  [REPORT_CONTENT],
);
export const GROUPS = graphql(`query GroupsOfRows($operation: ID!) { dimensions(operationId: $operation, first: 100) { edges { node { code values { code label } } } } }`);
export const EARLIER = graphql(`query Earlier($plan: ID!, $organisation: ID!, $cluster: ID!) {
  reports(planId: $plan, filter: { organisationId: $organisation, clusterId: $cluster, statuses: [SUBMITTED, ACCEPTED] }, first: 100) { edges { node { id nil period { id number } } } } }`);
export const LAST = graphql(`query LastReport($id: ID!) { report(id: $id) { ...ReportContent } }`, [REPORT_CONTENT]);
export const PERIOD = graphql(`query Period($plan: ID!) { reportingPeriods(planId: $plan, first: 100) { edges { node { id number startsOn dueAt state } } } }`);
export const REOPEN = graphql(`mutation ReopenReport($input: ReturnReportInput!) { reopenReport(input: $input) { id } }`);
