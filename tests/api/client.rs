//! The web client as the program serves it. Without Node nothing was built, and these tests say so, unless `REQUIRE_WEB` is set as the whole check
//! sets it.

use std::{fs, path::Path};

use super::support::TestApp;

/// The page that was built, or none where the client was not.
fn built() -> Option<String> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("web/dist/index.html")).ok();
    if page.is_none() {
        assert!(std::env::var_os("REQUIRE_WEB").is_none(), "web/dist is empty: run scripts/web");
        eprintln!("skipped: web/dist is empty; scripts/web builds the client");
    }
    page
}

/// The first script that the page names.
fn script(page: &str) -> &str {
    let from = page.find("/app/assets/").expect("a script");
    page[from..].split('"').next().expect("an address")
}

#[actix_web::test]
async fn the_client_is_a_page_with_hashed_files_that_stay_in_the_browser() {
    let app = TestApp::start().await;
    let Some(page) = built() else { return };
    let (status, headers, said) = app.get("/app/", &[]).await;
    assert_eq!((status, said.as_str()), (200, page.as_str()));
    let policy = headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(headers["cache-control"], "no-cache");
    assert!(!page.contains("<script>") && !page.contains(" style="), "nothing stands in the page itself");
    let (status, headers, _) = app.get(script(&page), &[]).await;
    assert_eq!(
        (status, &headers["cache-control"]),
        (200, &"public, max-age=31536000, immutable".parse().expect("a value"))
    );
    assert_eq!(headers["content-type"], "text/javascript; charset=utf-8");
    let etag = headers["etag"].to_str().expect("text").to_owned();
    assert_eq!(app.get(script(&page), &[("if-none-match", &etag)]).await.0, 304);
    let (status, headers, _) = app.get(script(&page), &[("accept-encoding", "br;q=1, gzip;q=0.5")]).await;
    assert_eq!((status, &headers["content-encoding"]), (200, &"br".parse().expect("a value")));
    assert_eq!(headers["vary"], "accept-encoding");
}

#[actix_web::test]
async fn an_address_of_the_client_is_its_page_and_a_file_of_another_build_is_gone() {
    let app = TestApp::start().await;
    let Some(page) = built() else { return };
    for path in ["/app/reports", "/app/plan/unknown"] {
        assert_eq!(app.get(path, &[]).await.2, page, "{path}");
    }
    assert_eq!(app.get("/app/assets/index-of-yesterday.js", &[]).await.0, 404);
    let (status, headers, _) = app.get("/app/sw.js", &[]).await;
    assert_eq!((status, &headers["cache-control"]), (200, &"no-cache".parse().expect("a value")));
}
