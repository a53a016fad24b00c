//! What `geloot invite take` refuses of what a database made: tables in another form, lists that are not full, strata that are
//! missing, people who are there twice; and refusals of the acts on letters, each by its words.

use crate::run::{done, geloot, json, refused, text};
use std::fs;

const CHARTER: &str = "date = 2026-12-01\n[seed]\nsource = \"text\"\n[frame]\nreference = 2027-01-15\nage = 16\n\
    [columns]\nkey = \"nr\"\nstrata = \"kern\"\nborn = \"geboren\"\npostcode = \"postcode\"\nnumber = \"huis\"\n\
    [letters]\nnumber = 12\nreserves = 6\n";

/// A frame of three villages that was drawn from, and its tables as a database would give them.
struct Bench {
    place: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        Self::of(CHARTER)
    }

    /// The same under another charter.
    fn of(charter: &str) -> Self {
        let bench = Self { place: tempfile::tempdir().unwrap() };
        let row = |n: u32| {
            format!(
                "{n:05};{};{}-01-01;59{:02} AB;{}\n",
                ["A", "B", "C"][n as usize % 3],
                1950 + n % 50,
                n % 9,
                n / 2
            )
        };
        let rows: String = (1..=300).map(row).collect();
        bench.write("register.csv", &format!("nr;kern;geboren;postcode;huis\n{rows}"));
        bench.write("strata.csv", "kern\nA\nB\nC\n");
        bench.write("charter.toml", charter);
        bench.write("register.key", &"0a".repeat(32));
        let [register, dir] = ["register.csv", "own"].map(|name| bench.path(name));
        let frame = ["invite", "frame", "--register", &register, "--out", &dir];
        done(&[&frame[..], &bench.files().iter().map(String::as_str).collect::<Vec<_>>()].concat());
        bench
    }

    fn path(&self, name: &str) -> String {
        self.place.path().join(name).to_string_lossy().into_owned()
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.place.path().join(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place.path().join(name)).unwrap()
    }

    /// The options with what a frame is made of.
    fn files(&self) -> Vec<String> {
        let paths = ["charter.toml", "register.key", "strata.csv"].map(|name| self.path(name));
        ["--charter", "--key", "--strata"]
            .map(str::to_owned)
            .into_iter()
            .zip(paths)
            .flat_map(|(a, b)| [a, b])
            .collect()
    }

    /// The command that takes a frame into `out`, with this table of the own ones changed.
    fn take(&self, out: &str, changed: &str, to: &str) -> Vec<String> {
        let mut args = vec!["invite".to_owned(), "take".to_owned(), self.path(out)];
        for table in ["frame", "people", "counts", "homes"] {
            let path = match table == changed {
                true => {
                    self.write("changed.csv", to);
                    self.path("changed.csv")
                }
                false => self.path(&format!("own/public/{table}.csv")),
            };
            args.extend([format!("--{table}"), path]);
        }
        args.into_iter().chain(self.files()).collect()
    }
}

fn strs(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// The refusal with this code, in which all of this stands.
#[track_caller]
fn told(args: &[&str], code: &str, wanted: &[&str]) {
    // What is wrong with a record ends with another number.
    let exit = if ["Y-51", "Y-53", "Y-54"].contains(&code) { 3 } else { 2 };
    let said = refused(args, exit, code);
    let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in wanted {
        assert!(flat.contains(text), "{code}, {text}: {said}");
    }
    let dutch = geloot(&[args, &["--lang", "nl"]].concat());
    assert!(text(&dutch.stderr).contains(&format!("[{code}]")));
}

#[test]
fn tables_of_a_frame_are_taken_whole_or_not_at_all() {
    let bench = Bench::new();
    let own = |table: &str| bench.read(&format!("own/public/{table}.csv"));
    // As they are, they make the same record.
    let taken = json(&strs(&bench.take("taken", "", "")));
    assert_eq!(taken["commitment"], bench.read("own/public/commitment.txt").trim_end());
    let refuse = |table: &str, to: &str, code: &str, wanted: &[&str]| {
        told(&strs(&bench.take("none", table, to)), code, wanted);
        assert!(!bench.place.path().join("none").exists(), "{table}: nothing is left behind");
    };
    // Another form: headings, digests, an order of buckets that is not theirs, cells that are no numbers.
    let frame = own("frame");
    let lines: Vec<&str> = frame.lines().collect();
    refuse("frame", &frame.replace("bucket,", "Bucket,"), "Y-25", &["changed.csv"]);
    refuse("frame", &frame.replace('a', "A"), "Y-25", &["changed.csv", "row"]);
    let swapped = [&[lines[0], lines[2], lines[1]][..], &lines[3..]].concat().join("\n") + "\n";
    refuse("frame", &swapped, "Y-25", &["row 3"]);
    refuse("people", &own("people").replace("1,", "1,x"), "Y-25", &["row 2"]);
    // A stratum that is missing, as a plain group by loses one, or a bucket.
    let people = own("people");
    let less: Vec<&str> = people.lines().take(3).collect();
    refuse("people", &format!("{}\n", less.join("\n")), "Y-25", &["changed.csv"]);
    let short = [&lines[..1], &lines[2..]].concat().join("\n") + "\n";
    refuse("frame", &short, "Y-26", &["changed.csv"]);
    refuse("homes", &own("homes").replacen("1,1,", "1,1,1", 1), "Y-26", &["changed.csv"]);
    refuse("counts", &own("counts").replace("confidential", "x"), "Y-25", &["changed.csv", "row"]);
    // Rows that the database could not read, as the script counts them.
    let bad = format!("{}bad/born,3\nbad/strata,1\nbad/weight,2\n", own("counts"));
    refuse(
        "counts",
        &bad,
        "Y-27",
        &[
            "3 rows that cannot be read: the date of birth",
            "1 row that cannot be read: a stratum",
            "2 rows that cannot be read: the weight",
        ],
    );
}

#[test]
fn tables_of_another_script_are_not_taken() {
    let bench = Bench::new();
    let files = bench.files();
    let sql = |out: &str| {
        let args = ["invite", "sql", "--engine", "postgresql", "--act", "frame", "--table", "register"];
        done(&[&args[..], &["--out", &bench.path(out)], &strs(&files)].concat());
        let script = bench.read(out);
        let (_, behind) = script.split_once("'script/").unwrap();
        behind[..8].to_owned()
    };
    let counts = bench.read("own/public/counts.csv");
    let with = |tag: &str| format!("{counts}script/{tag},1\n");
    let own = sql("own.sql");
    let taken = json(&strs(&bench.take("taken", "counts", &with(&own))));
    assert_eq!(taken["commitment"], bench.read("own/public/commitment.txt").trim_end());
    assert_eq!(bench.read("taken/public/counts.csv"), counts);
    // Another charter, and another key.
    bench.write("charter.toml", &CHARTER.replace("age = 16", "age = 18"));
    told(&strs(&bench.take("none", "counts", &with(&own))), "Y-159", &["changed.csv"]);
    bench.write("charter.toml", CHARTER);
    bench.write("register.key", &"0b".repeat(32));
    told(&strs(&bench.take("none", "counts", &with(&own))), "Y-159", &["changed.csv"]);
    assert_ne!(sql("other.sql"), own);
}

#[test]
fn lists_of_letters_are_taken_full_or_not_at_all() {
    let bench = Bench::new();
    let own = bench.path("own");
    done(&["invite", "draw", &own, "--seed", "appel peer"]);
    done(&strs(&bench.take("taken", "", "")));
    let dir = bench.path("taken");
    bench.write("letters.csv", &bench.read("own/letters.csv"));
    let path = bench.path("letters.csv");
    let take = ["invite", "take", &dir, "--letters", &path];
    refused(&take, 2, "Y-55");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let list = bench.read("own/letters.csv");
    let lines: Vec<&str> = list.lines().collect();
    let refuse = |rows: &[&str], code: &str, wanted: &[&str]| {
        bench.write("letters.csv", &format!("{}\n", rows.join("\n")));
        told(&take, code, wanted);
        assert!(!bench.place.path().join("taken/letters.csv").exists());
    };
    // The last place is missing; a whole stratum is; one place has two people, or one person two places.
    refuse(&lines[..lines.len() - 1], "Y-26", &["letters.csv"]);
    let without: Vec<&str> = lines.iter().copied().filter(|line| !line.starts_with("2,")).collect();
    refuse(&without, "Y-26", &["letters.csv"]);
    let twice = [&lines[..2], &lines[1..]].concat();
    refuse(&twice, "Y-25", &["row 3"]);
    let person = |line: &str| line.split(',').skip(2).map(str::to_owned).collect::<Vec<_>>().join(",");
    let doubled = format!("1,2,{}", person(lines[1]));
    let doubled = [&lines[..2], &[doubled.as_str()][..], &lines[3..]].concat();
    refuse(&doubled, "Y-25", &["letters.csv"]);
    // A list of another draw is told once, not by row.
    let lot = |line: &&str| {
        let (own, lot) = line.rsplit_once(',').unwrap();
        format!("{own},{}", lot.chars().rev().collect::<String>())
    };
    let other: Vec<String> = lines[1..].iter().map(lot).collect();
    let other: Vec<&str> = lines[..1].iter().copied().chain(other.iter().map(String::as_str)).collect();
    refuse(&other, "Y-157", &["letters.csv"]);
    // Places that changed, so that somebody else gets the letter.
    let (first, second) = (format!("1,1,{}", person(lines[2])), format!("1,2,{}", person(lines[1])));
    let swapped = [&lines[..1], &[first.as_str(), second.as_str()][..], &lines[3..]].concat();
    refuse(&swapped, "Y-25", &["letters.csv"]);
    // A hash that is not that of the person.
    let digit = if lines[1].ends_with('0') { "1" } else { "0" };
    let forged = format!("{}{digit}", &lines[1][..lines[1].len() - 1]);
    let forged = [&lines[..1], &[forged.as_str()][..], &lines[2..]].concat();
    refuse(&forged, "Y-25", &["row 2"]);
    bench.write("letters.csv", &list);
    done(&take);
}

#[test]
fn areas_that_a_database_drew_are_those_of_the_draw() {
    let letters = "number = 12\nreserves = 6\n";
    let each = format!("share = \"each\"\n{letters}[areas]\nnumber = 1\nreserves = 1\n");
    let bench = Bench::of(&CHARTER.replace(letters, &each));
    let own = bench.path("own");
    done(&["invite", "draw", &own, "--seed", "appel peer"]);
    done(&strs(&bench.take("taken", "", "")));
    let dir = bench.path("taken");
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let (list, areas) = (bench.path("own/letters.csv"), bench.path("areas.csv"));
    let take = ["invite", "take", &dir, "--letters", &list, "--areas", &areas];
    let due = bench.read("own/public/draws/1/areas.csv");
    let lines: Vec<&str> = due.lines().collect();
    for (n, line) in lines.iter().enumerate().skip(1) {
        let other = if line.ends_with(",drawn") { "-" } else { "drawn" };
        bench.write("areas.csv", &due.replace(line, &format!("{n},{other}")));
        told(&take, "Y-26", &["areas.csv", &format!("which areas are drawn of stratum {n}.")]);
    }
    // One more or less than there are, another form, other ends of lines; and the table of a draw without areas.
    bench.write("areas.csv", &format!("{due}4,-\n"));
    told(&take, "Y-26", &["of stratum 4."]);
    bench.write("areas.csv", &format!("{}\n", lines[..3].join("\n")));
    told(&take, "Y-26", &["of stratum 3."]);
    bench.write("areas.csv", &due.replace("area\n", "Area\n"));
    told(&take, "Y-25", &["areas.csv", "row 1"]);
    bench.write("areas.csv", &due.replace('\n', "\r\n"));
    told(&take, "Y-25", &["areas.csv"]);
    assert!(!bench.place.path().join("taken/letters.csv").exists());
    bench.write("areas.csv", &due);
    done(&take);
    let without = Bench::new();
    let (own, list) = (without.path("own"), without.path("own/letters.csv"));
    done(&["invite", "draw", &own, "--seed", "appel peer"]);
    let take = ["invite", "take", &own, "--letters", &list, "--areas", &areas];
    told(&take, "Y-26", &["which areas are drawn."]);
}

#[test]
fn what_an_act_on_letters_lacks_is_told() {
    let bench = Bench::new();
    let script = bench.path("x.sql");
    let sql = |more: &[&str]| -> Vec<String> {
        let args = ["invite", "sql", "--engine", "duckdb", "--out", &script];
        args.iter().chain(more).map(|arg| (*arg).to_owned()).collect()
    };
    told(&strs(&sql(&["--act", "letters"])), "Y-62", &["Give the folder that"]);
    told(&strs(&sql(&["--act", "frame", "--table", "register"])), "Y-63", &["Give --charter and --key"]);
    let files = bench.files();
    let with = |more: &[&str]| {
        let more: Vec<&str> = more.iter().copied().chain(files.iter().map(String::as_str)).collect();
        sql(&more)
    };
    told(&strs(&with(&["--act", "frame"])), "Y-64", &["Give --table NAME"]);
    told(
        &strs(&with(&["--act", "frame", "--table", "a; drop"])),
        "Y-64",
        &["letters, digits and underscores"],
    );
    let nothing = ["invite", "take", &bench.path("none")];
    told(&[&nothing[..], &strs(&files)].concat(), "Y-65", &["Give --frame, --people and --counts"]);
    bench.write("rates.csv", "kern,rate\nA,0.1\nB,0\nC,10%\n");
    bench.write("volunteers.toml", &CHARTER.replace("number = 12\nreserves = 6\n", "reserves = 6\n"));
    let volunteers = bench.path("volunteers.toml");
    let mut rated = files.clone();
    rated[1].clone_from(&volunteers);
    let (register, rates, out) = (bench.path("register.csv"), bench.path("rates.csv"), bench.path("none"));
    let frame = [
        "invite",
        "frame",
        "--register",
        &register,
        "--out",
        &out,
        "--for-volunteers",
        "9",
        "--response",
        &rates,
    ];
    told(
        &[&frame[..], &strs(&rated)].concat(),
        "Y-40",
        &["rates.csv", "no rate of response of \"B\"", "from 0 to 1"],
    );
}

#[test]
fn lists_that_are_not_those_of_the_draw_are_told() {
    let bench = Bench::new();
    let dir = bench.path("own");
    let [key, codes, answers] = ["codes.key", "codes.csv", "answers.csv"].map(|name| bench.path(name));
    bench.write("codes.key", &"0c".repeat(32));
    let persons = bench.read("own/sealed/persons.csv");
    let line = persons.lines().nth(3).unwrap();
    bench.write("own/sealed/persons.csv", &persons.replace(&format!("{line}\n"), ""));
    told(
        &["invite", "draw", &dir, "--seed", "appel peer"],
        "Y-53",
        &["persons.csv", "after the frame was frozen"],
    );
    bench.write("own/sealed/persons.csv", &persons);
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let list = bench.read("codes.csv");
    let code = list.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let answer =
        |day: &str| bench.write("answers.csv", &format!("code,date,channel,answer\n{code},{day},post,yes\n"));
    let count = ["invite", "answers", &dir, "--codes", &codes, "--answers", &answers];
    answer("2027-01-19");
    told(&count, "Y-42", &["answers.csv, row 2", "20 January 2027", "whose answer it is"]);
    answer("2027-01-21");
    let doors = |stratum: &str| -> Vec<String> {
        let (out, args) =
            (bench.path("doors.csv"), ["invite", "outreach", &dir, "--stratum", stratum, "--doors", "2"]);
        let more = ["--out", &out, "--codes", &codes, "--answers", &answers];
        args.iter().chain(&more).map(|arg| (*arg).to_owned()).collect()
    };
    told(&strs(&doors("Meijel")), "Y-67", &["no stratum \"Meijel\"", "public/strata.csv"]);
    // Codes of another list, and a file that has none.
    let fewer: Vec<&str> = list.lines().take(5).collect();
    bench.write("codes.csv", &format!("{}\n", fewer.join("\n")));
    told(&count, "Y-58", &["Make the codes again"]);
    bench.write("codes.csv", "naam,adres\nAn,Lindepad 3\n");
    told(&count, "Y-56", &["codes.csv", "geloot invite codes"]);
    // The clerk's list was changed after the draw.
    let letters = bench.read("own/letters.csv");
    bench.write("own/letters.csv", &letters.replacen("1,1,", "1,3,", 1));
    told(&["invite", "draw", &dir, "--seed", "appel peer"], "Y-54", &["put it back from a copy"]);
    bench.write("own/letters.csv", &letters);
    // The frame was changed after it was frozen.
    let people = bench.read("own/public/people.csv");
    bench.write("own/public/people.csv", &people.replacen("1,", "1,9", 1));
    told(
        &["invite", "draw", &dir, "--redraw-because", "x"],
        "Y-51",
        &["not as it was frozen", "geloot verify"],
    );
}
