//! Sums over the rows of many profiles at once. Imports its siblings. Integers only.

use super::balance::Rules;
use std::collections::BTreeMap;

/// Many profiles have their first or their last few rows in common: what these add up to is found once, and each
/// profile is one addition.
pub(super) struct Sums {
    first: Vec<Vec<u32>>,
    second: Vec<Vec<u32>>,
    /// Of each profile which of the first and which of the second.
    pairs: Vec<(u32, u32)>,
}

/// Room for what halves add up to, kept between sums.
#[derive(Default)]
pub(super) struct Room {
    first: Vec<i64>,
    second: Vec<i64>,
}

impl Sums {
    pub(super) fn of(rules: &Rules) -> Self {
        let (mut first, mut second) = (BTreeMap::new(), BTreeMap::new());
        let pairs = (0..rules.profiles() as u32).map(|profile| {
            let rows = rules.of(profile);
            let (one, other) = rows.split_at(rows.len() / 2);
            (number(&mut first, one), number(&mut second, other))
        });
        let pairs = pairs.collect();
        Self { first: ordered(&first), second: ordered(&second), pairs }
    }

    /// Of each profile the sum of the numbers of its rows.
    pub(super) fn each<'a>(&'a self, numbers: &[i64], room: &'a mut Room) -> impl Iterator<Item = i64> + 'a {
        for (halves, sums) in [(&self.first, &mut room.first), (&self.second, &mut room.second)] {
            sums.clear();
            sums.extend(halves.iter().map(|rows| rows.iter().map(|&row| numbers[row as usize]).sum::<i64>()));
        }
        let room = &*room;
        self.pairs.iter().map(|&(one, other)| room.first[one as usize] + room.second[other as usize])
    }
}

/// The number of a list of rows: a new one if it was not seen yet.
fn number<'a>(seen: &mut BTreeMap<&'a [u32], u32>, rows: &'a [u32]) -> u32 {
    let next = seen.len() as u32;
    *seen.entry(rows).or_insert(next)
}

fn ordered(seen: &BTreeMap<&[u32], u32>) -> Vec<Vec<u32>> {
    let mut lists = vec![Vec::new(); seen.len()];
    seen.iter().for_each(|(rows, &number)| lists[number as usize] = rows.to_vec());
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Problem, Row};

    #[test]
    fn halves_add_up_to_the_whole() {
        let rows = [vec![0, 2], vec![1, 3], vec![0, 1, 2], vec![0, 1], vec![3]];
        let rows = rows.into_iter().map(|profiles| Row { profiles, min: 0, max: 9 }).collect();
        // The last profile has no row at all.
        let rules = Rules::new(&Problem { seats: 2, sizes: vec![1; 5], rows }, |_| false);
        let (sums, mut room) = (Sums::of(&rules), Room::default());
        for numbers in [[1, 10, 100, 1000, 10_000], [-7, 5, 0, 3, 1 << 48]] {
            let plain = |profile| rules.of(profile).iter().map(|&row| numbers[row as usize]).sum::<i64>();
            let found: Vec<i64> = sums.each(&numbers, &mut room).collect();
            assert_eq!(found, (0..5).map(plain).collect::<Vec<_>>());
        }
    }
}
