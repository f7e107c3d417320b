-- Sites, and the files that people send.

create table sites (
    id uuid primary key,
    operation_id uuid not null references operations,
    area_id uuid not null references admin_areas,
    kind text not null check (kind in ('SCHOOL', 'LEARNING_SPACE', 'CHILD_FRIENDLY_SPACE', 'CAMP', 'COMMUNITY')),
    names jsonb not null,
    code text not null check (length(code) between 1 and 60),
    latitude numeric(9, 6) check (latitude between -90 and 90),
    longitude numeric(9, 6) check (longitude between -180 and 180),
    location_precision text not null default 'AREA' check (location_precision in ('POINT', 'AREA')),
    unique (operation_id, code)
);
comment on table sites is 'Schools, learning spaces, camps and communities that work happens at.';
comment on column sites.id is 'The site.';
comment on column sites.operation_id is 'The operation that keeps it.';
comment on column sites.area_id is 'The area it lies in.';
comment on column sites.kind is 'What it is.';
comment on column sites.names is 'Language > name.';
comment on column sites.code is 'Its code: the EMIS code of a school, else a local one.';
comment on column sites.latitude is 'Degrees north, null when not known.';
comment on column sites.longitude is 'Degrees east, null when not known.';
comment on column sites.location_precision is 'How exactly its position may be shown.';

create index sites_area on sites (area_id);

create table files (
    id uuid primary key,
    operation_id uuid references operations,
    cluster_id uuid references clusters,
    organisation_id uuid references organisations,
    owner uuid not null,
    name text not null check (length(name) between 1 and 255),
    media_type text not null,
    size_bytes bigint not null check (size_bytes >= 0),
    sha256 bytea not null,
    content bytea not null,
    created_at timestamptz not null
);
comment on table files is 'Files that people sent (workbooks, tables), kept as they came.';
comment on column files.id is 'The file.';
comment on column files.operation_id is 'The operation it belongs to, if one; places and partners belong to none.';
comment on column files.cluster_id is 'The cluster it belongs to, if one.';
comment on column files.organisation_id is 'The organisation that sent it, if one.';
comment on column files.owner is 'The user who sent it.';
comment on column files.name is 'The file''s name as sent.';
comment on column files.media_type is 'Its type as recognised.';
comment on column files.size_bytes is 'Its length in bytes.';
comment on column files.sha256 is 'The hash of its content.';
comment on column files.content is 'The content.';
comment on column files.created_at is 'When it came.';
