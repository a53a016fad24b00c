//! A seat plan as a file: one row per round and person. Imports its siblings, `base`, `register`.

use super::Plan;
use super::brief::lists::Sheet;
use super::brief::people::Found;
use super::brief::{Brief, RoundKind};
use super::compile::Compiled;
use super::wrong::What;
use crate::base::fault::Place;
use crate::base::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Headings of a seat plan.
pub const HEADINGS: [&str; 4] = ["round", "table", "code", "role"];

/// The rows of a seat plan: round from 1, table by name, code, role; by round, table, code.
pub fn rows(brief: &Brief, compiled: &Compiled, plan: &Plan) -> Vec<[String; 4]> {
    let mut rows = vec![];
    for round in 0..brief.rounds.len() {
        let Some(sitting) = compiled.rounds.iter().position(|group| group.contains(&round)) else { continue };
        for (table, people) in plan.tables(&compiled.problem, sitting).into_iter().enumerate() {
            for person in people {
                if brief.rounds[round].absent.binary_search(&person).is_ok() {
                    continue;
                }
                let person = &brief.people[usize::from(person)];
                rows.push([
                    (round + 1).to_string(),
                    brief.table_name(round, table),
                    person.id.clone(),
                    person.role.clone().unwrap_or_default(),
                ]);
            }
        }
    }
    rows
}

/// The file: UTF-8, `,` between cells, LF after rows.
pub fn write(brief: &Brief, compiled: &Compiled, plan: &Plan) -> Vec<u8> {
    let mut rows = rows(brief, compiled, plan);
    rows.insert(0, HEADINGS.map(str::to_owned));
    table(&rows)
}

/// A table as text.
pub fn table<R: AsRef<[S]>, S: AsRef<[u8]>>(rows: &[R]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row.as_ref()).expect("writing to memory does not fail");
    }
    writer.into_inner().expect("writing to memory does not fail")
}

/// Seats as somebody wrote them: for each round of the file, in numeric order, the table each person
/// of `ids` has there, tables numbered in the order of their names.
pub struct Seats {
    /// The names of the tables of each round.
    pub tables: Vec<Vec<String>>,
    /// For each round and person the table.
    pub seats: Vec<Vec<Option<u16>>>,
}

/// Reads any seat plan with the columns round, table and code: our own, made by hand, or of another
/// program.
pub fn read(name: &str, bytes: &[u8], ids: &[String], found: &mut Found) -> Option<Seats> {
    let sheet = Sheet::read(name, bytes, found)?;
    let round = sheet.needed(&["round", "ronde", "session", "sessie"], found);
    let table = sheet.needed(&["table", "tafel", "group", "groep"], found);
    let code = sheet.needed(&["code", "person", "id", "persoon"], found);
    let (round, table, code) = (round?, table?, code?);
    let mut rows: Vec<(usize, String, u16)> = vec![];
    let mut seen = BTreeSet::new();
    for row in sheet.0.rows() {
        // A round far off would ask for seats in all rounds before it.
        let rounds = 1..=super::brief::MOST_ROUNDS;
        let number = row.cell(round).trim().parse::<usize>().ok().filter(|number| rounds.contains(number));
        if number.is_none() {
            found.wrongs.push(What::NotNumber, sheet.place(row, round));
        }
        let id = row.cell(code).trim();
        let person = ids.binary_search_by(|known| known.as_str().cmp(id)).ok();
        if person.is_none() {
            found.wrongs.push(What::UnknownPerson, sheet.place(row, code));
        }
        let (Some(number), Some(person)) = (number, person) else { continue };
        if !seen.insert((number, person)) {
            found.wrongs.push(What::SeatTwice, sheet.place(row, code));
        }
        rows.push((number, row.cell(table).trim().to_owned(), person as u16));
    }
    let last = rows.iter().map(|(number, ..)| *number).max().unwrap_or(0);
    let mut seats = vec![vec![None; ids.len()]; last];
    let mut tables = vec![];
    for number in 1..=last {
        let here = || rows.iter().filter(|(round, ..)| *round == number);
        let mut names: Vec<String> = here().map(|(_, table, _)| table.clone()).collect();
        names.sort_by_key(|name| (name.parse::<u32>().unwrap_or(u32::MAX), name.clone()));
        names.dedup();
        for (_, table, person) in here() {
            let at = names.iter().position(|name| name == table);
            seats[number - 1][usize::from(*person)] = at.map(|table| table as u16);
        }
        tables.push(names);
    }
    Some(Seats { tables, seats })
}

/// Puts seats that were read into the sittings of a brief. Tables the brief does not have, rounds it
/// does not have, and people without a seat are told.
pub fn fit(brief: &Brief, compiled: &Compiled, read: &Seats, name: &str, found: &mut Found) -> Plan {
    let place = || Place::file(name);
    let mut plan = Plan { seats: vec![vec![None; brief.people.len()]; compiled.rounds.len()] };
    if read.seats.len() > brief.rounds.len() {
        found.wrongs.push(What::UnknownRound { rounds: brief.rounds.len() }, place().column("round"));
    }
    for (sitting, group) in compiled.rounds.iter().enumerate() {
        for &round in group {
            let names: BTreeMap<String, u16> = (0..brief.rounds[round].tables.len())
                .map(|table| (fold(&brief.table_name(round, table)), table as u16))
                .collect();
            let (Some(tables), Some(seats)) = (read.tables.get(round), read.seats.get(round)) else {
                found.wrongs.push(What::NoSeat, place().column("round"));
                continue;
            };
            for (person, seat) in seats.iter().enumerate() {
                let Some(seat) = seat else { continue };
                let Some(&table) = names.get(&fold(&tables[usize::from(*seat)])) else {
                    let tables = names.keys().cloned().collect();
                    found.wrongs.push(What::UnknownTable { tables }, place().column("table"));
                    continue;
                };
                plan.seats[sitting][person] = Some(table);
            }
        }
    }
    plan
}

/// Whether a round has seats at all.
pub fn is_seated(brief: &Brief, round: usize) -> bool {
    brief.rounds[round].kind != RoundKind::Plenary
}
