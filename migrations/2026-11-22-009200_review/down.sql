drop index report_rows_place;
drop view counted_cells;
drop table clean_cells;
