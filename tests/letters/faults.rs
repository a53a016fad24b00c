//! What can be wrong with the files of an invitation lottery: a folder each, with the exit code and the words that a clerk gets.
//!
//! `fixtures/invite-faults/<code>-<what>/` holds the files and `expected.txt`. Without more a frame is made of `register.csv`,
//! `charter.toml` and, if they are there, `strata.csv` and `exclude.csv`. What goes wrong later has `commands.txt`: a command on each
//! line, of which the last tells the fault and the others end well; `copy A B` puts a file in the place of another. In the files
//! `{code N}` is the code in row N of `codes.csv`, once that is there, and `{line}` the line of the frame in `letters`. The secret of
//! the register is `secret.key`, that of the codes `codes.key`.
//!
//! After a sentence was improved, `GELOOT_ACCEPT=1 cargo test --test letters faults` writes the new ones: read the difference.

use crate::run::text;
use geloot::invite::What;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/invite-faults");
    let mut folders: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|file| file.unwrap().path()).collect();
    folders.sort();
    folders
}

/// "Y-45" of a folder.
fn code(folder: &Path) -> String {
    let name = folder.file_name().unwrap().to_str().unwrap();
    name.splitn(3, '-').take(2).collect::<Vec<_>>().join("-")
}

/// A copy of a folder in which its commands run.
struct Place(tempfile::TempDir);

impl Place {
    fn of(folder: &Path) -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            fs::copy(&file, place.0.path().join(file.file_name().unwrap())).unwrap();
        }
        for (name, digits) in [("secret.key", "5a"), ("codes.key", "0c")] {
            fs::write(place.0.path().join(name), digits.repeat(32)).unwrap();
        }
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The commands, each as its words.
    fn commands(&self) -> Vec<Vec<String>> {
        let words = |line: &str| {
            // What stands between quotation marks is one word.
            let parts = line.split('"').enumerate();
            let of = |(at, part): (usize, &str)| match at % 2 {
                0 => part.split_whitespace().map(str::to_owned).collect::<Vec<_>>(),
                _ => vec![part.to_owned()],
            };
            parts.flat_map(of).collect()
        };
        if let Ok(lines) = fs::read_to_string(self.path("commands.txt")) {
            return lines.lines().map(words).collect();
        }
        let mut frame = "invite frame --register register.csv --charter charter.toml".to_owned();
        for (file, option) in [("strata.csv", "--strata"), ("exclude.csv", "--exclude")] {
            if self.path(file).exists() {
                frame.push_str(&format!(" {option} {file}"));
            }
        }
        vec![words(&format!("{frame} --key secret.key --out letters"))]
    }

    /// Puts codes and the line into the files that ask for them, as far as they are known.
    fn fill(&self) {
        let line = fs::read_to_string(self.path("letters/public/commitment.txt")).ok();
        let codes = fs::read_to_string(self.path("codes.csv")).ok();
        for file in fs::read_dir(self.0.path()).unwrap().map(|file| file.unwrap().path()) {
            let Ok(text) = fs::read_to_string(&file) else { continue };
            let mut filled = text.clone();
            if let Some(line) = &line {
                filled = filled.replace("{line}", line.trim_end());
            }
            for (n, row) in codes.iter().flat_map(|codes| codes.lines().enumerate()).skip(1) {
                filled = filled.replace(&format!("{{code {n}}}"), row.split(',').next().unwrap());
            }
            if filled != text {
                fs::write(file, filled).unwrap();
            }
        }
    }

    /// What the last command says, below how it ends.
    fn said(&self) -> String {
        let commands = self.commands();
        for (at, words) in commands.iter().enumerate() {
            self.fill();
            if let [verb, from, to] = &words[..]
                && verb == "copy"
            {
                fs::copy(self.path(from), self.path(to)).unwrap();
                continue;
            }
            let mut program = Command::new(env!("CARGO_BIN_EXE_geloot"));
            let output = program.args(words).current_dir(self.0.path()).output().unwrap();
            let said = format!("exit {}\n{}", output.status.code().unwrap_or(-1), text(&output.stderr));
            if at + 1 == commands.len() {
                return said;
            }
            assert!(said.starts_with("exit 0\n"), "{}: {words:?}: {said}", self.0.path().display());
        }
        panic!("no command")
    }
}

/// The line of a frame without its digits, which another version of the program changes.
fn masked(said: &str) -> String {
    let mut parts = said.split("geloot-commitment-1:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        all + "geloot-commitment-1:..." + part.trim_start_matches(|c: char| c.is_ascii_hexdigit())
    })
}

#[test]
fn faults_of_letters_are_told() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let (place, code) = (Place::of(&folder), code(&folder));
        let said = masked(&place.said());
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        if !said.contains(&format!("[{code}]")) {
            wrong.push(format!("{name} does not tell its code\n{said}"));
            continue;
        }
        if !place.path("commands.txt").exists() {
            assert_eq!(place.path("letters").exists(), said.starts_with("exit 0\n"), "{name}");
        }
        let due = folder.join("expected.txt");
        if std::env::var_os("GELOOT_ACCEPT").is_some() {
            fs::write(&due, &said).unwrap();
        }
        if fs::read_to_string(due).unwrap_or_default() != said {
            wrong.push(format!("{name}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every code of files has a folder, but for what takes more than a folder can hold.
#[test]
fn every_fault_of_letters_has_a_folder() {
    let there: BTreeSet<String> = folders().iter().map(|folder| code(folder)).collect();
    let missing: Vec<&str> = What::CODES.iter().copied().filter(|code| !there.contains(*code)).collect();
    // More than 100,000 strata, or four billion people: src/invite/plan.rs.
    assert_eq!(missing, ["Y-24"]);
}
