//! What happened, entered into the ledger: lists, links, rules. Imports `programme` and its siblings.

use super::entered::{Entering, Ids};
use super::lists::{self, Of};
use super::no::{BadList, No};
use super::odd::Odd;
use super::{PROGRAM, Programme, plain, random};
use crate::assembly::program::reaches;
use crate::assembly::{Patch, Source};
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::base::text::{fold, nearest};
use crate::draw::code::Code;
use crate::programme::claims::Against;
use crate::programme::entry::{self, Sort};
use crate::programme::event::Event;
use crate::programme::ledger::New;
use crate::programme::past::Past;
use crate::programme::rows::Row;
use crate::programme::{Day, Ledger, Rules, claims};
use std::collections::{BTreeMap, BTreeSet};

/// How and when something is entered.
#[derive(Clone, Debug)]
pub struct By<'a> {
    /// The day of the entry.
    pub date: Day,
    /// What it is called; none: what it is of.
    pub title: Option<&'a str>,
    /// The register whose ids a list has; none: the first frame.
    pub frame: Option<&'a str>,
    /// 32 bytes that nobody knows, from which the salts come.
    pub random: [u8; 32],
    /// That what looks odd in a list is meant.
    pub as_given: bool,
}

/// What was entered.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// What changes the folder; empty if all of it was there.
    pub patch: Patch,
    /// Entries that were made: number, kind and rows.
    pub entries: Vec<(u32, Sort, u64)>,
    /// The line to publish: that of the last entry.
    pub head: String,
    /// Events of fewer rows than the smallest cell, whose count and sum become public.
    pub few: Vec<Event>,
    /// The days of a charter and of the entry of its lottery, if that came long after.
    pub late: Option<(Day, Day)>,
    /// Entries of lotteries, each with how many people were in it whom these rows, of days before it, would have barred.
    pub barred_late: Vec<(u32, u64)>,
    /// What a lottery that was entered as it was drawn has against the rules.
    pub against: Against,
    /// The frame of people who registered themselves, where the charter of their lottery does not say so.
    pub unsaid: Option<String>,
    /// Rows that may not be what was meant.
    pub odd: Vec<Odd>,
}

/// Minutes of a day.
const DAY: u64 = 24 * 60;

impl Programme {
    /// Enters answers to letters: `id,date,answer`.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_answers(&self, list: Source<'_>, by: &By<'_>) -> Result<Added, No> {
        self.add_list(list, Of::Answers, Sort::Served, by)
    }

    /// Enters hours and money: `id,date,minutes,cents,body,edition`.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_served(&self, list: Source<'_>, by: &By<'_>) -> Result<Added, No> {
        self.add_list(list, Of::Served, Sort::Served, by)
    }

    /// Enters anything else that happened: `id,date,event,body,edition,number,until`.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_events(&self, list: Source<'_>, by: &By<'_>) -> Result<Added, No> {
        self.add_list(list, Of::Events, Sort::Carry, by)
    }

    fn add_list(&self, list: Source<'_>, of: Of, sort: Sort, by: &By<'_>) -> Result<Added, No> {
        let frame = self.frame(by.frame)?;
        let lists::Read { rows: mut read, people, mut bad } = lists::read(list, of, by.date)?;
        // A body is one however it is spelled: that of the rules, or as the list has it first.
        let mut spelled: BTreeMap<String, String> =
            self.ledger.rules.bodies.iter().map(|body| (fold(&body.name), body.name.clone())).collect();
        for one in read.iter_mut().filter(|one| !one.body.is_empty()) {
            one.body = spelled.entry(fold(&one.body)).or_insert_with(|| one.body.clone()).clone();
        }
        let known = Ids::of(&self.people, &frame);
        // Others than those who were there may be new; not if a spreadsheet spoiled their id.
        let looks = known.alike(people.iter().map(|(id, ..)| id.as_str()));
        for (id, row, fresh) in people.iter().filter(|(id, ..)| !known.has(id)) {
            let alike = looks.contains(id.as_str());
            if alike || !fresh {
                bad.push(BadList::Unknown { row: *row, alike });
            }
        }
        if !bad.is_empty() {
            return Err(No::List { file: list.name.to_owned(), bad });
        }
        let mut entering = Entering::new(&self.people, self.keyed(), &frame);
        let mut rows: Vec<Row<'_>> = Vec::new();
        for one in &read {
            rows.push(Row {
                seq: 0,
                date: one.date,
                person: entering.enter(&one.id),
                event: one.event,
                body: &one.body,
                edition: &one.edition,
                number: one.number,
                until: one.until,
            });
        }
        let terms = read.iter().all(|one| matches!(one.event, Event::Term | Event::Left));
        let sort = if terms && sort == Sort::Carry { Sort::Term } else { sort };
        let title = title(by.title, sort)?;
        // The same list given again, as after a command that was cut short, adds nothing.
        let there = rows.is_empty() || self.rows_of(sort, by.date, &rows)?;
        if there {
            return Ok(self.nothing());
        }
        let (bad, besides) = self.entered(&rows, &read)?;
        if !bad.is_empty() {
            return Err(No::List { file: list.name.to_owned(), bad });
        }
        let mut odd = self.odd(of, &read);
        odd.extend(besides);
        if !by.as_given && odd.iter().any(Odd::is_asked) {
            odd.retain(Odd::is_asked);
            return Err(No::Odd { file: list.name.to_owned(), odd });
        }
        self.may_enter(by.date)?;
        let count = rows.len() as u64;
        let few = Event::ALL.iter().copied().filter(|&event| {
            let own = rows.iter().filter(|row| row.event == event).count() as u64;
            own > 0 && own < self.ledger.rules.smallest_cell
        });
        let few: Vec<Event> = few.collect();
        let new = New { rows, ..plain(sort, title, by.date) };
        let made = self.ledger.append(new, PROGRAM, by.random)?;
        let entries = vec![(made.number, sort, count)];
        let head = made.head.clone();
        let barred_late = barred_late(&self.ledger.clone().after(&made)?, made.number)?;
        let patch = self.patch(&[made], &entering.people);
        Ok(Added { patch, entries, head, few, odd, barred_late, ..Added::default() })
    }

    /// What may not be meant in a list.
    fn odd(&self, of: Of, read: &[lists::Listed]) -> Vec<Odd> {
        let rows = |odd: &dyn Fn(&lists::Listed) -> bool| -> Vec<usize> {
            let rows: BTreeSet<usize> = read.iter().filter(|one| odd(one)).map(|one| one.row).collect();
            rows.into_iter().collect()
        };
        let mut found = Vec::new();
        let begun = self.ledger.entries.first().and_then(|link| Day::parse(&link.facts.date));
        // Agreements and letters of before are carried over by a list of events.
        if let Some(begun) = begun.filter(|_| of != Of::Events) {
            found.push(Odd::Before { rows: rows(&|one| one.date < begun), begun });
        }
        let is_long = |one: &lists::Listed| one.event == Event::Served && one.number > Some(DAY);
        let most = read.iter().filter(|one| is_long(one)).filter_map(|one| one.number).max().unwrap_or(0);
        found.push(Odd::LongDay { rows: rows(&is_long), most });
        let is_until =
            |event: Event| matches!(event, Event::Term | Event::Carried | Event::Consent | Event::DoNotAsk);
        let ends = |one: &lists::Listed| is_until(one.event) && one.until.is_some_and(|end| end <= one.date);
        found.push(Odd::Ended { rows: rows(&ends) });
        let rules = &self.ledger.rules;
        let bodies = rules.bodies.iter().flat_map(|body| std::iter::once(&body.name).chain(&body.not_with));
        let known: BTreeSet<&str> =
            bodies.chain(rules.frames.iter().map(|frame| &frame.name)).map(String::as_str).collect();
        let others: BTreeSet<&str> = read.iter().map(|one| one.body.as_str()).collect();
        for body in others.into_iter().filter(|body| !body.is_empty() && !known.contains(body)) {
            let near = nearest(body, known.iter().copied()).map(str::to_owned);
            found.push(Odd::Body { rows: rows(&|one| one.body == body), body: body.to_owned(), near });
        }
        found.retain(|odd| match odd {
            Odd::Before { rows, .. } | Odd::LongDay { rows, .. } | Odd::Ended { rows } => !rows.is_empty(),
            _ => true,
        });
        found
    }

    /// Rows that say of somebody, by whatever id they are known, what an entry says already: they would count twice.
    /// With them the minutes and cents that come besides others of the same person, day, body and edition.
    fn entered(&self, rows: &[Row<'_>], read: &[lists::Listed]) -> Result<(Vec<BadList>, Vec<Odd>), No> {
        let past = Past::of(&self.ledger, self.ledger.last())?;
        let key = |row: &Row<'_>| {
            let of = (fold(row.body), fold(row.edition));
            (past.person(row.person), row.date, row.event, of, row.number, row.until)
        };
        let of =
            |row: &Row<'_>| (past.person(row.person), row.date, row.event, fold(row.body), fold(row.edition));
        let (mut wanted, mut amounts): (BTreeMap<_, Vec<usize>>, BTreeMap<_, Vec<usize>>) =
            Default::default();
        for (row, one) in rows.iter().zip(read) {
            wanted.entry(key(row)).or_default().push(one.row);
            if row.number.is_some() {
                amounts.entry(of(row)).or_default().push(one.row);
            }
        }
        // Two ids of one person, too.
        let mut bad: Vec<BadList> = Vec::new();
        for rows in wanted.values() {
            let again = rows[1..].iter().filter(|&&row| row != rows[0]);
            bad.extend(again.map(|&row| BadList::Twice { row, first: rows[0] }));
        }
        let (mut there, last) = (BTreeSet::new(), self.ledger.last());
        let mut besides: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
        self.ledger.each_of(last, &self.ledger.replaced(last), |entry, row| {
            there.extend(wanted.remove(&key(row)).into_iter().flatten().map(|row| (row, entry)));
            if let Some(rows) = amounts.get(&of(row)) {
                besides.entry(entry).or_default().extend(rows);
            }
        })?;
        // In the order of the list, and minutes and cents of one row once.
        bad.extend(there.into_iter().map(|(row, entry)| BadList::Entered { row, entry }));
        let besides = besides.into_iter();
        let besides = besides.map(|(entry, rows)| Odd::Besides { rows: rows.into_iter().collect(), entry });
        Ok((bad, besides.collect()))
    }

    /// Whether an entry of this kind and day has just these rows.
    fn rows_of(&self, sort: Sort, date: Day, rows: &[Row<'_>]) -> Result<bool, No> {
        let bare = |row: &Row<'_>| Row { seq: 0, ..row.clone() }.text();
        let wanted: BTreeSet<String> = rows.iter().map(bare).collect();
        for link in &self.ledger.entries {
            if link.facts.kind != sort || link.facts.date != date.to_string() {
                continue;
            }
            let mut found = BTreeSet::new();
            for line in self.ledger.rows(link.number)?.lines() {
                if let crate::programme::rows::Line::Row(row, _) = line? {
                    found.insert(bare(&row));
                }
            }
            if found == wanted {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Nothing that was not there.
    pub(super) fn nothing(&self) -> Added {
        let head = self.ledger.head(self.ledger.last()).unwrap_or_default();
        Added { patch: self.patch(&[], &self.people), entries: Vec::new(), head, ..Added::default() }
    }

    /// Enters ids that are one person: `register,id,register,id,reason`, the first of each two being the one that was known
    /// before. Nobody is merged but by such a list.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_links(&self, list: Source<'_>, because: &str, by: &By<'_>) -> Result<Added, No> {
        let because = reason(because)?;
        let read = lists::links(list)?;
        let mut bad = Vec::new();
        let mut people = self.people.clone();
        let key = self.keyed();
        let mut links: BTreeMap<Code, (Code, usize)> = BTreeMap::new();
        let mut twice = Vec::new();
        let past = Past::of(&self.ledger, self.ledger.last())?;
        for ([register, id, other, new, _], row) in &read {
            let known = Ids::of(&self.people, register);
            if !known.has(id) {
                bad.push(BadList::Unknown {
                    row: *row,
                    alike: !known.alike([id.as_str()].into_iter()).is_empty(),
                });
            }
            let first = past.person(people.enter(&key, register, id));
            let second = people.enter(&key, other, new);
            let circle = past.person(second) != second && past.person(second) != first;
            if first == second || circle || links.insert(second, (first, *row)).is_some() {
                twice.push(*row);
            }
        }
        if !bad.is_empty() {
            return Err(No::List { file: list.name.to_owned(), bad });
        }
        twice.extend(links.values().filter(|(first, _)| links.contains_key(first)).map(|(_, row)| *row));
        if !twice.is_empty() {
            twice.sort_unstable();
            return Err(No::LinkedTwice { rows: twice });
        }
        links.retain(|second, (first, _)| past.person(*second) != *first);
        if links.is_empty() {
            return Ok(self.nothing());
        }
        let firsts: Vec<(Code, String)> =
            links.iter().map(|(second, (first, _))| (*second, first.to_string())).collect();
        let rows: Vec<Row<'_>> = firsts
            .iter()
            .map(|(person, first)| Row {
                seq: 0,
                date: by.date,
                person: *person,
                event: Event::Link,
                body: "",
                edition: first,
                number: None,
                until: None,
            })
            .collect();
        self.may_enter(by.date)?;
        let count = rows.len() as u64;
        let new = New {
            rows,
            because: Some(because),
            ..plain(Sort::Links, title(by.title, Sort::Links)?, by.date)
        };
        let mut made = self.ledger.append(new, PROGRAM, by.random)?;
        let table = crate::bundle::form::table(
            std::iter::once(["register", "id", "register", "id", "reason"].map(str::to_owned))
                .chain(read.iter().map(|(cells, _)| cells.clone())),
        );
        made.sealed.push((entry::sealed(made.number, entry::LINKS), table));
        let entries = vec![(made.number, Sort::Links, count)];
        let head = made.head.clone();
        Ok(Added { patch: self.patch(&[made], &people), entries, head, ..Added::default() })
    }

    /// Changes the rules, for lotteries that are frozen from now on.
    ///
    /// # Errors
    /// [`No`].
    pub fn add_rules(&self, rules: &[u8], because: &str, by: &By<'_>) -> Result<Added, No> {
        let because = reason(because)?;
        Rules::read(rules).map_err(No::Rules)?;
        let digest = Digest::of(rules).to_string();
        if self.ledger.rules_after(self.ledger.last()) == Some(&digest) {
            let cut_short = self.nothing();
            return if cut_short.patch.is_empty() { Err(No::SameRules) } else { Ok(cut_short) };
        }
        self.may_enter(by.date)?;
        let new = New {
            because: Some(because),
            rules: Some(rules.to_vec()),
            ..plain(Sort::Rules, title(by.title, Sort::Rules)?, by.date)
        };
        let made = self.ledger.append(new, PROGRAM, random(by.random, 0))?;
        let entries = vec![(made.number, Sort::Rules, 0)];
        let head = made.head.clone();
        Ok(Added { patch: self.patch(&[made], &self.people), entries, head, ..Added::default() })
    }
}

/// Lotteries with people whom rows of earlier days in entries from `since` on would have barred.
pub(super) fn barred_late(ledger: &Ledger, since: u32) -> Result<Vec<(u32, u64)>, No> {
    Ok(claims::barred_late(ledger, since, &|n| ledger.rules_of(n))?)
}

/// A reason for the record: one line.
pub(super) fn reason(text: &str) -> Result<String, No> {
    let line = text.trim();
    match (is_line(line), reaches(line)) {
        (true, false) => Ok(line.to_owned()),
        (true, true) => Err(No::Telling),
        (false, _) => Err(No::Reason),
    }
}

/// What an entry is called.
pub(super) fn title(title: Option<&str>, sort: Sort) -> Result<String, No> {
    match title.map(str::trim) {
        None => Ok(sort.word().to_owned()),
        Some(title) => reason(title),
    }
}
