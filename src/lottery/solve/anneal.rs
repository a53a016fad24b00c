//! Some panel, where the quotas are tight but leave many: seats change hands at random, for the worse less
//! and less often (simulated annealing, Kirkpatrick, Gelatt and Vecchi 1983) on the squares of what the
//! rules miss; and where little is missing, two seats at once are looked up by a linear hash of what two
//! people count for. The chance is a fixed stream: the same problem gives the same panel. Imports
//! `lottery::problem`.

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
    /// The profile of everybody who may sit: first those who do, from `chairs` on those who do not.
    people: Vec<u32>,
    chairs: usize,
    count: Vec<i32>,
    cost: i64,
    pairs: Pairs,
    chance: ChaCha8Rng,
    /// Moves of this cooling, and moves until the next look-up.
    step: u64,
    wait: u64,
    /// The least that was missed so far, and the panel that misses it.
    nearest: Option<(i64, Panel)>,
}

/// People beyond which this search is not for the problem.
const PEOPLE: usize = 50_000;
/// Temperatures at the start and the end, and moves from one to the other.
const HOT: f64 = 1.0;
const COLD: f64 = 0.35;
const COOLING: u64 = 4_000_000;
/// Moves at one temperature.
const PLATEAU: u64 = 10_000;
/// A move counts for so much work.
const MOVE: u64 = 40;
/// What may be missed, squared and summed, when pairs are looked up.
const LITTLE: i64 = 16;

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
        let mut people = Vec::new();
        for (t, &size) in problem.sizes.iter().enumerate().filter(|(t, _)| !barred(*t)) {
            let more = size.min(problem.seats).saturating_sub(low[t]);
            if people.len() + more as usize > PEOPLE {
                return None;
            }
            people.extend(std::iter::repeat_n(t as u32, more as usize));
        }
        let chairs = (u64::from(problem.seats) - held) as usize;
        if people.len() < chairs || chairs == 0 || people.len() == chairs {
            return None;
        }
        let (rows, slots) = slots(problem);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let pairs = Pairs::new(problem, &rows_of, &people, &mut chance);
        let mut annealing = Self {
            problem,
            rows,
            slots,
            fixed: low.to_vec(),
            people,
            chairs,
            count: Vec::new(),
            cost: 0,
            pairs,
            chance,
            step: 0,
            wait: 0,
            nearest: None,
        };
        annealing.start();
        Some(annealing)
    }

    /// The panel that misses least of all seen so far.
    pub fn nearest(&self) -> Option<&Panel> {
        self.nearest.as_ref().map(|(_, panel)| panel)
    }

    /// Begins anew with people taken at random.
    fn start(&mut self) {
        for i in (1..self.people.len()).rev() {
            let j = below(&mut self.chance, i + 1);
            self.people.swap(i, j);
        }
        let mut count = vec![0; self.problem.rows.len() + 1];
        let mut add = |t: usize, c: u32| {
            self.rows[t * self.slots..(t + 1) * self.slots]
                .iter()
                .for_each(|&r| count[r as usize] += c as i32);
        };
        self.fixed.iter().enumerate().for_each(|(t, &c)| add(t, c));
        self.people[..self.chairs].iter().for_each(|&t| add(t as usize, 1));
        self.count = count;
        self.cost = (0..self.problem.rows.len()).map(|r| self.square(r, 0)).sum();
        self.step = 0;
    }

    /// What the row misses, squared, with `more` people.
    fn square(&self, r: usize, more: i32) -> i64 {
        let breach = self.problem.rows.get(r).map_or(0, |row| i64::from(row.breach(self.count[r] + more)));
        breach * breach
    }

    /// Looks for a panel for so much work. `None` proves nothing.
    pub fn run(&mut self, work: u64) -> Option<Panel> {
        let mut done = 0;
        while done < work {
            if self.step >= COOLING {
                self.start();
            }
            let part = self.step as f64 / COOLING as f64;
            let temperature = HOT * libm::pow(COLD / HOT, part);
            let accepted = |worse: usize| libm::exp(-(worse as f64) / temperature);
            let limits: Vec<u64> =
                (0..128).map(|worse| (accepted(worse) * f64::from(u32::MAX)) as u64).collect();
            for _ in 0..PLATEAU {
                self.wait = self.wait.saturating_sub(1);
                if self.wait == 0 && self.cost <= LITTLE {
                    let every = (self.chairs * self.chairs / 4).max(100) as u64;
                    self.wait = every;
                    done += every * 4;
                    if let Some(panel) = self.look_up() {
                        return Some(panel);
                    }
                }
                if self.cost == 0 {
                    let panel = self.panel();
                    self.step = COOLING;
                    return self.problem.admits(&panel).then_some(panel);
                }
                self.move_one(&limits);
            }
            self.step += PLATEAU;
            done += PLATEAU * MOVE;
        }
        None
    }

    /// Somebody goes and somebody comes, if that costs little enough.
    fn move_one(&mut self, limits: &[u64]) {
        let bits = self.chance.next_u64();
        let seated = (((bits & 0xffff_ffff) * self.chairs as u64) >> 32) as usize;
        let others = (self.people.len() - self.chairs) as u64;
        let coming = self.chairs + (((bits >> 32) * others) >> 32) as usize;
        let (old, new) = (self.people[seated] as usize, self.people[coming] as usize);
        let (gone, come) = (old * self.slots, new * self.slots);
        let mut worse = 0;
        for slot in 0..self.slots {
            let (a, b) = (self.rows[gone + slot] as usize, self.rows[come + slot] as usize);
            if a != b {
                worse += self.square(a, -1) - self.square(a, 0) + self.square(b, 1) - self.square(b, 0);
            }
        }
        let taken = worse <= 0
            || limits.get(worse as usize).is_some_and(|&limit| (self.chance.next_u64() >> 32) < limit);
        if !taken {
            return;
        }
        for slot in 0..self.slots {
            self.count[self.rows[gone + slot] as usize] -= 1;
            self.count[self.rows[come + slot] as usize] += 1;
        }
        self.people.swap(seated, coming);
        self.cost += worse;
        if self.nearest.as_ref().is_none_or(|(least, _)| self.cost < *least) {
            self.nearest = Some((self.cost, self.panel()));
        }
    }

    /// Two who go and two who come, so that nothing is missed any more.
    fn look_up(&self) -> Option<Panel> {
        let missed = |r: usize| {
            let (row, count) = (&self.problem.rows[r], i64::from(self.count[r]));
            count - count.clamp(row.min.into(), row.max.max(row.min).into())
        };
        let off = (0..self.problem.rows.len())
            .fold(0u64, |sum, r| sum.wrapping_add(self.pairs.row[r].wrapping_mul(missed(r) as u64)));
        for x in 0..self.chairs {
            let one = self.pairs.profile[self.people[x] as usize].wrapping_sub(off);
            for y in x + 1..self.chairs {
                let sum = one.wrapping_add(self.pairs.profile[self.people[y] as usize]);
                for &(_, a, b) in self.pairs.of(sum) {
                    let panel = self.exchanged([self.people[x], self.people[y]], [a, b]);
                    if self.problem.admits(&panel) {
                        return Some(panel);
                    }
                }
            }
        }
        None
    }

    fn exchanged(&self, gone: [u32; 2], come: [u32; 2]) -> Panel {
        let mut seats = self.seats();
        gone.iter().for_each(|&t| seats[t as usize] -= 1);
        come.iter().for_each(|&t| seats[t as usize] += 1);
        held(&seats)
    }

    fn seats(&self) -> Vec<u32> {
        let mut seats = self.fixed.clone();
        self.people[..self.chairs].iter().for_each(|&t| seats[t as usize] += 1);
        seats
    }

    fn panel(&self) -> Panel {
        held(&self.seats())
    }
}

fn held(seats: &[u32]) -> Panel {
    Panel((0..).zip(seats).map(|(t, &c)| (t, c)).filter(|h| h.1 > 0).collect())
}

fn below(chance: &mut ChaCha8Rng, n: usize) -> usize {
    (((chance.next_u64() >> 32) * n as u64) >> 32) as usize
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

    fn of(&self, hash: u64) -> &[(u64, u32, u32)] {
        let bit = (hash >> (64 - BITS)) as usize;
        if self.filter[bit >> 6] >> (bit & 63) & 1 == 0 {
            return &[];
        }
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
