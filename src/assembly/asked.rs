//! Quotas of the whole panel beside what is left of them. Imports `lottery`, `pool`, `quotas`.

use crate::lottery::bound::Change;
use crate::pool::Pool;
use crate::quotas::{Quotas, Value};

/// Quotas as the clerk wrote them, and what people who have a seat already leave of them.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Of the whole panel.
    pub whole: &'a Quotas,
    /// What is left.
    pub left: &'a Quotas,
}

impl<'a> Asked<'a> {
    /// Of a pool.
    pub fn of(pool: &'a Pool) -> Self {
        Self { whole: pool.asked(), left: pool.quotas() }
    }

    /// A row of the whole panel, and how many people who count there have a seat already.
    pub(crate) fn row(&self, row: u32) -> Option<(&'a Value, u32)> {
        let (_, whole) = self.whole.line(row as usize)?;
        let (_, left) = self.left.line(row as usize)?;
        Some((whole, whole.max.saturating_sub(left.max)))
    }

    /// How many people who count for a row have a seat already.
    pub fn taken(&self, row: u32) -> u32 {
        self.row(row).map_or(0, |(_, taken)| taken)
    }

    /// The ends of a row after a change, of the whole panel.
    pub fn changed(&self, change: &Change) -> Option<(u32, u32)> {
        let (whole, _) = self.row(change.row)?;
        let (_, left) = self.left.line(change.row as usize)?;
        let min = whole.min.saturating_sub(left.min.saturating_sub(change.min));
        Some((min, whole.max.saturating_add(change.max.saturating_sub(left.max))))
    }
}
