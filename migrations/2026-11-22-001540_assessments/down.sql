drop table assessment_documents;
drop table assessment_tags;
drop table assessment_organisations;
drop table assessment_areas;
drop table assessments;
