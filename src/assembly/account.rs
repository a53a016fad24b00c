//! The public account of a lottery as data: what everybody may know, from the public tier alone. Imports `quotas`,
//! `bundle`, `panel`, `invite`, `verify` and its siblings.
//!
//! Whoever writes the account may hold the sealed tier as well; it is put aside before anything is read, so that no name
//! and no id can come onto the page.

use super::frozen::{chain, unfinished};
use super::refusal::Refusal;
use crate::base::fault::Faults;
use crate::base::text::fold;
use crate::bundle::about::About;
use crate::bundle::acts::{self, ACTS, BallotTerms, Sort, TallyTerms};
use crate::bundle::conduct::{self, Drawn};
use crate::bundle::record::{DRAWS, Record, TRIALS};
use crate::bundle::registered::registered_themselves;
use crate::bundle::rosters::{ROSTERS, Row, Whole};
use crate::bundle::supplements::{self, CONTINUED};
use crate::bundle::{Folder, Public, confirmed_excluded, files, household, public};
use crate::invite::invited::Invited;
use crate::panel::roster::{Event, Roster, Status};
use crate::quotas::population::Population;
use crate::seed::charter::Charter;
use crate::verify::{Known, Outcome, Report, verify};
use std::collections::{BTreeMap, BTreeSet};

/// One value of a feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name.
    pub name: String,
    /// At least so many on the panel.
    pub min: u32,
    /// At most.
    pub max: u32,
    /// Its share of the population in millionths, where figures were given that have it.
    pub population: Option<u32>,
    /// People of the pool.
    pub pool: u64,
    /// People of the whole panel as it was drawn; `None` if nothing was.
    pub panel: Option<u64>,
    /// Of the whole panel after what is published to have happened.
    pub now: Option<u64>,
}

/// One feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its name.
    pub name: String,
    /// Its values.
    pub values: Vec<Value>,
}

/// What happened after the draw that counts, as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The number of the list.
    pub list: u32,
    /// SHA-256 of its manifest, 64 hexadecimal digits.
    pub digest: String,
    /// How many events.
    pub events: usize,
    /// The last day.
    pub day: Option<String>,
    /// How many of those who were drawn, of the reserves, and of those with a seat from before, stand how.
    pub status: Vec<(Status, [u64; 3])>,
    /// Calls of reserves.
    pub calls: usize,
    /// Reasons of calls out of turn, each with its day.
    pub odd: Vec<(String, String)>,
    /// Corrections, each with its day and reason.
    pub corrected: Vec<(String, String)>,
}

/// The letters that the people of the pool answered, as the charter names them.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The line of the invitation lottery.
    pub line: String,
    /// Side streams by which others came.
    pub streams: Vec<String>,
    /// What its record says, where that was given: letters, and people who could get one.
    pub letters: Option<(u64, u64)>,
}

/// The account.
#[derive(Clone, Debug)]
pub struct Account {
    /// The line that was published.
    pub line: String,
    /// The facts of the lottery.
    pub about: About,
    /// Seats of the whole panel, those filled before included.
    pub seats: u32,
    /// What the charter declares for the program.
    pub charter: Charter,
    /// Whether a charter is frozen with the lottery.
    pub chartered: bool,
    /// What the charter says for people, key and text, in its order; or one text without a key.
    pub mandate: Vec<(Option<String>, Vec<String>)>,
    /// What the charter says in words of where chance comes from, if it does.
    pub described: Option<String>,
    /// The frame of people who registered themselves, where the charter says that they did.
    pub registered: Option<String>,
    /// Ballots that were frozen and never counted, each with its act and day.
    pub uncounted: Vec<(String, u32, String)>,
    /// Quotas beside population, pool and panel.
    pub features: Vec<Feature>,
    /// Where the figures of the population come from.
    pub sources: Vec<String>,
    /// For each number of tickets that somebody holds, how many do; ascending.
    pub chances: Vec<(u64, u64)>,
    /// People left out before the lottery, by ground.
    pub grounds: Vec<(String, u64)>,
    /// The draws, first to last; the last one counts.
    pub draws: Vec<Record>,
    /// How many trials were made. They decide nothing.
    pub trials: usize,
    /// Reserves of the draw that counts.
    pub reserves: usize,
    /// What happened after it.
    pub after: Option<After>,
    /// How people were asked, where the charter says so.
    pub asked: Option<Asked>,
    /// The line of a supplement, if there is one.
    pub supplement: Option<String>,
    /// The line of the lottery that this one goes on from, if it is a supplement.
    pub continues: Option<String>,
    /// Every claim of the public tier.
    pub report: Report,
}

impl Account {
    /// Of the record in this folder, beside these figures of the population.
    ///
    /// # Errors
    /// A claim that fails, a file that cannot be read, or figures with values that the quotas do not have.
    pub fn of(folder: &Folder, population: Option<&Population>) -> Result<Self, Refusal> {
        let folder: Folder = folder
            .iter()
            .filter(|(path, _)| path.starts_with(files::PUBLIC))
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect();
        let read = Public::read(&folder).map_err(|unreadable| Refusal::public(unreadable.file))?;
        let report = verify(&folder, &Known::default());
        let fails = |outcome: &Outcome| matches!(outcome, Outcome::Fail(_));
        if let Some(claim) = report.claims.iter().find(|c| fails(&c.outcome) && !unfinished(c)) {
            return Err(Refusal::Unsound { claim: Box::new(claim.clone()) });
        }
        let whole = Whole::read(&read, &folder).map_err(Refusal::public)?;
        let mut faults = Faults::new();
        population.into_iter().for_each(|population| population.beside(&whole.quotas, &mut faults));
        if faults.stop() {
            return Err(Refusal::Faults(faults));
        }
        let draws = chain(&DRAWS, &folder)?;
        let last = draws.last().map(|made| Drawn {
            record: made.facts.clone(),
            seats: conduct::seats(&read, made.facts.own.ticket).unwrap_or_default(),
            reserves: conduct::recorded(&read, &made.facts, &folder),
        });
        let order = last.as_ref().and_then(|drawn| drawn.reserves.as_ref());
        let order = order.map_or(&[][..], |reserves| &reserves.order);
        let mut ended = None;
        let mut after = None;
        if let Some(drawn) = &last {
            let mut roster = whole.roster(&drawn.seats, order);
            after = happened(&read, &folder, &whole, drawn, order, &mut roster)?;
            ended = after.is_some().then_some(roster);
        }
        let features = features(&read, &whole, last.as_ref(), ended.as_ref(), population);
        let laps = read.laps().ok_or_else(|| Refusal::public(files::LOTTERY))?;
        let mut chances: BTreeMap<u64, u64> = BTreeMap::new();
        for profile in 0..read.profiles.len() as u32 {
            laps.held(profile).into_iter().for_each(|held| *chances.entry(held).or_default() += 1);
        }
        let mut grounds: BTreeMap<String, u64> = BTreeMap::new();
        if let Ok(bytes) = public::file(&folder, files::EXCLUDED) {
            let out =
                confirmed_excluded::read_excluded(bytes).map_err(|_| Refusal::public(files::EXCLUDED))?;
            out.into_iter().for_each(|(_, ground)| *grounds.entry(ground).or_default() += 1);
        }
        let sources = population.into_iter().flat_map(|population| &population.features);
        let mut sources: Vec<String> = sources.flat_map(|feature| feature.about.clone()).collect();
        sources.dedup();
        Ok(Self {
            line: read.commitment.to_string(),
            seats: whole.rules.seats(),
            mandate: mandate(&folder),
            chartered: [files::CHARTER_TEXT, files::CHARTER_TOML]
                .iter()
                .any(|file| public::file(&folder, file).is_ok()),
            described: described(&folder),
            registered: registered_themselves(&folder),
            uncounted: uncounted(&folder)?,
            features,
            sources,
            chances: chances.into_iter().collect(),
            grounds: grounds.into_iter().collect(),
            reserves: order.len(),
            draws: draws.iter().map(|made| made.facts.clone()).collect(),
            trials: chain(&TRIALS, &folder)?.len(),
            after,
            asked: asked(&folder),
            supplement: chain(&CONTINUED, &folder)?.last().map(|made| made.facts.line()),
            continues: read.about.continues.as_ref().map(|it| supplements::line(&it.commitment)),
            about: read.about,
            charter: read.charter,
            report,
        })
    }

    /// The draw that counts.
    pub fn draw(&self) -> Option<&Record> {
        self.draws.last()
    }

    /// People in the pool.
    pub fn people(&self) -> u64 {
        self.about.people
    }
}

/// How people were asked, by the charter.
fn asked(folder: &Folder) -> Option<Asked> {
    let Invited { line, streams } = Invited::read(public::file(folder, files::CHARTER_TOML).ok()?)?;
    Some(Asked { line: line.trim().to_owned(), streams, letters: None })
}

/// Ballots that were frozen and never counted, in the order of their acts.
fn uncounted(folder: &Folder) -> Result<Vec<(String, u32, String)>, Refusal> {
    let links = chain(&ACTS, folder)?;
    let standing = acts::standing(&links);
    let of = |sort: Sort| standing.values().filter(move |link| link.facts.kind == sort);
    let tallies = of(Sort::Tally).filter_map(|link| acts::terms::<TallyTerms>(folder, link.number));
    let counted: BTreeSet<u32> = tallies.map(|terms| terms.ballot).collect();
    let open = of(Sort::Ballot).filter(|link| !counted.contains(&link.number));
    let name = |number| acts::terms::<BallotTerms>(folder, number).map(|terms| terms.rule.name);
    Ok(open.filter_map(|l| Some((name(l.number)?, l.number, l.facts.date.clone()))).collect())
}

/// What the charter says for people. Its settings for the program are told in words elsewhere.
pub(super) fn mandate(folder: &Folder) -> Vec<(Option<String>, Vec<String>)> {
    let text = |file| {
        let bytes = public::file(folder, file).ok()?;
        Some(String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned())
    };
    if let Some(text) = text(files::CHARTER_TEXT) {
        let parts = text.replace("\r\n", "\n");
        return vec![(None, parts.split("\n\n").map(|part| part.trim().to_owned()).collect())];
    }
    let table = text(files::CHARTER_TOML).and_then(|text| text.parse::<toml::Table>().ok());
    let mut told: Vec<(usize, String, Vec<String>)> = Vec::new();
    let source = text(files::CHARTER_TOML).unwrap_or_default();
    for (key, value) in table.into_iter().flatten() {
        let lines: Vec<String> = match value {
            toml::Value::String(text) => vec![text],
            toml::Value::Array(list) if list.iter().all(|one| one.as_str().is_some()) => {
                list.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
            }
            toml::Value::Integer(number) => vec![number.to_string()],
            _ => continue,
        };
        let starts = |line: &str| line.trim_start().trim_matches('"').starts_with(key.as_str());
        let at = source.lines().position(starts).unwrap_or(usize::MAX);
        told.push((at, key, lines));
    }
    // As they stand in the charter.
    told.sort();
    told.into_iter().map(|(_, key, lines)| (Some(key), lines)).collect()
}

/// The description of the source of the seed.
pub(super) fn described(folder: &Folder) -> Option<String> {
    let bytes = public::file(folder, files::CHARTER_TOML).ok()?;
    let table = String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').parse::<toml::Table>().ok()?;
    Some(table.get("seed")?.get("description")?.as_str()?.to_owned())
}

fn features(
    read: &Public,
    whole: &Whole,
    last: Option<&Drawn>,
    ended: Option<&Roster<'_>>,
    population: Option<&Population>,
) -> Vec<Feature> {
    let shown = household::without(&whole.quotas, read.about.household.as_ref());
    let profiles = read.profiles.len() as u32;
    let earlier = profiles..profiles + whole.earlier.len() as u32;
    let mut features = Vec::new();
    let mut row = 0;
    for feature in &whole.quotas.features {
        let first = row;
        row += feature.values.len();
        if !shown.features.iter().any(|other| other.name == feature.name) {
            continue;
        }
        let figures = population.and_then(|population| population.of(&feature.name));
        let share = |name: &str| {
            let figures = figures?;
            let units: Vec<u128> =
                figures.values.iter().filter(|v| fold(&v.name) == fold(name)).map(|v| v.units).collect();
            let total = figures.total().max(1);
            // Below 10^22 times 10^6: within 128 bits.
            (!units.is_empty()).then(|| (units.iter().sum::<u128>() * 1_000_000 / total) as u32)
        };
        let value = |(at, value): (usize, &crate::quotas::Value)| {
            let counts = |t: u32| whole.rules.counts(first + at, t);
            let seated = earlier.clone().filter(|&t| counts(t)).count() as u64;
            Value {
                name: value.name.clone(),
                min: value.min,
                max: value.max,
                population: share(&value.name),
                pool: (0..)
                    .zip(&read.profiles)
                    .filter(|(t, _)| counts(*t))
                    .map(|(_, p)| u64::from(p.people))
                    .sum(),
                panel: last
                    .map(|drawn| seated + drawn.seats.iter().filter(|seat| counts(seat.0)).count() as u64),
                now: ended.map(|roster| {
                    let people = roster.status().iter().enumerate();
                    people.filter(|&(i, s)| s.is_in() && counts(roster.profile(i))).count() as u64
                }),
            }
        };
        let values = feature.values.iter().enumerate().map(value).collect();
        features.push(Feature { name: feature.name.clone(), values });
    }
    features
}

/// Replays the last published list of the draw that counts.
fn happened(
    read: &Public,
    folder: &Folder,
    whole: &Whole,
    drawn: &Drawn,
    order: &[(u32, u32)],
    roster: &mut Roster<'_>,
) -> Result<Option<After>, Refusal> {
    let lists = chain(&ROSTERS, folder)?;
    let Some(last) = lists.last().filter(|last| last.facts.draw == drawn.record.draw) else {
        return Ok(None);
    };
    let path = ROSTERS.path(last.number, files::EVENTS);
    let damaged = || Refusal::Damaged { file: path.clone() };
    let bytes = folder.get(&path).ok_or_else(damaged)?;
    let rows: Vec<Row> = whole.events(read.coded.as_ref(), bytes).map_err(|_| damaged())?;
    let people = whole.people(&drawn.seats, order);
    let (mut odd, mut corrected) = (Vec::new(), Vec::new());
    for row in &rows {
        let person = people.iter().position(|&other| other == row.person).ok_or_else(damaged)?;
        let calls = roster.calls().len();
        // The list was checked before: whatever is in it can stand.
        let _ = roster.apply(person, row.event, !row.reason.is_empty());
        let out_of_turn = roster.calls().get(calls).is_some_and(|call| call.due != Some(call.person));
        let told = (row.date.clone(), row.reason.clone());
        match row.event {
            Event::Corrected => corrected.push(told),
            _ if out_of_turn => odd.push(told),
            _ => {}
        }
    }
    let (members, earlier) = (roster.members(), roster.earlier());
    let count = |wanted: Status| {
        let mut counts = [0; 3];
        for (i, _) in roster.status().iter().enumerate().filter(|(_, status)| **status == wanted) {
            counts[usize::from(i >= members) + usize::from(i >= earlier)] += 1;
        }
        (wanted, counts)
    };
    Ok(Some(After {
        list: last.number,
        digest: last.digest.to_string(),
        events: rows.len(),
        day: rows.last().map(|row| row.date.clone()),
        status: Status::ALL.into_iter().map(count).filter(|(_, counts)| *counts != [0; 3]).collect(),
        calls: roster.calls().len(),
        odd,
        corrected,
    }))
}
