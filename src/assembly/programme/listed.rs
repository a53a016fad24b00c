//! The people of a register for letters, of a code, an id and a stratum each; a register of millions is read part by part.
//! Imports `register`, `pool`, `invite`, `programme` and its siblings.

use super::Programme;
use super::no::No;
use crate::assembly::Source;
use crate::base::digest::Keyed;
use crate::base::fault::{Faults, Kind};
use crate::base::text::{Texts, tidy};
use crate::draw::code::Code;
use crate::invite::Bytes;
use crate::pool::{headed, ids};
use crate::programme::past::Past;
use crate::register::{self, Table};
use std::collections::BTreeMap;

/// Of the first part of a register: its line of headings, the headings, the column of ids and that of strata.
type Head = (Vec<u8>, Vec<String>, usize, Option<usize>);

/// A register that is given.
#[derive(Clone, Copy)]
pub enum List<'a> {
    /// Whole.
    Whole(Source<'a>),
    /// Where it lies, to be read so many bytes at a time.
    Far(&'a dyn Bytes, usize),
}

/// Somebody of a register.
#[derive(Clone, Copy)]
pub(super) struct Person {
    pub code: Code,
    /// The number of the stratum.
    pub stratum: u32,
    /// Where in the register, below the headings.
    pub at: u32,
}

/// The people of a register.
pub(super) struct Listed<'a> {
    /// In the order of codes.
    pub people: Vec<Person>,
    /// The strata, by number.
    pub strata: Vec<String>,
    /// Ids, in the order of the register.
    pub ids: Texts,
    /// The heading of the ids.
    pub heading: String,
    /// Whether it was read part by part.
    pub far: bool,
    list: List<'a>,
    table: Option<(Table, usize)>,
    pub faults: Faults,
}

/// What is read part by part.
#[derive(Default)]
struct Reading {
    people: Vec<Person>,
    strata: BTreeMap<String, u32>,
    ids: Texts,
}

impl Reading {
    /// Adds the people of a table; `false` if they are too many.
    fn add(
        &mut self,
        table: &Table,
        column: usize,
        strata: Option<usize>,
        code: &dyn Fn(&str) -> Code,
    ) -> bool {
        for row in 0..table.len() {
            let id = table.cell(row, column).trim();
            let at = self.ids.len() as u32;
            if !self.ids.push(id) {
                return false;
            }
            let next = self.strata.len() as u32;
            let name = strata.map_or(String::new(), |column| tidy(table.cell(row, column)));
            let stratum = *self.strata.entry(name).or_insert(next);
            self.people.push(Person { code: code(id), stratum, at });
        }
        true
    }
}

impl Listed<'_> {
    pub fn id(&self, at: u32) -> &str {
        self.ids.get(at as usize)
    }

    /// The register whole, with the column of the ids, if it is at hand or needed.
    pub fn whole(&mut self, needed: bool) -> Result<Option<&(Table, usize)>, No> {
        if let (List::Far(file, _), None, true) = (self.list, &self.table, needed) {
            let mut faults = Faults::new();
            let table = register::read_register(file.name(), &whole(file)?, &mut faults);
            let found = table.and_then(|table| {
                let column = *table.columns(&self.heading).first()?;
                (table.len() == self.ids.len()).then_some((table, column))
            });
            self.table = Some(found.ok_or(No::Faults(faults))?);
        }
        Ok(self.table.as_ref())
    }

    /// Makes one person of whoever is linked: the last of their ids stands, and the others come back.
    pub fn link(&mut self, past: &Past) -> Vec<u32> {
        self.people.iter_mut().for_each(|person| person.code = past.person(person.code));
        let ids = &self.ids;
        self.people.sort_unstable_by(|a, b| {
            let id = |person: &Person| ids.get(person.at as usize);
            a.code.cmp(&b.code).then_with(|| id(b).cmp(id(a)))
        });
        let mut others = Vec::new();
        self.people.dedup_by(|next, own| {
            let same = next.code == own.code;
            if same {
                others.push(next.at);
            }
            same
        });
        others
    }
}

impl Programme {
    /// The people of a register, with their strata in the column `by`.
    pub(super) fn listed<'a>(
        &self,
        list: List<'a>,
        id: Option<&str>,
        by: Option<&str>,
        frame: &str,
    ) -> Result<Listed<'a>, No> {
        let (name, bytes) = match list {
            List::Whole(source) => (source.name, std::borrow::Cow::Borrowed(source.bytes)),
            List::Far(file, step) => {
                if let Some(mut listed) = self.far(file, step, id, by, frame)? {
                    listed.list = list;
                    return Ok(listed);
                }
                (file.name(), std::borrow::Cow::Owned(whole(file)?))
            }
        };
        let mut faults = Faults::new();
        let table = register::read_register(name, &bytes, &mut faults);
        let Some(table) = table.filter(|_| !faults.stop()) else { return Err(No::Faults(faults)) };
        let found = headed::people_of_register(&table, id, &[], &mut faults);
        let Some(found) = found.filter(|_| !faults.stop()) else { return Err(No::Faults(faults)) };
        // Row numbers are somebody else's next year.
        let column = found.column.ok_or_else(|| No::NoIds { file: name.to_owned() })?;
        let strata = by.map(|heading| self.column(&table, heading)).transpose()?;
        let key = self.keyed();
        let mut read = Reading::default();
        read.add(&table, column, strata, &|id| self.people.code(&key, frame, id));
        let heading = table.headings[column].clone();
        let mut listed = self.of(read, heading, frame, &key).ok_or(No::Faults(Faults::new()))?;
        (listed.list, listed.table, listed.faults) = (list, Some((table, column)), faults);
        Ok(listed)
    }

    /// The same part by part; `None` where there is something to say of it, or two rows have one id: then it is read whole, so
    /// that what is said has its rows.
    fn far<'a>(
        &self,
        file: &'a dyn Bytes,
        step: usize,
        id: Option<&str>,
        by: Option<&str>,
        frame: &str,
    ) -> Result<Option<Listed<'a>>, No> {
        let key = self.keyed();
        let code = |id: &str| self.people.code(&key, frame, id);
        let mut read = Reading::default();
        let mut head: Option<Head> = None;
        let mut said = Faults::new();
        let (mut at, mut left) = (0u64, Vec::new());
        while at < file.size() {
            let more = (step as u64).min(file.size() - at) as usize;
            let mut bytes = std::mem::take(&mut left);
            let from = bytes.len();
            bytes.resize(from + more, 0);
            file.read_at(at, &mut bytes[from..])
                .map_err(|_| No::Torn { file: file.name().into(), line: None })?;
            at += more as u64;
            if at < file.size() {
                let Some(rows) = rows_end(&bytes) else { return Ok(None) };
                left = bytes.split_off(rows);
            }
            let mut faults = Faults::new();
            let part = match &head {
                None => bytes,
                Some((line, ..)) => [line, &bytes[..]].concat(),
            };
            let table = register::read_register(file.name(), &part, &mut faults);
            let Some(table) = table.filter(|_| faults.is_empty()) else { return Ok(None) };
            let wanted = head.as_ref().map(|(_, headings, column, _)| headings[*column].as_str()).or(id);
            let found = ids::people(&table, wanted, &[], &mut faults);
            if faults.iter().any(|fault| fault.what.kind() != Kind::IdColumnTaken) {
                return Ok(None);
            }
            let Some(column) = found.and_then(|found| found.column) else { return Ok(None) };
            if let Some((_, headings, known, strata)) = &head {
                if *headings != table.headings
                    || *known != column
                    || !read.add(&table, column, *strata, &code)
                {
                    return Ok(None);
                }
                continue;
            }
            let strata = by.map(|heading| self.column(&table, heading)).transpose()?;
            let Some(line) = first_row(&part) else { return Ok(None) };
            if !read.add(&table, column, strata, &code) {
                return Ok(None);
            }
            said = faults;
            head = Some((part[..line].to_vec(), table.headings.clone(), column, strata));
        }
        let Some((_, headings, column, _)) = head else { return Ok(None) };
        let Some(mut listed) = self.of(read, headings[column].clone(), frame, &key) else { return Ok(None) };
        (listed.far, listed.faults, listed.list) = (true, said, List::Far(file, step));
        Ok(Some(listed))
    }

    /// Everybody with a code of their own; `None` if two have one id.
    fn of<'a>(&self, read: Reading, heading: String, frame: &str, key: &Keyed) -> Option<Listed<'a>> {
        let Reading { mut people, strata, ids } = read;
        let id = |person: &Person| ids.get(person.at as usize);
        loop {
            people.sort_unstable_by(|a, b| a.code.cmp(&b.code).then_with(|| id(a).cmp(id(b))));
            let same = |i: &usize| people[*i].code == people[*i - 1].code;
            let Some(second) = (1..people.len()).find(same) else { break };
            if id(&people[second]) == id(&people[second - 1]) {
                return None;
            }
            // Of two people without a row who would have one code, the first in the order of ids has it.
            let there = |code: Code| people.binary_search_by_key(&code, |person| person.code).is_ok();
            people[second].code = self.people.another(key, frame, id(&people[second]), &there);
        }
        let mut names = vec![String::new(); strata.len()];
        strata.into_iter().for_each(|(name, number)| names[number as usize] = name);
        let list = List::Whole(Source { name: "", bytes: b"" });
        let faults = Faults::new();
        Some(Listed { people, strata: names, ids, heading, far: false, list, table: None, faults })
    }
}

fn whole(file: &dyn Bytes) -> Result<Vec<u8>, No> {
    let mut bytes = vec![0; file.size() as usize];
    file.read_at(0, &mut bytes).map_err(|_| No::Torn { file: file.name().into(), line: None })?;
    Ok(bytes)
}

/// Where the last row ends that is whole. Bytes that are no text of one sign a byte, or a workbook, have no rows here.
fn rows_end(bytes: &[u8]) -> Option<usize> {
    if bytes.contains(&0)
        || bytes.starts_with(b"PK")
        || bytes.starts_with(&[0xff, 0xfe])
        || bytes.starts_with(&[0xfe, 0xff])
    {
        return None;
    }
    let mut quoted = false;
    let mut end = None;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => end = Some(at + 1),
            _ => {}
        }
    }
    end
}

/// Where the first row ends.
fn first_row(bytes: &[u8]) -> Option<usize> {
    let mut quoted = false;
    let end = bytes.iter().position(|&byte| {
        quoted ^= byte == b'"';
        byte == b'\n' && !quoted
    });
    end.map(|at| at + 1)
}
