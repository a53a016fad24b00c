//! Rows that were entered after a lottery, and are of days before it: they would have barred somebody who was in it. Nobody can
//! enter what they do not know yet, so this is told and fails no claim. Sealed. Imports its siblings.

use crate::draw::code::Code;
use crate::programme::day::Day;
use crate::programme::entry::Sort;
use crate::programme::event::Event;
use crate::programme::ledger::{Ledger, Rows, Torn};
use crate::programme::past::{For, Past};
use crate::programme::rows::{Line, Row};
use crate::programme::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// For what the people of a row were in a lottery: a seat in a body, or a letter to the people of a frame.
pub(super) fn of<'a>(rules: &'a Rules, kind: Sort, row: &Row<'_>) -> Option<For<'a>> {
    match kind {
        Sort::Letters => Some(For::Letter(rules.frame(row.body))),
        _ => rules.body(row.body).map(For::Seat),
    }
}

/// Lotteries that stand, each with how many people were in it whom rows of earlier days would have barred that stand in entries
/// from `since` on, and after it.
///
/// # Errors
/// A row that cannot be read.
pub(crate) fn barred_late(
    ledger: &Ledger,
    since: u32,
    rules_of: &dyn Fn(u32) -> Option<Rules>,
) -> Result<Vec<(u32, u64)>, Torn> {
    let last = ledger.last();
    let gone = ledger.replaced(last);
    let standing = ledger.entries.iter().filter(|link| !gone.contains(&link.number));
    let lotteries = standing.filter(|link| matches!(link.facts.kind, Sort::Panel | Sort::Letters));
    let lotteries: Vec<(u32, Sort, Day)> = lotteries
        .filter_map(|link| Some((link.number, link.facts.kind, Day::parse(&link.facts.date)?)))
        .collect();
    // Links, and whom rows are about that came late for a lottery: days of entries do not go back.
    let (mut linked, mut late) = (Past::default(), Vec::new());
    ledger.each_of(last, &gone, |entry, row| {
        let before = lotteries.iter().rev().find(|(n, ..)| *n < entry);
        if row.event == Event::Link {
            linked.add(entry, row);
        } else if entry >= since && before.is_some_and(|&(_, _, day)| row.date < day) {
            late.push((entry, row.date, row.person));
        }
    })?;
    let mut told = Vec::new();
    for &(n, kind, day) in lotteries.iter().filter(|_| !late.is_empty()) {
        let Some(rules) = rules_of(n) else { continue };
        let came = late.iter().filter(|(entry, date, _)| *entry > n && *date < day);
        let about: BTreeSet<Code> = came.map(|&(.., person)| linked.person(person)).collect();
        let own = if about.is_empty() { None } else { Some(ledger.rows(n)?) };
        let read: Vec<Line<'_>> = own.iter().flat_map(Rows::lines).collect::<Result<_, _>>()?;
        let is_in = |row: &Row<'_>| {
            matches!(row.event, Event::Pool | Event::Drawn | Event::Letter)
                && about.contains(&linked.person(row.person))
        };
        let there =
            read.iter().filter_map(|line| if let Line::Row(row, _) = line { Some(row) } else { None });
        let there: BTreeMap<Code, &Row<'_>> =
            there.filter(|row| is_in(row)).map(|row| (linked.person(row.person), row)).collect();
        if there.is_empty() {
            continue;
        }
        // Their past as it was known then, and as it is known now.
        let (mut then, mut now) = (Past::default(), Past::default());
        let annulled = ledger.replaced(n);
        ledger.each_row(last, |entry, row| {
            let ours = row.event == Event::Link || there.contains_key(&linked.person(row.person));
            let known = entry < n && !annulled.contains(&entry);
            if ours && known {
                then.add(entry, row);
            }
            if ours && (known || entry > n && row.date < day && !gone.contains(&entry)) {
                now.add(entry, row);
            }
        })?;
        then.settle();
        now.settle();
        let barred = |past: &Past, row: &Row<'_>| {
            of(&rules, kind, row).is_some_and(|of| !past.bars(&rules, of, row.person, day).is_empty())
        };
        let people = there.values().filter(|row| !barred(&then, row) && barred(&now, row)).count();
        if people > 0 {
            told.push((n, people as u64));
        }
    }
    Ok(told)
}
