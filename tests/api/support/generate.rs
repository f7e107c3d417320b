//! Requests made from the schema itself, so that a field which is new tomorrow is attacked tomorrow.

use std::collections::{BTreeMap, HashMap};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use rand::{RngExt, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use serde_json::{Map, Value, json};

use super::TestApp;

const INTROSPECTION: &str = "{ __schema { types { kind name \
    fields { name args { name type { ...t } } type { ...t } } inputFields { name type { ...t } } enumValues { name } } } } \
    fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }";

/// The types of the schema by name, as introspection tells them.
pub struct Schema(HashMap<String, Value>);

/// A root field.
pub struct Root {
    /// `Query` or `Mutation`.
    pub of: &'static str,
    /// Its name.
    pub name: String,
    field: Value,
}

/// A field of a type.
pub struct Field {
    /// Its name.
    pub name: String,
    /// The type that it leads to, without wrappers.
    pub of: String,
    /// The names of the arguments that must be given.
    pub required: Vec<String>,
}

/// Existing ids, as clients see them, by the kind of record.
pub type Ids = BTreeMap<String, Vec<String>>;

/// The global id of a record.
pub fn global_id(kind: &str, uuid: &str) -> String {
    URL_SAFE_NO_PAD.encode(format!("{kind}:{}", uuid.replace('-', "")))
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The type without its wrappers.
fn named(of: &Value) -> &Value {
    if of["ofType"].is_object() { named(&of["ofType"]) } else { of }
}

fn written(of: &Value) -> String {
    match text(of, "kind") {
        "NON_NULL" => format!("{}!", written(&of["ofType"])),
        "LIST" => format!("[{}]", written(&of["ofType"])),
        _ => text(of, "name").to_owned(),
    }
}

impl Schema {
    /// The schema that a program serves.
    pub async fn of(app: &TestApp) -> Self {
        let answer = app.ok("", INTROSPECTION, json!({})).await;
        let types = list(&answer["__schema"]["types"]).iter();
        Self(types.map(|of| (text(of, "name").to_owned(), of.clone())).collect())
    }

    /// Every root field.
    pub fn roots(&self) -> Vec<Root> {
        let fields = |of: &'static str| {
            let field = move |field: &Value| Root { of, name: text(field, "name").to_owned(), field: field.clone() };
            list(&self.0[of]["fields"]).iter().map(field)
        };
        fields("Query").chain(fields("Mutation")).collect()
    }

    /// The fields of a type; none of a scalar.
    pub fn fields(&self, of: &str) -> Vec<Field> {
        let field = |field: &Value| {
            let required = list(&field["args"]).iter().filter(|one| text(&one["type"], "kind") == "NON_NULL");
            Field {
                name: text(field, "name").to_owned(),
                of: text(named(&field["type"]), "name").to_owned(),
                required: required.map(|one| text(one, "name").to_owned()).collect(),
            }
        };
        self.0.get(of).map(|of| list(&of["fields"]).iter().map(field).collect()).unwrap_or_default()
    }

    /// Whether a type has fields of its own.
    pub fn is_object(&self, of: &str) -> bool {
        self.0.get(of).is_some_and(|of| matches!(text(of, "kind"), "OBJECT" | "UNION" | "INTERFACE"))
    }

    /// The types that have fields, by name.
    pub fn objects(&self) -> Vec<String> {
        let mut objects: Vec<_> =
            self.0.iter().filter(|(_, of)| text(of, "kind") == "OBJECT").map(|(name, _)| name.clone()).collect();
        objects.sort();
        objects
    }

    /// The type that a root field leads to.
    ///
    /// # Panics
    /// When there is no such field.
    pub fn root_type(&self, root: &str, field: &str) -> String {
        let found = self.fields(root).into_iter().find(|one| one.name == field);
        found.unwrap_or_else(|| unreachable!("the schema has no {root}.{field}; take it out of the matrix")).of
    }

    /// The type of an argument, as a document writes it.
    ///
    /// # Panics
    /// When there is no such argument.
    pub fn argument_type(&self, of: &str, field: &str, argument: &str) -> String {
        let field = list(&self.0[of]["fields"]).iter().find(|one| text(one, "name") == field).expect("a field");
        let argument = list(&field["args"]).iter().find(|one| text(one, "name") == argument);
        written(&argument.expect("an argument")["type"])
    }

    /// The kinds of records that have ids.
    pub fn kinds(&self) -> Vec<String> {
        let has_id = |of: &&Value| list(&of["fields"]).iter().any(|field| field["name"] == "id");
        let mut kinds: Vec<_> = self.0.values().filter(has_id).map(|of| text(of, "name").to_owned()).collect();
        kinds.push("File".to_owned());
        kinds.sort();
        kinds
    }

    /// The document that calls a root field with all of its arguments as variables.
    pub fn document(&self, root: &Root) -> String {
        let arguments = list(&root.field["args"]);
        let join =
            |parts: Vec<String>| if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) };
        let defined = arguments.iter().map(|one| format!("${}: {}", text(one, "name"), written(&one["type"])));
        let passed = arguments.iter().map(|one| format!("{0}: ${0}", text(one, "name")));
        let below = self.selection(text(named(&root.field["type"]), "name"), 1);
        let operation = root.of.to_lowercase();
        format!("{operation}{} {{ {}{}{below} }}", join(defined.collect()), root.name, join(passed.collect()))
    }

    /// What is asked of a type: everything that needs no argument but `first`, and of related records the same once.
    fn selection(&self, name: &str, depth: u32) -> String {
        let of = &self.0[name];
        match text(of, "kind") {
            "OBJECT" => {
                let fields = list(&of["fields"]).iter().filter_map(|field| {
                    let required = |one: &&Value| text(&one["type"], "kind") == "NON_NULL";
                    let needs: Vec<_> =
                        list(&field["args"]).iter().filter(required).map(|one| text(one, "name")).collect();
                    let arguments = match needs.as_slice() {
                        [] => "",
                        ["first"] => "(first: 2)",
                        _ => return None,
                    };
                    let (name, of) = (text(field, "name"), named(&field["type"]));
                    if matches!(text(of, "kind"), "SCALAR" | "ENUM") {
                        return Some(format!("{name}{arguments}"));
                    }
                    let of_the_list = matches!(name, "edges" | "node" | "pageInfo");
                    let depth = if of_the_list { Some(depth) } else { depth.checked_sub(1) };
                    Some(format!("{name}{arguments}{}", self.selection(text(of, "name"), depth?)))
                });
                let fields: Vec<_> = fields.collect();
                format!(" {{ __typename {} }}", fields.join(" "))
            }
            "UNION" | "INTERFACE" => " { __typename }".to_owned(),
            _ => String::new(),
        }
    }

    /// The paths of all ids in the arguments of a root field: `organisationId`, `input.clusterId`.
    pub fn id_paths(&self, root: &Root) -> Vec<String> {
        let mut paths = Vec::new();
        for argument in list(&root.field["args"]) {
            self.collect_ids(text(argument, "name"), &argument["type"], 4, &mut paths);
        }
        paths
    }

    fn collect_ids(&self, path: &str, of: &Value, depth: u32, paths: &mut Vec<String>) {
        let of = &self.0[text(named(of), "name")];
        if text(of, "name") == "ID" {
            paths.push(path.to_owned());
        }
        for field in list(&of["inputFields"]).iter().filter(|_| depth > 0) {
            self.collect_ids(&format!("{path}.{}", text(field, "name")), &field["type"], depth - 1, paths);
        }
    }
}

/// Makes arguments.
pub struct Generator<'s> {
    schema: &'s Schema,
    ids: &'s Ids,
    random: StdRng,
    /// Sound values only, instead of nasty ones among them.
    tame: bool,
    /// The id at this path is this one.
    planted: Option<(String, String)>,
}

impl<'s> Generator<'s> {
    /// A generator of sound arguments with wild ones among them.
    pub fn wild(schema: &'s Schema, ids: &'s Ids, seed: u64) -> Self {
        Self { schema, ids, random: StdRng::seed_from_u64(seed), tame: false, planted: None }
    }

    /// A generator of arguments in which nothing is wrong but the id at `path`.
    pub fn planted(schema: &'s Schema, ids: &'s Ids, seed: u64, path: &str, id: &str) -> Self {
        let planted = Some((path.to_owned(), id.to_owned()));
        Self { tame: true, planted, ..Self::wild(schema, ids, seed) }
    }

    /// Arguments for a root field.
    pub fn arguments(&mut self, root: &Root) -> Value {
        let argument = |one: &Value| (text(one, "name").to_owned(), self.value(text(one, "name"), &one["type"]));
        list(&root.field["args"]).iter().map(argument).collect::<Map<_, _>>().into()
    }

    /// A document that asks a root field for a part of what is below it, taken by chance: with aliases, fragments of both kinds and directives.
    pub fn document(&mut self, root: &Root, depth: u32) -> String {
        let arguments = list(&root.field["args"]);
        let join =
            |parts: Vec<String>| if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) };
        let defined = arguments.iter().map(|one| format!("${}: {}", text(one, "name"), written(&one["type"])));
        let passed = arguments.iter().map(|one| format!("{0}: ${0}", text(one, "name")));
        let mut fragments = Vec::new();
        let target = named(&root.field["type"]);
        let is_leaf = matches!(text(target, "kind"), "SCALAR" | "ENUM");
        let below = if is_leaf { String::new() } else { self.chosen(text(target, "name"), depth, &mut fragments) };
        let operation = root.of.to_lowercase();
        let (defined, passed) = (join(defined.collect()), join(passed.collect()));
        format!("{operation}{defined} {{ {}{passed}{below} }}{}", root.name, fragments.concat())
    }

    fn chosen(&mut self, name: &str, depth: u32, fragments: &mut Vec<String>) -> String {
        let schema = self.schema;
        let of = &schema.0[name];
        let mut parts = vec!["__typename".to_owned()];
        for field in list(&of["fields"]) {
            let (called, target) = (text(field, "name"), named(&field["type"]));
            let is_leaf = matches!(text(target, "kind"), "SCALAR" | "ENUM");
            let of_the_list = matches!(called, "edges" | "node");
            let left = if of_the_list || is_leaf { Some(depth) } else { depth.checked_sub(1) };
            let (Some(left), Some(arguments)) = (left, self.literal_arguments(field)) else { continue };
            if !of_the_list && self.random.random_ratio(1, 2) {
                continue;
            }
            let below = if is_leaf { String::new() } else { self.chosen(text(target, "name"), left, fragments) };
            let alias = if self.random.random_ratio(1, 8) { format!("{called}Too: ") } else { String::new() };
            let directive = if self.random.random_ratio(1, 8) { " @include(if: true)" } else { "" };
            parts.push(format!("{alias}{called}{arguments}{directive}{below}"));
        }
        let all = parts.join(" ");
        match self.random.random_range(0..8) {
            0 => format!(" {{ ... on {name} {{ {all} }} }}"),
            1 => {
                let fragment = format!("f{}", fragments.len());
                fragments.push(format!(" fragment {fragment} on {name} {{ {all} }}"));
                format!(" {{ ...{fragment} }}")
            }
            _ => format!(" {{ {all} }}"),
        }
    }

    /// The arguments that a field below the root needs; none when they are not numbers.
    fn literal_arguments(&mut self, field: &Value) -> Option<String> {
        let required = list(&field["args"]).iter().filter(|one| text(&one["type"], "kind") == "NON_NULL");
        let mut parts = Vec::new();
        for argument in required {
            if text(named(&argument["type"]), "name") != "Int" {
                return None;
            }
            // Sometimes too many, which is an error in the middle of the answer.
            let number = *[1, 2, 3, 3, 101].choose(&mut self.random).expect("some");
            parts.push(format!("{}: {number}", text(argument, "name")));
        }
        Some(if parts.is_empty() { String::new() } else { format!("({})", parts.join(", ")) })
    }

    fn planted_at_or_below(&self, path: &str) -> bool {
        self.planted.as_ref().is_some_and(|(planted, _)| planted == path || planted.starts_with(&format!("{path}.")))
    }

    fn value(&mut self, path: &str, of: &Value) -> Value {
        match text(of, "kind") {
            "NON_NULL" => self.value_of(path, &of["ofType"]),
            _ if !self.planted_at_or_below(path) && self.random.random_ratio(1, 2) => Value::Null,
            _ => self.value_of(path, of),
        }
    }

    fn value_of(&mut self, path: &str, of: &Value) -> Value {
        if text(of, "kind") == "LIST" {
            let count = if self.tame { 1 } else { *[0, 1, 1, 2, 3].choose(&mut self.random).expect("some") };
            return (0..count).map(|_| self.value(path, &of["ofType"])).collect();
        }
        let schema = self.schema;
        let full = &schema.0[text(of, "name")];
        match text(full, "kind") {
            "ENUM" => list(&full["enumValues"]).choose(&mut self.random).expect("a value")["name"].clone(),
            "INPUT_OBJECT" => {
                let fields = list(&full["inputFields"]).iter().map(|field| {
                    let name = text(field, "name");
                    (name.to_owned(), self.value(&format!("{path}.{name}"), &field["type"]))
                });
                // A field with a default is no null; leaving it out is always allowed where null is.
                fields.filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>().into()
            }
            _ => self.scalar(path, text(full, "name")),
        }
    }

    fn scalar(&mut self, path: &str, name: &str) -> Value {
        if name == "ID" {
            return self.id(path).into();
        }
        let (sound, wild) = values(name, path.rsplit('.').next().unwrap_or_default());
        let pool = if self.tame || self.random.random_ratio(2, 3) { sound } else { wild };
        if name == "UUID" && self.random.random_ratio(1, 2) {
            return uuid::Builder::from_random_bytes(self.random.random()).into_uuid().to_string().into();
        }
        pool.choose(&mut self.random).cloned().expect("some")
    }

    fn id(&mut self, path: &str) -> String {
        if let Some((_, id)) = self.planted.as_ref().filter(|(planted, _)| planted == path) {
            return id.clone();
        }
        let name = path.rsplit('.').next().unwrap_or_default().to_lowercase();
        let meant = self.ids.iter().find(|(kind, ids)| !ids.is_empty() && name.contains(&kind.to_lowercase()));
        let existing = meant.and_then(|(_, ids)| ids.choose(&mut self.random));
        if let Some(id) = existing.filter(|_| self.tame || self.random.random_ratio(4, 5)) {
            return id.clone();
        }
        let any: Vec<_> = self.ids.values().flatten().collect();
        let any = any.choose(&mut self.random).map_or("", |id| id.as_str());
        let made = global_id("Operation", "00000000-0000-7000-8000-000000000001");
        [any, "", "1", "not an id", "T3BlcmF0aW9uOg", &made].choose(&mut self.random).expect("some").to_string()
    }
}

/// Sound and wild values of a scalar; what a text is about is told by the field's name.
fn values(scalar: &str, field: &str) -> (Vec<Value>, Vec<Value>) {
    let of = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect::<Vec<_>>();
    match scalar {
        "Int" if field == "first" => (vec![json!(1), json!(2)], vec![json!(0), json!(-1), json!(101), json!(i32::MAX)]),
        "Int" => (
            vec![json!(0), json!(1), json!(2)],
            vec![json!(-1), json!(i32::MIN), json!(i32::MAX), json!(2_147_483_648_i64)],
        ),
        "Count" => (
            vec![json!(0), json!(12)],
            vec![json!(9_007_199_254_740_992_i64), json!(9_007_199_254_740_993_i64), json!(-1), json!("7"), json!(0.5)],
        ),
        "Float" => (vec![json!(0.5)], vec![json!(1e308), json!(-0.0)]),
        "Boolean" => (vec![json!(true), json!(false)], vec![json!(true)]),
        "Decimal" => (
            of(&["0", "1.5", "12"]),
            of(&[
                "-1",
                "NaN",
                "1e400",
                "79228162514264337593543950335",
                "0.0000000000000000000000000001",
                "99999999999999999.99",
            ]),
        ),
        "LocalDate" => (
            of(&["2026-01-01", "2026-12-31"]),
            of(&["0000-01-01", "9999-12-31", "99999-01-01", "+262142-12-31", "-262143-01-01", "2026-02-30"]),
        ),
        "DateTime" => (
            of(&["2027-01-01T00:00:00Z"]),
            of(&[
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:60Z",
                "+262142-12-31T23:59:59Z",
                "-262143-01-01T00:00:00Z",
                "now",
            ]),
        ),
        "UUID" => (
            of(&["019a0000-0000-7000-8000-000000000001"]),
            of(&["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "x"]),
        ),
        _ => {
            let wild = [
                "",
                " ",
                "'; drop table users; --",
                "%_\\",
                "../../etc/passwd",
                "\u{202e}abc",
                "=1+1",
                "a\u{0}b",
                "\n\r\t\u{1b}[2J",
                "\u{fdfa}\u{1f469}\u{200d}\u{1f4bb}",
                "null",
                "{}",
            ];
            let mut wild = of(&wild);
            wild.extend([json!("x".repeat(20_000)), json!("\u{1f469}".repeat(300)), json!("\u{0301}".repeat(1000))]);
            (of(sound_texts(field)), wild)
        }
    }
}

fn sound_texts(field: &str) -> &'static [&'static str] {
    match field {
        "email" => &["someone@example.org", "admin@example.org", "other@example.org"],
        "countryIso3" => &["XEA"],
        "timeZone" => &["Africa/Nairobi"],
        "currency" => &["USD"],
        "system" => &["FTS"],
        "code" | "refCode" | "externalId" => &["abc", "x1", "two"],
        "password" | "token" => &["a password for tests"],
        "after" => &["WzFd", "eyJ4IjoxfQ"],
        _ => &["Amsar", "School kits", "Belqor"],
    }
}
