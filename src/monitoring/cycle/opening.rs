//! A period is announced, once: reports are begun for all that is due, and each partner's people get one mail with their own list and workbooks.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{
    mail::{DueReport, PeriodOpened},
    model::{Addressee, Due},
    rounds, store,
};
use crate::{
    accounts::{self, User},
    audit, clusters,
    kit::{
        Call, Error, Result,
        auth::Role,
        db::{Conn, Sight, Transaction},
        events,
        jobs::{self, Job},
        mail::outbox::{self, Attachment, Letter, MOST_ATTACHED},
        scope::UserId,
    },
    monitoring::{
        model::{Period, PeriodId, PeriodState, ReportId},
        periods::{last_day, zone_of},
        saving::Header,
        store::{self as monitoring_store, names::names},
        telling, workbook,
    },
    plans::{self, Plan, PlanStatus},
};

/// Those who write a partner's reports.
pub(super) const WRITERS: &[Role] = &[Role::PartnerFocalPoint, Role::PartnerEditor];
/// How many people are told in one piece of work, so that other work and mails go on between.
const AT_ONCE: usize = 20;
/// The type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Announces a period when its time has come.
#[derive(Debug, Serialize, Deserialize)]
pub struct OpenPeriod {
    pub(super) period: PeriodId,
}

impl Job for OpenPeriod {
    const KIND: &'static str = "open-period";

    async fn run(self, call: Call) -> Result<()> {
        call.transact(self.period, |transaction, id| open_when_due(transaction, id).boxed()).await
    }
}

/// Leaves the announcing of new periods to be done when they open. Those whose deadline has passed are history: nobody is told of them.
pub(in crate::monitoring) async fn plan_openings(transaction: &Transaction, periods: &[Period]) -> Result<()> {
    let now = transaction.now();
    for period in periods.iter().filter(|period| period.due_at > now) {
        jobs::enqueue_at(transaction, &OpenPeriod { period: period.id }, period.opens_at.max(now)).await?;
    }
    Ok(())
}

async fn open_when_due(transaction: &mut Transaction, id: PeriodId) -> Result<()> {
    let Some(period) = monitoring_store::lock_period(transaction.conn(), id).await? else { return Ok(()) };
    // A program that was away for long opens nothing that is over.
    let now = transaction.now();
    let is_open = period.state_at(now) == PeriodState::Open && now < period.due_at;
    let plan = plans::plan(transaction.conn(), period.plan_id).await?;
    match plan.filter(|plan| plan.status == PlanStatus::Published) {
        Some(plan) if is_open && period.announced_at.is_none() => announce(transaction, &plan, &period).await.map(drop),
        // Closed, announced by hand before, or of a plan that nobody works by yet: then somebody opens it by hand.
        _ => Ok(()),
    }
}

/// Announces a period: begins what is due without touching what was begun, and leaves the mails to be written. From now on it is open.
pub(in crate::monitoring) async fn announce(transaction: &Transaction, plan: &Plan, period: &Period) -> Result<Period> {
    let now = transaction.now();
    let after = Period { opens_at: period.opens_at.min(now), announced_at: Some(now), ..period.clone() };
    // It is for reports of all partners, of which whoever opens the period may read none.
    let _program = transaction.look_as(Sight::Program);
    let due = store::all_due(transaction.conn(), plan.id, &[period.id]).await?;
    let new: Vec<&Due> = due.iter().filter(|due| due.report_id.is_none()).collect();
    let ids: Vec<ReportId> = new.iter().map(|_| transaction.new_id()).collect();
    store::begin_reports(transaction.conn(), (plan.operation_id, &after), &ids, &new, now).await?;
    store::set_announced(transaction.conn(), &after).await?;
    let begun = serde_json::json!({ "period": after, "begun": ids });
    let change = audit::Change::new("announce", period.id).in_operation(plan.operation_id).from(period)?.to(&begun)?;
    audit::record(transaction, change).await?;
    let uuids: Vec<uuid::Uuid> = ids.iter().map(|id| id.uuid()).collect();
    events::tell_of_all(transaction, &telling::changes_of(plan.id), &uuids).await?;
    jobs::enqueue(transaction, &TellPeriod { period: period.id }).await?;
    rounds::begin(transaction, plan).await?;
    Ok(after)
}

/// Tells those who write reports that a period is open.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellPeriod {
    period: PeriodId,
}

impl Job for TellPeriod {
    const KIND: &'static str = "tell-period";

    async fn run(self, call: Call) -> Result<()> {
        let conn = call.db.conn().await?;
        let Some(period) = monitoring_store::period(conn, self.period).await? else { return Ok(()) };
        let plan = plans::plan(conn, period.plan_id).await?.ok_or_else(|| Error::bug("a period without its plan"))?;
        let told: HashSet<UserId> = store::told(conn, period.id).await?.iter().map(|told| told.user_id).collect();
        let due = store::all_due(conn, plan.id, &[period.id]).await?;
        let open: Vec<Due> = due.into_iter().filter(Due::is_open).collect();
        let mut waiting = addressees(conn, &plan, open, call.tools.clock.now()).await?;
        waiting.retain(|one| !told.contains(&one.user.id));
        let rest = waiting.len() > AT_ONCE;
        waiting.truncate(AT_ONCE);
        for addressee in waiting {
            tell(&call, &plan, &period, addressee).await?;
        }
        if !rest {
            return Ok(());
        }
        call.transact(self, |transaction, job| async move { jobs::enqueue(transaction, &job).await }.boxed()).await
    }
}

/// Those who write the reports that are due, each with their own.
pub(super) async fn addressees(
    conn: Conn<'_>,
    plan: &Plan,
    due: Vec<Due>,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Vec<Addressee>> {
    let asked: Vec<_> = due.iter().map(|due| (due.cluster_id, due.organisation_id, None)).collect();
    let people = accounts::answerable(conn, WRITERS, plan.operation_id, &asked, now).await?;
    let mut all: BTreeMap<String, Addressee> = BTreeMap::new();
    for person in people {
        let theirs = due
            .iter()
            .filter(|due| (due.cluster_id, due.organisation_id) == (person.cluster_id, person.organisation_id));
        let one = all
            .entry(person.user.email.clone())
            .or_insert_with(|| Addressee { user: person.user.clone(), due: Vec::new() });
        for due in theirs {
            if !one.due.contains(due) {
                one.due.push(due.clone());
            }
        }
    }
    Ok(all.into_values().collect())
}

/// What a person gets: the list, and a workbook for each report of it.
async fn tell(call: &Call, plan: &Plan, period: &Period, addressee: Addressee) -> Result<()> {
    let conn = call.db.conn().await?;
    let zone = zone_of_plan(conn, plan).await?;
    let names = names(conn, addressee.due.iter().map(Due::pair)).await?;
    let (mut reports, mut files) = (Vec::new(), Vec::new());
    for due in &addressee.due {
        let Some(id) = due.report_id else { continue };
        let report = monitoring_store::report(conn, id).await?.ok_or_else(|| Error::bug("a report that is gone"))?;
        let header = Header::of_report(conn, &report).await?;
        let (content, going_on) = workbook::to_fill(call, header, addressee.user.language).await?;
        let organisation = names.organisation(due.organisation_id);
        files.push(Attachment {
            name: file_name(&organisation, period.starts_on, files.len() + 1),
            media_type: WORKBOOK.to_owned(),
            content,
        });
        reports.push(DueReport { organisation, cluster: names.cluster(due.cluster_id), going_on });
    }
    if files.iter().map(|file| file.content.len()).sum::<usize>() > MOST_ATTACHED {
        files.clear();
    }
    let content = PeriodOpened {
        plan: plan.names.clone(),
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        due_on: last_day(period.due_at, zone),
        time_zone: zone.name().to_owned(),
        attached: i64::try_from(files.len()).map_err(Error::internal)?,
        reports,
    };
    let posting = (plan.operation_id, period.id, addressee.user, content, files);
    call.transact(posting, |transaction, posting| post(transaction, posting).boxed()).await
}

type Posting = (crate::kit::scope::OperationId, PeriodId, User, PeriodOpened, Vec<Attachment>);

async fn post(transaction: &mut Transaction, (operation, period, user, content, files): Posting) -> Result<()> {
    let letter = Letter {
        recipient: &user.email,
        language: user.language,
        template: &content,
        unsubscribe_url: None,
        once_key: Some(format!("period-opened:{}:{}", period.uuid(), user.id.uuid())),
    };
    let message = if content.reports.is_empty() { None } else { outbox::post(transaction, letter).await? };
    if let Some(message) = message {
        outbox::attach(transaction, message, files).await?;
    }
    store::note_told(transaction.conn(), (operation, period), user.id, message, transaction.now()).await.map(drop)
}

/// The zone that a plan's days are counted in.
pub(super) async fn zone_of_plan(conn: Conn<'_>, plan: &Plan) -> Result<Tz> {
    let operation = clusters::operation(conn, plan.operation_id).await?;
    zone_of(&operation.ok_or_else(|| Error::bug("a plan without its operation"))?)
}

/// A name that every mail program keeps as it is.
fn file_name(organisation: &str, month: NaiveDate, number: usize) -> String {
    let plain: String =
        organisation.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let organisation: String = words.join("-").to_lowercase().chars().take(60).collect();
    let organisation = if organisation.is_empty() { "report".to_owned() } else { organisation };
    format!("{organisation}-{month}-{number}.xlsx")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_is_called_by_its_organisation_and_month_in_plain_letters() {
        let month = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
        assert_eq!(file_name("Books & Boards", month, 1), "books-boards-2026-10-01-1.xlsx");
        assert_eq!(file_name("كتب", month, 2), "report-2026-10-01-2.xlsx");
        assert_eq!(file_name("École d'été", month, 3), "cole-d-t-2026-10-01-3.xlsx");
    }
}
