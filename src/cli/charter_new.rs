//! `geloot charter new` and `geloot invite charter`: a first charter from answers. Imports `assembly`, `io`, `words` and its
//! siblings.

use super::charter::checked;
use super::exit::{Exit, Halt};
use super::expected::{self, pair};
use super::talk::Talk;
use crate::assembly::charter_reaches;
use crate::assembly::first_charter::{self as first, Chance, Common, Letters, Panel, Sealed, Source};
use crate::base::fault::Place;
use crate::deliberation::wrong::Found;
use crate::io;
use crate::words::catalogue::say;
use crate::words::shown;
use serde_json::json;
use std::path::{Path, PathBuf};
use toml::value::Datetime;

/// Write a first charter of a panel lottery from your answers.
///
/// What the lottery would refuse is refused here too, and nothing is written. The file is yours to go on with, in any editor:
/// phases and rules of the deliberation stand in it too. "geloot charter FILE" checks it.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    common: CommonArgs,
    /// What the assembly is called.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The question that is put to it.
    #[arg(long, value_name = "TEXT")]
    question: Option<String>,
    /// What its answer may decide or advise.
    #[arg(long, value_name = "TEXT")]
    mandate: Option<String>,
    /// Who cannot be drawn. May be given again.
    #[arg(long, value_name = "TEXT")]
    exclusion: Vec<String>,
    /// What happens with its answer.
    #[arg(long, value_name = "TEXT")]
    follow_up: Option<String>,
    /// A remark, such as what was changed of the quotas and why: it stands in the file and decides nothing. May be given again.
    #[arg(long, value_name = "TEXT")]
    note: Vec<String>,
    /// How many reserves are drawn in the same act.
    #[arg(long, value_name = "N", requires = "attrition")]
    reserves: Option<u32>,
    /// How many in a hundred are expected to drop out.
    #[arg(long, value_name = "PERCENT", requires = "reserves", value_parser = clap::value_parser!(u32).range(0..=100))]
    attrition: Option<u32>,
}

/// Write a first charter of an invitation lottery from your answers.
///
/// What "geloot invite frame" would refuse is refused here too, and nothing is written. The file is yours to go on with, in any
/// editor.
#[derive(Debug, clap::Args)]
pub struct LettersArgs {
    #[command(flatten)]
    common: CommonArgs,
    /// What a column of the register means: a word of the charter (key, strata, born, since, flag, postcode, number, addition,
    /// home, weight), and the heading. May be given again; several "strata" together make strata.
    #[arg(long, value_name = "WORD=HEADING", value_parser = pair, required = true)]
    column: Vec<(String, String)>,
    /// The least age. With --reference and a column of birth dates.
    #[arg(long, value_name = "YEARS", requires = "reference")]
    age: Option<u32>,
    /// The day on which ages count.
    #[arg(long, value_name = "DATE", requires = "age", value_parser = expected::moment)]
    reference: Option<Datetime>,
    /// How many letters. Without it a forecast says, or a list of strata.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    letters: Option<u32>,
    /// How many more places are drawn, in order.
    #[arg(long, value_name = "N")]
    reserves: Option<u32>,
    /// How letters are shared out among the strata: proportional, equal, each or listed.
    #[arg(long, value_name = "HOW")]
    share: Option<String>,
    /// How people at one address count: "any", "one-letter" per home, or "address-first".
    #[arg(long, value_name = "RULE")]
    homes: Option<String>,
    /// Draw so many areas first, by size.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    areas: Option<u32>,
    /// So many areas may stand in.
    #[arg(long, value_name = "N", requires = "areas")]
    area_reserves: Option<u32>,
}

/// What both kinds of charter say.
#[derive(Debug, clap::Args)]
struct CommonArgs {
    /// The file to write. Nothing may be there yet.
    #[arg(long, value_name = "FILE.toml")]
    out: PathBuf,
    /// When the line is published.
    #[arg(long, value_name = "DATE", value_parser = expected::moment)]
    date: Option<Datetime>,
    /// The zone of times without an offset, such as Europe/Amsterdam.
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Where the seed comes from: text, ticket, dice:6x10 (six dice of ten sides), lotto:6/45 (six numbers up to 45),
    /// drand:MOMENT or contributions (words that people sealed).
    #[arg(long, value_name = "SOURCE", value_parser = expected::chance)]
    source: Chance,
    /// How the words or numbers come about, in front of whom.
    #[arg(long, value_name = "TEXT")]
    how: Option<String>,
    /// Who sealed words, and the line that they handed in. May be given again.
    #[arg(long, value_name = "NAME=LINE", value_parser = pair)]
    slip: Vec<(String, String)>,
    /// Until when sealed words can be opened.
    #[arg(long, value_name = "MOMENT", value_parser = expected::moment)]
    until: Option<Datetime>,
    /// What decides where somebody does not open theirs: as --source.
    #[arg(long, value_name = "SOURCE", value_parser = expected::chance)]
    otherwise: Option<Chance>,
    /// The same as --how, of that.
    #[arg(long, value_name = "TEXT", requires = "otherwise")]
    otherwise_how: Option<String>,
}

impl CommonArgs {
    fn said(&self) -> Common {
        let otherwise =
            self.otherwise.clone().map(|chance| Source { chance, how: self.otherwise_how.clone() });
        Common {
            date: self.date,
            zone: self.zone.clone(),
            source: Source { chance: self.source.clone(), how: self.how.clone() },
            sealed: Sealed { slips: self.slip.clone(), until: self.until, otherwise },
        }
    }
}

/// Writes the charter of a panel lottery.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let said = Panel {
        answers: [
            ("title", args.title.as_deref()),
            ("question", args.question.as_deref()),
            ("mandate", args.mandate.as_deref()),
            ("follow_up", args.follow_up.as_deref()),
        ],
        exclusions: &args.exclusion,
        notes: &args.note,
        reserves: args.reserves.zip(args.attrition),
    };
    write(&args.common.out, &first::panel(&args.common.said(), &said), talk)
}

/// Writes the charter of an invitation lottery.
pub fn letters(args: &LettersArgs, talk: &Talk) -> Result<Exit, Halt> {
    let said = Letters {
        columns: &args.column,
        age: args.age.zip(args.reference),
        number: args.letters,
        reserves: args.reserves,
        share: args.share.as_deref(),
        homes: args.homes.as_deref(),
        areas: args.areas.map(|number| (number, args.area_reserves)),
    };
    write(&args.common.out, &first::letters(&args.common.said(), &said), talk)
}

/// Writes it, unless a lottery would refuse it.
fn write(out: &Path, text: &str, talk: &Talk) -> Result<Exit, Halt> {
    checked(out, text.as_bytes())?;
    let mut found = Found::default();
    for (row, tells) in charter_reaches(text.as_bytes()) {
        tells.into_iter().for_each(|what| found.push(what, Place::file(&out.to_string_lossy()).row(row)));
    }
    if found.stop() {
        return Err(Halt::Deliberation(Box::new(found)));
    }
    io::write_new(out, text.as_bytes())?;
    let name = out.to_string_lossy();
    talk.show(&format!("{text}\n{}\n", say!(talk.lang(), "charter-saved", file = shown(&name))))?;
    talk.json(&json!({ "charter": name }))?;
    Ok(Exit::Done)
}
