//! Admission of documents: parsed, measured and validated once, then remembered.
//!
//! Clients send the same few documents over and over. The cache is bounded by bytes and forgets what was not used lately, so a client that sends
//! ever new documents costs time but no memory.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex},
};

use juniper::{
    DefaultScalarValue, Definition, EmptySubscription, ExecutionError, GraphQLError, OperationType, ParseError,
    RootNode, ValidatedOperation, Value, Variables, parser::parse_document_source,
};
use sha2::{Digest, Sha256};

use super::{
    defaults,
    document::{Limits, Size, measure, selected, takes_long},
    roots::{EventSchema, Roots, Schema},
};
use crate::kit::{Code, Error};

/// How many bytes of documents each of the two generations may hold; a parsed document takes some thirty times its text.
const GENERATION_BYTES: usize = 512 * 1024;

/// What an entry takes beside its text.
const ENTRY_BYTES: usize = 512;

/// An operation with the schema that it runs in.
enum Operation<R: Roots> {
    ReadsOrWrites(ValidatedOperation<'static, R::Query, R::Mutation, R::Subscription>),
    Listens(ValidatedOperation<'static, R::Query, R::Subscription, EmptySubscription<R::Context>>),
}

/// Why a document is not run.
#[derive(Debug)]
pub enum Refusal {
    /// It is above a limit.
    TooComplex(Error),
    /// It does not parse, does not fit the schema, or does not say which operation to run.
    Invalid(GraphQLError),
}

/// An operation that may run.
pub struct Admitted<R: Roots> {
    // Borrows from `source`, whatever its type says, and is declared first so that it is dropped first.
    operation: Operation<R>,
    size: Size,
    takes_long: bool,
    /// The names of the types of the variables.
    variables: HashMap<String, String>,
    source: Arc<str>,
}

impl<R: Roots> Admitted<R> {
    fn new(schemas: Schemas<R>, source: &str, operation_name: Option<&str>, limits: &Limits) -> Result<Self, Refusal> {
        let schema = schemas.main;
        let document = parse_document_source(source, &schema.schema).map_err(|error| refused(error.into()))?;
        let size = measure(&document, operation_name, &schema.schema, limits).map_err(Refusal::TooComplex)?;
        let asked = selected(&document, operation_name);
        let takes_long = asked.is_some_and(|operation| takes_long(operation, limits));
        let variables = asked.map(variable_types).unwrap_or_default();
        let listens = asked.is_some_and(|operation| operation.operation_type == OperationType::Subscription);
        let source: Arc<str> = if listens {
            // Checked as it is written, so that its errors speak of what was sent.
            ValidatedOperation::new(source, operation_name, schema).map_err(refused)?;
            as_events(source, &document)?.into()
        } else {
            source.into()
        };
        // SAFETY: the text stays where it is and is never changed until the last `Arc` is dropped. This one is kept beside the operation and
        // dropped after it. No method hands out anything that borrows from the text, so nothing can outlive it.
        let text: &'static str = unsafe { &*Arc::as_ptr(&source) };
        let operation = if listens {
            ValidatedOperation::new(text, operation_name, schemas.events).map(Operation::Listens)
        } else {
            ValidatedOperation::new(text, operation_name, schema).map(Operation::ReadsOrWrites)
        };
        Ok(Self { operation: operation.map_err(refused)?, size, takes_long, variables, source })
    }

    /// Whether the operation reads, writes or listens.
    pub fn operation_type(&self) -> OperationType {
        match &self.operation {
            Operation::ReadsOrWrites(operation) => operation.operation_type(),
            Operation::Listens(_) => OperationType::Subscription,
        }
    }

    /// What the operation may cost.
    pub fn size(&self) -> &Size {
        &self.size
    }

    /// Whether the operation may take long: it imports a file.
    pub fn takes_long(&self) -> bool {
        self.takes_long
    }

    /// Puts in what the client may leave out of the variables.
    pub fn complete(&self, schema: &Schema<R>, variables: &mut Variables) {
        for (name, value) in variables {
            if let Some(of) = self.variables.get(name) {
                defaults::complete(&schema.schema, of, value);
            }
        }
    }

    /// Runs the operation; a subscription for one moment.
    ///
    /// # Errors
    /// juniper's, when the variables do not fit the operation.
    pub async fn execute(
        &self,
        variables: &Variables,
        context: &R::Context,
    ) -> Result<(Value, Vec<ExecutionError<juniper::DefaultScalarValue>>), GraphQLError> {
        match &self.operation {
            Operation::ReadsOrWrites(operation) => operation.execute(variables, context).await,
            Operation::Listens(operation) => operation.execute(variables, context).await,
        }
    }
}

/// The document with every `subscription` as the `mutation` that it is in [`EventSchema`], and all else where it was.
fn as_events(source: &str, document: &[Definition<'_, DefaultScalarValue>]) -> Result<String, Refusal> {
    const WORDS: (&str, &str) = ("subscription", "mutation    ");
    let mut letters: Vec<char> = source.chars().collect();
    for definition in document {
        let Definition::Operation(operation) = definition else { continue };
        match operation.item.operation_type {
            OperationType::Query => {}
            OperationType::Mutation => {
                let message = "send a subscription in a document without mutations";
                return Err(Refusal::TooComplex(Error::new(Code::Invalid, "graphql-subscription-mixed", message)));
            }
            OperationType::Subscription => {
                // juniper counts letters, not bytes.
                let start = operation.span.start.index();
                let word = letters
                    .get_mut(start..start + WORDS.0.len())
                    .filter(|word| word.iter().copied().eq(WORDS.0.chars()));
                let word =
                    word.ok_or_else(|| Refusal::TooComplex(Error::bug("a subscription does not begin with its word")))?;
                word.iter_mut().zip(WORDS.1.chars()).for_each(|(letter, new)| *letter = new);
            }
        }
    }
    Ok(letters.into_iter().collect())
}

fn variable_types(operation: &juniper::Operation<'_, DefaultScalarValue>) -> HashMap<String, String> {
    let definitions = operation.variables_definition.iter().flat_map(|definitions| definitions.item.iter());
    definitions.map(|(name, of)| (name.item.to_owned(), of.var_type.item.innermost_name().to_owned())).collect()
}

/// juniper's own limits answer like ours.
fn refused(error: GraphQLError) -> Refusal {
    match &error {
        GraphQLError::ParseError(at) => match &at.item {
            limit @ (ParseError::DepthLimitExceeded(_)
            | ParseError::TokenLimitExceeded(_)
            | ParseError::FieldLimitExceeded(_)) => {
                Refusal::TooComplex(Error::new(Code::TooComplex, "document-too-large", limit.to_string()))
            }
            _ => Refusal::Invalid(error),
        },
        _ => Refusal::Invalid(error),
    }
}

/// The schema that clients see, and the one in which subscriptions run. Both stay in memory for good.
struct Schemas<R: Roots> {
    main: &'static Schema<R>,
    events: &'static EventSchema<R>,
}

impl<R: Roots> Clone for Schemas<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Roots> Copy for Schemas<R> {}

/// The documents of one schema.
pub struct Documents<R: Roots> {
    schemas: Schemas<R>,
    limits: Limits,
    known: Mutex<Generations<Arc<Admitted<R>>>>,
}

impl<R: Roots> Documents<R> {
    /// Documents for `schema`, which stays in memory for good: call it once per program.
    pub fn new(schema: Schema<R>, limits: Limits) -> Self {
        let events = RootNode::new(R::Query::default(), R::Subscription::default(), EmptySubscription::new());
        let schemas = Schemas {
            main: Box::leak(Box::new(schema.limit_tokens(limits.tokens))),
            events: Box::leak(Box::new(events.limit_tokens(limits.tokens))),
        };
        Self { schemas, limits, known: Mutex::new(Generations::default()) }
    }

    /// The schema.
    pub fn schema(&self) -> &'static Schema<R> {
        self.schemas.main
    }

    /// The operation of the document `source` that `operation_name` selects, when it may run.
    ///
    /// # Errors
    /// When the document is above a limit or does not fit the schema.
    pub fn admit(&self, source: &str, operation_name: Option<&str>) -> Result<Arc<Admitted<R>>, Refusal> {
        let key = key(source, operation_name);
        if let Some(known) = self.known.lock().expect("no panic while holding the lock").get(&key) {
            return Ok(known);
        }
        let admitted = Arc::new(Admitted::new(self.schemas, source, operation_name, &self.limits)?);
        let bytes = admitted.source.len() + ENTRY_BYTES;
        self.known.lock().expect("no panic while holding the lock").insert(key, admitted.clone(), bytes);
        Ok(admitted)
    }
}

type Key = [u8; 32];

fn key(source: &str, operation_name: Option<&str>) -> Key {
    let mut digest = Sha256::new();
    // No name holds a zero byte, so the two parts cannot be taken for each other.
    digest.update(operation_name.unwrap_or_default());
    digest.update([0]);
    digest.update(source);
    digest.finalize().into()
}

/// A cache that keeps what was used lately: when the young generation is full, it becomes the old one and the old one is forgotten.
struct Generations<V> {
    young: HashMap<Key, (V, usize)>,
    old: HashMap<Key, (V, usize)>,
    bytes: usize,
}

impl<V> Default for Generations<V> {
    fn default() -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), bytes: 0 }
    }
}

impl<V: Clone> Generations<V> {
    fn get(&mut self, key: &Key) -> Option<V> {
        if let Some((value, _)) = self.young.get(key) {
            return Some(value.clone());
        }
        let (value, bytes) = self.old.remove(key)?;
        self.insert(*key, value.clone(), bytes);
        Some(value)
    }

    fn insert(&mut self, key: Key, value: V, bytes: usize) {
        if self.bytes + bytes > GENERATION_BYTES {
            self.old = mem::take(&mut self.young);
            self.bytes = 0;
        }
        if self.young.insert(key, (value, bytes)).is_none() {
            self.bytes += bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use juniper::graphql_value;

    use super::*;
    use crate::kit::graphql::toy::{Toy, ToyContext, schema};

    fn documents() -> Documents<Toy> {
        Documents::new(schema(), Limits::default())
    }

    #[tokio::test]
    async fn a_document_that_comes_again_is_not_parsed_again_and_still_runs_after_it_was_forgotten() {
        let documents = documents();
        let source = String::from("query ($n: Int!) { double(number: $n) }");
        let first = documents.admit(&source, None).expect("valid");
        assert!(Arc::ptr_eq(&first, &documents.admit(&source, None).expect("valid")));
        drop(source);
        *documents.known.lock().expect("not poisoned") = Generations::default();
        drop(documents);
        let answer = first.execute(&juniper::graphql_vars! { "n": 21 }, &ToyContext::default()).await;
        assert_eq!(answer, Ok((graphql_value!({ "double": 42 }), vec![])));
    }

    #[test]
    fn operations_of_one_document_are_told_apart_by_name() {
        let documents = documents();
        let source = "query a { double(number: 1) } mutation b { rename(name: \"x\") }";
        let kind = |name| documents.admit(source, name).map(|admitted| admitted.operation_type());
        assert!(matches!(kind(Some("a")), Ok(OperationType::Query)));
        assert!(matches!(kind(Some("b")), Ok(OperationType::Mutation)));
        assert!(matches!(kind(Some("c")), Err(Refusal::Invalid(GraphQLError::UnknownOperationName))));
        assert!(matches!(kind(None), Err(Refusal::Invalid(GraphQLError::MultipleOperationsProvided))));
    }

    #[test]
    fn a_subscription_is_admitted_wherever_it_stands_and_its_errors_speak_of_what_was_sent() {
        let documents = documents();
        for source in [
            "subscription { riverRose(name: \"Nile\") { name } }",
            "# Ένα σχόλιο: subscription\n\n  subscription s($n: String!) { riverRose(name: $n) { ...r } } fragment r on River { name }",
            "query q { river { name } } subscription s { ...s } subscription t { riverRose(name: \"\") { name } } \
             fragment s on Subscription { riverRose(name: \"subscription\") { name } }",
        ] {
            let name = source.contains(" s").then_some("s");
            let admitted = documents.admit(source, name).map(|admitted| admitted.operation_type());
            assert!(matches!(admitted, Ok(OperationType::Subscription)), "{source}: {:?}", admitted.err());
        }
        let mixed = "subscription s { riverRose(name: \"\") { name } } mutation m { rename(name: \"\") }";
        match documents.admit(mixed, Some("s")) {
            Err(Refusal::TooComplex(error)) => assert_eq!(error.key(), "graphql-subscription-mixed"),
            other => unreachable!("{:?}", other.map(|_| "admitted")),
        }
        match documents.admit("subscription {\n  riverFell }", None) {
            Err(Refusal::Invalid(error)) => {
                let written = serde_json::to_value(error).expect("JSON");
                assert!(
                    written[0]["message"].as_str().is_some_and(|text| text.contains("\"Subscription\"")),
                    "{written}"
                );
                assert_eq!(written[0]["locations"], serde_json::json!([{ "line": 2, "column": 3 }]));
            }
            other => unreachable!("{:?}", other.map(|_| "admitted")),
        }
    }

    #[test]
    fn five_thousand_tokens_pass_and_one_more_does_not() {
        // A list of numbers is one token each; the rest of the document is nine: `{`, name, `(`, name, `:`, `[`, `]`, `)`, `}`.
        let documents = documents();
        let admit = |numbers| documents.admit(&format!("{{ double(number: [{}]) }}", "1 ".repeat(numbers)), None);
        assert!(
            matches!(admit(4_991), Err(Refusal::Invalid(GraphQLError::ValidationError(_)))),
            "parsed, then found wrong"
        );
        match admit(4_992) {
            Err(Refusal::TooComplex(error)) => assert_eq!(error.message(), "Document exceeds the limit of 5000 tokens"),
            other => unreachable!("{:?}", other.map(|_| "admitted")),
        }
    }

    #[test]
    fn memory_is_bounded_and_what_is_used_stays() {
        let mut cache = Generations::default();
        let key = |n: u32| {
            let mut key = [0; 32];
            key[..4].copy_from_slice(&n.to_be_bytes());
            key
        };
        for n in 0..10_000 {
            cache.insert(key(n), n, 1024);
            assert_eq!(cache.get(&key(0)), Some(0), "used all the time");
            assert!(cache.young.len() + cache.old.len() <= 1024, "two generations of 512 entries");
        }
        assert_eq!(cache.get(&key(1)), None, "not used since");
        assert_eq!(cache.get(&key(9_999)), Some(9_999));
    }
}
