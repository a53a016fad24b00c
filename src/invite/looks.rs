//! How a register looks as a whole: its keys, what stands in the column of confidentiality, its dates. Imports `register` and its
//! siblings.

use super::wrong::What;
use crate::register::{is_shortened, unwrapped};
use std::collections::BTreeMap;

/// What stands in the column of confidentiality, and how often. Of a column with many kinds of cells, or long ones, nothing is
/// kept: it is another column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    values: BTreeMap<Vec<u8>, u64>,
    others: u64,
}

impl Flags {
    const MOST: usize = 12;
    const LONGEST: usize = 12;

    pub(super) fn add(&mut self, cell: &[u8], count: u64) {
        let room = self.values.len() < Self::MOST && cell.len() <= Self::LONGEST;
        match self.values.get_mut(cell) {
            Some(known) => *known += count,
            None if room => drop(self.values.insert(cell.to_vec(), count)),
            None => self.others += count,
        }
    }

    /// Takes those of another in.
    pub fn join(&mut self, other: &Self) {
        other.values.iter().for_each(|(cell, count)| self.add(cell, *count));
        self.others += other.others;
    }

    /// Each value with how many rows have it; nothing where it is no column of flags.
    pub fn told(&self) -> Vec<(String, u64)> {
        let told = |(cell, count): (&Vec<u8>, &u64)| (String::from_utf8_lossy(cell).into_owned(), *count);
        if self.others > 0 { Vec::new() } else { self.values.iter().map(told).collect() }
    }

    /// Whether something stands there that is no digit, as registers have them.
    #[cfg(test)]
    fn odd(&self) -> bool {
        self.others > 0 || !self.values.keys().all(|cell| Self::digit(cell))
    }

    /// Whether a cell is one digit, as registers have them.
    pub(super) fn digit(cell: &[u8]) -> bool {
        matches!(cell, [digit] if digit.is_ascii_digit())
    }
}

/// How the dates of a register lie to the day on which people must have the age.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// Rows with a date in the ten years before that day, or shortly after it.
    pub near: u64,
    /// Rows with a date more than a year after it.
    pub after: u64,
}

impl Days {
    pub(super) fn add(&mut self, reference: u32, date: u32) {
        let (from, to) = (reference.saturating_sub(100_000), reference + 10_000);
        self.near += u64::from((from..=to).contains(&date));
        self.after += u64::from(date > to);
    }

    /// Whether a date is more than a year after that day.
    pub(super) fn after(reference: u32, date: u32) -> bool {
        date > reference + 10_000
    }

    /// Takes those of another in.
    pub fn join(&mut self, other: Self) {
        self.near += other.near;
        self.after += other.after;
    }
}

/// Digits of a key at most that are counted.
const MOST_DIGITS: usize = 64;

/// How long keys are that are all digits, and whether one of them begins with zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    zero: bool,
    /// Whether a key is two numbers with a point or a comma between them, of which the second is not nothing.
    pub(super) parts: bool,
    lengths: [u64; MOST_DIGITS + 1],
}

/// What a spreadsheet did to a key, if it did something: several people may have one that it shortened, and who is written in
/// two ways is two.
pub(super) fn damage(key: &[u8]) -> Option<What> {
    // Most of millions of keys are digits, or letters and digits.
    if key.iter().all(u8::is_ascii_alphanumeric) {
        return None;
    }
    let key = std::str::from_utf8(key).ok()?;
    match () {
        () if is_shortened(key) => Some(What::DamagedKey),
        () if unwrapped(key) != key => Some(What::MarkedKey),
        () => None,
    }
}

/// Whether a key is two numbers with a point or a comma between them.
fn is_in_parts(key: &[u8]) -> bool {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let at = key.iter().position(|sign| matches!(sign, b'.' | b','));
    at.is_some_and(|at| {
        digits(&key[..at]) && digits(&key[at + 1..]) && key[at + 1..].iter().any(|b| *b != b'0')
    })
}

impl Default for Shape {
    fn default() -> Self {
        Self { zero: false, parts: false, lengths: [0; MOST_DIGITS + 1] }
    }
}

impl Shape {
    pub(super) fn add(&mut self, key: &[u8]) {
        if let Some(count) = self.lengths.get_mut(key.len()).filter(|_| key.iter().all(u8::is_ascii_digit)) {
            *count += 1;
            self.zero |= key.starts_with(b"0");
        } else {
            self.parts |= is_in_parts(key);
        }
    }

    /// Takes the keys of another in.
    pub fn join(&mut self, other: &Self) {
        self.zero |= other.zero;
        self.parts |= other.parts;
        self.lengths.iter_mut().zip(&other.lengths).for_each(|(own, count)| *own += count);
    }

    /// The digits that most keys have, and how many keys have fewer, where a spreadsheet seems to have taken zeros off them:
    /// others begin with one.
    pub fn uneven(&self) -> Option<(u64, u64)> {
        let (digits, _) = (0..).zip(&self.lengths).max_by_key(|(_, count)| **count)?;
        let shorter: u64 = self.lengths[..digits].iter().sum();
        (self.zero && shorter > 0).then_some((digits as u64, shorter))
    }
}

/// Whether a heading, as [`fold_heading`](crate::base::text::fold_heading) has it, looks like that of a part of an address behind
/// the number of the house.
pub(super) fn is_address(heading: &str) -> bool {
    const WHOLE: &[&str] = &[
        "letter",
        "toev",
        "bus",
        "busnr",
        "bis",
        "boite",
        "addition",
        "suffix",
        "unit",
        "flat",
        "apartment",
        "appartement",
        "aanduiding",
        "huisnrtoev",
        "hnrtoev",
        "zusatz",
    ];
    const PARTS: &[&str] =
        &["huisletter", "toevoeg", "busnummer", "aanduidingbij", "housenumberaddition", "housenumbersuffix"];
    WHOLE.contains(&heading) || PARTS.iter().any(|part| heading.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_told_of_a_column_of_flags_alone() {
        let mut flags = Flags::default();
        ["0", "1", "0", "7"].iter().for_each(|cell| flags.add(cell.as_bytes(), 1));
        assert!(!flags.odd());
        let mut more = Flags::default();
        more.add(b"nee", 5);
        more.join(&flags);
        assert!(more.odd());
        assert_eq!(more.told(), [("0".into(), 2), ("1".into(), 1), ("7".into(), 1), ("nee".into(), 5)]);
        more.add(b"somebody with a name", 1);
        assert!(more.odd() && more.told().is_empty());
        let mut many = Flags::default();
        (0..20).for_each(|n| many.add(format!("v{n}").as_bytes(), 1));
        assert!(many.told().is_empty());
    }

    #[test]
    fn keys_that_a_spreadsheet_damaged() {
        for key in ["1,23E+05", "1E+05", "#N/B", "#REF!", "####"] {
            assert_eq!(damage(key.as_bytes()), Some(What::DamagedKey), "{key}");
        }
        for key in ["42.0", "42,0", "'0042", "=\"0042\""] {
            assert_eq!(damage(key.as_bytes()), Some(What::MarkedKey), "{key}");
        }
        for key in ["0042", "A-42", "12.5", "2027/18", "x.0", "#7"] {
            assert_eq!(damage(key.as_bytes()), None, "{key}");
        }
    }

    #[test]
    fn dates_are_near_a_day_or_after_it() {
        let mut days = Days::default();
        for date in [20170115, 20270115, 20280115, 20280116, 20170114, 0, 20991231] {
            days.add(20270115, date);
        }
        assert_eq!(days, Days { near: 3, after: 2 });
    }
}
