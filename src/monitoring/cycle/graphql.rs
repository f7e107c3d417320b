//! The month in the graph.

use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    inputs::{RemindInput, ReportingSettingsInput},
    model::{Due, Reminder, ReminderItem, ReportingSettings},
    queries::{self, Opening, OpeningItem},
    reminders, settings,
};
use crate::{
    accounts::NameOfUser,
    clusters::ClusterById,
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
    },
    monitoring::{
        model::{Period, Urgency},
        policy,
        store::batches::{PeriodById, ReportById},
    },
    partners::OrganisationById,
    plans::{PlanById, PlanId},
};

/// A report that is expected, with how urgent it is.
pub struct DueReportNode {
    due: Due,
    urgency: Urgency,
}

#[graphql_object(context = Context, name = "DueReport", description = "A report that is expected of an organisation, begun or not.")]
impl DueReportNode {
    /// The period.
    fn period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.due.period_id)
    }

    /// The cluster that will accept it.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.due.cluster_id)
    }

    /// The organisation that reports.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.due.organisation_id)
    }

    /// The report; null while none was begun.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.due.report_id)
    }

    /// How urgent it is; null once it was submitted.
    fn urgency(&self) -> Option<Urgency> {
        self.due.is_open().then_some(self.urgency)
    }
}

connection!(DueReportNode as "DueReportConnection", "DueReportEdge");

/// Somebody who is told that a period is open.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "Somebody who is told that a period is open.")]
pub struct OpeningReader {
    /// What they are called.
    name: String,
    /// Their address.
    email: String,
    /// When their mail was written; null before.
    told_at: Option<DateTime<Utc>>,
}

#[graphql_object(context = Context, description = "A report that a period asks for, and who is told of it.")]
impl OpeningItem {
    /// The cluster that will accept it.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.due.cluster_id)
    }

    /// The organisation that reports.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.due.organisation_id)
    }

    /// The report; null while none was begun.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.due.report_id)
    }

    /// The focal points and editors who are told. Where there is nobody, invite somebody.
    fn people(&self) -> Vec<OpeningReader> {
        let reader = |(user, told): &(crate::accounts::User, Option<super::model::Told>)| OpeningReader {
            name: user.name.clone(),
            email: user.email.clone(),
            told_at: told.as_ref().map(|told| told.created_at),
        };
        self.people.iter().map(reader).collect()
    }
}

connection!(OpeningItem as "OpeningItemConnection", "OpeningItemEdge");

/// How the mails of an opening stand.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "How the mails of an opening stand.")]
pub struct OpeningDeliveries {
    /// The mail server took them.
    sent: i32,
    /// They wait, or are tried again.
    queued: i32,
    /// They were given up.
    failed: i32,
    /// They were taken back, or their address gets no mail.
    suppressed: i32,
}

#[graphql_object(context = Context, name = "OpeningPreview", description = "Who gets what when a period opens; once it is announced, who got it.")]
impl Opening {
    /// The period.
    fn period(&self) -> &Period {
        &self.period
    }

    /// How many reports are asked for.
    fn reports(&self) -> i32 {
        i32::try_from(self.items.len()).unwrap_or(i32::MAX)
    }

    /// How many people are told, one mail each.
    fn people(&self) -> i32 {
        self.people
    }

    /// How many of the reports have nobody who could be told.
    fn without_people(&self) -> i32 {
        self.without_people
    }

    /// How the mails stand.
    fn deliveries(&self) -> OpeningDeliveries {
        let number = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
        OpeningDeliveries {
            sent: number(self.deliveries.sent),
            queued: number(self.deliveries.queued),
            failed: number(self.deliveries.failed),
            suppressed: number(self.deliveries.suppressed),
        }
    }

    /// The reports that are asked for, by cluster and organisation.
    fn items(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
        #[graphql(description = "True: only those that nobody can be told of.", default = false)]
        only_without_people: bool,
    ) -> Result<Connection<OpeningItem>> {
        let page = Page::new("reports of an opening", first, after.as_deref())?;
        let key = |item: &OpeningItem| (item.due.cluster_id.uuid(), item.due.organisation_id.uuid());
        let behind = page.after_key::<(Uuid, Uuid)>()?.unwrap_or_default();
        let wanted = |item: &&OpeningItem| key(item) > behind && (!only_without_people || item.people.is_empty());
        let most = usize::try_from(page.limit()).unwrap_or(usize::MAX);
        let rows = self.items.iter().filter(wanted).take(most).cloned().collect();
        Connection::from_rows(&page, rows, key)
    }
}

#[graphql_object(context = Context, description = "How reporting on a plan is run.")]
impl ReportingSettings {
    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// False: nobody is reminded.
    fn reminders(&self) -> bool {
        self.reminders
    }

    /// On which days partners are reminded, from the last day to submit: -3 is three days before, 1 the day after.
    fn reminder_days(&self) -> Vec<i32> {
        self.days()
    }

    /// A figure jumps when it differs from that of the report before by more than so many per cent,
    fn jump_percent(&self) -> Decimal {
        self.jump_percent
    }

    /// And by more than so many people.
    fn jump_people(&self) -> Decimal {
        self.jump_people
    }

    /// Counts changes: send it as `baseVersion`. 0 while it is run as usual.
    fn version(&self) -> i32 {
        self.version
    }
}

/// A reminder with what it was about.
pub struct ReminderNode(Reminder, Vec<ReminderItem>);

/// A report that somebody was reminded of.
#[derive(Clone)]
pub struct RemindedReport(ReminderItem);

#[graphql_object(context = Context, description = "A report that somebody was reminded of, as it is now.")]
impl RemindedReport {
    /// The period.
    fn period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.0.due.period_id)
    }

    /// The cluster that will accept it.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.0.due.cluster_id)
    }

    /// The organisation that reports.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.0.due.organisation_id)
    }

    /// Whether it was submitted since.
    fn answered(&self) -> bool {
        self.0.is_answered()
    }

    /// When it was last submitted.
    fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.due.submitted_at
    }
}

#[graphql_object(context = Context, name = "Reminder", description = "A mail that reminded somebody of reports that were not sent.")]
impl ReminderNode {
    /// The reminder's id.
    fn id(&self) -> ID {
        self.0.id.global()
    }

    /// Who was reminded; null where the account is gone.
    fn name<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(Some(self.0.user_id), |user| context.loaders.load::<NameOfUser>(user))
    }

    /// The day, where the operation is.
    fn day(&self) -> NaiveDate {
        self.0.day
    }

    /// When it was written.
    fn reminded_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Whether somebody had it sent; else it went by itself.
    fn by_hand(&self) -> bool {
        self.0.reminded_by.is_some()
    }

    /// What it was about, as far as you decide on it.
    fn reports(&self) -> Vec<RemindedReport> {
        self.1.iter().cloned().map(RemindedReport).collect()
    }

    /// Whether all of it was submitted since.
    fn answered(&self) -> bool {
        self.1.iter().all(ReminderItem::is_answered)
    }
}

connection!(ReminderNode as "ReminderConnection", "ReminderEdge");

/// What reminding by hand did.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What reminding by hand did.")]
pub struct RemindPayload {
    /// People who get a mail now.
    reminded: i32,
    /// People who had one of this plan today already: nobody gets two a day.
    already_reminded: i32,
    /// Reports that nobody answers for.
    unreachable: i32,
}

/// The root queries of the month.
#[derive(Default)]
pub struct CycleQueries;

#[graphql_object(context = Context)]
impl CycleQueries {
    /// Who gets what when a period opens: every report that is asked for, and the people who are told. Once it is announced, who was told.
    async fn opening_preview(
        context: &Context,
        #[graphql(description = "The period.")] period_id: ID,
    ) -> Result<Opening> {
        queries::opening(context, &period_id).await
    }

    /// The reports that are expected of a period, as far as you may read them, by cluster and organisation.
    async fn due_reports(
        context: &Context,
        #[graphql(description = "The period.")] period_id: ID,
        #[graphql(description = "Only those that were not submitted, and are so urgent.")] urgency: Option<Urgency>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<DueReportNode>> {
        let page = Page::new("expected reports", first, after.as_deref())?;
        let (due, urgency) = queries::due(context, &period_id, urgency, &page).await?;
        let rows = due.into_iter().map(|due| DueReportNode { due, urgency }).collect();
        Connection::from_rows(&page, rows, |row: &DueReportNode| {
            (row.due.cluster_id.uuid(), row.due.organisation_id.uuid())
        })
    }

    /// How reporting on a plan is run.
    async fn reporting_settings(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
    ) -> Result<ReportingSettings> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        settings::of_plan(conn, plan.id).await
    }

    /// Who was reminded of reports on a plan and who has answered, the latest first.
    async fn reminders(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Only reminders of this period's reports.")] period_id: Option<ID>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ReminderNode>> {
        let page = Page::new("reminders, the latest first", first, after.as_deref())?;
        let found = queries::reminders(context, (&plan_id, period_id.as_ref()), &page).await?;
        let rows = found.into_iter().map(|(reminder, items)| ReminderNode(reminder, items)).collect();
        Connection::from_rows(&page, rows, |row: &ReminderNode| (row.0.id.uuid(),))
    }
}

/// The mutations of the month.
#[derive(Default)]
pub struct CycleMutations;

#[graphql_object(context = Context)]
impl CycleMutations {
    /// Reminds those whose reports of a period are missing: one mail each, of their own reports alone.
    async fn remind(
        context: &Context,
        #[graphql(description = "Whom, and of which period.")] input: RemindInput,
    ) -> Result<RemindPayload> {
        let done =
            context.write("remind", input, |transaction, input| reminders::remind(transaction, input).boxed()).await?;
        Ok(RemindPayload { reminded: done.reminded, already_reminded: done.already, unreachable: done.unreachable })
    }

    /// Sets when partners are reminded, and what a reviewer is told of as a jump.
    async fn set_reporting_settings(
        context: &Context,
        #[graphql(description = "The settings.")] input: ReportingSettingsInput,
    ) -> Result<ReportingSettings> {
        context
            .write("setReportingSettings", input, |transaction, input| settings::set(transaction, input).boxed())
            .await
    }
}
