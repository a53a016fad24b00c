//! Whole deliberations, command by command, as the scripts in `examples` have them: Zeeland, a G1000, Foodvalley. Of each
//! the outcome is known.

use crate::support::run::text;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a script showed, and the folder that it made.
fn ran(script: &str, inputs: &[&str], temp: &Path) -> (String, PathBuf) {
    let out = temp.join("out");
    let mut run = Command::new("sh");
    run.arg(root().join(script).join("run.sh")).arg(env!("CARGO_BIN_EXE_geloot"));
    run.args(inputs.iter().map(|input| root().join("fixtures").join(input)))
        .arg(&out)
        .env("GELOOT_LANG", "en");
    let run = run.output().unwrap();
    let shown = text(&run.stdout);
    assert!(run.status.success(), "{shown}\n{}", text(&run.stderr));
    (shown, out)
}

fn has(shown: &str, all: &[&str]) {
    for words in all {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
}

fn file(out: &Path, name: &str) -> String {
    std::fs::read_to_string(out.join(name)).unwrap()
}

fn are_pages(out: &Path, names: &[&str]) {
    for name in names {
        let page = file(out, name);
        assert!(page.starts_with("<!doctype html>") && page.contains("</html>") && !page.contains("{{"));
    }
}

/// What the second program says of a record: every claim about acts that is in it passes, and none fails.
fn second(record: &Path, more: &[&str], claims: &[&str]) {
    let verifier = root().join("verifier/verify.py");
    let Ok(run) = Command::new("python3").arg("-I").arg(verifier).arg(record).args(more).output() else {
        return crate::support::run::skip::skipped_but_in_ci("the second verifier: there is no python3");
    };
    let said = text(&run.stdout);
    assert!(run.status.success(), "{said}");
    has(&said, claims);
}

#[test]
fn zeeland_runs_from_thirteen_registers_to_the_last_reply_and_all_of_it_is_checked() {
    let temp = tempfile::tempdir().unwrap();
    let (shown, out) = ran("fixtures/scenarios/zeeland-whole", &[], temp.path());
    has(
        &shown,
        &[
            "in 13 strata",
            "750 answers to 10,000 letters: 750 yes",
            "85 adopted; 51 rejected.",
            "19 left.",
            "I15 PASS",
            "V20 PASS",
            "V28 PASS",
            "V29 PASS",
            "V34 PASS",
            "V35 PASS",
        ],
    );
    // The slip matters for the one point that stands at exactly half, and for no other.
    has(&file(&out, "tally.txt"), &["84 adopted; 51 rejected; 1 undecided"]);
    are_pages(&out, &["count-sheets.html", "decisions.html", "agreement.html", "replies.html"]);
    assert_eq!(file(&out, "raad/panel.csv").lines().count(), 301);
    assert_eq!(file(&out, "board/panel.csv").lines().count(), 31);
    // The board in the record is the panel of its own lottery, code by code.
    let act =
        (1..).map(|n| out.join(format!("raad/public/acts/{n}/mirror.csv"))).take(20).find(|it| it.exists());
    let mirror = std::fs::read_to_string(act.as_ref().unwrap()).unwrap();
    let group = std::fs::read_to_string(act.unwrap().with_file_name("delegates.csv")).unwrap();
    let panel = file(&out, "board/public/draws/1/panel.csv");
    let other =
        |code: &str| mirror.lines().find_map(|row| row.strip_prefix(code)?.strip_prefix(',')).unwrap();
    let codes: Vec<&str> = group.lines().skip(1).map(|row| row.split(',').nth(1).unwrap()).collect();
    assert_eq!(codes.len(), 30);
    assert!(codes.iter().all(|code| panel.contains(other(code))));
    let board = out.join("board");
    let given = ["--group", board.to_str().unwrap()];
    second(&out.join("raad"), &given, &["V28 PASS", "V34 PASS", "is the panel of the lottery", "V35 PASS"]);
    second(&board, &[], &["V16 PASS"]);
    // What came from a call is told as such, and was not drawn.
    has(
        &shown,
        &["klankbord-2023: 30 people answered a call", "klankbord-2023 are 30 people who answered a call"],
    );
    another_board(&out);
}

/// A board whose record has another panel, or that is of another lottery, is found by both verifiers, in V34.
fn another_board(out: &Path) {
    let (raad, board) = (out.join("raad"), out.join("board"));
    let list = board.join("public/draws/1/panel.csv");
    let whole = std::fs::read_to_string(&list).unwrap();
    let mut rows: Vec<&str> = whole.lines().collect();
    rows.pop();
    std::fs::write(&list, rows.join("\n") + "\n").unwrap();
    for (given, says) in [
        (&board, "is not the one that was frozen there, or its draws are not recorded whole"),
        (&out.join("letters"), "no group is the panel"),
    ] {
        let given = given.to_str().unwrap();
        let args = ["verify", raad.to_str().unwrap(), "--no-re-solve", "--group", given, "--lang", "en"];
        let said = crate::support::run::geloot(&args);
        assert_eq!(said.status.code(), Some(1), "{given}");
        let shown = text(&said.stdout);
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        has(&shown, &["V34 FAIL", says]);
        assert_eq!(shown.matches(" FAIL ").count(), 1, "{shown}");
        let verifier = root().join("verifier/verify.py");
        let second =
            Command::new("python3").arg("-I").arg(verifier).arg(&raad).args(["--group", given]).output();
        if let Ok(second) = second {
            assert_eq!(text(&second.stdout).matches(" FAIL ").count(), 1, "{}", text(&second.stdout));
            has(&text(&second.stdout), &["V34 FAIL"]);
        }
    }
    std::fs::write(&list, whole).unwrap();
}

#[test]
fn of_a_g1000_only_the_drawn_vote_and_dice_decide_the_tenth_place() {
    let temp = tempfile::tempdir().unwrap();
    let inputs = ["sessions/g1000-598/people.csv", "deliberation/g1000-top-10"];
    let (shown, out) = ran("examples/g1000", &inputs, temp.path());
    has(
        &shown,
        &["Seat plan for 598 people", "9 in;", "1 in by lot", "2 out by lot", "V32 PASS", "V33 PASS"],
    );
    has(&file(&out, "refused.txt"), &["[J-28]"]);
    has(&file(&out, "tally.txt"), &["9 in;"]);
    let agreed = std::fs::read_dir(out.join("burgertop/public/acts")).unwrap().count();
    let agreed = file(&out, &format!("burgertop/public/acts/{agreed}/agreement.csv"));
    assert_eq!(agreed.lines().count(), 11);
    are_pages(&out, &["sheets.html", "decisions.html", "agreement.html"]);
    second(&out.join("burgertop"), &[], &["V32 PASS", "V33 PASS"]);
}

#[test]
fn foodvalley_votes_beside_a_consultation_and_seven_recommendations_are_adopted() {
    let temp = tempfile::tempdir().unwrap();
    let inputs = ["scenarios/foodvalley-20-of-100", "deliberation/foodvalley-2021"];
    let (shown, out) = ran("examples/foodvalley", &inputs, temp.path());
    has(
        &shown,
        &[
            "1,800 people took part",
            "7 adopted",
            "V31 PASS",
            "V34 PASS",
            "V35 PASS",
            "they are here and add up",
        ],
    );
    has(&file(&out, "refused.txt"), &["[J-39]"]);
    // Two delegates, nine alternates in the order of the lot.
    let group = file(&out, "delegates.txt");
    assert_eq!((group.matches("has a place").count(), group.matches("alternate").count()), (2, 9), "{group}");
    are_pages(&out, &["sheets.html", "decisions.html", "agreement.html", "replies.html"]);
    let kept = std::fs::read_dir(out.join("panel/sealed/acts")).unwrap().count();
    assert_eq!(kept, 1);
    second(&out.join("panel"), &[], &["V31 PASS", "V34 PASS", "V35 PASS"]);
}
