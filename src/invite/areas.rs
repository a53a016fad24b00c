//! Areas first, by size: an area's chance is its people by all people, times how many are drawn. Where people have weights, an
//! area is as large as those of its people together. Imports `base`, `draw` and its siblings.
//!
//! The areas stand in a circle in the order of their hashes, each as long as it has people, and every so many people one
//! point is drawn: see [`super::circle`]. An area that is longer than the step is certain, and is taken out before.

use super::person::Key;

/// What became of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// So large that it is drawn in any case.
    Certain,
    /// Drawn by lot.
    Drawn,
    /// Takes the place of one that falls out, in this order, from 1.
    Reserve(u32),
    /// Not drawn.
    Not,
}

impl Area {
    /// The word for it in tables.
    pub fn word(self) -> String {
        match self {
            Self::Certain => "certain".to_owned(),
            Self::Drawn => "drawn".to_owned(),
            Self::Reserve(n) => format!("reserve {n}"),
            Self::Not => "-".to_owned(),
        }
    }
}

/// Which of these weights, standing in a circle in this order, are drawn from this start below their sum: item i, with C
/// the sum before it, is if floor((n C - u - 1) / W) is another number than floor((n (C + w) - u - 1) / W). Exactly
/// `number` are, each for n w of the W starts, if no n w is above W.
pub fn drawn(weights: &[u64], number: u64, start: u64) -> Vec<bool> {
    let sum: i128 = weights.iter().map(|&w| i128::from(w)).sum();
    let (n, u) = (i128::from(number), i128::from(start));
    if sum == 0 {
        return vec![false; weights.len()];
    }
    let mut before = 0;
    let mut one = |&weight: &u64| {
        let end = before + i128::from(weight);
        let turn = |at: i128| (n * at - u - 1).div_euclid(sum);
        let hit = turn(before) != turn(end);
        before = end;
        hit
    };
    weights.iter().map(&mut one).collect()
}

/// The areas that are certain: with n of them still to draw, whoever has n times its weight at or above the sum of all;
/// again without those, until there is none.
pub fn certain(weights: &[u64], number: u64) -> Vec<bool> {
    let mut certain = vec![false; weights.len()];
    loop {
        let left =
            || weights.iter().zip(&certain).filter(|(_, certain)| !**certain).map(|(&w, _)| u128::from(w));
        let sum: u128 = left().sum();
        let taken = certain.iter().filter(|&&certain| certain).count() as u64;
        let number = u128::from(number.saturating_sub(taken));
        let next: Vec<usize> = (0..weights.len())
            .filter(|&i| !certain[i] && weights[i] > 0 && number * u128::from(weights[i]) >= sum)
            .collect();
        if next.is_empty() || number == 0 {
            return certain;
        }
        next.into_iter().for_each(|i| certain[i] = true);
    }
}

/// An area's chance to be drawn, as a fraction that is not reduced: 1/1 for one that is certain.
pub fn chances(weights: &[u64], number: u64) -> Vec<(u128, u128)> {
    let certain = certain(weights, number);
    let sum: u128 = weights.iter().zip(&certain).filter(|(_, c)| !**c).map(|(&w, _)| u128::from(w)).sum();
    let left = u128::from(number) - certain.iter().filter(|&&certain| certain).count() as u128;
    let chance = |(&weight, &certain): (&u64, &bool)| match certain {
        true => (1, 1),
        false => (left * u128::from(weight), sum.max(1)),
    };
    weights.iter().zip(&certain).map(chance).collect()
}

/// What is drawn by, once or for the areas that stand in.
pub struct Chance<'a> {
    /// In which order areas stand.
    pub key: &'a Key,
    /// Gives a number below another, each as likely.
    pub start: &'a mut dyn FnMut(u64) -> u64,
}

/// Draws `number` of the areas, and `reserve` of those that are left. An area is its code (its number in the strata) and
/// has so many people.
pub fn draw(people: &[u64], number: u64, reserve: u64, first: Chance<'_>, second: Chance<'_>) -> Vec<Area> {
    let mut all = vec![Area::Not; people.len()];
    let hit = pick(people, &vec![true; people.len()], number, first);
    for (i, (hit, certain)) in hit.iter().zip(certain(people, number)).enumerate() {
        if *hit {
            all[i] = if certain { Area::Certain } else { Area::Drawn };
        }
    }
    let left: Vec<bool> = hit.iter().zip(people).map(|(&hit, &people)| !hit && people > 0).collect();
    let reserve = reserve.min(left.iter().filter(|&&left| left).count() as u64);
    let key = second.key.clone();
    let hit = pick(people, &left, reserve, second);
    let mut order: Vec<usize> = (0..people.len()).filter(|&i| hit[i]).collect();
    order.sort_by_key(|&i| key.of(&[(i + 1).to_string().as_bytes()]));
    order.into_iter().zip(1..).for_each(|(i, n)| all[i] = Area::Reserve(n));
    all
}

/// Draws `number` of the areas that are there.
fn pick(people: &[u64], there: &[bool], number: u64, chance: Chance<'_>) -> Vec<bool> {
    let weights: Vec<u64> = people.iter().zip(there).map(|(&w, &there)| if there { w } else { 0 }).collect();
    let mut hit = certain(&weights, number);
    let left = number - hit.iter().filter(|&&hit| hit).count() as u64;
    let mut circle: Vec<usize> = (0..people.len()).filter(|&i| !hit[i] && weights[i] > 0).collect();
    circle.sort_by_key(|&i| chance.key.of(&[(i + 1).to_string().as_bytes()]));
    let around: Vec<u64> = circle.iter().map(|&i| weights[i]).collect();
    let sum: u64 = around.iter().sum();
    if sum > 0 && left > 0 {
        let found = drawn(&around, left, (chance.start)(sum));
        circle.iter().zip(found).for_each(|(&i, found)| hit[i] |= found);
    }
    hit
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// All starts: exactly n are drawn, each for exactly n w of the W starts.
        #[test]
        fn every_weight_is_drawn_for_n_w_of_the_starts(weights in proptest::collection::vec(1u64..7, 2..14)) {
            let sum: u64 = weights.iter().sum();
            let most = sum / weights.iter().max().unwrap();
            for number in 0..=most {
                let mut times = vec![0; weights.len()];
                for start in 0..sum {
                    let hit = drawn(&weights, number, start);
                    prop_assert_eq!(hit.iter().filter(|&&hit| hit).count() as u64, number);
                    times.iter_mut().zip(hit).for_each(|(times, hit)| *times += u64::from(hit));
                }
                let due: Vec<u64> = weights.iter().map(|w| number * w).collect();
                prop_assert_eq!(times, due);
            }
        }

        /// As the scripts for databases find them: the largest first, each taken out before the next is looked at. Whoever is not
        /// certain then leaves nobody behind who is, so each row alone tells.
        #[test]
        fn one_after_the_other_the_same_are_certain(weights in proptest::collection::vec(0u64..30, 0..14), number in 0u64..15) {
            let mut order: Vec<usize> = (0..weights.len()).filter(|&i| weights[i] > 0).collect();
            order.sort_by_key(|&i| (std::cmp::Reverse(weights[i]), i));
            let mut found = vec![false; weights.len()];
            for (taken, &i) in (0..).zip(&order) {
                let left: u64 = order[taken..].iter().map(|&i| weights[i]).sum();
                found[i] = (i128::from(number) - taken as i128) * i128::from(weights[i]) >= i128::from(left);
            }
            prop_assert_eq!(found, certain(&weights, number));
        }

        /// With areas that are certain: their chance is 1, and the chances of all add up to how many are drawn.
        #[test]
        fn chances_add_up(weights in proptest::collection::vec(0u64..50, 2..14), share in 0..=100u64) {
            let there = weights.iter().filter(|&&w| w > 0).count() as u64;
            let number = there * share / 100;
            let chances = chances(&weights, number);
            let mut sum = num_rational::Ratio::new(0u128, 1);
            for (chance, weight) in chances.iter().zip(&weights) {
                let chance = num_rational::Ratio::new(chance.0, chance.1);
                prop_assert!(chance <= num_rational::Ratio::new(1, 1));
                prop_assert!(*weight > 0 || chance == num_rational::Ratio::new(0, 1));
                sum += chance;
            }
            prop_assert_eq!(sum, num_rational::Ratio::new(u128::from(number), 1));
        }
    }

    #[test]
    fn what_is_certain_is_taken_out_until_nothing_is() {
        // Of four, 60 of 100 are certain for two; of one, 30 of 40 are not.
        assert_eq!(certain(&[60, 30, 5, 5], 2), [true, false, false, false]);
        // Without the largest, the next is certain too.
        assert_eq!(certain(&[60, 30, 5, 5], 3), [true, true, false, false]);
        assert_eq!(certain(&[10, 10], 2), [true, true]);
        assert_eq!(certain(&[0, 10], 1), [false, true]);
        assert_eq!(certain(&[5, 10], 0), [false, false]);
    }

    #[test]
    fn areas_that_stand_in_are_not_drawn_already() {
        let (one, two) = (Key::new(&[1; 32]), Key::new(&[2; 32]));
        let people = [500, 90, 80, 70, 60, 50, 40, 30, 0, 20];
        for seed in 0..60u64 {
            let mut first = |below: u64| seed * 7 % below;
            let mut second = |below: u64| seed * 11 % below;
            let all = draw(
                &people,
                4,
                3,
                Chance { key: &one, start: &mut first },
                Chance { key: &two, start: &mut second },
            );
            assert_eq!(all[0], Area::Certain);
            assert_eq!(all[8], Area::Not);
            assert_eq!(all.iter().filter(|a| matches!(a, Area::Certain | Area::Drawn)).count(), 4);
            let mut order: Vec<u32> =
                all.iter().filter_map(|a| if let Area::Reserve(n) = a { Some(*n) } else { None }).collect();
            order.sort_unstable();
            assert_eq!(order, [1, 2, 3]);
        }
    }
}
