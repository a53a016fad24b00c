//! Files of which somebody says how they are laid out. Imports `base` and its siblings.

use super::reading::{Part, empty_lines, from_any_text};
use super::table::Table;
use super::{decode, delimiter, lone};
use crate::base::fault::{Faults, Place, What};
use csv::ByteRecord;
use std::borrow::Cow;

/// How a file is laid out, as far as that is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The sign between cells.
    pub separator: Option<u8>,
    /// The row with the headings, as a spreadsheet numbers it. What stands above is not read.
    pub heading_row: Option<usize>,
}

/// Reads a file as [`super::read_any`] does, by what is said of its layout. Bytes that are given away are not in memory
/// beside the table.
pub fn read_as<'a>(
    name: &str,
    bytes: impl Into<Cow<'a, [u8]>>,
    layout: Layout,
    faults: &mut Faults,
) -> Option<Table> {
    let decode::Decoded { name, text } = decode::text(name, bytes.into(), faults)?;
    let declared = delimiter::declared(&text);
    let part = layout.heading_row.map_or(text.as_str(), |row| below(&text, row));
    let (found, rest) = declared.unwrap_or_else(|| (delimiter::detect(part).0, &text));
    let said = layout.separator.is_some() || declared.is_some();
    if let Some(other) = delimiter::rival(part, found).filter(|_| !said) {
        faults.push(What::SignUnclear { signs: (found, other) }, Place::file(&name));
        return None;
    }
    let separator = layout.separator.unwrap_or(found);
    let from = text.len() - rest.len();
    let (start, above) = match layout.heading_row.filter(|&row| row > 1) {
        None => (0, 0),
        Some(row) => (start_of(rest, separator, row), row - 1),
    };
    let mut own = Faults::new();
    let table = from_any_text(&name, Part { from: from + start, text, above }, separator, &mut own);
    // Nothing can be found in a row that is one cell, unless somebody says that it is to be one.
    if let Some(sign) = table.as_ref().filter(|_| layout.separator.is_none()).and_then(lone::sign) {
        faults.push(What::OneCell { sign }, Place::file(&name));
        return None;
    }
    faults.append(own);
    table
}

/// The text from a line on, counted from 1, whatever is between quotation marks above it.
fn below(text: &str, line: usize) -> &str {
    text.match_indices('\n').nth(line.saturating_sub(2)).map_or(text, |(at, _)| &text[at + 1..])
}

/// Where a row begins, in bytes; the end where there are not so many.
fn start_of(text: &str, separator: u8, wanted: usize) -> usize {
    let mut reader = delimiter::reader(text.as_bytes(), separator);
    let mut record = ByteRecord::new();
    let mut row = 0;
    loop {
        let from = reader.position().byte() as usize;
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            return text.len();
        }
        let to = reader.position().byte() as usize;
        row += empty_lines(&text.as_bytes()[..to], from) + 1;
        if row >= wanted {
            // The line endings before the row are not of it.
            let lines = text[from..to].bytes().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            return from + lines;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    #[test]
    fn rows_keep_their_numbers_below_what_is_not_read() {
        for end in ["\n", "\r\n"] {
            let text = "Aanmeldingen, alle; export\n\n\"twee\nregels\"\nid;naam\n1;Jansen, P\n\n2;x\n"
                .replace('\n', end);
            let layout = Layout { separator: None, heading_row: Some(4) };
            let table = read_as("f.csv", text.as_bytes(), layout, &mut Faults::new()).unwrap();
            let rows: Vec<(usize, &str)> = table.rows().map(|row| (row.row, row.cell(1))).collect();
            assert_eq!(
                (table.headings.as_slice(), rows),
                (&["id".into(), "naam".into()][..], vec![(5, "Jansen, P"), (7, "x")])
            );
        }
    }

    #[test]
    fn the_sign_that_is_said_is_taken() {
        let layout = Layout { separator: Some(b'|'), heading_row: None };
        let table = read_as("f.csv", b"a;b|c\n1|2\n".as_slice(), layout, &mut Faults::new()).unwrap();
        assert_eq!(table.headings, ["a;b", "c"]);
    }

    #[test]
    fn rows_that_are_one_cell_are_told_where_no_sign_is_said() {
        let text = "Register van Vlissingen\nid|naam\n1|An\n2|Bo\n";
        let read = |separator, heading_row| {
            let mut faults = Faults::new();
            let layout = Layout { separator, heading_row };
            let width =
                read_as("f.csv", text.as_bytes(), layout, &mut faults).map(|table| table.headings.len());
            (width, faults.count(Kind::OneCell))
        };
        assert_eq!(read(None, Some(2)), (None, 1));
        assert_eq!(read(Some(b'|'), Some(2)), (Some(2), 0));
        // A title above does not hide it.
        assert_eq!(read(None, None), (None, 1));
    }
}
