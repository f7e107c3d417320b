//! A plan of one activity, a partner with a focal point and an editor, and the coordinator who decides.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use crate::{
    plans::world::{CLUSTER, add_activity, area, cluster, plan_with_objective, text, write},
    standards::world::{ORGANISATION, organisation, someone, start},
    support::TestApp,
};

pub struct World {
    pub app: TestApp,
    pub coordinator: String,
    pub partner: String,
    pub editor: String,
    pub plan: String,
    pub objective: String,
    pub activity: String,
    pub cluster: String,
}

/// What a project consists of.
pub fn content(targets: Value, budget: Value) -> Value {
    json!({
        "name": "Learning in the hills", "language": "en", "description": "Spaces and materials", "startsOn": "2026-02-01", "endsOn": "2026-12-01",
        "currency": "USD", "targets": targets, "budget": budget,
    })
}

impl World {
    pub async fn start() -> Self {
        let (app, coordinator) = start().await;
        let (plan, objective) = plan_with_objective(&app, &coordinator, "HXEA26").await;
        let activity = add_activity(&app, &coordinator, &objective, "CA1", Some("100")).await;
        let partner = someone(&app, "focal", Role::PartnerFocalPoint, Some(ORGANISATION)).await;
        let editor = someone(&app, "editor", Role::PartnerEditor, Some(ORGANISATION)).await;
        Self { app, coordinator, partner, editor, plan, objective, activity, cluster: cluster(CLUSTER) }
    }

    /// The activity in the first district for so many, and 400 dollars of which 150 are there.
    pub fn content(&self, people: &str) -> Value {
        let targets = json!([{ "activityId": self.activity, "areaId": area(101), "people": people }]);
        let budget = json!([
            { "activityId": self.activity, "sourceKind": "CERF", "funded": false, "amount": "250" },
            { "sourceKind": "INTERNAL", "funded": true, "amount": "150" },
        ]);
        content(targets, budget)
    }

    /// A draft of the partner: its id.
    pub async fn draft(&self, code: &str, content: Value) -> String {
        let input = json!({ "planId": self.plan, "clusterId": self.cluster, "organisationId": organisation(ORGANISATION), "code": code, "content": content });
        text(&write(&self.app, &self.partner, "createProject", "id", input).await["id"])
    }

    /// One of an organisation by its focal point, approved: its id.
    pub async fn approved(&self, of: u128, token: &str, code: &str, content: Value) -> String {
        let input = json!({ "planId": self.plan, "clusterId": self.cluster, "organisationId": organisation(of), "code": code, "content": content });
        let project = text(&write(&self.app, token, "createProject", "id", input).await["id"]);
        write(&self.app, token, "moveProject", "id", self.step(&project, "SUBMITTED", None).await).await;
        write(&self.app, &self.coordinator, "decideProject", "id", self.step(&project, "APPROVED", None).await).await;
        project
    }

    pub async fn version(&self, project: &str) -> Value {
        let query = "query($id: ID!) { project(id: $id) { version } }";
        self.app.ok(&self.coordinator, query, json!({ "id": project })).await["project"]["version"].take()
    }

    /// The next step of a project.
    pub async fn step(&self, project: &str, to: &str, note: Option<&str>) -> Value {
        json!({ "projectId": project, "baseVersion": self.version(project).await, "to": to, "note": note })
    }

    /// Who somebody is.
    pub async fn user(&self, token: &str) -> Value {
        self.app.ok(token, "{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].take()
    }
}
