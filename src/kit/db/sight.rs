//! What the tables themselves let a connection see: the second wall, behind the policies of the areas. The rules are in the migration
//! `second_wall`; here a connection says who reads. Who says nothing sees nothing.

use std::{fmt::Write as _, sync::Arc};

use uuid::Uuid;

use crate::kit::auth::{Action, Viewer};

/// As whom a connection reads and writes.
#[derive(Debug, Clone)]
pub enum Sight {
    /// The program itself: jobs, set-up, commands. Sees everything.
    Program,
    /// Somebody shows a password, a token or the link of a mail, and it is being found out who that is. Sees accounts, keys and subscriptions.
    Keys,
    /// A viewer: as far as the roles reach that they hold. A visitor sees nothing that is not public.
    Viewer(Arc<Viewer>),
}

/// Makes a connection see nothing again.
pub(super) const BLIND: &str = "select set_config('darasa.viewer', '', false)";

impl Sight {
    /// What a viewer sees.
    pub fn of(viewer: &Arc<Viewer>) -> Self {
        if viewer.program { Self::Program } else { Self::Viewer(Arc::clone(viewer)) }
    }

    /// The statement that says so to a connection: until it says otherwise, or only to the end of the transaction.
    pub(super) fn statement(&self, of_transaction: bool) -> String {
        let viewer = match self {
            Self::Program => return alone("program", of_transaction),
            Self::Keys => return alone("keys", of_transaction),
            Self::Viewer(viewer) => viewer,
        };
        let Some(user) = viewer.user else { return alone("visitor", of_transaction) };
        let mut statement = alone("person", of_transaction);
        let mut set = |name: &str, value: &str| {
            // Ids and words of ours: there is nothing in them to escape. Writing into a text cannot fail.
            let _ = write!(statement, ", set_config('darasa.{name}', '{value}', {of_transaction})");
        };
        let (shared, content) = (viewer.reach(Action::ReadShared), viewer.reach(Action::ReadContent));
        let history = viewer.reach(Action::ReadAudit);
        let everywhere = [("shared", shared.everywhere), ("history", history.everywhere)];
        let everywhere: Vec<&str> = everywhere.into_iter().filter_map(|(what, holds)| holds.then_some(what)).collect();
        let coordinates = |action| {
            let grants = viewer.grants.iter().filter(move |grant| grant.role.row().may.contains(&action));
            grants.filter_map(|grant| grant.operation)
        };
        set("user", &user.uuid().to_string());
        set("everywhere", &everywhere.join(","));
        set("operations", &array(shared.operations.iter().map(|id| id.uuid())));
        set("coordination", &array(coordinates(Action::ReadContent).map(|id| id.uuid())));
        set("content", &array(content.operations.iter().map(|id| id.uuid())));
        set("clusters", &array(content.clusters.iter().map(|id| id.uuid())));
        set("organisations", &array(content.organisations.iter().map(|(_, id)| id.uuid())));
        statement
    }
}

/// The statement for who is told by one word; all other settings mean nothing then.
fn alone(viewer: &str, of_transaction: bool) -> String {
    format!("select set_config('darasa.viewer', '{viewer}', {of_transaction})")
}

/// Ids as Postgres writes an array, each once.
fn array(ids: impl Iterator<Item = Uuid>) -> String {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    format!("{{{}}}", ids.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::{
        auth::{Grant, Role},
        ids::{Id, Kind},
    };

    fn id<K: Kind>(number: u128) -> Id<K> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn grant(role: Role, operation: u128, cluster: Option<u128>, organisation: Option<u128>) -> Grant {
        let clusters = cluster.map(id).into_iter().collect();
        Grant { id: Uuid::nil(), role, operation: Some(id(operation)), clusters, organisation: organisation.map(id) }
    }

    #[test]
    fn program_keys_and_visitors_are_told_by_one_word() {
        assert_eq!(
            Sight::of(&Viewer::program()).statement(false),
            "select set_config('darasa.viewer', 'program', false)"
        );
        assert_eq!(Sight::Keys.statement(true), "select set_config('darasa.viewer', 'keys', true)");
        assert_eq!(
            Sight::of(&Viewer::anonymous()).statement(false),
            "select set_config('darasa.viewer', 'visitor', false)"
        );
    }

    #[test]
    fn a_person_is_told_with_what_each_role_reaches() {
        let grants = vec![
            grant(Role::PartnerEditor, 1, Some(10), Some(5)),
            grant(Role::Imo, 2, Some(20), None),
            grant(Role::Coordinator, 3, None, None),
        ];
        let viewer = Arc::new(Viewer { user: Some(id(99)), grants, ..Viewer::default() });
        let short = |number: u128| Uuid::from_u128(number).to_string();
        let expected = [
            ("viewer", "person".to_owned()),
            ("user", short(99)),
            ("everywhere", String::new()),
            ("operations", format!("{{{},{},{}}}", short(1), short(2), short(3))),
            ("coordination", format!("{{{},{}}}", short(2), short(3))),
            ("content", format!("{{{}}}", short(3))),
            ("clusters", format!("{{{}}}", short(20))),
            ("organisations", format!("{{{}}}", short(5))),
        ]
        .map(|(name, value)| format!("set_config('darasa.{name}', '{value}', true)"));
        assert_eq!(Sight::of(&viewer).statement(true), format!("select {}", expected.join(", ")));
    }
}
