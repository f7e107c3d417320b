drop table mapping_profiles;

delete from import_batches where file_id is null;
alter table import_batches
    alter column file_id set not null,
    drop column run_id,
    drop column created_by,
    drop column mode,
    drop column rows_removed,
    drop column rows_refused,
    drop column rows_before,
    drop column rows_made,
    drop column undone_at,
    drop column undone_by;
comment on table import_batches is 'Files that were read into reports.';
comment on column import_batches.file_id is 'The file.';
comment on column import_batches.content is 'What the report then said, as a hash: the same workbook may be sent again on top of that.';
