//! Small pools with exact quotas, made by the generator of the large ones, and as problems.

pub use crate::make_fixtures::hard::{Hard, hidden, moved};

use geloot::lottery::problem::{Problem, Row};
use std::collections::BTreeMap;

/// The problem that the files of a pool make.
pub fn problem(hard: &Hard) -> Problem {
    let mut sizes: BTreeMap<&Vec<usize>, u32> = BTreeMap::new();
    hard.people.iter().for_each(|person| *sizes.entry(person).or_default() += 1);
    let mut rows = Vec::new();
    for (feature, values) in hard.quotas.iter().enumerate() {
        for (value, &seats) in values.iter().enumerate() {
            let counted = (0..).zip(sizes.keys()).filter(|(_, person)| person[feature] == value);
            rows.push(Row { profiles: counted.map(|(t, _)| t).collect(), min: seats, max: seats });
        }
    }
    Problem { seats: hard.seats as u32, sizes: sizes.into_values().collect(), rows }
}
