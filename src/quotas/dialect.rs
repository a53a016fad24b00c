//! The headings of quota files in use. Imports `base`, `register`.

use crate::base::fault::{Faults, Place, QuotaColumn, What};
use crate::base::text::{column_letters, fold_heading, nearest};
use crate::register::Table;

/// Which column of a table is which part of a quota line, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub feature: usize,
    pub value: usize,
    pub min: usize,
    pub max: usize,
    pub min_flex: Option<usize>,
    pub max_flex: Option<usize>,
}

/// Headings after [`fold_heading`]; the first one is the one we write.
const FEATURE: &[&str] = &["feature", "featurename", "kenmerk", "criterium", "criterion"];
const CATEGORY: &[&str] = &["category", "categorie", "categoryname"];
const VALUE: &[&str] =
    &["value", "valuename", "name", "categoryvalue", "featurevalue", "waarde", "naam", "klasse"];
const MIN: &[&str] = &["min", "minquota", "minimum", "minimaal", "mininum", "minseats", "ondergrens"];
const MAX: &[&str] = &["max", "maxquota", "maximum", "maximaal", "maxseats", "bovengrens"];
const MIN_FLEX: &[&str] = &["minflex", "flexmin", "minflexquota", "minimumflex"];
const MAX_FLEX: &[&str] = &["maxflex", "flexmax", "maxflexquota", "maximumflex"];

/// Whether the headings are those of a quota file.
pub fn is_quota_table(table: &Table) -> bool {
    columns(table, &mut Faults::new()).is_some()
}

/// Finds the columns, or reports every one that is missing or there twice.
///
/// Dialects: `feature,value,min,max`; `category,name,min,max`; `category,feature,min,max`, in which
/// "feature" is the value; `FeatureName,ValueName,MinQuota,MaxQuota`; `kenmerk,waarde,min,max`. Each
/// may have `min_flex,max_flex`. Capitals, spaces and order are free; other columns are ignored.
pub(super) fn columns(table: &Table, faults: &mut Faults) -> Option<Columns> {
    let keys: Vec<String> = table.headings.iter().map(|h| fold_heading(h)).collect();
    let has = |names: &[&str]| keys.iter().any(|k| names.contains(&k.as_str()));
    // With a "category" there, "feature" means the value, unless another column is the value.
    let by_category = has(CATEGORY) && !(has(FEATURE) && has(VALUE));
    let (feature, value): (&[&str], &[&str]) = match by_category {
        true if has(VALUE) => (CATEGORY, VALUE),
        true => (CATEGORY, FEATURE),
        false => (FEATURE, VALUE),
    };
    let mut find = |wanted, names: &[&str], needed| find(table, &keys, wanted, names, needed, faults);
    let feature = find(QuotaColumn::Feature, feature, true);
    let value = find(QuotaColumn::Value, value, true);
    let min = find(QuotaColumn::Min, MIN, true);
    let max = find(QuotaColumn::Max, MAX, true);
    let min_flex = find(QuotaColumn::MinFlex, MIN_FLEX, false);
    let max_flex = find(QuotaColumn::MaxFlex, MAX_FLEX, false);
    Some(Columns { feature: feature?, value: value?, min: min?, max: max?, min_flex, max_flex })
}

fn find(
    table: &Table,
    keys: &[String],
    wanted: QuotaColumn,
    names: &[&str],
    needed: bool,
    faults: &mut Faults,
) -> Option<usize> {
    let found: Vec<usize> = (0..keys.len()).filter(|&c| names.contains(&keys[c].as_str())).collect();
    match found.as_slice() {
        [one] => Some(*one),
        [] if needed => {
            let free = table.headings.iter().map(String::as_str).filter(|h| !known(&fold_heading(h)));
            let near = free.clone().find(|h| nearest(h, names.iter().copied()).is_some());
            let what = What::QuotaColumnMissing { wanted, near: near.map(str::to_owned) };
            faults.push(what, Place::file(&table.name));
            None
        }
        [] => None,
        [first, ..] => {
            let letters = found.iter().map(|&c| column_letters(c)).collect();
            let place = Place::file(&table.name).column(&table.headings[*first]);
            faults.push(What::AmbiguousColumn { letters }, place);
            None
        }
    }
}

fn known(key: &str) -> bool {
    [FEATURE, CATEGORY, VALUE, MIN, MAX, MIN_FLEX, MAX_FLEX].iter().any(|names| names.contains(&key))
}
