//! `geloot programme add`: what happened, entered into the ledger. Imports `assembly`, `words` and its siblings.

use super::opening::{day, halt, open, random};
use crate::assembly::invite::{Invitation, People, is_invitation};
use crate::assembly::programme::{Added, By, No, OfRecord, Programme};
use crate::assembly::{Frozen, Refusal, Source};
use crate::bundle::files;
use crate::cli::exit::{Exit, Halt, Saved};
use crate::cli::folder;
use crate::cli::invite::opening as invite;
use crate::cli::talk::Talk;
use crate::cli::told;
use crate::invite::tables::names;
use crate::io;
use crate::programme::claims::Against;
use crate::words::catalogue::{args, count, say};
use crate::words::{programme, quoted, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Enter what happened into the ledger: a lottery with its draw and what was published after it, letters, answers, hours,
/// anything else, ids that are one person, or other rules.
///
/// The same command may be given again: what is in the ledger already is not entered twice. Prints the line to note.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the programme.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// The day of the entry, such as 2027-03-01; of a lottery the day of the draw, for which "due" was asked.
    #[arg(long, value_name = "DAY")]
    date: String,
    /// The folder of a lottery that was drawn, with its sealed part.
    #[arg(long, value_name = "DIR")]
    record: Option<PathBuf>,
    /// The body for which was drawn.
    #[arg(long, value_name = "NAME", requires = "record")]
    body: Option<String>,
    /// What this edition of the body is called; without it the day.
    #[arg(long, value_name = "NAME", requires = "record")]
    edition: Option<String>,
    /// The lottery was of letters: the frame.csv that "due" wrote for it.
    #[arg(long, value_name = "FRAME.csv", requires = "record", conflicts_with = "body")]
    letters: Option<PathBuf>,
    /// Enter the lottery although people who are barred were in it: it was drawn like that. Whoever checks the ledger sees it.
    #[arg(long, requires = "record")]
    as_drawn: bool,
    /// Enter a list although rows of it look as if they were not meant: they are right.
    #[arg(long)]
    as_given: bool,
    /// Answers to letters: a CSV file with the columns id, date and answer (yes or no).
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Hours and money: a CSV file with the columns id, date, minutes, cents, and perhaps body and edition.
    #[arg(long, value_name = "FILE")]
    served: Option<PathBuf>,
    /// Anything else: a CSV file with the columns id, date, event, and perhaps body, edition, number and until.
    #[arg(long, value_name = "FILE")]
    events: Option<PathBuf>,
    /// Ids that are one person: a CSV file with the columns register, id, register, id and reason.
    #[arg(long, value_name = "FILE", requires = "because")]
    links: Option<PathBuf>,
    /// Other rules, for lotteries that are frozen from now on.
    #[arg(long, value_name = "RULES.toml", requires = "because")]
    rules: Option<PathBuf>,
    /// Why, for links and rules; it becomes public.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
    /// What the entry is called; it becomes public.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The register whose ids a list has; without it the first frame of the rules.
    #[arg(long, value_name = "NAME")]
    frame: Option<String>,
}

/// A file that was given, with its name.
struct Given {
    name: String,
    bytes: Vec<u8>,
}

impl Given {
    fn read(path: &Path) -> Result<Self, Halt> {
        Ok(Self { name: path.to_string_lossy().into_owned(), bytes: io::read(path)? })
    }

    fn source(&self) -> Source<'_> {
        Source { name: &self.name, bytes: &self.bytes }
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, date) = (talk.lang(), day(&args.date)?);
    let because = args.because.as_deref().unwrap_or_default();
    let list = |path: &Option<PathBuf>| path.as_deref().map(Given::read).transpose();
    let (answers, served, events) = (list(&args.answers)?, list(&args.served)?, list(&args.events)?);
    // What is hardly ever meant in one list stops before another is entered; one alone is refused where it is entered.
    let lists = [answers.is_some(), served.is_some(), events.is_some()];
    let given = [&args.rules, &args.links, &args.record].into_iter().flatten().count()
        + lists.into_iter().filter(|given| *given).count();
    if given > 1
        && let Ok(programme) = open(&args.dir, lang)
    {
        let by =
            By { date, title: None, frame: args.frame.as_deref(), random: [0; 32], as_given: args.as_given };
        let of = |list: &Option<Given>, add: &dyn Fn(Source<'_>) -> Result<Added, No>| match list {
            Some(list) => add(list.source()).err().filter(|no| matches!(no, No::Odd { .. })),
            None => None,
        };
        let no = of(&answers, &|it| programme.add_answers(it, &by))
            .or_else(|| of(&served, &|it| programme.add_served(it, &by)))
            .or_else(|| of(&events, &|it| programme.add_events(it, &by)));
        if let Some(no) = no {
            return Err(halt(lang, no, ""));
        }
    }
    let mut entries = Vec::new();
    let (mut head, mut few, mut odd, mut late, mut unsaid) = (None, Vec::new(), Vec::new(), None, None);
    let (mut barred_late, mut against) = (Vec::new(), Against::default());
    let mut act = |what: &dyn Fn(&Programme, &By<'_>) -> Result<Added, No>, file: &str| -> Result<(), Halt> {
        let programme = open(&args.dir, lang)?;
        let by = By {
            date,
            title: args.title.as_deref(),
            frame: args.frame.as_deref(),
            random: random()?,
            as_given: args.as_given,
        };
        let added = what(&programme, &by).map_err(|no| halt(lang, no, file))?;
        told::apply(&added.patch, &args.dir)?;
        entries.extend(added.entries);
        few.extend(added.few);
        odd.extend(added.odd);
        late = late.or(added.late);
        barred_late.extend(added.barred_late);
        if !added.against.is_nothing() {
            against = added.against;
        }
        unsaid = unsaid.take().or(added.unsaid);
        head = Some(added.head);
        Ok(())
    };
    if let Some(path) = &args.rules {
        let rules = Given::read(path)?;
        act(&|programme, by| programme.add_rules(&rules.bytes, because, by), &rules.name)?;
    }
    if let Some(path) = &args.links {
        let list = Given::read(path)?;
        act(&|programme, by| programme.add_links(list.source(), because, by), "")?;
    }
    if let Some(path) = &args.record {
        let folder = folder::read(path)?;
        let letters = args.letters.as_deref().map(Given::read).transpose()?;
        let of = OfRecord {
            body: args.body.as_deref(),
            edition: args.edition.as_deref(),
            letters: letters.as_ref().map(Given::source),
            as_drawn: args.as_drawn,
        };
        if is_invitation(&folder) {
            let stopped = |stop| invite::halt(stop, &told::Asked::of(path), path);
            let invitation = Invitation::open(folder).map_err(stopped)?;
            let file = invite::people(path)?;
            let people = file.as_ref().map(|file| People { file, hands: &io::Many });
            let missing = || Refusal::NotSealedHere { file: format!("{}{}", files::SEALED, names::PERSONS) };
            let people = people.ok_or_else(|| told::halt(missing()))?;
            let written = invitation.written(people).map_err(stopped)?;
            act(&|programme, by| programme.add_invitation(&invitation, &written, &of, by), "")?;
        } else {
            let frozen = Frozen::open(folder).map_err(|no| told::Asked::of(path).halt(no))?;
            act(&|programme, by| programme.add_record(&frozen, &of, by), "")?;
        }
    }
    if let Some(list) = &answers {
        act(&|programme, by| programme.add_answers(list.source(), by), "")?;
    }
    if let Some(list) = &served {
        act(&|programme, by| programme.add_served(list.source(), by), "")?;
    }
    if let Some(list) = &events {
        act(&|programme, by| programme.add_events(list.source(), by), "")?;
    }
    let Some(head) = head else {
        return Err(Halt::refused(Exit::Input, "O-24", args![]).saved(Saved::NoFile));
    };
    let mut text = String::new();
    match entries.len() {
        0 => text.push_str(&format!("{}\n", say!(lang, "prog-nothing-new"))),
        n => {
            let dir = shown(&args.dir.to_string_lossy());
            text.push_str(&format!("{}\n", say!(lang, "prog-added", count = n, dir = dir)));
        }
    }
    for (entry, kind, rows) in &entries {
        let kind = programme::kind(lang, *kind);
        let line =
            say!(lang, "prog-added-entry", entry = entry.to_string(), kind = kind, rows = count(lang, *rows));
        text.push_str(&format!("  {line}\n"));
    }
    for odd in &odd {
        text.push_str(&format!("{}\n", say!(lang, "note", said = programme::odd(lang, odd))));
    }
    for event in &few {
        let event = programme::event(lang, *event);
        text.push_str(&format!("{}\n", say!(lang, "note", said = say!(lang, "prog-few", event = event))));
    }
    if let Some((charter, entered)) = late {
        let said = say!(lang, "prog-late", charter = charter.to_string(), entered = entered.to_string());
        text.push_str(&format!("{}\n", say!(lang, "note", said = said)));
    }
    for (entry, people) in barred_late {
        let said = say!(lang, "prog-barred-late", entry = entry.to_string(), count = count(lang, people));
        text.push_str(&format!("{}\n", say!(lang, "note", said = said)));
    }
    if !against.is_nothing() {
        let said = programme::against(lang, &against);
        text.push_str(&format!("{}\n", say!(lang, "check", said = say!(lang, "prog-as-drawn", said = said))));
        programme::grounds(lang, &against).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
    }
    if let Some(frame) = &unsaid {
        let said = say!(lang, "prog-unsaid", frame = quoted(frame));
        text.push_str(&format!("{}\n", say!(lang, "note", said = said)));
    }
    talk.show(&format!("{text}{}\n  {head}\n", say!(lang, "prog-head")))?;
    let made = entries
        .iter()
        .map(|(entry, kind, rows)| json!({ "entry": entry, "kind": kind.word(), "rows": rows }));
    talk.json(&json!({ "entries": made.collect::<Vec<_>>(), "head": head }))?;
    Ok(Exit::Done)
}
