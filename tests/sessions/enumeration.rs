//! Tiny cases, every plan tried.

use super::{feature, stream};
use geloot::draw::Stream;
use geloot::sessions::{Aim, Effort, Plan, Problem, Sitting, broken, figures, most_pairs, search};

/// Every seating of one sitting with its own sizes.
fn seatings(problem: &Problem, sitting: usize) -> Vec<Vec<Option<u16>>> {
    let it = &problem.sittings[sitting];
    let tables = it.tables.len();
    let mut all = vec![];
    for mut code in 0..tables.pow(problem.people as u32) {
        let mut seats = vec![];
        let mut counts = vec![0; tables];
        for person in 0..problem.people {
            let table = code % tables;
            code /= tables;
            counts[table] += u16::from(it.present[person]);
            seats.push(it.present[person].then_some(table as u16));
        }
        let fits = counts.iter().zip(&it.tables).all(|(c, size)| (size.least..=size.most).contains(c));
        if fits && !all.contains(&seats) {
            all.push(seats);
        }
    }
    all
}

/// The plan's worth in the order of the aims, smaller is better, counted in a way of its own.
fn worth(problem: &Problem, plan: &Plan) -> (usize, u64, i64) {
    let mut balance = 0;
    for (k, sitting) in problem.sittings.iter().enumerate() {
        let tables = plan.tables(problem, k);
        for mix in &problem.features {
            for value in 0..mix.values.len() as u16 {
                let has = |p: &u16| mix.of[usize::from(*p)] == value;
                let there = (0..problem.people as u16).filter(|p| sitting.present[usize::from(*p)] && has(p));
                let there = there.count();
                for table in &tables {
                    let (low, high) = sitting.share(there, table.len());
                    let here = table.iter().filter(|p| has(p)).count() as i64;
                    let off = (i64::from(low) - here).max(here - i64::from(high)).max(0);
                    balance += u64::from(mix.importance) * (off * off) as u64;
                }
            }
        }
    }
    let met = plan.meetings(problem);
    let distinct = met.iter().filter(|&&times| times > 0).count() as i64 / 2;
    (broken(problem, plan).len(), balance, -distinct)
}

/// The best plan of two sittings, by trying all.
fn best(problem: &Problem) -> (usize, u64, i64) {
    let all: Vec<_> = (0..2).map(|sitting| seatings(problem, sitting)).collect();
    let plans = all[0].iter().flat_map(|first| {
        all[1].iter().map(move |second| Plan { seats: vec![first.clone(), second.clone()] })
    });
    plans.map(|plan| worth(problem, &plan)).min().unwrap()
}

fn tiny(chance: &mut Stream) -> Problem {
    let (people, tables) = [(6, 2), (6, 3), (7, 2), (5, 2), (8, 2)][chance.below(5) as usize];
    let features = (0..chance.below(3)).map(|k| feature(&k.to_string(), people, 2, chance)).collect();
    let sitting = |chance: &mut Stream| {
        let mut present = vec![true; people];
        if chance.below(3) == 0 {
            present[chance.below(people as u64) as usize] = false;
        }
        let mut sitting = Sitting::even(present, tables);
        let mut pair = || {
            let a = chance.below(people as u64) as u16;
            (a, (a + 1 + chance.below(people as u64 - 1) as u16) % people as u16)
        };
        let (apart, together) = (pair(), pair());
        match chance.below(4) {
            0 => sitting.apart.push(apart),
            1 => sitting.together.push(together),
            2 => sitting.barred.push((apart.0, 0)),
            _ => {}
        }
        sitting
    };
    let sittings = (0..2).map(|_| sitting(chance)).collect();
    Problem { people, features, sittings, order: Aim::USUAL, ..Problem::default() }
}

#[test]
fn the_search_finds_the_best_of_all_plans() {
    let mut chance = stream("tiny");
    for case in 0..40 {
        let problem = tiny(&mut chance);
        let plan = search(&problem, Effort(1), &mut |n| chance.below(n), &mut |_| {});
        assert_eq!(worth(&problem, &plan), best(&problem), "case {case}: {problem:?}");
    }
}

#[test]
fn no_plan_beats_a_bound() {
    let mut chance = stream("bounds");
    let (mut reached, mut cases) = (0, 0);
    for _ in 0..30 {
        let mut problem = tiny(&mut chance);
        problem.features.clear();
        for sitting in &mut problem.sittings {
            sitting.apart.clear();
            sitting.together.clear();
            sitting.barred.clear();
        }
        let (_, _, most) = best(&problem);
        assert!(-most as u64 <= most_pairs(&problem));
        cases += 1;
        reached += usize::from(-most as u64 == most_pairs(&problem));
    }
    // A bound that is never reached would be worth little.
    assert!(reached * 10 >= cases * 9, "{reached} of {cases} bounds are reached");
}

/// Every way to fill the tables of a sitting, as the set of pairs who share one: bit `a * people + b`.
fn meetings(problem: &Problem, sitting: usize) -> Vec<u64> {
    let all = seatings(problem, sitting).into_iter().map(|seats| {
        let mut pairs = 0u64;
        for b in 0..seats.len() {
            for a in (0..b).filter(|&a| seats[a].is_some() && seats[a] == seats[b]) {
                pairs |= 1 << (a * seats.len() + b);
            }
        }
        pairs
    });
    let all: std::collections::BTreeSet<u64> = all.collect();
    all.into_iter().collect()
}

/// The best that any plan reaches, figure by figure.
#[derive(Debug)]
struct Truth {
    pairs: u32,
    repeats: u32,
    by_sitting: Vec<u32>,
    times: u32,
    fewest: u32,
}

/// Tries every plan: `ways[k]` are the ways of sitting k; `now` is what happened up to it.
fn enumerate(
    n: usize,
    ways: &[Vec<u64>],
    k: usize,
    met: u64,
    counts: [u64; 5],
    repeats: u32,
    truth: &mut Truth,
) {
    let Some(here) = ways.get(k) else {
        let new = counts[0] & !met;
        truth.pairs = truth.pairs.max(new.count_ones());
        truth.repeats = truth.repeats.min(repeats);
        truth.times = truth.times.min(counts.iter().filter(|&&pairs| pairs > 0).count() as u32);
        let of = |p: usize| (0..n).filter(|&q| new >> (p.min(q) * n + p.max(q)) & 1 == 1).count() as u32;
        truth.fewest = truth.fewest.max((0..n).map(of).min().unwrap_or(0));
        return;
    };
    for &pairs in here {
        let again = (pairs & (met | counts[0])).count_ones();
        truth.by_sitting[k] = truth.by_sitting[k].min(again);
        let mut next = counts;
        for level in (1..5).rev() {
            next[level] |= counts[level - 1] & pairs;
        }
        next[0] |= pairs;
        enumerate(n, ways, k + 1, met, next, repeats + again, truth);
    }
}

#[test]
fn every_bound_on_meetings_holds_for_every_plan() {
    let mut chance = stream("limits");
    let (mut cases, mut tight) = (0, [0; 5]);
    for case in 0..60 {
        let shapes = [(6, 2, 3), (6, 2, 4), (6, 3, 3), (7, 2, 3), (5, 2, 4), (4, 2, 4), (7, 3, 2), (8, 2, 2)];
        let (people, tables, rounds) = shapes[case % shapes.len()];
        let mut problem = Problem { people, ..Problem::default() };
        for _ in 0..rounds {
            let mut present = vec![true; people];
            if case >= shapes.len() && chance.below(4) == 0 {
                present[chance.below(people as u64) as usize] = false;
            }
            let mut sitting = Sitting::even(present, tables);
            if case >= shapes.len() && chance.below(5) == 0 {
                sitting.tables.iter_mut().for_each(|size| size.least = size.least.saturating_sub(1));
                sitting.tables[0].most += 1;
            }
            problem.sittings.push(sitting);
        }
        if case >= 2 * shapes.len() && chance.below(2) == 0 {
            let group = 2 + chance.below(3) as u16;
            problem.met = (0..group).flat_map(|a| (a + 1..group).map(move |b| (a, b))).collect();
        }
        let ways: Vec<Vec<u64>> = (0..rounds).map(|sitting| meetings(&problem, sitting)).collect();
        let met = problem
            .met
            .iter()
            .fold(0, |met, &(a, b)| met | 1u64 << (usize::from(a) * people + usize::from(b)));
        let none = u32::MAX;
        let mut truth =
            Truth { pairs: 0, repeats: none, by_sitting: vec![none; rounds], times: none, fewest: 0 };
        enumerate(people, &ways, 0, met, [0; 5], 0, &mut truth);
        let plan = Plan { seats: (0..rounds).map(|sitting| seatings(&problem, sitting).remove(0)).collect() };
        let said = figures(&problem, &plan);
        let shown = || format!("case {case}: {truth:?} against {said:?}");
        assert!(u64::from(truth.pairs) <= said.distinct_pairs_bound, "{}", shown());
        assert!(u64::from(truth.repeats) >= said.repeats_bound, "{}", shown());
        assert!(u64::from(truth.times) >= said.times_met_bound, "{}", shown());
        assert!(truth.fewest <= said.met.fewest_bound, "{}", shown());
        let by_sitting: Vec<u64> =
            said.repeats_by_sitting.iter().map(|repeats| repeats.unavoidable).collect();
        let valid = by_sitting.iter().zip(&truth.by_sitting).all(|(said, &truth)| *said <= u64::from(truth));
        assert!(valid, "{}", shown());
        // The bounds of one report agree with each other.
        assert!(said.repeats_bound >= by_sitting.iter().sum(), "{}", shown());
        assert!(
            said.repeats_bound == 0 || !problem.met.is_empty() || said.times_met_bound >= 2,
            "{}",
            shown()
        );
        cases += 1;
        tight[0] += usize::from(u64::from(truth.pairs) == said.distinct_pairs_bound);
        tight[1] += usize::from(u64::from(truth.repeats) == said.repeats_bound);
        tight[2] += usize::from(by_sitting.iter().zip(&truth.by_sitting).all(|(a, &b)| *a == u64::from(b)));
        tight[3] += usize::from(u64::from(truth.times) == said.times_met_bound);
        tight[4] += usize::from(truth.fewest == said.met.fewest_bound);
    }
    println!(
        "of {cases} cases the bounds on pairs, repeats, rounds, times and the fewest met are tight in {tight:?}"
    );
    // Bounds that are never reached would be worth little.
    assert!(tight.iter().all(|&tight| tight * 2 >= cases), "{tight:?} of {cases}");
}

#[test]
fn the_least_spread_is_reached_by_each_feature_alone() {
    let mut chance = stream("spread");
    for _ in 0..30 {
        let mut problem = tiny(&mut chance);
        problem.features = vec![feature("one", problem.people, 3, &mut chance)];
        problem.sittings.truncate(1);
        problem.sittings[0].apart.clear();
        problem.sittings[0].together.clear();
        problem.sittings[0].barred.clear();
        let spreads = seatings(&problem, 0).into_iter().map(|seats| {
            let figures = figures(&problem, &Plan { seats: vec![seats] });
            (figures.spread[0].reached, figures.spread[0].least)
        });
        let (reached, least) = spreads.min().unwrap();
        assert_eq!(reached, least);
    }
}
