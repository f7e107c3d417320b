-- Who reported where, kept beside the other figures: to count organisations by area no row has to be read again.

create table reported_places (
    operation_id uuid not null references operations,
    plan_id uuid not null references response_plans,
    period_id uuid not null references reporting_periods,
    place_id uuid not null,
    area_id uuid not null references admin_areas,
    report_id uuid not null references reports,
    primary key (plan_id, period_id, place_id, area_id, report_id)
);
comment on table reported_places is 'Kept: the places that accepted reports tell something of, rows that say there was nothing left out.';
comment on column reported_places.operation_id is 'The operation.';
comment on column reported_places.plan_id is 'The plan.';
comment on column reported_places.period_id is 'The period.';
comment on column reported_places.place_id is 'The site, or the area where no site was given.';
comment on column reported_places.area_id is 'The area of the place, for roll-ups.';
comment on column reported_places.report_id is 'The accepted report.';

insert into reported_places (operation_id, plan_id, period_id, place_id, area_id, report_id)
select distinct r.operation_id, r.plan_id, r.period_id, coalesce(w.site_id, w.area_id), w.area_id, r.id
from reports r
join report_rows w on w.report_id = r.id and not w.nil
where r.status = 'ACCEPTED';

alter table reported_places enable row level security, force row level security;
create policy viewer on reported_places using (
    (select viewer_is_program()) or (select viewer_reads_everywhere('shared'))
    or operation_id = any((select viewer_ids('operations'))::uuid []));
comment on policy viewer on reported_places is 'Those with a role in the operation, and those who read what all operations share.';
