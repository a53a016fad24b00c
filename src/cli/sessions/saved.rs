//! A plan's folder: what is written, and reading it back. Imports `sessions`, `io` and its siblings.

use super::super::exit::Saved::Unsaid;
use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::ending::{mistaken, refuse, tell};
use crate::io::{self, NewFolder};
use crate::sessions::day::seatplan;
use crate::sessions::day::sheets;
use crate::sessions::model::brief::Brief;
use crate::sessions::record::facts::{self, facts};
use crate::sessions::record::verify::{Saved, Unreadable};
use crate::sessions::record::{CHANGES, REPORT_FILE, Record, SEATS_FILE, SEED_FILE};
use crate::sessions::solve::make::{self, Made};
use crate::words::catalogue::args;
use std::path::{Path, PathBuf};

/// The folder of an evening's plan, and the last of its changes if there are any: the plan that counts.
pub fn latest(path: &Path) -> (PathBuf, PathBuf) {
    let root = match path.parent() {
        Some(parent) if parent.ends_with(CHANGES) && numbered(path).is_some() => {
            return (parent.parent().unwrap_or(parent).to_owned(), path.to_owned());
        }
        _ => path.to_owned(),
    };
    let last = changes(&root).last().map(|n| root.join(CHANGES).join(n.to_string()));
    (root, last.unwrap_or_else(|| path.to_owned()))
}

/// The numbers of the changes of a plan, ascending.
pub fn changes(root: &Path) -> Vec<u32> {
    let names = io::names(&root.join(CHANGES)).unwrap_or_default();
    let mut numbers: Vec<u32> = names
        .iter()
        .filter_map(|name| name.strip_suffix('/'))
        .filter_map(|name| name.parse().ok().filter(|n: &u32| *n > 0 && n.to_string() == name))
        .collect();
    numbers.sort_unstable();
    numbers
}

fn numbered(path: &Path) -> Option<u32> {
    path.file_name()?.to_str()?.parse().ok()
}

/// The plan before a change that lies in the folder of its evening.
pub fn before(path: &Path) -> Option<PathBuf> {
    let parent = path.parent().filter(|parent| parent.ends_with(CHANGES))?;
    match numbered(path)? {
        0 | 1 => {
            Some(parent.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned())
        }
        n => Some(parent.join((n - 1).to_string())),
    }
}

/// Writes everything of a plan into a folder in the making.
pub fn write(folder: &NewFolder, brief: &Brief, made: &Made, record: &Record) -> Result<(), Halt> {
    folder.add(SEATS_FILE, &seatplan::write(brief, &made.compiled, &made.plan))?;
    for (name, bytes) in sheets::files(brief, made, record.lang).ok_or_else(mistaken)? {
        folder.add(name, &bytes)?;
    }
    folder.add(make::BRIEF_FILE, &brief.to_bytes())?;
    folder.add(SEED_FILE, &record.to_bytes())?;
    folder.add(REPORT_FILE, &facts::written(&facts(brief, made)))?;
    Ok(())
}

/// Reads a folder written by [`write()`].
pub fn read(path: &Path, talk: &Talk) -> Result<Saved, Halt> {
    // Trouble with the two files that must be there is told as such.
    io::read(&path.join(make::BRIEF_FILE))?;
    io::read(&path.join(SEATS_FILE))?;
    let name = path.join(SEATS_FILE).to_string_lossy().into_owned();
    match Saved::read(&|file| io::read(&path.join(file)).ok(), &name) {
        Ok((saved, found)) => {
            tell(&found, talk);
            Ok(saved)
        }
        Err(Unreadable::Seats(found)) => Err(refuse(*found)),
        Err(Unreadable::Brief | Unreadable::Missing(_)) => {
            Err(Halt::refused(Exit::Input, "S-36", args![]).saved(Unsaid))
        }
    }
}
