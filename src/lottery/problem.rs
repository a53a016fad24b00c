//! The panel problem as numbers: profiles, seats, and rows that bound how many seats a group of
//! profiles may take. Imports `base` only.

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
        let mut seats = vec![0u32; self.sizes.len()];
        let mut last = None;
        for &(t, c) in &panel.0 {
            if last.is_some_and(|l| l >= t)
                || c == 0
                || t as usize >= seats.len()
                || c > self.sizes[t as usize]
            {
                return false;
            }
            last = Some(t);
            seats[t as usize] = c;
        }
        panel.0.iter().map(|&(_, c)| u64::from(c)).sum::<u64>() == u64::from(self.seats)
            && self.rows.iter().all(|row| {
                let taken: u64 = row.profiles.iter().map(|&t| u64::from(seats[t as usize])).sum();
                u64::from(row.min) <= taken && taken <= u64::from(row.max)
            })
    }
}

/// A panel by profile: (profile, seats), ascending by profile, seats at least 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Panel(pub Vec<(u32, u32)>);
