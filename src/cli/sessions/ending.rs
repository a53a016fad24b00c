//! What was found in the files of a seat plan, told or as the end of a command. Imports `sessions` and its parent's siblings.

use super::super::exit::{Exit, Halt, Saved};
use super::super::talk::Talk;
use crate::sessions::brief::people::Found;
use crate::words::catalogue::{Args, args};

/// Shows what was found and did not stop the work.
pub fn tell(found: &Found, talk: &Talk) {
    talk.wrongs(found);
}

/// The halt for what was found.
pub fn refuse(found: Found) -> Halt {
    Halt::Seats(Box::new(found), Saved::NoPlan)
}

/// The refusal when we are to blame.
pub fn mistaken() -> Halt {
    refused(Exit::Bug, "S-70", args![])
}

/// A refusal whose words are in the catalogues; nothing was planned.
pub fn refused(exit: Exit, code: &'static str, args: Args) -> Halt {
    Halt::refused(exit, code, args).saved(Saved::NoPlan)
}
