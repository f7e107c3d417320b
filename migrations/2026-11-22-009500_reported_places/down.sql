drop table reported_places;
