//! Lists of what happened, as clerks keep them: answers, hours, consents, links. Imports `register`, `programme` and its
//! siblings.

use super::no::{BadList, No, Want};
use crate::assembly::Source;
use crate::base::fault::Faults;
use crate::base::said::Said;
use crate::base::text::{fold, fold_heading, tidy};
use crate::panel::events::report_order;
use crate::programme::rows::is_name;
use crate::programme::{Day, Event};
use crate::register::{self, Looked, Table};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// One thing that happened to somebody, as a list has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// The id.
    pub id: String,
    /// When.
    pub date: Day,
    /// What.
    pub event: Event,
    /// Of which body; blank if of none.
    pub body: String,
    /// Of which edition; blank if of none.
    pub edition: String,
    /// How many.
    pub number: Option<u64>,
    /// Until when.
    pub until: Option<Day>,
    /// The row, as a spreadsheet shows it.
    pub row: usize,
}

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Answers to letters: a column `answer` with yes or no.
    Answers,
    /// Hours and money: columns `minutes` and `cents`.
    Served,
    /// Anything: a column `event`.
    Events,
}

const ID: &[&str] = &["id", "code", "nummer", "number", "nr", "deelnemersnummer", "person", "persoon"];
const DATE: &[&str] = &["date", "datum", "day", "dag"];
const ANSWER: &[&str] = &["answer", "antwoord", "event", "gebeurtenis"];
/// Headings below which nobody's seat is meant, but a letter.
const OF_LETTERS: [&str; 2] = ["answer", "antwoord"];
const EVENT: &[&str] = &["event", "gebeurtenis"];
const MINUTES: &[&str] = &["minutes", "minuten"];
const CENTS: &[&str] = &["cents", "eurocent", "centen"];
const BODY: &[&str] = &["body", "orgaan"];
const EDITION: &[&str] = &["edition", "editie"];
const NUMBER: &[&str] = &["number", "aantal", "getal"];
const UNTIL: &[&str] = &["until", "tot"];

/// Events that a list may have: what comes from records is read there, and never typed again.
const TYPED: [(Said, Event); 12] = [
    (Said::Letter, Event::Letter),
    (Said::Yes, Event::Yes),
    (Said::No, Event::No),
    (Said::Served, Event::Served),
    (Said::Paid, Event::Paid),
    (Said::Term, Event::Term),
    (Said::Left, Event::Left),
    (Said::Withdrew, Event::Left),
    (Said::Carried, Event::Carried),
    (Said::Consent, Event::Consent),
    (Said::DoNotAsk, Event::DoNotAsk),
    (Said::Gone, Event::Gone),
];

/// Whether a list of events takes what is said.
pub fn takes(said: Said) -> bool {
    TYPED.iter().any(|typed| typed.0 == said)
}

/// The column of a list with one of these headings, the first of them before the others.
fn column(table: &Table, names: &[&str]) -> Option<usize> {
    Looked::default().by_order(table, names, &mut Faults::new())
}

/// Columns that have nearly a heading that a list of this kind can have: what stands in them would be lost. Those that two
/// columns could be are told too.
fn near(table: &Table, of: Of, faults: &mut Faults) -> Vec<BadList> {
    let looked = Looked::default();
    let own: &[&[&str]] = match of {
        Of::Answers => &[ANSWER],
        Of::Served => &[CENTS, MINUTES],
        Of::Events => &[EVENT, NUMBER],
    };
    for &names in [ID, DATE, BODY, EDITION, UNTIL].iter().chain(own) {
        looked.by_order(table, names, faults);
    }
    let unused = looked.unused(table).into_iter();
    unused.filter_map(|it| Some(BadList::Near { heading: it.heading, near: it.near? })).collect()
}

/// The headings of a list, but for blank ones.
fn headings(table: &Table) -> Vec<String> {
    table.headings.iter().filter(|heading| !heading.is_empty()).cloned().collect()
}

/// Words for what a list of this kind can have, each in English and in Dutch.
fn words(of: Of) -> Vec<[&'static str; 2]> {
    let own = TYPED.iter().filter(|(_, e)| of == Of::Events || matches!(e, Event::Yes | Event::No));
    // Of two that mean the same one is enough.
    let own = own.map(|typed| typed.0).filter(|&said| said != Said::Withdrew);
    own.chain((of == Of::Answers).then_some(Said::Returned)).map(Said::words).collect()
}

/// The event that a word stands for in a list; below a heading that `of_letters` tells, words for a seat are answers.
fn event(said: Said, of_letters: bool) -> Option<Event> {
    match said {
        Said::Confirmed if of_letters => Some(Event::Yes),
        Said::Declined if of_letters => Some(Event::No),
        _ => TYPED.iter().find(|typed| typed.0 == said).map(|typed| typed.1),
    }
}

/// A list that was read, with everything that is wrong with it.
pub(super) struct Read {
    /// What happened.
    pub rows: Vec<Listed>,
    /// Who it is about: the id, the row, and whether somebody new can be meant.
    pub people: Vec<(String, usize, bool)>,
    /// What is wrong.
    pub bad: Vec<BadList>,
}

/// Whether an event can be of somebody who was in no entry: who answers, serves, is paid or leaves was there before.
fn is_fresh(event: Event) -> bool {
    matches!(event, Event::Term | Event::Consent | Event::Carried | Event::DoNotAsk | Event::Letter)
}

/// Reads a list; `latest` is the day of the entry, after which nothing can have happened.
///
/// # Errors
/// A list of which nothing can be read.
pub(super) fn read(list: Source<'_>, of: Of, latest: Day) -> Result<Read, No> {
    let mut faults = Faults::new();
    let table = register::read_register(list.name, list.bytes, &mut faults);
    let Some(table) = table.filter(|_| !faults.stop()) else { return Err(No::Faults(faults)) };
    let mut bad = Vec::new();
    let mut need = |names: &[&'static str]| {
        let found = column(&table, names);
        if found.is_none() {
            let known = headings(&table);
            bad.push(BadList::Column { heading: names[0], names: names.to_vec(), known });
        }
        found
    };
    let (id, date) = (need(ID), need(DATE));
    let what = match of {
        Of::Answers => need(ANSWER),
        Of::Events => need(EVENT),
        Of::Served => column(&table, CENTS).or_else(|| need(MINUTES)),
    };
    bad.extend(near(&table, of, &mut faults));
    for column in [date, column(&table, UNTIL)].into_iter().flatten() {
        report_order(&table, column, &mut faults);
    }
    if faults.stop() {
        return Err(No::Faults(faults));
    }
    let (Some(id), Some(date), Some(what)) = (id, date, what) else {
        return Err(No::List { file: list.name.to_owned(), bad });
    };
    let [until, minutes, cents, number] = [UNTIL, MINUTES, CENTS, NUMBER].map(|it| column(&table, it));
    let [in_body, in_edition] = [BODY, EDITION].map(|it| column(&table, it));
    let of_letters = of == Of::Answers && OF_LETTERS.contains(&fold_heading(&table.headings[what]).as_str());
    let mut read = Read { rows: Vec::new(), people: Vec::new(), bad };
    for index in 0..table.len() {
        let row = Row { table: &table, index, row: table.row(index).row };
        let bad = &mut read.bad;
        let person = row.text(id);
        if person.is_empty() {
            bad.push(row.blank(Some(id), ID, Want::Text));
        }
        let day = row.day(Some(date), bad);
        if row.text(date).is_empty() {
            bad.push(row.blank(Some(date), DATE, Want::Day));
        }
        if day.is_some_and(|day| day > latest) {
            bad.push(BadList::Later { row: row.row });
        }
        let body = row.name(in_body, bad);
        let edition = row.name(in_edition, bad);
        let until_day = row.day(until, bad);
        let mut happened: Vec<(Event, Option<u64>)> = Vec::new();
        let mut fresh = of == Of::Events;
        if of == Of::Served {
            for (column, event, want) in
                [(minutes, Event::Served, Want::Minutes), (cents, Event::Paid, Want::Cents)]
            {
                let number = row.number(column, want, bad);
                happened.extend(number.map(|number| (event, Some(number))));
            }
            if row.cell(minutes).is_none() && row.cell(cents).is_none() {
                bad.push(row.blank(minutes.or(cents), MINUTES, Want::Minutes));
            }
        } else {
            let word = row.text(what);
            let said = Said::read(&word);
            let found = said.and_then(|said| event(said, of_letters));
            match found.filter(|e| of == Of::Events || matches!(e, Event::Yes | Event::No)) {
                Some(event) => {
                    fresh = is_fresh(event);
                    let want = match event {
                        Event::Served => Want::Minutes,
                        Event::Paid => Want::Cents,
                        _ => Want::Number,
                    };
                    let amount = row.number(number, want, bad);
                    let counts = matches!(event, Event::Served | Event::Paid);
                    if counts && row.cell(number).is_none() {
                        bad.push(row.blank(number, NUMBER, want));
                    }
                    let ends = matches!(event, Event::Term | Event::Consent | Event::Carried);
                    if ends && row.cell(until).is_none() {
                        bad.push(row.blank(until, UNTIL, Want::Day));
                    }
                    happened.push((event, amount.filter(|_| counts)));
                }
                None if word.is_empty() => bad.push(row.blank(Some(what), EVENT, Want::Text)),
                // A letter that came back is no answer, in a list of answers as in that of an invitation.
                None if of == Of::Answers && said == Some(Said::Returned) => {}
                None => {
                    let heading = table.headings[what].clone();
                    bad.push(BadList::Word { row: row.row, heading, cell: word, words: words(of) });
                }
            }
        }
        if !person.is_empty() {
            read.people.push((person.clone(), row.row, fresh));
        }
        let Some(date) = day else { continue };
        for (event, number) in happened {
            let (id, body, edition) = (person.clone(), body.clone(), edition.clone());
            read.rows.push(Listed { id, date, event, body, edition, number, until: until_day, row: row.row });
        }
    }
    let mut seen = BTreeMap::new();
    for one in &read.rows {
        let Listed { id, date, event, body, edition, number, until, row } = one;
        match seen.entry((id, date, event, fold(body), fold(edition), number, until)) {
            Entry::Vacant(entry) => drop(entry.insert(*row)),
            Entry::Occupied(first) => read.bad.push(BadList::Twice { row: *row, first: *first.get() }),
        }
    }
    Ok(read)
}

struct Row<'a> {
    table: &'a Table,
    index: usize,
    row: usize,
}

impl Row<'_> {
    fn text(&self, column: usize) -> String {
        tidy(self.table.cell(self.index, column))
    }

    fn cell(&self, column: Option<usize>) -> Option<String> {
        column.map(|column| self.text(column)).filter(|text| !text.is_empty())
    }

    fn bad(&self, column: usize, cell: String, want: Want) -> BadList {
        let heading = self.table.headings[column].clone();
        BadList::Cell { row: self.row, heading, cell: Some(cell), want }
    }

    /// A cell that is blank; of a column that is not there the first of these headings is named.
    fn blank(&self, column: Option<usize>, names: &[&str], want: Want) -> BadList {
        let own = column.map(|column| self.table.headings[column].clone());
        let heading = own.unwrap_or_else(|| names.first().copied().unwrap_or_default().to_owned());
        BadList::Cell { row: self.row, heading, cell: None, want }
    }

    fn day(&self, column: Option<usize>, bad: &mut Vec<BadList>) -> Option<Day> {
        let (column, text) = (column?, self.cell(column)?);
        let day = Day::read(&text);
        if day.is_none() {
            bad.push(self.bad(column, text, Want::Day));
        }
        day
    }

    fn number(&self, column: Option<usize>, want: Want, bad: &mut Vec<BadList>) -> Option<u64> {
        let (column, text) = (column?, self.cell(column)?);
        let number = text.parse().ok().filter(|&n: &u64| n <= 1_000_000_000 && !text.starts_with('+'));
        if number.is_none() {
            bad.push(self.bad(column, text, want));
        }
        number
    }

    fn name(&self, column: Option<usize>, bad: &mut Vec<BadList>) -> String {
        let text = self.cell(column).unwrap_or_default();
        if let Some(column) = column.filter(|_| !text.is_empty() && !is_name(&text)) {
            bad.push(self.bad(column, text.clone(), Want::Name));
        }
        text
    }
}

/// Links: the register and id of somebody, those that are the same person, and the reason.
///
/// # Errors
/// Everything that is wrong with the list.
pub(super) fn links(list: Source<'_>) -> Result<Vec<([String; 5], usize)>, No> {
    let mut faults = Faults::new();
    let table = register::read_register(list.name, list.bytes, &mut faults);
    // Two columns "register" and two "id" are what belongs here.
    let Some(table) = table else { return Err(No::Faults(faults)) };
    let two = |names: &[&str]| -> Vec<usize> {
        let key = |c: &usize| names.contains(&fold_heading(&table.headings[*c]).as_str());
        (0..table.headings.len()).filter(key).collect()
    };
    let (registers, ids) = (two(&["register", "frame", "kader"]), two(ID));
    let reason = column(&table, &["reason", "reden"]);
    let mut bad = Vec::new();
    let mut need = |there: bool, heading| {
        if !there {
            bad.push(BadList::Column { heading, names: vec![heading], known: headings(&table) })
        }
    };
    need(registers.len() == 2, "register");
    need(ids.len() == 2, "id");
    need(reason.is_some(), "reason");
    let (Some(reason), true) = (reason, bad.is_empty()) else {
        return Err(No::List { file: list.name.to_owned(), bad });
    };
    let columns = [registers[0], ids[0], registers[1], ids[1], reason];
    let mut read = Vec::new();
    for index in 0..table.len() {
        let row = table.row(index).row;
        let cells = columns.map(|column| tidy(table.cell(index, column)));
        for (_, column) in cells.iter().zip(columns).filter(|(cell, _)| cell.is_empty()) {
            let heading = table.headings[column].clone();
            bad.push(BadList::Cell { row, heading, cell: None, want: Want::Text });
        }
        read.push((cells, row));
    }
    if bad.is_empty() { Ok(read) } else { Err(No::List { file: list.name.to_owned(), bad }) }
}
