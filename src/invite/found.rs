//! What is found wrong in the rows of a register, the first few of each kind. Imports `base` and its siblings.

use super::wrong::What;
use crate::base::fault::Rows;
use std::collections::BTreeMap;

/// What one task found wrong: line in the task and kind, the first few of each kind in each file.
#[derive(Default)]
pub(super) struct Found {
    pub(super) list: Vec<(u64, What, Option<usize>)>,
    /// How many there are of each kind in each of the files that the register was put together of; with a line of it.
    pub(super) counts: BTreeMap<(usize, usize), (u64, u64)>,
    /// In which of them the row is that is looked at.
    pub(super) part: usize,
}

/// Kinds of which a task keeps the first few.
pub(super) fn kind_of(what: &What) -> usize {
    match what {
        What::Ragged { .. } => 0,
        What::Quotes => 1,
        What::BadKey => 2,
        What::UnknownStratum { .. } => 3,
        What::BadBorn => 4,
        What::BadSince => 5,
        What::OddFlags { .. } => 6,
        What::FarDay { .. } => 7,
        What::OddBirth { why: "no-day" } => 8,
        What::OddBirth { why: "old" } => 9,
        What::OddBirth { .. } => 10,
        What::OddSince { why: "no-day" } => 11,
        What::OddSince { why: "born" } => 20,
        What::OddSince { .. } => 12,
        What::NoAddress => 13,
        What::FewHomes { .. } => 14,
        What::CellNotText => 15,
        What::BadWeight => 16,
        What::DamagedKey => 17,
        What::MarkedKey => 18,
        What::BadHome => 19,
        _ => 21,
    }
}

impl Found {
    pub(super) fn push(&mut self, line: u64, what: What, column: Option<usize>) {
        let (count, last) = self.counts.entry((self.part, kind_of(&what))).or_default();
        (*count, *last) = (*count + 1, line);
        if *count <= Rows::SHOWN as u64 {
            self.list.push((line, what, column));
        }
    }
}
