//! What the public reads: editions by the code of their appeal, and no more of them than a page shows.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::model::{AppealId, EditionId};
use crate::{
    kit::{
        Result,
        db::{Conn, Keep},
        text::{Language, LocalizedText},
    },
    schema::{appeals, editions},
};

/// What identifies an edition and everything that its page can show: enough to tell that a reader's copy is still good.
#[derive(QueryableByName, Serialize, Deserialize)]
pub(in super::super) struct EditionHead {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in super::super) id: EditionId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in super::super) appeal_id: AppealId,
    #[diesel(sql_type = sql_types::Binary)]
    pub(in super::super) hash: Vec<u8>,
    /// The number of the last edition of the appeal.
    #[diesel(sql_type = sql_types::Integer)]
    pub(in super::super) last: i32,
}

/// One line of an appeal's history.
#[derive(Queryable, Serialize, Deserialize)]
pub(in super::super) struct EditionLink {
    pub(in super::super) number: i32,
    pub(in super::super) published_at: DateTime<Utc>,
    pub(in super::super) note: Option<String>,
}

/// An appeal as its last edition tells it.
#[derive(QueryableByName, Serialize, Deserialize)]
pub(in super::super) struct PublishedAppeal {
    #[diesel(sql_type = sql_types::Text)]
    pub(in super::super) code: String,
    #[diesel(sql_type = sql_types::Integer)]
    pub(in super::super) number: i32,
    #[diesel(sql_type = sql_types::Date)]
    pub(in super::super) as_of: NaiveDate,
    #[diesel(sql_type = sql_types::Jsonb)]
    pub(in super::super) names: LocalizedText,
    #[diesel(sql_type = sql_types::Text)]
    pub(in super::super) default_language: Language,
    #[diesel(sql_type = sql_types::Text)]
    pub(in super::super) currency: String,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    pub(in super::super) requirement: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    pub(in super::super) funded: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    pub(in super::super) unmet: Option<Decimal>,
}

/// An edition by the appeal's code and its number.
pub(in super::super) async fn edition_head(mut conn: Conn<'_>, code: &str, number: i32) -> Result<Option<EditionHead>> {
    let query = sql_query(
        "select e.id, e.appeal_id, e.hash, (select max(number) from editions where appeal_id = a.id) as last \
         from appeals a join editions e on e.appeal_id = a.id where a.code = $1 and e.number = $2",
    );
    let query = query.bind::<sql_types::Text, _>(code).bind::<sql_types::Integer, _>(number);
    Ok(query.kept().get_result(&mut conn).await.optional()?)
}

/// The last edition of each of these appeals, with the appeal's code.
pub(in super::super) async fn last_heads(mut conn: Conn<'_>, codes: &[&str]) -> Result<Vec<(String, EditionHead)>> {
    let query = sql_query(
        "select a.code, e.id, e.appeal_id, e.hash, e.number as last from appeals a \
         cross join lateral (select * from editions where appeal_id = a.id order by number desc limit 1) e \
         where a.code = any($1)",
    );
    let heads: Vec<HeadOfCode> = query.bind::<sql_types::Array<sql_types::Text>, _>(codes).load(&mut conn).await?;
    Ok(heads.into_iter().map(|of| (of.code, of.head)).collect())
}

#[derive(QueryableByName)]
struct HeadOfCode {
    #[diesel(sql_type = sql_types::Text)]
    code: String,
    #[diesel(embed)]
    head: EditionHead,
}

/// What editions say.
pub(in super::super) async fn figures(mut conn: Conn<'_>, ids: &[EditionId]) -> Result<Vec<(EditionId, Value)>> {
    let query = editions::table.filter(editions::id.eq_any(ids)).select((editions::id, editions::figures));
    Ok(query.load(&mut conn).await?)
}

/// The number of the last edition of the appeal with this code.
pub(in super::super) async fn last_number(mut conn: Conn<'_>, code: &str) -> Result<Option<i32>> {
    let query = editions::table.inner_join(appeals::table).filter(appeals::code.eq(code)).select(editions::number);
    Ok(query.order(editions::number.desc()).first(&mut conn).await.optional()?)
}

/// The histories of appeals, the last edition first.
pub(in super::super) async fn histories(
    mut conn: Conn<'_>,
    appeals: &[AppealId],
) -> Result<HashMap<AppealId, Vec<EditionLink>>> {
    let query = editions::table.filter(editions::appeal_id.eq_any(appeals));
    let query = query.select((editions::appeal_id, (editions::number, editions::published_at, editions::note)));
    let links: Vec<(AppealId, EditionLink)> = query.order(editions::number.desc()).load(&mut conn).await?;
    let mut histories: HashMap<AppealId, Vec<EditionLink>> = HashMap::new();
    for (appeal, link) in links {
        histories.entry(appeal).or_default().push(link);
    }
    Ok(histories)
}

/// The appeals with an edition that were not put away, by code, behind one code, at most `limit`.
pub(in super::super) async fn published_appeals(
    mut conn: Conn<'_>,
    after: &str,
    limit: i64,
) -> Result<Vec<PublishedAppeal>> {
    // Names and money come from the edition, so that what changed since is no earlier public than its edition.
    let query = sql_query(
        "select a.code, e.number, e.as_of, e.figures #> '{appeal,names}' as names, \
            e.figures #>> '{appeal,defaultLanguage}' as default_language, e.figures #>> '{appeal,currency}' as currency, \
            (e.figures #>> '{money,requirement}')::numeric as requirement, \
            (e.figures #>> '{money,funded}')::numeric as funded, (e.figures #>> '{money,unmet}')::numeric as unmet \
         from appeals a \
         cross join lateral (select * from editions where appeal_id = a.id order by number desc limit 1) e \
         where a.status <> 'ARCHIVED' and a.code > $1 order by a.code limit $2",
    );
    let query = query.bind::<sql_types::Text, _>(after).bind::<sql_types::BigInt, _>(limit);
    Ok(query.load(&mut conn).await?)
}
