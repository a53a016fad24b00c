//! What a draw and its events leave: the people and quotas from which a supplement is made. Imports `pool`, `lottery`,
//! `bundle` and its siblings.

use super::frozen::Frozen;
use super::refusal::Refusal;
use super::roster::{Running, Source as Given};
use super::seated::{Seated, features};
use super::ways::{self, Ways};
use crate::base::fault::{Blame, Faults};
use crate::base::text::fold_heading;
use crate::bundle::{files, form, household, public, tables};
use crate::lottery::solve::{self, No};
use crate::panel::roster::{Roster, Status};
use crate::pool::{self, Pool, Rule, Rules, Source};
use crate::quotas::Quotas;

/// How the quotas that are left may be loosened.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Loosening<'a> {
    /// Looser quotas of the whole panel.
    pub quotas: Option<Given<'a>>,
    /// The repair to make, from 1.
    pub repair: Option<u8>,
    /// Whether repairs go beyond flexible bounds.
    pub beyond_flex: bool,
}

/// What is left, as files that a lottery is made from.
#[derive(Clone)]
pub(super) struct Left<'a> {
    heading: String,
    everybody: Vec<u8>,
    include: Option<Vec<u8>>,
    exclude: Option<Vec<u8>>,
    /// The quotas and seats of the whole panel.
    pub quotas: Quotas,
    seats: u32,
    household: Option<&'a household::Household>,
}

/// A pool to draw from.
pub(super) struct Chosen {
    pub pool: Pool,
    /// Whether quotas were loosened for it.
    pub loosened: bool,
    /// What somebody must look at in the quotas that were given.
    pub faults: Faults,
}

impl<'a> Left<'a> {
    /// When people stand as in `standing`.
    pub fn of(running: &Running<'a>, standing: &Roster<'_>) -> Result<Self, Refusal> {
        let frozen = running.frozen();
        let about = &frozen.public.about;
        let rule = about.household.as_ref();
        let heading = id_heading(frozen);
        let people = |wanted: &dyn Fn(Status) -> bool| -> Vec<(usize, Status)> {
            let all = standing.status().iter().enumerate();
            all.filter(|(_, status)| wanted(**status)).map(|(i, s)| (i, *s)).collect()
        };
        let id = |i: usize| running.id(i).to_owned();
        let table = |header: Vec<String>, rows: Vec<Vec<String>>| {
            (!rows.is_empty()).then(|| form::table(std::iter::once(header).chain(rows)))
        };
        let out = people(&|status| !status.is_in() && status != Status::Waiting);
        // Whoever had a seat and left it is in no pool: put there, to be excluded with the ground.
        let gone: Vec<&Seated> = out.iter().filter_map(|(i, _)| running.seated(*i)).collect();
        let out = out.into_iter().map(|(i, status)| vec![id(i), status.word().to_owned()]);
        let exclude = table(vec![heading.clone(), "ground".to_owned()], out.collect());
        let stay = people(&Status::is_in);
        let (mut quotas, mut seats) = (frozen.public.quotas.clone(), about.seats);
        let include = match about.confirmed {
            None => table(vec![heading.clone()], stay.into_iter().map(|(i, _)| vec![id(i)]).collect()),
            // Those who had a seat before that lottery are in no pool: they come with all that counts.
            Some(whole) => {
                seats = whole.seats;
                let asked = public::file(&frozen.folder, files::ASKED).ok();
                let asked = asked.and_then(|bytes| tables::read_quotas(bytes).ok());
                quotas = asked.ok_or_else(|| Refusal::public(files::ASKED))?;
                let row = |(i, _): (usize, Status)| match (running.seated(i), running.in_pool(i)) {
                    (None, Some(at)) => described(frozen, at),
                    (person, _) => {
                        let cells = person.into_iter();
                        cells
                            .flat_map(|p| [&p.id].into_iter().chain(&p.values).chain(&p.address))
                            .cloned()
                            .collect()
                    }
                };
                let rows = stay.into_iter().map(row).collect();
                let features = quotas.features.iter().map(|f| f.name.clone());
                let address = rule.iter().flat_map(|rule| rule.columns.clone());
                table(std::iter::once(heading.clone()).chain(features).chain(address).collect(), rows)
            }
        };
        let quotas = household::without(&quotas, rule);
        let everybody = everybody(frozen, &gone);
        Ok(Self { everybody, heading, include, exclude, quotas, seats, household: rule })
    }

    /// The pool under these quotas of the whole panel.
    fn read(&self, name: &str, quotas: &[u8], faults: &mut Faults) -> Option<Pool> {
        let rules = Rules {
            household: self.household.map(|rule| Rule { columns: &rule.columns, per: rule.per }),
            exclude: self.exclude.as_deref().map(|bytes| Source { name: "those who are out", bytes }),
            include: self.include.as_deref().map(|bytes| Source { name: "those who are in", bytes }),
            ..Rules::default()
        };
        // A table without a line is what a plain lot asks.
        let plain = tables::read_quotas(quotas).is_ok_and(|quotas| quotas.features.is_empty());
        pool::read_with(
            Source { name: "the pool of the lottery", bytes: &self.everybody },
            (!plain).then_some(Source { name, bytes: quotas }),
            self.seats,
            Some(&self.heading),
            &rules,
            faults,
        )
    }

    fn with(&self, quotas: &Quotas, faults: &mut Faults) -> Option<Pool> {
        self.read("its quotas", &tables::quotas(quotas), faults)
    }

    /// Whether somebody can fill the seats and keep all quotas; `None` where that is not settled.
    pub fn fits(&self) -> Result<Option<bool>, Refusal> {
        let mut faults = Faults::new();
        match self.with(&self.quotas, &mut faults) {
            Some(pool) if !faults.stop() => match feasible(pool)? {
                (_, None) => Ok(Some(true)),
                (_, Some(No::Infeasible(_))) => Ok(Some(false)),
                _ => Ok(None),
            },
            _ => Ok(Some(false)),
        }
    }

    /// The pool to draw from.
    pub fn choose(&self, ask: Loosening<'_>) -> Result<Chosen, Refusal> {
        let mut faults = Faults::new();
        let first = match self.with(&self.quotas, &mut faults) {
            Some(pool) if !faults.stop() => match feasible(pool)? {
                (pool, None) => Some(pool),
                (_, Some(No::Infeasible(_))) => None,
                (pool, Some(no)) => return Err(Refusal::NoLottery(Box::new((pool, no)))),
            },
            _ => None,
        };
        if faults.blame() == Some(Blame::Input) {
            return Err(Refusal::Faults(faults));
        }
        if ask.quotas.is_some() && ask.repair.is_some() {
            return Err(Refusal::Loosening { both: true });
        }
        if first.is_some() && (ask.quotas.is_some() || ask.repair.is_some()) {
            return Err(Refusal::Loosening { both: false });
        }
        if let Some(pool) = first {
            return Ok(Chosen { pool, loosened: false, faults: Faults::new() });
        }
        let (quotas, told) = match (ask.quotas, ask.repair) {
            (Some(given), _) => self.supplied(given, ask.beyond_flex)?,
            (None, Some(number)) => (self.repaired(number, ask.beyond_flex)?, Faults::new()),
            (None, None) => return Err(self.cannot_meet(ask.beyond_flex)?),
        };
        let mut faults = Faults::new();
        let pool = self.with(&quotas, &mut faults).filter(|_| !faults.stop());
        Ok(Chosen { pool: pool.ok_or(Refusal::Faults(faults))?, loosened: true, faults: told })
    }

    /// The quotas of the whole panel with a repair made.
    fn repaired(&self, number: u8, beyond_flex: bool) -> Result<Quotas, Refusal> {
        let ways = self.ways(beyond_flex)?;
        if ways.list.is_empty() {
            return Err(Refusal::CannotMeet(Box::new(ways)));
        }
        let most = ways.list.len();
        let found = ways.list.into_iter().nth(usize::from(number).wrapping_sub(1));
        found.map(|(quotas, _)| quotas).ok_or(Refusal::NoRepair { number, most })
    }

    /// Quotas of the whole panel from a file, no stricter than those before, that can be met; and what somebody must look
    /// at in them.
    fn supplied(&self, given: Given<'_>, beyond_flex: bool) -> Result<(Quotas, Faults), Refusal> {
        let mut faults = Faults::new();
        let pool = self.read(given.name, given.bytes, &mut faults);
        let Some(pool) = pool.filter(|_| faults.blame() != Some(Blame::Input)) else {
            return Err(Refusal::Faults(faults));
        };
        if !pool.asked().loosens(&self.quotas) {
            return Err(Refusal::NotLooser { file: given.name.to_owned() });
        }
        let quotas = pool.asked().clone();
        let cannot =
            faults.stop() || matches!(solve::feasible(&pool.profiles().problem), Err(No::Infeasible(_)));
        if cannot {
            return Err(Self { quotas, ..self.clone() }.cannot_meet(beyond_flex)?);
        }
        Ok((quotas, faults))
    }

    /// The cheapest loosened quotas of the whole panel: maximums that the people who are in are beyond, and then
    /// what a repair changes.
    fn ways(&self, beyond_flex: bool) -> Result<Ways, Refusal> {
        let with = |quotas: &Quotas| {
            let mut faults = Faults::new();
            self.with(quotas, &mut faults).ok_or(Refusal::Faults(faults))
        };
        let raised = ways::raised(&with(&self.quotas)?, &self.quotas);
        let (pool, no) = feasible(with(&raised)?)?;
        let (clash, list, more) = match no {
            None => (None, vec![(raised.clone(), None)], 0),
            Some(No::Infeasible(clash)) => {
                let found = ways::cheapest(&pool, &pool.profiles(), ways::NAMED, !beyond_flex);
                let way = |repair| (ways::changed(&pool, repair), repair.choice);
                let list = found.list.iter().map(way).collect();
                (Some(clash), list, found.more)
            }
            Some(no) => return Err(Refusal::NoLottery(Box::new((pool, no)))),
        };
        Ok(Ways { pool, clash, before: self.quotas.clone(), raised, list, more, beyond_flex })
    }

    fn cannot_meet(&self, beyond_flex: bool) -> Result<Refusal, Refusal> {
        Ok(Refusal::CannotMeet(Box::new(self.ways(beyond_flex)?)))
    }
}

/// Whether a pool has a panel, or why not; a fault of the program is a refusal.
fn feasible(pool: Pool) -> Result<(Pool, Option<No>), Refusal> {
    match solve::feasible(&pool.profiles().problem) {
        Ok(_) => Ok((pool, None)),
        Err(No::Numeric) => Err(Refusal::NoLottery(Box::new((pool, No::Numeric)))),
        Err(no) => Ok((pool, Some(no))),
    }
}

/// Somebody of the pool, by index in the order of ids: id, features and address.
fn described(frozen: &Frozen, i: usize) -> Vec<String> {
    let (id, _, profile) = &frozen.codes[i];
    let mut cells = vec![id.clone()];
    cells.extend(features(frozen, &frozen.public.profiles[*profile as usize].values));
    let headings = frozen.pool.headings();
    for heading in frozen.public.about.household.iter().flat_map(|rule| &rule.columns) {
        let exact = headings.iter().position(|other| other == heading);
        let like = || headings.iter().position(|other| fold_heading(other) == fold_heading(heading));
        let column = exact.or_else(like);
        cells.push(column.map_or(String::new(), |column| frozen.pool.cell(i, column).to_owned()));
    }
    cells
}

/// What the column of ids is called where row numbers served as ids.
const ROW_NUMBER: &str = "row number";

/// The heading of the column with ids; where row numbers served as ids, one of ours.
fn id_heading(frozen: &Frozen) -> String {
    frozen.id_column().map_or(ROW_NUMBER.to_owned(), |column| frozen.pool.headings()[column].clone())
}

/// The pool as the clerk supplied it, with a column for ids, and these people besides.
fn everybody(frozen: &Frozen, besides: &[&Seated]) -> Vec<u8> {
    let (pool, columns) = (&frozen.pool, &frozen.columns);
    let own_ids = frozen.id_column().is_none();
    let first = |text: &str| own_ids.then(|| text.to_owned()).into_iter();
    let header = first(ROW_NUMBER).chain(columns.iter().map(|&c| pool.headings()[c].clone()));
    let row = |i: usize| {
        first(pool.id(i)).chain(columns.iter().map(move |&c| pool.cell(i, c).to_owned())).collect()
    };
    let more = |person: &&Seated| first(&person.id).chain(frozen.as_row(person)).collect();
    let rows = (0..pool.len()).map(row).chain(besides.iter().map(more));
    form::table(std::iter::once(header.collect::<Vec<String>>()).chain(rows))
}
