-- The totals of a month, and of a place in it, are found without those of the plan's other months: by the key, where the month stands in front of
-- the indicator.
-- squawk-ignore require-concurrent-index-creation
create unique index indicator_totals_key on indicator_totals (plan_id, period_id, place_id, indicator_id, category_id);
-- squawk-ignore ban-drop-constraint
alter table indicator_totals drop constraint indicator_totals_pkey;
alter table indicator_totals add constraint indicator_totals_pkey primary key using index indicator_totals_key;
