//! The sealed list of people, read where it lies: `person,home,stratum,key`. Imports `base` and its siblings.

use super::Half;
use super::frame::PERSONS;
use super::person::row_digest;
use super::scan::{Bytes, Hands, lines};
use crate::base::digest::{Digest, Running};
use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// One of the people in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// The person.
    pub person: Half,
    /// Their home.
    pub home: Half,
    /// Their stratum, from 1.
    pub stratum: u32,
    /// Their key in the register, as the cell of a table.
    pub key: &'a [u8],
}

impl<'a> Person<'a> {
    /// A line of the list.
    fn of(line: &'a [u8]) -> Option<Self> {
        let (person, rest) = line.split_at_checked(32)?;
        let (home, rest) = rest.strip_prefix(b",")?.split_at_checked(32)?;
        let rest = rest.strip_prefix(b",")?;
        let end = rest.iter().position(|&b| b == b',')?;
        let stratum = std::str::from_utf8(&rest[..end]).ok()?.parse().ok().filter(|&stratum| stratum > 0)?;
        Some(Self { person: Half::read(person)?, home: Half::read(home)?, stratum, key: &rest[end + 1..] })
    }

    /// The key without the quotation marks of a table.
    pub fn plain_key(&self) -> String {
        let text = String::from_utf8_lossy(self.key);
        match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(inside) => inside.replace("\"\"", "\""),
            None => text.into_owned(),
        }
    }
}

/// Goes through the list. Whether it has its form comes back: with `false` nothing that was gathered counts. `strata` is
/// how many there are.
///
/// # Errors
/// As the system says, or `end` does.
pub fn each<T>(
    file: &dyn Bytes,
    strata: usize,
    hands: &dyn Hands,
    begin: &(dyn Fn() -> T + Sync),
    each: &(dyn Fn(&mut T, &Person<'_>) + Sync),
    end: &(dyn Fn(T, usize) -> io::Result<()> + Sync),
) -> io::Result<bool> {
    let mut heading = vec![0; PERSONS.len()];
    if file.size() < heading.len() as u64 {
        return Ok(false);
    }
    file.read_at(0, &mut heading)?;
    let sound = AtomicBool::new(heading == PERSONS.as_bytes());
    let one = |gathered: &mut T, _, _, line: &[u8]| match Person::of(line) {
        Some(person) if person.stratum as usize <= strata => each(gathered, &person),
        _ => sound.store(false, Ordering::Relaxed),
    };
    lines(file, heading.len() as u64, hands, begin, &one, end)?;
    Ok(sound.into_inner())
}

/// What the list adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Bucket, people and digest, ascending.
    pub buckets: Vec<(u16, u64, Digest)>,
    /// People of each stratum.
    pub people: Vec<u64>,
}

/// Rows of one bucket that lie together in one task.
type Stretch = (u16, Vec<Digest>);

/// What a task found: its stretches, people of each stratum, and the first and last person.
#[derive(Default)]
struct Gathered {
    stretches: Vec<Stretch>,
    people: Vec<u64>,
    ends: Option<(Half, Half)>,
    ascends: bool,
}

/// Adds the list up as the frame does; `None` where it does not have its form, which has everybody once, in their order.
///
/// # Errors
/// As the system says.
pub fn sums(file: &dyn Bytes, strata: usize, hands: &dyn Hands) -> io::Result<Option<Sums>> {
    let begin = || Gathered { people: vec![0; strata], ascends: true, ..Gathered::default() };
    let each_one = |some: &mut Gathered, p: &Person<'_>| {
        let digest = row_digest(&p.person, &p.home, p.stratum);
        some.people[p.stratum as usize - 1] += 1;
        match some.stretches.last_mut().filter(|stretch| stretch.0 == p.person.bucket()) {
            Some(stretch) => stretch.1.push(digest),
            None => some.stretches.push((p.person.bucket(), vec![digest])),
        }
        let first = some.ends.map_or(p.person, |(first, last)| {
            some.ascends &= last < p.person;
            first
        });
        some.ends = Some((first, p.person));
    };
    let all: Mutex<BTreeMap<usize, (Vec<Pile>, Gathered)>> = Mutex::default();
    let end = |mut some: Gathered, task| {
        // Only the first and the last bucket of a task can go on in another.
        let count = some.stretches.len();
        let piles = some.stretches.drain(..).enumerate().map(|(i, (bucket, rows))| {
            if i == 0 || i + 1 == count { Pile::Open(bucket, rows) } else { Pile::closed(bucket, &rows) }
        });
        let piles = piles.collect();
        all.lock().unwrap_or_else(PoisonError::into_inner).insert(task, (piles, some));
        Ok(())
    };
    if !each(file, strata, hands, &begin, &each_one, &end)? {
        return Ok(None);
    }
    let all = all.into_inner().unwrap_or_else(PoisonError::into_inner);
    let mut sums = Sums { buckets: Vec::new(), people: vec![0; strata] };
    let mut open: Option<(u16, Vec<Digest>)> = None;
    let mut last: Option<Half> = None;
    for (piles, some) in all.into_values() {
        let Some((from, to)) = some.ends else { continue };
        if !some.ascends || last.is_some_and(|last| last >= from) {
            return Ok(None);
        }
        last = Some(to);
        sums.people.iter_mut().zip(&some.people).for_each(|(sum, own)| *sum += own);
        for pile in piles {
            match pile {
                Pile::Open(bucket, rows) => match &mut open {
                    Some((known, before)) if *known == bucket => before.extend(rows),
                    _ => {
                        sums.close(open.replace((bucket, rows)));
                    }
                },
                Pile::Closed(bucket, people, digest) => {
                    sums.close(open.take());
                    sums.buckets.push((bucket, people, digest));
                }
            }
        }
    }
    sums.close(open);
    Ok(Some(sums))
}

/// A bucket of a task: its rows, or what they add up to.
enum Pile {
    Open(u16, Vec<Digest>),
    Closed(u16, u64, Digest),
}

impl Pile {
    fn closed(bucket: u16, rows: &[Digest]) -> Self {
        let mut digest = Running::default();
        rows.iter().for_each(|row| digest.add(row.to_string().as_bytes()));
        Self::Closed(bucket, rows.len() as u64, digest.finish())
    }
}

impl Sums {
    fn close(&mut self, open: Option<(u16, Vec<Digest>)>) {
        if let Some((bucket, rows)) = open
            && let Pile::Closed(bucket, people, digest) = Pile::closed(bucket, &rows)
        {
            self.buckets.push((bucket, people, digest));
        }
    }
}

/// The line of one person, by halving the file; `None` where they are not in it.
///
/// # Errors
/// As the system says.
pub fn find(file: &dyn Bytes, wanted: &Half) -> io::Result<Option<(Half, u32, String)>> {
    let (mut low, mut high) = (PERSONS.len() as u64, file.size());
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
        let Some(person) = Person::of(line) else { return Ok(None) };
        match person.person.cmp(wanted) {
            std::cmp::Ordering::Equal => return Ok(Some((person.home, person.stratum, person.plain_key()))),
            std::cmp::Ordering::Less => low = from + end as u64 + 1,
            std::cmp::Ordering::Greater => high = from + start as u64,
        }
    }
    Ok(None)
}

/// The digests of everybody's row in one bucket, in their order: enough to see that somebody is in the frame.
///
/// # Errors
/// As the system says.
pub fn bucket(file: &dyn Bytes, strata: usize, bucket: u16, hands: &dyn Hands) -> io::Result<Vec<Digest>> {
    let all: Mutex<BTreeMap<usize, Vec<Digest>>> = Mutex::default();
    let one = |rows: &mut Vec<Digest>, p: &Person<'_>| {
        if p.person.bucket() == bucket {
            rows.push(row_digest(&p.person, &p.home, p.stratum));
        }
    };
    let end = |rows: Vec<Digest>, task| {
        all.lock().unwrap_or_else(PoisonError::into_inner).insert(task, rows);
        Ok(())
    };
    each(file, strata, hands, &Vec::new, &one, &end)?;
    Ok(all.into_inner().unwrap_or_else(PoisonError::into_inner).into_values().flatten().collect())
}
