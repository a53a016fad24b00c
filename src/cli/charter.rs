//! The charter file. Imports `seed`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::io;
use crate::seed::charter::{BadCharter, Charter, Declared};
use crate::seed::time::Moment;
use crate::words::{number, quoted};
use std::path::Path;
use std::time::SystemTime;

/// A charter as supplied.
pub struct Supplied {
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
    let bytes = io::read(path)?;
    let toml = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
    let mut charter = Charter::default();
    if toml {
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| refused(path, &[BadCharter::NotToml { line: 1 }], tickets))?;
        charter = Charter::parse(text, tickets).map_err(|bad| refused(path, &bad, tickets))?;
    }
    Ok(Supplied { bytes, toml, charter })
}

/// The charter, if the round of the beacon that it declares is still unknown by this computer's clock.
/// The charter's own date does not say: whoever freezes writes it. The clock only refuses or warns; no
/// byte of the record depends on it.
pub fn unknown_yet(supplied: Supplied, known_round: bool) -> Result<Supplied, Halt> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    let now = Moment(since.map_or(0, |s| s.as_secs() as i64));
    let Some(Declared::Drand { chain, round }) = supplied.charter.seed else { return Ok(supplied) };
    let Some(due) = chain.moment(round).filter(|due| *due <= now) else { return Ok(supplied) };
    let wrong = format!(
        "Round {round} of the beacon, which the charter declares as the seed, is public since {due}."
    );
    if known_round {
        Talk::new(false, false).stop(&crate::words::Message {
            headline: format!("Check this. {wrong}  [C-03]"),
            details: vec![
                "Whoever froze this could try lottery after lottery until the panel suited them. Nobody can check that it was not so.".to_owned(),
                "Do not use this lottery for an assembly.".to_owned(),
            ],
        });
        return Ok(supplied);
    }
    Err(Halt::said(
        Exit::Input,
        "C-02",
        &wrong,
        &[
            &format!(
                "The clock of this computer says {now}. A seed that is known before the freeze can be chosen, and no date in a charter shows otherwise."
            ),
            "Declare a later round, or a time at which you will have published the line; or put the clock right.",
            "To practise, or to make an old lottery again: --known-round.",
            "Nothing was drawn and no file was changed.",
        ],
    ))
}

fn refused(path: &Path, bad: &[BadCharter], tickets: u64) -> Halt {
    let mut details: Vec<String> = bad.iter().map(|b| in_words(b, tickets)).collect();
    details.push("Nothing was drawn and no file was changed.".to_owned());
    let details: Vec<&str> = details.iter().map(String::as_str).collect();
    let wrong = format!("The charter {} cannot be used as it is.", quoted(&path.to_string_lossy()));
    Halt::said(Exit::Input, "C-01", &wrong, &details)
}

fn in_words(bad: &BadCharter, tickets: u64) -> String {
    match bad {
        BadCharter::NotToml { line } => format!("Line {line} is not TOML. A charter in free text needs a name that ends in .txt."),
        BadCharter::Missing("date") => {
            "\"date\" is missing: the day on which the commitment is published, as in date = 2026-03-01. A beacon must come after it.".to_owned()
        }
        BadCharter::Missing("source") => {
            "[seed] has no \"source\". Give text, lotto, dice, ticket or drand, or leave [seed] out.".to_owned()
        }
        BadCharter::Missing("chain") => "[seed] has no \"chain\". Give quicknet (every 3 seconds) or default (every 30).".to_owned(),
        BadCharter::Missing("round") => "[seed] has no \"round\" and no \"time\". Give the round that will be used, or when.".to_owned(),
        BadCharter::Missing(key) => format!("[seed] has no {}.", quoted(key)),
        BadCharter::Wrong("date") => {
            "\"date\" is not a date such as 2026-03-01, or a time such as 2026-03-01T20:00:00+01:00, without quotation marks.".to_owned()
        }
        BadCharter::Wrong("source") => "[seed] has a \"source\" that does not exist. There are text, lotto, dice, ticket and drand.".to_owned(),
        BadCharter::Wrong("chain") => "[seed] has a \"chain\" that is not built in. There are quicknet and default.".to_owned(),
        BadCharter::Wrong("round and time") => "[seed] has both a \"round\" and a \"time\". Give one.".to_owned(),
        BadCharter::Wrong("sides and count") => "A die has 2 to 1,000 sides, and a throw 1 to 64 dice.".to_owned(),
        BadCharter::Wrong(key) => format!("{} has a value of the wrong kind.", quoted(key)),
        BadCharter::Unknown(key) => format!("[seed] has {}, which means nothing for this source.", quoted(key)),
        BadCharter::TooFewDice { needed } => format!(
            "These dice have fewer outcomes than the {} tickets, so some tickets could never win. Throw {needed} of them, or make fewer tickets (--tickets).",
            number(tickets)
        ),
        BadCharter::NoPowerOfTen => format!(
            "Tickets are to be drawn by hand, digit by digit, but there are {}. Make 1000, 10000 or another power of ten (--tickets).",
            number(tickets)
        ),
        BadCharter::RoundTooEarly { due, date } => {
            format!("The declared round is due on {due}, not after the date of the commitment, {date}. Declare a later round.")
        }
        BadCharter::NoSuchRound => "There is no such round of the beacon: rounds are numbered from 1.".to_owned(),
    }
}
