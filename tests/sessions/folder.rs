//! A plan's folder under the verifier's eyes: tampering is found, claim by claim, and no bytes make the
//! program fall over.

use geloot::bundle::Folder;
use geloot::sessions::brief::people::Found;
use geloot::sessions::brief::read::{Files, Source, read};
use geloot::sessions::brief::{Brief, plan_toml};
use geloot::sessions::compile::compile;
use geloot::sessions::door::{self, Made};
use geloot::sessions::facts::facts;
use geloot::sessions::lists;
use geloot::sessions::record::Record;
use geloot::sessions::reseat::{Change, reseat};
use geloot::sessions::seatplan;
use geloot::sessions::verify::Saved;
use geloot::verify::{Id, Outcome, seat_plans};
use proptest::prelude::*;

const PEOPLE: &str = "code,sex,age,quiet\na,f,0,\nb,f,1,yes\nc,m,2,\nd,m,0,\ne,f,1,\nf,f,2,\ng,m,0,\nh,m,1,\ni,f,2,\nj,f,0,\nk,m,1,\nl,m,2,\nm,f,0,\nn,f,1,\no,m,2,\np,m,0,\n";
const RULES: &str = "rule,person,with,rounds\napart,a,b,\ntable,c,2,1\nabsent,d,,2\n";
const STAFF: &str = "name,role,languages,not,rounds\nAnke,,nl,e,\nBas,,nl,,\nCor,,,,\nDik,,,,\n";
const ROOMS: &str = "table,room,seats,quiet\n1,Hall,6,yes\n2,Hall,6,\n3,Attic,5,\n4,Attic,5,\nNorth,Barn,12,\nSouth,Barn,9,\n";
const WISHES: &str = "code,topic,rank\na,Care,1\nb,Homes,1\nb,Care,2\nc,Homes,1\n";
const MET: &str = "a,b\na,c\n";
const PLAN: &str = "mix = [\"sex\", \"age\"]\neffort = 1\n[topics]\nCare = {}\nHomes = {}\n[[round]]\nkind = \"dialogue\"\ntables = 4\ncount = 2\n[[round]]\nkind = \"workshop\"\n";

/// The texts of people, rules, staff, rooms, wishes, meetings and the plan.
type Texts<'a> = [&'a [u8]; 7];

fn texts() -> Texts<'static> {
    [PEOPLE, RULES, STAFF, ROOMS, WISHES, MET, PLAN].map(str::as_bytes)
}

fn brief(texts: Texts) -> Option<Brief> {
    let mut found = Found::default();
    let plan = plan_toml::read("plan.toml", texts[6], &mut found.wrongs);
    if found.stop() {
        return None;
    }
    let source = |name: &'static str, k: usize| Source { name, bytes: texts[k] };
    let files = Files {
        people: source("people.csv", 0),
        id_column: None,
        constraints: Some(source("constraints.csv", 1)),
        staff: Some(source("staff.csv", 2)),
        rooms: Some(source("rooms.csv", 3)),
        preferences: Some(source("preferences.csv", 4)),
        met: Some(source("met.csv", 5)),
        plan_name: "plan.toml",
    };
    read(&files, &plan, 1, &mut Found::default())
}

fn made(brief: &Brief, words: &str) -> Option<Made> {
    door::make(brief, &door::seed(brief, words)?, &mut |_| {}).ok()
}

fn keep(folder: &mut Folder, name: &str, brief: &Brief, made: &Made, record: &Record) {
    let mut add = |file: &str, bytes: Vec<u8>| folder.insert(format!("sessions/{name}/{file}"), bytes);
    add("inputs.json", brief.to_bytes());
    add("seed.json", record.to_bytes());
    add("seatplan.csv", seatplan::write(brief, &made.compiled, &made.plan));
    for (file, bytes) in lists::files(brief, made).unwrap() {
        add(file, bytes);
    }
    add("report.json", format!("{:#}\n", facts(brief, made)).into_bytes());
}

fn folder() -> Folder {
    let brief = brief(texts()).expect("sound files");
    let made = made(&brief, "notary 3 7 1").expect("rules that can be kept");
    assert!(made.figures.broken.is_empty());
    let mut folder = Folder::new();
    keep(&mut folder, "day-1", &brief, &made, &Record::made(&brief, "notary 3 7 1", false));
    folder
}

fn failed(folder: &Folder) -> Vec<u8> {
    let claims = seat_plans(folder, &[]);
    let failed = claims.iter().filter(|claim| matches!(claim.outcome, Outcome::Fail(_)));
    failed.map(|claim| claim.id.number()).collect()
}

fn change(folder: &Folder, file: &str, from: &str, to: &str) -> Folder {
    let mut changed = folder.clone();
    let bytes = changed.get_mut(&format!("sessions/day-1/{file}")).expect("the file is there");
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.contains(from), "{from:?} is not in {text}");
    *bytes = text.replacen(from, to, 1).into_bytes();
    changed
}

#[test]
fn an_honest_plan_passes_and_no_plan_is_no_claim() {
    let folder = folder();
    let claims = seat_plans(&folder, &[]);
    let ids: Vec<Id> = claims.iter().map(|claim| claim.id).collect();
    assert_eq!(ids, [Id::SeatsFollow, Id::SeatRules, Id::SeatFigures]);
    assert_eq!(ids.iter().map(|id| id.number()).collect::<Vec<u8>>(), [20, 21, 22]);
    assert!(claims.iter().all(|claim| claim.outcome == Outcome::Pass), "{claims:?}");
    assert!(seat_plans(&Folder::new(), &[]).is_empty());
}

#[test]
fn every_change_is_found_and_named() {
    let folder = folder();
    // Chance, inputs and figures.
    assert_eq!(failed(&change(&folder, "seed.json", "notary 3 7 1", "notary 3 7 2")), [20]);
    assert_eq!(failed(&change(&folder, "seed.json", "\"commitment\": \"", "\"commitment\": \"0")), [20]);
    assert!(failed(&change(&folder, "inputs.json", "\"importance\": 1", "\"importance\": 2")).contains(&20));
    assert_eq!(failed(&change(&folder, "inputs.json", "{", " {")), [20]);
    assert_eq!(failed(&change(&folder, "report.json", "\"repeats\": ", "\"repeats\": 1")), [22]);
    assert_eq!(failed(&change(&folder, "seatplan.csv", "1,1,", "1,1,x")), [20]);
    // One round of a workshop only, a role, and the lists to hand out.
    let workshop = String::from_utf8(folder["sessions/day-1/seatplan.csv"].clone()).unwrap();
    let row = workshop.lines().find(|row| row.starts_with("3,North,")).unwrap();
    assert_eq!(failed(&change(&folder, "seatplan.csv", row, &format!("{row}official"))), [20]);
    for (file, sign) in
        [("cards.csv", "code"), ("tables.csv", "round"), ("wall.csv", "code"), ("plan.html", "Seat")]
    {
        assert_eq!(failed(&change(&folder, file, sign, "x")), [20], "{file}");
    }
    for file in ["inputs.json", "seed.json", "seatplan.csv"] {
        let mut without = folder.clone();
        without.remove(&format!("sessions/day-1/{file}"));
        assert!(failed(&without).contains(&20), "without {file}");
    }
    let mut without = folder.clone();
    without.remove("sessions/day-1/report.json");
    assert_eq!(failed(&without), [22]);
    // Somebody sits down beside the one they may not sit with.
    let seats = String::from_utf8(folder["sessions/day-1/seatplan.csv"].clone()).unwrap();
    let table = |code: &str| {
        let row = seats.lines().find(|row| row.starts_with("1,") && row.split(',').nth(2) == Some(code));
        row.unwrap().split(',').nth(1).unwrap().to_owned()
    };
    let (a, b) = (format!("1,{},a,", table("a")), format!("1,{},a,", table("b")));
    assert_ne!(a, b);
    assert_eq!(failed(&change(&folder, "seatplan.csv", &a, &b)), [20, 21, 22]);
}

#[test]
fn a_change_on_the_day_needs_the_plan_before_it() {
    let mut folder = folder();
    let file = |folder: &Folder, file: &str| folder.get(&format!("sessions/day-1/{file}")).cloned();
    let (before, _) = Saved::read(&|name| file(&folder, name), "day-1").unwrap();
    let asked =
        Change { round: 0, absent: vec!["h".to_owned()], extra: vec!["new".to_owned()], moves: Some(2) };
    let words = &before.record.as_ref().unwrap().seed_text;
    let after = reseat(&before.brief, &before.plan, &asked, words).unwrap();
    assert!(after.moved.len() <= 2 && after.added.len() == 1);
    let record = before.record.as_ref().unwrap().changed(&after.brief, &asked, before.seats, before.inputs);
    keep(&mut folder, "day-1-2", &after.brief, &after.made, &record);
    assert!(failed(&folder).is_empty());
    let mut alone = folder.clone();
    alone.retain(|path, _| path.starts_with("sessions/day-1-2/"));
    assert_eq!(failed(&alone), [20]);
    // Another seed for the change than the plan's own.
    let mut other = folder.clone();
    let bytes = other.get_mut("sessions/day-1-2/seed.json").unwrap();
    *bytes = String::from_utf8(bytes.clone())
        .unwrap()
        .replace("\"absent\": [\n      \"h\"", "\"absent\": [\n      \"g\"")
        .into_bytes();
    assert_eq!(failed(&other), [20]);
}

#[test]
fn no_number_in_the_inputs_makes_the_program_fall_over() {
    let text = String::from_utf8(brief(texts()).unwrap().to_bytes()).unwrap();
    let seats = folder()["sessions/day-1/seatplan.csv"].clone();
    let digits: Vec<(usize, usize)> = text
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| text.as_bytes()[at - 1].is_ascii_whitespace())
        .map(|(at, _)| (at, text[at..].find(|c: char| !c.is_ascii_digit()).unwrap()))
        .collect();
    assert!(digits.len() > 100);
    let mut read = 0;
    for (at, length) in digits {
        for other in ["0", "1", "2", "3", "9", "64", "5000", "65535", "4294967295"] {
            let changed = format!("{}{other}{}", &text[..at], &text[at + length..]);
            let Some(brief) = Brief::from_bytes(changed.as_bytes()) else { continue };
            read += 1;
            let compiled = compile(&brief);
            let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
            let mut found = Found::default();
            if let Some(plan) = seatplan::read("s", &seats, &ids, &mut found) {
                let plan = seatplan::fit(&brief, &compiled, &plan, "s", &mut found);
                facts(&brief, &door::judge(compiled, plan));
            }
        }
    }
    assert!(read > 100, "{read}");
}

/// Bits of what such files hold, in any order.
fn bits() -> impl Strategy<Value = Vec<u8>> {
    let bit = prop::sample::select(vec![
        "rule",
        "person",
        "with",
        "rounds",
        "name",
        "table",
        "seats",
        "code",
        "topic",
        "rank",
        "points",
        "a",
        "b",
        "c",
        "h",
        "apart",
        "together",
        "not-table",
        "absent",
        "1",
        "2",
        "9",
        "1-2",
        "-",
        "0",
        "99999999999",
        ";",
        ",",
        ",",
        ",",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\"",
        " ",
        "yes",
        "nee",
        "Care",
        "Zorg",
        "\u{feff}",
        "\u{e9}",
        "quiet",
        "[[round]]\n",
        "kind = \"dialogue\"\n",
        "tables = 2\n",
        "size = 3\n",
        "sizes = [4, 4]\n",
        "mix = [\"sex\"]\n",
        "count = 2\n",
        "kind = \"workshop\"\n",
        "[roles]\n",
        "[[keep]]\nfeature = \"age\"\n",
    ]);
    let text = prop::collection::vec(bit, 0..40).prop_map(|bits| bits.concat().into_bytes());
    prop_oneof![4 => text, 1 => prop::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_program_fall_over(which in 0usize..7, heading in any::<bool>(), bytes in bits()) {
        let mut all = texts();
        // Now and then below the right headings, or there would hardly be a row that is read.
        let first = all[which].split(|&b| b == b'\n').next().unwrap_or_default();
        let bytes = if heading { [first, b"\n", bytes.as_slice()].concat() } else { bytes };
        all[which] = &bytes;
        if let Some(brief) = brief(all) {
            let canonical = brief.to_bytes();
            prop_assert_eq!(Brief::from_bytes(&canonical), Some(brief.clone()));
            if brief.people.len() * brief.rounds.len() < 100 {
                made(&brief, "words");
            }
        }
    }

    #[test]
    fn no_seat_plan_makes_the_program_fall_over(bytes in bits()) {
        let brief = brief(texts()).unwrap();
        let compiled = compile(&brief);
        let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
        let bytes = [b"round,table,code\n".as_slice(), &bytes].concat();
        let mut found = Found::default();
        if let Some(plan) = seatplan::read("s", &bytes, &ids, &mut found) {
            let plan = seatplan::fit(&brief, &compiled, &plan, "s", &mut found);
            facts(&brief, &door::judge(compiled, plan));
        }
    }
}
