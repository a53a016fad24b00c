//! Hours that were entered after the lottery from which they would have barred people.

use crate::run::{done, geloot, text};
use crate::support::{Case, people, with};

const RULES: &str = "name = \"Proef\"\ncool-off = { served = \"36 months\" }\nkeep = { served = \"36 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n[[body]]\nname = \"Raad\"\nseats = 6\nfrom = \"inwoners\"\n";

fn said(case: &Case, record: &str) -> String {
    text(&geloot(&["programme", "verify", &case.programme(), "--sealed", "--record", record]).stdout)
}

#[test]
fn hours_entered_after_a_lottery_that_they_would_have_barred_people_from_are_told() {
    let case = Case::new(RULES, "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("quotas.csv", "feature,value,min,max\nkern,noord,2,4\nkern,zuid,2,4\n");
    case.due_body("Raad", "all.csv", "2027-09-01", "raad");
    let record = case.draw("raad", Some("quotas.csv"), 6, "drie vier");
    case.add("2027-09-01", &["--record", &record, "--body", "Raad"]);
    let p = case.programme();
    let serve = |name: &str, rows: &str| {
        let file = case.write(name, &format!("id,date,minutes\n{rows}"));
        done(&["programme", "add", &p, "--date", "2027-10-01", "--served", &file])
    };
    // Of its own day and later: no lottery before was there for them.
    let told = serve("own.csv", "p00001,2027-09-01,60\np00002,2027-09-10,60\n");
    assert!(!told.contains("would have barred"), "{told}");
    assert!(!said(&case, &record).contains("would have been barred"));
    // Of days before it, of people who were there and one who never was in any.
    let rows = "p00003,2027-08-31,60\np00004,2027-04-01,60\np00004,2027-05-01,60\n";
    let told = serve("before.csv", rows);
    assert!(
        told.contains("2 people were in the lottery of entry 2 whom these rows would have barred"),
        "{told}"
    );
    // More of somebody who is told of already, and of a time that bars nobody any more.
    let told = serve("old.csv", "p00005,2024-08-31,60\n");
    assert!(!told.contains("would have barred"), "{told}");
    let said = said(&case, &record);
    let due =
        "2 people who were in the lottery of entry 2 would have been barred from it by rows of earlier days";
    assert!(said.contains(due), "{said}");
    assert_eq!(with(&case.claims(&[&record], &[]), "FAIL"), [0_u64; 0]);
    // A lottery after all of them knows them.
    case.due_body("Raad", "all.csv", "2028-03-01", "later");
    let later = case.draw("later", Some("quotas.csv"), 6, "vijf zes");
    case.add("2028-03-01", &["--record", &later, "--body", "Raad"]);
    let shown = geloot(&["programme", "verify", &p, "--sealed", "--record", &record, "--record", &later]);
    let shown = text(&shown.stdout);
    assert_eq!(shown.matches("would have been barred").count(), 1, "{shown}");
    assert!(shown.contains(due) && !shown.contains("FAIL"), "{shown}");
}
