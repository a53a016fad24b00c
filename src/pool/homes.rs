//! Who shares an address with whom. Imports `base`, `register` and `address`.

use super::address::{Columns, digits, near, sets_apart, tokens};
use super::traits::is_of_others;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::nearest;
use crate::register::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The household rule and the homes that it binds: those from which more people could be drawn, or are
/// on the panel already, than may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homes {
    /// Headings of the address columns, as in the pool file, in the order given.
    pub headings: Vec<String>,
    /// People of one address in a panel, at most; at least 1.
    pub per: u32,
    /// The homes, in the order of their first person.
    pub list: Vec<Home>,
    /// For each person of the pool the index of their home, or [`NONE`].
    of_person: Vec<u32>,
}

/// A home that the rule binds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The address, normalised. Personal: never for a public file, a log or a message.
    pub address: String,
    /// People of the pool who live there.
    pub people: u32,
    /// People confirmed before who live there.
    pub confirmed: u32,
}

const NONE: u32 = u32::MAX;
/// So many people at one address are not likely to be a family.
const MANY: usize = 6;
/// Pairs of addresses that are compared at most; a pool of ten thousand takes far fewer.
const MOST_PAIRS: usize = 3_000_000;

/// The household rule as asked for.
#[derive(Clone, Copy, Debug)]
pub struct Rule<'a> {
    /// Headings of the columns that make up an address.
    pub columns: &'a [String],
    /// People of one address in a panel, at most; at least 1.
    pub per: u32,
}

impl Homes {
    /// The home of a person of the pool, by index, if the rule binds it.
    pub fn of(&self, person: usize) -> Option<usize> {
        self.of_person.get(person).filter(|&&home| home != NONE).map(|&home| home as usize)
    }

    /// People of this home who may still be drawn together.
    pub fn room(&self, home: usize) -> u32 {
        self.per.saturating_sub(self.list[home].confirmed)
    }

    /// Homes among these addresses, of people in the order of the pool; `confirmed` are those of people
    /// who are on the panel already.
    pub fn new(
        headings: Vec<String>,
        per: u32,
        addresses: &[Option<String>],
        confirmed: &[Option<String>],
    ) -> Self {
        let mut met: BTreeMap<&str, (Vec<u32>, u32)> = BTreeMap::new();
        for (person, address) in (0..).zip(addresses) {
            if let Some(address) = address {
                met.entry(address).or_default().0.push(person);
            }
        }
        for address in confirmed.iter().flatten() {
            if let Some((_, confirmed)) = met.get_mut(address.as_str()) {
                *confirmed += 1;
            }
        }
        let mut bound: Vec<(&str, Vec<u32>, u32)> = met
            .into_iter()
            .filter(|(_, (people, confirmed))| people.len() as u64 + u64::from(*confirmed) > u64::from(per))
            .map(|(address, (people, confirmed))| (address, people, confirmed))
            .collect();
        bound.sort_by_key(|(_, people, _)| people[0]);
        let mut of_person = vec![NONE; addresses.len()];
        let mut list = Vec::with_capacity(bound.len());
        for (home, (address, people, confirmed)) in (0..).zip(bound) {
            people.iter().for_each(|&person| of_person[person as usize] = home);
            list.push(Home { address: address.to_owned(), people: people.len() as u32, confirmed });
        }
        Self { headings, per, list, of_person }
    }
}

/// The columns of an address in a table, in the order of `rule`, or every reason why not.
pub(super) fn columns(table: &Table, headings: &[String], faults: &mut Faults) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for heading in headings {
        let place = Place::file(&table.name).column(heading);
        match table.columns(heading).as_slice() {
            [column] => found.push(*column),
            [] => {
                let near = nearest(heading, table.headings.iter().map(String::as_str)).map(str::to_owned);
                faults.push(What::AddressColumnMissing { near }, place);
            }
            several => {
                let letters = several.iter().map(|&c| table.letters(c)).collect();
                faults.push(What::AmbiguousColumn { letters }, place);
            }
        }
    }
    (found.len() == headings.len()).then_some(found)
}

/// The normalised address in each of these rows of a table; `None` where it is unknown.
pub(super) fn addresses(table: &Table, columns: &[usize], rows: &[u32]) -> Vec<Option<String>> {
    let rule = Columns::new(columns.iter().map(|&c| table.headings[c].as_str()));
    rows.iter().map(|&row| rule.key(columns.iter().map(|&c| table.cell(row as usize, c)))).collect()
}

/// Says who shares an address, whose is unknown, and which are nearly the same: by row, never by
/// address.
pub(super) fn report(
    table: &Table,
    headings: &[String],
    rows: &[u32],
    addresses: &[Option<String>],
    faults: &mut Faults,
) {
    let number = |person: u32| table.row(rows[person as usize] as usize).row;
    let numbers_of = |people: &[u32]| {
        let mut numbers: Vec<usize> = people.iter().map(|&p| number(p)).collect();
        numbers.sort_unstable();
        numbers.into_iter().collect::<Rows>()
    };
    let place = || Place::file(&table.name).column(&headings.join(", "));
    let mut met: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (person, address) in (0..).zip(addresses) {
        match address {
            Some(address) => met.entry(address).or_default().push(person),
            None => unknown.push(person),
        }
    }
    if met.is_empty() && !unknown.is_empty() {
        faults.push(What::NoAddresses, place());
        return;
    }
    // "12", "12a" or "12 bis" is a number in some street or other.
    let is_bare = |address: &&&str| {
        let digits = address.chars().filter(char::is_ascii_digit).count();
        let letters = address.chars().filter(|c| c.is_alphabetic()).count();
        (1..=4).contains(&digits) && address.chars().count() <= 9 && letters <= 4
    };
    let bare = met.len() > 1 && met.keys().filter(is_bare).count() * 10 > met.len() * 9;
    if bare {
        faults.push(What::AddressesBare, place());
    }
    if !unknown.is_empty() {
        faults.push(What::AddressUnknown, place().rows(numbers_of(&unknown)));
    }
    let shared: Vec<&Vec<u32>> = met.values().filter(|people| people.len() > 1).collect();
    if !shared.is_empty() {
        let together: Vec<u32> = shared.iter().flat_map(|people| people.iter().copied()).collect();
        faults.push(What::AddressShared { homes: shared.len() }, place().rows(numbers_of(&together)));
    }
    report_left(table, headings, rows, &shared, faults);
    if bare {
        // Whatever else can be said of these follows from it.
        return;
    }
    let mut crowded: Vec<Rows> =
        shared.iter().filter(|people| people.len() >= MANY).map(|people| numbers_of(people)).collect();
    crowded.sort_by_key(|rows| rows.first.clone());
    crowded.into_iter().for_each(|rows| faults.push(What::AddressCrowded, place().rows(rows)));
    let mut pairs: Vec<Vec<usize>> = near_pairs(&met)
        .into_iter()
        .map(|(a, b)| {
            let mut pair = vec![number(met[a][0]), number(met[b][0])];
            pair.sort_unstable();
            pair
        })
        .collect();
    pairs.sort();
    pairs
        .into_iter()
        .for_each(|pair| faults.push(What::AddressNear, place().rows(pair.into_iter().collect())));
}

/// Points out columns that look like part of an address and are not taken, where they set people apart who count as one home.
fn report_left(table: &Table, taken: &[String], rows: &[u32], shared: &[&Vec<u32>], faults: &mut Faults) {
    let taken: Vec<usize> = taken.iter().flat_map(|heading| table.columns(heading)).collect();
    let free = |column: &usize| {
        let heading = &table.headings[*column];
        !taken.contains(column) && !table.is_refused(*column) && sets_apart(heading) && !is_of_others(heading)
    };
    let apart = |people: &[u32], column: usize| {
        let cells = people.iter().map(|&p| tokens(table.cell(rows[p as usize] as usize, column)));
        cells.collect::<BTreeSet<_>>().len() > 1
    };
    let (mut headings, mut people) = (Vec::new(), BTreeSet::new());
    for column in (0..table.headings.len()).filter(free) {
        let homes: Vec<_> = shared.iter().filter(|people| apart(people, column)).collect();
        if !homes.is_empty() {
            headings.push(table.headings[column].clone());
            let of = homes.into_iter().flat_map(|people| people.iter());
            people.extend(of.map(|&p| table.row(rows[p as usize] as usize).row));
        }
    }
    if !headings.is_empty() {
        let place = Place::file(&table.name).rows(people.into_iter().collect());
        faults.push(What::AddressColumnLeft { headings }, place);
    }
}

/// Addresses that are nearly the same, among those with the same digits.
fn near_pairs<'a>(met: &BTreeMap<&'a str, Vec<u32>>) -> Vec<(&'a str, &'a str)> {
    let mut blocks: BTreeMap<String, Vec<&'a str>> = BTreeMap::new();
    for &address in met.keys() {
        blocks.entry(digits(address)).or_default().push(address);
    }
    let mut left = MOST_PAIRS;
    let mut found = Vec::new();
    // Addresses without any number would all be compared with each other.
    for (_, block) in blocks.into_iter().filter(|(digits, _)| !digits.is_empty()) {
        for (i, a) in block.iter().enumerate() {
            for b in &block[i + 1..] {
                if left == 0 {
                    return found;
                }
                left -= 1;
                if near(a, b) {
                    found.push((*a, *b));
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six or more at one address are pointed out, five may be a family.
    #[test]
    fn a_crowded_address_is_one_of_six() {
        let crowded = |people: usize| {
            let row = |i: usize| format!("{i},{}\n", if i < people { "Dorpsstraat 1" } else { "Plein 2" });
            let file = "id,address\n".to_owned() + &(0..people + 2).map(row).collect::<String>();
            let mut faults = Faults::new();
            let table = crate::register::read("p.csv", file.as_bytes(), &mut faults).unwrap();
            let rows: Vec<u32> = (0..people as u32 + 2).collect();
            let found = super::addresses(&table, &[1], &rows);
            report(&table, &["address".to_owned()], &rows, &found, &mut faults);
            faults.count(crate::base::fault::Kind::AddressCrowded)
        };
        assert_eq!([2, 5, 6, 7].map(crowded), [0, 0, 1, 1]);
    }

    /// A number alone is no address; a postcode and a number is one.
    #[test]
    fn a_column_of_house_numbers_is_pointed_out() {
        let bare = |cell: &dyn Fn(usize) -> String| {
            let rows = (0..20).map(|i| format!("{i},{}\n", cell(i)));
            let file = "id,address\n".to_owned() + &rows.collect::<String>();
            let mut faults = Faults::new();
            let table = crate::register::read("p.csv", file.as_bytes(), &mut faults).unwrap();
            let rows: Vec<u32> = (0..20).collect();
            let found = super::addresses(&table, &[1], &rows);
            report(&table, &["address".to_owned()], &rows, &found, &mut faults);
            faults.count(crate::base::fault::Kind::AddressesBare)
        };
        assert_eq!(bare(&|i| format!("{}a", i + 1)), 1);
        assert_eq!(bare(&|i| format!("{}{}", i + 1, ["", "-A", " bis", " hs"][i % 4])), 1);
        assert_eq!(bare(&|i| format!("5981 AB {}", i + 1)), 0);
        assert_eq!(bare(&|i| format!("Plein {}", i + 1)), 0);
    }

    /// A part of the address that is not taken is told where it sets people of one home apart.
    #[test]
    fn a_part_of_the_address_that_is_left_is_pointed_out() {
        let left = |heading: &str, cells: &[&str]| {
            let rows = cells.iter().enumerate().map(|(i, cell)| format!("{i};8210 AB;2;{cell}\n"));
            let file = format!("id;postcode;nr;{heading}\n{}9;8210 AC;1;C\n", rows.collect::<String>());
            let mut faults = Faults::new();
            let table = crate::register::read("p.csv", file.as_bytes(), &mut faults).unwrap();
            let rows: Vec<u32> = (0..=cells.len() as u32).collect();
            let found = super::addresses(&table, &[1, 2], &rows);
            report(&table, &["postcode".to_owned(), "nr".to_owned()], &rows, &found, &mut faults);
            let told = faults.iter().find(|fault| matches!(fault.what, What::AddressColumnLeft { .. }));
            told.map(|fault| fault.place.rows.first.clone()).unwrap_or_default()
        };
        assert_eq!(left("toevoeging", &["A", "B"]), [2, 3]);
        assert_eq!(left("Huisletter", &["", "b"]), [2, 3]);
        assert_eq!(left("huisnr", &["2", "12"]), [2, 3]);
        for (heading, cells) in [
            ("toevoeging", ["A", "a"]),
            ("toevoeging", ["", ""]),
            ("naam", ["A", "B"]),
            ("huisnummer partner", ["1", "2"]),
        ] {
            assert!(left(heading, &cells).is_empty(), "{heading}");
        }
    }

    fn addresses(list: &[&str]) -> Vec<Option<String>> {
        list.iter().map(|a| (!a.is_empty()).then(|| (*a).to_owned())).collect()
    }

    #[test]
    fn only_homes_that_the_rule_binds() {
        let pool = addresses(&["a 1", "b 2", "", "a 1", "c 3", "b 2", "b 2", "", "d 4"]);
        let homes = Homes::new(Vec::new(), 2, &pool, &[]);
        assert_eq!(homes.list.len(), 1);
        assert_eq!((homes.of(1), homes.of(0), homes.of(2)), (Some(0), None, None));
        let homes = Homes::new(Vec::new(), 1, &pool, &addresses(&["d 4", "e 5", ""]));
        let of: Vec<Option<usize>> = (0..9).map(|p| homes.of(p)).collect();
        assert_eq!(of, [Some(0), Some(1), None, Some(0), None, Some(1), Some(1), None, Some(2)]);
        assert_eq!((homes.room(0), homes.room(2)), (1, 0));
        assert_eq!((homes.list[2].people, homes.list[2].confirmed), (1, 1));
    }
}
