//! P11: letters went by turns. Sealed. Imports `draw` and its siblings.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::bundle::chain::Link;
use crate::draw::Stream;
use crate::draw::code::Code;
use crate::programme::day::Day;
use crate::programme::entry::{self, Facts, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::{Ledger, Rows};
use crate::programme::past::{For, Past};
use crate::programme::rows::Line;
use crate::programme::turns::{Frame, State};
use std::collections::{BTreeMap, BTreeSet};

/// P11: of the last letters, whose register is kept: open people, newcomers' lots and letters follow from register, rows and
/// seed.
pub(super) fn turns(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Turns);
    let of_letters = |l: &&Link<Facts>| l.facts.kind == Sort::Letters;
    let last = ledger.entries.iter().rev().find(of_letters).map_or(0, |l| l.number);
    let gone = ledger.replaced(last);
    let standing = ledger.entries.iter().filter(of_letters).map(|l| l.number).filter(|n| !gone.contains(n));
    let letters: Vec<u32> = standing.collect();
    let frame = ledger.frame().transpose();
    let (Some(&n), Some(frame)) = (letters.last(), frame) else {
        return tally.done(Why::Nothing);
    };
    let at = |what| Failure::of(what).entry(n);
    let (Ok(frame), Some(rules)) = (frame, ledger.rules_of(n)) else {
        tally.fail(at(Wrong::File).file(entry::FRAME));
        return tally.done(Why::Nothing);
    };
    let Ok(past) = Past::without(ledger, n - 1, &gone) else {
        tally.fail(at(Wrong::File).file(entry::ROWS));
        return tally.done(Why::Nothing);
    };
    let mut had: BTreeSet<Code> = BTreeSet::new();
    let mut joined: BTreeMap<Code, (Option<u64>, Option<Day>)> = BTreeMap::new();
    let (mut of, mut day) = (String::new(), None);
    for line in ledger.rows(n).iter().flat_map(Rows::lines).flatten() {
        match line {
            Line::Row(row, _) if row.event == Event::Letter => {
                had.insert(row.person);
                (of, day) = (row.body.to_owned(), Some(row.date));
            }
            Line::Row(row, _) if row.event == Event::Joined => {
                joined.insert(row.person, (row.number, row.until));
            }
            Line::Row(..) | Line::Stone(_) => {}
        }
    }
    let Some(day) = day else { return tally.done(Why::Nothing) };
    lots(ledger, &frame, n, letters.len() as u64, &joined, &mut tally);
    // Whoever could choose the words of that draw, or when it was entered, could choose who is open.
    let entered = ledger.draw_before(n).filter(|_| !joined.is_empty());
    let title = |n: u32| ledger.entries.iter().find(|l| l.number == n).map(|l| l.facts.title.clone());
    let told = entered.and_then(|entry| Some(Remark::NewcomersBy { entry, title: title(entry)? }));
    let barred: BTreeSet<Code> = frame
        .present()
        .map(|p| p.code())
        .filter(|&code| !past.bars(&rules, For::Letter(rules.frame(&of)), code, day).is_empty())
        .collect();
    let mut each: BTreeMap<String, u64> = BTreeMap::new();
    let mut written: BTreeMap<&str, Vec<Code>> = BTreeMap::new();
    for person in frame.present().filter(|p| had.contains(&p.code())) {
        *each.entry(frame.stratum(person).to_owned()).or_default() += 1;
        written.entry(frame.stratum(person)).or_default().push(person.code());
    }
    for &code in &had {
        tally.check(frame.has(code), || at(Wrong::OutOfTurn).person(code));
    }
    for turn in frame.turns(rules.again, &each, day, &barred) {
        for &code in &turn.certain {
            tally.check(had.contains(&code), || at(Wrong::PassedOver).person(code));
        }
        let may =
            |code: &Code| [&turn.certain, &turn.drawn_from].iter().any(|all| all.binary_search(code).is_ok());
        let own = written.get(turn.stratum.as_str()).map_or(&[][..], Vec::as_slice);
        for code in own {
            tally.check(may(code), || at(Wrong::OutOfTurn).person(*code));
        }
    }
    let mut claim = tally.done(Why::Nothing);
    claim.remarks.extend(told);
    claim
}

/// Newcomers' lots follow from the seed of the draw before, and the rows say what they took over.
fn lots(
    ledger: &Ledger,
    frame: &Frame,
    n: u32,
    nth: u64,
    joined: &BTreeMap<Code, (Option<u64>, Option<Day>)>,
    tally: &mut Tally,
) {
    let at = |code| Failure::of(Wrong::Lot).entry(n).person(code);
    let mut residents: BTreeMap<&str, Vec<Option<Day>>> = BTreeMap::new();
    for person in frame.people().iter().filter(|p| !matches!(p.state(), State::New(_))) {
        residents.entry(frame.stratum(person)).or_default().push(person.last());
    }
    let mut stream = ledger.seed_before(n).map(|seed| Stream::keyed(&seed, &format!("newcomers/{nth}")));
    for person in frame.people() {
        let State::New(Some(lot)) = person.state() else { continue };
        let all = residents.get(frame.stratum(person)).map_or(&[][..], Vec::as_slice);
        let drawn = stream.as_mut().filter(|_| !all.is_empty()).map(|s| s.below(all.len() as u64));
        let took = drawn == Some(lot) && all[lot as usize] == person.last();
        let said = joined.get(&person.code()) == Some(&(Some(lot), person.last()));
        tally.check(took && said, || at(person.code()));
    }
    for &code in joined.keys() {
        let found = frame.people().binary_search_by_key(&code, |p| p.code());
        let new = found.is_ok_and(|at| matches!(frame.people()[at].state(), State::New(Some(_))));
        tally.check(new, || at(code));
    }
}
