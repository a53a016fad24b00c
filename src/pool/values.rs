//! Cells of the pool against the values of the quotas. Imports `base`, `register`, `quotas`.

use super::birth::{self, number};
use super::{dates, traits, written};
use crate::base::band::band;
use crate::base::fault::{Faults, Held, Kind, Place, Rows, What};
use crate::base::meant::meant;
use crate::base::text::{blank, fold, fold_heading, nearest, tidy};
use crate::quotas::{Feature, Quotas};
use crate::register::Table;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// For each feature its column in the table, counted from 0; `None` for a feature without one,
/// which is reported.
pub(super) fn columns(table: &Table, quotas: &Quotas, faults: &mut Faults) -> Vec<Option<usize>> {
    let found: Vec<Vec<usize>> = quotas.features.iter().map(|feature| table.columns(&feature.name)).collect();
    let free = |column: &usize| !found.iter().flatten().any(|c| c == column);
    if found.iter().all(Vec::is_empty) && starts_with_a_person(table, quotas) {
        faults.push(What::HeaderMissing, Place::file(&table.name));
        return vec![None; quotas.features.len()];
    }
    let mut columns = Vec::new();
    for (feature, candidates) in quotas.features.iter().zip(&found) {
        let place = || Place::file(&table.name);
        columns.push(match candidates.as_slice() {
            [column] => {
                let heading = &table.headings[*column];
                if *heading != feature.name {
                    let what = What::ColumnMatched { feature: feature.name.clone() };
                    faults.push(what, place().column(heading));
                }
                Some(*column)
            }
            [] => {
                if let Some((column, what)) = instead(table, feature, &free) {
                    faults.push(what, place().column(&table.headings[column]));
                } else {
                    let headings = (0..table.headings.len()).filter(free).map(|c| table.headings[c].as_str());
                    let near = nearest(&feature.name, headings).map(str::to_owned);
                    let near = near.or_else(|| holding(table, feature, &free));
                    faults.push(What::FeatureColumnMissing { feature: feature.name.clone(), near }, place());
                }
                None
            }
            several => {
                let letters = several.iter().map(|&c| table.letters(c)).collect();
                faults.push(What::AmbiguousColumn { letters }, place().column(&feature.name));
                None
            }
        });
    }
    columns
}

/// The heading of the only column, of those that are free, in which nothing but values of a feature stands: "Wat is uw geslacht?".
fn holding(table: &Table, feature: &Feature, free: &dyn Fn(&usize) -> bool) -> Option<String> {
    let values: BTreeSet<String> = feature.values.iter().map(|value| fold(&value.name)).collect();
    let holds = |&column: &usize| {
        let cells = || table.rows().map(|row| row.cell(column)).filter(|cell| !blank(cell));
        let shown = !table.is_refused(column) && !table.headings[column].is_empty();
        shown && cells().next().is_some() && cells().all(|cell| values.contains(&fold(cell)))
    };
    let mut found = (0..table.headings.len()).filter(free).filter(holds);
    found.next().filter(|_| found.next().is_none()).map(|column| table.headings[column].clone())
}

/// The row below the first that has the headings of more than half of the features, if the first has not, with
/// those headings: above it stands a title.
pub(super) fn headings_below(table: &Table, quotas: &Quotas) -> Option<(usize, Vec<String>)> {
    let found = |cells: &[String]| -> Vec<String> {
        let keys: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
        let at = |feature: &Feature| keys.iter().position(|key| *key == fold(&feature.name));
        quotas.features.iter().filter_map(|feature| Some(cells[at(feature)?].clone())).collect()
    };
    let first = found(&table.headings).len();
    let below = table.start().iter().map(|(row, cells)| (*row, found(cells)));
    below.into_iter().find(|(_, found)| found.len() > first && found.len() * 2 > quotas.features.len())
}

/// A column with ages or dates of birth for a feature whose values are bands of ages and which has no column.
fn instead(table: &Table, feature: &Feature, free: &dyn Fn(&usize) -> bool) -> Option<(usize, What)> {
    // Words, such as jong and oud, are classes too.
    let words = || !feature.values.iter().any(|value| value.name.bytes().any(|b| b.is_ascii_digit()));
    if !says_age(feature) || !has_bands(feature) && !words() {
        return None;
    }
    (0..table.headings.len()).filter(|c| free(c) && !table.is_refused(*c)).find_map(|column| {
        let heading = fold_heading(&table.headings[column]);
        let is = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        let found = match () {
            () if traits::is_birth(&table.headings[column]) => {
                let days = |row: &usize| birth::serial_year(table.cell(*row, column)).is_some();
                let days = (0..table.len()).filter(days).count() * 2 > table.len();
                let held = if days { Held::Days } else { Held::Dates };
                birth::birth_years(table, column).map(|years| (held, years))
            }
            () if is(&["geboortejaar", "yearofbirth", "birthyear", "geburtsjahr"]) => {
                years(table, column).map(|years| (Held::Years, years))
            }
            () if traits::is_age(&table.headings[column]) => {
                birth::ages(table, column).map(|ages| (Held::Ages, ages))
            }
            () => None,
        };
        found.map(|(held, span)| (column, ages_for_bands(feature, held, span)))
    })
}

/// The first and last of the years in a column of nothing else.
fn years(table: &Table, column: usize) -> Option<(u32, u32)> {
    let cells = table.rows().map(|row| tidy(row.cell(column))).filter(|cell| !cell.is_empty());
    let years: Option<Vec<u32>> =
        cells.map(|cell| number(&cell).filter(|year| YEARS.contains(year))).collect();
    let years = years?;
    years.iter().min().copied().zip(years.iter().max().copied())
}

/// Years in which somebody may be born.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2030;

fn ages_for_bands(feature: &Feature, held: Held, (low, high): (u32, u32)) -> What {
    let bands = feature.values.iter().map(|value| value.name.clone()).collect();
    What::AgesForBands { feature: feature.name.clone(), held, low, high, bands }
}

/// Whether values are bands of numbers, such as 16-34 and 55+.
fn has_bands(feature: &Feature) -> bool {
    let with_digits = feature.values.iter().filter(|value| value.name.bytes().any(|b| b.is_ascii_digit()));
    let bands = with_digits.clone().filter(|value| number(&value.name).is_none());
    with_digits.count() * 2 > feature.values.len() && bands.count() > 0
}

/// Whether a feature is called as one of ages.
fn says_age(feature: &Feature) -> bool {
    let key = fold(&feature.name);
    ["leeftijd", "alter", "geboorte", "birth", "jaar"].iter().any(|word| key.contains(word))
        || key
            .split(|c: char| !c.is_alphabetic())
            .any(|word| matches!(word, "age" | "ages" | "agegroup" | "agegroups"))
}

/// Whether the classes of a feature are of ages: it is called so, or they lie where the ages of grown-ups do. Of the numbers of
/// people in a household, and of incomes, they do not.
fn is_of_ages(feature: &Feature) -> bool {
    let other = ["inkomen", "income", "huishoud", "household", "uren", "hours", "aantal", "number"];
    let key = fold(&feature.name);
    let reach =
        feature.values.iter().filter_map(|value| band(&value.name)).flat_map(|(low, high)| [low, high]);
    let greatest = reach.filter(|&number| number != u32::MAX).max();
    let like = greatest.is_some_and(|number| (18..=120).contains(&number));
    says_age(feature) || like && !other.iter().any(|word| key.contains(word))
}

/// Whether the headings hold a value of most features, as the row of a person does.
fn starts_with_a_person(table: &Table, quotas: &Quotas) -> bool {
    let cells: BTreeSet<String> = table.headings.iter().map(|heading| fold(heading)).collect();
    let held = |feature: &&Feature| feature.values.iter().any(|value| cells.contains(&fold(&value.name)));
    quotas.features.iter().filter(held).count() * 2 > quotas.features.len()
}

/// Value indexes of every row of the table, row by row, for the features that have a column. A cell
/// that matches no value is reported and counts as value 0.
pub(super) fn values(
    table: &Table,
    quotas: &Quotas,
    columns: &[Option<usize>],
    faults: &mut Faults,
) -> Vec<u16> {
    let features = quotas.features.len();
    let mut values = vec![0; table.len() * features];
    for (f, (feature, column)) in quotas.features.iter().zip(columns).enumerate() {
        let Some(column) = column.filter(|&column| !table.is_refused(column)) else { continue };
        let mut matcher = Matcher::new(feature);
        let mut known = Known::new();
        for (row, values) in (0..).zip(values.chunks_exact_mut(features)) {
            let cell = table.cell(row as usize, column);
            values[f] = match known.get(cell) {
                Some(value) => value,
                None => {
                    let value = matcher.value(cell, row);
                    if matcher.is_exact(cell) {
                        known.put(cell, value);
                    }
                    value
                }
            };
        }
        matcher.report(table, column, faults);
    }
    values
}

/// A few spellings of one column that need no word, found by their length and ends: most cells of a million
/// rows are one of these.
struct Known<'a>(Vec<Option<(&'a str, u16)>>);

impl<'a> Known<'a> {
    const SIZE: usize = 256;

    fn new() -> Self {
        Self(vec![None; Self::SIZE])
    }

    fn at(cell: &str) -> usize {
        let bytes = cell.as_bytes();
        let sign = |i: usize| bytes.get(i).copied().map_or(0, usize::from);
        let middle = sign(bytes.len() / 2);
        (bytes.len() * 31 + sign(0) * 7 + middle * 13 + sign(bytes.len().wrapping_sub(1)) * 3) % Self::SIZE
    }

    fn get(&self, cell: &str) -> Option<u16> {
        self.0[Self::at(cell)].filter(|(known, _)| *known == cell).map(|(_, value)| value)
    }

    fn put(&mut self, cell: &'a str, value: u16) {
        self.0[Self::at(cell)] = Some((cell, value));
    }
}

/// Spellings of one column met so far, each looked up once.
struct Matcher<'a> {
    feature: &'a Feature,
    by_key: BTreeMap<String, u16>,
    met: BTreeMap<String, Met>,
}

struct Met {
    value: Option<u16>,
    /// Indexes of rows; only for spellings that need a word.
    rows: Vec<u32>,
    exact: bool,
}

impl<'a> Matcher<'a> {
    fn new(feature: &'a Feature) -> Self {
        let keys = feature.values.iter().map(|value| fold(&value.name));
        // There are at most MOST_LINES values, so their indexes fit.
        Self { feature, by_key: keys.zip(0..).collect(), met: BTreeMap::new() }
    }

    fn value(&mut self, cell: &str, row: u32) -> u16 {
        if let Some(met) = self.met.get_mut(cell) {
            if !met.exact {
                met.rows.push(row);
            }
            return met.value.unwrap_or_default();
        }
        let value = self.by_key.get(&fold(cell)).copied();
        let exact = value.is_some_and(|v| self.feature.values[usize::from(v)].name == cell);
        let rows = if exact { Vec::new() } else { vec![row] };
        self.met.insert(cell.to_owned(), Met { value, rows, exact });
        value.unwrap_or_default()
    }

    /// Whether a cell that was met needs no word.
    fn is_exact(&self, cell: &str) -> bool {
        self.met.get(cell).is_some_and(|met| met.exact)
    }

    /// The value that a cell was probably meant to be.
    fn meant(&self, cell: &str) -> Option<String> {
        let name = |value: u16| self.feature.values[usize::from(value)].name.as_str();
        let dated = dates::ranges(cell).iter().find_map(|range| self.by_key.get(range)).map(|&v| name(v));
        let names: Vec<&str> = self.feature.values.iter().map(|value| value.name.as_str()).collect();
        let near = || meant(cell, &names);
        // "16 tot 34" for 16-34
        let spelled = || {
            let words = [" t/m ", " tot en met ", " tot ", " to ", " bis ", " - "];
            let range =
                words.iter().find_map(|word| fold(cell).split_once(word).map(|(a, b)| format!("{a}-{b}")))?;
            self.by_key.get(&range).map(|&v| name(v))
        };
        dated.or_else(spelled).or_else(near).map(str::to_owned)
    }

    /// What to say where rows have an age, or a date or year of birth, and the values are bands; with these rows by index,
    /// unless they are most of all.
    fn ages(&self, met: &BTreeMap<String, Met>, rows: usize) -> Option<(What, Vec<u32>)> {
        // Of numbers: "1" to "4" are values by themselves, unless they stand for classes of ages.
        let numbers: Option<Vec<u32>> = self.feature.values.iter().map(|value| number(&value.name)).collect();
        let greatest = numbers.map(|numbers| numbers.into_iter().max().unwrap_or_default());
        if greatest.is_some() && !says_age(self.feature) {
            return None;
        }
        let ages = is_of_ages(self.feature);
        let held = |cell: &str| held(cell, ages);
        let mut found: BTreeMap<u8, (Held, usize, u32, u32)> = BTreeMap::new();
        for (cell, Met { rows, .. }) in met.iter().filter(|(_, met)| met.value.is_none()) {
            let Some((held, number)) = held(cell) else { continue };
            let (_, count, low, high) = found.entry(held as u8).or_insert((held, 0, number, number));
            (*count, *low, *high) = (*count + rows.len(), number.min(*low), number.max(*high));
        }
        let (kind, count, low, high) = found.into_values().max_by_key(|(_, count, ..)| *count)?;
        if greatest.is_some_and(|greatest| kind == Held::Numbers || low <= greatest) {
            return None;
        }
        // A few different numbers where words are wanted are codes for these.
        let different = met.iter().filter(|(cell, met)| met.value.is_none() && held(cell).is_some()).count();
        if !has_bands(self.feature) && !says_age(self.feature) && different <= STRANGE {
            return None;
        }
        let most = count * 2 > rows;
        let of_kind =
            |(cell, _): &(&String, &Met)| held(cell).is_some_and(|(own, _)| own as u8 == kind as u8);
        let own = met.iter().filter(|(_, met)| !most && met.value.is_none()).filter(of_kind);
        let own = own.flat_map(|(_, met)| met.rows.iter().copied()).collect();
        // A recipe takes no age with decimals: somebody must say which year it is.
        let broken = |(cell, met): (&String, &Met)| met.value.is_none() && number(cell).is_none();
        let broken = kind as u8 == Held::Ages as u8 && met.iter().filter(of_kind).any(broken);
        let kind = if broken { Held::Broken } else { kind };
        // One or two may be slips.
        (most || count >= FEW_AGES).then(|| (ages_for_bands(self.feature, kind, (low, high)), own))
    }

    /// Reports what was not spelled as in the quotas: one fault for each different spelling.
    fn report(mut self, table: &Table, column: usize, faults: &mut Faults) {
        let names = || self.feature.values.iter().map(|value| value.name.as_str());
        let (mut missing, mut hidden, mut matched) = (Vec::new(), Vec::new(), Vec::new());
        let mut unknown: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let met = std::mem::take(&mut self.met);
        let ages = self.ages(&met, table.len());
        for (cell, Met { value, mut rows, .. }) in met.into_iter().filter(|(_, met)| !met.exact) {
            if let Some(value) = value {
                matched.push((cell, value, rows));
                continue;
            }
            // What is in a broken row has been said.
            rows.retain(|&row| !table.is_broken(row as usize));
            if blank(&cell) {
                missing.extend(rows);
                continue;
            }
            if ages.is_some() && held(&cell, is_of_ages(self.feature)).is_some() {
                // Said once for the whole column.
                continue;
            }
            // A cell that may have slipped in from another column may be a name.
            let (doubtful, rows) = rows.into_iter().partition(|&row| table.is_doubtful(row as usize));
            hidden.extend::<Vec<u32>>(doubtful);
            match is_one_line(&cell) {
                true => unknown.entry(tidy(&cell)).or_default().extend::<Vec<u32>>(rows),
                false => hidden.extend::<Vec<u32>>(rows),
            }
        }
        // Names under the wrong heading: the value stands elsewhere in the row, or hardly any two cells are
        // alike and none resembles a value.
        let strange =
            unknown.keys().filter(|cell| self.meant(cell).is_none()).take(STRANGE + 1).count() > STRANGE;
        unknown.retain(|cell, rows| {
            let Some(&first) = rows.first() else { return false };
            // A small number is nobody's name.
            if number(cell).is_some_and(|number| number <= 120) {
                return true;
            }
            let slipped =
                || table.row(first as usize).cells().any(|other| self.by_key.contains_key(&fold(other)));
            let name = (strange && self.meant(cell).is_none()) || slipped();
            if name {
                hidden.append(rows);
            }
            !name
        });
        let rows = |mut indexes: Vec<u32>| -> Rows {
            indexes.sort_unstable();
            indexes.iter().map(|&i| table.row(i as usize).row).collect()
        };
        let place = |indexes| Place::file(&table.name).column(&table.headings[column]).rows(rows(indexes));
        let feature = || self.feature.name.clone();
        // Where a formula has no value yet, that is what is wrong.
        let computed = |&i: &u32| !faults.of_row(Kind::NotComputed, &table.name, table.row(i as usize).row);
        let missing: Vec<u32> = missing.into_iter().filter(computed).collect();
        if !missing.is_empty() {
            faults.push(What::MissingValue { feature: feature() }, place(missing));
        }
        let what = |near| {
            let allowed = names().map(str::to_owned).collect();
            What::UnknownValue { feature: feature(), near, allowed }
        };
        if let Some((what, own)) = ages {
            faults.push(what, place(own));
        }
        if !hidden.is_empty() {
            faults.push(what(None), place(hidden));
        }
        let mut unknown: Vec<_> = unknown.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
        // The spelling with the most people first: it is often one habit that explains most of them.
        unknown.sort_by_key(|(_, rows)| (Reverse(rows.len()), rows.iter().min().copied()));
        let hidden = unknown.split_off(unknown.len().min(Faults::SHOWN));
        for (cell, rows) in unknown {
            let near = self.meant(&cell);
            faults.push(what(near), place(rows).cell(&cell));
        }
        if !hidden.is_empty() {
            faults.add_to_count(Kind::UnknownValue, hidden.len());
        }
        for (cell, value, rows) in matched {
            let taken = self.feature.values[usize::from(value)].name.clone();
            faults.push(What::ValueMatched { taken }, place(rows).cell(&cell));
        }
    }
}

/// What a cell holds where a class is wanted: an age, or a date or year of birth, with the age or year; or another number.
/// `ages` says whether the classes are of ages.
fn held(cell: &str, ages: bool) -> Option<(Held, u32)> {
    let date = || written::birth(cell).map(|(year, ..)| (Held::Dates, u32::from(year)));
    // Digits alone are dates too: 20040511, and the days that a spreadsheet counts.
    let days = || birth::serial_year(cell).map(|year| (Held::Days, year));
    match number(cell).or_else(|| broken_number(cell)) {
        Some(age) if ages && age <= 120 => Some((Held::Ages, age)),
        Some(year) if ages && YEARS.contains(&year) => Some((Held::Years, year)),
        Some(number) => {
            let dated = if ages { date().or_else(days) } else { None };
            Some(dated.unwrap_or((Held::Numbers, number)))
        }
        None => date(),
    }
}

/// A number with decimals, signs for thousands or a currency, without its decimals: 57 of `57,5 jaar`, 18500 of `\u{20ac} 18.500`.
fn broken_number(cell: &str) -> Option<u32> {
    let text = fold(cell);
    let text = text.trim_start_matches(['\u{20ac}', '$', ' ', '\'']).trim_start_matches("eur ");
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len());
    let (figure, rest) = text.split_at(end);
    let words = ["", "jaar", "jr", "jr.", "years", "euro", "eur", "\u{20ac}", ",-", "-"];
    let parts: Vec<&str> = figure.trim_end_matches(',').split(['.', ',']).collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if !digits || parts.len() < 2 || !words.contains(&rest.trim()) {
        return None;
    }
    let last = parts.len() - 1;
    // Groups of three are thousands; anything else behind the last sign is decimals.
    let groups = if parts[last].len() == 3 { parts.len() } else { last };
    let grouped = parts[1..groups].iter().all(|part| part.len() == 3);
    // A date has two signs and no groups.
    grouped.then(|| parts[..groups].concat().parse().ok()).flatten()
}

/// So many ages in a column of bands are no slips.
const FEW_AGES: usize = 3;

/// So many different cells that resemble no value may be mistakes; more may be names.
const STRANGE: usize = 5;

/// Whether a cell is short and of one line, as a value is. Other cells are never shown: behind a
/// stray quotation mark whole rows can end up in one.
fn is_one_line(cell: &str) -> bool {
    !cell.contains(['\n', '\r']) && cell.chars().nth(60).is_none()
}
