-- Organisations and their contacts.

create table organisations (
    id uuid primary key,
    name text not null check (length(name) between 1 and 200),
    native_name text,
    acronym text check (length(acronym) between 1 and 40),
    name_keys text[] not null,
    kind text not null check (kind in ('UN', 'INGO', 'NNGO', 'CBO', 'RCRC', 'GOVERNMENT', 'ACADEMIC', 'PRIVATE', 'DONOR', 'POOLED_FUND')),
    parent_id uuid references organisations,
    country_iso3 text references countries,
    verified boolean not null default false,
    merged_into_id uuid references organisations,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table organisations is 'Organisations: partners, donors, ministries. Merged, never deleted.';
comment on column organisations.id is 'The organisation.';
comment on column organisations.name is 'Its name.';
comment on column organisations.native_name is 'Its name in its own language.';
comment on column organisations.acronym is 'Its short name.';
comment on column organisations.name_keys is 'Its names and short name as they are compared: lower case, without accents and punctuation.';
comment on column organisations.kind is 'What it is.';
comment on column organisations.parent_id is 'The organisation it is part of.';
comment on column organisations.country_iso3 is 'Where it is at home, null when international or not known.';
comment on column organisations.verified is 'True once a coordinator confirmed that it exists.';
comment on column organisations.merged_into_id is 'The organisation that it proved to be.';
comment on column organisations.version is 'Counts changes.';
comment on column organisations.created_at is 'When it was entered.';
comment on column organisations.updated_at is 'When it last changed.';

create index organisations_merged on organisations (merged_into_id) where merged_into_id is not null;

create unique index organisations_name on organisations (lower(name)) where merged_into_id is null;

create index organisations_name_keys on organisations using gin (name_keys);

create table organisation_contacts (
    id uuid primary key,
    organisation_id uuid not null references organisations,
    name text not null,
    title text,
    email text check (email = lower(email)),
    phone text,
    consent text not null default 'TEAM' check (consent in ('PUBLIC', 'CLUSTER', 'TEAM')),
    confirmed_on date
);
comment on table organisation_contacts is 'People to reach at an organisation. Staff only.';
comment on column organisation_contacts.id is 'The contact.';
comment on column organisation_contacts.organisation_id is 'Their organisation.';
comment on column organisation_contacts.name is 'How they are called.';
comment on column organisation_contacts.title is 'Their function.';
comment on column organisation_contacts.email is 'Their address.';
comment on column organisation_contacts.phone is 'Their number.';
comment on column organisation_contacts.consent is 'Who may see them.';
comment on column organisation_contacts.confirmed_on is 'When they last said that this is right.';

create table external_references (
    system text not null,
    external_id text not null,
    entity text not null,
    entity_id uuid not null,
    primary key (system, entity, external_id)
);
comment on table external_references is 'What other systems call our records.';
comment on column external_references.system is 'The other system: FTS, HPC, IATI ...';
comment on column external_references.external_id is 'Its id there.';
comment on column external_references.entity is 'What kind of record it is here.';
comment on column external_references.entity_id is 'Which record it is here.';

create index external_references_of on external_references (entity, entity_id);
