-- Needs rounds: population, people in need, targeted.

create table needs_rounds (
    id uuid primary key,
    operation_id uuid not null references operations,
    number integer not null check (number > 0),
    names jsonb not null,
    method text not null,
    method_version text not null,
    source text not null,
    parameters jsonb not null default '{}',
    reference_from date not null,
    reference_to date not null,
    status text not null check (status in ('DRAFT', 'VALIDATED', 'PUBLISHED', 'SUPERSEDED')),
    supersedes_id uuid references needs_rounds,
    file_id uuid references files,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (reference_to > reference_from),
    unique (operation_id, number)
);
comment on table needs_rounds is 'One statement of needs for an operation, with method and source. A correction is a new round that supersedes it.';
comment on column needs_rounds.id is 'The round.';
comment on column needs_rounds.operation_id is 'The operation.';
comment on column needs_rounds.number is 'Counts the rounds of the operation.';
comment on column needs_rounds.names is 'Language > title.';
comment on column needs_rounds.method is 'How the figures were made.';
comment on column needs_rounds.method_version is 'Which edition of the method.';
comment on column needs_rounds.source is 'Who published them, and where.';
comment on column needs_rounds.parameters is 'What the method was given.';
comment on column needs_rounds.reference_from is 'First day the figures speak of.';
comment on column needs_rounds.reference_to is 'First day after.';
comment on column needs_rounds.status is 'How far it is.';
comment on column needs_rounds.supersedes_id is 'The round that it corrects.';
comment on column needs_rounds.file_id is 'The file that it was read from.';
comment on column needs_rounds.version is 'Counts changes.';
comment on column needs_rounds.created_at is 'When it was entered.';
comment on column needs_rounds.updated_at is 'When it last changed.';

create table need_figures (
    round_id uuid not null references needs_rounds on delete cascade,
    area_id uuid not null references admin_areas,
    category_id uuid not null references categories,
    metric text not null check (metric in ('POPULATION', 'AFFECTED', 'IN_NEED', 'TARGETED', 'EXPECTED_REACH')),
    value numeric check (value >= 0),
    primary key (round_id, area_id, category_id, metric)
);
comment on table need_figures is 'The figures of a round: in this place, of this category, so many.';
comment on column need_figures.round_id is 'The round.';
comment on column need_figures.area_id is 'The place; the country itself for national figures.';
comment on column need_figures.category_id is 'Whom it counts.';
comment on column need_figures.metric is 'What it counts.';
comment on column need_figures.value is 'People; null when the source leaves it open, which is not zero.';
