//! The panel problem as numbers: profiles, seats, and rows that bound how many seats a group of
//! profiles may take. Imports `base` only.

use crate::base::errors;
use serde::{Deserialize, Serialize};

/// A rule "the panel holds at least `min` and at most `max` people of these profiles".
///
/// One row for each value of each quota feature; further rows for households. `profiles` is sorted
/// and has no repeats.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Profiles counted, by index, ascending.
    pub profiles: Vec<u32>,
    /// Fewest seats.
    pub min: u32,
    /// Most seats.
    pub max: u32,
}

impl Row {
    /// How far `count` people are from what the row allows; 0 if it allows them.
    pub fn breach(&self, count: i32) -> i32 {
        let count = i64::from(count);
        let off = (i64::from(self.min) - count).max(count - i64::from(self.max));
        off.clamp(0, i32::MAX.into()) as i32
    }
}

/// Everything that decides which panels are possible. People with the same value for every quota
/// feature are interchangeable and form one profile, so all of the fairness is over profiles
/// (Flanigan, Gölz, Gupta, Hennig, Procaccia, Nature 596, 2021, use one variable a person).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Seats in the panel.
    pub seats: u32,
    /// People in each profile, each at least 1.
    pub sizes: Vec<u32>,
    /// The rules.
    pub rows: Vec<Row>,
}

impl Problem {
    /// A problem of which every row names profiles that there are, in ascending order, and nobody's profile is empty.
    ///
    /// # Errors
    /// What is not so.
    pub fn new(seats: u32, sizes: Vec<u32>, rows: Vec<Row>) -> Result<Self, BadProblem> {
        if let Some(profile) = sizes.iter().position(|&n| n == 0) {
            return Err(BadProblem::Empty { profile });
        }
        for (at, row) in rows.iter().enumerate() {
            let ascending = row.profiles.windows(2).all(|w| w[0] < w[1]);
            let known = row.profiles.last().is_none_or(|&last| (last as usize) < sizes.len());
            if !ascending || !known || row.min > row.max {
                return Err(BadProblem::Row { row: at });
            }
        }
        Ok(Self { seats, sizes, rows })
    }

    /// Number of profiles.
    pub fn profiles(&self) -> usize {
        self.sizes.len()
    }

    /// Number of people.
    pub fn people(&self) -> u64 {
        self.sizes.iter().map(|&n| u64::from(n)).sum()
    }

    /// For each profile the rows that count it, ascending.
    pub fn rows_of(&self) -> Vec<Vec<u32>> {
        let mut of = vec![Vec::new(); self.sizes.len()];
        for (r, row) in self.rows.iter().enumerate() {
            for &t in &row.profiles {
                of[t as usize].push(r as u32);
            }
        }
        of
    }

    /// Whether `panel` (seats per profile) fills every seat and meets every rule; in integers.
    pub fn admits(&self, panel: &Panel) -> bool {
        self.admission().admits(panel)
    }

    /// Whether each of these panels does.
    pub fn admits_all<'p>(&self, panels: impl IntoIterator<Item = &'p Panel>) -> bool {
        let mut admission = self.admission();
        panels.into_iter().all(|panel| admission.admits(panel))
    }

    /// What tells of one panel after the other whether it is admitted: for many of them.
    pub fn admission(&self) -> Admission<'_> {
        Admission { problem: self, rows_of: self.rows_of(), taken: vec![0; self.rows.len()] }
    }
}

/// Tells of one panel after the other whether a problem admits it.
#[derive(Debug)]
pub struct Admission<'a> {
    problem: &'a Problem,
    rows_of: Vec<Vec<u32>>,
    /// Seats of each rule on the panel at hand.
    taken: Vec<u64>,
}

impl Admission<'_> {
    /// As [`Problem::admits`].
    pub fn admits(&mut self, panel: &Panel) -> bool {
        let problem = self.problem;
        self.taken.fill(0);
        let mut seats = 0;
        let mut last = None;
        for &(t, c) in &panel.0 {
            let known = problem.sizes.get(t as usize).is_some_and(|&size| 0 < c && c <= size);
            if !known || last.is_some_and(|last| last >= t) {
                return false;
            }
            last = Some(t);
            seats += u64::from(c);
            self.rows_of[t as usize].iter().for_each(|&r| self.taken[r as usize] += u64::from(c));
        }
        let within = |(row, &taken): (&Row, &u64)| u64::from(row.min) <= taken && taken <= u64::from(row.max);
        seats == u64::from(problem.seats) && problem.rows.iter().zip(&self.taken).all(within)
    }
}

/// Why numbers are no [`Problem`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadProblem {
    /// A profile of nobody.
    Empty {
        /// Which, from 0.
        profile: usize,
    },
    /// A row that names a profile twice, out of order or that is not there, or whose minimum is above its maximum.
    Row {
        /// Which, from 0.
        row: usize,
    },
}

errors!(BadProblem);

/// A panel by profile: (profile, seats), ascending by profile, seats at least 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Panel(pub Vec<(u32, u32)>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_name_profiles_that_there_are() {
        let row = |profiles: &[u32], min, max| Row { profiles: profiles.to_vec(), min, max };
        let new = |row| Problem::new(1, vec![2, 3], vec![row]).err();
        assert_eq!(new(row(&[0, 1], 0, 1)), None);
        for bad in [row(&[9], 0, 1), row(&[1, 0], 0, 1), row(&[0, 0], 0, 1), row(&[0], 2, 1)] {
            assert_eq!(new(bad), Some(BadProblem::Row { row: 0 }));
        }
        let empty = Problem::new(1, vec![2, 0], Vec::new());
        assert_eq!(empty, Err(BadProblem::Empty { profile: 1 }));
    }
}
