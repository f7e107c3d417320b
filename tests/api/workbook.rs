//! The workbook that is made for a partner: filled by program as a partner would, sent, marked, mended, sent again.

mod again;
mod made;
mod marked;
mod unchanged;

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::{
    monitoring::world::{JANUARY, P, cluster, organisation, period, plan},
    support::TestApp,
};

/// What is asked of every import.
const IMPORT: &str = "mutation($input: ImportReportInput!) { importReport(input: $input) {
    applied added changed unchanged removed moreRows report { id version status } receipt { rows newPeople amount }
    rows { kind row activity indicator place populationGroup columns { column before after } }
    issues { sheet row column cell key reason mend severity } more checkedFile { id name path } } }";

/// Names places, activities and groups, so that there is something to choose by.
const NAMES: &str = "
    update admin_areas set names = jsonb_build_object('en', 'Area ' || pcode, 'ar', 'منطقة ' || pcode);
    update sites set names = jsonb_build_object('en', 'School ' || code);
    update activities set names = jsonb_build_object('en', 'Learning materials', 'ar', 'مواد تعليمية') where ref_code = 'CA1';
    update clusters set names = '{\"en\": \"Education Cluster\", \"ar\": \"مجموعة التعليم\"}';
    update response_plans set names = '{\"en\": \"Response plan\", \"ar\": \"خطة الاستجابة\"}';";

fn path_for(by: u128, of: u128, language: &str) -> String {
    format!(
        "/reports/template.xlsx?plan={}&period={}&cluster={}&organisation={}&language={language}",
        plan(),
        period(of),
        cluster(),
        organisation(by)
    )
}

/// A file that must be there.
async fn download(app: &TestApp, token: &str, path: &str) -> Vec<u8> {
    let (status, content) = asked(app, token, path).await;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&content));
    content
}

async fn asked(app: &TestApp, token: &str, path: &str) -> (u16, Vec<u8>) {
    let mut request = app.client().get(format!("{}{path}", app.url));
    if !token.is_empty() {
        request = request.bearer_auth(token);
    }
    let response = request.send().await.expect("an answer");
    (response.status().as_u16(), response.bytes().await.expect("a body").to_vec())
}

/// Sends a file to the report of January of P, with further input.
async fn import(app: &TestApp, token: &str, name: &str, sheet: impl Into<Vec<u8>>, further: Value) -> Value {
    let answer = answer(app, token, name, sheet, further).await;
    assert!(answer.get("errors").is_none(), "{answer:#}");
    answer["data"]["importReport"].clone()
}

async fn answer(app: &TestApp, token: &str, name: &str, sheet: impl Into<Vec<u8>>, further: Value) -> Value {
    let file = app.upload(token, name, sheet).await.expect("kept");
    let mut input = json!({ "fileId": file });
    for (key, value) in further.as_object().expect("inputs") {
        input[key] = value.clone();
    }
    app.graphql(Some(token), IMPORT, json!({ "input": input })).await
}

/// The report of January of P, for files that do not say it.
fn ids() -> Value {
    json!({ "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P) })
}

/// A part of a workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// The rows of a sheet from the first on, as texts.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let range = book.worksheet_range(sheet).expect(sheet);
    let end = range.end().unwrap_or((0, 0));
    let text = |row, column| range.get_value((row, column)).map(Data::to_string).unwrap_or_default();
    (0..=end.0).map(|row| (0..=end.1).map(|column| text(row, column)).collect()).collect()
}

fn sheets(bytes: &[u8]) -> Vec<String> {
    let book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    book.sheet_names()
}

/// The column of a tag, from 0.
fn column(bytes: &[u8], sheet: &str, tag: &str) -> usize {
    rows(bytes, sheet)[1].iter().position(|text| text == tag).unwrap_or_else(|| unreachable!("{tag}"))
}

/// Letters of a column.
fn letters(column: usize) -> String {
    darasa::kit::sheet::column_letters(column)
}

/// Writes cells of the first sheet, by row (from 1) and tag, as someone who fills it would; null empties. All else of the file stays.
fn filled(bytes: &[u8], sheet: &str, cells: &[(usize, &str, Value)]) -> Vec<u8> {
    let mut grid: BTreeMap<usize, BTreeMap<usize, Value>> = BTreeMap::new();
    for (row, texts) in rows(bytes, sheet).into_iter().enumerate() {
        for (column, text) in texts.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let number = (row > 1).then(|| text.parse::<f64>().ok()).flatten().map(|number| json!(number));
            grid.entry(row + 1).or_default().insert(column, number.unwrap_or(json!(text)));
        }
    }
    for (row, tag, value) in cells {
        grid.entry(*row).or_default().insert(column(bytes, sheet, tag), value.clone());
    }
    let cell = |row: usize, column: usize, value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!(r#"<c r="{}{row}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#, letters(column))
        }
        number => format!(r#"<c r="{}{row}"><v>{number}</v></c>"#, letters(column)),
    };
    let row = |(row, cells): (&usize, &BTreeMap<usize, Value>)| {
        let cells: String = cells.iter().map(|(column, value)| cell(*row, *column, value)).collect();
        format!(r#"<row r="{row}">{cells}</row>"#)
    };
    let data: String = grid.iter().map(row).collect();
    with_data(bytes, sheet, &data)
}

/// The same file with other rows in a sheet.
fn with_data(bytes: &[u8], sheet: &str, data: &str) -> Vec<u8> {
    with_part(bytes, &page(bytes, sheet), |text| {
        let start = text.find("<sheetData").expect("data");
        let end = text.find("</sheetData>").expect("data") + "</sheetData>".len();
        format!("{}<sheetData>{data}</sheetData>{}", &text[..start], &text[end..])
    })
}

/// The same file with one part changed.
fn with_part(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let own = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a part");
        if own == name {
            content = change(std::str::from_utf8(&content).expect("text")).into_bytes();
        }
        out.start_file(own, SimpleFileOptions::default()).expect("a part");
        out.write_all(&content).expect("a part");
    }
    out.finish().expect("a container").into_inner()
}

/// The part of a sheet.
fn page(bytes: &[u8], sheet: &str) -> String {
    let book = part(bytes, "xl/workbook.xml");
    let tag = book.split("<sheet ").find(|tag| tag.contains(&format!("name=\"{sheet}\""))).expect(sheet);
    let id = tag.split("r:id=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id");
    let links = part(bytes, "xl/_rels/workbook.xml.rels");
    let link = links.split("<Relationship ").find(|link| link.contains(&format!("Id=\"{id}\""))).expect("a link");
    let target = link.split("Target=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a target");
    if let Some(absolute) = target.strip_prefix('/') { absolute.to_owned() } else { format!("xl/{target}") }
}

/// The errors and warnings by their cells.
fn told(outcome: &Value, severity: &str) -> Vec<String> {
    let issues = outcome["issues"].as_array().expect("a list").iter().filter(|issue| issue["severity"] == severity);
    let text = |issue: &Value, name: &str| issue[name].as_str().unwrap_or("-").to_owned();
    let mut told: Vec<String> = issues.map(|issue| format!("{} {}", text(issue, "cell"), text(issue, "key"))).collect();
    told.sort();
    told
}

fn counts(outcome: &Value) -> [i64; 4] {
    ["added", "changed", "unchanged", "removed"].map(|name| outcome[name].as_i64().expect("a number"))
}
