//! The commands `lottery`, `draw`, `select` and `demo` as scripts use them: files, exit codes, JSON.

use crate::run;
use crate::run::{geloot, json, refused};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn scenario(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/scenarios").join(file)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The pool with rows reversed and columns turned round.
fn shuffled(pool: &[u8]) -> Vec<u8> {
    let mut rows = rows(pool);
    rows[1..].reverse();
    rows.iter_mut().for_each(|row| row.rotate_left(5));
    let mut writer = csv::Writer::from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    writer.into_inner().unwrap()
}

#[test]
fn a_lottery_and_a_draw_from_two_files() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let (pool, quotas) =
        (scenario("foodvalley-20-of-100/pool.csv"), scenario("foodvalley-20-of-100/quotas.csv"));
    let (pool, quotas) = (pool.to_str().unwrap(), quotas.to_str().unwrap());
    let out = at("a");
    let base = ["lottery", "--pool", pool, "--quotas", quotas, "--seats", "20"];
    let found = json(&[&base[..], &["--out", &out]].concat());
    for key in [
        "people",
        "profiles",
        "seats",
        "objective",
        "status",
        "tickets",
        "panels",
        "min_chance",
        "max_chance",
        "gini",
        "geometric_mean",
        "gap",
    ] {
        assert!(!found[key].is_null(), "{key}");
    }
    assert_eq!(
        (&found["people"], &found["seats"], &found["tickets"]),
        (&100.into(), &20.into(), &1_000_000.into())
    );

    // Chances add up to the seats, exactly.
    let chances = rows(&fs::read(temp.path().join("a/chances.csv")).unwrap());
    assert_eq!(chances[0], ["id", "tickets", "of"]);
    assert_eq!(chances.len(), 101);
    let held: u64 = chances[1..].iter().map(|r| r[1].parse::<u64>().unwrap()).sum();
    assert_eq!(held, 20_000_000);

    // An existing folder is refused and left alone; but the same command again is told that it was done, as whoever
    // saw nothing of the first one would want.
    let before = files(&temp.path().join("a"));
    refused(&[&base[..], &["--tickets", "999999", "--out", &out]].concat(), 3, "F-05");
    refused(&[&base[..], &["--objective", "nash", "--out", &out]].concat(), 3, "F-05");
    let again = geloot(&[&base[..], &["--json", "--out", &out]].concat());
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(serde_json::from_slice::<Value>(&again.stdout).unwrap(), found);
    assert!(String::from_utf8_lossy(&again.stderr).contains("was made before"));
    assert_eq!(files(&temp.path().join("a")), before);

    let drawn = json(&["draw", &out, "--seed", "een twee drie"]);
    assert_eq!(drawn["panel"].as_array().unwrap().len(), 20);
    let (panel, remaining) = (
        fs::read(temp.path().join("a/panel.csv")).unwrap(),
        fs::read(temp.path().join("a/remaining.csv")).unwrap(),
    );
    let original = rows(&fs::read(pool).unwrap());
    let (panel, remaining) = (rows(&panel), rows(&remaining));
    assert_eq!((&panel[0], &remaining[0]), (&original[0], &original[0]));
    assert_eq!((panel.len(), remaining.len()), (21, 81));
    let mut both: Vec<_> = panel[1..].iter().chain(&remaining[1..]).cloned().collect();
    let mut all = original[1..].to_vec();
    both.sort();
    all.sort();
    assert_eq!(both, all, "everybody is on one of the two lists, every cell as it was");

    // A second draw is refused and changes nothing.
    let before = files(&temp.path().join("a"));
    refused(&["draw", &out, "--seed", "vier"], 2, "D-02");
    refused(&["draw", &out, "--ticket", "3"], 2, "D-02");
    assert_eq!(files(&temp.path().join("a")), before);
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
}

#[test]
fn the_order_of_rows_and_columns_changes_no_frozen_byte_and_another_seed_changes_the_panel() {
    let temp = tempfile::tempdir().unwrap();
    let pool = fs::read(scenario("peel-en-maas/pool.csv")).unwrap();
    fs::write(temp.path().join("turned.csv"), shuffled(&pool)).unwrap();
    let quotas = scenario("peel-en-maas/quotas.csv");
    let mut quota_rows = rows(&fs::read(&quotas).unwrap());
    quota_rows[1..].reverse();
    let mut writer = csv::Writer::from_writer(Vec::new());
    quota_rows.iter().for_each(|row| writer.write_record(row).unwrap());
    fs::write(temp.path().join("turned-quotas.csv"), writer.into_inner().unwrap()).unwrap();

    let select = |pool: &Path, quotas: &Path, seed: &str, out: &str| {
        let out = temp.path().join(out);
        let args = [
            "select",
            "--pool",
            pool.to_str().unwrap(),
            "--quotas",
            quotas.to_str().unwrap(),
            "--seats",
            "50",
            "--id-column",
            "nummer",
        ];
        let done = geloot(&[&args[..], &["--seed", seed, "--out", out.to_str().unwrap()]].concat());
        assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        files(&out)
    };
    let straight = select(&scenario("peel-en-maas/pool.csv"), &quotas, "peer", "straight");
    let again = select(&scenario("peel-en-maas/pool.csv"), &quotas, "peer", "again");
    let turned =
        select(&temp.path().join("turned.csv"), &temp.path().join("turned-quotas.csv"), "peer", "turned");
    let other = select(&scenario("peel-en-maas/pool.csv"), &quotas, "appel", "other");
    assert_eq!(straight, again);
    for (name, bytes) in &straight {
        // The clerk's own lists keep the clerk's order of columns.
        if !["panel.csv", "remaining.csv", "columns.csv"].contains(&name.as_str()) {
            assert_eq!(turned.get(name), Some(bytes), "{name}");
        }
    }
    let ids = |files: &BTreeMap<String, Vec<u8>>, heading: &str| -> Vec<String> {
        let rows = rows(&files["panel.csv"]);
        let column = rows[0].iter().position(|h| h == heading).unwrap();
        rows[1..].iter().map(|r| r[column].clone()).collect()
    };
    assert_eq!(ids(&straight, "nummer"), ids(&turned, "nummer"));
    assert_ne!(ids(&straight, "nummer"), ids(&other, "nummer"));
    assert_eq!(straight["public/lottery.csv"], other["public/lottery.csv"]);
}

#[test]
fn a_ticket_drawn_by_hand_is_the_answer() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("a");
    let out = out.to_str().unwrap();
    let (pool, quotas) =
        (scenario("foodvalley-20-of-100/pool.csv"), scenario("foodvalley-20-of-100/quotas.csv"));
    let args = [
        "lottery",
        "--pool",
        pool.to_str().unwrap(),
        "--quotas",
        quotas.to_str().unwrap(),
        "--seats",
        "20",
        "--tickets",
        "1000",
        "--out",
        out,
    ];
    let found = json(&args);
    assert!(found["min_chance"].as_str().unwrap().ends_with("/1000"));
    refused(&["draw", out, "--ticket", "1000"], 2, "D-08");
    let drawn = json(&["draw", out, "--ticket", "187"]);
    assert_eq!(drawn["ticket"], 187);
    assert_eq!(geloot(&["verify", out]).status.code(), Some(0));
}

#[test]
fn dice_that_cannot_reach_every_ticket_are_refused() {
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("a");
    let out = out.to_str().unwrap();
    let (pool, quotas) =
        (scenario("foodvalley-20-of-100/pool.csv"), scenario("foodvalley-20-of-100/quotas.csv"));
    let lottery = [
        "lottery",
        "--pool",
        pool.to_str().unwrap(),
        "--quotas",
        quotas.to_str().unwrap(),
        "--seats",
        "20",
        "--out",
        out,
    ];
    json(&lottery);
    let text = refused(&["draw", out, "--dice", "1 8 7", "--sides", "10"], 2, "Z-04");
    assert!(text.contains("Throw 6 dice with 10 sides") && text.contains("--tickets"), "{text}");
    refused(&["draw", out, "--dice", "1 8 7 0 0 10", "--sides", "10"], 2, "Z-03");
    refused(&["draw", out, "--dice", "een", "--sides", "10"], 2, "Z-02");
    refused(&["draw", out], 2, "D-04");
    let drawn = json(&["draw", out, "--dice", "1 8 7 0 0 1", "--sides", "10"]);
    assert_eq!(drawn["ticket"], 187_001);
    assert_eq!(geloot(&["verify", out]).status.code(), Some(0));
}

#[test]
fn quotas_that_no_panel_meets_are_a_no_and_write_nothing() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    // Each feature can be met, any two of them too, but not all three: no person has two of the ones.
    fs::write(at("p.csv"), "id,a,b,c\n1,1,0,0\n2,0,1,0\n3,0,0,1\n4,0,0,0\n").unwrap();
    fs::write(at("q.csv"), "feature,value,min,max\na,1,1,1\na,0,0,2\nb,1,1,1\nb,0,0,2\nc,1,1,1\nc,0,0,2\n")
        .unwrap();
    let args =
        ["lottery", "--pool", &at("p.csv"), "--quotas", &at("q.csv"), "--seats", "2", "--out", &at("a")];
    let text = refused(&args, 1, "L-01");
    assert!(
        text.contains("\"a\" \"1\"") && text.contains("\"b\" \"1\"") && text.contains("\"c\" \"1\""),
        "{text}"
    );
    assert!(!temp.path().join("a").exists());
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 2, "nothing was left behind");
}

#[test]
fn the_demo_shows_and_keeps_only_when_asked() {
    let temp = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_geloot")).current_dir(temp.path()).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let shown = run(&["demo"]);
    assert!(
        shown.contains("█") && shown.contains("kern") && shown.contains("geloot-commitment-1:"),
        "{shown}"
    );
    assert!(!shown.contains("FAIL"));
    assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0);
    run(&["demo", "--out", "kept"]);
    assert!(temp.path().join("kept/panel.csv").exists());
    assert_ne!(run(&["demo", "--seed", "a"]), run(&["demo", "--seed", "b"]));
}

#[test]
fn compare_shows_four_objectives_and_writes_nothing() {
    let here = tempfile::tempdir().unwrap();
    let (pool, quotas) = (scenario("toolkit-300-45/pool.csv"), scenario("toolkit-300-45/quotas.csv"));
    let run = |more: &[&str]| {
        let files = ["--pool", pool.to_str().unwrap(), "--quotas", quotas.to_str().unwrap(), "--seats", "45"];
        let mut command = Command::new(env!("CARGO_BIN_EXE_geloot"));
        command.current_dir(here.path()).arg("compare").args(files).args(more).output().unwrap()
    };
    let output = run(&["--json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let objectives = answer["objectives"].as_object().unwrap();
    assert_eq!(objectives.keys().collect::<Vec<_>>(), ["goldilocks", "leximin", "maximin", "nash"]);
    let chance = |of: &str, which: &str| -> f64 {
        let (held, tickets) = objectives[of][which].as_str().unwrap().split_once('/').unwrap();
        held.parse::<f64>().unwrap() / tickets.parse::<f64>().unwrap()
    };
    for (word, found) in objectives {
        assert_eq!(
            (&found["certified"], &found["status"]),
            (&Value::Bool(true), &"optimal".into()),
            "{word}"
        );
        assert!((found["mean_chance"].as_f64().unwrap() - 0.15).abs() < 1e-9, "{word}");
        for figure in ["gini", "geometric_mean", "chance_ratio", "ideal_geometric_mean"] {
            assert!(found[figure].as_f64().unwrap() >= 0.0, "{word} {figure}");
        }
        assert!(chance(word, "min_chance") <= chance("leximin", "min_chance") + 1e-6);
        assert!(found["geometric_mean"].as_f64() <= objectives["nash"]["ideal_geometric_mean"].as_f64());
    }
    // Another number of tickets is another lottery.
    let rough = run(&["--json", "--tickets", "1000"]);
    assert!(String::from_utf8_lossy(&rough.stdout).contains("/1000\""));

    let text = String::from_utf8(run(&[]).stdout).unwrap();
    for part in
        ["leximin", "maximin", "nash", "goldilocks", "Tenth", "When to choose which", "No file was written"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    assert!(!text.contains("Gini"), "measures are for those who ask for them: {text}");
    let details = String::from_utf8(run(&["--details"]).stdout).unwrap();
    assert!(details.contains("Gini") && details.contains("Geometric mean"), "{details}");
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 0, "nothing is written");
}

/// Forty people of two sexes, with ids that do not ascend with either.
fn forty(folder: &Path) -> String {
    let row = |i: usize| format!("{:03},{}\n", i * 37 % 101, if i.is_multiple_of(4) { "m" } else { "v" });
    let rows: String = (1..=40).map(row).collect();
    let path = folder.join("pool.csv");
    fs::write(&path, format!("id,sex\n{rows}")).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_plain_lot_goes_the_whole_way() {
    let place = tempfile::tempdir().unwrap();
    let pool = forty(place.path());
    for (name, mirror) in [("plain", &[][..]), ("mirrored", &["--mirror", "sex"][..])] {
        let out = place.path().join(name);
        let out = out.to_str().unwrap();
        let asked = [&["--pool", pool.as_str(), "--seats", "10"], mirror].concat();
        let found = json(&[&["check"][..], &asked].concat());
        assert_eq!((&found["feasible"], &found["people"]), (&Value::Bool(true), &Value::from(40)));
        assert!(found["faults"].as_array().unwrap().iter().any(|fault| fault["code"] == "P-15"), "{found}");
        json(&[&["lottery", "--out", out][..], &asked].concat());
        let quotas = fs::read_to_string(format!("{out}/public/quotas.csv")).unwrap();
        let free = if mirror.is_empty() { "" } else { "sex,m,0,10\nsex,v,0,10\n" };
        assert_eq!(quotas, format!("feature,value,min,max\n{free}"));
        // Everybody has the same chance: a quarter, to a ticket.
        for row in &rows(&fs::read(format!("{out}/chances.csv")).unwrap())[1..] {
            assert_eq!((row[1].as_str(), row[2].as_str()), ("250000", "1000000"));
        }
        json(&["draw", out, "--seed", "een twee drie", "--reserves", "4"]);
        let panel = rows(&fs::read(format!("{out}/panel.csv")).unwrap());
        assert_eq!(panel.len(), 11);
        assert!(geloot(&["verify", out]).status.success());
        if let Some(output) = run::second(&[&format!("{out}/public")]) {
            assert!(output.status.success(), "{}", run::text(&output.stdout));
        }
        let told = run::done(&["explain", out, "--id", &panel[1][0]]);
        assert!(told.contains("25"), "{told}");
        let events = place.path().join(format!("{name}.csv"));
        fs::write(&events, format!("datum,id,gebeurtenis\n8-3-2027,{},afgemeld\n", panel[1][0])).unwrap();
        run::done(&["roster", out, "--events", events.to_str().unwrap()]);
    }
    let other = place.path().join("no");
    let asked = ["lottery", "--pool", &pool, "--seats", "10", "--out", other.to_str().unwrap(), "--mirror"];
    refused(&[&asked[..], &["sexe"]].concat(), 2, "M-01");
    assert!(!other.exists());
}

/// Letters at one lot: chance alone once wrote to women only.
#[test]
fn a_mirrored_lot_of_1407_letters_has_both_sexes_within_one_of_their_share() {
    let place = tempfile::tempdir().unwrap();
    let (pool, out) = (place.path().join("pool.csv"), place.path().join("out"));
    let person = |i: u32| format!("{i:04},{}\n", if i * 7_919 % 9_413 < 5_011 { "v" } else { "m" });
    fs::write(&pool, "id,sex\n".to_owned() + &(0..9_413).map(person).collect::<String>()).unwrap();
    let (pool, out) = (pool.to_str().unwrap(), out.to_str().unwrap());
    let found = json(&["lottery", "--pool", pool, "--seats", "1407", "--mirror", "sex", "--out", out]);
    let values = found["values"].as_array().unwrap();
    assert_eq!(values.len(), 2);
    for (value, share) in values.iter().zip([1_407.0 * 4_402.0 / 9_413.0, 1_407.0 * 5_011.0 / 9_413.0]) {
        let seats = |of: &str| value[of].as_f64().unwrap();
        assert!(seats("least") > share - 1.0 && seats("most") < share + 1.0, "{share}: {value}");
    }
}

#[test]
fn one_person_who_meets_a_quota_is_said_to_be_certain() {
    let place = tempfile::tempdir().unwrap();
    let pool = forty(place.path());
    let text = fs::read_to_string(&pool).unwrap();
    fs::write(&pool, text.replacen(",m", ",x", 1)).unwrap();
    let quotas = place.path().join("quotas.csv");
    let out = place.path().join("out");
    let (quotas, out) = (quotas.to_str().unwrap(), out.to_str().unwrap());
    fs::write(quotas, "feature,value,min,max\nsex,m,2,3\nsex,v,6,7\nsex,x,1,1\n").unwrap();
    let said = geloot(&["check", "--pool", &pool, "--quotas", quotas, "--seats", "10"]);
    assert!(said.status.success() && run::text(&said.stderr).contains("[A-06]"));
    run::done(&run::lottery(&pool, quotas, "10", out));
    let told = run::done(&["verify", out]);
    assert!(told.contains("One single person has \"x\" of \"sex\""), "{told}");
}
