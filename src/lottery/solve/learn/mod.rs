//! A search by cases that learns from every dead end: for quotas that leave few panels or none. Clauses
//! are learnt as in conflict-driven search (Marques-Silva and Sakallah 1999; Eén and Sörensson 2003), over
//! "profile t has at least j seats"; the rules are counted (lazy clause generation, Ohrimenko, Stuckey and
//! Codish 2009), and a linear programme closes cases that counting leaves open: its multipliers are
//! rounded, checked in whole numbers, and become a clause as well. So "none" never rests on a float; it
//! rests on this code. Chance and work are counted, never timed: the same problem gives the same panel.
//! Imports `lottery::problem` and `simplex`.

mod order;
mod reasons;

use super::simplex::{Case, Tableau};
use crate::lottery::problem::{Panel, Problem};
use order::Order;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// What is known after a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This panel.
    Panel(Panel),
    /// No panel (any more): every case was closed.
    None,
    /// The work allowed was used up.
    Open,
}

/// A literal: twice the number of a unit for "at least so many seats", and one more for "fewer".
type Literal = u32;

fn unit(literal: Literal) -> usize {
    (literal >> 1) as usize
}

fn says_yes(literal: Literal) -> bool {
    literal & 1 == 0
}

/// Why a literal holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    /// It was tried, or holds in every case.
    Free,
    /// All others of this clause fail.
    Clause(u32),
    /// This row has as many as it may.
    Full(u32),
    /// This row needs everybody who is left.
    Needy(u32),
    /// At least three are at least two; fewer than two are fewer than three.
    Ladder(Literal),
}

struct Clause {
    literals: Vec<Literal>,
    /// Levels of trial in it when it was learnt: few is good (Audemard and Simon 2009).
    levels: u32,
    used: f64,
}

/// A search that can be asked again and again, and keeps what it learnt.
pub struct Learner<'a> {
    problem: &'a Problem,
    /// The first unit of each profile, and one more at the end; the profile of each unit.
    first: Vec<u32>,
    profile: Vec<u32>,
    /// Rows by profile, the row of all seats last; units by row; bounds by row.
    rows_of: Vec<Vec<u32>>,
    members: Vec<Vec<u32>>,
    bounds: Vec<(u32, u32)>,
    /// Units of each row that hold, and that fail.
    yes: Vec<u32>,
    no: Vec<u32>,
    /// By unit: 1 holds, -1 fails, 0 is open; level of trial, place in the trail and reason.
    value: Vec<i8>,
    level: Vec<u32>,
    place: Vec<u32>,
    reason: Vec<Reason>,
    trail: Vec<Literal>,
    starts: Vec<usize>,
    head: usize,
    clauses: Vec<Clause>,
    /// By literal: the clauses that must be looked at when it fails, each with another of its literals.
    watches: Vec<Vec<(u32, Literal)>>,
    order: Order,
    /// What each unit was last.
    phase: Vec<bool>,
    seen: Vec<bool>,
    tableau: Tableau,
    chance: ChaCha8Rng,
    /// Nothing at all is possible.
    closed: bool,
    /// Rows that took part in any argument.
    used: Vec<bool>,
    conflicts: u64,
    counted: u64,
    restarts: u64,
    /// Dead ends since the last new start.
    since: u64,
}

/// Units, and entries of the tableau, beyond which the search is not for this problem.
const UNITS: usize = 20_000;
const ENTRIES: usize = 1_000_000;
/// Dead ends until the first new start; later ones by Luby's sequence (Luby, Sinclair, Zuckerman 1993).
const STRETCH: u64 = 100;
/// Clauses kept at least, and one for so many dead ends more: next to the linear programmes they cost little.
const CLAUSES: u64 = 30_000;
const GROWTH: u64 = 20;
/// Whole multipliers are rounded to this many steps.
const SCALE: f64 = (1u64 << 30) as f64;
/// Seats this close to whole ones are whole.
const WHOLE: f64 = 1e-6;

impl<'a> Learner<'a> {
    /// `None` where the problem is too large for this search. Another `seed` looks elsewhere first.
    pub fn new(problem: &'a Problem, seed: u64) -> Option<Self> {
        let mut rows_of = problem.rows_of();
        let all = problem.rows.len() as u32;
        rows_of.iter_mut().for_each(|rows| rows.push(all));
        let mut bounds: Vec<(u32, u32)> = problem.rows.iter().map(|row| (row.min, row.max)).collect();
        bounds.push((problem.seats, problem.seats));
        if problem.people() < u64::from(problem.seats) {
            return None;
        }
        let most = |t: usize| {
            let held = rows_of[t].iter().map(|&r| bounds[r as usize].1).min().unwrap_or(0);
            held.min(problem.sizes[t])
        };
        let mut first = vec![0u32];
        let mut profile = Vec::new();
        let mut used = vec![false; bounds.len()];
        for (t, rows) in rows_of.iter().enumerate() {
            // The row that allows fewest is why there are no more units.
            let fewest = rows.iter().find(|&&r| bounds[r as usize].1 == most(t));
            if let Some(&r) = fewest.filter(|_| most(t) < problem.sizes[t]) {
                used[r as usize] = true;
            }
            if profile.len() + most(t) as usize > UNITS {
                return None;
            }
            profile.extend(std::iter::repeat_n(t as u32, most(t) as usize));
            first.push(profile.len() as u32);
        }
        if bounds.len() * problem.profiles() > ENTRIES {
            return None;
        }
        let mut members = vec![Vec::new(); bounds.len()];
        for (u, &t) in (0..).zip(&profile) {
            rows_of[t as usize].iter().for_each(|&r| members[r as usize].push(u));
        }
        let units = profile.len();
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let cost = costs(problem, &mut chance);
        let tableau = Tableau::new(&rows_of, &bounds, cost);
        let order = Order::new((0..units).map(|_| part(&mut chance) * 1e-3).collect());
        let mut learner = Self {
            problem,
            first,
            profile,
            rows_of,
            members,
            yes: vec![0; bounds.len()],
            no: vec![0; bounds.len()],
            used,
            bounds,
            value: vec![0; units],
            level: vec![0; units],
            place: vec![0; units],
            reason: vec![Reason::Free; units],
            trail: Vec::new(),
            starts: Vec::new(),
            head: 0,
            clauses: Vec::new(),
            watches: vec![Vec::new(); 2 * units],
            order,
            phase: vec![false; units],
            seen: vec![false; units],
            tableau,
            chance,
            closed: false,
            conflicts: 0,
            counted: 0,
            restarts: 0,
            since: 0,
        };
        learner.open();
        Some(learner)
    }

    /// What the rows say before anything is tried.
    fn open(&mut self) {
        for t in 0..self.problem.profiles() {
            self.bound(t);
        }
        for r in 0..self.bounds.len() {
            let (size, (min, max)) = (self.members[r].len() as u32, self.bounds[r]);
            if size < min || max < min {
                self.used[r] = true;
                self.closed = true;
            } else if size == min {
                self.fill(r, true);
            } else if max == 0 {
                self.fill(r, false);
            }
        }
    }

    /// Work so far, in multiplications or what takes as long: about 5e8 to 1e9 a second.
    pub fn work(&self) -> u64 {
        self.tableau.work + self.counted
    }

    /// Dead ends so far.
    pub fn conflicts(&self) -> u64 {
        self.conflicts
    }

    /// Rows of the problem that took part in any argument so far, ascending: no others are needed for a
    /// "none".
    pub fn used(&self) -> Vec<u32> {
        (0..self.problem.rows.len() as u32).filter(|&r| self.used[r as usize]).collect()
    }

    /// From here on this panel does not count.
    pub fn forbid(&mut self, panel: &Panel) {
        self.cancel(0);
        // As every panel has the same seats, any other has fewer for some profile of this one.
        let fewer = panel.0.iter().map(|&(t, c)| 2 * (self.first[t as usize] + c - 1) + 1);
        let clause: Vec<Literal> = fewer.filter(|&l| self.holds(l) >= 0).collect();
        if clause.iter().any(|&l| self.holds(l) > 0) {
            return;
        }
        match clause[..] {
            [] => self.closed = true,
            [only] => self.assign(only, Reason::Free),
            _ => drop(self.add(clause, 1)),
        }
    }

    /// Looks for a panel with at least `at_least` seats of these profiles, for so much work. A
    /// [`Answer::None`] to such a demand says nothing about other panels.
    pub fn ask(&mut self, at_least: &[(u32, u32)], work: u64) -> Answer {
        self.cancel(0);
        let mut demanded = Vec::new();
        for &(t, least) in at_least.iter().filter(|(_, least)| *least > 0) {
            let units = self.first[t as usize]..self.first[t as usize + 1];
            match units.start + least - 1 {
                u if u < units.end => demanded.push(2 * u),
                _ => {
                    return Answer::None;
                }
            }
        }
        let end = self.work().saturating_add(work);
        loop {
            if self.closed {
                return Answer::None;
            }
            let conflict = match self.propagate() {
                Some(conflict) => Some(conflict),
                None if self.work() > end => return Answer::Open,
                None if self.since >= STRETCH * luby(self.restarts + 1) => {
                    self.since = 0;
                    self.restarts += 1;
                    self.cancel(0);
                    // Elsewhere in what the rules leave.
                    self.tableau.aim(costs(self.problem, &mut self.chance));
                    if self.clauses.len() as u64 > CLAUSES + self.conflicts / GROWTH {
                        self.forget();
                    }
                    continue;
                }
                None => None,
            };
            if let Some(conflict) = conflict {
                self.since += 1;
                self.learn(conflict);
                continue;
            }
            // What is demanded is tried first.
            if let Some(&literal) = demanded.get(self.starts.len()) {
                match self.holds(literal) {
                    -1 => return Answer::None,
                    0 => self.attempt(literal),
                    _ => self.starts.push(self.trail.len()),
                }
                continue;
            }
            if self.trail.len() == self.value.len() {
                return Answer::Panel(self.panel());
            }
            let mut split = None;
            match self.tableau.solve() {
                Case::None(multipliers) => match self.refuted(&multipliers) {
                    Some(conflict) => {
                        self.since += 1;
                        self.learn(conflict);
                        continue;
                    }
                    None => self.tableau.rebuild(),
                },
                Case::Lost => self.tableau.rebuild(),
                Case::Point => {
                    if let Some(panel) = self.whole() {
                        return Answer::Panel(panel);
                    }
                    split = self.split();
                }
            }
            let literal = split.unwrap_or_else(|| self.next());
            self.attempt(literal);
        }
    }

    fn holds(&self, literal: Literal) -> i8 {
        let value = self.value[unit(literal)];
        if says_yes(literal) { value } else { -value }
    }

    fn attempt(&mut self, literal: Literal) {
        self.starts.push(self.trail.len());
        self.assign(literal, Reason::Free);
    }

    fn assign(&mut self, literal: Literal, reason: Reason) {
        let u = unit(literal);
        debug_assert_eq!(self.value[u], 0);
        self.value[u] = if says_yes(literal) { 1 } else { -1 };
        self.level[u] = self.starts.len() as u32;
        self.place[u] = self.trail.len() as u32;
        self.reason[u] = reason;
        self.trail.push(literal);
    }

    /// Takes back all trials beyond a level.
    fn cancel(&mut self, level: usize) {
        let Some(&start) = self.starts.get(level) else { return };
        for at in (start..self.trail.len()).rev() {
            let literal = self.trail[at];
            let u = unit(literal);
            self.value[u] = 0;
            self.phase[u] = says_yes(literal);
            self.order.insert(u as u32);
            if at < self.head {
                let t = self.profile[u] as usize;
                let counts = if says_yes(literal) { &mut self.yes } else { &mut self.no };
                self.rows_of[t].iter().for_each(|&r| counts[r as usize] -= 1);
            }
            self.bound(self.profile[u] as usize);
        }
        self.trail.truncate(start);
        self.starts.truncate(level);
        self.head = start;
    }

    /// Tells the tableau what is left to a profile.
    fn bound(&mut self, t: usize) {
        let values = &self.value[self.first[t] as usize..self.first[t + 1] as usize];
        let low = values.iter().filter(|&&v| v > 0).count();
        let high = values.iter().filter(|&&v| v >= 0).count();
        self.tableau.bound(t, low as u32, high as u32);
    }

    /// Settles the open units of a row.
    fn fill(&mut self, r: usize, yes: bool) {
        self.counted += self.members[r].len() as u64;
        self.used[r] |= self.starts.is_empty();
        let reason = if yes { Reason::Needy(r as u32) } else { Reason::Full(r as u32) };
        for at in 0..self.members[r].len() {
            let u = self.members[r][at];
            if self.value[u as usize] == 0 {
                self.assign(2 * u + u32::from(!yes), reason);
            }
        }
    }

    /// Follows what is settled to its consequences. A conflict is a list of literals that hold and cannot
    /// hold together.
    fn propagate(&mut self) -> Option<Vec<Literal>> {
        while self.head < self.trail.len() {
            let literal = self.trail[self.head];
            self.head += 1;
            let u = unit(literal);
            let t = self.profile[u] as usize;
            self.bound(t);
            self.counted += 4 * self.rows_of[t].len() as u64;
            let mut broken = None;
            for &r in &self.rows_of[t] {
                let (row, (min, max)) = (r as usize, self.bounds[r as usize]);
                if says_yes(literal) {
                    self.yes[row] += 1;
                    broken = broken.or((self.yes[row] > max).then_some(Reason::Full(r)));
                } else {
                    self.no[row] += 1;
                    let left = self.members[row].len() as u32 - self.no[row];
                    broken = broken.or((left < min).then_some(Reason::Needy(r)));
                }
            }
            if let Some(reason) = broken {
                return Some(self.because(reason, u32::MAX));
            }
            if let Some(conflict) = self.ladder(literal) {
                return Some(conflict);
            }
            for at in 0..self.rows_of[t].len() {
                let r = self.rows_of[t][at] as usize;
                let (size, (min, max)) = (self.members[r].len() as u32, self.bounds[r]);
                let open = self.yes[r] + self.no[r] < size;
                if open && says_yes(literal) && self.yes[r] == max {
                    self.fill(r, false);
                } else if open && !says_yes(literal) && size - self.no[r] == min {
                    self.fill(r, true);
                }
            }
            if let Some(clause) = self.visit(literal ^ 1) {
                let clause = &mut self.clauses[clause as usize];
                clause.used += 1.0;
                return Some(clause.literals.iter().map(|l| l ^ 1).collect());
            }
        }
        None
    }

    /// The next unit of the same profile, below one that holds or above one that fails.
    fn ladder(&mut self, literal: Literal) -> Option<Vec<Literal>> {
        let u = unit(literal) as u32;
        let t = self.profile[u as usize] as usize;
        let next = if says_yes(literal) {
            (u > self.first[t]).then(|| 2 * (u - 1))
        } else {
            (u + 1 < self.first[t + 1]).then(|| 2 * (u + 1) + 1)
        };
        match next.map(|next| (next, self.holds(next))) {
            Some((next, 0)) => self.assign(next, Reason::Ladder(literal)),
            Some((next, -1)) => return Some(vec![literal, next ^ 1]),
            _ => {}
        }
        None
    }

    /// Looks at the clauses that watch a literal which fails; a clause of which all fail is handed over.
    fn visit(&mut self, fails: Literal) -> Option<u32> {
        let mut watches = std::mem::take(&mut self.watches[fails as usize]);
        self.counted += watches.len() as u64;
        let (mut read, mut kept, mut broken) = (0, 0, None);
        'watches: while read < watches.len() {
            let (number, other) = watches[read];
            read += 1;
            if self.holds(other) > 0 {
                watches[kept] = (number, other);
                kept += 1;
                continue;
            }
            let mut literals = std::mem::take(&mut self.clauses[number as usize].literals);
            if literals[0] == fails {
                literals.swap(0, 1);
            }
            let first = literals[0];
            let fresh = if self.holds(first) > 0 {
                None
            } else {
                (2..literals.len()).find(|&at| self.holds(literals[at]) >= 0)
            };
            if let Some(at) = fresh {
                literals.swap(1, at);
                self.watches[literals[1] as usize].push((number, first));
                self.clauses[number as usize].literals = literals;
                continue 'watches;
            }
            self.clauses[number as usize].literals = literals;
            watches[kept] = (number, first);
            kept += 1;
            match self.holds(first) {
                0 => self.assign(first, Reason::Clause(number)),
                -1 => {
                    broken = Some(number);
                    watches.copy_within(read.., kept);
                    kept += watches.len() - read;
                    break;
                }
                _ => {}
            }
        }
        watches.truncate(kept);
        self.watches[fails as usize] = watches;
        broken
    }

    /// The tableau's point as a panel, if it is one.
    fn whole(&self) -> Option<Panel> {
        let near = |x: f64| (x - libm::round(x)).abs() < WHOLE;
        let point = self.tableau.point();
        if !point.iter().all(|&x| near(x)) {
            return None;
        }
        let seats = point.iter().map(|&x| libm::round(x).max(0.0) as u32);
        let panel = Panel((0..).zip(seats).filter(|held| held.1 > 0).collect());
        (self.problem.admits(&panel) && !self.forbidden(&panel)).then_some(panel)
    }

    /// Whether a clause excludes a panel that the rows allow: one that was forbidden.
    fn forbidden(&self, panel: &Panel) -> bool {
        let mut seats = vec![0; self.problem.profiles()];
        panel.0.iter().for_each(|&(t, c)| seats[t as usize] = c);
        let says = |l: Literal| {
            let t = self.profile[unit(l)] as usize;
            (seats[t] > unit(l) as u32 - self.first[t]) == says_yes(l)
        };
        self.clauses.iter().any(|clause| !clause.literals.iter().any(|&l| says(l)))
    }

    /// The unit to try next where the point is not whole: of those that are not, the one that took part in most dead
    /// ends, as it nearly is.
    fn split(&self) -> Option<Literal> {
        let point = self.tableau.point();
        let parts = |t: usize| point[t] - libm::floor(point[t]);
        let above = |t: usize| self.first[t] + (libm::floor(point[t]).max(0.0) as u32);
        let weight = |t: usize| self.order.weight(above(t));
        (0..point.len())
            .filter(|&t| (WHOLE..1.0 - WHOLE).contains(&parts(t)))
            .filter(|&t| above(t) < self.first[t + 1] && self.value[above(t) as usize] == 0)
            .max_by(|&a, &b| weight(a).total_cmp(&weight(b)).then(b.cmp(&a)))
            .map(|t| 2 * above(t) + u32::from(parts(t) <= 0.5))
    }

    /// The open unit that took part in most dead ends, as it was last.
    fn next(&mut self) -> Literal {
        while let Some(u) = self.order.pop() {
            if self.value[u as usize] == 0 {
                let other = self.chance.next_u64().is_multiple_of(100);
                return 2 * u + u32::from(self.phase[u as usize] == other);
            }
        }
        unreachable!("a unit is open: the trail is not complete")
    }

    fn panel(&self) -> Panel {
        let seats = |t: usize| {
            let units = self.first[t] as usize..self.first[t + 1] as usize;
            self.value[units].iter().filter(|&&v| v > 0).count() as u32
        };
        let held = (0..self.problem.profiles()).map(|t| (t as u32, seats(t)));
        Panel(held.filter(|h| h.1 > 0).collect())
    }
}

/// Clauses of so few levels are kept for good.
const FEW: u32 = 3;

/// What steers the linear programme: anything, as any point will do.
fn costs(problem: &Problem, chance: &mut ChaCha8Rng) -> Vec<f64> {
    (0..problem.profiles()).map(|_| part(chance) - 0.5).collect()
}

/// A number from 0 up to 1.
fn part(chance: &mut ChaCha8Rng) -> f64 {
    (chance.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// 1, 1, 2, 1, 1, 2, 4, 1, ...; from 1.
fn luby(mut i: u64) -> u64 {
    loop {
        let whole = (i + 1).next_power_of_two();
        if whole == i + 1 {
            return whole / 2;
        }
        i -= whole / 2 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// Small problems of every shape: profiles of one to three people, ranges and exact quotas, rows that
    /// overlap anyhow.
    fn small(chance: &mut ChaCha8Rng) -> Problem {
        let mut below = |n: u64| (chance.next_u64() % n) as u32;
        let profiles = 3 + below(6);
        let sizes: Vec<u32> = (0..profiles).map(|_| 1 + below(3)).collect();
        let seats = 1 + below(6).min(sizes.iter().sum::<u32>() - 1);
        let rows = (0..2 + below(5)).map(|_| {
            let chosen: Vec<u32> = (0..profiles).filter(|_| below(2) == 0).collect();
            let min = below(4);
            Row { profiles: chosen, min, max: min + below(2) }
        });
        let rows = rows.collect();
        Problem { seats, sizes, rows }
    }

    /// Every panel, by trying.
    fn all(problem: &Problem) -> Vec<Panel> {
        let mut seats = vec![0; problem.profiles()];
        let mut found = Vec::new();
        'next: loop {
            let held = (0..).zip(&seats).map(|(t, &c)| (t, c)).filter(|h| h.1 > 0);
            let panel = Panel(held.collect());
            if problem.admits(&panel) {
                found.push(panel);
            }
            for (seat, &size) in seats.iter_mut().zip(&problem.sizes) {
                if *seat < size {
                    *seat += 1;
                    continue 'next;
                }
                *seat = 0;
            }
            found.sort();
            return found;
        }
    }

    #[test]
    fn it_finds_every_panel_of_small_problems_and_no_other() {
        let mut chance = ChaCha8Rng::from_seed([7; 32]);
        let mut kinds = [0; 3];
        for _ in 0..3_000 {
            let problem = small(&mut chance);
            let expected = all(&problem);
            let mut learner = Learner::new(&problem, 1).unwrap();
            let mut found = Vec::new();
            loop {
                match learner.ask(&[], u64::MAX) {
                    Answer::Panel(panel) => {
                        learner.forbid(&panel);
                        found.push(panel);
                    }
                    Answer::None => break,
                    Answer::Open => panic!("without a limit nothing stays open"),
                }
            }
            found.sort();
            assert_eq!(found, expected, "{problem:?}");
            kinds[expected.len().min(2)] += 1;
        }
        assert!(kinds.iter().all(|&k| k > 100), "{kinds:?}");
    }

    #[test]
    fn demands_are_answered_one_after_another_by_the_same_search() {
        let mut chance = ChaCha8Rng::from_seed([8; 32]);
        let mut answers = [0; 2];
        for _ in 0..1_000 {
            let problem = small(&mut chance);
            let panels = all(&problem);
            let mut learner = Learner::new(&problem, 2).unwrap();
            for (t, &size) in (0..).zip(&problem.sizes) {
                for least in 1..=size {
                    let has = |panel: &Panel| panel.0.iter().any(|&(u, c)| u == t && c >= least);
                    let expected = panels.iter().any(has);
                    answers[usize::from(expected)] += 1;
                    match learner.ask(&[(t, least)], u64::MAX) {
                        Answer::Panel(panel) => assert!(problem.admits(&panel) && has(&panel)),
                        answer => assert!(!expected, "{answer:?}"),
                    }
                }
            }
        }
        assert!(answers.iter().all(|&a| a > 1_000), "{answers:?}");
    }

    #[test]
    fn rows_that_took_part_are_enough_for_a_no() {
        let mut chance = ChaCha8Rng::from_seed([9; 32]);
        let mut without = 0;
        for _ in 0..2_000 {
            let problem = small(&mut chance);
            let mut learner = Learner::new(&problem, 3).unwrap();
            if learner.ask(&[], u64::MAX) == Answer::None {
                let used = learner.used();
                let rows = used.iter().map(|&r| problem.rows[r as usize].clone()).collect();
                without += usize::from(used.len() < problem.rows.len());
                assert!(all(&Problem { rows, ..problem.clone() }).is_empty(), "{problem:?} {used:?}");
            }
        }
        assert!(without > 100, "{without}");
    }

    #[test]
    fn work_is_bounded_and_repeats() {
        let mut chance = ChaCha8Rng::from_seed([1; 32]);
        let mut rows = vec![Row { profiles: vec![], min: 0, max: 0 }; 45];
        for t in 0..100 {
            for feature in rows.chunks_mut(5) {
                let row = &mut feature[(chance.next_u64() % 5) as usize];
                row.profiles.push(t);
                row.min += u32::from(t % 4 == 0);
                row.max = row.min;
            }
        }
        let problem = Problem { seats: 25, sizes: vec![1; 100], rows };
        let run = |work| {
            let mut learner = Learner::new(&problem, 1).unwrap();
            (learner.ask(&[], work), learner.work(), learner.conflicts())
        };
        assert_eq!(run(1_000).0, Answer::Open);
        let (answer, work, conflicts) = run(u64::MAX);
        assert!(matches!(&answer, Answer::Panel(panel) if problem.admits(panel)));
        assert!(conflicts > 0);
        assert_eq!(run(u64::MAX), (answer, work, conflicts));
    }

    #[test]
    fn stretches_follow_luby() {
        let first: Vec<u64> = (1..=15).map(luby).collect();
        assert_eq!(first, [1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
    }
}
