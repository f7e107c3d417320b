//! Batch loads of checklists and what hangs on them.

use std::{collections::HashMap, sync::Arc};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Db, graphql::loaders::Batch},
    schema::{checklists, evidence_items, improvement_actions},
    standards::checklists::{
        found::Found,
        model::{Checklist, ChecklistId, Evidence, ImprovementAction},
        store,
    },
};

fn by_checklist<T>(rows: Vec<T>, key: impl Fn(&T) -> ChecklistId) -> HashMap<ChecklistId, Arc<Vec<T>>> {
    let mut grouped: HashMap<ChecklistId, Vec<T>> = HashMap::new();
    for row in rows {
        grouped.entry(key(&row)).or_default().push(row);
    }
    grouped.into_iter().map(|(id, rows)| (id, Arc::new(rows))).collect()
}

/// Checklists by id, whoever may read them: ask the policy.
pub(in crate::standards::checklists) struct ChecklistById;

impl Batch<Db> for ChecklistById {
    type Key = ChecklistId;
    type Value = Arc<Checklist>;

    async fn load(db: &Db, keys: Vec<ChecklistId>) -> Result<HashMap<ChecklistId, Arc<Checklist>>> {
        let query = checklists::table.filter(checklists::id.eq_any(keys)).select(Checklist::as_select());
        let rows: Vec<Checklist> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|checklist| (checklist.id, Arc::new(checklist))).collect())
    }
}

/// What checklists found.
pub(in crate::standards::checklists) struct FoundOfChecklist;

impl Batch<Db> for FoundOfChecklist {
    type Key = ChecklistId;
    type Value = Arc<Found>;

    async fn load(db: &Db, keys: Vec<ChecklistId>) -> Result<HashMap<ChecklistId, Arc<Found>>> {
        let found = store::found(db.conn().await?, &keys).await?;
        Ok(found.into_iter().map(|(id, found)| (id, Arc::new(found))).collect())
    }
}

/// The evidence of checklists, as it was entered.
pub(in crate::standards::checklists) struct EvidenceOfChecklist;

impl Batch<Db> for EvidenceOfChecklist {
    type Key = ChecklistId;
    type Value = Arc<Vec<Evidence>>;

    async fn load(db: &Db, keys: Vec<ChecklistId>) -> Result<HashMap<ChecklistId, Arc<Vec<Evidence>>>> {
        let query = evidence_items::table.filter(evidence_items::checklist_id.eq_any(keys));
        let query = query.order((evidence_items::created_at, evidence_items::id)).select(Evidence::as_select());
        let rows: Vec<Evidence> = query.load(&mut db.conn().await?).await?;
        Ok(by_checklist(rows, |evidence| evidence.checklist_id))
    }
}

/// The improvement actions of checklists, as they were entered.
pub(in crate::standards::checklists) struct ActionsOfChecklist;

impl Batch<Db> for ActionsOfChecklist {
    type Key = ChecklistId;
    type Value = Arc<Vec<ImprovementAction>>;

    async fn load(db: &Db, keys: Vec<ChecklistId>) -> Result<HashMap<ChecklistId, Arc<Vec<ImprovementAction>>>> {
        let query = improvement_actions::table.filter(improvement_actions::checklist_id.eq_any(keys));
        let query = query.order((improvement_actions::created_at, improvement_actions::id));
        let rows: Vec<ImprovementAction> =
            query.select(ImprovementAction::as_select()).load(&mut db.conn().await?).await?;
        Ok(by_checklist(rows, |action| action.checklist_id))
    }
}
