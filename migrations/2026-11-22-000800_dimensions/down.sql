drop table category_values;
drop table categories;
drop table dimension_values;
drop table dimensions;
