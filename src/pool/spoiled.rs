//! Ids and rows that are not what they seem: numbers that a spreadsheet shortened, ids that became dates, rows
//! that are the total of the others. Imports `base`, `register` and its siblings.

use super::dates;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{blank, fold, folds_to};
use crate::base::totals::{is_everybody, is_sum, is_total, may_begin};
use crate::register::{Table, is_shortened};
use std::collections::BTreeMap;

/// Reports ids that cannot be ids any more. `ids` has the cell of each row of the table, without spaces around it.
pub(super) fn report_ids(table: &Table, column: usize, ids: &[&str], faults: &mut Faults) {
    let rows = |so: &dyn Fn(&str) -> bool| -> Rows {
        let found = ids.iter().enumerate().filter(|(_, id)| so(id));
        found.map(|(index, _)| table.row(index).row).collect()
    };
    let dates = rows(&is_date);
    // Where every id is a date, it is what the organiser chose.
    let dates = if dates.count() < ids.len() { dates } else { Rows::default() };
    report_shortened(table, column, ids, faults);
    if dates.count() > 0 {
        faults.push(What::IdsAsDates, Place::file(&table.name).column(&table.headings[column]).rows(dates));
    }
    report_uneven(table, column, ids, faults);
}

/// Reports ids of which a spreadsheet left only a part, as numbers with a power of ten.
pub(super) fn report_shortened(table: &Table, column: usize, ids: &[&str], faults: &mut Faults) {
    let found = ids.iter().enumerate().filter(|(_, id)| is_shortened(id));
    let rows: Rows = found.map(|(index, _)| table.row(index).row).collect();
    if rows.count() > 0 {
        faults.push(What::IdsShortened, Place::file(&table.name).column(&table.headings[column]).rows(rows));
    }
}

/// Reports ids that have fewer digits than most, where it seems that they lost zeros in front: other ids begin with one, or
/// the numbers are too large to be counted from 1.
fn report_uneven(table: &Table, column: usize, ids: &[&str], faults: &mut Faults) {
    const MANY: u64 = 4;
    let number = |id: &&str| id.len() < 19 && !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit());
    if ids.len() < 5 || !ids.iter().all(number) {
        return;
    }
    let mut of: BTreeMap<usize, usize> = BTreeMap::new();
    ids.iter().for_each(|id| *of.entry(id.len()).or_default() += 1);
    let Some((&digits, _)) = of.iter().max_by_key(|(digits, count)| (**count, **digits)) else { return };
    let shorter: Rows =
        (0..ids.len()).filter(|&index| ids[index].len() < digits).map(|index| table.row(index).row).collect();
    let padded = ids.iter().any(|id| id.len() == digits && id.starts_with('0'));
    let largest = ids.iter().filter_map(|id| id.parse::<u64>().ok()).max().unwrap_or(0);
    let counted = largest <= MANY.saturating_mul(ids.len() as u64);
    let few = shorter.count() * 2 < ids.len();
    if shorter.count() > 0 && few && digits > 1 && (padded || digits > 3 && !counted) {
        let place = Place::file(&table.name).column(&table.headings[column]).rows(shorter);
        faults.push(What::IdsUneven { digits }, place);
    }
}

/// Whether a cell is what a spreadsheet made of two small numbers.
pub(super) fn is_date(cell: &str) -> bool {
    cell.len() < 20 && !dates::ranges(cell).is_empty()
}

/// The first cell of a row that is filled, with its column.
pub(super) fn first(table: &Table, index: usize) -> Option<(usize, &str)> {
    let mut cells = (0..table.headings.len()).map(|column| (column, table.cell(index, column).trim()));
    cells.find(|(_, cell)| !blank(cell))
}

/// Reports rows that may be no people; as no people at all, where they stand in the place of ids and all others have a digit.
pub(super) fn tell(table: &Table, ids: Option<usize>, rows: &[usize], may_be: What, faults: &mut Faults) {
    let digit = |index: usize, column: usize| table.cell(index, column).bytes().any(|b| b.is_ascii_digit());
    let plain = ids.is_some_and(|column| {
        let here = |index: usize| first(table, index).is_some_and(|(at, _)| at == column);
        let others = (0..table.len()).filter(|index| rows.binary_search(index).is_err());
        rows.iter().all(|&index| here(index))
            && !rows.is_empty()
            && others.into_iter().all(|i| digit(i, column))
    });
    let numbers: Rows = rows.iter().map(|&index| table.row(index).row).collect();
    if numbers.count() > 0 {
        let what = if plain { What::NoEntry } else { may_be };
        faults.push(what, Place::file(&table.name).rows(numbers));
    }
}

/// Reports rows whose first cell that is filled says that they are a total. `ids` is the column of ids.
pub(super) fn report_totals(table: &Table, ids: Option<usize>, faults: &mut Faults) {
    let may_be = |cell: &str| cell.len() < 20 && cell.bytes().next().is_some_and(may_begin);
    let total =
        |index: &usize| first(table, *index).is_some_and(|(_, cell)| may_be(cell) && is_total(&fold(cell)));
    let mut rows: Vec<usize> = (0..table.len()).filter(total).collect();
    rows.extend(ids.map(|ids| sums_among_ids(table, ids)).unwrap_or_default());
    rows.sort_unstable();
    rows.dedup();
    tell(table, ids, &rows, What::TotalRow, faults);
}

/// Rows, by index, that say in the column of ids that they are the sum of others ("Samen", "Aantal", "Iedereen"), where every other
/// id has a digit: among names these may be names.
pub(super) fn sums_among_ids(table: &Table, ids: usize) -> Vec<usize> {
    /// A list has a few lines of this kind at most.
    const MOST: usize = 3;
    let bare = |&index: &usize| {
        let cell = table.cell(index, ids);
        !blank(cell) && !cell.bytes().any(|b| b.is_ascii_digit())
    };
    let rows: Vec<usize> = (0..table.len()).filter(bare).take(MOST + 1).collect();
    let sum = |&index: &usize| {
        let cell = table.cell(index, ids).trim().trim_end_matches([':', '.']);
        is_sum(cell) || is_everybody(cell)
    };
    match rows.len() <= MOST && rows.len() < table.len() && rows.iter().all(sum) {
        true => rows,
        false => Vec::new(),
    }
}

/// Columns with so few headings say little: of a list of ids and remarks most rows have one cell.
const FEW: usize = 3;

/// Reports rows that are no people: a single cell, such as a footnote, or the headings once more. `ids` is the column of
/// ids, whose cell may be all that is known of somebody.
pub(super) fn report_strays(table: &Table, ids: Option<usize>, faults: &mut Faults) {
    let width = table.headings.len();
    let (mut lone, mut again) = (Rows::default(), Rows::default());
    let headings: Vec<String> = table.headings.iter().map(|heading| fold(heading)).collect();
    for row in table.rows() {
        let mut filled = (0..width).filter(|&c| !blank(row.cell(c)));
        let (Some(only), second) = (filled.next(), filled.next()) else { continue };
        if second.is_none() {
            if width == 1 && folds_to(row.cell(only), &headings[only]) {
                again.push(row.row);
            }
            if width >= FEW && (Some(only) != ids || row.cell(only).contains(' ')) {
                lone.push(row.row);
            }
            continue;
        }
        let heads = |c: usize| !table.headings[c].is_empty() && folds_to(row.cell(c), &headings[c]);
        if (0..width).all(|c| heads(c) || blank(row.cell(c))) {
            again.push(row.row);
        }
    }
    for (what, rows) in [(What::LoneCell, lone), (What::HeadingsAgain, again)] {
        if rows.count() > 0 {
            faults.push(what, Place::file(&table.name).rows(rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn found(file: &str) -> Faults {
        let mut faults = Faults::new();
        let table = crate::register::read("p.csv", file.as_bytes(), &mut faults).unwrap();
        report_strays(&table, Some(0), &mut faults);
        faults
    }

    #[test]
    fn footnotes_and_headings_are_no_people() {
        let faults = found("id,naam,wijk\n1,Jan,Noord\nid,naam,wijk\n* per telefoon,,\n2,,\n3,Els,Zuid\n");
        let rows = |kind| -> Vec<usize> {
            faults.iter().filter(|f| f.kind() == kind).flat_map(|f| f.place.rows.first.clone()).collect()
        };
        assert_eq!(rows(Kind::LoneCell), [4]);
        assert_eq!(rows(Kind::HeadingsAgain), [3]);
        // In a narrow list a single cell is all there is.
        assert_eq!(found("id,naam\n1,\n2,\n").count(Kind::LoneCell), 0);
    }

    #[test]
    fn ids_that_a_spreadsheet_spoiled() {
        for id in ["1,23E+05", "1.2E+11", "5E+03", "#N/B", "#REF!", "#####"] {
            assert!(is_shortened(id), "{id}");
        }
        for id in ["12E", "E+05", "1,2E+", "P-12", "#12", "1E-5", "2E+A", ""] {
            assert!(!is_shortened(id), "{id}");
        }
        assert!(is_date("5-okt") && is_date("2027-03-01") && !is_date("5-12") && !is_date("P-12-2027x"));
    }
}
