//! What a table of labels and figures has that would be taken for something else. Imports `base`, `register` and its siblings.

use super::amount::{self, Cell};
use super::region::level_of_code;
use super::tables::Choices;
use crate::base::fault::{Faults, Figures, Place, What};
use crate::base::text::{fold, fold_heading, tidy};
use crate::register::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Says which cells of columns with figures are below 0, or shortened to powers of ten: such a column would else be taken for
/// one with labels. Whether there are any.
pub(super) fn figures(table: &Table, choices: &Choices, faults: &mut Faults) -> bool {
    let mut found = false;
    for (column, heading) in table.headings.iter().enumerate().filter(|(c, _)| !table.is_refused(*c)) {
        let chosen = choices.counts.as_ref().is_none_or(|counts| fold(counts) == fold(heading));
        if !chosen || says_labels(heading) {
            continue;
        }
        let (mut odd, mut almost, mut figures, mut texts) = (Vec::new(), Vec::new(), 0, 0);
        for row in 0..table.len() {
            let cell = table.cell(row, column);
            match amount::look(cell).0 {
                Cell::Digits(_) => figures += 1,
                Cell::Missing => {}
                Cell::Other if amount::why_not(cell) != "other" => odd.push(row),
                Cell::Other if amount::is_almost(cell) => almost.push(row),
                Cell::Other => texts += 1,
            }
        }
        // Columns beside one another are the values of one row; elsewhere "5 inwoners" may be a label among such.
        match figures > 0 || table.len() == 1 {
            true => odd.append(&mut almost),
            false => texts += almost.len(),
        }
        odd.sort_unstable();
        // A row under the headings may say what they are.
        if odd.is_empty() || texts * 3 > odd.len() + figures {
            continue;
        }
        found = true;
        for row in odd {
            let place = Place::file(&table.name).row(table.row(row).row).column(heading);
            faults.push(What::Figures(Figures::Unreadable), place.cell(&tidy(table.cell(row, column))));
        }
    }
    found
}

/// Says that there are no figures: or, where a column has some, which of its cells is none.
pub(super) fn no_figures(table: &Table, choices: &Choices, faults: &mut Faults) {
    if !beside_figures(table, choices, faults) {
        faults.push(What::Figures(Figures::NoFigures), Place::file(&table.name));
    }
}

/// Says which cells of a column with figures are none, where nothing else in the table is a column of figures: of few rows one
/// cell is enough to make a column look like labels. Whether there are any.
fn beside_figures(table: &Table, choices: &Choices, faults: &mut Faults) -> bool {
    let columns = table.headings.iter().enumerate().filter(|(column, heading)| {
        let chosen = choices.counts.as_ref().is_none_or(|counts| fold(counts) == fold(heading));
        chosen && !says_labels(heading) && !table.is_refused(*column)
    });
    let of = |column: usize| {
        let (mut digits, mut others) = (0, Vec::new());
        for row in 0..table.len() {
            match amount::look(table.cell(row, column)).0 {
                Cell::Digits(_) => digits += 1,
                Cell::Missing => {}
                Cell::Other => others.push(row),
            }
        }
        (digits, others)
    };
    // The last of several: labels stand before their figures.
    let found = columns.map(|(column, _)| (of(column), column)).filter(|((digits, others), column)| {
        let almost = || others.iter().all(|&row| amount::is_almost(table.cell(row, *column)));
        // Labels with a number among them, such as the names of districts, are no figures.
        !others.is_empty() && (*digits >= others.len() || almost())
    });
    let Some(((_, others), column)) = found.max_by_key(|((digits, _), column)| (*digits, *column)) else {
        return false;
    };
    for row in others {
        let place = Place::file(&table.name).row(table.row(row).row).column(&table.headings[column]);
        faults.push(What::Figures(Figures::Unreadable), place.cell(&tidy(table.cell(row, column))));
    }
    true
}

/// Whether a heading says that numbers below it are labels.
pub(super) fn says_labels(heading: &str) -> bool {
    let key = fold_heading(heading);
    key.contains("code") || key.starts_with("leeftijd") || key == "age" || key == "id"
}

/// The column that says what each figure is of, if a table is one of observations.
pub(super) fn observed(table: &Table) -> Option<usize> {
    let find = |name: &str| table.headings.iter().position(|heading| fold_heading(heading) == name);
    find("valueattribute").and(find("value")).and(find("measure"))
}

/// Stops where codes of regions stand beside names of which one is that of several. Of a table its headings, the columns with
/// labels, and the rows that count.
pub(super) fn one_name_each(
    table: &Table,
    (headings, labels, rows): (&[String], &[usize], &[usize]),
    faults: &mut Faults,
) -> Option<()> {
    let of = |row: usize, column: usize| tidy(table.cell(row, column));
    let is_code = |&&column: &&usize| rows.iter().all(|&row| level_of_code(&of(row, column)).is_some());
    for &codes in labels.iter().filter(is_code) {
        for &names in labels.iter().filter(|&&names| names != codes) {
            let pairs: BTreeSet<(String, String)> =
                rows.iter().map(|&row| (of(row, codes), of(row, names))).collect();
            let distinct: BTreeSet<&String> = pairs.iter().map(|(code, _)| code).collect();
            let mut times: BTreeMap<&String, usize> = BTreeMap::new();
            pairs.iter().for_each(|(_, name)| *times.entry(name).or_default() += 1);
            let shared = times.iter().find(|(_, times)| **times > 1).map(|(name, _)| (*name).clone());
            // Names of something else, such as a province, are those of nearly all.
            let own = distinct.len() == pairs.len() && times.len() * 2 > pairs.len();
            if let Some(name) = shared.filter(|_| own) {
                let (codes, names) = (headings[codes].clone(), headings[names].clone());
                let what = Figures::NameOfSeveral { codes, names, name };
                faults.push(What::Figures(what), Place::file(&table.name));
                return None;
            }
        }
    }
    Some(())
}

/// Stops where a column says that rows are of districts and of the neighbourhoods in them: they cannot be added.
pub(super) fn one_level(
    table: &Table,
    (headings, labels, rows): (&[String], &[usize], &[usize]),
    faults: &mut Faults,
) -> Option<()> {
    const LEVELS: &[&str] = &[
        "land",
        "landsdeel",
        "provincie",
        "corop",
        "gemeente",
        "stadsdeel",
        "wijk",
        "buurt",
        "country",
        "province",
        "municipality",
        "district",
        "neighbourhood",
    ];
    for &column in labels {
        let labels: BTreeSet<String> = rows.iter().map(|&row| tidy(table.cell(row, column))).collect();
        if labels.len() > 1 && labels.iter().all(|label| LEVELS.contains(&fold(label).as_str())) {
            let what = Figures::SeveralLevels {
                heading: headings[column].clone(),
                labels: labels.into_iter().collect(),
            };
            faults.push(What::Figures(what), Place::file(&table.name));
            return None;
        }
    }
    Some(())
}
