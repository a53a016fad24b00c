//! The people's list: who there is, and cells by column. May import `base`, `register`, `pool`.

use crate::base::fault::{Faults, Place, Rows};
use crate::base::text::{column_letters, fold, fold_heading, nearest, tidy};
use crate::pool::ids;
use crate::register::{Table, read};
use crate::sessions::problem::Mix;
use crate::sessions::wrong::{What, Wrongs};
use std::collections::BTreeMap;

/// Everything found wrong while reading.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// By the reader of CSV files.
    pub faults: Faults,
    /// By the planner.
    pub wrongs: Wrongs,
}

impl Found {
    /// Whether the work cannot go on.
    pub fn stop(&self) -> bool {
        self.faults.stop() || self.wrongs.stop()
    }
}

/// The people's list, in the byte order of ids.
#[derive(Debug)]
pub struct People {
    /// The codes.
    pub ids: Vec<String>,
    table: Table,
    rows: Vec<u32>,
}

impl People {
    /// Reads the list. `mixed` are headings that cannot be the id unless asked for.
    pub fn read(
        name: &str,
        bytes: &[u8],
        id_column: Option<&str>,
        mixed: &[String],
        found: &mut Found,
    ) -> Option<Self> {
        let table = read(name, bytes, &mut found.faults)?;
        let taken: Vec<usize> = mixed.iter().flat_map(|heading| table.columns(heading)).collect();
        let people = ids::people(&table, id_column, &taken, &mut found.faults)?;
        let ids: Vec<String> = people.ids.iter().map(str::to_owned).collect();
        if ids.len() > super::MOST_PEOPLE {
            let what = What::TooManyPeople { people: ids.len(), most: super::MOST_PEOPLE };
            found.wrongs.push(what, Place::file(name));
            return None;
        }
        (!ids.is_empty()).then_some(Self { ids, table, rows: people.rows })
    }

    /// The place of a code.
    pub fn find(&self, id: &str) -> Option<u16> {
        self.ids.binary_search_by(|known| known.as_str().cmp(id)).ok().map(|found| found as u16)
    }

    /// The column with this heading, which must be there.
    pub fn column(&self, heading: &str, found: &mut Found) -> Option<usize> {
        let place = Place::file(&self.table.name).column(heading);
        match self.table.columns(heading).as_slice() {
            [column] if !self.table.is_refused(*column) => Some(*column),
            [] | [_] => {
                let near = nearest(heading, self.table.headings.iter().map(String::as_str));
                let what = What::ColumnMissing {
                    near: near.map(str::to_owned),
                    headings: (0..self.table.headings.len())
                        .filter(|&column| !self.table.is_refused(column))
                        .map(|column| self.heading(column))
                        .collect(),
                };
                found.wrongs.push(what, place);
                None
            }
            _ => {
                found.wrongs.push(What::ColumnTwice, place);
                None
            }
        }
    }

    /// The column with one of these headings, spelling aside, if there is just one.
    pub fn column_like(&self, names: &[&str]) -> Option<usize> {
        let like = |c: &usize| names.contains(&fold_heading(&self.table.headings[*c]).as_str());
        let mut found = (0..self.table.headings.len()).filter(like);
        found.next().filter(|c| found.next().is_none() && !self.table.is_refused(*c))
    }

    /// The heading of a column, or its letters when it has none.
    pub fn heading(&self, column: usize) -> String {
        match self.table.headings[column].as_str() {
            "" => column_letters(column),
            heading => heading.to_owned(),
        }
    }

    /// The cell of a person, without space around it.
    pub fn cell(&self, person: usize, column: usize) -> String {
        tidy(self.table.cell(self.rows[person] as usize, column))
    }

    /// Where in the file some people are, in this column.
    pub fn place(&self, people: &[usize], column: usize) -> Place {
        let mut rows: Vec<usize> =
            people.iter().map(|&p| self.table.row(self.rows[p] as usize).row).collect();
        rows.sort_unstable();
        let rows: Rows = rows.into_iter().collect();
        Place::file(&self.table.name).column(&self.heading(column)).rows(rows)
    }

    /// The values of a column, spellings that differ in capitals or spaces as one, in byte order, and
    /// which value each person has.
    pub fn values(&self, column: usize) -> (Vec<String>, Vec<u16>) {
        let mut spellings: BTreeMap<String, String> = BTreeMap::new();
        let cells: Vec<String> = (0..self.ids.len()).map(|person| self.cell(person, column)).collect();
        for cell in &cells {
            let known = spellings.entry(fold(cell)).or_insert_with(|| cell.clone());
            if cell < known {
                known.clone_from(cell);
            }
        }
        let mut values: Vec<String> = spellings.values().cloned().collect();
        values.sort_unstable();
        let index = |cell: &String| values.binary_search(&spellings[&fold(cell)]).unwrap_or(0) as u16;
        let of = cells.iter().map(index).collect();
        (values, of)
    }

    /// A column as a feature to mix. People with a blank cell are a value of their own, and told.
    pub fn mix(&self, heading: &str, importance: u32, found: &mut Found) -> Option<Mix> {
        let column = self.column(heading, found)?;
        let (values, of) = self.values(column);
        let blank: Vec<usize> = (0..of.len()).filter(|&p| values[usize::from(of[p])].is_empty()).collect();
        if !blank.is_empty() && blank.len() < of.len() {
            found.wrongs.push(What::BlankValue, self.place(&blank, column));
        }
        Some(Mix { name: self.heading(column), importance, values, of })
    }
}

/// Whether a cell says yes; `None` when it says neither yes nor no. Blank is no.
pub fn yes(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "yes" | "y" | "ja" | "j" | "1" | "x" | "true" | "waar" => Some(true),
        "" | "no" | "n" | "nee" | "0" | "-" | "false" | "onwaar" => Some(false),
        _ => None,
    }
}
