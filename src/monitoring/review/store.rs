//! The tables of corrections, comments and returned rows.

pub(super) mod accepting;
pub(super) mod risks;
pub(super) mod since;

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use super::model::{CleanCell, Comment, CommentId, NamedRow, ReturnedRow};
use crate::{
    dimensions::CategoryId,
    kit::{Result, db::Conn, scope::OperationId},
    monitoring::model::{ReportId, RowId},
    schema::{categories, clean_cells, report_comments, report_rows, returned_rows},
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// Writes corrections in the place of those that there were.
pub(super) async fn save_clean(mut conn: Conn<'_>, cells: &[CleanCell]) -> Result<()> {
    let keys: Vec<(RowId, CategoryId)> = cells.iter().map(|cell| (cell.row_id, cell.category_id)).collect();
    delete_clean(conn, &keys).await?;
    diesel::insert_into(clean_cells::table).values(cells).execute(&mut conn).await?;
    Ok(())
}

/// Takes corrections out.
pub(super) async fn delete_clean(mut conn: Conn<'_>, keys: &[(RowId, CategoryId)]) -> Result<()> {
    let (rows, categories): (Vec<RowId>, Vec<CategoryId>) = keys.iter().copied().unzip();
    sql_query("delete from clean_cells where (row_id, category_id) in (select * from unnest($1, $2))")
        .bind::<Ids, _>(rows)
        .bind::<Ids, _>(categories)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Takes out the corrections of those of these rows that are gone.
pub(super) async fn forget_clean(mut conn: Conn<'_>, rows: &[RowId]) -> Result<()> {
    let sql = "delete from clean_cells k where k.row_id = any($1)
        and not exists (select from report_rows w where w.id = k.row_id)";
    sql_query(sql).bind::<Ids, _>(rows).execute(&mut conn).await?;
    Ok(())
}

/// The corrections in a report.
pub(super) async fn clean_of_report(mut conn: Conn<'_>, report: ReportId) -> Result<Vec<CleanCell>> {
    let rows = report_rows::table.filter(report_rows::report_id.eq(report)).select(report_rows::id);
    let query = clean_cells::table.filter(clean_cells::row_id.eq_any(rows)).select(CleanCell::as_select());
    Ok(query.load(&mut conn).await?)
}

/// The corrections in rows.
pub(super) async fn clean_of_rows(mut conn: Conn<'_>, rows: &[RowId]) -> Result<Vec<CleanCell>> {
    let query = clean_cells::table.filter(clean_cells::row_id.eq_any(rows)).select(CleanCell::as_select());
    Ok(query.load(&mut conn).await?)
}

const NAMED: &str = "select w.id, w.row_key, a.ref_code as activity, coalesce(s.code, area.pcode) as place
    from report_rows w
    join activities a on a.id = w.activity_id
    join admin_areas area on area.id = w.area_id
    left join sites s on s.id = w.site_id
    where w.report_id = $1";

/// Those of these rows that are the report's.
pub(super) async fn rows_by_id(mut conn: Conn<'_>, report: ReportId, rows: &[RowId]) -> Result<Vec<NamedRow>> {
    let sql = format!("{NAMED} and w.id = any($2) order by w.position, w.id");
    Ok(sql_query(sql).bind::<sql_types::Uuid, _>(report).bind::<Ids, _>(rows).load(&mut conn).await?)
}

/// The report's rows with these keys.
pub(super) async fn rows_by_key(mut conn: Conn<'_>, report: ReportId, keys: &[&str]) -> Result<Vec<NamedRow>> {
    let sql = format!("{NAMED} and w.row_key = any($2) order by w.position, w.id");
    let query = sql_query(sql).bind::<sql_types::Uuid, _>(report);
    Ok(query.bind::<sql_types::Array<sql_types::Text>, _>(keys).load(&mut conn).await?)
}

/// Whether a category is one of an operation.
pub(super) async fn category_is_known(mut conn: Conn<'_>, operation: OperationId, id: CategoryId) -> Result<bool> {
    let query = categories::table.find(id).filter(categories::operation_id.eq(operation));
    Ok(diesel::select(diesel::dsl::exists(query)).get_result(&mut conn).await?)
}

pub(super) async fn insert_comment(mut conn: Conn<'_>, comment: &Comment) -> Result<()> {
    diesel::insert_into(report_comments::table).values(comment).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn comment(mut conn: Conn<'_>, id: CommentId) -> Result<Option<Comment>> {
    Ok(report_comments::table.find(id).select(Comment::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn count_comments(mut conn: Conn<'_>, report: ReportId) -> Result<i64> {
    let query = report_comments::table.filter(report_comments::report_id.eq(report));
    Ok(query.count().get_result(&mut conn).await?)
}

/// The comments on reports: each conversation in one piece, in the order in which it was begun.
pub(super) async fn comments_of(mut conn: Conn<'_>, reports: &[ReportId]) -> Result<Vec<Comment>> {
    let query = report_comments::table.filter(report_comments::report_id.eq_any(reports));
    let mut found: Vec<Comment> = query.order(report_comments::id).select(Comment::as_select()).load(&mut conn).await?;
    found.sort_by_key(|one| {
        (one.answers_id.unwrap_or(one.id).uuid(), one.answers_id.is_some(), one.created_at, one.id.uuid())
    });
    Ok(found)
}

pub(super) async fn resolve_comment(mut conn: Conn<'_>, comment: &Comment) -> Result<()> {
    diesel::update(report_comments::table.find(comment.id))
        .set((
            report_comments::resolved_at.eq(comment.resolved_at),
            report_comments::resolved_by.eq(comment.resolved_by),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Says anew for which rows a report is returned.
pub(super) async fn replace_returned(mut conn: Conn<'_>, report: ReportId, rows: &[ReturnedRow]) -> Result<()> {
    diesel::delete(returned_rows::table.filter(returned_rows::report_id.eq(report))).execute(&mut conn).await?;
    diesel::insert_into(returned_rows::table).values(rows).execute(&mut conn).await?;
    Ok(())
}

/// The rows that reports were returned for.
pub(super) async fn returned_of(mut conn: Conn<'_>, reports: &[ReportId]) -> Result<Vec<ReturnedRow>> {
    let query = returned_rows::table.filter(returned_rows::report_id.eq_any(reports));
    Ok(query.order(returned_rows::row_key).select(ReturnedRow::as_select()).load(&mut conn).await?)
}

/// Writes down what a report says, because it was accepted so and is opened again.
pub(super) async fn remember_accepted(mut conn: Conn<'_>, report: ReportId) -> Result<()> {
    sql_query("delete from accepted_rows where report_id = $1")
        .bind::<sql_types::Uuid, _>(report)
        .execute(&mut conn)
        .await?;
    let sql = format!(
        "insert into accepted_rows (report_id, operation_id, row_key, facts, cells)
        select w.report_id, w.operation_id, w.row_key, {}, coalesce((
            select jsonb_object_agg(c.category_id, {}) from report_cells c where c.row_id = w.id), '{{}}')
        from report_rows w where w.report_id = $1",
        since::FACTS,
        since::FIGURES
    );
    sql_query(sql).bind::<sql_types::Uuid, _>(report).execute(&mut conn).await?;
    Ok(())
}
