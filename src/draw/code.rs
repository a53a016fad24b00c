//! Codes that stand for people: keyed, short, and safe to read out over the phone. Imports `base`.

use crate::base::digest::{Digest, Keyed};
use crate::base::errors;
use std::collections::BTreeSet;
use std::fmt;

/// Digits and letters without I, L, O and U, which are misread or misheard (Crockford's alphabet).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The largest prime below 32 * 32: a remainder modulo it betrays every single wrong character and
/// every swap of two.
const PRIME: u64 = 1021;

/// A person's code: 40 bits in eight characters and two check characters, `7K3M-9QXT-4R`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(u64);

/// Why something is not a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadCode {
    /// Not ten letters and digits of the alphabet.
    Shape,
    /// The check characters do not fit: a character is wrong or two are swapped.
    Check,
}

errors!(BadCode);

impl Code {
    /// Its 40 bits as a number.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The code with these 40 bits; what is above them is left out.
    pub fn of_number(number: u64) -> Self {
        Self(number & ((1 << 40) - 1))
    }

    /// Reads a code as a person types it: in either case, with or without hyphens and spaces, O for 0
    /// and I or L for 1.
    ///
    /// # Errors
    /// [`BadCode`].
    pub fn read(text: &str) -> Result<Self, BadCode> {
        let mut value: u64 = 0;
        let mut count = 0;
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|&a| char::from(a) == c).ok_or(BadCode::Shape)?;
            count += 1;
            if count > 10 {
                return Err(BadCode::Shape);
            }
            value = value * 32 + digit as u64;
        }
        if count != 10 {
            return Err(BadCode::Shape);
        }
        if value % 1024 == (value / 1024) % PRIME { Ok(Self(value / 1024)) } else { Err(BadCode::Check) }
    }

    /// Reads a code exactly as displayed.
    ///
    /// # Errors
    /// [`BadCode`].
    pub fn parse(text: &str) -> Result<Self, BadCode> {
        let code = Self::read(text)?;
        if code.signs() == text.as_bytes() { Ok(code) } else { Err(BadCode::Shape) }
    }

    /// The codes of `ids`, which are sorted and have no repeats: the first 40 bits of HMAC-SHA-256
    /// under `key`; where an earlier id has that code already, the next of 1, 2, ... tried in its turn.
    pub fn of_ids<'a>(key: &[u8; 32], ids: impl Iterator<Item = &'a str>) -> Vec<Self> {
        Self::of(b"geloot/1/code\0", key, ids)
    }

    fn of<'a>(tag: &[u8], key: &[u8; 32], ids: impl Iterator<Item = &'a str>) -> Vec<Self> {
        let key = Keyed::new(key);
        let ids: Vec<&str> = ids.collect();
        let first: Vec<Self> = ids.iter().map(|id| Self::nth(tag, &key, id, 0)).collect();
        in_turn(first, |i, n| Self::nth(tag, &key, ids[i], n))
    }

    /// The codes of homes, as [`Code::of_ids`] under a tag of their own; `addresses` are sorted and have no
    /// repeats.
    pub fn of_homes<'a>(key: &[u8; 32], addresses: impl Iterator<Item = &'a str>) -> Vec<Self> {
        Self::of(b"geloot/1/home\0", key, addresses)
    }

    /// The code of a person of a register over the years: try number `nth`, from 0, under `key`. Whoever gives codes
    /// takes the first try that nobody else has, and records which it was.
    pub fn of_person(key: &Keyed, register: &str, id: &str, nth: u32) -> Self {
        let parts: [&[u8]; 5] =
            [b"geloot/1/person\0", &nth.to_le_bytes(), register.as_bytes(), b"\0", id.as_bytes()];
        Self::short(&key.of(&parts))
    }

    /// The codes of letters, as [`Code::of_ids`] under a tag of their own; `people` are the 32 signs of everybody on a list,
    /// sorted and without repeats.
    pub fn of_letters<'a>(key: &[u8; 32], people: impl Iterator<Item = &'a str>) -> Vec<Self> {
        Self::of(b"geloot/1/letter\0", key, people)
    }

    /// The code as displayed.
    pub fn signs(self) -> [u8; 12] {
        let value = self.0 * 1024 + self.0 % PRIME;
        let mut signs = [b'-'; 12];
        for place in 0..10 {
            // Behind the fourth sign and the eighth stands a hyphen.
            signs[place + place / 4] = ALPHABET[(value >> (5 * (9 - place)) & 31) as usize];
        }
        signs
    }

    fn nth(tag: &[u8], key: &Keyed, id: &str, n: u32) -> Self {
        Self::short(&key.of(&[tag, &n.to_le_bytes(), id.as_bytes()]))
    }

    /// The first 40 bits of a digest.
    fn short(digest: &Digest) -> Self {
        Self(digest.0[..5].iter().fold(0, |value, &byte| value << 8 | u64::from(byte)))
    }
}

/// Each one's first code; where an earlier one has that code already, the next of `nth` 1, 2, ... that none
/// before has. Looks only at the few that are the same as another.
fn in_turn<C: Copy + Ord>(first: Vec<C>, nth: impl Fn(usize, u32) -> C) -> Vec<C> {
    let mut sorted = first.clone();
    sorted.sort_unstable();
    let twice: BTreeSet<C> =
        sorted.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    if twice.is_empty() {
        return first;
    }
    // The codes that took more than one try. Whoever has their first code has no other.
    let mut later: BTreeSet<C> = BTreeSet::new();
    let code = |(i, &own): (usize, &C)| {
        let before = |code: &C| first[..i].contains(code);
        let taken = later.contains(&own) || twice.contains(&own) && before(&own);
        if !taken {
            return own;
        }
        let free = (1u32..)
            .map(|n| nth(i, n))
            .find(|code| !(later.contains(code) || sorted.binary_search(code).is_ok() && before(code)));
        let free = free.expect("there are more codes than people, and each try is another code");
        later.insert(free);
        free
    };
    first.iter().enumerate().map(code).collect()
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.signs()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_are_the_same_take_their_turn() {
        // So few codes that most ids need several tries, and what they take is the first of others.
        let nth = |i: usize, n: u32| (i as u32 / 2 * 14 + n * n * 11 + n * 3) % 211;
        assert!((0..60).map(|i| nth(i, 0)).collect::<BTreeSet<u32>>().len() == 30);
        for people in 0..60 {
            let mut taken = BTreeSet::new();
            let expected: Vec<u32> =
                (0..people).map(|i| (0..).map(|n| nth(i, n)).find(|&c| taken.insert(c)).unwrap()).collect();
            assert_eq!(in_turn((0..people).map(|i| nth(i, 0)).collect(), nth), expected);
        }
    }

    #[test]
    fn every_wrong_character_and_every_swap_is_seen() {
        for code in Code::of_ids(&[7; 32], ["001", "002", "a"].into_iter()) {
            let text = code.to_string();
            assert_eq!(Code::parse(&text), Ok(code));
            let plain: Vec<u8> = text.bytes().filter(|&b| b != b'-').collect();
            let read = |bytes: &[u8]| Code::read(std::str::from_utf8(bytes).unwrap());
            for i in 0..10 {
                for &a in ALPHABET.iter().filter(|&&a| a != plain[i]) {
                    let mut other = plain.clone();
                    other[i] = a;
                    assert_eq!(read(&other), Err(BadCode::Check));
                }
                for j in 0..i {
                    let mut other = plain.clone();
                    other.swap(i, j);
                    assert!(other == plain || read(&other) == Err(BadCode::Check));
                }
            }
        }
    }

    #[test]
    fn read_as_people_type_it() {
        let code = Code::of_ids(&[0; 32], ["x"].into_iter())[0];
        let text = code.to_string();
        assert_eq!(Code::read(&text.to_lowercase().replace('-', " ")), Ok(code));
        assert_eq!(Code::read(&text.replace('0', "o").replace('1', "l")), Ok(code));
        assert_eq!(Code::parse(&text.to_lowercase()), Err(BadCode::Shape));
        for bad in ["", "U", "0000-0000-000", "0000-0000-0", "0000-0000-01", "é"] {
            assert!(Code::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_code_is_forty_bits_and_letters_and_homes_have_their_own() {
        for number in [0, 1, 2, 5 << 20, (1 << 40) - 1] {
            assert_eq!(Code::of_number(number).number(), number);
            assert_eq!(Code::of_number(number | 3 << 40).number(), number);
        }
        let ids = || ["a", "b"].into_iter();
        let all = [
            Code::of_ids(&[7; 32], ids()),
            Code::of_homes(&[7; 32], ids()),
            Code::of_letters(&[7; 32], ids()),
        ];
        assert_eq!(all.concat().into_iter().collect::<BTreeSet<Code>>().len(), 6);
    }

    #[test]
    fn no_two_people_share_a_code() {
        let ids: Vec<String> = (0..20_000).map(|i| format!("{i:05}")).collect();
        let codes = Code::of_ids(&[9; 32], ids.iter().map(String::as_str));
        let distinct: BTreeSet<Code> = codes.iter().copied().collect();
        assert_eq!(distinct.len(), ids.len());
        assert_ne!(codes[0], Code::of_ids(&[8; 32], ids[..1].iter().map(String::as_str))[0]);
    }
}
