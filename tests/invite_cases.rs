//! Invitation lotteries as they were really held, with people who do not exist: thirteen registers of a province, equal shares
//! over three former municipalities, areas of a country by size, homes of every size, one village year after year.
#![cfg(feature = "cli")]

#[path = "support/run.rs"]
mod run;

use run::{done, json, text};
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

fn names(all: &[&str], heading: &str) -> String {
    format!("{heading}\n{}\n", all.join("\n"))
}

const SEED: &str = "date = 2026-12-01\n[seed]\nsource = \"text\"\n";

/// Zeeland, 2023: thirteen municipalities, each with a register of its own layout, 10,000 letters by size; here one in fifty.
/// Whoever moved is in two of them.
#[test]
fn thirteen_registers_of_a_province() {
    const SIZES: [(&str, u32); 13] = [
        ("Terneuzen", 1_100),
        ("Middelburg", 1_000),
        ("Vlissingen", 900),
        ("Goes", 780),
        ("Schouwen-Duiveland", 700),
        ("Hulst", 560),
        ("Tholen", 540),
        ("Borsele", 460),
        ("Reimerswaal", 460),
        ("Sluis", 460),
        ("Veere", 440),
        ("Kapelle", 260),
        ("Noord-Beveland", 158),
    ];
    let charter = format!(
        "{SEED}[frame]\nreference = 2026-12-01\nage = 16\n[columns]\n\
         key = [\"anummer\", \"A-nummer\", \"persoon\"]\nstrata = [[\"gemeente\", \"woonplaats\"]]\n\
         born = [\"geboortedatum\", \"geb. datum\"]\nsince = [\"sinds\", \"vestiging\"]\nflag = [\"geheim\", \"indicatie\"]\n\
         [letters]\nnumber = 200\nreserves = 50\n"
    );
    let mut place = Place::new(&charter, &names(&SIZES.map(|s| s.0), "gemeente"));
    let mut moved = 0;
    for (i, (name, size)) in SIZES.iter().enumerate() {
        let delimiter = [";", ",", "\t"][i % 3];
        let mut head = ["anummer", "gemeente", "geboortedatum", "sinds", "geheim"];
        if i % 2 == 1 {
            head = ["A-nummer", "woonplaats", "geb. datum", "vestiging", "indicatie"];
        }
        if i % 4 == 3 {
            head[0] = "persoon";
        }
        let turn = i % head.len();
        head.rotate_left(turn);
        let mut text = format!("{}{}\n", if i % 5 == 0 { "\u{feff}" } else { "" }, head.join(delimiter));
        for n in 0..*size {
            // The first twenty of each moved here from the municipality before, and are there still with an older date.
            let (key, since) = match n {
                0..20 if i > 0 => (format!("{:02}{:06}", i - 1, 100 + n), "2025-06-01".to_owned()),
                _ => (format!("{i:02}{n:06}"), format!("{}-03-01", 2000 + n % 24)),
            };
            moved += u32::from(n < 20 && i > 0);
            let born = format!("{}-{:02}-{:02}", 1930 + n % 75, 1 + n % 12, 1 + n % 28);
            let mut row = [key, (*name).to_owned(), born, since, "0".to_owned()];
            row.rotate_left(turn);
            text.push_str(&format!("{}{}", row.join(delimiter), if i % 2 == 0 { "\r\n" } else { "\n" }));
        }
        place.register(&format!("register-{i}.csv"), &text);
    }
    let framed = place.frame("zeeland", &[]);
    assert_eq!(framed["repeats"], moved);
    assert_eq!(letters(&framed).iter().sum::<u64>(), 200);
    assert!(letters(&framed).iter().all(|&n| n > 0));
    place.draw("zeeland");
    // Whoever moved is drawn from where they live now, and from nowhere else.
    let post = place.rows("zeeland/post.csv");
    let keys: BTreeSet<&str> = post.iter().map(|row| row[4].as_str()).collect();
    assert_eq!(keys.len(), post.len());
    for row in &post {
        let (at, n): (usize, u32) = (row[4][..2].parse().unwrap(), row[4][2..].parse().unwrap());
        let here = if (100..120).contains(&n) && at + 1 < SIZES.len() { at + 1 } else { at };
        assert_eq!(row[1], SIZES[here].0, "{row:?}");
    }
}

/// Schagen, 2024: 10,000 letters, the same number for each of three former municipalities of unequal size.
#[test]
fn equal_shares_over_three_former_municipalities() {
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\nstrata = [\"was\"]\n[letters]\nnumber = 1000\nshare = \"equal\"\n"
    );
    let mut place = Place::new(&charter, "was\nHarenkarspel\nSchagen\nZijpe\n");
    let row = |n: u32| {
        format!("{n};{}\n", ["Harenkarspel", "Schagen", "Schagen", "Schagen", "Zijpe"][(n % 5) as usize])
    };
    place.register("brp.csv", &format!("nr;was\n{}", (1..=4_000).map(row).collect::<String>()));
    let mut shares = letters(&place.frame("schagen", &[]));
    shares.sort_unstable();
    assert_eq!(shares, [333, 333, 334]);
    place.draw("schagen");
}

/// A country: of 400 municipalities 80 are drawn by size and 20 stand in, in the same act; then as many letters in each. Everybody
/// has the same chance, but for those in the largest, which are certain.
#[test]
fn areas_of_a_country_by_size() {
    let size = |n: u32| if n == 0 { 3_000 } else { 5 + (n * 37) % 60 };
    let areas: Vec<String> = (0..400).map(|n| format!("gemeinde-{n:03}")).collect();
    let charter = format!(
        "{SEED}[columns]\nkey = \"nr\"\nstrata = [\"gemeinde\"]\n[letters]\nnumber = 3\nshare = \"each\"\n\
         [areas]\nnumber = 80\nreserves = 20\n"
    );
    let strata = format!("gemeinde\n{}\n", areas.join("\n"));
    let mut place = Place::new(&charter, &strata);
    let people = (0..400).flat_map(|n| (0..size(n)).map(move |i| format!("{n}-{i};gemeinde-{n:03}\n")));
    place.register("all.csv", &format!("nr;gemeinde\n{}", people.collect::<String>()));
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

/// Homes of one to nine and an institution of twelve: at most one letter at each address, whoever lives there.
#[test]
fn homes_of_every_size() {
    let charter = |homes: &str, number: u32| {
        format!(
            "{SEED}[columns]\nkey = \"nr\"\npostcode = \"pc\"\nnumber = \"huis\"\n\
             [letters]\nnumber = {number}\nreserves = 10\nhomes = \"{homes}\"\n"
        )
    };
    let mut place = Place::new(&charter("one-letter", 40), "");
    let mut text = String::from("nr;pc;huis\n");
    let mut person = 0;
    for house in 1..=100u32 {
        let people = if house == 100 { 12 } else { 1 + house % 9 };
        for _ in 0..people {
            person += 1;
            text.push_str(&format!("{person};8200 AB;{house}\n"));
        }
    }
    place.register("register.csv", &text);
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
    let charter = format!("{SEED}[columns]\nkey = \"nr\"\n[letters]\nnumber = 60\n");
    let mut place = Place::new(&charter, "");
    let people: String = (1..=500).map(|n| format!("{n}\n")).collect();
    place.register("register.csv", &format!("nr\n{people}"));
    let [charter, key, dir, register] =
        ["charter.toml", "secret.key", "letters", "register.csv"].map(|n| place.path(n));
    let frame =
        ["invite", "frame", "--charter", &charter, "--key", &key, "--out", &dir, "--register", &register];
    let line = json(&frame)["commitment"].as_str().unwrap().to_owned();
    place.draw("letters");
    let codes = place.path("codes.csv");
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
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
    pool("friend,,m\n");
    let args = lottery("other");
    run::refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "Y-38");
    pool("");
    place.write("panel.toml", "date = 2027-03-01\n");
    run::refused(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "Y-68");
}
