//! What a certificate proves. Imports `bundle` and `lottery`.

use crate::bundle::fairness::Exact;
use crate::lottery::objective::Objective;

/// What the certificate proves, for the words of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Proved {
    /// What is as fair as possible.
    pub objective: Objective,
    /// The smallest number of tickets held by anybody who can be on any panel.
    pub least: u64,
    /// The largest number of tickets held by anybody.
    pub most: u64,
    /// The most tickets by which anybody holds more or fewer than the fairest lottery gives; `None` where nothing is
    /// proved about single people.
    pub off: Option<u64>,
    /// People who can be on no panel.
    pub shut_out: u64,
    /// Tickets.
    pub tickets: u64,
    /// No lottery gives everybody more than this, for an objective with levels.
    pub bound: Option<Exact>,
    /// By how much the lottery may fall short of the best.
    pub gap: Option<Exact>,
    /// Goldilocks' measure of this lottery, and what no lottery gets below.
    pub measure: Option<(Exact, Exact)>,
    /// Levels of the certificate.
    pub levels: usize,
}
