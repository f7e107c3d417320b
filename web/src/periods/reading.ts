// What the screens of reporting periods read and do.
import { graphql, type ResultOf } from '../kit/graphql';
import { holds } from '../kit/session.svelte';

const PERIOD_FIELDS = graphql(`fragment PeriodFields on ReportingPeriod { id number startsOn endsOn opensAt dueAt closedAt announcedAt state urgency }`);
export const PERIODS = graphql(
  `query PlanPeriods($plan: ID!, $after: String) { responsePlan(id: $plan) { id startsOn endsOn status operation { id timeZone } }
    reportingPeriods(planId: $plan, first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ...PeriodFields } } } }`,
  [PERIOD_FIELDS],
);
export const DUE = graphql(`query DueReports($period: ID!, $urgency: Urgency, $after: String) { dueReports(periodId: $period, urgency: $urgency, first: 50, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { urgency cluster { id name } organisation { id name } report { id status nil submittedAt } } } } }`);
export const OPENING = graphql(`query OpeningPreview($period: ID!, $only: Boolean!, $after: String) { openingPreview(periodId: $period) { reports people withoutPeople deliveries { sent queued failed suppressed }
  items(first: 50, after: $after, onlyWithoutPeople: $only) { pageInfo { hasNextPage endCursor } edges { node { cluster { id name } organisation { id name } people { name email toldAt } } } } } }`);
export const REMINDERS = graphql(`query Reminders($plan: ID!, $period: ID!, $after: String) { reminders(planId: $plan, periodId: $period, first: 20, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id name day byHand answered reports { organisation { id name } answered } } } } }`);
export const SETTINGS = graphql(`query ReportingSettings($plan: ID!) { reportingSettings(planId: $plan) { reminders reminderDays jumpPercent jumpPeople version } }`);

export const CREATE = graphql(`mutation CreatePeriods($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) { id number } }`);
export const OPEN = graphql(`mutation OpenPeriod($input: ReportingPeriodInput!) { openReportingPeriod(input: $input) { id } }`);
export const CLOSE = graphql(`mutation ClosePeriod($input: ReportingPeriodInput!) { closeReportingPeriod(input: $input) { id } }`);
export const REMIND = graphql(`mutation Remind($input: RemindInput!) { remind(input: $input) { reminded alreadyReminded unreachable } }`);
export const SET = graphql(`mutation SetReporting($input: ReportingSettingsInput!) { setReportingSettings(input: $input) { version } }`);

export type Period = ResultOf<typeof PERIODS>['reportingPeriods']['edges'][number]['node'];
export type Opening = ResultOf<typeof OPENING>['openingPreview'];
export type Due = ResultOf<typeof DUE>['dueReports']['edges'][number]['node'];

/** Who opens and closes periods, sees who is told, and says how reporting is run. */
export const manages = (): boolean => holds('COORDINATOR', 'CO_COORDINATOR');
