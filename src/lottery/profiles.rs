//! People with the same value for every quota feature, as one. Imports `base`, `pool` and
//! `lottery::problem`.

use crate::lottery::problem::{Problem, Row};
use crate::pool::{Homes, Pool};
use std::collections::BTreeMap;

/// The profiles of a pool, in the lexicographic order of their value indexes, then of their homes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profiles {
    /// Profiles, seats and quotas as numbers: one row for each value of each feature, in the order
    /// of the quotas, also for values that nobody has.
    pub problem: Problem,
    /// The profile of each person, in the order of the pool.
    pub of_person: Vec<u32>,
    /// For each profile the value index of each feature.
    pub values: Vec<Vec<u32>>,
    /// For each profile the home that a household rule binds and its people live in, by index among
    /// [`Pool::homes`]; home `h` has the row behind the quotas and the homes before it.
    pub homes: Vec<Option<u32>>,
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
    ///
    /// Under a household rule, people of a home that the rule binds are alike only with those of the
    /// same home: a rule that can tell two people apart must not treat them as one. Each such home adds a
    /// row "at most so many of these" behind the quotas.
    pub fn profiles(&self) -> Profiles {
        profiles(self, self.homes().filter(|homes| !homes.list.is_empty()))
    }

    /// The same without the household rule.
    pub fn profiles_without_homes(&self) -> Profiles {
        profiles(self, None)
    }
}

fn profiles(pool: &Pool, bound: Option<&Homes>) -> Profiles {
    let (alike, sizes): (Vec<Vec<u32>>, Vec<u32>) = pool
        .profile_values()
        .map(|(values, size)| (values.iter().map(|&value| u32::from(value)).collect(), size))
        .unzip();
    let (values, sizes, of_person, homes) = match bound {
        None => {
            let homes = vec![None; sizes.len()];
            (alike, sizes, pool.profile_of().to_vec(), homes)
        }
        Some(bound) => apart(&alike, pool.profile_of(), bound),
    };
    let mut rows = Vec::new();
    for (f, feature) in pool.quotas().features.iter().enumerate() {
        let first = rows.len();
        rows.extend(feature.values.iter().map(|v| Row { profiles: Vec::new(), min: v.min, max: v.max }));
        for (profile, values) in (0..).zip(&values) {
            rows[first + values[f] as usize].profiles.push(profile);
        }
    }
    if let Some(bound) = bound {
        let first = rows.len();
        rows.extend((0..bound.list.len()).map(|home| Row {
            profiles: Vec::new(),
            min: 0,
            max: bound.room(home),
        }));
        for (profile, home) in (0..).zip(&homes) {
            home.iter().for_each(|&home| rows[first + home as usize].profiles.push(profile));
        }
    }
    let problem = Problem { seats: pool.seats(), sizes, rows };
    Profiles { problem, of_person, values, homes }
}

/// Profiles of which the people of a bound home are apart: values, sizes, the profile of each person, and
/// the home of each profile. Of people with the same values, those without a bound home come first.
#[allow(clippy::type_complexity)]
fn apart(
    alike: &[Vec<u32>],
    of: &[u32],
    bound: &Homes,
) -> (Vec<Vec<u32>>, Vec<u32>, Vec<u32>, Vec<Option<u32>>) {
    let keys: Vec<(u32, Option<u32>)> =
        of.iter().enumerate().map(|(person, &of)| (of, bound.of(person).map(|home| home as u32))).collect();
    let mut places: BTreeMap<(u32, Option<u32>), u32> = BTreeMap::new();
    keys.iter().for_each(|&key| *places.entry(key).or_default() += 1);
    let sizes = places.values().copied().collect();
    places.values_mut().zip(0..).for_each(|(place, t)| *place = t);
    let of_person = keys.iter().map(|key| places[key]).collect();
    let values = places.keys().map(|&(of, _)| alike[of as usize].clone()).collect();
    let homes = places.keys().map(|&(_, home)| home).collect();
    (values, sizes, of_person, homes)
}
