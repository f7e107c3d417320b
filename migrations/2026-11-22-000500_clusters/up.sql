-- Operations, clusters, and who belongs to them.

create table operations (
    id uuid primary key,
    code text not null unique check (code ~ '^[A-Z0-9-]{2,20}$'),
    names jsonb not null,
    country_iso3 text references countries,
    default_language text not null check (default_language in ('en', 'fr', 'es', 'pt', 'ar')),
    time_zone text not null,
    location_precision text not null default 'AREA' check (location_precision in ('POINT', 'AREA')),
    small_cell_threshold integer not null default 5 check (small_cell_threshold between 0 and 100),
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'CLOSED')),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table operations is 'A response: a country or region in a crisis.';
comment on column operations.id is 'The operation.';
comment on column operations.code is 'Its short code.';
comment on column operations.names is 'Language > name.';
comment on column operations.country_iso3 is 'The country, null for a region.';
comment on column operations.default_language is 'The language of its work.';
comment on column operations.time_zone is 'IANA time zone that deadlines are read in.';
comment on column operations.location_precision is 'How exactly positions of sites may be shown.';
comment on column operations.small_cell_threshold is 'Public tables hide counts below it.';
comment on column operations.status is 'Whether work goes on.';
comment on column operations.version is 'Counts changes.';
comment on column operations.created_at is 'When it was opened.';
comment on column operations.updated_at is 'When it last changed.';

create table emergencies (
    id uuid primary key,
    operation_id uuid not null references operations,
    glide text check (glide ~ '^[A-Z]{2}-[0-9]{4}-[0-9]{6}-[A-Z]{3}$'),
    names jsonb not null,
    started_on date not null
);
comment on table emergencies is 'What happened: one or more per operation.';
comment on column emergencies.id is 'The emergency.';
comment on column emergencies.operation_id is 'The operation that answers it.';
comment on column emergencies.glide is 'GLIDE number, null when none was given.';
comment on column emergencies.names is 'Language > name.';
comment on column emergencies.started_on is 'When it began.';

create table clusters (
    id uuid primary key,
    operation_id uuid not null references operations,
    parent_id uuid references clusters,
    level text not null check (level in ('GLOBAL', 'NATIONAL', 'SUBNATIONAL')),
    kind text not null check (kind in ('CLUSTER', 'SECTOR', 'WORKING_GROUP', 'REFUGEE_WORKING_GROUP')),
    sector_code text not null default 'EDU',
    names jsonb not null,
    area_id uuid references admin_areas,
    status text not null check (status in ('PREPAREDNESS', 'PROPOSED', 'ACTIVE', 'UNDER_REVIEW', 'TRANSITION', 'DEACTIVATED', 'REJECTED')),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((level = 'SUBNATIONAL') = (parent_id is not null)),
    unique (id, operation_id)
);
comment on table clusters is 'Education clusters, sectors and working groups of an operation.';
comment on column clusters.id is 'The cluster.';
comment on column clusters.operation_id is 'The operation.';
comment on column clusters.parent_id is 'The national cluster of a sub-national one.';
comment on column clusters.level is 'Its level.';
comment on column clusters.kind is 'Its kind.';
comment on column clusters.sector_code is 'The sector it coordinates, by HPC code; Education is EDU.';
comment on column clusters.names is 'Language > name.';
comment on column clusters.area_id is 'The area that a sub-national cluster covers.';
comment on column clusters.status is 'Where it stands in its life.';
comment on column clusters.version is 'Counts changes.';
comment on column clusters.created_at is 'When it was entered.';
comment on column clusters.updated_at is 'When it last changed.';

create index clusters_operation on clusters (operation_id);

create table cluster_transitions (
    id uuid primary key,
    cluster_id uuid not null references clusters,
    from_status text,
    to_status text not null,
    decided_on date not null,
    decided_by text not null,
    note text,
    created_at timestamptz not null
);
comment on table cluster_transitions is 'Each step of a cluster''s life, with who decided it.';
comment on column cluster_transitions.id is 'The step.';
comment on column cluster_transitions.cluster_id is 'The cluster.';
comment on column cluster_transitions.from_status is 'Where it stood, null at the start.';
comment on column cluster_transitions.to_status is 'Where it went.';
comment on column cluster_transitions.decided_on is 'When it was decided.';
comment on column cluster_transitions.decided_by is 'Which body decided.';
comment on column cluster_transitions.note is 'The reason or the document.';
comment on column cluster_transitions.created_at is 'When it was entered.';

create table memberships (
    id uuid primary key,
    operation_id uuid not null references operations,
    cluster_id uuid not null,
    organisation_id uuid not null references organisations,
    role text not null check (role in ('LEAD', 'CO_LEAD', 'PARTNER', 'OBSERVER', 'DONOR', 'GOVERNMENT')),
    valid_from date not null,
    valid_to date,
    check (valid_to is null or valid_to > valid_from),
    unique (cluster_id, organisation_id, valid_from),
    foreign key (cluster_id, operation_id) references clusters (id, operation_id)
);
comment on table memberships is 'Which organisations take part in a cluster, and as what.';
comment on column memberships.id is 'The membership.';
comment on column memberships.operation_id is 'The cluster''s operation.';
comment on column memberships.cluster_id is 'The cluster.';
comment on column memberships.organisation_id is 'The organisation.';
comment on column memberships.role is 'What it is there. A partner, lead or co-lead is expected to report.';
comment on column memberships.valid_from is 'First day.';
comment on column memberships.valid_to is 'First day on which it is no longer a member.';

create index memberships_organisation on memberships (organisation_id);

-- A part without an end overlaps with every later one.
create unique index memberships_one_open on memberships (cluster_id, organisation_id) where valid_to is null;
