//! The life of a project: which step may follow which, and whose it is.

use super::model::ProjectStatus::{
    self, Active, Approved, Completed, Draft, Returned, Submitted, Suspended, Terminated, UnderReview,
};
use crate::kit::{Error, Result};

/// Whose step it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Party {
    /// The organisation that leads the project.
    Partner,
    /// Those who decide on it.
    Coordination,
}

use Party::{Coordination, Partner};

/// The table: from, to, and who takes the step.
const STEPS: &[(ProjectStatus, ProjectStatus, &[Party])] = &[
    (Draft, Submitted, &[Partner]),
    (Submitted, Draft, &[Partner]),
    (Submitted, UnderReview, &[Coordination]),
    (Submitted, Returned, &[Coordination]),
    (Submitted, Approved, &[Coordination]),
    (Submitted, Terminated, &[Coordination]),
    (UnderReview, Returned, &[Coordination]),
    (UnderReview, Approved, &[Coordination]),
    (UnderReview, Terminated, &[Coordination]),
    (Returned, Submitted, &[Partner]),
    (Returned, Terminated, &[Partner, Coordination]),
    (Approved, Active, &[Partner, Coordination]),
    (Approved, Returned, &[Coordination]),
    (Approved, Terminated, &[Partner, Coordination]),
    (Active, Completed, &[Partner, Coordination]),
    (Active, Suspended, &[Partner, Coordination]),
    (Active, Terminated, &[Partner, Coordination]),
    (Suspended, Active, &[Partner, Coordination]),
    (Suspended, Terminated, &[Partner, Coordination]),
];

/// Lets pass a step that the table has.
///
/// # Errors
/// `CONFLICT` at `to` that names the steps that may follow.
pub(super) fn check(from: ProjectStatus, to: ProjectStatus, party: Party) -> Result<()> {
    let next: Vec<ProjectStatus> = next(from, party).collect();
    if next.contains(&to) {
        return Ok(());
    }
    let what = match party {
        Partner => "its organisation can make it",
        Coordination => "those who decide can make it",
    };
    let named: Vec<&str> = next.iter().map(|status| status.as_str()).collect();
    let message = match named.as_slice() {
        [] => format!("a project that is {from} does not become {to}; there is nothing that {what} now"),
        named => format!("a project that is {from} does not become {to}; what {what} now: {}", named.join(", ")),
    };
    Err(Error::conflict("project-step", message).at("to"))
}

/// What may follow.
pub(super) fn next(from: ProjectStatus, party: Party) -> impl Iterator<Item = ProjectStatus> {
    let of = STEPS.iter().filter(move |(at, _, by)| *at == from && by.contains(&party));
    of.map(|(_, to, _)| *to)
}

/// Whether a step says why.
pub(super) fn wants_note(to: ProjectStatus) -> bool {
    matches!(to, Returned | Suspended | Terminated)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_state_is_reached_from_a_draft_and_only_ends_end() {
        let mut reached = BTreeSet::from([Draft]);
        for _ in ProjectStatus::ALL {
            let after: Vec<_> =
                STEPS.iter().filter(|(from, ..)| reached.contains(from)).map(|(_, to, _)| *to).collect();
            reached.extend(after);
        }
        assert_eq!(reached.len(), ProjectStatus::ALL.len());
        let ends = |status: &&ProjectStatus| STEPS.iter().all(|(from, ..)| from != *status);
        assert_eq!(ProjectStatus::ALL.iter().filter(ends).collect::<Vec<_>>(), [&Completed, &Terminated]);
    }

    #[test]
    fn a_partner_decides_nothing() {
        let decided = [UnderReview, Returned, Approved];
        let by_partner = STEPS.iter().filter(|(.., by)| by.contains(&Partner));
        assert!(by_partner.clone().all(|(_, to, _)| !decided.contains(to)));
        assert!(STEPS.iter().filter(|(.., by)| by.contains(&Coordination)).all(|(_, to, _)| *to != Submitted));
    }

    #[test]
    fn a_step_that_is_none_is_refused_with_those_that_are() {
        assert!(check(Draft, Submitted, Partner).is_ok());
        let error = check(Submitted, Active, Coordination).expect_err("not approved yet");
        assert_eq!((error.key(), error.field()), ("project-step", Some("to")));
        assert!(error.message().ends_with("UNDER_REVIEW, RETURNED, APPROVED, TERMINATED"), "{}", error.message());
        let error = check(Completed, Active, Partner).expect_err("over");
        assert!(error.message().contains("nothing"), "{}", error.message());
    }
}
