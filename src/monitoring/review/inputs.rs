//! What reviewers and partners send about a report.

use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use super::model::RowField;
use crate::{kit::graphql::Count, write_inputs};

/// A figure as it should be. What is left out is not known, which is not zero.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct CleanCellInput {
    /// The row.
    pub row_id: ID,
    /// The category of the cell.
    pub category_id: ID,
    /// People counted for the first time.
    pub new_people: Option<Count>,
    /// People counted before.
    pub repeat_people: Option<Count>,
    /// The value, or the numerator of a ratio, where it is no count of people.
    pub value: Option<Decimal>,
    /// The denominator of a ratio.
    pub denominator: Option<Decimal>,
    /// Why, in 1 to 2000 characters: the partner reads it.
    pub why: String,
}

/// Figures of a report to correct. The partner's own stay beside them.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CleanCellsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The version that was looked at.
    pub base_version: i32,
    /// The cells, 1 to 1000, each once.
    pub cells: Vec<CleanCellInput>,
}

/// A cell whose correction is taken back.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct RestoreCellInput {
    /// The row.
    pub row_id: ID,
    /// The category of the cell.
    pub category_id: ID,
}

/// Corrections to take back, so that the partner's own figures count again.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RestoreCellsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The version that was looked at.
    pub base_version: i32,
    /// The cells, 1 to 1000.
    pub cells: Vec<RestoreCellInput>,
}

/// Something to say about a report.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddReportCommentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The row that it is about; the report as a whole when left out.
    pub row_id: Option<ID>,
    /// What of the row.
    pub field: Option<RowField>,
    /// The cell of this category.
    pub category_id: Option<ID>,
    /// What is to be said, in 1 to 2000 characters.
    pub text: String,
}

/// An answer to a comment.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AnswerReportCommentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The comment.
    pub comment_id: ID,
    /// The answer, in 1 to 2000 characters.
    pub text: String,
}

/// A comment to call settled, or not.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ResolveReportCommentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The comment.
    pub comment_id: ID,
    /// False: it is open again.
    #[graphql(default = true)]
    pub resolved: bool,
}

/// A report among those to accept.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReportToAcceptInput {
    /// The report.
    pub report_id: ID,
    /// The version that was looked at.
    pub base_version: i32,
}

/// Reports of one plan to accept, all or none.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AcceptReportsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The reports, 1 to 500, each once.
    pub reports: Vec<ReportToAcceptInput>,
}

write_inputs!(
    CleanCellsInput,
    RestoreCellsInput,
    AddReportCommentInput,
    AnswerReportCommentInput,
    ResolveReportCommentInput,
    AcceptReportsInput,
);
