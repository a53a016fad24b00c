//! What a database made by the scripts of this program: its frame is frozen, its list becomes that of a draw. Imports
//! `bundle`, `invite` and its siblings.

use super::draw::{Drawing, People};
use super::{Framed, Invitation, Making, Stop};
use crate::assembly::Refusal;
use crate::assembly::frozen::chain;
use crate::base::digest::Digest;
use crate::base::fault::Place;
use crate::bundle::form::{Bad, rows};
use crate::invite::areas::Area;
use crate::invite::conduct::Chances;
use crate::invite::frame::Frame;
use crate::invite::record::{DRAWS, Draw, TRIALS};
use crate::invite::tables;
use crate::invite::{Homes, Letter, What, Wrongs};
use std::collections::BTreeSet;

/// A table with the name of its file.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The file.
    pub file: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// The tables that the script for the frame writes.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// The digests.
    pub frame: Table<'a>,
    /// People of each stratum.
    pub people: Table<'a>,
    /// What became of the rows.
    pub counts: Table<'a>,
    /// Homes of each size, where homes count.
    pub homes: Option<Table<'a>>,
}

impl Making {
    /// Freezes the frame that a database made.
    ///
    /// # Errors
    /// What is wrong with its tables.
    pub fn take(&self, tables: Tables<'_>) -> Result<Framed, Stop> {
        let strata = self.strata().len();
        let mut wrongs = Wrongs::default();
        bad_rows(tables.counts, &mut wrongs);
        let (script, own) = of_script(tables.counts.bytes);
        if script.is_some_and(|script| script != self.script().as_bytes()) {
            wrongs.push(What::OtherScript, Place::file(tables.counts.file));
        }
        if wrongs.stop() {
            return Err(wrongs.into());
        }
        let buckets = read(tables.frame, &mut wrongs, tables::read_frame);
        let weighted = self.terms().weighted();
        let people = read(tables.people, &mut wrongs, |bytes| tables::read_people(bytes, strata, weighted));
        let counts = read(Table { bytes: &own, ..tables.counts }, &mut wrongs, tables::read_counts);
        let homes = match (tables.homes, self.terms().columns.home.is_some()) {
            (Some(table), true) => read(table, &mut wrongs, |bytes| tables::read_homes(bytes, strata)),
            (None, true) => {
                wrongs.push(What::TableForm { row: 1 }, Place::file(tables::names::HOMES));
                None
            }
            (_, false) => Some(tables::HomeSizes::new()),
        };
        let (Some(buckets), Some((people, weights)), Some((counts, grounds)), Some(homes)) =
            (buckets, people, counts, homes)
        else {
            return Err(wrongs.into());
        };
        let mut differ = |about: &'static str, stratum: u32, file: &str| {
            wrongs.push(What::TablesDiffer { about, stratum }, Place::file(file));
        };
        let all: u64 = people.iter().sum();
        if buckets.iter().map(|bucket| bucket.1).sum::<u64>() != all {
            differ("people", 0, tables.frame.file);
        }
        if counts.people != all || !tables::adds_up(&counts) {
            differ("people", 0, tables.counts.file);
        }
        if grounds != self.grounds() {
            differ("grounds", 0, tables.counts.file);
        }
        if let Some(table) = tables.homes.filter(|_| self.terms().columns.home.is_some()) {
            let (sums, _) = tables::sums(&homes, strata);
            let other = (1..).zip(sums.iter().zip(&people)).find(|(_, (sum, due))| sum != due);
            if let Some((stratum, _)) = other {
                differ("homes", stratum, table.file);
            }
        }
        if wrongs.stop() {
            return Err(wrongs.into());
        }
        self.freeze(Frame { buckets, people, weights, homes, counts, flags: Vec::new() }, wrongs)
    }
}

/// The row of counts that says of which script they are, if there is one, and the others: a frame that this program made has none.
fn of_script(counts: &[u8]) -> (Option<&[u8]>, Vec<u8>) {
    let is = |line: &&[u8]| line.starts_with(b"script/");
    let lines = || counts.split_inclusive(|&b| b == b'\n');
    let script = lines().find(is).map(<[u8]>::trim_ascii_end);
    (script, lines().filter(|line| !is(line)).flatten().copied().collect())
}

/// Rows that the database could not read stop the work, as they do here.
fn bad_rows(counts: Table<'_>, wrongs: &mut Wrongs) {
    for row in rows(counts.bytes, &["what", "count"]).unwrap_or_default() {
        if let (Some(about), Ok(rows @ 1..)) = (row[0].strip_prefix("bad/"), row[1].parse()) {
            wrongs.push(What::RowsBad { about: about.to_owned(), rows }, Place::file(counts.file));
        }
    }
}

fn read<T>(table: Table<'_>, wrongs: &mut Wrongs, read: impl FnOnce(&[u8]) -> Result<T, Bad>) -> Option<T> {
    let wrong = |why| {
        let row = if let Bad::Row(row) = why { row } else { 1 };
        wrongs.push(What::TableForm { row }, Place::file(table.file));
    };
    // What a database writes without rows that are nothing.
    read(table.bytes).map_err(wrong).ok()
}

/// Whether a database found the same areas; it finds none where none are drawn.
fn same_areas(table: Table<'_>, drawn: Option<&[Area]>, wrongs: &mut Wrongs) {
    let due = drawn.map(tables::areas).unwrap_or_default();
    let form = |bytes: &[u8]| rows(bytes, &["stratum", "area"]).map(drop);
    if due == table.bytes || read(table, wrongs, form).is_none() {
        return;
    }
    // The heading is the same where areas are drawn, so the first line that is not is that of a stratum.
    let (due, found) = (due.split(|&b| b == b'\n'), table.bytes.split(|&b| b == b'\n'));
    let stratum = due.zip(found).take_while(|(due, found)| due == found).count() as u32;
    wrongs.push(What::TablesDiffer { about: "areas", stratum }, Place::file(table.file));
}

impl Invitation {
    /// The draw or trial of this number; the last draw without one.
    ///
    /// # Errors
    /// Nothing was drawn.
    pub fn drawn(&self, trial: Option<u32>) -> Result<(Draw, Digest, Digest), Refusal> {
        let draws = chain(&DRAWS, &self.folder)?;
        let trials = chain(&TRIALS, &self.folder)?;
        let found = match trial {
            None => draws.last(),
            Some(n) => trials.iter().find(|made| made.number == n),
        };
        let made = found.ok_or(Refusal::NoLettersDrawn)?;
        let first = draws.first().map(|first| &first.facts).filter(|_| trial.is_none());
        let seed = self.seed(&made.facts, first).ok_or(Refusal::NoLettersDrawn)?;
        Ok((made.facts.clone(), seed, made.digest))
    }

    /// Takes the list that a database made from the seed of the last draw, or of a trial; and compares what became of the areas
    /// there, where that is given, with what became of them here.
    ///
    /// # Errors
    /// What is wrong with the tables.
    pub fn take(
        &self,
        trial: Option<u32>,
        table: Table<'_>,
        areas: Option<Table<'_>>,
    ) -> Result<Drawing, Stop> {
        let (draw, seed, digest) = self.drawn(trial)?;
        let homes = self.public.homes.is_some();
        let mut wrongs = Wrongs::default();
        let Some(letters) = read(table, &mut wrongs, |bytes| tables::read_letters(bytes, homes)) else {
            return Err(wrongs.into());
        };
        let chances = Chances { seed: &seed, draw: &draw };
        let key = chances.hash(&self.public.terms);
        let lists = chances.lists(&self.public);
        let address_first = self.public.terms.homes == Homes::AddressFirst;
        let lot_of = |letter: &Letter| key.of_half(if address_first { &letter.home } else { &letter.person });
        if letters.len() > 1 && letters.iter().all(|letter| lot_of(letter) != letter.hash) {
            wrongs.push(What::ListOfAnother, Place::file(table.file));
            return Err(wrongs.into());
        }
        let mut full = vec![0u64; lists.len()];
        // Lots grow with places, so nobody has two of them; nor has a home, where homes count.
        let (mut before, mut at_home) = (None, BTreeSet::new());
        let alone = self.public.terms.homes != Homes::Any;
        for (letter, row) in letters.iter().zip(2..) {
            let known = (letter.stratum as usize) <= lists.len();
            let lot = (letter.stratum, letter.hash.0);
            let grows = before.is_none_or(|before| before < lot);
            before = Some(lot);
            if !known || lot_of(letter) != letter.hash || !grows || (alone && !at_home.insert(letter.home)) {
                wrongs.push(What::TableForm { row }, Place::file(table.file).row(row));
                continue;
            }
            full[letter.stratum as usize - 1] = letter.place;
        }
        for (stratum, (full, due)) in (1..).zip(full.iter().zip(&lists)) {
            if full != due {
                wrongs.push(What::TablesDiffer { about: "letters", stratum }, Place::file(table.file));
            }
        }
        let drawn = chances.areas(&self.public);
        if let Some(table) = areas {
            same_areas(table, drawn.as_deref(), &mut wrongs);
        }
        if wrongs.stop() {
            return Err(wrongs.into());
        }
        let plan = chances.plan(&self.public);
        let patch = self.listed(&draw, &digest, &plan, &letters)?;
        let (again, areas) = (patch.is_empty(), drawn);
        Ok(Drawing { draw, areas, plan, letters: Some(letters), again, patch })
    }

    /// The list of a draw from the sealed people, without changing anything.
    ///
    /// # Errors
    /// Trouble of the system, or other people.
    pub fn letters_of(&self, trial: Option<u32>, people: People<'_>) -> Result<Vec<Letter>, Stop> {
        let (draw, seed, _) = self.drawn(trial)?;
        let list = people.list(&self.public, None);
        let letters = Chances { seed: &seed, draw: &draw }.letters(&self.public, &list)?;
        Ok(letters.ok_or(Refusal::OtherPeople)?)
    }
}
