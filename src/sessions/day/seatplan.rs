//! A seat plan as a file: one row per round and person. Imports its siblings, `base`, `register`.

use crate::base::fault::Place;
use crate::base::text::{fold, nearest, tidy};
use crate::sessions::Plan;
use crate::sessions::brief::lists::Sheet;
use crate::sessions::brief::people::{Found, unknown};
use crate::sessions::model::brief::{Brief, RoundKind};
use crate::sessions::solve::compile::{Compiled, compile};
use crate::sessions::wrong::{What, Wrong};
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
    /// For each round and person the row of the file that says so; 0 where none does.
    rows: Vec<Vec<usize>>,
    /// The headings of the columns with the round and the table.
    headings: [String; 2],
    /// Who hosts a table, where the file says so: round from 0, table, whether they take notes, name, place.
    hosts: Vec<(usize, String, bool, String, Place)>,
}

impl Seats {
    /// The names of all tables, in the order of numbers and then of names, spellings that differ in
    /// capitals or spaces as one.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.tables.iter().flatten().cloned().collect();
        in_order(&mut names);
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(fold(name)));
        names
    }
}

/// Tables 1 to 12 in the order of numbers, names in byte order.
fn in_order(names: &mut [String]) {
    names.sort_by_key(|name| (name.parse::<u32>().unwrap_or(u32::MAX), name.clone()));
}

/// Reads any seat plan with the columns round, table and code: our own, made by hand, or of another
/// program.
pub fn read(name: &str, bytes: &[u8], ids: &[String], found: &mut Found) -> Option<Seats> {
    let sheet = Sheet::read(name, bytes, found)?;
    let round = sheet.needed(&["round", "ronde", "session", "sessie"], found);
    let table = sheet.needed(&["table", "tafel", "group", "groep"], found);
    let code = sheet.needed(&["code", "person", "id", "persoon", "nummer"], found);
    let (round, table, code) = (round?, table?, code?);
    let tasks = [
        sheet.optional(&["facilitator", "moderator", "host", "begeleider", "gespreksleider"], found),
        sheet.optional(&["notetaker", "notulist", "verslaglegger"], found),
    ];
    // A plan made by hand has names and more beside the seats.
    sheet.nearly(found);
    let mut hosts = vec![];
    let mut rows: Vec<(usize, String, u16, usize)> = vec![];
    let mut seen = BTreeSet::new();
    for row in sheet.table.rows() {
        // A round far off would ask for seats in all rounds before it.
        let rounds = 1..=crate::sessions::model::brief::MOST_ROUNDS;
        let number = row.cell(round).trim().parse::<usize>().ok().filter(|number| rounds.contains(number));
        if number.is_none() {
            let what = What::NotRound { most: crate::sessions::model::brief::MOST_ROUNDS };
            found.wrongs.push(what, sheet.place(row, round).cell(row.cell(round)));
        }
        let id = row.cell(code).trim();
        let person = ids.binary_search_by(|known| known.as_str().cmp(id)).ok();
        if person.is_none() {
            found.wrongs.push(unknown(ids, id), sheet.place(row, code));
        }
        let (Some(number), Some(person)) = (number, person) else { continue };
        if !seen.insert((number, person)) {
            found.wrongs.push(What::SeatTwice, sheet.place(row, code));
        }
        let at = tidy(row.cell(table));
        if at.is_empty() {
            found.wrongs.push(What::NoTable, sheet.place(row, table));
        }
        for (task, column) in tasks.iter().enumerate().filter_map(|(task, column)| Some((task, (*column)?))) {
            let who = tidy(row.cell(column));
            if !who.is_empty() {
                let place = sheet.place(row, column).cell(row.cell(column).trim());
                hosts.push((number - 1, at.clone(), task == 1, who, place));
            }
        }
        rows.push((number, at, person as u16, row.row));
    }
    let last = rows.iter().map(|(number, ..)| *number).max().unwrap_or(0);
    let mut seats = vec![vec![None; ids.len()]; last];
    let mut row_of = vec![vec![0; ids.len()]; last];
    let mut tables = vec![];
    for number in 1..=last {
        let here = || rows.iter().filter(|(round, ..)| *round == number);
        let mut names: Vec<String> = here().map(|(_, table, ..)| table.clone()).collect();
        in_order(&mut names);
        let mut known = BTreeSet::new();
        names.retain(|name| known.insert(fold(name)));
        for (_, table, person, row) in here() {
            let at = names.iter().position(|name| fold(name) == fold(table));
            seats[number - 1][usize::from(*person)] = at.map(|table| table as u16);
            row_of[number - 1][usize::from(*person)] = *row;
        }
        tables.push(names);
    }
    if last == 0 && !found.stop() {
        found.wrongs.push(What::NoSeats, Place::file(name));
    }
    let headings = [round, table].map(|column| sheet.table.headings[column].clone());
    Some(Seats { tables, seats, rows: row_of, headings, hosts })
}

/// Puts seats that were read into the sittings of a brief. Tables and rounds the brief does not have,
/// seats in a plenary, groups of a workshop that do not stay together, and rounds without any seat are
/// told.
pub fn fit(brief: &Brief, compiled: &Compiled, read: &Seats, name: &str, found: &mut Found) -> Plan {
    let place = |round: usize, person: usize, heading: usize| {
        Place::file(name).row(read.rows[round][person]).column(&read.headings[heading])
    };
    let mut plan = Plan { seats: vec![vec![None; brief.people.len()]; compiled.rounds.len()] };
    for (round, seats) in read.seats.iter().enumerate() {
        let what = match brief.rounds.get(round) {
            None => What::UnknownRound { rounds: brief.rounds.len() },
            Some(it) if it.kind == RoundKind::Plenary => What::SeatInPlenary,
            Some(_) => continue,
        };
        for (person, _) in seats.iter().enumerate().filter(|(_, seat)| seat.is_some()) {
            found.wrongs.push(what.clone(), place(round, person, 0));
        }
    }
    for (sitting, group) in compiled.rounds.iter().enumerate() {
        for &round in group {
            let spelled: Vec<String> =
                (0..brief.rounds[round].tables.len()).map(|table| brief.table_name(round, table)).collect();
            // A group of a workshop may also be called by its topic.
            let topics =
                (0..spelled.len()).filter_map(|table| Some((fold(brief.topic(round, table)?), table as u16)));
            let named = spelled.iter().enumerate().map(|(table, name)| (fold(name), table as u16));
            let names: BTreeMap<String, u16> = topics.chain(named).collect();
            let (Some(tables), Some(seats)) = (read.tables.get(round), read.seats.get(round)) else {
                found.wrongs.push(What::NoSeat { round: round + 1 }, Place::file(name));
                continue;
            };
            for (person, seat) in seats.iter().enumerate() {
                let Some(seat) = seat else { continue };
                let Some(&table) = names.get(&fold(&tables[usize::from(*seat)])) else {
                    let cell = &tables[usize::from(*seat)];
                    let what = What::UnknownTable { tables: spelled.clone() };
                    found.wrongs.push(what, place(round, person, 1).cell(cell));
                    continue;
                };
                let before = plan.seats[sitting][person].replace(table);
                if before.is_some_and(|before| before != table) {
                    found.wrongs.push(What::GroupChanges, place(round, person, 1));
                }
            }
        }
        // Rounds of one workshop have their seats together: who lacks one of them counts as forgotten.
        for &round in group.iter().filter(|_| group.len() > 1) {
            for (person, seat) in read.seats.get(round).into_iter().flatten().enumerate() {
                let here = brief.rounds[round].absent.binary_search(&(person as u16)).is_err();
                match seat {
                    None if here => plan.seats[sitting][person] = None,
                    Some(_) if !here => {
                        found.wrongs.push(What::SeatWhileAbsent, place(round, person, 0));
                    }
                    _ => {}
                }
            }
        }
    }
    plan
}

/// [`fit`], for a plan of others: where groups of a workshop do not stay together, each of its rounds is judged by
/// itself. Whether they all do; who changes groups is told.
pub fn fit_any(brief: &mut Brief, read: &Seats, name: &str, found: &mut Found) -> (Plan, bool) {
    let mut first = Found::default();
    let compiled = compile(brief);
    let plan = fit(brief, &compiled, read, name, &mut first);
    let moved = |wrong: &Wrong| wrong.what == What::GroupChanges;
    if !first.wrongs.0.iter().any(moved) {
        first.wrongs.0.into_iter().for_each(|wrong| found.wrongs.push(wrong.what, wrong.place));
        return (plan, true);
    }
    for wrong in first.wrongs.0.into_iter().filter(moved) {
        found.wrongs.push(wrong.what, wrong.place);
    }
    compiled.rounds.iter().flat_map(|group| &group[1..]).for_each(|&round| brief.part(round));
    (fit(brief, &compile(brief), read, name, found), false)
}

/// Settles who hosts which table of a plan that was made by hand: as its own columns say, or else, where
/// rules ask for somebody of the staff, with a placing that keeps them all if there is one.
pub fn host(brief: &mut Brief, plan: &Plan, read: &Seats, found: &mut Found) {
    if brief.staff.is_empty() {
        return;
    }
    let compiled = compile(brief);
    for (round, name, notes, who, place) in &read.hosts {
        let Some(it) = brief.rounds.get(*round) else { continue };
        let (count, kind) = (it.tables.len(), it.kind);
        let named = |table: &usize| {
            let topic = brief.topic(*round, *table).filter(|_| kind != RoundKind::Dialogue);
            fold(&brief.table_name(*round, *table)) == fold(name)
                || topic.is_some_and(|t| fold(t) == fold(name))
        };
        let Some(table) = (0..count).find(named) else { continue };
        let known = |staff: &crate::sessions::model::brief::Staff| {
            staff.notes == *notes && fold(&staff.name) == fold(who)
        };
        let Some(staff) = brief.staff.iter().position(known) else {
            let near = nearest(who, brief.staff.iter().map(|staff| staff.name.as_str())).map(str::to_owned);
            found.wrongs.push(What::UnknownName { kind: "staff", name: who.clone(), near }, place.clone());
            continue;
        };
        let hosts = &mut brief.rounds[*round].hosts;
        let list = if *notes { &mut hosts.notes } else { &mut hosts.facilitators };
        list.resize(count, None);
        // Two people at one table, or somebody at two.
        let elsewhere = list.iter().enumerate().any(|(at, there)| at != table && *there == Some(staff));
        if elsewhere || list[table].is_some_and(|there| there != staff) {
            found.wrongs.push(What::ListedTwice, place.clone());
        }
        list[table] = Some(staff);
    }
    for (sitting, group) in compiled.rounds.iter().enumerate() {
        let crew = &compiled.crews[sitting];
        if group.iter().any(|&round| !brief.rounds[round].hosts.is_unsaid()) {
            continue;
        }
        let usual = crew.slots(&compiled.hosts);
        if let Some(slots) = crew.for_seats(&compiled.demands[sitting], &plan.seats[sitting], Some(&usual)) {
            group.iter().for_each(|&round| brief.rounds[round].hosts = crew.hosts(&slots, round));
        }
    }
}

/// Whether a round has seats at all.
pub fn is_seated(brief: &Brief, round: usize) -> bool {
    brief.rounds[round].kind != RoundKind::Plenary
}
