//! A world in which every kind of record lies in every kind of place: in the own cluster, another cluster of the operation, another operation; of
//! the own organisation and of another; as worked on and as published. Each record carries its number in its texts (`mark-123`), so that whatever
//! is answered tells whose it is.

mod cycle;
mod projects;
mod standards;

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use crate::support::{TestApp, generate::global_id};

/// A place that records lie in. Its records are numbered from here on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub base: u32,
    pub operation: u32,
    pub cluster: u32,
}

/// The own cluster, another of the same operation, one of another operation.
pub const OWN: Place = Place { base: 10_000, operation: 1, cluster: 10 };
pub const OTHER_CLUSTER: Place = Place { base: 20_000, operation: 1, cluster: 12 };
pub const OTHER_OPERATION: Place = Place { base: 30_000, operation: 2, cluster: 20 };
/// One that there is not.
pub const NOWHERE: Place = Place { base: 90_000, operation: 9, cluster: 90 };
pub const PLACES: [Place; 3] = [OWN, OTHER_CLUSTER, OTHER_OPERATION];
/// A sub-national cluster below the own one. It has reports, and nothing else of its own.
pub const BELOW: u32 = 11;

/// Organisations: partners, one that was merged into the first, donors.
pub const P: u32 = 31;
pub const Q: u32 = 32;
pub const MERGED_INTO_P: u32 = 33;
pub const D: u32 = 35;
pub const E: u32 = 36;
/// Took part in the own cluster once.
pub const LEFT: u32 = 37;

/// What lies in a place, by what is added to its base.
pub mod at {
    pub const PLAN: u32 = 100;
    pub const OBJECTIVE: u32 = 101;
    pub const LATER_OBJECTIVE: u32 = 102;
    pub const ACTIVITY: u32 = 111;
    pub const LATER_ACTIVITY: u32 = 112;
    pub const INDICATOR: u32 = 121;
    pub const LATER_INDICATOR: u32 = 122;
    /// Four periods, one for each state of a report.
    pub const PERIOD: u32 = 130;
    pub const DRAFT_PLAN: u32 = 200;
    pub const DRAFT_OBJECTIVE: u32 = 201;
    pub const DRAFT_ACTIVITY: u32 = 211;
    pub const DRAFT_INDICATOR: u32 = 221;
    pub const DRAFT_PERIOD: u32 = 231;
    /// Checklists: of the cluster, a draft and two that were submitted, the later one first; of a site, of an appeal, of the operation (a draft and
    /// one that was submitted), of organisations likewise: the first of their organisation, and the draft is one behind it, the submitted two.
    pub const DRAFT_CHECKLIST: u32 = 400;
    pub const CHECKLIST: u32 = 401;
    pub const EARLIER_CHECKLIST: u32 = 402;
    pub const SITE_CHECKLIST: u32 = 403;
    pub const APPEAL_CHECKLIST: u32 = 404;
    pub const OPERATION_DRAFT_CHECKLIST: u32 = 405;
    pub const OPERATION_CHECKLIST: u32 = 406;
    /// What hangs on a checklist, by what is added to its number: the notes in it, its evidence, what is done, the file of the evidence.
    pub const NOTES: u32 = 2_000;
    pub const EVIDENCE: u32 = 2_100;
    pub const ACTION: u32 = 2_200;
    pub const ITS_FILE: u32 = 2_300;
    /// Assessments of the cluster: for all, and confidential ones of the own organisation, of another, of both; and of the operation, for all and a
    /// confidential one of the own organisation. Each has a document, whose file is told as that of evidence.
    pub const ASSESSMENT: u32 = 440;
    pub const CONFIDENTIAL_OF_P: u32 = 441;
    pub const CONFIDENTIAL_OF_Q: u32 = 442;
    pub const CONFIDENTIAL_OF_BOTH: u32 = 443;
    pub const OPERATION_ASSESSMENT: u32 = 445;
    pub const OPERATION_CONFIDENTIAL_OF_P: u32 = 446;
    /// The document of an assessment: and its number.
    pub const DOCUMENT: u32 = 20;
    pub const CONTEXTUALISATION: u32 = 480;
    /// The review of a project: and its number.
    pub const REVIEW: u32 = 2_100;
    pub const DRAFT_APPEAL: u32 = 500;
    pub const APPEAL: u32 = 510;
    pub const REVISION: u32 = 511;
    pub const LINE: u32 = 512;
    pub const FLOW_OF_D: u32 = 520;
    pub const FLOW_OF_E: u32 = 530;
    pub const EDITION: u32 = 540;
    pub const DRAFT_ROUND: u32 = 600;
    pub const ROUND: u32 = 610;
    pub const SITE: u32 = 700;
    pub const DIMENSION: u32 = 710;
    pub const VALUE: u32 = 711;
    pub const CATEGORY: u32 = 720;
    pub const EMERGENCY: u32 = 730;
    pub const TRANSITION: u32 = 740;
    pub const BATCH: u32 = 750;
    pub const PROFILE: u32 = 760;
    pub const SUBSCRIPTION: u32 = 760;
    pub const FILE_OF_P: u32 = 770;
    pub const FILE_OF_OPERATION: u32 = 771;
    pub const EVENT: u32 = 780;
    /// A period that opens later.
    pub const PENDING_PERIOD: u32 = 135;
    pub const PUBLICATION: u32 = 785;
    pub const SHARE_LINK: u32 = 786;
    /// A role of somebody for the own organisation.
    pub const GRANT: u32 = 790;
    /// Memberships: and the organisation.
    pub const MEMBERSHIP: u32 = 800;
    /// What a text says as it is worked on: and the record's own number within the place.
    pub const WORKING: u32 = 5_000;
}

/// The states of reports, by what is added to the number of their organisation's first.
pub const STATES: [(u32, &str); 4] = [(1, "DRAFT"), (2, "SUBMITTED"), (3, "RETURNED"), (4, "ACCEPTED")];

/// A report of an organisation in a place, in a state. Its row has the number and a thousand.
pub fn report(place: Place, organisation: u32, state: u32) -> u32 {
    place.base + 300 + (organisation - 30) * 10 + state
}

/// The row of a report.
pub fn row(report: u32) -> u32 {
    report + 1_000
}

/// The draft of the own organisation for the cluster below the own one.
pub const REPORT_BELOW: u32 = 10_399;

/// The draft checklist of an organisation in a place. The one before it was submitted, and has the next number.
pub fn checklist(place: Place, organisation: u32) -> u32 {
    place.base + 401 + (organisation - 30) * 10
}

/// The draft project of an organisation in a place. The one that was approved has the next number.
pub fn project(place: Place, organisation: u32) -> u32 {
    place.base + 850 + (organisation - P) * 10
}

/// What is said about a report: the first comment.
pub fn comment(report: u32) -> u32 {
    report + 3_000
}

/// A contact of an organisation, by consent: 0 public, 1 cluster, 2 team.
pub fn contact(organisation: u32, consent: u32) -> u32 {
    900 + organisation * 3 + consent
}

/// Areas: the country, a district.
pub const COUNTRY: u32 = 40;
pub const DISTRICT: u32 = 41;
/// What belongs to the installation: a dimension, an event of the history.
pub const SHARED_DIMENSION: u32 = 50;
pub const SHARED_EVENT: u32 = 52;
/// A file that nobody but its sender knows.
pub const LOOSE_FILE: u32 = 53;
/// Someone who works in no operation, and what they hold.
pub const SOMEONE: u32 = 60;

/// The global id of a record.
pub fn id(kind: &str, number: u32) -> String {
    global_id(kind, &format!("{number:032x}"))
}

/// The scope of a role, as the API takes it.
pub fn scope(operation: Option<u32>, cluster: Option<u32>, organisation: Option<u32>) -> Value {
    let id = |kind: &str, number: Option<u32>| number.map(|number| id(kind, number));
    json!({
        "operationId": id("Operation", operation), "clusterId": id("Cluster", cluster),
        "organisationId": id("Organisation", organisation),
    })
}

const SHARED: &str = "
    create function number(n integer) returns uuid language sql immutable as $$ select lpad(to_hex(n), 32, '0')::uuid $$;
    create function number_of(id uuid) returns integer language sql immutable as $$ select ('x' || right(id::text, 8))::bit(32)::integer $$;
    create function mark(n integer) returns jsonb language sql immutable as $$ select jsonb_build_object('en', 'mark-' || n) $$;
    insert into countries (iso3, names) values ('XEA', '{\"en\": \"Example\"}');
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names) values
        (number(40), 'XEA', 0, 'XEA', null, '{\"en\": \"Example\"}'), (number(41), 'XEA', 1, 'XE01', number(40), '{\"en\": \"District\"}');
    insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level) values
        (number(40), number(40), 0), (number(41), number(41), 1), (number(41), number(40), 0);
    insert into organisations (id, name, name_keys, kind, merged_into_id, created_at, updated_at)
        select number(n), 'mark-' || n, array['mark' || n], kind, number(survivor), '2025-01-01', '2025-01-01'
        from (values (31, 'NNGO', null), (32, 'NNGO', null), (33, 'NNGO', 31), (35, 'DONOR', null), (36, 'DONOR', null), (37, 'NNGO', null))
            organisation (n, kind, survivor);
    insert into organisation_contacts (id, organisation_id, name, email, consent)
        select number(900 + n * 3 + c), number(n), 'mark-' || 900 + n * 3 + c, 'mark-' || 900 + n * 3 + c || '@example.org', consent
        from unnest(array[31, 32, 37]) n, (values (0, 'PUBLIC'), (1, 'CLUSTER'), (2, 'TEAM')) consent (c, consent);
    insert into external_references (system, external_id, entity, entity_id) values ('HPC', '31', 'Organisation', number(31));
    insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
        select number(n), 'OP-' || n, mark(n), 'XEA', 'en', 'UTC', '2025-01-01', '2025-01-01' from unnest(array[1, 2]) n;
    insert into clusters (id, operation_id, parent_id, level, kind, names, area_id, status, created_at, updated_at)
        select number(n), number(operation), number(parent), level, 'CLUSTER', mark(n), number(40), 'ACTIVE', '2025-01-01', '2025-01-01'
        from (values (10, 1, null, 'NATIONAL'), (11, 1, 10, 'SUBNATIONAL'), (12, 1, null, 'NATIONAL'), (20, 2, null, 'NATIONAL'))
            cluster (n, operation, parent, level);
    insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from, valid_to)
        values (number(10837), number(1), number(10), number(37), 'PARTNER', '2025-01-01', '2025-06-01');
    insert into users (id, email, name, created_at) values (number(60), 'mark-60@example.org', 'mark-60', '2025-01-01');
    insert into dimensions (id, code, labels) values (number(50), 'of_everybody', mark(50));
    insert into audit_events (id, at, request_id, entity, entity_id, action) values (number(52), '2025-01-01', 'mark-52', 'Organisation', number(31), 'create');
    insert into files (id, owner, name, media_type, size_bytes, sha256, content, created_at)
        values (number(53), number(60), 'mark-53', 'text/csv', 1, '\\x00', '\\x31', now());
    insert into sessions (id, user_id, family_id, token_hash, epoch, created_at, expires_at)
        values (number(61), number(60), number(61), '\\x61', 1, now(), now() + interval '1 day');
    insert into password_resets (id, user_id, token_hash, created_at, expires_at)
        values (number(62), number(60), '\\x62', now(), now() + interval '1 hour');
    insert into invitations (id, email, name, language, role, operation_id, token_hash, invited_by, created_at, expires_at)
        values (number(63), 'mark-63@example.org', 'mark-63', 'en', 'IMO', number(2), '\\x63', number(60), now(), now() + interval '1 day');
    insert into api_tokens (id, user_id, name, prefix, token_hash, read_only, created_at, expires_at)
        values (number(64), number(60), 'mark-64', 'darasa_mark', '\\x64', false, now(), now() + interval '1 day');
    insert into grants (id, user_id, role, operation_id, created_at) values (number(65), number(60), 'VIEWER', number(2), now());
    insert into idempotency_keys (actor, key, operation, request_hash, response, created_at)
        values (number(60), number(66), 'createPlan', '\\x66', '{\"name\": \"mark-66\"}', now());
    insert into jobs (id, kind, payload, run_at, created_at) values (number(67), 'nothing', '{}', now() + interval '1 year', now());
    insert into outbox_messages (id, recipient, language, template, payload, state, next_attempt_at, created_at)
        values (number(68), 'mark-68@example.org', 'en', 'none', '{}', 'sent', now(), now());
    insert into key_actions (id, standard_id, number, code, texts)
        select number(70), id, 1, code || '.1', '{\"en\": \"What is asked for\"}' from standards where code = 'INEE-2010-1.1';
    insert into calendar_feeds (id, user_id, token_hash, created_at) values (number(71), number(60), '\\x71', now());
    insert into mail_suppressions (address, reason, created_at) values ('mark-69@example.org', 'gone', now());";

/// What lies in one place, as it will be published. `{b}` is the place's base, `{o}` its operation, `{c}` its cluster.
const PUBLISHED: &str = "
    insert into categories (id, operation_id, key, kind, counts, labels)
        select number({b}720), number({o}), case when {b}720 = 20720 then 'age_band=6-11;sex=m' else 'age_band=6-11;sex=f' end, 'PART', 'LEARNERS', mark({b}720);
    insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at) values
        (number({b}100), number({o}), 'PLAN-' || {b}100, 'HRP', mark({b}100), '2026-01-01', '2027-01-01', 'USD', 'DRAFT', '2025-01-01', '2025-01-01');
    insert into plan_clusters (plan_id, cluster_id) select number({b}100), id from clusters where id = number({c}) or parent_id = number({c});
    insert into objectives (id, plan_id, level, ref_code, names) values (number({b}101), number({b}100), 'CLUSTER', 'O1', mark({b}101));
    insert into activities (id, plan_id, objective_id, ref_code, names, unit, unit_target)
        values (number({b}111), number({b}100), number({b}101), 'A1', mark({b}111), 'KITS', 10);
    insert into activity_costs (id, activity_id, unit_cost) values (number({b}116), number({b}111), 5);
    insert into indicators (id, plan_id, activity_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        values (number({b}121), number({b}100), number({b}111), 'A1/I1', mark({b}121), 'children', 'NUMBER', 'SUM', 'MAX', true);
    insert into targets (indicator_id, area_id, category_id, target) values (number({b}121), number(41), number({b}720), 100);";

/// What came to a place after its plan was published.
const LATER: &str = "
    update objectives set names = mark({b}101 + 5000) where id = number({b}101);
    update activities set names = mark({b}111 + 5000) where id = number({b}111);
    update indicators set names = mark({b}121 + 5000) where id = number({b}121);
    insert into objectives (id, plan_id, level, ref_code, names) values (number({b}102), number({b}100), 'CLUSTER', 'O2', mark({b}102));
    insert into activities (id, plan_id, objective_id, ref_code, names, unit)
        values (number({b}112), number({b}100), number({b}102), 'A2', mark({b}112), 'KITS');
    insert into indicators (id, plan_id, objective_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        values (number({b}122), number({b}100), number({b}102), 'O2/I1', mark({b}122), 'schools', 'NUMBER', 'SUM', 'MAX', false);
    insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at) values
        (number({b}200), number({o}), 'PLAN-' || {b}200, 'HRP', mark({b}200), '2026-01-01', '2027-01-01', 'USD', 'DRAFT', '2025-01-01', '2025-01-01');
    insert into plan_clusters (plan_id, cluster_id) values (number({b}200), number({c}));
    insert into objectives (id, plan_id, level, ref_code, names) values (number({b}201), number({b}200), 'CLUSTER', 'O1', mark({b}201));
    insert into activities (id, plan_id, objective_id, ref_code, names, unit)
        values (number({b}211), number({b}200), number({b}201), 'A1', mark({b}211), 'KITS');
    insert into indicators (id, plan_id, activity_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        values (number({b}221), number({b}200), number({b}211), 'A1/I1', mark({b}221), 'children', 'NUMBER', 'SUM', 'MAX', true);
    insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at)
        select number({b}130 + n), number({b}100), n, make_date(2026, n, 1), make_date(2026, n + 1, 1), '2025-01-01', '2099-01-01'
        from generate_series(1, 4) n;
    insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at)
        values (number({b}231), number({b}200), 1, '2026-01-01', '2026-02-01', '2025-01-01', '2099-01-01');
    insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at)
        values (number({b}135), number({b}100), 5, '2026-05-01', '2026-06-01', '2098-01-01', '2099-01-01');
    insert into period_publications (id, operation_id, plan_id, period_id, number, published_at, published_by, content, reports, hash)
        values (number({b}785), number({o}), number({b}100), number({b}134), 1, '2026-01-01', number(60),
            jsonb_build_object('note', 'mark-' || {b}785), '[]', '\\x00');
    insert into share_links (id, operation_id, plan_id, name, token_hash, level, created_at, created_by, expires_at)
        values (number({b}786), number({o}), number({b}100), 'mark-' || {b}786, decode('{b}786', 'escape'), 1, '2026-01-01', number(60), '2099-01-01');
    insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from)
        select number({b}800 + n), number({o}), number({c}), number(n), 'PARTNER', '2025-01-01' from unnest(array[31, 32]) n;
    insert into sites (id, operation_id, area_id, kind, names, code)
        values (number({b}700), number({o}), number(41), 'SCHOOL', mark({b}700), 'S' || {b}700);
    insert into caseload_declarations (plan_id, activity_id, place_id, organisation_id, declared_at)
        select number({b}100), number({b}111), number({b}700), number(n), '2026-01-01' from unnest(array[31, 32]) n;
    insert into reports (id, operation_id, plan_id, period_id, cluster_id, organisation_id, status, note, first_submitted_at, submitted_at,
            version, created_at, updated_at)
        select number({b}300 + (n - 30) * 10 + s), number({o}), number({b}100), number({b}130 + s), number({c}), number(n), status,
            'mark-' || {b}300 + (n - 30) * 10 + s, case when s > 1 then timestamptz '2026-01-01' end,
            case when s > 1 then timestamptz '2026-01-01' end, 1, '2026-01-01', '2026-01-01'
        from unnest(array[31, 32]) n, (values (1, 'DRAFT'), (2, 'SUBMITTED'), (3, 'RETURNED'), (4, 'ACCEPTED')) state (s, status);
    insert into report_rows (id, report_id, operation_id, row_key, activity_id, indicator_id, area_id, site_id, status, remarks, position)
        select number({b}1300 + (n - 30) * 10 + s), number({b}300 + (n - 30) * 10 + s), number({o}), 'k', number({b}111), number({b}121), number(41),
            number({b}700), 'COMPLETED', 'mark-' || {b}1300 + (n - 30) * 10 + s, 1
        from unnest(array[31, 32]) n, generate_series(1, 4) s;
    insert into report_cells (row_id, category_id, new_people)
        select id, number({b}720), 7 from report_rows where site_id = number({b}700);
    insert into reach_cells (plan_id, period_id, place_id, area_id, category_id, people, new_people, services)
        values (number({b}100), number({b}134), number({b}700), number(41), number({b}720), 7, 7, 7);
    insert into reported_places (operation_id, plan_id, period_id, place_id, area_id, report_id)
        select number({o}), number({b}100), number({b}134), number({b}700), number(41), number({b}304 + (n - 30) * 10) from unnest(array[31, 32]) n;
    insert into files (id, operation_id, cluster_id, organisation_id, owner, name, media_type, size_bytes, sha256, content, created_at) values
        (number({b}770), number({o}), number({c}), number(31), number(60), 'mark-' || {b}770, 'text/csv', 1, '\\x00', '\\x31', now()),
        (number({b}771), number({o}), null, null, number(60), 'mark-' || {b}771, 'text/csv', 1, '\\x00', '\\x31', now());
    insert into import_batches (id, operation_id, report_id, file_id, rows_total, rows_added, rows_changed, rows_unchanged, created_at)
        values (number({b}750), number({o}), number({b}311), number({b}770), 1, 1, 0, 0, now());
    insert into appeals (id, operation_id, plan_id, cluster_id, code, kind, names, summary, starts_on, ends_on, status, created_at, updated_at) values
        (number({b}500), number({o}), number({b}200), number({c}), 'APPEAL-' || {b}500, 'HRP', mark({b}500), mark({b}500), '2026-01-01', '2027-01-01', 'DRAFT', now(), now()),
        (number({b}510), number({o}), number({b}100), number({c}), 'APPEAL-' || {b}510, 'HRP', mark({b}510), mark({b}510), '2026-01-01', '2027-01-01', 'PUBLISHED', now(), now());
    insert into appeal_revisions (id, appeal_id, number, valid_from, reason, created_at) values (number({b}511), number({b}510), 1, '2026-01-01', 'mark-' || {b}510, now());
    insert into requirement_lines (id, revision_id, activity_id, area_id, year, label, amount)
        values (number({b}512), number({b}511), number({b}111), number(41), 2026, mark({b}510), 1000);
    insert into flows (id, operation_id, system, external_id, created_at)
        select number({b}520 + f), number({o}), 'DARASA', number({b}520 + f)::text, now() from unnest(array[0, 10]) f;
    insert into flow_versions (id, flow_id, number, status, boundary, usd, description, content_hash, created_at)
        select number({b}521 + f), number({b}520 + f), 1, 'PAID', 'INCOMING', 500, 'mark-' || {b}520 + f, '\\x00', now() from unnest(array[0, 10]) f;
    insert into flow_parties (id, version_id, direction, kind, code, name, organisation_id)
        select number({b}522 + f), number({b}521 + f), 'SOURCE', 'ORGANISATION', null, 'mark-' || {b}520 + f, number(35 + f / 10) from unnest(array[0, 10]) f
        union all select number({b}523 + f), number({b}521 + f), 'DESTINATION', 'PLAN', 'PLAN-' || {b}100, 'mark-' || {b}520 + f, null from unnest(array[0, 10]) f
        union all select number({b}524 + f), number({b}521 + f), 'DESTINATION', 'GLOBAL_CLUSTER', 'EDU', 'Education', null from unnest(array[0, 10]) f;
    insert into flow_portions (version_id, year, usd) select number({b}521 + f), 2026, 500 from unnest(array[0, 10]) f;
    insert into editions (id, operation_id, appeal_id, number, as_of, published_at, published_by, figures, hash, note)
        values (number({b}540), number({o}), number({b}510), 1, '2026-02-01', now(), number(60), '{}', '\\x00', 'mark-' || {b}540);
    insert into dimensions (id, operation_id, code, labels)
        select number({b}710), number({o}), 'of_' || {b}710, mark({b}710);
    insert into dimension_values (id, dimension_id, code, labels, position)
        select number({b}711), number({b}710), 'v', mark({b}710), 1;
    insert into emergencies (id, operation_id, names, started_on) values (number({b}730), number({o}), mark({b}730), '2025-01-01');
    insert into cluster_transitions (id, cluster_id, to_status, decided_on, decided_by, note, created_at)
        values (number({b}740), number({c}), 'ACTIVE', '2025-01-01', 'somebody', 'mark-' || {c}, now());
    insert into subscriptions (id, subject, subject_id, operation_id, title, email, language, token, status, created_at)
        values (number({b}760), 'APPEAL', number({b}510), number({o}), mark({b}510), 'mark-' || {b}760 || '@example.org', 'en', 'token-' || {b}760, 'CONFIRMED', now());
    insert into deliveries (event_id, subscription_id, message_id, created_at) values (number({b}761), number({b}760), number({b}762), now());
    insert into grants (id, user_id, role, operation_id, cluster_id, organisation_id, created_at)
        values (number({b}790), number(60), 'VIEWER', number({o}), number({c}), number(31), now());
    insert into audit_events (id, at, request_id, operation_id, entity, entity_id, action)
        values (number({b}780), '2025-01-01', 'mark-' || {b}780, number({o}), 'ResponsePlan', number({b}100), 'create');";

/// Needs rounds are an operation's: one as worked on, one published.
const NEEDS: &str = "
    insert into needs_rounds (id, operation_id, number, names, method, method_version, source, reference_from, reference_to, status, created_at, updated_at)
        select number({b}600 + r), number({o}), 1 + r / 10, mark({b}600 + r), 'JIAF', '2', 'mark-' || {b}600 + r, '2026-01-01', '2027-01-01', status, now(), now()
        from (values (0, 'VALIDATED'), (10, 'PUBLISHED')) round (r, status);
    insert into need_figures (round_id, area_id, category_id, metric, value)
        select number({b}600 + r), number(41), number({b}720), 'IN_NEED', 50 from unnest(array[0, 10]) r;";

/// How one of P's sheets is read.
const PROFILE: &str = "
    insert into mapping_profiles (id, operation_id, organisation_id, name, headings, mapping, version, created_at, updated_at)
        values (number({b}760), number({o}), number(31), 'mark-' || {b}760, array['x'], jsonb_build_object(
            'columns', jsonb_build_array(jsonb_build_object('heading', 'x', 'occurrence', 1, 'field', 'ADM1')),
            'constants', jsonb_build_array(jsonb_build_object('field', 'ACTIVITY', 'text', 'CA1')),
            'values', jsonb_build_array(jsonb_build_object('field', 'ADM1', 'text', 'x', 'code', 'XE01'))), 1, now(), now()) on conflict do nothing";

/// The statement that makes it.
pub fn profile(place: Place) -> String {
    in_place(PROFILE, place)
}

/// Statements for a place: `{b}720` is the number 720 behind the base.
fn in_place(statements: &str, place: Place) -> String {
    let mut text = String::new();
    let mut rest = statements;
    while let Some((before, behind)) = rest.split_once("{b}") {
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let number: u32 = behind[..digits].parse().expect("a number behind the base");
        text += &format!("{before}{}", place.base + number);
        rest = &behind[digits..];
    }
    text += rest;
    text.replace("{o}", &place.operation.to_string()).replace("{c}", &place.cluster.to_string())
}

/// Submits the checklists of a place, so that they keep what was rated as it is kept.
async fn submit(app: &TestApp, token: &str, place: Place) {
    let is_elsewhere = |number: u32| place == OTHER_CLUSTER && number == at::OPERATION_CHECKLIST;
    for number in standards::SUBMITTED.into_iter().filter(|number| !is_elsewhere(*number)) {
        let submit = "mutation($input: SubmitChecklistInput!) { submitChecklist(input: $input) { id } }";
        let input = json!({ "checklistId": id("Checklist", place.base + number), "baseVersion": 1 });
        app.ok(token, submit, json!({ "input": input })).await;
    }
}

/// The program with that world.
pub async fn start() -> TestApp {
    let app = TestApp::start().await;
    app.sql(SHARED);
    app.sql(cycle::ATTACHED);
    let publisher = app.someone("publisher1@example.org", Role::Coordinator, scope(Some(1), None, None)).await;
    let other = app.someone("publisher2@example.org", Role::Coordinator, scope(Some(2), None, None)).await;
    for place in PLACES {
        app.sql(&in_place(PUBLISHED, place));
        let publish = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { id } }";
        let token = if place.operation == 1 { &publisher } else { &other };
        let input = json!({ "planId": id("ResponsePlan", place.base + at::PLAN), "baseVersion": 1 });
        app.ok(token, publish, json!({ "input": input })).await;
        app.sql(&in_place(LATER, place));
        app.sql(&profile(place));
    }
    for place in [OWN, OTHER_OPERATION] {
        app.sql(&in_place(NEEDS, place));
        app.sql(&in_place(standards::CONTEXT, place));
    }
    for place in PLACES {
        app.sql(&in_place(standards::CHECKLISTS, place));
        app.sql(&in_place(standards::ASSESSMENTS, place));
        app.sql(&in_place(projects::PROJECTS, place));
        app.sql(&in_place(cycle::REPORTING, place));
        submit(&app, if place.operation == 1 { &publisher } else { &other }, place).await;
    }
    app.sql(&format!(
        "insert into reports (id, operation_id, plan_id, period_id, cluster_id, organisation_id, status, note, version, created_at, updated_at)
         values (number({REPORT_BELOW}), number(1), number(10100), number(10131), number({BELOW}), number(31), 'DRAFT', 'mark-{REPORT_BELOW}', 1, now(), now())"
    ));
    app
}
