//! What somebody's own sheet looks like, in the graph.

use juniper::GraphQLObject;
use rust_decimal::Decimal;

use super::reading::SheetMapping;
use crate::{
    kit::{graphql::Context, sheet::Habit},
    monitoring::mapping::{
        fields::{DateWriting, FoundBy, NumberWriting, SheetField},
        inspect::{Inspection, SeenText},
        model::MappingProfile,
        understanding::{Seen, SheetLook},
    },
};

/// A code, and what people call it.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "Something that a text of a sheet may mean.")]
pub struct SheetOption {
    /// The code: choose it in `values`.
    code: String,
    /// What people call it.
    label: String,
}

pub(super) fn options(pairs: Vec<(String, String)>) -> Vec<SheetOption> {
    pairs.into_iter().map(|(code, label)| SheetOption { code, label }).collect()
}

/// A sheet of a file.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A sheet of a file.")]
pub struct SheetSummary {
    /// The name on its tab; empty for text files.
    name: String,
    /// Whether it is hidden.
    hidden: bool,
    /// How many rows hold anything.
    rows: i32,
    /// How many columns hold anything.
    columns: i32,
    /// How many of its columns are known.
    known_columns: i32,
}

impl From<SheetLook> for SheetSummary {
    fn from(look: SheetLook) -> Self {
        let number = |size: usize| i32::try_from(size).unwrap_or(i32::MAX);
        Self {
            hidden: look.hidden,
            rows: number(look.rows),
            columns: number(look.columns),
            known_columns: number(look.known),
            name: look.name,
        }
    }
}

/// A column of a sheet.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A column of a sheet, and what it seems to be.")]
pub struct SheetColumn {
    /// Its letters, such as AB.
    letters: String,
    /// Its heading: the label of the group that it stands under before its own.
    heading: String,
    /// Which of the columns with this heading, from 1.
    occurrence: i32,
    /// Its HXL tag.
    tag: Option<String>,
    /// What stands in the row of tags and is none.
    bad_tag: Option<String>,
    /// How many rows have something in it.
    filled: i32,
    /// Some of that.
    samples: Vec<String>,
    /// What it seems to be; null where nothing is likely enough.
    guess: Option<SheetColumnGuess>,
    /// Why it is not taken for what it seems to be.
    passed_over: Option<String>,
    /// How it writes numbers; null where its cells leave no doubt, or do not tell.
    numbers: Option<NumberWriting>,
    /// How it writes days; null where its cells leave no doubt, or do not tell.
    dates: Option<DateWriting>,
    /// What somebody has to choose: whom it counts (before, it is not read), or how it writes numbers or days, with the cells that leave it open.
    needs_choice: Option<String>,
}

/// What a column seems to be.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What a column of a sheet seems to be.")]
pub struct SheetColumnGuess {
    /// What.
    field: SheetField,
    /// Of PEOPLE: the key of whom it counts, empty for everyone.
    category: String,
    /// Of PEOPLE: whether they were counted before.
    repeated: bool,
    /// How it was found.
    found_by: FoundBy,
    /// How sure that is, from 0 to 1.
    score: Decimal,
}

impl From<Seen> for SheetColumn {
    fn from(seen: Seen) -> Self {
        let guess = seen.guess.as_ref().map(|guess| SheetColumnGuess {
            field: guess.field,
            category: super::reading::key(&guess.category),
            repeated: guess.repeated,
            found_by: guess.by,
            score: Decimal::try_from(guess.score).unwrap_or_default().round_dp(2),
        });
        let is_number = seen.guess.as_ref().is_some_and(|guess| guess.field.is_number());
        let is_time = seen.guess.as_ref().is_some_and(|guess| guess.field == SheetField::Period);
        let unclear = open(&seen.numbers).filter(|_| is_number).or_else(|| open(&seen.dates).filter(|_| is_time));
        let whom = seen.open.map(str::to_owned);
        Self {
            letters: crate::kit::sheet::column_letters(seen.at),
            heading: seen.heading,
            occurrence: seen.occurrence,
            tag: seen.tag,
            bad_tag: seen.bad_tag,
            filled: i32::try_from(seen.filled).unwrap_or(i32::MAX),
            samples: seen.samples,
            guess,
            passed_over: seen.passed_over.map(str::to_owned),
            numbers: seen.numbers.told().map(NumberWriting::of),
            dates: seen.dates.told().map(DateWriting::of),
            needs_choice: whom.or(unclear),
        }
    }
}

/// What leaves open how a column writes.
fn open<T>(habit: &Habit<T>) -> Option<String> {
    match habit {
        Habit::Unclear(cell) => Some(format!("{cell:?} can mean two things, and no other cell tells which")),
        Habit::Contradiction(one, other) => Some(format!("{one:?} and {other:?} cannot be read in one way")),
        Habit::Any | Habit::One(_) => None,
    }
}

/// A text of a column that is looked up.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A text of a column that is looked up in a list, and what it means.")]
pub struct SheetText {
    /// The column's letters.
    letters: String,
    /// What the column is.
    field: SheetField,
    /// The text.
    text: String,
    /// How many rows have it.
    rows: i32,
    /// What it means; null where it is not known, or may mean several things.
    meaning: Option<SheetOption>,
    /// What it may mean.
    options: Vec<SheetOption>,
}

impl From<SeenText> for SheetText {
    fn from(seen: SeenText) -> Self {
        Self {
            letters: crate::kit::sheet::column_letters(seen.at),
            field: seen.field,
            text: seen.text,
            rows: seen.rows,
            meaning: seen.meaning.map(|(code, label)| SheetOption { code, label }),
            options: options(seen.options),
        }
    }
}

/// What a file looks like.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What a file with rows looks like, before anything is read from it.")]
pub struct SheetInspection {
    /// Its sheets, the best guess first.
    sheets: Vec<SheetSummary>,
    /// The sheet that was looked at.
    sheet: String,
    /// The rows of its headings.
    header_rows: Vec<i32>,
    /// The row of its HXL tags.
    tag_row: Option<i32>,
    /// Its first row of data.
    first_row: Option<i32>,
    /// Its columns.
    columns: Vec<SheetColumn>,
    /// How it would be read: send it back with what is chosen otherwise.
    mapping: SheetMapping,
    /// The profile that fits it, which the mapping is from; null where none does.
    profile: Option<MappingProfile>,
    /// The texts of the columns that are looked up, with what they mean: the most frequent ones of each, 200 at most.
    texts: Vec<SheetText>,
}

impl From<Inspection> for SheetInspection {
    fn from(seen: Inspection) -> Self {
        let number = |row: u32| i32::try_from(row).unwrap_or(i32::MAX);
        Self {
            sheets: seen.sheets.into_iter().map(SheetSummary::from).collect(),
            sheet: seen.sheet,
            header_rows: seen.headers.into_iter().map(number).collect(),
            tag_row: seen.tags.map(number),
            first_row: seen.first_row.map(number),
            columns: seen.columns.into_iter().map(SheetColumn::from).collect(),
            mapping: seen.mapping.into(),
            profile: seen.profile,
            texts: seen.texts.into_iter().map(SheetText::from).collect(),
        }
    }
}
