//! The sheet that was sent, with what is wrong beside its cells, to be downloaded, mended and sent again.

use std::collections::BTreeMap;

use bytes::Bytes;
use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{
    columns,
    headings::{heading, plain},
    import::Sent,
};
use crate::kit::{
    Call, Error, Result,
    files::{self, FileId, NewFile, StoredFile},
    sheet::{Issue, Issues, Mark, Marks, MessageColumn, Severity, Sheet, Summary, Table, column_letters, write_plain},
    text::{InLanguage, Language},
};

/// The most characters of a message.
const MOST_TEXT: usize = 8_000;

/// A file with marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Checked {
    pub(super) file: FileId,
    pub(super) name: String,
}

/// Marks the file and keeps it for the viewer, like a file that they sent. None where that does not work out: the issues are told all the same.
pub(super) async fn mark(
    call: &Call,
    file: StoredFile,
    sent: &std::sync::Arc<Sent>,
    issues: &Issues,
) -> Option<Checked> {
    match marked(call, file, sent, issues).await {
        Ok(checked) => Some(checked),
        Err(error) => {
            tracing::warn!("a sheet could not be given back with marks: {error}");
            None
        }
    }
}

async fn marked(call: &Call, file: StoredFile, sent: &std::sync::Arc<Sent>, issues: &Issues) -> Result<Checked> {
    let language = sent.made.as_ref().map_or(call.language, |made| made.language);
    let say = call.tools.texts.in_language(language);
    let place = sent.sheet()?;
    let mut marks = Page { sent, sheet: &sent.workbook.sheets[place], say }.marks(call, issues);
    let (name, content) = (checked_name(&file.name), Bytes::from(file.content));
    let marked = match call.tools.sheets.mark(content, &file.name, &marks).await? {
        Some(marked) => marked,
        None => {
            let read = std::sync::Arc::clone(sent);
            let plain = tokio::task::spawn_blocking(move || write_plain(&read.workbook)).await;
            let (content, names) = plain.map_err(Error::internal)??;
            marks.sheet = names.get(place).cloned().unwrap_or_default();
            let marked = call.tools.sheets.mark(content.into(), &file.name, &marks).await?;
            marked.ok_or_else(|| Error::bug("a workbook of ours that cannot be marked"))?
        }
    };
    let new = NewFile { name, content: marked };
    let kept = call.transact(new, |transaction, new| files::keep(transaction, new).boxed()).await?;
    Ok(Checked { file: kept.id, name: kept.name })
}

/// The name of the marked file: that of the file that was sent, with a word behind it.
fn checked_name(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.strip_suffix("-checked").unwrap_or(stem);
    let short: String = stem.chars().take(180).collect();
    format!("{short}-checked.xlsx")
}

/// The sheet that is marked.
struct Page<'a> {
    sent: &'a Sent,
    sheet: &'a Sheet,
    say: InLanguage<'a>,
}

impl Page<'_> {
    fn text(&self, key: &str) -> String {
        plain(&self.say.text(key, &[]))
    }

    fn marks(&self, call: &Call, issues: &Issues) -> Marks {
        let table = self.sent.find(self.sheet, &mut Issues::keeping(0));
        let mut cells: BTreeMap<(u32, usize), (Severity, Vec<String>)> = BTreeMap::new();
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for issue in issues.kept() {
            let said = self.said(issue);
            if let Some((row, column)) = issue.cell.as_deref().and_then(place_of) {
                let (severity, texts) = cells.entry((row, column)).or_insert((issue.severity, Vec::new()));
                if issue.severity == Severity::Error {
                    *severity = Severity::Error;
                }
                texts.push(said.clone());
            }
            if let Some(row) = issue.row {
                let column = issue.column.as_ref().map(|column| format!("{column}: ")).unwrap_or_default();
                rows.entry(row).or_default().push(format!("{column}{said}"));
            }
        }
        let mark = |((row, column), (severity, texts)): ((u32, usize), (Severity, Vec<String>))| Mark {
            row,
            column,
            severity,
            text: joined(texts),
        };
        let marked_before = table.as_ref().is_some_and(|table| table.place(&columns::MESSAGES).is_some());
        Marks {
            sheet: self.sheet.name.clone(),
            cells: cells.into_iter().map(mark).collect(),
            messages: self.messages(table.as_ref(), rows),
            summary: self.summary(call, issues, marked_before),
        }
    }

    /// The messages beside the rows, in the column where they stood before or in the first that is free.
    fn messages(&self, table: Option<&Table<'_>>, mut rows: BTreeMap<u32, Vec<String>>) -> MessageColumn {
        let width = self.sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let column = table.and_then(|table| table.place(&columns::MESSAGES)).unwrap_or(width);
        let (header, tags) = table.map_or((None, None), Table::heads);
        let tag = columns::MESSAGES.hxl.first().copied().unwrap_or_default().to_owned();
        for (row, text) in [(header, heading(self.say, &columns::MESSAGES)), (tags, tag)] {
            // Its heading first: by that line the column is known again.
            row.into_iter().for_each(|row| rows.entry(row).or_default().insert(0, text.clone()));
        }
        let texts = rows.into_iter().map(|(row, texts)| (row, joined(texts))).collect();
        MessageColumn { column, texts }
    }

    fn summary(&self, call: &Call, issues: &Issues, marked_before: bool) -> Summary {
        let count = |key: &str, count: u64| {
            plain(&self.say.text(key, &[("count", i64::try_from(count).unwrap_or(i64::MAX).into())]))
        };
        let mut rows = vec![vec![self.text("check-title")]];
        rows.push(vec![count("check-errors", issues.errors())]);
        rows.push(vec![count("check-warnings", issues.warnings())]);
        rows.push(vec![self.text(if issues.has_errors() { "check-mend" } else { "check-fine" })]);
        rows.push(Vec::new());
        rows.push(["check-cell", "check-kind", "check-column", "check-what"].map(|key| self.text(key)).to_vec());
        let mut kept: Vec<&Issue> = issues.kept().iter().collect();
        kept.sort_by_key(|issue| (issue.severity == Severity::Warning, issue.row));
        for issue in kept {
            let at = issue.cell.clone().or_else(|| issue.row.map(|row| row.to_string())).unwrap_or_default();
            let kind = if issue.severity == Severity::Error { "check-error" } else { "check-warning" };
            rows.push(vec![at, self.text(kind), issue.column.clone().unwrap_or_default(), self.said(issue)]);
        }
        if issues.more() > 0 {
            rows.push(vec![count("check-more", issues.more())]);
        }
        let in_language = |language: &Language| plain(&call.tools.texts.text(*language, "workbook-check", &[]));
        Summary {
            name: self.text("workbook-check"),
            known_as: Language::ALL.iter().filter(|_| marked_before).map(in_language).collect(),
            right_to_left: self.say.language().direction() == "rtl",
            rows,
        }
    }

    /// What is wrong and how to mend it, in the language of the workbook where there is a text for it. The English words name the value that
    /// stands there, which the others leave to the cell itself.
    fn said(&self, issue: &Issue) -> String {
        let english = || format!("{}; {}", issue.reason, issue.mend);
        if self.say.language() == Language::En {
            return english();
        }
        self.say.find(&issue.key, &[]).map_or_else(english, |text| plain(&text))
    }
}

/// Messages below each other, as far as a cell can hold them with room to spare.
fn joined(texts: Vec<String>) -> String {
    texts.join("\n").chars().take(MOST_TEXT).collect()
}

/// The row and column of a cell such as `I14`.
fn place_of(cell: &str) -> Option<(u32, usize)> {
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let letters = &cell[..digits];
    let column = (0..20_000).find(|column| letters.len() <= 3 && column_letters(*column) == letters)?;
    Some((cell[digits..].parse().ok()?, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Errors of the call, which stand in no sheet, and what no report asks for.
    const ELSEWHERE: &[&str] =
        &["report-unsaid", "report-locked", "report-begun", "report-mode", "report-sums", "sheet-no-date"];

    #[test]
    fn whatever_can_be_wrong_with_a_report_s_sheet_is_said_in_every_language() {
        let texts = crate::kit::text::Texts::load().expect("the catalogues are good");
        let sources = [
            include_str!("checks.rs"),
            include_str!("import.rs"),
            include_str!("made.rs"),
            include_str!("reading.rs"),
            include_str!("../kit/sheet/personal.rs"),
            include_str!("../kit/sheet/record.rs"),
            include_str!("../kit/sheet/table.rs"),
        ];
        let is_key = |text: &&str| {
            let plain = text.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-');
            plain && (text.starts_with("report-") || text.starts_with("sheet-")) && !ELSEWHERE.contains(text)
        };
        let keys: Vec<&str> = sources.iter().flat_map(|source| source.split('"')).filter(is_key).collect();
        assert!(keys.len() > 50, "{keys:?}");
        for language in Language::ALL {
            let missing: Vec<_> =
                keys.iter().filter(|key| texts.in_language(*language).find(key, &[]).is_none()).collect();
            assert!(missing.is_empty(), "{language}: {missing:?}");
        }
    }

    #[test]
    fn a_file_that_was_checked_again_keeps_one_word_behind_its_name() {
        for (name, expected) in [
            ("march.xlsx", "march-checked.xlsx"),
            ("march-checked.xlsx", "march-checked.xlsx"),
            ("تقرير.csv", "تقرير-checked.xlsx"),
            ("a.b.ods", "a.b-checked.xlsx"),
            ("report", "report-checked.xlsx"),
        ] {
            assert_eq!(checked_name(name), expected);
        }
    }

    #[test]
    fn cells_are_found_by_their_letters() {
        assert_eq!(place_of("A1"), Some((1, 0)));
        assert_eq!(place_of("AT204"), Some((204, 45)));
        for wrong in ["", "12", "A", "ABCD1", "A-1"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
    }
}
