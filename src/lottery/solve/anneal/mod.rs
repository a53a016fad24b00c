//! Some panel, where the quotas are tight but leave many: seats change hands at random, for the worse less
//! and less often (simulated annealing, Kirkpatrick, Gelatt and Vecchi 1983) on the squares of what the
//! rules miss. Where little is missed nearly every single exchange breaks more than it mends; there two seats
//! change hands at once, looked up by what two people count for ([`walk`]). The chance is a fixed stream: the
//! same problem gives the same panel. Most exchanges that are tried are between people who are nearly alike: any other
//! breaks more than it mends. Imports `lottery::problem`.

mod table;
mod walk;

use crate::lottery::problem::{Panel, Problem};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::collections::BTreeSet;
use table::{Table, below};

/// A search that can be continued.
pub struct Annealing<'a> {
    problem: &'a Problem,
    /// Rows of each profile, flat, `slots` a profile: rows in the same slot share nobody, and a profile
    /// without a row in a slot has the row of no end.
    rows: Vec<u32>,
    slots: usize,
    /// The profiles that may have seats at all.
    possible: Vec<u32>,
    /// Seats that may not change hands, by profile.
    fixed: Vec<u32>,
    /// The profile of everybody who may sit, ascending, and the first of each profile.
    profile: Vec<u32>,
    first: Vec<u32>,
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
    /// All pairs, and by what they count for in all slots but some.
    pairs: Table,
    others: Vec<Table>,
    /// Hashes of those who sit, for the look-up.
    seated: Vec<u64>,
    /// By profile, what a seat of it adds to the mark of a panel; that of the seats that do not change hands; the marks of
    /// panels that were seen.
    marks: Vec<u64>,
    held: u64,
    seen: BTreeSet<u64>,
    /// What may be missed in the end, by hash: nothing, first of all.
    misses: Vec<u64>,
    chance: ChaCha8Rng,
    /// Rounds since the last new start.
    round: u64,
    /// The least that was missed so far, and the panel that misses it.
    nearest: Option<(i64, Panel)>,
    work: u64,
}

/// People beyond which this search is not for the problem.
const PEOPLE: usize = 50_000;
/// People beyond which nobody looks who is like whom.
const COMPARED: usize = 2_000;
/// Rows in which people who are nearly alike may differ, of those of one of them.
const APART: usize = 4;
/// One exchange in so many is between any two people.
const ANY: u64 = 16;
/// Temperatures at the start and the end, and exchanges tried from one to the other: once after a new start, then
/// at the end's; and more of them where no two seats are looked up.
const HOT: f64 = 1.5;
const COLD: f64 = 0.6;
const COOLING: u64 = 300_000;
const AGAIN: u64 = 2_000;
const LONG: u64 = 20_000_000;
/// Rounds, each an annealing and a walk, until the next new start.
const ROUNDS: u64 = 10_000;
/// Exchanges tried at one temperature.
const PLATEAU: u64 = 1_000;
/// An exchange that is tried counts for so much work; and a pair that is looked up, or made for it.
const MOVE: u64 = 20;
const LOOK: u64 = 8;
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
        let rows_of = problem.rows_of();
        let barred = |t: usize| rows_of[t].iter().any(|&r| problem.rows[r as usize].max == 0);
        let possible: Vec<u32> = (0..problem.profiles() as u32).filter(|&t| !barred(t as usize)).collect();
        let (rows, slots) = slots(problem);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let (pairs, others) = table::all(problem, &rows, slots, &possible, &mut chance);
        let mut annealing = Self {
            problem,
            rows,
            slots,
            possible,
            fixed: Vec::new(),
            profile: Vec::new(),
            first: Vec::new(),
            order: Vec::new(),
            place: Vec::new(),
            chairs: 0,
            alike: Vec::new(),
            count: Vec::new(),
            cost: 0,
            more: vec![0; problem.rows.len() + 1],
            less: vec![0; problem.rows.len() + 1],
            work: LOOK * (pairs.len() * (1 + others.len())) as u64,
            pairs,
            others,
            seated: Vec::new(),
            marks: (0..problem.profiles()).map(|_| chance.next_u64()).collect(),
            held: 0,
            seen: BTreeSet::new(),
            misses: vec![0],
            chance,
            round: 0,
            nearest: None,
        };
        annealing.hold(low).then_some(annealing)
    }

    /// From here on at least `low` seats of each profile are never given away. Whether that can be searched.
    pub fn hold(&mut self, low: &[u32]) -> bool {
        let problem = self.problem;
        let seats: u64 = low.iter().map(|&l| u64::from(l)).sum();
        let more = |&t: &u32| problem.sizes[t as usize].min(problem.seats).saturating_sub(low[t as usize]);
        let people: u64 = self.possible.iter().map(|t| u64::from(more(t))).sum();
        let chairs = u64::from(problem.seats).saturating_sub(seats);
        if chairs == 0 || people <= chairs || people > PEOPLE as u64 {
            return false;
        }
        self.chairs = chairs as usize;
        self.fixed = low.to_vec();
        self.held = self.mark_of(&held(low));
        self.profile.clear();
        for t in &self.possible {
            self.profile.extend(std::iter::repeat_n(*t, more(t) as usize));
        }
        let first = |t: u32| self.profile.partition_point(|&u| u < t) as u32;
        self.first = (0..=problem.profiles() as u32).map(first).collect();
        self.order = (0..self.profile.len() as u32).collect();
        self.place = vec![0; self.profile.len()];
        self.alike = alike(&self.profile, &self.rows, self.slots);
        self.work += (self.profile.len().min(COMPARED) as u64).pow(2);
        self.start();
        true
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
        self.round = 0;
        self.seen.clear();
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

    /// Looks for a panel for so much work, another one each time. `None` proves nothing.
    pub fn run(&mut self, work: u64) -> Option<Panel> {
        let end = self.work.saturating_add(work);
        while self.work < end {
            if self.round >= if self.others.is_empty() { 1 } else { ROUNDS } {
                self.start();
            }
            let (hot, exchanges) = match self.round {
                0 if self.others.is_empty() => (HOT, LONG),
                0 => (HOT, COOLING),
                _ => (COLD, AGAIN),
            };
            self.round += 1;
            let found = self.cool(hot, exchanges, end).or_else(|| self.walk(end));
            if found.is_some() {
                return found;
            }
            if self.misses.len() > 1 && self.nearest.as_ref().is_some_and(|&(least, _)| least <= NEAR) {
                return None;
            }
        }
        None
    }

    /// So many exchanges, ever colder; where that can be followed by a walk, more of them until little is missed.
    fn cool(&mut self, hot: f64, exchanges: u64, end: u64) -> Option<Panel> {
        let mut tried = 0;
        while self.work < end && (tried < exchanges || (!self.others.is_empty() && self.cost > LITTLE)) {
            let part = tried.min(exchanges) as f64 / exchanges as f64;
            let temperature = hot * libm::pow(COLD / hot, part);
            let accepted = |worse: usize| libm::exp(-(worse as f64) / temperature);
            let limits: Vec<u64> =
                (0..128).map(|worse| (accepted(worse) * f64::from(u32::MAX)) as u64).collect();
            for _ in 0..PLATEAU {
                if self.exchange(&limits) && self.cost == 0 && self.seen.insert(self.mark()) {
                    return Some(self.panel());
                }
            }
            tried += PLATEAU;
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
        self.swap(going, coming);
        self.cost += i64::from(worse);
        if self.nearest.as_ref().is_none_or(|(least, _)| self.cost < *least) {
            self.nearest = Some((self.cost, self.panel()));
        }
        true
    }

    /// Two people change places: one of them sits, the other does not.
    fn swap(&mut self, going: usize, coming: usize) {
        let profile = |place: usize| self.profile[self.order[place] as usize] as usize;
        let (gone, come) = (profile(going) * self.slots, profile(coming) * self.slots);
        for slot in 0..self.slots {
            let (a, b) = (self.rows[gone + slot] as usize, self.rows[come + slot] as usize);
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
    }

    /// Two who go and two who come, so that nothing is missed any more; or no more than one of the first so
    /// many misses, which is kept as the nearest.
    fn look_up(&mut self, misses: usize) -> Option<Panel> {
        self.work += LOOK * (misses * self.chairs * self.chairs / 2) as u64;
        let off = self.off(&self.pairs);
        self.seated.clear();
        let hash = |&person: &u32| self.pairs.profile[self.profile[person as usize] as usize];
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
                    for (a, b) in self.pairs.of(sum) {
                        let panel = self.exchanged(gone, [a, b]);
                        if self.problem.admits(&panel) {
                            if self.seen.insert(self.mark_of(&panel)) {
                                return Some(panel);
                            }
                            continue;
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

    /// What is missed, as a hash.
    fn off(&self, table: &Table) -> u64 {
        self.problem.rows.iter().zip(&self.count).zip(&table.row).fold(0u64, |sum, ((row, &count), &hash)| {
            let count = i64::from(count);
            let missed = count - count.clamp(row.min.into(), row.max.max(row.min).into());
            sum.wrapping_add(hash.wrapping_mul(missed as u64))
        })
    }

    /// What tells this panel from others.
    fn mark(&self) -> u64 {
        let mark = |&person: &u32| self.marks[self.profile[person as usize] as usize];
        self.order[..self.chairs].iter().map(mark).fold(self.held, u64::wrapping_add)
    }

    fn mark_of(&self, panel: &Panel) -> u64 {
        let mark = |&(t, c): &(u32, u32)| self.marks[t as usize].wrapping_mul(c.into());
        panel.0.iter().map(mark).fold(0, u64::wrapping_add)
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
