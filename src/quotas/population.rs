//! A population by features, from tables of counts or shares. Imports `base`, `register` and its
//! siblings.

use super::amount::{self, Amount, Cell};
pub use super::tables::Choices;
use super::tables::{Line, Raw, Uses, figures, matches};
use super::{Quotas, dialect, doubts, kinds, parts, statline};
use crate::base::fault::figures::Choice;
use crate::base::fault::{Faults, Figures, Place, QuotaColumn, Rows, What};
use crate::base::text::{fold, nearest, tidy};
use crate::base::totals::{is_everybody, is_sum, is_sum_among};
use crate::register::{Export, Table, read_export};
use std::collections::BTreeMap;

/// How many people, or which shares of them, have each value of each feature. Features by name and
/// values by name, in byte order, whatever the order in the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Population {
    /// The features.
    pub features: Vec<Distribution>,
}

/// One feature of a population.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// The feature's name.
    pub name: String,
    /// Its values, of which at least one is above 0.
    pub values: Vec<Count>,
    /// Digits behind the decimal sign in [`Count::units`].
    pub decimals: u32,
    /// What the figures are parts of when they are shares: 100 or 1.
    pub shares_of: Option<u32>,
    /// Values that were in the table and were left out as asked.
    pub left_out: Vec<String>,
    /// The file it comes from.
    pub file: String,
    /// Lines of that file above and below the table: title, subject, source.
    pub about: Vec<String>,
}

/// The figure of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The value's name.
    pub name: String,
    /// The figure times 10 to the power [`Distribution::decimals`]; below 10^22.
    pub units: u128,
}

impl Population {
    /// The figures of a feature of quotas.
    pub fn of(&self, feature: &str) -> Option<&Distribution> {
        self.features.iter().find(|figures| fold(&figures.name) == fold(feature))
    }

    /// Tells of values that stand in the figures and not in the quotas beside which they are put: a share is among the values
    /// of the quotas only where the organiser says so. Where no value of a feature is in both, nothing is put beside it.
    pub fn beside(&self, quotas: &Quotas, faults: &mut Faults) {
        for feature in &quotas.features {
            let Some(figures) = self.of(&feature.name) else { continue };
            let has = |name: &str| feature.values.iter().any(|value| fold(&value.name) == fold(name));
            let (both, only): (Vec<&Count>, Vec<&Count>) =
                figures.values.iter().partition(|value| has(&value.name));
            let values: Vec<String> =
                only.iter().filter(|it| it.units > 0).map(|it| it.name.clone()).collect();
            if both.is_empty() || values.is_empty() {
                continue;
            }
            let lacks = feature.values.iter().filter(|value| figures.find(&value.name).is_none());
            let lacks = lacks.map(|value| value.name.clone()).collect();
            let what = Figures::BesideQuotas { feature: feature.name.clone(), values, lacks };
            faults.push(What::Figures(what), Place::file(&figures.file));
        }
    }
}

impl Distribution {
    /// The sum of all figures in [`Count::units`], at least 1.
    pub fn total(&self) -> u128 {
        self.values.iter().map(|value| value.units).sum()
    }

    /// A figure as written, with a point before its decimals.
    pub fn shown(&self, units: u128) -> String {
        Amount { units, decimals: self.decimals }.to_string()
    }

    /// Share of the population with each value, 0 to 1, for statistics.
    pub fn shares(&self) -> Vec<f64> {
        let total = self.total() as f64;
        self.values.iter().map(|value| value.units as f64 / total).collect()
    }

    /// The index of a value, capitals and spaces aside.
    pub fn find(&self, value: &str) -> Option<usize> {
        let key = fold(value);
        self.values.iter().position(|count| fold(&count.name) == key)
    }
}

/// The population in one or several tables, each a name and its bytes; `None` when something stops
/// the work, with every reason among `faults`.
///
/// A table is either plain (`feature,value,count`, with "share" or "percentage" in place of "count"
/// for shares), or has labels and figures in rows and columns, as the exports of Statistics
/// Netherlands have: codes with spaces, totals, provisional figures. Lines of text above and below a table are set apart.
/// Lines with totals are left out.
pub fn read(sources: &[(&str, &[u8])], choices: &Choices, faults: &mut Faults) -> Option<Population> {
    let mut uses = Uses {
        picks: vec![false; choices.picks.len()],
        names: vec![false; choices.names.len()],
        leave_out: vec![false; choices.leave_out.len()],
        ..Uses::default()
    };
    let mut features: Vec<Distribution> = Vec::new();
    let mut names = Vec::new();
    for (name, bytes) in sources {
        let Some(Export { table, about }) = read_export(name, bytes, faults) else { continue };
        uses.headings.extend(table.headings.iter().cloned());
        let raw = match dialect::population_columns(&table, choices.counts.as_deref(), faults) {
            Some(columns) => plain(&table, columns, choices, &mut uses, faults),
            None if faults.stop() => None,
            None => statline::features(&table, choices, &mut uses, faults),
        };
        for mut raw in raw.unwrap_or_default() {
            names.push(raw.name.clone());
            uses.labels.extend(raw.lines.iter().map(|line| line.value.clone()));
            let old = raw.name.clone();
            for ((from, to), used) in choices.names.iter().zip(&mut uses.names) {
                if fold(from) == fold(&old) {
                    raw.name = tidy(to);
                    *used = true;
                    break;
                }
            }
            // Values may be left out by the feature's old name or by its new one.
            let names = [old.as_str(), raw.name.as_str()];
            let out: Vec<Line> =
                raw.lines.extract_if(.., |line| uses.leave_out(choices, &names, &line.value)).collect();
            raw.left_out.extend(out.into_iter().map(|line| line.value));
            raw.left_out.sort();
            raw.left_out.dedup();
            if let Some(mut feature) = finish(&table, raw, faults) {
                feature.about.clone_from(&about);
                features.push(feature);
            }
        }
    }
    report_unused(choices, &uses, &names, faults);
    if features.is_empty() && !faults.stop() {
        let file = sources.first().map_or("", |(name, _)| name);
        faults.push(What::Figures(Figures::NoFigures), Place::file(file));
    }
    features.sort_by(|a, b| (&a.name, &a.file).cmp(&(&b.name, &b.file)));
    for pair in features.windows(2).filter(|pair| fold(&pair[0].name) == fold(&pair[1].name)) {
        let what = Figures::FeatureInTwo { feature: pair[1].name.clone(), other: pair[0].file.clone() };
        faults.push(What::Figures(what), Place::file(&pair[1].file));
    }
    (!faults.stop()).then_some(Population { features })
}

/// The features of a plain table. Several spellings of a name count as one: the one on most lines,
/// then the last in byte order.
fn plain(
    table: &Table,
    columns: dialect::PopulationColumns,
    choices: &Choices,
    uses: &mut Uses,
    faults: &mut Faults,
) -> Option<Vec<Raw>> {
    let heading = |column: usize| Place::file(&table.name).column(&table.headings[column]);
    let named = |row: usize, column: usize, wanted, faults: &mut Faults| {
        let name = tidy(table.cell(row, column));
        if name.is_empty() {
            faults.push(What::QuotaNameMissing { column: wanted }, heading(column).row(table.row(row).row));
        }
        (!name.is_empty()).then_some(name)
    };
    let mut rows = Vec::new();
    for row in 0..table.len() {
        let feature = named(row, columns.feature, QuotaColumn::Feature, faults);
        let value = named(row, columns.value, QuotaColumn::Value, faults);
        if let (Some(feature), Some(value)) = (feature, value) {
            rows.push((row, feature, value));
        }
    }
    // A figure of a line that is left out may be anything.
    let new_name = |feature: &str| {
        let renamed = choices.names.iter().find(|(old, _)| fold(old) == fold(feature));
        renamed.map_or_else(|| feature.to_owned(), |(_, new)| new.clone())
    };
    let is_out = |(_, feature, value): &(usize, String, String)| {
        let names = [feature.as_str(), &new_name(feature)].map(str::to_owned);
        choices.leave_out.iter().any(|choice| names.iter().any(|name| matches(choice, name, value)))
    };
    let (out, kept): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_out);
    let cells: Vec<(usize, usize)> = kept.iter().map(|row| (row.0, columns.count)).collect();
    let Some(amounts) = figures(table, &cells, &[], columns.are_shares, faults) else {
        // Everything at once: what is missing besides what cannot be read.
        for (row, _, value) in kept.iter().filter(|(_, _, value)| !is_sum(value)) {
            if amount::look(table.cell(*row, columns.count)).0 == Cell::Missing {
                let what = What::Figures(Figures::Missing { value: value.clone() });
                faults.push(what, heading(columns.count).row(table.row(*row).row));
            }
        }
        return None;
    };
    let mut groups: BTreeMap<String, (BTreeMap<String, Rows>, Vec<Line>)> = BTreeMap::new();
    let lines = out.into_iter().map(|row| (row, None)).chain(kept.into_iter().zip(amounts));
    for ((row, feature, value), amount) in lines {
        let number = table.row(row).row;
        let (spellings, lines) = groups.entry(fold(&feature)).or_default();
        spellings.entry(feature).or_default().push(number);
        lines.push(Line { value, amount, row: number, column: columns.count });
    }
    let mut raw = Vec::new();
    for (mut spellings, lines) in groups.into_values() {
        let most = spellings.iter().max_by_key(|(name, rows)| (rows.count(), *name));
        let Some(name) = most.map(|(name, _)| name.clone()) else { continue };
        spellings.remove(&name);
        for (other, rows) in spellings {
            faults.push(
                What::FeatureSpelled { taken: name.clone() },
                heading(columns.feature).rows(rows).cell(&other),
            );
        }
        let labels: Vec<&str> = lines.iter().map(|line| line.value.as_str()).collect();
        let values = labels.iter().copied().filter(|value| !is_sum_among(value, &labels)).collect();
        doubts::report_labels(table, &table.headings[columns.value], &name, &values, faults);
        raw.push(Raw { name, lines, are_shares: columns.are_shares, left_out: Vec::new() });
    }
    // Picks and the choice of a column are for the other kind of table; a column of this kind that is
    // chosen is the one that was found anyway.
    uses.counts |= choices.counts.as_ref().is_some_and(|c| fold(c) == fold(&table.headings[columns.count]));
    Some(raw)
}

/// Where two values of a feature stand.
fn place_of(table: &Table, lines: &[Line], (one, other): &(String, String)) -> Place {
    let of = |label: &String| lines.iter().find(|line| line.value == *label).map(|line| line.row);
    Place::file(&table.name).rows([one, other].into_iter().filter_map(of).collect())
}

/// Checks one feature: totals, values twice, missing figures, sums.
fn finish(table: &Table, mut raw: Raw, faults: &mut Faults) -> Option<Distribution> {
    let place = |line: &Line| Place::file(&table.name).row(line.row).column(&table.headings[line.column]);
    let feature = || raw.name.clone();
    let labels: Vec<String> = raw.lines.iter().map(|line| line.value.clone()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    // Where all people are the sum of the others, these are people too, whatever they are called.
    let apart = kinds::of_people_and_homes(&labels).filter(|_| of_everybody(&raw).is_none());
    if let Some(apart) = apart {
        let place = place_of(table, &raw.lines, &apart);
        faults.push(What::Figures(Figures::PeopleAndHomes { feature: feature(), apart }), place);
        return None;
    }
    let all: Vec<bool> = labels.iter().map(|label| is_sum_among(label, &labels)).collect();
    let mut sums = all.into_iter();
    let mut totals: Vec<Line> = raw.lines.extract_if(.., |_| sums.next().is_some_and(|sum| sum)).collect();
    if let Some(at) = of_everybody(&raw) {
        totals.push(raw.lines.remove(at));
    }
    let labels: Vec<&str> = raw.lines.iter().map(|line| line.value.as_str()).collect();
    if let Some(twice) = kinds::of_several(&labels) {
        let place = place_of(table, &raw.lines, &twice);
        faults.push(What::Figures(Figures::MixedValues { feature: feature(), twice }), place);
        return None;
    }
    if parts::by_name(table, &raw, faults) {
        return None;
    }
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut whole = true;
    for line in &raw.lines {
        if let Some(&row) = seen.get(&fold(&line.value)) {
            let what = Figures::ValueTwice { feature: feature(), value: line.value.clone() };
            faults.push(What::Figures(what), place(line).rows([row, line.row].into_iter().collect()));
            whole = false;
        }
        seen.insert(fold(&line.value), line.row);
        if line.amount.is_none() {
            faults.push(What::Figures(Figures::Missing { value: line.value.clone() }), place(line));
            whole = false;
        }
    }
    if !whole {
        return None;
    }
    let decimals = raw.lines.iter().filter_map(|line| line.amount).map(|a| a.decimals).max().unwrap_or(0);
    let units = |amount: Option<Amount>| amount.unwrap_or_default().with_decimals(decimals).units;
    let mut values: Vec<Count> =
        raw.lines.iter().map(|line| Count { name: line.value.clone(), units: units(line.amount) }).collect();
    values.sort_by(|a, b| a.name.cmp(&b.name));
    let sum: u128 = values.iter().map(|value| value.units).sum();
    let file = || Place::file(&table.name);
    if sum == 0 {
        faults.push(What::Figures(Figures::Nobody { feature: feature() }), file());
        return None;
    }
    let mut feature = Distribution {
        name: feature(),
        values,
        decimals,
        shares_of: None,
        left_out: raw.left_out.clone(),
        file: table.name.clone(),
        about: Vec::new(),
    };
    if check_totals(&feature, &totals, raw.are_shares, faults) {
        parts::by_figures(table, &raw, decimals, faults);
    }
    let labels: Vec<&str> = feature.values.iter().map(|value| value.name.as_str()).collect();
    doubts::report_bands(&feature.file, &feature.name, &labels, faults);
    if let Some((line, one)) = raw.are_shares.then(|| mixed(&raw)).flatten() {
        let what = Figures::MixedShares { feature: feature.name, figure: one };
        faults.push(What::Figures(what), place(line));
        return None;
    }
    if raw.are_shares {
        // Shares of 1 are at most 1; of 100 they add up to far more.
        let whole = if sum <= 2 * 10u128.pow(decimals) { 1 } else { 100 };
        feature.shares_of = Some(whole);
        check_shares(&feature, whole, faults);
    }
    Some(feature)
}

/// The first share of 1 among shares of 100, if together they then are the whole: `0.5` beside `50`. With it the figure as read.
fn mixed(raw: &Raw) -> Option<(&Line, String)> {
    /// As many as shares of a census have.
    const DIGITS: u32 = 6;
    let units = |amount: Amount| amount.with_decimals(DIGITS).units;
    let one = 10u128.pow(DIGITS);
    let amounts = || raw.lines.iter().filter_map(|line| Some((line, line.amount?)));
    if amounts().any(|(_, amount)| amount.decimals > DIGITS) || !raw.left_out.is_empty() {
        return None;
    }
    let (small, large): (Vec<_>, Vec<_>) = amounts().partition(|(_, amount)| units(*amount) <= one);
    let sum = |of: &[(&Line, Amount)]| of.iter().map(|(_, amount)| units(*amount)).sum::<u128>();
    let near = |whole: u128| whole.abs_diff(100 * one) <= one;
    let apart = !near(sum(&small) + sum(&large)) && near(sum(&small) * 100 + sum(&large));
    let first = small.into_iter().find(|(_, amount)| amount.units > 0);
    first.filter(|_| apart && !large.is_empty()).map(|(line, amount)| (line, amount.to_string()))
}

/// The line that by its name may be of everybody, where its figure is about the sum of the others: offices round figures, and
/// keep small ones secret. Where values were left out as asked, the others are fewer.
fn of_everybody(raw: &Raw) -> Option<usize> {
    let decimals = raw.lines.iter().filter_map(|line| line.amount).map(|a| a.decimals).max()?;
    let units = |line: &Line| line.amount.map_or(0, |amount| amount.with_decimals(decimals).units);
    let all: u128 = raw.lines.iter().map(units).sum();
    let is_all = |line: &Line| {
        let (own, others) = (units(line), all - units(line));
        let least = own * 5 >= others * 4;
        let most = own * 4 <= others * 5 || !raw.left_out.is_empty();
        is_everybody(&line.value) && others > 0 && least && most
    };
    (raw.lines.len() > 2).then(|| raw.lines.iter().position(is_all)).flatten()
}

/// Each of n figures was rounded by half a unit at most, so their sum by n/2 units.
fn is_rounding(values: usize, apart: u128) -> bool {
    apart * 2 <= values as u128
}

/// Says of totals whether they are the sum of the values, and which value may be one. Whether no total is that sum.
fn check_totals(feature: &Distribution, totals: &[Line], are_shares: bool, faults: &mut Faults) -> bool {
    let mut none = true;
    let sum = feature.total();
    let rounded = feature.decimals > 0 || are_shares;
    for line in totals {
        let place = Place::file(&feature.file).row(line.row);
        let (name, value) = (feature.name.clone(), line.value.clone());
        let total = line.amount.filter(|_| feature.left_out.is_empty());
        let differs = total.filter(|total| {
            let decimals = total.decimals.max(feature.decimals);
            let own = Amount { units: sum, decimals: feature.decimals }.with_decimals(decimals).units;
            let apart = own.abs_diff(total.with_decimals(decimals).units);
            let step = 10u128.pow(decimals - feature.decimals);
            apart > 0 && !(rounded && is_rounding(feature.values.len() + 1, apart.div_ceil(step)))
        });
        let what = match differs {
            Some(total) => Figures::TotalDiffers {
                feature: name,
                value,
                total: total.to_string(),
                sum: feature.shown(sum),
            },
            None => {
                none &= total.is_none();
                Figures::TotalLeftOut { feature: name, value }
            }
        };
        faults.push(What::Figures(what), place);
    }
    // With two values, one as large as the other is ordinary; and so is a share of a half.
    let whole = |units: u128| [1, 100].iter().any(|whole| units == whole * 10u128.pow(feature.decimals));
    let as_all = |value: &&Count| value.units * 2 == sum && (!are_shares || whole(value.units));
    if totals.is_empty() && feature.values.len() > 2 && feature.left_out.is_empty() {
        for value in feature.values.iter().filter(as_all) {
            let (name, value) = (feature.name.clone(), value.name.clone());
            // Round figures, and a few, add up by chance.
            let round = 100 * 10u128.pow(feature.decimals);
            let rounded = feature.values.iter().all(|value| value.units.is_multiple_of(round));
            let what = match !are_shares && (rounded || sum <= 2 * round) {
                true => Figures::LooksLikeTotal { feature: name, value },
                false => Figures::SurelyTotal { feature: name, value },
            };
            faults.push(What::Figures(what), Place::file(&feature.file));
        }
    }
    none
}

fn check_shares(feature: &Distribution, whole: u32, faults: &mut Faults) {
    let sum = feature.total();
    let apart = sum.abs_diff(u128::from(whole) * 10u128.pow(feature.decimals));
    if apart == 0 || !feature.left_out.is_empty() {
        return;
    }
    let (name, shown) = (feature.name.clone(), feature.shown(sum));
    let what = match is_rounding(feature.values.len(), apart) {
        true => Figures::SharesRounded { feature: name, sum: shown, whole },
        false => Figures::SharesApart { feature: name, sum: shown, whole },
    };
    faults.push(What::Figures(what), Place::file(&feature.file));
}

/// Choices that named nothing in any table.
fn report_unused(choices: &Choices, uses: &Uses, features: &[String], faults: &mut Faults) {
    let mut report = |choice, text: &str, candidates: &[String]| {
        let near = nearest(text, candidates.iter().map(String::as_str)).map(str::to_owned);
        let what = Figures::ChoiceUnknown { choice, text: text.to_owned(), near };
        faults.push(What::Figures(what), Place::default());
    };
    for ((heading, _), _) in choices.picks.iter().zip(&uses.picks).filter(|(_, used)| !**used) {
        report(Choice::Pick, heading, &uses.headings);
    }
    if let Some(counts) = choices.counts.as_ref().filter(|_| !uses.counts) {
        report(Choice::Counts, counts, &uses.headings);
    }
    for ((old, _), _) in choices.names.iter().zip(&uses.names).filter(|(_, used)| !**used) {
        report(Choice::Name, old, features);
    }
    for (value, _) in choices.leave_out.iter().zip(&uses.leave_out).filter(|(_, used)| !**used) {
        report(Choice::LeaveOut, value, &uses.labels);
    }
}
