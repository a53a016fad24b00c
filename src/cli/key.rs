//! `geloot key`: a secret key for the codes. Imports `bundle`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use super::talk::Talk;
use crate::bundle::sealed;
use crate::io;
use crate::words::catalogue::{args, say};
use crate::words::{quoted, shown};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Make a secret key for the codes of an assembly.
///
/// With a key of its own, nobody who guesses the list of people can compute whose code is whose. Keep
/// it with the sealed part, and give it to "geloot lottery" with --key.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to make. Nothing may be there yet. Without it the key goes to standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let key = random()?;
    let text = sealed::key(&key);
    let Some(out) = &args.out else {
        let digits = String::from_utf8_lossy(&text);
        talk.show(&digits)?;
        talk.json(&json!({ "key": digits.trim_end() }))?;
        return Ok(Exit::Done);
    };
    io::write_secret(out, &text)?;
    let name = out.to_string_lossy();
    let saved = say!(talk.lang(), "key-saved", file = shown(&name));
    talk.show(&format!("{saved}\n"))?;
    talk.json(&json!({ "key_file": name }))?;
    Ok(Exit::Done)
}

/// 32 random bytes of the operating system.
pub fn random() -> Result<[u8; 32], Halt> {
    let mut bytes = [0; 32];
    match io::random(&mut bytes) {
        true => Ok(bytes),
        false => Err(Halt::refused(Exit::Files, "K-02", args![]).saved(Saved::Unsaid)),
    }
}

/// Reads a key file.
pub fn read(path: &Path) -> Result<[u8; 32], Halt> {
    let bytes = io::read(path)?;
    let file = || args![file = quoted(&path.to_string_lossy())];
    sealed::read_key(&bytes).ok_or_else(|| Halt::refused(Exit::Input, "K-01", file()))
}
