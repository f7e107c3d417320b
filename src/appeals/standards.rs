//! What an edition says of the minimum standards: the last checklist that was submitted, of the appeal itself, else of its cluster, else of its
//! operation.

use chrono::NaiveDate;

use super::{
    figures::{DomainFigures, EarlierRound, EditionFigures, Provenance, StandardsFigures},
    model::Appeal,
};
use crate::{
    kit::{Result, db::Conn},
    standards::{self, LatestChecklist, SubjectId},
};

/// The figure's name among those whose provenance is told.
const FIGURE: &str = "standards";

/// Adds how far the standards are met. Where no checklist was submitted nothing is said.
pub(super) async fn add(conn: Conn<'_>, appeal: &Appeal, figures: &mut EditionFigures) -> Result<()> {
    let subjects: Vec<SubjectId> = [
        Some(SubjectId::Appeal(appeal.id.uuid())),
        appeal.cluster_id.map(SubjectId::Cluster),
        Some(SubjectId::Operation(appeal.operation_id)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let latest = standards::latest_submitted(conn, appeal.operation_id, &subjects, figures.as_of).await?;
    if let Some(latest) = latest {
        figures.provenance.insert(FIGURE.to_owned(), provenance(&latest, latest.checklist.assessed_on));
        figures.standards = Some(told(&latest));
    }
    Ok(())
}

fn provenance(latest: &LatestChecklist, as_of: NaiveDate) -> Provenance {
    Provenance {
        method: standards::METHOD.to_owned(),
        method_version: standards::METHOD_VERSION.to_owned(),
        as_of,
        source: format!("checklist against {}, round {}", latest.framework.code, latest.checklist.round),
    }
}

fn told(latest: &LatestChecklist) -> StandardsFigures {
    let LatestChecklist { checklist, framework, found, previous } = latest;
    let overall = found.overall();
    StandardsFigures {
        framework: framework.code.clone(),
        names: framework.names.clone(),
        subject: checklist.subject_kind.to_string(),
        round: checklist.round,
        assessed_on: checklist.assessed_on,
        score: overall.score(),
        strict: overall.strict(),
        completeness: overall.completeness(),
        evidence: found.evidence().into(),
        unsupported: i64::try_from(found.unsupported()).unwrap_or(i64::MAX),
        domains: found
            .of_domains()
            .into_iter()
            .map(|(domain, figures)| DomainFigures {
                number: domain.number,
                names: domain.names.clone(),
                score: figures.score(),
            })
            .collect(),
        previous: previous.as_ref().map(|(checklist, found)| EarlierRound {
            round: checklist.round,
            assessed_on: checklist.assessed_on,
            score: found.overall().score(),
        }),
    }
}
