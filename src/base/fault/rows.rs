//! Rows of a file in which something is wrong. Imports nothing of ours.

/// Row numbers as a spreadsheet shows them (the header is row 1): the first few and how many more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The first rows, at most [`Rows::SHOWN`].
    pub first: Vec<usize>,
    /// How many more.
    pub more: usize,
}

impl Rows {
    /// Rows kept by number.
    pub const SHOWN: usize = 20;

    /// One row.
    pub fn one(row: usize) -> Self {
        Self { first: vec![row], more: 0 }
    }

    /// Adds a row.
    pub fn push(&mut self, row: usize) {
        if self.first.len() < Self::SHOWN {
            self.first.push(row);
        } else {
            self.more += 1;
        }
    }

    /// Adds rows that come after all others.
    pub fn append(&mut self, rows: Rows) {
        rows.first.iter().for_each(|&row| self.push(row));
        self.more += rows.more;
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }
}
