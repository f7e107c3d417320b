//! The rows of a foreign sheet that were not taken, as a workbook of their own: the same columns, with the reason and the row beside them, to be
//! mended and sent again with the same profile.

use std::collections::HashMap;

use futures::FutureExt;

use super::understanding::Understood;
use crate::{
    kit::{
        Call, Error, Result,
        files::{self, NewFile},
        sheet::{Cell, Look, OutBook, OutColumn, OutSheet, Row, write_xlsx},
    },
    monitoring::marking::Checked,
};

/// The headings of what stands beside the rows. They are known, and nothing is read from them.
const REASON: &str = "to_mend";
const SOURCE_ROW: &str = "source_row";

/// The most characters of a reason.
const MOST_TEXT: usize = 8_000;

/// Whether a column is one that we put beside such rows.
pub(super) fn is_ours(heading: &str) -> bool {
    heading == REASON || heading == SOURCE_ROW
}

/// The rows that were not taken, as a sheet.
pub(super) fn sheet(understood: &Understood<'_>, rejected: &[(u32, String)]) -> OutSheet {
    let captions = &understood.layout.captions;
    let kept: Vec<usize> = (0..captions.len()).filter(|at| !is_ours(&captions[*at].text)).collect();
    let column = |at: &usize| OutColumn {
        heading: captions[*at].text.clone(),
        tag: captions[*at].tag.as_ref().map(ToString::to_string).unwrap_or_default(),
        look: Look::TextEntry,
        ..OutColumn::default()
    };
    let beside = |heading: &str| OutColumn { heading: heading.to_owned(), look: Look::Text, ..OutColumn::default() };
    let mut columns: Vec<OutColumn> = kept.iter().map(column).collect();
    columns.extend([beside(REASON), beside(SOURCE_ROW)]);
    let by_number: HashMap<u32, &Row> = understood.rows().iter().map(|row| (row.number, row)).collect();
    let row = |(number, reason): &(u32, String)| {
        let source = by_number.get(number);
        let cell = |at: &usize| source.and_then(|row| row.cells.get(*at)).cloned().unwrap_or_default();
        let mut cells: Vec<Cell> = kept.iter().map(cell).collect();
        let reason: String = reason.chars().take(MOST_TEXT).collect();
        cells.extend([Cell::from(reason), Cell::from(i64::from(*number))]);
        cells
    };
    OutSheet {
        name: "rows to mend".to_owned(),
        columns,
        rows: rejected.iter().map(row).collect(),
        protected: false,
        hidden: false,
    }
}

/// Keeps that sheet for the viewer, like a file that they sent. None where it cannot be kept: the reasons are told all the same.
pub(super) async fn keep(call: &Call, name: &str, sheet: OutSheet) -> Option<Checked> {
    match kept(call, name, sheet).await {
        Ok(checked) => Some(checked),
        Err(error) => {
            tracing::warn!("rows that were not taken could not be given back: {error}");
            None
        }
    }
}

async fn kept(call: &Call, name: &str, sheet: OutSheet) -> Result<Checked> {
    let book = OutBook { sheets: vec![sheet], lists: None, right_to_left: false };
    let content = tokio::task::spawn_blocking(move || write_xlsx(&book)).await.map_err(Error::internal)??;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix("-to-mend").unwrap_or(stem);
    let name = format!("{}-to-mend.xlsx", stem.chars().take(180).collect::<String>());
    let new = NewFile { name, content: content.into() };
    let kept = call.transact(new, |transaction, new| files::keep(transaction, new).boxed()).await?;
    Ok(Checked { file: kept.id, name: kept.name })
}
