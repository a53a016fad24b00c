//! Goldilocks chances over the quota polytope: neither too low nor too high; and the multipliers that
//! prove it. Imports `lottery::certificate`, `backend` and `levels`.
//!
//! With chances in units of k/n, the measure is max + 1 / min (Baharav and Flanigan 2024, gamma = 1). Only
//! 1 / min is not linear, and of one number: Newton's method on its quadratic model ends in a few convex
//! quadratic programmes. Between the smallest and the largest chance that this finds, chances are as even as
//! possible (least squares around k/n), by one more programme.

use super::backend::{Outcome, Programme};
use super::levels::{Chances, End, NoChances, Rule, State, System, View, combined};
use crate::lottery::certificate::Overall;

/// Most Newton steps; three to six are usual.
const STEPS: usize = 60;
/// Relative step at which to stop: the error left is its square.
const CLOSE: f64 = 1e-9;
/// Relative step that may be nothing but the rounding of an interior-point method.
const ROUNDING: f64 = 1e-6;
/// How far, in seats, a rule may be off before the evening out counts as failed.
const MET: f64 = 1e-9;

/// The best smallest and largest chance, a point that has them, and the multipliers of the rules. Chances
/// are in units of k/n.
struct Range {
    low: f64,
    high: f64,
    point: Vec<f64>,
    multipliers: Vec<f64>,
}

impl System<'_> {
    /// The chances with the least measure, over those who can be on some panel.
    ///
    /// The first level of maximin says who cannot; if that level is 0, it is returned alone.
    pub fn goldilocks(&self) -> Result<Chances, NoChances> {
        let mut done = self.maximin()?;
        let Some((rules, view)) = self.opened(&mut done) else { return Ok(done) };
        let people: f64 = view.free.iter().map(|&t| f64::from(self.problem.sizes[t])).sum();
        let even = f64::from(self.problem.seats) / people;
        let start: Vec<f64> = view.free.iter().map(|&t| done.chance[t] / even).collect();
        let mut range = self.range(&view, even, &start, &mut done.work)?;
        for (&t, p) in view.free.iter().zip(&range.point) {
            done.chance[t] = p * even;
        }
        self.drop_loose(&rules, &done.chance, &mut range.multipliers);
        done.overall = Some(Overall { near: None, why: self.whole(&range.multipliers) });
        // Who is at an end of the range in every best lottery stays there; with a width that only rounding
        // needs, if the programme is too narrow without.
        for width in [0.0, 1e-9, 1e-8] {
            let state = if width == 0.0 { self.held(&rules, &view, even, &range) } else { None };
            let state = state.unwrap_or_else(|| State::new(self.problem.profiles(), rules.len()));
            let (low, high) = (range.low * (1.0 - width) * even, range.high * (1.0 + width) * even);
            if self.even_out(&rules, &state, (low, high.min(1.0)), even, &mut done) {
                return Ok(done);
            }
        }
        Err(NoChances::Numeric)
    }

    /// Newton's method for the smallest and the largest chance.
    fn range(&self, view: &View, even: f64, start: &[f64], work: &mut u64) -> Result<Range, NoChances> {
        let free = view.free.len();
        let (least, most) = (free, free + 1);
        let mut low = start.iter().copied().fold(f64::INFINITY, f64::min);
        let mut high = start.iter().copied().fold(0.0, f64::max);
        let mut before = f64::INFINITY;
        for step in 1..=STEPS {
            let mut programme = Programme::new(free + 2);
            let mut numbers = vec![None; view.rules.len()];
            for (r, (terms, min, max)) in view.rules.iter().enumerate().filter(|(r, _)| !view.implied[*r]) {
                let size = |i: u32| f64::from(self.problem.sizes[view.free[i as usize]]);
                let scaled = terms.iter().map(|&(i, a)| (i as usize, a * size(i) * even)).collect();
                numbers[r] = Some(programme.row(scaled, *min, *max));
            }
            for i in 0..free {
                programme.row(vec![(i, 1.0), (least, -1.0)], 0.0, f64::INFINITY);
                programme.row(vec![(most, 1.0), (i, -1.0)], 0.0, f64::INFINITY);
            }
            programme.row(vec![(least, 1.0)], 0.0, f64::INFINITY);
            programme.row(vec![(most, 1.0)], f64::NEG_INFINITY, 1.0 / even);
            programme.quadratic = vec![0.0; free + 2];
            programme.quadratic[least] = 2.0 / (low * low * low);
            programme.cost[least] = -3.0 / (low * low);
            programme.cost[most] = 1.0;
            let answer = programme.solve();
            *work += u64::from(answer.iterations);
            if answer.outcome != Outcome::Point {
                return Err(NoChances::Numeric);
            }
            let (down, up) = (answer.x[least] - low, answer.x[most] - high);
            // The slope of the measure along the step, which the measure itself must follow far enough.
            let slope = up - down / (low * low);
            let change = |length: f64| up * length + 1.0 / (low + length * down) - 1.0 / low;
            let mut length = 1.0;
            while length > 1e-6
                && (low + length * down <= 0.0 || change(length) > 0.1 * length * slope + 1e-12)
            {
                length /= 2.0;
            }
            (low, high) = (low + length * down, high + length * up);
            // Near the end only rounding is left, and no step makes it smaller. What is left over is in the gap.
            let part = down.abs() / low;
            let settled = part <= CLOSE || (part <= ROUNDING && part >= before) || step == STEPS;
            before = part;
            if length == 1.0 && settled {
                let multipliers = numbers.iter().map(|r| r.map_or(0.0, |r: usize| answer.duals[r]));
                let point = answer.x[..free].to_vec();
                return Ok(Range { low, high, point, multipliers: multipliers.collect() });
            }
        }
        Err(NoChances::Numeric)
    }

    /// Profiles that the multipliers hold at an end of the range, and rules that they hold fast, as if an
    /// earlier level had settled them; `None` if everybody is in between.
    fn held(&self, rules: &[Rule], view: &View, even: f64, range: &Range) -> Option<State> {
        let n = self.problem.profiles();
        let (weights, _) = combined(rules, &range.multipliers, n);
        let mut state = State::new(n, rules.len());
        let mut any = false;
        for (&t, p) in view.free.iter().zip(&range.point) {
            let weight = weights[t] * f64::from(self.problem.sizes[t]) * even;
            let end = if weight > p - range.low {
                range.low
            } else if -weight > range.high - p {
                range.high
            } else {
                continue;
            };
            state.settled[t] = Some((end * even).min(1.0));
            any = true;
        }
        for (fast, &u) in state.fast.iter_mut().zip(&range.multipliers).filter(|(_, u)| **u != 0.0) {
            *fast = Some(if u > 0.0 { End::High } else { End::Low });
        }
        any.then_some(state)
    }

    /// Chances as even as possible within a range; whether that came out.
    fn even_out(
        &self,
        rules: &[Rule],
        state: &State,
        (low, high): (f64, f64),
        even: f64,
        done: &mut Chances,
    ) -> bool {
        let view = self.narrow(rules, state);
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let mut chance: Vec<f64> = (0..self.problem.profiles())
            .map(|t| view.constants[t].map_or(0.0, |seats| seats / size(t)))
            .collect();
        if !view.free.is_empty() {
            let mut programme = Programme::new(view.free.len());
            for (terms, min, max) in
                view.rules.iter().zip(&view.implied).filter(|(_, implied)| !**implied).map(|(rule, _)| rule)
            {
                let scaled = terms.iter().map(|&(i, a)| (i as usize, a * size(view.free[i as usize]) * even));
                programme.row(scaled.collect(), *min, *max);
            }
            for (i, &t) in view.free.iter().enumerate() {
                programme.row(vec![(i, 1.0)], low / even, high / even);
                programme.cost[i] = -size(t);
                programme.quadratic.push(size(t));
            }
            let answer = programme.solve();
            done.work += u64::from(answer.iterations);
            if answer.outcome != Outcome::Point {
                return false;
            }
            for (&t, p) in view.free.iter().zip(&answer.x) {
                chance[t] = (p * even).clamp(low, high);
            }
        }
        let met = rules.iter().all(|(terms, min, max)| {
            let sum: f64 = terms.iter().map(|&(t, a)| a * size(t as usize) * chance[t as usize]).sum();
            min - MET <= sum && sum <= max + MET
        });
        if met {
            done.chance = chance;
        }
        met
    }
}
