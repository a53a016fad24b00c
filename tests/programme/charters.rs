//! What the charter of a lottery says of rules and days, draws that were annulled, and ids that look like others.

use crate::run::{done, geloot, refused, text};
use crate::second::agree;
use crate::support::{Case, people, with};

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
    let add = |date: &str, record: &str| {
        refused(&["programme", "add", &p, "--date", date, "--record", record, "--body", "Raad"], 2, "O-")
    };
    assert!(add("2027-06-01", &old).contains("O-29"));
    // With the line of the rules that were in force all is well, but not before the day of the charter.
    case.due_body("Raad", "register.csv", "2027-06-01", "due2");
    dated(&case, "due2", "2027-06-01");
    let new = case.draw("due2", Some("quotas.csv"), 4, "noot mies");
    assert!(add("2027-05-31", &new).contains("O-30"));
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
    assert!(said(&case, &["--record", &bare]).contains("have no day"));
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
