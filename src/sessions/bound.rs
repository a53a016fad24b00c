//! What no plan can beat: proved limits on meetings, repeats and spread. Imports nothing of ours.

use super::Problem;
use super::problem::{Sitting, Size};

/// Pairs among `people`.
pub fn pairs(people: usize) -> u64 {
    let people = people as u64;
    people * people.saturating_sub(1) / 2
}

/// Pairs sharing a cell when `people` are spread over `cells` as evenly as possible, which is the
/// fewest there can be (pigeonhole: the number of pairs in a cell is convex).
pub fn pairs_spread(people: usize, cells: usize) -> u64 {
    if cells == 0 {
        return 0;
    }
    let larger = (people % cells) as u64;
    larger * pairs(people / cells + 1) + (cells as u64 - larger) * pairs(people / cells)
}

/// The fewest pairs at one table in both sittings, whatever the plan.
///
/// The people of an old table who are there again are spread over the new tables, so at least
/// `pairs_spread` of them meet again. Summed over the old tables this is least when the old tables
/// are filled as evenly as their sizes allow. The same holds with the sittings exchanged; the larger
/// of the two bounds counts.
pub fn repeats_between(problem: &Problem, first: usize, second: usize) -> u64 {
    let one_way = |old: &Sitting, new: &Sitting| {
        let both = (0..problem.people).filter(|&p| old.present[p] && new.present[p]).count();
        let away = (old.attendance() - both) as u16;
        let mut at: Vec<u16> = old.tables.iter().map(|size| size.least.saturating_sub(away)).collect();
        let mut left = both.saturating_sub(at.iter().map(|&a| usize::from(a)).sum());
        while left > 0 {
            // One more person where that makes the fewest pairs: an emptiest table with a seat.
            let open = (0..at.len()).filter(|&t| at[t] < old.tables[t].most);
            let Some(table) = open.min_by_key(|&t| at[t]) else { break };
            at[table] += 1;
            left -= 1;
        }
        at.iter().map(|&people| pairs_spread(usize::from(people), new.tables.len())).sum::<u64>()
    };
    let (old, new) = (&problem.sittings[first], &problem.sittings[second]);
    one_way(old, new).max(one_way(new, old))
}

/// For each sitting the fewest repeated meetings: the most that any one earlier sitting forces.
pub fn forced_repeats(problem: &Problem) -> Vec<u64> {
    (0..problem.sittings.len())
        .map(|now| (0..now).map(|old| repeats_between(problem, old, now)).max().unwrap_or(0))
        .collect()
}

/// The most pairs that can sit together in one sitting.
///
/// Between its fewest and its most people a table's pairs lie below the straight line joining the
/// two, so filling the steepest lines first is an upper bound.
pub fn most_meetings(sitting: &Sitting) -> u64 {
    let mut left = sitting.attendance();
    let mut total = 0;
    let mut open: Vec<Size> = sitting.tables.clone();
    for size in &open {
        left = left.saturating_sub(usize::from(size.least));
        total += 2 * pairs(usize::from(size.least));
    }
    open.sort_by_key(|size| std::cmp::Reverse(size.least + size.most));
    for size in open {
        let more = left.min(usize::from(size.most.saturating_sub(size.least)));
        total += more as u64 * (u64::from(size.least + size.most).saturating_sub(1));
        left -= more;
    }
    total / 2
}

/// For each person the most different people they can newly meet: those present with them at least
/// once and not met before, and no more than seats beside them.
pub fn most_met(problem: &Problem) -> Vec<u32> {
    let n = problem.people;
    let mut before = vec![false; n * n];
    for &(a, b) in &problem.met {
        before[usize::from(a) * n + usize::from(b)] = true;
        before[usize::from(b) * n + usize::from(a)] = true;
    }
    (0..n)
        .map(|a| {
            let there = problem.sittings.iter().filter(|sitting| sitting.present[a]);
            let seats: u32 = there
                .clone()
                .map(|sitting| {
                    let most = sitting.tables.iter().map(|size| size.most).max().unwrap_or(0);
                    u32::from(most.min(sitting.attendance() as u16)).saturating_sub(1)
                })
                .sum();
            let others = (0..n)
                .filter(|&b| a != b && !before[a * n + b] && there.clone().any(|sitting| sitting.present[b]));
            seats.min(others.count() as u32)
        })
        .collect()
}

/// The most different pairs that can meet for the first time, whatever the plan: the smaller of the
/// meetings there are room for less the repeats each sitting cannot avoid, and half the sum over
/// people of whom they can meet at most.
pub fn most_pairs(problem: &Problem) -> u64 {
    let seats: u64 = problem.sittings.iter().map(most_meetings).sum();
    let forced: u64 = forced_repeats(problem).iter().sum();
    let people: u64 = most_met(problem).iter().map(|&met| u64::from(met)).sum();
    (seats.saturating_sub(forced)).min(people / 2)
}

/// The least possible spread of a feature over the tables of a sitting: for the worst value, the
/// most people at one table less the fewest at another.
///
/// With sizes differing by at most one it is 0 when every value divides evenly and 1 otherwise, and
/// the feature alone can always reach that (see [`Sitting::share`]). Tables that must differ more
/// force a spread of at least the difference divided over the values; then this is a lower bound.
pub fn least_spread(sitting: &Sitting, counts: &[usize]) -> u32 {
    let tables = sitting.tables.len();
    if tables == 0 {
        return 0;
    }
    let uneven = counts.iter().any(|count| !count.is_multiple_of(tables));
    let largest_least = sitting.tables.iter().map(|size| size.least).max().unwrap_or(0);
    let smallest_most = sitting.tables.iter().map(|size| size.most).min().unwrap_or(0);
    let values = counts.iter().filter(|&&count| count > 0).count().max(1);
    let apart = usize::from(largest_least.saturating_sub(smallest_most)).div_ceil(values);
    u32::from(uneven).max(apart as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(people: usize, tables: usize, rounds: usize) -> Problem {
        let sittings = vec![Sitting::even(vec![true; people], tables); rounds];
        Problem { people, sittings, ..Problem::default() }
    }

    #[test]
    fn pigeonhole_figures_of_usual_shapes() {
        for (people, tables, repeats) in [(24, 3, 21), (40, 5, 15), (50, 5, 25), (64, 8, 0), (48, 6, 12)] {
            assert_eq!(repeats_between(&even(people, tables, 2), 0, 1), repeats, "{people} in {tables}");
        }
        assert_eq!(most_pairs(&even(48, 6, 3)), 480);
        assert_eq!(most_pairs(&even(64, 8, 9)), 64 * 63 / 2);
        assert_eq!(most_pairs(&even(32, 8, 10)), 480);
        assert_eq!(most_pairs(&even(6, 2, 9)), 15);
    }

    #[test]
    fn people_who_are_away_meet_nobody() {
        let mut problem = even(8, 2, 2);
        problem.sittings[1] = Sitting::even((0..8).map(|p| p < 4).collect(), 2);
        // Four people at two tables of two, from two old tables: none need repeat.
        assert_eq!(repeats_between(&problem, 0, 1), 0);
        assert_eq!(most_pairs(&problem), 14);
        assert_eq!(most_met(&problem), [4, 4, 4, 4, 3, 3, 3, 3]);
    }

    #[test]
    fn spread_is_arithmetic() {
        let sitting = Sitting::even(vec![true; 20], 4);
        assert_eq!(least_spread(&sitting, &[8, 12]), 0);
        assert_eq!(least_spread(&sitting, &[7, 13]), 1);
        let mut uneven = sitting.clone();
        uneven.tables = [2, 6, 6, 6].map(|s| Size { least: s, most: s }).to_vec();
        assert_eq!(least_spread(&uneven, &[8, 12]), 2);
        assert_eq!(most_meetings(&uneven), 46);
    }
}
