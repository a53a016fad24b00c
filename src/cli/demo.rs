//! `geloot demo`: the main job on a shipped scenario. Imports `pool`, `verify`, `io` and its siblings.

use super::draw::summary;
use super::exit::{Exit, Halt};
use super::freezing::make;
use super::lottery_report as report;
use super::quota_table::Counts;
use super::select::draw_at_once;
use super::sources::words;
use super::talk::Talk;
use super::told::Asked;
use crate::assembly::Making;
use crate::base::fault::Faults;
use crate::bundle::clerk::Form;
use crate::io::NewFolder;
use crate::lottery::solve::make_again;
use crate::pool::{self, Source};
use crate::seed::Evidence;
use crate::verify::{Known, Outcome, verify};
use crate::words::catalogue::say;
use crate::words::{claims, shown};
use serde_json::json;
use std::path::PathBuf;

/// Show the main job on made-up volunteers: the fairest lottery, one drawn panel, and its check.
///
/// 240 people, who do not exist, for 50 seats in a municipality of eleven villages. Writes nothing
/// without --out.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Keep the files in this folder. Nothing may be there yet.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Words as the seed; other words draw another panel.
    #[arg(long, value_name = "TEXT", default_value = "appel peer banaan")]
    seed: String,
}

const POOL: &[u8] = include_bytes!("../../fixtures/scenarios/peel-en-maas/pool.csv");
const QUOTAS: &[u8] = include_bytes!("../../fixtures/scenarios/peel-en-maas/quotas.csv");
const SEATS: u32 = 50;

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let folder = args.out.as_deref().map(NewFolder::begin).transpose()?;
    let evidence = Evidence::Text(words(&args.seed, talk)?);
    let mut faults = Faults::new();
    let pool = Source { name: "pool.csv", bytes: POOL };
    let quotas = Source { name: "quotas.csv", bytes: QUOTAS };
    let pool = pool::read(pool, quotas, SEATS, Some("nummer"), &mut faults).ok_or(Halt::Faults(faults))?;
    let made = make(&pool, Making::default(), &Asked::default(), talk)?;
    let (frozen, drawing) = draw_at_once(&made, evidence, Form::Plain, None)?;
    let drawn = &drawing.drawn;
    let line = made.frozen.commitment.to_string();
    let checked =
        verify(&frozen.folder, &Known { published: Some(&line), make: Some(make_again), ..Known::default() });
    if let Some(folder) = folder {
        folder.fill(&frozen.folder)?;
        folder.finish()?;
    }
    let counts = Counts::new(&frozen.public, &drawn.seats);
    talk.show(&format!("{}\n\n", say!(talk.lang(), "demo-head")))?;
    talk.show(&report::text(talk, &pool, &made))?;
    let drawn_with = say!(talk.lang(), "demo-drawn", words = shown(&args.seed));
    talk.show(&format!("{}\n  {line}\n\n{drawn_with}\n", say!(talk.lang(), "demo-frozen")))?;
    talk.show(&summary(talk.lang(), &drawn.record))?;
    talk.show(&format!("\n{}", counts.table(talk.lang())))?;
    talk.show(&format!("\n{}\n", say!(talk.lang(), "demo-checked")))?;
    for claim in checked.told() {
        talk.show(&format!("{}\n", claims::line(talk.lang(), claim)))?;
    }
    if let Some(proved) = &checked.proved {
        talk.show(&format!("\n{}\n", claims::proved(talk.lang(), proved)))?;
    }
    let saved = match &args.out {
        Some(out) => say!(talk.lang(), "demo-saved", folder = shown(&out.to_string_lossy())),
        None => say!(talk.lang(), "demo-not-saved"),
    };
    talk.show(&format!("{saved}\n"))?;
    let mut answer = report::json(talk.lang(), &pool, &made, &Faults::new());
    answer["draw"] = json!({
        "record": drawn.record,
        "ticket": drawn.record.own.ticket,
        "seed": drawn.record.seed,
        "panel": frozen.panel_ids(drawn),
        "features": counts.json(),
    });
    let passed = checked.claims.iter().filter(|c| c.outcome == Outcome::Pass).count();
    answer["verified"] = json!({ "passed": passed, "failed": checked.failures().len() });
    talk.json(&answer)?;
    Ok(Exit::Done)
}
