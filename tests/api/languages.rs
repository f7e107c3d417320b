//! Every public page in every language, with every count that a language tells apart, read as its reader does.

use std::collections::BTreeSet;

use darasa::kit::text::Language;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    appeals::published_appeal,
    support::{
        TestApp,
        reading::{Reading, names},
        samples::{COUNTS, with_count, with_numbers},
    },
};

/// Places of an edition that always have a number.
const NEVER_ABSENT: [&str; 2] = ["reporting", "smallCellThreshold"];

fn check(page: &str, language: Language, names: &BTreeSet<String>, at: &str) {
    Reading { language, names, at: format!("{at} in {language}") }.check_html(page);
}

fn names_of(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn area(pcode: &str, name: &str, reached: &Value, who: [i64; 2]) -> Value {
    json!({
        "pcode": pcode, "names": { "en": name, "ar": "بلقور" }, "inNeed": "214640", "targeted": "96000", "reached": reached,
        "reporting": { "reported": who[0], "expected": who[1] },
        "outline": [[["34.25", "12.5"], ["38.25", "12.5"], ["38.25", "16.5"], ["34.25", "16.5"], ["34.25", "12.5"]]],
    })
}

/// Edition of an invented country with all that an edition can tell, but for words of its own.
fn figures() -> Value {
    let known = |count: &str| json!({ "status": "known", "value": count });
    let none = json!({ "status": "notReported" });
    let given = |donor: &str, status: &str| json!({ "donor": donor, "status": status, "amount": "2800000", "currency": "EUR", "rate": "0.8750", "usd": "3200000" });
    let indicator = |denominator: &Value| {
        json!({ "refCode": "E-1", "names": { "en": "Qandor" }, "unit": "Kelem", "countsPeople": true, "baseline": null,
                "target": "3000", "value": known("3204"), "denominator": denominator })
    };
    let how = |method: &str, source: &str| json!({ "method": method, "methodVersion": "3", "asOf": "2026-10-31", "source": source });
    let activity = |unit: &str, funded: Option<&str>| json!({ "refCode": "CA1", "names": { "en": "Orun" }, "required": "5640000", "funded": funded, "unit": unit, "unitTarget": "47000" });
    let units =
        ["CHILDREN", "PEOPLE", "TEACHERS", "LEARNING_SPACES", "CLASSROOMS", "LATRINES", "KITS", "SCHOOLS", "OTHER"];
    let mut contributions = vec![given("Zubrat", "COMMITMENT"); 13];
    contributions[0] = given("Zubrat", "PAID");
    json!({
        "asOf": "2026-10-31", "publishedAt": "2026-11-12T09:00:00Z", "note": null, "previous": 3,
        "changes": [{ "figure": "people.reached", "before": known("190110"), "after": known("206295") }],
        "money": { "requirement": "48600000", "paid": "10575000", "committed": "7350000", "funded": "17925000", "inKind": "400000",
                   "unmet": "30675000", "overFunding": "1", "pledged": "5000000", "shared": "400000" },
        "people": { "inNeed": "920037", "targeted": "400000", "reached": known("206295"), "services": known("702000"),
                    "upperBound": known("251000") },
        "reporting": { "reported": 21, "expected": 24 },
        "areas": [area("XE01", "Amsar", &known("71240"), [9, 9]), area("XE02", "Belqor", &known("124318"), [0, 0]),
                  area("XE03", "Sulwa", &none, [0, 2]), area("XE04", "Merrin", &json!({ "status": "suppressed" }), [1, 1])],
        "activities": units.map(|unit| activity(unit, (unit != "KITS").then_some("3960000"))),
        "contributions": contributions, "pledges": [given("Zubrat", "PLEDGE")],
        "indicators": [indicator(&Value::Null), indicator(&known("5000"))],
        "groups": [{ "dimension": "age", "labels": { "en": "12–14" }, "reached": known("101084") }],
        "smallCellThreshold": 5,
        "provenance": { "money": how("FTS_COMMITTED_AND_PAID", "contributions told by donors, the cluster and FTS"),
                        "people.inNeed": how("Jiaf", "Tesmir"), "people.reached": how("PLACE_CELL_MAX", "accepted partner reports") },
    })
}

/// What nobody knows: no number is left where it may be absent.
fn unknown(figures: &Value) -> Value {
    let mut all = with_numbers(figures, &|number| if number.is_string() { Value::Null } else { number.clone() });
    forget(&mut all);
    all
}

fn forget(value: &mut Value) {
    match value {
        Value::Object(object) if object.get("status").is_some_and(|status| status == "known") => {
            *value = json!({ "status": "notReported" });
        }
        Value::Object(object) => {
            let places = object.iter_mut().filter(|(name, _)| !NEVER_ABSENT.contains(&name.as_str()));
            places.for_each(|(_, value)| forget(value));
        }
        Value::Array(list) => list.iter_mut().for_each(forget),
        _ => {}
    }
}

/// The day of the sample as people of the language write it.
fn day(language: Language) -> &'static str {
    match language {
        Language::En => "31 October 2026",
        Language::Fr => "31 octobre 2026",
        Language::Es => "31 de octubre de 2026",
        Language::Pt => "31 de outubro de 2026",
        Language::Ar => "31 أكتوبر 2026",
    }
}

#[actix_web::test]
async fn editions_and_their_list_are_in_the_language_of_their_reader_whatever_they_count() {
    let (app, code) = published_appeal().await;
    let (_, _, first) = app.get(&format!("/a/{code}/1.json"), &[]).await;
    let first: Value = serde_json::from_str(&first).expect("an edition");
    let mut sample = first.clone();
    for (name, value) in figures().as_object().expect("an object") {
        sample[name] = value.clone();
    }
    for name in ["names", "operation", "country", "summary"] {
        sample["appeal"][name] = json!({ "en": "Taluna" });
    }
    let mut variants: Vec<Value> = COUNTS.iter().map(|count| with_count(&sample, *count)).collect();
    variants.extend([unknown(&sample), sample]);
    for (figures, number) in variants.iter_mut().zip(2_u32..) {
        figures["number"] = number.into();
        let figures_of_the_edition = figures.to_string().replace('\'', "''");
        let id = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + u128::from(number));
        app.sql(&format!(
            "insert into editions (id, operation_id, appeal_id, number, as_of, published_at, published_by, figures, hash) \
             select '{id}', operation_id, appeal_id, {number}, '2026-10-31', '2026-11-12T09:00:00Z', published_by, \
             '{figures_of_the_edition}', hash from editions where number = 1"
        ));
        let mut names =
            names(&json!([figures["appeal"], figures["areas"], figures["contributions"], figures["indicators"]]));
        names.extend(names_of(&["qandor", "orun", "tesmir", "jiaf", "taluna", "sha"]));
        for language in Language::ALL {
            for path in [format!("/a/{code}/{number}?lang={language}"), format!("/?lang={language}")] {
                let (status, _, page) = app.get(&path, &[]).await;
                assert_eq!(status, 200, "{path}: {page}");
                check(&page, *language, &names, &format!("{path} of {figures}"));
                let text = page.replace(['\u{2068}', '\u{2069}'], "");
                assert!(text.contains(day(*language)), "{path}: {text}");
            }
        }
    }
}

#[actix_web::test]
async fn pages_of_accounts_are_in_the_language_of_their_reader() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let names = names_of(&["ines", "example", "org", "ar"]);
    for language in Language::ALL {
        let email = format!("ines-{language}@example.org");
        let invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
        let input = json!({ "email": email, "name": "Ines", "language": language.as_str(), "role": "VIEWER" });
        app.ok(&admin, invite, json!({ "input": input })).await;
        app.work().await;
        let path = format!("/i/{}", app.secret_in_last_mail("/i/"));
        let asked = app.get(&path, &[]).await.2;
        let refused = app.submit_form(&path, "password=short").await.1;
        let done = app.submit_form(&path, "password=long+enough+now").await.1;
        app.ok("", "mutation($email: String!) { requestPasswordReset(email: $email) }", json!({ "email": email }))
            .await;
        app.work().await;
        let path = format!("/r/{}", app.secret_in_last_mail("/r/"));
        let reset = app.get(&path, &[]).await.2;
        let dead = app.get("/i/nonsense", &[("accept-language", language.as_str())]).await.2;
        for (page, at) in
            [(asked, "invitation"), (refused, "refused"), (done, "accepted"), (reset, "reset"), (dead, "dead link")]
        {
            check(&page, *language, &names, at);
        }
    }
}

#[actix_web::test]
async fn pages_of_notices_and_of_what_goes_wrong_are_in_the_language_of_their_reader() {
    let (app, code) = published_appeal().await;
    app.sql("update appeals set names = '{\"en\": \"Taluna\"}'");
    let names = names_of(&["taluna", "ines", "example", "org", "ar"]);
    for language in Language::ALL {
        let say = language.as_str();
        let (_, _, page) = app.get(&format!("/a/{code}/1?lang={say}"), &[]).await;
        let subject = page.split("name=\"subject\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let subject = subject.expect("the form of the page").to_owned();
        let subscribe = async |email: &str| {
            let form = format!("subject={subject}&language={say}&email={email}");
            let request = app.client().post(format!("{}/subscribe", app.url)).body(form);
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            let answer = request.header("accept-language", say).send().await.expect("an answer");
            answer.text().await.expect("a page")
        };
        let mut pages = vec![subscribe(&format!("ines-{say}%40example.org")).await, subscribe("nobody").await];
        app.work().await;
        let token = app.secret_in_last_mail("/s/");
        for (door, body) in [("s", ""), ("u", ""), ("n", "language=")] {
            let path = format!("/{door}/{token}");
            pages.push(app.get(&path, &[]).await.2);
            pages.push(app.submit_form(&path, body).await.1);
            pages.push(app.get(&path, &[]).await.2);
        }
        for path in ["/u/nonsense", "/nothing", "/a/none", "/a/none/1"] {
            pages.push(app.get(path, &[("accept-language", say)]).await.2);
        }
        pages.push(app.get("/?after=ZZZ", &[("accept-language", say)]).await.2);
        for (page, at) in pages.iter().zip(1..) {
            check(page, *language, &names, &format!("page {at}"));
        }
    }
}
