//! Homes in an order that hangs on nothing but who lives there. Imports its siblings.
//!
//! A lottery must be a function of what is frozen, or nobody could make it again. Under a household rule a
//! problem has a row for each home. In a pool homes are in the order of their people's ids, and in a record in that
//! of their codes, so neither may decide anything. Here they are in the order of their seats and people; homes that
//! are equal in these are alike, and may change places without changing the problem.

use super::problem::{Problem, Row};
use super::renumber::Renumber;

/// What a home is apart from its number: seats, and the quota rows and number of the people of each of its
/// profiles.
type Home = (u32, Vec<(Vec<u32>, u32)>);

/// For each home its class: alike homes have the same one, and classes are in order.
pub fn classes(problem: &Problem, homes: usize) -> Vec<u32> {
    let found = described(problem, homes);
    let mut sorted: Vec<&Home> = found.iter().collect();
    sorted.sort_unstable();
    sorted.dedup();
    found.iter().map(|home| sorted.partition_point(|other| *other < home) as u32).collect()
}

fn described(problem: &Problem, homes: usize) -> Vec<Home> {
    let lines = problem.rows.len() - homes;
    let quotas = quota_rows(problem, lines);
    let home = |row: &Row| {
        let of = row.profiles.iter().map(|&t| (quotas[t as usize].clone(), problem.sizes[t as usize]));
        let mut people: Vec<(Vec<u32>, u32)> = of.collect();
        people.sort_unstable();
        (row.max, people)
    };
    problem.rows[lines..].iter().map(home).collect()
}

/// For each profile the quota rows that count it.
fn quota_rows(problem: &Problem, lines: usize) -> Vec<Vec<u32>> {
    let mut rows = problem.rows_of();
    rows.iter_mut().for_each(|rows| rows.retain(|&r| (r as usize) < lines));
    rows
}

/// The problem with its homes, whose rows are the last ones, in the order of their classes, and the numbers that
/// profiles and rows had. Profiles go by quota rows, then by home, those without one first.
pub fn in_order(problem: &Problem, homes: usize) -> (Problem, Renumber) {
    let lines = problem.rows.len() - homes;
    let classes = classes(problem, homes);
    let mut order: Vec<usize> = (0..homes).collect();
    order.sort_by_key(|&home| classes[home]);
    let rows: Vec<u32> =
        (0..lines).chain(order.into_iter().map(|home| lines + home)).map(|r| r as u32).collect();

    let mut home_of: Vec<Option<usize>> = vec![None; problem.profiles()];
    for (place, &row) in rows[lines..].iter().enumerate() {
        problem.rows[row as usize].profiles.iter().for_each(|&t| home_of[t as usize] = Some(place));
    }
    let quotas = quota_rows(problem, lines);
    let mut profiles: Vec<u32> = (0..problem.profiles() as u32).collect();
    profiles.sort_by_key(|&t| (&quotas[t as usize], home_of[t as usize]));

    let mut number = vec![0; profiles.len()];
    profiles.iter().zip(0..).for_each(|(&t, new)| number[t as usize] = new);
    let new = Renumber { profiles: number, rows: Vec::new() };
    let row = |&r: &u32| {
        let row = &problem.rows[r as usize];
        Row { profiles: new.listed(&row.profiles), ..row.clone() }
    };
    let ordered = Problem {
        seats: problem.seats,
        sizes: profiles.iter().map(|&t| problem.sizes[t as usize]).collect(),
        rows: rows.iter().map(row).collect(),
    };
    (ordered, Renumber { profiles, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One feature of two values; homes of (most, [profiles]), profiles given as (value, people).
    fn problem(profiles: &[(usize, u32)], homes: &[(u32, &[u32])]) -> Problem {
        let of = |v| (0..).zip(profiles).filter(move |(_, p)| p.0 == v).map(|(t, _)| t).collect();
        let mut rows: Vec<Row> = [0, 1].map(|v| Row { profiles: of(v), min: 0, max: 9 }).into();
        rows.extend(homes.iter().map(|&(max, people)| Row { profiles: people.to_vec(), min: 0, max }));
        Problem { seats: 3, sizes: profiles.iter().map(|p| p.1).collect(), rows }
    }

    #[test]
    fn homes_under_other_numbers_give_the_same_problem() {
        // Values 0 and 1; nobody's home, then homes A (one of each), B (two of 1), C (one of each), D (one seat).
        let one = problem(
            &[(0, 7), (0, 1), (0, 1), (0, 1), (1, 5), (1, 1), (1, 2), (1, 1), (1, 2)],
            &[(1, &[1, 5]), (1, &[6]), (1, &[2, 7]), (2, &[3, 8])],
        );
        // The same with D, C, B, A.
        let other = problem(
            &[(0, 7), (0, 1), (0, 1), (0, 1), (1, 5), (1, 2), (1, 1), (1, 2), (1, 1)],
            &[(2, &[1, 5]), (1, &[2, 6]), (1, &[7]), (1, &[3, 8])],
        );
        assert_ne!(one, other);
        assert_eq!(classes(&one, 4), [0, 1, 0, 2]);
        let ((a, from_one), (b, from_other)) = (in_order(&one, 4), in_order(&other, 4));
        assert_eq!(a, b);
        assert_eq!(from_one.rows, [0, 1, 2, 4, 3, 5]);
        assert_eq!(from_other.rows, [0, 1, 3, 5, 4, 2]);
        // Back under the numbers that they had, every row counts the profiles that it counted.
        for (given, ordered, back) in [(&one, &a, &from_one), (&other, &b, &from_other)] {
            for (row, &number) in ordered.rows.iter().zip(&back.rows) {
                assert_eq!(given.rows[number as usize].profiles, back.listed(&row.profiles));
            }
            let sizes = back.profiles.iter().map(|&t| given.sizes[t as usize]);
            assert!(sizes.eq(ordered.sizes.iter().copied()));
        }
    }

    #[test]
    fn without_homes_everything_stays_where_it_is() {
        let given = problem(&[(0, 3), (1, 4)], &[]);
        let (ordered, back) = in_order(&given, 0);
        assert_eq!((ordered, back.profiles, back.rows), (given, vec![0, 1], vec![0, 1]));
    }
}
