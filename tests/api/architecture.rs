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
/// The files of an area, or folders of files, left may not use right.
const LAYERS: &[&str] = &["model", "store", "policy", "service"];
/// Those above all layers, by which the world comes in.
const EDGES: &[&str] = &["graphql", "jobs", "page"];
/// Rules of an area that it shows whole, because they have a name of their own.
const SHOWN: &[(&str, &str)] = &[("dimensions", "sums")];
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

/// The paths that a file names below `root` (`crate::` or `super::`), in imports and elsewhere, with every tree of them spelled out:
/// `use crate::{a::{b, c::D}, e}` gives `a::b`, `a::c::D` and `e`.
fn paths(text: &str, root: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let (mut found, mut rest) = (Vec::new(), code.as_str());
    while let Some(at) = rest.find(root) {
        let (before, tree) = (&rest[..at], &rest[at + root.len()..]);
        // Part of a longer name, or of a path that is found from its own beginning.
        let inside = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        rest = if inside { tree } else { spell_out("", tree, &mut found) };
    }
    found.retain(|path| !path.is_empty());
    found
}

/// Adds the paths of the tree at the beginning of `text` to `found`, each behind `prefix`. Gives what stands behind the tree.
fn spell_out<'t>(prefix: &str, text: &'t str, found: &mut Vec<String>) -> &'t str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':' || c == '*')).unwrap_or(text.len());
    let path = format!("{prefix}{}", &text[..end]);
    let Some(mut rest) = text[end..].strip_prefix('{').filter(|_| path.is_empty() || path.ends_with("::")) else {
        found.push(path.trim_end_matches(':').to_owned());
        return &text[end..];
    };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        if rest.is_empty() {
            return rest;
        }
        if let Some(behind) = rest.strip_prefix('}') {
            return behind;
        }
        let behind = spell_out(&path, rest, found);
        // A renamed import goes on with `as name`.
        rest = behind.find([',', '}']).map_or("", |next| &behind[next..]);
    }
}

fn imports(text: &str) -> Vec<String> {
    paths(text, "crate::")
}

#[test]
fn trees_of_imports_are_spelled_out() {
    let text = "use crate::{a::{self, b, c::{D, E as F}}, g::*,\n    h};\nlet x = crate::i::j::k(1);\n// crate::no";
    assert_eq!(imports(text), ["a::self", "a::b", "a::c::D", "a::c::E", "g::*", "h", "i::j::k"]);
    assert_eq!(
        paths("use super::{a, super::b};\nuse super::super::c; self::super::d", "super::"),
        ["a", "super::b", "super::c"]
    );
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
                "kit" => rank(target).is_none() && !["app", "demo"].contains(&target),
                "app" | "main" | "lib" | "demo" => true,
                area => match (rank(area), rank(target)) {
                    (Some(own), Some(other)) => {
                        own == other
                            || file == "graphql"
                            || path.components().any(|part| part.as_os_str() == "graphql")
                            || other < own
                    }
                    _ => !["app", "demo"].contains(&target),
                },
            };
            if !allowed {
                wrong.push(format!("{} uses {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether an area has a module of this name, public or not.
fn is_module(area: &str, name: &str) -> bool {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(area);
    !name.is_empty() && (folder.join(format!("{name}.rs")).exists() || folder.join(name).is_dir())
}

/// The modules from the crate's root down to a file's own: `src/a/b/mod.rs` is `a::b`.
fn module(path: &Path) -> Vec<String> {
    let path = path.with_extension("");
    let parts = path.components().skip(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
    parts.filter(|part| part != "mod").collect()
}

/// The place of a module in its area: where the layers begin, and which it is part of. `appeals::page::money` is of the layer `page` of `appeals`.
fn layer(module: &[String]) -> Option<(&[String], usize)> {
    let at = (1..module.len()).find(|at| rank_of_layer(&module[*at]).is_some())?;
    Some((&module[..at], rank_of_layer(&module[at])?))
}

fn rank_of_layer(name: &str) -> Option<usize> {
    let at = LAYERS.iter().position(|layer| *layer == name);
    at.or_else(|| EDGES.contains(&name).then_some(LAYERS.len()))
}

#[test]
fn a_file_in_a_folder_is_of_the_layer_that_the_folder_is() {
    let of = |path: &str| {
        let module = module(Path::new(path));
        layer(&module).map(|(base, rank)| (base.join("::"), rank))
    };
    assert_eq!(of("src/appeals/page/money.rs"), Some(("appeals".to_owned(), 4)));
    assert_eq!(of("src/monitoring/store/mod.rs"), Some(("monitoring".to_owned(), 1)));
    assert_eq!(of("src/appeals/flows/service.rs"), Some(("appeals::flows".to_owned(), 3)));
    assert_eq!(of("src/appeals/funding.rs"), None);
}

#[test]
fn other_areas_are_reached_through_their_front_door() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let (tier, _) = place(&path);
        if rank(&tier).is_none() {
            continue;
        }
        // A graph is cyclic, and so its files know each other.
        let in_graph = module(&path).iter().any(|part| part == "graphql");
        for import in imports(&text) {
            let mut parts = import.split("::");
            let (area, inner) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let shown = (in_graph && inner == "graphql") || SHOWN.contains(&(area, inner));
            if rank(area).is_some() && area != tier && is_module(area, inner) && !shown {
                wrong.push(format!("{} reaches into {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn inside_an_area_model_store_policy_service_and_the_edges_go_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let own = module(&path);
        let Some((base, rank_of_file)) = layer(&own).filter(|_| rank(&own[0]).is_some()) else { continue };
        let absolute = imports(&text).into_iter().map(|path| path.split("::").map(str::to_owned).collect());
        let relative = paths(&text, "super::").into_iter().map(|path| {
            let ups = 1 + path.split("::").take_while(|part| *part == "super").count();
            let below = path.split("::").filter(|part| *part != "super").map(str::to_owned);
            own[..own.len().saturating_sub(ups)].iter().cloned().chain(below).collect::<Vec<String>>()
        });
        for target in absolute.chain(relative) {
            if layer(&target).is_some_and(|(other, rank)| other == base && rank > rank_of_file) {
                wrong.push(format!("{} uses {}", path.display(), target.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_tables_are_named_only_in_stores_and_models() {
    let allowed = ["store", "model"];
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
