//! What is found wrong in the rows of a register, the first few of each kind. Imports `base` and its siblings.

use super::wrong::What;
use crate::base::fault::Rows;

/// What one task found wrong: line in the task and kind, the first few of each kind.
#[derive(Default)]
pub(super) struct Found {
    pub(super) list: Vec<(u64, What, Option<usize>)>,
    pub(super) counts: [u64; KINDS],
}

const KINDS: usize = 22;

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
        let count = &mut self.counts[kind_of(&what)];
        *count += 1;
        if *count <= Rows::SHOWN as u64 {
            self.list.push((line, what, column));
        }
    }
}
