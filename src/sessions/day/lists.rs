//! A plan as lists to hand out: cards, table lists, a wall list, and the page to print. Everything here
//! follows from the plan, so that a check can make it again and compare. Imports `base`, `register` and its siblings.

use super::seatplan::{self, is_seated};
use super::wording::Labels;
use crate::base::text::{natural, shown};
use crate::register::is_formula;
use crate::sessions::model::brief::Brief;
use crate::sessions::solve::make::Made;

/// One person's seat in one round.
pub struct Seat {
    /// The round, from 0.
    pub round: usize,
    /// The table, from 0.
    pub table: usize,
    /// The person.
    pub person: usize,
}

/// All seats by round, table and code.
pub fn seats(brief: &Brief, made: &Made) -> Vec<Seat> {
    let mut seats = vec![];
    for round in 0..brief.rounds.len() {
        let Some(sitting) = made.compiled.rounds.iter().position(|group| group.contains(&round)) else {
            continue;
        };
        for (table, people) in made.plan.tables(&made.compiled.problem, sitting).into_iter().enumerate() {
            for person in people {
                if brief.rounds[round].absent.binary_search(&person).is_err() {
                    seats.push(Seat { round, table, person: usize::from(person) });
                }
            }
        }
    }
    seats
}

/// Who hosts a table: facilitator and note-taker, blank when there is none.
pub fn hosts(brief: &Brief, made: &Made, round: usize, table: usize) -> [String; 2] {
    let hosts = &made.compiled.hosts[round];
    [&hosts.facilitators, &hosts.notes].map(|list| {
        let staff = list.get(table).copied().flatten();
        staff.map(|staff| brief.staff[staff].name.clone()).unwrap_or_default()
    })
}

/// What a table's list says besides people: where it stands and its topic.
pub fn about_table(brief: &Brief, round: usize, table: usize) -> [String; 2] {
    let place = brief.room(round, table).and_then(|room| room.place.clone());
    [place.unwrap_or_default(), brief.topic(round, table).unwrap_or_default().to_owned()]
}

/// A list to open in a spreadsheet: a cell that this would compute begins with an apostrophe, which shows
/// it as it is, and signs that nobody sees are made visible. The plan itself, `seatplan.csv`, keeps every sign.
fn table(rows: &[Vec<String>]) -> Vec<u8> {
    let guarded = |cell: &String| {
        let cell = shown(cell);
        if is_formula(&cell) { format!("'{cell}") } else { cell }
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(guarded).collect()).collect();
    seatplan::table(&rows)
}

/// Headings by their keys; in lists with names the name comes first.
fn headings(labels: Labels<'_>, keys: &[&str]) -> Vec<String> {
    let first = labels.names.map(|_| labels.word("h-person"));
    first.into_iter().chain(keys.iter().map(|key| labels.word(key))).collect()
}

/// What stands before a person's own cells in lists with names.
fn first(labels: Labels<'_>, code: &str) -> Vec<String> {
    labels.names.map(|_| labels.of(code)).into_iter().collect()
}

/// A row per person and round, by code or name: for badges and cards.
pub(super) fn cards(brief: &Brief, made: &Made, labels: Labels<'_>) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = vec![];
    let mut all = seats(brief, made);
    let order = |seat: &Seat| labels.names.map(|_| natural(&labels.of(&brief.people[seat.person].id)));
    all.sort_by_cached_key(|seat| (order(seat), seat.person, seat.round));
    for seat in all {
        let person = &brief.people[seat.person];
        let [place, topic] = about_table(brief, seat.round, seat.table);
        let mut row = first(labels, &person.id);
        row.extend([
            person.id.clone(),
            person.role.clone().unwrap_or_default(),
            (seat.round + 1).to_string(),
            brief.rounds[seat.round].name.clone().unwrap_or_default(),
            brief.table_name(seat.round, seat.table),
            place,
            topic,
        ]);
        rows.push(row);
    }
    let keys = ["h-code", "h-role", "h-round", "h-round-name", "h-table", "h-place", "h-topic"];
    rows.insert(0, headings(labels, &keys));
    table(&rows)
}

/// A row per table and person, with who hosts it.
pub(super) fn tables(brief: &Brief, made: &Made, labels: Labels<'_>) -> Vec<u8> {
    let mut rows: Vec<Vec<String>> = vec![];
    let mut all = seats(brief, made);
    let order = |seat: &Seat| labels.names.map(|_| natural(&labels.of(&brief.people[seat.person].id)));
    all.sort_by_cached_key(|seat| (seat.round, seat.table, order(seat), seat.person));
    for seat in all {
        let person = &brief.people[seat.person];
        let [place, topic] = about_table(brief, seat.round, seat.table);
        let [facilitator, notes] = hosts(brief, made, seat.round, seat.table);
        let mut row = first(labels, &person.id);
        row.extend([
            (seat.round + 1).to_string(),
            brief.table_name(seat.round, seat.table),
            place,
            topic,
            facilitator,
            notes,
            person.id.clone(),
            person.role.clone().unwrap_or_default(),
        ]);
        rows.push(row);
    }
    let keys = ["h-round", "h-table", "h-place", "h-topic", "h-facilitator", "h-notes", "h-code", "h-role"];
    rows.insert(0, headings(labels, &keys));
    table(&rows)
}

/// A row per person in the order of codes or names, with a table for every round: to find oneself on the wall.
pub(super) fn wall(brief: &Brief, made: &Made, labels: Labels<'_>) -> Vec<u8> {
    let rounds: Vec<usize> = (0..brief.rounds.len()).filter(|&round| is_seated(brief, round)).collect();
    let mut headings = vec![labels.word(if labels.names.is_some() { "h-person" } else { "h-code" })];
    let round = |round: &usize| labels.tongue.say("h-round-number", &[("number", &(round + 1).to_string())]);
    headings.extend(rounds.iter().map(round));
    let mut rows = vec![headings];
    let at = |round: usize, table: usize| {
        let name = brief.table_name(round, table);
        match brief.room(round, table).and_then(|room| room.place.as_ref()) {
            Some(place) => format!("{name}, {place}"),
            None => name,
        }
    };
    rows.extend(at_tables(brief, made, &rounds, labels, &at));
    table(&rows)
}

/// For each person what they are called and, as `at` calls it, the table in each of these rounds; blank when absent.
pub fn at_tables(
    brief: &Brief,
    made: &Made,
    rounds: &[usize],
    labels: Labels<'_>,
    at: &dyn Fn(usize, usize) -> String,
) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = brief.people.iter().map(|person| vec![labels.of(&person.id)]).collect();
    rows.iter_mut().for_each(|row| row.resize(1 + rounds.len(), String::new()));
    for seat in seats(brief, made) {
        if let Some(column) = rounds.iter().position(|&round| round == seat.round) {
            rows[seat.person][1 + column] = at(seat.round, seat.table);
        }
    }
    if labels.names.is_some() {
        rows.sort_by_cached_key(|row| natural(&row[0]));
    }
    rows
}
