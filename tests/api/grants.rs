//! Who may give which role, pair by pair, and what is given by whom who lost the right.

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::{
    plans::world::{self, CLUSTER, OPERATION, OTHER_CLUSTER, cluster, operation},
    support::{PASSWORD, TestApp, generate::global_id},
};

const GRANT: &str = "mutation($input: GrantRoleInput!) { grantRole(input: $input) { id } }";
const INVITE: &str = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
const ACCEPT: &str = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }";
const REVOKE: &str = "mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { role } }";

/// A world with two organisations, and someone without a role: the app and the organisations' ids.
async fn start() -> (TestApp, [String; 2]) {
    let (app, _) = world::start().await;
    let organisations = ["Org A", "Org B"].map(|name| {
        let made = app.sql(&format!(
            "insert into organisations (id, name, name_keys, kind, created_at, updated_at) \
             values (gen_random_uuid(), '{name}', array[lower('{name}')], 'NNGO', now(), now()) returning id"
        ));
        global_id("Organisation", &made[0])
    });
    app.someone("target@example.org", Role::Viewer, json!({})).await;
    (app, organisations)
}

/// The scope that a role is for in a cluster: with the organisation where the role is of one.
fn scope(role: Role, place: u128, organisation: &str) -> Value {
    let mut scope = json!({ "operationId": operation(OPERATION), "clusterId": cluster(place) });
    match role {
        Role::SystemAdmin => return json!({}),
        Role::PartnerFocalPoint | Role::PartnerEditor | Role::Donor | Role::Viewer => {
            scope["organisationId"] = organisation.into();
        }
        _ => {}
    }
    scope
}

fn wanted(role: Role, mut scope: Value) -> Value {
    scope["email"] = "target@example.org".into();
    scope["role"] = role.as_str().into();
    json!({ "input": scope })
}

/// The roles that someone could give in a place; every other was refused as forbidden.
async fn given(app: &TestApp, token: &str, place: u128, organisation: &str) -> Vec<Role> {
    let mut given = Vec::new();
    for role in Role::ALL {
        let answer = app.graphql(Some(token), GRANT, wanted(*role, scope(*role, place, organisation))).await;
        match answer["errors"][0]["extensions"]["code"].as_str() {
            None => given.push(*role),
            code => assert_eq!(code, Some("FORBIDDEN"), "{role}: {answer}"),
        }
    }
    given
}

#[actix_web::test]
async fn every_role_gives_just_the_roles_of_the_table_in_its_own_scope_and_none_beside_it() {
    use Role::{
        CoCoordinator, Coordinator, Donor, Government, Imo, PartnerEditor, PartnerFocalPoint, SubnationalCoordinator,
        SystemAdmin, Viewer,
    };
    let (app, [own, other]) = start().await;
    let below = [SubnationalCoordinator, Imo, PartnerFocalPoint, PartnerEditor, Government, Donor, Viewer];
    let everything = [&[Coordinator, CoCoordinator], below.as_slice()].concat();
    let table: [(Role, &[Role]); 10] = [
        (SystemAdmin, &everything),
        (Coordinator, &below),
        (CoCoordinator, &below),
        (SubnationalCoordinator, &below[1..]),
        (Imo, &[]),
        (PartnerFocalPoint, &[PartnerEditor, Viewer]),
        (PartnerEditor, &[]),
        (Government, &[]),
        (Donor, &[]),
        (Viewer, &[]),
    ];
    for (number, (giver, gives)) in table.into_iter().enumerate() {
        let token = app.someone(&format!("giver{number}@example.org"), giver, scope(giver, CLUSTER, &own)).await;
        assert_eq!(given(&app, &token, CLUSTER, &own).await, gives, "{giver} in the own scope");
        let elsewhere: &[Role] = if giver == SystemAdmin { gives } else { &[] };
        assert_eq!(given(&app, &token, OTHER_CLUSTER, &own).await, elsewhere, "{giver} in another cluster");
        let for_others: &[Role] = if giver == PartnerFocalPoint { &[] } else { gives };
        assert_eq!(given(&app, &token, CLUSTER, &other).await, for_others, "{giver} for another organisation");
    }
}

#[actix_web::test]
async fn a_role_that_looks_at_all_organisations_names_none() {
    let (app, [own, _]) = start().await;
    let token = app.someone("focal@example.org", Role::PartnerFocalPoint, scope(Role::Donor, CLUSTER, &own)).await;
    let admin = app.administrator().await;
    for role in [Role::Coordinator, Role::CoCoordinator, Role::SubnationalCoordinator, Role::Imo, Role::Government] {
        let with_organisation = wanted(role, scope(Role::Donor, CLUSTER, &own));
        for token in [&token, &admin] {
            let refusal = app.refused(token, GRANT, with_organisation.clone()).await;
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                ("INVALID", Some("organisationId")),
                "{role}"
            );
        }
        // The tables refuse it too, whoever writes.
        for table in [
            "grants (id, user_id, created_at,",
            "invitations (id, invited_by, email, name, language, token_hash, created_at, expires_at,",
        ] {
            let values =
                if table.starts_with('g') { "id, now()" } else { "id, 'a@b.org', 'a', 'en', '', now(), now()" };
            app.sql(&format!(
                "do $$ begin insert into {table} role, operation_id, cluster_id, organisation_id) \
                 select gen_random_uuid(), {values}, '{role}', '{}', '{}', (select id from organisations limit 1) from users limit 1; \
                 raise exception 'it was accepted'; exception when check_violation then null; end $$",
                uuid::Uuid::from_u128(OPERATION),
                uuid::Uuid::from_u128(CLUSTER),
            ));
        }
    }
}

#[actix_web::test]
async fn a_scope_names_what_there_is_and_a_cluster_of_its_operation() {
    let (app, [own, _]) = start().await;
    let admin = app.administrator().await;
    let nothing = |kind: &str| global_id(kind, "019a0000-0000-7000-8000-000000000001");
    let foreign = cluster(world::FOREIGN_CLUSTER);
    for (field, id) in [
        ("operationId", nothing("Operation")),
        ("clusterId", nothing("Cluster")),
        ("clusterId", foreign),
        ("organisationId", nothing("Organisation")),
    ] {
        let mut place = scope(Role::PartnerEditor, CLUSTER, &own);
        place[field] = id.into();
        let refusal = app.refused(&admin, GRANT, wanted(Role::PartnerEditor, place)).await;
        // Without its operation no cluster is known either; the first input that is wrong is named.
        assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("NOT_FOUND", Some(field)));
    }
    let homeless = json!({ "clusterId": cluster(CLUSTER) });
    let refusal = app.refused(&admin, GRANT, wanted(Role::Viewer, homeless)).await;
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("INVALID", Some("operationId")));
}

async fn invite(app: &TestApp, token: &str, email: &str) -> String {
    let mut input = scope(Role::Imo, CLUSTER, "");
    input["email"] = email.into();
    input["name"] = "New".into();
    input["language"] = "en".into();
    input["role"] = "IMO".into();
    app.ok(token, INVITE, json!({ "input": input })).await;
    app.work().await;
    app.secret_in_last_mail("/i/")
}

#[actix_web::test]
async fn an_invitation_gives_what_its_sender_may_still_give_when_it_is_accepted() {
    let (app, _) = start().await;
    let admin = app.administrator().await;
    let token = app.someone("leaving@example.org", Role::Coordinator, scope(Role::Coordinator, CLUSTER, "")).await;
    let accept = |token: String| json!({ "input": { "token": token, "password": PASSWORD } });
    let early = invite(&app, &token, "early@example.org").await;
    app.ok("", ACCEPT, accept(early)).await;
    let late = invite(&app, &token, "late@example.org").await;
    assert_eq!(app.get(&format!("/i/{late}"), &[]).await.0, 200);
    let grant = app.sql("select id from grants where role = 'COORDINATOR' and user_id = (select id from users where email = 'leaving@example.org')");
    app.ok(&admin, REVOKE, json!({ "input": { "grantId": global_id("Grant", &grant[0]) } })).await;
    assert_eq!(app.get(&format!("/i/{late}"), &[]).await.0, 404, "the page says that the link is dead");
    let refusal = app.refused("", ACCEPT, accept(late)).await;
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("INVALID", Some("token")));
    let made = app.sql("select email from users where email in ('early@example.org', 'late@example.org')");
    assert_eq!(made, ["early@example.org"]);
}

#[actix_web::test]
async fn who_invited_sees_what_waits_and_takes_it_back_and_nobody_else_does() {
    const WAITING: &str = "{ viewer { invitations(first: 10) { edges { node { id email name role language sentAt expiresAt \
                           operationId clusterId organisationId } } } } }";
    const WITHDRAW: &str =
        "mutation($input: WithdrawInvitationInput!) { withdrawInvitation(input: $input) { email expiresAt } }";
    let (app, _) = start().await;
    let coordinator = app.someone("one@example.org", Role::Coordinator, scope(Role::Coordinator, CLUSTER, "")).await;
    let colleague = app.someone("two@example.org", Role::Coordinator, scope(Role::Coordinator, CLUSTER, "")).await;
    let waiting = async |token: &str| {
        let told = app.ok(token, WAITING, json!({})).await["viewer"]["invitations"]["edges"].clone();
        told.as_array().expect("a list").iter().map(|edge| edge["node"].clone()).collect::<Vec<_>>()
    };
    let addresses = |told: &[Value]| told.iter().map(|one| one["email"].to_string()).collect::<Vec<_>>().join(" ");
    let accept = |token: &str| json!({ "input": { "token": token, "password": PASSWORD } });
    let first = invite(&app, &coordinator, "first@example.org").await;
    app.advance(TimeDelta::minutes(1));
    let lost = invite(&app, &coordinator, "second@example.org").await;
    let again = invite(&app, &coordinator, "second@example.org").await;
    let told = waiting(&coordinator).await;
    assert_eq!(addresses(&told), "\"second@example.org\" \"first@example.org\"", "sent again, it stands once");
    assert_eq!((&told[0]["role"], &told[0]["clusterId"]), (&json!("IMO"), &json!(cluster(CLUSTER))));
    assert_eq!(app.refused("", ACCEPT, accept(&lost)).await.field.as_deref(), Some("token"), "the newest link works");
    app.ok("", ACCEPT, accept(&again)).await;
    assert_eq!(addresses(&waiting(&coordinator).await), "\"first@example.org\"", "an accepted one waits no more");
    assert!(waiting(&colleague).await.is_empty());

    let input = json!({ "input": { "invitationId": told[1]["id"] } });
    assert_eq!(app.refused(&colleague, WITHDRAW, input.clone()).await.code, "NOT_FOUND");
    app.ok(&coordinator, WITHDRAW, input.clone()).await;
    assert_eq!(app.refused(&coordinator, WITHDRAW, input).await.code, "NOT_FOUND", "it waits no more");
    assert!(waiting(&coordinator).await.is_empty());
    assert_eq!(app.refused("", ACCEPT, accept(&first)).await.field.as_deref(), Some("token"));
    let kept = "select distinct action || ' ' || (after ? 'token_hash')::text from audit_events where entity = 'Invitation' order by 1";
    assert_eq!(app.sql(kept), ["invite false", "withdraw false"]);
}

#[actix_web::test]
async fn the_first_administrator_is_an_account_with_its_role_or_nothing() {
    use darasa::accounts::create_first_administrator;
    let app = TestApp::start().await;
    app.sql("alter table grants add constraint nobody check (role <> 'SYSTEM_ADMIN')");
    let make = async || create_first_administrator(&app.program(), "admin@example.org", "Admin", PASSWORD).await;
    assert!(make().await.is_err());
    assert!(app.sql("select email from users").is_empty(), "an account without its role would stand in the way");
    app.sql("alter table grants drop constraint nobody");
    assert_eq!(make().await.expect("an administrator").email, "admin@example.org");
    assert_eq!(make().await.expect_err("one is enough").key(), "administrator-exists");
}
