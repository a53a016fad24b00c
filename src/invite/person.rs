//! From cells of a register to a person and a home that tell nothing without the secret. Imports `base` and its parent.

use super::Half;
use crate::base::digest::{Digest, Started};

/// The secret of a frame, or the key of a draw: 64 hexadecimal digits, exactly one block of SHA-256, in front of what is
/// hashed. So everybody can check one person with `printf '%s' "$KEY$PERSON" | sha256sum`.
#[derive(Clone)]
pub struct Key {
    text: String,
    started: Started,
}

/// The secret of a frame.
pub type Secret = Key;

impl Key {
    /// From 32 bytes.
    pub fn new(bytes: &[u8; 32]) -> Self {
        let text = Digest(*bytes).to_string();
        Self { started: Started::with(text.as_bytes()), text }
    }

    /// The 64 digits.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The digest of the key and these parts.
    pub fn of(&self, parts: &[&[u8]]) -> Digest {
        self.started.of(parts)
    }

    /// The hash of a person or a home under this key.
    pub fn of_half(&self, half: &Half) -> Digest {
        self.of_text(&half.text())
    }

    /// The same of its 32 digits.
    pub fn of_text(&self, half: &[u8; 32]) -> Digest {
        self.started.of(&[half])
    }

    /// The person who has this key in the register.
    pub fn person(&self, key: &[u8]) -> Half {
        Half::of(&self.started.of(&[b"p/", key]))
    }

    /// The home at this address in a stratum; `None` where postcode or number are blank.
    pub fn home(&self, stratum: u32, address: &Address) -> Option<Half> {
        let Address { postcode, number, addition, known } = address;
        if !known {
            return None;
        }
        let stratum = Decimal::of(stratum);
        let parts: [&[u8]; 8] = [b"h/", stratum.text(), b"/", postcode, b"|", number, b"|", addition];
        Some(Half::of(&self.started.of(&parts)))
    }

    /// The home of this name in a stratum; `None` where it is blank.
    pub fn named_home(&self, stratum: u32, name: &[u8]) -> Option<Half> {
        let stratum = Decimal::of(stratum);
        (!name.is_empty()).then(|| Half::of(&self.started.of(&[b"h/", stratum.text(), b"/", name])))
    }
}

impl std::fmt::Debug for Key {
    /// Never the key itself: it may be secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// An address without anything but digits and capital letters of ASCII.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    postcode: Vec<u8>,
    /// The digits of the house number, without zeros in front.
    number: Vec<u8>,
    /// What stands behind them, and in the column of additions.
    addition: Vec<u8>,
    /// Neither postcode nor number is blank.
    known: bool,
}

impl Address {
    /// From cells; the last are those of the additions, in their order. The room is used again.
    pub fn set<'a>(&mut self, postcode: &[u8], number: &[u8], additions: impl IntoIterator<Item = &'a [u8]>) {
        let house = house(number);
        let (digits, behind) = house.split_at(house.iter().take_while(|sign| sign.is_ascii_digit()).count());
        [&mut self.postcode, &mut self.number, &mut self.addition].into_iter().for_each(Vec::clear);
        strip(postcode, &mut self.postcode);
        self.number.extend_from_slice(digits);
        strip(behind, &mut self.addition);
        self.known = !(self.postcode.is_empty() || digits.is_empty() && self.addition.is_empty());
        additions.into_iter().for_each(|cell| strip(cell, &mut self.addition));
    }
}

/// A house number from its first digit that counts, without what a spreadsheet writes behind a whole number.
fn house(cell: &[u8]) -> &[u8] {
    let shown = trimmed(cell);
    let zeros = shown.iter().rev().take_while(|&&sign| sign == b'0').count();
    let cell = match &shown[..shown.len() - zeros] {
        [whole @ .., b'.' | b','] => whole,
        _ => shown,
    };
    let start = cell.iter().position(u8::is_ascii_alphanumeric).unwrap_or(cell.len());
    let zeros = cell[start..].iter().take_while(|&&sign| sign == b'0').count();
    &cell[start + zeros..]
}

/// Adds a cell without anything but 0-9A-Za-z, in capitals. Database engines do the same; folding accents they cannot.
fn strip(cell: &[u8], into: &mut Vec<u8>) {
    into.extend(cell.iter().filter(|b| b.is_ascii_alphanumeric()).map(u8::to_ascii_uppercase));
}

/// A cell without the spaces at both ends.
pub fn trimmed(mut cell: &[u8]) -> &[u8] {
    while let [b' ', rest @ ..] = cell {
        cell = rest;
    }
    while let [rest @ .., b' '] = cell {
        cell = rest;
    }
    cell
}

/// Whether this can be a key: 1 to 64 visible signs of ASCII.
pub fn is_key(cell: &[u8]) -> bool {
    (1..=64).contains(&cell.len()) && cell.iter().all(u8::is_ascii_graphic)
}

/// The digests of rows of the frame.
#[derive(Clone)]
pub struct RowDigest(Started);

impl Default for RowDigest {
    fn default() -> Self {
        Self(Started::with(b"geloot/1/frame-row|"))
    }
}

impl RowDigest {
    /// Of one row: the digits of person and home, and the stratum in decimal digits; the weight too, where people have weights.
    pub fn of(&self, person: &[u8; 32], home: &[u8; 32], stratum: &[u8], weight: Option<&[u8]>) -> Digest {
        match weight {
            None => self.0.of(&[person, b"|", home, b"|", stratum]),
            Some(weight) => self.0.of(&[person, b"|", home, b"|", stratum, b"|", weight]),
        }
    }
}

/// A whole number in decimal digits, without room of its own.
pub struct Decimal([u8; 10], usize);

impl Decimal {
    /// Of this number.
    pub fn of(mut number: u32) -> Self {
        let (mut digits, mut at) = ([0; 10], 10);
        loop {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                return Self(digits, at);
            }
        }
    }

    /// The digits.
    pub fn text(&self) -> &[u8] {
        &self.0[self.1..]
    }
}

/// A date of birth as far as the register knows it, as whole numbers YYYYMMDD: the first and the last day that it can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Born {
    /// The last day.
    pub last: u32,
    /// The first day.
    pub first: u32,
}

/// What a date of birth says of an age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// Surely of age.
    Old,
    /// Surely not of age.
    Young,
    /// Perhaps of age: part of the date is not known.
    Doubtful,
}

impl Born {
    /// Reads `YYYY-MM-DD`; a month, a day or the whole year may be zeros, which say that it is not known.
    pub fn read(cell: &[u8]) -> Option<Self> {
        let (year, month, day) = date(cell)?;
        if month > 12 || day > 31 {
            return None;
        }
        let (last_year, last_month, last_day) = (
            if year == 0 { 9999 } else { year },
            if month == 0 { 12 } else { month },
            if day == 0 { 31 } else { day },
        );
        let last = last_year * 10_000 + last_month * 100 + last_day;
        Some(Self { last, first: year * 10_000 + month.max(1) * 100 + day.max(1) })
    }

    /// Whether somebody has an age on a day, of which `limit` is the same day so many years before.
    pub fn age(self, limit: u32) -> Age {
        match () {
            () if self.last <= limit => Age::Old,
            () if self.first > limit => Age::Young,
            () => Age::Doubtful,
        }
    }
}

/// Year, month and day of `YYYY-MM-DD` as they stand there.
fn date(cell: &[u8]) -> Option<(u32, u32, u32)> {
    let [y @ .., b'-', m1, m2, b'-', d1, d2] = cell else { return None };
    let number = |digits: &[u8]| {
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0')))
    };
    if y.len() != 4 {
        return None;
    }
    Some((number(y)?, number(&[*m1, *m2])?, number(&[*d1, *d2])?))
}

/// A date of settlement as a whole number YYYYMMDD; parts that are not known are zeros. Blank is 0.
pub fn since(cell: &[u8]) -> Option<u32> {
    if cell.is_empty() {
        return Some(0);
    }
    let (year, month, day) = date(cell)?;
    (month <= 12 && day <= 31).then_some(year * 10_000 + month * 100 + day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_sure_or_in_doubt() {
        let age = |cell: &str| Born::read(cell.as_bytes()).map(|born| born.age(20_081_201));
        for (cell, due) in [
            ("2008-12-01", Some(Age::Old)),
            ("2008-12-02", Some(Age::Young)),
            ("2008-00-00", Some(Age::Doubtful)),
            ("2007-00-00", Some(Age::Old)),
            ("2009-00-00", Some(Age::Young)),
            ("2008-12-00", Some(Age::Doubtful)),
            ("2008-11-00", Some(Age::Old)),
            ("0000-00-00", Some(Age::Doubtful)),
            ("01-12-2008", None),
            ("2008-13-01", None),
            ("2008-12-32", None),
            ("2008-12-1", None),
            ("20081201", None),
            ("", None),
        ] {
            assert_eq!(age(cell), due, "{cell}");
        }
    }

    /// Who is born on 29 February has an age on 1 March of a year without that day.
    #[test]
    fn a_birthday_that_is_not_there_comes_a_day_later() {
        let born = Born::read(b"2008-02-29").unwrap();
        assert_eq!(born.age(20_260_228 - 180_000), Age::Young);
        assert_eq!(born.age(20_260_301 - 180_000), Age::Old);
    }

    #[test]
    fn addresses_are_the_same_however_they_are_typed() {
        let secret = Key::new(&[7; 32]);
        let home = |cells: [&str; 3]| {
            let mut address = Address::default();
            address.set(cells[0].as_bytes(), cells[1].as_bytes(), [cells[2].as_bytes()]);
            secret.home(1, &address)
        };
        let same = home(["1234AB", "12", "A"]);
        assert!(same.is_some());
        for cells in [["1234 ab", "12", "a"], ["1234-AB", " 12", "-A"], ["\u{a0}1234AB", "12.", "'a'"]] {
            assert_eq!(home(cells), same, "{cells:?}");
        }
        // However number and addition are shared between their cells, and as a spreadsheet shows numbers.
        for number in ["12 A", "12a", "012 A", "12-A", " 12/a ", "#0012A."] {
            assert_eq!(home(["1234AB", number, ""]), same, "{number}");
        }
        let plain = home(["1234AB", "12", ""]);
        for number in ["012", "12.0", "12,00 ", "12."] {
            assert_eq!(home(["1234AB", number, ""]), plain, "{number}");
        }
        // Two numbers are never taken for one.
        for (one, other) in [(["1", "2"], ["12", ""]), (["1-2", ""], ["12", ""]), (["10", ""], ["1", ""])] {
            assert_ne!(home(["1234AB", one[0], one[1]]), home(["1234AB", other[0], other[1]]), "{one:?}");
        }
        assert_eq!(home(["1234AB", "1-2", ""]), home(["1234AB", "1", "2"]));
        // A houseboat, or one that has only a letter.
        assert!(home(["1234AB", "A", ""]).is_some());
        assert_eq!(home(["1234AB", "0", "A"]), None);
        // What is not ASCII is left out, in every engine.
        assert_eq!(home(["1234AB", "12", "é"]), home(["1234AB", "12", ""]));
        assert_ne!(home(["1234AB", "12", ""]), same);
        assert_eq!(home(["", "12", "A"]), None);
        assert_eq!(home(["1234AB", "-", "A"]), None);
    }

    /// As `printf '%s' "$S" h/1/0363010000758545 | sha256sum` has it.
    #[test]
    fn a_home_with_a_name_is_that_name_in_its_stratum() {
        let secret = Key::new(&[0; 32]);
        let home = |stratum: u32, name: &str| {
            secret.named_home(stratum, name.as_bytes()).map(|home| home.to_string())
        };
        assert_eq!(home(1, "0363010000758545").unwrap(), "00dc462b02fcfe8c03f214c57e4af2cc");
        assert_ne!(home(1, "0363010000758545"), home(2, "0363010000758545"));
        assert_ne!(home(1, "0363010000758545"), home(1, "363010000758545"));
        assert_eq!(home(1, ""), None);
    }

    #[test]
    fn keys_are_short_and_visible() {
        for good in ["1", "0042", "a/17", &"x".repeat(64)] {
            assert!(is_key(good.as_bytes()), "{good}");
        }
        for bad in ["", "a b", "é", "a\tb", "\u{7f}", &"x".repeat(65)] {
            assert!(!is_key(bad.as_bytes()), "{bad}");
        }
        assert_eq!(trimmed(b"  a b "), b"a b");
        assert_eq!(trimmed("\u{a0}a".as_bytes()), "\u{a0}a".as_bytes());
        assert_eq!(trimmed(b"   "), b"");
    }
}
