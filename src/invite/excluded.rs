//! People who are left out, and whether the registers have them: somebody who is left out under a number that nobody has
//! is left out of nothing. Imports `base`, `register` and its siblings.
//!
//! Registers may be larger than the memory: only the numbers of the list are kept, and which of them were met.

use super::Half;
use super::wrong::{What, Wrongs};
use crate::base::fault::Place;
use crate::register::telling;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// Somebody on a list of exclusions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// Who.
    pub person: Half,
    /// Their number in the register, where the list has it.
    pub key: Option<Vec<u8>>,
    /// Where they stand.
    pub place: Place,
}

/// Looks out for the people of lists while registers are read.
pub(super) struct Watch<'a> {
    listed: &'a [Excluded],
    persons: BTreeMap<Half, AtomicBool>,
    /// Numbers without zeros in front and capitals, with whether a register has one like them.
    bare: BTreeMap<Vec<u8>, AtomicBool>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(listed: &'a [Excluded]) -> Self {
        let persons = listed.iter().map(|one| (one.person, AtomicBool::new(false))).collect();
        let keys = listed.iter().filter_map(|one| one.key.as_deref());
        let bare = keys.map(|key| (bare(key).into_owned(), AtomicBool::new(false))).collect();
        Self { listed, persons, bare }
    }

    /// A row of a register.
    pub(super) fn see(&self, person: &Half, key: &[u8]) {
        if let Some(met) = self.persons.get(person) {
            met.store(true, Ordering::Relaxed);
        }
        if let Some(met) = self.bare.get(bare(key).as_ref()) {
            met.store(true, Ordering::Relaxed);
        }
    }

    /// Reports whoever was not met: a number that somebody has but for its zeros stops the work.
    pub(super) fn report(&self, wrongs: &mut Wrongs) {
        let met = |met: Option<&AtomicBool>| met.is_some_and(|met| met.load(Ordering::Relaxed));
        for one in self.listed.iter().filter(|one| !met(self.persons.get(&one.person))) {
            let alike = one.key.as_deref().is_some_and(|key| met(self.bare.get(bare(key).as_ref())));
            let what = if alike { What::ExcludedAlike } else { What::ExcludedUnknown };
            wrongs.push(what, one.place.clone());
        }
    }
}

/// A number without the zeros in front, which spreadsheets take off, and without capitals.
fn bare(key: &[u8]) -> Cow<'_, [u8]> {
    let zeros = key.iter().take_while(|&&sign| sign == b'0').count();
    let key = &key[zeros..];
    match key.iter().any(u8::is_ascii_uppercase) {
        true => Cow::Owned(key.to_ascii_lowercase()),
        false => Cow::Borrowed(key),
    }
}

/// Reports what becomes public of the grounds, each with how many people are left out on it.
pub fn report_grounds(grounds: &[String], counts: &[u64], wrongs: &mut Wrongs) {
    let grounds: Vec<(String, u64)> = grounds.iter().cloned().zip(counts.iter().copied()).collect();
    if grounds.iter().any(|(ground, _)| !telling(ground).is_empty()) {
        wrongs.push(What::GroundTells, Place::default());
    } else if !grounds.is_empty() {
        wrongs.push(What::GroundsPublic { grounds }, Place::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::invite::Key;

    #[test]
    fn whoever_is_on_a_list_and_in_no_register_is_told_by_row() {
        let secret = Key::new(&[3; 32]);
        let one = |row: usize, key: &str| Excluded {
            person: secret.person(key.as_bytes()),
            key: Some(key.as_bytes().to_vec()),
            place: Place::file("out.csv").row(row),
        };
        let earlier = Excluded { key: None, ..one(7, "0099") };
        let listed = [one(2, "11"), one(3, "0012"), one(4, "77"), one(5, "A7"), one(6, "0"), earlier];
        let watch = Watch::new(&listed);
        for key in ["0011", "0012", "0099", "00a7", "0000"] {
            watch.see(&secret.person(key.as_bytes()), key.as_bytes());
        }
        let mut wrongs = Wrongs::default();
        watch.report(&mut wrongs);
        let told: Vec<_> = wrongs.0.iter().map(|w| (w.what.code(), w.place.rows.first.clone())).collect();
        assert_eq!(told, [("Y-87", vec![2, 5, 6]), ("Y-88", vec![4])]);
    }

    #[test]
    fn grounds_are_told_as_they_become_public() {
        let told = |ground: &str| {
            let mut wrongs = Wrongs::default();
            report_grounds(&[ground.to_owned()], &[2], &mut wrongs);
            wrongs.0.iter().map(|wrong| wrong.what.code()).collect::<Vec<_>>()
        };
        assert_eq!(told("council member"), ["Y-89"]);
        assert_eq!(told("call 06 12345678"), ["Y-90"]);
    }
}
