//! Citizen service numbers and A-numbers within a free text, such as a remark. Imports `base` and its siblings.

use super::reading::safe_heading;
use super::sensitive::{citizen_number, register_number, says_citizen_number};
use super::table::Table;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::text::{blank, fold_heading};
use std::collections::BTreeMap;
use std::ops::Range;

/// Cells of a table with such numbers in them: by column, the indexes of rows.
type Cells = BTreeMap<usize, Vec<usize>>;

/// So many other numbers of nine digits in a column are ids of some kind, of which one in eleven passes the test.
const MANY: usize = 10;

/// Refuses a list in which a remark holds such a number: nobody may keep it, and it would be frozen with the list.
pub fn report_within(table: &Table, faults: &mut Faults) {
    for (column, rows) in found(table) {
        faults.push(What::CitizenNumberWithin, place(table, column, &rows));
    }
}

/// Puts `#` for the digits of such numbers, wherever they stand in a list. Where that was.
pub(crate) fn mask_within(table: &mut Table) -> Vec<Place> {
    let found = found(table);
    let places = found.iter().map(|(&column, rows)| place(table, column, rows)).collect();
    let cell = |row: usize, column: usize, text: &str| {
        let rows = found.get(&column).filter(|rows| rows.binary_search(&row).is_ok());
        rows.map(|_| masked(text))
    };
    if !found.is_empty() {
        table.rewrite(cell);
    }
    places
}

/// Where they are, by the rows that a spreadsheet shows. What the heading is, is not said where it may be a number itself.
fn place(table: &Table, column: usize, rows: &[usize]) -> Place {
    let rows: Rows = rows.iter().map(|&index| table.row(index).row).collect();
    Place::file(&table.name).column(&safe_heading(table, column)).rows(rows)
}

fn found(table: &Table) -> Cells {
    let own = |column: &usize| !table.is_refused(*column) && !says_citizen_number(&table.headings[*column]);
    let mut found = Cells::new();
    for column in (0..table.headings.len()).filter(own) {
        let rows = of_column(table, column);
        if !rows.is_empty() {
            found.insert(column, rows);
        }
    }
    found
}

/// The rows of a column whose text holds such a number. A column of nothing but numbers is tested as a whole elsewhere.
fn of_column(table: &Table, column: usize) -> Vec<usize> {
    let (mut filled, mut texts, mut others) = (0, 0, 0);
    let (mut sure, mut perhaps, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for index in 0..table.len() {
        let cell = table.cell(index, column);
        if blank(cell) {
            continue;
        }
        filled += 1;
        let text = cell.chars().any(char::is_alphabetic);
        texts += usize::from(text);
        if cell.bytes().filter(u8::is_ascii_digit).count() < 9 {
            continue;
        }
        match (numbers(cell).is_empty(), text) {
            (true, _) => {
                others += usize::from(groups(cell).iter().any(|group| digits(cell, group).len() == 9))
            }
            (false, true) if says(cell) => sure.push(index),
            (false, true) => perhaps.push(index),
            (false, false) => bare.push(index),
        }
    }
    let phones = ["tel", "phone", "mobiel", "mobile", "gsm"];
    let heading = fold_heading(&table.headings[column]);
    if phones.iter().any(|word| heading.starts_with(word)) {
        return sure;
    }
    // A number alone in a column of texts is a remark too.
    if texts * 2 >= filled {
        perhaps.append(&mut bare);
    }
    if others + perhaps.len() < MANY || perhaps.len() * 4 >= others + perhaps.len() {
        sure.append(&mut perhaps);
    }
    sure.sort_unstable();
    sure
}

/// Whether a text says itself that it has such a number.
fn says(cell: &str) -> bool {
    let text = fold_heading(cell);
    ["bsn", "burgerservicenummer", "sofinummer", "anummer"].iter().any(|word| text.contains(word))
}

/// A text with `#` for the digits of such numbers.
fn masked(cell: &str) -> String {
    let ranges = numbers(cell);
    let sign = |(at, c): (usize, char)| match c.is_ascii_digit() && ranges.iter().any(|it| it.contains(&at)) {
        true => '#',
        false => c,
    };
    cell.char_indices().map(sign).collect()
}

/// Where such numbers stand in a text, in bytes: nine digits that pass the eleven-test, or ten that pass those of A-numbers,
/// together or with single spaces, points or hyphens between them. A telephone number or a part of an address is none.
fn numbers(cell: &str) -> Vec<Range<usize>> {
    let groups = groups(cell);
    let gap = |a: &Range<usize>, b: &Range<usize>| &cell[a.end..b.start];
    let joined = |pair: &[Range<usize>]| matches!(gap(&pair[0], &pair[1]), " " | "." | "-" | "\u{a0}");
    let parts = groups.chunk_by(|a, b| joined(&[a.clone(), b.clone()]));
    let mut found = Vec::new();
    for part in parts {
        let [first, .., last] = part else {
            found.extend(part.iter().filter(|it| is_number(cell, it)).cloned());
            continue;
        };
        let whole = first.start..last.end;
        match is_number(cell, &whole) {
            true => found.push(whole),
            false => found.extend(part.iter().filter(|it| is_number(cell, it)).cloned()),
        }
    }
    found
}

fn is_number(cell: &str, at: &Range<usize>) -> bool {
    let before = cell[..at.start].chars().next_back();
    let word = cell[..at.start].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let rest = cell[at.end..].find(char::is_whitespace).map_or(cell.len(), |space| at.end + space);
    let address = cell.get(word..rest).is_some_and(|word| word.contains('@') || word.contains("://"));
    let digits = digits(cell, at);
    if before == Some('+') || address {
        return false;
    }
    match digits.len() {
        9 => (!digits.starts_with('0') || says(cell)) && citizen_number(&digits).is_some(),
        // An account number has letters and digits in front of its last ten.
        10 => before.is_none_or(|c| !c.is_alphanumeric()) && register_number(&digits).is_some(),
        _ => false,
    }
}

fn digits(cell: &str, at: &Range<usize>) -> String {
    cell[at.clone()].chars().filter(char::is_ascii_digit).collect()
}

/// Digits that stand together.
fn groups(cell: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in cell.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        match groups.last_mut().filter(|group| group.end == at) {
            Some(group) => group.end = at + 1,
            None => groups.push(at..at + 1),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::read;

    fn rows(heading: &str, cells: &[&str]) -> Vec<usize> {
        let lines: String = cells.iter().map(|cell| format!("x,\"{cell}\"\n")).collect();
        let table = read("p.csv", format!("id,{heading}\n{lines}").as_bytes(), &mut Faults::new()).unwrap();
        of_column(&table, 1)
    }

    #[test]
    fn numbers_in_a_remark_are_found_and_masked() {
        for (cell, wanted) in [
            ("BSN 111222333, belt terug", "BSN #########, belt terug"),
            ("bsn:123456782", "bsn:#########"),
            ("is 1234.56.782", "is ####.##.###"),
            ("op 12-03-2027 111222333 gemeld", "op 12-03-2027 ######### gemeld"),
            ("bsn 012345672", "bsn #########"),
        ] {
            assert_eq!(masked(cell), wanted);
            assert_eq!(rows("opmerking", &["geen", cell]), [1], "{cell}");
        }
        assert_eq!(rows("opmerking", &["komt later", "111222333", "geen"]), [1], "alone among texts");
    }

    #[test]
    fn telephone_numbers_dates_and_ids_are_none() {
        for cell in [
            "bel 06-12345678",
            "+31 6 12345678",
            "NL91ABNA0417164300",
            "x111222333@voorbeeld.nl",
            "nr 123456789",
        ] {
            assert_eq!(rows("opmerking", &[cell, "geen"]), [0; 0], "{cell}");
        }
        assert_eq!(rows("nummer", &["111222333", "123456789", "123456788"]), [0; 0], "a column of numbers");
        assert_eq!(rows("telefoon", &["111222333 (werk)"]), [0; 0]);
        // One in eleven of the numbers of an office passes.
        let ids: Vec<String> = (111_222_300..111_222_360).map(|n: u32| format!("P{n}")).collect();
        assert_eq!(rows("kenmerk", &ids.iter().map(String::as_str).collect::<Vec<_>>()), [0; 0]);
    }
}
