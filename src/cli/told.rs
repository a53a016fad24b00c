//! A refusal of the door as the end of a command. Imports `assembly`, `io`, `words` and its siblings.

pub use super::asked::{Asked, Told};
use super::exit::Halt;
use crate::assembly::{Patch, Refusal};
use crate::io::{self, Stopped};
use crate::words::refusals::Saved;
use std::path::Path;

impl Asked {
    /// Of the lottery in this folder.
    pub fn of(dir: &Path) -> Self {
        Self { dir: dir.to_string_lossy().into_owned(), ..Self::default() }
    }

    /// Why the command ends.
    pub fn halt(&self, refusal: Refusal) -> Halt {
        Halt::Act(Box::new(Told { refusal, asked: self.clone() }))
    }

    /// Trouble with a file or with showing something, after what was saved before.
    pub fn after(&self, halt: Halt) -> Halt {
        match (halt, &self.saved) {
            (Halt::Trouble(trouble), Some(saved)) => Halt::After(trouble, saved.clone()),
            (halt, _) => halt,
        }
    }
}

/// A refusal that needs no surroundings.
pub fn halt(refusal: Refusal) -> Halt {
    Asked::default().halt(refusal)
}

/// Applies a patch to the folder at `dir`; where that fails, says what of it stands.
pub fn apply(patch: &Patch, dir: &Path) -> Result<(), Halt> {
    io::apply(patch, dir).map_err(|Stopped { trouble, made }| match patch.saved(made) {
        None => trouble.into(),
        Some(stands) => Halt::After(trouble, Saved::Record(stands.clone())),
    })
}
