//! What headings of tables of figures say: units, groups, numbers of columns. Imports `base`, `register` and its siblings.

use super::amount::{self, Cell};
use crate::base::text::{fold, tidy};
use crate::register::Table;

/// Rows below the first that still are headings: all up to one that gives units, or without figures.
pub(super) fn rows_under_headings(table: &Table) -> usize {
    const MOST: usize = 6;
    let cells = |row: usize| (0..table.headings.len()).map(move |column| tidy(table.cell(row, column)));
    let gives_units = |row: &usize| {
        let filled = cells(*row).filter(|cell| !cell.is_empty()).count();
        let units = cells(*row).filter(|cell| is_unit(cell)).count();
        units > 0 && units * 2 >= filled.saturating_sub(1)
    };
    let most = table.len().saturating_sub(1).min(MOST);
    if let Some(units) = (0..most).rev().find(gives_units) {
        return units + 1;
    }
    let has_figure = |row: &usize| {
        cells(*row).any(|cell| match amount::look(&cell).0 {
            Cell::Digits(_) => true,
            Cell::Missing => !cell.is_empty(),
            Cell::Other => false,
        })
    };
    let is_figure =
        |row: usize, column: usize| matches!(amount::look(table.cell(row, column)).0, Cell::Digits(_));
    let (figures, labels): (Vec<usize>, Vec<usize>) =
        (0..table.headings.len()).partition(|&column| (0..table.len()).any(|row| is_figure(row, column)));
    let is_headed = figures.iter().all(|&column| !tidy(&table.headings[column]).is_empty());
    // A label of its own beside figures that are left out, or that nobody can read: no heading, but a row that must not get lost.
    let lacks_figures = |row: usize| {
        let own = |column: &usize| {
            let (cell, heading) = (tidy(table.cell(row, *column)), tidy(&table.headings[*column]));
            !cell.is_empty() && !heading.is_empty() && fold(&cell) != fold(&heading)
        };
        is_headed
            && labels.iter().any(own)
            && figures.iter().all(|&column| is_meant_as_figure(&tidy(table.cell(row, column))))
    };
    (0..most).find(|row| has_figure(row) || lacks_figures(*row)).unwrap_or(0)
}

/// What a row of headings says of a column, counted from 0; `under` rows of them stand under the first. A heading above others
/// may be merged over several columns: then it stands over the first of them only.
pub(super) fn headed(table: &Table, under: usize, (row, column): (usize, usize)) -> String {
    let text = |row: usize, column: usize| match row.checked_sub(1) {
        None => tidy(&table.headings[column]),
        Some(row) => tidy(table.cell(row, column)),
    };
    let goes_on = |column: usize| (row + 1..=under).any(|row| !text(row, column).is_empty());
    if !text(row, column).is_empty() || !goes_on(column) {
        return text(row, column);
    }
    let left = (0..column).rev().find(|&left| !text(row, left).is_empty());
    left.filter(|&left| (left..column).all(goes_on)).map_or_else(String::new, |left| text(row, left))
}

/// Whether somebody put nothing, or something like a number, where a figure should be: "<5", "1OO", "100-110".
fn is_meant_as_figure(cell: &str) -> bool {
    let cell = cell.trim_start_matches(['<', '>', '=', '\u{2264}', '\u{2265}', '\u{b1}', '~', ' ']);
    cell.is_empty() || cell.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a text is a unit: "aantal", "%", "x 1 000", "1 000 euro". A number alone is a figure.
pub(super) fn is_unit(text: &str) -> bool {
    let key = fold(text);
    matches!(key.as_str(), "aantal" | "%" | "number" | "personen" | "persons" | "procent" | "percent")
        || key.starts_with("x 1")
        || key.strip_prefix("1 000 ").is_some_and(|of| of.starts_with(char::is_alphabetic))
        || key.starts_with("aantal ")
        || key.starts_with("% ")
}

/// A heading without the unit between brackets at its end, and the unit.
pub(super) fn bare(heading: &str) -> (&str, &str) {
    let without = heading.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    match without {
        Some((text, unit)) if is_unit(unit) => (text.trim_end(), unit),
        _ => (heading, ""),
    }
}

/// A heading without the number of its column behind it.
pub(super) fn without_number(heading: &str) -> &str {
    let numbered =
        |(_, number): &(&str, &str)| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    heading.rsplit_once('_').filter(numbered).map_or(heading, |(name, _)| name)
}

/// The file's name without folders and ending.
pub(super) fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(file).to_owned()
}
