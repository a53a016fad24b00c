//! Quotas beside a panel, as a table and as JSON. Imports `bundle`, `words` and its siblings.

use super::layout::{cell, lines, table};
use crate::bundle::people::Profile;
use crate::quotas::Quotas;
use crate::words::number;
use serde_json::{Value, json};

/// People by feature and value: in the pool and on a panel.
pub struct Counts {
    pool: Vec<Vec<u64>>,
    panel: Vec<Vec<u64>>,
}

impl Counts {
    /// Counts `seats`, each a profile and a place in it.
    pub fn new(quotas: &Quotas, profiles: &[Profile], seats: &[(u32, u32)]) -> Self {
        let zero: Vec<Vec<u64>> = quotas.features.iter().map(|f| vec![0; f.values.len()]).collect();
        let mut counts = Self { pool: zero.clone(), panel: zero };
        for profile in profiles {
            add(&mut counts.pool, profile, u64::from(profile.people));
        }
        for &(t, _) in seats {
            add(&mut counts.panel, &profiles[t as usize], 1);
        }
        counts
    }

    /// The table: what the quotas ask, and what the panel has.
    pub fn table(&self, quotas: &Quotas) -> String {
        let mut table = table(&["Feature", "Value", "Pool", "Quota", "Panel"], 2);
        for (f, feature) in quotas.features.iter().enumerate() {
            for (v, value) in feature.values.iter().enumerate() {
                table.add_row([
                    cell(if v == 0 { &feature.name } else { "" }),
                    cell(&value.name),
                    cell(&number(self.pool[f][v])),
                    cell(&quota(value.min, value.max)),
                    cell(&number(self.panel[f][v])),
                ]);
            }
        }
        lines(&table)
    }

    /// The same for programs.
    pub fn json(&self, quotas: &Quotas) -> Value {
        let features = quotas.features.iter().enumerate().map(|(f, feature)| {
            let values = feature.values.iter().enumerate().map(|(v, value)| {
                json!({ "name": value.name, "min": value.min, "max": value.max,
                        "pool": self.pool[f][v], "panel": self.panel[f][v] })
            });
            json!({ "name": feature.name, "values": values.collect::<Vec<_>>() })
        });
        features.collect()
    }
}

fn add(counts: &mut [Vec<u64>], profile: &Profile, people: u64) {
    for (counts, &v) in counts.iter_mut().zip(&profile.values) {
        counts[usize::from(v)] += people;
    }
}

/// A quota as people write it: "9" or "8-10".
pub fn quota(min: u32, max: u32) -> String {
    if min == max { min.to_string() } else { format!("{min}-{max}") }
}
