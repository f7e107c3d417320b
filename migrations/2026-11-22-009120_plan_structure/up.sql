-- Where plans hold, major and minor versions, the indicator registry, and what indicators may be split by.

create table plan_areas (
    plan_id uuid not null references response_plans on delete cascade,
    area_id uuid not null references admin_areas,
    primary key (plan_id, area_id)
);
comment on table plan_areas is 'Where a plan holds; none for the whole operation.';
comment on column plan_areas.plan_id is 'The plan.';
comment on column plan_areas.area_id is 'The area.';

create index plan_areas_of_area on plan_areas (area_id);

-- Versions of before were each a new plan. A program of before that still runs goes on publishing: hence the defaults.
alter table plan_versions add column major integer not null default 1;
alter table plan_versions add column minor integer not null default 0;
alter table plan_versions disable trigger plan_versions_stay;
update plan_versions set major = number;
alter table plan_versions enable trigger plan_versions_stay;
comment on column plan_versions.major is 'Counts the versions that changed what the plan consists of, from 1.';
comment on column plan_versions.minor is 'Counts the versions since then that changed only texts, costs and targets, from 0.';

-- As documents: they are read and frozen with their indicator, and nothing is looked up by them.
alter table indicators add column numerator_label jsonb;
alter table indicators add column denominator_label jsonb;
alter table indicators add column splits jsonb not null default '[]';
comment on column indicators.numerator_label is 'Language > what a ratio''s numerator counts.';
comment on column indicators.denominator_label is 'Language > what a ratio''s denominator counts.';
comment on column indicators.splits is 'Combinations of dimension codes that its values may be split by, each sorted; none for any combination of its dimensions.';

create table indicator_registry (
    code text primary key check (code ~ '^[A-Z0-9-]{2,20}$'),
    sub_domain_code text,
    sub_domain jsonb,
    names jsonb not null,
    unit text not null,
    kind text check (kind in ('NUMBER', 'RATIO')),
    numerator_label jsonb,
    denominator_label jsonb,
    source text not null,
    check ((sub_domain_code is null) = (sub_domain is null)),
    check (kind = 'RATIO' or (numerator_label is null and denominator_label is null))
);
comment on table indicator_registry is 'Indicators that the field has codes for.';
comment on column indicator_registry.code is 'The code.';
comment on column indicator_registry.sub_domain_code is 'Code of the sub-domain; null where the registry''s own is not known to us.';
comment on column indicator_registry.sub_domain is 'Language > title of the sub-domain.';
comment on column indicator_registry.names is 'Language > short title, in our words.';
comment on column indicator_registry.unit is 'What it counts, in words.';
comment on column indicator_registry.kind is 'A number or a ratio; null where the registry has it as either.';
comment on column indicator_registry.numerator_label is 'Language > what the numerator counts.';
comment on column indicator_registry.denominator_label is 'Language > what the denominator counts.';
comment on column indicator_registry.source is 'Where the code is from.';

insert into indicator_registry (code, sub_domain_code, sub_domain, names, unit, kind, numerator_label, denominator_label, source)
select
    code, sub_domain_code,
    case sub_domain_code
        when 'E1.1' then '{"en": "Equal access"}'
        when 'E1.2' then '{"en": "Facilities and services"}'
        when 'E1.3' then '{"en": "Protection and well-being"}'
        when 'E2.1' then '{"en": "Curricula"}'
    end::jsonb,
    jsonb_build_object('en', name), unit, kind,
    case when numerator is not null then jsonb_build_object('en', numerator) end,
    case when denominator is not null then jsonb_build_object('en', denominator) end,
    'IASC indicator registry, ir.hpc.tools'
from (values
    ('E-1-01', 'E1.1', 'Children and young people aged 5 to 18 who attend', 'children', 'RATIO', 'children aged 5 to 18 who attend', 'children aged 5 to 18'),
    ('E-1-02', 'E1.1', 'Children aged 3 to 5 in early childhood spaces', 'children', 'RATIO', 'children aged 3 to 5 in early childhood spaces', 'children aged 3 to 5'),
    ('E-1-03', 'E1.2', 'Schools affected', 'schools', 'RATIO', 'schools affected', 'schools'),
    ('E-1-04', 'E1.2', 'Temporary learning spaces constructed', 'learning spaces', null, null, null),
    ('E-1-05', 'E1.2', 'Schools used as shelters', 'schools', 'RATIO', 'schools used as shelters', 'schools'),
    ('E-1-06', 'E1.2', 'Damaged or occupied schools reopened', 'schools', 'RATIO', 'schools reopened', 'schools damaged or occupied'),
    ('E-1-07', 'E1.2', 'Schools that lost materials', 'schools', 'RATIO', 'schools that lost materials', 'schools'),
    ('E-1-14', 'E1.3', 'Learning environments assessed as safe', 'learning environments', null, null, null),
    ('E-1-15', 'E1.3', 'Attacks on education', 'attacks', 'NUMBER', null, null),
    ('E-1-16', 'E1.3', 'Schools occupied by armed forces', 'schools', 'RATIO', 'schools occupied by armed forces', 'schools'),
    ('E-1-17', 'E1.2', 'Nutrition programmes at schools', 'programmes', null, null, null),
    ('E-1-18', 'E1.2', 'Feeding programmes at schools', 'programmes', null, null, null),
    ('E-1-19', 'E1.2', 'Structures that meet the standard of safe construction', 'structures', 'RATIO', 'structures that meet the standard', 'structures'),
    ('E-1-20', 'E1.2', 'Structures accessible to people with disabilities', 'structures', 'RATIO', 'accessible structures', 'structures'),
    ('E-1-21', 'E1.1', 'Marginalised children who attend', 'children', 'RATIO', 'marginalised children who attend', 'marginalised children'),
    ('E-1-22', 'E1.3', 'Education staff who receive psychosocial support', 'education personnel', 'RATIO', 'education personnel who receive support', 'education personnel'),
    ('E-1-23', 'E1.2', 'Learning environments with safe water', 'learning environments', 'RATIO', 'learning environments with safe water', 'learning environments'),
    ('E-1-24', 'E1.2', 'Learning environments provided with safe water', 'learning environments', 'RATIO', 'learning environments provided with safe water', 'learning environments'),
    ('E-1-25', 'E1.2', 'Learning environments with handwashing facilities', 'learning environments', 'RATIO', 'learning environments with handwashing facilities', 'learning environments'),
    ('E-1-26', 'E1.2', 'Learning environments provided with handwashing facilities', 'learning environments', 'RATIO', 'learning environments provided with handwashing facilities', 'learning environments'),
    ('E-1-27', 'E1.2', 'Learning environments with a solid-waste system', 'learning environments', 'RATIO', 'learning environments with a solid-waste system', 'learning environments'),
    ('E-1-28', 'E1.2', 'Learning environments provided with a solid-waste system', 'learning environments', 'RATIO', 'learning environments provided with a solid-waste system', 'learning environments'),
    ('E-2-01', 'E2.1', 'Schools with psychosocial messages', 'schools', 'RATIO', 'schools with psychosocial messages', 'schools'),
    ('E-2-02', 'E2.1', 'Schools with life-skill messages', 'schools', 'RATIO', 'schools with life-skill messages', 'schools'),
    ('E-2-03', 'E2.1', 'Schools with messages on disaster risk reduction', 'schools', 'RATIO', 'schools with messages on disaster risk reduction', 'schools'),
    ('E-2-04', null, 'Education staff trained in psychosocial support', 'education personnel', 'RATIO', 'education personnel trained', 'education personnel'),
    ('E-2-05', null, 'Education staff trained in life skills', 'education personnel', 'RATIO', 'education personnel trained', 'education personnel'),
    ('E-2-06', null, 'Education staff trained in disaster risk reduction', 'education personnel', 'RATIO', 'education personnel trained', 'education personnel'),
    ('E-2-07', null, 'Schools with interventions of disaster risk reduction', 'schools', 'RATIO', 'schools with interventions', 'schools'),
    ('E-3-6', null, 'Offices of the Ministry of Education affected', 'offices', null, null, null),
    ('AAP-1', null, 'Accountability to affected people, first of the three shared by all clusters', 'people', null, null, null),
    ('AAP-2', null, 'Accountability to affected people, second of the three shared by all clusters', 'people', null, null, null),
    ('AAP-3', null, 'Accountability to affected people, third of the three shared by all clusters', 'people', null, null, null)
) seed (code, sub_domain_code, name, unit, kind, numerator, denominator);
