-- The registry of assessments: who assesses what, where, when, by which method, and what came of it.

create table assessments (
    id uuid primary key,
    operation_id uuid not null references operations,
    cluster_id uuid references clusters,
    names jsonb not null,
    status text not null check (status in ('PLANNED', 'ONGOING', 'FINALISED', 'WITHDRAWN')),
    kind text not null check (kind in ('INITIAL', 'RAPID', 'IN_DEPTH', 'MONITORING', 'REGISTRATION', 'OTHER')),
    family text not null check (family in ('DTM', 'MIRA', 'MSNA', 'EFSA', 'CFSVA', 'PROTECTION_MONITORING', 'HNO', 'BRIEFING_NOTE', 'REGISTRATION', 'IDP_PROFILING', 'CENSUS', 'RMRP', 'RRP', 'SMART', 'OTHER')),
    coordination text not null check (coordination in ('JOINT', 'HARMONISED', 'UNCOORDINATED')),
    frequency text not null check (frequency in ('ONE_OFF', 'REGULAR')),
    confidentiality text not null check (confidentiality in ('UNPROTECTED', 'CONFIDENTIAL')),
    sampling text check (sampling in ('NON_RANDOM', 'RANDOM', 'FULL_ENUMERATION')),
    sample_size integer check (sample_size > 0),
    proximity text check (proximity in ('FACE_TO_FACE', 'REMOTE', 'MIXED')),
    unit_of_analysis text check (unit_of_analysis in ('CRISIS', 'COUNTRY', 'REGION', 'PROVINCE', 'DISTRICT', 'SUBDISTRICT', 'MUNICIPALITY', 'NEIGHBOURHOOD', 'COMMUNITY_OR_SITE', 'AFFECTED_GROUP', 'HOUSEHOLD', 'INDIVIDUAL')),
    unit_of_reporting text check (unit_of_reporting in ('CRISIS', 'COUNTRY', 'REGION', 'PROVINCE', 'DISTRICT', 'SUBDISTRICT', 'MUNICIPALITY', 'NEIGHBOURHOOD', 'COMMUNITY_OR_SITE', 'AFFECTED_GROUP', 'HOUSEHOLD', 'INDIVIDUAL')),
    starts_on date not null,
    ends_on date not null,
    fit_for_purpose integer check (fit_for_purpose between 1 and 5),
    trustworthiness integer check (trustworthiness between 1 and 5),
    analytical_rigour integer check (analytical_rigour between 1 and 5),
    analytical_writing integer check (analytical_writing between 1 and 5),
    withdrawn_because text,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_on > starts_on),
    check ((status = 'WITHDRAWN') = (withdrawn_because is not null))
);
comment on table assessments is 'Who assesses what, where, when and how: planned, under way and finalised.';
comment on column assessments.id is 'The assessment.';
comment on column assessments.operation_id is 'The operation.';
comment on column assessments.cluster_id is 'The cluster that keeps it; null for the operation as a whole.';
comment on column assessments.names is 'Language > title.';
comment on column assessments.status is 'How far it is.';
comment on column assessments.kind is 'What type it is.';
comment on column assessments.family is 'Which family of assessments it belongs to.';
comment on column assessments.coordination is 'How it goes together with those of others.';
comment on column assessments.frequency is 'Whether it is made again and again.';
comment on column assessments.confidentiality is 'Who may know of it.';
comment on column assessments.sampling is 'How those who are asked are chosen.';
comment on column assessments.sample_size is 'How many are asked.';
comment on column assessments.proximity is 'Whether they are met.';
comment on column assessments.unit_of_analysis is 'What is looked at.';
comment on column assessments.unit_of_reporting is 'What is told of.';
comment on column assessments.starts_on is 'First day of collecting data.';
comment on column assessments.ends_on is 'First day after.';
comment on column assessments.fit_for_purpose is 'Quality: does it serve its purpose, 1 to 5.';
comment on column assessments.trustworthiness is 'Quality: can its data be trusted, 1 to 5.';
comment on column assessments.analytical_rigour is 'Quality: is its analysis sound, 1 to 5.';
comment on column assessments.analytical_writing is 'Quality: is it well written, 1 to 5.';
comment on column assessments.withdrawn_because is 'Why it was withdrawn.';
comment on column assessments.version is 'Counts changes.';
comment on column assessments.created_at is 'When it was entered.';
comment on column assessments.updated_at is 'When it last changed.';

create index assessments_of_operation on assessments (operation_id, starts_on desc, id desc);

create table assessment_areas (
    assessment_id uuid not null references assessments on delete cascade,
    area_id uuid not null references admin_areas,
    primary key (assessment_id, area_id)
);
comment on table assessment_areas is 'Where an assessment is made.';
comment on column assessment_areas.assessment_id is 'The assessment.';
comment on column assessment_areas.area_id is 'The area; the country itself for a national one.';

create index assessment_areas_of_area on assessment_areas (area_id);

create table assessment_organisations (
    assessment_id uuid not null references assessments on delete cascade,
    organisation_id uuid not null references organisations,
    role text not null check (role in ('LEAD', 'PARTICIPANT')),
    primary key (assessment_id, organisation_id)
);
comment on table assessment_organisations is 'Who makes an assessment.';
comment on column assessment_organisations.assessment_id is 'The assessment.';
comment on column assessment_organisations.organisation_id is 'The organisation.';
comment on column assessment_organisations.role is 'Whether it leads.';

create index assessment_organisations_of_organisation on assessment_organisations (organisation_id);

create table assessment_tags (
    assessment_id uuid not null references assessments on delete cascade,
    kind text not null check (kind in ('FOCUS', 'SECTOR', 'AFFECTED_GROUP', 'TECHNIQUE', 'FIGURE', 'TOPIC')),
    value text not null check (length(value) between 1 and 100),
    primary key (assessment_id, kind, value)
);
comment on table assessment_tags is 'What an assessment is about, of whom, and by which means: several of each.';
comment on column assessment_tags.assessment_id is 'The assessment.';
comment on column assessment_tags.kind is 'What is told.';
comment on column assessment_tags.value is 'What it is; a topic in words, all others by code.';

create table assessment_documents (
    id uuid primary key,
    assessment_id uuid not null references assessments on delete cascade,
    kind text not null check (kind in ('DATABASE', 'QUESTIONNAIRE', 'REPORT', 'OTHER')),
    title text not null,
    url text,
    file_id uuid references files,
    created_at timestamptz not null,
    check (num_nonnulls(url, file_id) = 1)
);
comment on table assessment_documents is 'What came of an assessment: data, questionnaire, report.';
comment on column assessment_documents.id is 'The document.';
comment on column assessment_documents.assessment_id is 'The assessment.';
comment on column assessment_documents.kind is 'What it is.';
comment on column assessment_documents.title is 'What it is called.';
comment on column assessment_documents.url is 'Where it lies, if elsewhere.';
comment on column assessment_documents.file_id is 'The file, if it lies here.';
comment on column assessment_documents.created_at is 'When it was entered.';

create index assessment_documents_of_assessment on assessment_documents (assessment_id);

create index assessment_documents_of_file on assessment_documents (file_id);
