//! Checklists with what hangs on them, contextualisations and assessments, by place.

/// Drafts. Those of the operation lie in one of its places alone.
pub(super) const CHECKLISTS: &str = "
    insert into checklists (id, operation_id, cluster_id, organisation_id, subject_kind, subject_id, framework_id, round, status, assessed_on, note,
            created_at, updated_at)
        select number({b}0 + n), number({o}), case when kind <> 'OPERATION' then number({c}) end, number(organisation), kind, number(subject),
            (select id from frameworks where code = 'INEE-2024'), round, 'DRAFT', make_date(2025, 1, round), 'mark-' || {b}2000 + n, now(), now()
        from (values
            (400, null, 'CLUSTER', {c}, 3), (401, null, 'CLUSTER', {c}, 2), (402, null, 'CLUSTER', {c}, 1), (403, null, 'SITE', {b}700, 1),
            (404, null, 'APPEAL', {b}510, 1), (405, null, 'OPERATION', {o}, 2), (406, null, 'OPERATION', {o}, 1),
            (411, 31, 'ORGANISATION', 31, 2), (412, 31, 'ORGANISATION', 31, 1), (421, 32, 'ORGANISATION', 32, 2), (422, 32, 'ORGANISATION', 32, 1))
            checklist (n, organisation, kind, subject, round)
        where kind <> 'OPERATION' or {b}0 <> 20000;
    insert into checklist_ratings (checklist_id, code, standard_id, rating, reason, note)
        select c.id, s.code, s.id, rating, case when rating = 'NOT_APPLICABLE' then 'mark-' || number_of(c.id) end,
            case when rating = 'MET' then 'mark-' || number_of(c.id) + 2000 end
        from checklists c, standards s join (values ('INEE-2024-01', 'MET'), ('INEE-2024-02', 'NOT_APPLICABLE')) rated (code, rating) using (code)
        where number_of(c.id) between {b}400 and {b}499;
    insert into files (id, operation_id, cluster_id, organisation_id, owner, name, media_type, size_bytes, sha256, content, created_at)
        select number(number_of(id) + 2300), operation_id, cluster_id, organisation_id, number(60), 'mark-' || number_of(id) + 2300, 'text/csv', 1,
            '\\x00', '\\x31', now()
        from checklists where number_of(id) between {b}400 and {b}499;
    insert into evidence_items (id, checklist_id, code, kind, file_id, collected_on, collected_by, note, created_at)
        select number(number_of(id) + 2100), id, 'INEE-2024-01', 'PHOTO', number(number_of(id) + 2300), '2025-01-01',
            'mark-' || number_of(id) + 2100, 'mark-' || number_of(id) + 2100, now()
        from checklists where number_of(id) between {b}400 and {b}499;
    insert into improvement_actions (id, operation_id, cluster_id, owner_id, checklist_id, code, gap, action, priority, organisation_id, due_on, status,
            created_at, updated_at)
        select number(number_of(id) + 2200), operation_id, cluster_id, organisation_id, id, 'INEE-2024-01', 'mark-' || number_of(id) + 2200,
            'mark-' || number_of(id) + 2200, 'HIGH', number(case when number_of(id) - {b}0 in (402, 411, 412) then 32 else 31 end), '2099-01-01', 'OPEN',
            now(), now()
        from checklists where number_of(id) between {b}400 and {b}499;";

/// Those that are submitted then.
pub(super) const SUBMITTED: [u32; 7] = [401, 402, 403, 404, 406, 412, 422];

/// Planned ones of one place and month, so that they overlap. Those of the operation lie in one of its places alone.
pub(super) const ASSESSMENTS: &str = "
    insert into assessments (id, operation_id, cluster_id, names, status, kind, family, coordination, frequency, confidentiality, starts_on, ends_on,
            created_at, updated_at)
        select number({b}0 + n), number({o}), case when n < 445 then number({c}) end, mark({b}0 + n), 'PLANNED', 'RAPID', 'OTHER', 'JOINT', 'ONE_OFF',
            confidentiality, '2025-01-01', '2025-02-01', now(), now()
        from (values (440, 'UNPROTECTED'), (441, 'CONFIDENTIAL'), (442, 'CONFIDENTIAL'), (443, 'CONFIDENTIAL'), (445, 'UNPROTECTED'),
            (446, 'CONFIDENTIAL')) assessment (n, confidentiality)
        where n < 445 or {b}0 <> 20000;
    insert into assessment_areas (assessment_id, area_id)
        select id, number(41) from assessments where number_of(id) between {b}440 and {b}449;
    insert into assessment_organisations (assessment_id, organisation_id, role)
        select number({b}0 + n), number(organisation), role
        from (values (440, 32, 'LEAD'), (441, 31, 'LEAD'), (442, 32, 'LEAD'), (443, 32, 'LEAD'), (443, 31, 'PARTICIPANT'), (445, 32, 'LEAD'),
            (446, 31, 'LEAD')) maker (n, organisation, role)
        where n < 445 or {b}0 <> 20000;
    insert into assessment_tags (assessment_id, kind, value)
        select id, tag.kind, tag.value from assessments,
            lateral (values ('AFFECTED_GROUP', 'ALL'), ('SECTOR', 'EDU'), ('TOPIC', 'mark-' || number_of(id))) tag (kind, value)
        where number_of(id) between {b}440 and {b}449;
    insert into files (id, operation_id, cluster_id, owner, name, media_type, size_bytes, sha256, content, created_at)
        select number(number_of(id) + 2300), operation_id, cluster_id, number(60), 'mark-' || number_of(id) + 2300, 'text/csv', 1, '\\x00', '\\x31', now()
        from assessments where number_of(id) between {b}440 and {b}449;
    insert into assessment_documents (id, assessment_id, kind, title, file_id, created_at)
        select number(number_of(id) + 20), id, 'REPORT', 'mark-' || number_of(id) + 20, number(number_of(id) + 2300), now()
        from assessments where number_of(id) between {b}440 and {b}449;";

/// An operation's.
pub(super) const CONTEXT: &str = "
    insert into files (id, operation_id, owner, name, media_type, size_bytes, sha256, content, created_at)
        values (number({b}2780), number({o}), number(60), 'mark-' || {b}2780, 'text/csv', 1, '\\x00', '\\x31', now());
    insert into contextualisations (id, operation_id, framework_id, step, file_id, created_at, updated_at)
        values (number({b}480), number({o}), (select id from frameworks where code = 'INEE-2024'), 'DEFINITION', number({b}2780), now(), now());
    insert into contextual_items (contextualisation_id, code, texts, threshold)
        values (number({b}480), 'INEE-2024-01', mark({b}480), 'mark-' || {b}480);";
