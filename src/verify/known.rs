//! What is known besides the folder. Imports `bundle`, `lottery` and `prepare`.

use crate::bundle::Folder;
use crate::lottery::Search;
use crate::lottery::certificate::{Certificate, Cut};
use crate::lottery::objective::Objective;
use crate::lottery::problem::Problem;
use crate::lottery::tickets::TicketLottery;
use crate::prepare::Facts;

/// What is known besides the folder.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The commitment as it was published, by whoever asks.
    pub published: Option<&'a str>,
    /// The lines of seat plans as they were published before the seed was known.
    pub seat_plans: &'a [&'a str],
    /// The lines of ballots as they were published before the vote.
    pub ballots: &'a [&'a str],
    /// Records of lotteries that groups of this one come from, such as that of a sounding board.
    pub groups: &'a [Folder],
    /// The organiser's key, by whoever has it.
    pub key: Option<&'a [u8; 32]>,
    /// What came out when the list of people was prepared again from its sources, by whoever holds them.
    pub prepared: Option<&'a Facts>,
    /// The record that this one supplements.
    pub before: Option<&'a Folder>,
    /// Searches again what the certificate leans on; `None`: it is not searched again.
    pub search: Option<Searcher>,
    /// Makes a lottery again; `None`: it is not made again.
    pub make: Option<Maker>,
}

/// Whether no panel of a problem breaks any of these cuts, and none seats anybody of these profiles; `None` where that is
/// not settled. Whoever has a solver gives one.
pub type Searcher = fn(&Problem, &[Cut], &[u32]) -> Option<bool>;

/// Makes by these rules the lottery of a problem, of which the last so many rows are of homes, with so many tickets; `None` if none comes out. Whoever has a solver gives one.
pub type Maker = fn(Search, &Problem, usize, Objective, u64) -> Option<(TicketLottery, Certificate)>;
