alter table report_rows drop column project_id;

drop policy viewer on projects;
drop table review_scores;
drop table project_reviews;
drop table project_reviewers;
drop table review_criteria;
drop table project_budget_lines;
drop table project_targets;
drop table project_organisations;
drop table projects;
