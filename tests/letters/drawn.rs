//! The invitation lottery as people use it: from a register to letters, codes, waves and answers; what is refused; and both
//! verifiers on honest and on tampered records.

use crate::run;
use crate::run::{done, geloot, json, json_of, refused, second, text};
use geloot::base::digest::Digest;
use geloot::invite::Key;
use geloot::seed::Manifest;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const KEY: &str = "6b61726c2d6865742d67656865696d2d76616e2d6465657a652d70616e74656c";
const VILLAGES: [&str; 3] = ["Panningen", "Meijel", "Egchel"];

/// A made-up register of three villages, in which every third person lives with two others.
fn register() -> String {
    let mut text = String::from("anummer;kern;geboren;sinds;geheim;postcode;huisnummer;toevoeging\n");
    for n in 1..=900u32 {
        let village = VILLAGES[[0, 0, 0, 1, 1, 2][(n % 6) as usize]];
        let (year, month, day) = (1930 + n % 90, 1 + n % 12, 1 + n % 28);
        let house = if n % 3 == 0 { n / 9 } else { n };
        text.push_str(&format!(
            "{:08};{village};{year}-{month:02}-{day:02};{}-01-01;{};{} AB;{house};\n",
            10_000_000 + n * 7_919,
            2000 + n % 20,
            u32::from(n % 97 == 0),
            5980 + n % 3,
        ));
    }
    text
}

fn charter(seed: &str, letters: &str) -> String {
    format!(
        "date = 2026-12-01\n[seed]\n{seed}\n[frame]\nreference = 2027-01-15\nage = 16\n\
         [columns]\nkey = [\"anummer\", \"A-nummer\"]\nstrata = [\"kern\"]\nborn = \"geboren\"\nsince = \"sinds\"\n\
         flag = \"geheim\"\npostcode = \"postcode\"\nnumber = \"huisnummer\"\naddition = \"toevoeging\"\n\
         [letters]\n{letters}\n"
    )
}

const TEXT: &str = "source = \"text\"";
const PLAIN: &str = "number = 30\nreserves = 30";
const AREAS: &str =
    "share = \"each\"\nnumber = 4\nreserves = 4\nhomes = \"one-letter\"\n[areas]\nnumber = 1\nreserves = 1";

/// A place with everything that a frame is made of.
struct Bench {
    place: tempfile::TempDir,
}

impl Bench {
    fn new(charter: &str) -> Self {
        let bench = Self { place: tempfile::tempdir().unwrap() };
        bench.write("register.csv", &register());
        bench.write("villages.csv", &format!("kern\n{}\n", VILLAGES.join("\n")));
        bench.write("charter.toml", charter);
        bench.write("register.key", &format!("{KEY}\n"));
        bench
    }

    fn path(&self, name: &str) -> String {
        self.place.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.place.path().join(name), text).unwrap();
    }

    /// The command that makes the frame, into `out`.
    fn frame(&self, out: &str) -> Vec<String> {
        let paths =
            ["register.csv", "villages.csv", "charter.toml", "register.key"].map(|name| self.path(name));
        let [register, strata, charter, key] = paths;
        let args = ["invite", "frame", "--register", &register, "--strata", &strata, "--charter", &charter];
        let args = args.into_iter().chain(["--key", &key, "--out"]).map(str::to_owned);
        args.chain([self.path(out)]).collect()
    }

    fn framed(&self, out: &str) -> Value {
        json(&strs(&self.frame(out)))
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place.path().join(name)).unwrap()
    }
}

fn strs(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// What each claim came to.
fn claims(dir: &str, exit: i32) -> BTreeMap<u64, String> {
    let all = json_of(&["verify", dir], exit);
    let claims = all["claims"].as_array().unwrap().iter();
    claims.map(|c| (c["claim"].as_u64().unwrap(), c["outcome"].as_str().unwrap().to_owned())).collect()
}

/// The same from the second verifier, where there is a Python.
fn seconds(dir: &str, exit: i32) -> Option<BTreeMap<u64, String>> {
    let output = second(&[dir, "--json"])?;
    assert_eq!(output.status.code(), Some(exit), "{}{}", text(&output.stdout), text(&output.stderr));
    let all: BTreeMap<String, String> = serde_json::from_slice(&output.stdout).unwrap();
    Some(all.into_iter().map(|(n, outcome)| (n.parse().unwrap(), outcome)).collect())
}

fn failed(claims: &BTreeMap<u64, String>) -> Vec<u64> {
    claims.iter().filter(|(_, outcome)| *outcome == "FAIL").map(|(n, _)| *n).collect()
}

#[test]
fn from_a_register_to_letters_that_everybody_can_check() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    let framed = bench.framed("one");
    let dir = bench.path("one");
    assert_eq!(framed["rows"], 900);
    let strata: Vec<u64> =
        framed["strata"].as_array().unwrap().iter().map(|s| s["letters"].as_u64().unwrap()).collect();
    assert_eq!(strata.iter().sum::<u64>(), 30);
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    // A trial decides nothing, and never gives the letters of the draw with the same words.
    done(&["invite", "draw", &dir, "--trial", "--seed", "appel peer"]);
    let letters = bench.read("one/letters.csv");
    assert_ne!(bench.read("one/trials/1/letters.csv"), letters);
    for list in ["letters.csv", "post.csv"] {
        let list = bench.read(&format!("one/trials/1/{list}"));
        let marked = list.lines().skip(1).all(|line| line.starts_with("TRIAL: VOID,"));
        assert!(list.starts_with("void,stratum,") && marked && list.lines().count() > 30, "{list}");
    }
    let checked = claims(&dir, 0);
    let passed: Vec<u64> = checked.iter().filter(|(_, o)| *o == "PASS").map(|(n, _)| *n).collect();
    assert_eq!(passed, [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15]);
    if let Some(second) = seconds(&dir, 0) {
        assert_eq!(second, checked);
    }
    // What no record of letters can show, each program says in as many sentences of its own.
    let never = json_of(&["verify", &dir], 0)["cannot_show"].as_array().unwrap().len();
    if let Some(output) = second(&[&dir]) {
        let said = text(&output.stdout);
        let (_, rest) = said.split_once("No record can show:\n").unwrap();
        assert_eq!(rest.lines().filter(|line| line.starts_with("  - that ")).count(), never, "{said}");
        assert!(rest.contains("the register is complete") && rest.contains("posted"), "{said}");
    }
    // Everybody's own line: sha256sum of key and person is at or below the last one with a letter, or not.
    let key = Key::new(&Digest::from_hex(KEY).unwrap().0);
    let drawn: BTreeMap<String, u64> = letters
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect::<Vec<_>>())
        .map(|cells| (cells[2].to_owned(), cells[1].parse().unwrap()))
        .collect();
    let mut seen = [0; 2];
    for line in register().lines().skip(1).step_by(23) {
        let number = line.split(';').next().unwrap();
        let told = json(&["explain", &dir, "--person", number]);
        let person = key.person(number.as_bytes()).to_string();
        assert_eq!(told["person"], person);
        let Some(stratum) = told["stratum"].as_u64() else { continue };
        let draw_key = told["key"].as_str().unwrap();
        let hash = Digest::of(format!("{draw_key}{person}").as_bytes()).to_string();
        assert_eq!(told["hash"], hash.as_str());
        let gets = drawn.get(&person).is_some_and(|place| *place <= strata[stratum as usize - 1]);
        assert_eq!(hash.as_str() <= told["last"].as_str().unwrap(), gets);
        // The rows of their part have the published digest.
        let bucket = &person[..3];
        let rows: String =
            told["bucket"].as_array().unwrap().iter().map(|row| row.as_str().unwrap()).collect();
        let frame = bench.read("one/public/frame.csv");
        let due = frame.lines().find(|line| line.starts_with(bucket)).unwrap().rsplit(',').next().unwrap();
        assert_eq!(Digest::of(rows.as_bytes()).to_string(), due);
        seen[usize::from(gets)] += 1;
    }
    assert!(seen[0] > 10 && seen[1] > 0, "{seen:?}");
}

/// The same files and words, the same bytes, whatever the order of rows and files; other words or another secret, others.
#[test]
fn the_same_makes_the_same() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    let drawn = |out: &str, words: &str| {
        bench.framed(out);
        done(&["invite", "draw", &bench.path(out), "--seed", words]);
        (bench.read(&format!("{out}/public/commitment.txt")), bench.read(&format!("{out}/letters.csv")))
    };
    let first = drawn("one", "appel peer");
    let mut lines: Vec<String> = register().lines().map(str::to_owned).collect();
    lines[1..].reverse();
    bench.write("register.csv", &format!("{}\r\n", lines.join("\r\n").replace(';', ",")));
    assert_eq!(drawn("two", "appel peer"), first);
    assert_ne!(drawn("three", "appel pruim").1, first.1);
    bench.write("register.key", &format!("{}\n", KEY.replace('6', "7")));
    assert_ne!(drawn("four", "appel peer").0, first.0);
    // The command that made a folder, given again, changes nothing; of other files it is refused.
    bench.write("register.key", &format!("{KEY}\n"));
    done(&strs(&bench.frame("one")));
    bench.write("register.csv", &lines[..800].join("\n"));
    assert_eq!(geloot(&strs(&bench.frame("one"))).status.code(), Some(3));
}

#[test]
fn a_second_draw_needs_a_reason_and_keeps_the_first() {
    let bench = Bench::new(&charter(TEXT, "number = 30\nreserves = 15\nhomes = \"one-letter\""));
    bench.framed("one");
    let dir = bench.path("one");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let first = bench.read("one/letters.csv");
    // The same command again draws nothing.
    assert_eq!(json(&["invite", "draw", &dir, "--seed", "appel peer"])["again"], true);
    refused(&["invite", "draw", &dir, "--seed", "andere woorden"], 2, "D-02");
    refused(&["invite", "draw", &dir, "--ticket", "7"], 2, "Y-52");
    done(&["invite", "draw", &dir, "--redraw-because", "the register was not complete"]);
    assert_eq!(bench.read("one/annulled/1/letters.csv"), first);
    assert_ne!(bench.read("one/letters.csv"), first);
    let checked = claims(&dir, 0);
    if let Some(second) = seconds(&dir, 0) {
        assert_eq!(second, checked);
    }
    // No address has two letters.
    let list = bench.read("one/letters.csv");
    let homes: BTreeSet<&str> = list.lines().skip(1).map(|line| line.split(',').nth(3).unwrap()).collect();
    assert_eq!(homes.len(), list.lines().count() - 1);
}

/// What an interruption leaves is completed by the same command.
#[test]
fn a_draw_that_was_cut_off_is_completed() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    bench.framed("one");
    let dir = bench.path("one");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let whole = bench.read("one/letters.csv");
    for gone in
        [vec!["post.csv"], vec!["letters.csv", "post.csv"], vec!["letters.csv", "post.csv", "public/lists"]]
    {
        for name in gone {
            let path = bench.place.path().join("one").join(name);
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        done(&["invite", "draw", &dir, "--seed", "appel peer"]);
        assert_eq!(bench.read("one/letters.csv"), whole);
        claims(&dir, 0);
    }
}

#[test]
fn what_is_wrong_in_a_register_is_told_by_row_and_nothing_is_written() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    let good = register();
    let wrong = |row: &str, code: &str| {
        bench.write("register.csv", &format!("{good}{row}\n"));
        let said = refused(&strs(&bench.frame("none")), 2, code);
        assert!(said.contains("row 902"), "{said}");
        assert!(!bench.place.path().join("none").exists());
    };
    wrong("1;Nergens;1990-01-01;;0;;;", "Y-09");
    wrong("1;Egchel;01-01-1990;;0;;;", "Y-10");
    wrong("1;Egchel;1990-01-01;vorig jaar;0;;;", "Y-11");
    wrong(";Egchel;1990-01-01;;0;;;", "Y-07");
    wrong("1;Egchel;1990-01-01;;0;;", "Y-05");
    wrong("1;Egchel;1990-01-01;;0;;;\"x", "Y-06");
    bench.write("register.csv", &good);
    let with = |charter: &str, code: &str| {
        bench.write("charter.toml", charter);
        refused(&strs(&bench.frame("none")), 2, code);
        assert!(!bench.place.path().join("none").exists());
    };
    with(&charter("source = \"ticket\"", PLAIN), "Y-17");
    with(&charter("source = \"dice\"\nsides = 10\ncount = 5", PLAIN), "C-01");
    with(&charter(TEXT, "number = 30\nhomes = \"one-letter\"\nreserves = 300"), "Y-19");
    with(&charter(TEXT, "number = 30\nat-least = 0").replace("= 30", "= 2"), "Y-18");
    with(&charter(TEXT, "nummer = 30"), "Y-15");
    // A secret number of the citizen is refused, whatever the column is called.
    let citizens: String = (0..20)
        .map(|n| 111_222_333u32 + n * 11)
        .filter(|n| {
            let digits: Vec<i64> = format!("{n}").bytes().map(|b| i64::from(b - b'0')).collect();
            let sum: i64 = (0..9).map(|i| digits[i] * if i == 8 { -1 } else { 9 - i as i64 }).sum();
            sum % 11 == 0
        })
        .chain(std::iter::repeat_n(111_222_333, 15))
        .map(|n| format!("{n};Egchel;1990-01-01;;0;;;\n"))
        .collect();
    bench.write("charter.toml", &charter(TEXT, PLAIN));
    bench.write("register.csv", &format!("{}\n{citizens}", good.lines().next().unwrap()));
    refused(&strs(&bench.frame("none")), 2, "Y-08");
}

#[test]
fn codes_waves_answers_and_doors() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    bench.framed("one");
    let (dir, codes, key) = (bench.path("one"), bench.path("codes.csv"), bench.path("codes.key"));
    bench.write("codes.key", &"ab".repeat(32));
    refused(&["invite", "codes", &dir, "--key", &key, "--out", &codes], 2, "Y-55");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let waves = bench.read("one/public/waves/1/waves.csv");
    // A second wave is the next places, and nobody can take back the first.
    let first: Vec<&str> = waves.lines().collect();
    let to: u64 = first[1].split(',').nth(3).unwrap().parse().unwrap();
    bench.write("more.csv", &format!("{waves}1,2,{},{},2027-02-20,few answers\n", to + 1, to + 3));
    let more = bench.path("more.csv");
    done(&["invite", "waves", &dir, "--waves", &more]);
    // More letters than the draw gives are told of each stratum, by both verifiers.
    let plan = bench.read("one/public/plan.csv");
    let people = bench.read("one/public/people.csv");
    let cell = |table: &str| table.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let (due, of) = (cell(&plan), cell(&people));
    let words = format!("in stratum 1 {} of {of}, and {due} by the draw", to + 3);
    let said = text(&geloot(&["verify", &dir]).stdout).replace("\n      ", " ");
    assert!(said.contains(&words), "{words}: {said}");
    if let Some(second) = second(&[&dir]) {
        assert!(text(&second.stdout).contains(&words), "{words}: {}", text(&second.stdout));
    }
    // In whatever order they stand, they are the same; and so they are where the first is asked for again.
    let (head, rows) = (first[0], &first[1..]);
    let other: Vec<&str> = rows.iter().rev().copied().collect();
    let second = bench.read("more.csv").lines().last().unwrap().to_owned();
    bench.write("other.csv", &format!("{head}\n{second}\n{}\n", other.join("\n")));
    done(&["invite", "waves", &dir, "--waves", &bench.path("other.csv")]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    assert!(!Path::new(&dir).join("public/waves/3").exists());
    let told = refused(&["invite", "waves", &dir, "--first-on", "2027-01-21", "--lang", "en"], 2, "Y-37");
    assert!(told.contains("published already") && !told.contains(", row"), "{told}");
    for (wrong, code) in [
        (format!("{waves}1,2,{},{},2027-02-20,few answers\n", to + 2, to + 3), "Y-37"),
        (waves.replace("2027-01-20", "2027-01-21"), "Y-37"),
        ("nonsense\n".to_owned(), "R-02"),
    ] {
        bench.write("wrong.csv", &wrong);
        refused(&["invite", "waves", &dir, "--waves", &bench.path("wrong.csv")], 2, code);
    }
    let all = bench.read("codes.csv");
    let rows: Vec<Vec<&str>> = all.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let answer = |i: usize, said: &str| format!("{},2027-02-01,post,{said}\n", rows[i][0]);
    let answers = bench.path("answers.csv");
    bench.write(
        "answers.csv",
        &format!(
            "code,date,channel,answer\n{}{}{}",
            answer(0, "yes"),
            answer(1, "no"),
            answer(2, "returned")
        ),
    );
    let base = ["--codes", &codes, "--answers", &answers];
    let counted = json(&[&["invite", "answers", &dir][..], &base].concat());
    assert!(["yes", "no", "returned"].iter().all(|said| counted[said] == 1), "{counted}");
    let doors = bench.path("doors.csv");
    let outreach = ["invite", "outreach", &dir, "--stratum", "Panningen", "--doors", "2", "--out", &doors];
    done(&[&outreach[..], &base].concat());
    let doors = bench.read("doors.csv");
    let places: Vec<&str> = doors.lines().skip(1).map(|line| line.split(',').nth(2).unwrap()).collect();
    assert_eq!(places, ["3", "4"]);
    bench
        .write("answers.csv", &format!("code,date,channel,answer\n{}{}", answer(0, "yes"), answer(0, "yes")));
    refused(&[&["invite", "answers", &dir][..], &base].concat(), 2, "Y-34");
    let checked = claims(&dir, 0);
    assert_eq!(checked[&16], "PASS");
    if let Some(second) = seconds(&dir, 0) {
        assert_eq!(second, checked);
    }
}

/// Makes the manifest of a folder again, as a forger would, and for the frozen files the line.
fn refit(folder: &Path) {
    let path = folder.join("manifest.txt");
    let old = Manifest::parse(&fs::read(&path).unwrap()).unwrap();
    let files: Vec<(String, Vec<u8>)> = old
        .entries()
        .iter()
        .map(|entry| (entry.name.clone(), fs::read(folder.join(&entry.name)).unwrap()))
        .collect();
    let listed: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let manifest = Manifest::of(&listed).unwrap();
    fs::write(&path, manifest.to_string()).unwrap();
    if folder.join("commitment.txt").exists() {
        fs::write(folder.join("commitment.txt"), format!("{}\n", manifest.commit())).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let place = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &place)
        } else {
            drop(fs::copy(entry.path(), place))
        }
    }
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// The number of somebody who gets a letter, and of somebody who is not on the list.
fn drawn_and_not(dir: &Path) -> (String, String) {
    let keys = |file: &str| -> Vec<String> {
        let text = fs::read_to_string(dir.join(file)).unwrap();
        text.lines().skip(1).map(|line| line.rsplit(',').next().unwrap().to_owned()).collect()
    };
    let post = keys("post.csv");
    let friend = keys("sealed/persons.csv").into_iter().find(|key| !post.contains(key)).unwrap();
    (post[0].clone(), friend)
}

/// One thing changed in a sound record makes one claim fail in both verifiers: a tampered twin for each claim.
#[test]
fn every_claim_has_a_tampered_twin() {
    let bench = Bench::new(&charter(TEXT, PLAIN));
    let areas = Bench::new(&charter(TEXT, AREAS));
    for (bench, name) in [(&bench, "frozen"), (&bench, "drawn"), (&areas, "areas")] {
        bench.framed(name);
        if name != "frozen" {
            done(&["invite", "draw", &bench.path(name), "--seed", "appel peer"]);
            done(&["invite", "waves", &bench.path(name), "--first-on", "2027-01-20"]);
        }
    }
    let of = |name: &str| if name == "areas" { areas.place.path() } else { bench.place.path() }.join(name);
    type Change = fn(&Path);
    let twins: &[(u64, &str, Change)] = &[
        (1, "drawn", |dir| {
            change(&dir.join("public/commitment.txt"), "geloot-commitment-1:", "geloot-commitment-1:0")
        }),
        (3, "drawn", |dir| change(&dir.join("public/people.csv"), "1,", "1,1")),
        (4, "drawn", |dir| fs::write(dir.join("public/names.csv"), "x").unwrap()),
        (5, "frozen", |dir| {
            change(&dir.join("public/about.json"), "\"age\": 16", "\"age\": 17");
            refit(&dir.join("public"));
        }),
        (6, "frozen", |dir| {
            change(&dir.join("public/counts.csv"), "doubtful,0", "doubtful,1");
            refit(&dir.join("public"));
        }),
        (7, "frozen", |dir| {
            let path = dir.join("public/plan.csv");
            let text = fs::read_to_string(&path).unwrap();
            let row = text.lines().nth(1).unwrap();
            let (rest, chance) = row.rsplit_once(',').unwrap();
            let (part, of) = chance.split_once('/').unwrap();
            let of: u64 = of.parse().unwrap();
            change(&path, row, &format!("{rest},{part}/{}", of + 1));
            refit(&dir.join("public"));
        }),
        (8, "drawn", |dir| {
            change(&dir.join("public/draws/1/draw.json"), "\"draw\": 1", "\"draw\": 2");
            refit(&dir.join("public/draws/1"));
        }),
        (9, "drawn", |dir| forge(dir, |draw| draw["source"] = "undeclared".into())),
        (10, "drawn", |dir| {
            forge(dir, |draw| {
                draw["evidence"] = "dice\n10\n1 2 3".into();
                draw["source"] = "overridden".into();
                draw["override"] = "we had dice".into();
                draw["seed"] = seed_of(draw);
            });
        }),
        (11, "drawn", |dir| forge(dir, |draw| draw["seed"] = "0".repeat(64).into())),
        (12, "areas", |dir| {
            let path = dir.join("public/draws/1/areas.csv");
            let text = fs::read_to_string(&path).unwrap();
            let row =
                text.lines().find(|line| line.ends_with(",drawn") || line.ends_with(",certain")).unwrap();
            change(&path, row, &format!("{},-", row.split(',').next().unwrap()));
            refit(&dir.join("public/draws/1"));
            relink(dir);
        }),
        (13, "drawn", |dir| {
            let path = dir.join("public/lists/1/figures.csv");
            let text = fs::read_to_string(&path).unwrap();
            let cells: Vec<&str> = text.lines().nth(1).unwrap().split(',').collect();
            change(&path, &format!("1,{}", cells[1]), &format!("1,{}0", cells[1]));
            refit(&dir.join("public/lists/1"));
        }),
        (14, "drawn", |dir| {
            let path = dir.join("letters.csv");
            let text = fs::read_to_string(&path).unwrap();
            let person = text.lines().nth(1).unwrap().split(',').nth(2).unwrap();
            change(&path, person, &"0".repeat(32));
        }),
        (15, "drawn", |dir| {
            let path = dir.join("sealed/persons.csv");
            let text = fs::read_to_string(&path).unwrap();
            let line = text.lines().nth(5).unwrap();
            change(&path, &format!("{line}\n"), "");
        }),
        // Somebody else's number on the envelope, and in the sealed list as well.
        (15, "drawn", |dir| {
            let (drawn, friend) = drawn_and_not(dir);
            change(&dir.join("post.csv"), &format!(",{drawn}\n"), &format!(",{friend}\n"));
        }),
        (15, "drawn", |dir| {
            let (drawn, friend) = drawn_and_not(dir);
            change(&dir.join("post.csv"), &format!(",{drawn}\n"), &format!(",{friend}\n"));
            let path = dir.join("sealed/persons.csv");
            change(&path, &format!(",{drawn}\n"), ",between\n");
            change(&path, &format!(",{friend}\n"), &format!(",{drawn}\n"));
            change(&path, ",between\n", &format!(",{friend}\n"));
        }),
        // Nobody's number on the envelope, and another secret and manifest beside it.
        (15, "drawn", |dir| {
            let (drawn, _) = drawn_and_not(dir);
            change(&dir.join("post.csv"), &format!(",{drawn}\n"), ",\n");
            change(&dir.join("sealed/persons.csv"), &format!(",{drawn}\n"), ",\n");
        }),
        (15, "drawn", |dir| fs::write(dir.join("sealed/manifest.txt"), "").unwrap()),
        (15, "drawn", |dir| {
            let path = dir.join("sealed/key.txt");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, format!("{text}\n")).unwrap();
        }),
        // Letters to an area that was not drawn.
        (16, "areas", |dir| {
            let areas = fs::read_to_string(dir.join("public/draws/1/areas.csv")).unwrap();
            let out = areas.lines().find(|row| row.ends_with(",-")).unwrap().split(',').next().unwrap();
            let path = dir.join("public/waves/1/waves.csv");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, format!("{text}{out},1,1,2,2027-01-20,more\n")).unwrap();
            refit(&dir.join("public/waves/1"));
        }),
        (16, "drawn", |dir| {
            change(&dir.join("public/waves/1/waves.csv"), "1,1,1,", "1,1,2,");
            refit(&dir.join("public/waves/1"));
        }),
    ];
    for (claim, from, tamper) in twins {
        let place = tempfile::tempdir().unwrap();
        let dir = place.path().join("record");
        copy(&of(from), &dir);
        tamper(&dir);
        let path = dir.to_string_lossy().into_owned();
        let found = failed(&claims(&path, 1));
        assert!(found.contains(claim), "I{claim}: {found:?}");
        // What the list for the post says wrong, the list shows too.
        let first = if *claim == 10 { 9 } else { *claim };
        assert!(found[0] == first || *claim == 15 && found[..2] == [14, 15], "I{claim}: {found:?}");
        if let Some(second) = seconds(&path, 1) {
            assert!(failed(&second).contains(claim), "I{claim}: {second:?}");
        }
        // Nobody can draw from it.
        if ![10, 15, 9, 14].contains(claim) {
            let drawn = geloot(&["invite", "draw", &path, "--redraw-because", "it was tampered with"]);
            assert_ne!(drawn.status.code(), Some(0), "I{claim}");
        }
    }
    // Whoever has only the public part is told where the last lot lies, if it can hardly be that of so many among so many.
    let place = tempfile::tempdir().unwrap();
    let public = place.path().join("public");
    copy(&of("drawn").join("public"), &public);
    let path = public.to_string_lossy().into_owned();
    let told = |wanted: bool| {
        let shown = done(&["verify", &path]).split_whitespace().collect::<Vec<_>>().join(" ");
        let sign = "In draw 1 the lot of a last place lies in stratum 1 where chance";
        assert_eq!(shown.contains(sign), wanted, "{shown}");
        if let Some(second) = second(&[&path]) {
            let shown = text(&second.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(second.status.code(), Some(0), "{shown}");
            assert_eq!(
                shown.contains("in draws/1 the lot of a last place lies in strata 1 where chance"),
                wanted,
                "{shown}"
            );
        }
    };
    told(false);
    let figures = public.join("lists/1/figures.csv");
    let row = fs::read_to_string(&figures).unwrap().lines().nth(1).unwrap().to_owned();
    let kept = row.rsplitn(3, ',').last().unwrap().to_owned();
    change(&figures, &row, &format!("{kept},{0}0,{0}1", "f".repeat(63)));
    refit(&public.join("lists/1"));
    told(true);
    // A frame that was frozen afterwards, with one letter more, is sound in itself: it is not the published one.
    bench.write("charter.toml", &charter(TEXT, "number = 31\nreserves = 30"));
    bench.framed("afterwards");
    done(&["invite", "draw", &bench.path("afterwards"), "--seed", "appel peer"]);
    let (line, twin) = (bench.read("drawn/public/commitment.txt"), bench.path("afterwards"));
    assert_eq!(failed(&claims(&twin, 0)), [0; 0]);
    let all = json_of(&["verify", &twin, "--commitment", line.trim()], 1);
    let outcomes = all["claims"].as_array().unwrap().iter().filter(|c| c["outcome"] == "FAIL");
    assert_eq!(outcomes.map(|c| c["claim"].as_u64().unwrap()).collect::<Vec<_>>(), [2]);
    if let Some(output) = second(&[&twin, "--json", "--commitment", line.trim()]) {
        let all: BTreeMap<String, String> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((output.status.code(), all["2"].as_str()), (Some(1), "FAIL"));
    }
    // The published line: only whoever has it can tell.
    let line = bench.read("drawn/public/commitment.txt");
    let dir = bench.path("drawn");
    done(&["verify", &dir, "--commitment", line.trim()]);
    let (head, digits) = line.trim().split_once(':').unwrap();
    let other = format!("{head}:{}", digits.replace(|c: char| c.is_ascii_digit(), "3"));
    assert_eq!(geloot(&["verify", &dir, "--commitment", &other]).status.code(), Some(1));
}

/// The answer of the beacon in round 123 of "quicknet", as it gave it.
const QUICKNET_123: &str = r#"{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;

/// The seed is a round of the beacon that the charter declared: no other, no forged one, and whoever checks has its answer.
#[test]
fn letters_by_the_beacon() {
    let source = "source = \"drand\"\nchain = \"quicknet\"\nround = 123";
    let bench = Bench::new(&charter(source, PLAIN).replace("2026-12-01", "2023-08-01"));
    // The round was public years ago, whatever date the charter gives itself.
    refused(&strs(&bench.frame("one")), 2, "C-02");
    let known: Vec<String> = bench.frame("one").into_iter().chain(["--known-round".to_owned()]).collect();
    let output = geloot(&strs(&known));
    assert!(output.status.success() && text(&output.stderr).contains("[C-03]"), "{}", text(&output.stderr));
    let dir = bench.path("one");
    bench.write("123.json", QUICKNET_123);
    bench.write("forged.json", &QUICKNET_123.replace("b75c69", "b75c68"));
    bench.write("other.json", &QUICKNET_123.replace(":123", ":124"));
    refused(&["invite", "draw", &dir, "--seed", "appel peer"], 2, "D-05");
    refused(&["invite", "draw", &dir, "--drand", &bench.path("forged.json")], 2, "Z-09");
    refused(&["invite", "draw", &dir, "--drand", &bench.path("other.json")], 2, "Z-09");
    let drawn = json(&["invite", "draw", &dir, "--drand", &bench.path("123.json")]);
    assert_eq!(drawn["record"]["source"], "declared");
    let passed = claims(&dir, 0);
    assert_eq!((passed[&9].as_str(), passed[&10].as_str(), passed[&11].as_str()), ("PASS", "PASS", "PASS"));
    if let Some(second) = seconds(&dir, 0) {
        assert_eq!(second[&11], "PASS");
    }
    // Another answer in the record is found.
    change(&Path::new(&dir).join("public/draws/1/beacon.json"), "b75c69", "b75c68");
    refit(&Path::new(&dir).join("public/draws/1"));
    relink(Path::new(&dir));
    assert!(failed(&claims(&dir, 1)).contains(&10));
}

/// Thirteen registers in thirteen layouts, as their municipalities sent them: a recipe makes one list of them, and what it
/// did is kept.
#[test]
fn registers_of_any_layout_by_a_recipe() {
    let bench = Bench::new(
        "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-03-01\nage = 16\n[columns]\n\
         key = \"id\"\nstrata = [\"gemeente\"]\nborn = \"geboren\"\n[letters]\nnumber = 60\nreserves = 20\n",
    );
    let registers = bench.place.path().join("registers");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/zeeland-registers"), &registers);
    let recipe = registers.join("recept.toml");
    change(&recipe, "with = \" \"", "with = \"/\"");
    change(&recipe, "\"geslacht\", \"leeftijd\"]", "\"geboren\"]");
    change(
        &recipe,
        "[columns.geslacht.values]",
        "[columns.geboren]\nfrom = \"geboortedatum\"\ndate = true\n\n[columns.geslacht.values]",
    );
    let of = |line: &str| {
        line.split_once("gemeente = \"").map(|(_, rest)| rest.trim_end_matches("\" }").to_owned())
    };
    let names: Vec<String> = fs::read_to_string(&recipe).unwrap().lines().filter_map(of).collect();
    bench.write("towns.csv", &format!("gemeente\n{}\n", names.join("\n")));
    let [recipe, towns, terms, key] =
        ["registers/recept.toml", "towns.csv", "charter.toml", "register.key"].map(|name| bench.path(name));
    let frame = |from: &[&str], out: &str| -> Vec<String> {
        let rest = ["--strata", &towns, "--charter", &terms, "--key", &key, "--out", &bench.path(out)];
        let args = ["invite", "frame"].iter().chain(from).chain(&rest);
        args.map(|arg| (*arg).to_owned()).collect()
    };
    let framed = json(&strs(&frame(&["--recipe", &recipe], "one")));
    assert_eq!(framed["rows"], 527, "the totals of the recipe");
    let dir = bench.path("one");
    let facts: Value = serde_json::from_str(&bench.read("one/public/prepared.json")).unwrap();
    assert_eq!((facts["people"].as_u64(), facts["sources"].as_array().unwrap().len()), (Some(527), 13));
    assert!(bench.read("one/sealed/prepared/changes.csv").contains(",geboren,22-07-1990,1990-07-22,"));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    assert_eq!(failed(&claims(&dir, 0)), [0; 0]);
    if let Some(second) = seconds(&dir, 0) {
        assert_eq!(failed(&second), [0; 0]);
    }
    // Prepared first and framed then, it is the same frame.
    done(&["prepare", &recipe, "--out", &bench.path("list")]);
    json(&strs(&frame(&["--register", &bench.path("list/pool.csv")], "two")));
    assert_eq!(bench.read("one/public/frame.csv"), bench.read("two/public/frame.csv"));
    assert_eq!(bench.read("one/sealed/persons.csv"), bench.read("two/sealed/persons.csv"));
    // The same command again makes nothing; another list is told.
    json(&strs(&frame(&["--recipe", &recipe], "one")));
    let public = Path::new(&dir).join("public");
    for (claim, file, from, to) in [
        (5, "public/prepared.json", "\"rules\": 1", "\"rules\": 2"),
        (6, "public/prepared.json", "\"people\": 527", "\"people\": 526"),
        (15, "sealed/prepared/pool.csv", "1990-07-22", "1990-07-23"),
    ] {
        let place = tempfile::tempdir().unwrap();
        let twin = place.path().join("record");
        copy(Path::new(&dir), &twin);
        change(&twin.join(file), from, to);
        if claim == 6 {
            change(&twin.join(file), "\"left_out\": 0", "\"left_out\": 1");
        }
        refit(&twin.join("public"));
        let path = twin.to_string_lossy().into_owned();
        assert!(failed(&claims(&path, 1)).contains(&claim), "I{claim}");
        if let Some(second) = (claim != 15).then(|| seconds(&path, 1)).flatten() {
            assert!(failed(&second).contains(&claim), "I{claim}: {second:?}");
        }
    }
    assert!(public.join("prepared.json").is_file());
    // A frame that does not follow from the list of which its facts speak; and the list that is made again of its sources.
    let place = tempfile::tempdir().unwrap();
    let twin = place.path().join("record");
    copy(Path::new(&dir), &twin);
    change(&twin.join("sealed/prepared/pool.csv"), "1990-07-22", "2020-07-22");
    let digest = |path: &Path| Digest::of(&fs::read(path).unwrap()).to_string();
    let [own, other] = [Path::new(&dir), &twin].map(|at| digest(&at.join("sealed/prepared/pool.csv")));
    change(&twin.join("public/prepared.json"), &own, &other);
    refit(&twin.join("public"));
    let path = twin.to_string_lossy().into_owned();
    assert_eq!(failed(&claims(&path, 1))[..1], [8], "draws are of another commitment");
    assert!(failed(&claims(&path, 1)).contains(&15));
    if let Some(second) = seconds(&path, 1) {
        assert!(failed(&second).contains(&15), "{second:?}");
    }
    let again = json_of(&["verify", &dir, "--recipe", &recipe], 0);
    let remarks = |n: usize| again["claims"][n - 1]["remarks"].to_string();
    assert!(remarks(6).contains("every digest") && remarks(15).contains("made again"), "{again}");
    // What the recipe does not settle stops the work.
    change(Path::new(&recipe), "total = 40", "total = 41");
    refused(&strs(&frame(&["--recipe", &recipe], "three")), 2, "I-18");
}

/// Changes the facts of the first draw and everything that names them.
fn forge(dir: &Path, change: impl Fn(&mut Value)) {
    let path: PathBuf = dir.join("public/draws/1/draw.json");
    let mut draw: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    change(&mut draw);
    fs::write(&path, format!("{:#}\n", draw)).unwrap();
    refit(&dir.join("public/draws/1"));
    relink(dir);
}

/// Makes the record of the list name the draw as it is now.
fn relink(dir: &Path) {
    let digest = Digest::of(&fs::read(dir.join("public/draws/1/manifest.txt")).unwrap()).to_string();
    let path = dir.join("public/lists/1/list.json");
    let mut list: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    list["record"] = digest.into();
    fs::write(&path, format!("{:#}\n", list)).unwrap();
    refit(&dir.join("public/lists/1"));
}

fn seed_of(draw: &Value) -> Value {
    let commitment = Digest::from_hex(draw["commitment"].as_str().unwrap()).unwrap();
    let evidence = draw["evidence"].as_str().unwrap();
    Digest::tagged("geloot/1/seed", &[&commitment.0, evidence.as_bytes()]).to_string().into()
}

/// A record of another kind is told from this one.
#[test]
fn kinds_of_records_are_told_apart() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name).to_string_lossy().into_owned();
    fs::write(at("pool.csv"), "id,age\na,young\nb,young\nc,old\nd,old\n").unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\nage,young,1,1\nage,old,1,1\n").unwrap();
    let (pool, quotas, out) = (at("pool.csv"), at("quotas.csv"), at("panel"));
    done(&run::lottery(&pool, &quotas, "2", &out));
    refused(&["invite", "draw", &out, "--seed", "appel peer"], 2, "Y-50");
    let bench = Bench::new(&charter(TEXT, PLAIN));
    bench.framed("one");
    refused(&["draw", &bench.path("one"), "--seed", "appel peer"], 2, "Y-57");
}

/// A page for everybody: strata and chances, the draw, how to check one's own lot, and nobody's number in the register.
#[test]
fn the_account_of_letters_tells_what_is_public_and_no_person() {
    let bench =
        Bench::new(&charter(TEXT, PLAIN).replace("date =", "question = \"Waar komt het <park>?\"\ndate ="));
    bench.framed("one");
    let dir = bench.path("one");
    let page = |name: &str, more: &[&str]| {
        let out = bench.path(name);
        done(&[&["account", &dir, "--out", &out], more].concat());
        bench.read(name)
    };
    assert!(page("before.html", &[]).contains("Nothing has been drawn yet"));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let line = bench.read("one/public/commitment.txt");
    let [english, dutch] = ["en", "nl"].map(|lang| page(&format!("{lang}.html"), &["--lang", lang]));
    for page in [&english, &dutch] {
        for wanted in [line.trim(), "<svg", "Panningen", "&lt;park&gt;", "sha256sum", "I15", "appel peer"] {
            assert!(page.contains(wanted), "{wanted}");
        }
        for forbidden in ["http:", "https:", "src=", "<script", "account-", "letters-"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        // Nobody of the register.
        let post = bench.read("one/post.csv");
        assert!(post.lines().skip(1).all(|row| !page.contains(row.rsplit(',').next().unwrap())));
    }
    assert!(english.contains("Letters sent") && dutch.contains("Verstuurde brieven"));
    assert!(!english.contains("Objections") && page("o.html", &["--proces-verbaal"]).contains("Objections"));
    // The public part alone gives the same page.
    let public = bench.path("one/public");
    done(&["account", &public, "--out", &bench.path("p.html"), "--lang", "en"]);
    assert_eq!(bench.read("p.html"), english);
    refused(&["account", &dir, "--out", &bench.path("x.html"), "--invited", "9"], 2, "Y-71");
    change(&Path::new(&dir).join("public/counts.csv"), "doubtful,0", "doubtful,1");
    assert_ne!(geloot(&["account", &dir, "--out", &bench.path("y.html")]).status.code(), Some(0));
}
