//! The ticket lottery: what is published and drawn from. Integers only. Imports `base` and
//! `lottery::problem`.

use crate::lottery::problem::Panel;
use serde::{Deserialize, Serialize};

/// One panel and how many consecutive tickets it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Tickets, at least 1.
    pub tickets: u64,
    /// The panel drawn by any of them.
    pub panel: Panel,
}

/// Tickets 0 to M - 1, each a complete panel: the first share has tickets 0 to its `tickets` - 1,
/// the next follows, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketLottery {
    /// Shares in ticket order.
    pub shares: Vec<Share>,
}

impl TicketLottery {
    /// M, the number of tickets.
    pub fn tickets(&self) -> u64 {
        self.shares.iter().map(|s| s.tickets).sum()
    }

    /// For each of `profiles` profiles its seats summed over all tickets.
    pub fn seat_totals(&self, profiles: usize) -> Vec<u64> {
        let mut totals = vec![0; profiles];
        for share in &self.shares {
            for &(t, c) in &share.panel.0 {
                totals[t as usize] += share.tickets * u64::from(c);
            }
        }
        totals
    }
}
