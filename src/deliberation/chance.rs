//! Where a lot of a deliberation comes from: what people in the room can see and say, or a round of the beacon that is named
//! before. Imports `seed` and its siblings.

use super::dates::Date;
use crate::base::errors;
use crate::seed::Evidence;
use crate::seed::charter::{self, Declared};
use crate::seed::dice::{self, BadDice};
use crate::seed::drand::Chain;
use crate::seed::evidence::Source;
use crate::seed::numbers;
use crate::seed::time::Moment;
use crate::seed::zone::Zone;
use std::fmt;
use toml::{Table, Value};

/// Outcomes that dice must have at least, so that every order of a few people or options is about as likely.
pub const OUTCOMES: u64 = 1_000_000;

/// A declared source of a lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chance {
    /// Words.
    Text,
    /// Published numbers: so many, none greater than `most`. Whoever could give five or six numbers of the same evening
    /// could choose between two lots.
    Lotto {
        /// How many.
        count: usize,
        /// The greatest that there can be.
        most: u64,
    },
    /// Dice of one kind, so many of them; they have [`OUTCOMES`] at least.
    Dice {
        /// Sides of each.
        sides: u32,
        /// How many.
        count: usize,
    },
    /// One round of a chain of the beacon.
    Drand {
        /// Which chain.
        chain: Chain,
        /// Which round.
        round: u64,
    },
}

/// How evidence departs from the declared source: it is of another one, of another round, of other dice, or of other or more
/// numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfit;

errors!(Unfit);

impl fmt::Display for Chance {
    /// `text`, `dice 10 6` (sides, count), `lotto 6 45` (count, the greatest), `drand quicknet 27946612`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str(Source::Text.word()),
            Self::Lotto { count, most } => write!(f, "lotto {count} {most}"),
            Self::Dice { sides, count } => write!(f, "dice {sides} {count}"),
            Self::Drand { chain, round } => write!(f, "drand {} {round}", chain.name()),
        }
    }
}

impl Chance {
    /// Reads its one form.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let chance = match Source::of_word(parts.next()?)? {
            Source::Text => Self::Text,
            Source::Lotto => Self::lotto(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?,
            Source::Dice => Self::dice(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)?,
            Source::Drand => {
                let chain = Chain::of_name(parts.next()?)?;
                let round = parts.next()?.parse().ok()?;
                chain.moment(round)?;
                Self::Drand { chain, round }
            }
            Source::Ticket | Source::Contributions => return None,
        };
        (chance.to_string() == text).then_some(chance)
    }

    /// Published numbers: 1 to 100 of them, as evidence can have, that have outcomes enough.
    fn lotto(count: usize, most: u64) -> Option<Self> {
        let fits = (1..=numbers::MOST).contains(&count) && numbers::enough(count, most, OUTCOMES).is_ok();
        fits.then_some(Self::Lotto { count, most })
    }

    /// Dice that have outcomes enough.
    fn dice(sides: u32, count: usize) -> Option<Self> {
        dice::enough(sides, count, OUTCOMES).ok().map(|()| Self::Dice { sides, count })
    }

    /// Reads a table with `lot` and what fixes it, as in a charter's `[seed]`: of dice `sides` and `count`, of published
    /// numbers `count` and `most`, of the beacon `chain` and `round` or `time`.
    pub fn of_toml(table: &Table, zone: Option<Zone>) -> Option<Self> {
        let source = Source::of_word(table.get("lot")?.as_str()?.trim())?;
        let known: &[&str] = match source {
            Source::Lotto => &["count", "most"],
            Source::Dice => &["sides", "count"],
            Source::Drand => &["chain", "round", "time"],
            Source::Text | Source::Ticket | Source::Contributions => &[],
        };
        if !table.keys().all(|key| key == "lot" || known.contains(&key.as_str())) {
            return None;
        }
        let number = |key: &str| u64::try_from(table.get(key)?.as_integer()?).ok();
        match source {
            Source::Text => Some(Self::Text),
            Source::Lotto => Self::lotto(usize::try_from(number("count")?).ok()?, number("most")?),
            Source::Dice => {
                Self::dice(u32::try_from(number("sides")?).ok()?, usize::try_from(number("count")?).ok()?)
            }
            Source::Drand => {
                let mut seed = table.clone();
                seed.remove("lot");
                seed.insert("source".to_owned(), Value::String(source.word().to_owned()));
                match charter::round(&seed, zone)? {
                    Declared::Drand { chain, round, .. } => Some(Self::Drand { chain, round }),
                    _ => None,
                }
            }
            Source::Ticket | Source::Contributions => None,
        }
    }

    /// When everybody could know what it gives, if that is not after a day: what the lot decides must be published before.
    /// As in a charter, a day ends with its last second in UTC.
    pub fn known_by(self, day: Date) -> Option<Moment> {
        let Self::Drand { chain, round } = self else { return None };
        chain.moment(round).filter(|due| due.seconds() <= day.last_second())
    }

    /// When its round is due, if it has one.
    pub fn due(self) -> Option<Moment> {
        let Self::Drand { chain, round } = self else { return None };
        chain.moment(round)
    }

    /// How many dice of a table are needed, if it says too few of them.
    pub fn too_few(table: &Table) -> Option<u64> {
        let number = |key: &str| u64::try_from(table.get(key)?.as_integer()?).ok();
        let is_dice = table.get("lot")?.as_str()?.trim() == Source::Dice.word();
        let (sides, count) = (u32::try_from(number("sides")?).ok()?, usize::try_from(number("count")?).ok()?);
        match dice::enough(sides, count, OUTCOMES) {
            Err(BadDice::TooFew { needed }) if is_dice => Some(needed as u64),
            _ => None,
        }
    }

    /// In how many ways the numbers of a table can come, if those are too few.
    pub fn few_numbers(table: &Table) -> Option<u64> {
        let number = |key: &str| u64::try_from(table.get(key)?.as_integer()?).ok();
        let is_lotto = table.get("lot")?.as_str()?.trim() == Source::Lotto.word();
        let count =
            usize::try_from(number("count")?).ok().filter(|count| (1..=numbers::MOST).contains(count))?;
        numbers::enough(count, number("most")?, OUTCOMES).err().filter(|_| is_lotto)
    }

    /// How many sides the dice have, where it is dice.
    pub fn sides(self) -> Option<u32> {
        if let Self::Dice { sides, .. } = self { Some(sides) } else { None }
    }

    /// Whether evidence is of this source, and as it fixes it.
    ///
    /// # Errors
    /// It departs from it, or dice were thrown more than once: no throw has to be repeated here, so whoever throws again chooses.
    pub fn allows(self, evidence: &Evidence) -> Result<(), Unfit> {
        if matches!(evidence, Evidence::Dice(dice) if dice.throws() > 1) {
            return Err(Unfit);
        }
        let declared = match self {
            Self::Text => Declared::Text,
            Self::Lotto { count, most } => Declared::Lotto { count, most },
            Self::Dice { sides, count } => Declared::Dice { sides, count },
            Self::Drand { chain, round } => Declared::Drand { chain, round, zone: None },
        };
        declared.allows(evidence).map_err(|_| Unfit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICKNET: &str = "drand quicknet 27946612";

    #[test]
    fn a_source_has_one_form() {
        for good in [
            "text",
            "lotto 6 45",
            "lotto 5 45",
            "lotto 1 1000000",
            "dice 10 6",
            "dice 6 8",
            QUICKNET,
            "drand default 1",
        ] {
            assert_eq!(Chance::read(good).unwrap().to_string(), good);
        }
        for bad in [
            "ticket",
            "drand",
            "drand quicknet",
            "drand quicknet 0",
            "drand quicknet 01",
            "drand other 1",
            "dice",
            "dice 10",
            "dice 10 5",
            "dice 6 7",
            "dice 10 06",
            "dice 10 65",
            "dice 1 20",
            "dice 10 6 1",
            "lotto",
            "lotto 6",
            "lotto 0 45",
            "lotto 100 0",
            "lotto 3 45",
            "lotto 1 999999",
            "lotto 101 45",
            "lotto 6 045",
            "text 1",
        ] {
            assert_eq!(Chance::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_round_is_given_by_number_or_time_and_nothing_else() {
        let read = |text: &str| Chance::of_toml(&text.parse().unwrap(), None).map(|it| it.to_string());
        let drand = "lot='drand'\nchain='quicknet'\n";
        for round in ["round=27946612", "time=2026-04-20T02:00:00+02:00"] {
            assert_eq!(read(&format!("{drand}{round}")).as_deref(), Some(QUICKNET));
        }
        assert_eq!(read("lot='dice'\nsides=10\ncount=6").as_deref(), Some("dice 10 6"));
        assert_eq!(read("lot='lotto'\ncount=6\nmost=45").as_deref(), Some("lotto 6 45"));
        assert_eq!(read("lot='text'").as_deref(), Some("text"));
        for bad in
            ["lot='dice'", "lot='dice'\nsides=10", "lot='dice'\nsides=10\ncount=5", "lot='lotto'\ncount=6"]
        {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(read("lot='text'\ncount=6"), None);
        let few = |text: &str| Chance::too_few(&text.parse().unwrap());
        assert_eq!(few("lot='dice'\nsides=10\ncount=5"), Some(6));
        assert_eq!(few("lot='dice'\nsides=10\ncount=6"), None);
        assert_eq!(few("lot='dice'\nsides=10"), None);
        assert_eq!(read("lot='lotto'\ncount=6\nmost=45\nsides=6"), None);
        let few = |text: &str| Chance::few_numbers(&text.parse().unwrap());
        assert_eq!(few("lot='lotto'\ncount=1\nmost=3"), Some(3));
        assert_eq!(few("lot='lotto'\ncount=6\nmost=45"), None);
        assert_eq!(few("lot='dice'\ncount=1\nmost=3"), None);
        for bad in ["", "round=0", "round=1\ntime=2026-04-20T02:00:00Z", "time='soon'", "round=1\nsides=6"] {
            assert_eq!(read(&format!("{drand}{bad}")), None, "{bad}");
        }
        assert_eq!(read("lot='dice'\nsides=10\ncount=6\nround=1"), None);
    }

    #[test]
    fn nobody_chooses_how_many_dice_or_numbers_count() {
        let allows = |source: &str, evidence: &str| {
            Chance::read(source).unwrap().allows(&Evidence::parse(evidence).unwrap()).is_ok()
        };
        assert!(allows("dice 10 6", "dice\n10\n4 0 7 1 1 2"));
        assert!(!allows("dice 10 6", "dice\n10\n4 0 7 1 1 2 3"));
        // Nor how often they are thrown.
        assert!(!allows("dice 10 6", "dice\n10\n4 0 7 1 1 2\n4 0 7 1 1 3"));
        assert!(!allows("dice 12 6", "dice\n10\n4 0 7 1 1 2"));
        assert!(allows("lotto 5 45", "lotto\n3 17 22 23 45"));
        for other in ["3 17 22 45", "3 17 22 23 24 45", "3 17 22 23 46"] {
            assert!(!allows("lotto 5 45", &format!("lotto\n{other}")), "{other}");
        }
        assert!(!allows("text", "lotto\n3 17 45") && allows("text", "text\nappel"));
    }

    /// The round is due on 20 April 2026 at 0:00 UTC.
    #[test]
    fn a_round_decides_only_what_was_published_on_a_day_before() {
        let chance = Chance::read(QUICKNET).unwrap();
        let known = |day: &str| chance.known_by(Date::read(day).unwrap()).is_some();
        assert!(!known("2026-04-19") && known("2026-04-20") && known("2026-04-21"));
        assert_eq!(Chance::Text.known_by(Date::read("2026-04-20").unwrap()), None);
    }
}
