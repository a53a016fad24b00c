//! People who are left out, and whether the registers have them: somebody who is left out under a number that nobody has
//! is left out of nothing. Imports `base`, `register` and its siblings.
//!
//! Registers may be larger than the memory: only the numbers of the list are kept, and which of them were met.

use super::Half;
use super::wrong::{What, Wrongs};
use crate::base::fault::Place;
use crate::base::line::is_line;
use crate::pool::again::forms;
use crate::register::{is_personal, is_shortened};
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
    /// What the numbers may have been before they were spoiled, with whether a register has one like that.
    bare: BTreeMap<Vec<u8>, AtomicBool>,
}

impl<'a> Watch<'a> {
    pub(super) fn new(listed: &'a [Excluded]) -> Self {
        let persons = listed.iter().map(|one| (one.person, AtomicBool::new(false))).collect();
        let keys = listed.iter().filter_map(|one| one.key.as_deref());
        let mut bare = BTreeMap::new();
        for key in keys {
            alike(key, true, &mut |form| _ = bare.insert(form.to_vec(), AtomicBool::new(false)));
        }
        Self { listed, persons, bare }
    }

    /// A row of a register.
    pub(super) fn see(&self, person: &Half, key: &[u8]) {
        if let Some(met) = self.persons.get(person) {
            met.store(true, Ordering::Relaxed);
        }
        if self.bare.is_empty() {
            return;
        }
        alike(key, false, &mut |form| {
            if let Some(met) = self.bare.get(form) {
                met.store(true, Ordering::Relaxed);
            }
        });
    }

    /// Whether a register has a number that this one may have been.
    fn has_alike(&self, key: &[u8]) -> bool {
        let mut found = false;
        let met = |form: &[u8]| self.bare.get(form).is_some_and(|met| met.load(Ordering::Relaxed));
        if !key.is_empty() {
            alike(key, true, &mut |form| found |= met(form));
        }
        found
    }

    /// Reports whoever was not met: a number that somebody has but for its zeros stops the work.
    pub(super) fn report(&self, wrongs: &mut Wrongs) {
        let met = |met: Option<&AtomicBool>| met.is_some_and(|met| met.load(Ordering::Relaxed));
        for one in self.listed.iter().filter(|one| !met(self.persons.get(&one.person))) {
            let key = one.key.as_deref().unwrap_or_default();
            let what = match () {
                // As in a register: whose it was, nobody can say.
                () if std::str::from_utf8(key).is_ok_and(is_shortened) => What::DamagedKey,
                () if self.has_alike(key) => What::ExcludedAlike,
                () => What::ExcludedUnknown,
            };
            wrongs.push(what, one.place.clone());
        }
    }
}

/// What a number may have been, as the ids of a pool are looked for; and without the zeros in front and capitals.
fn alike(key: &[u8], listed: bool, each: &mut dyn FnMut(&[u8])) {
    if let Ok(key) = std::str::from_utf8(key) {
        forms(key, listed, each);
    }
    let zeros = key.iter().take_while(|&&sign| sign == b'0').count();
    let bare: Vec<u8> = b"=".iter().chain(&key[zeros..]).map(u8::to_ascii_lowercase).collect();
    each(&bare);
}

/// Reports what becomes public of the grounds, each with how many people are left out on it.
pub fn report_grounds(grounds: &[String], counts: &[u64], wrongs: &mut Wrongs) {
    let grounds: Vec<(String, u64)> = grounds.iter().cloned().zip(counts.iter().copied()).collect();
    if grounds.iter().any(|(ground, _)| is_personal(ground) || !is_line(ground)) {
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
        let listed = [
            one(2, "11"),
            one(3, "0012"),
            one(4, "77"),
            one(5, "A7"),
            one(6, "0"),
            earlier,
            one(8, "11,0"),
            one(9, "'0011"),
            one(10, "=\"0011\""),
            one(11, "1E+05"),
            one(12, "#N/B"),
            one(13, "77.0"),
        ];
        let watch = Watch::new(&listed);
        for key in ["0011", "0012", "0099", "00a7", "0000"] {
            watch.see(&secret.person(key.as_bytes()), key.as_bytes());
        }
        let mut wrongs = Wrongs::default();
        watch.report(&mut wrongs);
        let told: Vec<_> = wrongs.0.iter().map(|w| (w.what.code(), w.place.rows.first.clone())).collect();
        assert_eq!(told, [("Y-87", vec![2, 5, 6, 8, 9, 10]), ("Y-88", vec![4, 13]), ("Y-140", vec![11, 12])]);
    }

    #[test]
    fn grounds_are_told_as_they_become_public() {
        let told = |ground: &str| {
            let mut wrongs = Wrongs::default();
            report_grounds(&[ground.to_owned()], &[2], &mut wrongs);
            wrongs.0.iter().map(|wrong| wrong.what.code()).collect::<Vec<_>>()
        };
        assert_eq!(told("council member"), ["Y-89"]);
        for ground in ["call 06 12345678", "1", "0042", "a\u{1b}[2Jb"] {
            assert_eq!(told(ground), ["Y-90"]);
        }
    }
}
