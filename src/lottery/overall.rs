//! Proof that a lottery is as fair as its quotas allow for the two objectives that weigh everybody at
//! once, Nash and Goldilocks; in whole numbers of any size and without a solver. Imports
//! `lottery::{problem, certificate}`.
//!
//! As in [`certificate`](super::certificate), one whole number for each rule gives an inequality
//! `sum_t c[t] x[t] <= b` that every lottery obeys (x: expected seats of a profile). Both objectives are
//! convex, so at the best lottery one such inequality supports the set of all lotteries, and any whole
//! numbers near its multipliers prove nearly as much. n counts the people who can be on some panel (open
//! profiles; the others have x = 0), k the seats, and M the tickets.
//!
//! **Nash.** The multipliers are in a scale where the weight of a profile with chance p is [`PARTS`] / p.
//! Let `a[t] = max(c[t], PARTS)`. As `x[t] <= n[t]`, every lottery with chances y has
//! `sum of a[i] y[i] over people <= B := b + sum (a[t] - c[t]) n[t]`. Let h be the tickets that this lottery gives.
//! The mean of positive numbers is at least their geometric mean, used twice:
//!
//! ```text
//! geometric mean of y / geometric mean of h/M
//!   = geometric mean of (a y) * geometric mean of (M / (a h)) <= B/n * (sum of M / (a h)) / n
//! ```
//!
//! The first factor is what the multipliers leave open; the second is 1 to first order when a h is nearly
//! the same for all, so rounding to tickets costs only its square.
//!
//! **Goldilocks.** Let A and D sum `c[t] n[t]` over c > 0 and `-c[t] n[t]` over c < 0. Every lottery with
//! smallest chance y and largest Y has `A y - D Y <= sum c x <= b`, so if D > 0
//!
//! ```text
//! (n/k) Y + (k/n) / y >= (n/k) (A y - b) / D + (k/n) / y >= 2 sqrt(A/D) - n b / (k D)
//! ```
//!
//! because two numbers with product A/D have sum at least 2 sqrt(A/D). The sum in the middle falls with y
//! up to `(k/n) sqrt(D/A)`. If y cannot come so far, because Y is at most 1 and so y at most (b + D) / A, its
//! least value is there: `n/k + k A / (n (b + D))`. The measure is never below 2, its value for equal chances.

use super::certificate::{Certificate, Flaw, PARTS, combine};
use super::problem::Problem;
use num_bigint::BigInt;
use num_rational::Ratio;

/// An exact fraction of any size.
pub type Exact = Ratio<BigInt>;

/// An inequality "weight times seats, over open profiles, is at most `most`".
struct Inequality {
    /// (weight, people, seats over all tickets), by open profile.
    open: Vec<(BigInt, BigInt, BigInt)>,
    most: BigInt,
    people: BigInt,
}

fn inequality(problem: &Problem, certificate: &Certificate, totals: &[u128]) -> Result<Inequality, Flaw> {
    let multipliers = certificate.overall.as_ref().ok_or(Flaw::ProvesNothing(0))?;
    if totals.len() != problem.profiles() {
        return Err(Flaw::Malformed);
    }
    let (weights, most) = combine(problem, &certificate.cuts, multipliers)?;
    let open: Vec<(BigInt, BigInt, BigInt)> = (0..problem.profiles())
        .filter(|&t| certificate.shut_out.binary_search(&(t as u32)).is_err())
        .map(|t| (weights[t].into(), problem.sizes[t].into(), totals[t].into()))
        .collect();
    let people = open.iter().map(|(_, people, _)| people).sum();
    if open.is_empty() {
        Err(Flaw::ProvesNothing(0))
    } else {
        Ok(Inequality { open, most: most.into(), people })
    }
}

/// The factor, at least 1 but for rounding, by which the geometric mean of any lottery's chances may at
/// most exceed this one's. `None` if somebody who is not shut out holds no ticket. `totals` has the seats
/// of each profile summed over all `tickets`.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn nash(
    problem: &Problem,
    certificate: &Certificate,
    totals: &[u128],
    tickets: u64,
) -> Result<Option<Exact>, Flaw> {
    let Inequality { open, mut most, people } = inequality(problem, certificate, totals)?;
    let (one, parts) = (BigInt::from(1), BigInt::from(PARTS));
    let whole = &parts * &parts * tickets;
    let mut near = BigInt::from(0);
    for (weight, size, total) in open {
        let weigh = weight.clone().max(parts.clone());
        most += (&weigh - weight) * &size;
        let (held, rest) = (&total / &size, &total % &size);
        if held < one {
            return Ok(None);
        }
        let term = |held: BigInt| (&whole + &weigh * &held - &one) / (&weigh * &held);
        near += (size - &rest) * term(held.clone()) + rest * term(held + &one);
    }
    let scale = &people * &parts;
    Ok(Some(Exact::new(most * near, &scale * &scale)))
}

/// The chances that a Nash certificate prices, [`PARTS`] over the weight and at most 1, by profile: those
/// of the best lottery, which are unique. `None` for profiles that are shut out.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn priced(problem: &Problem, certificate: &Certificate) -> Result<Vec<Option<Exact>>, Flaw> {
    let multipliers = certificate.overall.as_ref().ok_or(Flaw::ProvesNothing(0))?;
    let (weights, _) = combine(problem, &certificate.cuts, multipliers)?;
    let chance = |weight: i128| Exact::new(PARTS.into(), weight.max(PARTS.into()).into());
    let open = |t: usize| certificate.shut_out.binary_search(&(t as u32)).is_err();
    Ok(weights.into_iter().enumerate().map(|(t, weight)| open(t).then(|| chance(weight))).collect())
}

/// Goldilocks' measure `(n/k) max + (k/n) / min` of this lottery, where everybody is granted `eased`
/// tickets against rounding, and a number that no lottery's measure is below. `None` if somebody who is
/// not shut out holds no ticket.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn goldilocks(
    problem: &Problem,
    certificate: &Certificate,
    totals: &[u128],
    tickets: u64,
    eased: u64,
) -> Result<Option<(Exact, Exact)>, Flaw> {
    let Inequality { open, most, people } = inequality(problem, certificate, totals)?;
    let zero = BigInt::from(0);
    let (mut up, mut down) = (zero.clone(), zero.clone());
    for (weight, size, _) in &open {
        if *weight > zero {
            up += weight * size;
        } else {
            down -= weight * size;
        }
    }
    let seats = BigInt::from(problem.seats);
    let two = Exact::from_integer(BigInt::from(2));
    let room = &people * (&most + &down);
    let square = &up * &down;
    let least = if room > zero && &room * &room < &seats * &seats * &square {
        Exact::new(people.clone(), seats.clone()) + Exact::new(&seats * up, room)
    } else if down > zero {
        Exact::new(&seats * square.sqrt() * 2 - &people * most, &seats * down)
    } else {
        two.clone()
    };
    let least = least.max(two);
    let floors = open.iter().map(|(_, size, total)| total / size);
    let ceilings = open.iter().map(|(_, size, total)| (total + size - 1) / size);
    let (low, high) = (floors.min().unwrap_or_default(), ceilings.max().unwrap_or_default());
    if low == zero {
        return Ok(None);
    }
    let (low, high): (BigInt, BigInt) = (low + eased, high - eased);
    let high = high.max(zero);
    let wide = Exact::new(&people * high, &seats * tickets);
    let measure = wide + Exact::new(seats * tickets, people * low);
    Ok(Some((measure, least)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::certificate::Multipliers;
    use crate::lottery::problem::Row;

    /// Forty-three people in a square of two features, five of ten seats on each side: with s seats for
    /// the twenty, the chances are s/20, (5-s)/10, (5-s)/8 and s/5.
    fn square() -> Problem {
        let row = |profiles| Row { profiles, min: 5, max: 5 };
        Problem {
            seats: 10,
            sizes: vec![20, 10, 8, 5],
            rows: vec![row(vec![0, 1]), row(vec![2, 3]), row(vec![0, 2]), row(vec![1, 3])],
        }
    }

    fn with(seats: i64, rows: Vec<(u32, i64)>) -> Certificate {
        let overall = Some(Multipliers { seats, rows, cuts: Vec::new() });
        Certificate { overall, ..Certificate::default() }
    }

    fn fraction(a: i64, b: i64) -> Exact {
        Exact::new(a.into(), b.into())
    }

    #[test]
    fn nash_by_hand() {
        // Nash has s = 125/43. The weights are PARTS over the chances.
        let parts = PARTS as f64;
        let s = 125.0 / 43.0;
        let (first, second, third) = (20.0 / s, 10.0 / (5.0 - s), 8.0 / (5.0 - s));
        let whole = |u: f64| (u * parts).round() as i64;
        // First row 0, so the first profile's weight is the third row's, and so on round the square.
        let certificate = with(0, vec![(1, whole(third - first)), (2, whole(first)), (3, whole(second))]);
        let totals = |s: f64| [s, 5.0 - s, 5.0 - s, s].map(|x| (x * 1e6).round() as u128);
        let gap = |s: f64| -> f64 {
            let found = nash(&square(), &certificate, &totals(s), 1_000_000).unwrap().unwrap();
            let scaled = (found - fraction(1, 1)) * BigInt::from(1_000_000_000_000_u64);
            i64::try_from(scaled.to_integer()).unwrap() as f64 / 1e12
        };
        assert!((0.0..1e-9).contains(&gap(s)), "{}", gap(s));
        // Elsewhere the bound is about the truth: the ratio of the geometric means.
        let mean = |s: f64| ((25.0 * s.ln() + 18.0 * (5.0 - s).ln()) / 43.0).exp();
        for other in [2.5, 3.3] {
            let truth = mean(s) / mean(other) - 1.0;
            assert!(gap(other) >= truth && gap(other) < 2.5 * truth, "{} {truth}", gap(other));
        }
        // Somebody without a ticket: nothing is shown.
        assert_eq!(nash(&square(), &certificate, &[19, 5, 5, 3], 1), Ok(None));
        assert_eq!(nash(&square(), &Certificate::default(), &totals(s), 1), Err(Flaw::ProvesNothing(0)));
    }

    #[test]
    fn goldilocks_by_hand() {
        // Smallest chance y = s/20, largest Y = s/5: 20 y and 5 Y are the same seats, and
        // x0 - x3 = (x0 + x1) - (x1 + x3) = 0 is the inequality.
        let certificate = with(0, vec![(0, 1), (3, -1)]);
        let totals = |s: u128| [s, 5_000_000 - s, 5_000_000 - s, s];
        let found = |s, eased| goldilocks(&square(), &certificate, &totals(s), 1_000_000, eased).unwrap();
        // A = 20, D = 5, b = 0: at least 2 sqrt 4, of which the whole root is exact.
        let (measure, least) = found(2_325_580, 0).unwrap();
        assert_eq!(least, fraction(4, 1));
        assert_eq!(measure, fraction(43 * 465_116, 10_000_000) + fraction(10_000_000, 43 * 116_279));
        assert!(measure > least && found(2_325_580, 8).unwrap().0 < least);
        // Leximin's chances are further off, and granted tickets do not hide it.
        assert!(found(3_333_333, 8).unwrap().0 > fraction(42, 10));
        // Multipliers that say nothing leave the value of equal chances.
        let (_, least) =
            goldilocks(&square(), &with(1, vec![]), &totals(2_000_000), 1_000_000, 0).unwrap().unwrap();
        assert_eq!(least, fraction(2, 1));
    }
}
