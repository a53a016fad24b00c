//! What can be wrong with the input, as data: what, where, and how bad. The sentences for people
//! are in `words`. Imports nothing of ours.

pub mod figures;
mod grade;
mod kind;
mod prepare;
mod rows;
pub mod turn;
mod what;

pub use figures::Figures;
pub use grade::{Blame, Grade};
pub use kind::Kind;
pub use prepare::Prepare;
pub use rows::Rows;
pub use turn::Turn;
pub use what::{Format, Held, QuotaColumn, Role, Seems, What};

use std::collections::BTreeMap;

impl FromIterator<usize> for Rows {
    fn from_iter<I: IntoIterator<Item = usize>>(rows: I) -> Self {
        let mut collected = Self::default();
        rows.into_iter().for_each(|row| collected.push(row));
        collected
    }
}

/// Where a fault is, in a spreadsheet's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, as named in the command.
    pub file: String,
    /// The rows; none when the fault is not in particular rows.
    pub rows: Rows,
    /// The column's heading.
    pub column: Option<String>,
    /// The cell; only ever of a quota column or the quota file.
    pub cell: Option<String>,
}

impl Place {
    /// Somewhere in a file.
    pub fn file(name: &str) -> Self {
        Self { file: name.to_owned(), ..Self::default() }
    }

    /// The same place, in this row.
    pub fn row(mut self, row: usize) -> Self {
        self.rows = Rows::one(row);
        self
    }

    /// The same place, in these rows.
    pub fn rows(mut self, rows: Rows) -> Self {
        self.rows = rows;
        self
    }

    /// The same place, in this column.
    pub fn column(mut self, heading: &str) -> Self {
        self.column = Some(heading.to_owned());
        self
    }

    /// The same place, with this cell. Never a cell that may be personal.
    pub fn cell(mut self, cell: &str) -> Self {
        self.cell = Some(cell.to_owned());
        self
    }
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub what: What,
    /// Where.
    pub place: Place,
}

impl Fault {
    /// The kind of fault.
    pub fn kind(&self) -> Kind {
        self.what.kind()
    }

    /// The stable code, such as `P-02`.
    pub fn code(&self) -> &'static str {
        self.kind().code()
    }

    /// How bad it is.
    pub fn grade(&self) -> Grade {
        self.kind().grade()
    }
}

/// Everything found wrong in one run, in the order found: the first [`Faults::SHOWN`] of each kind,
/// and how many more there were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    list: Vec<Fault>,
    counts: BTreeMap<Kind, usize>,
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let codes: Vec<&str> = self.list.iter().map(Fault::code).collect();
        write!(f, "faults: {}", codes.join(", "))
    }
}

impl std::error::Error for Faults {}

impl Faults {
    /// Faults of one kind that are kept whole; the others are counted.
    pub const SHOWN: usize = 20;

    /// No faults yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, what: What, place: Place) {
        let count = self.counts.entry(what.kind()).or_default();
        *count += 1;
        if *count <= Self::SHOWN {
            self.list.push(Fault { what, place });
        }
    }

    /// Counts faults of one kind that are too many to be kept whole, after at least
    /// [`Faults::SHOWN`] of them were added.
    pub fn add_to_count(&mut self, kind: Kind, count: usize) {
        debug_assert!(count == 0 || self.count(kind) >= Self::SHOWN);
        *self.counts.entry(kind).or_default() += count;
    }

    /// The faults kept, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.list.iter()
    }

    /// How many faults of this kind there were, kept or not.
    pub fn count(&self, kind: Kind) -> usize {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// How many faults of this kind there were beyond those kept.
    pub fn more(&self, kind: Kind) -> usize {
        self.count(kind).saturating_sub(Self::SHOWN)
    }

    /// Whether a fault of this kind was found in this row of a file, as far as rows are kept.
    pub fn of_row(&self, kind: Kind, file: &str, row: usize) -> bool {
        let here = |fault: &&Fault| fault.kind() == kind && fault.place.file == file;
        self.list.iter().filter(here).any(|fault| {
            let rows = &fault.place.rows;
            rows.first.contains(&row) || rows.more > 0 && rows.first.last().is_some_and(|&last| row > last)
        })
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether something of grade [`Grade::Stop`] was found.
    pub fn stop(&self) -> bool {
        self.counts.keys().any(|kind| kind.grade() == Grade::Stop)
    }

    /// The worst thing that stops the work: the input's own fault before the answer "no".
    pub fn blame(&self) -> Option<Blame> {
        let stops = || self.counts.keys().filter(|kind| kind.grade() == Grade::Stop);
        if stops().any(|kind| kind.blame() == Blame::Input) {
            return Some(Blame::Input);
        }
        stops().next().map(|_| Blame::Answer)
    }

    /// Takes over everything another list found.
    pub fn append(&mut self, other: Faults) {
        let hidden: Vec<_> = other.counts.keys().map(|&kind| (kind, other.more(kind))).collect();
        for fault in other.list {
            self.push(fault.what, fault.place);
        }
        for (kind, more) in hidden {
            *self.counts.entry(kind).or_default() += more;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct_and_well_formed() {
        let mut codes: Vec<_> = Kind::ALL.iter().map(|kind| kind.code()).collect();
        assert!(codes.iter().all(|c| (4..=5).contains(&c.len()) && c.as_bytes()[1] == b'-'));
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), Kind::ALL.len());
    }

    #[test]
    fn all_are_counted_and_the_first_are_kept() {
        let mut faults = Faults::new();
        for row in 0..332 {
            faults.push(What::IdTwice, Place::file("p.csv").row(row));
        }
        assert_eq!((faults.iter().count(), faults.more(Kind::IdTwice)), (20, 312));
        let mut both = faults.clone();
        both.append(faults);
        assert_eq!((both.iter().count(), both.count(Kind::IdTwice)), (20, 664));
    }

    #[test]
    fn the_inputs_fault_outranks_the_answer_no() {
        let mut faults = Faults::new();
        faults.push(What::RowNumbers, Place::default());
        assert_eq!((faults.stop(), faults.blame()), (false, None));
        faults.push(What::PoolTooSmall { people: 1, seats: 2, taken: 0 }, Place::default());
        assert_eq!(faults.blame(), Some(Blame::Answer));
        faults.push(What::SeatsZero, Place::default());
        assert_eq!(faults.blame(), Some(Blame::Input));
    }
}
