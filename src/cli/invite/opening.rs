//! Opening the record of an invitation lottery. Imports `assembly`, `invite`, `io` and its parent's siblings.

use crate::assembly::invite::{Invitation, Stop};
use crate::bundle::files;
use crate::cli::exit::{Exit, Halt, Saved};
use crate::cli::told::Asked;
use crate::invite::tables::names;
use crate::io::{self, Lying, Trouble};
use crate::words::catalogue::args;
use crate::words::quoted;
use std::path::Path;

/// Why an act ended; trouble is with this file.
pub fn halt(stop: Stop, asked: &Asked, file: &Path) -> Halt {
    match stop {
        Stop::Refused(refusal) => asked.halt(refusal),
        Stop::Trouble(error) => Trouble::new(file, &error).into(),
    }
}

/// The invitation lottery in a folder, of which the claims hold.
pub fn open(dir: &Path) -> Result<Invitation, Halt> {
    let folder = crate::cli::folder::read(dir)?;
    Invitation::open(folder).map_err(|stop| halt(stop, &Asked::of(dir), dir))
}

/// The same for whoever changes it or goes on from it: of the public part alone nothing can.
pub fn open_whole(dir: &Path) -> Result<Invitation, Halt> {
    if io::is_public(dir) {
        // "public" typed as the folder, whatever stands before it.
        let above = dir.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let told = args![folder = quoted(&dir.to_string_lossy()), above = quoted(&above.to_string_lossy())];
        return Err(Halt::refused(Exit::Input, "Y-152", told).saved(Saved::Nothing));
    }
    open(dir)
}

/// The sealed list of people, where it is here.
pub fn people(dir: &Path) -> Result<Option<Lying>, Halt> {
    let path = dir.join(files::SEALED).join(names::PERSONS);
    if !io::is_file(&path) || io::is_link(&path) {
        return Ok(None);
    }
    Ok(Some(Lying::open(&path)?))
}
