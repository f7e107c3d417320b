//! Rust types that are one JSON value in the database.

use std::io::Write;

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, IsNull, Output, ToSql},
    sql_types::Jsonb,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::kit::{Error, Result};

/// The only version that there is of the binary form: one byte before the text.
pub const VERSION: u8 = 1;

/// The text of a value as the database sends it.
///
/// # Errors
/// When it is of another version.
pub fn text_of<'a>(value: &'a PgValue<'_>) -> deserialize::Result<&'a [u8]> {
    match value.as_bytes().split_first() {
        Some((&VERSION, text)) => Ok(text),
        _ => Err("jsonb of an unknown version".into()),
    }
}

/// A record as JSON text. As a tree of values a report of 100,000 rows would take a gigabyte, and as much again for each copy.
#[derive(Debug, Clone, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Jsonb)]
pub struct JsonText(String);

impl JsonText {
    /// The record as it is now.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn of(record: &(impl Serialize + ?Sized)) -> Result<Self> {
        serde_json::to_string(record).map(Self).map_err(Error::internal)
    }

    /// The record that was written.
    ///
    /// # Errors
    /// When the text is of something else.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.0).map_err(Error::internal)
    }

    /// The text itself.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl ToSql<Jsonb, Pg> for JsonText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[VERSION])?;
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}

impl FromSql<Jsonb, Pg> for JsonText {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        Ok(Self(std::str::from_utf8(text_of(&value)?)?.to_owned()))
    }
}

/// Keeps a type that serde knows in a column of `jsonb`. The type itself says `#[diesel(sql_type = Jsonb)]`.
#[macro_export]
macro_rules! as_jsonb {
    ($name:ty) => {
        impl diesel::serialize::ToSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                std::io::Write::write_all(out, &[$crate::kit::db::jsonb::VERSION])?;
                serde_json::to_writer(out, self)?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                Ok(serde_json::from_slice($crate::kit::db::jsonb::text_of(&value)?)?)
            }
        }
    };
}
