//! What a database holds, as of one moment: its tables and how many rows each has. For backups, which must prove that nothing is missing.

use std::collections::BTreeMap;

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};
use serde::{Deserialize, Serialize};

use super::Conn;
use crate::kit::Result;

/// The table in which the migrations that were run are noted.
const MIGRATIONS: &str = "__diesel_schema_migrations";

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The version of the server.
    pub postgres: String,
    /// The migrations that were run, in their order.
    pub migrations: Vec<String>,
    /// How many rows each table has.
    pub tables: BTreeMap<String, i64>,
}

impl Contents {
    /// The first thing in which another database holds something else; the server's version may differ.
    pub fn difference(&self, other: &Self) -> Option<String> {
        if self.migrations != other.migrations {
            return Some("other migrations were run".to_owned());
        }
        let count = |of: &Self, table: &str| of.tables.get(table).map_or("missing".to_owned(), i64::to_string);
        let tables = self.tables.keys().chain(other.tables.keys());
        let mut differing = tables.filter(|table| self.tables.get(*table) != other.tables.get(*table));
        differing.next().map(|table| {
            format!("the table {table} should have {} rows, and has {}", count(self, table), count(other, table))
        })
    }
}

#[derive(QueryableByName)]
struct Text {
    #[diesel(sql_type = sql_types::Text)]
    value: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = sql_types::Text)]
    name: String,
    #[diesel(sql_type = sql_types::BigInt)]
    rows: i64,
}

/// Begins a transaction on `conn` that sees every row of one moment for as long as it is open, and gives the name under which other connections see the same.
///
/// # Errors
/// When the database cannot be reached.
pub async fn hold(mut conn: Conn<'_>) -> Result<String> {
    // Large tables take their time, and nobody waits for what this transaction holds.
    let begin = "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set darasa.viewer = 'program'; \
        begin isolation level repeatable read, read only";
    conn.batch_execute(begin).await?;
    let snapshot: Text = sql_query("select pg_export_snapshot() as value").get_result(&mut conn).await?;
    Ok(snapshot.value)
}

/// The tables, views and sequences of the database, ours or anybody's.
///
/// # Errors
/// When the database cannot be reached.
pub async fn tables(mut conn: Conn<'_>) -> Result<Vec<String>> {
    let query = "select relname::text as value from pg_class where relnamespace = 'public'::regnamespace \
        and relkind in ('r', 'p', 'v', 'm', 'S', 'f') order by relname";
    let found: Vec<Text> = sql_query(query).load(&mut conn).await?;
    Ok(found.into_iter().map(|table| table.value).collect())
}

/// Counts everything.
///
/// # Errors
/// When the database cannot be reached.
pub async fn count(mut conn: Conn<'_>) -> Result<Contents> {
    // One statement over all tables, made of the catalogue, which quotes their names itself.
    let make = "select coalesce(string_agg(format('select %L as name, count(*) as rows from %I.%I', relname, 'public', relname), ' union all '), \
            'select null as name, 0::bigint as rows where false') as value \
        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'";
    let statement: Text = sql_query(make).get_result(&mut conn).await?;
    let counts: Vec<Count> = sql_query(statement.value).load(&mut conn).await?;
    let tables: BTreeMap<String, i64> = counts.into_iter().map(|count| (count.name, count.rows)).collect();
    let migrations = if tables.contains_key(MIGRATIONS) {
        let query = format!("select version::text as value from {MIGRATIONS} order by version");
        let found: Vec<Text> = sql_query(query).load(&mut conn).await?;
        found.into_iter().map(|migration| migration.value).collect()
    } else {
        Vec::new()
    };
    let server: Text = sql_query("select current_setting('server_version') as value").get_result(&mut conn).await?;
    Ok(Contents { postgres: server.value, migrations, tables })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_difference_is_told_with_both_counts() {
        let contents = |tables: &[(&str, i64)]| Contents {
            postgres: "15.1".to_owned(),
            migrations: vec!["1".to_owned()],
            tables: tables.iter().map(|(name, rows)| ((*name).to_owned(), *rows)).collect(),
        };
        let before = contents(&[("a", 1), ("b", 2)]);
        assert_eq!(before.difference(&Contents { postgres: "18.0".to_owned(), ..before.clone() }), None);
        let told = |after| before.difference(&after).expect("a difference");
        assert_eq!(told(contents(&[("a", 1), ("b", 3)])), "the table b should have 2 rows, and has 3");
        assert_eq!(told(contents(&[("a", 1)])), "the table b should have 2 rows, and has missing");
        assert_eq!(told(contents(&[("a", 1), ("b", 2), ("c", 0)])), "the table c should have missing rows, and has 0");
        assert_eq!(told(Contents { migrations: Vec::new(), ..before.clone() }), "other migrations were run");
    }
}
