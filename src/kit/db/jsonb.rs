//! Rust types that are one JSON value in the database.

/// Keeps a type that serde knows in a column of `jsonb`. The type itself says `#[diesel(sql_type = Jsonb)]`.
#[macro_export]
macro_rules! as_jsonb {
    ($name:ty) => {
        impl diesel::serialize::ToSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                // The version of the format.
                std::io::Write::write_all(out, &[1])?;
                serde_json::to_writer(out, self)?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        impl diesel::deserialize::FromSql<diesel::sql_types::Jsonb, diesel::pg::Pg> for $name {
            fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                let value =
                    <serde_json::Value as diesel::deserialize::FromSql<diesel::sql_types::Jsonb, _>>::from_sql(value)?;
                Ok(serde_json::from_value(value)?)
            }
        }
    };
}
