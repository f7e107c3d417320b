//! Spreadsheets that mean harm, are broken or are merely wild, through the real reading process.

use std::{
    io::{Cursor, Write},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use bytes::Bytes;
use darasa::kit::{
    Code, Error,
    sheet::{Cell, Column, Issues, Limits, OutBook, OutColumn, OutSheet, Reader, Row, Table, Workbook, write_xlsx},
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A reader whose program is a script of ours.
struct Desk {
    reader: Reader,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new(limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { reader: Reader::new(PathBuf::from(env!("CARGO_BIN_EXE_darasa")), limits), _folder: folder }
    }

    fn with_script(script: &str, limits: Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("reader");
        std::fs::write(&program, format!("#!/bin/sh\n{script}")).expect("a script");
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).expect("our own file");
        Self { reader: Reader::new(program, limits), _folder: folder }
    }

    async fn read(&self, bytes: impl Into<Bytes>) -> Result<Workbook, Error> {
        self.reader.read(bytes.into(), "sheet.xlsx").await
    }

    async fn refusal(&self, bytes: impl Into<Bytes>) -> (String, String) {
        let refused = self.read(bytes).await.expect_err("a file to be refused");
        assert_eq!(refused.field(), Some("file"));
        (refused.key().to_owned(), refused.message().to_owned())
    }
}

async fn key_of(bytes: impl Into<Bytes>) -> String {
    Desk::new(Limits::default()).refusal(bytes).await.0
}

/// A zip container of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("a part");
    }
    zip.finish().expect("a container").into_inner()
}

/// A workbook with one sheet whose `sheetData` is given, and further parts.
pub fn workbook(sheet_data: &str, further: &[(&str, &[u8])]) -> Vec<u8> {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let root = links.replace("/worksheet\"", "/officeDocument\"").replace("worksheets/sheet1.xml", "xl/workbook.xml");
    let sheet = format!(
        r#"<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{sheet_data}</sheetData></worksheet>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    parts.extend(further);
    packed(&parts)
}

fn good_workbook() -> Vec<u8> {
    let heading = |name: &str| OutColumn { heading: name.into(), ..OutColumn::default() };
    let rows = (0..200_i64).map(|row| vec![Cell::from(format!("place {row}")), Cell::from(row)]).collect();
    let columns = vec![heading("Place"), heading("In need")];
    let sheet = OutSheet { name: "Data".into(), columns, rows, ..OutSheet::default() };
    write_xlsx(&OutBook { sheets: vec![sheet], ..OutBook::default() }).expect("a workbook")
}

#[tokio::test]
async fn an_honest_workbook_is_read_with_cached_values_and_failed_formulas() {
    let data = r#"<row r="2"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><f>NA()</f><v>#N/A</v></c><c r="D2" t="b"><v>1</v></c>
        <c r="E2" t="str"><f>"a"</f><v>a</v></c><c r="F2"><v>0.30000000000000004</v></c></row><row r="5"><c r="A5"/></row>"#;
    let book = Desk::new(Limits::default()).read(workbook(data, &[])).await.expect("an honest file");
    let number = |text: &str| Cell::Number(text.parse().expect("a number"));
    let cells =
        vec![Cell::Empty, number("2"), Cell::Error("#N/A".into()), Cell::Boolean(true), "a".into(), number("0.3")];
    assert_eq!(book.sheets[0].rows, [Row { number: 2, cells: cells.into() }]);
    assert_eq!(book.sheets[0].name, "Data");
}

#[tokio::test]
async fn a_sheet_of_seventeen_billion_cells_is_refused_by_its_far_corner() {
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let (key, message) = Desk::new(Limits::default()).refusal(workbook(corners, &[])).await;
    assert_eq!(key, "sheet-too-many-rows");
    assert!(
        message.contains("sheet `Data`, row 1048576 is filled, and only the first 200000 rows are read"),
        "{message}"
    );
    let formatted = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>"#;
    let book = Desk::new(Limits::default())
        .read(workbook(formatted, &[]))
        .await
        .expect("cells that are only formatted hold nothing");
    assert_eq!(book.sheets[0].rows.len(), 1);
}

#[tokio::test]
async fn too_much_of_anything_is_refused_by_its_place() {
    let small = Limits { rows: 3, columns: 2, cells: 5, cell_characters: 4, text_bytes: 6, ..Limits::default() };
    let desk = Desk::new(small);
    let cases = [
        ("a\na\na\na\n", "sheet-too-many-rows", "row 4"),
        ("a,b\na,b,c\n", "sheet-too-many-columns", "row 2 is filled at column C"),
        ("a,b\na,b\n1,2\n", "sheet-too-many-cells", "row 3"),
        ("a,b\na,ééééé\n", "sheet-cell-too-long", "the cell B2"),
        ("aaa\nbbb\nc\n", "sheet-too-much-text", "row 3"),
    ];
    for (text, key, place) in cases {
        let (refused, message) = desk.refusal(text).await;
        assert_eq!(refused, key, "{text:?}");
        assert!(message.contains(place), "{message}");
    }
    assert!(desk.read("a,éé\nb").await.is_ok());
}

#[tokio::test]
async fn a_file_above_the_limit_is_refused_before_any_process_starts() {
    let reader = Reader::new(PathBuf::from("/nonexistent"), Limits::default());
    let refused = reader.read(Bytes::from(vec![b'a'; 50 << 20]), "big.csv").await.expect_err("50 MB");
    assert_eq!((refused.code(), refused.key()), (Code::TooLarge, "sheet-file-too-large"));
    assert!(refused.message().starts_with("`big.csv` cannot be read: it is larger than 20 MB"));
    let empty = reader.read(Bytes::new(), "empty.csv").await.expect_err("nothing");
    assert_eq!(empty.key(), "sheet-empty");
    let missing = reader.read(Bytes::from("a"), "a.csv").await.expect_err("no program");
    assert_eq!(missing.code(), Code::Internal);
}

#[tokio::test]
async fn zip_bombs_are_refused_while_they_unpack() {
    let zeros = vec![b' '; 8 << 20];
    assert_eq!(key_of(workbook("", &[("xl/media/image1.png", &zeros)])).await, "sheet-unpacks-too-far");
    let noise: Vec<u8> =
        (0..3_u32 << 20).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 25).expect("7 bits")).collect();
    let tight = Desk::new(Limits { unpacked_bytes: 2 << 20, ..Limits::default() });
    assert_eq!(tight.refusal(workbook("", &[("xl/media/image1.png", &noise)])).await.0, "sheet-unpacks-too-far");
    let few = Desk::new(Limits { entries: 3, ..Limits::default() });
    assert_eq!(few.refusal(good_workbook()).await.0, "sheet-too-many-parts");
}

#[tokio::test]
async fn a_container_that_lies_about_sizes_is_refused() {
    let mut bytes = workbook("", &[("xl/media/image1.png", &vec![b' '; 8 << 20])]);
    let size = (8_u32 << 20).to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|&at| bytes[at..].starts_with(&size)).collect();
    assert!(!places.is_empty(), "the size stands in the headers");
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let key = key_of(bytes).await;
    assert!(matches!(key.as_str(), "sheet-unpacks-too-far" | "sheet-damaged"), "{key}");
}

#[tokio::test]
async fn entities_are_refused_in_every_encoding() {
    let bomb =
        r#"<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><sst>&lol2;</sst>"#;
    assert_eq!(key_of(workbook("", &[("xl/sharedStrings.xml", bomb.as_bytes())])).await, "sheet-entities");
    let wide: Vec<u8> = bomb.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(key_of(workbook("", &[("xl/sharedStrings.xml", &wide)])).await, "sheet-entities");
    let late = format!("{}<!DOCTYPE a>", " ".repeat((1 << 16) - 4));
    assert_eq!(key_of(workbook("", &[("xl/a.xml", late.as_bytes())])).await, "sheet-entities", "across two chunks");
}

#[tokio::test]
async fn macros_passwords_and_archives_in_archives_are_refused_by_name() {
    assert_eq!(key_of(workbook("", &[("xl/vbaProject.bin", b"x")])).await, "sheet-macros");
    assert_eq!(key_of(workbook("", &[("xl/macrosheets/sheet1.xml", b"x")])).await, "sheet-macros");
    assert_eq!(key_of(workbook("", &[("xl/embeddings/a.bin", &good_workbook())])).await, "sheet-nested-archive");
    assert_eq!(key_of(packed(&[("data.csv", b"a,b")])).await, "sheet-plain-archive");
    let compound = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 1024], &name, &[0; 1024]].concat()
    };
    assert_eq!(key_of(compound("EncryptedPackage")).await, "sheet-encrypted");
    assert_eq!(key_of(compound("_VBA_PROJECT")).await, "sheet-macros");
    assert_eq!(key_of(compound("WordDocument")).await, "sheet-unknown-format");
    assert_eq!(key_of(compound("Workbook")).await, "sheet-damaged");
}

#[tokio::test]
async fn a_file_that_exhausts_memory_ends_its_process_and_not_the_server() {
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A">
        <table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"
        table:number-columns-repeated="90"><text:p>1</text:p></table:table-cell></table:table-row></table:table>
        </office:spreadsheet></office:body></office:document-content>"#;
    let bytes = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    let desk = Desk::new(Limits::default());
    let (key, message) = desk.refusal(bytes).await;
    assert_eq!(key, "sheet-too-heavy", "{message}");
    assert!(desk.read(good_workbook()).await.is_ok(), "the next file is read");
}

#[tokio::test]
async fn a_process_that_hangs_dies_or_babbles_becomes_an_error() {
    let hurried = Limits { wall_time: Duration::from_millis(300), ..Limits::default() };
    let cases = [
        ("exec sleep 60", "sheet-too-slow"),
        ("kill -ABRT $$", "sheet-too-heavy"),
        ("kill -XCPU $$", "sheet-too-slow"),
        ("exit 101", "sheet-damaged"),
        ("echo hello", "sheet-damaged"),
        (r#"echo '{"s":{"name":"half'"#, "sheet-damaged"),
    ];
    for (script, key) in cases {
        assert_eq!(Desk::with_script(script, hurried.clone()).refusal("a,b").await.0, key, "{script}");
    }
}

#[tokio::test]
async fn a_process_that_takes_too_long_is_killed_and_not_left_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("alive");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let hurried = Limits { wall_time: Duration::from_millis(300), ..Limits::default() };
    let desk = Desk::with_script(&format!("exec 9>'{}'\nexec sleep 60", pipe.display()), hurried);
    // The pipe ends when the last process that holds it does.
    let ended = tokio::task::spawn_blocking(move || std::fs::read(pipe));
    assert_eq!(desk.refusal("a,b").await.0, "sheet-too-slow");
    assert!(tokio::time::timeout(Duration::from_secs(20), ended).await.is_ok(), "the process still lives");
}

#[tokio::test]
async fn the_processor_time_of_a_file_is_limited() {
    let desk = Desk::new(Limits { processor_seconds: 0, ..Limits::default() });
    let refused = desk.read(good_workbook()).await.expect_err("no time at all");
    assert!(matches!(refused.key(), "sheet-too-slow" | "sheet-too-heavy"), "{refused}");
}

#[tokio::test]
async fn files_cut_short_anywhere_are_refused_and_never_half_read() {
    let desk = Desk::new(Limits::default());
    let whole = good_workbook();
    for twentieth in 1..20 {
        let refused = desk.read(whole[..whole.len() * twentieth / 20].to_vec()).await.expect_err("half a file");
        assert_eq!(refused.code(), Code::Invalid, "{refused}");
    }
}

/// Reads the file again and again, each time with another byte changed.
async fn read_changed(whole: &[u8]) {
    let desk = Desk::new(Limits::default());
    for step in 1..40 {
        let mut bytes = whole.to_vec();
        let at = bytes.len() * step / 40;
        bytes[at] ^= 0x55;
        if let Err(refused) = desk.read(bytes).await {
            assert_eq!(refused.code(), Code::Invalid, "{refused}");
        }
    }
}

#[tokio::test]
async fn changed_bytes_never_hurt_the_server() {
    read_changed(&good_workbook()).await;
    let Some(folder) = cases() else { return };
    for name in ["hxl/input-quality.xls", "xlsform/text_and_integer.xls"] {
        read_changed(&std::fs::read(folder.join(name)).expect("a real file")).await;
    }
}

/// The folder of real files that no one here wrote, where there is one.
fn cases() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let folder = std::env::var_os("DARASA_CASES").map_or(beside, PathBuf::from);
    if !folder.is_dir() {
        eprintln!("skipped: there are no real files at {}; set DARASA_CASES", folder.display());
        return None;
    }
    Some(folder)
}

async fn read_case(folder: &Path, name: &str) -> Result<Workbook, Error> {
    let bytes = std::fs::read(folder.join(name)).expect("a real file");
    Desk::new(Limits::default()).reader.read(bytes.into(), name).await
}

#[tokio::test]
async fn real_files_open_or_are_refused_for_a_reason() {
    let Some(folder) = cases() else { return };
    for part in ["needs", "funding", "hxl", "pcodes", "w-matrices", "xlsform", "org"] {
        for entry in std::fs::read_dir(folder.join(part)).expect("a folder of real files") {
            let name = format!("{part}/{}", entry.expect("a file").file_name().to_string_lossy());
            let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
            let expected = match ending.as_str() {
                "json" | "txt" | "xml" => Err("sheet-unknown-format"),
                "zip" => Err("sheet-plain-archive"),
                _ => Ok(true),
            };
            let read = read_case(&folder, &name).await;
            let outcome = read.map(|book| book.sheets.iter().any(|sheet| !sheet.rows.is_empty()));
            assert_eq!(outcome.map_err(|refused| refused.key()), expected, "{name}");
        }
    }
}

#[tokio::test]
async fn the_same_sheet_reads_the_same_in_every_format() {
    let Some(folder) = cases() else { return };
    let texts = |book: &Workbook| -> Vec<Vec<String>> {
        let row = |row: &Row| row.cells.iter().map(|cell| cell.to_text().trim_start_matches('0').to_owned()).collect();
        book.sheets[0].rows.iter().skip(2).map(row).collect()
    };
    let expected = texts(&read_case(&folder, "hxl/input-valid.csv").await.expect("a real file"));
    assert_eq!(expected[1][1..4], ["WASH", "Higiene", "ACNUR"]);
    for other in ["hxl/input-valid.tsv", "hxl/input-valid.ssv", "hxl/input-valid-latin1.csv"] {
        assert_eq!(texts(&read_case(&folder, other).await.expect("a real file")), expected, "{other}");
    }
    for other in ["hxl/input-valid.xls", "hxl/input-valid.xlsx", "hxl/input-valid-xlsx.NOEXT"] {
        let read = texts(&read_case(&folder, other).await.expect("a real file"));
        assert_eq!(read[1][1..6], expected[1][1..6], "{other}");
    }
}

#[tokio::test]
async fn the_worked_totals_of_real_needs_and_funding_come_out() {
    let Some(folder) = cases() else { return };
    const CLUSTER: Column = Column { name: "Cluster", synonyms: &[], hxl: &[], required: true };
    const PLACE: Column = Column { name: "Admin 1 PCode", synonyms: &[], hxl: &[], required: true };
    const IN_NEED: Column = Column { name: "In Need", synonyms: &[], hxl: &[], required: true };
    let book = read_case(&folder, "needs/afg_hpc_needs_api_2024.csv").await.expect("a real file");
    let mut issues = Issues::default();
    let table = Table::find(&book.sheets[0], &[CLUSTER, PLACE, IN_NEED], &mut issues).expect("headings in row 1");
    let national = table
        .rows()
        .find(|row| row.code(&PLACE, &mut Issues::default()).is_none() && row.cell(&CLUSTER) == &"EDU".into());
    assert_eq!(national.expect("the national row").count(&IN_NEED, &mut issues), Some(8_030_371));

    const REQUIREMENTS: Column = Column { name: "requirements", synonyms: &[], hxl: &[], required: true };
    let book = read_case(&folder, "funding/fts_requirements_funding_cluster_afg.csv").await.expect("a real file");
    let table = Table::find(&book.sheets[0], &[REQUIREMENTS], &mut issues).expect("headings in row 1");
    let total: rust_decimal::Decimal = table.rows().filter_map(|row| row.money(&REQUIREMENTS, &mut issues)).sum();
    assert_eq!(total, rust_decimal::Decimal::from(1_131_050_820));
    assert!(!issues.has_errors());
}

#[tokio::test]
async fn a_wild_matrix_of_groups_is_refused_with_what_was_found_and_what_is_expected() {
    let Some(folder) = cases() else { return };
    const PLACE: Column =
        Column { name: "Place code", synonyms: &["admin3Pcode"], hxl: &["#adm3+code"], required: true };
    const IN_NEED: Column = Column { name: "In need", synonyms: &["Affected"], hxl: &["#inneed"], required: true };
    const TARGETED: Column = Column { name: "Targeted", synonyms: &["Target"], hxl: &["#targeted"], required: true };
    let name = "needs/ethiopia_drought_affected_targeted_reached_by_cluster.csv";
    let book = read_case(&folder, name).await.expect("a real file");
    let mut issues = Issues::default();
    let table = Table::find(&book.sheets[0], &[PLACE, IN_NEED, TARGETED], &mut issues).expect("headings in row 2");
    assert_eq!(table.rows().count(), 391);
    let errors: Vec<String> = issues.kept().iter().map(ToString::to_string).collect();
    assert!(errors[0].contains("`In need` stands in 2 columns") && errors[0].contains("(under ESNFI)"), "{errors:?}");
    assert!(
        errors[1].contains("`Targeted` stands in 9 columns") && errors[1].contains("(under EDUCATION)"),
        "{errors:?}"
    );

    const SCHOOLS: Column =
        Column { name: "Education in need", synonyms: &[], hxl: &["#inneed+education"], required: true };
    let mut issues = Issues::default();
    let table = Table::find(&book.sheets[0], &[PLACE, SCHOOLS], &mut issues).expect("headings in row 2");
    let total: i64 = table.rows().filter_map(|row| row.count(&SCHOOLS, &mut issues)).sum();
    assert_eq!(
        (total, issues.errors()),
        (1_424_212, 0),
        "the tags tell the group, and all spellings of its numbers are read"
    );
}
