//! Votes that were counted, and what they are a share of. Imports its siblings.

use super::rule::Base;
use super::share::{Share, Than};

/// What one count found for one option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// For it, or its points.
    pub yes: u64,
    /// Against it, where that was counted.
    pub against: u64,
    /// Neutral, where that was counted.
    pub neutral: u64,
}

/// Both counts of an option.
pub type Pair = [Votes; 2];

/// How many people there were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    /// On the roll.
    pub members: u64,
    /// Present, at least.
    pub least: u64,
    /// Present, at most.
    pub most: u64,
}

/// The base of a share.
pub fn base(of: Base, votes: &Votes, present: u64, members: u64) -> u64 {
    match of {
        Base::ForAndAgainst => votes.yes + votes.against,
        Base::Cast => votes.yes + votes.against + votes.neutral,
        Base::Present => present,
        Base::Members => members,
    }
}

/// Whether enough people were there.
pub fn has_quorum(quorum: Option<Share>, present: u64, members: u64) -> bool {
    quorum.is_none_or(|share| share.is_met(present, members, Than::AtLeast))
}
