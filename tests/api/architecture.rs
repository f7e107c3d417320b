//! The house keeps its order: imports go one way, files and functions stay small, and the schema is named only where it belongs.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The areas, left may not use right.
const AREAS: &[&str] = &[
    "audit",
    "places",
    "accounts",
    "partners",
    "notices",
    "clusters",
    "dimensions",
    "needs",
    "standards",
    "plans",
    "monitoring",
    "appeals",
];
/// The files of an area, left may not use right.
const LAYERS: &[&str] = &["model", "store", "policy", "service", "graphql"];
const MAX_FILE_LINES: usize = 500;
const MAX_FUNCTION_LINES: usize = 60;

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (mut folders, mut found) = (vec![root], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                found.push((path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside").to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

/// The paths that a file imports from the crate: `use crate::{a::b, c}` gives `a::b` and `c`.
fn imports(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 1;
            let (mut start, mut end) = (0, 0);
            for (index, character) in group.char_indices() {
                match character {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 || (depth == 1 && character == ',') {
                    found.push(group[start..index].trim().to_owned());
                    start = index + 1;
                }
                end = index;
                if depth == 0 {
                    break;
                }
            }
            assert!(end > 0, "an import that never ends");
        } else {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            found.push(rest[..end].trim_end_matches(':').to_owned());
        }
    }
    found.retain(|path| !path.is_empty());
    found
}

fn rank(area: &str) -> Option<usize> {
    AREAS.iter().position(|known| *known == area)
}

/// The tier and place of a file: (first folder under src, file's own name).
fn place(path: &Path) -> (String, String) {
    let mut parts = path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let first = parts.next().unwrap_or_default();
    let last = parts.last().unwrap_or_else(|| first.clone());
    (first.trim_end_matches(".rs").to_owned(), last.trim_end_matches(".rs").to_owned())
}

#[test]
fn imports_go_one_way_kit_then_areas_then_app() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let (tier, file) = place(&path);
        for import in imports(&text) {
            let target = import.split("::").next().unwrap_or_default();
            let allowed = match tier.as_str() {
                "kit" => rank(target).is_none() && target != "app",
                "app" | "main" | "lib" | "demo" => true,
                area => match (rank(area), rank(target)) {
                    (Some(own), Some(other)) => {
                        own == other
                            || file == "graphql"
                            || path.components().any(|part| part.as_os_str() == "graphql")
                            || other < own
                    }
                    _ => target != "app",
                },
            };
            if !allowed {
                wrong.push(format!("{} uses {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn other_areas_are_reached_through_their_front_door() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let (tier, _) = place(&path);
        if rank(&tier).is_none() {
            continue;
        }
        for import in imports(&text) {
            let mut parts = import.split("::");
            let (area, file) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let inner = LAYERS.contains(&file.trim_end_matches(['{', ' '])) || file.starts_with("import");
            if rank(area).is_some() && area != tier && inner {
                wrong.push(format!("{} reaches into {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn inside_an_area_model_store_policy_service_graphql_go_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let (tier, file) = place(&path);
        let (Some(_), Some(own)) = (rank(&tier), LAYERS.iter().position(|layer| *layer == file)) else { continue };
        let siblings: String =
            text.split("use super::").skip(1).filter_map(|rest| rest.split(';').next()).collect::<Vec<_>>().join(" ");
        let words: Vec<&str> = siblings.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        for layer in &LAYERS[own + 1..] {
            if words.contains(layer) {
                wrong.push(format!("{} uses {layer}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_tables_are_named_only_in_stores_and_models() {
    let allowed = ["store", "model", "public_store"];
    let wrong: Vec<String> = sources("src")
        .into_iter()
        .filter(|(path, text)| {
            let (_, file) = place(path);
            let inside_store = path.components().any(|part| part.as_os_str() == "store");
            // The kit's files and jobs derive their records where they define them.
            let kit_record = path.ends_with("kit/files/mod.rs");
            let uses = imports(text).iter().any(|import| import.starts_with("schema"));
            uses && !allowed.contains(&file.as_str()) && !inside_store && !kit_record
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "these name crate::schema and are neither store.rs nor model.rs: {wrong:#?}");
}

#[test]
fn the_demo_comes_in_through_the_doors_that_users_come_through() {
    let wrong: Vec<String> = sources("src/demo")
        .into_iter()
        .filter(|(_, text)| {
            let inner = |import: &String| {
                let mut parts = import.split("::");
                let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                first == "schema" || first == "diesel" || (rank(first).is_some() && second.starts_with("store"))
            };
            imports(text).iter().any(inner) || text.contains("diesel")
        })
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(wrong.is_empty(), "these reach past the services: {wrong:#?}");
    assert!(!sources("src/demo").is_empty(), "the demo is somewhere else");
}

#[test]
fn files_and_functions_stay_small() {
    let mut wrong = Vec::new();
    for folder in ["src", "tests"] {
        for (path, text) in sources(folder) {
            if path.ends_with("src/schema.rs") {
                continue;
            }
            let lines = text.lines().count();
            if lines > MAX_FILE_LINES {
                wrong.push(format!("{} has {lines} lines", path.display()));
            }
            for (name, length) in functions(&text) {
                if folder == "src" && length > MAX_FUNCTION_LINES {
                    wrong.push(format!("{}: {name} has {length} lines", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "split these: {wrong:#?}");
}

/// The functions of a file with their lengths, by indentation: rustfmt closes each where it began.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let is_function = ["fn ", "pub fn ", "async fn ", "pub async fn ", "pub(super) fn ", "pub(super) async fn "]
            .iter()
            .any(|opening| code.starts_with(opening));
        if !is_function {
            continue;
        }
        let indent = " ".repeat(line.len() - code.len());
        let end = lines[start..].iter().position(|line| *line == format!("{indent}}}"));
        let name = code.split(['(', '<']).next().unwrap_or_default().rsplit(' ').next().unwrap_or_default();
        found.push((name.to_owned(), end.unwrap_or(0) + 1));
    }
    found
}
