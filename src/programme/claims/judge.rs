//! P9 and P10: who was barred, and whose term was how long. Sealed. Imports its siblings.

use super::breach::breach;
use super::late::{barred_late, of};
use super::records::{Read, gaps};
use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::base::look::look;
use crate::draw::code::Code;
use crate::programme::day::Day;
use crate::programme::entry::Sort;
use crate::programme::event::Event;
use crate::programme::ledger::{Ledger, Rows};
use crate::programme::past::Past;
use crate::programme::rows::Line;
use crate::programme::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// P9: nobody who was barred was in a pool, and nobody was barred without ground.
///
/// Where rows were erased, somebody may have been barred for what is forgotten: then only the first half is looked at.
pub(super) fn bars(ledger: &Ledger, records: &[Read]) -> Claim {
    let mut tally = Tally::new(Id::Bars);
    let mut gone = BTreeSet::new();
    let twins = twins(ledger);
    let (mut past, mut erased, mut partly) = (Past::default(), false, false);
    let (mut links, mut served) = (0, 0);
    for link in &ledger.entries {
        let (n, kind) = (link.number, link.facts.kind);
        let rules = rules_due(ledger, records, n);
        rebuild(ledger, n, &mut gone, &mut past);
        let own = ledger.rows(n);
        let read: Vec<Line<'_>> = own.iter().flat_map(Rows::lines).flatten().collect();
        let there: BTreeSet<Code> = match twins.is_empty() {
            true => BTreeSet::new(),
            false => read
                .iter()
                .filter_map(
                    |line| if let Line::Row(row, _) = line { Some(past.person(row.person)) } else { None },
                )
                .collect(),
        };
        let rows = read.iter().filter_map(|line| if let Line::Row(row, _) = line { Some(row) } else { None });
        if let (Some(rules), true) = (&rules, matches!(kind, Sort::Panel | Sort::Letters)) {
            partly |= erased;
            for row in rows.clone() {
                let Some(of) = of(rules, kind, row) else { continue };
                let at = |what| Failure::of(what).entry(n).person(row.person);
                if !matches!(row.event, Event::Pool | Event::Drawn | Event::Letter | Event::Excluded) {
                    continue;
                }
                let wrong = breach(&past, rules, of, row, erased).map(|(wrong, _)| wrong);
                tally.check(wrong.is_none(), || at(wrong.unwrap_or(Wrong::WasBarred)));
                if row.event != Event::Excluded {
                    // Somebody who is barred and is not here, beside somebody here whose id looks like theirs.
                    let alike = twins.get(&row.person).into_iter().flatten();
                    let missing = |&&twin: &&Code| {
                        !there.contains(&past.person(twin))
                            && !past.bars(rules, of, twin, row.date).is_empty()
                    };
                    if alike.clone().any(|twin| missing(&twin)) {
                        tally.fail(at(Wrong::Alike));
                    }
                }
            }
        }
        for row in rows {
            match row.event {
                Event::Link => links += 1,
                Event::Served | Event::Paid => served += 1,
                _ => {}
            }
            past.add(n, row);
        }
        past.settle();
        erased |= read.iter().any(|line| matches!(line, Line::Stone(_)));
    }
    let mut claim = tally.done(Why::Nothing);
    // Rows that cannot be read are none: P8 says so, and nothing here is checked then.
    let late = barred_late(ledger, 0, &|n| rules_due(ledger, records, n)).unwrap_or_default();
    claim.remarks.extend(late.into_iter().map(|(entry, people)| Remark::BarredLate { entry, people }));
    claim.remarks.extend(gaps(ledger, records));
    if partly {
        claim.remarks.push(Remark::Partly);
    }
    if links + served > 0 {
        claim.remarks.push(Remark::AsEntered { links, served });
    }
    claim
}

/// The rules that had to be those of an entry's lottery, as far as its record is given.
fn rules_due(ledger: &Ledger, records: &[Read], n: u32) -> Option<Rules> {
    let facts = &ledger.entries.iter().find(|link| link.number == n)?.facts;
    let given = records.iter().filter_map(|r| r.given.as_ref()).find(|g| g.is_of(facts));
    let due = given.and_then(|given| given.rules_due(ledger, n));
    due.map_or_else(|| ledger.rules_of(n), |due| ledger.rules_at(due))
}

/// Takes the draws out of the past that entry `n` takes the place of.
fn rebuild(ledger: &Ledger, n: u32, gone: &mut BTreeSet<u32>, past: &mut Past) {
    let now = ledger.replaced(n);
    if now == *gone {
        return;
    }
    *gone = now;
    // Rows that cannot be read are none: P8 says so, and nothing here is checked then.
    *past = Past::without(ledger, n - 1, gone).unwrap_or_default();
}

/// For each code the codes of others of the same register whose ids look like theirs.
fn twins(ledger: &Ledger) -> BTreeMap<Code, Vec<Code>> {
    let Ok(people) = ledger.people() else { return BTreeMap::new() };
    let mut by_look: BTreeMap<(&str, String), Vec<Code>> = BTreeMap::new();
    for (register, id, code, _) in people.all() {
        by_look.entry((register, look(id))).or_default().push(code);
    }
    let mut twins = BTreeMap::new();
    for all in by_look.into_values().filter(|all| all.len() > 1) {
        for &code in &all {
            twins.insert(code, all.iter().copied().filter(|other| *other != code).collect());
        }
    }
    twins
}

/// P10: no more members than seats, and nobody beyond their term; renewals that came late are told.
pub(super) fn terms(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Terms);
    let (mut past, mut gone) = (Past::default(), BTreeSet::new());
    // Of each body that changes in parts the last day on which somebody came for a whole term.
    let mut renewed: BTreeMap<String, Day> = BTreeMap::new();
    let mut late = Vec::new();
    for link in &ledger.entries {
        let n = link.number;
        let rules = ledger.rules_of(n);
        rebuild(ledger, n, &mut gone, &mut past);
        let mut touched: BTreeSet<(String, Day)> = BTreeSet::new();
        let own = ledger.rows(n);
        let read: Vec<Line<'_>> = own.iter().flat_map(Rows::lines).flatten().collect();
        for line in &read {
            let Line::Row(row, _) = line else { continue };
            past.add(n, row);
            if row.event != Event::Term {
                continue;
            }
            touched.insert((row.body.to_owned(), row.date));
            let body = rules.as_ref().and_then(|rules| rules.body(row.body));
            if let Some(((_, every), term)) = body.and_then(|body| body.renew.zip(body.term)) {
                let whole = row.until == Some(row.date.plus(term));
                let before = renewed.get(row.body).copied();
                if whole || before.is_none() {
                    renewed.insert(row.body.to_owned(), row.date);
                }
                if let Some(due) =
                    before.map(|before| before.plus(every)).filter(|due| whole && *due < row.date)
                {
                    late.push(Remark::RenewedLate { body: row.body.to_owned(), due, day: row.date });
                }
            }
            let months = rules.as_ref().and_then(|rules| rules.body(row.body)?.term);
            // A body of others, such as a council, has the terms that it has.
            let Some((months, until)) = months.zip(row.until) else { continue };
            let before = past.seat(row.person, row.body, row.date).map_or(row.date, |seat| seat.0);
            tally.check(until <= before.plus(months), || {
                Failure::of(Wrong::TooLong).entry(n).person(row.person)
            });
        }
        past.settle();
        for (body, day) in touched {
            let Some(seats) = rules.as_ref().and_then(|rules| rules.body(&body)).map(|body| body.seats)
            else {
                continue;
            };
            let held = past.members(&body, day).len();
            tally.check(held <= seats as usize, || Failure::of(Wrong::TooMany).entry(n).file(body.clone()));
        }
    }
    let mut claim = tally.done(Why::Nothing);
    claim.remarks.extend(late);
    claim
}
