//! People who may be there twice: pairs of rows, and what was decided about them. Imports `base`, `register`, `pool`
//! and its siblings.

use super::people::People;
use super::{Give, TWICE};
use crate::base::digest::Digest;
use crate::base::fault::{Fault, Faults, Place, Prepare, Rows, What};
use crate::base::text::{blank, fold};
use crate::pool::doubles::{Traits, groups};
use crate::pool::ids;
use crate::pool::lives::Lives;
use crate::pool::traits::Trait;
use crate::register::{self, Cells, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What two rows have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Same {
    /// The id.
    Id,
    /// The name.
    Name,
    /// The e-mail address.
    Mail,
    /// The telephone number.
    Phone,
    /// The date of birth.
    Birth,
    /// The address.
    Address,
}

impl Same {
    /// In a word, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Mail => "mail",
            Self::Phone => "phone",
            Self::Birth => "birth",
            Self::Address => "address",
        }
    }
}

/// What is decided about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Two people.
    Both,
    /// One person: the first row stays.
    First,
    /// One person: the second row stays.
    Second,
}

impl Decision {
    fn of(word: &str) -> Option<Self> {
        match fold(word).as_str() {
            "both" | "beide" => Some(Self::Both),
            "first" | "eerste" => Some(Self::First),
            "second" | "tweede" => Some(Self::Second),
            _ => None,
        }
    }

    /// In a word, the same in every language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::First => "first",
            Self::Second => "second",
        }
    }
}

/// Two rows that may be one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Twelve letters that stand for what is in the two rows: they change when that does.
    pub key: String,
    /// Source, from 0, and row of the first.
    pub first: (usize, usize),
    /// Source and row of the second.
    pub second: (usize, usize),
    /// The names of both, as they stand there; personal.
    pub names: [String; 2],
    /// What they have in common.
    pub same: Vec<Same>,
    /// The rows of both in the list that came out, as a spreadsheet shows them; none of whoever is left out.
    pub listed: [Option<usize>; 2],
    /// What is decided.
    pub decision: Option<Decision>,
}

/// By what people were compared, with the headings of the columns; none where the list has no such column.
pub type Looked = Vec<(Same, Vec<String>)>;

/// What was found about people who may be there twice.
pub(super) struct Found {
    pub pairs: Vec<Pair>,
    /// The indexes of those who are left out because of what was decided.
    pub out: BTreeSet<u32>,
    pub looked: Looked,
}

/// The pairs among people.
///
/// `own` are columns that no rule makes: a decision stands as long as what the rows have in them does. `births` are
/// columns that a recipe reads as dates of birth.
pub(super) fn pairs(
    people: &People,
    (own, births): (&[usize], &[usize]),
    decisions: Option<&str>,
    give: Give<'_>,
    digests: &mut Option<Digest>,
    faults: &mut Faults,
) -> Option<Found> {
    let rows: Vec<u32> = (0..people.len() as u32).collect();
    let id = ids::detect(people, &[]);
    let mut traits = Traits::new(people, &[]);
    traits.born_in(births);
    let traits = traits;
    let written = |wanted: Trait, row: u32| {
        let mut text = Vec::new();
        traits.write(wanted, row, &mut text);
        text
    };
    let lives = Lives::new(people, id.as_slice());
    let columns = lives.columns();
    let address = |row: u32| lives.key(row);
    let mut found: BTreeSet<(u32, u32)> = traits.pairs(&rows).into_iter().map(|(a, b, _)| (a, b)).collect();
    let mut add = |group: Vec<u32>| found.extend(group[1..].iter().map(|&row| (group[0], row)));
    if let Some(id) = id {
        let write = |row: u32, out: &mut Vec<u8>| out.extend(people.cell(row as usize, id).trim().bytes());
        groups(rows.iter().copied(), write).into_iter().for_each(&mut add);
    }
    if !columns.is_empty() {
        let write = |row: u32, out: &mut Vec<u8>| {
            let birth = written(Trait::Birth, row);
            if let Some(address) = address(row).filter(|_| !birth.is_empty()) {
                out.extend_from_slice(address.as_bytes());
                out.push(0);
                out.extend_from_slice(&birth);
            }
        };
        groups(rows.iter().copied(), write).into_iter().for_each(&mut add);
    }
    let known = match decisions {
        None => BTreeMap::new(),
        Some(file) => {
            let bytes = give(file)?;
            *digests = Some(Digest::of(&bytes));
            read(file, &bytes, faults)
        }
    };
    let same = |a: u32, b: u32| {
        let alike = |wanted: Trait| {
            let (one, other) = (written(wanted, a), written(wanted, b));
            !one.is_empty() && one == other
        };
        let id = id.is_some_and(|id| {
            let [one, other] = [a, b].map(|row| people.cell(row as usize, id).trim());
            !blank(one) && one == other
        });
        let mut same: Vec<Same> = id.then_some(Same::Id).into_iter().collect();
        let traits = [
            (Trait::Name, Same::Name),
            (Trait::Mail, Same::Mail),
            (Trait::Phone, Same::Phone),
            (Trait::Birth, Same::Birth),
        ];
        same.extend(traits.into_iter().filter(|(wanted, _)| alike(*wanted)).map(|(_, same)| same));
        same.extend(address(a).filter(|own| address(b).as_ref() == Some(own)).map(|_| Same::Address));
        same
    };
    let place = |row: u32| people.place(row as usize);
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let mut out = BTreeSet::new();
    let mut list = Vec::new();
    for (a, b) in found {
        let key = key(people, own, a, b);
        let decision = known.get_key_value(&key).map(|(key, (decision, _))| {
            used.insert(key.as_str());
            *decision
        });
        match decision {
            Some(Decision::First) => drop(out.insert(b)),
            Some(Decision::Second) => drop(out.insert(a)),
            Some(Decision::Both) | None => {}
        }
        let names = [a, b].map(|row| traits.as_written(Trait::Name, row));
        let (first, second, same) = (place(a), place(b), same(a, b));
        list.push(Pair { key, first, second, names, same, listed: [None; 2], decision });
    }
    let unused: Rows =
        known.iter().filter(|(key, _)| !used.contains(key.as_str())).map(|(_, (_, row))| *row).collect();
    if let Some(file) = decisions.filter(|_| unused.count() > 0) {
        faults.push(What::Prepare(Prepare::DecisionUnused), Place::file(file).rows(unused));
    }
    let open: Vec<&Pair> = list.iter().filter(|pair| pair.decision.is_none()).collect();
    if !open.is_empty() {
        // Two sources that number their people each from 1: the same number is of somebody else there.
        let numbered = open.iter().any(|pair| pair.first.0 != pair.second.0 && pair.same == [Same::Id]);
        let numbers = id.filter(|_| numbered).map(|id| people.headings()[id].clone());
        let what = Prepare::PeopleTwice { pairs: open.len(), numbers };
        faults.push(What::Prepare(what), Place::file(TWICE));
    }
    let headings =
        |columns: &mut dyn Iterator<Item = usize>| columns.map(|c| people.headings()[c].clone()).collect();
    let of = |wanted: Trait| traits.headings(wanted).into_iter().map(str::to_owned).collect();
    let looked = vec![
        (Same::Id, headings(&mut id.into_iter())),
        (Same::Name, of(Trait::Name)),
        (Same::Birth, of(Trait::Birth)),
        (Same::Mail, of(Trait::Mail)),
        (Same::Phone, of(Trait::Phone)),
        (Same::Address, headings(&mut columns.iter().copied())),
    ];
    Some(Found { pairs: list, out, looked })
}

/// Letters that stand for what is in two rows. No digits, which a spreadsheet would take for a number.
fn key(people: &People, own: &[usize], a: u32, b: u32) -> String {
    let cells: Vec<&[u8]> = [a, b]
        .iter()
        .flat_map(|&row| own.iter().map(move |&column| people.cell(row as usize, column).as_bytes()))
        .collect();
    let digest = Digest::tagged("geloot prepare pair 1", &cells);
    let letters = b"bcdfghjklmnpqrst";
    digest.0[..6]
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|n| char::from(letters[usize::from(n)]))
        .collect()
}

/// The rows of the list that was made, as a spreadsheet shows them, of two who look like one person and were decided to be
/// two: from the file of pairs that was written beside that list.
pub fn apart(bytes: &[u8]) -> Vec<(usize, usize)> {
    let Some(table) = register::read_any(TWICE, bytes, &mut Faults::new()) else { return Vec::new() };
    let column = |names: [&str; 2]| {
        (0..table.headings.len()).find(|&c| names.contains(&fold(&table.headings[c]).as_str()))
    };
    let columns = [
        DECISION,
        ["first row in pool.csv", "eerste rij in pool.csv"],
        ["second row in pool.csv", "tweede rij in pool.csv"],
    ];
    let [Some(word), Some(first), Some(second)] = columns.map(column) else { return Vec::new() };
    let both = table.rows().filter(|row| Decision::of(row.cell(word)) == Some(Decision::Both));
    let row = |text: &str| text.trim().parse::<usize>().ok();
    both.filter_map(|pair| Some((row(pair.cell(first))?, row(pair.cell(second))?))).collect()
}

const PAIR: [&str; 2] = ["pair", "paar"];
const DECISION: [&str; 2] = ["decision", "besluit"];

/// A fault without headings that are not looked for: where the first row is a pair and no headings, they are names.
fn unnamed(fault: &Fault, table: Option<&Table>) -> (What, Place) {
    let known = |heading: &String| [PAIR, DECISION].as_flattened().contains(&fold(heading).as_str());
    let mut place = fault.place.clone();
    if let Some(heading) = place.column.take() {
        let letters = |table: &Table| table.columns(&heading).first().map(|&column| table.letters(column));
        place.column = if known(&heading) { Some(heading) } else { table.and_then(letters) };
    }
    let what = match fault.what.clone() {
        What::HeadingsLower { row, headings } => {
            What::HeadingsLower { row, headings: headings.into_iter().filter(known).collect() }
        }
        what => what,
    };
    (what, place)
}

/// What was decided, by the letters of the pair, with the row that says so.
fn read(file: &str, bytes: &[u8], faults: &mut Faults) -> BTreeMap<String, (Decision, usize)> {
    let mut decisions = BTreeMap::new();
    let mut own = Faults::new();
    let table = register::read_any(file, bytes, &mut own);
    for fault in own.iter() {
        let (what, place) = unnamed(fault, table.as_ref());
        faults.push(what, place);
    }
    let Some(table) = table else { return decisions };
    let column = |names: &[&str], faults: &mut Faults| {
        let found = (0..table.headings.len()).find(|&c| names.contains(&fold(&table.headings[c]).as_str()));
        if found.is_none() {
            let what = What::Prepare(Prepare::ColumnMissing { near: None });
            faults.push(what, Place::file(file).column(names[0]));
        }
        found
    };
    let (pair, word) = (column(&PAIR, faults), column(&DECISION, faults));
    let (Some(pair), Some(word)) = (pair, word) else { return decisions };
    let mut wrong = Rows::default();
    for row in table.rows().filter(|row| !blank(row.cell(word))) {
        match Decision::of(row.cell(word)) {
            Some(decision) => drop(decisions.insert(fold(row.cell(pair)), (decision, row.row))),
            None => wrong.push(row.row),
        }
    }
    if wrong.count() > 0 {
        let place = Place::file(file).column(&table.headings[word]).rows(wrong);
        faults.push(What::Prepare(Prepare::DecisionWord), place);
    }
    decisions
}
