//! How much choice a repair leaves: of how many people a lottery could then draw. Imports `outlook` and `repair`.
//!
//! The cheapest change of quotas can leave a single panel, and then there is nothing to draw. So each way out is told with
//! the people who can be drawn under it, and ways of nearly equal cost stand in the order of that.

use super::quota_effects::shut_out;
use super::repair::{Repair, Repairs};
use crate::lottery::choice::Choice;
use crate::lottery::problem::Problem;
use num_bigint::BigInt;
use num_rational::Ratio;
use std::cmp::Reverse;

impl Choice {
    /// After a repair.
    pub fn after(problem: &Problem, repair: &Repair) -> Self {
        let (out, unsettled) = shut_out(&repair.applied(problem), &repair.panel);
        let gone: u64 = out.iter().map(|out| u64::from(problem.sizes[out.profile as usize])).sum();
        Self { people: problem.people() - gone, settled: unsettled == 0 }
    }
}

/// Tells each repair's choice, and puts those whose costs differ by less than one seat in the order of the choice that
/// they leave: the most people first, then the cheapest.
pub fn by_choice(problem: &Problem, repairs: &mut Repairs) {
    for repair in &mut repairs.list {
        repair.choice = Some(Choice::after(problem, repair));
    }
    let mut rest = &mut repairs.list[..];
    while let Some(first) = rest.first() {
        let near = &first.cost + Ratio::from_integer(BigInt::from(1));
        let end = rest.iter().position(|repair| repair.cost >= near).unwrap_or(rest.len());
        let (group, later) = rest.split_at_mut(end);
        // Stable: what leaves equal choice stays in the order of cost.
        group.sort_by_key(|repair| Reverse(repair.choice.map(|choice| choice.people)));
        rest = later;
    }
}

#[cfg(test)]
mod tests {
    use super::super::repair::{Room, repairs};
    use super::*;
    use crate::lottery::problem::Row;

    #[test]
    fn ways_of_nearly_equal_cost_stand_in_the_order_of_the_choice_they_leave() {
        // One seat of each of a1, a2 and one of b1; everybody of b1 is a1. Profiles: (a1,b1) 1 person, (a1,b2) 4,
        // (a2,b2) 4. Quotas: a1 0-0, b1 1-1: either a1 may have one, or b1 may have none.
        let row = |profiles: &[u32], min, max| Row { profiles: profiles.to_vec(), min, max };
        let problem = Problem {
            seats: 2,
            sizes: vec![1, 4, 4],
            rows: vec![row(&[0, 1], 0, 0), row(&[2], 0, 2), row(&[0], 1, 1), row(&[1, 2], 1, 1)],
        };
        let room: Vec<Room> = problem.rows.iter().map(|_| Room { min: 0, max: 2 }).collect();
        let mut found = repairs(&problem, &room, 4, 1);
        let before: Vec<Repair> = found.list.clone();
        assert!(before.len() >= 2, "{before:?}");
        by_choice(&problem, &mut found);
        for repair in &found.list {
            let choice = repair.choice.unwrap();
            assert!(choice.settled);
            // By cases: a profile can be drawn if some two people with one of it meet the changed quotas.
            let applied = repair.applied(&problem);
            let mut can = [false; 3];
            for (s, t) in [(0, 1), (0, 2), (1, 1), (1, 2), (2, 2)] {
                let meets = |row: &Row| {
                    let held = [s, t].iter().filter(|&&p| row.profiles.contains(&p)).count() as u32;
                    (row.min..=row.max).contains(&held)
                };
                if applied.rows.iter().all(meets) {
                    (can[s as usize], can[t as usize]) = (true, true);
                }
            }
            let people: u64 = (0..3).filter(|&t| can[t]).map(|t| u64::from(problem.sizes[t])).sum();
            assert_eq!(choice.people, people, "{repair:?}");
        }
        for pair in found.list.windows(2) {
            let near = pair[1].cost < &pair[0].cost + Ratio::from_integer(BigInt::from(1));
            let more = pair[0].choice.unwrap().people >= pair[1].choice.unwrap().people;
            assert!(pair[0].cost <= pair[1].cost || (near && more), "{pair:?}");
        }
        let mut sorted = found.list.clone();
        sorted.sort_by(|a, b| a.cost.cmp(&b.cost).then(a.changes.cmp(&b.changes)));
        sorted.iter_mut().for_each(|repair| repair.choice = None);
        assert_eq!(sorted.len(), before.len(), "none is lost");
    }
}
