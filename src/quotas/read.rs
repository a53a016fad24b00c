//! Quota lines from a table. Imports `base`, `register` and its siblings.

use super::arithmetic::of_all;
use super::dialect::{self, Columns};
use super::number::{Unusable, whole};
use super::{Feature, MOST_LINES, Quotas, Value};
use crate::base::fault::Kind;
use crate::base::fault::{Faults, Place, QuotaColumn, Rows, What};
use crate::base::look::alike;
use crate::base::text::{fold, tidy};
use crate::base::totals::is_sum;
use crate::register::{Table, TableRow};
use std::collections::BTreeMap;

/// The quotas in a table, or every reason why there are none among `faults`.
///
/// Needs the headings of one of the dialects in use (`feature,value,min,max` and its cousins, with
/// or without `min_flex,max_flex`). Quotas may come with faults that stop the work: go on to
/// collect more of them, then ask [`Faults::stop`].
pub fn from_table(table: &Table, faults: &mut Faults) -> Option<Quotas> {
    let columns = dialect::columns(table, faults)?;
    if columns.min_flex.is_some() != columns.max_flex.is_some() {
        let there = columns.min_flex.or(columns.max_flex).unwrap_or_default();
        faults.push(What::FlexIncomplete, Place::file(&table.name).column(&table.headings[there]));
    }
    if table.len() > MOST_LINES {
        faults.push(What::TooManyQuotas { most: MOST_LINES }, Place::file(&table.name));
        return None;
    }
    let shares = shares(table, columns);
    if let Some((rows, column, cell)) = &shares {
        let place = Place::file(&table.name).column(&table.headings[*column]);
        faults.push(What::QuotaShares, place.rows(rows.clone()).cell(cell));
    }
    let mut lines =
        Lines { table, columns, shares: shares.is_some(), above: String::new(), features: BTreeMap::new() };
    for row in table.rows() {
        lines.add(row, faults);
    }
    let place = |rows| Place::file(&table.name).column(&table.headings[columns.feature]).rows(rows);
    let mut features = Vec::new();
    for mut group in lines.features.into_values() {
        let Some(name) = group.name() else { continue };
        group.spellings.remove(&name);
        for (other, rows) in group.spellings {
            faults.push(What::FeatureSpelled { taken: name.clone() }, place(rows).cell(&other));
        }
        let mut values: Vec<Value> = group.values.into_values().map(|(value, _)| value).collect();
        values.sort_by(|a, b| a.name.cmp(&b.name));
        features.push(Feature { name, values });
    }
    features.sort_by(|a, b| a.name.cmp(&b.name));
    report_alike(table, columns, &features, faults);
    report_totals(table, columns, &features, faults);
    (!features.is_empty()).then_some(Quotas { features })
}

/// Reports values that are headed as the total of the others of their feature.
fn report_totals(table: &Table, columns: Columns, features: &[Feature], faults: &mut Faults) {
    for feature in features.iter().filter(|feature| feature.values.len() > 1) {
        let of_all = of_all(feature, features).map(|value| value.name.as_str());
        let named = |value: &&Value| is_sum(&value.name) || of_all == Some(value.name.as_str());
        for value in feature.values.iter().filter(named) {
            let rows = rows_of(table, columns, &feature.name, &[&value.name]);
            let place = Place::file(&table.name).rows(rows).column(&table.headings[columns.value]);
            let name = value.name.clone();
            let what = match of_all == Some(name.as_str()) {
                true => What::QuotaOfAll { value: name },
                false => What::QuotaTotal { value: name },
            };
            faults.push(what, place);
        }
    }
}

/// The rows of a table of quotas that are about this feature, as a spreadsheet numbers them.
pub fn rows_of_feature(table: &Table, feature: &str) -> Rows {
    let columns = dialect::columns(table, &mut Faults::new());
    columns.map_or_else(Rows::default, |columns| rows_of(table, columns, feature, &[]))
}

/// The rows about a feature, and about one of these values if there are such.
fn rows_of(table: &Table, columns: Columns, feature: &str, values: &[&str]) -> Rows {
    let (feature, values) = (fold(feature), values.iter().map(|value| fold(value)).collect::<Vec<_>>());
    let about = |row: &TableRow<'_>| {
        fold(row.cell(columns.feature)) == feature
            && (values.is_empty() || values.contains(&fold(row.cell(columns.value))))
    };
    table.rows().filter(about).map(|row| row.row).collect()
}

/// The rows in which the quotas are shares, with the first such cell and its column, if most of them are: percentages with their sign, or
/// numbers with decimals.
fn shares(table: &Table, columns: Columns) -> Option<(Rows, usize, String)> {
    let is_share = |cell: &str| {
        let cell = tidy(cell);
        let number = cell.trim_end_matches(['%', ' ']).replace(',', ".");
        let numeric = number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        // "1,0" is how some programs write 1.
        whole(&cell).is_err()
            && numeric
            && number.parse::<f64>().is_ok()
            && (number.len() < cell.len() || number.contains('.'))
    };
    let bounds = [columns.min, columns.max];
    let cells = |row: &TableRow<'_>| bounds.map(|column| tidy(row.cell(column)));
    let filled = table.rows().filter(|row| cells(row).iter().any(|cell| !cell.is_empty()));
    let (shares, others): (Vec<_>, Vec<_>) =
        filled.partition(|row| cells(row).iter().any(|cell| is_share(cell)));
    let first = shares.first()?;
    let (column, example) = bounds.into_iter().zip(cells(first)).find(|(_, cell)| is_share(cell))?;
    // One cell of many with a comma is a slip in that cell.
    (shares.len() > others.len()).then(|| (shares.iter().map(|row| row.row).collect(), column, example))
}

/// Whether names or numbers are missing in these faults, as they are below merged cells.
pub fn lacks_cells(faults: &Faults) -> bool {
    let blank = |fault: &crate::base::fault::Fault| {
        fault.kind() == Kind::QuotaNotWhole && fault.place.cell.as_ref().is_none_or(String::is_empty)
    };
    faults.count(Kind::QuotaNameMissing) > 0 || faults.iter().any(blank)
}

/// Two whole numbers with a dash between them, the smaller one first: what was meant for two cells.
fn range(cell: &str) -> Option<(u32, u32)> {
    let cell = fold(cell);
    let (low, high) = cell.split_once('-').or_else(|| cell.split_once(" tot "))?;
    let (low, high) = (whole(low).ok()?, whole(high).ok()?);
    (low <= high).then_some((low, high))
}

/// Reports values of a feature that look alike, and features that do.
fn report_alike(table: &Table, columns: Columns, features: &[Feature], faults: &mut Faults) {
    for (one, other) in alike(features.iter().map(|feature| feature.name.as_str())) {
        faults.push(What::QuotasAlike { feature: None, one, other }, Place::file(&table.name));
    }
    for feature in features {
        for (one, other) in alike(feature.values.iter().map(|value| value.name.as_str())) {
            let rows = rows_of(table, columns, &feature.name, &[&one, &other]);
            let feature = Some(feature.name.clone());
            faults.push(What::QuotasAlike { feature, one, other }, Place::file(&table.name).rows(rows));
        }
    }
}

/// The lines read so far; features and values by their folded names.
struct Lines<'a> {
    table: &'a Table,
    columns: Columns,
    /// Whether the numbers are shares, which is told of all of them.
    shares: bool,
    /// The feature of the line above.
    above: String,
    features: BTreeMap<String, Group>,
}

/// The lines of one feature. The order of the lines decides nothing: of several spellings of a
/// feature the one on most lines is taken, then the last in byte order; of a value the last.
#[derive(Default)]
struct Group {
    spellings: BTreeMap<String, Rows>,
    values: BTreeMap<String, (Value, usize)>,
}

impl Group {
    fn name(&self) -> Option<String> {
        let most = self.spellings.iter().max_by_key(|(name, rows)| (rows.count(), *name));
        most.map(|(name, _)| name.clone())
    }
}

impl Lines<'_> {
    fn add(&mut self, row: TableRow<'_>, faults: &mut Faults) {
        let feature = self.name(row, self.columns.feature, QuotaColumn::Feature, faults);
        let name = self.name(row, self.columns.value, QuotaColumn::Value, faults);
        let min = self.number(row, self.columns.min, faults);
        // Two numbers in the cell before say where the blank one went.
        let both = min.is_none() && range(row.cell(self.columns.min)).is_some();
        let max = match both && tidy(row.cell(self.columns.max)).is_empty() {
            true => None,
            false => self.number(row, self.columns.max, faults),
        };
        let flex = self.flex(row, faults);
        let merged = feature.is_none();
        self.above = feature.unwrap_or_else(|| std::mem::take(&mut self.above));
        let Some(name) = name.filter(|_| !self.above.is_empty()) else { return };
        let feature = self.above.clone();
        // A line with a bad number, or without the name of the feature above it, still says that there is such a value, so that
        // nobody who has it is called unknown. Its bounds are free, so that nothing is said twice.
        let bad = merged || min.is_none() || max.is_none();
        let (min, max) = if bad { (0, u32::MAX) } else { (min.unwrap_or(0), max.unwrap_or(u32::MAX)) };
        let flex = flex.filter(|_| !bad);
        let place = || Place::file(&self.table.name).row(row.row);
        if min > max {
            let (feature, value) = (feature.clone(), name.clone());
            faults.push(What::MinAboveMax { feature, value, min, max }, place());
        }
        if let Some(flex) = flex.filter(|&(low, high)| low > min || high < max) {
            let (feature, value) = (feature.clone(), name.clone());
            faults.push(What::FlexNarrow { feature, value, quota: (min, max), flex }, place());
        }
        let group = self.features.entry(fold(&feature)).or_default();
        if merged && group.values.contains_key(&fold(&name)) {
            return;
        }
        group.spellings.entry(feature.clone()).or_default().push(row.row);
        let value = Value { name: name.clone(), min, max, flex };
        match group.values.get_mut(&fold(&name)) {
            None => {
                group.values.insert(fold(&name), (value, row.row));
            }
            Some((before, at)) => {
                let same = !bad && (before.min, before.max, before.flex) == (min, max, flex);
                before.name = name.max(std::mem::take(&mut before.name));
                let value = before.name.clone();
                let what = match same {
                    true => What::QuotaRepeated { feature, value },
                    false => What::QuotaTwice { feature, value },
                };
                faults.push(what, place().rows([*at, row.row].into_iter().collect()));
            }
        }
    }

    fn name(
        &self,
        row: TableRow<'_>,
        column: usize,
        wanted: QuotaColumn,
        faults: &mut Faults,
    ) -> Option<String> {
        let name = tidy(row.cell(column));
        if name.is_empty() {
            let place = Place::file(&self.table.name).row(row.row).column(&self.table.headings[column]);
            faults.push(What::QuotaNameMissing { column: wanted }, place);
            return None;
        }
        Some(name)
    }

    fn number(&self, row: TableRow<'_>, column: usize, faults: &mut Faults) -> Option<u32> {
        let cell = row.cell(column);
        let what = match whole(cell) {
            Ok(number) => return Some(number),
            Err(Unusable::NotWhole) => What::QuotaNotWhole { range: range(cell) },
            Err(Unusable::Negative) => What::QuotaNegative,
        };
        if self.shares && matches!(what, What::QuotaNotWhole { .. }) {
            return None;
        }
        let place = Place::file(&self.table.name).row(row.row).column(&self.table.headings[column]);
        faults.push(what, place.cell(&tidy(cell)));
        None
    }

    /// Both flexible bounds; none when the columns are not there or both cells are blank.
    fn flex(&self, row: TableRow<'_>, faults: &mut Faults) -> Option<(u32, u32)> {
        let (low, high) = (self.columns.min_flex?, self.columns.max_flex?);
        match (tidy(row.cell(low)).is_empty(), tidy(row.cell(high)).is_empty()) {
            (true, true) => None,
            (false, false) => {
                let (low, high) = (self.number(row, low, faults), self.number(row, high, faults));
                low.zip(high)
            }
            (low_blank, _) => {
                let blank = if low_blank { low } else { high };
                let place = Place::file(&self.table.name).row(row.row).column(&self.table.headings[blank]);
                faults.push(What::FlexIncomplete, place);
                None
            }
        }
    }
}
