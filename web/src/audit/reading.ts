// What the history room reads. The list comes without the records themselves: those are fetched when one opens an event.
import { graphql } from '../kit/graphql';

export const EVENTS = graphql(`query Events($record: ID, $filter: AuditEventFilter, $first: Int!, $after: String) { auditEvents(entityId: $record, filter: $filter, first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { id at actorId actor entity action requestId } } } }`);
export const CONTENT = graphql(`query EventContent($record: ID, $filter: AuditEventFilter, $first: Int!, $after: String) { auditEvents(entityId: $record, filter: $filter, first: $first, after: $after) { edges { node { id before after } } } }`);
