//! `geloot repair`, and what the other commands say of quotas that clash, as scripts use them.

use crate::run::{geloot, json_of, text};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn fixture(file: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(file).to_string_lossy().into_owned()
}

/// Pool, quotas and seats of a folder of clashes.
fn files(name: &str, quotas: &str, seats: &str) -> [String; 6] {
    let file = |file: &str| fixture(&format!("clash/{name}/{file}"));
    ["--pool".into(), file("pool.csv"), "--quotas".into(), file(quotas), "--seats".into(), seats.into()]
}

fn with<'a>(command: &'a str, files: &'a [String], more: &[&'a str]) -> Vec<&'a str> {
    let files = files.iter().map(String::as_str);
    std::iter::once(command).chain(files).chain(more.iter().copied()).collect()
}

#[test]
fn the_clash_is_named_and_each_repair_mends_it() {
    let files = files("panningen", "quotas.csv", "12");
    let found = json_of(&with("repair", &files, &[]), 0);
    assert_eq!(
        found["clash_ends"],
        json!([{ "feature": "leeftijd", "value": "18-24", "min": 6, "max": 7, "end": "min", "limit": 6, "people": 4 }])
    );
    assert_eq!((&found["feasible"], &found["cheapest_proved"]), (&json!(false), &json!(true)));
    let repairs = found["repairs"].as_array().unwrap();
    // The third and the fourth cost the same, and none of them is left out.
    assert_eq!(repairs.len(), 4);
    let exact = |n: usize| &repairs[n]["cost_exact"];
    assert!((0..3).any(|n| exact(n) == exact(n + 1)) && found["more_of_equal_cost"] == json!(0));
    let temp = tempfile::tempdir().unwrap();
    let costs: Vec<f64> = repairs.iter().map(|r| r["cost"].as_f64().unwrap()).collect();
    // Of nearly equal cost those come first that leave more choice.
    let people: Vec<u64> = repairs.iter().map(|r| r["can_be_drawn"].as_u64().unwrap()).collect();
    for pair in [0, 1, 2].map(|i| (i, i + 1)) {
        let near = (costs[pair.0] - costs[pair.1]).abs() < 1.0 && people[pair.0] >= people[pair.1];
        assert!(costs[pair.0] <= costs[pair.1] || near, "{costs:?} {people:?}");
    }
    assert!(costs.iter().all(|&cost| cost > 1.0), "{costs:?}");
    for number in 1..=repairs.len() {
        let out = temp.path().join(format!("q{number}.csv")).to_string_lossy().into_owned();
        let number = number.to_string();
        let written = json_of(&with("repair", &files, &["--apply", &number, "--out", &out]), 0);
        let log = fs::read_to_string(format!("{out}.log")).unwrap();
        assert_eq!(written["written"]["log"], json!(log.trim_end()));
        assert!(log.contains(&format!("repair {number}, cost")) && log.lines().count() == 1, "{log}");
        let mut mended = files.clone();
        mended[3] = out.clone();
        let checked = json_of(&with("check", &mended, &[]), 0);
        assert_eq!(checked["feasible"], json!(true), "repair {number}");
        let smallest = checked["prospects"]["smallest_chance"].as_f64().unwrap();
        let promised = repairs[number.parse::<usize>().unwrap() - 1]["smallest_chance"].as_f64().unwrap();
        assert!((smallest - promised).abs() < 1e-6, "{smallest} {promised}");
        // Nothing is ever overwritten.
        let again = geloot(&with("repair", &files, &["--apply", "1", "--out", &out]));
        assert_eq!(again.status.code(), Some(3));
        assert!(text(&again.stderr).contains("[F-05]"));
    }
}

/// The cheapest repair can leave a single panel: then there is nothing to draw, and it stands behind those of about the
/// same cost that leave a choice.
#[test]
fn each_repair_says_how_many_people_can_then_be_drawn() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people = "a2,b3,c2 a1,b2,c1 a2,b3,c2 a2,b1,c2 a1,b1,c1 a1,b1,c1 a1,b1,c2 a1,b1,c2 a1,b1,c2 a2,b2,c2 a2,b1,c1 \
                  a1,b2,c1 a2,b1,c1 a1,b1,c2 a1,b1,c1 a3,b1,c2 a1,b1,c2 a2,b1,c1 a1,b2,c2 a2,b1,c1 a3,b1,c2 a1,b2,c2 \
                  a2,b1,c2 a2,b1,c1";
    let rows: String = people.split(' ').enumerate().map(|(i, row)| format!("{i:02},{row}\n")).collect();
    fs::write(at("pool.csv"), format!("id,A,B,C\n{rows}")).unwrap();
    let quotas = "feature,value,min,max\nA,a1,2,2\nA,a2,2,2\nA,a3,2,2\nB,b1,2,2\nB,b2,2,2\nB,b3,2,2\nC,c1,3,3\nC,c2,3,3\n";
    fs::write(at("quotas.csv"), quotas).unwrap();
    let (pool, quotas) = (at("pool.csv"), at("quotas.csv"));
    let base = ["repair", "--pool", &pool, "--quotas", &quotas, "--seats", "6"];
    let found = json_of(&base, 0);
    let repairs = found["repairs"].as_array().unwrap();
    let people: Vec<u64> = repairs.iter().map(|r| r["can_be_drawn"].as_u64().unwrap()).collect();
    assert_eq!(people.iter().filter(|&&n| n == 6).count(), 1, "{people:?}");
    assert!(people.is_sorted_by(|a, b| a >= b) && people.last() == Some(&6), "{people:?}");
    let last = &repairs[repairs.len() - 1];
    assert_eq!(last["nothing_left_to_draw"], json!(true));
    assert!(last["cost"].as_f64() < repairs[0]["cost"].as_f64(), "{repairs:?}");
    let said = text(&geloot(&base).stdout);
    assert!(said.contains("only 6 of 24 people can be drawn: there is nothing left to draw"), "{said}");
    assert!(said.contains(&format!("{} of 24 people can be drawn.", people[0])), "{said}");
    // Each figure is what the lottery then says: whoever is on a panel, and no other.
    for (n, &people) in (1..).zip(&people) {
        let (number, out, dir) = (n.to_string(), at(&format!("q{n}.csv")), at(&format!("l{n}")));
        json_of(&[&base[..], &["--apply", &number, "--out", &out]].concat(), 0);
        let lottery = [
            "lottery",
            "--pool",
            &pool,
            "--quotas",
            &out,
            "--seats",
            "6",
            "--tickets",
            "1000",
            "--out",
            &dir,
        ];
        json_of(&lottery, 0);
        let chances = fs::read_to_string(format!("{dir}/chances.csv")).unwrap();
        let held = chances.lines().skip(1).filter(|line| line.split(',').nth(1) != Some("0")).count();
        assert_eq!(held as u64, people, "repair {n}");
    }
}

/// Seven have a seat where six may: the maximum rises in every repair, and what else clashes is mended with it.
#[test]
fn people_with_a_seat_beyond_a_maximum_are_mended_too() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let age = |i: usize| ["16-34", "35-54", "55+"][i / 2 % 3];
    let row = |i: usize| format!("{i:02},{},{}\n", ["V", "M"][i % 2], age(i));
    fs::write(at("pool.csv"), "id,geslacht,leeftijd\n".to_owned() + &(0..40).map(row).collect::<String>())
        .unwrap();
    let quotas = |men: u32| {
        format!(
            "feature,value,min,max\ngeslacht,M,{men},6\ngeslacht,V,4,6\nleeftijd,16-34,2,4\nleeftijd,35-54,2,4\nleeftijd,55+,2,4\n"
        )
    };
    fs::write(at("in.csv"), "id\n00\n02\n04\n06\n08\n10\n12\n").unwrap();
    let (pool, file, include) = (at("pool.csv"), at("quotas.csv"), at("in.csv"));
    let base = [
        "repair",
        "--pool",
        &pool,
        "--quotas",
        &file,
        "--seats",
        "10",
        "--include",
        &include,
        "--repairs",
        "1",
    ];
    let raised =
        json!({ "feature": "geslacht", "value": "V", "min": 4, "max": 7, "old_min": 4, "old_max": 6 });
    for (men, others, cost) in [(4, 1, 2.5), (3, 0, 1.0)] {
        fs::write(&file, quotas(men)).unwrap();
        let found = json_of(&base, 0);
        assert_eq!(found["raised"], json!([raised]));
        let repair = &found["repairs"][0];
        assert_eq!((&repair["changes"][0], &repair["cost"]), (&raised, &json!(cost)), "{repair}");
        assert_eq!(repair["changes"].as_array().unwrap().len(), 1 + others);
        let said = text(&geloot(&base).stdout);
        assert!(said.contains("\"geslacht\" \"V\": at most 7 instead of 6"), "{said}");
        let (out, dir) = (at(&format!("q{men}.csv")), at(&format!("l{men}")));
        let written = json_of(&[&base[..], &["--apply", "1", "--out", &out]].concat(), 0);
        assert!(written["written"]["log"].as_str().unwrap().contains("at most 7 instead of 6"));
        let lottery = [
            "lottery",
            "--pool",
            &pool,
            "--quotas",
            &out,
            "--seats",
            "10",
            "--include",
            &include,
            "--out",
            &dir,
        ];
        json_of(&lottery, 0);
    }
    // A quota that more seats are asked for than there are is no share of them.
    fs::write(&file, quotas(4)).unwrap();
    let check = ["check", "--pool", &pool, "--quotas", &file, "--seats", "10", "--include", &include];
    let said = text(&geloot(&check).stdout);
    let men = said.lines().find(|line| line.contains(" M ")).unwrap();
    assert!(men.contains("4-6") && men.contains("impossible") && !men.contains("100.0 %"), "{said}");
    assert_eq!(json_of(&check, 1)["features"][0]["values"][0]["impossible"], json!(true));
}

#[test]
fn flexible_bounds_are_kept_to() {
    let files = files("panningen", "quotas-flex.csv", "12");
    let found = json_of(&with("repair", &files, &[]), 1);
    assert_eq!(found["flex_forbids"], json!(true));
    assert!(!found["repairs"].as_array().unwrap().is_empty(), "what would help without them");
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("q.csv").to_string_lossy().into_owned();
    let refused = geloot(&with("repair", &files, &["--apply", "1", "--out", &out]));
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains("[L-04]") && !Path::new(&out).exists());
    let beyond = json_of(&with("repair", &files, &["--apply", "1", "--out", &out, "--beyond-flex"]), 0);
    assert_eq!(beyond["flex_forbids"], json!(false));
    // The file written can be read again: flexible bounds made room.
    let mut mended = files.clone();
    mended[3] = out;
    assert_eq!(json_of(&with("check", &mended, &[]), 0)["feasible"], json!(true));
}

#[test]
fn the_order_of_rows_and_columns_decides_nothing() {
    let files = files("drie-quota", "quotas.csv", "20");
    let found = json_of(&with("repair", &files, &[]), 0);
    let temp = tempfile::tempdir().unwrap();
    let mut turned = files.clone();
    for (at, name) in [(1, "pool.csv"), (3, "quotas.csv")] {
        let mut rows: Vec<Vec<String>> = fs::read_to_string(&files[at])
            .unwrap()
            .lines()
            .map(|line| line.split(',').map(str::to_owned).collect())
            .collect();
        rows[1..].reverse();
        rows.iter_mut().for_each(|row| row.rotate_left(2));
        let text: Vec<String> = rows.iter().map(|row| row.join(",") + "\n").collect();
        let path: PathBuf = temp.path().join(name);
        fs::write(&path, text.concat()).unwrap();
        turned[at] = path.to_string_lossy().into_owned();
    }
    assert_eq!(json_of(&with("repair", &turned, &[]), 0), found);
}

#[test]
fn more_repairs_on_demand() {
    let files = files("panningen", "quotas.csv", "12");
    let all = |wanted: &str| json_of(&with("repair", &files, &["--repairs", wanted]), 0)["repairs"].clone();
    // Four is all there are, and so it is said.
    let (one, six) = (all("1"), all("6"));
    assert_eq!((one.as_array().unwrap().len(), six.as_array().unwrap().len()), (1, 4));
    assert_eq!(one[0], six[0]);
    let changes: std::collections::BTreeSet<String> =
        six.as_array().unwrap().iter().map(|r| r["changes"].to_string()).collect();
    assert_eq!(changes.len(), 4, "all different");
}

#[test]
fn check_lottery_and_select_use_the_same_words() {
    let files = files("drie-quota", "quotas.csv", "20");
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("d").to_string_lossy().into_owned();
    let check = geloot(&with("check", &files, &[]));
    let lottery = geloot(&with("lottery", &files, &["--out", &out]));
    let select = geloot(&with("select", &files, &["--seed", "x", "--out", &out]));
    let refusal = |output: &Output| {
        assert_eq!(output.status.code(), Some(1));
        let text = text(&output.stderr);
        text[text.find("Stop. No panel").unwrap()..].to_owned()
    };
    assert_eq!(refusal(&check), refusal(&lottery));
    assert_eq!(refusal(&check), refusal(&select));
    assert!(!Path::new(&out).exists());
    let repair = text(&geloot(&with("repair", &files, &[])).stdout);
    for line in refusal(&check).lines().filter(|l| l.contains("needed")) {
        assert!(repair.contains(line.trim()), "{line}");
    }
}

#[test]
fn quotas_that_can_be_met_need_no_repair() {
    let scenario = |file: &str| fixture(&format!("scenarios/foodvalley-20-of-100/{file}"));
    let (pool, quotas) = (scenario("pool.csv"), scenario("quotas.csv"));
    let base = ["repair", "--pool", &pool, "--quotas", &quotas, "--seats", "20"];
    assert_eq!(json_of(&base, 0)["feasible"], json!(true));
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("q.csv").to_string_lossy().into_owned();
    let refused = geloot(&[&base[..], &["--apply", "1", "--out", &out]].concat());
    assert_eq!(refused.status.code(), Some(2));
    // Too many people for too few seats in a folder that is not there.
    let nowhere = temp.path().join("no/q.csv").to_string_lossy().into_owned();
    let refused = geloot(&[&base[..], &["--apply", "1", "--out", &nowhere]].concat());
    assert_eq!(refused.status.code(), Some(3));
}

#[test]
fn check_says_what_holds_the_smallest_chance_down() {
    let scenario = |file: &str| fixture(&format!("scenarios/foodvalley-20-of-100/{file}"));
    let (pool, quotas) = (scenario("pool.csv"), scenario("quotas.csv"));
    let found = json_of(&["check", "--pool", &pool, "--quotas", &quotas, "--seats", "20"], 0);
    let prospects = &found["prospects"];
    let smallest = prospects["smallest_chance"].as_f64().unwrap();
    assert!(smallest > 0.0 && smallest < 0.2, "{smallest}");
    // Fifteen volunteers can be on no panel; the lottery below names the same.
    let shut_out = prospects["shut_out"].as_array().unwrap();
    assert_eq!(shut_out.iter().map(|s| s["ids"].as_array().unwrap().len()).sum::<usize>(), 15);
    let holding = prospects["holding"].as_array().unwrap();
    assert!(!holding.is_empty());
    for held in holding {
        let then = held["smallest_chance"].as_f64().unwrap();
        let promise = held["promise"].as_f64().unwrap();
        assert!(then > smallest && then - smallest <= promise + 1e-6, "{then} {promise}");
    }
    let temp = tempfile::tempdir().unwrap();
    let out = temp.path().join("d").to_string_lossy().into_owned();
    let lottery =
        json_of(&["lottery", "--pool", &pool, "--quotas", &quotas, "--seats", "20", "--out", &out], 0);
    assert_eq!(lottery["shut_out"], prospects["shut_out"]);
}

/// What is tried stands on lines of its own: nothing is cut off, and what must change together stands together.
#[test]
fn what_holds_the_smallest_chance_down_is_told_in_full() {
    let scenario = |file: &str| fixture(&format!("scenarios/peel-en-maas/{file}"));
    let (pool, quotas) = (scenario("pool.csv"), scenario("quotas.csv"));
    let args = ["check", "--pool", &pool, "--quotas", &quotas, "--seats", "50"];
    let said = text(&geloot(&args).stdout);
    let from = said.find("These quotas hold it down").unwrap();
    let found = json_of(&args, 0)["prospects"]["holding"].clone();
    let changes: usize =
        found.as_array().unwrap().iter().take(5).map(|h| h["changes"].as_array().unwrap().len()).sum();
    let told = said[from..].lines().skip(1).take_while(|line| line.starts_with(' ')).collect::<Vec<_>>();
    assert_eq!(told.len(), changes, "{said}");
    assert!(!said[from..].contains('…') && told.iter().all(|line| line.contains("instead of")), "{said}");
    assert_eq!(
        said.contains("two together"),
        found.as_array().unwrap().iter().any(|h| h["changes"].as_array().unwrap().len() > 1)
    );
}

/// Minimums that add up beyond the seats, and maximums that stay below them, are mended like any other clash.
#[test]
fn sums_that_cannot_be_are_repaired() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people = (0..12).map(|i| format!("{i},{},{}\n", ["w", "m"][i % 2], ["y", "o", "o"][i % 3]));
    fs::write(at("pool.csv"), "id,g,a\n".to_owned() + &people.collect::<String>()).unwrap();
    for (quotas, change) in [
        ("g,w,2,3\ng,m,2,3\na,y,0,3\na,o,1,3\n", "at least 1 instead of 2"),
        ("g,w,0,1\ng,m,0,1\na,y,0,3\na,o,1,3\n", "at most 2 instead of 1"),
    ] {
        fs::write(at("quotas.csv"), format!("feature,value,min,max\n{quotas}")).unwrap();
        let files =
            ["--pool", &at("pool.csv"), "--quotas", &at("quotas.csv"), "--seats", "3"].map(str::to_owned);
        assert_eq!(geloot(&with("check", &files, &[])).status.code(), Some(2));
        let output = geloot(&with("repair", &files, &[]));
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert!(said.contains(change), "{said}");
        let out = at("mended.csv");
        assert_eq!(geloot(&with("repair", &files, &["--apply", "1", "--out", &out])).status.code(), Some(0));
        let mended = ["--pool", &at("pool.csv"), "--quotas", &out, "--seats", "3"].map(str::to_owned);
        assert_eq!(geloot(&with("check", &mended, &[])).status.code(), Some(0));
        fs::remove_file(&out).unwrap();
        fs::remove_file(out + ".log").unwrap();
    }
}

/// One quota against the household rule: there is no other to leave out, and the rule can give way too.
#[test]
fn a_clash_with_the_household_rule_names_the_rule() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people = (0..12)
        .map(|i| format!("{i},{},1234 AB,{}\n", if i < 3 { "w" } else { "m" }, if i < 3 { 1 } else { i }));
    fs::write(at("pool.csv"), "id,g,postcode,huisnummer\n".to_owned() + &people.collect::<String>()).unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\ng,w,2,2\ng,m,2,2\n").unwrap();
    let files = ["--pool", &at("pool.csv"), "--quotas", &at("quotas.csv"), "--seats", "4"].map(str::to_owned);
    let rule = ["--household", "postcode,huisnummer"];
    for command in ["check", "repair"] {
        let output = geloot(&with(command, &files, &rule));
        let said = text(&output.stdout) + &text(&output.stderr);
        assert!(
            said.contains("and the household rule clash") && said.contains("--per-household 2"),
            "{said}"
        );
        assert!(!said.contains("any one of them left out"), "{said}");
    }
    let two = [&rule[..], &["--per-household", "2"]].concat();
    assert_eq!(geloot(&with("check", &files, &two)).status.code(), Some(0));
}

/// Of ways that cost nearly the same the first leaves the most people, however many are asked for.
#[test]
fn whoever_asks_for_one_repair_gets_the_first_of_several() {
    let temp = tempfile::tempdir().unwrap();
    let at = |name: &str| temp.path().join(name).to_string_lossy().into_owned();
    let people =
        (0..9).map(|i| format!("{i},{},{}\n", ["a1", "a2"][i / 5], ["b1", "b2"][usize::from(i > 0)]));
    fs::write(at("pool.csv"), "id,a,b\n".to_owned() + &people.collect::<String>()).unwrap();
    fs::write(at("quotas.csv"), "feature,value,min,max\na,a1,0,0\na,a2,0,2\nb,b1,1,1\nb,b2,1,1\n").unwrap();
    let files = ["--pool", &at("pool.csv"), "--quotas", &at("quotas.csv"), "--seats", "2"].map(str::to_owned);
    let first = |more: &[&str]| {
        let found = json_of(&with("repair", &files, more), 0);
        let list = found["repairs"].as_array().unwrap().clone();
        (list.len(), list[0].clone())
    };
    let (several, best) = first(&[]);
    assert!(several > 1);
    assert_eq!(first(&["--repairs", "1"]), (1, best));
}

/// Fewer people than seats, and quotas that clash with nothing else: no list of quotas is begun that has none.
#[test]
fn fewer_people_than_seats_are_said_without_quotas() {
    let temp = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = temp.path().join(name).to_string_lossy().into_owned();
        fs::write(&path, text).unwrap();
        path
    };
    let pool = file("pool.csv", "id,a\n1,x\n2,x\n3,x\n4,x\n5,x\n6,x\n");
    let quotas = file("quotas.csv", "feature,value,min,max\na,x,2,6\na,y,0,0\n");
    let output = geloot(&["repair", "--pool", &pool, "--quotas", &quotas, "--seats", "7"]);
    let said = text(&output.stdout) + &text(&output.stderr);
    assert!(said.contains("No change of the quotas helps") && !said.contains("are among these"), "{said}");
}
