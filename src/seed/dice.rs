//! Dice thrown in public, read as one number. Imports nothing of ours.
//!
//! Dice give the ticket directly, with no digest in between: every ticket is then possible and
//! exactly as likely as every other, and anybody in the room can do the sum. Where the number of
//! outcomes is no multiple of the number of tickets, the highest outcomes are thrown again.

use crate::base::errors;
use std::fmt;

/// Dice of one kind and what they showed, throw by throw; every throw but the last had to be
/// repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dice {
    sides: u32,
    throws: Vec<Vec<u32>>,
}

/// Why dice cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadDice {
    /// A die has 2 to 1,000 sides, a throw 1 to 64 dice, and every throw as many as the first.
    Shape,
    /// A die cannot show this: ten-sided dice show 0 to 9, all others 1 to the number of sides.
    Impossible {
        /// What was written down.
        shown: u32,
    },
    /// There are fewer outcomes than tickets, so some tickets could never win. So many dice would do.
    TooFew {
        /// Dice needed.
        needed: usize,
    },
    /// The last throw is one of those that must be repeated for all tickets to be equally likely.
    ThrowAgain {
        /// The first value that must be thrown again.
        limit: u128,
    },
    /// A throw before the last one counted already: it decides.
    AlreadyDecided {
        /// Which throw, counted from 1.
        throw: usize,
    },
}

errors!(BadDice);

impl Dice {
    /// Dice with `sides` sides and their throws.
    ///
    /// # Errors
    /// [`BadDice::Shape`] and [`BadDice::Impossible`].
    pub fn new(sides: u32, throws: Vec<Vec<u32>>) -> Result<Self, BadDice> {
        let count = throws.first().map_or(0, Vec::len);
        if !(2..=1000).contains(&sides)
            || !(1..=64).contains(&count)
            || throws.iter().any(|t| t.len() != count)
        {
            return Err(BadDice::Shape);
        }
        let dice = Self { sides, throws };
        let faces = dice.faces();
        match dice.throws.iter().flatten().find(|shown| !faces.contains(shown)) {
            Some(&shown) => Err(BadDice::Impossible { shown }),
            None => Ok(dice),
        }
    }

    /// What one die can show.
    pub fn faces(&self) -> std::ops::RangeInclusive<u32> {
        if self.sides == 10 { 0..=9 } else { 1..=self.sides }
    }

    /// Sides of each die.
    pub fn sides(&self) -> u32 {
        self.sides
    }

    /// Dice in a throw.
    pub fn count(&self) -> usize {
        self.throws[0].len()
    }

    /// How often they were thrown.
    pub fn throws(&self) -> usize {
        self.throws.len()
    }

    /// The last throw alone, which is the one that decides.
    pub fn last(&self) -> Self {
        Self { sides: self.sides, throws: self.throws.last().cloned().into_iter().collect() }
    }

    /// The ticket of 0 to `tickets` - 1 that the dice decide: the first die counts most, as digits of
    /// a number in base `sides` (a face of 1 counts 0, but ten-sided dice show their digit); then
    /// modulo `tickets`.
    ///
    /// # Errors
    /// [`BadDice::TooFew`], [`BadDice::ThrowAgain`], [`BadDice::AlreadyDecided`].
    pub fn ticket(&self, tickets: u64) -> Result<u64, BadDice> {
        enough(self.sides, self.count(), tickets)?;
        let (base, tickets) = (u128::from(self.sides), u128::from(tickets));
        // Beyond 2^100 outcomes the share to throw again is below 2^-36; leading dice are then idle.
        let used = (1..=self.count()).find(|&n| base.pow(n as u32) >= 1 << 100).unwrap_or(self.count());
        let limit = base.pow(used as u32) / tickets * tickets;
        let first = *self.faces().start();
        let value = |throw: &Vec<u32>| {
            throw[throw.len() - used..].iter().fold(0, |v: u128, &shown| v * base + u128::from(shown - first))
        };
        let counts = |throw: &Vec<u32>| value(throw) < limit;
        match self.throws.iter().position(counts) {
            None => Err(BadDice::ThrowAgain { limit }),
            Some(at) if at + 1 < self.throws.len() => Err(BadDice::AlreadyDecided { throw: at + 1 }),
            Some(at) => Ok((value(&self.throws[at]) % tickets) as u64),
        }
    }

    /// Reads what [`Dice`] displays, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let sides = lines.next()?.parse().ok()?;
        let throws = lines
            .map(|l| l.split(' ').map(|d| d.parse().ok()).collect())
            .collect::<Option<Vec<Vec<u32>>>>()?;
        let dice = Self::new(sides, throws).ok()?;
        (dice.to_string() == text).then_some(dice)
    }
}

/// Whether `count` dice with `sides` sides can decide between `tickets` tickets.
///
/// # Errors
/// [`BadDice::Shape`] and [`BadDice::TooFew`].
pub fn enough(sides: u32, count: usize, tickets: u64) -> Result<(), BadDice> {
    if !(2..=1000).contains(&sides) || !(1..=64).contains(&count) {
        return Err(BadDice::Shape);
    }
    let needed = (1..=64).find(|&n| {
        u128::from(sides).checked_pow(n as u32).is_none_or(|outcomes| outcomes >= u128::from(tickets))
    });
    match needed {
        Some(needed) if count < needed => Err(BadDice::TooFew { needed }),
        Some(_) => Ok(()),
        None => Err(BadDice::Shape),
    }
}

impl fmt::Display for Dice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.sides)?;
        for throw in &self.throws {
            let shown: Vec<String> = throw.iter().map(u32::to_string).collect();
            write!(f, "\n{}", shown.join(" "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_ten_sided_dice_are_the_three_digits_of_a_ticket() {
        let dice = Dice::new(10, vec![vec![1, 8, 7]]).unwrap();
        assert_eq!(dice.ticket(1000), Ok(187));
        assert_eq!(dice.ticket(1_000_000), Err(BadDice::TooFew { needed: 6 }));
        assert_eq!(dice.sides(), 10);
        assert_eq!(Dice::parse(&dice.to_string()), Some(dice));
    }

    #[test]
    fn every_ticket_is_exactly_as_likely() {
        // Four six-sided dice, 1,000 tickets: 1,296 outcomes, of which 1,000 decide.
        let mut count = vec![0; 1000];
        let mut again = 0;
        for n in 0..1296u32 {
            let throw = vec![n / 216 + 1, n / 36 % 6 + 1, n / 6 % 6 + 1, n % 6 + 1];
            match Dice::new(6, vec![throw]).unwrap().ticket(1000) {
                Ok(ticket) => count[ticket as usize] += 1,
                Err(BadDice::ThrowAgain { limit: 1000 }) => again += 1,
                other => panic!("{other:?}"),
            }
        }
        assert!(count.iter().all(|&c| c == 1) && again == 296);
    }

    #[test]
    fn nobody_throws_until_it_suits() {
        let again = vec![6, 6, 6, 6];
        let first = vec![1, 1, 1, 2];
        let dice = Dice::new(6, vec![again.clone(), first.clone()]).unwrap();
        assert_eq!(dice.ticket(1000), Ok(1));
        let shopped = Dice::new(6, vec![first, again]).unwrap();
        assert_eq!(shopped.ticket(1000), Err(BadDice::AlreadyDecided { throw: 1 }));
    }

    #[test]
    fn impossible_faces_and_shapes() {
        assert_eq!(Dice::new(6, vec![vec![0]]), Err(BadDice::Impossible { shown: 0 }));
        assert_eq!(Dice::new(10, vec![vec![10]]), Err(BadDice::Impossible { shown: 10 }));
        assert_eq!(Dice::new(6, vec![vec![1, 2], vec![1]]), Err(BadDice::Shape));
        assert_eq!(Dice::new(6, vec![]), Err(BadDice::Shape));
        assert_eq!(Dice::new(1, vec![vec![1]]), Err(BadDice::Shape));
        for text in ["6\n1 2\n", "6\n01 2", "6\n1  2", "6", "06\n1", "6\n+1"] {
            assert_eq!(Dice::parse(text), None, "{text:?}");
        }
        assert_eq!(Dice::new(1001, vec![vec![1]]), Err(BadDice::Shape));
        assert_eq!(Dice::new(1000, vec![vec![1001]]), Err(BadDice::Impossible { shown: 1001 }));
        assert_eq!(Dice::new(6, vec![vec![1; 65]]), Err(BadDice::Shape));
        assert!(Dice::new(2, vec![vec![2, 1]]).is_ok() && Dice::new(1000, vec![vec![1000; 64]]).is_ok());
        assert_eq!(enough(10, 6, 1_000_000), Ok(()));
        assert_eq!(enough(10, 5, 1_000_000), Err(BadDice::TooFew { needed: 6 }));
        assert_eq!(enough(10, 6, 1_000_001), Err(BadDice::TooFew { needed: 7 }));
        for (sides, count) in [(1, 1), (1001, 1), (6, 0), (6, 65)] {
            assert_eq!(enough(sides, count, 1), Err(BadDice::Shape));
        }
        assert_eq!(enough(2, 64, u64::MAX), Ok(()));
    }

    /// Beyond 2^100 outcomes only the last dice count: of six-sided ones 39, since 6^39 is the first power above.
    #[test]
    fn of_very_many_dice_only_the_last_count() {
        let ticket = |at: usize, shown: u32| {
            let mut throw = vec![3; 64];
            throw[at] = shown;
            Dice::new(6, vec![throw]).unwrap().ticket(1_000_000).unwrap()
        };
        let usual = ticket(0, 3);
        assert!((0..25).all(|at| ticket(at, 1) == usual));
        assert!((25..64).all(|at| ticket(at, 1) != usual));
        assert_eq!(ticket(63, 4), usual + 1);
    }

    /// 1000^10 is below 2^100 and 1000^11 is not: of twelve such dice the first is idle.
    #[test]
    fn dice_beyond_a_hundred_bits_are_idle() {
        let ticket = |shown: &[u32]| Dice::new(1000, vec![shown.to_vec()]).unwrap().ticket(7);
        let mut shown = vec![1; 12];
        assert_eq!(ticket(&shown), Ok(0));
        shown[0] = 2;
        assert_eq!(ticket(&shown), Ok(0));
        // 1000^10 is 1 modulo 7.
        shown[1] = 2;
        assert_eq!(ticket(&shown), Ok(1));
        assert_eq!(ticket(&shown[1..]), Ok(1));
    }
}
