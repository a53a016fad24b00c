//! What can be known about quotas and people by adding up, before any solver. Imports `base` and
//! its siblings.

use super::Pool;
use crate::base::fault::{Faults, Place, What};
use crate::quotas::Value;
use std::collections::BTreeMap;

/// Reports quotas that these people cannot meet, as far as sums over one feature or two show it:
/// fewer people than seats or than a minimum; a feature whose people, each value counted up to its
/// maximum, do not fill the seats; a minimum or maximum of one feature that another feature's
/// quotas rule out. No report does not mean that the quotas can be met.
pub fn check_supply(pool: &Pool, quota_file: &str, faults: &mut Faults) {
    let seats = pool.seats;
    let people = pool.len() as u64;
    if people < u64::from(seats) {
        faults.push(What::PoolTooSmall { people, seats }, Place::file(&pool.table.name));
    }
    let counts = pool.counts();
    let place = || Place::file(quota_file);
    let mut short = false;
    for (feature, counts) in pool.quotas.features.iter().zip(&counts) {
        let name = || feature.name.clone();
        for (value, &people) in feature.values.iter().zip(counts) {
            if people < u64::from(value.min) {
                let (value, min) = (value.name.clone(), value.min);
                faults.push(What::TooFewPeople { feature: name(), value, min, people }, place());
                short = true;
            }
        }
        let reach: u64 = feature.values.iter().zip(counts).map(|(v, &n)| n.min(u64::from(v.max))).sum();
        if reach < u64::from(seats) && people >= u64::from(seats) {
            faults.push(What::SeatsUnfilled { feature: name(), reach, seats }, place());
            short = true;
        }
    }
    // A shortage shows up again in every pair; the plainest words for it have been said.
    if !short && people >= u64::from(seats) {
        check_pairs(pool, &counts, quota_file, faults);
    }
}

fn check_pairs(pool: &Pool, counts: &[Vec<u64>], quota_file: &str, faults: &mut Faults) {
    let features = &pool.quotas.features;
    for f in 0..features.len() {
        for g in (0..features.len()).filter(|&g| g != f) {
            let cross = cross(pool, f, g);
            for (v, value) in features[f].values.iter().enumerate() {
                let with = |w: usize| cross.get(&(v as u16, w as u16)).copied().unwrap_or(0);
                let others = || features[g].values.iter().enumerate();
                let room: u64 = others().map(|(w, o)| with(w).min(u64::from(o.max))).sum();
                let forced: u64 = others().map(|(w, o)| forced(o, counts[g][w] - with(w))).sum();
                let (feature, name) = (features[f].name.clone(), value.name.clone());
                let other = features[g].name.clone();
                let what = if room < u64::from(value.min) {
                    What::MinimumBlocked { feature, value: name, min: value.min, other, room }
                } else if forced > u64::from(value.max) {
                    What::MaximumForced { feature, value: name, max: value.max, other, forced }
                } else {
                    continue;
                };
                faults.push(what, Place::file(quota_file));
            }
        }
    }
}

/// Seats of `other` that must go to people with the value in question, when `without` people have
/// `other` and not that value.
fn forced(other: &Value, without: u64) -> u64 {
    u64::from(other.min).saturating_sub(without)
}

/// People by their values of two features.
fn cross(pool: &Pool, f: usize, g: usize) -> BTreeMap<(u16, u16), u64> {
    let mut cross = BTreeMap::new();
    for (values, size) in pool.profile_values() {
        *cross.entry((values[f], values[g])).or_default() += u64::from(size);
    }
    cross
}
