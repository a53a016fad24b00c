//! `geloot programme verify`: every claim about a ledger. Imports `programme`, `words` and its siblings.

use super::opening::read;
use crate::cli::exit::{Exit, Halt, Saved};
use crate::cli::folder;
use crate::cli::talk::Talk;
use crate::programme::claims::{self, Known, Outcome};
use crate::programme::entry;
use crate::words::catalogue::args;
use crate::words::{programme, quoted};
use serde_json::json;
use std::path::PathBuf;

/// Check a ledger, claim by claim, without trusting whoever kept it.
///
/// Works on the public part alone, with the lines that you noted and the public parts of the lotteries; with --sealed on the
/// sealed part too. Ends with 0 when no claim failed and with 1 when one did.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the programme, or its folder "public" alone.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A line as it was noted once; may be given again.
    #[arg(long = "head", value_name = "LINE")]
    heads: Vec<String>,
    /// The folder of a lottery, or its folder "public" alone; may be given again.
    #[arg(long = "record", value_name = "DIR")]
    records: Vec<PathBuf>,
    /// Check the sealed part too.
    #[arg(long)]
    sealed: bool,
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    let lang = talk.lang();
    let heads: Vec<String> = args.heads.iter().map(|head| head.trim().to_owned()).collect();
    if let Some(line) = heads.iter().find(|head| !entry::is_head(head)) {
        return Err(Halt::refused(Exit::Input, "O-25", args![line = quoted(line)]).saved(Saved::NoCheck));
    }
    let (folder, aside) = read(&args.dir)?;
    let record = |path: &PathBuf| Ok((path.to_string_lossy().into_owned(), folder::read(path)?));
    let records = args.records.iter().map(record).collect::<Result<Vec<_>, Halt>>()?;
    let claims =
        claims::verify(&folder, &Known { heads: &heads, records: &records, sealed: args.sealed }, aside);
    talk.show(&programme::report(lang, &claims))?;
    let list = claims.iter().map(|claim| {
        let (outcome, text) = match &claim.outcome {
            Outcome::Pass => ("PASS", None),
            Outcome::Fail(failure) => ("FAIL", Some(programme::failure(lang, failure))),
            Outcome::NotChecked(why) => ("NOT CHECKED", Some(programme::why(lang, *why))),
        };
        json!({
            "claim": claim.id.number(),
            "title": programme::title(lang, claim.id),
            "outcome": outcome,
            "open": matches!(&claim.outcome, Outcome::NotChecked(why) if why.leaves_open()),
            "checked": claim.checked,
            "text": text,
            "remarks": claim.remarks.iter().map(|one| programme::remark(lang, one)).collect::<Vec<_>>(),
        })
    });
    let failed = claims::failed(&claims);
    talk.json(&json!({ "claims": list.collect::<Vec<_>>(), "passed": !failed }))?;
    Ok(if failed { Exit::No } else { Exit::Done })
}
