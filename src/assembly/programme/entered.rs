//! People as they are entered into a ledger: their codes, and the features by which is counted. Imports `programme` and its
//! siblings.

use crate::base::digest::Keyed;
use crate::base::look::look;
use crate::draw::code::Code;
use crate::programme::people::People;
use std::collections::{BTreeMap, BTreeSet};

/// People of one register, entered one by one.
pub(super) struct Entering<'a> {
    key: Keyed,
    register: &'a str,
    /// Everybody, with those who were entered.
    pub people: People,
    /// Features of people, by code.
    pub features: BTreeMap<Code, Vec<(String, String)>>,
}

impl<'a> Entering<'a> {
    /// Into a programme, from a register.
    pub fn new(people: &People, key: Keyed, register: &'a str) -> Self {
        Self { key, register, people: people.clone(), features: BTreeMap::new() }
    }

    /// The code of somebody, who is entered.
    pub fn enter(&mut self, id: &str) -> Code {
        self.people.enter(&self.key, self.register, id)
    }

    /// The same, with features.
    pub fn with(&mut self, id: &str, features: Vec<(String, String)>) -> Code {
        let code = self.enter(id);
        if !features.is_empty() {
            self.features.insert(code, features);
        }
        code
    }
}

/// The ids of a register in the ledger, to find out who is not there.
pub(super) struct Ids<'a> {
    people: &'a People,
    register: &'a str,
}

impl<'a> Ids<'a> {
    /// Of one register.
    pub fn of(people: &'a People, register: &'a str) -> Self {
        Self { people, register }
    }

    /// Whether somebody has this id.
    pub fn has(&self, id: &str) -> bool {
        self.people.knows(self.register, id)
    }

    /// Those of some ids that nobody has, and somebody has one that looks like it. Everybody is looked at once.
    pub fn alike<'i>(&self, ids: impl Iterator<Item = &'i str>) -> BTreeSet<&'i str> {
        let mut wanted: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for id in ids.filter(|id| !self.has(id)) {
            wanted.entry(look(id)).or_default().insert(id);
        }
        let mut alike = BTreeSet::new();
        let own = self.people.all().filter(|(register, ..)| *register == self.register);
        for (_, id, ..) in own {
            if wanted.is_empty() {
                break;
            }
            alike.extend(wanted.remove(&look(id)).unwrap_or_default());
        }
        alike
    }
}
