drop table indicator_registry;

alter table indicators drop column splits;
alter table indicators drop column denominator_label;
alter table indicators drop column numerator_label;

alter table plan_versions drop column minor;
alter table plan_versions drop column major;

drop table plan_areas;
