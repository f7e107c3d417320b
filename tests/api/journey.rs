//! The way from need to money, walked by everyone who has a part in it: from a needs table to the mail that a donor reads.
//!
//! Every figure below was worked out by hand from the three tables of this file.

use chrono::TimeDelta;
use darasa::{audit, monitoring::verify_figures};
use serde_json::{Value, json};

use super::support::{PASSWORD, TestApp};

const PLACES: &str = "\
Location,Admin Level,P-Code,Name,Parent P-Code
AFG,1,AF01,Kabul,AFG
AFG,1,AF02,Kapisa,AFG
AFG,2,AF0101,Kabul,AF01
";

const NEEDS: &str = "\
Admin 1 PCode,Admin 2 PCode,Description,Cluster,Category,Population,In Need,Targeted,Affected,Reached
,,Education,EDU,total,2000,1000,600,1200,
AF01,,Education,EDU,total,1400,700,400,800,
AF02,,Education,EDU,total,600,300,200,400,
";

const WRONG_SHEET: &str = "\
activity_code,indicator_code,modality,status,adm1_pcode,adm2_pcode,girls_6_11,boys_6_11
CA1,CA1/I1,in_kind,ongoing,AF01,AF0101,100,-80
CA7,CA1/I1,in_kind,ongoing,AF02,,30,40
";

const JANUARY: &str = "\
activity_code,indicator_code,modality,status,adm1_pcode,adm2_pcode,girls_6_11,boys_6_11
CA1,CA1/I1,in_kind,ongoing,AF01,AF0101,100,80
CA1,CA1/I1,in_kind,completed,AF02,,30,40
";

/// Twenty girls are new; the hundred girls and eighty boys of January come again.
const FEBRUARY: &str = "\
activity_code,indicator_code,modality,status,adm1_pcode,adm2_pcode,girls_6_11,girls_6_11_repeat,boys_6_11,boys_6_11_repeat
CA1,CA1/I1,in_kind,ongoing,AF01,AF0101,20,100,0,80
";

/// Someone at work.
struct Actor<'a> {
    app: &'a TestApp,
    token: String,
}

impl Actor<'_> {
    /// Runs a mutation of one field and gives that field's answer.
    async fn write(&self, field: &str, selection: &str, input: Value) -> Value {
        let name = format!("{}{}Input", field[..1].to_uppercase(), &field[1..]);
        self.write_as(field, &name, selection, input).await
    }

    async fn write_as(&self, field: &str, input_type: &str, selection: &str, input: Value) -> Value {
        let query = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {{ {selection} }} }}");
        self.app.ok(&self.token, &query, json!({ "input": input })).await[field].take()
    }

    /// Makes something: its id.
    async fn make(&self, field: &str, input: Value) -> Value {
        self.write(field, "id", input).await["id"].take()
    }

    async fn upload(&self, name: &str, content: &str) -> String {
        self.app.upload(&self.token, name, content).await.expect("kept")
    }

    /// The version that the next change of something is based on.
    async fn version(&self, field: &str, id: &Value) -> Value {
        let query = format!("query($id: ID!) {{ {field}(id: $id) {{ version }} }}");
        self.app.ok(&self.token, &query, json!({ "id": id })).await[field]["version"].take()
    }

    /// Invites someone by mail, who follows the link, chooses a password and signs in.
    async fn invite(&self, email: &str, role: &str, scope: &Value) -> Self {
        let mut input = json!({ "email": email, "name": email, "language": "en", "role": role });
        for (name, id) in scope.as_object().expect("an object") {
            input[name] = id.clone();
        }
        self.write("inviteUser", "email", input).await;
        self.app.work().await;
        let page = format!("/i/{}", self.app.secret_in_last_mail("/i/"));
        assert_eq!(self.app.get(&page, &[]).await.0, 200);
        let (status, page) = self.app.submit_form(&page, "password=a+password+for+tests").await;
        assert_eq!(status, 200, "{page}");
        Actor { app: self.app, token: self.app.sign_in(email).await }
    }
}

#[actix_web::test]
async fn from_a_needs_table_to_the_mail_that_a_donor_reads() {
    assert_eq!(PASSWORD, "a password for tests", "the form above sends it");
    let app = TestApp::start().await;

    // The administrator loads the country and makes the operation.
    let admin = Actor { app: &app, token: app.administrator().await };
    let file = admin.upload("places.csv", PLACES).await;
    assert_eq!(admin.write("importPlaces", "applied", json!({ "fileId": file })).await["applied"], true);
    let settings = json!({
        "names": [{ "language": "en", "text": "Afghanistan" }], "defaultLanguage": "en", "timeZone": "Asia/Kabul",
    });
    let operation =
        admin.make("createOperation", json!({ "code": "AFG", "countryIso3": "AFG", "settings": settings })).await;
    let scope = json!({ "operationId": operation });
    let coordinator = admin.invite("coordinator@example.org", "COORDINATOR", &scope).await;

    // The coordinator sets up the cluster, its partner, and who works there.
    let cluster = json!({
        "operationId": operation, "level": "NATIONAL", "status": "ACTIVE", "decidedOn": "2026-01-01",
        "decidedBy": "Humanitarian Country Team",
        "cluster": { "kind": "CLUSTER", "names": [{ "language": "en", "text": "Education Cluster" }] },
    });
    let cluster = coordinator.make("createCluster", cluster).await;
    let mut organisations = Vec::new();
    for (name, kind, role) in [("Partner P", "NNGO", "PARTNER"), ("Donor D", "DONOR", "DONOR")] {
        let organisation = json!({ "organisation": { "name": name, "kind": kind } });
        let organisation = coordinator.make("createOrganisation", organisation).await;
        let membership = json!({
            "clusterId": cluster, "organisationId": organisation, "role": role, "validFrom": "2026-01-01",
        });
        coordinator.make("addMembership", membership).await;
        organisations.push(organisation);
    }
    let (partner, donor) = (&organisations[0], &organisations[1]);
    let imo = coordinator.invite("imo@example.org", "IMO", &scope).await;
    let own = json!({ "operationId": operation, "clusterId": cluster, "organisationId": partner });
    let focal_point = coordinator.invite("focal.point@example.org", "PARTNER_FOCAL_POINT", &own).await;

    // Who is in need: a table, read by the officer, published by the coordinator.
    let needs = json!({
        "operationId": operation, "fileId": imo.upload("needs.csv", NEEDS).await, "method": "JIAF",
        "methodVersion": "2.0", "source": "Joint assessment", "referenceFrom": "2026-01-01", "referenceTo": "2027-01-01",
    });
    let imported = imo.write("importNeeds", "outcome round { id version } issues { reason }", needs).await;
    assert_eq!((&imported["outcome"], &imported["issues"]), (&json!("IMPORTED"), &json!([])));
    let mut round = imported["round"].clone();
    for (actor, step) in [(&imo, "validateNeedsRound"), (&coordinator, "publishNeedsRound")] {
        let input = json!({ "roundId": round["id"], "baseVersion": round["version"] });
        round = actor.write_as(step, "NeedsRoundStepInput", "id version", input).await;
    }

    // What shall be done: 600 sets of materials at 12.50 and 4 spaces at 3,000 come to 19,500.
    let plan = json!({
        "operationId": operation, "code": "HAFG26", "kind": "HRP", "name": "Education 2026", "language": "en",
        "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "USD", "needsRoundId": round["id"],
        "clusterIds": [cluster],
    });
    let plan = coordinator.make("createPlan", plan).await;
    let objective = json!({
        "planId": plan, "level": "CLUSTER", "refCode": "CO1", "name": "Children learn", "language": "en",
    });
    let objective = coordinator.make("addObjective", objective).await;
    let mut activities = Vec::new();
    for (code, unit, units, cost) in [("CA1", "CHILDREN", "600", "12.50"), ("CA2", "LEARNING_SPACES", "4", "3000")] {
        let activity = json!({
            "objectiveId": objective, "refCode": code, "name": code, "language": "en", "unit": unit, "unitTarget": units,
        });
        let activity = coordinator.make("addActivity", activity).await;
        let costs = json!({
            "activityId": activity, "baseVersion": coordinator.version("responsePlan", &plan).await,
            "costs": [{ "modality": "IN_KIND", "unitCost": cost }],
        });
        coordinator.make("setActivityCosts", costs).await;
        activities.push(activity);
    }
    let measure = json!({
        "name": "Children with materials", "language": "en", "unit": "children", "kind": "NUMBER",
        "acrossPlaces": "SUM", "acrossPeriods": "MAX", "countsPeople": true, "frequency": "EVERY_PERIOD",
        "dimensions": ["sex", "age_band"],
    });
    let indicator = json!({ "planId": plan, "activityId": activities[0], "refCode": "CA1/I1", "measure": measure });
    coordinator.make("addIndicator", indicator).await;
    let target = |pcode: &str, in_need: &str, target: &str| json!({ "indicator": "CA1/I1", "pcode": pcode, "category": [], "inNeed": in_need, "target": target });
    let targets = json!({
        "planId": plan, "baseVersion": coordinator.version("responsePlan", &plan).await,
        "targets": [target("AF01", "700", "400"), target("AF02", "300", "200")],
    });
    assert_eq!(coordinator.write("setTargets", "applied", targets).await["applied"], true);
    let publish = json!({ "planId": plan, "baseVersion": coordinator.version("responsePlan", &plan).await });
    coordinator.write("publishPlan", "id", publish).await;

    // What was done: the partner's sheet is refused whole with every error, mended, sent, given back, sent again, accepted.
    let months = json!({ "planId": plan, "monthly": { "firstMonth": "2026-01-01", "months": 2, "dueDays": 10 } });
    let periods = coordinator.write("createReportingPeriods", "id", months).await;
    let import = async |period: usize, sheet: &str| {
        let input = json!({
            "planId": plan, "periodId": periods[period]["id"], "clusterId": cluster, "organisationId": partner,
            "fileId": focal_point.upload("report.csv", sheet).await,
        });
        focal_point.write("importReport", "applied report { id version } issues { cell reason mend }", input).await
    };
    let refused = import(0, WRONG_SHEET).await;
    let cells: Vec<&Value> = refused["issues"].as_array().expect("a list").iter().map(|issue| &issue["cell"]).collect();
    assert_eq!((&refused["applied"], cells), (&json!(false), vec![&json!("H2"), &json!("A3")]), "{refused:#}");
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
    let step = async |actor: &Actor<'_>, field: &str, report: &Value, note: Option<&str>| {
        let mut input = json!({ "reportId": report["id"], "baseVersion": report["version"] });
        if let Some(note) = note {
            input["note"] = note.into();
        }
        let submits = field == "submitReport";
        let answered =
            "__typename ... on ReportSaved { report { id version status } } ... on ReportInvalid { issues { reason } }";
        let answer = actor.write(field, if submits { answered } else { "id version status" }, input).await;
        assert!(!submits || answer["__typename"] == "ReportSaved", "{answer:#}");
        if submits { answer["report"].clone() } else { answer }
    };
    for (period, sheet) in [JANUARY, FEBRUARY].into_iter().enumerate() {
        let imported = import(period, sheet).await;
        assert_eq!((&imported["applied"], &imported["issues"]), (&json!(true), &json!([])));
        let mut report = step(&focal_point, "submitReport", &imported["report"], None).await;
        if period == 0 {
            report = step(&coordinator, "returnReport", &report, Some("Is Kapisa counted in full?")).await;
            assert_eq!(report["status"], "RETURNED");
            report = step(&focal_point, "submitReport", &report, None).await;
        }
        assert_eq!(step(&coordinator, "acceptReport", &report, None).await["status"], "ACCEPTED");
    }

    // Reach and gap: Kabul 120 girls and 80 boys in its fullest month, Kapisa 70; 450 services are not 450 people.
    let query = "query($plan: ID!) { planFigures(planId: $plan) {
        reached { value method } services { value } upperBound { value } progress { value } gapToNeed { value }
        areas(level: 1, first: 5) { edges { node {
            area { pcode } reached { value } target { value } gapToTarget { value } progress { value } } } } } }";
    let figures = app.ok(&imo.token, query, json!({ "plan": plan })).await["planFigures"].take();
    let area = |pcode: &str, reached: i64, target: i64, gap: i64, progress: &str| {
        json!({ "node": {
            "area": { "pcode": pcode }, "reached": { "value": reached }, "target": { "value": target },
            "gapToTarget": { "value": gap }, "progress": { "value": progress },
        } })
    };
    let expected = json!({
        "reached": { "value": 270, "method": "PLACE_CELL_MAX" }, "services": { "value": 450 },
        "upperBound": { "value": 270 }, "progress": { "value": "0.45" }, "gapToNeed": { "value": 730 },
        "areas": { "edges": [area("AF01", 200, 400, 200, "0.5"), area("AF02", 70, 200, 130, "0.35")] },
    });
    assert_eq!(figures, expected);

    // The money: 5,000 paid, EUR 1,000 committed at 0.8 are 1,250, and 3,000 pledged are not counted.
    let appeal = json!({
        "operationId": operation, "planId": plan, "clusterId": cluster, "code": "EDU-AFG-2026", "kind": "HRP",
        "names": [{ "language": "en", "text": "Education in Afghanistan" }, { "language": "fr", "text": "Éducation en Afghanistan" }],
        "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "USD",
    });
    let appeal = coordinator.make("createAppeal", appeal).await;
    let requirement = json!({
        "appealId": appeal, "baseVersion": coordinator.version("appeal", &appeal).await, "validFrom": "2026-01-01",
        "reason": "The plan",
    });
    coordinator.make("requirementFromPlan", requirement).await;
    for (status, amount, currency, rate) in
        [("PAID", "5000", "USD", None), ("COMMITMENT", "1000", "EUR", Some("0.8")), ("PLEDGE", "3000", "USD", None)]
    {
        let flow = json!({
            "appealId": appeal, "status": status, "sourceOrganisationId": donor, "recipientOrganisationId": partner,
            "amount": amount, "currency": currency, "rate": rate, "decisionDate": "2026-02-10", "flowDate": "2026-02-10",
        });
        imo.make("recordFlow", flow).await;
    }

    // A donor asks to be told, and says yes by the link in the mail.
    // Mails of what came before go out first, so that the last one is the donor's.
    app.work().await;
    let visitor = Actor { app: &app, token: String::new() };
    let subscribe = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
    let input = json!({ "subjectId": operation, "email": "desk@donor.example", "language": "fr" });
    app.ok(&visitor.token, subscribe, json!({ "input": input })).await;
    app.work().await;
    let confirm = format!("/s/{}", app.secret_in_last_mail("/s/"));
    assert_eq!(app.submit_form(&confirm, "").await.0, 200);

    // The edition, the mail, and the page that needs no account.
    let before = app.mails().len();
    let edition = json!({ "appealId": appeal, "asOf": "2026-02-28" });
    let edition = coordinator.write("publishEdition", "number sha256", edition).await;
    assert_eq!(edition["number"], 1);
    app.work().await;
    let mails = app.mails().split_off(before);
    assert_eq!(mails.len(), 1, "one donor, one mail");
    let mail = mails[0].replace("=\r\n", "");
    assert!(mail.contains("To: desk@donor.example") && mail.contains("Content-Language: fr"), "{mail}");
    assert!(mail.contains("http://darasa.test/a/EDU-AFG-2026/1"), "{mail}");
    let (status, _, page) = app.get("/a/EDU-AFG-2026/1?lang=en", &[]).await;
    assert_eq!(status, 200);
    for figure in ["270", "600", "1,000", "19,500", "6,250", "13,250", "32.1%", "3,000"] {
        assert!(page.contains(figure), "{figure} is not on the page: {page}");
    }
    let (_, _, data) = app.get("/a/EDU-AFG-2026/1.json", &[]).await;
    let data: Value = serde_json::from_str(&data).expect("JSON");
    assert_eq!(data["people"]["reached"], json!({ "status": "known", "value": "270" }), "{data:#}");

    // What is kept agrees with what was accepted, and nobody changed the history.
    app.advance(TimeDelta::minutes(1));
    app.work().await;
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
    assert!(matches!(audit::verify(&app.program()).await, Ok(audit::Verdict::Whole { .. })));

    // The donor has had enough: one click, and the next edition stays silent.
    let unsubscribe = mail.split("/u/").nth(1).expect("a link");
    let token: String = unsubscribe.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    assert_eq!(app.submit_form(&format!("/u/{token}"), "List-Unsubscribe=One-Click").await.0, 200);
    let before = app.mails().len();
    let again = json!({ "appealId": appeal, "asOf": "2026-03-31" });
    assert_eq!(coordinator.write("publishEdition", "number", again).await["number"], 2);
    app.work().await;
    assert_eq!(app.mails().len(), before);
}
