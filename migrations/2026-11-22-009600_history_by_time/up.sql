-- The history is read backwards, page by page, by those who may see all of it.
-- squawk-ignore require-concurrent-index-creation
create index audit_events_by_time on audit_events (at, id);
