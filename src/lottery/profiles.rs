//! People with the same value for every quota feature, as one. Imports `base`, `pool` and
//! `lottery::problem`.

use crate::lottery::problem::{Problem, Row};
use crate::pool::Pool;

/// The profiles of a pool, in the lexicographic order of their value indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiles {
    /// Profiles, seats and quotas as numbers: one row for each value of each feature, in the order
    /// of the quotas, also for values that nobody has.
    pub problem: Problem,
    /// The profile of each person, in the order of the pool.
    pub of_person: Vec<u32>,
    /// For each profile the value index of each feature.
    pub values: Vec<Vec<u16>>,
}

impl Profiles {
    /// The people of each profile, by index in the pool, ascending.
    pub fn members(&self) -> Vec<Vec<u32>> {
        let mut members = vec![Vec::new(); self.values.len()];
        for (person, &profile) in (0..).zip(&self.of_person) {
            members[profile as usize].push(person);
        }
        members
    }
}

impl Pool {
    /// The profiles of these people and the panel problem over them.
    pub fn profiles(&self) -> Profiles {
        let (values, sizes): (Vec<Vec<u16>>, _) =
            self.profile_values().map(|(values, size)| (values.to_vec(), size)).unzip();
        let mut rows = Vec::new();
        for (f, feature) in self.quotas().features.iter().enumerate() {
            let first = rows.len();
            rows.extend(feature.values.iter().map(|v| Row { profiles: Vec::new(), min: v.min, max: v.max }));
            for (profile, values) in (0..).zip(&values) {
                rows[first + usize::from(values[f])].profiles.push(profile);
            }
        }
        let problem = Problem { seats: self.seats(), sizes, rows };
        Profiles { problem, of_person: self.profile_of().to_vec(), values }
    }
}
