//! What the story has made so far: ids by the names that the story has for records.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::kit::{Error, Result};

/// Ids by name.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The operation.
    pub(super) operation: String,
    /// Clusters by the place that they are called after.
    pub(super) clusters: BTreeMap<&'static str, String>,
    /// Organisations by acronym.
    pub(super) organisations: BTreeMap<&'static str, String>,
    /// The needs round.
    pub(super) needs_round: String,
    /// The plan.
    pub(super) plan: String,
    /// Activities by code.
    pub(super) activities: BTreeMap<&'static str, String>,
    /// The periods that are reported on, in the order of time.
    pub(super) periods: Vec<String>,
    /// Improvement actions: id and version, as they were agreed on.
    pub(super) actions: Vec<Value>,
    /// The appeal.
    pub(super) appeal: String,
    /// The pledge that becomes a commitment: its id and version.
    pub(super) pledge: Option<Value>,
}

impl Known {
    /// A cluster's id.
    pub(super) fn cluster(&self, name: &str) -> Result<&str> {
        find(&self.clusters, name)
    }

    /// An organisation's id.
    pub(super) fn organisation(&self, acronym: &str) -> Result<&str> {
        find(&self.organisations, acronym)
    }

    /// An activity's id.
    pub(super) fn activity(&self, code: &str) -> Result<&str> {
        find(&self.activities, code)
    }
}

fn find<'a>(ids: &'a BTreeMap<&'static str, String>, name: &str) -> Result<&'a str> {
    ids.get(name).map(String::as_str).ok_or_else(|| Error::bug(format!("the demo has not made `{name}` yet")))
}
