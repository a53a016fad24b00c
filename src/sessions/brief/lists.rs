//! Constraints, staff, rooms, preferences and earlier meetings from CSV files. May import `base`,
//! `register`.

use super::people::{Found, People, yes};
use super::plan_toml::MOST;
use crate::base::fault::{Place, What as Fault};
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::pool::headed;
use crate::register::{Looked, Table, TableRow, read, read_any};
use crate::sessions::model::brief::{MOST_PRICE, Room, Rule, RuleKind, Staff};
use crate::sessions::wrong::What;
use std::collections::{BTreeMap, BTreeSet};

/// A CSV file whose columns the program looks for by name.
pub struct Sheet {
    /// Its rows.
    pub table: Table,
    looked: Looked,
}

impl Sheet {
    /// Reads a file.
    pub fn read(name: &str, bytes: &[u8], found: &mut Found) -> Option<Self> {
        let table = read(name, bytes, &mut found.faults)?;
        Some(Self { table, looked: Looked::default() })
    }

    /// Reads a file that may be left out: one that has headings alone changes nothing, which is noted.
    pub fn read_optional(name: &str, bytes: &[u8], people: &People, found: &mut Found) -> Option<Self> {
        let table = read_any(name, bytes, &mut found.faults)?;
        let looked = |heading: &str| HEADINGS.contains(&fold_heading(heading).as_str());
        let person = |cell: &str| people.find(cell).is_some();
        if headed::report_headless(&table, &looked, &person, &mut found.faults) {
            return None;
        }
        if table.is_empty() {
            found.faults.push(Fault::ListNothing, Place::file(&table.name));
            return None;
        }
        Some(Self { table, looked: Looked::default() })
    }

    /// The column with one of these headings, spelling aside; told where two could be it.
    pub fn optional(&self, names: &[&str], found: &mut Found) -> Option<usize> {
        self.looked.column(&self.table, names, &mut found.faults)
    }

    /// The same, told when it is missing.
    pub fn needed(&self, names: &[&'static str], found: &mut Found) -> Option<usize> {
        let column = self.optional(names, found);
        if let Some(lower) = Looked::lower(&self.table, names).filter(|_| column.is_none()) {
            found.faults.push(lower, Place::file(&self.table.name));
        } else if column.is_none() {
            let near = self.looked.near(&self.table, names).map(str::to_owned);
            let wanted = names.first().copied().unwrap_or_default();
            found.wrongs.push(What::ListColumnMissing { wanted, near }, Place::file(&self.table.name));
        }
        column
    }

    /// Reports the columns that nobody looked for; to be said when all were.
    pub fn unused(&self, found: &mut Found) {
        self.looked.report(&self.table, &mut found.faults);
    }

    /// Of those only columns that nearly have a heading that was looked for.
    pub fn nearly(&self, found: &mut Found) {
        self.looked.report_near(&self.table, &mut found.faults);
    }

    /// The same, as a reason to stop: without it what somebody wrote would be read as something else.
    fn refuse_unused(&self, known: &'static [&'static str], found: &mut Found) {
        for unused in self.looked.unused(&self.table) {
            let cells = self.table.rows().any(|row| !row.cell(unused.column).trim().is_empty());
            if cells && !REMARKS.contains(&fold_heading(&unused.heading).as_str()) {
                let what = What::HeadingUnknown { near: unused.near, known };
                found.wrongs.push(what, Place::file(&self.table.name).column(&unused.heading));
            }
        }
    }

    /// Where a cell is.
    pub fn place(&self, row: TableRow, column: usize) -> Place {
        Place::file(&self.table.name).row(row.row).column(&self.table.headings[column])
    }

    /// The person a cell names; told when there is none.
    pub fn person(&self, row: TableRow, column: usize, people: &People, found: &mut Found) -> Option<u16> {
        let person = people.find(row.cell(column).trim());
        if person.is_none() {
            found.wrongs.push(people.unknown(row.cell(column)), self.place(row, column));
        }
        person
    }

    /// Round numbers from 1 in a cell such as `1, 3-5`, as numbers from 0; blank for all.
    pub fn rounds(&self, row: TableRow, column: Option<usize>, there: usize, found: &mut Found) -> Vec<u16> {
        let Some(column) = column else { return vec![] };
        let parsed = parse_rounds(row.cell(column), there);
        if parsed.is_none() {
            let place = self.place(row, column).cell(row.cell(column).trim());
            found.wrongs.push(What::UnknownRound { rounds: there }, place);
        }
        parsed.unwrap_or_default()
    }
}

/// Headings of which each list that may be left out has one, after [`fold_heading`].
const HEADINGS: &[&str] = &[
    "rule",
    "regel",
    "constraint",
    "a",
    "b",
    "person1",
    "code1",
    "round",
    "ronde",
    "kind",
    "soort",
    "who",
    "wie",
    "person",
    "persoon",
    "staff",
    "facilitator",
    "table",
    "tafel",
    "topic",
    "theme",
    "onderwerp",
    "thema",
];

/// Headings of columns for people, after [`fold_heading`].
const REMARKS: &[&str] = &[
    "remark",
    "remarks",
    "note",
    "notes",
    "comment",
    "comments",
    "reason",
    "why",
    "opmerking",
    "opmerkingen",
    "toelichting",
    "reden",
    "waarom",
    "notitie",
    "notities",
    "naam",
    "namen",
    "name",
    "names",
];

fn parse_rounds(cell: &str, there: usize) -> Option<Vec<u16>> {
    let mut rounds = vec![];
    for part in cell.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '\u{2013}']).unwrap_or((part, part));
        let (from, to) = (from.trim().parse::<usize>().ok()?, to.trim().parse::<usize>().ok()?);
        if from == 0 || to > there || from > to {
            return None;
        }
        rounds.extend((from - 1..to).map(|round| round as u16));
    }
    rounds.sort_unstable();
    rounds.dedup();
    // All rounds named one by one is the same as none named.
    if rounds.len() == there { Some(vec![]) } else { Some(rounds) }
}

/// What `constraints.csv` says: rules, and who is away in which rounds.
pub struct Constraints {
    /// Rules, in the order of the file, each with its row.
    pub rules: Vec<(Rule, usize)>,
    /// Who is away, and when.
    pub absent: Vec<(u16, Vec<u16>)>,
}

/// Reads rules: `rule` (apart, together, table, not-table, absent), `person`, `with` (a person or a
/// table, or a topic in workshops), `rounds` (blank for all).
pub fn constraints(
    sheet: &Sheet,
    people: &People,
    tables: &[String],
    topics: &[String],
    rounds: usize,
    found: &mut Found,
) -> Constraints {
    let mut read = Constraints { rules: vec![], absent: vec![] };
    let kind = sheet.needed(&["rule", "kind", "constraint", "regel", "soort"], found);
    let person =
        sheet.needed(&["person", "code", "id", "a", "persoon", "person1", "nummer", "wie", "who"], found);
    let with =
        sheet.optional(&["with", "other", "b", "met", "table", "tafel", "person2", "metwie", "ander"], found);
    let when = sheet.optional(&ROUNDS, found);
    sheet.refuse_unused(&["rule", "person", "with", "rounds"], found);
    let (Some(kind), Some(person)) = (kind, person) else { return read };
    for row in sheet.table.rows() {
        let word = fold_heading(row.cell(kind));
        let when = sheet.rounds(row, when, rounds, found);
        let Some(who) = sheet.person(row, person, people, found) else { continue };
        if matches!(word.as_str(), "absent" | "away" | "afwezig") {
            if let Some(with) = with.filter(|&with| !row.cell(with).trim().is_empty()) {
                found.wrongs.push(What::WithUnused, sheet.place(row, with));
            }
            read.absent.push((who, when));
            continue;
        }
        let about_people = matches!(word.as_str(), "apart" | "together" | "samen" | "uitelkaar");
        if !about_people && !TABLE_WORDS.contains(&word.as_str()) && !NOT_TABLE_WORDS.contains(&word.as_str())
        {
            let near = nearest(row.cell(kind), ["apart", "together", "table", "not-table", "absent"]);
            let place = sheet.place(row, kind).cell(row.cell(kind).trim());
            found.wrongs.push(What::UnknownRule { near: near.map(str::to_owned) }, place);
            continue;
        }
        let Some(with) = with else {
            found
                .wrongs
                .push(What::ListColumnMissing { wanted: "with", near: None }, Place::file(&sheet.table.name));
            return read;
        };
        let rule = if about_people {
            let Some(other) = sheet.person(row, with, people, found) else { continue };
            if other == who {
                found.wrongs.push(What::SamePerson, sheet.place(row, with));
                continue;
            }
            let (a, b) = (who.min(other), who.max(other));
            if matches!(word.as_str(), "together" | "samen") {
                RuleKind::Together(a, b)
            } else {
                RuleKind::Apart(a, b)
            }
        } else {
            let name = fold(row.cell(with));
            let at = |names: &[String]| names.iter().position(|known| fold(known) == name).map(|k| k as u16);
            match (at(tables), at(topics), TABLE_WORDS.contains(&word.as_str())) {
                (Some(table), _, true) => RuleKind::At(who, table),
                (Some(table), _, false) => RuleKind::NotAt(who, table),
                (None, Some(topic), true) => RuleKind::Topic(who, topic),
                (None, Some(topic), false) => RuleKind::NotTopic(who, topic),
                (None, None, _) => {
                    let tables = [tables, topics].concat();
                    let place = sheet.place(row, with).cell(row.cell(with).trim());
                    found.wrongs.push(What::UnknownTable { tables }, place);
                    continue;
                }
            }
        };
        read.rules.push((Rule { kind: rule, rounds: when }, row.row));
    }
    read
}

const TABLE_WORDS: &[&str] =
    &["table", "at", "fixed", "fixedtable", "topic", "tafel", "vast", "vastetafel", "onderwerp"];
const NOT_TABLE_WORDS: &[&str] =
    &["nottable", "notattable", "notat", "nottopic", "niettafel", "nietaantafel", "nietonderwerp"];

const ROUNDS: [&str; 8] =
    ["rounds", "round", "ronde", "rondes", "welkeronde", "welkerondes", "inronde", "inrondes"];
const STAFF_ROUNDS: [&str; 8] =
    ["rounds", "round", "ronde", "rondes", "welkerondes", "available", "beschikbaar", "aanwezig"];

/// How the tasks of staff begin, in English and Dutch.
const NOTE_TAKERS: &[&str] = &["note", "notul", "secret", "verslag", "scribe", "minute"];
const FACILITATORS: &[&str] =
    &["facilitat", "moderat", "host", "table", "gespreks", "tafel", "begeleid", "proces"];

/// Which of the people a code means, or what is wrong with it.
pub type Who<'a> = &'a dyn Fn(&str) -> Result<u16, What>;

/// Reads staff: `name`, `role` (facilitator or note-taker), `languages`, `not` (codes they may not
/// host), `rounds`.
pub fn staff(sheet: &Sheet, who: Who<'_>, rounds: usize, found: &mut Found) -> Vec<Staff> {
    let name = sheet.needed(&["name", "code", "id", "facilitator", "naam", "staff"], found);
    let role = sheet.optional(&["role", "rol", "task", "taak", "functie", "function"], found);
    let languages = sheet.optional(&["languages", "language", "talen", "taal"], found);
    let not =
        sheet.optional(&["not", "maynothost", "nothost", "niet", "nietbij", "magnietbij", "nietmet"], found);
    let when = sheet.optional(&STAFF_ROUNDS, found);
    sheet.unused(found);
    let Some(name) = name else { return vec![] };
    let mut all: Vec<Staff> = vec![];
    for row in sheet.table.rows() {
        let called = tidy(row.cell(name));
        if called.is_empty() {
            found.wrongs.push(What::NoName, sheet.place(row, name));
            continue;
        }
        let parts = |column: Option<usize>| {
            let cell = column.map_or("", |c| row.cell(c));
            let parts = cell.split([',', ';', '/', ' ']).map(str::trim).filter(|part| !part.is_empty());
            parts.map(str::to_owned).collect::<Vec<_>>()
        };
        let mut hosts_not: Vec<u16> = vec![];
        for code in parts(not) {
            match who(&code) {
                Ok(person) => hosts_not.push(person),
                Err(what) => found.wrongs.push(what, sheet.place(row, not.unwrap_or(name))),
            }
        }
        hosts_not.sort_unstable();
        let mut languages: Vec<String> = parts(languages).iter().map(|language| fold(language)).collect();
        languages.sort_unstable();
        languages.dedup();
        let task = role.map_or(String::new(), |c| fold_heading(row.cell(c)));
        let is = |words: &[&str]| words.iter().any(|word| task.starts_with(word));
        let notes = is(NOTE_TAKERS);
        if let Some(column) = role.filter(|_| !notes && !task.is_empty() && !is(FACILITATORS)) {
            let place = sheet.place(row, column).cell(row.cell(column).trim());
            found.wrongs.push(What::UnknownTask, place);
        }
        if all.iter().any(|staff| staff.name == called && staff.notes == notes) {
            found.wrongs.push(What::ListedTwice, sheet.place(row, name));
        }
        all.push(Staff {
            name: called,
            notes,
            languages,
            not: hosts_not,
            rounds: sheet.rounds(row, when, rounds, found),
        });
    }
    all.sort_by(|a, b| a.name.cmp(&b.name).then(a.notes.cmp(&b.notes)));
    all
}

/// What `rooms.csv` says.
#[derive(Default)]
pub struct Rooms {
    /// The tables, those of dialogue rounds first.
    pub rooms: Vec<Room>,
    /// How many of them, from the first on, are for dialogue rounds.
    pub dialogue: usize,
    /// Which of them are for workshops.
    pub workshop: Vec<u16>,
    /// Tables that a topic must have, with where that is written.
    pub topics: Vec<(u16, String, Place)>,
    /// The names of the properties, also of those that no table has.
    pub properties: Vec<String>,
}

type Listed = (Room, [bool; 2], Option<(String, Place)>);

/// Reads tables: `table`, `room`, `seats`, `use` (dialogue or workshop; blank for both), `topic` (whose
/// group has this table), and a yes-or-no column for every property.
pub fn rooms(sheet: &Sheet, found: &mut Found) -> Rooms {
    let Some(table) = sheet.needed(&["table", "tafel", "name", "naam"], found) else {
        return Rooms::default();
    };
    let place = sheet.optional(&["room", "place", "where", "zaal", "ruimte", "plaats"], found);
    let seats = sheet.optional(&["seats", "places", "stoelen", "plaatsen"], found);
    let used = sheet.optional(&["use", "usedfor", "gebruik"], found);
    let topic = sheet.optional(&["topic", "theme", "onderwerp", "thema"], found);
    sheet.nearly(found);
    headed::report_footers(&sheet.table, Some(table), &mut found.faults);
    let known = [Some(table), place, seats, used, topic];
    let properties: Vec<usize> =
        (0..sheet.table.headings.len()).filter(|&c| !known.contains(&Some(c))).collect();
    // Each with whether it is for dialogues and for workshops, and the topic that must have it.
    let mut all: Vec<Listed> = vec![];
    for row in sheet.table.rows() {
        let mut room = Room {
            table: tidy(row.cell(table)),
            place: place.map(|c| tidy(row.cell(c))).filter(|place| !place.is_empty()),
            seats: None,
            has: vec![],
        };
        if let Some(column) = seats.filter(|&c| !row.cell(c).trim().is_empty()) {
            let fits = |seats: &u16| (1..=MOST).contains(&u32::from(*seats));
            room.seats = row.cell(column).trim().parse().ok().filter(fits);
            if room.seats.is_none() {
                let place = sheet.place(row, column).cell(row.cell(column).trim());
                found.wrongs.push(What::NotNumber { least: 1, most: MOST }, place);
            }
        }
        for &column in &properties {
            match yes(row.cell(column)) {
                Some(true) => room.has.push(tidy(&sheet.table.headings[column])),
                Some(false) => {}
                None => found.wrongs.push(What::NotYesOrNo, sheet.place(row, column)),
            }
        }
        room.has.sort_unstable();
        if room.table.is_empty() {
            found.wrongs.push(What::NoName, sheet.place(row, table));
        } else if all.iter().any(|(known, ..)| fold(&known.table) == fold(&room.table)) {
            found.wrongs.push(What::ListedTwice, sheet.place(row, table));
        }
        let topic =
            topic.map(|c| (tidy(row.cell(c)), sheet.place(row, c))).filter(|(name, _)| !name.is_empty());
        let word = used.map_or(String::new(), |c| fold_heading(row.cell(c)));
        let is = |words: &[&str]| words.iter().any(|start| word.starts_with(start));
        let uses =
            match (is(&["dialog", "dialoog", "gespr"]), is(&["worksh", "werk", "topic", "group", "groep"])) {
                // Where a topic has its table there is a workshop.
                (true, _) => [true, topic.is_some()],
                (_, true) => [false, true],
                _ => [true, true],
            };
        if let Some(column) = used.filter(|_| uses == [true, true] && topic.is_none())
            && !matches!(word.as_str(), "" | "both" | "all" | "beide" | "alle")
        {
            let place = sheet.place(row, column).cell(row.cell(column).trim());
            found.wrongs.push(What::UnknownUse, place);
        }
        all.push((room, uses, topic));
    }
    // Tables 1 to 12 in the order of numbers, names in byte order.
    all.sort_by_key(|(room, uses, _)| {
        (!uses[0], room.table.parse::<u32>().unwrap_or(u32::MAX), room.table.clone())
    });
    let mut names: Vec<String> = properties.iter().map(|&c| tidy(&sheet.table.headings[c])).collect();
    names.retain(|name| !name.is_empty());
    names.sort_unstable();
    names.dedup();
    let mut read = Rooms { properties: names, ..Rooms::default() };
    for (number, (room, [dialogue, workshop], topic)) in all.into_iter().enumerate() {
        read.dialogue += usize::from(dialogue);
        read.workshop.extend(workshop.then_some(number as u16));
        read.topics.extend(topic.map(|(name, place)| (number as u16, name, place)));
        read.rooms.push(room);
    }
    read
}

/// Who wants to work on what.
pub struct Preferences {
    /// Topics named, folded, with their spelling.
    pub topics: BTreeMap<String, String>,
    /// Person, folded topic and rank from 1, or points.
    pub asked: Vec<(u16, String, u32)>,
    /// Whether more is better.
    pub points: bool,
}

/// Reads preferences: `code`, `topic`, and `rank` (1 is first) or `points` (most is first). Rows with a
/// blank topic or rank say nothing; ties are legal.
pub fn preferences(sheet: &Sheet, people: &People, found: &mut Found) -> Option<Preferences> {
    let code = sheet.needed(&["code", "person", "id", "persoon", "nummer"], found);
    let topic = sheet.needed(&["topic", "theme", "onderwerp", "thema"], found);
    let points = sheet.optional(&["points", "punten", "score"], found);
    let rank = if points.is_some() {
        points
    } else {
        sheet.needed(&["rank", "rang", "choice", "keuze", "voorkeur"], found)
    };
    sheet.unused(found);
    let (code, topic, rank) = (code?, topic?, rank?);
    let mut read = Preferences { topics: BTreeMap::new(), asked: vec![], points: points.is_some() };
    let mut seen = BTreeSet::new();
    for row in sheet.table.rows() {
        let name = tidy(row.cell(topic));
        if name.is_empty() {
            continue;
        }
        let known = read.topics.entry(fold(&name)).or_insert_with(|| name.clone());
        if name < *known {
            known.clone_from(&name);
        }
        let cell = row.cell(rank).trim();
        let Some(person) = sheet.person(row, code, people, found) else { continue };
        if cell.is_empty() {
            continue;
        }
        match cell.parse::<u32>() {
            Ok(number) if number <= MOST_PRICE && (number > 0 || read.points) => {
                if !seen.insert((person, fold(&name))) {
                    found.wrongs.push(What::PreferenceTwice, sheet.place(row, topic));
                }
                read.asked.push((person, fold(&name), number));
            }
            _ => {
                let what = What::NotNumber { least: u32::from(!read.points), most: MOST_PRICE };
                found.wrongs.push(what, sheet.place(row, rank).cell(cell));
            }
        }
    }
    read.asked.sort();
    Some(read)
}

/// Reads earlier meetings: pairs of codes (`a`, `b`), or an earlier seat plan (`round`, `table`,
/// `code`), whose tables' people all met. Codes that are not in the list are people who left.
pub fn met(sheet: &Sheet, people: &People, found: &mut Found) -> Vec<(u16, u16)> {
    let mut pairs = vec![];
    let mut add = |a: u16, b: u16| pairs.push((a.min(b), a.max(b)));
    let mut unknown: Vec<usize> = vec![];
    let mut column = None;
    let seat = (sheet.optional(&["round", "ronde"], found), sheet.optional(&["table", "tafel"], found));
    if let (Some(round), Some(table)) = seat {
        let Some(code) = sheet.needed(&["code", "person", "id", "persoon", "nummer"], found) else {
            return vec![];
        };
        sheet.nearly(found);
        column = Some(code);
        let mut tables: BTreeMap<(String, String), Vec<u16>> = BTreeMap::new();
        for row in sheet.table.rows() {
            match people.find(row.cell(code).trim()) {
                Some(person) => {
                    tables.entry((fold(row.cell(round)), fold(row.cell(table)))).or_default().push(person);
                }
                None if people.almost(row.cell(code)) => {
                    found.wrongs.push(people.unknown(row.cell(code)), sheet.place(row, code));
                }
                None => unknown.push(row.row),
            }
        }
        for at in tables.values() {
            for (k, &a) in at.iter().enumerate() {
                at[k + 1..].iter().filter(|&&b| b != a).for_each(|&b| add(a, b));
            }
        }
    } else {
        let first =
            sheet.needed(&["a", "person1", "code1", "code", "person", "id", "persoon", "nummer"], found);
        let second = sheet.needed(&["b", "person2", "code2", "with", "met", "other"], found);
        sheet.unused(found);
        let (Some(first), Some(second)) = (first, second) else { return vec![] };
        for row in sheet.table.rows() {
            let person = |column| people.find(row.cell(column).trim());
            match (person(first), person(second)) {
                (Some(a), Some(b)) if a == b => found.wrongs.push(What::SamePerson, sheet.place(row, second)),
                (Some(a), Some(b)) => add(a, b),
                _ => {
                    // Whoever has left is in no list; whose zeros were dropped is.
                    let almost = [first, second]
                        .into_iter()
                        .filter(|&column| person(column).is_none() && people.almost(row.cell(column)));
                    let almost: Vec<usize> = almost.collect();
                    if almost.is_empty() {
                        unknown.push(row.row);
                    }
                    for column in almost {
                        found.wrongs.push(people.unknown(row.cell(column)), sheet.place(row, column));
                    }
                }
            }
        }
    }
    if !unknown.is_empty() {
        let mut place = Place::file(&sheet.table.name).rows(unknown.into_iter().collect());
        if let Some(column) = column {
            place = place.column(&sheet.table.headings[column]);
        }
        found.wrongs.push(What::MetUnknown, place);
    }
    pairs.sort_unstable();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_listed_as_people_write_them() {
        assert_eq!(parse_rounds("", 4), Some(vec![]));
        assert_eq!(parse_rounds("1, 3-4", 5), Some(vec![0, 2, 3]));
        assert_eq!(parse_rounds("1-4", 4), Some(vec![]));
        assert_eq!(parse_rounds("2;2 1", 4), Some(vec![0, 1]));
        for wrong in ["0", "5", "2-1", "x", "1-"] {
            assert_eq!(parse_rounds(wrong, 4), None, "{wrong}");
        }
    }
}
