//! How many seats each profile has, over all tickets and a person. Imports `lottery`. Integers only.
//!
//! Every ticket is a panel by profile: so many seats for each. Each member of a profile with S seats
//! over all tickets and n members sits on floor(S/n) or ceil(S/n) tickets; who of them, and with whom,
//! is for `panel::laps`.

use crate::lottery::tickets::TicketLottery;

/// A ticket lottery with the number of members of each profile.
#[derive(Clone, Debug)]
pub struct Seating<'a> {
    pub(super) lottery: &'a TicketLottery,
    pub(super) sizes: &'a [u32],
    tickets: u64,
    totals: Vec<u64>,
}

impl<'a> Seating<'a> {
    /// `None` unless `lottery` has 1 to 2^32 tickets, each panel names known profiles in ascending
    /// order, and seats at least one and no more members than each profile has.
    pub fn new(lottery: &'a TicketLottery, sizes: &'a [u32]) -> Option<Self> {
        let mut tickets: u64 = 0;
        for share in &lottery.shares {
            let ascending = share.panel.0.windows(2).all(|w| w[0].0 < w[1].0);
            let known = |&(t, c): &(u32, u32)| sizes.get(t as usize).is_some_and(|&n| 1 <= c && c <= n);
            tickets = tickets.checked_add(share.tickets)?;
            if share.tickets == 0 || tickets > 1 << 32 || !ascending || !share.panel.0.iter().all(known) {
                return None;
            }
        }
        // With at most 2^32 tickets of at most 2^32 seats a profile, totals fit 64 bits.
        (tickets > 0).then(|| Self { lottery, sizes, tickets, totals: lottery.seat_totals(sizes.len()) })
    }

    /// M, the number of tickets.
    pub fn tickets(&self) -> u64 {
        self.tickets
    }

    /// For each profile its seats over all tickets.
    pub fn totals(&self) -> &[u64] {
        &self.totals
    }

    /// Members of `profile` on each number of tickets they hold: (people, tickets), at most two pairs,
    /// the greater number of tickets first.
    pub fn spread(&self, profile: u32) -> Vec<(u32, u64)> {
        let n = self.sizes[profile as usize];
        let (total, members) = (self.totals[profile as usize], u64::from(n));
        let more = (total % members) as u32;
        let pairs = [(more, total / members + 1), (n - more, total / members)];
        pairs.into_iter().filter(|&(people, _)| people > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Panel;
    use crate::lottery::tickets::Share;

    fn share(tickets: u64, panel: &[(u32, u32)]) -> Share {
        Share { tickets, panel: Panel(panel.to_vec()) }
    }

    #[test]
    fn nonsense_is_refused() {
        for shares in [
            vec![],
            vec![share(0, &[(0, 1)])],
            vec![share(1, &[(2, 1)])],
            vec![share(1, &[(0, 4)])],
            vec![share(1, &[(0, 0)])],
            vec![share(1, &[(1, 1), (0, 1)])],
            vec![share(1, &[(0, 1), (0, 1)])],
            vec![share(u64::MAX, &[(0, 1)]), share(2, &[(0, 1)])],
            vec![share(1 << 33, &[(0, 1)])],
        ] {
            assert!(Seating::new(&TicketLottery { shares }, &[3, 2]).is_none());
        }
    }

    #[test]
    fn the_spread_of_a_profile_adds_up_to_its_seats() {
        let lottery = TicketLottery { shares: vec![share(2, &[(0, 2)]), share(3, &[(0, 1), (1, 2)])] };
        let seating = Seating::new(&lottery, &[3, 2, 4]).unwrap();
        assert_eq!((seating.tickets(), seating.totals()), (5, &[7, 6, 0][..]));
        assert_eq!(seating.spread(0), [(1, 3), (2, 2)]);
        assert_eq!(seating.spread(1), [(2, 3)]);
        assert_eq!(seating.spread(2), [(4, 0)]);
    }
}
