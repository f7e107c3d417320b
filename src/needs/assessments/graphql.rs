//! Assessments in the graph.

use std::sync::Arc;

use chrono::NaiveDate;
use futures::{FutureExt, future::try_join_all};
use juniper::{GraphQLObject, ID, graphql_object};

use super::{
    model::{
        AddAssessmentDocumentInput, AffectedGroup, Assessment, AssessmentConfidentiality, AssessmentCoordination,
        AssessmentDocument, AssessmentDocumentKind, AssessmentFamily, AssessmentFigure, AssessmentFilterInput,
        AssessmentFocus, AssessmentFrequency, AssessmentId, AssessmentKind, AssessmentRole, AssessmentStatus,
        AssessmentUnit, CollectionTechnique, CreateAssessmentInput, DataProximity, FinaliseAssessmentInput,
        OrganisationOf, Overlap, Parts, RemoveAssessmentDocumentInput, SamplingApproach, Tag, TagKind,
        UpdateAssessmentInput, WithdrawAssessmentInput,
    },
    policy, service,
    store::{
        self, AreasOfAssessment, AssessmentById, DocumentsOfAssessment, OrganisationsOfAssessment,
        OverlapsOfAssessment, TagsOfAssessment, Wanted,
    },
};
use crate::{
    clusters::{ClusterById, OperationById},
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        ids::Id,
        scope::{OperationId, OrganisationId},
        text::Language,
    },
    partners::{Organisation, OrganisationById},
    places::{AdminArea, AdminAreaId, AreaById},
};

async fn organisations(context: &Context, id: AssessmentId) -> Result<Arc<Vec<OrganisationOf>>> {
    Ok(context.loaders.load::<OrganisationsOfAssessment>(id).await?.unwrap_or_default())
}

/// The organisations that are something in an assessment.
async fn organisations_as(context: &Context, id: AssessmentId, role: AssessmentRole) -> Result<Vec<Organisation>> {
    let all = organisations(context, id).await?;
    let wanted = all.iter().filter(|row| row.role == role);
    let found = try_join_all(wanted.map(|row| context.loaders.load::<OrganisationById>(row.organisation_id))).await?;
    Ok(found.into_iter().flatten().map(|organisation| (*organisation).clone()).collect())
}

async fn areas(context: &Context, ids: impl Iterator<Item = AdminAreaId>) -> Result<Vec<AdminArea>> {
    let found = try_join_all(ids.map(|area| context.loaders.load::<AreaById>(area))).await?;
    Ok(found.into_iter().flatten().map(|area| (*area).clone()).collect())
}

async fn tags(context: &Context, id: AssessmentId) -> Result<Arc<Vec<Tag>>> {
    Ok(context.loaders.load::<TagsOfAssessment>(id).await?.unwrap_or_default())
}

/// The assessment, if the viewer may know of it.
async fn visible(context: &Context, assessment: Option<Assessment>) -> Result<Option<Assessment>> {
    let Some(assessment) = assessment else { return Ok(None) };
    let makers: Vec<OrganisationId> =
        organisations(context, assessment.id).await?.iter().map(|row| row.organisation_id).collect();
    Ok(policy::may_read(&context.viewer, &assessment, &makers).then_some(assessment))
}

#[graphql_object(context = Context, description = "Who assesses what, where, when and by which method: planned, under way or finalised.")]
impl Assessment {
    /// The assessment's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The cluster that keeps it; null for the operation as a whole.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// How far it is.
    fn status(&self) -> AssessmentStatus {
        self.status
    }

    /// What type it is.
    fn kind(&self) -> AssessmentKind {
        self.kind
    }

    /// Which family it belongs to.
    fn family(&self) -> AssessmentFamily {
        self.family
    }

    /// How it goes together with those of others.
    fn coordination(&self) -> AssessmentCoordination {
        self.coordination
    }

    /// Whether it is repeated.
    fn frequency(&self) -> AssessmentFrequency {
        self.frequency
    }

    /// Who may know of it.
    fn confidentiality(&self) -> AssessmentConfidentiality {
        self.confidentiality
    }

    /// First day of collecting data.
    fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// First day after.
    fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    /// Where it is made.
    fn areas<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<AdminArea>> {
        Later::new(async move {
            let rows = context.loaders.load::<AreasOfAssessment>(self.id).await?.unwrap_or_default();
            areas(context, rows.iter().map(|row| row.area_id)).await
        })
    }

    /// The organisations that lead it.
    fn leads<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Organisation>> {
        Later::new(organisations_as(context, self.id, AssessmentRole::Lead))
    }

    /// The organisations that take part.
    fn participants<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Organisation>> {
        Later::new(organisations_as(context, self.id, AssessmentRole::Participant))
    }

    /// Whom it asks.
    fn affected_groups<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<AffectedGroup>> {
        Later::new(async move {
            Ok(Parts::of(&tags(context, self.id).await?, TagKind::AffectedGroup, AffectedGroup::parse))
        })
    }

    /// The sectors, by HPC code.
    fn sectors<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<String>> {
        Later::new(async move {
            Ok(Parts::of(&tags(context, self.id).await?, TagKind::Sector, |code| Some(code.to_owned())))
        })
    }

    /// What it looks into.
    fn focuses<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<AssessmentFocus>> {
        Later::new(async move { Ok(Parts::of(&tags(context, self.id).await?, TagKind::Focus, AssessmentFocus::parse)) })
    }

    /// How data are collected.
    fn techniques<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<CollectionTechnique>> {
        Later::new(async move {
            Ok(Parts::of(&tags(context, self.id).await?, TagKind::Technique, CollectionTechnique::parse))
        })
    }

    /// What it gives figures of.
    fn figures<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<AssessmentFigure>> {
        Later::new(
            async move { Ok(Parts::of(&tags(context, self.id).await?, TagKind::Figure, AssessmentFigure::parse)) },
        )
    }

    /// What it is about, in words.
    fn topics<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<String>> {
        Later::new(async move {
            Ok(Parts::of(&tags(context, self.id).await?, TagKind::Topic, |topic| Some(topic.to_owned())))
        })
    }

    /// How those who are asked are chosen.
    fn sampling(&self) -> Option<SamplingApproach> {
        self.sampling
    }

    /// How many are asked.
    fn sample_size(&self) -> Option<i32> {
        self.sample_size
    }

    /// Whether they are met.
    fn proximity(&self) -> Option<DataProximity> {
        self.proximity
    }

    /// What is looked at.
    fn unit_of_analysis(&self) -> Option<AssessmentUnit> {
        self.unit_of_analysis
    }

    /// What is told of.
    fn unit_of_reporting(&self) -> Option<AssessmentUnit> {
        self.unit_of_reporting
    }

    /// How good it is, as far as somebody judged it.
    fn quality(&self) -> AssessmentQuality {
        AssessmentQuality {
            fit_for_purpose: self.fit_for_purpose,
            trustworthiness: self.trustworthiness,
            analytical_rigour: self.analytical_rigour,
            analytical_writing: self.analytical_writing,
        }
    }

    /// Why it was withdrawn; null when it was not.
    fn withdrawn_because(&self) -> Option<&str> {
        self.withdrawn_because.as_deref()
    }

    /// What came of it, as it was entered.
    fn documents<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<AssessmentDocument>>> {
        Later::all(context.loaders.load::<DocumentsOfAssessment>(self.id))
    }

    /// A warning for each other assessment of the operation, planned or under way like this one, that asks the same people of a place in the same
    /// month: speak with each other. It hinders nobody.
    fn overlaps<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<OverlapNode>> {
        Later::new(async move {
            let found = context.loaders.load::<OverlapsOfAssessment>(self.id).await?.unwrap_or_default();
            try_join_all(found.iter().map(|overlap| OverlapNode::load(context, overlap))).await
        })
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(Assessment as "AssessmentConnection", "AssessmentEdge");

/// How good an assessment is.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "How good an assessment is, by four pillars of 1 (poor) to 5 (very good); null where nobody judged.")]
pub struct AssessmentQuality {
    /// Does it serve its purpose?
    fit_for_purpose: Option<i32>,
    /// Can its data be trusted?
    trustworthiness: Option<i32>,
    /// Is its analysis sound?
    analytical_rigour: Option<i32>,
    /// Is it well written?
    analytical_writing: Option<i32>,
}

#[graphql_object(context = Context, description = "What came of an assessment.")]
impl AssessmentDocument {
    /// The document's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// What it is.
    fn kind(&self) -> AssessmentDocumentKind {
        self.kind
    }

    /// What it is called.
    fn title(&self) -> &str {
        &self.title
    }

    /// Where it lies, if elsewhere.
    fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// The file, if it lies here: `GET /files/{id}`, for those who coordinate.
    fn file_id(&self) -> Option<ID> {
        self.file_id.map(Id::global)
    }
}

/// Another assessment of the same people of a place in the same month.
pub struct OverlapNode {
    overlap: Overlap,
    other: Option<Assessment>,
}

impl OverlapNode {
    async fn load(context: &Context, overlap: &Overlap) -> Result<Self> {
        let other = context.loaders.load::<AssessmentById>(overlap.other_id).await?;
        let other = visible(context, other.map(|other| (*other).clone())).await?;
        Ok(Self { overlap: overlap.clone(), other })
    }
}

#[graphql_object(context = Context, name = "AssessmentOverlap", description = "A warning: another assessment asks the same people of a place in the same month.")]
impl OverlapNode {
    /// The other assessment; null when it is confidential and you may not know of it.
    fn other(&self) -> Option<Assessment> {
        self.other.clone()
    }

    /// The translation key.
    fn key(&self) -> &str {
        if self.other.is_some() { "assessment-overlap" } else { "assessment-overlap-hidden" }
    }

    /// What is the matter, in English.
    fn message(&self, context: &Context) -> String {
        let other = match &self.other {
            Some(other) => format!("\u{201c}{}\u{201d}", other.names.get(context.language, Language::En)),
            None => "another organisation's assessment".to_owned(),
        };
        format!("{other} asks the same people in the same place in the same month; speak with each other")
    }

    /// The areas of this assessment that the other looks at, too, wholly or in part.
    fn areas<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<AdminArea>> {
        Later::new(areas(context, self.overlap.areas.iter().copied()))
    }

    /// The groups of this assessment that the other asks, too, all of them or some.
    fn affected_groups(&self) -> Vec<AffectedGroup> {
        self.overlap.groups.clone()
    }

    /// The first day of the first month that they share.
    #[graphql(name = "fromMonth")]
    fn first_month(&self) -> NaiveDate {
        self.overlap.from_month
    }

    /// The first day of the last month that they share.
    #[graphql(name = "toMonth")]
    fn last_month(&self) -> NaiveDate {
        self.overlap.to_month
    }
}

/// The registry's queries.
#[derive(Default)]
pub struct AssessmentQueries;

#[graphql_object(context = Context)]
impl AssessmentQueries {
    /// The assessments of an operation that you may know of, the latest first. What is confidential is for those who coordinate and the organisations
    /// that make it.
    async fn assessments(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "Only those.")] filter: Option<AssessmentFilterInput>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Assessment>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        let filter = filter.unwrap_or_default();
        let area = AdminAreaId::parse_optional(filter.area_id.as_ref(), "filter.areaId")?;
        let organisation = OrganisationId::parse_optional(filter.organisation_id.as_ref(), "filter.organisationId")?;
        policy::require_reader(&context.viewer, operation)?;
        let page = Page::new("assessments by first day", first, after.as_deref())?;
        let wanted = Wanted { statuses: filter.statuses, area, organisation, month_of: filter.month_of };
        let reach = context.viewer.reach(Action::ReadContent);
        let own = policy::own_organisations(&context.viewer, operation);
        let rows = store::assessments(context.db.conn().await?, operation, &reach, &own, wanted, &page).await?;
        Connection::from_rows(&page, rows, |assessment| (assessment.starts_on, assessment.id))
    }

    /// An assessment; null when there is none that you may know of.
    async fn assessment(
        context: &Context,
        #[graphql(description = "The assessment.")] id: ID,
    ) -> Result<Option<Assessment>> {
        let id = AssessmentId::parse(&id, "id")?;
        visible(context, store::assessment(context.db.conn().await?, id).await?).await
    }
}

/// The registry's mutations.
#[derive(Default)]
pub struct AssessmentMutations;

#[graphql_object(context = Context)]
impl AssessmentMutations {
    /// Enters an assessment, planned or not. Ask for its `overlaps`: they warn where another asks the same people.
    async fn create_assessment(context: &Context, input: CreateAssessmentInput) -> Result<Assessment> {
        context.write("createAssessment", input, |transaction, input| service::create(transaction, input).boxed()).await
    }

    /// Changes what is told of an assessment. Ask for its `overlaps`: they warn where another asks the same people.
    async fn update_assessment(context: &Context, input: UpdateAssessmentInput) -> Result<Assessment> {
        context.write("updateAssessment", input, |transaction, input| service::update(transaction, input).boxed()).await
    }

    /// Notes that the results of an assessment are there, and how good it is.
    async fn finalise_assessment(context: &Context, input: FinaliseAssessmentInput) -> Result<Assessment> {
        context
            .write("finaliseAssessment", input, |transaction, input| service::finalise(transaction, input).boxed())
            .await
    }

    /// Withdraws an assessment that is not made, or whose results do not hold.
    async fn withdraw_assessment(context: &Context, input: WithdrawAssessmentInput) -> Result<Assessment> {
        context
            .write("withdrawAssessment", input, |transaction, input| service::withdraw(transaction, input).boxed())
            .await
    }

    /// Adds a document to an assessment: data, questionnaire or report.
    async fn add_assessment_document(context: &Context, input: AddAssessmentDocumentInput) -> Result<Assessment> {
        context
            .write("addAssessmentDocument", input, |transaction, input| {
                service::add_document(transaction, input).boxed()
            })
            .await
    }

    /// Takes a document out of an assessment.
    async fn remove_assessment_document(context: &Context, input: RemoveAssessmentDocumentInput) -> Result<Assessment> {
        context
            .write("removeAssessmentDocument", input, |transaction, input| {
                service::remove_document(transaction, input).boxed()
            })
            .await
    }
}
