-- Who asked to be told of what.

create table subscriptions (
    id uuid primary key,
    subject text not null check (subject in ('OPERATION', 'APPEAL')),
    subject_id uuid not null,
    operation_id uuid not null references operations,
    title jsonb not null,
    email text not null check (email = lower(email) and email like '%_@_%'),
    language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
    token text not null unique,
    status text not null check (status in ('PENDING', 'CONFIRMED', 'STOPPED')),
    created_at timestamptz not null,
    confirmed_at timestamptz,
    stopped_at timestamptz,
    unique (subject, subject_id, email)
);
comment on table subscriptions is 'Addresses that asked for mails of an operation or an appeal, with double opt-in.';
comment on column subscriptions.id is 'The subscription.';
comment on column subscriptions.subject is 'What kind of thing it follows.';
comment on column subscriptions.subject_id is 'What it follows.';
comment on column subscriptions.operation_id is 'The operation that it belongs to.';
comment on column subscriptions.title is 'What that is called, by language, as it was when it was asked for.';
comment on column subscriptions.email is 'The address.';
comment on column subscriptions.language is 'The language of its mails.';
comment on column subscriptions.token is 'The secret in its links: confirm, choose, stop.';
comment on column subscriptions.status is 'Asked for, confirmed by the link, or stopped.';
comment on column subscriptions.created_at is 'When it was asked for.';
comment on column subscriptions.confirmed_at is 'When it was confirmed.';
comment on column subscriptions.stopped_at is 'When it was stopped.';

create index subscriptions_of_subject on subscriptions (subject, subject_id) where status = 'CONFIRMED';

create index subscriptions_of_address on subscriptions (email);

create index subscriptions_of_operation on subscriptions (operation_id, id);

create table deliveries (
    event_id uuid not null,
    subscription_id uuid not null references subscriptions on delete cascade,
    message_id uuid not null,
    created_at timestamptz not null,
    primary key (event_id, subscription_id)
);
comment on table deliveries is 'Who was told of which event: at most one mail per event and subscription.';
comment on column deliveries.event_id is 'The event, such as an edition.';
comment on column deliveries.subscription_id is 'Who was told.';
comment on column deliveries.message_id is 'The mail in the outbox.';
comment on column deliveries.created_at is 'When it was queued.';

create index deliveries_of_subscription on deliveries (subscription_id);
