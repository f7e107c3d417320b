//! The websocket: who speaks the protocol is served as over HTTP, who does not is told why, and nobody holds what is not theirs.

mod bounds;
mod protocol;
mod rights;
mod subscriptions;

use super::support::{TestApp, served::eventually};

/// The whole schema: an answer of hundreds of kilobytes that takes no connection to the database.
const LARGE: &str = "{ __schema { types { kind name description fields { name description args { name description defaultValue type { ...t } } type { ...t } }
    inputFields { name description defaultValue type { ...t } } enumValues { name description } interfaces { ...t } possibleTypes { ...t } } } }
    fragment t on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";

/// How many websockets the program says it has open.
async fn open_sockets(app: &TestApp) -> u32 {
    let (_, _, figures) = app.get("/metrics", &[]).await;
    let line = figures.lines().find_map(|line| line.strip_prefix("darasa_websockets ")).expect("a figure");
    line.parse().expect("a number")
}

/// Waits until the program has this many websockets open.
async fn until_open(app: &TestApp, sockets: u32) {
    eventually("the program lets go of its sockets", async || open_sockets(app).await == sockets).await;
}
