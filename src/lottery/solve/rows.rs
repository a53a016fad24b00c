//! What the rows of a problem are like: which of them exclude each other, what they have on average, and
//! which are homes. Imports `lottery::problem`.

use crate::lottery::problem::Problem;
use std::ops::Range;

/// Sums this close to a whole number are it.
pub const NEAR: f64 = 1e-5;
/// A group of rows that each hold at most a seat or so is looked up, not priced, if it has so many rows.
const MANY: usize = 40;
/// Homes of which somebody is on nearly every panel are priced like any other row.
const OFTEN: f64 = 0.9;

/// The most priced rows that count one profile.
pub fn width(problem: &Problem, x: &[f64]) -> usize {
    let (priced, _) = split(problem, x);
    let mut width = vec![0; problem.profiles()];
    for &r in &priced {
        problem.rows[r as usize].profiles.iter().for_each(|&t| width[t as usize] += 1);
    }
    width.into_iter().max().unwrap_or(0)
}

/// How many rows are homes, looked up and never broken.
#[cfg(test)]
pub fn homes(problem: &Problem, x: &[f64]) -> usize {
    split(problem, x).1.len()
}

/// The sum of `x` over a row's profiles.
pub fn due(problem: &Problem, row: usize, x: &[f64]) -> f64 {
    problem.rows[row].profiles.iter().map(|&t| x[t as usize]).sum()
}

/// Fewest and most seats of a row with the average `mean`, rounded down and up, within its quota.
pub fn central(min: u32, max: u32, mean: f64) -> (u32, u32) {
    let low = (libm::floor(mean + NEAR).max(0.0) as u32).clamp(min, max);
    let high = (libm::ceil(mean - NEAR).max(0.0) as u32).clamp(min, max);
    (low.min(high), high)
}

/// Consecutive rows of which no two count the same profile.
pub fn groups(problem: &Problem) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut seen = vec![usize::MAX; problem.profiles()];
    for (r, row) in problem.rows.iter().enumerate() {
        let group = groups.len().wrapping_sub(1);
        match groups.last_mut() {
            Some(last) if row.profiles.iter().all(|&t| seen[t as usize] != group) => last.end = r + 1,
            _ => groups.push(r..r + 1),
        }
        let group = groups.len() - 1;
        row.profiles.iter().for_each(|&t| seen[t as usize] = group);
    }
    groups
}

/// The rows that are priced, and those that are homes: of one group, so that nobody has two, with no
/// lower bound and seldom full.
pub fn split(problem: &Problem, x: &[f64]) -> (Vec<u32>, Vec<u32>) {
    let all = 0..problem.rows.len() as u32;
    let Some(largest) = groups(problem).into_iter().filter(|g| g.len() >= MANY).max_by_key(|g| g.len())
    else {
        return (all.collect(), Vec::new());
    };
    let seldom = |r: u32| {
        let row = &problem.rows[r as usize];
        row.min == 0 && row.max > 0 && due(problem, r as usize, x) < OFTEN * f64::from(row.max)
    };
    all.partition(|&r| !(largest.contains(&(r as usize)) && seldom(r)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Row;

    fn with_rows(rows: &[&[u32]]) -> Problem {
        let row = |profiles: &&[u32]| Row { profiles: profiles.to_vec(), min: 0, max: 9 };
        Problem { seats: 1, sizes: vec![1; 3], rows: rows.iter().map(row).collect() }
    }

    #[test]
    fn rows_that_count_the_same_profile_are_in_different_groups() {
        let two = with_rows(&[&[0, 1], &[2], &[0, 2], &[1]]);
        assert_eq!(groups(&two), [0..2, 2..4]);
    }

    #[test]
    fn an_average_is_rounded_down_and_up_within_the_quota() {
        assert_eq!(central(0, 9, 3.4), (3, 4));
        assert_eq!(central(0, 9, 3.0 + 1e-9), (3, 3));
        assert_eq!(central(0, 9, 3.0 - 1e-9), (3, 3));
        assert_eq!(central(4, 9, 3.9999999), (4, 4));
        assert_eq!(central(0, 3, 3.0000001), (3, 3));
    }
}
