//! A population's shares as whole seats. Exact: whole numbers only. Imports `base` and its siblings.
//!
//! Rules, for a feature with figures c[1..n], total T and k seats; exact seats are q = c k / T:
//! - floor-ceil: at least floor(q), at most ceil(q) seats; the lottery fills in the rest.
//! - largest remainder (Hamilton): floor(q), then one more for the largest remainders q - floor(q).
//! - Sainte-Laguë (Webster): seats go one by one to the largest c / (2 s + 1), s seats being held.
//!
//! Equal claims to the last seats are ordered by the SHA-256 digest of label, feature and value, the
//! smaller first: never by row order. See M. Balinski and H. P. Young, Fair Representation (2001), for
//! the rules and for minimum requirements.

use super::population::{Distribution, Population};
use super::{Feature, Quotas, Value};
use crate::base::digest::Digest;
use crate::base::errors;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The label of ties when nobody gave one.
pub const DEFAULT_LABEL: &str = "geloot";

/// How shares become seats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The exact seats rounded down and up.
    FloorCeil,
    /// Rounded down, and one more for the largest remainders.
    LargestRemainder,
    /// By the largest quotients with 1, 3, 5 ...
    SainteLague,
}

/// The seats of one feature's values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apportioned {
    /// For each value, in the order of the distribution.
    pub seats: Vec<Seats>,
    /// Equal claims, if any were decided: at most one such set.
    pub tie: Option<Tie>,
}

/// The seats of one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seats {
    /// Fewest seats.
    pub min: u32,
    /// Most seats.
    pub max: u32,
    /// Hundredths of a seat that are exactly its share, rounded half up.
    pub exact: u64,
    /// Whether it has its one seat only because each value has one.
    pub raised: bool,
}

/// Equal claims to fewer seats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The values with equal claims, counted from 0, in the order that the label gives.
    pub values: Vec<usize>,
    /// Seats among them: the first so many got one.
    pub seats: usize,
}

/// More values have people than there are seats, and each should have one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// Values with people.
    pub values: usize,
}

errors!(TooMany);

/// The seats of each value of `feature` in a panel of `seats` seats.
///
/// With `each_one`, each value with people has at least one seat. Floor-ceil raises the minimums that
/// are 0 to 1, if the minimums then still fit the seats. Otherwise, and with largest remainder, the
/// values that would have none get one, and the other seats are shared among the other values by the
/// same rule, until all have one. Sainte-Laguë starts with one each.
///
/// # Errors
/// [`TooMany`] when that needs more seats than there are.
pub fn apportion(
    feature: &Distribution,
    seats: u32,
    method: Method,
    each_one: bool,
    label: &str,
) -> Result<Apportioned, TooMany> {
    let counts: Vec<u128> = feature.values.iter().map(|value| value.units).collect();
    let rank = |i: usize| tie_rank(label, &feature.name, &feature.values[i].name);
    let with_people = counts.iter().filter(|&&count| count > 0).count();
    if each_one && with_people > seats as usize {
        return Err(TooMany { values: with_people });
    }
    let mut bounds;
    let mut tie = None;
    let mut raised = vec![false; counts.len()];
    let simple = (method == Method::FloorCeil).then(|| raise_floors(&counts, seats, each_one)).flatten();
    if let Some(simple) = simple {
        (bounds, raised) = simple.into_iter().unzip();
    } else if method == Method::SainteLague {
        let found = sainte_lague(&counts, seats, u32::from(each_one), &rank);
        bounds = pairs(&found.0);
        tie = found.1;
        let without = if each_one { sainte_lague(&counts, seats, 0, &rank).0 } else { found.0 };
        raised.iter_mut().zip(counts.iter().zip(without)).for_each(|(raised, (&count, seats))| {
            *raised = each_one && count > 0 && seats == 0;
        });
    } else {
        loop {
            let left = seats - raised.iter().filter(|&&r| r).count() as u32;
            let shared: Vec<u128> =
                counts.iter().zip(&raised).map(|(&count, &raised)| if raised { 0 } else { count }).collect();
            if method == Method::LargestRemainder {
                let found = largest_remainder(&shared, left, &rank);
                bounds = pairs(&found.0);
                tie = found.1;
            } else {
                bounds = floor_ceil(&shared, left);
            }
            let short: Vec<usize> = (0..counts.len())
                .filter(|&i| each_one && counts[i] > 0 && !raised[i] && bounds[i].0 == 0)
                .collect();
            if short.is_empty() {
                break;
            }
            short.into_iter().for_each(|i| raised[i] = true);
        }
        for (bounds, _) in bounds.iter_mut().zip(&raised).filter(|(_, raised)| **raised) {
            *bounds = (1, 1);
        }
    }
    let total = feature.total();
    let exact = |count: u128| ((count * u128::from(seats) * 200 + total) / (total * 2)) as u64;
    let each = bounds.into_iter().zip(raised).zip(&counts);
    let each = each.map(|(((min, max), raised), &count)| Seats { min, max, exact: exact(count), raised });
    Ok(Apportioned { seats: each.collect(), tie })
}

/// The quotas of a panel from what [`apportion`] gave for each feature of `population`, in its order.
pub fn quotas(population: &Population, apportioned: &[Apportioned]) -> Quotas {
    let value = |(count, seats): (&super::population::Count, &Seats)| Value {
        name: count.name.clone(),
        min: seats.min,
        max: seats.max,
        flex: None,
    };
    let feature = |(feature, given): (&Distribution, &Apportioned)| Feature {
        name: feature.name.clone(),
        values: feature.values.iter().zip(&given.seats).map(value).collect(),
    };
    Quotas { features: population.features.iter().zip(apportioned).map(feature).collect() }
}

/// The place of a value among equal claims: the digest of label, feature and value, the smaller first.
pub fn tie_rank(label: &str, feature: &str, value: &str) -> Digest {
    Digest::tagged("geloot/1/quota-tie", &[label.as_bytes(), feature.as_bytes(), value.as_bytes()])
}

fn pairs(seats: &[u32]) -> Vec<(u32, u32)> {
    seats.iter().map(|&seats| (seats, seats)).collect()
}

/// Exact seats rounded down, and what remains of `count * seats` after division by the total.
fn divide(count: u128, seats: u32, total: u128) -> (u32, u128) {
    let product = count * u128::from(seats);
    // At most `seats`.
    ((product / total) as u32, product % total)
}

fn floor_ceil(counts: &[u128], seats: u32) -> Vec<(u32, u32)> {
    let total: u128 = counts.iter().sum::<u128>().max(1);
    let round = |&count: &u128| {
        let (floor, remainder) = divide(count, seats, total);
        (floor, floor + u32::from(remainder > 0))
    };
    counts.iter().map(round).collect()
}

/// Bounds with minimums of at least 1 for values with people, if that is asked, and whether that raised
/// them; `None` when the minimums then exceed the seats.
fn raise_floors(counts: &[u128], seats: u32, each_one: bool) -> Option<Vec<((u32, u32), bool)>> {
    let bounds = floor_ceil(counts, seats).into_iter().zip(counts);
    let raise = |((min, max), &count): ((u32, u32), &u128)| match each_one && count > 0 && min == 0 {
        true => ((1, max), true),
        false => ((min, max), false),
    };
    let raised: Vec<_> = bounds.map(raise).collect();
    let sum: u64 = raised.iter().map(|((min, _), _)| u64::from(*min)).sum();
    (sum <= u64::from(seats)).then_some(raised)
}

fn largest_remainder(counts: &[u128], seats: u32, rank: &dyn Fn(usize) -> Digest) -> (Vec<u32>, Option<Tie>) {
    let total: u128 = counts.iter().sum();
    if total == 0 {
        return (vec![0; counts.len()], None);
    }
    let divided: Vec<(u32, u128)> = counts.iter().map(|&count| divide(count, seats, total)).collect();
    let mut given: Vec<u32> = divided.iter().map(|&(floor, _)| floor).collect();
    // Remainders add up to a whole number of seats, fewer than there are remainders above 0.
    let left = seats as usize - given.iter().map(|&floor| floor as usize).sum::<usize>();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&i| Reverse(divided[i].1));
    if left == 0 {
        return (given, None);
    }
    let last = divided[order[left - 1]].1;
    let mut tied: Vec<usize> = order.iter().copied().filter(|&i| divided[i].1 == last).collect();
    tied.sort_by_cached_key(|&i| rank(i));
    let above = order.iter().filter(|&&i| divided[i].1 > last).count();
    order[..above].iter().chain(&tied[..left - above]).for_each(|&i| given[i] += 1);
    let tie = (tied.len() > left - above).then(|| Tie { values: tied, seats: left - above });
    (given, tie)
}

/// A claim to one more seat: count / (2 s + 1), the larger first, equal ones by rank.
#[derive(PartialEq, Eq)]
struct Claim {
    count: u128,
    divisor: u64,
    rank: Digest,
    value: usize,
}

impl Claim {
    fn size(&self, other: &Self) -> std::cmp::Ordering {
        (self.count * u128::from(other.divisor)).cmp(&(other.count * u128::from(self.divisor)))
    }
}
impl PartialOrd for Claim {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Claim {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.size(other).then_with(|| other.rank.cmp(&self.rank))
    }
}

/// The seats of values with these counts, and a tie if one was decided by `rank`, the smaller first.
/// Each value with people has at least `least` seats (0 or 1), which it does not have to claim. With
/// one more seat, one value has one more and none has less.
pub fn sainte_lague(
    counts: &[u128],
    seats: u32,
    least: u32,
    rank: &dyn Fn(usize) -> Digest,
) -> (Vec<u32>, Option<Tie>) {
    let total: u128 = counts.iter().sum();
    if total == 0 {
        return (vec![0; counts.len()], None);
    }
    let claim = |value: usize, held: u32| Claim {
        count: counts[value],
        divisor: 2 * u64::from(held) + 1,
        rank: rank(value),
        value,
    };
    // All claims above total / (2 seats), which are the exact seats rounded to the nearest, down when
    // in the middle: at most half a seat for each value from the right number of seats.
    let nearest = |&count: &u128| {
        let twice = (2 * count * u128::from(seats)).saturating_sub(1) / total;
        (twice.div_ceil(2) as u32).max(if count > 0 { least } else { 0 })
    };
    let mut given: Vec<u32> = counts.iter().map(nearest).collect();
    let mut sum: u64 = given.iter().map(|&seats| u64::from(seats)).sum();
    let with_people = || (0..counts.len()).filter(|&value| counts[value] > 0);
    // The smallest claims that were granted go back.
    let last =
        |value: usize, given: &[u32]| (given[value] > least).then(|| Reverse(claim(value, given[value] - 1)));
    let mut granted: BinaryHeap<_> = with_people().filter_map(|value| last(value, &given)).collect();
    while sum > u64::from(seats) {
        let Some(Reverse(smallest)) = granted.pop() else { break };
        given[smallest.value] -= 1;
        sum -= 1;
        granted.extend(last(smallest.value, &given));
    }
    let mut open: BinaryHeap<_> = with_people().map(|value| claim(value, given[value])).collect();
    while sum < u64::from(seats) {
        let Some(largest) = open.pop() else { break };
        given[largest.value] += 1;
        sum += 1;
        open.push(claim(largest.value, given[largest.value]));
    }
    let tie = tie(&given, counts, least, &claim);
    (given, tie)
}

/// The claims as large as the smallest granted one, if one of them was not granted.
fn tie(given: &[u32], counts: &[u128], least: u32, claim: &dyn Fn(usize, u32) -> Claim) -> Option<Tie> {
    let with_people = || (0..counts.len()).filter(|&value| counts[value] > 0);
    let granted =
        || with_people().filter(|&value| given[value] > least).map(|value| claim(value, given[value] - 1));
    let smallest = granted().min()?;
    let equal = |claim: &Claim| claim.size(&smallest).is_eq();
    let winners = granted().filter(equal);
    let losers = with_people().map(|value| claim(value, given[value])).filter(equal);
    let (mut all, mut seats): (Vec<Claim>, usize) = (winners.collect(), 0);
    seats += all.len();
    all.extend(losers);
    all.sort_by_key(|claim| claim.rank);
    (all.len() > seats).then(|| Tie { values: all.into_iter().map(|claim| claim.value).collect(), seats })
}

#[cfg(test)]
mod tests {
    use super::super::population::Count;
    use super::*;
    use proptest::prelude::*;

    fn feature(counts: &[(&str, u128)]) -> Distribution {
        let values = counts.iter().map(|&(name, units)| Count { name: name.into(), units }).collect();
        Distribution {
            name: "place".into(),
            values,
            decimals: 0,
            shares_of: None,
            left_out: Vec::new(),
            file: "p.csv".into(),
            about: Vec::new(),
        }
    }

    fn seats(counts: &[(&str, u128)], seats: u32, method: Method, each_one: bool) -> Vec<u32> {
        let given = apportion(&feature(counts), seats, method, each_one, "label").unwrap();
        assert!(given.seats.iter().all(|s| s.min == s.max));
        given.seats.iter().map(|s| s.min).collect()
    }

    const PEEL: &[(&str, u128)] = &[
        ("Panningen", 76),
        ("Maasbree", 70),
        ("Baarlo", 66),
        ("Helden", 62),
        ("Meijel", 61),
        ("Kessel", 39),
        ("Beringe", 22),
        ("Grashoek", 17),
        ("Koningslust", 14),
        ("Egchel", 11),
        ("Kessel-Eik", 4),
    ];
    const ZEELAND: &[(&str, u128)] = &[
        ("Terneuzen", 550),
        ("Middelburg", 500),
        ("Vlissingen", 450),
        ("Goes", 390),
        ("Schouwen-Duiveland", 350),
        ("Hulst", 280),
        ("Tholen", 270),
        ("Borsele", 230),
        ("Reimerswaal", 230),
        ("Sluis", 230),
        ("Veere", 220),
        ("Kapelle", 130),
        ("Noord-Beveland", 79),
    ];

    #[test]
    fn peel_en_maas() {
        let expected = [9, 8, 7, 7, 7, 4, 3, 2, 2, 1, 0];
        assert_eq!(seats(PEEL, 50, Method::LargestRemainder, false), expected);
        // By Sainte-Laguë the 8th seat of Baarlo and the 3rd of Beringe have equal claims: 66/15 = 22/5.
        let given = apportion(&feature(PEEL), 50, Method::SainteLague, false, "label").unwrap();
        let mut tied = given.tie.unwrap();
        tied.values.sort();
        assert_eq!((tied.values, tied.seats), (vec![2, 6], 1));
        let by_label = |label: &str| -> Vec<u32> {
            let given = apportion(&feature(PEEL), 50, Method::SainteLague, false, label).unwrap();
            given.seats.iter().map(|s| s.min).collect()
        };
        let other = [9, 8, 8, 7, 7, 4, 2, 2, 2, 1, 0];
        let mut reached: Vec<Vec<u32>> = (0..20).map(|i| by_label(&i.to_string())).collect();
        reached.sort();
        reached.dedup();
        assert_eq!(reached, [expected, other]);
        // With one for each, Kessel-Eik has one and somebody one less.
        for method in [Method::LargestRemainder, Method::SainteLague] {
            let with = seats(PEEL, 50, method, true);
            assert_eq!((with[10], with.iter().sum::<u32>()), (1, 50));
        }
    }

    #[test]
    fn zeeland_and_its_last_letter() {
        for method in [Method::LargestRemainder, Method::SainteLague] {
            let mut panel = seats(ZEELAND, 314, method, false);
            assert_eq!(panel[7..10].iter().sum::<u32>(), 56, "19, 19 and 18 in some order");
            panel[7..10].sort();
            assert_eq!(panel, [44, 40, 36, 31, 28, 23, 22, 18, 19, 19, 18, 10, 6]);
        }
        // Each rounded to the nearest makes 9,999 letters.
        let mut nearest = [1407, 1279, 1151, 998, 895, 716, 691, 588, 588, 588, 563, 333, 202];
        assert_eq!(nearest.iter().sum::<u32>(), 9_999);
        let mut letters = seats(ZEELAND, 10_000, Method::LargestRemainder, false);
        letters[7..10].sort();
        nearest[9] += 1;
        assert_eq!(letters, nearest);
        // 350 / (2 x 895 + 1) is a little more than 230 / (2 x 588 + 1).
        assert_eq!(seats(ZEELAND, 10_000, Method::SainteLague, false)[4], 896);
        let tie = |label: &str| {
            apportion(&feature(ZEELAND), 314, Method::LargestRemainder, false, label).unwrap().tie.unwrap()
        };
        assert_eq!(tie("a").seats, 2);
        let orders: std::collections::BTreeSet<_> = (0..60).map(|i| tie(&i.to_string()).values).collect();
        assert_eq!(orders.len(), 6, "every order of the three is reached by some label");
    }

    #[test]
    fn hundredths_are_rounded_half_up_and_who_was_raised_is_told() {
        let of = |counts: &[(&str, u128)], k, method, each_one| {
            apportion(&feature(counts), k, method, each_one, "label").unwrap()
        };
        let exact = |counts: &[(&str, u128)], k| -> Vec<u64> {
            of(counts, k, Method::FloorCeil, false).seats.iter().map(|s| s.exact).collect()
        };
        assert_eq!(exact(&[("a", 1), ("b", 2)], 1), [33, 67]);
        assert_eq!(exact(&[("a", 1), ("b", 7)], 1), [13, 88]);
        assert_eq!(exact(&[("a", 76), ("b", 366)], 50), [860, 4140]);
        let with_nobody = [PEEL, &[("Elsewhere", 0)]].concat();
        for method in [Method::LargestRemainder, Method::SainteLague] {
            for each_one in [true, false] {
                let given = of(&with_nobody, 50, method, each_one);
                let raised: Vec<usize> = (0..12).filter(|&i| given.seats[i].raised).collect();
                assert_eq!(raised, if each_one { vec![10] } else { vec![] }, "{method:?}");
            }
        }
        let place = feature(&[("a", 1), ("b", 2)]);
        let given = apportion(&place, 4, Method::FloorCeil, false, "").unwrap();
        let population = Population { features: vec![place] };
        let made = quotas(&population, &[given]);
        let values: Vec<(&str, u32, u32)> =
            made.features[0].values.iter().map(|v| (v.name.as_str(), v.min, v.max)).collect();
        assert_eq!((made.features[0].name.as_str(), values), ("place", vec![("a", 1, 2), ("b", 2, 3)]));
    }

    #[test]
    fn foodvalley() {
        let places = [("Ede", 1190), ("Barneveld", 600), ("Nijkerk", 445), ("Veenendaal", 670)];
        let small = [("Wageningen", 400), ("Rhenen", 200), ("Scherpenzeel", 100), ("Renswoude", 55)];
        let all = [places, small].concat();
        for method in [Method::LargestRemainder, Method::SainteLague] {
            assert_eq!(seats(&all, 20, method, false), [7, 3, 2, 4, 2, 1, 1, 0]);
            assert_eq!(seats(&all, 20, method, true)[7], 1);
        }
    }

    #[test]
    fn floors_are_raised_one_by_one_unless_they_no_longer_fit() {
        let bounds = |counts: &[(&str, u128)], k| -> Vec<(u32, u32)> {
            let given = apportion(&feature(counts), k, Method::FloorCeil, true, "").unwrap();
            given.seats.iter().map(|s| (s.min, s.max)).collect()
        };
        assert_eq!(bounds(&[("a", 95), ("b", 5), ("c", 0)], 10), [(9, 10), (1, 1), (0, 0)]);
        // 18.9 seats and eleven times 0.1: 18 + 11 minimums do not fit 20 seats.
        let names: Vec<String> = (0..11).map(|i| format!("v{i}")).collect();
        let mut many: Vec<(&str, u128)> = names.iter().map(|name| (name.as_str(), 1)).collect();
        many.push(("z", 189));
        let bounds = bounds(&many, 20);
        assert_eq!(bounds[11], (9, 9));
        assert!(bounds[..11].iter().all(|&b| b == (1, 1)));
    }

    #[test]
    fn a_rank_is_what_the_text_says() {
        // SHA-256 of the tag, a zero byte, and each text after its length in eight bytes; computed with
        // Python's hashlib.
        assert_eq!(
            tie_rank("geloot", "place", "Sluis").to_string(),
            "6035c7a98c053264d695b159ce442977c0297df434a66c726f0394ac38a2d838"
        );
    }

    fn naive(counts: &[u128], seats: u32, least: u32) -> Vec<u32> {
        let mut given: Vec<u32> = counts.iter().map(|&c| if c > 0 { least } else { 0 }).collect();
        while given.iter().sum::<u32>() < seats {
            let best = (0..counts.len()).filter(|&i| counts[i] > 0).max_by(|&a, &b| {
                let claim = |i: usize, j: usize| counts[i] * u128::from(2 * given[j] + 1);
                claim(a, b).cmp(&claim(b, a)).then_with(|| rank(b).cmp(&rank(a)))
            });
            given[best.unwrap()] += 1;
        }
        given
    }

    fn rank(i: usize) -> Digest {
        tie_rank("label", "place", &i.to_string())
    }

    fn named(counts: &[u128]) -> Distribution {
        let names: Vec<String> = (0..counts.len()).map(|i| i.to_string()).collect();
        let pairs: Vec<(&str, u128)> = names.iter().map(String::as_str).zip(counts.iter().copied()).collect();
        feature(&pairs)
    }

    proptest! {
        #[test]
        fn seats_add_up_and_stay_near_the_share(
            counts in prop::collection::vec(0u128..40, 1..12),
            seats in 1u32..60,
            each_one: bool,
        ) {
            prop_assume!(counts.iter().sum::<u128>() > 0);
            let feature = named(&counts);
            let with_people = counts.iter().filter(|&&c| c > 0).count();
            for method in [Method::FloorCeil, Method::LargestRemainder, Method::SainteLague] {
                let given = apportion(&feature, seats, method, each_one, "label");
                if each_one && with_people > seats as usize {
                    prop_assert_eq!(given, Err(TooMany { values: with_people }));
                    continue;
                }
                let given = given.unwrap();
                let (least, most): (u32, u32) =
                    given.seats.iter().fold((0, 0), |(a, b), s| (a + s.min, b + s.max));
                prop_assert!(least <= seats && seats <= most);
                prop_assert!(method == Method::FloorCeil || (least, most) == (seats, seats));
                for (seat, &count) in given.seats.iter().zip(&counts) {
                    prop_assert!(seat.min <= seat.max);
                    prop_assert!(count > 0 || seat.max == 0, "nobody there, no seat");
                    prop_assert!(!each_one || count == 0 || seat.min >= 1);
                    let exact = count as f64 * f64::from(seats) / feature.total() as f64;
                    if !each_one && method != Method::SainteLague {
                        prop_assert!(f64::from(seat.min) > exact - 1.0 && f64::from(seat.max) < exact + 1.0);
                    }
                }
                if method == Method::SainteLague {
                    let found: Vec<u32> = given.seats.iter().map(|s| s.min).collect();
                    prop_assert_eq!(found, naive(&counts, seats, u32::from(each_one)));
                }
                if let Some(tie) = given.tie {
                    prop_assert!(0 < tie.seats && tie.seats < tie.values.len());
                    prop_assert!(tie.values.windows(2).all(|w| rank(w[0]) < rank(w[1])));
                }
            }
        }

        /// The order in which values come changes nothing, ties or not.
        #[test]
        fn order_decides_nothing(counts in prop::collection::vec(0u128..6, 2..9), seats in 1u32..20, turn in 1usize..8) {
            prop_assume!(counts.iter().sum::<u128>() > 0);
            let feature = named(&counts);
            let mut turned = feature.clone();
            let turn = turn % counts.len();
            turned.values.rotate_left(turn);
            for method in [Method::LargestRemainder, Method::SainteLague] {
                let given = apportion(&feature, seats, method, false, "label").unwrap();
                let mut expected = given.seats;
                expected.rotate_left(turn);
                prop_assert_eq!(apportion(&turned, seats, method, false, "label").unwrap().seats, expected);
            }
        }
    }
}
