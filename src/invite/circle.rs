//! At most one letter per home, at exactly equal chances: the people of a stratum stand in a circle, home by home, and
//! every so many places one is drawn. Imports `base` and its siblings.
//!
//! With N people, n places on the list and a start u below N, place r is drawn if (r n + u) mod N < n. Exactly n are, at
//! least N / n rounded down apart, and each place is drawn for exactly n of the N starts. (Systematic sampling with a
//! random start: W. G. Madow and L. H. Madow 1944.)
//!
//! With weights everybody takes as much of the circle as their weight, and the points that are drawn are W / n apart, W being
//! the sum of all: whoever weighs w is drawn for exactly n w of the W starts.

use super::person::Key;
use super::persons::{List, Person, plain};
use super::weights::Weights;
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

/// The points of a circle of weights that are drawn, ascending: floor((j W + u) / n) for j = 0 to n - 1. Whoever stands from C
/// to before C + w is drawn if one of them lies there, which is what [`super::areas::drawn`] says.
pub fn points(list: u64, sum: u64, start: u64) -> Vec<u64> {
    let point = |j: u64| (u128::from(j) * u128::from(sum) + u128::from(start)) / u128::from(list.max(1));
    (0..if sum == 0 { 0 } else { list }).map(|j| point(j) as u64).collect()
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

/// The circles of all strata: of each the places on its list, its people, and where it starts.
#[derive(Clone, Copy)]
pub struct Circles<'a> {
    /// Places on the list.
    pub list: &'a [u64],
    /// People.
    pub people: &'a [u64],
    /// What their weights come to; without them everybody stands there once.
    pub weights: Option<&'a [Weights]>,
    /// The starts, below the number of people or the sum of weights.
    pub starts: &'a [u64],
    /// Whether homes stand together. If not, everybody is a home of their own.
    pub homes: bool,
}

impl Circles<'_> {
    /// How long a circle is.
    fn length(&self, stratum: usize) -> u64 {
        self.weights.map_or(self.people[stratum], |weights| weights[stratum].sum)
    }

    /// What is drawn of a circle, ascending.
    fn chosen(&self, stratum: usize) -> Vec<u64> {
        let (list, start) = (self.list[stratum], self.starts[stratum]);
        match self.weights {
            None => places(list, self.people[stratum], start),
            Some(_) => points(list, self.length(stratum), start),
        }
    }

    /// The hash of whatever somebody stands with.
    fn turn(&self, person: &Person<'_>, keys: &Keys<'_>) -> Digest {
        keys.homes.of_text(if self.homes { person.home } else { person.person })
    }
}

/// The drawn of each stratum in their order; `None` where the list of people does not have its form or has not so many
/// people.
///
/// # Errors
/// As the system says.
pub fn letters(all: &List<'_>, circles: &Circles<'_>, keys: &Keys<'_>) -> io::Result<Option<Vec<Letter>>> {
    let list = circles.list;
    let strata = list.len();
    // So many cells that counters and people kept are equally many: memory grows with the square root of n N.
    let bits: Vec<u32> = list.iter().zip(circles.people).map(|(&n, &all)| bits(n, all)).collect();
    let mut base = vec![0usize];
    bits.iter().for_each(|&bits| base.push(base[base.len() - 1] + (1 << bits)));
    let cell = |stratum: usize, turn: &Digest| {
        base[stratum] + start(turn).checked_shr(64 - bits[stratum]).unwrap_or(0) as usize
    };
    // As wide as the circle of a frame can be long.
    let counts: Vec<AtomicU32> = (0..base[strata]).map(|_| AtomicU32::new(0)).collect();
    let count = |(): &mut (), person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        if list[stratum] > 0 {
            counts[cell(stratum, &circles.turn(person, keys))].fetch_add(person.weight.into(), Relaxed);
        }
    };
    if !all.each(&|| (), &count, &|(), _| Ok(()))? {
        return Ok(None);
    }
    let counts: Vec<u32> = counts.into_iter().map(AtomicU32::into_inner).collect();
    let mut wanted = vec![false; counts.len()];
    let (mut drawn, mut near) = (Vec::new(), 0);
    for stratum in (0..strata).filter(|&s| list[s] > 0) {
        let cells = base[stratum]..base[stratum + 1];
        if counts[cells.clone()].iter().copied().map(u64::from).sum::<u64>() != circles.length(stratum) {
            return Ok(None);
        }
        let chosen = circles.chosen(stratum);
        let (mut at, mut before) = (0, 0);
        for cell in cells {
            let end = before + u64::from(counts[cell]);
            let from = at;
            at += chosen[at..].iter().take_while(|&&place| place < end).count();
            wanted[cell] = at > from;
            if wanted[cell] {
                near += u64::from(counts[cell]) * circles.people[stratum] / circles.length(stratum);
            }
            drawn.extend(chosen[from..at].iter().map(|place| (cell, place - before)));
            before = end;
        }
    }
    drop(counts);
    let kept: Mutex<Vec<Near>> = Mutex::new(Vec::with_capacity(near as usize));
    let keep = |some: &mut Vec<Near>, person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        if list[stratum] == 0 {
            return;
        }
        let turn = circles.turn(person, keys);
        let cell = cell(stratum, &turn);
        if wanted[cell] {
            let (home, key) = (person.home_half(), person.key.into());
            let turn = (start(&turn) << bits[stratum] >> 32) as u32;
            let weight = person.weight.into();
            some.push(Near { cell, turn, weight, home, person: person.half(), key });
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
    kept.sort_unstable_by(|a, b| a.before(b, circles.homes, keys));
    let mut letters: Vec<Letter> = Vec::with_capacity(drawn.len());
    let mut drawn = drawn.into_iter().peekable();
    // Where in their cell somebody ends.
    let (mut cell, mut end) = (usize::MAX, 0);
    for Near { cell: own, weight, home, person, key, .. } in &kept {
        (cell, end) = (*own, u64::from(*weight) + if cell == *own { end } else { 0 });
        let mut hit = false;
        while drawn.next_if(|&(of, place)| of == cell && place < end).is_some() {
            hit = true;
        }
        if hit {
            let stratum = base.partition_point(|&from| from <= cell) as u32;
            let hash = keys.order.of_half(person);
            letters.push(Letter { stratum, place: 0, person: *person, home: *home, hash, key: plain(key) });
        }
    }
    if drawn.peek().is_some() {
        return Ok(None);
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
    /// What the hash of their home goes on with, after what the cell follows from.
    turn: u32,
    weight: u32,
    home: Half,
    person: Half,
    /// Their key, as the cell of a table.
    key: Box<[u8]>,
}

impl Near {
    /// The order of the circle: by the hash of the home, the home, the person.
    fn before(&self, other: &Self, homes: bool, keys: &Keys<'_>) -> Ordering {
        let of = |near: &Self| if homes { near.home } else { near.person };
        let start = (self.cell, self.turn).cmp(&(other.cell, other.turn));
        start.then_with(|| match of(self) == of(other) {
            true => self.person.cmp(&other.person),
            false => {
                let whole = |near: &Self| (keys.homes.of_half(&of(near)), of(near));
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

    /// With weights: the points are in the room of whoever the rule of areas draws, for every start.
    #[test]
    fn points_are_those_of_the_rule_of_areas() {
        for weights in [&[3, 1, 4, 1, 5][..], &[1, 1, 2, 8, 3, 9], &[7, 7, 7], &[1; 12], &[5]] {
            let sum: u64 = weights.iter().sum();
            for list in 0..=sum / weights.iter().max().unwrap() {
                for start in 0..sum {
                    let chosen = points(list, sum, start);
                    let mut before = 0;
                    let hit = weights.iter().map(|weight| {
                        let room = before..before + weight;
                        before += weight;
                        chosen.iter().any(|point| room.contains(point))
                    });
                    let hit: Vec<bool> = hit.collect();
                    assert_eq!(hit, crate::invite::areas::drawn(weights, list, start), "{weights:?}");
                    // As the scripts for databases say it.
                    let mut before = 0;
                    for (&weight, hit) in weights.iter().zip(hit) {
                        assert_eq!((list * (sum - before) + start) % sum < list * weight, hit);
                        before += weight;
                    }
                }
            }
        }
        assert_eq!(points(3, 0, 0), [0; 0]);
        let (list, sum) = (1_000_000, crate::invite::weights::MOST - 1);
        let chosen = points(list, sum, sum - 1);
        assert_eq!((chosen.len() as u64, chosen.last()), (list, Some(&(sum - 1))));
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
