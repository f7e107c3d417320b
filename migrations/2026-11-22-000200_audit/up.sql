-- The history of every change, append-only and hash-chained.

create table audit_events (
    id uuid primary key,
    at timestamptz not null,
    actor uuid,
    request_id uuid not null,
    operation_id uuid,
    entity text not null,
    entity_id uuid not null,
    action text not null,
    before jsonb,
    after jsonb,
    transaction_id xid8 not null default pg_current_xact_id(),
    sequence bigint unique check (sequence > 0),
    hash bytea,
    check ((sequence is null) = (hash is null))
);
comment on table audit_events is 'Who changed what and when, written in the transaction of the change; a sealer chains the rows a moment later.';
comment on column audit_events.id is 'The event.';
comment on column audit_events.at is 'When it happened.';
comment on column audit_events.actor is 'The user who did it; null for the program itself.';
comment on column audit_events.request_id is 'The request it was part of; the log has the same id.';
comment on column audit_events.operation_id is 'The operation that the record belongs to, if one.';
comment on column audit_events.entity is 'What kind of record changed.';
comment on column audit_events.entity_id is 'Which record changed.';
comment on column audit_events.action is 'What was done to it.';
comment on column audit_events.before is 'The record before, null when it is new.';
comment on column audit_events.after is 'The record after, null when it is gone.';
comment on column audit_events.transaction_id is 'The transaction that wrote it: only rows older than every running one are sealed.';
comment on column audit_events.sequence is 'The place in the chain, from 1; null until sealed.';
comment on column audit_events.hash is 'SHA-256 over the previous hash and this row; null until sealed.';

create index audit_events_unsealed on audit_events (at, id) where sequence is null;

create index audit_events_of_entity on audit_events (entity, entity_id, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% keeps what was written: nothing in it is changed or removed', tg_table_name;
end $$;
comment on function refuse_change() is 'For tables that are only ever added to.';

-- The sealer alone changes an event, once, and nothing but its place in the chain.
create trigger audit_events_are_sealed_once before update on audit_events for each row
when (
    old.hash is not null
    or (old.id, old.at, old.actor, old.request_id, old.operation_id, old.entity, old.entity_id, old.action, old.before, old.after)
    is distinct from
    (new.id, new.at, new.actor, new.request_id, new.operation_id, new.entity, new.entity_id, new.action, new.before, new.after)
)
execute function refuse_change();

create trigger audit_events_stay before delete or truncate on audit_events for each statement execute function refuse_change();
