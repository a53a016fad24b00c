//! From evidence to a seed, for every draw of every kind of lottery: what was declared, what is asked for, what was drawn
//! before. Imports `seed`, `draw` and its siblings.

use super::record::{Declaration, Own, Said};
use super::refused::Refusal;
use crate::seed::charter::Charter;
use crate::seed::departure::Departure;
use crate::seed::time::Moment;
use crate::seed::{Commitment, Evidence, Seed};

/// What a draw goes on from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The commitment to what was frozen.
    pub commitment: &'a Commitment,
    /// What was declared.
    pub charter: &'a Charter,
    /// The first draw, if this is not it: its evidence, and how that stood to what was declared.
    pub first: Option<&'a (Option<Evidence>, Declaration)>,
    /// Whether this is a trial.
    pub trial: bool,
    /// What everybody knows already: the evidence of trials, of later draws, and of the record before.
    pub used: &'a [Evidence],
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The evidence; none in a later draw that follows from the first one's.
    pub evidence: Option<&'a Evidence>,
    /// Whether there is a reason to draw again.
    pub because: bool,
    /// Whether there is a reason for another source than the declared one.
    pub departure: bool,
}

/// The seed of a draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Evidence of this very draw.
    pub own: Option<Evidence>,
    /// The seed.
    pub seed: Seed,
    /// How its evidence stands to what was declared.
    pub source: Declaration,
}

/// The seed of a draw, or why it has none.
///
/// # Errors
/// [`Refusal`].
pub fn settle(ground: &Ground<'_>, asked: Asked<'_>) -> Result<Settled, Refusal> {
    match (ground.first, asked.because) {
        (Some(_), false) => return Err(Refusal::AlreadyDrawn),
        (None, true) => return Err(Refusal::NothingToRepeat),
        _ => {}
    }
    let known = ground.first.and_then(|first| first.0.as_ref());
    // Evidence used before gives the seed used before: the draw then has none of its own.
    let own = asked.evidence.filter(|evidence| known != Some(*evidence)).cloned();
    let real = matches!(own, Some(Evidence::Ticket(_) | Evidence::Dice(_) | Evidence::Contributions(_)));
    if ground.trial && real {
        return Err(Refusal::TrialByHand);
    }
    if !ground.trial && own.as_ref().is_some_and(|own| is_known(own, ground.used)) {
        return Err(Refusal::Used);
    }
    let evidence = own.as_ref().or(known).ok_or(Refusal::NoEvidence { trial: ground.trial })?;
    let seed = Seed::derive(ground.commitment, evidence);
    let source = match (&own, ground.first) {
        _ if ground.trial => Declaration::Trial,
        (Some(evidence), _) => declaration(ground.charter, asked.departure, evidence)?,
        (None, Some(_)) if asked.departure => return Err(Refusal::NoDeparture),
        (None, Some(first)) => first.1,
        (None, None) => return Err(Refusal::NoEvidence { trial: false }),
    };
    Ok(Settled { own, seed, source })
}

fn declaration(charter: &Charter, departure: bool, evidence: &Evidence) -> Result<Declaration, Refusal> {
    let allowed = charter.seed.as_ref().map(|declared| declared.allows(evidence));
    let source = match (allowed, departure) {
        (None, false) => Declaration::Undeclared,
        (Some(Ok(())), false) => Declaration::Declared,
        (Some(Err(_)), true) => Declaration::Overridden,
        (Some(Err(departure)), false) => return Err(Refusal::NotDeclared(departure)),
        (None | Some(Ok(())), true) => return Err(Refusal::NoDeparture),
    };
    if let Evidence::Contributions(opened) = evidence {
        let opened = charter.seed.as_ref().map(|declared| declared.opens(opened));
        opened.unwrap_or(Err(Departure::Roles)).map_err(Refusal::NotSealed)?;
    }
    if let Some((due, date)) = early(charter, evidence) {
        return Err(Refusal::TooEarly { due, date });
    }
    Ok(source)
}

/// Whether what decides is the same as in other evidence: whoever saw that knew what would come of it.
pub fn is_known(evidence: &Evidence, used: &[Evidence]) -> bool {
    used.iter().any(|other| other.decisive() == evidence.decisive())
}

/// The evidence of other records of which a draw must have none: that of draws and trials. A round of a beacon that was
/// used in a trial is the same to everybody, so it may be declared for the draw as well.
pub fn used<'a, T: Own + 'a>(
    draws: impl Iterator<Item = &'a Said<T>>,
    trials: impl Iterator<Item = &'a Said<T>>,
) -> Vec<Evidence> {
    let beacon = |evidence: &Evidence| matches!(evidence.deciding(), Evidence::Drand(_));
    let trials = trials.filter_map(Said::own_evidence).filter(|evidence| !beacon(evidence));
    draws.filter_map(Said::own_evidence).chain(trials).collect()
}

/// Whether `evidence` is a beacon round that was due no later than the date of the commitment: when
/// it was due, and that date.
pub fn early(charter: &Charter, evidence: &Evidence) -> Option<(Moment, Moment)> {
    let Evidence::Drand(pulse) = evidence.deciding() else { return None };
    let date = charter.date?;
    let due = pulse.chain.moment(pulse.round)?.by(date.zone());
    (due <= date).then_some((due, date))
}
