//! `geloot sessions check`: every figure of a seat plan again. Imports `sessions`, `words`, `io` and
//! its siblings.

use super::super::exit::{Exit, Halt, Saved as Without};
use super::super::talk::Talk;
use super::ending::{refuse, tell};
use super::make::{FileArgs, Loaded, load};
use super::report::Sizes;
use super::{claims, report, saved};
use crate::base::fault::Place;
use crate::base::text::fold;
use crate::io;
use crate::seed::Commitment;
use crate::sessions::brief::lists::{self, Sheet};
use crate::sessions::brief::people::Found;
use crate::sessions::brief::plan_file::{KindWord, PlanFile, RoundEntry};
use crate::sessions::day::seatplan::{self, Seats};
use crate::sessions::model::brief::{Brief, MOST_PEOPLE, RoundKind};
use crate::sessions::record::CHANGES;
use crate::sessions::record::facts::facts;
use crate::sessions::record::verify::{Claim, Outcome, Saved};
use crate::sessions::solve::compile::compile;
use crate::sessions::solve::make::{self, BRIEF_FILE, Made};
use crate::sessions::wrong::What;
use crate::sessions::{Plan, Size};
use crate::words::catalogue::{args, say};
use crate::words::{quoted, sessions as words};
use std::path::PathBuf;

/// Recompute every figure of a seat plan: a folder of this program, or any seatplan.csv.
///
/// A folder is checked whole: the seats follow from its inputs and seed, the rules are kept, the
/// figures are true, the lists to hand out are those of the seats. For a seatplan.csv made by hand or by
/// another program (columns round, table, code) give the list of people, and what else it should be judged
/// by. Whoever is in the list, has no seat in a round and is not declared absent counts as forgotten.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of a plan, or a seat plan as a CSV file.
    #[arg(value_name = "PLAN")]
    seats: PathBuf,
    /// Of a plan changed on the day: the folder of the plan before it.
    #[arg(long, value_name = "DIR")]
    before: Option<PathBuf>,
    /// Of a plan whose inputs were frozen first: the line as it was published before the seed was known.
    #[arg(long, value_name = "LINE")]
    commitment: Option<String>,
    #[command(flatten)]
    files: FileArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    checked(args, talk).map_err(unchecked)
}

fn checked(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if let Some(line) = args.commitment.as_deref().filter(|line| !Commitment::is_line(line)) {
        return Err(Halt::refused(Exit::Input, "S-68", args![line = quoted(line)]));
    }
    if io::is_folder(&args.seats) {
        if let Some(option) = args.files.first_given() {
            return Err(Halt::refused(Exit::Input, "S-66", args![option = option]));
        }
        let saved = saved::read(&args.seats, talk)?;
        let own = args.before.is_none().then(|| saved::before(&args.seats)).flatten();
        let before = args.before.as_ref().or(own.as_ref());
        let before = before.map(|path| saved::read(path, talk)).transpose()?;
        return whole(args, saved, before, talk);
    }
    if let Some(option) =
        args.before.as_ref().map(|_| "--before").or(args.commitment.as_ref().map(|_| "--commitment"))
    {
        return Err(Halt::refused(Exit::Input, "S-69", args![option = option]));
    }
    let (brief, plan, sizes, together) = loose(args, talk)?;
    let made = make::judge(compile(&brief), plan);
    talk.show(&report::text(talk.lang(), &brief, &made, sizes))?;
    let mut answer = facts(&brief, &made);
    answer["groups_stay"] = together.into();
    talk.json(&answer)?;
    Ok(exit(&made, together))
}

fn exit(made: &Made, claims: bool) -> Exit {
    if claims && made.figures.broken.is_empty() { Exit::Done } else { Exit::No }
}

/// A folder: figures and claims.
fn whole(args: &Args, saved: Saved, before: Option<Saved>, talk: &Talk) -> Result<Exit, Halt> {
    let mut files = io::names(&args.seats)?;
    // Each change of the plan is a plan of its own.
    files.retain(|name| name != CHANGES);
    let published = args.commitment.as_deref();
    let bar = talk.progress(0);
    bar.set_message(say!(talk.lang(), "making-again"));
    let mut claims = saved.check(before.as_ref(), published, &mut |progress| {
        bar.set_length(progress.of);
        bar.set_position(progress.done.min(progress.of));
    });
    bar.finish_and_clear();
    let names = saved.brief.unneeded();
    if !names.is_empty() {
        let mut found = Found::default();
        found.wrongs.push(What::NeedOfNobody { names }, Place::file(BRIEF_FILE));
        tell(&found, talk);
    }
    claims.push((Claim::NothingElse, Saved::nothing_else(files.iter().map(String::as_str))));
    let made = saved.judge();
    talk.show(&report::text(talk.lang(), &saved.brief, &made, Sizes::Ruled))?;
    talk.show(&claims::text(talk.lang(), &claims))?;
    let line =
        saved.record.as_ref().and_then(|record| words::frozen(talk.lang(), record, published.is_some()));
    if let Some(line) = &line {
        talk.show(&format!("{line}\n\n"))?;
    }
    let mut answer = facts(&saved.brief, &made);
    answer["claims"] = claims::json(talk.lang(), &claims);
    answer["frozen"] = saved.record.as_ref().is_some_and(|record| record.frozen).into();
    answer["commitment"] = saved.line().to_string().into();
    answer["remark"] = line.into();
    talk.json(&answer)?;
    // What a plan of this program should have and lacks is no pass.
    Ok(exit(&made, claims.iter().all(|(_, outcome)| *outcome == Outcome::Holds)))
}

/// A seat plan by itself, with what it is to be judged by, whether sizes of tables are a rule, and whether groups of
/// workshops stay together.
fn loose(args: &Args, talk: &Talk) -> Result<(Brief, Plan, Sizes, bool), Halt> {
    let bytes = io::read(&args.seats)?;
    let name = args.seats.to_string_lossy().into_owned();
    let asked = &args.files;
    let mut found = Found::default();
    if asked.plan.is_some() || asked.tables.is_some() || asked.size.is_some() || asked.rounds.is_some() {
        let mut files = asked.clone();
        if files.plan.is_none() && (files.rounds.is_none() || files.tables.is_none() && files.size.is_none())
        {
            // As many rounds as the file has, and as many tables.
            let seats = seatplan::read(&name, &bytes, &ids(&files, talk)?, &mut Found::default());
            let rounds = seats.as_ref().map(|seats| seats.seats.len() as u32);
            files.rounds = files.rounds.or(rounds).map(|rounds| rounds.max(1));
            if files.tables.is_none() && files.size.is_none() {
                files.tables = seats.map(|seats| seats.names().len().max(1) as u32);
            }
        }
        // Tables may have names of their own.
        let (plan, plan_name) = files.plan_file(talk.lang())?;
        let own = match files.plan {
            Some(_) => None,
            None => seatplan::read(&name, &bytes, &ids(&files, talk)?, &mut Found::default())
                .map(|seats| seats.names())
                .filter(|names| files.tables == Some(names.len() as u32))
                .map(|names| named(&name, &names)),
        };
        let (mut brief, _) = files.brief_of(plan, &plan_name, None, own, talk)?;
        let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
        let plan = seatplan::read(&name, &bytes, &ids, &mut found).map(|seats| {
            let (plan, together) = seatplan::fit_any(&mut brief, &seats, &name, &mut found);
            seatplan::host(&mut brief, &plan, &seats, &mut found);
            (plan, together)
        });
        let (plan, together) = told(plan, found, talk)?;
        return Ok((brief, plan, Sizes::Ruled, together));
    }
    let ids = ids(asked, talk)?;
    let seats = seatplan::read(&name, &bytes, &ids, &mut found);
    let seats = told(seats, found, talk)?;
    let mut brief = judged_by_itself(args, &seats, talk)?;
    let mut found = Found::default();
    let plan = seatplan::fit(&brief, &compile(&brief), &seats, &name, &mut found);
    seatplan::host(&mut brief, &plan, &seats, &mut found);
    let plan = told(Some(plan), found, talk)?;
    Ok((brief, plan, Sizes::Own, true))
}

/// A list of tables with these names.
fn named(file: &str, names: &[String]) -> Loaded {
    let rows: Vec<[&str; 1]> =
        std::iter::once("table").chain(names.iter().map(String::as_str)).map(|name| [name]).collect();
    Loaded { name: file.to_owned(), bytes: seatplan::table(&rows) }
}

/// What was read, after telling what was found; refuses when something stops the work.
fn told<T>(read: Option<T>, found: Found, talk: &Talk) -> Result<T, Halt> {
    match read {
        Some(read) if !found.stop() => {
            tell(&found, talk);
            Ok(read)
        }
        _ => Err(refuse(found)),
    }
}

/// The codes of the list of people.
fn ids(files: &FileArgs, talk: &Talk) -> Result<Vec<String>, Halt> {
    let one = FileArgs {
        people: files.people.clone(),
        id_column: files.id_column.clone(),
        plan: files.plan.clone(),
        tables: files.plan.is_none().then_some(1),
        rounds: files.plan.is_none().then_some(1),
        ..FileArgs::default()
    };
    let quiet = Talk::new(talk.lang(), talk.is_json(), true);
    let (brief, _) = one.brief(None, &quiet)?;
    Ok(brief.people.into_iter().map(|person| person.id).collect())
}

/// A brief with the rounds, tables and sizes that the seats themselves have. Absent is only who is
/// declared so by a rule: that somebody has no seat can be a mistake.
fn judged_by_itself(args: &Args, seats: &Seats, talk: &Talk) -> Result<Brief, Halt> {
    let names = seats.names();
    let rooms = match &args.files.rooms {
        None => names.len(),
        Some(path) => {
            let file = load(path)?;
            let sheet = Sheet::read(&file.name, &file.bytes, &mut Found::default());
            sheet.map_or(0, |sheet| lists::rooms(&sheet, &mut Found::default()).dialogue)
        }
    };
    let round = |(tables, seats): (&Vec<String>, &Vec<Option<u16>>)| RoundEntry {
        kind: if tables.is_empty() { KindWord::Plenary } else { KindWord::Dialogue },
        name: None,
        count: 1,
        tables: None,
        size: None,
        // As large as the building allows, until the sizes are known.
        sizes: Some(vec![MOST_PEOPLE as u32; seats.iter().flatten().count().min(rooms)]),
        absent: vec![],
        group: None,
    };
    let (mut plan, _) = args.files.plan_file(talk.lang())?;
    plan = PlanFile { round: seats.tables.iter().zip(&seats.seats).map(round).collect(), ..plan };
    let own = named(&args.seats.to_string_lossy(), &names);
    let (mut brief, _) = args.files.brief_of(plan, "the seat plan", None, Some(own), talk)?;
    let names: Vec<String> = match brief.rooms.is_empty() {
        true => names,
        false => brief.rooms.iter().take(rooms).map(|room| room.table.clone()).collect(),
    };
    for (round, it) in brief.rounds.iter_mut().enumerate().filter(|(_, it)| it.kind != RoundKind::Plenary) {
        let at = |name: &String| seats.tables[round].iter().position(|known| fold(known) == fold(name));
        let people = |name: &String| {
            let table = at(name).map(|table| table as u16);
            let here = seats.seats[round].iter().filter(|seat| seat.is_some() && **seat == table);
            here.count() as u16
        };
        let size = |(table, name): (usize, &String)| {
            let built = brief.rooms.get(table).and_then(|room| room.seats).unwrap_or(u16::MAX);
            let here = people(name).min(built);
            Size { least: here, most: here }
        };
        it.tables = names.iter().enumerate().map(size).collect();
    }
    Ok(brief)
}

/// A refusal of a check: nothing was going to be planned.
fn unchecked(halt: Halt) -> Halt {
    match halt {
        refused @ (Halt::Seats(..) | Halt::Refused(_)) => refused.saved(Without::NoCheck),
        other => other,
    }
}
