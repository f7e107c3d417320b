//! Tells a partner's people by mail what became of a report, and whoever listens that it changed, in the transaction of the change.

use super::{
    mail::{ReportAccepted, ReportFacts, ReportReturned, RowToMend},
    model::{Period, PeriodState, Report, ReportStatus},
    store::names::names,
};
use crate::{
    accounts::{self, User},
    clusters,
    kit::{
        Error, Result,
        auth::Role,
        db::Transaction,
        events::{self, Topic},
        mail::{
            MailTemplate,
            outbox::{self, Letter},
        },
        scope::Scoped,
    },
    partners,
    plans::{self, PlanId},
};

/// The topic of changes of a plan's reports.
pub(super) fn changes_of(plan: PlanId) -> Topic {
    Topic::new("report-changed", plan.uuid())
}

/// Tells whoever listens that a report changed.
pub(super) async fn changed(transaction: &Transaction, report: &Report) -> Result<()> {
    events::tell(transaction, &changes_of(report.plan_id), report.id.uuid()).await
}

/// Those who write a partner's reports.
const WRITERS: &[Role] = &[Role::PartnerFocalPoint, Role::PartnerEditor];

/// Leaves a mail to each of those who wrote or submitted a report that was returned, reopened or accepted; whoever decided knows already.
pub(super) async fn decided(
    transaction: &Transaction,
    before: &Report,
    after: &Report,
    (period, rows): (&Period, Vec<RowToMend>),
) -> Result<()> {
    let readers = readers(transaction, before).await?;
    if readers.is_empty() {
        return Ok(());
    }
    let report = facts(transaction, after, period).await?;
    match after.status {
        ReportStatus::Accepted => post(transaction, after, &readers, &ReportAccepted { report }).await,
        ReportStatus::Returned => {
            let template = ReportReturned {
                report,
                reviewer: reviewer(transaction).await?,
                note: after.note.clone().unwrap_or_default(),
                reopened: before.status == ReportStatus::Accepted,
                closed: period.state_at(transaction.now()) == PeriodState::Closed,
                rows,
            };
            post(transaction, after, &readers, &template).await
        }
        ReportStatus::Draft | ReportStatus::Submitted => Ok(()),
    }
}

async fn readers(transaction: &Transaction, report: &Report) -> Result<Vec<User>> {
    // For a partner without a good line an officer may have submitted it.
    let submitter = report.submitted_by.filter(|_| report.status == ReportStatus::Submitted);
    let (conn, now) = (transaction.conn(), transaction.now());
    let mut people = accounts::people_with_role(conn, WRITERS, &report.scope(), submitter, now).await?;
    people.retain(|person| Some(person.id) != transaction.viewer().user);
    Ok(people)
}

async fn facts(transaction: &Transaction, report: &Report, period: &Period) -> Result<ReportFacts> {
    let conn = transaction.conn();
    let (cluster, plan, organisation) = futures::try_join!(
        clusters::cluster(conn, report.cluster_id),
        plans::plan(conn, report.plan_id),
        partners::organisation(conn, report.organisation_id),
    )?;
    let (Some(cluster), Some(plan), Some(organisation)) = (cluster, plan, organisation) else {
        return Err(Error::bug("a report without its cluster, plan or organisation"));
    };
    Ok(ReportFacts {
        cluster: cluster.names,
        plan: plan.names,
        organisation: organisation.name,
        starts_on: period.starts_on,
        ends_on: period.ends_on,
    })
}

/// Who decides; none is the program itself.
async fn reviewer(transaction: &Transaction) -> Result<Option<String>> {
    let Some(user) = transaction.viewer().user else { return Ok(None) };
    Ok(Some(accounts::user(transaction.conn(), user).await?.name))
}

/// One mail to each reader, in their language, once per decision.
async fn post<T: MailTemplate>(
    transaction: &Transaction,
    report: &Report,
    readers: &[User],
    template: &T,
) -> Result<()> {
    let decision = format!("{}:{}:{}", T::NAME, report.id.uuid(), report.version);
    accounts::post(transaction, readers, template, &decision).await
}

/// Leaves the mails about many reports of a plan that were accepted at once, and tells whoever listens.
pub(super) async fn all_accepted(
    transaction: &Transaction,
    before: &[Report],
    after: &[Report],
    periods: &[Period],
) -> Result<()> {
    let Some(first) = after.first() else { return Ok(()) };
    let ids: Vec<uuid::Uuid> = after.iter().map(|report| report.id.uuid()).collect();
    events::tell_of_all(transaction, &changes_of(first.plan_id), &ids).await?;
    let (conn, now) = (transaction.conn(), transaction.now());
    let asked: Vec<_> =
        before.iter().map(|report| (report.cluster_id, report.organisation_id, report.submitted_by)).collect();
    let mut people = accounts::answerable(conn, WRITERS, first.operation_id, &asked, now).await?;
    people.retain(|person| Some(person.user.id) != transaction.viewer().user);
    let plan = plans::plan(conn, first.plan_id).await?.ok_or_else(|| Error::bug("a report without its plan"))?;
    let names = names(conn, after.iter().map(|report| (report.cluster_id, report.organisation_id))).await?;
    let mut mails = Vec::new();
    for (before, report) in before.iter().zip(after) {
        let Some(period) = periods.iter().find(|period| period.id == report.period_id) else { continue };
        let facts = ReportFacts {
            cluster: names.cluster(report.cluster_id),
            plan: plan.names.clone(),
            organisation: names.organisation(report.organisation_id),
            starts_on: period.starts_on,
            ends_on: period.ends_on,
        };
        // Another report of the same organisation may have been submitted by somebody else.
        let readers = people.iter().filter(|person| {
            (person.cluster_id, person.organisation_id) == (before.cluster_id, before.organisation_id)
        });
        let key = format!("{}:{}:{}", ReportAccepted::NAME, report.id.uuid(), report.version);
        mails.extend(readers.map(|person| (&person.user, ReportAccepted { report: facts.clone() }, key.clone())));
    }
    let letters = mails.iter().map(|(reader, template, key)| Letter {
        recipient: &reader.email,
        language: reader.language,
        template,
        unsubscribe_url: None,
        once_key: Some(format!("{key}:{}", reader.id.uuid())),
    });
    let letters: Vec<_> = letters.collect();
    outbox::post_many(transaction, &letters).await?;
    Ok(())
}
