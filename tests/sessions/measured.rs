//! The figures the planner is measured by, at the usual effort. The larger cases take minutes without
//! optimisation and are in `full_size.rs`.

use super::assembly::{above_least, assembly, planned};

#[test]
fn forty_eight_people_three_times() {
    let problem = assembly(48, 6, 3, &[2, 4, 3, 5], "people");
    let figures = planned(&problem, "1");
    assert_eq!(figures.distinct_pairs_bound, 480);
    assert_eq!(figures.distinct_pairs, 480);
    assert!(above_least(&figures) <= 1);
}

#[test]
fn forty_people_twice() {
    let problem = assembly(40, 5, 2, &[2, 3, 3], "people");
    let figures = planned(&problem, "1");
    assert_eq!(figures.repeats, 15);
    assert_eq!(above_least(&figures), 0);
}

#[test]
fn rounds_in_which_everybody_meets_everybody() {
    for (people, tables, rounds) in [(49, 7, 8), (64, 8, 9)] {
        let figures = planned(&assembly(people, tables, rounds, &[], "people"), "1");
        assert_eq!((figures.repeats, figures.distinct_pairs), (0, (people * (people - 1) / 2) as u64));
    }
}

#[test]
fn thirty_two_in_fours_ten_times() {
    let figures = planned(&assembly(32, 8, 10, &[], "people"), "1");
    let without = figures.repeats_by_sitting.iter().filter(|repeats| repeats.reached == 0).count();
    assert!(without >= 9, "{without} rounds without a repeat");
}

#[test]
fn three_hundred_three_times() {
    let problem = assembly(300, 38, 3, &[2, 5, 4, 13, 3], "people");
    let figures = planned(&problem, "1");
    assert_eq!(figures.repeats, 0);
    assert!(above_least(&figures) <= 1);
}
