//! The staff at the tables of one round. Imports nothing of ours.

use serde::{Deserialize, Serialize};

/// The staff of one round: for each table a member of the brief's staff, if there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hosts {
    /// Facilitators.
    pub facilitators: Vec<Option<usize>>,
    /// Note-takers.
    pub notes: Vec<Option<usize>>,
}

impl Hosts {
    /// Whether nothing is said of the staff.
    pub fn is_unsaid(&self) -> bool {
        self.facilitators.is_empty() && self.notes.is_empty()
    }
}
