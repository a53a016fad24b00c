//! `geloot draw`: one ticket, one panel. Imports `assembly`, `words` and its siblings.

use super::evidence::EvidenceArgs;
use super::exit::{Exit, Halt};
use super::folder;
use super::quota_table::Counts;
use super::reserves::{ReserveArgs, Worth};
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{Ask, Drawing, Frozen, evidence_of};
use crate::bundle::Public;
use crate::bundle::acts::ACTS;
use crate::bundle::clerk::Form;
use crate::bundle::conduct::Drawn;
use crate::bundle::files;
use crate::bundle::record::{Declaration, Record};
use crate::bundle::registered::registered_themselves;
use crate::bundle::supplements::{self, Facts};
use crate::io;
use crate::seed::{Evidence, Seed};
use crate::words::catalogue::{Lang, say};
use crate::words::claims::self_registered;
use crate::words::parts::{self, yes};
use crate::words::refusals::Saved;
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Draw the panel from a frozen lottery.
///
/// Give the evidence that everybody saw: words (--seed), a ticket drawn by hand (--ticket), dice
/// (--dice and --sides), numbers printed in public (--lotto) or a round of the drand beacon (--drand).
/// A lottery is drawn once; a second draw needs a reason and keeps the record of the first.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder that "geloot lottery" made.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    #[command(flatten)]
    evidence: EvidenceArgs,
    #[command(flatten)]
    reserves: ReserveArgs,
    #[command(flatten)]
    lists: ListArgs,
}

/// How the clerk's lists are written.
#[derive(Clone, Debug, clap::Args)]
pub struct ListArgs {
    /// Write the lists of people so that a Dutch Excel opens them with a double click: semicolons,
    /// and a byte-order mark.
    #[arg(long)]
    excel: bool,
    /// Start the lists of people with a byte-order mark, for spreadsheets that show é as Ã©.
    #[arg(long, conflicts_with = "excel")]
    bom: bool,
}

impl ListArgs {
    /// The form asked for.
    pub fn form(&self) -> Form {
        match (self.excel, self.bom) {
            (true, _) => Form::Excel,
            (_, true) => Form::Marked,
            _ => Form::Plain,
        }
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let mut asked = Asked::of(&args.dir);
    let mut frozen = Frozen::open(folder::read(&args.dir)?).map_err(|refusal| asked.halt(refusal))?;
    frozen.form = args.lists.form();
    let ask = args.ask(&frozen, talk)?;
    for undone in frozen.unfinished().map_err(|refusal| asked.halt(refusal))? {
        told::apply(&undone.patch, &args.dir)?;
        frozen = frozen.after(&undone.patch);
        let said = say!(talk.lang(), "interrupted", trial = yes(undone.void));
        talk.say(&format!("{said}\n"));
        asked.saved.get_or_insert(Saved::Lists { trial: undone.void });
    }
    let drawing = frozen.draw(&ask).map_err(|refusal| asked.halt(refusal))?;
    talk.deliberation(&frozen.people_told([ask.because, ask.departure].into_iter().flatten()));
    told::apply(&drawing.patch, &args.dir).map_err(|halt| asked.after(halt))?;
    if drawing.again {
        talk.say(&again(talk.lang(), &drawing.drawn.record));
    }
    for list in &drawing.changed {
        let file = shown(&args.dir.join(list).to_string_lossy());
        talk.warn(&format!("{}\n", say!(talk.lang(), "list-changed", file = file)));
    }
    warn_of(drawing.annuls.as_ref(), talk);
    let acts = ACTS.numbers(&frozen.folder).len() as u64;
    if acts > 0 && !drawing.again && !drawing.drawn.record.void && drawing.drawn.record.draw > 1 {
        talk.warn(&format!("{}\n", say!(talk.lang(), "annulled-acts", count = acts)));
    }
    let there = match (drawing.again && asked.saved.is_none(), drawing.patch.is_empty()) {
        (true, true) => "yes",
        (true, false) => "form",
        _ => "no",
    };
    let shown = report(&frozen, &drawing, there, args, talk);
    let saved = match drawing.again {
        true => asked.saved.clone(),
        false => Some(Saved::Draw { ticket: drawing.drawn.record.own.ticket }),
    };
    shown.map_err(|halt| Asked { saved, ..asked }.after(halt))
}

impl Args {
    /// The evidence of the lottery that this one goes on from, if its folder lies beside it; of each copy of it.
    fn known(&self, frozen: &Frozen) -> Vec<Evidence> {
        let Some(continues) = &frozen.public.about.continues else { return Vec::new() };
        let line = supplements::line(&continues.commitment);
        let places = io::beside(&self.dir, files::PUBLIC, files::COMMITMENT, line.as_bytes());
        let evidence = |place: PathBuf| evidence_of(&folder::read(&place).ok()?).ok();
        places.into_iter().filter_map(evidence).flatten().collect()
    }

    /// What is asked for.
    fn ask(&self, frozen: &Frozen, talk: &Talk) -> Result<Ask<'_>, Halt> {
        let ask = self.evidence.read(frozen.public.charter.seed.as_ref(), talk)?;
        let reserves = self.reserves.read(&frozen.public.quotas, frozen.public.promised.as_ref(), talk)?;
        Ok(Ask { reserves, used: self.known(frozen), ..ask })
    }
}

/// That the same command was given before.
fn again(lang: Lang, record: &Record) -> String {
    let kind = match (record.void, record.draw) {
        (true, _) => "trial",
        (false, 1) => "first",
        _ => "later",
    };
    format!("{}\n", say!(lang, "made-before", kind = kind))
}

/// That a supplement goes on from a draw that does not count any more.
fn warn_of(supplement: Option<&Facts>, talk: &Talk) {
    let Some(supplement) = supplement else { return };
    let said = say!(talk.lang(), "annulled-supplement", line = supplement.line().to_string());
    talk.warn(&format!("{said}\n"));
}

fn report(
    frozen: &Frozen,
    drawing: &Drawing,
    there: &'static str,
    args: &Args,
    talk: &Talk,
) -> Result<Exit, Halt> {
    let (public, drawn) = (&frozen.public, &drawing.drawn);
    let counts = Counts::new(public, &drawn.seats);
    talk.show(&summary(talk.lang(), &drawn.record))?;
    if let Some(frame) = registered_themselves(&frozen.folder) {
        talk.show(&format!("{}\n", self_registered(talk.lang(), &frame)))?;
    }
    talk.show(&format!("\n{}\n", counts.table(talk.lang())))?;
    if let Some(before) = &public.about.confirmed {
        let (people, whole) = (before.people, u64::from(before.seats));
        let said =
            say!(talk.lang(), "seated-on-top", people = parts::people(talk.lang(), people), whole = whole);
        talk.show(&format!("{said}\n"))?;
    }
    let worth = worth(public, drawing);
    if let Some(worth) = &worth {
        talk.show(&format!("{}\n", worth.text(talk.lang(), &public.quotas)))?;
    }
    talk.show(&saved(talk.lang(), drawn, there, args))?;
    let record = serde_json::to_value(&drawn.record).unwrap_or_default();
    talk.json(&json!({
        "record": record,
        "ticket": drawn.record.own.ticket,
        "tickets": drawn.record.own.tickets,
        "seed": drawn.record.seed,
        "source": record["source"],
        "void": drawn.record.void,
        "draw": drawn.record.draw,
        "seats": drawn.seats.len(),
        "panel": frozen.panel_ids(drawn),
        "features": counts.json(),
        "reserves": frozen.reserve_ids(drawn),
        "worth": worth.map(|worth| worth.json()),
    }))?;
    Ok(Exit::Done)
}

/// What the reserves of a draw are worth, if it has any.
pub fn worth(public: &Public, drawing: &Drawing) -> Option<Worth> {
    let first = || drawing.before.first().and_then(|first| first.facts.own_evidence());
    let evidence = drawing.drawn.record.own_evidence().or_else(first)?;
    Worth::of(public, &drawing.drawn, &Seed::derive(&public.commitment, &evidence))
}

/// What was drawn and with what, in a few lines.
pub fn summary(lang: Lang, record: &Record) -> String {
    let mut told = Vec::new();
    match (record.void, record.draw) {
        (true, n) => told.push(say!(lang, "trial-void", draw = n.to_string())),
        (false, 1) => {}
        (false, n) => {
            let reason = shown(record.because.as_deref().unwrap_or_default());
            told.push(say!(lang, "draw-again", draw = n.to_string(), reason = reason));
        }
    }
    told.push(say!(lang, "ticket-of", ticket = record.own.ticket, tickets = record.own.tickets));
    match record.source {
        Declaration::Declared => told.push(say!(lang, "source-declared")),
        Declaration::Undeclared => told.push(say!(lang, "source-undeclared")),
        Declaration::Overridden => told.push(say!(lang, "source-overridden")),
        Declaration::Trial => {}
    }
    told.iter().map(|line| format!("{line}\n")).collect()
}

/// Where everything is; whether it was `there`: "yes", with its lists in another "form", or "no".
fn saved(lang: Lang, drawn: &Drawn, there: &'static str, args: &Args) -> String {
    let record = &drawn.record;
    let dir = args.dir.to_string_lossy();
    let dir = dir.trim_end_matches('/');
    let n = record.draw;
    let (lists, public) = if record.void {
        (format!("{dir}/trials/{n}"), format!("{dir}/public/trials/{n}"))
    } else {
        (dir.to_owned(), format!("{dir}/public/draws/{n}"))
    };
    let zeros = match args.lists.excel && !record.void {
        true => format!("{}\n", say!(lang, "excel-numbers", dir = crate::words::typed(dir))),
        false => String::new(),
    };
    let said = say!(
        lang,
        "draw-saved",
        there = there,
        reserves = yes(drawn.reserves.is_some()),
        lists = shown(&lists),
        public = shown(&public),
    );
    format!("{said}\n{zeros}")
}
