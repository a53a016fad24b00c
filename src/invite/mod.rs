//! The first lottery: from the registers of a municipality, of thirteen of them, or of a state, to who gets a letter.
//!
//! May import everything up to `bundle`. The rules, byte by byte and with vectors, are in `src/invite/SPEC.md`; a
//! database does the same by the scripts of [`sql`]. Whole numbers only.
//!
//! A register may be larger than the memory: it is read where it lies ([`Bytes`]), what must be sorted goes to a
//! [`Shelf`] in parts, and the work is shared out by [`Hands`]. What these are on a disk is the business of `io`.

pub mod addresses;
pub mod answers;
pub mod areas;
mod cells;
pub mod circle;
pub mod conduct;
pub mod excluded;
mod found;
pub mod frame;
pub mod invited;
pub mod looks;
pub mod lots;
pub mod person;
pub mod persons;
pub mod plan;
pub mod public;
pub mod rank;
pub mod record;
pub mod rows;
pub mod scan;
pub mod sheet;
pub mod sql;
mod strata;
pub mod tables;
pub mod terms;
mod unsure;
pub mod waves;
pub mod weights;
pub mod wrong;

#[cfg(test)]
mod tests;

pub use person::Key;
pub use scan::{Bytes, Hands, Heap, Shelf};
pub use wrong::{What, Wrong, Wrongs};

use crate::base::digest::Digest;

/// A person of the frame: half of a digest, shown as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Half(pub [u8; 16]);

impl Half {
    /// The first half of a digest.
    pub fn of(digest: &Digest) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&digest.0[..16]);
        Self(half)
    }

    /// As 32 lower-case hexadecimal digits.
    pub fn text(&self) -> [u8; 32] {
        let mut text = [0; 32];
        data_encoding::HEXLOWER.encode_mut(&self.0, &mut text);
        text
    }

    /// Reads what [`Half::text`] writes, and nothing else.
    pub fn read(text: &[u8]) -> Option<Self> {
        let bytes = data_encoding::HEXLOWER.decode(text).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// From what [`Half::text`] writes; of other digits some other half.
    pub fn of_digits(digits: &[u8; 32]) -> Self {
        let mut half = [0; 16];
        half.iter_mut()
            .zip(digits.as_chunks::<2>().0)
            .for_each(|(byte, [a, b])| *byte = nibble(*a) << 4 | nibble(*b));
        Self(half)
    }

    /// The first three digits, as a number below 4,096.
    pub fn bucket(&self) -> u16 {
        u16::from(self.0[0]) << 4 | u16::from(self.0[1]) >> 4
    }

    /// The same of the digits.
    pub fn bucket_of(digits: &[u8; 32]) -> u16 {
        digits[..3].iter().fold(0, |n, &b| n << 4 | u16::from(nibble(b)))
    }
}

impl std::fmt::Display for Half {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.text().iter().try_for_each(|&sign| write!(f, "{}", char::from(sign)))
    }
}

/// The value of a hexadecimal digit.
fn nibble(digit: u8) -> u8 {
    (digit & 15) + if digit > b'9' { 9 } else { 0 }
}

/// One place of the ordered list of a stratum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter {
    /// The stratum, from 1.
    pub stratum: u32,
    /// The place in it, from 1: the first so many get a letter, the next are reserves.
    pub place: u64,
    /// Who.
    pub person: Half,
    /// Their home.
    pub home: Half,
    /// What the place follows from.
    pub hash: Digest,
    /// Their key in the register; empty where the frame is in a database.
    pub key: String,
}

/// How homes count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Homes {
    /// Not at all.
    Any,
    /// At most one letter for each, at exactly equal chances for all people.
    OneLetter,
    /// Homes are drawn first, then one person of each: equal chances for homes, not for people.
    AddressFirst,
}

impl Homes {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Any, Self::OneLetter, Self::AddressFirst];

    /// The word for it in charters and records.
    pub fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::OneLetter => "one-letter",
            Self::AddressFirst => "address-first",
        }
    }

    /// The rule of that name.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }
}

/// More eligible people than this at one home are an institution: everybody there is a home of their own.
pub const LARGEST_HOME: u64 = 9;
