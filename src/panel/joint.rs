//! How many come when reserves fill the places of those who decline, and who comes differs between people. Imports
//! `base`, `forecast`.
//!
//! Of the people drawn, D decline and X come. Of the reserves, R would confirm; min(R, D) take a place, and of these
//! each comes with one chance. D and X belong together, so their joint probabilities are needed. They are the
//! coefficients of a product over people, of (1 - c) w + c (1 - s) + c s z for one who confirms with chance c and then
//! comes with chance s, which is evaluated on the unit circles of w and z and turned back (discrete Fourier
//! transforms; Fernandez and Williams, "Closed-Form Expression for the Poisson-Binomial Probability Density Function",
//! IEEE Trans. Aerosp. Electron. Syst. 46, 2010). Only numbers near the mean are looked at, and only points of the circles
//! where the product has not vanished: thousands of people take milliseconds. Every machine gives the same bits, for the
//! only functions of angles are libm's.

use crate::base::binomial;
use std::ops::RangeInclusive;

/// So many standard deviations, and so many people besides, from the mean: what lies beyond has a probability below
/// 10^-16, by Bernstein's inequality.
const WIDE: f64 = 9.0;
const BESIDE: f64 = 40.0;
/// Products whose logarithm is below this have vanished beside the 16 digits of a number.
const VANISHED: f64 = -50.0;

/// A complex number.
type Complex = (f64, f64);

fn times(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

fn plus(a: Complex, b: Complex) -> Complex {
    (a.0 + b.0, a.1 + b.1)
}

fn scaled(a: Complex, by: f64) -> Complex {
    (a.0 * by, a.1 * by)
}

fn power(mut base: Complex, mut exponent: u32) -> Complex {
    let mut product = (1.0, 0.0);
    while exponent > 0 {
        if exponent & 1 == 1 {
            product = times(product, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    product
}

/// For each number of people its probability that so many come. `reserves` has for each number its probability that so
/// many reserves would confirm, and each who takes a place comes with chance `stay`.
pub fn present(groups: &[Group], reserves: &[f64], stay: f64) -> Vec<f64> {
    let people: u32 = groups.iter().map(|group| group.people).sum();
    let declined = window(groups.iter().map(|g| (g.people, 1.0 - g.confirm)), people);
    let came = window(groups.iter().map(|g| (g.people, g.confirm * g.stay)), people);
    let called = binomial::span(reserves);
    let (fewest, most) = (*declined.start().min(&called.start), *declined.end().min(&called.end));
    let (low, high) = (
        *window([(fewest as u32, stay)], fewest as u32).start(),
        *window([(most as u32, stay)], most as u32).end(),
    );
    let numbers = came.start() + low..=(came.end() + high).min(people as usize);
    let (z, w) = (circle(&numbers), circle(&declined));
    // By how many reserves would confirm: at least so many.
    let mut at_least: Vec<f64> = reserves.to_vec();
    (1..at_least.len()).rev().for_each(|r| at_least[r - 1] += at_least[r]);
    let values: Vec<Complex> =
        z[..=z.len() / 2].iter().map(|&z| value(groups, z, &w, &declined, &at_least, stay)).collect();
    let mut present = vec![0.0; people as usize + 1];
    for number in numbers {
        // The other half of the circle has the conjugate values.
        let part = |(i, value): (usize, &Complex)| {
            let at = z[i * number % z.len()];
            let real = value.0 * at.0 + value.1 * at.1;
            if i == 0 || 2 * i == z.len() { real } else { 2.0 * real }
        };
        let sum: f64 = values.iter().enumerate().map(part).sum();
        present[number] = (sum / z.len() as f64).max(0.0);
    }
    present
}

/// Numbers that the sum of these binomials (how many, chance of each) takes with any probability to speak of.
fn window(rates: impl IntoIterator<Item = (u32, f64)>, most: u32) -> RangeInclusive<usize> {
    let (mut mean, mut variance) = (0.0, 0.0);
    for (people, rate) in rates {
        mean += f64::from(people) * rate;
        variance += f64::from(people) * rate * (1.0 - rate);
    }
    let reach = WIDE * variance.max(0.0).sqrt() + BESIDE;
    let (low, high) = (libm::floor(mean - reach).max(0.0), libm::ceil(mean + reach).min(f64::from(most)));
    low as usize..=high as usize
}

/// As many points of the unit circle as there are numbers.
fn circle(numbers: &RangeInclusive<usize>) -> Vec<Complex> {
    let points = numbers.end() - numbers.start() + 1;
    let angle = |i: usize| 2.0 * std::f64::consts::PI * i as f64 / points as f64;
    (0..points).map(|i| (libm::cos(angle(i)), libm::sin(angle(i)))).collect()
}

/// The generating function of how many come, at `z`.
fn value(
    groups: &[Group],
    z: Complex,
    w: &[Complex],
    declined: &RangeInclusive<usize>,
    at_least: &[f64],
    stay: f64,
) -> Complex {
    // Of each group: what the factor of one person is besides the part with w.
    let fixed: Vec<Complex> = groups
        .iter()
        .map(|g| plus((g.confirm * (1.0 - g.stay), 0.0), scaled(z, g.confirm * g.stay)))
        .collect();
    let factor = |g: usize, w: Complex| plus(fixed[g], scaled(w, 1.0 - groups[g].confirm));
    let mut places: Option<Vec<Complex>> = None;
    let mut sum = (0.0, 0.0);
    for (j, &point) in w.iter().enumerate() {
        // The logarithm of a square is at most the square less one, so whatever is skipped has vanished.
        let mut most = 0.0;
        let alive = (0..groups.len()).all(|g| {
            let factor = factor(g, point);
            let square = factor.0 * factor.0 + factor.1 * factor.1;
            most += f64::from(groups[g].people) * (square - 1.0) / 2.0;
            most > VANISHED
        });
        if !alive {
            continue;
        }
        let product = (0..groups.len())
            .fold((1.0, 0.0), |all, g| times(all, power(factor(g, point), groups[g].people)));
        let places = places.get_or_insert_with(|| filled(z, declined, at_least, stay));
        // The sum over d of T[d] w^-d, d from the first of the window.
        let back = (point.0, -point.1);
        let inner = places.iter().rev().fold((0.0, 0.0), |all, &place| plus(times(all, back), place));
        let turn = w[j * declined.start() % w.len()];
        sum = plus(sum, times(times(product, inner), (turn.0, -turn.1)));
    }
    scaled(sum, 1.0 / w.len() as f64)
}

/// For each number d of places that are free: the generating function, at `z`, of how many of the reserves who take them
/// come, with q = 1 - stay + stay z the sum over r of P(R = r) q^min(r, d).
fn filled(z: Complex, declined: &RangeInclusive<usize>, at_least: &[f64], stay: f64) -> Vec<Complex> {
    let q = plus((1.0 - stay, 0.0), scaled(z, stay));
    let (mut all, mut power) = ((1.0, 0.0), (1.0, 0.0));
    let mut filled = Vec::with_capacity(declined.end() - declined.start() + 1);
    for d in 0..=*declined.end() {
        if d > 0 {
            let next = times(power, q);
            let step = (next.0 - power.0, next.1 - power.1);
            all = plus(all, scaled(step, at_least.get(d).copied().unwrap_or(0.0)));
            power = next;
        }
        if d >= *declined.start() {
            filled.push(all);
        }
    }
    filled
}

/// People who are alike: how many, and what each is likely to do.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// How many.
    pub people: u32,
    /// The chance that one of them confirms when drawn or called, 0 to 1.
    pub confirm: f64,
    /// The chance that one who confirmed comes on the day, 0 to 1.
    pub stay: f64,
}
