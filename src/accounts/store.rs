//! The tables of accounts.

pub(super) mod invitations;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{
    ApiToken, ApiTokenId, Credentials, GrantId, GrantRecord, NewPasswordReset, RoleInScope, SessionRecord, User,
};
use crate::{
    kit::{
        Result,
        auth::{Grant, Role},
        db::{Conn, Db, Keep},
        graphql::{loaders::Batch, page::Page},
        scope::{ClusterId, OperationId, OrganisationId, Scope, UserId},
    },
    schema::{api_tokens, grants, password_resets, sessions, users},
};

pub(super) async fn insert_user(mut conn: Conn<'_>, user: &User, password_hash: Option<&str>) -> Result<bool> {
    let inserted = diesel::insert_into(users::table)
        .values((user, users::password_hash.eq(password_hash)))
        .on_conflict(users::email)
        .do_nothing()
        .execute(&mut conn)
        .await?;
    Ok(inserted == 1)
}

/// The account of an id.
///
/// # Errors
/// When there is none, or the database cannot answer.
pub async fn user(mut conn: Conn<'_>, id: UserId) -> Result<User> {
    Ok(users::table.find(id).select(User::as_select()).first(&mut conn).await?)
}

pub(super) async fn user_by_email(mut conn: Conn<'_>, email: &str) -> Result<Option<User>> {
    Ok(users::table.filter(users::email.eq(email)).select(User::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn users(mut conn: Conn<'_>, page: &Page) -> Result<Vec<User>> {
    let mut query = users::table.select(User::as_select()).into_boxed();
    if let Some((email,)) = page.after_key::<(String,)>()? {
        query = query.filter(users::email.gt(email));
    }
    Ok(query.order(users::email).limit(page.limit()).load(&mut conn).await?)
}

pub(super) async fn credentials(mut conn: Conn<'_>, email: &str) -> Result<Option<Credentials>> {
    let query = users::table.filter(users::email.eq(email)).select(Credentials::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn credentials_by_id(mut conn: Conn<'_>, id: UserId) -> Result<Option<Credentials>> {
    Ok(users::table.find(id).select(Credentials::as_select()).first(&mut conn).await.optional()?)
}

/// Sets a password and ends every session: access tokens of the old epoch are dead.
pub(super) async fn set_password(mut conn: Conn<'_>, id: UserId, hash: &str, now: DateTime<Utc>) -> Result<()> {
    diesel::update(users::table.find(id))
        .set((users::password_hash.eq(hash), users::session_epoch.eq(users::session_epoch + 1)))
        .execute(&mut conn)
        .await?;
    diesel::update(sessions::table.filter(sessions::user_id.eq(id).and(sessions::revoked_at.is_null())))
        .set(sessions::revoked_at.eq(now))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Whether someone administers the installation. Held until the transaction ends: of two that make the first administrator at once, one waits.
pub(super) async fn any_administrator(mut conn: Conn<'_>) -> Result<bool> {
    sql_query("lock table grants in share row exclusive mode").execute(&mut conn).await?;
    let held = grants::table.filter(grants::role.eq(Role::SystemAdmin).and(grants::revoked_at.is_null()));
    Ok(diesel::select(diesel::dsl::exists(held)).get_result(&mut conn).await?)
}

#[derive(QueryableByName)]
struct Parts {
    #[diesel(sql_type = sql_types::Bool)]
    operation: bool,
    #[diesel(sql_type = sql_types::Bool)]
    cluster: bool,
    #[diesel(sql_type = sql_types::Bool)]
    organisation: bool,
}

/// The input that names what there is not: no such operation, no such cluster of it, no such organisation.
pub(super) async fn unknown_part(mut conn: Conn<'_>, wanted: &RoleInScope) -> Result<Option<&'static str>> {
    let parts = "select $1 is null or exists (select from operations where id = $1) as operation, \
        $2 is null or exists (select from clusters where id = $2 and operation_id = $1) as cluster, \
        $3 is null or exists (select from organisations where id = $3) as organisation";
    let known: Parts = sql_query(parts)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.operation)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.cluster)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.organisation)
        .get_result(&mut conn)
        .await?;
    let parts =
        [(known.operation, "operationId"), (known.cluster, "clusterId"), (known.organisation, "organisationId")];
    Ok(parts.into_iter().find_map(|(known, field)| (!known).then_some(field)))
}

pub(super) async fn insert_grant(mut conn: Conn<'_>, grant: &GrantRecord) -> Result<()> {
    diesel::insert_into(grants::table).values(grant).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn grant(mut conn: Conn<'_>, id: GrantId) -> Result<Option<GrantRecord>> {
    let query = grants::table.find(id).filter(grants::revoked_at.is_null()).select(GrantRecord::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn revoke_grant(mut conn: Conn<'_>, id: GrantId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(grants::table.find(id)).set(grants::revoked_at.eq(now)).execute(&mut conn).await?;
    Ok(())
}

/// The grants that hold in an operation.
pub(super) async fn grants_of_operation(
    mut conn: Conn<'_>,
    operation: OperationId,
    now: DateTime<Utc>,
    page: &Page,
) -> Result<Vec<GrantRecord>> {
    let holds = grants::revoked_at
        .is_null()
        .and(grants::valid_until.is_null().or(grants::valid_until.gt(now)).assume_not_null());
    let mut query = grants::table
        .filter(grants::operation_id.eq(operation))
        .filter(holds)
        .select(GrantRecord::as_select())
        .into_boxed();
    if let Some((id,)) = page.after_key::<(GrantId,)>()? {
        query = query.filter(grants::id.gt(id));
    }
    Ok(query.order(grants::id).limit(page.limit()).load(&mut conn).await?)
}

#[derive(QueryableByName)]
struct HeldGrant {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    role: Role,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    operation_id: Option<OperationId>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    organisation_id: Option<OrganisationId>,
    #[diesel(sql_type = sql_types::Array<sql_types::Uuid>)]
    clusters: Vec<ClusterId>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Timestamptz>)]
    valid_until: Option<DateTime<Utc>>,
}

/// What a user holds at this moment, and when the first of it ends: each cluster with those below it, and each organisation with those that were merged with it: who spoke for
/// one of them speaks for the survivor, and for what stands under the other's name.
pub(super) async fn held_grants(
    mut conn: Conn<'_>,
    user: UserId,
    now: DateTime<Utc>,
) -> Result<(Vec<Grant>, Option<DateTime<Utc>>)> {
    let held = "select grants.id, role, operation_id, valid_until, same.id as organisation_id, array( \
            with recursive below as ( \
                select id from clusters where id = grants.cluster_id \
                union all select clusters.id from clusters join below on clusters.parent_id = below.id) \
            select id from below) as clusters \
        from grants \
        left join organisations o on o.id = grants.organisation_id \
        left join organisations same on coalesce(o.merged_into_id, o.id) in (same.id, same.merged_into_id) \
        where user_id = $1 and revoked_at is null and (valid_until is null or valid_until > $2)";
    let query = sql_query(held).bind::<sql_types::Uuid, _>(user).bind::<sql_types::Timestamptz, _>(now);
    // Asked at every request.
    let held: Vec<HeldGrant> = query.kept().load(&mut conn).await?;
    let grant = |held: HeldGrant| Grant {
        id: held.id,
        role: held.role,
        operation: held.operation_id,
        clusters: held.clusters,
        organisation: held.organisation_id,
    };
    let until = held.iter().filter_map(|held| held.valid_until).min();
    Ok((held.into_iter().map(grant).collect(), until))
}

/// The people who hold one of `roles` at this moment for the organisation of `scope` (none: for none), in its operation and one of its clusters or a
/// cluster above, and beside them `also`, as long as any role of theirs covers it. Each once, by address; nobody whose account is closed.
///
/// # Errors
/// When the database cannot answer.
pub async fn people_with_role(
    mut conn: Conn<'_>,
    roles: &[Role],
    scope: &Scope,
    also: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<Vec<User>> {
    let sql = "with recursive above as ( \
            select id, parent_id from clusters where id = any($4) \
            union select clusters.id, clusters.parent_id from clusters join above on clusters.id = above.parent_id) \
        select id, email, name, language, active, created_at from users \
        where active and exists ( \
            select from grants \
            where user_id = users.id and revoked_at is null and (valid_until is null or valid_until > $6) \
                and ((role = any($1) and organisation_id is not distinct from $2) \
                    or (users.id = $5 and (organisation_id is null or organisation_id = $2))) \
                and (operation_id is null or operation_id = $3) \
                and (cluster_id is null or cluster_id in (select id from above))) \
        order by email";
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    Ok(sql_query(sql)
        .bind::<sql_types::Array<sql_types::Text>, _>(roles)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(scope.organisation)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(scope.operation)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&scope.clusters)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(also)
        .bind::<sql_types::Timestamptz, _>(now)
        .load(&mut conn)
        .await?)
}

/// Someone who answers for what an organisation has in a cluster.
#[derive(Debug, Clone, QueryableByName)]
pub struct Answerable {
    /// The cluster.
    #[diesel(sql_type = sql_types::Uuid)]
    pub cluster_id: ClusterId,
    /// The organisation.
    #[diesel(sql_type = sql_types::Uuid)]
    pub organisation_id: OrganisationId,
    /// The person.
    #[diesel(embed)]
    pub user: User,
}

/// Those who hold one of these roles for organisations in clusters (or above them), by both, and with each one more person who may be no one of
/// theirs and still works there. Who spoke for an organisation that was merged speaks for the one that stays.
///
/// # Errors
/// When the database cannot answer.
pub async fn answerable(
    mut conn: Conn<'_>,
    roles: &[Role],
    operation: OperationId,
    asked: &[(ClusterId, OrganisationId, Option<UserId>)],
    now: DateTime<Utc>,
) -> Result<Vec<Answerable>> {
    let sql = "with recursive above as ( \
            select id as cluster_id, id as above_id from clusters where id = any($3) \
            union select above.cluster_id, clusters.parent_id from above join clusters on clusters.id = above.above_id \
                where clusters.parent_id is not null) \
        select distinct asked.cluster_id, asked.organisation_id, users.id, email, name, language, active, users.created_at \
        from unnest($3, $4, $6) asked (cluster_id, organisation_id, also) \
        join grants g on g.revoked_at is null \
            and (g.valid_until is null or g.valid_until > $5) and (g.operation_id is null or g.operation_id = $2) \
            and ((g.role = any($1) and g.organisation_id in ( \
                    select id from organisations o where coalesce(o.merged_into_id, o.id) = asked.organisation_id)) \
                or (g.user_id = asked.also and (g.organisation_id is null or g.organisation_id = asked.organisation_id))) \
            and (g.cluster_id is null or exists ( \
                select from above where above.cluster_id = asked.cluster_id and above.above_id = g.cluster_id)) \
        join users on users.id = g.user_id and users.active \
        order by email, asked.cluster_id, asked.organisation_id";
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let clusters: Vec<ClusterId> = asked.iter().map(|(cluster, ..)| *cluster).collect();
    let organisations: Vec<OrganisationId> = asked.iter().map(|(_, organisation, _)| *organisation).collect();
    let also: Vec<Option<UserId>> = asked.iter().map(|(.., also)| *also).collect();
    Ok(sql_query(sql)
        .bind::<sql_types::Array<sql_types::Text>, _>(roles)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(clusters)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(organisations)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Uuid>>, _>(also)
        .load(&mut conn)
        .await?)
}

pub(super) async fn insert_reset(mut conn: Conn<'_>, reset: &NewPasswordReset) -> Result<()> {
    diesel::insert_into(password_resets::table).values(reset).execute(&mut conn).await?;
    Ok(())
}

/// Whose password a reset link that is still good would set.
pub(super) async fn user_of_reset(mut conn: Conn<'_>, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<User>> {
    let open = password_resets::used_at.is_null().and(password_resets::expires_at.gt(now));
    Ok(password_resets::table
        .inner_join(users::table)
        .filter(password_resets::token_hash.eq(token_hash))
        .filter(open)
        .select(User::as_select())
        .first(&mut conn)
        .await
        .optional()?)
}

/// Uses a reset link up: whose password it sets, or none when it is no good any more.
pub(super) async fn use_reset(mut conn: Conn<'_>, token_hash: &[u8], now: DateTime<Utc>) -> Result<Option<UserId>> {
    let open = password_resets::used_at.is_null().and(password_resets::expires_at.gt(now));
    Ok(diesel::update(password_resets::table.filter(password_resets::token_hash.eq(token_hash)).filter(open))
        .set(password_resets::used_at.eq(now))
        .returning(password_resets::user_id)
        .get_result(&mut conn)
        .await
        .optional()?)
}

pub(super) async fn insert_session(mut conn: Conn<'_>, session: &SessionRecord) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(&mut conn).await?;
    Ok(())
}

/// The refresh token behind a secret, held until the transaction ends.
pub(super) async fn session(mut conn: Conn<'_>, token_hash: &[u8]) -> Result<Option<SessionRecord>> {
    Ok(sessions::table
        .filter(sessions::token_hash.eq(token_hash))
        .select(SessionRecord::as_select())
        .for_update()
        .first(&mut conn)
        .await
        .optional()?)
}

pub(super) async fn mark_session_used(mut conn: Conn<'_>, id: Uuid, successor: Uuid, now: DateTime<Utc>) -> Result<()> {
    diesel::update(sessions::table.find(id).filter(sessions::used_at.is_null()))
        .set((sessions::used_at.eq(now), sessions::successor_id.eq(successor)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

pub(super) async fn revoke_family(mut conn: Conn<'_>, family: Uuid, now: DateTime<Utc>) -> Result<()> {
    diesel::update(sessions::table.filter(sessions::family_id.eq(family).and(sessions::revoked_at.is_null())))
        .set(sessions::revoked_at.eq(now))
        .execute(&mut conn)
        .await?;
    Ok(())
}

pub(super) async fn family_is_revoked(mut conn: Conn<'_>, family: Uuid) -> Result<bool> {
    let revoked = sessions::table.filter(sessions::family_id.eq(family).and(sessions::revoked_at.is_not_null()));
    Ok(diesel::select(diesel::dsl::exists(revoked)).get_result(&mut conn).await?)
}

pub(super) async fn insert_api_token(mut conn: Conn<'_>, token: &ApiToken, token_hash: &[u8]) -> Result<()> {
    diesel::insert_into(api_tokens::table)
        .values((token, api_tokens::token_hash.eq(token_hash)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

pub(super) async fn api_token_by_secret(
    mut conn: Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<ApiToken>> {
    let good = api_tokens::revoked_at.is_null().and(api_tokens::expires_at.gt(now));
    let query =
        api_tokens::table.filter(api_tokens::token_hash.eq(token_hash)).filter(good).select(ApiToken::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

/// Takes points of an hour from a token, if so many are left. One statement, so that requests at the same moment cannot spend the same points.
pub(super) async fn spend_points(
    mut conn: Conn<'_>,
    token: Uuid,
    hour: DateTime<Utc>,
    points: i32,
    most: i32,
) -> Result<bool> {
    let spend = "update api_tokens set points_hour = $2, \
            points_spent = case when points_hour = $2 then points_spent else 0 end + $3 \
        where id = $1 and case when points_hour = $2 then points_spent else 0 end <= $4 - $3";
    let spent = sql_query(spend)
        .bind::<sql_types::Uuid, _>(token)
        .bind::<sql_types::Timestamptz, _>(hour)
        .bind::<sql_types::Integer, _>(points)
        .bind::<sql_types::Integer, _>(most)
        .execute(&mut conn)
        .await?;
    Ok(spent == 1)
}

/// Notes that a token was used, at most once a minute.
pub(super) async fn touch_api_token(mut conn: Conn<'_>, token: &ApiToken, now: DateTime<Utc>) -> Result<()> {
    if token.last_used_at.is_none_or(|seen| now - seen >= TimeDelta::minutes(1)) {
        diesel::update(api_tokens::table.find(token.id))
            .set(api_tokens::last_used_at.eq(now))
            .execute(&mut conn)
            .await?;
    }
    Ok(())
}

pub(super) async fn api_tokens(mut conn: Conn<'_>, user: UserId, page: &Page) -> Result<Vec<ApiToken>> {
    let mut query = api_tokens::table.filter(api_tokens::user_id.eq(user)).select(ApiToken::as_select()).into_boxed();
    if let Some((id,)) = page.after_key::<(ApiTokenId,)>()? {
        query = query.filter(api_tokens::id.lt(id));
    }
    Ok(query.order(api_tokens::id.desc()).limit(page.limit()).load(&mut conn).await?)
}

pub(super) async fn revoke_api_token(
    mut conn: Conn<'_>,
    user: UserId,
    id: ApiTokenId,
    now: DateTime<Utc>,
) -> Result<Option<ApiToken>> {
    Ok(diesel::update(api_tokens::table.find(id).filter(api_tokens::user_id.eq(user)))
        .set(api_tokens::revoked_at.eq(now))
        .returning(ApiToken::as_returning())
        .get_result(&mut conn)
        .await
        .optional()?)
}

/// Forgets the sessions and resets that ended before a moment.
pub(super) async fn forget_ended(mut conn: Conn<'_>, before: DateTime<Utc>) -> Result<usize> {
    let ended = sql_query("delete from sessions where least(expires_at, revoked_at, used_at) < $1");
    let sessions = ended.bind::<sql_types::Timestamptz, _>(before).execute(&mut conn).await?;
    let resets = password_resets::table.filter(password_resets::expires_at.lt(before));
    Ok(sessions + diesel::delete(resets).execute(&mut conn).await?)
}

/// Whether someone holds a role in an operation, in one of its clusters or in the whole installation at this moment.
///
/// # Errors
/// When the database cannot answer.
pub async fn works_in(mut conn: Conn<'_>, user: UserId, operation: OperationId, now: DateTime<Utc>) -> Result<bool> {
    let holds = grants::table
        .inner_join(users::table.on(users::id.eq(grants::user_id)))
        .filter(grants::user_id.eq(user).and(users::active))
        .filter(grants::operation_id.is_null().or(grants::operation_id.eq(operation).assume_not_null()))
        .filter(grants::revoked_at.is_null())
        .filter(grants::valid_until.is_null().or(grants::valid_until.gt(now).assume_not_null()));
    Ok(diesel::select(diesel::dsl::exists(holds)).get_result(&mut conn).await?)
}

/// What people are called, by id.
pub struct NameOfUser;

impl Batch<Db> for NameOfUser {
    type Key = UserId;
    type Value = String;

    async fn load(db: &Db, keys: Vec<UserId>) -> Result<HashMap<UserId, String>> {
        let query = users::table.filter(users::id.eq_any(keys)).select((users::id, users::name));
        Ok(query.load::<(UserId, String)>(&mut db.conn().await?).await?.into_iter().collect())
    }
}
