//! What clients send about foreign sheets.

use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use super::{
    fields::{CellVerdict, DateWriting, NumberWriting, SheetField},
    model::{Constant, MappedColumn, Mapping, ValueChoice},
    people,
};
use crate::{
    kit::{Error, Result},
    monitoring::input::ImportMode,
    write_inputs,
};

/// A column of a sheet, and what it is.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct MappedColumnInput {
    /// Its heading, as `inspectSheet` tells it.
    pub heading: String,
    /// Which of the columns with this heading, from 1; the first when left out.
    pub occurrence: Option<i32>,
    /// What it is; left out: it is not read.
    pub field: Option<SheetField>,
    /// Of PEOPLE: the key of whom it counts, such as `sex=f;age_band=6-11`; left out for everyone.
    pub category: Option<String>,
    /// Of PEOPLE: true where they were counted before.
    #[graphql(default)]
    pub repeated: bool,
    /// How it writes numbers; left out where its cells leave no doubt.
    pub numbers: Option<NumberWriting>,
    /// How it writes days; left out where its cells leave no doubt.
    pub dates: Option<DateWriting>,
}

/// What holds for all rows of a sheet that does not say it.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct SheetConstantInput {
    /// Of what.
    pub field: SheetField,
    /// What: a code or a name.
    pub text: String,
}

/// What a text of a sheet means.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ValueChoiceInput {
    /// In columns of this.
    pub field: SheetField,
    /// The text. Capitals, accents and blanks do not matter.
    pub text: String,
    /// What it means: a code of the plan, a P-code, the code of a site, the number of a period, the id of an organisation, the key of a category.
    /// Left out: it says nothing.
    pub code: Option<String>,
    /// True: rows with it are left out.
    #[graphql(default)]
    pub leave_out: bool,
}

/// How a sheet is read.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct SheetMappingInput {
    /// Its columns, at most 500.
    pub columns: Vec<MappedColumnInput>,
    /// What it leaves unsaid.
    pub constants: Option<Vec<SheetConstantInput>>,
    /// What its words mean, at most 5000.
    pub values: Option<Vec<ValueChoiceInput>>,
    /// True: parts of people are rounded. Else they are refused.
    #[graphql(default)]
    pub round_people: bool,
}

impl SheetMappingInput {
    pub(super) fn read(self) -> Result<Mapping> {
        let values = self.values.unwrap_or_default();
        if self.columns.len() > 500 || values.len() > 5_000 {
            return Err(Error::invalid("mapping", "mapping-size", "a mapping has at most 500 columns and 5000 values"));
        }
        let mut columns = Vec::new();
        for (at, column) in self.columns.into_iter().enumerate() {
            let category = people::parse_key(column.category.as_deref().unwrap_or_default()).ok_or_else(|| {
                let message = "write a category as sex=f;age_band=6-11";
                Error::invalid(format!("mapping.columns[{at}].category"), "mapping-category", message)
            })?;
            columns.push(MappedColumn {
                heading: column.heading,
                occurrence: column.occurrence.unwrap_or(1),
                field: column.field,
                category,
                repeated: column.repeated,
                numbers: column.numbers,
                dates: column.dates,
            });
        }
        let constants = self.constants.unwrap_or_default();
        let constant = |given: SheetConstantInput| Constant { field: given.field, text: given.text };
        let value = |given: ValueChoiceInput| ValueChoice {
            field: given.field,
            text: given.text,
            code: given.code,
            leave_out: given.leave_out,
        };
        Ok(Mapping {
            columns,
            constants: constants.into_iter().map(constant).collect(),
            values: values.into_iter().map(value).collect(),
            round_people: self.round_people,
        })
    }
}

/// A sheet to look at.
#[derive(Debug, GraphQLInputObject)]
pub struct InspectSheetInput {
    /// The file, as `PUT /files` named it.
    pub file_id: ID,
    /// The plan that its rows are reported on.
    pub plan_id: ID,
    /// The cluster; may be left out where only one carries the plan.
    pub cluster_id: Option<ID>,
    /// The organisation that reports, where the sheet does not say.
    pub organisation_id: Option<ID>,
    /// The sheet's name; the best guess when left out.
    pub sheet: Option<String>,
    /// The row of its headings, from 1; the best guess when left out.
    pub header_row: Option<i32>,
}

/// A partner's own sheet to read into reports.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ImportSheetInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The file, as `PUT /files` named it.
    pub file_id: ID,
    /// The plan that its rows are reported on.
    pub plan_id: ID,
    /// The cluster; may be left out where only one carries the plan.
    pub cluster_id: Option<ID>,
    /// The organisation that reports, where the sheet does not say.
    pub organisation_id: Option<ID>,
    /// The period, where the sheet does not say.
    pub period_id: Option<ID>,
    /// The sheet's name; the best guess when left out.
    pub sheet: Option<String>,
    /// The row of its headings, from 1; the best guess when left out.
    pub header_row: Option<i32>,
    /// How it is read. Left out: by the profile, else by the one that fits, else as it seems to be meant.
    pub mapping: Option<SheetMappingInput>,
    /// The profile that it is read by.
    pub profile_id: Option<ID>,
    /// Keeps the mapping under this name, for the organisation or, without one, for all of the operation.
    pub save_as: Option<String>,
    /// True: say what would happen, row by row, and write nothing.
    #[graphql(default)]
    pub dry_run: bool,
    /// What becomes of the good rows where others are wrong; ALL when left out: then nothing is taken.
    pub mode: Option<ImportMode>,
    /// How many rows of the preview, 0 to 100; 20 when left out.
    pub preview_rows: Option<i32>,
    /// The preview goes on behind this row of the sheet.
    pub preview_after: Option<i32>,
    /// The preview shows only rows whose worst cell is one of these.
    pub preview_of: Option<Vec<CellVerdict>>,
}

/// A mapping profile to rename.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RenameMappingProfileInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The profile.
    pub profile_id: ID,
    /// Its new name, 1 to 200 characters.
    pub name: String,
}

/// A mapping profile to remove.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveMappingProfileInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The profile.
    pub profile_id: ID,
}

write_inputs!(ImportSheetInput, RenameMappingProfileInput, RemoveMappingProfileInput);
