//! Reading key actions in.

use futures::FutureExt;

use super::{
    import,
    model::{FrameworkId, ImportKeyActionsInput, KeyActionsImport},
    store::{self, KeyActionColumns},
};
use crate::{
    audit,
    kit::{Call, Error, Result, auth::Action, db::Transaction, files, scope::Scope, sheet::Issues, text::Language},
};

/// Reads key actions in: adds what is new, changes what reads otherwise, and leaves the rest as it is. With an error nothing is written.
///
/// # Errors
/// When the viewer may not, there is no such edition, or the file cannot be read as a table at all.
pub(super) async fn import_key_actions(call: &Call, input: ImportKeyActionsInput) -> Result<KeyActionsImport> {
    let framework = FrameworkId::parse(&input.framework_id, "frameworkId")?;
    call.viewer.require(Action::ManageReference, &Scope::installation(), "frameworkId")?;
    store::framework(call.db.conn().await?, framework).await?.ok_or_else(|| Error::not_found("frameworkId"))?;
    let _under_way = call.begin_work(&input);
    let (_, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let mut issues = Issues::default();
    let parts = store::parts(call.db.conn().await?, &[framework]).await?;
    let sheet = files::first_sheet(&workbook, "fileId")?;
    let rows = import::read(sheet, &parts.standards, &call.tools.clock, &mut issues);
    if issues.has_errors() {
        return Ok(KeyActionsImport { issues, ..KeyActionsImport::default() });
    }
    let language = input.language;
    call.write("importKeyActions", input, move |transaction, _| {
        async move { take_over(transaction, framework, language, rows, issues).await }.boxed()
    })
    .await
}

async fn take_over(
    transaction: &mut Transaction,
    framework: FrameworkId,
    language: Language,
    rows: KeyActionColumns,
    issues: Issues,
) -> Result<KeyActionsImport> {
    store::lock(transaction.conn(), framework).await?.ok_or_else(|| Error::not_found("frameworkId"))?;
    let changes = store::take_over(transaction.conn(), framework, language, rows).await?;
    let import = KeyActionsImport {
        applied: true,
        added: changes.added,
        translated: changes.translated,
        changed: changes.changed,
        unchanged: changes.unchanged,
        left: changes.left_alone,
        issues,
    };
    if import.added + import.translated + import.changed > 0 {
        // The history keeps what the import did; the texts are their publisher's and stay in one place.
        let what = serde_json::json!({
            "language": language, "added": import.added, "translated": import.translated, "changed": import.changed,
        });
        audit::record(transaction, audit::Change::new("import-key-actions", framework).to(&what)?).await?;
    }
    Ok(import)
}
