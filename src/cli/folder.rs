//! A lottery's folder on the disk. Imports `bundle`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt, Saved};
use crate::bundle::{Folder, files};
use crate::io;
use crate::words::catalogue::args;
use crate::words::quoted;
use std::path::Path;

/// Reads the files of a lottery's folder, or of its public tier alone.
pub fn read(path: &Path) -> Result<Folder, Halt> {
    let alone = io::is_public(path);
    let folder = || quoted(&path.to_string_lossy());
    if io::is_folder(path) && !alone && !io::is_folder(&path.join(files::PUBLIC)) {
        return Err(Halt::refused(Exit::Input, "B-01", args![folder = folder()]).saved(Saved::Unsaid));
    }
    if !alone && io::is_link(&path.join(files::PUBLIC)) {
        return Err(Halt::refused(Exit::Files, "B-07", args![folder = folder()]));
    }
    Ok(io::read_lottery(path)?)
}

/// The published line of the lottery in the folder at `path`, if there is one.
pub fn line_of(path: &Path) -> Option<String> {
    let bytes = io::read(&path.join(files::PUBLIC).join(files::COMMITMENT)).ok()?;
    Some(String::from_utf8(bytes).ok()?.trim_end().to_owned())
}
