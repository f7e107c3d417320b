//! Typed ids over UUIDv7: an id of one kind cannot stand where another kind is meant, in Rust or at the edge.
//!
//! Clients see global ids (Relay): opaque text that carries the kind, so that `node(id)` can find any record and a wrong kind is an error that
//! says so instead of a record that cannot be found.

use std::{fmt, hash, marker::PhantomData};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, Output, ToSql},
    sql_types,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::{Clock, Error, Result};

/// A kind of record that has ids.
pub trait Kind: 'static {
    /// Its name: the GraphQL type's.
    const NAME: &'static str;
}

/// The id of a record of kind `K`.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = sql_types::Uuid)]
pub struct Id<K: Kind>(Uuid, PhantomData<fn() -> K>);

impl<K: Kind> Id<K> {
    /// The id that is `uuid` in the database.
    pub fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// A new id.
    pub fn new(clock: &Clock) -> Self {
        Self::from_uuid(clock.new_uuid())
    }

    /// The id as the database keeps it.
    pub fn uuid(self) -> Uuid {
        self.0
    }

    /// The id as clients see it.
    pub fn global(self) -> juniper::ID {
        juniper::ID::new(URL_SAFE_NO_PAD.encode(format!("{}:{}", K::NAME, self.0.simple())))
    }

    /// Reads an id as clients give it; `field` is the input that it came in.
    ///
    /// # Errors
    /// When the text is no id, or the id of another kind of record.
    pub fn parse(id: &juniper::ID, field: &str) -> Result<Self> {
        let (kind, uuid) = parse_global(id, field)?;
        if kind == K::NAME {
            Ok(Self::from_uuid(uuid))
        } else {
            Err(Error::invalid(
                field,
                "id-wrong-kind",
                format!("this is the id of a {kind}, and a {} is meant", K::NAME),
            ))
        }
    }

    /// Reads an optional id as clients give it.
    ///
    /// # Errors
    /// As [`Id::parse`].
    pub fn parse_optional(id: Option<&juniper::ID>, field: &str) -> Result<Option<Self>> {
        id.map(|id| Self::parse(id, field)).transpose()
    }
}

/// Splits a global id into the kind's name and the id in the database.
///
/// # Errors
/// When the text is no global id.
pub fn parse_global(id: &juniper::ID, field: &str) -> Result<(String, Uuid)> {
    let broken = || Error::invalid(field, "id-malformed", "this is no id; use an id exactly as the API gave it");
    let bytes = URL_SAFE_NO_PAD.decode(id.as_bytes()).map_err(|_| broken())?;
    let text = String::from_utf8(bytes).map_err(|_| broken())?;
    let (kind, uuid) = text.split_once(':').ok_or_else(broken)?;
    Ok((kind.to_owned(), Uuid::try_parse(uuid).map_err(|_| broken())?))
}

impl<K: Kind> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K: Kind> Copy for Id<K> {}

impl<K: Kind> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<K: Kind> Eq for Id<K> {}

impl<K: Kind> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<K: Kind> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<K: Kind> hash::Hash for Id<K> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<K: Kind> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", K::NAME, self.0)
    }
}

impl<K: Kind> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<K: Kind> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, K: Kind> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::from_uuid)
    }
}

impl<K: Kind> ToSql<sql_types::Uuid, Pg> for Id<K> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        ToSql::<sql_types::Uuid, Pg>::to_sql(&self.0, out)
    }
}

impl<K: Kind> FromSql<sql_types::Uuid, Pg> for Id<K> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        <Uuid as FromSql<sql_types::Uuid, Pg>>::from_sql(value).map(Self::from_uuid)
    }
}

/// Declares kinds of records and their id types: `ids!(/// doc  PlaceId of Place)`.
#[macro_export]
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident of $kind:ident as $name:literal;)+) => {$(
        /// Marks ids of this kind.
        pub enum $kind {}

        impl $crate::kit::ids::Kind for $kind {
            const NAME: &'static str = $name;
        }

        $(#[$doc])*
        pub type $id = $crate::kit::ids::Id<$kind>;
    )+};
}

#[cfg(test)]
mod tests {
    use super::*;

    ids! {
        /// A cat's id.
        CatId of CatKind as "Cat";
        /// A dog's id.
        DogId of DogKind as "Dog";
    }

    #[test]
    fn an_id_of_another_kind_is_an_error_that_names_both() {
        let cat = CatId::from_uuid(Uuid::from_u128(7));
        assert_eq!(CatId::parse(&cat.global(), "id").expect("its own kind"), cat);
        let error = DogId::parse(&cat.global(), "dogId").expect_err("another kind");
        assert_eq!(error.message(), "this is the id of a Cat, and a Dog is meant");
        assert_eq!(error.field(), Some("dogId"));
    }

    #[test]
    fn text_that_is_no_id_is_refused() {
        for text in ["", "1", "not base64!", "Q2F0", "Q2F0Onh4", "Q2F0OjEyMw"] {
            assert!(CatId::parse(&juniper::ID::new(text.to_owned()), "id").is_err(), "{text:?}");
        }
    }
}
