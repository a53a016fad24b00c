//! A plan's folder: what is written, and reading it back. Imports `sessions`, `io` and its siblings.

use super::super::exit::Saved::Unsaid;
use super::super::exit::{Exit, Halt};
use super::super::talk::Talk;
use super::make;
use crate::io::{self, NewFolder};
use crate::sessions::brief::Brief;
use crate::sessions::door::{self, Made};
use crate::sessions::facts::{self, facts};
use crate::sessions::lists;
use crate::sessions::record::{REPORT_FILE, Record, SEATS_FILE, SEED_FILE};
use crate::sessions::seatplan;
use crate::sessions::verify::{Saved, Unreadable};
use crate::words::catalogue::args;
use std::path::Path;

/// Writes everything of a plan into a folder in the making.
pub fn write(folder: &NewFolder, brief: &Brief, made: &Made, record: &Record) -> Result<(), Halt> {
    folder.add(SEATS_FILE, &seatplan::write(brief, &made.compiled, &made.plan))?;
    for (name, bytes) in lists::files(brief, made).ok_or_else(make::mistaken)? {
        folder.add(name, &bytes)?;
    }
    folder.add(door::BRIEF_FILE, &brief.to_bytes())?;
    folder.add(SEED_FILE, &record.to_bytes())?;
    folder.add(REPORT_FILE, &facts::written(&facts(brief, made)))?;
    Ok(())
}

/// Reads a folder written by [`write()`].
pub fn read(path: &Path, talk: &Talk) -> Result<Saved, Halt> {
    // Trouble with the two files that must be there is told as such.
    io::read(&path.join(door::BRIEF_FILE))?;
    io::read(&path.join(SEATS_FILE))?;
    let name = path.join(SEATS_FILE).to_string_lossy().into_owned();
    match Saved::read(&|file| io::read(&path.join(file)).ok(), &name) {
        Ok((saved, found)) => {
            make::tell(&found, talk);
            Ok(saved)
        }
        Err(Unreadable::Seats(found)) => Err(make::refuse(*found)),
        Err(Unreadable::Brief | Unreadable::Missing(_)) => {
            Err(Halt::refused(Exit::Input, "S-36", args![]).saved(Unsaid))
        }
    }
}
