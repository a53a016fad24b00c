//! `geloot programme`: assembly after assembly, over years. Imports `assembly`, `io`, `words` and its siblings.

mod add;
mod due;
mod erase;
mod explain;
mod new;
mod page;
mod report;
mod verify;

use super::exit::{Exit, Halt, Saved};
use super::talk::Talk;
use super::{key, told};
use crate::assembly::Blame;
use crate::assembly::programme::{No, Programme};
use crate::bundle::{Folder, files};
use crate::io;
use crate::programme::Day;
use crate::programme::entry;
use crate::words::catalogue::{Lang, args};
use crate::words::{programme, quoted};
use std::path::Path;

/// Keep a programme of assemblies over years: who was in which lottery, who is barred, whose turn a letter is, and whose
/// luck was how good, so that anybody can check it.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    New(new::Args),
    Due(Box<due::Args>),
    Add(Box<add::Args>),
    Report(report::Args),
    Erase(erase::Args),
    Explain(explain::Args),
    Verify(verify::Args),
}

/// Runs the command.
pub fn run(args: &Args, talk: &Talk) -> Result<Exit, Halt> {
    match &args.command {
        Command::New(args) => new::run(args, talk),
        Command::Due(args) => due::run(args, talk),
        Command::Add(args) => add::run(args, talk),
        Command::Report(args) => report::run(args, talk),
        Command::Erase(args) => erase::run(args, talk),
        Command::Explain(args) => explain::run(args, talk),
        Command::Verify(args) => verify::run(args, talk),
    }
}

/// A refusal of the door as the end of a command.
fn halt(lang: Lang, no: No, file: &str) -> Halt {
    match no {
        No::Faults(faults) => Halt::Faults(faults),
        No::Record(refusal) => told::halt(*refusal),
        no => {
            let exit = match no.blame() {
                Blame::Command => Exit::Input,
                Blame::Answer => Exit::No,
                Blame::Record => Exit::Files,
                Blame::Program => Exit::Bug,
            };
            Halt::Said(exit, no.code().unwrap_or_default(), programme::message(lang, &no, file))
        }
    }
}

/// The files of a programme's folder, or of its public part alone; those of salts only where they are wanted.
fn read(path: &Path, salts: bool) -> Result<Folder, Halt> {
    let own = [entry::HEAD, entry::ENTRIES_FOLDER.trim_end_matches('/')];
    let alone = own.iter().all(|name| path.join(name).exists());
    if path.is_dir() && !alone && !path.join(files::PUBLIC).join(entry::ENTRIES_FOLDER).is_dir() {
        let folder = quoted(&path.to_string_lossy());
        return Err(Halt::refused(Exit::Input, "O-22", args![folder = folder]).saved(Saved::NoFile));
    }
    let skip = |name: &str| {
        let first = name.split('/').next().unwrap_or(name);
        let tier = |tier: &str| tier.trim_end_matches('/') == first;
        let other = !alone && !tier(files::PUBLIC) && !tier(files::SEALED);
        other || (!salts && name.starts_with(files::SEALED) && name.ends_with(entry::SALTS))
    };
    let folder = io::read_folder(path, &skip)?;
    if !alone {
        return Ok(folder);
    }
    Ok(folder.into_iter().map(|(name, bytes)| (format!("{}{name}", files::PUBLIC), bytes)).collect())
}

/// A programme with both tiers.
fn open(path: &Path, salts: bool, lang: Lang) -> Result<Programme, Halt> {
    Programme::open(read(path, salts)?).map_err(|no| halt(lang, no, ""))
}

/// A day, as it was given.
fn day(text: &str) -> Result<Day, Halt> {
    let bad = || Halt::refused(Exit::Input, "O-23", args![date = quoted(text)]).saved(Saved::NoFile);
    Day::read(text).ok_or_else(bad)
}

/// 32 random bytes.
fn random() -> Result<[u8; 32], Halt> {
    key::random()
}
