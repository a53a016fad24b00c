//! At most one letter per home, at exactly equal chances: the people of a stratum stand in a circle, home by home, and
//! every so many places one is drawn. Imports `base` and its siblings.
//!
//! With N people, n places on the list and a start u below N, place r is drawn if (r n + u) mod N < n. Exactly n are, at
//! least N / n rounded down apart, and each place is drawn for exactly n of the N starts. (Systematic sampling with a
//! random start: W. G. Madow and L. H. Madow 1944.)

use super::person::Key;
use super::persons::{self, Person};
use super::scan::{Bytes, Hands};
use super::{Half, LARGEST_HOME, Letter};
use crate::base::digest::Digest;
use std::io;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU32, Ordering};

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
    file: &dyn Bytes,
    list: &[u64],
    people: &[u64],
    starts: &[u64],
    keys: &Keys<'_>,
    hands: &dyn Hands,
) -> io::Result<Option<Vec<Letter>>> {
    let strata = list.len();
    // So many cells that counters and people kept are equally many: memory grows with the square root of n N.
    let bits: Vec<u32> = list.iter().zip(people).map(|(&n, &all)| bits(n, all)).collect();
    let mut base = vec![0usize];
    bits.iter().for_each(|&bits| base.push(base[base.len() - 1] + (1 << bits)));
    let cell = |stratum: usize, turn: &Digest| {
        let start = turn.0.iter().take(8).fold(0u64, |n, &b| n << 8 | u64::from(b));
        base[stratum] + start.checked_shr(64 - bits[stratum]).unwrap_or(0) as usize
    };
    let counts: Vec<AtomicU32> = (0..base[strata]).map(|_| AtomicU32::new(0)).collect();
    let count = |(): &mut (), person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        if list[stratum] > 0 {
            counts[cell(stratum, &keys.homes.of_half(&person.home))].fetch_add(1, Ordering::Relaxed);
        }
    };
    if !persons::each(file, strata, hands, &|| (), &count, &|(), _| Ok(()))? {
        return Ok(None);
    }
    let counts: Vec<u64> = counts.into_iter().map(|count| u64::from(count.into_inner())).collect();
    let mut wanted = vec![false; counts.len()];
    let mut drawn = Vec::new();
    for stratum in (0..strata).filter(|&s| list[s] > 0) {
        let cells = base[stratum]..base[stratum + 1];
        if counts[cells.clone()].iter().sum::<u64>() != people[stratum] {
            return Ok(None);
        }
        let chosen = places(list[stratum], people[stratum], starts[stratum]);
        let (mut at, mut before) = (0, 0);
        for cell in cells {
            let end = before + counts[cell];
            let from = at;
            at += chosen[at..].iter().take_while(|&&place| place < end).count();
            wanted[cell] = at > from;
            drawn.extend(chosen[from..at].iter().map(|place| (cell, place - before)));
            before = end;
        }
    }
    type Near = (usize, Digest, Half, Half, String);
    let kept: Mutex<Vec<Near>> = Mutex::new(Vec::new());
    let keep = |some: &mut Vec<Near>, person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        let turn = keys.homes.of_half(&person.home);
        if list[stratum] == 0 {
            return;
        }
        let cell = cell(stratum, &turn);
        if wanted[cell] {
            some.push((cell, turn, person.home, person.person, person.plain_key()));
        }
    };
    let end = |mut some: Vec<Near>, _| {
        kept.lock().unwrap_or_else(PoisonError::into_inner).append(&mut some);
        Ok(())
    };
    if !persons::each(file, strata, hands, &Vec::new, &keep, &end)? {
        return Ok(None);
    }
    let mut kept = kept.into_inner().unwrap_or_else(PoisonError::into_inner);
    kept.sort_unstable();
    let mut letters: Vec<Letter> = Vec::with_capacity(drawn.len());
    for (cell, place) in drawn {
        let first = kept.partition_point(|near| near.0 < cell);
        let Some((found, _, home, person, key)) = kept.get(first + place as usize) else { return Ok(None) };
        if *found != cell {
            return Ok(None);
        }
        let stratum = base.partition_point(|&from| from <= cell) as u32;
        let hash = keys.order.of_half(person);
        letters.push(Letter { stratum, place: 0, person: *person, home: *home, hash, key: key.clone() });
    }
    letters.sort_unstable_by_key(|letter| (letter.stratum, letter.hash, letter.person));
    for same in letters.chunk_by_mut(|a, b| a.stratum == b.stratum) {
        same.iter_mut().zip(1..).for_each(|(letter, place)| letter.place = place);
    }
    Ok(Some(letters))
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
