//! Which sign stands between the cells. Imports nothing of ours.

use csv::{ByteRecord, ReaderBuilder};
use std::io::Read;

/// The delimiter of `text`, and `text` without the `sep=` line that some spreadsheets write first
/// and hide when they show the file.
///
/// Each candidate is tried on the first rows with quotation marks honoured. The one with the most
/// columns, weighed by the share of rows that have as many cells as the header, wins; when two do
/// equally well the tab wins over the semicolon and the semicolon over the comma, because commas
/// stand in sentences and decimal numbers.
pub(super) fn detect(text: &str) -> (u8, &str) {
    if let Some(found) = declared(text) {
        return found;
    }
    // `max_by_key` keeps the last of several that are equal.
    let best = |score: fn(&str, u8) -> usize| {
        let scored = SIGNS.into_iter().map(|sign| (score(text, sign), sign));
        scored.max_by_key(|(score, _)| *score).unwrap_or((0, b','))
    };
    // Where few rows are like the first, that may be a title, and most rows say better.
    let (score, sign) = best(score);
    let (most, other) = best(most_alike);
    match titled(text, sign) && score > 0 || score == 0 {
        true if most > 0 => (other, text),
        _ => (sign, text),
    }
}

const SIGNS: [u8; 3] = [b',', b';', b'\t'];

/// Whether hardly any of the first rows have as many cells as the very first.
fn titled(text: &str, delimiter: u8) -> bool {
    let widths = widths(text, delimiter);
    let alike = widths.iter().skip(1).filter(|&&width| width == widths[0]).count();
    widths.len() > 3 && alike * 5 < widths.len()
}

/// Cells of each of the first rows.
fn widths(text: &str, delimiter: u8) -> Vec<usize> {
    let mut reader = reader(text.as_bytes(), delimiter);
    let mut record = ByteRecord::new();
    let mut widths = Vec::new();
    while widths.len() <= ROWS && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        widths.push(record.len());
    }
    widths
}

/// The number of cells that more than half of the first rows have, weighed by how many have it; 0 if it is 1.
fn most_alike(text: &str, delimiter: u8) -> usize {
    let widths = widths(text, delimiter);
    let most = widths.iter().map(|width| (widths.iter().filter(|w| w == &width).count(), *width)).max();
    match most {
        Some((rows, width)) if width > 1 && rows * 2 > widths.len() => {
            width * (1 + rows * 1000 / widths.len())
        }
        _ => 0,
    }
}

/// A reader with the settings that every file is read with.
pub(super) fn reader<R: Read>(text: R, delimiter: u8) -> csv::Reader<R> {
    ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text)
}

/// Rows looked at.
const ROWS: usize = 100;

/// The delimiter that a first line `sep=;` declares, and the text below that line.
pub(super) fn declared(text: &str) -> Option<(u8, &str)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim().trim_matches('"');
    let sign = line.get(..4).filter(|s| s.eq_ignore_ascii_case("sep=")).and(line.get(4..))?;
    let rest = text[end..].strip_prefix("\r\n").or(text[end..].strip_prefix(['\r', '\n'])).unwrap_or("");
    match sign.as_bytes() {
        // A tab after the sign is trimmed away with the spaces around the line.
        [] => Some((b'\t', rest)),
        [sign @ (b',' | b';' | b'|' | b'\t')] => Some((*sign, rest)),
        _ => None,
    }
}

fn score(text: &str, delimiter: u8) -> usize {
    let mut reader = reader(text.as_bytes(), delimiter);
    let mut record = ByteRecord::new();
    let (mut columns, mut rows, mut alike) = (0, 0, 0);
    while rows < ROWS && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        if columns == 0 {
            columns = record.len();
            continue;
        }
        rows += 1;
        alike += usize::from(record.len() == columns);
    }
    if columns < 2 { 0 } else { columns * (1 + alike * 1000 / rows.max(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_sign_that_makes_a_table() {
        for (text, sign) in [
            ("a,b\n1,2\n", b','),
            ("a;b\n1;2\n", b';'),
            ("a\tb\n1\t2\n", b'\t'),
            ("naam;score;kern\nJ;1,5;X\nK;2,5;Y\n", b';'),
            ("naam, voornaam;kern\nJansen, Piet;X\nPeters, An;Y\n", b';'),
            ("a,b,c,d\n1,x;y,3,4\n2,x;z,3,4\n", b','),
            ("\"a;b\",c\n\"1;2\",3\n", b','),
            ("\"a\nb;c;d\",e\n1,2\n", b','),
            ("one column\nx\n", b'\t'),
            ("Aanmeldingen, export van 12 maart\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", b';'),
            ("Aanmeldingen\na,b,c\n1,2,3\n4,5,6\n", b','),
            ("", b'\t'),
        ] {
            assert_eq!(detect(text), (sign, text), "{text:?}");
        }
    }

    #[test]
    fn a_declared_sign_is_believed_and_its_line_left_out() {
        assert_eq!(detect("sep=;\r\na,b;c\r\n"), (b';', "a,b;c\r\n"));
        assert_eq!(detect("SEP=,\na;b,c"), (b',', "a;b,c"));
        assert_eq!(detect("\"sep=|\"\na|b"), (b'|', "a|b"));
        assert_eq!(detect("sep=\t\na\tb"), (b'\t', "a\tb"));
        assert_eq!(detect("sep=;"), (b';', ""));
        assert_eq!(detect("separate,b\n"), (b',', "separate,b\n"));
    }
}
