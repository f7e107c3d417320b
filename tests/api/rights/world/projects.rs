//! Projects of a place's published plan: of each partner a draft and one that was approved, with what a peer said of it.

pub(super) const PROJECTS: &str = "
    insert into projects (id, operation_id, plan_id, cluster_id, organisation_id, code, names, description, starts_on, ends_on, currency, status, round,
            note, created_at, updated_at)
        select number({b}0 + n), number({o}), number({b}100), number({c}), number(organisation), 'PROJECT-' || {b}0 + n, mark({b}0 + n),
            'mark-' || {b}0 + n, '2026-01-01', '2027-01-01', 'USD', status, round, 'mark-' || {b}0 + n + 2000, now(), now()
        from (values (850, 31, 'DRAFT', 0), (851, 31, 'APPROVED', 1), (860, 32, 'DRAFT', 0), (861, 32, 'APPROVED', 1))
            project (n, organisation, status, round);
    insert into project_organisations (project_id, organisation_id)
        select id, number(37) from projects where plan_id = number({b}100);
    insert into project_targets (project_id, plan_id, activity_id, area_id, people)
        select id, plan_id, number({b}111), number(41), 200 from projects where plan_id = number({b}100);
    insert into project_budget_lines (id, project_id, plan_id, activity_id, source_kind, donor_id, funded, amount, position)
        select number(number_of(id) + 4000), id, plan_id, number({b}111), 'CERF', number(35), true, 10, 0 from projects where plan_id = number({b}100);
    insert into review_criteria (id, plan_id, code, names, weight, max_score, position)
        values (number({b}870), number({b}100), 'RELEVANCE', mark({b}100), 1, 5, 0);
    insert into project_reviewers (project_id, operation_id, cluster_id, user_id, invited_by, invited_at)
        select p.id, p.operation_id, p.cluster_id, u.id, u.id, now()
        from projects p, users u where p.plan_id = number({b}100) and u.email = 'publisher1@example.org';
    insert into project_reviews (id, project_id, plan_id, operation_id, cluster_id, round, reviewer_id, recommendation, comment, submitted_at, created_at,
            updated_at)
        select number(number_of(p.id) + 2100), p.id, p.plan_id, p.operation_id, p.cluster_id, 1, u.id, 'APPROVE', 'mark-' || number_of(p.id) + 2100,
            now(), now(), now()
        from projects p, users u where p.plan_id = number({b}100) and p.round = 1 and u.email = 'publisher1@example.org';
    insert into review_scores (review_id, plan_id, criterion_id, score, comment)
        select id, plan_id, number({b}870), 4, 'mark-' || number_of(id) from project_reviews where plan_id = number({b}100);";
