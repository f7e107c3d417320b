-- Countries, administrative areas by P-code.

create table countries (
    iso3 text primary key check (iso3 ~ '^[A-Z]{3}$'),
    iso2 text check (iso2 ~ '^[A-Z]{2}$'),
    names jsonb not null
);
comment on table countries is 'Countries and territories by ISO 3166.';
comment on column countries.iso3 is 'ISO 3166-1 alpha-3 code.';
comment on column countries.iso2 is 'ISO 3166-1 alpha-2 code, null when not known.';
comment on column countries.names is 'Language > name.';

create table admin_areas (
    id uuid primary key,
    country_iso3 text not null references countries,
    level integer not null check (level between 0 and 5),
    pcode text not null check (pcode ~ '^[A-Za-z0-9_.-]{1,40}$'),
    parent_id uuid references admin_areas,
    names jsonb not null,
    valid_from date,
    valid_to date,
    replaced_by_id uuid references admin_areas,
    geometry jsonb,
    check ((level = 0) = (parent_id is null))
);
comment on table admin_areas is 'Administrative areas with their P-codes. Level 0 is the country itself. An area is retired or replaced, never deleted.';
comment on column admin_areas.id is 'The area.';
comment on column admin_areas.country_iso3 is 'The country.';
comment on column admin_areas.level is '0 the country, 1 the largest areas, up to 5.';
comment on column admin_areas.pcode is 'The P-code; the ISO code at level 0.';
comment on column admin_areas.parent_id is 'The area it lies in: stored, because below level 2 a code says nothing about its parent.';
comment on column admin_areas.names is 'Language > name.';
comment on column admin_areas.valid_from is 'First day of validity, null when not known.';
comment on column admin_areas.valid_to is 'First day on which it is no longer valid, null while it is.';
comment on column admin_areas.replaced_by_id is 'The area that took its place.';
comment on column admin_areas.geometry is 'Simplified outline: a list of rings of [longitude, latitude] as text numbers; null when none was imported.';

create unique index admin_areas_code on admin_areas (country_iso3, pcode) where valid_to is null;

create index admin_areas_parent on admin_areas (parent_id);

create index admin_areas_by_level on admin_areas (country_iso3, level, pcode);

create table admin_area_ancestors (
    area_id uuid not null references admin_areas on delete cascade,
    ancestor_id uuid not null references admin_areas on delete cascade,
    ancestor_level integer not null,
    primary key (area_id, ancestor_id)
);
comment on table admin_area_ancestors is 'Every area with itself and all areas above it, for roll-ups.';
comment on column admin_area_ancestors.area_id is 'The area.';
comment on column admin_area_ancestors.ancestor_id is 'The area itself or one above it.';
comment on column admin_area_ancestors.ancestor_level is 'The ancestor''s level.';

create index admin_area_ancestors_below on admin_area_ancestors (ancestor_id, area_id);
