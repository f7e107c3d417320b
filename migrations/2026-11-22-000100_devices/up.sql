-- What the kit's devices keep: answers of writes, jobs, outgoing mail.

create table idempotency_keys (
    actor uuid not null,
    key uuid not null,
    operation text not null,
    request_hash bytea not null,
    response jsonb not null default 'null',
    created_at timestamptz not null,
    primary key (actor, key)
);
comment on table idempotency_keys is 'Answers of writes by the key that the client gave, kept in the transaction of the effect, so that the same request again has one effect and one answer.';
comment on column idempotency_keys.actor is 'Who wrote: the user''s id, or the nil id for visitors without an account.';
comment on column idempotency_keys.key is 'The client''s `clientMutationId`.';
comment on column idempotency_keys.operation is 'The mutation''s name.';
comment on column idempotency_keys.request_hash is 'SHA-256 of the operation and its canonical input.';
comment on column idempotency_keys.response is 'What was answered.';
comment on column idempotency_keys.created_at is 'When it was first asked.';

create table jobs (
    id uuid primary key,
    kind text not null,
    payload jsonb not null,
    run_at timestamptz not null,
    attempts integer not null default 0,
    leased_until timestamptz,
    last_error text,
    failed_at timestamptz,
    created_at timestamptz not null
);
comment on table jobs is 'Work to be done later, enqueued in the transaction that calls for it.';
comment on column jobs.id is 'The job.';
comment on column jobs.kind is 'Which job type runs it.';
comment on column jobs.payload is 'The job type''s fields.';
comment on column jobs.run_at is 'Not before this moment.';
comment on column jobs.attempts is 'How often it was begun.';
comment on column jobs.leased_until is 'While in the future, a worker is at it.';
comment on column jobs.last_error is 'Why the last attempt failed.';
comment on column jobs.failed_at is 'When it was given up; null while it may still run.';
comment on column jobs.created_at is 'When it was enqueued.';

create index jobs_due on jobs (run_at) where failed_at is null;

create table outbox_messages (
    id uuid primary key,
    recipient text not null,
    language text not null check (language in ('en', 'fr', 'es', 'pt', 'ar')),
    template text not null,
    payload jsonb not null,
    unsubscribe_url text,
    once_key text unique,
    state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'unknown', 'failed', 'suppressed')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error text,
    withdrawn boolean not null default false,
    created_at timestamptz not null,
    sent_at timestamptz
);
comment on table outbox_messages is 'Mails to be sent, one recipient each, written in the transaction of the event. The id makes the Message-ID.';
comment on column outbox_messages.id is 'The message; its Message-ID is made of it, at every attempt the same.';
comment on column outbox_messages.recipient is 'The address.';
comment on column outbox_messages.language is 'The reader''s language.';
comment on column outbox_messages.template is 'Which mail it is.';
comment on column outbox_messages.payload is 'The template''s fields; empty once it is sent, failed or suppressed, because links in it open doors.';
comment on column outbox_messages.unsubscribe_url is 'One-click unsubscribe address (RFC 8058), for mails of a subscription.';
comment on column outbox_messages.once_key is 'At most one mail per value: the event and the recipient.';
comment on column outbox_messages.state is 'queued; sending: handed to a relay at this moment; sent; unknown: the relay went silent after the data, so it goes again under the same Message-ID; failed: given up; suppressed: the address asked for no mail.';
comment on column outbox_messages.attempts is 'How often it was handed to a relay.';
comment on column outbox_messages.next_attempt_at is 'Not before this moment.';
comment on column outbox_messages.last_error is 'What the relay said last.';
comment on column outbox_messages.withdrawn is 'Taken back while a worker held it: whatever became of that attempt, there is no other.';
comment on column outbox_messages.created_at is 'When it was written.';
comment on column outbox_messages.sent_at is 'When the relay took it.';

create index outbox_messages_due on outbox_messages (next_attempt_at) where state in ('queued', 'sending', 'unknown');

create table mail_suppressions (
    address text primary key check (address = lower(address)),
    reason text not null,
    created_at timestamptz not null
);
comment on table mail_suppressions is 'Addresses that get no mail at all, because their mail server refused them for good. An operator who knows better deletes the row.';
comment on column mail_suppressions.address is 'The address, in lower case.';
comment on column mail_suppressions.reason is 'Why.';
comment on column mail_suppressions.created_at is 'Since when.';

create table allowances (
    kind text not null,
    subject bytea not null,
    taken timestamptz[] not null,
    forget_at timestamptz not null,
    primary key (kind, subject)
);
comment on table allowances is 'How often something was done for one address lately: sign-ins tried, mails sent. Rows that mean nothing any more are removed by those that come.';
comment on column allowances.kind is 'What is counted.';
comment on column allowances.subject is 'SHA-256 of the address: it need not be one of ours.';
comment on column allowances.taken is 'The moments, the oldest first; only those that still count.';
comment on column allowances.forget_at is 'From this moment the row means nothing.';

create index allowances_to_forget on allowances (forget_at);
