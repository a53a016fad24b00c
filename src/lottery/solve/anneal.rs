//! Some panel, where the quotas are tight but leave many: seats change hands at random, for the worse less
//! and less often (simulated annealing, Kirkpatrick, Gelatt and Vecchi 1983) on the squares of what the
//! rules miss. Most exchanges that are tried are between people who are nearly alike: where little is missed,
//! any other breaks more than it mends. And where little is missed, two seats at once are looked up by a linear
//! hash of what two people count for. The chance is a fixed stream: the same problem gives the same panel.
//! Imports `lottery::problem`.

use crate::lottery::problem::{Panel, Problem};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A search that can be continued.
pub struct Annealing<'a> {
    problem: &'a Problem,
    /// Rows of each profile, flat, `slots` a profile: rows in the same slot share nobody, and a profile
    /// without a row in a slot has the row of no end.
    rows: Vec<u32>,
    slots: usize,
    /// Seats that may not change hands, by profile.
    fixed: Vec<u32>,
    /// The profile of everybody who may sit.
    profile: Vec<u32>,
    /// Everybody: first those who do sit, from `chairs` on those who do not; and the place of each in it.
    order: Vec<u32>,
    place: Vec<u32>,
    chairs: usize,
    /// People who are nearly alike.
    alike: Vec<(u32, u32)>,
    count: Vec<i32>,
    cost: i64,
    /// By how much the cost of a row changes with one person more, and with one fewer.
    more: Vec<i32>,
    less: Vec<i32>,
    pairs: Pairs,
    /// Hashes of those who sit, for the look-up.
    seated: Vec<u64>,
    /// What may be missed in the end, by hash: nothing, first of all.
    misses: Vec<u64>,
    chance: ChaCha8Rng,
    /// Exchanges tried in this cooling.
    step: u64,
    /// The least that was missed so far, and the panel that misses it.
    nearest: Option<(i64, Panel)>,
    work: u64,
}

/// People beyond which this search is not for the problem, and beyond which nobody looks who is like whom.
const PEOPLE: usize = 50_000;
const COMPARED: usize = 2_000;
/// Rows in which people who are nearly alike may differ, of those of one of them.
const APART: usize = 4;
/// One exchange in so many is between any two people.
const ANY: u64 = 16;
/// Temperatures at the start and the end, and exchanges tried from one to the other.
const HOT: f64 = 0.9;
const COLD: f64 = 0.5;
const COOLING: u64 = 20_000_000;
/// Exchanges tried at one temperature.
const PLATEAU: u64 = 10_000;
/// An exchange that is tried counts for so much work.
const MOVE: u64 = 12;
/// What may be missed, squared and summed, when pairs are looked up; and when there is more than one miss
/// that will do.
const LITTLE: i64 = 16;
const LEAST: i64 = 8;
/// A panel that misses no more is as near as any: one seat more here, one fewer there.
const NEAR: i64 = 2;

impl<'a> Annealing<'a> {
    /// `None` where the problem is too large for this search, or asks for more than there are. At least
    /// `low` seats of each profile are never given away.
    pub fn new(problem: &'a Problem, low: &[u32], seed: u64) -> Option<Self> {
        let held: u64 = low.iter().map(|&l| u64::from(l)).sum();
        if problem.people() < u64::from(problem.seats) || held > u64::from(problem.seats) {
            return None;
        }
        let rows_of = problem.rows_of();
        let barred = |t: usize| rows_of[t].iter().any(|&r| problem.rows[r as usize].max == 0);
        let mut profile = Vec::new();
        for (t, &size) in problem.sizes.iter().enumerate().filter(|(t, _)| !barred(*t)) {
            let more = size.min(problem.seats).saturating_sub(low[t]);
            if profile.len() + more as usize > PEOPLE {
                return None;
            }
            profile.extend(std::iter::repeat_n(t as u32, more as usize));
        }
        let chairs = (u64::from(problem.seats) - held) as usize;
        if chairs == 0 || profile.len() <= chairs {
            return None;
        }
        let (rows, slots) = slots(problem);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let pairs = Pairs::new(problem, &rows_of, &profile, &mut chance);
        let mut annealing = Self {
            problem,
            alike: alike(&profile, &rows, slots),
            rows,
            slots,
            fixed: low.to_vec(),
            order: (0..profile.len() as u32).collect(),
            place: vec![0; profile.len()],
            profile,
            chairs,
            count: Vec::new(),
            cost: 0,
            more: vec![0; problem.rows.len() + 1],
            less: vec![0; problem.rows.len() + 1],
            pairs,
            seated: Vec::new(),
            misses: vec![0],
            chance,
            step: 0,
            nearest: None,
            work: 0,
        };
        // To compare everybody with everybody.
        annealing.work = (annealing.profile.len().min(COMPARED) as u64).pow(2);
        annealing.start();
        Some(annealing)
    }

    /// Work so far, in the units of the search by cases.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// The panel that misses least of all seen so far.
    pub fn nearest(&self) -> Option<&Panel> {
        self.nearest.as_ref().map(|(_, panel)| panel)
    }

    /// Looks for so much work for a panel, or for one that misses the rules by a seat more in one row and one
    /// fewer in another that shares nobody with it; the nearest found is [`Self::nearest`].
    pub fn approach(&mut self, work: u64) -> Option<Panel> {
        let slot_of = |r: usize| {
            let at = self.rows.iter().position(|&row| row as usize == r);
            at.map(|at| at % self.slots)
        };
        let slots: Vec<Option<usize>> = (0..self.problem.rows.len()).map(slot_of).collect();
        for (a, &one) in self.pairs.row.iter().enumerate() {
            self.misses.extend([one, one.wrapping_neg()]);
            for (b, &other) in self.pairs.row.iter().enumerate() {
                if a != b && slots[a].is_some() && slots[a] == slots[b] {
                    self.misses.push(one.wrapping_sub(other));
                }
            }
        }
        let found = self.run(work);
        self.misses.truncate(1);
        found
    }

    /// Begins anew with people taken at random.
    fn start(&mut self) {
        for i in (1..self.order.len()).rev() {
            let j = below(&mut self.chance, i + 1);
            self.order.swap(i, j);
        }
        for (place, &person) in (0..).zip(&self.order) {
            self.place[person as usize] = place;
        }
        self.count = vec![0; self.problem.rows.len() + 1];
        for (t, &seats) in self.seats().iter().enumerate() {
            for slot in 0..self.slots {
                self.count[self.rows[t * self.slots + slot] as usize] += seats as i32;
            }
        }
        self.cost = (0..self.problem.rows.len()).map(|r| self.square(r, 0)).sum();
        (0..self.problem.rows.len()).for_each(|r| self.reprice(r));
        self.step = 0;
    }

    /// What the row misses, squared, with `more` people.
    fn square(&self, r: usize, more: i32) -> i64 {
        let breach = i64::from(self.problem.rows[r].breach(self.count[r] + more));
        breach * breach
    }

    fn reprice(&mut self, r: usize) {
        if r < self.problem.rows.len() {
            let now = self.square(r, 0);
            let change = |more| (self.square(r, more) - now).clamp(-MOST, MOST) as i32;
            (self.more[r], self.less[r]) = (change(1), change(-1));
        }
    }

    /// Looks for a panel for so much work. `None` proves nothing.
    pub fn run(&mut self, work: u64) -> Option<Panel> {
        let end = self.work.saturating_add(work);
        while self.work < end {
            if self.step >= COOLING {
                self.start();
            }
            let part = self.step as f64 / COOLING as f64;
            let temperature = HOT * libm::pow(COLD / HOT, part);
            let accepted = |worse: usize| libm::exp(-(worse as f64) / temperature);
            let limits: Vec<u64> =
                (0..128).map(|worse| (accepted(worse) * f64::from(u32::MAX)) as u64).collect();
            for _ in 0..PLATEAU {
                if !self.exchange(&limits) {
                    continue;
                }
                let found = match self.cost {
                    0 => Some(self.panel()),
                    cost if cost <= LITTLE => {
                        let misses = if cost <= LEAST { self.misses.len() } else { 1 };
                        self.work += (misses * self.chairs * self.chairs) as u64;
                        self.look_up(misses)
                    }
                    _ => None,
                };
                if let Some(panel) = found {
                    self.work += self.step % PLATEAU + MOVE * PLATEAU / 2;
                    self.step = COOLING;
                    return Some(panel);
                }
                if self.misses.len() > 1 && self.nearest.as_ref().is_some_and(|&(least, _)| least <= NEAR) {
                    return None;
                }
            }
            self.step += PLATEAU;
            self.work += PLATEAU * MOVE;
        }
        None
    }

    /// Somebody goes and somebody comes, if that costs little enough. Whether they did.
    #[inline]
    fn exchange(&mut self, limits: &[u64]) -> bool {
        let bits = self.chance.next_u64();
        let (one, other) = (bits & 0xffff_ffff, bits >> 32);
        let (going, coming) = if self.alike.is_empty() || one.is_multiple_of(ANY) {
            let others = (self.order.len() - self.chairs) as u64;
            let going = ((one / ANY) * ANY * self.chairs as u64) >> 32;
            (going as usize, self.chairs + ((other * others) >> 32) as usize)
        } else {
            let (a, b) = self.alike[((other * self.alike.len() as u64) >> 32) as usize];
            let (a, b) = (self.place[a as usize] as usize, self.place[b as usize] as usize);
            match (a < self.chairs, b < self.chairs) {
                (true, false) => (a, b),
                (false, true) => (b, a),
                _ => return false,
            }
        };
        let profile = |place: usize| self.profile[self.order[place] as usize] as usize;
        let (gone, come) = (profile(going) * self.slots, profile(coming) * self.slots);
        let (gone, come) = (gone..gone + self.slots, come..come + self.slots);
        let mut worse = 0;
        for (&a, &b) in self.rows[gone.clone()].iter().zip(&self.rows[come.clone()]) {
            let change = self.less[a as usize] + self.more[b as usize];
            worse += if a == b { 0 } else { change };
        }
        let taken = worse <= 0
            || limits.get(worse as usize).is_some_and(|&limit| (self.chance.next_u64() >> 32) < limit);
        if !taken {
            return false;
        }
        for (from, to) in gone.zip(come) {
            let (a, b) = (self.rows[from] as usize, self.rows[to] as usize);
            if a != b {
                self.count[a] -= 1;
                self.count[b] += 1;
                self.reprice(a);
                self.reprice(b);
            }
        }
        self.order.swap(going, coming);
        for place in [going, coming] {
            self.place[self.order[place] as usize] = place as u32;
        }
        self.cost += i64::from(worse);
        if self.nearest.as_ref().is_none_or(|(least, _)| self.cost < *least) {
            self.nearest = Some((self.cost, self.panel()));
        }
        true
    }

    /// Two who go and two who come, so that nothing is missed any more; or no more than one of the first so
    /// many misses, which is kept as the nearest.
    fn look_up(&mut self, misses: usize) -> Option<Panel> {
        let off = (0..self.problem.rows.len()).fold(0u64, |sum, r| {
            let (row, count) = (&self.problem.rows[r], i64::from(self.count[r]));
            let missed = count - count.clamp(row.min.into(), row.max.max(row.min).into());
            sum.wrapping_add(self.pairs.row[r].wrapping_mul(missed as u64))
        });
        let hash = |&person: &u32| self.pairs.profile[self.profile[person as usize] as usize];
        self.seated.clear();
        self.seated.extend(self.order[..self.chairs].iter().map(hash));
        for number in 0..misses {
            let off = off.wrapping_sub(self.misses[number]);
            for x in 0..self.chairs {
                let one = self.seated[x].wrapping_sub(off);
                for y in x + 1..self.chairs {
                    let sum = one.wrapping_add(self.seated[y]);
                    if !self.pairs.may_be(sum) {
                        continue;
                    }
                    let gone = [x, y].map(|place| self.profile[self.order[place] as usize]);
                    for &(_, a, b) in self.pairs.of(sum) {
                        let panel = self.exchanged(gone, [a, b]);
                        if self.problem.admits(&panel) {
                            return Some(panel);
                        }
                        if number > 0
                            && let Some(missed) = self.missed(&panel)
                            && self.nearest.as_ref().is_none_or(|(least, _)| missed < *least)
                        {
                            self.nearest = Some((missed, panel));
                            return None;
                        }
                    }
                }
            }
        }
        None
    }

    /// What these seats miss, squared and summed; `None` if a profile has not so many people.
    fn missed(&self, panel: &Panel) -> Option<i64> {
        let mut seats = vec![0; self.problem.profiles()];
        for &(t, c) in &panel.0 {
            seats[t as usize] = c as i32;
            if c > self.problem.sizes[t as usize] {
                return None;
            }
        }
        let square = |row: &crate::lottery::problem::Row| {
            let breach = i64::from(row.breach(row.profiles.iter().map(|&t| seats[t as usize]).sum()));
            breach * breach
        };
        Some(self.problem.rows.iter().map(square).sum())
    }

    fn exchanged(&self, gone: [u32; 2], come: [u32; 2]) -> Panel {
        let mut seats = self.seats();
        gone.iter().for_each(|&t| seats[t as usize] -= 1);
        come.iter().for_each(|&t| seats[t as usize] += 1);
        held(&seats)
    }

    fn seats(&self) -> Vec<u32> {
        let mut seats = self.fixed.clone();
        self.order[..self.chairs].iter().for_each(|&p| seats[self.profile[p as usize] as usize] += 1);
        seats
    }

    fn panel(&self) -> Panel {
        held(&self.seats())
    }
}

/// More than this a row does not weigh.
const MOST: i64 = 1 << 24;

fn held(seats: &[u32]) -> Panel {
    Panel((0..).zip(seats).map(|(t, &c)| (t, c)).filter(|h| h.1 > 0).collect())
}

fn below(chance: &mut ChaCha8Rng, n: usize) -> usize {
    (((chance.next_u64() >> 32) * n as u64) >> 32) as usize
}

/// Everybody with everybody who differs from them in few rows.
fn alike(profile: &[u32], rows: &[u32], slots: usize) -> Vec<(u32, u32)> {
    if profile.len() > COMPARED {
        return Vec::new();
    }
    let of = |t: u32| &rows[t as usize * slots..(t as usize + 1) * slots];
    let mut alike = Vec::new();
    for (a, &one) in (0u32..).zip(profile) {
        for (b, &other) in (a + 1..).zip(&profile[a as usize + 1..]) {
            let apart = of(one).iter().zip(of(other)).filter(|(r, s)| r != s).count();
            if (1..=APART).contains(&apart) {
                alike.push((a, b));
            }
        }
    }
    alike
}

/// Rows by profile in slots of rows that share nobody.
fn slots(problem: &Problem) -> (Vec<u32>, usize) {
    let mut taken: Vec<Vec<bool>> = Vec::new();
    let mut slot_of = Vec::new();
    for row in &problem.rows {
        let free = |slot: &Vec<bool>| row.profiles.iter().all(|&t| !slot[t as usize]);
        let slot = taken.iter().position(free).unwrap_or_else(|| {
            taken.push(vec![false; problem.profiles()]);
            taken.len() - 1
        });
        row.profiles.iter().for_each(|&t| taken[slot][t as usize] = true);
        slot_of.push(slot);
    }
    let slots = taken.len();
    let mut rows = vec![problem.rows.len() as u32; slots * problem.profiles()];
    for (r, (row, slot)) in problem.rows.iter().zip(slot_of).enumerate() {
        row.profiles.iter().for_each(|&t| rows[t as usize * slots + slot] = r as u32);
    }
    (rows, slots)
}

/// What every two people count for, by hash.
struct Pairs {
    row: Vec<u64>,
    profile: Vec<u64>,
    /// Hash and profiles, by hash.
    all: Vec<(u64, u32, u32)>,
    /// Which hashes there are, by their first bits.
    filter: Vec<u64>,
}

/// Profiles beyond which there would be too many pairs.
const PAIRED: usize = 1_500;
/// Bits of the hash that the filter knows.
const BITS: u32 = 22;

impl Pairs {
    fn new(problem: &Problem, rows_of: &[Vec<u32>], people: &[u32], chance: &mut ChaCha8Rng) -> Self {
        let row: Vec<u64> = problem.rows.iter().map(|_| chance.next_u64()).collect();
        let hash = |rows: &Vec<u32>| rows.iter().fold(0u64, |sum, &r| sum.wrapping_add(row[r as usize]));
        let profile: Vec<u64> = rows_of.iter().map(hash).collect();
        let mut profiles = people.to_vec();
        profiles.dedup();
        let mut all = Vec::new();
        if profiles.len() <= PAIRED {
            for (at, &a) in profiles.iter().enumerate() {
                let rest = profiles[at..].iter().filter(|&&b| a != b || problem.sizes[a as usize] > 1);
                all.extend(rest.map(|&b| (profile[a as usize].wrapping_add(profile[b as usize]), a, b)));
            }
        }
        all.sort_unstable();
        let mut filter = vec![0u64; 1 << (BITS - 6)];
        for &(hash, ..) in &all {
            let bit = (hash >> (64 - BITS)) as usize;
            filter[bit >> 6] |= 1 << (bit & 63);
        }
        Self { row, profile, all, filter }
    }

    /// Whether it is worth looking.
    #[inline]
    fn may_be(&self, hash: u64) -> bool {
        let bit = (hash >> (64 - BITS)) as usize;
        self.filter[bit >> 6] >> (bit & 63) & 1 == 1
    }

    fn of(&self, hash: u64) -> &[(u64, u32, u32)] {
        let from = self.all.partition_point(|pair| pair.0 < hash);
        let count = self.all[from..].iter().take_while(|pair| pair.0 == hash).count();
        &self.all[from..from + count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// People with `features` features of four values each, and exact quotas that one panel is known to
    /// meet.
    fn exact(people: u32, seats: u32, features: usize) -> Problem {
        let mut chance = ChaCha8Rng::from_seed([1; 32]);
        let mut rows = vec![Row { profiles: vec![], min: 0, max: 0 }; 4 * features];
        for t in 0..people {
            for feature in rows.chunks_mut(4) {
                let row = &mut feature[(chance.next_u64() % 4) as usize];
                row.profiles.push(t);
                row.min += u32::from(t % (people / seats) == 0);
                row.max = row.min;
            }
        }
        Problem { seats, sizes: vec![1; people as usize], rows }
    }

    #[test]
    fn a_panel_is_found_among_exact_quotas_and_is_one() {
        let problem = exact(100, 20, 5);
        let found = |seed| Annealing::new(&problem, &[0; 100], seed).unwrap().run(4_000_000_000);
        let panel = found(1).unwrap();
        assert!(problem.admits(&panel));
        assert_eq!(found(1), Some(panel.clone()));
        assert_ne!(found(2), Some(panel));
    }

    #[test]
    fn whoever_must_be_on_it_is() {
        let problem = exact(100, 20, 4);
        let mut low = vec![0; 100];
        low[99] = 1;
        let panel = Annealing::new(&problem, &low, 1).unwrap().run(4_000_000_000).unwrap();
        assert!(problem.admits(&panel) && panel.0.iter().any(|p| p.0 == 99));
    }

    #[test]
    fn the_nearest_panel_misses_least() {
        // One seat too many is asked of the first value: nothing nearer than one seat off anywhere.
        let mut problem = exact(40, 10, 1);
        (problem.rows[0].min, problem.rows[0].max) = (problem.rows[0].min + 1, problem.rows[0].max + 1);
        let mut annealing = Annealing::new(&problem, &[0; 40], 1).unwrap();
        assert_eq!(annealing.run(1_000_000), None);
        assert_eq!(annealing.cost.min(annealing.nearest.clone().unwrap().0), 1);
        let panel = annealing.nearest().unwrap();
        assert_eq!(panel.0.iter().map(|p| p.1).sum::<u32>(), 10);
    }
}
