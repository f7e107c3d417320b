//! Publishing a month, links to what was published, and calendars.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{
    inputs::{
        CreateCalendarFeedInput, CreateShareLinkInput, PublishPeriodInput, RevokeCalendarFeedInput,
        RevokeShareLinkInput,
    },
    model::{CalendarFeed, Content, FORMAT, LEVELS, Named, Publication, PublishedTable, ShareLink, ShareLinkId, key},
    policy, store,
};
use crate::{
    audit, clusters,
    kit::{
        Error, Result,
        auth::{Action, tokens::secret_hash},
        db::{Conn, Transaction},
    },
    monitoring::{
        figures::plan_figures,
        model::{Period, PeriodId, PeriodState},
        policy as reporting,
        store::{lock_periods_of_plan, period},
        tables::{Asked, TableKind, fill},
    },
    plans::{Plan, PlanId, canonical_hash},
};

/// Publishes what a plan has come to by the end of a period, as the next number of that period.
pub(super) async fn publish(transaction: &mut Transaction, input: PublishPeriodInput) -> Result<Publication> {
    let published_by = transaction.viewer().require_user()?;
    let id = PeriodId::parse(&input.period_id, "periodId")?;
    let (conn, viewer) = (transaction.conn(), transaction.viewer());
    let period = period(conn, id).await?.ok_or_else(|| Error::not_found("periodId"))?;
    let plan = reporting::plan(conn, viewer, Action::Publish, period.plan_id, "periodId").await?;
    if period.state_at(transaction.now()) == PeriodState::Pending {
        let message = format!("the period opens at {}; until then there is nothing to publish", period.opens_at);
        return Err(Error::conflict("period-pending", message).at("periodId"));
    }
    transaction.allow_seconds(60).await?;
    // Whoever accepts or reopens a report holds its period: so all that follows is of one moment.
    lock_periods_of_plan(conn, plan.id).await?;
    let last = store::last_of_period(conn, id).await?;
    let asked = Asked::new(conn, plan.id, (None, Some(id)), LEVELS[0], transaction.now()).await?;
    let (content, as_of) = content(conn, &plan, &period, &asked).await?;
    let content = serde_json::to_value(&content).map_err(Error::internal)?;
    let hash = canonical_hash(&content);
    if last.as_ref().is_some_and(|last| last.hash == hash) {
        let message = "nothing changed since the last publication of this period";
        return Err(Error::conflict("publication-unchanged", message).at("periodId"));
    }
    let publication = Publication {
        id: transaction.new_id(),
        operation_id: plan.operation_id,
        plan_id: plan.id,
        period_id: id,
        number: last.map_or(1, |last| last.number.saturating_add(1)),
        published_at: transaction.now(),
        published_by,
        as_of,
        hash,
    };
    let reports = store::counted(conn, plan.id, &asked.periods).await?;
    store::insert(conn, &publication, &content, &reports).await?;
    let change = audit::Change::new("publish", publication.id).in_operation(plan.operation_id).to(&publication)?;
    audit::record(transaction, change).await?;
    Ok(publication)
}

/// All that is published: figures and every table of every level.
async fn content(
    conn: Conn<'_>,
    plan: &Plan,
    period: &Period,
    asked: &Asked,
) -> Result<(Content, Option<DateTime<Utc>>)> {
    let operation = clusters::operation(conn, plan.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
    let figures = plan_figures(conn, plan.id, Some(period.id), asked.now).await?;
    let mut tables = BTreeMap::new();
    for level in LEVELS {
        for kind in TableKind::ALL.iter().copied().filter(|kind| kind.has_areas() || level == LEVELS[0]) {
            let filled = fill(conn, kind, &Asked { level, ..asked.clone() }).await?;
            tables.insert(key(kind, level), PublishedTable { columns: kind.columns(), filled });
        }
    }
    let content = Content {
        format: FORMAT,
        plan: Named {
            code: plan.code.clone(),
            names: plan.names.clone(),
            operation: operation.names,
            language: operation.default_language,
        },
        starts_on: period.starts_on,
        ends_on: period.ends_on.pred_opt().unwrap_or(period.ends_on),
        small_cell_threshold: operation.small_cell_threshold,
        figures: (&figures).into(),
        tables,
    };
    Ok((content, figures.as_of))
}

/// A link that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MadeLink {
    pub(super) link: ShareLink,
    /// Where it leads. It is left out of the answer that is kept for the same request, so that no secret lies in the database.
    #[serde(skip)]
    pub(super) url: Option<String>,
}

/// The longest that a link leads somewhere.
const LONGEST: i32 = 366;

/// Makes a link to what was published of a plan.
pub(super) async fn share(transaction: &mut Transaction, input: CreateShareLinkInput) -> Result<MadeLink> {
    let created_by = transaction.viewer().require_user()?;
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let plan = reporting::plan(transaction.conn(), transaction.viewer(), Action::Publish, id, "planId").await?;
    let name = input.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(Error::invalid("name", "share-link-name", "say for whom it is, in 1 to 200 characters"));
    }
    if !(1..=LONGEST).contains(&input.valid_days) {
        return Err(Error::invalid("validDays", "share-link-lifetime", "a link leads somewhere for 1 to 366 days"));
    }
    if !LEVELS.contains(&input.level) {
        return Err(Error::invalid("level", "area-level", "the level is 1, of the largest areas, to 3"));
    }
    let link = ShareLink {
        id: transaction.new_id(),
        operation_id: plan.operation_id,
        plan_id: plan.id,
        name,
        level: input.level,
        names_partners: input.names_partners,
        created_at: transaction.now(),
        created_by,
        expires_at: transaction.now() + TimeDelta::days(input.valid_days.into()),
        revoked_at: None,
    };
    let secret = transaction.tools().clock.secret();
    store::insert_link(transaction.conn(), &link, &secret_hash(&secret)).await?;
    let change = audit::Change::new("create", link.id).in_operation(plan.operation_id).to(&link)?;
    audit::record(transaction, change).await?;
    let url = format!("{}/share/{secret}", transaction.tools().public_url);
    Ok(MadeLink { link, url: Some(url) })
}

/// Takes a link back: from now on it leads nowhere.
pub(super) async fn withdraw(transaction: &mut Transaction, input: RevokeShareLinkInput) -> Result<ShareLink> {
    let id = ShareLinkId::parse(&input.share_link_id, "shareLinkId")?;
    let before = policy::link_for_edit(transaction, id).await?;
    let after = ShareLink { revoked_at: before.revoked_at.or(Some(transaction.now())), ..before.clone() };
    store::revoke_link(transaction.conn(), id, transaction.now()).await?;
    let change = audit::Change::new("revoke", id).in_operation(before.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// A calendar that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct MadeCalendar {
    pub(super) feed: CalendarFeed,
    /// Its address, left out as that of a link is.
    #[serde(skip)]
    pub(super) url: Option<String>,
}

/// Makes the viewer's calendar, in place of the one before.
pub(super) async fn subscribe(transaction: &mut Transaction, _: CreateCalendarFeedInput) -> Result<MadeCalendar> {
    let user_id = transaction.viewer().require_person()?;
    store::revoke_calendar(transaction.conn(), user_id, transaction.now()).await?;
    let feed = CalendarFeed { id: transaction.new_id(), user_id, created_at: transaction.now(), revoked_at: None };
    let secret = transaction.tools().clock.secret();
    store::insert_calendar(transaction.conn(), &feed, &secret_hash(&secret)).await?;
    audit::record(transaction, audit::Change::new("create", feed.id).to(&feed)?).await?;
    let url = format!("{}/calendar/{secret}.ics", transaction.tools().public_url);
    Ok(MadeCalendar { feed, url: Some(url) })
}

/// Takes the viewer's calendar back. True: there was one.
pub(super) async fn unsubscribe(transaction: &mut Transaction, _: RevokeCalendarFeedInput) -> Result<bool> {
    let user_id = transaction.viewer().require_person()?;
    Ok(store::revoke_calendar(transaction.conn(), user_id, transaction.now()).await? > 0)
}
