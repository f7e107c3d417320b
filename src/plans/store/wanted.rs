//! What is wanted of indicators over all places.

use std::collections::HashMap;

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use crate::{
    kit::{Result, db::Conn},
    plans::model::{IndicatorId, PlanId},
};

/// Where an indicator starts and where it is to come, over all places. Of a ratio these are shares, as its value is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Where it started; none when not known.
    pub baseline: Option<Decimal>,
    /// How many need it; none when not known.
    pub in_need: Option<Decimal>,
    /// Where it is to come; none when not decided.
    pub target: Option<Decimal>,
}

#[derive(QueryableByName)]
struct WantedOfIndicator {
    #[diesel(sql_type = sql_types::Uuid)]
    id: IndicatorId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    baseline: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    in_need: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    target: Option<Decimal>,
}

/// What is wanted of the indicators of a plan, as its latest published version says it. By the rule of people wanted: a stated total of a place
/// holds, else its fullest split; places of one level add up, and the fullest level stands. Where figures of places do not add up, several give none.
///
/// # Errors
/// When the database cannot be reached.
pub async fn wanted_of_indicators(mut conn: Conn<'_>, plan: PlanId) -> Result<HashMap<IndicatorId, Wanted>> {
    let query = sql_query(include_str!("wanted.sql")).bind::<sql_types::Uuid, _>(plan);
    let rows: Vec<WantedOfIndicator> = query.load(&mut conn).await?;
    let wanted = |row: WantedOfIndicator| {
        let WantedOfIndicator { id, baseline, in_need, target } = row;
        (id, Wanted { baseline, in_need, target })
    };
    Ok(rows.into_iter().map(wanted).collect())
}
