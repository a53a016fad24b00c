//! `geloot sessions reseat`: one round again, on the day. Imports `sessions`, `words`, `io` and its
//! siblings.

use super::super::exit::{Exit, Halt};
use super::super::layout::{cell, lines, table};
use super::super::talk::Talk;
use super::ending::{self, refuse, tell};
use super::{make, report, saved};
use crate::base::digest::Digest;
use crate::base::fault::Place;
use crate::base::text::nearest;
use crate::io::{self, NewFolder};
use crate::register::is_formula;
use crate::sessions::Search;
use crate::sessions::brief::lists::{self, Sheet};
use crate::sessions::brief::people::{Found, find, unknown};
use crate::sessions::brief::read::staff_short;
use crate::sessions::brief::rounds::alone;
use crate::sessions::day::reseat::{Change, Misfit, NoReseat, Reseated, reseat};
use crate::sessions::day::seatplan;
use crate::sessions::model::brief::{Brief, Round, Staff};
use crate::sessions::record::facts::facts;
use crate::sessions::record::{CHANGES, Record};
use crate::sessions::solve::compile::compile;
use crate::sessions::solve::hosts::Hosts;
use crate::sessions::wrong::What;
use crate::words::catalogue::{Lang, args, say};
use crate::words::sessions as words;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Seat rounds again: for people who stay away, come late or turn up after all, and for staff who fall ill.
///
/// Every other round stays as it was. The new plan goes into the folder of the old one, which is kept: changes/1, then
/// changes/2. It starts from the last change that is there.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the plan.
    #[arg(value_name = "DIR")]
    plan: PathBuf,
    /// The round to seat again, or several with commas between them.
    #[arg(long, value_name = "N,N,...", value_delimiter = ',', required = true)]
    round: Vec<usize>,
    /// Codes of people who are not there in this round.
    #[arg(long, value_name = "CODE,CODE,...", value_delimiter = ',')]
    absent: Vec<String>,
    /// Codes of people who are there after all, those who are new among them.
    #[arg(long, value_name = "CODE,CODE,...", value_delimiter = ',')]
    extra: Vec<String>,
    /// Most people who may sit elsewhere than announced; without it as few as the rules need.
    #[arg(long, value_name = "N")]
    move_at_most: Option<u32>,
    /// Facilitators and note-takers who are there in these rounds, in place of those of the plan. Whoever still is there
    /// keeps their table.
    #[arg(long, value_name = "S.csv")]
    staff: Option<PathBuf>,
    /// The folder to make, of a single round; a folder of its own in that of the plan when not given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (root, from) = saved::latest(&args.plan);
    let mut rounds = args.round.clone();
    rounds.sort_unstable();
    rounds.dedup();
    if args.out.is_some() && rounds.len() > 1 {
        return Err(ending::refused(Exit::Input, "S-79", args![]));
    }
    let old = saved::read(&from, talk)?;
    let Some(record) = old.record.clone() else {
        return Err(ending::refused(Exit::Input, "S-37", args![]));
    };
    if record.commitment != old.line().to_string() {
        return Err(ending::refused(Exit::Input, "S-71", args![]));
    }
    let staff = args.staff.as_ref().map(|path| read_staff(path, &old.brief, talk)).transpose()?;
    let clean = |codes: &[String]| {
        let mut codes: Vec<String> = codes.iter().map(|code| code.trim().to_owned()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let first = saved::changes(&root).last().map_or(1, |n| n + 1);
    let mut steps: Vec<Step> = Vec::new();
    for (number, &round) in rounds.iter().enumerate() {
        // Each round goes on from the plan with the round before it changed.
        let (brief, plan) = match steps.last() {
            None => (&old.brief, &old.plan),
            Some(step) => (&step.new.brief, &step.new.made.plan),
        };
        let change = Change {
            round: round.wrapping_sub(1),
            absent: clean(&args.absent),
            extra: clean(&args.extra),
            moves: args.move_at_most,
            staff: staff.as_ref().map(|staff| placed(staff, &old.brief, brief)),
        };
        let new =
            reseat(Search::NOW, brief, plan, &change, &record.seed_text).map_err(|no| refused(&no, round))?;
        let (seats, inputs) = match steps.last() {
            None => (old.seats, old.inputs),
            Some(step) => step.digests(),
        };
        let hosts = replaced(brief, &compile(brief).hosts, &new, round - 1);
        let record = record.changed(&new.brief, &change, seats, inputs);
        let out = match &args.out {
            Some(out) => out.clone(),
            None => root.join(CHANGES).join((first + number as u32).to_string()),
        };
        steps.push(Step { round, out, told: newcomers(brief, &new, &change), hosts, change, new, record });
    }
    if args.out.is_none() {
        io::ensure_folder(&root.join(CHANGES))?;
    }
    for step in &steps {
        let folder = NewFolder::begin_plan(&step.out)?;
        tell(&step.told, talk);
        saved::write(&folder, &step.new.brief, &step.new.made, &step.record)?;
        folder.finish()?;
    }
    let lang = talk.lang();
    for step in &steps {
        talk.show(&text(lang, &step.new, step.round))?;
        talk.show(&hosts_text(lang, &step.hosts))?;
        let why = clash(lang, &step.new);
        if !why.is_empty() {
            talk.show(&format!("{}\n\n", why.join("\n")))?;
        }
        if let (Some(most), Some(takes)) = (step.change.moves, step.new.takes) {
            talk.show(&words::too_few_moves(lang, most, takes))?;
        }
    }
    let Some(last) = steps.last() else { return Err(ending::refused(Exit::Input, "S-38", args![])) };
    talk.show(&report::text(lang, &last.new.brief, &last.new.made, report::Sizes::Ruled))?;
    talk.show(&report::saved(lang, &last.out))?;
    let mut answers: Vec<Value> = steps.iter().map(|step| answer(lang, step)).collect();
    let mut whole = answers.pop().unwrap_or_default();
    whole["earlier_rounds"] = answers.into();
    talk.json(&whole)?;
    let kept = last.new.made.figures.broken.is_empty();
    Ok(if kept { Exit::Done } else { Exit::No })
}

/// One round, seated again.
struct Step {
    round: usize,
    out: PathBuf,
    told: Found,
    /// Tables with another host: table, task, name before, name now.
    hosts: Vec<[String; 4]>,
    change: Change,
    new: Reseated,
    record: Record,
}

impl Step {
    /// Digests of its seats and its inputs, as the next change names them.
    fn digests(&self) -> (Digest, Digest) {
        let made = &self.new.made;
        let seats = seatplan::write(&self.new.brief, &made.compiled, &made.plan);
        (Digest::of(&seats), Digest::of(&self.new.brief.to_bytes()))
    }
}

/// Reads who of the staff is there.
fn read_staff(path: &Path, brief: &Brief, talk: &Talk) -> Result<Vec<Staff>, Halt> {
    let file = make::load(path)?;
    let mut found = Found::default();
    let ids: Vec<String> = brief.people.iter().map(|person| person.id.clone()).collect();
    let sheet = Sheet::read(&file.name, &file.bytes, &mut found);
    let who = |code: &str| find(&ids, code).ok_or_else(|| unknown(&ids, code));
    let staff = sheet.map(|sheet| lists::staff(&sheet, &who, brief.rounds.len(), &mut found));
    match staff.filter(|_| !found.stop()) {
        Some(staff) => {
            tell(&found, talk);
            Ok(staff)
        }
        None => Err(refuse(found)),
    }
}

/// The staff with the places of people in another brief, which has more of them.
fn placed(staff: &[Staff], from: &Brief, to: &Brief) -> Vec<Staff> {
    let place = |&person: &u16| to.person(&from.people[usize::from(person)].id);
    let one = |staff: &Staff| Staff { not: staff.not.iter().filter_map(place).collect(), ..staff.clone() };
    staff.iter().map(one).collect()
}

/// Tables of a round that somebody else hosts than before.
fn replaced(old: &Brief, before: &[Hosts], new: &Reseated, round: usize) -> Vec<[String; 4]> {
    let now = &new.made.compiled.hosts[round];
    let name = |brief: &Brief, list: &[Option<usize>], table: usize| {
        let staff = list.get(table).copied().flatten().and_then(|at| brief.staff.get(at));
        staff.map_or_else(|| "-".to_owned(), |staff| staff.name.clone())
    };
    let tasks = [
        ("facilitator", &before[round].facilitators, &now.facilitators),
        ("note-taker", &before[round].notes, &now.notes),
    ];
    let mut rows = vec![];
    for (task, before, now) in tasks {
        for table in 0..new.brief.rounds[round].tables.len() {
            let (was, is) = (name(old, before, table), name(&new.brief, now, table));
            if was != is {
                rows.push([new.brief.table_name(round, table), task.to_owned(), was, is]);
            }
        }
    }
    rows
}

fn hosts_text(lang: Lang, hosts: &[[String; 4]]) -> String {
    if hosts.is_empty() {
        return String::new();
    }
    let headings = [
        say!(lang, "head-table"),
        say!(lang, "head-task"),
        say!(lang, "head-before"),
        say!(lang, "head-now"),
    ];
    let mut rows = table(&headings, 4);
    for [at, task, was, is] in hosts {
        let task = match task.as_str() {
            "facilitator" => say!(lang, "task-facilitator"),
            _ => say!(lang, "task-notes"),
        };
        rows.add_row([cell(at), cell(&task), cell(was), cell(is)]);
    }
    format!("{}\n", lines(&rows))
}

fn refused(no: &NoReseat, round: usize) -> Halt {
    match no {
        NoReseat::Round => ending::refused(Exit::Input, "S-38", args![]),
        NoReseat::People(misfits) => wrongs(misfits.iter().map(|misfit| match misfit.clone() {
            Misfit::Unknown(code, near) => What::ReseatUnknown { code, near },
            Misfit::Away(code) => What::ReseatAway { code, round },
            Misfit::There(code) => What::ReseatThere { code, round },
            Misfit::Both(code) => What::ReseatBoth { code },
        })),
        NoReseat::Seats => ending::refused(Exit::No, "S-40", args![]),
        NoReseat::Code => wrongs([What::BadCode]),
        NoReseat::Nothing => ending::refused(Exit::Input, "S-59", args![]),
    }
}

/// The halt for what is wrong with the change.
fn wrongs(all: impl IntoIterator<Item = What>) -> Halt {
    refuse(found(all))
}

fn found(all: impl IntoIterator<Item = What>) -> Found {
    let mut found = Found::default();
    all.into_iter().for_each(|what| found.wrongs.push(what, Place::default()));
    found
}

/// What has to be known of those who are new to the plan, and of tables that nobody hosts now.
fn newcomers(old: &Brief, new: &Reseated, change: &Change) -> Found {
    let short = change
        .staff
        .as_ref()
        .and_then(|_| staff_short(&new.brief.staff, change.round, &new.brief.rounds[change.round]));
    let ids = || old.people.iter().map(|person| person.id.as_str());
    let lonely = |(n, round): &(usize, &Round)| alone(round) && !old.rounds.get(*n).is_some_and(alone);
    let lone: Vec<usize> = new.brief.rounds.iter().enumerate().filter(lonely).map(|(n, _)| n + 1).collect();
    let alone = (!lone.is_empty()).then_some(What::AloneAtTable { rounds: lone });
    found(short.into_iter().chain(alone).chain(new.new.iter().flat_map(|code| {
        let near = nearest(code, ids()).map(str::to_owned);
        let formula = is_formula(code).then(|| What::Formula { name: code.clone() });
        [Some(What::Newcomer { code: code.clone(), near }), formula].into_iter().flatten()
    })))
}

/// Why rules are broken: those that cannot be kept together.
fn clash(lang: Lang, new: &Reseated) -> Vec<String> {
    let lines = new.clash.as_ref().map(|clash| words::clash(lang, &new.brief, &new.made.compiled, clash));
    lines.unwrap_or_default()
}

fn text(lang: Lang, new: &Reseated, round: usize) -> String {
    let moved = new.moved.len();
    let mut text = format!("{}\n\n", say!(lang, "reseated", round = round, moved = moved));
    let (before, now) = (say!(lang, "head-table-before"), say!(lang, "head-table-now"));
    if moved + new.added.len() > 0 {
        let mut rows = table(&[&say!(lang, "head-code"), &before, &now], 1);
        let name = |table: u16| new.brief.table_name(round - 1, usize::from(table));
        let code = |person: u16| new.brief.people[usize::from(person)].id.as_str();
        for &(person, before, now) in &new.moved {
            rows.add_row([cell(code(person)), cell(&name(before)), cell(&name(now))]);
        }
        for &(person, now) in &new.added {
            rows.add_row([cell(code(person)), cell("-"), cell(&name(now))]);
        }
        text.push_str(&lines(&rows));
        text.push('\n');
    }
    if !new.staff.is_empty() {
        let mut rows = table(&[&say!(lang, "head-staff-moved"), &before, &now], 1);
        for [name, before, now] in staff(new, round) {
            rows.add_row([cell(&name), cell(&before), cell(&now)]);
        }
        text.push_str(&lines(&rows));
        text.push('\n');
    }
    text
}

/// Staff at another table: name, table before, table now.
fn staff(new: &Reseated, round: usize) -> impl Iterator<Item = [String; 3]> + '_ {
    let at = move |table: Option<usize>| table.map_or("-".to_owned(), |t| new.brief.table_name(round - 1, t));
    new.staff.iter().map(move |&(who, before, now)| [new.brief.staff[who].name.clone(), at(before), at(now)])
}

fn answer(lang: Lang, step: &Step) -> Value {
    let Step { new, round, out, .. } = step;
    let round = *round;
    let name = |table: u16| new.brief.table_name(round - 1, usize::from(table));
    let code = |person: u16| new.brief.people[usize::from(person)].id.clone();
    let moved: Vec<Value> = new
        .moved
        .iter()
        .map(|&(p, a, b)| json!({ "code": code(p), "before": name(a), "now": name(b) }))
        .collect();
    let added: Vec<Value> =
        new.added.iter().map(|&(p, table)| json!({ "code": code(p), "now": name(table) })).collect();
    let mut answer = facts(&new.brief, &new.made);
    answer["round"] = json!(round);
    answer["moved"] = json!(moved);
    answer["added"] = json!(added);
    answer["new"] = json!(new.new);
    answer["clash"] = json!(clash(lang, new));
    let moved =
        staff(new, round).map(|[name, before, now]| json!({ "name": name, "before": before, "now": now }));
    answer["staff_moved"] = moved.collect();
    answer["moves_needed"] = json!(new.takes);
    answer["folder"] = json!(out.to_string_lossy());
    let hosts = step.hosts.iter().map(
        |[table, task, before, now]| json!({ "table": table, "task": task, "before": before, "now": now }),
    );
    answer["hosts"] = hosts.collect();
    answer
}
