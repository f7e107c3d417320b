//! Who can sign in to the demo. They are called after their roles: the demo invents no persons.

use serde_json::json;

use super::{
    known::Known,
    stage::{Actor, Stage},
};
use crate::{
    accounts,
    kit::{Result, auth::Role, text::Language},
};

/// The password of every account of the demo. It is printed when the demo starts.
pub const PASSWORD: &str = "Taluna learns 2026";

/// An account of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The address to sign in with.
    pub email: &'static str,
    /// How they are called.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
    language: Language,
    place: Place,
}

/// What a role is held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Installation,
    Operation,
    /// A cluster, by its key in the story.
    Cluster(&'static str),
    /// An organisation, by its acronym, in the cluster of that key.
    Member(&'static str, &'static str),
    /// An organisation in the operation as a whole.
    Organisation(&'static str),
}

const fn person(email: &'static str, name: &'static str, role: Role, place: Place) -> Person {
    Person { email, name, role, language: Language::En, place }
}

/// Everyone, the administrator first.
pub const PEOPLE: [Person; 10] = [
    person("admin@demo.example", "Administrator", Role::SystemAdmin, Place::Installation),
    person("coordinator@demo.example", "Coordinator of the Education Cluster", Role::Coordinator, Place::Operation),
    person("imo@demo.example", "Information management officer", Role::Imo, Place::Operation),
    person(
        "belqor@demo.example",
        "Coordinator of the Belqor cluster",
        Role::SubnationalCoordinator,
        Place::Cluster("Belqor"),
    ),
    person(
        "focal.point@demo.example",
        "Focal point of the Amsar Teachers' Association",
        Role::PartnerFocalPoint,
        Place::Member("ATA", "national"),
    ),
    person(
        "editor@demo.example",
        "Editor of the Amsar Teachers' Association",
        Role::PartnerEditor,
        Place::Member("ATA", "national"),
    ),
    person(
        "youth.centre@demo.example",
        "Focal point of the Belqor Youth Learning Centre",
        Role::PartnerFocalPoint,
        Place::Member("BYLC", "Belqor"),
    ),
    Person {
        language: Language::Fr,
        ..person("ministry@demo.example", "Ministry of Education", Role::Government, Place::Operation)
    },
    person("donor@demo.example", "Org B Development Agency", Role::Donor, Place::Organisation("Org B")),
    person("viewer@demo.example", "Reader of the shared figures", Role::Viewer, Place::Operation),
];

/// Makes the accounts other than the administrator's. Accounts come by invitation; the story begins after they were accepted.
pub(super) async fn make_accounts(stage: &Stage) -> Result<usize> {
    for person in &PEOPLE[1..] {
        accounts::create_user(&stage.program, person.email, person.name, person.language, PASSWORD).await?;
    }
    Ok(PEOPLE.len() - 1)
}

/// Gives everyone of a role what they hold in the story.
pub(super) async fn grant(giver: &Actor<'_>, role: Role, known: &Known) -> Result<()> {
    for person in PEOPLE.iter().filter(|person| person.role == role) {
        let (cluster, organisation) = match person.place {
            Place::Cluster(cluster) => (Some(known.cluster(cluster)?), None),
            Place::Member(acronym, cluster) => (Some(known.cluster(cluster)?), Some(known.organisation(acronym)?)),
            Place::Organisation(acronym) => (None, Some(known.organisation(acronym)?)),
            Place::Installation | Place::Operation => (None, None),
        };
        let input = json!({
            "email": person.email, "role": person.role.as_str(), "operationId": known.operation,
            "clusterId": cluster, "organisationId": organisation,
        });
        giver.write("grantRole", "id", input).await?;
    }
    Ok(())
}
