//! What is said about a report: a reviewer begins, the partner answers, the reviewer calls it settled.

use super::{
    inputs::{AddReportCommentInput, AnswerReportCommentInput, ResolveReportCommentInput},
    model::{Comment, CommentId},
    store,
};
use crate::{
    audit,
    dimensions::CategoryId,
    kit::{Error, Result, auth::Action, db::Transaction, scope::Scoped},
    monitoring::{
        model::{Report, ReportId, RowId},
        policy, store as monitoring_store, telling,
    },
};

/// How many comments a report has at most.
const MOST: i64 = 2_000;

fn words(text: &str) -> Result<String> {
    let text = text.trim().to_owned();
    if (1..=2_000).contains(&text.chars().count()) {
        return Ok(text);
    }
    Err(Error::invalid("text", "comment-text", "say something, in 1 to 2000 characters"))
}

/// Begins a conversation.
pub(super) async fn add(transaction: &mut Transaction, input: AddReportCommentInput) -> Result<Comment> {
    let id = ReportId::parse(&input.report_id, "reportId")?;
    let report = policy::load_for_edit(transaction, Action::DecideReport, id).await?;
    let row = RowId::parse_optional(input.row_id.as_ref(), "rowId")?;
    let category_id = CategoryId::parse_optional(input.category_id.as_ref(), "categoryId")?;
    let row_key = match row {
        Some(row) => {
            let known = store::rows_by_id(transaction.conn(), report.id, &[row]).await?;
            let unknown = || Error::invalid("rowId", "row-elsewhere", "this is no row of the report");
            Some(known.into_iter().next().ok_or_else(unknown)?.row_key)
        }
        None if input.field.is_some() || category_id.is_some() => {
            return Err(Error::invalid("rowId", "comment-row", "say of which row"));
        }
        None => None,
    };
    if let Some(category) = category_id
        && !store::category_is_known(transaction.conn(), report.operation_id, category).await?
    {
        return Err(Error::invalid("categoryId", "report-category", "this is no category of the operation"));
    }
    let comment = Comment {
        id: transaction.new_id(),
        report_id: report.id,
        operation_id: report.operation_id,
        answers_id: None,
        row_key,
        field: input.field,
        category_id,
        text: words(&input.text)?,
        author: transaction.viewer().user,
        created_at: transaction.now(),
        resolved_at: None,
        resolved_by: None,
    };
    keep(transaction, &report, comment).await
}

/// The comment that begins a conversation, and its report.
async fn load(transaction: &Transaction, id: &juniper::ID) -> Result<(Comment, Report)> {
    let id = CommentId::parse(id, "commentId")?;
    let not_found = || Error::not_found("commentId");
    let comment = store::comment(transaction.conn(), id).await?.ok_or_else(not_found)?;
    let report = monitoring_store::report(transaction.conn(), comment.report_id).await?.ok_or_else(not_found)?;
    Ok((comment, report))
}

/// Answers a comment: those who write the report, and those who decide on it.
pub(super) async fn answer(transaction: &mut Transaction, input: AnswerReportCommentInput) -> Result<Comment> {
    let (comment, report) = load(transaction, &input.comment_id).await?;
    let scope = report.scope();
    if !transaction.viewer().may(Action::DecideReport, &scope) {
        transaction.viewer().require(Action::EditReport, &scope, "commentId")?;
    }
    let answer = Comment {
        id: transaction.new_id(),
        // An answer to an answer belongs to the same conversation.
        answers_id: Some(comment.answers_id.unwrap_or(comment.id)),
        text: words(&input.text)?,
        author: transaction.viewer().user,
        created_at: transaction.now(),
        resolved_at: None,
        resolved_by: None,
        ..comment
    };
    keep(transaction, &report, answer).await
}

/// Calls a conversation settled, or opens it again.
pub(super) async fn resolve(transaction: &mut Transaction, input: ResolveReportCommentInput) -> Result<Comment> {
    let (comment, report) = load(transaction, &input.comment_id).await?;
    transaction.viewer().require(Action::DecideReport, &report.scope(), "commentId")?;
    if comment.answers_id.is_some() {
        let message = "this is an answer; the comment that it answers is what is settled";
        return Err(Error::conflict("comment-answer", message).at("commentId"));
    }
    let now = transaction.now();
    let after = Comment {
        resolved_at: input.resolved.then_some(now),
        resolved_by: transaction.viewer().user.filter(|_| input.resolved),
        ..comment.clone()
    };
    store::resolve_comment(transaction.conn(), &after).await?;
    let action = if input.resolved { "resolve-comment" } else { "reopen-comment" };
    let change = audit::Change::new(action, report.id).in_operation(report.operation_id).from(&comment)?.to(&after)?;
    audit::record(transaction, change).await?;
    telling::changed(transaction, &report).await?;
    Ok(after)
}

async fn keep(transaction: &Transaction, report: &Report, comment: Comment) -> Result<Comment> {
    if store::count_comments(transaction.conn(), report.id).await? >= MOST {
        let message = format!("a report has at most {MOST} comments; settle it by a call");
        return Err(Error::conflict("comments-many", message));
    }
    store::insert_comment(transaction.conn(), &comment).await?;
    let change = audit::Change::new("comment", report.id).in_operation(report.operation_id).to(&comment)?;
    audit::record(transaction, change).await?;
    telling::changed(transaction, report).await?;
    Ok(comment)
}
