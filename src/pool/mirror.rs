//! Are these people like the population, also where there was no quota? Imports `base`, `register`,
//! `quotas`.
//!
//! The yardstick is a plain draw from the population: the panel of a lottery with quotas is closer than
//! that where there are quotas, and nothing makes it so elsewhere. Statistics for people to look at:
//! floating point, and nothing is drawn from it.

use crate::base::binomial;
use crate::base::fault::figures::{Apart, Group};
use crate::base::fault::{Faults, Figures, Place, Rows, What};
use crate::base::meant::meant;
use crate::base::text::{blank, fold, nearest, tidy};
use crate::quotas::population::{Distribution, Population};
use crate::register::Table;
use statrs::distribution::{ChiSquared, ContinuousCDF};
use std::collections::{BTreeMap, BTreeSet};

/// How an interval for a share is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Interval {
    /// Wilson's score interval (1927), which L. D. Brown, T. T. Cai and A. DasGupta advise, also for few
    /// people: Interval Estimation for a Binomial Proportion, Statistical Science 16 (2001).
    Wilson,
    /// The exact interval of C. J. Clopper and E. S. Pearson (1934), which is never too narrow.
    Exact,
}

/// One feature of people beside the population.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The feature.
    pub name: String,
    /// People with a value that the population has.
    pub people: u64,
    /// People without a value.
    pub no_answer: u64,
    /// People with a value that the population does not have.
    pub unknown: u64,
    /// The values, in the order of the population.
    pub values: Vec<ComparedValue>,
    /// The test of the feature as a whole; none with too few people.
    pub fit: Option<Fit>,
}

/// One value of people beside the population. Shares are of people with a value, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedValue {
    /// The value.
    pub name: String,
    /// People with it.
    pub people: u64,
    /// Their share.
    pub share: f64,
    /// The 95 % interval of that share.
    pub interval: (f64, f64),
    /// The share of the population.
    pub population: f64,
    /// The chance that a plain draw gives a number at least as unlikely: the exact two-sided binomial
    /// test, 0 to 1, adjusted for the number of values after S. Holm (1979).
    pub chance: f64,
    /// What that means.
    pub verdict: Verdict,
}

/// Whether chance explains a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A plain draw often gives that.
    Within,
    /// A plain draw gives that less than once in 20 times.
    Outside,
    /// A plain draw gives that less than once in 1,000 times, and the difference matters: at least 5
    /// percentage points, or half as much again, or a third less.
    FarOutside,
}

/// Pearson's chi-square test of goodness of fit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The statistic: the sum of (found - expected)^2 / expected.
    pub statistic: f64,
    /// Degrees of freedom: values, joined where needed, less one.
    pub degrees: u32,
    /// The chance of a statistic at least as large in a plain draw, 0 to 1.
    pub chance: f64,
    /// Whether small values were joined, so that at least 5 people are expected of each.
    pub joined: bool,
}

/// Compares each feature of `population` for which `people` has a column; only those in `wanted`, if
/// that names any. What a person should look at goes to `faults`, also differences beyond chance.
///
/// `None` when nothing can be compared, with the reason among `faults`.
pub fn compare(
    people: &Table,
    population: &Population,
    wanted: &[String],
    group: Group,
    interval: Interval,
    faults: &mut Faults,
) -> Option<Vec<Compared>> {
    let names = || population.features.iter().map(|feature| feature.name.as_str());
    for name in wanted.iter().filter(|wanted| !names().any(|name| fold(name) == fold(wanted))) {
        let near = nearest(name, names()).map(str::to_owned);
        let what = Figures::MirrorColumnMissing { feature: name.clone(), near };
        let file = population.features.first().map_or("", |feature| feature.file.as_str());
        faults.push(What::Figures(what), Place::file(file));
    }
    let is_wanted = |feature: &&Distribution| {
        wanted.is_empty() || wanted.iter().any(|name| fold(name) == fold(&feature.name))
    };
    let mut skipped = Vec::new();
    let mut compared = Vec::new();
    for feature in population.features.iter().filter(is_wanted) {
        match people.columns(&feature.name).as_slice() {
            [column] => {
                let compared_one = one(people, *column, feature, interval, faults);
                if let Some(compared_one) = compared_one {
                    report(people, *column, &compared_one, group, faults);
                    compared.push(compared_one);
                }
            }
            [] => skipped.push(feature),
            several => {
                let letters = several.iter().map(|&column| people.letters(column)).collect();
                faults
                    .push(What::AmbiguousColumn { letters }, Place::file(&people.name).column(&feature.name));
            }
        }
    }
    let place = || Place::file(&people.name);
    if compared.is_empty() && skipped.len() == population.features.len() {
        let features = names().map(str::to_owned).collect();
        faults.push(What::Figures(Figures::NothingToMirror { features }), place());
        skipped.clear();
    }
    for feature in skipped {
        let feature = feature.name.clone();
        let what = match wanted.is_empty() {
            true => Figures::MirrorSkipped { feature },
            false => {
                let near = nearest(&feature, people.headings.iter().map(String::as_str)).map(str::to_owned);
                Figures::MirrorColumnMissing { feature, near }
            }
        };
        faults.push(What::Figures(what), place());
    }
    (!faults.stop()).then_some(compared)
}

/// Counts and tests one feature; `None` when nobody has a value.
fn one(
    table: &Table,
    column: usize,
    feature: &Distribution,
    interval: Interval,
    faults: &mut Faults,
) -> Option<Compared> {
    let mut counts = vec![0u64; feature.values.len()];
    let keys: BTreeMap<String, usize> =
        feature.values.iter().enumerate().map(|(i, value)| (fold(&value.name), i)).collect();
    let (mut no_answer, mut unknown): (u64, BTreeMap<String, Rows>) = (0, BTreeMap::new());
    for (index, row) in table.rows().enumerate() {
        let cell = row.cell(column);
        match keys.get(&fold(cell)) {
            Some(&value) => counts[value] += 1,
            None if blank(cell) => no_answer += 1,
            None => {
                // A cell that may have slipped in from another column may be a name.
                let safe = !table.is_doubtful(index) && !cell.contains(['\n', '\r']) && cell.len() <= 60;
                let shown = if safe { tidy(cell) } else { String::new() };
                unknown.entry(shown).or_default().push(row.row);
            }
        }
    }
    let people: u64 = counts.iter().sum();
    let place = || Place::file(&table.name).column(&table.headings[column]);
    let nobody: Vec<&str> =
        counts.iter().zip(&feature.values).filter(|(count, _)| **count == 0).map(|(_, v)| &*v.name).collect();
    // So many other values are not spellings of these: ages beside age bands, names beside codes.
    if !nobody.is_empty() && unknown.len() > feature.values.len().max(3) {
        let people = unknown.values().map(|rows| rows.count() as u64).sum();
        let all: Rows = unknown
            .values()
            .flat_map(|rows| rows.first.iter().copied())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let what = Figures::MirrorMisspelt { feature: feature.name.clone(), people, near: None };
        faults.push(What::Figures(what), place().rows(all));
        return None;
    }
    for (cell, rows) in &unknown {
        let (feature, people) = (feature.name.clone(), rows.count() as u64);
        let what = if nobody.is_empty() {
            Figures::MirrorUnknown { feature, people }
        } else {
            let near = meant(cell, &nobody).or(match nobody[..] {
                // The only one that nobody has, unless it is of other numbers: "75+" is not "65+".
                [only] if digits(cell).is_empty() || digits(cell) == digits(only) => Some(only),
                _ => None,
            });
            Figures::MirrorMisspelt { feature, people, near: near.map(str::to_owned) }
        };
        let place = place().rows(rows.clone());
        faults.push(What::Figures(what), if cell.is_empty() { place } else { place.cell(cell) });
    }
    if !nobody.is_empty() && !unknown.is_empty() {
        return None;
    }
    if no_answer > 0 {
        let all = table.len() as u64;
        let what = Figures::MirrorNoAnswer { feature: feature.name.clone(), people: no_answer, all };
        faults.push(What::Figures(what), place());
    }
    let n = u32::try_from(people).ok().filter(|&n| n > 0);
    let Some(n) = n else {
        faults.push(What::Figures(Figures::TooFewToTest { feature: feature.name.clone(), people }), place());
        return None;
    };
    let shares = feature.shares();
    let mut chances: Vec<f64> =
        counts.iter().zip(&shares).map(|(&count, &share)| two_sided(count as u32, n, share)).collect();
    adjust(&mut chances);
    let value = |(((count, &population), chance), value): (
        ((&u64, &f64), f64),
        &crate::quotas::population::Count,
    )| {
        let share = *count as f64 / people as f64;
        let interval = match interval {
            Interval::Wilson => wilson(*count as f64, people as f64),
            Interval::Exact => exact(*count as u32, n),
        };
        let verdict = verdict(share, population, chance);
        ComparedValue {
            name: value.name.clone(),
            people: *count,
            share,
            interval,
            population,
            chance,
            verdict,
        }
    };
    let values = counts.iter().zip(&shares).zip(chances).zip(&feature.values).map(value).collect();
    let unknown = unknown.values().map(|rows| rows.count() as u64).sum();
    let fit = fit(&counts, &shares);
    Some(Compared { name: feature.name.clone(), people, no_answer, unknown, values, fit })
}

fn report(table: &Table, column: usize, compared: &Compared, group: Group, faults: &mut Faults) {
    let place = || Place::file(&table.name).column(&table.headings[column]);
    for value in compared.values.iter().filter(|value| value.verdict != Verdict::Within) {
        let apart = Apart {
            feature: compared.name.clone(),
            value: value.name.clone(),
            group,
            people: value.people,
            of: compared.people,
            population: (value.population * 10_000.0 + 0.5) as u32,
        };
        let what = match value.verdict {
            Verdict::FarOutside => Figures::FarOutside(apart),
            _ => Figures::Outside(apart),
        };
        faults.push(What::Figures(what), Place::file(&table.name));
    }
    let (feature, people) = (compared.name.clone(), compared.people);
    let nobody = compared.values.iter().filter(|v| v.people == 0 && v.verdict != Verdict::Within);
    let nobody: Vec<String> = nobody.map(|value| value.name.clone()).collect();
    if !nobody.is_empty() {
        let what = Figures::MirrorNobody { feature: feature.clone(), values: nobody };
        faults.push(What::Figures(what), place());
    }
    match compared.fit {
        None => faults.push(What::Figures(Figures::TooFewToTest { feature, people }), place()),
        Some(fit) if fit.chance < OUTSIDE && compared.values.iter().all(|v| v.verdict == Verdict::Within) => {
            faults.push(What::Figures(Figures::FitFails { feature, group }), place());
        }
        Some(_) => {}
    }
}

/// Chances below which a difference is more than chance explains, and far more.
const OUTSIDE: f64 = 0.05;
const FAR_OUTSIDE: f64 = 0.001;

fn verdict(share: f64, population: f64, chance: f64) -> Verdict {
    let matters =
        (share - population).abs() >= 0.05 || share >= 1.5 * population || 1.5 * share <= population;
    match chance {
        chance if chance < FAR_OUTSIDE && matters => Verdict::FarOutside,
        chance if chance < OUTSIDE => Verdict::Outside,
        _ => Verdict::Within,
    }
}

/// The exact two-sided test: the probability of all numbers that are at most as likely as this one.
fn two_sided(count: u32, people: u32, share: f64) -> f64 {
    let all = binomial::binomial(people, share);
    // Numbers just as likely may differ in the last digits.
    let as_likely = all[count as usize] * (1.0 + 1e-9);
    all.iter().filter(|&&p| p <= as_likely).sum::<f64>().min(1.0)
}

/// Holm's adjustment for several tests at once: the smallest chance times their number, the next times
/// one less, and so on, never descending. Two values of a feature are one test.
fn adjust(chances: &mut [f64]) {
    let tests = if chances.len() == 2 { 1 } else { chances.len() };
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|&a, &b| chances[a].total_cmp(&chances[b]));
    let mut least: f64 = 0.0;
    for (before, i) in order.into_iter().enumerate() {
        let times = tests.saturating_sub(before).max(1) as f64;
        least = least.max(chances[i] * times).min(1.0);
        chances[i] = least;
    }
}

/// 97.5 % of the normal distribution lies below this.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's 95 % interval for a share of `count` in `n`.
fn wilson(count: f64, n: f64) -> (f64, f64) {
    let share = count / n;
    let middle = (share + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / (1.0 + Z * Z / n);
    // At the ends exactly 0 and 1, but for rounding.
    let low = if count == 0.0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if count == n { 1.0 } else { (middle + half).min(1.0) };
    (low, high)
}

/// The exact 95 % interval: the shares for which neither so many nor so few has a chance below 2.5 %.
fn exact(count: u32, people: u32) -> (f64, f64) {
    let at_least = |share: f64, least: u32| binomial::binomial_at_least(people, share, least);
    // Both chances grow with the share: 60 halvings reach the last digit.
    let solve = |least: u32, chance: f64| {
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if at_least(middle, least) < chance { low = middle } else { high = middle }
        }
        (low + high) / 2.0
    };
    let low = if count == 0 { 0.0 } else { solve(count, 0.025) };
    let high = if count == people { 1.0 } else { solve(count + 1, 0.975) };
    (low, high)
}

/// The test of all values together. Values of which fewer than 5 people are expected are joined, the
/// smallest first, until none is left; none with fewer than two values then.
fn fit(counts: &[u64], shares: &[f64]) -> Option<Fit> {
    let people: u64 = counts.iter().sum();
    let mut cells: Vec<(f64, f64)> =
        counts.iter().zip(shares).map(|(&count, &share)| (people as f64 * share, count as f64)).collect();
    // By expected number, then by found number: values as such decide nothing.
    let sort = |cells: &mut Vec<(f64, f64)>| {
        cells.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)));
    };
    sort(&mut cells);
    let before = cells.len();
    while cells.len() > 1 && cells.last().is_some_and(|cell| cell.0 < 5.0) {
        let Some(last) = cells.pop() else { break };
        if let Some(next) = cells.last_mut() {
            *next = (next.0 + last.0, next.1 + last.1);
        }
        sort(&mut cells);
    }
    if cells.len() < 2 {
        return None;
    }
    let statistic: f64 =
        cells.iter().map(|(expected, found)| (found - expected) * (found - expected) / expected).sum();
    let degrees = cells.len() as u32 - 1;
    let chance = ChiSquared::new(f64::from(degrees)).ok()?.sf(statistic).clamp(0.0, 1.0);
    Some(Fit { statistic, degrees, chance, joined: cells.len() < before })
}
/// The digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
