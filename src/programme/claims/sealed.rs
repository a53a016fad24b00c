//! P8 and P12: the sealed rows and what is counted from them. Imports `base`, `draw` and its siblings.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::base::digest::Keyed;
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::programme::burden::{self, Burden, Load};
use crate::programme::counts::{Counts, ERASED};
use crate::programme::day::Day;
use crate::programme::entry::{self, ENTRIES, Facts, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::{Ledger, Rows};
use crate::programme::rows::{self, Line, Row, Why as Ground};
use std::collections::{BTreeMap, BTreeSet};

/// P8: rows lead to roots and counts; each erased row is counted in an erasure; codes follow from the key.
pub(super) fn rows(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Rows);
    // Erased rows: by event as they are missing from counts, by ground and day as their stones say.
    let mut missing: BTreeMap<String, u64> = BTreeMap::new();
    let mut stones: BTreeMap<Ground, u64> = BTreeMap::new();
    for link in &ledger.entries {
        let n = link.number;
        let at = |what, file: &str| Failure::of(what).entry(n).file(entry::sealed(n, file));
        let get = |file: &str| ledger.sealed(&entry::sealed(n, file));
        let salts = get(entry::SALTS).and_then(|bytes| rows::salts(&bytes).ok());
        let Some((own, salts)) = get(entry::ROWS).zip(salts) else {
            tally.fail(at(Wrong::File, entry::ROWS));
            continue;
        };
        let root = rows::leaves(&own, &salts).map(|leaves| merkle::root(&leaves).to_string());
        let whole = root.as_ref() == Ok(&link.facts.root) && salts.len() as u64 == link.facts.rows;
        tally.check(whole, || at(Wrong::Root, entry::ROWS));
        if !whole {
            continue;
        }
        let read: Vec<Line<'_>> = rows::lines(&own).filter_map(Result::ok).collect();
        let left: Vec<Row<'_>> = read
            .iter()
            .filter_map(|line| if let Line::Row(row, _) = line { Some(row.clone()) } else { None })
            .collect();
        // Rows lie in the order of their days, those of a lottery are of its day: so a row that was erased is no older than
        // what stands before it.
        let lottery = matches!(link.facts.kind, Sort::Panel | Sort::Letters);
        let mut floor = Day::parse(&link.facts.date).filter(|_| lottery);
        let mut over: Vec<(Day, Option<Day>)> = Vec::new();
        for line in &read {
            match line {
                Line::Row(row, _) => floor = floor.max(Some(row.date)),
                Line::Stone(stone) => {
                    *stones.entry(stone.why).or_default() += 1;
                    over.extend((stone.why == Ground::Retention).then_some((stone.date, floor)));
                }
            }
        }
        let erased = read.len() - left.len();
        let now = Counts::of(&left, &|_| None, 0);
        let said = ledger.counts(n).unwrap_or_default();
        let (mut short, mut events) = (0, BTreeSet::new());
        for (of, count) in said.0.iter().filter(|(of, _)| of.2.is_empty()) {
            let found = now.0.get(of).copied().unwrap_or_default();
            // Only where rows of just this are missing, what they came to is missing too.
            let less = erased > 0 && found.people < count.people && found.number <= count.number;
            let fits = found == *count || less;
            tally.check(fits, || at(Wrong::Count, entry::ROWS));
            let gone = count.people.saturating_sub(found.people);
            short += gone;
            if gone > 0 {
                *missing.entry(of.0.clone()).or_default() += gone;
                events.extend(Event::of_word(&of.0));
            }
        }
        let known = now.0.keys().filter(|of| of.2.is_empty()).all(|of| said.0.contains_key(of));
        tally.check(known && short == erased as u64, || at(Wrong::Count, entry::ROWS));
        if !over.iter().all(|&(day, floor)| is_due(ledger, n, &events, day, floor)) {
            tally.fail(at(Wrong::Early, entry::ROWS));
        }
    }
    accounted(ledger, &missing, &stones, &mut tally);
    codes(ledger, &mut tally);
    let of = |why: Ground| stones.get(&why).copied().unwrap_or(0);
    let (retention, request) = (of(Ground::Retention), of(Ground::Request));
    let mut claim = tally.done(Why::Nothing);
    if retention + request > 0 {
        claim.remarks.push(Remark::Erased { retention, request });
    }
    claim
}

/// Whether the time of a row of entry `n` can have been over on the day on which it was erased: by the rules of the erasure
/// that tells of it, for one of the events that are missing, if the row is no older than `floor`.
fn is_due(ledger: &Ledger, n: u32, events: &BTreeSet<Event>, day: Day, floor: Option<Day>) -> bool {
    let tells = |facts: &Facts| facts.kind == Sort::Erasure && Day::parse(&facts.date) >= Some(day);
    let own = ledger.entries.iter().find(|link| link.number > n && tells(&link.facts));
    let Some(rules) = own.and_then(|link| ledger.rules_of(link.number)) else { return false };
    let keep = events.iter().filter_map(|event| rules.keep.get(event)).min();
    keep.is_some_and(|&keep| floor.is_none_or(|floor| floor.plus(keep) <= day))
}

/// Whether erasures say of as many rows, of each event and on each ground, as are erased.
fn accounted(
    ledger: &Ledger,
    missing: &BTreeMap<String, u64>,
    stones: &BTreeMap<Ground, u64>,
    tally: &mut Tally,
) {
    let (mut events, mut grounds) = (BTreeMap::new(), BTreeMap::new());
    for ((event, why), rows) in erased(ledger) {
        *events.entry(event).or_default() += rows;
        *grounds.entry(why).or_default() += rows;
    }
    tally.check(events == *missing && grounds == *stones, || Failure::of(Wrong::Unaccounted));
}

/// Rows that the erasures of a ledger say were erased, by event and ground.
pub(crate) fn erased(ledger: &Ledger) -> BTreeMap<(String, Ground), u64> {
    let mut erased = BTreeMap::new();
    for link in ledger.entries.iter().filter(|link| link.facts.kind == Sort::Erasure) {
        for ((event, _, feature, why), count) in ledger.counts(link.number).unwrap_or_default().0 {
            let why = Ground::ALL.into_iter().find(|ground| ground.word() == why);
            if let Some(why) = why.filter(|_| feature == ERASED) {
                *erased.entry((event, why)).or_default() += count.people;
            }
        }
    }
    erased
}

fn codes(ledger: &Ledger, tally: &mut Tally) {
    let (Ok(key), Ok(people)) = (ledger.key(), ledger.people()) else {
        return tally.fail(Failure::of(Wrong::File).file(entry::PEOPLE));
    };
    let key = Keyed::new(&key);
    for (register, id, code, nth) in people.all() {
        let right = Code::of_person(&key, register, id, nth) == code;
        tally.check(right, || Failure::of(Wrong::Code).file(entry::PEOPLE).person(code));
    }
}

/// P12: the burden that each entry tells is what the rows up to it say. Of an event of which rows were erased it is no less until
/// the last erasure, and from then on what that left in the sums and what the rows say.
pub(super) fn burden(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Burden);
    let mut sum = Burden::default();
    let told = |n: u32| ledger.folder.get(&ENTRIES.path(n, entry::BURDEN)).and_then(|b| burden::read(b).ok());
    let erasure = ledger.entries.iter().rev().find(|link| link.facts.kind == Sort::Erasure);
    let erasure = erasure.map(|link| link.number);
    // What the last erasure left in the sums; and events of which rows are missing so far.
    let (mut lump, mut missing, mut partly) = (None, BTreeSet::new(), false);
    let mut gone = BTreeSet::new();
    for link in &ledger.entries {
        let n = link.number;
        let now = ledger.replaced(n);
        if now != gone {
            // A draw that was annulled was no burden.
            (sum, gone) = (Burden::default(), now);
            _ = ledger.each_of(n - 1, &gone, |_, row| sum.add(row));
        }
        let mut left: BTreeMap<Event, u64> = BTreeMap::new();
        for line in ledger.rows(n).iter().flat_map(Rows::lines).flatten() {
            if let Line::Row(row, _) = line {
                sum.add(&row);
                *left.entry(row.event).or_default() += 1;
            }
        }
        let counts = ledger.counts(n).unwrap_or_default();
        let all_there = |event: Event| counts.total(event).people == left.get(&event).copied().unwrap_or(0);
        missing.extend(burden::WHAT.into_iter().filter(|&event| !all_there(event)));
        let (said, now) = (told(n), sum.loads());
        if erasure == Some(n) {
            lump = said.as_ref().and_then(|said| burden::forgotten(said, &now));
        }
        let whole = lump.map(|lump| burden::with(&now, &lump));
        partly |= whole.is_none() && !missing.is_empty();
        let right = |said: Vec<(Event, Load)>| {
            (0..said.len()).all(|at| {
                let ((event, said), (_, rows)) = (said[at], now[at]);
                match whole {
                    _ if !missing.contains(&event) => said == rows,
                    Some(whole) => said == whole[at].1,
                    None => {
                        rows.people <= said.people
                            && rows.total <= said.total
                            && rows.largest <= said.largest
                            && rows.squares <= said.squares
                    }
                }
            })
        };
        tally.check(said.is_some_and(right), || Failure::of(Wrong::Burden).entry(n).file(entry::BURDEN));
    }
    let mut claim = tally.done(Why::Nothing);
    if partly {
        claim.remarks.push(Remark::Partly);
    }
    claim
}
