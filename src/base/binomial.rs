//! How many of several people will do something, when each does by chance: binomial and Poisson
//! binomial probabilities. Imports nothing of ours.
//!
//! For forecasts and tests that people look at: floating point, but only sums, products and quotients
//! of numbers that are not negative, so nothing cancels, errors stay near the 16th digit, and every
//! machine gives the same bits.

use std::ops::Range;

/// For each number from 0 to `people` its probability, when each of `people` does it independently
/// with chance `rate` (0 to 1).
///
/// Weights grow away from the most likely number by the ratio of neighbours,
/// (n - k) p / ((k + 1) (1 - p)), and are divided by their sum.
pub fn binomial(people: u32, rate: f64) -> Vec<f64> {
    let n = people as usize;
    let mut weights = vec![0.0; n + 1];
    let (below, above) = outward(people, rate);
    let mode = mode(people, rate) as usize;
    let sum: f64 = below.clone().sum::<f64>() + above.clone().sum::<f64>();
    above.enumerate().for_each(|(i, weight)| weights[mode + i] = weight / sum);
    below.enumerate().for_each(|(i, weight)| weights[mode - 1 - i] = weight / sum);
    weights
}

/// The probability that at least `least` of `people` do it, each with chance `rate`. Costs as many
/// steps as the spread is wide, whatever the number of people.
pub fn binomial_at_least(people: u32, rate: f64, least: u32) -> f64 {
    let (below, above) = outward(people, rate);
    let mode = mode(people, rate);
    let all: f64 = below.clone().sum::<f64>() + above.clone().sum::<f64>();
    let part: f64 = if least > mode {
        above.skip((least - mode) as usize).sum()
    } else {
        above.sum::<f64>() + below.take((mode - least) as usize).sum::<f64>()
    };
    (part / all).clamp(0.0, 1.0)
}

/// The most likely number.
fn mode(people: u32, rate: f64) -> u32 {
    (((f64::from(people) + 1.0) * rate) as u32).min(people)
}

/// Relative weights from the most likely number on: those below it downwards, and it and those above
/// it upwards, until they vanish.
fn outward(people: u32, rate: f64) -> (impl Iterator<Item = f64> + Clone, impl Iterator<Item = f64> + Clone) {
    let n = f64::from(people);
    let mode = mode(people, rate);
    let down =
        move |weight: f64, k: u32| weight * f64::from(k) * (1.0 - rate) / ((n - f64::from(k) + 1.0) * rate);
    let up =
        move |weight: f64, k: u32| weight * (n - f64::from(k)) * rate / ((f64::from(k) + 1.0) * (1.0 - rate));
    let mut weight = 1.0;
    let below = (1..=mode).rev().map(move |k| {
        weight = down(weight, k);
        weight
    });
    let mut weight = 1.0;
    let above = (mode..=people).map(move |k| {
        let own = weight;
        weight = if k < people { up(weight, k) } else { 0.0 };
        own
    });
    (below.take_while(|&weight| weight > 0.0), above.take_while(|&weight| weight > 0.0))
}

/// Probabilities below this are none: of thousands of people most numbers have such, and they cost the most time.
const NONE: f64 = 1e-40;

/// From the first to behind the last number that has a probability.
pub fn span(numbers: &[f64]) -> Range<usize> {
    let first = numbers.iter().position(|&p| p > NONE).unwrap_or(0);
    first..numbers.iter().rposition(|&p| p > NONE).map_or(first, |last| last + 1)
}

/// The probabilities of the sum of two independent numbers.
pub fn sum(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut sum = vec![0.0; (a.len() + b.len()).saturating_sub(1)];
    let (from_a, from_b) = (span(a), span(b));
    for i in from_a {
        let to = &mut sum[i + from_b.start..i + from_b.end];
        to.iter_mut().zip(&b[from_b.clone()]).for_each(|(to, y)| *to += a[i] * y);
    }
    sum
}

/// For each number its probability, when groups of people (how many, chance of each) do it: the
/// Poisson binomial distribution, exact, by adding one group after the other.
pub fn poisson_binomial(groups: impl IntoIterator<Item = (u32, f64)>) -> Vec<f64> {
    groups.into_iter().fold(vec![1.0], |all, (people, rate)| sum(&all, &binomial(people, rate)))
}

/// For each number its probability, when each of a number of people with the given probabilities does
/// it with chance `rate`.
pub fn thinned(numbers: &[f64], rate: f64) -> Vec<f64> {
    // With z for one who does: the sum over m of P(m) (1 - p + p z)^m, from the highest power down to the lowest, which
    // all have in common.
    let Range { start, end } = span(numbers);
    let mut powers: Vec<f64> = Vec::with_capacity(numbers.len());
    for &probability in numbers[start..end].iter().rev() {
        if !powers.is_empty() {
            powers.push(0.0);
            for k in (0..powers.len()).rev() {
                let one_less = if k > 0 { powers[k - 1] * rate } else { 0.0 };
                powers[k] = powers[k] * (1.0 - rate) + one_less;
            }
        } else {
            powers.push(0.0);
        }
        powers[0] += probability;
    }
    let mut thinned = sum(&powers, &binomial(start as u32, rate));
    thinned.resize(numbers.len(), 0.0);
    thinned
}

/// The probability of at least `least`.
pub fn at_least(numbers: &[f64], least: usize) -> f64 {
    // From the far end: the smallest first.
    numbers.iter().skip(least).rev().sum::<f64>().min(1.0)
}

/// The mean.
pub fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().enumerate().map(|(k, p)| k as f64 * p).sum()
}

/// The least number that is not exceeded with probability `part` or more.
pub fn quantile(numbers: &[f64], part: f64) -> usize {
    let mut below = 0.0;
    let reached = numbers.iter().position(|p| {
        below += p;
        below >= part
    });
    reached.unwrap_or(numbers.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_rational::BigRational;
    use num_traits::{One, ToPrimitive, Zero};

    /// The same in exact fractions, person by person.
    fn exact(rates: &[(i64, i64)]) -> Vec<BigRational> {
        let mut all = vec![BigRational::one()];
        for &(part, whole) in rates {
            let yes = BigRational::new(part.into(), whole.into());
            let no = BigRational::one() - &yes;
            let mut next = vec![BigRational::zero(); all.len() + 1];
            for (k, p) in all.iter().enumerate() {
                next[k] += p * &no;
                next[k + 1] += p * &yes;
            }
            all = next;
        }
        all
    }

    fn near(found: &[f64], exact: &[BigRational]) {
        assert_eq!(found.len(), exact.len());
        for (found, exact) in found.iter().zip(exact) {
            let exact = exact.to_f64().unwrap();
            // No cancellation: the relative error is a few dozen roundings.
            assert!((found - exact).abs() <= 1e-13 * exact, "{found} {exact}");
        }
    }

    #[test]
    fn probabilities_are_those_of_exact_fractions() {
        for (people, part, whole) in [(0, 1, 2), (1, 1, 3), (12, 9, 10), (40, 1, 64), (30, 0, 1), (30, 1, 1)]
        {
            let rates = vec![(part, whole); people];
            near(&binomial(people as u32, part as f64 / whole as f64), &exact(&rates));
        }
        // Rates that floating point holds exactly.
        let groups = [(5, 7, 8), (9, 1, 2), (1, 0, 1), (3, 1, 1), (7, 3, 16)];
        let rates: Vec<(i64, i64)> = groups.iter().flat_map(|&(n, a, b)| vec![(a, b); n]).collect();
        let found = poisson_binomial(groups.map(|(n, a, b)| (n as u32, a as f64 / b as f64)));
        near(&found, &exact(&rates));
    }

    #[test]
    fn a_tail_is_the_sum_of_its_probabilities() {
        for rate in [0.0, 0.01, 0.5, 0.93, 1.0] {
            for people in [0, 1, 7, 300] {
                let all = binomial(people, rate);
                for least in [0, 1, 5, 150, 290, 300, 301] {
                    let (tail, sum) =
                        (binomial_at_least(people, rate, least), at_least(&all, least as usize));
                    assert!((tail - sum).abs() < 1e-12, "{people} {rate} {least}: {tail} {sum}");
                }
            }
        }
    }

    #[test]
    fn thinning_is_what_each_person_does() {
        // Of those who confirm (3 in 4), half come: as if each came with chance 3/8.
        let found = thinned(&binomial(9, 0.75), 0.5);
        near(&found, &exact(&[(3, 8); 9]));
        // Of thousands, only numbers near the mean cost anything, and the rest is none.
        let (many, mut direct) = (thinned(&binomial(3000, 0.75), 0.5), binomial(3000, 0.375));
        direct.iter_mut().for_each(|p| *p = if *p > 1e-30 { *p } else { 0.0 });
        assert_eq!(many.len(), 3001);
        for (found, exact) in many.iter().zip(&direct) {
            assert!((found - exact).abs() <= 1e-11 * exact + 1e-30, "{found} {exact}");
        }
        assert_eq!(thinned(&[1.0], 0.3), [1.0]);
        assert!(thinned(&[], 0.3).is_empty());
        assert_eq!(thinned(&[0.25, 0.75], 1.0), [0.25, 0.75]);
    }

    #[test]
    fn published_figures() {
        let full = |drawn, chairs, rate| binomial_at_least(drawn, rate, chairs);
        assert_eq!(format!("{:.2}", full(330, 300, 0.9)), "0.33");
        assert_eq!(format!("{:.2}", full(360, 320, 0.9)), "0.79");
        assert!(full(360, 320, 0.64) < 1e-12);
        assert_eq!(format!("{:.4}", full(300, 50, 0.1)), "0.0002");
        // A million letters are no trouble.
        let million = binomial_at_least(1_000_000, 0.06, 60_000);
        assert!((0.49..0.51).contains(&million), "{million}");
    }

    #[test]
    fn quantiles_and_mean() {
        let all = binomial(10, 0.5);
        assert!((mean(&all) - 5.0).abs() < 1e-12);
        assert_eq!(
            [quantile(&all, 0.0), quantile(&all, 0.05), quantile(&all, 0.5), quantile(&all, 1.0)],
            [0, 2, 5, 10]
        );
    }
}
