//! Reading a file as a table. Imports `base` and its siblings.

use super::swallow::Alike;
use super::table::Table;
use super::{decode, delimiter, lone, sensitive, swallow, title};
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{Ends, Texts, blank, tidy};
use csv::ByteRecord;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Read;

/// Columns that a spreadsheet shows at most.
const MOST_COLUMNS: usize = 16_384;
/// Rows of a title above the headings at most, blank ones not counted.
const MOST_TITLES: usize = 40;
/// Cells that may be missing from short rows.
const MOST_PADDED: usize = 10_000_000;

/// Reads a file generously: `,` `;` or tab; UTF-8, UTF-16 or Windows-1252; any line ending; quoted
/// line breaks; blank rows; a `sep=;` line; or a sheet of a workbook (.xlsx, .xls, .ods). A column without heading
/// and cells is left out; a column of Dutch citizen service numbers is refused. A title above the headings is refused too,
/// with the row in which they stand.
///
/// Of a workbook with cells on several sheets the name says which one: `pool.xlsx [Sheet1]`, see
/// [`super::with_sheet`].
///
/// `None` when there is no table in the file, with the reason among `faults`. A table may come with
/// faults that stop the work: go on to collect more of them, then ask [`Faults::stop`].
pub fn read(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Table> {
    let table = read_any(name, bytes, faults)?;
    if table.is_empty() {
        faults.push(What::HeaderOnly, Place::file(&table.name));
    }
    Some(table)
}

/// The same of a register of a population, or a list of its people: numbers of the population register (A-numbers) are what
/// people are known by there, as in [`invite`](crate::invite), and are not refused. Citizen service numbers are.
pub fn read_register(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Table> {
    let mut own = Faults::new();
    let mut table = read(name, bytes, &mut own);
    let mut allowed: Vec<String> = Vec::new();
    if let Some(table) = &mut table {
        let numbers = sensitive::register_numbers(table);
        allowed = numbers.iter().map(|&column| safe_heading(table, column)).collect();
        table.refused.retain(|column| !numbers.contains(column));
    }
    for fault in own.iter() {
        let column = fault.place.column.as_ref();
        let kept =
            fault.what != What::CitizenNumbers || column.is_none_or(|column| !allowed.contains(column));
        if kept {
            faults.push(fault.what.clone(), fault.place.clone());
        }
    }
    table
}

/// The same, of a file that may have headings and no rows.
pub fn read_any(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Table> {
    let decode::Decoded { name, text } = decode::text(name, Cow::Borrowed(bytes), faults)?;
    let (delimiter, rest) = delimiter::detect(&text);
    let from = text.len() - rest.len();
    if from == 0
        && let Some(other) = delimiter::rival(&text, delimiter)
    {
        faults.push(What::SignUnclear { signs: (delimiter, other) }, Place::file(&name));
        return None;
    }
    let mut found = Faults::new();
    let table = from_any_text(&name, Part { text, from, above: 0 }, delimiter, &mut found);
    // What is wrong with rows below a title is all of one making.
    if let Some((row, headings)) = table.as_ref().and_then(title::headings_below) {
        faults.push(What::HeadingsLower { row, headings }, Place::file(&name));
        return None;
    }
    // Nothing can be found in a row that is one cell.
    if let Some(sign) = table.as_ref().and_then(lone::sign) {
        faults.push(What::OneCell { sign }, Place::file(&name));
        return None;
    }
    faults.append(found);
    table
}

/// The second half of [`read`]: text whose delimiter is known.
pub(super) fn from_text(name: &str, text: String, delimiter: u8, faults: &mut Faults) -> Option<Table> {
    let table = from_any_text(name, Part { text, from: 0, above: 0 }, delimiter, faults)?;
    if table.is_empty() {
        faults.push(What::HeaderOnly, Place::file(name));
    }
    Some(table)
}

/// The text of a file from somewhere on.
pub(super) struct Part {
    pub text: String,
    /// Where the table starts, in bytes.
    pub from: usize,
    /// Rows above that.
    pub above: usize,
}

pub(super) fn from_any_text(name: &str, part: Part, delimiter: u8, faults: &mut Faults) -> Option<Table> {
    let mut table = drop_unused(parse(name, part, delimiter, faults)?);
    for column in (0..table.headings.len()).filter(|&c| table.headings[c].is_empty()) {
        faults.push(What::BlankHeading { letters: table.letters(column) }, Place::file(name));
    }
    table.refused = sensitive::citizen_numbers(&table);
    for &column in &table.refused {
        faults.push(What::CitizenNumbers, Place::file(name).column(&safe_heading(&table, column)));
    }
    for (column, rows) in sensitive::spoiled(&table) {
        faults.push(What::ErrorCells, Place::file(name).column(&safe_heading(&table, column)).rows(rows));
    }
    for (column, rows) in sensitive::formulas(&table) {
        faults.push(What::Formulas, Place::file(name).column(&safe_heading(&table, column)).rows(rows));
    }
    Some(table)
}

/// Gives a text from somewhere on, of which what was given may be written over.
struct Feed<'a> {
    text: &'a RefCell<Vec<u8>>,
    at: usize,
}

impl Read for Feed<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.text.borrow().get(self.at..).unwrap_or_default().read(into)?;
        self.at += count;
        Ok(count)
    }
}

/// The cells are kept where the text stands, so that a large file is in memory once: without signs between them they are
/// never longer than what was read.
fn parse(name: &str, part: Part, delimiter: u8, faults: &mut Faults) -> Option<Table> {
    let Part { text, from, above } = part;
    let (size, text) = (text.len() - from, RefCell::new(text.into_bytes()));
    let mut reader = delimiter::reader(Feed { text: &text, at: from }, delimiter);
    let mut record = ByteRecord::new();
    let mut headings: Option<Vec<String>> = None;
    let (mut written, mut ends, mut rows) = (0, Ends::default(), Vec::new());
    let (mut short, mut broken, mut taken) = (Vec::new(), Vec::new(), Vec::new());
    let (mut lengths, mut perhaps, mut head) = (BTreeMap::new(), Vec::new(), (0, Vec::new()));
    let mut start_rows = Vec::new();
    let (mut blanks, mut swallowed) = (Rows::default(), Vec::new());
    let (mut skipped, mut open) = (Rows::default(), false);
    let mut row = above;
    loop {
        let start = reader.position().byte() as usize;
        if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
            break;
        }
        let end = reader.position().byte() as usize;
        let empty = {
            let text = text.borrow();
            let read = &text[from..from + end];
            // A quotation mark that is open takes in all that is left.
            open = end == size && ends_inside_quotes(&read[start..], delimiter);
            empty_lines(read, start)
        };
        (row + 1..=row + empty).for_each(|row| skipped.push(row));
        row += empty + 1;
        if record.iter().all(|cell| std::str::from_utf8(cell).is_ok_and(blank)) {
            skipped.push(row);
            continue;
        }
        let Some(headings) = &headings else {
            headings = Some(record.iter().map(|cell| tidy(&String::from_utf8_lossy(cell))).collect());
            skipped = Rows::default();
            head = (row, swallow::lengths(&record, delimiter));
            if record.len() > MOST_COLUMNS {
                return too_large(name, faults);
            }
            continue;
        };
        blanks.append(std::mem::take(&mut skipped));
        let index = u32::try_from(rows.len()).ok()?;
        if record.len() < headings.len() {
            short.push(index);
        } else if record.iter().skip(headings.len()).any(|cell| !std::str::from_utf8(cell).is_ok_and(blank)) {
            broken.push(index);
        }
        if record.as_slice().iter().any(|b| matches!(b, b'\n' | b'\r')) {
            let alike = swallow::alike(&record, delimiter);
            if alike == Some(Alike::Surely) || swallow::takes_rows_in(&record, delimiter, headings.len()) {
                taken.push(row);
            } else {
                perhaps.extend(swallow::lengths(&record, delimiter).into_iter().map(|length| (length, row)));
                let holds = |cell| swallow::holds_rows(cell, delimiter, headings.len());
                if alike.is_some() || record.iter().any(holds) {
                    swallowed.push(row);
                }
            }
        } else {
            *lengths.entry(swallow::length(&record)).or_insert(0) += 1;
        }
        if start_rows.len() < MOST_TITLES {
            start_rows.push((row, record.iter().map(|cell| tidy(&String::from_utf8_lossy(cell))).collect()));
        }
        let mut cells = text.borrow_mut();
        for column in 0..headings.len() {
            let cell = record.get(column).unwrap_or_default();
            cells[written..written + cell.len()].copy_from_slice(cell);
            written += cell.len();
            if !ends.push(written) {
                return too_large(name, faults);
            }
        }
        rows.push(u32::try_from(row).ok()?);
        // Short rows below a wide header could fill the memory with cells that are not there.
        if ends.len() > size + MOST_PADDED {
            return too_large(name, faults);
        }
    }
    let Some(headings) = headings else {
        // Nothing but delimiters.
        faults.push(What::EmptyFile, Place::file(name));
        return None;
    };
    let place = || Place::file(name);
    // How long most rows are, whatever the headings are.
    let most = lengths.into_iter().max_by_key(|&(length, rows): &(usize, usize)| (rows, length));
    let most = most.map_or(0, |(length, _)| length);
    if head.1.contains(&most) {
        // Which columns there are cannot be said.
        faults.push(What::RowsTakenIn, place().row(head.0));
        return None;
    }
    let found: Vec<usize> =
        perhaps.iter().filter(|(length, _)| *length == most).map(|&(_, row)| row).collect();
    swallowed.retain(|row| !found.contains(row));
    taken.extend(found);
    taken.sort_unstable();
    let numbers = |indexes: &[u32]| indexes.iter().map(|&i| rows[i as usize] as usize).collect::<Rows>();
    if !broken.is_empty() {
        faults.push(What::TooManyCells { headings: headings.len() }, place().rows(numbers(&broken)));
    }
    if open {
        faults.push(What::UnclosedQuote, place().row(row));
        swallowed.pop_if(|last| *last == row);
        // The rows behind an open mark are said to be missing already.
        taken.pop_if(|last| *last == row);
        // Says it all for the last row; in a header nothing is below it.
        if let Some(index) = rows.len().checked_sub(1).and_then(|index| u32::try_from(index).ok()) {
            short.pop_if(|i| *i == index);
            broken.pop_if(|i| *i == index);
            broken.push(index);
        }
    }
    if !short.is_empty() {
        faults.push(What::TooFewCells { headings: headings.len() }, place().rows(numbers(&short)));
    }
    if !taken.is_empty() {
        faults.push(What::RowsTakenIn, place().rows(taken.into_iter().collect()));
    }
    if !swallowed.is_empty() {
        faults.push(What::RowsInOneCell, place().rows(swallowed.into_iter().collect()));
    }
    if blanks.count() > 0 {
        faults.push(What::BlankRows, place().rows(blanks));
    }
    // Delimiters and quotation marks are ASCII, so cells of valid text are valid text.
    drop(reader);
    let mut cells = text.into_inner();
    cells.truncate(written);
    cells.shrink_to_fit();
    let cells = Texts::from_parts(String::from_utf8(cells).ok()?, ends)?;
    Some(Table {
        name: name.to_owned(),
        headings,
        places: Vec::new(),
        cells,
        rows,
        refused: Vec::new(),
        short,
        broken,
        start: start_rows,
    })
}

fn too_large(name: &str, faults: &mut Faults) -> Option<Table> {
    faults.push(What::TooLarge, Place::file(name));
    None
}

/// Lines without any character between the end of one record and the text of the next, which the
/// CSV library skips and a spreadsheet shows.
pub(super) fn empty_lines(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    // The library ends a record at the first sign of a line ending of two.
    if start > 0 && bytes[start - 1] == b'\r' && bytes.get(start) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0;
    while let Some(b'\r' | b'\n') = bytes.get(at) {
        at += if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 };
        lines += 1;
    }
    lines
}

/// Whether a record ends while a quotation mark is open.
fn ends_inside_quotes(record: &[u8], delimiter: u8) -> bool {
    let (mut open, mut at_start) = (false, true);
    let mut bytes = record.iter().copied().skip_while(|b| matches!(b, b'\r' | b'\n')).peekable();
    while let Some(byte) = bytes.next() {
        if open {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                open = false;
            }
        } else {
            open = byte == b'"' && at_start;
            at_start = byte == delimiter;
        }
    }
    open
}

/// The table without columns that have neither heading nor cells: spreadsheets leave them behind.
fn drop_unused(table: Table) -> Table {
    let unused = |&c: &usize| table.headings[c].is_empty() && table.rows().all(|row| blank(row.cell(c)));
    let columns: Vec<usize> = (0..table.headings.len()).filter(|c| !unused(c)).collect();
    if columns.len() == table.headings.len() {
        return table;
    }
    let mut cells = Texts::new();
    for row in table.rows() {
        for &column in &columns {
            // A part of a list that fits, fits.
            let _ = cells.push(row.cell(column));
        }
    }
    let headings = columns.iter().map(|&c| table.headings[c].clone()).collect();
    Table { headings, cells, places: columns, ..table }
}

/// The heading, or the column's letters when there is none or it is no heading but a number itself.
pub(super) fn safe_heading(table: &Table, column: usize) -> String {
    match table.headings[column].as_str() {
        heading if heading.is_empty() || heading.chars().any(|c| c.is_ascii_digit()) => table.letters(column),
        heading => heading.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;

    fn table(text: &str) -> (Table, Faults) {
        let mut faults = Faults::new();
        let table = read("f.csv", text.as_bytes(), &mut faults).expect("a table");
        (table, faults)
    }

    /// Row numbers and cells.
    fn rows(table: &Table) -> Vec<(usize, Vec<&str>)> {
        table.rows().map(|row| (row.row, row.cells().collect())).collect()
    }

    /// Rows named by the only fault of this kind.
    fn fault_rows(faults: &Faults, kind: Kind) -> Vec<usize> {
        let mut found = faults.iter().filter(|fault| fault.kind() == kind);
        let rows = found.next().map(|fault| fault.place.rows.first.clone());
        assert!(found.next().is_none());
        rows.unwrap_or_default()
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = "a,b\n1,2\n\n\"3\n\nx\",4\n,\n  \n5,6\n\n\n,\n".replace('\n', end);
            let (table, faults) = table(&text);
            let quoted = "3\n\nx".replace('\n', end);
            let expected = vec![(2, vec!["1", "2"]), (4, vec![quoted.as_str(), "4"]), (7, vec!["5", "6"])];
            assert_eq!(rows(&table), expected, "{end:?}");
            assert_eq!(fault_rows(&faults, Kind::BlankRows), [3, 5, 6], "blank rows at the end are not told");
        }
    }

    #[test]
    fn blank_rows_above_the_header_count() {
        let (table, faults) = table("\r\n\r\n;;\r\na;b;\r\n1;2;\r\n");
        assert_eq!(
            (table.headings.as_slice(), rows(&table)),
            (&["a".into(), "b".into()][..], vec![(5, vec!["1", "2"])])
        );
        assert!(faults.is_empty(), "{faults:?}");
    }

    #[test]
    fn the_line_that_names_the_sign_is_no_row() {
        let (table, _) = table("sep=;\r\na;b\r\n1,5;2\r\n");
        assert_eq!(rows(&table), [(2, vec!["1,5", "2"])]);
    }

    #[test]
    fn headings_are_tidied_and_cells_are_kept() {
        let (table, _) = table("\u{feff}\"First\n name \" , \u{feff}B \n 007 , x \n");
        assert_eq!(table.headings, ["First name", "B"]);
    }

    #[test]
    fn cells_are_kept_as_written() {
        let (table, _) = table("a,b\n 007 ,\"say \"\"x\"\"\"\n");
        assert_eq!(rows(&table), [(2, vec![" 007 ", "say \"x\""])]);
        assert_eq!((table.columns(" A"), table.columns("c"), table.columns("")), (vec![0], vec![], vec![]));
    }

    #[test]
    fn columns_that_a_spreadsheet_left_behind_are_dropped() {
        let (table, faults) = table("a,,b,,\n1,,2,,\n3,,4,,,,\n");
        assert_eq!(table.headings, ["a", "b"]);
        assert_eq!(rows(&table), [(2, vec!["1", "2"]), (3, vec!["3", "4"])]);
        assert!(faults.is_empty());
    }

    #[test]
    fn rows_of_another_length_are_named() {
        let (table, faults) = table("a,b,c\n1,2,3\n1\n1,2,3,4\n1,2\n");
        assert_eq!(
            rows(&table)[1..],
            [(3, vec!["1", "", ""]), (4, vec!["1", "2", "3"]), (5, vec!["1", "2", ""])]
        );
        assert_eq!(fault_rows(&faults, Kind::TooFewCells), [3, 5]);
        assert_eq!(fault_rows(&faults, Kind::TooManyCells), [4]);
    }

    #[test]
    fn a_quotation_mark_that_never_closes() {
        for text in ["a,b\n1,\"x\n2,y\n", "a,b\n1,\"x\n2,\"\"y\n", "a,b\n\r\n1,\"", "a,b\n0,0\n1,\"x\"\"\n"] {
            assert_eq!(table(text).1.count(Kind::UnclosedQuote), 1, "{text:?}");
        }
        for text in
            ["a,b\n1,\"x\n2,y\"\n", "a,b\n1,5\" pipe\n", "a,b\n1,\"x\"\"\"", "a,b\n1,\"\"", "a,b\n1,x\"\n"]
        {
            assert_eq!(table(text).1.count(Kind::UnclosedQuote), 0, "{text:?}");
        }
        assert_eq!(fault_rows(&table("a,b\n1,2\n\n3,\"x\n4,5\n").1, Kind::UnclosedQuote), [4]);
    }

    #[test]
    fn a_wide_header_above_many_short_rows_does_not_fill_the_memory() {
        let mut faults = Faults::new();
        let header = vec!["a"; 16_000].join(",");
        assert!(
            read("f.csv", format!("{header}\n{}", "x\n".repeat(10_000)).as_bytes(), &mut faults).is_none()
        );
        assert_eq!(faults.count(Kind::TooLarge), 1);
        let mut faults = Faults::new();
        assert!(read("f.csv", vec!["a"; 16_385].join(",").as_bytes(), &mut faults).is_none());
        assert_eq!(faults.count(Kind::TooLarge), 1);
    }
}
