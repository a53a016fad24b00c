//! What the organiser promised beforehand. Imports `base` and its siblings.

use super::contributions::{ROLES, Sealed};
use super::dice;
use super::drand::{Beacon, Chain};
use super::evidence::Source;
use super::names;
use super::numbers;
use super::strict_toml::{self, NotToml};
use super::time::Moment;
use super::zone::Zone;
use crate::base::errors;
use crate::base::line;
use crate::base::look::look;
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
    /// Published numbers, as described in the charter: so many of them, none greater than `most`. Whoever could give
    /// five or six numbers of the same evening could choose between two seeds.
    Lotto {
        /// How many.
        count: usize,
        /// The greatest that there can be.
        most: u64,
    },
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
        /// The zone of the charter's times.
        zone: Option<Zone>,
    },
    /// Sealed words of several people.
    Contributions {
        /// Who, in the order in which they open.
        roles: Vec<Role>,
        /// Until when they can open theirs.
        until: Moment,
        /// What decides if one of them does not.
        otherwise: Box<Self>,
    },
}

/// Somebody who sealed words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// What they are called.
    pub name: String,
    /// What they handed in.
    pub sealed: Sealed,
}

/// What is wrong with a charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadCharter {
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Not TOML 1.0.
    NotToml(NotToml),
    /// Something that means nothing, and is one slip of the finger from something that is not there.
    Mistyped {
        /// What is there.
        key: String,
        /// What is not.
        meant: &'static str,
    },
    /// A `source`, but outside `[seed]`.
    Outside,
    /// `[programme]` does not say plainly whether people registered themselves.
    Programme,
    /// A setting of `[seed]`, or `date`, is missing.
    Missing(&'static str),
    /// A setting has the wrong kind of value or one that does not exist.
    Wrong(&'static str),
    /// `[seed]` has a setting that means nothing for its source.
    Unknown(String),
    /// The numbers can come in fewer ways than there are tickets, or than [`numbers::OUTCOMES`].
    FewNumbers {
        /// In so many.
        ways: u64,
    },
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
    /// So many people cannot seal words: see [`ROLES`].
    HowMany {
        /// How many the charter names.
        roles: usize,
    },
    /// Something is wrong with one of them.
    Role {
        /// Which, from 1.
        at: usize,
        /// What.
        bad: BadRole,
    },
    /// The time until when words can be opened is not after the date of the commitment.
    UntilTooEarly {
        /// Until when.
        until: Moment,
        /// The date of the commitment.
        date: Moment,
    },
    /// A name with signs that are not of the Latin script, which can pass for another name.
    Script {
        /// The name.
        key: String,
    },
    /// Something is wrong with the second source.
    Otherwise(Box<Self>),
}

errors!(BadCharter);

/// What is wrong with somebody who is to seal words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadRole {
    /// Not a table.
    NotTable,
    /// No name, or none that can be shown on a line.
    Name,
    /// The name of another.
    NameTwice,
    /// Nothing was handed in, or not in the form of a slip.
    Slip,
    /// The slip of another: whoever copies one adds nothing.
    SlipTwice,
    /// A setting that means nothing.
    Unknown(String),
}

/// Bytes that a charter may have. No text for people is as long, and whoever checks a record reads it first of all.
pub const MOST_BYTES: u64 = 1_000_000;

impl Charter {
    /// Reads a charter in TOML that is to be frozen. Of those who seal words no two may be called alike: whoever reads who did
    /// not open theirs would not know who it was. Nor is a table called what people call one that means something and is not
    /// there. (A record in which they are is no less one.)
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn to_freeze(bytes: &[u8], tickets: u64) -> Result<Self, Vec<BadCharter>> {
        let charter = Self::parse(bytes, tickets)?;
        let called = strict_toml::read(bytes).map(|table| names::called(&table)).unwrap_or_default();
        let mistyped = |(key, meant)| BadCharter::Mistyped { key, meant };
        let mut bad: Vec<BadCharter> = called.into_iter().map(mistyped).collect();
        bad.extend(charter.look_alike().map(|at| BadCharter::Role { at, bad: BadRole::NameTwice }));
        if bad.is_empty() { Ok(charter) } else { Err(bad) }
    }

    /// The first of those who seal words, from 1, whose name looks like that of one before.
    pub fn look_alike(&self) -> Option<usize> {
        let Some(Declared::Contributions { roles, .. }) = &self.seed else { return None };
        let looks: Vec<String> = roles.iter().map(|role| look(&role.name)).collect();
        (1..looks.len()).find(|&at| looks[..at].contains(&looks[at])).map(|at| at + 1)
    }

    /// Reads a charter in TOML for a lottery of `tickets` tickets.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(bytes: &[u8], tickets: u64) -> Result<Self, Vec<BadCharter>> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(vec![BadCharter::TooLarge]);
        }
        let table = strict_toml::read(bytes).map_err(|bad| vec![BadCharter::NotToml(bad)])?;
        let mut bad = mistyped(&table);
        let zone = match table.get("zone") {
            None => None,
            Some(value) => value.as_str().and_then(Zone::of_name).or_else(|| wrong(&mut bad, "zone")),
        };
        let date = match table.get("date") {
            None => None,
            Some(value) => moment(value, zone).or_else(|| wrong(&mut bad, "date")),
        };
        let seed = match table.get("seed") {
            None => None,
            Some(Value::Table(seed)) => {
                // A date that is there but wrong is said already.
                let date = if table.contains_key("date") { Date::Given(date) } else { Date::Missing };
                Reader { tickets, date, zone, bad: &mut bad }.declared(seed)
            }
            Some(_) => wrong(&mut bad, "[seed]"),
        };
        if bad.is_empty() { Ok(Self { date, seed }) } else { Err(bad) }
    }
}

/// What `kind` of `[programme]` can be.
const KINDS: [&str; 2] = ["register", "self-registered"];

/// What was probably meant for the program and does not reach it.
fn mistyped(table: &Table) -> Vec<BadCharter> {
    let (near, foreign) = names::unknown(&table.keys().map(String::as_str).collect::<Vec<_>>());
    let mut bad: Vec<_> = near.into_iter().map(|(key, meant)| BadCharter::Mistyped { key, meant }).collect();
    let source = table.get("source").and_then(Value::as_str).and_then(Source::of_word);
    if source.is_some() && !table.contains_key("seed") {
        bad.push(BadCharter::Outside);
    }
    bad.extend(foreign.into_iter().map(|key| BadCharter::Script { key }));
    // Written otherwise it would count for nothing, and a lottery among people who registered themselves pass for another.
    let plain = table.get("programme").is_none_or(|own| {
        own.as_table().is_some_and(|own| match own.get("kind") {
            None => !own.keys().any(|key| strsim::osa_distance(&key.to_ascii_lowercase(), "kind") <= 1),
            Some(kind) => kind.as_str().is_some_and(|kind| KINDS.contains(&kind)),
        })
    });
    if !plain {
        bad.push(BadCharter::Programme);
    }
    bad
}

/// Whether a text in a file that is not for the program was probably meant to be: it can be read as TOML and has tables, or it has
/// lines that are the heads of tables, or settings, that mean something or are a slip away from it.
pub fn meant_for_the_program(text: &str) -> bool {
    let line =
        |line: &str| -> String { line.split('#').next().unwrap_or_default().split_whitespace().collect() };
    let lines: Vec<String> = text.lines().map(line).collect();
    let has = |start: &str| lines.iter().any(|line| line.starts_with(start));
    has("seed.source=") || has("seed={") || has("reserves={") || names::is_for_programs(text)
}

fn moment(value: &Value, zone: Option<Zone>) -> Option<Moment> {
    Moment::of_toml(value.as_datetime()?, zone)
}

/// The date of the commitment, as far as it can be read.
#[derive(Clone, Copy)]
enum Date {
    Missing,
    Given(Option<Moment>),
}

/// What a table `[seed]` is read with.
struct Reader<'a> {
    tickets: u64,
    /// What a round of the beacon has to come after.
    date: Date,
    /// The zone of times without an offset.
    zone: Option<Zone>,
    bad: &'a mut Vec<BadCharter>,
}

impl Reader<'_> {
    fn declared(&mut self, seed: &Table) -> Option<Declared> {
        let word = seed.get("source").and_then(Value::as_str);
        let Some(source) = word.and_then(Source::of_word) else {
            // What no source has is wrong whichever is meant.
            let all = [
                "source",
                "description",
                "sides",
                "count",
                "most",
                "chain",
                "round",
                "time",
                "roles",
                "until",
                "otherwise",
            ];
            let unknown = seed.keys().filter(|key| !all.contains(&key.as_str()));
            self.bad.extend(unknown.map(|key| BadCharter::Unknown(key.clone())));
            return match seed.contains_key("source") {
                true => wrong(self.bad, "source"),
                false => missing(self.bad, "source"),
            };
        };
        let own: &[&str] = match source {
            Source::Text | Source::Ticket => &[],
            Source::Lotto => &["count", "most"],
            Source::Dice => &["sides", "count"],
            Source::Drand => &["chain", "round", "time"],
            Source::Contributions => &["roles", "until", "otherwise"],
        };
        // "description" is for people, whatever the source.
        let known = |k: &String| k == "source" || k == "description" || own.contains(&k.as_str());
        self.bad.extend(seed.keys().filter(|k| !known(k)).map(|k| BadCharter::Unknown(k.clone())));
        match source {
            Source::Text => Some(Declared::Text),
            Source::Lotto => self.lotto(seed),
            Source::Ticket => self.ticket(),
            Source::Dice => self.dice(seed),
            Source::Drand => self.drand(seed),
            Source::Contributions => self.contributions(seed),
        }
    }

    fn ticket(&mut self) -> Option<Declared> {
        let mut power = 10u64;
        while power < self.tickets {
            power = power.saturating_mul(10);
        }
        if power != self.tickets {
            self.bad.push(BadCharter::NoPowerOfTen);
        }
        Some(Declared::Ticket)
    }

    fn lotto(&mut self, seed: &Table) -> Option<Declared> {
        let (count, most) = (number(seed, "count", self.bad), number(seed, "most", self.bad));
        let (count, most) = (count?, most?);
        match usize::try_from(count) {
            Ok(count @ 1..=numbers::MOST) => match numbers::enough(count, most, self.tickets) {
                Ok(()) => Some(Declared::Lotto { count, most }),
                Err(ways) => {
                    self.bad.push(BadCharter::FewNumbers { ways });
                    None
                }
            },
            _ => wrong(self.bad, "count of numbers"),
        }
    }

    fn dice(&mut self, seed: &Table) -> Option<Declared> {
        let (sides, count) = (number(seed, "sides", self.bad), number(seed, "count", self.bad));
        let (sides, count) = (sides?, count?);
        let Ok(sides) = u32::try_from(sides) else { return wrong(self.bad, "sides") };
        let Ok(count) = usize::try_from(count) else { return wrong(self.bad, "count") };
        match dice::enough(sides, count, self.tickets) {
            Ok(()) => Some(Declared::Dice { sides, count }),
            Err(dice::BadDice::TooFew { needed }) => {
                self.bad.push(BadCharter::TooFewDice { needed });
                None
            }
            Err(_) => wrong(self.bad, "sides and count"),
        }
    }

    fn drand(&mut self, seed: &Table) -> Option<Declared> {
        let chain = match seed.get("chain") {
            None => missing(self.bad, "chain"),
            Some(Value::String(name)) => {
                Chain::of_name(name).or_else(|| Chain::of_hash(name)).or_else(|| wrong(self.bad, "chain"))
            }
            Some(_) => wrong(self.bad, "chain"),
        };
        let round = match (seed.get("round"), seed.get("time")) {
            (Some(_), None) => number(seed, "round", self.bad),
            (None, Some(time)) => {
                let time = moment(time, self.zone).or_else(|| wrong(self.bad, "time"));
                chain.zip(time).map(|(chain, time)| chain.round_at(time))
            }
            (None, None) => missing(self.bad, "round"),
            (Some(_), Some(_)) => wrong(self.bad, "round and time"),
        };
        if matches!(self.date, Date::Missing) {
            self.bad.push(BadCharter::Missing("date"));
        }
        let (chain, round) = (chain?, round?);
        match (self.date, chain.moment(round).map(|due| due.by(self.zone))) {
            (_, None) => self.bad.push(BadCharter::NoSuchRound),
            (Date::Given(Some(date)), Some(due)) if due <= date => {
                self.bad.push(BadCharter::RoundTooEarly { due, date });
            }
            _ => {}
        }
        Some(Declared::Drand { chain, round, zone: self.zone })
    }

    fn contributions(&mut self, seed: &Table) -> Option<Declared> {
        let roles = match seed.get("roles") {
            None => missing(self.bad, "roles"),
            Some(Value::Array(list)) => self.roles(list),
            Some(_) => wrong(self.bad, "roles"),
        };
        let until = match seed.get("until") {
            None => missing(self.bad, "until"),
            Some(until) => moment(until, self.zone).or_else(|| wrong(self.bad, "until")),
        };
        match (self.date, until) {
            (Date::Missing, _) => self.bad.push(BadCharter::Missing("date")),
            (Date::Given(Some(date)), Some(until)) if until <= date => {
                self.bad.push(BadCharter::UntilTooEarly { until, date });
            }
            _ => {}
        }
        let otherwise = match seed.get("otherwise") {
            None => missing(self.bad, "otherwise"),
            Some(Value::Table(second)) => {
                let mut bad = Vec::new();
                // A round that is public while words can still be opened lets the last one choose between the two.
                let declared = Reader {
                    tickets: self.tickets,
                    date: Date::Given(until),
                    zone: self.zone,
                    bad: &mut bad,
                }
                .second(second);
                self.bad.extend(bad.into_iter().map(|bad| BadCharter::Otherwise(Box::new(bad))));
                declared
            }
            Some(_) => wrong(self.bad, "otherwise"),
        };
        Some(Declared::Contributions { roles: roles?, until: until?, otherwise: Box::new(otherwise?) })
    }

    /// The second source, which cannot be words, sealed or not: somebody would choose them once the others are known.
    fn second(&mut self, table: &Table) -> Option<Declared> {
        let source = table.get("source").and_then(Value::as_str).and_then(Source::of_word);
        if source.is_some_and(Source::is_words) {
            return wrong(self.bad, "source");
        }
        self.declared(table)
    }

    fn roles(&mut self, list: &[Value]) -> Option<Vec<Role>> {
        let before = self.bad.len();
        if !ROLES.contains(&list.len()) {
            self.bad.push(BadCharter::HowMany { roles: list.len() });
        }
        let mut roles: Vec<Role> = Vec::new();
        for (i, value) in list.iter().enumerate() {
            let mut add = |bad| self.bad.push(BadCharter::Role { at: i + 1, bad });
            let Value::Table(table) = value else {
                add(BadRole::NotTable);
                continue;
            };
            let known = |key: &String| ["name", "slip"].contains(&key.as_str());
            table.keys().filter(|key| !known(key)).for_each(|key| add(BadRole::Unknown(key.clone())));
            let text = |key| table.get(key).and_then(Value::as_str);
            let name = text("name").filter(|name| line::is_line(name));
            let sealed = text("slip").and_then(Sealed::parse);
            match name {
                None => add(BadRole::Name),
                Some(name) if roles.iter().any(|role| role.name == name) => add(BadRole::NameTwice),
                _ => {}
            }
            match sealed {
                None => add(BadRole::Slip),
                Some(sealed) if roles.iter().any(|role| role.sealed == sealed) => add(BadRole::SlipTwice),
                _ => {}
            }
            if let (Some(name), Some(sealed)) = (name, sealed) {
                roles.push(Role { name: name.to_owned(), sealed });
            }
        }
        (self.bad.len() == before).then_some(roles)
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

/// A round of the beacon as a table `source = "drand"` with `chain` and `round` or `time` declares it, for a lot that comes
/// later than the charter; `None` for anything else.
pub fn round(table: &Table, zone: Option<Zone>) -> Option<Declared> {
    let mut bad = Vec::new();
    let date = Date::Given(None);
    let declared = Reader { tickets: 1, date, zone, bad: &mut bad }.declared(table);
    declared.filter(|declared| bad.is_empty() && declared.source() == Source::Drand)
}

/// The zone that a charter, or a file like it, names for its times.
pub fn zone(table: &Table) -> Option<Zone> {
    table.get("zone").and_then(Value::as_str).and_then(Zone::of_name)
}

/// The beacon's answer in the file `bytes`, of whichever built-in chain signed it, the declared one first.
///
/// # Errors
/// As [`Beacon::read`] and [`Beacon::verify`].
pub fn beacon(declared: Option<&Declared>, bytes: &[u8]) -> Result<Beacon, super::drand::BadBeacon> {
    let first = declared.and_then(Declared::beacon).map(|(chain, _)| chain);
    let chains = first.into_iter().chain(Chain::ALL.into_iter().filter(|chain| Some(*chain) != first));
    let answers: Vec<_> = chains.map(|chain| Beacon::genuine(chain, bytes)).collect();
    // What the declared chain says is wrong tells most.
    let found = answers.iter().position(Result::is_ok).unwrap_or(0);
    answers.into_iter().nth(found).expect("there are chains")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::contributions::{Contributions, Slip};
    use crate::seed::departure::Departure;
    use crate::seed::drand::Pulse;
    use crate::seed::evidence::Evidence;
    use crate::seed::words::Words;

    const LOTTO: &str = "source='lotto'\ncount=6\nmost=45";

    fn parse(text: &str) -> Result<Charter, Vec<BadCharter>> {
        Charter::parse(text.as_bytes(), 1_000_000)
    }

    #[test]
    fn a_charter_for_people_declares_nothing() {
        assert_eq!(parse("title = 'Zorg'\nexclusions = ['councillors']"), Ok(Charter::default()));
    }

    #[test]
    fn a_round_for_a_later_lot_is_declared_as_in_a_charter() {
        let of = |text: &str| round(&text.parse().unwrap(), None);
        let drand = "source='drand'\nchain='quicknet'\nround=27946612";
        assert_eq!(
            of(drand),
            Some(Declared::Drand { chain: Chain::Quicknet, round: 27_946_612, zone: None })
        );
        for other in
            ["source='text'", "source='drand'\nchain='quicknet'", &format!("{drand}\nrond=1"), "round=5"]
        {
            assert_eq!(of(other), None, "{other}");
        }
        let named = |text: &str| zone(&text.parse().unwrap());
        assert_eq!(named("zone='Europe/Amsterdam'"), Zone::of_name("Europe/Amsterdam"));
        assert_eq!((named("zone='Amsterdam'"), named("zone=1"), named("")), (None, None, None));
    }

    #[test]
    fn every_source_can_be_declared() {
        for (seed, declared) in [
            ("source='text'\ndescription='three words of the council'", Declared::Text),
            ("source='lotto'\ncount=6\nmost=45", Declared::Lotto { count: 6, most: 45 }),
            ("source='ticket'", Declared::Ticket),
            ("source='dice'\nsides=10\ncount=6", Declared::Dice { sides: 10, count: 6 }),
            (
                "source='drand'\nchain='quicknet'\nround=27946612",
                Declared::Drand { chain: Chain::Quicknet, round: 27_946_612, zone: None },
            ),
            (
                "source='drand'\nchain='quicknet'\ntime=2026-04-20T02:00:00+02:00",
                Declared::Drand { chain: Chain::Quicknet, round: 27_946_612, zone: None },
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
            ("a = [", vec![NotToml(super::NotToml { line: 1, curly: None })]),
            ("date = '2026-03-01'\nseed = 3", vec![Wrong("date"), Wrong("[seed]")]),
            ("date = 2026-03-01T10:00:00", vec![Wrong("date")]),
            ("[programme]\nkind='Self-registered'", vec![Programme]),
            ("[programme]\nkind=['self-registered']", vec![Programme]),
            ("[programme]\nkinds='self-registered'", vec![Programme]),
            ("[[programme]]\nkind='self-registered'", vec![Programme]),
            ("programme='self-registered'", vec![Programme]),
            ("[sead]", vec![Mistyped { key: "sead".into(), meant: "seed" }]),
            ("[seed]", vec![Missing("source")]),
            ("[seed]\nsource='oracle'", vec![Wrong("source")]),
            ("[seed]\nsource='lotto'", vec![Missing("count"), Missing("most")]),
            ("[seed]\nsource='lotto'\ncount=0\nmost=45", vec![Wrong("count of numbers")]),
            ("[seed]\nsource='lotto'\ncount=101\nmost=45", vec![Wrong("count of numbers")]),
            ("[seed]\nsource='lotto'\ncount=6\nmost='45'", vec![Wrong("most")]),
            ("[seed]\nsource='dice'", vec![Missing("sides"), Missing("count")]),
            ("[seed]\nsource='dice'\nsides=10\ncount=3", vec![TooFewDice { needed: 6 }]),
            ("[seed]\nsource='lotto'\ncount=1\nmost=0", vec![FewNumbers { ways: 0 }]),
            ("[seed]\nsource='lotto'\ncount=3\nmost=45", vec![FewNumbers { ways: 14_190 }]),
            ("[seed]\nsource='text'\nround=4", vec![Unknown("round".into())]),
            ("[seed]\nsource='drand'\nround=5", vec![Missing("chain"), Missing("date")]),
            (
                "date=2026-03-01\n[seed]\nsource='drand'\nchain='moon'\ntime='soon'\nrond=1",
                vec![Unknown("rond".into()), Wrong("chain"), Wrong("time")],
            ),
            ("[seed]\nsource='oracle'\nsids=6", vec![Unknown("sids".into()), Wrong("source")]),
            ("[seed]\nsource='drand'\nchain='quicknet'\nround=5", vec![Missing("date")]),
            ("date=2026-03-01\n[seed]\nsource='drand'\nchain='default'", vec![Missing("round")]),
            ("date=2026-03-01\n[seed]\nsource='drand'\nchain='default'\nround=0", vec![NoSuchRound]),
        ] {
            assert_eq!(parse(text), Err(bad), "{text}");
        }
        let early = "date=2026-04-20\n[seed]\nsource='drand'\nchain='quicknet'\nround=27946612";
        assert!(matches!(parse(early).unwrap_err()[..], [RoundTooEarly { .. }]));
        assert_eq!(Charter::parse(b"[seed]\nsource='ticket'", 500), Err(vec![NoPowerOfTen]));
        assert!(Charter::parse(b"[seed]\nsource='ticket'", 1000).is_ok());
    }

    #[test]
    fn a_charter_has_at_most_so_many_bytes() {
        let remark = |bytes: u64| Charter::parse(&vec![b'#'; bytes as usize], 1000);
        assert_eq!(remark(MOST_BYTES), Ok(Charter::default()));
        assert_eq!(remark(MOST_BYTES + 1), Err(vec![BadCharter::TooLarge]));
    }

    #[test]
    fn departures_are_named() {
        let drand = Declared::Drand { chain: Chain::Quicknet, round: 5, zone: None };
        let text = Evidence::text("x").unwrap();
        assert_eq!(
            drand.allows(&text),
            Err(Departure::Source { declared: Source::Drand, used: Source::Text })
        );
        assert_eq!(Declared::Text.allows(&text), Ok(()));
        let pulse = |chain, round| Evidence::Drand(Pulse { chain, round, signature: vec![1] });
        assert_eq!(drand.allows(&pulse(Chain::Quicknet, 5)), Ok(()));
        assert_eq!(drand.allows(&pulse(Chain::Default, 5)), Err(Departure::Chain));
        assert_eq!(drand.allows(&pulse(Chain::Quicknet, 6)), Err(Departure::Round { declared: 5, used: 6 }));
        let lotto = Declared::Lotto { count: 3, most: 45 };
        let numbers = |text: &str| Evidence::parse(&format!("lotto\n{text}")).unwrap();
        for (given, allowed) in
            [("3 17 45", true), ("3 3 3", true), ("3 17", false), ("3 17 22 45", false), ("3 17 46", false)]
        {
            let due = if allowed { Ok(()) } else { Err(Departure::Numbers { count: 3, most: 45 }) };
            assert_eq!(lotto.allows(&numbers(given)), due, "{given}");
        }
        let dice = Declared::Dice { sides: 10, count: 2 };
        for (sides, throw, allowed) in [
            (10, vec![1, 2], Ok(())),
            (6, vec![1, 2], Err(Departure::Dice)),
            (10, vec![1], Err(Departure::Dice)),
        ] {
            let thrown = Evidence::Dice(dice::Dice::new(sides, vec![throw]).unwrap());
            assert_eq!(dice.allows(&thrown), allowed);
        }
    }

    /// A round counts, and so does a time until when words can be opened, if it is after the date by a second.
    #[test]
    fn what_is_due_at_the_very_date_is_too_early() {
        use BadCharter::*;
        let due = Chain::Quicknet.moment(1000).unwrap();
        let declared = |date: Moment| {
            parse(&format!("date = {date}\n[seed]\nsource='drand'\nchain='quicknet'\nround=1000"))
        };
        assert!(declared(Moment::at(due.seconds() - 1)).is_ok());
        assert_eq!(declared(due), Err(vec![RoundTooEarly { due, date: due }]));
        let date = Moment::at(due.seconds() + 1);
        assert_eq!(declared(date), Err(vec![RoundTooEarly { due, date }]));
        let sealed = |date: Moment, until: Moment| {
            let roles = "[{name='a',slip='A'},{name='b',slip='B'}]";
            let text = format!(
                "date = {date}\n[seed]\nsource='contributions'\nroles={roles}\nuntil={until}\notherwise={{source='drand',chain='quicknet',round=1000}}"
            );
            let slip = |digit: char| format!("'geloot-slip-1:{}'", digit.to_string().repeat(64));
            parse(&text.replace("'A'", &slip('a')).replace("'B'", &slip('b')))
        };
        let earlier = |seconds| Moment::at(due.seconds() - seconds);
        assert!(sealed(earlier(2), earlier(1)).is_ok());
        assert_eq!(
            sealed(earlier(1), earlier(1)),
            Err(vec![UntilTooEarly { until: earlier(1), date: earlier(1) }])
        );
        let late = Otherwise(Box::new(RoundTooEarly { due, date: due }));
        assert_eq!(sealed(earlier(1), due), Err(vec![late]));
    }

    #[test]
    fn sealed_words_are_declared_with_everything_that_follows() {
        use BadCharter::*;
        type Someone = super::Role;
        let slip = |n: u8| Slip { salt: [n; 16], words: Words::new("appel").unwrap() };
        let role = |name: &str, n| Someone { name: name.into(), sealed: slip(n).sealed() };
        let roles = |list: &[Someone]| -> String {
            let one =
                |role: &Someone| format!("[[seed.roles]]\nname='{}'\nslip='{}'\n", role.name, role.sealed);
            list.iter().map(one).collect()
        };
        let text = |list: &[Someone], more: &str| {
            format!(
                "date=2027-03-01\n[seed]\nsource='contributions'\nuntil=2027-03-02\n{}[seed.otherwise]\n{more}",
                roles(list)
            )
        };
        let two = [role("a", 1), role("b", 2)];
        let charter = parse(&text(&two, LOTTO)).unwrap();
        let declared = charter.seed.unwrap();
        let until = Moment::at(charter.date.unwrap().seconds() + 86_400);
        let otherwise = Box::new(Declared::Lotto { count: 6, most: 45 });
        assert_eq!(declared, Declared::Contributions { roles: two.to_vec(), until, otherwise });
        assert_eq!((declared.source(), declared.beacon()), (Source::Contributions, None));
        let at = |at, bad| Role { at, bad };
        for (wrong, bad) in [
            (text(&two[..1], LOTTO), HowMany { roles: 1 }),
            (text(&[role("a", 1), role("a", 2)], LOTTO), at(2, BadRole::NameTwice)),
            (text(&[role("a", 1), role("b", 1)], LOTTO), at(2, BadRole::SlipTwice)),
            (text(&[role("a", 1), role(" b", 2)], LOTTO), at(2, BadRole::Name)),
            (text(&two, LOTTO).replacen("slip-1:", "slip-2:", 1), at(1, BadRole::Slip)),
            (
                text(&two, LOTTO).replacen("name=", "mail='x'\nname=", 1),
                at(1, BadRole::Unknown("mail".into())),
            ),
            (text(&two, "source='contributions'"), Otherwise(Box::new(Wrong("source")))),
            (text(&two, "source='text'"), Otherwise(Box::new(Wrong("source")))),
            (text(&two, "source='dice'\nsides=10\ncount=5"), Otherwise(Box::new(TooFewDice { needed: 6 }))),
            (text(&two, "").replace("[seed.otherwise]", ""), Missing("otherwise")),
            (text(&two, LOTTO).replace("until=2027-03-02\n", ""), Missing("until")),
            (text(&two, LOTTO).replace("date=2027-03-01\n", ""), Missing("date")),
            (text(&[], LOTTO), Missing("roles")),
        ] {
            let wrong_all = parse(&wrong).unwrap_err();
            assert_eq!(wrong_all, vec![bad], "{wrong}");
        }
        // What was opened is compared role by role.
        let opened = |slips: Vec<Option<Slip>>, second: Option<&str>| {
            let second = second.map(|text| Evidence::parse(text).unwrap());
            Evidence::Contributions(Contributions::new(slips, second).unwrap())
        };
        let opens = |evidence: &Evidence| match evidence {
            Evidence::Contributions(opened) => {
                declared.opens(opened).map(|roles| roles.into_iter().map(|r| r.name.clone()).collect())
            }
            _ => Ok(vec!["none".to_owned()]),
        };
        let all = opened(vec![Some(slip(1)), Some(slip(2))], None);
        assert_eq!((declared.allows(&all), opens(&all)), (Ok(()), Ok(vec![])));
        let swapped = opened(vec![Some(slip(2)), Some(slip(1))], None);
        assert_eq!(opens(&swapped), Err(Departure::Slip { role: "a".into() }));
        let fewer = opened(vec![Some(slip(1)), None], Some("lotto\n3 17"));
        assert_eq!(declared.allows(&fewer), Err(Departure::Numbers { count: 6, most: 45 }));
        let one = opened(vec![Some(slip(1)), None], Some("lotto\n3 17 22 23 40 45"));
        assert_eq!((declared.allows(&one), opens(&one)), (Ok(()), Ok(vec!["b".to_owned()])));
        let other = opened(vec![Some(slip(1)), None], Some("ticket\n7"));
        let departure = Departure::Source { declared: Source::Lotto, used: Source::Ticket };
        assert_eq!(declared.allows(&other), Err(departure));
        let three = opened(vec![Some(slip(1)), Some(slip(2)), Some(slip(3))], None);
        assert_eq!(declared.allows(&three), Err(Departure::Roles));
        assert_eq!(opens(&three), Err(Departure::Roles));
        let Evidence::Contributions(of_none) = &all else { unreachable!() };
        assert_eq!(Declared::Text.opens(of_none), Err(Departure::Roles));
    }

    #[test]
    fn a_time_without_an_offset_is_one_of_the_charters_own_zone() {
        let round = |zone: &str, time: &str| {
            let seed = format!("[seed]\nsource = 'drand'\nchain = 'quicknet'\ntime = {time}\n");
            parse(&format!("{zone}date = 2027-03-01\n{seed}")).map(|charter| match charter.seed {
                Some(Declared::Drand { round, .. }) => round,
                other => panic!("{other:?}"),
            })
        };
        let zone = "zone = 'Europe/Amsterdam'\n";
        let summer = round("", "2027-07-04T20:00:00+02:00");
        assert!(summer.is_ok() && round(zone, "2027-07-04T20:00:00") == summer);
        assert_eq!(round(zone, "2027-07-04T18:00:00Z"), summer);
        assert_eq!(round("", "2027-07-04T20:00:00"), Err(vec![BadCharter::Wrong("time")]));
        assert_eq!(round(zone, "2027-10-31T02:30:00"), Err(vec![BadCharter::Wrong("time")]));
        assert_eq!(parse("zone = 'Mars'"), Err(vec![BadCharter::Wrong("zone")]));
        assert_eq!(parse("tijdzone = 'UTC'").unwrap_err().len(), 1);
    }

    #[test]
    fn slips_of_the_finger_are_faults_and_other_names_are_not() {
        let mistyped = |key: &str, meant| BadCharter::Mistyped { key: key.into(), meant };
        for (text, bad) in [
            ("sead = 1", mistyped("sead", "seed")),
            ("Seed = 1", mistyped("Seed", "seed")),
            ("[seeds]", mistyped("seeds", "seed")),
            ("[esed]", mistyped("esed", "seed")),
            ("dat = 2027-03-01", mistyped("dat", "date")),
            ("[reserve]", mistyped("reserve", "reserves")),
            ("datum = 2027-03-01", mistyped("datum", "date")),
            ("[Startgetal]", mistyped("Startgetal", "seed")),
            ("[invite]", mistyped("invite", "invited")),
            ("[[phases]]", mistyped("phases", "phase")),
            ("[[fase]]", mistyped("fase", "phase")),
            ("[[ballots]]", mistyped("ballots", "ballot")),
            ("[leidrad]", mistyped("leidrad", "leidraad")),
            ("[programma]", mistyped("programma", "programme")),
            ("questoin = 'x'", mistyped("questoin", "question")),
            ("source = 'text'", BadCharter::Outside),
            ("['s\u{435}ed']", BadCharter::Script { key: "s\u{435}ed".into() }),
        ] {
            assert_eq!(parse(text), Err(vec![bad]), "{text}");
        }
        for text in
            ["seat = 1", "dag = 1", "'één dag' = 1", "source = 'a book'", "sead = 1\n[seed]\nsource = 'text'"]
        {
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in [
            "[seed]",
            "x = 1\n [ seed ] # y",
            "seed.source = 'text'",
            "seed = { source = 'text' }",
            "[reserves]",
            "[sead]\nsource = 'text'",
            "Our charter.\n\n[ zaad ]\nsource = text",
            "\u{201c}question\u{201d} = 1\n[[phases]]",
            "[loting]",
            "[afspraken]\nwie = 'de raad'",
        ] {
            assert!(meant_for_the_program(text), "{text}");
        }
        for text in [
            "",
            "The seed comes from dice.",
            "date = 1",
            "# [seed]",
            "See [1], and [the map].",
            "[1]\nOf the council",
            "Signed on\n[date]\n",
            "[seedling]",
            "question = 'x'",
        ] {
            assert!(!meant_for_the_program(text), "{text}");
        }
    }

    /// What people call the tables is a fault where a charter is frozen, and none in a record.
    #[test]
    fn what_people_call_a_table_is_a_fault_before_it_is_frozen() {
        let read = |text: &str| Charter::to_freeze(text.as_bytes(), 1_000_000);
        for (text, key, meant) in [
            ("[zaad]\nsource = 'text'", "zaad", "seed"),
            ("[Loting]\nbron = 'dobbelstenen'", "Loting", "seed"),
            ("[hoe]\nsource = 'dice'\nsides = 10", "hoe", "seed"),
            ("hoofdvraag = 'Wat?'", "hoofdvraag", "question"),
            ("[kader]\nage = 16", "kader", "frame"),
        ] {
            let bad = BadCharter::Mistyped { key: key.into(), meant };
            assert_eq!(read(text), Err(vec![bad]), "{text}");
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in
            ["[zaad]\nhoe = 'fijn'\n[seed]\nsource = 'text'", "[afspraken]\nwie = 'de raad'", "titel = 'x'"]
        {
            assert!(read(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_beacon_is_read_of_whichever_chain_signed_it() {
        use crate::seed::drand::{BadBeacon, tests::*};
        let declared = |chain| Declared::Drand { chain, round: 5, zone: None };
        for (json, chain) in [(DEFAULT_72785, Chain::Default), (QUICKNET_123, Chain::Quicknet)] {
            for declared in [None, Some(declared(Chain::Default)), Some(declared(Chain::Quicknet))] {
                assert_eq!(beacon(declared.as_ref(), json.as_bytes()).unwrap().pulse.chain, chain);
            }
        }
        let forged = QUICKNET_123.replace(":123", ":124");
        let quicknet = declared(Chain::Quicknet);
        assert_eq!(beacon(Some(&quicknet), forged.as_bytes()), Err(BadBeacon::Forged));
        assert_eq!(beacon(None, b"<html>"), Err(BadBeacon::WebPage));
        let otherwise = Box::new(quicknet);
        let until = Moment::at(0);
        let sealed = Declared::Contributions { roles: Vec::new(), until, otherwise };
        assert_eq!(sealed.beacon(), Some((Chain::Quicknet, 5)));
    }
}
