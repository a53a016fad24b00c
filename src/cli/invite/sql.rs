//! `geloot invite sql`: the script that does the same inside a database. Imports `assembly`, `invite`, `io`, `words` and its
//! siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::talk::Talk;
use super::super::told::Asked;
use super::inputs::{OptionalFrameArgs, stopped};
use super::opening::open;
use crate::base::fault::Place;
use crate::invite::conduct::Chances;
use crate::invite::sql::{Engine, FrameAct, is_table, letters, tag};
use crate::invite::{What, Wrongs, tables};
use crate::io;
use crate::words::catalogue::{args, say};
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Write the script that makes the frame, or the letters, inside the registry's own database: the same people, digests and
/// places, byte for byte.
///
/// The script for the frame holds the secret and stays where the register is; with --published it can be shown. That for the
/// letters follows from the seed of the last draw (or of a trial), and holds no secret.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the frame; for --act letters, and for --act frame --published.
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
    /// The database: postgresql, duckdb or spark.
    #[arg(long, value_name = "ENGINE")]
    engine: String,
    /// What to make: frame or letters.
    #[arg(long, value_name = "ACT", value_parser = ["frame", "letters"])]
    act: String,
    /// A table of the database with a register; may be given again. Its columns have the headings that the charter names
    /// first.
    #[arg(long, value_name = "TABLE")]
    table: Vec<String>,
    #[command(flatten)]
    frame: OptionalFrameArgs,
    /// The letters of this trial, instead of the last draw.
    #[arg(long, value_name = "N")]
    of_trial: Option<u32>,
    /// Write 64 zeros instead of the secret, so that everybody may read the script of the frame.
    #[arg(long)]
    published: bool,
    /// The file to write. Nothing may be there yet.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    io::vacant(&args.out)?;
    let Some(engine) = Engine::of_word(&args.engine) else {
        return Err(Halt::refused(Exit::Input, "Y-61", args![]).saved(Saved::NoFile));
    };
    let (script, holds) = match (args.act.as_str(), &args.dir) {
        ("frame", _) if args.published => (frame(args, engine, talk)?, "zeros"),
        ("frame", _) => (frame(args, engine, talk)?, "secret"),
        (_, Some(dir)) => (of_letters(args, engine, dir)?, "none"),
        (_, None) => return Err(Halt::refused(Exit::Input, "Y-62", args![]).saved(Saved::NoFile)),
    };
    let secret = holds == "secret";
    match secret {
        true => io::write_secret(&args.out, script.as_bytes())?,
        false => io::write_new(&args.out, script.as_bytes())?,
    }
    let file = args.out.to_string_lossy();
    let said = say!(talk.lang(), "letters-sql-saved", file = shown(&file), holds = holds);
    talk.show(&format!("{said}\n"))?;
    talk.json(&json!({ "script": file, "secret": secret }))?;
    Ok(Exit::Done)
}

fn frame(args: &Args, engine: Engine, talk: &Talk) -> Result<String, Halt> {
    let frame = args.frame.whole()?;
    if args.table.is_empty() || !args.table.iter().all(|table| is_table(table)) {
        return Err(Halt::refused(Exit::Input, "Y-64", args![]).saved(Saved::NoFile));
    }
    let stop = |stop| stopped(stop, &frame.charter, &[]);
    let framing = frame.read(talk)?;
    let charter = framing.charter.clone();
    let making = framing.check().map_err(stop)?;
    let act = FrameAct {
        engine,
        tables: &args.table,
        terms: making.terms(),
        strata: making.strata(),
        secret: making.secret(),
        excluded: making.excluded(),
        grounds: making.grounds(),
        charter: &charter,
        published: args.published,
    };
    act.script().ok_or_else(|| {
        let mut wrongs = Wrongs::default();
        let place = Place::file(&frame.charter.to_string_lossy());
        wrongs.push(What::TermMissing { table: "columns", key: "key" }, place);
        Halt::Letters(Box::new(wrongs))
    })
}

fn of_letters(args: &Args, engine: Engine, dir: &std::path::Path) -> Result<String, Halt> {
    let asked = Asked::of(dir);
    let invitation = open(dir)?;
    let (draw, seed, _) = invitation.drawn(args.of_trial).map_err(|refusal| asked.halt(refusal))?;
    let secret = invitation.secret().map_err(|refusal| asked.halt(refusal))?;
    let path = format!("{}{}", crate::bundle::files::PUBLIC, crate::bundle::files::CHARTER_TOML);
    let charter = invitation.folder.get(&path).map(Vec::as_slice).unwrap_or_default();
    let tag = tag(&secret, charter, &tables::strata(&invitation.public.strata));
    let chances = Chances { seed: &seed, draw: &draw };
    Ok(letters(engine, &invitation.public, &tag, &chances))
}
