//! Tells a partner's people by mail what became of a report, and whoever listens that it changed, in the transaction of the change.

use super::{
    mail::{ReportAccepted, ReportFacts, ReportReturned},
    model::{Period, PeriodState, Report, ReportStatus},
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
pub(super) async fn decided(transaction: &Transaction, before: &Report, after: &Report, period: &Period) -> Result<()> {
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
            };
            post(transaction, after, &readers, &template).await
        }
        ReportStatus::Draft | ReportStatus::Submitted => Ok(()),
    }
}

async fn readers(transaction: &Transaction, report: &Report) -> Result<Vec<User>> {
    // Nobody writes to a submitted report, so who changed it last submitted it: for a partner without a good line an officer may have.
    let submitter = report.updated_by.filter(|_| report.status == ReportStatus::Submitted);
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
    let letters = readers.iter().map(|reader| Letter {
        recipient: &reader.email,
        language: reader.language,
        template,
        unsubscribe_url: None,
        once_key: Some(format!("{decision}:{}", reader.id.uuid())),
    });
    let letters: Vec<_> = letters.collect();
    outbox::post_many(transaction, &letters).await?;
    Ok(())
}
