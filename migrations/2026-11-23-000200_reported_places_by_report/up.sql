-- Who reported where is counted by report, without the places of all other reports of the period.
-- squawk-ignore require-concurrent-index-creation
create index reported_places_of_report on reported_places (report_id, area_id);
