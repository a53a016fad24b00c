//! Tables of rates at which people confirm and come. Imports `base`, `register` and `panel::forecast`.

use super::forecast::Group;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::tidy;
use crate::register::{Looked, Table, read};

const PEOPLE: &[&str] =
    &["people", "persons", "personen", "mensen", "deelnemers", "number", "aantal", "count", "n"];
const CONFIRM: &[&str] = &["confirm", "confirms", "confirmed", "bevestigt", "bevestigd", "bevestiging"];
const GROUP: &[&str] = &["group", "groep", "name", "naam", "wie"];
const STAY: &[&str] = &["stay", "stays", "show", "shows", "present", "rate", "komt", "opkomst", "blijft"];

/// Groups of people with their rates, from a table with the columns `stay`, and if there are such
/// `people` (1 without it) and `confirm` (`confirm` without it). Other columns are named as not used, but for `group`. Rates are
/// between 0 and 1 (`0.9`, `0,9`), or percentages with their sign (`90%`).
///
/// `None` when there are none, with the reason among `faults`; ask [`Faults::stop`].
pub fn from_bytes(name: &str, bytes: &[u8], confirm: f64, faults: &mut Faults) -> Option<Vec<Group>> {
    let table = read(name, bytes, faults)?;
    let looked = Looked::default();
    let column = |names: &[&str]| looked.column(&table, names);
    let (stay, confirm_column, people_column) = (column(STAY), column(CONFIRM), column(PEOPLE));
    // What a group is called is for people.
    column(GROUP);
    let Some(stay) = stay else {
        let near = looked.near(&table, STAY).map(str::to_owned);
        faults.push(What::Figures(Figures::RateColumnMissing { near }), Place::file(&table.name));
        return None;
    };
    looked.report(&table, faults);
    let stays = rates(&table, stay, faults);
    let confirms = match confirm_column {
        Some(column) => rates(&table, column, faults),
        None => vec![confirm; table.len()],
    };
    let people = match people_column {
        Some(column) => people(&table, column, faults),
        None => vec![1; table.len()],
    };
    let groups = people.into_iter().zip(confirms).zip(stays);
    let groups: Vec<Group> = groups
        .map(|((people, confirm), stay)| Group { people, confirm, stay })
        .filter(|g| g.people > 0)
        .collect();
    (!faults.stop() && !groups.is_empty()).then_some(groups)
}

fn place(table: &Table, row: usize, column: usize) -> Place {
    let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
    place.cell(&tidy(table.cell(row, column)))
}

fn people(table: &Table, column: usize, faults: &mut Faults) -> Vec<u32> {
    let mut all = Vec::new();
    for row in 0..table.len() {
        let number = tidy(table.cell(row, column)).parse().ok().filter(|&people| people <= MOST_PEOPLE);
        if number.is_none() {
            faults.push(What::Figures(Figures::PeopleUnreadable), place(table, row, column));
        }
        all.push(number.unwrap_or(0));
    }
    all
}

/// People in one group at most.
pub const MOST_PEOPLE: u32 = 10_000;

fn rates(table: &Table, column: usize, faults: &mut Faults) -> Vec<f64> {
    let mut rates = Vec::new();
    for row in 0..table.len() {
        let rate = rate(&tidy(table.cell(row, column)));
        if rate.is_none() {
            faults.push(What::Figures(Figures::RateUnreadable), place(table, row, column));
        }
        rates.push(rate.unwrap_or(0.0));
    }
    rates
}

/// A rate as people write it, 0 to 1: `0.9`, `0,9`, `90%`.
pub fn rate(text: &str) -> Option<f64> {
    number(text).filter(|rate| (0.0..=1.0).contains(rate))
}

/// A number of at least 0, as a part of one where a sign says that it is a percentage.
pub fn number(text: &str) -> Option<f64> {
    parse(&tidy(text)).map(|(number, sign)| if sign { number / 100.0 } else { number })
}

/// A number of at least 0, and whether a sign says that it is a percentage.
fn parse(text: &str) -> Option<(f64, bool)> {
    let digits = text.strip_suffix('%').map(str::trim_end);
    let number = digits.unwrap_or(text).replace(',', ".");
    let plain = number.bytes().all(|b| b.is_ascii_digit() || b == b'.') && number.len() <= 20;
    let number: f64 = number.parse().ok().filter(|_| plain)?;
    Some((number, digits.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn groups(text: &str) -> (Option<Vec<Group>>, Faults) {
        let mut faults = Faults::new();
        let groups = from_bytes("rates.csv", text.as_bytes(), 1.0, &mut faults);
        (groups, faults)
    }

    #[test]
    fn rates_are_read_as_people_write_them() {
        let expected =
            [Group { people: 40, confirm: 1.0, stay: 0.75 }, Group { people: 60, confirm: 1.0, stay: 0.5 }];
        for text in [
            "group,people,stay\nyoung,40,0.75\nold,60,0.5\n",
            "stay;aantal\n0,75;40\n0,5;60\n",
            "People,Show\n40,75%\n60,50 %\n",
            "people,rate\n40,\"75,0 %\"\n60,.5\n",
        ] {
            assert_eq!(groups(text).0.as_deref(), Some(&expected[..]), "{text:?}");
        }
        let (both, _) = groups("stay,confirm\n1,0.5\n1,1\n");
        assert_eq!(both.unwrap()[0], Group { people: 1, confirm: 0.5, stay: 1.0 });
    }

    #[test]
    fn what_is_no_rate_is_said() {
        let (none, faults) = groups("people,stay\n-1,0.5\n2,often\n3,150%\n4,\n5,NaN\n6,1.2\n");
        assert!(none.is_none());
        assert_eq!((faults.count(Kind::PeopleUnreadable), faults.count(Kind::RateUnreadable)), (1, 5));
        assert_eq!(groups("people\n4\n").1.count(Kind::RateColumnMissing), 1);
        for (text, read) in
            [("0.9", Some(0.9)), ("90 %", Some(0.9)), ("0,5", Some(0.5)), ("9", None), ("inf", None)]
        {
            assert_eq!(rate(text), read, "{text}");
        }
    }
}
