//! Checklists in the graph.

mod actions;
mod comparison;
mod mutations;
mod queries;
mod scores;
mod subjects;

use chrono::{DateTime, NaiveDate, Utc};
use juniper::{ID, graphql_object};

use self::{
    comparison::Told,
    scores::{ChecklistScores, StandardScore},
};
pub use self::{mutations::ChecklistMutations, queries::ChecklistQueries};
use super::{
    found::{Found, FoundItem, FoundStandard},
    model::{
        Checklist, ChecklistStatus, ChecklistSubjectKind, Evidence, EvidenceId, EvidenceKind, ImprovementAction,
        ImprovementActionId,
    },
    policy,
    store::{ActionsOfChecklist, EvidenceOfChecklist, FoundOfChecklist},
};
use crate::{
    clusters::{ClusterById, OperationById},
    connection,
    kit::{
        Error, Result,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        ids::Id,
        text::Language,
    },
    partners::OrganisationById,
    standards::{frameworks::FrameworkById, score::Rating},
};

/// What a checklist found, as one query for all checklists of an answer.
async fn found(context: &Context, checklist: &Checklist) -> Result<std::sync::Arc<Found>> {
    let found = context.loaders.load::<FoundOfChecklist>(checklist.id).await?;
    found.ok_or_else(|| Error::bug("a checklist that found nothing"))
}

#[graphql_object(context = Context, description = "How far an operation, cluster, organisation, site or appeal meets an edition of the standards, as somebody found on a day.")]
impl Checklist {
    /// The checklist's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The cluster that it is made in; null for the operation as a whole.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// The organisation whose own it is; null for those of the coordination.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// What kind of thing it looks at.
    fn subject_kind(&self) -> ChecklistSubjectKind {
        self.subject_kind
    }

    /// What it looks at.
    fn subject_id(&self) -> ID {
        self.subject().global()
    }

    /// The edition of the standards.
    fn framework(&self) -> Lazy<FrameworkById> {
        Lazy::new(self.framework_id)
    }

    /// Counts the checklists of what it looks at, among those that were made in the same place by the same organisation, or by the coordination.
    fn round(&self) -> i32 {
        self.round
    }

    /// How far it is.
    fn status(&self) -> ChecklistStatus {
        self.status
    }

    /// The day that it speaks of.
    fn assessed_on(&self) -> NaiveDate {
        self.assessed_on
    }

    /// What is said of it as a whole; null also for those who read no more than its scores.
    fn note(&self, context: &Context) -> Option<&str> {
        self.note.as_deref().filter(|_| policy::reads_content(&context.viewer, self))
    }

    /// When it was submitted; null while it is a draft.
    fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.submitted_at
    }

    /// What it comes to.
    fn scores<'a>(&'a self, context: &'a Context) -> Later<'a, ChecklistScores> {
        Later::new(async move { Ok(ChecklistScores::new(self, found(context, self).await?)) })
    }

    /// Every standard of the edition, with what was rated of it.
    fn standards<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<StandardNode>> {
        Later::new(async move {
            let found = found(context, self).await?;
            let node = |standard: &FoundStandard| StandardNode { checklist: self.clone(), standard: standard.clone() };
            Ok(found.standards.iter().map(node).collect())
        })
    }

    /// Codes that were rated in this draft and are no longer what is rated, because key actions were read in since. They count for nothing.
    fn outdated_codes<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<String>> {
        Later::new(async move { Ok(found(context, self).await?.outdated.clone()) })
    }

    /// Its evidence, as it was entered; null for those who read no more than its scores.
    fn evidence<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Option<Connection<Evidence>>> {
        Later::new(async move {
            let page = Page::new("evidence by entry", first, after.as_deref())?;
            if !policy::reads_content(&context.viewer, self) {
                return Ok(None);
            }
            let all = context.loaders.load::<EvidenceOfChecklist>(self.id).await?.unwrap_or_default();
            let behind = page.after_key::<(DateTime<Utc>, EvidenceId)>()?;
            let key = |evidence: &Evidence| (evidence.created_at, evidence.id);
            Connection::from_rows(&page, cut(&all, &page, |one| behind.is_none_or(|after| key(one) > after)), key)
                .map(Some)
        })
    }

    /// What is done about its gaps, as it was entered; null for those who read no more than its scores.
    fn improvement_actions<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Option<Connection<ImprovementAction>>> {
        Later::new(async move {
            let page = Page::new("improvement actions by entry", first, after.as_deref())?;
            if !policy::reads_content(&context.viewer, self) {
                return Ok(None);
            }
            let all = context.loaders.load::<ActionsOfChecklist>(self.id).await?.unwrap_or_default();
            let behind = page.after_key::<(DateTime<Utc>, ImprovementActionId)>()?;
            let key = |action: &ImprovementAction| (action.created_at, action.id);
            Connection::from_rows(&page, cut(&all, &page, |one| behind.is_none_or(|after| key(one) > after)), key)
                .map(Some)
        })
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

/// The rows of a page out of all of them.
fn cut<T: Clone>(all: &[T], page: &Page, wanted: impl Fn(&T) -> bool) -> Vec<T> {
    let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
    all.iter().filter(|row| wanted(row)).take(limit).cloned().collect()
}

connection!(Checklist as "ChecklistConnection", "ChecklistEdge");
connection!(Evidence as "EvidenceConnection", "EvidenceEdge");

/// A standard of a checklist.
pub struct StandardNode {
    checklist: Checklist,
    standard: FoundStandard,
}

#[graphql_object(context = Context, name = "ChecklistStandard", description = "A standard in a checklist: what was rated of it, and what that comes to.")]
impl StandardNode {
    /// Its code.
    fn code(&self) -> &str {
        &self.standard.code
    }

    /// Its title in your language, else in English, else in any.
    fn title(&self, context: &Context) -> &str {
        self.standard.names.get(context.language, Language::En)
    }

    /// The number of its domain.
    fn domain(&self) -> i32 {
        self.standard.domain
    }

    /// What it comes to.
    fn score(&self) -> StandardScore {
        StandardScore::new(Told::of(&self.checklist), self.standard.figures(), None)
    }

    /// What is rated of it: its key actions, or itself where none were read in.
    fn items(&self) -> Vec<ItemNode> {
        let node = |item: &FoundItem| ItemNode { checklist: self.checklist.clone(), item: item.clone() };
        self.standard.items.iter().map(node).collect()
    }
}

/// Something that is rated.
pub struct ItemNode {
    checklist: Checklist,
    item: FoundItem,
}

#[graphql_object(context = Context, name = "ChecklistItem", description = "A key action, or a standard without any, and how it was found.")]
impl ItemNode {
    /// Its code: send it with a rating or with evidence.
    fn code(&self) -> &str {
        &self.item.code
    }

    /// The text of the key action in your language, else in English, else in any; null where the standard itself is rated.
    fn text(&self, context: &Context) -> Option<&str> {
        self.item.texts.as_ref().map(|texts| texts.get(context.language, Language::En))
    }

    /// How it was found.
    fn rating(&self) -> Rating {
        self.item.rating
    }

    /// Why it is not applicable.
    fn reason(&self) -> Option<&str> {
        self.item.reason.as_deref()
    }

    /// What was seen; null also for those who read no more than the scores.
    fn note(&self, context: &Context) -> Option<&str> {
        self.item.note.as_deref().filter(|_| policy::reads_content(&context.viewer, &self.checklist))
    }

    /// How many pieces of evidence it has.
    fn evidence_count(&self) -> i32 {
        i32::try_from(self.item.evidence).unwrap_or(i32::MAX)
    }

    /// Whether it is said to be done, wholly or in part, and nothing shows it.
    fn unsupported(&self) -> bool {
        self.item.is_unsupported()
    }
}

#[graphql_object(context = Context, description = "What a rating stands on.")]
impl Evidence {
    /// The id of the piece of evidence.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The code of the key action or standard that it speaks of.
    fn code(&self) -> &str {
        &self.code
    }

    /// What it is.
    fn kind(&self) -> EvidenceKind {
        self.kind
    }

    /// Where it lies, if elsewhere.
    fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The file, if it lies here: `GET /files/{id}`.
    fn file_id(&self) -> Option<ID> {
        self.file_id.map(Id::global)
    }

    /// When it was collected.
    fn collected_on(&self) -> NaiveDate {
        self.collected_on
    }

    /// By which role or organisation.
    fn collected_by(&self) -> &str {
        &self.collected_by
    }

    /// What it shows.
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }
}
