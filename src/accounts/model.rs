//! Users, grants, invitations, sessions and API tokens.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Error, Result,
        allowance::Rule,
        auth::Role,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped, UserId},
        text::Language,
    },
    schema::{api_tokens, grants, invitations, password_resets, sessions, users},
    write_inputs,
};

ids! {
    /// The id of a grant.
    GrantId of GrantKind as "Grant";
    /// The id of an invitation.
    InvitationId of InvitationKind as "Invitation";
    /// The id of an API token.
    ApiTokenId of ApiTokenKind as "ApiToken";
}

/// How long the link of an invitation works.
pub const INVITATION_LIFETIME: TimeDelta = TimeDelta::hours(72);
/// How long a link to set a new password works.
pub const RESET_LIFETIME: TimeDelta = TimeDelta::minutes(30);
/// How long a sign-in lasts without being used.
pub const SESSION_LIFETIME: TimeDelta = TimeDelta::days(14);
/// How long after its use a refresh token still gives its successor: several tabs may refresh at the same moment, and an answer may be lost.
pub const REFRESH_OVERLAP: TimeDelta = TimeDelta::seconds(30);
/// How often one account may be tried with a password.
pub const SIGN_INS: Rule = Rule { kind: "sign-in", most: 10, within: TimeDelta::minutes(15) };
/// How many mails with a link to set a new password one address gets.
pub const RESET_MAILS: Rule = Rule { kind: "reset-mail", most: 3, within: TimeDelta::hours(1) };
/// The longest life of an API token.
pub const API_TOKEN_LIFETIME: TimeDelta = TimeDelta::days(366);

/// Someone who signs in.
#[derive(Debug, Clone, Queryable, QueryableByName, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = users, check_for_backend(diesel::pg::Pg))]
pub struct User {
    /// The user's id.
    pub id: UserId,
    /// The address they sign in with, in lower case.
    pub email: String,
    /// How they are called.
    pub name: String,
    /// The language they read.
    pub language: Language,
    /// False: may not sign in.
    pub active: bool,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

/// What signing in needs to know of a user.
#[derive(Queryable, Selectable)]
#[diesel(table_name = users, check_for_backend(diesel::pg::Pg))]
pub(super) struct Credentials {
    pub(super) id: UserId,
    pub(super) password_hash: Option<String>,
    pub(super) session_epoch: i32,
    pub(super) active: bool,
}

/// A role that a user holds, as it is kept.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = grants, check_for_backend(diesel::pg::Pg))]
pub struct GrantRecord {
    /// The grant's id.
    pub id: GrantId,
    /// Who holds it.
    pub user_id: UserId,
    /// The role.
    pub role: Role,
    /// The operation, none for the whole installation.
    pub operation_id: Option<OperationId>,
    /// The cluster, with those below it; none for the whole operation.
    pub cluster_id: Option<ClusterId>,
    /// The organisation, for roles of partners and donors.
    pub organisation_id: Option<OrganisationId>,
    /// When it ends by itself.
    pub valid_until: Option<DateTime<Utc>>,
    /// Who gave it.
    pub granted_by: Option<UserId>,
    /// When it was given.
    pub created_at: DateTime<Utc>,
}

impl Scoped for GrantRecord {
    fn scope(&self) -> Scope {
        Scope {
            operation: self.operation_id,
            clusters: self.cluster_id.into_iter().collect(),
            organisation: self.organisation_id,
        }
    }
}

/// A role in a scope, before it is anyone's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleInScope {
    /// The role.
    pub role: Role,
    /// The operation.
    pub operation: Option<OperationId>,
    /// The cluster.
    pub cluster: Option<ClusterId>,
    /// The organisation.
    pub organisation: Option<OrganisationId>,
}

impl RoleInScope {
    /// What must be said with each role. The table has the same checks.
    ///
    /// # Errors
    /// Names the input that is missing or too many.
    pub fn check(&self) -> Result<()> {
        use Role::{Donor, PartnerEditor, PartnerFocalPoint, SubnationalCoordinator, SystemAdmin, Viewer};
        let missing = |field: &str, what: &str| {
            Err(Error::invalid(field, "grant-scope", format!("the role {} needs {what}", self.role)))
        };
        if self.role == SystemAdmin
            && (self.operation.is_some() || self.cluster.is_some() || self.organisation.is_some())
        {
            return Err(Error::invalid(
                "operationId",
                "grant-scope",
                "SYSTEM_ADMIN is a role for the whole installation",
            ));
        }
        if !matches!(self.role, SystemAdmin | Viewer) && self.operation.is_none() {
            return missing("operationId", "an operation");
        }
        if matches!(self.role, PartnerFocalPoint | PartnerEditor | SubnationalCoordinator) && self.cluster.is_none() {
            return missing("clusterId", "a cluster");
        }
        if matches!(self.role, PartnerFocalPoint | PartnerEditor | Donor) && self.organisation.is_none() {
            return missing("organisationId", "an organisation");
        }
        if self.organisation.is_some() && !self.role.is_of_an_organisation() {
            let message = format!("the role {} looks at all organisations; leave this out", self.role);
            return Err(Error::invalid("organisationId", "grant-scope", message));
        }
        if self.cluster.is_some() && self.operation.is_none() {
            return missing("operationId", "the operation of its cluster");
        }
        Ok(())
    }
}

impl RoleInScope {
    /// A role with the ids of its scope as clients send them.
    ///
    /// # Errors
    /// When an id is malformed or of another kind, or as [`Self::check`].
    pub(super) fn parse(
        role: Role,
        operation: Option<&ID>,
        cluster: Option<&ID>,
        organisation: Option<&ID>,
    ) -> Result<Self> {
        let wanted = Self {
            role,
            operation: OperationId::parse_optional(operation, "operationId")?,
            cluster: ClusterId::parse_optional(cluster, "clusterId")?,
            organisation: OrganisationId::parse_optional(organisation, "organisationId")?,
        };
        wanted.check()?;
        Ok(wanted)
    }
}

impl Scoped for RoleInScope {
    fn scope(&self) -> Scope {
        Scope {
            operation: self.operation,
            clusters: self.cluster.into_iter().collect(),
            organisation: self.organisation,
        }
    }
}

/// An invitation: a role for whoever follows its link, once.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = invitations, check_for_backend(diesel::pg::Pg))]
pub struct Invitation {
    /// The invitation's id.
    pub id: InvitationId,
    /// Whom it was sent to; it binds.
    pub email: String,
    /// How they are called.
    pub name: String,
    /// The language of the mail.
    pub language: Language,
    /// The role that it gives.
    pub role: Role,
    /// The operation that the role is for, if one.
    pub operation_id: Option<OperationId>,
    /// The cluster that the role is for, if one.
    pub cluster_id: Option<ClusterId>,
    /// The organisation that the role is for, if one.
    pub organisation_id: Option<OrganisationId>,
    /// SHA-256 of the secret in the link: neither the history nor a kept answer has it.
    #[serde(skip)]
    pub token_hash: Vec<u8>,
    /// Who invited.
    pub invited_by: UserId,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Until when the link works; the moment of the withdrawal where it was withdrawn.
    pub expires_at: DateTime<Utc>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
}

impl Invitation {
    /// What it gives.
    pub(super) fn gives(&self) -> RoleInScope {
        RoleInScope {
            role: self.role,
            operation: self.operation_id,
            cluster: self.cluster_id,
            organisation: self.organisation_id,
        }
    }
}

/// A link to set a new password.
#[derive(Insertable)]
#[diesel(table_name = password_resets)]
pub(super) struct NewPasswordReset {
    pub(super) id: Uuid,
    pub(super) user_id: UserId,
    pub(super) token_hash: Vec<u8>,
    pub(super) created_at: DateTime<Utc>,
    pub(super) expires_at: DateTime<Utc>,
}

/// A refresh token.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions, check_for_backend(diesel::pg::Pg))]
pub(super) struct SessionRecord {
    pub(super) id: Uuid,
    pub(super) user_id: UserId,
    pub(super) family_id: Uuid,
    pub(super) token_hash: Vec<u8>,
    pub(super) epoch: i32,
    pub(super) created_at: DateTime<Utc>,
    pub(super) expires_at: DateTime<Utc>,
    pub(super) used_at: Option<DateTime<Utc>>,
    pub(super) successor_id: Option<Uuid>,
    pub(super) revoked_at: Option<DateTime<Utc>>,
}

/// A token for a program.
#[derive(Debug, Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = api_tokens, check_for_backend(diesel::pg::Pg))]
pub struct ApiToken {
    /// The token's id.
    pub id: ApiTokenId,
    /// On whose behalf it acts.
    pub user_id: UserId,
    /// What it is for.
    pub name: String,
    /// The first characters of the secret, to recognise it by.
    pub prefix: String,
    /// True: it may not write.
    pub read_only: bool,
    /// It acts for this organisation only.
    pub organisation_id: Option<OrganisationId>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// When it was last seen.
    pub last_used_at: Option<DateTime<Utc>>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// Who signs in.
#[derive(Debug, GraphQLInputObject)]
pub struct SignInInput {
    /// The address of the account.
    pub email: String,
    /// The password.
    pub password: String,
    /// True for browsers: the refresh token comes as an HttpOnly cookie and not in the answer.
    pub cookie: Option<bool>,
}

/// Whom to invite, and for what.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct InviteUserInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The address; the account will be bound to it.
    pub email: String,
    /// How they are called.
    pub name: String,
    /// The language of the mail and, at first, of the account.
    pub language: Language,
    /// The role that they will hold.
    pub role: Role,
    /// The operation of the role.
    pub operation_id: Option<ID>,
    /// The cluster of the role.
    pub cluster_id: Option<ID>,
    /// The organisation of the role.
    pub organisation_id: Option<ID>,
}

/// An invitation to withdraw.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct WithdrawInvitationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The invitation.
    pub invitation_id: ID,
}

/// An invitation's link, and the password to set.
#[derive(Debug, GraphQLInputObject)]
pub struct AcceptInvitationInput {
    /// The last part of the link in the mail.
    pub token: String,
    /// The new password, at least ten characters.
    pub password: String,
}

/// A reset link, and the password to set.
#[derive(Debug, GraphQLInputObject)]
pub struct ResetPasswordInput {
    /// The last part of the link in the mail.
    pub token: String,
    /// The new password, at least ten characters.
    pub password: String,
}

/// A role to give to a user.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct GrantRoleInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The address of the account.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The operation of the role.
    pub operation_id: Option<ID>,
    /// The cluster of the role.
    pub cluster_id: Option<ID>,
    /// The organisation of the role.
    pub organisation_id: Option<ID>,
    /// When it ends by itself.
    pub valid_until: Option<DateTime<Utc>>,
}

/// A grant to take back.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RevokeGrantInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The grant.
    pub grant_id: ID,
}

/// A token for a program.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateApiTokenInput {
    /// The same id again is the same request: it makes one token. Only the first answer has the secret, because nobody keeps it; whoever lost it
    /// takes the token back and makes another.
    pub client_mutation_id: Option<Uuid>,
    /// What it is for.
    pub name: String,
    /// True: it may not write.
    pub read_only: bool,
    /// It acts for this organisation only.
    pub organisation_id: Option<ID>,
    /// For how many days, 1 to 366.
    pub valid_days: i32,
}

/// An API token to take back.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RevokeApiTokenInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The token.
    pub api_token_id: ID,
}

write_inputs!(
    InviteUserInput,
    WithdrawInvitationInput,
    GrantRoleInput,
    RevokeGrantInput,
    CreateApiTokenInput,
    RevokeApiTokenInput
);

/// An address as accounts keep it.
///
/// # Errors
/// When it is no address.
pub fn email(text: &str, field: &str) -> Result<String> {
    let text = text.trim().to_lowercase();
    let plausible = text.len() <= 254 && text.parse::<lettre::Address>().is_ok();
    if plausible { Ok(text) } else { Err(Error::invalid(field, "email-malformed", "this is no e-mail address")) }
}

/// A name of a person or thing: something, and at most 200 characters.
///
/// # Errors
/// When it is empty or too long.
pub fn name(text: &str, field: &str) -> Result<String> {
    let text = text.trim();
    if (1..=200).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(field, "name-length", "give a name of 1 to 200 characters"))
    }
}
