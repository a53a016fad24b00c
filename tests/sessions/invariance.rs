//! What must not matter does not, and what must does.

use super::{assembly, stream};
use geloot::sessions::{Effort, Plan, Problem, figures, search};

fn planned(problem: &Problem, words: &str) -> Plan {
    let mut chance = stream(words);
    search(problem, Effort(1), &mut |n| chance.below(n), &mut |_| {})
}

#[test]
fn renaming_people_and_tables_changes_no_figure() {
    let problem = assembly(20, 4, 3, &[2, 3], "people");
    let plan = planned(&problem, "seed");
    let before = figures(&problem, &plan);
    // Person p becomes (7 p + 3) mod 20, table t becomes (t + 1) mod 4.
    let new = |person: usize| (7 * person + 3) % 20;
    let mut renamed = problem.clone();
    let mut moved = plan.clone();
    for person in 0..20 {
        for (mix, old) in renamed.features.iter_mut().zip(&problem.features) {
            mix.of[new(person)] = old.of[person];
        }
        for (seats, old) in moved.seats.iter_mut().zip(&plan.seats) {
            seats[new(person)] = old[person].map(|table| (table + 1) % 4);
        }
    }
    assert_eq!(figures(&renamed, &moved), before);
}

#[test]
fn the_same_chance_gives_the_same_plan_and_other_chance_another() {
    let problem = assembly(24, 4, 3, &[2, 3], "people");
    assert_eq!(planned(&problem, "one"), planned(&problem, "one"));
    assert_ne!(planned(&problem, "one"), planned(&problem, "two"));
    // Also where algebra gives a perfect schedule at once.
    for (people, tables, rounds) in [(25, 5, 3), (100, 10, 2), (49, 7, 8), (24, 6, 7)] {
        let problem = assembly(people, tables, rounds, &[], "people");
        assert_ne!(planned(&problem, "one"), planned(&problem, "two"), "{people} at {tables}");
    }
}

#[test]
fn more_rounds_never_lose_meetings() {
    for (people, tables) in [(12, 3), (20, 4), (21, 4), (25, 5)] {
        let mut before = 0;
        for rounds in 1..8 {
            let problem = assembly(people, tables, rounds, &[], "people");
            let now = figures(&problem, &planned(&problem, "rounds")).distinct_pairs;
            assert!(
                now >= before,
                "{people} at {tables}: {now} pairs in {rounds} rounds, {before} in one fewer"
            );
            before = now;
        }
    }
}

#[test]
fn more_to_mix_never_mixes_one_feature_better_than_alone() {
    let alone = assembly(30, 5, 2, &[3], "people");
    let all = assembly(30, 5, 2, &[3, 2, 4], "people");
    let one = figures(&alone, &planned(&alone, "seed"));
    let more = figures(&all, &planned(&all, "seed"));
    assert_eq!(one.spread[0].outside_share, 0);
    assert!(more.spread[0].outside_share >= one.spread[0].outside_share);
    assert_eq!(one.spread[0].least, more.spread[0].least);
}

#[test]
fn importance_decides_what_gives_way() {
    // Two features that cannot both be mixed: pairs of alike people who must sit together.
    let mut problem = assembly(8, 2, 1, &[], "people");
    let mix = |of: [u16; 8], importance: u32| geloot::sessions::Mix {
        name: importance.to_string(),
        importance,
        values: vec!["a".into(), "b".into()],
        of: of.to_vec(),
    };
    problem.sittings[0].together = vec![(0, 1), (2, 3), (4, 5), (6, 7)];
    let first = [0, 0, 0, 0, 1, 1, 1, 1];
    let second = [0, 0, 1, 1, 0, 1, 0, 1];
    problem.features = vec![mix(first, 1), mix(second, 20)];
    let weighed = figures(&problem, &planned(&problem, "seed"));
    assert!(weighed.broken.is_empty());
    assert_eq!((weighed.spread[0].outside_share, weighed.spread[1].outside_share), (8, 0));
    problem.features = vec![mix(first, 20), mix(second, 1)];
    let other = figures(&problem, &planned(&problem, "seed"));
    assert_eq!((other.spread[0].outside_share, other.spread[1].outside_share), (0, 4));
}
