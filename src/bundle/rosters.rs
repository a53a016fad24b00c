//! Lists of events in the record: `rosters/N/events.csv` and `roster.json`. Imports `quotas`, `draw`, `panel`
//! and its siblings.
//!
//! Each later list goes on where the one before ended, and names it by its digest, so that an event that was
//! published cannot be left out later without being noticed by whoever has seen the list.

use super::chain::{Form, Kind, Shape, Stamp};
use super::form::{self, Bad, number};
use super::household::{self, Household};
use super::people::{self, Coded, Profile};
use super::reserves::Frame;
use super::{Folder, Public, confirmed_excluded, files, public, tables};
use crate::base::line::is_line;
use crate::draw::code::Code;
use crate::panel::balance::Rules;
use crate::panel::events::{Entry, is_published_date};
use crate::panel::roster::{Event, Roster};
use crate::quotas::Quotas;
use serde::{Deserialize, Serialize};

/// The published lists of events of a lottery.
pub static ROSTERS: Kind<Facts> = Kind::new(Shape {
    name: "list of events",
    folder: files::ROSTERS,
    facts: files::ROSTER,
    lists: &[files::EVENTS],
    linked: true,
});

/// Facts of one published list of events.
///
/// Whoever can change this file can make another list look published; the digest that the next list, or
/// anybody who saw this one, has of it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The commitment of the lottery, 64 hexadecimal digits.
    pub commitment: String,
    /// Number of the draw that the events follow.
    pub draw: u32,
    /// How many events.
    pub events: u64,
    /// SHA-256 of the manifest of the list before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// SHA-256 of the manifest of the draw.
    pub record: String,
    /// Number of the list, from 1.
    pub roster: u32,
    /// Version of the rules.
    pub rules: u32,
}

impl Form for Facts {
    const NUMBER: &'static str = "roster";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, roster, previous, rules, .. } = self;
        Stamp { commitment, number: *roster, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, _: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        vec![files::EVENTS]
    }
}

/// One event as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// As `2026-03-01`.
    pub date: String,
    /// Profile and place.
    pub person: (u32, u32),
    /// What.
    pub event: Event,
    /// Why, of corrections and of calls out of turn; else empty.
    pub reason: String,
}

/// The whole panel: its quotas, and besides the people of the lottery those who had a seat before it.
///
/// Somebody who had a seat may have values that nobody in the pool has, so each counts as a profile of their
/// own, after those of the pool. Where nobody had a seat this is the lottery itself.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The quotas of the whole panel, with the household rule's feature.
    pub quotas: Quotas,
    /// By what a balance counts.
    pub rules: Rules,
    /// The codes of those who had a seat, ascending.
    pub earlier: Vec<Code>,
    /// Profiles of the pool.
    profiles: u32,
}

/// Those who had a seat before a lottery, with their values, and the quotas and seats of the whole panel.
#[derive(Clone, Debug)]
pub struct Seated {
    /// `asked.csv`.
    pub asked: Quotas,
    /// `confirmed.csv`.
    pub people: Vec<(Code, Vec<u32>)>,
    /// Seats of the whole panel.
    pub seats: u32,
}

impl Whole {
    /// Of a lottery whose quotas and profiles these are, and of those who had a seat.
    pub fn new(
        quotas: &Quotas,
        profiles: &[Profile],
        seats: u32,
        rule: Option<&Household>,
        seated: Option<Seated>,
    ) -> Self {
        let (mut whole, mut all) = (quotas.clone(), profiles.to_vec());
        let (mut seats, mut earlier) = (seats, Vec::new());
        if let Some(before) = seated {
            seats = before.seats;
            whole = before.asked;
            let own = rule.and_then(|rule| quotas.features.iter().position(|f| f.name == rule.feature));
            if let (Some(rule), Some(at)) = (rule, own) {
                let mut homes = quotas.features[at].clone();
                for value in &mut homes.values {
                    value.max = if value.name == household::ALONE { seats } else { rule.per };
                }
                whole.features.insert(at.min(whole.features.len()), homes);
            }
            for (code, values) in before.people {
                earlier.push(code);
                all.push(Profile { values, people: 1, tickets: 0 });
            }
        }
        let problem = people::problem(&whole, &all, seats);
        let household = rule.map(|rule| rule.feature.as_str());
        let rules = Frame { quotas: &whole, profiles: &all, problem: &problem, household }.rules();
        Self { rules, quotas: whole, earlier, profiles: profiles.len() as u32 }
    }

    /// Of the lottery in `folder`.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub fn read(public: &Public, folder: &Folder) -> Result<Self, &'static str> {
        let about = &public.about;
        let get = |file| public::file(folder, file).map_err(|_| file);
        let seated = match about.confirmed {
            None => None,
            Some(stated) => {
                let asked = tables::read_quotas(get(files::ASKED)?).map_err(|_| files::ASKED)?;
                let drawn = household::without(&public.quotas, about.household.as_ref());
                if !shape(&asked).eq(shape(&drawn)) {
                    return Err(files::ASKED);
                }
                let people = confirmed_excluded::read_confirmed(&public.quotas, get(files::CONFIRMED)?);
                let people = people.map_err(|_| files::CONFIRMED)?;
                Some(Seated { asked, people, seats: stated.seats })
            }
        };
        Ok(Self::new(&public.quotas, &public.profiles, about.seats, about.household.as_ref(), seated))
    }

    /// The people of a roster, in its order: members of the panel and then reserves, by profile and place; then
    /// those who had a seat, whose profile is the number of profiles, by their place in `confirmed.csv`.
    pub fn people(&self, seats: &[(u32, u32)], reserves: &[(u32, u32)]) -> Vec<(u32, u32)> {
        let earlier = (0..).zip(&self.earlier).map(|(place, _)| (self.profiles, place));
        seats.iter().chain(reserves).copied().chain(earlier).collect()
    }

    /// The roster right after the draw.
    pub fn roster(&self, seats: &[(u32, u32)], reserves: &[(u32, u32)]) -> Roster<'_> {
        let profiles = |people: &[(u32, u32)]| people.iter().map(|p| p.0).collect::<Vec<u32>>();
        let earlier: Vec<u32> = (self.profiles..).zip(&self.earlier).map(|(profile, _)| profile).collect();
        Roster::new(&self.rules, &profiles(seats), &profiles(reserves), &earlier)
    }

    /// Of each of these people (profile and place) their place in the order of codes, by which the events of one day
    /// are sorted; without codes, in the order of profile and place.
    pub fn ranks(&self, coded: Option<&Coded>, people: &[(u32, u32)]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..people.len()).collect();
        match coded.map(|coded| self.codes(coded, people)) {
            Some(codes) => order.sort_unstable_by_key(|&i| codes[i]),
            None => order.sort_unstable_by_key(|&i| people[i]),
        }
        let mut ranks = vec![0; people.len()];
        (0..).zip(order).for_each(|(rank, i)| ranks[i] = rank);
        ranks
    }

    /// Profile and place of somebody with this code.
    fn standing(&self, coded: &Coded, code: Code) -> Option<(u32, u32)> {
        let earlier = || self.earlier.binary_search(&code).ok().map(|at| (self.profiles, at as u32));
        coded.standing(code).or_else(earlier)
    }

    /// The codes of these people.
    pub fn codes(&self, coded: &Coded, people: &[(u32, u32)]) -> Vec<Code> {
        let members = coded.members(self.profiles as usize);
        let code = |&(t, place): &(u32, u32)| match members.get(t as usize) {
            Some(members) => coded.people[members[place as usize] as usize].0,
            None => self.earlier[place as usize],
        };
        people.iter().map(code).collect()
    }

    /// Writes `events.csv`: people under their codes, or by profile and place where there are none.
    pub fn table(&self, coded: Option<&Coded>, rows: &[Row]) -> Vec<u8> {
        let people: Vec<(u32, u32)> = rows.iter().map(|row| row.person).collect();
        let codes = coded.map(|coded| self.codes(coded, &people));
        let header: &[&str] = if coded.is_some() { &CODED } else { &PLACED };
        let row = |(i, row): (usize, &Row)| {
            let (t, place) = row.person;
            let mut cells = vec![row.date.clone()];
            match &codes {
                Some(codes) => cells.push(codes[i].to_string()),
                None => cells.extend([t.to_string(), place.to_string()]),
            }
            cells.extend([row.event.word().to_owned(), row.reason.clone()]);
            cells
        };
        let header = header.iter().map(|&h| h.to_owned()).collect();
        form::table(std::iter::once(header).chain(rows.iter().enumerate().map(row)))
    }

    /// Reads `events.csv`. Whether the people were drawn, and the events can stand, is not looked at here.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn events(&self, coded: Option<&Coded>, bytes: &[u8]) -> Result<Vec<Row>, Bad> {
        let header: &[&str] = if coded.is_some() { &CODED } else { &PLACED };
        let mut rows = Vec::new();
        for (at, row) in form::rows(bytes, header)?.iter().enumerate() {
            let person = match coded {
                Some(coded) => {
                    let code = Code::parse(&row[1]).ok().filter(|code| code.to_string() == row[1]);
                    code.and_then(|code| self.standing(coded, code))
                }
                None => number(&row[1]).zip(number(&row[2])),
            };
            let rest = header.len() - 2;
            let event = Event::ALL.into_iter().find(|event| event.word() == &row[rest]);
            let (date, reason) = (&row[0], &row[rest + 1]);
            let sound = is_published_date(date) && (reason.is_empty() || is_line(reason));
            let read = person.zip(event).filter(|_| sound);
            let (person, event) = read.ok_or(Bad::Row(at + 2))?;
            rows.push(Row { date: date.to_owned(), person, event, reason: reason.to_owned() });
        }
        Ok(rows)
    }
}

/// The names of features and values.
fn shape(quotas: &Quotas) -> impl Iterator<Item = (&str, &str)> {
    let lines = (0..quotas.lines()).filter_map(|row| quotas.line(row));
    lines.map(|(feature, value)| (feature.name.as_str(), value.name.as_str()))
}

/// Where in `new` a list does not go on from the published `old`: all its events must be there, and besides them only
/// events of its last day or later.
pub fn break_after(old: &[Row], new: &[Row]) -> Option<usize> {
    let last = old.last()?.date.as_str();
    let closed = old.iter().position(|row| row.date == last).unwrap_or_default();
    if let Some(at) = (0..closed).find(|&i| old.get(i) != new.get(i)) {
        return Some(at);
    }
    if new.get(closed).is_some_and(|row| row.date.as_str() < last) {
        return Some(closed);
    }
    // The order of one day follows from its events, so whatever came in later may have its place among them.
    let mut missing: Vec<&Row> = old[closed..].iter().collect();
    let mut first = None;
    for (at, row) in new.iter().enumerate().skip(closed).take_while(|(_, row)| row.date == last) {
        match missing.iter().position(|old| *old == row) {
            Some(found) => drop(missing.remove(found)),
            None => first = first.or(Some(at)),
        }
    }
    (!missing.is_empty()).then(|| first.unwrap_or(closed))
}

/// What of the clerk's events becomes public: everything but reasons that nobody needs.
pub fn public(entries: &[Entry], people: &[(u32, u32)], mut roster: Roster<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for entry in entries {
        let calls = roster.calls().len();
        // The events were replayed before, so whatever cannot stand is not among them.
        let _ = roster.apply(entry.person, entry.event, true);
        let odd = roster.calls().get(calls).is_some_and(|call| call.due != Some(call.person));
        let told = odd || entry.event == Event::Corrected;
        let (year, month, day) = entry.date;
        rows.push(Row {
            date: format!("{year:04}-{month:02}-{day:02}"),
            person: people[entry.person],
            event: entry.event,
            reason: if told { entry.reason.clone() } else { String::new() },
        });
    }
    rows
}

const CODED: [&str; 4] = ["date", "code", "event", "reason"];
const PLACED: [&str; 5] = ["date", "profile", "place", "event", "reason"];
