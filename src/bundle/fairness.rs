//! `certificate.json`, and what it proves about a ticket lottery. Imports `quotas`,
//! `lottery`, `panel`.

use super::form::Bad;
use crate::lottery::certificate::{Certificate, Cut, Flaw, most_digits};
use crate::lottery::fairest::{self, Doubt, Fairest};
use crate::lottery::objective::Objective;
use crate::lottery::overall;
use crate::lottery::problem::Problem;
use crate::panel::Seating;
use crate::quotas::Quotas;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

pub use crate::lottery::certificate::Exact;

/// What a certificate proves about one lottery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// No lottery under these quotas gives everybody more than this chance. (Everybody who can be on
    /// any panel, where some cannot.) Only for objectives with levels.
    pub bound: Option<Exact>,
    /// By how much the chances may fall short, apart from rounding to tickets. With levels: the smallest chance of the
    /// bound; of leximin it is 0, or nothing is shown. With rounding: for nash the part by which another lottery's
    /// geometric mean of chances may be greater, for goldilocks the part by which the measure is above what no
    /// lottery gets below. `None` where nothing is shown.
    pub gap: Option<Exact>,
    /// The most tickets by which anybody holds more or fewer than the fairest lottery gives: the claim about people.
    /// Leximin and nash prove it of every single person; maximin and goldilocks prove nothing of the kind.
    pub off: Option<u64>,
    /// How much further than the best status allows, in chance (goldilocks: as a part of the measure). `None` where
    /// nothing is shown.
    pub excess: Option<Exact>,
    /// Why leximin's chances are not shown to be the fairest.
    pub doubt: Option<Doubt>,
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
    let for_nash = certificate.overall.as_ref().is_some_and(|overall| overall.near.is_some());
    if !certificate.is_well_formed(problem.profiles()) || for_nash && objective != Objective::Nash {
        return Err(Flaw::Malformed);
    }
    // Nothing is proved by leaving out people who are on tickets.
    if certificate.shut_out.iter().any(|&t| seating.totals()[t as usize] > 0) {
        return Err(Flaw::Malformed);
    }
    let tickets = seating.tickets();
    let held = |t: usize| seating.totals()[t] / u64::from(problem.sizes[t]);
    let shut = certificate.shut(problem.profiles());
    let open = || (0..problem.profiles()).filter(|&t| !shut[t]);
    let least = open().map(held).min().unwrap_or(0);
    let totals: Vec<u128> = seating.totals().iter().map(|&s| u128::from(s)).collect();
    let one = Exact::one();
    // Tickets beyond those that rounding may cost, in chance.
    let beyond = |off: u64| Exact::new(BigInt::from(off) - ROUNDING, tickets.into());
    let (mut bound, mut measure, mut doubt) = (None, None, None);
    let (gap, off, excess) = match objective {
        Objective::Leximin => match fairest::fairest(problem, certificate) {
            Ok(found) => {
                bound = certificate.levels.first().map(|level| level.value.0.clone());
                let off = furthest(&found, problem, seating);
                (Some(Exact::zero()), Some(off), Some(beyond(off)))
            }
            Err(why) => {
                doubt = Some(why);
                (None, None, None)
            }
        },
        Objective::Maximin => {
            let most = fairest::smallest(problem, certificate)?;
            let stated = certificate.levels.first().map_or(Exact::zero(), |level| level.value.0.clone());
            if stated > most {
                return Err(Flaw::ProvesNothing);
            }
            let short = up(&most * BigInt::from(tickets) - BigInt::from(least));
            bound = Some(most.clone());
            (Some(most - stated), None, Some(beyond(short)))
        }
        Objective::Nash => {
            let gap = overall::nash(problem, certificate, &totals, tickets)?.map(|factor| factor - one);
            let off = overall::nash_off(problem, certificate, &totals, tickets)?;
            let off = off.map(|off| u64::try_from(off.max(BigInt::zero())).unwrap_or(u64::MAX));
            (gap, off, off.map(beyond))
        }
        Objective::Goldilocks => {
            let part = |(measure, least): &(Exact, Exact)| measure / least - &one;
            let eased = overall::goldilocks(problem, certificate, &totals, tickets, ROUNDING)?;
            measure = overall::goldilocks(problem, certificate, &totals, tickets, 0)?;
            let allowed = Exact::new(1.into(), MEASURED.into());
            (measure.as_ref().map(part), None, eased.as_ref().map(|eased| part(eased) - allowed))
        }
    };
    let no_seat = without_seat(quotas, problem);
    let people = |t: &u32| u64::from(problem.sizes[*t as usize]);
    let shut_out = certificate.shut_out.iter().map(people).sum();
    let searched = certificate.shut_out.iter().filter(|&&t| !no_seat[t as usize]).map(people).sum();
    let fair = match (objective, &bound) {
        (Objective::Goldilocks, _) => Exact::new(BigInt::from(least), BigInt::from(tickets)),
        (_, Some(bound)) => bound.clone(),
        (_, None) => {
            let people: u64 = open().map(|t| u64::from(problem.sizes[t])).sum();
            Exact::new(BigInt::from(problem.seats), BigInt::from(people.max(1)))
        }
    };
    let mut multipliers = certificate
        .levels
        .iter()
        .map(|l| &l.why)
        .chain(certificate.overall.as_ref().map(|overall| &overall.why));
    Ok(Found {
        bound,
        gap,
        off,
        excess,
        doubt,
        measure,
        levels: certificate.levels.len(),
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

/// The most tickets, rounded up, by which anybody holds more or fewer than the chances give.
fn furthest(fair: &Fairest, problem: &Problem, seating: &Seating<'_>) -> u64 {
    let off = fair.chance.iter().zip(seating.totals()).zip(&problem.sizes).map(|((chance, &held), &n)| {
        let due = chance * seating.tickets();
        let over = BigInt::from(held.div_ceil(n.into())) * &fair.parts - &due;
        let under = due - BigInt::from(held / u64::from(n)) * &fair.parts;
        over.max(under)
    });
    up(Exact::new(off.max().unwrap_or_default(), fair.parts.clone()))
}

/// Rounded up to a whole number, at least 0.
fn up(exact: Exact) -> u64 {
    u64::try_from(exact.ceil().to_integer().max(BigInt::zero())).unwrap_or(u64::MAX)
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

/// In the words of `about.json`, from the best down: how the search ended, and what each allows beyond the best
/// status, in parts of 10^12 of all tickets.
const STATUSES: [(&str, Option<u64>); 3] =
    [("optimal", Some(0)), ("within", Some(100_000_000)), ("stopped", None)];
/// Tickets, of however many, by which anybody may be off before the status says so. Ours costs at most 1.6.
pub const ROUNDING: u64 = 3;
/// Goldilocks' measure may besides be one part in so many from the least that is proved.
const MEASURED: u64 = 1_000_000;
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

/// Whether a lottery that is so much beyond the best status may be called `status`; `None` for a word that
/// is no status.
pub fn deserves(status: &str, excess: Option<&Exact>) -> Option<bool> {
    let (_, allowed) = STATUSES.iter().find(|(word, _)| *word == status)?;
    let (Some(allowed), Some(excess)) = (allowed, excess) else { return Some(allowed.is_none()) };
    Some(*excess <= Exact::new(BigInt::from(*allowed), BigInt::from(PLACES)))
}

/// The most tickets by which anybody may be off in a lottery of this status.
pub fn allowance(status: &str, tickets: u64) -> u64 {
    let parts = STATUSES.iter().find(|(word, _)| *word == status).and_then(|(_, allowed)| *allowed);
    let more = u128::from(parts.unwrap_or(0)) * u128::from(tickets) / u128::from(PLACES);
    ROUNDING + u64::try_from(more).unwrap_or(u64::MAX - ROUNDING)
}

/// The best status that a lottery deserves, at most `claimed`: rounding to few tickets can cost more
/// than the search did.
pub fn status(claimed: &str, excess: Option<&Exact>) -> &'static str {
    let mut words = STATUSES.iter().map(|(word, _)| *word).skip_while(|word| *word != claimed);
    words.find(|word| deserves(word, excess) == Some(true)).unwrap_or("stopped")
}

/// Whether a number of `certificate.json` is longer than any of a true certificate under these rules: then how many
/// digits it may have. To be asked before it is read, for reading long numbers takes long.
pub fn too_long(bytes: &[u8], problem: &Problem) -> Option<usize> {
    #[derive(serde::Deserialize)]
    struct Cuts {
        cuts: Vec<Cut>,
    }
    let Cuts { cuts } = serde_json::from_slice(bytes).ok()?;
    let most = most_digits(problem, &cuts);
    bytes.split(|b| !b.is_ascii_digit()).any(|digits| digits.len() > most).then_some(most)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::certificate::{Cut, Level, Multipliers, Near, Overall, Text, Whole};
    use crate::lottery::problem::{Panel, Row};
    use crate::lottery::tickets::{Share, TicketLottery};
    use crate::quotas::{Feature, Value};

    fn exact(a: i64, b: i64) -> Exact {
        Exact::new(a.into(), b.into())
    }

    fn seats(s: i64) -> Multipliers<Whole> {
        Multipliers { seats: Text(s.into()), ..Multipliers::default() }
    }

    /// Three profiles for two seats: of one person each, and the third of people who may have no seat.
    fn problem() -> (Quotas, Problem) {
        let value = |name: &str, max| Value { name: name.into(), min: 0, max, flex: None };
        let quotas = Quotas {
            features: vec![Feature {
                name: "is".into(),
                values: vec![value("a", 1), value("b", 1), value("c", 0)],
            }],
        };
        let row = |t, max| Row { profiles: vec![t], min: 0, max };
        (quotas, Problem { seats: 1, sizes: vec![1, 1, 4], rows: vec![row(0, 1), row(1, 1), row(2, 0)] })
    }

    /// A half for each of the two.
    fn certificate(objective: Objective) -> Certificate {
        let parts = i64::try_from(overall::PARTS).unwrap();
        let near = || Near { parts: Text(2.into()), seats: [1, 1, 0].map(|x| Text(x.into())).to_vec() };
        let level = || Level { settled: vec![0, 1], value: Text(exact(1, 2)), why: seats(1) };
        let (levels, overall) = match objective {
            Objective::Leximin | Objective::Maximin => (vec![level()], None),
            Objective::Nash => (vec![], Some(Overall { near: Some(near()), why: seats(2 * parts) })),
            Objective::Goldilocks => (vec![], Some(Overall { near: None, why: seats(0) })),
        };
        Certificate { shut_out: vec![2], cuts: vec![], levels, overall }
    }

    /// What it proves of a lottery that gives the first so many of so many tickets, the second the rest.
    fn of(objective: Objective, certificate: &Certificate, first: u64, tickets: u64) -> Result<Found, Flaw> {
        let share = |t, tickets| Share { tickets, panel: Panel(vec![(t, 1)]) };
        let mut lottery = TicketLottery { shares: vec![share(0, first), share(1, tickets - first)] };
        lottery.shares.retain(|share| share.tickets > 0);
        let (quotas, problem) = problem();
        let seating = Seating::new(&lottery, &problem.sizes).unwrap();
        evaluate(objective, &quotas, &problem, certificate, &seating)
    }

    fn found(objective: Objective, first: u64, tickets: u64) -> Found {
        of(objective, &certificate(objective), first, tickets).unwrap()
    }

    fn best(found: &Found) -> &'static str {
        status("optimal", found.excess.as_ref())
    }

    #[test]
    fn nobody_is_more_than_three_tickets_off_in_the_best_lottery_of_any_size() {
        for objective in [Objective::Leximin, Objective::Nash] {
            for (first, tickets, off, called) in [
                (500, 1000, 0, "optimal"),
                (503, 1000, 3, "optimal"),
                (497, 1000, 3, "optimal"),
                (504, 1000, 4, "stopped"),
                (496, 1000, 4, "stopped"),
                (500_003, 1_000_000, 3, "optimal"),
                (500_004, 1_000_000, 4, "within"),
                (499_897, 1_000_000, 103, "within"),
                (500_104, 1_000_000, 104, "stopped"),
            ] {
                let found = found(objective, first, tickets);
                assert_eq!((found.off, best(&found)), (Some(off), called), "{objective:?} {first}");
            }
        }
        // Half a ticket is rounded up.
        assert_eq!(found(Objective::Leximin, 500, 1001).off, Some(1));
        let lottery = found(Objective::Leximin, 500, 1000);
        assert_eq!((lottery.bound, lottery.gap, lottery.levels), (Some(exact(1, 2)), Some(exact(0, 1)), 1));
        assert_eq!((lottery.least, lottery.most, lottery.needed), (500, 500, 24));
        assert_eq!((lottery.shut_out, lottery.shut_out_by_search, lottery.leans_on_search), (4, 0, false));
        assert_eq!(found(Objective::Nash, 500, 1000).gap, Some(exact(0, 1)));
        assert_eq!(found(Objective::Nash, 500, 1000).needed, 24);
    }

    #[test]
    fn maximin_and_goldilocks_prove_nothing_about_single_people() {
        for (first, tickets, called) in [
            (503, 1000, "optimal"),
            (504, 1000, "stopped"),
            (500_004, 1_000_000, "within"),
            (500_103, 1_000_000, "within"),
            (500_104, 1_000_000, "stopped"),
        ] {
            let found = found(Objective::Maximin, first, tickets);
            assert_eq!((found.off, best(&found)), (None, called), "{first}");
            assert_eq!((found.bound, found.gap), (Some(exact(1, 2)), Some(exact(0, 1))));
        }
        // Three tickets are granted, and one part in a million of the measure.
        for (first, tickets, called) in [
            (503, 1000, "optimal"),
            (504, 1000, "stopped"),
            (500_003, 1_000_000, "optimal"),
            (500_004, 1_000_000, "within"),
            (500_053, 1_000_000, "within"),
            (500_054, 1_000_000, "stopped"),
        ] {
            let found = found(Objective::Goldilocks, first, tickets);
            let (measure, least) = found.measure.clone().unwrap();
            assert_eq!((found.off, least), (None, exact(2, 1)));
            assert_eq!(found.gap, Some(measure / exact(2, 1) - exact(1, 1)));
            assert_eq!(best(&found), called, "{first}");
        }
        assert_eq!(found(Objective::Goldilocks, 500, 1000).needed, 24);
        // A level that is beyond its own bound, and one below.
        let mut other = certificate(Objective::Maximin);
        other.levels[0].value = Text(exact(51, 100));
        assert_eq!(of(Objective::Maximin, &other, 500, 1000), Err(Flaw::ProvesNothing));
        other.levels[0].value = Text(exact(49, 100));
        assert_eq!(of(Objective::Maximin, &other, 500, 1000).unwrap().gap, Some(exact(1, 100)));
    }

    #[test]
    fn whoever_is_said_to_be_on_no_panel_holds_no_ticket() {
        for objective in Objective::ALL {
            let mut other = certificate(objective);
            other.shut_out = vec![1, 2];
            if let Some(level) = other.levels.first_mut() {
                level.settled = vec![0];
            }
            assert_eq!(of(objective, &other, 999, 1000), Err(Flaw::Malformed), "{objective:?}");
            // Who holds none may be left out of the proof: it leans on a search then.
            assert!(
                of(objective, &other, 1000, 1000).is_ok_and(|found| found.leans_on_search),
                "{objective:?}"
            );
        }
    }

    #[test]
    fn what_is_no_proof_proves_nothing() {
        let doubt = |change: fn(&mut Certificate)| {
            let mut other = certificate(Objective::Leximin);
            change(&mut other);
            let found = of(Objective::Leximin, &other, 500, 1000).unwrap();
            assert_eq!((&found.off, &found.gap, best(&found)), (&None, &None, "stopped"));
            found.doubt
        };
        assert_eq!(doubt(|c| c.levels.clear()), Some(Doubt::Unsettled(2)));
        assert_eq!(doubt(|c| c.levels[0].why = seats(0)), Some(Doubt::Level(0)));
        assert_eq!(doubt(|c| c.levels[0].value = Text(exact(49, 100))), Some(Doubt::Chances));
        for (one, other) in [
            (Objective::Leximin, Objective::Nash),
            (Objective::Nash, Objective::Leximin),
            (Objective::Goldilocks, Objective::Maximin),
        ] {
            assert_eq!(of(one, &certificate(other), 500, 1000), Err(Flaw::Malformed), "{one:?} {other:?}");
        }
        // Without chances nearby, or with far too high multipliers, Nash says nothing about anybody.
        let mut nash = certificate(Objective::Nash);
        nash.overall.as_mut().unwrap().near = None;
        let nothing = of(Objective::Nash, &nash, 500, 1000).unwrap();
        assert_eq!((nothing.off, best(&nothing)), (None, "stopped"));
        // A cut in use is a search's word.
        let mut cut = certificate(Objective::Leximin);
        cut.cuts = vec![Cut { terms: vec![(0, 2), (1, 2)], most: 2 }];
        assert!(!of(Objective::Leximin, &cut, 500, 1000).unwrap().leans_on_search);
        cut.levels[0].why = Multipliers { cuts: vec![(0, Text(1.into()))], ..seats(0) };
        let found = of(Objective::Leximin, &cut, 500, 1000).unwrap();
        assert_eq!((found.off, found.leans_on_search), (Some(0), true));
    }

    #[test]
    fn the_numbers_that_decide() {
        let excess = |a, b| Some(exact(a, b));
        for (excess, called) in [
            (excess(-1, 10), "optimal"),
            (excess(0, 1), "optimal"),
            (excess(1, 1_000_000_000), "within"),
            (excess(1, 10_000), "within"),
            (excess(10_001, 100_000_000), "stopped"),
            (None, "stopped"),
        ] {
            assert_eq!(status("optimal", excess.as_ref()), called, "{excess:?}");
        }
        assert_eq!(status("within", excess(0, 1).as_ref()), "within");
        assert_eq!(status("stopped", excess(0, 1).as_ref()), "stopped");
        assert_eq!(deserves("perfect", None), None);
        let allowances = [
            ("optimal", 1000),
            ("optimal", 1_000_000),
            ("within", 1000),
            ("within", 1_000_000),
            ("stopped", 1_000_000),
        ];
        assert_eq!(allowances.map(|(word, tickets)| allowance(word, tickets)), [3, 3, 3, 103, 3]);
        // Three tickets are a quarter of twelve.
        for (a, b, needed) in [(1, 1, 12), (1, 20, 240), (13, 199, 184), (0, 1, u64::MAX)] {
            assert_eq!(tickets_needed(&exact(a, b)), needed);
        }
        assert_eq!(decimal_up(exact(2, 17)), "0.117647058824");
        assert_eq!(
            (decimal_up(exact(1, 1)), decimal_up(exact(-1, 3))),
            ("1.000000000000".into(), "0.000000000000".into())
        );
    }
}
