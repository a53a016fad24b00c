//! A line of a quota with the people who count for it. Imports nothing of ours.

/// A value of a quota, with the people who count for it as somebody asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The feature.
    pub feature: String,
    /// The value.
    pub value: String,
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
    /// So many there are.
    pub count: u32,
    /// Its place in the rows of the problem.
    pub row: usize,
}
