//! Quotas that leave few panels or none, as a clerk meets them: how many panels there are, a proof that there is none,
//! or plainly that it was not settled, with what would settle it.

use crate::hard;
use crate::hard::{Hard, hidden, moved};
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::{Demands, Verdict, decide, feasible, nearest};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::{Command, Output};

/// 70 people, 18 seats, 5 features: six panels.
fn six() -> Hard {
    hidden("small-70-18-5-2".to_owned(), 70, 18, 5)
}

/// 80 people, 20 seats, 5 features: two panels.
fn two() -> Hard {
    hidden("small-80-20-5-2".to_owned(), 80, 20, 5)
}

/// 60 people, 15 seats, 5 features: one panel.
fn one() -> Hard {
    hidden("small-60-15-5-0".to_owned(), 60, 15, 5)
}

fn geloot(hard: &Hard, words: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in hard.files() {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_geloot"));
    command.current_dir(folder.path()).args(words);
    command.args(["--pool", "pool.csv", "--quotas", "quotas.csv", "--seats", &hard.seats.to_string()]);
    command.output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn object(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn few_panels_are_counted_and_whoever_is_on_none_is_named() {
    let said = geloot(&six(), &["check"]);
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    let shown = text(&said.stdout);
    assert!(shown.contains("Only 6 panels meet these quotas.\n"), "{shown}");
    assert!(
        shown.contains("the quotas together: no panel that meets them all has these people\n"),
        "{shown}"
    );
    let json = object(&geloot(&six(), &["check", "--json"]));
    assert_eq!(json["feasible"], json!(true));
    assert_eq!(json["prospects"]["few_panels"], json!({ "found": 6, "all": true }));
    assert_eq!(json["prospects"]["unsettled_profiles"], json!(0));
}

#[test]
fn a_lottery_among_few_panels_says_how_many_there_are() {
    let said = geloot(&two(), &["lottery", "--out", "made", "--tickets", "1000"]);
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    assert!(text(&said.stdout).contains("Only 2 panels meet these quotas.\n"), "{}", text(&said.stdout));
    let json = object(&geloot(&two(), &["lottery", "--out", "made", "--json"]));
    assert_eq!(json["few_panels"], json!({ "found": 2, "all": true }));
}

/// Where cuts leave almost nothing between the panels, they are weighed as well as can be, and the status says so.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn few_panels_are_weighed_where_the_fairest_chances_are_beyond_the_arithmetic() {
    for pool in [six(), hidden("small-80-20-5-1".to_owned(), 80, 20, 5)] {
        let said = geloot(&pool, &["lottery", "--out", "made", "--tickets", "1000", "--json"]);
        assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
        let json = object(&said);
        assert!(json["few_panels"]["all"] == json!(true), "{json:#}");
        assert!(["stopped", "within", "optimal"].contains(&json["status"].as_str().unwrap()), "{json:#}");
    }
}

#[test]
fn where_there_is_one_panel_no_draw_can_change_it() {
    let shown = text(&geloot(&one(), &["check"]).stdout);
    assert!(shown.contains("Only one panel meets these quotas: it is certain who is on it"), "{shown}");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn one_seat_moved_is_refuted_and_the_exit_code_says_no() {
    let none = moved(&one());
    let said = geloot(&none, &["check"]);
    assert_eq!(said.status.code(), Some(1));
    assert!(text(&said.stderr).contains("[L-01]"), "{}", text(&said.stderr));
    let json = object(&geloot(&none, &["check", "--json"]));
    assert_eq!(json["feasible"], json!(false));
    assert_eq!(geloot(&none, &["lottery", "--out", "made"]).status.code(), Some(1));
}

/// With a few cases allowed nothing is settled here; and what is named as the nearest does settle it.
#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn what_comes_nearest_would_be_a_panel_with_the_quotas_that_it_names() {
    let problem = hard::problem(&moved(&hidden("met-08".to_owned(), 300, 30, 8)));
    assert_eq!(decide(&problem, &Demands::default(), 3), Verdict::Unknown);
    let near = nearest(&problem).unwrap();
    assert!(!near.changes.is_empty() && !problem.admits(&near.panel));
    let mut changed = problem.clone();
    for change in &near.changes {
        let row = &mut changed.rows[change.row as usize];
        assert!(change.min <= row.min && change.max >= row.max, "{change:?} is no looser");
        (row.min, row.max) = (change.min, change.max);
    }
    assert!(changed.admits(&near.panel));
    assert_eq!(nearest(&problem), Some(near), "the same again");
}

/// The longest that a check may take: only where the program is optimised.
#[cfg(not(debug_assertions))]
#[test]
fn what_is_not_settled_is_said_with_what_was_tried() {
    let open = moved(&hidden("met-08".to_owned(), 300, 30, 8));
    // The words stand beside the object: one search tells both.
    let said = geloot(&open, &["check", "--json"]);
    let shown = text(&said.stderr);
    assert_eq!(said.status.code(), Some(1), "{shown}");
    for part in ["[L-02]", "could not be settled", "Tried: a search by cases", "instead of", "Loosen a quota"]
    {
        assert!(shown.contains(part), "{shown}");
    }
    let json = object(&said);
    assert_eq!(json["feasible"], Value::Null);
    assert!(!json["nearest"].as_array().unwrap().is_empty());
}

#[test]
fn panels_of_small_pools_meet_their_quotas() {
    let found: BTreeSet<_> = (0..6)
        .map(|number| {
            let problem: Problem = hard::problem(&hidden(format!("found-{number}"), 100, 25, 6));
            let panel = feasible(&problem).unwrap();
            assert!(problem.admits(&panel));
            assert_eq!(feasible(&problem), Ok(panel.clone()), "the same again");
            panel
        })
        .collect();
    assert_eq!(found.len(), 6);
}
