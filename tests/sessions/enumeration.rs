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
