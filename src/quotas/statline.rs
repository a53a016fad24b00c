//! Tables with labels and figures in rows and columns, as Statistics Netherlands (CBS StatLine)
//! exports them. Imports `base`, `register` and its siblings.
//!
//! Columns are labels (Geslacht, Leeftijd, Regio's), periods, or figures. A label column with several
//! labels is a feature; the figures of one feature are those of the rows in which every other feature
//! has its total, or else sums over the other features. When only one row is left, the columns with
//! figures are the values of one feature, unless some of them count the same people as others.
//!
//! The observations of the newer portal (Measure, Value, and codes in all other columns) are read by the names
//! of their columns.

use super::amount::{self, Amount, Cell, add};
use super::dialect::says_shares;
use super::headings::{bare, headed, is_unit, rows_under_headings};
use super::region::{MUNICIPALITY, is_of_regions, level_of_code, region};
use super::tables::{Choices, Line, Raw, Uses, figures};
use super::{doubts, odd};
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::base::totals::is_sum_among;
use crate::register::Table;
use std::collections::{BTreeMap, BTreeSet};

/// The features in a table of labels and figures; `None` when there are none, with the reason among
/// `faults`.
pub(super) fn features(
    table: &Table,
    choices: &Choices,
    uses: &mut Uses,
    faults: &mut Faults,
) -> Option<Vec<Raw>> {
    let Told { sheet, dimensions, left_out, chosen } = told(table, choices, uses, faults)?;
    let several = sheet.figures.len() > 1;
    match (several, dimensions.is_empty()) {
        (false, false) => {
            let mut raws = sheet.by_rows(&dimensions, faults)?;
            raws.iter_mut().zip(left_out).for_each(|(raw, out)| raw.left_out = out);
            Some(raws)
        }
        (_, true) if sheet.rows.len() == 1 && !chosen => {
            sheet.by_columns(choices, faults).map(|raw| vec![raw])
        }
        (true, false) => {
            let headings = sheet.figures.iter().map(|&c| sheet.headings[c].clone()).collect();
            stop(table, Figures::SeveralColumns { headings }, faults);
            None
        }
        _ if sheet.labels.is_empty() && several => {
            let headings = sheet.figures.iter().map(|&c| sheet.headings[c].clone()).collect();
            stop(table, Figures::OnlyNumbers { headings }, faults);
            None
        }
        _ => {
            odd::no_figures(table, choices, faults);
            None
        }
    }
}

/// A table of which it is clear what each column is and which rows count.
pub(super) struct Told<'a> {
    pub sheet: Sheet<'a>,
    pub dimensions: Vec<Dimension>,
    /// Of each dimension the values that were left out as asked.
    left_out: Vec<Vec<String>>,
    /// Whether somebody chose the column of figures.
    chosen: bool,
}

/// Tells the columns of a table apart, and takes the rows that count.
pub(super) fn told<'a>(
    table: &'a Table,
    choices: &Choices,
    uses: &mut Uses,
    faults: &mut Faults,
) -> Option<Told<'a>> {
    if odd::figures(table, choices, faults) {
        return None;
    }
    let mut sheet = Sheet::new(table);
    let chosen = sheet.choose_figures(choices, uses) || sheet.drop_shares(faults);
    if sheet.figures.is_empty() {
        odd::no_figures(table, choices, faults);
        return None;
    }
    sheet.pick(choices, uses, faults)?;
    sheet.one_measure(faults)?;
    sheet.take_newest(faults);
    sheet.drop_codes(faults);
    odd::one_name_each(table, (&sheet.headings, &sheet.labels, &sheet.rows), faults)?;
    let mut dimensions = sheet.dimensions(faults);
    let left_out = sheet.leave_out(&mut dimensions, choices, uses);
    odd::one_level(table, (&sheet.headings, &sheet.labels, &sheet.rows), faults)?;
    Some(Told { sheet, dimensions, left_out, chosen })
}

pub(super) fn stop(table: &Table, what: Figures, faults: &mut Faults) {
    faults.push(What::Figures(what), Place::file(&table.name));
}

/// A table with its columns told apart, and the rows that still count.
pub(super) struct Sheet<'a> {
    pub table: &'a Table,
    pub headings: Vec<String>,
    /// Units that rows under the headings give, such as "%".
    units: Vec<String>,
    labels: Vec<usize>,
    periods: Vec<usize>,
    pub figures: Vec<usize>,
    /// Indexes of rows.
    pub rows: Vec<usize>,
    /// The column that says what each figure is of, in a table of observations.
    measure: Option<usize>,
}

/// A label column with several labels.
pub(super) struct Dimension {
    pub column: usize,
    /// The labels that are values.
    pub values: BTreeSet<String>,
    /// The label that stands for all of them.
    pub total: Option<String>,
}

impl<'a> Sheet<'a> {
    fn new(table: &'a Table) -> Self {
        let under = rows_under_headings(table);
        let columns = 0..table.headings.len();
        let parts = |column: usize| {
            (0..=under).map(move |row| headed(table, under, (row, column))).filter(|part| !part.is_empty())
        };
        let heading = |column| {
            let mut parts: Vec<String> = parts(column).filter(|part| !is_unit(part)).collect();
            parts.dedup();
            match parts.is_empty() {
                // "aantal" alone is a heading.
                true => table.headings[column].clone(),
                false => parts.join(" | "),
            }
        };
        let unit = |column| parts(column).rfind(|part| is_unit(part)).unwrap_or_default();
        let headings: Vec<String> = columns.clone().map(heading).collect();
        let units = columns.clone().map(unit).collect();
        let rows: Vec<usize> = (under..table.len()).collect();
        let mut sheet = Self {
            table,
            headings,
            units,
            labels: Vec::new(),
            periods: Vec::new(),
            figures: Vec::new(),
            rows,
            measure: odd::observed(table),
        };
        for column in columns.filter(|&c| !table.is_refused(c)) {
            if sheet.measure.is_some() {
                match fold_heading(&table.headings[column]).as_str() {
                    "value" => sheet.figures.push(column),
                    "id" | "valueattribute" | "stringvalue" => {}
                    _ if sheet.is_period(column) => sheet.periods.push(column),
                    _ => sheet.labels.push(column),
                }
            } else if sheet.is_period(column) {
                sheet.periods.push(column);
            } else if sheet.is_figures(column) {
                sheet.figures.push(column);
            } else if fold_heading(&table.headings[column]) != "id" {
                sheet.labels.push(column);
            }
        }
        sheet
    }

    /// A label, without the marks of a region's kind.
    pub fn label(&self, row: usize, column: usize) -> String {
        tidy(self.table.cell(row, column))
    }

    fn is_period(&self, column: usize) -> bool {
        let key = fold_heading(&self.table.headings[column]);
        let named = ["period", "jaar", "year", "peildatum"].iter().any(|word| key.starts_with(word));
        // 2023JJ00, 2023KW01, 2023MM05.
        let code = |row: &usize| {
            let label = self.label(*row, column);
            let sign = |i: usize| label.as_bytes().get(i).copied().unwrap_or_default();
            label.len() >= 8
                && (0..4).all(|i| sign(i).is_ascii_digit())
                && ["JJ", "KW", "MM"].iter().any(|kind| label.get(4..6) == Some(kind))
        };
        named || (!self.rows.is_empty() && self.rows.iter().all(code))
    }

    fn is_figures(&self, column: usize) -> bool {
        let labels = odd::says_labels(&self.table.headings[column]);
        let cells = || self.rows.iter().map(|&row| amount::look(self.table.cell(row, column)).0);
        let digits = cells().filter(|cell| matches!(cell, Cell::Digits(_))).count();
        // A figure in a thousand may be a note; a label in a thousand is seldom a number.
        let others = cells().filter(|cell| *cell == Cell::Other).count();
        !labels && digits > others * 2
    }

    /// Keeps only the chosen column of figures; whether there was a choice that named one.
    fn choose_figures(&mut self, choices: &Choices, uses: &mut Uses) -> bool {
        let Some(wanted) = choices.counts.as_ref().map(|heading| fold(heading)) else { return false };
        let names = |column: usize| {
            let heading = &self.headings[column];
            fold(heading) == wanted
                || fold(bare(heading).0) == wanted
                || heading.split(" | ").any(|part| fold(part) == wanted)
        };
        let found: Vec<usize> = self.figures.iter().copied().filter(|&column| names(column)).collect();
        uses.headings.extend(self.figures.iter().map(|&column| self.headings[column].clone()));
        if found.is_empty() {
            return false;
        }
        uses.counts = true;
        let others = std::mem::replace(&mut self.figures, found);
        if self.labels.is_empty() {
            // Numbers that are not the figures are labels.
            self.labels = others.into_iter().filter(|column| !self.figures.contains(column)).collect();
        }
        true
    }

    /// Leaves out shares that stand beside the numbers of people that they are of. Whether there were some.
    fn drop_shares(&mut self, faults: &mut Faults) -> bool {
        const SHARES: &[&str] = &["aandeel", "percentage", "procent", "perc", "pct", "%", "share", "percent"];
        let is_share = |column: &usize| {
            let heading = fold(&self.table.headings[*column]);
            SHARES.iter().any(|word| heading == *word || heading.starts_with(&format!("{word} ")))
        };
        let (shares, numbers): (Vec<usize>, Vec<usize>) =
            self.figures.iter().partition(|column| is_share(column));
        let [taken] = numbers[..] else { return false };
        for &share in &shares {
            let (heading, taken) = (self.headings[share].clone(), self.headings[taken].clone());
            stop(self.table, Figures::SameTwice { heading, taken }, faults);
        }
        self.figures = numbers;
        !shares.is_empty()
    }

    fn pick(&mut self, choices: &Choices, uses: &mut Uses, faults: &mut Faults) -> Option<()> {
        for ((heading, label), used) in choices.picks.iter().zip(&mut uses.picks) {
            let columns = self.labels.iter().chain(&self.periods).copied();
            let Some(column) = columns.into_iter().find(|&c| fold(&self.headings[c]) == fold(heading)) else {
                continue;
            };
            *used = true;
            let is_it = |row: &usize| {
                let own = self.label(*row, column);
                let own = own.trim_end_matches('*');
                fold(own) == fold(label) || fold(&region(own).0) == fold(label)
            };
            let (rows, others): (Vec<usize>, Vec<usize>) = self.rows.iter().partition(|row| is_it(row));
            if rows.is_empty() {
                let labels: BTreeSet<String> = others.iter().map(|&row| self.label(row, column)).collect();
                let near = nearest(label, labels.iter().map(String::as_str)).map(str::to_owned);
                let choice = crate::base::fault::figures::Choice::Pick;
                let what = Figures::ChoiceUnknown { choice, text: label.clone(), near };
                faults.push(What::Figures(what), Place::file(&self.table.name).column(heading));
                return None;
            }
            self.rows = rows;
        }
        Some(())
    }

    /// Stops where the figures are of several kinds.
    fn one_measure(&mut self, faults: &mut Faults) -> Option<()> {
        let Some(column) = self.measure else { return Some(()) };
        let labels: BTreeSet<String> = self.rows.iter().map(|&row| self.label(row, column)).collect();
        if labels.len() > 1 {
            let heading = self.headings[column].clone();
            stop(
                self.table,
                Figures::SeveralMeasures { heading, labels: labels.into_iter().collect() },
                faults,
            );
            return None;
        }
        self.labels.retain(|&label| label != column);
        Some(())
    }

    /// Of several periods, only the newest.
    fn take_newest(&mut self, faults: &mut Faults) {
        for column in self.periods.clone() {
            let label = |row: usize| self.label(row, column).trim_end_matches('*').trim_end().to_owned();
            let mut periods: BTreeSet<String> = self.rows.iter().map(|&row| label(row)).collect();
            let Some(taken) = periods.pop_last() else { continue };
            if !periods.is_empty() {
                let others = periods.into_iter().rev().collect();
                let what = Figures::NewestTaken { taken: taken.clone(), others };
                let place = Place::file(&self.table.name).column(&self.headings[column]);
                faults.push(What::Figures(what), place);
            }
            self.rows = self.rows.iter().copied().filter(|&row| label(row) == taken).collect();
        }
    }

    /// Leaves out label columns that only say in codes what another says in words, or that say the same in as
    /// many labels as one before them, which is noted.
    fn drop_codes(&mut self, faults: &mut Faults) {
        let is_code = |column: usize| {
            let mut labels = self.rows.iter().map(|&row| self.label(row, column));
            labels.all(|label| level_of_code(&label).is_some() || label.bytes().all(|b| b.is_ascii_digit()))
        };
        let pairs = |a: usize, b: usize| -> usize {
            let pairs = self.rows.iter().map(|&row| (self.label(row, a), self.label(row, b)));
            pairs.collect::<BTreeSet<_>>().len()
        };
        let same = |a: usize, b: usize| pairs(a, b) == pairs(a, a) && pairs(a, b) == pairs(b, b);
        let dropped = |&a: &usize| {
            pairs(a, a) > 1 && is_code(a) && self.labels.iter().any(|&b| b != a && !is_code(b) && same(a, b))
        };
        let kept: Vec<usize> = self.labels.iter().copied().filter(|column| !dropped(column)).collect();
        let mut labels: Vec<usize> = Vec::new();
        for column in kept {
            let equal = |other: usize| {
                self.rows.iter().all(|&row| fold(&self.label(row, column)) == fold(&self.label(row, other)))
            };
            let double = labels.iter().copied().find(|&other| {
                // Two labels each may go together by chance.
                let sure = pairs(column, column) > 2 || is_code(column) && is_code(other) || equal(other);
                pairs(column, column) > 1 && sure && same(column, other)
            });
            match double {
                Some(other) => {
                    let (heading, taken) = (self.headings[column].clone(), self.headings[other].clone());
                    faults.push(
                        What::Figures(Figures::SameTwice { heading, taken }),
                        Place::file(&self.table.name),
                    );
                }
                None => labels.push(column),
            }
        }
        self.labels = labels;
    }

    fn dimensions(&self, faults: &mut Faults) -> Vec<Dimension> {
        let of = |&column: &usize| self.dimension(column, faults);
        self.labels.iter().filter_map(of).filter(|dimension| dimension.values.len() > 1).collect()
    }

    /// The labels of a column: values, and those that hold others.
    fn dimension(&self, column: usize, faults: &mut Faults) -> Option<Dimension> {
        let all: BTreeSet<String> = self.rows.iter().map(|&row| self.label(row, column)).collect();
        let (mut totals, mut values): (BTreeSet<String>, BTreeSet<String>) =
            all.iter().cloned().partition(|label| is_sum_among(label, &all));
        // A country by itself makes no column of regions: people come from there, or were born there.
        let regions = || values.iter().filter_map(|label| region(label).1).any(|level| level > 0);
        if is_of_regions(&self.headings[column]) || regions() {
            let level = |label: &String| region(label).1.unwrap_or(MUNICIPALITY);
            let finest = values.iter().map(level).max().unwrap_or(MUNICIPALITY);
            let (kept, wider) = values.into_iter().partition(|label| level(label) == finest);
            values = kept;
            let wider: BTreeSet<String> = wider;
            if !wider.is_empty() && values.len() > 1 {
                let labels = wider.iter().cloned().collect();
                let what = Figures::LevelsLeftOut { heading: self.headings[column].clone(), labels };
                faults.push(What::Figures(what), Place::file(&self.table.name));
            }
            totals.extend(wider);
        }
        let total = if totals.len() == 1 { totals.pop_first() } else { None };
        (!values.is_empty()).then_some(Dimension { column, values, total })
    }

    /// Takes the rows of labels out that are to be left out, so that they count for no feature. The
    /// names left out, for each dimension.
    fn leave_out(
        &mut self,
        dimensions: &mut [Dimension],
        choices: &Choices,
        uses: &mut Uses,
    ) -> Vec<Vec<String>> {
        let are_shares = self.figures.first().is_some_and(|&column| self.are_shares(column));
        let mut all = Vec::new();
        for Dimension { column, values, total } in dimensions {
            let heading = &self.headings[*column];
            let new = choices.names.iter().find(|(old, _)| fold(old) == fold(heading)).map(|(_, new)| new);
            let names: Vec<&str> = [Some(heading), new].into_iter().flatten().map(String::as_str).collect();
            let (out, kept): (BTreeSet<String>, BTreeSet<String>) = std::mem::take(values)
                .into_iter()
                .partition(|label| uses.leave_out(choices, &names, &region(label).0));
            *values = kept;
            if !out.is_empty() && !are_shares {
                // The total has them in it; shares of a total are all there is.
                *total = None;
            }
            all.push(out.iter().map(|label| region(label).0).collect());
        }
        all
    }

    pub fn are_shares(&self, column: usize) -> bool {
        let (_, unit) = bare(&self.headings[column]);
        says_shares(&self.headings[column])
            || unit.contains('%')
            || self.units[column].contains('%')
            || self.rows.iter().any(|&row| self.table.cell(row, column).contains('%'))
    }

    /// A feature for each dimension, from one column of figures.
    fn by_rows(&self, dimensions: &[Dimension], faults: &mut Faults) -> Option<Vec<Raw>> {
        let column = self.figures[0];
        let are_shares = self.are_shares(column);
        let key = |row: usize| dimensions.iter().map(|d| self.label(row, d.column)).collect::<Vec<_>>();
        let mut raws = Vec::new();
        let mut missing: BTreeMap<usize, String> = BTreeMap::new();
        for (at, dimension) in dimensions.iter().enumerate() {
            let others = || dimensions.iter().enumerate().filter(|&(i, _)| i != at).map(|(_, d)| d);
            if let Some(other) = others().find(|other| are_shares && other.total.is_none()) {
                let (heading, labels) =
                    (self.headings[other.column].clone(), other.values.iter().cloned().collect());
                stop(self.table, Figures::SeveralRows { heading, labels }, faults);
                return None;
            }
            // Every other feature is at its total, or the figures are summed over it.
            let total = |other: &Dimension, totals: bool| other.total.clone().filter(|_| totals);
            let of_all = |row: usize, totals: bool| {
                others().all(|other| {
                    let label = self.label(row, other.column);
                    total(other, totals).map_or(other.values.contains(&label), |total| label == total)
                })
            };
            let by = |totals: bool| {
                let counts = |row: &usize| {
                    dimension.values.contains(&self.label(*row, dimension.column)) && of_all(*row, totals)
                };
                let rows: Vec<usize> = self.rows.iter().copied().filter(counts).collect();
                // Of each value there is a row for everything that is added up.
                let each = |d: &Dimension| if total(d, totals).is_some() { 1 } else { d.values.len() };
                let due = others().map(each).fold(1usize, usize::saturating_mul);
                let mut have: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
                for &row in &rows {
                    have.entry(self.label(row, dimension.column)).or_default().insert(key(row));
                }
                let lacks = |value: &&String| have.get(*value).map_or(0, BTreeSet::len) < due;
                let lacking: Vec<String> = dimension.values.iter().filter(lacks).cloned().collect();
                (rows, lacking)
            };
            let (mut rows, lacking) = by(true);
            if !lacking.is_empty() {
                // Some tables have the total of one feature only, and that of all: then what it is of is added up.
                match by(false) {
                    (all, none) if none.is_empty() && !are_shares => rows = all,
                    _ => {
                        let feature = self.headings[dimension.column].clone();
                        stop(self.table, Figures::CrossIncomplete { feature, values: lacking }, faults);
                        return None;
                    }
                }
            }
            let cells: Vec<(usize, usize)> = rows.iter().map(|&row| (row, column)).collect();
            // What is said about the figures of one feature holds for those of the next.
            let mut found = Faults::new();
            let amounts = figures(self.table, &cells, &self.cells(column), are_shares, &mut found);
            if at == 0 || found.stop() {
                faults.append(found);
            }
            let amounts = amounts?;
            let lacks = rows.iter().zip(&amounts).filter(|(_, amount)| amount.is_none());
            missing.extend(lacks.map(|(&row, _)| (row, key(row).join(", "))));
            let mut sums: BTreeMap<String, Line> = BTreeMap::new();
            let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
            let mut twice = Vec::new();
            for (&row, amount) in rows.iter().zip(amounts) {
                let label = self.label(row, dimension.column);
                let number = self.table.row(row).row;
                let value = region(&label).0;
                if seen.insert(key(row), row).is_some() {
                    twice.push(Line { value, amount, row: number, column });
                    continue;
                }
                let sum = sums.entry(label).or_insert_with(|| Line {
                    value,
                    amount: Some(Amount::default()),
                    row: number,
                    column,
                });
                sum.amount = sum.amount.zip(amount).map(|(sum, amount)| add(sum, amount));
            }
            let at_total = |row: &usize| {
                dimension.total.as_ref().is_some_and(|total| self.label(*row, dimension.column) == *total)
                    && of_all(*row, true)
            };
            let totals: Vec<usize> = self.rows.iter().copied().filter(at_total).collect();
            if twice.is_empty() {
                self.check_total(dimension, &totals, are_shares, &sums, faults);
            }
            let lines: Vec<Line> = sums.into_values().chain(twice).collect();
            let values = lines.iter().map(|line| line.value.as_str()).collect();
            let heading = &self.headings[dimension.column];
            doubts::report_labels(self.table, heading, heading, &values, faults);
            let name = self.headings[dimension.column].clone();
            raws.push(Raw { name, lines, are_shares, left_out: Vec::new() });
        }
        // Each where it is, and once, whatever it would be added to.
        if dimensions.len() > 1 && !missing.is_empty() {
            for (row, value) in missing {
                let place = Place::file(&self.table.name).row(self.table.row(row).row);
                let place = place.column(&self.headings[column]);
                faults.push(What::Figures(Figures::Missing { value }), place);
            }
            return None;
        }
        Some(raws)
    }

    /// All cells of a column of figures.
    pub(super) fn cells(&self, column: usize) -> Vec<(usize, usize)> {
        self.rows.iter().map(|&row| (row, column)).collect()
    }

    /// Says where the line with the total of a feature is not the sum of the others. Offices round figures, to fives too.
    fn check_total(
        &self,
        dimension: &Dimension,
        totals: &[usize],
        are_shares: bool,
        sums: &BTreeMap<String, Line>,
        faults: &mut Faults,
    ) {
        let is_own = |label: &&String| is_sum_among(label, &dimension.values);
        let Some(label) = dimension.total.as_ref().filter(is_own) else { return };
        let column = self.figures[0];
        let cells: Vec<(usize, usize)> = totals.iter().map(|&row| (row, column)).collect();
        // What cannot be read of a total that is not used is no fault.
        let all = |amounts: Vec<Option<Amount>>| amounts.into_iter().collect::<Option<Vec<Amount>>>();
        let stated = figures(self.table, &cells, &self.cells(column), are_shares, &mut Faults::new());
        let stated = stated.and_then(all);
        let found = all(sums.values().map(|line| line.amount).collect());
        let (Some(stated), Some(found)) = (stated.filter(|it| !it.is_empty()), found) else { return };
        if let Some((stated, sum)) = amount::apart(stated, found, are_shares) {
            let what = Figures::TotalDiffers {
                feature: self.headings[dimension.column].clone(),
                value: label.clone(),
                total: stated.to_string(),
                sum: sum.to_string(),
            };
            faults
                .push(What::Figures(what), Place::file(&self.table.name).row(self.table.row(totals[0]).row));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::fault::{Faults, Kind};
    use crate::quotas::population::{Choices, Population, read};

    fn all(text: &str, choices: &Choices) -> (Option<Population>, Faults) {
        let mut faults = Faults::new();
        let population = read(&[("folder/Opleiding.csv", text.as_bytes())], choices, &mut faults);
        (population, faults)
    }

    fn features(text: &str, choices: &Choices) -> Vec<(String, Vec<(String, String)>)> {
        let (population, faults) = all(text, choices);
        let population = population.unwrap_or_else(|| panic!("{faults:?}"));
        let feature = population.features.into_iter().map(|feature| {
            let values = feature.values.iter().map(|v| (v.name.clone(), feature.shown(v.units)));
            (feature.name.clone(), values.collect())
        });
        feature.collect()
    }

    fn picked(heading: &str, label: &str) -> Choices {
        Choices { picks: vec![(heading.into(), label.into())], ..Choices::default() }
    }

    fn pairs(values: &[(&str, &str)]) -> Vec<(String, String)> {
        values.iter().map(|&(name, figure)| (name.to_owned(), figure.to_owned())).collect()
    }

    #[test]
    fn a_region_is_picked_by_its_name_or_its_label() {
        let text = "Regio's;laag (%);hoog (%)\nZeeland (PV);28,3;71,7\nUtrecht (PV);22,7;77,3\n";
        for label in ["Zeeland", "zeeland (pv)"] {
            let expected = pairs(&[("hoog", "71.7"), ("laag", "28.3")]);
            assert_eq!(features(text, &picked("regio's", label)), [("Opleiding".to_owned(), expected)]);
        }
        let (none, faults) = all(text, &picked("Regio's", "Zeland"));
        assert!(none.is_none() && faults.count(Kind::ChoiceUnknown) == 1);
    }

    /// `2.000` alone can be read in two ways, and `4.950` in the same column says which.
    #[test]
    fn all_figures_of_a_column_are_read_alike() {
        let text = |men: &str| {
            format!(
                "Geslacht;Leeftijd;Aantal\nMannen;Totaal;{men}\nVrouwen;Totaal;5.050\n\
                 Totaal;0 tot 20 jaar;2.000\nTotaal;20 jaar of ouder;8.000\n"
            )
        };
        let ages = pairs(&[("0 tot 20 jaar", "2000"), ("20 jaar of ouder", "8000")]);
        assert_eq!(features(&text("4.950"), &Choices::default())[1].1, ages);
        // Whoever writes 4950 uses no sign for thousands.
        let (none, faults) = all(&text("4950"), &Choices::default());
        assert!(none.is_none() && faults.count(Kind::FigureAmbiguous) > 0, "{faults:?}");
    }

    /// A first row without a figure that can be read is no second row of headings: its people would be in no quota.
    #[test]
    fn a_first_row_without_a_figure_is_a_row() {
        for figure in ["", "<5", "< 5", "1OO", "100-110", "?"] {
            let text = format!("Kern;Inwoners\nSpijk;{figure}\nKampen;200\nZalk;300\n");
            let (none, faults) = all(&text, &Choices::default());
            assert!(none.is_none() && faults.stop(), "{figure}: {faults:?}");
        }
        let two = "Kern;Inwoners\nDorp;\nSpijk;\nKampen;200\nZalk;300\n";
        assert!(all(two, &Choices::default()).0.is_none());
        // What repeats a heading, or stands below none, is one.
        for headings in [
            "Kern;Inwoners\nKern;2026 totaal\n",
            ";Inwoners\nKern;2026 totaal\n",
            "Kern;Inwoners\n;op 1 januari\n",
        ] {
            let found = features(&format!("{headings}Kampen;200\nZalk;300\n"), &Choices::default());
            assert_eq!(found[0].1, pairs(&[("Kampen", "200"), ("Zalk", "300")]), "{headings}");
        }
    }

    #[test]
    fn the_newest_period_is_taken_unless_another_is_picked() {
        let text = "Regio;Perioden;Aantal\nGoes;2022;10\nGoes;2023*;20\nHulst;2022;30\nHulst;2023*;60\n";
        let (_, faults) = all(text, &Choices::default());
        assert_eq!(faults.count(Kind::NewestTaken), 1);
        let newest = features(text, &Choices::default());
        assert_eq!(newest[0].1, pairs(&[("Goes", "20"), ("Hulst", "60")]));
        let older = features(text, &picked("Perioden", "2022"));
        assert_eq!(older[0].1, pairs(&[("Goes", "10"), ("Hulst", "30")]));
    }

    #[test]
    fn crossed_features_add_up_where_there_is_no_total() {
        let text = "sex;age;n\nm;18-64;5\nm;65+;3\nf;18-64;6\nf;65+;4\n";
        let expected = [
            ("age".to_owned(), pairs(&[("18-64", "11"), ("65+", "7")])),
            ("sex".to_owned(), pairs(&[("f", "10"), ("m", "8")])),
        ];
        assert_eq!(features(text, &Choices::default()), expected);
        // Who is left out of one feature is left out of the other.
        let text = format!("{text}m;Totaal;8\nf;Totaal;10\n");
        assert_eq!(features(&text, &Choices::default()), expected);
        let leave_out = Choices { leave_out: vec!["age=65+".into()], ..Choices::default() };
        let left = features(&text, &leave_out);
        assert_eq!(left[1], ("sex".to_owned(), pairs(&[("f", "6"), ("m", "5")])));
        let (twice, faults) = all("sex;age;n\nm;a;5\nm;b;3\nf;a;6\nf;b;4\nm;a;5\n", &Choices::default());
        assert!(twice.is_none() && faults.count(Kind::PopulationTwice) > 0);
    }

    #[test]
    fn codes_beside_names_are_no_feature_of_their_own() {
        let text = "Code;Regio;Mannen;Vrouwen;Totaal\nGM0664;Goes;4;5;9\nGM0677;Hulst;6;7;13\n";
        let (none, faults) = all(text, &Choices::default());
        assert!(none.is_none() && faults.count(Kind::SeveralColumns) == 1);
        let counts = Choices { counts: Some("totaal".into()), ..Choices::default() };
        let expected = [("Regio".to_owned(), pairs(&[("Goes", "9"), ("Hulst", "13")]))];
        assert_eq!(features(text, &counts), expected);
    }

    #[test]
    fn shares_beside_numbers_are_left_out() {
        let text = "leeftijd;aantal;aandeel\n16-29;1.200;33,3%\n30+;2.400;66,7%\n";
        let expected = [("leeftijd".to_owned(), pairs(&[("16-29", "1200"), ("30+", "2400")]))];
        assert_eq!(features(text, &Choices::default()), expected);
        let (_, faults) = all(text, &Choices::default());
        assert_eq!(faults.count(Kind::SameTwice), 1);
        let counts = Choices { counts: Some("aantal".into()), ..Choices::default() };
        assert_eq!(features(text, &counts), expected);
    }

    #[test]
    fn districts_with_numbers_for_names() {
        let text = "wijk,inwoners\n01,1200\n02,800\n";
        let counts = Choices { counts: Some("inwoners".into()), ..Choices::default() };
        let expected = [("wijk".to_owned(), pairs(&[("01", "1200"), ("02", "800")]))];
        assert_eq!(features(text, &counts), expected);
    }

    #[test]
    fn municipalities_and_provinces_of_one_name() {
        let text = "Regio's;Aantal\nNederland;100\nUtrecht (PV);60\nUtrecht (gemeente);25\nZeist;35\n";
        let expected = [("Regio's".to_owned(), pairs(&[("Utrecht", "25"), ("Zeist", "35")]))];
        assert_eq!(features(text, &Choices::default()), expected);
    }

    #[test]
    fn a_figure_that_could_be_a_unit_is_a_figure() {
        let text = "Leeftijd;Aantal\n16 jaar;100\n17 jaar;1\u{a0}000\n18 jaar;1 000 000\n";
        let expected = pairs(&[("16 jaar", "100"), ("17 jaar", "1000"), ("18 jaar", "1000000")]);
        assert_eq!(features(text, &Choices::default()), [("Leeftijd".to_owned(), expected)]);
    }

    #[test]
    fn where_people_are_from_is_no_column_of_regions() {
        let text = "Herkomst;Aantal\nNederland;7000\nEuropa (excl. Nederland);1000\nBuiten Europa;2000\n";
        let (population, faults) = all(text, &Choices::default());
        assert_eq!(population.unwrap().features[0].values.len(), 3);
        assert_eq!(faults.count(Kind::LevelsLeftOut), 0);
        let text = "Gemeente;Aantal\nNederland;17000\nHorst;1000\nVenray;2000\n";
        let (population, faults) = all(text, &Choices::default());
        assert_eq!((population.unwrap().features[0].values.len(), faults.count(Kind::LevelsLeftOut)), (2, 1));
    }

    #[test]
    fn totals_of_one_feature_alone_are_enough() {
        let text = "Leeftijd;Geslacht;Aantal\n15-34;Mannen;900\n15-34;Vrouwen;800\n15-34;Totaal;1700\n\
            35+;Mannen;500\n35+;Vrouwen;600\n35+;Totaal;1100\nTotaal;Totaal;2800\n";
        let found = features(text, &Choices::default());
        assert_eq!(found[0], ("Geslacht".to_owned(), pairs(&[("Mannen", "1400"), ("Vrouwen", "1400")])));
        assert_eq!(found[1], ("Leeftijd".to_owned(), pairs(&[("15-34", "1700"), ("35+", "1100")])));
    }

    #[test]
    fn a_missing_figure_is_told_once_and_at_its_own_row() {
        let text = "Geslacht;Leeftijd;Aantal\nM;15-34;900\nM;35+;500\nV;15-34;800\nV;35+;x\n";
        let (population, faults) = all(text, &Choices::default());
        let missing: Vec<_> = faults.iter().filter(|it| it.what.kind() == Kind::FigureMissing).collect();
        assert!(population.is_none() && missing.len() == 1, "{faults:?}");
        assert_eq!(missing[0].place.rows.first, [5]);
    }

    #[test]
    fn two_known_headings_ask_for_the_third() {
        let text = |third: &str| format!("feature,value,{third}\nsex,M,40%\nsex,V,60%\n");
        let (none, faults) = all(&text("target"), &Choices::default());
        assert!(none.is_none() && faults.count(Kind::PlainFigures) == 1, "{faults:?}");
        let chosen = Choices { counts: Some("target".into()), ..Choices::default() };
        assert_eq!(features(&text("target"), &chosen), features(&text("share"), &Choices::default()));
        let dutch = "Kenmerk,Categorie,Aandeel\nsex,M,40\nsex,V,60\n";
        assert_eq!(features(dutch, &Choices::default()), features(&text("share"), &Choices::default()));
    }

    #[test]
    fn shares_of_one_among_shares_of_a_hundred_stop() {
        for (one, other, stops) in [("0.5", "50", 1), ("0.6", "40%", 1), ("1", "99", 0), ("0.4", "0.6", 0)] {
            let (_, faults) =
                all(&format!("feature,value,share\nsex,M,{one}\nsex,V,{other}\n"), &Choices::default());
            assert_eq!(faults.count(Kind::MixedShares), stops, "{one} {other}: {faults:?}");
        }
    }
}
