//! A record with seat plans, and what V20 to V22 say of it after one change.

#![cfg(test)]

use super::honest::{replace, ten};
use super::report::{Claim, Failure, Outcome, Remark, Why};
use super::seats::Plans;
use super::{seat_plans, v20_seats_follow};
use crate::base::rules::PROGRAM;
use crate::bundle::Folder;
use crate::sessions::Search;
use crate::sessions::brief::people::Found;
use crate::sessions::brief::plan_toml;
use crate::sessions::brief::read::{Files, Source, read};
use crate::sessions::day::reseat::{Change, reseat};
use crate::sessions::day::wording::Tongue;
use crate::sessions::day::{seatplan, sheets};
use crate::sessions::model::brief::Brief;
use crate::sessions::record::Record;
use crate::sessions::record::facts::facts;
use crate::sessions::record::verify::Saved;
use crate::sessions::solve::make::{self, Made};
use std::sync::LazyLock;

mod people;

const WORDS: &str = "notary 3 7 1";

/// The record of ten seats, and a plan of two rounds for those who are in.
static WHOLE: LazyLock<Folder> = LazyLock::new(|| {
    let mut folder = ten();
    let brief = brief(&folder);
    keep(&mut folder, "day-1", &brief, &made(&brief, WORDS), &Record::made(&brief, WORDS, false, Tongue::En));
    folder
});

/// The codes of a table of the record, and their groups: those with an even id are of the first.
fn codes(folder: &Folder, path: &str) -> Vec<(String, &'static str)> {
    let table = |path: &str| crate::bundle::form::records(&folder[path]).unwrap();
    let sealed = table("sealed/codes.csv");
    let group = |code: &str| {
        let row = sealed.iter().find(|row| row.iter().any(|cell| cell == code)).unwrap();
        if row[0].parse::<u32>().unwrap() % 2 == 0 { "a" } else { "b" }
    };
    let rows = table(path);
    let column = rows[0].iter().position(|heading| heading == "code").unwrap();
    rows[1..].iter().map(|row| (row[column].to_owned(), group(&row[column]))).collect()
}

/// Nine of the panel, without whoever declined, and the reserve who was called.
fn who_is_in(folder: &Folder) -> Vec<(String, &'static str)> {
    let events = String::from_utf8(folder["public/rosters/2/events.csv"].clone()).unwrap();
    let mut all = codes(folder, "public/draws/2/panel.csv");
    all.extend(codes(folder, "public/draws/2/reserves.csv"));
    all.retain(|(code, _)| {
        let own: Vec<&str> = events.lines().filter(|row| row.contains(code.as_str())).collect();
        let panel = codes(folder, "public/draws/2/panel.csv").iter().any(|it| it.0 == *code);
        own.iter().all(|row| !row.contains("declined")) && (panel || !own.is_empty())
    });
    all
}

fn brief(folder: &Folder) -> Brief {
    let rows: String = who_is_in(folder).iter().map(|(code, group)| format!("{code},{group}\n")).collect();
    let people = format!("code,group\n{rows}");
    let plan = "mix = [\"group\"]\neffort = 1\n[[round]]\nkind = \"dialogue\"\ntables = 2\ncount = 2\n";
    let mut found = Found::default();
    let plan = plan_toml::read("plan.toml", plan.as_bytes(), &mut found.wrongs);
    let files = Files {
        people: Source { name: "people.csv", bytes: people.as_bytes() },
        id_column: None,
        constraints: None,
        staff: None,
        rooms: None,
        preferences: None,
        met: &[],
        plan_name: "plan.toml",
    };
    read(&files, &plan, 1, &mut found).expect("sound files")
}

fn made(brief: &Brief, words: &str) -> Made {
    make::make(Search::NOW, brief, &make::seed(brief, words).unwrap(), &mut |_| {}).ok().unwrap()
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

/// The plan of a folder after a change on the day.
fn changed(folder: &mut Folder, from: &str, to: &str, asked: &Change) {
    let file = |file: &str| folder.get(&format!("sessions/{from}/{file}")).cloned();
    let (before, _) = Saved::read(&file, from).ok().unwrap();
    let record = before.record.as_ref().unwrap();
    let after = reseat(Search::NOW, &before.brief, &before.plan, asked, &record.seed_text).ok().unwrap();
    let record = record.changed(&after.brief, asked, before.seats, before.inputs);
    keep(folder, to, &after.brief, &after.made, &record);
}

fn outcomes(folder: &Folder) -> [Outcome; 3] {
    let claims = seat_plans(folder, &[]);
    claims.into_iter().map(|claim| claim.outcome).collect::<Vec<_>>().try_into().unwrap()
}

/// What V20 says of plans that were changed after they were read.
fn follows(folder: &Folder, change: impl Fn(&mut Plans<'_>)) -> Claim {
    let mut plans = Plans::read(folder);
    change(&mut plans);
    v20_seats_follow::check(&plans, folder, &[])
}

fn name() -> String {
    "day-1".to_owned()
}

fn file(file: &str) -> String {
    format!("sessions/day-1/{file}")
}

#[test]
fn an_honest_plan_passes_and_what_is_told_of_it() {
    assert_eq!(outcomes(&WHOLE), [Outcome::Pass, Outcome::Pass, Outcome::Pass]);
    let told = seat_plans(&WHOLE, &[]).swap_remove(0).remarks;
    assert_eq!(told, [Remark::SeatLine { plan: name(), line: None }]);
    let claims = seat_plans(&WHOLE, &[&make::commitment(&brief(&WHOLE)).to_string()]);
    assert_eq!((&claims[0].outcome, &claims[0].remarks[..]), (&Outcome::Pass, &[][..]));
    assert!(seat_plans(&ten(), &[]).is_empty());
    // As many things are compared as there are: the inputs and their line, the seats, four lists, people, features.
    let report = crate::verify::verify(&WHOLE, &crate::verify::Known::default());
    assert!(!report.failed(), "{:?}", report.claims);
}

#[test]
fn every_change_of_a_plan_is_found_and_named() {
    let missing = |it: &str| Failure::Missing { file: file(it) };
    let unreadable = |it: &str| Failure::Unreadable { file: file(it), why: crate::bundle::form::Bad::Form };
    for (at, from, to, expected) in [
        ("seed.json", "\"commitment\": \"", "\"commitment\": \"0", Failure::SeatInputs { plan: name() }),
        ("seed.json", "\"label\": \"", "\"label\": \"x", Failure::SeatStream { plan: name() }),
        ("seed.json", "{", "", unreadable("seed.json")),
        ("inputs.json", "{", " {", unreadable("inputs.json")),
        ("cards.csv", "code", "kode", Failure::SeatList { file: file("cards.csv") }),
        ("tables.csv", "round", "turn", Failure::SeatList { file: file("tables.csv") }),
    ] {
        let mut folder = WHOLE.clone();
        replace(&mut folder, &file(at), from, to);
        assert_eq!(outcomes(&folder)[0], Outcome::Fail(expected), "{at} {from}");
    }
    for at in ["cards.csv", "tables.csv", "wall.csv", "plan.html", "seed.json", "inputs.json", "seatplan.csv"]
    {
        let mut folder = WHOLE.clone();
        folder.remove(&file(at)).unwrap();
        assert_eq!(outcomes(&folder)[0], Outcome::Fail(missing(at)), "{at}");
    }
    let mut other = WHOLE.clone();
    replace(&mut other, &file("seed.json"), WORDS, "notary 3 7 2");
    assert!(
        matches!(&outcomes(&other)[0], Outcome::Fail(Failure::SeatsDiffer { plan, seats: 1.. }) if *plan == name())
    );
    // Figures: another, one said twice, none.
    let report = file("report.json");
    for (from, to, expected) in [
        ("\"repeats\": ", "\"repeats\": 1", Failure::SeatFigure { plan: name() }),
        ("{", "{\n  \"distinct_pairs\": 999,", unreadable("report.json")),
    ] {
        let mut folder = WHOLE.clone();
        replace(&mut folder, &report, from, to);
        assert_eq!(outcomes(&folder), [Outcome::Pass, Outcome::Pass, Outcome::Fail(expected)]);
    }
    let mut without = WHOLE.clone();
    without.remove(&report);
    assert_eq!(outcomes(&without)[2], Outcome::Fail(missing("report.json")));
    // Somebody has a seat twice, or none, in a round: the row is named, and the rules are broken.
    let seats = String::from_utf8(WHOLE[&file("seatplan.csv")].clone()).unwrap();
    let row = seats.lines().nth(1).unwrap();
    let mut twice = WHOLE.clone();
    replace(&mut twice, &file("seatplan.csv"), row, &format!("{row}\n{row}"));
    assert!(matches!(outcomes(&twice)[0], Outcome::Fail(Failure::SeatRow(_))));
    let mut fewer = WHOLE.clone();
    replace(&mut fewer, &file("seatplan.csv"), &format!("{row}\n"), "");
    assert_eq!(outcomes(&fewer)[1], Outcome::Fail(Failure::SeatRule { plan: name() }));
    let none = Outcome::NotChecked(Why::NoSeatPlan);
    let mut unread = WHOLE.clone();
    unread.remove(&file("seatplan.csv"));
    assert_eq!(outcomes(&unread)[1..], [none.clone(), none]);
}

#[test]
fn search_rules_of_another_version_are_not_tried() {
    let mut other = WHOLE.clone();
    replace(
        &mut other,
        &file("seed.json"),
        &format!("\"search\": {}", Search::NOW.number()),
        "\"search\": 99",
    );
    replace(&mut other, &file("seed.json"), PROGRAM, "geloot 9.0.0");
    let claims = seat_plans(&other, &[]);
    assert_eq!(
        claims[0].outcome,
        Outcome::NotChecked(Why::OtherSearch { made: 99, here: Search::NOW.number() })
    );
    assert!(claims[0].remarks.contains(&Remark::MadeBy { program: "geloot 9.0.0".to_owned() }));
    assert_eq!([&claims[1].outcome, &claims[2].outcome], [&Outcome::Pass; 2]);
    // What is wrong all the same is said first.
    replace(&mut other, &file("cards.csv"), "code", "kode");
    assert_eq!(outcomes(&other)[0], Outcome::Fail(Failure::SeatList { file: file("cards.csv") }));
}

#[test]
fn lines_are_held_against_plans() {
    let line = make::commitment(&brief(&WHOLE)).to_string();
    let other = line.replace(&line[line.len() - 4..], "0000");
    let fails = |folder: &Folder, line: &str| seat_plans(folder, &[line]).swap_remove(0).outcome;
    let seat_line = |line: &str, plans, frozen: Option<&str>| {
        Outcome::Fail(Failure::SeatLine { line: line.to_owned(), plans, frozen: frozen.map(str::to_owned) })
    };
    assert_eq!(fails(&WHOLE, &line), Outcome::Pass);
    assert_eq!(fails(&WHOLE, &other), seat_line(&other, 1, None));
    assert_eq!(fails(&ten(), &line), seat_line(&line, 0, None));
    let mut frozen = WHOLE.clone();
    frozen.retain(|path, _| !path.starts_with("sessions/") || path.ends_with("inputs.json"));
    frozen.insert(file("commitment.txt"), format!("{line}\n").into_bytes());
    assert_eq!(fails(&frozen, &line), seat_line(&line, 0, Some("day-1")));
    assert_eq!(outcomes(&frozen)[0], Outcome::Pass);
    let mut beside = WHOLE.clone();
    for folder in [&mut frozen, &mut beside] {
        folder.insert(file("commitment.txt"), format!("{other}\n").into_bytes());
        assert_eq!(outcomes(folder)[0], Outcome::Fail(Failure::SeatFrozen { plan: name() }));
    }
    frozen.remove(&file("inputs.json"));
    assert_eq!(outcomes(&frozen)[0], Outcome::Fail(Failure::Missing { file: file("inputs.json") }));
    // A plan whose inputs were frozen says so, and shows its line.
    let mut announced = ten();
    let brief = brief(&announced);
    keep(
        &mut announced,
        "day-1",
        &brief,
        &made(&brief, WORDS),
        &Record::made(&brief, WORDS, true, Tongue::En),
    );
    let told = seat_plans(&announced, &[]).swap_remove(0).remarks;
    assert_eq!(told, [Remark::SeatLine { plan: name(), line: Some(line) }]);
}

#[test]
fn changes_are_told_and_rivals_named() {
    let rivals = |folder: &Folder| -> Vec<Remark> {
        let told = seat_plans(folder, &[]).swap_remove(0).remarks;
        told.into_iter()
            .filter(|it| matches!(it, Remark::SeatRivals { .. } | Remark::SeatChanges { .. }))
            .collect()
    };
    let people = who_is_in(&WHOLE);
    let absent = |round, at: usize| Change { round, absent: vec![people[at].0.clone()], ..Change::default() };
    let mut folder = WHOLE.clone();
    changed(&mut folder, "day-1", "day-1-2", &absent(0, 0));
    changed(&mut folder, "day-1-2", "day-1-3", &absent(1, 1));
    assert_eq!(outcomes(&folder)[0], Outcome::Pass);
    let told = seat_plans(&folder, &[]).swap_remove(0).remarks;
    for (plan, before, round) in [("day-1-2", "day-1", 1), ("day-1-3", "day-1-2", 2)] {
        let due = Remark::SeatChange {
            plan: plan.into(),
            before: Some(before.into()),
            round,
            people: (1, 0),
            moves: None,
            frozen: false,
        };
        assert!(told.contains(&due), "{told:?}");
    }
    assert_eq!(rivals(&folder), []);
    changed(&mut folder, "day-1", "day-1-4", &absent(0, 2));
    let plans = vec!["day-1-2".to_owned(), "day-1-4".to_owned()];
    assert_eq!(rivals(&folder), [Remark::SeatChanges { before: Some(name()), round: 1, plans }]);
    // A change without the plan before it.
    let mut alone = folder.clone();
    alone.retain(|path, _| !path.starts_with("sessions/") || path.starts_with("sessions/day-1-3/"));
    let before = |circular| Outcome::Fail(Failure::SeatBefore { plan: "day-1-3".into(), circular });
    assert_eq!(outcomes(&alone)[0], before(false));
    // Another plan of the same line, and a copy.
    let mut twice = WHOLE.clone();
    let brief = brief(&twice);
    keep(&mut twice, "copy", &brief, &made(&brief, WORDS), &Record::made(&brief, WORDS, false, Tongue::En));
    assert_eq!(rivals(&twice), []);
    keep(
        &mut twice,
        "other",
        &brief,
        &made(&brief, "other"),
        &Record::made(&brief, "other", false, Tongue::En),
    );
    let plans = ["copy", "day-1", "other"].map(str::to_owned).to_vec();
    assert_eq!(rivals(&twice), [Remark::SeatRivals { plans, line: make::commitment(&brief).to_string() }]);
    assert_eq!(outcomes(&twice)[0], Outcome::Pass);
}

#[test]
fn those_at_the_tables_are_of_the_panel_or_it_is_told() {
    let told = |change: &dyn Fn(&mut Brief)| {
        let claim = follows(&WHOLE, |plans| change(&mut plans.kept[0].saved.brief));
        let line = |it: &Remark| !matches!(it, Remark::SeatLine { .. });
        (claim.outcome, claim.remarks.into_iter().filter(line).collect::<Vec<_>>())
    };
    let strangers =
        |strangers, people| Outcome::Fail(Failure::SeatStrangers { plan: name(), strangers, people });
    let left_out = |people| Remark::SeatsLeftOut { plan: name(), people, of: 10 };
    let guests = |roles: &[(&str, u64, u64)], reserves| Remark::SeatGuests {
        plan: name(),
        roles: roles.iter().map(|&(role, all, pool)| (role.to_owned(), all, pool)).collect(),
        reserves,
        newcomers: (0, 0),
    };
    assert_eq!(told(&|_| {}), (Outcome::Pass, vec![]));
    assert_eq!(told(&|it| it.people[0].id = "nobody".into()), (strangers(1, 10), vec![left_out(1)]));
    // Somebody with a role that is no member's, be they of the pool or not.
    let all = codes(&WHOLE, "public/pool.csv");
    let seated = codes(&WHOLE, "public/draws/2/panel.csv");
    let reserves = codes(&WHOLE, "public/draws/2/reserves.csv");
    let events = String::from_utf8(WHOLE["public/rosters/2/events.csv"].clone()).unwrap();
    let out = |code: &str, of: &[(String, &str)]| of.iter().all(|it| it.0 != code);
    let spare = reserves.iter().map(|it| it.0.clone()).find(|code| !events.contains(code.as_str())).unwrap();
    let other = all.iter().map(|it| it.0.clone()).find(|code| out(code, &seated) && out(code, &reserves));
    for (id, pool) in [("nobody", 0)].into_iter().chain(other.as_deref().map(|code| (code, 1))) {
        let expert = told(&|it| (it.people[0].id, it.people[0].role) = (id.into(), Some("expert".into())));
        assert_eq!(expert, (Outcome::Pass, vec![guests(&[("expert", 1, pool)], 0), left_out(1)]), "{id}");
        for role in ["Geloot", "panel member"] {
            let drawn = told(&|it| (it.people[0].id, it.people[0].role) = (id.into(), Some(role.into())));
            assert_eq!(drawn, (strangers(1, 10), vec![left_out(1)]), "{role}");
        }
    }
    // A role that half of the panel have says nothing.
    for (many, right) in [(4, true), (5, false)] {
        let (outcome, _) = told(&|it| {
            (it.people[0].id, it.people[0].role) = ("nobody".into(), Some("expert".into()));
            let panel = it.people.iter_mut().filter(|person| !out(&person.id, &seated));
            panel.take(many).for_each(|person| person.role = Some("expert".into()));
        });
        assert_eq!(outcome == Outcome::Pass, right, "{many}");
    }
    // A reserve who was not called is told, if the features fit.
    let of_group = |code: &str| all.iter().find(|it| it.0 == code).unwrap().1;
    let at = who_is_in(&WHOLE).iter().position(|it| it.1 == of_group(&spare)).unwrap();
    let (outcome, remarks) = told(&|it| {
        let own = who_is_in(&WHOLE)[at].0.clone();
        it.people.iter_mut().find(|person| person.id == own).unwrap().id = spare.clone();
    });
    assert_eq!((outcome, remarks), (Outcome::Pass, vec![guests(&[], 1), left_out(1)]));
    // Nobody of the panel at all: strangers, whatever their roles.
    let none = told(&|it| {
        for (n, person) in it.people.iter_mut().enumerate() {
            (person.id, person.role) = (format!("x{n}"), Some("expert".into()));
        }
    });
    // Whoever is left out of a panel that is not this one is not told.
    assert_eq!(none, (strangers(10, 10), vec![]));
    // Where nothing was drawn, or ids cannot be compared, nothing is said of people.
    let mut public = WHOLE.clone();
    public.retain(|path, _| path.starts_with("public/") || path.starts_with("sessions/"));
    let claim = follows(&public, |plans| {
        for (n, person) in plans.kept[0].saved.brief.people.iter_mut().enumerate() {
            person.id = format!("x{n}");
        }
    });
    assert_eq!(claim.outcome, Outcome::Pass);
    assert!(claim.remarks.contains(&Remark::SeatsNotCompared { plan: name() }));
    let mut undrawn = WHOLE.clone();
    undrawn.retain(|path, _| !path.starts_with("public/draws/"));
    let claim = follows(&undrawn, |_| {});
    assert_eq!(claim.outcome, Outcome::Pass);
    assert!(claim.remarks.contains(&Remark::SeatsNotCompared { plan: name() }));
}

#[test]
fn ids_and_codes_are_the_same_people_and_features_are_those_of_the_record() {
    let codes = String::from_utf8(WHOLE["sealed/codes.csv"].clone()).unwrap();
    let id = |code: &str| {
        let row = codes.lines().find(|row| row.contains(code)).unwrap();
        row.split(',').next().unwrap().to_owned()
    };
    let by_id = follows(&WHOLE, |plans| {
        for person in &mut plans.kept[0].saved.brief.people {
            person.id = id(&person.id);
        }
    });
    assert_eq!(by_id.outcome, Outcome::Pass);
    assert!(!by_id.remarks.iter().any(|it| matches!(it, Remark::SeatGuests { .. })));
    let feature =
        |people| Outcome::Fail(Failure::SeatFeature { plan: name(), feature: "group".into(), people });
    // Two people swap their groups in the inputs, or one has none.
    let people = who_is_in(&WHOLE);
    let a = people.iter().position(|it| it.1 == "a").unwrap();
    let b = people.iter().position(|it| it.1 == "b").unwrap();
    let swapped = follows(&WHOLE, |plans| {
        let mix = plans.kept[0].saved.brief.mix.iter_mut().find(|mix| mix.name == "group").unwrap();
        mix.of.swap(a, b);
    });
    assert_eq!(swapped.outcome, feature(2));
    let renamed = follows(&WHOLE, |plans| {
        plans.kept[0].saved.brief.mix[0].values[0] = "".into();
    });
    assert_eq!(renamed.outcome, feature(5));
    // Another feature is nobody's business here.
    let other = follows(&WHOLE, |plans| {
        let mix = &mut plans.kept[0].saved.brief.mix[0];
        mix.name = "taste".into();
        mix.of.swap(a, b);
    });
    assert_eq!(other.outcome, Outcome::Pass);
    // Of somebody new nothing need be known, but what is said must be right.
    let mut folder = WHOLE.clone();
    changed(&mut folder, "day-1", "day-1-2", &Change { extra: vec!["new".into()], ..Change::default() });
    let claim = follows(&folder, |_| {});
    assert_eq!(claim.outcome, Outcome::Pass);
    let new = Remark::SeatGuests { plan: "day-1-2".into(), roles: vec![], reserves: 0, newcomers: (1, 0) };
    assert!(claim.remarks.contains(&new), "{:?}", claim.remarks);
}
