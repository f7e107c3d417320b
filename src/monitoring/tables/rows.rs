//! The full 5W of a plan: one record for each row of an accepted report, with the figures in columns that are fixed by the plan and not by the page.
//!
//! It is read in pieces of some reports each, in the order of periods, reports and rows: whatever the number of rows, a piece is all that the
//! database keeps of it.

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::{cells, sql::name};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        data::{Column, Format, Records},
        db::{Conn, LongRead},
    },
    monitoring::{model::PeriodId, store::readable},
    plans::Plan,
};

/// How many rows a piece has, as long as a single report has not more.
const PIECE: u64 = 20_000;

/// A table of any length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongTable {
    /// A record for each row, its figures in columns.
    Rows,
    /// A record for each figure of a row.
    Cells,
}

impl LongTable {
    /// The table of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "rows" => Some(Self::Rows),
            "cells" => Some(Self::Cells),
            _ => None,
        }
    }
}

/// A long table that is about to be read.
pub struct Long {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its records.
    pub records: Records,
}

/// A category that rows of the plan speak of: its id, what columns of it are called and tagged.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct Split {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    key: String,
    #[diesel(sql_type = sql_types::Text)]
    counts: String,
    #[diesel(sql_type = sql_types::Bool)]
    has_people: bool,
    #[diesel(sql_type = sql_types::Bool)]
    has_values: bool,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    attributes: Vec<String>,
}

/// The columns of figures are fixed by what accepted reports of the plan told of in any period, so that files of two months have the same columns
/// as long as nobody tells of others.
async fn splits(mut conn: Conn<'_>, plan: &Plan) -> Result<Vec<Split>> {
    let sql = "with told as (
            select t.category_id, bool_or(i.counts_people) as has_people, bool_or(not i.counts_people) as has_values
            from (select distinct indicator_id, category_id from indicator_totals where plan_id = $1) t
            join indicators i on i.id = t.indicator_id
            group by t.category_id
        )
        select k.id, k.key, k.counts, t.has_people, t.has_values,
            array(select coalesce(v.hxl[1], v.code) from category_values c
                join dimension_values v on v.id = c.dimension_value_id
                join dimensions d on d.id = v.dimension_id
                where c.category_id = k.id order by d.code) as attributes
        from told t join categories k on k.id = t.category_id
        order by k.key, k.id";
    Ok(sql_query(sql).bind::<sql_types::Uuid, _>(plan.id).load(&mut conn).await?)
}

impl Split {
    /// What its columns end in: `f_age_6_11`, with `all` for everyone.
    fn suffix(&self) -> String {
        // Values that have no attribute of their own yet are told by their code; a category whose values are not listed, by its key.
        let from_key =
            || self.key.split(';').filter_map(|part| part.split_once('=')).map(|(_, value)| value.to_owned()).collect();
        let parts: Vec<String> = if self.attributes.is_empty() { from_key() } else { self.attributes.clone() };
        let parts: Vec<String> = parts.iter().map(|part| attribute(part)).collect();
        let mut suffix = if parts.is_empty() { "all".to_owned() } else { parts.join("+") };
        if self.counts == "PERSONNEL" {
            suffix.push_str("+personnel");
        }
        suffix
    }
}

/// A text as an attribute of HXL: small letters, digits and underscores, with a letter at the beginning.
fn attribute(text: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    let plain: String = text.chars().map(plain).collect();
    if plain.starts_with(|letter: char| letter.is_ascii_lowercase()) { plain } else { format!("v_{plain}") }
}

/// Text that a spreadsheet program might run as a formula, with a quote before it, as the other text files of ours have it. A regular expression
/// would say the same and take as long as all the rest.
fn guarded(text: &str, guard: bool) -> String {
    if guard {
        format!(
            "case when strpos(E'=+-@\\t\\r\\n＝＋－＠', left(ltrim({text}, '''') || '.', 1)) > 0 then '''' || {text} else {text} end"
        )
    } else {
        text.to_owned()
    }
}

/// What a row says beside its figures: its columns, and the cells in SQL. Names are guarded where they are looked up, once each.
pub(super) fn facts(guard: bool) -> Vec<(Column, String)> {
    let text = |column: &str, tag: &str, sql: &str| (Column::text(column, tag), sql.to_owned());
    let day = |column: &str, tag: &str, sql: &str| (Column::day(column, tag), sql.to_owned());
    let number = |column: &str, tag: &str, sql: &str| (Column::number(column, tag), sql.to_owned());
    vec![
        text("record_id", "#meta+id", "w.id"),
        text("plan_code", "#response+plan+code", "plan.code"),
        number("period", "#meta+period", "t.number"),
        day("reference_period_start", "#date+start", "t.starts_on"),
        day("reference_period_end", "#date+end", "t.ends_on"),
        day("reported_on", "#date+reported", "t.submitted_on"),
        text("org_name", "#org+impl+name", "t.partner"),
        text("org_acronym", "#org+impl+acronym", "t.acronym"),
        text("org_type_code", "#org+impl+type+code", "t.kind"),
        text("sector_code", "#sector+code+v_hpc", "t.sector_code"),
        text("activity_code", "#activity+code", "y.code"),
        text("activity_name", "#activity+name", "y.name"),
        text("indicator_code", "#indicator+code", "i.code"),
        text("modality", "#modality", "w.modality"),
        text("location_code", "#country+code+v_iso3", "plan.country_iso3"),
        text("admin1_code", "#adm1+code+v_pcode", "n.code1"),
        text("admin1_name", "#adm1+name", "n.name1"),
        text("admin2_code", "#adm2+code+v_pcode", "n.code2"),
        text("admin2_name", "#adm2+name", "n.name2"),
        text("admin3_code", "#adm3+code+v_pcode", "n.code3"),
        text("admin3_name", "#adm3+name", "n.name3"),
        text("site_code", "#loc+code", "site.code"),
        text("site_name", "#loc+name", "site.name"),
        number("latitude", "#geo+lat", "site.latitude"),
        number("longitude", "#geo+lon", "site.longitude"),
        text("population_group", "#beneficiary+type", "nullif(w.population_group, '')"),
        text("status", "#status", "w.status"),
        text("nothing_done", "#meta+nil", "case when w.nil then 'yes' end"),
        number("units", "#output+num", "w.units"),
        number("amount_spent", "#value+spent", "w.amount"),
        text("currency", "#currency+code", "w.currency"),
        (Column::text("remarks", "#description"), guarded("w.remarks", guard)),
    ]
}

/// The figures of each row: columns, the cells in SQL, and the sums that the cells are taken from.
fn figures(splits: &[Split]) -> (Vec<Column>, Vec<String>, Vec<String>) {
    let (mut columns, mut shown, mut taken) = (Vec::new(), Vec::new(), Vec::new());
    let mut add = |index: usize, split: &Split, name: &str, tag: &str, column: &str| {
        let suffix = split.suffix();
        let alias = format!("{name}{index}");
        columns.push(Column::number(format!("{name}_{}", suffix.replace('+', "_")), format!("{tag}+{suffix}")));
        taken.push(format!("max(c.{column}) filter (where c.category_id = '{}') as {alias}", split.id));
        shown.push(format!("c.{alias}"));
    };
    for (index, split) in splits.iter().enumerate() {
        if split.has_people {
            add(index, split, "new", "#reached+new", "new_people");
            add(index, split, "repeated", "#reached+repeated", "repeat_people");
        }
        if split.has_values {
            add(index, split, "value", "#indicator+value+num", "value");
            add(index, split, "denominator", "#indicator+denominator+num", "denominator");
        }
    }
    (columns, shown, taken)
}

/// The rows of these reports as `picked`, and what they are joined to by [`JOINED`]: only what they speak of, with its names written once, and what is
/// the same for all rows of a report found once for each report. Their `place` is one number, in the order of the reports and in each of its rows: to
/// sort by period, report and position takes a quarter longer in all.
pub(super) fn source(plan: Uuid, reports: &[String], guard: bool) -> String {
    let area = |level: u8| {
        let name = guarded(&format!("max({}) filter (where a.level = {level})", name("a.names")), guard);
        format!("max(a.pcode) filter (where a.level = {level}) as code{level}, {name} as name{level}")
    };
    format!(
        "with plan as (
            select p.code, o.country_iso3, o.default_language as language, o.location_precision
            from response_plans p join operations o on o.id = p.operation_id where p.id = '{plan}'
        ),
        told as materialized (
            select r.id, asked.place << 32 as place, p.number, p.starts_on, p.ends_on - 1 as ends_on,
                r.submitted_at::date as submitted_on, {partner} as partner, {acronym} as acronym, o.kind, k.sector_code
            from unnest('{{{reports}}}'::uuid[]) with ordinality asked (id, place)
            join reports r on r.id = asked.id
            join reporting_periods p on p.id = r.period_id
            join clusters k on k.id = r.cluster_id
            join organisations reporting on reporting.id = r.organisation_id
            join organisations o on o.id = coalesce(reporting.merged_into_id, reporting.id)
        ),
        picked as materialized (
            select w.*, told.place + w.position as place from told join report_rows w on w.report_id = told.id
        ),
        done as materialized (
            select y.id, {activity_code} as code, {activity} as name
            from (select distinct activity_id from picked) own join activities y on y.id = own.activity_id cross join plan
        ),
        measures as materialized (
            select i.id, {indicator} as code
            from (select distinct indicator_id from picked) own join indicators i on i.id = own.indicator_id
        ),
        schools as materialized (
            select s.id, {site_code} as code, {site} as name, case when precise.shown then s.latitude end as latitude,
                case when precise.shown then s.longitude end as longitude
            from (select distinct site_id from picked) own
            join sites s on s.id = own.site_id
            cross join plan
            cross join lateral (select plan.location_precision = 'POINT' and s.location_precision = 'POINT' as shown) precise
        ),
        named as materialized (
            select up.area_id, {area1}, {area2}, {area3}
            from (select distinct area_id from picked) own
            cross join plan
            join admin_area_ancestors up on up.area_id = own.area_id
            join admin_areas a on a.id = up.ancestor_id
            group by up.area_id
        )",
        reports = reports.join(","),
        partner = guarded("o.name", guard),
        acronym = guarded("o.acronym", guard),
        activity_code = guarded("y.ref_code", guard),
        activity = guarded(&name("y.names"), guard),
        indicator = guarded("i.ref_code", guard),
        site_code = guarded("s.code", guard),
        site = guarded(&name("s.names"), guard),
        area1 = area(1),
        area2 = area(2),
        area3 = area(3),
    )
}

/// What the rows of [`source`] are joined to.
pub(super) const JOINED: &str = "from picked w
        cross join plan
        join told t on t.id = w.report_id
        join done y on y.id = w.activity_id
        join measures i on i.id = w.indicator_id
        join named n on n.area_id = w.area_id
        left join schools site on site.id = w.site_id";

fn statement(plan: Uuid, piece: &Piece, splits: &[Split], guard: bool, with_points: bool) -> String {
    let (_, shown, taken) = figures(splits);
    let facts = facts(guard).into_iter().map(|(_, sql)| sql);
    let mut cells: Vec<String> = facts.chain(shown).collect();
    if with_points {
        cells.push(POINT.to_owned());
    }
    let taken = if taken.is_empty() { "null".to_owned() } else { taken.join(", ") };
    format!(
        "{source}
        select {cells}
        {JOINED}
        left join lateral (select {taken} from {figures} c where c.row_id = w.id) c on true
        order by w.place, w.id",
        source = source(plan, &piece.reports, guard),
        cells = cells.join(", "),
        figures = cells::figures(piece.corrected),
    )
}

/// The place of a site, as exactly as the operation shows it: otherwise none.
pub(super) const POINT: &str = "case when site.latitude is not null \
     then json_build_object('type', 'Point', 'coordinates', json_build_array(site.longitude, site.latitude)) end";

/// Begins to read a long table of accepted reports of these periods that are in reach.
///
/// # Errors
/// When the database cannot be read; `RATE_LIMITED` when too many are read at this moment.
pub async fn long(
    conn: Conn<'_>,
    read: LongRead,
    table: LongTable,
    (plan, periods): (&Plan, &[PeriodId]),
    reach: &Reach,
    format: Format,
) -> Result<Long> {
    let (guard, with_points) = (format == Format::Csv, format == Format::GeoJson);
    let periods: Vec<String> = periods.iter().map(|period| period.uuid().to_string()).collect();
    let splits = async { if table == LongTable::Rows { splits(conn, plan).await } else { Ok(Vec::new()) } };
    let reports = reports(plan, &periods, reach, table);
    let (splits, found) = futures::try_join!(splits, read.texts(&reports))?;
    let (mut pieces, mut total) = (Vec::new(), 0);
    let mut piece = Piece::default();
    let plan_id = plan.id.uuid();
    let write = |piece: &Piece| match table {
        LongTable::Rows => statement(plan_id, piece, &splits, guard, with_points),
        LongTable::Cells => cells::statement(plan_id, piece, guard, with_points),
    };
    for report in found {
        let Ok([Some(id), Some(count), Some(corrected)]) = <[_; 3]>::try_from(report) else {
            return Err(Error::bug("a report has an id, rows, and corrections or none"));
        };
        let count: u64 = count.parse().map_err(Error::internal)?;
        total += count;
        piece.rows += count;
        piece.corrected |= corrected == "t";
        piece.reports.push(id);
        if piece.rows >= PIECE {
            pieces.push(write(&std::mem::take(&mut piece)));
        }
    }
    if !piece.reports.is_empty() {
        pieces.push(write(&piece));
    }
    let facts = facts(false).into_iter().map(|(column, _)| column);
    let columns = match table {
        LongTable::Rows => facts.chain(figures(&splits).0).collect(),
        LongTable::Cells => facts.chain(cells::columns()).collect(),
    };
    Ok(Long { columns, records: Records { lines: read.lines(pieces), total } })
}

/// Reports that are read by one statement.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) reports: Vec<String>,
    /// Their records.
    rows: u64,
    /// Whether the cluster corrected any figure of theirs.
    pub(super) corrected: bool,
}

/// The reports in their order, each with how many records it gives, and whether any of its figures was corrected.
fn reports(plan: &Plan, periods: &[String], reach: &Reach, table: LongTable) -> String {
    let counted = match table {
        LongTable::Rows => "",
        LongTable::Cells => "join report_cells c on c.row_id = w.id",
    };
    format!(
        "select r.id, count(*), r.id in (select own.report_id from clean_cells k join report_rows own on own.id = k.row_id)
        from reports r
        join reporting_periods p on p.id = r.period_id
        join report_rows w on w.report_id = r.id
        {counted}
        where r.plan_id = '{plan}' and r.period_id = any ('{{{periods}}}'::uuid[]) and r.status = 'ACCEPTED' and {readable}
        group by p.number, r.id
        order by p.number, r.id",
        plan = plan.id.uuid(),
        periods = periods.join(","),
        readable = readable(reach),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_figures_are_told_apart_and_tagged_as_the_standard_has_it() {
        let split = |key: &str, attributes: &[&str], counts: &str| Split {
            id: Uuid::nil(),
            key: key.to_owned(),
            counts: counts.to_owned(),
            has_people: true,
            has_values: key.is_empty(),
            attributes: attributes.iter().map(|text| (*text).to_owned()).collect(),
        };
        let splits = [
            split("", &[], "LEARNERS"),
            split("age_band=6-11;sex=f", &["age_6_11", "f"], "LEARNERS"),
            split("age_band=18+;sex=m", &[], "PERSONNEL"),
        ];
        let (columns, shown, taken) = figures(&splits);
        let told: Vec<String> = columns.iter().map(|column| format!("{} {}", column.name, column.tag)).collect();
        assert_eq!(
            told,
            [
                "new_all #reached+new+all",
                "repeated_all #reached+repeated+all",
                "value_all #indicator+value+num+all",
                "denominator_all #indicator+denominator+num+all",
                "new_age_6_11_f #reached+new+age_6_11+f",
                "repeated_age_6_11_f #reached+repeated+age_6_11+f",
                "new_v_18__m_personnel #reached+new+v_18_+m+personnel",
                "repeated_v_18__m_personnel #reached+repeated+v_18_+m+personnel",
            ]
        );
        assert_eq!((shown.len(), taken.len()), (8, 8));
    }

    #[test]
    fn no_two_columns_are_alike() {
        let columns: Vec<Column> = facts(true).into_iter().map(|(column, _)| column).chain(cells::columns()).collect();
        let names: std::collections::BTreeSet<_> = columns.iter().map(|column| &column.name).collect();
        let tags: std::collections::BTreeSet<_> = columns.iter().map(|column| &column.tag).collect();
        assert_eq!((names.len(), tags.len()), (columns.len(), columns.len()));
    }
}
