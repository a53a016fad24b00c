//! How a command ends. Imports `base`, `sessions`, `io`, `words` and its siblings.

use super::json;
use super::talk::Talk;
use super::told::Told;
use crate::base::fault::{Blame, Faults, Grade};
use crate::deliberation;
use crate::invite::Wrongs;
use crate::io::{Trouble, TroubleKind};
use crate::sessions::brief::people::Found;
use crate::words::catalogue::{Args, Lang, args, block, say, sentence};
use crate::words::faults::headline;
use crate::words::{Message, quoted, refusals, shown};
use serde_json::json;

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

impl Line {
    fn in_words(&self, lang: Lang) -> String {
        match self {
            Line::Said(text) => text.clone(),
            Line::Of(key, args) => sentence(lang, key, args),
        }
    }
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

impl Saved {
    /// In words; nothing where it goes without saying.
    pub fn in_words(&self, lang: Lang) -> Option<String> {
        match self {
            Saved::Nothing => Some(say!(lang, "nothing-drawn")),
            Saved::NoFile => Some(say!(lang, "nothing-changed")),
            Saved::NoPlan => Some(say!(lang, "nothing-planned")),
            Saved::NoCheck => Some(say!(lang, "nothing-checked")),
            Saved::Unsaid => None,
        }
    }
}

impl Refusal {
    /// In words.
    fn message(&self, lang: Lang) -> Message {
        let (wrong, details) = block(lang, self.code, &self.args);
        let lines = self.lines.iter().map(|line| line.in_words(lang));
        let details = lines.chain(details).chain(self.saved.in_words(lang));
        Message { headline: headline(lang, Grade::Stop, &wrong, self.code), details: details.collect() }
    }
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

    /// Tells the user, and gives the exit code. With `--json` the object on standard output holds
    /// `faults` or `error`.
    pub fn tell(self, talk: &Talk) -> Exit {
        let lang = talk.lang();
        let (exit, object) = match self {
            Halt::Faults(faults) => {
                talk.faults(&faults);
                if faults.iter().any(|fault| fault.code().starts_with("A-"))
                    && faults.blame() == Some(Blame::Answer)
                {
                    talk.say(&format!("{}\n", say!(lang, "repair-shows")));
                }
                let exit = if faults.blame() == Some(Blame::Answer) { Exit::No } else { Exit::Input };
                (exit, json!({ "faults": json::faults(lang, &faults) }))
            }
            Halt::Trouble(trouble) => {
                let (code, message) = file_trouble(lang, &trouble, None);
                (Exit::Files, error(talk, code, &message))
            }
            Halt::Act(told) => return told.halt(lang).tell(talk),
            Halt::After(trouble, saved) => {
                let stands = refusals::saved(lang, &saved);
                let (code, message) = file_trouble(lang, &trouble, Some(&stands));
                (Exit::Files, error(talk, code, &message))
            }
            Halt::Seats(found, nothing) => {
                talk.wrongs(&found);
                talk.refused(&nothing.in_words(lang).unwrap_or_default());
                let answer = !found.faults.stop() && found.wrongs.blame() == Some(Blame::Answer);
                let exit = if answer { Exit::No } else { Exit::Input };
                (exit, json!({ "faults": json::found(lang, &found) }))
            }
            Halt::Deliberation(found) => {
                talk.deliberation(&found);
                talk.refused(&say!(lang, "nothing-changed"));
                let exit = if found.blame() == Some(Blame::Answer) { Exit::No } else { Exit::Input };
                (exit, json!({ "faults": json::deliberation(lang, &found) }))
            }
            Halt::Letters(wrongs) => {
                talk.letters(&wrongs);
                talk.refused(&Saved::Nothing.in_words(lang).unwrap_or_default());
                (Exit::Input, json!({ "faults": json::letters(lang, &wrongs) }))
            }
            Halt::Refused(refusal) => (refusal.exit, error(talk, refusal.code, &refusal.message(lang))),
            Halt::Said(exit, code, message) => (exit, error(talk, code, &message)),
        };
        match talk.json(&object) {
            Ok(()) => exit,
            Err(_) => Exit::Files,
        }
    }
}

fn error(talk: &Talk, code: &str, message: &Message) -> serde_json::Value {
    talk.stop(message);
    json!({ "error": { "code": code, "text": message.headline, "details": message.details } })
}

/// Trouble with a file in words, with its stable code. `stands`: what was done before and stays.
fn file_trouble(lang: Lang, trouble: &Trouble, stands: Option<&str>) -> (&'static str, Message) {
    let name = || quoted(&trouble.path.to_string_lossy());
    let (code, args) = match &trouble.kind {
        TroubleKind::NotFound => {
            let ending = if trouble.path.extension().is_some() { "yes" } else { "no" };
            ("F-01", args![name = name(), ending = ending])
        }
        TroubleKind::Denied => ("F-02", args![name = name()]),
        TroubleKind::IsFolder => ("F-03", args![name = name()]),
        TroubleKind::NotFolder => ("F-04", args![name = name()]),
        TroubleKind::Exists => ("F-05", args![name = name()]),
        TroubleKind::ParentMissing => ("F-06", args![name = name()]),
        TroubleKind::Full => ("F-07", args![name = name()]),
        TroubleKind::ReadOnly => ("F-08", args![name = name()]),
        TroubleKind::Unconfirmed => ("F-10", args![name = name()]),
        TroubleKind::NotShown(words) => ("F-11", args![words = shown(words)]),
        TroubleKind::Other(words) => ("F-09", args![name = name(), words = shown(words)]),
    };
    let (wrong, mut details) = block(lang, code, &args);
    details.push(match (stands, &trouble.kind) {
        (Some(stands), _) => stands.to_owned(),
        (None, TroubleKind::Unconfirmed) => say!(lang, "it-is-there"),
        (None, TroubleKind::NotShown(_)) => say!(lang, "may-be-there"),
        (None, _) => say!(lang, "nothing-changed"),
    });
    (code, Message { headline: headline(lang, Grade::Stop, &wrong, code), details })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    #[test]
    fn every_trouble_has_words_and_a_code() {
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::AlreadyExists,
            ErrorKind::StorageFull,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::TimedOut,
        ];
        let mut codes: Vec<_> = kinds
            .map(|kind| {
                file_trouble(Lang::En, &Trouble::new(Path::new("lijst.csv"), &Error::from(kind)), None)
            })
            .into_iter()
            .map(|(code, message)| {
                assert!(
                    message.headline.contains("\"lijst.csv\"")
                        && message.headline.ends_with(&format!("[{code}]"))
                );
                code
            })
            .collect();
        codes.dedup();
        assert_eq!(codes.len(), kinds.len());
    }
}
