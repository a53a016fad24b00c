//! Every field of every file of facts says something, and a lie in it is found out although every digest was made to
//! fit: the claim that it belongs to fails, in both programs where both look at it.

use crate::agreement::{agree, agree_on_all};
use crate::support::*;
use crate::whole::{Whole, whole};
use geloot::base::digest::Digest;
use geloot::bundle::Folder;
use geloot::verify::{Id, Known, supplement, verify};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A lie: the field, as a path of names and places; what it is made to say; and the claims that fail. Of a field that
/// nothing can be held against, such as the program that wrote the file, none does.
struct Lie<'a>(&'a str, Value, &'static [Id]);

/// The value in a place of a document.
fn place<'a>(document: &'a mut Value, path: &str) -> &'a mut Value {
    path.split('.').fold(document, |at, name| match name.parse::<usize>() {
        Ok(number) => &mut at[number],
        Err(_) => &mut at[name],
    })
}

/// The paths of everything in a document that is no table of further fields.
fn fields(document: &Value, path: &str, found: &mut BTreeSet<String>) {
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match document {
        Value::Object(table) => table.iter().for_each(|(name, value)| fields(value, &below(name), found)),
        Value::Array(list) if list.iter().any(Value::is_object) => {
            list.iter().enumerate().for_each(|(at, value)| fields(value, &below(&at.to_string()), found));
        }
        _ => drop(found.insert(path.to_owned())),
    }
}

/// Writes a lie into a file of facts.
fn tell(folder: &mut Folder, file: &str, lie: &Lie<'_>) {
    let mut document: Value = serde_json::from_slice(&folder[file]).unwrap();
    let said = place(&mut document, lie.0);
    assert_ne!(*said, lie.1, "{file}: {} says that already", lie.0);
    *said = lie.1.clone();
    // serde_json keeps fields sorted, as the form of facts asks.
    let text = serde_json::to_string_pretty(&document).unwrap() + "\n";
    folder.insert(file.to_owned(), text.into_bytes());
}

/// Tells every lie of a table, one at a time, and lets `fit` make the digests fit. The table must have a lie for
/// every field that the file has, and for no other but what it adds.
fn told(name: &str, good: &Folder, file: &str, lies: &[Lie<'_>], fit: &dyn Fn(&mut Folder)) {
    told_of(name, good, file, &|_| true, lies, fit);
}

/// The same for some fields only.
fn told_of(
    name: &str,
    good: &Folder,
    file: &str,
    only: &dyn Fn(&str) -> bool,
    lies: &[Lie<'_>],
    fit: &dyn Fn(&mut Folder),
) {
    let mut due = BTreeSet::new();
    fields(&serde_json::from_slice(&good[file]).unwrap(), "", &mut due);
    due.retain(|field| only(field));
    let listed: BTreeSet<String> = lies.iter().map(|lie| lie.0.to_owned()).collect();
    assert_eq!(listed, due, "{name}, {file}: fields and lies");
    let mut honest = good.clone();
    fit(&mut honest);
    let report = verify(&honest, &Known::default());
    assert!(
        !report.failed(),
        "{name}: {}",
        geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report)
    );
    let mut records = Vec::new();
    for lie in lies {
        let mut folder = good.clone();
        tell(&mut folder, file, lie);
        fit(&mut folder);
        let report = verify(&folder, &Known::default());
        let words = geloot::words::claims::report(geloot::words::catalogue::Lang::En, &report);
        // What the clerk has may show it too.
        let shown = |id: &Id| lie.2.contains(id) || !matches!(id, Id::Sealed | Id::Lists);
        let found: Vec<Id> = report.failures().into_iter().filter(shown).collect();
        assert_eq!(found, lie.2, "{name}, {file}: {} = {}\n{words}", lie.0, lie.1);
        records.push((format!("{name}, {file}: {}", lie.0), folder));
    }
    agree_on_all(&records);
}

/// Takes away what was drawn, and makes the digests of what was frozen fit.
pub fn undrawn(folder: &mut Folder) {
    let later =
        ["public/draws/", "public/trials/", "public/rosters/", "public/continued/", "annulled/", "trials/"];
    let lists = ["panel.csv", "remaining.csv", "reserves.csv", "draw.json"];
    folder.retain(|name, _| !later.iter().any(|l| name.starts_with(l)) && !lists.contains(&name.as_str()));
    rehash(folder);
}

/// Another digest than any in the record.
fn digest() -> Value {
    Digest::of(b"something else").to_string().into()
}

const PEOPLE: &[Id] = &[Id::People];
const FACTS: &[Id] = &[Id::Facts];
const FAIRNESS: &[Id] = &[Id::Fairness];
const BEFORE: &[Id] = &[Id::Before];
const RECORDS: &[Id] = &[Id::Records];
const EVIDENCE: &[Id] = &[Id::Evidence];
const RESERVES: &[Id] = &[Id::Reserves];
const ROSTERS: &[Id] = &[Id::Rosters];
const SEALED: &[Id] = &[Id::Sealed];

#[test]
fn about_the_facts_of_a_lottery() {
    let good = Base::Undrawn.folder();
    let lies = [
        Lie("bound", json!("0.300000000000"), FAIRNESS),
        Lie("detail", json!("profiles"), FACTS),
        Lie("gap", json!("0.000000000001"), FAIRNESS),
        Lie("key", json!("derived"), SEALED),
        Lie("kind", json!("letters"), FACTS),
        Lie("least", json!(215), &[Id::Chances]),
        Lie("objective", json!("nash"), FAIRNESS),
        Lie("off", json!(77), FAIRNESS),
        Lie("people", json!(31), PEOPLE),
        Lie("profiles", json!(9), PEOPLE),
        Lie("program", json!("geloot 9.9.9"), &[]),
        Lie("root", digest(), FACTS),
        Lie("rules", json!(2), FACTS),
        // By which rules the lottery was made is held against nothing unless it is made again.
        Lie("search", json!(99), &[Id::MadeAgain]),
        Lie("seats", json!(9), &[Id::Quotas]),
        Lie("status", json!("stopped"), FAIRNESS),
        Lie("tickets", json!(1001), &[Id::Tickets]),
        Lie("unique", json!(29), PEOPLE),
    ];
    told("undrawn", &good, "public/about.json", &lies, &undrawn);
    // Without codes the root is all that is known of who has which row.
    let mut folder = Base::Counts.folder();
    tell(&mut folder, "public/about.json", &Lie("root", digest(), SEALED));
    undrawn(&mut folder);
    let report = verify(&folder, &Known::default());
    assert_eq!(report.failures(), SEALED);
    agree("another root", &folder, &report, None);
}

/// What only some lotteries have: people who have a seat or were excluded, and homes.
#[test]
fn about_people_before_and_homes() {
    let lies = [
        Lie("confirmed.people", json!(2), BEFORE),
        Lie("confirmed.seats", json!(9), BEFORE),
        Lie("excluded", json!(2), BEFORE),
        Lie("household.columns", json!(["name"]), SEALED),
        Lie("household.feature", json!("gender"), BEFORE),
        Lie("household.per", json!(2), BEFORE),
    ];
    let only =
        |field: &str| ["confirmed", "excluded", "household"].iter().any(|name| field.starts_with(name));
    told_of("first", &whole().first, "public/about.json", &only, &lies, &undrawn);
}

/// Fields whose text, number or list is of another kind: no field is left unread.
#[test]
fn about_nothing_that_can_be_read() {
    let folder = &whole().second;
    let mut due = BTreeSet::new();
    fields(&serde_json::from_slice(&folder["public/about.json"]).unwrap(), "", &mut due);
    let lies: Vec<Lie> = due.iter().map(|field| Lie(field, json!({ "no": "such thing" }), FACTS)).collect();
    told("unreadable", folder, "public/about.json", &lies, &undrawn);
}

/// A draw: the second of two, so that it names the one before and says why.
#[test]
fn of_a_draw() {
    let good = Base::Dice.folder();
    let lies = [
        Lie("because", json!(null), RECORDS),
        Lie("commitment", digest(), RECORDS),
        Lie("draw", json!(3), RECORDS),
        // Other words are of another source than the dice, and another seed follows from them.
        Lie("evidence", json!("text\nother words"), &[Id::Source, Id::Seed, Id::Ticket, Id::Panel]),
        Lie("label", json!("panel"), RECORDS),
        Lie("override", json!("a reason"), RECORDS),
        Lie("previous", digest(), RECORDS),
        Lie("program", json!("geloot 9.9.9"), &[]),
        Lie("rules", json!(2), RECORDS),
        Lie("seed", digest(), &[Id::Seed]),
        Lie("source", json!("undeclared"), &[Id::Source]),
        Lie("ticket", json!(1000), &[Id::Ticket]),
        Lie("tickets", json!(1001), RECORDS),
        Lie("void", json!(true), RECORDS),
    ];
    let fit = |folder: &mut Folder| rehash_record(folder, "draws/2");
    told("second draw", &good, "public/draws/2/draw.json", &lies, &fit);
    let kinds: Vec<Lie> = lies.iter().map(|lie| Lie(lie.0, json!({ "no": "such thing" }), RECORDS)).collect();
    told("second draw", &good, "public/draws/2/draw.json", &kinds, &fit);
}

/// The only draw, which has evidence of its own and needs no reason.
#[test]
fn of_a_first_draw_and_of_a_trial() {
    let good = Base::Counts.folder();
    let lies = [
        Lie("because", json!("a reason"), RECORDS),
        Lie("commitment", digest(), RECORDS),
        Lie("draw", json!(2), RECORDS),
        Lie("evidence", json!(null), RECORDS),
        Lie("label", json!("reserves"), RECORDS),
        Lie("override", json!("a reason"), RECORDS),
        Lie("previous", digest(), RECORDS),
        Lie("program", json!(""), &[]),
        Lie("rules", json!(0), RECORDS),
        Lie("seed", digest(), &[Id::Seed]),
        Lie("source", json!("declared"), &[Id::Source]),
        Lie("ticket", json!(1000), &[Id::Ticket]),
        Lie("tickets", json!(999), RECORDS),
        Lie("void", json!(true), RECORDS),
    ];
    told("only draw", &good, "public/draws/1/draw.json", &lies, &|f| rehash_record(f, "draws/1"));
    let good = Base::Dice.folder();
    let trial = [
        Lie("because", json!("a reason"), RECORDS),
        Lie("commitment", digest(), RECORDS),
        Lie("draw", json!(2), RECORDS),
        Lie("evidence", json!("dice\n10\n1 8 7"), &[Id::Evidence, Id::Seed, Id::Ticket, Id::Panel]),
        Lie("label", json!("panel"), RECORDS),
        Lie("override", json!("a reason"), RECORDS),
        Lie("previous", digest(), RECORDS),
        Lie("program", json!(""), &[]),
        Lie("rules", json!(2), RECORDS),
        Lie("seed", digest(), &[Id::Seed]),
        Lie("source", json!("declared"), RECORDS),
        Lie("ticket", json!(1000), &[Id::Ticket]),
        Lie("tickets", json!(999), RECORDS),
        Lie("void", json!(false), RECORDS),
    ];
    told("trial", &good, "public/trials/1/draw.json", &trial, &|f| rehash_record(f, "trials/1"));
}

#[test]
fn of_a_beacon() {
    let lies = [
        Lie("randomness", digest(), EVIDENCE),
        Lie("round", json!(124), EVIDENCE),
        Lie("signature", json!("00"), EVIDENCE),
    ];
    let good = Base::Beacon.folder();
    told("beacon", &good, "public/draws/1/beacon.json", &lies, &|f| rehash_record(f, "draws/1"));
}

/// The record without what came after its draws.
fn without_events(folder: &mut Folder) {
    folder.retain(|name, _| !name.starts_with("public/rosters/") && !name.starts_with("public/continued/"));
}

#[test]
fn of_reserves() {
    let mut good = whole().first.clone();
    without_events(&mut good);
    let lies = [
        Lie("attrition", json!(200_001), RESERVES),
        Lie("label", json!("reserves"), RESERVES),
        Lie("rates.0.feature", json!("gender"), RESERVES),
        Lie("rates.0.rate", json!(300_001), RESERVES),
        Lie("rates.0.value", json!("old"), RESERVES),
        Lie("reserves", json!(5), RESERVES),
        Lie("scenarios", json!(999), RESERVES),
    ];
    let fit = |folder: &mut Folder| rehash_record(folder, "draws/2");
    told("reserves", &good, "public/draws/2/reserves.json", &lies, &fit);
    // A trial's are on no terms but its own, and follow from these all the same.
    let lies = [
        Lie("attrition", json!(900_000), RESERVES),
        Lie("label", json!("reserves"), RESERVES),
        Lie("rates.0.feature", json!("gender"), RESERVES),
        Lie("rates.0.rate", json!(1_000_001), RESERVES),
        Lie("rates.0.value", json!("of age"), RESERVES),
        Lie("reserves", json!(60), RESERVES),
        Lie("scenarios", json!(1001), RESERVES),
    ];
    let fit = |folder: &mut Folder| rehash_record(folder, "trials/1");
    told("reserves of a trial", &good, "public/trials/1/reserves.json", &lies, &fit);
}

#[test]
fn of_a_list_of_events_and_of_supplements() {
    let mut good = whole().first.clone();
    good.retain(|name, _| !name.starts_with("public/continued/"));
    let lies = [
        Lie("commitment", digest(), ROSTERS),
        Lie("draw", json!(1), ROSTERS),
        Lie("events", json!(3), ROSTERS),
        Lie("previous", digest(), ROSTERS),
        Lie("program", json!("geloot 9.9.9"), &[]),
        Lie("record", digest(), ROSTERS),
        Lie("roster", json!(3), ROSTERS),
        Lie("rules", json!(2), ROSTERS),
    ];
    told("events", &good, "public/rosters/2/roster.json", &lies, &|f| rehash_record(f, "rosters/2"));
    let good = &whole().first;
    let own = text(good, "public/commitment.txt")["geloot-commitment-1:".len()..].trim().to_owned();
    let lies = [
        Lie("because", json!(null), ROSTERS),
        Lie("commitment", digest(), ROSTERS),
        Lie("continued", json!(1), ROSTERS),
        Lie("previous", json!(null), ROSTERS),
        Lie("program", json!("geloot 9.9.9"), &[]),
        Lie("record", digest(), ROSTERS),
        Lie("roster", digest(), ROSTERS),
        Lie("rules", json!(0), ROSTERS),
        Lie("supplement", own.into(), ROSTERS),
    ];
    told("supplements", good, "public/continued/2/continued.json", &lies, &|f| {
        rehash_record(f, "continued/2")
    });
}

/// What a supplement says of the record before it, which both programs hold it against.
#[test]
fn of_the_record_before() {
    let Whole { first, second } = whole();
    let mut good = second.clone();
    undrawn(&mut good);
    // The record before names the supplement as it was.
    let named = |supplement: &Folder| {
        let mut before = first.clone();
        let line = text(supplement, "public/commitment.txt");
        let digits = line["geloot-commitment-1:".len()..].trim();
        if !text(&before, "public/continued/2/continued.json").contains(digits) {
            tell(&mut before, "public/continued/2/continued.json", &Lie("supplement", digits.into(), &[]));
        }
        rehash_record(&mut before, "continued/2");
        before
    };
    let mut due = BTreeSet::new();
    fields(&serde_json::from_slice(&good["public/about.json"]).unwrap(), "", &mut due);
    due.retain(|field| field.starts_with("continues."));
    let lies = [
        ("continues.commitment", digest()),
        ("continues.continued", json!(1)),
        ("continues.record", digest()),
        ("continues.roster", digest()),
        ("continues.loosened", json!(true)),
        ("continues.passed_over", json!("they were on a journey")),
    ];
    assert!(due.iter().all(|field| lies.iter().any(|lie| lie.0 == field)), "{due:?}");
    let fails = |supplement_folder: &Folder, name: &str| {
        let before = named(supplement_folder);
        let failed = |folder, known| {
            supplement(folder, known)
                .is_some_and(|claim| matches!(claim.outcome, geloot::verify::Outcome::Fail(_)))
        };
        let found = failed(supplement_folder, Some(&before));
        let temp = tempfile::tempdir().unwrap();
        write(supplement_folder, &temp.path().join("second"));
        write(&before, &temp.path().join("first"));
        let (at, of) = (temp.path().join("second"), temp.path().join("first"));
        let args = [at.to_str().unwrap(), "--continues", of.to_str().unwrap(), "--json"];
        if let Some(output) = crate::run::second(&args) {
            let said: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(said["25"] == "FAIL", found, "{name}: {said}");
        }
        found
    };
    assert!(!fails(&good, "honest"));
    for (field, lie) in lies {
        let mut folder = good.clone();
        tell(&mut folder, "public/about.json", &Lie(field, lie, &[]));
        rehash(&mut folder);
        assert!(verify(&folder, &Known::default()).failures().is_empty(), "{field}");
        assert!(fails(&folder, field), "{field}");
    }
    // Somebody's features, the seat of somebody else, and a ground.
    for (name, file, from, to) in [
        ("another ground", "excluded.csv", "declined", "withdrew"),
        ("another seat", "confirmed.csv", "young", "old"),
        ("another row of the pool", "pool.csv", "north", "south"),
    ] {
        let mut folder = good.clone();
        replace(&mut folder, &format!("public/{file}"), from, to);
        rehash(&mut folder);
        assert!(fails(&folder, name) || verify(&folder, &Known::default()).failed(), "{name}");
    }
}
