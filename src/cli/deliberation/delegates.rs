//! `geloot delegates`: a group drawn from the willing, and who is next. Imports `assembly`, `words` and its siblings.

use super::super::exit::{Exit, Halt};
use super::super::folder;
use super::super::sources::SourceArgs;
use super::super::talk::Talk;
use super::{Loaded, deliberating, halted, list, open, print, save, vacant};
use crate::assembly::Frozen;
use crate::assembly::Refusal;
use crate::assembly::acts::DelegatesDrawn;
use crate::deliberation::chance::Chance;
use crate::deliberation::delegates::Way;
use crate::deliberation::wrong::{Found, What};
use crate::words::catalogue::{count, say};
use crate::words::shown;
use serde_json::json;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// Draw delegates, a sounding board or another group from members who are willing.
///
/// A labelled shuffle of the willing: the first ones have a place, the others are alternates in that order. Where the group
/// has to mirror the panel, give the list of --pool with quotas to "geloot lottery".
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the lottery, with its sealed part.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    #[command(subcommand)]
    command: Command,
}

/// What can be done with a group.
#[derive(Debug, clap::Subcommand)]
enum Command {
    Freeze(FreezeArgs),
    Draw(Box<DrawArgs>),
    Next(NextArgs),
}

/// Freeze who is willing, and give the line to publish before anybody can know the seed.
#[derive(Debug, clap::Args)]
pub struct FreezeArgs {
    /// What the group is called: small letters, digits and hyphens.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Who is willing: a column of codes or ids.
    #[arg(long, value_name = "WILLING.csv")]
    willing: PathBuf,
    /// Places in the group.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1000))]
    places: u64,
    /// Where chance will come from: text, lotto, dice or drand; or lottery, for a lottery with quotas among the willing. With
    /// call there is no lot: everybody who answered a call is in the group.
    #[arg(long, value_name = "SOURCE", value_parser = ["text", "lotto", "dice", "drand", "lottery", "call"])]
    source: String,
    /// Of dice: the sides of each.
    #[arg(long, value_name = "S", requires = "count")]
    sides: Option<u32>,
    /// Of dice or of published numbers: how many.
    #[arg(long, value_name = "N")]
    count: Option<u32>,
    /// Of published numbers: the greatest that there can be.
    #[arg(long, value_name = "N", requires = "count")]
    most: Option<u32>,
    /// The chain of the beacon.
    #[arg(long, value_name = "CHAIN", value_parser = ["quicknet", "default"])]
    chain: Option<String>,
    /// The round of the beacon; it is due after this day.
    #[arg(long, value_name = "N", requires = "chain", conflicts_with = "time")]
    round: Option<u64>,
    /// The first round due at this time, such as 2027-05-13T12:00:00Z.
    #[arg(long, value_name = "TIME", requires = "chain")]
    time: Option<String>,
    /// Write the willing with all columns of the pool to this file, for a lottery with quotas among them.
    #[arg(long, value_name = "FILE.csv")]
    pool: Option<PathBuf>,
    /// Why the group is frozen again, before it is drawn.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
}

/// Draw the group from evidence of the declared source; or take it from a ballot over people, or from a lottery with quotas.
#[derive(Debug, clap::Args)]
pub struct DrawArgs {
    /// What the group is called.
    #[arg(long, value_name = "NAME")]
    name: String,
    #[command(flatten)]
    source: SourceArgs,
    /// Sides of each die.
    #[arg(long, value_name = "S", requires = "dice")]
    sides: Option<u32>,
    /// The ballot whose options were the codes of people, and whose result is the group.
    #[arg(long, value_name = "NAME", required_unless_present_any = ["seed", "lotto", "dice", "drand", "lottery"], conflicts_with_all = ["seed", "lotto", "dice", "drand", "lottery"])]
    ballot: Option<String>,
    /// The folder of a lottery with quotas among the willing, which was drawn: its panel is the group.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["seed", "lotto", "dice", "drand"])]
    lottery: Option<PathBuf>,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
}

/// Somebody gives up their place, or will not have it: the first alternate is called.
///
/// Ends with 1 when no alternate is left.
#[derive(Debug, clap::Args)]
pub struct NextArgs {
    /// What the group is called.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// The code or id of whoever gives up.
    #[arg(long, value_name = "CODE")]
    withdrew: String,
    /// The day, such as 2027-05-12.
    #[arg(long, value_name = "DATE")]
    date: String,
}

impl FreezeArgs {
    /// The source and what fixes it, as a table of a charter; `None` if the time is none.
    fn declared(&self) -> Option<Table> {
        let mut table = Table::from_iter([("lot".to_owned(), Value::String(self.source.clone()))]);
        let numbers = [
            ("sides", self.sides.map(i64::from)),
            ("count", self.count.map(i64::from)),
            ("most", self.most.map(i64::from)),
            ("round", self.round.map(|round| i64::try_from(round).unwrap_or(i64::MAX))),
        ];
        let numbers = numbers.into_iter().filter_map(|(key, number)| Some((key, Value::Integer(number?))));
        table.extend(numbers.map(|(key, number)| (key.to_owned(), number)));
        if let Some(chain) = &self.chain {
            table.insert("chain".to_owned(), Value::String(chain.clone()));
        }
        if let Some(time) = &self.time {
            table.insert("time".to_owned(), Value::Datetime(time.parse().ok()?));
        }
        Some(table)
    }
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let frozen = open(&args.dir)?;
    let acts = deliberating(&frozen, &args.dir)?;
    match &args.command {
        Command::Freeze(own) => {
            vacant(own.pool.as_ref())?;
            let list = Loaded::read(&own.willing)?;
            let table = own.declared();
            let way = table.as_ref().and_then(Way::given);
            let unknown = || match table.as_ref().and_then(What::few) {
                Some(few) => Found::one(few),
                None => Found::one(What::NoEvidence { declared: own.source.clone() }),
            };
            let way = way.ok_or_else(|| halted(&args.dir)(Refusal::Deliberation(Box::new(unknown()))))?;
            let grouped = acts.freeze_willing_again(
                &own.name,
                list.source(),
                (own.places, way),
                (own.because.as_deref(), &own.date),
            );
            let grouped = grouped.map_err(halted(&args.dir))?;
            talk.deliberation(&grouped.found);
            let willing = grouped.willing.len() as u64;
            let called = || {
                let people = crate::words::parts::people(lang, willing);
                say!(lang, "delegates-by-call", name = shown(&own.name), people = people)
            };
            let drawn = || {
                say!(
                    lang,
                    "delegates-frozen",
                    name = shown(&own.name),
                    willing = count(lang, willing),
                    places = count(lang, own.places),
                    source = crate::words::parts::source(lang, &way.to_string()),
                )
            };
            let said = if way == Way::Call { called() } else { drawn() };
            talk.show(&format!("{said}\n"))?;
            save(&grouped.act, &args.dir, true, talk)?;
            print(own.pool.as_ref(), Some(grouped.pool), talk)?;
            talk.json(&json!({
                "act": grouped.act.number, "line": grouped.act.line.to_string(), "willing": willing,
                "places": grouped.places,
            }))?;
            Ok(Exit::Done)
        }
        Command::Draw(own) => {
            // Of dice that were fixed it is known how many sides they have.
            let fixed = acts.source_of_group(&own.name).and_then(Chance::sides);
            let found = own.source.read(own.sides.or(fixed), None, talk)?;
            let drawn = match (found, &own.ballot, &own.lottery) {
                (Some(found), ..) => acts.draw_group(&own.name, found.given(), &own.date),
                (None, Some(ballot), _) => acts.chosen_group(&own.name, ballot, &own.date),
                (None, None, Some(dir)) => {
                    // Nobody takes people from a lottery that is not true.
                    let other = Frozen::open(folder::read(dir)?).map_err(halted(dir))?;
                    acts.mirrored_group(&own.name, &other, &own.date)
                }
                (None, None, None) => return Ok(Exit::Input),
            };
            told(&drawn.map_err(halted(&args.dir))?, &args.dir, talk)?;
            Ok(Exit::Done)
        }
        Command::Next(own) => {
            let next = acts.next_delegate(&own.name, &own.withdrew, &own.date).map_err(halted(&args.dir))?;
            told(&next, &args.dir, talk)?;
            let passed = (!next.passed.is_empty()).then(|| {
                let codes = next.passed.iter().map(|code| shown(code)).collect::<Vec<_>>().join(", ");
                say!(lang, "delegates-passed", codes = codes)
            });
            let said = match &next.called {
                Some(code) => say!(lang, "delegates-called", code = shown(code)),
                None if next.left > 0 => say!(lang, "delegates-no-turn", left = next.left),
                None => say!(lang, "delegates-nobody"),
            };
            for line in passed.into_iter().chain([said]) {
                talk.show(&format!("{line}\n"))?;
            }
            Ok(if next.called.is_some() || next.left > 0 { Exit::Done } else { Exit::No })
        }
    }
}

fn told(drawn: &DelegatesDrawn, dir: &Path, talk: &Talk) -> Result<(), Halt> {
    talk.show(&list::delegates(talk.lang(), &drawn.group))?;
    talk.show("\n")?;
    if drawn.gone > 0 {
        talk.show(&format!("{}\n", say!(talk.lang(), "delegates-gone", people = drawn.gone)))?;
    }
    save(&drawn.act, dir, false, talk)?;
    let group = drawn
        .group
        .iter()
        .map(|it| json!({ "place": it.place, "code": it.code, "standing": it.standing.word() }));
    talk.json(&json!({
        "act": drawn.act.number, "line": drawn.act.line.to_string(), "group": group.collect::<Vec<_>>(),
        "called": drawn.called, "passed": drawn.passed, "gone": drawn.gone,
    }))
}
