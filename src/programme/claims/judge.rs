//! P9 and P10: who was barred, and whose term was how long. Sealed. Imports its siblings.

use super::report::{Claim, Failure, Id, Remark, Tally, Why, Wrong};
use crate::programme::day::Day;
use crate::programme::entry::Sort;
use crate::programme::event::{Event, Ground};
use crate::programme::ledger::{Ledger, Rows};
use crate::programme::past::{For, Past};
use crate::programme::rows::{Line, Row};
use crate::programme::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// For what the people of a row were in a lottery: a seat in a body, or a letter to the people of a frame.
fn of<'a>(rules: &'a Rules, kind: Sort, row: &Row<'_>) -> Option<For<'a>> {
    match kind {
        Sort::Letters => Some(For::Letter(rules.frame(row.body))),
        _ => rules.body(row.body).map(For::Seat),
    }
}

/// P9: nobody who was barred was in a pool, and nobody was barred without ground.
///
/// Where rows were erased, somebody may have been barred for what is forgotten: then only the first half is looked at.
pub(super) fn bars(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Bars);
    let (mut past, mut erased, mut partly) = (Past::default(), false, false);
    let (mut links, mut served) = (0, 0);
    for link in &ledger.entries {
        let (n, kind) = (link.number, link.facts.kind);
        let rules = ledger.rules_of(n);
        let own = ledger.rows(n);
        let read: Vec<Line<'_>> = own.iter().flat_map(Rows::lines).flatten().collect();
        let rows = read.iter().filter_map(|line| if let Line::Row(row, _) = line { Some(row) } else { None });
        if let (Some(rules), true) = (&rules, matches!(kind, Sort::Panel | Sort::Letters)) {
            partly |= erased;
            for row in rows.clone() {
                let Some(of) = of(rules, kind, row) else { continue };
                let bars = || past.bars(rules, of, row.person, row.date);
                let at = |what| Failure::of(what).entry(n).person(row.person);
                match row.event {
                    Event::Pool | Event::Drawn | Event::Letter => {
                        tally.check(bars().is_empty(), || at(Wrong::WasBarred));
                    }
                    Event::Excluded => {
                        let ground = row.number.and_then(Ground::of_number);
                        let right = erased || bars().iter().any(|bar| Some(bar.ground) == ground);
                        tally.check(right, || at(Wrong::NoGround));
                    }
                    _ => {}
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
    if partly {
        claim.remarks.push(Remark::Partly);
    }
    if links + served > 0 {
        claim.remarks.push(Remark::AsEntered { links, served });
    }
    claim
}

/// P10: no more members than seats, and nobody beyond their term; renewals that came late are told.
pub(super) fn terms(ledger: &Ledger) -> Claim {
    let mut tally = Tally::new(Id::Terms);
    let mut past = Past::default();
    // Of each body that changes in parts the last day on which somebody came for a whole term.
    let mut renewed: BTreeMap<String, Day> = BTreeMap::new();
    let mut late = Vec::new();
    for link in &ledger.entries {
        let n = link.number;
        let rules = ledger.rules_of(n);
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
