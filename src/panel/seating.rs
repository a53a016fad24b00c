//! Who sits where on which ticket. Imports `base` and `lottery`. Integers only.
//!
//! Every ticket is a panel by profile: so many seats for each. Within a profile the members stand in
//! a circle, in the row order of the frozen public pool, and seats go round: a ticket takes the next
//! members after those that all earlier tickets took. So each member of a profile with S seats over
//! all tickets and n members sits on floor(S/n) or ceil(S/n) tickets, the first S mod n members on
//! one more than the others.

use crate::base::chance::Chance;
use crate::lottery::tickets::TicketLottery;

/// A ticket lottery with the number of members of each profile.
#[derive(Clone, Debug)]
pub struct Seating<'a> {
    lottery: &'a TicketLottery,
    sizes: &'a [u32],
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

    /// The panel of `ticket`: (profile, place in the profile), both from 0, ascending. `None` if there
    /// is no such ticket.
    pub fn panel(&self, ticket: u64) -> Option<Vec<(u32, u32)>> {
        let mut before = vec![0u64; self.sizes.len()];
        let mut first = 0;
        for share in &self.lottery.shares {
            if ticket - first < share.tickets {
                let mut seats = Vec::new();
                for &(t, c) in &share.panel.0 {
                    let n = self.sizes[t as usize];
                    let taken = before[t as usize] + (ticket - first) * u64::from(c);
                    let start = (taken % u64::from(n)) as u32;
                    seats.extend(
                        (0..c)
                            .map(|i| (t, (u64::from(start) + u64::from(i)) % u64::from(n)))
                            .map(|(t, place)| (t, place as u32)),
                    );
                }
                seats.sort_unstable();
                return Some(seats);
            }
            first += share.tickets;
            for &(t, c) in &share.panel.0 {
                before[t as usize] += share.tickets * u64::from(c);
            }
        }
        None
    }

    /// The chance of the member in `place` of `profile`, both from 0.
    pub fn chance(&self, profile: u32, place: u32) -> Chance {
        let (total, n) = (self.totals[profile as usize], u64::from(self.sizes[profile as usize]));
        Chance::new(total / n + u64::from(u64::from(place) < total % n), self.tickets)
    }

    /// The tickets that seat the member in `place` of `profile`, both from 0: ranges of consecutive
    /// tickets, first and last, ascending.
    pub fn tickets_of(&self, profile: u32, place: u32) -> Vec<(u64, u64)> {
        let n = u64::from(self.sizes[profile as usize]);
        let (mut first, mut before) = (0, 0);
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for share in &self.lottery.shares {
            let seats = share.panel.0.binary_search_by_key(&profile, |&(t, _)| t);
            let seats = seats.map_or(0, |at| u64::from(share.panel.0[at].1));
            for ticket in first..first + if seats > 0 { share.tickets } else { 0 } {
                let start = (before + (ticket - first) * seats) % n;
                if (u64::from(place) + n - start) % n < seats {
                    match ranges.last_mut() {
                        Some(last) if last.1 + 1 == ticket => last.1 = ticket,
                        _ => ranges.push((ticket, ticket)),
                    }
                }
            }
            first += share.tickets;
            before += share.tickets * seats;
        }
        ranges
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
    use proptest::prelude::*;

    fn share(tickets: u64, panel: &[(u32, u32)]) -> Share {
        Share { tickets, panel: Panel(panel.to_vec()) }
    }

    #[test]
    fn seats_go_round() {
        let lottery = TicketLottery { shares: vec![share(2, &[(0, 2)]), share(3, &[(0, 1), (1, 1)])] };
        let seating = Seating::new(&lottery, &[3, 2]).unwrap();
        let panels: Vec<_> = (0..5).map(|t| seating.panel(t).unwrap()).collect();
        assert_eq!(panels[0], [(0, 0), (0, 1)]);
        assert_eq!(panels[1], [(0, 0), (0, 2)]);
        assert_eq!(panels[2], [(0, 1), (1, 0)]);
        assert_eq!(panels[3], [(0, 2), (1, 1)]);
        assert_eq!(panels[4], [(0, 0), (1, 0)]);
        assert_eq!(seating.panel(5), None);
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

    proptest! {
        /// What the formula says each person holds is what counting over every ticket gives.
        #[test]
        fn chances_are_what_counting_gives(
            sizes in prop::collection::vec(1u32..6, 1..5),
            picks in prop::collection::vec((1u64..40, prop::collection::vec(0u32..6, 5)), 1..6),
        ) {
            let shares = picks.iter().map(|(tickets, seats)| {
                let panel = sizes.iter().zip(seats).enumerate();
                let panel = panel.map(|(t, (&n, &c))| (t as u32, c.min(n))).filter(|&(_, c)| c > 0).collect();
                Share { tickets: *tickets, panel: Panel(panel) }
            }).collect();
            let lottery = TicketLottery { shares };
            let seating = Seating::new(&lottery, &sizes).unwrap();
            let mut held: Vec<Vec<u64>> = sizes.iter().map(|&n| vec![0; n as usize]).collect();
            for ticket in 0..seating.tickets() {
                let panel = seating.panel(ticket).unwrap();
                prop_assert!(panel.windows(2).all(|w| w[0] < w[1]));
                panel.iter().for_each(|&(t, place)| held[t as usize][place as usize] += 1);
            }
            for (t, members) in held.iter().enumerate() {
                for (place, &count) in members.iter().enumerate() {
                    prop_assert_eq!(seating.chance(t as u32, place as u32).tickets, count);
                    let own = seating.tickets_of(t as u32, place as u32);
                    prop_assert_eq!(own.iter().map(|r| r.1 - r.0 + 1).sum::<u64>(), count);
                    for ticket in own.into_iter().flat_map(|(first, last)| first..=last) {
                        prop_assert!(seating.panel(ticket).unwrap().contains(&(t as u32, place as u32)));
                    }
                }
                let spread = seating.spread(t as u32);
                prop_assert_eq!(spread.iter().map(|s| s.0).sum::<u32>(), sizes[t]);
                let total: u64 = spread.iter().map(|s| u64::from(s.0) * s.1).sum();
                prop_assert_eq!(total, seating.totals()[t]);
            }
        }
    }
}
