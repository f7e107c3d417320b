//! Accounts, passwords, grants.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{
    mail,
    model::{
        self, GrantId, GrantRecord, GrantRoleInput, NewPasswordReset, RESET_LIFETIME, RESET_MAILS, ResetPasswordInput,
        RevokeGrantInput, RoleInScope, User,
    },
    policy, store,
};
use crate::{
    audit,
    kit::{
        Call, Error, Result,
        allowance::{self, Taken},
        auth::{self, Role, tokens::secret_hash},
        db::{Conn, Sight, Transaction},
        mail::outbox::{self, Letter},
        scope::UserId,
        text::Language,
    },
};

/// A grant that was given or taken back.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Granted {
    /// The grant.
    pub grant: GrantRecord,
}

/// An account that is about to be.
pub(super) fn new_user(transaction: &Transaction, email: &str, name: &str, language: Language) -> User {
    User {
        id: transaction.new_id(),
        email: email.to_owned(),
        name: name.to_owned(),
        language,
        active: true,
        created_at: transaction.now(),
    }
}

/// Lets pass a scope whose parts there are.
///
/// # Errors
/// `NOT_FOUND` at the part that there is not.
pub(super) async fn require_known(conn: Conn<'_>, wanted: &RoleInScope) -> Result<()> {
    match store::unknown_part(conn, wanted).await? {
        None => Ok(()),
        Some(field) => Err(Error::not_found(field)),
    }
}

/// Gives a user a role. Who may is for the caller to check.
pub(super) async fn insert_grant(
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

/// Sends a link to set a new password, if there is such an account, and few enough went to it lately: nobody fills a stranger's mailbox. Whoever
/// asks cannot tell.
pub(super) async fn request_reset(transaction: &mut Transaction, email: String) -> Result<()> {
    let Ok(email) = model::email(&email, "email") else { return Ok(()) };
    let _keys = transaction.look_as(Sight::Keys);
    let taken = allowance::take(transaction.conn(), RESET_MAILS, &email, transaction.now()).await?;
    if taken != Taken::Granted {
        return Ok(());
    }
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

/// Whose password a link that is still good would set.
pub(super) async fn whose_reset(transaction: &mut Transaction, token: String) -> Result<Option<User>> {
    let _keys = transaction.look_as(Sight::Keys);
    store::user_of_reset(transaction.conn(), &secret_hash(&token), transaction.now()).await
}

/// Sets a new password and ends every session of the account.
///
/// # Errors
/// When the link is not good any more, or the password cannot be used.
pub(super) async fn reset_password(call: &Call, input: ResetPasswordInput) -> Result<()> {
    let password = call.tools.passwords.hash(&input.password, "password", &call.tools.clock).await?;
    call.transact((input.token, password), |transaction, (token, password)| {
        async move {
            let _keys = transaction.look_as(Sight::Keys);
            let now = transaction.now();
            let user = store::use_reset(transaction.conn(), &secret_hash(&token), now).await?;
            let spent = || Error::invalid("token", "reset-spent", "this link was used or is over; ask for a new one");
            let user = user.ok_or_else(spent)?;
            store::set_password(transaction.conn(), user, &password, now).await?;
            auth::withdrawn(transaction, user).await?;
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
    let (operation, cluster, organisation) = (&input.operation_id, &input.cluster_id, &input.organisation_id);
    let wanted = RoleInScope::parse(input.role, operation.as_ref(), cluster.as_ref(), organisation.as_ref())?;
    policy::may_give(transaction.viewer(), &wanted)?;
    require_known(transaction.conn(), &wanted).await?;
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
    auth::withdrawn(transaction, grant.user_id).await?;
    Ok(Granted { grant })
}

/// An account to be made without an invitation.
struct NewAccount {
    email: String,
    name: String,
    language: Language,
    password_hash: String,
}

impl NewAccount {
    /// Only the program itself may make one.
    async fn of(call: &Call, email: &str, name: &str, language: Language, password: &str) -> Result<Self> {
        if !call.viewer.program {
            return Err(Error::forbidden("accounts are made by invitation"));
        }
        let password_hash = call.tools.passwords.hash(password, "password", &call.tools.clock).await?;
        Ok(Self { email: model::email(email, "email")?, name: model::name(name, "name")?, language, password_hash })
    }

    async fn make(self, transaction: &Transaction) -> Result<User> {
        let user = new_user(transaction, &self.email, &self.name, self.language);
        if !store::insert_user(transaction.conn(), &user, Some(&self.password_hash)).await? {
            return Err(Error::invalid("email", "user-exists", "there is an account with this address already"));
        }
        audit::record(transaction, audit::Change::new("create", user.id).to(&user)?).await?;
        Ok(user)
    }
}

/// Makes an account with a password, without an invitation. Only the program itself may.
///
/// # Errors
/// When the viewer is not the program, the address is taken, or the password cannot be used.
pub async fn create_user(call: &Call, email: &str, name: &str, language: Language, password: &str) -> Result<User> {
    let account = NewAccount::of(call, email, name, language, password).await?;
    call.transact(account, |transaction, account| account.make(transaction).boxed()).await
}

/// Makes the first administrator of a new installation: the account and its role, or neither.
///
/// # Errors
/// When there is an administrator already, or as [`create_user`].
pub async fn create_first_administrator(call: &Call, email: &str, name: &str, password: &str) -> Result<User> {
    let account = NewAccount::of(call, email, name, Language::En, password).await?;
    call.transact(account, |transaction, account| {
        async move {
            if store::any_administrator(transaction.conn()).await? {
                let message = "there is an administrator already; they can invite others";
                return Err(Error::conflict("administrator-exists", message));
            }
            let user = account.make(transaction).await?;
            let role = RoleInScope { role: Role::SystemAdmin, operation: None, cluster: None, organisation: None };
            insert_grant(transaction, user.id, &role, None, None).await?;
            Ok(user)
        }
        .boxed()
    })
    .await
}
