-- Periods, partners' reports (the 5W), and the figures kept from accepted ones.

create table reporting_periods (
    id uuid primary key,
    plan_id uuid not null references response_plans,
    number integer not null check (number > 0),
    starts_on date not null,
    ends_on date not null,
    opens_at timestamptz not null,
    due_at timestamptz not null,
    closed_at timestamptz,
    check (ends_on > starts_on and due_at > opens_at),
    unique (plan_id, number),
    unique (plan_id, starts_on),
    unique (id, plan_id)
);
comment on table reporting_periods is 'The months or weeks that a plan is reported by.';
comment on column reporting_periods.id is 'The period.';
comment on column reporting_periods.plan_id is 'The plan.';
comment on column reporting_periods.number is 'Counts the periods.';
comment on column reporting_periods.starts_on is 'First day.';
comment on column reporting_periods.ends_on is 'First day after.';
comment on column reporting_periods.opens_at is 'From when reports can be sent.';
comment on column reporting_periods.due_at is 'When they are due, as it stood when the period was made.';
comment on column reporting_periods.closed_at is 'When it was closed, null while open.';

create function keep_periods_in_plan() returns trigger language plpgsql as $$
begin
    if exists (select from reporting_periods where plan_id = new.id and starts_on < new.starts_on) then
        raise exception 'a period of the plan starts before it' using errcode = 'check_violation', constraint = 'plan_starts_with_its_periods';
    end if;
    if exists (select from reporting_periods where plan_id = new.id and ends_on > new.ends_on) then
        raise exception 'a period of the plan ends after it' using errcode = 'check_violation', constraint = 'plan_ends_with_its_periods';
    end if;
    return new;
end $$;
create trigger response_plans_keep_their_periods before update of starts_on, ends_on on response_plans
    for each row execute function keep_periods_in_plan();

create table reports (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid not null,
    period_id uuid not null,
    cluster_id uuid not null,
    organisation_id uuid not null references organisations,
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    nil boolean not null default false,
    note text,
    first_submitted_at timestamptz,
    submitted_at timestamptz,
    decided_at timestamptz,
    times_accepted integer not null default 0 check (times_accepted >= 0),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by uuid references users,
    unique (period_id, organisation_id, cluster_id),
    unique (id, operation_id),
    foreign key (plan_id, operation_id) references response_plans (id, operation_id),
    foreign key (period_id, plan_id) references reporting_periods (id, plan_id),
    foreign key (cluster_id, operation_id) references clusters (id, operation_id),
    constraint reports_to_a_cluster_of_the_plan foreign key (plan_id, cluster_id) references plan_clusters (plan_id, cluster_id)
);
comment on table reports is 'One partner''s report of one period to one cluster.';
comment on column reports.id is 'The report.';
comment on column reports.operation_id is 'The operation.';
comment on column reports.plan_id is 'The plan.';
comment on column reports.period_id is 'The period.';
comment on column reports.cluster_id is 'The cluster that accepts it.';
comment on column reports.organisation_id is 'The organisation that reports.';
comment on column reports.status is 'Where it stands.';
comment on column reports.nil is 'True: the partner says that it has nothing to report.';
comment on column reports.note is 'Why it was returned or reopened.';
comment on column reports.first_submitted_at is 'When it was first submitted: a report that was in time does not become late by being returned.';
comment on column reports.submitted_at is 'When it was last submitted.';
comment on column reports.decided_at is 'When it was last returned or accepted.';
comment on column reports.times_accepted is 'How often it was accepted; after the first time every change shows as made since.';
comment on column reports.version is 'Counts changes.';
comment on column reports.created_at is 'When it was begun.';
comment on column reports.updated_at is 'When it last changed.';
comment on column reports.updated_by is 'Who changed it last; null for the program itself.';

create index reports_plan on reports (plan_id, period_id, status);

create table report_rows (
    id uuid primary key,
    report_id uuid not null,
    operation_id uuid not null,
    row_key text not null,
    activity_id uuid not null references activities,
    indicator_id uuid not null references indicators,
    area_id uuid not null references admin_areas,
    site_id uuid references sites,
    population_group text not null default '',
    modality text not null default 'SERVICE' check (modality in ('IN_KIND', 'SERVICE', 'CASH', 'VOUCHER')),
    status text not null check (status in ('PLANNED', 'ONGOING', 'COMPLETED', 'SUSPENDED', 'CANCELLED')),
    nil boolean not null default false,
    units numeric check (units >= 0),
    amount numeric(18, 2) check (amount >= 0),
    currency text check (currency ~ '^[A-Z]{3}$'),
    remarks text check (length(remarks) <= 2000),
    position integer not null,
    check ((amount is null) or (currency is not null)),
    unique (report_id, row_key),
    foreign key (report_id, operation_id) references reports (id, operation_id) on delete cascade
);
comment on table report_rows is 'What was done: one activity, measured by one indicator, in one place.';
comment on column report_rows.id is 'The row.';
comment on column report_rows.report_id is 'The report.';
comment on column report_rows.operation_id is 'The report''s operation: the rule that says who may read a row looks at nothing else.';
comment on column report_rows.row_key is 'The natural key: activity, indicator, place, population group, modality. The same key again is the same row.';
comment on column report_rows.activity_id is 'The activity.';
comment on column report_rows.indicator_id is 'The indicator.';
comment on column report_rows.area_id is 'Where: the area.';
comment on column report_rows.site_id is 'Where exactly, if at a site of that area.';
comment on column report_rows.population_group is 'Code of the population group that the whole row is about, empty when it is not said.';
comment on column report_rows.modality is 'How it was delivered.';
comment on column report_rows.status is 'How far it is.';
comment on column report_rows.nil is 'True: nothing was done here in this period.';
comment on column report_rows.units is 'Units delivered, in the activity''s unit; null when not said.';
comment on column report_rows.amount is 'Spent, null when not said.';
comment on column report_rows.currency is 'ISO 4217 code of the amount.';
comment on column report_rows.remarks is 'What else is to be said.';
comment on column report_rows.position is 'Its place in the report.';

create index report_rows_indicator on report_rows (indicator_id);

create index report_rows_area on report_rows (area_id);

create table report_cells (
    row_id uuid not null references report_rows on delete cascade,
    category_id uuid not null references categories,
    new_people numeric check (new_people >= 0),
    repeat_people numeric check (repeat_people >= 0),
    value numeric check (value >= 0),
    denominator numeric check (denominator >= 0),
    primary key (row_id, category_id)
);
comment on table report_cells is 'The figures of a row: of this category, so many.';
comment on column report_cells.row_id is 'The row.';
comment on column report_cells.category_id is 'Whom it counts.';
comment on column report_cells.new_people is 'People counted for the first time; null when not said.';
comment on column report_cells.repeat_people is 'People counted before; null when not said.';
comment on column report_cells.value is 'The value, or the numerator of a ratio, where it is no count of people.';
comment on column report_cells.denominator is 'The denominator of a ratio.';

create table caseload_declarations (
    plan_id uuid not null references response_plans,
    activity_id uuid not null references activities,
    place_id uuid not null,
    organisation_id uuid not null references organisations,
    declared_at timestamptz not null,
    primary key (plan_id, activity_id, place_id, organisation_id)
);
comment on table caseload_declarations is 'Organisations that serve different people in one place, so that their values add up there.';
comment on column caseload_declarations.plan_id is 'The plan.';
comment on column caseload_declarations.activity_id is 'The activity.';
comment on column caseload_declarations.place_id is 'The site or area.';
comment on column caseload_declarations.organisation_id is 'One of the organisations that declared it.';
comment on column caseload_declarations.declared_at is 'When.';

create table reach_cells (
    plan_id uuid not null references response_plans,
    period_id uuid not null references reporting_periods,
    place_id uuid not null,
    area_id uuid not null references admin_areas,
    category_id uuid not null references categories,
    people numeric not null check (people >= 0),
    new_people numeric not null check (new_people >= 0),
    services numeric not null check (services >= 0),
    primary key (plan_id, period_id, place_id, category_id)
);
comment on table reach_cells is 'Kept figure: the largest number of people over activities and organisations, by period, place and category, from accepted reports.';
comment on column reach_cells.plan_id is 'The plan.';
comment on column reach_cells.period_id is 'The period.';
comment on column reach_cells.place_id is 'The site, or the area where no site was given.';
comment on column reach_cells.area_id is 'The area of the place, for roll-ups.';
comment on column reach_cells.category_id is 'Whom it counts.';
comment on column reach_cells.people is 'New and repeated people, the largest of the rows; declared caseloads added first.';
comment on column reach_cells.new_people is 'Sum of new people: the upper bound. Of a row that is split, its total counts here only with what the parts leave.';
comment on column reach_cells.services is 'Sum of new and repeated people: services delivered, which are not people. Totals of split rows as in new_people.';

create index reach_cells_area on reach_cells (plan_id, area_id);

create table indicator_totals (
    plan_id uuid not null references response_plans,
    indicator_id uuid not null references indicators,
    period_id uuid not null references reporting_periods,
    place_id uuid not null,
    area_id uuid not null references admin_areas,
    category_id uuid not null references categories,
    value numeric,
    denominator numeric,
    primary key (plan_id, indicator_id, period_id, place_id, category_id)
);
comment on table indicator_totals is 'Kept figure: an indicator''s sum inside a place, by period and category, from accepted reports.';
comment on column indicator_totals.plan_id is 'The plan.';
comment on column indicator_totals.indicator_id is 'The indicator.';
comment on column indicator_totals.period_id is 'The period.';
comment on column indicator_totals.place_id is 'The site, or the area where no site was given.';
comment on column indicator_totals.area_id is 'The area of the place, for roll-ups.';
comment on column indicator_totals.category_id is 'Whom it counts.';
comment on column indicator_totals.value is 'The sum of the values (or numerators). Of a row that is split, its total counts here only with what the parts leave.';
comment on column indicator_totals.denominator is 'The sum of the denominators, null for a number.';

create table import_batches (
    id uuid primary key,
    operation_id uuid not null references operations,
    report_id uuid references reports,
    file_id uuid not null references files,
    rows_total integer not null,
    rows_added integer not null,
    rows_changed integer not null,
    rows_unchanged integer not null,
    created_at timestamptz not null,
    workbook_id uuid,
    content bytea
);
comment on table import_batches is 'Files that were read into reports.';
comment on column import_batches.id is 'The batch.';
comment on column import_batches.operation_id is 'The operation.';
comment on column import_batches.report_id is 'The report that it went into.';
comment on column import_batches.file_id is 'The file.';
comment on column import_batches.rows_total is 'Rows read.';
comment on column import_batches.rows_added is 'Rows that were new.';
comment on column import_batches.rows_changed is 'Rows that changed.';
comment on column import_batches.rows_unchanged is 'Rows that said the same again.';
comment on column import_batches.created_at is 'When.';
comment on column import_batches.workbook_id is 'Which workbook it was, where it was one that was made for the report.';
comment on column import_batches.content is 'What the report then said, as a hash: the same workbook may be sent again on top of that.';

-- Kept figures hang on what an indicator counts, and rows were checked against it.
create function refuse_another_measure() returns trigger language plpgsql as $$
begin
    -- Waits for reports that are being written: their rows hold the indicator.
    perform from indicators where id = old.id for update;
    if exists (select from report_rows where indicator_id = old.id) then
        raise exception 'rows report on this indicator'
            using errcode = 'check_violation',
                constraint = case when old.kind <> new.kind then 'indicators_kind_reported' else 'indicators_people_reported' end;
    end if;
    return new;
end $$;
comment on function refuse_another_measure() is 'What an indicator counts stays once rows report on it.';

create trigger indicators_measure_stays before update on indicators for each row
when (old.kind <> new.kind or old.counts_people <> new.counts_people)
execute function refuse_another_measure();
