//! Lists of events in the record: `rosters/N/events.csv` and `roster.json`. Imports `draw`, `panel` and its
//! siblings.
//!
//! Each later list goes on where the one before ended, and names it by its digest, so that an event that was
//! published cannot be left out later without being noticed by whoever has seen the list.

use super::form::{self, Bad, number};
use super::people::Coded;
use crate::draw::code::Code;
use crate::panel::balance::Rules;
use crate::panel::events::Entry;
use crate::panel::roster::{Event, Roster};
use serde::{Deserialize, Serialize};

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

/// The people of a roster, in its order: members of the panel and then reserves, by profile and place.
pub fn people(seats: &[(u32, u32)], reserves: &[(u32, u32)]) -> Vec<(u32, u32)> {
    seats.iter().chain(reserves).copied().collect()
}

/// The roster right after the draw.
pub fn roster<'a>(rules: &'a Rules, seats: &[(u32, u32)], reserves: &[(u32, u32)]) -> Roster<'a> {
    let profiles = |people: &[(u32, u32)]| people.iter().map(|p| p.0).collect::<Vec<u32>>();
    Roster::new(rules, &profiles(seats), &profiles(reserves))
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

/// Writes `events.csv`: people under their codes, or by profile and place where there are none.
pub fn table(coded: Option<&Coded>, profiles: usize, rows: &[Row]) -> Vec<u8> {
    let members = coded.map(|coded| coded.members(profiles));
    let header: &[&str] = if coded.is_some() { &CODED } else { &PLACED };
    let row = |row: &Row| {
        let (t, place) = row.person;
        let mut cells = vec![row.date.clone()];
        match (coded, &members) {
            (Some(coded), Some(members)) => {
                cells.push(coded.people[members[t as usize][place as usize] as usize].0.to_string());
            }
            _ => cells.extend([t.to_string(), place.to_string()]),
        }
        cells.extend([row.event.word().to_owned(), row.reason.clone()]);
        cells
    };
    let header = header.iter().map(|&h| h.to_owned()).collect();
    form::table(std::iter::once(header).chain(rows.iter().map(row)))
}

/// Reads `events.csv`. Whether the people were drawn, and the events can stand, is not looked at here.
///
/// # Errors
/// [`Bad`].
pub fn read(coded: Option<&Coded>, bytes: &[u8]) -> Result<Vec<Row>, Bad> {
    let header: &[&str] = if coded.is_some() { &CODED } else { &PLACED };
    let mut rows = Vec::new();
    for (at, row) in form::rows(bytes, header)?.iter().enumerate() {
        let person = match coded {
            Some(coded) => {
                let code = Code::parse(&row[1]).ok().filter(|code| code.to_string() == row[1]);
                code.and_then(|code| coded.standing(code))
            }
            None => number(&row[1]).zip(number(&row[2])),
        };
        let rest = header.len() - 2;
        let event = Event::ALL.into_iter().find(|event| event.word() == &row[rest]);
        let date = &row[0];
        let sound = date.len() == 10
            && date
                .bytes()
                .enumerate()
                .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        let read = person.zip(event).filter(|_| sound);
        let (person, event) = read.ok_or(Bad::Row(at + 2))?;
        rows.push(Row { date: date.to_owned(), person, event, reason: row[rest + 1].to_owned() });
    }
    Ok(rows)
}
