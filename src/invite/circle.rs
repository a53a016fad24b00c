//! At most one letter per home, at exactly equal chances: the people of a stratum stand in a circle, home by home, and
//! every so many places one is drawn. Imports `base` and its siblings.
//!
//! With N people, n places on the list and a start u below N, place r is drawn if (r n + u) mod N < n. Exactly n are, at
//! least N / n rounded down apart, and each place is drawn for exactly n of the N starts. (Systematic sampling with a
//! random start: W. G. Madow and L. H. Madow 1944.)

use super::person::Key;
use super::persons::{List, Person, plain};
use super::{Half, LARGEST_HOME, Letter};
use crate::base::digest::Digest;
use std::cmp::Ordering;
use std::io;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Whether place `r` of `people` is drawn.
#[cfg(test)]
pub fn is_drawn(r: u64, list: u64, people: u64, start: u64) -> bool {
    let turned = (u128::from(r) * u128::from(list) + u128::from(start)) % u128::from(people.max(1));
    turned < u128::from(list)
}

/// The places that are drawn, ascending: r = ceil((j N - u) / n) for j = 0 to n, those from 0 to N - 1. When 0 < u < n
/// place 0 is among them.
pub fn places(list: u64, people: u64, start: u64) -> Vec<u64> {
    if list == 0 || people == 0 {
        return Vec::new();
    }
    let (n, all, u) = (i128::from(list), i128::from(people), i128::from(start));
    let place = |j: i128| {
        let x = j * all - u;
        // Upwards, also below 0.
        x.div_euclid(n) + i128::from(x.rem_euclid(n) > 0)
    };
    (0..=n).map(place).filter(|&r| (0..all).contains(&r)).map(|r| r as u64).collect()
}

/// The longest list of a stratum with so many people: a home of nine never gets two.
pub fn longest(people: u64) -> u64 {
    people / LARGEST_HOME
}

/// The two keys of the circle.
pub struct Keys<'a> {
    /// In which order homes stand.
    pub homes: &'a Key,
    /// In which order those who are drawn come.
    pub order: &'a Key,
}

/// The drawn of each stratum in their order; `None` where the list of people does not have its form or has not so many
/// people. `people` and `starts` are of each stratum too.
///
/// # Errors
/// As the system says.
pub fn letters(
    all: &List<'_>,
    list: &[u64],
    people: &[u64],
    starts: &[u64],
    keys: &Keys<'_>,
) -> io::Result<Option<Vec<Letter>>> {
    let strata = list.len();
    // So many cells that counters and people kept are equally many: memory grows with the square root of n N.
    let bits: Vec<u32> = list.iter().zip(people).map(|(&n, &all)| bits(n, all)).collect();
    let mut base = vec![0usize];
    bits.iter().for_each(|&bits| base.push(base[base.len() - 1] + (1 << bits)));
    let cell = |stratum: usize, turn: &Digest| {
        base[stratum] + start(turn).checked_shr(64 - bits[stratum]).unwrap_or(0) as usize
    };
    let counts: Vec<AtomicU32> = (0..base[strata]).map(|_| AtomicU32::new(0)).collect();
    let count = |(): &mut (), person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        if list[stratum] > 0 {
            counts[cell(stratum, &keys.homes.of_text(person.home))].fetch_add(1, Relaxed);
        }
    };
    if !all.each(&|| (), &count, &|(), _| Ok(()))? {
        return Ok(None);
    }
    let counts: Vec<u32> = counts.into_iter().map(AtomicU32::into_inner).collect();
    let mut wanted = vec![false; counts.len()];
    let mut drawn = Vec::new();
    for stratum in (0..strata).filter(|&s| list[s] > 0) {
        let cells = base[stratum]..base[stratum + 1];
        if counts[cells.clone()].iter().copied().map(u64::from).sum::<u64>() != people[stratum] {
            return Ok(None);
        }
        let chosen = places(list[stratum], people[stratum], starts[stratum]);
        let (mut at, mut before) = (0, 0);
        for cell in cells {
            let end = before + u64::from(counts[cell]);
            let from = at;
            at += chosen[at..].iter().take_while(|&&place| place < end).count();
            wanted[cell] = at > from;
            drawn.extend(chosen[from..at].iter().map(|place| (cell, place - before)));
            before = end;
        }
    }
    let near =
        counts.iter().zip(&wanted).filter(|(_, wanted)| **wanted).map(|(&count, _)| count as usize).sum();
    drop(counts);
    let kept: Mutex<Vec<Near>> = Mutex::new(Vec::with_capacity(near));
    let keep = |some: &mut Vec<Near>, person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        if list[stratum] == 0 {
            return;
        }
        let turn = keys.homes.of_text(person.home);
        let cell = cell(stratum, &turn);
        if wanted[cell] {
            let (home, key) = (person.home_half(), person.key.into());
            some.push(Near { cell, turn: start(&turn), home, person: person.half(), key });
        }
    };
    let end = |mut some: Vec<Near>, _| {
        kept.lock().unwrap_or_else(PoisonError::into_inner).append(&mut some);
        Ok(())
    };
    // They were added up the first time.
    if !(List { due: None, ..*all }).each(&Vec::new, &keep, &end)? {
        return Ok(None);
    }
    let mut kept = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    kept.sort_unstable_by(|a, b| a.before(b, keys));
    let mut letters: Vec<Letter> = Vec::with_capacity(drawn.len());
    for (cell, place) in drawn {
        let first = kept.partition_point(|near| near.cell < cell);
        let near = kept.get(first + place as usize).filter(|near| near.cell == cell);
        let Some(Near { home, person, key, .. }) = near else { return Ok(None) };
        let stratum = base.partition_point(|&from| from <= cell) as u32;
        let hash = keys.order.of_half(person);
        letters.push(Letter { stratum, place: 0, person: *person, home: *home, hash, key: plain(key) });
    }
    letters.sort_unstable_by_key(|letter| (letter.stratum, letter.hash, letter.person));
    for same in letters.chunk_by_mut(|a, b| a.stratum == b.stratum) {
        same.iter_mut().zip(1..).for_each(|(letter, place)| letter.place = place);
    }
    Ok(Some(letters))
}

/// Somebody in a cell in which a place is drawn.
struct Near {
    cell: usize,
    /// The first eight bytes of their home's hash.
    turn: u64,
    home: Half,
    person: Half,
    /// Their key, as the cell of a table.
    key: Box<[u8]>,
}

impl Near {
    /// The order of the circle: by the hash of the home, the home, the person.
    fn before(&self, other: &Self, keys: &Keys<'_>) -> Ordering {
        let start = (self.cell, self.turn).cmp(&(other.cell, other.turn));
        start.then_with(|| match self.home == other.home {
            true => self.person.cmp(&other.person),
            false => {
                let whole = |near: &Self| (keys.homes.of_half(&near.home), near.home);
                whole(self).cmp(&whole(other))
            }
        })
    }
}

/// The first eight bytes of a hash, as a number.
fn start(hash: &Digest) -> u64 {
    hash.0.iter().take(8).fold(0, |n, &b| n << 8 | u64::from(b))
}

/// About the square root of 5 n N cells, as a power of two.
fn bits(list: u64, people: u64) -> u32 {
    let cells = (5 * u128::from(list) * u128::from(people)).isqrt().clamp(1, 1 << 30);
    cells.next_power_of_two().trailing_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All N below 40, all n, all starts: exactly n are drawn, everybody for n of the N starts, far enough apart.
    #[test]
    fn everybody_is_drawn_for_exactly_n_of_the_n_starts() {
        for people in 1..40u64 {
            for list in 0..=people {
                let mut times = vec![0; people as usize];
                for start in 0..people {
                    let chosen = places(list, people, start);
                    let by_rule: Vec<u64> =
                        (0..people).filter(|&r| is_drawn(r, list, people, start)).collect();
                    assert_eq!(chosen, by_rule, "{list} of {people} from {start}");
                    assert_eq!(chosen.len() as u64, list);
                    assert!(list == 0 || chosen.windows(2).all(|w| w[1] - w[0] >= people / list));
                    // Around the circle too: the last and the first are as far apart.
                    if let (Some(first), Some(last), true) = (chosen.first(), chosen.last(), list > 1) {
                        assert!(first + people - last >= people / list);
                    }
                    chosen.iter().for_each(|&r| times[r as usize] += 1);
                }
                assert!(times.iter().all(|&count| count == list));
            }
        }
    }

    #[test]
    fn place_0_is_drawn_for_starts_between_0_and_n() {
        for start in 0..5 {
            assert_eq!(places(5, 50, start)[0], 0, "{start}");
        }
        assert_ne!(places(5, 50, 5)[0], 0);
        assert_eq!(places(0, 5, 1), [0; 0]);
        assert_eq!(places(5, 0, 0), [0; 0]);
        // At the limits of the arithmetic.
        let (list, people) = (1_000_000, 9_000_000_000_000);
        let chosen = places(list, people, people - 1);
        assert_eq!(chosen.len() as u64, list);
        assert!(chosen.iter().all(|&r| is_drawn(r, list, people, people - 1)));
    }

    /// No home of at most nine has two, if the list is as long as it may be.
    #[test]
    fn no_home_has_two() {
        for people in 9..60 {
            for start in 0..people {
                let chosen = places(longest(people), people, start);
                assert!(chosen.windows(2).all(|w| w[1] - w[0] >= LARGEST_HOME));
            }
        }
    }
}
