//! Everybody who asks: each role in its scopes, programs with tokens, those who hold nothing, and those whose roles are over.

use darasa::{
    accounts,
    kit::{auth::Role, text::Language},
};
use futures::FutureExt;
use serde_json::{Value, json};

use super::{
    table::{Asker, Held, Way},
    world::{self, BELOW, D, MERGED_INTO_P, P, Q},
};
use crate::support::{PASSWORD, TestApp};

fn held(role: Role, operation: Option<u32>, cluster: Option<u32>, organisation: Option<u32>) -> Held {
    Held { role, operation, cluster, organisation }
}

fn person(name: &'static str, roles: &[Held]) -> Asker {
    Asker { name, way: Way::Person, roles: roles.to_vec() }
}

/// Those who ask. Each test takes a part of them, so that they run side by side.
pub fn askers() -> Vec<Asker> {
    use Role::{
        CoCoordinator, Coordinator, Donor, Government, Imo, PartnerEditor, PartnerFocalPoint, SubnationalCoordinator,
        SystemAdmin, Viewer,
    };
    let (one, ten) = (Some(1), Some(10));
    let token = |name, roles: &[Held], reads_only| Asker { way: Way::Program(reads_only), ..person(name, roles) };
    vec![
        Asker { way: Way::Visitor, ..person("visitor", &[]) },
        person("nobody", &[]),
        person("administrator", &[held(SystemAdmin, None, None, None)]),
        person("coordinator", &[held(Coordinator, one, None, None)]),
        person("coordinator of the cluster", &[held(Coordinator, one, ten, None)]),
        person("co-coordinator", &[held(CoCoordinator, one, None, None)]),
        person("co-coordinator of the cluster", &[held(CoCoordinator, one, ten, None)]),
        person("sub-national coordinator", &[held(SubnationalCoordinator, one, Some(BELOW), None)]),
        person("officer", &[held(Imo, one, None, None)]),
        person("officer of the cluster", &[held(Imo, one, ten, None)]),
        person("focal point", &[held(PartnerFocalPoint, one, ten, Some(P))]),
        person("editor", &[held(PartnerEditor, one, ten, Some(P))]),
        person("focal point of a merged organisation", &[held(PartnerFocalPoint, one, ten, Some(MERGED_INTO_P))]),
        person("government", &[held(Government, one, None, None)]),
        person("government of the cluster", &[held(Government, one, ten, None)]),
        person("donor", &[held(Donor, one, None, Some(D))]),
        person("viewer of everything", &[held(Viewer, None, None, None)]),
        person("viewer", &[held(Viewer, one, None, None)]),
        person("viewer of an organisation", &[held(Viewer, one, ten, Some(P))]),
        // A role here must open no door there: each of these passes a first door by one role and must be stopped by the lack of it elsewhere.
        person(
            "coordinator elsewhere, viewer here",
            &[held(Coordinator, Some(2), None, None), held(Viewer, one, None, None)],
        ),
        person("officer elsewhere, donor here", &[held(Imo, Some(2), None, None), held(Donor, one, None, Some(D))]),
        person(
            "coordinator of another cluster, editor here",
            &[held(Coordinator, one, Some(12), None), held(PartnerEditor, one, ten, Some(P))],
        ),
        token("program of a coordinator", &[held(Coordinator, one, None, None)], false),
        token("program that reads for a coordinator", &[held(Coordinator, one, None, None)], true),
        token("program of one of two organisations", &[held(PartnerFocalPoint, one, ten, Some(P))], false),
        person("coordinator whose role ended", &[]),
        person("coordinator whose role was taken back", &[]),
    ]
}

/// Somebody who asks, with what they come in by.
pub struct Guest {
    pub asker: Asker,
    pub token: Option<String>,
    /// A file of their own, for imports.
    pub file: String,
}

async fn give(app: &TestApp, email: &str, held: &Held) {
    let scope = world::scope(held.operation, held.cluster, held.organisation);
    let id = |name: &str| scope[name].as_str().map(|id| juniper::ID::new(id.to_owned()));
    let input = accounts::GrantRoleInput {
        client_mutation_id: None,
        email: email.to_owned(),
        role: held.role,
        operation_id: id("operationId"),
        cluster_id: id("clusterId"),
        organisation_id: id("organisationId"),
        valid_until: None,
    };
    let given = app.program().transact(input, |transaction, input| accounts::give(transaction, input).boxed()).await;
    given.expect("a grant");
}

async fn program(app: &TestApp, person: &str, reads_only: bool, organisation: Value) -> String {
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }";
    let input = json!({ "name": "a program", "readOnly": reads_only, "validDays": 30, "organisationId": organisation });
    let made = app.ok(person, create, json!({ "input": input })).await;
    made["createApiToken"]["secret"].as_str().expect("a secret").to_owned()
}

/// Lets somebody in.
pub async fn enter(app: &TestApp, number: usize, asker: Asker) -> Guest {
    let nothing = world::id("File", world::LOOSE_FILE);
    if asker.way == Way::Visitor {
        return Guest { asker, token: None, file: nothing };
    }
    let email = format!("asker{number}@example.org");
    accounts::create_user(&app.program(), &email, asker.name, Language::En, PASSWORD).await.expect("an account");
    for held in &asker.roles {
        give(app, &email, held).await;
    }
    let of_them = format!("user_id = (select id from users where email = '{email}')");
    let over = match asker.name {
        "coordinator whose role ended" => Some("valid_until = now() - interval '1 day'"),
        "coordinator whose role was taken back" => Some("revoked_at = now()"),
        _ => None,
    };
    if let Some(over) = over {
        give(app, &email, &held(Role::Coordinator, Some(1), None, None)).await;
        app.sql(&format!("update grants set {over} where {of_them}"));
    }
    let person = app.sign_in(&email).await;
    let file = app.upload(&person, "file.csv", "nothing that can be read\n").await.expect("a file");
    let token = match asker.way {
        Way::Program(reads_only) => {
            let bound = asker.name == "program of one of two organisations";
            if bound {
                // The person speaks for another organisation, too, and coordinates elsewhere; the token for one alone.
                give(app, &email, &held(Role::PartnerFocalPoint, Some(1), Some(10), Some(Q))).await;
                give(app, &email, &held(Role::Coordinator, Some(2), None, None)).await;
            }
            let organisation = if bound { world::id("Organisation", P).into() } else { Value::Null };
            program(app, &person, reads_only, organisation).await
        }
        _ => person,
    };
    Guest { asker, token: Some(token), file }
}
