//! `geloot follow`: the agreement, a consultation beside it, replies and the log. Imports `assembly`, `words` and its
//! siblings.

use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::{Loaded, deliberating, halted, list, open, print, public_text, save, vacant};
use crate::assembly::acts::{Agreeing, Consulting, Deliberating, Following};
use crate::words::catalogue::{count, say};
use crate::words::deliberation::{self as words, pages};
use crate::words::shown;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Publish what was adopted, what people said besides, and what became of it.
///
/// With --agreement: every adopted option in its frozen wording, minority statements, stories. With --consultation: what
/// people said who chose to take part, beside the vote and never in it. Else: replies and the log, and which replies are
/// late.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Publish the agreement: what was adopted in all ballots that were counted.
    #[arg(long, conflicts_with_all = ["consultation", "replies", "log"])]
    agreement: bool,
    /// What minorities say: option,text,supporters.
    #[arg(long, value_name = "MINORITY.csv", requires = "agreement")]
    minority: Option<PathBuf>,
    /// Stories, as they came: table,option,text.
    #[arg(long, value_name = "STORIES.csv", requires = "agreement")]
    stories: Option<PathBuf>,
    /// Why the agreement replaces the one before.
    #[arg(long, value_name = "REASON", requires = "agreement")]
    because: Option<String>,
    /// What people said who chose to take part: option,count.
    #[arg(long, value_name = "COUNTS.csv", requires_all = ["about", "participants"], conflicts_with = "print")]
    consultation: Option<PathBuf>,
    /// The ballot whose options they were asked about.
    #[arg(long, value_name = "NAME", requires = "consultation")]
    about: Option<String>,
    /// How they were asked; without it, as the charter announces.
    #[arg(long, value_name = "TEXT", requires = "consultation")]
    how: Option<String>,
    /// How many took part.
    #[arg(long, value_name = "N", requires = "consultation", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    participants: Option<u64>,
    /// The first day on which they could; without it, the charter's.
    #[arg(long, value_name = "DATE", requires = "consultation")]
    from: Option<String>,
    /// The last day; without it, the charter's.
    #[arg(long, value_name = "DATE", requires = "consultation")]
    until: Option<String>,
    /// Replies: option,date,answer,reason,document.
    #[arg(long, value_name = "REPLIES.csv")]
    replies: Option<PathBuf>,
    /// Objections, incidents, complaints: date,kind,about,from,until,outcome,decided,by. Roles, never names.
    #[arg(long, value_name = "LOG.csv")]
    log: Option<PathBuf>,
    /// The day on which the agreement was handed over.
    #[arg(long, value_name = "DATE")]
    handed: Option<String>,
    /// Within what term a reply is due, such as "5 weeks"; without it, the charter's.
    #[arg(long, value_name = "TERM")]
    term: Option<String>,
    /// Who replies; without it, as in the charter.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
    /// End with 1 where a reply is late or came late.
    #[arg(long)]
    strict: bool,
    /// Write the agreement, or the replies, to print to this file.
    #[arg(long, value_name = "FILE.html")]
    print: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    vacant(args.print.as_ref())?;
    let frozen = open(&args.dir)?;
    let acts = deliberating(&frozen, &args.dir)?;
    if args.agreement {
        return agree(args, &acts, &args.dir, talk);
    }
    if let Some(path) = &args.consultation {
        return consult(args, path, &acts, talk);
    }
    let (replies, log) = (Loaded::maybe(args.replies.as_ref())?, Loaded::maybe(args.log.as_ref())?);
    let followed = acts.follow(&Following {
        replies: replies.as_ref().map(Loaded::source),
        log: log.as_ref().map(Loaded::source),
        handed: args.handed.as_deref(),
        term: args.term.as_deref(),
        by: args.by.as_deref(),
        date: &args.date,
    });
    let followed = followed.map_err(halted(&args.dir))?;
    let lang = talk.lang();
    talk.deliberation(&followed.found);
    if let Some(due) = &followed.due {
        let said = say!(
            lang,
            "follow-due",
            by = shown(&due.by),
            handed = words::day(lang, due.handed),
            term = words::term(lang, due.term),
            due = words::day(lang, due.day()),
        );
        talk.show(&format!("{said}\n\n"))?;
    }
    if !followed.replies.is_empty() {
        talk.show(&format!("{}\n", list::replies(lang, &followed.replies)))?;
    }
    if !followed.log.is_empty() {
        talk.show(&format!("{}\n", list::log(lang, &followed.log)))?;
    }
    match &followed.act {
        Some(act) => {
            public_text(talk)?;
            save(act, &args.dir, false, talk)?;
        }
        None => talk.show(&format!("{}\n", say!(lang, "follow-nothing-new")))?,
    }
    print(args.print.as_ref(), pages::tracker(lang, &followed, &args.date), talk)?;
    let replies = followed.replies.iter().map(|(it, state)| {
        json!({
            "option": it.option, "due": it.due.to_string(), "date": it.date.map(|day| day.to_string()),
            "answer": it.answer.map(|answer| answer.word()), "state": words::state(lang, *state),
        })
    });
    talk.json(&json!({
        "act": followed.act.as_ref().map(|act| act.number),
        "late": followed.is_late(),
        "log": followed.log.len(),
        "replies": replies.collect::<Vec<_>>(),
    }))?;
    Ok(if args.strict && followed.is_late() { Exit::No } else { Exit::Done })
}

fn agree(args: &Args, acts: &Deliberating<'_>, dir: &Path, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let (minority, stories) = (Loaded::maybe(args.minority.as_ref())?, Loaded::maybe(args.stories.as_ref())?);
    let agreement = acts.agree(&Agreeing {
        minority: minority.as_ref().map(Loaded::source),
        stories: stories.as_ref().map(Loaded::source),
        because: args.because.as_deref(),
        date: &args.date,
    });
    let agreement = agreement.map_err(halted(dir))?;
    talk.deliberation(&agreement.found);
    talk.deliberation(&acts.people_told(args.because.as_deref()));
    let said = say!(
        lang,
        "follow-agreed",
        agreed = count(lang, agreement.agreed.len() as u64),
        minority = count(lang, agreement.minority.len() as u64),
        stories = count(lang, agreement.stories.len() as u64),
    );
    talk.show(&format!("{said}\n"))?;
    if let Some(act) = &agreement.act {
        public_text(talk)?;
        save(act, dir, true, talk)?;
    }
    print(args.print.as_ref(), pages::agreement(lang, &agreement), talk)?;
    talk.json(&json!({
        "act": agreement.act.as_ref().map(|act| act.number),
        "line": agreement.act.as_ref().map(|act| act.line.to_string()),
        "agreed": agreement.agreed.iter().map(|it| json!({ "ballot": it.ballot, "option": it.option })).collect::<Vec<_>>(),
        "minority": agreement.minority.len(),
        "stories": agreement.stories.len(),
    }))?;
    Ok(Exit::Done)
}

fn consult(args: &Args, path: &Path, acts: &Deliberating<'_>, talk: &Talk) -> Result<Exit, Halt> {
    let (lang, counts) = (talk.lang(), Loaded::read(path)?);
    let asked = acts.consult(&Consulting {
        about: args.about.as_deref().unwrap_or_default(),
        counts: counts.source(),
        how: args.how.as_deref(),
        participants: args.participants.unwrap_or_default(),
        from: args.from.as_deref(),
        until: args.until.as_deref(),
        date: &args.date,
    });
    let asked = asked.map_err(halted(&args.dir))?;
    talk.deliberation(&asked.found);
    talk.deliberation(&acts.people_told(args.how.as_deref()));
    talk.show(&format!("{}\n\n", say!(lang, "follow-consulted", people = count(lang, asked.participants))))?;
    talk.show(&format!("{}\n", list::beside(lang, &asked.verdicts, &asked.opinions)))?;
    public_text(talk)?;
    save(&asked.act, &args.dir, false, talk)?;
    talk.json(&json!({
        "act": asked.act.number,
        "participants": asked.participants,
        "consultation": asked.opinions.iter().map(|it| json!({ "option": it.option, "count": it.count })).collect::<Vec<_>>(),
        "vote": asked.verdicts.iter().map(|it| json!({ "option": it.option, "class": it.class.word() })).collect::<Vec<_>>(),
    }))?;
    Ok(Exit::Done)
}
