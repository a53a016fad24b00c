//! From registers to the frame: every eligible person once, with their home and stratum, and the digests that commit to
//! all of them. Imports `base` and its siblings.
//!
//! The rows go to a shelf by the first two digits of the person, so that all rows of one person meet there; homes go by
//! their own first two digits to be counted. Memory grows with strata and institutions, not with rows.

use super::excluded::{Excluded, Watch};
use super::looks::{Days, Flags, Shape};
use super::person::{Age, Born, Decimal, RowDigest};
use super::rows::{Home, Reader, Row};
use super::scan::{Bytes, Hands, Shelf, try_share};
use super::unsure::{Odd, Unsure};
use super::weights::Weights;
use super::wrong::{What, Wrongs};
use super::{Half, LARGEST_HOME};
use crate::base::digest::Digest;
use crate::base::fault::Place as At;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Who takes part, besides what is in the register.
#[derive(Clone, Debug, Default)]
pub struct Eligible {
    /// The latest date of birth, YYYYMMDD; without it age does not count.
    pub limit: Option<u32>,
    /// People who are left out, each with the number of the ground.
    pub excluded: BTreeMap<Half, usize>,
    /// How many grounds there are.
    pub grounds: usize,
    /// The same people as their lists have them.
    pub listed: Vec<Excluded>,
}

/// What became of the rows: control totals, which are public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows of all registers.
    pub rows: u64,
    /// Rows of people who have a newer one.
    pub repeats: u64,
    /// People whose data are confidential.
    pub confidential: u64,
    /// People who are left out, by ground.
    pub excluded: Vec<u64>,
    /// People who are surely not of age.
    pub young: u64,
    /// People of whom it is not known whether they are of age.
    pub doubtful: u64,
    /// Homes of more than nine people, who count as homes of their own.
    pub institutions: u64,
    /// People there.
    pub residents: u64,
    /// Everybody who takes part.
    pub people: u64,
}

/// The frame as far as it is public.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Bucket, people and digest, ascending.
    pub buckets: Vec<(u16, u64, Digest)>,
    /// People of each stratum.
    pub people: Vec<u64>,
    /// What their weights come to.
    pub weights: Vec<Weights>,
    /// Homes of each stratum and number of people.
    pub homes: BTreeMap<(u32, u64), u64>,
    /// What became of the rows.
    pub counts: Counts,
    /// What stands in the column of confidentiality, and in how many rows; nothing where that is not known.
    pub flags: Vec<(String, u64)>,
}

/// The heading of the sealed list of people, with weights or without.
pub fn persons_heading(weighted: bool) -> &'static str {
    if weighted { "person,home,stratum,weight,key\n" } else { "person,home,stratum,key\n" }
}

const ROWS: &str = "rows";
const ONCE: &str = "once";
const HOMES: &str = "homes";
const PARTS: usize = 256;

/// A row on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kept<'a> {
    person: Half,
    /// The newest first.
    since: std::cmp::Reverse<u32>,
    stratum: u32,
    home: Half,
    born: Born,
    weight: u16,
    flagged: bool,
    key: &'a [u8],
}

impl<'a> Kept<'a> {
    fn write(row: &Row<'_>, to: &mut Vec<u8>) {
        to.extend_from_slice(&row.person.0);
        to.extend_from_slice(&row.home.0);
        for number in [row.stratum, row.since, row.born.last, row.born.first] {
            to.extend_from_slice(&number.to_le_bytes());
        }
        to.extend_from_slice(&row.weight.to_le_bytes());
        to.push(u8::from(row.flagged));
        to.push(row.key.len() as u8);
        to.extend_from_slice(row.key);
    }

    fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (person, bytes) = bytes.split_first_chunk::<16>()?;
        let (home, bytes) = bytes.split_first_chunk::<16>()?;
        let (numbers, bytes) = bytes.split_first_chunk::<16>()?;
        let (weight, bytes) = bytes.split_first_chunk::<2>()?;
        let (&[flagged, length], bytes) = bytes.split_first_chunk::<2>()?;
        let (key, bytes) = bytes.split_at_checked(usize::from(length))?;
        let [stratum, since, last, first] =
            [0, 1, 2, 3].map(|i| u32::from_le_bytes(numbers.as_chunks().0[i]));
        let row = Self {
            person: Half(*person),
            since: std::cmp::Reverse(since),
            stratum,
            home: Half(*home),
            born: Born { last, first },
            weight: u16::from_le_bytes(*weight),
            flagged: flagged == 1,
            key,
        };
        Some((row, bytes))
    }
}

/// Somebody on the shelf, once.
#[derive(Clone, Copy, Debug)]
struct One<'a> {
    person: Half,
    home: Half,
    stratum: u32,
    weight: u16,
    key: &'a [u8],
}

impl<'a> One<'a> {
    fn write(row: &Kept<'_>, to: &mut Vec<u8>) {
        to.extend_from_slice(&row.person.0);
        to.extend_from_slice(&row.home.0);
        to.extend_from_slice(&row.stratum.to_le_bytes());
        to.extend_from_slice(&row.weight.to_le_bytes());
        to.push(row.key.len() as u8);
        to.extend_from_slice(row.key);
    }

    fn first(bytes: &'a [u8]) -> Option<(Self, &'a [u8])> {
        let (person, bytes) = bytes.split_first_chunk::<16>()?;
        let (home, bytes) = bytes.split_first_chunk::<16>()?;
        let (stratum, bytes) = bytes.split_first_chunk::<4>()?;
        let (weight, bytes) = bytes.split_first_chunk::<2>()?;
        let (&length, bytes) = bytes.split_first()?;
        let (key, bytes) = bytes.split_at_checked(usize::from(length))?;
        let (person, home) = (Half(*person), Half(*home));
        let (stratum, weight) = (u32::from_le_bytes(*stratum), u16::from_le_bytes(*weight));
        Some((Self { person, home, stratum, weight, key }, bytes))
    }
}

/// All rows of a part. What is on the shelf was put there by the `write` that belongs to `first`.
fn all<'a, T>(mut bytes: &'a [u8], first: impl Fn(&'a [u8]) -> Option<(T, &'a [u8])>) -> io::Result<Vec<T>> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let (row, rest) = first(bytes).ok_or(io::ErrorKind::InvalidData)?;
        all.push(row);
        bytes = rest;
    }
    Ok(all)
}

/// What a task puts on the shelf: nothing is put there row by row.
struct Piles(Vec<Vec<u8>>);

impl Piles {
    fn new() -> Self {
        Self(vec![Vec::new(); PARTS])
    }

    fn put(self, heap: &'static str, shelf: &dyn Shelf) -> io::Result<()> {
        let mut full = (0..=u8::MAX).zip(&self.0).filter(|(_, pile)| !pile.is_empty());
        full.try_for_each(|(part, pile)| shelf.put(heap, part, pile))
    }
}

/// Where to make a frame.
pub struct Place<'a> {
    /// What must be sorted.
    pub shelf: &'a dyn Shelf,
    /// Who does the work.
    pub hands: &'a dyn Hands,
    /// Where the sealed list of people goes, in the order of people: [`persons_heading`] and a line for each.
    pub persons: &'a mut (dyn Write + Send),
}

/// A register and what it is called in keys made of rows.
pub struct Register<'a> {
    /// The file.
    pub file: &'a dyn Bytes,
    /// Its short name.
    pub source: String,
}

/// Makes the frame of these registers. With anything wrong that stops the work there is no frame.
///
/// # Errors
/// As the system says.
pub fn frame(
    registers: &[Register<'_>],
    reader: &Reader<'_>,
    eligible: &Eligible,
    place: Place<'_>,
) -> io::Result<(Option<Frame>, Wrongs)> {
    let Place { shelf, hands, persons } = place;
    let mut wrongs = Wrongs::default();
    let mut counts = Counts { excluded: vec![0; eligible.grounds], ..Counts::default() };
    let (mut shape, mut homeless) = (Shape::default(), 0);
    let (mut flags, mut days) = (Flags::default(), Days::default());
    let (watch, mut far, mut without) = (Watch::new(&eligible.listed), Vec::new(), Vec::new());
    for register in registers {
        let each = |piles: &mut Piles, row: &Row<'_>| {
            watch.see(&row.person, row.key);
            Kept::write(row, &mut piles.0[usize::from(row.person.0[0])]);
        };
        let end = |piles: Piles| piles.put(ROWS, shelf);
        let read = reader.rows(register.file, &register.source, hands, &Piles::new, &each, &end)?;
        counts.rows += read.rows;
        shape.join(&read.shape);
        homeless += read.homeless;
        flags.join(&read.flags);
        days.join(read.days);
        for wrong in read.wrongs.0 {
            match wrong.what {
                What::FarDay { .. } => far.push(wrong.place),
                What::FewHomes { .. } => without.push(wrong.place),
                What::OddFlags { .. } => {
                    wrongs.push(What::OddFlags { flags: read.flags.told() }, wrong.place);
                }
                what => wrongs.push(what, wrong.place),
            }
        }
    }
    report_days(reader, days, counts.rows, far, &mut wrongs);
    if counts.rows > 0 {
        watch.report(&mut wrongs);
    }
    if let Some((digits, shorter)) = shape.uneven() {
        wrongs.push(What::UnevenKeys { digits, shorter }, At::default());
    }
    if reader.columns.home.is_some() {
        let named = matches!(reader.columns.home, Some(Home::Named(_)));
        report_homes(homeless, counts.rows, named, without, &mut wrongs);
    }
    if wrongs.stop() {
        return Ok((None, wrongs));
    }
    let counted = Mutex::new(counts);
    let unsure = Mutex::new(Unsure::default());
    try_share(hands, PARTS, &|part| once(part as u8, eligible, shelf, &counted, &unsure))?;
    let unsure = unsure.into_inner().unwrap_or_else(PoisonError::into_inner);
    let files: Vec<(&dyn Bytes, &str)> =
        registers.iter().map(|register| (register.file, register.source.as_str())).collect();
    unsure.report(&files, reader, hands, &mut wrongs)?;
    let large = Mutex::new(BTreeSet::new());
    let sizes = Mutex::new(BTreeMap::new());
    try_share(hands, PARTS, &|part| homes(part as u8, shelf, &counted, &large, &sizes))?;
    let large = large.into_inner().unwrap_or_else(PoisonError::into_inner);
    let strata = reader.strata.len();
    let turn = Turn::new(persons, reader.columns.weight.is_some());
    let end = Mutex::new((BTreeMap::new(), vec![(0, Weights::default()); strata]));
    try_share(hands, PARTS, &|part| buckets(part, shelf, &large, &turn, &end))?;
    let (buckets, strata) = end.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut counts = counted.into_inner().unwrap_or_else(PoisonError::into_inner);
    let (people, weights): (Vec<u64>, Vec<Weights>) = strata.into_iter().unzip();
    counts.people = people.iter().sum();
    let buckets = buckets.into_iter().map(|(bucket, (people, digest))| (bucket, people, digest)).collect();
    let homes = sizes.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok((Some(Frame { buckets, people, weights, homes, counts, flags: flags.told() }), wrongs))
}

/// Says where the day on which ages count is far from the dates of the register: two digits that changed places make everybody
/// much older or younger.
fn report_days(reader: &Reader<'_>, days: Days, rows: u64, far: Vec<At>, wrongs: &mut Wrongs) {
    /// Few dates can be slips.
    const PART: u64 = 100;
    // Of dates that nobody could read it cannot be said where they lie.
    let Some(day) = reader.reference.filter(|_| days.read > 0) else { return };
    if days.near == 0 || days.after * PART > rows {
        // Then the day is odd, and not each of the dates.
        wrongs.0.retain(|wrong| {
            !matches!(wrong.what, What::OddBirth { why: "after" } | What::OddSince { why: "after" })
        });
        let on = format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100);
        let what = What::FarDay { on, after: days.after };
        match far.is_empty() {
            true => wrongs.push(what, At::default()),
            false => far.into_iter().for_each(|place| wrongs.push(what.clone(), place)),
        }
    }
}

/// Says how many rows have no address: `at` are the first of them, where homes decide anything.
fn report_homes(homeless: u64, rows: u64, named: bool, at: Vec<At>, wrongs: &mut Wrongs) {
    let what = What::FewHomes { without: homeless, rows, named };
    if rows > 0 && homeless == rows {
        wrongs.push(What::NoHomes { named }, At::default());
    } else if !at.is_empty() && homeless * 2 <= rows {
        at.into_iter().for_each(|place| wrongs.push(what.clone(), place));
    } else if homeless * 4 > rows {
        wrongs.push(what, At::default());
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the rows of one person disagree on, the one that stays first.
fn disagree(same: &[Kept<'_>]) -> Odd {
    let (first, last) =
        (same.iter().map(|row| row.born.first).max(), same.iter().map(|row| row.born.last).min());
    let newest = || same.iter().take_while(|row| row.since == same[0].since);
    let (stratum, weight) = (same[0].stratum, same[0].weight);
    [first > last, newest().any(|row| row.stratum != stratum), newest().any(|row| row.weight != weight)]
}

/// Keeps one row of each person of a part, if they take part.
fn once(
    part: u8,
    eligible: &Eligible,
    shelf: &dyn Shelf,
    counted: &Mutex<Counts>,
    unsure: &Mutex<Unsure>,
) -> io::Result<()> {
    let bytes = shelf.take(ROWS, part)?;
    let mut rows = all(&bytes, Kept::first)?;
    rows.sort_unstable();
    let mut counts = Counts { excluded: vec![0; eligible.grounds], ..Counts::default() };
    let mut kept = Vec::with_capacity(bytes.len());
    let mut at_home = Piles::new();
    let mut open = Unsure::default();
    for same in rows.chunk_by(|a, b| a.person == b.person) {
        let row = &same[0];
        counts.repeats += same.len() as u64 - 1;
        open.see(row.person, disagree(same));
        let age = eligible.limit.map_or(Age::Old, |limit| row.born.age(limit));
        // A flag on any of the rows counts for the person.
        match (same.iter().any(|row| row.flagged), eligible.excluded.get(&row.person), age) {
            (true, _, _) => counts.confidential += 1,
            (_, Some(&ground), _) => counts.excluded[ground] += 1,
            (_, _, Age::Young) => counts.young += 1,
            (_, _, Age::Doubtful) => counts.doubtful += 1,
            (false, None, Age::Old) => {
                One::write(row, &mut kept);
                let pile = &mut at_home.0[usize::from(row.home.0[0])];
                pile.extend_from_slice(&row.home.0);
                pile.extend_from_slice(&row.stratum.to_le_bytes());
            }
        }
    }
    shelf.put(ONCE, part, &kept)?;
    at_home.put(HOMES, shelf)?;
    lock(unsure).join(open);
    let mut sum = lock(counted);
    sum.repeats += counts.repeats;
    sum.confidential += counts.confidential;
    sum.young += counts.young;
    sum.doubtful += counts.doubtful;
    sum.excluded.iter_mut().zip(counts.excluded).for_each(|(all, own)| *all += own);
    Ok(())
}

/// Counts the people of each home of a part.
fn homes(
    part: u8,
    shelf: &dyn Shelf,
    counted: &Mutex<Counts>,
    large: &Mutex<BTreeSet<Half>>,
    sizes: &Mutex<BTreeMap<(u32, u64), u64>>,
) -> io::Result<()> {
    let bytes = shelf.take(HOMES, part)?;
    let mut homes: Vec<[u8; 20]> = bytes.as_chunks::<20>().0.to_vec();
    homes.sort_unstable();
    let mut own: BTreeMap<(u32, u64), u64> = BTreeMap::new();
    let (mut institutions, mut residents) = (Vec::new(), 0);
    for same in homes.chunk_by(|a, b| a[..16] == b[..16]) {
        let people = same.len() as u64;
        let [.., a, b, c, d] = same[0];
        let stratum = u32::from_le_bytes([a, b, c, d]);
        if people > LARGEST_HOME {
            let mut home = [0; 16];
            home.copy_from_slice(&same[0][..16]);
            institutions.push(Half(home));
            residents += people;
            *own.entry((stratum, 1)).or_default() += people;
        } else {
            *own.entry((stratum, people)).or_default() += 1;
        }
    }
    let mut all = lock(sizes);
    own.into_iter().for_each(|(size, homes)| *all.entry(size).or_default() += homes);
    drop(all);
    let mut counts = lock(counted);
    counts.institutions += institutions.len() as u64;
    counts.residents += residents;
    drop(counts);
    lock(large).extend(institutions);
    Ok(())
}

type Ends = (BTreeMap<u16, (u64, Digest)>, Vec<(u64, Weights)>);

/// The buckets of a part, and its people in their order.
fn buckets(
    part: usize,
    shelf: &dyn Shelf,
    large: &BTreeSet<Half>,
    turn: &Turn<'_>,
    end: &Mutex<Ends>,
) -> io::Result<()> {
    // Whoever waits for a part that failed must not wait for ever.
    let mine = turn.of(part);
    let bytes = shelf.take(ONCE, part as u8)?;
    let rows = all(&bytes, One::first)?;
    let mut text = Vec::with_capacity(rows.len() * 80);
    let mut found = Vec::new();
    let mut strata: BTreeMap<u32, (u64, Weights)> = BTreeMap::new();
    let row_digest = RowDigest::default();
    let mut digits = Vec::new();
    for bucket in rows.chunk_by(|a, b| a.person.bucket() == b.person.bucket()) {
        digits.clear();
        for row in bucket {
            let home = if large.contains(&row.home) { row.person } else { row.home };
            let (person, home, stratum) = (row.person.text(), home.text(), Decimal::of(row.stratum));
            let weight = turn.weighted.then(|| Decimal::of(row.weight.into()));
            let weight = weight.as_ref().map(Decimal::text);
            digits.extend_from_slice(&row_digest.of(&person, &home, stratum.text(), weight).text());
            let (people, weights) = strata.entry(row.stratum).or_default();
            *people += 1;
            weights.add(row.weight);
            text.extend_from_slice(&person);
            text.push(b',');
            text.extend_from_slice(&home);
            text.push(b',');
            text.extend_from_slice(stratum.text());
            text.push(b',');
            if let Some(weight) = weight {
                text.extend_from_slice(weight);
                text.push(b',');
            }
            quote(row.key, &mut text);
            text.push(b'\n');
        }
        found.push((bucket[0].person.bucket(), (bucket.len() as u64, Digest::of(&digits))));
    }
    let mut ends = lock(end);
    ends.0.extend(found);
    for (stratum, (people, weights)) in strata {
        let end = &mut ends.1[stratum as usize - 1];
        end.0 += people;
        end.1.join(weights);
    }
    drop(ends);
    mine.write(&text)
}

/// A key as a cell of a table.
fn quote(key: &[u8], to: &mut Vec<u8>) {
    if !key.iter().any(|b| matches!(b, b',' | b'"')) {
        return to.extend_from_slice(key);
    }
    to.push(b'"');
    for &b in key {
        if b == b'"' {
            to.push(b'"');
        }
        to.push(b);
    }
    to.push(b'"');
}

/// What is written part by part, in their order, whoever has it ready first.
struct Turn<'a> {
    state: Mutex<(usize, &'a mut (dyn Write + Send))>,
    next: Condvar,
    /// Whether people have weights.
    weighted: bool,
}

/// The turn of one part.
struct Mine<'t, 'a> {
    turn: &'t Turn<'a>,
    part: usize,
    done: std::cell::Cell<bool>,
}

impl<'a> Turn<'a> {
    fn new(to: &'a mut (dyn Write + Send), weighted: bool) -> Self {
        Self { state: Mutex::new((0, to)), next: Condvar::new(), weighted }
    }

    fn of(&self, part: usize) -> Mine<'_, 'a> {
        Mine { turn: self, part, done: std::cell::Cell::new(false) }
    }
}

impl Mine<'_, '_> {
    fn write(&self, text: &[u8]) -> io::Result<()> {
        let state = lock(&self.turn.state);
        let waited = self.turn.next.wait_while(state, |state| state.0 < self.part);
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        let heading = persons_heading(self.turn.weighted);
        let head = if self.part == 0 { state.1.write_all(heading.as_bytes()) } else { Ok(()) };
        let written = head.and_then(|()| state.1.write_all(text));
        state.0 = self.part + 1;
        self.done.set(true);
        self.turn.next.notify_all();
        written
    }
}

impl Drop for Mine<'_, '_> {
    fn drop(&mut self) {
        if !self.done.get() {
            let _ = self.write(b"");
        }
    }
}
