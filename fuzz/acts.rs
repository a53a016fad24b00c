//! Whole commands on files that somebody saved: what reads recipes, registers, rules, answers, counts, records and workbooks is
//! reached through the door. Whatever is in the file, a command ends with an answer.

use std::fs;
use std::path::{Path, PathBuf};

/// A command, and the one file of it that is changed.
pub struct Act {
    pub name: &'static str,
    pub command: &'static [&'static str],
    /// The name of that file for the command.
    pub file: &'static str,
    /// What lies beside it: a name for the command, and a file or folder of the project.
    pub beside: &'static [(&'static str, &'static str)],
    /// Files of the project to begin with.
    pub seeds: &'static [&'static str],
}

impl Act {
    /// Lays the files of the command in a folder that is empty, with these bytes in the one.
    pub fn lay(&self, folder: &Path, bytes: &[u8]) {
        fs::write(folder.join("k"), format!("{}\n", "1f".repeat(32))).expect("a folder to write to");
        for (name, path) in self.beside {
            put(&folder.join(name), &root().join(path));
        }
        fs::write(folder.join(self.file), bytes).expect("a folder to write to");
    }
}

/// The project, also for the crate in its folder `fuzz`.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    if own.ends_with("fuzz") { own.join("..") } else { own.to_owned() }
}

fn put(to: &Path, from: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).expect("a folder to write to");
        for entry in fs::read_dir(from).expect("a folder of the project") {
            let entry = entry.expect("an entry");
            put(&to.join(entry.file_name()), &entry.path());
        }
    } else {
        fs::copy(from, to).expect("a file of the project");
    }
}

const COUNCIL: &str = "fixtures/programme/tampered/honest/council-1";
const LETTERS: &str = "fixtures/programme/tampered/honest/letters-1";

macro_rules! acts {
    ($($name:literal: $command:expr, $file:literal, [$($beside:expr),*], [$($seed:expr),+];)*) => {
        /// Every act.
        pub const ACTS: &[Act] = &[$(
            Act { name: $name, command: $command, file: $file, beside: &[$($beside),*], seeds: &[$($seed),+] },
        )*];
    };
}

acts! {
    "recipe": &["prepare", "recept.toml", "--out", "uit"], "recept.toml",
        [("", "fixtures/clerk")], ["fixtures/clerk/recept.toml"];
    "decisions": &["prepare", "recept.toml", "--out", "uit"], "besluiten.csv",
        [("", "fixtures/clerk")], ["fixtures/clerk/besluiten.csv"];
    "suggestion": &["prepare", "--suggest", "lijst.csv", "--out", "recept.toml"], "lijst.csv",
        [], ["examples/council/volunteers.csv", "fixtures/invite/flevoland-homes/register.csv"];
    "workbook": &["prepare", "--suggest", "lijst.xlsx", "--out", "recept.toml"], "lijst.xlsx",
        [], ["fixtures/faults/R-32-struck-through/pool.xlsx"];
    "spreadsheet": &["prepare", "--suggest", "lijst.ods", "--out", "recept.toml"], "lijst.ods",
        [], ["fixtures/faults/R-23-hidden-rows-ods/pool.ods"];
    "register": &["invite", "frame", "--register", "r.csv", "--charter", "c.toml", "--key", "k", "--out", "uit"], "r.csv",
        [("c.toml", "fixtures/invite/flevoland-homes/charter.toml")], ["fixtures/invite/flevoland-homes/register.csv"];
    "letters": &["invite", "frame", "--register", "r.csv", "--charter", "c.toml", "--key", "k", "--out", "uit"], "c.toml",
        [("r.csv", "fixtures/invite/flevoland-homes/register.csv")], ["fixtures/invite/flevoland-homes/charter.toml"];
    "strata": &["invite", "frame", "--register", "r.csv", "--strata", "s.csv", "--charter", "c.toml", "--key", "k", "--out", "uit"], "s.csv",
        [("r.csv", "fixtures/invite-faults/Y-22-stratum-twice/register.csv"), ("c.toml", "fixtures/invite-faults/Y-22-stratum-twice/charter.toml")],
        ["fuzz/seeds/strata.csv"];
    "rules": &["programme", "new", "p.toml", "--out", "P", "--date", "2027-01-01"], "p.toml",
        [], ["fixtures/programme/peel-en-maas-4/programme.toml", "fixtures/programme/ijmond/programme.toml"];
    "events": &["people", "loting", "--events", "e.csv", "--out", "lijst.csv"], "e.csv",
        [("loting", COUNCIL)], ["fuzz/seeds/events.csv"];
    "deliberation": &["charter", "c.toml"], "c.toml",
        [], ["fuzz/seeds/deliberation.toml"];
    "options": &["ballot", "loting", "freeze", "--show", "--options", "o.csv", "--rule", "b.toml", "--because", "proef", "--date", "2027-05-10"], "o.csv",
        [("loting", COUNCIL), ("b.toml", "fixtures/deliberation/foodvalley-2021/ballot.toml")],
        ["fixtures/deliberation/foodvalley-2021/options.csv"];
    "ballot": &["ballot", "loting", "freeze", "--show", "--options", "o.csv", "--rule", "b.toml", "--because", "proef", "--date", "2027-05-10"], "b.toml",
        [("loting", COUNCIL), ("o.csv", "fixtures/deliberation/foodvalley-2021/options.csv")],
        ["fixtures/deliberation/foodvalley-2021/ballot.toml"];
    "lottery.csv": &["verify", "loting/public"], "loting/public/lottery.csv",
        [("loting", COUNCIL)], ["fixtures/programme/tampered/honest/council-1/public/lottery.csv"];
    "certificate.json": &["verify", "loting/public"], "loting/public/certificate.json",
        [("loting", COUNCIL)], ["fixtures/programme/tampered/honest/council-1/public/certificate.json"];
    "about.json": &["verify", "loting/public"], "loting/public/about.json",
        [("loting", COUNCIL)], ["fixtures/programme/tampered/honest/council-1/public/about.json"];
    "draw.json": &["verify", "loting/public"], "loting/public/draws/1/draw.json",
        [("loting", LETTERS)], ["fixtures/programme/tampered/honest/letters-1/public/draws/1/draw.json"];
    "entry.json": &["programme", "verify", "P"], "P/public/entries/3/entry.json",
        [("P", "fixtures/programme/tampered/honest/ledger")], ["fixtures/programme/tampered/honest/ledger/public/entries/3/entry.json"];
}
