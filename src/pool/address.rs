//! Addresses as people type them, and when two are the same. Imports `base`.

use crate::base::text::{blank, fold_heading};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The columns that make up an address, and which of them may be blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// For each column, in the order given, its heading's kind.
    optional: Vec<bool>,
}

/// Headings of what a house number can have behind it, after `fold_heading`: such a cell is blank for
/// most addresses.
const ADDITIONS: &[&str] = &[
    "toevoeging",
    "toev",
    "huisletter",
    "letter",
    "addition",
    "suffix",
    "unit",
    "apartment",
    "appartement",
    "flat",
    "busnummer",
    "bus",
    "zusatz",
];
/// What stands in a cell when somebody did not want to leave it blank, after [`tokens`].
const UNKNOWN: &[&str] =
    &["onbekend", "unknown", "unbekannt", "nvt", "n v t", "n a", "geen", "none", "geheim"];

impl Columns {
    /// From the headings of the columns.
    pub fn new<'a>(headings: impl Iterator<Item = &'a str>) -> Self {
        let mut optional: Vec<bool> = headings.map(is_addition).collect();
        if optional.iter().all(|&o| o) {
            optional.fill(false);
        }
        Self { optional }
    }

    /// The key under which two spellings of an address are the same: letters without accents in lower
    /// case and numbers without leading zeros, in the order of the columns, with one space between them,
    /// whatever stood between them. `1234AB`, `12-a` and `1234 AB`, `12`, `A` are one address.
    ///
    /// `None` when the address is unknown: a cell is blank (or says so) that only a house number's
    /// addition may leave blank.
    pub fn key<'a>(&self, cells: impl Iterator<Item = &'a str>) -> Option<String> {
        let mut all: Vec<String> = Vec::new();
        for (cell, &optional) in cells.zip(&self.optional) {
            let found = if blank(cell) { Vec::new() } else { tokens(cell) };
            let unknown = found.is_empty() || UNKNOWN.contains(&found.join(" ").as_str());
            match (unknown, optional) {
                (true, false) => return None,
                (true, true) => {}
                (false, _) => all.extend(found),
            }
        }
        (!all.is_empty()).then(|| all.join(" "))
    }
}

/// Whether a column is headed as what a house number can have behind it.
fn is_addition(heading: &str) -> bool {
    let key = fold_heading(heading);
    // "Huisnummer en toevoeging" is a house number.
    !key.contains("nummeren") && ADDITIONS.iter().any(|addition| key.ends_with(addition))
}

/// Whether a column is headed as what sets homes of one street or postcode apart: a house number, or what stands behind it.
pub fn sets_apart(heading: &str) -> bool {
    const NUMBERS: &[&str] = &["huisnummer", "huisnr", "housenumber", "housenr", "houseno", "hausnummer"];
    let key = fold_heading(heading);
    is_addition(heading) || NUMBERS.iter().any(|number| key.contains(number))
}

/// Runs of letters and runs of digits.
pub(super) fn tokens(cell: &str) -> Vec<String> {
    // A number that a spreadsheet has written with decimals.
    let cell = cell.trim();
    let whole = cell.split_once(['.', ',']).filter(|(whole, zeros)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        digits(whole) && zeros.bytes().all(|b| b == b'0')
    });
    let cell = whole.map_or(cell, |(whole, _)| whole);
    let mut tokens: Vec<String> = Vec::new();
    let mut last = Kind::Other;
    for c in cell.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        let kind = Kind::of(c);
        if kind != Kind::Other {
            if kind != last {
                tokens.push(String::new());
            }
            if let Some(token) = tokens.last_mut() {
                match plain(c) {
                    Some(letters) => token.push_str(letters),
                    None => token.push(c),
                }
            }
        }
        last = kind;
    }
    for token in &mut tokens {
        let digits = token.trim_start_matches('0');
        if digits.len() < token.len() {
            *token = if digits.is_empty() { "0".into() } else { digits.into() };
        }
    }
    tokens
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Digit,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            _ if c.is_numeric() => Kind::Digit,
            _ if c.is_alphabetic() => Kind::Letter,
            _ => Kind::Other,
        }
    }
}

/// Letters that have no accent to take off but are often typed as others.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Whether two keys are so much alike that a person should look: the same letters and digits in other columns (`1`, `2A`
/// and `12`, `A`); or the same numbers, and letters that differ by a typing mistake or two, or by an addition behind
/// them (`3` and `3 bis`).
pub fn near(a: &str, b: &str) -> bool {
    let together = |key: &str| key.replace(' ', "");
    if together(a) == together(b) {
        return true;
    }
    if numbers(a) != numbers(b) {
        return false;
    }
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let added = long.strip_prefix(short).and_then(|rest| rest.strip_prefix(' '));
    let follows = short.ends_with(char::is_numeric);
    if added.is_some_and(|added| {
        follows && added.chars().count() <= ADDED && added.chars().all(char::is_alphabetic)
    }) {
        return true;
    }
    let letters = |key: &str| key.split(' ').filter(|t| !is_number(t)).collect::<String>();
    let (a, b) = (letters(a), letters(b));
    let longest = a.chars().count().max(b.chars().count());
    let distance = strsim::osa_distance(&a, &b);
    distance <= 2 && distance * 4 <= longest.max(4)
}

/// Letters of an addition to a house number at most, such as `bis` or `hoog`.
const ADDED: usize = 4;

/// The digits of a key, one after the other: near addresses have the same.
pub fn digits(key: &str) -> String {
    key.split(' ').filter(|t| is_number(t)).collect()
}

/// The numbers of a key.
fn numbers(key: &str) -> String {
    key.split(' ').filter(|t| is_number(t)).collect::<Vec<_>>().join(" ")
}

fn is_number(token: &str) -> bool {
    token.starts_with(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(headings: &[&str], cells: &[&str]) -> Option<String> {
        Columns::new(headings.iter().copied()).key(cells.iter().copied())
    }

    #[test]
    fn spellings_of_one_address() {
        let headings = ["postcode", "huisnummer", "toevoeging"];
        let one = key(&headings, &["1234 AB", "12", "A"]);
        assert_eq!(one.as_deref(), Some("1234 ab 12 a"));
        for cells in [
            ["1234AB", "12", "a"],
            [" 1234 ab ", "12-A", ""],
            ["1234-AB", "12 A", " "],
            ["1234AB", "12a", "-"],
            ["1234AB", "012", "A."],
            ["1234 AB", "12.0", "A"],
            ["1234\u{a0}AB", "12,0", "(a)"],
            ["1234AB", "12", "\u{e1}"],
            ["\u{ff11}234AB", "12", "A"],
        ] {
            assert_eq!(key(&headings, &cells), one, "{cells:?}");
        }
        for cells in
            [["1234AB", "12", "B"], ["1234AB", "12", ""], ["1234AB", "1", "2A"], ["1234AC", "12", "A"]]
        {
            assert_ne!(key(&headings, &cells), one, "{cells:?}");
        }
        let one = key(&["adres"], &["Dr. Nolensstraße 7-bis, Sittard-Geleen"]);
        assert_eq!(one, key(&["adres"], &["dr nolensstrasse 7 BIS sittard geleen"]));
        assert_eq!(key(&["straat"], &["Kön\u{69}gsweg 1"]), key(&["straat"], &["Konigsweg 1"]));
    }

    #[test]
    fn a_blank_address_is_unknown() {
        let headings = ["postcode", "huisnummer", "toevoeging"];
        for cells in
            [["", "", ""], ["1234AB", "", ""], ["", "12", "A"], ["1234AB", "onbekend", ""], ["-", "?", "x"]]
        {
            assert_eq!(key(&headings, &cells), None, "{cells:?}");
        }
        assert_eq!(key(&["adres"], &[" \u{feff}"]), None);
        assert_eq!(key(&["adres"], &["n.v.t."]), None);
        // A number with its addition in one column may not be blank, nor may the only column.
        assert_eq!(key(&["postcode", "Huisnummer en toevoeging"], &["1234AB", ""]), None);
        assert_eq!(key(&["flat"], &[""]), None);
    }

    #[test]
    fn near_is_a_slip_and_not_the_neighbour() {
        let k = |cell: &str| key(&["adres"], &[cell]).unwrap();
        assert!(near(&k("Kerkstraat 12"), &k("Kerkstaat 12")));
        assert!(near(&k("1234 AB 12"), &k("1234 AB 12 A")));
        assert!(!near(&k("Kerkstraat 12"), &k("Kerkweg 12")));
        assert!(near(&k("1234 AB 3"), &k("1234 AB 3bis")) && near(&k("1234 AB 3 hoog"), &k("1234 AB 3")));
        assert!(
            !near(&k("1234 AB 3"), &k("1234 AB 3 achterhuis")) && !near(&k("1234 AB 3 1"), &k("1234 AB 3 2"))
        );
        let headings = ["postcode", "huisnummer", "toevoeging"];
        let two = |cells: [&str; 3]| key(&headings, &cells).unwrap();
        let (a, b) = (two(["1234 AB", "1", "2A"]), two(["1234 AB", "12", "A"]));
        assert!(near(&a, &b) && digits(&a) == digits(&b));
        let (a, b) = (two(["1234 AB", "1", "2A"]), two(["1234 AB", "12", "B"]));
        assert!(!near(&a, &b) && digits(&a) == digits(&b));
        assert_ne!(numbers(&k("Kerkstraat 12")), numbers(&k("Kerkstraat 14")));
        assert_eq!(numbers(&k("1234 AB 12-2")), "1234 12 2");
    }
}
