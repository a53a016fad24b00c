//! A programme in a temporary folder, and people who do not exist.

use crate::run::{done, json, lottery};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A file of a whole case in `fixtures/programme`.
pub fn fixture(case: &str, file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/programme").join(case).join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What must come out of a whole case.
pub fn expected(case: &str) -> toml::Table {
    fixture(case, "expected.toml").parse().unwrap()
}

/// The whole numbers of a list.
pub fn numbers(value: &toml::Value) -> Vec<u64> {
    value.as_array().unwrap().iter().map(|n| n.as_integer().unwrap() as u64).collect()
}

/// The texts of a list.
pub fn texts(value: &toml::Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// A folder with a programme in it, `P`, and whatever a case needs beside it.
pub struct Case {
    place: TempDir,
}

impl Case {
    /// A programme with these rules, begun on a day.
    pub fn new(rules: &str, date: &str) -> Self {
        let case = Self { place: tempfile::tempdir().unwrap() };
        case.write("rules.toml", rules);
        done(&["programme", "new", &case.path("rules.toml"), "--out", &case.path("P"), "--date", date]);
        case
    }

    /// A programme with the rules of a whole case.
    pub fn of(case: &str, date: &str) -> Self {
        Self::new(&fixture(case, "programme.toml"), date)
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> String {
        self.place.path().join(name).to_str().unwrap().to_owned()
    }

    /// The folder of the programme.
    pub fn programme(&self) -> String {
        self.path("P")
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.place.path().join(name), text).unwrap();
        self.path(name)
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.place.path().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// What is due for a body: its answer. The lists are in `out`.
    pub fn due_body(&self, body: &str, register: &str, date: &str, out: &str) -> Value {
        let (p, register, out) = (self.programme(), self.path(register), self.path(out));
        json(&[
            "programme",
            "due",
            &p,
            "--body",
            body,
            "--register",
            &register,
            "--date",
            date,
            "--out",
            &out,
        ])
    }

    /// What is due for letters: its answer. The lists are in `out`.
    pub fn due_letters(&self, letters: u32, register: &str, date: &str, out: &str, more: &[&str]) -> Value {
        let (p, register, out) = (self.programme(), self.path(register), self.path(out));
        let n = letters.to_string();
        let own =
            ["programme", "due", &p, "--letters", &n, "--register", &register, "--date", date, "--out", &out];
        json(&[&own[..], more].concat())
    }

    /// The lottery that was due in `out`, as the command said, and its draw; `quotas` are the organiser's own.
    pub fn draw(&self, out: &str, quotas: Option<&str>, seats: u32, seed: &str) -> String {
        self.draw_with(out, quotas, seats, seed, &[])
    }

    /// The same, with more options of the draw.
    pub fn draw_with(
        &self,
        out: &str,
        quotas: Option<&str>,
        seats: u32,
        seed: &str,
        more: &[&str],
    ) -> String {
        let file = |name: &str| self.path(&format!("{out}/{name}"));
        let (pool, seats, place) = (file("pool.csv"), seats.to_string(), file("lottery"));
        let own = file("quotas.csv");
        // Letters are among too many people for a thousand tickets.
        let tickets = if quotas.is_some() { "1000" } else { "1000000" };
        let quotas = quotas.map(|name| self.path(name)).or_else(|| Path::new(&own).exists().then_some(own));
        let key = self.path("P/sealed/key.txt");
        let charter = file("charter.toml");
        let mut args = match &quotas {
            Some(quotas) => lottery(&pool, quotas, &seats, &place),
            None => vec!["lottery", "--pool", &pool, "--seats", &seats, "--out", &place],
        };
        args.extend(["--key", &key, "--charter", &charter, "--quiet", "--tickets", tickets]);
        let lists = [("--exclude", file("exclude.csv")), ("--include", file("include.csv"))];
        for (option, path) in lists.iter().filter(|(_, path)| Path::new(path).exists()) {
            args.extend([option, path.as_str()]);
        }
        done(&args);
        done(&[&["draw", &place, "--seed", seed, "--quiet"], more].concat());
        place
    }

    /// Enters something: its answer.
    pub fn add(&self, date: &str, what: &[&str]) -> Value {
        let p = self.programme();
        json(&[&["programme", "add", &p, "--date", date], what].concat())
    }

    /// The claims, by number, with the records that are given; the sealed part too.
    pub fn claims(&self, records: &[&str], heads: &[&str]) -> Vec<(u64, String)> {
        claims(&self.programme(), records, heads, true)
    }

    /// The last line to publish.
    pub fn head(&self) -> String {
        self.read("P/public/head.txt").trim_end().to_owned()
    }

    /// Everybody's code and what happened to them in entry `n`: the rows, sealed.
    pub fn rows(&self, n: u32) -> Vec<Vec<String>> {
        let text = self.read(&format!("P/sealed/entries/{n}/rows.csv"));
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }
}

/// The claims about a programme's folder: number and outcome.
pub fn claims(dir: &str, records: &[&str], heads: &[&str], sealed: bool) -> Vec<(u64, String)> {
    let mut args = vec!["programme", "verify", dir, "--json"];
    args.extend(sealed.then_some("--sealed"));
    records.iter().for_each(|record| args.extend(["--record", record]));
    heads.iter().for_each(|head| args.extend(["--head", head]));
    let output = crate::run::geloot(&args);
    let answer: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{args:?}: {}", String::from_utf8_lossy(&output.stderr)));
    let list = answer["claims"].as_array().unwrap();
    list.iter().map(|c| (c["claim"].as_u64().unwrap(), c["outcome"].as_str().unwrap().to_owned())).collect()
}

/// The numbers of the claims with this outcome.
pub fn with(claims: &[(u64, String)], outcome: &str) -> Vec<u64> {
    claims.iter().filter(|(_, own)| own == outcome).map(|(id, _)| *id).collect()
}

/// A list of people `from` to `to`: id, and what columns say of each.
pub fn people(from: usize, to: usize, columns: &[(&str, &dyn Fn(usize) -> String)]) -> String {
    let mut text = "id".to_owned();
    columns.iter().for_each(|(name, _)| write!(text, ",{name}").unwrap());
    text.push('\n');
    for i in from..to {
        write!(text, "p{i:05}").unwrap();
        columns.iter().for_each(|(_, cell)| write!(text, ",{}", cell(i)).unwrap());
        text.push('\n');
    }
    text
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// All files below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
