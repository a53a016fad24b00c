//! Random pools of 20 to 200 people, harder than real ones: every one ends in a lottery with a stated
//! gap or in a proved no. Run it optimised, by hand, after a change of the solver:
//! `cargo test --release --test panel soak -- --ignored --nocapture`.

use crate::make_fixtures::rng::Rng;
use geloot::lottery::problem::{Problem, Row};
use geloot::lottery::solve::{No, Objective, Options, Status, solve};
use std::collections::BTreeMap;

/// Problem number `n`: skewed features, quotas around a panel that exists, or even quotas.
fn problem(n: u32) -> Problem {
    let rng = &mut Rng::named(&format!("soak/{n}"));
    let people = 20 + rng.below(180) as usize;
    let features = 2 + rng.below(5) as usize;
    let seats = 4 + rng.below((people as u64 / 3).min(60)) as u32;
    let values: Vec<u64> = (0..features).map(|_| 2 + rng.below(6)).collect();
    let skews: Vec<Vec<u64>> = values.iter().map(|&v| (0..v).map(|_| 1 + rng.below(10)).collect()).collect();
    let person = |rng: &mut Rng| skews.iter().map(|s| rng.weighted(s.iter().copied())).collect();
    let pool: Vec<Vec<usize>> = (0..people).map(|_| person(rng)).collect();
    let mut planted: Vec<usize> = (0..people).collect();
    rng.shuffle(&mut planted);
    planted.truncate(seats as usize);
    let style = rng.below(4);
    let mut sizes: BTreeMap<&Vec<usize>, u32> = BTreeMap::new();
    for person in &pool {
        *sizes.entry(person).or_default() += 1;
    }
    let mut rows = Vec::new();
    for (f, &count) in values.iter().enumerate() {
        for v in 0..count as usize {
            let held = planted.iter().filter(|&&i| pool[i][f] == v).count() as u32;
            let (min, max) = match style {
                0 => (held, held),
                1 => (held.saturating_sub(1), held + 1),
                2 => (seats / count as u32, seats.div_ceil(count as u32)),
                _ => (held.saturating_sub(rng.below(3) as u32), held + rng.below(3) as u32),
            };
            let having = sizes.keys().enumerate().filter(|(_, p)| p[f] == v);
            rows.push(Row { profiles: having.map(|(t, _)| t as u32).collect(), min, max });
        }
    }
    Problem { seats, rows, sizes: sizes.into_values().collect() }
}

#[test]
#[ignore = "minutes even when optimised"]
fn every_problem_is_answered() {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for n in 0..100 {
        let problem = problem(n);
        for objective in [Objective::Leximin, Objective::Maximin] {
            let options = Options { objective, ..Options::default() };
            let start = std::time::Instant::now();
            let answer = solve(&problem, &options, &mut |_| {});
            let said = match &answer {
                Ok(lottery) => {
                    assert!(lottery.rounding <= 5.0, "{n}: rounding {}", lottery.rounding);
                    match lottery.status {
                        Status::Optimal => "optimal",
                        Status::Within(_) => "within",
                        Status::StoppedAfter(_) => "stopped",
                    }
                }
                Err(No::Infeasible(_)) => "no",
                Err(no) => panic!("{n}: {objective:?}: {no:?}"),
            };
            println!("{n} {objective:?} {} profiles: {said}, {:?}", problem.profiles(), start.elapsed());
            *counts.entry(said).or_default() += 1;
        }
    }
    println!("{counts:?}");
    assert!(!counts.contains_key("stopped"), "{counts:?}");
}
