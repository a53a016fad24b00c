//! The lottery against every panel there is: thousands of small problems are enumerated, their
//! leximin chances computed in exact fractions, and compared with what the crate gives each person.

#![cfg(feature = "solve")]

mod cases;
mod compare;
mod leximin;
mod repair;
#[path = "../../examples/make_fixtures/rng.rs"]
#[allow(dead_code)]
mod rng;
mod second;
mod simplex;
mod welfare;

use cases::{KINDS, Made, case, problem};
use geloot::lottery::problem::Problem;
use leximin::{hull, leximin, panels, polytope};
use num_bigint::BigInt;
use simplex::Fraction;
use std::collections::BTreeMap;

/// Cases of each way of making them.
const EACH: usize = 600;

/// What a problem is, found by enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Panels reach everything the quotas allow on average.
    Plain,
    /// The same, and somebody can be on no panel.
    PlainShutOut,
    /// One panel only.
    OnePanel,
    /// Panels reach less than the quotas allow on average.
    SmallerHull,
    /// The same, because somebody can be on no panel although the averages say otherwise.
    SmallerHullShutOut,
    /// No panel, and no averages either.
    Impossible,
    /// Averages exist, but no panel: only whole people make it impossible.
    OnlyIntegersForbid,
}

fn kind(problem: &Problem) -> Kind {
    let panels = panels(problem);
    let wide = leximin(&polytope(problem), &problem.sizes);
    let exact = leximin(&hull(&panels), &problem.sizes);
    let zero = fraction(0, 1);
    match (exact, wide) {
        (None, None) => Kind::Impossible,
        (None, Some(_)) => Kind::OnlyIntegersForbid,
        (Some(_), None) => panic!("a panel meets the quotas, so its averages do"),
        (Some(exact), Some(wide)) => {
            let shut_out = exact.contains(&zero);
            match (panels.len() == 1, exact == wide, shut_out) {
                (true, ..) => Kind::OnePanel,
                (_, true, false) => Kind::Plain,
                (_, true, true) => Kind::PlainShutOut,
                (_, false, false) => Kind::SmallerHull,
                (_, false, true) => Kind::SmallerHullShutOut,
            }
        }
    }
}

fn fraction(a: i64, b: i64) -> Fraction {
    Fraction::new(BigInt::from(a), BigInt::from(b))
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn the_cases_hit_every_kind() {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for made in KINDS {
        for n in 0..EACH {
            *counts.entry(kind(&case(made, n))).or_default() += 1;
        }
    }
    println!("{counts:?}");
    let at_least = [
        (Kind::Plain, 300),
        (Kind::PlainShutOut, 100),
        (Kind::OnePanel, 100),
        (Kind::SmallerHull, 100),
        (Kind::SmallerHullShutOut, 10),
        (Kind::Impossible, 100),
        (Kind::OnlyIntegersForbid, 30),
    ];
    for (kind, least) in at_least {
        let found = counts.get(&kind).copied().unwrap_or(0);
        assert!(found >= least, "{kind:?}: {found} cases, wanted {least}; {counts:?}");
    }
}

#[test]
fn known_answers() {
    let chances = |problem: &Problem| leximin(&hull(&panels(problem)), &problem.sizes).unwrap();
    // Three people, one seat, no rule that matters.
    let three = problem(&[vec![0], vec![1], vec![2]], &[((0, 0), 0, 1)], 1);
    assert_eq!(chances(&three), vec![fraction(1, 3); 3]);
    // Two women must sit and there are two; one of three men.
    let women = problem(&[vec![0], vec![0], vec![1], vec![1], vec![1]], &[((0, 0), 2, 2), ((0, 1), 1, 1)], 3);
    assert_eq!(chances(&women), vec![fraction(1, 1), fraction(1, 3)]);
    // Three in a ring, no two together, two others: averages promise 1/2 and 3/4.
    let ring = problem(
        &[vec![0, 1, 0], vec![0, 0, 1], vec![1, 0, 0], vec![1, 1, 1], vec![1, 1, 1]],
        &[((0, 0), 0, 1), ((1, 0), 0, 1), ((2, 0), 0, 1)],
        3,
    );
    let third = fraction(1, 3);
    // Profiles in order of their values: the three of the ring around nobody, the others last.
    assert_eq!(chances(&ring), vec![third.clone(), third.clone(), third, fraction(1, 1)]);
    let wide = leximin(&polytope(&ring), &ring.sizes).unwrap();
    assert_eq!(wide, vec![fraction(1, 2), fraction(1, 2), fraction(1, 2), fraction(3, 4)]);
    assert_eq!(kind(&ring), Kind::SmallerHull);
    // Nobody can take the second seat.
    assert_eq!(leximin(&hull(&panels(&problem(&[vec![0]], &[((0, 0), 2, 2)], 2))), &[1]), None);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn two_exact_methods_agree() {
    let mut compared = 0;
    for made in KINDS {
        for n in 0..EACH {
            let problem = case(made, n);
            let panels = panels(&problem);
            // The second method has a column for every set of people: keep it to small ones.
            if problem.people() > 7 || panels.len() > 12 {
                continue;
            }
            let exact = leximin(&hull(&panels), &problem.sizes);
            let of_people = exact.map(|chances| {
                let with_size = chances.into_iter().zip(&problem.sizes);
                with_size.flat_map(|(p, &n)| vec![p; n as usize]).collect::<Vec<_>>()
            });
            assert_eq!(second::leximin(&panels, &problem.sizes), of_people, "{made:?} {n}: {problem:?}");
            compared += 1;
        }
    }
    assert!(compared > 300, "{compared} compared");
}

#[test]
fn cases_are_always_the_same() {
    let digest = |made: Made| {
        let all: Vec<Problem> = (0..50).map(|n| case(made, n)).collect();
        geloot::base::digest::Digest::of(serde_json::to_string(&all).unwrap().as_bytes()).to_string()
    };
    let digests: Vec<String> = KINDS.iter().map(|&made| digest(made)[..8].to_string()).collect();
    assert_eq!(digests, ["68066465", "4f1f6a96", "b9aa25ef", "1f7d41d9", "3ee7df36", "d2dbebcf", "e448fdad"]);
}

/// Compares all cases of a kind, and says which failed before failing.
fn compare_all(made: Made) {
    let mut worst = [0.0f64; 2];
    let mut failed = Vec::new();
    for n in 0..EACH {
        match std::panic::catch_unwind(|| compare::compare(made, n)) {
            Ok(off) => worst = [worst[0].max(off[0]), worst[1].max(off[1])],
            Err(_) => failed.push(n),
        }
    }
    println!("{made:?}: at most {:.3} of 1,000 and {:.3} of 1,000,000 tickets off", worst[0], worst[1]);
    assert!(failed.is_empty(), "{made:?}: {} of {EACH} cases failed: {failed:?}", failed.len());
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn planted_loose() {
    compare_all(Made::PlantedLoose);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn planted_exact() {
    compare_all(Made::PlantedExact);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn shares() {
    compare_all(Made::Shares);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn blind() {
    compare_all(Made::Blind);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn matching() {
    compare_all(Made::Matching);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn odd_ring() {
    compare_all(Made::OddRing);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn forbidden_ring() {
    compare_all(Made::ForbiddenRing);
}
