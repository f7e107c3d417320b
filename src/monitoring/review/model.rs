//! Comments, corrections, rows that were given back, and what became of accepted rows.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_types};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    dimensions::CategoryId,
    ids,
    kit::scope::{OperationId, UserId},
    monitoring::model::{Figures, ReportId, RowId},
    schema::{clean_cells, report_comments, returned_rows},
    text_enum,
};

ids! {
    /// The id of a comment.
    CommentId of CommentKind as "ReportComment";
}

text_enum! {
    /// What of a row is meant.
    RowField {
        /// How far it is.
        Status = "STATUS",
        /// Units delivered.
        Units = "UNITS",
        /// Money spent.
        Amount = "AMOUNT",
        /// The remarks.
        Remarks = "REMARKS",
        /// The place.
        Place = "PLACE",
        /// The people, of the category that is named or of all.
        People = "PEOPLE",
        /// The value or denominator.
        Value = "VALUE",
    }
}

/// What is said about a report, a row of it or a cell.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = report_comments, check_for_backend(diesel::pg::Pg))]
pub(in crate::monitoring) struct Comment {
    pub(super) id: CommentId,
    pub(super) report_id: ReportId,
    pub(super) operation_id: OperationId,
    /// The comment that it answers.
    pub(super) answers_id: Option<CommentId>,
    /// The row, by its natural key; none for the report as a whole.
    pub(in crate::monitoring) row_key: Option<String>,
    pub(super) field: Option<RowField>,
    pub(super) category_id: Option<CategoryId>,
    pub(super) text: String,
    pub(super) author: Option<UserId>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) resolved_at: Option<DateTime<Utc>>,
    pub(super) resolved_by: Option<UserId>,
}

/// A row that a report was returned for.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = returned_rows, check_for_backend(diesel::pg::Pg))]
pub(in crate::monitoring) struct ReturnedRow {
    pub(super) report_id: ReportId,
    pub(super) operation_id: OperationId,
    pub(in crate::monitoring) row_key: String,
    pub(in crate::monitoring) note: String,
}

/// A figure that the cluster corrected.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = clean_cells, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub(in crate::monitoring) struct CleanCell {
    pub(super) row_id: RowId,
    pub(in crate::monitoring) category_id: CategoryId,
    pub(super) operation_id: OperationId,
    pub(super) new_people: Option<rust_decimal::Decimal>,
    pub(super) repeat_people: Option<rust_decimal::Decimal>,
    pub(super) value: Option<rust_decimal::Decimal>,
    pub(super) denominator: Option<rust_decimal::Decimal>,
    pub(super) raw_new_people: Option<rust_decimal::Decimal>,
    pub(super) raw_repeat_people: Option<rust_decimal::Decimal>,
    pub(super) raw_value: Option<rust_decimal::Decimal>,
    pub(super) raw_denominator: Option<rust_decimal::Decimal>,
    pub(super) why: String,
    pub(super) cleaned_by: Option<UserId>,
    pub(super) cleaned_at: DateTime<Utc>,
}

impl CleanCell {
    /// What the partner's figures were when they were corrected.
    pub(super) fn raw(&self) -> Figures {
        Figures {
            new_people: self.raw_new_people,
            repeat_people: self.raw_repeat_people,
            value: self.raw_value,
            denominator: self.raw_denominator,
        }
    }

    /// Whether the partner has said something else since, so that it counts no more.
    pub(in crate::monitoring) fn is_stale(&self, now: &Figures) -> bool {
        self.raw() != *now
    }
}

text_enum! {
    /// What became of a row since its report was accepted.
    RowSinceKind {
        /// It was not there.
        Added = "ADDED",
        /// It says something else.
        Changed = "CHANGED",
        /// It is gone.
        Removed = "REMOVED",
    }
}

/// A row that is another than when its report was accepted.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(in crate::monitoring) struct RowSince {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) report_id: ReportId,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) row_key: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) kind: RowSinceKind,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) activity: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) indicator: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) place: String,
}

/// A value in it that is another.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(in crate::monitoring) struct ValueSince {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) report_id: ReportId,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) row_key: String,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub(super) category: Option<String>,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) name: String,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub(super) before: Option<String>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub(super) after: Option<String>,
}

/// What a report says that it did not say when it was accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::monitoring) struct SinceReport {
    pub(super) rows: Vec<(RowSince, Vec<ValueSince>)>,
    /// How many rows there are beyond those.
    pub(super) more: i32,
}

/// A row by its place, with the words that people know it by.
#[derive(Debug, Clone, QueryableByName)]
pub(super) struct NamedRow {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) row_key: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) activity: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) place: String,
}
