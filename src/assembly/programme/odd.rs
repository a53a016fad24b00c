//! What is entered and may not be meant. Imports `programme`.

use crate::programme::Day;

/// Rows of a list that may not be what was meant: an entry does not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Odd {
    /// Of a day before the programme began.
    Before {
        /// Rows, as a spreadsheet shows them.
        rows: Vec<usize>,
        /// When it began.
        begun: Day,
    },
    /// More minutes than a day has.
    LongDay {
        /// Rows, as a spreadsheet shows them.
        rows: Vec<usize>,
        /// The most minutes of one of them.
        most: u64,
    },
    /// Of a body that the rules do not know.
    Body {
        /// Rows, as a spreadsheet shows them.
        rows: Vec<usize>,
        /// What it is called there.
        body: String,
        /// One of the rules that is called nearly so.
        near: Option<String>,
    },
    /// No row: a lottery that is there with another day than the one that was given.
    OtherDay {
        /// The entry.
        entry: u32,
        /// Its day.
        day: Day,
    },
    /// Minutes or cents besides those of the same person, day and body that an entry has.
    Besides {
        /// Rows, as a spreadsheet shows them.
        rows: Vec<usize>,
        /// The entry that was there.
        entry: u32,
    },
    /// A term, or what else holds until a day, that ends on or before its own day.
    Ended {
        /// Rows, as a spreadsheet shows them.
        rows: Vec<usize>,
    },
}

/// Minutes of ten days and nights, which nobody spends on an assembly in one row.
const WEEKS: u64 = 10 * 24 * 60;

impl Odd {
    /// Whether it is hardly ever meant, so that it is entered only when somebody says that it is.
    pub fn is_asked(&self) -> bool {
        match self {
            // The hours of several days are often given in one row; those of weeks are a slip.
            Self::LongDay { most, .. } => *most > WEEKS,
            Self::Besides { .. } | Self::Ended { .. } => true,
            Self::Body { near, .. } => near.is_some(),
            Self::Before { .. } | Self::OtherDay { .. } => false,
        }
    }
}
