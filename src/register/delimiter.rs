//! Which sign stands between the cells. Imports nothing of ours.

use csv::{ByteRecord, ReaderBuilder};
use std::io::Read;

/// The delimiter of `text`, and `text` without the `sep=` line that some spreadsheets write first
/// and hide when they show the file.
///
/// Each candidate is tried on the first rows with quotation marks honoured. One that gives all of them as many cells wins
/// over one that does not. Else the one with the most columns, weighed by the share of rows that have as many cells as the
/// header, wins; when two do equally well the tab wins over the semicolon and the semicolon over the comma, because commas
/// stand in sentences and decimal numbers.
pub(super) fn detect(text: &str) -> (u8, &str) {
    if let Some(found) = declared(text) {
        return found;
    }
    let signs = candidates(text);
    let exact: Vec<u8> = signs.iter().copied().filter(|&sign| is_exact(text, sign, ROWS)).collect();
    let signs = if exact.is_empty() { signs } else { exact };
    // `max_by_key` keeps the last of several that are equal.
    let best = |score: fn(&str, u8) -> usize| {
        let scored = signs.iter().map(|&sign| (score(text, sign), sign));
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

/// Another sign than the one that was found, which gives every row of the text as many cells too: nothing says which of the
/// two tables is meant.
pub(super) fn rival(text: &str, sign: u8) -> Option<u8> {
    let other = |other: &u8| *other != sign && is_exact(text, *other, ROWS);
    let mut others = candidates(text).into_iter().filter(other).peekable();
    others.peek()?;
    others.find(|&other| [sign, other].into_iter().all(|sign| is_exact(text, sign, usize::MAX)))
}

/// Signs that may stand between cells.
pub(super) const SIGNS: [u8; 3] = [b',', b';', b'\t'];

/// Those without the ones that belong to the words of the headings, where there is one that does not.
fn candidates(text: &str) -> Vec<u8> {
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let divides = |sign: &u8| before_space(headings, *sign) == Some(false);
    let any = SIGNS.iter().any(divides);
    SIGNS.into_iter().filter(|&sign| !any || before_space(headings, sign) != Some(true)).collect()
}

/// Whether a sign stands in headings before a space only, as in a sentence; `None` where it does not stand there.
pub(super) fn before_space(headings: &str, sign: u8) -> Option<bool> {
    let bytes = headings.as_bytes();
    let mut quoted = false;
    let mut found = None;
    for (at, &byte) in bytes.iter().enumerate() {
        quoted ^= byte == b'"';
        if byte == sign && !quoted {
            found = Some(found.unwrap_or(true) && bytes.get(at + 1) == Some(&b' '));
        }
    }
    found
}

/// Whether each of the first rows has as many cells as the headings, which are several.
fn is_exact(text: &str, sign: u8, most: usize) -> bool {
    let mut reader = reader(text.as_bytes(), sign);
    let mut record = ByteRecord::new();
    let (mut columns, mut rows) = (0, 0);
    while rows <= most && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        match rows {
            0 => columns = record.len(),
            _ if record.len() != columns => return false,
            _ => {}
        }
        rows += 1;
    }
    let read = &text.as_bytes()[..reader.position().byte() as usize];
    columns > 1 && rows > 1 && ends_quotes(read, sign)
}

/// Whether each text between quotation marks ends where a cell does. Where another sign stands behind the mark, that one is
/// between the cells.
pub(super) fn ends_quotes(text: &[u8], sign: u8) -> bool {
    let (mut open, mut at_start) = (false, true);
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if open && byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
            open = false;
            if bytes.peek().is_some_and(|&next| next != sign && !matches!(next, b'\r' | b'\n')) {
                return false;
            }
        } else if !open {
            open = byte == b'"' && at_start;
            at_start = byte == sign || matches!(byte, b'\r' | b'\n');
        }
    }
    true
}

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
            ("Opleiding, niveau;Aantal, x 1 000\nBasis, vmbo;12,4\nHavo, mbo;18,1\n", b';'),
            ("Opleiding;Aandeel\nLaag, basis;28,3\nMidden, havo;40,5\n", b';'),
            ("a,b,c;d\n1,2;x\n1,2,3,4,5;x\n", b';'),
            ("naam, voornaam;kern\nJansen, Piet;X;;\nPeters, An;Y\n", b';'),
            ("\"x\";\"a, b\"\n\"An\";\"1,2\"\n", b';'),
            ("\"naam; van\",\"kern\"\n\"Jansen; Piet\",\"X\"\n", b','),
        ] {
            assert_eq!(detect(text), (sign, text), "{text:?}");
            assert_eq!(rival(text, sign), None, "{text:?}");
        }
    }

    #[test]
    fn two_signs_that_give_a_whole_table_each_are_seen() {
        let rival = |text| rival(text, detect(text).0);
        assert_eq!(rival("score,juli;wijk\n7,5;Oost\n8,1;West\n"), Some(b','));
        let rows = |last: &str| format!("score,juli;wijk\n{}{last}\n", "7,5;Oost\n".repeat(200));
        let (alike, other) = (rows("7,5;Oost"), rows("7;Oost"));
        assert_eq!(rival(&alike), Some(b','));
        // A row far below says which it is.
        assert_eq!(rival(&other), None);
        assert_eq!(rival("score,juli;wijk\n"), None);
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
