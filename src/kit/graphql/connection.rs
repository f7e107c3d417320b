//! Relay connections: a page of a list, with a cursor per row and a way on.
//!
//! One Rust type serves every list; [`connection!`](crate::connection) gives it the GraphQL names of one record type. Forward only, because no
//! screen of ours walks backwards and half of the rules of Relay's pages are about doing both.

use juniper::{Executor, GraphQLObject, ScalarValue};
use serde::Serialize;

use super::page::{Page, Place};
use crate::kit::Result;

/// A page of a list of `T`.
#[derive(Debug)]
pub struct Connection<T> {
    /// The rows of the page.
    pub edges: Vec<Edge<T>>,
    /// Whether and where the list goes on.
    pub page_info: PageInfo,
    /// How many rows the whole list has; counted only when asked for.
    pub total: Option<i64>,
}

/// A row of a page.
#[derive(Debug)]
pub struct Edge<T> {
    /// The record.
    pub node: T,
    /// The place of the record in the list. Its cursor is written when it is asked for: few clients want those of all rows.
    pub place: Place,
}

/// Whether and where a list goes on.
#[derive(Debug, Clone, PartialEq, GraphQLObject)]
pub struct PageInfo {
    /// Whether more records follow this page.
    pub has_next_page: bool,
    /// Whether records precede this page.
    pub has_previous_page: bool,
    /// The cursor of the first record of this page.
    pub start_cursor: Option<String>,
    /// The cursor of the last record of this page: send it as `after` to get the next one.
    pub end_cursor: Option<String>,
}

impl<T> Connection<T> {
    /// A page out of rows that were fetched with [`Page::limit`]; `key` gives a row's ordering key, the same tuple that
    /// [`Page::after_key`] reads. The row beyond the page is dropped: it only told that there is a next page.
    ///
    /// # Errors
    /// `INTERNAL` when a key cannot be written as JSON.
    pub fn from_rows<K: Serialize + Send + Sync + 'static>(
        page: &Page,
        mut rows: Vec<T>,
        key: impl Fn(&T) -> K,
    ) -> Result<Self> {
        let first = usize::try_from(page.first).unwrap_or(usize::MAX);
        let has_next_page = rows.len() > first;
        rows.truncate(first);
        let edges: Vec<_> = rows.into_iter().map(|node| Edge { place: page.place(key(&node)), node }).collect();
        let cursor = |edge: Option<&Edge<T>>| edge.map(|edge| edge.place.cursor()).transpose();
        let page_info = PageInfo {
            has_next_page,
            has_previous_page: page.after.is_some(),
            start_cursor: cursor(edges.first())?,
            end_cursor: cursor(edges.last())?,
        };
        Ok(Self { edges, page_info, total: None })
    }

    /// The same page, with the number of rows in the whole list.
    #[must_use]
    pub fn with_total(self, total: Option<i64>) -> Self {
        Self { total, ..self }
    }

    /// The same page with every record changed by `change`, places kept: from a row to what the graph shows of it.
    pub fn map<U>(self, change: impl Fn(T) -> U) -> Connection<U> {
        let edges = self.edges.into_iter().map(|edge| Edge { node: change(edge.node), place: edge.place }).collect();
        Connection { edges, page_info: self.page_info, total: self.total }
    }
}

/// Whether the client asked for the `totalCount` of the connection that is being resolved. Counting costs a query of its own.
pub fn wants_total<'a, C, S: ScalarValue>(executor: &'a Executor<'_, 'a, C, S>) -> bool {
    executor.look_ahead().children().iter().any(|child| child.field_original_name() == "totalCount")
}

/// Gives [`Connection`] and [`Edge`] of a record type their GraphQL types: `connection!(Place as "PlaceConnection", "PlaceEdge")`.
#[macro_export]
macro_rules! connection {
    ($node:ty as $connection:literal, $edge:literal) => {
        #[juniper::graphql_object(
                                                    name = $connection,
                                                    description = "A page of a list, in the order that was asked for.",
                                                    context = <$node as juniper::GraphQLValue>::Context,
                                                )]
        impl $crate::kit::graphql::connection::Connection<$node> {
            /// The records of this page, each with its cursor.
            fn edges(&self) -> $crate::kit::graphql::eager::Eager<&[$crate::kit::graphql::connection::Edge<$node>]> {
                $crate::kit::graphql::eager::Eager(&self.edges)
            }

            /// Whether and where the list goes on.
            fn page_info(&self) -> &$crate::kit::graphql::connection::PageInfo {
                &self.page_info
            }

            /// How many records the whole list has for the same filter. Costs a count; ask only when it is shown.
            fn total_count(&self) -> Option<i32> {
                self.total.and_then(|total| i32::try_from(total).ok())
            }
        }

        #[juniper::graphql_object(
                                                    name = $edge,
                                                    description = "A record and its place in the list.",
                                                    context = <$node as juniper::GraphQLValue>::Context,
                                                )]
        impl $crate::kit::graphql::connection::Edge<$node> {
            /// The record.
            fn node(&self) -> &$node {
                &self.node
            }

            /// The place of the record in the list: send it as `after` to go on behind it.
            fn cursor(&self) -> $crate::kit::Result<String> {
                self.place.cursor()
            }
        }
    };
}
pub use crate::connection;

#[cfg(test)]
mod tests {
    use juniper::{EmptyMutation, EmptySubscription, RootNode, graphql_object, graphql_value, graphql_vars};

    use super::*;
    use crate::kit::graphql::{eager::Relations, loaders::Loaders};

    pub struct Rivers(Vec<&'static str>, Loaders<()>);

    impl juniper::Context for Rivers {}

    impl Relations for Rivers {
        type Db = ();

        fn loaders(&self) -> &Loaders<()> {
            &self.1
        }

        fn is_async(_: &str, _: &str) -> bool {
            false
        }
    }

    pub struct River(&'static str);

    #[graphql_object(context = Rivers)]
    impl River {
        fn name(&self) -> &str {
            self.0
        }

        fn of(&self, context: &Rivers) -> i32 {
            i32::try_from(context.0.len()).unwrap_or(i32::MAX)
        }
    }

    connection!(River as "RiverConnection", "RiverEdge");

    struct RiverQueries;

    #[graphql_object(context = Rivers, scalar = S: ScalarValue)]
    impl RiverQueries {
        async fn rivers<S: ScalarValue>(
            executor: &Executor<'_, '_, Rivers, S>,
            first: i32,
            after: Option<String>,
        ) -> Result<Connection<River>> {
            let page = Page::new("rivers by name", first, after.as_deref())?;
            let after = page.after_key::<String>()?.unwrap_or_default();
            let all = &executor.context().0;
            let limit = usize::try_from(page.limit()).expect("at most 101");
            let rows = all.iter().filter(|name| **name > after.as_str()).take(limit).map(|name| River(name)).collect();
            let total = wants_total(executor).then(|| i64::try_from(all.len()).expect("three rivers"));
            Ok(Connection::from_rows(&page, rows, |river| river.0)?.with_total(total))
        }
    }

    // As areas do it: a part that looks ahead is generic over the scalar, the merged root is not.
    crate::merged_object!(Query for Rivers = [RiverQueries]);

    async fn ask(query: &str, after: Option<&str>) -> juniper::Value {
        let schema = RootNode::new(Query, EmptyMutation::new(), EmptySubscription::new());
        let context = Rivers(vec!["Congo", "Niger", "Nile"], Loaders::new(()));
        let variables = graphql_vars! { "after": (after.map(str::to_owned)) };
        let (answer, errors) =
            juniper::execute(query, None, &schema, &variables, &context).await.expect("a valid document");
        assert_eq!(errors, vec![]);
        answer
    }

    #[tokio::test]
    async fn the_end_cursor_of_one_page_leads_to_the_next() {
        let query = "query ($after: String) {
            rivers(first: 2, after: $after) { edges { node { name of } } pageInfo { hasNextPage hasPreviousPage endCursor } }
        }";
        let cursor_of = |name: &str| {
            Page::new("rivers by name", 1, None)
                .and_then(|page| page.place(name.to_owned()).cursor())
                .expect("a cursor")
        };
        let first = graphql_value!({ "rivers": {
            "edges": [{ "node": { "name": "Congo", "of": 3 } }, { "node": { "name": "Niger", "of": 3 } }],
            "pageInfo": { "hasNextPage": true, "hasPreviousPage": false, "endCursor": (cursor_of("Niger")) },
        }});
        assert_eq!(ask(query, None).await, first);
        let second = graphql_value!({ "rivers": {
            "edges": [{ "node": { "name": "Nile", "of": 3 } }],
            "pageInfo": { "hasNextPage": false, "hasPreviousPage": true, "endCursor": (cursor_of("Nile")) },
        }});
        assert_eq!(ask(query, Some(&cursor_of("Niger"))).await, second);
    }

    #[tokio::test]
    async fn the_total_is_counted_when_asked_for_even_under_another_name_or_in_a_fragment() {
        let renamed = ask("{ rivers(first: 1) { number: totalCount } }", None).await;
        assert_eq!(renamed, graphql_value!({ "rivers": { "number": 3 } }));
        let spread = ask("{ all: rivers(first: 1) { ...f } } fragment f on RiverConnection { totalCount }", None).await;
        assert_eq!(spread, graphql_value!({ "all": { "totalCount": 3 } }));
    }

    #[test]
    fn a_page_that_is_exactly_full_is_the_last_one() {
        let page = Page::new("rivers by name", 2, None).expect("in range");
        let full = Connection::from_rows(&page, vec![River("Congo"), River("Niger")], |river| river.0).expect("a page");
        assert!(!full.page_info.has_next_page);
        let empty =
            Connection::from_rows(&page, Vec::<River>::new(), |river| river.0).expect("a page").map(|river| river.0);
        let nothing = PageInfo { has_next_page: false, has_previous_page: false, start_cursor: None, end_cursor: None };
        assert_eq!(empty.page_info, nothing);
    }
}
