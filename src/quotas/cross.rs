//! Features of a table of labels and figures taken together: how many people have this value of one and that of another.
//! Imports `base`, `register` and its siblings.

use super::amount::{Amount, add};
use super::dialect;
use super::region::region;
use super::statline::{Dimension, Told, told};
use super::tables::{Choices, Uses, figures};
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::fold;
use crate::register::{Export, read_export};
use std::collections::{BTreeMap, BTreeSet};

/// How many people, or which shares of them, have which values of several features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossed {
    /// A value of each feature, in the order in which these were asked for, and the figure times 10 to the power `decimals`.
    pub cells: Vec<(Vec<String>, u128)>,
    /// Digits behind the decimal sign.
    pub decimals: u32,
    /// The file, for messages.
    pub file: String,
}

/// Reads a table as [`super::population::read`] does, and takes these features of it together, each by its heading or by the name
/// that it is given. What is wrong with the table by itself is said there, and here only what is wrong with them together.
///
/// # Errors
/// The features that a table has, where it has not all of these in rows with figures.
pub fn crossed(
    source: (&str, &[u8]),
    choices: &Choices,
    wanted: &[String],
    faults: &mut Faults,
) -> Result<Option<Crossed>, Vec<String>> {
    let mut silent = Faults::new();
    let Some(Export { table, .. }) = read_export(source.0, source.1, &mut silent) else { return Ok(None) };
    if dialect::population_columns(&table, None, &mut Faults::new()).is_some() {
        return Err(Vec::new());
    }
    let mut uses = Uses {
        picks: vec![false; choices.picks.len()],
        names: vec![false; choices.names.len()],
        leave_out: vec![false; choices.leave_out.len()],
        ..Uses::default()
    };
    let Some(Told { sheet, dimensions, .. }) = told(&table, choices, &mut uses, &mut silent) else {
        return Ok(None);
    };
    let named = |dimension: &Dimension| {
        let heading = &sheet.headings[dimension.column];
        let new = choices.names.iter().find(|(old, _)| fold(old) == fold(heading)).map(|(_, new)| new);
        new.unwrap_or(heading).clone()
    };
    let find = |name: &String| {
        let is = |dimension: &Dimension| {
            fold(&named(dimension)) == fold(name) || fold(&sheet.headings[dimension.column]) == fold(name)
        };
        dimensions.iter().position(is)
    };
    let own: Option<Vec<usize>> = wanted.iter().map(find).collect();
    let (Some(own), &[column]) = (own, &sheet.figures[..]) else {
        return Err(dimensions.iter().map(named).collect());
    };
    // Of all other features the total, or everything that is added up.
    let others: Vec<&Dimension> =
        dimensions.iter().enumerate().filter(|(at, _)| !own.contains(at)).map(|(_, other)| other).collect();
    let of_all = |row: usize| {
        others.iter().all(|other| {
            let label = sheet.label(row, other.column);
            other.total.as_ref().map_or(other.values.contains(&label), |total| label == *total)
        })
    };
    let values = |row: usize| -> Option<Vec<String>> {
        let label = |&at: &usize| {
            let label = sheet.label(row, dimensions[at].column);
            dimensions[at].values.contains(&label).then_some(label)
        };
        own.iter().map(label).collect()
    };
    let rows: Vec<(usize, Vec<String>)> =
        sheet.rows.iter().filter(|&&row| of_all(row)).filter_map(|&row| Some((row, values(row)?))).collect();
    let cells: Vec<(usize, usize)> = rows.iter().map(|(row, _)| (*row, column)).collect();
    let beside = sheet.cells(column);
    let Some(amounts) = figures(&table, &cells, &beside, sheet.are_shares(column), &mut silent) else {
        return Ok(None);
    };
    let mut sums: BTreeMap<Vec<String>, (Amount, BTreeSet<Vec<String>>)> = BTreeMap::new();
    for ((row, values), amount) in rows.into_iter().zip(amounts) {
        let Some(amount) = amount else {
            let what = Figures::Missing { value: values.join(", ") };
            let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
            faults.push(What::Figures(what), place);
            continue;
        };
        let (sum, seen) = sums.entry(values).or_default();
        *sum = add(*sum, amount);
        seen.insert(others.iter().map(|other| sheet.label(row, other.column)).collect());
    }
    // There is a row for each value of one beside each value of another.
    let each = |d: &&Dimension| if d.total.is_some() { 1 } else { d.values.len() };
    let due = others.iter().map(each).fold(1usize, usize::saturating_mul);
    let mut all: Vec<Vec<String>> = vec![Vec::new()];
    for &at in &own {
        let longer = |start: &Vec<String>| {
            let of = |value: &String| start.iter().chain([value]).cloned().collect::<Vec<String>>();
            dimensions[at].values.iter().map(of).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    let lacks = |values: &&Vec<String>| sums.get(*values).map_or(0, |(_, seen)| seen.len()) < due;
    let lacking: Vec<String> = all.iter().filter(lacks).map(|values| values.join(", ")).collect();
    if !lacking.is_empty() && !faults.stop() {
        let what = Figures::CrossIncomplete { feature: wanted.join(", "), values: lacking };
        faults.push(What::Figures(what), Place::file(&table.name));
    }
    let decimals = sums.values().map(|(sum, _)| sum.decimals).max().unwrap_or(0);
    let cell = |(values, (sum, _)): (Vec<String>, (Amount, _))| {
        (values.iter().map(|value| region(value).0).collect(), sum.with_decimals(decimals).units)
    };
    let cells = sums.into_iter().map(cell).collect();
    Ok(Some(Crossed { cells, decimals, file: table.name.clone() }))
}

impl Crossed {
    /// A figure as written, with a point before its decimals.
    pub fn shown(&self, units: u128) -> String {
        Amount { units, decimals: self.decimals }.to_string()
    }
}
