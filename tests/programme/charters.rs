//! What the charter of a lottery says of rules and days, draws that were annulled, and ids that look like others.

use crate::lies::Spoiled;
use crate::run::{done, geloot, refused, text};
use crate::second::agree;
use crate::support::{Case, claims, people, with};
use geloot::base::digest::Digest;

const LAX: &str = "name = \"Raad\"\ncool-off = { drawn = \"12 months\" }\nsmallest-cell = 5\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
    [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\n";
const QUOTAS: &str = "feature,value,min,max\nkern,noord,2,2\nkern,zuid,2,2\n";

fn kern(i: usize) -> String {
    if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() }
}

fn begun() -> Case {
    let case = Case::new(LAX, "2027-01-01");
    case.write("register.csv", &people(0, 20, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case
}

/// Puts a day into the charter that was due.
fn dated(case: &Case, out: &str, day: &str) {
    let file = format!("{out}/charter.toml");
    case.write(&file, &format!("date = {day}\n{}", case.read(&file)));
}

fn said(case: &Case, more: &[&str]) -> String {
    let p = case.programme();
    text(&geloot(&[&["programme", "verify", &p, "--sealed"], more].concat()).stdout)
}

#[test]
fn an_old_line_does_not_choose_the_rules_and_a_day_before_the_charter_is_none() {
    let case = begun();
    let p = case.programme();
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let strict = case.write("strict.toml", &LAX.replace("12 months", "36 months"));
    case.add("2027-05-01", &["--rules", &strict, "--because", "Raadsbesluit 12"]);
    dated(&case, "due1", "2027-06-01");
    let old = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    let add = |date: &str, record: &str, code: &str| {
        refused(&["programme", "add", &p, "--date", date, "--record", record, "--body", "Raad"], 2, code)
    };
    add("2027-06-01", &old, "O-29");
    // With the line of the rules that were in force all is well, but not before the day of the charter.
    case.due_body("Raad", "register.csv", "2027-06-01", "due2");
    dated(&case, "due2", "2027-06-01");
    let new = case.draw("due2", Some("quotas.csv"), 4, "noot mies");
    add("2027-05-31", &new, "O-30");
    // Long after it, it is told, by the act and by both programs that check.
    let late = geloot(&["programme", "add", &p, "--date", "2030-06-01", "--record", &new, "--body", "Raad"]);
    assert!(text(&late.stdout).contains("2027-06-01"), "{}", text(&late.stdout));
    let found = case.claims(&[&new], &[]);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0], "{found:?}");
    let words = said(&case, &["--record", &new]);
    assert!(words.contains("The charter of entry 3 is of 2027-06-01"), "{words}");
    agree(&p, &[&new], &[]);
    // A charter without a day shows less, and that is told.
    case.due_body("Raad", "register.csv", "2034-06-01", "due3");
    let bare = case.draw("due3", Some("quotas.csv"), 4, "wim zus");
    case.add("2034-06-01", &["--record", &bare, "--body", "Raad"]);
    assert!(said(&case, &["--record", &bare]).contains("has no day"));
    agree(&p, &[&new, &bare], &[]);
}

#[test]
fn a_draw_that_was_annulled_bars_nobody_when_the_next_is_entered() {
    let case = begun();
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    done(&["draw", &lottery, "--redraw-because", "Een naam was dubbel", "--quiet"]);
    case.add("2027-03-02", &["--record", &lottery, "--body", "Raad"]);
    let due = case.due_body("Raad", "register.csv", "2027-06-01", "due2");
    assert_eq!(due["barred"][0]["people"], 4, "those of the second draw alone");
    let burden = case.read("P/public/entries/3/burden.csv");
    assert!(burden.contains("\ndrawn,4,4,1,4\n"), "{burden}");
    let found = case.claims(&[&lottery], &[]);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0], "{found:?}");
    let words = said(&case, &["--record", &lottery]);
    assert!(words.contains("1 entry is of a draw that was annulled"), "{words}");
    agree(&case.programme(), &[&lottery], &[]);
}

#[test]
fn nobody_evades_a_bar_under_an_id_that_looks_like_theirs() {
    let case = begun();
    let p = case.programme();
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    let panel = case.read("due1/lottery/panel.csv");
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    // A Cyrillic er for the p.
    let like = id.replace('p', "\u{440}");
    let register = case.read("register.csv");
    let other = case.write("other.csv", &register.replace(&id, &like));
    let out = case.path("due2");
    let due = ["programme", "due", &p, "--body", "Raad", "--register", &other, "--date", "2027-06-01"];
    refused(&[&due[..], &["--out", &out]].concat(), 2, "O-31");
    // Both of them may be people of their own.
    let both = format!("{register}{like},noord\n");
    case.write("both.csv", &both);
    case.due_body("Raad", "both.csv", "2027-06-01", "due3");
    // But for zeros in front nobody is another.
    let bare = format!("p{}", id.trim_start_matches('p').trim_start_matches('0'));
    assert_ne!(bare, id);
    let both = case.write("bare.csv", &format!("{register}{bare},noord\n"));
    let due = ["programme", "due", &p, "--body", "Raad", "--register", &both, "--date", "2027-06-01"];
    let said = refused(&[&due[..], &["--out", &out]].concat(), 2, "O-31");
    assert!(said.contains("but for zeros in front"), "{said}");
    // Drawn without the ledger, they cannot be entered.
    case.due_body("Raad", "register.csv", "2027-06-01", "due4");
    let pool = case.read("due4/pool.csv").replace(&id, &like);
    case.write("due4/pool.csv", &pool);
    let exclude: String = case
        .read("due4/exclude.csv")
        .lines()
        .filter(|l| !l.starts_with(&id))
        .map(|l| format!("{l}\n"))
        .collect();
    case.write("due4/exclude.csv", &exclude);
    let evading = case.draw("due4", Some("quotas.csv"), 4, "noot mies");
    refused(
        &["programme", "add", &p, "--date", "2027-06-01", "--record", &evading, "--body", "Raad"],
        2,
        "O-31",
    );
}

#[test]
fn few_of_any_event_are_warned_of() {
    let case = begun();
    let one = case.write("one.csv", "id,date,event\np00001,2027-02-01,do-not-ask\n");
    let said = geloot(&["programme", "add", &case.programme(), "--date", "2027-02-01", "--events", &one]);
    assert!(text(&said.stdout).contains("fewer rows"), "{}", text(&said.stdout));
}

#[test]
fn lists_say_what_can_be_in_them_once_for_each_fault() {
    let case = begun();
    let p = case.programme();
    let other = case.write("other.csv", "nummer,dag,wat\np00001,2027-02-01,ja\n");
    let said = refused(&["programme", "add", &p, "--date", "2027-02-01", "--events", &other], 2, "O-08");
    assert!(said.contains("gebeurtenis") && said.contains("\"wat\""), "{said}");
    let words = case.write(
        "words.csv",
        "id,date,event\np00001,2027-02-01,moved\np00002,2027-02-01,moved\np00003,2027-02-01,moved\n",
    );
    let said = refused(&["programme", "add", &p, "--date", "2027-02-01", "--events", &words], 2, "O-08");
    assert!(said.contains("Row 2, 3, 4, \"event\": \"moved\""), "{said}");
    // In the language of the screen, whatever the list may have.
    assert!(said.contains("do not ask") && !said.contains("niet vragen"), "{said}");
    let dutch = ["programme", "add", &p, "--date", "2027-02-01", "--events", &words, "--lang", "nl"];
    let said = refused(&dutch, 2, "O-08");
    assert!(said.contains("niet vragen") && !said.contains("do not ask"), "{said}");
}

#[test]
fn a_body_is_one_however_it_is_spelled_and_hours_say_that_they_are() {
    let case = begun();
    let p = case.programme();
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Raad"]);
    let panel = case.read("due1/lottery/panel.csv");
    let id = panel.lines().nth(1).unwrap().split(',').next().unwrap();
    let served = format!("id,date,minutes,cents,body\n{id},2027-04-01,480,5000,raad \n");
    let served = case.write("served.csv", &served);
    case.add("2027-04-01", &["--served", &served]);
    assert!(case.rows(3).iter().all(|row| row[4] == "Raad"), "{:?}", case.rows(3));
    let said = geloot(&["programme", "explain", &p, "--id", id, "--date", "2027-05-01"]);
    let said = text(&said.stdout);
    assert!(said.contains("480 minutes") && said.contains("50.00 euros"), "{said}");
    // A row of totals is no person, and stops.
    case.write("total.csv", &format!("{}Total,20\n", case.read("register.csv")));
    let total = case.path("total.csv");
    let out = case.path("due2");
    let due = [
        "programme",
        "due",
        &p,
        "--body",
        "Raad",
        "--register",
        &total,
        "--date",
        "2027-06-01",
        "--out",
        &out,
    ];
    refused(&due, 2, "R-71");
}

#[test]
fn whoever_edits_an_entry_chooses_neither_its_rules_nor_its_day() {
    let case = begun();
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let strict = case.write("strict.toml", &LAX.replace("12 months", "36 months"));
    case.add("2027-05-01", &["--rules", &strict, "--because", "Raadsbesluit 12"]);
    // A charter that names no line.
    case.write("due1/charter.toml", "date = 2027-06-01\n");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2027-06-01", &["--record", &lottery, "--body", "Raad"]);
    let failing = |dir: &str, records: &[&str]| with(&claims(dir, records, &[], true), "FAIL");
    assert_eq!(failing(&case.programme(), &[&lottery]), [0_u64; 0]);
    let old = Digest::of(LAX.as_bytes()).to_string();
    let rules = Spoiled::new(&case, "P", "rules");
    rules.forge_all(3, &|_| {}, &|facts, _, _| facts.rules_file = old.clone());
    assert_eq!(failing(&rules.dir, &[&lottery]), [5]);
    agree(&rules.dir, &[&lottery], &[]);
    // Only the record tells which rules were due.
    assert_eq!(failing(&rules.dir, &[]), [0_u64; 0]);
    let day = Spoiled::new(&case, "P", "day");
    let earlier = |rows: &mut Vec<String>| {
        rows.iter_mut().for_each(|row| *row = row.replacen("2027-06-01", "2027-05-15", 1));
    };
    day.forge_all(3, &earlier, &|facts, _, _| facts.date = "2027-05-15".into());
    assert_eq!(failing(&day.dir, &[&lottery]), [3]);
    agree(&day.dir, &[&lottery], &[]);
}

#[test]
fn somebody_under_an_id_like_that_of_somebody_barred_fails_the_claim_about_bars() {
    let case = begun();
    let asked = case.write("asked.csv", "id,date,event,until\np00003,2027-02-01,do-not-ask,2028-03-01\n");
    case.add("2027-02-01", &["--events", &asked]);
    case.write("register.csv", &case.read("register.csv").replace("p00003", "\u{440}00003"));
    // On this day nobody is barred any more.
    case.due_body("Raad", "register.csv", "2028-03-02", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    case.add("2028-03-02", &["--record", &lottery, "--body", "Raad"]);
    assert_eq!(with(&case.claims(&[&lottery], &[]), "FAIL"), [0_u64; 0]);
    let lie = Spoiled::new(&case, "P", "lie");
    let earlier = |rows: &mut Vec<String>| {
        rows.iter_mut().for_each(|row| *row = row.replacen("2028-03-02", "2028-02-01", 1));
    };
    lie.forge_all(3, &earlier, &|facts, _, _| facts.date = "2028-02-01".into());
    assert_eq!(with(&claims(&lie.dir, &[&lottery], &[], true), "FAIL"), [9]);
}

/// Two bodies from one frame, of which the second has a cool-off of its own.
const TWO: &str = "name = \"Stad\"\nsmallest-cell = 5\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n\
    [[frame]]\nname = \"jongeren\"\nkind = \"register\"\n\
    [[body]]\nname = \"Raad\"\nseats = 4\nfrom = \"inwoners\"\ncool-off = \"36 months\"\nterm = \"12 months\"\n\
    [[body]]\nname = \"Forum\"\nseats = 4\nfrom = \"inwoners\"\n";

#[test]
fn a_lottery_is_entered_for_the_body_that_its_charter_froze() {
    let case = Case::new(TWO, "2027-01-01");
    let p = case.programme();
    case.write("register.csv", &people(0, 20, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    let add = ["programme", "add", &p, "--date", "2027-03-01", "--record", &lottery];
    let told = refused(&[&add[..], &["--body", "Forum"]].concat(), 2, "O-45");
    assert!(told.contains("\"Raad\"") && told.contains("\"Forum\""), "{told}");
    case.due_letters(4, "register.csv", "2027-03-01", "due2", &["--frame", "jongeren"]);
    let frame = case.path("due2/frame.csv");
    refused(&[&add[..], &["--letters", &frame]].concat(), 2, "O-46");
    // The charter says it, so nobody need.
    case.add("2027-03-01", &["--record", &lottery]);
    assert!(case.rows(2).iter().all(|row| row[4] == "Raad"));
    assert!(!said(&case, &["--record", &lottery]).contains("for which body"));
    // Letters go to the frame that was frozen.
    let letters = case.draw("due2", None, 4, "noot mies");
    let add = ["programme", "add", &p, "--date", "2027-03-01", "--record", &letters, "--letters", &frame];
    refused(&[&add[..], &["--frame", "inwoners"]].concat(), 2, "O-45");
    case.add("2027-03-01", &["--record", &letters, "--letters", &frame]);
    assert!(case.rows(4).iter().all(|row| row[4] == "jongeren"));
    let found = case.claims(&[&lottery, &letters], &[]);
    assert_eq!(with(&found, "FAIL"), [0_u64; 0], "{found:?}");
    agree(&p, &[&lottery, &letters], &[]);
    // Whoever forges the entry is found by either program.
    let other = |from: &'static str, to: &'static str| {
        move |rows: &mut Vec<String>| {
            rows.iter_mut().for_each(|row| *row = row.replace(&format!(",{from},"), &format!(",{to},")));
        }
    };
    let body = Spoiled::new(&case, "P", "body");
    body.forge(2, &other("Raad", "Forum"));
    assert!(with(&claims(&body.dir, &[&lottery], &[], true), "FAIL").contains(&3));
    agree(&body.dir, &[&lottery], &[]);
    let frame = Spoiled::new(&case, "P", "frame");
    frame.forge(4, &other("jongeren", "inwoners"));
    assert!(with(&claims(&frame.dir, &[&letters], &[], true), "FAIL").contains(&3));
    agree(&frame.dir, &[&letters], &[]);
}

#[test]
fn a_charter_that_names_no_body_is_told_of() {
    let case = Case::new(TWO, "2027-01-01");
    let p = case.programme();
    case.write("register.csv", &people(0, 20, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case.due_body("Raad", "register.csv", "2027-03-01", "due1");
    let old = case.read("due1/charter.toml").replace("body = \"Raad\"\n", "");
    case.write("due1/charter.toml", &old);
    let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
    refused(&["programme", "add", &p, "--date", "2027-03-01", "--record", &lottery], 2, "O-05");
    case.add("2027-03-01", &["--record", &lottery, "--body", "Forum"]);
    let words = said(&case, &["--record", &lottery]);
    assert!(words.contains("The charter of 1 record does not say for which body"), "{words}");
    let second = crate::second::said(&[&p, "--record", &lottery]);
    assert!(second.is_none_or(|(_, words)| words.contains("do not say for which body")));
    agree(&p, &[&lottery], &[]);
}

#[test]
fn rules_that_were_loosened_for_one_lottery_are_told_of() {
    let strict = |months: &str| LAX.replace("12 months", months);
    let told = |second: &str, later: &[&str]| {
        let case = Case::new(&strict("36 months"), "2027-01-01");
        case.write("register.csv", &people(0, 20, &[("kern", &kern)]));
        case.write("quotas.csv", QUOTAS);
        let rules = case.write("two.toml", &strict(second));
        case.add("2027-03-01", &["--rules", &rules, "--because", "Raadsbesluit 12"]);
        case.due_body("Raad", "register.csv", "2027-03-01", "due1");
        let lottery = case.draw("due1", Some("quotas.csv"), 4, "appel peer");
        case.add("2027-03-01", &["--record", &lottery]);
        for (months, date) in later.iter().zip(["2027-03-02", "2027-03-03"]) {
            let rules = case.write("later.toml", &strict(months));
            case.add(date, &["--rules", &rules, "--because", "Raadsbesluit 13"]);
        }
        let p = case.programme();
        agree(&p, &[&lottery], &[]);
        let second = crate::second::said(&[&p]).map(|(_, said)| said);
        (said(&case, &[]), second)
    };
    // Back further than before is back as well.
    for third in ["36 months", "48 months"] {
        let (first, second) = told("1 month", &[third]);
        let words = "The rule cool-off.drawn was changed on 2027-03-01 (entry 2) and changed back on 2027-03-02 (entry 4). \
                     One lottery was drawn by what it said in between: entry 3.";
        assert!(first.contains(words), "{first}");
        let words = "cool-off.drawn was changed on 2027-03-01 and changed back on 2027-03-02; drawn in between: entries 3";
        assert!(second.is_none_or(|said| said.contains(words)));
    }
    // Nor does a further step, up or down, hide that the lottery was drawn by less.
    for step in ["0 months", "2 months"] {
        let (first, second) = told("1 month", &[step, "36 months"]);
        let words =
            "The rule cool-off.drawn was changed on 2027-03-01 (entry 2) and changed back on 2027-03-0";
        assert!(first.contains(words), "{first}");
        let words = "drawn by what it said in between: entry 3.";
        assert!(first.contains(words), "{first}");
        let words = "cool-off.drawn was changed on 2027-03-01 and changed back on 2027-03-0";
        assert!(second.is_none_or(|said| said.contains(words)));
    }
    // From one step to the next nothing turns.
    let (first, second) = told("24 months", &["12 months"]);
    assert!(!first.contains("changed back"), "{first}");
    assert!(second.is_none_or(|said| !said.contains("changed back")));
}
