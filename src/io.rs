//! Files: whole or not at all, and never over another; and what else a program meets outside itself: streams, a clock,
//! randomness. May import everything but `cli`.
//!
//! Where a computer has a disk there is `disk`. In a browser there is none: `memory` holds the files that the page
//! hands over for one act, under the same names and with the same refusals, and gives back what the act made.

mod apply;
mod beside;
#[cfg(not(target_family = "wasm"))]
mod disk;
#[cfg(any(target_family = "wasm", feature = "page", test))]
#[doc(hidden)]
pub mod memory;
#[cfg(any(target_family = "wasm", feature = "page", test))]
mod part;
#[cfg(not(target_family = "wasm"))]
mod register;
#[cfg(not(target_family = "wasm"))]
mod system;

#[cfg(not(target_family = "wasm"))]
pub use disk::*;
#[cfg(target_family = "wasm")]
pub use memory::*;
#[cfg(not(target_family = "wasm"))]
pub use register::{Disk, Lying, Many};
#[cfg(not(target_family = "wasm"))]
pub use system::*;

pub use beside::Beside;

pub use apply::{Stopped, apply, apply_first, is_public, read_lottery};

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What went wrong with a file, and which.
#[derive(Debug)]
pub struct Trouble {
    /// The file or folder, as named by the user or made from it.
    pub path: PathBuf,
    /// What went wrong.
    pub kind: TroubleKind,
}

/// The ways in which files go wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// There is no such file or folder.
    NotFound,
    /// The user may not read or write there.
    Denied,
    /// A folder where a file is needed.
    IsFolder,
    /// A file where a folder is needed.
    NotFolder,
    /// A device or the like, which may never end.
    NotFile,
    /// Something has this name already, and nothing is ever overwritten.
    Exists,
    /// It would lie in a record of which it is no part.
    InRecord,
    /// The folder in which to write is not there.
    ParentMissing,
    /// The disk is full, or a quota of the disk is used up.
    Full,
    /// The disk cannot be written.
    ReadOnly,
    /// It was written and has its name, but the disk did not confirm that it will keep it.
    Unconfirmed,
    /// Standard output took nothing, for this reason in the words of the operating system.
    NotShown(String),
    /// Anything else, in the words of the operating system.
    Other(String),
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {:?}", self.path.display(), self.kind)
    }
}

impl std::error::Error for Trouble {}

impl Trouble {
    /// The trouble behind an error of the operating system.
    pub fn new(path: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::NotFound => TroubleKind::NotFound,
            ErrorKind::PermissionDenied => TroubleKind::Denied,
            ErrorKind::IsADirectory => TroubleKind::IsFolder,
            ErrorKind::NotADirectory => TroubleKind::NotFolder,
            ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => TroubleKind::Exists,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => TroubleKind::Full,
            ErrorKind::ReadOnlyFilesystem => TroubleKind::ReadOnly,
            _ => TroubleKind::Other(error.to_string()),
        };
        Self { path: path.to_owned(), kind }
    }

    pub(super) fn of(path: &Path, kind: TroubleKind) -> Self {
        Self { path: path.to_owned(), kind }
    }
}
