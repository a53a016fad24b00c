//! `geloot sessions reseat`: one round again, on the day. Imports `sessions`, `words`, `io` and its
//! siblings.

use super::super::exit::{Exit, Halt};
use super::super::layout::{cell, lines, table};
use super::super::talk::Talk;
use super::make::{refuse, tell};
use super::{make, report, saved};
use crate::base::fault::Place;
use crate::base::text::nearest;
use crate::io::NewFolder;
use crate::register::is_formula;
use crate::sessions::brief::Brief;
use crate::sessions::brief::people::Found;
use crate::sessions::facts::facts;
use crate::sessions::reseat::{Change, Misfit, NoReseat, Reseated, reseat};
use crate::sessions::wrong::What;
use crate::words::catalogue::{Lang, args, say};
use crate::words::sessions as words;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Seat one round again: for people who stay away, come late or turn up after all.
///
/// Every other round stays as it was. The new plan goes to a folder beside the old one, which is kept.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the plan.
    #[arg(value_name = "DIR")]
    plan: PathBuf,
    /// The round to seat again.
    #[arg(long, value_name = "N")]
    round: usize,
    /// Codes of people who are not there in this round.
    #[arg(long, value_name = "CODE,CODE,...", value_delimiter = ',')]
    absent: Vec<String>,
    /// Codes of people who are there after all, those who are new among them.
    #[arg(long, value_name = "CODE,CODE,...", value_delimiter = ',')]
    extra: Vec<String>,
    /// Most people who may sit elsewhere than announced; without it as few as the rules need.
    #[arg(long, value_name = "N")]
    move_at_most: Option<u32>,
    /// The folder to make; the name of the plan's folder with a number when not given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let old = saved::read(&args.plan, talk)?;
    let Some(record) = &old.record else {
        return Err(make::refused(Exit::Input, "S-37", args![]));
    };
    if record.commitment != old.line().to_string() {
        return Err(make::refused(Exit::Input, "S-71", args![]));
    }
    let out = args.out.clone().unwrap_or_else(|| beside(&args.plan));
    let folder = NewFolder::begin(&out)?;
    let clean = |codes: &[String]| {
        let mut codes: Vec<String> = codes.iter().map(|code| code.trim().to_owned()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    };
    let change = Change {
        round: args.round.wrapping_sub(1),
        absent: clean(&args.absent),
        extra: clean(&args.extra),
        moves: args.move_at_most,
    };
    let new = reseat(&old.brief, &old.plan, &change, &record.seed_text).map_err(|no| refused(&no))?;
    let record = record.changed(&new.brief, &change, old.seats, old.inputs);
    tell(&newcomers(&old.brief, &new), talk);
    saved::write(&folder, &new.brief, &new.made, &record)?;
    folder.finish()?;
    talk.show(&text(talk.lang(), &new, args.round))?;
    talk.show(&report::text(talk.lang(), &new.brief, &new.made, report::Sizes::Ruled))?;
    let why = clash(talk.lang(), &new);
    if !why.is_empty() {
        talk.show(&format!("{}\n\n", why.join("\n")))?;
    }
    if let (Some(most), Some(takes)) = (change.moves, new.takes) {
        talk.show(&words::too_few_moves(talk.lang(), most, takes))?;
    }
    talk.show(&report::saved(talk.lang(), &out))?;
    talk.json(&answer(talk.lang(), &new, args.round, &out))?;
    Ok(if new.made.figures.broken.is_empty() { Exit::Done } else { Exit::No })
}

/// The first free name beside a folder: with -2, -3 and so on.
fn beside(plan: &Path) -> PathBuf {
    let name = plan.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or("plan".to_owned());
    // Of "dag-2" the next is "dag-3".
    let (stem, from) = match name.rsplit_once('-') {
        Some((stem, number)) if number.parse::<u32>().is_ok_and(|n| n >= 2) => (stem.to_owned(), number),
        _ => (name.clone(), "1"),
    };
    let from: u32 = from.parse().unwrap_or(1);
    let free = (from + 1..from + 10_000).map(|n| plan.with_file_name(format!("{stem}-{n}")));
    free.into_iter().find(|path| std::fs::symlink_metadata(path).is_err()).unwrap_or(plan.to_owned())
}

fn refused(no: &NoReseat) -> Halt {
    match no {
        NoReseat::Round => make::refused(Exit::Input, "S-38", args![]),
        NoReseat::People(misfits) => wrongs(misfits.iter().map(|misfit| match misfit.clone() {
            Misfit::Unknown(code, near) => What::ReseatUnknown { code, near },
            Misfit::Away(code) => What::ReseatAway { code },
            Misfit::There(code) => What::ReseatThere { code },
            Misfit::Both(code) => What::ReseatBoth { code },
        })),
        NoReseat::Seats => make::refused(Exit::No, "S-40", args![]),
        NoReseat::Code => wrongs([What::BadCode]),
        NoReseat::Nothing => make::refused(Exit::Input, "S-59", args![]),
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

/// What has to be known of those who are new to the plan.
fn newcomers(old: &Brief, new: &Reseated) -> Found {
    let ids = || old.people.iter().map(|person| person.id.as_str());
    found(new.new.iter().flat_map(|code| {
        let near = nearest(code, ids()).map(str::to_owned);
        let formula = is_formula(code).then(|| What::Formula { name: code.clone() });
        [Some(What::Newcomer { code: code.clone(), near }), formula].into_iter().flatten()
    }))
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

fn answer(lang: Lang, new: &Reseated, round: usize, out: &Path) -> Value {
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
    answer
}
