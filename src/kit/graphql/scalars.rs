//! GraphQL scalars of our own.

use juniper::graphql_scalar;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

/// A whole number of people or things, up to 2^53.
///
/// GraphQL's `Int` ends at 2^31, and a region has more people than that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
#[graphql_scalar]
#[graphql(
    with = count,
    parse_token(i32, f64, String),
    description = "A whole number of people or things, written as a JSON number, at most 2^53. Null is not zero: it means that it is not known."
)]
pub struct Count(pub i64);

impl Count {
    /// The largest count that every JSON reader keeps exact.
    pub const MAX: i64 = 1 << 53;

    /// A computed figure for display: rounded half away from zero. None when it is out of range.
    pub fn rounded(value: Decimal) -> Option<Self> {
        value
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()
            .filter(|n| n.abs() <= Self::MAX)
            .map(Self)
    }

    /// How many there are in memory.
    pub fn of(number: usize) -> Self {
        Self(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// The count as an exact decimal.
    pub fn decimal(self) -> Decimal {
        Decimal::from(self.0)
    }
}

mod count {
    use super::Count;
    use juniper::{Scalar, ScalarValue};

    pub(super) fn to_output<S: ScalarValue>(count: &Count) -> S {
        // juniper has no 64-bit integer; its double is exact up to 2^53, where a count ends.
        i32::try_from(count.0).map_or_else(|_| S::from(count.0 as f64), S::from)
    }

    pub(super) fn from_input(value: &Scalar<impl ScalarValue>) -> Result<Count, Box<str>> {
        let number = value
            .try_to_int()
            .map(i64::from)
            .or_else(|| value.try_as_str().and_then(|text| text.parse().ok()))
            .or_else(|| value.try_to_float().and_then(|float| float.to_string().parse().ok()));
        match number {
            Some(number) if (0..=Count::MAX).contains(&number) => Ok(Count(number)),
            _ => Err("a count is a whole number from 0 to 2^53".into()),
        }
    }
}
