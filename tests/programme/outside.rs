//! What a clerk does beside the ledger: bars somebody on a ground written otherwise, enters what nobody can check, publishes
//! the sum of one.

use crate::lies::{Spoiled, number};
use crate::run::{done, geloot, refused, text};
use crate::support::{Case, claims, copy, people, with};
use std::fs;
use std::path::Path;

const RULES: &str = "name = \"Proef\"\ncool-off = { served = \"36 months\" }\nkeep = { served = \"36 months\" }\n\
    [[frame]]\nname = \"inwoners\"\nkind = \"register\"\n[[body]]\nname = \"Raad\"\nseats = 6\nfrom = \"inwoners\"\n";
const QUOTAS: &str = "feature,value,min,max\nkern,noord,2,4\nkern,zuid,2,4\n";

/// A panel of six of sixty, three of whom served; then another, for which the clerk bars one more.
fn barred(ground: &str) -> (Case, String) {
    let case = Case::new(RULES, "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    case.due_body("Raad", "all.csv", "2027-03-01", "raad1");
    let one = case.draw("raad1", Some("quotas.csv"), 6, "drie vier");
    case.add("2027-03-01", &["--record", &one, "--body", "Raad"]);
    let served: String = (3..6).map(|i| format!("p{i:05},2027-04-01,480\n")).collect();
    let served = case.write("served.csv", &format!("id,date,minutes\n{served}"));
    let said = done(&["programme", "add", &case.programme(), "--date", "2027-04-01", "--served", &served]);
    assert!(said.contains("smallest cell"), "{said}");
    case.due_body("Raad", "all.csv", "2027-09-01", "raad2");
    let list = case.read("raad2/exclude.csv");
    assert_eq!(list.matches("cool-off").count(), 3, "{list}");
    case.write("raad2/exclude.csv", &format!("{list}p00040,{ground}\n"));
    let two = case.draw("raad2", Some("quotas.csv"), 6, "vijf zes");
    let as_drawn = (ground == "Cool-off").then_some("--as-drawn");
    let entered = ["--record", &two, "--body", "Raad"].into_iter().chain(as_drawn);
    case.add("2027-09-01", &entered.collect::<Vec<_>>());
    (case, two)
}

#[test]
fn whoever_is_barred_on_a_ground_written_otherwise_is_counted_and_has_no_ground() {
    let (case, record) = barred("Cool-off");
    let p = case.programme();
    assert_eq!(with(&claims(&p, &[&record], &[], true), "FAIL"), [9]);
    crate::second::agree(&p, &[&record], &[]);
    // A ledger that does not count them: the record has one more.
    let fewer = Spoiled::new(&case, "P", "fewer");
    fewer.forge(4, &|rows| {
        let at = rows.iter().rposition(|line| line.contains(",excluded,")).unwrap();
        rows.remove(at);
        number(rows);
    });
    assert_eq!(with(&claims(&fewer.dir, &[&record], &[], false), "FAIL"), [7]);
    crate::second::agree(&fewer.dir, &[&record], &[]);
}

#[test]
fn whoever_is_barred_on_a_ground_of_no_programme_is_told_and_so_is_what_nobody_can_check() {
    let (case, record) = barred("werkt bij de gemeente");
    let p = case.programme();
    let said = text(&geloot(&["programme", "verify", &p, "--sealed", "--record", &record]).stdout);
    assert!(said.contains("1 person was excluded on grounds that are none of the programme's"), "{said}");
    assert!(said.contains("3 rows of hours and money and 0 links of ids are as they were entered"), "{said}");
    assert!(!said.contains("FAIL"), "{said}");
    crate::second::agree(&p, &[&record], &[]);
    let erase = ["programme", "erase", &p, "--person", "p00003", "--date", "2027-10-01", "--day-to-come"];
    assert!(done(&erase).contains("burden.csv"), "the sums stay");
}

/// Seats that change later than the rules say are told, with both days.
#[test]
fn a_renewal_that_came_late_is_told() {
    let terms = "term = \"18 months\"\nrenew = { seats = 2, every = \"6 months\" }\n";
    let case = Case::new(&format!("{RULES}{terms}"), "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    let draw = |date: &str, out: &str| {
        case.due_body("Raad", "all.csv", date, out);
        let record = case.draw(out, Some("quotas.csv"), 6, out);
        case.add(date, &["--record", &record, "--body", "Raad"]);
        text(&geloot(&["programme", "verify", &case.programme(), "--sealed"]).stdout)
    };
    draw("2027-03-01", "raad een");
    let said = draw("2027-09-01", "raad twee");
    assert!(!said.contains("were to change") && !said.contains("FAIL"), "{said}");
    let said = draw("2028-03-15", "raad drie");
    let told = "Seats of \"Raad\" were to change on 2028-03-01, and changed on 2028-03-15.";
    assert_eq!(said.matches(told).count(), 1, "{said}");
    assert!(!said.contains("FAIL"), "{said}");
}

/// A record that was given is what its own lists say, an entry has a number, and a line has the form of one.
#[test]
fn what_is_given_is_looked_at_before_it_is_believed() {
    let (case, record) = barred("werkt bij de gemeente");
    let p = case.programme();
    let draw = Path::new(&record).join("public/draws/1/draw.json");
    let honest = fs::read_to_string(&draw).unwrap();
    let lie = honest.replace("\"undeclared\"", "\"declared\"");
    assert_ne!(lie, honest);
    fs::write(&draw, lie).unwrap();
    assert_eq!(with(&claims(&p, &[&record], &[], false), "FAIL"), [3]);
    crate::second::agree(&p, &[&record], &[]);
    fs::write(&draw, honest).unwrap();

    let far = Path::new(&p).join("public/entries/10000000000");
    fs::create_dir(&far).unwrap();
    fs::write(far.join("x"), "x").unwrap();
    assert_eq!(with(&claims(&p, &[], &[], false), "FAIL"), [1]);
    crate::second::agree(&p, &[], &[]);
    fs::remove_dir_all(far).unwrap();

    let line = format!("geloot-ledger-1:{}", "g".repeat(64));
    refused(&["programme", "verify", &p, "--head", &line], 2, "O-25");
    let second = crate::second::said(&[&p, "--head", &line]);
    assert!(second.is_none_or(|(code, said)| code == Some(2) && said.contains("is no line")));

    // The lotteries have secret keys, which follow from the programme's: without the sealed list of people nobody can tell.
    let told = "could not be checked";
    let verify = ["programme", "verify", &p, "--sealed", "--record", &record];
    assert!(!done(&verify).contains(told));
    fs::rename(Path::new(&record).join("sealed/pool.csv"), Path::new(&p).join("away")).unwrap();
    assert!(done(&verify).contains(told));
    let second = crate::second::said(&[&p, "--sealed", "--record", &record]);
    assert!(second.is_none_or(|(code, said)| code == Some(0) && said.contains(told)));
}

/// A folder that is another one tomorrow is none.
#[cfg(unix)]
#[test]
fn a_public_folder_that_is_a_link_is_not_looked_into() {
    let case = Case::new(RULES, "2027-01-01");
    let (p, public) = (case.programme(), Path::new(&case.programme()).join("public"));
    fs::rename(&public, Path::new(&p).join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("elsewhere", &public).unwrap();
    assert_eq!(with(&claims(&p, &[], &[], false), "FAIL"), [1]);
    crate::second::agree(&p, &[], &[]);
}

/// Hours of people who are in the ledger because they agreed to something.
fn serve(case: &Case, rows: &str) {
    let agreed = rows.lines().map(|row| format!("{},2027-02-01,consent,2035-01-01\n", &row[..6]));
    let agreed = format!("id,date,event,until\n{}", agreed.collect::<String>());
    case.add("2027-03-01", &["--events", &case.write("agreed.csv", &agreed)]);
    case.add("2027-04-01", &["--served", &case.write("served.csv", &format!("id,date,minutes\n{rows}"))]);
}

/// A draw of people who were not taken from `due`: those who are barred are told by ground and never by name, nothing is
/// entered, and with the option it is, since it happened; then the claim about bars fails for good, and says whom.
#[test]
fn a_lottery_with_somebody_who_is_barred_is_entered_only_when_that_is_meant() {
    let case = Case::new(RULES, "2027-01-01");
    let kern = |i: usize| if i.is_multiple_of(2) { "noord".to_owned() } else { "zuid".to_owned() };
    case.write("all.csv", &people(0, 60, &[("kern", &kern)]));
    case.write("quotas.csv", QUOTAS);
    let p = case.programme();
    let events =
        "id,date,event,until\np00001,2027-02-01,do not ask,\np00002,2027-02-01,do not ask,2029-02-01\n";
    case.add("2027-02-01", &["--events", &case.write("asked.csv", events)]);
    serve(&case, "p00003,2027-03-01,480\np00004,2027-04-01,480\n");
    case.due_body("Raad", "all.csv", "2027-09-01", "raad");
    // The whole register, and one left out on a ground that is not there.
    case.write("raad/pool.csv", &case.read("all.csv"));
    case.write("raad/exclude.csv", "id,ground\np00010,limit\n");
    let record = case.draw("raad", Some("quotas.csv"), 6, "vijf zes");
    let before = case.head();
    let add = ["programme", "add", &p, "--date", "2027-09-01", "--record", &record, "--body", "Raad"];
    let said = refused(&add, 1, "O-33");
    let told = [
        "4 people who were in this lottery are barred from it on that day. 1 person was left out",
        "cool-off: 2 people, the last until 2030-04-01",
        "asked not to be asked: 2 people\n",
        "--as-drawn",
    ];
    for part in told {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("p000"), "{said}");
    assert_eq!(case.head(), before, "nothing is entered");
    let dutch = refused(&[&add[..], &["--lang", "nl"]].concat(), 1, "O-33");
    assert!(dutch.contains("4 mensen die meededen aan deze loting zijn op die dag uitgesloten"), "{dutch}");
    let said = done(&[&add[..], &["--as-drawn"]].concat());
    assert!(said.contains("Check this. 4 people who were in this lottery are barred"), "{said}");
    assert!(said.contains("  cool-off: 2 people, the last until 2030-04-01\n"), "{said}");
    assert_eq!(with(&case.claims(&[&record], &[]), "FAIL"), [9]);
    // What is entered is entered, with the option or without.
    assert!(done(&add).contains("nothing was added"));
}

/// Among 20,000 people one who cools off is put back into the lottery; then, one is left out of it without ground. With the
/// sealed part each is found, and named by the code.
#[test]
fn one_planted_person_among_twenty_thousand_is_found() {
    let case = Case::new(RULES, "2027-01-01");
    case.write("all.csv", &people(0, 20_000, &[]));
    serve(&case, "p04711,2027-04-01,480\np13579,2027-04-01,480\n");
    let plant = |out: &str, list: &str, person: &str, told: &str, first: &str| {
        let due = case.due_body("Raad", "all.csv", "2027-09-01", out);
        assert_eq!((&due["barred"][0]["people"], &due["people"]), (&2.into(), &20_000.into()), "{due}");
        case.write(&format!("{out}/exclude.csv"), list);
        let record = case.draw(out, None, 6, "zeven acht");
        let dir = case.path(&format!("{out}-P"));
        copy(Path::new(&case.programme()), Path::new(&dir));
        let add = ["programme", "add", &dir, "--date", "2027-09-01", "--record", &record, "--body", "Raad"];
        let said = refused(&add, 1, "O-33");
        assert!(said.contains(first), "{said}");
        done(&[&add[..], &["--as-drawn", "--quiet"]].concat());
        assert_eq!(with(&claims(&dir, &[&record], &[], true), "FAIL"), [9]);
        let said = text(&geloot(&["programme", "verify", &dir, "--sealed", "--record", &record]).stdout);
        let people = std::fs::read_to_string(Path::new(&dir).join("sealed/people.csv")).unwrap();
        let row = people.lines().find(|row| row.contains(person)).unwrap();
        let code = row.split(',').nth(2).unwrap();
        assert!(said.contains(&format!("{code} {told}")), "{code}: {said}");
        said
    };
    let said = plant(
        "in",
        "id,ground\np13579,cool-off\n",
        "p04711",
        "was barred, and was in the lottery of entry 4.",
        "1 person who was in this lottery is barred",
    );
    assert!(said.contains("(20,006 things checked)"), "{said}");
    plant(
        "out",
        "id,ground\np04711,cool-off\np13579,cool-off\np00042,cool-off\n",
        "p00042",
        "was barred from the lottery of entry 4, and there was no ground for it.",
        "1 person was left out of this lottery on a ground",
    );
}
