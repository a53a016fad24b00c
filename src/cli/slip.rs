//! `geloot slip`: words sealed before the freeze. Imports `seed`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use super::sources::words;
use super::talk::Talk;
use crate::io;
use crate::seed::contributions::Slip;
use crate::words::catalogue::{args, say};
use crate::words::shown;
use serde_json::json;
use std::path::PathBuf;

/// Seal words for a draw whose seed several people make together.
///
/// Each person whom the charter will name does this before the lottery is frozen, on their own computer. One line
/// is handed in and goes into the charter; the other is kept secret, and opened at the draw. One person who keeps
/// theirs secret is enough: then nobody can choose the seed.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The words: any that come to mind. Without this a line is read from standard input, which leaves no trace
    /// among the commands given on this computer.
    #[arg(long, value_name = "TEXT")]
    words: Option<String>,
    /// Keep the secret line in this file. Nothing may be there yet. Without it the line is shown.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let typed = match &args.words {
        Some(words) => words.clone(),
        None => line_typed()?,
    };
    let mut salt = [0; 16];
    if !io::random(&mut salt) {
        return Err(Halt::refused(Exit::Files, "K-04", args![]).saved(Saved::Unsaid));
    }
    let slip = Slip { salt, words: words(&typed, talk)? };
    let sealed = slip.sealed().to_string();
    talk.show(&format!("{}\n  {sealed}\n", say!(talk.lang(), "hand-in")))?;
    let Some(out) = &args.out else {
        talk.show(&format!("{}\n  {slip}\n", say!(talk.lang(), "keep-secret")))?;
        talk.json(&json!({ "sealed": sealed, "secret": slip.to_string() }))?;
        return Ok(Exit::Done);
    };
    io::write_secret(out, format!("{slip}\n").as_bytes())?;
    let name = out.to_string_lossy();
    talk.show(&format!("{}\n", say!(talk.lang(), "slip-saved", file = shown(&name))))?;
    talk.json(&json!({ "sealed": sealed, "secret_file": name }))?;
    Ok(Exit::Done)
}

/// The first line of standard input.
fn line_typed() -> Result<String, Halt> {
    let no_words = |_| Halt::refused(Exit::Input, "K-03", args![]).saved(Saved::Unsaid);
    io::typed_line().map_err(no_words)
}
