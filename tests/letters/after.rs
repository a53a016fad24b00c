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

/// A list of codes may be sorted by whole rows, and no cell of it may move alone: with the key each code is looked at, however few.
#[test]
fn no_cell_of_the_list_of_codes_moves_alone() {
    let bench =
        Bench::new(&CHARTER.replace("number = 20\nreserves = 10", "number = 4\nreserves = 2"), |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let [key, codes, answers, doors] =
        ["codes.key", "codes.csv", "answers.csv", "doors.csv"].map(|name| bench.path(name));
    bench.write("codes.key", &"0c".repeat(32));
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
    let own = fs::read_to_string(&codes).unwrap();
    let (head, body) = own.split_once('\n').unwrap();
    let rows: Vec<Vec<&str>> = body.lines().map(|row| row.split(',').collect()).collect();
    bench.write(
        "answers.csv",
        &format!("code,date,channel,answer\n{},2027-02-01,post,afgemeld\n", rows[0][0]),
    );
    let save = |rows: &[Vec<&str>]| {
        let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
        fs::write(&codes, format!("{head}\n{text}")).unwrap();
    };
    let count = ["invite", "answers", &dir, "--codes", &codes, "--answers", &answers];
    let sure = [&count[..], &["--key", &key]].concat();
    let mut sorted = rows.clone();
    sorted.sort_unstable();
    save(&sorted);
    let counted = done(&sure);
    assert!(counted.contains("0 yes, 1 no"), "{counted}");
    // Two cells of one column change places: code, number in the register, whether a letter goes there.
    let last = rows.iter().position(|row| row[5] == "reserve").unwrap();
    for (column, told) in [(0, "not the code"), (4, "not the number"), (5, "goes there at once")] {
        let mut moved = rows.clone();
        (moved[0][column], moved[last][column]) = (rows[last][column], rows[0][column]);
        save(&moved);
        let said = refused(&sure, 2, "Y-162");
        assert!(said.contains(told) && said.contains(&format!("rows 2 and {}", last + 2)), "{said}");
        // Nobody can tell of a code alone whose it is without the key.
        if column > 0 {
            refused(&count, 2, "Y-162");
        }
    }
    // Who took the numbers of the register out has them at the doors all the same.
    let mut blank = rows.clone();
    blank.iter_mut().for_each(|row| row[4] = "");
    save(&blank);
    let outreach = ["invite", "outreach", &dir, "--codes", &codes, "--answers", &answers];
    done(&[&outreach[..], &["--doors", "9", "--out", &doors]].concat());
    let found = fs::read_to_string(&doors).unwrap();
    let numbers: Vec<&str> = found.lines().skip(1).map(|row| row.split(',').nth(4).unwrap()).collect();
    let due = rows.iter().skip(1).filter(|row| row[5] == "letter").map(|row| row[4]);
    assert!(numbers.iter().copied().eq(due), "{numbers:?}");
}

/// A first wave of other letters than the draw gives is told when it is published, and in the claim about waves.
#[test]
fn a_first_wave_of_fewer_letters_is_told_at_once() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let waves = bench.path("waves.csv");
    bench.write(
        "waves.csv",
        "stratum,wave,from,to,date,reason\nA,1,1,4,2027-01-20,few envelopes\nB,1,1,10,2027-01-20,planned\n",
    );
    let output = geloot(&["invite", "waves", &dir, "--waves", &waves]);
    let said = text(&output.stderr);
    assert!(said.contains("Check this") && said.contains("\"A\" has 4, and 10 by the draw"), "{said}");
    assert!(output.status.success() && !said.contains("\"B\""), "{said}");
    let (outcome, told) = claim(&dir, 16, 0);
    assert!(outcome == "PASS" && told.contains("not the letters that the draw gives"), "{told}");
    if let Some(said) = twice(&dir, 16) {
        assert!(said.contains("strata 1 the first wave is not the letters"), "{said}");
    }
    assert_eq!(json(&["invite", "waves", &dir, "--waves", &waves])["other_first"], serde_json::json!([1]));
}

/// Letters of a day before that of the charter were not drawn by then: both programs tell it.
#[test]
fn letters_that_were_posted_before_the_draw_are_told() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let said = geloot(&["invite", "waves", &dir, "--first-on", "2026-02-03"]);
    assert!(said.status.success() && text(&said.stderr).contains("Y-160"), "{}", text(&said.stderr));
    let (outcome, told) = claim(&dir, 16, 0);
    assert!(outcome == "PASS" && told.contains("Letters were posted on 2026-02-03"), "{told}");
    if let Some(said) = twice(&dir, 16) {
        assert!(said.contains("letters were posted on 2026-02-03"), "{said}");
    }
}

/// Days with the month first are not read with the day first, one of them or all.
#[test]
fn waves_with_the_month_first_stop() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    let waves = bench.path("waves.csv");
    bench.write(
        "waves.csv",
        "stratum,wave,from,to,date,reason\nA,1,1,10,02/03/2027,planned\nB,1,1,10,02/20/2027,planned\n",
    );
    let output = geloot(&["invite", "waves", &dir, "--waves", &waves]);
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(2) && said.contains("T-49"), "{said}");
}

/// Answers are shown by stratum, and where there are fewer doors than were asked for that is told.
#[test]
fn answers_and_doors_are_told_by_stratum() {
    let bench = Bench::new(CHARTER, |_| "0");
    let dir = bench.path("one");
    json(&strs(&bench.frame()));
    done(&["invite", "draw", &dir, "--seed", "appel peer"]);
    done(&["invite", "waves", &dir, "--first-on", "2027-01-20"]);
    let [key, codes, answers] = ["codes.key", "codes.csv", "answers.csv"].map(|name| bench.path(name));
    bench.write("codes.key", &"0c".repeat(32));
    done(&["invite", "codes", &dir, "--key", &key, "--out", &codes]);
    let own = fs::read_to_string(&codes).unwrap();
    let rows: Vec<Vec<&str>> = own.lines().skip(1).map(|row| row.split(',').collect()).collect();
    let of_a = rows.iter().filter(|row| row[1] == "1" && row[5] == "letter");
    let said: String = of_a.take(3).map(|row| format!("{},2027-02-01,post,ja\n", row[0])).collect();
    bench.write("answers.csv", &format!("code,date,channel,answer\n{said}"));
    let counted = done(&["invite", "answers", &dir, "--codes", &codes, "--answers", &answers]);
    let row = |name: &str| {
        let line = counted.lines().find(|line| line.split_whitespace().next() == Some(name));
        line.unwrap_or_else(|| panic!("{counted}")).split_whitespace().skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!((row("A"), row("B")), ("10 3 3".to_owned(), "10 0 0".to_owned()));
    let doors = |asked: &str, out: &str| {
        let out = bench.path(out);
        let outreach = ["invite", "outreach", &dir, "--codes", &codes, "--answers", &answers];
        let own = [&outreach[..], &["--doors", asked, "--out", &out]].concat();
        text(&geloot(&own).stderr)
    };
    assert_eq!(doors("7", "enough.csv"), "");
    let said = doors("8", "few.csv");
    assert!(
        said.contains("Fewer doors than the 8") && said.contains("7 in \"A\"") && !said.contains("\"B\""),
        "{said}"
    );
}

/// Of several sources of a recipe each has its own rows, also those that are only counted.
#[test]
fn rows_that_are_only_counted_stand_under_their_own_source() {
    let bench = Bench::new(CHARTER, |_| "0");
    let rows = |from: u32, wrong: u32| -> String {
        let row = |n: u32| {
            let kern = if n < wrong { "Z" } else { ["A", "B"][n as usize % 2] };
            format!("{:05};{kern};{}-01-01;0\n", from + n, 1950 + n)
        };
        format!("nr;kern;geboren;geheim\n{}", (0..50).map(row).collect::<String>())
    };
    bench.write("a.csv", &rows(0, 25));
    bench.write("b.csv", &rows(100, 33));
    bench.write("recept.toml", "[[source]]\nfile = \"a.csv\"\n[[source]]\nfile = \"b.csv\"\n");
    let mut args = bench.frame();
    (args[2], args[3]) = ("--recipe".to_owned(), bench.path("recept.toml"));
    let said = refused(&strs(&args), 2, "Y-09");
    for (file, more) in [("a.csv", 5), ("b.csv", 13)] {
        let line = said.lines().find(|line| line.contains(file)).unwrap_or_else(|| panic!("{said}"));
        assert!(line.contains("rows 2, 3,") && line.contains(&format!("21 and {more} more")), "{line}");
    }
}

/// Rows that contradict one another of one person are named, in each of the registers.
#[test]
fn rows_of_one_person_that_disagree_are_named() {
    let bench = Bench::new(CHARTER, |_| "0");
    let register = fs::read_to_string(bench.path("register.csv")).unwrap();
    let moved = bench.path("moved.csv");
    bench.write(
        "moved.csv",
        "nr;kern;geboren;geheim\n00998;A;1950-01-01;0\n00003;A;1931-05-05;0\n00004;B;1954-01-01;0\n",
    );
    let mut args = bench.frame();
    args.splice(4..4, [moved]);
    let output = geloot(&strs(&args));
    let said = text(&output.stderr);
    assert!(output.status.success(), "{said}");
    let of = |code: &str| -> Vec<&str> {
        said.lines().filter(|line| line.contains(&format!("[{code}]"))).collect()
    };
    let row = |n: usize| register.lines().nth(n).unwrap();
    assert!(row(3).starts_with("00003;B;1953") && row(4).starts_with("00004;A;1954"), "{register}");
    // One was born on two days, and both live in two strata.
    let births = of("Y-85");
    assert!(births.len() == 2 && births[0].contains("register.csv, row 4:"), "{said}");
    assert!(births[1].contains("moved.csv, row 3:"), "{said}");
    let strata = of("Y-86");
    assert!(strata.len() == 2 && strata[0].contains("register.csv, rows 4 and 5:"), "{said}");
    assert!(strata[1].contains("moved.csv, rows 3 and 4:"), "{said}");
}
