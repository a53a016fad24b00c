//! Who gave how much: letters, seats, minutes and cents, over all people. Imports `bundle` and its siblings.

use super::event::Event;
use super::rows::Row;
use crate::bundle::form::{self, Bad, number};
use crate::draw::code::Code;
use std::collections::BTreeMap;

const HEADER: [&str; 5] = ["what", "people", "total", "largest", "squares"];

/// What is counted: letters and draws by rows, minutes and cents by what their numbers add up to.
pub const WHAT: [Event; 4] = [Event::Letter, Event::Drawn, Event::Served, Event::Paid];

/// How much of each thing each person gave or got.
#[derive(Clone, Debug, Default)]
pub struct Burden {
    /// Letters, of which there may be millions: the code of somebody and how many, in one number, brought together by
    /// [`Burden::loads`].
    letters: Vec<u64>,
    /// The others, in the order of [`WHAT`].
    others: [BTreeMap<Code, u64>; 3],
}

/// Below the code in one number: how many letters.
const MANY: u32 = 24;

/// One thing over all people who had any of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// People who had any.
    pub people: u64,
    /// All of it: letters, seats, minutes, cents.
    pub total: u64,
    /// The most that one person had.
    pub largest: u64,
    /// The sum of squares, from which the spread follows.
    pub squares: u128,
}

impl Load {
    fn add(&mut self, own: u64) {
        self.people += 1;
        self.total += own;
        self.largest = self.largest.max(own);
        self.squares += u128::from(own) * u128::from(own);
    }
}

/// The four loads of a table.
pub type Loads = [(Event, Load); 4];

/// What stays in the sums of what was erased: as it was told before, less what is left. So two tables, from before and after an
/// erasure, do not tell by their difference how much somebody gave who is to be forgotten.
pub fn forgotten(told: &[(Event, Load)], left: &Loads) -> Option<Loads> {
    let of = |(told, (event, left)): (&(Event, Load), &(Event, Load))| {
        let told = (told.0 == *event).then_some(told.1)?;
        let lump = Load {
            people: told.people.checked_sub(left.people)?,
            total: told.total.checked_sub(left.total)?,
            largest: if told == *left { 0 } else { told.largest },
            squares: told.squares.checked_sub(left.squares)?,
        };
        Some((*event, lump))
    };
    let all: Option<Vec<(Event, Load)>> = told.iter().zip(left).map(of).collect();
    all?.try_into().ok()
}

/// Loads with what is forgotten of others.
pub fn with(own: &Loads, lump: &Loads) -> Loads {
    std::array::from_fn(|at| {
        let ((event, own), (_, lump)) = (own[at], lump[at]);
        let all = Load {
            people: own.people + lump.people,
            total: own.total + lump.total,
            largest: own.largest.max(lump.largest),
            squares: own.squares + lump.squares,
        };
        (event, all)
    })
}

/// Writes `burden.csv`.
pub fn table(loads: Loads) -> Vec<u8> {
    let rows = loads.map(|(event, load)| {
        let [people, total, largest] = [load.people, load.total, load.largest].map(|n| n.to_string());
        [event.word().to_owned(), people, total, largest, load.squares.to_string()]
    });
    form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
}

impl Burden {
    /// Adds a row, if it is of something that is counted.
    pub fn add(&mut self, row: &Row<'_>) {
        let Some(at) = WHAT.iter().position(|&event| event == row.event) else { return };
        let amount = match row.event {
            Event::Served | Event::Paid => row.number.unwrap_or(0),
            _ => 1,
        };
        match at.checked_sub(1) {
            None => self.letters.push(row.person.number() << MANY | 1),
            Some(at) if amount > 0 => *self.others[at].entry(row.person).or_default() += amount,
            Some(_) => {}
        }
    }

    /// Each thing over all people.
    pub fn loads(&mut self) -> Loads {
        self.letters.sort_unstable();
        self.letters.dedup_by(|next, own| {
            let same = *next >> MANY == *own >> MANY;
            if same {
                *own += *next & ((1 << MANY) - 1);
            }
            same
        });
        std::array::from_fn(|at| {
            let mut load = Load::default();
            match at.checked_sub(1) {
                None => self.letters.iter().for_each(|own| load.add(own & ((1 << MANY) - 1))),
                Some(at) => self.others[at].values().for_each(|&own| load.add(own)),
            }
            (WHAT[at], load)
        })
    }
}

/// Reads `burden.csv`.
///
/// # Errors
/// [`Bad`].
pub fn read(bytes: &[u8]) -> Result<Vec<(Event, Load)>, Bad> {
    let rows = form::rows(bytes, &HEADER)?;
    let read = |(at, row): (usize, &csv::StringRecord)| {
        let event = Event::of_word(&row[0]).filter(|event| WHAT.get(at) == Some(event));
        let own = |cell: usize| number::<u64>(&row[cell]);
        let load =
            || Some(Load { people: own(1)?, total: own(2)?, largest: own(3)?, squares: number(&row[4])? });
        event.zip(load()).ok_or(Bad::Row(at + 2))
    };
    let loads = rows.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    if loads.len() == WHAT.len() { Ok(loads) } else { Err(Bad::Shape) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::day::Day;

    #[test]
    fn what_is_forgotten_stays_in_the_sums_and_tells_of_nobody() {
        let load = |people, total, largest, squares| Load { people, total, largest, squares };
        let of = |own: Load| WHAT.map(|event| (event, own));
        let (told, left) = (of(load(3, 700, 400, 210_000)), of(load(2, 300, 200, 50_000)));
        let lump = forgotten(&told, &left).unwrap();
        assert_eq!(lump[0].1, load(1, 400, 400, 160_000));
        assert_eq!(with(&left, &lump), told);
        // Somebody new is added to both, and what was the most stays the most.
        assert_eq!(with(&of(load(3, 400, 200, 60_000)), &lump)[3].1, load(4, 800, 400, 220_000));
        // Nothing was forgotten, or what is told is less than what is left.
        assert_eq!(forgotten(&told, &told).unwrap(), of(Load::default()));
        assert_eq!(forgotten(&left, &told), None);
        assert_eq!(forgotten(&told[..3], &left), None);
    }

    #[test]
    fn a_burden_is_added_up_by_person() {
        let codes = Code::of_ids(&[1; 32], ["a", "b"].into_iter());
        let date = Day::parse("2027-03-01").unwrap();
        let mut burden = Burden::default();
        for (person, event, number) in [
            (0, Event::Letter, None),
            (0, Event::Letter, None),
            (1, Event::Letter, None),
            (1, Event::Served, Some(90)),
            (1, Event::Pool, Some(90)),
        ] {
            let person = codes[person];
            burden.add(&Row { seq: 1, date, person, event, body: "", edition: "", number, until: None });
        }
        let read = read(&table(burden.loads())).unwrap();
        assert_eq!(read[0], (Event::Letter, Load { people: 2, total: 3, largest: 2, squares: 5 }));
        assert_eq!(read[2].1.total, 90);
    }
}
