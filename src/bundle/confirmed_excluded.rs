//! What was settled before the lottery: people who are excluded, and people who have a seat already.
//! Imports `pool`, `quotas`, `draw` and its siblings.

use super::form::{self, Bad};
use super::household::ALONE;
use super::people::{header, indexes, names};
use crate::draw::code::Code;
use crate::pool::{Before, Excluded, Homes};
use crate::quotas::Quotas;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The confirmed people as `about.json` states them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmed {
    /// How many there are.
    pub people: u64,
    /// Seats of the whole panel, theirs included.
    pub seats: u32,
}

const EXCLUDED: [&str; 2] = ["code", "ground"];

/// The codes of people who are in no pool: those of the excluded, then of the confirmed. None is the code
/// of anybody in the pool, and those of the pool are what they would be without them.
pub fn codes(key: &[u8; 32], pool: &[&str], excluded: &[&str], confirmed: &[&str]) -> (Vec<Code>, Vec<Code>) {
    let ids = pool.iter().chain(excluded).chain(confirmed).copied();
    let mut others = Code::of_ids(key, ids).split_off(pool.len());
    let confirmed = others.split_off(excluded.len());
    (others, confirmed)
}

/// Writes the public `excluded.csv`: code and ground, in the order of codes.
pub fn excluded(people: &[Excluded], codes: &[Code]) -> Vec<u8> {
    let mut rows: Vec<(Code, &str)> =
        people.iter().zip(codes).map(|(person, &code)| (code, person.ground.as_str())).collect();
    rows.sort_unstable();
    let rows = rows.into_iter().map(|(code, ground)| [code.to_string(), ground.to_owned()]);
    form::table(std::iter::once(EXCLUDED.map(str::to_owned)).chain(rows))
}

/// Reads `excluded.csv`: codes ascending, none twice, each with a ground.
///
/// # Errors
/// [`Bad`].
pub fn read_excluded(bytes: &[u8]) -> Result<Vec<(Code, String)>, Bad> {
    let mut people: Vec<(Code, String)> = Vec::new();
    for (at, row) in form::rows(bytes, &EXCLUDED)?.iter().enumerate() {
        let code = Code::parse(&row[0]).ok().filter(|_| !row[1].is_empty());
        match code.filter(|&code| people.last().is_none_or(|last| last.0 < code)) {
            Some(code) => people.push((code, row[1].to_owned())),
            None => return Err(Bad::Row(at + 2)),
        }
    }
    Ok(people)
}

/// Writes the public `confirmed.csv`: code and features as in `pool.csv`, in the order of codes. `quotas`
/// are those of the record; a household feature has the home's code where the rule binds it.
pub fn confirmed(
    before: &Before,
    quotas: &Quotas,
    codes: &[Code],
    homes: Option<(&Homes, &[Code], usize)>,
) -> Vec<u8> {
    let mut rows: Vec<(Code, Vec<String>)> = Vec::new();
    for (person, &code) in before.people.iter().zip(codes) {
        let own = before.quotas.features.iter().zip(&person.values);
        let mut cells: Vec<String> =
            own.map(|(feature, &v)| feature.values[usize::from(v)].name.clone()).collect();
        if let Some((homes, homes_codes, place)) = homes {
            let home = homes.list.iter().position(|home| Some(&home.address) == person.address.as_ref());
            cells.insert(place, home.map_or(ALONE.to_owned(), |home| homes_codes[home].to_string()));
        }
        rows.push((code, cells));
    }
    rows.sort();
    let first: Vec<String> = header(&["code"], quotas).into_iter().map(str::to_owned).collect();
    let rows = rows.into_iter().map(|(code, cells)| std::iter::once(code.to_string()).chain(cells).collect());
    form::table(std::iter::once(first).chain(rows))
}

/// Reads `confirmed.csv`: codes ascending, none twice; the value index of each feature of `quotas`.
///
/// # Errors
/// [`Bad`].
pub fn read_confirmed(quotas: &Quotas, bytes: &[u8]) -> Result<Vec<(Code, Vec<u32>)>, Bad> {
    let mut people: Vec<(Code, Vec<u32>)> = Vec::new();
    for (at, row) in form::rows(bytes, &header(&["code"], quotas))?.iter().enumerate() {
        let read = || {
            let code = Code::parse(&row[0]).ok()?;
            let ascending = people.last().is_none_or(|last| last.0 < code);
            ascending.then_some((code, indexes(quotas, row.iter().skip(1))?))
        };
        people.push(read().ok_or(Bad::Row(at + 2))?);
    }
    // Written again it is the same: names of values have one spelling in the quotas.
    let same = people.iter().all(|(_, values)| names(quotas, values).count() == quotas.features.len());
    if same { Ok(people) } else { Err(Bad::Form) }
}

/// What is left of the quotas asked when these people have their seats: the smallest and largest number
/// of each value, less the people who have it, and never below 0.
pub fn left(asked: &Quotas, confirmed: &[Vec<u32>]) -> Quotas {
    let mut left = asked.clone();
    for (f, feature) in left.features.iter_mut().enumerate() {
        let mut have: BTreeMap<u32, u32> = BTreeMap::new();
        confirmed.iter().for_each(|values| *have.entry(values[f]).or_default() += 1);
        for (v, value) in (0..).zip(&mut feature.values) {
            let have = have.get(&v).copied().unwrap_or(0);
            value.min = value.min.saturating_sub(have);
            value.max = value.max.saturating_sub(have);
            value.flex = value.flex.map(|(low, high)| (low.saturating_sub(have), high.saturating_sub(have)));
        }
    }
    left
}
