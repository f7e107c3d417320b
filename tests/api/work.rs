//! Long work says how far it is, to who began it and nobody else, and stops when they ask.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::support::TestApp;

const KEY: &str = "019a0000-0000-7000-8000-00000000000d";
const IMPORT: &str = "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied added } }";
const STOP: &str = "mutation($input: StopWorkInput!) { stopWork(input: $input) }";

async fn work(app: &TestApp, token: &str) -> Value {
    let query = "query($key: UUID!) { work(clientMutationId: $key) { stage done rows } }";
    app.ok(token, query, json!({ "key": KEY })).await["work"].take()
}

#[actix_web::test]
async fn an_import_that_is_stopped_keeps_nothing_and_the_same_one_again_is_taken() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let other = app.someone("other@example.org", Role::SystemAdmin, json!({})).await;
    let file =
        app.upload(&admin, "places.csv", "Location,Admin Level,P-Code,Name,Parent P-Code\nXEA,1,XE01,Amsar,XEA\n");
    let input = json!({ "input": { "clientMutationId": KEY, "fileId": file.await.expect("kept") } });
    let stop = json!({ "input": { "work": KEY } });
    assert_eq!(work(&app, &admin).await, Value::Null);
    assert_eq!(app.ok(&admin, STOP, stop.clone()).await["stopWork"], false, "nothing is under way");

    // Who holds the table keeps the import from its end for as long as it is looked at.
    let (holder, connection) =
        tokio_postgres::connect(&app.database_url, tokio_postgres::NoTls).await.expect("the test server answers");
    let connection = actix_web::rt::spawn(connection);
    holder
        .batch_execute("begin; lock table admin_areas in share row exclusive mode")
        .await
        .expect("nobody else has it");
    let meanwhile = async {
        let begun = loop {
            let told = work(&app, &admin).await;
            if told["stage"] == "CHECKING" {
                break told;
            }
        };
        assert_eq!(begun, json!({ "stage": "CHECKING", "done": 0, "rows": null }));
        assert_eq!(work(&app, &other).await, Value::Null, "another's work");
        assert_eq!(app.ok(&other, STOP, stop.clone()).await["stopWork"], false, "another's work");
        assert_eq!(app.ok(&admin, STOP, stop.clone()).await["stopWork"], true);
        holder.batch_execute("rollback").await.expect("it holds the table");
    };
    let (refused, ()) = futures::join!(app.refused(&admin, IMPORT, input.clone()), meanwhile);
    assert_eq!(refused.code, "CONFLICT");
    assert!(refused.message.contains("nothing of it was kept"), "{}", refused.message);
    assert_eq!(app.sql("select count(*) from admin_areas"), ["0"]);
    assert_eq!(work(&app, &admin).await, Value::Null);

    let done = app.ok(&admin, IMPORT, input).await;
    assert_eq!(done["importPlaces"], json!({ "applied": true, "added": 2 }));
    drop(holder);
    connection.await.expect("no panic").expect("closed in order");
}
