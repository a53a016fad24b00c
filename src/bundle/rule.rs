//! The household rule as `about.json` states it. Imports nothing of ours.

use serde::{Deserialize, Serialize};

/// The rule as `about.json` states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Household {
    /// Headings of the address columns of the sealed pool, in the order in which they make up an address.
    pub columns: Vec<String>,
    /// Name of the feature that stands for the rule.
    pub feature: String,
    /// People of one address in the whole panel, at most.
    pub per: u32,
}

/// The value of whoever lives in no home that the rule binds.
pub const ALONE: &str = "-";
