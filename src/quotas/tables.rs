//! What is read from tables of a population: what a person chose, and features as a table has them. Imports `base`, `register`
//! and its siblings.

use super::amount::{self, Amount, Cell, Unreadable};
use crate::base::fault::{Faults, Figures, Place, Rows, What};
use crate::base::text::{fold, tidy};
use crate::register::Table;
use std::collections::BTreeSet;

/// What a person chose to read from the tables. Headings, features and values are compared without
/// regard to capitals and spaces.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Only the rows with this label in the column with this heading: (heading, label).
    pub picks: Vec<(String, String)>,
    /// The heading of the column with the figures.
    pub counts: Option<String>,
    /// Another name for a feature: (name in the table, new name).
    pub names: Vec<(String, String)>,
    /// Values to leave out: `value`, or `feature=value` when only of that feature.
    pub leave_out: Vec<String>,
}

/// Which choices found something, and what they could have named.
#[derive(Debug, Default)]
pub(super) struct Uses {
    pub picks: Vec<bool>,
    pub counts: bool,
    pub names: Vec<bool>,
    pub leave_out: Vec<bool>,
    pub headings: Vec<String>,
    pub labels: Vec<String>,
}

/// A feature as a table has it.
pub(super) struct Raw {
    pub name: String,
    pub lines: Vec<Line>,
    pub are_shares: bool,
    /// Values that were taken out already, as asked.
    pub left_out: Vec<String>,
}

/// A value and its figure; `None` when the figure is missing.
pub(super) struct Line {
    pub value: String,
    pub amount: Option<Amount>,
    pub row: usize,
    pub column: usize,
}

/// The figures in these cells (row index, column), read as one with those `beside` them; `None` for a missing one. Reports
/// cells that cannot be read, and a note for provisional and for grouped figures.
pub(super) fn figures(
    table: &Table,
    cells: &[(usize, usize)],
    beside: &[(usize, usize)],
    are_shares: bool,
    faults: &mut Faults,
) -> Option<Vec<Option<Amount>>> {
    let place = |i: usize| {
        let (row, column) = cells[i];
        Place::file(&table.name).row(table.row(row).row).column(&table.headings[column])
    };
    let text = |i: usize| tidy(table.cell(cells[i].0, cells[i].1));
    let (mut found, mut provisional) = (Vec::new(), Rows::default());
    let (mut amounts, mut readable) = (vec![None; cells.len()], true);
    for (i, &(row, column)) in cells.iter().enumerate() {
        let (cell, mark) = amount::look(table.cell(row, column));
        if mark && provisional.first.last() != Some(&table.row(row).row) {
            provisional.push(table.row(row).row);
        }
        match cell {
            Cell::Digits(digits) => found.push((i, digits)),
            Cell::Missing => {}
            Cell::Other => {
                faults.push(What::Figures(Figures::Unreadable), place(i).cell(&text(i)));
                readable = false;
            }
        }
    }
    let codes: Vec<usize> = (0..cells.len()).filter(|&i| amount::is_code(&text(i))).collect();
    if let Some(&first) = codes.first() {
        let rows = codes.iter().map(|&i| table.row(cells[i].0).row).collect::<BTreeSet<_>>();
        let place = Place::file(&table.name).rows(rows.into_iter().collect());
        faults.push(What::Figures(Figures::MissingCode { code: text(first) }), place);
    }
    if provisional.count() > 0 {
        faults.push(What::Figures(Figures::Provisional), Place::file(&table.name).rows(provisional));
    }
    let digits: Vec<&str> = found.iter().map(|(_, digits)| digits.as_str()).collect();
    let own: BTreeSet<&(usize, usize)> = cells.iter().collect();
    let others = beside.iter().filter(|cell| !own.contains(cell));
    let others = others.map(|&(row, column)| amount::look(table.cell(row, column)).0);
    let others: Vec<String> =
        others.filter_map(|cell| if let Cell::Digits(digits) = cell { Some(digits) } else { None }).collect();
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    match amount::column_among(&digits, &others, are_shares) {
        Ok(read) => {
            if let Some(at) = read.grouped {
                let what = Figures::Grouped { read: read.amounts[at].to_string() };
                faults.push(What::Figures(what), place(found[at].0).cell(&text(found[at].0)));
            }
            found.iter().zip(read.amounts).for_each(|(&(i, _), amount)| amounts[i] = Some(amount));
        }
        Err(Unreadable::At(at)) => {
            let at = found[at].0;
            faults.push(What::Figures(Figures::Unreadable), place(at).cell(&text(at)));
            readable = false;
        }
        Err(Unreadable::Ambiguous(all)) => {
            let all: Vec<usize> = all.into_iter().map(|at| found[at].0).collect();
            report_ambiguous(table, &all.iter().map(|&i| cells[i]).collect::<Vec<_>>(), faults);
            readable = false;
        }
    }
    readable.then_some(amounts)
}

/// Reports all cells (row index, column) that can be read in two ways at once, those of a column together.
fn report_ambiguous(table: &Table, cells: &[(usize, usize)], faults: &mut Faults) {
    let columns: BTreeSet<usize> = cells.iter().map(|(_, column)| *column).collect();
    for column in columns {
        let own = || cells.iter().filter(|cell| cell.1 == column).map(|cell| cell.0);
        let texts: Vec<String> = own().map(|row| tidy(table.cell(row, column))).collect();
        let rows: BTreeSet<usize> = own().map(|row| table.row(row).row).collect();
        let place = Place::file(&table.name).rows(rows.into_iter().collect());
        let what = Figures::Ambiguous { cells: texts };
        faults.push(What::Figures(what), place.column(&table.headings[column]));
    }
}

pub(super) fn matches(choice: &str, feature: &str, value: &str) -> bool {
    let both = |(name, own): (&str, &str)| fold(name) == fold(feature) && fold(own) == fold(value);
    // A value such as ">=65" has the sign in it.
    fold(choice) == fold(value) || choice.split_once('=').is_some_and(both)
}

impl Uses {
    /// Whether a value of a feature with these names is to be left out.
    pub fn leave_out(&mut self, choices: &Choices, features: &[&str], value: &str) -> bool {
        let mut out = false;
        for (choice, used) in choices.leave_out.iter().zip(&mut self.leave_out) {
            if features.iter().any(|feature| matches(choice, feature, value)) {
                *used = true;
                out = true;
            }
        }
        out
    }
}
