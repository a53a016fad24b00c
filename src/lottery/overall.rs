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
//! The best chances y are unique, for the logarithm is strictly concave, and it shows how far any single person's can
//! be from what the multipliers say. The certificate holds chances p that meet every rule exactly (in whole numbers of
//! some small part of a seat). Let `r = a y n / B` for each person. Their sum is at most n, and y is at least as good
//! as p, so with `psi(r) = r - 1 - log r`, which is never negative, and `log z <= z - 1`, sums over people,
//!
//! ```text
//! sum of psi(r) <= n log(B/n) - sum of log(a p) <= (B - n) + sum of (1/(a p) - 1)
//!                = (B - sum of a p) + sum of (a p - 1)^2 / (a p) =: G
//! ```
//!
//! As `psi(r) >= (r-1)^2 / 2` below 1 and `psi(r) >= (r-1)^2 / (2 r)` above (`log r <= (r - 1/r) / 2`), everybody's
//! r lies from `1 - e` to `1 + e + e^2`, where `e^2 = 2 G` and e is at most 1/2. So y lies so near to `B / (n a)`.
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

use super::certificate::{Certificate, Exact, Flaw, Near, combine_exactly};
use super::problem::Problem;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

/// Nash's weight of a chance of 1. (More is better only in that rounding to whole numbers costs less.)
pub const PARTS: u64 = 1_000_000_000_000;

/// An inequality "weight times seats, over open profiles, is at most `most`".
struct Inequality {
    /// (weight, people, seats over all tickets), by open profile.
    open: Vec<(BigInt, BigInt, BigInt)>,
    most: BigInt,
    people: BigInt,
}

fn inequality(problem: &Problem, certificate: &Certificate, totals: &[u128]) -> Result<Inequality, Flaw> {
    let multipliers = &certificate.overall.as_ref().ok_or(Flaw::ProvesNothing)?.why;
    if totals.len() != problem.profiles() {
        return Err(Flaw::Malformed);
    }
    let (weights, most) = combine_exactly(problem, &certificate.cuts, multipliers)?;
    let shut = certificate.shut(problem.profiles());
    let open: Vec<(BigInt, BigInt, BigInt)> = (0..problem.profiles())
        .filter(|&t| !shut[t])
        .map(|t| (weights[t].clone(), problem.sizes[t].into(), totals[t].into()))
        .collect();
    let people = open.iter().map(|(_, people, _)| people).sum();
    if open.is_empty() { Err(Flaw::ProvesNothing) } else { Ok(Inequality { open, most, people }) }
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

/// The most tickets by which what anybody holds can differ from the best chance of that person times the tickets,
/// rounded up. `None` where the certificate does not show it.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn nash_off(
    problem: &Problem,
    certificate: &Certificate,
    totals: &[u128],
    tickets: u64,
) -> Result<Option<BigInt>, Flaw> {
    let Some(near) = certificate.overall.as_ref().and_then(|overall| overall.near.as_ref()) else {
        return Ok(None);
    };
    let Inequality { open, mut most, people } = inequality(problem, certificate, totals)?;
    let Some(seats) = within(problem, certificate, near) else { return Ok(None) };
    let parts = BigInt::from(PARTS);
    let unit = &parts * &near.parts.0;
    // G in parts of `fine` squared, each term rounded up.
    let fine = BigInt::from(FINE);
    let square = &fine * &fine;
    let (mut sum, mut used) = (BigInt::zero(), BigInt::zero());
    let mut weights = Vec::with_capacity(open.len());
    for ((weight, size, _), seats) in open.iter().zip(&seats) {
        let weigh = weight.clone().max(parts.clone());
        most += (&weigh - weight) * size;
        let (product, one) = (&weigh * *seats, &unit * size);
        used += &product;
        let short = &product - &one;
        sum += (size * &short * &short * &square).div_ceil(&(product * one));
        weights.push(weigh);
    }
    sum += ((&most * &near.parts.0 - used) * &square).div_ceil(&unit);
    let e = if sum.is_zero() { sum } else { (sum * 2u32).sqrt() + 1u32 };
    if &e * 2u32 > fine {
        return Ok(None);
    }
    // The best chance is B / (n a) times something from `low` to `high`, in parts of `square`.
    let (low, high) = ((&fine - &e) * &fine, &square + &e * &fine + &e * &e);
    let off = open.iter().zip(&weights).map(|((_, size, total), weigh)| {
        let scale = weigh * &people * &square;
        let chance = &most * tickets;
        let above = (total.div_ceil(size) * &scale - &chance * &low).div_ceil(&scale);
        let below = (&chance * &high - total.div_floor(size) * &scale).div_ceil(&scale);
        above.max(below)
    });
    Ok(off.max())
}

/// Parts in which the distance e is counted.
const FINE: u128 = 1_000_000_000_000_000_000_000_000;

/// The seats of the open profiles, if they meet every rule exactly and nobody has none, or more than one each.
fn within<'a>(problem: &Problem, certificate: &Certificate, near: &'a Near) -> Option<Vec<&'a BigInt>> {
    let parts = &near.parts.0;
    let shut = certificate.shut(problem.profiles());
    if !parts.is_positive() || near.seats.len() != problem.profiles() {
        return None;
    }
    let sum = |terms: &mut dyn Iterator<Item = (u32, i64)>| -> BigInt {
        terms.map(|(t, a)| &near.seats[t as usize].0 * a).sum()
    };
    let met = sum(&mut (0..problem.profiles() as u32).map(|t| (t, 1))) == parts * problem.seats
        && problem.rows.iter().all(|row| {
            let taken = sum(&mut row.profiles.iter().map(|&t| (t, 1)));
            parts * row.min <= taken && taken <= parts * row.max
        })
        && certificate.cuts.iter().all(|cut| sum(&mut cut.terms.iter().copied()) <= parts * cut.most);
    let mut open = Vec::with_capacity(shut.len());
    for ((seats, &size), &shut) in near.seats.iter().zip(&problem.sizes).zip(&shut) {
        let sound = if shut { seats.0.is_zero() } else { seats.0.is_positive() && seats.0 <= parts * size };
        if !sound {
            return None;
        }
        if !shut {
            open.push(&seats.0);
        }
    }
    met.then_some(open)
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
    use crate::lottery::certificate::{Multipliers, Overall, Text};
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
        let rows = rows.into_iter().map(|(r, u)| (r, Text(u.into()))).collect();
        let why = Multipliers { seats: Text(seats.into()), rows, cuts: Vec::new() };
        let overall = Some(Overall { near: None, why });
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
        assert_eq!(nash(&square(), &Certificate::default(), &totals(s), 1), Err(Flaw::ProvesNothing));
    }

    /// The certificate of [`nash_by_hand`], and p with s seats in parts of 1 / 10^15.
    fn nash_certificate(s: f64) -> Certificate {
        let best = 125.0 / 43.0;
        let (first, second, third) = (20.0 / best, 10.0 / (5.0 - best), 8.0 / (5.0 - best));
        let whole = |u: f64| (u * PARTS as f64).round() as i64;
        let mut certificate = with(0, vec![(1, whole(third - first)), (2, whole(first)), (3, whole(second))]);
        let parts = 1_000_000_000_000_000_i64;
        let s = (s * parts as f64).round() as i64;
        let seats = [s, 5 * parts - s, 5 * parts - s, s].map(|x| Text(x.into())).to_vec();
        certificate.overall.as_mut().unwrap().near = Some(Near { parts: Text(parts.into()), seats });
        certificate
    }

    #[test]
    fn nobody_is_further_from_nash_than_is_said() {
        let best = 125.0_f64 / 43.0;
        let totals = |s: f64| [s, 5.0 - s, 5.0 - s, s].map(|x| (x * 1e6).round() as u128);
        let off = |certificate: &Certificate, s: f64| -> Option<i64> {
            let found = nash_off(&square(), certificate, &totals(s), 1_000_000).unwrap();
            found.map(|off| i64::try_from(off).unwrap())
        };
        assert_eq!(off(&nash_certificate(best), best), Some(1));
        // A twentieth of a seat more for the 20 and the 5: 2,500 and 10,000 tickets each.
        for side in [0.05, -0.05] {
            let found = off(&nash_certificate(best), best + side).unwrap();
            assert!((10_000..=10_001).contains(&found), "{found}");
        }
        // Chances that are not the best prove less: never less than the truth.
        for side in [0.001, 0.01, -0.01] {
            let found = off(&nash_certificate(best + side), best).unwrap();
            let truth = (side.abs() / 5.0 * 1e6) as i64;
            assert!(found >= truth && found < 60 * truth, "{side}: {found} for {truth}");
        }
        assert_eq!(off(&nash_certificate(1.0), best), None);
    }

    #[test]
    fn a_friend_gains_nothing_by_multipliers_that_cost_nothing() {
        // The fourth profile's weight a tenth less, by a row of its own whose minimum is nothing.
        let mut problem = square();
        problem.rows.push(Row { profiles: vec![3], min: 0, max: 5 });
        let best = 125.0_f64 / 43.0;
        let totals = |s: f64| [s, 5.0 - s, 5.0 - s, s].map(|x| (x * 1e6).round() as u128);
        let mut forged = nash_certificate(best);
        assert_eq!(nash_off(&problem, &forged, &totals(best), 1_000_000), Ok(Some(1.into())));
        forged.overall.as_mut().unwrap().why.rows.push((4, Text((-(PARTS as i64) / 10).into())));
        let off = nash_off(&problem, &forged, &totals(best), 1_000_000).unwrap();
        assert!(off.is_none_or(|off| off > 1000.into()));
    }

    #[test]
    fn chances_that_break_a_rule_prove_nothing() {
        let best = 125.0_f64 / 43.0;
        let totals = [best, 5.0 - best, 5.0 - best, best].map(|x| (x * 1e6).round() as u128);
        type Change = fn(&mut Certificate);
        let near = |c: &mut Certificate| c.overall.as_mut().unwrap().near.take();
        let changes: [Change; 6] = [
            |c| c.overall.as_mut().unwrap().near.as_mut().unwrap().seats[0].0 += 1,
            |c| {
                let seats = &mut c.overall.as_mut().unwrap().near.as_mut().unwrap().seats;
                seats[0].0 += 1;
                seats[3].0 -= 1;
            },
            |c| c.overall.as_mut().unwrap().near.as_mut().unwrap().parts.0 *= -1,
            |c| c.overall.as_mut().unwrap().near.as_mut().unwrap().parts.0 = BigInt::zero(),
            |c| {
                c.overall.as_mut().unwrap().near.as_mut().unwrap().seats.pop();
            },
            |c| c.overall.as_mut().unwrap().near = None,
        ];
        for (number, change) in changes.into_iter().enumerate() {
            let mut certificate = nash_certificate(best);
            change(&mut certificate);
            assert_eq!(nash_off(&square(), &certificate, &totals, 1_000_000), Ok(None), "{number}");
        }
        let mut shut = nash_certificate(best);
        shut.shut_out = vec![3];
        assert_eq!(nash_off(&square(), &shut, &totals, 1_000_000), Ok(None));
        assert!(near(&mut shut).is_some());
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
        // A = 238, D = 45, b = 10, of which the root is 103 and a part.
        let other = with(1, vec![(0, 10), (3, -10)]);
        let (_, least) = goldilocks(&square(), &other, &totals(2_325_580), 1_000_000, 0).unwrap().unwrap();
        assert_eq!(least, fraction(2 * 10 * 103 - 43 * 10, 10 * 45));
        // Leximin's chances are further off, and granted tickets do not hide it.
        assert!(found(3_333_333, 8).unwrap().0 > fraction(42, 10));
        // Multipliers that say nothing leave the value of equal chances.
        let (_, least) =
            goldilocks(&square(), &with(1, vec![]), &totals(2_000_000), 1_000_000, 0).unwrap().unwrap();
        assert_eq!(least, fraction(2, 1));
    }

    /// Three people for one seat, under one multiplier: the weight of a third is three times that of a chance of 1.
    fn three(extra: i64, near: Option<(i64, i64)>) -> (Problem, Certificate) {
        let mut certificate = with(3 * PARTS as i64 + extra, vec![]);
        let near =
            near.map(|(parts, seats)| Near { parts: Text(parts.into()), seats: vec![Text(seats.into())] });
        certificate.overall.as_mut().unwrap().near = near;
        (Problem { seats: 1, sizes: vec![3], rows: vec![] }, certificate)
    }

    #[test]
    fn what_tickets_cost_nash_is_rounded_up() {
        let (problem, certificate) = three(0, None);
        // 333 tickets for two of them and 334 for the third.
        let found = nash(&problem, &certificate, &[1000], 1000).unwrap().unwrap();
        let term = |held: i64| BigInt::from(1000 * PARTS).div_ceil(&(3 * held).into());
        let parts = BigInt::from(PARTS);
        let near: BigInt = term(333) * 2 + term(334);
        assert_eq!(found, Exact::new(near * 3, parts * 9));
    }

    /// A multiplier a thirtieth too large leaves G = 3 / 930, so e = 0.0803, and chances from (1 - e) / 3 to
    /// (1 + e + e^2) / 3; computed apart from this program, from the formulas above.
    #[test]
    fn how_far_somebody_can_be_from_nash_by_hand() {
        let off = |extra, tickets: u128| {
            let (problem, certificate) = three(extra, Some((1, 1)));
            nash_off(&problem, &certificate, &[tickets], 1000).unwrap()
        };
        let tenth = PARTS as i64 / 10;
        assert_eq!(off(tenth, 1000), Some(30.into()), "333 tickets, and as many as 362.3 may be due");
        assert_eq!(off(tenth, 1100), Some(61.into()), "367 tickets, and as few as 306.6 may be due");
        assert_eq!(off(0, 1000), Some(1.into()));
        assert_eq!(off(3 * PARTS as i64, 1000), None, "so far off that nothing is shown");
    }

    /// A rule of which chances use one of two seats leaves G = u, and nothing else: with u = 2 / 100, e = 0.2 and the
    /// chances from 0.8 to 1.24 times 3.02 / 9.
    #[test]
    fn a_rule_that_chances_do_not_use_up_leaves_room() {
        let off = |u: i64, total: u128, tickets| {
            let near = Some(Near { parts: Text(1.into()), seats: vec![Text(1.into())] });
            let mut certificate = with(3 * PARTS as i64 - u, vec![(0, u)]);
            certificate.overall.as_mut().unwrap().near = near;
            let rows = vec![Row { profiles: vec![0], min: 0, max: 2 }];
            let problem = Problem { seats: 1, sizes: vec![3], rows };
            nash_off(&problem, &certificate, &[total], tickets).unwrap()
        };
        let hundredth = PARTS as i64 / 100;
        assert_eq!(off(2 * hundredth, 1000, 1000), Some(84.into()), "333 tickets, and 416.1 may be due");
        // 400 tickets, and as few as 302 may be due, or a hair less: e is rounded up.
        assert_eq!(off(2 * hundredth, 1200, 1125), Some(99.into()));
        assert_eq!(off(20 * hundredth, 1000, 1000), None, "e is above a half");
    }

    /// A weight below that of a chance of 1 counts as that.
    #[test]
    fn nobody_weighs_less_than_a_chance_of_one() {
        let (problem, mut certificate) = three(-5 * PARTS as i64 / 2, None);
        // B is a half and three halves; each holds a third.
        assert_eq!(nash(&problem, &certificate, &[999], 999), Ok(Some(fraction(2, 1))));
        // Exactly one ticket each is enough.
        assert_eq!(nash(&problem, &certificate, &[3], 3), Ok(Some(fraction(2, 1))));
        certificate = with(PARTS as i64 * 999 / 1000, vec![]);
        let near = Near { parts: Text(1.into()), seats: vec![Text(2.into())] };
        certificate.overall.as_mut().unwrap().near = Some(near);
        let everybody = Problem { seats: 2, sizes: vec![2], rows: vec![] };
        assert_eq!(nash_off(&everybody, &certificate, &[2000], 1000), Ok(Some(0.into())));
    }

    #[test]
    fn each_rule_is_met_by_chances_near_nash_or_nothing_is_proved() {
        let row = |min, max| Row { profiles: vec![0], min, max };
        let met = |sizes: [u32; 2], rows: Vec<Row>, cuts: &[i64], shut: &[u32], near: [i64; 2]| {
            let problem = Problem { seats: 2, sizes: sizes.to_vec(), rows };
            let cuts = cuts.iter().map(|&most| super::super::certificate::Cut { terms: vec![(0, 1)], most });
            let certificate =
                Certificate { cuts: cuts.collect(), shut_out: shut.to_vec(), ..Certificate::default() };
            let seats = near.map(|seats| Text(BigInt::from(seats))).to_vec();
            within(&problem, &certificate, &Near { parts: Text(2.into()), seats }).is_some()
        };
        // One seat for each of two profiles, in halves; and each time one thing that it does not meet.
        assert!(met([2, 2], vec![row(1, 1)], &[1], &[], [2, 2]));
        assert!(met([2, 2], vec![], &[], &[0], [0, 4]));
        assert!(!met([2, 2], vec![row(1, 2)], &[], &[], [1, 3]), "below a minimum");
        assert!(!met([2, 2], vec![row(0, 1)], &[], &[], [3, 1]), "above a maximum");
        assert!(!met([2, 2], vec![], &[1], &[], [3, 1]), "above a cut");
        // A cut in which each seat counts twice.
        let twice = |seats: [i64; 2]| {
            let problem = Problem { seats: 2, sizes: vec![2, 2], rows: vec![] };
            let cut = super::super::certificate::Cut { terms: vec![(0, 2)], most: 2 };
            let certificate = Certificate { cuts: vec![cut], ..Certificate::default() };
            let seats = seats.map(|seats| Text(BigInt::from(seats))).to_vec();
            within(&problem, &certificate, &Near { parts: Text(2.into()), seats }).is_some()
        };
        assert!(twice([2, 2]) && !twice([3, 1]));
        assert!(!met([2, 2], vec![], &[], &[], [0, 4]), "somebody has nothing");
        assert!(!met([1, 2], vec![], &[], &[], [3, 1]), "somebody has more than a seat");
        assert!(!met([2, 2], vec![], &[], &[0], [1, 3]), "somebody who is shut out has a seat");
        assert!(!met([2, 2], vec![], &[], &[], [1, 1]), "seats are missing");
    }

    /// Ten of ten seats' twenty people may have one seat at most, and the others nine at least.
    #[test]
    fn goldilocks_where_the_smallest_chance_cannot_come_far() {
        let row = |t, min, max| Row { profiles: vec![t], min, max };
        let problem = Problem { seats: 10, sizes: vec![10, 10], rows: vec![row(0, 0, 1), row(1, 9, 10)] };
        let found = |certificate: &Certificate, totals: [u128; 2], eased| {
            goldilocks(&problem, certificate, &totals, 1000, eased).unwrap().unwrap()
        };
        let certificate = with(0, vec![(0, 9), (1, -1)]);
        // A = 90, D = 10, b = 0: 20/10 + 10 * 90 / (20 * 10); the root would give 6.
        let (measure, least) = found(&certificate, [1000, 9000], 0);
        assert_eq!((measure, least), (fraction(68, 10), fraction(65, 10)));
        // Three tickets for those with the fewest, and three from those with the most.
        let (eased, _) = found(&certificate, [1000, 9000], 3);
        assert_eq!(eased, fraction(20 * 897, 10_000) + fraction(10_000, 20 * 103));
        // Nobody is eased to less than nothing.
        assert_eq!(found(&certificate, [10, 20], 100).0, fraction(10_000, 20 * 101));
        // Where those with the most have all they can, the root alone bounds it.
        let full = Problem { rows: vec![row(0, 0, 0), row(1, 10, 10)], ..problem.clone() };
        let least = goldilocks(&full, &certificate, &[1000, 9000], 1000, 0).unwrap().unwrap().1;
        assert_eq!(least, fraction(2 * 10 * 30 + 20 * 10, 10 * 10));
        // No measure is below that of equal chances, whatever the multipliers say.
        assert_eq!(found(&with(-1, vec![]), [1000, 9000], 0).1, fraction(2, 1));
    }
}
