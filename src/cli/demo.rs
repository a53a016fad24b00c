//! `geloot demo`: the main job on a shipped scenario. Imports `pool`, `verify`, `io` and its siblings.

use super::draw::summary;
use super::exit::{Exit, Halt};
use super::freezing::{Making, make};
use super::lottery_report as report;
use super::quota_table::Counts;
use super::select::draw_at_once;
use super::sources::words;
use super::talk::Talk;
use crate::base::fault::Faults;
use crate::bundle::Detail;
use crate::bundle::clerk::Form;
use crate::io::NewFolder;
use crate::lottery::solve::{Objective, make_again};
use crate::pool::{self, Source};
use crate::seed::Evidence;
use crate::verify::{Known, Outcome, verify};
use crate::words::{claims, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

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
    let making = Making {
        objective: Objective::Leximin,
        tickets: 1_000_000,
        charter: None,
        key: None,
        detail: Detail::Codes,
        continues: None,
    };
    let made = make(&pool, making, talk)?;
    let (dossier, drawn) =
        draw_at_once(&made, evidence, args.out.as_deref().unwrap_or(Path::new("demo")), Form::Plain, None)?;
    let line = made.frozen.commitment.to_string();
    let checked = verify(
        &dossier.folder,
        &Known { published: Some(&line), make: Some(make_again), ..Known::default() },
    );
    if let Some(folder) = folder {
        for (name, bytes) in &dossier.folder {
            folder.add(name, bytes)?;
        }
        folder.finish()?;
    }
    let counts = Counts::new(&dossier.public, &drawn.seats);
    talk.show("A lottery for 50 seats among 240 made-up volunteers of eleven villages.\n\n")?;
    talk.show(&report::text(&pool, &made))?;
    talk.show(&format!(
        "Frozen, with the line to publish:\n  {line}\n\nThen drawn with the words \"{}\".\n",
        shown(&args.seed)
    ))?;
    talk.show(&summary(&drawn.record))?;
    talk.show(&format!("\n{}", counts.table()))?;
    talk.show("\nAnd checked, as anybody can:\n")?;
    for claim in &checked.claims {
        talk.show(&format!("{}\n", claims::line(claim)))?;
    }
    if let Some(proved) = &checked.proved {
        talk.show(&format!("\n{}\n", claims::proved(proved)))?;
    }
    talk.show(&match &args.out {
        Some(out) => format!("Saved: everything in {}.\n", shown(&out.to_string_lossy())),
        None => "Nothing was saved; give --out DIR to keep the files and look at them.\n".to_owned(),
    })?;
    let mut answer = report::json(&pool, &made, &Faults::new());
    answer["draw"] = json!({
        "record": drawn.record,
        "ticket": drawn.record.ticket,
        "seed": drawn.record.seed,
        "panel": dossier.panel_ids(&drawn),
        "features": counts.json(),
    });
    let passed = checked.claims.iter().filter(|c| c.outcome == Outcome::Pass).count();
    answer["verified"] = json!({ "passed": passed, "failed": checked.failures().len() });
    talk.json(&answer)?;
    Ok(Exit::Done)
}
