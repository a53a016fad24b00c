//! Will the chairs be filled, and by how many letters? Imports `base`, `quotas`.
//!
//! Who is drawn confirms by chance, and who confirms comes by chance, each independently of all
//! others. Reserves are called, in order, for every place that somebody declines, until all places
//! are confirmed or no reserve is left. All probabilities are exact sums (Poisson binomial), never
//! simulated. For people to look at: floating point, and nothing is drawn from it.

use super::joint;
pub use super::joint::Group;
use crate::base::binomial;
use crate::quotas::apportion::{sainte_lague, tie_rank};
use std::collections::BTreeMap;

/// So many people are gone through one by one, which keeps all digits of the smallest probabilities.
const FEW: usize = 40;

/// Who is drawn, and how many reserves there are. A reserve confirms and comes with the mean rates of
/// those who are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Those who are drawn.
    pub drawn: Vec<Group>,
    /// Reserves.
    pub reserves: u32,
}

/// How many people there will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// For each number of people its probability that so many have confirmed.
    pub confirmed: Vec<f64>,
    /// For each number of people its probability that so many come on the day.
    pub present: Vec<f64>,
}

impl Plan {
    /// Number of people drawn.
    pub fn people(&self) -> u32 {
        self.drawn.iter().map(|group| group.people).sum()
    }

    /// The same mix of people, scaled to `people` of them: by Sainte-Laguë, so that one more person
    /// is one more in one group and none less in another. Equal claims go to the group that comes
    /// first by its rates and size, whatever the order of groups.
    pub fn scaled(&self, people: u32) -> Self {
        let mut groups = self.drawn.clone();
        groups.sort_by(|a, b| {
            let key = |group: &Group| (group.confirm, group.stay, f64::from(group.people));
            key(a).partial_cmp(&key(b)).unwrap_or(std::cmp::Ordering::Equal)
        });
        let sizes: Vec<u128> = groups.iter().map(|group| u128::from(group.people)).collect();
        let rank = |group: usize| tie_rank("forecast", "group", &group.to_string());
        let given = sainte_lague(&sizes, people, 0, &rank).0;
        groups.iter_mut().zip(given).for_each(|(group, people)| group.people = people);
        Self { drawn: groups, reserves: self.reserves }
    }

    /// How many people will have confirmed, and how many will come.
    pub fn outlook(&self) -> Outlook {
        let places = self.people() as usize;
        let yes = binomial::poisson_binomial(self.drawn.iter().map(|group| (group.people, group.confirm)));
        let (confirm, stay) = self.mean_rates();
        let reserves = binomial::binomial(self.reserves, confirm);
        // Reserves beyond the places are not called.
        let confirmed = capped(&binomial::sum(&yes, &reserves), places);
        let same = self.drawn.iter().all(|group| group.stay == stay);
        let certain = self.drawn.iter().all(|group| group.confirm == 1.0);
        let present = if same {
            binomial::thinned(&confirmed, stay)
        } else if certain || self.reserves == 0 {
            let rates = self.drawn.iter().map(|group| (group.people, group.confirm * group.stay));
            binomial::poisson_binomial(rates)
        } else if places <= FEW {
            self.present(&reserves, stay)
        } else {
            joint::present(&self.drawn, &reserves, stay)
        };
        Outlook { confirmed, present }
    }

    /// Mean rates of those who are drawn: of confirming, and of coming. Exactly the common rate when
    /// it is the same for all.
    fn mean_rates(&self) -> (f64, f64) {
        let mean = |rate: fn(&Group) -> f64| {
            let first = self.drawn.first().map_or(1.0, rate);
            if self.drawn.iter().all(|group| rate(group) == first) {
                return first;
            }
            let sum: f64 = self.drawn.iter().map(|group| f64::from(group.people) * rate(group)).sum();
            sum / f64::from(self.people().max(1))
        };
        (mean(|group| group.confirm), mean(|group| group.stay))
    }

    /// How many come when who comes differs between people and reserves fill places: by how many of
    /// those drawn confirm, because that leaves places for reserves.
    fn present(&self, reserves: &[f64], stay: f64) -> Vec<f64> {
        let places = self.people() as usize;
        // joint[m][x]: m of those drawn confirm, x of them come.
        let mut joint = vec![vec![1.0]];
        for group in self.drawn.iter().flat_map(|group| (0..group.people).map(move |_| group)) {
            let mut next: Vec<Vec<f64>> = (0..=joint.len()).map(|m| vec![0.0; m + 1]).collect();
            for (m, row) in joint.iter().enumerate() {
                for (x, &p) in row.iter().enumerate().filter(|&(_, &p)| p > 0.0) {
                    next[m][x] += p * (1.0 - group.confirm);
                    next[m + 1][x] += p * group.confirm * (1.0 - group.stay);
                    next[m + 1][x + 1] += p * group.confirm * group.stay;
                }
            }
            joint = next;
        }
        let mut present = vec![0.0; places + 1];
        for (m, row) in joint.iter().enumerate() {
            let called = binomial::thinned(&capped(reserves, places - m), stay);
            for (x, p) in binomial::sum(row, &called).into_iter().enumerate() {
                present[x] += p;
            }
        }
        present
    }
}

/// Everything beyond `most` counts as `most`.
fn capped(numbers: &[f64], most: usize) -> Vec<f64> {
    if numbers.len() <= most + 1 {
        return numbers.to_vec();
    }
    let mut capped = numbers[..most].to_vec();
    capped.push(binomial::at_least(numbers, most));
    capped
}

/// For each of `sure` the fewest people to draw, in the mix of `plan` and with its reserves, so that at least `chairs`
/// come with that probability or more; and their probability. `None` when more than `most` would be needed.
pub fn draw_for(plan: &Plan, chairs: u32, sure: &[f64], most: u32) -> Vec<Option<(u32, f64)>> {
    let mut known: BTreeMap<u32, f64> = BTreeMap::new();
    let mut probability = |people: u32| {
        let find = || binomial::at_least(&plan.scaled(people).outlook().present, chairs as usize);
        *known.entry(people).or_insert_with(find)
    };
    sure.iter().map(|&sure| least(chairs, most, sure, &mut probability)).collect()
}

/// The fewest letters so that at least `volunteers` answer with probability `sure` or more, each with
/// chance `response`; and that probability. `None` when more than `most` would be needed.
pub fn letters_for(volunteers: u32, response: f64, sure: f64, most: u32) -> Option<(u32, f64)> {
    least(volunteers, most, sure, &mut |letters| binomial::binomial_at_least(letters, response, volunteers))
}

/// The least number from `from` to `most` whose probability reaches `sure`; the probability grows with
/// the number.
fn least(from: u32, most: u32, sure: f64, probability: &mut dyn FnMut(u32) -> f64) -> Option<(u32, f64)> {
    let mut above = (from, probability(from));
    if above.1 >= sure {
        return Some(above);
    }
    let (mut below, mut step) = (above, (from / 8).max(1));
    // From below, because probabilities of many people take long.
    while above.1 < sure {
        if above.0 >= most {
            return None;
        }
        below = above;
        let next = above.0.saturating_add(step).min(most);
        (above, step) = ((next, probability(next)), step.saturating_mul(2));
    }
    // Between the two the odds grow about evenly in their logarithm; every third time the middle, lest they do not.
    let odds = |p: f64| libm::log(p.max(1e-15) / (1.0 - p).max(1e-15));
    for turn in 1.. {
        let width = above.0 - below.0;
        if width <= 1 {
            break;
        }
        let part = (odds(sure) - odds(below.1)) / (odds(above.1) - odds(below.1)).max(1e-9);
        let part = if turn % 3 == 0 { 0.5 } else { part };
        let next = below.0 + (libm::round(f64::from(width) * part) as u32).clamp(1, width - 1);
        let found = (next, probability(next));
        if found.1 < sure { below = found } else { above = found }
    }
    Some(above)
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_rational::BigRational;
    use num_traits::{One, ToPrimitive, Zero};
    use proptest::prelude::*;

    fn plan(groups: &[(u32, f64, f64)], reserves: u32) -> Plan {
        let group = |&(people, confirm, stay): &(u32, f64, f64)| Group { people, confirm, stay };
        Plan { drawn: groups.iter().map(group).collect(), reserves }
    }

    /// Every way in which every person can decline, confirm and stay away, or come, in exact fractions.
    /// Rates are in sixteenths, so that floating point holds them exactly.
    fn by_cases(drawn: &[(u32, u32)], reserves: u32) -> (Vec<BigRational>, Vec<BigRational>) {
        let places = drawn.len();
        let sixteenths = |n: u32, of: u32| BigRational::new(n.into(), (16 * of).into());
        let sum = |rate: fn(&(u32, u32)) -> u32| drawn.iter().map(rate).sum::<u32>();
        let mean = (sixteenths(sum(|r| r.0), places as u32), sixteenths(sum(|r| r.1), places as u32));
        let own = |rate: u32| sixteenths(rate, 1);
        let mut states = vec![((0usize, 0usize), BigRational::one())];
        let people = drawn.iter().map(|r| (own(r.0), own(r.1)));
        for (confirm, stay) in people.chain((0..reserves).map(|_| mean.clone())).collect::<Vec<_>>() {
            let mut next: Vec<((usize, usize), BigRational)> = Vec::new();
            for ((yes, here), p) in states {
                if yes == places {
                    next.push(((yes, here), p));
                    continue;
                }
                next.push(((yes, here), &p * (BigRational::one() - &confirm)));
                next.push(((yes + 1, here), &p * &confirm * (BigRational::one() - &stay)));
                next.push(((yes + 1, here + 1), &p * &confirm * &stay));
            }
            states = next;
        }
        let mut all = (vec![BigRational::zero(); places + 1], vec![BigRational::zero(); places + 1]);
        for ((yes, here), p) in states {
            all.0[yes] += &p;
            all.1[here] += &p;
        }
        all
    }

    fn near(found: &[f64], exact: &[BigRational]) {
        for (k, exact) in exact.iter().enumerate() {
            let (found, exact) = (found.get(k).copied().unwrap_or(0.0), exact.to_f64().unwrap());
            assert!((found - exact).abs() <= 1e-12 * exact, "{k}: {found} {exact}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn an_outlook_is_what_going_through_all_cases_gives(
            drawn in prop::collection::vec((1u32..=16, 0u32..=16), 1..6),
            same_stay: bool,
            same_confirm: bool,
            reserves in 0u32..4,
        ) {
            let mut drawn = drawn;
            let first = drawn[0];
            for rates in &mut drawn {
                if same_stay { rates.1 = first.1 }
                if same_confirm { rates.0 = 16 }
            }
            let groups: Vec<_> =
                drawn.iter().map(|r| (1, f64::from(r.0) / 16.0, f64::from(r.1) / 16.0)).collect();
            let outlook = plan(&groups, reserves).outlook();
            let (confirmed, present) = by_cases(&drawn, reserves);
            near(&outlook.confirmed, &confirmed);
            near(&outlook.present, &present);
        }

        /// One more person is one more in one group, and nobody less in another.
        #[test]
        fn a_mix_grows_by_one_person_at_a_time(
            sizes in prop::collection::vec(1u32..40, 1..6),
            people in 0u32..120,
        ) {
            let groups: Vec<_> = sizes.iter().enumerate().map(|(i, &n)| (n, 1.0, i as f64 / 8.0)).collect();
            let plan = plan(&groups, 0);
            let (less, more) = (plan.scaled(people), plan.scaled(people + 1));
            prop_assert_eq!((less.people(), more.people()), (people, people + 1));
            let grown = less.drawn.iter().zip(&more.drawn).filter(|(a, b)| a.people != b.people);
            prop_assert_eq!(grown.count(), 1);
            prop_assert!(less.drawn.iter().zip(&more.drawn).all(|(a, b)| a.people <= b.people));
            prop_assert_eq!(plan.scaled(plan.people()).people(), plan.people());
            let mut turned = plan.clone();
            turned.drawn.reverse();
            prop_assert_eq!(turned.scaled(people), less);
        }
    }

    /// The way for many people against going through them one by one.
    #[test]
    fn many_people_have_the_probabilities_of_one_by_one() {
        let plans = [
            plan(&[(60, 0.8, 0.9), (70, 0.6, 0.75)], 40),
            plan(&[(60, 0.8, 1.0), (70, 0.0, 0.75), (9, 1.0, 0.5)], 300),
            plan(&[(41, 0.97, 0.02), (1, 0.5, 0.9)], 1),
            plan(&[(100, 0.3, 0.95), (20, 0.9, 0.4), (30, 0.55, 0.7), (1, 0.1, 0.0)], 15),
        ];
        for plan in plans {
            let (confirm, stay) = plan.mean_rates();
            let reserves = binomial::binomial(plan.reserves, confirm);
            let (found, exact) =
                (joint::present(&plan.drawn, &reserves, stay), plan.present(&reserves, stay));
            assert_eq!(found.len(), exact.len());
            for (k, (found, exact)) in found.iter().zip(&exact).enumerate() {
                assert!((found - exact).abs() < 1e-13, "{k}: {found} {exact}");
            }
        }
        // Ten thousand: the means are those of arithmetic, and nothing is lost.
        let many = plan(&[(5000, 0.8, 0.9), (5000, 0.6, 0.75)], 0).drawn;
        let present = joint::present(&many, &binomial::binomial(500, 0.7), 0.825);
        let mean = 5000.0 * 0.8 * 0.9 + 5000.0 * 0.6 * 0.75 + 500.0 * 0.7 * 0.825;
        assert!((binomial::mean(&present) - mean).abs() < 1e-8, "{}", binomial::mean(&present));
        assert!((present.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn published_figures() {
        let full = |drawn, chairs, stay| {
            binomial::at_least(&plan(&[(drawn, 1.0, stay)], 0).outlook().present, chairs)
        };
        assert_eq!(format!("{:.2}", full(330, 300, 0.9)), "0.33");
        assert_eq!(format!("{:.2}", full(360, 320, 0.9)), "0.79");
        assert!(full(360, 320, 0.64) < 1e-12);
        assert!(full(500, 320, 0.64) > 0.4, "Enschede's 320 of 500");
    }

    #[test]
    fn advice_is_the_least_that_suffices() {
        let one = plan(&[(1, 1.0, 0.9)], 0);
        let (people, probability) = draw_for(&one, 300, &[0.95], 10_000)[0].unwrap();
        let with = |people| binomial::binomial_at_least(people, 0.9, 300);
        assert!(
            with(people) >= 0.95 && with(people - 1) < 0.95 && (with(people) - probability).abs() < 1e-12
        );
        assert_eq!(draw_for(&one, 300, &[0.5], 320), [None]);
        assert_eq!(draw_for(&plan(&[(1, 1.0, 1.0)], 0), 300, &[0.999], 10_000), [Some((300, 1.0))]);
        let levels = [0.01, 0.5, 0.9, 0.999];
        for (found, sure) in draw_for(&one, 300, &levels, 10_000).into_iter().zip(levels) {
            let (people, _) = found.unwrap();
            assert!(with(people) >= sure && (people == 300 || with(people - 1) < sure), "{sure}: {people}");
        }
        // Reserves spare places: nobody then need be drawn beyond the chairs when all who confirm come.
        let confirm = plan(&[(1, 0.9, 1.0)], 60);
        assert_eq!(draw_for(&confirm, 300, &[0.99], 10_000)[0].map(|(people, _)| people), Some(300));
        let letters = letters_for(50, 0.1, 0.95, 1_000_000).unwrap().0;
        let answers = |letters| binomial::binomial_at_least(letters, 0.1, 50);
        assert!(answers(letters) >= 0.95 && answers(letters - 1) < 0.95);
        assert_eq!(letters_for(50, 0.0, 0.95, 1000), None);
    }
}
