//! Quotas beside a panel, as a table and as JSON. Imports `bundle`, `words` and its siblings.

use super::layout::{cell, lines, table};
use crate::bundle::people::Profile;
use crate::bundle::{Public, household};
use crate::quotas::Quotas;
use crate::words::catalogue::{Lang, number, say};
use crate::words::parts::quota;
use serde_json::{Value, json};

/// People by feature and value: in the pool and on a panel. Without the feature of a household rule, which
/// has a value for every home.
pub struct Counts {
    quotas: Quotas,
    pool: Vec<Vec<u64>>,
    panel: Vec<Vec<u64>>,
}

impl Counts {
    /// Counts `seats`, each a profile and a place in it.
    pub fn new(public: &Public, seats: &[(u32, u32)]) -> Self {
        let rule = public.about.household.as_ref();
        let hidden = rule.and_then(|rule| public.quotas.features.iter().position(|f| f.name == rule.feature));
        let quotas = household::without(&public.quotas, rule);
        let zero: Vec<Vec<u64>> = quotas.features.iter().map(|f| vec![0; f.values.len()]).collect();
        let mut counts = Self { quotas, pool: zero.clone(), panel: zero };
        for profile in &public.profiles {
            add(&mut counts.pool, profile, hidden, u64::from(profile.people));
        }
        for &(t, _) in seats {
            add(&mut counts.panel, &public.profiles[t as usize], hidden, 1);
        }
        counts
    }

    /// The table: what the quotas ask, and what the panel has.
    pub fn table(&self, lang: Lang) -> String {
        let mut table = table(
            &[
                say!(lang, "head-feature"),
                say!(lang, "head-value"),
                say!(lang, "head-pool"),
                say!(lang, "head-quota"),
                say!(lang, "head-panel"),
            ],
            2,
        );
        for (f, feature) in self.quotas.features.iter().enumerate() {
            for (v, value) in feature.values.iter().enumerate() {
                table.add_row([
                    cell(if v == 0 { &feature.name } else { "" }),
                    cell(&value.name),
                    cell(&number(lang, self.pool[f][v])),
                    cell(&quota(value.min, value.max)),
                    cell(&number(lang, self.panel[f][v])),
                ]);
            }
        }
        lines(&table)
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let features = self.quotas.features.iter().enumerate().map(|(f, feature)| {
            let values = feature.values.iter().enumerate().map(|(v, value)| {
                json!({ "name": value.name, "min": value.min, "max": value.max,
                        "pool": self.pool[f][v], "panel": self.panel[f][v] })
            });
            json!({ "name": feature.name, "values": values.collect::<Vec<_>>() })
        });
        features.collect()
    }
}

fn add(counts: &mut [Vec<u64>], profile: &Profile, hidden: Option<usize>, people: u64) {
    let values = profile.values.iter().enumerate().filter(|&(f, _)| Some(f) != hidden);
    for (counts, (_, &v)) in counts.iter_mut().zip(values) {
        counts[v as usize] += people;
    }
}
