//! Cells of the pool against the values of the quotas. Imports `base`, `register`, `quotas`.

use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{column_letters, fold, nearest, tidy};
use crate::quotas::{Feature, Quotas};
use crate::register::Table;
use std::collections::{BTreeMap, BTreeSet};

/// For each feature its column in the table, counted from 0; `None` for a feature without one,
/// which is reported.
pub(super) fn columns(table: &Table, quotas: &Quotas, faults: &mut Faults) -> Vec<Option<usize>> {
    let found: Vec<Vec<usize>> = quotas.features.iter().map(|feature| table.columns(&feature.name)).collect();
    let free = |column: &usize| !found.iter().flatten().any(|c| c == column);
    if found.iter().all(Vec::is_empty) && starts_with_a_person(table, quotas) {
        faults.push(What::HeaderMissing, Place::file(&table.name));
        return vec![None; quotas.features.len()];
    }
    let mut columns = Vec::new();
    for (feature, candidates) in quotas.features.iter().zip(&found) {
        let place = || Place::file(&table.name);
        columns.push(match candidates.as_slice() {
            [column] => {
                let heading = &table.headings[*column];
                if *heading != feature.name {
                    let what = What::ColumnMatched { feature: feature.name.clone() };
                    faults.push(what, place().column(heading));
                }
                Some(*column)
            }
            [] => {
                let headings = (0..table.headings.len()).filter(free).map(|c| table.headings[c].as_str());
                let near = nearest(&feature.name, headings).map(str::to_owned);
                faults.push(What::FeatureColumnMissing { feature: feature.name.clone(), near }, place());
                None
            }
            several => {
                let letters = several.iter().map(|&c| column_letters(c)).collect();
                faults.push(What::AmbiguousColumn { letters }, place().column(&feature.name));
                None
            }
        });
    }
    columns
}

/// Whether the headings hold a value of most features, as the row of a person does.
fn starts_with_a_person(table: &Table, quotas: &Quotas) -> bool {
    let cells: BTreeSet<String> = table.headings.iter().map(|heading| fold(heading)).collect();
    let held = |feature: &&Feature| feature.values.iter().any(|value| cells.contains(&fold(&value.name)));
    quotas.features.iter().filter(held).count() * 2 > quotas.features.len()
}

/// Value indexes of every row of the table, row by row, for the features that have a column. A cell
/// that matches no value is reported and counts as value 0.
pub(super) fn values(
    table: &Table,
    quotas: &Quotas,
    columns: &[Option<usize>],
    faults: &mut Faults,
) -> Vec<u16> {
    let features = quotas.features.len();
    let mut values = vec![0; table.len() * features];
    for (f, (feature, column)) in quotas.features.iter().zip(columns).enumerate() {
        let Some(column) = column.filter(|&column| !table.is_refused(column)) else { continue };
        let mut matcher = Matcher::new(feature);
        for (row, values) in (0..).zip(values.chunks_exact_mut(features)) {
            values[f] = matcher.value(table.cell(row as usize, column), row);
        }
        matcher.report(table, column, faults);
    }
    values
}

/// Spellings of one column met so far, each looked up once.
struct Matcher<'a> {
    feature: &'a Feature,
    by_key: BTreeMap<String, u16>,
    met: BTreeMap<String, Met>,
}

struct Met {
    value: Option<u16>,
    /// Indexes of rows; only for spellings that need a word.
    rows: Vec<u32>,
    exact: bool,
}

impl<'a> Matcher<'a> {
    fn new(feature: &'a Feature) -> Self {
        let keys = feature.values.iter().map(|value| fold(&value.name));
        // There are at most MOST_LINES values, so their indexes fit.
        Self { feature, by_key: keys.zip(0..).collect(), met: BTreeMap::new() }
    }

    fn value(&mut self, cell: &str, row: u32) -> u16 {
        if let Some(met) = self.met.get_mut(cell) {
            if !met.exact {
                met.rows.push(row);
            }
            return met.value.unwrap_or_default();
        }
        let value = self.by_key.get(&fold(cell)).copied();
        let exact = value.is_some_and(|v| self.feature.values[usize::from(v)].name == cell);
        let rows = if exact { Vec::new() } else { vec![row] };
        self.met.insert(cell.to_owned(), Met { value, rows, exact });
        value.unwrap_or_default()
    }

    /// Reports what was not spelled as in the quotas: one fault for each different spelling.
    fn report(self, table: &Table, column: usize, faults: &mut Faults) {
        let names = || self.feature.values.iter().map(|value| value.name.as_str());
        let mut missing = Vec::new();
        let mut unknown: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut matched = Vec::new();
        for (cell, met) in self.met.into_iter().filter(|(_, met)| !met.exact) {
            let tidied = tidy(&cell);
            match met.value {
                Some(value) => matched.push((cell, value, met.rows)),
                None if tidied.is_empty() => missing.extend(met.rows),
                None => unknown.entry(tidied).or_default().extend(met.rows),
            }
        }
        let place = |mut indexes: Vec<u32>| {
            indexes.sort_unstable();
            let rows: Rows = indexes.iter().map(|&i| table.row(i as usize).row).collect();
            Place::file(&table.name).column(&table.headings[column]).rows(rows)
        };
        let feature = || self.feature.name.clone();
        if !missing.is_empty() {
            faults.push(What::MissingValue { feature: feature() }, place(missing));
        }
        let mut unknown: Vec<_> = unknown.into_iter().collect();
        // The spelling with the most people first: it is often one habit that explains most of them.
        unknown.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
        let hidden = unknown.split_off(unknown.len().min(Faults::SHOWN));
        for (cell, rows) in unknown {
            let near = nearest(&cell, names()).map(str::to_owned);
            let allowed = names().map(str::to_owned).collect();
            faults.push(What::UnknownValue { feature: feature(), near, allowed }, place(rows).cell(&cell));
        }
        for _ in hidden {
            let what = What::UnknownValue { feature: feature(), near: None, allowed: Vec::new() };
            faults.push(what, Place::file(&table.name));
        }
        for (cell, value, rows) in matched {
            let taken = self.feature.values[usize::from(value)].name.clone();
            faults.push(What::ValueMatched { taken }, place(rows).cell(&cell));
        }
    }
}
