//! Where a lot of a deliberation comes from: what people in the room can see and say, or a round of the beacon that is named
//! before. Imports `seed` and its siblings.

use super::dates::Date;
use crate::base::errors;
use crate::seed::Evidence;
use crate::seed::charter::{self, Declared};
use crate::seed::dice::{self, BadDice};
use crate::seed::drand::Chain;
use crate::seed::evidence::Source;
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
    /// Published numbers.
    Lotto,
    /// Dice.
    Dice,
    /// One round of a chain of the beacon.
    Drand {
        /// Which chain.
        chain: Chain,
        /// Which round.
        round: u64,
    },
}

/// How evidence departs from the declared source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is of another source, or of another round.
    Source,
    /// These dice cannot be used.
    Dice {
        /// Why.
        bad: BadDice,
        /// Their sides.
        sides: u32,
    },
}

errors!(Unfit);

impl fmt::Display for Chance {
    /// `dice`, or `drand quicknet 27946612`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Drand { chain, round } => write!(f, "drand {} {round}", chain.name()),
            other => f.write_str(other.source().word()),
        }
    }
}

impl Chance {
    /// Reads its one form.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let chance = match Source::of_word(parts.next()?)? {
            Source::Text => Self::Text,
            Source::Lotto => Self::Lotto,
            Source::Dice => Self::Dice,
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

    /// Reads a table with `lot`, and of the beacon `chain` and `round` or `time`, as in a charter's `[seed]`.
    pub fn of_toml(table: &Table, zone: Option<Zone>) -> Option<Self> {
        let word = table.get("lot")?.as_str()?.trim();
        if word != Source::Drand.word() {
            return Self::read(word).filter(|_| table.len() == 1);
        }
        const KNOWN: [&str; 4] = ["lot", "chain", "round", "time"];
        if !table.keys().all(|key| KNOWN.contains(&key.as_str())) {
            return None;
        }
        let mut seed = table.clone();
        seed.remove("lot");
        seed.insert("source".to_owned(), Value::String(word.to_owned()));
        match charter::round(&seed, zone)? {
            Declared::Drand { chain, round, .. } => Some(Self::Drand { chain, round }),
            _ => None,
        }
    }

    /// The kind of source.
    pub fn source(self) -> Source {
        match self {
            Self::Text => Source::Text,
            Self::Lotto => Source::Lotto,
            Self::Dice => Source::Dice,
            Self::Drand { .. } => Source::Drand,
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

    /// Whether evidence is of this source.
    ///
    /// # Errors
    /// How it departs from it.
    pub fn allows(self, evidence: &Evidence) -> Result<(), Unfit> {
        match (self, evidence) {
            (Self::Drand { chain, round }, evidence) => {
                Declared::Drand { chain, round, zone: None }.allows(evidence).map_err(|_| Unfit::Source)
            }
            (Self::Dice, Evidence::Dice(thrown)) => dice::enough(thrown.sides(), thrown.count(), OUTCOMES)
                .map_err(|bad| Unfit::Dice { bad, sides: thrown.sides() }),
            _ if evidence.source() == self.source() => Ok(()),
            _ => Err(Unfit::Source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUICKNET: &str = "drand quicknet 27946612";

    #[test]
    fn a_source_has_one_form() {
        for good in ["text", "lotto", "dice", QUICKNET, "drand default 1"] {
            assert_eq!(Chance::read(good).unwrap().to_string(), good);
        }
        for bad in [
            "ticket",
            "drand",
            "drand quicknet",
            "drand quicknet 0",
            "drand quicknet 01",
            "drand other 1",
            "dice 6",
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
        assert_eq!(read("lot='dice'").as_deref(), Some("dice"));
        for bad in ["", "round=0", "round=1\ntime=2026-04-20T02:00:00Z", "time='soon'", "round=1\nsides=6"] {
            assert_eq!(read(&format!("{drand}{bad}")), None, "{bad}");
        }
        assert_eq!(read("lot='dice'\nround=1"), None);
    }

    /// The round is due on 20 April 2026 at 0:00 UTC.
    #[test]
    fn a_round_decides_only_what_was_published_on_a_day_before() {
        let chance = Chance::read(QUICKNET).unwrap();
        let known = |day: &str| chance.known_by(Date::read(day).unwrap()).is_some();
        assert!(!known("2026-04-19") && known("2026-04-20") && known("2026-04-21"));
        assert_eq!(Chance::Dice.known_by(Date::read("2026-04-20").unwrap()), None);
    }
}
