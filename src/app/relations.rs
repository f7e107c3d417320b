//! Which fields of the graph wait, each for a query of its own: a selection with one of them is resolved row by row, any other in passes.
//!
//! juniper panics when such a field is resolved in a pass. A test compares this table with the sources.

use crate::kit::{
    db::Db,
    graphql::{Context, eager::Relations, loaders::Loaders},
};

/// The fields that are an `async fn`: (type, fields). Those of the roots are not told: nothing leads to a root.
pub const ASYNC_FIELDS: &[(&str, &[&str])] = &[
    ("Appeal", &["editions", "flows", "funding", "revisions"]),
    ("NeedsRound", &["figures"]),
    ("PlanFigures", &["areas", "categories", "indicators"]),
    ("Viewer", &["apiTokens", "invitations", "user"]),
];

impl Relations for Context {
    type Db = Db;

    fn loaders(&self) -> &Loaders<Db> {
        &self.loaders
    }

    fn is_async(type_name: &str, field: &str) -> bool {
        ASYNC_FIELDS.iter().any(|(of, fields)| *of == type_name && fields.contains(&field))
    }
}
