//! The fairest chances that the quotas allow: leximin and maximin over the quota polytope, one small
//! linear programme a level. Imports `lottery::{problem, certificate}`, `backend` and `exact`.
//!
//! The interior-point method says which rules and profiles hold a level down (strict complementarity); the
//! multipliers that say so exactly, and with them the level's exact value, are then a small linear system
//! (`exact`). A profile is settled at a level only if its exact weight there is positive. Whether all of it
//! together is right is not decided here but by [`fairest`](crate::lottery::fairest::fairest).

use super::backend::{Outcome, Programme};
use super::exact::{self, Equations};
use crate::lottery::certificate::{Cut, Exact, Level, Multipliers, Overall, Text, Whole, nearly};
use crate::lottery::problem::Problem;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// From here on the level is certainty.
const CERTAIN: f64 = 1.0 - 2e-8;
/// Multipliers that are not exact are rounded to whole numbers of at most this size, so that rounding does not
/// move a bound by a part in 10^15.
const SCALE: f64 = (1u64 << 56) as f64;
/// How far from the interior-point method's level the exact one may be.
const ACCURACY: f64 = 1e-6;
/// Bits to which multipliers that may be chosen are rounded, in the order tried: few keep numbers small.
const BITS: [u32; 6] = [4, 10, 18, 28, 38, 48];
/// How much more room than a multiplier a rule must have to count as loose, and the same for profiles, in the
/// order tried.
const LOOSE: [f64; 5] = [1.0, 1e-3, 1e3, 1e-5, 1e5];
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
    pub overall: Option<Overall>,
    /// Interior-point iterations.
    pub work: u64,
}

impl Chances {
    /// Expected seats of each profile.
    pub fn seats(&self, sizes: &[u32]) -> Vec<f64> {
        self.chance.iter().zip(sizes).map(|(p, &n)| p * f64::from(n)).collect()
    }
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
    /// Chance promised to each settled profile.
    pub settled: Vec<Option<f64>>,
    /// Open profiles that are certain of all their seats.
    pub certain: Vec<bool>,
    /// Rules held fast at one end.
    pub fast: Vec<Option<End>>,
    exact: Promised,
}

/// The exact chances of the levels so far, in parts of 1 / `parts`.
struct Promised {
    parts: BigInt,
    levels: Vec<(Vec<u32>, BigInt)>,
}

impl Promised {
    fn add(&mut self, settled: &[u32], value: &Exact) {
        let parts = self.parts.lcm(value.denom());
        let times = &parts / &self.parts;
        if !times.is_one() {
            self.levels.iter_mut().for_each(|(_, numerator)| *numerator *= &times);
        }
        self.levels.push((settled.to_vec(), value.numer() * (&parts / value.denom())));
        self.parts = parts;
    }
}

impl State {
    pub fn new(profiles: usize, rules: usize) -> Self {
        Self {
            settled: vec![None; profiles],
            certain: vec![false; profiles],
            fast: vec![None; rules],
            exact: Promised { parts: BigInt::one(), levels: Vec::new() },
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
        let step = self.level(rules, state)?;
        done.work += step.work;
        let level = self.settle(rules, &step, state)?;
        let z = level.chance();
        for &t in &level.settled {
            state.settled[t as usize] = Some(z);
            done.chance[t as usize] = z;
        }
        state.exact.add(&level.settled, &level.value.0);
        let settled = level.settled.len();
        done.levels.push(level);
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
        (0..n).filter(|&t| state.certain[t]).for_each(|t| done.chance[t] = 1.0);
        Ok(done)
    }

    /// For an objective without levels: drops the one level of maximin, from whose chances it starts, and
    /// gives the rules, and how they look with nobody settled. `None`, and nothing dropped, if that level
    /// is 0.
    pub(super) fn opened(&self, done: &mut Chances) -> Option<(Vec<Rule>, View)> {
        if done.levels.first().is_none_or(|level| level.value.0.is_zero()) {
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
                Some(v) => Some(v * f64::from(self.problem.sizes[t])),
                None => state.certain[t].then(|| f64::from(self.problem.sizes[t])),
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
                    Some(End::High) => (high, high),
                    Some(End::Low) => (low, low),
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
        let first = state.exact.levels.is_empty();
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

    /// Multipliers as whole numbers.
    pub(super) fn whole(&self, multipliers: &[f64]) -> Multipliers<Whole> {
        let largest = multipliers.iter().map(|u| u.abs()).fold(0.0, f64::max);
        if largest == 0.0 || !largest.is_finite() {
            return Multipliers::default();
        }
        let whole: Vec<BigInt> =
            multipliers.iter().map(|u| exact::rounded(u / largest * SCALE).into()).collect();
        let mut multipliers = self.sparse(&whole);
        multipliers.cuts.retain(|(_, w)| w.0.is_positive());
        multipliers
    }

    /// Multipliers, one a rule, in the form of a certificate.
    pub(super) fn sparse(&self, whole: &[BigInt]) -> Multipliers<Whole> {
        let list = |of: &[BigInt]| {
            let numbered = of.iter().zip(0..).filter(|(u, _)| !u.is_zero());
            numbered.map(|(u, i)| (i, Text(u.clone()))).collect()
        };
        let (rows, cuts) = whole[1..].split_at(self.problem.rows.len());
        Multipliers { seats: Text(whole[0].clone()), rows: list(rows), cuts: list(cuts) }
    }

    /// The level, exactly. Notes rules that are held fast and profiles that are certain from here on.
    fn settle(&self, rules: &[Rule], step: &Step, state: &mut State) -> Result<Level, NoChances> {
        let n = self.problem.profiles();
        let open: Vec<usize> = (0..n).filter(|&t| state.settled[t].is_none() && self.possible[t]).collect();
        let ids = |list: &[usize]| list.iter().map(|&t| t as u32).collect::<Vec<u32>>();
        if step.reached >= CERTAIN {
            // Everybody left is certain of a seat; there is nothing to prove.
            let value = Text(Exact::from_integer(1.into()));
            return Ok(Level { settled: ids(&open), value, why: Multipliers::default() });
        }
        let free: Vec<usize> = open.iter().copied().filter(|&t| !state.certain[t]).collect();
        let proof = LOOSE.iter().find_map(|&factor| self.prove(rules, step, state, &free, factor));
        let Some(Proof { multipliers, weights, value }) = proof else {
            return self.unproved(rules, step, &free);
        };
        for ((fast, u), (_, low, high)) in state.fast.iter_mut().zip(&multipliers).zip(rules) {
            if fast.is_none() && !u.is_zero() && low != high {
                *fast = Some(if u.is_positive() { End::High } else { End::Low });
            }
        }
        let mut settled = Vec::new();
        for (&t, weight) in free.iter().zip(&weights) {
            if weight.is_positive() {
                settled.push(t as u32);
            } else if weight.is_negative() {
                state.certain[t] = true;
            }
        }
        Ok(Level { settled, value: Text(value), why: self.sparse(&multipliers) })
    }

    /// A level of which no exact proof was found: it settles whom the multipliers weigh most, at the chance that was
    /// reached. The lottery is then not called optimal.
    fn unproved(&self, rules: &[Rule], step: &Step, free: &[usize]) -> Result<Level, NoChances> {
        let (weights, _) = combined(rules, &step.multipliers, self.problem.profiles());
        let weight = |t: usize| weights[t] * f64::from(self.problem.sizes[t]);
        let mut settled: Vec<usize> =
            free.iter().copied().filter(|&t| weight(t) > (step.point[t] - step.reached).max(1e-6)).collect();
        if settled.is_empty() {
            settled.extend(free.iter().copied().max_by(|&a, &b| weight(a).total_cmp(&weight(b))));
        }
        if settled.is_empty() {
            return Err(NoChances::Numeric);
        }
        let parts = 1_000_000_000_000_i64;
        let value =
            Exact::new(exact::rounded(step.reached.clamp(0.0, 1.0) * parts as f64).into(), parts.into());
        let settled = settled.into_iter().map(|t| t as u32).collect();
        Ok(Level { settled, value: Text(value), why: self.whole(&step.multipliers) })
    }

    /// The exact multipliers near those found: zero on rules with room to spare, and weighing nothing on profiles
    /// strictly between the level and 1, as those of an optimum must (complementary slackness). `None` if there are
    /// none with the right signs.
    fn prove(
        &self,
        rules: &[Rule],
        step: &Step,
        state: &State,
        free: &[usize],
        factor: f64,
    ) -> Option<Proof> {
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let near = &step.multipliers;
        let (weights, _) = combined(rules, near, self.problem.profiles());
        let used: Vec<usize> = (0..rules.len())
            .filter(|&r| {
                let (terms, low, high) = &rules[r];
                let sum: f64 =
                    terms.iter().map(|&(t, a)| a * size(t as usize) * step.point[t as usize]).sum();
                let loose = (sum - low).min(high - sum) > near[r].abs() * factor;
                near[r] != 0.0 && (low == high || state.fast[r].is_some() || !loose)
            })
            .collect();
        let mut counted: Vec<Vec<(usize, i64)>> = vec![Vec::new(); self.problem.profiles()];
        for (at, &r) in used.iter().enumerate() {
            rules[r].0.iter().for_each(|&(t, a)| counted[t as usize].push((at, a as i64)));
        }
        let weightless: Vec<bool> = free
            .iter()
            .map(|&t| {
                let weight = weights[t] * size(t);
                weight * factor <= step.point[t] - step.reached && -weight * factor <= 1.0 - step.point[t]
            })
            .collect();
        let prefer: Vec<f64> = used.iter().map(|&r| near[r].abs()).collect();
        let mut equations = Equations::new(used.len());
        for (&t, _) in free.iter().zip(&weightless).filter(|(_, weightless)| **weightless) {
            equations.add(&counted[t], 0, &prefer);
        }
        let largest = prefer.iter().copied().fold(0.0, f64::max);
        let once = equations.freedom() == 1;
        BITS.iter().take(if once { 1 } else { BITS.len() }).find_map(|&bits| {
            let scale = (1u64 << bits) as f64 / largest;
            let choose = |at: usize| {
                let u = near[used[at]];
                if once { if u > 0.0 { 1 } else { -1 } } else { exact::rounded(u * scale) }
            };
            let whole = exact::in_proportion(&equations.solution(choose, 1)?);
            let signed = used.iter().zip(&whole).all(|(&r, u)| {
                rules[r].1 == rules[r].2 || state.fast[r].is_some() || exact::agrees(u, near[r])
            });
            let weigh = |t: usize| counted[t].iter().map(|&(at, a)| &whole[at] * a).sum::<BigInt>();
            let exact_weights: Vec<BigInt> = free.iter().map(|&t| weigh(t)).collect();
            let fits = free.iter().zip(&weightless).zip(&exact_weights).all(|((&t, &weightless), weight)| {
                if weightless { weight.is_zero() } else { exact::agrees(weight, weights[t]) }
            });
            if !signed || !fits {
                return None;
            }
            let mut multipliers = vec![BigInt::zero(); rules.len()];
            used.iter().zip(whole.iter()).for_each(|(&r, u)| multipliers[r] = u.clone());
            let value = self.value(rules, state, &multipliers, free, &exact_weights, weigh)?;
            let close = (nearly(&value) - step.reached).abs() <= ACCURACY;
            close.then_some(Proof { multipliers, weights: exact_weights, value })
        })
    }

    /// The level's exact value: what the rules leave for the profiles that are weighed, over their weight.
    fn value(
        &self,
        rules: &[Rule],
        state: &State,
        multipliers: &[BigInt],
        free: &[usize],
        weights: &[BigInt],
        weigh: impl Fn(usize) -> BigInt,
    ) -> Option<Exact> {
        // Ends are whole numbers of seats.
        let mut room = BigInt::zero();
        for (((_, low, high), u), fast) in rules.iter().zip(multipliers).zip(&state.fast) {
            let high_end = match fast {
                Some(End::High) => true,
                Some(End::Low) => false,
                None => u.is_positive(),
            };
            if !u.is_zero() {
                room += u * exact::rounded(if high_end { *high } else { *low });
            }
        }
        let size = |t: usize| self.problem.sizes[t];
        let mut spread = BigInt::zero();
        for (&t, weight) in free.iter().zip(weights) {
            if weight.is_positive() { spread += weight * size(t) } else { room -= weight * size(t) }
        }
        let certain =
            (0..self.problem.profiles()).filter(|&t| state.certain[t] && state.settled[t].is_none());
        room -= certain.map(|t| weigh(t) * size(t)).sum::<BigInt>();
        let Promised { parts, levels } = &state.exact;
        room *= parts;
        for (settled, value) in levels {
            let weight: BigInt = settled.iter().map(|&t| weigh(t as usize) * size(t as usize)).sum();
            if !weight.is_zero() {
                room -= weight * value;
            }
        }
        let fits = spread.is_positive() && !room.is_negative();
        fits.then(|| Exact::new(room, spread * parts))
    }
}

/// What proves a level: a multiplier for each rule, the weight of each free profile, the level.
struct Proof {
    multipliers: Vec<BigInt>,
    weights: Vec<BigInt>,
    value: Exact,
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
