//! The sealed list of people, read where it lies: `person,home,stratum,key`, with a weight before the key where people have
//! weights. Imports `base` and its siblings.

use super::Half;
use super::frame::persons_heading;
use super::person::RowDigest;
use super::scan::{Bytes, Hands, lines};
use super::weights::{Weights, weight};
use crate::base::digest::Digest;
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// One of the people in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// The person, as hexadecimal digits.
    pub person: &'a [u8; 32],
    /// Their home.
    pub home: &'a [u8; 32],
    /// Their stratum, from 1.
    pub stratum: u32,
    /// The same in decimal digits.
    digits: &'a [u8],
    /// Their weight; 1 where people have none.
    pub weight: u16,
    /// The same in decimal digits, where people have weights.
    weighed: Option<&'a [u8]>,
    /// Their key in the register, as the cell of a table.
    pub key: &'a [u8],
}

/// The digits of a half; refuses all others.
fn digits(text: &[u8]) -> Option<(&[u8; 32], &[u8])> {
    let (half, rest) = text.split_first_chunk::<32>()?;
    // Without a way out in between, so that many are looked at in one step.
    let good = half.iter().fold(true, |good, b| good & (b.is_ascii_digit() | matches!(b, b'a'..=b'f')));
    good.then_some((half, rest))
}

impl<'a> Person<'a> {
    /// A line of the list.
    fn of(line: &'a [u8], weighted: bool) -> Option<Self> {
        let (person, rest) = digits(line)?;
        let (home, rest) = digits(rest.strip_prefix(b",")?)?;
        let rest = rest.strip_prefix(b",")?;
        let end = rest.iter().position(|&b| b == b',')?;
        let number = &rest[..end];
        if number.is_empty()
            || number.len() > 9
            || number[0] == b'0'
            || !number.iter().all(u8::is_ascii_digit)
        {
            return None;
        }
        let stratum = number.iter().fold(0, |n, b| 10 * n + u32::from(b - b'0'));
        let (weighed, key) = match (weighted, &rest[end + 1..]) {
            (false, key) => (None, key),
            (true, rest) => {
                let end = rest.iter().position(|&b| b == b',')?;
                (Some(&rest[..end]), &rest[end + 1..])
            }
        };
        let weight = weighed.map_or(Some(1), weight)?;
        Some(Self { person, home, stratum, digits: number, weight, weighed, key })
    }

    /// The digest of their row of the frame.
    fn row(&self, row: &RowDigest) -> Digest {
        row.of(self.person, self.home, self.digits, self.weighed)
    }

    /// The person.
    pub fn half(&self) -> Half {
        Half::of_digits(self.person)
    }

    /// Their home.
    pub fn home_half(&self) -> Half {
        Half::of_digits(self.home)
    }

    /// The key without the quotation marks of a table.
    pub fn plain_key(&self) -> String {
        plain(self.key)
    }
}

/// A key without the quotation marks of a table.
pub fn plain(key: &[u8]) -> String {
    let text = String::from_utf8_lossy(key);
    match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inside) => inside.replace("\"\"", "\""),
        None => text.into_owned(),
    }
}

/// A list of people and how it is gone through.
#[derive(Clone, Copy)]
pub struct List<'a> {
    /// The list.
    pub file: &'a dyn Bytes,
    /// How many strata there are.
    pub strata: usize,
    /// Whether people have weights.
    pub weighted: bool,
    /// Who goes through it.
    pub hands: &'a dyn Hands,
    /// What it must add up to, where that is not known to be so.
    pub due: Option<&'a Sums>,
}

impl List<'_> {
    /// Goes through the list. Whether it has its form, and adds up to what it must, comes back: with `false` nothing that
    /// was gathered counts.
    ///
    /// # Errors
    /// As the system says, or `end` does.
    pub fn each<T>(
        &self,
        begin: &(dyn Fn() -> T + Sync),
        each: &(dyn Fn(&mut T, &Person<'_>) + Sync),
        end: &(dyn Fn(T, usize) -> io::Result<()> + Sync),
    ) -> io::Result<bool> {
        match self.due {
            None => self.walk(begin, each, end),
            Some(due) => Ok(self.adding(begin, each, end)?.as_ref() == Some(due)),
        }
    }

    fn walk<T>(
        &self,
        begin: &(dyn Fn() -> T + Sync),
        each: &(dyn Fn(&mut T, &Person<'_>) + Sync),
        end: &(dyn Fn(T, usize) -> io::Result<()> + Sync),
    ) -> io::Result<bool> {
        let due = persons_heading(self.weighted);
        let mut heading = vec![0; due.len()];
        if self.file.size() < heading.len() as u64 {
            return Ok(false);
        }
        self.file.read_at(0, &mut heading)?;
        let sound = AtomicBool::new(heading == due.as_bytes());
        let one = |gathered: &mut T, _, _, line: &[u8]| match Person::of(line, self.weighted) {
            Some(person) if person.stratum as usize <= self.strata => each(gathered, &person),
            _ => sound.store(false, Ordering::Relaxed),
        };
        lines(self.file, heading.len() as u64, self.hands, begin, &one, end)?;
        Ok(sound.into_inner())
    }

    /// Adds the list up as the frame does; `None` where it does not have its form, which has everybody once, in their order.
    ///
    /// # Errors
    /// As the system says.
    pub fn sums(&self) -> io::Result<Option<Sums>> {
        self.adding(&|| (), &|(), _| {}, &|(), _| Ok(()))
    }

    fn adding<T>(
        &self,
        begin: &(dyn Fn() -> T + Sync),
        each: &(dyn Fn(&mut T, &Person<'_>) + Sync),
        end: &(dyn Fn(T, usize) -> io::Result<()> + Sync),
    ) -> io::Result<Option<Sums>> {
        let row = RowDigest::default();
        let strata = vec![(0, Weights::default()); self.strata];
        let begin = || (begin(), Gathered { strata: strata.clone(), ascends: true, ..Gathered::default() });
        let each = |(gathered, some): &mut (T, Gathered), p: &Person<'_>| {
            some.add(p, &row);
            each(gathered, p);
        };
        let adder = Mutex::new(Adder { strata: strata.clone(), ascends: true, ..Adder::default() });
        let end = |(gathered, mut some): (T, Gathered), task| {
            some.close(true);
            adder.lock().unwrap_or_else(PoisonError::into_inner).take(task, some);
            end(gathered, task)
        };
        if !self.walk(&begin, &each, &end)? {
            return Ok(None);
        }
        Ok(adder.into_inner().unwrap_or_else(PoisonError::into_inner).finish())
    }
}

/// Puts together what tasks found, in their order: what is ready early waits, so that memory grows with hands.
#[derive(Default)]
struct Adder {
    buckets: Vec<(u16, u64, Digest)>,
    /// People of each stratum, and what their weights come to.
    strata: Vec<(u64, Weights)>,
    /// The task that is next.
    next: usize,
    waiting: BTreeMap<usize, Gathered>,
    /// The bucket that may go on.
    open: Option<(u16, Vec<u8>)>,
    last: Option<Half>,
    ascends: bool,
}

impl Adder {
    fn take(&mut self, task: usize, some: Gathered) {
        self.waiting.insert(task, some);
        while let Some(some) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.add(some);
        }
    }

    fn add(&mut self, some: Gathered) {
        let Some((from, to)) = some.ends else { return };
        self.ascends &= some.ascends && self.last.is_none_or(|last| last < from);
        self.last = Some(to);
        for (sum, own) in self.strata.iter_mut().zip(&some.strata) {
            sum.0 += own.0;
            sum.1.join(own.1);
        }
        for pile in some.piles {
            match pile {
                Pile::Open(bucket, rows) => match &mut self.open {
                    Some((known, before)) if *known == bucket => before.extend(rows),
                    _ => {
                        self.close();
                        self.open = Some((bucket, rows));
                    }
                },
                Pile::Closed(bucket, people, digest) => {
                    self.close();
                    self.buckets.push((bucket, people, digest));
                }
            }
        }
    }

    /// Ends the bucket that may go on.
    fn close(&mut self) {
        if let Some((bucket, rows)) = self.open.take()
            && let Pile::Closed(bucket, people, digest) = Pile::closed(bucket, &rows)
        {
            self.buckets.push((bucket, people, digest));
        }
    }

    fn finish(mut self) -> Option<Sums> {
        self.close();
        let (people, weights) = self.strata.into_iter().unzip();
        self.ascends.then_some(Sums { buckets: self.buckets, people, weights })
    }
}

/// What the list adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Bucket, people and digest, ascending.
    pub buckets: Vec<(u16, u64, Digest)>,
    /// People of each stratum.
    pub people: Vec<u64>,
    /// What their weights come to.
    pub weights: Vec<Weights>,
}

/// What a task found: its buckets, people and weights of each stratum, and the first and last person.
#[derive(Default)]
struct Gathered {
    piles: Vec<Pile>,
    /// The bucket in the making, and the digits of the digests of its rows.
    bucket: Option<u16>,
    rows: Vec<u8>,
    strata: Vec<(u64, Weights)>,
    ends: Option<(Half, Half)>,
    /// The last person.
    last: [u8; 32],
    ascends: bool,
}

/// A bucket of a task: the digits of its rows, or what they add up to.
enum Pile {
    Open(u16, Vec<u8>),
    Closed(u16, u64, Digest),
}

impl Gathered {
    fn add(&mut self, p: &Person<'_>, row: &RowDigest) {
        let bucket = Half::bucket_of(p.person);
        if self.bucket != Some(bucket) {
            self.close(false);
            self.bucket = Some(bucket);
        }
        self.rows.extend_from_slice(&p.row(row).text());
        let (people, weights) = &mut self.strata[p.stratum as usize - 1];
        *people += 1;
        weights.add(p.weight);
        match &self.ends {
            None => self.ends = Some((p.half(), p.half())),
            Some(_) => self.ascends &= self.last < *p.person,
        }
        self.last = *p.person;
    }

    /// Ends the bucket in the making. Only the first and the last bucket of a task can go on in another.
    fn close(&mut self, at_end: bool) {
        if let Some(bucket) = self.bucket.take() {
            let open = self.piles.is_empty() || at_end;
            self.piles.push(match open {
                true => Pile::Open(bucket, std::mem::take(&mut self.rows)),
                false => Pile::closed(bucket, &self.rows),
            });
            self.rows.clear();
        }
        if at_end && let Some((_, to)) = &mut self.ends {
            *to = Half::of_digits(&self.last);
        }
    }
}

impl Pile {
    fn closed(bucket: u16, rows: &[u8]) -> Self {
        Self::Closed(bucket, rows.len() as u64 / 64, Digest::of(rows))
    }
}

/// Home, stratum and weight of one person, by halving the file; `None` where they are not in it.
///
/// # Errors
/// As the system says.
pub fn find(file: &dyn Bytes, weighted: bool, wanted: &Half) -> io::Result<Option<(Half, u32, u16)>> {
    let (mut low, mut high) = (persons_heading(weighted).len() as u64, file.size());
    while low < high {
        let middle = low + (high - low) / 2;
        // The line that holds the byte in the middle starts after the end of the line before.
        let from = middle.saturating_sub(400).max(low);
        let mut bytes = vec![0; (file.size().min(middle + 400) - from) as usize];
        file.read_at(from, &mut bytes)?;
        let at = (middle - from) as usize;
        let start = bytes[..at].iter().rposition(|&b| b == b'\n').map_or(0, |end| end + 1);
        let end = bytes[at..].iter().position(|&b| b == b'\n').map_or(bytes.len(), |end| at + end);
        let line = bytes.get(start..end.max(start)).unwrap_or_default();
        let Some(person) = Person::of(line, weighted) else { return Ok(None) };
        match person.half().cmp(wanted) {
            std::cmp::Ordering::Equal => {
                return Ok(Some((person.home_half(), person.stratum, person.weight)));
            }
            std::cmp::Ordering::Less => low = from + end as u64 + 1,
            std::cmp::Ordering::Greater => high = from + start as u64,
        }
    }
    Ok(None)
}

impl List<'_> {
    /// How many people live in a home.
    ///
    /// # Errors
    /// As the system says.
    pub fn at_home(&self, home: &Half) -> io::Result<u64> {
        let (text, all) = (home.text(), AtomicU64::new(0));
        let each = |there: &mut u64, person: &Person<'_>| *there += u64::from(*person.home == text);
        let end = |there, _| {
            all.fetch_add(there, Ordering::Relaxed);
            Ok(())
        };
        self.each(&|| 0, &each, &end)?;
        Ok(all.into_inner())
    }

    /// The digests of everybody's row in one bucket, in their order: enough to see that somebody is in the frame.
    ///
    /// # Errors
    /// As the system says.
    pub fn bucket(&self, bucket: u16) -> io::Result<Vec<Digest>> {
        let all: Mutex<BTreeMap<usize, Vec<Digest>>> = Mutex::default();
        let row = RowDigest::default();
        let one = |rows: &mut Vec<Digest>, p: &Person<'_>| {
            if Half::bucket_of(p.person) == bucket {
                rows.push(p.row(&row));
            }
        };
        let end = |rows: Vec<Digest>, task| {
            all.lock().unwrap_or_else(PoisonError::into_inner).insert(task, rows);
            Ok(())
        };
        self.each(&Vec::new, &one, &end)?;
        Ok(all.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().flatten().collect())
    }
}
