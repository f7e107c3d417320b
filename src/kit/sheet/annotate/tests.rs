//! A workbook with marks is the same workbook, with marks.

use std::io::{Cursor, Write};

use zip::ZipWriter;

use super::*;
use crate::kit::sheet::{
    Cell, Look, OutBook, OutColumn, OutSheet, archive::part_of, worker::tests::read_here, write_xlsx,
};

const PAGE: &str = "xl/worksheets/sheet1.xml";

fn workbook() -> Vec<u8> {
    let column = |heading: &str| OutColumn { heading: heading.into(), look: Look::TextEntry, ..OutColumn::default() };
    let rows = vec![vec!["a".into(), Cell::from(1_i64)], vec!["b".into(), Cell::Empty, "extra".into()]];
    let report = OutSheet {
        name: "Report".into(),
        columns: vec![column("One"), column("Two")],
        rows,
        protected: true,
        ..OutSheet::default()
    };
    let notes = OutSheet { name: "Read me".into(), columns: vec![column("Text")], ..OutSheet::default() };
    write_xlsx(&OutBook { sheets: vec![report, notes], ..OutBook::default() }).expect("a workbook")
}

fn marks() -> Marks {
    let mark = |row, column, severity, text: &str| Mark { row, column, severity, text: text.into() };
    Marks {
        sheet: "Report".into(),
        cells: vec![mark(2, 1, Severity::Error, "is <no> number"), mark(3, 1, Severity::Warning, "nothing\u{1}")],
        messages: MessageColumn {
            column: 3,
            texts: vec![(1, "To mend".into()), (2, "is <no> number".into()), (3, "nothing".into())],
        },
        summary: Summary {
            name: "Check".into(),
            known_as: Vec::new(),
            right_to_left: true,
            rows: vec![vec!["B2".into(), "is <no> number".into()]],
        },
    }
}

fn marked(bytes: &[u8], marks: &Marks) -> Vec<u8> {
    annotate(bytes, marks, &Limits::default()).unwrap_or_else(|why| unreachable!("{why:?}"))
}

fn texts(bytes: &[u8], sheet: usize) -> Vec<Vec<String>> {
    let book = read_here(bytes, &Limits::default()).expect("a workbook of ours");
    book.sheets[sheet].rows.iter().map(|row| row.cells.iter().map(Cell::to_text).collect()).collect()
}

#[test]
fn marks_stand_beside_the_cells_and_all_else_stays() {
    let bytes = marked(&workbook(), &marks());
    let book = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Check", "Report", "Read me"]);
    assert_eq!(texts(&bytes, 0), [["B2", "is <no> number"]]);
    assert_eq!(
        texts(&bytes, 1),
        [vec!["One", "Two", "", "To mend"], vec!["a", "1", "", "is <no> number"], vec!["b", "", "extra", "nothing"],]
    );
    let page = part_of(&bytes, PAGE).expect("a part");
    assert!(
        page.contains("<sheetProtection") && page.contains(r#"sqref="B2""#) && page.contains(r#"sqref="B3""#),
        "{page}"
    );
    let colours = page.find("<conditionalFormatting").expect("colours");
    assert!(colours < page.find("<pageMargins").expect("margins"), "{page}");
    assert!(page.find("<pageMargins") < page.find("<legacyDrawing"), "{page}");
    let notes = part_of(&bytes, "xl/comments1.xml").expect("notes");
    assert!(
        notes.contains(r#"<comment ref="B2" authorId="0">"#) && notes.contains("Darasa: is &lt;no&gt; number"),
        "{notes}"
    );
    assert!(
        part_of(&bytes, "xl/drawings/vmlDrawing1.vml")
            .expect("boxes")
            .contains("<x:Row>1</x:Row><x:Column>1</x:Column>")
    );
    let book = part_of(&bytes, "xl/workbook.xml").expect("a part");
    assert!(book.contains(r#"activeTab="1""#) && book.contains(r#"name="Check" sheetId="3""#), "{book}");
    let styles = part_of(&bytes, "xl/styles.xml").expect("a part");
    assert_eq!(styles.matches("<dxf>").count(), 2, "{styles}");
}

#[test]
fn marking_again_replaces_the_old_marks() {
    let first = marked(&workbook(), &marks());
    let mut now = marks();
    now.cells.remove(0);
    now.messages.texts.remove(1);
    now.summary.name = "Vérification".into();
    now.summary.known_as = vec!["Check".into()];
    now.summary.rows = vec![vec!["B3".into()]];
    let bytes = marked(&first, &now);
    assert_eq!(texts(&bytes, 0), [["B3"]], "the earlier summary was replaced");
    assert_eq!(texts(&bytes, 1)[1], ["a", "1"], "its message is gone");
    let page = part_of(&bytes, PAGE).expect("a part");
    assert!(!page.contains(r#"sqref="B2""#) && page.contains(r#"sqref="B3""#), "{page}");
    assert_eq!(page.matches("<legacyDrawing").count(), 1, "{page}");
    let notes = part_of(&bytes, "xl/comments1.xml").expect("notes");
    assert!(!notes.contains("B2") && notes.contains("B3"), "{notes}");
    let none = Marks { cells: Vec::new(), messages: MessageColumn { column: 3, texts: Vec::new() }, ..now };
    let clean = marked(&bytes, &none);
    assert_eq!(texts(&clean, 1), texts(&workbook(), 0), "all marks are gone");
}

#[test]
fn a_sheet_of_the_partner_s_with_the_name_of_the_summary_stays() {
    let mut marks = marks();
    marks.summary.name = "read ME".into();
    let bytes = marked(&workbook(), &marks);
    let names: Vec<_> = read_here(&bytes, &Limits::default()).expect("a workbook of ours").sheets;
    let names: Vec<&str> = names.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["read ME 2", "Report", "Read me"]);
}

/// A workbook of these parts, as a program of other habits may write it.
fn foreign(page: &str, further: &[(&str, &str)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        r#"<x:workbook xmlns:x="{MAIN}" xmlns:r="{RELATIONS}"><x:bookViews><x:workbookView activeTab="0"/></x:bookViews><x:sheets><x:sheet name="Report" sheetId="7" r:id="rId1"/></x:sheets><x:definedNames><x:definedName name="_xlnm.Print_Area" localSheetId="0">Report!$A$1</x:definedName></x:definedNames></x:workbook>"#
    );
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="/xl/pages/one.xml"/></Relationships>"#
    );
    let root = links.replace("/worksheet\"", "/officeDocument\"").replace("/xl/pages/one.xml", "xl/workbook.xml");
    let styles = format!(
        r#"<x:styleSheet xmlns:x="{MAIN}"><x:cellXfs count="1"><x:xf/></x:cellXfs><x:dxfs count="0"/></x:styleSheet>"#
    );
    let page = format!(r#"<x:worksheet xmlns:x="{MAIN}">{page}</x:worksheet>"#);
    let mut parts = vec![
        ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#),
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", links.as_str()),
        ("xl/styles.xml", styles.as_str()),
        ("xl/pages/one.xml", page.as_str()),
    ];
    parts.extend(further);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("a part");
    }
    zip.finish().expect("a container").into_inner()
}

#[test]
fn rows_and_cells_without_places_a_prefix_and_colours_of_their_own_are_kept() {
    let page = r#"<x:dimension ref="A1:B3"/><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>One</x:t></x:is></x:c></x:row><x:row spans="1:1"><x:c><x:v>5</x:v></x:c><x:c><x:f>A2*2</x:f><x:v>10</x:v></x:c></x:row><x:row/></x:sheetData><x:conditionalFormatting sqref="A1"><x:cfRule type="expression" priority="1"><x:formula>A1=1</x:formula></x:cfRule></x:conditionalFormatting><x:tableParts/>"#;
    let bytes = marked(&foreign(page, &[]), &marks());
    assert_eq!(
        texts(&bytes, 1),
        [vec!["One", "", "", "To mend"], vec!["5", "10", "", "is <no> number"], vec!["", "", "", "nothing"]]
    );
    let page = part_of(&bytes, "xl/pages/one.xml").expect("a part");
    assert!(page.contains("<x:f>A2*2</x:f>") && page.contains("<x:formula>A1=1</x:formula>"), "{page}");
    assert!(page.contains("<x:legacyDrawing") && page.find("<x:legacyDrawing") < page.find("<x:tableParts"), "{page}");
    assert!(!page.contains("spans=") && !page.contains("dimension"), "{page}");
    let book = part_of(&bytes, "xl/workbook.xml").expect("a part");
    assert!(book.contains(r#"localSheetId="1""#) && book.contains(r#"activeTab="1""#), "{book}");
}

#[test]
fn notes_of_the_partner_stay_and_drawings_with_buttons_are_not_touched() {
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{RELATIONS}/comments" Target="../notes.xml"/><Relationship Id="b" Type="{RELATIONS}/vmlDrawing" Target="../boxes.vml"/></Relationships>"#
    );
    let notes = r#"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A &amp; B</author></authors><commentList><comment ref="B2" authorId="0"><text><t>mine &lt;3</t></text></comment></commentList></comments>"#;
    let page = r#"<x:sheetData><x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row></x:sheetData><x:legacyDrawing/>"#;
    let book = |boxes: &str| {
        let further =
            [("xl/pages/_rels/one.xml.rels", links.as_str()), ("xl/notes.xml", notes), ("xl/boxes.vml", boxes)];
        marked(&foreign(page, &further), &marks())
    };
    let bytes = book(r#"<xml><x:ClientData ObjectType="Note"/></xml>"#);
    let kept = part_of(&bytes, "xl/notes.xml").expect("notes");
    assert!(kept.contains("<author>A &amp; B</author><author>Darasa</author>"), "{kept}");
    assert!(kept.contains("mine &lt;3") && kept.matches("ref=\"B2\"").count() == 1, "one note to a cell: {kept}");
    assert!(kept.contains(r#"<comment ref="B3" authorId="1">"#), "{kept}");
    let buttons = r#"<xml><x:ClientData ObjectType="Button"/></xml>"#;
    let bytes = book(buttons);
    assert_eq!(part_of(&bytes, "xl/boxes.vml").as_deref(), Some(buttons));
    assert_eq!(part_of(&bytes, "xl/notes.xml").as_deref(), Some(notes));
}

#[test]
fn what_cannot_be_marked_in_place_is_said_and_never_half_written() {
    let refused = |bytes: &[u8], marks: &Marks| annotate(bytes, marks, &Limits::default()).expect_err("not in place");
    assert!(matches!(refused(&workbook(), &Marks { sheet: "Nowhere".into(), ..marks() }), Unmarked::Other(_)));
    let whole = workbook();
    for twentieth in 1..20 {
        refused(&whole[..whole.len() * twentieth / 20], &marks());
    }
    let open = foreign("<x:sheetData><x:row>", &[]);
    assert!(matches!(refused(&open, &marks()), Unmarked::Other(_)), "tags that nobody closes");
    let twice = foreign("<x:sheetData/>", &[("xl/evil.bin", "PK\u{3}\u{4}")]);
    assert!(matches!(refused(&twice, &marks()), Unmarked::Refused(Refusal::NestedArchive { .. })));
}
