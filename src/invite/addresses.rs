//! Addresses first: homes by their hash, and of each home one person. A person's chance is then one in so many homes and
//! in so many at home; in Ireland and the United Kingdom letters go to households like this. Imports `base` and its
//! siblings.

use super::circle::Keys;
use super::person::Key;
use super::persons::{List, Person};
use super::{Half, Letter};
use crate::base::digest::Digest;
use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

/// The first `list` homes of each stratum in order of their hashes, with the person of each who has the smallest hash;
/// `None` where the list of people does not have its form. `homes` and `people` are the keys of these hashes.
///
/// # Errors
/// As the system says.
pub fn letters(all: &List<'_>, list: &[u64], homes: &Key, people: &Key) -> io::Result<Option<Vec<Letter>>> {
    let keys = Keys { homes, order: people };
    let begin = || vec![First::default(); list.len()];
    let each = |firsts: &mut Vec<First>, person: &Person<'_>| {
        let stratum = person.stratum as usize - 1;
        firsts[stratum].see(person, &keys, list[stratum]);
    };
    let found = Mutex::new(begin());
    let end = |firsts: Vec<First>, _| {
        let mut all = found.lock().unwrap_or_else(PoisonError::into_inner);
        let pairs = all.iter_mut().zip(firsts).zip(list);
        pairs.for_each(|((all, own), &most)| {
            own.0.into_iter().for_each(|(at, best)| all.take(at, best, most))
        });
        Ok(())
    };
    if !all.each(&begin, &each, &end)? {
        return Ok(None);
    }
    let found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    let strata = (1..).zip(found).flat_map(|(stratum, first)| {
        let letter = move |(place, ((hash, home), (_, person, key)))| Letter {
            stratum,
            place,
            person,
            home,
            hash,
            key,
        };
        (1..).zip(first.0).map(letter)
    });
    Ok(Some(strata.collect()))
}

/// Homes by their hash, and the best person of each: hash, person, key.
#[derive(Clone, Default)]
struct First(BTreeMap<(Digest, Half), (Digest, Half, String)>);

impl First {
    fn see(&mut self, person: &Person<'_>, keys: &Keys<'_>, most: u64) {
        let at = (keys.homes.of_text(person.home), person.home_half());
        // A home that was too far behind never comes back: the last one only moves forward.
        let full = self.0.len() as u64 >= most;
        if most == 0 || full && self.0.last_key_value().is_some_and(|(last, _)| at > *last) {
            return;
        }
        self.take(at, (keys.order.of_text(person.person), person.half(), person.plain_key()), most);
    }

    fn take(&mut self, at: (Digest, Half), best: (Digest, Half, String), most: u64) {
        match self.0.get_mut(&at) {
            Some(known) => {
                if best < *known {
                    *known = best;
                }
            }
            None => {
                self.0.insert(at, best);
                if self.0.len() as u64 > most {
                    self.0.pop_last();
                }
            }
        }
    }
}
