//! Seat plans of full size, run with optimisation.

use super::assembly::{above_least, assembly, planned};

#[test]
fn rounds_in_which_everybody_meets_everybody_of_all_kinds() {
    for (people, tables, rounds) in [(49, 7, 8), (64, 8, 9)] {
        let figures = planned(&assembly(people, tables, rounds, &[2, 4, 3], "people"), "1");
        assert_eq!((figures.repeats, figures.distinct_pairs), (0, (people * (people - 1) / 2) as u64));
    }
}

#[test]
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
fn seeds_and_people_of_all_kinds_give_the_most_meetings_at_mixed_tables() {
    for (k, values) in [[2, 4, 3, 5], [3, 7, 5, 12]].iter().enumerate() {
        let problem = assembly(48, 6, 3, values, &format!("people {k}"));
        for seed in 1..=5 {
            let figures = planned(&problem, &seed.to_string());
            assert_eq!(figures.distinct_pairs, 480, "seed {seed}");
            assert!(above_least(&figures) <= 1, "seed {seed}: {:?}", figures.spread);
        }
    }
}
