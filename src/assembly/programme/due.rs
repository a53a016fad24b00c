//! What may be done for the next draw: who is barred and until when, who stays, whose turn a letter is. Imports `register`,
//! `pool`, `quotas`, `programme` and its siblings.

use super::Programme;
use super::barred::{Barred, grounds};
use super::due_charter::charter;
use super::no::No;
use crate::assembly::Source;
use crate::base::fault::Faults;
use crate::base::look::look;
use crate::base::text::{fold, without_zeros};
use crate::bundle::{Folder, form};
use crate::draw::code::Code;
use crate::pool::headed;
use crate::programme::entry::Sort;
use crate::programme::past::{Before, For, Past};
use crate::programme::rules::{Body, From};
use crate::programme::terms::{self, Seats};
use crate::programme::{Day, Event, Ground};
use crate::register::{self, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Files of what is due, in their folder.
pub const POOL: &str = "pool.csv";
/// Who may not be drawn.
pub const EXCLUDE: &str = "exclude.csv";
/// Who has a seat, or a letter, for certain.
pub const INCLUDE: &str = "include.csv";
/// What the lottery's charter has to say of the programme.
pub const CHARTER: &str = "charter.toml";
/// The column of what somebody was in before.
const EARLIER: &str = "eerder";
/// The column that keeps people who stay candidates in a frame of their own.
const CARRIED: &str = "doorgeschoven";
/// Its quotas.
pub const CARRIED_QUOTAS: &str = "doorgeschoven.csv";
/// What it says of people who stay candidates, of those who have a seat, and of everybody else.
const CARRIED_VALUES: [&str; 3] = ["doorgeschoven", "blijft", "nieuw"];

/// People who stay candidates from before, beside those who are new: whose chance is what, as seats and people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// People of the register who stay candidates, and may be drawn.
    pub people: u64,
    /// The others who may be drawn.
    pub new: u64,
    /// Seats to be filled.
    pub vacant: u32,
    /// Seats that were asked for as those of a frame of their own.
    pub seats: Option<u32>,
    /// Whether the rules put both into one pool.
    pub mix: bool,
}

/// Somebody who stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The id.
    pub id: String,
    /// Until when.
    pub until: Day,
}

/// What is due for a body.
pub struct DueBody {
    /// The body.
    pub body: Body,
    /// Its frame, and whether the people of that registered themselves.
    pub frame: String,
    /// Whether its people registered themselves.
    pub self_registered: bool,
    /// People of the register.
    pub people: u64,
    /// People barred, by ground, and the last day on which one of them is free again.
    pub barred: BTreeMap<Ground, (u64, Option<Day>)>,
    /// How its seats stand.
    pub seats: Seats,
    /// The day of its draw before.
    pub since: Option<Day>,
    /// How many of the register were in which kind of lottery before.
    pub before: BTreeMap<Before, u64>,
    /// People near a limit: more than three quarters of it used, and not all.
    pub near_limits: u64,
    /// People who stay candidates, if there are any.
    pub carried: Option<Carried>,
    /// Members whose seat ends on or before the next renewal, by day.
    pub next_ends: BTreeMap<Day, u64>,
    /// Rows whose time is over.
    pub stale: u64,
    /// The folder to write.
    pub files: Folder,
    /// The line that the charter names.
    pub head: String,
    /// Notes on the register.
    pub faults: Faults,
}

/// A register: its people by code.
struct Register {
    table: Table,
    /// The column with the ids.
    column: usize,
    /// The code and row of each person, in the order of ids.
    people: Vec<(Code, usize)>,
    faults: Faults,
}

impl Register {
    fn id(&self, row: usize) -> &str {
        self.table.cell(row, self.column).trim()
    }

    fn cells<'a>(&'a self, columns: &'a [usize], row: usize) -> impl Iterator<Item = &'a str> {
        columns.iter().map(move |&c| self.table.cell(row, c))
    }

    fn headings<'a>(&'a self, columns: &'a [usize]) -> impl Iterator<Item = &'a str> {
        columns.iter().map(|&c| self.table.headings[c].as_str())
    }
}

/// The columns of a register but for those that an earlier run may have added.
pub(super) fn columns(table: &Table) -> Vec<usize> {
    let ours = |c: &usize| [EARLIER, CARRIED].contains(&fold(&table.headings[*c]).as_str());
    (0..table.headings.len()).filter(|c| !ours(c)).collect()
}

impl Programme {
    fn register(&self, list: Source<'_>, id: Option<&str>, frame: &str, past: &Past) -> Result<Register, No> {
        let mut faults = Faults::new();
        let table = register::read(list.name, list.bytes, &mut faults);
        let Some(table) = table.filter(|_| !faults.stop()) else { return Err(No::Faults(faults)) };
        let found = headed::people_of_register(&table, id, &[], &mut faults);
        let Some(found) = found.filter(|_| !faults.stop()) else { return Err(No::Faults(faults)) };
        // Row numbers are somebody else's next year.
        let column = found.column.ok_or_else(|| No::NoIds { file: list.name.to_owned() })?;
        let key = self.keyed();
        let code = |id: &str| past.person(self.people.code(&key, frame, id));
        let people = found.ids.iter().zip(&found.rows).map(|(id, &row)| (code(id), row as usize)).collect();
        Ok(Register { table, column, people, faults })
    }

    /// What is due for a body: its lists, and the quotas' column of what people were in before.
    ///
    /// # Errors
    /// [`No`].
    pub fn due_body(
        &self,
        body: Option<&str>,
        list: Source<'_>,
        id: Option<&str>,
        carried_seats: Option<u32>,
        day: Day,
    ) -> Result<DueBody, No> {
        // Of an earlier day the ledger would know of nothing that came after it.
        self.in_time(day)?;
        let body = self.body(body)?.clone();
        let rules = &self.ledger.rules;
        let frame = rules.frame_of(&body).ok_or_else(|| No::NoFrame { name: None, known: Vec::new() })?;
        let past = Past::of(&self.ledger, self.ledger.last())?;
        let register = self.register(list, id, &frame.name, &past)?;
        let since = self.drawn_before(&body.name, day);
        let seats = terms::seats(&past, &body, day, since);
        let ids: BTreeSet<&str> = register.people.iter().map(|&(_, row)| register.id(row)).collect();
        let like = |among: &BTreeSet<&str>, looks: fn(&str) -> String| -> Vec<usize> {
            let evades = self.evading(&frame.name, For::Seat(&body), &past, day, among, looks);
            let alike = register.people.iter().filter(|&&(_, row)| evades(register.id(row)));
            let mut rows: Vec<usize> = alike.map(|&(_, row)| register.table.row(row).row).collect();
            rows.sort_unstable();
            rows
        };
        // Zeros in front make nobody another, also where the row with all zeros is there; what only looks like another sign may.
        for (beside, rows) in [(false, like(&ids, look)), (true, like(&BTreeSet::new(), without_zeros))] {
            if !rows.is_empty() {
                return Err(No::LooksBarred { people: rows.len(), rows, beside });
            }
        }
        let mut barred = Barred::default();
        let mut exclude = vec![vec!["id".to_owned(), "ground".to_owned()]];
        let mut include: Vec<Vec<String>> = Vec::new();
        let columns = columns(&register.table);
        let is_carried = |code: Code| {
            let until = past.happened(code).iter().filter(|h| h.event == Event::Carried && h.date <= day);
            until.filter_map(|h| h.until).max().is_some_and(|until| day < until)
        };
        let any =
            register.people.iter().any(|&(code, _)| !seats.stay.contains_key(&code) && is_carried(code));
        // A frame of their own, unless the rules put everybody into one pool.
        let apart = any && !rules.mix;
        let heads = register.headings(&columns).chain([EARLIER]).chain(apart.then_some(CARRIED));
        let mut pool: Vec<Vec<String>> = vec![heads.map(str::to_owned).collect()];
        let (mut carried_over, mut new) = (0, 0);
        let (mut before, mut near, mut stays) = (BTreeMap::new(), 0, BTreeSet::new());
        for &(code, row) in &register.people {
            let earlier = past.before(code);
            *before.entry(earlier).or_default() += 1;
            let stays_on = seats.stay.contains_key(&code);
            let carried = is_carried(code);
            let own = match (stays_on, carried) {
                (true, _) => CARRIED_VALUES[1],
                (false, true) => CARRIED_VALUES[0],
                (false, false) => CARRIED_VALUES[2],
            };
            let cells = register.cells(&columns, row).chain([earlier.word()]).chain(apart.then_some(own));
            let cells: Vec<String> = cells.map(str::to_owned).collect();
            if stays_on {
                stays.insert(code);
                include.push(cells.clone());
            } else {
                let bars = past.bars(rules, For::Seat(&body), code, day);
                match (bars.is_empty(), carried) {
                    (false, _) => exclude.push(vec![register.id(row).to_owned(), grounds(&bars)]),
                    (true, true) => carried_over += 1,
                    (true, false) => new += 1,
                }
                barred.add(&bars);
                near += u64::from(bars.is_empty() && self.near_limit(&past, code, day));
            }
            pool.push(cells);
        }
        let unknown = seats.stay.keys().filter(|code| !stays.contains(code)).count();
        if unknown > 0 {
            return Err(No::StayUnknown { people: unknown });
        }
        let mut next_ends = BTreeMap::new();
        seats.stay.values().for_each(|&until| *next_ends.entry(until).or_default() += 1);
        let mut files = Folder::new();
        files.insert(POOL.into(), form::table(&pool));
        if exclude.len() > 1 {
            files.insert(EXCLUDE.into(), form::table(&exclude));
        }
        if !include.is_empty() {
            include.insert(0, pool[0].clone());
            files.insert(INCLUDE.into(), form::table(&include));
        }
        let carried = (carried_over > 0).then_some(Carried {
            people: carried_over,
            new,
            vacant: seats.vacant,
            seats: carried_seats,
            mix: rules.mix,
        });
        if let Some(own) = carried_seats {
            let most = u64::from(seats.vacant).min(carried_over);
            let least = u64::from(seats.vacant).saturating_sub(new);
            if !apart || u64::from(own) > most || u64::from(own) < least {
                return Err(No::CarriedSeats { least, most: if apart { most } else { 0 } });
            }
            let numbers = [own, seats.stay.len() as u32, seats.vacant - own];
            let row = |(value, n): (&&str, &u32)| {
                [CARRIED.to_owned(), (*value).to_owned(), n.to_string(), n.to_string()]
            };
            let rows = CARRIED_VALUES
                .iter()
                .zip(&numbers)
                .filter(|(value, n)| **n > 0 || **value != CARRIED_VALUES[1]);
            let header = ["feature", "value", "min", "max"].map(str::to_owned);
            let table = form::table(std::iter::once(header).chain(rows.map(row)));
            files.insert(CARRIED_QUOTAS.into(), table);
        }
        let head = self.ledger.head(self.ledger.last()).unwrap_or_default();
        files.insert(CHARTER.into(), charter(rules, &head, &frame.name, Some(&body.name)));
        Ok(DueBody {
            carried,
            frame: frame.name.clone(),
            self_registered: frame.self_registered,
            people: register.people.len() as u64,
            barred: barred.0,
            seats,
            since,
            before,
            near_limits: near,
            next_ends,
            stale: self.stale(day)?,
            files,
            head,
            faults: register.faults,
            body,
        })
    }

    pub(super) fn column(&self, table: &Table, heading: &str) -> Result<usize, No> {
        match table.columns(heading)[..] {
            [column] => Ok(column),
            _ => Err(No::NoColumn {
                file: table.name.clone(),
                heading: heading.to_owned(),
                known: table.headings.iter().filter(|heading| !heading.is_empty()).cloned().collect(),
            }),
        }
    }

    /// The day of the last draw of a body before `day`.
    fn drawn_before(&self, body: &str, day: Day) -> Option<Day> {
        let own = |n: u32| self.ledger.counts(n).is_ok_and(|c| c.all(Event::Drawn, body).people > 0);
        let gone = self.ledger.replaced(self.ledger.last());
        let panels = self.ledger.entries.iter().rev().filter(|link| link.facts.kind == Sort::Panel);
        let panels = panels.filter(|link| !gone.contains(&link.number));
        let days = panels.filter(|link| own(link.number)).filter_map(|link| Day::parse(&link.facts.date));
        days.filter(|&before| before < day).max()
    }

    /// Whether somebody used more than three quarters of a limit.
    fn near_limit(&self, past: &Past, code: Code, day: Day) -> bool {
        let limits = &self.ledger.rules.limits;
        let (year, month) = (|d: Day| d.year() == day.year(), |d: Day| d.same_month(day));
        let sum = |event, within: &dyn Fn(Day) -> bool| -> u64 {
            let own = past.happened(code).iter().filter(|h| h.event == event && h.date <= day);
            own.filter(|h| within(h.date)).filter_map(|h| h.number).sum()
        };
        let near = |limit: Option<u64>, had: u64| limit.is_some_and(|limit| had * 4 > limit * 3);
        near(limits.hours_a_year.map(|hours| hours * 60), sum(Event::Served, &year))
            || near(limits.cents_a_year, sum(Event::Paid, &year))
            || near(limits.cents_a_month, sum(Event::Paid, &month))
    }

    /// Rows whose time is over on a day.
    pub(super) fn stale(&self, day: Day) -> Result<u64, No> {
        let mut stale = 0;
        let keep = &self.ledger.rules.keep;
        self.ledger.each_row(self.ledger.last(), |_, row| {
            stale += u64::from(super::erase::is_over(keep, row, day))
        })?;
        Ok(stale)
    }
}

impl DueBody {
    /// Whether the body is drawn from people of another body.
    pub fn alumni(&self) -> Option<&str> {
        match &self.body.from {
            From::Alumni(other) => Some(other),
            From::Frame(_) => None,
        }
    }
}
