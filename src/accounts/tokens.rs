//! API tokens: for a partner's own programs. A token can do no more than its owner, never opens a session, and makes no keys: no tokens, no roles,
//! no invitations.

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::{
    authenticate,
    model::{self, API_TOKEN_LIFETIME, ApiToken, ApiTokenId, CreateApiTokenInput, RevokeApiTokenInput},
    store,
};
use crate::{
    audit,
    kit::{
        Call, Code, Error, Result,
        auth::{self, Viewer, tokens::secret_hash},
        db::{Conn, Transaction},
        scope::OrganisationId,
    },
};

/// What every API token begins with, so that leaked ones can be found by scanners.
pub(super) const PREFIX: &str = "darasa_";

/// A token that was made.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Made {
    pub(super) token: ApiToken,
    /// Its secret. It is left out of the answer that is kept for the same request, so that no secret lies in the database: there it is none.
    #[serde(skip)]
    pub(super) secret: Option<String>,
}

/// Makes a token for the viewer; the secret is told once.
pub(super) async fn create(transaction: &mut Transaction, input: CreateApiTokenInput) -> Result<Made> {
    let user_id = transaction.viewer().require_person()?;
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
    Ok(Made { token, secret: Some(secret) })
}

/// Takes one of the viewer's tokens back.
pub(super) async fn revoke(transaction: &mut Transaction, input: RevokeApiTokenInput) -> Result<ApiToken> {
    let user = transaction.viewer().require_person()?;
    let id = ApiTokenId::parse(&input.api_token_id, "apiTokenId")?;
    let revoked = store::revoke_api_token(transaction.conn(), user, id, transaction.now()).await?;
    let token = revoked.ok_or_else(|| Error::not_found("apiTokenId"))?;
    audit::record(transaction, audit::Change::new("revoke", id).to(&token)?).await?;
    auth::withdrawn(transaction, user).await?;
    Ok(token)
}

/// Who asks with this token.
pub(super) async fn viewer(conn: Conn<'_>, secret: &str, now: DateTime<Utc>) -> Result<Arc<Viewer>> {
    let token =
        store::api_token_by_secret(conn, &secret_hash(secret), now).await?.ok_or_else(Error::unauthenticated)?;
    let (person, ()) = futures::try_join!(
        authenticate::person(conn, token.user_id, None, now),
        store::touch_api_token(conn, &token, now)
    )?;
    let mut viewer = person.ok_or_else(Error::unauthenticated)?;
    if token.organisation_id.is_some() {
        viewer.grants.retain(|grant| grant.organisation == token.organisation_id);
    }
    let viewer = Viewer { token: Some(token.id.uuid()), read_only: token.read_only, ..viewer };
    Ok(Arc::new(viewer.ending(token.expires_at)))
}

/// How many points a token may spend in an hour.
const POINTS_AN_HOUR: i32 = 5_000;
/// How many records, by estimate, one point is good for; a request costs one point besides.
const RECORDS_A_POINT: u64 = 100;

/// Takes what a document costs from the points of the API token that a program came with. People have no such account.
///
/// # Errors
/// `RATE_LIMITED` when the points of this hour are spent, with the time until the next.
pub async fn spend(call: &Call, records: u64) -> Result<()> {
    let Some(token) = call.viewer.token else { return Ok(()) };
    let now = call.tools.clock.now();
    let hour = now.duration_trunc(TimeDelta::hours(1)).map_err(Error::internal)?;
    let points = i32::try_from(records / RECORDS_A_POINT + 1).unwrap_or(i32::MAX);
    if points <= POINTS_AN_HOUR
        && store::spend_points(call.db.conn().await?, token, hour, points, POINTS_AN_HOUR).await?
    {
        return Ok(());
    }
    let message = format!(
        "this API token has spent its {POINTS_AN_HOUR} points of this hour; go on in the next, or ask for less at once"
    );
    Err(Error::new(Code::RateLimited, "token-points-spent", message).retry_after(hour + TimeDelta::hours(1) - now))
}
