//! Who asks, and the guards that answer what they may do. A guard looks at one grant at a time: a role held here never opens a door there.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::roles::{Action, Role};
use crate::kit::{
    Error, Result,
    scope::{ClusterId, OperationId, OrganisationId, Scope, UserId},
};

/// A role in a scope, as it holds at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The grant's id.
    pub id: Uuid,
    /// The role.
    pub role: Role,
    /// The operation; none for the whole installation.
    pub operation: Option<OperationId>,
    /// The clusters: the one granted and those below it. Empty for the whole operation.
    pub clusters: Vec<ClusterId>,
    /// The organisation, for roles of partners and donors.
    pub organisation: Option<OrganisationId>,
}

impl Grant {
    /// Whether the grant's place covers the scope, its organisation left aside.
    fn covers_place(&self, scope: &Scope) -> bool {
        match self.operation {
            None => true,
            Some(operation) if scope.operation != Some(operation) => false,
            Some(_) => self.clusters.is_empty() || scope.clusters.iter().any(|cluster| self.clusters.contains(cluster)),
        }
    }

    /// Whether the scope is one of the grant's own organisation.
    fn is_own(&self, scope: &Scope) -> bool {
        self.organisation.is_some() && scope.organisation == self.organisation
    }

    fn allows(&self, action: Action, scope: &Scope) -> bool {
        let row = self.role.row();
        // Partners of all clusters share an operation's plans and aggregates.
        let is_shared = action == Action::ReadShared || (action == Action::ReadDrafts && row.may.contains(&action));
        let shared = is_shared && self.operation.is_none_or(|operation| scope.operation == Some(operation));
        shared
            || (row.may.contains(&action) && self.covers_place(scope))
            || (row.may_own.contains(&action) && self.is_own(scope) && self.covers_place(scope))
    }

    /// Whether the holder may give `role` in `scope`.
    fn gives(&self, role: Role, scope: &Scope) -> bool {
        let gives = self.role.may_give(role) || (self.role.may_give_to_colleagues(role) && self.is_own(scope));
        gives && self.covers_place(scope)
    }
}

/// Who asks.
#[derive(Debug, Clone, Default)]
pub struct Viewer {
    /// The signed-in user.
    pub user: Option<UserId>,
    /// What they hold.
    pub grants: Vec<Grant>,
    /// The API token that a program came with: it may not make itself other keys, nor open doors to others.
    pub token: Option<Uuid>,
    /// True for an API token that may only read.
    pub read_only: bool,
    /// True for the program itself (jobs, set-up), which may do anything.
    pub program: bool,
    /// When what they came with ends, or the first of the roles that they hold; none for what does not end by itself. Only who stays connected asks.
    pub until: Option<DateTime<Utc>>,
}

/// The part of the world that a viewer may act on, for filters of lists: a record is in it when any line matches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Everything.
    pub everywhere: bool,
    /// Everything of these operations.
    pub operations: Vec<OperationId>,
    /// Everything of these clusters.
    pub clusters: Vec<ClusterId>,
    /// What these organisations have in these clusters.
    pub organisations: Vec<(ClusterId, OrganisationId)>,
}

impl Viewer {
    /// A visitor without an account.
    pub fn anonymous() -> Arc<Self> {
        Arc::default()
    }

    /// The program itself.
    pub fn program() -> Arc<Self> {
        Arc::new(Self { program: true, ..Self::default() })
    }

    /// The same viewer, at the latest until `end`.
    #[must_use]
    pub fn ending(mut self, end: DateTime<Utc>) -> Self {
        self.until = Some(self.until.map_or(end, |until| until.min(end)));
        self
    }

    /// Whether every role of this viewer is still held by `later`, who is the same viewer at a later moment.
    pub fn kept_by(&self, later: &Self) -> bool {
        self.grants.iter().all(|grant| later.grants.iter().any(|held| held.id == grant.id))
    }

    /// Whether the viewer may do `action` to what belongs to `scope`.
    pub fn may(&self, action: Action, scope: &Scope) -> bool {
        let reads = matches!(action, Action::ReadShared | Action::ReadDrafts | Action::ReadContent | Action::ReadAudit);
        self.program || ((reads || !self.read_only) && self.grants.iter().any(|grant| grant.allows(action, scope)))
    }

    /// Lets pass who may do `action` to what belongs to `scope`, or could if they came with more than an API token that may only read: for reading
    /// what is there for those who act.
    ///
    /// # Errors
    /// As [`Viewer::require`].
    pub fn require_to_read(&self, action: Action, scope: &Scope, field: &str) -> Result<()> {
        let holds = self.grants.iter().any(|grant| grant.allows(action, scope));
        if holds { Ok(()) } else { self.require(action, scope, field) }
    }

    /// Whether the viewer may do `action` anywhere at all. A first wall only: records still have their guard.
    pub fn may_somewhere(&self, action: Action) -> bool {
        self.program
            || self.grants.iter().any(|grant| {
                let row = grant.role.row();
                row.may.contains(&action) || row.may_own.contains(&action)
            })
    }

    /// Lets pass who may do `action` to what belongs to `scope`.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for visitors, `NOT_FOUND` (at `field`) when the viewer may not even know of it, else `FORBIDDEN`.
    pub fn require(&self, action: Action, scope: &Scope, field: &str) -> Result<()> {
        if self.may(action, scope) {
            Ok(())
        } else if self.user.is_none() {
            Err(Error::unauthenticated())
        } else if self.grants.iter().any(|grant| grant.allows(action, scope)) {
            self.require_writer()
        } else if self.may(Action::ReadContent, scope)
            || (scope.organisation.is_none() && self.may(Action::ReadShared, scope))
        {
            Err(Error::forbidden("your role does not allow this here"))
        } else {
            Err(Error::not_found(field))
        }
    }

    /// The user who asks.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when nobody is signed in.
    pub fn require_user(&self) -> Result<UserId> {
        self.user.ok_or_else(Error::unauthenticated)
    }

    /// Where the viewer may do `action`, for filters of lists.
    pub fn reach(&self, action: Action) -> Reach {
        let mut reach = Reach { everywhere: self.program, ..Reach::default() };
        for grant in &self.grants {
            let row = grant.role.row();
            match (row.may.contains(&action), grant.operation, grant.organisation) {
                (true, None, _) => reach.everywhere = true,
                (true, Some(operation), _) if grant.clusters.is_empty() || action == Action::ReadShared => {
                    reach.operations.push(operation);
                }
                (true, ..) => reach.clusters.extend(&grant.clusters),
                (false, _, Some(organisation)) if row.may_own.contains(&action) => {
                    reach.organisations.extend(grant.clusters.iter().map(|cluster| (*cluster, organisation)));
                }
                _ => {}
            }
        }
        reach
    }

    /// Lets pass who came in person: keys, roles and invitations are no business of programs, whose token may have leaked.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` for visitors, `FORBIDDEN` for API tokens.
    pub fn require_person(&self) -> Result<UserId> {
        if self.token.is_some() {
            return Err(Error::forbidden("an API token may not do this: sign in yourself"));
        }
        self.require_user()
    }

    /// Lets pass who may write at all.
    ///
    /// # Errors
    /// `FORBIDDEN` for API tokens that may only read.
    pub fn require_writer(&self) -> Result<()> {
        if self.read_only { Err(Error::forbidden("this API token may only read")) } else { Ok(()) }
    }

    /// Whether the viewer may give (or take back) `role` in `scope`.
    pub fn may_grant(&self, role: Role, scope: &Scope) -> bool {
        self.program || (self.token.is_none() && self.grants.iter().any(|grant| grant.gives(role, scope)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id<K: crate::kit::ids::Kind>(number: u128) -> crate::kit::ids::Id<K> {
        crate::kit::ids::Id::from_uuid(Uuid::from_u128(number))
    }

    fn viewer(role: Role, operation: Option<u128>, clusters: &[u128], organisation: Option<u128>) -> Viewer {
        let grant = Grant {
            id: Uuid::nil(),
            role,
            operation: operation.map(id),
            clusters: clusters.iter().copied().map(id).collect(),
            organisation: organisation.map(id),
        };
        Viewer { user: Some(id(99)), grants: vec![grant], ..Viewer::default() }
    }

    #[test]
    fn a_role_in_one_cluster_opens_nothing_in_another() {
        let imo = viewer(Role::Imo, Some(1), &[10], None);
        assert!(imo.may(Action::DecideReport, &Scope::cluster(id(1), id(10))));
        assert!(!imo.may(Action::DecideReport, &Scope::cluster(id(1), id(11))));
        assert!(!imo.may(Action::DecideReport, &Scope::cluster(id(2), id(10))));
        assert!(!imo.may(Action::DecideReport, &Scope::operation(id(1))), "nor in the operation as a whole");
    }

    #[test]
    fn a_partner_writes_its_own_reports_and_nobody_elses() {
        let partner = viewer(Role::PartnerFocalPoint, Some(1), &[10], Some(5));
        let own = Scope::cluster(id(1), id(10)).owned_by(id(5));
        let other = Scope::cluster(id(1), id(10)).owned_by(id(6));
        assert!(partner.may(Action::SubmitReport, &own));
        assert!(!partner.may(Action::SubmitReport, &other));
        assert!(!partner.may(Action::DecideReport, &own));
        let error = partner.require(Action::EditReport, &other, "reportId").expect_err("not its own");
        assert_eq!(error.code(), crate::kit::Code::NotFound, "another partner's report looks like none at all");
    }

    #[test]
    fn a_coordinator_gives_lower_roles_inside_the_own_scope_only() {
        let coordinator = viewer(Role::Coordinator, Some(1), &[10], None);
        assert!(coordinator.may_grant(Role::Imo, &Scope::cluster(id(1), id(10))));
        assert!(!coordinator.may_grant(Role::Coordinator, &Scope::cluster(id(1), id(10))));
        assert!(!coordinator.may_grant(Role::Imo, &Scope::cluster(id(1), id(11))));
        assert!(!coordinator.may_grant(Role::SystemAdmin, &Scope::installation()));
    }

    #[test]
    fn a_focal_point_gives_colleagues_roles_for_the_own_organisation_only() {
        let partner = viewer(Role::PartnerFocalPoint, Some(1), &[10], Some(5));
        let own = Scope::cluster(id(1), id(10)).owned_by(id(5));
        let given: Vec<_> = Role::ALL.iter().filter(|role| partner.may_grant(**role, &own)).collect();
        assert_eq!(given, [&Role::PartnerEditor, &Role::Viewer]);
        let elsewhere = [
            Scope::cluster(id(1), id(10)).owned_by(id(6)),
            Scope::cluster(id(1), id(10)),
            Scope::cluster(id(1), id(11)).owned_by(id(5)),
            Scope::operation(id(1)).owned_by(id(5)),
        ];
        for scope in elsewhere {
            assert!(!Role::ALL.iter().any(|role| partner.may_grant(*role, &scope)), "{scope:?}");
        }
    }

    #[test]
    fn an_api_token_gives_no_role_that_its_owner_may_give() {
        let owner = viewer(Role::Coordinator, Some(1), &[10], None);
        let scope = Scope::cluster(id(1), id(10));
        assert!(owner.may_grant(Role::Imo, &scope));
        assert!(owner.require_person().is_ok());
        let token = Viewer { token: Some(Uuid::nil()), ..owner };
        assert!(!token.may_grant(Role::Imo, &scope));
        assert!(token.may(Action::EditPlan, &scope), "else it does what its owner does");
        assert_eq!(token.require_person().expect_err("a program").code(), crate::kit::Code::Forbidden);
    }

    #[test]
    fn visitors_are_asked_to_sign_in_and_read_only_tokens_told_why() {
        let scope = Scope::cluster(id(1), id(10));
        let error = Viewer::default().require(Action::EditPlan, &scope, "planId").expect_err("a visitor");
        assert_eq!(error.code(), crate::kit::Code::Unauthenticated);
        let token =
            Viewer { token: Some(Uuid::nil()), read_only: true, ..viewer(Role::Coordinator, Some(1), &[10], None) };
        assert!(token.may(Action::ReadContent, &scope));
        assert_eq!(
            token.require(Action::EditPlan, &scope, "planId").expect_err("writes").code(),
            crate::kit::Code::Forbidden
        );
    }
}
