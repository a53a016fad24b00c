//! Letters by turns: who is open, what newcomers to the register take over, whose letters are certain. Sealed. Imports `base`,
//! `draw` and its siblings.
//!
//! Somebody is open if no letter in their memory is younger than the rules say. A newcomer takes over the memory of one
//! resident of their stratum, drawn by lot: then both have the same distribution of memory, and everybody's chance
//! beforehand is letters / people, whatever the memory. It is the effect of permanent random numbers (Ohlsson 1995) without
//! a number that tells years ahead who is next.

use super::day::Day;
use super::rules::Again;
use crate::base::digest::Digest;
use crate::bundle::form::{self, Bad, number};
use crate::draw::Stream;
use crate::draw::code::Code;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

const HEADER: [&str; 5] = ["code", "stratum", "last", "state", "lot"];
/// People whose rows are written at once.
const PART: usize = 10_000;

/// How somebody stands to the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Was in it at the letters before, and is.
    Resident,
    /// Was in it at the letters before, and is no longer.
    Gone,
    /// Was not, and is: with the number of the resident whose memory they took over; none where there was nobody.
    New(Option<u64>),
}

/// Somebody of the register, before letters are drawn, in 16 bytes: there may be millions of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their code, and in the lowest 24 bits the number of the day of the last letter in their memory; 0 without one.
    own: u64,
    /// The number of their stratum, and in the lowest two bits how they stand to the register.
    place: u32,
    lot: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Resident,
    Gone,
    New,
    /// New, with the memory of the resident whose number is the lot.
    ByLot,
}

/// The bits of a day.
const DAY: u64 = (1 << 24) - 1;

impl Person {
    fn new(code: Code, stratum: u32) -> Self {
        Self { own: code.number() << 24, place: stratum << 2 | Stands::New as u32, lot: 0 }
    }

    /// Who.
    pub fn code(&self) -> Code {
        Code::of_number(self.own >> 24)
    }

    /// The day of the last letter in their memory.
    pub fn last(&self) -> Option<Day> {
        let day = self.own & DAY;
        (day > 0).then(|| Day::of_number(day))
    }

    /// How they stand to the register.
    pub fn state(&self) -> State {
        match self.stands() {
            Stands::Resident => State::Resident,
            Stands::Gone => State::Gone,
            Stands::New => State::New(None),
            Stands::ByLot => State::New(Some(u64::from(self.lot))),
        }
    }

    fn stratum(&self) -> u32 {
        self.place >> 2
    }

    fn stands(&self) -> Stands {
        [Stands::Resident, Stands::Gone, Stands::New, Stands::ByLot][(self.place & 3) as usize]
    }

    fn is_present(&self) -> bool {
        self.stands() != Stands::Gone
    }

    /// The same with another memory.
    fn with_last(self, last: Option<Day>) -> Self {
        Self { own: self.own & !DAY | last.map_or(0, Day::number), ..self }
    }

    /// The same in another stratum.
    fn in_stratum(self, stratum: u32) -> Self {
        Self { place: stratum << 2 | self.place & 3, ..self }
    }

    /// The same otherwise to the register.
    fn standing(self, stands: Stands, lot: u32) -> Self {
        Self { place: self.place & !3 | stands as u32, lot, ..self }
    }
}

/// Everybody who is in the register, or was at the letters before, in the order of codes: `frame.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The strata, by number, in the order of their names.
    strata: Vec<String>,
    people: Vec<Person>,
}

/// Names of strata, numbered as they come.
#[derive(Default)]
struct Names {
    numbers: BTreeMap<String, u32>,
    last: Option<(String, u32)>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        // Most follow somebody of their own stratum, or there are few.
        if let Some((last, number)) = &self.last
            && last == name
        {
            return *number;
        }
        let next = self.numbers.len() as u32;
        let number = match self.numbers.get(name) {
            Some(&known) => known,
            None => *self.numbers.entry(name.to_owned()).or_insert(next),
        };
        self.last = Some((name.to_owned(), number));
        number
    }

    /// A frame of people with these numbers; strata get those of the order of their names.
    fn frame(self, mut people: Vec<Person>) -> Frame {
        let mut now = vec![0; self.numbers.len()];
        for (number, &first) in (0..).zip(self.numbers.values()) {
            now[first as usize] = number;
        }
        people.iter_mut().for_each(|person| *person = person.in_stratum(now[person.stratum() as usize]));
        Frame { strata: self.numbers.into_keys().collect(), people }
    }
}

/// What the turns say of one stratum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The stratum.
    pub stratum: String,
    /// People of it in the register who are not barred.
    pub people: u64,
    /// Those who are open.
    pub open: u64,
    /// Letters for it.
    pub letters: u64,
    /// People who have a letter for certain, in the order of codes: all who are open, where that is not enough, and those
    /// whose letter is longest ago.
    pub certain: Vec<Code>,
    /// People among whom the other letters are drawn, in the order of codes.
    pub drawn_from: Vec<Code>,
}

impl Frame {
    /// Everybody who is in the register now, with their stratum, in any order and nobody twice; as yet without a memory.
    pub fn of<'a>(register: impl Iterator<Item = (Code, &'a str)>) -> Self {
        let mut names = Names::default();
        let mut people: Vec<Person> = Vec::with_capacity(register.size_hint().0);
        people.extend(register.map(|(code, stratum)| Person::new(code, names.number(stratum))));
        people.sort_unstable_by_key(Person::code);
        names.frame(people)
    }

    /// The same with the memory of residents, and newcomers' by lot.
    ///
    /// `before` is the frame of the letters before, if there were any; `memory` gives the last letter of somebody since;
    /// `seed` is that of the last draw of the programme and `nth` the number of these letters, from 1.
    #[must_use]
    pub fn next(
        self,
        before: Option<&Frame>,
        memory: &dyn Fn(Code) -> Option<Day>,
        seed: Option<&Digest>,
        nth: u64,
    ) -> Self {
        let (old, lived) = before.map_or((&[][..], &[][..]), |frame| (&frame.strata[..], &frame.people[..]));
        let last = |code: Code, known: Option<Day>| memory(code).max(known);
        let own: BTreeMap<&str, usize> = self.strata.iter().map(String::as_str).zip(0..).collect();
        // The residents of each stratum of now, by their places in the frame before.
        let mut residents: Vec<Vec<u32>> = vec![Vec::new(); self.strata.len()];
        let here: Vec<Option<usize>> = old.iter().map(|name| own.get(name.as_str()).copied()).collect();
        for (place, person) in (0u32..).zip(lived).filter(|(_, person)| person.is_present()) {
            if let Some(stratum) = here[person.stratum() as usize] {
                residents[stratum].push(place);
            }
        }
        let anybody = lived.iter().any(Person::is_present);
        let mut stream = seed.map(|seed| Stream::keyed(seed, &format!("newcomers/{nth}")));
        let mut names = Names::default();
        for name in &self.strata {
            names.number(name);
        }
        let mut people = self.people;
        let mut gone: Vec<Person> = Vec::new();
        let mut leaves = |person: &Person| {
            if person.is_present() {
                let stratum = names.number(&old[person.stratum() as usize]);
                let last = last(person.code(), person.last());
                gone.push(person.with_last(last).in_stratum(stratum).standing(Stands::Gone, 0));
            }
        };
        let mut rest = lived;
        for person in &mut people {
            let passed = rest.partition_point(|known| known.code() < person.code());
            rest[..passed].iter().for_each(&mut leaves);
            rest = &rest[passed..];
            let known = rest.first().filter(|known| known.code() == person.code());
            rest = &rest[usize::from(known.is_some())..];
            let known = known.filter(|known| known.is_present());
            // Whoever comes back has their own memory.
            *person = person.with_last(last(person.code(), known.and_then(Person::last)));
            let all = &residents[person.stratum() as usize];
            match (known, &mut stream) {
                (Some(_), _) => *person = person.standing(Stands::Resident, 0),
                (None, Some(stream)) if person.last().is_none() && anybody && !all.is_empty() => {
                    let lot = stream.below(all.len() as u64) as u32;
                    let resident = &lived[all[lot as usize] as usize];
                    let memory = last(resident.code(), resident.last());
                    *person = person.standing(Stands::ByLot, lot).with_last(memory);
                }
                _ => {}
            }
        }
        rest.iter().for_each(&mut leaves);
        people.reserve_exact(gone.len());
        people.extend(gone);
        people.sort_unstable_by_key(Person::code);
        names.frame(people)
    }

    /// Everybody, in the order of codes.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The stratum of somebody within which is drawn; blank if there are none.
    pub fn stratum(&self, person: &Person) -> &str {
        &self.strata[person.stratum() as usize]
    }

    /// Whether somebody is in the register.
    pub fn has(&self, code: Code) -> bool {
        let found = self.people.binary_search_by_key(&code, Person::code);
        found.is_ok_and(|at| self.people[at].is_present())
    }

    /// People who are in the register.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.is_present())
    }

    /// What the turns say of each stratum, when so many letters are for each, on a day. Whoever is `barred` has none.
    pub fn turns(
        &self,
        again: Again,
        letters: &BTreeMap<String, u64>,
        day: Day,
        barred: &BTreeSet<Code>,
    ) -> Vec<Turn> {
        let mut strata: Vec<Vec<&Person>> = vec![Vec::new(); self.strata.len()];
        self.present()
            .filter(|p| !barred.contains(&p.code()))
            .for_each(|p| strata[p.stratum() as usize].push(p));
        let strata = self.strata.iter().map(String::as_str).zip(strata).filter(|(_, all)| !all.is_empty());
        let turn = |(stratum, all): (&str, Vec<&Person>)| {
            let letters = letters.get(stratum).copied().unwrap_or(0).min(all.len() as u64);
            let (open, mut closed): (Vec<&Person>, Vec<&Person>) =
                all.iter().partition(|p| is_open(again, p.last(), day));
            let codes = |people: &[&Person]| {
                let mut codes: Vec<Code> = people.iter().map(|p| p.code()).collect();
                codes.sort_unstable();
                codes
            };
            let (certain, drawn_from) = if letters <= open.len() as u64 {
                (Vec::new(), codes(&open))
            } else if again == Again::Never {
                (codes(&open), Vec::new())
            } else {
                // The rest goes to those whose letter is longest ago, and by lot among equals.
                closed.sort_unstable_by_key(|p| (p.last(), p.code()));
                let rest = letters as usize - open.len();
                let border = closed[rest - 1].last();
                let earlier = closed.partition_point(|p| p.last() < border);
                let upto = closed.partition_point(|p| p.last() <= border);
                let sure: Vec<&Person> = open.iter().chain(&closed[..earlier]).copied().collect();
                (codes(&sure), codes(&closed[earlier..upto]))
            };
            Turn {
                stratum: stratum.to_owned(),
                people: all.len() as u64,
                open: open.len() as u64,
                letters: if again == Again::Never { letters.min(open.len() as u64) } else { letters },
                certain,
                drawn_from,
            }
        };
        strata.map(turn).collect()
    }

    /// `frame.csv`, part by part: that of a country need not lie in memory.
    pub fn parts(&self) -> impl Iterator<Item = Vec<u8>> {
        let heading = form::table([HEADER]);
        std::iter::once(heading).chain(self.people.chunks(PART).map(|people| {
            let mut lines = form::Lines::default();
            for person in people {
                lines.cell(&person.code().signs());
                lines.cell(self.stratum(person).as_bytes());
                let last = person.last().map_or(String::new(), |day| day.to_string());
                lines.cell(last.as_bytes());
                match person.state() {
                    State::Resident => lines.cell(b"resident"),
                    State::Gone => lines.cell(b"gone"),
                    State::New(_) => lines.cell(b"new"),
                }
                match person.state() {
                    State::New(Some(lot)) => lines.number(lot),
                    _ => lines.cell(b""),
                }
                lines.end();
            }
            lines.into_bytes()
        }))
    }

    /// Writes `frame.csv`.
    pub fn table(&self) -> Vec<u8> {
        self.parts().collect::<Vec<_>>().concat()
    }

    /// Reads `frame.csv`; codes ascend and none is there twice.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        Self::read_from(bytes)
    }

    /// The same from where it lies.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read_from(bytes: impl Read) -> Result<Self, Bad> {
        let mut names = Names::default();
        let mut people: Vec<Person> = Vec::new();
        form::visit_through(bytes, |row, record| {
            if row == 1 {
                return record.iter().eq(HEADER);
            }
            let mut read = || {
                let code = Code::parse(&record[0]).ok()?;
                let last = match &record[2] {
                    "" => None,
                    text => Some(Day::parse(text)?),
                };
                let (stands, lot) = match (&record[3], &record[4]) {
                    ("resident", "") => (Stands::Resident, 0),
                    ("gone", "") => (Stands::Gone, 0),
                    ("new", "") => (Stands::New, 0),
                    ("new", lot) => (Stands::ByLot, number(lot)?),
                    _ => return None,
                };
                let ascending = people.last().is_none_or(|p| p.code() < code);
                let stratum = names.number(&record[1]);
                ascending.then(|| Person::new(code, stratum).with_last(last).standing(stands, lot))
            };
            read().map(|person| people.push(person)).is_some()
        })?;
        Ok(names.frame(people))
    }
}

/// Whether somebody with this memory is open on a day. In a round nobody is open who had a letter: when all have had one,
/// the longest ago come first, which is the next round.
pub fn is_open(again: Again, last: Option<Day>, day: Day) -> bool {
    match (again, last) {
        (Again::None, _) | (_, None) => true,
        (Again::After(months), Some(last)) => last.plus(months) <= day,
        (Again::Round | Again::Never, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(n: usize) -> Vec<Code> {
        let ids: Vec<String> = (0..n).map(|i| format!("{i:03}")).collect();
        let mut codes = Code::of_ids(&[1; 32], ids.iter().map(String::as_str));
        codes.sort_unstable();
        codes
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn register(codes: &[Code]) -> Frame {
        Frame::of(codes.iter().rev().map(|&code| (code, "kern")))
    }

    #[test]
    fn newcomers_take_over_a_memory_by_lot_and_whoever_comes_back_has_their_own() {
        let all = codes(6);
        let had = day("2027-03-01");
        let first = register(&all[..4]).next(None, &|_| None, None, 1);
        assert!(first.present().all(|p| p.state() == State::New(None) && p.last().is_none()));
        // The first four were written to; the first left, the sixth came back with a memory of their own.
        let memory = |code: Code| match all.iter().position(|&c| c == code) {
            Some(0..=3) => Some(had),
            Some(5) => Some(day("2026-03-01")),
            _ => None,
        };
        let seed = Digest([5; 32]);
        let next = register(&all[1..]).next(Some(&first), &memory, Some(&seed), 2);
        let of = |at: usize| next.people.iter().find(|p| p.code() == all[at]).unwrap();
        assert_eq!((of(0).state(), of(1).state()), (State::Gone, State::Resident));
        assert!(matches!(of(4).state(), State::New(Some(0..4))) && of(4).last() == Some(had));
        assert_eq!((of(5).state(), of(5).last()), (State::New(None), Some(day("2026-03-01"))));
        assert_eq!(Frame::read(&next.table()), Ok(next.clone()));
        let again = register(&all[1..]).next(Some(&first), &memory, Some(&seed), 2);
        assert_eq!(again, next, "the same seed, the same lots");
    }

    #[test]
    fn the_open_come_first_and_then_those_whose_letter_is_longest_ago() {
        let all = codes(5);
        let last = [None, Some("2022-01-01"), Some("2025-01-01"), Some("2025-01-01"), Some("2026-01-01")];
        let known: BTreeMap<Code, Option<Day>> =
            all.iter().copied().zip(last.map(|last| last.map(day))).collect();
        let frame = Frame::of(all.iter().map(|&code| (code, ""))).next(None, &|code| known[&code], None, 1);
        let on = day("2027-01-01");
        let turn = |again, n| {
            frame.turns(again, &BTreeMap::from([(String::new(), n)]), on, &BTreeSet::new()).remove(0)
        };
        let two = turn(Again::After(48), 2);
        assert_eq!((two.open, two.certain.len(), two.drawn_from), (2, 0, all[..2].to_vec()));
        let three = turn(Again::After(48), 3);
        assert_eq!((three.certain, three.drawn_from), (all[..2].to_vec(), all[2..4].to_vec()));
        let four = turn(Again::After(48), 5);
        assert_eq!((four.certain, four.drawn_from), (all[..4].to_vec(), all[4..].to_vec()));
        assert_eq!(turn(Again::Never, 3).letters, 1, "nobody else may have one");
        assert_eq!(turn(Again::Round, 2).certain, all[..1]);
        assert_eq!(turn(Again::None, 2).drawn_from, all);
        assert!(is_open(Again::After(48), Some(day("2023-01-01")), on));
        assert!(!is_open(Again::After(48), Some(day("2023-01-02")), on));
    }
}
