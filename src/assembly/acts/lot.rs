//! Evidence of a lot: of a tie, of a group. Imports `deliberation`, `seed` and its siblings.

use super::{Refusal, no};
use crate::bundle::files;
use crate::deliberation::chance::Chance;
use crate::deliberation::wrong::What;
use crate::seed::Evidence;
use crate::seed::drand::Beacon;

/// Evidence of a lot, with the beacon's answer if it is that.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The evidence.
    pub evidence: &'a Evidence,
    /// The beacon's answer.
    pub beacon: Option<&'a Beacon>,
}

impl<'a> From<&'a Evidence> for Given<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self { evidence, beacon: None }
    }
}

impl Given<'_> {
    /// The beacon's answer as it is kept beside the act.
    pub(super) fn list(&self) -> Option<(&'static str, Vec<u8>)> {
        self.beacon.map(|beacon| (files::BEACON, beacon.record().into_bytes()))
    }
}

/// Refuses evidence that is of another source than was declared, or of other dice or numbers.
pub(super) fn of_source(evidence: &Evidence, declared: Chance) -> Result<(), Refusal> {
    declared.allows(evidence).map_err(|_| no(What::OtherSource { declared: declared.to_string() }))
}
