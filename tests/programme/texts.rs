//! What is said where an act on a programme is refused: what is wrong, where, and what to do. And limits of hours and money.

use crate::lies::Spoiled;
use crate::run::{done, geloot, json, text};
use crate::support::{Case, claims, people, with};

const RULES: &str = "name = \"Proef\"\nsmallest-cell = 5\nletters = { again-after = \"48 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
    [[body]]\nname = \"Raad\"\nseats = 4\nterm = \"12 months\"\nrenew = { seats = 2, every = \"6 months\" }\nfrom = \"inwoners\"\n";
const QUOTAS: &str = "feature,value,min,max\nkern,noord,2,2\nkern,zuid,2,2\n";

fn kern(i: usize) -> String {
    if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() }
}

/// A programme with one draw of four among twenty, entered; the folder of the lottery.
fn drawn() -> (Case, String) {
    let case = Case::new(RULES, "2027-01-01");
    case.write("register.csv", &people(0, 20, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    (case, lottery)
}

/// The command is refused with this code, and in English says all of this; in Dutch it says that too, in other words.
#[track_caller]
fn refuses(args: &[&str], code: &str, words: &[&str]) {
    for lang in ["en", "nl"] {
        let output = geloot(&[args, &["--lang", lang]].concat());
        let said = text(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!output.status.success() && said.contains(&format!("[{code}]")), "{args:?}: {said}");
        for word in words.iter().filter(|_| lang == "en") {
            assert!(said.contains(word), "{code} lacks {word:?}: {said}");
        }
        let english = ["There is no", "The lottery", "Give the", "Name one"];
        assert!(lang == "en" || english.iter().all(|word| !said.contains(word)), "{said}");
    }
}

#[test]
fn a_ledger_that_is_not_whole_is_told_by_its_file() {
    let (case, _) = drawn();
    let due = |dir: &str| -> Vec<String> {
        let (register, out) = (case.path("register.csv"), case.path("nieuw"));
        let args = ["programme", "due", dir, "--body", "Raad", "--register", &register];
        args.iter().chain(&["--date", "2027-04-01", "--out", &out]).map(|it| (*it).to_owned()).collect()
    };
    let told = |dir: &str, code: &str, words: &[&str]| {
        let args = due(dir);
        refuses(&args.iter().map(String::as_str).collect::<Vec<_>>(), code, words);
    };
    let torn = Spoiled::new(&case, "P", "torn");
    torn.write("sealed/entries/2/rows.csv", b"seq,date\nx\n");
    told(&torn.dir, "O-02", &["sealed/entries/2/rows.csv", "copy"]);
    let changed = Spoiled::new(&case, "P", "changed");
    let counts = changed.read("public/entries/2/counts.csv");
    changed.write("public/entries/2/counts.csv", counts.replace(",20,", ",21,").as_bytes());
    told(&changed.dir, "O-03", &["P1"]);
    let open = Spoiled::new(&case, "P", "open");
    std::fs::remove_dir_all(format!("{}/sealed", open.dir)).unwrap();
    told(&open.dir, "O-04", &["sealed"]);
}

#[test]
fn names_columns_and_lists_that_are_not_there_are_told_with_those_that_are() {
    let (case, _) = drawn();
    let (p, register, out) = (case.programme(), case.path("register.csv"), case.path("nieuw"));
    let body = |body: &str, register: &str, code: &str, words: &[&str]| {
        let args = ["programme", "due", &p, "--body", body, "--register", register];
        refuses(&[&args[..], &["--date", "2027-04-01", "--out", &out]].concat(), code, words);
    };
    body("Kring", &register, "O-05", &["Kring", "Raad"]);
    let bare = case.write("bare.csv", "kern\nnoord\nzuid\nnoord\n");
    body("Raad", &bare, "O-07", &["bare.csv", "Name the column with --id-column"]);
    let letters = |more: &[&str], n: &str, code: &str, words: &[&str]| {
        let args = ["programme", "due", &p, "--letters", n, "--register", &register];
        refuses(&[&args[..], &["--date", "2027-04-01", "--out", &out], more].concat(), code, words);
    };
    letters(&["--frame", "panel"], "4", "O-06", &["panel", "Name one with --frame: \"inwoners\""]);
    letters(&["--by", "wijk"], "4", "O-18", &["has no column \"wijk\"", "kern"]);
    letters(&[], "21", "O-15", &["21 letters, and 20 people may have one", "Send fewer"]);
    // Whoever stays must be in the register, so that it is known what they are.
    let (ids, text) = (case.read("due1/lottery/panel.csv"), case.read("register.csv"));
    let gone = ids.lines().nth(1).unwrap().split(',').next().unwrap();
    let rows: Vec<&str> = text.lines().filter(|row| !row.starts_with(gone)).collect();
    let less = case.write("less.csv", &format!("{}\n", rows.join("\n")));
    body(
        "Raad",
        &less,
        "O-16",
        &["1 person who stays has no row", "Add their rows", "\"left\" with --events"],
    );
    let args = ["programme", "due", &p, "--body", "Raad", "--register", &register, "--carried-seats", "3"];
    let args = [&args[..], &["--date", "2027-04-01", "--out", &out]].concat();
    refuses(&args, "O-26", &["0 at most", "leave --carried-seats out"]);
    assert!(!std::path::Path::new(&out).exists(), "nothing was written");
}

#[test]
fn what_cannot_be_entered_is_told_with_what_can() {
    let (case, lottery) = drawn();
    let p = case.programme();
    let add = |date: &str, more: &[&str], code: &str, words: &[&str]| {
        refuses(&[&["programme", "add", &p, "--date", date], more].concat(), code, words);
    };
    let events = case.write("events.csv", "id,date,event\np00001,2027-02-01,do-not-ask\n");
    add("2027-03-02", &["--events", &events, "--title", " "], "O-09", &["empty", "Give it in a sentence"]);
    add(
        "2027-02-28",
        &["--events", &events],
        "O-19",
        &["2027-02-28 is before 2027-03-01", "not before the last"],
    );
    let edition = ["--record", &lottery, "--body", "Raad", "--edition", "voor, en na"];
    case.due_body("Raad", "register.csv", "2027-10-01", "due2");
    add("2027-03-02", &edition, "O-10", &["voor, en na", "60 signs, without commas"]);
    // Frozen without the key of the programme; and for another programme.
    let charter = case.path("due2/charter.toml");
    let free = |out: &str, charter: &str, key: Option<&str>| {
        let (pool, quotas, place) = (case.path("register.csv"), case.path("quotas.csv"), case.path(out));
        let mut args = crate::run::lottery(&pool, &quotas, "4", &place);
        args.extend(["--charter", charter, "--tickets", "1000", "--quiet"]);
        args.extend(key.iter().flat_map(|key| ["--key", key]));
        done(&args);
        done(&["draw", &place, "--seed", "noot mies", "--quiet"]);
        place
    };
    let keyless = free("keyless", &charter, None);
    let record = |place: &str, code: &str, words: &[&str]| {
        add("2027-10-01", &["--record", place, "--body", "Raad"], code, words);
    };
    record(&keyless, "O-11", &["without the programme's key", "Freeze it with --key", "sealed/key.txt"]);
    let head = case.head();
    let other = case.read("due2/charter.toml").replace(&head, &format!("geloot-ledger-1:{}", "1".repeat(64)));
    let other = case.write("other.toml", &other);
    let key = case.path("P/sealed/key.txt");
    let stranger = free("stranger", &other, Some(&key));
    record(&stranger, "O-20", &["not of this programme", "for which it was drawn"]);
    // The list of the register of other letters.
    case.due_letters(4, "register.csv", "2027-10-01", "brieven", &[]);
    let place = case.draw("brieven", None, 4, "wim zus");
    case.due_letters(4, "register.csv", "2027-10-02", "later", &[]);
    let frame = case.read("brieven/frame.csv");
    let cut: Vec<&str> = frame.lines().take(10).collect();
    let frame = case.write("frame.csv", &format!("{}\n", cut.join("\n")));
    add(
        "2027-10-01",
        &["--record", &place, "--letters", &frame],
        "O-17",
        &["frame.csv\" is not the list", "Give the frame.csv that \"geloot programme due\" wrote"],
    );
}

/// Minutes count by the year and cents by month and year; who has all of it waits until the next, and who is near it is told.
#[test]
fn whoever_reaches_a_limit_of_minutes_or_cents_waits_and_whoever_is_near_it_is_counted() {
    let rules = "name = \"Proef\"\nlimits = { hours-a-year = 10, cents-a-month = 10000, cents-a-year = 30000 }\n\
        [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
        [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\n";
    let case = Case::new(rules, "2027-01-01");
    case.write("register.csv", &people(0, 12, &[("kern", &kern)]));
    let all: String = (0..12).map(|i| format!("p{i:05},2027-01-02,consent,,2030-01-01\n")).collect();
    let all = case.write("all.csv", &format!("id,date,event,body,until\n{all}"));
    case.add("2027-01-02", &["--events", &all]);
    // Minutes: all, one less, just above three quarters, three quarters. Cents of the month: the same. Of the year: all of it
    // in three months, and just above three quarters.
    let rows = "id,date,minutes,cents\np00000,2027-02-01,600,\np00001,2027-02-01,599,\np00002,2027-02-01,451,\n\
        p00003,2027-02-01,450,\np00004,2027-04-01,,10000\np00005,2027-04-01,,9999\np00006,2027-04-01,,7501\n\
        p00007,2027-04-01,,7500\np00008,2027-01-10,,9000\np00008,2027-02-10,,9000\np00008,2027-03-10,,9000\n\
        p00008,2027-04-01,,3000\np00009,2027-01-10,,9000\np00009,2027-02-10,,9000\np00009,2027-03-10,,4501\n";
    let served = case.write("served.csv", rows);
    case.add("2027-04-01", &["--served", &served]);
    let due = |date: &str, out: &str| case.due_body("Raad", "register.csv", date, out);
    let april = due("2027-04-02", "april");
    // 0 by hours, 8 by the year until January; 4 by the month until May.
    let barred = april["barred"].as_array().unwrap();
    let limit: Vec<_> = barred.iter().filter(|it| it["ground"] == "limit").collect();
    assert_eq!((limit.len(), &limit[0]["people"], &limit[0]["until"]), (1, &3.into(), &"2028-01-01".into()));
    // Near: 1 and 2 by minutes, 5 and 6 by the month, 9 by the year.
    assert_eq!(april["near_limits"], 5, "{april}");
    let p = case.programme();
    let until = |id: &str, date: &str| {
        let told = json(&["programme", "explain", &p, "--id", id, "--date", date]);
        told["bars"].as_array().unwrap().first().map(|bar| bar["until"].as_str().unwrap().to_owned())
    };
    assert_eq!(until("p00004", "2027-04-02").as_deref(), Some("2027-05-01"));
    assert_eq!(until("p00008", "2027-04-02").as_deref(), Some("2028-01-01"));
    assert_eq!(until("p00005", "2027-04-02"), None);
    let may = due("2027-05-01", "mei");
    assert_eq!((&may["barred"][0]["people"], &may["near_limits"]), (&2.into(), &3.into()), "{may}");
    let january = due("2028-01-01", "januari");
    assert_eq!((january["barred"].as_array().unwrap().len(), &january["near_limits"]), (0, &0.into()));
}

/// P12: a burden that the rows do not say fails, with the file; and a table from before an erasure and one from after it do not
/// tell what the person who is forgotten had.
#[test]
fn a_burden_follows_from_the_rows_and_an_erasure_does_not_show_in_it() {
    let (case, _) = drawn();
    let panel = case.read("due1/lottery/panel.csv");
    let ids: Vec<&str> = panel.lines().skip(1).map(|row| row.split(',').next().unwrap()).collect();
    let hours: String =
        ids.iter().zip([480, 240, 240, 125]).map(|(id, n)| format!("{id},2027-04-01,{n},Raad\n")).collect();
    let hours = case.write("hours.csv", &format!("id,date,minutes,body\n{hours}"));
    case.add("2027-04-01", &["--served", &hours]);
    let burden = |n: u32| case.read(&format!("P/public/entries/{n}/burden.csv"));
    let before = burden(4);
    assert!(before.contains("served,4,1085,480,"), "{before}");
    // A total that the counts do not say is seen in public, and told of once.
    for (lie, more, claim) in [("1085", "1084", 4), (",480,", ",481,", 12)] {
        let other = Spoiled::new(&case, "P", &format!("lie{more}"));
        let text = other.read("public/entries/4/burden.csv").replace(lie, more);
        other.forge_list(4, "burden.csv", text.as_bytes());
        assert_eq!(with(&claims(&other.dir, &[], &[], true), "FAIL"), [claim], "{lie}");
        crate::second::agree(&other.dir, &[], &[]);
        let said = text_of(&other.dir);
        let told =
            if claim == 4 { "The burden that entry 4 tells" } else { "The table of burdens of entry 4" };
        assert!(said.contains(&format!("P{claim} FAIL")) && said.contains(told), "{said}");
    }
    let p = case.programme();
    done(&["programme", "erase", &p, "--person", ids[0], "--date", "2027-05-01", "--day-to-come"]);
    assert_eq!(burden(5), before, "who was forgotten gave 480 minutes, and no difference says so");
    let found = claims(&p, &[], &[], true);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0]);
    assert!(with(&found, "PASS").contains(&12));
    // What comes after is added to it, and a second erasure shows as little.
    let later = case.write("later.csv", &format!("id,date,minutes,body\n{},2027-06-01,60,Raad\n", ids[1]));
    case.add("2027-06-01", &["--served", &later]);
    assert!(burden(6).contains("served,4,1145,480,"), "{}", burden(6));
    done(&["programme", "erase", &p, "--person", ids[3], "--date", "2027-07-01", "--day-to-come"]);
    assert_eq!(burden(7), burden(6));
    let last = case.write("last.csv", &format!("id,date,minutes,body\n{},2027-08-01,30,Raad\n", ids[2]));
    case.add("2027-08-01", &["--served", &last]);
    assert!(burden(8).contains("served,4,1175,480,"), "{}", burden(8));
    assert_eq!(with(&claims(&p, &[], &[], true), "FAIL"), [0_u64; 0]);
    crate::second::agree(&p, &[], &[]);
    let lie = Spoiled::new(&case, "P", "after");
    let text = lie.read("public/entries/8/burden.csv").replace("1175", "1176");
    lie.forge_list(8, "burden.csv", text.as_bytes());
    assert_eq!(with(&claims(&lie.dir, &[], &[], true), "FAIL"), [4]);
}

fn text_of(dir: &str) -> String {
    let shown = geloot(&["programme", "verify", dir, "--sealed", "--lang", "en"]);
    text(&shown.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}
