//! Editions in the graph.

use std::sync::Arc;

use chrono::NaiveDate;
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

use super::{
    model::{Domain, Framework, FrameworkId, ImportKeyActionsInput, KeyAction, KeyActionsImport, Standard},
    service,
    store::{
        self, CounterpartsOfStandard, DomainsOfFramework, FrameworkById, KeyActionsOfStandard, StandardsOfFramework,
    },
};
use crate::{
    connection,
    kit::{
        Result,
        graphql::{
            Context,
            connection::Connection,
            issues::ImportIssue,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        text::Language,
    },
};

#[graphql_object(context = Context, description = "An edition of the standards that a response is held against: codes, domains and titles. Statements and guidance are their publisher's and not kept.")]
impl Framework {
    /// The edition's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its code, such as INEE-2024.
    fn code(&self) -> &str {
        &self.code
    }

    /// Which edition.
    fn edition(&self) -> &str {
        &self.edition
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Who published it.
    fn source(&self) -> &str {
        &self.source
    }

    /// When it was published; of some only the year is known, and its first day stands for it.
    fn published_on(&self) -> NaiveDate {
        self.published_on
    }

    /// Its domains, in order.
    fn domains<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Domain>>> {
        Later::all(context.loaders.load::<DomainsOfFramework>(self.id))
    }

    /// Its standards, in order.
    fn standards<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Standard>>> {
        Later::all(context.loaders.load::<StandardsOfFramework>(self.id))
    }
}

connection!(Framework as "FrameworkConnection", "FrameworkEdge");

#[graphql_object(context = Context, name = "StandardDomain", description = "A domain that an edition groups its standards by.")]
impl Domain {
    /// The domain's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its number in the edition.
    fn number(&self) -> i32 {
        self.number
    }

    /// Its name in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }
}

#[graphql_object(context = Context, description = "A standard: its code and title.")]
impl Standard {
    /// The standard's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its code, such as INEE-2024-03.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its place in the edition.
    fn position(&self) -> i32 {
        self.position
    }

    /// Its title in your language, else in English, else in any.
    fn title(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn titles(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// False where the wording of the title is still to be compared with the edition.
    fn title_verified(&self) -> bool {
        self.title_verified
    }

    /// False where the domain is inferred from the order of the standards.
    fn domain_verified(&self) -> bool {
        self.domain_verified
    }

    /// How much it counts in the mean over all standards; 1 unless this installation says otherwise.
    fn weight(&self) -> Decimal {
        self.weight.normalize()
    }

    /// The edition.
    fn framework(&self) -> Lazy<FrameworkById> {
        Lazy::new(self.framework_id)
    }

    /// Its domain.
    fn domain<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Domain>> {
        Later::new(async move {
            let found = context.loaders.load::<DomainsOfFramework>(self.framework_id).await?.unwrap_or_default();
            Ok(found.iter().find(|domain| domain.id == self.domain_id).cloned())
        })
    }

    /// What it asks for, as far as this installation has read the texts in; empty where it has not.
    fn key_actions<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<KeyAction>>> {
        Later::all(context.loaders.load::<KeyActionsOfStandard>(self.id))
    }

    /// What it became, or came from, in other editions.
    fn counterparts<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Standard>>> {
        Later::all(context.loaders.load::<CounterpartsOfStandard>(self.id))
    }
}

#[graphql_object(context = Context, description = "What a standard asks for, in a text that this installation holds the right to.")]
impl KeyAction {
    /// The key action's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its code: that of the standard, a point and its number.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its number in the standard.
    fn number(&self) -> i32 {
        self.number
    }

    /// Its text in your language, else in English, else in any.
    fn text(&self, context: &Context) -> &str {
        self.texts.get(context.language, Language::En)
    }

    /// Its text in every language that it was read in.
    fn texts(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.texts)
    }
}

#[graphql_object(context = Context, description = "What reading key actions in did.")]
impl KeyActionsImport {
    /// False: there are errors, and nothing was written.
    fn applied(&self) -> bool {
        self.applied
    }

    /// Key actions that were new.
    fn added(&self) -> i32 {
        count(self.added)
    }

    /// Key actions that had no text in this language before.
    fn translated(&self) -> i32 {
        count(self.translated)
    }

    /// Key actions with another text than before.
    fn changed(&self) -> i32 {
        count(self.changed)
    }

    /// Key actions that were known just so.
    fn unchanged(&self) -> i32 {
        count(self.unchanged)
    }

    /// Key actions that are known in this language and not in the file; they stay as they are.
    fn left(&self) -> i32 {
        count(self.left)
    }

    /// What is wrong or odd with the file, all of it.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }
}

fn count(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The editions' queries.
#[derive(Default)]
pub struct FrameworkQueries;

#[graphql_object(context = Context)]
impl FrameworkQueries {
    /// The editions of the standards, by code.
    async fn frameworks(
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Framework>> {
        let page = Page::new("frameworks by code", first, after.as_deref())?;
        let rows = store::frameworks(context.db.conn().await?, &page).await?;
        Connection::from_rows(&page, rows, |framework| (framework.code.clone(),))
    }

    /// An edition of the standards; null when there is none of this id.
    async fn framework(
        context: &Context,
        #[graphql(description = "The edition.")] id: ID,
    ) -> Result<Option<Framework>> {
        store::framework(context.db.conn().await?, FrameworkId::parse(&id, "id")?).await
    }
}

/// The editions' mutations.
#[derive(Default)]
pub struct FrameworkMutations;

#[graphql_object(context = Context)]
impl FrameworkMutations {
    /// Reads the key actions of an edition in, in one language, for an installation that holds the right to their texts. With an error nothing is
    /// written; the same file again changes nothing. What was submitted before keeps its score.
    async fn import_key_actions(context: &Context, input: ImportKeyActionsInput) -> Result<KeyActionsImport> {
        service::import_key_actions(context, input).await
    }
}
