//! A foreign sheet, looked at before anything is read from it: its sheets, its headings, what its columns seem to be, what its words may mean.

use std::collections::HashMap;

use super::{
    fields::SheetField,
    guess::Guesser,
    input::InspectSheetInput,
    lists::{Entry, Found},
    model::{Choices, Mapping, MappingProfile},
    places::{Named, Places},
    profiles,
    reading::plain_text,
    setting::{Asked, Setting},
    understanding::{self, Seen, SheetLook, Understood},
};
use crate::kit::{Call, Error, Result, files, sheet::says_nothing};

/// The most different texts of a column that are listed.
const TEXTS: usize = 200;

/// A text of a column that is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::monitoring) struct SeenText {
    pub(in crate::monitoring) at: usize,
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) text: String,
    pub(in crate::monitoring) rows: i32,
    /// What it means: code and label.
    pub(in crate::monitoring) meaning: Option<(String, String)>,
    /// What it may mean, where it is not known.
    pub(in crate::monitoring) options: Vec<(String, String)>,
}

/// What a file looks like.
pub(in crate::monitoring) struct Inspection {
    pub(in crate::monitoring) sheets: Vec<SheetLook>,
    pub(in crate::monitoring) sheet: String,
    pub(in crate::monitoring) headers: Vec<u32>,
    pub(in crate::monitoring) tags: Option<u32>,
    pub(in crate::monitoring) first_row: Option<u32>,
    pub(in crate::monitoring) columns: Vec<Seen>,
    pub(in crate::monitoring) mapping: Mapping,
    pub(in crate::monitoring) profile: Option<MappingProfile>,
    pub(in crate::monitoring) texts: Vec<SeenText>,
}

/// Looks at a file, and changes nothing.
pub(in crate::monitoring) async fn inspect(call: &Call, input: InspectSheetInput) -> Result<Inspection> {
    let conn = call.db.conn().await?;
    let asked = Asked {
        plan: &input.plan_id,
        cluster: input.cluster_id.as_ref(),
        organisation: input.organisation_id.as_ref(),
        period: None,
    };
    let setting = Setting::load(conn, &call.viewer, &call.tools.texts, &asked).await?;
    let (_, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let guesser = Guesser::new(&setting.words, &setting.frame.vocabulary);
    let row = header_row(input.header_row)?;
    let understood = Understood::find(&workbook, &guesser, (input.sheet.as_deref(), row))?;
    let all = profiles::usable(conn, &call.viewer, &setting).await?;
    let fitting = understood.fitting(&all);
    let (profile, mapping) = match fitting {
        Some((profile, mapping)) => (Some(profile.clone()), mapping),
        None => (None, understood.guessed()),
    };
    let places = Places::load(conn, setting.operation.country_iso3.as_deref(), None).await?;
    let texts = texts(&understood, &setting, &places, &mapping);
    Ok(Inspection {
        sheets: understanding::sheets(&workbook, &guesser),
        sheet: understood.sheet.name.clone(),
        headers: understood.layout.headers.clone(),
        tags: understood.layout.tags,
        first_row: understood.rows().first().map(|row| row.number),
        columns: understood.columns,
        mapping,
        profile,
        texts,
    })
}

/// The row of the headings, as clients say it.
pub(super) fn header_row(given: Option<i32>) -> Result<Option<u32>> {
    let wrong = |_| Error::invalid("headerRow", "sheet-header-row", "rows are counted from 1");
    let row: Option<u32> = given.map(TryInto::try_into).transpose().map_err(wrong)?;
    match row {
        Some(row) if !(1..=25).contains(&row) => {
            Err(Error::invalid("headerRow", "sheet-header-row", "the headings must stand in one of the first 25 rows"))
        }
        row => Ok(row),
    }
}

/// The different texts of the columns that are looked up, with what they mean.
fn texts(understood: &Understood<'_>, setting: &Setting, places: &Places, mapping: &Mapping) -> Vec<SeenText> {
    let (columns, _) = understood.read_by(mapping);
    let choices = mapping.choices();
    let looked_up = columns.iter().filter(|column| column.field.is_chosen() && column.field != SheetField::Period);
    let mut all = Vec::new();
    for column in looked_up.filter(|column| column.field != SheetField::Site) {
        let mut counts: HashMap<String, i32> = HashMap::new();
        let cells = understood.rows().iter().filter_map(|row| row.cells.get(column.at));
        for cell in cells.filter(|cell| !says_nothing(cell)) {
            *counts.entry(plain_text(cell)).or_default() += 1;
        }
        let mut counts: Vec<(String, i32)> = counts.into_iter().collect();
        counts.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
        for (text, rows) in counts.into_iter().take(TEXTS) {
            let (meaning, options) = meaning(setting, places, &choices, column.field, &text);
            all.push(SeenText { at: column.at, field: column.field, text, rows, meaning, options });
        }
    }
    all
}

type Pair = (String, String);

fn meaning(
    setting: &Setting,
    places: &Places,
    choices: &Choices<'_>,
    field: SheetField,
    text: &str,
) -> (Option<Pair>, Vec<Pair>) {
    let pair = |code: String| {
        let label = setting.lists.label(field, &code);
        (code, label)
    };
    let pairs = |entries: Vec<Entry>| entries.into_iter().map(|entry| (entry.code, entry.label)).collect();
    let chosen = choices.find(field, text).and_then(|choice| choice.code.clone());
    if field.is_area() {
        let level = field.level().unwrap_or(-1);
        let area = |at: usize| {
            let area = places.area(at);
            let label = area.names.iter().next().map_or_else(|| area.pcode.clone(), |(_, name)| name.to_owned());
            (area.pcode.clone(), label)
        };
        let found = match chosen.as_deref().and_then(|code| places.by_code(code)) {
            Some(at) => Named::Code(at),
            None => places.named(level, text),
        };
        return match found {
            Named::Code(at) => (Some(area(at)), Vec::new()),
            Named::Name(found) => match found[..] {
                [only] => (Some(area(only)), Vec::new()),
                _ => (None, found.iter().take(10).map(|at| area(*at)).collect()),
            },
            Named::Retired(_) | Named::Nothing => (None, pairs(places.similar(field, text))),
        };
    }
    if let Some(code) = chosen.and_then(|code| setting.lists.by_code(field, &code)) {
        return (Some(pair(code)), Vec::new());
    }
    match setting.lists.find(field, text) {
        Found::Code(code) | Found::Name(code) => (Some(pair(code)), Vec::new()),
        Found::Several(codes) => (None, codes.into_iter().map(pair).collect()),
        Found::Nothing => (None, pairs(setting.lists.similar(field, text))),
    }
}
