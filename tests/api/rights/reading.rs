//! Every query, every field of every type that they lead to.

use std::collections::{BTreeMap, BTreeSet};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reads::{ARGUMENTS, ASKED_BESIDE, FIELDS, PARTS, READS, Read, UNREACHED, WATCHED},
    table::{Asker, Home, Record, Rule, Way, in_operation, records},
    world,
};
use crate::support::{TestApp, generate::Schema};

/// How many relations a question follows.
const DEPTH: u32 = 2;
/// The number of a record that there is not, of any kind.
pub const MISSING: u32 = 99_999;

/// What was found.
#[derive(Default)]
pub struct Findings {
    pub cases: usize,
    pub wrong: Vec<String>,
    /// Fields of types that somebody was answered.
    reached: BTreeSet<String>,
    /// What askers were told of records that there are not.
    absent: BTreeMap<(&'static str, &'static str), String>,
    /// Who was answered what with everything related to it.
    asked_whole: BTreeSet<(&'static str, &'static str)>,
}

/// The answer without what differs from request to request, and with one name for the id that was asked for.
pub fn plain(answer: &Value, id: &str) -> String {
    let mut answer = answer.clone();
    for error in answer["errors"].as_array_mut().into_iter().flatten() {
        error["extensions"].as_object_mut().map(|extensions| extensions.remove("requestId"));
        error.as_object_mut().map(|error| error.remove("locations"));
    }
    answer.to_string().replace(id, "THE-ID")
}

pub fn codes(answer: &Value) -> Vec<String> {
    let errors = answer["errors"].as_array().into_iter().flatten();
    errors.map(|error| error["extensions"]["code"].as_str().unwrap_or("none").to_owned()).collect()
}

/// What is asked of a type: every field, but for those that the asker may not read, and records related to it.
fn selection(schema: &Schema, of: &str, depth: u32, left_out: &BTreeSet<String>) -> String {
    let mut parts = vec!["__typename".to_owned()];
    for field in schema.fields(of) {
        if left_out.contains(&format!("{of}.{}", field.name)) {
            continue;
        }
        let arguments: Vec<String> = field.required.iter().map(|name| argument(of, &field.name, name)).collect();
        let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
        if !schema.is_object(&field.of) {
            parts.push(format!("{}{arguments}", field.name));
            continue;
        }
        let belongs =
            matches!(field.name.as_str(), "edges" | "node" | "pageInfo") || PARTS.contains(&field.of.as_str());
        let Some(depth) = (if belongs { Some(depth) } else { depth.checked_sub(1) }) else { continue };
        parts.push(format!("{}{arguments} {{ {} }}", field.name, selection(schema, &field.of, depth, left_out)));
    }
    parts.join(" ")
}

fn argument(of: &str, field: &str, name: &str) -> String {
    let Some((_, value)) = ARGUMENTS.iter().find(|(known, _)| *known == name) else {
        unreachable!("{of}.{field} needs `{name}`: say in ARGUMENTS (tests/api/rights/reads.rs) with what it is asked")
    };
    format!("{name}: {value}")
}

/// Goes through an answer and notes every field of every type in it.
fn note_fields(schema: &Schema, of: &str, answer: &Value, seen: &mut BTreeSet<String>) {
    match answer {
        Value::Array(all) => all.iter().for_each(|one| note_fields(schema, of, one, seen)),
        Value::Object(fields) => {
            for field in schema.fields(of) {
                if let Some(value) = fields.get(&field.name) {
                    seen.insert(format!("{of}.{}", field.name));
                    note_fields(schema, &field.of, value, seen);
                }
            }
        }
        _ => {}
    }
}

/// The numbers of the world's records that an answer speaks of: by their ids, and by their marks in texts.
pub fn spoken_of(answer: &Value, found: &mut BTreeSet<(String, u32)>) {
    match answer {
        Value::Array(all) => all.iter().for_each(|one| spoken_of(one, found)),
        Value::Object(fields) => fields.values().for_each(|one| spoken_of(one, found)),
        Value::String(text) => {
            found.extend(numbered(text));
            for behind in text.split("mark-").skip(1) {
                let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
                found.extend(digits.parse().map(|number| ("a text".to_owned(), number)));
            }
        }
        _ => {}
    }
}

/// Kind and number of a global id of the world's.
fn numbered(id: &str) -> Option<(String, u32)> {
    let decoded = String::from_utf8(URL_SAFE_NO_PAD.decode(id).ok()?).ok()?;
    let (kind, uuid) = decoded.split_once(':')?;
    let number = u128::from_str_radix(uuid, 16).ok()?;
    Some((kind.to_owned(), u32::try_from(number).ok()?))
}

pub struct Matrix {
    pub app: TestApp,
    pub schema: Schema,
    pub records: BTreeMap<u32, Record>,
}

impl Matrix {
    pub async fn start() -> Self {
        let app = world::start().await;
        let schema = Schema::of(&app).await;
        Self { app, schema, records: records() }
    }

    /// Records in an answer that the asker may not know of.
    fn leaked(&self, asker: &Asker, answer: &Value) -> Vec<String> {
        let mut found = BTreeSet::new();
        spoken_of(answer, &mut found);
        let hidden = |(kind, number): &(String, u32)| match self.records.get(number) {
            // Who did something is told by an id, which is nobody's name.
            Some(_) if kind == "User" => false,
            Some(record) => !record.shown_to(asker),
            None => false,
        };
        found.into_iter().filter(hidden).map(|(kind, number)| format!("{kind} {number}")).collect()
    }

    /// The homes that a question is about: of its record, else both operations.
    fn homes(target: Option<&Record>) -> Vec<Home> {
        match target {
            Some(record) if record.homes.iter().all(|home| home.operation.is_some()) => record.homes.clone(),
            _ => vec![in_operation(1), in_operation(2)],
        }
    }

    fn may_all(asker: &Asker, rule: &Rule, homes: &[Home]) -> bool {
        homes.iter().all(|home| asker.may(rule, home))
    }

    /// How many relations a question follows: of lists fewer, because what they hold is asked for one by one, and of reports, of which there are
    /// many alike, the first alone is asked for whole.
    fn depth(&self, asker: &Asker, read: &Read, findings: &mut Findings) -> u32 {
        let is_list = self.schema.root_type("Query", read.field).ends_with("Connection");
        let again = read.field == "report" && !findings.asked_whole.insert((asker.name, read.field));
        if is_list || again { DEPTH - 1 } else { DEPTH }
    }

    fn document(&self, read: &Read, id: &str, depth: u32, left_out: &BTreeSet<String>) -> String {
        let of = self.schema.root_type("Query", read.field);
        let mut arguments: Vec<String> = Vec::new();
        arguments.extend(read.of.map(|(argument, _)| format!("{argument}: \"{id}\"")));
        arguments.extend((!read.beside.is_empty()).then(|| read.beside.to_owned()));
        let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
        let below = match self.schema.is_object(&of) {
            true => format!(" {{ {} }}", selection(&self.schema, &of, depth, left_out)),
            false => String::new(),
        };
        format!("{{ {}{arguments}{below} }}", read.field)
    }

    async fn ask(&self, guest: &Guest, document: &str) -> Value {
        self.app.graphql(guest.token.as_deref(), document, json!({})).await
    }

    /// One question of one asker about one record.
    async fn read(&self, guest: &Guest, read: &Read, target: Option<&Record>, findings: &mut Findings) {
        let asker = &guest.asker;
        let homes = Self::homes(target);
        let rule_holds = homes.iter().any(|home| asker.may(&read.rule, home));
        let kept = read.is_kept_from_readers && asker.way == Way::Program(true);
        let may = rule_holds && !kept && target.is_none_or(|record| record.shown_to(asker));
        let refused: Vec<_> = FIELDS.iter().filter(|(_, rule)| !Self::may_all(asker, rule, &homes)).collect();
        let left_out: BTreeSet<String> = refused.iter().map(|(field, _)| (*field).to_owned()).collect();
        let id = target.map(|record| world::id(record.kind, record.number)).unwrap_or_default();
        let depth = if may { self.depth(asker, read, findings) } else { DEPTH - 1 };
        let answer = self.ask(guest, &self.document(read, &id, depth, &left_out)).await;
        let of = self.schema.root_type("Query", read.field);
        let about =
            || format!("{} asks {} of {:?}", asker.name, read.field, target.map(|record| (record.kind, record.number)));
        let leaked = self.leaked(asker, &answer);
        if !leaked.is_empty() {
            findings.wrong.push(format!("LEAK {}: {leaked:?}", about()));
        }
        if !may {
            findings.cases += self.schema.fields(&of).len().max(1);
            let Some(record) = target else {
                if codes(&answer).is_empty() && !answer["data"][read.field].is_null() {
                    findings.wrong.push(format!("LEAK {}: it was answered", about()));
                }
                return;
            };
            // Who may know of the record may be told that this is not for them.
            if codes(&answer) == ["FORBIDDEN"] && answer["data"][read.field].is_null() && record.shown_to(asker) {
                return;
            }
            let key = (asker.name, read.field);
            let absent = match findings.absent.get(&key) {
                Some(told) => told.clone(),
                None => {
                    let missing = world::id(record.kind, MISSING);
                    let told = self.ask(guest, &self.document(read, &missing, depth, &left_out)).await;
                    findings.absent.entry(key).or_insert_with(|| plain(&told, &missing)).clone()
                }
            };
            let answer = plain(&answer, &id);
            if answer != absent {
                findings.wrong.push(format!("LEAK {}: {answer} is not {absent}", about()));
            }
            return;
        }
        let value = &answer["data"][read.field];
        if !codes(&answer).is_empty() || value.is_null() {
            findings.cases += 1;
            findings.wrong.push(format!("REFUSED {}: {}", about(), answer["errors"]));
            return;
        }
        let mut seen = BTreeSet::new();
        note_fields(&self.schema, &of, value, &mut seen);
        findings.cases += seen.len().max(1);
        findings.reached.extend(seen);
        findings.reached.insert(format!("Query.{}", read.field));
        self.check_list(asker, read, target, value, &about(), findings);
        for (field, _) in refused {
            self.read_refused(guest, read, target, field, &of, &about(), findings).await;
        }
    }

    /// A field that the asker may not read of a record that they may.
    #[expect(clippy::too_many_arguments, reason = "all of it goes into one question and one message")]
    async fn read_refused(
        &self,
        guest: &Guest,
        read: &Read,
        target: Option<&Record>,
        field: &str,
        of: &str,
        about: &str,
        findings: &mut Findings,
    ) {
        let Some((_, name)) = field.split_once('.').filter(|(parent, _)| *parent == of) else { return };
        let Some(record) = target else { return };
        let asked = self.schema.fields(of).into_iter().find(|one| one.name == name).expect("FIELDS names a field");
        let arguments: Vec<String> =
            asked.required.iter().map(|argument_name| argument(of, name, argument_name)).collect();
        let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
        let below = if self.schema.is_object(&asked.of) { " { __typename }" } else { "" };
        let (argument, _) = read.of.expect("a record is named by an argument");
        let id = world::id(record.kind, record.number);
        let document = format!("{{ {}({argument}: \"{id}\") {{ {name}{arguments}{below} }} }}", read.field);
        let answer = self.ask(guest, &document).await;
        findings.cases += 1;
        if codes(&answer) != ["FORBIDDEN"] || !answer["data"][read.field][name].is_null() {
            findings.wrong.push(format!("LEAK {about}: {field} was answered: {answer}"));
        }
    }

    /// A list holds every record that the asker may know of, and says as many.
    fn check_list(
        &self,
        asker: &Asker,
        read: &Read,
        target: Option<&Record>,
        value: &Value,
        about: &str,
        findings: &mut Findings,
    ) {
        for (path, kind, belongs) in read.lists {
            let list = path.split('.').filter(|step| !step.is_empty()).fold(value, |value, step| &value[step]);
            let mut found = BTreeSet::new();
            let nodes = match list["edges"].as_array() {
                Some(edges) => edges.iter().map(|edge| edge["node"].clone()).collect(),
                None => list.as_array().cloned().unwrap_or_default(),
            };
            for node in &nodes {
                found.extend(node["id"].as_str().and_then(numbered).map(|(_, number)| number));
            }
            let of_kind = self.records.values().filter(|record| record.kind == *kind);
            let expected: BTreeSet<u32> = of_kind
                .filter(|record| belongs(target, record) && record.shown_to(asker))
                .map(|record| record.number)
                .collect();
            findings.cases += expected.len().max(1);
            let missing: Vec<_> = expected.difference(&found).collect();
            if !missing.is_empty() {
                findings.wrong.push(format!("REFUSED {about}: {kind} {missing:?} is missing in {path:?}"));
            }
            let total = list["totalCount"].as_u64();
            if total.is_some_and(|total| usize::try_from(total) != Ok(nodes.len())) {
                findings.wrong.push(format!("LEAK {about}: {total:?} in all, and {} shown", nodes.len()));
            }
        }
    }
}

/// Asks everything as some of the askers.
async fn read_everything(part: usize, of: usize) -> Findings {
    let matrix = Matrix::start().await;
    let mut findings = Findings::default();
    for (number, asker) in askers().into_iter().enumerate().filter(|(number, _)| number % of == part) {
        let guest = enter(&matrix.app, number, asker).await;
        for read in READS {
            match read.of {
                None => matrix.read(&guest, read, None, &mut findings).await,
                Some((_, kind)) => {
                    for record in matrix.records.values().filter(|record| record.kind == kind) {
                        matrix.read(&guest, read, Some(record), &mut findings).await;
                    }
                }
            }
        }
    }
    matrix.app.work().await;
    println!("rights: {} cases of reading in part {part}", findings.cases);
    assert!(
        findings.wrong.is_empty(),
        "{} of {} cases are wrong:\n{}",
        findings.wrong.len(),
        findings.cases,
        findings.wrong.join("\n")
    );
    assert!(findings.cases > 3_000, "only {} cases", findings.cases);
    findings
}

#[actix_web::test]
async fn every_field_is_read_by_just_those_of_the_table_one() {
    read_everything(0, 3).await;
}

#[actix_web::test]
async fn every_field_is_read_by_just_those_of_the_table_two() {
    read_everything(1, 3).await;
}

#[actix_web::test]
async fn every_field_is_read_by_just_those_of_the_table_three() {
    read_everything(2, 3).await;
}

#[actix_web::test]
async fn the_matrix_leaves_out_no_query_and_no_field_of_any_type() {
    let matrix = Matrix::start().await;
    for field in matrix.schema.fields("Query") {
        let known = READS.iter().any(|read| read.field == field.name);
        assert!(
            known,
            "Query.{0} is in no case: add `Read {{ field: \"{0}\", .. }}` to READS in tests/api/rights/reads.rs",
            field.name
        );
    }
    for field in matrix.schema.fields("Subscription") {
        let known = WATCHED.iter().any(|(name, _)| *name == field.name);
        assert!(
            known,
            "Subscription.{0} is in no case: ask it as everybody, and add `(\"{0}\", \"the test\")` to WATCHED in tests/api/rights/reads.rs",
            field.name
        );
    }
    let mut findings = Findings::default();
    let all = askers();
    for name in ["administrator", "coordinator"] {
        let (number, asker) = all.iter().enumerate().find(|(_, asker)| asker.name == name).expect("there");
        let guest = enter(&matrix.app, number, asker.clone()).await;
        for read in READS {
            match read.of {
                None => matrix.read(&guest, read, None, &mut findings).await,
                Some((_, kind)) => {
                    for record in matrix.records.values().filter(|record| record.kind == kind) {
                        matrix.read(&guest, read, Some(record), &mut findings).await;
                    }
                }
            }
        }
    }
    for (field, _) in FIELDS {
        let (of, name) = field.split_once('.').expect("a type and a field");
        assert!(
            matrix.schema.fields(of).iter().any(|field| field.name == name),
            "FIELDS names {field}, which there is not"
        );
    }
    let reached_types: BTreeSet<&str> = findings.reached.iter().filter_map(|field| field.split('.').next()).collect();
    let mut left_out = Vec::new();
    for of in matrix.schema.objects() {
        let unreached = UNREACHED.iter().any(|(name, _)| *name == of);
        if ["Query", "Mutation", "Subscription"].contains(&of.as_str()) || of.starts_with("__") || unreached {
            assert!(!unreached || !reached_types.contains(of.as_str()), "{of} is reached; take it out of UNREACHED");
            continue;
        }
        let names = matrix.schema.fields(&of).into_iter().map(|field| format!("{of}.{}", field.name));
        let known =
            |name: &String| findings.reached.contains(name) || ASKED_BESIDE.iter().any(|(known, _)| known == name);
        left_out.extend(names.filter(|name| !known(name)));
    }
    assert!(
        left_out.is_empty(),
        "these were answered to nobody: give the world (tests/api/rights/world.rs) a record that has them, or name their type in UNREACHED \
         (reads.rs) with the reason: {left_out:#?}"
    );
}
