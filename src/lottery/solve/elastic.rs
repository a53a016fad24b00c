//! The least that quotas must give way within given limits: a linear programme over fractional panels,
//! and a bound from it that holds exactly. Imports `lottery::problem` and `backend`.
//!
//! Beside the seats x of each profile there are steps: a[r] seats by which the minimum of row r is
//! lowered, b[r] seats by which its maximum is raised. With y, z >= 0 and l of any sign,
//!
//! ```text
//! cost(a, b) >= sum_r y[r]*min[r] - sum_r z[r]*max[r] + l*seats
//!               + least over the box of  sum_t x[t]*(sum_r (z[r]-y[r]) - l) + (w-y)*a + (1-z)*b
//! ```
//!
//! for every a, b for which some panel, fractional or not, meets the loosened quotas, because each rule
//! multiplied by its number may be added. So the solver's duals, rounded to whole numbers, give a bound
//! that needs no trust in the solver.

use super::backend::{Outcome, Programme};
use crate::lottery::problem::Problem;

/// Steps of each row: how far the minimum is lowered and the maximum raised.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Steps {
    /// One number for each minimum, then one for each maximum.
    pub by: Vec<u32>,
}

impl Steps {
    /// Whether every step is at least as far as in `other`.
    pub fn covers(&self, other: &Steps) -> bool {
        self.by.iter().zip(&other.by).all(|(a, b)| a >= b)
    }
}

/// Lower and upper limits of the steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// At least so far.
    pub low: Steps,
    /// At most so far.
    pub high: Steps,
}

/// What the programme says of one set of limits.
pub struct Relaxed {
    /// No repair within the limits costs less; infinite where there is none.
    pub bound: f64,
    /// The steps of the cheapest fractional repair.
    pub steps: Vec<f64>,
    /// Iterations taken.
    pub iterations: u32,
}

/// Bounds are computed in this many parts of one.
const SCALE: f64 = (1u64 << 40) as f64;

/// Solves the programme for `limits`. Lowering the minimum of row r costs `weights[r]` a step, raising a
/// maximum costs 1.
pub fn relax(problem: &Problem, weights: &[f64], limits: &Limits) -> Relaxed {
    let (profiles, rows) = (problem.profiles(), problem.rows.len());
    let mut programme = Programme::new(profiles + 2 * rows);
    programme.rough = true;
    let most = |t: usize| f64::from(problem.sizes[t].min(problem.seats));
    let seats = f64::from(problem.seats);
    let total = programme.row((0..profiles).map(|t| (t, 1.0)).collect(), seats, seats);
    let mut numbers = vec![None; 2 * rows];
    for (r, row) in problem.rows.iter().enumerate() {
        let held: Vec<(usize, f64)> = row.profiles.iter().map(|&t| (t as usize, 1.0)).collect();
        let reach: f64 = row.profiles.iter().map(|&t| most(t as usize)).sum();
        // A rule that every panel keeps is left out: it would only cost accuracy.
        if row.min > 0 {
            let terms = held.iter().copied().chain([(profiles + r, 1.0)]).collect();
            numbers[r] = Some(programme.row(terms, f64::from(row.min), f64::INFINITY));
        }
        if f64::from(row.max) < reach.min(seats) {
            let terms = held.into_iter().chain([(profiles + rows + r, -1.0)]).collect();
            numbers[rows + r] = Some(programme.row(terms, f64::NEG_INFINITY, f64::from(row.max)));
        }
    }
    (0..profiles).for_each(|t| {
        programme.row(vec![(t, 1.0)], 0.0, most(t));
    });
    for (i, (&low, &high)) in limits.low.by.iter().zip(&limits.high.by).enumerate() {
        programme.cost[profiles + i] = weight(weights, i);
        programme.row(vec![(profiles + i, 1.0)], f64::from(low), f64::from(high));
    }
    let answer = programme.solve();
    // Duals of rules that hold from below are negative: see the backend.
    let dual = |row: Option<usize>, sign: f64| row.map_or(0.0, |r| (sign * answer.duals[r]).max(0.0));
    let lean: Vec<f64> = (0..2 * rows).map(|i| dual(numbers[i], if i < rows { -1.0 } else { 1.0 })).collect();
    let seat = -answer.duals[total];
    let bound = match answer.outcome {
        Outcome::Point => bound(problem, weights, limits, &lean, seat),
        Outcome::Contradiction
            if bound_at(problem, &|_| 0, limits, &lean, seat, largest(&lean, seat))
                .is_some_and(|b| b > 0) =>
        {
            f64::INFINITY
        }
        // Nothing was learnt but that steps that must be made cost what they cost.
        Outcome::Contradiction | Outcome::Lost => bound(problem, weights, limits, &[], 0.0),
    };
    let steps = answer.x[profiles..].to_vec();
    Relaxed { bound, steps, iterations: answer.iterations }
}

fn weight(weights: &[f64], step: usize) -> f64 {
    weights.get(step).copied().unwrap_or(1.0)
}

fn largest(lean: &[f64], seat: f64) -> f64 {
    lean.iter().copied().fold(seat.abs(), f64::max).max(f64::MIN_POSITIVE)
}

/// The bound of the module's formula, rounded down.
fn bound(problem: &Problem, weights: &[f64], limits: &Limits, lean: &[f64], seat: f64) -> f64 {
    let cost = |i: usize| libm::floor(weight(weights, i) * SCALE) as i128;
    bound_at(problem, &cost, limits, lean, seat, 1.0).map_or(0.0, |whole| whole as f64 / SCALE).max(0.0)
}

/// The same in parts of [`SCALE`], with multipliers divided by `unit`; `None` if a sum overflows.
fn bound_at(
    problem: &Problem,
    cost: &dyn Fn(usize) -> i128,
    limits: &Limits,
    lean: &[f64],
    seat: f64,
    unit: f64,
) -> Option<i128> {
    let rows = problem.rows.len();
    let whole = |u: f64| libm::round(u / unit * SCALE) as i128;
    let lean: Vec<i128> = (0..2 * rows).map(|i| lean.get(i).map_or(0, |&u| whole(u))).collect();
    let seat = whole(seat);
    let mut sum = seat.checked_mul(i128::from(problem.seats))?;
    let mut weights = vec![seat.checked_neg()?; problem.profiles()];
    for (r, row) in problem.rows.iter().enumerate() {
        let (y, z) = (lean[r], lean[rows + r]);
        sum = sum.checked_add(y.checked_mul(i128::from(row.min))?)?;
        sum = sum.checked_sub(z.checked_mul(i128::from(row.max))?)?;
        for &t in &row.profiles {
            weights[t as usize] = weights[t as usize].checked_add(z.checked_sub(y)?)?;
        }
    }
    for (&weight, &people) in weights.iter().zip(&problem.sizes) {
        sum = sum.checked_add(weight.min(0).checked_mul(i128::from(people.min(problem.seats)))?)?;
    }
    for (i, (&low, &high)) in limits.low.by.iter().zip(&limits.high.by).enumerate() {
        let rest = cost(i).checked_sub(lean[i])?;
        sum = sum.checked_add(rest.checked_mul(i128::from(if rest > 0 { low } else { high }))?)?;
    }
    Some(sum)
}
