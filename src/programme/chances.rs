//! `chances.csv`: what a lottery promised each cohort and what it gave, so that chances can be added up over the years.
//! Imports `lottery`, `quotas`, `bundle` and its siblings. Whole numbers and exact fractions only.
//!
//! A cohort's expected seats in a lottery are its tickets' seats over the tickets; its luck is the seats it got less those.
//! Rules that look only at the past make luck a fair game: its mean is 0, and over all people it is 0 in every draw.

use crate::bundle::form::{self, Bad, number};
use crate::bundle::people::Profile;
use crate::lottery::tickets::TicketLottery;
use crate::quotas::Quotas;
use num_bigint::BigInt;
use num_rational::Ratio;
use std::collections::BTreeMap;

/// An exact fraction.
pub type Exact = Ratio<BigInt>;

const HEADER: [&str; 7] = ["feature", "value", "people", "tickets", "of", "seats", "squares"];

/// What a lottery is to one cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The feature; blank for all people.
    pub feature: String,
    /// Its value; blank for all people.
    pub value: String,
    /// People of it in the pool.
    pub people: u64,
    /// Seats of it over all tickets.
    pub tickets: u128,
    /// Tickets.
    pub of: u64,
    /// Seats that it got.
    pub seats: u64,
    /// The sum over all tickets of the square of its seats there: the variance of its seats is squares / of less the
    /// square of tickets / of.
    pub squares: u128,
}

impl Cohort {
    /// Expected seats.
    pub fn expected(&self) -> Exact {
        Exact::new(BigInt::from(self.tickets), BigInt::from(self.of.max(1)))
    }

    /// The variance of its seats.
    pub fn variance(&self) -> Exact {
        let expected = self.expected();
        Exact::new(BigInt::from(self.squares), BigInt::from(self.of.max(1))) - &expected * &expected
    }
}

/// Every cohort of a lottery: all people, and those of each value of each feature, but for homes under a household rule,
/// whose feature is `homes`. `drawn` are the seats of each profile on the ticket that won.
pub fn cohorts(
    quotas: &Quotas,
    homes: Option<&str>,
    profiles: &[Profile],
    lottery: &TicketLottery,
    drawn: &[u32],
) -> Vec<Cohort> {
    let of: u64 = lottery.shares.iter().map(|share| share.tickets).sum();
    let cohort = |feature: &str, value: &str, within: &dyn Fn(usize) -> bool| {
        let own = || profiles.iter().enumerate().filter(|(t, _)| within(*t));
        let squares = lottery.shares.iter().map(|share| {
            let seats = share.panel.0.iter().filter(|(t, _)| within(*t as usize));
            let seats: u128 = seats.map(|&(_, seats)| u128::from(seats)).sum();
            seats * seats * u128::from(share.tickets)
        });
        Cohort {
            feature: feature.to_owned(),
            value: value.to_owned(),
            people: own().map(|(_, p)| u64::from(p.people)).sum(),
            tickets: own().map(|(_, p)| u128::from(p.tickets)).sum(),
            of,
            seats: own().map(|(t, _)| u64::from(drawn.get(t).copied().unwrap_or(0))).sum(),
            squares: squares.sum(),
        }
    };
    let mut cohorts = vec![cohort("", "", &|_| true)];
    for (f, feature) in quotas.features.iter().enumerate().filter(|(_, own)| Some(own.name.as_str()) != homes)
    {
        for (v, value) in (0..).zip(&feature.values) {
            cohorts.push(cohort(&feature.name, &value.name, &|t| profiles[t].values[f] == v));
        }
    }
    cohorts.sort_by(|a, b| (&a.feature, &a.value).cmp(&(&b.feature, &b.value)));
    cohorts
}

/// Writes `chances.csv`.
pub fn table(cohorts: &[Cohort]) -> Vec<u8> {
    let rows = cohorts.iter().map(|c| {
        let [people, of, seats] = [c.people, c.of, c.seats].map(|n| n.to_string());
        let (tickets, squares) = (c.tickets.to_string(), c.squares.to_string());
        [c.feature.clone(), c.value.clone(), people, tickets, of, seats, squares]
    });
    form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
}

/// Reads `chances.csv`.
///
/// # Errors
/// [`Bad`].
pub fn read(bytes: &[u8]) -> Result<Vec<Cohort>, Bad> {
    let rows = form::rows(bytes, &HEADER)?;
    let read = |(at, row): (usize, &csv::StringRecord)| {
        let own = || {
            Some(Cohort {
                feature: row[0].to_owned(),
                value: row[1].to_owned(),
                people: number(&row[2])?,
                tickets: number(&row[3])?,
                of: number(&row[4]).filter(|&of: &u64| of > 0)?,
                seats: number(&row[5])?,
                squares: number(&row[6])?,
            })
        };
        own().ok_or(Bad::Row(at + 2))
    };
    let cohorts = rows.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    let ascending = |w: &[Cohort]| (&w[0].feature, &w[0].value) < (&w[1].feature, &w[1].value);
    if cohorts.windows(2).all(ascending) { Ok(cohorts) } else { Err(Bad::Form) }
}

/// Whether the cohorts of each feature add up to all people: people, tickets and seats; and those to the seats. The first
/// feature of which they do not.
pub fn amiss(cohorts: &[Cohort]) -> Option<String> {
    let Some(all) = cohorts.first().filter(|c| c.feature.is_empty()) else { return Some(String::new()) };
    if all.tickets != u128::from(all.seats) * u128::from(all.of) || cohorts.iter().any(|c| c.of != all.of) {
        return Some(String::new());
    }
    let mut sums: BTreeMap<&str, (u64, u128, u64)> = BTreeMap::new();
    for c in &cohorts[1..] {
        let sum = sums.entry(&c.feature).or_default();
        *sum = (sum.0 + c.people, sum.1 + c.tickets, sum.2 + c.seats);
    }
    let whole = (all.people, all.tickets, all.seats);
    sums.into_iter().find(|(_, sum)| *sum != whole).map(|(feature, _)| feature.to_owned())
}

/// Cohorts of several lotteries added up: seats, expected seats and the variance, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Lotteries in which the cohort was.
    pub draws: u64,
    /// Seats that it got.
    pub seats: u64,
    /// Expected seats.
    pub expected: Exact,
    /// The variance of its seats.
    pub variance: Exact,
}

/// Adds up, by feature and value.
pub fn add_up<'a>(lotteries: impl Iterator<Item = &'a [Cohort]>) -> BTreeMap<(String, String), Sum> {
    let mut sums: BTreeMap<(String, String), Sum> = BTreeMap::new();
    for cohort in lotteries.flatten() {
        let zero = || Exact::from_integer(BigInt::from(0));
        let empty = || Sum { draws: 0, seats: 0, expected: zero(), variance: zero() };
        let sum = sums.entry((cohort.feature.clone(), cohort.value.clone())).or_insert_with(empty);
        sum.draws += 1;
        sum.seats += cohort.seats;
        sum.expected += cohort.expected();
        sum.variance += cohort.variance();
    }
    sums
}

/// A fraction in decimals, rounded half away from 0: "-1.25".
pub fn decimal(number: &Exact, places: u32) -> String {
    let scale = BigInt::from(10).pow(places);
    let scaled = (number * Exact::from_integer(scale)).round().to_integer();
    let sign = if scaled < BigInt::from(0) { "-" } else { "" };
    let digits = scaled.magnitude().to_string();
    let digits = format!("{digits:0>width$}", width = places as usize + 1);
    let (whole, part) = digits.split_at(digits.len() - places as usize);
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::Panel;
    use crate::lottery::tickets::Share;
    use crate::quotas::{Feature, Value};

    #[test]
    fn luck_is_seats_less_expected_seats_and_adds_up_to_nothing() {
        let value = |name: &str| Value { name: name.into(), min: 0, max: 2, flex: None };
        let quotas =
            Quotas { features: vec![Feature { name: "kern".into(), values: vec![value("a"), value("b")] }] };
        let lottery = TicketLottery {
            shares: vec![
                Share { tickets: 3, panel: Panel(vec![(0, 2)]) },
                Share { tickets: 1, panel: Panel(vec![(1, 2)]) },
            ],
        };
        let profile = |v, people, tickets| Profile { values: vec![v], people, tickets };
        let cohorts = cohorts(&quotas, None, &[profile(0, 5, 6), profile(1, 4, 2)], &lottery, &[2, 0]);
        assert_eq!(read(&table(&cohorts)), Ok(cohorts.clone()));
        assert_eq!(amiss(&cohorts), None);
        let a = &cohorts[1];
        assert_eq!((a.people, a.tickets, a.of, a.seats, a.squares), (5, 6, 4, 2, 12));
        // Seats are 2 with chance 3/4 and else 0: variance 3/4 * 4 - 9/4.
        assert_eq!(decimal(&a.variance(), 3), "0.750");
        let twice = add_up([&cohorts[..], &cohorts[..]].into_iter());
        let all = &twice[&(String::new(), String::new())];
        assert_eq!(
            (all.seats, decimal(&all.expected, 0), decimal(&all.variance, 0)),
            (4, "4".into(), "0".into())
        );
        let mut wrong = cohorts.clone();
        wrong[1].seats = 1;
        assert_eq!(amiss(&wrong), Some("kern".into()));
        assert_eq!(decimal(&Exact::new(BigInt::from(-1), BigInt::from(200)), 2), "-0.01");
    }
}
