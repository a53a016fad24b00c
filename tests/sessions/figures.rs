//! Figures of plans made by hand, counted by hand.

use geloot::sessions::{Mix, Plan, Problem, Rule, Sitting, figures};

fn plan(seats: &[&[u16]]) -> Plan {
    Plan { seats: seats.iter().map(|round| round.iter().map(|&table| Some(table)).collect()).collect() }
}

#[test]
fn four_people_and_two_tables() {
    let gender = Mix {
        name: "gender".into(),
        importance: 1,
        values: vec!["f".into(), "m".into()],
        of: vec![0, 0, 1, 1],
    };
    let problem = Problem {
        people: 4,
        features: vec![gender],
        sittings: vec![Sitting::even(vec![true; 4], 2); 2],
        ..Problem::default()
    };
    let same = figures(&problem, &plan(&[&[0, 0, 1, 1], &[0, 0, 1, 1]]));
    assert_eq!((same.distinct_pairs, same.distinct_pairs_bound, same.repeats), (2, 4, 2));
    assert_eq!(same.times_met, [4, 0, 2]);
    assert_eq!((same.spread[0].reached, same.spread[0].least, same.spread[0].outside_share), (2, 0, 8));
    let mixed = figures(&problem, &plan(&[&[0, 1, 0, 1], &[0, 1, 1, 0]]));
    assert_eq!((mixed.distinct_pairs, mixed.repeats, mixed.spread[0].reached), (4, 0, 0));
    assert_eq!((mixed.met.fewest, mixed.met.most, mixed.met.most_bound), (2, 2, 2));
    assert!(mixed.broken.is_empty());
}

#[test]
fn every_broken_rule_is_named() {
    let mut sitting = Sitting::even(vec![true, true, true, true, false], 2);
    sitting.apart = vec![(0, 1)];
    sitting.together = vec![(1, 2)];
    sitting.barred = vec![(3, 1)];
    let problem = Problem { people: 5, sittings: vec![sitting], ..Problem::default() };
    let mut seats = plan(&[&[0, 0, 1, 1, 1]]);
    let broken = figures(&problem, &seats).broken;
    let rules: Vec<Rule> = broken.into_iter().map(|broken| broken.rule).collect();
    let expected =
        [Rule::Seat(4), Rule::Size(1, 3), Rule::Apart(0, 1), Rule::Together(1, 2), Rule::Barred(3, 1)];
    assert_eq!(rules, expected);
    seats.seats[0] = vec![Some(0), Some(1), Some(1), Some(0), None];
    assert!(figures(&problem, &seats).broken.is_empty());
}

#[test]
fn earlier_meetings_are_not_new() {
    let problem = Problem {
        people: 4,
        sittings: vec![Sitting::even(vec![true; 4], 2)],
        met: vec![(0, 1), (0, 1)],
        ..Problem::default()
    };
    let again = figures(&problem, &plan(&[&[0, 0, 1, 1]]));
    assert_eq!((again.distinct_pairs, again.repeats, again.distinct_pairs_bound), (1, 1, 2));
}
