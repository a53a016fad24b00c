//! Who is who over the years: the code of each person of each register. Sealed. Imports `base`, `draw`, `bundle`.
//!
//! A code follows from the programme's key, the register's name and the id, and is kept for good once given. Two people
//! with one code (one in ten thousand in a register of 15,000, certain nowhere) are told apart by the number of the try, which
//! is recorded.

use crate::base::digest::Keyed;
use crate::bundle::form::{self, Bad, number};
use crate::draw::code::Code;
use std::collections::{BTreeMap, BTreeSet};

const HEADER: [&str; 4] = ["register", "id", "code", "try"];

/// The people of all registers who have a row in the ledger.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// By register and id: the code, and the try that gave it.
    by_id: BTreeMap<String, BTreeMap<String, (Code, u32)>>,
    taken: BTreeSet<Code>,
}

impl People {
    /// Reads `people.csv`: registers and ids ascend, no code is there twice.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let mut people = Self::default();
        let mut last: Option<(String, String)> = None;
        form::visit(bytes, |row, record| {
            if row == 1 {
                return record.iter().eq(HEADER);
            }
            let own = (record[0].to_owned(), record[1].to_owned());
            let ascending = last.as_ref().is_none_or(|last| *last < own);
            let read = Code::parse(&record[2]).ok().zip(number(&record[3]));
            let Some((code, nth)) = read.filter(|_| ascending) else { return false };
            people.by_id.entry(own.0.clone()).or_default().insert(own.1.clone(), (code, nth));
            last = Some(own);
            people.taken.insert(code)
        })?;
        Ok(people)
    }

    /// Writes `people.csv`.
    pub fn table(&self) -> Vec<u8> {
        let rows = self.all().map(|(register, id, code, nth)| {
            [register.to_owned(), id.to_owned(), code.to_string(), nth.to_string()]
        });
        form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
    }

    /// Everybody: register, id, code and the try that gave it.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, Code, u32)> {
        self.by_id.iter().flat_map(|(register, ids)| {
            ids.iter().map(move |(id, &(code, nth))| (register.as_str(), id.as_str(), code, nth))
        })
    }

    /// The code of somebody, whether they have a row yet or not.
    pub fn code(&self, key: &Keyed, register: &str, id: &str) -> Code {
        self.found(key, register, id).0
    }

    fn found(&self, key: &Keyed, register: &str, id: &str) -> (Code, u32) {
        if let Some(&known) = self.by_id.get(register).and_then(|ids| ids.get(id)) {
            return known;
        }
        let tries = (0u32..).map(|nth| (Code::of_person(key, register, id, nth), nth));
        let mut free = tries.filter(|(code, _)| !self.taken.contains(code));
        free.next().expect("there are more codes than people, and each try is another code")
    }

    /// Enters somebody, and gives their code.
    pub fn enter(&mut self, key: &Keyed, register: &str, id: &str) -> Code {
        let (code, nth) = self.found(key, register, id);
        if self.taken.insert(code) {
            self.by_id.entry(register.to_owned()).or_default().insert(id.to_owned(), (code, nth));
        }
        code
    }

    /// The register and the id behind a code.
    pub fn who(&self, code: Code) -> Option<(&str, &str)> {
        self.all().find(|&(_, _, own, _)| own == code).map(|(register, id, ..)| (register, id))
    }

    /// Forgets who is behind these codes.
    pub fn forget(&mut self, codes: &BTreeSet<Code>) {
        for ids in self.by_id.values_mut() {
            ids.retain(|_, (code, _)| !codes.contains(code));
        }
        self.by_id.retain(|_, ids| !ids.is_empty());
    }

    /// Whether nobody is entered.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_for_good_and_nobody_elses() {
        let key = Keyed::new(&[7; 32]);
        let mut people = People::default();
        let a = people.enter(&key, "brp", "1");
        assert_eq!(people.enter(&key, "brp", "1"), a);
        assert_ne!(people.enter(&key, "panel", "1"), a);
        let read = People::read(&people.table()).unwrap();
        assert_eq!(read.table(), people.table());
        assert_eq!((read.code(&key, "brp", "1"), read.who(a)), (a, Some(("brp", "1"))));
        assert!(People::read(b"register,id,code,try\nb,1,x,0\n").is_err());
    }

    #[test]
    fn two_people_with_one_code_are_told_apart_and_that_is_recorded() {
        let key = Keyed::new(&[7; 32]);
        // Somebody has the code that the next person would get.
        let taken = Code::of_person(&key, "brp", "9", 0);
        let text = format!("register,id,code,try\nbrp,8,{taken},0\n");
        let mut people = People::read(text.as_bytes()).unwrap();
        let second = people.enter(&key, "brp", "9");
        assert_eq!(second, Code::of_person(&key, "brp", "9", 1));
        assert!(String::from_utf8(people.table()).unwrap().ends_with(&format!("brp,9,{second},1\n")));
        people.forget(&BTreeSet::from([taken]));
        assert_eq!(people.all().count(), 1);
    }
}
