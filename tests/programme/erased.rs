//! Rows that are erased, and days: what a clerk can make up about either, and who says so.

use crate::lies::Spoiled;
use crate::run::{geloot, json, refused};
use crate::support::{Case, claims, people, with};
use geloot::programme::counts::Count;
use std::path::Path;

const RULES: &str = "name = \"Proef\"\nletters = { again-after = \"48 months\" }\n\
    cool-off = { served = \"36 months\" }\nkeep = { letter = \"48 months\", served = \"36 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n";

/// Twelve letters in 2027, an hour of two people, and everything that may be erased in 2031 erased.
fn erased() -> Case {
    let case = Case::new(RULES, "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.due_letters(12, "all.csv", "2027-02-01", "brieven", &["--by", "kern"]);
    let letters = case.draw("brieven", None, 12, "een twee");
    case.add("2027-02-01", &["--record", &letters, "--letters", &case.path("brieven/frame.csv")]);
    let panel = case.read("brieven/lottery/panel.csv");
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let served = format!("id,date,minutes\n{},2027-04-01,60\n{},2029-04-01,60\n", ids[0], ids[1]);
    let served = case.write("served.csv", &served);
    case.add("2029-04-01", &["--served", &served]);
    let p = case.programme();
    let erased = json(&["programme", "erase", &p, "--retention", "--date", "2031-02-01", "--day-to-come"]);
    assert_eq!(erased["rows"], serde_json::json!({ "letter": 12, "served": 1 }));
    assert_eq!(with(&case.claims(&[], &[]), "FAIL"), [0_u64; 0]);
    crate::second::agree(&p, &[], &[]);
    case
}

/// Killed between the rows and the entry that tells of them: whatever came next would have counted without them for ever.
#[test]
fn nothing_is_entered_while_an_erasure_is_half_made() {
    let case = erased();
    let half = Spoiled::new(&case, "P", "half");
    for there in ["public", "sealed"] {
        std::fs::remove_dir_all(Path::new(&half.dir).join(there).join("entries/4")).unwrap();
    }
    let events = case.write("events.csv", "id,date,event\np00001,2031-01-01,do-not-ask\n");
    let add = ["programme", "add", &half.dir, "--date", "2031-02-01", "--events", &events];
    refused(&add, 2, "O-32");
    let again = ["programme", "erase", &half.dir, "--retention", "--date", "2031-02-01", "--day-to-come"];
    json(&again);
    assert!(geloot(&add).status.success());
    assert_eq!(with(&claims(&half.dir, &[], &[], false), "FAIL"), [0_u64; 0]);
    crate::second::agree(&half.dir, &[], &[]);
}

/// Whatever is erased does not come back, so nothing is erased on a day that is still to come.
#[test]
fn nothing_is_erased_on_a_day_that_is_still_to_come() {
    let case = Case::new(RULES, "2027-01-01");
    let p = case.programme();
    refused(&["programme", "erase", &p, "--retention", "--date", "2999-01-01"], 2, "O-27");
    refused(&["programme", "erase", &p, "--retention", "--date", "2999-01-01", "--day-to-come"], 1, "O-14");
}

/// The erasure told as one of an earlier day, when the time of no letter was over.
#[test]
fn what_was_erased_before_its_time_is_told_in_public_and_in_the_sealed_part() {
    let case = erased();
    let early = Spoiled::new(&case, "P", "early");
    early.forge_all(4, &|_| {}, &|facts, _, _| {
        facts.date = "2030-12-31".into();
    });
    for entry in [2, 3] {
        let file = format!("sealed/entries/{entry}/rows.csv");
        early.write(&file, early.read(&file).replace("erased,2031-02-01", "erased,2030-12-31").as_bytes());
    }
    assert_eq!(with(&claims(&early.dir, &[], &[], true), "FAIL"), [5, 8]);
    crate::second::agree(&early.dir, &[], &[]);
}

/// Rows that no rule lets go, erased as if their time were over.
#[test]
fn what_the_rules_keep_for_ever_is_not_erased_because_its_time_is_over() {
    let case = erased();
    let other = Spoiled::new(&case, "P", "other");
    other.forge_all(4, &|_| {}, &|_, counts, _| {
        let of = |event: &str| (event.to_owned(), String::new(), "erased".to_owned(), "retention".to_owned());
        counts.0.insert(of("pool"), Count { people: 1, number: 0 });
    });
    assert_eq!(with(&claims(&other.dir, &[], &[], false), "FAIL"), [5]);
    crate::second::agree(&other.dir, &[], &[]);
}

/// An entry of a day before that of the one before it: an act put before what barred somebody from it.
#[test]
fn the_days_of_entries_do_not_go_back() {
    let case = erased();
    let back = Spoiled::new(&case, "P", "back");
    back.forge_all(4, &|_| {}, &|facts, _, _| {
        facts.date = "2029-03-31".into();
    });
    assert_eq!(with(&claims(&back.dir, &[], &[], false), "FAIL"), [1]);
    crate::second::agree(&back.dir, &[], &[]);
}

/// Reasons and titles become public.
#[test]
fn no_title_or_reason_tells_how_to_reach_somebody() {
    let case = Case::new(RULES, "2027-01-01");
    let p = case.programme();
    let served = case.write("served.csv", "id,date,event\np00001,2027-04-01,do-not-ask\n");
    let add = ["programme", "add", &p, "--date", "2027-04-01", "--events", &served, "--title"];
    refused(&[&add[..], &["bel 06-12345678"]].concat(), 2, "O-28");
    let rules = case.write("other.toml", &RULES.replace("Proef", "Ander"));
    let change = ["programme", "add", &p, "--date", "2027-04-01", "--rules", &rules, "--because"];
    refused(&[&change[..], &["vraag jan@example.nl"]].concat(), 2, "O-28");
    assert!(geloot(&[&change[..], &["een andere naam"]].concat()).status.success());
}
