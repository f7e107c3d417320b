-- Projects: what an organisation sets out to do of a plan, where, for how many and with which money; and what peers say of it.

create table projects (
    id uuid primary key,
    operation_id uuid not null references operations,
    plan_id uuid not null,
    cluster_id uuid not null,
    organisation_id uuid not null references organisations,
    code text not null check (length(code) between 1 and 60),
    names jsonb not null,
    description text check (length(description) <= 4000),
    starts_on date not null,
    ends_on date not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    status text not null check (status in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'ACTIVE', 'COMPLETED', 'SUSPENDED', 'TERMINATED')),
    round integer not null default 0 check (round >= 0),
    note text check (length(note) <= 2000),
    submitted_at timestamptz,
    decided_at timestamptz,
    version integer not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_on > starts_on),
    unique (operation_id, code),
    unique (id, plan_id),
    unique (id, operation_id, cluster_id),
    foreign key (plan_id, operation_id) references response_plans (id, operation_id),
    constraint projects_of_a_cluster_of_the_plan foreign key (plan_id, cluster_id) references plan_clusters (plan_id, cluster_id)
);
comment on table projects is 'What an organisation sets out to do of a plan.';
comment on column projects.id is 'The project.';
comment on column projects.operation_id is 'The operation.';
comment on column projects.plan_id is 'The plan that it is part of.';
comment on column projects.cluster_id is 'The cluster that decides on it.';
comment on column projects.organisation_id is 'The organisation that leads it.';
comment on column projects.code is 'Its code: opaque, unique in the operation.';
comment on column projects.names is 'Language > title.';
comment on column projects.description is 'What it is about, in the words of its organisation.';
comment on column projects.starts_on is 'First day.';
comment on column projects.ends_on is 'First day after.';
comment on column projects.currency is 'ISO 4217 code of its budget.';
comment on column projects.status is 'Where it stands.';
comment on column projects.round is 'Counts how often it was submitted: reviews are of one round.';
comment on column projects.note is 'What was said with the last decision.';
comment on column projects.submitted_at is 'When it was last submitted.';
comment on column projects.decided_at is 'When it was last decided on.';
comment on column projects.version is 'Counts changes.';
comment on column projects.created_at is 'When it was entered.';
comment on column projects.updated_at is 'When it last changed.';

create index projects_of_plan on projects (plan_id, code);

create index projects_of_cluster on projects (plan_id, cluster_id);

create index projects_of_organisation on projects (organisation_id);

create table project_organisations (
    project_id uuid not null references projects on delete cascade,
    organisation_id uuid not null references organisations,
    primary key (project_id, organisation_id)
);
comment on table project_organisations is 'Who implements a project beside the organisation that leads it.';
comment on column project_organisations.project_id is 'The project.';
comment on column project_organisations.organisation_id is 'The organisation.';

create index project_organisations_of_organisation on project_organisations (organisation_id);

create table project_targets (
    project_id uuid not null,
    plan_id uuid not null,
    activity_id uuid not null,
    area_id uuid not null references admin_areas,
    people numeric check (people >= 0),
    units numeric check (units >= 0),
    primary key (project_id, activity_id, area_id),
    foreign key (project_id, plan_id) references projects (id, plan_id) on delete cascade,
    foreign key (activity_id, plan_id) references activities (id, plan_id)
);
comment on table project_targets is 'What a project does where: this activity, in this place, for so many.';
comment on column project_targets.project_id is 'The project.';
comment on column project_targets.plan_id is 'Its plan, which the activity is of.';
comment on column project_targets.activity_id is 'The activity.';
comment on column project_targets.area_id is 'The place.';
comment on column project_targets.people is 'How many people; null when not known.';
comment on column project_targets.units is 'How many units, where the activity is not counted in people; null when not known.';

create index project_targets_of_activity on project_targets (activity_id, plan_id);

create index project_targets_of_area on project_targets (area_id);

create table project_budget_lines (
    id uuid primary key,
    project_id uuid not null,
    plan_id uuid not null,
    activity_id uuid,
    source_kind text not null check (source_kind in ('INTERNAL', 'CERF', 'CBPF', 'BILATERAL', 'UNICEF', 'WFP', 'OTHER')),
    donor_id uuid references organisations,
    funded boolean not null,
    amount numeric(18, 2) not null check (amount >= 0),
    position integer not null,
    foreign key (project_id, plan_id) references projects (id, plan_id) on delete cascade,
    foreign key (activity_id, plan_id) references activities (id, plan_id)
);
comment on table project_budget_lines is 'What a project costs, by where the money comes from or is hoped to come from.';
comment on column project_budget_lines.id is 'The line.';
comment on column project_budget_lines.project_id is 'The project.';
comment on column project_budget_lines.plan_id is 'Its plan, which the activity is of.';
comment on column project_budget_lines.activity_id is 'The activity that it is for; null for the project as a whole.';
comment on column project_budget_lines.source_kind is 'Where the money comes from.';
comment on column project_budget_lines.donor_id is 'Who gives it, where that is said.';
comment on column project_budget_lines.funded is 'True: the money is there. False: it is asked for.';
comment on column project_budget_lines.amount is 'How much, in the project''s currency.';
comment on column project_budget_lines.position is 'Its place in the budget.';

create index project_budget_lines_of_project on project_budget_lines (project_id, position);

create index project_budget_lines_of_activity on project_budget_lines (activity_id, plan_id);

create index project_budget_lines_of_donor on project_budget_lines (donor_id);

create table review_criteria (
    id uuid primary key,
    plan_id uuid not null references response_plans on delete cascade,
    code text not null check (code ~ '^[A-Z0-9_]{1,40}$'),
    names jsonb not null,
    weight numeric not null check (weight > 0),
    max_score integer not null check (max_score between 1 and 100),
    position integer not null,
    unique (plan_id, code),
    unique (id, plan_id)
);
comment on table review_criteria is 'What peers score the projects of a plan by.';
comment on column review_criteria.id is 'The criterion.';
comment on column review_criteria.plan_id is 'The plan.';
comment on column review_criteria.code is 'Its code.';
comment on column review_criteria.names is 'Language > what is asked.';
comment on column review_criteria.weight is 'How much it weighs beside the others.';
comment on column review_criteria.max_score is 'The best score; the least is 0.';
comment on column review_criteria.position is 'Its place in the list.';

create table project_reviewers (
    project_id uuid not null,
    operation_id uuid not null,
    cluster_id uuid not null,
    user_id uuid not null references users,
    invited_by uuid not null references users,
    invited_at timestamptz not null,
    primary key (project_id, user_id),
    foreign key (project_id, operation_id, cluster_id) references projects (id, operation_id, cluster_id) on delete cascade
);
comment on table project_reviewers is 'Who was asked to review a project.';
comment on column project_reviewers.project_id is 'The project.';
comment on column project_reviewers.operation_id is 'The project''s operation: the rule that says who may read looks at nothing else.';
comment on column project_reviewers.cluster_id is 'The project''s cluster, as well.';
comment on column project_reviewers.user_id is 'Who was asked.';
comment on column project_reviewers.invited_by is 'By whom.';
comment on column project_reviewers.invited_at is 'When.';

create index project_reviewers_of_user on project_reviewers (user_id);

create table project_reviews (
    id uuid primary key,
    project_id uuid not null,
    plan_id uuid not null,
    operation_id uuid not null,
    cluster_id uuid not null,
    round integer not null check (round > 0),
    reviewer_id uuid not null references users,
    recommendation text not null check (recommendation in ('APPROVE', 'APPROVE_WITH_CHANGES', 'RETURN', 'REJECT')),
    comment text check (length(comment) <= 4000),
    submitted_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (project_id, round, reviewer_id),
    unique (id, plan_id),
    foreign key (project_id, plan_id) references projects (id, plan_id),
    foreign key (project_id, operation_id, cluster_id) references projects (id, operation_id, cluster_id)
);
comment on table project_reviews is 'What one peer says of a project, as it was submitted in one round.';
comment on column project_reviews.id is 'The review.';
comment on column project_reviews.project_id is 'The project.';
comment on column project_reviews.plan_id is 'Its plan, which the criteria are of.';
comment on column project_reviews.operation_id is 'Its operation: the rule that says who may read looks at it.';
comment on column project_reviews.cluster_id is 'Its cluster, as well.';
comment on column project_reviews.round is 'Which submission it is of.';
comment on column project_reviews.reviewer_id is 'Whose it is.';
comment on column project_reviews.recommendation is 'What the reviewer recommends.';
comment on column project_reviews.comment is 'What the reviewer says of the whole.';
comment on column project_reviews.submitted_at is 'When it was submitted; null while it is written.';
comment on column project_reviews.created_at is 'When it was begun.';
comment on column project_reviews.updated_at is 'When it last changed.';

create index project_reviews_of_reviewer on project_reviews (reviewer_id);

create table review_scores (
    review_id uuid not null,
    plan_id uuid not null,
    criterion_id uuid not null,
    score numeric check (score >= 0),
    comment text check (length(comment) <= 2000),
    primary key (review_id, criterion_id),
    foreign key (review_id, plan_id) references project_reviews (id, plan_id) on delete cascade,
    foreign key (criterion_id, plan_id) references review_criteria (id, plan_id)
);
comment on table review_scores is 'What a review gives for each criterion.';
comment on column review_scores.review_id is 'The review.';
comment on column review_scores.plan_id is 'The plan that review and criterion are of.';
comment on column review_scores.criterion_id is 'The criterion.';
comment on column review_scores.score is 'How well, from 0 to the criterion''s best; null when not scored.';
comment on column review_scores.comment is 'Why.';

create index review_scores_of_criterion on review_scores (criterion_id, plan_id);

-- Rows of before name no project, so that there is nothing to check under a lock.
alter table report_rows add column project_id uuid;
alter table report_rows add constraint report_rows_project_id_fkey foreign key (project_id) references projects not valid;
comment on column report_rows.project_id is 'The project that it was done in; null when none is named.';

-- Who may see them. Projects that were approved are shared in their operation, as what a plan consists of.

alter table project_organisations enable row level security, force row level security;
create policy viewer on project_organisations using ((select viewer_is_person()));
comment on policy viewer on project_organisations is 'Found through their project, whose own rule asks them.';

alter table project_reviewers enable row level security, force row level security;
create policy viewer on project_reviewers using (
    (select viewer_is_program())
    or operation_id = any ((select viewer_ids('content'))::uuid[])
    or cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or user_id = (select viewer_id()));
comment on policy viewer on project_reviewers is 'Those who were asked, and those who read the content of the cluster; not whose project it is.';

alter table projects enable row level security, force row level security;
create policy viewer on projects using (
    (select viewer_is_program())
    or operation_id = any ((select viewer_ids('content'))::uuid[])
    or cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or (status in ('APPROVED', 'ACTIVE', 'COMPLETED', 'SUSPENDED') and (select viewer_reads_everywhere('shared')))
    or (operation_id = any ((select viewer_ids('operations'))::uuid[]) and (
        status in ('APPROVED', 'ACTIVE', 'COMPLETED', 'SUSPENDED')
        or organisation_id = any ((select viewer_ids('organisations'))::uuid[])
        or exists (
            select from project_organisations o
            where o.project_id = projects.id and o.organisation_id = any ((select viewer_ids('organisations'))::uuid[]))
        or exists (
            select from project_reviewers r where r.project_id = projects.id and r.user_id = (select viewer_id())))));
comment on policy viewer on projects is 'What was approved, for all of the operation; all else for the organisations that carry it, those who were asked to review it, and those who read its content.';

alter table project_targets enable row level security, force row level security;
create policy viewer on project_targets using (exists (select from projects p where p.id = project_targets.project_id));
comment on policy viewer on project_targets is 'As their project.';

alter table project_budget_lines enable row level security, force row level security;
create policy viewer on project_budget_lines using (exists (select from projects p where p.id = project_budget_lines.project_id));
comment on policy viewer on project_budget_lines is 'As their project.';

alter table project_reviews enable row level security, force row level security;
create policy viewer on project_reviews using (
    (select viewer_is_program())
    or operation_id = any ((select viewer_ids('content'))::uuid[])
    or cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or reviewer_id = (select viewer_id())
    or (submitted_at is not null and exists (
        select from projects p
        where p.id = project_reviews.project_id
            and (p.round > project_reviews.round or p.status not in ('SUBMITTED', 'UNDER_REVIEW'))
            and p.operation_id = any ((select viewer_ids('operations'))::uuid[])
            and (
                p.organisation_id = any ((select viewer_ids('organisations'))::uuid[])
                or exists (
                    select from project_organisations o
                    where o.project_id = p.id and o.organisation_id = any ((select viewer_ids('organisations'))::uuid[]))))));
comment on policy viewer on project_reviews is 'Whose they are, those who read the content of the cluster, and, once it was decided, those whose project it is.';

alter table review_scores enable row level security, force row level security;
create policy viewer on review_scores using (exists (select from project_reviews r where r.id = review_scores.review_id));
comment on policy viewer on review_scores is 'As their review.';
