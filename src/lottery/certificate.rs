//! What proves that a lottery is as fair as its quotas allow: whole numbers, one for each rule, which
//! anybody can multiply out. Imports `base` and `lottery::problem`.
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
//! does their sum; hence it holds for every average of panels, that is, for every lottery. Any whole
//! numbers prove such an inequality, so nobody needs to trust where they came from. What follows for the
//! levels of leximin is in [`fairest`](super::fairest), for nash and goldilocks in [`overall`](super::overall).

use crate::base::errors;
use crate::lottery::problem::Problem;
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, ToPrimitive};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt::Display;
use std::str::FromStr;

/// An exact fraction of any size.
pub type Exact = Ratio<BigInt>;

/// Digits that a number in a certificate may have, whatever the rules: with more, checking takes minutes. Ours have some
/// hundreds.
const MOST_DIGITS: usize = 10_000;
/// As many, less what [`most_digits`] adds, in binary.
const MOST_BITS: u64 = 33_000;

/// How many binary digits the common denominator of leximin's chances can have at most, so that nobody is kept busy by
/// numbers that no true certificate has.
///
/// Say there are L chances below 1. Each of them is the one unknown that its level adds to an equation that holds exactly
/// in n v: a sum of rules that are at their ends (see [`fairest`](super::fairest)). So among the rules that are leaned on
/// there are L that determine the chances, and by Cramer's rule these are whole numbers over a determinant. In its row of
/// a rule stand, chance by chance, the people whom the rule counts, of a cut times their coefficients; so it is at most
/// the product over all rules of all the people that each counts. 64 digits are added, so that of a slip or a small lie it
/// can be said which level shows nothing.
pub fn room(problem: &Problem, cuts: &[Cut]) -> u64 {
    let bits = |people: u128| u64::from(u128::BITS - people.leading_zeros());
    let size = |t: u32| problem.sizes.get(t as usize).map_or(0, |&n| u128::from(n));
    let seats = bits(problem.people().into());
    let rows = problem.rows.iter().map(|row| bits(row.profiles.iter().map(|&t| size(t)).sum()));
    let cut = |cut: &Cut| -> u128 {
        cut.terms.iter().map(|&(t, a)| u128::from(a.unsigned_abs()) * size(t)).fold(0, u128::saturating_add)
    };
    let rules = seats + rows.sum::<u64>() + cuts.iter().map(|c| bits(cut(c))).sum::<u64>();
    (rules + 64).min(MOST_BITS)
}

/// How many decimal digits in a row any number of a certificate can have: those of the common denominator, and for
/// multipliers, and for the seats near nash, those of a number of 64 bits besides. Multipliers are determined by rules as
/// chances are.
pub fn most_digits(problem: &Problem, cuts: &[Cut]) -> usize {
    usize::try_from((room(problem, cuts) + 64) * 30_103 / 100_000 + 1).unwrap_or(MOST_DIGITS)
}

/// A number that files show as text, for it may be large: `-17`, `13/199`; up to 10,000 digits, and as many below
/// the line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text<T>(pub T);

/// A whole number of any size.
pub type Whole = Text<BigInt>;

impl<T: Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de, T: FromStr> Deserialize<'de> for Text<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.split('/').any(|part| part.trim_start_matches('-').len() > MOST_DIGITS) {
            return Err(de::Error::custom("too long a number"));
        }
        text.parse().map(Self).map_err(|_| de::Error::custom("not such a number"))
    }
}

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

/// Multipliers of the rules. In a certificate they are whole numbers of any size.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Multipliers<N = i64> {
    /// Multiplier of the number of seats.
    pub seats: N,
    /// (row, multiplier): positive leans on the row's maximum, negative on its minimum.
    pub rows: Vec<(u32, N)>,
    /// (cut, multiplier).
    pub cuts: Vec<(u32, N)>,
}

/// One level of a leximin lottery: the profiles settled at it and why they cannot have more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// Profiles settled here, ascending.
    pub settled: Vec<u32>,
    /// The chance they are settled at, in lowest terms.
    pub value: Text<Exact>,
    /// The multipliers that prove it.
    pub why: Multipliers<Whole>,
}

impl Level {
    /// The chance they are settled at, as a floating-point number.
    pub fn chance(&self) -> f64 {
        nearly(&self.value.0)
    }
}

/// A fraction as a floating-point number, to about 15 digits; NaN beyond its range.
pub fn nearly(exact: &Exact) -> f64 {
    let scale = 1u128 << 96;
    ((exact.numer() * scale) / exact.denom()).to_f64().unwrap_or(f64::NAN) / scale as f64
}

/// The proof of an objective without levels.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overall {
    /// Nash: chances within a hair of the best, as seats of each profile in parts of 1 / `parts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
    /// The multipliers.
    pub why: Multipliers<Whole>,
}

/// Expected seats of each profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// What the seats are counted in: so many are one seat. At least 1.
    pub parts: Whole,
    /// Seats of each profile, in these parts.
    pub seats: Vec<Whole>,
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
    /// For an objective without levels, what proves it as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall: Option<Overall>,
}

/// Why a certificate proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A number is out of range: an unknown profile, row or cut, a list out of order, a negative
    /// cut multiplier, or seat totals of another length.
    Malformed,
    /// The numbers are so large that 128-bit arithmetic overflows.
    Overflow,
    /// The multipliers bound nothing.
    ProvesNothing,
}

errors!(Flaw);

impl Certificate {
    /// Whether every list ascends and names profiles that exist, and no profile stands in two of them.
    pub fn is_well_formed(&self, profiles: usize) -> bool {
        let listed = |list: &mut dyn Iterator<Item = u32>| {
            let list: Vec<u32> = list.collect();
            // Ascending, so the last is the largest.
            ascending(list.iter().copied()) && list.last().is_none_or(|&t| (t as usize) < profiles)
        };
        let groups = || std::iter::once(&self.shut_out).chain(self.levels.iter().map(|level| &level.settled));
        let mut all: Vec<u32> = groups().flatten().copied().collect();
        all.sort_unstable();
        self.cuts.iter().all(|cut| listed(&mut cut.terms.iter().map(|term| term.0)))
            && groups().all(|group| listed(&mut group.iter().copied()))
            && ascending(all.into_iter())
    }

    /// For each profile whether it is said to be on no panel.
    pub fn shut(&self, profiles: usize) -> Vec<bool> {
        let mut shut = vec![false; profiles];
        self.shut_out.iter().for_each(|&t| shut[t as usize] = true);
        shut
    }
}

/// The coefficients c and the right-hand side b of the module's formula, in 128 bits.
///
/// # Errors
/// [`Flaw`] where the multipliers cannot be read as a proof.
pub fn combine(
    problem: &Problem,
    cuts: &[Cut],
    multipliers: &Multipliers,
) -> Result<(Vec<i128>, i128), Flaw> {
    combined(problem, cuts, multipliers, |&u| u.into())
}

/// The same in whole numbers of any size.
///
/// # Errors
/// As for [`combine`].
pub fn combine_exactly(
    problem: &Problem,
    cuts: &[Cut],
    multipliers: &Multipliers<Whole>,
) -> Result<(Vec<BigInt>, BigInt), Flaw> {
    combined(problem, cuts, multipliers, |u| u.0.clone())
}

fn combined<M, N>(
    problem: &Problem,
    cuts: &[Cut],
    multipliers: &Multipliers<M>,
    number: impl Fn(&M) -> N,
) -> Result<(Vec<N>, N), Flaw>
where
    N: CheckedAdd + CheckedMul + Clone + Ord + From<i64>,
{
    let times = |a: &N, b: i64| a.checked_mul(&b.into()).ok_or(Flaw::Overflow);
    let plus = |a: &N, b: &N| a.checked_add(b).ok_or(Flaw::Overflow);
    if !ascending(multipliers.rows.iter().map(|&(r, _)| r))
        || !ascending(multipliers.cuts.iter().map(|&(q, _)| q))
    {
        return Err(Flaw::Malformed);
    }
    let seats = number(&multipliers.seats);
    let mut most = times(&seats, problem.seats.into())?;
    let mut weights = vec![seats; problem.profiles()];
    for (r, u) in &multipliers.rows {
        let row = problem.rows.get(*r as usize).ok_or(Flaw::Malformed)?;
        let u = number(u);
        most = plus(&most, &times(&u, row.min.into())?.max(times(&u, row.max.into())?))?;
        for &t in &row.profiles {
            weights[t as usize] = plus(&weights[t as usize], &u)?;
        }
    }
    for (q, w) in &multipliers.cuts {
        let cut = cuts.get(*q as usize).ok_or(Flaw::Malformed)?;
        let w = number(w);
        if w < N::from(0) {
            return Err(Flaw::Malformed);
        }
        most = plus(&most, &times(&w, cut.most)?)?;
        for &(t, a) in &cut.terms {
            weights[t as usize] = plus(&weights[t as usize], &times(&w, a)?)?;
        }
    }
    Ok((weights, most))
}

/// Whether the multipliers prove, in exact arithmetic, that no panel exists at all: even the smallest
/// possible value of the left-hand side, with `0 <= x[t] <= n[t]`, exceeds the right-hand side
/// (Farkas' lemma).
#[cfg(test)]
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

pub(super) fn ascending(mut numbers: impl Iterator<Item = u32>) -> bool {
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

    fn with(seats: i64, rows: Vec<(u32, i64)>, cuts: Vec<(u32, i64)>) -> Multipliers {
        Multipliers { seats, rows, cuts }
    }

    #[test]
    fn a_combination_by_hand() {
        let cut = Cut { terms: vec![(1, 2)], most: 3 };
        let combined = |why| combine(&toy(), std::slice::from_ref(&cut), &why);
        // Twice the seats, less three times the first row (at least 1), five times the second (at most 2),
        // four times the cut.
        assert_eq!(
            combined(with(2, vec![(0, -3), (1, 5)], vec![(0, 4)])),
            Ok((vec![2 - 3, 2 + 5 + 4 * 2], 2 * 2 - 3 + 5 * 2 + 4 * 3))
        );
        // A minimum of nothing is worth nothing, and a maximum is worth itself: never the smaller.
        assert_eq!(combined(with(0, vec![(1, -7)], vec![])), Ok((vec![0, -7], 0)));
        assert_eq!(combined(with(0, vec![(1, 7)], vec![])), Ok((vec![0, 7], 14)));
        // Numbers of any size give the same.
        let list = |list: [(u32, i64); 2]| list.map(|(r, u)| (r, Text(BigInt::from(u)))).to_vec();
        let rows = list([(0, -3), (1, 5)]);
        let why = Multipliers { seats: Text(2.into()), rows, cuts: vec![(0, Text(4.into()))] };
        let exact = combine_exactly(&toy(), std::slice::from_ref(&cut), &why);
        assert_eq!(
            exact,
            Ok((vec![(2 - 3).into(), (2 + 5 + 4 * 2).into()], (2 * 2 - 3 + 5 * 2 + 4 * 3).into()))
        );
    }

    #[test]
    fn what_is_no_combination_of_the_rules_is_refused() {
        let cut = Cut { terms: vec![(1, 2)], most: 3 };
        let refused = |why| combine(&toy(), std::slice::from_ref(&cut), &why) == Err(Flaw::Malformed);
        // A cut has only one end.
        assert!(refused(with(1, vec![], vec![(0, -1)])));
        assert!(!refused(with(1, vec![], vec![(0, 0)])));
        assert!(!refused(with(1, vec![], vec![(0, 1)])));
        assert!(refused(with(1, vec![], vec![(1, 1)])));
        assert!(refused(with(1, vec![(2, 1)], vec![])));
        assert!(refused(with(1, vec![(1, 1), (0, 1)], vec![])));
        assert!(refused(with(1, vec![(1, 1), (1, 1)], vec![])));
        assert!(refused(with(1, vec![], vec![(0, 1), (0, 1)])));
    }

    #[test]
    fn lists_out_of_order_or_range_are_seen() {
        let level = |settled: Vec<u32>| Level {
            settled,
            value: Text(Exact::new(1.into(), 2.into())),
            why: Multipliers::default(),
        };
        let of = |shut_out: Vec<u32>, levels: Vec<Level>, terms: Vec<(u32, i64)>| {
            let cuts = vec![Cut { terms, most: 0 }];
            Certificate { shut_out, cuts, levels, overall: None }.is_well_formed(3)
        };
        assert!(of(vec![1], vec![level(vec![0]), level(vec![2])], vec![(0, 1), (2, 1)]));
        assert!(!of(vec![1], vec![level(vec![0, 1])], vec![]));
        assert!(!of(vec![], vec![level(vec![0]), level(vec![0])], vec![]));
        assert!(!of(vec![], vec![level(vec![1, 0])], vec![]));
        assert!(!of(vec![3], vec![], vec![]));
        assert!(!of(vec![], vec![level(vec![3])], vec![]));
        assert!(!of(vec![], vec![], vec![(3, 1)]));
        assert!(!of(vec![], vec![], vec![(1, 1), (1, 1)]));
    }

    #[test]
    fn numbers_too_large_are_a_flaw_and_not_a_crash() {
        let problem = Problem {
            seats: u32::MAX,
            sizes: vec![u32::MAX; 2],
            rows: vec![Row { profiles: vec![0, 1], min: 0, max: u32::MAX }; 3],
        };
        let cut = Cut { terms: vec![(0, i64::MAX)], most: i64::MAX };
        let why = with(i64::MAX, vec![(0, i64::MAX)], vec![(0, i64::MAX)]);
        assert!(combine(&problem, std::slice::from_ref(&cut), &why).is_ok());
        let two = with(0, vec![], vec![(0, i64::MAX), (1, i64::MAX), (2, i64::MAX)]);
        assert_eq!(combine(&problem, &vec![cut; 3], &two), Err(Flaw::Overflow));
    }

    #[test]
    fn numbers_of_any_size_are_text_in_one_form() {
        let exact: Text<Exact> = serde_json::from_str("\"13/199\"").unwrap();
        assert_eq!(exact.0, Exact::new(13.into(), 199.into()));
        assert_eq!(serde_json::to_string(&exact).unwrap(), "\"13/199\"");
        let huge = "\"-170141183460469231731687303715884105728000\"";
        let whole: Whole = serde_json::from_str(huge).unwrap();
        assert_eq!(serde_json::to_string(&whole).unwrap(), huge);
        for no in ["\"1/0\"", "\"\"", "\"x\"", "3", "\"0.5\""] {
            assert!(serde_json::from_str::<Text<Exact>>(no).is_err(), "{no}");
        }
        assert!((nearly(&exact.0) - 13.0 / 199.0).abs() < 1e-16);
        // Read as a text, for reading so large a number takes a while.
        let long = |digits| serde_json::from_str::<Text<String>>(&format!("\"-{}\"", "7".repeat(digits)));
        assert!(
            long(MOST_DIGITS).is_ok() && long(MOST_DIGITS + 1).is_err() && long(MOST_DIGITS + 2).is_err()
        );
    }

    #[test]
    fn how_long_numbers_can_be_follows_from_the_people_that_each_rule_counts() {
        // Six people, two in the first row and four in the second: 3 + 2 + 3 binary digits, and 64.
        assert_eq!((room(&toy(), &[]), most_digits(&toy(), &[])), (72, 41));
        // A cut counts its people as often as it says, whatever the sign.
        let cut = |a| Cut { terms: vec![(1, a), (9, 1)], most: 0 };
        assert_eq!([room(&toy(), &[cut(4)]), room(&toy(), &[cut(-4), cut(1)])], [72 + 5, 72 + 5 + 3]);
        // However many rules there are, there is an end.
        let many = Problem { rows: vec![toy().rows[1].clone(); 20_000], ..toy() };
        assert_eq!((room(&many, &[]), most_digits(&many, &[])), (MOST_BITS, 9_954));
        assert!(most_digits(&many, &vec![cut(i64::MIN); 9]) <= MOST_DIGITS);
    }

    #[test]
    fn who_is_shut_out_and_the_chance_of_a_level() {
        let certificate = Certificate { shut_out: vec![1], ..Certificate::default() };
        assert_eq!(certificate.shut(3), [false, true, false]);
        let value = Text(Exact::new(3.into(), 8.into()));
        let level = Level { settled: vec![0], value, why: Multipliers::default() };
        assert_eq!(level.chance(), 0.375);
    }

    #[test]
    fn an_impossible_demand_is_refuted_by_multipliers() {
        let mut problem = toy();
        problem.rows[0] = Row { profiles: vec![0], min: 3, max: 3 };
        let why = Multipliers { seats: 0, rows: vec![(0, -1)], cuts: vec![] };
        assert!(proves_empty(&problem, &[], &why));
        assert!(!proves_empty(&toy(), &[], &why));
    }

    #[test]
    fn only_more_than_there_can_be_proves_that_there_is_no_panel() {
        let empty = |problem: &Problem, why: Multipliers| proves_empty(problem, &[], &why);
        // Two seats and one person: -x <= -2, and x is at most 1.
        let mut few = Problem { seats: 2, sizes: vec![1], rows: vec![] };
        assert!(empty(&few, with(-1, vec![], vec![])));
        // With two people it is exactly possible.
        few.sizes = vec![2];
        assert!(!empty(&few, with(-1, vec![], vec![])));
        // Nobody need sit, so a positive weight says nothing, and no multipliers say nothing.
        assert!(!empty(&toy(), with(1, vec![], vec![])));
        assert!(!empty(&toy(), with(0, vec![], vec![])));
    }
}
