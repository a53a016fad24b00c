//! What a plain lot asks: nothing, or of some columns that each value has its share. Imports `base`,
//! `register`, `quotas`.

use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, nearest, tidy};
use crate::base::unanswered::is_no_answer;
use crate::quotas::{Feature, Quotas, Value};
use crate::register::Table;
use std::collections::BTreeMap;

/// Quotas that forbid nothing: for each of these columns of a pool a feature of its values, each with 0 seats
/// up to all. The lottery keeps what it can of their shares. Blank cells have no value and are reported where
/// values are read.
pub(super) fn quotas(table: &Table, mirror: &[String], seats: u32, faults: &mut Faults) -> Quotas {
    let mut features: Vec<Feature> = Vec::new();
    for wanted in mirror {
        let column = match table.columns(wanted).as_slice() {
            [column] => *column,
            [] => {
                let near = nearest(wanted, table.headings.iter().map(String::as_str)).map(str::to_owned);
                let what = Figures::PlainColumnMissing { feature: wanted.clone(), near };
                faults.push(What::Figures(what), Place::file(&table.name));
                continue;
            }
            several => {
                let letters = several.iter().map(|&c| table.letters(c)).collect();
                faults.push(What::AmbiguousColumn { letters }, Place::file(&table.name).column(wanted));
                continue;
            }
        };
        // Of several spellings the one with the most people, then the last in byte order.
        let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
        for row in table.rows().filter(|_| !table.is_refused(column)) {
            *spellings.entry(row.cell(column)).or_default() += 1;
        }
        let mut values: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for (spelling, people) in spellings {
            let name = tidy(spelling);
            if !name.is_empty() {
                *values.entry(fold(&name)).or_default().entry(name).or_default() += people;
            }
        }
        // A column in which most people have a value of their own says who they are, not what.
        let own = values.len() > FEW_VALUES && values.len() * 2 > table.len();
        if values.len() > MOST_VALUES || own {
            let what = Figures::MirrorTooMany { feature: wanted.clone(), values: values.len() as u64 };
            faults.push(What::Figures(what), Place::file(&table.name).column(&table.headings[column]));
            continue;
        }
        let unanswered: Vec<&BTreeMap<String, usize>> =
            values.iter().filter(|(key, _)| is_no_answer(key)).map(|(_, spellings)| spellings).collect();
        if !unanswered.is_empty() && unanswered.len() < values.len() {
            let people = unanswered.iter().flat_map(|spellings| spellings.values()).sum::<usize>() as u64;
            let names =
                unanswered.iter().filter_map(|spellings| spellings.keys().next_back().cloned()).collect();
            let what = Figures::MirrorNoValue { feature: wanted.clone(), values: names, people };
            faults.push(What::Figures(what), Place::file(&table.name).column(&table.headings[column]));
        }
        let most = |spellings: BTreeMap<String, usize>| {
            spellings.into_iter().max_by_key(|(name, n)| (*n, name.clone()))
        };
        let names = values.into_values().filter_map(|spellings| Some(most(spellings)?.0));
        let value = |name| Value { name, min: 0, max: seats, flex: None };
        let mut values: Vec<Value> = names.map(value).collect();
        values.sort_by(|a, b| a.name.cmp(&b.name));
        let name = table.headings[column].clone();
        if !values.is_empty() && features.iter().all(|feature| feature.name != name) {
            features.push(Feature { name, values });
        }
    }
    features.sort_by(|a, b| a.name.cmp(&b.name));
    faults.push(What::PlainLot { mirrored: features.len() }, Place::default());
    Quotas { features }
}

/// Values of a column that can be mirrored at most: more are names or numbers, and no kinds of people.
const MOST_VALUES: usize = 250;
/// So few can be kinds of people, however few there are of these.
const FEW_VALUES: usize = 10;
