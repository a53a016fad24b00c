//! People with the same value for every quota feature, as one. Imports nothing else of ours.

use std::collections::BTreeMap;

/// Who is alike: the different rows of values, how many people have each, and which one each person
/// has. Profiles are in the lexicographic order of their value indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alike {
    features: usize,
    /// Value indexes, profile by profile.
    values: Vec<u16>,
    pub sizes: Vec<u32>,
    pub of_person: Vec<u32>,
}

/// Places for profiles that were met.
const NEAR: usize = 1 << 14;

impl Alike {
    /// From the value indexes of a table's rows, row by row, and the row of each person.
    pub fn new(values: &[u16], features: usize, rows: &[u32]) -> Self {
        // Numbered first as they are met, so that everybody is looked up once; those met last in a place of
        // their own are found at once.
        let mut met: BTreeMap<&[u16], u32> = BTreeMap::new();
        let mut near: Vec<Option<(&[u16], u32)>> = vec![None; NEAR];
        let mut of_person: Vec<u32> = Vec::with_capacity(rows.len());
        for &row in rows {
            let values = &values[row as usize * features..(row as usize + 1) * features];
            let sum = values.iter().fold(0u32, |sum, &v| (sum ^ u32::from(v)).wrapping_mul(0x9e37_79b1));
            let near = &mut near[(sum >> 16) as usize % NEAR];
            of_person.push(match near {
                Some((known, profile)) if *known == values => *profile,
                _ => {
                    let next = met.len() as u32;
                    let profile = *met.entry(values).or_insert(next);
                    *near = Some((values, profile));
                    profile
                }
            });
        }
        let mut place = vec![0; met.len()];
        for (profile, &first) in (0..).zip(met.values()) {
            place[first as usize] = profile;
        }
        let mut sizes = vec![0; met.len()];
        for profile in &mut of_person {
            *profile = place[*profile as usize];
            sizes[*profile as usize] += 1;
        }
        let values = met.keys().flat_map(|values| values.iter().copied()).collect();
        Self { features, values, sizes, of_person }
    }

    /// The value indexes of a profile.
    pub fn values(&self, profile: usize) -> &[u16] {
        &self.values[profile * self.features..(profile + 1) * self.features]
    }

    /// Each profile's value indexes and size.
    pub fn iter(&self) -> impl Iterator<Item = (&[u16], u32)> {
        self.sizes.iter().enumerate().map(|(profile, &size)| (self.values(profile), size))
    }
}
