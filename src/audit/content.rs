//! A record as JSON text. As a tree of values, a report of 100,000 rows would take a gigabyte, and as much again for each copy.

use std::io::Write;

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, IsNull, Output, ToSql},
    sql_types::Jsonb,
};
use serde::Serialize;
use serde_json::Value;

use crate::kit::{Error, Result};

/// A record as the history keeps it.
#[derive(Debug, Clone, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Jsonb)]
pub struct Content(String);

impl Content {
    /// The record as it is now.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub(super) fn of(record: &impl Serialize) -> Result<Self> {
        serde_json::to_string(record).map(Self).map_err(Error::internal)
    }

    /// The text itself.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl ToSql<Jsonb, Pg> for Content {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        // The only version that there is of the binary form: one byte, and the text.
        out.write_all(&[1])?;
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Jsonb, Pg> for Content {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let value = <Value as FromSql<Jsonb, Pg>>::from_sql(bytes)?;
        Ok(Self(value.to_string()))
    }
}
