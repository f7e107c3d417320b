//! Who may know of projects.

use super::{CONTENT, Record, SHARED, in_operation, of_organisation};
use crate::rights::world::{self, P, Place, Q, at};

/// What was approved is shared; drafts, what was said with decisions, and reviews are for those who coordinate and for the organisation itself.
pub(super) fn projects(place: Place) -> Vec<Record> {
    let mut all = Vec::new();
    for organisation in [P, Q] {
        let own = of_organisation(place, organisation);
        let draft = world::project(place, organisation);
        let mut add = |kind, number, homes, rule| all.push(Record { kind, number, homes, rule, beside: Vec::new() });
        add("Project", draft, vec![own.clone()], CONTENT);
        add("Project", draft + 1, vec![in_operation(place.operation)], SHARED);
        for number in [draft, draft + 1] {
            add("a text", number + at::NOTES, vec![own.clone()], CONTENT);
        }
        add("ProjectReview", draft + 1 + at::REVIEW, vec![own], CONTENT);
    }
    all
}
