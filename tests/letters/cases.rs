//! Invitation lotteries as they were really held, with people who do not exist: thirteen registers of a province, equal shares
//! over three former municipalities, areas of a country by size, homes of every size, one village year after year.

use crate::registers;
use crate::run;
use crate::run::{done, json, text};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

struct Place {
    folder: tempfile::TempDir,
    registers: Vec<String>,
}

impl Place {
    fn new(charter: &str, strata: &str) -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap(), registers: Vec::new() };
        place.write("charter.toml", charter);
        place.write("strata.csv", strata);
        place.write("secret.key", &"5a".repeat(32));
        place
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// A folder of `fixtures/invite`.
    fn shipped(name: &str) -> Self {
        let mut place = Self { folder: tempfile::tempdir().unwrap(), registers: Vec::new() };
        place.write("secret.key", &"5a".repeat(32));
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/invite").join(name);
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        files.sort();
        for path in files {
            let (name, text) =
                (path.file_name().unwrap().to_str().unwrap(), fs::read_to_string(&path).unwrap());
            match name.starts_with("register") {
                true => place.register(name, &text),
                false => drop(place.write(name, &text)),
            }
        }
        place
    }

    fn register(&mut self, name: &str, text: &str) {
        self.registers.push(self.write(name, text).to_string_lossy().into_owned());
    }

    /// Frames into `out`, with more options.
    fn frame(&self, out: &str, more: &[&str]) -> Value {
        let [charter, strata, key, out] =
            ["charter.toml", "strata.csv", "secret.key", out].map(|n| self.path(n));
        let mut args = vec!["invite", "frame", "--charter", &charter, "--strata", &strata, "--key", &key];
        args.extend(["--out", &out, "--register"]);
        args.extend(self.registers.iter().map(String::as_str));
        args.extend(more);
        json(&args)
    }

    fn draw(&self, out: &str) -> Value {
        let dir = self.path(out);
        let drawn = json(&["invite", "draw", &dir, "--seed", "appel peer banaan"]);
        assert!(
            !json(&["verify", &dir])["claims"].as_array().unwrap().iter().any(|c| c["outcome"] == "FAIL")
        );
        if let Some(second) = run::second(&[&dir]) {
            assert_eq!(second.status.code(), Some(0), "{}", text(&second.stdout));
        }
        drawn
    }

    /// The rows of a file, cell by cell.
    fn rows(&self, name: &str) -> Vec<Vec<String>> {
        let text = fs::read_to_string(self.folder.path().join(name)).unwrap();
        text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
    }
}

fn letters(framed: &Value) -> Vec<u64> {
    framed["strata"].as_array().unwrap().iter().map(|s| s["letters"].as_u64().unwrap()).collect()
}

const SEED: &str = "date = 2026-12-01\n[seed]\nsource = \"text\"\n";

/// Homes of one to nine and an institution of twelve: at most one letter at each address, whoever lives there.
#[test]
fn homes_of_every_size() {
    let charter = |homes: &str, number: u32| {
        format!(
            "{SEED}[columns]\nkey = \"nr\"\npostcode = \"pc\"\nnumber = \"huis\"\n\
             [letters]\nnumber = {number}\nreserves = 10\nhomes = \"{homes}\"\n"
        )
    };
    let place = Place::shipped("flevoland-homes");
    let frame = |place: &Place, out: &str| {
        let [charter, key, out, register] =
            ["charter.toml", "secret.key", out, "register.csv"].map(|n| place.path(n));
        json(&[
            "invite",
            "frame",
            "--charter",
            &charter,
            "--key",
            &key,
            "--out",
            &out,
            "--register",
            &register,
        ])
    };
    let framed = frame(&place, "flevoland");
    assert_eq!(framed["institutions"], 1);
    place.draw("flevoland");
    let list = place.rows("flevoland/letters.csv");
    let homes: BTreeSet<&String> = list.iter().map(|row| &row[3]).collect();
    assert_eq!((homes.len(), list.len()), (50, 50));
    let sizes = place.rows("flevoland/public/homes.csv");
    assert!(sizes.contains(&["1", "9", "11"].map(str::to_owned).to_vec()), "{sizes:?}");
    // Addresses first: another list, with the chance of an address.
    place.write("charter.toml", &charter("address-first", 40));
    let framed = frame(&place, "ireland");
    // 99 homes, and everybody in the institution is one of their own.
    assert_eq!(framed["strata"][0]["chance"], "40/111");
    place.draw("ireland");
}

/// Peel en Maas: letters twice a year; whoever was drawn before is left out, by the signs of the earlier lists. And how many
/// letters it takes for fifty people, where one in fourteen comes.
#[test]
fn one_village_twice_and_enough_letters() {
    let charter = format!("{SEED}[columns]\nkey = \"nr\"\nstrata = [\"kern\"]\n[letters]\nnumber = 30\n");
    let mut place = Place::new(&charter, "kern\nPanningen\nEgchel\n");
    let row = |n: u32| format!("{n};{}\n", if n.is_multiple_of(7) { "Egchel" } else { "Panningen" });
    place.register("register.csv", &format!("nr;kern\n{}", (1..=2_000).map(row).collect::<String>()));
    place.frame("first", &[]);
    place.draw("first");
    let before: BTreeSet<String> =
        place.rows("first/letters.csv").into_iter().map(|row| row[2].clone()).collect();
    let list: String = before.iter().map(|person| format!("{person},drawn before\n")).collect();
    place.write("before.csv", &format!("person,ground\n{list}"));
    let second = place.frame("second", &["--exclude", &place.path("before.csv")]);
    assert_eq!(second["excluded"][0]["people"], 30);
    assert_eq!(second["people"], 1_970);
    place.draw("second");
    let now = place.rows("second/letters.csv");
    assert!(now.iter().all(|row| !before.contains(&row[2])));
    // 300 letters bring about 21 people; for 50 it takes far more, and the plan says how many in each village.
    place.write("charter.toml", &charter.replace("number = 30\n", ""));
    place.write("rates.csv", "kern,rate\nPanningen,7%\nEgchel,0.05\n");
    let more = ["--for-volunteers", "50", "--sure", "0.95", "--response", &place.path("rates.csv")];
    let needed = letters(&place.frame("third", &more));
    assert!(needed[0] > 600 && needed[0] < 900 && needed[1] > 140 && needed[1] < 286, "{needed:?}");
    place.draw("third");
}

/// From letters to the panel: the pool is of people who got one, and the panel's charter names the line.
#[test]
fn a_pool_that_came_by_letters() {
    let charter_text = format!("{SEED}[columns]\nkey = \"nr\"\n[letters]\nnumber = 60\n");
    let mut place = Place::new(&charter_text, "");
    let people: String = (1..=500).map(|n| format!("{n}\n")).collect();
    place.register("register.csv", &format!("nr\n{people}"));
    let [charter, key, dir, register] =
        ["charter.toml", "secret.key", "letters", "register.csv"].map(|n| place.path(n));
    let frame =
        ["invite", "frame", "--charter", &charter, "--key", &key, "--out", &dir, "--register", &register];
    let line = json(&frame)["commitment"].as_str().unwrap().to_owned();
    place.draw("letters");
    place.write("codes.key", &"0c".repeat(32));
    let (codes, own) = (place.path("codes.csv"), place.path("codes.key"));
    done(&["invite", "codes", &dir, "--key", &own, "--out", &codes]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let codes_of: Vec<String> = place.rows("codes.csv").into_iter().map(|row| row[0].clone()).collect();
    let pool = |extra: &str| {
        let rows: String = (0..20)
            .map(|n| format!("p{n},{},{}\n", codes_of[n], if n % 2 == 0 { "m" } else { "v" }))
            .collect();
        place.write("pool.csv", &format!("id,letter,sex\n{rows}{extra}"))
    };
    pool("");
    place.write("quotas.csv", "feature,value,min,max\nsex,m,2,2\nsex,v,2,2\n");
    place.write("panel.toml", &format!("date = 2027-03-01\n[invited]\nline = \"{line}\"\n"));
    let [pool_path, quotas, panel] = ["pool.csv", "quotas.csv", "panel.toml"].map(|n| place.path(n));
    let lottery = |out: &str| {
        let out = place.path(out);
        let mut args: Vec<String> =
            run::lottery(&pool_path, &quotas, "4", &out).iter().map(|a| (*a).to_owned()).collect();
        args.extend(["--charter", &panel, "--invited", &dir, "--letter-codes", &codes].map(str::to_owned));
        args
    };
    let args = lottery("panel");
    done(&args.iter().map(String::as_str).collect::<Vec<_>>());
    // The link is public and frozen.
    let frozen = fs::read_to_string(place.folder.path().join("panel/public/charter.toml")).unwrap();
    assert!(frozen.contains(&line));
    // The account says how people were asked, by the record beside it or by the one that is given.
    let panel_dir = place.path("panel");
    let account = |name: &str, more: &[&str]| {
        let out = place.path(name);
        done(&[&["account", &panel_dir, "--out", &out], more].concat());
        fs::read_to_string(out).unwrap()
    };
    for page in [account("a.html", &[]), account("b.html", &["--letters", &dir])] {
        for wanted in [line.as_str(), "<td class=\"n\">60</td>", "<td class=\"n\">500</td>", "with a letter"]
        {
            assert!(page.contains(wanted), "{wanted}");
        }
    }
    run::refused(&["account", &panel_dir, "--out", &place.path("c.html"), "--invited", "60"], 2, "Y-81");
    // Another lottery of letters is not the one that the panel's charter names.
    place.write("second.toml", &charter_text.replace("number = 60", "number = 61"));
    let [second, terms] = ["second", "second.toml"].map(|n| place.path(n));
    done(&["invite", "frame", "--charter", &terms, "--key", &key, "--out", &second, "--register", &register]);
    let said = run::refused(
        &["account", &panel_dir, "--out", &place.path("c.html"), "--letters", &second],
        2,
        "Y-80",
    );
    assert!(said.contains("whose line stands in the charter under [invited]"), "{said}");
    let other = place.folder.path().join("other-letters");
    fs::create_dir(&other).unwrap();
    let [away, other] = [place.path("away"), other.to_string_lossy().into_owned()];
    fs::rename(&dir, format!("{other}/letters")).unwrap();
    let page = account("d.html", &["--lang", "nl"]);
    assert!(page.contains(&line) && page.contains("staat in de verantwoording van die loting"));
    run::refused(&["account", &panel_dir, "--out", &away, "--letters", &panel_dir], 2, "Y-50");
    fs::rename(format!("{other}/letters"), &dir).unwrap();
    // Whoever answered no, or whose letter came back, does not pass in silence.
    place.write("answers.csv", &format!("code,date,channel,answer\n{},2027-02-01,post,nee\n", codes_of[3]));
    let mut args = lottery("declined");
    args.extend(["--answers".to_owned(), place.path("answers.csv")]);
    let said = run::refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "Y-95");
    assert!(said.contains("row 5"), "{said}");
    pool("friend,,m\n");
    let args = lottery("other");
    run::refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "Y-38");
    pool("");
    place.write("panel.toml", "date = 2027-03-01\n");
    run::refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "Y-68");
}

/// Zeeland, 2023: thirteen municipalities, each with a register of its own layout, 10,000 letters by size. Whoever moved is in
/// two of them, and is drawn from where they live now; from the letters comes the pool of a panel of 300.
#[test]
fn thirteen_registers_of_a_province() {
    let place = Place::shipped("zeeland-13-registers");
    let framed = place.frame("letters", &[]);
    let rows: u32 = registers::ZEELAND.iter().map(|town| town.1).sum();
    assert_eq!((framed["rows"].as_u64(), rows), (Some(77_579), 77_579));
    assert_eq!(framed["repeats"], 12 * registers::MOVED);
    let shares = letters(&framed);
    assert_eq!(shares.iter().sum::<u64>(), 10_000);
    // Within one of its share of the people, each of them.
    let people: Vec<u64> =
        framed["strata"].as_array().unwrap().iter().map(|s| s["people"].as_u64().unwrap()).collect();
    let all: u64 = people.iter().sum();
    for (letters, people) in shares.iter().zip(&people) {
        assert!((letters * all).abs_diff(people * 10_000) <= all, "{letters} of {people}");
    }
    assert!(framed["young"].as_u64().unwrap() > 100 && framed["confidential"].as_u64().unwrap() > 100);
    let line = framed["commitment"].as_str().unwrap().to_owned();
    place.draw("letters");
    let post = place.rows("letters/post.csv");
    let keys: BTreeSet<&str> = post.iter().map(|row| row[4].as_str()).collect();
    assert_eq!((keys.len(), post.len()), (12_000, 12_000));
    for row in &post {
        let (at, n): (usize, u32) = (row[4][..2].parse().unwrap(), row[4][2..].parse().unwrap());
        let moved = (100..100 + registers::MOVED).contains(&n) && at + 1 < registers::ZEELAND.len();
        assert_eq!(row[1], registers::ZEELAND[if moved { at + 1 } else { at }].0, "{row:?}");
    }
    // The 750 volunteers of the scenario came by a letter to their municipality.
    place.write("codes.key", &"0c".repeat(32));
    let [dir, codes, key] = ["letters", "codes.csv", "codes.key"].map(|name| place.path(name));
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let scenario = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios/zeeland");
    let pool = fs::read_to_string(scenario.join("pool.csv")).unwrap();
    let mut written: Vec<Vec<String>> = registers::ZEELAND.iter().map(|_| Vec::new()).collect();
    for row in place.rows("codes.csv").into_iter().rev().filter(|row| row[5] == "letter") {
        written[row[1].parse::<usize>().unwrap() - 1].push(row[0].clone());
    }
    let mut code_of = |town: &str| {
        let at = registers::ZEELAND.iter().position(|(name, _)| *name == town).unwrap();
        written[at].pop().unwrap()
    };
    let rows = pool.lines().enumerate().map(|(n, row)| match n {
        0 => format!("{row},letter\n"),
        _ => format!("{row},{}\n", code_of(row.split(',').nth(1).unwrap())),
    });
    let dealt: Vec<String> = rows.collect();
    // Two of them have moved since, to where the other lived.
    let moved = || {
        let town = |row: &str| row.split(',').nth(1).unwrap().to_owned();
        let (one, other) = (town(&dealt[1]), town(&dealt[2]));
        assert_ne!(one, other);
        let row = |n: usize, from: &str, to: &str| dealt[n].replacen(from, to, 1);
        [&[dealt[0].clone(), row(1, &one, &other), row(2, &other, &one)], &dealt[3..]].concat().concat()
    };
    place.write("moved.csv", &moved());
    place.write("pool.csv", &dealt.concat());
    place.write("panel.toml", &format!("[invited]\nline = \"{line}\"\nstreams = []\n"));
    let quotas = scenario.join("quotas.csv").to_string_lossy().into_owned();
    let [pool, panel, terms] = ["pool.csv", "panel", "panel.toml"].map(|name| place.path(name));
    let lottery = run::lottery(&pool, &quotas, "300", &panel);
    // The charter promises that everybody had a letter: nothing is frozen where nobody looked.
    let forgotten = [&lottery[..], &["--charter", &terms]].concat();
    run::refused(&forgotten, 2, "Y-73");
    let invited = ["--charter", &terms, "--invited", &dir, "--letter-codes", &codes];
    let said = |pool: &str, out: &str| {
        let output = run::geloot(&[&run::lottery(pool, &quotas, "300", out)[..], &invited].concat());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stderr)
    };
    let own = said(&pool, &panel);
    assert!(own.contains("750 volunteers: 750 by a letter of this draw") && !own.contains("Y-142"), "{own}");
    // Where people live now counts; that it is elsewhere than their letter is told, and stops nothing.
    let told = said(&place.path("moved.csv"), &place.path("moved"));
    assert!(told.contains("[Y-142]") && told.contains("rows 2 and 3"), "{told}");
    done(&["draw", &panel, "--seed", "appel peer banaan"]);
    let passed = json(&["verify", &panel]);
    assert!(!passed["claims"].as_array().unwrap().iter().any(|claim| claim["outcome"] == "FAIL"));
}

/// Schagen, 2024: 10,000 letters, the same number for each of three former municipalities of unequal size.
#[test]
fn equal_shares_over_three_former_municipalities() {
    let place = Place::shipped("schagen-3333");
    let mut shares = letters(&place.frame("schagen", &[]));
    shares.sort_unstable();
    assert_eq!(shares, [3_333, 3_333, 3_334]);
    place.draw("schagen");
}

/// Peel en Maas: 300 letters over eleven villages by size, at most one at an address and the same chance for everybody there.
#[test]
fn eleven_villages_and_one_letter_at_an_address() {
    let place = Place::shipped("peel-en-maas-register");
    let framed = place.frame("letters", &[]);
    assert_eq!((framed["people"].as_u64(), letters(&framed).len()), (Some(36_000), 11));
    assert_eq!(letters(&framed).iter().sum::<u64>(), 300);
    place.draw("letters");
    let list = place.rows("letters/letters.csv");
    let homes: BTreeSet<&String> = list.iter().map(|row| &row[3]).collect();
    assert_eq!((homes.len(), list.len()), (600, 600));
}

/// A country: of 400 municipalities 80 are drawn by size and 20 stand in, in the same act; then as many letters in each. Everybody
/// has the same chance, but for those in the largest, which are certain.
#[test]
fn areas_of_a_country_by_size() {
    let place = Place::shipped("bundestag-areas");
    let framed = place.frame("bundestag", &[]);
    let chances: BTreeMap<&str, usize> =
        framed["strata"].as_array().unwrap().iter().fold(BTreeMap::new(), |mut all, s| {
            *all.entry(s["chance"].as_str().unwrap()).or_default() += 1;
            all
        });
    assert_eq!(chances.len(), 2, "{chances:?}");
    assert_eq!(chances["1/1000"], 1, "3 letters for 3,000 people, certainly");
    let drawn = place.draw("bundestag");
    let words: Vec<&str> = drawn["areas"].as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect();
    let count = |start: &str| words.iter().filter(|word| word.starts_with(start)).count();
    assert_eq!((count("certain"), count("drawn"), count("reserve")), (1, 79, 20));
    assert_eq!(words[0], "certain");
    let drawn: BTreeSet<String> =
        place.rows("bundestag/letters.csv").into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(drawn.len(), 100);
}

/// The folders are those that the program makes; run the example make_fixtures otherwise.
#[test]
fn the_registers_are_those_of_the_program() {
    let fixtures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/invite");
    for (folder, files) in registers::all() {
        for (name, text) in files {
            let found = fs::read_to_string(fixtures.join(folder).join(&name)).unwrap_or_default();
            assert!(found == text, "{folder}/{name}");
        }
    }
}
