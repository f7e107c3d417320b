//! How a foreign sheet is read, in the graph.

use juniper::GraphQLObject;

use crate::{
    kit::graphql::Context,
    monitoring::{
        checks::Values,
        mapping::{
            fields::{DateWriting, NumberWriting, SheetField},
            model::{Constant, MappedColumn, Mapping, ValueChoice},
        },
    },
};

/// The key of a category.
pub(super) fn key(values: &Values) -> String {
    crate::monitoring::mapping::key(values)
}

/// How a sheet is read.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "How a sheet is read: it has the shape of `SheetMappingInput`.")]
pub struct SheetMapping {
    /// Its columns.
    columns: Vec<ColumnMapping>,
    /// What it leaves unsaid.
    constants: Vec<SheetConstant>,
    /// What its words mean.
    values: Vec<SheetValue>,
    /// Whether parts of people are rounded.
    round_people: bool,
}

/// A column, and what it is.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A column of a sheet, and what it is.")]
pub struct ColumnMapping {
    /// Its heading.
    heading: String,
    /// Which of the columns with this heading, from 1.
    occurrence: i32,
    /// What it is; null: it is not read.
    field: Option<SheetField>,
    /// Of PEOPLE: the key of whom it counts, empty for everyone.
    category: String,
    /// Of PEOPLE: whether they were counted before.
    repeated: bool,
    /// How it writes numbers; null where its cells leave no doubt.
    numbers: Option<NumberWriting>,
    /// How it writes days; null where its cells leave no doubt.
    dates: Option<DateWriting>,
}

/// What holds for all rows.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What holds for all rows of a sheet that does not say it.")]
pub struct SheetConstant {
    /// Of what.
    field: SheetField,
    /// What: a code or a name.
    text: String,
}

/// What a text means.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What a text of a sheet means.")]
pub struct SheetValue {
    /// In columns of this.
    field: SheetField,
    /// The text.
    text: String,
    /// What it means; null where it says nothing.
    code: Option<String>,
    /// Whether rows with it are left out.
    leave_out: bool,
}

impl From<Mapping> for SheetMapping {
    fn from(mapping: Mapping) -> Self {
        let column = |column: MappedColumn| ColumnMapping {
            category: key(&column.category),
            heading: column.heading,
            occurrence: column.occurrence,
            field: column.field,
            repeated: column.repeated,
            numbers: column.numbers,
            dates: column.dates,
        };
        let constant = |Constant { field, text }: Constant| SheetConstant { field, text };
        let value =
            |ValueChoice { field, text, code, leave_out }: ValueChoice| SheetValue { field, text, code, leave_out };
        Self {
            columns: mapping.columns.into_iter().map(column).collect(),
            constants: mapping.constants.into_iter().map(constant).collect(),
            values: mapping.values.into_iter().map(value).collect(),
            round_people: mapping.round_people,
        }
    }
}
