//! The parts of a workbook beside the marked sheet: which they are, what is added to them.

use std::collections::BTreeMap;

use quick_xml::{
    Reader, Writer,
    events::{BytesStart, Event},
};

use super::{File, Summary, Unmarked, escaped, other, text_of};

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const BOOK: &str = "xl/workbook.xml";
const TYPES: &str = "[Content_Types].xml";
const STYLES: &str = "xl/styles.xml";

/// Light rust for what must be mended, light yellow for what should be looked at.
const COLOURS: [(&str, &str); 2] = [("FFFAD9C8", "FF742C06"), ("FFFFF4CC", "FF4A3B00")];

/// A relationship of a part.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) id: String,
    pub(super) kind: String,
    /// The part that it leads to, by its name in the container.
    pub(super) target: String,
}

/// A workbook's parts.
pub(super) struct Package {
    /// The part of the sheet that is marked.
    pub(super) page: String,
    /// What that part is related to.
    pub(super) relations: Vec<Relation>,
    /// The parts that are written anew or added: name > content.
    pub(super) changed: BTreeMap<String, String>,
    /// The names of all parts.
    pub(super) names: Vec<String>,
    /// Sheets: name > part.
    sheets: Vec<(String, String)>,
    styles: String,
}

impl Package {
    /// Reads what is known of the parts, and finds the sheet of this name.
    pub(super) fn read(file: &mut File<'_>, sheet: &str) -> Result<Self, Unmarked> {
        let names: Vec<String> =
            (0..file.len()).filter_map(|at| Some(file.name_for_index(at)?.ok()?.into_owned())).collect();
        let mut need =
            |name: &str| text_of(file, name)?.ok_or_else(|| other("a part that every workbook has is missing"));
        let (book, types, styles) = (need(BOOK)?, need(TYPES)?, need(STYLES)?);
        let links = need(&links_of(BOOK))?;
        if !book.contains(MAIN) {
            return Err(other("the workbook is written in the strict form"));
        }
        let relations = relations(&links, BOOK)?;
        let mut sheets = Vec::new();
        each_tag(&book, |tag, _| {
            if tag.local_name().as_ref() == "sheet" {
                let id = attribute(tag, "id")?.unwrap_or_default();
                let target =
                    relations.iter().find(|relation| relation.id == id).map(|relation| relation.target.clone());
                sheets.push((attribute(tag, "name")?.unwrap_or_default(), target.unwrap_or_default()));
            }
            Ok(())
        })?;
        let page = sheets.iter().find(|(name, _)| name == sheet).map(|(_, part)| part.clone());
        let page = page.filter(|page| names.contains(page)).ok_or_else(|| other("the sheet is not there"))?;
        let own_links = text_of(file, &links_of(&page))?;
        let changed = BTreeMap::from([(BOOK.to_owned(), book), (TYPES.to_owned(), types), (links_of(BOOK), links)]);
        let relations = own_links.as_deref().map_or_else(|| Ok(Vec::new()), |links| self::relations(links, &page))?;
        let mut package = Self { page, relations, changed, names, sheets, styles };
        if let Some(links) = own_links {
            package.changed.insert(links_of(&package.page), links);
        }
        Ok(package)
    }

    /// A name for a part that no part has yet: the number behind `stem` is chosen.
    pub(super) fn free_name(&self, stem: &str, ending: &str) -> String {
        let candidates = (1_u32..).map(|number| format!("{stem}{number}{ending}"));
        let is_free = |name: &String| {
            !self.changed.contains_key(name) && !self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
        };
        candidates.into_iter().find(is_free).unwrap_or_default()
    }

    /// The name, with a number behind it where a sheet of the partner has it: capitals tell no two apart.
    fn free_sheet_name(&self, name: &str) -> String {
        let is_taken = |name: &str| self.sheets.iter().any(|(known, _)| known.to_lowercase() == name.to_lowercase());
        let numbered = (2_u32..).map(|number| format!("{name} {number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
    }

    /// Adds the colours of marks to the styles: what conditional formats call the one for errors, and the one for warnings.
    pub(super) fn add_colours(&mut self) -> Result<[usize; 2], Unmarked> {
        let mut known = 0;
        each_tag(&self.styles, |tag, depth| {
            known += usize::from(depth == 2 && tag.local_name().as_ref() == "dxf");
            Ok(())
        })?;
        let colour = |prefix: &str, (fill, ink): (&str, &str)| {
            format!(
                "<{prefix}dxf><{prefix}font><{prefix}color rgb=\"{ink}\"/></{prefix}font><{prefix}fill><{prefix}patternFill>\
                 <{prefix}bgColor rgb=\"{fill}\"/></{prefix}patternFill></{prefix}fill></{prefix}dxf>"
            )
        };
        let styles = append_to(&self.styles, "dxfs", &["tableStyles", "colors", "extLst"], |prefix| {
            COLOURS.iter().map(|pair| colour(prefix, *pair)).collect()
        })?;
        self.changed.insert(STYLES.to_owned(), styles);
        Ok([known, known + 1])
    }

    /// Adds a relationship to a part, and gives its id.
    pub(super) fn relate(&mut self, part: &str, kind: &str, target: &str) -> Result<String, Unmarked> {
        let name = links_of(part);
        let empty =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        let links = self.changed.get(&name).map_or(empty, String::as_str);
        let id = (1_u32..).map(|number| format!("darasa{number}")).find(|id| !links.contains(&format!("\"{id}\"")));
        let id = id.unwrap_or_default();
        let links = append_to(links, "Relationships", &[], |prefix| {
            let target = escaped(target);
            format!("<{prefix}Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"/{target}\"/>")
        })?;
        self.changed.insert(name, links);
        Ok(id)
    }

    /// Says of which type a part is.
    pub(super) fn declare(&mut self, part: &str, kind: &str) -> Result<(), Unmarked> {
        self.add_type(&format!("Override PartName=\"/{}\" ContentType=\"{kind}\"", escaped(part)))
    }

    /// Says of which type all parts of an ending are, unless that is said.
    pub(super) fn declare_ending(&mut self, ending: &str, kind: &str) -> Result<(), Unmarked> {
        let types = self.changed.get(TYPES).map_or("", String::as_str);
        if types.to_ascii_lowercase().contains(&format!("extension=\"{ending}\"")) {
            return Ok(());
        }
        self.add_type(&format!("Default Extension=\"{ending}\" ContentType=\"{kind}\""))
    }

    fn add_type(&mut self, declaration: &str) -> Result<(), Unmarked> {
        let types = self.changed.get(TYPES).map_or("", String::as_str);
        let types = append_to(types, "Types", &[], |prefix| format!("<{prefix}{declaration}/>"))?;
        self.changed.insert(TYPES.to_owned(), types);
        Ok(())
    }

    /// Puts the sheet that sums up before the others, or in the place of an earlier one.
    pub(super) fn add_summary(&mut self, summary: &Summary) -> Result<(), Unmarked> {
        let content = summary_page(summary);
        let earlier = self.sheets.iter().find(|(name, _)| summary.known_as.contains(name));
        if let Some((_, part)) = earlier.filter(|(_, part)| *part != self.page && self.names.contains(part)) {
            self.changed.insert(part.clone(), content);
            return Ok(());
        }
        let part = self.free_name("xl/worksheets/sheet", ".xml");
        let id = self.relate(BOOK, "worksheet", &part)?;
        self.declare(&part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")?;
        self.changed.insert(part, content);
        let book = self.changed.get(BOOK).map_or("", String::as_str);
        let book = with_sheet_in_front(book, &self.free_sheet_name(&summary.name), &id)?;
        self.changed.insert(BOOK.to_owned(), book);
        Ok(())
    }
}

/// The part that holds the relationships of a part.
fn links_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{name}.rels").trim_start_matches('/').to_owned()
}

fn relations(links: &str, part: &str) -> Result<Vec<Relation>, Unmarked> {
    let mut found = Vec::new();
    each_tag(links, |tag, _| {
        if tag.local_name().as_ref() == "Relationship" && attribute(tag, "TargetMode")?.as_deref() != Some("External") {
            let kind = attribute(tag, "Type")?.unwrap_or_default();
            found.push(Relation {
                id: attribute(tag, "Id")?.unwrap_or_default(),
                kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                target: resolve(part, &attribute(tag, "Target")?.unwrap_or_default()),
            });
        }
        Ok(())
    })?;
    Ok(found)
}

/// The name of the part that a target leads to from another part.
fn resolve(from: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in target.split('/') {
        match step {
            ".." => {
                steps.pop();
            }
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The value of an attribute by its name without a prefix.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unmarked> {
    for attribute in tag.attributes() {
        let attribute = attribute?;
        if attribute.key.local_name().as_ref() == name && attribute.key.as_namespace_binding().is_none() {
            return Ok(Some(quick_xml::escape::unescape(&attribute.value)?.into_owned()));
        }
    }
    Ok(None)
}

/// The same tag with another value of an attribute; none takes it out.
pub(super) fn with_attribute(
    tag: &BytesStart<'_>,
    name: &str,
    value: Option<&str>,
) -> Result<BytesStart<'static>, Unmarked> {
    let mut changed = BytesStart::new(tag.name().as_ref().to_owned());
    for attribute in tag.attributes() {
        let attribute = attribute?;
        if attribute.key.as_ref() != name {
            changed.push_attribute(attribute);
        }
    }
    if let Some(value) = value {
        changed.push_attribute((name, value));
    }
    Ok(changed)
}

/// The prefix of a name with its colon; empty where there is none.
pub(super) fn prefix_of(tag: &BytesStart<'_>) -> String {
    let name = tag.name();
    name.as_ref().rsplit_once(':').map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
}

/// Looks at each opening tag with its depth: the outermost has 0.
pub(super) fn each_tag(
    xml: &str,
    mut look: impl FnMut(&BytesStart<'_>, usize) -> Result<(), Unmarked>,
) -> Result<(), Unmarked> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                look(&tag, depth)?;
                depth += 1;
            }
            Event::Empty(tag) => look(&tag, depth)?,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Adds content at the end of the outermost element or of one directly in it. Where there is no such element, one is made before the first of `before`, or last.
fn append_to(xml: &str, element: &str, before: &[&str], content: impl Fn(&str) -> String) -> Result<String, Unmarked> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new(Vec::new());
    let (mut depth, mut prefix, mut done) = (0_usize, String::new(), false);
    loop {
        let event = reader.read_event()?;
        match &event {
            Event::Start(tag) | Event::Empty(tag) if depth == 0 => prefix = prefix_of(tag),
            Event::Start(tag) | Event::Empty(tag)
                if depth == 1 && !done && before.contains(&tag.local_name().as_ref()) =>
            {
                done = true;
                raw(&mut writer, &format!("<{prefix}{element}>{}</{prefix}{element}>", content(&prefix)));
            }
            Event::End(tag) if depth <= 2 && !done => {
                let closes = tag.local_name().as_ref() == element;
                done |= closes || depth == 1;
                match (closes, depth) {
                    (true, _) => raw(&mut writer, &content(&prefix)),
                    (false, 1) => {
                        raw(&mut writer, &format!("<{prefix}{element}>{}</{prefix}{element}>", content(&prefix)));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        match event {
            Event::Eof if done => return Ok(String::from_utf8(writer.into_inner())?),
            Event::Eof => return Err(other("a part has nothing in it")),
            Event::Empty(tag) if depth <= 1 && !done && tag.local_name().as_ref() == element => {
                done = true;
                let tag = with_attribute(&tag, "count", None)?;
                let end = tag.to_end().into_owned();
                writer.write_event(Event::Start(tag))?;
                raw(&mut writer, &content(&prefix));
                writer.write_event(Event::End(end))?;
            }
            // The count would not be true any more, and no program needs it.
            Event::Start(tag) if depth == 1 && tag.local_name().as_ref() == element => {
                writer.write_event(Event::Start(with_attribute(&tag, "count", None)?))?;
                depth += 1;
            }
            event => {
                depth = match &event {
                    Event::Start(_) => depth + 1,
                    Event::End(_) => depth.saturating_sub(1),
                    _ => depth,
                };
                writer.write_event(event)?;
            }
        }
    }
}

fn raw(writer: &mut Writer<Vec<u8>>, xml: &str) {
    writer.get_mut().extend_from_slice(xml.as_bytes());
}

/// The workbook part with a sheet before the others. Names of one sheet and the sheet in sight count sheets, and count one more.
fn with_sheet_in_front(book: &str, name: &str, relation: &str) -> Result<String, Unmarked> {
    let mut highest = 0_u32;
    each_tag(book, |tag, _| {
        if tag.local_name().as_ref() == "sheet" {
            highest = highest.max(attribute(tag, "sheetId")?.and_then(|id| id.parse().ok()).unwrap_or(0));
        }
        Ok(())
    })?;
    let one_more = |tag: &BytesStart<'_>, name: &str, missing: Option<&str>| -> Result<BytesStart<'static>, Unmarked> {
        let value = attribute(tag, name)?;
        let next = value.as_deref().or(missing).and_then(|value| value.parse::<u32>().ok()).map(|value| value + 1);
        with_attribute(tag, name, next.map(|value| value.to_string()).as_deref())
    };
    let mut reader = Reader::from_str(book);
    let mut writer = Writer::new(Vec::new());
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(String::from_utf8(writer.into_inner())?),
            Event::Start(tag) if tag.local_name().as_ref() == "sheets" => {
                let prefix = prefix_of(&tag);
                writer.write_event(Event::Start(tag))?;
                let (name, id) = (escaped(name), highest.saturating_add(1));
                raw(
                    &mut writer,
                    &format!(
                        "<{prefix}sheet xmlns:r=\"{RELATIONS}\" name=\"{name}\" sheetId=\"{id}\" r:id=\"{relation}\"/>"
                    ),
                );
            }
            Event::Start(tag) if tag.local_name().as_ref() == "definedName" => {
                writer.write_event(Event::Start(one_more(&tag, "localSheetId", None)?))?;
            }
            Event::Start(tag) if tag.local_name().as_ref() == "workbookView" => {
                writer.write_event(Event::Start(one_more(&tag, "activeTab", Some("0"))?))?;
            }
            Event::Empty(tag) if tag.local_name().as_ref() == "workbookView" => {
                writer.write_event(Event::Empty(one_more(&tag, "activeTab", Some("0"))?))?;
            }
            event => writer.write_event(event)?,
        }
    }
}

fn summary_page(summary: &Summary) -> String {
    let direction = if summary.right_to_left { " rightToLeft=\"1\"" } else { "" };
    let mut rows = String::new();
    for (number, row) in (1..).zip(&summary.rows) {
        let cells: String = row.iter().map(|text| page_cell("", None, text)).collect();
        rows.push_str(&format!("<row r=\"{number}\">{cells}</row>"));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView{direction} workbookViewId=\"0\"/></sheetViews><cols><col min=\"1\" max=\"2\" width=\"14\" customWidth=\"1\"/>\
         <col min=\"3\" max=\"3\" width=\"32\" customWidth=\"1\"/><col min=\"4\" max=\"4\" width=\"100\" customWidth=\"1\"/></cols>\
         <sheetData>{rows}</sheetData><pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )
}

/// A cell with text in it; with its place where other cells stand around it.
pub(super) fn page_cell(prefix: &str, place: Option<&str>, text: &str) -> String {
    let place = place.map(|place| format!(" r=\"{place}\"")).unwrap_or_default();
    let text = escaped(text);
    format!(
        "<{prefix}c{place} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>"
    )
}
