//! `certificate.json`, and what it proves about a ticket lottery. Imports `lottery`, `panel`.

use super::form::Bad;
use crate::lottery::certificate::{self, Certificate, Flaw, Fraction};
use crate::lottery::problem::Problem;
use crate::panel::Seating;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::Ratio;
use num_traits::Zero;

/// An exact fraction of any size.
pub type Exact = Ratio<BigInt>;

/// What a certificate proves about one lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// No lottery under these quotas gives everybody more than this chance. (Everybody who can be on
    /// any panel, where some cannot.)
    pub bound: Option<Exact>,
    /// The most by which anybody's chance falls short of the bound of the level at which their profile
    /// is settled, or of the value that the level says they are settled at.
    pub gap: Option<Exact>,
    /// Levels.
    pub levels: usize,
    /// Profiles that no level settles.
    pub unsettled: usize,
    /// Whether any of it leans on a search over panels rather than on arithmetic alone.
    pub leans_on_search: bool,
}

/// Evaluates a certificate for a lottery.
///
/// # Errors
/// [`Flaw`] where it cannot be read as a proof.
pub fn evaluate(problem: &Problem, certificate: &Certificate, seating: &Seating<'_>) -> Result<Found, Flaw> {
    let bounds = certificate::bounds(problem, certificate)?;
    let held = |t: u32| seating.totals()[t as usize] / u64::from(problem.sizes[t as usize]);
    let gap = |(level, bound): (&certificate::Level, &certificate::LevelBound)| {
        let least = level.settled.iter().map(|&t| held(t)).min()?;
        let fairest = exact(bound.bound).max(exact(bound.value));
        Some(fairest - Exact::new(BigInt::from(least), BigInt::from(seating.tickets())))
    };
    let settled: usize = certificate.levels.iter().map(|l| l.settled.len()).sum();
    Ok(Found {
        bound: bounds.first().map(|b| exact(b.bound)),
        gap: certificate.levels.iter().zip(&bounds).filter_map(gap).max(),
        levels: bounds.len(),
        unsettled: problem.profiles() - settled - certificate.shut_out.len(),
        leans_on_search: bounds.iter().any(|b| b.leans_on_search) || !certificate.shut_out.is_empty(),
    })
}

fn exact(fraction: Fraction) -> Exact {
    Exact::new(BigInt::from(*fraction.numer()), BigInt::from(*fraction.denom()))
}

/// In the words of `about.json`, from the best down: how the search ended, and what each allows the
/// gap to be, in parts of 10^12. Rounding to tickets is allowed [`ROUNDING`] besides.
const STATUSES: [(&str, Option<u64>); 3] =
    [("optimal", Some(1_000_000)), ("within", Some(101_000_000)), ("stopped", None)];
/// Tickets that rounding may cost anybody before the status says so.
const ROUNDING: u64 = 8;

/// Whether a lottery of `tickets` tickets with that gap may be called `status`; `None` for a word that
/// is no status.
pub fn deserves(status: &str, gap: Option<&Exact>, tickets: u64) -> Option<bool> {
    let (_, allowed) = STATUSES.iter().find(|(word, _)| *word == status)?;
    let (Some(allowed), Some(gap)) = (allowed, gap) else { return Some(allowed.is_none()) };
    let parts = Exact::new(BigInt::from(*allowed), BigInt::from(PLACES));
    Some(*gap <= parts + Exact::new(BigInt::from(ROUNDING), BigInt::from(tickets)))
}

/// The best status that a lottery deserves, at most `claimed`: rounding to few tickets can cost more
/// than the search did.
pub fn status(claimed: &str, gap: Option<&Exact>, tickets: u64) -> &'static str {
    let mut words = STATUSES.iter().map(|(word, _)| *word).skip_while(|word| *word != claimed);
    words.find(|word| deserves(word, gap, tickets) == Some(true)).unwrap_or("stopped")
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

/// Writes `certificate.json`: compact, a level a line.
pub fn text(certificate: &Certificate) -> Vec<u8> {
    let list = |items: Vec<String>| {
        if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
    };
    format!(
        "{{\n\"cuts\": {},\n\"levels\": {},\n\"shut_out\": {}\n}}\n",
        list(certificate.cuts.iter().map(json).collect()),
        list(certificate.levels.iter().map(json).collect()),
        json(&certificate.shut_out)
    )
    .into_bytes()
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("plain data has a JSON form")
}
