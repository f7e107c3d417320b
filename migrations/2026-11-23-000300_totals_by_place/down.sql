alter table indicator_totals drop constraint indicator_totals_pkey;
alter table indicator_totals add primary key (plan_id, indicator_id, period_id, place_id, category_id);
