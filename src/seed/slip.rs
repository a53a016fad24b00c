//! What one person seals beforehand and opens at the draw. Imports `base` and its siblings.

use super::words::Words;
use crate::base::digest::Digest;
use std::fmt;

/// What somebody opens: a random salt and their words. Displayed as one line: the salt in hexadecimal, a
/// space, the words.
///
/// Whoever sees it before the draw knows one part of the seed. Without the salt, short words could be
/// guessed from the digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// 16 random bytes.
    pub salt: [u8; 16],
    /// The words.
    pub words: Words,
}

impl Slip {
    /// What is handed in: the digest of salt and words under the tag `geloot/1/slip`.
    pub fn sealed(&self) -> Sealed {
        Sealed(Digest::tagged("geloot/1/slip", &[&self.salt, self.words.as_str().as_bytes()]))
    }

    /// Reads what [`Slip`] displays, and nothing else.
    pub fn parse(line: &str) -> Option<Self> {
        let (salt, words) = line.split_once(' ')?;
        Some(Self { salt: salt_of(salt)?, words: Words::new(words)? })
    }
}

/// The salt in 32 digits 0 to 9 and a to f.
pub fn salt_of(digits: &str) -> Option<[u8; 16]> {
    super::drand::bytes(digits)?.try_into().ok()
}

impl fmt::Display for Slip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", data_encoding::HEXLOWER.encode(&self.salt), self.words.as_str())
    }
}

/// What somebody hands in before the freeze. Displayed as `geloot-slip-1:` and 64 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sealed(Digest);

impl Sealed {
    /// Reads what [`Sealed`] displays, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(SEALED)?;
        let sealed = Self(Digest::from_hex(digits)?);
        (sealed.to_string() == text).then_some(sealed)
    }
}

const SEALED: &str = "geloot-slip-1:";

impl fmt::Display for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SEALED}{}", self.0)
    }
}
