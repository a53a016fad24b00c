//! `geloot programme new`: a programme begins with its rules. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, random};
use crate::assembly::programme::Programme;
use crate::cli::exit::{Exit, Halt};
use crate::cli::talk::Talk;
use crate::cli::told;
use crate::io;
use crate::words::catalogue::say;
use crate::words::{programme, quoted, shown};
use serde_json::json;
use std::path::PathBuf;

/// Begin a programme with its rules.
///
/// Makes a folder with a public part, which is counts, digests and rules, and a sealed part, which says who is who, with a
/// key of its own. Prints the line to note.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rules: programme.toml.
    #[arg(value_name = "RULES.toml")]
    rules: PathBuf,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DAY")]
    date: String,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let (rules, date) = (io::read(&args.rules)?, day(&args.date)?);
    io::vacant(&args.out)?;
    let begun = Programme::begin(&rules, date, random()?, random()?);
    let begun = begun.map_err(|no| halt(lang, no, &args.rules.to_string_lossy()))?;
    told::apply(&begun.patch, &args.out)?;
    let dir = args.out.to_string_lossy();
    for longer in begun.rules.kept_longer() {
        let kept = longer.kept.map_or(String::new(), |kept| kept.to_string());
        let event = programme::event(lang, longer.event);
        let needed = longer.needed.to_string();
        talk.say(&format!("{}\n", say!(lang, "prog-longer", event = event, kept = kept, needed = needed)));
    }
    if begun.rules.linkable {
        talk.warn(&format!("{}\n", say!(lang, "prog-linkable")));
    }
    for frame in begun.rules.frames.iter().filter(|frame| frame.self_registered) {
        talk.say(&format!("{}\n", say!(lang, "prog-self-registered", frame = quoted(&frame.name))));
    }
    let said = say!(lang, "prog-begun", name = quoted(&begun.rules.name), dir = shown(&dir));
    talk.show(&format!("{said}\n  {}\n", begun.head))?;
    talk.json(&json!({ "folder": dir, "head": begun.head }))?;
    Ok(Exit::Done)
}
