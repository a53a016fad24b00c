//! Conducting a draw: from a frozen lottery and evidence to a record and a panel. Imports `base`,
//! `seed`, `draw`, `panel` and its siblings.

use super::chain::{Entry, Link};
use super::people::{self, Coded, Profile};
use super::public::Public;
use super::record::{Record, Ticketed, label, panel_label};
pub use super::refused::Refusal;
use super::reserves::{Frame, Reserves, Terms};
use super::sourced::{self, Ground, Settled};
use super::{clerk, files};
use crate::draw::{Label, NoTicket, Stream};
pub use crate::panel::reserve_terms::Asked;
use crate::quotas::Quotas;
use crate::seed::drand::Beacon;
use crate::seed::{Evidence, Seed};

/// A draw to be made.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// Draws that were made before (of a trial: none), first to last.
    pub before: &'a [Link<Record>],
    /// Whether this is a trial, and which, from 1.
    pub trial: Option<u32>,
    /// The evidence; none in a later draw that follows from the first one's.
    pub evidence: Option<Evidence>,
    /// The beacon's answer, when the evidence is one.
    pub beacon: Option<&'a Beacon>,
    /// Why the draw before is annulled.
    pub because: Option<String>,
    /// Why another source than the declared one is used.
    pub departure: Option<String>,
    /// Reserves to draw in the same act; without any those that the charter declares.
    pub reserves: Option<&'a Asked>,
    /// Evidence that everybody knows already.
    pub used: &'a [Evidence],
    /// The program and its version.
    pub program: &'a str,
}

/// A draw made just now.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its facts.
    pub record: Record,
    /// Profile and place of each member, ascending.
    pub seats: Vec<(u32, u32)>,
    /// The reserves, if any were asked for.
    pub reserves: Option<Reserves>,
}

/// Whether `last`, the latest draw or trial of the record, is what this asks for: then the same command was given
/// before, and may have been cut off after its last byte. There is nothing to draw.
///
/// `first` is the first draw, of a trial none.
pub fn repeats(public: &Public, act: &Act<'_>, first: Option<&Link<Record>>, last: &Drawn) -> bool {
    let record = &last.record;
    let known = first.filter(|_| record.draw > 1).and_then(|first| first.facts.own_evidence());
    let own = act.evidence.clone().filter(|evidence| known.as_ref() != Some(evidence));
    let asked = act.reserves.or(public.promised.as_ref());
    let reserves = match (&last.reserves, asked) {
        (Some(found), Some(asked)) => {
            let attrition = found.terms.attrition(&public.quotas);
            found.terms.reserves == asked.reserves && attrition.as_ref() == Some(&asked.attrition)
        }
        // A draw has the reserves that it has; a trial without them may be wanted after one with them.
        (found, None) => found.is_none() || !record.void,
        (None, Some(_)) => false,
    };
    record.void == act.trial.is_some()
        && own == record.own_evidence()
        && act.because == record.because
        && act.departure == record.departure
        && reserves
}

/// Makes the draw.
///
/// # Errors
/// [`Refusal`].
pub fn conduct(public: &Public, act: &Act<'_>) -> Result<Drawn, Refusal> {
    let first = act.before.first().map(|first| (first.facts.own_evidence(), first.facts.source));
    let ground = Ground {
        commitment: &public.commitment,
        charter: &public.charter,
        first: first.as_ref(),
        trial: act.trial.is_some(),
        used: act.used,
    };
    let asked = sourced::Asked {
        evidence: act.evidence.as_ref(),
        because: act.because.is_some(),
        departure: act.departure.is_some(),
    };
    let Settled { own, seed, source } = sourced::settle(&ground, asked)?;
    // A trial decides nothing, so it may try other reserves.
    let other = act.reserves.zip(public.promised.as_ref()).is_some_and(|(asked, promised)| asked != promised);
    if act.trial.is_none() && other {
        return Err(Refusal::OtherReserves);
    }
    let number = act.trial.unwrap_or(act.before.len() as u32 + 1);
    let label = panel_label(act.trial.is_some(), number);
    let ticket = public.rules.ticket(&seed, &label, own.as_ref(), public.about.tickets);
    let ticket = ticket.map_err(Refusal::Ticket)?;
    let seats = seats(public, ticket).ok_or(Refusal::Ticket(NoTicket::OutOfRange))?;
    let record = Record {
        because: act.because.clone(),
        commitment: public.commitment.digest().to_string(),
        draw: number,
        evidence: own.map(|e| e.to_string()),
        departure: act.departure.clone(),
        previous: act.before.last().map(|made| made.digest.to_string()),
        program: act.program.to_owned(),
        rules: public.rules.number(),
        seed: seed.digest().to_string(),
        source,
        void: act.trial.is_some(),
        own: Ticketed { label: label.to_string(), ticket, tickets: public.about.tickets },
    };
    let asked = act.reserves.or(public.promised.as_ref());
    let reserves = asked.map(|asked| reserves(public, &record, &seats, asked, &seed));
    Ok(Drawn { record, seats, reserves: reserves.transpose()? })
}

fn reserves(
    public: &Public,
    record: &Record,
    seats: &[(u32, u32)],
    asked: &Asked,
    seed: &Seed,
) -> Result<Reserves, Refusal> {
    let remain = public.problem.people() - seats.len() as u64;
    if u64::from(asked.reserves) > remain {
        return Err(Refusal::TooFewRemain { asked: asked.reserves, remain });
    }
    let label = label(Label::Reserves, record.void, record.draw);
    let mut stream = Stream::new(seed, &label);
    let (order, scenarios) =
        frame(public).choose(public.rules, seats, &asked.attrition, asked.reserves, &mut stream);
    let terms = Terms {
        attrition: asked.attrition.base,
        label: label.to_string(),
        rates: Terms::named(&public.quotas, &asked.attrition),
        reserves: asked.reserves,
        scenarios,
    };
    Ok(Reserves { terms, order })
}

/// What the reserves of this lottery depend on.
pub fn frame(public: &Public) -> Frame<'_> {
    let household = public.about.household.as_ref().map(|rule| rule.feature.as_str());
    Frame { quotas: &public.quotas, profiles: &public.profiles, problem: &public.problem, household }
}

/// Profile and place of each member of the panel of `ticket`.
pub fn seats(public: &Public, ticket: u64) -> Option<Vec<(u32, u32)>> {
    public.laps()?.panel(ticket)
}

/// The public record of a draw, with the beacon's answer if that is its evidence.
pub fn entry(public: &Public, drawn: &Drawn, beacon: Option<&Beacon>) -> Entry {
    let coded = public.coded.as_ref();
    let panel = panel_table(&public.quotas, &public.profiles, coded, &drawn.record, &drawn.seats);
    let mut lists = vec![(files::PANEL, panel)];
    lists.extend(
        beacon.filter(|_| drawn.record.evidence.is_some()).map(|b| (files::BEACON, b.record().into_bytes())),
    );
    if let Some(reserves) = &drawn.reserves {
        let table = frame(public).table(coded, &reserves.order);
        let table = if drawn.record.void { clerk::marked(&table) } else { table };
        lists.push((files::RESERVES, table));
        lists.push((files::RESERVE_TERMS, super::form::facts(&reserves.terms)));
    }
    drawn.record.kind().append(&drawn.record, lists)
}

/// The public `panel.csv` of a draw or trial.
pub fn panel_table(
    quotas: &Quotas,
    profiles: &[Profile],
    coded: Option<&Coded>,
    record: &Record,
    seats: &[(u32, u32)],
) -> Vec<u8> {
    let table = match coded {
        Some(coded) => coded.panel(quotas, profiles, seats),
        None => people::places(quotas, profiles, seats),
    };
    if record.void { clerk::marked(&table) } else { table }
}

/// Those of `people` (profile and place) by index in the order of ids, in the order given.
pub fn by_id(
    codes: &[(String, crate::draw::code::Code, u32)],
    profiles: usize,
    people: &[(u32, u32)],
) -> Vec<usize> {
    let coded = Coded::of_ids(codes);
    let members = coded.members(profiles);
    let mut of_code: Vec<_> = codes.iter().enumerate().map(|(i, &(_, code, _))| (code, i)).collect();
    of_code.sort_unstable();
    // The people of a record are in order of codes, so their number there is their number here.
    people.iter().map(|&(t, place)| of_code[members[t as usize][place as usize] as usize].1).collect()
}

/// The reserves that the record in `folder` has of a draw; `None` also where they cannot be read.
pub fn recorded(public: &Public, record: &Record, folder: &files::Folder) -> Option<Reserves> {
    let file = |name| folder.get(&record.kind().path(record.draw, name));
    let terms = Terms::read(file(files::RESERVE_TERMS)?).ok()?;
    let order = frame(public).read(public.coded.as_ref(), record.void, file(files::RESERVES)?).ok()?;
    Some(Reserves { terms, order })
}

/// Who, by index in the order of ids, is on a panel.
pub fn seated(
    codes: &[(String, crate::draw::code::Code, u32)],
    profiles: usize,
    seats: &[(u32, u32)],
) -> Vec<bool> {
    let coded = Coded::of_ids(codes);
    let members = coded.members(profiles);
    let mut drawn: Vec<_> = seats
        .iter()
        .map(|&(t, place)| coded.people[members[t as usize][place as usize] as usize].0)
        .collect();
    drawn.sort_unstable();
    codes.iter().map(|(_, code, _)| drawn.binary_search(code).is_ok()).collect()
}
