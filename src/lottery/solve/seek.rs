//! One panel for a lot of tickets: filled seat by seat with whoever gains most, then put right by
//! exchanges of single seats. No chance is involved. Imports `lottery::problem`
//! and `rows`.

use super::claim::Claim;
use super::rows::{NEAR, due, groups, split};
use crate::lottery::problem::{Panel, Problem};
use std::collections::BinaryHeap;
use std::ops::Range;

/// The least price of a row, as a part of the largest gain or distance from the last who gets a seat.
const WIDEST: f64 = 0.1;
/// How much of the prices of one search the next starts with: rows that were hard to keep stay so.
const MEMORY: f64 = 0.9;
/// Panels within the bounds that are passed, at most, in search of one that is good enough ...
const SOUND: u32 = 12;
/// ... and what is left of the prices after each.
const AGAIN: f64 = 0.3;
/// No home.
const ALONE: u32 = u32::MAX;

/// The panel being made, and what is wished of it.
pub struct Seek<'a, const WIDTH: usize> {
    problem: &'a Problem,
    /// The rows that are priced, by index in the problem.
    pub priced: Vec<u32>,
    /// Fewest and most seats of a priced row on any panel: the quotas, and a single number where the
    /// average is at one end of them, because then no panel may be elsewhere.
    pub quota: Vec<(i32, i32)>,
    /// Fewest and most seats of a priced row in this lot; what lies beyond costs.
    pub bounds: Vec<(i32, i32)>,
    /// For each profile what its first seat gains ...
    pub gain: Vec<f64>,
    /// ... and how much less every further one.
    pub less: Vec<f64>,
    /// How far behind a member of each profile is after this lot without a seat of it, in lots.
    pub behind: Vec<f64>,
    /// Weight of the fourth power of that beside its square.
    pub fourth: f64,
    /// What the panel must take off the sum of these errors to be good enough.
    pub enough: f64,
    /// Fewest and most seats of each profile.
    pub fewest: Vec<u32>,
    pub most: Vec<u32>,
    /// Scans of all candidates for a seat so far.
    pub scans: u64,
    /// Priced rows of each profile, padded with a row that never costs.
    rows: Vec<[u16; WIDTH]>,
    /// Priced rows that share no profile, one after another: the values of a feature.
    groups: Vec<Range<usize>>,
    group_of: Vec<usize>,
    /// The home of each profile, of those rows that are not priced: they are never broken.
    home: Vec<u32>,
    home_most: Vec<u32>,
    home_count: Vec<u32>,
    count: Vec<i32>,
    seats: Vec<u32>,
    price: Vec<f64>,
    /// What one seat more costs in each row.
    adding: Vec<f64>,
    /// The profiles that may have more than their fewest seats, by falling gain of the first as far as
    /// `sorted`; the others gain less.
    order: Vec<u32>,
    sorted: usize,
    /// Gain and rows of those, in that order, side by side: most of the time goes into looking at them.
    sorted_gain: Vec<f64>,
    sorted_rows: Vec<[u16; WIDTH]>,
    /// The places in that order of the profiles of each priced row, as far as `sorted`.
    places: Vec<Vec<u32>>,
    /// Profiles that have more than their fewest seats, and perhaps some that had.
    holders: Vec<u32>,
    holds: Vec<bool>,
}

impl<'a, const WIDTH: usize> Seek<'a, WIDTH> {
    /// `x` is the average wished of all panels together, in seats by profile. `None` if somebody is
    /// counted by more than `WIDTH` priced rows, or there are more of these than can be numbered.
    pub fn new(problem: &'a Problem, x: &[f64]) -> Option<Self> {
        let n = problem.profiles();
        let (priced, homes) = split(problem, x);
        let padding = u16::try_from(priced.len()).ok()?;
        let mut rows = vec![[padding; WIDTH]; n];
        let mut filled = vec![0; n];
        for (i, &r) in (0..).zip(&priced) {
            for &t in &problem.rows[r as usize].profiles {
                *rows[t as usize].get_mut(filled[t as usize])? = i;
                filled[t as usize] += 1;
            }
        }
        let mut home = vec![ALONE; n];
        for (h, &r) in (0..).zip(&homes) {
            problem.rows[r as usize].profiles.iter().for_each(|&t| home[t as usize] = h);
        }
        let quota = priced.iter().map(|&r| {
            let (row, mean) = (&problem.rows[r as usize], due(problem, r as usize, x));
            let low = if f64::from(row.max) - mean < NEAR { row.max } else { row.min };
            let high = if mean - f64::from(row.min) < NEAR { row.min } else { row.max };
            (low.min(high) as i32, high as i32)
        });
        let quota: Vec<(i32, i32)> = quota.collect();
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut group_of = Vec::new();
        for group in groups(problem) {
            let from = priced.partition_point(|&r| (r as usize) < group.start);
            let to = priced.partition_point(|&r| (r as usize) < group.end);
            if from < to {
                group_of.extend(std::iter::repeat_n(parts.len(), to - from));
                parts.push(from..to);
            }
        }
        Some(Self {
            problem,
            bounds: quota.clone(),
            quota,
            gain: vec![0.0; n],
            less: vec![0.0; n],
            behind: vec![0.0; n],
            fourth: 0.0,
            enough: 0.0,
            fewest: vec![0; n],
            most: problem.sizes.clone(),
            scans: 0,
            rows,
            groups: parts,
            group_of,
            home,
            home_most: homes.iter().map(|&r| problem.rows[r as usize].max).collect(),
            home_count: vec![0; homes.len()],
            count: vec![0; priced.len() + 1],
            seats: vec![0; n],
            price: vec![0.0; priced.len()],
            adding: vec![0.0; priced.len() + 1],
            order: Vec::with_capacity(n),
            sorted: 0,
            sorted_gain: Vec::new(),
            sorted_rows: Vec::new(),
            places: vec![Vec::new(); priced.len()],
            holders: Vec::new(),
            holds: vec![false; n],
            priced,
        })
    }

    /// A panel within the quotas and, if it can be found, within the bounds of the lot; else as near to
    /// them as any that was passed; by how many seats it is beyond them. `None` where `passes` passes over the seats brought none.
    pub fn panel(&mut self, passes: usize) -> Option<(i32, Panel)> {
        let spread = self.sort();
        self.fill();
        self.exchange(passes, spread)
    }

    /// Sorts those who may have a seat by what they gain. Returns the mean distance of their gains from
    /// that of the last who would get a seat if there were no rows.
    fn sort(&mut self) -> f64 {
        let mut order = std::mem::take(&mut self.order);
        order.clear();
        order
            .extend((0..self.gain.len() as u32).filter(|&t| self.most[t as usize] > self.fewest[t as usize]));
        let gain = &self.gain;
        let falling = |&s: &u32, &t: &u32| gain[t as usize].total_cmp(&gain[s as usize]).then(s.cmp(&t));
        let first = 3 * self.problem.seats as usize + 100;
        self.sorted = order.len();
        if order.len() > 2 * first {
            order.select_nth_unstable_by(first, falling);
            self.sorted = first;
        }
        order[..self.sorted].sort_unstable_by(falling);
        self.places.iter_mut().for_each(Vec::clear);
        self.sorted_gain.clear();
        self.sorted_rows.clear();
        let last = order.get((self.problem.seats as usize).min(order.len().wrapping_sub(1)));
        let cut = last.map_or(0.0, |&t| gain[t as usize]);
        let off: f64 = order.iter().map(|&t| (gain[t as usize] - cut).abs()).sum();
        self.order = order;
        self.place(0);
        // Where nearly all gain the same the mean says nothing of those who do not.
        let widest = self.order.first().map_or(0.0, |&t| (self.gain[t as usize] - cut).abs());
        (off / self.order.len().max(1) as f64).max(WIDEST * widest.max(cut.abs())).max(1e-9)
    }

    /// The profile at this place of the order.
    fn at(&mut self, place: usize) -> Option<usize> {
        if place >= self.sorted && self.sorted < self.order.len() {
            let gain = &self.gain;
            self.order[self.sorted..]
                .sort_unstable_by(|&s, &t| gain[t as usize].total_cmp(&gain[s as usize]).then(s.cmp(&t)));
            let from = self.sorted;
            self.sorted = self.order.len();
            self.place(from);
        }
        self.order.get(place).map(|&t| t as usize)
    }

    /// Notes the places of those that have been sorted, from this one on.
    fn place(&mut self, from: usize) {
        for place in from..self.sorted {
            let t = self.order[place] as usize;
            self.sorted_gain.push(self.gain[t]);
            self.sorted_rows.push(self.rows[t]);
            for &r in &self.rows[t] {
                if let Some(places) = self.places.get_mut(usize::from(r)) {
                    places.push(place as u32);
                }
            }
        }
    }

    /// The priced rows that profile `t` counts in, by place in `priced`.
    pub fn rows_of(&self, t: usize) -> impl Iterator<Item = usize> + '_ {
        self.rows[t].iter().map(|&r| usize::from(r)).filter(|&r| r < self.priced.len())
    }

    /// What one more seat gains profile `t`.
    fn next_gain(&self, t: usize) -> f64 {
        self.gain[t] - f64::from(self.seats[t]) * self.less[t]
    }

    /// How far priced row r with so many seats is from the bounds of the lot.
    fn breach(&self, r: usize, count: i32) -> i32 {
        let (low, high) = self.bounds[r];
        (low - count).max(count - high).max(0)
    }

    fn take(&mut self, t: usize, by: i32) {
        self.seats[t] = self.seats[t].wrapping_add_signed(by);
        self.rows[t].iter().for_each(|&r| self.count[usize::from(r)] += by);
        if self.home[t] != ALONE {
            let count = &mut self.home_count[self.home[t] as usize];
            *count = count.wrapping_add_signed(by);
        }
    }

    fn has_room(&self, t: usize) -> bool {
        let home = self.home[t];
        home == ALONE || self.home_count[home as usize] < self.home_most[home as usize]
    }

    /// Gives seats by falling gain, each row within its bounds and no group of rows left with fewer seats
    /// than it still needs; the last seats go to whoever breaks least.
    fn fill(&mut self) {
        self.seats.fill(0);
        self.count.fill(0);
        self.home_count.fill(0);
        self.holders.clear();
        self.holds.fill(false);
        let low = |rows: &Range<usize>| self.bounds[rows.clone()].iter().map(|b| b.0).sum();
        let mut wanting: Vec<i32> = self.groups.iter().map(low).collect();
        let mut free = self.problem.seats;
        for t in 0..self.seats.len() {
            for _ in 0..self.fewest[t].min(free) {
                if self.has_room(t) {
                    self.seat(t, &mut wanting);
                    free -= 1;
                }
            }
        }
        let mut again: BinaryHeap<Claim> = BinaryHeap::new();
        let mut left_out: Vec<u32> = Vec::new();
        let mut place = 0;
        while free > 0 {
            let first = self.at(place);
            let fresh = match (first, again.peek()) {
                (Some(t), Some(claim)) => claim.value <= self.gain[t],
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            let t = if fresh {
                place += 1;
                first.unwrap_or_default()
            } else {
                again.pop().map_or(0, |claim| claim.profile as usize)
            };
            // Whoever does not fit now will not fit later: rows only fill.
            if !self.fits(t, free, &wanting) {
                left_out.push(t as u32);
                continue;
            }
            self.seat(t, &mut wanting);
            self.hold(t);
            free -= 1;
            if self.seats[t] < self.most[t] {
                again.push(Claim { class: 0, value: self.next_gain(t), profile: t as u32 });
            }
        }
        while free > 0 {
            let mut best: Option<(i32, f64, usize)> = None;
            for &t in &left_out {
                let t = t as usize;
                if self.seats[t] >= self.most[t] || !self.has_room(t) {
                    continue;
                }
                let adds = |&r: &u16| match usize::from(r) {
                    r if r < self.priced.len() => {
                        self.breach(r, self.count[r] + 1) - self.breach(r, self.count[r])
                    }
                    _ => 0,
                };
                let (cost, gain) = (self.rows[t].iter().map(adds).sum(), self.next_gain(t));
                if best.is_none_or(|(least, most, _)| cost < least || (cost == least && gain > most)) {
                    best = Some((cost, gain, t));
                }
            }
            let Some((.., t)) = best else { return };
            self.take(t, 1);
            self.hold(t);
            free -= 1;
        }
    }

    fn seat(&mut self, t: usize, wanting: &mut [i32]) {
        for &r in &self.rows[t] {
            let r = usize::from(r);
            if r < self.priced.len() && self.count[r] < self.bounds[r].0 {
                wanting[self.group_of[r]] -= 1;
            }
        }
        self.take(t, 1);
    }

    fn fits(&self, t: usize, free: u32, wanting: &[i32]) -> bool {
        self.has_room(t)
            && self.rows[t].iter().all(|&r| {
                let r = usize::from(r);
                r == self.priced.len()
                    || (self.count[r] < self.bounds[r].1
                        && (self.count[r] < self.bounds[r].0 || wanting[self.group_of[r]] < free as i32))
            })
    }

    fn hold(&mut self, t: usize) {
        if !self.holds[t] {
            self.holds[t] = true;
            self.holders.push(t as u32);
        }
    }

    /// Lets seats change hands one at a time, always to the best taker, while broken rows cost more and
    /// more; ends when a pass leaves no row broken and the panel is good enough. Where it is not, rows
    /// cost less again for a while.
    fn exchange(&mut self, passes: usize, spread: f64) -> Option<(i32, Panel)> {
        let rows = self.priced.len();
        self.price.iter_mut().for_each(|p| *p = (*p * MEMORY).max(spread));
        (0..rows).for_each(|r| self.reprice(r));
        let mut best: Option<(i32, f64, Panel)> = None;
        let mut sound = 0;
        for _ in 0..passes {
            let mut moved = false;
            let mut place = 0;
            while place < self.holders.len() {
                let old = self.holders[place] as usize;
                place += 1;
                while self.seats[old] > self.fewest[old] && self.hand_on(old) {
                    moved = true;
                }
            }
            let beyond = |count: i32, (low, high): (i32, i32)| (low - count).max(count - high).max(0);
            let broken: i32 = (0..rows).map(|r| self.breach(r, self.count[r])).sum();
            let quotas: i32 = (0..rows).map(|r| beyond(self.count[r], self.quota[r])).sum();
            if quotas == 0 && self.seats.iter().sum::<u32>() == self.problem.seats {
                let pull: f64 = (0..self.seats.len()).map(|t| self.takes_off(t)).sum();
                if best.as_ref().is_none_or(|b| broken < b.0 || (broken == b.0 && pull > b.1)) {
                    best = Some((broken, pull, self.made()));
                }
                if broken == 0 {
                    sound += 1;
                    if pull >= self.enough || sound >= SOUND || self.holders.is_empty() {
                        break;
                    }
                    self.price.iter_mut().for_each(|p| *p *= AGAIN);
                    (0..rows).for_each(|r| self.reprice(r));
                    continue;
                }
            }
            if !moved && self.sorted < self.order.len() {
                // Those who gain less were left out so far.
                self.at(self.order.len() - 1);
            } else if !moved {
                for r in 0..rows {
                    if self.breach(r, self.count[r]) > 0 {
                        self.price[r] += spread;
                        self.reprice(r);
                    }
                }
            }
        }
        best.map(|(broken, _, panel)| (broken, panel))
    }

    /// The error of somebody so many lots behind.
    pub fn error(&self, behind: f64) -> f64 {
        let square = behind * behind;
        square + self.fourth * square * square
    }

    /// What the seats of profile `t` take off its error.
    fn takes_off(&self, t: usize) -> f64 {
        let behind = self.behind[t];
        match self.seats[t] {
            0 => 0.0,
            seats => {
                self.error(behind) - self.error(behind - f64::from(seats) / f64::from(self.problem.sizes[t]))
            }
        }
    }

    fn reprice(&mut self, r: usize) {
        let count = self.count[r];
        self.adding[r] = self.price[r] * f64::from(self.breach(r, count + 1) - self.breach(r, count));
    }

    fn reprice_rows_of(&mut self, t: usize) {
        for i in 0..WIDTH {
            let r = usize::from(self.rows[t][i]);
            if r < self.priced.len() {
                self.reprice(r);
            }
        }
    }

    /// Takes a seat from `old` and gives it to the profile with most gain less the price of the rows that
    /// it breaks; `old` wins a tie, so that the search ends. Whether it went to another.
    fn hand_on(&mut self, old: usize) -> bool {
        self.scans += 1;
        self.take(old, -1);
        self.reprice_rows_of(old);
        let taker = self.best_taker(old);
        self.take(taker, 1);
        self.reprice_rows_of(old);
        if taker == old {
            return false;
        }
        self.reprice_rows_of(taker);
        self.hold(taker);
        true
    }

    fn best_taker(&self, old: usize) -> usize {
        // The least that rows can ask; how much more it is at least of whoever is not in all the rows
        // that ask least; and of these rows the one with the fewest profiles.
        let (mut cheapest, mut next, mut rarest) = (0.0, f64::INFINITY, None);
        for group in &self.groups {
            let (mut least, mut second, mut row) = (0.0, 0.0, None);
            for r in group.clone() {
                let adding = self.adding[r];
                if adding < least {
                    (second, least, row) = (least, adding, Some(r));
                } else if adding < second {
                    second = adding;
                }
            }
            if let Some(r) = row {
                cheapest += least;
                next = f64::min(next, second - least);
                let rarer = |&known: &usize| self.places[known].len() <= self.places[r].len();
                rarest = rarest.filter(rarer).or(Some(r));
            }
        }
        let Some(rarest) = rarest else {
            return self.first_taker(old, 0.0).0;
        };
        let (mut best, mut most, from) = self.first_taker(old, cheapest + next);
        let mut i = self.places[rarest].partition_point(|&place| (place as usize) < from);
        loop {
            let Some(&place) = self.places[rarest].get(i) else { return best };
            if self.sorted_gain[place as usize] - cheapest <= most {
                return best;
            }
            (best, most) = self.better(place as usize, best, most);
            i += 1;
        }
    }

    /// The best taker among those whose gain less `cheapest` is more than what the best so far is worth;
    /// what it is worth, and the place of the first that was not looked at.
    fn first_taker(&self, old: usize, cheapest: f64) -> (usize, f64, usize) {
        let own: f64 = self.rows[old].iter().map(|&r| self.adding[usize::from(r)]).sum();
        let (mut best, mut most) = (old, self.next_gain(old) - own + 1e-12);
        let mut place = 0;
        while place < self.sorted {
            // Past the first that cannot win, nobody can.
            if self.sorted_gain[place] - cheapest <= most {
                break;
            }
            (best, most) = self.better(place, best, most);
            place += 1;
        }
        (best, most, place)
    }

    /// Whichever is worth more, the profile at this place of the order or the best so far; and how much.
    #[inline]
    fn better(&self, place: usize, best: usize, most: f64) -> (usize, f64) {
        let cost: f64 = self.sorted_rows[place].iter().map(|&r| self.adding[usize::from(r)]).sum();
        let first = self.sorted_gain[place] - cost;
        if first > most {
            let t = self.order[place] as usize;
            let value = first - f64::from(self.seats[t]) * self.less[t];
            if value > most && self.seats[t] < self.most[t] && self.has_room(t) {
                return (t, value);
            }
        }
        (best, most)
    }

    fn made(&self) -> Panel {
        let held = self.seats.iter().enumerate().filter(|&(_, &c)| c > 0);
        Panel(held.map(|(t, &c)| (t as u32, c)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    fn problem(rows: &[(&[u32], u32, u32)], sizes: &[u32], seats: u32) -> Problem {
        let row = |&(profiles, min, max): &(&[u32], u32, u32)| Row { profiles: profiles.to_vec(), min, max };
        Problem { seats, sizes: sizes.to_vec(), rows: rows.iter().map(row).collect() }
    }

    /// Who gains most does not fit the rows: the seats must change hands.
    #[test]
    fn a_panel_within_the_bounds_is_found_where_the_greatest_gains_break_them() {
        let four = problem(&[(&[0, 1], 1, 1), (&[2, 3], 1, 1), (&[0, 2], 1, 1), (&[1, 3], 1, 1)], &[1; 4], 2);
        let mut seek = Seek::<4>::new(&four, &[0.5; 4]).expect("few rows");
        seek.enough = f64::NEG_INFINITY;
        seek.gain.copy_from_slice(&[3.0, 2.0, 2.5, 0.1]);
        assert_eq!(seek.panel(20), Some((0, Panel(vec![(1, 1), (2, 1)]))));
        seek.gain.copy_from_slice(&[3.0, 2.0, 2.5, 1.9]);
        assert_eq!(seek.panel(20), Some((0, Panel(vec![(0, 1), (3, 1)]))));
    }

    #[test]
    fn what_lies_beyond_the_bounds_of_the_lot_is_said_and_the_quotas_are_kept() {
        let two = problem(&[(&[0], 0, 1), (&[1], 0, 2)], &[2; 2], 2);
        let mut seek = Seek::<4>::new(&two, &[0.5, 1.5]).expect("few rows");
        seek.enough = f64::NEG_INFINITY;
        // Both bounds cannot be met at once.
        seek.bounds.copy_from_slice(&[(0, 0), (1, 1)]);
        let (broken, panel) = seek.panel(20).expect("a panel");
        assert_eq!(broken, 1);
        assert!(two.admits(&panel));
    }
}
