//! Letters without a rule for homes: everybody's place is that of the hash of key and person. Imports `base` and its
//! siblings.

use super::person::Key;
use super::persons::{List, Person};
use super::{Half, Letter};
use crate::base::digest::Digest;
use std::collections::BinaryHeap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

/// The first `list` of each stratum, in order of hashes; `None` where the list of people does not have its form.
///
/// # Errors
/// As the system says.
pub fn letters(people: &List<'_>, list: &[u64], key: &Key) -> io::Result<Option<Vec<Letter>>> {
    let best: Vec<Best> = list.iter().map(|&list| Best::new(list)).collect();
    let each = |some: &mut Vec<(u32, Candidate)>, person: &Person<'_>| {
        let hash = key.of_text(person.person);
        let best = &best[person.stratum as usize - 1];
        if best.may(&hash) {
            let candidate = (hash, person.half(), person.home_half(), person.plain_key());
            some.push((person.stratum, candidate));
        }
    };
    let end = |some: Vec<(u32, Candidate)>, _| {
        some.into_iter().for_each(|(stratum, candidate)| best[stratum as usize - 1].add(candidate));
        Ok(())
    };
    if !people.each(&Vec::new, &each, &end)? {
        return Ok(None);
    }
    let strata = (1..).zip(best).flat_map(|(stratum, best)| {
        let letter =
            move |(place, (hash, person, home, key))| Letter { stratum, place, person, home, hash, key };
        (1..).zip(best.sorted()).map(letter)
    });
    Ok(Some(strata.collect()))
}

type Candidate = (Digest, Half, Half, String);

/// The smallest so many, whatever order they come in.
struct Best {
    most: u64,
    heap: Mutex<BinaryHeap<Candidate>>,
    /// The first eight bytes of the largest hash that is kept, once there are enough.
    bound: AtomicU64,
}

impl Best {
    fn new(most: u64) -> Self {
        let bound = if most == 0 { 0 } else { u64::MAX };
        Self { most, heap: Mutex::default(), bound: AtomicU64::new(bound) }
    }

    /// Whether this hash may be among the smallest; most are told apart here, without waiting for anybody.
    fn may(&self, hash: &Digest) -> bool {
        start(hash) <= self.bound.load(Ordering::Relaxed)
    }

    fn add(&self, candidate: Candidate) {
        let mut heap = self.heap.lock().unwrap_or_else(PoisonError::into_inner);
        if self.most == 0 {
            return;
        }
        heap.push(candidate);
        if heap.len() as u64 > self.most {
            heap.pop();
        }
        if let (true, Some(largest)) = (heap.len() as u64 == self.most, heap.peek()) {
            self.bound.store(start(&largest.0), Ordering::Relaxed);
        }
    }

    fn sorted(self) -> Vec<Candidate> {
        self.heap.into_inner().unwrap_or_else(PoisonError::into_inner).into_sorted_vec()
    }
}

fn start(hash: &Digest) -> u64 {
    hash.0.iter().take(8).fold(0, |n, &b| n << 8 | u64::from(b))
}
