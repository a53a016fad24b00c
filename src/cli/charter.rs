//! The charter file. Imports `pool`, `seed`, `panel`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::base::text::saved;
use crate::io;
use crate::panel::promised::{self, Asked, BadPromise};
use crate::pool::Pool;
use crate::seed::charter::{BadCharter, BadRole, Charter, Declared, meant_for_the_program};
use crate::seed::strict_toml::NotToml;
use crate::seed::time::Moment;
use crate::words::{counted, en, number, quoted};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

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
    let bytes = io::read(path)?;
    let toml = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("toml"));
    let mut charter = Charter::default();
    if toml {
        charter = Charter::parse(&bytes, tickets).map_err(|bad| refused(path, &bad, tickets))?;
    } else if saved(&bytes).is_some_and(|text| meant_for_the_program(&text)) {
        // Frozen as free text it would declare nothing, and nobody would be told.
        let ends = "Its name does not end in .toml, so the program would not read it, and nothing that it declares would count.";
        return Err(refused_for(
            path,
            vec![ends.to_owned(), "Give it a name that ends in .toml. Windows may hide the end of a name: charter.toml may be charter.toml.txt.".to_owned()],
        ));
    }
    Ok(Supplied { path: path.to_owned(), bytes, toml, charter })
}

/// What this computer's clock says.
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    Moment(since.map_or(0, |s| s.as_secs() as i64))
}

/// The charter, if the round of the beacon that it declares is still unknown by this computer's clock.
/// The charter's own date does not say: whoever freezes writes it. The clock only refuses or warns; no
/// byte of the record depends on it.
pub fn unknown_yet(supplied: Supplied, known_round: bool) -> Result<Supplied, Halt> {
    let now = now();
    let declared = supplied.charter.seed.as_ref().and_then(Declared::beacon);
    let Some((chain, round)) = declared else { return Ok(supplied) };
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

/// The reserves that a charter declares, if any, for this pool and its quotas.
pub fn promised(charter: Option<&Supplied>, pool: &Pool) -> Result<Option<Asked>, Halt> {
    let Some(supplied) = charter.filter(|supplied| supplied.toml) else { return Ok(None) };
    let text = std::str::from_utf8(&supplied.bytes).unwrap_or_default();
    let stop = |bad: &[BadPromise]| {
        let details = bad.iter().map(|bad| promise_in_words(bad, pool)).collect();
        refused_for(&supplied.path, details)
    };
    let found = promised::read(text, pool.quotas()).map_err(|bad| stop(&bad))?;
    let remain = (pool.len() as u64).saturating_sub(u64::from(pool.seats()));
    match found {
        Some(asked) if u64::from(asked.reserves) > remain => Err(refused_for(
            &supplied.path,
            vec![format!(
                "[reserves] declares {}, and {} of the pool will not be on the panel. Declare fewer.",
                counted(u64::from(asked.reserves), "reserve", "reserves"),
                en::people(remain)
            )],
        )),
        found => Ok(found),
    }
}

fn refused(path: &Path, bad: &[BadCharter], tickets: u64) -> Halt {
    refused_for(path, bad.iter().map(|b| in_words(b, tickets)).collect())
}

fn refused_for(path: &Path, mut details: Vec<String>) -> Halt {
    details.push("Nothing was drawn and no file was changed.".to_owned());
    let details: Vec<&str> = details.iter().map(String::as_str).collect();
    let wrong = format!("The charter {} cannot be used as it is.", quoted(&path.to_string_lossy()));
    Halt::said(Exit::Input, "C-01", &wrong, &details)
}

fn in_words(bad: &BadCharter, tickets: u64) -> String {
    match bad {
        BadCharter::NotToml(NotToml { line, curly: Some(curly) }) => format!(
            "Line {line} is not TOML: it has the quotation mark {curly} of a word processor. Write straight ones, \" or ', in a plain text editor."
        ),
        BadCharter::NotToml(NotToml { line, curly: None }) => {
            format!("Line {line} is not TOML 1.0. A charter in free text needs a name that ends in .txt.")
        }
        BadCharter::Mistyped { key, meant } => format!(
            "{} means nothing to the program, and there is no {}. If that is what you mean, write it so; if not, give it another name.",
            quoted(key),
            quoted(meant)
        ),
        BadCharter::Outside => {
            "There is a \"source\", but not in a table [seed]: put the line [seed] above it.".to_owned()
        }
        BadCharter::Missing("date") => {
            "\"date\" is missing: the day on which the commitment is published, as in date = 2026-03-01. A beacon must come after it.".to_owned()
        }
        BadCharter::Missing("source") => {
            "[seed] has no \"source\". Give text, lotto, dice, ticket, drand or contributions, or leave [seed] out.".to_owned()
        }
        BadCharter::Missing("chain") => "[seed] has no \"chain\". Give quicknet (every 3 seconds) or default (every 30).".to_owned(),
        BadCharter::Missing("round") => "[seed] has no \"round\" and no \"time\". Give the round that will be used, or when.".to_owned(),
        BadCharter::Missing("roles") => {
            "[seed] has no \"roles\": who seals words. Write for each a table [[seed.roles]] with \"name\" and \"slip\", the line that \"geloot slip\" printed for them.".to_owned()
        }
        BadCharter::Missing("until") => {
            "[seed] has no \"until\": the day or time until when the sealed words can be opened.".to_owned()
        }
        BadCharter::Missing("otherwise") => {
            "[seed] has no table [seed.otherwise]: the source that decides if somebody does not open theirs, with its own \"source\".".to_owned()
        }
        BadCharter::Missing(key) => format!("[seed] has no {}.", quoted(key)),
        BadCharter::Wrong("date") => {
            "\"date\" is not a date such as 2026-03-01, or a time such as 2026-03-01T20:00:00+01:00, without quotation marks.".to_owned()
        }
        BadCharter::Wrong("source") => "[seed] has a \"source\" that does not exist. There are text, lotto, dice, ticket, drand and contributions.".to_owned(),
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
        BadCharter::HowMany { roles } => {
            format!("[seed] names {roles} people who seal words. There can be 2 to 100.")
        }
        BadCharter::Role { at, bad } => {
            let role = format!("The role of number {at} in [[seed.roles]]");
            match bad {
                BadRole::NotTable => format!("{role} is no table with \"name\" and \"slip\"."),
                BadRole::Name => format!("{role} has no \"name\", or none that shows on one line."),
                BadRole::NameTwice => format!("{role} has the name of another."),
                BadRole::Slip => format!(
                    "{role} has no \"slip\": the line that \"geloot slip\" printed, geloot-slip-1: and 64 digits 0 to 9 and letters a to f."
                ),
                BadRole::SlipTwice => format!("{role} has the slip of another. Ask both for new ones."),
                BadRole::Unknown(key) => format!("{role} has {}, which means nothing there.", quoted(key)),
            }
        }
        BadCharter::UntilTooEarly { until, date } => format!(
            "Words can be opened until {until}, which is not after the date of the commitment, {date}."
        ),
        BadCharter::Otherwise(bad) => match &**bad {
            BadCharter::RoundTooEarly { due, date } => format!(
                "The round of the second source is due on {due}, not after {date}, until when words can be opened. Whoever opens last could choose between the two. Declare a later round."
            ),
            BadCharter::Wrong("source") => {
                "[seed.otherwise] has a \"source\" that it cannot have. There are text, lotto, dice, ticket and drand.".to_owned()
            }
            bad => in_words(bad, tickets).replace("[seed]", "[seed.otherwise]"),
        },
        BadCharter::NoSuchRound => "There is no such round of the beacon: rounds are numbered from 1.".to_owned(),
    }
}

fn promise_in_words(bad: &BadPromise, pool: &Pool) -> String {
    let near = |near: &Option<String>, list: Vec<&str>| match near {
        Some(near) => format!("Do you mean {}?", quoted(near)),
        None => format!("There are {}.", list.into_iter().map(quoted).collect::<Vec<_>>().join(", ")),
    };
    let features = || pool.quotas().features.iter();
    match bad {
        BadPromise::NotToml => "It is not TOML. A charter in free text needs a name that ends in .txt.".to_owned(),
        BadPromise::NotTable => {
            "\"reserves\" is for the program: write a table, [reserves], with \"number\" and \"attrition\".".to_owned()
        }
        BadPromise::Missing("number") => "[reserves] has no \"number\": how many people are drawn in reserve.".to_owned(),
        BadPromise::Missing(_) => {
            "[reserves] has no \"attrition\": the chance that somebody drops out, such as 0.1 or \"10%\".".to_owned()
        }
        BadPromise::Wrong("number") => "[reserves] has a \"number\" that is not a whole number from 1 to 10,000.".to_owned(),
        BadPromise::Wrong("attrition") => {
            "[reserves] has an \"attrition\" that is not a rate: a number between 0 and 1 with at most six decimals, or a percentage such as \"10%\", in quotation marks.".to_owned()
        }
        BadPromise::Wrong(_) => {
            "[reserves] has \"rates\" of another form than rates = [{ feature = \"...\", value = \"...\", rate = 0.2 }].".to_owned()
        }
        BadPromise::Unknown(key) => format!("[reserves] has {}, which means nothing there.", quoted(key)),
        BadPromise::NotInQuotas { name, feature: None, near: nearest } => format!(
            "[reserves] has a rate for the feature {}, which the quotas do not have. {}",
            quoted(name),
            near(nearest, features().map(|f| f.name.as_str()).collect())
        ),
        BadPromise::NotInQuotas { name, feature: Some(feature), near: nearest } => {
            let of = features().find(|f| f.name == *feature);
            let values = of.map_or(Vec::new(), |f| f.values.iter().map(|v| v.name.as_str()).collect());
            format!(
                "[reserves] has a rate for {} {}, which the quotas do not have. {}",
                quoted(feature),
                quoted(name),
                near(nearest, values)
            )
        }
        BadPromise::Twice { feature, value } => {
            format!("[reserves] has two rates for {} {}. Give one.", quoted(feature), quoted(value))
        }
    }
}
