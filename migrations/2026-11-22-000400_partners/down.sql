drop table external_references;
drop table organisation_contacts;
drop table organisations;
