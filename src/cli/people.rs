//! `geloot people`: everybody of a lottery and of those before it, with all that is known. Imports `assembly`, `io`,
//! `words` and its siblings.

use super::draw::ListArgs;
use super::exit::{Exit, Halt, Saved};
use super::folder::{self, line_of};
use super::layout::{cell, lines, table};
use super::listing::{self, Kind};
use super::sheet;
use super::talk::Talk;
use super::told::Asked;
use crate::assembly::{Everybody, Frozen, Source, goes_on_from, leads_to};
use crate::base::fault::Grade;
use crate::bundle::files;
use crate::io;
use crate::words::catalogue::{Lang, args, number, say};
use crate::words::faults::headline;
use crate::words::people::{self, Use};
use crate::words::{parts, quoted, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Write one list of everybody: how each person stands, since when and why, with all columns of your own list.
///
/// Goes through the lottery and those that it supplements, so that nobody is lost: in, drawn, called, whom to call now,
/// in reserve, declined, withdrew, did not come, not drawn, excluded. The file holds personal data and is for your own use.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// What happened after the last draw; may be given again, for each caller's own list. Without it the list that was
    /// published last counts.
    #[arg(long, value_name = "EVENTS.csv")]
    events: Vec<PathBuf>,
    /// The file to write: a spreadsheet (.xlsx) or a list (.csv).
    #[arg(long, value_name = "LIST.xlsx")]
    out: PathBuf,
    /// Only these people, with the columns that their list needs; letters are for who is in, in reserve or to be called.
    #[arg(long, value_enum, value_name = "WHOM")]
    only: Option<Only>,
    /// The headings of the columns that make up a name, with commas between them.
    #[arg(long, value_name = "COLUMNS", value_delimiter = ',')]
    names: Vec<String>,
    /// Write the file again if it is there.
    #[arg(long)]
    replace: bool,
    /// The folder of the lottery that this one supplements, if it is not beside this one; may be given again.
    #[arg(long, value_name = "DIR")]
    continues: Vec<PathBuf>,
    #[command(flatten)]
    lists: ListArgs,
}

/// Whom a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Only {
    /// Whoever has a seat, or will have it if they say yes.
    In,
    /// Whom to call now and in what order, and who was asked and has not answered.
    Call,
    /// Who is in reserve.
    Reserves,
    /// Who is in, in reserve or to be called, for letters.
    Letters,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let kind = Kind::of(&args.out, args.lists.form())?;
    let everybody = everybody(&args.dir, &args.events, &args.continues)?;
    talk.faults(&everybody.faults);
    let of = match args.only {
        None => Use::All,
        Some(Only::In) => Use::In,
        Some(Only::Call) => Use::Call,
        Some(Only::Reserves) => Use::Reserves,
        Some(Only::Letters) => Use::Letters,
    };
    let names = people::name_columns(&everybody, &args.names)
        .map_err(|(heading, near)| no_such_column(talk.lang(), &heading, near.as_deref()))?;
    let list = people::table(talk.lang(), &everybody, of, &names);
    let unnamed = people::nameless(&everybody, of, &names);
    listing::write(&args.out, &kind.bytes(talk.lang(), &list, everybody.day)?, args.replace)?;
    if args.events.is_empty() && everybody.events > 0 {
        talk.say(&format!("{}\n", say!(talk.lang(), "people-published")));
    }
    if let Some(line) = &everybody.supplement {
        talk.warn(&format!("{}\n", say!(talk.lang(), "people-goes-on", line = line.to_string())));
    }
    if unnamed > 0 {
        let said = say!(talk.lang(), "T-46", count = unnamed, people = list.rows.len());
        talk.warn(&format!("{}\n", headline(talk.lang(), Grade::Check, &said, "T-46")));
    }
    let headings = [say!(talk.lang(), "head-status"), say!(talk.lang(), "head-people")];
    let mut counts = table(&headings, 1);
    for (status, count) in people::counts(talk.lang(), &everybody) {
        counts.add_row([cell(&status), cell(&number(talk.lang(), count))]);
    }
    talk.show(&format!("{}\n\n{}\n", people::overview(talk.lang(), &everybody), lines(&counts)))?;
    let file = shown(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(talk.lang(), "people-saved", rows = list.rows.len(), file = file)))?;
    if of == Use::Letters {
        talk.show(&format!("{}\n", people::to_whom(talk.lang(), &everybody)))?;
    }
    talk.json(&answer(&everybody, of, &list))?;
    Ok(Exit::Done)
}

/// That a list has no column of that heading for names.
pub fn no_such_column(lang: Lang, heading: &str, near: Option<&str>) -> Halt {
    let near = parts::is_it_the_column(lang, &near.map(str::to_owned));
    Halt::refused(Exit::Input, "T-41", args![heading = quoted(heading), near = near]).saved(Saved::NoFile)
}

fn answer(everybody: &Everybody, of: Use, list: &people::List) -> serde_json::Value {
    let person = |member: &crate::assembly::Member| {
        json!({ "id": member.id, "code": member.code.map(|code| code.to_string()),
                "status": member.standing.word(), "reserve": member.reserve,
                "since": member.since.map(crate::panel::events::published) })
    };
    let people = everybody.people.iter().filter(|member| of.has(member)).map(person);
    json!({
        "people": people.collect::<Vec<_>>(),
        "rows": list.rows.len(),
        "lotteries": everybody.lotteries,
        "events": everybody.events,
        "vacant": everybody.vacant,
        "supplement": everybody.supplement,
    })
}

/// Everybody of the lottery in `dir` and of those before it.
pub fn everybody(dir: &Path, events: &[PathBuf], continues: &[PathBuf]) -> Result<Everybody, Halt> {
    let lists = self::events(events)?;
    let sources: Vec<Source<'_>> = lists.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let records = records(dir, continues)?;
    let lists = (!sources.is_empty()).then_some(sources.as_slice());
    Everybody::of(&records, lists).map_err(|refusal| Asked::of(dir).halt(refusal))
}

/// The lottery in `dir` and those that it goes on from, the first one first.
fn records(dir: &Path, continues: &[PathBuf]) -> Result<Vec<Frozen>, Halt> {
    let mut records = Vec::new();
    let mut place = dir.to_owned();
    loop {
        let refused = |refusal| Asked::of(&place).halt(refusal);
        let frozen = Frozen::read(folder::read(&place)?).map_err(refused)?;
        let before = goes_on_from(&frozen);
        records.push(frozen);
        let Some(line) = before else { break };
        let given = continues.iter().find(|path| line_of(path).as_deref() == Some(&line)).cloned();
        place = given.or_else(|| beside(&place, &line, records.last()?)).ok_or_else(|| {
            Halt::refused(Exit::Input, "T-40", args![line = line.clone()]).saved(Saved::NoFile)
        })?;
    }
    records.reverse();
    Ok(records)
}

/// The folder beside `place` that has this line: one that names the supplement, where there are copies.
fn beside(place: &Path, line: &str, supplement: &Frozen) -> Option<PathBuf> {
    let mut found = io::beside(place, files::PUBLIC, files::COMMITMENT, line.as_bytes());
    let read = |path: &PathBuf| Frozen::read(folder::read(path).ok()?).ok();
    let knows = |path: &PathBuf| read(path).is_some_and(|before| leads_to(&before, supplement));
    let at = if found.len() > 1 { found.iter().position(knows).unwrap_or(0) } else { 0 };
    (at < found.len()).then(|| found.swap_remove(at))
}

/// Names and bytes of lists of events.
pub fn events(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Halt> {
    paths.iter().map(|path| sheet::read(path, &[])).collect()
}
