//! The schema: the root fields of every area, under one roof.

use std::sync::OnceLock;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header::HeaderMap},
    web,
};
use juniper::RootNode;

use super::{
    deployment::DeploymentQueries,
    fields,
    work::{WorkMutations, WorkQueries},
};
use crate::{
    accounts::{
        self,
        graphql::{AccountMutations, AccountQueries, REFRESH_COOKIE},
    },
    appeals::graphql::{AppealMutations, AppealQueries, AppealSubscriptions, FlowMutations},
    audit::graphql::AuditQueries,
    clusters::graphql::{ClusterMutations, ClusterQueries},
    dimensions::graphql::{DimensionMutations, DimensionQueries},
    kit::{
        Result,
        auth::{Action, Viewer},
        door::{self, Door},
        graphql::{
            Context,
            document::Limits,
            http::Endpoint,
            roots::{RequestContext, Roots, Schema},
            websocket::{Asked, Sockets, wants_socket},
        },
        http::error_response,
    },
    merged_object,
    monitoring::graphql::{
        BatchMutations, BatchQueries, CycleMutations, CycleQueries, ExplainQueries, MonitoringMutations,
        MonitoringQueries, MonitoringSubscriptions, PublishingMutations, PublishingQueries, ReviewMutations,
        ReviewQueries, SheetMutations, SheetQueries, TableQueries,
        caseloads::{CaseloadMutations, CaseloadQueries},
    },
    needs::graphql::{AssessmentMutations, AssessmentQueries, NeedsMutations, NeedsQueries},
    notices::graphql::{NoticeMutations, NoticeQueries},
    partners::graphql::{PartnerMutations, PartnerQueries},
    places::graphql::{PlaceMutations, PlaceQueries},
    plans::graphql::{
        DifferenceQueries, PlanMutations, PlanQueries, ProjectMutations, ProjectQueries, RegistryQueries,
    },
    standards::graphql::{
        ChecklistMutations, ChecklistQueries, ContextMutations, ContextQueries, FrameworkMutations, FrameworkQueries,
    },
};

merged_object!(
    /// Everything that can be read.
    Query for Context, guarded by fields::admit = [AuditQueries, PlaceQueries, AccountQueries, PartnerQueries, NoticeQueries, ClusterQueries, DimensionQueries, NeedsQueries, AssessmentQueries, FrameworkQueries, ChecklistQueries, ContextQueries, PlanQueries, DifferenceQueries, RegistryQueries, ProjectQueries, MonitoringQueries, BatchQueries, SheetQueries, TableQueries, ExplainQueries, PublishingQueries, CycleQueries, ReviewQueries, AppealQueries, WorkQueries, DeploymentQueries, CaseloadQueries]
);

merged_object!(
    /// Everything that can be changed. Each change takes a `clientMutationId`: the same one again has one effect and one answer. What takes none says
    /// why.
    Mutation for Context, guarded by fields::admit = [PlaceMutations, AccountMutations, PartnerMutations, NoticeMutations, ClusterMutations, DimensionMutations, NeedsMutations, AssessmentMutations, FrameworkMutations, ChecklistMutations, ContextMutations, PlanMutations, ProjectMutations, MonitoringMutations, BatchMutations, CaseloadMutations, SheetMutations, PublishingMutations, CycleMutations, ReviewMutations, AppealMutations, FlowMutations, WorkMutations]
);

merged_object!(
    /// What can be listened for, over the websocket. Each answer is the record as you may see it at that moment; of what you may not see nothing is told.
    Subscription for Context, guarded by fields::admit = [MonitoringSubscriptions, AppealSubscriptions]
);

/// The roots of the schema.
pub struct Api;

impl Roots for Api {
    type Context = Context;
    type Query = Query;
    type Mutation = Mutation;
    type Subscription = Subscription;
}

/// The most records that one document may ask for, by estimate.
const BUDGET: u64 = 10_000;
/// The same for those who coordinate.
const COORDINATION_BUDGET: u64 = 50_000;
/// The mutations that read a file of many rows and may take as long as their statements.
const IMPORTS: &[&str] = &[
    "importCountries",
    "importPlaces",
    "importNeeds",
    "importKeyActions",
    "importReport",
    "undoImport",
    "importSheet",
    "sendRows",
    "inspectSheet",
    "importFlows",
    "importRequirements",
];
/// The header that browsers must send to use their cookie: no foreign form or link can set it.
const CLIENT_HEADER: &str = "x-darasa-client";

impl RequestContext for Context {
    fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    fn budget(&self) -> u64 {
        // Only those who coordinate keep clusters; what a partner reads of its own is a small part.
        if self.viewer.may_somewhere(Action::ManageCluster) { COORDINATION_BUDGET } else { BUDGET }
    }

    fn spend(&self, records: u64) -> impl Future<Output = Result<()>> {
        accounts::spend(self, records)
    }

    fn add_headers(&self, headers: &mut HeaderMap) {
        for cookie in self.take_cookies() {
            if let Ok(value) = cookie.parse() {
                headers.append(actix_web::http::header::SET_COOKIE, value);
            }
        }
    }
}

/// The schema.
pub fn schema() -> Schema<Api> {
    RootNode::new(Query, Mutation, Subscription)
}

/// The schema as text, as it stands in `schema.graphql`.
pub fn sdl() -> String {
    let header = "# The public schema. Generated by `make schema`; do not edit.\n\n";
    format!("{header}{}", schema().as_sdl())
}

/// The endpoint. There is one, because its schema stays in memory for good.
pub(super) fn endpoint() -> web::Data<Endpoint<Api>> {
    static ENDPOINT: OnceLock<web::Data<Endpoint<Api>>> = OnceLock::new();
    let limits = || Limits {
        single: &["inspectSheet", "signIn", "resetPassword", "acceptInvitation", "requestPasswordReset", "subscribe"],
        long: IMPORTS,
        ..Limits::default()
    };
    ENDPOINT.get_or_init(|| web::Data::new(Endpoint::new(schema(), limits()))).clone()
}

/// Answers a GraphQL request, or opens a websocket for many.
pub(super) async fn handle(
    request: HttpRequest,
    payload: web::Payload,
    endpoint: web::Data<Endpoint<Api>>,
    door: web::Data<Door>,
    sockets: web::Data<Sockets>,
) -> HttpResponse {
    if wants_socket(&request) {
        let language = door::language(&request);
        // Without cookies: a page of another site could open a socket in its reader's name.
        let make_context = async move |asked: Asked| {
            let call = door.call_by(asked.authorization.as_deref(), asked.request_id, language).await?;
            Ok(Context::new(call, None).at(asked.listening))
        };
        return sockets.open(&request, payload, endpoint, make_context);
    }
    let make_context = async || {
        let call = door.call(&request).await?;
        let from_browser = request.headers().contains_key(CLIENT_HEADER);
        let cookie = request.cookie(REFRESH_COOKIE).filter(|_| from_browser).map(|cookie| cookie.value().to_owned());
        Ok(Context::new(call, cookie))
    };
    let answer = endpoint.handle(&request, payload, make_context).await;
    if answer.status() != StatusCode::GATEWAY_TIMEOUT {
        return answer;
    }
    // Too much was asked, or the database has fallen silent: the mend is another.
    match door.feel_pulse().await {
        Ok(()) => answer,
        Err(error) => error_response(&error, &request),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_import_of_the_schema_and_what_goes_with_sheets_may_take_long_and_nothing_else_may() {
        let sdl = sdl();
        let mutations =
            sdl.split("\ntype Mutation {").nth(1).and_then(|rest| rest.split("\n}").next()).expect("the type");
        let names = mutations.lines().filter_map(|line| line.strip_prefix("  ")?.split('(').next());
        let mut imports: Vec<&str> = names.filter(|name| name.starts_with("import")).collect();
        imports.extend(["inspectSheet", "sendRows", "undoImport"]);
        imports.sort_unstable();
        let mut known = IMPORTS.to_vec();
        known.sort_unstable();
        assert_eq!(imports, known);
    }
}
