//! One end of a quota, and changes of both, as something to be named. Imports nothing of ours.

use serde::{Deserialize, Serialize};

/// Which end of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    /// The fewest seats.
    Min,
    /// The most seats.
    Max,
}

/// One end of one rule: "at least 6 seats" or "at most 2 seats".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bound {
    /// The rule, by index among the problem's rows.
    pub row: u32,
    /// Which of its ends.
    pub end: End,
}

/// New ends for one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// The rule, by index among the problem's rows.
    pub row: u32,
    /// The new minimum.
    pub min: u32,
    /// The new maximum.
    pub max: u32,
}
