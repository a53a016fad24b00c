//! The figures the planner is measured by, at the usual effort. The larger cases take minutes without
//! optimisation: `cargo test --release --test sessions -- --ignored`.

use super::{assembly, stream};
use geloot::sessions::{Effort, Figures, Problem, figures, search};

fn planned(problem: &Problem, words: &str) -> Figures {
    let mut chance = stream(words);
    let plan = search(problem, Effort::default(), &mut |n| chance.below(n), &mut |_| {});
    figures(problem, &plan)
}

fn above_least(figures: &Figures) -> u32 {
    figures.spread.iter().map(|spread| spread.above_least).max().unwrap_or(0)
}

#[test]
fn forty_eight_people_three_times() {
    let problem = assembly(48, 6, 3, &[2, 4, 3, 5], "people");
    let figures = planned(&problem, "1");
    assert_eq!(figures.distinct_pairs_bound, 480);
    assert!(figures.distinct_pairs >= 474, "{}", figures.distinct_pairs);
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
#[ignore = "slow without optimisation"]
fn rounds_in_which_everybody_meets_everybody_of_all_kinds() {
    for (people, tables, rounds) in [(49, 7, 8), (64, 8, 9)] {
        let figures = planned(&assembly(people, tables, rounds, &[2, 4, 3], "people"), "1");
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

#[test]
#[ignore = "slow without optimisation"]
fn six_hundred_people_six_times_with_a_secretary_at_every_table() {
    use geloot::sessions::{Limit, Size};
    let mut problem = assembly(598, 60, 6, &[2, 5, 3], "people");
    let roles = [348, 40, 40, 45, 45, 80];
    let of: Vec<u16> = roles.iter().enumerate().flat_map(|(role, &count)| vec![role as u16; count]).collect();
    let people = |role: u16| (0..598).filter(|&p| of[usize::from(p)] == role).collect::<Vec<u16>>();
    let limit = |role, least, most| Limit { people: people(role), tables: vec![Size { least, most }; 60] };
    for sitting in &mut problem.sittings {
        sitting.limits = vec![limit(5, 1, 2)];
        sitting.limits.extend((1..5).map(|role| limit(role, 0, 1)));
    }
    let figures = planned(&problem, "1");
    assert!(figures.broken.is_empty(), "{:?}", figures.broken);
    assert_eq!(above_least(&figures), 0);
    assert_eq!(figures.repeats, 0);
}

#[test]
#[ignore = "slow without optimisation"]
fn twenty_seeds_give_different_plans_of_like_quality() {
    let problem = assembly(48, 6, 3, &[2, 4, 3, 5], "people");
    let all: Vec<Figures> = (1..=20).map(|seed| planned(&problem, &seed.to_string())).collect();
    let pairs: Vec<u64> = all.iter().map(|figures| figures.distinct_pairs).collect();
    println!("different pairs over 20 seeds: {pairs:?}");
    assert!(pairs.iter().all(|&pairs| pairs >= 474), "{pairs:?}");
    assert!(all.iter().all(|figures| above_least(figures) == 0));
}
