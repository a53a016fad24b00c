//! What the panels of a ticket lottery look like: for each row the fewest and the most seats on any ticket
//! beside the average. Imports `lottery::{problem, tickets}`.

use crate::lottery::problem::Problem;
use crate::lottery::tickets::TicketLottery;

/// The seats of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Fewest on any ticket.
    pub least: u32,
    /// Most on any ticket.
    pub most: u32,
    /// Seats over all tickets together.
    pub total: u64,
}

impl Range {
    /// The average over all `tickets`, at least 1, with two decimals, halves up.
    pub fn average(&self, tickets: u64) -> String {
        let (total, tickets) = (u128::from(self.total), u128::from(tickets));
        let hundredths = (total * 200 + tickets) / (2 * tickets);
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }

    /// Seats by which the ticket with the fewest and that with the most are beyond the average of all `tickets`, rounded
    /// down and up, together; `tickets` is at least 1.
    pub fn beyond(&self, tickets: u64) -> u64 {
        let (low, high) = (self.total / tickets, self.total.div_ceil(tickets));
        low.saturating_sub(u64::from(self.least)) + u64::from(self.most).saturating_sub(high)
    }

    /// Whether every ticket has the average of all `tickets`, rounded down or up.
    pub fn is_central(&self, tickets: u64) -> bool {
        let rounded_down = |seats: u32| u64::from(seats) * tickets;
        rounded_down(self.least) + tickets > self.total && rounded_down(self.most) < self.total + tickets
    }
}

/// The range of each row, in the order of the rows. `least` is 0 for all if there is no ticket.
pub fn ranges(problem: &Problem, lottery: &TicketLottery) -> Vec<Range> {
    let rows_of = problem.rows_of();
    let mut ranges: Vec<Option<Range>> = vec![None; problem.rows.len()];
    let mut count = vec![0u32; problem.rows.len()];
    for share in &lottery.shares {
        count.fill(0);
        for &(t, seats) in &share.panel.0 {
            rows_of[t as usize].iter().for_each(|&r| count[r as usize] += seats);
        }
        for (range, &count) in ranges.iter_mut().zip(&count) {
            let range = range.get_or_insert(Range { least: count, most: count, total: 0 });
            range.least = range.least.min(count);
            range.most = range.most.max(count);
            range.total += share.tickets * u64::from(count);
        }
    }
    ranges.into_iter().map(|range| range.unwrap_or(Range { least: 0, most: 0, total: 0 })).collect()
}

/// [`Range::beyond`] of all rows; 0 where every ticket is central, or there is none.
pub fn beyond(problem: &Problem, lottery: &TicketLottery) -> u64 {
    let tickets = lottery.tickets().max(1);
    ranges(problem, lottery).iter().map(|range| range.beyond(tickets)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Panel, Row};
    use crate::lottery::tickets::Share;

    fn two_values(shares: &[(u64, u32)]) -> Vec<Range> {
        let row = |profiles: &[u32]| Row { profiles: profiles.to_vec(), min: 0, max: 4 };
        let problem = Problem { seats: 4, sizes: vec![2, 2, 4], rows: vec![row(&[0, 1]), row(&[2])] };
        let share = |&(tickets, a): &(u64, u32)| {
            let seats = [(0, a.min(2)), (1, a.saturating_sub(2)), (2, 4 - a)];
            Share { tickets, panel: Panel(seats.into_iter().filter(|s| s.1 > 0).collect()) }
        };
        ranges(&problem, &TicketLottery { shares: shares.iter().map(share).collect() })
    }

    #[test]
    fn least_most_and_total_are_over_all_tickets() {
        let found = two_values(&[(3, 1), (1, 3), (6, 2)]);
        assert_eq!(found, [Range { least: 1, most: 3, total: 18 }, Range { least: 1, most: 3, total: 22 }]);
    }

    #[test]
    fn central_is_the_average_rounded_down_or_up() {
        assert!(two_values(&[(3, 1), (1, 2)]).iter().all(|range| range.is_central(4)));
        assert!(two_values(&[(4, 2)]).iter().all(|range| range.is_central(4)));
        // An average of exactly 2 leaves no room for 1 and 3.
        assert!(two_values(&[(2, 1), (2, 3)]).iter().all(|range| !range.is_central(4)));
        // 9 / 4: neither 1 nor 4 is next to it.
        assert!(two_values(&[(1, 1), (2, 2), (1, 4)]).iter().all(|range| !range.is_central(4)));
    }

    #[test]
    fn averages_have_two_decimals_and_ends_are_one_step_off_at_most() {
        let range = |least, most, total| Range { least, most, total };
        for (total, tickets, text) in
            [(7, 4, "1.75"), (1, 8, "0.13"), (5, 1, "5.00"), (2, 3, "0.67"), (4, 3, "1.33")]
        {
            assert_eq!(range(0, 9, total).average(tickets), text);
        }
        for (least, most, total, central) in [
            (0, 1, 3, true),
            (0, 1, 1, true),
            (2, 2, 8, true),
            (1, 2, 8, false),
            (2, 3, 8, false),
            (0, 2, 3, false),
        ] {
            assert_eq!(range(least, most, total).is_central(4), central, "{least} {most} {total}");
            assert_eq!(range(least, most, total).beyond(4) == 0, central, "{least} {most} {total}");
        }
    }
}
