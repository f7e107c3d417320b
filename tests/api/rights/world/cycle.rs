//! What is said about reports, what the cluster corrected in them, who was told and reminded, by place.

/// Comments on all reports; corrections in submitted ones; of returned ones what they were returned for, and what they said when they were accepted.
pub(super) const REPORTING: &str = "
    insert into report_comments (id, report_id, operation_id, row_key, field, category_id, text, created_at)
        select number(number_of(id) + 3000), id, operation_id, 'k', 'PEOPLE', number({b}720), 'mark-' || number_of(id), now()
        from reports where number_of(id) between {b}300 and {b}398;
    insert into clean_cells (row_id, category_id, operation_id, new_people, raw_new_people, why, cleaned_at)
        select w.id, number({b}720), w.operation_id, 5, 7, 'mark-' || number_of(w.report_id), now()
        from report_rows w join reports r on r.id = w.report_id
        where r.status = 'SUBMITTED' and number_of(r.id) between {b}300 and {b}398;
    update reports set times_accepted = 1 where status = 'RETURNED' and number_of(id) between {b}300 and {b}398;
    insert into returned_rows (report_id, operation_id, row_key, note)
        select id, operation_id, 'k', 'mark-' || number_of(id) from reports
        where status = 'RETURNED' and number_of(id) between {b}300 and {b}398;
    insert into accepted_rows (report_id, operation_id, row_key, facts, cells)
        select id, operation_id, 'k', jsonb_build_object('activity_id', number({b}111), 'indicator_id', number({b}121), 'area_id', number(41),
            'site_id', number({b}700), 'remarks', 'mark-' || number_of(id)), jsonb_build_object(number({b}720), '{\"newPeople\": \"6\"}'::jsonb)
        from reports where status = 'RETURNED' and number_of(id) between {b}300 and {b}398;
    insert into opening_mails (period_id, user_id, operation_id, created_at)
        select number({b}131), id, number({o}), now() from users where email = 'publisher1@example.org';
    insert into reminders (id, operation_id, plan_id, user_id, day, created_at)
        select number({b}795), number({o}), number({b}100), id, '2026-02-01', now() from users where email = 'publisher1@example.org';
    insert into reminder_items (reminder_id, period_id, cluster_id, organisation_id) values (number({b}795), number({b}131), number({c}), number(31));";

/// A file of a mail.
pub(super) const ATTACHED: &str = "
    insert into outbox_attachments (message_id, position, name, media_type, content) values (number(68), 1, 'mark-68', 'text/csv', '\\x31');";
