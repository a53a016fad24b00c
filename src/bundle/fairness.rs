//! `certificate.json`, and what it proves about a ticket lottery. Imports `quotas`,
//! `lottery`, `panel`.

use super::form::Bad;
use crate::lottery::certificate::{self, Certificate, Flaw, Fraction, LevelBound};
use crate::lottery::objective::Objective;
use crate::lottery::overall;
use crate::lottery::problem::Problem;
use crate::panel::Seating;
use crate::quotas::Quotas;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

pub use crate::lottery::overall::Exact;

/// What a certificate proves about one lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// No lottery under these quotas gives everybody more than this chance. (Everybody who can be on
    /// any panel, where some cannot.) Only for objectives with levels.
    pub bound: Option<Exact>,
    /// By how much the lottery may fall short. With levels: the most, over the levels, by which the
    /// smallest chance of anybody not settled before falls short of what the level's bound, or its value,
    /// says is possible. Nash: the part by which another lottery's geometric mean of chances may be
    /// greater. Goldilocks: the part by which the measure is above what no lottery gets below. `None`
    /// where nothing is shown.
    pub gap: Option<Exact>,
    /// The gap less what rounding to tickets accounts for, and for leximin whatever else stands between
    /// the lottery and the one there is: how far a settled profile could rise, and how much further than
    /// rounding takes anybody from the chance settled. What the status is measured by.
    pub excess: Option<Exact>,
    /// Goldilocks' measure `(n/k) max + (k/n) / min` of this lottery, and what no lottery gets below.
    pub measure: Option<(Exact, Exact)>,
    /// The fewest tickets among which rounding costs nobody more than a quarter of the smallest chance
    /// that could be (Nash: of the mean chance; Goldilocks: of the smallest there is). With fewer, an
    /// unfair lottery cannot be told from a rounded one. [`u64::MAX`] where no number is known.
    pub needed: u64,
    /// The smallest number of tickets held by anybody who is not marked as shut out.
    pub least: u64,
    /// The largest number of tickets held by anybody.
    pub most: u64,
    /// Levels.
    pub levels: usize,
    /// Profiles that no level settles.
    pub unsettled: usize,
    /// People who are marked as shut out.
    pub shut_out: u64,
    /// Those of them for whom the sums over one feature do not show it.
    pub shut_out_by_search: u64,
    /// Whether any of it leans on a search over panels rather than on arithmetic alone.
    pub leans_on_search: bool,
}

/// Evaluates a certificate for a lottery.
///
/// # Errors
/// [`Flaw`] where it cannot be read as a proof of that objective.
pub fn evaluate(
    objective: Objective,
    quotas: &Quotas,
    problem: &Problem,
    certificate: &Certificate,
    seating: &Seating<'_>,
) -> Result<Found, Flaw> {
    if objective.has_levels() == certificate.overall.is_some()
        || !(objective.has_levels() || certificate.levels.is_empty())
    {
        return Err(Flaw::Malformed);
    }
    let bounds = certificate::bounds(problem, certificate)?;
    let tickets = seating.tickets();
    let held = |t: usize| seating.totals()[t] / u64::from(problem.sizes[t]);
    let totals: Vec<u128> = seating.totals().iter().map(|&s| u128::from(s)).collect();
    let one = Exact::from_integer(BigInt::from(1));
    let rounding = Exact::new(BigInt::from(ROUNDING), BigInt::from(tickets));
    let mut measure = None;
    let (gap, excess) = match objective {
        Objective::Leximin => {
            let gap = widest(certificate, &bounds, problem.profiles(), held, tickets);
            // None at all where one level does not show it.
            let rises: Option<Vec<Exact>> = bounds.iter().map(|b| b.rise.map(exact)).collect();
            let rise = rises.and_then(|rises| rises.into_iter().max());
            let chance = |parts: Option<u64>| Some(Exact::new(parts?.into(), PLACES.into()));
            let settled = certificate::values(problem.profiles(), certificate);
            let settled: Vec<_> = settled.into_iter().map(chance).collect();
            let astray = astray(&settled, problem, seating);
            let rest = gap.clone().zip(rise).map(|(gap, rise)| (gap - rounding).max(rise).max(astray));
            (gap, rest)
        }
        Objective::Maximin => {
            let gap = widest(certificate, &bounds, problem.profiles(), held, tickets);
            (gap.clone(), gap.map(|gap| gap - rounding))
        }
        Objective::Nash => {
            let gap = overall::nash(problem, certificate, &totals, tickets)?.map(|factor| factor - one);
            let astray = astray(&overall::priced(problem, certificate)?, problem, seating);
            (gap.clone(), gap.map(|gap| (gap - rounding).max(astray)))
        }
        Objective::Goldilocks => {
            let part = |(measure, least): &(Exact, Exact)| measure / least - &one;
            let eased = overall::goldilocks(problem, certificate, &totals, tickets, ROUNDING)?;
            measure = overall::goldilocks(problem, certificate, &totals, tickets, 0)?;
            (measure.as_ref().map(part), eased.as_ref().map(part))
        }
    };
    let no_seat = without_seat(quotas, problem);
    let people = |t: &u32| u64::from(problem.sizes[*t as usize]);
    let shut_out = certificate.shut_out.iter().map(people).sum();
    let searched = certificate.shut_out.iter().filter(|&&t| !no_seat[t as usize]).map(people).sum();
    let open = (0..problem.profiles()).filter(|&t| certificate.shut_out.binary_search(&(t as u32)).is_err());
    let least = open.clone().map(held).min().unwrap_or(0);
    let fair = match (objective, bounds.first()) {
        (Objective::Goldilocks, _) => Exact::new(BigInt::from(least), BigInt::from(tickets)),
        (_, Some(first)) => exact(first.bound),
        (_, None) => {
            let people: u64 = open.clone().map(|t| u64::from(problem.sizes[t])).sum();
            Exact::new(BigInt::from(problem.seats), BigInt::from(people.max(1)))
        }
    };
    let settled: usize = certificate.levels.iter().map(|l| l.settled.len()).sum();
    let mut multipliers = certificate.levels.iter().map(|l| &l.why).chain(&certificate.overall);
    Ok(Found {
        bound: bounds.first().map(|b| exact(b.bound)),
        gap,
        excess,
        measure,
        levels: bounds.len(),
        unsettled: problem.profiles() - settled - certificate.shut_out.len(),
        needed: tickets_needed(&fair),
        least,
        most: seating
            .totals()
            .iter()
            .zip(&problem.sizes)
            .map(|(&s, &n)| s.div_ceil(n.into()))
            .max()
            .unwrap_or(0),
        shut_out,
        shut_out_by_search: searched,
        leans_on_search: searched > 0 || multipliers.any(|why| !why.cuts.is_empty()),
    })
}

/// The widest gap of any level.
fn widest(
    certificate: &Certificate,
    bounds: &[LevelBound],
    profiles: usize,
    held: impl Fn(usize) -> u64,
    tickets: u64,
) -> Option<Exact> {
    let values = certificate::values(profiles, certificate);
    // Everybody open at a level has at least the bound's promise: those settled there, later, or never.
    let mut least = (0..values.len()).filter(|&t| values[t].is_none()).map(&held).min();
    let mut gap: Option<Exact> = None;
    for (level, bound) in certificate.levels.iter().zip(bounds).rev() {
        least = level.settled.iter().map(|&t| held(t as usize)).chain(least).min();
        let chance = Exact::new(BigInt::from(least.unwrap_or(0)), BigInt::from(tickets));
        let short = exact(bound.bound).max(exact(bound.value)) - chance;
        gap = Some(gap.map_or(short.clone(), |gap| gap.max(short)));
    }
    gap
}

/// By how much anybody's chance is further from the one that is proved for the profile than rounding takes
/// it, which is one ticket, and two for the profile.
fn astray(proved: &[Option<Exact>], problem: &Problem, seating: &Seating<'_>) -> Exact {
    let off = proved.iter().zip(seating.totals()).zip(&problem.sizes).filter_map(|((chance, &held), &n)| {
        let all = BigInt::from(n) * BigInt::from(seating.tickets());
        let due = chance.as_ref()? * &all;
        let rounded = Exact::from_integer(BigInt::from(u64::from(n) + ROUNDING - 1));
        Some(((Exact::from_integer(held.into()) - due).abs() - rounded) / all)
    });
    off.max().unwrap_or_else(Exact::zero)
}

/// For each profile whether adding up one feature shows that it can have no seat: its value may have
/// none, or the minimums of the feature's other values take all seats.
pub fn without_seat(quotas: &Quotas, problem: &Problem) -> Vec<bool> {
    let mut shut = vec![false; problem.profiles()];
    let mut rows = problem.rows.iter();
    for feature in &quotas.features {
        let needed: u64 = feature.values.iter().map(|v| u64::from(v.min)).sum();
        for (value, row) in feature.values.iter().zip(rows.by_ref()) {
            let others = needed - u64::from(value.min);
            if value.max == 0 || others >= u64::from(problem.seats) {
                row.profiles.iter().for_each(|&t| shut[t as usize] = true);
            }
        }
    }
    shut
}

fn exact(fraction: Fraction) -> Exact {
    Exact::new(BigInt::from(*fraction.numer()), BigInt::from(*fraction.denom()))
}

/// In the words of `about.json`, from the best down: how the search ended, and what each allows the gap
/// to be beyond rounding, in parts of 10^12.
const STATUSES: [(&str, Option<u64>); 3] =
    [("optimal", Some(1_000_000)), ("within", Some(101_000_000)), ("stopped", None)];
/// Tickets that rounding may cost anybody before the status says so. Ours costs at most 1.6.
const ROUNDING: u64 = 3;
/// Rounding may cost at most one part in so many of the smallest chance.
const PARTS: u64 = 4;

/// The fewest tickets with which rounding takes at most its part of `chance`.
fn tickets_needed(chance: &Exact) -> u64 {
    if *chance <= Exact::zero() {
        return u64::MAX;
    }
    let fewest = (BigInt::from(ROUNDING * PARTS) * chance.denom()).div_ceil(chance.numer());
    u64::try_from(fewest).unwrap_or(u64::MAX)
}

/// Whether a lottery whose gap exceeds rounding by so much may be called `status`; `None` for a word that
/// is no status.
pub fn deserves(status: &str, excess: Option<&Exact>) -> Option<bool> {
    let (_, allowed) = STATUSES.iter().find(|(word, _)| *word == status)?;
    let (Some(allowed), Some(excess)) = (allowed, excess) else { return Some(allowed.is_none()) };
    Some(*excess <= Exact::new(BigInt::from(*allowed), BigInt::from(PLACES)))
}

/// The best status that a lottery deserves, at most `claimed`: rounding to few tickets can cost more
/// than the search did.
pub fn status(claimed: &str, excess: Option<&Exact>) -> &'static str {
    let mut words = STATUSES.iter().map(|(word, _)| *word).skip_while(|word| *word != claimed);
    words.find(|word| deserves(word, excess) == Some(true)).unwrap_or("stopped")
}

/// Reads `certificate.json`; refuses any other form. Whether it proves anything is not looked at.
///
/// # Errors
/// [`Bad`].
pub fn read(bytes: &[u8]) -> Result<Certificate, Bad> {
    let certificate: Certificate = serde_json::from_slice(bytes).map_err(|_| Bad::Shape)?;
    if text(&certificate) == bytes { Ok(certificate) } else { Err(Bad::Form) }
}

/// A fraction as a decimal fraction of 12 places, rounded up; below 0 as 0.
pub fn decimal_up(fraction: Exact) -> String {
    let scale = BigInt::from(PLACES);
    let over = fraction.numer().max(&BigInt::zero()) * &scale;
    let (whole, rest) = over.div_ceil(fraction.denom()).div_rem(&scale);
    format!("{whole}.{:0>12}", rest.to_string())
}

/// 10 to the power 12.
const PLACES: u64 = 1_000_000_000_000;

/// Writes `certificate.json`: compact, a level a line; `overall` only where there is one.
pub fn text(certificate: &Certificate) -> Vec<u8> {
    let list = |items: Vec<String>| {
        if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
    };
    let overall = certificate.overall.as_ref().map(|why| format!("\"overall\": {},\n", json(why)));
    format!(
        "{{\n\"cuts\": {},\n\"levels\": {},\n{}\"shut_out\": {}\n}}\n",
        list(certificate.cuts.iter().map(json).collect()),
        list(certificate.levels.iter().map(json).collect()),
        overall.unwrap_or_default(),
        json(&certificate.shut_out)
    )
    .into_bytes()
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data has a JSON form")
}
