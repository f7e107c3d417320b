//! The tables of editions.

use std::{
    collections::{HashMap, HashSet},
    hash::Hash,
    sync::Arc,
};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Domain, Framework, FrameworkId, KeyAction, Standard, StandardId};
use crate::{
    kit::{
        Result,
        db::{Conn, Db},
        graphql::{loaders::Batch, page::Page},
        text::Language,
    },
    schema::{frameworks, key_actions, standard_crosswalks, standard_domains, standards},
};

/// The edition of an id.
pub(in crate::standards) async fn framework(mut conn: Conn<'_>, id: FrameworkId) -> Result<Option<Framework>> {
    Ok(frameworks::table.find(id).select(Framework::as_select()).first(&mut conn).await.optional()?)
}

/// Editions, the oldest first.
pub(super) async fn frameworks(mut conn: Conn<'_>, page: &Page) -> Result<Vec<Framework>> {
    let mut query = frameworks::table.select(Framework::as_select()).into_boxed();
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(frameworks::code.gt(code));
    }
    Ok(query.order(frameworks::code).limit(page.limit()).load(&mut conn).await?)
}

/// Whether a code is that of a standard or key action of an edition.
pub(in crate::standards) async fn knows_code(mut conn: Conn<'_>, framework: FrameworkId, code: &str) -> Result<bool> {
    let actions = key_actions::table
        .inner_join(standards::table)
        .filter(standards::framework_id.eq(framework).and(key_actions::code.eq(code)));
    let known = standards::table.filter(standards::framework_id.eq(framework).and(standards::code.eq(code)));
    Ok(diesel::select(diesel::dsl::exists(known).or(diesel::dsl::exists(actions))).get_result(&mut conn).await?)
}

/// What editions are made of.
pub(in crate::standards) struct Parts {
    pub(in crate::standards) domains: Vec<Domain>,
    pub(in crate::standards) standards: Vec<Standard>,
    pub(in crate::standards) key_actions: Vec<KeyAction>,
}

/// Domains, standards and key actions of editions, each in order.
pub(in crate::standards) async fn parts(mut conn: Conn<'_>, of: &[FrameworkId]) -> Result<Parts> {
    let domains = standard_domains::table
        .filter(standard_domains::framework_id.eq_any(of))
        .order((standard_domains::framework_id, standard_domains::number))
        .select(Domain::as_select())
        .load(&mut conn)
        .await?;
    let standards = standards::table
        .filter(standards::framework_id.eq_any(of))
        .order((standards::framework_id, standards::position))
        .select(Standard::as_select())
        .load(&mut conn)
        .await?;
    let key_actions = key_actions::table
        .inner_join(standards::table)
        .filter(standards::framework_id.eq_any(of))
        .order((key_actions::standard_id, key_actions::number))
        .select(KeyAction::as_select())
        .load(&mut conn)
        .await?;
    Ok(Parts { domains, standards, key_actions })
}

/// What each of these standards became, or came from, in another edition.
pub(in crate::standards) async fn counterparts(
    mut conn: Conn<'_>,
    of: &[StandardId],
) -> Result<HashMap<StandardId, HashSet<StandardId>>> {
    let pairs: Vec<(StandardId, StandardId)> = standard_crosswalks::table
        .filter(standard_crosswalks::from_standard_id.eq_any(of).or(standard_crosswalks::to_standard_id.eq_any(of)))
        .select((standard_crosswalks::from_standard_id, standard_crosswalks::to_standard_id))
        .load(&mut conn)
        .await?;
    let mut found: HashMap<StandardId, HashSet<StandardId>> = HashMap::new();
    for (earlier, later) in pairs {
        found.entry(earlier).or_default().insert(later);
        found.entry(later).or_default().insert(earlier);
    }
    Ok(found)
}

/// Holds an edition until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: FrameworkId) -> Result<Option<Framework>> {
    Ok(frameworks::table.find(id).select(Framework::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// Key actions as columns, for one statement over all of them.
#[derive(Default)]
pub(super) struct KeyActionColumns {
    pub(super) ids: Vec<Uuid>,
    pub(super) standards: Vec<Uuid>,
    pub(super) numbers: Vec<i32>,
    pub(super) codes: Vec<String>,
    pub(super) texts: Vec<String>,
}

/// What taking key actions over did.
#[derive(QueryableByName)]
pub(super) struct Changes {
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) added: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) translated: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) changed: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) unchanged: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) left_alone: i64,
}

/// Adds what is new, changes what reads otherwise, and counts. Call it with the edition locked.
pub(super) async fn take_over(
    mut conn: Conn<'_>,
    framework: FrameworkId,
    language: Language,
    rows: KeyActionColumns,
) -> Result<Changes> {
    Ok(sql_query(
        "with incoming as ( \
             select i.*, k.id as known, k.texts ->> $6 as earlier \
             from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::text[], $5::text[]) as i (id, standard_id, number, code, text) \
             left join key_actions k on k.standard_id = i.standard_id and k.number = i.number), \
         written as ( \
             insert into key_actions (id, standard_id, number, code, texts) \
             select id, standard_id, number, code, jsonb_build_object($6, text) from incoming where earlier is distinct from text \
             on conflict (standard_id, number) do update set texts = key_actions.texts || excluded.texts) \
         select count(*) filter (where known is null) as added, \
             count(*) filter (where known is not null and earlier is null) as translated, \
             count(*) filter (where earlier <> text) as changed, \
             count(*) filter (where earlier = text) as unchanged, \
             (select count(*) from key_actions k join standards s on s.id = k.standard_id \
              where s.framework_id = $7 and jsonb_exists(k.texts, $6) \
              and not exists (select from incoming i where i.known = k.id)) as left_alone \
         from incoming",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(rows.ids)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(rows.standards)
    .bind::<sql_types::Array<sql_types::Integer>, _>(rows.numbers)
    .bind::<sql_types::Array<sql_types::Text>, _>(rows.codes)
    .bind::<sql_types::Array<sql_types::Text>, _>(rows.texts)
    .bind::<sql_types::Text, _>(language.as_str())
    .bind::<sql_types::Uuid, _>(framework)
    .get_result(&mut conn)
    .await?)
}

/// Editions by id.
pub(in crate::standards) struct FrameworkById;

impl Batch<Db> for FrameworkById {
    type Key = FrameworkId;
    type Value = Arc<Framework>;

    async fn load(db: &Db, keys: Vec<FrameworkId>) -> Result<HashMap<FrameworkId, Arc<Framework>>> {
        let query = frameworks::table.filter(frameworks::id.eq_any(keys)).select(Framework::as_select());
        let rows: Vec<Framework> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|framework| (framework.id, Arc::new(framework))).collect())
    }
}

/// The domains of editions, in order.
pub(super) struct DomainsOfFramework;

impl Batch<Db> for DomainsOfFramework {
    type Key = FrameworkId;
    type Value = Arc<Vec<Domain>>;

    async fn load(db: &Db, keys: Vec<FrameworkId>) -> Result<HashMap<FrameworkId, Arc<Vec<Domain>>>> {
        let rows: Vec<Domain> = standard_domains::table
            .filter(standard_domains::framework_id.eq_any(keys))
            .order(standard_domains::number)
            .select(Domain::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |domain| domain.framework_id))
    }
}

/// The standards of editions, in order.
pub(super) struct StandardsOfFramework;

impl Batch<Db> for StandardsOfFramework {
    type Key = FrameworkId;
    type Value = Arc<Vec<Standard>>;

    async fn load(db: &Db, keys: Vec<FrameworkId>) -> Result<HashMap<FrameworkId, Arc<Vec<Standard>>>> {
        let rows: Vec<Standard> = standards::table
            .filter(standards::framework_id.eq_any(keys))
            .order(standards::position)
            .select(Standard::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |standard| standard.framework_id))
    }
}

/// The key actions of standards, in order.
pub(super) struct KeyActionsOfStandard;

impl Batch<Db> for KeyActionsOfStandard {
    type Key = StandardId;
    type Value = Arc<Vec<KeyAction>>;

    async fn load(db: &Db, keys: Vec<StandardId>) -> Result<HashMap<StandardId, Arc<Vec<KeyAction>>>> {
        let rows: Vec<KeyAction> = key_actions::table
            .filter(key_actions::standard_id.eq_any(keys))
            .order(key_actions::number)
            .select(KeyAction::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |action| action.standard_id))
    }
}

/// What standards became, or came from, in other editions.
pub(super) struct CounterpartsOfStandard;

impl Batch<Db> for CounterpartsOfStandard {
    type Key = StandardId;
    type Value = Arc<Vec<Standard>>;

    async fn load(db: &Db, keys: Vec<StandardId>) -> Result<HashMap<StandardId, Arc<Vec<Standard>>>> {
        let found = counterparts(db.conn().await?, &keys).await?;
        let others: HashSet<StandardId> = found.values().flatten().copied().collect();
        let others: Vec<Standard> = standards::table
            .filter(standards::id.eq_any(others))
            .order(standards::code)
            .select(Standard::as_select())
            .load(&mut db.conn().await?)
            .await?;
        let of = |key: StandardId| {
            let ids = found.get(&key)?;
            Some((key, Arc::new(others.iter().filter(|other| ids.contains(&other.id)).cloned().collect())))
        };
        Ok(keys.into_iter().filter_map(of).collect())
    }
}

fn grouped<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Arc<Vec<T>>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}
