//! `geloot select`: lottery and draw in one, for trials and small groups. Imports `assembly`, `io` and
//! its siblings.

use super::draw::{ListArgs, summary, worth};
use super::exit::{Exit, Halt};
use super::freezing::make;
use super::inputs::PoolArgs;
use super::lottery::MakingArgs;
use super::lottery_report as report;
use super::quota_table::Counts;
use super::reserves::ReserveArgs;
use super::sources::words;
use super::talk::Talk;
use super::told;
use crate::assembly::{self, Ask, Drawing, Frozen, Made};
use crate::bundle::clerk::Form;
use crate::io::NewFolder;
use crate::panel::reserve_terms::Asked;
use crate::quotas::Quotas;
use crate::seed::Evidence;
use crate::words::catalogue::say;
use crate::words::parts::yes;
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Find the fairest lottery and draw from it at once, for trials and small groups.
///
/// For an assembly use "geloot lottery", publish, and then "geloot draw": here the seed is known before
/// anything was frozen, and the record says so.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pool: PoolArgs,
    #[command(flatten)]
    making: MakingArgs,
    /// Words as the seed.
    #[arg(long, value_name = "TEXT")]
    seed: String,
    /// The folder to make. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    reserves: ReserveArgs,
    #[command(flatten)]
    lists: ListArgs,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let folder = NewFolder::begin(&args.out)?;
    let evidence = Evidence::Text(words(&args.seed, talk)?);
    let (pool, faults) = args.pool.read_all()?;
    talk.faults(&faults);
    let making = args.making.read(talk)?;
    let asked = args.making.asked();
    let charter = making.charter.clone();
    let promised = assembly::promised(charter.as_ref(), &pool).map_err(|refusal| asked.halt(refusal))?;
    let reserves = args.reserves.read(pool.quotas(), promised.as_ref(), talk)?;
    let made = make(&pool, making, &asked, talk)?;
    let reserves = reserves.map(|asked| (asked, pool.quotas()));
    let (frozen, drawing) = draw_at_once(&made, evidence, args.lists.form(), reserves.as_ref())?;
    folder.fill(&frozen.folder)?;
    folder.finish()?;
    let drawn = &drawing.drawn;
    let counts = Counts::new(&frozen.public, &drawn.seats);
    talk.show(&report::text(talk, &pool, &made))?;
    talk.show(&summary(talk.lang(), &drawn.record))?;
    talk.show(&format!("\n{}\n", counts.table(talk.lang())))?;
    let worth = worth(&frozen.public, &drawing);
    if let Some(worth) = &worth {
        talk.show(&format!("{}\n", worth.text(talk.lang(), &frozen.public.quotas)))?;
    }
    let said = say!(
        talk.lang(),
        "select-saved",
        reserves = yes(drawn.reserves.is_some()),
        folder = shown(&args.out.to_string_lossy()),
    );
    talk.show(&format!("{said}\n"))?;
    let mut answer = report::json(talk.lang(), &pool, &made, &faults);
    answer["draw"] = json!({
        "record": drawn.record,
        "ticket": drawn.record.own.ticket,
        "seed": drawn.record.seed,
        "panel": frozen.panel_ids(drawn),
        "features": counts.json(),
        "reserves": frozen.reserve_ids(drawn),
        "worth": worth.map(|worth| worth.json()),
    });
    talk.json(&answer)?;
    Ok(Exit::Done)
}

/// Draws from a lottery that was just made, in memory.
pub fn draw_at_once(
    made: &Made,
    evidence: Evidence,
    form: Form,
    reserves: Option<&(Asked, &Quotas)>,
) -> Result<(Frozen, Drawing), Halt> {
    let mut frozen = made.open().map_err(told::halt)?;
    frozen.form = form;
    // The record may have a feature more, for the household rule.
    let reserves = reserves.and_then(|(asked, quotas)| {
        let attrition = asked.attrition.carried(quotas, &frozen.public.quotas)?;
        Some(Asked { reserves: asked.reserves, attrition })
    });
    let ask = Ask { evidence: Some(evidence), reserves, ..Ask::default() };
    let drawing = frozen.draw(&ask).map_err(told::halt)?;
    Ok((frozen.after(&drawing.patch), drawing))
}
