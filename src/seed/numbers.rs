//! Published numbers as evidence. Imports nothing of ours.

use crate::base::errors;
use std::fmt;

/// The whole numbers that were published, 1 to 100 of them, from the smallest up: in which order somebody types them, or
/// they were printed, decides nothing. Displayed with a space between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers(Vec<u64>);

/// Most numbers in a list.
pub const MOST: usize = 100;

/// Why what somebody typed is no list of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadNumbers {
    /// None, or more than [`MOST`].
    HowMany,
    /// A part that is no whole number below 2^64.
    NoNumber {
        /// Which part, from 1.
        at: usize,
        /// It.
        part: String,
    },
}

errors!(BadNumbers);

/// Outcomes that are enough wherever more are wanted of other sources: no lottery is printed that has many more.
pub const OUTCOMES: u64 = 1_000_000;

/// Whether `count` numbers of 1 to `most` can come in so many ways that they can decide between `tickets` tickets, or in
/// [`OUTCOMES`]: if they could not, their outcomes could be tried beforehand, and the charter written to fit.
///
/// # Errors
/// In how many ways they can come: `most` over `count`. (That a number can be 0, or come twice, is not counted on.)
pub fn enough(count: usize, most: u64, tickets: u64) -> Result<(), u64> {
    let needed = u128::from(tickets.min(OUTCOMES));
    let (n, k) = (u128::from(most), count as u128);
    // From the smaller side each factor makes it no smaller, so it can end as soon as it is enough.
    let k = k.min(n.saturating_sub(k));
    let mut ways = u128::from(count as u128 <= n);
    for i in 0..k {
        ways = ways * (n - i) / (i + 1);
        if ways >= needed {
            return Ok(());
        }
    }
    if ways >= needed { Ok(()) } else { Err(ways as u64) }
}

impl Numbers {
    /// What somebody typed: whole numbers with spaces, commas or semicolons between them. Zeros in front of a
    /// number mean nothing.
    ///
    /// # Errors
    /// Everything that stands in the way.
    pub fn typed(text: &str) -> Result<Self, Vec<BadNumbers>> {
        let between = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n' | ',' | ';');
        let parts = text.split(between).filter(|part| !part.is_empty());
        let (mut numbers, mut bad) = (Vec::new(), Vec::new());
        for (i, part) in parts.enumerate() {
            let digits = part.bytes().all(|b| b.is_ascii_digit());
            match part.parse() {
                Ok(number) if digits => numbers.push(number),
                _ => bad.push(BadNumbers::NoNumber { at: i + 1, part: part.to_owned() }),
            }
        }
        if bad.is_empty() && !(1..=MOST).contains(&numbers.len()) {
            bad.push(BadNumbers::HowMany);
        }
        numbers.sort_unstable();
        if bad.is_empty() { Ok(Self(numbers)) } else { Err(bad) }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The greatest of them.
    pub fn greatest(&self) -> u64 {
        self.0.last().copied().unwrap_or(0)
    }

    /// Reads what [`Numbers`] displays, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        Self::typed(text).ok().filter(|numbers| numbers.to_string() == text)
    }
}

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&texts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_can_come_in_few_ways_are_not_enough() {
        let ways = |count, most| enough(count, most, u64::MAX);
        assert_eq!(ways(1, 0), Err(0));
        assert_eq!(ways(1, 3), Err(3));
        assert_eq!(ways(3, 45), Err(14_190));
        assert_eq!(ways(5, 39), Err(575_757));
        assert_eq!(ways(5, 45), Ok(()));
        assert_eq!(ways(6, 45), Ok(()));
        // All but two of 100, all, and more than there are.
        assert_eq!((ways(98, 100), ways(100, 100), ways(100, 99)), (Err(4950), Err(1), Err(0)));
        assert_eq!(
            (ways(1, 999_999), ways(1, 1_000_000), ways(100, u64::MAX)),
            (Err(999_999), Ok(()), Ok(()))
        );
        assert_eq!((enough(3, 45, 14_190), enough(3, 45, 14_191)), (Ok(()), Err(14_190)));
    }

    #[test]
    fn a_list_has_one_form() {
        for typed in ["3 17 22", " 03, 17;22\n", "3\t17  22", "3,17,22", "22 3 17"] {
            assert_eq!(Numbers::typed(typed).unwrap().to_string(), "3 17 22", "{typed:?}");
            assert!(Numbers::parse(typed).is_none_or(|_| typed == "3 17 22"), "{typed:?}");
        }
        assert_eq!(Numbers::typed("18446744073709551615 0").unwrap().to_string(), "0 18446744073709551615");
        let two = Numbers::parse("9 10").unwrap();
        assert_eq!((two.to_string().as_str(), two.count(), two.greatest()), ("9 10", 2, 10));
    }

    #[test]
    fn everything_else_is_refused_by_part() {
        let bad = |at, part: &str| BadNumbers::NoNumber { at, part: part.into() };
        for (typed, wrong) in [
            ("", vec![BadNumbers::HowMany]),
            (" ,; ", vec![BadNumbers::HowMany]),
            ("3 +17 -2", vec![bad(2, "+17"), bad(3, "-2")]),
            ("3.5", vec![bad(1, "3.5")]),
            ("3\u{200b} 17", vec![bad(1, "3\u{200b}")]),
            ("3\u{a0}17", vec![bad(1, "3\u{a0}17")]),
            ("\u{663} \u{ff13}", vec![bad(1, "\u{663}"), bad(2, "\u{ff13}")]),
            ("l7 O", vec![bad(1, "l7"), bad(2, "O")]),
            ("18446744073709551616", vec![bad(1, "18446744073709551616")]),
        ] {
            assert_eq!(Numbers::typed(typed), Err(wrong), "{typed:?}");
        }
        assert!(Numbers::typed(&"1 ".repeat(100)).is_ok());
        assert_eq!(Numbers::typed(&"1 ".repeat(101)), Err(vec![BadNumbers::HowMany]));
    }
}
