use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use juniper::{EmptyMutation, EmptySubscription, RootNode, graphql_object, graphql_value, graphql_vars};

use super::*;
use crate::kit::{
    Result,
    graphql::{
        lazy::{Later, Lazy},
        loaders::Batch,
    },
};

/// Stands for the database: keeps every query.
type Queries = Arc<Mutex<Vec<String>>>;

struct Waters(Loaders<Queries>);

impl juniper::Context for Waters {}

impl Relations for Waters {
    type Db = Queries;

    fn loaders(&self) -> &Loaders<Queries> {
        &self.0
    }

    fn is_async(type_name: &str, field: &str) -> bool {
        type_name == "River" && field == "depth"
    }
}

fn note<K: std::fmt::Debug>(queries: &Queries, what: &str, keys: &[K]) {
    queries.lock().expect("not poisoned").push(format!("{what} {keys:?}"));
}

/// Rivers by number; the next one is the river that it flows into, and 9 the sea.
struct RiverById;

impl Batch<Queries> for RiverById {
    type Key = i32;
    type Value = Arc<River>;

    async fn load(queries: &Queries, keys: Vec<i32>) -> Result<HashMap<i32, Arc<River>>> {
        note(queries, "rivers", &keys);
        Ok(keys.into_iter().filter(|id| *id < 9).map(|id| (id, Arc::new(River(id)))).collect())
    }
}

struct BridgesOf;

impl Batch<Queries> for BridgesOf {
    type Key = i32;
    type Value = Arc<Vec<River>>;

    async fn load(queries: &Queries, keys: Vec<i32>) -> Result<HashMap<i32, Self::Value>> {
        note(queries, "bridges", &keys);
        Ok(keys.into_iter().filter(|id| *id > 1).map(|id| (id, Arc::new(vec![River(id + 10)]))).collect())
    }
}

struct Broken;

impl Batch<Queries> for Broken {
    type Key = i32;
    type Value = Arc<River>;

    async fn load(queries: &Queries, keys: Vec<i32>) -> Result<HashMap<i32, Arc<River>>> {
        note(queries, "broken", &keys);
        Err(Error::bug("the query does not parse"))
    }
}

struct River(i32);

#[graphql_object(context = Waters)]
impl River {
    fn id(&self) -> i32 {
        self.0
    }

    fn into(&self) -> Lazy<RiverById, Queries> {
        Lazy::new(self.0 + 1)
    }

    fn nowhere() -> Lazy<RiverById, Queries> {
        Lazy::new(None::<i32>)
    }

    fn crossed<'a>(&self, context: &'a Waters) -> Later<'a, Arc<Vec<River>>, Waters> {
        Later::all(context.0.load::<BridgesOf>(self.0))
    }

    fn crossings<'a>(&'a self, context: &'a Waters) -> Later<'a, i32, Waters> {
        Later::new(async {
            let found = context.0.load::<BridgesOf>(self.0).await?.unwrap_or_default();
            if self.0 == 2 {
                return Err(Error::invalid("id", "flooded", "it is flooded"));
            }
            Ok(i32::try_from(found.len()).unwrap_or_default())
        })
    }

    fn broken(&self) -> Lazy<Broken, Queries> {
        Lazy::new(self.0)
    }

    fn waits<'a>() -> Later<'a, i32, Waters> {
        Later::new(async {
            tokio::task::yield_now().await;
            Ok(1)
        })
    }

    async fn depth() -> i32 {
        7
    }
}

struct Query;

#[graphql_object(context = Waters)]
impl Query {
    fn rivers() -> Eager<Vec<River>> {
        Eager(vec![River(1), River(2), River(7)])
    }
}

type Answer = (juniper::Value, Vec<juniper::ExecutionError<juniper::DefaultScalarValue>>, Vec<String>);

async fn ask(query: &str) -> Answer {
    let queries = Queries::default();
    let context = Waters(Loaders::new(Arc::clone(&queries)));
    let schema = RootNode::new(Query, EmptyMutation::new(), EmptySubscription::new());
    let answer = juniper::execute(query, None, &schema, &graphql_vars! {}, &context).await;
    let (data, errors) = answer.expect("a valid document");
    let queries = std::mem::take(&mut *queries.lock().expect("not poisoned"));
    (data, errors, queries)
}

#[tokio::test]
async fn each_level_of_relations_is_one_query_of_each_batch_and_what_is_known_is_not_asked_again() {
    let (data, errors, queries) =
        ask("{ rivers { id into { id into { id } crossed { id } } crossed { id } nowhere { id } } }").await;
    assert_eq!(errors, vec![]);
    let expected = graphql_value!({ "rivers": [
        { "id": 1, "into": { "id": 2, "into": { "id": 3 }, "crossed": [{ "id": 12 }] }, "crossed": [], "nowhere": null },
        { "id": 2, "into": { "id": 3, "into": { "id": 4 }, "crossed": [{ "id": 13 }] }, "crossed": [{ "id": 12 }], "nowhere": null },
        { "id": 7, "into": { "id": 8, "into": null, "crossed": [{ "id": 18 }] }, "crossed": [{ "id": 17 }], "nowhere": null },
    ] });
    assert_eq!(data, expected);
    assert_eq!(queries, ["rivers [2, 3, 8]", "bridges [1, 2, 7]", "rivers [4, 9]", "bridges [3, 8]"]);
}

#[tokio::test]
async fn a_selection_with_an_async_field_anywhere_is_resolved_row_by_row() {
    for query in [
        "{ rivers { depth } }",
        "{ rivers { into { ... on River { ...deep } } } } fragment deep on River { crossed { depth } }",
        "{ rivers { ... { into { depth } } } }",
    ] {
        let (data, errors, _) = ask(query).await;
        assert_eq!(errors, vec![], "{query}");
        assert!(serde_json::to_string(&data).expect("JSON").contains("\"depth\":7"), "{query}");
    }
}

#[tokio::test]
async fn both_ways_give_the_same_answer_and_no_error_twice() {
    for query in [
        "{ rivers { id crossings into { crossings } } }",
        "{ rivers { into { broken { id } } crossed { id } } }",
        "{ rivers { id into { ...all } a: into { ...all } } } fragment all on River { id crossed { id into { id } } broken { id } crossings }",
        "{ rivers { into @skip(if: true) { id } ... @include(if: false) { crossings } crossed { into { into { id } } } } }",
    ] {
        let passes = ask(query).await;
        let rows = row_by_row(ask(query)).await;
        assert_eq!(passes.0, rows.0, "{query}");
        // Where an error makes a whole list null, what stands behind it is not looked at.
        assert_eq!(passes.1.is_empty(), rows.1.is_empty(), "{query}");
        for error in &passes.1 {
            let times = |answer: &Answer| answer.1.iter().filter(|other| *other == error).count();
            assert!(times(&passes) <= times(&rows), "{query}: {error:?}");
        }
        assert!(passes.2.len() <= rows.2.len(), "{query}: {:?} and {:?}", passes.2, rows.2);
    }
}

#[tokio::test]
async fn a_value_that_waits_for_no_loader_is_a_fault_that_is_told() {
    let (data, errors, _) = ask("{ rivers { waits } }").await;
    let told = errors.iter().map(|error| error.error().extensions().clone()).collect::<Vec<_>>();
    assert!(data.is_null());
    assert_eq!(told, [graphql_value!({ "code": "INTERNAL", "key": "internal" })]);
    let (data, errors, _) = row_by_row(ask("{ rivers { waits } }")).await;
    assert_eq!(
        (data, errors),
        (graphql_value!({ "rivers": [{ "waits": 1 }, { "waits": 1 }, { "waits": 1 }] }), vec![])
    );
}

#[test]
fn variables_are_copied_only_where_they_are_few() {
    let list = |length: usize| {
        InputValue::<juniper::DefaultScalarValue>::list((0..length).map(|_| InputValue::scalar(1)).collect())
    };
    assert!(takes(&list(MOST_VARIABLES - 1), &mut { MOST_VARIABLES }));
    assert!(!takes(&list(MOST_VARIABLES), &mut { MOST_VARIABLES }));
}
