alter table sites drop column version;
