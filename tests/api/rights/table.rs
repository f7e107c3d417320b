//! What each role may, as the design says it, in words of its own: nothing here is taken from the code that is under test.

mod projects;
mod standards;

use std::collections::BTreeMap;

use darasa::kit::auth::Role::{
    self, CoCoordinator, Coordinator, Donor, Government, Imo, PartnerEditor, PartnerFocalPoint, SubnationalCoordinator,
    SystemAdmin,
};

use super::world::{self, BELOW, D, E, LEFT, OTHER_OPERATION, OWN, P, PLACES, Place, Q, STATES, at};

/// How far a role of a rule reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// No role is needed, nor an account.
    Everybody,
    /// No role is needed.
    SignedIn,
    /// A role anywhere is enough; one of an organisation for what is that organisation's.
    Anywhere,
    /// A role anywhere in the operation is enough.
    Operation,
    /// The role's own place must cover the record's, and one of an organisation covers only what is that organisation's.
    Place,
}

/// Who may.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Roles for everything in their reach.
    pub all: &'static [Role],
    /// Roles for what is of their own organisation.
    pub own: &'static [Role],
    /// How far they reach.
    pub span: Span,
}

const fn rule(span: Span, all: &'static [Role], own: &'static [Role]) -> Rule {
    Rule { all, own, span }
}

const ALL: &[Role] = Role::ALL;
const COORDINATORS: &[Role] = &[Coordinator, CoCoordinator];
const CLUSTER_KEEPERS: &[Role] = &[Coordinator, CoCoordinator, SubnationalCoordinator, Imo];
const READERS: &[Role] = &[Coordinator, CoCoordinator, SubnationalCoordinator, Imo, Government];
const PARTNERS: &[Role] = &[PartnerFocalPoint, PartnerEditor];

pub const EVERYBODY: Rule = rule(Span::Everybody, &[], &[]);
pub const SIGNED_IN: Rule = rule(Span::SignedIn, &[], &[]);
/// The directory: whoever holds any role.
pub const DIRECTORY: Rule = rule(Span::Anywhere, ALL, &[]);
/// Shared in the operation.
pub const SHARED: Rule = rule(Span::Operation, ALL, &[]);
/// Plans as they are worked on.
pub const WORKING: Rule = rule(
    Span::Operation,
    &[Coordinator, CoCoordinator, SubnationalCoordinator, Imo, PartnerFocalPoint, PartnerEditor, Government],
    &[],
);
/// Everything in scope; partners what is their own.
pub const CONTENT: Rule = rule(Span::Place, READERS, PARTNERS);
/// Money given: everything in scope; donors what they gave.
pub const FLOWS: Rule = rule(Span::Place, READERS, &[PartnerFocalPoint, PartnerEditor, Donor]);
pub const HISTORY: Rule = rule(Span::Place, &[SystemAdmin, Coordinator, CoCoordinator, Imo], &[]);
/// How many follow.
pub const COORDINATION: Rule = rule(Span::Operation, READERS, &[]);
pub const USERS: Rule = rule(Span::Place, &[SystemAdmin], &[]);
pub const REFERENCE: Rule = rule(Span::Place, &[SystemAdmin], &[]);
pub const GIVE: Rule =
    rule(Span::Place, &[SystemAdmin, Coordinator, CoCoordinator, SubnationalCoordinator], &[PartnerFocalPoint]);
pub const LIST_GRANTS: Rule =
    rule(Span::Place, &[SystemAdmin, Coordinator, CoCoordinator, SubnationalCoordinator], &[]);
pub const KEEP_CLUSTERS: Rule = rule(Span::Place, CLUSTER_KEEPERS, &[]);
pub const KEEP_REGISTER: Rule =
    rule(Span::Anywhere, &[SystemAdmin, Coordinator, CoCoordinator, SubnationalCoordinator, Imo], &[]);
pub const KEEP_CONTACTS: Rule =
    rule(Span::Anywhere, &[SystemAdmin, Coordinator, CoCoordinator, SubnationalCoordinator, Imo], &[PartnerFocalPoint]);
pub const NEEDS: Rule = rule(Span::Place, &[Coordinator, CoCoordinator, Imo], &[]);
/// Checklists are filled in by those who keep a cluster, and by partners where they are their own.
pub const FILL_CHECKLIST: Rule = rule(Span::Place, CLUSTER_KEEPERS, PARTNERS);
/// As reports, they are submitted by the focal point.
pub const SUBMIT_CHECKLIST: Rule = rule(Span::Place, CLUSTER_KEEPERS, &[PartnerFocalPoint]);
/// Who talks about a report: those who decide on it, and the partner whose own it is.
pub const TALK: Rule = rule(Span::Place, CLUSTER_KEEPERS, PARTNERS);
/// Who makes an assessment that is confidential: partners, of their own organisation's.
pub const MAKERS: Rule = rule(Span::Place, &[], PARTNERS);
pub const PLANS: Rule = rule(Span::Place, COORDINATORS, &[]);
pub const PERIODS: Rule = rule(Span::Place, COORDINATORS, &[]);
pub const WRITE_REPORT: Rule = rule(Span::Place, &[Imo], PARTNERS);
pub const SUBMIT_REPORT: Rule = rule(Span::Place, &[Imo], &[PartnerFocalPoint]);
pub const DECIDE: Rule = rule(Span::Place, CLUSTER_KEEPERS, &[]);
/// Projects are decided on by those who coordinate, and reviewed by them and the officer; others are asked one by one.
pub const DECIDE_PROJECT: Rule = rule(Span::Place, &[Coordinator, CoCoordinator, SubnationalCoordinator], &[]);
pub const REVIEW_PROJECT: Rule = rule(Span::Place, CLUSTER_KEEPERS, &[]);
pub const APPEALS: Rule = rule(Span::Place, COORDINATORS, &[]);
pub const PUBLISH: Rule = rule(Span::Place, COORDINATORS, &[]);
pub const OPERATION_SETTINGS: Rule = rule(Span::Place, &[SystemAdmin, Coordinator, CoCoordinator], &[]);
pub const FUNDING: Rule = rule(Span::Place, &[Coordinator, CoCoordinator, Imo], &[Donor]);
pub const IMPORT_FUNDING: Rule = rule(Span::Place, &[Coordinator, CoCoordinator, Imo], &[]);

/// What a record belongs to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Home {
    pub operation: Option<u32>,
    pub clusters: Vec<u32>,
    pub organisation: Option<u32>,
}

/// A role as it was given.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    pub role: Role,
    pub operation: Option<u32>,
    pub cluster: Option<u32>,
    pub organisation: Option<u32>,
}

/// How somebody comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Visitor,
    Person,
    /// A program with an API token; true for one that may only read.
    Program(bool),
}

/// Somebody who asks, with the roles that hold.
#[derive(Debug, Clone)]
pub struct Asker {
    pub name: &'static str,
    pub way: Way,
    pub roles: Vec<Held>,
}

impl Held {
    fn covers(&self, home: &Home) -> bool {
        let below =
            |cluster: u32| home.clusters.contains(&cluster) || (cluster == 10 && home.clusters.contains(&BELOW));
        self.operation.is_none() || (self.operation == home.operation && self.cluster.is_none_or(below))
    }
}

impl Asker {
    /// Whether the table lets them.
    pub fn may(&self, rule: &Rule, home: &Home) -> bool {
        let own = |held: &Held| {
            // Whoever spoke for an organisation that was merged speaks for the one that stays.
            let organisation = held.organisation.map(|one| if one == world::MERGED_INTO_P { P } else { one });
            rule.own.contains(&held.role) && organisation.is_some() && organisation == home.organisation
        };
        let by_role = |held: &Held| match rule.span {
            Span::Everybody | Span::SignedIn => true,
            Span::Anywhere => rule.all.contains(&held.role) || own(held),
            Span::Operation => {
                rule.all.contains(&held.role) && (held.operation.is_none() || held.operation == home.operation)
            }
            Span::Place => (rule.all.contains(&held.role) || own(held)) && held.covers(home),
        };
        match rule.span {
            Span::Everybody => true,
            Span::SignedIn => self.way != Way::Visitor,
            _ => self.roles.iter().any(by_role),
        }
    }
}

/// A record of the world: who may know of it.
#[derive(Debug, Clone)]
pub struct Record {
    pub kind: &'static str,
    pub number: u32,
    /// Whoever may in one of these.
    pub homes: Vec<Home>,
    pub rule: Rule,
    /// Whoever else may, by a rule that is not that of the others.
    pub beside: Vec<(Home, Rule)>,
}

impl Record {
    pub fn shown_to(&self, asker: &Asker) -> bool {
        self.homes.iter().any(|home| asker.may(&self.rule, home))
            || self.beside.iter().any(|(home, rule)| asker.may(rule, home))
    }
}

/// The operation as a whole.
pub fn in_operation(operation: u32) -> Home {
    Home { operation: Some(operation), ..Home::default() }
}

/// The place as a whole.
pub fn in_place(place: Place) -> Home {
    let mut clusters = vec![place.cluster];
    clusters.extend((place == OWN).then_some(BELOW));
    Home { clusters, ..in_operation(place.operation) }
}

/// The place's cluster alone.
pub fn in_cluster(place: Place) -> Home {
    Home { clusters: vec![place.cluster], ..in_operation(place.operation) }
}

/// What is an organisation's in the place's cluster.
pub fn of_organisation(place: Place, organisation: u32) -> Home {
    Home { organisation: Some(organisation), ..in_cluster(place) }
}

/// Every record of the world, by its number. A text `mark-N` is as secret as the record N.
pub fn records() -> BTreeMap<u32, Record> {
    let mut all = BTreeMap::new();
    let mut add = |kind, number, homes: Vec<Home>, rule| {
        all.insert(number, Record { kind, number, homes, rule, beside: Vec::new() });
    };
    for number in [world::COUNTRY, world::DISTRICT] {
        add("AdminArea", number, vec![Home::default()], EVERYBODY);
    }
    for number in [P, Q, world::MERGED_INTO_P, D, E, LEFT] {
        add("Organisation", number, vec![Home::default()], DIRECTORY);
    }
    add("Dimension", world::SHARED_DIMENSION, vec![Home::default()], DIRECTORY);
    add("AuditEvent", world::SHARED_EVENT, vec![Home::default()], HISTORY);
    add("User", world::SOMEONE, vec![Home::default()], USERS);
    for operation in [1, 2] {
        add("Operation", operation, vec![in_operation(operation)], SHARED);
    }
    for (cluster, operation) in [(10, 1), (BELOW, 1), (12, 1), (20, 2)] {
        add("Cluster", cluster, vec![in_operation(operation)], SHARED);
    }
    // A membership that ended shows nobody's contacts to the cluster that was left.
    for (organisation, places) in [(P, PLACES.as_slice()), (Q, &PLACES), (LEFT, &[])] {
        let homes: Vec<Home> = places.iter().map(|place| of_organisation(*place, organisation)).collect();
        add("Contact", world::contact(organisation, 0), vec![Home::default()], DIRECTORY);
        add("Contact", world::contact(organisation, 1), homes.clone(), SHARED);
        add("Contact", world::contact(organisation, 2), homes, CONTENT);
    }
    add("Membership", OWN.base + at::MEMBERSHIP + LEFT, vec![in_operation(1)], SHARED);
    for place in PLACES {
        add_place(&mut add, place);
    }
    add("Report", world::REPORT_BELOW, vec![Home { clusters: vec![BELOW], ..of_organisation(OWN, P) }], CONTENT);
    for place in PLACES {
        let more = standards::checklists(place)
            .into_iter()
            .chain(standards::assessments(place))
            .chain(projects::projects(place));
        all.extend(more.map(|record| (record.number, record)));
    }
    // Who gives the roles of an operation reads there who holds them, by name.
    if let Some(someone) = all.get_mut(&world::SOMEONE) {
        someone.beside = [1, 2].map(|operation| (in_operation(operation), LIST_GRANTS)).to_vec();
    }
    all
}

/// A profile is of an organisation wherever in the operation it reports.
pub fn of_profile(place: Place) -> Home {
    let clusters = if place.operation == 1 { vec![10, BELOW, 12] } else { vec![20] };
    Home { clusters, organisation: Some(P), ..in_operation(place.operation) }
}

fn add_place(add: &mut impl FnMut(&'static str, u32, Vec<Home>, Rule), place: Place) {
    let b = place.base;
    let everywhere = || vec![in_operation(place.operation)];
    for (kind, number) in [
        ("ResponsePlan", at::PLAN),
        ("Objective", at::OBJECTIVE),
        ("Activity", at::ACTIVITY),
        ("Indicator", at::INDICATOR),
        ("Appeal", at::APPEAL),
        ("AppealRevision", at::REVISION),
        ("RequirementLine", at::LINE),
        ("Site", at::SITE),
        ("Dimension", at::DIMENSION),
        ("DimensionValue", at::VALUE),
        ("Category", at::CATEGORY),
        ("Emergency", at::EMERGENCY),
        ("ClusterTransition", at::TRANSITION),
        ("Membership", at::MEMBERSHIP + P),
        ("Membership", at::MEMBERSHIP + Q),
    ] {
        add(kind, b + number, everywhere(), SHARED);
    }
    for state in 1..=4 {
        add("ReportingPeriod", b + at::PERIOD + state, everywhere(), SHARED);
    }
    add("ReportingPeriod", b + at::PENDING_PERIOD, everywhere(), SHARED);
    add("PeriodPublication", b + at::PUBLICATION, everywhere(), SHARED);
    add("ShareLink", b + at::SHARE_LINK, vec![in_place(place)], PUBLISH);
    for (kind, number) in [
        ("ResponsePlan", at::DRAFT_PLAN),
        ("Objective", at::DRAFT_OBJECTIVE),
        ("Activity", at::DRAFT_ACTIVITY),
        ("Indicator", at::DRAFT_INDICATOR),
        ("ReportingPeriod", at::DRAFT_PERIOD),
        ("Objective", at::LATER_OBJECTIVE),
        ("Activity", at::LATER_ACTIVITY),
        ("Indicator", at::LATER_INDICATOR),
        // What published parts are called since.
        ("a text", at::WORKING + at::OBJECTIVE),
        ("a text", at::WORKING + at::ACTIVITY),
        ("a text", at::WORKING + at::INDICATOR),
    ] {
        add(kind, b + number, everywhere(), WORKING);
    }
    add("Appeal", b + at::DRAFT_APPEAL, vec![in_cluster(place)], CONTENT);
    add("Edition", b + at::EDITION, everywhere(), EVERYBODY);
    add("AuditEvent", b + at::EVENT, everywhere(), HISTORY);
    add("Flow", b + at::FLOW_OF_D, vec![of_organisation(place, D)], FLOWS);
    add("Flow", b + at::FLOW_OF_E, vec![of_organisation(place, E)], FLOWS);
    for organisation in [P, Q] {
        for (state, _) in STATES {
            let number = world::report(place, organisation, state);
            let home = of_organisation(place, organisation);
            add("Report", number, vec![home.clone()], CONTENT);
            add("ReportRow", world::row(number), vec![home], CONTENT);
        }
    }
    if [OWN, OTHER_OPERATION].contains(&place) {
        add("NeedsRound", b + at::DRAFT_ROUND, everywhere(), CONTENT);
        add("NeedsRound", b + at::ROUND, everywhere(), SHARED);
    }
    add("ImportBatch", b + at::BATCH, vec![of_organisation(place, P)], CONTENT);
    add("MappingProfile", b + at::PROFILE, vec![of_profile(place)], WRITE_REPORT);
    add("File", b + at::FILE_OF_P, vec![of_organisation(place, P)], CONTENT);
    add("File", b + at::FILE_OF_OPERATION, everywhere(), CONTENT);
}
