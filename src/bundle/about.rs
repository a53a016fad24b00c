//! `about.json`: the facts of a lottery in one place. Imports its siblings.

use super::confirmed_excluded::Confirmed;
use super::household::Household;
use super::people::Detail;
use serde::{Deserialize, Serialize};

/// The facts. Each is checked against the other files by a claim, but for `program`, which says who
/// wrote them, and `key`, which only the sealed tier can show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The smallest bound proved: no lottery gives everyone more than this chance. A decimal fraction
    /// of 12 places, rounded up; none for Nash and Goldilocks.
    pub bound: Option<String>,
    /// People who have a seat already; absent if there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confirmed: Option<Confirmed>,
    /// The record that this lottery goes on from; absent if it is no supplement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continues: Option<Continues>,
    /// What the public tier shows of people.
    pub detail: Detail,
    /// How many people were excluded; absent if nobody was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<u64>,
    /// By how much the smallest chance, before rounding to tickets, may fall short of the greatest possible: 0 for
    /// leximin. For Nash and Goldilocks, by what part of itself the geometric mean or the measure of the tickets. A
    /// decimal fraction of 12 places, rounded up; none where nothing is shown.
    pub gap: Option<String>,
    /// The household rule; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub household: Option<Household>,
    /// Where the key of the codes came from.
    pub key: KeyOrigin,
    /// Which lottery it is.
    pub kind: Lottery,
    /// The smallest chance of anybody, in tickets.
    pub least: u64,
    /// What the lottery makes as fair as possible.
    pub objective: String,
    /// The most tickets by which anybody holds more or fewer than the fairest lottery gives, rounded up; none where
    /// nothing is proved about single people (maximin, goldilocks).
    pub off: Option<u64>,
    /// People in the pool.
    pub people: u64,
    /// Profiles among them.
    pub profiles: u64,
    /// The program and its version.
    pub program: String,
    /// Root of the tree over people, in a public tier without codes.
    pub root: Option<String>,
    /// Version of the rules of the draw.
    pub rules: u32,
    /// The number of the rules by which the lottery was made: who has the same rules can make it again.
    pub search: u32,
    /// Seats in the panel.
    pub seats: u32,
    /// How the search for the fairest lottery ended.
    pub status: String,
    /// Tickets.
    pub tickets: u64,
    /// People whose combination of features nobody else in the pool has.
    pub unique: u64,
}

/// The record that a supplementary lottery goes on from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Continues {
    /// The commitment of its lottery, 64 hexadecimal digits.
    pub commitment: String,
    /// Which of the supplements named in that record this is, from 1; absent in records of before they were named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continued: Option<u32>,
    /// Whether some of its quotas are looser than those that were left.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub loosened: bool,
    /// Why reserves whose turn it was were not called; absent if there were none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed_over: Option<String>,
    /// SHA-256 of the manifest of its last draw.
    pub record: String,
    /// SHA-256 of the manifest of its last list of events.
    pub roster: String,
}

/// Which lottery a record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lottery {
    /// Of the volunteers who become members of a panel.
    Panel,
}

/// Where the key of the codes came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeyOrigin {
    /// From the sealed inputs: the same files give the same codes.
    Derived,
    /// A secret of its own.
    Secret,
}
