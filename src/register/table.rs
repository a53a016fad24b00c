//! A file as headings and rows. Imports `base` and its siblings.

use crate::base::text::{Texts, column_letters, fold};
use std::collections::BTreeMap;

/// A file's headings and rows, every row with as many cells as there are headings.
///
/// Cells lie in one block of memory, so that a million rows cost little more than their text:
/// reach them by [`Table::rows`], [`Table::row`] and [`Table::cell`].
#[derive(Clone, Debug)]
pub struct Table {
    /// The file's name, as given.
    pub name: String,
    /// Headings from left to right, without spaces around them; blank for a column without one.
    pub headings: Vec<String>,
    /// The place of each column in the file, from 0, where columns without heading and cells were left out between them.
    pub(super) places: Vec<usize>,
    pub(super) cells: Texts,
    pub(super) rows: Vec<u32>,
    /// Columns that must not be shown to anybody, not even in a message.
    pub(super) refused: Vec<usize>,
    /// Indexes of rows with fewer cells than headings, ascending.
    pub(super) short: Vec<u32>,
    /// Indexes of rows with more cells than headings or an open quotation mark, ascending.
    pub(super) broken: Vec<u32>,
    /// The first rows below the headings with all their cells, each with its number.
    pub(super) start: Vec<(usize, Vec<String>)>,
}

/// Headings and cells, wherever they are kept.
pub(crate) trait Cells {
    /// Headings from left to right.
    fn headings(&self) -> &[String];

    /// Number of rows.
    fn len(&self) -> usize;

    /// The cell of row `index` and column `column`, both counted from 0. Panics beyond the end.
    fn cell(&self, index: usize, column: usize) -> &str;

    /// Whether no cell of this column may be shown.
    fn is_refused(&self, column: usize) -> bool;
}

impl Cells for Table {
    fn headings(&self) -> &[String] {
        &self.headings
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn cell(&self, index: usize, column: usize) -> &str {
        Table::cell(self, index, column)
    }

    fn is_refused(&self, column: usize) -> bool {
        Table::is_refused(self, column)
    }
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct TableRow<'a> {
    /// The row's number as a spreadsheet shows it: the header is row 1.
    pub row: usize,
    table: &'a Table,
    index: usize,
}

impl<'a> TableRow<'a> {
    /// The cell in a column counted from 0, as written in the file.
    pub fn cell(&self, column: usize) -> &'a str {
        self.table.cell(self.index, column)
    }

    /// All cells from left to right, one behind the other, without a sign between them.
    pub fn text(&self) -> &'a str {
        let width = self.table.headings.len();
        self.table.cells.run(self.index * width..(self.index + 1) * width)
    }

    /// All cells from left to right, as written in the file.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.table.headings.len()).map(move |column| row.cell(column))
    }
}

impl Table {
    /// The letters of a column as a spreadsheet shows them: columns that were left out count.
    pub fn letters(&self, column: usize) -> String {
        column_letters(self.places.get(column).copied().unwrap_or(column))
    }

    /// Number of rows below the header, blank ones not counted.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row below the header.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row at `index`, counted from 0 in the file's order. Panics beyond the end.
    pub fn row(&self, index: usize) -> TableRow<'_> {
        TableRow { row: self.rows[index] as usize, table: self, index }
    }

    /// All rows in the file's order.
    pub fn rows(&self) -> impl Iterator<Item = TableRow<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }

    /// The cell of row `index` and column `column`, both counted from 0. Panics beyond the end.
    pub fn cell(&self, index: usize, column: usize) -> &str {
        assert!(column < self.headings.len(), "a column of this table");
        self.cells.get(index * self.headings.len() + column)
    }

    /// Bytes of all cells and signs between them.
    pub fn text_size(&self) -> usize {
        self.cells.size() + self.cells.len()
    }

    /// Whether this column, counted from 0, was refused: its cells must never be shown.
    pub fn is_refused(&self, column: usize) -> bool {
        self.refused.contains(&column)
    }

    /// Whether the row at `index` has more cells than there are headings, or a quotation mark that
    /// never closes: its cells may be anything, and the faults say so.
    pub fn is_broken(&self, index: usize) -> bool {
        self.broken.binary_search_by(|&i| (i as usize).cmp(&index)).is_ok()
    }

    /// Whether the row at `index` is one of which no cell may be shown, because the cells may stand
    /// under other headings than their own: it is broken, or has fewer cells than there are headings.
    pub fn is_doubtful(&self, index: usize) -> bool {
        self.is_broken(index) || self.short.binary_search_by(|&i| (i as usize).cmp(&index)).is_ok()
    }

    /// The first rows below the headings, a few of them, with all their cells without spaces
    /// around them, also those beyond the headings: the headings may stand in one of these.
    pub fn start(&self) -> &[(usize, Vec<String>)] {
        &self.start
    }

    /// Puts other texts in place of cells, by index of the row and column; `None` leaves one as it is.
    pub(super) fn rewrite(&mut self, cell: impl Fn(usize, usize, &str) -> Option<String>) {
        let width = self.headings.len();
        let mut cells = Texts::new();
        for (at, text) in self.cells.iter().enumerate() {
            let other = cell(at / width, at % width, text);
            // What is put there is no longer than what was.
            let _ = cells.push(other.as_deref().unwrap_or(text));
        }
        self.cells = cells;
    }

    /// A table with these headings and no rows, under the same name.
    pub fn headed(&self, headings: Vec<String>) -> Self {
        Self {
            name: self.name.clone(),
            headings,
            places: Vec::new(),
            cells: Texts::new(),
            rows: Vec::new(),
            refused: Vec::new(),
            short: Vec::new(),
            broken: Vec::new(),
            start: Vec::new(),
        }
    }

    /// The same with these rows only, by index, in this order; none twice. So whoever goes through them in that
    /// order finds a million rows side by side.
    pub fn ordered(&self, rows: &[u32]) -> Self {
        let among = |list: &[u32]| {
            let listed = (0..).zip(rows).filter(|(_, row)| list.binary_search(row).is_ok());
            listed.map(|(index, _)| index).collect()
        };
        Self {
            name: self.name.clone(),
            headings: self.headings.clone(),
            places: self.places.clone(),
            cells: self.cells.rows(rows, self.headings.len()),
            rows: rows.iter().map(|&row| self.rows[row as usize]).collect(),
            refused: self.refused.clone(),
            short: among(&self.short),
            broken: among(&self.broken),
            start: self.start.clone(),
        }
    }

    /// Columns that share a heading, capitals and spaces aside, counted from 0: each such group.
    pub fn repeated_headings(&self) -> Vec<Vec<usize>> {
        let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (column, heading) in self.headings.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            same.entry(fold(heading)).or_default().push(column);
        }
        same.into_values().filter(|columns| columns.len() > 1).collect()
    }

    /// The columns whose heading is this one, capitals and spaces aside, counted from 0.
    pub fn columns(&self, heading: &str) -> Vec<usize> {
        let key = fold(heading);
        (0..self.headings.len()).filter(|&c| !key.is_empty() && fold(&self.headings[c]) == key).collect()
    }
}
