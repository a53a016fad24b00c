//! Dealing whole tickets where there are many thousands of profiles, or very small chances. Imports
//! `lottery::{problem, tickets}`, `local` and `rows`.
//!
//! To weigh panels exactly takes about n^3 operations for n profiles. With thousands of profiles each is
//! on few panels, and the quotas are wide beside a single seat, so that whoever is furthest behind can
//! nearly always be seated. So panels are made one after another for whoever is furthest behind
//! (herding, Welling 2009), each for a fixed part of the tickets that are left: many at first, single
//! ones at last. Every error is then of the order of the last panel's tickets: one.

use super::claim::Claim;
use super::local::Search;
use super::rows::groups;
use crate::lottery::problem::{Admission, Panel, Problem};
use crate::lottery::tickets::{Share, TicketLottery};
use std::cell::RefCell;
use std::collections::{BTreeMap, BinaryHeap};
use std::ops::Range;

/// A panel is for one in so many of the tickets left.
const PART: u64 = 200;
/// Sums this close to a whole number are it.
const NEAR: f64 = 1e-6;
/// No such profile.
const NOBODY: u32 = u32::MAX;
/// Passes of local search where seats cannot be filled one by one.
const PASSES: usize = 300;

/// Deals `tickets` tickets so that the seats of every profile come close to `x` (expected seats by
/// profile, within the rules). Every panel meets every rule; profiles in `certain` have all their
/// members on each. `None` where some panel could not be made.
pub fn deal(
    problem: &Problem,
    x: &[f64],
    tickets: u64,
    certain: &[u32],
    search: &mut Search,
    progress: &mut dyn FnMut(u64),
) -> Option<TicketLottery> {
    let mut table = Table::new(problem, x, tickets, certain);
    let mut shares: BTreeMap<Panel, u64> = BTreeMap::new();
    while table.left > 0 {
        let lot = (table.left / PART).max(1);
        let panel = (0..3)
            .find_map(|slack| table.fill(lot, slack))
            .or_else(|| search.find(&table.behind(lot), PASSES))?;
        table.give(&panel, lot);
        *shares.entry(panel).or_default() += lot;
        progress(tickets - table.left);
    }
    Some(TicketLottery {
        shares: shares.into_iter().map(|(panel, tickets)| Share { tickets, panel }).collect(),
    })
}

/// The tickets still to deal and who is still to get them.
struct Table<'a> {
    problem: &'a Problem,
    x: &'a [f64],
    certain: &'a [u32],
    rows_of: Vec<Vec<u32>>,
    /// Consecutive rows that share no profile: the values of a feature.
    groups: Vec<Range<usize>>,
    group_of: Vec<usize>,
    /// By profile and row: the profile that counts in this row instead of the other of its group.
    neighbours: Vec<u32>,
    /// Fewest and most seats of each row; the same where `x` is at one of the row's bounds, because then
    /// no panel may be elsewhere.
    bounds: Vec<(u32, u32)>,
    /// Tickets not yet dealt.
    left: u64,
    /// Seats still due over the tickets left, by profile; below 0 where there are too many.
    due: Vec<f64>,
    admission: RefCell<Admission<'a>>,
}

impl<'a> Table<'a> {
    fn new(problem: &'a Problem, x: &'a [f64], tickets: u64, certain: &'a [u32]) -> Self {
        let groups = groups(problem);
        let mut group_of = vec![0; problem.rows.len()];
        for (g, range) in groups.iter().enumerate() {
            group_of[range.clone()].fill(g);
        }
        let bounds = problem.rows.iter().map(|row| {
            let sum: f64 = row.profiles.iter().map(|&t| x[t as usize]).sum();
            let low = if f64::from(row.max) - sum < NEAR { row.max } else { row.min };
            (low, if sum - f64::from(row.min) < NEAR { row.min } else { row.max })
        });
        let bounds = bounds.map(|(low, high)| (low.min(high), high)).collect();
        let due = x.iter().map(|x| x * tickets as f64).collect();
        let rows_of = problem.rows_of();
        let neighbours = neighbours(problem, &rows_of, &groups, &group_of);
        let admission = RefCell::new(problem.admission());
        Self {
            problem,
            x,
            certain,
            rows_of,
            groups,
            group_of,
            neighbours,
            bounds,
            left: tickets,
            due,
            admission,
        }
    }

    fn neighbour(&self, t: usize, row: usize) -> Option<usize> {
        let other = self.neighbours[t * self.problem.rows.len() + row];
        (other != NOBODY).then_some(other as usize)
    }

    /// Whether all members of profile `t` must keep their seats.
    fn holds(&self, t: usize, seats: u32) -> bool {
        seats == self.problem.sizes[t] && self.certain.binary_search(&(t as u32)).is_ok()
    }

    fn give(&mut self, panel: &Panel, lot: u64) {
        self.left -= lot;
        panel.0.iter().for_each(|&(t, c)| self.due[t as usize] -= (lot * u64::from(c)) as f64);
    }

    /// How far profile `t` will be behind its share after the next lot if it gets `seats` of it.
    fn lag(&self, t: usize, seats: u32, lot: u64) -> f64 {
        self.due[t] - (self.left - lot) as f64 * self.x[t] - (lot * u64::from(seats)) as f64
    }

    /// Seats behind a person, by profile: the weights of a search.
    fn behind(&self, lot: u64) -> Vec<f64> {
        (0..self.x.len())
            .map(|t| self.lag(t, 0, lot) / lot as f64 / f64::from(self.problem.sizes[t]))
            .collect()
    }

    /// How much profile `t` wants one more seat of the next lot when it has `seats`. Whoever is behind by
    /// more than half the lot comes first. Of the others those with many members, to whom a seat too many
    /// does least; and last those who would then have more than they are due in all.
    fn claim(&self, t: usize, seats: u32, lot: u64) -> Claim {
        let size = f64::from(self.problem.sizes[t]);
        let over = self.due[t] - (lot * u64::from(seats + 1)) as f64;
        let gain = self.lag(t, seats, lot) - 0.5 * lot as f64;
        let lot = lot as f64;
        let (class, value) = if over < -0.5 {
            (0, over / lot / (size * size))
        } else if gain < 0.0 {
            (1, gain / lot / (size * size))
        } else {
            (2, gain / lot)
        };
        Claim { class, value, profile: t as u32 }
    }

    /// A panel for the next lot: each seat goes to the greatest claim that still lets every row end at its
    /// part of what is due, rounded down or up; what is wrong in the last seats is mended by exchanges.
    fn fill(&self, lot: u64, slack: u32) -> Option<Panel> {
        let rows = &self.problem.rows;
        let mut low = Vec::with_capacity(rows.len());
        let mut high = Vec::with_capacity(rows.len());
        for (row, &(least, most)) in rows.iter().zip(&self.bounds) {
            let due: f64 = row.profiles.iter().map(|&t| self.due[t as usize]).sum();
            let (all, this) = (self.left as f64, lot as f64);
            // No fewer and no more than leave the other tickets a part that is within the bounds.
            let fewest = (due - f64::from(most) * (all - this)) / this;
            let largest = (due - f64::from(least) * (all - this)) / this;
            let floor = libm::floor(due / all + NEAR).max(libm::ceil(fewest - NEAR)).max(0.0) as u32;
            let ceil = libm::ceil(due / all - NEAR).min(libm::floor(largest + NEAR)).max(0.0) as u32;
            low.push(floor.min(ceil).saturating_sub(slack).clamp(least, most));
            high.push((floor.max(ceil) + slack).clamp(least, most));
        }
        let mut filling = Filling {
            free: self.problem.seats,
            wanting: self.groups.iter().map(|g| low[g.clone()].iter().sum()).collect(),
            count: vec![0; rows.len()],
            seats: vec![0; self.x.len()],
            low,
            high,
        };
        for &t in self.certain {
            (0..self.problem.sizes[t as usize]).for_each(|_| filling.seat(self, t as usize));
        }
        let open = |&t: &usize| self.x[t] > 0.0 && filling.seats[t] < self.problem.sizes[t];
        let claims = (0..self.x.len()).filter(open).map(|t| self.claim(t, filling.seats[t], lot)).collect();
        let left_out = self.seat_greatest(&mut filling, claims, lot);
        for claim in left_out {
            if filling.free > 0 {
                filling.seat(self, claim.profile as usize);
            }
        }
        filling.mend(self, lot)?;
        let held = filling.seats.iter().enumerate().filter(|&(_, &c)| c > 0);
        let panel = Panel(held.map(|(t, &c)| (t as u32, c)).collect());
        self.admission.borrow_mut().admits(&panel).then_some(panel)
    }

    /// Gives seats to the greatest claims that fit, one after the other, until there are none; the claims that did not
    /// fit, greatest first, as far as they came before the last seat. Nobody asks for them unless seats are left.
    ///
    /// Only as many claims are sorted as may have a seat: of the others most do not fit any more by then.
    fn seat_greatest(&self, filling: &mut Filling, mut claims: Vec<Claim>, lot: u64) -> Vec<Claim> {
        let mut again: BinaryHeap<Claim> = BinaryHeap::new();
        let mut left_out = Vec::new();
        // Whoever does not fit now will not fit later: rows only fill.
        let fits =
            |filling: &Filling, claim: &Claim| claim.class > 0 && filling.fits(self, claim.profile as usize);
        while filling.free > 0 && !(claims.is_empty() && again.is_empty()) {
            let kept = claims.len().saturating_sub(SORTED.max(filling.free as usize));
            if kept > 0 {
                claims.select_nth_unstable(kept);
            }
            let mut first = claims.split_off(kept);
            first.sort_unstable();
            // Of those that come again, the ones below all of these wait for the next part.
            let waits =
                |claim: &Claim, first: &[Claim]| first.is_empty() && kept > 0 || first.last() > Some(claim);
            while filling.free > 0 {
                let next = match again.peek() {
                    Some(claim) if !waits(claim, &first) => again.pop(),
                    _ => first.pop(),
                };
                let Some(claim) = next else { break };
                if !fits(filling, &claim) {
                    left_out.push(claim);
                    continue;
                }
                let t = claim.profile as usize;
                filling.seat(self, t);
                if filling.seats[t] < self.problem.sizes[t] {
                    again.push(self.claim(t, filling.seats[t], lot));
                }
            }
            left_out.extend(claims.extract_if(.., |claim| !fits(filling, claim)));
        }
        if filling.free > 0 {
            left_out.sort_unstable_by(|a, b| b.cmp(a));
        }
        left_out
    }
}

/// Claims that are sorted at once at least.
const SORTED: usize = 64;

/// A panel being filled.
struct Filling {
    free: u32,
    /// Fewest and most seats by row.
    low: Vec<u32>,
    high: Vec<u32>,
    /// Seats taken by row.
    count: Vec<u32>,
    /// Seats by profile.
    seats: Vec<u32>,
    /// Seats that a group's rows still need.
    wanting: Vec<u32>,
}

impl Filling {
    /// Whether profile `t` can have a seat such that no row has too many and no group too few seats left.
    fn fits(&self, table: &Table, t: usize) -> bool {
        table.rows_of[t].iter().all(|&r| {
            let r = r as usize;
            self.count[r] < self.high[r]
                && (self.count[r] < self.low[r] || self.wanting[table.group_of[r]] < self.free)
        })
    }

    /// Seats one of profile `t`.
    fn seat(&mut self, table: &Table, t: usize) {
        for &r in &table.rows_of[t] {
            let r = r as usize;
            if self.count[r] < self.low[r] {
                self.wanting[table.group_of[r]] -= 1;
            }
            self.count[r] += 1;
        }
        self.seats[t] += 1;
        self.free -= 1;
    }

    /// Moves single seats from one value of a feature to another, all other values the same, until every
    /// row is within its bounds; each time the move that does least harm. Nothing where none helps.
    fn mend(&mut self, table: &Table, lot: u64) -> Option<()> {
        if self.free > 0 {
            return None;
        }
        for group in &table.groups {
            loop {
                let over: Vec<usize> = group.clone().filter(|&r| self.count[r] > self.high[r]).collect();
                let under: Vec<usize> = group.clone().filter(|&r| self.count[r] < self.low[r]).collect();
                let (from, to) = match (over.is_empty(), under.is_empty()) {
                    (true, true) => break,
                    (false, false) => (over, under),
                    (false, true) => {
                        (over, group.clone().filter(|&r| self.count[r] < self.high[r]).collect())
                    }
                    (true, false) => {
                        (group.clone().filter(|&r| self.count[r] > self.low[r]).collect(), under)
                    }
                };
                let Some((old, new)) = self.best_move(table, lot, &from, &to) else { break };
                self.change(table, old, new);
            }
        }
        while (0..self.count.len()).any(|r| self.breach(r, self.count[r]) > 0) {
            let (old, new) = self.any_move(table, lot)?;
            self.change(table, old, new);
        }
        Some(())
    }

    fn change(&mut self, table: &Table, old: usize, new: usize) {
        self.seats[old] -= 1;
        self.seats[new] += 1;
        table.rows_of[old].iter().for_each(|&r| self.count[r as usize] -= 1);
        table.rows_of[new].iter().for_each(|&r| self.count[r as usize] += 1);
    }

    /// How far row r is from its bounds when `count` people are counted.
    fn breach(&self, r: usize, count: u32) -> i32 {
        (self.low[r] as i32 - count as i32).max(count as i32 - self.high[r] as i32).max(0)
    }

    /// The exchange of one seat that takes most off what is wrong with the rows, and of those the one
    /// that does least harm.
    fn any_move(&self, table: &Table, lot: u64) -> Option<(usize, usize)> {
        let open = |&t: &usize| table.x[t] > 0.0 && self.seats[t] < table.problem.sizes[t];
        let takers: Vec<(usize, f64)> = (0..self.seats.len())
            .filter(open)
            .map(|t| (t, table.claim(t, self.seats[t], lot).value()))
            .collect();
        let mut best: Option<(i32, f64, usize, usize)> = None;
        let mut count = self.count.clone();
        let mut adding = vec![0; count.len()];
        for old in (0..self.seats.len()).filter(|&t| self.seats[t] > 0 && !table.holds(t, self.seats[t])) {
            let mut freed = 0;
            for &r in &table.rows_of[old] {
                let r = r as usize;
                freed += self.breach(r, count[r]) - self.breach(r, count[r] - 1);
                count[r] -= 1;
            }
            for (r, a) in adding.iter_mut().enumerate() {
                *a = self.breach(r, count[r] + 1) - self.breach(r, count[r]);
            }
            let lost = table.claim(old, self.seats[old] - 1, lot).value();
            for &(new, claim) in &takers {
                let gain = freed - table.rows_of[new].iter().map(|&r| adding[r as usize]).sum::<i32>();
                let better = match best {
                    None => gain > 0,
                    Some((most, value, ..)) => gain > most || (gain == most && claim - lost > value),
                };
                if better {
                    best = Some((gain, claim - lost, old, new));
                }
            }
            table.rows_of[old].iter().for_each(|&r| count[r as usize] += 1);
        }
        best.map(|(.., old, new)| (old, new))
    }

    /// The seat whose move from one of the rows `from` to one of the rows `to` does least harm: whose it
    /// is and whose it becomes.
    fn best_move(&self, table: &Table, lot: u64, from: &[usize], to: &[usize]) -> Option<(usize, usize)> {
        let mut best: Option<(f64, usize, usize)> = None;
        for &row in from {
            for &old in &table.problem.rows[row].profiles {
                let old = old as usize;
                if self.seats[old] == 0 || table.holds(old, self.seats[old]) {
                    continue;
                }
                let lost = table.claim(old, self.seats[old] - 1, lot).value();
                for &row in to {
                    let Some(new) = table.neighbour(old, row) else { continue };
                    if table.x[new] <= 0.0 || self.seats[new] >= table.problem.sizes[new] {
                        continue;
                    }
                    let won = table.claim(new, self.seats[new], lot).value() - lost;
                    if best.is_none_or(|(most, ..)| won > most) {
                        best = Some((won, old, new));
                    }
                }
            }
        }
        best.map(|(_, old, new)| (old, new))
    }
}

impl Claim {
    /// The claim as one number, to weigh one against another.
    fn value(self) -> f64 {
        self.value - if self.class == 0 { 10.0 } else { 0.0 }
    }
}

/// For each profile and row the profile that differs from it in that row's group only.
fn neighbours(
    problem: &Problem,
    rows_of: &[Vec<u32>],
    groups: &[Range<usize>],
    group_of: &[usize],
) -> Vec<u32> {
    let width = problem.rows.len();
    let known: BTreeMap<&[u32], u32> = rows_of.iter().map(Vec::as_slice).zip(0..).collect();
    let mut table = vec![NOBODY; width * rows_of.len()];
    let mut changed = Vec::new();
    for (t, rows) in rows_of.iter().enumerate() {
        for (at, &row) in rows.iter().enumerate() {
            for other in groups[group_of[row as usize]].clone() {
                changed.clone_from(rows);
                changed[at] = other as u32;
                if other != row as usize
                    && let Some(&found) = known.get(changed.as_slice())
                {
                    table[t * width + other] = found;
                }
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// Every combination of the values of features with so many values; `sizes` by profile. Quotas leave
    /// each value its part of the seats, rounded down or up.
    fn all_combinations(values: &[usize], seats: u32, size: impl Fn(usize) -> u32) -> Problem {
        let n: usize = values.iter().product();
        let sizes: Vec<u32> = (0..n).map(size).collect();
        let people: u32 = sizes.iter().sum();
        let mut rows = Vec::new();
        let mut step = 1;
        for &v in values {
            for value in 0..v {
                let profiles: Vec<u32> = (0..n).filter(|t| t / step % v == value).map(|t| t as u32).collect();
                let part: u32 = profiles.iter().map(|&t| sizes[t as usize]).sum();
                let min = part * seats / people;
                rows.push(Row { profiles, min, max: (part * seats).div_ceil(people).max(min) });
            }
            step *= v;
        }
        Problem { seats, sizes, rows }
    }

    fn dealt(problem: &Problem, x: &[f64], tickets: u64, certain: &[u32]) -> (TicketLottery, Vec<f64>) {
        let mut search = Search::new(problem, &vec![true; x.len()]);
        let dealt = deal(problem, x, tickets, certain, &mut search, &mut |_| {}).unwrap();
        let totals = dealt.seat_totals(x.len());
        let off = |t: usize| (x[t] * tickets as f64 - totals[t] as f64) / f64::from(problem.sizes[t]);
        let off = (0..x.len()).map(off).collect();
        assert_eq!(dealt.tickets(), tickets);
        assert!(dealt.shares.iter().all(|share| problem.admits(&share.panel)));
        (dealt, off)
    }

    #[test]
    fn nobody_is_a_ticket_off() {
        let problem = all_combinations(&[2, 3, 4, 5], 20, |t| 1 + (t * 7 % 11) as u32);
        let people: u32 = problem.sizes.iter().sum();
        let x: Vec<f64> = problem.sizes.iter().map(|&n| 20.0 * f64::from(n) / f64::from(people)).collect();
        for tickets in [1_000, 1_000_000] {
            let (_, off) = dealt(&problem, &x, tickets, &[]);
            let worst = off.iter().fold(0.0, |worst: f64, off| worst.max(off.abs()));
            assert!(worst <= 1.0, "{tickets}: {worst}");
        }
    }

    #[test]
    fn whoever_is_certain_is_on_every_panel() {
        let mut problem = all_combinations(&[2, 3, 4], 13, |t| 1 + (t % 3) as u32);
        for row in &mut problem.rows {
            (row.min, row.max) = (0, 13);
        }
        let others: u32 = problem.sizes[1..].iter().sum();
        let mut x: Vec<f64> =
            problem.sizes.iter().map(|&n| 12.0 * f64::from(n) / f64::from(others)).collect();
        x[0] = 1.0;
        let (lottery, off) = dealt(&problem, &x, 10_000, &[0]);
        assert!(lottery.shares.iter().all(|share| share.panel.0[0] == (0, 1)));
        assert!(off.iter().all(|off| off.abs() <= 1.0), "{off:?}");
    }

    #[test]
    fn rows_that_count_the_same_profile_are_in_different_groups() {
        let problem = all_combinations(&[2, 3], 3, |_| 2);
        assert_eq!(groups(&problem), [0..2, 2..5]);
        let table = neighbours(&problem, &problem.rows_of(), &groups(&problem), &[0, 0, 1, 1, 1]);
        // Profile 0 has values (0, 0); with the second value of the first feature it is profile 1.
        assert_eq!(table[..5], [NOBODY, 1, NOBODY, 2, 4]);
    }
}
