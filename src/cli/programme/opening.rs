//! Opening a programme, and what its acts take from the world: a day and randomness. Imports `assembly`, `programme`, `io` and
//! its parent's siblings.

use crate::assembly::Blame;
use crate::assembly::programme::{No, Programme};
use crate::bundle::{Folder, files};
use crate::cli::exit::{Exit, Halt, Saved};
use crate::cli::{key, told};
use crate::io;
use crate::programme::Day;
use crate::programme::entry;
use crate::programme::ledger::Aside;
use crate::seed::time::Moment;
use crate::words::catalogue::{Lang, args};
use crate::words::{programme, quoted};
use std::path::Path;
use std::sync::Arc;

/// A refusal of the door as the end of a command.
pub(super) fn halt(lang: Lang, no: No, file: &str) -> Halt {
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

/// The day that it is by this computer's clock, where it is latest in the world. The clock only refuses; no byte of a ledger
/// depends on it.
pub(super) fn today() -> Option<Day> {
    const AHEAD: i64 = 14 * 3600;
    Day::parse(Moment::at(io::now() + AHEAD).to_string().split('T').next()?)
}

/// Sealed files that grow with people and letters.
fn is_large(name: &str) -> bool {
    let own = [entry::ROWS, entry::SALTS, entry::PEOPLE, entry::FRAME];
    name.starts_with(files::SEALED) && name.rsplit('/').next().is_some_and(|file| own.contains(&file))
}

/// The files of a programme's folder, or of its public part alone, and where the large ones lie.
pub(super) fn read(path: &Path) -> Result<(Folder, Option<Arc<dyn Aside>>), Halt> {
    let own = [entry::HEAD, entry::ENTRIES_FOLDER.trim_end_matches('/')];
    let alone = own.iter().all(|name| io::exists(&path.join(name)));
    if io::is_folder(path) && !alone && !io::is_folder(&path.join(files::PUBLIC).join(entry::ENTRIES_FOLDER))
    {
        let folder = quoted(&path.to_string_lossy());
        return Err(Halt::refused(Exit::Input, "O-22", args![folder = folder]).saved(Saved::NoFile));
    }
    let skip = |name: &str| {
        let first = name.split('/').next().unwrap_or(name);
        let tier = |tier: &str| tier.trim_end_matches('/') == first;
        let other = !alone && !tier(files::PUBLIC) && !tier(files::SEALED);
        other || (!alone && is_large(name))
    };
    let folder = io::read_folder(path, &skip)?;
    if !alone {
        return Ok((folder, Some(Arc::new(io::Beside(path.to_owned())))));
    }
    let public = folder.into_iter().map(|(name, bytes)| (format!("{}{name}", files::PUBLIC), bytes));
    Ok((public.collect(), None))
}

/// A programme with both tiers.
pub(super) fn open(path: &Path, lang: Lang) -> Result<Programme, Halt> {
    let (folder, aside) = read(path)?;
    Programme::open(folder, aside).map_err(|no| halt(lang, no, ""))
}

/// A day, as it was given.
pub(super) fn day(text: &str) -> Result<Day, Halt> {
    let bad = || Halt::refused(Exit::Input, "O-23", args![date = quoted(text)]).saved(Saved::NoFile);
    Day::read(text).ok_or_else(bad)
}

/// 32 random bytes.
pub(super) fn random() -> Result<[u8; 32], Halt> {
    key::random()
}
