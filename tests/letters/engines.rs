//! The invitation lottery in real databases: PostgreSQL, DuckDB and Spark make the same frame and the same letters as the
//! program, byte for byte, from a register with every kind of dirt.
//!
//! Each engine that is not here is skipped loudly; where `GELOOT_ENGINES` is set, as in `.ci/run`, a skip is a failure.
//! `GELOOT_PYTHON` is a Python that has DuckDB and Spark; `GELOOT_ROWS` asks for more rows than 40,000.

mod areas;
mod vectors;

use crate::run::{done, json, skip, text};
use geloot::bundle::clerk;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const STRATA: [&str; 5] = ["Noord", "Zuid", "Oost / 't Veld", "Klein\\stad", "Leeg"];

/// A made-up register, with everything that is in real ones and is no fault.
fn register(rows: u64) -> String {
    let mut number = 2_026u64;
    let mut next = move |below: u64| {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (number >> 33) % below
    };
    let mut text = String::from(
        "anummer;wijk;geboren;sinds;geheim;postcode;huisnummer;huisletter;toevoeging;gewicht;woning;naam\n",
    );
    let mut made = 0;
    while made < rows {
        let key = made + 1;
        let wijk = match next(1_000) {
            0..=3 => STRATA[3],
            4..=400 => STRATA[0],
            401..=800 => STRATA[1],
            _ => STRATA[2],
        };
        let born = match next(60) {
            0 => "0000-00-00".to_owned(),
            1 => format!("{}-00-00", 1995 + next(20)),
            2 => format!("{}-{:02}-00", 2005 + next(6), 1 + next(12)),
            3 => "2008-02-29".to_owned(),
            _ => format!("{}-{:02}-{:02}", 1925 + next(95), 1 + next(12), 1 + next(28)),
        };
        let secret = ["0", "0", "0", "0", "0", "0", "0", "0", "0", " 0 ", "1", "7"][next(12) as usize];
        let home = if next(40) == 0 { next(20) } else { 20 + next(rows / 3) };
        let (postcode, house, addition) = match next(25) {
            0 => ("".to_owned(), "".to_owned(), ""),
            1 => ("--".to_owned(), home.to_string(), "A"),
            2 => (format!("{}ab", 1_000 + home % 90), home.to_string(), "bis"),
            3 => (format!("{}\u{a0}AB", 1_000 + home % 90), format!(" {home} "), "B-I-S"),
            4 => (format!("{} AB", 1_000 + home % 90), home.to_string(), "é"),
            5 => (format!("{} AB", 1_000 + home % 90), format!("{home:04} bis"), ""),
            6 => (format!("{} AB", 1_000 + home % 90), format!("-{home}b"), "is"),
            7 => (format!("{} AB", 1_000 + home % 90), format!("{home}.0"), ""),
            8 => (format!("{} AB", 1_000 + home % 90), format!("{}-{}", home / 10, home % 10), ""),
            9 => (
                format!("{} AB", 1_000 + home % 90),
                ["0", "0,0", "A0", "é", "00 bis", "12.50"][next(6) as usize].to_owned(),
                "b",
            ),
            _ => (format!("{} AB", 1_000 + home % 90), home.to_string(), ""),
        };
        // A letter in a column of its own: "B" with "is" is one house with "bis".
        let (letter, addition) = match addition.strip_prefix('b') {
            Some(rest) if key % 2 == 0 => (" b", rest),
            _ => ("", addition),
        };
        // What a registry of addresses calls the home: numbers with zeros in front, and all signs that such a name can have.
        let named = match home % 9 {
            0 => String::new(),
            1 => format!("NL.IMBAG|{home}/'a\\b%"),
            2 => format!("nl-{home}"),
            _ => format!("0363{home:012}"),
        };
        for again in 0..1 + u64::from(next(12) == 0) {
            let wijk = if again == 0 { wijk } else { STRATA[next(3) as usize] };
            let since = match next(8) {
                0 => String::new(),
                1 => "2019-00-00".to_owned(),
                _ => format!("20{:02}-{:02}-01", next(26), 1 + next(12)),
            };
            let pad = if next(9) == 0 { "  " } else { "" };
            // Often another one in a second row.
            let weight = 1 + made % 5;
            text.push_str(&format!(
                "{pad}{key:07}{pad};\"{pad}{wijk}{pad}\";{born};{since};{secret};{postcode};{house};{letter};{addition};{pad}{weight}{pad};{pad}{named}{pad};\"Jansen; \"\"J\"\"\"\n"
            ));
            made += 1;
        }
    }
    text
}

fn charter(homes: &str, more: &str) -> String {
    format!(
        "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2026-12-01\nage = 18\n\
         [columns]\nkey = \"anummer\"\nstrata = [\"wijk\"]\nborn = \"geboren\"\nsince = \"sinds\"\nflag = \"geheim\"\n\
         postcode = \"postcode\"\nnumber = \"huisnummer\"\naddition = [\"huisletter\", \"toevoeging\"]\n\
         [letters]\nhomes = \"{homes}\"\n{more}\n"
    )
}

/// The same where a column names the home.
fn named(homes: &str, more: &str) -> String {
    let terms = charter(homes, more);
    let (from, to) = (terms.find("postcode").unwrap(), terms.find("[letters]").unwrap());
    format!("{}home = \"woning\"\n{}", &terms[..from], &terms[to..])
}

/// The same for people with weights.
fn weighed(homes: &str, more: &str) -> String {
    charter(homes, more).replace("[letters]", "weight = \"gewicht\"\n[letters]")
}

struct Case {
    name: &'static str,
    folder: PathBuf,
    args: Vec<String>,
}

/// Cases whose letters are those of a second draw, after the first was annulled.
const REDRAWN: [&str; 3] = ["address-first", "areas", "areas-any"];
/// Cases of which a trial is compared besides.
const TRIED: [&str; 3] = ["any", "areas", "weights-one"];

impl Case {
    /// Draws from the frame in a folder: a trial first, then what counts, perhaps after one that was annulled.
    fn draw(&self, dir: &str) {
        if TRIED.contains(&self.name) {
            done(&["invite", "draw", dir, "--trial", "--seed", "just looking"]);
        }
        done(&["invite", "draw", dir, "--seed", "appel peer"]);
        if REDRAWN.contains(&self.name) {
            done(&["invite", "draw", dir, "--redraw-because", "Nobody had been told of the first."]);
        }
    }

    /// The record of the draw that counts.
    fn record(&self) -> &'static str {
        if REDRAWN.contains(&self.name) { "public/draws/2" } else { "public/draws/1" }
    }

    /// The acts in a database, each with the options that ask for it and the part of its tables' names that says of which draw.
    fn acts(&self) -> Vec<(&'static str, Vec<&'static str>, &'static str)> {
        let draw = if REDRAWN.contains(&self.name) { "_draw2_letters" } else { "_draw1_letters" };
        let mut acts =
            vec![("frame", vec!["--act", "frame"], "_frame"), ("letters", vec!["--act", "letters"], draw)];
        if TRIED.contains(&self.name) {
            acts.push(("trial", vec!["--act", "letters", "--of-trial", "1"], "_trial1_letters"));
        }
        acts
    }
}

/// Everything that is compared, made by the program.
fn cases(place: &Path, register: &Path) -> Vec<Case> {
    let write = |name: &str, text: &str| {
        let path = place.join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    };
    let key = write("register.key", &format!("{}\n", "0123456789abcdef".repeat(4)));
    let strata = write("strata.csv", &format!("wijk\n{}\n", STRATA.map(|s| format!("\"{s}\"")).join("\n")));
    let out: String = (1..2_000)
        .map(|n| format!("{:07},{}\n", n * 37, if n % 3 == 0 { "moved" } else { "it's" }))
        .collect();
    let out = write("out.csv", &format!("key,ground\n{out}"));
    let case = |name: &'static str, homes: &str, more: &str| {
        let terms = match name {
            _ if name.starts_with("weights") => weighed(homes, more),
            "areas-named" => named(homes, more),
            _ => charter(homes, more),
        };
        let charter = write(&format!("{name}.toml"), &terms);
        let folder = place.join(name);
        let args = ["--charter", &charter, "--key", &key, "--strata", &strata, "--exclude", &out];
        let args: Vec<String> = args.map(str::to_owned).to_vec();
        let dir = folder.to_string_lossy().into_owned();
        let register = register.to_string_lossy().into_owned();
        let mut frame = vec!["invite", "frame", "--register", &register, "--out", &dir];
        frame.extend(args.iter().map(String::as_str));
        done(&frame);
        let case = Case { name, folder, args };
        case.draw(&dir);
        case
    };
    vec![
        // More letters in each stratum than one of them has people.
        case("any", "any", "share = \"each\"\nnumber = 500\nreserves = 500"),
        case("one-letter", "one-letter", "number = 700\nreserves = 900"),
        case("address-first", "address-first", "share = \"each\"\nnumber = 300\nreserves = 20"),
        case(
            "areas",
            "one-letter",
            // Of five the two largest are certain, and one has nobody.
            "share = \"each\"\nnumber = 3\nreserves = 1\n[areas]\nnumber = 3\nreserves = 1",
        ),
        // Areas count where homes do not, and where they come first.
        case(
            "areas-any",
            "any",
            "share = \"each\"\nnumber = 40\nreserves = 9\n[areas]\nnumber = 1\nreserves = 2",
        ),
        // Here a column names the home.
        case(
            "areas-named",
            "address-first",
            "share = \"each\"\nnumber = 30\nreserves = 5\n[areas]\nnumber = 2\nreserves = 1",
        ),
        // Chances by weight, with and without homes.
        case("weights", "any", "number = 1500\nreserves = 800"),
        case("weights-one", "one-letter", "number = 700\nreserves = 900"),
        // An area is as large as the weights of its people together.
        case(
            "weights-areas",
            "one-letter",
            "share = \"each\"\nnumber = 3\nreserves = 1\n[areas]\nnumber = 1\nreserves = 2",
        ),
    ]
}

fn python() -> String {
    std::env::var("GELOOT_PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

#[track_caller]
fn skipped(what: &str) {
    skip::skipped(what);
    assert!(std::env::var_os("GELOOT_ENGINES").is_none(), "{what}");
}

/// The engines work side by side: while one waits for its own, another goes on.
#[test]
fn every_engine_makes_the_same_frame_and_the_same_letters() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    #[cfg(unix)]
    fs::set_permissions(root, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let rows = std::env::var("GELOOT_ROWS").map_or(40_000, |rows| rows.parse().unwrap());
    let register_file = root.join("register.csv");
    fs::write(&register_file, register(rows)).unwrap();
    let cases = cases(root, &register_file);
    let wanted = std::env::var("GELOOT_ENGINES").unwrap_or_default();
    let asked =
        |engine: &&str| ["", "all"].contains(&wanted.as_str()) || wanted.split(',').any(|w| w == *engine);
    std::thread::scope(|scope| {
        for engine in ["spark", "postgresql", "duckdb"].into_iter().filter(asked) {
            let (register, cases) = (&register_file, &cases);
            scope.spawn(move || in_engine(root, register, cases, engine));
        }
    });
}

/// The same vectors by the means of Python alone.
#[test]
fn the_vectors_come_out_in_python() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/engines/vectors.py");
    let Ok(output) = Command::new(python()).arg(script).output() else {
        return skipped("there is no Python here to run the vectors with");
    };
    assert!(output.status.success(), "{}{}", text(&output.stdout), text(&output.stderr));
}

fn in_engine(root: &Path, register: &Path, cases: &[Case], engine: &str) {
    let folder = root.join(engine);
    fs::create_dir(&folder).unwrap();
    let mut scripts = Vec::new();
    for case in cases {
        let dir = case.folder.to_string_lossy().into_owned();
        for (act, options, tables) in case.acts() {
            let script = folder.join(format!("{}-{act}.sql", case.name)).to_string_lossy().into_owned();
            let mut args = vec!["invite", "sql", &dir, "--engine", engine, "--out", &script];
            args.extend(options);
            if act == "frame" {
                args.extend(["--table", "register"]);
                args.extend(case.args.iter().map(String::as_str));
            }
            done(&args);
            assert!(fs::read_to_string(&script).unwrap().contains(tables), "{}: {tables}", case.name);
            scripts.push(script);
        }
    }
    // All frames first, then all letters: two draws in one database do not overwrite each other.
    scripts.sort_by_key(|script| !script.ends_with("-frame.sql"));
    scripts.extend(vectors::scripts(root, &folder, cases, engine));
    scripts.extend(areas::scripts(&folder, cases, engine));
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters/engines/engines.py");
    let output =
        Command::new(python()).arg(runner).arg(engine).arg(register).arg(&folder).args(&scripts).output();
    let Ok(output) = output else { return skipped("there is no Python here to run the engines with") };
    if output.status.code() == Some(3) {
        return skipped(&format!("{engine}: {}", text(&output.stdout).trim()));
    }
    assert!(output.status.success(), "{engine}: {}\n{}", text(&output.stdout), text(&output.stderr));
    for case in cases {
        compare(&folder, case, engine);
    }
    vectors::compare(&folder, engine);
    areas::compare(&folder, cases, engine);
}

/// The bytes of what an engine wrote: Spark writes a folder with one part.
fn written(path: &Path) -> Vec<u8> {
    if !path.is_dir() {
        return fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
    let parts: Vec<PathBuf> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    let part = parts.iter().find(|p| p.file_name().unwrap().to_string_lossy().starts_with("part-"));
    fs::read(part.unwrap()).unwrap()
}

fn compare(folder: &Path, case: &Case, engine: &str) {
    let made = |act: &str, file: &str| folder.join(format!("{}-{act}", case.name)).join(file);
    for file in ["frame.csv", "people.csv", "homes.csv", "counts.csv"] {
        let due = fs::read(case.folder.join("public").join(file)).unwrap();
        let mut found = written(&made("frame", file));
        if file == "counts.csv" {
            // Of which script it is stands there besides.
            let own: Vec<&str> = std::str::from_utf8(&found).unwrap().split_inclusive('\n').collect();
            assert_eq!(own.iter().filter(|line| line.starts_with("script/")).count(), 1);
            let own: String = own.into_iter().filter(|line| !line.starts_with("script/")).collect();
            found = own.into_bytes();
        }
        assert!(found == due, "{engine}, {}: {file}\n{}\n{}", case.name, text(&found), text(&due));
    }
    let lists = [("letters", "letters.csv"), ("trial", "trials/1/letters.csv")];
    for (act, list) in &lists[..case.acts().len() - 1] {
        // A database writes no marks: whoever takes a list of a trial puts them there.
        let due = fs::read(case.folder.join(list)).unwrap();
        let due = if *act == "trial" { clerk::unmarked(&due).unwrap() } else { due };
        assert!(written(&made(act, "letters.csv")) == due, "{engine}, {}: {list}", case.name);
    }
    for (act, record) in [("letters", case.record()), ("trial", "public/trials/1")] {
        if let Ok(due) = fs::read_to_string(case.folder.join(record).join("areas.csv")) {
            assert_eq!(text(&written(&made(act, "areas.csv"))), due, "{engine}, {}: {record}", case.name);
        }
    }
    // What the engine made becomes the same record, and every claim that can be checked holds.
    let dir = folder.join(format!("{}-taken", case.name)).to_string_lossy().into_owned();
    let path = |act: &str, file: &str| made(act, file).to_string_lossy().into_owned();
    let (frame, people) = (path("frame", "frame.csv"), path("frame", "people.csv"));
    let (counts, homes, letters) =
        (path("frame", "counts.csv"), path("frame", "homes.csv"), path("letters", "letters.csv"));
    let mut take = vec!["invite", "take", &dir, "--frame", &frame, "--people", &people];
    take.extend(["--counts", &counts, "--homes", &homes]);
    take.extend(case.args.iter().map(String::as_str));
    let taken = json(&take);
    let line = fs::read_to_string(case.folder.join("public/commitment.txt")).unwrap();
    assert_eq!(taken["commitment"], line.trim_end(), "{engine}, {}", case.name);
    case.draw(&dir);
    let areas = |act: &str| match case.name.contains("areas") {
        true => vec!["--areas".to_owned(), path(act, "areas.csv")],
        false => Vec::new(),
    };
    let listed = |more: &[&str], areas: Vec<String>| {
        let areas: Vec<&str> = areas.iter().map(String::as_str).collect();
        done(&[&["invite", "take", &dir], more, &areas].concat());
    };
    if TRIED.contains(&case.name) {
        listed(&["--of-trial", "1", "--letters", &path("trial", "letters.csv")], areas("trial"));
    }
    listed(&["--letters", &letters], areas("letters"));
    assert!(!json(&["verify", &dir])["claims"].as_array().unwrap().iter().any(|c| c["outcome"] == "FAIL"));
    // The codes are those of the same people; the registry joins its own numbers to them.
    let key = folder.join("codes.key").to_string_lossy().into_owned();
    fs::write(&key, "0c".repeat(32)).unwrap();
    let codes = |dir: &str, name: &str| {
        let path = folder.join(format!("{}-{name}.csv", case.name)).to_string_lossy().into_owned();
        done(&["invite", "codes", dir, "--key", &key, "--out", &path]);
        let list = fs::read_to_string(&path).unwrap();
        // All but the number in the register, which the database keeps.
        let known = |line: &str| {
            line.split(',')
                .enumerate()
                .filter(|(i, _)| *i != 4)
                .map(|(_, cell)| cell.to_owned())
                .collect::<Vec<_>>()
        };
        list.lines().map(known).collect::<Vec<_>>()
    };
    assert_eq!(codes(&dir, "taken"), codes(&case.folder.to_string_lossy(), "own"), "{engine}, {}", case.name);
}
