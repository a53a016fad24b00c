//! V24. Every published list of events goes on where the one before ended, names people who were drawn, put in
//! reserve or had a seat before, and every reserve in it was called when it was their turn, or for a reason that is given. What the record
//! says of its own supplements holds.

use super::report::{Claim, Failure, Id, Outcome, Remark, Step, Tally, Why, not_checked};
use super::v03_files::Frozen;
use super::v06_people::People;
use super::v07_tickets::Lottery;
use super::v11_records::Draws;
use super::v23_reserves::frame;
use super::v24_continued::{self, List};
use super::walk::walk;
use crate::base::digest::Digest;
use crate::bundle::chain::Link;
use crate::bundle::rosters::{self, Facts, ROSTERS, Row, Seated, Whole};
use crate::bundle::supplements::CONTINUED;
use crate::bundle::{Folder, confirmed_excluded, files, tables};
use crate::panel::day::Happening;
use crate::panel::roster::{Event, Impossible, Roster};
use std::collections::BTreeMap;

/// The list before: its draw, its events and the digests of its manifest and of the draw's.
struct Before {
    draw: u32,
    record: String,
    rows: Vec<Row>,
    digest: Digest,
    /// Rows of calls out of turn, by index.
    odd: Vec<usize>,
    /// Rows of calls that were in turn by events that are corrected, and by what is left would not have been, by index.
    undone: Vec<usize>,
    /// Who are in at its end, and the seats, where there are more people than seats.
    crowded: Option<(u32, u32)>,
    /// Reserves who are out at its end and were never called.
    uncalled: u64,
}

pub(super) fn check(
    folder: &Folder,
    frozen: &Step<Frozen<'_>>,
    settled: &Claim,
    lottery: &Step<Lottery<'_>>,
    draws: &Step<Draws>,
    winners: &Step<Vec<u64>>,
) -> Claim {
    let id = Id::Rosters;
    if ROSTERS.numbers(folder).is_empty() && CONTINUED.numbers(folder).is_empty() {
        return not_checked(id, Why::NoRosters);
    }
    let (lottery, draws, winners) = match (lottery, draws, winners) {
        (Ok(lottery), Ok(draws), Ok(winners)) => (lottery, draws, winners),
        (Err(why), ..) | (_, Err(why), _) | (.., Err(why)) => return not_checked(id, *why),
    };
    let whole = match frozen.as_ref().map_err(|why| *why).and_then(|f| whole(f, lottery.people, settled)) {
        Ok(whole) => whole,
        Err(why) => return not_checked(id, why),
    };
    let mut tally = Tally::new(id);
    let commitment = lottery.people.commitment.digest().to_string();
    let found = walk(folder, &ROSTERS, &commitment, &[lottery.rules], &mut tally, |link, before| {
        list(folder, link, (lottery, &whole), draws, winners, before)
    });
    tally.count(found.iter().map(|list| list.rows.len() as u64).sum());
    let lists: Vec<List> = found
        .iter()
        .map(|list| List { digest: list.digest.to_string(), record: list.record.clone() })
        .collect();
    // What goes on from a list that is wrong needs no second complaint.
    let remark = match tally.clean() {
        true => {
            let drawn = draws.all.iter().rfind(|draw| !draw.record.void);
            let last = drawn.and_then(|draw| digest(folder, &draw.folder));
            v24_continued::check(folder, &commitment, lottery.rules, &lists, last.as_deref(), &mut tally)
        }
        false => None,
    };
    let odd = found
        .last()
        .map(|list| list.odd.iter().map(|&at| (list.rows[at].date.clone(), list.rows[at].reason.clone())));
    let odd: Vec<(String, String)> = odd.into_iter().flatten().collect();
    let called = (!odd.is_empty()).then_some(Remark::OutOfTurn { calls: odd });
    let days = found.last().map(|list| list.undone.iter().map(|&at| list.rows[at].date.clone()));
    let days: Vec<String> = days.into_iter().flatten().collect();
    let undone = (!days.is_empty()).then_some(Remark::TurnUndone { days });
    let mut claim = tally.claim().remark(called).remark(undone);
    for (list, found) in (1..).zip(&found) {
        let crowded = found.crowded.map(|(people, seats)| Remark::Crowded { list, people, seats });
        claim = claim.remark(crowded);
    }
    let reserves = found.last().map_or(0, |list| list.uncalled);
    let uncalled = (reserves > 0).then_some(Remark::Uncalled(reserves));
    claim.remark(uncalled).remark(remark)
}

/// The digest of the record in this folder.
pub(super) fn digest(folder: &Folder, place: &str) -> Option<String> {
    folder.get(&format!("{place}{}", files::MANIFEST)).map(|bytes| Digest::of(bytes).to_string())
}

/// The whole panel: where people had a seat before, only as the claim about them found it.
fn whole(frozen: &Frozen<'_>, people: &People, settled: &Claim) -> Step<Whole> {
    let about = &people.about;
    let seated = match about.confirmed {
        None => None,
        Some(_) if settled.outcome != Outcome::Pass => return Err(Why::RestsOn(Id::Before)),
        Some(stated) => {
            let rests = Why::RestsOn(Id::Before);
            let asked = tables::read_quotas(frozen.get(files::ASKED)?).map_err(|_| rests)?;
            let confirmed = confirmed_excluded::read_confirmed(&people.quotas, frozen.get(files::CONFIRMED)?);
            Some(Seated { asked, people: confirmed.map_err(|_| rests)?, seats: stated.seats })
        }
    };
    Ok(Whole::new(&people.quotas, &people.profiles, about.seats, about.household.as_ref(), seated))
}

fn list(
    folder: &Folder,
    link: &Link<Facts>,
    (lottery, whole): (&Lottery<'_>, &Whole),
    draws: &Draws,
    winners: &[u64],
    before: Option<&Before>,
) -> Result<Before, Failure> {
    let (n, facts, people) = (link.number, &link.facts, lottery.people);
    let name = format!("{} {n}", ROSTERS.name);
    let wrong = |fact: &'static str| Failure::RecordFact { draw: name.clone(), fact };
    let drawn = draws.all.iter().zip(winners).find(|(d, _)| !d.record.void && d.record.draw == facts.draw);
    let (draw, &ticket) = drawn.ok_or_else(|| wrong("draw"))?;
    if digest(folder, &draw.folder).as_deref() != Some(facts.record.as_str()) {
        return Err(wrong("record"));
    }
    let coded = people.coded.as_ref();
    let rows = folder.get(&ROSTERS.path(n, files::EVENTS)).and_then(|bytes| {
        let rows = whole.events(coded, bytes).ok()?;
        (whole.table(coded, &rows) == *bytes).then_some(rows)
    });
    let rows = rows.ok_or_else(|| Failure::Record { draw: name.clone(), file: files::EVENTS.to_owned() })?;
    for (fact, right) in [
        ("events", facts.events == rows.len() as u64),
        ("draw", before.is_none_or(|before| before.draw <= facts.draw)),
    ] {
        if !right {
            return Err(wrong(fact));
        }
    }
    let before = before.filter(|before| before.draw == facts.draw);
    if before.is_some_and(|before| rosters::break_after(&before.rows, &rows).is_some()) {
        return Err(Failure::Rewritten { list: n });
    }
    let frame = frame(lottery);
    let seats = lottery.laps().and_then(|laps| laps.panel(ticket)).unwrap_or_default();
    let reserves = folder.get(&format!("{}{}", draw.folder, files::RESERVES));
    let reserves = reserves.and_then(|bytes| frame.read(coded, false, bytes).ok()).unwrap_or_default();
    let everybody = whole.people(&seats, &reserves);
    let ranks = whole.ranks(coded, &everybody);
    let mut roster = whole.roster(&seats, &reserves);
    let event = |at: usize, wrong| Failure::Event { list: n, row: at + 2, wrong };
    let mut people = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let person = everybody.iter().position(|&person| person == row.person);
        people.push(person.ok_or_else(|| event(at, None))?);
        if at > 0 && row.date < rows[at - 1].date {
            return Err(Failure::EventOrder { list: n, row: at + 2 });
        }
    }
    let (mut first, mut all_odd) = (0, Vec::new());
    for day in rows.chunk_by(|a, b| a.date == b.date) {
        let happened = |(row, &person): (&Row, &usize)| Happening {
            person,
            event: row.event,
            reason: !row.reason.is_empty(),
        };
        let happenings: Vec<Happening> = day.iter().zip(&people[first..]).map(happened).collect();
        let outcomes = lottery.rules.day(&mut roster, &happenings, &ranks);
        if let Some(at) = (0..day.len()).find(|&at| outcomes[at].at != at) {
            return Err(Failure::DayOrder { list: n, row: first + at + 2 });
        }
        for (at, outcome) in outcomes.into_iter().enumerate() {
            outcome.result.map_err(|wrong| event(first + at, Some(wrong)))?;
            // A reason that nobody needs could be about a person.
            let odd = outcome.call.is_some_and(|call| call.due != Some(call.person));
            all_odd.extend(odd.then_some(first + at));
            if happenings[at].reason && !odd && day[at].event != Event::Corrected {
                return Err(event(first + at, Some(Impossible::NoReason)));
            }
        }
        first += day.len();
    }
    let (seated, total) = (roster.balance().seated(), whole.rules.seats());
    let undone = turns_undone(whole.roster(&seats, &reserves), &rows, &people);
    Ok(Before {
        draw: facts.draw,
        record: facts.record.clone(),
        rows,
        digest: link.digest,
        odd: all_odd,
        undone,
        crowded: (seated > total).then_some((seated, total)),
        uncalled: roster.uncalled() as u64,
    })
}

/// Calls that stand and needed no reason, but would have if what was corrected later had never been written: whoever writes down a
/// no that nobody said, calls the next reserve and then corrects it, chooses who is called. Events are replayed without those
/// that were corrected, and without corrections.
fn turns_undone(mut roster: Roster<'_>, rows: &[Row], people: &[usize]) -> Vec<usize> {
    let mut stands = vec![true; rows.len()];
    let mut left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, (row, person)) in rows.iter().zip(people).enumerate() {
        let own = left.entry(*person).or_default();
        match row.event {
            Event::Corrected => {
                stands[at] = false;
                own.pop().into_iter().for_each(|at| stands[at] = false);
            }
            _ => own.push(at),
        }
    }
    if stands.iter().all(|&it| it) {
        return Vec::new();
    }
    let mut undone = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| stands[*at]) {
        // What cannot happen any more without the others changes nothing.
        let _ = roster.apply(people[at], row.event, true);
        let called = roster.calls().last().filter(|_| row.event == Event::Called && row.reason.is_empty());
        undone.extend(called.filter(|call| call.due != Some(call.person)).map(|_| at));
    }
    undone
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verify::honest::{counts, failure, outcome, record, refit, refitted, rows, state};
    use serde_json::{Value, json};

    const EVENTS: &str = "public/rosters/2/events.csv";

    /// What is wrong with the second list after a change, in a record with codes and in one without.
    fn wrong(change: impl Fn(&mut Vec<Vec<String>>)) -> Failure {
        let found: Vec<Failure> = [record(), counts()]
            .into_iter()
            .map(|mut folder| {
                folder.retain(|name, _| !name.starts_with("public/continued/"));
                // Without codes a person takes two cells; the others have the same place from the end.
                rows(&mut folder, EVENTS, |rows| change(rows));
                let events = crate::bundle::form::records(&folder[EVENTS]).unwrap().len() - 1;
                if events != 3 {
                    state(&mut folder, "public/rosters/2/roster.json", "events", json!(events));
                }
                refit(&mut folder, "rosters/2");
                failure(&folder, Id::Rosters)
            })
            .collect();
        assert_eq!(found[0], found[1]);
        found[0].clone()
    }

    fn last(rows: &mut [Vec<String>], cell: usize) -> &mut String {
        let row = rows.last_mut().unwrap();
        let at = row.len() - cell;
        &mut row[at]
    }

    #[test]
    fn each_event_can_be_on_a_day_that_there_is() {
        let event = |row, wrong| Failure::Event { list: 2, row, wrong };
        let torn = || Failure::Record { draw: "list of events 2".into(), file: files::EVENTS.into() };
        for date in ["2026-99-99", "2026-02-29", "4-3-2026"] {
            assert_eq!(wrong(|rows| rows.last_mut().unwrap()[0] = date.into()), torn(), "{date}");
        }
        for reason in ["two\nlines", " spaced", "unseen\u{ad}"] {
            assert_eq!(wrong(|rows| *last(rows, 1) = reason.into()), torn(), "{reason}");
        }
        assert_eq!(wrong(|rows| *last(rows, 2) = "vanished".into()), torn());
        assert_eq!(
            wrong(|rows| rows.last_mut().unwrap()[0] = "2026-03-02".into()),
            Failure::EventOrder { list: 2, row: 4 }
        );
        // Words that nobody needs may be about a person.
        assert_eq!(wrong(|rows| *last(rows, 1) = "she is ill".into()), event(4, Some(Impossible::NoReason)));
        assert_eq!(
            wrong(|rows| *last(rows, 2) = "corrected".into()),
            event(4, Some(Impossible::NothingToCorrect))
        );
        assert!(matches!(
            wrong(|rows| *last(rows, 2) = "no-show".into()),
            Failure::Event { row: 4, wrong: Some(_), .. }
        ));
    }

    #[test]
    fn supplements_go_on_from_the_last_draw_or_it_is_told_that_it_was_annulled() {
        let annulled = |folder: &Folder| {
            let claims = crate::verify::verify(folder, &crate::verify::Known::default());
            let claim = claims.claim(Id::Rosters);
            assert_eq!(claim.outcome, Outcome::Pass);
            let told = |it: &Remark| match it {
                Remark::Continued { annulled, .. } => Some(*annulled),
                _ => None,
            };
            claim.remarks.iter().find_map(told)
        };
        assert_eq!(annulled(&record()), Some(false));
        let mut without = record();
        without.retain(|name, _| !name.starts_with("public/continued/"));
        assert_eq!(annulled(&without), None);
    }

    #[test]
    fn whoever_was_not_drawn_has_no_events() {
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/continued/"));
        let codes = |file: &str, column: usize| -> Vec<String> {
            let rows = crate::bundle::form::records(&folder[file]).unwrap();
            rows[1..].iter().map(|row| row[column].to_owned()).collect()
        };
        let mut drawn = codes("public/draws/2/panel.csv", 0);
        drawn.extend(codes("public/draws/2/reserves.csv", 1));
        let other = codes("public/pool.csv", 0).into_iter().find(|code| !drawn.contains(code)).unwrap();
        rows(&mut folder, EVENTS, |rows| rows.last_mut().unwrap()[1] = other);
        refit(&mut folder, "rosters/2");
        assert_eq!(failure(&folder, Id::Rosters), Failure::Event { list: 2, row: 4, wrong: None });
    }

    #[test]
    fn a_list_goes_on_where_the_one_before_ended() {
        let rewritten = || Failure::Rewritten { list: 2 };
        assert_eq!(wrong(|rows| drop(rows.remove(1))), rewritten());
        assert_eq!(wrong(|rows| rows[1][0] = "2026-03-01".into()), rewritten());
        assert_eq!(wrong(|rows| *last(&mut rows[..2], 2) = "declined".into()), rewritten());
        // The day on which the first list ended may have more rows, in the one order of that day.
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/continued/"));
        rows(&mut folder, EVENTS, |rows| rows.last_mut().unwrap()[0] = "2026-03-03".into());
        refit(&mut folder, "rosters/2");
        assert_eq!(outcome(&folder, Id::Rosters), crate::verify::Outcome::Pass);
        rows(&mut folder, EVENTS, |rows| rows.swap(2, 3));
        refit(&mut folder, "rosters/2");
        assert_eq!(failure(&folder, Id::Rosters), Failure::DayOrder { list: 2, row: 3 });
    }

    #[test]
    fn each_fact_of_a_list_is_held_against_the_record() {
        let wrong = |field: &str, value: Value| {
            refitted(Id::Rosters, "rosters/2", |f| state(f, "public/rosters/2/roster.json", field, value))
        };
        let (other, name) = (json!(Digest::of(b"another").to_string()), || "list of events 2".to_owned());
        let fact = |fact| Failure::RecordFact { draw: name(), fact };
        assert_eq!(wrong("commitment", other.clone()), Failure::OtherLottery { draw: name() });
        assert_eq!(wrong("previous", other.clone()), Failure::Chain { draw: name() });
        assert_eq!(wrong("previous", Value::Null), Failure::Chain { draw: name() });
        assert_eq!(wrong("draw", json!(3)), fact("draw"));
        assert_eq!(wrong("draw", json!(1)), fact("record"));
        assert_eq!(wrong("record", other), fact("record"));
        assert_eq!(wrong("roster", json!(1)), fact("roster"));
        assert_eq!(wrong("rules", json!(2)), fact("rules"));
        assert_eq!(wrong("events", json!(2)), fact("events"));
        let mut folder = record();
        folder.retain(|name, _| !name.starts_with("public/rosters/1/"));
        assert_eq!(failure(&folder, Id::Rosters), Failure::Gap { draw: 1 });
        folder
            .retain(|name, _| !name.starts_with("public/rosters/") && !name.starts_with("public/continued/"));
        assert_eq!(outcome(&folder, Id::Rosters), Outcome::NotChecked(Why::NoRosters));
    }

    #[test]
    fn each_folder_holds_its_two_files_as_its_manifest_says() {
        let torn = |file: &str| Failure::Record { draw: "list of events 2".into(), file: file.into() };
        for file in [files::EVENTS, files::ROSTER, files::MANIFEST] {
            let mut folder = record();
            folder.remove(&format!("public/rosters/2/{file}"));
            assert_eq!(failure(&folder, Id::Rosters), torn(file));
        }
        let third = refitted(Id::Rosters, "rosters/2", |f| {
            drop(f.insert("public/rosters/2/notes.csv".into(), vec![]))
        });
        assert_eq!(third, torn(files::MANIFEST));
    }

    /// The other reserve is called: for a reason that is given, and not without one.
    #[test]
    fn a_call_out_of_turn_needs_a_reason_and_may_have_one() {
        let with = |reason: &str| {
            let mut folder = record();
            folder.retain(|name, _| !name.starts_with("public/continued/"));
            let reserves = crate::bundle::form::records(&folder["public/draws/2/reserves.csv"]).unwrap();
            rows(&mut folder, EVENTS, |rows| {
                let called = rows.last_mut().unwrap();
                let other = reserves.iter().skip(1).find(|row| row[1] != *called[1]).unwrap();
                (called[1], called[3]) = (other[1].to_owned(), reason.to_owned());
            });
            refit(&mut folder, "rosters/2");
            crate::verify::verify_lottery(&folder, &crate::verify::Known::default())
                .claim(Id::Rosters)
                .clone()
        };
        let claim = with("the first one is on a journey");
        assert_eq!(claim.outcome, crate::verify::Outcome::Pass);
        // Whoever reads the report is told, with the reason.
        let told: Vec<&Remark> =
            claim.remarks.iter().filter(|remark| matches!(remark, Remark::OutOfTurn { .. })).collect();
        let Remark::OutOfTurn { calls } = told[0] else { unreachable!() };
        assert_eq!(
            calls.iter().map(|call| call.1.as_str()).collect::<Vec<_>>(),
            ["the first one is on a journey"]
        );
        let told = with("").outcome;
        let out_of_turn = |told: &crate::verify::Outcome| {
            let crate::verify::Outcome::Fail(Failure::Event { list: 2, row: 4, wrong }) = told else {
                return false;
            };
            matches!(wrong, Some(Impossible::OutOfTurn(Some(_))))
        };
        assert!(out_of_turn(&told), "{told:?}");
    }

    /// A no that was no slip at all, until the reserve had said yes: the list can be so, and whoever reads the report is told
    /// that more people are in than there are seats.
    #[test]
    fn a_correction_that_brings_one_too_many_is_told() {
        for mut folder in [record(), counts()] {
            folder.retain(|name, _| !name.starts_with("public/continued/"));
            rows(&mut folder, EVENTS, |all| {
                let (called, out) = (all.last().unwrap().clone(), all[all.len() - 2].clone());
                let row = |of: &Vec<String>, date: &str, event: &str, reason: &str| {
                    let mut row = of.clone();
                    let end = row.len();
                    (row[0], row[end - 2], row[end - 1]) = (date.into(), event.into(), reason.into());
                    row
                };
                assert_eq!((&*called[called.len() - 2], &*out[out.len() - 2]), ("called", "declined"));
                all.push(row(&called, "2026-03-08", "confirmed", ""));
                all.push(row(&out, "2026-03-09", "corrected", "a slip"));
            });
            state(&mut folder, "public/rosters/2/roster.json", "events", json!(5));
            refit(&mut folder, "rosters/2");
            let report = crate::verify::verify_lottery(&folder, &crate::verify::Known::default());
            let claim = report.claim(Id::Rosters);
            assert_eq!(claim.outcome, crate::verify::Outcome::Pass);
            assert!(claim.remarks.contains(&Remark::Crowded { list: 2, people: 3, seats: 2 }), "{claim:?}");
            // The call was in turn only by the no that is taken back.
            let called = crate::bundle::form::records(&folder[EVENTS]).unwrap()[3][0].to_owned();
            assert!(claim.remarks.contains(&Remark::TurnUndone { days: vec![called] }), "{claim:?}");
            // Where the call is corrected as well, nothing is left of it.
            rows(&mut folder, EVENTS, |all| {
                let of = all.len() - 3;
                let mut both = [all[of].clone(), all[of].clone()];
                for (row, (date, why)) in
                    both.iter_mut().zip([("2026-03-10", "not asked"), ("2026-03-10", "a slip too")])
                {
                    let end = row.len();
                    (row[0], row[end - 2], row[end - 1]) = (date.into(), "corrected".into(), why.into());
                }
                all.extend(both);
            });
            state(&mut folder, "public/rosters/2/roster.json", "events", json!(7));
            refit(&mut folder, "rosters/2");
            let report = crate::verify::verify_lottery(&folder, &crate::verify::Known::default());
            let claim = report.claim(Id::Rosters);
            assert_eq!(claim.outcome, crate::verify::Outcome::Pass, "{claim:?}");
            assert!(!claim.remarks.iter().any(|it| matches!(it, Remark::TurnUndone { .. })), "{claim:?}");
        }
    }

    /// As many people as seats, everybody called in turn, and no reserve out: nothing of it is told.
    #[test]
    fn of_a_plain_list_nothing_is_told() {
        for folder in [record(), counts()] {
            let report = crate::verify::verify_lottery(&folder, &crate::verify::Known::default());
            let remarks = &report.claim(Id::Rosters).remarks;
            assert!(matches!(remarks[..], [Remark::Continued { .. }]), "{remarks:?}");
        }
    }

    /// Nobody asked the reserve, and the list says that they said no: possible, and told.
    #[test]
    fn a_reserve_who_is_out_and_was_never_called_is_told() {
        for mut folder in [record(), counts()] {
            folder.retain(|name, _| !name.starts_with("public/continued/"));
            rows(&mut folder, EVENTS, |rows| *last(rows, 2) = "declined".into());
            refit(&mut folder, "rosters/2");
            let report = crate::verify::verify_lottery(&folder, &crate::verify::Known::default());
            let claim = report.claim(Id::Rosters);
            assert_eq!(claim.outcome, crate::verify::Outcome::Pass);
            assert!(claim.remarks.contains(&Remark::Uncalled(1)), "{claim:?}");
        }
    }

    #[test]
    fn no_list_goes_back_to_an_earlier_draw() {
        let wrong = refitted(Id::Rosters, "rosters/2", |f| {
            let first = Digest::of(&f["public/draws/1/manifest.txt"]).to_string();
            state(f, "public/rosters/2/roster.json", "draw", json!(1));
            state(f, "public/rosters/2/roster.json", "record", json!(first));
        });
        assert_eq!(wrong, Failure::RecordFact { draw: "list of events 2".into(), fact: "draw" });
    }

    #[test]
    fn the_row_that_is_named_is_the_one_that_is_wrong() {
        let first = |change: &dyn Fn(&mut Vec<Vec<String>>)| {
            refitted(Id::Rosters, "rosters/1", |f| {
                rows(f, "public/rosters/1/events.csv", |rows| change(rows))
            })
        };
        let event = |list, row| Failure::Event { list, row, wrong: Some(Impossible::NoReason) };
        assert_eq!(first(&|rows| rows[2][0] = "2026-03-01".into()), Failure::EventOrder { list: 1, row: 3 });
        assert_eq!(first(&|rows| *last(rows, 1) = "she is ill".into()), event(1, 3));
        // The second of a day.
        let second = wrong(|rows| {
            rows.last_mut().unwrap()[0] = "2026-03-03".into();
            *last(rows, 1) = "she is ill".into();
        });
        assert_eq!(second, event(2, 4));
    }

    #[test]
    fn those_with_a_seat_from_before_are_of_the_panel() {
        let mut folder = crate::verify::honest::settled();
        crate::verify::honest::events(&mut folder);
        assert_eq!(outcome(&folder, Id::Rosters), Outcome::Pass);
    }

    /// Where what the claim about them says does not hold, who had a seat before is not known.
    #[test]
    fn who_had_a_seat_before_is_as_the_claim_about_them_found_it() {
        let folder = crate::verify::honest::settled();
        let (_, manifest) = crate::verify::v01_commitment::check(&folder);
        let (_, frozen) = crate::verify::v03_files::check(&folder, &manifest);
        let (_, about) = crate::verify::v05_facts::check(&frozen);
        let people = crate::verify::v06_people::check(&frozen, &about).1.ok().unwrap();
        let frozen = frozen.ok().unwrap();
        let found = |right: bool| {
            let mut before = Tally::new(Id::Before);
            before.check(right, || Failure::OtherPublished);
            whole(&frozen, &people, &before.claim()).map(|whole| whole.rules.seats())
        };
        assert_eq!(found(true), Ok(3));
        assert_eq!(found(false), Err(Why::RestsOn(Id::Before)));
    }
}
