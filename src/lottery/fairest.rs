//! Whether chances are the leximin chances, exactly, and what leximin and maximin prove: in whole numbers
//! of any size and without a solver. Imports `lottery::{problem, certificate}`.
//!
//! A certificate settles each profile that can be on some panel at a chance: `v[t]`, and 0 for a profile
//! that can be on none. Let Q be all x (seats per profile, perhaps in fractions, `0 <= x[t] <= n[t]`) that
//! meet every rule: the number of seats, the quotas, the cuts. Every lottery's expected seats are in Q. If
//!
//! 1. `n v` is in Q, and
//! 2. level by level, chances not falling, the multipliers of each satisfy (with c as in
//!    [`certificate`](super::certificate), z the level's chance)
//!    - a rule with a positive multiplier is at its maximum in n v, one with a negative at its minimum, and
//!      one of an earlier level's may have either;
//!    - a profile that is not settled or weighed before has c > 0 only if `v[t] = z`, and c < 0 only if
//!      `v[t] = 1`; and every profile settled here has c > 0, or was weighed before,
//!
//! then no x in Q but n v has chances that are as fair, in the leximin order. For let x be in Q and as fair.
//! By induction x agrees with n v in every profile settled or weighed, and in every rule leaned on, before;
//! hence everybody open has at least z in x, and
//!
//! ```text
//! sum over open t of c[t] (x[t] - n[t] v[t]) = sum over rules of u (their sum in x - their sum in n v) <= 0
//! ```
//!
//! where no term on the left is negative: if c > 0 then `x[t] >= n[t] z`, if c < 0 then `x[t] <= n[t]`. So
//! all terms are 0: x agrees in every profile weighed here and in every rule leaned on here. At the end it
//! agrees everywhere. (Complementary slackness; leximin chances are unique: Flanigan, Gölz, Gupta, Hennig,
//! Procaccia, Nature 596, 2021.)
//!
//! So no lottery is fairer than v, and how far anybody's tickets are from v is a matter of counting: there is
//! no slack that one person could gather from many.

use super::certificate::{Certificate, Cut, Exact, Flaw, Multipliers, Whole, combine_exactly, room};
use super::problem::Problem;
use crate::base::errors;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Why chances are not shown to be the leximin chances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// So many profiles are neither settled nor said to be on no panel.
    Unsettled(usize),
    /// The chances do not meet the rules, or do not ascend level by level.
    Chances,
    /// The multipliers of this level, counted from 0, do not show that nobody in it can have more.
    Level(usize),
    /// The chances have a common denominator that the fairest chances under these rules cannot have.
    Denominator,
}

errors!(Doubt);

/// The exact leximin chance of the members of each profile, as whole multiples of 1 / `parts`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fairest {
    /// What chances are counted in.
    pub parts: BigInt,
    /// Chance by profile, in these parts.
    pub chance: Vec<BigInt>,
}

/// The leximin chances, if the certificate proves that they are.
///
/// # Errors
/// [`Doubt`]. The certificate must be [well formed](Certificate::is_well_formed).
pub fn fairest(problem: &Problem, certificate: &Certificate) -> Result<Fairest, Doubt> {
    let profiles = problem.profiles();
    let levels = &certificate.levels;
    let settled: usize = levels.iter().map(|level| level.settled.len()).sum();
    if settled + certificate.shut_out.len() != profiles {
        return Err(Doubt::Unsettled(profiles - settled - certificate.shut_out.len()));
    }
    let room = room(problem, &certificate.cuts);
    let mut parts = BigInt::one();
    for level in levels {
        let denominator = level.value.0.denom();
        if !parts.is_multiple_of(denominator) {
            parts = parts.lcm(denominator);
        }
        if parts.bits() > room {
            return Err(Doubt::Denominator);
        }
    }
    let values: Vec<BigInt> =
        levels.iter().map(|level| level.value.0.numer() * (&parts / level.value.0.denom())).collect();
    let ascend = values.windows(2).all(|pair| pair[0] <= pair[1]);
    if !ascend || values.first().is_some_and(|v| v.is_negative()) || values.last().is_some_and(|v| *v > parts)
    {
        return Err(Doubt::Chances);
    }
    // Profiles that are shut out are of no level.
    let mut level_of: Vec<Option<usize>> = vec![None; profiles];
    for (number, level) in levels.iter().enumerate() {
        level.settled.iter().for_each(|&t| level_of[t as usize] = Some(number));
    }
    let mut rules =
        Rules::of(problem, &certificate.cuts, &level_of, &values, &parts).ok_or(Doubt::Chances)?;
    let mut weighed: Vec<bool> = level_of.iter().map(Option::is_none).collect();
    for (number, level) in levels.iter().enumerate() {
        let z = &values[number];
        // A chance of 1 is the most that there is.
        if *z < parts {
            let sound = rules.lean(&level.why);
            let weights = weigh(problem, &certificate.cuts, &level.why).ok_or(Doubt::Level(number))?;
            let fits = |t: usize| {
                let v = &values[level_of[t].unwrap_or(0)];
                weighed[t]
                    || weights[t].is_zero()
                    || if weights[t].is_positive() { v == z } else { *v == parts }
            };
            let held = |&t: &u32| weighed[t as usize] || weights[t as usize].is_positive();
            if !sound || !(0..profiles).all(fits) || !level.settled.iter().all(held) {
                return Err(Doubt::Level(number));
            }
            weighed.iter_mut().zip(&weights).for_each(|(weighed, c)| *weighed |= !c.is_zero());
        }
        level.settled.iter().for_each(|&t| weighed[t as usize] = true);
    }
    let chance = level_of.iter().map(|level| level.map_or(BigInt::zero(), |l| values[l].clone())).collect();
    Ok(Fairest { parts, chance })
}

/// Where n v stands in each rule, quota rows first and then cuts, and which rules it is known that every lottery as
/// fair keeps in the same place.
struct Rules {
    rows: Vec<Stand>,
    cuts: Vec<Stand>,
}

#[derive(Clone, Default)]
struct Stand {
    at_least: bool,
    at_most: bool,
    held: bool,
}

impl Stand {
    /// Whether a multiplier may lean on it; from then on it is held.
    fn lean(&mut self, multiplier: &BigInt) -> bool {
        let sound = self.held
            || if multiplier.is_positive() { self.at_most } else { self.at_least || multiplier.is_zero() };
        self.held |= !multiplier.is_zero();
        sound
    }
}

impl Rules {
    /// `None` if n v breaks a rule.
    fn of(
        problem: &Problem,
        cuts: &[Cut],
        level_of: &[Option<usize>],
        values: &[BigInt],
        parts: &BigInt,
    ) -> Option<Self> {
        // People of each level, weighed by a rule, times the level's chance.
        let sum = |terms: &mut dyn Iterator<Item = (u32, i64)>| -> BigInt {
            let mut people = vec![0i128; values.len()];
            for (t, a) in terms {
                if let Some(level) = level_of[t as usize] {
                    people[level] += i128::from(a) * i128::from(problem.sizes[t as usize]);
                }
            }
            people.into_iter().zip(values).filter(|(n, _)| *n != 0).map(|(n, v)| v * n).sum()
        };
        let seats = sum(&mut (0..problem.profiles() as u32).map(|t| (t, 1)));
        if seats != parts * problem.seats {
            return None;
        }
        let mut rules = Self { rows: Vec::new(), cuts: Vec::new() };
        for row in &problem.rows {
            let taken = sum(&mut row.profiles.iter().map(|&t| (t, 1)));
            let (min, max) = (parts * row.min, parts * row.max);
            if taken < min || taken > max {
                return None;
            }
            rules.rows.push(Stand { at_least: taken == min, at_most: taken == max, held: false });
        }
        for cut in cuts {
            let (taken, most) = (sum(&mut cut.terms.iter().copied()), parts * cut.most);
            if taken > most {
                return None;
            }
            rules.cuts.push(Stand { at_least: false, at_most: taken == most, held: false });
        }
        Some(rules)
    }

    fn lean(&mut self, why: &Multipliers<Whole>) -> bool {
        let lean = |stands: &mut [Stand], list: &[(u32, Whole)]| {
            list.iter().all(|(r, u)| stands.get_mut(*r as usize).is_some_and(|stand| stand.lean(&u.0)))
        };
        lean(&mut self.rows, &why.rows) && lean(&mut self.cuts, &why.cuts)
    }
}

/// The weight of each profile; `None` for rules that do not exist or are out of order. A cut that is held may
/// have a negative multiplier here.
fn weigh(problem: &Problem, cuts: &[Cut], why: &Multipliers<Whole>) -> Option<Vec<BigInt>> {
    let positive = Multipliers { cuts: Vec::new(), ..why.clone() };
    let (mut weights, _) = combine_exactly(problem, cuts, &positive).ok()?;
    if !super::certificate::ascending(why.cuts.iter().map(|&(q, _)| q)) {
        return None;
    }
    for (q, w) in &why.cuts {
        for &(t, a) in &cuts.get(*q as usize)?.terms {
            weights[t as usize] += &w.0 * a;
        }
    }
    Some(weights)
}

/// The most that the smallest chance of anybody who can be on some panel can be, by the multipliers of the first
/// level: `sum c x <= b` gives, for the smallest chance y,
///
/// ```text
/// y * (sum of c[t] n[t] over c > 0) <= b + sum of -c[t] n[t] over c < 0
/// ```
///
/// and a chance is at most 1.
///
/// # Errors
/// [`Flaw`] where there is no level, or where it proves nothing.
pub fn smallest(problem: &Problem, certificate: &Certificate) -> Result<Exact, Flaw> {
    let level = certificate.levels.first().ok_or(Flaw::ProvesNothing)?;
    let one = Exact::from_integer(1.into());
    if level.value.0 == one {
        return Ok(one);
    }
    let (weights, mut room) = combine_exactly(problem, &certificate.cuts, &level.why)?;
    let shut = certificate.shut(problem.profiles());
    let mut spread = BigInt::zero();
    for ((weight, &people), _) in weights.iter().zip(&problem.sizes).zip(&shut).filter(|(_, shut)| !**shut) {
        if weight.is_positive() { spread += weight * people } else { room -= weight * people }
    }
    if spread.is_zero() { Err(Flaw::ProvesNothing) } else { Ok(Exact::new(room, spread).min(one)) }
}

#[cfg(test)]
mod tests {
    use super::super::certificate::{Level, Text};
    use super::super::problem::Row;
    use super::*;

    fn why(seats: i64, rows: &[(u32, i64)], cuts: &[(u32, i64)]) -> Multipliers<Whole> {
        let list = |list: &[(u32, i64)]| list.iter().map(|&(r, u)| (r, Text(u.into()))).collect();
        Multipliers { seats: Text(seats.into()), rows: list(rows), cuts: list(cuts) }
    }

    fn level(settled: &[u32], (a, b): (i64, i64), why: Multipliers<Whole>) -> Level {
        Level { settled: settled.to_vec(), value: Text(Exact::new(a.into(), b.into())), why }
    }

    fn of(levels: Vec<Level>) -> Certificate {
        Certificate { levels, ..Certificate::default() }
    }

    /// Two women, four men and one other for three seats; one seat is a woman's, and at most one is the other's.
    fn toy() -> Problem {
        let row = |t, min, max| Row { profiles: vec![t], min, max };
        Problem { seats: 3, sizes: vec![2, 4, 1], rows: vec![row(0, 1, 1), row(1, 0, 3), row(2, 0, 1)] }
    }

    /// Men and the other share two seats; then the women have theirs.
    fn honest() -> Certificate {
        of(vec![level(&[1, 2], (2, 5), why(1, &[(0, -1)], &[])), level(&[0], (1, 2), why(0, &[(0, 1)], &[]))])
    }

    fn doubt(certificate: &Certificate) -> Option<Doubt> {
        assert!(certificate.is_well_formed(3));
        fairest(&toy(), certificate).err()
    }

    #[test]
    fn a_hand_made_proof_gives_the_hand_made_chances() {
        let found = fairest(&toy(), &honest()).unwrap();
        assert_eq!(found.parts, 10.into());
        assert_eq!(found.chance, [5.into(), 4.into(), 4.into()]);
        assert_eq!(smallest(&toy(), &honest()), Ok(Exact::new(2.into(), 5.into())));
    }

    #[test]
    fn a_friend_cannot_take_what_others_are_short_of() {
        // The men a little lower, and the other as much higher as that frees: 4 * 399/1000 + 404/1000 = 2.
        let forged = of(vec![
            level(&[1], (399, 1000), why(1, &[(0, -1)], &[])),
            level(&[2], (404, 1000), why(1, &[(0, -1), (1, -1)], &[])),
            level(&[0], (1, 2), why(0, &[(0, 1)], &[])),
        ]);
        assert_eq!(doubt(&forged), Some(Doubt::Level(0)));
        // Leaning on the men's row instead, whose end is elsewhere, or on the other's minimum of nothing.
        for (row, u) in [(1, 1), (1, -1), (2, -1), (2, 1)] {
            let mut other = forged.clone();
            other.levels[0].why = why(1, &[(0, -1), (row, u)], &[]);
            assert_eq!(doubt(&other), Some(Doubt::Level(0)), "{row} {u}");
        }
        // Chances that nobody lacks do not add up.
        let mut more = honest();
        more.levels[0].value = Text(Exact::new(401.into(), 1000.into()));
        assert_eq!(doubt(&more), Some(Doubt::Chances));
    }

    #[test]
    fn what_is_no_proof_is_doubted() {
        let with = |change: &dyn Fn(&mut Certificate)| {
            let mut certificate = honest();
            change(&mut certificate);
            doubt(&certificate)
        };
        assert_eq!(with(&|c| c.levels.truncate(1)), Some(Doubt::Unsettled(1)));
        assert_eq!(with(&|c| c.levels.reverse()), Some(Doubt::Chances));
        assert_eq!(with(&|c| c.levels[0].why = why(0, &[], &[])), Some(Doubt::Level(0)));
        assert_eq!(with(&|c| c.levels[1].why = why(0, &[], &[])), Some(Doubt::Level(1)));
        // Weighs the women, who have more.
        assert_eq!(with(&|c| c.levels[0].why = why(1, &[], &[])), Some(Doubt::Level(0)));
        // Weighs one of the two only.
        assert_eq!(with(&|c| c.levels[0].why = why(1, &[(0, -1), (2, -1)], &[])), Some(Doubt::Level(0)));
        // No such row, or twice the same, or no such cut.
        assert_eq!(with(&|c| c.levels[0].why = why(1, &[(0, -1), (9, 1)], &[])), Some(Doubt::Level(0)));
        assert_eq!(with(&|c| c.levels[0].why = why(1, &[(0, -2), (0, 1)], &[])), Some(Doubt::Level(0)));
        assert_eq!(with(&|c| c.levels[0].why = why(1, &[(0, -1)], &[(0, 1)])), Some(Doubt::Level(0)));
        // Seven people, of whom the rules count 2, 4 and 1: 9 binary digits, and 64. One more is one too many.
        let with_denominator = |bits: usize| {
            with(&|c| c.levels[0].value = Text(Exact::new(1.into(), BigInt::one() << (bits - 1))))
        };
        assert_eq!(with_denominator(73), Some(Doubt::Chances));
        assert_eq!(with_denominator(74), Some(Doubt::Denominator));
        // Two that are short, and whose common one is not.
        assert_eq!(
            with(&|c| {
                c.levels[0].value = Text(Exact::new(1.into(), BigInt::one() << 40));
                c.levels[1].value = Text(Exact::new(1.into(), (BigInt::one() << 40) + 1));
            }),
            Some(Doubt::Denominator)
        );
        // Shut out, and yet the seats are given.
        assert_eq!(
            with(&|c| {
                c.levels.pop();
                c.shut_out = vec![0];
            }),
            Some(Doubt::Chances)
        );
    }

    #[test]
    fn a_rule_that_an_earlier_level_leaned_on_may_be_leaned_on_either_way() {
        // One seat for profile 0 or 1 at most, one of two; profile 2 gets the rest.
        let problem = Problem {
            seats: 2,
            sizes: vec![4, 2, 2],
            rows: vec![
                Row { profiles: vec![0, 1], min: 0, max: 1 },
                Row { profiles: vec![0], min: 0, max: 4 },
            ],
        };
        let certificate = of(vec![
            level(&[0, 1], (1, 6), why(0, &[(0, 1)], &[])),
            level(&[2], (1, 2), why(1, &[(0, -1)], &[])),
        ]);
        assert!(fairest(&problem, &certificate).is_ok());
        // Not before.
        let mut early = certificate.clone();
        early.levels[0].why = why(1, &[(0, -1)], &[]);
        assert_eq!(fairest(&problem, &early), Err(Doubt::Level(0)));
        // Nor on one that nobody leaned on.
        let mut other = certificate;
        other.levels[1].why = why(1, &[(0, -1), (1, -1)], &[]);
        assert_eq!(fairest(&problem, &other), Err(Doubt::Level(1)));
    }

    #[test]
    fn cuts_are_rules_with_one_end() {
        let problem = Problem { seats: 2, sizes: vec![4, 2], rows: vec![] };
        let cut = Cut { terms: vec![(1, 2)], most: 1 };
        let mut certificate = of(vec![
            level(&[1], (1, 4), why(0, &[], &[(0, 1)])),
            level(&[0], (3, 8), why(2, &[], &[(0, -1)])),
        ]);
        certificate.cuts = vec![cut];
        assert!(fairest(&problem, &certificate).is_ok());
        // Negative before it is held.
        let mut early = certificate.clone();
        early.levels[0].why = why(0, &[], &[(0, -1)]);
        assert_eq!(fairest(&problem, &early), Err(Doubt::Level(0)));
        assert_eq!(smallest(&problem, &early), Err(Flaw::Malformed));
        // A cut that n v breaks, and one that it does not reach.
        let mut broken = certificate.clone();
        broken.cuts[0].most = 0;
        assert_eq!(fairest(&problem, &broken), Err(Doubt::Chances));
        // A multiplier of nothing weighs nobody.
        let mut beside = certificate.clone();
        beside.cuts.push(Cut { terms: vec![(0, 1)], most: 2 });
        beside.levels[0].why = why(0, &[], &[(0, 1), (1, 0)]);
        assert!(fairest(&problem, &beside).is_ok());
        certificate.cuts[0].most = 2;
        assert_eq!(fairest(&problem, &certificate), Err(Doubt::Level(0)));
    }

    #[test]
    fn the_smallest_chance_is_bounded_by_hand() {
        let bound = |w: Multipliers<Whole>| smallest(&toy(), &of(vec![level(&[1, 2], (2, 5), w)]));
        let fraction = |a: i64, b: i64| Ok(Exact::new(a.into(), b.into()));
        // Everybody: three seats for seven.
        assert_eq!(bound(why(1, &[], &[])), fraction(3, 7));
        // A minimum of nothing says nothing of the men; a maximum of three, that much.
        assert_eq!(bound(why(1, &[(1, -1)], &[])), fraction(3, 3));
        assert_eq!(bound(why(0, &[(1, 1)], &[])), fraction(3, 4));
        // A negative weight costs all its people's seats: (3 - 2 + 2) for five.
        assert_eq!(bound(why(1, &[(0, -2)], &[])), fraction(3, 5));
        assert_eq!(bound(why(0, &[], &[])), Err(Flaw::ProvesNothing));
        assert_eq!(bound(why(-1, &[], &[])), Err(Flaw::ProvesNothing));
        assert_eq!(smallest(&toy(), &of(vec![])), Err(Flaw::ProvesNothing));
        // Never above 1, and nothing need be said of 1.
        assert_eq!(bound(why(0, &[(0, 1), (2, 9)], &[])), fraction(10, 11));
        assert_eq!(smallest(&toy(), &of(vec![level(&[0], (1, 1), why(0, &[], &[]))])), fraction(1, 1));
        // Whoever is shut out takes part in nothing: of three seats for seven, four are nobody's.
        let mut shut = of(vec![level(&[0, 2], (2, 5), why(1, &[], &[]))]);
        shut.shut_out = vec![1];
        assert_eq!(smallest(&toy(), &shut), fraction(1, 1));
    }

    #[test]
    fn chances_meet_every_rule_and_are_chances() {
        let of_rules = |problem: &Problem, levels: &[(&[u32], (i64, i64))]| {
            let levels = levels.iter().map(|&(settled, v)| level(settled, v, why(1, &[], &[])));
            fairest(problem, &of(levels.collect())).err()
        };
        let chances = Some(Doubt::Chances);
        // Three seats each, but half a seat for the women, or two.
        assert_eq!(of_rules(&toy(), &[(&[0], (1, 4)), (&[1, 2], (1, 2))]), chances);
        assert_eq!(of_rules(&toy(), &[(&[1, 2], (1, 5)), (&[0], (1, 1))]), chances);
        // Sums that are right although somebody has less than nothing, or more than a seat.
        let free = |seats, sizes: &[u32]| Problem { seats, sizes: sizes.to_vec(), rows: vec![] };
        assert_eq!(of_rules(&free(1, &[1, 3]), &[(&[0], (-1, 2)), (&[1], (1, 2))]), chances);
        assert_eq!(of_rules(&free(3, &[1, 1]), &[(&[0], (1, 1)), (&[1], (2, 1))]), chances);
    }

    #[test]
    fn a_chance_of_one_is_the_most_and_needs_no_proof() {
        let rows = vec![Row { profiles: vec![0], min: 1, max: 1 }];
        let problem = Problem { seats: 2, sizes: vec![1, 2], rows };
        let with = |value, u| {
            let levels =
                vec![level(&[1], (1, 2), why(1, &[(0, u)], &[])), level(&[0], value, why(0, &[], &[]))];
            fairest(&problem, &of(levels)).map(|found| found.chance)
        };
        assert_eq!(with((1, 1), -1), Ok(vec![2.into(), 1.into()]));
        // Whoever has it may weigh less than nothing, and nobody else.
        assert_eq!(with((1, 1), -2), Ok(vec![2.into(), 1.into()]));
        let half = of(vec![
            level(&[1], (2, 5), why(1, &[(0, -2)], &[])),
            level(&[0], (1, 2), why(0, &[(0, 1)], &[])),
        ]);
        let two = Problem { seats: 3, sizes: vec![2, 5], rows: problem.rows.clone() };
        assert_eq!(fairest(&two, &half).err(), Some(Doubt::Level(0)));
    }

    #[test]
    fn whoever_was_weighed_once_stays_so() {
        let row = |t, max| Row { profiles: vec![t], min: 0, max };
        let problem = Problem { seats: 6, sizes: vec![4, 4, 4], rows: vec![row(0, 1), row(1, 2)] };
        let certificate = of(vec![
            level(&[0], (1, 4), why(0, &[(0, 1)], &[])),
            level(&[1], (1, 2), why(0, &[(1, 1)], &[])),
            level(&[2], (3, 4), why(1, &[(1, -1)], &[])),
        ]);
        assert!(fairest(&problem, &certificate).is_ok());
        // Those who can be on no panel are of no level, and no others.
        let shut =
            Certificate { shut_out: vec![2], levels: certificate.levels[..1].to_vec(), ..Default::default() };
        assert_eq!(fairest(&problem, &shut).err(), Some(Doubt::Unsettled(1)));
    }

    /// A multiplier of nothing leans on nothing, so no later level may lean on that rule either.
    #[test]
    fn a_rule_is_held_only_by_a_multiplier_that_is_not_nothing() {
        let mut certificate = honest();
        certificate.levels[0].why = why(1, &[(0, -1), (1, 0)], &[]);
        assert_eq!(doubt(&certificate), None);
        // The men's row is at neither end.
        certificate.levels[1].why = why(0, &[(0, 1), (1, 1)], &[]);
        assert_eq!(doubt(&certificate), Some(Doubt::Level(1)));
    }
}
