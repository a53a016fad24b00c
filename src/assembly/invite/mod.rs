//! The door of the first lottery: one invitation lottery, and every act on it. Imports `bundle`, `invite`, `verify` and its
//! parent.
//!
//! ```text
//! frame ─> Invitation ─ draw ─> list ─ waves, codes, answers
//!              └─── trial, redraw; the same with what a database wrote (take)
//! ```
//!
//! Registers and the sealed list of people are read where they lie, so an act may also end with trouble of the system.

mod account;
mod after;
mod draw;
mod explain;
mod frame;
mod take;

pub use account::{LettersAccount, with_letters};
pub use after::Waved;
pub use draw::{Drawing, People};
pub use explain::Found;
pub use frame::{Framed, Framing, Making, Response, Sealing};
pub use take::{Table, Tables};

use super::refusal::Refusal;
use crate::base::errors;
use crate::bundle::Folder;
use crate::bundle::files;
use crate::invite::Wrongs;
use crate::invite::public::Public;
pub use crate::invite::record::is_invitation;
use crate::verify::Outcome;
use crate::verify::invite::{self as claims, Id};
use std::io;

/// Why an act is not done, or what the system says.
#[derive(Debug)]
pub enum Stop {
    /// Why not.
    Refused(Refusal),
    /// Trouble with a register or with the list of people.
    Trouble(io::Error),
}

errors!(Stop);

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Trouble(error)
    }
}

impl From<Wrongs> for Stop {
    fn from(wrongs: Wrongs) -> Self {
        Self::Refused(Refusal::Letters(Box::new(wrongs)))
    }
}

/// An invitation lottery, read from its folder.
pub struct Invitation {
    /// All files of the record and the clerk's list.
    pub folder: Folder,
    /// The public part.
    pub public: Public,
}

impl Invitation {
    /// The invitation lottery in `folder`, of which every claim that needs no list of people holds: for whoever goes on with
    /// it.
    ///
    /// # Errors
    /// The claim that fails, or the file that cannot be read.
    pub fn open(folder: Folder) -> Result<Self, Stop> {
        if !is_invitation(&folder) {
            return Err(Refusal::NotLetters.into());
        }
        let report = claims::verify(&folder, &claims::Known::default())?;
        // What an interruption left undone is mended by the same act; another source than the declared one is told.
        let mends = [Id::Source, Id::Letters];
        let failed = report
            .claims
            .into_iter()
            .find(|claim| matches!(claim.claim.outcome, Outcome::Fail(_)) && !mends.contains(&claim.id));
        if let Some(claim) = failed {
            return Err(Refusal::LettersChanged { claim: Box::new(claim) }.into());
        }
        let public = Public::read(&folder).map_err(|unreadable| Refusal::public(unreadable.file))?;
        Ok(Self { folder, public })
    }

    /// The secret of the frame.
    ///
    /// # Errors
    /// It is not here.
    pub fn secret(&self) -> Result<[u8; 32], Refusal> {
        let file = format!("{}{}", files::SEALED, files::KEY);
        let bytes = self.folder.get(&file).ok_or(Refusal::NotSealedHere { file })?;
        crate::bundle::sealed::read_key(bytes).ok_or_else(|| Refusal::sealed(files::KEY))
    }
}
