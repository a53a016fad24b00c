//! A refusal of the door as the end of a command. Imports `assembly`, `io`, `words` and its siblings.

use super::exit::{Exit, Halt};
use super::{charter, clash, sources};
use crate::assembly::{Blame, Patch, Refusal};
use crate::io::{self, Stopped};
use crate::words::catalogue::Lang;
use crate::words::refusals::{self, Around, Saved};
use std::path::{Path, PathBuf};

/// What a command knows besides what it asked for, where its act is refused.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The lottery's folder.
    pub dir: String,
    /// The charter that was given, and the tickets it is for.
    pub charter: Option<(PathBuf, u64)>,
    /// What was saved before.
    pub saved: Option<Saved>,
    /// Where the supplement lies that the lottery has, if it lies beside it.
    pub beside: Option<String>,
}

/// A refusal and its surroundings, to be put in words.
#[derive(Debug)]
pub struct Told {
    refusal: Refusal,
    asked: Asked,
}

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

impl Told {
    /// In words.
    pub fn halt(self, lang: Lang) -> Halt {
        let Asked { dir, charter, saved, beside } = self.asked;
        let (path, tickets) = charter.unwrap_or_default();
        match self.refusal {
            Refusal::Faults(faults) => Halt::Faults(faults),
            Refusal::Deliberation(found) => Halt::Deliberation(found),
            Refusal::Letters(wrongs) => Halt::Letters(wrongs),
            Refusal::Dice { bad, sides } => sources::dice_refused(&bad, sides),
            Refusal::NoLottery(it) => clash::refusal(lang, &it.0, &it.0.profiles(), &it.1),
            Refusal::CannotMeet(ways) => clash::cannot_meet(lang, &ways),
            Refusal::Charter(bad) => charter::refused(&path, &bad, tickets),
            Refusal::Promise(it) => charter::promise_refused(&path, &it.1, &it.0),
            refusal => {
                let message = refusals::message(lang, &refusal, &Around { dir: &dir, saved, beside });
                Halt::Said(exit(refusal.blame()), refusal.code().unwrap_or_default(), message)
            }
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

fn exit(blame: Blame) -> Exit {
    match blame {
        Blame::Command => Exit::Input,
        Blame::Answer => Exit::No,
        Blame::Record => Exit::Files,
        Blame::Program => Exit::Bug,
    }
}
