//! How even the chances are. Imports `base` and `panel::seating`. The only floating-point numbers
//! after the ticket lottery: for people to look at, never hashed, drawn from or checked.

use super::Seating;
use crate::base::chance::Chance;

/// Chances of everybody, by how many people have each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// (tickets held, people), ascending by tickets.
    pub held: Vec<(u64, u64)>,
    /// Tickets in the lottery.
    pub tickets: u64,
    /// People.
    pub people: u64,
}

impl Spread {
    /// The chances that a lottery gives.
    pub fn of(seating: &Seating<'_>, profiles: usize) -> Self {
        Self::among(seating, 0..profiles as u32)
    }

    /// The chances that a lottery gives to the members of some profiles.
    pub fn among(seating: &Seating<'_>, profiles: impl Iterator<Item = u32>) -> Self {
        let spread = profiles.flat_map(|t| seating.spread(t));
        let mut all: Vec<(u64, u64)> = spread.map(|(people, held)| (held, u64::from(people))).collect();
        all.sort_unstable();
        let mut held: Vec<(u64, u64)> = Vec::new();
        for (tickets, people) in all {
            match held.last_mut() {
                Some(last) if last.0 == tickets => last.1 += people,
                _ => held.push((tickets, people)),
            }
        }
        let people = held.iter().map(|h| h.1).sum();
        Self { held, tickets: seating.tickets(), people }
    }

    /// The smallest chance, and how many people have it.
    pub fn smallest(&self) -> (Chance, u64) {
        let &(held, people) = self.held.first().unwrap_or(&(0, 0));
        (Chance::new(held, self.tickets), people)
    }

    /// The largest chance, and how many people have it.
    pub fn largest(&self) -> (Chance, u64) {
        let &(held, people) = self.held.last().unwrap_or(&(0, 0));
        (Chance::new(held, self.tickets), people)
    }

    /// The mean chance, 0 to 1.
    pub fn mean(&self) -> f64 {
        let sum: u128 = self.held.iter().map(|&(held, people)| u128::from(held) * u128::from(people)).sum();
        sum as f64 / (self.people as f64 * self.tickets as f64)
    }

    /// People whose chance is less than half the mean.
    pub fn under_half_the_mean(&self) -> u64 {
        let sum: u128 = self.held.iter().map(|&(held, people)| u128::from(held) * u128::from(people)).sum();
        let under = self.held.iter().filter(|h| 2 * u128::from(h.0) * u128::from(self.people) < sum);
        under.map(|h| h.1).sum()
    }

    /// The largest chance over the smallest; `None` when the smallest is 0.
    pub fn ratio(&self) -> Option<f64> {
        let (low, high) = (self.held.first()?.0, self.held.last()?.0);
        (low > 0).then(|| high as f64 / low as f64)
    }

    /// Tickets of the person at that place from the smallest chance up; 0 beyond the last.
    pub fn held_at(&self, place: u64) -> u64 {
        let mut before = 0;
        let mut held = self.held.iter().skip_while(|h| {
            before += h.1;
            before <= place
        });
        held.next().map_or(0, |h| h.0)
    }

    /// The Gini coefficient: 0 when all chances are equal, near 1 when few people have nearly all. The
    /// mean difference of two people's chances, over twice the mean.
    pub fn gini(&self) -> f64 {
        // With chances ascending, sum over pairs of differences = sum of (2 i - n - 1) x[i], i from 1.
        let (mut before, mut weighted, mut sum): (i128, i128, i128) = (0, 0, 0);
        let n = i128::from(self.people);
        for &(held, people) in &self.held {
            let (held, people) = (i128::from(held), i128::from(people));
            weighted += held * people * (2 * before + people - n);
            before += people;
            sum += held * people;
        }
        if sum == 0 { 0.0 } else { weighted as f64 / (n as f64 * sum as f64) }
    }

    /// The geometric mean of the chances, 0 to 1; 0 when anybody has chance 0.
    pub fn geometric_mean(&self) -> f64 {
        if self.held.first().is_none_or(|&(held, _)| held == 0) {
            return 0.0;
        }
        let log = |&(held, people): &(u64, u64)| people as f64 * libm::log(held as f64 / self.tickets as f64);
        libm::exp(self.held.iter().map(log).sum::<f64>() / self.people as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(held: &[(u64, u64)], tickets: u64) -> Spread {
        Spread { held: held.to_vec(), tickets, people: held.iter().map(|h| h.1).sum() }
    }

    #[test]
    fn figures_of_small_cases_by_hand() {
        let equal = spread(&[(100, 8)], 1000);
        assert_eq!((equal.gini(), equal.mean()), (0.0, 0.1));
        assert!((equal.geometric_mean() - 0.1).abs() < 1e-15);
        // Chances 0.1, 0.1, 0.4: differences 0.3 (twice), mean 0.2: 2 * 0.6 / (2 * 9 * 0.2).
        let uneven = spread(&[(100, 2), (400, 1)], 1000);
        assert!((uneven.gini() - 1.0 / 3.0).abs() < 1e-15);
        assert!((uneven.geometric_mean() - libm::cbrt(0.004)).abs() < 1e-15);
        assert_eq!(spread(&[(0, 1), (500, 1)], 1000).geometric_mean(), 0.0);
        assert_eq!(spread(&[(0, 1), (500, 1)], 1000).gini(), 0.5);
        assert_eq!((uneven.ratio(), uneven.under_half_the_mean()), (Some(4.0), 0));
        // Mean 0.2: one person at exactly half of it, one below.
        let wide = spread(&[(99, 1), (100, 1), (401, 1)], 1000);
        assert_eq!((wide.under_half_the_mean(), wide.held_at(0), wide.held_at(2)), (1, 99, 401));
        assert_eq!((uneven.held_at(1), uneven.held_at(2), uneven.held_at(3)), (100, 400, 0));
    }
}
