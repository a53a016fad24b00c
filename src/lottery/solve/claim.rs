//! Claims of profiles to the next seat. Imports nothing of ours.

use std::cmp::Ordering;

/// One profile's claim to the next seat; the greatest goes first, and of equal ones the first profile.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// What goes before any value.
    pub class: u8,
    /// What the seat gains.
    pub value: f64,
    /// The profile.
    pub profile: u32,
}

impl Ord for Claim {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.class.cmp(&other.class))
            .then(self.value.total_cmp(&other.value))
            .then(other.profile.cmp(&self.profile))
    }
}

impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Claim {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Claim {}
