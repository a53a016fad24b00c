//! The house in figures: lines, public items and circles of files, by folder, beside an earlier state. Nothing is checked here.
//!
//! ```text
//! git archive COMMIT src | tar -x -C DIR
//! GELOOT_BEFORE=DIR/src GELOOT_ACCEPT=1 cargo test --test architecture figures -- --ignored --nocapture
//! ```
//!
//! writes the table of docs/how/house.md; without GELOOT_ACCEPT it is only shown.

use super::lexer::{tokens, without_tests};
use super::rules::{Source, check};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// What is counted of a folder.
#[derive(Clone, Copy, Default)]
struct Folder {
    files: usize,
    /// Without tests.
    lines: usize,
    /// Items that say `pub`, methods and constants among them.
    written: usize,
    /// Those of them in modules that are public all the way from the root.
    reached: usize,
}

const ITEMS: [&str; 10] =
    ["fn", "struct", "enum", "const", "static", "trait", "type", "unsafe", "async", "mod"];

/// Modules that a crate shows: public, and in public modules. A root that shows its rooms only to tests does not show them.
fn shown(sources: &[Source]) -> BTreeSet<String> {
    let mut shown = BTreeSet::from([String::new()]);
    // Folders come before what is in them once their length is known.
    let mut files: Vec<&Source> = sources.iter().collect();
    files.sort_by_key(|source| {
        source.path.matches('/').count() * 2 + usize::from(!source.path.ends_with("mod.rs"))
    });
    for source in files {
        let home = module(&source.path);
        if !shown.contains(&home) {
            continue;
        }
        let rooms: Vec<&str> = source.text.split("#[cfg(not(feature = \"rooms\"))]\nmod ").skip(1).collect();
        let sealed = |name: &str| rooms.iter().any(|rest| rest.split(';').next() == Some(name));
        for line in source.text.lines() {
            let name = line.strip_prefix("pub mod ").and_then(|rest| rest.split([';', ' ']).next());
            if let Some(name) = name.filter(|name| !sealed(name)) {
                shown.insert(if home.is_empty() { name.to_owned() } else { format!("{home}/{name}") });
            }
        }
    }
    shown
}

fn module(path: &str) -> String {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if path == "lib" { String::new() } else { path.to_owned() }
}

fn measured(sources: &[Source]) -> BTreeMap<String, Folder> {
    let shown = shown(sources);
    let mut folders: BTreeMap<String, Folder> = BTreeMap::new();
    for source in sources.iter().filter(|it| !it.path.ends_with("tests.rs") && !it.path.contains("/tests/")) {
        let top = source.path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let top = if ["lib", "main"].contains(&top) { "(root)" } else { top };
        let (own, lines_of_tests) = without_tests(&tokens(&source.text));
        let public =
            own.windows(2).filter(|pair| pair[0].text == "pub" && ITEMS.contains(&pair[1].text.as_str()));
        let public = public.filter(|pair| pair[1].text != "mod").count();
        let folder = folders.entry(top.to_owned()).or_default();
        folder.files += 1;
        folder.lines += source.text.lines().count() - lines_of_tests;
        folder.written += public;
        folder.reached += if shown.contains(&module(&source.path)) { public } else { 0 };
    }
    folders
}

fn circles(sources: &[Source]) -> usize {
    check(sources).iter().filter(|it| it.contains("in a circle of files")).count()
}

fn table(before: &[Source], now: &[Source]) -> String {
    let [old, new] = [before, now].map(measured);
    let mut text = String::from(
        "| folder | files | | lines | | `pub` | | in sight | |\n|---|---|---|---|---|---|---|---|---|\n\
         | | before | now | before | now | before | now | before | now |\n",
    );
    let mut all = [Folder::default(); 2];
    for name in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
        let pair = [&old, &new].map(|of| of.get(name).copied().unwrap_or_default());
        for (sum, one) in all.iter_mut().zip(pair) {
            *sum = Folder {
                files: sum.files + one.files,
                lines: sum.lines + one.lines,
                written: sum.written + one.written,
                reached: sum.reached + one.reached,
            };
        }
        row(&mut text, &format!("`{name}`"), pair);
    }
    row(&mut text, "all", all);
    let [old, new] = [before, now].map(circles);
    writeln!(text, "\nGroups of files that need one another, round and round: {old} before, {new} now.")
        .unwrap();
    text
}

fn row(text: &mut String, name: &str, [old, new]: [Folder; 2]) {
    write!(text, "| {name} ").unwrap();
    let counts: [fn(&Folder) -> usize; 4] = [|it| it.files, |it| it.lines, |it| it.written, |it| it.reached];
    for count in counts {
        let shown = |it: &Folder| if it.files == 0 { "-".to_owned() } else { count(it).to_string() };
        write!(text, "| {} | {} ", shown(&old), shown(&new)).unwrap();
    }
    text.push_str("|\n");
}

/// Not a test: see above.
#[test]
#[ignore = "writes figures of the sources; see the file"]
fn figures() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = |folder: &Path| {
        let mut sources = Vec::new();
        super::read(folder, folder, &mut sources);
        sources
    };
    let before =
        std::env::var_os("GELOOT_BEFORE").map(|folder| sources(Path::new(&folder))).unwrap_or_default();
    let table = table(&before, &sources(&root.join("src")));
    println!("{table}");
    if std::env::var_os("GELOOT_ACCEPT").is_some() {
        let path = root.join("docs/how/house.md");
        let page = std::fs::read_to_string(&path).unwrap();
        let (head, rest) = page.split_once("<!-- figures -->\n").unwrap();
        let (_, tail) = rest.split_once("<!-- end of figures -->").unwrap();
        std::fs::write(&path, format!("{head}<!-- figures -->\n{table}<!-- end of figures -->{tail}"))
            .unwrap();
    }
}
