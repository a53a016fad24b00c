//! How a register looks as a whole: its keys, what stands in the column of confidentiality, its dates, its headings. Imports
//! `register` and its siblings.

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
    /// Rows of which a date could be read.
    pub read: u64,
    /// Rows with a date in the ten years before that day, or shortly after it.
    pub near: u64,
    /// Rows with a date more than a year after it.
    pub after: u64,
    /// Rows of which both dates are known, and those of them in which somebody settled before they were born.
    both: u64,
    unborn: u64,
}

impl Days {
    pub(super) fn add(&mut self, reference: u32, date: u32) {
        let (from, to) = (reference.saturating_sub(100_000), reference + 10_000);
        self.read += 1;
        self.near += u64::from((from..=to).contains(&date));
        self.after += u64::from(date > to);
    }

    pub(super) fn order(&mut self, born: u32, since: u32) {
        self.both += u64::from(born > NO_BIRTH && since > 0);
        self.unborn += u64::from(is_unborn(born, since));
    }

    /// Whether the columns of birth and of settlement seem to stand in each other's place: most settled before they were born.
    pub fn swapped(&self) -> bool {
        const ENOUGH: u64 = 10;
        self.unborn >= ENOUGH && self.unborn * 2 > self.both
    }

    /// Whether a date is more than a year after that day.
    pub(super) fn after(reference: u32, date: u32) -> bool {
        date > reference + 10_000
    }

    /// Takes those of another in.
    pub fn join(&mut self, other: Self) {
        self.read += other.read;
        self.near += other.near;
        self.after += other.after;
        self.both += other.both;
        self.unborn += other.unborn;
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

/// Whether a key passes the eleven-test of Dutch citizen service numbers.
pub(super) fn is_citizen_number(key: &[u8]) -> bool {
    if !(8..=9).contains(&key.len()) || !key.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let digit = |i: usize| i64::from((i + key.len()).checked_sub(9).map_or(b'0', |at| key[at]) - b'0');
    let weighed: i64 = (0..9).map(|i| digit(i) * if i == 8 { -1 } else { 9 - i as i64 }).sum();
    weighed % 11 == 0
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

/// Columns of a register that look so, by their headings: as they are, and folded.
fn columns<'a>(
    all: impl Iterator<Item = (usize, (&'a String, &'a String))>,
    is: fn(&str) -> bool,
) -> Option<Vec<String>> {
    let found: Vec<String> = all.filter(|(_, (_, it))| is(it)).map(|(_, (own, _))| own.clone()).collect();
    (!found.is_empty()).then_some(found)
}

/// What is told of columns that look like confidentiality.
pub(super) fn secret_columns<'a>(
    all: impl Iterator<Item = (usize, (&'a String, &'a String))>,
) -> Option<What> {
    columns(all, is_secret).map(|headings| What::SecretColumns { headings })
}

/// What is told of columns that look like a part of an address.
pub(super) fn address_columns<'a>(
    all: impl Iterator<Item = (usize, (&'a String, &'a String))>,
) -> Option<What> {
    columns(all, is_address).map(|headings| What::AddressColumns { headings })
}

/// Whether a heading, folded, looks like that of people whose data are confidential, or who died.
pub(super) fn is_secret(heading: &str) -> bool {
    const WHOLE: &[&str] = &["secret", "secrecy", "dood", "dead", "afscherming", "gestorven"];
    const PARTS: &[&str] = &[
        "geheim",
        "vertrouwelijk",
        "confidential",
        "overleden",
        "overlijden",
        "deceased",
        "death",
        "afgeschermd",
        "verstrekkingsbeperking",
        "auskunftssperre",
        "verstorben",
        // Of people who died or moved abroad the keeping of their row is suspended.
        "opschorting",
        "opgeschort",
    ];
    WHOLE.contains(&heading) || PARTS.iter().any(|part| heading.contains(part))
}

/// Whether a heading is what stands in the row of a person: a number, a date, a postcode.
pub(super) fn is_of_somebody(heading: &str) -> bool {
    let digits = heading.chars().filter(char::is_ascii_digit).count();
    let between = |c: char| c.is_ascii_digit() || "-/. ".contains(c);
    let postcode = heading.len() >= 6
        && heading.chars().take(4).all(|c| c.is_ascii_digit())
        && heading.chars().skip(4).all(|c| c.is_ascii_uppercase() || c == ' ');
    digits >= 4 && heading.chars().all(between) || postcode
}

/// Days of a month, for dates that are written in full.
fn is_day(date: u32) -> bool {
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day <= days
}

/// Why nobody can be born between these days, the first and the last that it can be.
pub(super) fn odd_birth(first: u32, last: u32, reference: Option<u32>) -> Option<&'static str> {
    /// Nobody is known to have become older, but for one.
    const OLDEST: u32 = 1_200_000;
    match reference {
        _ if first == last && !is_day(first) => Some("no-day"),
        Some(day) if last < day.saturating_sub(OLDEST) => Some("old"),
        Some(day) if first > day => Some("after"),
        _ => None,
    }
}

/// The first day on which somebody can be born of whom nothing is known.
const NO_BIRTH: u32 = 101;

/// Whether somebody settled before they were born. What is not known of the day of settlement is as late as it can be.
fn is_unborn(born: u32, since: u32) -> bool {
    let latest = match (since / 100 % 100, since % 100) {
        (0, _) => since + 1231,
        (_, 0) => since + 31,
        _ => since,
    };
    since > 0 && latest < born
}

/// Why nobody can have settled on a day, of which zeros are not known, who was born on a day, or after it.
pub(super) fn odd_since(date: u32, born: u32, reference: Option<u32>) -> Option<&'static str> {
    match reference {
        _ if !is_day(date) => Some("no-day"),
        Some(day) if date.max(date / 100 * 100 + 1) > day && date > 0 => Some("after"),
        _ if is_unborn(born, date) => Some("born"),
        _ => None,
    }
}

/// Words that stand where there is no address.
fn is_word_for_none(cell: &[u8]) -> bool {
    const WORDS: &[&str] = &[
        "GEEN",
        "ONBEKEND",
        "ONB",
        "NVT",
        "LEEG",
        "NIHIL",
        "NONE",
        "UNKNOWN",
        "NA",
        "NULL",
        "NIL",
        "X",
        "XX",
        "XXX",
        "ZONDER",
        "VOW",
        "KEINE",
        "UNBEKANNT",
        "AUCUN",
        "INCONNU",
    ];
    let signs = || cell.iter().filter(|sign| sign.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase);
    signs().next().is_none() || WORDS.iter().any(|word| signs().eq(word.bytes()))
}

/// Whether something stands there, and is no postcode: each has a digit that is not zero.
pub(super) fn is_no_postcode(cell: &[u8]) -> bool {
    !cell.is_empty() && !cell.iter().any(|sign| matches!(sign, b'1'..=b'9'))
}

/// Whether something stands there, and is no number of a house: a word for none, or signs alone.
pub(super) fn is_no_number(cell: &[u8]) -> bool {
    !cell.is_empty() && is_word_for_none(cell)
}

/// Whether something stands there, and is no name of a home: a word for none, signs alone, or zeros alone.
pub(super) fn is_no_home(cell: &[u8]) -> bool {
    is_no_number(cell) || !cell.is_empty() && cell.iter().all(|sign| *sign == b'0')
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
        assert_eq!(days, Days { read: 7, near: 3, after: 2, ..Days::default() });
    }

    #[test]
    fn dates_that_cannot_be_are_known() {
        let on = Some(20270115);
        for (date, why) in [
            (19900230, Some("no-day")),
            (20230229, Some("no-day")),
            (19000229, Some("no-day")),
            (19910431, Some("no-day")),
            (20240229, None),
            (20000229, None),
            (19070115, None),
            (19070114, Some("old")),
            (17900101, Some("old")),
            (20270115, None),
            (20270116, Some("after")),
            (29900101, Some("after")),
            (29901231, Some("after")),
        ] {
            assert_eq!(odd_birth(date, date, on), why, "{date}");
        }
        // What is not known of a date is no reason.
        assert_eq!(odd_birth(101, 99991231, on), None);
        assert_eq!(odd_birth(19900201, 19900231, on), None);
        assert_eq!(odd_birth(20270101, 20271231, on), None);
        assert_eq!(odd_birth(17900101, 17901231, on), Some("old"));
        assert_eq!((odd_birth(17900101, 17900101, None), odd_since(29900101, 0, None)), (None, None));
        let since = [0, 20200000, 20200200, 20200231, 20270116, 20280000].map(|date| odd_since(date, 0, on));
        assert_eq!(since, [None, None, None, Some("no-day"), Some("after"), Some("after")]);
    }

    #[test]
    fn whoever_settled_before_they_were_born_is_known() {
        for (born, since, is) in [
            (19900102, 19900101, true),
            (19900101, 19900101, false),
            (19900131, 19900100, false),
            (19900201, 19900100, true),
            (19901231, 19900000, false),
            (19910101, 19900000, true),
            (19900101, 0, false),
            (101, 19900101, false),
        ] {
            assert_eq!(odd_since(since, born, None), is.then_some("born"), "{born} {since}");
        }
        let mut days = Days::default();
        (0..9).for_each(|_| days.order(20200101, 19900101));
        assert!(!days.swapped());
        days.order(20200101, 19900101);
        assert!(days.swapped());
        (0..10).for_each(|_| days.order(19900101, 20200101));
        assert!(!days.swapped());
    }

    #[test]
    fn headings_of_secrecy_and_of_death_are_known() {
        for heading in [
            "geheim",
            "indicatiegeheim",
            "geheimhouding",
            "vertrouwelijk",
            "datumoverlijden",
            "overleden",
            "confidential",
            "deceased",
            "dateofdeath",
            "afgeschermd",
            "gestorven",
            "redenopschortingbijhouding",
            "datumopschorting",
        ] {
            assert!(is_secret(heading), "{heading}");
        }
        for heading in
            ["geboortedatum", "kern", "opleiding", "gemeente", "geslacht", "leeftijd", "secretariaat"]
        {
            assert!(!is_secret(heading), "{heading}");
        }
    }

    #[test]
    fn a_cell_without_an_address_is_known() {
        for cell in ["geen", "onbekend", "-", "?", "n.v.t.", "0000", "0000AA", "Nederweert"] {
            assert!(is_no_postcode(cell.as_bytes()), "{cell}");
        }
        for cell in ["", "5987CD", "1050", "SW1A 2AA"] {
            assert!(!is_no_postcode(cell.as_bytes()), "{cell}");
        }
        for cell in ["geen", "Onbekend", "-", "?", "n.v.t."] {
            assert!(is_no_number(cell.as_bytes()), "{cell}");
        }
        // Zero is what registers have where there is no number, and a houseboat has a letter.
        for cell in ["", "12", "12 A", "A", "0"] {
            assert!(!is_no_number(cell.as_bytes()), "{cell}");
        }
    }
}
