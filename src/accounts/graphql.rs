//! Accounts in the graph.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use super::{
    invitations::{self, Invited},
    model::{
        AcceptInvitationInput, ApiToken, CreateApiTokenInput, GrantRecord, GrantRoleInput, Invitation, InviteUserInput,
        ResetPasswordInput, RevokeApiTokenInput, RevokeGrantInput, SESSION_LIFETIME, SignInInput, User,
        WithdrawInvitationInput,
    },
    policy, service,
    sessions::{self, Session},
    store::{self, NameOfUser},
    tokens,
};
use crate::{
    connection,
    kit::{
        Error, Result,
        auth::{Action, Grant, Role},
        graphql::{Context, connection::Connection, lazy::Later, page::Page},
        ids,
        scope::{OperationId, Scope},
        text::Language,
    },
};

/// The path that the refresh cookie is sent to, and nowhere else.
const COOKIE_PATH: &str = "/graphql";
/// The refresh cookie's name.
pub const REFRESH_COOKIE: &str = "darasa_refresh";

#[graphql_object(context = Context, description = "Someone who signs in.")]
impl User {
    /// The user's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The address they sign in with.
    fn email(&self) -> &str {
        &self.email
    }

    /// How they are called.
    fn name(&self) -> &str {
        &self.name
    }

    /// The language they read.
    fn language(&self) -> Language {
        self.language
    }
}

connection!(User as "UserConnection", "UserEdge");

#[graphql_object(context = Context, name = "Grant", description = "A role that a user holds in a scope.")]
impl GrantRecord {
    /// The grant's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Who holds it.
    fn user_id(&self) -> ID {
        self.user_id.global()
    }

    /// Who holds it, by name.
    fn holder<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::new(context.loaders.load::<NameOfUser>(self.user_id))
    }

    /// The role.
    fn role(&self) -> Role {
        self.role
    }

    /// The operation; null for the whole installation.
    fn operation_id(&self) -> Option<ID> {
        self.operation_id.map(ids::Id::global)
    }

    /// The cluster, with those below it; null for the whole operation.
    fn cluster_id(&self) -> Option<ID> {
        self.cluster_id.map(ids::Id::global)
    }

    /// The organisation, for roles of partners and donors.
    fn organisation_id(&self) -> Option<ID> {
        self.organisation_id.map(ids::Id::global)
    }

    /// When it ends by itself.
    fn valid_until(&self) -> Option<DateTime<Utc>> {
        self.valid_until
    }
}

connection!(GrantRecord as "GrantConnection", "GrantEdge");

#[graphql_object(context = Context, description = "A token for a program. It can do no more than its owner, and makes no keys: no tokens, no roles, no invitations.")]
impl ApiToken {
    /// The token's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// What it is for.
    fn name(&self) -> &str {
        &self.name
    }

    /// The first characters of the secret, to recognise it by.
    fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether it may only read.
    fn read_only(&self) -> bool {
        self.read_only
    }

    /// When it ends.
    fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }

    /// When it was last seen, to the minute.
    fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.last_used_at
    }

    /// When it was taken back.
    fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.revoked_at
    }
}

connection!(ApiToken as "ApiTokenConnection", "ApiTokenEdge");

#[graphql_object(context = Context, description = "An invitation by mail that waits to be accepted: its link works once.")]
impl Invitation {
    /// The invitation's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The address that it went to.
    fn email(&self) -> &str {
        &self.email
    }

    /// How they are called.
    fn name(&self) -> &str {
        &self.name
    }

    /// The language of the mail.
    fn language(&self) -> Language {
        self.language
    }

    /// The role that it gives.
    fn role(&self) -> Role {
        self.role
    }

    /// The operation; null for the whole installation.
    fn operation_id(&self) -> Option<ID> {
        self.operation_id.map(ids::Id::global)
    }

    /// The cluster, with those below it; null for the whole operation.
    fn cluster_id(&self) -> Option<ID> {
        self.cluster_id.map(ids::Id::global)
    }

    /// The organisation, for roles of partners and donors.
    fn organisation_id(&self) -> Option<ID> {
        self.organisation_id.map(ids::Id::global)
    }

    /// When it was sent.
    fn sent_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// Until when its link works.
    fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }
}

connection!(Invitation as "InvitationConnection", "InvitationEdge");

/// A role that you hold, with the clusters that it covers.
pub struct HeldRole(Grant);

#[graphql_object(context = Context, description = "A role that you hold at this moment.")]
impl HeldRole {
    /// The role.
    fn role(&self) -> Role {
        self.0.role
    }

    /// The operation; null for the whole installation.
    fn operation_id(&self) -> Option<ID> {
        self.0.operation.map(ids::Id::global)
    }

    /// The clusters: the one granted and those below it. Empty for the whole operation.
    fn cluster_ids(&self) -> Vec<ID> {
        self.0.clusters.iter().map(|cluster| cluster.global()).collect()
    }

    /// The organisation, for roles of partners and donors.
    fn organisation_id(&self) -> Option<ID> {
        self.0.organisation.map(ids::Id::global)
    }
}

/// Who you are to the API.
pub struct Me;

#[graphql_object(context = Context, name = "Viewer", description = "Who you are to the API.")]
impl Me {
    /// Your account.
    async fn user(context: &Context) -> Result<User> {
        store::user(context.db.conn().await?, context.viewer.require_user()?).await
    }

    /// What you hold at this moment.
    fn roles(context: &Context) -> Vec<HeldRole> {
        context.viewer.grants.iter().cloned().map(HeldRole).collect()
    }

    /// Your API tokens, the newest first.
    async fn api_tokens(
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ApiToken>> {
        let page = Page::new("api tokens, newest first", first, after.as_deref())?;
        let rows = store::api_tokens(context.db.conn().await?, context.viewer.require_user()?, &page).await?;
        Connection::from_rows(&page, rows, |token| (token.id,))
    }

    /// The invitations that you sent and that wait to be accepted, the newest first.
    async fn invitations(
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Invitation>> {
        let page = Page::new("invitations, newest first", first, after.as_deref())?;
        let (conn, now) = (context.db.conn().await?, context.tools.clock.now());
        let rows = store::invitations::sent_by(conn, context.viewer.require_user()?, now, &page).await?;
        Connection::from_rows(&page, rows, |invitation| (invitation.id,))
    }
}

/// A sign-in's answer.
#[derive(GraphQLObject)]
#[graphql(description = "What a sign-in gives.")]
pub struct SessionPayload {
    /// Send it as `Authorization: Bearer ...`. Good for ten minutes.
    access_token: String,
    /// When the access token ends.
    expires_at: DateTime<Utc>,
    /// Exchange it by `refreshSession` before it is two weeks old. Null when it was set as a cookie.
    refresh_token: Option<String>,
    /// Who signed in.
    user_id: ID,
}

fn session_payload(context: &Context, session: Session, cookie: bool) -> SessionPayload {
    let secure = if context.tools.public_url.starts_with("https://") { "; Secure" } else { "" };
    if cookie {
        let (secret, age) = (&session.refresh_token, SESSION_LIFETIME.num_seconds());
        let attributes = format!("Path={COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age={age}{secure}");
        context.set_cookie(format!("{REFRESH_COOKIE}={secret}; {attributes}"));
    }
    SessionPayload {
        access_token: session.access_token,
        expires_at: session.expires_at,
        refresh_token: (!cookie).then_some(session.refresh_token),
        user_id: session.user.global(),
    }
}

/// An invitation's answer.
#[derive(GraphQLObject)]
#[graphql(description = "An invitation that is on its way.")]
pub struct InvitationPayload {
    /// The invitation's id.
    id: ID,
    /// The address that it went to.
    email: String,
    /// Until when its link works.
    expires_at: DateTime<Utc>,
}

/// A new API token.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A new API token with its secret.")]
pub struct ApiTokenPayload {
    /// The token.
    api_token: ApiToken,
    /// The secret. It is told once: null when the same `clientMutationId` came before. Whoever lost that answer takes the token back and makes
    /// another under a new id.
    secret: Option<String>,
}

/// The accounts' root fields.
#[derive(Default)]
pub struct AccountQueries;

#[graphql_object(context = Context)]
impl AccountQueries {
    /// Who you are; null when you are not signed in.
    fn viewer(context: &Context) -> Option<Me> {
        context.viewer.user.map(|_| Me)
    }

    /// All accounts, by address. For administrators.
    async fn users(
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<User>> {
        context.viewer.require(Action::ManageUsers, &Scope::installation(), "users")?;
        let page = Page::new("users by address", first, after.as_deref())?;
        let rows = store::users(context.db.conn().await?, &page).await?;
        Connection::from_rows(&page, rows, |user| (user.email.clone(),))
    }

    /// Who holds which role in an operation. For those who may give roles there.
    async fn grants(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<GrantRecord>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::may_list(&context.viewer, &Scope::operation(operation))?;
        let page = Page::new("grants by id", first, after.as_deref())?;
        let rows =
            store::grants_of_operation(context.db.conn().await?, operation, context.tools.clock.now(), &page).await?;
        Connection::from_rows(&page, rows, |grant| (grant.id,))
    }
}

/// The accounts' mutations.
#[derive(Default)]
pub struct AccountMutations;

#[graphql_object(context = Context)]
impl AccountMutations {
    /// Signs in with an address and a password. Takes no `clientMutationId`: each sign-in is one of its own, and no answer with its secrets is
    /// kept to be given again.
    async fn sign_in(context: &Context, input: SignInInput) -> Result<SessionPayload> {
        let cookie = input.cookie.unwrap_or(false);
        let session = sessions::sign_in(context, input).await?;
        Ok(session_payload(context, session, cookie))
    }

    /// Exchanges a refresh token for a new session. Without the argument the browser's cookie is used. Takes no `clientMutationId`: the refresh
    /// token is the key, and gives the same successor again for half a minute.
    async fn refresh_session(
        context: &Context,
        #[graphql(description = "The refresh token; leave it out in a browser.")] refresh_token: Option<String>,
    ) -> Result<SessionPayload> {
        let cookie = refresh_token.is_none();
        let secret = refresh_token.or_else(|| context.refresh_cookie.clone()).ok_or_else(Error::unauthenticated)?;
        let session = sessions::refresh(context, &secret).await?;
        Ok(session_payload(context, session, cookie))
    }

    /// Ends the sign-in that a refresh token belongs to. Takes no `clientMutationId`: what has ended is not ended again.
    async fn sign_out(
        context: &Context,
        #[graphql(description = "The refresh token; leave it out in a browser.")] refresh_token: Option<String>,
    ) -> Result<bool> {
        if let Some(secret) = refresh_token.or_else(|| context.refresh_cookie.clone()) {
            sessions::sign_out(context, &secret).await?;
        }
        context.set_cookie(format!("{REFRESH_COOKIE}=; Path={COOKIE_PATH}; HttpOnly; SameSite=Strict; Max-Age=0"));
        Ok(true)
    }

    /// Invites someone by mail for a role: of a lower rank than yours, inside your scope. Focal points invite editors and viewers of their
    /// organisation. Sent again to the same address for the same role, the link before works no more. Not for API tokens: sign in yourself.
    async fn invite_user(context: &Context, input: InviteUserInput) -> Result<InvitationPayload> {
        let Invited { id, email, expires_at } = context
            .write("inviteUser", input, |transaction, input| invitations::invite(transaction, input).boxed())
            .await?;
        Ok(InvitationPayload { id: id.global(), email, expires_at })
    }

    /// Withdraws an invitation that you sent and that waits: its link is dead. Not for API tokens: sign in yourself.
    async fn withdraw_invitation(context: &Context, input: WithdrawInvitationInput) -> Result<Invitation> {
        context
            .write("withdrawInvitation", input, |transaction, input| invitations::withdraw(transaction, input).boxed())
            .await
    }

    /// Accepts an invitation: makes the account and sets its password. Takes no `clientMutationId`: the link works once, and whoever lost the
    /// answer signs in with the password. A link is dead once its sender may no longer give the role.
    async fn accept_invitation(context: &Context, input: AcceptInvitationInput) -> Result<User> {
        invitations::accept(context, input).await
    }

    /// Asks for a link to set a new password. The answer is the same whether the account exists or not, and whether a mail went or not: one address
    /// gets three an hour at most. Takes no `clientMutationId`: sent twice, it is a second mail at worst.
    async fn request_password_reset(
        context: &Context,
        #[graphql(description = "The address of the account.")] email: String,
    ) -> Result<bool> {
        context.transact(email, |transaction, email| service::request_reset(transaction, email).boxed()).await?;
        Ok(true)
    }

    /// Sets a new password by the link of the mail, and ends every session of the account. Takes no `clientMutationId`: the link works once, and
    /// whoever lost the answer signs in with the new password.
    async fn reset_password(context: &Context, input: ResetPasswordInput) -> Result<bool> {
        service::reset_password(context, input).await?;
        Ok(true)
    }

    /// Gives a role to someone who has an account: of a lower rank than yours, inside your scope. Focal points give the roles of editors and
    /// viewers of their organisation. Not for API tokens: sign in yourself.
    async fn grant_role(context: &Context, input: GrantRoleInput) -> Result<GrantRecord> {
        let granted =
            context.write("grantRole", input, |transaction, input| service::give(transaction, input).boxed()).await?;
        Ok(granted.grant)
    }

    /// Takes a role back. From that moment it is dead, whatever tokens say. Not for API tokens: sign in yourself.
    async fn revoke_grant(context: &Context, input: RevokeGrantInput) -> Result<GrantRecord> {
        let taken = context
            .write("revokeGrant", input, |transaction, input| service::take_back(transaction, input).boxed())
            .await?;
        Ok(taken.grant)
    }

    /// Makes a token for your own program. Its secret is told once. Not for API tokens: sign in yourself.
    async fn create_api_token(context: &Context, input: CreateApiTokenInput) -> Result<ApiTokenPayload> {
        let made = context
            .write("createApiToken", input, |transaction, input| tokens::create(transaction, input).boxed())
            .await?;
        Ok(ApiTokenPayload { api_token: made.token, secret: made.secret })
    }

    /// Takes one of your API tokens back. Not for API tokens: sign in yourself.
    async fn revoke_api_token(context: &Context, input: RevokeApiTokenInput) -> Result<ApiToken> {
        context.write("revokeApiToken", input, |transaction, input| tokens::revoke(transaction, input).boxed()).await
    }
}
