//! Tickets that are further from the middle than they need be, put right by exchanges: one ticket's seat for another's,
//! so that nobody's tickets change in number; and single tickets handed from whoever holds more than their share to
//! whoever holds less. No chance is involved. Imports `lottery::{problem, shape, tickets}`.

use crate::lottery::problem::{Panel, Problem};
use crate::lottery::shape;
use crate::lottery::tickets::{Share, TicketLottery};
use std::collections::BTreeMap;

/// Pairs of seats that are looked at, at most: a second or so.
const PAIRS: u64 = 30_000_000;
/// Counts of rows that are kept side by side, at most.
const COUNTS: usize = 40_000_000;

/// The same lottery with fewer seats beyond the average, rounded down or up, of a row: as far as single exchanges
/// between two tickets get. Everybody keeps as many tickets as they had.
pub fn centre(problem: &Problem, lottery: TicketLottery) -> TicketLottery {
    let tickets = lottery.tickets();
    let ranges = shape::ranges(problem, &lottery);
    if ranges.iter().all(|range| range.is_central(tickets)) {
        return lottery;
    }
    let Some(mut table) = Table::new(problem, &lottery, &ranges) else { return lottery };
    let mut at = 0;
    while at < table.lots.len() {
        while table.pairs < PAIRS && table.breach(at) > 0 && table.mend(at) {}
        at += 1;
    }
    table.lottery()
}

/// The same lottery with everybody within a ticket of their share, as far as handing on single tickets gets. `x` are the
/// expected seats of each profile.
pub fn even(problem: &Problem, x: &[f64], lottery: TicketLottery) -> TicketLottery {
    let tickets = lottery.tickets() as f64;
    let held = lottery.seat_totals(problem.profiles());
    let each = held.iter().zip(x).zip(&problem.sizes);
    let mut off: Vec<f64> = each.map(|((&h, x), &n)| (h as f64 - x * tickets) / f64::from(n)).collect();
    if off.iter().all(|off| off.abs() <= 1.0) {
        return lottery;
    }
    let ranges = shape::ranges(problem, &lottery);
    let Some(mut table) = Table::new(problem, &lottery, &ranges) else { return lottery };
    while let Some(worst) = (0..off.len()).filter(|&t| off[t].abs() > 1.0).max_by(|&a, &b| {
        // Of two that are as far off the first.
        off[a].abs().total_cmp(&off[b].abs()).then(b.cmp(&a))
    }) {
        let step = |t: usize| 1.0 / f64::from(problem.sizes[t]);
        let nearer = |&other: &usize| (off[worst] - off[other]).abs() > (step(worst) + step(other)) / 2.0;
        let over = off[worst] > 0.0;
        let mut others: Vec<usize> = (0..off.len()).filter(nearer).collect();
        others.retain(|&other| (off[other] < off[worst]) == over);
        others.sort_by(|&a, &b| off[a].total_cmp(&off[b]).then(a.cmp(&b)));
        if !over {
            others.reverse();
        }
        let given = others.into_iter().find(|&other| match over {
            true => table.hand(worst as u32, other as u32),
            false => table.hand(other as u32, worst as u32),
        });
        let Some(other) = given else { break };
        let sign = if over { 1.0 } else { -1.0 };
        off[worst] -= sign * step(worst);
        off[other] += sign * step(other);
    }
    table.lottery()
}

/// So many tickets with one panel.
#[derive(Clone)]
struct Lot {
    tickets: u64,
    panel: Panel,
    /// Seats of each row.
    counts: Vec<i32>,
}

struct Table<'a> {
    problem: &'a Problem,
    rows_of: Vec<Vec<u32>>,
    /// The average of each row, rounded down and up.
    middle: Vec<(i32, i32)>,
    lots: Vec<Lot>,
    pairs: u64,
}

impl<'a> Table<'a> {
    /// `None` if there are no tickets, or too many different panels to keep the counts of all.
    fn new(problem: &'a Problem, lottery: &TicketLottery, ranges: &[shape::Range]) -> Option<Self> {
        let tickets = lottery.tickets();
        if tickets == 0 || lottery.shares.len().saturating_mul(problem.rows.len()) > COUNTS {
            return None;
        }
        let middle = |range: &shape::Range| {
            ((range.total / tickets) as i32, range.total.div_ceil(tickets).min(u64::from(u32::MAX)) as i32)
        };
        let mut table = Self {
            problem,
            rows_of: problem.rows_of(),
            middle: ranges.iter().map(middle).collect(),
            lots: Vec::new(),
            pairs: 0,
        };
        table.lots = lottery.shares.iter().map(|share| table.lot(share)).collect();
        Some(table)
    }

    fn lottery(self) -> TicketLottery {
        let mut shares: BTreeMap<Panel, u64> = BTreeMap::new();
        for lot in self.lots {
            *shares.entry(lot.panel).or_default() += lot.tickets;
        }
        TicketLottery {
            shares: shares.into_iter().map(|(panel, tickets)| Share { tickets, panel }).collect(),
        }
    }

    fn lot(&self, share: &Share) -> Lot {
        let mut counts = vec![0; self.middle.len()];
        for &(t, seats) in &share.panel.0 {
            self.rows_of[t as usize].iter().for_each(|&r| counts[r as usize] += seats as i32);
        }
        Lot { tickets: share.tickets, panel: share.panel.clone(), counts }
    }

    fn off(&self, row: u32, count: i32) -> i32 {
        let (low, high) = self.middle[row as usize];
        (low - count).max(count - high).max(0)
    }

    fn breach(&self, at: usize) -> i32 {
        (0..).zip(&self.lots[at].counts).map(|(row, &count)| self.off(row, count)).sum()
    }

    /// By how much a ticket comes nearer to the middle, below 0, or goes further from it, if `new` takes a seat of `old`.
    fn change(&self, lot: &Lot, old: u32, new: u32) -> i32 {
        let (mut lost, mut won) = (&self.rows_of[old as usize][..], &self.rows_of[new as usize][..]);
        let by = |row: u32, by: i32| {
            let count = lot.counts[row as usize];
            self.off(row, count + by) - self.off(row, count)
        };
        let mut sum = 0;
        // Both are in ascending order; what stands in both does not change.
        loop {
            match (lost.split_first(), won.split_first()) {
                (Some((&l, rest)), Some((&w, other))) if l == w => (lost, won) = (rest, other),
                (Some((&l, rest)), Some((&w, _))) if l < w => (sum, lost) = (sum + by(l, -1), rest),
                (Some((&l, rest)), None) => (sum, lost) = (sum + by(l, -1), rest),
                (_, Some((&w, rest))) => (sum, won) = (sum + by(w, 1), rest),
                (None, None) => return sum,
            }
        }
    }

    /// The first exchange that brings this ticket nearer to the middle, and the two tickets together. Whether there was one.
    fn mend(&mut self, at: usize) -> bool {
        let lots = self.lots.len();
        for other in (1..lots).map(|step| (at + step) % lots) {
            if self.pairs >= PAIRS {
                return false;
            }
            let (lot, with) = (&self.lots[at], &self.lots[other]);
            self.pairs += (lot.panel.0.len() * with.panel.0.len()) as u64;
            for &(old, _) in &lot.panel.0 {
                if seats(&with.panel, old) >= self.problem.sizes[old as usize] {
                    continue;
                }
                for &(new, _) in &with.panel.0 {
                    if old == new || seats(&lot.panel, new) >= self.problem.sizes[new as usize] {
                        continue;
                    }
                    let gain = self.change(lot, old, new);
                    if gain >= 0 || gain + self.change(with, new, old) >= 0 {
                        continue;
                    }
                    let made = [handed(&lot.panel, old, new), handed(&with.panel, new, old)];
                    if self.problem.admits_all(&made) {
                        self.exchange(at, other, made);
                        return true;
                    }
                }
            }
        }
        false
    }

    /// One ticket on which `new` sits in a seat of `old`, no further from the middle than it was. Whether there is one.
    fn hand(&mut self, old: u32, new: u32) -> bool {
        for at in 0..self.lots.len() {
            if self.pairs >= PAIRS {
                return false;
            }
            self.pairs += 1;
            let lot = &self.lots[at];
            let fits =
                seats(&lot.panel, old) > 0 && seats(&lot.panel, new) < self.problem.sizes[new as usize];
            if !fits || self.change(lot, old, new) > 0 {
                continue;
            }
            let panel = handed(&lot.panel, old, new);
            if self.problem.admits(&panel) {
                if lot.tickets > 1 {
                    let left = Lot { tickets: lot.tickets - 1, ..lot.clone() };
                    self.lots.push(left);
                }
                self.lots[at] = self.lot(&Share { tickets: 1, panel });
                return true;
            }
        }
        false
    }

    /// As many tickets of both as both have get the panels `made`; what is left of either stays as it was.
    fn exchange(&mut self, at: usize, other: usize, made: [Panel; 2]) {
        let tickets = self.lots[at].tickets.min(self.lots[other].tickets);
        for (place, panel) in [at, other].into_iter().zip(made) {
            let rest = self.lots[place].tickets - tickets;
            if rest > 0 {
                let left = Lot { tickets: rest, ..self.lots[place].clone() };
                self.lots.push(left);
            }
            self.lots[place] = self.lot(&Share { tickets, panel });
        }
    }
}

fn seats(panel: &Panel, profile: u32) -> u32 {
    panel.0.binary_search_by_key(&profile, |&(t, _)| t).map_or(0, |at| panel.0[at].1)
}

/// The panel with one seat of `old` given to `new`.
fn handed(panel: &Panel, old: u32, new: u32) -> Panel {
    let mut seats: BTreeMap<u32, u32> = panel.0.iter().copied().collect();
    *seats.entry(new).or_default() += 1;
    if let Some(held) = seats.get_mut(&old) {
        *held -= 1;
    }
    Panel(seats.into_iter().filter(|&(_, held)| held > 0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// Two features of two values; profile 0 has the first of both, 3 the second of both.
    fn square(min: u32, max: u32) -> Problem {
        let row = |profiles: &[u32]| Row { profiles: profiles.to_vec(), min, max };
        Problem {
            seats: 4,
            sizes: vec![4; 4],
            rows: [[0, 1], [2, 3], [0, 2], [1, 3]].map(|p| row(&p)).to_vec(),
        }
    }

    fn lottery(shares: &[(u64, [u32; 4])]) -> TicketLottery {
        let share = |&(tickets, seats): &(u64, [u32; 4])| {
            let panel = (0..).zip(seats).filter(|&(_, seats)| seats > 0).collect();
            Share { tickets, panel: Panel(panel) }
        };
        TicketLottery { shares: shares.iter().map(share).collect() }
    }

    fn beyond(problem: &Problem, lottery: &TicketLottery) -> usize {
        let ranges = shape::ranges(problem, lottery);
        ranges.iter().filter(|range| !range.is_central(lottery.tickets())).count()
    }

    #[test]
    fn corners_meet_in_the_middle_and_nobody_gains_or_loses_a_ticket() {
        let (problem, corners) = (square(0, 4), lottery(&[(300, [4, 0, 0, 0]), (300, [0, 0, 0, 4])]));
        assert_eq!(beyond(&problem, &corners), 4);
        let made = centre(&problem, corners.clone());
        assert_eq!(beyond(&problem, &made), 0, "{made:?}");
        assert_eq!(made.tickets(), 600);
        assert_eq!(made.seat_totals(4), corners.seat_totals(4));
        assert!(problem.admits_all(made.shares.iter().map(|share| &share.panel)));
    }

    #[test]
    fn tickets_of_unequal_number_are_split() {
        let (problem, uneven) =
            (square(0, 4), lottery(&[(5, [3, 1, 0, 0]), (1, [0, 0, 0, 4]), (994, [1, 1, 1, 1])]));
        let made = centre(&problem, uneven.clone());
        assert_eq!(beyond(&problem, &made), 0, "{made:?}");
        assert_eq!(made.seat_totals(4), uneven.seat_totals(4));
        assert_eq!(made.tickets(), 1_000);
    }

    #[test]
    fn whoever_is_tickets_off_is_put_right_within_the_quotas() {
        // Everybody is due 250 tickets of 1,000.
        let uneven =
            lottery(&[(256, [4, 0, 0, 0]), (248, [0, 4, 0, 0]), (248, [0, 0, 4, 0]), (248, [0, 0, 0, 4])]);
        let problem = square(0, 4);
        let made = even(&problem, &[1.0; 4], uneven);
        assert_eq!(made.tickets(), 1_000);
        let held = made.seat_totals(4);
        assert!(held.iter().all(|&held| held.abs_diff(1_000) <= 4), "{held:?}");
        assert!(problem.admits_all(made.shares.iter().map(|share| &share.panel)));
        // What cannot be put right ends.
        let stuck = lottery(&[(10, [4, 0, 0, 0])]);
        assert_eq!(even(&square(0, 4), &[4.0, 0.0, 0.0, 0.0], stuck.clone()), stuck);
        assert_eq!(even(&problem, &[0.0, 4.0, 0.0, 0.0], stuck).tickets(), 10);
    }

    #[test]
    fn what_is_central_stays_as_it_is_and_what_the_quotas_forbid_is_not_done() {
        let central = lottery(&[(1, [2, 0, 0, 2]), (1, [0, 2, 2, 0])]);
        assert_eq!(centre(&square(0, 4), central.clone()), central);
        // Whoever sits with one of the first profile sits with all of it.
        let mut problem = square(0, 4);
        problem.sizes[0] = 2;
        problem.rows.push(Row { profiles: vec![0], min: 2, max: 2 });
        let corners = lottery(&[(1, [2, 2, 0, 0]), (1, [2, 0, 0, 2])]);
        let made = centre(&problem, corners.clone());
        assert!(problem.admits_all(made.shares.iter().map(|share| &share.panel)));
        assert_eq!(made.seat_totals(4), corners.seat_totals(4));
    }
}
