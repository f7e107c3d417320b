//! Short ways to send sheets, in the small world of the reports.

use serde_json::{Value, json};

use crate::{
    monitoring::world::{JANUARY, P, organisation, period, plan, start},
    support::TestApp,
};

/// All that is asked of a sheet that was read in.
pub const SHEET: &str = "mutation($input: ImportSheetInput!) { importSheet(input: $input) {
    applied rows { total taken same refused needsChoice leftOut headings empty }
    cells { fine fixed needsChoice refused }
    reports { period { number } organisation { name } report { id version status } added changed unchanged }
    batches { id fileName rows added undoneAt }
    receipt { rows newPeople repeatPeople amount }
    choices { field text rows why options { code label } }
    preview { row outcome notes cells { cell field verdict text meaning why options { code } } } previewAfter
    issues { row column cell key reason severity } more
    rejectedFile { id name path } profileId
    mapping { columns { heading occurrence field category repeated numbers dates } constants { field text } values { field text code leaveOut } roundPeople } } }";

pub const INSPECT: &str = "query($input: InspectSheetInput!) { inspectSheet(input: $input) {
    sheets { name hidden rows columns knownColumns } sheet headerRows tagRow firstRow
    columns { letters heading occurrence tag badTag filled samples numbers dates needsChoice passedOver
        guess { field category repeated foundBy score } }
    mapping { columns { heading field category repeated numbers dates } }
    profile { id name } texts { letters field text rows meaning { code label } options { code label } } } }";

/// The small world, whose places and activities have names.
pub async fn named() -> (TestApp, String) {
    let (app, imo) = start().await;
    app.sql(
        "update admin_areas set names = named.names::jsonb from (values
            ('XE01', '{\"en\": \"North\", \"ar\": \"الشمال\"}'), ('XE02', '{\"en\": \"South\"}'), ('XE0101', '{\"en\": \"Old Mill\"}'),
            ('XE0102', '{\"en\": \"River\"}'), ('XE0201', '{\"en\": \"River\"}')) named (pcode, names)
        where named.pcode = admin_areas.pcode",
    );
    app.sql(
        "update activities set names = named.names::jsonb from (values
            ('CA1', '{\"en\": \"Learning materials\", \"fr\": \"Matériel scolaire\"}'), ('CA2', '{\"en\": \"Psychosocial support\"}'),
            ('CA3', '{\"en\": \"School feeding\", \"es\": \"Alimentación escolar\"}')) named (code, names)
        where named.code = activities.ref_code",
    );
    app.sql("update organisations set acronym = 'PQR' where name = 'Partner Q'");
    app.sql("update sites set names = '{\"en\": \"Hill School\"}' where code = 'SCH-X'");
    (app, imo)
}

/// What a sheet of the first partner's for January is sent with.
pub fn of_january(file: &str) -> Value {
    json!({ "planId": plan(), "fileId": file, "organisationId": organisation(P), "periodId": period(JANUARY) })
}

/// The same with more or other inputs.
pub fn with(mut value: Value, more: Value) -> Value {
    let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) else { unreachable!("objects") };
    all.extend(more);
    value
}

/// Sends a sheet of January with further inputs, and reads it in.
pub async fn import(app: &TestApp, token: &str, sheet: impl Into<Vec<u8>>, more: Value) -> Value {
    let file = app.upload(token, "march.csv", sheet).await.expect("kept");
    again(app, token, with(of_january(&file), more)).await
}

/// Reads a sheet in that was sent.
pub async fn again(app: &TestApp, token: &str, input: Value) -> Value {
    app.ok(token, SHEET, json!({ "input": input })).await["importSheet"].take()
}

/// Looks at a sheet.
pub async fn inspect(app: &TestApp, token: &str, sheet: impl Into<Vec<u8>>) -> Value {
    let file = app.upload(token, "march.csv", sheet).await.expect("kept");
    app.ok(token, INSPECT, json!({ "input": { "fileId": file, "planId": plan() } })).await["inspectSheet"].take()
}

/// The counts of rows that are not none.
pub fn counts(imported: &Value) -> Value {
    let rows = imported["rows"].as_object().expect("counts");
    let number = |name: &str| rows[name].as_i64().expect("a number");
    let sum: i64 = rows.keys().filter(|name| *name != "total").map(|name| number(name)).sum();
    assert_eq!(sum, number("total"), "every row is accounted for: {rows:?}");
    rows.iter().filter(|(_, count)| **count != 0).map(|(name, count)| (name.clone(), count.clone())).collect()
}

/// What a column of the sheet is taken for: field, category, whether repeated.
pub fn guesses(inspected: &Value) -> Vec<String> {
    let columns = inspected["columns"].as_array().expect("columns");
    let guess = |column: &Value| match &column["guess"] {
        Value::Null => String::new(),
        guess => {
            let again = if guess["repeated"] == true { " again" } else { "" };
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            format!("{} {}{again}", text(&guess["field"]), text(&guess["category"])).trim().to_owned()
        }
    };
    columns.iter().map(guess).collect()
}

/// The verdicts of a row's cells: cell, verdict, meaning.
pub fn verdicts(imported: &Value, row: i64) -> Vec<(String, String, String)> {
    let rows = imported["preview"].as_array().expect("rows");
    let shown =
        rows.iter().find(|shown| shown["row"] == row).unwrap_or_else(|| unreachable!("row {row}: {imported:#}"));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let cell = |cell: &Value| (text(&cell["cell"]), text(&cell["verdict"]), text(&cell["meaning"]));
    shown["cells"].as_array().expect("cells").iter().map(cell).collect()
}

/// Whether one of the verdicts of a row is this.
pub fn has(imported: &Value, row: i64, cell: &str, verdict: &str, meaning: &str) -> bool {
    verdicts(imported, row).iter().any(|known| *known == (cell.to_owned(), verdict.to_owned(), meaning.to_owned()))
}

/// What the reports say: site or area, category, new people.
pub fn kept(app: &TestApp) -> Vec<String> {
    app.sql(
        "select coalesce(s.code, a.pcode) || ' ' || act.ref_code || ' ' || coalesce(c.key, 'nobody') || ' ' || coalesce(trim_scale(cell.new_people)::text, '-')
            || ' ' || coalesce(trim_scale(cell.repeat_people)::text, '-')
        from report_rows w join admin_areas a on a.id = w.area_id join activities act on act.id = w.activity_id
        left join sites s on s.id = w.site_id left join report_cells cell on cell.row_id = w.id left join categories c on c.id = cell.category_id
        order by 1",
    )
}
