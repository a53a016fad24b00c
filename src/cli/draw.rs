//! `geloot draw`: one ticket, one panel. Imports `bundle`, `seed`, `words` and its siblings.

use super::continued;
use super::dossier::{Dossier, read_folder, stands};
use super::exit::{Exit, Halt};
use super::quota_table::Counts;
use super::reserves::{ReserveArgs, Worth};
use super::slips;
use super::sources::{SourceArgs, dice_refused, refused};
use super::supplement;
use super::talk::Talk;
use crate::base::line::is_line;
use crate::bundle::Public;
use crate::bundle::clerk::Form;
use crate::bundle::conduct::{self, Act, Drawn, Made, Refusal};
use crate::bundle::continued::Facts;
use crate::bundle::record::{Declaration, Record};
use crate::draw::NoTicket;
use crate::seed::charter::{Declared, Departure};
use crate::seed::{Evidence, Seed};
use crate::words::catalogue::Lang;
use crate::words::{counted, number, quoted};
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
    /// Make a new lottery for the seats that no reserve can take, among everybody who is left: whoever is in
    /// keeps the seat, whoever is out is not drawn again. Publish its line, then draw from its folder.
    #[arg(long, requires_all = ["events", "out"], conflicts_with_all = ["trial", "redraw_because",
          "override_source", "reserves", "attrition", "rates", "bom", "excel", "seed", "lotto", "ticket", "dice", "drand",
          "slips"])]
    supplement: bool,
    /// What happened after the draw, for --supplement: the list that "geloot roster" reads.
    #[arg(long, value_name = "EVENTS.csv", requires = "supplement")]
    events: Option<PathBuf>,
    /// The folder to make with --supplement. Nothing may be there yet.
    #[arg(long, value_name = "DIR2", requires = "supplement")]
    out: Option<PathBuf>,
    /// Looser quotas for --supplement, of the whole panel, where those that are left cannot be met. The record
    /// says so.
    #[arg(long, value_name = "Q2.csv", requires = "supplement")]
    quotas: Option<PathBuf>,
    /// Loosen the quotas for --supplement by this one of the repairs that it names. The record says so.
    #[arg(long, value_name = "N", requires = "supplement", value_parser = clap::value_parser!(u8).range(1..=20))]
    repair: Option<u8>,
    /// Let the repairs for --supplement go beyond min_flex and max_flex.
    #[arg(long, requires = "supplement")]
    beyond_flex: bool,
    /// Make the --supplement although it is a reserve's turn, for this reason, which stays in the record: where calling
    /// them would break quotas. They go back to the pool.
    #[arg(long, value_name = "REASON", requires = "supplement")]
    pass_over_reserves: Option<String>,
    /// Replace the supplement that was made already, for this reason, which stays in the record.
    #[arg(long, value_name = "REASON", requires = "supplement")]
    replace_because: Option<String>,
    /// The charter of the supplementary lottery.
    #[arg(long, value_name = "FILE", requires = "supplement")]
    charter: Option<PathBuf>,
    /// Tickets in the supplementary lottery: as many as in the first, if not given.
    #[arg(long, value_name = "M", requires = "supplement", value_parser = super::lottery::tickets())]
    tickets: Option<u64>,
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

/// The program and its version, as records name it.
pub const PROGRAM: &str = concat!("geloot ", env!("CARGO_PKG_VERSION"));

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    if let (true, Some(events), Some(out)) = (args.supplement, &args.events, &args.out) {
        let asked = supplement::Asked {
            dir: &args.dir,
            events,
            out,
            charter: args.charter.as_ref(),
            tickets: args.tickets,
            quotas: args.quotas.as_ref(),
            repair: args.repair,
            beyond_flex: args.beyond_flex,
            pass_over: reason(args.pass_over_reserves.as_ref())?,
            replace: reason(args.replace_because.as_ref())?,
        };
        return supplement::run(&asked, talk);
    }
    let folder = read_folder(&args.dir)?;
    super::verify::refuse_changed(talk.lang(), &folder, &args.dir)?;
    let mut dossier = Dossier::of(&args.dir, folder)?;
    dossier.form = args.lists.form();
    let made = dossier.draws()?;
    let mut finished = Vec::new();
    let last = made.last().map(|last| dossier.drawn(&last.record));
    for before in last.into_iter().chain(dossier.last_trial()?) {
        if dossier.lists_complete(&before.record) {
            continue;
        }
        dossier.write_lists(&before).map_err(|halt| halt.after(&stands(&before.record)))?;
        let kind = if before.record.void { "trial" } else { "draw" };
        talk.say(&format!(
            "Note. An earlier {kind} was interrupted before its lists were written. They are there now.\n"
        ));
        finished.push(kind);
    }
    draw(&dossier, &made, args, talk).map_err(|halt| match finished.first() {
        None => halt,
        Some(kind) => halt.after(&format!(
            "Nothing was drawn now. The lists of the earlier {kind} were not complete, and are there now."
        )),
    })
}

/// A reason for the record: one line.
fn reason(text: Option<&String>) -> Result<Option<String>, Halt> {
    let Some(text) = text else { return Ok(None) };
    let line = text.trim();
    match is_line(line) {
        true => Ok(Some(line.to_owned())),
        false => Err(refused(
            "D-01",
            "The reason is empty, longer than 2,000 bytes, not one line, or has a sign that cannot be seen.",
            "Give the reason in a sentence.",
        )),
    }
}

/// Draws; or, when the same command was given before, shows what it drew.
fn draw(dossier: &Dossier, made: &[Made], args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let declared = dossier.public.charter.seed.as_ref();
    let found = args.source.read(args.sides, declared, talk)?;
    let found = match &args.slips {
        Some(path) => Some(slips::opened(path, declared, found, talk)?),
        None => found,
    };
    let promised = dossier.public.promised.as_ref();
    let asked = args.reserves.read(&dossier.public.quotas, promised, talk)?;
    let (evidence, beacon) = found.map_or((None, None), |f| (Some(f.evidence), f.beacon));
    let (because, departure) =
        (reason(args.redraw_because.as_ref())?, reason(args.override_source.as_ref())?);
    let act = Act {
        before: if args.trial { &[] } else { made },
        trial: args.trial.then(|| dossier.trials() + 1),
        evidence,
        beacon: beacon.as_ref(),
        because,
        departure,
        reserves: asked.as_ref(),
        program: PROGRAM,
    };
    let last = match args.trial {
        true => dossier.last_trial()?,
        false => made.last().map(|last| dossier.drawn(&last.record)),
    };
    let annuls = continued::named(dossier).filter(|_| act.because.is_some());
    if let Some(last) = last.filter(|last| conduct::repeats(&dossier.public, &act, act.before.first(), last))
    {
        talk.say(&again(&last.record));
        let own = made.last().map(|last| last.digest.to_string());
        warn_of(annuls.filter(|facts| Some(&facts.record) != own.as_ref()).as_ref(), talk);
        return report(dossier, &last, made, args, talk);
    }
    let drawn = conduct::conduct(&dossier.public, &act)
        .map_err(|refusal| in_words(talk.lang(), &refusal, act.evidence.as_ref(), &dossier.public))?;
    dossier.write(&drawn, act.beacon)?;
    warn_of(annuls.as_ref(), talk);
    report(dossier, &drawn, made, args, talk).map_err(|halt| {
        halt.after(&format!(
            "The draw stands, and everything is saved: ticket {}. Only showing it failed.",
            number(drawn.record.ticket)
        ))
    })
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

fn report(dossier: &Dossier, drawn: &Drawn, made: &[Made], args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let public = &dossier.public;
    let counts = Counts::new(public, &drawn.seats);
    talk.show(&summary(&drawn.record))?;
    talk.show(&format!("\n{}\n", counts.table(talk.lang())))?;
    let worth = worth(public, drawn, made);
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
        "panel": dossier.panel_ids(drawn),
        "features": counts.json(),
        "reserves": dossier.reserve_ids(drawn),
        "worth": worth.map(|worth| worth.json()),
    }))?;
    Ok(Exit::Done)
}

/// What the reserves of a draw are worth, if it has any.
pub fn worth(public: &Public, drawn: &Drawn, made: &[Made]) -> Option<Worth> {
    let first = || made.first().and_then(|first| first.record.own_evidence());
    let evidence = drawn.record.own_evidence().or_else(first)?;
    Worth::of(public, drawn, &Seed::derive(&public.commitment, &evidence))
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

/// Why a draw is not made, in words.
pub fn in_words(lang: Lang, refusal: &Refusal, evidence: Option<&Evidence>, public: &Public) -> Halt {
    let declared = public.charter.seed.as_ref();
    match refusal {
        Refusal::AlreadyDrawn => refused(
            "D-02",
            "The panel of this lottery has been drawn, and a lottery is drawn once.",
            "If that draw must be annulled, say why: --redraw-because \"REASON\". Both draws stay in the record.",
        ),
        Refusal::NothingToRepeat => refused(
            "D-03",
            "Nothing has been drawn from this lottery yet, so there is nothing to draw again.",
            "Leave out --redraw-because.",
        ),
        Refusal::NoEvidence => {
            let wanted = declared
                .map_or("Give one of --seed, --ticket, --dice, --lotto and --drand.".to_owned(), wanted);
            refused("D-04", "There is no evidence to draw with.", &wanted)
        }
        Refusal::NotDeclared(departure) => {
            let wrong = match departure {
                Departure::Source { declared, used } => {
                    format!(
                        "The charter declares the source {}, and this is {}.",
                        declared.word(),
                        used.word()
                    )
                }
                Departure::Dice => {
                    "These are not the dice, or not the number of dice, that the charter declares.".to_owned()
                }
                Departure::Round { declared, used } => {
                    format!("The charter declares round {declared} of the beacon, and this is round {used}.")
                }
                Departure::Chain => "This is the beacon's other chain than the charter declares.".to_owned(),
                // Slips are matched with the roles of the charter before anything is drawn.
                Departure::Roles | Departure::Slip { .. } => {
                    "These are not the sealed words that the charter declares.".to_owned()
                }
            };
            let wanted = declared.map(wanted).unwrap_or_default();
            Halt::said(
                Exit::Input,
                "D-05",
                &wrong,
                &[
                    &wanted,
                    "If the declared source failed for everybody to see: --override-source \"REASON\". That stays in the record.",
                    "Nothing was drawn and no file was changed.",
                ],
            )
        }
        Refusal::NotSealed(_) => refused(
            "D-20",
            "These are not the words that the people whom the charter names had sealed.",
            "Collect the slips again. Whoever cannot open theirs is left out, and the second source decides.",
        ),
        Refusal::NoDeparture => refused(
            "D-06",
            "There is nothing to override: no source was declared, or this is the declared one.",
            "Leave out --override-source; it would stay in the record for ever.",
        ),
        Refusal::TooEarly { due, date } => refused(
            "D-07",
            &format!("This round of the beacon was known on {due}, and the inputs were frozen on {date}."),
            "A seed must come after the freeze. Use a later round.",
        ),
        Refusal::Ticket(NoTicket::OutOfRange) => refused(
            "D-08",
            "There is no such ticket in this lottery.",
            "Tickets are numbered from 0 to the number of tickets less one. Check how they were numbered for the draw.",
        ),
        Refusal::Ticket(NoTicket::Dice(bad)) => {
            let sides = match evidence {
                Some(Evidence::Dice(dice)) => dice.sides(),
                _ => 0,
            };
            dice_refused(bad, sides)
        }
        Refusal::TrialByHand => refused(
            "D-09",
            "A trial with a ticket, dice or slips could be mistaken for the draw.",
            "Use --seed with any words for a trial.",
        ),
        Refusal::TooFewRemain { asked, remain } => refused(
            "D-10",
            &match remain {
                0 => "Everybody in the pool is on the panel: nobody is left for the reserve.".to_owned(),
                1 => format!("You ask for {asked} reserves, and only 1 person is not on the panel."),
                n => format!(
                    "You ask for {} reserves, and only {} people are not on the panel.",
                    number(u64::from(*asked)),
                    number(*n)
                ),
            },
            match remain {
                0 => "Draw without --reserves.",
                _ => "Ask for fewer.",
            },
        ),
        Refusal::OtherReserves => {
            let promised = public.promised.as_ref().map_or(String::new(), |promised| {
                format!(
                    "The charter declares {}, chosen for a loss of {}, and these are others.",
                    counted(u64::from(promised.reserves), "reserve", "reserves"),
                    super::reserves::in_words(lang, &promised.attrition, &public.quotas)
                )
            });
            refused(
                "D-11",
                &promised,
                "Leave out --reserves, --attrition and --rates: what was declared is drawn. To try others: --trial.",
            )
        }
    }
}

/// What the declared source asks for, in a sentence or two.
pub fn wanted(declared: &Declared) -> String {
    match declared {
        Declared::Contributions { roles, until, otherwise } => {
            let names: Vec<String> = roles.iter().map(|role| quoted(&role.name)).collect();
            format!(
                "Collect what {} open, a line each, in a file, and give it with --slips FILE. If somebody has not opened theirs by {until}, the second source decides as well: {}",
                names.join(", "),
                wanted(otherwise)
            )
        }
        Declared::Text => "Give the words with --seed.".to_owned(),
        Declared::Lotto => "Give the published numbers with --lotto.".to_owned(),
        Declared::Ticket => "Give the ticket that was drawn by hand with --ticket.".to_owned(),
        Declared::Dice { sides, count } => {
            format!(
                "Throw {} with {sides} sides and give what they showed: --dice \"...\" --sides {sides}.",
                counted(*count as u64, "die", "dice")
            )
        }
        Declared::Drand { chain, round } => {
            let due = chain.moment(*round).map(|m| m.to_string()).unwrap_or_default();
            format!(
                "Round {round} of the chain {} is due on {due}. Save what {} shows in a file, and give it with --drand FILE.",
                quoted(chain.name()),
                chain.address(*round)
            )
        }
    }
}
