//! API tokens: for a partner's own programs. A token can do no more than its owner, and never opens a session.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    model::{self, API_TOKEN_LIFETIME, ApiToken, ApiTokenId, CreateApiTokenInput, RevokeApiTokenInput},
    store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::{Viewer, tokens::secret_hash},
        db::{Conn, Transaction},
        scope::OrganisationId,
    },
};

/// What every API token begins with, so that leaked ones can be found by scanners.
pub(super) const PREFIX: &str = "darasa_";

/// Makes a token for the viewer; the secret is told once.
pub(super) async fn create(transaction: &mut Transaction, input: CreateApiTokenInput) -> Result<(ApiToken, String)> {
    let user_id = transaction.viewer().require_user()?;
    if transaction.viewer().read_only {
        return Err(Error::forbidden("this API token may only read"));
    }
    let lifetime = TimeDelta::days(input.valid_days.into());
    if input.valid_days < 1 || lifetime > API_TOKEN_LIFETIME {
        return Err(Error::invalid("validDays", "api-token-lifetime", "a token is good for 1 to 366 days"));
    }
    let organisation_id = OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?;
    let secret = format!("{PREFIX}{}", transaction.tools().clock.secret());
    let token = ApiToken {
        id: transaction.new_id(),
        user_id,
        name: model::name(&input.name, "name")?,
        prefix: secret.chars().take(PREFIX.len() + 4).collect(),
        read_only: input.read_only,
        organisation_id,
        created_at: transaction.now(),
        expires_at: transaction.now() + lifetime,
        last_used_at: None,
        revoked_at: None,
    };
    store::insert_api_token(transaction.conn(), &token, &secret_hash(&secret)).await?;
    audit::record(transaction, audit::Change::new("create", token.id).to(&token)?).await?;
    Ok((token, secret))
}

/// Takes one of the viewer's tokens back.
pub(super) async fn revoke(transaction: &mut Transaction, input: RevokeApiTokenInput) -> Result<ApiToken> {
    let user = transaction.viewer().require_user()?;
    let id = ApiTokenId::parse(&input.api_token_id, "apiTokenId")?;
    let revoked = store::revoke_api_token(transaction.conn(), user, id, transaction.now()).await?;
    let token = revoked.ok_or_else(|| Error::not_found("apiTokenId"))?;
    audit::record(transaction, audit::Change::new("revoke", id).to(&token)?).await?;
    Ok(token)
}

/// Who asks with this token.
pub(super) async fn viewer(conn: Conn<'_>, secret: &str, now: DateTime<Utc>) -> Result<Arc<Viewer>> {
    let token =
        store::api_token_by_secret(conn, &secret_hash(secret), now).await?.ok_or_else(Error::unauthenticated)?;
    let (credentials, grants, ()) = futures::try_join!(
        store::credentials_by_id(conn, token.user_id),
        store::held_grants(conn, token.user_id, now),
        store::touch_api_token(conn, &token, now),
    )?;
    if !credentials.is_some_and(|user| user.active) {
        return Err(Error::unauthenticated());
    }
    let of_organisation =
        |organisation: Option<OrganisationId>| token.organisation_id.is_none() || organisation == token.organisation_id;
    let grants = grants.into_iter().filter(|grant| of_organisation(grant.organisation)).collect();
    Ok(Arc::new(Viewer { user: Some(token.user_id), grants, read_only: token.read_only, program: false }))
}
