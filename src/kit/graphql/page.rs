//! Which rows of an ordered list a client wants, and the cursors that say where a page ended.
//!
//! Pages are found by key (`where (name, id) > (...)`), not by offset: the cost does not grow with the page, and rows that come or go between two
//! pages shift nothing. A cursor carries the list and order it belongs to, so that one of another list is refused instead of giving a wrong page.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::kit::{Error, Result};

/// The most rows that one page may hold.
pub const MAX_FIRST: i32 = 100;

/// A page of a list: how many rows, after which place.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// How many rows the client asked for, from 1 to [`MAX_FIRST`].
    pub first: i64,
    /// The place after which the page begins; the start of the list when there is none.
    pub after: Option<Cursor>,
    list: &'static str,
}

impl Page {
    /// Checks the arguments `first` and `after` of a connection. `list` names the list and its order (`places by name`); it goes into every
    /// cursor and must stay as it is as long as clients may hold one.
    ///
    /// # Errors
    /// `INVALID` when `first` is out of range, or `after` is no cursor of this list.
    pub fn new(list: &'static str, first: i32, after: Option<&str>) -> Result<Self> {
        if !(1..=MAX_FIRST).contains(&first) {
            let message = format!("ask for 1 to {MAX_FIRST} records at a time, not {first}; get more with `after`");
            return Err(Error::invalid("first", "page-first-out-of-range", message));
        }
        let after = after.map(|text| Cursor::read(list, text)).transpose()?;
        Ok(Self { first: first.into(), after, list })
    }

    /// How many rows to fetch: one more than asked for, which tells whether another page follows.
    pub fn limit(&self) -> i64 {
        self.first + 1
    }

    /// The ordering key after which the page begins, as the tuple that [`Connection::from_rows`](super::connection::Connection::from_rows) was given.
    ///
    /// # Errors
    /// `INVALID` when the cursor holds something else (a cursor that was made by hand).
    pub fn after_key<K: DeserializeOwned>(&self) -> Result<Option<K>> {
        self.after.as_ref().map(Cursor::key).transpose()
    }

    /// The place of a row of this list.
    pub(super) fn place<K: Serialize + Send + Sync + 'static>(&self, key: K) -> Place {
        Place { list: self.list, key: Box::new(key) }
    }
}

/// A row's place in a list.
pub struct Place {
    list: &'static str,
    key: Box<dyn Key>,
}

/// An ordering key, of whatever type.
trait Key: Send + Sync {
    fn cursor(&self, list: &str) -> Result<String>;
}

impl<K: Serialize + Send + Sync> Key for K {
    fn cursor(&self, list: &str) -> Result<String> {
        Cursor::write(list, self)
    }
}

impl Place {
    /// The cursor that leads here.
    ///
    /// # Errors
    /// `INTERNAL` when the key cannot be written as JSON.
    pub fn cursor(&self) -> Result<String> {
        self.key.cursor(self.list)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Place").field("list", &self.list).finish_non_exhaustive()
    }
}

/// A place in a list: the ordering key of the row there. Opaque to clients.
#[derive(Debug, Clone, PartialEq)]
pub struct Cursor(Value);

impl Cursor {
    fn write<K: Serialize>(list: &str, key: &K) -> Result<String> {
        serde_json::to_vec(&(list, key)).map(|json| URL_SAFE_NO_PAD.encode(json)).map_err(Error::internal)
    }

    fn read(list: &str, text: &str) -> Result<Self> {
        let json = URL_SAFE_NO_PAD.decode(text).map_err(|_| not_a_cursor())?;
        let (of, key): (String, Value) = serde_json::from_slice(&json).map_err(|_| not_a_cursor())?;
        if of == list {
            return Ok(Self(key));
        }
        let message = format!("this cursor belongs to another list or order ({of}), not to this one ({list})");
        Err(Error::invalid("after", "page-cursor-of-another-list", message))
    }

    fn key<K: DeserializeOwned>(&self) -> Result<K> {
        K::deserialize(&self.0).map_err(|_| not_a_cursor())
    }
}

fn not_a_cursor() -> Error {
    Error::invalid(
        "after",
        "page-not-a-cursor",
        "this is not a cursor; send an `endCursor` or `cursor` exactly as it was answered",
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::kit::Code;

    #[test]
    fn a_page_holds_one_to_a_hundred_rows() {
        for first in [1, 50, 100] {
            assert_eq!(Page::new("rivers", first, None).expect("in range").limit(), i64::from(first) + 1);
        }
        for first in [0, -1, 101, i32::MIN, i32::MAX] {
            let error = Page::new("rivers", first, None).expect_err("out of range");
            assert_eq!(
                (error.code(), error.field(), error.key()),
                (Code::Invalid, Some("first"), "page-first-out-of-range")
            );
        }
    }

    #[test]
    fn a_cursor_of_another_list_is_refused_by_name() {
        let cursor = Cursor::write("rivers by length", &(6650, Uuid::nil())).expect("serializable");
        let error = Page::new("rivers by name", 10, Some(&cursor)).expect_err("another order");
        assert_eq!((error.field(), error.key()), (Some("after"), "page-cursor-of-another-list"));
        assert_eq!(
            error.message(),
            "this cursor belongs to another list or order (rivers by length), not to this one (rivers by name)"
        );
    }

    #[test]
    fn a_cursor_with_a_key_of_another_shape_is_refused() {
        let cursor = Cursor::write("rivers", &"only a name").expect("serializable");
        let page = Page::new("rivers", 10, Some(&cursor)).expect("a cursor of this list");
        assert_eq!(page.after_key::<(String, Uuid)>().expect_err("no pair").key(), "page-not-a-cursor");
    }

    proptest! {
        #[test]
        fn a_cursor_gives_back_the_key_it_was_made_of(name in ".*", id: u128) {
            let key = (name, Uuid::from_u128(id));
            let cursor = Cursor::write("rivers", &key).expect("serializable");
            let page = Page::new("rivers", 10, Some(&cursor)).expect("a cursor of this list");
            prop_assert_eq!(page.after_key::<(String, Uuid)>().expect("the same shape"), Some(key));
        }

        #[test]
        fn a_made_up_cursor_is_an_error_and_nothing_worse(text in ".*") {
            prop_assert_eq!(Page::new("rivers", 10, Some(&text)).expect_err("no cursor").code(), Code::Invalid);
        }
    }
}
