//! Projects: a partner drafts and submits, peers score, the cluster returns and approves; and what all of them come to beside the plan.

mod totals;
mod world;

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use serde_json::{Value, json};
use world::{World, content};

use crate::{
    plans::world::{add_activity, area, plan_with_objective, refused, text, version, write},
    standards::world::{ORGANISATION, OTHER_ORGANISATION, organisation, someone},
};

const REVIEWS: &str = "query($id: ID!) { project(id: $id) { status note version nextSteps
    reviews { round reviewer recommendation comment score scores { criterion { code } score comment } }
    reviewers { name } reviewSummary { round reviews meanScore recommendingApproval recommendingReturn } } }";

fn scores(given: &[(&str, &str)]) -> Value {
    given.iter().map(|(criterion, score)| json!({ "criterion": criterion, "score": score, "comment": format!("{criterion} {score}") })).collect()
}

#[actix_web::test]
async fn a_project_goes_from_draft_through_two_reviews_and_a_return_to_approval() {
    let world = World::start().await;
    let app = &world.app;
    let criteria = json!([
        { "code": "RELEVANCE", "name": "Does it answer a need?", "language": "en", "weight": "3", "maxScore": 5 },
        { "code": "COST", "name": "Is it worth its cost?", "language": "en", "weight": "1", "maxScore": 10 },
    ]);
    let base = version(app, &world.coordinator, &world.plan).await;
    let set = json!({ "planId": world.plan, "baseVersion": base, "criteria": criteria });
    let told =
        write(app, &world.coordinator, "setReviewCriteria", "reviewCriteria { code weight maxScore }", set).await;
    assert_eq!(told["reviewCriteria"][1], json!({ "code": "COST", "weight": "1", "maxScore": 10 }));

    let project = world.draft("TAL-001", world.content("60")).await;
    let peer = someone(app, "peer", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let imo = someone(app, "imo", Role::Imo, None).await;
    let read = "query($id: ID!) { project(id: $id) { code } }";
    assert_eq!(app.refused(&peer, read, json!({ "id": project })).await.code, "NOT_FOUND", "a draft of another");
    let submit = world.step(&project, "SUBMITTED", None).await;
    assert_eq!(refused(app, &world.editor, "moveProject", submit.clone()).await, "FORBIDDEN", "an editor drafts");
    assert_eq!(refused(app, &peer, "moveProject", submit.clone()).await, "NOT_FOUND projectId");
    let answer = write(app, &world.partner, "moveProject", "status round nextSteps", submit).await;
    assert_eq!(answer, json!({ "status": "SUBMITTED", "round": 1, "nextSteps": ["DRAFT"] }));
    app.work().await;
    let mails = app.mails();
    assert!(
        mails.iter().any(|mail| mail.contains("To: coordinator@example.org") && mail.contains("TAL-001")),
        "{mails:#?}"
    );
    let update = json!({ "projectId": project, "baseVersion": 2, "content": world.content("70") });
    assert_eq!(refused(app, &world.partner, "updateProject", update).await, "CONFLICT projectId", "it is submitted");

    let users = json!([world.user(&peer).await]);
    let own = json!([world.user(&world.partner).await]);
    let ask = async |users: &Value| json!({ "projectId": project, "baseVersion": world.version(&project).await, "userIds": users });
    assert_eq!(
        refused(app, &world.coordinator, "setProjectReviewers", ask(&own).await).await,
        "INVALID userIds",
        "of the own organisation"
    );
    let asked = write(app, &world.coordinator, "setProjectReviewers", "reviewers { name }", ask(&users).await).await;
    assert_eq!(asked["reviewers"].as_array().map(Vec::len), Some(1));
    assert_eq!(
        app.ok(&peer, read, json!({ "id": project })).await["project"]["code"],
        "TAL-001",
        "who is asked reads it"
    );

    let review = |more: Value, submit: bool| json!({ "projectId": project, "recommendation": "RETURN", "comment": "Say where the teachers come from", "scores": more, "submit": submit });
    let half = scores(&[("RELEVANCE", "4")]);
    write(app, &peer, "reviewProject", "id submittedAt", review(half.clone(), false)).await;
    assert_eq!(refused(app, &peer, "reviewProject", review(half, true)).await, "INVALID scores", "half of it");
    for (given, field) in [
        (scores(&[("RELEVANCE", "5.01")]), "scores.0.score"),
        (scores(&[("RELEVANCE", "-1")]), "scores.0.score"),
        (scores(&[("RELEVANCE", "1"), ("RELEVANCE", "1")]), "scores.1.criterion"),
        (scores(&[("TASTE", "1")]), "scores.0.criterion"),
    ] {
        assert_eq!(refused(app, &peer, "reviewProject", review(given, false)).await, format!("INVALID {field}"));
    }
    let whole = scores(&[("RELEVANCE", "4"), ("COST", "5")]);
    let done = write(app, &peer, "reviewProject", "score reviewer", review(whole.clone(), true)).await;
    assert_eq!(done, json!({ "score": "0.725", "reviewer": "peer@example.org" }), "(3 x 4/5 + 1 x 5/10) / 4");
    assert_eq!(
        refused(app, &peer, "reviewProject", review(whole, true)).await,
        "CONFLICT projectId",
        "it was submitted"
    );
    let best = json!({ "projectId": project, "recommendation": "APPROVE", "scores": scores(&[("RELEVANCE", "5"), ("COST", "10")]), "submit": true });
    assert_eq!(refused(app, &world.partner, "reviewProject", best.clone()).await, "FORBIDDEN", "the own project");
    write(app, &imo, "reviewProject", "score", best).await;
    let before = app.ok(&world.partner, REVIEWS, json!({ "id": project })).await["project"].take();
    assert_eq!((&before["reviews"], &before["reviewSummary"]), (&json!([]), &Value::Null), "not yet");
    let seen = app.ok(&world.coordinator, REVIEWS, json!({ "id": project })).await["project"].take();
    let summary =
        json!({ "round": 1, "reviews": 2, "meanScore": "0.8625", "recommendingApproval": 1, "recommendingReturn": 1 });
    assert_eq!(seen["reviewSummary"], summary);
    assert_eq!(seen["reviews"].as_array().map(Vec::len), Some(2));

    let decide = async |to: &str, note: Option<&str>| world.step(&project, to, note).await;
    assert_eq!(refused(app, &world.coordinator, "decideProject", decide("ACTIVE", None).await).await, "CONFLICT to");
    assert_eq!(refused(app, &world.coordinator, "decideProject", decide("RETURNED", None).await).await, "INVALID note");
    assert_eq!(
        refused(app, &imo, "decideProject", decide("APPROVED", None).await).await,
        "FORBIDDEN",
        "coordinators decide"
    );
    assert_eq!(refused(app, &world.partner, "decideProject", decide("APPROVED", None).await).await, "FORBIDDEN");
    app.advance(TimeDelta::seconds(1));
    write(
        app,
        &world.coordinator,
        "decideProject",
        "status",
        decide("RETURNED", Some("Where are the teachers?")).await,
    )
    .await;
    app.work().await;
    let to_partner = app.mails().into_iter().filter(|mail| mail.contains("Where are the teachers?")).count();
    assert_eq!(to_partner, 2, "the focal point and the editor");
    let told = app.ok(&world.partner, REVIEWS, json!({ "id": project })).await["project"].take();
    assert_eq!((&told["note"], &told["reviewSummary"]), (&json!("Where are the teachers?"), &summary));
    let peers = told["reviews"].as_array().expect("reviews");
    assert!(peers.len() == 2 && peers.iter().all(|review| review["reviewer"].is_null()), "{peers:#?}");
    assert!(peers.iter().any(|review| review["comment"] == "Say where the teachers come from"));
    assert_eq!(told["reviewers"], json!([]), "nor who was asked");
    assert_eq!(told["nextSteps"], json!(["SUBMITTED", "TERMINATED"]));

    let update =
        json!({ "projectId": project, "baseVersion": world.version(&project).await, "content": world.content("50") });
    write(app, &world.editor, "updateProject", "version", update).await;
    write(app, &world.partner, "moveProject", "status", decide("SUBMITTED", None).await).await;
    let again = app.ok(&world.partner, REVIEWS, json!({ "id": project })).await["project"].take();
    assert_eq!(again["reviews"].as_array().map(Vec::len), Some(2), "those of the first round stay");
    assert_eq!(again["reviewSummary"], Value::Null, "the second is open");
    let viewer = someone(app, "viewer", Role::Viewer, None).await;
    assert_eq!(app.refused(&viewer, read, json!({ "id": project })).await.code, "NOT_FOUND");
    write(app, &world.coordinator, "decideProject", "status", decide("APPROVED", Some("Well done")).await).await;
    let shared = app.ok(&viewer, REVIEWS, json!({ "id": project })).await["project"].take();
    assert_eq!(
        (&shared["status"], &shared["note"], &shared["reviews"]),
        (&json!("APPROVED"), &Value::Null, &json!([]))
    );
    write(app, &world.partner, "moveProject", "status", decide("ACTIVE", None).await).await;
    let done = write(app, &world.partner, "moveProject", "status nextSteps", decide("COMPLETED", None).await).await;
    assert_eq!(done, json!({ "status": "COMPLETED", "nextSteps": [] }));
    assert_eq!(refused(app, &world.coordinator, "decideProject", decide("ACTIVE", None).await).await, "CONFLICT to");
}

#[actix_web::test]
async fn what_a_project_consists_of_is_checked_part_by_part() {
    let world = World::start().await;
    let app = &world.app;
    let (other_plan, other_objective) = plan_with_objective(app, &world.coordinator, "HXEA27").await;
    let foreign = add_activity(app, &world.coordinator, &other_objective, "CA1", None).await;
    let create = |change: &dyn Fn(&mut Value)| {
        let mut input = json!({ "planId": world.plan, "clusterId": world.cluster, "organisationId": organisation(ORGANISATION), "code": "P1", "content": world.content("60") });
        change(&mut input);
        input
    };
    let target =
        |activity: &str, number: u128| json!({ "activityId": activity, "areaId": area(number), "people": "1" });
    type Fault<'a> = Box<dyn Fn(&mut Value) + 'a>;
    let cases: Vec<(Fault<'_>, &str)> = vec![
        (Box::new(|input| input["code"] = json!(" ")), "code"),
        (
            Box::new(|input| {
                input["clusterId"] = json!(crate::plans::world::cluster(crate::plans::world::OTHER_CLUSTER))
            }),
            "NOT_FOUND organisationId",
        ),
        (
            Box::new(|input| input["organisationId"] = json!(organisation(OTHER_ORGANISATION))),
            "NOT_FOUND organisationId",
        ),
        (Box::new(|input| input["content"]["currency"] = json!("EUR")), "content.currency"),
        (Box::new(|input| input["content"]["endsOn"] = json!("2026-01-01")), "content.endsOn"),
        (
            Box::new(|input| {
                input["content"]["startsOn"] = json!("2027-01-01");
                input["content"]["endsOn"] = json!("2027-02-01");
            }),
            "content.startsOn",
        ),
        (
            Box::new(|input| input["content"]["organisationIds"] = json!([organisation(ORGANISATION)])),
            "content.organisationIds",
        ),
        (Box::new(|input| input["content"]["organisationIds"] = json!([organisation(999)])), "content.organisationIds"),
        (
            Box::new(|input| input["content"]["targets"] = json!([target(&foreign, 101)])),
            "content.targets.0.activityId",
        ),
        (Box::new(|input| input["content"]["targets"] = json!([target(&world.activity, 999)])), "content.targets"),
        (
            Box::new(|input| {
                input["content"]["targets"] = json!([target(&world.activity, 101), target(&world.activity, 101)])
            }),
            "content.targets.1.areaId",
        ),
        (
            Box::new(|input| {
                input["content"]["targets"] = json!([target(&world.activity, 100), target(&world.activity, 101)])
            }),
            "content.targets.1.areaId",
        ),
        (Box::new(|input| input["content"]["targets"][0]["people"] = json!("-1")), "content.targets.0.people"),
        (Box::new(|input| input["content"]["targets"][0]["units"] = json!("1")), "content.targets.0.units"),
        (Box::new(|input| input["content"]["budget"][0]["amount"] = json!("0.001")), "content.budget.0.amount"),
        (
            Box::new(|input| input["content"]["budget"][0]["amount"] = json!("79228162514264337593543950335")),
            "content.budget.0.amount",
        ),
        (Box::new(|input| input["content"]["budget"][0]["donorId"] = json!(organisation(999))), "content.budget"),
        (Box::new(|input| input["content"]["budget"][0]["activityId"] = json!(foreign)), "content.budget.0.activityId"),
    ];
    for (change, field) in &cases {
        let expected = if field.contains(' ') { (*field).to_owned() } else { format!("INVALID {field}") };
        assert_eq!(refused(app, &world.partner, "createProject", create(change)).await, expected);
    }
    assert_eq!(app.sql("select count(*) from projects"), ["0"]);
    write(app, &world.partner, "createProject", "id", create(&|_| {})).await;
    assert_eq!(refused(app, &world.partner, "createProject", create(&|_| {})).await, "INVALID code", "taken");
    let empty = json!({ "planId": world.plan, "clusterId": world.cluster, "organisationId": organisation(ORGANISATION), "code": "P2",
        "content": content(json!([]), json!([])) });
    let empty = text(&write(app, &world.partner, "createProject", "id", empty).await["id"]);
    let submit = world.step(&empty, "SUBMITTED", None).await;
    assert_eq!(
        refused(app, &world.partner, "moveProject", submit).await,
        "CONFLICT projectId",
        "there is nothing to review"
    );
    let mut stale = world.step(&empty, "SUBMITTED", None).await;
    stale["baseVersion"] = json!(7);
    assert_eq!(refused(app, &world.partner, "moveProject", stale).await, "CONFLICT baseVersion");
    let _ = other_plan;
}

#[actix_web::test]
async fn criteria_are_set_until_the_first_review_and_the_common_ones_speak_five_languages() {
    let world = World::start().await;
    let app = &world.app;
    let set = async |criteria: Value| {
        let base = version(app, &world.coordinator, &world.plan).await;
        json!({ "planId": world.plan, "baseVersion": base, "criteria": criteria })
    };
    let fields = "reviewCriteria { code name weight maxScore }";
    let common = write(app, &world.coordinator, "setReviewCriteria", fields, set(Value::Null).await).await;
    assert_eq!(common["reviewCriteria"].as_array().map(Vec::len), Some(6));
    assert_eq!(app.sql("select count(distinct jsonb_object_length) from (select (select count(*) from jsonb_object_keys(names)) as jsonb_object_length from review_criteria) c where jsonb_object_length = 5"), ["1"]);
    let one = |code: &str, weight: &str, best: i32| json!([{ "code": code, "name": "x", "language": "en", "weight": weight, "maxScore": best }]);
    for (criteria, field) in [
        (one("relevance", "1", 5), "criteria.0.code"),
        (one("A", "0", 5), "criteria.0.weight"),
        (one("A", "1", 0), "criteria.0.maxScore"),
    ] {
        assert_eq!(
            refused(app, &world.coordinator, "setReviewCriteria", set(criteria).await).await,
            format!("INVALID {field}")
        );
    }
    assert_eq!(refused(app, &world.partner, "setReviewCriteria", set(one("A", "1", 5)).await).await, "FORBIDDEN");
    write(app, &world.coordinator, "setReviewCriteria", fields, set(one("A", "1", 5)).await).await;
    let project = world.draft("P1", world.content("60")).await;
    let imo = someone(app, "imo", Role::Imo, None).await;
    let review = json!({ "projectId": project, "recommendation": "APPROVE", "scores": [], "submit": false });
    assert_eq!(refused(app, &imo, "reviewProject", review.clone()).await, "CONFLICT projectId", "not submitted yet");
    write(app, &world.partner, "moveProject", "status", world.step(&project, "SUBMITTED", None).await).await;
    write(app, &imo, "reviewProject", "id", review).await;
    assert_eq!(refused(app, &world.coordinator, "setReviewCriteria", set(Value::Null).await).await, "CONFLICT planId");
    let stranger = someone(app, "stranger", Role::Viewer, Some(OTHER_ORGANISATION)).await;
    let nobody = json!({ "projectId": project, "recommendation": "APPROVE", "scores": [], "submit": false });
    assert_eq!(
        refused(app, &stranger, "reviewProject", nobody).await,
        "NOT_FOUND projectId",
        "who was not asked knows of none"
    );
}
