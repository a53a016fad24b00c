//! The charter file. Imports `pool`, `seed`, `panel`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Line};
use super::talk::Talk;
use crate::assembly::{self, Promise};
use crate::base::fault::Grade;
use crate::base::text::saved;
use crate::invite::public::{BadTerms, read_charter};
use crate::invite::record::OUTCOMES as LETTERS;
use crate::invite::terms::is_for_letters;
use crate::io;
use crate::panel::reserve_terms::{self, BadPromise};
use crate::pool::Pool;
use crate::quotas::Quotas;
use crate::seed::charter::{BadCharter, BadRole, Charter, Declared, MOST_BYTES, meant_for_the_program};
use crate::seed::numbers::OUTCOMES;
use crate::seed::strict_toml::NotToml;
use crate::seed::time::Moment;
use crate::words::catalogue::{args, block};
use crate::words::faults::headline;
use crate::words::parts::or_none;
use crate::words::{Message, quoted};
use std::path::{Path, PathBuf};

/// A charter as supplied.
pub struct Supplied {
    /// Where it was read.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whether it is for the program too.
    pub toml: bool,
    /// What it declares.
    pub charter: Charter,
}

/// Reads a charter for a lottery of `tickets` tickets; a name that ends in `.toml` is for the program
/// too.
pub fn read(path: &Path, tickets: u64) -> Result<Supplied, Halt> {
    of_bytes(path, io::read(path)?, tickets)
}

/// The same of a file that was read.
fn of_bytes(path: &Path, bytes: Vec<u8>, tickets: u64) -> Result<Supplied, Halt> {
    let toml = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
    let mut charter = Charter::default();
    if bytes.len() as u64 > MOST_BYTES {
        return Err(refused(path, &[BadCharter::TooLarge], tickets));
    }
    if toml {
        charter =
            Charter::to_freeze(&bytes, tickets).map_err(|bad| refused_whole(path, &bytes, &bad, tickets))?;
    } else if twice_named(path) || saved(&bytes).is_some_and(|text| meant_for_the_program(&text)) {
        // Frozen as free text it would declare nothing, and nobody would be told.
        return Err(refused_for(path, vec![of("charter-not-toml-name"), of("charter-rename")]));
    }
    Ok(Supplied { path: path.to_owned(), bytes, toml, charter })
}

/// Tickets that a lottery has at most, and that it has where chance is thrown or drawn by hand.
const USUAL: [u64; 2] = [1_000_000, 1000];

/// Refuses a charter that `geloot lottery` would refuse, or `geloot invite frame` where it is for letters: as far as that can
/// be said before there are people.
pub fn checked(path: &Path, bytes: &[u8]) -> Result<(), Halt> {
    if is_for_letters(bytes) {
        return match read_charter(&path.to_string_lossy(), bytes) {
            Ok(_) => Ok(()),
            Err(BadTerms::Letters(wrongs)) => Err(Halt::Letters(Box::new(wrongs))),
            Err(BadTerms::Seed(bad)) => Err(refused(path, &bad, LETTERS)),
        };
    }
    let [most, by_hand] = USUAL;
    let of = |tickets| of_bytes(path, bytes.to_vec(), tickets);
    let supplied = of(most).or_else(|refused| of(by_hand).map_err(|_| refused))?;
    match promised(&supplied.bytes) {
        lines if supplied.toml && !lines.is_empty() => Err(refused_for(path, lines)),
        _ => Ok(()),
    }
}

/// Whether a name has `.toml` before its end, as in `charter.toml.txt`: whatever it says, it was meant for the program.
fn twice_named(path: &Path) -> bool {
    let inner = path.file_stem().map(Path::new).and_then(Path::extension);
    inner.is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// What this computer's clock says.
pub fn now() -> Moment {
    Moment::at(io::now())
}

/// The charter, if the round of the beacon that it declares is still unknown by this computer's clock.
/// The charter's own date does not say: whoever freezes writes it. The clock only refuses or warns; no
/// byte of the record depends on it.
pub fn unknown_yet(supplied: Supplied, known_round: bool, talk: &Talk) -> Result<Supplied, Halt> {
    round_to_come(supplied.charter.seed.as_ref(), known_round, talk)?;
    Ok(supplied)
}

/// Refuses a declared round of the beacon that is public by this computer's clock; says so, where that is wanted.
pub fn round_to_come(declared: Option<&Declared>, known_round: bool, talk: &Talk) -> Result<(), Halt> {
    let now = now();
    let Some((chain, round)) = declared.and_then(Declared::beacon) else { return Ok(()) };
    let zone = declared.and_then(Declared::zone);
    let (due, now) = (chain.moment(round).map(|due| due.by(zone)), now.by(zone));
    let Some(due) = due.filter(|due| *due <= now) else { return Ok(()) };
    let round = round.to_string();
    if known_round {
        let args = args![round = round, due = crate::words::parts::moment(talk.lang(), due)];
        let (wrong, details) = block(talk.lang(), "C-03", &args);
        talk.stop(&Message { headline: headline(talk.lang(), Grade::Check, &wrong, "C-03"), details });
        return Ok(());
    }
    Err(known_round_refused(&round, due, now))
}

/// That the declared round of the beacon is public already.
pub fn known_round_refused(round: &str, due: Moment, now: Moment) -> Halt {
    let args = args![round = round.to_owned(), due = due.with_zone(), now = now.with_zone()];
    Halt::refused(Exit::Input, "C-02", args)
}

impl From<Supplied> for assembly::Charter {
    fn from(supplied: Supplied) -> Self {
        Self { bytes: supplied.bytes, toml: supplied.toml }
    }
}

/// That what the charter at `path` declares about reserves cannot be, for this pool.
pub fn promise_refused(path: &Path, promise: &Promise, pool: &Pool) -> Halt {
    let lines = match promise {
        Promise::Bad(bad) => bad.iter().map(|bad| promise_in_words(bad, pool.quotas())).collect(),
        Promise::TooMany { reserves, remain } => {
            vec![Line::Of("promise-too-many", args![reserves = *reserves, people = *remain])]
        }
    };
    refused_for(path, lines)
}

/// That a charter cannot be used, with what is wrong with its reserves too, as far as that can be said without the quotas.
fn refused_whole(path: &Path, bytes: &[u8], bad: &[BadCharter], tickets: u64) -> Halt {
    let mut lines: Vec<Line> = bad.iter().map(|b| in_words(b, tickets, "[seed]")).collect();
    lines.extend(promised(bytes));
    refused_for(path, lines)
}

/// What is wrong with the reserves of a charter, as far as that can be said without the quotas.
fn promised(bytes: &[u8]) -> Vec<Line> {
    let none = Quotas { features: Vec::new() };
    let promised = saved(bytes).and_then(|text| reserve_terms::read(&text, &none).err()).unwrap_or_default();
    let known = |bad: &&BadPromise| !matches!(bad, BadPromise::NotToml | BadPromise::NotInQuotas { .. });
    promised.iter().filter(known).map(|bad| promise_in_words(bad, &none)).collect()
}

/// That a charter for so many tickets cannot be used.
pub fn refused(path: &Path, bad: &[BadCharter], tickets: u64) -> Halt {
    refused_for(path, bad.iter().map(|b| in_words(b, tickets, "[seed]")).collect())
}

fn refused_for(path: &Path, lines: Vec<Line>) -> Halt {
    Halt::refused(Exit::Input, "C-01", args![file = quoted(&path.to_string_lossy())]).with(lines)
}

/// A line without arguments.
fn of(key: &'static str) -> Line {
    Line::Of(key, args![])
}

/// What is wrong with a table of the charter.
fn in_words(bad: &BadCharter, tickets: u64, table: &'static str) -> Line {
    match bad {
        BadCharter::TooLarge => Line::Of("bad-too-large", args![most = MOST_BYTES]),
        BadCharter::NotToml(NotToml { line, curly: Some(curly) }) => {
            Line::Of("bad-curly", args![line = line.to_string(), curly = curly.to_string()])
        }
        BadCharter::NotToml(NotToml { line, curly: None }) => {
            Line::Of("bad-not-toml", args![line = line.to_string()])
        }
        BadCharter::Mistyped { key, meant } => {
            Line::Of("bad-mistyped", args![key = quoted(key), meant = quoted(meant)])
        }
        BadCharter::Outside => of("bad-outside"),
        BadCharter::Programme => of("bad-programme"),
        BadCharter::Script { key } => Line::Of("bad-script", args![key = quoted(key)]),
        BadCharter::Missing(key) => Line::Of("bad-missing", args![table = table, key = key.to_string()]),
        BadCharter::Wrong(key) => {
            let key = match *key {
                "round and time" => "both",
                "sides and count" => "dice",
                "count of numbers" => "numbers",
                key => key,
            };
            Line::Of("bad-wrong", args![table = table, key = key.to_owned()])
        }
        BadCharter::Unknown(key) => Line::Of("bad-unknown", args![table = table, key = quoted(key)]),
        BadCharter::TooFewDice { needed } if tickets == LETTERS => {
            Line::Of("bad-too-few-dice-letters", args![outcomes = tickets, needed = *needed])
        }
        BadCharter::TooFewDice { needed } => {
            Line::Of("bad-too-few-dice", args![tickets = tickets, needed = *needed])
        }
        BadCharter::FewNumbers { ways } => {
            Line::Of("bad-few-numbers", args![ways = *ways, needed = tickets.min(OUTCOMES)])
        }
        BadCharter::NoPowerOfTen => Line::Of("bad-no-power", args![tickets = tickets]),
        BadCharter::RoundTooEarly { due, date } => {
            Line::Of("bad-round-early", args![due = due.with_zone(), date = date.with_zone()])
        }
        BadCharter::HowMany { roles } => Line::Of("bad-how-many", args![table = table, roles = *roles]),
        BadCharter::Role { at, bad } => {
            let (word, key) = match bad {
                BadRole::NotTable => ("not-table", String::new()),
                BadRole::Name => ("name", String::new()),
                BadRole::NameTwice => ("name-twice", String::new()),
                BadRole::Slip => ("slip", String::new()),
                BadRole::SlipTwice => ("slip-twice", String::new()),
                BadRole::Unknown(key) => ("unknown", quoted(key)),
            };
            Line::Of("bad-role", args![at = at.to_string(), bad = word, key = key])
        }
        BadCharter::UntilTooEarly { until, date } => {
            Line::Of("bad-until-early", args![until = until.with_zone(), date = date.with_zone()])
        }
        BadCharter::Otherwise(bad) => match &**bad {
            BadCharter::RoundTooEarly { due, date } => {
                Line::Of("bad-second-early", args![due = due.with_zone(), date = date.with_zone()])
            }
            BadCharter::Wrong("source") => {
                Line::Of("bad-wrong", args![table = "[seed.otherwise]", key = "second"])
            }
            bad => in_words(bad, tickets, "[seed.otherwise]"),
        },
        BadCharter::NoSuchRound => of("bad-no-such-round"),
    }
}

/// What is wrong with the reserves that the charter declares.
fn promise_in_words(bad: &BadPromise, quotas: &Quotas) -> Line {
    let names = |names: Vec<&str>| names.into_iter().map(quoted).collect::<Vec<_>>().join(", ");
    let features = || quotas.features.iter();
    match bad {
        BadPromise::NotToml => of("promise-not-toml"),
        BadPromise::NotTable => of("promise-not-table"),
        BadPromise::Missing(key) => Line::Of("promise-missing", args![key = key.to_string()]),
        BadPromise::Wrong(key) => Line::Of("promise-wrong", args![key = key.to_string()]),
        BadPromise::Unknown(key) => Line::Of("promise-unknown", args![key = quoted(key)]),
        BadPromise::NotInQuotas { name, feature: None, near } => {
            let list = names(features().map(|f| f.name.as_str()).collect());
            Line::Of("promise-no-feature", args![name = quoted(name), near = or_none(near), list = list])
        }
        BadPromise::NotInQuotas { name, feature: Some(feature), near } => {
            let of = features().find(|f| f.name == *feature);
            let list = names(of.map_or(Vec::new(), |f| f.values.iter().map(|v| v.name.as_str()).collect()));
            let (feature, name) = (quoted(feature), quoted(name));
            let args = args![feature = feature, name = name, near = or_none(near), list = list];
            Line::Of("promise-no-value", args)
        }
        BadPromise::Twice { feature, value } => {
            Line::Of("promise-twice", args![feature = quoted(feature), value = quoted(value)])
        }
    }
}
