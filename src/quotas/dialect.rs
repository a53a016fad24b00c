//! The headings of quota files in use. Imports `base`, `register`.

use crate::base::fault::{Faults, Figures, Place, QuotaColumn, What};
use crate::base::text::{fold_heading, nearest};
use crate::register::{Looked, Table};

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
/// Those of which nobody calls a value so: beside them a category is a value.
const ONLY_FEATURE: &[&str] = &["kenmerk", "criterium", "criterion"];
const CATEGORY: &[&str] = &["category", "categorie", "categoryname"];
const VALUE: &[&str] =
    &["value", "valuename", "name", "categoryvalue", "featurevalue", "waarde", "naam", "klasse"];
const MIN: &[&str] = &["min", "minquota", "minimum", "minimaal", "minseats", "ondergrens"];
const MAX: &[&str] = &["max", "maxquota", "maximum", "maximaal", "maxseats", "bovengrens"];
const MIN_FLEX: &[&str] = &["minflex", "flexmin", "minflexquota", "minimumflex"];
const MAX_FLEX: &[&str] = &["maxflex", "flexmax", "maxflexquota", "maximumflex"];

/// Whether the headings are those of a quota file.
pub fn is_quota_table(table: &Table) -> bool {
    columns(table, &mut Faults::new()).is_some()
}

/// The row below the first that has the headings of a quota file, if the first has not, with those headings:
/// above it stands a title.
pub fn headings_below(table: &Table) -> Option<(usize, Vec<String>)> {
    if is_quota_table(table) {
        return None;
    }
    let found = table.start().iter().find(|(_, cells)| is_quota_table(&table.headed(cells.clone())))?;
    let filled = found.1.iter().filter(|cell| !cell.is_empty()).cloned().collect();
    Some((found.0, filled))
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
        true if !has(VALUE) && has(ONLY_FEATURE) => (ONLY_FEATURE, CATEGORY),
        true if has(VALUE) => (CATEGORY, VALUE),
        true => (CATEGORY, FEATURE),
        false => (FEATURE, VALUE),
    };
    let mut missing = Vec::new();
    let mut find = |wanted, names, needed| {
        let found = find(table, &keys, names, faults);
        if found == Found::None && needed {
            missing.push((wanted, near(table, names)));
        }
        match found {
            Found::One(column) => Some(column),
            _ => None,
        }
    };
    let feature = find(QuotaColumn::Feature, feature, true);
    let value = find(QuotaColumn::Value, value, true);
    let min = find(QuotaColumn::Min, MIN, true);
    let max = find(QuotaColumn::Max, MAX, true);
    let min_flex = find(QuotaColumn::MinFlex, MIN_FLEX, false);
    let max_flex = find(QuotaColumn::MaxFlex, MAX_FLEX, false);
    if !missing.is_empty() {
        let bounds = [min, max, min_flex, max_flex].iter().all(Option::is_none);
        let from = if bounds && feature.is_some() && value.is_some() { figures(table) } else { None };
        faults.push(What::QuotaColumnMissing { missing, from }, Place::file(&table.name));
    } else {
        report_unused(table, faults);
    }
    Some(Columns { feature: feature?, value: value?, min: min?, max: max?, min_flex, max_flex })
}

/// Headings of a column with one number for each value, that may be of seats or of people, after [`fold_heading`].
const TARGET: &[&str] = &[
    "target",
    "targets",
    "quota",
    "quotas",
    "quotum",
    "seats",
    "doel",
    "streefaantal",
    "streefgetal",
    "plaatsen",
    "zetels",
];

/// The heading of a column from which quotas are made: shares or numbers of a population, or of seats.
fn figures(table: &Table) -> Option<String> {
    let is = |heading: &&String| {
        let key = fold_heading(heading);
        says_shares(heading) || [COUNT, TARGET].iter().any(|names| names.contains(&key.as_str()))
    };
    table.headings.iter().find(is).cloned()
}

/// Headings of columns by which elsewhere some quotas count for more than others, after [`fold_heading`].
const WEIGHT: &[&str] =
    &["weight", "weights", "weighting", "gewicht", "weging", "v\u{e6}gt", "vikt", "priority", "prioriteit"];

/// Notes the columns that are not looked at, in the order of the file.
fn report_unused(table: &Table, faults: &mut Faults) {
    let keys = table.headings.iter().map(|heading| (heading, fold_heading(heading)));
    let unused: Vec<(&String, String)> = keys.filter(|(_, key)| !key.is_empty() && !known(key)).collect();
    if !unused.is_empty() {
        let weights = unused.iter().any(|(_, key)| WEIGHT.contains(&key.as_str()));
        let headings = unused.into_iter().map(|(heading, _)| heading.clone()).collect();
        faults.push(What::QuotaColumnUnused { headings, weights }, Place::file(&table.name));
    }
}

/// Which column of a table is which part of a line of a population.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PopulationColumns {
    pub feature: usize,
    pub value: usize,
    pub count: usize,
    pub are_shares: bool,
}

const COUNT: &[&str] = &[
    "count",
    "counts",
    "number",
    "aantal",
    "people",
    "persons",
    "personen",
    "inwoners",
    "population",
    "bevolking",
    "total",
    "totaal",
    "n",
];
const SHARE: &[&str] =
    &["share", "shares", "percentage", "percent", "pct", "aandeel", "procent", "%", "proportion", "fraction"];

/// Whether a heading says that the figures below it are shares.
pub(super) fn says_shares(heading: &str) -> bool {
    let key = fold_heading(heading);
    SHARE.contains(&key.as_str())
        || key.contains('%')
        || key.contains("percentage")
        || key.contains("aandeel")
}

/// The columns of a plain table of a population: `feature,value,count`, or `share` in place of
/// `count`; counts when both are there. `None` when it is another kind of table; told where two columns could be one of these.
pub(super) fn population_columns(
    table: &Table,
    counts: Option<&str>,
    faults: &mut Faults,
) -> Option<PopulationColumns> {
    let looked = Looked::default();
    let mut of_columns = Faults::new();
    let mut column = |names: &[&str]| looked.column(table, names, &mut of_columns);
    let (feature, value) = match (column(FEATURE), column(CATEGORY)) {
        (Some(feature), None) => (feature, column(VALUE)?),
        (Some(feature), Some(category)) => match column(VALUE) {
            Some(value) => (feature, value),
            None if ONLY_FEATURE.contains(&fold_heading(&table.headings[feature]).as_str()) => {
                (feature, category)
            }
            None => (category, feature),
        },
        (None, Some(category)) => (category, column(VALUE)?),
        (None, None) => return None,
    };
    let chosen = counts.and_then(|heading| table.columns(heading).first().copied());
    let chosen = chosen.filter(|column| ![feature, value].contains(column));
    let percent = |column: usize| {
        let shares = |row: usize| table.cell(row, column).contains('%');
        says_shares(&table.headings[column]) || (0..table.len()).any(shares)
    };
    let known = chosen.map(|count| (count, percent(count)));
    let known = known.or_else(|| column(COUNT).map(|count| (count, false)));
    let Some((count, are_shares)) = known.or_else(|| column(SHARE).map(|share| (share, true))) else {
        // Two of the three are there: the labels of a table of another kind are called by what they are.
        let others = (0..table.headings.len()).filter(|column| ![feature, value].contains(column));
        let headings = others.map(|column| table.headings[column].clone());
        let headings: Vec<String> = headings.filter(|heading| !heading.is_empty()).collect();
        if !headings.is_empty() {
            faults.push(What::Figures(Figures::PlainFigures { headings }), Place::file(&table.name));
        }
        return None;
    };
    faults.append(of_columns);
    Some(PopulationColumns { feature, value, count, are_shares })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    None,
    One(usize),
    Several,
}

/// The column with one of these headings; reports when there are several.
fn find(table: &Table, keys: &[String], names: &[&str], faults: &mut Faults) -> Found {
    let found: Vec<usize> = (0..keys.len()).filter(|&c| names.contains(&keys[c].as_str())).collect();
    match found.as_slice() {
        [] => Found::None,
        [one] => Found::One(*one),
        [first, ..] => {
            let letters = found.iter().map(|&c| table.letters(c)).collect();
            let place = Place::file(&table.name).column(&table.headings[*first]);
            faults.push(What::AmbiguousColumn { letters }, place);
            Found::Several
        }
    }
}

/// A heading that is nearly one of these and not another one that is looked for.
fn near(table: &Table, names: &[&str]) -> Option<String> {
    let free = table.headings.iter().filter(|h| !known(&fold_heading(h)));
    free.into_iter().find(|h| nearest(&fold_heading(h), names.iter().copied()).is_some()).cloned()
}

fn known(key: &str) -> bool {
    [FEATURE, CATEGORY, VALUE, MIN, MAX, MIN_FLEX, MAX_FLEX].iter().any(|names| names.contains(&key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;
    use crate::quotas::from_table;
    use crate::register;

    fn read(header: &str, line: &str) -> (Option<crate::quotas::Quotas>, Faults) {
        let mut faults = Faults::new();
        let table = register::read("q.csv", format!("{header}\n{line}\n").as_bytes(), &mut faults).unwrap();
        (from_table(&table, &mut faults), faults)
    }

    #[test]
    fn every_set_of_headings_in_use() {
        for header in [
            "feature,value,min,max",
            "category,name,min,max",
            "category,feature,min,max",
            "Category,Value,Minimum,Maximum",
            "FeatureName,ValueName,MinQuota,MaxQuota",
            " FEATURE , Value,MIN ,max",
            "Feature Name,value_name,min-quota,Max Quota",
            "feature,category value,min,max",
            "kenmerk,waarde,min,max",
            "Criterium,Klasse,Minimaal,Maximaal",
        ] {
            let (quotas, faults) = read(header, "age,18-39,1,2");
            let quotas = quotas.unwrap_or_else(|| panic!("{header}: {faults:?}"));
            let feature = &quotas.features[0];
            assert_eq!(
                (feature.name.as_str(), feature.values[0].name.as_str()),
                ("age", "18-39"),
                "{header}"
            );
            assert_eq!((feature.values[0].min, feature.values[0].max, feature.values[0].flex), (1, 2, None));
            assert!(faults.is_empty(), "{header}: {faults:?}");
        }
    }

    #[test]
    fn order_and_other_columns_are_free() {
        let (quotas, _) =
            read("note,max flex,max,value,share,min,feature,min_flex", "x,4,2,18-39,30%,1,age,0");
        let value = &quotas.unwrap().features[0].values[0];
        assert_eq!((value.name.as_str(), value.min, value.max, value.flex), ("18-39", 1, 2, Some((0, 4))));
    }

    #[test]
    fn what_is_missing_or_there_twice_is_told_at_once() {
        let (quotas, faults) = read("featur,value,value,min", "a,b,c,1");
        assert_eq!(quotas, None);
        assert_eq!((faults.count(Kind::AmbiguousColumn), faults.count(Kind::QuotaColumnMissing)), (1, 1));
        let missing = faults.iter().find_map(|fault| match &fault.what {
            What::QuotaColumnMissing { missing, .. } => Some(missing.clone()),
            _ => None,
        });
        let expected = vec![(QuotaColumn::Feature, Some("featur".to_owned())), (QuotaColumn::Max, None)];
        assert_eq!(missing, Some(expected));
    }

    #[test]
    fn a_population_has_one_column_of_counts() {
        let told = |header: &str| {
            let mut faults = Faults::new();
            let text = format!("{header}\nwijk,Oost,100,200\n");
            let table = register::read("p.csv", text.as_bytes(), &mut faults).unwrap();
            assert!(population_columns(&table, None, &mut faults).is_some(), "{header}");
            faults.count(Kind::AmbiguousColumn)
        };
        assert_eq!((told("feature,value,count,count"), told("feature,value,aantal,count")), (1, 1));
        assert_eq!((told("feature,value,count,share"), told("feature,value,count,year")), (0, 0));
    }

    #[test]
    fn the_order_of_lines_decides_nothing() {
        let lines = [
            "age,18-39,1,2",
            "Age,40+,0,3",
            "Gender,man,1,2",
            "age,65+,0,1",
            "gender,MAN,1,2",
            "gender,man,1,2",
        ];
        let mut reversed = lines;
        reversed.reverse();
        let (first, _) = read("feature,value,min,max", &lines.join("\n"));
        let (second, _) = read("feature,value,min,max", &reversed.join("\n"));
        assert_eq!(first, second);
        let names: Vec<_> = first.unwrap().features.into_iter().map(|feature| feature.name).collect();
        assert_eq!(names, ["age", "gender"], "the spelling on most lines is taken");
    }
}
