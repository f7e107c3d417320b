//! Work that follows a publication.

use futures::FutureExt;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    figures::{AreaFigures, EditionFigures, PublicCount},
    mail::{AreaFigure, EditionMoney, EditionPublished, PartnersReporting, PreviousEdition},
    model::EditionId,
    publish, store,
};
use crate::{
    kit::{Call, Result, db::Transaction, graphql::Count, jobs::Job},
    notices::{self, Event, SubjectKind},
};

/// Tells those who follow an appeal or its operation that there is a new edition.
#[derive(Debug, Serialize, Deserialize)]
pub struct AnnounceEdition {
    /// The edition.
    pub edition_id: EditionId,
}

impl Job for AnnounceEdition {
    const KIND: &'static str = "announce-edition";

    async fn run(self, call: Call) -> Result<()> {
        call.transact(self.edition_id, |transaction, id| announce(transaction, id).boxed()).await
    }
}

/// One mail per follower, however often this runs: the edition's id is the event's.
async fn announce(transaction: &mut Transaction, id: EditionId) -> Result<()> {
    // Editions are never removed; one that is not there was never published.
    let Some(edition) = store::edition(transaction.conn(), id).await? else { return Ok(()) };
    let content = mail(&publish::read(edition.figures)?, &transaction.tools().public_url);
    let subjects =
        [(SubjectKind::Appeal, edition.appeal_id.uuid()), (SubjectKind::Operation, edition.operation_id.uuid())];
    let event = Event { id: id.uuid(), subjects: &subjects, content: &content };
    let told = notices::tell(transaction, event).await?;
    tracing::info!(
        edition.id = %id, edition.mails = told, "told the followers of {} of edition {}", content.code, edition.number
    );
    Ok(())
}

/// What the mail says: figures of the edition, none reckoned anew and none that the page hides.
fn mail(figures: &EditionFigures, public_url: &str) -> EditionPublished {
    let (appeal, money) = (&figures.appeal, &figures.money);
    let without_partner = figures.areas.iter().filter(|area| area.reporting.expected == 0);
    let not_reported = figures.areas.iter().find(|area| {
        area.reporting.expected > 0 && area.reporting.reported == 0 && area.reached == PublicCount::NotReported
    });
    let area = |area: &AreaFigures, count| Some(AreaFigure { area: area.names.clone(), count: count? });
    EditionPublished {
        sender: appeal.operation.clone(),
        title: appeal.names.clone(),
        code: appeal.code.clone(),
        number: figures.number,
        as_of: figures.as_of,
        money: EditionMoney {
            currency: appeal.currency.clone(),
            required: money.requirement,
            asked: money.asked.clone(),
            received: money.funded,
            paid: money.paid,
            committed: money.committed,
            pledged: money.pledged,
            missing: money.unmet,
        },
        target: people(figures.people.targeted),
        reached: people(figures.people.reached.known()),
        previous: figures.previous.map(|number| PreviousEdition {
            number,
            reached: people(before(figures, "people.reached", figures.people.reached.known())),
            received: before(figures, "money.funded", money.funded),
        }),
        largest_gap: figures
            .areas
            .iter()
            .filter(|area| area.gap().is_some_and(|gap| gap > Decimal::ZERO))
            .max_by_key(|area| area.gap())
            .and_then(|widest| area(widest, people(widest.gap()))),
        without_partner: without_partner
            .filter(|area| area.targeted.is_some())
            .max_by_key(|area| area.targeted)
            .and_then(|largest| area(largest, people(largest.targeted))),
        not_reported: not_reported.and_then(|silent| area(silent, Some(silent.reporting.expected))),
        reporting: (figures.reporting.expected > 0).then_some(PartnersReporting {
            reporting: figures.reporting.reported,
            expected: figures.reporting.expected,
        }),
        url: format!("{public_url}/a/{}/{}", appeal.code, figures.number),
    }
}

fn people(exact: Option<Decimal>) -> Option<i64> {
    exact.and_then(Count::rounded).map(|count| count.0)
}

/// What the edition before said of a figure; one that is not among the changes was the same.
fn before(figures: &EditionFigures, figure: &str, now: Option<Decimal>) -> Option<Decimal> {
    figures.changes.iter().find(|change| change.figure == figure).map_or(now, |change| change.before.known())
}
