//! Invitations: a link by mail that makes an account, or adds a role to one.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{
    authenticate, mail,
    model::{
        self, AcceptInvitationInput, INVITATION_LIFETIME, Invitation, InvitationId, InviteUserInput, RoleInScope, User,
        WithdrawInvitationInput,
    },
    policy,
    service::{insert_grant, new_user, require_known},
    store::{self, invitations},
};
use crate::{
    audit,
    kit::{
        Call, Error, Result,
        auth::tokens::secret_hash,
        db::{Conn, Sight, Transaction},
        mail::outbox::{self, Letter},
    },
};

/// What an invitation became.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Invited {
    pub(super) id: InvitationId,
    pub(super) email: String,
    pub(super) expires_at: DateTime<Utc>,
}

/// Invites someone by mail for a role; the account is made when they accept. Sent again, the link before works no more.
pub(super) async fn invite(transaction: &mut Transaction, input: InviteUserInput) -> Result<Invited> {
    let invited_by = transaction.viewer().require_person()?;
    let (operation, cluster, organisation) = (&input.operation_id, &input.cluster_id, &input.organisation_id);
    let wanted = RoleInScope::parse(input.role, operation.as_ref(), cluster.as_ref(), organisation.as_ref())?;
    policy::may_give(transaction.viewer(), &wanted)?;
    require_known(transaction.conn(), &wanted).await?;
    let secret = transaction.tools().clock.secret();
    let record = Invitation {
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
    invitations::end_like(transaction.conn(), &record, transaction.now()).await?;
    invitations::insert(transaction.conn(), &record).await?;
    send(transaction, &record, &secret).await?;
    let invited = Invited { id: record.id, email: record.email, expires_at: record.expires_at };
    audit::record(transaction, audit::Change::new("invite", record.id).in_operation(wanted.operation).to(&invited)?)
        .await?;
    Ok(invited)
}

/// Withdraws an invitation that the viewer sent: its link is over.
///
/// # Errors
/// `NOT_FOUND` where it is somebody else's, or waits no more.
pub(super) async fn withdraw(transaction: &mut Transaction, input: WithdrawInvitationInput) -> Result<Invitation> {
    let user = transaction.viewer().require_person()?;
    let id = InvitationId::parse(&input.invitation_id, "invitationId")?;
    let ended = invitations::end(transaction.conn(), user, id, transaction.now()).await?;
    let invitation = ended.ok_or_else(|| Error::not_found("invitationId"))?;
    let change = audit::Change::new("withdraw", id).in_operation(invitation.operation_id).to(&invitation)?;
    audit::record(transaction, change).await?;
    Ok(invitation)
}

async fn send(transaction: &Transaction, invitation: &Invitation, secret: &str) -> Result<()> {
    let inviter = store::user(transaction.conn(), invitation.invited_by).await?;
    let template = mail::Invitation {
        name: invitation.name.clone(),
        inviter: inviter.name,
        role: invitation.role,
        url: format!("{}/i/{secret}", transaction.tools().public_url),
        expires_at: invitation.expires_at,
    };
    let letter = Letter {
        recipient: &invitation.email,
        language: invitation.language,
        template: &template,
        unsubscribe_url: None,
        once_key: None,
    };
    outbox::post(transaction, letter).await?;
    Ok(())
}

/// The invitation behind a link that is still good: unused, in time, and from someone who may still give what it promises.
pub(super) async fn open(transaction: &mut Transaction, token: String) -> Result<Option<Invitation>> {
    let _keys = transaction.look_as(Sight::Keys);
    let found = invitations::waiting(transaction.conn(), &secret_hash(&token), transaction.now()).await?;
    still_given(transaction.conn(), found, transaction.now()).await
}

/// The invitation, unless who invited lost the right meanwhile: what a revoked coordinator promised is nobody's to give.
async fn still_given(conn: Conn<'_>, invitation: Option<Invitation>, now: DateTime<Utc>) -> Result<Option<Invitation>> {
    let Some(invitation) = invitation else { return Ok(None) };
    let inviter = authenticate::person(conn, invitation.invited_by, None, now).await?;
    Ok(inviter.is_some_and(|inviter| policy::may_give(&inviter, &invitation.gives()).is_ok()).then_some(invitation))
}

/// Makes the account of an invitation, or adds the role to the account that has the address, and sets the password.
///
/// # Errors
/// When the link is not good any more, or the password cannot be used.
pub(super) async fn accept(call: &Call, input: AcceptInvitationInput) -> Result<User> {
    let password = call.tools.passwords.hash(&input.password, "password", &call.tools.clock).await?;
    call.transact((input.token, password), |transaction, (token, password)| {
        async move {
            let _keys = transaction.look_as(Sight::Keys);
            let now = transaction.now();
            let spent = || {
                Error::invalid("token", "invitation-spent", "this invitation was used or is over; ask for a new one")
            };
            let held = invitations::hold(transaction.conn(), &secret_hash(&token), now).await?;
            let invitation = still_given(transaction.conn(), held, now).await?.ok_or_else(spent)?;
            invitations::accept(transaction.conn(), invitation.id, now).await?;
            let user = new_user(transaction, &invitation.email, &invitation.name, invitation.language);
            let is_new = store::insert_user(transaction.conn(), &user, None).await?;
            let user = store::user_by_email(transaction.conn(), &user.email).await?.ok_or_else(spent)?;
            store::set_password(transaction.conn(), user.id, &password, now).await?;
            insert_grant(transaction, user.id, &invitation.gives(), None, Some(invitation.invited_by)).await?;
            let action = if is_new { "create" } else { "accept-invitation" };
            audit::record(transaction, audit::Change::new(action, user.id).to(&user)?).await?;
            Ok(user)
        }
        .boxed()
    })
    .await
}
