//! `geloot roster`: what happened after the draw, and who is called next. Imports `assembly`, `io`, `words` and its
//! siblings.

use super::exit::{Exit, Halt};
use super::folder;
use super::listing::{self, Kind};
use super::people;
use super::roster_report::Report;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{Frozen, Source};
use crate::bundle::clerk::Form;
use crate::words::catalogue::say;
use crate::words::people::{Use, table};
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Replay what happened after the draw: who is in, who is called next and why, and how the quotas stand.
///
/// The list of events is a CSV file with the columns date, id (or code) and event, and perhaps reason, by (who called)
/// and until (the day until which a place is held), in any order of rows. Events are confirmed, declined, withdrew, no-show, called (a reserve) and corrected (the last event of that
/// person was a mistake); "not reached" is kept too and decides nothing. Within a day the order of rows decides nothing: whoever leaves counts before the calls of
/// that day, so put down all who leave before you call, and what comes in after that under the next day. Only ever
/// add rows below.
///
/// Ends with 1 when seats are empty and no reserve can take them.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// What happened, event by event; may be given again, for each caller's own list.
    #[arg(long, value_name = "EVENTS.csv", required = true)]
    events: Vec<PathBuf>,
    /// Put the events into the public part, under codes, so that everybody can check every call. Reasons of
    /// calls out of turn and of corrections become public with them, other reasons do not.
    #[arg(long)]
    publish: bool,
    /// Write everybody on the panel and in reserve with their status and all columns to this file, as "geloot people" does
    /// of everybody.
    #[arg(long, value_name = "FILE.xlsx")]
    out: Option<PathBuf>,
    /// Write the file again if it is there.
    #[arg(long, requires = "out")]
    replace: bool,
    /// The folder of the lottery that this one supplements, if it is not beside this one; may be given again.
    #[arg(long, value_name = "DIR", requires = "out")]
    continues: Vec<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let asked = Asked::of(&args.dir);
    let refused = |refusal| asked.halt(refusal);
    let kind = args.out.as_ref().map(|out| Kind::of(out, Form::Plain)).transpose()?;
    let frozen = Frozen::read(folder::read(&args.dir)?).map_err(refused)?;
    let drawn = frozen.after_draw().map_err(refused)?;
    let lists = people::events(&args.events)?;
    let sources: Vec<Source<'_>> = lists.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let running = drawn.replay(&sources).map_err(refused)?;
    talk.faults(&running.faults);
    // Made before anything is published, so that whatever stops it stops everything.
    let list = match (&args.out, kind) {
        (Some(out), Some(kind)) => {
            let everybody = people::everybody(&args.dir, &args.events, &args.continues)?;
            let list = table(talk.lang(), &everybody, Use::Roster, &[]);
            let bytes = kind.bytes(talk.lang(), &list, everybody.day)?;
            listing::writable(out, &bytes, args.replace)?;
            Some((out, bytes))
        }
        _ => None,
    };
    if !args.publish {
        // A list that cannot be published says who is called next of something that is not so.
        running.continues().map_err(refused)?;
    }
    let published = args.publish.then(|| running.publish()).transpose().map_err(refused)?;
    if let Some(published) = &published {
        talk.deliberation(&running.people_told());
        told::apply(&published.patch, &args.dir)?;
    }
    if let Some((out, bytes)) = &list {
        listing::write(out, bytes, args.replace)?;
    }
    let report = Report::new(&running);
    talk.show(&report.text(talk.lang()))?;
    match &published {
        Some(new) if !new.patch.is_empty() => {
            let said = say!(talk.lang(), "roster-published", number = new.number.to_string());
            talk.show(&format!("{said}\n  {}\n", new.digest))?;
        }
        Some(same) => {
            let said = say!(talk.lang(), "roster-nothing-new", number = same.number.to_string());
            talk.show(&format!("{said}\n"))?;
        }
        None => {}
    }
    if let Some(out) = &args.out {
        talk.show(&format!("{}\n", say!(talk.lang(), "saved-file", file = shown(&out.to_string_lossy()))))?;
    }
    let mut answer = report.json(talk.lang());
    answer["published"] = json!(published.map(|published| published.number));
    talk.json(&answer)?;
    Ok(if running.stuck() { Exit::No } else { Exit::Done })
}
