drop table admin_area_ancestors;
drop table admin_areas;
drop table countries;
