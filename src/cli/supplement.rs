//! `geloot supplement`: a new lottery for the seats that no reserve can take. Imports `assembly`, `io`, `words` and its
//! siblings.

use super::exit::{Exit, Halt};
use super::folder::{self, line_of};
use super::freezing::show;
use super::lottery_report as report;
use super::sheet;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{Frozen, Place, Source, Supplement, Supplemented};
use crate::base::fault::Faults;
use crate::bundle::files;
use crate::io::{self, NewFolder};
use crate::panel::roster::Status;
use crate::words::catalogue::{args, block, say};
use crate::words::conflict as words;
use crate::words::parts;
use crate::words::{quoted, typed};
use std::path::PathBuf;

/// Make a new lottery for the seats that no reserve can take, among everybody who is left.
///
/// Whoever is in keeps the seat, whoever is out is not drawn again. The list of events is published in the record of the
/// lottery before, which names this one. Publish its line, then draw from its folder with "geloot draw".
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// What happened after the draw: the list that "geloot roster" reads; may be given again, for each caller's own.
    #[arg(long, value_name = "EVENTS.csv", required = true)]
    events: Vec<PathBuf>,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR2")]
    out: PathBuf,
    /// Looser quotas of the whole panel, where those that are left cannot be met. The record says so.
    #[arg(long, value_name = "Q2.csv")]
    quotas: Option<PathBuf>,
    /// Loosen the quotas by this one of the repairs that it names. The record says so.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=20))]
    repair: Option<u8>,
    /// Let the repairs go beyond min_flex and max_flex.
    #[arg(long)]
    beyond_flex: bool,
    /// Make it although it is a reserve's turn, for this reason, which stays in the record: where calling them would
    /// break quotas. They go back to the pool.
    #[arg(long, value_name = "REASON")]
    pass_over_reserves: Option<String>,
    /// Replace the supplement that was made already, for this reason, which stays in the record.
    #[arg(long, value_name = "REASON")]
    replace_because: Option<String>,
    /// The charter of the new lottery.
    #[arg(long, value_name = "FILE")]
    charter: Option<PathBuf>,
    /// Tickets in the new lottery: as many as in the first, if not given.
    #[arg(long, value_name = "M", value_parser = super::lottery::tickets())]
    tickets: Option<u64>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let mut asked = Asked::of(&args.dir);
    let frozen = Frozen::open(folder::read(&args.dir)?).map_err(|refusal| asked.halt(refusal))?;
    let last = frozen.supplement().map(|facts| facts.line());
    // Unless this very command made it when it was stopped.
    let made = last.is_some() && line_of(&args.out) == last;
    let draft = if made { None } else { Some(NewFolder::begin(&args.out)?) };
    let beside = |line: &String| io::beside(&args.dir, files::PUBLIC, files::COMMITMENT, line.as_bytes());
    asked.beside = last
        .as_ref()
        .and_then(|line| beside(line).into_iter().next())
        .map(|place| place.to_string_lossy().into_owned());
    let tickets = args.tickets.unwrap_or(frozen.public.about.tickets);
    asked.charter = args.charter.clone().map(|path| (path, tickets));
    let charter = args.charter.as_deref().map(|path| super::charter::read(path, tickets)).transpose()?;
    let charter = charter.map(|supplied| super::charter::unknown_yet(supplied, false, talk)).transpose()?;
    let events = super::people::events(&args.events)?;
    let quotas = args.quotas.as_deref().map(|path| sheet::read(path, &[])).transpose()?;
    let supplement = Supplement {
        charter: charter.map(Into::into),
        tickets: args.tickets,
        quotas: quotas.as_ref().map(|(name, bytes)| Source { name, bytes }),
        repair: args.repair,
        beyond_flex: args.beyond_flex,
        pass_over: args.pass_over_reserves.as_deref(),
        place: Place { made, beside: asked.beside.is_some() },
    };
    let bar = talk.progress(0);
    let events: Vec<Source<'_>> = events.iter().map(|(name, bytes)| Source { name, bytes }).collect();
    let replace = args.replace_because.as_deref();
    let found = frozen.supplement_after(&events, replace, supplement, &mut |p| show(talk.lang(), &bar, p));
    bar.finish_and_clear();
    let found = found.map_err(|refusal| asked.halt(refusal))?;
    if made && !found.again {
        NewFolder::begin(&args.out)?;
    }
    found.faults.iter().for_each(|faults| talk.faults(faults));
    talk.deliberation(
        &frozen.people_told([args.pass_over_reserves.as_deref(), replace].into_iter().flatten()),
    );
    if found.unanswered > 0 {
        talk.say(&format!("{}\n", say!(talk.lang(), "unanswered", count = found.unanswered)));
    }
    match draft {
        Some(draft) => {
            if let Some(line) = &found.copy {
                let said = say!(talk.lang(), "supplement-copy", line = line.to_string());
                talk.warn(&format!("{said}\n"));
            }
            draft.fill(&found.made.frozen.folder)?;
            // The first lottery remembers it before it is there: the same command makes the same one again.
            told::apply(&found.before, &args.dir)?;
            draft.finish()?;
        }
        None => talk.say(&format!("{}\n", say!(talk.lang(), "supplement-again"))),
    }
    report(&frozen, &found, args, talk)
}

fn report(frozen: &Frozen, found: &Supplemented, args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (dir, out) = (args.dir.to_string_lossy(), args.out.to_string_lossy());
    let draw = frozen.draws().map_err(told::halt)?.last().map_or(0, |last| last.number);
    let out_of_it = |status: &&Status| !status.is_in() && **status != Status::Waiting;
    let lang = talk.lang();
    let people = |of: &dyn Fn(&&Status) -> bool| {
        parts::people(lang, found.status.iter().filter(|status| of(status)).count() as u64)
    };
    let said = say!(
        lang,
        "supplement-for",
        seats = parts::seats(lang, found.vacant.into()),
        draw = draw.to_string(),
        folder = quoted(&dir),
        within = people(&|status| status.is_in()),
        out = people(&out_of_it),
    );
    talk.show(&format!("{said}\n"))?;
    if found.loosened {
        let sizes = words::sizes(lang, &found.quotas, found.pool.asked()).join("\n  ");
        talk.show(&format!("{}\n  {sizes}\n", say!(lang, "supplement-looser")))?;
    }
    talk.show(&report::text(talk, &found.pool, &found.made))?;
    talk.show(&report::next(talk.lang(), found.pool.quotas(), &found.made, &args.out))?;
    let args = args![list = found.list.number.to_string(), number = found.number.to_string()];
    let (first, rest) = block(lang, "supplement-next", &args);
    let [who, check] = [0, 1].map(|line| rest.get(line).cloned().unwrap_or_default());
    let (out, dir) = (typed(&out), typed(&dir));
    talk.show(&format!(
        "{first}\n{who}\n  geloot roster {out} --events {}\n\
         {check}\n  geloot verify {out} --continues {dir}\n",
        say!(talk.lang(), "file-new-events")
    ))?;
    talk.json(&report::json(talk.lang(), &found.pool, &found.made, &Faults::new()))?;
    Ok(Exit::Done)
}
