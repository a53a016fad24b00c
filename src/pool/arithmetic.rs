//! What can be known about quotas and people by adding up, before any solver. Imports `base` and
//! its siblings.

use super::Pool;
use crate::base::fault::{Faults, Kind, Place, What};
use crate::base::text::fold;
use crate::base::totals::is_total;
use crate::quotas::Value;
use std::collections::BTreeMap;

/// Reports values that fewer people have than their minimum asks, and a pool of fewer people than seats.
pub(super) fn check_people(pool: &Pool, quota_file: &str, faults: &mut Faults) {
    let (seats, people) = (pool.seats, pool.len() as u64);
    if people < u64::from(seats) {
        let taken = pool.before.as_ref().map_or(0, |before| before.seats.saturating_sub(seats));
        faults.push(What::PoolTooSmall { people, seats, taken }, Place::file(&pool.table.name));
    }
    for (f, (feature, counts)) in pool.quotas.features.iter().zip(&pool.counts()).enumerate() {
        for (v, (value, &people)) in feature.values.iter().zip(counts).enumerate() {
            // A line that is the total of the others is told of as that.
            if people < u64::from(value.min) && !is_total(&fold(&value.name)) {
                let (feature, min, taken) = (feature.name.clone(), value.min, pool.taken(f, v));
                let what = What::TooFewPeople { feature, value: value.name.clone(), min, taken, people };
                faults.push(what, Place::file(quota_file));
            }
        }
    }
}

/// Reports quotas that these people cannot meet, as far as sums over one feature or two show it:
/// fewer people than seats or than a minimum; a feature whose people, each value counted up to its
/// maximum, do not fill the seats; a minimum or maximum of one feature that another feature's
/// quotas rule out. No report does not mean that the quotas can be met.
pub fn check_supply(pool: &Pool, quota_file: &str, faults: &mut Faults) {
    let seats = pool.seats;
    let people = pool.len() as u64;
    check_people(pool, quota_file, faults);
    let counts = pool.counts();
    let place = || Place::file(quota_file);
    let mut short = faults.count(Kind::TooFewPeople) > 0;
    for (feature, counts) in pool.quotas.features.iter().zip(&counts) {
        let name = || feature.name.clone();
        let reach: u64 = feature.values.iter().zip(counts).map(|(v, &n)| n.min(u64::from(v.max))).sum();
        if reach < u64::from(seats) && people >= u64::from(seats) {
            faults.push(What::SeatsUnfilled { feature: name(), reach, seats }, place());
            short = true;
        }
    }
    // A shortage shows up again in every pair; the plainest words for it have been said.
    if !short && people >= u64::from(seats) {
        let clashes =
            |faults: &Faults| faults.count(Kind::MinimumBlocked) + faults.count(Kind::MaximumForced);
        let before = clashes(faults);
        check_pairs(pool, &counts, quota_file, faults);
        if people > u64::from(seats) && clashes(faults) == before {
            report_certain(pool, &counts, quota_file, faults);
        }
    }
}

/// Reports values that as few people have as must be drawn of them, by their own minimum or because the
/// other values of the feature cannot fill the seats: each of these people is drawn for certain.
fn report_certain(pool: &Pool, counts: &[Vec<u64>], quota_file: &str, faults: &mut Faults) {
    for (feature, counts) in pool.quotas.features.iter().zip(counts) {
        let bounds: Vec<(u64, u64)> = feature.values.iter().map(|v| (v.min.into(), v.max.into())).collect();
        for (v, people) in needed_whole(&bounds, counts, pool.seats.into()) {
            let value = feature.values[v].name.clone();
            let what = What::DrawnForCertain { feature: feature.name.clone(), value, people };
            faults.push(what, Place::file(quota_file));
        }
    }
}

/// The values of a feature of which everybody must be drawn, with the number of those people: `bounds` and
/// `counts` are the minimum and maximum of each value and the people who have it, who can fill `seats`.
pub fn needed_whole(bounds: &[(u64, u64)], counts: &[u64], seats: u64) -> Vec<(usize, u64)> {
    let room = |v: usize| counts[v].min(bounds[v].1);
    let all: u64 = (0..bounds.len()).map(room).sum();
    let needed = |v: usize| bounds[v].0.max(seats.saturating_sub(all - room(v)));
    let whole = (0..bounds.len()).filter(|&v| counts[v] > 0 && needed(v) >= counts[v]);
    whole.map(|v| (v, counts[v])).collect()
}

/// Steps that looking at all pairs may take; no list of features that people made comes near.
const MOST_STEPS: usize = 200_000_000;

fn check_pairs(pool: &Pool, counts: &[Vec<u64>], quota_file: &str, faults: &mut Faults) {
    let features = &pool.quotas.features;
    if features.len() * features.len() * pool.profile_values().count() > MOST_STEPS {
        return;
    }
    for f in 0..features.len() {
        for g in f + 1..features.len() {
            let mut found = blocked(pool, f, g);
            found.extend(blocked(pool, g, f));
            // Seen from the other side, the same clash forces people into a value.
            if found.is_empty() {
                found = forced(pool, counts, f, g);
                found.extend(forced(pool, counts, g, f));
            }
            found.into_iter().for_each(|what| faults.push(what, Place::file(quota_file)));
        }
    }
}

/// Minimums of feature `f` for which the maximums of feature `g` leave too little room.
fn blocked(pool: &Pool, f: usize, g: usize) -> Vec<What> {
    let (feature, other) = (&pool.quotas.features[f], &pool.quotas.features[g]);
    let mut room = vec![0; feature.values.len()];
    for ((v, w), people) in cross(pool, f, g) {
        room[usize::from(v)] += people.min(u64::from(other.values[usize::from(w)].max));
    }
    let short = feature.values.iter().zip(room).enumerate();
    let short = short.filter(|&(_, (value, room))| room < u64::from(value.min));
    let what = |(v, (value, room)): (usize, (&Value, u64))| What::MinimumBlocked {
        feature: feature.name.clone(),
        value: value.name.clone(),
        min: value.min,
        taken: pool.taken(f, v),
        other: other.name.clone(),
        room,
    };
    short.map(what).collect()
}

/// Maximums of feature `f` above which the minimums of feature `g` force people: of each value of
/// `g`, whoever its people without the value of `f` do not suffice for.
fn forced(pool: &Pool, counts: &[Vec<u64>], f: usize, g: usize) -> Vec<What> {
    let (feature, other) = (&pool.quotas.features[f], &pool.quotas.features[g]);
    let mut forced = vec![0; feature.values.len()];
    for ((v, w), people) in cross(pool, f, g) {
        let without = counts[g][usize::from(w)] - people;
        forced[usize::from(v)] += u64::from(other.values[usize::from(w)].min).saturating_sub(without);
    }
    let over = feature.values.iter().zip(forced).enumerate();
    let over = over.filter(|&(_, (value, forced))| forced > u64::from(value.max));
    let what = |(v, (value, forced)): (usize, (&Value, u64))| What::MaximumForced {
        feature: feature.name.clone(),
        value: value.name.clone(),
        max: value.max,
        taken: pool.taken(f, v),
        other: other.name.clone(),
        forced,
    };
    over.map(what).collect()
}

/// People by their values of two features.
fn cross(pool: &Pool, f: usize, g: usize) -> BTreeMap<(u16, u16), u64> {
    let mut cross = BTreeMap::new();
    for (values, size) in pool.profile_values() {
        *cross.entry((values[f], values[g])).or_default() += u64::from(size);
    }
    cross
}

#[cfg(test)]
mod tests {
    use super::needed_whole;

    #[test]
    fn who_must_be_drawn_because_nobody_else_can_be() {
        let found = |bounds: &[(u64, u64)], counts: &[u64]| needed_whole(bounds, counts, 10);
        assert_eq!(found(&[(1, 3), (0, 10)], &[1, 50]), [(0, 1)]);
        assert_eq!(found(&[(1, 3), (0, 10)], &[2, 50]), []);
        assert_eq!(
            found(&[(0, 3), (0, 10)], &[1, 50]),
            [],
            "nobody need be drawn of a value without a minimum"
        );
        assert_eq!(
            found(&[(0, 3), (0, 9)], &[1, 50]),
            [(0, 1)],
            "the maximum of the other value leaves a seat"
        );
        assert_eq!(
            found(&[(0, 3), (0, 10)], &[3, 9]),
            [],
            "the other value has one person too few, and three may fill it"
        );
        assert_eq!(found(&[(0, 10), (0, 10)], &[2, 8]), [(0, 2), (1, 8)]);
        assert_eq!(found(&[(2, 2), (8, 8), (0, 5)], &[2, 30, 0]), [(0, 2)]);
    }
}
