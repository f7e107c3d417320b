-- Anyone's spreadsheet: what a file did to a report can be undone, and how to read a partner's own sheet is remembered.

-- squawk-ignore ban-drop-not-null
alter table import_batches alter column file_id drop not null;
alter table import_batches
    add column run_id uuid,
    add column created_by uuid,
    add column mode text,
    add column rows_removed integer,
    add column rows_refused integer,
    add column rows_before jsonb,
    add column rows_made uuid [],
    add column undone_at timestamptz,
    add column undone_by uuid;
comment on table import_batches is 'Rows that came into reports together: by a file, or by another program in one request.';
comment on column import_batches.file_id is 'The file; null where another program sent the rows.';
comment on column import_batches.run_id is 'Batches of one import, which may fill several reports, have the same; null for one that stands alone.';
comment on column import_batches.created_by is 'Who sent it; null for the program itself.';
comment on column import_batches.mode is 'ALL: nothing with an error is taken. GOOD_ROWS: rows without errors were taken. Null counts as ALL.';
comment on column import_batches.rows_removed is 'Rows that went, because the file did not have them. Null counts as none.';
comment on column import_batches.rows_refused is 'Rows that were not taken. Null counts as none.';
comment on column import_batches.rows_before is 'What the rows said that were changed or went, to undo it.';
comment on column import_batches.rows_made is 'The rows that were new, to undo it.';
comment on column import_batches.content is 'What the report then said, as a hash: the same workbook may be sent again on top of that, and as long as it says that the batch can be undone.';
comment on column import_batches.undone_at is 'When it was undone; null while it was not.';
comment on column import_batches.undone_by is 'Who undid it.';

create table mapping_profiles (
    id uuid primary key,
    operation_id uuid not null references operations,
    organisation_id uuid references organisations,
    name text not null check (length(name) between 1 and 200),
    headings text [] not null,
    mapping jsonb not null,
    version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    updated_by uuid references users,
    unique nulls not distinct (operation_id, organisation_id, name)
);
comment on table mapping_profiles is 'How to read a sheet that people made themselves: which column is what, and what its words mean.';
comment on column mapping_profiles.id is 'The profile.';
comment on column mapping_profiles.operation_id is 'The operation.';
comment on column mapping_profiles.organisation_id is 'Whose sheet it is; null for all of the operation.';
comment on column mapping_profiles.name is 'What people call it.';
comment on column mapping_profiles.headings is 'The headings that it reads, as they are compared: a sheet that has them is read by it.';
comment on column mapping_profiles.mapping is 'Columns, constants and the meanings of words.';
comment on column mapping_profiles.version is 'Counts changes.';
comment on column mapping_profiles.created_at is 'When it was made.';
comment on column mapping_profiles.updated_at is 'When it last changed.';
comment on column mapping_profiles.updated_by is 'Who changed it last; null for the program itself.';

alter table mapping_profiles enable row level security, force row level security;
create policy viewer on mapping_profiles using (
    (select viewer_is_program()) or operation_id = any((select viewer_ids('operations'))::uuid []));
comment on policy viewer on mapping_profiles is 'Those with a role in the operation.';
