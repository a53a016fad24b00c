//! From a frozen record back to the problem that its lottery was made of. Imports `quotas`, `lottery` and its
//! siblings.

use super::people::{self, Profile};
use super::rule::{ALONE, Household};
use crate::lottery::problem::{Problem, Row};
use crate::lottery::renumber::Renumber;
use crate::quotas::Quotas;

/// The problem of which a lottery is made: quotas, and behind them the homes of the household rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Profiles, seats and rows.
    pub problem: Problem,
    /// How many rows are of homes: the last ones.
    pub homes: usize,
    /// The numbers of profiles and rows in the record.
    pub recorded: Renumber,
}

impl Asked {
    /// From the quotas and profiles of a record. `None` if they do not have the feature of the rule.
    pub fn of(quotas: &Quotas, profiles: &[Profile], rule: Option<&Household>, seats: u32) -> Option<Self> {
        let flat = people::problem(quotas, profiles, seats);
        let Some(rule) = rule else {
            let recorded = Renumber {
                profiles: (0..flat.profiles() as u32).collect(),
                rows: (0..flat.rows.len() as u32).collect(),
            };
            return Some(Self { problem: flat, homes: 0, recorded });
        };
        let of_rule = quotas.features.iter().position(|feature| feature.name == rule.feature)?;
        let first: usize = quotas.features[..of_rule].iter().map(|feature| feature.values.len()).sum();
        let values = &quotas.features[of_rule].values;
        let home = |t: &u32| {
            let value = profiles[*t as usize].values[of_rule] as usize;
            (values[value].name != ALONE).then_some(value)
        };
        let others = |t: &u32| {
            let values = profiles[*t as usize].values.iter().enumerate();
            values.filter(|&(f, _)| f != of_rule).map(|(_, &value)| value).collect::<Vec<u32>>()
        };
        let mut order: Vec<u32> = (0..flat.profiles() as u32).collect();
        order.sort_by_cached_key(|t| (others(t), home(t)));
        let mut number = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(&t, new)| number[t as usize] = new);

        let lines = (0..flat.rows.len()).filter(|r| !(first..first + values.len()).contains(r));
        let bound = (0..values.len()).filter(|&value| values[value].name != ALONE);
        let homes = bound.clone().count();
        let rows: Vec<u32> = lines.chain(bound.map(|value| first + value)).map(|r| r as u32).collect();
        let row = |&r: &u32| {
            let row = &flat.rows[r as usize];
            let mut profiles: Vec<u32> = row.profiles.iter().map(|&t| number[t as usize]).collect();
            profiles.sort_unstable();
            Row { profiles, ..row.clone() }
        };
        let problem = Problem {
            seats,
            sizes: order.iter().map(|&t| flat.sizes[t as usize]).collect(),
            rows: rows.iter().map(row).collect(),
        };
        Some(Self { problem, homes, recorded: Renumber { profiles: order, rows } })
    }
}
