-- The month as it is run: periods are announced with what is due, and those who are late are reminded.

alter table reporting_periods add column announced_at timestamptz;
comment on column reporting_periods.announced_at is 'When partners were told that it is open and their reports were begun; null before. Once per period.';

-- A new column that is null everywhere needs no scan.
-- squawk-ignore adding-foreign-key-constraint
alter table reports add column submitted_by uuid references users;
comment on column reports.submitted_by is 'Who submitted it last; null for the program itself and before it is submitted.';

create table opening_mails (
    period_id uuid not null references reporting_periods,
    user_id uuid not null references users,
    operation_id uuid not null references operations,
    message_id uuid,
    created_at timestamptz not null,
    primary key (period_id, user_id)
);
comment on table opening_mails is 'Who was told that a period is open.';
comment on column opening_mails.period_id is 'The period.';
comment on column opening_mails.user_id is 'Who was told.';
comment on column opening_mails.operation_id is 'The operation.';
comment on column opening_mails.message_id is 'The mail in the outbox; null where there was nothing left to tell of.';
comment on column opening_mails.created_at is 'When.';

alter table opening_mails enable row level security, force row level security;
create policy viewer on opening_mails using (
    (select viewer_is_program()) or operation_id = any ((select viewer_ids('coordination'))::uuid[]));
comment on policy viewer on opening_mails is 'Those who coordinate.';

create table reporting_settings (
    plan_id uuid primary key references response_plans,
    reminders boolean not null default true,
    reminder_days integer[] not null default '{-3,1,7}',
    jump_percent numeric not null default 50 check (jump_percent >= 0),
    jump_people numeric not null default 100 check (jump_people >= 0),
    version integer not null default 1,
    updated_at timestamptz not null
);
comment on table reporting_settings is 'How reporting on a plan is run, where that is not as usual.';
comment on column reporting_settings.plan_id is 'The plan.';
comment on column reporting_settings.reminders is 'False: nobody is reminded.';
comment on column reporting_settings.reminder_days is 'On which days partners are reminded, counted from the last day to submit: -3 is three days before.';
comment on column reporting_settings.jump_percent is 'A figure jumps when it differs from that of the report before by more than so many per cent,';
comment on column reporting_settings.jump_people is 'and by more than so many people.';
comment on column reporting_settings.version is 'Counts changes.';
comment on column reporting_settings.updated_at is 'When it last changed.';

create table reminder_rounds (
    plan_id uuid not null references response_plans,
    day date not null,
    primary key (plan_id, day)
);
comment on table reminder_rounds is 'The days on which it was or will be looked whom to remind: each once, however often the work is begun.';
comment on column reminder_rounds.plan_id is 'The plan.';
comment on column reminder_rounds.day is 'The day where the operation is.';

create table reminders (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid not null references response_plans,
    user_id uuid not null references users,
    day date not null,
    message_id uuid,
    reminded_by uuid references users,
    created_at timestamptz not null
);
comment on table reminders is 'Who was reminded.';
comment on column reminders.id is 'The reminder.';
comment on column reminders.operation_id is 'The operation.';
comment on column reminders.plan_id is 'The plan.';
comment on column reminders.user_id is 'Who was reminded.';
comment on column reminders.day is 'The day where the operation is: one mail a day at most.';
comment on column reminders.message_id is 'The mail in the outbox; null where all was submitted before it went.';
comment on column reminders.reminded_by is 'Who had it sent; null for the program itself.';
comment on column reminders.created_at is 'When.';
create unique index reminders_once on reminders (plan_id, user_id, day);
create index reminders_of_plan on reminders (plan_id, id);

create table reminder_items (
    reminder_id uuid not null references reminders on delete cascade,
    period_id uuid not null references reporting_periods,
    cluster_id uuid not null references clusters,
    organisation_id uuid not null references organisations,
    primary key (reminder_id, period_id, cluster_id, organisation_id)
);
comment on table reminder_items is 'The reports that a reminder was about.';
comment on column reminder_items.reminder_id is 'The reminder.';
comment on column reminder_items.period_id is 'The period,';
comment on column reminder_items.cluster_id is 'the cluster and';
comment on column reminder_items.organisation_id is 'the organisation of the report.';
create index reminder_items_of_report on reminder_items (period_id, organisation_id, cluster_id);

alter table reminders enable row level security, force row level security;
create policy viewer on reminders using (
    (select viewer_is_program()) or operation_id = any ((select viewer_ids('coordination'))::uuid[]));
comment on policy viewer on reminders is 'Those who coordinate.';

alter table reminder_items enable row level security, force row level security;
create policy viewer on reminder_items using (exists (select from reminders r where r.id = reminder_items.reminder_id));
comment on policy viewer on reminder_items is 'As their reminder.';

create table outbox_attachments (
    message_id uuid not null references outbox_messages on delete cascade,
    position integer not null,
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    content bytea not null,
    primary key (message_id, position)
);
comment on table outbox_attachments is 'Files that go with a mail; gone when it is sent or goes no more.';
comment on column outbox_attachments.message_id is 'The mail.';
comment on column outbox_attachments.position is 'Their order.';
comment on column outbox_attachments.name is 'The file''s name.';
comment on column outbox_attachments.media_type is 'Its type.';
comment on column outbox_attachments.content is 'The content.';

alter table outbox_attachments enable row level security, force row level security;
create policy viewer on outbox_attachments using ((select viewer_is_program()));
comment on policy viewer on outbox_attachments is 'As mails: the outbox alone writes and sends them.';

-- Whoever works with a plan follows its reminders until they say stop. The rule becomes wider, so that the program of before is as right with it.
-- squawk-ignore ban-drop-constraint
alter table subscriptions drop constraint subscriptions_subject_check;
-- squawk-ignore constraint-missing-not-valid
alter table subscriptions add constraint subscriptions_subject_check check (subject in ('OPERATION', 'APPEAL', 'REMINDERS'));
