//! Invitations, passwords, grants.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    mail,
    model::{
        self, AcceptInvitationInput, GrantId, GrantRecord, GrantRoleInput, INVITATION_LIFETIME, InvitationId,
        InvitationRecord, InviteUserInput, NewPasswordReset, RESET_LIFETIME, ResetPasswordInput, RevokeGrantInput,
        RoleInScope, User,
    },
    policy, store,
};
use crate::{
    audit,
    kit::{
        Call, Error, Result,
        auth::{Role, tokens::secret_hash},
        db::Transaction,
        mail::outbox::{self, Letter},
        scope::{ClusterId, OperationId, OrganisationId, UserId},
        text::Language,
    },
};

/// What an invitation became.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Invited {
    pub(super) id: InvitationId,
    pub(super) email: String,
    pub(super) expires_at: DateTime<Utc>,
}

/// A grant that was given or taken back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Granted {
    /// The grant.
    pub grant: GrantRecord,
}

/// Invites someone by mail for a role; the account is made when they accept.
pub(super) async fn invite(transaction: &mut Transaction, input: InviteUserInput) -> Result<Invited> {
    let invited_by = transaction.viewer().require_user()?;
    let wanted = RoleInScope {
        role: input.role,
        operation: OperationId::parse_optional(input.operation_id.as_ref(), "operationId")?,
        cluster: ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?,
        organisation: OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?,
    };
    wanted.check()?;
    policy::may_give(transaction.viewer(), &wanted)?;
    let secret = transaction.tools().clock.secret();
    let record = InvitationRecord {
        id: transaction.new_id(),
        email: model::email(&input.email, "email")?,
        name: model::name(&input.name, "name")?,
        language: input.language,
        role: wanted.role,
        operation_id: wanted.operation,
        cluster_id: wanted.cluster,
        organisation_id: wanted.organisation,
        token_hash: secret_hash(&secret),
        invited_by,
        created_at: transaction.now(),
        expires_at: transaction.now() + INVITATION_LIFETIME,
        accepted_at: None,
    };
    store::insert_invitation(transaction.conn(), &record).await?;
    let inviter = store::user(transaction.conn(), invited_by).await?;
    let template = mail::Invitation {
        name: record.name.clone(),
        inviter: inviter.name,
        role: record.role,
        url: format!("{}/i/{secret}", transaction.tools().public_url),
        expires_at: record.expires_at,
    };
    let letter = Letter {
        recipient: &record.email,
        language: record.language,
        template: &template,
        unsubscribe_url: None,
        once_key: None,
    };
    outbox::post(transaction, letter).await?;
    let invited = Invited { id: record.id, email: record.email, expires_at: record.expires_at };
    audit::record(transaction, audit::Change::new("invite", record.id).in_operation(wanted.operation).to(&invited)?)
        .await?;
    Ok(invited)
}

/// Makes the account of an invitation, or adds the role to the account that has the address, and sets the password.
///
/// # Errors
/// When the link is not good any more, or the password cannot be used.
pub(super) async fn accept_invitation(call: &Call, input: AcceptInvitationInput) -> Result<User> {
    let password = call.tools.passwords.hash(&input.password, "password", &call.tools.clock).await?;
    call.transact((input.token, password), |transaction, (token, password)| {
        async move {
            let now = transaction.now();
            let spent = || {
                Error::invalid("token", "invitation-spent", "this invitation was used or is over; ask for a new one")
            };
            let invitation =
                store::invitation(transaction.conn(), &secret_hash(&token), now).await?.ok_or_else(spent)?;
            store::accept_invitation(transaction.conn(), invitation.id, now).await?;
            let user = new_user(transaction, &invitation.email, &invitation.name, invitation.language);
            let is_new = store::insert_user(transaction.conn(), &user, None).await?;
            let user = store::user_by_email(transaction.conn(), &user.email).await?.ok_or_else(spent)?;
            store::set_password(transaction.conn(), user.id, &password, now).await?;
            let wanted = RoleInScope {
                role: invitation.role,
                operation: invitation.operation_id,
                cluster: invitation.cluster_id,
                organisation: invitation.organisation_id,
            };
            insert_grant(transaction, user.id, &wanted, None, Some(invitation.invited_by)).await?;
            let action = if is_new { "create" } else { "accept-invitation" };
            audit::record(transaction, audit::Change::new(action, user.id).to(&user)?).await?;
            Ok(user)
        }
        .boxed()
    })
    .await
}

fn new_user(transaction: &Transaction, email: &str, name: &str, language: Language) -> User {
    User {
        id: transaction.new_id(),
        email: email.to_owned(),
        name: name.to_owned(),
        language,
        active: true,
        created_at: transaction.now(),
    }
}

async fn insert_grant(
    transaction: &Transaction,
    user: UserId,
    wanted: &RoleInScope,
    valid_until: Option<DateTime<Utc>>,
    granted_by: Option<UserId>,
) -> Result<GrantRecord> {
    let grant = GrantRecord {
        id: transaction.new_id(),
        user_id: user,
        role: wanted.role,
        operation_id: wanted.operation,
        cluster_id: wanted.cluster,
        organisation_id: wanted.organisation,
        valid_until,
        granted_by,
        created_at: transaction.now(),
    };
    store::insert_grant(transaction.conn(), &grant).await?;
    audit::record(transaction, audit::Change::new("grant", grant.id).in_operation(wanted.operation).to(&grant)?)
        .await?;
    Ok(grant)
}

/// Sends a link to set a new password, if there is such an account. Whoever asks cannot tell.
pub(super) async fn request_reset(transaction: &mut Transaction, email: String) -> Result<()> {
    let Ok(email) = model::email(&email, "email") else { return Ok(()) };
    let Some(user) = store::user_by_email(transaction.conn(), &email).await?.filter(|user| user.active) else {
        return Ok(());
    };
    let secret = transaction.tools().clock.secret();
    let reset = NewPasswordReset {
        id: transaction.new_uuid(),
        user_id: user.id,
        token_hash: secret_hash(&secret),
        created_at: transaction.now(),
        expires_at: transaction.now() + RESET_LIFETIME,
    };
    store::insert_reset(transaction.conn(), &reset).await?;
    let url = format!("{}/r/{secret}", transaction.tools().public_url);
    let template = mail::PasswordReset { name: user.name, url, expires_at: reset.expires_at };
    let letter = Letter {
        recipient: &user.email,
        language: user.language,
        template: &template,
        unsubscribe_url: None,
        once_key: None,
    };
    outbox::post(transaction, letter).await?;
    Ok(())
}

/// Sets a new password and ends every session of the account.
///
/// # Errors
/// When the link is not good any more, or the password cannot be used.
pub(super) async fn reset_password(call: &Call, input: ResetPasswordInput) -> Result<()> {
    let password = call.tools.passwords.hash(&input.password, "password", &call.tools.clock).await?;
    call.transact((input.token, password), |transaction, (token, password)| {
        async move {
            let now = transaction.now();
            let user = store::use_reset(transaction.conn(), &secret_hash(&token), now).await?;
            let spent = || Error::invalid("token", "reset-spent", "this link was used or is over; ask for a new one");
            let user = user.ok_or_else(spent)?;
            store::set_password(transaction.conn(), user, &password, now).await?;
            audit::record(transaction, audit::Change::new("set-password", user)).await
        }
        .boxed()
    })
    .await
}

/// Gives a role to someone who has an account.
///
/// # Errors
/// When the viewer may not give it, or there is no such account.
pub async fn give(transaction: &mut Transaction, input: GrantRoleInput) -> Result<Granted> {
    let wanted = RoleInScope {
        role: input.role,
        operation: OperationId::parse_optional(input.operation_id.as_ref(), "operationId")?,
        cluster: ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?,
        organisation: OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?,
    };
    wanted.check()?;
    policy::may_give(transaction.viewer(), &wanted)?;
    let email = model::email(&input.email, "email")?;
    let user = store::user_by_email(transaction.conn(), &email).await?;
    let user = user
        .ok_or_else(|| Error::invalid("email", "user-unknown", "there is no account with this address; invite them"))?;
    let granted_by = transaction.viewer().user;
    let grant = insert_grant(transaction, user.id, &wanted, input.valid_until, granted_by).await?;
    Ok(Granted { grant })
}

/// Takes a role back; from this moment it is dead.
pub(super) async fn take_back(transaction: &mut Transaction, input: RevokeGrantInput) -> Result<Granted> {
    let id = GrantId::parse(&input.grant_id, "grantId")?;
    let grant = store::grant(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("grantId"))?;
    policy::may_revoke(transaction.viewer(), &grant)?;
    store::revoke_grant(transaction.conn(), id, transaction.now()).await?;
    audit::record(transaction, audit::Change::new("revoke", id).in_operation(grant.operation_id).from(&grant)?).await?;
    Ok(Granted { grant })
}

/// Makes an account with a password, without an invitation. Only the program itself may.
///
/// # Errors
/// When the viewer is not the program, the address is taken, or the password cannot be used.
pub async fn create_user(call: &Call, email: &str, name: &str, language: Language, password: &str) -> Result<User> {
    if !call.viewer.program {
        return Err(Error::forbidden("accounts are made by invitation"));
    }
    let password = call.tools.passwords.hash(password, "password", &call.tools.clock).await?;
    let (email, name) = (model::email(email, "email")?, model::name(name, "name")?);
    call.transact((email, name, password), move |transaction, (email, name, password)| {
        async move {
            let user = new_user(transaction, &email, &name, language);
            if !store::insert_user(transaction.conn(), &user, Some(&password)).await? {
                return Err(Error::invalid("email", "user-exists", "there is an account with this address already"));
            }
            audit::record(transaction, audit::Change::new("create", user.id).to(&user)?).await?;
            Ok(user)
        }
        .boxed()
    })
    .await
}

/// Makes the first administrator of a new installation.
///
/// # Errors
/// When there is an administrator already, or as [`create_user`].
pub async fn create_first_administrator(call: &Call, email: &str, name: &str, password: &str) -> Result<User> {
    if store::any_administrator(call.db.conn().await?).await? {
        return Err(Error::conflict(
            "administrator-exists",
            "there is an administrator already; they can invite others",
        ));
    }
    let user = create_user(call, email, name, Language::En, password).await?;
    let input = GrantRoleInput {
        client_mutation_id: None::<Uuid>,
        email: user.email.clone(),
        role: Role::SystemAdmin,
        operation_id: None,
        cluster_id: None,
        organisation_id: None,
        valid_until: None,
    };
    call.transact(input, |transaction, input| give(transaction, input).boxed()).await?;
    Ok(user)
}
