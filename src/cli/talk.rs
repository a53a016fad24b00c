//! What goes to the terminal and where: data to standard output, talk to standard error. Imports
//! `base`, `sessions`, `words` and `cli::exit`.

use super::exit::Halt;
use crate::base::fault::{Faults, Grade};
use crate::deliberation;
use crate::invite::Wrongs;
use crate::io::{self, Bar, Trouble, TroubleKind};
use crate::sessions::brief::people::Found;
use crate::words::catalogue::{Lang, say};
use crate::words::{self, Message, faults, invite, sessions};
use serde_json::Value;

/// How this run talks.
#[derive(Clone, Copy, Debug)]
pub struct Talk {
    lang: Lang,
    json: bool,
    quiet: bool,
    details: bool,
}

impl Talk {
    /// With the global flags.
    pub fn new(lang: Lang, json: bool, quiet: bool) -> Self {
        Self { lang, json, quiet, details: false }
    }

    /// The same; whether it also shows what only a specialist asks for.
    pub fn with_details(self, details: bool) -> Self {
        Self { details, ..self }
    }

    /// Whether it also shows what only a specialist asks for.
    pub fn details(&self) -> bool {
        self.details
    }

    /// The language of this run.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The same, without JSON: for a refusal after the object has been written.
    pub fn without_json(&self) -> Self {
        Self { json: false, ..*self }
    }

    /// Whether the answer is one JSON object.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Data for people, to standard output; nothing with `--json`.
    pub fn show(&self, text: &str) -> Result<(), Halt> {
        if self.json { Ok(()) } else { out(text) }
    }

    /// The answer as JSON, to standard output; nothing without `--json`. Keys are sorted.
    pub fn json(&self, answer: &Value) -> Result<(), Halt> {
        // In a browser it goes to the page, beside what is shown.
        if io::answer(answer) || !self.json { Ok(()) } else { out(&format!("{answer:#}\n")) }
    }

    /// A remark to standard error; nothing with `--quiet`.
    pub fn say(&self, text: &str) {
        if !self.quiet {
            io::say(text);
        }
    }

    /// What somebody must look at, to standard error, also with `--quiet`.
    pub fn warn(&self, text: &str) {
        io::say(text);
    }

    /// Faults to standard error; with `--quiet` no notes.
    pub fn faults(&self, faults: &Faults) {
        io::say(&faults::report_of(self.lang, faults, self.grades()));
    }

    /// What was found in the files of a seat plan; with `--quiet` no notes.
    pub fn wrongs(&self, found: &Found) {
        io::say(&faults::blocks(self.lang, &found.faults, self.grades()));
        io::say(&sessions::report(self.lang, &found.wrongs, self.grades()));
    }

    /// What was found in the files of a deliberation; with `--quiet` no notes.
    pub fn deliberation(&self, found: &deliberation::wrong::Found) {
        io::say(&faults::blocks(self.lang, &found.faults, self.grades()));
        io::say(&words::deliberation::report(self.lang, found, self.grades()));
    }

    /// What was found in the files of an invitation lottery; with `--quiet` no notes.
    pub fn letters(&self, wrongs: &Wrongs) {
        io::say(&invite::report(self.lang, wrongs, self.grades()));
    }

    /// Problems are always shown: what stops the work, and what somebody must look at.
    fn grades(&self) -> &'static [Grade] {
        if self.quiet { &[Grade::Stop, Grade::Check] } else { &[Grade::Stop, Grade::Check, Grade::Note] }
    }

    /// What a list of faults ends with.
    pub fn refused(&self, nothing: &str) {
        io::say(&format!("{nothing} {}\n", say!(self.lang, "not-clear")));
    }

    /// A refusal to standard error, also with `--quiet`.
    pub fn stop(&self, message: &Message) {
        io::say(&message.block());
    }

    /// A bar for work of `length` steps; hidden in a pipe and with `--quiet`. Set its message for words beside it.
    pub fn progress(&self, length: u64) -> Bar {
        Bar::new(length, !self.quiet)
    }
}

fn out(text: &str) -> Result<(), Halt> {
    io::show(text).map_err(|error| {
        let kind = TroubleKind::NotShown(error.kind().to_string());
        Trouble { path: "standard output".into(), kind }.into()
    })
}
