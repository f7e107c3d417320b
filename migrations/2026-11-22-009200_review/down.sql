drop view counted_cells;
drop table clean_cells;
