//! What is tried with each mutation. A mutation that is new gets a line in [`writes`], or one in [`FREE`] when it asks for no right.
//!
//! What is sent would change nothing even for whoever may: it is based on a version that is none, or wrong in another way that is looked at after
//! the right.

mod cycle;
mod projects;
mod standards;
mod work;

use serde_json::{Value, json};

use super::{
    table::{
        CONTENT, GIVE, Home, KEEP_CLUSTERS, KEEP_CONTACTS, KEEP_REGISTER, NEEDS, OPERATION_SETTINGS, REFERENCE, Rule,
        SHARED, SIGNED_IN, in_cluster, in_place, of_organisation,
    },
    world::{self, D, E, OTHER_OPERATION, OWN, P, PLACES, Place, Q, at},
};

/// What a mutation is tried on.
#[derive(Debug, Clone)]
pub struct Target {
    pub place: Place,
    pub organisation: u32,
    /// A file of the asker's own.
    pub file: String,
}

/// An organisation that there is not.
pub const NO_ORGANISATION: u32 = 39;

impl Target {
    fn operation(&self) -> String {
        world::id("Operation", self.place.operation)
    }

    fn cluster(&self) -> String {
        world::id("Cluster", self.place.cluster)
    }

    fn organisation(&self) -> String {
        world::id("Organisation", self.organisation)
    }

    fn here(&self, kind: &str, number: u32) -> String {
        world::id(kind, self.place.base + number)
    }

    fn report(&self, state: u32) -> String {
        world::id("Report", world::report(self.place, self.organisation, state))
    }
}

/// What a target belongs to.
pub type HomeOf = fn(&Target) -> Home;

fn installation(_: &Target) -> Home {
    Home::default()
}

fn operation(target: &Target) -> Home {
    Home { operation: Some(target.place.operation), ..Home::default() }
}

fn cluster(target: &Target) -> Home {
    in_cluster(target.place)
}

fn plan(target: &Target) -> Home {
    in_place(target.place)
}

fn own(target: &Target) -> Home {
    of_organisation(target.place, target.organisation)
}

fn register(target: &Target) -> Home {
    Home { organisation: Some(target.organisation), ..Home::default() }
}

/// A mutation.
pub struct Write {
    pub field: &'static str,
    /// Who may.
    pub may: Rule,
    /// What the right is held against.
    pub home: HomeOf,
    /// Who may know of what it is about; they are told that they may not.
    pub knows: Rule,
    /// On which places it is tried: all of them, those with needs rounds, or one where it is of no place.
    pub places: &'static [Place],
    /// On whose things it is tried.
    pub organisations: &'static [u32],
    /// True: not by programs.
    pub in_person: bool,
    pub input: fn(&Target) -> Value,
    /// Makes it possible again for the next who may.
    pub again: Option<fn(&Target) -> String>,
}

/// Mutations that ask for no right, and where they are tried.
pub const FREE: &[(&str, &str)] = &[
    ("signIn", "the password is the right; accounts.rs"),
    ("refreshSession", "the token is the right; accounts.rs"),
    ("signOut", "the token is the right; accounts.rs"),
    ("acceptInvitation", "the link is the right; grants.rs"),
    ("withdrawInvitation", "one's own; grants.rs"),
    ("requestPasswordReset", "anybody may ask; accounts.rs"),
    ("resetPassword", "the link is the right; accounts.rs"),
    ("createCalendarFeed", "one's own; tables/shared.rs"),
    ("revokeCalendarFeed", "one's own; tables/shared.rs"),
    ("stopWork", "one's own; work.rs"),
    ("subscribe", "anybody may; of drafts in `what_nobody_may_follow_looks_absent`"),
];

const STALE: i32 = 99;
const ANY: &[u32] = &[P];
const PARTNERS: &[u32] = &[P, Q];
const DONORS: &[u32] = &[D, E];
const ONCE: &[Place] = &[OWN];
const WITH_NEEDS: &[Place] = &[OWN, OTHER_OPERATION];

const fn on(field: &'static str, may: Rule, home: HomeOf, knows: Rule, input: fn(&Target) -> Value) -> Write {
    Write { field, may, home, knows, places: &PLACES, organisations: ANY, in_person: false, input, again: None }
}

const fn of(write: Write, organisations: &'static [u32]) -> Write {
    Write { organisations, ..write }
}

const fn at_places(write: Write, places: &'static [Place]) -> Write {
    Write { places, ..write }
}

const fn in_person(write: Write) -> Write {
    Write { in_person: true, ..write }
}

const fn again(write: Write, again: fn(&Target) -> String) -> Write {
    Write { again: Some(again), ..write }
}

fn names() -> Value {
    json!([{ "language": "en", "text": "a name" }])
}

fn role_input(target: &Target) -> Value {
    json!({
        "email": "mark-60@example.org", "role": "VIEWER", "operationId": target.operation(), "clusterId": target.cluster(),
        "organisationId": target.organisation(),
    })
}

fn organisation_input() -> Value {
    json!({ "name": "", "kind": "NNGO" })
}

fn contact_input() -> Value {
    json!({ "name": "", "consent": "TEAM" })
}

fn round(target: &Target, number: u32) -> Value {
    json!({ "roundId": target.here("NeedsRound", number), "baseVersion": STALE })
}

fn with(mut value: Value, more: Value) -> Value {
    for (name, one) in more.as_object().expect("an object") {
        value[name] = one.clone();
    }
    value
}

/// Every mutation that asks for a right.
pub fn writes() -> Vec<Write> {
    let mut all = installation_and_register();
    all.extend(operations_and_clusters());
    all.extend(standards::assessments());
    all.extend(standards::checklists());
    all.extend(work::plans());
    all.extend(projects::projects());
    all.extend(work::reports());
    all.extend(cycle::month());
    all.extend(work::appeals());
    all
}

fn installation_and_register() -> Vec<Write> {
    let file = |target: &Target| json!({ "fileId": target.file });
    vec![
        at_places(on("importPlaces", REFERENCE, installation, SIGNED_IN, file), ONCE),
        at_places(on("importCountries", REFERENCE, installation, SIGNED_IN, file), ONCE),
        at_places(
            on(
                "retireAdminArea",
                REFERENCE,
                installation,
                SIGNED_IN,
                |_| json!({ "areaId": world::id("AdminArea", 40), "validTo": "2030-01-01" }),
            ),
            ONCE,
        ),
        at_places(
            on(
                "createOperation",
                REFERENCE,
                installation,
                SIGNED_IN,
                |_| json!({ "code": "x", "settings": { "names": names(), "defaultLanguage": "en", "timeZone": "UTC" } }),
            ),
            ONCE,
        ),
        in_person(of(on("grantRole", GIVE, own, SIGNED_IN, role_input), PARTNERS)),
        in_person(of(
            on("inviteUser", GIVE, own, SIGNED_IN, |target| {
                with(role_input(target), json!({ "email": "no address", "name": "", "language": "en" }))
            }),
            PARTNERS,
        )),
        in_person(again(
            on("revokeGrant", GIVE, own, GIVE, |target| json!({ "grantId": target.here("Grant", at::GRANT) })),
            |target| {
                format!("update grants set revoked_at = null where id = number({})", target.place.base + at::GRANT)
            },
        )),
        in_person(at_places(
            on(
                "createApiToken",
                SIGNED_IN,
                installation,
                SIGNED_IN,
                |_| json!({ "name": "", "readOnly": true, "validDays": 0 }),
            ),
            ONCE,
        )),
        at_places(
            on(
                "createOrganisation",
                KEEP_REGISTER,
                register,
                SIGNED_IN,
                |_| json!({ "organisation": organisation_input() }),
            ),
            ONCE,
        ),
        of(
            at_places(
                on(
                    "updateOrganisation",
                    KEEP_REGISTER,
                    register,
                    SIGNED_IN,
                    |target| json!({ "organisationId": target.organisation(), "baseVersion": STALE, "organisation": organisation_input() }),
                ),
                ONCE,
            ),
            PARTNERS,
        ),
        of(
            at_places(
                on(
                    "verifyOrganisation",
                    KEEP_REGISTER,
                    register,
                    SIGNED_IN,
                    |target| json!({ "organisationId": target.organisation(), "baseVersion": STALE, "verified": true }),
                ),
                ONCE,
            ),
            PARTNERS,
        ),
        of(
            at_places(
                on(
                    "mergeOrganisations",
                    KEEP_REGISTER,
                    register,
                    SIGNED_IN,
                    |target| json!({ "duplicateId": target.organisation(), "baseVersion": STALE, "survivorId": world::id("Organisation", D) }),
                ),
                ONCE,
            ),
            PARTNERS,
        ),
        of(
            at_places(
                on(
                    "addContact",
                    KEEP_CONTACTS,
                    register,
                    SIGNED_IN,
                    |target| json!({ "organisationId": target.organisation(), "contact": contact_input() }),
                ),
                ONCE,
            ),
            PARTNERS,
        ),
        of(
            at_places(
                on(
                    "updateContact",
                    KEEP_CONTACTS,
                    register,
                    KEEP_CONTACTS,
                    |target| json!({ "contactId": world::id("Contact", world::contact(target.organisation, 2)), "contact": contact_input() }),
                ),
                ONCE,
            ),
            PARTNERS,
        ),
        again(
            of(
                at_places(
                    on(
                        "removeContact",
                        KEEP_CONTACTS,
                        register,
                        KEEP_CONTACTS,
                        |target| json!({ "contactId": world::id("Contact", world::contact(target.organisation, 2)) }),
                    ),
                    ONCE,
                ),
                PARTNERS,
            ),
            |target| {
                format!(
                    "insert into organisation_contacts (id, organisation_id, name, consent) values (number({}), number({}), 'x', 'TEAM') on conflict do nothing",
                    world::contact(target.organisation, 2),
                    target.organisation,
                )
            },
        ),
    ]
}

fn operations_and_clusters() -> Vec<Write> {
    vec![
        on("updateOperation", OPERATION_SETTINGS, operation, SHARED, |target| {
            json!({
                "operationId": target.operation(), "baseVersion": STALE, "status": "ACTIVE",
                "settings": { "names": names(), "defaultLanguage": "en", "timeZone": "UTC" },
            })
        }),
        on(
            "addEmergency",
            KEEP_CLUSTERS,
            operation,
            SHARED,
            |target| json!({ "operationId": target.operation(), "glide": "x", "names": names(), "startedOn": "2026-01-01" }),
        ),
        on("createSite", KEEP_CLUSTERS, operation, SHARED, |target| {
            json!({
                "operationId": target.operation(), "areaId": world::id("AdminArea", world::DISTRICT), "kind": "SCHOOL", "name": "",
                "language": "en", "code": "",
            })
        }),
        on("updateSite", KEEP_CLUSTERS, operation, SHARED, |target| {
            json!({
                "siteId": target.here("Site", at::SITE), "baseVersion": STALE, "areaId": world::id("AdminArea", world::DISTRICT),
                "kind": "SCHOOL", "name": "", "language": "en", "code": "",
            })
        }),
        on("createCluster", KEEP_CLUSTERS, cluster, SHARED, |target| {
            json!({
                "operationId": target.operation(), "parentId": target.cluster(), "level": "SUBNATIONAL", "status": "ACTIVE",
                "cluster": { "kind": "CLUSTER", "names": [] }, "decidedOn": "2026-01-01", "decidedBy": "",
            })
        }),
        on(
            "updateCluster",
            KEEP_CLUSTERS,
            cluster,
            SHARED,
            |target| json!({ "clusterId": target.cluster(), "baseVersion": STALE, "cluster": { "kind": "CLUSTER", "names": names() } }),
        ),
        on("transitionCluster", KEEP_CLUSTERS, cluster, SHARED, |target| {
            json!({
                "clusterId": target.cluster(), "baseVersion": STALE, "to": "TRANSITION", "decidedOn": "2026-01-01", "decidedBy": "somebody",
            })
        }),
        on(
            "addMembership",
            KEEP_CLUSTERS,
            cluster,
            SHARED,
            |target| json!({ "clusterId": target.cluster(), "organisationId": target.organisation(), "role": "PARTNER", "validFrom": "2025-01-01" }),
        ),
        on(
            "endMembership",
            KEEP_CLUSTERS,
            cluster,
            SHARED,
            |target| json!({ "membershipId": target.here("Membership", at::MEMBERSHIP + P), "validTo": "2024-01-01" }),
        ),
        on(
            "createDimension",
            KEEP_CLUSTERS,
            operation,
            SHARED,
            |target| json!({ "operationId": target.operation(), "code": "no code", "labels": names(), "values": [] }),
        ),
        on(
            "addDimensionValues",
            KEEP_CLUSTERS,
            operation,
            SHARED,
            |target| json!({ "dimensionId": target.here("Dimension", at::DIMENSION), "values": [] }),
        ),
        on("importNeeds", NEEDS, operation, SHARED, |target| {
            json!({
                "operationId": target.operation(), "fileId": target.file, "method": "JIAF", "methodVersion": "2", "source": "somebody",
                "referenceFrom": "2026-01-01", "referenceTo": "2027-01-01",
            })
        }),
        at_places(
            on("validateNeedsRound", NEEDS, operation, CONTENT, |target| round(target, at::DRAFT_ROUND)),
            WITH_NEEDS,
        ),
        at_places(on("publishNeedsRound", NEEDS, operation, SHARED, |target| round(target, at::ROUND)), WITH_NEEDS),
    ]
}
