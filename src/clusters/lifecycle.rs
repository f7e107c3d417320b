//! The life of a cluster: which step may follow which.
//!
//! A cluster is proposed when a gap in coordination meets a national capacity that cannot fill it, and activated or not by those who decide.
//! Its architecture is reviewed from time to time; a review ends with going on or with the hand-over to a national body.

use crate::{
    kit::{Error, Result},
    text_enum,
};

text_enum! {
    /// Where a cluster stands in its life.
    ClusterStatus {
        /// Not activated: it prepares for a crisis that may come.
        Preparedness = "PREPAREDNESS",
        /// Its activation was proposed.
        Proposed = "PROPOSED",
        /// It coordinates a response.
        Active = "ACTIVE",
        /// Whether it is still needed is being reviewed.
        UnderReview = "UNDER_REVIEW",
        /// It hands over to a national body.
        Transition = "TRANSITION",
        /// It ended.
        Deactivated = "DEACTIVATED",
        /// Its activation was refused.
        Rejected = "REJECTED",
    }
}

use ClusterStatus::{Active, Deactivated, Preparedness, Proposed, Rejected, Transition, UnderReview};

impl ClusterStatus {
    /// Where a cluster may begin: one that was activated long ago is entered as it stands.
    pub const FIRST: &[Self] = &[Preparedness, Proposed, Active];

    /// The steps that may follow.
    pub fn next(self) -> &'static [Self] {
        match self {
            Preparedness => &[Proposed],
            Proposed => &[Active, Rejected],
            Active => &[UnderReview],
            UnderReview => &[Active, Transition],
            // A relapse during the hand-over brings the cluster back without a new proposal.
            Transition => &[Active, Deactivated],
            Deactivated | Rejected => &[Preparedness, Proposed],
        }
    }

    /// Lets a step pass that may follow.
    ///
    /// # Errors
    /// `CONFLICT` that names the steps that may.
    pub fn check_step(self, to: Self) -> Result<()> {
        if self.next().contains(&to) {
            return Ok(());
        }
        let message = format!("from {self} a cluster goes to {}, not to {to}", listed(self.next()));
        Err(Error::conflict("cluster-step", message).at("to"))
    }

    /// Lets a beginning pass.
    ///
    /// # Errors
    /// `INVALID` that names the beginnings.
    pub fn check_first(self) -> Result<()> {
        if Self::FIRST.contains(&self) {
            return Ok(());
        }
        let message = format!("a cluster begins as {}, not as {self}", listed(Self::FIRST));
        Err(Error::invalid("status", "cluster-first-step", message))
    }
}

fn listed(statuses: &[ClusterStatus]) -> String {
    statuses.iter().map(|status| status.as_str()).collect::<Vec<_>>().join(" or ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_goes_through_its_life_step_by_step() {
        let life = [Preparedness, Proposed, Active, UnderReview, Transition, Deactivated, Proposed, Rejected];
        for step in life.windows(2) {
            assert!(step[0].check_step(step[1]).is_ok(), "{} to {}", step[0], step[1]);
        }
    }

    #[test]
    fn a_step_that_may_not_follow_is_refused_with_those_that_may() {
        let error = Active.check_step(Deactivated).expect_err("no review, no hand-over");
        assert_eq!(error.message(), "from ACTIVE a cluster goes to UNDER_REVIEW, not to DEACTIVATED");
        let error = Proposed.check_step(Transition).expect_err("not yet active");
        assert_eq!(error.message(), "from PROPOSED a cluster goes to ACTIVE or REJECTED, not to TRANSITION");
        let error = Deactivated.check_first().expect_err("nothing begins at its end");
        assert_eq!(error.message(), "a cluster begins as PREPAREDNESS or PROPOSED or ACTIVE, not as DEACTIVATED");
    }

    #[test]
    fn of_all_pairs_twelve_are_steps() {
        let steps = ClusterStatus::ALL.iter().flat_map(|from| {
            ClusterStatus::ALL.iter().filter(move |to| from.check_step(**to).is_ok()).map(move |to| (*from, *to))
        });
        assert_eq!(steps.count(), 12);
    }
}
