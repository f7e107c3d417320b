//! Files that mean harm, from the upload to the import that names them: refused with a reason, nothing written, memory bounded.

use std::{
    io::Write,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use darasa::kit::auth::Role;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    sheets::{packed, workbook},
    support::{
        PASSWORD, TestApp,
        database::{TestDatabase, execute},
        migrate,
        served::{self, Served, ok},
    },
};

const IMPORT: &str =
    "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied issues { reason } } }";

/// Twenty million bytes of zeros in twenty thousand.
fn zip_bomb() -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).expect("a part");
    for _ in 0..20 {
        zip.write_all(&vec![b' '; 1 << 20]).expect("a part");
    }
    zip.finish().expect("a container").into_inner()
}

/// Files that cannot be read as a table, and the key of the refusal.
pub fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let entities = br#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>"#;
    let random: Vec<u8> = (0..100_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    let mut cut = workbook("<row/>", &[]);
    cut.truncate(cut.len() / 2);
    vec![
        ("a zip bomb", zip_bomb(), "sheet-unpacks-too-far"),
        ("seventeen billion cells", workbook(corners, &[]), "sheet-too-many-rows"),
        ("entities", workbook("", &[("xl/sharedStrings.xml", entities)]), "sheet-entities"),
        (
            "an archive in an archive",
            workbook("", &[("xl/inner.zip", &packed(&[("a", b"a")]))]),
            "sheet-nested-archive",
        ),
        ("macros", workbook("", &[("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0")]), "sheet-macros"),
        ("half a workbook", cut, "sheet-damaged"),
        ("random bytes", random, ""),
        ("nested quotes without an end", [b"\"".repeat(99_999), b"a".to_vec()].concat(), ""),
        ("twenty million separators", b",".repeat(19 << 20), ""),
        ("twenty million lines", b"\n".repeat(19 << 20), ""),
    ]
}

#[actix_web::test]
async fn files_that_mean_harm_are_refused_with_a_reason_and_nothing_is_written() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    for (what, content, key) in hostile() {
        let file = app.upload(&admin, "places.xlsx", content).await.expect("kept as it came");
        let answer = app.graphql(Some(&admin), IMPORT, json!({ "input": { "fileId": file } })).await;
        let error = &answer["errors"][0]["extensions"];
        if answer["errors"].is_array() {
            assert!(["INVALID", "TOO_LARGE"].contains(&error["code"].as_str().unwrap_or_default()), "{what}: {answer}");
            assert!(key.is_empty() || error["key"] == key, "{what}: {answer}");
        } else {
            assert!(key.is_empty() && answer["data"]["importPlaces"]["applied"] == false, "{what}: {answer}");
        }
    }
    assert_eq!(app.sql("select count(*) from admin_areas"), ["0"]);
}

#[actix_web::test]
async fn a_formula_is_text_and_a_zero_character_is_left_out() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |number: u32, cells: [&str; 5]| {
        let cells =
            ["A", "B", "C", "D", "E"].iter().zip(cells).map(|(column, text)| cell(&format!("{column}{number}"), text));
        format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
    };
    let rows = [
        row(1, ["Location", "Admin Level", "P-Code", "Name", "Parent P-Code"]),
        row(2, ["XEA", "1", "XE01", "=cmd|' /C calc'!A0", "XEA"]),
        row(3, ["XEA", "1", "XE02", "Bel_x0000_qor", "XEA"]),
    ];
    let file = app.upload(&admin, "places.xlsx", workbook(&rows.concat(), &[])).await.expect("kept");
    let answer = app.graphql(Some(&admin), IMPORT, json!({ "input": { "fileId": file } })).await;
    assert_eq!(answer["data"]["importPlaces"]["applied"], true, "{answer}");
    let names = app.sql("select names ->> 'en' from admin_areas where level = 1 order by pcode");
    assert_eq!(names, ["=cmd|' /C calc'!A0", "Belqor"]);
}

#[actix_web::test]
async fn what_is_no_usable_upload_is_refused_and_not_kept() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let refused = async |query: &str, token: &str, content: &[u8]| {
        let request = app.client().put(format!("{}/files{query}", app.url)).bearer_auth(token).body(content.to_vec());
        let response = request.send().await.expect("an answer");
        let status = response.status().as_u16();
        let body: Value = response.json().await.expect("JSON");
        (status, body["errors"][0]["extensions"]["key"].as_str().unwrap_or("none").to_owned())
    };
    let cases = [
        ("?name=a.csv", "", 400, "file-empty"),
        ("", "a", 400, "file-name"),
        ("?name=", "a", 400, "file-name"),
        ("?name=%00%0a", "a", 400, "file-name"),
        ("?name=..%2F..%2F", "a", 400, "file-name"),
        ("?name=a&name=b", "a", 400, "file-name"),
    ];
    for (query, content, status, key) in cases {
        assert_eq!(refused(query, &admin, content.as_bytes()).await, (status, key.to_owned()), "{query}");
    }
    assert_eq!(refused("?name=a.csv", "no token", b"a").await.0, 401);
    assert_eq!(app.sql("select count(*) from files"), ["0"]);
    for (name, kept) in [
        ("..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("C%3A%5Cold%5Cfile.xls", "file.xls"),
        ("a%0d%0aX-Evil%3A%201.csv", "aX-Evil: 1.csv"),
    ] {
        let id = app.upload(&admin, name, "a").await.expect("kept");
        assert_eq!(app.sql(&format!("select name from files where name = '{kept}'")), [kept]);
        let (status, headers, _) =
            app.get(&format!("/files/{id}"), &[("Authorization", &format!("Bearer {admin}"))]).await;
        assert_eq!((status, headers.contains_key("x-evil")), (200, false));
        let disposition = headers["content-disposition"].to_str().expect("text");
        assert!(
            disposition.starts_with("attachment; filename=\"") && !disposition.contains(['/', '\\', '\n']),
            "{disposition}"
        );
    }
}

#[actix_web::test]
async fn a_file_of_somebody_else_looks_absent() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let reader = app.someone("reader@example.org", Role::Viewer, json!({})).await;
    let file = app.upload(&admin, "places.csv", "a").await.expect("kept");
    for path in [file.as_str(), "RmlsZTowMTlhMDAwMDAwMDA3MDAwODAwMDAwMDAwMDAwMDAwMQ"] {
        let (status, _, body) =
            app.get(&format!("/files/{path}"), &[("Authorization", &format!("Bearer {reader}"))]).await;
        assert!(status == 404 && body.contains("NOT_FOUND"), "{status} {body}");
    }
    for path in ["x", "%00", "..%2f..%2fetc%2fpasswd", "T3BlcmF0aW9uOjAxOWEwMDAwMDAwMDcwMDA4MDAwMDAwMDAwMDAwMDAx"] {
        let (status, _, body) =
            app.get(&format!("/files/{path}"), &[("Authorization", &format!("Bearer {admin}"))]).await;
        assert!(status == 400 && body.contains("INVALID"), "{path}: {status} {body}");
    }
}

/// Sends a request by hand: `head`, then up to `chunks` times a chunk of 64 KiB. Gives the answer, and how many bytes were taken when it came.
async fn by_hand(app: &TestApp, head: &str, chunks: usize) -> (String, usize) {
    let stream = TcpStream::connect(app.url.trim_start_matches("http://")).await.expect("it listens");
    let (mut from, mut to) = stream.into_split();
    to.write_all(head.as_bytes()).await.expect("it listens");
    let taken = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&taken);
    let sender = actix_web::rt::spawn(async move {
        let chunk = [b"10000\r\n".to_vec(), vec![b'a'; 0x10000], b"\r\n".to_vec()].concat();
        for _ in 0..chunks {
            if to.write_all(&chunk).await.is_err() {
                break;
            }
            counted.fetch_add(0x10000, Ordering::Relaxed);
        }
        // The sending half closes here: what is missing of the body never comes.
    });
    let mut answer = vec![0; 4096];
    let length = from.read(&mut answer).await.unwrap_or(0);
    let taken = taken.load(Ordering::Relaxed);
    sender.abort();
    (String::from_utf8_lossy(&answer[..length]).into_owned(), taken)
}

#[actix_web::test]
async fn fifty_megabytes_are_refused_before_they_are_read_and_a_broken_upload_is_not_kept() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let head = |length: &str| {
        format!(
            "PUT /files?name=a.csv HTTP/1.1\r\nHost: darasa.test\r\nAuthorization: Bearer {admin}\r\n{length}\r\n\r\n"
        )
    };
    let (answer, _) = by_hand(&app, &head("Content-Length: 52428800"), 0).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("TOO_LARGE"), "{answer}");
    let (answer, taken) = by_hand(&app, &head("Transfer-Encoding: chunked"), 800).await;
    assert!(answer.starts_with("HTTP/1.1 413") && answer.contains("TOO_LARGE"), "{answer}");
    assert!(taken < 40 << 20, "it took {taken} bytes of 50 MB");
    by_hand(&app, &head("Content-Length: 1000000"), 1).await;
    by_hand(&app, &head("Transfer-Encoding: chunked"), 2).await;
    assert_eq!(app.sql("select count(*) from files"), ["0"]);
    app.upload(&admin, "a.csv", "a").await.expect("the program goes on");
}

#[actix_web::test]
async fn a_name_in_any_script_comes_back_as_it_was_sent() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let id = app.upload(&admin, "%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.csv", "a").await.expect("kept");
    let (_, headers, _) = app.get(&format!("/files/{id}"), &[("Authorization", &format!("Bearer {admin}"))]).await;
    let expected = "attachment; filename=\"_____.csv\"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.csv";
    assert_eq!(headers["content-disposition"], expected);
}

#[actix_web::test]
async fn a_file_that_no_record_was_read_from_goes_after_seven_days() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    app.upload(&admin, "unused.csv", "a").await.expect("kept");
    app.upload(&admin, "used.csv", "b").await.expect("kept");
    let operation = "insert into operations (id, code, names, default_language, time_zone, created_at, updated_at) \
        values ('019a0000-0000-7000-8000-000000000002', 'TALUNA', '{}', 'en', 'UTC', now(), now())";
    app.sql(operation);
    app.sql("update files set operation_id = '019a0000-0000-7000-8000-000000000002' where name = 'used.csv'");
    app.advance(chrono::TimeDelta::days(7) - chrono::TimeDelta::seconds(1));
    app.work().await;
    assert_eq!(app.sql("select name from files order by name"), ["unused.csv", "used.csv"]);
    app.advance(chrono::TimeDelta::seconds(1));
    app.work().await;
    assert_eq!(app.sql("select name from files"), ["used.csv"]);
    assert_eq!(app.sql("select count(*) from jobs"), ["0"]);
}

#[actix_web::test]
async fn one_user_cannot_send_more_than_four_files_at_once_nor_hold_connections_with_them() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let head = format!(
        "PUT /files?name=a.csv HTTP/1.1\r\nHost: darasa.test\r\nAuthorization: Bearer {admin}\r\nContent-Length: 9\r\n\r\na"
    );
    let hold = async || {
        let mut stream = TcpStream::connect(app.url.trim_start_matches("http://")).await.expect("it listens");
        stream.write_all(head.as_bytes()).await.expect("it listens");
        stream
    };
    let mut held = vec![hold().await, hold().await, hold().await, hold().await];
    let mut refusal = None;
    served::eventually("four are under way", async || {
        refusal = app.upload(&admin, "b.csv", "b").await.err();
        if refusal.is_none() {
            // It may have been the fourth itself, and one of those that are to be held was refused for it.
            held.push(hold().await);
        }
        refusal.is_some()
    })
    .await;
    assert_eq!(refusal.expect("an error")["extensions"]["key"], "too-many-uploads");
    // The pool has four connections: with one held by each upload nobody could read.
    app.ok(&admin, "{ viewer { user { email } } }", json!({})).await;
    drop(held);
    served::eventually("the four are over", async || app.upload(&admin, "b.csv", "b").await.is_ok()).await;
}

#[actix_web::test]
async fn memory_stays_bounded_whatever_is_uploaded() {
    let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
    let arguments = ["admin", "create", "--email", "admin@example.org", "--name", "Administrator"];
    let mut create = served::command(&database.url, folder.path(), &arguments);
    let mut create = create.stdin(std::process::Stdio::piped()).spawn().expect("the program starts");
    create.stdin.take().expect("piped").write_all(format!("{PASSWORD}\n").as_bytes()).expect("it listens");
    assert!(create.wait().expect("our child").success());
    let program = Served::start(&database.url, folder.path(), &[]);
    let client = reqwest::Client::new();
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
    let input = json!({ "input": { "email": "admin@example.org", "password": PASSWORD } });
    let data = ok(&client, &program.url, "", sign_in, input).await;
    let token = data["signIn"]["accessToken"].as_str().expect("a token").to_owned();
    let before = program.peak_memory();
    for (what, content, _) in hostile().into_iter().chain(hostile()) {
        let put = client.put(format!("{}/files?name=a.xlsx", program.url)).bearer_auth(&token).body(content);
        let file: Value = put.send().await.expect("an answer").json().await.expect("JSON");
        let body = json!({ "query": IMPORT, "variables": { "input": { "fileId": file["id"] } } });
        let request = client.post(format!("{}/graphql", program.url)).bearer_auth(&token).json(&body);
        assert!(request.send().await.expect("an answer").status().as_u16() < 500, "{what}");
    }
    let grown = (program.peak_memory() - before) >> 10;
    assert!(grown < 150, "memory grew by {grown} MiB");
    assert_eq!(execute(&database.url, &["select count(*) from admin_areas"]), ["0"]);
}
