//! The commands around the record: sources and refusals, trials, repeated draws, explanations,
//! receipts, and what happens when the computer stops half way.

use crate::run::second;
use crate::support::*;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

struct Desk {
    temp: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        write_inputs(temp.path());
        Self { temp }
    }

    fn at(&self, name: &str) -> String {
        self.temp.path().join(name).to_string_lossy().into_owned()
    }

    fn put(&self, name: &str, text: &str) -> String {
        fs::write(self.at(name), text).unwrap();
        self.at(name)
    }

    fn lottery_args(&self, more: &[&str]) -> Vec<String> {
        let mut args: Vec<String> =
            ["lottery", "--pool", &self.at("pool.csv"), "--quotas", &self.at("quotas.csv")]
                .map(str::to_owned)
                .to_vec();
        args.extend(["--seats", "8", "--out", &self.at("out")].map(str::to_owned));
        args.extend(more.iter().map(|m| m.to_string()));
        args
    }

    fn lottery(&self, more: &[&str]) -> String {
        let args = self.lottery_args(more);
        done(&args.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn refuse(&self, args: &[&str], exit: i32, code: &str) -> String {
        let before = snapshot(self.temp.path());
        let output = geloot(args);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(exit), "{args:?}: {text}");
        assert!(text.contains(&format!("[{code}]")), "{args:?}: {text}");
        assert_eq!(snapshot(self.temp.path()), before, "{args:?} changed something");
        text
    }
}

fn snapshot(folder: &Path) -> geloot::bundle::Folder {
    read(folder)
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&done(&[args, &["--json"]].concat())).unwrap()
}

#[test]
fn only_the_declared_source_is_taken_unless_a_reason_is_given() {
    let desk = Desk::new();
    let charter = desk.put(
        "charter.toml",
        "date = 2023-08-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 123\n",
    );
    // The round was public years ago, whatever date the charter gives itself.
    let args = desk.lottery_args(&["--charter", &charter]);
    let refused = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "C-02");
    assert!(refused.contains("is public since 2023-08-23T15:15:33Z"), "{refused}");
    let args = desk.lottery_args(&["--charter", &charter, "--known-round"]);
    let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(output.status.success() && String::from_utf8_lossy(&output.stderr).contains("[C-03]"));
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains(
            "https://api.drand.sh/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/public/123"
        ),
        "{shown}"
    );
    let out = desk.at("out");
    desk.refuse(&["draw", &out, "--seed", "words"], 2, "D-05");
    desk.refuse(&["draw", &out], 2, "D-04");
    let other = desk.put("1000.json", QUICKNET_1000);
    let text = desk.refuse(&["draw", &out, "--drand", &other], 2, "D-05");
    assert!(text.contains("round 123") && text.contains("round 1000"), "{text}");
    let forged = desk.put("forged.json", &QUICKNET_1000.replace("\"round\":1000,\"randomness\":\"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd\"", "\"round\":123"));
    desk.refuse(&["draw", &out, "--drand", &forged], 2, "Z-09");
    let lied = desk.put("lied.json", &QUICKNET_1000.replace("fe290b", "fe290c"));
    desk.refuse(&["draw", &out, "--drand", &lied], 2, "Z-08");
    desk.refuse(&["draw", &out, "--drand", &desk.put("page.json", "<html>")], 2, "Z-07");
    let good = desk.put("123.json", QUICKNET_123);
    desk.refuse(&["draw", &out, "--drand", &good, "--override-source", "why not"], 2, "D-06");
    let drawn = json(&["draw", &out, "--drand", &good]);
    assert_eq!(drawn["source"], "declared");
    // The date is the organiser's word; only whoever saw the line can compare.
    let checked = done(&["verify", &out]).split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        "was public from 2023-08-23T15:15:33Z",
        "2023-08-01T23:59:59Z, is only what was declared",
        "you yourself saw the line",
    ] {
        assert!(checked.contains(says), "{checked}");
    }
}

#[test]
fn a_line_that_is_no_line_is_a_mistake_in_the_command() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    let line = fs::read_to_string(format!("{out}/public/commitment.txt")).unwrap();
    for bad in ["onzin", "", &line[..line.len() - 2], "geloot-commitment-1:"] {
        desk.refuse(&["verify", &out, "--commitment", bad], 2, "B-05");
        if let Some(second) = second(&[&out, "--commitment", bad]) {
            assert_eq!(second.status.code(), Some(2), "{bad}");
        }
    }
    for good in [line.as_str(), line.trim(), &line.trim()[20..], &line.to_uppercase()[20..]] {
        assert_eq!(geloot(&["verify", &out, "--commitment", good]).status.code(), Some(0), "{good}");
        if let Some(second) = second(&[&out, "--commitment", good]) {
            assert_eq!(second.status.code(), Some(0), "{good}: {}", String::from_utf8_lossy(&second.stdout));
        }
    }
}

#[test]
fn an_override_is_recorded_for_ever_and_fails_the_claim() {
    let desk = Desk::new();
    let charter = desk.put("charter.toml", "[seed]\nsource = \"dice\"\nsides = 10\ncount = 6\n");
    desk.lottery(&["--charter", &charter]);
    let out = desk.at("out");
    desk.refuse(&["draw", &out, "--dice", "1 2 3 4 5 6 7", "--sides", "10"], 2, "D-05");
    let drawn =
        done(&["draw", &out, "--seed", "words", "--override-source", "The dice were lost on the way."]);
    assert!(drawn.contains("NOT of the source that the charter declared"), "{drawn}");
    let checked = geloot(&["verify", &out]);
    let text = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert_eq!(checked.status.code(), Some(1));
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("The dice were lost on the way.") && text.matches("FAIL").count() == 1, "{text}");
}

/// Quicknet's round 123 is due on 23 August 2023 at 15:15:33: a charter of that very second is too late for it,
/// and one of the second before is not, in the draw and in both checks.
#[test]
fn a_round_due_at_the_very_date_of_the_commitment_was_known_when_the_inputs_were_frozen() {
    let desk = Desk::new();
    let charter = |second: u8| format!("date = 2023-08-23T15:15:{second}Z\n[seed]\nsource = \"text\"\n");
    let pulse = desk.put("123.json", QUICKNET_123);
    let (out, late) = (desk.at("out"), desk.at("late"));
    let file = desk.put("charter.toml", &charter(33));
    let args = desk.lottery_args(&["--charter", &file]);
    let args: Vec<&str> = args.iter().map(|arg| if *arg == out { &late[..] } else { &arg[..] }).collect();
    done(&args);
    let other = ["--drand", &pulse, "--override-source", "Nobody came."];
    desk.refuse(&[&["draw", &late][..], &other].concat(), 2, "D-07");
    let file = desk.put("charter.toml", &charter(32));
    desk.lottery(&["--charter", &file]);
    done(&[&["draw", &out][..], &other].concat());
    let mut folder = read(Path::new(&out));
    let failures = |folder: &geloot::bundle::Folder| {
        let report = geloot::verify::verify(folder, &geloot::verify::Known::default());
        crate::agreement::agree("a round at the date", folder, &report, None);
        report.failures()
    };
    assert_eq!(failures(&folder), [geloot::verify::Id::Source]);
    replace(&mut folder, "public/charter.toml", ":32Z", ":33Z");
    rehash(&mut folder);
    crate::sealed_words::forge(&mut folder);
    assert_eq!(failures(&folder), [geloot::verify::Id::Source, geloot::verify::Id::Evidence]);
}

#[test]
fn charters_that_cannot_work_are_refused_before_anything_is_made() {
    let desk = Desk::new();
    for (charter, says) in [
        ("[seed]\nsource = \"dice\"\nsides = 10\ncount = 3\n", "Throw 6 of them"),
        ("[seed]\nsource = \"oracle\"\n", "There are text, lotto, dice, ticket, drand and contributions"),
        (
            "date = 2023-09-01\n[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 123\n",
            "Declare a later round",
        ),
        ("[seed]\nsource = \"drand\"\nchain = \"quicknet\"\nround = 123\n", "\"date\" is missing"),
        ("title = \n", "Line 1 is not TOML"),
        ("title = “Zorg”\n", "quotation mark “ of a word processor"),
        ("[sead]\nsource = \"text\"\n", "\"sead\" means nothing to the program, and there is no \"seed\""),
        ("reserve = 3\n", "there is no \"reserves\""),
        ("source = \"text\"\n", "put the line [seed] above it"),
        ("[seed]\nsource = \"text\"\nsuorce = \"text\"\n", "\"suorce\", which means nothing"),
    ] {
        let file = desk.put("charter.toml", charter);
        let args = desk.lottery_args(&["--charter", &file]);
        let text = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "C-01");
        assert!(text.contains(says), "{text}");
    }
    // Windows hides the end of the name, also where what it says is mistyped too.
    for source in ["# For all\n [seed]\nsource = \"text\"\n", "[sead]\nsource = \"text\"\n"] {
        let hidden = desk.put("charter.toml.txt", source);
        let args = desk.lottery_args(&["--charter", &hidden]);
        let text = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "C-01");
        assert!(text.contains("charter.toml may be charter.toml.txt"), "{text}");
    }
    // Whoever reads who did not open their words knows who that was.
    let role = |name: &str, digit: &str| {
        format!("[[seed.roles]]\nname = \"{name}\"\nslip = \"geloot-slip-1:{}\"\n", digit.repeat(64))
    };
    let [one, other] = [role("the council", "1"), role("The c\u{43e}uncil", "2")];
    let sealed = "date = 2024-03-01\n[seed]\nsource = \"contributions\"\nuntil = 2024-03-05\notherwise = { source = \"ticket\" }\n";
    // So that whoever checks a record need not read it for hours.
    let large = format!("#{}\n", "x".repeat(1_000_000));
    for (name, charter, says) in [
        ("charter.toml", format!("{sealed}{one}{other}"), "2"),
        ("charter.toml", large.clone(), "larger than"),
        ("charter.txt", large, "larger than"),
    ] {
        let file = desk.put(name, &charter);
        let args = desk.lottery_args(&["--charter", &file]);
        let text = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "C-01");
        assert!(text.contains(says), "{text}");
    }
    let file = desk.put("charter.toml", "[seed]\nsource = \"ticket\"\n");
    let args = desk.lottery_args(&["--charter", &file, "--tickets", "1500"]);
    let text = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "C-01");
    assert!(text.contains("power of ten"), "{text}");
    assert!(!Path::new(&desk.at("out")).exists());
}

#[test]
fn a_lottery_of_too_few_tickets_is_refused_with_a_number_that_is_enough() {
    let desk = Desk::new();
    for objective in ["leximin", "maximin", "nash", "goldilocks"] {
        for tickets in ["1", "10", "25"] {
            let args = desk.lottery_args(&["--tickets", tickets, "--objective", objective]);
            let text = desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "L-03");
            // Goldilocks does not know beforehand how small the smallest chance will be.
            let advice = if objective == "goldilocks" { "--tickets" } else { "--tickets 100" };
            assert!(text.contains(advice), "{text}");
            assert!(!Path::new(&desk.at("out")).exists());
        }
    }
    desk.lottery(&["--tickets", "100"]);
    done(&["draw", &desk.at("out"), "--seed", "words"]);
    done(&["verify", &desk.at("out")]);
}

#[test]
fn without_a_charter_the_draw_works_and_its_claim_is_not_checked() {
    let desk = Desk::new();
    let line = desk.lottery(&[]).split("geloot-commitment-1:").nth(1).unwrap()[..64].to_owned();
    let out = desk.at("out");
    let drawn = done(&["draw", &out, "--seed", "words"]);
    assert!(drawn.contains("No source of the seed was declared"), "{drawn}");
    let report = json(&["verify", &out, "--commitment", &line]);
    let outcome = |claim: &Value| claim["outcome"].as_str().unwrap().to_owned();
    let left: Vec<&Value> =
        report["claims"].as_array().unwrap().iter().filter(|c| outcome(c) != "PASS").collect();
    let left: Vec<(Option<u64>, String)> =
        left.into_iter().map(|claim| (claim["claim"].as_u64(), outcome(claim))).collect();
    // Nothing was declared, nobody was excluded or had a seat already, no reserves were drawn, and no list
    // of events was published.
    let not_checked = |n: u64| (Some(n), "NOT CHECKED".to_owned());
    assert_eq!(left, [not_checked(12), not_checked(19), not_checked(23), not_checked(24)]);
    // Another line is another lottery's.
    let other = geloot(&["verify", &out, "--commitment", &"0".repeat(64)]);
    assert_eq!(other.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&other.stdout).contains("V2  FAIL"));
    // The public part alone suffices for all but two.
    let alone = json(&["verify", &format!("{out}/public")]);
    assert_eq!(alone["passed"], true);
    for number in [17, 18] {
        let claim =
            alone["claims"].as_array().unwrap().iter().find(|claim| claim["claim"] == number).unwrap();
        assert_eq!(outcome(claim), "NOT CHECKED", "V{number}");
    }
    // What is left open is what somebody could ask: the line, the source, the lottery made again. Not what there is nothing of.
    let open = |report: &Value| -> Vec<u64> {
        let claims = report["claims"].as_array().unwrap().iter().filter(|claim| claim["open"] == true);
        claims.map(|claim| claim["claim"].as_u64().unwrap()).collect()
    };
    assert_eq!(open(&alone), [2, 12]);
    assert_eq!(open(&json(&["verify", &out, "--no-re-solve"])), [2, 12, 26]);
    assert!(alone["cannot_show"].as_array().unwrap().len() >= 3);
}

#[test]
fn trials_are_void_in_every_output_and_never_the_draw() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    let trial = done(&["draw", &out, "--trial", "--seed", "words"]);
    assert!(trial.starts_with("TRIAL 1: VOID."), "{trial}");
    assert!(!Path::new(&format!("{out}/panel.csv")).exists());
    for file in ["trials/1/panel.csv", "trials/1/remaining.csv", "public/trials/1/panel.csv"] {
        let text = fs::read_to_string(format!("{out}/{file}")).unwrap();
        assert!(
            text.starts_with("void,") && text.lines().skip(1).all(|l| l.starts_with("TRIAL: VOID,")),
            "{file}: {text}"
        );
    }
    for file in ["trials/1/draw.json", "public/trials/1/draw.json"] {
        assert!(fs::read_to_string(format!("{out}/{file}")).unwrap().contains("\"void\": true"), "{file}");
    }
    desk.refuse(&["draw", &out, "--trial", "--ticket", "3"], 2, "D-09");
    for wrong in ["-1", "4.07", "1,000", "x", "", "99999999999999999999999"] {
        desk.refuse(&["draw", &out, "--ticket", wrong], 2, "D-12");
    }
    let second = json(&["draw", &out, "--trial", "--seed", "other words"]);
    assert_eq!((&second["void"], &second["draw"]), (&true.into(), &2.into()));
    // Everybody knows the words of a trial: they draw nothing.
    desk.refuse(&["draw", &out, "--seed", "words"], 2, "D-30");
    let real = json(&["draw", &out, "--seed", "new words"]);
    // The words of the draw draw another ticket in a trial.
    done(&["draw", &out, "--trial", "--seed", "new words"]);
    let void: Value =
        serde_json::from_str(&fs::read_to_string(format!("{out}/trials/3/draw.json")).unwrap()).unwrap();
    assert_eq!(real["seed"], void["seed"]);
    assert_ne!(real["ticket"], void["ticket"]);
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
}

#[test]
fn a_second_draw_needs_a_reason_and_keeps_the_first() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    desk.refuse(&["draw", &out, "--redraw-because", "x", "--seed", "words"], 2, "D-03");
    let first = json(&["draw", &out, "--seed", "words"]);
    let panel = fs::read(format!("{out}/panel.csv")).unwrap();
    desk.refuse(&["draw", &out, "--seed", "other"], 2, "D-02");
    desk.refuse(&["draw", &out, "--redraw-because", " "], 2, "D-01");
    let second = json(&["draw", &out, "--redraw-because", "Somebody on the list had died."]);
    assert_eq!((&second["draw"], &second["seed"]), (&2.into(), &first["seed"]));
    assert_ne!(second["ticket"], first["ticket"]);
    assert_eq!(fs::read(format!("{out}/annulled/1/panel.csv")).unwrap(), panel);
    assert_ne!(fs::read(format!("{out}/panel.csv")).unwrap(), panel);
    let third = json(&["draw", &out, "--redraw-because", "Again.", "--seed", "fresh words"]);
    assert_eq!(third["draw"], 3);
    assert_ne!(third["seed"], first["seed"]);
    let text = String::from_utf8(geloot(&["verify", &out]).stdout).unwrap();
    assert!(text.contains("recorded, whole and in order (3 records)") && !text.contains("FAIL"), "{text}");
}

#[test]
fn a_draw_from_a_changed_record_is_refused() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    let pool = format!("{out}/public/pool.csv");
    let good = fs::read_to_string(&pool).unwrap();
    fs::write(&pool, good.replacen("north", "south", 1)).unwrap();
    let text = desk.refuse(&["draw", &out, "--seed", "words"], 3, "B-04");
    assert!(text.contains("V3"), "{text}");
    fs::write(&pool, &good[..50]).unwrap();
    desk.refuse(&["draw", &out, "--seed", "words"], 3, "B-04");
    fs::write(&pool, good).unwrap();
    fs::rename(format!("{out}/sealed"), desk.at("away")).unwrap();
    desk.refuse(&["draw", &out, "--seed", "words"], 3, "B-03");
    desk.refuse(&["draw", &desk.at("away"), "--seed", "words"], 2, "B-01");
    desk.refuse(&["verify", &desk.at("nowhere")], 3, "F-01");
}

/// What a link leads to is another thing tomorrow: that is no cheat to be told by a claim, and no record either.
#[cfg(unix)]
#[test]
fn a_public_folder_that_is_a_link_is_no_record() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    fs::rename(format!("{out}/public"), desk.at("real")).unwrap();
    std::os::unix::fs::symlink(desk.at("real"), format!("{out}/public")).unwrap();
    desk.refuse(&["verify", &out], 3, "B-07");
    desk.refuse(&["draw", &out, "--seed", "words"], 3, "B-07");
    assert!(crate::run::second(&[&out]).is_none_or(|said| said.status.code() == Some(2)));
}

#[test]
fn a_byte_order_mark_is_written_where_it_is_asked_for() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    done(&["draw", &out, "--seed", "words", "--bom"]);
    for file in ["panel.csv", "remaining.csv"] {
        assert!(fs::read(format!("{out}/{file}")).unwrap().starts_with(b"\xef\xbb\xbfid,name"), "{file}");
    }
    assert!(fs::read(format!("{out}/public/draws/1/panel.csv")).unwrap().starts_with(b"code,"));
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
}

#[test]
fn a_dutch_excel_gets_its_lists_and_they_can_still_be_checked() {
    let desk = Desk::new();
    let pool = fs::read_to_string(desk.at("pool.csv")).unwrap();
    desk.put("pool.csv", &pool.replace("Person 3,", "=1+1,").replace("Person 4,", "\"Jansen; J.\","));
    let args = desk.lottery_args(&[]);
    let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let talk = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        talk.contains("row 5, column \"name\"") && talk.contains("[R-17]") && !talk.contains("=1+1"),
        "{talk}"
    );
    let out = desk.at("out");
    done(&["draw", &out, "--seed", "words", "--excel"]);
    done(&["draw", &out, "--trial", "--seed", "words", "--excel"]);
    for file in ["panel.csv", "remaining.csv", "trials/1/panel.csv"] {
        let text = String::from_utf8(fs::read(format!("{out}/{file}")).unwrap()).unwrap();
        let header = if file.starts_with("trials") { "\u{feff}void;id;name" } else { "\u{feff}id;name" };
        assert!(
            text.starts_with(header) && text.lines().count() == text.matches("\r\n").count(),
            "{file}: {text}"
        );
    }
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    // The cells come back as they were: also the one that looks like a formula.
    let both =
        ["panel.csv", "remaining.csv"].map(|f| fs::read_to_string(format!("{out}/{f}")).unwrap()).concat();
    assert!(both.contains(";=1+1;") && both.contains(";\"Jansen; J.\";"), "{both}");
    let panel = format!("{out}/panel.csv");
    let text = fs::read_to_string(&panel).unwrap();
    fs::write(&panel, text.replacen(";south", ";north", 1)).unwrap();
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(1));
}

/// The option that was forgotten may be given with the same command again; what somebody changed is refused first.
#[test]
fn lists_of_a_draw_that_was_made_get_the_form_that_is_asked_for() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    let record = |path: &str| fs::read(format!("{out}/{path}")).unwrap();
    for trial in [&[][..], &["--trial"]] {
        let place = if trial.is_empty() { "" } else { "trials/1/" };
        let draw = |form: &[&'static str]| {
            done(&[&["draw", &out, "--seed", "words", "--reserves", "2"], trial, form].concat())
        };
        draw(&[]);
        let (facts, public) = (
            record(&format!("{place}draw.json")),
            record(&format!("public/{}1/panel.csv", ["draws/", "trials/"][trial.len()])),
        );
        let said = draw(&["--excel"]);
        assert!(said.contains("written again in the form that you ask for"), "{said}");
        for list in ["panel.csv", "remaining.csv", "reserves.csv"] {
            let bytes = record(&format!("{place}{list}"));
            assert!(bytes.starts_with(b"\xef\xbb\xbf") && bytes.contains(&b';'), "{place}{list}");
        }
        assert_eq!(record(&format!("{place}draw.json")), facts);
        assert_eq!(record(&format!("public/{}1/panel.csv", ["draws/", "trials/"][trial.len()])), public);
        assert!(draw(&["--excel"]).contains("nothing was written"));
        assert!(draw(&[]).contains("nothing was written"), "without an option lists stay as they are");
        assert!(draw(&["--bom"]).contains("written again"));
    }
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    let panel = format!("{out}/panel.csv");
    let changed = fs::read_to_string(&panel).unwrap().replacen(",south", ",north", 1);
    fs::write(&panel, &changed).unwrap();
    let output = geloot(&["draw", &out, "--seed", "words", "--excel"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        told.contains("panel.csv is not as it was written") && !told.contains("remaining.csv is"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&panel).unwrap(), changed);
    fs::rename(&panel, desk.at("my-panel.csv")).unwrap();
    done(&["draw", &out, "--seed", "words", "--excel"]);
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
}

#[test]
fn a_secret_key_changes_the_codes_and_a_bad_one_is_refused() {
    let desk = Desk::new();
    let key = desk.at("key.txt");
    done(&["key", "--out", &key]);
    desk.refuse(&["key", "--out", &key], 3, "F-05");
    let other = desk.at("other.txt");
    done(&["key", "--out", &other]);
    assert_ne!(fs::read(&key).unwrap(), fs::read(&other).unwrap());
    let shown = done(&["key"]);
    assert!(
        shown.len() == 65
            && shown.trim_end().bytes().all(|b| b.is_ascii_hexdigit())
            && shown != done(&["key"])
    );
    let bad = desk.put("bad.txt", "abc");
    let args = desk.lottery_args(&["--key", &bad]);
    desk.refuse(&args.iter().map(String::as_str).collect::<Vec<_>>(), 2, "K-01");
    desk.lottery(&["--key", &key]);
    assert_eq!(geloot(&["verify", &desk.at("out")]).status.code(), Some(0));
    let with = fs::read(desk.at("out/public/pool.csv")).unwrap();
    fs::rename(desk.at("out"), desk.at("with")).unwrap();
    desk.lottery(&[]);
    assert_ne!(fs::read(desk.at("out/public/pool.csv")).unwrap(), with);
}

#[test]
fn one_person_is_told_everything_and_can_check_it() {
    let desk = Desk::new();
    desk.lottery(&["--tickets", "1000"]);
    let out = desk.at("out");
    let codes = fs::read_to_string(format!("{out}/sealed/codes.csv")).unwrap();
    let code = codes.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
    let before = done(&["explain", &out, "--code", &code.to_lowercase().replace('-', " ")]);
    assert!(before.contains("Nothing has been drawn yet.") && before.contains("gender"), "{before}");
    let drawn = json(&["draw", &out, "--seed", "words"]);
    let told = json(&["explain", &format!("{out}/public"), "--code", &code, "--list-tickets"]);
    let ranges = told["ticket_ranges"].as_array().unwrap();
    let held: u64 = ranges.iter().map(|r| r[1].as_u64().unwrap() - r[0].as_u64().unwrap() + 1).sum();
    assert_eq!(told["tickets_held"], held);
    let drawn_in = ranges
        .iter()
        .any(|r| r[0].as_u64() <= drawn["ticket"].as_u64() && drawn["ticket"].as_u64() <= r[1].as_u64());
    assert_eq!(told["on_panel"], drawn_in);
    let by_id = json(&["explain", &out, "--id", codes.lines().nth(1).unwrap().split(',').next().unwrap()]);
    assert_eq!(by_id["code"], told["code"]);
    let chances = fs::read_to_string(format!("{out}/chances.csv")).unwrap();
    assert!(chances.lines().nth(1).unwrap().ends_with(&format!(",{held},1000")));
    // Names never come out of the public part.
    assert!(!told.to_string().contains("Person"));

    let mut wrong = code.clone().into_bytes();
    wrong.swap(0, 1);
    let wrong = String::from_utf8(wrong).unwrap();
    if wrong != code {
        desk.refuse(&["explain", &out, "--code", &wrong], 2, "W-04");
    }
    desk.refuse(&["explain", &out, "--code", "abc"], 2, "W-04");
    desk.refuse(&["explain", &out, "--code", "0000-0000-00"], 2, "W-02");
    desk.refuse(&["explain", &out, "--id", "nobody"], 2, "W-02");
    desk.refuse(&["explain", &out, "--code", &code, "--receipt-out", &desk.at("r")], 2, "W-06");
}

#[test]
fn without_public_codes_a_receipt_does_it() {
    let desk = Desk::new();
    desk.lottery(&["--public-detail", "profiles"]);
    let out = desk.at("out");
    let public = format!("{out}/public");
    assert!(!Path::new(&format!("{public}/pool.csv")).exists());
    done(&["draw", &out, "--seed", "words"]);
    let codes = fs::read_to_string(format!("{out}/sealed/codes.csv")).unwrap();
    let panel = fs::read_to_string(format!("{out}/panel.csv")).unwrap();
    for line in codes.lines().skip(1) {
        let (id, code) = (line.split(',').next().unwrap(), line.split(',').nth(1).unwrap());
        let receipt = desk.at(&format!("receipt-{id}.json"));
        done(&["explain", &out, "--code", code, "--receipt-out", &receipt]);
        let told = json(&["explain", &public, "--receipt", &receipt]);
        assert_eq!(told["code"], code);
        assert_eq!(told["on_panel"], panel.lines().any(|l| l.starts_with(id)), "{id}");
    }
    let codes: Vec<&str> = codes.lines().collect();
    let code = codes[1].split(',').nth(1).unwrap();
    desk.refuse(&["explain", &public, "--code", code], 2, "W-05");
    // A receipt changed in any place, or of another lottery, is refused.
    let good = fs::read_to_string(desk.at("receipt-000.json")).unwrap();
    let place: u32 = good.split("\"place\": ").nth(1).unwrap().split(',').next().unwrap().parse().unwrap();
    for (from, to) in [
        (format!("\"place\": {place}"), format!("\"place\": {}", place + 1)),
        ("\"salt\": \"".to_owned(), "\"salt\": \"0".to_owned()),
        ("\"profile\": ".to_owned(), "\"profile\": 1".to_owned()),
    ] {
        let bad = desk.put("bad.json", &good.replacen(&from, &to, 1));
        desk.refuse(&["explain", &public, "--receipt", &bad], 1, "W-03");
    }
    for text in ["", "not a receipt", "{}", &good.replace("\n", "\r\n")] {
        let bad = desk.put("receipt.json", text);
        let said = desk.refuse(&["explain", &public, "--receipt", &bad], 2, "E-12");
        assert!(said.contains("receipt.json"), "{said}");
    }
    let said = desk.refuse(&["explain", &public], 2, "E-11");
    assert!(["--code", "--id", "--receipt"].iter().all(|way| said.contains(way)), "{said}");
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    for (_, bytes) in geloot::bundle::files::below(&read(Path::new(&out)), "public/") {
        let text = String::from_utf8_lossy(bytes).into_owned();
        assert!(codes[1..].iter().all(|c| !text.contains(c.split(',').nth(1).unwrap())), "a code is public");
    }
}

#[test]
fn nothing_personal_is_public_whatever_the_detail() {
    for detail in ["codes", "profiles"] {
        let desk = Desk::new();
        desk.lottery(&["--public-detail", detail]);
        let out = desk.at("out");
        done(&["draw", &out, "--seed", "words"]);
        done(&["draw", &out, "--trial", "--seed", "words"]);
        for (name, bytes) in geloot::bundle::files::below(&read(Path::new(&out)), "public/") {
            let text = String::from_utf8_lossy(bytes).into_owned();
            assert!(!text.contains("Person") && !text.contains("name,") && !text.contains(",name"), "{name}");
        }
    }
}

/// Kills the program at many moments of making a lottery and of drawing: there is nothing under the
/// name, or all of it, and a half never verifies.
#[test]
fn killed_at_any_moment_there_is_all_or_nothing() {
    let (mut whole, mut nothing, mut drawn, mut undrawn, mut unfinished) = (0, 0, 0, 0, 0);
    let mut leftovers = 0;
    let desk = Desk::new();
    let started = Instant::now();
    desk.lottery(&[]);
    let to_make = started.elapsed();
    let ready = read(Path::new(&desk.at("out")));
    let started = Instant::now();
    done(&["draw", &desk.at("out"), "--seed", "words"]);
    let to_draw = started.elapsed();
    // Moments spread over the time that each takes here, and somewhat beyond.
    let moment = |of: Duration, round: u32| of * round * 13 / 600;
    for round in 0..60 {
        let desk = Desk::new();
        let out = desk.at("out");
        kill_after(&desk.lottery_args(&[]), moment(to_make, round));
        let left = hidden(desk.temp.path());
        leftovers += left.len();
        if Path::new(&out).exists() {
            whole += 1;
            assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
        } else {
            nothing += 1;
            if !left.is_empty() {
                desk.lottery(&[]);
                assert_eq!(hidden(desk.temp.path()), [""; 0], "the next run removes what was left");
            }
        }

        let desk = Desk::new();
        let out = desk.at("out");
        write(&ready, Path::new(&out));
        let draw = ["draw", &out, "--seed", "words"].map(str::to_owned);
        kill_after(&draw, moment(to_draw, round));
        let recorded = Path::new(&format!("{out}/public/draws/1")).exists();
        let listed = ["panel.csv", "remaining.csv", "draw.json"]
            .iter()
            .all(|f| Path::new(&format!("{out}/{f}")).exists());
        let verified = geloot(&["verify", &out]).status.code();
        match (recorded, listed) {
            (true, true) => {
                drawn += 1;
                assert_eq!(verified, Some(0));
            }
            (true, false) => {
                unfinished += 1;
                assert_eq!(verified, Some(1), "half a draw must not verify");
            }
            (false, _) => {
                undrawn += 1;
                assert!(!listed);
                assert_eq!(verified, Some(0));
            }
        }
        // The same command again ends with one whole draw, whether it was made before or not.
        let again = geloot(&["draw", &out, "--seed", "words"]).status.code();
        assert_eq!(again, Some(0));
        assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
        assert!(!Path::new(&format!("{out}/public/draws/2")).exists());
        assert_eq!(hidden(Path::new(&out)), [""; 0], "the next run removes what was left");
    }
    println!(
        "hidden leftovers: {leftovers}; lottery: {whole} whole, {nothing} nothing; draw: {drawn} whole, {undrawn} nothing, {unfinished} unfinished and then finished"
    );
}

/// Every state in which a draw can be interrupted, one by one: whatever prefix of its files is there,
/// the next draw finishes it.
#[test]
fn an_interrupted_draw_is_finished_by_the_next_one() {
    let desk = Desk::new();
    let out = desk.at("out");
    desk.lottery(&[]);
    done(&["draw", &out, "--seed", "words"]);
    done(&["draw", &out, "--redraw-because", "x"]);
    let whole = read(Path::new(&out));
    let lists = ["remaining.csv", "panel.csv", "draw.json"];
    for moved in 0..=3 {
        for written in 0..=3 {
            if written > 0 && moved < 3 {
                continue;
            }
            // After the public record: so many lists of the first draw moved, so many of the second written.
            let mut folder = whole.clone();
            for (i, list) in lists.iter().enumerate() {
                let old = folder.remove(&format!("annulled/1/{list}")).unwrap();
                let new = folder.remove(*list).unwrap();
                if i < moved {
                    folder.insert(format!("annulled/1/{list}"), old);
                } else {
                    folder.insert((*list).to_owned(), old);
                }
                if i < written {
                    folder.insert((*list).to_owned(), new);
                }
            }
            let again = Desk::new();
            let out = again.at("out");
            write(&folder, Path::new(&out));
            // The same command finishes, also one that was cut off after its last byte; another is refused.
            let second = json(&["draw", &out, "--redraw-because", "x"]);
            assert_eq!(second["draw"], 2, "{moved} moved, {written} written");
            assert_eq!(read(Path::new(&out)), whole, "{moved} moved, {written} written");
            write(&folder, Path::new(&again.at("other")));
            desk.refuse(&["draw", &again.at("other"), "--seed", "words"], 2, "D-02");
            assert_eq!(read(Path::new(&again.at("other"))), whole, "{moved} moved, {written} written");
            assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
        }
    }
}

/// A trial that was cut off is finished by the same command, and by any other draw; and one that was made whole is
/// shown again rather than made again.
#[test]
fn an_interrupted_trial_is_finished_and_not_repeated() {
    let desk = Desk::new();
    let out = desk.at("out");
    desk.lottery(&[]);
    let trial = ["draw", &out, "--trial", "--seed", "words"];
    let first = json(&trial);
    let whole = read(Path::new(&out));
    assert_eq!(json(&trial), first);
    assert_eq!(read(Path::new(&out)), whole, "nothing was added");
    let mut cut = whole.clone();
    cut.retain(|name, _| !name.starts_with("trials/"));
    cut.insert(".1.Ab3dE9.part/panel.csv".into(), b"half".into());
    let others = ["draw", &out, "--trial", "--seed", "others"];
    for args in [&trial[..], &others, &["draw", &out, "--seed", "real words"]] {
        let again = Desk::new();
        let there = again.at("out");
        write(&cut, Path::new(&there));
        let said = geloot(&[&["draw", &there], &args[2..]].concat());
        assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
        assert!(String::from_utf8_lossy(&said.stderr).contains("An earlier trial was interrupted"));
        assert_eq!(hidden(Path::new(&there)), [""; 0]);
        let found = read(Path::new(&there));
        assert!(whole.iter().all(|(name, bytes)| found.get(name) == Some(bytes)), "{args:?}");
        assert_eq!(found == whole, args == trial, "{args:?}");
        assert_eq!(geloot(&["verify", &there]).status.code(), Some(0));
    }
}

fn kill_after(args: &[String], wait: Duration) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_geloot"))
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(wait);
    // Fails when it has ended already, which is one of the moments.
    let _ = child.kill();
    child.wait().unwrap();
}

/// What is hidden in a folder.
fn hidden(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

/// Files may grow to so many blocks and no more, as on a disk that is nearly full; `None` where there is no
/// shell to say so.
#[cfg(unix)]
fn on_a_small_disk(blocks: u32, args: &[&str]) -> Option<std::process::Output> {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    let program = env!("CARGO_BIN_EXE_geloot");
    Command::new("sh").args(["-c", &script, program]).args(args).output().ok()
}

/// The disk is full after the draw was recorded and before its lists are: the draw stands, and says so;
/// the same command again completes it, also when it is a second draw; and a refusal besides says what it
/// completed.
#[cfg(unix)]
#[test]
fn a_draw_stands_when_the_disk_is_full_before_its_lists() {
    let desk = Desk::new();
    let pool = fs::read_to_string(desk.at("pool.csv")).unwrap();
    // Long cells, which are only in the clerk's lists.
    desk.put("pool.csv", &pool.replace("Person ", &format!("{} ", "Person".repeat(80))));
    desk.lottery(&["--tickets", "1000"]);
    let out = desk.at("out");
    let whole = |name: &str| geloot::io::read(Path::new(&format!("{out}/{name}"))).is_ok();
    let stands = |args: &[&str]| {
        let Some(full) = on_a_small_disk(4, args) else { return };
        let text = String::from_utf8_lossy(&full.stderr).into_owned();
        assert_eq!(full.status.code(), Some(3), "{text}");
        assert!(text.contains("[F-07]") && text.contains("The draw stands: ticket "), "{text}");
        assert!(
            text.contains("Give the same command again") && !text.contains("No file was changed"),
            "{text}"
        );
        assert!(!whole("remaining.csv") && hidden(Path::new(&out)).is_empty());
        assert_eq!(geloot(&["verify", &out]).status.code(), Some(1), "not whole yet");
    };
    stands(&["draw", &out, "--seed", "words"]);
    assert!(whole("public/draws/1/draw.json"));
    // Another command completes the lists, and says that it did.
    let other = geloot(&["draw", &out, "--seed", "other words"]);
    let text = String::from_utf8_lossy(&other.stderr).into_owned();
    assert!(other.status.code() == Some(2) && text.contains("[D-02]"), "{text}");
    assert!(
        text.contains("were not complete, and are there now") && !text.contains("no file was changed"),
        "{text}"
    );
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    // A second draw in the same way: the same command again makes no third.
    let again = ["draw", &out, "--redraw-because", "The hall was cleared."];
    stands(&again);
    assert!(whole("public/draws/2/draw.json"));
    assert_eq!(json(&again)["draw"], 2);
    assert!(!Path::new(&format!("{out}/public/draws/3")).exists());
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    // Nothing at all, where not even the lottery fits.
    let args: Vec<String> =
        desk.lottery_args(&[]).iter().map(|a| a.replace(&out, &desk.at("second"))).collect();
    if let Some(full) = on_a_small_disk(1, &args.iter().map(String::as_str).collect::<Vec<_>>()) {
        let text = String::from_utf8_lossy(&full.stderr).into_owned();
        assert!(
            full.status.code() == Some(3) && text.contains("[F-07]") && text.contains("No file was changed."),
            "{text}"
        );
        assert!(!Path::new(&desk.at("second")).exists() && hidden(desk.temp.path()).is_empty());
    }
}

/// The answer cannot be shown: what was saved is said, and is there.
#[cfg(target_os = "linux")]
#[test]
fn what_was_saved_is_said_when_the_answer_cannot_be_shown() {
    let desk = Desk::new();
    let into_full = |args: &[&str]| {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_geloot"));
        let child = command.args(args).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
        let output = child.wait_with_output().unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(3), "{text}");
        assert!(text.contains("[F-11]") && !text.to_lowercase().contains("no file was changed"), "{text}");
        text
    };
    let args = desk.lottery_args(&[]);
    let text = into_full(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(text.contains("The lottery is made, and saved whole"), "{text}");
    let out = desk.at("out");
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    let text = into_full(&["draw", &out, "--seed", "words"]);
    assert!(text.contains("The draw stands, and everything is saved"), "{text}");
    assert_eq!(geloot(&["verify", &out]).status.code(), Some(0));
    into_full(&["verify", &out, "--json"]);
}

/// A command that is wrong is an object on standard output too, for programs that read it.
#[test]
fn a_wrong_command_is_an_object_with_json() {
    for args in [
        &["verify", "--json"][..],
        &["--json", "lottery", "--seats", "x"],
        &["check", "--pool", "p.csv", "--quotas", "q.csv", "--seats", "-1", "--json"],
        &["nonsense", "--json"],
    ] {
        let output = geloot(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let object: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(object["error"]["code"], "U-01", "{args:?}");
        assert!(object["error"]["text"].as_str().is_some_and(|t| !t.is_empty()), "{args:?}");
    }
    let plain = geloot(&["check", "--pool", "p.csv", "--quotas", "q.csv", "--seats", "-1"]);
    let text = String::from_utf8_lossy(&plain.stderr).into_owned();
    assert!(plain.stdout.is_empty() && text.contains("give a whole number of seats, such as 50"), "{text}");
    assert_eq!(geloot(&["--help"]).status.code(), Some(0));
    assert_eq!(geloot(&["--version", "--json"]).status.code(), Some(0));
}

/// A disk that is full and one that cannot be written: clear words, and everything as it was. Needs
/// rights to mount a small disk; without them only the read-only folder is tried.
#[cfg(unix)]
#[test]
fn full_and_read_only_disks_are_said_and_lose_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let disk = desk.at("disk");
    fs::create_dir(&disk).unwrap();
    let mount = |options: &str| {
        Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs", &disk])
            .output()
            .is_ok_and(|o| o.status.success())
    };
    let unmount = || Command::new("umount").arg(&disk).status().is_ok_and(|s| s.success());
    if mount("size=24k") {
        let mut args = desk.lottery_args(&[]);
        let at = args.iter().position(|a| a == "--out").unwrap() + 1;
        args[at] = format!("{disk}/out");
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let left: Vec<_> = fs::read_dir(&disk).unwrap().collect();
        let seen = (output.status.code(), text.contains("[F-07]"), left.len());
        assert!(unmount());
        assert_eq!(seen, (Some(3), true, 0), "{text}");
    } else {
        crate::run::skip::skipped("a small disk cannot be mounted here");
    }
    if mount("size=1m,ro") {
        let mut args = desk.lottery_args(&[]);
        let at = args.iter().position(|a| a == "--out").unwrap() + 1;
        args[at] = format!("{disk}/out");
        let output = geloot(&args.iter().map(String::as_str).collect::<Vec<_>>());
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(unmount());
        assert!(output.status.code() == Some(3) && text.contains("[F-08]"), "{text}");
    }
    // A folder without the right to write; the superuser may write anyway.
    desk.lottery(&[]);
    let out = desk.at("out");
    let before = read(Path::new(&out));
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).unwrap();
    let output = geloot(&["draw", &out, "--seed", "words"]);
    fs::set_permissions(&out, fs::Permissions::from_mode(0o755)).unwrap();
    if output.status.code() != Some(0) {
        assert_eq!(output.status.code(), Some(3));
        assert!(String::from_utf8_lossy(&output.stderr).contains("[F-02]"));
        assert_eq!(read(Path::new(&out)), before);
    }
}

/// A good record inside a changed one must not answer for it.
#[test]
fn a_record_within_a_record_is_not_taken_for_it() {
    let desk = Desk::new();
    desk.lottery(&[]);
    let out = desk.at("out");
    done(&["draw", &out, "--seed", "words"]);
    let outer = Path::new(&out).join("public");
    write(&read(&outer), &outer.join("public"));
    let panel = outer.join("draws/1/panel.csv");
    let lines = fs::read_to_string(&panel).unwrap();
    fs::write(&panel, lines.lines().take(3).map(|l| format!("{l}\n")).collect::<String>()).unwrap();
    let told = geloot(&["verify", &outer.to_string_lossy()]);
    assert_eq!(told.status.code(), Some(1));
    let text = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(text.contains("V4  FAIL") && text.contains("V11 FAIL"), "{text}");
    if let Some(second) = second(&[&outer.to_string_lossy()]) {
        let text = String::from_utf8_lossy(&second.stdout).into_owned();
        assert!(text.contains("V4  FAIL") && text.contains("V11 FAIL"), "{text}");
    }
}
