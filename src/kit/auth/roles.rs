//! Who may do what: one table, role by action. The rights matrix is generated from it, so it is the only place that says so.

use crate::text_enum;

text_enum! {
    /// What a user is in a scope. Rank falls from top to bottom: one may give, within one's own scope, roles of a lower rank only.
    Role {
        /// Keeps the installation: users, keys, reference lists. Does not read restricted records.
        SystemAdmin = "SYSTEM_ADMIN",
        /// Leads a cluster or an operation's education response.
        Coordinator = "COORDINATOR",
        /// Leads it with equal rights; the ministry's co-chair may be one.
        CoCoordinator = "CO_COORDINATOR",
        /// Leads a sub-national cluster.
        SubnationalCoordinator = "SUBNATIONAL_COORDINATOR",
        /// Information management officer.
        Imo = "IMO",
        /// Answers for a partner organisation in a cluster.
        PartnerFocalPoint = "PARTNER_FOCAL_POINT",
        /// Drafts for a partner organisation in a cluster.
        PartnerEditor = "PARTNER_EDITOR",
        /// The authorities' reader and endorser.
        Government = "GOVERNMENT",
        /// A donor organisation.
        Donor = "DONOR",
        /// Reads shared aggregates.
        Viewer = "VIEWER",
    }
}

/// What can be done. Guards ask for one of these in a [`Scope`](crate::kit::scope::Scope).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Read what partners share: plans, aggregates, the directory.
    ReadShared,
    /// Read plans as they are worked on; all others read what of them was published.
    ReadDrafts,
    /// Read everything of a record: reports in any state, flows, drafts.
    ReadContent,
    /// Read the history of changes.
    ReadAudit,
    /// Keep users and give the first roles of an operation.
    ManageUsers,
    /// Keep reference lists: countries, places, shared dimensions, operations.
    ManageReference,
    /// Give or take back roles of a lower rank, and invite people for them.
    Grant,
    /// Keep clusters, memberships, sites and categories.
    ManageCluster,
    /// Enter, verify and merge organisations.
    ManagePartners,
    /// Keep the registry of assessments, read needs tables in, and validate and publish rounds.
    ManageNeeds,
    /// Write plans: objectives, activities, costs, indicators, targets.
    EditPlan,
    /// Write projects while they are drafts or returned.
    EditProject,
    /// Submit projects, and say when their work begins and ends.
    SubmitProject,
    /// Review any project, without being asked to.
    ReviewProject,
    /// Ask peers for reviews of projects, return and approve them.
    DecideProject,
    /// Open and close reporting periods.
    ManagePeriods,
    /// Write a report's rows.
    EditReport,
    /// Submit a report.
    SubmitReport,
    /// Return, accept or reopen a report.
    DecideReport,
    /// Fill in checklists against the standards, with evidence and improvement actions, and make the standards fit a country.
    EditChecklist,
    /// Submit a checklist.
    SubmitChecklist,
    /// Write appeals and what they ask for.
    EditAppeal,
    /// Record contributions.
    RecordFunding,
    /// Publish plans and editions of an appeal.
    Publish,
}

/// One row of the table.
pub struct RoleRow {
    /// The role.
    pub role: Role,
    /// What it may do in its whole scope.
    pub may: &'static [Action],
    /// What it may do, in its scope, only for its own organisation.
    pub may_own: &'static [Action],
}

use Action::{
    DecideProject, DecideReport, EditAppeal, EditChecklist, EditPlan, EditProject, EditReport, Grant, ManageCluster,
    ManageNeeds, ManagePartners, ManagePeriods, ManageReference, ManageUsers, Publish, ReadAudit, ReadContent,
    ReadDrafts, ReadShared, RecordFunding, ReviewProject, SubmitChecklist, SubmitProject, SubmitReport,
};

const COORDINATION: &[Action] = &[
    ReadShared,
    ReadDrafts,
    ReadContent,
    ReadAudit,
    Grant,
    ManageCluster,
    ManagePartners,
    ManageNeeds,
    EditPlan,
    ReviewProject,
    DecideProject,
    ManagePeriods,
    DecideReport,
    EditChecklist,
    SubmitChecklist,
    EditAppeal,
    RecordFunding,
    Publish,
];

/// The table.
pub const ROLES: &[RoleRow] = &[
    RoleRow {
        role: Role::SystemAdmin,
        may: &[ReadShared, ReadAudit, ManageUsers, ManageReference, ManagePartners, Grant],
        may_own: &[],
    },
    RoleRow { role: Role::Coordinator, may: COORDINATION, may_own: &[] },
    RoleRow { role: Role::CoCoordinator, may: COORDINATION, may_own: &[] },
    RoleRow {
        role: Role::SubnationalCoordinator,
        may: &[
            ReadShared,
            ReadDrafts,
            ReadContent,
            Grant,
            ManageCluster,
            ManagePartners,
            ReviewProject,
            DecideProject,
            DecideReport,
            EditChecklist,
            SubmitChecklist,
        ],
        may_own: &[],
    },
    RoleRow {
        role: Role::Imo,
        may: &[
            ReadShared,
            ReadDrafts,
            ReadContent,
            ReadAudit,
            ManageCluster,
            ManagePartners,
            ManageNeeds,
            EditProject,
            SubmitProject,
            ReviewProject,
            EditReport,
            SubmitReport,
            DecideReport,
            EditChecklist,
            SubmitChecklist,
            RecordFunding,
        ],
        may_own: &[],
    },
    RoleRow {
        role: Role::PartnerFocalPoint,
        may: &[ReadShared, ReadDrafts],
        may_own: &[
            ReadContent,
            Grant,
            EditProject,
            SubmitProject,
            EditReport,
            SubmitReport,
            EditChecklist,
            SubmitChecklist,
        ],
    },
    RoleRow {
        role: Role::PartnerEditor,
        may: &[ReadShared, ReadDrafts],
        may_own: &[ReadContent, EditProject, EditReport, EditChecklist],
    },
    RoleRow { role: Role::Government, may: &[ReadShared, ReadDrafts, ReadContent], may_own: &[] },
    RoleRow { role: Role::Donor, may: &[ReadShared], may_own: &[RecordFunding] },
    RoleRow { role: Role::Viewer, may: &[ReadShared], may_own: &[] },
];

/// What may be given by one who may grant for the own organisation only: the roles of colleagues, which open nothing but what is theirs or shared.
const COLLEAGUES: &[Role] = &[Role::PartnerEditor, Role::Viewer];

impl Role {
    /// The role's row of the table.
    pub fn row(self) -> &'static RoleRow {
        ROLES.iter().find(|row| row.role == self).expect("every role has a row: a test checks it")
    }

    /// Whether the role is one of an organisation, or may be: of a partner, a donor, or a reader among their people. All others look past
    /// organisations, so that naming one with them would say what does not hold.
    pub fn is_of_an_organisation(self) -> bool {
        matches!(self, Self::PartnerFocalPoint | Self::PartnerEditor | Self::Donor | Self::Viewer)
    }

    /// Whether a holder may give `other` anywhere in the own scope.
    pub fn may_give(self, other: Self) -> bool {
        self.row().may.contains(&Grant) && self.outranks(other)
    }

    /// Whether a holder may give `other` for the own organisation, in the own scope.
    pub fn may_give_to_colleagues(self, other: Self) -> bool {
        self.row().may_own.contains(&Grant) && self.outranks(other) && COLLEAGUES.contains(&other)
    }

    /// Whether this role ranks above `other`. Coordinators and co-coordinators have equal rights; neither may make its equal.
    fn outranks(self, other: Self) -> bool {
        let rank = |role: Self| match role {
            Self::SystemAdmin => 0,
            Self::Coordinator | Self::CoCoordinator => 1,
            Self::SubnationalCoordinator => 2,
            Self::Imo => 3,
            Self::PartnerFocalPoint => 4,
            Self::PartnerEditor => 5,
            Self::Government => 6,
            Self::Donor => 7,
            Self::Viewer => 8,
        };
        rank(self) < rank(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_exactly_one_row() {
        for role in Role::ALL {
            assert_eq!(ROLES.iter().filter(|row| row.role == *role).count(), 1, "{role}");
        }
    }

    #[test]
    fn nobody_may_give_a_role_of_their_own_rank_or_above() {
        for role in Role::ALL {
            assert!(!role.outranks(*role));
            assert!(!role.outranks(Role::SystemAdmin));
        }
        assert!(!Role::Coordinator.outranks(Role::CoCoordinator));
        assert!(Role::Coordinator.outranks(Role::Imo));
        assert!(Role::PartnerFocalPoint.outranks(Role::PartnerEditor));
    }

    #[test]
    fn what_is_given_for_an_organisation_is_a_role_of_an_organisation() {
        let pairs = Role::ALL.iter().flat_map(|giver| Role::ALL.iter().map(move |given| (giver, given)));
        for (giver, given) in pairs.filter(|(giver, given)| giver.may_give_to_colleagues(**given)) {
            assert!(given.is_of_an_organisation(), "{giver} gives {given}");
            assert!(!given.row().may.contains(&ReadContent), "{given} reads more than its organisation's");
        }
    }
}
