//! Forgetting: rows whose time is over, and people who ask. Imports `programme` and its siblings.

use super::no::No;
use super::{PROGRAM, Programme, plain};
use crate::assembly::patch::{Patch, Step};
use crate::bundle::files;
use crate::draw::code::Code;
use crate::draw::merkle;
use crate::programme::claims;
use crate::programme::counts::{Counts, ERASED};
use crate::programme::entry::{self, Sort};
use crate::programme::ledger::New;
use crate::programme::past::{For, Past};
use crate::programme::people::People;
use crate::programme::rows::{self, Line, Row, Stone, Why};
use crate::programme::{Day, Event, Ledger};
use std::collections::{BTreeMap, BTreeSet};

/// What is to be erased.
#[derive(Clone, Debug)]
pub enum Erasing<'a> {
    /// Rows whose time is over.
    Retention,
    /// Everything about somebody who asked.
    Person {
        /// The id.
        id: &'a str,
        /// The register; none: the first frame.
        frame: Option<&'a str>,
        /// Whether they stay barred as long as the rules say: their code and a day are kept, and nothing else.
        keep_barred: bool,
    },
}

/// What was erased.
#[derive(Clone, Debug)]
pub struct Erased {
    /// What changes the folder.
    pub patch: Patch,
    /// Rows that were erased, by event.
    pub rows: BTreeMap<String, u64>,
    /// People of whom the ledger has no row any more.
    pub people: u64,
    /// Until when somebody stays barred.
    pub barred: Option<Day>,
    /// The number of the entry that says so.
    pub entry: u32,
    /// The line to publish.
    pub head: String,
}

/// Whether the time of a row is over on a day: so many months after it, or after what it says ended.
pub(super) fn is_over(keep: &BTreeMap<Event, u32>, row: &Row<'_>, day: Day) -> bool {
    let from = if row.event == Event::Joined { row.date } else { row.until.unwrap_or(row.date) };
    keep.get(&row.event).is_some_and(|&months| from.plus(months) <= day)
}

impl Programme {
    /// Erases rows: text and salt go, the digest stays in their place, and no root and no head line changes.
    ///
    /// # Errors
    /// [`No`].
    pub fn erase(&self, what: &Erasing<'_>, date: Day, random: [u8; 32]) -> Result<Erased, No> {
        self.in_time(date)?;
        let past = Past::of(&self.ledger, self.ledger.last())?;
        let (whom, why, barred) = match what {
            Erasing::Retention => (BTreeSet::new(), Why::Retention, None),
            Erasing::Person { id, frame, keep_barred } => {
                let frame = self.frame(*frame)?;
                let code = self.whom(id, &frame, &past)?;
                let until = if *keep_barred { self.barred_until(&past, code, date) } else { None };
                (past.codes(code).into_iter().collect(), Why::Request, until.map(|until| (code, until)))
            }
        };
        let goes = |row: &Row<'_>| match why {
            Why::Retention => is_over(&self.ledger.rules.keep, row, date),
            Why::Request => whom.contains(&row.person),
        };
        let Gone { mut ledger, steps, rows, left, gone } = self.without(&goes, why, date)?;
        // What an erasure took that was cut short before it said so is told now.
        let before = claims::erased(&ledger);
        let unsaid = unsaid(&ledger, &before)?;
        if unsaid.is_empty() {
            return Err(No::NothingToErase);
        }
        let mut people = self.people.clone();
        let forgotten: BTreeSet<Code> = match why {
            Why::Request => whom.clone(),
            Why::Retention => gone.difference(&left).copied().collect(),
        };
        people.forget(&forgotten);
        set_people(&mut ledger, &people);
        let row = |(person, until): (Code, Day)| Row {
            seq: 0,
            date,
            person,
            event: Event::Barred,
            body: "",
            edition: "",
            number: None,
            until: Some(until),
        };
        let kept: Vec<Row<'_>> = barred.map(row).into_iter().collect();
        let mut counts = Counts::of(&kept, &|_| None, 0);
        for ((event, why), erased) in &unsaid {
            let of = (event.clone(), String::new(), ERASED.to_owned(), why.word().to_owned());
            counts.0.entry(of).or_default().people = *erased;
        }
        let new = New {
            rows: kept,
            counts: Some(counts),
            ..plain(Sort::Erasure, Sort::Erasure.word().to_owned(), date)
        };
        let made = ledger.append(new, PROGRAM, random)?;
        let (entry, head) = (made.number, made.head.clone());
        let mut patch = self.patch(&[made], &people);
        patch.stands = patch.stands.map(|(made, stands)| (made + steps.len(), stands));
        patch.steps.splice(0..0, steps);
        let barred = barred.map(|(_, until)| until);
        Ok(Erased { patch, rows, people: forgotten.len() as u64, barred, entry, head })
    }

    /// Until when somebody is barred from anything, if that ends.
    fn barred_until(&self, past: &Past, code: Code, day: Day) -> Option<Day> {
        let rules = &self.ledger.rules;
        let seats = rules.bodies.iter().map(For::Seat);
        let letters = rules.frames.iter().map(|frame| For::Letter(Some(frame)));
        let bars = seats.chain(letters).flat_map(|of| past.bars(rules, of, code, day));
        bars.filter_map(|bar| bar.until).max()
    }

    /// The ledger without these rows.
    fn without(&self, goes: &dyn Fn(&Row<'_>) -> bool, why: Why, date: Day) -> Result<Gone, No> {
        let mut gone = Gone {
            ledger: self.ledger.clone(),
            steps: Vec::new(),
            rows: BTreeMap::new(),
            left: BTreeSet::new(),
            gone: BTreeSet::new(),
        };
        for link in &self.ledger.entries {
            let path = |file: &str| entry::sealed(link.number, file);
            let torn = |file: &str, line| No::Torn { file: path(file), line };
            let bytes = self.ledger.sealed(&path(entry::SALTS)).ok_or_else(|| torn(entry::SALTS, None))?;
            let mut salts = rows::salts(&bytes).map_err(|at| torn(entry::SALTS, Some(at)))?;
            let (mut lines, mut changed) = (Vec::new(), false);
            let own = self.ledger.rows(link.number)?;
            for (at, line) in own.lines().enumerate() {
                let line = line?;
                let salt = salts.get_mut(at).ok_or_else(|| torn(entry::SALTS, Some(at + 2)))?;
                lines.push(match line {
                    Line::Row(row, text) if goes(&row) => {
                        let own = salt.take().ok_or_else(|| torn(entry::SALTS, Some(at + 2)))?;
                        changed = true;
                        *gone.rows.entry(row.event.word().to_owned()).or_default() += 1;
                        gone.gone.insert(row.person);
                        Line::Stone(Stone { date, why, leaf: merkle::leaf(&own, text) })
                    }
                    Line::Row(row, text) => {
                        gone.left.insert(row.person);
                        Line::Row(row, text)
                    }
                    stone => {
                        // A salt that outlived its row, where an erasure was cut short.
                        changed |= salt.take().is_some();
                        stone
                    }
                });
            }
            if changed {
                // The salts go last: until then the same erasure can be made again.
                let own =
                    [(entry::ROWS, rows::table(lines.into_iter())), (entry::SALTS, rows::salt_table(&salts))];
                for (file, bytes) in own {
                    gone.ledger.folder.insert(path(file), bytes.clone());
                    gone.steps.push(Step::Replace { path: path(file), bytes });
                }
            }
        }
        Ok(gone)
    }
}

struct Gone {
    ledger: Ledger,
    steps: Vec<Step>,
    rows: BTreeMap<String, u64>,
    left: BTreeSet<Code>,
    gone: BTreeSet<Code>,
}

fn set_people(ledger: &mut Ledger, people: &People) {
    ledger.folder.insert(format!("{}{}", files::SEALED, entry::PEOPLE), people.table());
}

/// Erased rows of which no erasure says so yet, by event and ground.
fn unsaid(ledger: &Ledger, said: &BTreeMap<(String, Why), u64>) -> Result<BTreeMap<(String, Why), u64>, No> {
    let mut events: BTreeMap<String, u64> = BTreeMap::new();
    let mut grounds: BTreeMap<Why, u64> = BTreeMap::new();
    for link in &ledger.entries {
        let counts = ledger.counts(link.number)?;
        for event in Event::ALL {
            let total = counts.total(*event).people;
            *events.entry(event.word().to_owned()).or_default() += total;
        }
        for line in ledger.rows(link.number)?.lines() {
            match line? {
                Line::Row(row, _) => {
                    let left = events.entry(row.event.word().to_owned()).or_default();
                    *left = left.saturating_sub(1);
                }
                Line::Stone(stone) => *grounds.entry(stone.why).or_default() += 1,
            }
        }
    }
    for ((event, why), rows) in said {
        let take = |left: &mut u64| *left = left.saturating_sub(*rows);
        events.entry(event.clone()).and_modify(take);
        grounds.entry(*why).and_modify(take);
    }
    // What the rules keep for ever is only erased on request, so it comes first there.
    let kept =
        |event: &str| Event::of_word(event).is_some_and(|event| ledger.rules.keep.contains_key(&event));
    let (ends, stays): (Vec<_>, Vec<_>) = events.into_iter().partition(|(event, _)| kept(event));
    let mut unsaid = BTreeMap::new();
    for (event, mut rows) in stays.into_iter().chain(ends) {
        for why in [Why::Request, Why::Retention] {
            let Some(left) = grounds.get_mut(&why) else { continue };
            let part = rows.min(*left);
            if part > 0 {
                unsaid.insert((event.clone(), why), part);
                (rows, *left) = (rows - part, *left - part);
            }
        }
    }
    Ok(unsaid)
}
