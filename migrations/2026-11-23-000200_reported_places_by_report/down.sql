drop index reported_places_of_report;
