-- A site that was entered wrongly is mended, and nobody writes over what another mended meanwhile.
alter table sites add column version integer not null default 1;
comment on column sites.version is 'Counts changes.';
