//! A sheet of a workbook as the reader of registers wants it: one row a line, and lines with the numbers that rows have in the
//! spreadsheet. Imports `base` and `register`.
//!
//! A sheet has a million rows at most, so it may be in memory; a register of text never is.

use super::scan::Bytes;
use crate::base::fault::{Fault, Faults, Kind};
use crate::register::{self, Table};
use std::io;

/// Bytes by which it is told whether a file is a workbook.
const START: u64 = 8192;

/// Whether a file is a workbook that can be read.
///
/// # Errors
/// As the system says.
pub fn is_sheet(file: &dyn Bytes) -> io::Result<bool> {
    let mut start = vec![0; file.size().min(START) as usize];
    file.read_at(0, &mut start)?;
    Ok(register::is_workbook(&start))
}

/// The name of the sheet that is read, and its rows as text; `None` with the reason among `faults`. That a column holds numbers
/// of people is no fault: a register has them, and they go nowhere else.
pub fn text(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<(String, Vec<u8>)> {
    let mut own = Faults::new();
    let table = register::read_any(name, bytes, &mut own);
    let kept = |fault: &&Fault| fault.kind() != Kind::CitizenNumbers;
    own.iter().filter(kept).for_each(|fault| faults.push(fault.what.clone(), fault.place.clone()));
    table.map(|table| (table.name.clone(), lines(&table)))
}

fn lines(table: &Table) -> Vec<u8> {
    let mut text = Vec::new();
    add(&mut text, table.headings.iter().map(String::as_str));
    let mut at = 1;
    for row in table.rows() {
        // Blank rows count in the spreadsheet, and so they do here.
        while at + 1 < row.row {
            text.push(b'\n');
            at += 1;
        }
        add(&mut text, row.cells());
        at += 1;
    }
    text
}

/// Adds a row. A cell of several lines is one text: a row of a register is a line.
fn add<'a>(text: &mut Vec<u8>, cells: impl Iterator<Item = &'a str>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(b';');
        }
        let cell = cell.replace(['\r', '\n'], " ");
        if cell.contains(['"', ';', ',', '\t']) {
            text.push(b'"');
            text.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
            text.push(b'"');
        } else {
            text.extend_from_slice(cell.as_bytes());
        }
    }
    text.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_the_numbers_of_their_rows() {
        let file = "nr,kern\n1,A\n\n\n4,\"B;\nC\"\n";
        let (name, text) = text("f.csv", file.as_bytes(), &mut Faults::new()).unwrap();
        assert_eq!((name.as_str(), text.as_slice()), ("f.csv", &b"nr;kern\n1;A\n\n\n4;\"B; C\"\n"[..]));
    }
}
