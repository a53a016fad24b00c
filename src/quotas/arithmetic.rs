//! What can be known about quotas without a single person. Imports `base` and its siblings.

use super::{Feature, Quotas, Value};
use crate::base::fault::{Faults, Place, What};
use crate::base::totals::{is_everybody, is_sum};

/// Reports a panel without seats, and every feature whose minimums add up to more than `seats` or
/// whose maximums add up to less. `place` is where the lines of a feature are.
pub fn check_sums(quotas: &Quotas, seats: u32, place: &dyn Fn(&str) -> Place, faults: &mut Faults) {
    if seats == 0 {
        faults.push(What::SeatsZero, Place::default());
        return;
    }
    // Of a feature with its total among the values that is told, and sums of it say nothing.
    for feature in quotas.features.iter().filter(|feature| of_all(feature, &quotas.features).is_none()) {
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

/// The value that is headed as a total, where its bounds are such as the others together have. A word that may be a value in
/// earnest ("both", of languages) is one where the bounds of the other features say that there are as many seats.
pub(super) fn of_all<'a>(feature: &'a Feature, features: &[Feature]) -> Option<&'a Value> {
    let whole = |feature: &Feature, bound: fn(&Value) -> u32| {
        feature.values.iter().map(|v| u64::from(bound(v))).sum::<u64>()
    };
    let holds = |value: &&Value| {
        let (least, most) = (whole(feature, |v| v.min), whole(feature, |v| v.max));
        let (min, max) = (u64::from(value.min), u64::from(value.max));
        min > 0 && min >= least - min && max <= most - max
    };
    let headed =
        |other: &Feature| other.values.iter().any(|value| is_sum(&value.name) || is_everybody(&value.name));
    let fits = |value: &Value| {
        let others = features.iter().filter(|other| other.name != feature.name && !headed(other));
        let seats = |other: &Feature| (whole(other, |v| v.min), whole(other, |v| v.max));
        others.map(seats).all(|(least, most)| u64::from(value.max) >= least && u64::from(value.min) <= most)
    };
    let is_all = |value: &&Value| is_sum(&value.name) || is_everybody(&value.name) && fits(value);
    feature.values.iter().filter(is_all).find(holds).filter(|_| feature.values.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(name: &str, values: &[(&str, u32, u32)]) -> Feature {
        let value = |&(name, min, max): &(&str, u32, u32)| Value { name: name.into(), min, max, flex: None };
        Feature { name: name.into(), values: values.iter().map(value).collect() }
    }

    #[test]
    fn who_is_everybody_is_known_by_word_and_bounds() {
        for word in [
            "Totaal",
            "samen",
            "man en vrouw",
            "M/V",
            "alle leeftijden",
            "Iedereen",
            "geheel",
            "all ages",
            "both",
        ] {
            let sex = feature("sex", &[("man", 10, 10), ("vrouw", 9, 11), (word, 20, 20)]);
            let age = feature("age", &[("16-34", 8, 10), ("35+", 10, 12)]);
            assert_eq!(of_all(&sex, &[age, sex.clone()]).map(|value| value.name.as_str()), Some(word));
            assert!(of_all(&sex, std::slice::from_ref(&sex)).is_some(), "{word}");
        }
        // Half of the seats are of people who speak both.
        let spoken = feature("spoken", &[("nl", 5, 5), ("fr", 5, 5), ("both", 10, 10)]);
        let age = feature("age", &[("16-34", 8, 10), ("35+", 10, 12)]);
        assert_eq!(of_all(&spoken, &[age, spoken.clone()]), None);
        let few = feature("sex", &[("man", 10, 10), ("both", 10, 10)]);
        assert_eq!(of_all(&few, std::slice::from_ref(&few)), None);
        let free = feature("sex", &[("man", 0, 20), ("vrouw", 0, 20), ("samen", 0, 20)]);
        assert_eq!(of_all(&free, std::slice::from_ref(&free)), None);
    }
}
