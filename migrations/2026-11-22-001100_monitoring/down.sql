drop table import_batches;
drop table indicator_totals;
drop table reach_cells;
drop table caseload_declarations;
drop table report_cells;
drop table report_rows;
drop table reports;
drop table reporting_periods;
