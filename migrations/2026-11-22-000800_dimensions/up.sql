-- What people are counted by: the one shape of every disaggregated fact.

create table dimensions (
    id uuid primary key,
    operation_id uuid references operations,
    code text not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
    labels jsonb not null,
    unique (operation_id, code)
);
comment on table dimensions is 'What people can be told apart by: sex, age band, population group ...';
comment on column dimensions.id is 'The dimension.';
comment on column dimensions.operation_id is 'The operation that defined it; null when shared by all.';
comment on column dimensions.code is 'Its code.';
comment on column dimensions.labels is 'Language > label.';

create unique index dimensions_shared on dimensions (code) where operation_id is null;

create table dimension_values (
    id uuid primary key,
    dimension_id uuid not null references dimensions,
    code text not null check (code ~ '^[a-z0-9][a-z0-9_+-]{0,39}$'),
    labels jsonb not null,
    position integer not null,
    hxl text[] not null default '{}',
    synonyms text[] not null default '{}',
    unique (dimension_id, code)
);
comment on table dimension_values is 'The values of a dimension.';
comment on column dimension_values.id is 'The value.';
comment on column dimension_values.dimension_id is 'Its dimension.';
comment on column dimension_values.code is 'Its code, unique in the dimension.';
comment on column dimension_values.labels is 'Language > label.';
comment on column dimension_values.position is 'Its place in lists.';
comment on column dimension_values.hxl is 'HXL attributes that it is tagged with.';
comment on column dimension_values.synonyms is 'What files call it, in lower case.';

create table categories (
    id uuid primary key,
    operation_id uuid not null references operations,
    key text not null,
    kind text not null check (kind in ('TOTAL', 'PART', 'OF_WHICH')),
    counts text not null check (counts in ('LEARNERS', 'PERSONNEL')),
    labels jsonb not null,
    unique (operation_id, key)
);
comment on table categories is 'A combination of values, at most one of each dimension: whom a figure counts. The empty combination is everyone.';
comment on column categories.id is 'The category.';
comment on column categories.operation_id is 'The operation.';
comment on column categories.key is 'Its values as sorted `dimension=value` texts joined by `;`, empty for everyone.';
comment on column categories.kind is 'TOTAL: everyone; PART: adds up with its siblings; OF_WHICH: cuts across, never added.';
comment on column categories.counts is 'Whether it counts learners or personnel: never added together.';
comment on column categories.labels is 'Language > label.';

create table category_values (
    category_id uuid not null references categories on delete cascade,
    dimension_value_id uuid not null references dimension_values,
    primary key (category_id, dimension_value_id)
);
comment on table category_values is 'The values that make a category.';
comment on column category_values.category_id is 'The category.';
comment on column category_values.dimension_value_id is 'One of its values.';
