-- Appeals, what they ask for, who has paid, and what was published.

create table appeals (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid references response_plans,
    cluster_id uuid references clusters,
    code text not null unique check (code ~ '^[A-Za-z0-9-]{2,30}$'),
    kind text not null check (kind in ('FLASH_APPEAL', 'HRP', 'RRP', 'HUMANITARIAN_OTHER', 'CERF', 'CBPF', 'ECW_FER', 'ECW_MYRP', 'ECW_AF', 'GPE_ACCELERATED', 'UNICEF_HAC', 'AGENCY', 'BILATERAL', 'OTHER')),
    names jsonb not null,
    summary jsonb not null default '{}',
    currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    starts_on date not null,
    ends_on date not null,
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'REVISED', 'CLOSED', 'ARCHIVED')),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_on > starts_on)
);
comment on table appeals is 'An appeal for funds.';
comment on column appeals.id is 'The appeal.';
comment on column appeals.operation_id is 'The operation.';
comment on column appeals.plan_id is 'The plan that it funds, if one.';
comment on column appeals.cluster_id is 'The cluster that it is for, if one.';
comment on column appeals.code is 'Its public code.';
comment on column appeals.kind is 'Its kind.';
comment on column appeals.names is 'Language > title.';
comment on column appeals.summary is 'Language > what it is about, in two or three sentences.';
comment on column appeals.currency is 'ISO 4217 code of its requirement.';
comment on column appeals.starts_on is 'First day.';
comment on column appeals.ends_on is 'First day after.';
comment on column appeals.status is 'How far it is.';
comment on column appeals.version is 'Counts changes.';
comment on column appeals.created_at is 'When it was entered.';
comment on column appeals.updated_at is 'When it last changed.';

create table appeal_revisions (
    id uuid primary key,
    appeal_id uuid not null references appeals,
    number integer not null check (number > 0),
    valid_from date not null,
    reason text not null,
    created_at timestamptz not null,
    unique (appeal_id, number)
);
comment on table appeal_revisions is 'Statements of what an appeal asks for, the last one holds.';
comment on column appeal_revisions.id is 'The revision.';
comment on column appeal_revisions.appeal_id is 'The appeal.';
comment on column appeal_revisions.number is 'Counts the revisions.';
comment on column appeal_revisions.valid_from is 'From when it holds.';
comment on column appeal_revisions.reason is 'Why it was made.';
comment on column appeal_revisions.created_at is 'When it was entered.';

create table requirement_lines (
    id uuid primary key,
    revision_id uuid not null references appeal_revisions on delete cascade,
    activity_id uuid references activities,
    cluster_name text,
    area_id uuid references admin_areas,
    year integer check (year between 2000 and 2100),
    label jsonb not null default '{}',
    amount numeric(18, 2) check (amount >= 0),
    reported_funding numeric(18, 2)
);
comment on table requirement_lines is 'What a revision asks for.';
comment on column requirement_lines.id is 'The line.';
comment on column requirement_lines.revision_id is 'The revision.';
comment on column requirement_lines.activity_id is 'The activity that it pays for, if one.';
comment on column requirement_lines.cluster_name is 'The cluster as FTS names it, for requirements that were imported.';
comment on column requirement_lines.area_id is 'Where, if it is for one area.';
comment on column requirement_lines.year is 'Which year, if it is for one.';
comment on column requirement_lines.label is 'Language > what it is, where no activity says it.';
comment on column requirement_lines.amount is 'How much, in the appeal''s currency; null when not stated.';
comment on column requirement_lines.reported_funding is 'What the source of an imported line says was given for it, to compare with the flows; null when not stated.';

create table flows (
    id uuid primary key,
    operation_id uuid not null references operations,
    system text not null,
    external_id text not null,
    created_at timestamptz not null,
    unique (operation_id, system, external_id)
);
comment on table flows is 'A contribution by its identity at the source; its versions tell its story.';
comment on column flows.id is 'The flow.';
comment on column flows.operation_id is 'The operation.';
comment on column flows.system is 'Where it was recorded: DARASA or FTS.';
comment on column flows.external_id is 'Its id there.';
comment on column flows.created_at is 'When it was entered.';

create table flow_versions (
    id uuid primary key,
    flow_id uuid not null references flows on delete cascade,
    number integer not null check (number > 0),
    status text not null check (status in ('PLEDGE', 'COMMITMENT', 'PAID')),
    boundary text not null check (boundary in ('INCOMING', 'INTERNAL', 'OUTGOING')),
    on_boundary text not null default 'SINGLE' check (on_boundary in ('SINGLE', 'SHARED')),
    usd numeric(18, 2),
    amount numeric(18, 2),
    currency text check (currency ~ '^[A-Z]{3}$'),
    rate numeric(18, 6) check (rate > 0),
    decision_date date,
    flow_date date,
    budget_year integer,
    contribution text not null default 'FINANCIAL' check (contribution in ('FINANCIAL', 'IN_KIND')),
    flow_type text not null default 'STANDARD' check (flow_type in ('STANDARD', 'CARRYOVER', 'PASS_THROUGH', 'PARKED')),
    method text,
    earmarking text check (earmarking in ('UNEARMARKED', 'SOFTLY', 'EARMARKED', 'TIGHTLY')),
    active boolean not null default true,
    description text not null default '',
    content_hash bytea not null,
    created_at timestamptz not null,
    unique (flow_id, number)
);
comment on table flow_versions is 'A flow as it stood: pledge, commitment and paid are steps of one flow, so that a step never doubles the money.';
comment on column flow_versions.id is 'The version.';
comment on column flow_versions.flow_id is 'The flow.';
comment on column flow_versions.number is 'Counts the versions; the last one holds.';
comment on column flow_versions.status is 'How firm the money is.';
comment on column flow_versions.boundary is 'Into the plan, inside it, or out of it.';
comment on column flow_versions.on_boundary is 'Shared: one sum for several destinations, never added to each.';
comment on column flow_versions.usd is 'US dollars; null when not stated.';
comment on column flow_versions.amount is 'In the currency given.';
comment on column flow_versions.currency is 'ISO 4217 code of the amount.';
comment on column flow_versions.rate is 'Units of the currency for one US dollar, fixed at the decision.';
comment on column flow_versions.decision_date is 'When the giver decided.';
comment on column flow_versions.flow_date is 'When it was recorded.';
comment on column flow_versions.budget_year is 'The year that it was budgeted for.';
comment on column flow_versions.contribution is 'Money or goods.';
comment on column flow_versions.flow_type is 'Its type at FTS.';
comment on column flow_versions.method is 'How it is given, as FTS says it.';
comment on column flow_versions.earmarking is 'How tightly it is bound, null when not known.';
comment on column flow_versions.active is 'False: withdrawn at the source.';
comment on column flow_versions.description is 'What the giver says of it.';
comment on column flow_versions.content_hash is 'SHA-256 of the row as imported: the same again is no new version.';
comment on column flow_versions.created_at is 'When it was entered.';

create table flow_parties (
    id uuid primary key,
    version_id uuid not null references flow_versions on delete cascade,
    direction text not null check (direction in ('SOURCE', 'DESTINATION')),
    kind text not null check (kind in ('ORGANISATION', 'PLAN', 'CLUSTER', 'GLOBAL_CLUSTER', 'LOCATION', 'PROJECT', 'ACTIVITY', 'EMERGENCY', 'USAGE_YEAR')),
    code text,
    name text not null,
    organisation_id uuid references organisations,
    behaviour text not null default 'SINGLE' check (behaviour in ('SINGLE', 'SHARED', 'OVERLAP'))
);
comment on table flow_parties is 'From whom and to what a version flows.';
comment on column flow_parties.id is 'The party.';
comment on column flow_parties.version_id is 'The version.';
comment on column flow_parties.direction is 'From or to.';
comment on column flow_parties.kind is 'What it is.';
comment on column flow_parties.code is 'Its code there, if it has one.';
comment on column flow_parties.name is 'What it is called there.';
comment on column flow_parties.organisation_id is 'The organisation here, when it is known.';
comment on column flow_parties.behaviour is 'Shared: one of several that share the sum.';

create index flow_parties_version on flow_parties (version_id);

create index flow_parties_code on flow_parties (kind, code);

create table flow_portions (
    version_id uuid not null references flow_versions on delete cascade,
    year integer not null check (year between 2000 and 2100),
    usd numeric(18, 2) not null,
    primary key (version_id, year)
);
comment on table flow_portions is 'The yearly parts of a flow over several years.';
comment on column flow_portions.version_id is 'The version.';
comment on column flow_portions.year is 'The year.';
comment on column flow_portions.usd is 'US dollars of that year.';

create table editions (
    id uuid primary key,
    operation_id uuid not null references operations,
    appeal_id uuid not null references appeals,
    number integer not null check (number > 0),
    as_of date not null,
    published_at timestamptz not null,
    published_by uuid not null references users,
    figures jsonb not null,
    hash bytea not null,
    note text,
    unique (appeal_id, number)
);
comment on table editions is 'Published reports of an appeal: numbered, immutable, hashed.';
comment on column editions.id is 'The edition.';
comment on column editions.operation_id is 'The operation.';
comment on column editions.appeal_id is 'The appeal.';
comment on column editions.number is 'Counts the editions.';
comment on column editions.as_of is 'The day that its figures speak of.';
comment on column editions.published_at is 'When.';
comment on column editions.published_by is 'By whom.';
comment on column editions.figures is 'Everything the page shows, with method, as-of and source of each figure.';
comment on column editions.hash is 'SHA-256 of the canonical figures.';
comment on column editions.note is 'What the publisher says of the changes.';

create trigger editions_stay before update or delete or truncate on editions for each statement execute function refuse_change();

create trigger flow_versions_stay before update or delete or truncate on flow_versions for each statement execute function refuse_change();
