//! Who lives there, who volunteers, and how many seats each group gets.

use super::rng::Rng;

/// A value of a feature.
#[derive(Clone)]
pub struct Value {
    pub name: &'static str,
    /// Share of the population, in any unit common to the feature.
    pub share: u64,
    /// How willing these people are to volunteer, in percent of the average.
    pub response: u64,
}

/// A quota feature.
#[derive(Clone)]
pub struct Feature {
    pub heading: &'static str,
    pub values: Vec<Value>,
}

/// Two features that go together: `percent[a][b]` is how much likelier value b of the second is in
/// the company of value a of the first.
#[derive(Clone)]
pub struct Tie {
    pub first: usize,
    pub second: usize,
    pub percent: &'static [&'static [u64]],
}

/// How population shares become quotas.
#[derive(Clone, Copy, PartialEq)]
pub enum Rounding {
    /// Minimum and maximum are the share of the seats rounded down and up.
    FloorCeil,
    /// Exact numbers by largest remainder (ties to the value listed first); then the features named
    /// give every value at least one seat, taken from their largest value.
    Exact { at_least_one: &'static [usize] },
}

/// Seats for one value: fewest and most.
pub type Bounds = (u32, u32);

/// Quotas by feature and value.
pub fn quotas(features: &[Feature], seats: u32, rounding: Rounding) -> Vec<Vec<Bounds>> {
    let k = u64::from(seats);
    let of_feature = |(f, feature): (usize, &Feature)| {
        let total: u64 = feature.values.iter().map(|v| v.share).sum();
        let floor: Vec<u32> = feature.values.iter().map(|v| (v.share * k / total) as u32).collect();
        if rounding == Rounding::FloorCeil {
            let ceil = feature.values.iter().map(|v| (v.share * k).div_ceil(total) as u32);
            return floor.iter().copied().zip(ceil).collect();
        }
        let mut exact = floor;
        let mut order: Vec<usize> = (0..exact.len()).collect();
        order.sort_by_key(|&v| std::cmp::Reverse(feature.values[v].share * k % total));
        let short = seats - exact.iter().sum::<u32>();
        for &v in &order[..short as usize] {
            exact[v] += 1;
        }
        if let Rounding::Exact { at_least_one } = rounding
            && at_least_one.contains(&f)
        {
            while let Some(none) = exact.iter().position(|&c| c == 0) {
                let most = (0..exact.len()).rev().max_by_key(|&v| exact[v]).unwrap();
                exact[most] -= 1;
                exact[none] += 1;
            }
        }
        exact.into_iter().map(|c| (c, c)).collect()
    };
    features.iter().enumerate().map(of_feature).collect()
}

/// A person: a value index for each feature.
pub type Person = Vec<u16>;

/// The people asked, of whom some volunteer.
pub struct Population<'a> {
    features: &'a [Feature],
    ties: &'a [Tie],
    /// Greatest willingness anybody can have.
    most: u64,
}

impl<'a> Population<'a> {
    pub fn new(features: &'a [Feature], ties: &'a [Tie]) -> Self {
        let mut most = UNIT;
        for feature in features {
            most = most * feature.values.iter().map(|v| v.response).max().unwrap() / 100;
        }
        for tie in ties {
            most = most * tie.percent.iter().flat_map(|row| row.iter()).max().unwrap() / 100;
        }
        Self { features, ties, most }
    }

    /// Somebody from the population, volunteer or not.
    fn resident(&self, rng: &mut Rng) -> Person {
        self.features.iter().map(|f| rng.weighted(f.values.iter().map(|v| v.share)) as u16).collect()
    }

    /// Somebody who answers the letter.
    pub fn volunteer(&self, rng: &mut Rng) -> Person {
        loop {
            let person = self.resident(rng);
            let mut willing = UNIT;
            for (feature, &v) in self.features.iter().zip(&person) {
                willing = willing * feature.values[v as usize].response / 100;
            }
            for tie in self.ties {
                let (a, b) = (person[tie.first] as usize, person[tie.second] as usize);
                willing = willing * tie.percent[a][b] / 100;
            }
            if rng.below(self.most) < willing {
                return person;
            }
        }
    }

    /// Somebody with a given value who is visited at the door and says yes.
    pub fn visited(&self, rng: &mut Rng, feature: usize, value: u16) -> Person {
        let mut person = self.resident(rng);
        person[feature] = value;
        person
    }
}

/// Willingness is counted in this unit, so that percentages multiply without rounding away.
const UNIT: u64 = 1_000_000_000;
