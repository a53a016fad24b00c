//! Chances as exact fractions. Imports nothing of ours.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A chance: so many tickets of so many. Never reduced, because "65,327 of 1,000,000" is what is
/// published; compared by value.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Chance {
    /// Tickets held, 0 to `of`.
    pub tickets: u64,
    /// Tickets in the lottery, at least 1.
    pub of: u64,
}

impl Chance {
    /// `tickets` of `of`.
    pub fn new(tickets: u64, of: u64) -> Self {
        assert!(of > 0 && tickets <= of, "a chance lies between 0 and 1");
        Self { tickets, of }
    }

    /// As a floating-point number between 0 and 1, for statistics and charts only.
    pub fn as_f64(self) -> f64 {
        self.tickets as f64 / self.of as f64
    }
}

impl PartialEq for Chance {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Chance {}
impl PartialOrd for Chance {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Chance {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = u128::from(self.tickets) * u128::from(other.of);
        left.cmp(&(u128::from(other.tickets) * u128::from(self.of)))
    }
}
impl fmt::Display for Chance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.tickets, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_by_value_and_prints_as_drawn() {
        assert_eq!(Chance::new(1, 10), Chance::new(100, 1000));
        assert!(Chance::new(13, 199) < Chance::new(66, 1000));
        assert_eq!(Chance::new(100, 1000).to_string(), "100/1000");
    }
}
