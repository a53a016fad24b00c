//! What a row of a lottery has against the rules about who is barred: one answer for the claim, and for whoever enters the
//! lottery, since an entry does not change. Sealed. Imports its siblings.

use super::late::of;
use super::report::Wrong;
use crate::draw::code::Code;
use crate::programme::day::Day;
use crate::programme::entry::Sort;
use crate::programme::event::{Event, Ground};
use crate::programme::past::{Bar, For, Past};
use crate::programme::rows::Row;
use crate::programme::rules::Rules;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with a row of a lottery for `of`, and what bars the person on that day: somebody who was barred was in it,
/// or somebody was left out of it on a ground that is not there. Where rows were `erased` a ground may be forgotten.
pub(crate) fn breach(
    past: &Past,
    rules: &Rules,
    of: For<'_>,
    row: &Row<'_>,
    erased: bool,
) -> Option<(Wrong, Vec<Bar>)> {
    let bars = || past.bars(rules, of, row.person, row.date);
    match row.event {
        Event::Pool | Event::Drawn | Event::Letter => {
            Some((Wrong::WasBarred, bars())).filter(|(_, bars)| !bars.is_empty())
        }
        Event::Excluded if !erased => {
            let ground = row.number.and_then(Ground::of_number);
            let bars = bars();
            let none = !bars.iter().any(|bar| Some(bar.ground) == ground);
            none.then_some((Wrong::NoGround, bars))
        }
        _ => None,
    }
}

/// What a whole lottery has against those rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// Who was in it and barred, by ground, and until when the last of them; no day if one of them is barred without end.
    pub barred: BTreeMap<Ground, (BTreeSet<Code>, Option<Day>)>,
    /// Who was left out on a ground that was not there.
    pub groundless: BTreeSet<Code>,
}

impl Against {
    /// Of the rows of a lottery that is not entered yet.
    pub(crate) fn of(past: &Past, rules: &Rules, kind: Sort, rows: &[Row<'_>], erased: bool) -> Self {
        let mut against = Self::default();
        for row in rows {
            let Some((wrong, bars)) =
                of(rules, kind, row).and_then(|of| breach(past, rules, of, row, erased))
            else {
                continue;
            };
            let person = past.person(row.person);
            if wrong == Wrong::NoGround {
                against.groundless.insert(person);
                continue;
            }
            for bar in bars {
                let (people, until) =
                    against.barred.entry(bar.ground).or_insert((BTreeSet::new(), bar.until));
                people.insert(person);
                *until = until.zip(bar.until).map(|(one, other)| one.max(other));
            }
        }
        against
    }

    /// Whether there is nothing.
    pub fn is_nothing(&self) -> bool {
        self.barred.is_empty() && self.groundless.is_empty()
    }

    /// How many people were in it and barred, on whatever ground.
    pub fn people(&self) -> u64 {
        self.barred.values().flat_map(|(people, _)| people).collect::<BTreeSet<_>>().len() as u64
    }
}
