//! Ids and rows that are not what they seem: numbers that a spreadsheet shortened, ids that became dates, rows
//! that are the total of the others. Imports `base`, `register` and its siblings.

use super::dates;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{fold, is_total};
use crate::register::{Table, is_error};

/// Reports ids that cannot be ids any more. `ids` has the cell of each row of the table, without spaces around it.
pub(super) fn report_ids(table: &Table, column: usize, ids: &[&str], faults: &mut Faults) {
    let rows = |so: &dyn Fn(&str) -> bool| -> Rows {
        let found = ids.iter().enumerate().filter(|(_, id)| so(id));
        found.map(|(index, _)| table.row(index).row).collect()
    };
    let dates = rows(&is_date);
    // Where every id is a date, it is what the organiser chose.
    let dates = if dates.count() < ids.len() { dates } else { Rows::default() };
    for (what, rows) in [(What::IdsShortened, rows(&is_shortened)), (What::IdsAsDates, dates)] {
        if rows.count() > 0 {
            faults.push(what, Place::file(&table.name).column(&table.headings[column]).rows(rows));
        }
    }
}

/// Whether a cell holds a number as a spreadsheet shows one that is too long for its column (1,23E+05), or an
/// error in its place.
fn is_shortened(cell: &str) -> bool {
    let number = |text: &str| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        text.split_once([',', '.']).map_or(digits(text), |(whole, rest)| digits(whole) && digits(rest))
    };
    let power = cell.split_once("E+").or_else(|| cell.split_once("e+"));
    let shortened = |(start, power): (&str, &str)| {
        number(start) && !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit())
    };
    power.is_some_and(shortened) || is_error(cell) || cell.len() > 2 && cell.bytes().all(|b| b == b'#')
}

fn is_date(cell: &str) -> bool {
    cell.len() < 20 && !dates::ranges(cell).is_empty()
}

/// Reports rows whose first cell that is filled says that they are a total.
pub(super) fn report_totals(table: &Table, faults: &mut Faults) {
    let first = |index: usize| {
        let cells = (0..table.headings.len()).map(|column| table.cell(index, column).trim());
        cells.into_iter().find(|cell| !cell.is_empty())
    };
    let total = |index: &usize| first(*index).is_some_and(|cell| cell.len() < 20 && is_total(&fold(cell)));
    let rows: Rows = (0..table.len()).filter(total).map(|index| table.row(index).row).collect();
    if rows.count() > 0 {
        faults.push(What::TotalRow, Place::file(&table.name).rows(rows));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
