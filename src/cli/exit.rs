//! How a command ends. Imports `base`, `sessions`, `io`, `words` and its siblings.

use super::asked::Told;
use crate::base::fault::Faults;
use crate::deliberation;
use crate::invite::Wrongs;
use crate::io::Trouble;
use crate::sessions::brief::people::Found;
use crate::words::catalogue::Args;
use crate::words::{Message, refusals};

/// The exit codes; scripts rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done,
    /// The answer is no: quotas that these people cannot meet, a claim that failed.
    No,
    /// Something is wrong with the input or the command.
    Input,
    /// A file cannot be read or written.
    Files,
    /// A mistake in the program.
    Bug,
}

impl Exit {
    /// The code that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::No => 1,
            Exit::Input => 2,
            Exit::Files => 3,
            Exit::Bug => 70,
        }
    }
}

/// Why a command stopped before it was done.
#[derive(Debug)]
pub enum Halt {
    /// Faults of which at least one is of grade Stop.
    Faults(Faults),
    /// A file or folder.
    Trouble(Trouble),
    /// A file or folder, after something was done that stands.
    After(Trouble, refusals::Saved),
    /// An act on an assembly is not done.
    Act(Box<Told>),
    /// What is wrong with the files of a seat plan; at least one thing stops the work.
    Seats(Box<Found>, Saved),
    /// What is wrong with what a deliberation was given; at least one thing stops the work.
    Deliberation(Box<deliberation::wrong::Found>),
    /// What is wrong with a register, a charter or a list of an invitation lottery.
    Letters(Box<Wrongs>),
    /// Anything else whose words are in the catalogues.
    Refused(Box<Refusal>),
    /// Anything else, already in words: exit code, stable code, message.
    Said(Exit, &'static str, Message),
}

/// A refusal of which the catalogues have the words, under its code.
#[derive(Debug)]
pub struct Refusal {
    /// The exit code.
    pub exit: Exit,
    /// The code, which is the key of its sentences.
    pub code: &'static str,
    /// What completes the sentences.
    pub args: Args,
    /// Lines between the first and those of the catalogue, as many as there are things wrong.
    pub lines: Vec<Line>,
    /// What was saved.
    pub saved: Saved,
}

/// A line of a refusal.
#[derive(Debug)]
pub enum Line {
    /// Already in words.
    Said(String),
    /// A sentence of the catalogues with what completes it.
    Of(&'static str, Args),
}

/// What a refusal leaves behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was drawn and no file was changed.
    Nothing,
    /// No file was changed, where nothing was to be drawn.
    NoFile,
    /// Nothing was planned and no file was changed.
    NoPlan,
    /// Nothing was checked and no file was changed.
    NoCheck,
    /// Goes without saying.
    Unsaid,
}

impl From<Trouble> for Halt {
    fn from(trouble: Trouble) -> Self {
        Halt::Trouble(trouble)
    }
}

impl Halt {
    /// A refusal whose words are in the catalogues; nothing was drawn and no file was changed.
    pub fn refused(exit: Exit, code: &'static str, args: Args) -> Self {
        Halt::Refused(Box::new(Refusal { exit, code, args, lines: Vec::new(), saved: Saved::Nothing }))
    }

    /// The same with these lines first, below what is wrong.
    pub fn with_lines(self, lines: Vec<String>) -> Self {
        self.with(lines.into_iter().map(Line::Said).collect())
    }

    /// The same with lines of which some are still to be put in words.
    pub fn with(mut self, lines: Vec<Line>) -> Self {
        if let Halt::Refused(refusal) = &mut self {
            refusal.lines = lines;
        }
        self
    }

    /// The same, which leaves this behind.
    pub fn saved(mut self, saved: Saved) -> Self {
        match &mut self {
            Halt::Refused(refusal) => refusal.saved = saved,
            Halt::Seats(_, own) => *own = saved,
            _ => {}
        }
        self
    }
}
