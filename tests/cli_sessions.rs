//! `geloot sessions` as scripts use it: files, exit codes, JSON.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fixture(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sessions").join(file)
}

fn geloot(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geloot")).arg("sessions").args(args).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = geloot(&[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn refused(args: &[&str], exit: i32, code: &str) -> String {
    let output = geloot(args);
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(exit), "{args:?}: {text}");
    assert!(text.contains(&format!("[{code}]")), "{args:?}: {text}");
    text
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

/// Arguments for 48 people at 6 tables, 3 rounds, quick.
fn short<'a>(people: &'a str, seed: &'a str, out: &'a str) -> Vec<&'a str> {
    let mix = "gender,age,education,origin";
    vec![
        "--people", people, "--tables", "6", "--rounds", "3", "--size", "8", "--mix", mix, "--effort", "1",
        "--seed", seed, "--out", out,
    ]
}

#[test]
fn the_short_way_gives_every_file_and_figure() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan");
    let (people, out) = (fixture("dialogue-48/people.csv"), out.to_str().unwrap());
    let answer = json(&short(people.to_str().unwrap(), "notary 3 7 1", out));
    assert_eq!(answer["distinct_pairs_bound"], 480);
    assert!(answer["distinct_pairs"].as_u64().unwrap() >= 460);
    assert_eq!(answer["repeats"].as_u64().unwrap() + answer["distinct_pairs"].as_u64().unwrap(), 504);
    for feature in ["gender", "age", "education", "origin"] {
        let spread = &answer["spread"][feature];
        assert!(spread["spread"].as_u64().unwrap() <= spread["least_possible"].as_u64().unwrap() + 1);
    }
    let files = files(Path::new(out));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let expected = [
        "cards.csv",
        "inputs.json",
        "plan.html",
        "report.json",
        "seatplan.csv",
        "seed.json",
        "tables.csv",
        "wall.csv",
    ];
    assert_eq!(names, expected);
    let seats = rows(&files["seatplan.csv"]);
    assert_eq!(seats[0], ["round", "table", "code", "role"]);
    assert_eq!(seats.len(), 1 + 3 * 48);
    for round in 1..=3 {
        for table in 1..=6 {
            let at = |row: &&Vec<String>| row[0] == round.to_string() && row[1] == table.to_string();
            assert_eq!(seats.iter().filter(at).count(), 8);
        }
    }
    let page = String::from_utf8(files["plan.html"].clone()).unwrap();
    assert!(page.contains("<svg") && !page.contains("http") && page.contains(&seats[1][2]));
    let said: Value = serde_json::from_slice(&files["report.json"]).unwrap();
    assert_eq!(said, answer);
}

#[test]
fn rows_and_columns_may_stand_in_any_order_and_the_seed_counts() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let people = fixture("dialogue-48/people.csv");
    let mut turned = rows(&fs::read(&people).unwrap());
    turned[1..].reverse();
    turned.iter_mut().for_each(|row| row.rotate_left(2));
    let other = at("other.csv");
    fs::write(&other, written(&turned)).unwrap();
    let mut seen = vec![];
    let runs = [(people.to_str().unwrap(), "a"), (other.as_str(), "a"), (people.to_str().unwrap(), "b")];
    for (k, (people, seed)) in runs.into_iter().enumerate() {
        let out = at(&format!("plan{k}"));
        json(&short(people, seed, &out));
        seen.push(files(Path::new(&out)));
    }
    assert_eq!(seen[0], seen[1]);
    assert_ne!(seen[0]["seatplan.csv"], seen[2]["seatplan.csv"]);
    assert_eq!(seen[0]["inputs.json"], seen[2]["inputs.json"]);
}

#[test]
fn every_option_counts() {
    let folder = tempfile::tempdir().unwrap();
    let people = fixture("dialogue-48/people.csv");
    let base = ["--people", people.to_str().unwrap(), "--seed", "s", "--effort", "1", "--rounds", "2"];
    let mut seen: Vec<Vec<u8>> = vec![];
    let others: [&[&str]; 8] = [
        &["--tables", "6"],
        &["--size", "6"],
        &["--tables", "6", "--mix", "gender"],
        &["--tables", "6", "--mix", "age"],
        &["--tables", "4", "--rounds", "4", "--mix", "age,education,origin"],
        &["--tables", "4", "--rounds", "4", "--mix", "age,education,origin", "--first", "meetings"],
        &["--tables", "4", "--rounds", "4", "--mix", "age,education,origin", "--effort", "2"],
        &["--tables", "6", "--rounds", "3"],
    ];
    for (k, more) in others.iter().enumerate() {
        let out = folder.path().join(k.to_string());
        let mut args: Vec<&str> = base.to_vec();
        for pair in more.chunks(2) {
            match args.iter().position(|arg| *arg == pair[0]) {
                Some(at) => args[at + 1] = pair[1],
                None => args.extend(pair),
            }
        }
        args.extend(["--out", out.to_str().unwrap()]);
        json(&args);
        let seats = files(&out)["seatplan.csv"].clone();
        assert!(!seen.contains(&seats), "{more:?} changes nothing");
        seen.push(seats);
    }
}

#[test]
fn a_plan_with_every_kind_of_rule() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan");
    let plan = fixture("zorg/plan.toml");
    let answer = json(&[
        "--plan",
        plan.to_str().unwrap(),
        "--effort",
        "2",
        "--seed",
        "s",
        "--out",
        out.to_str().unwrap(),
    ]);
    assert_eq!(answer["broken_rules"], serde_json::json!([]));
    let wishes = &answer["preferences"][0];
    // The bound counts everything but who sits apart, which may cost a step.
    let (price, least) = (wishes["price"].as_u64().unwrap(), wishes["least_possible"].as_u64().unwrap());
    assert!(least > 0 && (least..=least + 1).contains(&price), "{price} and {least}");
    let files = files(&out);
    let people = rows(&fs::read(fixture("zorg/people.csv")).unwrap());
    let code = |k: usize| people[k + 1][0].clone();
    let seats = rows(&files["seatplan.csv"]);
    let table = |round: &str, code: &str| {
        seats.iter().find(|row| row[0] == round && row[2] == code).map(|row| row[1].clone())
    };
    for round in ["1", "2", "4", "5"] {
        for pair in [(12, 13), (14, 15)] {
            assert_ne!(table(round, &code(pair.0)), table(round, &code(pair.1)));
        }
    }
    for round in ["1", "2"] {
        assert_eq!(table(round, &code(16)), table(round, &code(17)));
        assert!(["1", "2", "3", "4"].contains(&table(round, &code(10)).unwrap().as_str()));
        let arabic: Vec<_> = (20..23).map(|k| table(round, &code(k))).collect();
        assert!(arabic.windows(2).all(|pair| pair[0] == pair[1]));
        let hosts = rows(&files["tables.csv"]);
        let host = hosts.iter().find(|row| row[0] == round && Some(&row[1]) == arabic[0].as_ref()).unwrap();
        assert_eq!(host[4], "Amina");
        for table in 1..=7 {
            let officials = seats
                .iter()
                .filter(|row| row[0] == round && row[1] == table.to_string() && row[3] == "official");
            assert!((1..=2).contains(&officials.count()));
        }
    }
    assert_eq!(table("1", &code(18)).as_deref(), Some("3"));
    assert_eq!((table("2", &code(50)), table("1", &code(50)).is_some()), (None, true));
    assert!(seats.iter().all(|row| row[0] != "3"), "a plenary has no seats");
    assert_eq!((table("4", &code(51)), table("5", &code(51)).is_some()), (None, true));
    for k in (0..60).filter(|&k| k != 51) {
        assert!(table("4", &code(k)) == table("5", &code(k)), "workshop groups are stable");
    }
}

#[test]
fn contradictions_are_explained_before_anything_is_planned() {
    let folder = tempfile::tempdir().unwrap();
    let people = fixture("dialogue-48/people.csv");
    let all = rows(&fs::read(&people).unwrap());
    let (a, b, c) = (&all[1][0], &all[2][0], &all[3][0]);
    let rules = folder.path().join("c.csv");
    let extra = format!("apart,{},{}\n", all[4][0], all[5][0]);
    fs::write(
        &rules,
        format!("rule,person,with\n{extra}together,{a},{b}\ntogether,{b},{c}\napart,{a},{c}\n"),
    )
    .unwrap();
    let out = folder.path().join("plan");
    let args = [
        "--people",
        people.to_str().unwrap(),
        "--tables",
        "6",
        "--constraints",
        rules.to_str().unwrap(),
        "--seed",
        "s",
        "--out",
        out.to_str().unwrap(),
    ];
    let text = refused(&args, 1, "S-33");
    assert!(text.contains(&format!("{} and {} sit apart", a.min(c), a.max(c))), "{text}");
    assert!(text.contains("sit together") && !text.contains(&all[4][0]), "{text}");
    assert!(text.contains("Nothing was planned"), "{text}");
    assert!(!out.exists());
}

#[test]
fn wrong_input_is_told_with_row_and_column_and_without_what_stands_there() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let people = fixture("dialogue-48/people.csv");
    let people = people.to_str().unwrap();
    let out = folder.path().join("plan").to_str().unwrap().to_owned();
    let with = |more: &[&str]| {
        let args = [&["--people", people, "--seed", "s", "--out", &out], more].concat();
        args.into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    let told = |more: &[&str], code: &str, parts: &[&str]| {
        let args = with(more);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let text = refused(&args, 2, code);
        for part in parts {
            assert!(text.contains(part), "{part:?} is not in {text}");
        }
        text
    };
    told(&["--tables", "6", "--mix", "gendr"], "S-01", &["gendr", "Did you mean \"gender\"?"]);
    told(&["--tables", "5", "--size", "8"], "S-13", &["48 people", "40 seats"]);
    told(&["--tables", "60"], "S-14", &["48 people", "60"]);
    told(&[], "S-15", &["round 1"]);
    told(&["--tables", "6", "--rounds", "101"], "S-17", &["100 rounds"]);
    let rules = write("c.csv", "rule,person,with\napart,Jan de Vries,QQQQ\n");
    let text = told(&["--tables", "6", "--constraints", &rules], "S-05", &["row 2", "\"person\""]);
    assert!(!text.contains("Vries"), "{text}");
    let codes = rows(&fs::read(people).unwrap());
    let rules = write("d.csv", &format!("rule,person,with\napartt,{},{}\n", codes[1][0], codes[2][0]));
    told(&["--tables", "6", "--constraints", &rules], "S-08", &["row 2", "Did you mean \"apart\"?"]);
    let plan = write("p.toml", "[[round]]\nkind = \"dialogue\"\ntabels = 6\n");
    told(&["--plan", &plan], "S-12", &["line 3", "tabels"]);
    let args = with(&["--tables", "6"]);
    let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
    args[3] = "  ";
    refused(&args, 2, "S-23");
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_folder_is_checked_claim_by_claim() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan");
    let people = fixture("dialogue-48/people.csv");
    json(&short(people.to_str().unwrap(), "s", out.to_str().unwrap()));
    let holds = |answer: &Value| {
        answer["claims"].as_array().unwrap().iter().map(|claim| claim["holds"].as_bool()).collect::<Vec<_>>()
    };
    let path = out.to_str().unwrap();
    assert_eq!(holds(&json(&["check", path])), [Some(true); 4]);
    // Two people change places: only what is about them fails.
    let mut seats = rows(&fs::read(out.join("seatplan.csv")).unwrap());
    let (first, second) = (seats[1][2].clone(), seats[9][2].clone());
    (seats[1][2], seats[9][2]) = (second, first);
    fs::write(out.join("seatplan.csv"), written(&seats)).unwrap();
    let output = geloot(&["check", path, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let holding = holds(&answer);
    assert_eq!((holding[0], holding[1], holding[2]), (Some(true), Some(false), Some(true)));
}

#[test]
fn a_plan_made_by_hand_is_judged() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let people = at("p.csv", "code,sex\na,f\nb,f\nc,m\nd,m\n");
    let plan = at("plan.csv", "Tafel;Ronde;Code\nA;1;a\nA;1;b\nB;1;c\nB;1;d\nA;2;a\nB;2;b\nA;2;c\n");
    let answer = json(&["check", &plan, "--people", &people, "--mix", "sex"]);
    assert_eq!(answer["distinct_pairs"], 3);
    assert_eq!(answer["spread"]["sex"]["spread"], 2);
    // Judged by what was asked for, it lacks a seat.
    let output = geloot(&["check", &plan, "--people", &people, "--tables", "2", "--rounds", "2"]);
    assert_ne!(output.status.code(), Some(0));
}

#[test]
fn one_round_is_seated_again_and_nothing_else_changes() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan");
    let people = fixture("dialogue-48/people.csv");
    json(&short(people.to_str().unwrap(), "s", out.to_str().unwrap()));
    let before = rows(&fs::read(out.join("seatplan.csv")).unwrap());
    // Three people of one table stay away, and somebody turns up of whom nothing is known.
    let table_1: Vec<&str> =
        before.iter().filter(|row| row[0] == "2" && row[1] == "1").map(|row| row[2].as_str()).collect();
    let absent = table_1[..3].join(",");
    let args = ["reseat", out.to_str().unwrap(), "--round", "2", "--absent", &absent, "--extra", "NEW-1"];
    let answer = json(&args);
    let new = folder.path().join("plan-2");
    assert_eq!(answer["folder"], new.to_str().unwrap());
    let after = rows(&fs::read(new.join("seatplan.csv")).unwrap());
    let round = |rows: &[Vec<String>], round: &str| {
        rows.iter().filter(|row| row[0] == round).cloned().collect::<Vec<_>>()
    };
    for other in ["1", "3"] {
        assert_eq!(round(&before, other), round(&after, other));
    }
    let now = round(&after, "2");
    assert_eq!(now.len(), 46);
    for table in 1..=6 {
        let people = now.iter().filter(|row| row[1] == table.to_string()).count();
        assert!((7..=8).contains(&people), "table {table} has {people}");
    }
    // Six tables of 8 and 7: table 1 had 5 left, the newcomer and one more make 7.
    assert_eq!(answer["moved"].as_array().unwrap().len(), 1);
    assert_eq!(answer["added"].as_array().unwrap().len(), 1);
    assert_eq!(rows(&fs::read(out.join("seatplan.csv")).unwrap()), before, "the old plan is kept");
    let checked = json(&["check", new.to_str().unwrap(), "--before", out.to_str().unwrap()]);
    assert!(checked["claims"].as_array().unwrap().iter().all(|claim| claim["holds"] == true), "{checked}");
    refused(&["reseat", out.to_str().unwrap(), "--round", "4"], 2, "S-38");
    refused(&["reseat", out.to_str().unwrap(), "--round", "1", "--absent", "nobody"], 2, "S-39");
}
