//! What the organiser promised beforehand. Imports `base` and its siblings.

use super::dice;
use super::drand::{Beacon, Chain};
use super::evidence::{Evidence, Source};
use super::time::Moment;
use toml::{Table, Value};

/// The part of a charter that the draw depends on. The rest is for people and is frozen as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charter {
    /// When the commitment is published.
    pub date: Option<Moment>,
    /// Where the seed will come from; `None`: undeclared.
    pub seed: Option<Declared>,
}

/// A declared source of the seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declared {
    /// Free words, as described in the charter.
    Text,
    /// Published numbers, as described in the charter.
    Lotto,
    /// So many dice with so many sides.
    Dice {
        /// Sides of each.
        sides: u32,
        /// Dice in a throw.
        count: usize,
    },
    /// A ticket drawn by hand.
    Ticket,
    /// One round of a chain of the beacon.
    Drand {
        /// Which chain.
        chain: Chain,
        /// Which round.
        round: u64,
    },
}

/// What is wrong with a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadCharter {
    /// Not TOML; the line (from 1) where reading stopped.
    NotToml {
        /// Line.
        line: usize,
    },
    /// A setting of `[seed]`, or `date`, is missing.
    Missing(&'static str),
    /// A setting has the wrong kind of value or one that does not exist.
    Wrong(&'static str),
    /// `[seed]` has a setting that means nothing for its source.
    Unknown(String),
    /// Too few dice for the number of tickets; so many are needed.
    TooFewDice {
        /// Dice needed.
        needed: usize,
    },
    /// Tickets are to be drawn by hand, but their number is no power of ten.
    NoPowerOfTen,
    /// The beacon's round is due before, or on, the date of the commitment.
    RoundTooEarly {
        /// When the round is due.
        due: Moment,
        /// The date of the commitment.
        date: Moment,
    },
    /// The round number does not exist.
    NoSuchRound,
}

impl Charter {
    /// Reads a charter in TOML for a lottery of `tickets` tickets.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(text: &str, tickets: u64) -> Result<Self, Vec<BadCharter>> {
        let table: Table = text.parse().map_err(|e: toml::de::Error| {
            let at = e.span().map_or(0, |s| s.start.min(text.len()));
            vec![BadCharter::NotToml {
                line: text.as_bytes()[..at].iter().filter(|&&b| b == b'\n').count() + 1,
            }]
        })?;
        let mut bad = Vec::new();
        let date = match table.get("date") {
            None => None,
            Some(Value::Datetime(date)) => Moment::of_toml(date).or_else(|| wrong(&mut bad, "date")),
            Some(_) => wrong(&mut bad, "date"),
        };
        let seed = match table.get("seed") {
            None => None,
            Some(Value::Table(seed)) => declared(seed, tickets, &mut bad),
            Some(_) => wrong(&mut bad, "[seed]"),
        };
        if let Some(Declared::Drand { chain, round }) = seed {
            match (date, chain.moment(round)) {
                (_, None) => bad.push(BadCharter::NoSuchRound),
                (None, _) if table.get("date").is_none() => bad.push(BadCharter::Missing("date")),
                (Some(date), Some(due)) if due <= date => bad.push(BadCharter::RoundTooEarly { due, date }),
                _ => {}
            }
        }
        if bad.is_empty() { Ok(Self { date, seed }) } else { Err(bad) }
    }
}

fn declared(seed: &Table, tickets: u64, bad: &mut Vec<BadCharter>) -> Option<Declared> {
    let source = match seed.get("source") {
        None => return missing(bad, "source"),
        Some(Value::String(word)) => Source::of_word(word).or_else(|| wrong(bad, "source"))?,
        Some(_) => return wrong(bad, "source"),
    };
    let own: &[&str] = match source {
        Source::Text | Source::Lotto | Source::Ticket => &[],
        Source::Dice => &["sides", "count"],
        Source::Drand => &["chain", "round", "time"],
    };
    // "description" is for people, whatever the source.
    let known = |k: &String| k == "source" || k == "description" || own.contains(&k.as_str());
    bad.extend(seed.keys().filter(|k| !known(k)).map(|k| BadCharter::Unknown(k.clone())));
    match source {
        Source::Text => Some(Declared::Text),
        Source::Lotto => Some(Declared::Lotto),
        Source::Ticket => {
            let mut power = 10u64;
            while power < tickets {
                power = power.saturating_mul(10);
            }
            if power != tickets {
                bad.push(BadCharter::NoPowerOfTen);
            }
            Some(Declared::Ticket)
        }
        Source::Dice => {
            let (sides, count) = (number(seed, "sides", bad), number(seed, "count", bad));
            let (sides, count) = (sides?, count?);
            let Ok(sides) = u32::try_from(sides) else { return wrong(bad, "sides") };
            let Ok(count) = usize::try_from(count) else { return wrong(bad, "count") };
            match dice::enough(sides, count, tickets) {
                Ok(()) => Some(Declared::Dice { sides, count }),
                Err(dice::BadDice::TooFew { needed }) => {
                    bad.push(BadCharter::TooFewDice { needed });
                    None
                }
                Err(_) => wrong(bad, "sides and count"),
            }
        }
        Source::Drand => {
            let chain = match seed.get("chain") {
                None => return missing(bad, "chain"),
                Some(Value::String(name)) => {
                    Chain::of_name(name).or_else(|| Chain::of_hash(name)).or_else(|| wrong(bad, "chain"))?
                }
                Some(_) => return wrong(bad, "chain"),
            };
            let round = match (seed.get("round"), seed.get("time")) {
                (Some(_), None) => number(seed, "round", bad)?,
                (None, Some(Value::Datetime(time))) => {
                    chain.round_at(Moment::of_toml(time).or_else(|| wrong(bad, "time"))?)
                }
                (None, Some(_)) => return wrong(bad, "time"),
                (None, None) => return missing(bad, "round"),
                (Some(_), Some(_)) => return wrong(bad, "round and time"),
            };
            Some(Declared::Drand { chain, round })
        }
    }
}

fn number(table: &Table, key: &'static str, bad: &mut Vec<BadCharter>) -> Option<u64> {
    match table.get(key) {
        None => missing(bad, key),
        Some(Value::Integer(n)) => u64::try_from(*n).ok().or_else(|| wrong(bad, key)),
        Some(_) => wrong(bad, key),
    }
}

fn missing<T>(bad: &mut Vec<BadCharter>, key: &'static str) -> Option<T> {
    bad.push(BadCharter::Missing(key));
    None
}

fn wrong<T>(bad: &mut Vec<BadCharter>, key: &'static str) -> Option<T> {
    bad.push(BadCharter::Wrong(key));
    None
}

/// How evidence departs from what was declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Departure {
    /// Another kind of source.
    Source {
        /// Declared.
        declared: Source,
        /// Used.
        used: Source,
    },
    /// Other dice, or another number of them.
    Dice,
    /// Another chain or round of the beacon.
    Round {
        /// Declared.
        declared: u64,
        /// Used.
        used: u64,
    },
    /// The beacon's other chain.
    Chain,
}

impl Declared {
    /// The kind of source.
    pub fn source(&self) -> Source {
        match self {
            Self::Text => Source::Text,
            Self::Lotto => Source::Lotto,
            Self::Dice { .. } => Source::Dice,
            Self::Ticket => Source::Ticket,
            Self::Drand { .. } => Source::Drand,
        }
    }

    /// Whether `evidence` is of the declared source.
    ///
    /// # Errors
    /// How it departs from it.
    pub fn allows(&self, evidence: &Evidence) -> Result<(), Departure> {
        match (self, evidence) {
            (Self::Dice { sides, count }, Evidence::Dice(dice)) => {
                if (*sides, *count) == (dice.sides(), dice.count()) { Ok(()) } else { Err(Departure::Dice) }
            }
            (Self::Drand { chain, round }, Evidence::Drand(pulse)) => match () {
                _ if *chain != pulse.chain => Err(Departure::Chain),
                _ if *round != pulse.round => Err(Departure::Round { declared: *round, used: pulse.round }),
                _ => Ok(()),
            },
            _ if self.source() == evidence.source() => Ok(()),
            _ => Err(Departure::Source { declared: self.source(), used: evidence.source() }),
        }
    }
}

/// The beacon's answer in `json`, of whichever built-in chain it fits, the declared one first.
///
/// # Errors
/// As [`Beacon::read`] and [`Beacon::verify`].
pub fn beacon(declared: Option<&Declared>, json: &[u8]) -> Result<Beacon, super::drand::BadBeacon> {
    let first = match declared {
        Some(Declared::Drand { chain, .. }) => vec![*chain],
        _ => Chain::ALL.to_vec(),
    };
    let mut last = Err(super::drand::BadBeacon::Unreadable);
    for chain in first {
        last = Beacon::read(chain, json).and_then(|b| b.verify().map(|()| b));
        if last.is_ok() {
            break;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Charter, Vec<BadCharter>> {
        Charter::parse(text, 1_000_000)
    }

    #[test]
    fn a_charter_for_people_declares_nothing() {
        assert_eq!(parse("title = 'Zorg'\nexclusions = ['councillors']"), Ok(Charter::default()));
    }

    #[test]
    fn every_source_can_be_declared() {
        for (seed, declared) in [
            ("source='text'\ndescription='three words of the council'", Declared::Text),
            ("source='lotto'", Declared::Lotto),
            ("source='ticket'", Declared::Ticket),
            ("source='dice'\nsides=10\ncount=6", Declared::Dice { sides: 10, count: 6 }),
            (
                "source='drand'\nchain='quicknet'\nround=27946612",
                Declared::Drand { chain: Chain::Quicknet, round: 27_946_612 },
            ),
            (
                "source='drand'\nchain='quicknet'\ntime=2026-04-20T02:00:00+02:00",
                Declared::Drand { chain: Chain::Quicknet, round: 27_946_612 },
            ),
        ] {
            let charter = parse(&format!("date = 2026-04-01\n[seed]\n{seed}")).unwrap();
            assert_eq!(charter.seed, Some(declared));
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        use BadCharter::*;
        for (text, bad) in [
            ("a = [", vec![NotToml { line: 1 }]),
            ("date = '2026-03-01'\nseed = 3", vec![Wrong("date"), Wrong("[seed]")]),
            ("date = 0000-01-01", vec![Wrong("date")]),
            ("[seed]", vec![Missing("source")]),
            ("[seed]\nsource='oracle'", vec![Wrong("source")]),
            ("[seed]\nsource='dice'", vec![Missing("sides"), Missing("count")]),
            ("[seed]\nsource='dice'\nsides=10\ncount=3", vec![TooFewDice { needed: 6 }]),
            ("[seed]\nsource='text'\nround=4", vec![Unknown("round".into())]),
            ("[seed]\nsource='drand'\nround=5", vec![Missing("chain")]),
            ("[seed]\nsource='drand'\nchain='quicknet'\nround=5", vec![Missing("date")]),
            ("date=2026-03-01\n[seed]\nsource='drand'\nchain='default'", vec![Missing("round")]),
            ("date=2026-03-01\n[seed]\nsource='drand'\nchain='default'\nround=0", vec![NoSuchRound]),
        ] {
            assert_eq!(parse(text), Err(bad), "{text}");
        }
        let early = "date=2026-04-20\n[seed]\nsource='drand'\nchain='quicknet'\nround=27946612";
        assert!(matches!(parse(early).unwrap_err()[..], [RoundTooEarly { .. }]));
        assert_eq!(Charter::parse("[seed]\nsource='ticket'", 500), Err(vec![NoPowerOfTen]));
        assert!(Charter::parse("[seed]\nsource='ticket'", 1000).is_ok());
    }

    #[test]
    fn departures_are_named() {
        let drand = Declared::Drand { chain: Chain::Quicknet, round: 5 };
        let text = Evidence::text("x").unwrap();
        assert_eq!(
            drand.allows(&text),
            Err(Departure::Source { declared: Source::Drand, used: Source::Text })
        );
        assert_eq!(Declared::Text.allows(&text), Ok(()));
    }
}
