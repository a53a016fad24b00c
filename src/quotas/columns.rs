//! A table of one row of figures, of which the columns are the values of one feature. Imports `base` and its siblings.

use super::amount::Amount;
use super::headings::{bare, stem, without_number};
use super::statline::{Sheet, stop};
use super::tables::{Choices, Line, Raw, figures};
use super::{doubts, kinds};
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::fold;

impl Sheet<'_> {
    /// One feature, whose values are the columns of the only row.
    pub(super) fn by_columns(&self, choices: &Choices, faults: &mut Faults) -> Option<Raw> {
        let row = self.rows[0];
        let cells: Vec<(usize, usize)> = self.figures.iter().map(|&column| (row, column)).collect();
        let are_shares = self.figures.iter().all(|&column| self.are_shares(column));
        let amounts = figures(self.table, &cells, &[], are_shares, faults)?;
        let headings: Vec<String> =
            self.figures.iter().map(|&column| self.headings[column].clone()).collect();
        let labels: Vec<&str> = headings.iter().map(|heading| without_number(heading)).collect();
        let twice = doubts::counted_twice(&headings, &amounts).or_else(|| kinds::of_several(&labels));
        if let Some(twice) = twice {
            stop(self.table, Figures::MixedColumns { headings, twice }, faults);
            return None;
        }
        if let Some(apart) = kinds::of_people_and_homes(&labels) {
            let feature = stem(&self.table.name);
            stop(self.table, Figures::PeopleAndHomes { feature, apart }, faults);
            return None;
        }
        let parts = |column: usize| self.headings[column].split_once(" | ");
        let first = parts(self.figures[0]).map(|(group, _)| group);
        let grouped = self.figures.len() > 1
            && first.is_some()
            && self.figures.iter().all(|&column| parts(column).map(|(group, _)| group) == first);
        // As in Mannen_6 and Vrouwen_7: the numbers of columns, of a portal.
        let numbered = self.figures.iter().all(|&c| without_number(&self.headings[c]) != self.headings[c]);
        let value = |column: usize| {
            let heading = match parts(column) {
                Some((_, rest)) if grouped => rest,
                _ => &self.headings[column],
            };
            let name = bare(heading).0;
            if numbered { without_number(name) } else { name }.to_owned()
        };
        let line = |(&column, amount): (&usize, Option<Amount>)| Line {
            value: value(column),
            amount,
            row: self.table.row(row).row,
            column,
        };
        let lines = self.figures.iter().zip(amounts).map(line).collect();
        let name = match first {
            Some(group) if grouped => group.to_owned(),
            _ => {
                let name = stem(&self.table.name);
                if !choices.names.iter().any(|(old, _)| fold(old) == fold(&name)) {
                    let what = Figures::NamedAfterFile { feature: name.clone() };
                    faults.push(What::Figures(what), Place::file(&self.table.name));
                }
                name
            }
        };
        Some(Raw { name, lines, are_shares, left_out: Vec::new() })
    }
}
