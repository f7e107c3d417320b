//! What reviewers and partners change around a report.

use futures::FutureExt;
use juniper::graphql_object;

use super::{AcceptReportsPayload, AcceptedReport};
use crate::{
    kit::{Result, graphql::Context},
    monitoring::{
        graphql::ReportResult,
        review::{
            bulk::{self, AcceptOutcome},
            clean, comments,
            inputs::{
                AcceptReportsInput, AddReportCommentInput, AnswerReportCommentInput, CleanCellsInput,
                ResolveReportCommentInput, RestoreCellsInput,
            },
            model::Comment,
        },
    },
};

/// The mutations of review.
#[derive(Default)]
pub struct ReviewMutations;

#[graphql_object(context = Context)]
impl ReviewMutations {
    /// Accepts reports of a plan that were submitted: all of them, or none.
    async fn accept_reports(
        context: &Context,
        #[graphql(description = "The reports, each at the version that was looked at.")] input: AcceptReportsInput,
    ) -> Result<AcceptReportsPayload> {
        let tried = context
            .write("acceptReports", input, |transaction, input| bulk::accept(transaction, input).boxed())
            .await?;
        let accepted = tried.iter().all(|one| one.outcome == AcceptOutcome::Accepted);
        let reports = tried.into_iter().map(|one| AcceptedReport { outcome: one.outcome, report: one.report });
        Ok(AcceptReportsPayload { accepted, reports: reports.collect() })
    }

    /// Corrects figures of a report that was submitted or accepted: the corrections count, and what the partner said stays beside them.
    async fn clean_cells(
        context: &Context,
        #[graphql(description = "The figures as they should be, and why.")] input: CleanCellsInput,
    ) -> Result<ReportResult> {
        let outcome =
            context.write("cleanCells", input, |transaction, input| clean::clean(transaction, input).boxed()).await?;
        Ok(outcome.into())
    }

    /// Takes corrections back: the partner's own figures count again.
    async fn restore_cells(
        context: &Context,
        #[graphql(description = "The cells.")] input: RestoreCellsInput,
    ) -> Result<ReportResult> {
        let outcome = context
            .write("restoreCells", input, |transaction, input| clean::restore(transaction, input).boxed())
            .await?;
        Ok(outcome.into())
    }

    /// Says something about a report, a row of it or a cell: the partner reads and answers it.
    async fn add_report_comment(
        context: &Context,
        #[graphql(description = "What, and about what.")] input: AddReportCommentInput,
    ) -> Result<Comment> {
        context.write("addReportComment", input, |transaction, input| comments::add(transaction, input).boxed()).await
    }

    /// Answers a comment on a report.
    async fn answer_report_comment(
        context: &Context,
        #[graphql(description = "The answer.")] input: AnswerReportCommentInput,
    ) -> Result<Comment> {
        context
            .write("answerReportComment", input, |transaction, input| comments::answer(transaction, input).boxed())
            .await
    }

    /// Calls what is said about a report settled, or not.
    async fn resolve_report_comment(
        context: &Context,
        #[graphql(description = "The comment.")] input: ResolveReportCommentInput,
    ) -> Result<Comment> {
        context
            .write("resolveReportComment", input, |transaction, input| comments::resolve(transaction, input).boxed())
            .await
    }
}
