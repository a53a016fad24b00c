//! Letters by turns, drawn by the invitation lottery: whose turn it is not is excluded and counted, whoever has a letter for
//! certain is in a stratum of their own, and the ledger takes the record as it is.

use crate::run::{done, geloot, json, refused, second, text};
use crate::second::agree;
use crate::support::{Case, claims, people};
use crate::whole::{cell, sound};
use std::collections::BTreeSet;
use std::path::Path;

const RULES: &str = "name = \"Inwonerpanel\"\nreports = [\"kern\"]\nletters = { again-after = \"48 months\" }\n\
                     [[frame]]\nname = \"register\"\nkind = \"register\"\n";

/// Frames and draws what was due in `out`, as the screen said; the folder of the record.
fn invite(case: &Case, out: &str, register: &str, words: &str) -> String {
    let file = |name: &str| case.path(&format!("{out}/{name}"));
    let there = |name: &str| Some(file(name)).filter(|path| Path::new(path).exists());
    let charter = case.read(&format!("{out}/invitation.toml"));
    let charter = format!("date = 2027-01-01\n{charter}\n[seed]\nsource = \"text\"\n");
    let charter = case.write(&format!("{out}.toml"), &charter);
    let register = there("register.csv").unwrap_or_else(|| case.path(register));
    let (key, place) = (case.path("P/sealed/key.txt"), file("letters"));
    let mut args = vec!["invite", "frame", "--register", &register, "--charter", &charter, "--key", &key];
    let lists = [("--strata", there("strata.csv")), ("--exclude", there("not-now.csv"))];
    args.extend(lists.iter().filter_map(|(o, path)| Some([*o, path.as_deref()?])).flatten());
    args.extend(["--out", &place]);
    done(&args);
    done(&["invite", "draw", &place, "--seed", words]);
    place
}

fn written(case: &Case, out: &str) -> BTreeSet<String> {
    let post = case.read(&format!("{out}/letters/post.csv"));
    let letters = post.lines().filter(|line| line.contains(",letter,"));
    letters.map(|line| line.rsplit(',').next().unwrap().to_owned()).collect()
}

#[test]
fn letters_by_turns_are_drawn_by_the_invitation_lottery() {
    let case = Case::new(RULES, "2027-01-01");
    let kern: (&str, &dyn Fn(usize) -> String) = ("kern", &|i| cell(i, &["Baarlo", "Helden", "Meijel"]));
    case.write("first.csv", &people(0, 120, &[kern]));
    case.due_letters(30, "first.csv", "2027-02-01", "een", &["--by", "kern"]);
    assert!(!Path::new(&case.path("een/register.csv")).exists(), "nobody has a letter for certain");
    let one = invite(&case, "een", "first.csv", "appel peer banaan");
    let frame = case.path("een/frame.csv");
    refused(&["programme", "add", &case.programme(), "--date", "2027-02-01", "--record", &one], 2, "O-39");
    case.add("2027-02-01", &["--record", &one, "--letters", &frame]);
    let had = written(&case, "een");
    assert_eq!(had.len(), 30);
    let report = json(&["programme", "report", &case.programme(), "--date", "2027-03-01"]);
    assert_eq!(report["letters"][0]["expected"], "30/1");

    // Ten left and ten came; there are fewer open people than letters, so all of those have one.
    case.write("later.csv", &people(10, 120, &[kern]));
    let due = case.due_letters(96, "later.csv", "2027-08-01", "twee", &["--by", "kern"]);
    let two = invite(&case, "twee", "later.csv", "kers druif vijg");
    let now = written(&case, "twee");
    assert_eq!(now.len(), 96);
    // Whoever had none yet and lived here has one now.
    let was_here =
        |id: &String| case.read("first.csv").lines().any(|line| line.starts_with(&format!("{id},")));
    let all: Vec<String> = case
        .read("later.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().to_owned())
        .collect();
    let waiting: Vec<&String> = all.iter().filter(|id| was_here(id) && !had.contains(*id)).collect();
    assert!(waiting.iter().all(|id| now.contains(*id)));
    // Keys are made anew by every run, so how many of the ten who left had a letter differs.
    assert_eq!(due["certain"].as_u64(), Some(waiting.len() as u64), "{due}");
    case.add("2027-08-01", &["--record", &two, "--letters", &case.path("twee/frame.csv")]);
    // The same command again adds nothing.
    let again = case.add("2027-08-01", &["--record", &two, "--letters", &case.path("twee/frame.csv")]);
    assert_eq!(again["entries"].as_array().map(Vec::len), Some(0));
    let head = case.head();
    let passed = sound(&case, &[one, two], &[head]);
    assert!([3, 6, 7, 9, 11].iter().all(|claim| passed.contains(claim)), "{passed:?}");
    // A record of other letters is not that of the ledger.
    let other = Case::new(RULES, "2027-01-01");
    other.write("first.csv", &people(0, 120, &[kern]));
    other.due_letters(30, "first.csv", "2027-02-01", "een", &["--by", "kern"]);
    let strange = invite(&other, "een", "first.csv", "appel peer banaan");
    let claims = case.claims(&[&strange], &[]);
    assert!(claims.contains(&(3, "FAIL".to_owned())), "{claims:?}");
}

/// Where the charter gives people weights, chances differ, and the ledger takes the record all the same.
#[test]
fn letters_by_weight_are_entered_too() {
    let case = Case::new(RULES, "2027-01-01");
    let kern: (&str, &dyn Fn(usize) -> String) = ("kern", &|i| cell(i, &["Baarlo", "Helden", "Meijel"]));
    let weight: (&str, &dyn Fn(usize) -> String) = ("gewicht", &|i| (1 + i % 3).to_string());
    case.write("first.csv", &people(0, 120, &[kern, weight]));
    case.due_letters(30, "first.csv", "2027-02-01", "een", &["--by", "kern"]);
    let charter = case.read("een/invitation.toml");
    let weighed = charter.replace("[columns]\n", "[columns]\nweight = \"gewicht\"\n");
    assert_ne!(weighed, charter);
    case.write("een/invitation.toml", &weighed);
    let one = invite(&case, "een", "first.csv", "appel peer banaan");
    case.add("2027-02-01", &["--record", &one, "--letters", &case.path("een/frame.csv")]);
    assert_eq!(written(&case, "een").len(), 30);
    let head = case.head();
    let passed = sound(&case, &[one], &[head]);
    assert!([3, 6, 7, 9, 11].iter().all(|claim| passed.contains(claim)), "{passed:?}");
}

/// Letters to people who registered themselves: the charter that is due says so, and whoever checks or reads of the record is
/// told, by both programs and the account.
#[test]
fn letters_to_people_who_registered_themselves_say_so() {
    let rules =
        RULES.replace("\"register\"\nkind = \"register\"", "\"burgerpanel\"\nkind = \"self-registered\"");
    let case = Case::new(&rules, "2027-01-01");
    case.write("first.csv", &people(0, 120, &[("kern", &|i| cell(i, &["Baarlo", "Helden"]))]));
    case.due_letters(30, "first.csv", "2027-02-01", "een", &["--by", "kern"]);
    for file in ["een/charter.toml", "een/invitation.toml"] {
        let charter = case.read(file);
        assert!(charter.contains("frame = \"burgerpanel\"\n"), "{charter}");
        assert!(charter.contains("kind = \"self-registered\"\n"), "{charter}");
    }
    let one = invite(&case, "een", "first.csv", "appel peer banaan");
    let said = "drawn from people who registered themselves";
    let own = done(&["verify", &one, "--lang", "en"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(own.contains(said) && own.contains("burgerpanel"), "{own}");
    if let Some(output) = second(&[&one]) {
        assert!(text(&output.stdout).contains(said), "{}", text(&output.stdout));
    }
    let page = case.path("account.html");
    done(&["account", &one, "--out", &page, "--lang", "en"]);
    let page = case.read("account.html");
    assert!(page.contains(said) && !page.to_lowercase().contains("representative"), "{page}");
    // Whoever leaves it out of their own charter is told when they enter the lottery.
    let p = case.programme();
    let add = |record: &str, out: &str, date: &str| {
        let frame = case.path(&format!("{out}/frame.csv"));
        done(&[
            "programme",
            "add",
            &p,
            "--record",
            record,
            "--letters",
            &frame,
            "--date",
            date,
            "--lang",
            "en",
        ])
    };
    assert!(!add(&one, "een", "2027-02-01").contains("registered themselves"));
    case.due_letters(30, "first.csv", "2027-08-01", "twee", &["--by", "kern"]);
    let charter = case.read("twee/invitation.toml").replace("kind = \"self-registered\"\n", "");
    case.write("twee/invitation.toml", &charter);
    let two = invite(&case, "twee", "first.csv", "kers druif vijg");
    let told = add(&two, "twee", "2027-08-01");
    assert!(told.contains("does not say that the people of \"burgerpanel\" registered themselves"), "{told}");
    // And so is whoever checks the ledger with that record, of that entry only.
    agree(&p, &[&one, &two], &[]);
    let checked = text(&geloot(&["programme", "verify", &p, "--record", &one, "--record", &two]).stdout);
    let second = crate::second::said(&[&p, "--record", &one, "--record", &two]).map(|(_, said)| said);
    for report in std::iter::once(checked).chain(second) {
        let told: Vec<&str> = report.lines().filter(|line| line.contains("registered themselves")).collect();
        assert!(told.len() == 1 && told[0].contains("harter of entry 3 does not say"), "{report}");
    }
}

/// A charter that says of people in a register that they registered themselves is not one by the rules, for both programs.
#[test]
fn people_of_a_register_did_not_register_themselves() {
    for name in ["register", ""] {
        let case = Case::new(RULES, "2027-01-01");
        case.write("first.csv", &people(0, 120, &[("kern", &|i| cell(i, &["Baarlo", "Helden"]))]));
        case.due_letters(30, "first.csv", "2027-02-01", "een", &["--by", "kern"]);
        let frame = if name.is_empty() { String::new() } else { format!("frame = \"{name}\"\n") };
        let charter = case.read("een/invitation.toml").replace("frame = \"register\"\n", "");
        let said_so = format!("[programme]\n{frame}kind = \"self-registered\"\n");
        case.write("een/invitation.toml", &charter.replace("[programme]\n", &said_so));
        let one = invite(&case, "een", "first.csv", "appel peer banaan");
        case.add("2027-02-01", &["--record", &one, "--letters", &case.path("een/frame.csv")]);
        let found = claims(&case.programme(), &[&one], &[], false);
        assert!(found.contains(&(5, "FAIL".to_owned())), "{found:?}");
        agree(&case.programme(), &[&one], &[]);
    }
}
