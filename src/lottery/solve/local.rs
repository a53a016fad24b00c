//! Local search for good panels: seats change hands one at a time, always to the best taker, while
//! broken rules cost more and more. No chance is involved. Imports `lottery::problem`.

use crate::lottery::problem::{Panel, Problem};

/// Local search over the panels of one problem; keeps its working panel from one call to the next,
/// because the next weights are usually close to the last.
pub struct Search<'a> {
    problem: &'a Problem,
    /// Rows of each profile, flat, `width` a profile, padded with a row that never costs.
    rows_of: Vec<u32>,
    width: usize,
    /// Seats by profile in the working panel.
    seats: Vec<u32>,
    /// The profile in each seat.
    chairs: Vec<u32>,
    /// People counted by each row.
    count: Vec<i32>,
    /// Price of one person too many or too few, by row, in units of the spread of the weights.
    price: Vec<f64>,
    /// Profiles whose seats may be filled at all.
    possible: Vec<bool>,
    /// Scans of all candidates so far: the measure of work.
    pub scans: u64,
}

impl<'a> Search<'a> {
    /// Starts from the first people in profile order, whatever rules that breaks.
    ///
    /// There must be at least as many possible people as seats.
    pub fn new(problem: &'a Problem, possible: &[bool]) -> Self {
        let rows = problem.rows_of();
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        let padding = problem.rows.len() as u32;
        let mut rows_of = Vec::with_capacity(width * rows.len());
        for of in &rows {
            rows_of.extend(of);
            rows_of.extend(std::iter::repeat_n(padding, width - of.len()));
        }
        let mut search = Self {
            problem,
            rows_of,
            width,
            seats: vec![0; problem.profiles()],
            chairs: Vec::new(),
            count: vec![0; problem.rows.len() + 1],
            price: vec![0.0; problem.rows.len() + 1],
            possible: possible.to_vec(),
            scans: 0,
        };
        for t in 0..problem.profiles() {
            let room = problem.seats as usize - search.chairs.len();
            for _ in 0..room.min(problem.sizes[t] as usize) {
                if search.possible[t] {
                    search.chairs.push(t as u32);
                    search.take(t, 1);
                }
            }
        }
        search
    }

    /// Starts anew near `panel`, with every member of the profiles in `certain` seated for good: from
    /// here on the search only finds panels that seat them all.
    pub fn restart(&mut self, panel: &Panel, certain: &[u32]) {
        self.seats.fill(0);
        self.count.fill(0);
        self.chairs.clear();
        for &t in certain {
            self.take(t as usize, self.problem.sizes[t as usize] as i32);
        }
        let held: u32 = self.seats.iter().sum();
        let others = panel.0.iter().filter(|(t, _)| certain.binary_search(t).is_err());
        let members = others.flat_map(|&(t, c)| std::iter::repeat_n(t, c as usize));
        self.chairs.extend(members.take(self.problem.seats.saturating_sub(held) as usize));
        for chair in 0..self.chairs.len() {
            self.take(self.chairs[chair] as usize, 1);
        }
        // The panel had other people in the seats of the certain; they left, and some seats stay empty.
        for t in 0..self.seats.len() {
            while held as usize + self.chairs.len() < self.problem.seats as usize
                && self.possible[t]
                && self.seats[t] < self.problem.sizes[t]
            {
                self.chairs.push(t as u32);
                self.take(t, 1);
            }
        }
    }

    fn take(&mut self, t: usize, by: i32) {
        self.seats[t] = self.seats[t].wrapping_add_signed(by);
        for &r in &self.rows_of[t * self.width..(t + 1) * self.width] {
            self.count[r as usize] += by;
        }
    }

    /// How far row r is from its bounds when `count` people are counted.
    fn breach(&self, r: usize, count: i32) -> i32 {
        self.problem.rows.get(r).map_or(0, |row| row.breach(count))
    }

    /// A panel of nearly greatest total weight, or `None` when `passes` passes over all seats did not
    /// end in one that meets every rule.
    pub fn find(&mut self, weight: &[f64], passes: usize) -> Option<Panel> {
        let rows = self.problem.rows.len();
        let spread = mean_distance(weight).max(f64::MIN_POSITIVE);
        self.price[..rows].iter_mut().for_each(|p| *p = (*p * MEMORY).max(1.0));
        let mut adding = vec![0.0; (rows + 1).max(NARROW)];
        let candidates = self.candidates(weight);
        self.chairs.sort_by(|&a, &b| weight[a as usize].total_cmp(&weight[b as usize]).then(a.cmp(&b)));
        let chairs = self.chairs.len();
        let mut still = 0;
        for scan in 0..passes * chairs {
            let chair = scan % chairs;
            let old = self.chairs[chair] as usize;
            self.take(old, -1);
            let mut cheapest = 0.0;
            for (r, a) in adding.iter_mut().enumerate().take(rows) {
                let now = self.count[r];
                *a = spread * self.price[r] * f64::from(self.breach(r, now + 1) - self.breach(r, now));
                cheapest += a.min(0.0);
            }
            let new = self.best_taker(weight, &adding, cheapest, &candidates, old);
            self.take(new, 1);
            self.chairs[chair] = new as u32;
            still = if new == old { still + 1 } else { 0 };
            if still < chairs {
                continue;
            }
            // Nobody wants to move: either done, or broken rules must cost more.
            still = 0;
            let mut sound = true;
            for r in 0..rows {
                if self.breach(r, self.count[r]) > 0 {
                    self.price[r] += 1.0;
                    sound = false;
                }
            }
            if sound {
                return Some(self.panel());
            }
        }
        None
    }

    /// The possible profiles by falling weight.
    fn candidates(&self, weight: &[f64]) -> Candidates {
        let mut profiles: Vec<u32> =
            (0..weight.len() as u32).filter(|&t| self.possible[t as usize]).collect();
        profiles.sort_by(|&a, &b| weight[b as usize].total_cmp(&weight[a as usize]).then(a.cmp(&b)));
        let weights = profiles.iter().map(|&t| weight[t as usize]).collect();
        let narrow = self.width <= 8 && self.problem.rows.len() < NARROW;
        let rows = |t: u32| {
            let mut rows = [self.problem.rows.len() as u8; 8];
            rows.iter_mut().zip(self.rows(t as usize)).for_each(|(to, &r)| *to = r as u8);
            rows
        };
        let narrow = if narrow { profiles.iter().map(|&t| rows(t)).collect() } else { Vec::new() };
        Candidates { profiles, weights, narrow }
    }

    fn rows(&self, t: usize) -> &[u32] {
        &self.rows_of[t * self.width..(t + 1) * self.width]
    }

    /// The profile with room whose weight less the price of the rules it breaks is greatest; the old
    /// one wins a tie, so that the search ends.
    fn best_taker(
        &mut self,
        weight: &[f64],
        adding: &[f64],
        cheapest: f64,
        candidates: &Candidates,
        old: usize,
    ) -> usize {
        self.scans += 1;
        let cost = |t: usize| self.rows(t).iter().map(|&r| adding[r as usize]).sum::<f64>();
        let mut best = old;
        let mut most = weight[old] - cost(old);
        // Candidates come by falling weight: past the first that cannot win, nobody can.
        let cannot_win = |w: f64, most: f64| w - cheapest <= most;
        let room = |t: u32| self.seats[t as usize] < self.problem.sizes[t as usize];
        match <&[f64; NARROW]>::try_from(&adding[..NARROW]) {
            Ok(adding) if !candidates.narrow.is_empty() => {
                for ((&t, &w), rows) in
                    candidates.profiles.iter().zip(&candidates.weights).zip(&candidates.narrow)
                {
                    if cannot_win(w, most) {
                        break;
                    }
                    let v = w - rows.iter().map(|&r| adding[r as usize]).sum::<f64>();
                    if v > most && room(t) {
                        (best, most) = (t as usize, v);
                    }
                }
            }
            _ => {
                for (&t, &w) in candidates.profiles.iter().zip(&candidates.weights) {
                    if cannot_win(w, most) {
                        break;
                    }
                    let v = w - cost(t as usize);
                    if v > most && room(t) {
                        (best, most) = (t as usize, v);
                    }
                }
            }
        }
        best
    }

    fn panel(&self) -> Panel {
        let held = self.seats.iter().enumerate().filter(|&(_, &c)| c > 0);
        Panel(held.map(|(t, &c)| (t as u32, c)).collect())
    }
}

/// Profiles that may take a seat, by falling weight.
struct Candidates {
    profiles: Vec<u32>,
    weights: Vec<f64>,
    /// The rows of each, where there are few enough to count in bytes: four times as fast.
    narrow: Vec<[u8; 8]>,
}

/// Rows that a byte can number, with one to spare for padding.
const NARROW: usize = 256;

/// How much of the prices of one call the next starts with: rules that were hard to keep stay so.
const MEMORY: f64 = 0.9;

/// Mean absolute distance from the mean.
fn mean_distance(values: &[f64]) -> f64 {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean).abs()).sum::<f64>() / n
}
