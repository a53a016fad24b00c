//! Who gave how much: letters, seats, minutes and cents, over all people. Imports `bundle` and its siblings.

use super::event::Event;
use super::rows::Row;
use crate::bundle::form::{self, Bad, number};
use crate::draw::code::Code;
use std::collections::BTreeMap;

const HEADER: [&str; 5] = ["what", "people", "total", "largest", "squares"];

/// What is counted.
const WHAT: [Event; 4] = [Event::Letter, Event::Drawn, Event::Served, Event::Paid];

/// How much of each thing each person gave or got.
#[derive(Clone, Debug, Default)]
pub struct Burden([BTreeMap<Code, u64>; 4]);

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

impl Burden {
    /// Adds a row, if it is of something that is counted.
    pub fn add(&mut self, row: &Row<'_>) {
        let Some(at) = WHAT.iter().position(|&event| event == row.event) else { return };
        let amount = match row.event {
            Event::Served | Event::Paid => row.number.unwrap_or(0),
            _ => 1,
        };
        if amount > 0 {
            *self.0[at].entry(row.person).or_default() += amount;
        }
    }

    /// Each thing over all people.
    pub fn loads(&self) -> [(Event, Load); 4] {
        std::array::from_fn(|at| {
            let mut load = Load::default();
            for &own in self.0[at].values() {
                load.people += 1;
                load.total += own;
                load.largest = load.largest.max(own);
                load.squares += u128::from(own) * u128::from(own);
            }
            (WHAT[at], load)
        })
    }

    /// Writes `burden.csv`.
    pub fn table(&self) -> Vec<u8> {
        let rows = self.loads().map(|(event, load)| {
            let [people, total, largest] = [load.people, load.total, load.largest].map(|n| n.to_string());
            [event.word().to_owned(), people, total, largest, load.squares.to_string()]
        });
        form::table(std::iter::once(HEADER.map(str::to_owned)).chain(rows))
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
        let read = read(&burden.table()).unwrap();
        assert_eq!(read[0], (Event::Letter, Load { people: 2, total: 3, largest: 2, squares: 5 }));
        assert_eq!(read[2].1.total, 90);
    }
}
