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
//! profiles not settled before this level, F those settled before at chances `v[t]`, and `n[t]` people in
//! profile t, weak duality gives for every lottery that leaves F at least v
//!
//! ```text
//! min over R of the chance <= (b + sum_t max(0,-c[t])*n[t] - sum_F max(0,c[t])*n[t]*v[t])
//!                             / (sum_R max(0,c[t])*n[t])
//! ```
//!
//! The same sum shows who cannot have more. In a lottery that leaves F at least v and R at least the
//! level's value z, nobody of a profile t of R with `c[t] > 0` has more than z by
//!
//! ```text
//! rise = (b + sum_t max(0,-c[t])*n[t] - sum_F max(0,c[t])*n[t]*v[t] - z * sum_R max(0,c[t])*n[t]) / (c[t]*n[t])
//! ```
//!
//! so that a level that settles t with a rise of nearly nothing leaves no choice: level by level, the
//! leximin chances, which are unique, are what the certificate says they are.
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
    /// The chance they are settled at, in parts of [`PARTS`].
    pub value: u64,
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
    /// Levels from the lowest chance up. Maximin has one, objectives without levels none.
    pub levels: Vec<Level>,
    /// For an objective without levels, the multipliers that prove it as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall: Option<Multipliers>,
}

/// Level values are whole multiples of 1 / 10^12.
pub const PARTS: u64 = 1_000_000_000_000;

/// A chance, or a bound on one, as an exact fraction.
pub type Fraction = Ratio<i128>;

/// What one level of a certificate proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelBound {
    /// People in profiles settled at this level.
    pub people: u64,
    /// The chance they are settled at.
    pub value: Fraction,
    /// No lottery that leaves everybody settled before at least their level's value gives everybody
    /// else more than this.
    pub bound: Fraction,
    /// The most by which anybody settled here can exceed the level's value in a lottery that leaves
    /// everybody settled before, and everybody open, at least what the certificate says. `None` where
    /// that is not shown for some.
    pub rise: Option<Fraction>,
    /// Whether the bound leans on a cut or on a profile being shut out.
    pub leans_on_search: bool,
}

impl LevelBound {
    /// Bound less value: how much fairer a lottery could still be at this level. Negative only if the
    /// value is beyond what any lottery can give.
    pub fn gap(&self) -> Fraction {
        self.bound - self.value
    }
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
    /// A level bounds nothing: no open profile has a positive weight.
    ProvesNothing(usize),
}

/// Evaluates the bound of every level.
///
/// # Errors
/// [`Flaw`] where the certificate cannot be read as a proof.
pub fn bounds(problem: &Problem, certificate: &Certificate) -> Result<Vec<LevelBound>, Flaw> {
    let profiles = problem.profiles();
    // Ascending, so the last is the largest.
    let listed = |list: &[u32]| {
        ascending(list.iter().copied()) && list.last().is_none_or(|&t| (t as usize) < profiles)
    };
    let cuts_sound = certificate.cuts.iter().all(|cut| {
        let profiles: Vec<u32> = cut.terms.iter().map(|&(t, _)| t).collect();
        listed(&profiles)
    });
    if !cuts_sound || !listed(&certificate.shut_out) || certificate.levels.iter().any(|l| !listed(&l.settled))
    {
        return Err(Flaw::Malformed);
    }
    let mut standing = vec![Standing::Open; profiles];
    for &t in &certificate.shut_out {
        standing[t as usize] = Standing::ShutOut;
    }
    let mut found = Vec::with_capacity(certificate.levels.len());
    for (number, level) in certificate.levels.iter().enumerate() {
        if let Some(&t) = level.settled.iter().find(|&&t| standing[t as usize] != Standing::Open) {
            return Err(Flaw::SettledTwice(t));
        }
        if level.value > PARTS || level.settled.is_empty() {
            return Err(Flaw::Malformed);
        }
        let one = Fraction::from_integer(1);
        let (bound, rise) = if level.value == PARTS {
            (one, Some(Fraction::from_integer(0)))
        } else {
            level_bound(problem, certificate, level, &standing)?.ok_or(Flaw::ProvesNothing(number))?
        };
        found.push(LevelBound {
            people: level.settled.iter().map(|&t| u64::from(problem.sizes[t as usize])).sum(),
            value: Fraction::new(i128::from(level.value), i128::from(PARTS)),
            bound,
            rise,
            leans_on_search: !level.why.cuts.is_empty() || !certificate.shut_out.is_empty(),
        });
        for &t in &level.settled {
            standing[t as usize] = Standing::Settled(level.value);
        }
    }
    Ok(found)
}

/// The chance at which the certificate settles each profile, in parts of [`PARTS`]; `None` for profiles
/// that no level settles. Shut-out profiles have 0.
pub fn values(profiles: usize, certificate: &Certificate) -> Vec<Option<u64>> {
    let mut values = vec![None; profiles];
    let mut set = |t: u32, value: u64| {
        if let Some(place) = values.get_mut(t as usize) {
            *place = Some(value);
        }
    };
    certificate.shut_out.iter().for_each(|&t| set(t, 0));
    certificate.levels.iter().for_each(|level| level.settled.iter().for_each(|&t| set(t, level.value)));
    values
}

/// Where a profile stands before a level.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Open,
    Settled(u64),
    ShutOut,
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

/// The bound of one level, and the rise; `None` where the multipliers bound nothing. A chance never
/// exceeds 1, so neither does the bound.
fn level_bound(
    problem: &Problem,
    certificate: &Certificate,
    level: &Level,
    standing: &[Standing],
) -> Result<Option<(Fraction, Option<Fraction>)>, Flaw> {
    let (weights, most) = combine(problem, &certificate.cuts, &level.why)?;
    let mut room = most;
    let mut promised: i128 = 0;
    let mut spread: i128 = 0;
    let add = |sum: &mut i128, weight: i128, count: i128| {
        let product = weight.checked_mul(count).ok_or(Flaw::Overflow)?;
        *sum = sum.checked_add(product).ok_or(Flaw::Overflow)?;
        Ok::<(), Flaw>(())
    };
    for ((&weight, &people), standing) in weights.iter().zip(&problem.sizes).zip(standing) {
        let people = i128::from(people);
        match standing {
            // Holds no seat in any panel, whatever its weight.
            Standing::ShutOut => {}
            _ if weight < 0 => add(&mut room, weight.checked_neg().ok_or(Flaw::Overflow)?, people)?,
            Standing::Open => add(&mut spread, weight, people)?,
            Standing::Settled(value) => add(&mut promised, weight, people * i128::from(*value))?,
        }
    }
    let parts = i128::from(PARTS);
    let over = room.checked_mul(parts).and_then(|r| r.checked_sub(promised)).ok_or(Flaw::Overflow)?;
    let under = spread.checked_mul(parts).ok_or(Flaw::Overflow)?;
    if under <= 0 {
        return Ok(None);
    }
    let kept = spread.checked_mul(i128::from(level.value)).ok_or(Flaw::Overflow)?;
    let slack = over.checked_sub(kept).ok_or(Flaw::Overflow)?;
    let of = |&t: &u32| weights[t as usize].checked_mul(i128::from(problem.sizes[t as usize]));
    let least = level.settled.iter().map(of).min().flatten();
    let least = least.and_then(|weight| weight.checked_mul(parts)).filter(|&weight| weight > 0);
    let rise = least.map(|weight| Fraction::new(slack.max(0), weight));
    Ok(Some((Fraction::new(over, under).min(Fraction::from_integer(1)), rise)))
}

/// Whether the multipliers prove, in exact arithmetic, that no panel exists at all: even the smallest
/// possible value of the left-hand side, with `0 <= x[t] <= n[t]`, exceeds the right-hand side
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

    fn level(settled: Vec<u32>, value: u64, seats: i64, rows: Vec<(u32, i64)>) -> Level {
        Level { settled, value, why: Multipliers { seats, rows, cuts: vec![] } }
    }

    fn of(levels: Vec<Level>) -> Certificate {
        Certificate { levels, ..Certificate::default() }
    }

    #[test]
    fn a_hand_made_proof_gives_the_hand_made_bound() {
        // Two seats less the one woman leave one for four men; one seat for two women.
        let men = level(vec![1], PARTS / 4, 1, vec![(0, -1)]);
        let women = level(vec![0], PARTS / 2, 0, vec![(0, 1)]);
        let found = bounds(&toy(), &of(vec![men, women])).unwrap();
        assert_eq!(found[0].bound, Fraction::new(1, 4));
        assert_eq!(found[0].gap(), Fraction::from_integer(0));
        assert_eq!(found[1].bound, Fraction::new(1, 2));
        assert_eq!((found[0].people, found[1].people), (4, 2));
    }

    #[test]
    fn what_proves_nothing_is_refused() {
        let refused = |level: Level| bounds(&toy(), &of(vec![level])).unwrap_err();
        assert_eq!(refused(level(vec![1], 5, 0, vec![])), Flaw::ProvesNothing(0));
        assert_eq!(refused(level(vec![1], 5, 0, vec![(9, 1)])), Flaw::Malformed);
        assert_eq!(refused(level(vec![1, 1], 5, 1, vec![])), Flaw::Malformed);
        assert_eq!(refused(level(vec![2], 5, 1, vec![])), Flaw::Malformed);
        assert_eq!(refused(level(vec![1], PARTS + 1, 1, vec![])), Flaw::Malformed);
        let negative = Multipliers { seats: 1, rows: vec![], cuts: vec![(0, -1)] };
        assert_eq!(refused(Level { settled: vec![1], value: 5, why: negative }), Flaw::Malformed);
        let twice = of(vec![level(vec![1], 5, 1, vec![]), level(vec![1], 5, 1, vec![])]);
        assert_eq!(bounds(&toy(), &twice), Err(Flaw::SettledTwice(1)));
    }

    #[test]
    fn numbers_too_large_are_a_flaw_and_not_a_crash() {
        let problem = Problem {
            seats: u32::MAX,
            sizes: vec![u32::MAX; 2],
            rows: vec![Row { profiles: vec![0, 1], min: 0, max: u32::MAX }; 3],
        };
        let rows = (0..3).map(|r| (r, i64::MAX)).collect();
        assert_eq!(bounds(&problem, &of(vec![level(vec![1], 5, i64::MAX, rows)])), Err(Flaw::Overflow));
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
