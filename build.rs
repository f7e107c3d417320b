//! Has cargo notice when the web client was built anew, which a release build compiles in. It is never built here: `scripts/web` does that.

fn main() {
    // Cargo takes a folder that is not there for one that always changes. Where it cannot be made there is no client, and the program says so.
    let _ = std::fs::create_dir_all("web/dist");
    println!("cargo::rerun-if-changed=web/dist");
}
