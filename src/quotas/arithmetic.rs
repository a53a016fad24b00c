//! What can be known about quotas without a single person. Imports `base` and its siblings.

use super::{Feature, Quotas, Value};
use crate::base::fault::{Faults, Place, What};
use crate::base::text::fold;
use crate::base::totals::is_total;

/// Reports a panel without seats, and every feature whose minimums add up to more than `seats` or
/// whose maximums add up to less. `place` is where the lines of a feature are.
pub fn check_sums(quotas: &Quotas, seats: u32, place: &dyn Fn(&str) -> Place, faults: &mut Faults) {
    if seats == 0 {
        faults.push(What::SeatsZero, Place::default());
        return;
    }
    // Of a feature with its total among the values that is told, and sums of it say nothing.
    for feature in quotas.features.iter().filter(|feature| of_all(feature).is_none()) {
        let sum = |bound: fn(&Value) -> u32| feature.values.iter().map(|v| u64::from(bound(v))).sum::<u64>();
        let (least, most) = (sum(|v| v.min), sum(|v| v.max));
        let name = || feature.name.clone();
        if least > u64::from(seats) {
            faults.push(What::MinimaAboveSeats { feature: name(), sum: least, seats }, place(&feature.name));
        }
        if most < u64::from(seats) {
            faults.push(What::MaximaBelowSeats { feature: name(), sum: most, seats }, place(&feature.name));
        }
    }
}

/// The value that is headed as a total, where its bounds are such as the others together have.
pub(super) fn of_all(feature: &Feature) -> Option<&Value> {
    let sum = |value: &Value, bound: fn(&Value) -> u32| {
        let all: u64 = feature.values.iter().map(|v| u64::from(bound(v))).sum();
        all - u64::from(bound(value))
    };
    let holds = |value: &&Value| {
        let (least, most) = (sum(value, |v| v.min), sum(value, |v| v.max));
        value.min > 0 && u64::from(value.min) >= least && u64::from(value.max) <= most
    };
    let mut totals = feature.values.iter().filter(|value| is_total(&fold(&value.name)));
    totals.find(holds).filter(|_| feature.values.len() > 2)
}
