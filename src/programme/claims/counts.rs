//! P4: what each entry counts in public adds up, is what its record shows, and is what the burden grew by. Imports `base` and
//! its siblings.

use super::records::Read;
use super::report::{Claim, Failure, Id, Tally, Why, Wrong};
use crate::base::text::fold;
use crate::programme::burden::{self, Load, WHAT};
use crate::programme::counts::{Count, Counts, ERASED, GROUND, adds_up, together};
use crate::programme::entry::{self, ENTRIES, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::Ledger;
use crate::programme::rows::Why as Ground;
use crate::programme::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// P4: the counts add up, and those of a lottery are those of its record; the burden follows from them.
pub(super) fn counts(ledger: &Ledger, records: &[Read]) -> Claim {
    let mut tally = Tally::new(Id::Counts);
    let mut read: BTreeMap<u32, Counts> = BTreeMap::new();
    for link in &ledger.entries {
        let n = link.number;
        let at = |what| Failure::of(what).entry(n).file(entry::COUNTS);
        let Ok(counts) = ledger.counts(n) else {
            tally.fail(at(Wrong::File));
            continue;
        };
        tally.check(counts.amiss().is_none(), || at(Wrong::Sum));
        let all = counts.0.iter().filter(|(of, _)| of.2.is_empty()).map(|(_, count)| count.people);
        tally.check(all.sum::<u64>() == link.facts.rows, || at(Wrong::Sum));
        let rules = ledger.rules_at(n);
        let asked = |feature: &String| rules.as_ref().is_some_and(|rules| rules.reports.contains(feature));
        let known = |feature: &String| feature.is_empty() || feature == GROUND || feature == ERASED;
        tally.check(counts.0.keys().all(|of| known(&of.2) || asked(&of.2)), || at(Wrong::Feature));
        let events: &[Event] = match link.facts.kind {
            Sort::Letters => &[Event::Letter],
            Sort::Panel => &[Event::Pool, Event::Drawn],
            _ => &[],
        };
        let given = records.iter().filter_map(|r| r.given.as_ref()).find(|g| g.is_of(&link.facts));
        if let (Some(given), Some(rules)) = (given, &rules) {
            for &event in events {
                tally.check(follows(&counts, event, rules, &given.by_value(event)), || at(Wrong::Count));
            }
        }
        read.insert(n, counts);
    }
    if read.len() == ledger.entries.len() {
        burden(ledger, &read, &mut tally);
    }
    tally.done(Why::Nothing)
}

/// Whether the counts of an event by each feature that the rules report by and the record has are those of the record.
fn follows(
    counts: &Counts,
    event: Event,
    rules: &Rules,
    own: &BTreeMap<String, BTreeMap<String, Count>>,
) -> bool {
    rules.reports.iter().all(|name| {
        let Some((_, values)) = own.iter().find(|(feature, _)| fold(feature) == fold(name)) else {
            return true;
        };
        let mut shown: BTreeMap<String, Count> = BTreeMap::new();
        for ((word, _, feature, value), count) in &counts.0 {
            if word == event.word() && feature == name {
                let sum = shown.entry(value.clone()).or_default();
                sum.people = sum.people.saturating_add(count.people);
                sum.number = sum.number.saturating_add(count.number);
            }
        }
        let there = values.iter().filter(|(_, count)| count.people > 0);
        shown == together(there.map(|(v, &n)| (v.clone(), n)).collect(), rules.smallest_cell)
    })
}

/// What entries add to a load, or take from it: rows, and what is counted of them.
#[derive(Clone, Copy, Default)]
struct Share {
    rows: u128,
    amount: u128,
}

/// The share of some entries in what is counted of an event.
fn share<'a>(counts: impl Iterator<Item = &'a Counts>, event: Event) -> Share {
    let own = |(of, _): &(&crate::programme::counts::Of, &Count)| of.0 == event.word() && of.2.is_empty();
    let mut share = Share::default();
    for (_, count) in counts.flat_map(|counts| &counts.0).filter(own) {
        share.rows += u128::from(count.people);
        share.amount += u128::from(if adds_up(event) { count.number } else { count.people });
    }
    share
}

/// Whether the burden that each entry tells is that of the entry before it and what its own counts say.
fn burden(ledger: &Ledger, counts: &BTreeMap<u32, Counts>, tally: &mut Tally) {
    let mut before: Vec<(Event, Load)> = WHAT.map(|event| (event, Load::default())).into();
    let (mut gone, mut forgotten) = (BTreeSet::new(), BTreeSet::new());
    for link in &ledger.entries {
        let n = link.number;
        let at = || Failure::of(Wrong::Grown).entry(n).file(entry::BURDEN);
        let bytes = ledger.folder.get(&ENTRIES.path(n, entry::BURDEN));
        let Some(told) = bytes.and_then(|bytes| burden::read(bytes).ok()) else {
            tally.fail(at());
            return;
        };
        let now = ledger.replaced(n);
        let of = |entries: BTreeSet<u32>, event| share(entries.iter().filter_map(|n| counts.get(n)), event);
        for (&(event, was), &(_, load)) in before.iter().zip(&told) {
            let erased: u64 = Ground::ALL.iter().map(|&why| counts[&n].erased(event, why)).sum();
            let added = of(BTreeSet::from([n]), event);
            let less = of(now.difference(&gone).copied().filter(|&own| own != n).collect(), event).amount;
            let more = of(gone.difference(&now).copied().collect(), event).amount;
            let whole = u128::from(was.total) + added.amount;
            let total = u128::from(load.total);
            let right = if link.facts.kind == Sort::Erasure {
                load == was
            } else if less == 0 && more == 0 {
                grows(load, was, added).is_some()
            } else if forgotten.contains(&event) {
                // How many rows of an annulled draw were erased before, only the rows say.
                load.people <= load.total && whole <= total + less && total <= whole + more
            } else {
                load.people <= load.total && total + less == whole + more
            };
            tally.check(right, at);
            if erased > 0 {
                forgotten.insert(event);
            }
        }
        (before, gone) = (told, now);
    }
}

/// Whether a load is the one before and this much more, which so many rows brought.
fn grows(load: Load, was: Load, Share { rows, amount }: Share) -> Option<()> {
    if amount == 0 {
        return (load == was).then_some(());
    }
    let people = load.people.checked_sub(was.people)?;
    let total = load.total.checked_sub(was.total)?;
    let largest = load.largest.checked_sub(was.largest)?;
    let squares = load.squares.checked_sub(was.squares)?;
    // Somebody who had x and gets d has 2xd + d² more in the sum of squares.
    let least = amount.checked_mul(amount).is_some_and(|least| least <= squares.saturating_mul(rows));
    let most = amount.saturating_mul(2 * u128::from(was.largest) + amount);
    let fits = u128::from(people) <= rows && u128::from(total) == amount && u128::from(largest) <= amount;
    (fits && least && squares <= most).then_some(())
}
