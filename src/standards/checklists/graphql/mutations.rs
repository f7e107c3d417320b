//! The checklists' mutations.

use futures::FutureExt;
use juniper::graphql_object;

use super::subjects;
use crate::{
    kit::{Result, graphql::Context},
    standards::checklists::{
        actions,
        model::{
            AddEvidenceInput, AddImprovementActionInput, Checklist, CreateChecklistInput, Evidence, ImprovementAction,
            RateChecklistInput, RemoveEvidenceInput, SubmitChecklistInput, UpdateChecklistInput,
            UpdateImprovementActionInput,
        },
        ratings,
        service::{self, NewChecklist},
    },
};

/// The checklists' mutations.
#[derive(Default)]
pub struct ChecklistMutations;

#[graphql_object(context = Context)]
impl ChecklistMutations {
    /// Begins a checklist: the next round of its subject, as a draft.
    async fn create_checklist(context: &Context, input: CreateChecklistInput) -> Result<Checklist> {
        context
            .write("createChecklist", input, |transaction, input| {
                async move {
                    let new = NewChecklist::read(input)?;
                    let subject = subjects::subject(transaction, new.subject).await?;
                    service::create(transaction, new, subject).await
                }
                .boxed()
            })
            .await
    }

    /// Changes what is said of a draft.
    async fn update_checklist(context: &Context, input: UpdateChecklistInput) -> Result<Checklist> {
        context.write("updateChecklist", input, |transaction, input| service::update(transaction, input).boxed()).await
    }

    /// Rates what a draft looks at. What is not applicable says why.
    async fn rate_checklist(context: &Context, input: RateChecklistInput) -> Result<Checklist> {
        context.write("rateChecklist", input, |transaction, input| ratings::rate(transaction, input).boxed()).await
    }

    /// Submits a draft. What was rated and its score stay as they are from here on, whatever becomes of the edition.
    async fn submit_checklist(context: &Context, input: SubmitChecklistInput) -> Result<Checklist> {
        context.write("submitChecklist", input, |transaction, input| service::submit(transaction, input).boxed()).await
    }

    /// Adds a piece of evidence to a draft.
    async fn add_evidence(context: &Context, input: AddEvidenceInput) -> Result<Evidence> {
        context
            .write("addEvidence", input, |transaction, input| ratings::add_evidence(transaction, input).boxed())
            .await
    }

    /// Takes a piece of evidence out of a draft.
    async fn remove_evidence(context: &Context, input: RemoveEvidenceInput) -> Result<Checklist> {
        context
            .write("removeEvidence", input, |transaction, input| ratings::remove_evidence(transaction, input).boxed())
            .await
    }

    /// Adds something to be done about a gap, to a draft or after it was submitted.
    async fn add_improvement_action(context: &Context, input: AddImprovementActionInput) -> Result<ImprovementAction> {
        context
            .write("addImprovementAction", input, |transaction, input| actions::add(transaction, input).boxed())
            .await
    }

    /// Changes an improvement action. Who answers for it without keeping the checklist may change its status.
    async fn update_improvement_action(
        context: &Context,
        input: UpdateImprovementActionInput,
    ) -> Result<ImprovementAction> {
        context
            .write("updateImprovementAction", input, |transaction, input| actions::update(transaction, input).boxed())
            .await
    }
}
