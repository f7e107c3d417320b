drop table files;
drop table sites;
