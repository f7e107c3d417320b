//! What areas are called: for tables whose figures are reckoned outside the database.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{
    Filled,
    sql::{BASE, LEVELS, levels},
};
use crate::kit::data::Record;

/// The areas of the level, those of the past among them.
pub(super) fn sql() -> String {
    format!(
        "with {BASE}
        select own.id as area_id, array[{LEVELS}] as cells
        from admin_areas own
        cross join plan
        {levels}
        where own.level = $3 and own.country_iso3 = plan.country_iso3",
        levels = levels("(select id as area_id from admin_areas where level = $3) wanted", "own.id"),
    )
}

/// Records that begin with what their areas are called.
pub(super) fn join<T>(found: &[T], area: impl Fn(&T) -> Uuid, names: &Filled, cells: impl Fn(&T) -> Record) -> Filled {
    let names: BTreeMap<Uuid, &Record> =
        names.areas.iter().zip(&names.records).filter_map(|(area, record)| Some(((*area)?, record))).collect();
    let record = |one: &T| {
        let mut record = names.get(&area(one)).map_or_else(|| vec![None; 6], |record| (*record).clone());
        record.extend(cells(one));
        record
    };
    Filled { records: found.iter().map(record).collect(), areas: found.iter().map(|one| Some(area(one))).collect() }
}
