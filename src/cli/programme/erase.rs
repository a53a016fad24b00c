//! `geloot programme erase`: forgetting. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, open, random, today};
use crate::assembly::programme::Erasing;
use crate::cli::exit::{Exit, Halt, Saved};
use crate::cli::talk::Talk;
use crate::cli::told;
use crate::words::catalogue::{args, count, say};
use serde_json::json;
use std::path::PathBuf;

/// Erase rows whose time is over, or everything about somebody who asks.
///
/// The row and its salt go, and their digest stays in their place: every line noted before still holds, and nobody can find
/// out whose row it was. The ledger says how many rows were erased, of what and why.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the programme.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The id of somebody who asks.
    #[arg(long, value_name = "ID", conflicts_with = "retention", required_unless_present = "retention")]
    person: Option<String>,
    /// Keep the person barred as long as the rules say: their code and a day stay, and nothing else. Whether you may is a
    /// question of law.
    #[arg(long, requires = "person")]
    keep_barred: bool,
    /// Every row whose time is over by the rules.
    #[arg(long)]
    retention: bool,
    /// The register of the id; without it the first frame of the rules.
    #[arg(long, value_name = "NAME")]
    frame: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DAY")]
    date: String,
    /// Erase although the day is still to come by this computer's clock: only to practise.
    #[arg(long)]
    day_to_come: bool,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    if let Some(today) = today().filter(|&today| today < date && !args.day_to_come) {
        let (date, today) = (date.to_string(), today.to_string());
        return Err(
            Halt::refused(Exit::Input, "O-27", args![date = date, today = today]).saved(Saved::NoFile)
        );
    }
    let programme = open(&args.dir, lang)?;
    let what = match &args.person {
        None => Erasing::Retention,
        Some(id) => Erasing::Person { id, frame: args.frame.as_deref(), keep_barred: args.keep_barred },
    };
    let erased = programme.erase(&what, date, random()?).map_err(|no| halt(lang, no, ""))?;
    told::apply(&erased.patch, &args.dir)?;
    let rows: u64 = erased.rows.values().sum();
    let entry = erased.entry.to_string();
    let mut text = format!("{}\n", say!(lang, "prog-erased", rows = count(lang, rows), entry = entry));
    if erased.people > 0 {
        text.push_str(&format!(
            "{}\n",
            say!(lang, "prog-erased-people", people = count(lang, erased.people))
        ));
    }
    if args.person.is_some() {
        text.push_str(&format!("{}\n", say!(lang, "prog-erased-sums")));
    }
    if let Some(until) = erased.barred {
        text.push_str(&format!("{}\n", say!(lang, "prog-erased-barred", until = until.to_string())));
    }
    talk.show(&format!("{text}{}\n  {}\n", say!(lang, "prog-head"), erased.head))?;
    let until = erased.barred.map(|until| until.to_string());
    let answer =
        json!({ "rows": erased.rows, "entry": erased.entry, "barred_until": until, "head": erased.head });
    talk.json(&answer)?;
    Ok(Exit::Done)
}
