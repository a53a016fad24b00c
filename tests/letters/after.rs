//! After letters are drawn: trials that nobody can take for the draw, codes that are those of their letters, waves, answers, doors.

use crate::run::{done, geloot, json, refused, text};
use crate::told::{Bench, CHARTER, claim, facts, refit, strs, twice};
use geloot::base::digest::Digest;
use geloot::bundle::clerk;
use std::fs;
use std::path::Path;

/// A trial is asked for words, whatever the charter declares, and says the same of whoever has dice.
#[test]
fn a_trial_has_words_of_its_own() {
    let charter = CHARTER.replace("source = \"text\"", "source = \"dice\"\nsides = 10\ncount = 12");
    let bench = Bench::new(&charter, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    let said = refused(&["invite", "draw", &dir, "--trial"], 2, "D-04");
    assert!(said.contains("--seed with any words") && !said.contains("Throw"), "{said}");
    let dice = ["invite", "draw", &dir, "--trial", "--dice", "1 2 3 4 5 6 7 8 9 0 1 2"];
    assert!(refused(&dice, 2, "D-09").contains("--seed with any words"));
    done(&["invite", "draw", &dir, "--trial", "--seed", "any words"]);
    assert!(refused(&["invite", "draw", &dir], 2, "D-04").contains("Throw 12 dice with 10 sides"));
}

/// Whoever finds a list of a trial in a drawer sees in every row that no letter goes out by it; and a record whose list does not say
/// so fails.
#[test]
fn every_row_of_a_list_of_a_trial_says_so() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    let said = done(&["invite", "draw", &dir, "--trial", "--seed", "any words"]);
    assert!(said.contains("begins with \"TRIAL: VOID\"") && said.contains("would get a letter"), "{said}");
    let list = Path::new(&dir).join("trials/1/letters.csv");
    let marked = fs::read(&list).unwrap();
    assert!(text(&marked).lines().skip(1).all(|row| row.starts_with("TRIAL: VOID,")));
    assert_eq!(claim(&dir, 14, 0).0, "PASS");
    let plain = clerk::unmarked(&marked).unwrap();
    fs::write(&list, &plain).unwrap();
    let record = Path::new(&dir).join("public/lists/1");
    let mut own = facts(&record.join("list.json"));
    own["letters"] = Digest::of(&plain).to_string().into();
    fs::write(record.join("list.json"), format!("{own:#}\n")).unwrap();
    refit(&record);
    for number in [14, 15] {
        assert_eq!(claim(&dir, number, 1).0, "FAIL");
        if let Some(said) = twice(&dir, number) {
            assert!(said.contains("FAIL"), "{said}");
        }
    }
}
