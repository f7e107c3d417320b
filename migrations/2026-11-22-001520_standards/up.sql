-- Standards: editions as data, checklists against them with evidence and improvement actions, and editions made to fit a country.

create table frameworks (
    id uuid primary key,
    code text not null unique,
    edition text not null,
    names jsonb not null,
    source text not null,
    published_on date not null
);
comment on table frameworks is 'An edition of the standards that a response is held against.';
comment on column frameworks.id is 'The framework.';
comment on column frameworks.code is 'Its code, such as INEE-2024.';
comment on column frameworks.edition is 'Which edition.';
comment on column frameworks.names is 'Language > title.';
comment on column frameworks.source is 'Who published it.';
comment on column frameworks.published_on is 'When it was published; of some only the year is known, and the first day stands for it.';

create table standard_domains (
    id uuid primary key,
    framework_id uuid not null references frameworks,
    number integer not null check (number > 0),
    names jsonb not null,
    unique (framework_id, number),
    unique (framework_id, id)
);
comment on table standard_domains is 'The domains that an edition groups its standards by.';
comment on column standard_domains.id is 'The domain.';
comment on column standard_domains.framework_id is 'The edition.';
comment on column standard_domains.number is 'Its number in the edition.';
comment on column standard_domains.names is 'Language > name.';

create table standards (
    id uuid primary key,
    framework_id uuid not null references frameworks,
    domain_id uuid not null,
    position integer not null check (position > 0),
    code text not null unique,
    names jsonb not null,
    title_verified boolean not null,
    domain_verified boolean not null,
    weight numeric(9,4) not null default 1 check (weight > 0),
    unique (framework_id, position),
    foreign key (framework_id, domain_id) references standard_domains (framework_id, id)
);
comment on table standards is 'Standards by code and title. Their statements are not kept: publishers hold the rights to them.';
comment on column standards.id is 'The standard.';
comment on column standards.framework_id is 'The edition.';
comment on column standards.domain_id is 'The domain of the same edition.';
comment on column standards.position is 'Its place in the edition.';
comment on column standards.code is 'Its code, such as INEE-2024-03.';
comment on column standards.names is 'Language > title.';
comment on column standards.title_verified is 'False where the wording of the title is still to be compared with the edition.';
comment on column standards.domain_verified is 'False where the domain is inferred from the order of the standards.';
comment on column standards.weight is 'How much it counts in the mean over all standards.';

create table key_actions (
    id uuid primary key,
    standard_id uuid not null references standards,
    number integer not null check (number between 1 and 99),
    code text not null unique,
    texts jsonb not null,
    unique (standard_id, number)
);
comment on table key_actions is 'What a standard asks for, in texts that a deployment holds the right to and read in. None are shipped.';
comment on column key_actions.id is 'The key action.';
comment on column key_actions.standard_id is 'The standard.';
comment on column key_actions.number is 'Its number in the standard.';
comment on column key_actions.code is 'Its code: that of the standard, a point and its number.';
comment on column key_actions.texts is 'Language > text.';

create table standard_crosswalks (
    from_standard_id uuid not null references standards,
    to_standard_id uuid not null references standards,
    primary key (from_standard_id, to_standard_id)
);
comment on table standard_crosswalks is 'Which standard of one edition became which of a later one.';
comment on column standard_crosswalks.from_standard_id is 'The standard of the earlier edition.';
comment on column standard_crosswalks.to_standard_id is 'The standard of the later edition.';

create index standard_crosswalks_to on standard_crosswalks (to_standard_id);

create table checklists (
    id uuid primary key,
    operation_id uuid not null references operations,
    cluster_id uuid references clusters,
    organisation_id uuid references organisations,
    subject_kind text not null check (subject_kind in ('OPERATION', 'CLUSTER', 'ORGANISATION', 'SITE', 'APPEAL')),
    subject_id uuid not null,
    framework_id uuid not null references frameworks,
    round integer not null check (round > 0),
    status text not null check (status in ('DRAFT', 'SUBMITTED')),
    assessed_on date not null,
    note text,
    snapshot jsonb,
    submitted_at timestamptz,
    submitted_by uuid references users,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((status = 'SUBMITTED') = (snapshot is not null and submitted_at is not null))
);
comment on table checklists is 'How far a response, cluster, organisation, site or appeal meets the standards, as somebody found on a day.';
comment on column checklists.id is 'The checklist.';
comment on column checklists.operation_id is 'The operation.';
comment on column checklists.cluster_id is 'The cluster that it is made in; null for the operation as a whole.';
comment on column checklists.organisation_id is 'The organisation whose own it is; null for those of the coordination.';
comment on column checklists.subject_kind is 'What kind of thing is looked at.';
comment on column checklists.subject_id is 'What is looked at.';
comment on column checklists.framework_id is 'The edition that it is held against.';
comment on column checklists.round is 'Counts the checklists of the subject that were made there by them: whoever makes one sees those before it.';
comment on column checklists.status is 'How far it is.';
comment on column checklists.assessed_on is 'The day that it speaks of.';
comment on column checklists.note is 'What is said of it as a whole.';
comment on column checklists.snapshot is 'What was rated, how, by which weights and with how much evidence, from the moment that it is submitted.';
comment on column checklists.submitted_at is 'When it was submitted.';
comment on column checklists.submitted_by is 'By whom.';
comment on column checklists.version is 'Counts changes.';
comment on column checklists.created_at is 'When it was begun.';
comment on column checklists.updated_at is 'When it last changed.';

create unique index checklists_by_round on checklists (operation_id, coalesce(cluster_id, '00000000-0000-0000-0000-000000000000'), coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), subject_kind, subject_id, round);

create index checklists_of_operation on checklists (operation_id, assessed_on desc, id desc);

create index checklists_of_subject on checklists (subject_kind, subject_id, assessed_on desc, round desc) where status = 'SUBMITTED';

create table checklist_ratings (
    checklist_id uuid not null references checklists on delete cascade,
    code text not null,
    standard_id uuid not null references standards,
    rating text not null check (rating in ('MET', 'PARTIAL', 'NOT_MET', 'NOT_APPLICABLE', 'NOT_ASSESSED')),
    reason text,
    note text,
    primary key (checklist_id, code),
    check (rating <> 'NOT_APPLICABLE' or reason is not null)
);
comment on table checklist_ratings is 'How a key action, or a standard without any, was found. What has no row here was not assessed.';
comment on column checklist_ratings.checklist_id is 'The checklist.';
comment on column checklist_ratings.code is 'The code of the key action or standard.';
comment on column checklist_ratings.standard_id is 'The standard that it is, or is of.';
comment on column checklist_ratings.rating is 'How it was found.';
comment on column checklist_ratings.reason is 'Why it is not applicable.';
comment on column checklist_ratings.note is 'What was seen.';

create table evidence_items (
    id uuid primary key,
    checklist_id uuid not null references checklists on delete cascade,
    code text not null,
    kind text not null check (kind in ('DOCUMENT', 'PHOTO', 'OBSERVATION', 'INTERVIEW', 'DATASET_LINK')),
    url text,
    file_id uuid references files,
    collected_on date not null,
    collected_by text not null,
    note text,
    created_at timestamptz not null,
    check (num_nonnulls(url, file_id) <= 1)
);
comment on table evidence_items is 'What a rating stands on.';
comment on column evidence_items.id is 'The piece of evidence.';
comment on column evidence_items.checklist_id is 'The checklist.';
comment on column evidence_items.code is 'The code of the key action or standard that it speaks of.';
comment on column evidence_items.kind is 'What it is.';
comment on column evidence_items.url is 'Where it lies, if elsewhere.';
comment on column evidence_items.file_id is 'The file, if it lies here.';
comment on column evidence_items.collected_on is 'When it was collected.';
comment on column evidence_items.collected_by is 'By which role or organisation; never the name of a person.';
comment on column evidence_items.note is 'What it shows.';
comment on column evidence_items.created_at is 'When it was entered.';

create index evidence_items_of_checklist on evidence_items (checklist_id, code);

create index evidence_items_of_file on evidence_items (file_id);

create table improvement_actions (
    id uuid primary key,
    operation_id uuid not null references operations,
    cluster_id uuid references clusters,
    owner_id uuid references organisations,
    checklist_id uuid not null references checklists,
    code text not null,
    gap text not null,
    action text not null,
    priority text not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
    organisation_id uuid references organisations,
    user_id uuid references users,
    due_on date,
    status text not null check (status in ('OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED')),
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (num_nonnulls(organisation_id, user_id) > 0)
);
comment on table improvement_actions is 'What is to be done about a gap, by whom and until when. Whether one is overdue follows from its day.';
comment on column improvement_actions.id is 'The action.';
comment on column improvement_actions.operation_id is 'The operation.';
comment on column improvement_actions.cluster_id is 'The cluster of the checklist; null for the operation as a whole.';
comment on column improvement_actions.owner_id is 'The organisation whose own the checklist is; null for those of the coordination.';
comment on column improvement_actions.checklist_id is 'The checklist that found the gap.';
comment on column improvement_actions.code is 'The code of the key action or standard.';
comment on column improvement_actions.gap is 'What is missing.';
comment on column improvement_actions.action is 'What is to be done.';
comment on column improvement_actions.priority is 'How pressing it is.';
comment on column improvement_actions.organisation_id is 'The organisation that answers for it.';
comment on column improvement_actions.user_id is 'The person that answers for it.';
comment on column improvement_actions.due_on is 'The last day for it.';
comment on column improvement_actions.status is 'How far it is.';
comment on column improvement_actions.version is 'Counts changes.';
comment on column improvement_actions.created_at is 'When it was entered.';
comment on column improvement_actions.updated_at is 'When it last changed.';

create index improvement_actions_of_checklist on improvement_actions (checklist_id);

create index improvement_actions_of_operation on improvement_actions (operation_id, due_on, id);

create table contextualisations (
    id uuid primary key,
    operation_id uuid not null references operations,
    framework_id uuid not null references frameworks,
    step text not null check (step in ('MAPPING', 'ORIENTATION', 'WORKING_GROUP', 'FACILITATION', 'DEFINITION', 'SYNTHESIS', 'PRESENTATION')),
    adopted_on date,
    url text,
    file_id uuid references files,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (operation_id, framework_id),
    check (num_nonnulls(url, file_id) <= 1)
);
comment on table contextualisations is 'An edition made to fit a country, in the seven steps of its publisher.';
comment on column contextualisations.id is 'The contextualisation.';
comment on column contextualisations.operation_id is 'The operation.';
comment on column contextualisations.framework_id is 'The edition.';
comment on column contextualisations.step is 'Which of the seven steps it is in.';
comment on column contextualisations.adopted_on is 'When it was adopted; null until then.';
comment on column contextualisations.url is 'Where its document lies, if elsewhere.';
comment on column contextualisations.file_id is 'Its document, if it lies here.';
comment on column contextualisations.version is 'Counts changes.';
comment on column contextualisations.created_at is 'When it was begun.';
comment on column contextualisations.updated_at is 'When it last changed.';

create index contextualisations_of_file on contextualisations (file_id);

create table contextual_items (
    contextualisation_id uuid not null references contextualisations on delete cascade,
    code text not null,
    texts jsonb not null,
    threshold text,
    primary key (contextualisation_id, code)
);
comment on table contextual_items is 'What a standard or key action means in the country.';
comment on column contextual_items.contextualisation_id is 'The contextualisation.';
comment on column contextual_items.code is 'The code of the standard or key action.';
comment on column contextual_items.texts is 'Language > what it means here.';
comment on column contextual_items.threshold is 'By what is measured that it is met.';
