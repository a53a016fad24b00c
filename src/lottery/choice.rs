//! How many people can be drawn at all: what quotas leave to draw. Imports nothing.

/// The people whom some panel has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// How many they are.
    pub people: u64,
    /// Whether that is settled; if not, they are at most so many.
    pub settled: bool,
}
