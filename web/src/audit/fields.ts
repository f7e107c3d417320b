// The names that fields have in the history. Each has a text, `history-field-NAME`; others are told as they are.
const NAMES = `
  accepted_at acronym across_periods across_places action active activity activity_id added adopted_on amount analytical_rigour analytical_writing
  announced_at answers_id appeal appeal_id area_id areas as_of assessed_on assessment_id author baseline begun boundary budget budget_year caseload
  category category_id cells changed checklist_id cleaned_at cleaned_by closed_at cluster_id cluster_name clusters code collected_by collected_on
  columns comment confidentiality constants content_hash contextualisation_id contribution coordination country_iso3 counts_people created_by
  criterion_id currency dated dates decided_at decided_by decided_on decision_date default_language denominator denominator_label description
  dimension_id donor_id due_at due_on earmarking email ends_on expires_at external_id family field file file_id first_submitted_at fit_for_purpose
  flow flow_date flow_id flow_type flows framework_id frequency from_status funded gap glide granted_by hash heading headings high hxl in_need
  indicator_id invited_by jump_people jump_percent kind label labels language last_used_at latitude leave_out level location_precision longitude low
  mapping max_score merged_into_id method method_version modality moved name names names_partners native_name needs_round_id new_people nil note
  number numbers numerator_label objective_id occurrence on_boundary opens_at operation_id organisation_id organisations owner_id parameters
  parent_id people period period_id place plan plan_id population_group position prefix priority project_id proximity published_at published_by rate
  rating raw_denominator raw_new_people raw_repeat_people raw_value read_only reason recommendation ref_code reference_from reference_to
  registry_code relevelled remarks reminder_days reminders removed renamed repeat_people repeated replaced_by_id report report_id reported_funding
  resolved_at resolved_by review_id reviewer_id revision_id revoked_at role round round_people row_id row_key rows sample_size sampling score
  sector_code severity_inclusive severity_threshold sha256 site_id small_cell_threshold source source_kind splits standard_id started_on starts_on
  status step subject subject_id subject_kind submitted_at submitted_by summary supersedes_id synonyms system tags target targets text texts
  threshold time_zone times_accepted title to_status translated trustworthiness unchanged unit unit_cost unit_of_analysis unit_of_reporting
  unit_target units updated_by url usd user_id valid_from valid_to valid_until value values verified version weight why withdrawn_because year`;

export const FIELDS: readonly string[] = NAMES.trim().split(/\s+/);
