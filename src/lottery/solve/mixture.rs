//! Weights for panels so that their average is a given point. Imports `lottery::problem` and `dense`.
//!
//! Of all weights w >= 0 with sum_j w_j c_j = x, the ones nearest to equal weights are
//! w_j = max(0, w0 + c_j.u) for some u (one number a profile). Finding u is a convex problem without
//! constraints whose gradient is piecewise linear, so a Newton method with a line search ends after a
//! few steps (semismooth Newton; Qi and Sun 1993). A ridge of size [`SOFTNESS`] keeps u finite where no
//! such weights exist: then the residual is SOFTNESS times u, about the shortest way from the panels'
//! hull to x, and u separates the two: the direction in which to look for another panel.

use super::dense::Lower;
use crate::lottery::problem::Panel;

/// Outcome of [`fit`].
pub struct Fit {
    /// One weight a panel, not negative.
    pub weights: Vec<f64>,
    /// x minus the weighted average, in seats by profile.
    pub residual: Vec<f64>,
    /// The multipliers u: panels with a great u.c are wanted.
    pub wanted: Vec<f64>,
    /// Newton steps taken.
    pub steps: u32,
}

/// Fits weights to `target` (seats by profile), from the multipliers `start` if there are any. Takes at
/// most `limit` Newton steps.
pub fn fit(panels: &[Panel], target: &[f64], start: Option<Vec<f64>>, limit: u32) -> Fit {
    let n = target.len();
    let equal = 1.0 / panels.len() as f64;
    let mut u = start.unwrap_or_else(|| vec![0.0; n]);
    let weigh = |u: &[f64]| -> Vec<f64> {
        let lean = |panel: &Panel| panel.0.iter().map(|&(t, c)| f64::from(c) * u[t as usize]).sum::<f64>();
        panels.iter().map(|panel| (equal + lean(panel)).max(0.0)).collect()
    };
    let shortfall = |weights: &[f64]| -> Vec<f64> {
        let mut left = target.to_vec();
        for (panel, &w) in panels.iter().zip(weights).filter(|(_, w)| **w > 0.0) {
            panel.0.iter().for_each(|&(t, c)| left[t as usize] -= w * f64::from(c));
        }
        left
    };
    // The dual to be minimised, scaled so that equal weights count as 1.
    let value = |u: &[f64], weights: &[f64]| -> f64 {
        let half: f64 = weights.iter().map(|w| w * w).sum::<f64>() / 2.0;
        half + u.iter().zip(target).map(|(u, x)| SOFTNESS / 2.0 * u * u - u * x).sum::<f64>()
    };
    let downhill = |u: &[f64], residual: &[f64]| -> Vec<f64> {
        residual.iter().zip(u).map(|(r, u)| r - SOFTNESS * u).collect()
    };
    let mut weights = weigh(&u);
    let mut residual = shortfall(&weights);
    let mut gradient = downhill(&u, &residual);
    let mut steps = 0;
    while steps < limit && gradient.iter().any(|g| g.abs() > PRECISION) {
        steps += 1;
        let mut matrix = Lower::zero(n);
        for (panel, _) in panels.iter().zip(&weights).filter(|(_, w)| **w > 0.0) {
            for (i, &(t, c)) in panel.0.iter().enumerate() {
                for &(s, d) in &panel.0[..=i] {
                    matrix.add(t as usize, s as usize, f64::from(c * d));
                }
            }
        }
        (0..n).for_each(|i| matrix.add(i, i, SOFTNESS));
        matrix.factorise(SOFTNESS * 1e-3);
        let mut step = gradient.clone();
        matrix.solve(&mut step);
        // Armijo: the slope along the step is -gradient.step.
        let slope: f64 = gradient.iter().zip(&step).map(|(r, s)| r * s).sum();
        let now = value(&u, &weights);
        let mut length = 1.0;
        loop {
            let next: Vec<f64> = u.iter().zip(&step).map(|(u, s)| u + length * s).collect();
            let next_weights = weigh(&next);
            if value(&next, &next_weights) <= now - 1e-4 * length * slope || length < 1e-6 {
                (u, weights) = (next, next_weights);
                break;
            }
            length /= 2.0;
        }
        residual = shortfall(&weights);
        gradient = downhill(&u, &residual);
    }
    Fit { weights, residual, wanted: u, steps }
}

/// Ridge on the multipliers. With weights of the size of 1/panels the multipliers are far below 1 when x
/// can be met, and the ridge leaves a residual far below a ticket.
const SOFTNESS: f64 = 1e-10;
/// Gradient, in seats, at which to stop.
const PRECISION: f64 = 1e-12;
