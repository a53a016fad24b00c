//! What can be known about quotas without a single person. Imports `base` and its siblings.

use super::Quotas;
use crate::base::fault::{Faults, Place, What};

/// Reports a panel without seats, and every feature whose minimums add up to more than `seats` or
/// whose maximums add up to less. `place` is where the lines of a feature are.
pub fn check_sums(quotas: &Quotas, seats: u32, place: &dyn Fn(&str) -> Place, faults: &mut Faults) {
    if seats == 0 {
        faults.push(What::SeatsZero, Place::default());
        return;
    }
    for feature in &quotas.features {
        let sum =
            |bound: fn(&super::Value) -> u32| feature.values.iter().map(|v| u64::from(bound(v))).sum::<u64>();
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
