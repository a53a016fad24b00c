//! `geloot key`: a secret key for the codes. Imports `bundle`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::talk::Talk;
use crate::bundle::sealed;
use crate::io;
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
    let mut key = [0; 32];
    getrandom::fill(&mut key).map_err(|_| {
        Halt::said(
            Exit::Files,
            "K-02",
            "This computer's system gave no random numbers.",
            &["Make the key on another computer. No file was changed."],
        )
    })?;
    let text = sealed::key(&key);
    let Some(out) = &args.out else {
        let digits = String::from_utf8_lossy(&text);
        talk.show(&digits)?;
        talk.json(&json!({ "key": digits.trim_end() }))?;
        return Ok(Exit::Done);
    };
    io::write_secret(out, &text)?;
    let name = out.to_string_lossy();
    talk.show(&format!(
        "Saved: a key in {}. It is a secret: whoever has it and the list of people can tell whose code is whose.\n",
        shown(&name)
    ))?;
    talk.json(&json!({ "key_file": name }))?;
    Ok(Exit::Done)
}

/// Reads a key file.
pub fn read(path: &Path) -> Result<[u8; 32], Halt> {
    let bytes = io::read(path)?;
    sealed::read_key(&bytes).ok_or_else(|| {
        Halt::said(
            Exit::Input,
            "K-01",
            &format!("{} is not a key.", quoted(&path.to_string_lossy())),
            &[
                "A key file holds 64 digits 0 to 9 and letters a to f. Make one with \"geloot key --out FILE\".",
                "Nothing was drawn and no file was changed.",
            ],
        )
    })
}
