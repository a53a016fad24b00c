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
    exact: BTreeSet<&'a str>,
    looks: BTreeSet<String>,
}

impl<'a> Ids<'a> {
    /// Of one register.
    pub fn of(people: &'a People, register: &str) -> Self {
        let exact: BTreeSet<&str> =
            people.all().filter(|(own, ..)| *own == register).map(|(_, id, ..)| id).collect();
        let looks = exact.iter().map(|id| look(id)).collect();
        Self { exact, looks }
    }

    /// Whether somebody has this id.
    pub fn has(&self, id: &str) -> bool {
        self.exact.contains(id)
    }

    /// Whether somebody has an id that looks like this one, and nobody has this one.
    pub fn alike(&self, id: &str) -> bool {
        !self.has(id) && self.looks.contains(&look(id))
    }
}
