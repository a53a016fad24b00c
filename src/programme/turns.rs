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

const HEADER: [&str; 5] = ["code", "stratum", "last", "state", "lot"];

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

/// Somebody of the register, before letters are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub code: Code,
    /// The stratum within which is drawn; blank if there are none.
    pub stratum: String,
    /// The day of the last letter in their memory.
    pub last: Option<Day>,
    /// How they stand to the register.
    pub state: State,
}

/// Everybody who is in the register, or was at the letters before, in the order of codes: `frame.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame(pub Vec<Person>);

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
    /// Everybody who is in the register now (code and stratum), with the memory of residents, and newcomers' by lot.
    ///
    /// `before` is the frame of the letters before, if there were any; `memory` gives the last letter of somebody since;
    /// `seed` is that of the last draw of the programme and `nth` the number of these letters, from 1.
    pub fn next(
        register: BTreeMap<Code, String>,
        before: Option<&Frame>,
        memory: &dyn Fn(Code) -> Option<Day>,
        seed: Option<&Digest>,
        nth: u64,
    ) -> Self {
        let lived: BTreeMap<Code, &Person> = before
            .iter()
            .flat_map(|f| &f.0)
            .filter(|p| p.state != State::Gone)
            .map(|p| (p.code, p))
            .collect();
        let last = |code: Code, known: Option<Day>| memory(code).max(known);
        let mut residents: BTreeMap<&str, Vec<Option<Day>>> = BTreeMap::new();
        for (&code, person) in &lived {
            residents.entry(&person.stratum).or_default().push(last(code, person.last));
        }
        let mut stream = seed.map(|seed| Stream::keyed(seed, &format!("newcomers/{nth}")));
        let mut people = Vec::with_capacity(register.len());
        for (code, stratum) in register {
            let known = lived.get(&code);
            // Whoever comes back has their own memory.
            let own = last(code, known.and_then(|p| p.last));
            let (state, last) = match (known, &mut stream) {
                (Some(_), _) => (State::Resident, own),
                (None, Some(stream)) if own.is_none() && !lived.is_empty() => {
                    match residents.get(stratum.as_str()).filter(|all| !all.is_empty()) {
                        Some(all) => {
                            let lot = stream.below(all.len() as u64);
                            (State::New(Some(lot)), all[lot as usize])
                        }
                        None => (State::New(None), None),
                    }
                }
                (None, _) => (State::New(None), own),
            };
            people.push(Person { code, stratum, last, state });
        }
        let gone = lived.values().filter(|p| people.binary_search_by_key(&p.code, |q| q.code).is_err());
        let gone: Vec<Person> =
            gone.map(|p| Person { last: last(p.code, p.last), state: State::Gone, ..(*p).clone() }).collect();
        people.extend(gone);
        people.sort_unstable_by_key(|p| p.code);
        Self(people)
    }

    /// People who are in the register.
    pub fn present(&self) -> impl Iterator<Item = &Person> {
        self.0.iter().filter(|p| p.state != State::Gone)
    }

    /// What the turns say of each stratum, when so many letters are for each, on a day. Whoever is `barred` has none.
    pub fn turns(
        &self,
        again: Again,
        letters: &BTreeMap<String, u64>,
        day: Day,
        barred: &BTreeSet<Code>,
    ) -> Vec<Turn> {
        let mut strata: BTreeMap<&str, Vec<&Person>> = BTreeMap::new();
        self.present()
            .filter(|p| !barred.contains(&p.code))
            .for_each(|p| strata.entry(&p.stratum).or_default().push(p));
        let turn = |(stratum, all): (&str, Vec<&Person>)| {
            let letters = letters.get(stratum).copied().unwrap_or(0).min(all.len() as u64);
            let (open, mut closed): (Vec<&Person>, Vec<&Person>) =
                all.iter().partition(|p| is_open(again, p.last, day));
            let codes = |people: &[&Person]| {
                let mut codes: Vec<Code> = people.iter().map(|p| p.code).collect();
                codes.sort_unstable();
                codes
            };
            let (certain, drawn_from) = if letters <= open.len() as u64 {
                (Vec::new(), codes(&open))
            } else if again == Again::Never {
                (codes(&open), Vec::new())
            } else {
                // The rest goes to those whose letter is longest ago, and by lot among equals.
                closed.sort_unstable_by_key(|p| (p.last, p.code));
                let rest = letters as usize - open.len();
                let border = closed[rest - 1].last;
                let earlier = closed.partition_point(|p| p.last < border);
                let upto = closed.partition_point(|p| p.last <= border);
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
        strata.into_iter().map(turn).collect()
    }

    /// Writes `frame.csv`.
    pub fn table(&self) -> Vec<u8> {
        let rows = self.0.iter().map(|p| {
            let (state, lot) = match p.state {
                State::Resident => ("resident", String::new()),
                State::Gone => ("gone", String::new()),
                State::New(lot) => ("new", lot.map_or(String::new(), |lot| lot.to_string())),
            };
            let last = p.last.map_or(String::new(), |day| day.to_string());
            [p.code.to_string(), p.stratum.clone(), last, state.to_owned(), lot]
        });
        form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
    }

    /// Reads `frame.csv`; codes ascend and none is there twice.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let mut people: Vec<Person> = Vec::new();
        form::visit(bytes, |row, record| {
            if row == 1 {
                return record.iter().eq(HEADER);
            }
            let read = || {
                let code = Code::parse(&record[0]).ok()?;
                let last = match &record[2] {
                    "" => None,
                    text => Some(Day::parse(text)?),
                };
                let state = match (&record[3], &record[4]) {
                    ("resident", "") => State::Resident,
                    ("gone", "") => State::Gone,
                    ("new", "") => State::New(None),
                    ("new", lot) => State::New(Some(number(lot)?)),
                    _ => return None,
                };
                let ascending = people.last().is_none_or(|p| p.code < code);
                ascending.then(|| Person { code, stratum: record[1].to_owned(), last, state })
            };
            read().map(|person| people.push(person)).is_some()
        })?;
        Ok(Self(people))
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

    fn register(codes: &[Code]) -> BTreeMap<Code, String> {
        codes.iter().map(|&code| (code, "kern".to_owned())).collect()
    }

    #[test]
    fn newcomers_take_over_a_memory_by_lot_and_whoever_comes_back_has_their_own() {
        let all = codes(6);
        let had = day("2027-03-01");
        let first = Frame::next(register(&all[..4]), None, &|_| None, None, 1);
        assert!(first.present().all(|p| p.state == State::New(None) && p.last.is_none()));
        // The first four were written to; the first left, the sixth came back with a memory of their own.
        let memory = |code: Code| match all.iter().position(|&c| c == code) {
            Some(0..=3) => Some(had),
            Some(5) => Some(day("2026-03-01")),
            _ => None,
        };
        let seed = Digest([5; 32]);
        let next = Frame::next(register(&all[1..]), Some(&first), &memory, Some(&seed), 2);
        let of = |at: usize| next.0.iter().find(|p| p.code == all[at]).unwrap();
        assert_eq!((of(0).state, of(1).state), (State::Gone, State::Resident));
        assert!(matches!(of(4).state, State::New(Some(0..4))) && of(4).last == Some(had));
        assert_eq!((of(5).state, of(5).last), (State::New(None), Some(day("2026-03-01"))));
        assert_eq!(Frame::read(&next.table()), Ok(next.clone()));
        let again = Frame::next(register(&all[1..]), Some(&first), &memory, Some(&seed), 2);
        assert_eq!(again, next, "the same seed, the same lots");
    }

    #[test]
    fn the_open_come_first_and_then_those_whose_letter_is_longest_ago() {
        let all = codes(5);
        let last = [None, Some("2022-01-01"), Some("2025-01-01"), Some("2025-01-01"), Some("2026-01-01")];
        let person = |(&code, last): (&Code, Option<&str>)| Person {
            code,
            stratum: String::new(),
            last: last.map(day),
            state: State::Resident,
        };
        let frame = Frame(all.iter().zip(last).map(person).collect());
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
