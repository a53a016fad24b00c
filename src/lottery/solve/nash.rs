//! The chances with the largest product over the quota polytope, and the multipliers that prove it.
//! Imports `lottery::certificate`, `backend` and `levels`.
//!
//! Newton's method: around the chances so far, sum n log p is replaced by its quadratic model, whose best
//! point within the rules is one convex quadratic programme. The sum is self-concordant, so damped steps
//! always arrive, and the last ones square the error (Nesterov and Nemirovskii 1994). The duals of the last
//! programme are the multipliers of the rules: at the optimum, 1 / p is their sum over the rules that count
//! the profile, and less than that only for profiles that are certain of their seats.

use super::backend::{Outcome, Programme};
use super::exact::{self, Equations};
use super::levels::{Chances, NoChances, Rule, System, combined};
use crate::lottery::certificate::{Multipliers, Near, Overall, Text, Whole};
use crate::lottery::overall::PARTS;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::Signed;

/// Most Newton steps; some six to ten are usual.
const STEPS: usize = 100;
/// Mean square of the relative step at which to stop: the error left is of that size.
const CLOSE: f64 = 1e-17;
/// Mean square of a step that may be nothing but the rounding of an interior-point method.
const ROUNDING: f64 = 1e-12;
/// How far, in seats, a rule may be from an end to be put there.
const TIGHT: f64 = 1e-8;

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
        let near = self.near(&rules, &done.chance, &multipliers);
        done.overall = Some(Overall { near, why: self.in_parts(&multipliers) });
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
    fn in_parts(&self, multipliers: &[f64]) -> Multipliers<Whole> {
        let whole: Vec<BigInt> =
            multipliers.iter().map(|u| exact::rounded(u * PARTS as f64).into()).collect();
        let mut multipliers = self.sparse(&whole);
        multipliers.cuts.retain(|(_, w)| w.0.is_positive());
        multipliers
    }

    /// Chances within a hair of these that meet every rule exactly; `None` if none were found. Rules that the
    /// multipliers lean on, or that are all but at an end, are exactly at it, and whoever is certain has every seat.
    fn near(&self, rules: &[Rule], chance: &[f64], multipliers: &[f64]) -> Option<Near> {
        let n = self.problem.profiles();
        let size = |t: usize| f64::from(self.problem.sizes[t]);
        let (weights, _) = combined(rules, multipliers, n);
        // Of whoever is not certain the weight is 1 / chance, which is at least 1.
        let certain = |t: usize| 1.0 - weights[t] > 1.0 - chance[t];
        let fixed: Vec<Option<u32>> = (0..n)
            .map(|t| match self.possible[t] {
                false => Some(0),
                true => certain(t).then_some(self.problem.sizes[t]),
            })
            .collect();
        let free: Vec<usize> = (0..n).filter(|&t| fixed[t].is_none()).collect();
        let mut column = vec![usize::MAX; n];
        free.iter().enumerate().for_each(|(i, &t)| column[t] = i);
        let seats: Vec<f64> = free.iter().map(|&t| chance[t] * size(t)).collect();
        let prefer: Vec<f64> = free.iter().zip(&seats).map(|(&t, x)| x.min(size(t) - x)).collect();
        let mut equations = Equations::new(free.len());
        for ((terms, low, high), &u) in rules.iter().zip(multipliers) {
            let sum: f64 = terms.iter().map(|&(t, a)| a * size(t as usize) * chance[t as usize]).sum();
            let end = if u > 0.0 || u == 0.0 && high - sum < sum - low { *high } else { *low };
            if u == 0.0 && low != high && (sum - end).abs() > TIGHT {
                continue;
            }
            let held: i64 =
                terms.iter().filter_map(|&(t, a)| fixed[t as usize].map(|x| a as i64 * i64::from(x))).sum();
            let open = terms.iter().filter(|(t, _)| column[*t as usize] != usize::MAX);
            let terms: Vec<(usize, i64)> = open.map(|&(t, a)| (column[t as usize], a as i64)).collect();
            equations.add(&terms, exact::rounded(end) as i64 - held, &prefer);
        }
        let parts = 1u64 << 44;
        let found = equations.solution(|i| exact::rounded(seats[i] * parts as f64), parts.into())?;
        let finer = found.iter().fold(BigInt::from(1), |finer, x| finer.lcm(x.denom()));
        let parts = BigInt::from(parts) * &finer;
        let mut seats: Vec<Whole> = fixed.iter().map(|x| Text(&parts * x.unwrap_or(0))).collect();
        free.iter().zip(&found).for_each(|(&t, x)| seats[t] = Text(x.numer() * (&finer / x.denom())));
        Some(Near { parts: Text(parts), seats })
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
