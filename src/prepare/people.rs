//! Everybody who is not left out: the cells that rules make, and for all others where they stand in the sources. Imports
//! `base`, `register` and its siblings.

use super::opened::Cell;
use crate::base::text::Texts;
use crate::register::{Cells, Table};
use std::collections::BTreeMap;

/// A column of cells that a rule makes. Most have few kinds of cells, of which a million are two million bytes.
enum Made {
    Kinds { rows: Vec<u16>, kinds: Vec<String>, known: BTreeMap<String, u16> },
    Texts(Texts),
}

/// Kinds of cells that are kept once: of more, each cell is one of its own.
const MOST_KINDS: usize = 4096;

impl Made {
    /// Adds a cell; `false` when there is no room.
    fn push(&mut self, cell: &str) -> bool {
        let (rows, kinds) = match self {
            Made::Texts(texts) => return texts.push(cell),
            Made::Kinds { rows, kinds, known } => match known.get(cell) {
                Some(&kind) => {
                    rows.push(kind);
                    return true;
                }
                None if kinds.len() < MOST_KINDS => {
                    rows.push(kinds.len() as u16);
                    known.insert(cell.to_owned(), kinds.len() as u16);
                    kinds.push(cell.to_owned());
                    return true;
                }
                None => (rows, kinds),
            },
        };
        let mut texts = Texts::new();
        let fits = rows.iter().all(|&kind| texts.push(&kinds[usize::from(kind)])) && texts.push(cell);
        *self = Made::Texts(texts);
        fits
    }

    fn get(&self, row: usize) -> &str {
        match self {
            Made::Kinds { rows, kinds, .. } => &kinds[usize::from(rows[row])],
            Made::Texts(texts) => texts.get(row),
        }
    }
}

/// One file, and where it keeps each column.
struct Source {
    table: Table,
    cells: Vec<Cell>,
    /// The column with the key of the register, if it is one that is not copied.
    key: Option<usize>,
}

/// The list in the making.
pub(super) struct People {
    headings: Vec<String>,
    sources: Vec<Source>,
    /// Of each person which source, and which row of it, counted from 0.
    from: Vec<(u16, u32)>,
    /// Of each column which of `made` it is, if a rule makes it.
    by_rule: Vec<Option<usize>>,
    made: Vec<Made>,
}

impl People {
    /// Nobody yet, with these columns, of which rules make some.
    pub fn new(headings: Vec<String>, made: &[bool]) -> Self {
        let mut count = 0;
        let mut next = |made: &bool| {
            count += usize::from(*made);
            made.then(|| count - 1)
        };
        let by_rule = made.iter().map(&mut next).collect();
        let kinds = || Made::Kinds { rows: Vec::new(), kinds: Vec::new(), known: BTreeMap::new() };
        let made = (0..count).map(|_| kinds()).collect();
        Self { headings, sources: Vec::new(), from: Vec::new(), by_rule, made }
    }

    /// Adds the person of a row of the next source, with all cells of the row; `false` when there is no room.
    pub fn push<'c>(&mut self, row: usize, cells: impl Iterator<Item = &'c str>) -> bool {
        let (Ok(source), Ok(row)) = (u16::try_from(self.sources.len()), u32::try_from(row)) else {
            return false;
        };
        self.from.push((source, row));
        let made = cells.zip(&self.by_rule).filter_map(|(cell, made)| Some(((*made)?, cell)));
        let all = &mut self.made;
        made.fold(true, |fits, (at, cell)| all[at].push(cell) && fits)
    }

    /// Keeps the next source, whose rows were added.
    pub fn keep(&mut self, table: Table, cells: Vec<Cell>, key: Option<usize>) {
        self.sources.push(Source { table, cells, key });
    }

    /// Whether a source has the key of the register in a column that is not copied.
    pub fn has_keys(&self) -> bool {
        self.sources.iter().any(|source| source.key.is_some())
    }

    /// The key of a person, if it stands in a column that is not copied.
    pub fn key(&self, person: usize) -> &str {
        let (source, row) = self.from[person];
        let source = &self.sources[usize::from(source)];
        source.key.map_or("", |key| source.table.cell(row as usize, key).trim())
    }

    /// Which source a person comes from, counted from 0, and the row there as a spreadsheet shows it.
    pub fn place(&self, person: usize) -> (usize, usize) {
        let (source, row) = self.from[person];
        (usize::from(source), self.sources[usize::from(source)].table.row(row as usize).row)
    }

    /// All cells of a person.
    pub fn cells(&self, person: usize) -> impl Iterator<Item = &str> {
        (0..self.headings.len()).map(move |column| self.cell(person, column))
    }
}

impl Cells for People {
    fn headings(&self) -> &[String] {
        &self.headings
    }

    fn len(&self) -> usize {
        self.from.len()
    }

    fn cell(&self, person: usize, column: usize) -> &str {
        if let Some(made) = self.by_rule[column] {
            return self.made[made].get(person);
        }
        let (source, row) = self.from[person];
        let source = &self.sources[usize::from(source)];
        match &source.cells[column] {
            Cell::At(column) => source.table.cell(row as usize, *column),
            Cell::Set(text) => text,
            Cell::Nowhere => "",
        }
    }

    fn is_refused(&self, _: usize) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A column of many kinds of cells is kept in another way, and reads the same.
    #[test]
    fn many_kinds_of_cells_come_back_as_they_went_in() {
        for kinds in [2, MOST_KINDS, MOST_KINDS + 1, 3 * MOST_KINDS] {
            let mut people = People::new(vec!["a".into(), "b".into()], &[false, true]);
            let cell = |n: usize| format!("k{}", n % kinds);
            assert!((0..3 * kinds).all(|n| people.push(n, ["x", &cell(n)].into_iter())));
            assert!((0..3 * kinds).all(|n| people.cell(n, 1) == cell(n)), "{kinds}");
            assert_eq!(matches!(people.made[0], Made::Texts(_)), kinds > MOST_KINDS);
        }
    }
}
