-- Published months, links by which they are shared, and calendars of deadlines.

create table period_publications (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid not null,
    period_id uuid not null,
    number integer not null check (number > 0),
    published_at timestamptz not null,
    published_by uuid not null references users,
    as_of timestamptz,
    content jsonb not null,
    reports jsonb not null,
    hash bytea not null,
    unique (plan_id, period_id, number),
    foreign key (plan_id, operation_id) references response_plans (id, operation_id),
    foreign key (period_id, plan_id) references reporting_periods (id, plan_id)
);
comment on table period_publications is 'What a plan had come to by the end of a period, as it was published. It never changes; a correction is the next number.';
comment on column period_publications.id is 'The publication.';
comment on column period_publications.operation_id is 'The operation.';
comment on column period_publications.plan_id is 'The plan.';
comment on column period_publications.period_id is 'The period up to which its figures are.';
comment on column period_publications.number is 'Counts the publications of the period; the last one holds.';
comment on column period_publications.published_at is 'When.';
comment on column period_publications.published_by is 'By whom.';
comment on column period_publications.as_of is 'When a report that counts in it was last accepted; null when there is none.';
comment on column period_publications.content is 'Its figures and tables.';
comment on column period_publications.reports is 'The reports that count in it, each with its version then.';
comment on column period_publications.hash is 'SHA-256 of the content as canonical JSON: keys sorted, no blanks.';

create trigger period_publications_stay before update or delete or truncate on period_publications
    for each statement execute function refuse_change();

alter table period_publications enable row level security, force row level security;
create policy viewer on period_publications using (
    (select viewer_handles_keys())
    or (select viewer_reads_everywhere('shared'))
    or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on period_publications is 'Those with a role in the operation, and where the secret of a shared link is looked at.';

create table share_links (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    token_hash bytea not null unique,
    level integer not null check (level between 1 and 3),
    names_partners boolean not null default false,
    created_at timestamptz not null,
    created_by uuid not null references users,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    foreign key (plan_id, operation_id) references response_plans (id, operation_id)
);
comment on table share_links is 'Links that show what was published of a plan to whoever holds them.';
comment on column share_links.id is 'The link.';
comment on column share_links.operation_id is 'The operation.';
comment on column share_links.plan_id is 'The plan.';
comment on column share_links.name is 'For whom it is, in words.';
comment on column share_links.token_hash is 'SHA-256 of its secret.';
comment on column share_links.level is 'The level of the areas that it shows. One alone: two levels would tell together what is hidden in each.';
comment on column share_links.names_partners is 'Whether it names partners.';
comment on column share_links.created_at is 'When it was made.';
comment on column share_links.created_by is 'By whom.';
comment on column share_links.expires_at is 'From when it leads nowhere.';
comment on column share_links.revoked_at is 'When it was taken back; null while it was not.';

create index share_links_plan on share_links (plan_id);

alter table share_links enable row level security, force row level security;
create policy viewer on share_links using (
    (select viewer_handles_keys()) or operation_id = any ((select viewer_ids('coordination'))::uuid[]));
comment on policy viewer on share_links is 'Those who coordinate, and where its secret is looked at.';

create table calendar_feeds (
    id uuid primary key,
    user_id uuid not null references users,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);
comment on table calendar_feeds is 'Calendars of deadlines that people subscribe to.';
comment on column calendar_feeds.id is 'The calendar.';
comment on column calendar_feeds.user_id is 'Whose it is: it has the deadlines that they may know of.';
comment on column calendar_feeds.token_hash is 'SHA-256 of its secret.';
comment on column calendar_feeds.created_at is 'When it was made.';
comment on column calendar_feeds.revoked_at is 'When it was taken back; null while it was not.';

create unique index calendar_feeds_one on calendar_feeds (user_id) where revoked_at is null;

alter table calendar_feeds enable row level security, force row level security;
create policy viewer on calendar_feeds using ((select viewer_handles_keys()) or user_id = (select viewer_id()));
comment on policy viewer on calendar_feeds is 'Everybody has the own.';
