//! A plan's folder under the verifier's eyes: tampering is found, claim by claim, and no bytes make the
//! program fall over.

use geloot::bundle::Folder;
use geloot::sessions::Search;
use geloot::sessions::brief::people::Found;
use geloot::sessions::brief::plan_toml;
use geloot::sessions::brief::read::{Files, Source, read};
use geloot::sessions::day::reseat::{Change, reseat};
use geloot::sessions::day::seatplan;
use geloot::sessions::day::sheets;
use geloot::sessions::day::wording::Tongue;
use geloot::sessions::model::brief::Brief;
use geloot::sessions::record::Record;
use geloot::sessions::record::facts::facts;
use geloot::sessions::record::verify::Saved;
use geloot::sessions::solve::compile::compile;
use geloot::sessions::solve::make::{self, Made};
use geloot::verify::{Failure, Id, Outcome, Remark, Why, seat_plans};
use geloot::words::claims;
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
        met: &[source("met.csv", 5)],
        plan_name: "plan.toml",
    };
    read(&files, &plan, 1, &mut Found::default())
}

fn made(brief: &Brief, words: &str) -> Option<Made> {
    make::make(Search::NOW, brief, &make::seed(brief, words)?, &mut |_| {}).ok()
}

fn keep(folder: &mut Folder, name: &str, brief: &Brief, made: &Made, record: &Record) {
    let mut add = |file: &str, bytes: Vec<u8>| folder.insert(format!("sessions/{name}/{file}"), bytes);
    add("inputs.json", brief.to_bytes());
    add("seed.json", record.to_bytes());
    add("seatplan.csv", seatplan::write(brief, &made.compiled, &made.plan));
    for (file, bytes) in sheets::files(brief, made, Tongue::En).unwrap() {
        add(file, bytes);
    }
    add("report.json", format!("{:#}\n", facts(brief, made)).into_bytes());
}

fn folder() -> Folder {
    let brief = brief(texts()).expect("sound files");
    let made = made(&brief, "notary 3 7 1").expect("rules that can be kept");
    assert!(made.figures.broken.is_empty());
    let mut folder = Folder::new();
    keep(&mut folder, "day-1", &brief, &made, &Record::made(&brief, "notary 3 7 1", false, Tongue::En));
    folder
}

fn failed(folder: &Folder) -> Vec<u8> {
    let claims = seat_plans(folder, &[]);
    let failed = claims.iter().filter(|claim| matches!(claim.outcome, Outcome::Fail(_)));
    failed.map(|claim| claim.id.number()).collect()
}

/// What the claims that failed say.
fn said(folder: &Folder) -> Vec<String> {
    let outcomes = seat_plans(folder, &[]).into_iter().map(|claim| claim.outcome);
    outcomes
        .filter_map(|outcome| {
            if let Outcome::Fail(why) = outcome {
                Some(claims::failure(geloot::words::catalogue::Lang::En, &why))
            } else {
                None
            }
        })
        .collect()
}

fn remarks(folder: &Folder) -> Vec<Remark> {
    seat_plans(folder, &[]).into_iter().flat_map(|claim| claim.remarks).collect()
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

/// Search rules of another version may make another plan: that is not checked, and all else is.
#[test]
fn a_plan_of_other_search_rules_is_not_made_again_but_checked_all_the_same() {
    let (own, here) = (geloot::base::rules::PROGRAM, Search::NOW.number());
    let other = change(&folder(), "seed.json", "\"search\": 1", "\"search\": 2");
    // This very program has no other rules than its own.
    assert_eq!(failed(&other), [20]);
    let other = change(&other, "seed.json", own, "geloot 9.0.0");
    let claims = seat_plans(&other, &[]);
    let outcomes: Vec<Outcome> = claims.iter().map(|claim| claim.outcome.clone()).collect();
    let not = Outcome::NotChecked(Why::OtherSearch { made: 2, here });
    assert_eq!(outcomes, [not, Outcome::Pass, Outcome::Pass]);
    assert!(claims[0].remarks.contains(&Remark::MadeBy { program: "geloot 9.0.0".to_owned() }));
    // It still has to be of its inputs, keep its rules, have its figures and its lists.
    assert_eq!(failed(&change(&other, "report.json", "\"repeats\": ", "\"repeats\": 1")), [22]);
    assert_eq!(failed(&change(&other, "seed.json", "\"commitment\": \"", "\"commitment\": \"0")), [20]);
    assert_eq!(failed(&change(&other, "cards.csv", "code", "kode")), [20]);
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
        let mut without = folder.clone();
        without.remove(&format!("sessions/day-1/{file}"));
        assert_eq!(said(&without), [format!("\"sessions/day-1/{file}\" is not there.")], "{file}");
    }
    // A figure said twice, of which the last is true.
    let doubled = change(&folder, "report.json", "{", "{\n  \"distinct_pairs\": 999,");
    assert_eq!(
        said(&doubled),
        ["\"sessions/day-1/report.json\" cannot be used: it is not written exactly as it should be."]
    );
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

/// What is said to be wrong is what is wrong.
#[test]
fn the_words_say_what_is_really_wrong() {
    let folder = folder();
    let first = |folder: &Folder| said(folder).swap_remove(0);
    let without = |file: &str| {
        let mut folder = folder.clone();
        folder.remove(&format!("sessions/day-1/{file}"));
        folder
    };
    assert_eq!(first(&without("seed.json")), "\"sessions/day-1/seed.json\" is not there.");
    assert_eq!(first(&without("seatplan.csv")), "\"sessions/day-1/seatplan.csv\" is not there.");
    assert_eq!(first(&without("inputs.json")), "\"sessions/day-1/inputs.json\" is not there.");
    let bad = |file: &str| {
        format!("\"sessions/day-1/{file}\" cannot be used: it is not written exactly as it should be.")
    };
    assert_eq!(first(&change(&folder, "seed.json", "{", "")), bad("seed.json"));
    assert_eq!(first(&change(&folder, "inputs.json", "{", " {")), bad("inputs.json"));
    let changed = change(&folder, "inputs.json", "\"importance\": 1", "\"importance\": 2");
    assert!(first(&changed).contains("is not the one that its seed.json names"), "{}", first(&changed));
    let seats = String::from_utf8(folder["sessions/day-1/seatplan.csv"].clone()).unwrap();
    let row = seats.lines().nth(1).unwrap();
    let twice = first(&change(&folder, "seatplan.csv", row, &format!("{row}\n{row}")));
    assert!(twice.contains("seatplan.csv") && twice.contains("two seats in one round"), "{twice}");
    let beyond = first(&change(&folder, "seatplan.csv", row, &row.replacen('1', "9", 1)));
    assert!(beyond.contains("seatplan.csv") && beyond.contains("no round of the plan"), "{beyond}");
    let stream = first(&change(&folder, "seed.json", "\"label\": \"", "\"label\": \"x"));
    assert!(stream.contains("another stream of the seed"), "{stream}");
    let list = first(&change(&folder, "cards.csv", "code", "Code"));
    assert!(list.contains("cards.csv") && list.contains("is not what the seats give"), "{list}");
}

/// A line that somebody saw is held against plans, and where there are none that is no pass.
#[test]
fn a_published_line_without_a_plan_is_no_pass() {
    let folder = folder();
    let text = String::from_utf8(folder["sessions/day-1/seed.json"].clone()).unwrap();
    let record: serde_json::Value = serde_json::from_str(&text).unwrap();
    let line = record["commitment"].as_str().unwrap();
    assert_eq!(seat_plans(&folder, &[line])[0].outcome, Outcome::Pass);
    let fails = |folder: &Folder, line: &str| match seat_plans(folder, &[line]).swap_remove(0).outcome {
        Outcome::Fail(why @ Failure::SeatLine { .. }) => {
            claims::failure(geloot::words::catalogue::Lang::En, &why)
        }
        other => panic!("{other:?}"),
    };
    assert!(fails(&Folder::new(), line).contains("No seat plan is here"));
    assert!(fails(&folder, &"0".repeat(64)).contains("names none of the seat plans"));
    // Inputs that are frozen are no plan; the line beside them must be theirs.
    let mut frozen = folder.clone();
    frozen.retain(|path, _| path.ends_with("inputs.json"));
    frozen.insert("sessions/day-1/commitment.txt".to_owned(), format!("{line}\n").into_bytes());
    assert!(fails(&frozen, line).contains("no seat plan made from them"));
    assert!(failed(&frozen).is_empty());
    let other = change(&frozen, "commitment.txt", "1:", "1:0");
    assert_eq!(said(&other), ["commitment.txt in \"day-1\" is not the line of the inputs.json beside it."]);
    let mut beside = folder.clone();
    beside.insert("sessions/day-1/commitment.txt".to_owned(), "0".repeat(64).into_bytes());
    assert_eq!(said(&beside), ["commitment.txt in \"day-1\" is not the line of the inputs.json beside it."]);
}

/// Whoever makes several plans of one line, to keep one, shows all of them or none.
#[test]
fn plans_of_one_line_with_other_seeds_are_named() {
    let mut folder = folder();
    let brief = brief(texts()).unwrap();
    let other = made(&brief, "other words").unwrap();
    keep(&mut folder, "day-1b", &brief, &other, &Record::made(&brief, "other words", true, Tongue::En));
    assert!(failed(&folder).is_empty());
    let line = make::commitment(&brief).to_string();
    let plans = vec!["day-1".to_owned(), "day-1b".to_owned()];
    assert!(remarks(&folder).contains(&Remark::SeatRivals { plans, line }));
    // A copy is no rival.
    let mut copy = self::folder();
    keep(
        &mut copy,
        "copy",
        &brief,
        &made(&brief, "notary 3 7 1").unwrap(),
        &Record::made(&brief, "notary 3 7 1", false, Tongue::En),
    );
    assert!(!remarks(&copy).iter().any(|remark| matches!(remark, Remark::SeatRivals { .. })));
}

/// The plan of a folder in the record after a change.
fn changed(
    folder: &mut Folder,
    from: &str,
    to: &str,
    asked: &Change,
) -> geloot::sessions::day::reseat::Reseated {
    let file = |file: &str| folder.get(&format!("sessions/{from}/{file}")).cloned();
    let (before, _) = Saved::read(&file, from).unwrap();
    let record = before.record.as_ref().unwrap();
    let after = reseat(Search::NOW, &before.brief, &before.plan, asked, &record.seed_text).unwrap();
    let record = record.changed(&after.brief, asked, before.seats, before.inputs);
    keep(folder, to, &after.brief, &after.made, &record);
    after
}

fn absent(round: usize, code: &str) -> Change {
    Change { round, absent: vec![code.to_owned()], ..Change::default() }
}

#[test]
fn changes_after_the_seed_are_told_and_rivals_named() {
    let mut folder = folder();
    changed(&mut folder, "day-1", "day-1-2", &absent(0, "h"));
    let rivals = |folder: &Folder| -> Vec<Remark> {
        remarks(folder).into_iter().filter(|it| matches!(it, Remark::SeatChanges { .. })).collect()
    };
    let told = remarks(&folder);
    let change = told.iter().find(|remark| matches!(remark, Remark::SeatChange { .. })).unwrap();
    let told = claims::remark(geloot::words::catalogue::Lang::En, change);
    assert!(
        told.contains("\"day-1-2\" is a change of \"day-1\" in round 1, made after the seed was known"),
        "{told}"
    );
    assert!(told.contains("1 person was said to be absent"), "{told}");
    // Another round is no rival, nor is a change of the change; another change of the same round is.
    changed(&mut folder, "day-1", "day-1-3", &absent(1, "h"));
    changed(&mut folder, "day-1-2", "day-1-4", &absent(0, "g"));
    assert!(failed(&folder).is_empty() && rivals(&folder).is_empty());
    changed(&mut folder, "day-1", "day-1-5", &absent(0, "k"));
    let plans = vec!["day-1-2".to_owned(), "day-1-5".to_owned()];
    assert_eq!(rivals(&folder), [Remark::SeatChanges { before: Some("day-1".to_owned()), round: 1, plans }]);
    assert!(failed(&folder).is_empty());
}

/// Seats that somebody wrote by hand are no plan because they are called a change of themselves.
#[test]
fn a_plan_that_is_a_change_of_itself_comes_from_nowhere() {
    let whole = folder();
    let file = |file: &str| whole.get(&format!("sessions/day-1/{file}")).cloned();
    let (mut by_hand, _) = Saved::read(&file, "day-1").unwrap();
    let free = |code: &str| usize::from(by_hand.brief.person(code).unwrap());
    let (o, p) = (free("o"), free("p"));
    let to = by_hand.plan.seats[0][p];
    let at = (0..by_hand.plan.seats[0].len())
        .find(|&k| {
            k != o
                && k != p
                && by_hand.plan.seats[0][k].is_some()
                && by_hand.plan.seats[0][k] != to
                && k > free("c")
        })
        .unwrap();
    by_hand.plan.seats[0].swap(at, p);
    // Whatever a change writes into the inputs, such as who hosts which table, is there already.
    let asked = Change { round: 0, moves: Some(0), ..Change::default() };
    let record = by_hand.record.clone().unwrap();
    let again = |brief: &Brief, plan: &geloot::sessions::Plan| {
        reseat(Search::NOW, brief, plan, &asked, &record.seed_text).unwrap()
    };
    let first = again(&by_hand.brief, &by_hand.plan);
    let last = again(&first.brief, &first.made.plan);
    let (brief, made) = (last.brief, last.made);
    let seats = geloot::base::digest::Digest::of(&seatplan::write(&brief, &made.compiled, &made.plan));
    let inputs = geloot::base::digest::Digest::of(&brief.to_bytes());
    let record = record.changed(&brief, &asked, seats, inputs);
    let mut forged = Folder::new();
    keep(&mut forged, "day-1", &brief, &made, &record);
    let (own, _) =
        Saved::read(&|file| forged.get(&format!("sessions/day-1/{file}")).cloned(), "day-1").unwrap();
    // It does follow from itself, so only the way back tells.
    assert!(
        own.check(Some(&own), None, &mut |_| {})[1].1 == geloot::sessions::record::verify::Outcome::Holds
    );
    let why = said(&forged).swap_remove(0);
    assert!(why.contains("leads back to none made from a seed"), "{why}");
}

#[test]
fn a_change_on_the_day_needs_the_plan_before_it() {
    let mut folder = folder();
    let asked = Change {
        round: 0,
        absent: vec!["h".to_owned()],
        extra: vec!["new".to_owned()],
        moves: Some(2),
        staff: None,
    };
    let after = changed(&mut folder, "day-1", "day-1-2", &asked);
    assert!(after.moved.len() <= 2 && after.added.len() == 1);
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
                facts(&brief, &make::judge(compiled, plan));
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
            facts(&brief, &make::judge(compiled, plan));
        }
    }
}
