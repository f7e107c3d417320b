// What the screens of tables and published months read and do.
import { graphql } from '../kit/graphql';

export const TABLE = graphql(`query PlanTable($plan: ID!, $table: TableKind!, $level: Int!, $from: ID, $to: ID, $after: String) {
  planTable(planId: $plan, table: $table, level: $level, fromPeriodId: $from, upToPeriodId: $to) { plan { code } columns { name holds } rows(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { area { id pcode } cells } } } } }`);
export const PERIODS = graphql(`query TablePeriods($plan: ID!) { reportingPeriods(planId: $plan, first: 100) { edges { node { id number startsOn endsOn state } } } }`);
export const PUBLICATIONS = graphql(`query Publications($plan: ID!) {
  publications(planId: $plan, first: 100) { edges { node { id number publishedAt asOf hash period { id startsOn } lateChanges(first: 20) { pageInfo { hasNextPage } edges { node { kind status decidedAt report { id organisation { name } period { startsOn } } } } } } } }
  reportingPeriods(planId: $plan, first: 100) { edges { node { id number startsOn endsOn state } } } }`);
export const LINKS = graphql(`query ShareLinks($plan: ID!) { shareLinks(planId: $plan, first: 100) { edges { node { id name level namesPartners createdAt expiresAt revokedAt } } } }`);
export const PUBLISH = graphql(`mutation PublishPeriod($input: PublishPeriodInput!) { publishPeriod(input: $input) { id number } }`);
export const SHARE = graphql(`mutation CreateShareLink($input: CreateShareLinkInput!) { createShareLink(input: $input) { url shareLink { id } } }`);
export const REVOKE = graphql(`mutation RevokeShareLink($input: RevokeShareLinkInput!) { revokeShareLink(input: $input) { id } }`);
export const FEED = graphql(`mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { url createdAt } }`);
export const END_FEED = graphql(`mutation RevokeCalendarFeed($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) }`);
