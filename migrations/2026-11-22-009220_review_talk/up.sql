-- What reviewers and partners say about a report, row by row, and what was accepted before it was opened again.

create table report_comments (
    id uuid primary key,
    report_id uuid not null,
    operation_id uuid not null references operations,
    answers_id uuid references report_comments,
    row_key text,
    field text check (field in ('STATUS', 'UNITS', 'AMOUNT', 'REMARKS', 'PLACE', 'PEOPLE', 'VALUE')),
    category_id uuid references categories,
    text text not null check (length(text) between 1 and 2000),
    author uuid references users,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid references users,
    check (row_key is not null or (field is null and category_id is null)),
    check (answers_id is null or resolved_at is null),
    foreign key (report_id, operation_id) references reports (id, operation_id) on delete cascade
);
comment on table report_comments is 'What is said about a report, one of its rows, or a cell of one. Kept by row key, so that it stays when the row is written anew.';
comment on column report_comments.id is 'The comment.';
comment on column report_comments.report_id is 'The report.';
comment on column report_comments.operation_id is 'The report''s operation.';
comment on column report_comments.answers_id is 'The comment that it answers; null for one that begins a conversation.';
comment on column report_comments.row_key is 'The natural key of the row; null for the report as a whole.';
comment on column report_comments.field is 'What of the row; null for all of it.';
comment on column report_comments.category_id is 'The cell of this category; null for no cell.';
comment on column report_comments.text is 'What is said.';
comment on column report_comments.author is 'Who says it; null for the program itself.';
comment on column report_comments.created_at is 'When.';
comment on column report_comments.resolved_at is 'When a reviewer called it settled; null before.';
comment on column report_comments.resolved_by is 'Who did.';
create index report_comments_of_report on report_comments (report_id, id);

alter table report_comments enable row level security, force row level security;
create policy viewer on report_comments using (exists (select from reports r where r.id = report_comments.report_id and (
    (select viewer_is_program())
    or r.operation_id = any ((select viewer_ids('content'))::uuid[])
    or r.cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or (r.operation_id = any ((select viewer_ids('operations'))::uuid[])
        and r.organisation_id = any ((select viewer_ids('organisations'))::uuid[])))));
comment on policy viewer on report_comments is 'Those who read the content of their report.';

create table returned_rows (
    report_id uuid not null,
    operation_id uuid not null references operations,
    row_key text not null,
    note text not null check (length(note) between 1 and 2000),
    primary key (report_id, row_key),
    foreign key (report_id, operation_id) references reports (id, operation_id) on delete cascade
);
comment on table returned_rows is 'The rows that a report was returned for: the partner changes only these.';
comment on column returned_rows.report_id is 'The report.';
comment on column returned_rows.operation_id is 'The report''s operation.';
comment on column returned_rows.row_key is 'The natural key of the row.';
comment on column returned_rows.note is 'What is to be mended in it.';

alter table returned_rows enable row level security, force row level security;
create policy viewer on returned_rows using (exists (select from reports r where r.id = returned_rows.report_id and (
    (select viewer_is_program())
    or r.operation_id = any ((select viewer_ids('content'))::uuid[])
    or r.cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or (r.operation_id = any ((select viewer_ids('operations'))::uuid[])
        and r.organisation_id = any ((select viewer_ids('organisations'))::uuid[])))));
comment on policy viewer on returned_rows is 'Those who read the content of their report.';

create table accepted_rows (
    report_id uuid not null,
    operation_id uuid not null references operations,
    row_key text not null,
    facts jsonb not null,
    cells jsonb not null,
    primary key (report_id, row_key),
    foreign key (report_id, operation_id) references reports (id, operation_id) on delete cascade
);
comment on table accepted_rows is 'What a report said when it was last accepted, written down when it is opened again.';
comment on column accepted_rows.report_id is 'The report.';
comment on column accepted_rows.operation_id is 'The report''s operation.';
comment on column accepted_rows.row_key is 'The natural key of the row.';
comment on column accepted_rows.facts is 'The row as it was.';
comment on column accepted_rows.cells is 'Its cells as they were.';

alter table accepted_rows enable row level security, force row level security;
create policy viewer on accepted_rows using (exists (select from reports r where r.id = accepted_rows.report_id and (
    (select viewer_is_program())
    or r.operation_id = any ((select viewer_ids('content'))::uuid[])
    or r.cluster_id = any ((select viewer_ids('clusters'))::uuid[])
    or (r.operation_id = any ((select viewer_ids('operations'))::uuid[])
        and r.organisation_id = any ((select viewer_ids('organisations'))::uuid[])))));
comment on policy viewer on accepted_rows is 'Those who read the content of their report.';
