//! `geloot sessions check`: every figure of a seat plan again. Imports `sessions`, `words`, `io` and
//! its siblings.

use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::make::{FileArgs, refuse, tell};
use super::{claims, report, saved};
use crate::io;
use crate::sessions::Plan;
use crate::sessions::brief::people::Found;
use crate::sessions::brief::plan_file::{KindWord, PlanFile, RoundEntry};
use crate::sessions::brief::{Brief, Room};
use crate::sessions::compile::compile;
use crate::sessions::door::{self, Made};
use crate::sessions::facts::facts;
use crate::sessions::seatplan::{self, Seats};
use crate::sessions::verify::{Outcome, Saved};
use std::path::PathBuf;

/// Recompute every figure of a seat plan: a folder of this program, or any seatplan.csv.
///
/// A folder is checked whole: the seats follow from its inputs and seed, the rules are kept, the
/// figures are true. For a seatplan.csv made by hand or by another program (columns round, table,
/// code) give the list of people, and what else it should be judged by.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of a plan, or a seat plan as a CSV file.
    #[arg(value_name = "PLAN")]
    seats: PathBuf,
    /// Of a plan changed on the day: the folder of the plan before it.
    #[arg(long, value_name = "DIR")]
    before: Option<PathBuf>,
    #[command(flatten)]
    files: FileArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if args.seats.is_dir() {
        let saved = saved::read(&args.seats, talk)?;
        let before = args.before.as_ref().map(|path| saved::read(path, talk)).transpose()?;
        return whole(saved, before, talk);
    }
    let (brief, plan) = loose(args, talk)?;
    let made = door::judge(compile(&brief), plan);
    talk.show(&report::text(&brief, &made))?;
    talk.json(&facts(&brief, &made))?;
    Ok(exit(&made, true))
}

fn exit(made: &Made, claims: bool) -> Exit {
    if claims && made.figures.broken.is_empty() { Exit::Done } else { Exit::No }
}

/// A folder: figures and claims.
fn whole(saved: Saved, before: Option<Saved>, talk: &Talk) -> Result<Exit, Halt> {
    let bar = talk.progress(0);
    bar.set_message("Making the plan again");
    let claims = saved.check(before.as_ref(), &mut |progress| {
        bar.set_length(progress.of);
        bar.set_position(progress.done.min(progress.of));
    });
    bar.finish_and_clear();
    let made = saved.judge();
    talk.show(&report::text(&saved.brief, &made))?;
    talk.show(&claims::text(&claims))?;
    let mut answer = facts(&saved.brief, &made);
    answer["claims"] = claims::json(&claims);
    talk.json(&answer)?;
    Ok(exit(&made, !claims.iter().any(|(_, outcome)| matches!(outcome, Outcome::Fails(..)))))
}

/// A seat plan by itself, with what it is to be judged by.
fn loose(args: &Args, talk: &Talk) -> Result<(Brief, Plan), Halt> {
    let bytes = io::read(&args.seats)?;
    let name = args.seats.to_string_lossy().into_owned();
    let told = args.files.plan.is_some() || args.files.tables.is_some() || args.files.size.is_some();
    let mut found = Found::default();
    if told {
        let mut files = args.files.clone();
        if files.plan.is_none() && files.rounds.is_none() {
            // As many rounds as the file has.
            let ids = ids(&files, talk)?;
            files.rounds = seatplan::read(&name, &bytes, &ids, &mut Found::default())
                .map(|seats| seats.seats.len() as u32);
        }
        let (brief, _) = files.brief(None, talk)?;
        let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
        let compiled = compile(&brief);
        let plan = seatplan::read(&name, &bytes, &ids, &mut found)
            .map(|seats| seatplan::fit(&brief, &compiled, &seats, &name, &mut found));
        return match plan {
            Some(plan) if !found.stop() => {
                tell(&found, talk);
                Ok((brief, plan))
            }
            _ => Err(refuse(found)),
        };
    }
    let ids = ids(&args.files, talk)?;
    let Some(seats) = seatplan::read(&name, &bytes, &ids, &mut found).filter(|_| !found.stop()) else {
        return Err(refuse(found));
    };
    tell(&found, talk);
    let brief = judged_by_itself(args, &seats, &ids, talk)?;
    let seats = (0..seats.seats.len())
        .filter(|&round| !seats.tables[round].is_empty())
        .map(|round| seats.seats[round].clone());
    Ok((brief, Plan { seats: seats.collect() }))
}

/// The codes of the list of people.
fn ids(files: &FileArgs, talk: &Talk) -> Result<Vec<String>, Halt> {
    let mut one = files.clone();
    if one.plan.is_none() {
        (one.tables, one.size, one.rounds) = (Some(1), None, Some(1));
        one.mix = vec![];
    }
    let quiet = Talk::new(talk.is_json(), true);
    let (brief, _) = one.brief(None, &quiet)?;
    Ok(brief.people.into_iter().map(|person| person.id).collect())
}

/// A brief with the tables, sizes and absences that the seats themselves have.
fn judged_by_itself(args: &Args, seats: &Seats, ids: &[String], talk: &Talk) -> Result<Brief, Halt> {
    let round = |round: usize| {
        let names = &seats.tables[round];
        let sizes = (0..names.len()).map(|table| {
            seats.seats[round].iter().filter(|seat| **seat == Some(table as u16)).count() as u32
        });
        let absent = seats.seats[round].iter().zip(ids).filter(|(seat, _)| seat.is_none());
        RoundEntry {
            kind: if names.is_empty() { KindWord::Plenary } else { KindWord::Dialogue },
            name: None,
            count: 1,
            tables: None,
            size: None,
            sizes: Some(sizes.collect()),
            absent: absent.map(|(_, id)| id.clone()).collect(),
            group: None,
        }
    };
    let (mut plan, _) = args.files.plan_file()?;
    plan = PlanFile { round: (0..seats.seats.len()).map(round).collect(), ..plan };
    let (mut brief, _) = args.files.brief_of(plan, "the seat plan", None, talk)?;
    // Tables keep their names where every round has the same.
    let mut named = seats.tables.iter().filter(|names| !names.is_empty());
    if let Some(first) = named.next()
        && named.all(|names| names == first)
        && brief.rooms.is_empty()
    {
        let room = |name: &String| Room { table: name.clone(), place: None, seats: None, has: vec![] };
        brief.rooms = first.iter().map(room).collect();
    }
    Ok(brief)
}
