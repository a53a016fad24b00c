//! Proof that a lottery is as fair as its quotas allow, checked in whole numbers and without a
//! solver. Imports `base` and `lottery::problem`.
//!
//! Take one whole number for each rule: `u[r]` for quota row r, `s` for the number of seats, and
//! `w[q] >= 0` for each cut. Every panel x (seats per profile) then obeys
//!
//! ```text
//! sum_t c[t] x[t] <= s*k + sum_r max(u[r]*min[r], u[r]*max[r]) + sum_q w[q]*most[q] =: b
//! where c[t] = s + sum of u[r] over the rows that count t + sum_q w[q]*coefficient[q][t]
//! ```
//!
//! because each rule, multiplied by its number, is an inequality that holds for every panel, and so
//! does their sum; hence it holds for every average of panels, that is, for every lottery. With R the
//! profiles not settled before this level, F those settled before and promised their seat totals
//! S[t] out of M tickets, and n[t] people in profile t, weak duality gives for every lottery that
//! keeps the promises
//!
//! ```text
//! min over R of the chance <= (M*(b + sum_t max(0,-c[t])*n[t]) - sum_F max(0,c[t])*S[t])
//!                             / (M * sum_R max(0,c[t])*n[t])
//! ```
//!
//! Any whole numbers prove a bound this way, good or bad, so nobody needs to trust where they came
//! from. Compare: leximin by linear programming duality in Flanigan, Gölz, Gupta, Hennig, Procaccia,
//! Nature 596 (2021), supplement; here over profiles and with multipliers on quotas only.

use crate::lottery::problem::Problem;
use num_rational::Ratio;
use serde::{Deserialize, Serialize};

/// An inequality "sum of coefficient times seats <= most" that every panel obeys although not every
/// fractional point within the quotas does.
///
/// That it holds for every panel is the outcome of an integer search, not of the arithmetic here: a
/// claim that rests on a cut is weaker and must be marked so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// (profile, coefficient), ascending by profile, no coefficient zero.
    pub terms: Vec<(u32, i64)>,
    /// The greatest value that any panel reaches.
    pub most: i64,
}

/// Whole-number multipliers of the rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Multipliers {
    /// Multiplier of the number of seats.
    pub seats: i64,
    /// (row, multiplier): positive leans on the row's maximum, negative on its minimum.
    pub rows: Vec<(u32, i64)>,
    /// (cut, multiplier), not negative.
    pub cuts: Vec<(u32, i64)>,
}

/// One level of a leximin lottery: the profiles settled at it and why they cannot have more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Profiles settled here, ascending.
    pub settled: Vec<u32>,
    /// The multipliers that prove the bound.
    pub why: Multipliers,
}

/// The proof of fairness of one lottery.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Profiles that can be on no panel, ascending: their chance is 0 and they take part in no level.
    pub shut_out: Vec<u32>,
    /// Cuts that the multipliers may use. Empty unless the integers make the quotas narrower.
    pub cuts: Vec<Cut>,
    /// Levels from the lowest chance up. Maximin has one.
    pub levels: Vec<Level>,
}

/// A chance, or a bound on one, as an exact fraction.
pub type Fraction = Ratio<i128>;

/// What one level of a certificate proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelBound {
    /// Profiles not settled before this level.
    pub open: usize,
    /// People in profiles settled at this level.
    pub settled_people: u64,
    /// The smallest mean chance of an open profile in this lottery.
    pub least: Fraction,
    /// No lottery that keeps the chances settled before gives every open profile more than this.
    pub bound: Fraction,
    /// Whether the bound leans on a cut or on a profile being shut out.
    pub leans_on_search: bool,
}

/// Why a certificate proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number is out of range: an unknown profile, row or cut, a list out of order, a negative
    /// cut multiplier, or seat totals of another length.
    Malformed,
    /// The numbers are so large that 128-bit arithmetic overflows.
    Overflow,
    /// A profile is settled twice, or both settled and shut out.
    SettledTwice(u32),
    /// A profile marked as shut out holds tickets.
    ShutOutHoldsTickets(u32),
    /// A level bounds nothing: no open profile has a positive weight.
    ProvesNothing(usize),
}

/// Evaluates the bound of every level for a lottery of `tickets` tickets in which profile t has
/// `totals[t]` seats over all tickets.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn bounds(
    problem: &Problem,
    certificate: &Certificate,
    totals: &[u64],
    tickets: u64,
) -> Result<Vec<LevelBound>, Flaw> {
    let profiles = problem.profiles();
    if totals.len() != profiles || tickets == 0 {
        return Err(Flaw::Malformed);
    }
    let cuts_sound = certificate.cuts.iter().all(|cut| {
        ascending(cut.terms.iter().map(|&(t, _)| t))
            && cut.terms.iter().all(|&(t, _)| (t as usize) < profiles)
    });
    if !cuts_sound || !ascending(certificate.shut_out.iter().copied()) {
        return Err(Flaw::Malformed);
    }
    let mut open = vec![true; profiles];
    for &t in &certificate.shut_out {
        let total = totals.get(t as usize).ok_or(Flaw::Malformed)?;
        if *total > 0 {
            return Err(Flaw::ShutOutHoldsTickets(t));
        }
        open[t as usize] = false;
    }
    let shut_out: Vec<bool> = open.iter().map(|o| !o).collect();
    let mut found = Vec::with_capacity(certificate.levels.len());
    for (number, level) in certificate.levels.iter().enumerate() {
        if !ascending(level.settled.iter().copied())
            || level.settled.last().is_some_and(|&t| t as usize >= profiles)
        {
            return Err(Flaw::Malformed);
        }
        if let Some(&t) = level.settled.iter().find(|&&t| !open[t as usize]) {
            return Err(Flaw::SettledTwice(t));
        }
        let least = (0..profiles)
            .filter(|&t| open[t])
            .map(|t| Fraction::new(i128::from(totals[t]), i128::from(tickets) * i128::from(problem.sizes[t])))
            .min()
            .ok_or(Flaw::Malformed)?;
        let bound = level_bound(problem, certificate, &level.why, &open, &shut_out, totals, tickets)?
            .ok_or(Flaw::ProvesNothing(number))?;
        found.push(LevelBound {
            open: open.iter().filter(|&&o| o).count(),
            settled_people: level.settled.iter().map(|&t| u64::from(problem.sizes[t as usize])).sum(),
            least,
            bound,
            leans_on_search: !level.why.cuts.is_empty() || !certificate.shut_out.is_empty(),
        });
        for &t in &level.settled {
            open[t as usize] = false;
        }
    }
    Ok(found)
}

/// The coefficients c and the right-hand side b of the module's first formula.
pub fn combine(
    problem: &Problem,
    cuts: &[Cut],
    multipliers: &Multipliers,
) -> Result<(Vec<i128>, i128), Flaw> {
    let mut weights = vec![i128::from(multipliers.seats); problem.profiles()];
    let mut most = i128::from(multipliers.seats) * i128::from(problem.seats);
    if !ascending(multipliers.rows.iter().map(|&(r, _)| r))
        || !ascending(multipliers.cuts.iter().map(|&(q, _)| q))
    {
        return Err(Flaw::Malformed);
    }
    for &(r, u) in &multipliers.rows {
        let row = problem.rows.get(r as usize).ok_or(Flaw::Malformed)?;
        let (u, min, max) = (i128::from(u), i128::from(row.min), i128::from(row.max));
        most = most.checked_add((u * min).max(u * max)).ok_or(Flaw::Overflow)?;
        for &t in &row.profiles {
            weights[t as usize] = weights[t as usize].checked_add(u).ok_or(Flaw::Overflow)?;
        }
    }
    for &(q, w) in &multipliers.cuts {
        let cut = cuts.get(q as usize).ok_or(Flaw::Malformed)?;
        if w < 0 {
            return Err(Flaw::Malformed);
        }
        most = most.checked_add(i128::from(w) * i128::from(cut.most)).ok_or(Flaw::Overflow)?;
        for &(t, a) in &cut.terms {
            let weight = &mut weights[t as usize];
            *weight = weight.checked_add(i128::from(w) * i128::from(a)).ok_or(Flaw::Overflow)?;
        }
    }
    Ok((weights, most))
}

/// The bound of one level; `None` where the multipliers bound nothing. A chance never exceeds 1, so
/// neither does the bound.
fn level_bound(
    problem: &Problem,
    certificate: &Certificate,
    multipliers: &Multipliers,
    open: &[bool],
    shut_out: &[bool],
    totals: &[u64],
    tickets: u64,
) -> Result<Option<Fraction>, Flaw> {
    let (weights, most) = combine(problem, &certificate.cuts, multipliers)?;
    let mut room = most;
    let mut promised: i128 = 0;
    let mut spread: i128 = 0;
    let add = |sum: &mut i128, weight: i128, count: u64| {
        let product = weight.checked_mul(i128::from(count)).ok_or(Flaw::Overflow)?;
        *sum = sum.checked_add(product).ok_or(Flaw::Overflow)?;
        Ok::<(), Flaw>(())
    };
    for (t, &weight) in weights.iter().enumerate() {
        let people = u64::from(problem.sizes[t]);
        if shut_out[t] {
            // Holds no seat in any panel, whatever its weight.
        } else if weight < 0 {
            add(&mut room, -weight, people)?;
        } else if open[t] {
            add(&mut spread, weight, people)?;
        } else {
            add(&mut promised, weight, totals[t])?;
        }
    }
    let tickets = i128::from(tickets);
    let over = room.checked_mul(tickets).and_then(|r| r.checked_sub(promised)).ok_or(Flaw::Overflow)?;
    let under = spread.checked_mul(tickets).ok_or(Flaw::Overflow)?;
    let everyone_certain =
        (0..open.len()).all(|t| !open[t] || totals[t] as i128 == tickets * i128::from(problem.sizes[t]));
    if under == 0 {
        return Ok(everyone_certain.then(|| Fraction::from_integer(1)));
    }
    Ok(Some(Fraction::new(over, under).min(Fraction::from_integer(1))))
}

/// Whether the multipliers prove, in exact arithmetic, that no panel exists at all: even the smallest
/// possible value of the left-hand side, with 0 <= x[t] <= n[t], exceeds the right-hand side
/// (Farkas' lemma).
pub fn proves_empty(problem: &Problem, cuts: &[Cut], multipliers: &Multipliers) -> bool {
    let Ok((weights, most)) = combine(problem, cuts, multipliers) else { return false };
    let mut least: i128 = 0;
    for (&weight, &people) in weights.iter().zip(&problem.sizes) {
        let Some(sum) = weight.min(0).checked_mul(i128::from(people)).and_then(|w| least.checked_add(w))
        else {
            return false;
        };
        least = sum;
    }
    least > most
}

fn ascending(mut numbers: impl Iterator<Item = u32>) -> bool {
    let mut last = None;
    numbers.all(|n| last.replace(n).is_none_or(|l| l < n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    /// Three people for one seat, two of them women; the panel takes exactly one woman.
    fn toy() -> Problem {
        Problem {
            seats: 2,
            sizes: vec![2, 4],
            rows: vec![Row { profiles: vec![0], min: 1, max: 1 }, Row { profiles: vec![1], min: 0, max: 2 }],
        }
    }

    #[test]
    fn a_hand_made_proof_gives_the_hand_made_bound() {
        // x0 <= 1 gives "at most 1/2 each" to profile 0; k - x0 <= 2 - 1 gives 1/4 to profile 1.
        let certificate = Certificate {
            levels: vec![
                Level { settled: vec![1], why: Multipliers { seats: 1, rows: vec![(0, -1)], cuts: vec![] } },
                Level { settled: vec![0], why: Multipliers { seats: 0, rows: vec![(0, 1)], cuts: vec![] } },
            ],
            ..Certificate::default()
        };
        let found = bounds(&toy(), &certificate, &[8, 8], 8).unwrap();
        assert_eq!(found[0].bound, Fraction::new(1, 4));
        assert_eq!(found[0].least, Fraction::new(1, 4));
        assert_eq!(found[1].bound, Fraction::new(1, 2));
        assert_eq!(found[1].least, Fraction::new(1, 2));
    }

    #[test]
    fn what_proves_nothing_is_refused() {
        let level =
            |why| Certificate { levels: vec![Level { settled: vec![], why }], ..Certificate::default() };
        let nothing = level(Multipliers::default());
        assert_eq!(bounds(&toy(), &nothing, &[8, 8], 8), Err(Flaw::ProvesNothing(0)));
        let negative = level(Multipliers { seats: 0, rows: vec![], cuts: vec![(0, -1)] });
        assert_eq!(bounds(&toy(), &negative, &[8, 8], 8), Err(Flaw::Malformed));
        let unknown = level(Multipliers { seats: 0, rows: vec![(9, 1)], cuts: vec![] });
        assert_eq!(bounds(&toy(), &unknown, &[8, 8], 8), Err(Flaw::Malformed));
        let huge = level(Multipliers { seats: i64::MAX, rows: vec![(0, i64::MAX)], cuts: vec![] });
        assert!(bounds(&toy(), &huge, &[u64::MAX, u64::MAX], u64::MAX).is_err());
    }

    #[test]
    fn an_impossible_demand_is_refuted_by_multipliers() {
        let mut problem = toy();
        problem.rows[0] = Row { profiles: vec![0], min: 3, max: 3 };
        let why = Multipliers { seats: 0, rows: vec![(0, -1)], cuts: vec![] };
        assert!(proves_empty(&problem, &[], &why));
        assert!(!proves_empty(&toy(), &[], &why));
    }
}
