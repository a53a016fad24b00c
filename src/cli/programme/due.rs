//! `geloot programme due`: what may be done for the next draw. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, open};
use crate::assembly::Source;
use crate::assembly::programme::{
    Carried, Changed, DueBody, DueLetters, LINKS, Letters, List, Programme, due, letters,
};
use crate::base::chance::Chance;
use crate::cli::exit::{Exit, Halt};
use crate::cli::layout::{cell, lines, table};
use crate::cli::talk::Talk;
use crate::cli::told;
use crate::invite::{Bytes, Homes};
use crate::io::{self, Lying};
use crate::programme::past::Before;
use crate::programme::rules::Again;
use crate::programme::turns::Turn;
use crate::programme::{Day, Ground};
use crate::words::catalogue::{Lang, count, number, say};
use crate::words::{parts, programme, quoted, shown, typed};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Say what may be done for the next draw of a body, or for the next letters, and write the lists for it.
///
/// Who is barred and why and until when, who stays, which seats are to be filled, whose turn a letter is. Prints the exact
/// command for the lottery.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("aim").required(true).multiple(true).args(["body", "letters", "links"])))]
pub struct Args {
    /// The folder of the programme.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The body for which is drawn.
    #[arg(long, value_name = "NAME")]
    body: Option<String>,
    /// So many letters are drawn.
    #[arg(long, value_name = "N", conflicts_with = "body")]
    letters: Option<u32>,
    /// Ids changed: the register as it was. Proposes who is who and links nobody.
    #[arg(long, value_name = "OLD.csv", conflicts_with_all = ["body", "letters"], requires = "same")]
    links: Option<PathBuf>,
    /// Of links: the headings of columns in which somebody is the same person in both registers.
    #[arg(long, value_name = "COLUMNS", value_parser = super::super::expected::heading, value_delimiter = ',', requires = "links")]
    same: Vec<String>,
    /// Of a body: seats for people who stay candidates from before, in a frame of their own.
    #[arg(long, value_name = "K", requires = "body")]
    carried_seats: Option<u32>,
    /// The people: today's register, or the people who volunteered for the body.
    #[arg(long, value_name = "R.csv")]
    register: PathBuf,
    /// The day of the draw, such as 2027-03-01.
    #[arg(long, value_name = "DAY")]
    date: String,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The heading of the column with ids; without it one is looked for.
    #[arg(long, value_name = "NAME", value_parser = super::super::expected::heading)]
    id_column: Option<String>,
    /// The frame whose register it is; without it the first frame of the rules.
    #[arg(long, value_name = "NAME", conflicts_with = "body")]
    frame: Option<String>,
    /// Of letters: the heading of a column; each of its values has its share of the letters.
    #[arg(long, value_name = "COLUMN", requires = "letters")]
    by: Option<String>,
    /// Of letters: the seats for which people are sought.
    #[arg(long, value_name = "K", requires_all = ["letters", "rate"])]
    seats: Option<u32>,
    /// Of letters: the part of the people who say yes, such as 7%.
    #[arg(long, value_name = "RATE", requires_all = ["letters", "seats"], value_parser = crate::cli::expected::rate)]
    rate: Option<f64>,
}

/// A register of more bytes is read part by part.
const LARGE: u64 = 64 << 20;
/// Bytes of each part.
const STEP: usize = 8 << 20;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    let name = args.register.to_string_lossy();
    let id = args.id_column.as_deref();
    let far = Lying::open(&args.register)?;
    if let Some(letters) = args.letters.filter(|_| far.size() > LARGE) {
        io::vacant(&args.out)?;
        return of_register(args, letters, List::Far(&far, STEP), talk);
    }
    let bytes = io::read(&args.register)?;
    let list = Source { name: &name, bytes: &bytes };
    io::vacant(&args.out)?;
    if let Some(letters) = args.letters {
        return of_register(args, letters, List::Whole(list), talk);
    }
    let programme = open(&args.dir, lang)?;
    if let Some(before) = &args.links {
        return links(args, before, list, &programme, talk);
    }
    let due = programme.due_body(args.body.as_deref(), list, id, args.carried_seats, date);
    let due = due.map_err(|no| halt(lang, no, ""))?;
    talk.faults(&due.faults);
    told::apply(&crate::assembly::Patch::new_folder(&due.files), &args.out)?;
    talk.show(&of_body(lang, args, &due, date))?;
    talk.json(&body_json(&due, args))?;
    Ok(Exit::Done)
}

/// What is due for letters.
fn of_register(args: &Args, letters: u32, list: List<'_>, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    let programme = open(&args.dir, lang)?;
    let wanted = args.seats.zip(args.rate);
    let asked = Letters { letters: u64::from(letters), by: args.by.as_deref(), wanted };
    let id = args.id_column.as_deref();
    let due = programme.due_letters(&asked, args.frame.as_deref(), list, id, date);
    let due = due.map_err(|no| halt(lang, no, ""))?;
    talk.faults(&due.faults);
    let folder = io::NewFolder::begin(&args.out)?;
    let mut files = due.files.clone();
    if let Some(text) = files.get_mut(letters::INVITATION) {
        commented(talk.lang(), text);
    }
    folder.fill(&files)?;
    for name in due.long.names() {
        let mut file = folder.open(name)?;
        due.long.parts(name).try_for_each(|part| file.write(&part))?;
        file.finish()?;
    }
    folder.finish()?;
    talk.show(&of_letters(lang, args, &due, date))?;
    let few = due.enough.is_some_and(|chance| chance < 0.5);
    if few {
        talk.warn(&format!("{}\n", say!(lang, "prog-due-few")));
    }
    talk.json(&letters_json(&due, args))?;
    Ok(if few { Exit::No } else { Exit::Done })
}

/// Who may be who where ids changed.
fn links(
    args: &Args,
    before: &Path,
    now: Source<'_>,
    programme: &Programme,
    talk: &Talk,
) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let bytes = io::read(before)?;
    let name = before.to_string_lossy();
    let (frame, id) = (args.frame.as_deref(), args.id_column.as_deref());
    let changed = Changed { before: Source { name: &name, bytes: &bytes }, now, same: &args.same, frame, id };
    let found = programme.propose_links(&changed).map_err(|no| halt(lang, no, ""))?;
    talk.faults(&found.faults);
    let mut text = format!(
        "{}\n{}\n{}\n",
        say!(lang, "prog-links", missing = number(lang, found.missing), new = number(lang, found.new)),
        say!(
            lang,
            "prog-links-alike",
            count = count(lang, found.alike.len() as u64),
            same = args.same.join(", ")
        ),
        say!(lang, "prog-links-near", count = count(lang, found.near.len() as u64)),
    );
    if !found.files.is_empty() {
        told::apply(&crate::assembly::Patch::new_folder(&found.files), &args.out)?;
        let names: Vec<String> = found.files.keys().cloned().collect();
        let dir = shown(&args.out.to_string_lossy());
        text.push_str(&format!("\n{}\n", say!(lang, "prog-due-saved", dir = dir, files = names.join(", "))));
    }
    let mut commands = Vec::new();
    if !found.alike.is_empty() {
        let dir = typed(&args.dir.to_string_lossy());
        let list = path(args, LINKS);
        commands.push(format!(
            "geloot programme add {dir} --links {list} --because \"...\" --date {}",
            args.date
        ));
        text.push_str(&format!("\n{}\n  {}\n", say!(lang, "prog-links-next"), commands[0]));
    }
    talk.show(&text)?;
    talk.json(&json!({
        "missing": found.missing, "new": found.new, "alike": found.alike.len(), "near": found.near.len(),
        "commands": commands,
    }))?;
    Ok(Exit::Done)
}

/// What carrying people over does to a newcomer's chance: both numbers, before anybody chooses.
fn carried(lang: Lang, own: &Carried) -> Vec<String> {
    let chance = |seats: u64, people: u64| {
        let share = if people == 0 { 0.0 } else { seats as f64 * 100.0 / people as f64 };
        parts::percent(lang, &format!("{:.1}", share.min(100.0)))
    };
    let vacant = u64::from(own.vacant);
    let mut lines = vec![
        say!(lang, "prog-carried", people = count(lang, own.people), new = number(lang, own.new)),
        say!(
            lang,
            "prog-carried-mixed",
            alone = chance(vacant, own.new),
            mixed = chance(vacant, own.new + own.people),
        ),
    ];
    lines.push(match (own.mix, own.seats) {
        (true, _) => say!(lang, "prog-carried-mix"),
        (false, None) => say!(lang, "prog-carried-choose"),
        (false, Some(seats)) => say!(
            lang,
            "prog-carried-apart",
            seats = count(lang, u64::from(seats)),
            carried = chance(u64::from(seats), own.people),
            new = chance(vacant - u64::from(seats).min(vacant), own.new),
            file = due::CARRIED_QUOTAS,
        ),
    });
    lines
}

/// Says in the charter of the letters what else its rule for homes can be.
fn commented(lang: Lang, charter: &mut Vec<u8>) {
    let text = String::from_utf8_lossy(charter);
    let rule = format!("homes = \"{}\"\n", Homes::Any.word());
    *charter = text.replace(&rule, &format!("# {}\n{rule}", say!(lang, "prog-due-homes"))).into_bytes();
}

/// The names of the files that are written.
type Names<'a> = BTreeSet<&'a str>;

fn names(due: &DueLetters) -> Names<'_> {
    let mut names: Names<'_> = due.long.names().collect();
    names.extend(due.files.keys().map(String::as_str));
    names
}

fn path(args: &Args, file: &str) -> String {
    typed(&args.out.join(file).to_string_lossy())
}

/// The command for the lottery, and what to give after it is drawn.
fn commands(args: &Args, files: &Names<'_>, seats: u64, own: &str) -> Vec<String> {
    let option = |name: &str, file: &str| match files.contains(file) {
        true => format!(" {name} {}", path(args, file)),
        false => String::new(),
    };
    let dir = typed(&args.dir.to_string_lossy());
    let key = typed(&args.dir.join("sealed/key.txt").to_string_lossy());
    let quotas = match args.letters {
        None => " --quotas QUOTAS.csv".to_owned(),
        Some(_) => option("--quotas", letters::QUOTAS),
    };
    let record = path(args, "lottery");
    vec![
        format!(
            "geloot lottery --pool {}{quotas} --seats {seats}{}{} --key {key}{} --out {record}",
            path(args, due::POOL),
            option("--exclude", due::EXCLUDE),
            option("--include", due::INCLUDE),
            option("--charter", due::CHARTER),
        ),
        format!("geloot draw {record} --seed \"...\""),
        format!("geloot programme add {dir} --record {record}{own} --date {}", args.date),
    ]
}

/// The same for letters by an invitation lottery.
fn invitation(args: &Args, files: &Names<'_>, own: &str) -> Vec<String> {
    let option = |name: &str, file: &str| match files.contains(file) {
        true => format!(" {name} {}", path(args, file)),
        false => String::new(),
    };
    let register = match files.contains(letters::REGISTER) {
        true => path(args, letters::REGISTER),
        false => typed(&args.register.to_string_lossy()),
    };
    let dir = typed(&args.dir.to_string_lossy());
    let key = typed(&args.dir.join("sealed/key.txt").to_string_lossy());
    let record = path(args, "letters");
    vec![
        format!(
            "geloot invite frame --register {register} --charter {}{}{} --key {key} --out {record}",
            path(args, letters::INVITATION),
            option("--strata", letters::STRATA),
            option("--exclude", letters::NOT_NOW),
        ),
        format!("geloot invite draw {record} --seed \"...\""),
        format!("geloot programme add {dir} --record {record}{own} --date {}", args.date),
    ]
}

fn barred(lang: Lang, barred: &BTreeMap<Ground, (u64, Option<Day>)>) -> String {
    if barred.is_empty() {
        return format!("{}\n", say!(lang, "prog-due-nobody-barred"));
    }
    let mut text = format!("{}\n", say!(lang, "prog-due-barred"));
    for (&ground, &(people, until)) in barred {
        let until = until.map_or("none".to_owned(), |until| until.to_string());
        let ground = programme::ground(lang, ground);
        let people = parts::people(lang, people);
        let line = say!(lang, "prog-due-barred-line", ground = ground, people = people, until = until);
        text.push_str(&format!("  {line}\n"));
    }
    text
}

/// What both kinds end with.
fn end(lang: Lang, args: &Args, files: &Names<'_>, stale: u64, next: String, commands: &[String]) -> String {
    let mut text = String::new();
    if stale > 0 {
        let dir = typed(&args.dir.to_string_lossy());
        let date = args.date.clone();
        let line = say!(lang, "prog-due-stale", count = count(lang, stale), dir = dir, date = date);
        text.push_str(&format!("{line}\n"));
    }
    let names: Vec<&str> = files.iter().copied().collect();
    let dir = shown(&args.out.to_string_lossy());
    text.push_str(&format!(
        "\n{}\n\n{next}\n",
        say!(lang, "prog-due-saved", dir = dir, files = names.join(", "))
    ));
    commands.iter().for_each(|command| text.push_str(&format!("  {command}\n")));
    text
}

fn of_body(lang: Lang, args: &Args, due: &DueBody, date: Day) -> String {
    let body = &due.body;
    let mut text = format!(
        "{}\n",
        say!(
            lang,
            "prog-due-body",
            body = shown(&body.name),
            date = date.to_string(),
            seats = body.seats,
            stay = due.seats.stay.len(),
            left = due.seats.left.len(),
            vacant = due.seats.vacant,
        )
    );
    if due.self_registered {
        text.push_str(&format!("{}\n", say!(lang, "prog-self-registered", frame = quoted(&due.frame))));
    }
    let mut waits: BTreeMap<Day, usize> = BTreeMap::new();
    due.seats.waits.iter().for_each(|&until| *waits.entry(until).or_default() += 1);
    for (until, waiting) in waits {
        text.push_str(&format!(
            "{}\n",
            say!(lang, "prog-due-waits", count = waiting, until = until.to_string())
        ));
    }
    for (until, seats) in &due.next_ends {
        let line = say!(lang, "prog-due-ends", count = count(lang, *seats), until = until.to_string());
        text.push_str(&format!("{line}\n"));
    }
    let earlier = |before| number(lang, due.before.get(&before).copied().unwrap_or(0));
    let line = say!(
        lang,
        "prog-due-register",
        people = number(lang, due.people),
        never = earlier(Before::Never),
        pool = earlier(Before::NotDrawn),
        drawn = earlier(Before::Drawn),
    );
    text.push_str(&format!("{line}\n{}", barred(lang, &due.barred)));
    for line in due.carried.iter().flat_map(|own| carried(lang, own)) {
        text.push_str(&format!("{line}\n"));
    }
    if due.near_limits > 0 {
        text.push_str(&format!("{}\n", say!(lang, "prog-due-near", count = count(lang, due.near_limits))));
    }
    let seats = u64::from(body.seats) - due.seats.waits.len() as u64;
    let own = format!(" --body {}", typed(&body.name));
    let files = due.files.keys().map(String::as_str).collect();
    let commands = commands(args, &files, seats, &own);
    text + &end(lang, args, &files, due.stale, say!(lang, "prog-due-next"), &commands)
}

/// The smallest and the largest part of a group that gets a letter, as letters and people, where groups differ: letters are whole.
fn chances(due: &DueLetters) -> Option<[Chance; 2]> {
    let chance = |turn: &Turn| Chance { tickets: turn.letters, of: turn.people };
    let own = due.turns.iter().filter(|turn| turn.people > 0).map(chance);
    let (least, most) = (own.clone().min()?, own.max()?);
    (least < most).then_some([least, most])
}

fn of_letters(lang: Lang, args: &Args, due: &DueLetters, date: Day) -> String {
    let letters = due.drawn + due.certain;
    let people: u64 = due.turns.iter().map(|turn| turn.people).sum();
    let open: u64 = due.turns.iter().map(|turn| turn.open).sum();
    let mut said = vec![say!(
        lang,
        "prog-due-letters",
        letters = number(lang, letters),
        date = date.to_string(),
        people = number(lang, people),
        open = number(lang, open),
    )];
    if due.self_registered {
        said.push(say!(lang, "prog-self-registered", frame = quoted(&due.frame)));
    }
    match due.again {
        Again::Never => {}
        _ => said.push(match chances(due) {
            Some([least, most]) => say!(
                lang,
                "prog-due-chances",
                few = number(lang, least.tickets),
                of = number(lang, least.of),
                many = number(lang, most.tickets),
                among = number(lang, most.of),
            ),
            None => {
                say!(lang, "prog-due-chance", letters = number(lang, letters), people = number(lang, people),)
            }
        }),
    }
    if due.certain > 0 {
        let (certain, drawn) = (number(lang, due.certain), number(lang, due.drawn));
        said.push(say!(lang, "prog-due-certain", certain = certain, drawn = drawn));
    }
    if due.newcomers.0 + due.gone > 0 {
        said.push(say!(
            lang,
            "prog-due-newcomers",
            count = count(lang, due.newcomers.0),
            lots = number(lang, due.newcomers.1),
            gone = number(lang, due.gone),
        ));
    }
    if let Some(draws) = due.draws_left {
        let again = if due.again == Again::Never { "never" } else { "round" };
        said.push(say!(lang, "prog-due-runs", again = again, draws = number(lang, draws)));
    }
    if let (Some(chance), Some(seats), Some(rate)) = (due.enough, args.seats, args.rate) {
        let chance = match chance < 0.001 {
            true => say!(lang, "prog-nearly-none"),
            false => parts::percent(lang, &format!("{:.1}", chance * 100.0)),
        };
        let rate = parts::percent(lang, &format!("{}", (rate * 1000.0).round() / 10.0));
        let letters = number(lang, letters);
        said.push(say!(
            lang,
            "prog-due-enough",
            letters = letters,
            seats = seats,
            rate = rate,
            chance = chance
        ));
    }
    let mut text: String = said.into_iter().map(|line| format!("{line}\n")).collect();
    text.push_str(&barred(lang, &due.barred));
    if args.by.is_some() {
        let headings = [
            say!(lang, "prog-head-stratum"),
            say!(lang, "prog-head-people"),
            say!(lang, "prog-head-open"),
            say!(lang, "prog-head-letters"),
        ];
        let mut strata = table(&headings, 1);
        for turn in &due.turns {
            let numbers = [turn.people, turn.open, turn.letters].map(|n| cell(&number(lang, n)));
            strata.add_row([cell(&turn.stratum)].into_iter().chain(numbers));
        }
        text.push_str(&format!("\n{}", lines(&strata)));
    }
    let own = format!(" --letters {}", path(args, letters::FRAME));
    let files = names(due);
    if !files.contains(due::POOL) {
        let commands = invitation(args, &files, &own);
        return text + &end(lang, args, &files, due.stale, say!(lang, "prog-due-next-many"), &commands);
    }
    let commands = commands(args, &files, letters, &own);
    text += &end(lang, args, &files, due.stale, say!(lang, "prog-due-next-letters"), &commands);
    text.push_str(&format!("\n{}\n", say!(lang, "prog-due-invitation")));
    invitation(args, &files, &own).iter().for_each(|command| text.push_str(&format!("  {command}\n")));
    text
}

fn barred_json(barred: &BTreeMap<Ground, (u64, Option<Day>)>) -> Value {
    let one = |(ground, (people, until)): (&Ground, &(u64, Option<Day>))| json!({ "ground": ground.word(), "people": people, "until": until.map(|until| until.to_string()) });
    barred.iter().map(one).collect()
}

fn body_json(due: &DueBody, args: &Args) -> Value {
    let seats = u64::from(due.body.seats) - due.seats.waits.len() as u64;
    let own = format!(" --body {}", typed(&due.body.name));
    json!({
        "body": due.body.name,
        "seats": due.body.seats,
        "stay": due.seats.stay.len(),
        "left": due.seats.left.len(),
        "vacant": due.seats.vacant,
        "waits": due.seats.waits.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "people": due.people,
        "barred": barred_json(&due.barred),
        "before": due.before.iter().map(|(before, n)| (before.word(), n)).collect::<BTreeMap<_, _>>(),
        "near_limits": due.near_limits,
        "carried": due.carried.map(|own| json!({
            "people": own.people, "new": own.new, "seats": own.seats, "mix": own.mix,
        })),
        "self_registered": due.self_registered,
        "retention_over": due.stale,
        "head": due.head,
        "commands": commands(args, &due.files.keys().map(String::as_str).collect(), seats, &own),
    })
}

fn letters_json(due: &DueLetters, args: &Args) -> Value {
    let files = names(due);
    let own = format!(" --letters {}", path(args, letters::FRAME));
    let turns = due.turns.iter().map(|turn| {
        json!({
            "stratum": turn.stratum, "people": turn.people, "open": turn.open, "letters": turn.letters,
            "certain": turn.certain.len(), "drawn_from": turn.drawn_from.len(),
        })
    });
    json!({
        "frame": due.frame,
        "letters": due.drawn + due.certain,
        "certain": due.certain,
        "drawn": due.drawn,
        "turns": turns.collect::<Vec<_>>(),
        "newcomers": due.newcomers.0,
        "newcomers_by_lot": due.newcomers.1,
        "gone": due.gone,
        "draws_left": due.draws_left,
        "enough": due.enough,
        "barred": barred_json(&due.barred),
        "self_registered": due.self_registered,
        "retention_over": due.stale,
        "head": due.head,
        "commands": if files.contains(due::POOL) {
            commands(args, &files, due.drawn + due.certain, &own)
        } else {
            Vec::new()
        },
        "invitation": invitation(args, &files, &own),
    })
}
