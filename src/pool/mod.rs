//! Register and quotas together: the frozen pool and its profiles. May import `base`, `register`,
//! `quotas`.

mod address;
pub(crate) mod again;
mod arithmetic;
mod beside;
mod birth;
mod couples;
pub(crate) mod dates;
pub(crate) mod doubles;
pub(crate) mod headed;
mod homes;
pub(crate) mod ids;
pub(crate) mod lists;
pub(crate) mod lives;
pub mod mirror;
pub mod named;
mod plain;
mod profiles;
mod read;
mod spoiled;
pub(crate) mod traits;
mod values;
mod withdrawn;
pub(crate) mod written;

pub use address::Columns as Address;
pub use arithmetic::{check_supply, needed_whole};
pub(crate) use birth::number as whole_years;
pub use homes::{Home, Homes, Rule};
pub use lists::{Confirmed, Excluded};
pub use read::{Rules, Source, from_tables, read, read_with};

use crate::base::text::Texts;
use crate::quotas::Quotas;
use crate::register::Table;
use profiles::Alike;

/// The people from whom a panel is drawn, each with a value for every quota feature, and the
/// quotas. People are in the byte order of their ids, whatever the order in the file.
///
/// Made only by [`read`] and [`from_tables`], so a pool has no unknown value, no missing value and
/// no id twice. Kept compactly: a million people cost little more than the text of their file.
#[derive(Clone, Debug)]
pub struct Pool {
    quotas: Quotas,
    seats: u32,
    /// Each person's row, in that order.
    table: Table,
    id_column: Option<usize>,
    feature_columns: Vec<usize>,
    ids: Texts,
    alike: Alike,
    homes: Option<Homes>,
    excluded: Vec<Excluded>,
    not_found: usize,
    before: Option<Before>,
}

/// What was settled before this draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The people who have a seat already, in the order of ids.
    pub people: Vec<Confirmed>,
    /// The quotas of the whole panel.
    pub quotas: Quotas,
    /// Seats of the whole panel.
    pub seats: u32,
}

/// One person of a pool.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// The id: text, so leading zeros stay. A row number when the pool has no id column.
    pub id: &'a str,
    /// The row in the file as a spreadsheet shows it.
    pub row: usize,
    /// For each quota feature, in the order of the quotas, the index of the person's value.
    pub values: &'a [u16],
    table: &'a Table,
    index: usize,
}

impl<'a> Person<'a> {
    /// The cells as written in the file, in the order of [`Pool::headings`]. May be personal: never
    /// for a public file, a log or a message.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let (table, index) = (self.table, self.index);
        (0..table.headings.len()).map(move |column| table.cell(index, column))
    }

    /// All cells one behind the other, without a sign between them. May be personal.
    pub fn text(&self) -> &'a str {
        self.table.row(self.index).text()
    }

    /// The cell in a column counted from 0, as written in the file. May be personal.
    pub fn cell(&self, column: usize) -> &'a str {
        self.table.cell(self.index, column)
    }
}

impl Pool {
    /// The quotas, in canonical order.
    pub fn quotas(&self) -> &Quotas {
        &self.quotas
    }

    /// Seats in the panel, at least 1.
    pub fn seats(&self) -> u32 {
        self.seats
    }

    /// The file's headings from left to right, as in the file.
    pub fn headings(&self) -> &[String] {
        &self.table.headings
    }

    /// The column of the ids, counted from 0; `None` when row numbers serve as ids.
    pub fn id_column(&self) -> Option<usize> {
        self.id_column
    }

    /// About as many bytes as the file of a table of these people has.
    pub fn text_size(&self) -> usize {
        self.table.text_size() + self.len() * 16
    }

    /// For each quota feature its column, counted from 0.
    pub fn feature_columns(&self) -> &[usize] {
        &self.feature_columns
    }

    /// Number of people.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Whether there is nobody; never so for a pool that was read.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// The person at `index`, counted from 0 in the order of ids. Panics beyond the end.
    pub fn person(&self, index: usize) -> Person<'_> {
        Person {
            id: self.ids.get(index),
            row: self.table.row(index).row,
            values: self.alike.values(self.alike.of_person[index] as usize),
            table: &self.table,
            index,
        }
    }

    /// Everybody, in the order of ids.
    pub fn people(&self) -> impl Iterator<Item = Person<'_>> {
        (0..self.len()).map(|index| self.person(index))
    }

    /// The index of the person with this id.
    pub fn find(&self, id: &str) -> Option<usize> {
        ids::find(&self.ids, id)
    }

    /// The homes that a household rule binds; none without such a rule.
    pub fn homes(&self) -> Option<&Homes> {
        self.homes.as_ref()
    }

    /// The people who were taken out of the pool because they may not be drawn, in the order of ids.
    pub fn excluded(&self) -> &[Excluded] {
        &self.excluded
    }

    /// The people who have a seat already and what was asked before their seats were taken off; none if
    /// nobody was confirmed before. [`Pool::quotas`] and [`Pool::seats`] are what is left.
    pub fn confirmed(&self) -> Option<&Before> {
        self.before.as_ref()
    }

    /// How many people have a seat already who have this value (of a feature by index).
    pub fn taken(&self, feature: usize, value: usize) -> u32 {
        let people = self.before.iter().flat_map(|before| &before.people);
        people.filter(|person| usize::from(person.values[feature]) == value).count() as u32
    }

    /// The quotas of the whole panel: those of the clerk's file.
    pub fn asked(&self) -> &Quotas {
        self.before.as_ref().map_or(&self.quotas, |before| &before.quotas)
    }

    /// How many ids of the list of excluded people are nobody's in the pool.
    pub fn not_found(&self) -> usize {
        self.not_found
    }

    /// For each feature and value the number of people, in the order of the quotas.
    pub fn counts(&self) -> Vec<Vec<u64>> {
        let mut counts: Vec<Vec<u64>> =
            self.quotas.features.iter().map(|feature| vec![0; feature.values.len()]).collect();
        for (values, size) in self.alike.iter() {
            for (count, &value) in counts.iter_mut().zip(values) {
                count[usize::from(value)] += u64::from(size);
            }
        }
        counts
    }

    /// The different rows of value indexes that people have, in lexicographic order, each with the
    /// number of people who have it.
    pub fn profile_values(&self) -> impl Iterator<Item = (&[u16], u32)> {
        self.alike.iter()
    }

    /// For each person the index of their row in [`Pool::profile_values`].
    pub fn profile_of(&self) -> &[u32] {
        &self.alike.of_person
    }
}
