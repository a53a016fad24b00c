//! `geloot select`: lottery and draw in one, for trials and small groups. Imports `bundle`, `io` and
//! its siblings.

use super::dossier::Dossier;
use super::draw::{ListArgs, PROGRAM, in_words, summary, worth};
use super::exit::{Exit, Halt};
use super::freezing::{Made, make};
use super::inputs::PoolArgs;
use super::lottery::MakingArgs;
use super::lottery_report as report;
use super::quota_table::Counts;
use super::reserves::ReserveArgs;
use super::sources::words;
use super::talk::Talk;
use crate::bundle::clerk::Form;
use crate::bundle::conduct::{self, Act, Asked, Drawn};
use crate::io::NewFolder;
use crate::quotas::Quotas;
use crate::seed::Evidence;
use crate::words::catalogue::Lang;
use crate::words::shown;
use serde_json::json;
use std::path::{Path, PathBuf};

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
    let promised = super::charter::promised(making.charter.as_ref(), &pool)?;
    let asked = args.reserves.read(pool.quotas(), promised.as_ref(), talk)?;
    let made = make(&pool, making, talk)?;
    let asked = asked.map(|asked| (asked, pool.quotas()));
    let (dossier, drawn) =
        draw_at_once(talk.lang(), &made, evidence, &args.out, args.lists.form(), asked.as_ref())?;
    for (name, bytes) in &dossier.folder {
        folder.add(name, bytes)?;
    }
    folder.finish()?;
    let counts = Counts::new(&dossier.public, &drawn.seats);
    talk.show(&report::text(talk.lang(), &pool, &made))?;
    talk.show(&summary(&drawn.record))?;
    talk.show(&format!("\n{}\n", counts.table(talk.lang())))?;
    let worth = worth(&dossier.public, &drawn, &[]);
    if let Some(worth) = &worth {
        talk.show(&format!("{}\n", worth.text(talk.lang(), &dossier.public.quotas)))?;
    }
    talk.show(&format!(
        "Saved: panel.csv, {}remaining.csv, draw.json and the record of the lottery in {}.\n",
        if drawn.reserves.is_some() { "reserves.csv, " } else { "" },
        shown(&args.out.to_string_lossy())
    ))?;
    let mut answer = report::json(talk.lang(), &pool, &made, &faults);
    answer["draw"] = json!({
        "record": drawn.record,
        "ticket": drawn.record.ticket,
        "seed": drawn.record.seed,
        "panel": dossier.panel_ids(&drawn),
        "features": counts.json(),
        "reserves": dossier.reserve_ids(&drawn),
        "worth": worth.map(|worth| worth.json()),
    });
    talk.json(&answer)?;
    Ok(Exit::Done)
}

/// Draws from a lottery that was just made, in memory.
pub fn draw_at_once(
    lang: Lang,
    made: &Made,
    evidence: Evidence,
    out: &Path,
    form: Form,
    reserves: Option<&(Asked, &Quotas)>,
) -> Result<(Dossier, Drawn), Halt> {
    let mut dossier = Dossier::of(out, made.frozen.folder.clone())?;
    dossier.form = form;
    // The record may have a feature more, for the household rule.
    let asked = reserves.and_then(|(asked, quotas)| {
        let attrition = asked.attrition.carried(quotas, &dossier.public.quotas)?;
        Some(Asked { reserves: asked.reserves, attrition })
    });
    let act = Act {
        before: &[],
        trial: None,
        evidence: Some(evidence),
        beacon: None,
        because: None,
        departure: None,
        reserves: asked.as_ref(),
        program: PROGRAM,
    };
    let refused = |refusal| in_words(lang, &refusal, act.evidence.as_ref(), &dossier.public);
    let drawn = conduct::conduct(&dossier.public, &act).map_err(refused)?;
    dossier.add_first(&drawn);
    Ok((dossier, drawn))
}
