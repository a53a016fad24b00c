//! From seat plan to reply: charter, topics, ballots, delegates, follow-up. Imports `assembly`, `deliberation`, `words`, `io`
//! and its siblings.

pub mod ballot;
pub mod charter;
pub mod delegates;
pub mod follow;
mod list;
pub mod topics;

use super::exit::Halt;
use super::folder;
use super::talk::Talk;
use super::told::{self, Asked};
use crate::assembly::acts::{Act, Deliberating};
use crate::assembly::{Frozen, Refusal};
use crate::deliberation::sheet::Source;
use crate::io;
use crate::words::catalogue::say;
use std::path::{Path, PathBuf};

/// A file that was read.
struct Loaded {
    name: String,
    bytes: Vec<u8>,
}

impl Loaded {
    fn read(path: &Path) -> Result<Self, Halt> {
        Ok(Self { name: path.to_string_lossy().into_owned(), bytes: io::read(path)? })
    }

    fn maybe(path: Option<&PathBuf>) -> Result<Option<Self>, Halt> {
        path.map(|path| Self::read(path)).transpose()
    }

    fn source(&self) -> Source<'_> {
        Source { name: &self.name, bytes: &self.bytes }
    }
}

/// The record in a folder.
fn open(dir: &Path) -> Result<Frozen, Halt> {
    Frozen::read(folder::read(dir)?).map_err(|refusal| Asked::of(dir).halt(refusal))
}

/// The record with its acts; refusals are told of its folder.
fn deliberating<'a>(frozen: &'a Frozen, dir: &Path) -> Result<Deliberating<'a>, Halt> {
    frozen.deliberating().map_err(|refusal| Asked::of(dir).halt(refusal))
}

fn halted(dir: &Path) -> impl Fn(Refusal) -> Halt {
    let asked = Asked::of(dir);
    move |refusal| asked.halt(refusal)
}

/// Says that the texts of an act become public as they are, before it is saved.
fn public_text(talk: &Talk) -> Result<(), Halt> {
    talk.show(&format!("{}\n", say!(talk.lang(), "act-text-public")))
}

/// Writes an act into the record, and says where it is and what its line is.
fn save(act: &Act, dir: &Path, publish_now: bool, talk: &Talk) -> Result<(), Halt> {
    told::apply(&act.patch, dir)?;
    let number = act.number.to_string();
    let said = match publish_now {
        true => say!(talk.lang(), "act-publish", number = number),
        false => say!(talk.lang(), "act-saved", number = number),
    };
    talk.show(&format!("{said}\n  {}\n", act.line))
}

/// Writes a page to print where that was asked for. Nothing may be there yet.
fn print(path: Option<&PathBuf>, page: Option<Vec<u8>>, talk: &Talk) -> Result<(), Halt> {
    let Some(path) = path else { return Ok(()) };
    let page = page.ok_or_else(|| told::halt(Refusal::Mistaken))?;
    io::write_new(path, &page)?;
    let file = crate::words::shown(&path.to_string_lossy());
    talk.show(&format!("{}\n", say!(talk.lang(), "saved-file", file = file)))
}

/// Refuses to print over a file before anything is saved.
fn vacant(path: Option<&PathBuf>) -> Result<(), Halt> {
    path.map_or(Ok(()), |path| Ok(io::vacant(path)?))
}
