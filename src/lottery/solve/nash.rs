//! The chances with the largest product over the quota polytope, and the multipliers that prove it.
//! Imports `lottery::certificate`, `backend` and `levels`.
//!
//! Newton's method: around the chances so far, sum n log p is replaced by its quadratic model, whose best
//! point within the rules is one convex quadratic programme. The sum is self-concordant, so damped steps
//! always arrive, and the last ones square the error (Nesterov and Nemirovskii 1994). The duals of the last
//! programme are the multipliers of the rules: at the optimum, 1 / p is their sum over the rules that count
//! the profile, and less than that only for profiles that are certain of their seats.

use super::backend::{Outcome, Programme};
use super::levels::{Chances, NoChances, Rule, System};
use crate::lottery::certificate::{Multipliers, PARTS};

/// Most Newton steps; some six to ten are usual.
const STEPS: usize = 100;
/// Mean square of the relative step at which to stop: the error left is of that size.
const CLOSE: f64 = 1e-17;
/// Mean square of a step that may be nothing but the rounding of an interior-point method.
const ROUNDING: f64 = 1e-12;

impl System<'_> {
    /// The chances of largest product, over those who can be on some panel.
    ///
    /// The first level of maximin says who cannot, and gives chances to start from that are all positive.
    /// If that level is 0, it is returned alone.
    pub fn nash(&self) -> Result<Chances, NoChances> {
        let mut done = self.maximin()?;
        let Some((rules, view)) = self.opened(&mut done) else { return Ok(done) };
        let size = |i: usize| f64::from(self.problem.sizes[view.free[i]]);
        let people: f64 = (0..view.free.len()).map(size).sum();
        let weight: Vec<f64> = (0..view.free.len()).map(|i| size(i) / people).collect();
        let mut p: Vec<f64> = view.free.iter().map(|&t| done.chance[t]).collect();
        let mut multipliers = vec![0.0; rules.len()];
        let mut before = f64::INFINITY;
        for _ in 0..STEPS {
            // In terms of z = new chance / old chance.
            let mut programme = Programme::new(p.len());
            let mut numbers = vec![None; rules.len()];
            for (r, (terms, low, high)) in view.rules.iter().enumerate().filter(|(r, _)| !view.implied[*r]) {
                let scaled = terms.iter().map(|&(i, a)| (i as usize, a * size(i as usize) * p[i as usize]));
                numbers[r] = Some(programme.row(scaled.collect(), *low, *high));
            }
            for i in 0..p.len() {
                programme.row(vec![(i, 1.0)], 0.0, 1.0 / p[i]);
                programme.cost[i] = -2.0 * weight[i];
                programme.quadratic.push(weight[i]);
            }
            let answer = programme.solve();
            done.work += u64::from(answer.iterations);
            if answer.outcome != Outcome::Point {
                return Err(NoChances::Numeric);
            }
            multipliers =
                numbers.iter().map(|r| r.map_or(0.0, |r: usize| answer.duals[r] * people)).collect();
            let step: Vec<f64> = answer.x.iter().map(|z| z - 1.0).collect();
            let square: f64 = step.iter().zip(&weight).map(|(d, w)| w * d * d).sum();
            let length = if square < 1e-4 { 1.0 } else { damped(&step, &weight) };
            p.iter_mut().zip(&step).for_each(|(p, d)| *p = (*p * (1.0 + length * d)).min(1.0));
            // Near the end only rounding is left, and no step makes it smaller.
            if square < CLOSE || (square < ROUNDING && square >= before) {
                break;
            }
            before = square;
        }
        view.free.iter().zip(&p).for_each(|(&t, &p)| done.chance[t] = p);
        self.drop_loose(&rules, &done.chance, &mut multipliers);
        done.overall = Some(self.in_parts(&multipliers));
        Ok(done)
    }

    /// Takes multipliers off rules that have room to spare: those of an optimum are zero there
    /// (complementary slackness), those of an interior-point method only nearly.
    pub(super) fn drop_loose(&self, rules: &[Rule], chance: &[f64], multipliers: &mut [f64]) {
        for ((terms, low, high), u) in rules.iter().zip(multipliers) {
            let seats = |t: u32| f64::from(self.problem.sizes[t as usize]) * chance[t as usize];
            let sum: f64 = terms.iter().map(|&(t, a)| a * seats(t)).sum();
            if low != high && (sum - low).min(high - sum) > u.abs() {
                *u = 0.0;
            }
        }
    }

    /// Multipliers as whole numbers in the scale of the certificate of Nash: the weight of a profile is
    /// [`PARTS`] over its chance.
    fn in_parts(&self, multipliers: &[f64]) -> Multipliers {
        // Beyond 64 bits the cast saturates: the bound gets worse, not wrong.
        let whole = |u: f64| libm::round(u * PARTS as f64) as i64;
        let sparse = |of: &[f64]| -> Vec<(u32, i64)> {
            of.iter().zip(0..).map(|(&u, i)| (i, whole(u))).filter(|&(_, u)| u != 0).collect()
        };
        let (rows, cuts) = multipliers[1..].split_at(self.problem.rows.len());
        let (rows, mut cuts) = (sparse(rows), sparse(cuts));
        cuts.retain(|&(_, w)| w > 0);
        Multipliers { seats: whole(multipliers[0]), rows, cuts }
    }
}

/// How far to go along a step so that sum w log(1 + d) rises enough (Armijo's rule).
fn damped(step: &[f64], weight: &[f64]) -> f64 {
    let slope: f64 = step.iter().zip(weight).map(|(d, w)| w * d).sum();
    let rise = |length: f64| -> f64 {
        step.iter().zip(weight).map(|(d, w)| w * libm::log((1.0 + length * d).max(0.0))).sum()
    };
    let mut length = 1.0;
    while length > 1e-6 {
        let reached = rise(length);
        if reached.is_finite() && reached >= 0.1 * length * slope {
            break;
        }
        length /= 2.0;
    }
    length
}
