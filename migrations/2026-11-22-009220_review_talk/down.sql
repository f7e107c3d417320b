drop table accepted_rows;
drop table returned_rows;
drop table report_comments;
