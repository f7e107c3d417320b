-- Response plans: objectives, activities with costs, indicators, targets.

create table response_plans (
    id uuid primary key,
    operation_id uuid not null references operations,
    code text not null check (code ~ '^[A-Za-z0-9-]{2,30}$'),
    kind text not null check (kind in ('HRP', 'FLASH_APPEAL', 'REFUGEE_RESPONSE_PLAN', 'OTHER')),
    names jsonb not null,
    starts_on date not null,
    ends_on date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    needs_round_id uuid references needs_rounds,
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'CLOSED')),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_on > starts_on),
    unique (operation_id, code),
    unique (id, operation_id)
);
comment on table response_plans is 'What a cluster sets out to do for a year or less.';
comment on column response_plans.id is 'The plan.';
comment on column response_plans.operation_id is 'The operation.';
comment on column response_plans.code is 'Its code, as in HPC where it has one.';
comment on column response_plans.kind is 'Its kind.';
comment on column response_plans.names is 'Language > name.';
comment on column response_plans.starts_on is 'First day.';
comment on column response_plans.ends_on is 'First day after.';
comment on column response_plans.currency is 'ISO 4217 code of its costs.';
comment on column response_plans.needs_round_id is 'The needs that it answers.';
comment on column response_plans.status is 'How far it is.';
comment on column response_plans.version is 'Counts changes.';
comment on column response_plans.created_at is 'When it was entered.';
comment on column response_plans.updated_at is 'When it last changed.';

create table plan_clusters (
    plan_id uuid not null references response_plans on delete cascade,
    cluster_id uuid not null references clusters,
    primary key (plan_id, cluster_id)
);
comment on table plan_clusters is 'The clusters that carry a plan.';
comment on column plan_clusters.plan_id is 'The plan.';
comment on column plan_clusters.cluster_id is 'The cluster.';

create table plan_versions (
    id uuid primary key,
    plan_id uuid not null references response_plans,
    number integer not null check (number > 0),
    published_at timestamptz not null,
    published_by uuid not null references users,
    snapshot jsonb not null,
    hash bytea not null,
    unique (plan_id, number)
);
comment on table plan_versions is 'Published editions of a plan: frozen, with a hash.';
comment on column plan_versions.id is 'The version.';
comment on column plan_versions.plan_id is 'The plan.';
comment on column plan_versions.number is 'Counts the versions.';
comment on column plan_versions.published_at is 'When.';
comment on column plan_versions.published_by is 'By whom.';
comment on column plan_versions.snapshot is 'The plan as it stood.';
comment on column plan_versions.hash is 'SHA-256 of the canonical snapshot.';

create table objectives (
    id uuid primary key,
    plan_id uuid not null references response_plans,
    parent_id uuid references objectives,
    level text not null check (level in ('STRATEGIC', 'SPECIFIC', 'CLUSTER')),
    ref_code text not null check (length(ref_code) between 1 and 40),
    names jsonb not null,
    unique (plan_id, ref_code),
    unique (id, plan_id)
);
comment on table objectives is 'Strategic, specific and cluster objectives.';
comment on column objectives.id is 'The objective.';
comment on column objectives.plan_id is 'The plan.';
comment on column objectives.parent_id is 'The objective that it serves.';
comment on column objectives.level is 'Its level.';
comment on column objectives.ref_code is 'Its reference, such as SO1 or CLEDU/CO1.';
comment on column objectives.names is 'Language > title.';

create table activities (
    id uuid primary key,
    plan_id uuid not null references response_plans,
    objective_id uuid not null,
    ref_code text not null check (length(ref_code) between 1 and 40),
    names jsonb not null,
    unit text not null check (unit in ('CHILDREN', 'PEOPLE', 'TEACHERS', 'LEARNING_SPACES', 'CLASSROOMS', 'LATRINES', 'KITS', 'SCHOOLS', 'OTHER')),
    unit_target numeric check (unit_target >= 0),
    unique (plan_id, ref_code),
    unique (id, plan_id),
    foreign key (objective_id, plan_id) references objectives (id, plan_id)
);
comment on table activities is 'What is done: cluster activities with the unit that they are counted in.';
comment on column activities.id is 'The activity.';
comment on column activities.plan_id is 'The plan.';
comment on column activities.objective_id is 'The objective it serves.';
comment on column activities.ref_code is 'Its reference, such as CLEDU/CA1.';
comment on column activities.names is 'Language > title.';
comment on column activities.unit is 'What it is counted in.';
comment on column activities.unit_target is 'How many units the plan sets out to do; null when not decided.';

create index activities_objective on activities (objective_id);

create table activity_costs (
    id uuid primary key,
    activity_id uuid not null references activities on delete cascade,
    modality text not null default 'SERVICE' check (modality in ('IN_KIND', 'SERVICE', 'CASH', 'VOUCHER')),
    area_id uuid references admin_areas,
    unit_target numeric check (unit_target >= 0),
    low numeric(18, 2) check (low >= 0),
    unit_cost numeric(18, 2) not null check (unit_cost >= 0),
    high numeric(18, 2) check (high >= 0),
    check (low is null or low <= unit_cost),
    check (high is null or high >= unit_cost)
);
comment on table activity_costs is 'What one unit of an activity costs.';
comment on column activity_costs.id is 'The cost.';
comment on column activity_costs.activity_id is 'The activity.';
comment on column activity_costs.modality is 'How it is delivered.';
comment on column activity_costs.area_id is 'Where it holds; null for the whole operation.';
comment on column activity_costs.unit_target is 'Units to be done at this cost; null: what the other costs of the activity leave.';
comment on column activity_costs.low is 'Lower end of the range, null without one.';
comment on column activity_costs.unit_cost is 'The cost that the requirement is reckoned with, in the plan''s currency.';
comment on column activity_costs.high is 'Upper end of the range, null without one.';

create unique index activity_costs_one on activity_costs (activity_id, modality, coalesce(area_id, '00000000-0000-0000-0000-000000000000'));

create table indicators (
    id uuid primary key,
    plan_id uuid not null references response_plans,
    activity_id uuid,
    objective_id uuid,
    ref_code text not null check (length(ref_code) between 1 and 40),
    registry_code text,
    names jsonb not null,
    unit text not null,
    kind text not null check (kind in ('NUMBER', 'RATIO')),
    across_places text not null check (across_places in ('SUM', 'MAX', 'AVERAGE')),
    across_periods text not null check (across_periods in ('SUM', 'MAX', 'AVERAGE', 'LATEST')),
    counts_people boolean not null,
    frequency text not null default 'EVERY_PERIOD' check (frequency in ('EVERY_PERIOD', 'QUARTERLY', 'YEARLY')),
    check ((activity_id is null) <> (objective_id is null)),
    check (kind = 'NUMBER' or (across_places = 'SUM' and across_periods = 'LATEST')),
    unique (plan_id, ref_code),
    foreign key (activity_id, plan_id) references activities (id, plan_id),
    foreign key (objective_id, plan_id) references objectives (id, plan_id)
);
comment on table indicators is 'What is measured of an activity or objective, and how it is added up.';
comment on column indicators.id is 'The indicator.';
comment on column indicators.plan_id is 'The plan.';
comment on column indicators.activity_id is 'The activity it measures, or';
comment on column indicators.objective_id is 'the objective it measures.';
comment on column indicators.ref_code is 'Its code in the plan.';
comment on column indicators.registry_code is 'Its code in the IASC indicator registry, if it is there.';
comment on column indicators.names is 'Language > title.';
comment on column indicators.unit is 'What it counts, in words.';
comment on column indicators.kind is 'A number, or numerator and denominator.';
comment on column indicators.across_places is 'How places make a larger place.';
comment on column indicators.across_periods is 'How periods make a longer time.';
comment on column indicators.counts_people is 'True: its values are people, so that they count towards people reached.';
comment on column indicators.frequency is 'How often it is reported.';

create index indicators_activity on indicators (activity_id, plan_id);

create index indicators_objective on indicators (objective_id, plan_id);

create table indicator_dimensions (
    indicator_id uuid not null references indicators on delete cascade,
    dimension_id uuid not null references dimensions,
    primary key (indicator_id, dimension_id)
);
comment on table indicator_dimensions is 'What an indicator is told apart by.';
comment on column indicator_dimensions.indicator_id is 'The indicator.';
comment on column indicator_dimensions.dimension_id is 'The dimension.';

create table targets (
    indicator_id uuid not null references indicators on delete cascade,
    area_id uuid not null references admin_areas,
    category_id uuid not null references categories,
    baseline numeric check (baseline >= 0),
    in_need numeric check (in_need >= 0),
    target numeric check (target >= 0),
    primary key (indicator_id, area_id, category_id)
);
comment on table targets is 'What is to be reached by an indicator: in this place, of this category, so many.';
comment on column targets.indicator_id is 'The indicator.';
comment on column targets.area_id is 'The place.';
comment on column targets.category_id is 'Whom it counts.';
comment on column targets.baseline is 'Where it started; null when not known.';
comment on column targets.in_need is 'How many need it; null when not known.';
comment on column targets.target is 'How many are to be reached; null when not decided.';

create trigger plan_versions_stay before update or delete or truncate on plan_versions for each statement execute function refuse_change();

-- Figures go by what was published: an edit of a plan changes none of them until its next version.
create view published_plans as
select distinct on (plan_id)
    plan_id, number, published_at, (snapshot #>> '{plan,needs_round_id}')::uuid as needs_round_id, snapshot
from plan_versions
order by plan_id, number desc;
comment on view published_plans is 'The latest published version of each plan.';

create view published_indicators as
select published.plan_id, indicator.*
from published_plans as published
cross join lateral jsonb_to_recordset(published.snapshot -> 'indicators')
    as indicator (id uuid, kind text, across_places text, counts_people boolean);
comment on view published_indicators is 'The indicators of each plan as its latest published version has them.';

create view published_targets as
select published.plan_id, target.*
from published_plans as published
cross join lateral jsonb_to_recordset(published.snapshot -> 'targets')
    as target (indicator_id uuid, area_id uuid, category_id uuid, baseline numeric, in_need numeric, target numeric);
comment on view published_targets is 'The targets of each plan as its latest published version has them.';
