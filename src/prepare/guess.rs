//! What a column of a file seems to hold, by its heading and by its cells, for a first recipe. Imports `base`, `register`,
//! `quotas`, `pool`.

use crate::base::meant::meant;
use crate::base::text::{blank, fold_heading};
use crate::pool::ids;
use crate::pool::traits::{Trait, trait_of};
use crate::pool::written::{Found, read};
use crate::quotas::Feature;
use crate::register::{Table, says_citizen_number};
use std::collections::BTreeSet;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// The number under which somebody registered.
    Number,
    /// What is known of who somebody is.
    Of(Trait),
    /// Words for a sex.
    Sex,
    /// Postcodes.
    Postcode,
}

/// Rows that tell what a column holds.
const LOOKED_AT: usize = 500;

/// The cells of a column that are not blank.
fn cells(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    table.rows().map(move |row| row.cell(column).trim()).filter(|cell| !blank(cell)).take(LOOKED_AT)
}

/// Whether nearly all cells of a column are of one kind.
fn mostly(table: &Table, column: usize, is: impl Fn(&str) -> bool) -> bool {
    let (all, of) =
        cells(table, column).fold((0, 0), |(all, of), cell| (all + 1, of + usize::from(is(cell))));
    all > 0 && of * 5 >= all * 4
}

/// What a column holds, as far as that can be told.
pub(super) fn holds(table: &Table, column: usize) -> Option<Holds> {
    let heading = &table.headings[column];
    if table.is_refused(column) || says_citizen_number(heading) {
        return None;
    }
    let sex = |cell: &str| cell.chars().count() < 15 && meant(cell, &["man", "vrouw", "anders"]).is_some();
    let date = |cell: &str| matches!(read(cell), Found::Date(_));
    let number = || {
        let mut seen = BTreeSet::new();
        cells(table, column)
            .all(|cell| cell.len() < 12 && cell.bytes().any(|b| b.is_ascii_digit()) && seen.insert(cell))
    };
    trait_of(heading)
        .map(Holds::Of)
        .or_else(|| mostly(table, column, |cell| cell.contains('@')).then_some(Holds::Of(Trait::Mail)))
        .or_else(|| mostly(table, column, is_postcode).then_some(Holds::Postcode))
        .or_else(|| mostly(table, column, sex).then_some(Holds::Sex))
        .or_else(|| mostly(table, column, date).then_some(Holds::Of(Trait::Birth)))
        .or_else(|| (table.len() > 1 && number()).then_some(Holds::Number))
}

/// Whether a cell is a Dutch postcode, with its letters or without.
fn is_postcode(cell: &str) -> bool {
    let signs: Vec<char> = cell.chars().filter(|sign| *sign != ' ').collect();
    let letters = signs.get(4..).unwrap_or_default();
    signs.len() >= 4
        && signs[..4].iter().all(char::is_ascii_digit)
        && signs[0] != '0'
        && letters.len() == 2
        && letters.iter().all(char::is_ascii_alphabetic)
}

/// The only column of a table that holds this, among those that are wanted.
pub(super) fn only(table: &Table, what: Holds, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let mut found = (0..table.headings.len()).filter(|&c| wanted(c) && holds(table, c) == Some(what));
    found.next().filter(|_| found.next().is_none())
}

/// From which column a feature is probably made.
pub(super) enum Guess<'a> {
    /// Its cells are values of the feature, written in one way or another.
    Cells(&'a String),
    /// Its heading has the word.
    Heading(&'a String),
    /// There are postcodes, and the feature is an area: a table says which lies where.
    Postcode(&'a String),
}

/// Words for an area, after [`fold_heading`].
const AREAS: &[&str] = &[
    "gebied",
    "wijk",
    "kern",
    "buurt",
    "dorp",
    "stadsdeel",
    "deelgemeente",
    "gemeente",
    "regio",
    "plaats",
    "area",
    "district",
    "village",
    "region",
    "neighbourhood",
    "ward",
];

/// The column that a feature is probably made from, among those of the first file in which something is found.
pub(super) fn column<'a>(
    feature: &Feature,
    tables: &[&'a Table],
    of_quotas: &dyn Fn(&str) -> bool,
) -> Option<Guess<'a>> {
    let free = |table: &Table, c: usize| {
        let heading = &table.headings[c];
        !heading.is_empty() && !table.is_refused(c) && !says_citizen_number(heading) && !of_quotas(heading)
    };
    let columns = || {
        tables
            .iter()
            .flat_map(|table| (0..table.headings.len()).map(move |c| (*table, c)))
            .filter(|(t, c)| free(t, *c))
    };
    let names: Vec<&str> = feature.values.iter().map(|value| value.name.as_str()).collect();
    let by_cells = columns().find(|(table, c)| {
        let mut met = BTreeSet::new();
        let mut is = |cell: &str| {
            let value = meant(cell, &names).filter(|_| cell.chars().count() < 40);
            met.extend(value);
            value.is_some()
        };
        let (all, of) =
            cells(table, *c).fold((0, 0), |(all, of), cell| (all + 1, of + usize::from(is(cell))));
        // A column of which one kind of cell alone is a value says little.
        all > 1 && of * 5 >= all * 4 && met.len() > 1
    });
    if let Some((table, c)) = by_cells {
        return Some(Guess::Cells(&table.headings[c]));
    }
    let word = fold_heading(&feature.name);
    let has =
        |(table, c): &(&Table, usize)| word.len() > 3 && fold_heading(&table.headings[*c]).contains(&word);
    if let Some((table, c)) = columns().find(has) {
        return Some(Guess::Heading(&table.headings[c]));
    }
    let postcode = |(table, c): &(&Table, usize)| holds(table, *c) == Some(Holds::Postcode);
    let area = AREAS.iter().any(|area| word.contains(area));
    columns().find(|at| area && postcode(at)).map(|(table, c)| Guess::Postcode(&table.headings[c]))
}

/// The column with the numbers of people, and to how many digits they are to be brought where they have not the same number of
/// them; whether that is sure: some have the zeros in front that others lost.
pub(super) fn padded(tables: &[&Table]) -> Option<(String, usize, bool)> {
    let first = tables.first()?;
    let heading = &first.headings[ids::detect(*first, &[])?];
    let own = |table: &Table| table.columns(heading).first().copied();
    let all = || tables.iter().filter_map(|table| Some((*table, own(table)?)));
    let cells = || {
        all()
            .flat_map(|(table, c)| table.rows().map(move |row| row.cell(c).trim()))
            .filter(|cell| !blank(cell))
    };
    let longest = cells().map(str::len).max()?;
    let digits = cells().all(|cell| cell.bytes().all(|b| b.is_ascii_digit()));
    let uneven = digits && longest < 12 && cells().any(|cell| cell.len() < longest);
    let zeros = cells().any(|cell| cell.starts_with('0') && cell.len() == longest);
    uneven.then(|| (heading.clone(), longest, zeros))
}
