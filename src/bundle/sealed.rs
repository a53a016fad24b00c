//! The sealed tier: the pool in full, the key and which code stands for whom. Imports `base`, `pool`,
//! `seed`, `draw`.
//!
//! Whoever has this tier knows who stands behind each code. Whoever can change it can change nothing
//! unseen: the public manifest holds the digest of the sealed one.

use super::form::{self, Bad, Lines};
use crate::base::digest::Digest;
use crate::base::text::Texts;
use crate::draw::code::Code;
use crate::pool::{Confirmed, Excluded, Pool};
use crate::seed::strict_toml;
use std::cmp::Ordering;

/// The sealed pool as read back: ids and all columns. Compact: a million people cost little more than
/// the text of their file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullPool {
    headings: Vec<String>,
    /// Person by person the id and then the cells.
    cells: Texts,
}

impl FullPool {
    /// Headings of the columns in canonical order: by name, and columns of one name by their cells.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Number of people.
    pub fn len(&self) -> usize {
        self.cells.len() / (self.headings.len() + 1)
    }

    /// Whether there is nobody; never so for a pool that was read.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The id of a person, counted from 0 in byte order of ids. Panics beyond the end.
    pub fn id(&self, person: usize) -> &str {
        self.cells.get(person * (self.headings.len() + 1))
    }

    /// All ids, in byte order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|person| self.id(person))
    }

    /// A cell of a person, in a column counted from 0 in canonical order. Panics beyond the end.
    pub fn cell(&self, person: usize, column: usize) -> &str {
        assert!(column < self.headings.len(), "a column of this pool");
        self.cells.get(person * (self.headings.len() + 1) + 1 + column)
    }
}

/// The columns of `pool` in canonical order, so that the order in the file decides nothing.
pub fn column_order(pool: &Pool) -> Vec<usize> {
    let by_cells = |a: usize, b: usize| {
        let differ = pool.people().map(|p| p.cell(a).cmp(p.cell(b))).find(|o| *o != Ordering::Equal);
        differ.unwrap_or(Ordering::Equal)
    };
    let mut order: Vec<usize> = (0..pool.headings().len()).collect();
    order.sort_by(|&a, &b| pool.headings()[a].cmp(&pool.headings()[b]).then_with(|| by_cells(a, b)));
    order
}

/// Writes the sealed `pool.csv`: a first column `id`, then all columns in canonical order, people in
/// byte order of ids.
pub fn pool(pool: &Pool, order: &[usize]) -> Vec<u8> {
    let mut lines = Lines::of_about(pool.text_size());
    lines.cell(b"id");
    order.iter().for_each(|&c| lines.cell(pool.headings()[c].as_bytes()));
    lines.end();
    for person in pool.people() {
        lines.cell(person.id.as_bytes());
        // A whole row is looked at quicker than its cells.
        match form::is_plain(person.text().as_bytes()) {
            true => order.iter().for_each(|&c| lines.plain(person.cell(c).as_bytes())),
            false => order.iter().for_each(|&c| lines.cell(person.cell(c).as_bytes())),
        }
        lines.end();
    }
    lines.into_bytes()
}

/// Reads the sealed `pool.csv`; ids ascend and none is there twice.
///
/// # Errors
/// [`Bad`].
pub fn read_pool(bytes: &[u8]) -> Result<FullPool, Bad> {
    let mut headings = Vec::new();
    let mut cells = Texts::new();
    form::visit(bytes, |row, record| {
        if row == 1 {
            headings = record.iter().skip(1).map(str::to_owned).collect();
            return record.get(0) == Some("id");
        }
        let last = cells.len().checked_sub(headings.len() + 1).map(|at| cells.get(at));
        let ascending = last.is_none_or(|last| last < &record[0]);
        ascending && record.iter().all(|cell| cells.push(cell))
    })?;
    if cells.is_empty() { Err(Bad::Shape) } else { Ok(FullPool { headings, cells }) }
}

/// Writes `codes.csv`, in byte order of ids: the code and profile of each.
pub fn codes<'a>(people: impl Iterator<Item = (&'a str, Code, u32)>) -> Vec<u8> {
    let mut lines = Lines::default();
    CODES.iter().for_each(|heading| lines.cell(heading.as_bytes()));
    lines.end();
    for (id, code, profile) in people {
        lines.cell(id.as_bytes());
        lines.cell(&code.signs());
        lines.number(profile.into());
        lines.end();
    }
    lines.into_bytes()
}

const CODES: [&str; 3] = ["id", "code", "profile"];

/// Reads `codes.csv`: for each person, in byte order of ids, the code and the profile.
///
/// # Errors
/// [`Bad`].
pub fn read_codes(bytes: &[u8]) -> Result<Vec<(String, Code, u32)>, Bad> {
    let mut people: Vec<(String, Code, u32)> = Vec::new();
    form::visit(bytes, |number, row| {
        if number == 1 {
            return row.iter().eq(CODES);
        }
        let read = || {
            let ascending = people.last().is_none_or(|last| last.0.as_str() < &row[0]);
            ascending.then_some((row[0].to_owned(), Code::parse(&row[1]).ok()?, form::number(&row[2])?))
        };
        read().map(|person| people.push(person)).is_some()
    })?;
    if people.is_empty() { Err(Bad::Shape) } else { Ok(people) }
}

/// Writes the sealed `excluded.csv`: id and ground, in byte order of ids.
pub fn excluded(people: &[Excluded]) -> Vec<u8> {
    let rows = people.iter().map(|person| [person.id.as_str(), person.ground.as_str()]);
    form::table(std::iter::once(EXCLUDED).chain(rows))
}

const EXCLUDED: [&str; 2] = ["id", "ground"];

/// Reads the sealed `excluded.csv`; ids ascend and none is there twice.
///
/// # Errors
/// [`Bad`].
pub fn read_excluded(bytes: &[u8]) -> Result<Vec<Excluded>, Bad> {
    let rows = form::rows(bytes, &EXCLUDED)?;
    match rows.windows(2).position(|w| w[0][0] >= w[1][0]) {
        Some(at) => Err(Bad::Row(at + 3)),
        None => Ok(rows.iter().map(|row| Excluded { id: row[0].into(), ground: row[1].into() }).collect()),
    }
}

/// Writes the sealed `confirmed.csv`: id and the cells of the address columns, in byte order of ids.
pub fn confirmed(people: &[Confirmed], columns: &[String]) -> Vec<u8> {
    let header: Vec<&str> = std::iter::once("id").chain(columns.iter().map(String::as_str)).collect();
    let row = |person: &'_ Confirmed| -> Vec<String> {
        std::iter::once(person.id.clone()).chain(person.cells.iter().cloned()).collect()
    };
    let header: Vec<String> = header.into_iter().map(str::to_owned).collect();
    form::table(std::iter::once(header).chain(people.iter().map(row)))
}

/// Reads the sealed `confirmed.csv`: id and the cells of these address columns.
///
/// # Errors
/// [`Bad`].
pub fn read_confirmed(bytes: &[u8], columns: &[String]) -> Result<Vec<csv::StringRecord>, Bad> {
    let header: Vec<&str> = std::iter::once("id").chain(columns.iter().map(String::as_str)).collect();
    let rows = form::rows(bytes, &header)?;
    match rows.windows(2).position(|w| w[0][0] >= w[1][0]) {
        Some(at) => Err(Bad::Row(at + 3)),
        None => Ok(rows),
    }
}

/// Writes `key.txt`: 64 hexadecimal digits.
pub fn key(key: &[u8; 32]) -> Vec<u8> {
    format!("{}\n", Digest(*key)).into_bytes()
}

/// Reads a key: 64 hexadecimal digits, with any space around them.
pub fn read_key(bytes: &[u8]) -> Option<[u8; 32]> {
    Some(Digest::from_hex(std::str::from_utf8(bytes).ok()?.trim())?.0)
}

/// The key that follows from the sealed inputs.
pub fn derived_key(sealed_pool: &[u8], quotas: &[u8]) -> [u8; 32] {
    Digest::tagged("geloot/1/key", &[sealed_pool, quotas]).0
}

/// What tells one panel lottery of an organiser from another before anybody has a code.
#[derive(Clone, Copy, Debug)]
pub struct RecordName<'a> {
    /// The sealed pool.
    pub sealed_pool: &'a [u8],
    /// The quotas as the organiser gave them.
    pub quotas: &'a [u8],
    /// The charter, if there is one.
    pub charter: Option<&'a [u8]>,
    /// What the lottery makes as fair as possible, in one word.
    pub objective: &'a str,
    /// Seats to be filled.
    pub seats: u32,
    /// Tickets.
    pub tickets: u64,
}

impl RecordName<'_> {
    /// The key of this lottery, from its organiser's key. So the codes of two lotteries of one organiser have nothing in
    /// common, and whoever finds the key of one can read no other. Where the charter says that the lotteries of its
    /// programme are linkable, all of them have one key.
    pub fn key(&self, organiser: &[u8; 32]) -> [u8; 32] {
        if let Some(programme) = self.charter.and_then(linkable) {
            return Digest::keyed(organiser, format!("geloot/1/programme\0{programme}").as_bytes()).0;
        }
        let asked = format!("{} {} {}", self.objective, self.seats, self.tickets);
        let parts =
            [b"panel", self.sealed_pool, self.quotas, self.charter.unwrap_or_default(), asked.as_bytes()];
        let name = Digest::tagged("geloot/1/record-name", &parts);
        Digest::keyed(organiser, format!("geloot/1/record\0{name}").as_bytes()).0
    }
}

/// The programme in whose lotteries anybody has one code, if a charter says so.
pub fn linkable(charter: &[u8]) -> Option<String> {
    let table = strict_toml::read(charter).ok()?;
    let programme = table.get("programme")?.as_table()?;
    let so = programme.get("linkable").and_then(toml::Value::as_bool) == Some(true);
    programme.get("name").and_then(toml::Value::as_str).filter(|_| so).map(str::to_owned)
}

/// The salt that hides a person's leaf in the tree of a public tier without codes.
pub fn salt(key: &[u8; 32], code: Code) -> Digest {
    Digest::keyed(key, format!("geloot/1/salt\0{code}").as_bytes())
}

/// What a person's leaf says: code, profile and place in the profile.
pub fn leaf(code: Code, profile: u32, place: u32) -> String {
    format!("{code} {profile} {place}")
}
