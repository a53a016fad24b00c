//! One file of a recipe, opened: its rows, its headings as the recipe has them, and where each column is. Imports `base`,
//! `register` and its siblings.

use super::compute::Column;
use super::recipe::Source;
use super::strays;
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::text::{fold, nearest};
use crate::register::{self, Layout, Table, TableRow, read_as, says_citizen_number};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A file with its layout, read.
pub(super) struct Opened<'a> {
    pub source: &'a Source,
    pub table: Table,
    /// The column with the key of the register, if it is one that is not copied.
    pub key: Option<usize>,
}

/// Reads one file. Columns of citizen service numbers are not copied, and said to be there; that under one of the headings of
/// `key` is the second of what comes back.
pub(super) fn open(
    file: &str,
    bytes: Vec<u8>,
    source: &Source,
    key: Option<&[String]>,
    faults: &mut Faults,
) -> Option<(Table, Option<usize>)> {
    let wanted: Vec<String> = source.sheet.iter().cloned().collect();
    let name = register::with_sheet(file, &bytes, &wanted);
    let separator = source.separator.and_then(|sign| u8::try_from(sign).ok());
    let layout = Layout { separator, heading_row: source.heading_row };
    let mut own = Faults::new();
    let table = read_as(&name, bytes, layout, &mut own);
    // What is wrong with rows below a title, or below a person, is all of one making.
    if let Some(table) = &table {
        if strays::headings_are_data(table, faults) {
            return None;
        }
        if let Some((row, _)) = register::headings_below(table).filter(|_| source.heading_row.is_none()) {
            faults.push(What::Prepare(Prepare::HeadingRow { row }), Place::file(&table.name));
            return None;
        }
    }
    let key = table.as_ref().and_then(|table| key_of(table, source, key?));
    let own_key =
        table.as_ref().zip(key).map(|(table, key)| [table.headings[key].clone(), table.letters(key)]);
    let copied = |column: &Option<String>| {
        let same =
            own_key.as_ref().zip(column.as_ref()).is_some_and(|(names, column)| names.contains(column));
        What::Prepare(if same { Prepare::KeyTaken } else { Prepare::NotCopied })
    };
    for fault in own.iter() {
        let what = match fault.what {
            What::CitizenNumbers => copied(&fault.place.column),
            What::BlankHeading { ref letters } if !named(source, letters) => {
                What::Prepare(Prepare::NoHeading { letters: letters.clone() })
            }
            What::BlankHeading { .. } => continue,
            What::OneCell { sign } => What::Prepare(Prepare::OneCell { sign }),
            ref what => what.clone(),
        };
        faults.push(what, fault.place.clone());
    }
    let mut table = table?;
    for place in register::mask_within(&mut table) {
        faults.push(What::Prepare(Prepare::NumbersMasked), place);
    }
    let table = table;
    strays::report(&table, &|row| ground_to_skip(source, row).is_some(), faults);
    strays::report_garbled(&table, faults);
    renames(source, &table, faults);
    for column in (0..table.headings.len()).filter(|&c| !table.is_refused(c)) {
        if says_citizen_number(&table.headings[column]) {
            let place = Place::file(&table.name).column(&table.headings[column]);
            faults.push(copied(&place.column), place);
        }
    }
    if table.is_empty() {
        faults.push(What::HeaderOnly, Place::file(&table.name));
    }
    Some((table, key))
}

/// The column of numbers that are not copied whose heading, its own or the recipe's, is one of these.
fn key_of(table: &Table, source: &Source, names: &[String]) -> Option<usize> {
    let is = |heading: &str| names.iter().any(|name| fold(name) == fold(heading));
    let mut columns = (0..table.headings.len())
        .filter(|&column| table.is_refused(column) || says_citizen_number(&table.headings[column]));
    columns.find(|&column| is(&table.headings[column]) || renamed(source, table, column).is_some_and(is))
}

/// The heading that a column of a source has after it was renamed; none if it may not be copied.
pub(super) fn heading<'t>(opened: &'t Opened<'_>, column: usize) -> Option<&'t str> {
    let own = opened.table.headings[column].as_str();
    if opened.table.is_refused(column) || says_citizen_number(own) {
        return None;
    }
    Some(renamed(opened.source, &opened.table, column).unwrap_or(own)).filter(|name| !name.is_empty())
}

/// Whether a source has a column of this heading, its own or the recipe's, that is never copied.
pub(super) fn is_refused(opened: &Opened<'_>, name: &str) -> bool {
    key_of(&opened.table, opened.source, &[name.to_owned()]).is_some()
}

/// The heading that a recipe gives a column.
fn renamed<'s>(source: &'s Source, table: &Table, column: usize) -> Option<&'s str> {
    let own = table.headings[column].as_str();
    let by_letters = source.rename.iter().find(|(old, _)| is_letters(old, &table.letters(column)));
    let renamed = by_letters
        .or_else(|| source.rename.iter().find(|(old, _)| !own.is_empty() && fold(old) == fold(own)));
    renamed.map(|(_, new)| new.as_str())
}

/// Whether a recipe names a column by these letters: `[D]`.
fn is_letters(old: &str, letters: &str) -> bool {
    let inside = old.trim().strip_prefix('[').and_then(|old| old.strip_suffix(']'));
    inside.is_some_and(|inside| inside.trim().eq_ignore_ascii_case(letters))
}

/// Whether a source gives the column of these letters a heading.
fn named(source: &Source, letters: &str) -> bool {
    source.rename.iter().any(|(old, _)| is_letters(old, letters))
}

/// The ground on which a row is left out by number.
pub(super) fn ground_to_skip(source: &Source, row: usize) -> Option<&str> {
    source.skip.iter().find(|(_, rows)| rows.contains(&row)).map(|(ground, _)| ground.as_str())
}

/// How many rows are left out by number; those that are not there are reported.
pub(super) fn skip(source: &Source, table: &Table, faults: &mut Faults) -> u64 {
    let wanted: BTreeSet<usize> = source.skip.values().flatten().copied().collect();
    let found: BTreeSet<usize> = table.rows().map(|row| row.row).filter(|row| wanted.contains(row)).collect();
    let missing: Rows = wanted.difference(&found).copied().collect();
    if missing.count() > 0 {
        faults.push(What::Prepare(Prepare::SkipMissing), Place::file(&table.name).rows(missing));
    }
    found.len() as u64
}

/// Reports headings that are to be renamed and are not there, in a source of one file.
fn renames(source: &Source, table: &Table, faults: &mut Faults) {
    for (old, _) in source.rename.iter().filter(|_| source.files.len() == 1) {
        let letters = (0..table.headings.len()).any(|c| is_letters(old, &table.letters(c)));
        if letters || !table.columns(old).is_empty() {
            continue;
        }
        let lower = table.start().iter().find(|(_, cells)| cells.iter().any(|cell| fold(cell) == fold(old)));
        let what = match lower {
            Some((row, _)) => Prepare::HeadingRow { row: *row },
            None => {
                let near = nearest(old, table.headings.iter().map(String::as_str)).map(str::to_owned);
                Prepare::RenameMissing { near }
            }
        };
        faults.push(What::Prepare(what), Place::file(&table.name).column(old));
    }
}

/// Says which sources have few of the columns of the first one and others instead: what is one column has two headings.
pub(super) fn scattered(opened: &[Opened<'_>], faults: &mut Faults) {
    let columns = |source: &Opened<'_>| -> Vec<String> {
        let own = (0..source.table.headings.len()).filter_map(|c| heading(source, c)).map(str::to_owned);
        own.chain(source.source.set.iter().map(|(name, _)| name.clone())).collect()
    };
    let lacks = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter().filter(|name| !other.iter().any(|own| fold(own) == fold(name))).cloned().collect()
    };
    let Some((first, others)) = opened.split_first() else { return };
    let first = columns(first);
    for source in others {
        let all = columns(source);
        let (missing, own) = (lacks(&first, &all), lacks(&all, &first));
        if missing.len() * 2 >= first.len() && own.len() * 2 >= all.len() {
            let what = Prepare::Scattered { missing, own };
            faults.push(What::Prepare(what), Place::file(&source.table.name));
        }
    }
}

/// Where a source keeps a column.
pub(super) enum Cell {
    At(usize),
    Set(String),
    Nowhere,
}

impl Cell {
    pub fn of<'s>(&'s self, row: &TableRow<'s>) -> Cow<'s, str> {
        match self {
            Cell::At(column) => Cow::Borrowed(row.cell(*column)),
            Cell::Set(text) => Cow::Borrowed(text),
            Cell::Nowhere => Cow::Borrowed(""),
        }
    }
}

pub(super) fn cells_of(list: &[Column<'_>], opened: &Opened<'_>) -> Vec<Cell> {
    let of = |column: &Column<'_>| {
        let same = |name: &str| fold(name) == fold(&column.name);
        let own = (0..opened.table.headings.len()).find(|&c| heading(opened, c).is_some_and(same));
        let set = opened.source.set.iter().find(|(name, _)| same(name));
        match (own, set) {
            (Some(column), _) => Cell::At(column),
            (None, Some((_, text))) => Cell::Set(text.clone()),
            (None, None) => Cell::Nowhere,
        }
    };
    list.iter().map(of).collect()
}
