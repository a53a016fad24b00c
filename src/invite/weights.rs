//! Weights of people: whose is twice as large has twice the chance of a letter. Whole numbers, which the register holds and
//! the frame commits to. Imports nothing of ours.

/// The greatest weight that anybody can have.
pub const GREATEST: u16 = 1_000;
/// What the weights of a frame may come to, less one: so that a list times all of them stays below 2^62.
pub const MOST: u64 = 1 << 31;

/// Reads a weight: a whole number from 1 to [`GREATEST`] without zeros in front. Whatever else stands there is none, also
/// nothing: a person who counts for one by mistake is a person with another chance.
pub fn weight(cell: &[u8]) -> Option<u16> {
    if !(1..=4).contains(&cell.len()) || cell[0] == b'0' || !cell.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let weight = cell.iter().fold(0, |n, b| 10 * n + u16::from(b - b'0'));
    (weight <= GREATEST).then_some(weight)
}

/// What the weights of a stratum come to. Where the charter names none, everybody's is 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// All of them together: how long the circle is.
    pub sum: u64,
    /// The greatest; 0 where there is nobody.
    pub greatest: u64,
}

impl Weights {
    /// Of so many people, each of weight 1.
    pub fn even(people: u64) -> Self {
        Self { sum: people, greatest: people.min(1) }
    }

    /// One more person.
    pub fn add(&mut self, weight: u16) {
        self.join(Self { sum: weight.into(), greatest: weight.into() });
    }

    /// The people of another part.
    pub fn join(&mut self, other: Self) {
        self.sum += other.sum;
        self.greatest = self.greatest.max(other.greatest);
    }

    /// How many times the greatest weight goes into all: nobody has two places of a list that is no longer.
    pub fn room(self) -> u64 {
        self.sum / self.greatest.max(1)
    }

    /// Whether so many people can have these weights.
    pub fn can_be(self, people: u64) -> bool {
        let Self { sum, greatest } = self;
        let others = people.saturating_sub(1);
        let least = greatest + others;
        greatest <= u64::from(GREATEST)
            && (people > 0) == (greatest > 0)
            && (least..=greatest + others * greatest).contains(&sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_a_whole_number_written_in_one_way() {
        for (cell, due) in [("1", 1), ("9", 9), ("10", 10), ("250", 250), ("1000", 1_000)] {
            assert_eq!(weight(cell.as_bytes()), Some(due));
        }
        for cell in ["", "0", "01", "1001", "10000", "-1", "+1", "1.0", "1,5", "2x", " 1", "een", "٣"] {
            assert_eq!(weight(cell.as_bytes()), None, "{cell}");
        }
    }

    /// Every sum of up to three weights up to four can be, and no other.
    #[test]
    fn sums_are_those_that_there_can_be() {
        let mut there = std::collections::BTreeSet::from([(0, 0, 0)]);
        for round in 0..3 {
            for (people, sum, greatest) in there.clone() {
                for more in (1..=4).filter(|_| people == round) {
                    there.insert((people + 1, sum + more, more.max(greatest)));
                }
            }
        }
        for people in 0..4 {
            for (sum, greatest) in (0..14).flat_map(|sum| (0..5).map(move |greatest| (sum, greatest))) {
                let due = there.contains(&(people, sum, greatest));
                assert_eq!(Weights { sum, greatest }.can_be(people), due, "{people} {sum} {greatest}");
            }
        }
        assert!(!Weights { sum: 1_001, greatest: 1_001 }.can_be(1));
        assert_eq!(Weights { sum: 29, greatest: 7 }.room(), 4);
        assert_eq!((Weights::even(0).room(), Weights::even(12).room()), (0, 12));
    }
}
