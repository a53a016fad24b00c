//! The sources keep the shape that the design gives them: which module may use which, what the core
//! may touch, how long a file may be. Reads `src/**/*.rs`; every rule is also tried on planted
//! violations, so that none of them can fall silent.

mod figures;
mod lexer;
mod msrv;
mod paths;
mod planted;
mod rules;

use rules::Source;
use std::path::Path;

#[test]
fn the_sources_keep_the_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    read(&root, &root, &mut sources);
    assert!(sources.len() >= 8, "only {} source files found", sources.len());
    let complaints = rules::check(&sources);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

fn read(root: &Path, folder: &Path, sources: &mut Vec<Source>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read(root, &path, sources);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let parts: Vec<_> =
                path.strip_prefix(root).unwrap().iter().map(|p| p.to_str().unwrap()).collect();
            sources.push(Source { path: parts.join("/"), text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

/// Whoever follows the paved path needs no room behind the door: the example and the worked toy of the library name none.
#[test]
fn the_paved_path_is_public() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let library = std::fs::read_to_string(root.join("src/lib.rs")).unwrap();
    let rooms: Vec<&str> = library
        .split("#[cfg(not(feature = \"rooms\"))]\nmod ")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .collect();
    assert!(rooms.len() > 8, "{rooms:?}");
    let example = std::fs::read_to_string(root.join("examples/assembly.rs")).unwrap();
    for text in [&library, &example] {
        let named = text.split("geloot::").skip(1).map(|rest| rest.trim_start_matches('{'));
        let behind: Vec<_> =
            named.filter(|rest| rooms.iter().any(|room| rest.starts_with(&format!("{room}::")))).collect();
        assert!(behind.is_empty(), "{:?}", behind.iter().map(|rest| rest.lines().next()).collect::<Vec<_>>());
    }
    let main: Vec<&str> = example.split("fn main()").nth(1).unwrap().lines().collect();
    assert!(main.len() <= 27, "{} lines in main, of which 25 are its body", main.len());
}
