//! `geloot draw`: one ticket, one panel. Imports `assembly`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::folder;
use super::quota_table::Counts;
use super::reserves::{ReserveArgs, Worth};
use super::slips;
use super::sources::SourceArgs;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::{Ask, Drawing, Frozen};
use crate::bundle::Public;
use crate::bundle::clerk::Form;
use crate::bundle::conduct::Drawn;
use crate::bundle::continued::Facts;
use crate::bundle::record::{Declaration, Record};
use crate::seed::Seed;
use crate::words::number;
use crate::words::refusals::Saved;
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
    source: SourceArgs,
    /// What people opened of the words that they had sealed, where the charter declares "contributions": a file with
    /// a line for each slip. Where somebody did not open theirs, give the evidence of the second source as well.
    #[arg(long, value_name = "FILE", conflicts_with = "trial")]
    slips: Option<PathBuf>,
    /// Sides of each die.
    #[arg(long, value_name = "S", requires = "dice")]
    sides: Option<u32>,
    /// Use another source than the charter declared, for this reason, which stays in the record.
    #[arg(long, value_name = "REASON")]
    override_source: Option<String>,
    /// Annul the last draw for this reason and draw again. Without new evidence the new ticket follows
    /// from the first draw's seed, so that nobody can choose it.
    #[arg(long, value_name = "REASON")]
    redraw_because: Option<String>,
    /// A trial: marked void everywhere, decides nothing, and never gives the same stream as a draw.
    #[arg(long, conflicts_with_all = ["override_source", "redraw_because"])]
    trial: bool,
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
        let kind = if undone.void { "trial" } else { "draw" };
        talk.say(&format!(
            "Note. An earlier {kind} was interrupted before its lists were written. They are there now.\n"
        ));
        asked.saved.get_or_insert(Saved::Lists { trial: undone.void });
    }
    let drawing = frozen.draw(&ask).map_err(|refusal| asked.halt(refusal))?;
    told::apply(&drawing.patch, &args.dir).map_err(|halt| asked.after(halt))?;
    if drawing.again {
        talk.say(&again(&drawing.drawn.record));
    }
    warn_of(drawing.annuls.as_ref(), talk);
    let shown = report(&frozen, &drawing, args, talk);
    let saved = match drawing.again {
        true => asked.saved.clone(),
        false => Some(Saved::Draw { ticket: drawing.drawn.record.ticket }),
    };
    shown.map_err(|halt| Asked { saved, ..asked }.after(halt))
}

impl Args {
    /// What is asked for.
    fn ask(&self, frozen: &Frozen, talk: &Talk) -> Result<Ask<'_>, Halt> {
        let declared = frozen.public.charter.seed.as_ref();
        let found = self.source.read(self.sides, declared, talk)?;
        let found = match &self.slips {
            Some(path) => Some(slips::opened(path, declared, found, talk)?),
            None => found,
        };
        let reserves = self.reserves.read(&frozen.public.quotas, frozen.public.promised.as_ref(), talk)?;
        let (evidence, beacon) = found.map_or((None, None), |f| (Some(f.evidence), f.beacon));
        Ok(Ask {
            evidence,
            beacon,
            trial: self.trial,
            because: self.redraw_because.as_deref(),
            departure: self.override_source.as_deref(),
            reserves,
        })
    }
}

/// That the same command was given before.
fn again(record: &Record) -> String {
    let other = match (record.void, record.draw) {
        (true, _) => "For another trial give other words.",
        (false, 1) => "If it must be annulled, say why: --redraw-because \"REASON\".",
        _ => "If this draw must be annulled too, say why, in other words than these.",
    };
    let kind = if record.void { "trial" } else { "draw" };
    format!(
        "Note. This {kind} was made before, with the same command. It is whole; nothing was drawn now. {other}\n"
    )
}

/// That a supplement goes on from a draw that does not count any more.
fn warn_of(supplement: Option<&Facts>, talk: &Talk) {
    let Some(supplement) = supplement else { return };
    talk.warn(&format!(
        "Check this. The supplement {} goes on from a draw that is annulled now: whoever it drew has no seat by this \
         record any more, and claims V24 and V25 will say so. If one is needed still, make another from here with \
         --replace-because.\n",
        supplement.line()
    ));
}

fn report(frozen: &Frozen, drawing: &Drawing, args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let (public, drawn) = (&frozen.public, &drawing.drawn);
    let counts = Counts::new(public, &drawn.seats);
    talk.show(&summary(&drawn.record))?;
    talk.show(&format!("\n{}\n", counts.table(talk.lang())))?;
    let worth = worth(public, drawing);
    if let Some(worth) = &worth {
        talk.show(&format!("{}\n", worth.text(talk.lang(), &public.quotas)))?;
    }
    talk.show(&saved(drawn, args))?;
    let record = serde_json::to_value(&drawn.record).unwrap_or_default();
    talk.json(&json!({
        "record": record,
        "ticket": drawn.record.ticket,
        "tickets": drawn.record.tickets,
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
pub fn summary(record: &Record) -> String {
    let mut text = String::new();
    let kind = match (record.void, record.draw) {
        (true, n) => format!("TRIAL {n}: VOID. This decides nothing.\n"),
        (false, 1) => String::new(),
        (false, n) => {
            format!(
                "Draw {n}. The draw before it is annulled: {}\n",
                crate::words::shown(record.because.as_deref().unwrap_or_default())
            )
        }
    };
    text.push_str(&kind);
    text.push_str(&format!(
        "Ticket {} of {} (numbered from 0).\n",
        number(record.ticket),
        number(record.tickets)
    ));
    text.push_str(match record.source {
        Declaration::Declared => "The seed is of the source that the charter declared.\n",
        Declaration::Undeclared => {
            "No source of the seed was declared beforehand: nobody can check that it was not chosen.\n"
        }
        Declaration::Overridden => {
            "The seed is NOT of the source that the charter declared. The reason is in the record.\n"
        }
        Declaration::Trial => "",
    });
    text
}

fn saved(drawn: &Drawn, args: &Args) -> String {
    let record = &drawn.record;
    let dir = args.dir.to_string_lossy();
    let dir = dir.trim_end_matches('/');
    let n = record.draw;
    let (lists, public) = if record.void {
        (format!("{dir}/trials/{n}"), format!("{dir}/public/trials/{n}"))
    } else {
        (dir.to_owned(), format!("{dir}/public/draws/{n}"))
    };
    format!(
        "Saved: panel.csv, {}remaining.csv and draw.json in {}; the public record in {}.\n",
        if drawn.reserves.is_some() { "reserves.csv, " } else { "" },
        crate::words::shown(&lists),
        crate::words::shown(&public)
    )
}
