//! What an act changes in a folder, as data. Imports `bundle`.

use crate::bundle::Folder;
use crate::bundle::chain::Entry;

/// One change. Paths are relative to the lottery's folder, with `/` between parts. Folders on the way to them are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new folder with these files, which is there whole or not at all. `place` ends in `/`; the empty place is the
    /// lottery's folder itself.
    Folder {
        /// Where.
        place: String,
        /// Names below the place, and bytes.
        files: Vec<(String, Vec<u8>)>,
    },
    /// A new file.
    File {
        /// Where.
        path: String,
        /// What.
        bytes: Vec<u8>,
    },
    /// A file gets these bytes, whatever it had: what follows from other files, or must be forgotten.
    Replace {
        /// Where.
        path: String,
        /// What.
        bytes: Vec<u8>,
    },
    /// A file gets another name.
    Move {
        /// Where it is.
        from: String,
        /// Where it will be; nothing is there.
        to: String,
    },
}

/// What is done for good although an act was cut short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// A draw is in its public record.
    Draw {
        /// Its number.
        draw: u32,
        /// The winning ticket.
        ticket: u64,
    },
    /// A trial is in its public record.
    Trial {
        /// Its number.
        trial: u32,
    },
    /// An entry is in the ledger of a programme.
    Entry {
        /// Its number.
        entry: u32,
    },
}

/// Changes of a folder, in the order in which they are made. Whatever moment they stop at, the same act makes the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// The changes, first to last.
    pub steps: Vec<Step>,
    /// What stands once so many of them are made.
    pub stands: Option<(usize, Stands)>,
}

impl Patch {
    /// A lottery's folder with these files.
    pub fn new_folder(folder: &Folder) -> Self {
        let files = folder.iter().map(|(name, bytes)| (name.clone(), bytes.clone())).collect();
        Self { steps: vec![Step::Folder { place: String::new(), files }], stands: None }
    }

    /// One more numbered record.
    pub(super) fn record(entry: &Entry) -> Step {
        let files = entry.files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone())).collect();
        Step::Folder { place: entry.place.clone(), files }
    }

    /// Whether there is nothing to change.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// What stands when so many steps are made and the next fails.
    pub fn saved(&self, made: usize) -> Option<&Stands> {
        self.stands.as_ref().filter(|(steps, _)| made >= *steps).map(|(_, stands)| stands)
    }

    /// Makes the changes in memory.
    pub fn apply_to(&self, folder: &mut Folder) {
        for step in &self.steps {
            match step {
                Step::Folder { place, files } => {
                    folder
                        .extend(files.iter().map(|(name, bytes)| (format!("{place}{name}"), bytes.clone())));
                }
                Step::File { path, bytes } | Step::Replace { path, bytes } => {
                    drop(folder.insert(path.clone(), bytes.clone()))
                }
                Step::Move { from, to } => {
                    if let Some(bytes) = folder.remove(from) {
                        folder.insert(to.clone(), bytes);
                    }
                }
            }
        }
    }
}
