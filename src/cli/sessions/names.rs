//! `geloot sessions names`: the lists of a plan with people's names, and rooms for meetings online. Imports `sessions`,
//! `register`, `words`, `io` and its siblings.

use super::super::exit::{Exit, Halt};
use super::super::people::no_such_column;
use super::super::sheet;
use super::super::talk::Talk;
use super::{ending, make, saved};
use crate::base::fault::{Faults, Grade};
use crate::base::look::look;
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::io::NewFolder;
use crate::register::{self, Looked, Table, report_same};
use crate::sessions::day::seatplan::{self, is_seated};
use crate::sessions::day::wording::Labels;
use crate::sessions::day::{lists, sheets};
use crate::sessions::model::brief::Brief;
use crate::sessions::solve::make::Made;
use crate::words::catalogue::{args, block, say};
use crate::words::faults::headline;
use crate::words::parts::or_none;
use crate::words::{quoted, shown};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Write the cards, table lists, wall list and page of a plan with names on them, for your own use.
///
/// Starts from the last change of the plan. The files say that they hold personal data, and are never made in a record.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the plan.
    #[arg(value_name = "DIR")]
    plan: PathBuf,
    /// Your own list with the names: the list of "geloot people", or of volunteers.
    #[arg(long, value_name = "P.csv")]
    people: PathBuf,
    /// The headings of the columns that make up a name, with commas between them.
    #[arg(long, value_name = "COLUMNS", value_parser = super::super::expected::heading, value_delimiter = ',', required = true)]
    names: Vec<String>,
    /// Rooms of a meeting online besides, one file for each round: Zoom's table of rooms and e-mail addresses, or the
    /// groups that BigBlueButton takes when a meeting is made.
    #[arg(long, value_enum, value_name = "PROGRAM")]
    rooms_csv: Option<Program>,
    /// The heading of the column with e-mail addresses; without it one is looked for.
    #[arg(long, value_name = "HEADING", value_parser = super::super::expected::heading, requires = "rooms_csv")]
    email: Option<String>,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// A program for meetings online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Program {
    /// Zoom: "Import from CSV" under pre-assigned breakout rooms.
    Zoom,
    /// BigBlueButton: the parameter "groups" of its call "create", by the identity with which people join.
    Bigbluebutton,
}

/// Headings that mean an e-mail address, after [`fold_heading`].
const EMAILS: &[&str] = &["email", "emailadres", "emailaddress", "mail", "mailadres", "epost"];

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let (root, from) = saved::latest(&args.plan);
    // The files of a plan are checked, and what is not of it is found there; and names are not handed on with it.
    if args.out.starts_with(&root) {
        let folder = shown(&root.to_string_lossy());
        return Err(ending::refused(Exit::Input, "S-111", args![folder = folder]));
    }
    let plan = saved::read(&from, talk)?;
    let made = plan.judge();
    let (name, bytes) = sheet::read(&args.people, &[])?;
    let mut faults = Faults::new();
    let table = match register::read(&name, &bytes, &mut faults) {
        Some(table) if !faults.stop() => table,
        _ => return Err(Halt::Faults(faults)),
    };
    let codes = codes(&table, &plan.brief).ok_or_else(|| {
        let near = near(&table, &plan.brief, 0..table.headings.len());
        ending::refused(Exit::Input, "S-80", args![file = shown(&name), near = or_none(&near)])
    })?;
    let looked = Looked::default();
    let mut column = |heading: &str| {
        let headings = || table.headings.iter().map(String::as_str);
        let at = looked.column(&table, &[&fold_heading(heading)], &mut faults);
        at.ok_or_else(|| no_such_column(lang, heading, nearest(heading, headings())))
    };
    let columns: Vec<usize> = args.names.iter().map(|heading| column(heading)).collect::<Result<_, _>>()?;
    let mail = match (args.rooms_csv, &args.email) {
        (None, _) => None,
        (_, Some(heading)) => Some(column(heading)?),
        (_, None) => {
            let found = looked.column(&table, EMAILS, &mut faults);
            Some(found.ok_or_else(|| ending::refused(Exit::Input, "S-82", args![file = shown(&name)]))?)
        }
    };
    report_same(&table, codes, &mut faults);
    if faults.stop() {
        return Err(Halt::Faults(faults));
    }
    let cells = |columns: &[usize]| -> BTreeMap<String, String> {
        let row = |row: usize| {
            let parts = columns.iter().map(|&c| tidy(table.cell(row, c))).filter(|part| !part.is_empty());
            (table.cell(row, codes).trim().to_owned(), parts.collect::<Vec<_>>().join(" "))
        };
        (0..table.len()).map(row).collect()
    };
    let mut names = cells(&columns);
    told_apart(&plan.brief, &mut names);
    let record = plan.record.as_ref().map(|record| record.lang);
    let labels = Labels { tongue: record.unwrap_or_else(|| make::tongue(lang)), names: Some(&names) };
    let folder = NewFolder::begin(&args.out)?;
    let files = sheets::labelled(&plan.brief, &made, labels).ok_or_else(ending::mistaken)?;
    let prefix = say!(lang, "personal-file");
    for (name, bytes) in files {
        folder.add(&format!("{prefix}-{name}"), &bytes)?;
    }
    let mut without = 0;
    if let (Some(program), Some(at)) = (args.rooms_csv, mail) {
        let emails = cells(&[at]);
        for round in (0..plan.brief.rounds.len()).filter(|&round| is_seated(&plan.brief, round)) {
            let room = |name: &str| labels.tongue.say("table", &[("name", name)]);
            let (end, bytes, lack) = rooms(program, &plan.brief, &made, round, &emails, &room);
            without = without.max(lack);
            folder.add(&format!("{prefix}-{}-{}.{end}", say!(lang, "rooms-file"), round + 1), &bytes)?;
        }
    }
    folder.finish()?;
    let named = |code: &str| names.get(code).is_some_and(|name| !name.is_empty());
    let nameless = plan.brief.people.iter().filter(|person| !named(&person.id)).count();
    for (code, count) in [("S-81", nameless), ("S-83", without)].into_iter().filter(|(_, count)| *count > 0) {
        let (said, lines) = match code {
            "S-81" => {
                let near = near(&table, &plan.brief, [codes].into_iter());
                block(lang, "S-81", &args![count = count, near = or_none(&near)])
            }
            _ => (say!(lang, "S-83", count = count), Vec::new()),
        };
        talk.warn(&format!("{}\n", headline(lang, Grade::Check, &said, code)));
        lines.iter().for_each(|line| talk.warn(&format!("  {line}\n")));
    }
    let out = quoted(&args.out.to_string_lossy());
    talk.show(&format!("{}\n", say!(lang, "names-saved", folder = out)))?;
    talk.json(&json!({ "folder": args.out.to_string_lossy(), "without_name": nameless,
                       "without_email": without }))?;
    Ok(Exit::Done)
}

/// Puts the code behind the name of whoever is not the only one of that name, so that nobody takes another's seat.
fn told_apart(brief: &Brief, names: &mut BTreeMap<String, String>) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for person in &brief.people {
        if let Some(name) = names.get(&person.id) {
            *seen.entry(fold(name)).or_default() += 1;
        }
    }
    for person in &brief.people {
        if let Some(name) = names.get_mut(&person.id)
            && !name.is_empty()
            && seen.get(&fold(name)).is_some_and(|&times| times > 1)
        {
            *name = format!("{name} ({})", person.id);
        }
    }
}

/// The column that has most codes of the plan; `None` if none has any.
fn codes(table: &Table, brief: &Brief) -> Option<usize> {
    let count = |column: usize| {
        (0..table.len()).filter(|&row| brief.person(table.cell(row, column).trim()).is_some()).count()
    };
    let columns = (0..table.headings.len()).filter(|&column| !table.is_refused(column));
    // Of equals the first one.
    let best = columns.map(|column| (count(column), std::cmp::Reverse(column))).max()?;
    (best.0 > 0).then_some(best.1.0)
}

/// A code of the plan that no row has, and that a cell of these columns looks like: zeros were dropped.
fn near(table: &Table, brief: &Brief, columns: impl Iterator<Item = usize> + Clone) -> Option<String> {
    let cells = || (0..table.len()).flat_map(|row| columns.clone().map(move |c| table.cell(row, c).trim()));
    let there: BTreeSet<&str> = cells().filter(|cell| brief.person(cell).is_some()).collect();
    let gone = brief.people.iter().map(|person| &person.id).filter(|id| !there.contains(id.as_str()));
    let looks: BTreeMap<String, &String> = gone.map(|id| (look(id), id)).collect();
    let found = cells().filter(|cell| !there.contains(cell)).find_map(|cell| looks.get(&look(cell)).copied());
    found.cloned()
}

/// Who is in which room in one round, as the program takes it: the end of the file's name, its bytes, and how many people
/// have no address.
///
/// Zoom: a table with the columns `Pre-assign Room Name` and `Email Address`, of its sample file. BigBlueButton (since 2.5):
/// a list of groups, each with the identities of its people, as its documents give it for `groups` of `create`.
fn rooms(
    program: Program,
    brief: &Brief,
    made: &Made,
    round: usize,
    emails: &BTreeMap<String, String>,
    room: &dyn Fn(&str) -> String,
) -> (&'static str, Vec<u8>, usize) {
    let mut rooms: Vec<(String, Vec<String>)> = Vec::new();
    let mut without = 0;
    for seat in lists::seats(brief, made).into_iter().filter(|seat| seat.round == round) {
        let name = match brief.topic(round, seat.table) {
            Some(topic) => topic.to_owned(),
            None => room(&brief.table_name(round, seat.table)),
        };
        if rooms.last().is_none_or(|(last, _)| *last != name) {
            rooms.push((name, Vec::new()));
        }
        match emails.get(&brief.people[seat.person].id).filter(|email| !email.is_empty()) {
            Some(email) => rooms.last_mut().into_iter().for_each(|room| room.1.push(email.clone())),
            None => without += 1,
        }
    }
    match program {
        Program::Zoom => {
            let head = ["Pre-assign Room Name".to_owned(), "Email Address".to_owned()];
            let rows =
                rooms.iter().flat_map(|(room, people)| people.iter().map(|it| [room.clone(), it.clone()]));
            let rows: Vec<[String; 2]> = std::iter::once(head).chain(rows).collect();
            ("csv", seatplan::table(&rows), without)
        }
        Program::Bigbluebutton => {
            let group = |(n, (name, roster)): (usize, &(String, Vec<String>))| json!({ "id": (n + 1).to_string(), "name": name, "roster": roster });
            let groups: Vec<serde_json::Value> = rooms.iter().enumerate().map(group).collect();
            ("json", format!("{}\n", serde_json::Value::from(groups)).into_bytes(), without)
        }
    }
}
