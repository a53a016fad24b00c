//! The fairest chances that the quotas allow: leximin and maximin over the quota polytope, one small
//! linear programme a level. Imports `lottery::{problem, certificate}` and `backend`.
//!
//! A profile is settled at a level only when multipliers, rounded to whole numbers and evaluated
//! exactly, prove that it cannot rise: with c, b as in [`certificate`](crate::lottery::certificate)
//! and every open profile at the level z, a lottery that gives profile t more than z by d must have
//! d <= (bound - z) * (sum over open c n) / (c[t] n[t]). Noise in the solver's duals can only make
//! that test fail, never pass wrongly.

use super::backend::{Outcome, Programme};
use crate::lottery::certificate::{Cut, Level, Multipliers, PARTS};
use crate::lottery::problem::Problem;

/// A profile is settled when it provably cannot rise by more than this, a rule counts as held fast
/// when it provably cannot slacken by more than this many seats: a fiftieth of a ticket of a million.
const SETTLED: f64 = 2e-8;
/// Multipliers are rounded to whole numbers of at most this size, so that rounding does not move a
/// bound by a part in 10^15 and 128-bit integers never overflow for a million people.
const SCALE: f64 = (1u64 << 56) as f64;

/// How far below the optimum the interior-point method may end. Within it, the bound is the level.
const ACCURACY: f64 = 1e-6;
/// Rounding that a rule may show in a solved programme, in seats.
const ROUNDING: f64 = 1e-6;

/// The problem with what the integers added to it.
pub struct System<'a> {
    /// Quotas and profiles.
    pub problem: &'a Problem,
    /// Cuts found so far.
    pub cuts: Vec<Cut>,
    /// For each profile whether it can be on some panel.
    pub possible: Vec<bool>,
}

/// Chances by profile and the proof of each level.
pub struct Chances {
    /// Chance of each member of each profile, 0 to 1.
    pub chance: Vec<f64>,
    /// Levels, lowest chance first.
    pub levels: Vec<Level>,
    /// The proof of an objective without levels.
    pub overall: Option<Multipliers>,
    /// Interior-point iterations.
    pub work: u64,
}

/// Why there are no chances.
#[derive(Debug)]
pub enum NoChances {
    /// The rules contradict each other even for fractional panels.
    Empty,
    /// The solver lost its way: a fault of ours or of the solver, never of the input.
    Numeric,
}

/// Where the levels stand. What is noted here was proved by a level and holds at every later one.
pub(super) struct State {
    /// Chance promised to each settled profile and the level that settled it.
    pub settled: Vec<Option<(f64, usize)>>,
    /// Open profiles that are certain of all their seats, and the level that proved it.
    pub certain: Vec<Option<usize>>,
    /// Rules held fast at one end, and the level that proved it.
    pub fast: Vec<Option<(End, usize)>>,
    /// Multipliers of each level and the weight they give each profile.
    proofs: Vec<(Vec<f64>, Vec<f64>)>,
}

impl State {
    pub fn new(profiles: usize, rules: usize) -> Self {
        Self {
            settled: vec![None; profiles],
            certain: vec![None; profiles],
            fast: vec![None; rules],
            proofs: Vec::new(),
        }
    }
}

/// The rules as the open profiles see them.
pub(super) struct View {
    /// Seats of settled, certain and impossible profiles.
    pub constants: Vec<Option<f64>>,
    /// The open profiles; their position is their column.
    pub free: Vec<usize>,
    /// Rules over columns.
    pub rules: Vec<Rule>,
    /// Rules that need not be said.
    pub implied: Vec<bool>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    Low,
    High,
}

/// A rule of the programme: terms by profile, low, high.
pub(super) type Rule = (Vec<(u32, f64)>, f64, f64);

/// One solved level.
struct Step {
    reached: f64,
    /// Chance of each profile, settled ones included.
    point: Vec<f64>,
    multipliers: Vec<f64>,
    work: u64,
}

impl System<'_> {
    /// Every rule as (terms by profile, low, high): the seat count, the quotas, the cuts.
    pub(super) fn rules(&self) -> Vec<Rule> {
        let seats = f64::from(self.problem.seats);
        let everyone = (0..self.problem.profiles() as u32).map(|t| (t, 1.0)).collect();
        let rows = self.problem.rows.iter().map(|row| {
            (row.profiles.iter().map(|&t| (t, 1.0)).collect(), f64::from(row.min), f64::from(row.max))
        });
        let cuts = self.cuts.iter().map(|cut| {
            (cut.terms.iter().map(|&(t, a)| (t, a as f64)).collect(), f64::NEG_INFINITY, cut.most as f64)
        });
        std::iter::once((everyone, seats, seats)).chain(rows).chain(cuts).collect()
    }

    /// Leximin: the smallest chance as large as possible, then the next smallest, and so on. The
    /// chances are unique (Flanigan et al. 2021), so no choice is made here.
    pub fn leximin(&self, progress: &mut dyn FnMut(usize)) -> Result<Chances, NoChances> {
        self.lowest(usize::MAX, progress)
    }

    /// The lowest levels of leximin, at most so many. Profiles not settled by them have chance 0 here.
    pub fn lowest(&self, most: usize, progress: &mut dyn FnMut(usize)) -> Result<Chances, NoChances> {
        let rules = self.rules();
        let mut state = State::new(self.problem.profiles(), rules.len());
        let mut done = Chances {
            chance: vec![0.0; self.problem.profiles()],
            levels: Vec::new(),
            overall: None,
            work: 0,
        };
        let mut left = self.possible.iter().filter(|&&p| p).count();
        while left > 0 && done.levels.len() < most {
            left -= self.next(&rules, &mut state, &mut done)?;
            progress(done.levels.len());
        }
        Ok(done)
    }

    /// Solves one more level and returns how many profiles it settled.
    fn next(&self, rules: &[Rule], state: &mut State, done: &mut Chances) -> Result<usize, NoChances> {
        let mut step = self.level(rules, state)?;
        done.work += step.work;
        let (z, here) = self.settle(rules, &mut step, state)?;
        let weights = self.make_sound(rules, state, &mut step.multipliers);
        let why = self.whole(&step.multipliers);
        state.proofs.push((step.multipliers, weights));
        for &t in &here {
            state.settled[t as usize] = Some((z, state.proofs.len() - 1));
            done.chance[t as usize] = z;
        }
        let value = libm::floor(z * PARTS as f64).clamp(0.0, PARTS as f64) as u64;
        let settled = here.len();
        done.levels.push(Level { settled: here, value, why });
        Ok(settled)
    }

    /// Maximin: the smallest chance as large as possible, and beyond that chances as even as possible, in
    /// the sense of least squares around seats / people. The first level is leximin's.
    pub fn maximin(&self) -> Result<Chances, NoChances> {
        let n = self.problem.profiles();
        let rules = self.rules();
        let mut state = State::new(n, rules.len());
        let mut done = Chances { chance: vec![0.0; n], levels: Vec::new(), overall: None, work: 0 };
        self.next(&rules, &mut state, &mut done)?;
        let least = done.chance.iter().copied().fold(0.0, f64::max);
        let view = self.narrow(&rules, &state);
        let mut programme = Programme::new(view.free.len());
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let people: f64 = (0..n).filter(|&t| self.possible[t]).map(size).sum();
        let even = f64::from(self.problem.seats) / people;
        for (r, (terms, low, high)) in view.rules.iter().enumerate() {
            if !view.implied[r] {
                let scaled =
                    terms.iter().map(|&(i, a)| (i as usize, a * size(view.free[i as usize]))).collect();
                programme.row(scaled, *low, *high);
            }
        }
        for (i, &t) in view.free.iter().enumerate() {
            programme.row(vec![(i, 1.0)], least, 1.0);
            programme.cost[i] = -2.0 * size(t) * even;
            programme.quadratic.push(2.0 * size(t));
        }
        if !view.free.is_empty() {
            let answer = programme.solve();
            done.work += u64::from(answer.iterations);
            if answer.outcome != Outcome::Point {
                return Err(NoChances::Numeric);
            }
            view.free.iter().zip(&answer.x).for_each(|(&t, &p)| done.chance[t] = p.clamp(least, 1.0));
        }
        (0..n).filter(|&t| state.certain[t].is_some()).for_each(|t| done.chance[t] = 1.0);
        Ok(done)
    }

    /// For an objective without levels: drops the one level of maximin, from whose chances it starts, and
    /// gives the rules, and how they look with nobody settled. `None`, and nothing dropped, if that level
    /// is 0.
    pub(super) fn opened(&self, done: &mut Chances) -> Option<(Vec<Rule>, View)> {
        if done.levels.first().is_none_or(|level| level.value == 0) {
            return None;
        }
        done.levels.clear();
        let rules = self.rules();
        let view = self.narrow(&rules, &State::new(self.problem.profiles(), rules.len()));
        Some((rules, view))
    }

    /// The rules as the open profiles see them: settled and certain profiles are constants, rules held
    /// fast are equations.
    pub(super) fn narrow(&self, rules: &[Rule], state: &State) -> View {
        let n = self.problem.profiles();
        let constants: Vec<Option<f64>> = (0..n)
            .map(|t| match state.settled[t] {
                _ if !self.possible[t] => Some(0.0),
                Some((v, _)) => Some(v * f64::from(self.problem.sizes[t])),
                None => state.certain[t].map(|_| f64::from(self.problem.sizes[t])),
            })
            .collect();
        let free: Vec<usize> = (0..n).filter(|&t| constants[t].is_none()).collect();
        let mut column = vec![usize::MAX; n];
        free.iter().enumerate().for_each(|(i, &t)| column[t] = i);
        let narrowed: Vec<Rule> = rules
            .iter()
            .zip(&state.fast)
            .map(|((terms, low, high), fast)| {
                let (low, high) = match fast {
                    None => (low, high),
                    Some((End::High, _)) => (high, high),
                    Some((End::Low, _)) => (low, low),
                };
                let held: f64 = terms.iter().filter_map(|&(t, a)| constants[t as usize].map(|x| a * x)).sum();
                let open = terms.iter().filter(|(t, _)| column[*t as usize] != usize::MAX);
                (open.map(|&(t, a)| (column[t as usize] as u32, a)).collect(), low - held, high - held)
            })
            .collect();
        let implied = implied(&narrowed, free.len());
        View { constants, free, rules: narrowed, implied }
    }

    /// The greatest z that every open profile can have while settled ones keep exactly theirs.
    ///
    /// Settled and certain profiles are constants here, and rules held fast are equations: otherwise
    /// the programme would have no interior and an interior-point method no bounded duals.
    fn level(&self, rules: &[Rule], state: &State) -> Result<Step, NoChances> {
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let View { constants, free, rules: narrowed, implied } = self.narrow(rules, state);
        if free.is_empty() {
            let multipliers = vec![0.0; rules.len()];
            return Ok(Step { reached: 1.0, point: Vec::new(), multipliers, work: 0 });
        }
        let solve = |all: bool| {
            let mut programme = Programme::new(free.len() + 1);
            let level = free.len();
            programme.cost[level] = -1.0;
            let mut numbers = vec![None; rules.len()];
            for (r, (terms, low, high)) in narrowed.iter().enumerate() {
                if all || !implied[r] {
                    let scaled =
                        terms.iter().map(|&(i, a)| (i as usize, a * size(free[i as usize]))).collect();
                    numbers[r] = Some(programme.row(scaled, *low, *high));
                }
            }
            for i in 0..free.len() {
                programme.row(vec![(i, 1.0), (level, -1.0)], 0.0, f64::INFINITY);
                programme.row(vec![(i, 1.0)], f64::NEG_INFINITY, 1.0);
            }
            programme.row(vec![(level, 1.0)], 0.0, 1.0);
            let answer = programme.solve();
            let multipliers: Vec<f64> =
                numbers.iter().map(|r| r.map_or(0.0, |r: usize| answer.duals[r])).collect();
            (answer, multipliers)
        };
        let first = state.proofs.is_empty();
        let (mut answer, mut multipliers) = solve(false);
        if first && answer.outcome == Outcome::Point {
            let kept = narrowed.iter().all(|(terms, low, high)| {
                let sum: f64 =
                    terms.iter().map(|&(i, a)| a * size(free[i as usize]) * answer.x[i as usize]).sum();
                *low - ROUNDING <= sum && sum <= *high + ROUNDING
            });
            if !kept {
                // A rule that seemed to follow from others contradicts them.
                (answer, multipliers) = solve(true);
            }
        }
        match answer.outcome {
            Outcome::Point => {
                let mut point: Vec<f64> =
                    constants.iter().enumerate().map(|(t, x)| x.unwrap_or(0.0) / size(t)).collect();
                free.iter().zip(&answer.x).for_each(|(&t, &p)| point[t] = p);
                Ok(Step {
                    reached: answer.x[free.len()],
                    point,
                    multipliers,
                    work: u64::from(answer.iterations),
                })
            }
            Outcome::Contradiction if first => Err(NoChances::Empty),
            Outcome::Contradiction | Outcome::Lost => Err(NoChances::Numeric),
        }
    }

    /// Adds multiples of earlier levels' multipliers until the sum is a proof by itself.
    ///
    /// The programme held settled profiles at exactly their chance, certain ones at 1 and fast rules at
    /// their end; the certificate may only use that settled profiles have at least their chance. That the
    /// rest follows is what earlier levels proved, and their inequalities are tight, so they may be added
    /// as often as it takes. Returns the weights.
    fn make_sound(&self, rules: &[Rule], state: &State, multipliers: &mut [f64]) -> Vec<f64> {
        let (mut weights, _) = combined(rules, multipliers, self.problem.profiles());
        // What each level proved: settled profiles, certain profiles, fast rules.
        let mut proved = vec![(Vec::new(), Vec::new(), Vec::new()); state.proofs.len()];
        let known = |level: usize| level < state.proofs.len();
        for t in 0..weights.len() {
            match (state.settled[t], state.certain[t]) {
                (Some((_, level)), _) if known(level) => proved[level].0.push(t),
                (None, Some(level)) if known(level) => proved[level].1.push(t),
                _ => {}
            }
        }
        for (r, fast) in state.fast.iter().enumerate() {
            if let Some((_, level)) = fast.filter(|&(_, level)| known(level)) {
                proved[level].2.push(r);
            }
        }
        for ((settled, certain, fast), (earlier, earlier_weights)) in proved.iter().zip(&state.proofs).rev() {
            let rises = settled.iter().chain(certain).map(|&t| {
                let wrong = if state.settled[t].is_some() { weights[t] < 0.0 } else { weights[t] > 0.0 };
                if wrong { -weights[t] / earlier_weights[t] } else { 0.0 }
            });
            let slackens = fast.iter().map(|&r| {
                let high = matches!(state.fast[r], Some((End::High, _)));
                if high == (multipliers[r] < 0.0) { -multipliers[r] / earlier[r] } else { 0.0 }
            });
            let times = rises.chain(slackens).filter(|t| t.is_finite()).fold(0.0, f64::max);
            if times > 0.0 {
                multipliers.iter_mut().zip(earlier).for_each(|(u, e)| *u += times * e);
                weights.iter_mut().zip(earlier_weights).for_each(|(w, e)| *w += times * e);
            }
        }
        weights
    }

    /// Multipliers as whole numbers.
    pub(super) fn whole(&self, multipliers: &[f64]) -> Multipliers {
        let largest = multipliers.iter().map(|u| u.abs()).fold(0.0, f64::max);
        if largest == 0.0 || !largest.is_finite() {
            return Multipliers::default();
        }
        let whole = |u: f64| libm::round(u / largest * SCALE) as i64;
        let rows = self.problem.rows.len();
        let sparse = |of: &[f64]| {
            of.iter()
                .enumerate()
                .map(|(i, &u)| (i as u32, whole(u)))
                .filter(|&(_, u)| u != 0)
                .collect::<Vec<_>>()
        };
        let mut cuts = sparse(&multipliers[1 + rows..]);
        cuts.retain(|&(_, w)| w > 0);
        Multipliers { seats: whole(multipliers[0]), rows: sparse(&multipliers[1..1 + rows]), cuts }
    }

    /// The level and the open profiles that are proved to stay at it. Notes rules that are held fast and
    /// profiles that are certain from here on.
    fn settle(
        &self,
        rules: &[Rule],
        step: &mut Step,
        state: &mut State,
    ) -> Result<(f64, Vec<u32>), NoChances> {
        let n = self.problem.profiles();
        let open: Vec<usize> = (0..n).filter(|&t| state.settled[t].is_none() && self.possible[t]).collect();
        if step.reached >= 1.0 - SETTLED {
            // Everybody left is certain of a seat; there is nothing to prove.
            return Ok((1.0, open.iter().map(|&t| t as u32).collect()));
        }
        let mut bound = self.bound(rules, &step.multipliers, state);
        let polished = self.polish(rules, step, state);
        let better = self.bound(rules, &polished, state);
        // Both bounds hold for every lottery, so the lower one says more.
        if better.1 <= bound.1 {
            step.multipliers = polished;
            bound = better;
        }
        let (weights, bound) = bound;
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let z = if bound - step.reached <= ACCURACY { bound } else { step.reached };
        let spread: f64 = open
            .iter()
            .filter(|&&t| state.certain[t].is_none())
            .map(|&t| weights[t].max(0.0) * size(t))
            .sum();
        let slack = (bound - z).max(1e-15);
        let room = |weight: f64| slack * spread / weight.abs();
        let level = state.proofs.len();
        for (rule, &u) in step.multipliers.iter().enumerate() {
            if state.fast[rule].is_none() && u != 0.0 && room(u) <= SETTLED && rules[rule].1 != rules[rule].2
            {
                state.fast[rule] = Some((if u > 0.0 { End::High } else { End::Low }, level));
            }
        }
        let sure = |t: usize| room(weights[t] * size(t)) <= SETTLED && state.certain[t].is_none();
        let newly: Vec<usize> = open.iter().copied().filter(|&t| weights[t] < 0.0 && sure(t)).collect();
        let proved: Vec<u32> =
            open.iter().filter(|&&t| weights[t] > 0.0 && sure(t)).map(|&t| t as u32).collect();
        newly.into_iter().for_each(|t| state.certain[t] = Some(level));
        if proved.is_empty() { Err(NoChances::Numeric) } else { Ok((z, proved)) }
    }

    /// The weights that multipliers give each profile and the bound on the level that follows from what
    /// is known so far; infinite where none does.
    fn bound(&self, rules: &[Rule], multipliers: &[f64], state: &State) -> (Vec<f64>, f64) {
        let n = self.problem.profiles();
        let (weights, _) = combined(rules, multipliers, n);
        let most: f64 = rules
            .iter()
            .zip(multipliers)
            .zip(&state.fast)
            .filter(|((_, u), _)| **u != 0.0)
            .map(|(((_, low, high), &u), fast)| match fast {
                Some((End::High, _)) => u * high,
                Some((End::Low, _)) => u * low,
                None => u * if u > 0.0 { high } else { low },
            })
            .sum();
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let mut held = 0.0;
        let mut spread = 0.0;
        for t in (0..n).filter(|&t| self.possible[t]) {
            match (state.settled[t], state.certain[t]) {
                (Some((v, _)), _) => held += weights[t] * size(t) * v,
                (None, None) if weights[t] > 0.0 => spread += weights[t] * size(t),
                (None, _) => held += weights[t] * size(t),
            }
        }
        let bound = if spread > 0.0 { (most - held) / spread } else { f64::INFINITY };
        (weights, bound)
    }

    /// The multipliers moved as little as possible so that they are exactly zero on rules with room to
    /// spare, and weigh nothing on profiles strictly between the level and 1, as those of an optimum must
    /// (complementary slackness). The interior-point method ends within about 1e-9 of that; this takes it
    /// to rounding.
    fn polish(&self, rules: &[Rule], step: &Step, state: &State) -> Vec<f64> {
        let n = self.problem.profiles();
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let (weights, _) = combined(rules, &step.multipliers, n);
        let loose: Vec<bool> = rules
            .iter()
            .enumerate()
            .map(|(r, (terms, low, high))| {
                let sum: f64 =
                    terms.iter().map(|&(t, a)| a * size(t as usize) * step.point[t as usize]).sum();
                let room = (sum - low).min(high - sum);
                step.multipliers[r] == 0.0
                    || (low != high && state.fast[r].is_none() && room > step.multipliers[r].abs())
            })
            .collect();
        let mut used = vec![Vec::new(); n];
        for (r, (terms, _, _)) in rules.iter().enumerate().filter(|(r, _)| !loose[*r]) {
            terms.iter().for_each(|&(t, a)| used[t as usize].push((r, a)));
        }
        let mut multipliers = step.multipliers.clone();
        multipliers.iter_mut().zip(&loose).filter(|(_, loose)| **loose).for_each(|(u, _)| *u = 0.0);
        // Gram-Schmidt over the conditions "weight of profile t is zero".
        let mut basis: Vec<Vec<f64>> = Vec::new();
        for t in
            (0..n).filter(|&t| state.settled[t].is_none() && state.certain[t].is_none() && self.possible[t])
        {
            let weight = weights[t] * size(t);
            if weight > step.point[t] - step.reached || -weight > 1.0 - step.point[t] {
                continue;
            }
            let mut condition = vec![0.0; rules.len()];
            used[t].iter().for_each(|&(r, a)| condition[r] = a);
            let length = norm(&condition);
            // Twice, so that rounding does not leave a shadow of what was taken away.
            for _ in 0..2 {
                for direction in &basis {
                    let along = dot(direction, &condition);
                    condition.iter_mut().zip(direction).for_each(|(c, d)| *c -= along * d);
                }
            }
            let left = norm(&condition);
            if left > 1e-9 * length.max(1e-300) {
                condition.iter_mut().for_each(|c| *c /= left);
                basis.push(condition);
            }
        }
        for _ in 0..2 {
            for direction in &basis {
                let along = dot(direction, &multipliers);
                multipliers.iter_mut().zip(direction).for_each(|(u, d)| *u -= along * d);
            }
        }
        multipliers
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn norm(a: &[f64]) -> f64 {
    libm::sqrt(dot(a, a))
}

/// The weight that multipliers give each profile, and the right-hand side: the inequality "weights
/// times seats <= right-hand side" holds for every lottery.
pub(super) fn combined(rules: &[Rule], multipliers: &[f64], profiles: usize) -> (Vec<f64>, f64) {
    let mut weights = vec![0.0; profiles];
    let mut most = 0.0;
    for ((terms, low, high), &u) in rules.iter().zip(multipliers) {
        if u != 0.0 {
            terms.iter().for_each(|&(t, a)| weights[t as usize] += u * a);
            most += u * if u > 0.0 { high } else { low };
        }
    }
    (weights, most)
}

/// For each rule whether the equations among the rules fix its left-hand side, so that it need not be
/// said again: a repeated equation costs an interior-point method seven digits (seen on the Geneva pool,
/// where every quota is exact), an inequality that is fixed costs it its interior. Gaussian elimination
/// modulo a prime.
fn implied(rules: &[Rule], columns: usize) -> Vec<bool> {
    let mut kept: Vec<(usize, Vec<u64>)> = Vec::new();
    let mut implied = vec![false; rules.len()];
    let equation = |rule: &Rule| rule.1 == rule.2;
    let order = (0..rules.len())
        .filter(|&r| equation(&rules[r]))
        .chain((0..rules.len()).filter(|&r| !equation(&rules[r])));
    for r in order {
        let mut vector = vec![0; columns];
        for &(i, a) in &rules[r].0 {
            vector[i as usize] = (a as i64).rem_euclid(PRIME as i64) as u64;
        }
        for (pivot, basis) in &kept {
            let factor = vector[*pivot];
            if factor != 0 {
                vector.iter_mut().zip(basis).for_each(|(v, b)| *v = (*v + (PRIME - factor) * b) % PRIME);
            }
        }
        match vector.iter().position(|&v| v != 0) {
            None => implied[r] = true,
            Some(pivot) if equation(&rules[r]) => {
                let inverse = inverse(vector[pivot]);
                vector.iter_mut().for_each(|v| *v = *v * inverse % PRIME);
                kept.push((pivot, vector));
            }
            Some(_) => {}
        }
    }
    implied
}

const PRIME: u64 = 2_147_483_647;

/// Inverse modulo the prime, by Fermat's little theorem.
fn inverse(value: u64) -> u64 {
    let (mut base, mut exponent, mut result) = (value, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}
