//! A lottery's folder on the disk. Imports `bundle`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use crate::bundle::{Folder, files};
use crate::io;
use crate::words::quoted;
use std::path::Path;

/// Reads the files of a lottery's folder, or of its public tier alone.
pub fn read(path: &Path) -> Result<Folder, Halt> {
    let alone = io::is_public(path);
    if path.is_dir() && !alone && !path.join(files::PUBLIC).is_dir() {
        return Err(Halt::said(
            Exit::Input,
            "B-01",
            &format!("{} is not the folder of a lottery.", quoted(&path.to_string_lossy())),
            &[
                "The folder that \"geloot lottery\" makes has a folder \"public\" in it with a file manifest.txt.",
                "Give the name of that folder. No file was changed.",
            ],
        ));
    }
    if !alone && io::is_link(&path.join(files::PUBLIC)) {
        return Err(Halt::said(
            Exit::Files,
            "B-07",
            &format!(
                "\"public\" in {} is a link to another place, and a record has none.",
                quoted(&path.to_string_lossy())
            ),
            &[
                "What it leads to can be changed without the record knowing. Put the folder itself there.",
                "Nothing was drawn and no file was changed.",
            ],
        ));
    }
    Ok(io::read_lottery(path)?)
}

/// The published line of the lottery in the folder at `path`, if there is one.
pub fn line_of(path: &Path) -> Option<String> {
    let bytes = io::read(&path.join(files::PUBLIC).join(files::COMMITMENT)).ok()?;
    Some(String::from_utf8(bytes).ok()?.trim_end().to_owned())
}
