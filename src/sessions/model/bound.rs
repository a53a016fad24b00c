//! What no plan can beat: proved limits on meetings, repeats and spread. Imports nothing of ours.

use super::problem::{Sitting, Size};
use crate::sessions::Problem;

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
        at.iter().map(|&people| pairs_spread(usize::from(people), new.open().count())).sum::<u64>()
    };
    let (old, new) = (&problem.sittings[first], &problem.sittings[second]);
    one_way(old, new).max(one_way(new, old))
}

/// For each sitting the fewest repeated meetings: the most that any one earlier sitting forces, or the
/// meetings before the first sitting.
pub fn forced_repeats(problem: &Problem) -> Vec<u64> {
    let before = Before::of(problem);
    let forced = |now: usize| {
        let earlier = (0..now).map(|old| repeats_between(problem, old, now)).max().unwrap_or(0);
        earlier.max(before.repeats(&problem.sittings[now]))
    };
    (0..problem.sittings.len()).map(forced).collect()
}

/// Meetings before the first sitting.
struct Before {
    people: usize,
    /// `a * people + b`: whether the two met.
    met: Vec<bool>,
    /// Groups of people who all met each other; nobody is in two of them.
    groups: Vec<Vec<u16>>,
}

impl Before {
    fn of(problem: &Problem) -> Self {
        let people = problem.people;
        if problem.met.is_empty() {
            return Self { people, met: vec![], groups: vec![] };
        }
        let mut met = vec![false; people * people];
        for &(a, b) in &problem.met {
            met[usize::from(a) * people + usize::from(b)] = true;
            met[usize::from(b) * people + usize::from(a)] = true;
        }
        let (mut groups, mut taken) = (vec![], vec![false; people]);
        for first in 0..people {
            if taken[first] {
                continue;
            }
            let mut group = vec![first as u16];
            for other in first + 1..people {
                if !taken[other] && group.iter().all(|&one| met[usize::from(one) * people + other]) {
                    taken[other] = true;
                    group.push(other as u16);
                }
            }
            if group.len() > 1 {
                groups.push(group);
            }
        }
        Self { people, met, groups }
    }

    fn met(&self, a: usize, b: usize) -> bool {
        !self.met.is_empty() && self.met[a * self.people + b]
    }

    /// The fewest pairs at one table in this sitting who had met before it all: each group is spread over
    /// the tables, and nobody has more people beside them than the table holds.
    fn repeats(&self, sitting: &Sitting) -> u64 {
        if self.met.is_empty() {
            return 0;
        }
        let tables = sitting.open().count();
        let there = |group: &Vec<u16>| group.iter().filter(|&&p| sitting.present[usize::from(p)]).count();
        let by_group = self.groups.iter().map(|group| pairs_spread(there(group), tables)).sum::<u64>();
        let here: Vec<usize> = (0..self.people).filter(|&p| sitting.present[p]).collect();
        let beside = usize::from(sitting.open().map(|size| size.most).max().unwrap_or(0)).saturating_sub(1);
        let new = |a: &usize| here.iter().filter(|&b| a != b && !self.met(*a, *b)).count().min(beside) as u64;
        let new: u64 = here.iter().map(new).sum();
        by_group.max(least_meetings(sitting).saturating_sub(new / 2))
    }
}

/// Repeats beyond [`forced_repeats`] that no plan of all sittings avoids.
///
/// Let `tables` tables of the same size, which is above their number and no multiple of it, seat the same
/// people in some sittings. A sitting repeats only what one earlier sitting forces just when each of its
/// tables falls into `tables` groups that sat together always, sizes differing by one (the case of equality
/// in Turán's theorem), and then these groups are the same in all such sittings and two of them share a table
/// at most once. A larger group shares its table with `tables - rest` smaller ones each time, and there are
/// `tables` times as many. So at most `tables` sittings are of this kind; every further one has one more.
fn excess(problem: &Problem, forced: &[u64]) -> u64 {
    let alike = |one: &Sitting, other: &Sitting| one.tables == other.tables && one.present == other.present;
    let mut total = 0;
    let mut done = vec![false; problem.sittings.len()];
    for (first, sitting) in problem.sittings.iter().enumerate() {
        let tables = sitting.tables.len();
        let size = usize::from(sitting.tables.first().map_or(0, |size| size.most));
        let same =
            sitting.tables.iter().all(|it| usize::from(it.least) == size && usize::from(it.most) == size);
        let fits = same && tables > 1 && size * tables == sitting.attendance();
        if done[first] || !fits || size <= tables || size.is_multiple_of(tables) {
            continue;
        }
        let least = tables as u64 * pairs_spread(size, tables);
        let group: Vec<usize> =
            (first..problem.sittings.len()).filter(|&k| alike(sitting, &problem.sittings[k])).collect();
        group.iter().for_each(|&k| done[k] = true);
        let free = group.iter().filter(|&&k| forced[k] <= least).count();
        total += free.saturating_sub(tables) as u64;
    }
    total
}

/// The fewest pairs at a table in one sitting: everybody spread as evenly as the sizes allow.
fn least_meetings(sitting: &Sitting) -> u64 {
    let mut at: Vec<u16> = sitting.tables.iter().map(|size| size.least).collect();
    let mut left = sitting.attendance().saturating_sub(at.iter().map(|&a| usize::from(a)).sum());
    while left > 0 {
        let open = (0..at.len()).filter(|&t| at[t] < sitting.tables[t].most);
        let Some(table) = open.min_by_key(|&t| at[t]) else { break };
        at[table] += 1;
        left -= 1;
    }
    at.iter().map(|&people| pairs(usize::from(people))).sum()
}

/// What no plan that keeps sizes and absences can beat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most different pairs who meet for the first time.
    pub pairs: u64,
    /// Fewest meetings of pairs who met before; never fewer than `by_sitting` together.
    pub repeats: u64,
    /// The same for each sitting by itself.
    pub by_sitting: Vec<u64>,
    /// Some pair meets at least so often in the plan.
    pub times: u64,
    /// Most new people that the person who meets fewest, the middle person and the one who meets most can
    /// meet.
    pub met: [u32; 3],
}

/// Every limit on meetings, the best of several proofs each.
pub fn limits(problem: &Problem) -> Limits {
    let room: u64 = problem.sittings.iter().map(most_meetings).sum();
    let meetings: u64 = problem.sittings.iter().map(least_meetings).sum();
    let by_sitting = forced_repeats(problem);
    let forced = by_sitting.iter().sum::<u64>() + excess(problem, &by_sitting);
    let mut each = most_met(problem);
    let people: u64 = each.iter().map(|&met| u64::from(met)).sum();
    let pairs = room.saturating_sub(forced).min(people / 2);
    let repeats = forced.max(meetings.saturating_sub(pairs));
    // How often a pair meets is counted within the plan, so meetings before it do not matter.
    let within = match problem.met.is_empty() {
        true => (pairs, repeats),
        false => {
            let alone = limits(&Problem { met: vec![], ..problem.clone() });
            (alone.pairs, alone.repeats)
        }
    };
    let times = meetings.div_ceil(within.0.max(1)).max(if within.1 > 0 { 2 } else { 0 });
    each.sort_unstable();
    let at = |place: usize| each.get(place).copied().unwrap_or(0);
    let n = each.len();
    // Those from this place on meet at least as many, and all together no more than there are pairs.
    let shared = |place: usize| (2 * pairs / (n - place).max(1) as u64) as u32;
    let met =
        [0, n / 2, n.saturating_sub(1)].map(|place| if n == 0 { 0 } else { at(place).min(shared(place)) });
    Limits { pairs, repeats, by_sitting, times, met }
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
    let before = Before::of(problem);
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
                .filter(|&b| a != b && !before.met(a, b) && there.clone().any(|sitting| sitting.present[b]));
            seats.min(others.count() as u32)
        })
        .collect()
}

/// The most different pairs that can meet for the first time, whatever the plan: the smaller of the
/// meetings there are room for less the repeats that cannot be avoided, and half the sum over people of whom
/// they can meet at most.
#[cfg(any(test, feature = "rooms"))]
pub fn most_pairs(problem: &Problem) -> u64 {
    limits(problem).pairs
}

/// The least possible spread of a feature over the tables of a sitting: for the worst value, the
/// most people at one table less the fewest at another.
///
/// With sizes differing by at most one it is 0 when every value divides evenly and 1 otherwise, and
/// the feature alone can always reach that (see [`Sitting::share`]). Tables that must differ more
/// force a spread of at least the difference divided over the values; then this is a lower bound.
pub fn least_spread(sitting: &Sitting, counts: &[usize]) -> u32 {
    let tables = sitting.open().count();
    if tables == 0 {
        return 0;
    }
    let uneven = counts.iter().any(|count| !count.is_multiple_of(tables));
    let largest_least = sitting.open().map(|size| size.least).max().unwrap_or(0);
    let smallest_most = sitting.open().map(|size| size.most).min().unwrap_or(0);
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
    fn rounds_force_more_together_than_two_by_two() {
        // Each of the last two rounds repeats 2 of its predecessor's pairs; both cannot stop at 2.
        let limits = limits(&even(6, 2, 3));
        assert_eq!((limits.pairs, limits.repeats, limits.times), (13, 5, 2));
        assert_eq!(limits.by_sitting, [0, 2, 2]);
        assert_eq!(limits.met, [4, 5, 5]);
        assert_eq!(most_pairs(&even(48, 6, 3)), 480);
        // An earlier plan of the same shape forces as much as a round of this one.
        let mut after = even(48, 6, 1);
        let table = |t: u16| (0..8u16).flat_map(move |a| (a + 1..8).map(move |b| (8 * t + a, 8 * t + b)));
        after.met = (0..6).flat_map(table).collect();
        assert_eq!(forced_repeats(&after), [12]);
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
        // Values that do not divide evenly either do not add to that.
        assert_eq!(least_spread(&uneven, &[7, 13]), 2);
        assert_eq!(least_spread(&uneven, &[3, 8, 9]), 2);
        assert_eq!(most_meetings(&uneven), 46);
    }
}
