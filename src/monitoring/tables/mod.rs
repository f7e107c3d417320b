//! The tables that a cluster works with: who is where, what is missing, who reports. Each is one file here that knows its columns and how it is filled;
//! the graph, the files, a published month and a shared link all show the same.
//!
//! Columns have the names of the Humanitarian API where it has the column, and HXL tags.

mod areas;
mod cells;
mod completeness;
mod gaps;
mod operational_presence;
mod overlaps;
pub(super) mod page;
mod presence;
mod quality;
mod rows;
mod sql;
mod uncovered;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use rows::{LongTable, long};

use super::{
    model::{Period, PeriodId},
    store,
};
use crate::{
    kit::{
        Error, Result,
        data::{Column, Record},
        db::{Conn, Keep},
    },
    places,
    plans::PlanId,
    text_enum,
};

text_enum! {
    /// A table of a plan.
    TableKind {
        /// Who does what where: organisation, area and activity, with the rows of accepted reports that are ongoing and completed.
        Presence = "PRESENCE",
        /// Who is where, as the Humanitarian API (HAPI) has it: organisation, area, sector and period.
        OperationalPresence = "OPERATIONAL_PRESENCE",
        /// People in need, to be reached and reached by area, what is missing, and which area comes first by severity.
        Gaps = "GAPS",
        /// Areas with people in need where nobody is active.
        Uncovered = "UNCOVERED",
        /// What each organisation owes in reports, and what came and came in time.
        Completeness = "COMPLETENESS",
        /// The same by area.
        CompletenessByArea = "COMPLETENESS_BY_AREA",
        /// By period: partners reporting, duplicate rows, overlapping places.
        Quality = "QUALITY",
        /// Places where several organisations told of the same activity and group in the same period.
        Overlaps = "OVERLAPS",
    }
}

impl TableKind {
    /// Its name in addresses: `operational-presence`.
    pub fn slug(self) -> String {
        self.as_str().to_lowercase().replace('_', "-")
    }

    /// The table of this name.
    pub fn named(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }

    /// Its columns.
    pub fn columns(self) -> Vec<Column> {
        match self {
            Self::Presence => presence::columns(),
            Self::OperationalPresence => operational_presence::columns(),
            Self::Gaps => gaps::columns(),
            Self::Uncovered => uncovered::columns(),
            Self::Completeness => completeness::columns(),
            Self::CompletenessByArea => completeness::columns_by_area(),
            Self::Quality => quality::columns(),
            Self::Overlaps => overlaps::columns(),
        }
    }

    /// Whether its records are of areas.
    pub fn has_areas(self) -> bool {
        !matches!(self, Self::Completeness | Self::Quality)
    }
}

/// Of what a table is filled.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The plan.
    pub plan: PlanId,
    /// The periods that count, in the order of time.
    pub periods: Vec<PeriodId>,
    /// The level of areas.
    pub level: i32,
    /// The moment.
    pub now: DateTime<Utc>,
}

impl Asked {
    /// Periods of a plan: from one to another, without ends from the first to the latest that has opened.
    ///
    /// # Errors
    /// When a period is not one of the plan, or they are the wrong way round; when there is no such level.
    pub async fn new(
        conn: Conn<'_>,
        plan: PlanId,
        (from, up_to): (Option<PeriodId>, Option<PeriodId>),
        level: i32,
        now: DateTime<Utc>,
    ) -> Result<Self> {
        if !(1..=5).contains(&level) {
            return Err(Error::invalid("level", "area-level", "the level is 1, of the largest areas, to 5"));
        }
        let mut periods: Vec<Period> = super::figures::periods_up_to(conn, plan, up_to).await?;
        periods.retain(|period| up_to.is_some() || period.opens_at <= now);
        if let Some(from) = from {
            let all = store::periods_of_plan(conn, plan).await?;
            let first = all.iter().find(|period| period.id == from).ok_or_else(|| {
                Error::invalid("fromPeriodId", "period-of-another-plan", "this is no period of the plan")
            })?;
            periods.retain(|period| period.number >= first.number);
            if periods.is_empty() {
                let message = "the first period stands behind the last";
                return Err(Error::invalid("fromPeriodId", "periods-reversed", message));
            }
        }
        Ok(Self { plan, periods: periods.iter().map(|period| period.id).collect(), level, now })
    }
}

/// The records of a table, each with its area where the table has areas.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The records.
    pub records: Vec<Record>,
    /// Their areas, one each.
    pub areas: Vec<Option<Uuid>>,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    area_id: Option<Uuid>,
    #[diesel(sql_type = sql_types::Array<sql_types::Nullable<sql_types::Text>>)]
    cells: Vec<Option<String>>,
}

/// Fills a table.
///
/// # Errors
/// When the database cannot be read.
pub async fn fill(conn: Conn<'_>, kind: TableKind, asked: &Asked) -> Result<Filled> {
    match kind {
        TableKind::Presence => lines(conn, &presence::sql(), asked).await,
        TableKind::OperationalPresence => lines(conn, &operational_presence::sql(), asked).await,
        TableKind::Overlaps => lines(conn, &overlaps::sql(), asked).await,
        TableKind::Quality => lines(conn, &quality::sql(), asked).await,
        TableKind::Completeness => lines(conn, &completeness::sql(), asked).await,
        TableKind::CompletenessByArea => completeness::by_area(conn, asked).await,
        TableKind::Gaps => gaps::fill(conn, asked).await,
        TableKind::Uncovered => uncovered::fill(conn, asked).await,
    }
}

/// What a statement over plans `$1`, periods `$2` and level `$3` gives: an area and the cells.
async fn lines(mut conn: Conn<'_>, sql: &str, asked: &Asked) -> Result<Filled> {
    let found: Vec<Line> = sql_query(sql)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(vec![asked.plan])
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&asked.periods)
        .bind::<sql_types::Integer, _>(asked.level)
        .kept()
        .load(&mut conn)
        .await?;
    let (areas, records) = found.into_iter().map(|line| (line.area_id, line.cells)).unzip();
    Ok(Filled { records, areas })
}

#[derive(QueryableByName)]
struct Outline {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Jsonb)]
    geometry: Value,
}

/// Puts the geometry of each record's area behind its cells; none where the area has none.
///
/// # Errors
/// `INVALID` for a table without areas.
pub async fn with_outlines(mut conn: Conn<'_>, kind: TableKind, filled: Filled) -> Result<Vec<Record>> {
    if !kind.has_areas() {
        let message = "this table has no places; take it as .csv, .xlsx or .json";
        return Err(Error::invalid("format", "table-without-places", message));
    }
    let mut ids: Vec<Uuid> = filled.areas.iter().flatten().copied().collect();
    ids.sort_unstable();
    ids.dedup();
    let found: Vec<Outline> =
        sql_query("select id, geometry from admin_areas where id = any($1) and geometry is not null")
            .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
            .load(&mut conn)
            .await?;
    let geometry = |outline: Outline| Some((outline.id, places::outline_geojson(&outline.geometry)?));
    let outlines: BTreeMap<Uuid, String> = found.into_iter().filter_map(geometry).collect();
    let records = filled.records.into_iter().zip(filled.areas);
    Ok(records
        .map(|(mut record, area)| {
            record.push(area.and_then(|area| outlines.get(&area).cloned()));
            record
        })
        .collect())
}
