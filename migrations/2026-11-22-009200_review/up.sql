-- What the cluster's information management officer corrects stands beside what the partner said, and counts in its place.

create table clean_cells (
    row_id uuid not null,
    category_id uuid not null references categories,
    operation_id uuid not null references operations,
    new_people numeric check (new_people >= 0),
    repeat_people numeric check (repeat_people >= 0),
    value numeric check (value >= 0),
    denominator numeric check (denominator >= 0),
    raw_new_people numeric,
    raw_repeat_people numeric,
    raw_value numeric,
    raw_denominator numeric,
    why text not null check (length(why) between 1 and 2000),
    cleaned_by uuid references users,
    cleaned_at timestamptz not null,
    primary key (row_id, category_id),
    -- A report is written by taking its rows out and putting them back under their ids.
    constraint clean_cells_of_a_row foreign key (row_id) references report_rows (id) deferrable initially deferred
);
comment on table clean_cells is 'Figures that the cluster corrected: what counts in place of the partner''s own, which stay as they are.';
comment on column clean_cells.row_id is 'The row.';
comment on column clean_cells.category_id is 'Whom it counts.';
comment on column clean_cells.operation_id is 'The row''s operation: the rule that says who may read looks at nothing else.';
comment on column clean_cells.new_people is 'People counted for the first time; null when that is not known.';
comment on column clean_cells.repeat_people is 'People counted before; null when that is not known.';
comment on column clean_cells.value is 'The value, or the numerator of a ratio, where it is no count of people.';
comment on column clean_cells.denominator is 'The denominator of a ratio.';
comment on column clean_cells.raw_new_people is 'What the partner''s figure was when it was corrected: once the partner says something else, the correction counts no more.';
comment on column clean_cells.raw_repeat_people is 'As raw_new_people.';
comment on column clean_cells.raw_value is 'As raw_new_people.';
comment on column clean_cells.raw_denominator is 'As raw_new_people.';
comment on column clean_cells.why is 'Why, in the words of who corrected it.';
comment on column clean_cells.cleaned_by is 'Who corrected it; null for the program itself.';
comment on column clean_cells.cleaned_at is 'When.';

alter table clean_cells enable row level security, force row level security;
create policy viewer on clean_cells using (
    (select viewer_is_program())
    or (select viewer_reads_everywhere('shared'))
    or operation_id = any ((select viewer_ids('operations'))::uuid[]));
comment on policy viewer on clean_cells is 'Those with a role in the operation, as for rows: its shared figures are made of them.';

-- No union, so that a plan that starts at a row goes to its cells by their key.
create view counted_cells as
select
    c.row_id,
    c.category_id,
    case when k.row_id is null then c.new_people else k.new_people end as new_people,
    case when k.row_id is null then c.repeat_people else k.repeat_people end as repeat_people,
    case when k.row_id is null then c.value else k.value end as value,
    case when k.row_id is null then c.denominator else k.denominator end as denominator
from report_cells as c
left join clean_cells as k
    on k.row_id = c.row_id and k.category_id = c.category_id
    and k.raw_new_people is not distinct from c.new_people
    and k.raw_repeat_people is not distinct from c.repeat_people
    and k.raw_value is not distinct from c.value
    and k.raw_denominator is not distinct from c.denominator;
comment on view counted_cells is 'What counts of each cell: the cluster''s correction where there is one of just this figure, else what the partner said.';

-- A view reads as its owner, whom the rules hold unless it is a superuser; from Postgres 15 on it can read as whoever asks.
do $$
begin
    if current_setting('server_version_num')::int >= 150000 then
        alter view counted_cells set (security_invoker = true);
    end if;
end $$;

-- What counts in a place is computed from the rows of just that place, however large its plan and its area are.
-- squawk-ignore require-concurrent-index-creation
create index report_rows_place on report_rows ((coalesce(site_id, area_id)));
