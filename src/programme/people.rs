//! Who is who over the years: the code of each person of each register. Sealed. Imports `base`, `draw`, `bundle`.
//!
//! A code follows from the programme's key, the register's name and the id, and is kept for good once given. Two people
//! with one code (one in ten thousand in a register of 15,000, certain nowhere) are told apart by the number of the try, which
//! is recorded.
//!
//! The file is in the order of registers and ids, so people are looked for where they lie: five million of them cost no
//! more than their file and a number each.

use crate::base::digest::Keyed;
use crate::bundle::form::{self, Bad, number};
use crate::draw::code::Code;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const HEADER: [&str; 4] = ["register", "id", "code", "try"];

/// The people of all registers who have a row in the ledger.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Rows of the file as it was read, without its heading; none of them has a quotation mark.
    rows: Arc<Vec<u8>>,
    /// Codes of these rows, ascending.
    taken: Arc<Vec<Code>>,
    /// People who were entered since, or whose rows have quotation marks, by register and id.
    entered: BTreeMap<String, BTreeMap<String, (Code, u32)>>,
    /// Their codes.
    new: BTreeSet<Code>,
    /// Whether it differs from what was read.
    changed: bool,
}

/// One row: register, id, code and the try that gave it.
type Person<'a> = (&'a str, &'a str, Code, u32);

/// A row of the file.
fn person(line: &[u8]) -> Option<Person<'_>> {
    let mut cells = std::str::from_utf8(line).ok()?.split(',');
    let row = (cells.next()?, cells.next()?, Code::parse(cells.next()?).ok()?, number(cells.next()?)?);
    cells.next().is_none().then_some(row)
}

/// The register and the id of a row, without reading the rest of it.
fn key(line: &[u8]) -> (&[u8], &[u8]) {
    let mut cells = line.split(|&b| b == b',');
    (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
}

impl People {
    /// Reads `people.csv`: registers and ids ascend, no code is there twice.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        Self::own(bytes.to_vec())
    }

    /// The same of a file that nobody else needs, so that it lies in memory once.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn own(mut bytes: Vec<u8>) -> Result<Self, Bad> {
        let mut people = Self::default();
        let mut taken = Vec::new();
        let quoted = bytes.contains(&b'"');
        let mut last: Option<(String, String)> = None;
        form::visit(&bytes, |row, record| {
            if row == 1 {
                return record.iter().eq(HEADER);
            }
            let ascending = last
                .as_ref()
                .is_none_or(|last| (last.0.as_str(), last.1.as_str()) < (&record[0], &record[1]));
            let read = Code::parse(&record[2]).ok().zip(number(&record[3]));
            let Some((code, nth)) = read.filter(|_| ascending) else { return false };
            let last = last.get_or_insert_with(Default::default);
            for (kept, cell) in [(&mut last.0, &record[0]), (&mut last.1, &record[1])] {
                kept.clear();
                kept.push_str(cell);
            }
            if quoted {
                people.put(&record[0], &record[1], (code, nth));
            } else {
                taken.push(code);
            }
            true
        })?;
        taken.sort_unstable();
        let twice = taken.windows(2).any(|two| two[0] == two[1]);
        let entered: usize = people.entered.values().map(BTreeMap::len).sum();
        if twice || entered != people.new.len() {
            return Err(Bad::Form);
        }
        if !quoted {
            let heading = bytes.iter().position(|&b| b == b'\n').map_or(bytes.len(), |at| at + 1);
            bytes.drain(..heading);
            people.rows = Arc::new(bytes);
        }
        people.taken = Arc::new(taken);
        people.changed = false;
        Ok(people)
    }

    fn put(&mut self, register: &str, id: &str, own: (Code, u32)) {
        self.entered.entry(register.to_owned()).or_default().insert(id.to_owned(), own);
        self.new.insert(own.0);
        self.changed = true;
    }

    /// Whether nothing was changed since it was read.
    pub fn is_as_read(&self) -> bool {
        !self.changed
    }

    /// Writes `people.csv`.
    pub fn table(&self) -> Vec<u8> {
        // Of about the bytes that it had, so that five million rows lie in memory once.
        let mut lines = form::Lines::of_about(self.rows.len() + 40 * (self.new.len() + 1));
        HEADER.iter().for_each(|heading| lines.cell(heading.as_bytes()));
        lines.end();
        for (register, id, code, nth) in self.all() {
            [register.as_bytes(), id.as_bytes(), &code.signs()].iter().for_each(|cell| lines.cell(cell));
            lines.number(u64::from(nth));
            lines.end();
        }
        lines.into_bytes()
    }

    /// Everybody: register, id, code and the try that gave it, in the order of registers and ids.
    pub fn all(&self) -> impl Iterator<Item = Person<'_>> {
        let mut read = self.rows.split(|&b| b == b'\n').filter_map(person).peekable();
        let entered = self.entered.iter().flat_map(|(register, ids)| {
            ids.iter().map(move |(id, &(code, nth))| (register.as_str(), id.as_str(), code, nth))
        });
        let mut entered = entered.peekable();
        std::iter::from_fn(move || match (read.peek(), entered.peek()) {
            (Some(one), Some(other)) if (one.0, one.1) < (other.0, other.1) => read.next(),
            (Some(_), None) => read.next(),
            _ => entered.next(),
        })
    }

    /// The row of somebody in the file.
    fn row_of(&self, register: &str, id: &str) -> Option<(Code, u32)> {
        let wanted = (register.as_bytes(), id.as_bytes());
        let (mut from, mut to) = (0, self.rows.len());
        while from < to {
            let middle = from + (to - from) / 2;
            let start =
                self.rows[from..middle].iter().rposition(|&b| b == b'\n').map_or(from, |at| from + at + 1);
            let end = self.rows[middle..to].iter().position(|&b| b == b'\n').map_or(to, |at| middle + at);
            match key(&self.rows[start..end]).cmp(&wanted) {
                Ordering::Equal => return person(&self.rows[start..end]).map(|own| (own.2, own.3)),
                Ordering::Less => from = end + 1,
                Ordering::Greater => to = start,
            }
        }
        None
    }

    /// Whether somebody with this id of this register has a row.
    pub fn knows(&self, register: &str, id: &str) -> bool {
        let entered = self.entered.get(register).is_some_and(|ids| ids.contains_key(id));
        entered || self.row_of(register, id).is_some()
    }

    /// The code of somebody, whether they have a row yet or not.
    pub fn code(&self, key: &Keyed, register: &str, id: &str) -> Code {
        self.found(key, register, id).0
    }

    /// The code of somebody without a row, where others of a list took their first ones: the first that neither anybody with
    /// a row nor one of these has.
    pub fn another(&self, key: &Keyed, register: &str, id: &str, others: &dyn Fn(Code) -> bool) -> Code {
        let mut tries = (0u32..).map(|nth| Code::of_person(key, register, id, nth));
        let free = tries.find(|&code| !self.is_taken(code) && !others(code));
        free.expect("there are more codes than people, and each try is another code")
    }

    fn is_taken(&self, code: Code) -> bool {
        self.new.contains(&code) || self.taken.binary_search(&code).is_ok()
    }

    fn found(&self, key: &Keyed, register: &str, id: &str) -> (Code, u32) {
        let known = self.entered.get(register).and_then(|ids| ids.get(id)).copied();
        if let Some(known) = known.or_else(|| self.row_of(register, id)) {
            return known;
        }
        let tries = (0u32..).map(|nth| (Code::of_person(key, register, id, nth), nth));
        let mut free = tries.filter(|(code, _)| !self.is_taken(*code));
        free.next().expect("there are more codes than people, and each try is another code")
    }

    /// Enters somebody, and gives their code.
    pub fn enter(&mut self, key: &Keyed, register: &str, id: &str) -> Code {
        let own = self.found(key, register, id);
        if !self.new.contains(&own.0) && self.taken.binary_search(&own.0).is_err() {
            self.put(register, id, own);
        }
        own.0
    }

    /// The register and the id behind a code.
    pub fn who(&self, code: Code) -> Option<(&str, &str)> {
        self.all().find(|&(_, _, own, _)| own == code).map(|(register, id, ..)| (register, id))
    }

    /// Forgets who is behind these codes.
    pub fn forget(&mut self, codes: &BTreeSet<Code>) {
        if !self.all().any(|own| codes.contains(&own.2)) {
            return;
        }
        let mut left = Self { changed: true, ..Self::default() };
        for (register, id, code, nth) in self.all().filter(|own| !codes.contains(&own.2)) {
            left.put(register, id, (code, nth));
        }
        *self = left;
    }

    /// Whether nobody is entered.
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
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
        assert!(read.is_as_read() && !people.is_as_read());
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
        let twice = format!("register,id,code,try\nbrp,7,{taken},0\nbrp,8,{taken},0\n");
        assert_eq!(People::read(twice.as_bytes()).err(), Some(Bad::Form));
    }

    /// Whoever is looked for where they lie is the one that a tree would give, whatever the ids, quotation marks too.
    #[test]
    fn everybody_is_found_where_they_lie() {
        let key = Keyed::new(&[3; 32]);
        for odd in ["", "a,b", "say \"x\""] {
            let mut people = People::default();
            let ids: Vec<String> = (0..200).map(|i| format!("{}", i * i % 997)).collect();
            for id in &ids {
                people.enter(&key, if id.len() % 2 == 0 { "brp" } else { "brp-2" }, id);
            }
            if !odd.is_empty() {
                people.enter(&key, "panel", odd);
            }
            let mut read = People::own(people.table()).unwrap();
            assert_eq!(read.all().collect::<Vec<_>>(), people.all().collect::<Vec<_>>());
            for register in ["brp", "brp-2", "panel", ""] {
                for id in ids.iter().map(String::as_str).chain([odd, "x", ""]) {
                    assert_eq!(
                        read.found(&key, register, id),
                        people.found(&key, register, id),
                        "{register} {id}"
                    );
                }
            }
            read.enter(&key, "brp", "00");
            people.enter(&key, "brp", "00");
            assert_eq!(read.table(), people.table());
        }
    }
}
