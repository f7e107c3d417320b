//! The first chapter: the country, the operation, its clusters and who takes part.

use chrono::Datelike;
use futures::FutureExt;
use serde_json::{Value, json};

use super::{
    calendar::Calendar,
    country::{self, ISO3, NAME, PROVINCES},
    known::Known,
    outlines::outlines,
    people::{self, PASSWORD, PEOPLE},
    stage::{Actor, Stage, applied, text},
};
use crate::{
    accounts,
    kit::{Result, auth::Role},
    places,
};

/// The operation's code.
pub(super) const OPERATION: &str = "TALUNA";

/// An organisation: acronym, name, kind.
type Organisation = (&'static str, &'static str, &'static str);

/// Who takes part or gives.
const ORGANISATIONS: [Organisation; 22] = [
    ("DEA", "Demo Education Agency", "UN"),
    ("DCA", "Demo Children's Alliance", "INGO"),
    ("DRS", "Demo Relief for Schools", "INGO"),
    ("DSI", "Demo Schools International", "INGO"),
    ("ATA", "Amsar Teachers' Association", "NNGO"),
    ("DCS", "Daruna Community Schools", "NNGO"),
    ("MRET", "Merrin Rural Education Trust", "NNGO"),
    ("TLC", "Tevari Learning Collective", "NNGO"),
    ("HWE", "Hessek Women for Education", "CBO"),
    ("BYLC", "Belqor Youth Learning Centre", "CBO"),
    ("SDR", "Sulwa Delta Relief", "NNGO"),
    ("SPU", "Sulwa Parents' Union", "CBO"),
    ("MOE", "Ministry of Education of Taluna", "GOVERNMENT"),
    ("Org A", "Org A Learning Fund", "DONOR"),
    ("Org B", "Org B Development Agency", "DONOR"),
    ("Org C", "Org C Foundation", "PRIVATE"),
    ("Org D", "Org D Emergency Pool", "POOLED_FUND"),
    ("Donor E", "Government donor E", "DONOR"),
    ("Donor F", "Government donor F", "DONOR"),
    ("Org G", "Org G Trust", "PRIVATE"),
    ("Org H", "Org H Cooperative", "PRIVATE"),
    ("Org I", "Org I Protection Fund", "DONOR"),
];

/// Who is what in which cluster. A partner reports to one cluster only, so that nobody is expected to report the same work twice.
const MEMBERSHIPS: [(&str, &str, &str); 15] = [
    ("national", "DEA", "LEAD"),
    ("national", "DCA", "CO_LEAD"),
    ("national", "DRS", "PARTNER"),
    ("national", "ATA", "PARTNER"),
    ("national", "DCS", "PARTNER"),
    ("national", "MRET", "PARTNER"),
    ("national", "TLC", "PARTNER"),
    ("national", "HWE", "PARTNER"),
    ("Belqor", "BYLC", "PARTNER"),
    ("Belqor", "DSI", "PARTNER"),
    ("Sulwa", "SDR", "PARTNER"),
    ("Sulwa", "SPU", "PARTNER"),
    ("national", "MOE", "GOVERNMENT"),
    ("national", "Org A", "DONOR"),
    ("national", "Org B", "DONOR"),
];

/// The country in the languages of the demo.
pub(super) fn in_languages(english: &str, french: &str) -> Value {
    json!([{ "language": "en", "text": english }, { "language": "fr", "text": french }])
}

/// The administrator's work: accounts, the country, the operation.
pub(super) async fn found(stage: &Stage, known: &mut Known) -> Result<()> {
    let administrator = PEOPLE[0];
    accounts::create_first_administrator(&stage.program, administrator.email, administrator.name, PASSWORD).await?;
    let made = people::make_accounts(stage).await?;
    println!("  accounts: {}", made + 1);
    let admin = stage.enter(administrator.email, PASSWORD).await?;
    let countries = format!("ISO3,ISO2,Name,Nom\n{ISO3},XE,{NAME},{NAME}\n");
    let file = admin.upload("countries.csv", countries).await?;
    let selection = "applied added issues { row column reason }";
    applied(&admin.write("importCountries", selection, json!({ "fileId": file })).await?, "countries.csv")?;
    let file = admin.upload("p-codes.csv", country::gazetteer()).await?;
    let import = admin.write("importPlaces", selection, json!({ "fileId": file })).await?;
    applied(&import, "p-codes.csv")?;
    let call = admin.call().await?;
    let drawn = call.transact(outlines(), |transaction, outlines| {
        async move { places::import_outlines(transaction, ISO3, outlines).await }.boxed()
    });
    let outlined = drawn.await?;
    println!("  places: {}, with outlines: {outlined}", import["added"]);
    let settings = json!({
        "names": in_languages("Taluna: conflict and floods", "Taluna : conflit et inondations"),
        "defaultLanguage": "en", "timeZone": "Africa/Nairobi",
    });
    let operation = json!({ "code": OPERATION, "countryIso3": ISO3, "settings": settings });
    known.operation = text(&admin.write("createOperation", "id", operation).await?["id"])?;
    people::grant(&admin, Role::Coordinator, known).await?;
    admin.leave().await
}

/// The coordinator's first work: emergencies, clusters, organisations, and the roles of everyone else.
pub(super) async fn set_up(coordinator: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let emergency = json!({
        "operationId": known.operation, "startedOn": calendar.start,
        "glide": format!("CE-{}-000001-{ISO3}", calendar.start.year()),
        "names": in_languages("Fighting in the north", "Combats dans le nord"),
    });
    coordinator.write("addEmergency", "id", emergency).await?;
    add_clusters(coordinator, calendar, known).await?;
    for (acronym, name, kind) in ORGANISATIONS {
        let home = ["NNGO", "CBO", "GOVERNMENT"].contains(&kind).then_some(ISO3);
        let organisation = json!({ "name": name, "acronym": acronym, "kind": kind, "countryIso3": home });
        let made =
            coordinator.write("createOrganisation", "id version", json!({ "organisation": organisation })).await?;
        let verified = json!({ "organisationId": made["id"], "baseVersion": made["version"], "verified": true });
        coordinator.write("verifyOrganisation", "id", verified).await?;
        known.organisations.insert(acronym, text(&made["id"])?);
    }
    for (cluster, acronym, role) in MEMBERSHIPS {
        let membership = json!({
            "clusterId": known.cluster(cluster)?, "organisationId": known.organisation(acronym)?, "role": role,
            "validFrom": calendar.start,
        });
        coordinator.write("addMembership", "id", membership).await?;
    }
    println!(
        "  clusters: {}, organisations: {}, memberships: {}",
        known.clusters.len(),
        ORGANISATIONS.len(),
        MEMBERSHIPS.len()
    );
    for role in [
        Role::Imo,
        Role::SubnationalCoordinator,
        Role::PartnerFocalPoint,
        Role::PartnerEditor,
        Role::Government,
        Role::Donor,
        Role::Viewer,
    ] {
        people::grant(coordinator, role, known).await?;
    }
    Ok(())
}

async fn add_clusters(coordinator: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let national = json!({
        "operationId": known.operation, "level": "NATIONAL", "status": "PROPOSED", "decidedOn": calendar.start,
        "decidedBy": "Humanitarian Country Team",
        "cluster": { "kind": "CLUSTER", "names": in_languages("Education Cluster Taluna", "Cluster Éducation Taluna") },
    });
    let proposed = coordinator.write("createCluster", "id version", national).await?;
    let activated = json!({
        "clusterId": proposed["id"], "baseVersion": proposed["version"], "to": "ACTIVE", "decidedOn": calendar.start,
        "decidedBy": "Inter-Agency Standing Committee", "note": "The ministry asked for support in coordination.",
    });
    coordinator.write("transitionCluster", "id", activated).await?;
    let national = text(&proposed["id"])?;
    for (name, pcode) in PROVINCES.iter().map(|province| (province.name, province.pcode)) {
        if !["Belqor", "Sulwa"].contains(&name) {
            continue;
        }
        let names = in_languages(&format!("Education Cluster {name}"), &format!("Cluster Éducation {name}"));
        let cluster = json!({
            "operationId": known.operation, "parentId": national, "level": "SUBNATIONAL", "status": "ACTIVE",
            "decidedOn": calendar.start, "decidedBy": "Education Cluster Taluna",
            "cluster": { "kind": "CLUSTER", "names": names, "areaId": coordinator.area(pcode).await? },
        });
        known.clusters.insert(name, text(&coordinator.write("createCluster", "id", cluster).await?["id"])?);
    }
    known.clusters.insert("national", national);
    Ok(())
}
