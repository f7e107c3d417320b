drop table editions;
drop table flow_portions;
drop table flow_parties;
drop table flow_versions;
drop table flows;
drop table requirement_lines;
drop table appeal_revisions;
drop table appeals;
