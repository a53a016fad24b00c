//! Commands on figures, as a clerk meets them: a folder for each case.
//!
//! `fixtures/<kind>/<case>/` holds the files, `case.toml` (the arguments, and why the case is there) and
//! `expected.txt` (exit code, standard output, standard error). Adding a folder adds a test. After a
//! sentence was improved, `GELOOT_ACCEPT=1 cargo test --test figures` writes the new ones: read the
//! difference before committing it.

use geloot::base::fault::Kind;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const KINDS: &[&str] = &["population", "mirror", "forecast"];

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let inside = |kind: &&str| fs::read_dir(root.join(kind)).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = KINDS.iter().flat_map(inside).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn run(folder: &Path) -> String {
    let case: toml::Table = fs::read_to_string(folder.join("case.toml")).unwrap().parse().unwrap();
    assert!(case["why"].as_str().is_some_and(|why| !why.is_empty()), "{folder:?}");
    let args = case["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap());
    let output = Command::new(env!("CARGO_BIN_EXE_geloot")).args(args).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let code = output.status.code().unwrap();
    format!("exit {code}\n--- output\n{}--- talk\n{}", text(output.stdout), text(output.stderr))
}

#[test]
fn every_folder_says_what_is_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let found = run(&folder);
        let path = folder.join("expected.txt");
        if std::env::var_os("GELOOT_ACCEPT").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}\n--- found\n{found}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_is_shown_and_a_name_with_a_code_keeps_its_promise() {
    let mut shown = BTreeSet::new();
    for folder in folders() {
        let expected = fs::read_to_string(folder.join("expected.txt")).unwrap();
        let code = |kind: &&&Kind| expected.contains(&format!("[{}]", kind.code()));
        shown.extend(Kind::ALL.iter().filter(|kind| code(&kind)).map(|kind| kind.code()));
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if name.as_bytes()[1] == b'-' {
            assert!(expected.contains(&format!("[{}]", &name[..4])), "{name}");
        }
    }
    let ours = |kind: &&Kind| ["N-", "M-", "E-"].iter().any(|letter| kind.code().starts_with(letter));
    for kind in Kind::ALL.iter().filter(ours) {
        assert!(shown.contains(kind.code()), "no folder shows {} {kind:?}", kind.code());
    }
}
