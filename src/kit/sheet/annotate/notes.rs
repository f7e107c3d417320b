//! Notes at cells: a part with their texts and an old drawing with their boxes, which programs want together.

use std::{collections::HashSet, fmt::Write};

use quick_xml::{Reader, events::Event};

use super::{
    File, Marks, SIGNATURE, Unmarked, escaped, page,
    parts::{Package, Relation, attribute, each_tag},
    text_of,
};

/// The most notes of a sheet: a drawing numbers so many boxes.
const MOST: usize = 1_000;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What the sheet needs to know of its notes.
pub(super) struct Notes {
    /// The id of the link to the drawing, where the sheet has none yet.
    pub(super) link: Option<String>,
}

/// A note that is in the workbook and stays.
struct Kept {
    place: String,
    /// The note as it stands, with its author's number.
    xml: String,
}

impl Notes {
    /// Writes the notes into the package. `None` where the sheet has drawings that must not be touched: colours and messages must do there.
    pub(super) fn plan(file: &mut File<'_>, package: &mut Package, marks: &Marks) -> Result<Option<Self>, Unmarked> {
        let of_kind = |kind: &str| -> Vec<Relation> {
            package.relations.iter().filter(|relation| relation.kind == kind).cloned().collect()
        };
        let (texts, drawings) = (of_kind("comments"), of_kind("vmlDrawing"));
        let (texts, drawing, link) = match (texts.as_slice(), drawings.as_slice()) {
            ([], []) => {
                if marks.cells.is_empty() {
                    return Ok(None);
                }
                let texts = package.free_name("xl/comments", ".xml");
                let drawing = package.free_name("xl/drawings/vmlDrawing", ".vml");
                let page = package.page.clone();
                package.relate(&page, "comments", &texts)?;
                let link = package.relate(&page, "vmlDrawing", &drawing)?;
                package.declare(&texts, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")?;
                package.declare_ending("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing")?;
                (texts, drawing, Some(link))
            }
            ([texts], [drawing]) => (texts.target.clone(), drawing.target.clone(), None),
            _ => return Ok(None),
        };
        let boxes = text_of(file, &drawing)?.unwrap_or_default();
        if boxes.matches("ObjectType=\"").count() != boxes.matches("ObjectType=\"Note\"").count() {
            return Ok(None);
        }
        let (authors, kept) = read(&text_of(file, &texts)?.unwrap_or_default())?;
        let (texts_xml, places) = written(&authors, &kept, marks);
        package.changed.insert(texts, texts_xml);
        package.changed.insert(drawing, boxes_at(&places, marks.summary.right_to_left));
        Ok(Some(Self { link }))
    }
}

/// The authors of notes and the notes of others, without ours of an earlier marking.
fn read(xml: &str) -> Result<(Vec<String>, Vec<Kept>), Unmarked> {
    let (mut authors, mut kept) = (Vec::new(), Vec::new());
    if xml.is_empty() {
        return Ok((authors, kept));
    }
    let mut prefixed = false;
    each_tag(xml, |tag, depth| {
        prefixed |= depth == 0 && tag.name().as_ref().contains(':');
        Ok(())
    })?;
    if prefixed {
        return Err(super::other("the notes are written with a prefix"));
    }
    let mut reader = Reader::from_str(xml);
    let (mut start, mut place, mut text) = (0, String::new(), String::new());
    loop {
        let before = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match reader.read_event()? {
            Event::Start(tag) if tag.name().as_ref() == "comment" => {
                (start, place) = (before, attribute(&tag, "ref")?.unwrap_or_default());
                text.clear();
            }
            Event::Start(tag) if tag.name().as_ref() == "author" => {
                start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            }
            Event::Empty(tag) if tag.name().as_ref() == "author" => authors.push(String::new()),
            Event::Text(part) => text.push_str(&part.xml10_content()),
            Event::End(tag) if tag.name().as_ref() == "author" => {
                authors.push(xml.get(start..before).unwrap_or_default().to_owned());
            }
            Event::End(tag) if tag.name().as_ref() == "comment" => {
                let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                if !text.trim_start().starts_with(SIGNATURE) {
                    let xml = xml.get(start..end).unwrap_or_default().to_owned();
                    kept.push(Kept { place: std::mem::take(&mut place), xml });
                }
            }
            Event::Eof => return Ok((authors, kept)),
            _ => {}
        }
    }
}

/// The part of the notes' texts, and the places of all notes.
fn written(authors: &[String], kept: &[Kept], marks: &Marks) -> (String, Vec<(u32, usize)>) {
    let taken: HashSet<&str> = kept.iter().map(|note| note.place.as_str()).collect();
    let mut notes: Vec<((u32, usize), String)> = Vec::new();
    for note in kept {
        let row = note.place.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().unwrap_or(1);
        notes.push(((row, page::column_of(&note.place).unwrap_or(0)), note.xml.clone()));
    }
    let ours = marks.cells.iter().filter(|mark| !taken.contains(page::place(mark).as_str()));
    for mark in ours.take(MOST.saturating_sub(kept.len())) {
        let (place, text) = (page::place(mark), escaped(&format!("{SIGNATURE}: {}", mark.text)));
        let xml = format!(
            "<comment ref=\"{place}\" authorId=\"{}\"><text><t xml:space=\"preserve\">{text}</t></text></comment>",
            authors.len()
        );
        notes.push(((mark.row, mark.column), xml));
    }
    notes.sort_by_key(|(place, _)| *place);
    // The authors' names are still escaped as they were read.
    let names: String = authors.iter().map(|name| format!("<author>{name}</author>")).collect();
    let list: String = notes.iter().map(|(_, xml)| xml.as_str()).collect();
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"{MAIN}\"><authors>{names}\
         <author>{SIGNATURE}</author></authors><commentList>{list}</commentList></comments>"
    );
    (xml, notes.into_iter().map(|(place, _)| place).collect())
}

/// The drawing of the notes' boxes.
fn boxes_at(places: &[(u32, usize)], right_to_left: bool) -> String {
    let align = if right_to_left { "direction:rtl;text-align:right" } else { "text-align:left" };
    let mut boxes = String::from(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"900\"/>\
         </o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
         <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>",
    );
    for (number, (row, column)) in (900_usize * 1024 + 1..).zip(places) {
        let (row, top) = (row.saturating_sub(1), row.saturating_sub(2));
        let (left, right, bottom) = (column + 1, column + 5, top + 5);
        // Writing to a string cannot fail.
        let _ = write!(
            boxes,
            "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;width:260pt;height:80pt;z-index:1;\
             visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" \
             obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox><div style=\"{align}\"></div></v:textbox>\
             <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 4\
             </x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        );
    }
    boxes.push_str("</xml>");
    boxes
}
