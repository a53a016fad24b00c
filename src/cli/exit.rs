//! How a command ends. Imports `base`, `sessions`, `io`, `words` and its siblings.

use super::json;
use super::talk::Talk;
use crate::base::fault::{Blame, Faults};
use crate::io::{Trouble, TroubleKind};
use crate::sessions::brief::people::Found;
use crate::words::{Message, quoted};
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
    /// A file or folder, after something was done that stands: what, in words.
    After(Trouble, String),
    /// What is wrong with the files of a seat plan; at least one thing stops the work.
    Seats(Box<Found>, &'static str),
    /// Anything else, already in words: exit code, stable code, message.
    Said(Exit, &'static str, Message),
}

impl From<Trouble> for Halt {
    fn from(trouble: Trouble) -> Self {
        Halt::Trouble(trouble)
    }
}

impl Halt {
    /// A refusal in words: `wrong` says what and where, `details` what can be done.
    pub fn said(exit: Exit, code: &'static str, wrong: &str, details: &[&str]) -> Self {
        let headline = format!("Stop. {wrong}  [{code}]");
        Halt::Said(exit, code, Message { headline, details: details.iter().map(|&d| d.to_owned()).collect() })
    }

    /// The same, after something was done that stands: says what instead of that nothing was changed.
    pub fn after(self, stands: &str) -> Self {
        match self {
            Halt::Trouble(trouble) => Halt::After(trouble, stands.to_owned()),
            Halt::Said(exit, code, mut message) => {
                for detail in &mut message.details {
                    let cut = NOTHING.iter().find_map(|nothing| detail.strip_suffix(nothing));
                    *detail = cut.unwrap_or(detail).trim_end().to_owned();
                }
                message.details.retain(|detail| !detail.is_empty());
                message.details.push(stands.to_owned());
                Halt::Said(exit, code, message)
            }
            other => other,
        }
    }

    /// Tells the user, and gives the exit code. With `--json` the object on standard output holds
    /// `faults` or `error`.
    pub fn tell(self, talk: &Talk) -> Exit {
        let (exit, object) = match self {
            Halt::Faults(faults) => {
                talk.faults(&faults);
                if faults.iter().any(|fault| fault.code().starts_with("A-"))
                    && faults.blame() == Some(Blame::Answer)
                {
                    talk.say("\"geloot repair\", with the same files, shows the cheapest ways out.\n");
                }
                let exit = if faults.blame() == Some(Blame::Answer) { Exit::No } else { Exit::Input };
                (exit, json!({ "faults": json::faults(&faults) }))
            }
            Halt::Trouble(trouble) => {
                let (code, message) = file_trouble(&trouble, None);
                (Exit::Files, error(talk, code, &message))
            }
            Halt::After(trouble, stands) => {
                let (code, message) = file_trouble(&trouble, Some(&stands));
                (Exit::Files, error(talk, code, &message))
            }
            Halt::Seats(found, nothing) => {
                talk.wrongs(&found);
                talk.refused(nothing);
                let answer = !found.faults.stop() && found.wrongs.blame() == Some(Blame::Answer);
                let exit = if answer { Exit::No } else { Exit::Input };
                (exit, json!({ "faults": json::found(&found) }))
            }
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

/// How a refusal says that nothing was changed.
const NOTHING: [&str; 2] = ["Nothing was drawn and no file was changed.", "No file was changed."];

/// Trouble with a file in words, with its stable code. `stands`: what was done before and stays.
fn file_trouble(trouble: &Trouble, stands: Option<&str>) -> (&'static str, Message) {
    let mut state = stands.unwrap_or(NOTHING[1]);
    if trouble.kind == TroubleKind::Unconfirmed && stands.is_none() {
        state = "It is there, and whole as far as this program can see.";
    }
    let name = quoted(&trouble.path.to_string_lossy());
    let (code, wrong, way_out): (_, String, &str) = match &trouble.kind {
        TroubleKind::NotFound => (
            "F-01",
            format!("There is no file or folder {name}."),
            match trouble.path.extension() {
                Some(_) => "Check the name, and the folder you are in.",
                None => {
                    "Check the name, and the folder you are in. The name of a list may end in .csv though that is not shown."
                }
            },
        ),
        TroubleKind::Denied => (
            "F-02",
            format!("You may not open {name}, or another program has it open."),
            "Close it in the spreadsheet, or ask whoever manages this computer for the right to it.",
        ),
        TroubleKind::IsFolder => {
            ("F-03", format!("{name} is a folder, and a file is needed."), "Give the name of a file in it.")
        }
        TroubleKind::NotFolder => {
            ("F-04", format!("{name} is a file, and a folder is needed."), "Give another name.")
        }
        TroubleKind::Exists => (
            "F-05",
            format!("{name} is there already, and nothing is ever overwritten."),
            "Give another name, or move what is there away first.",
        ),
        TroubleKind::ParentMissing => (
            "F-06",
            format!("There is no folder {name} to write in."),
            "Make the folder first, or give another place.",
        ),
        TroubleKind::Full => (
            "F-07",
            format!("The disk is full; {name} could not be written."),
            "Make room, and give the command again.",
        ),
        TroubleKind::ReadOnly => (
            "F-08",
            format!("The disk on which {name} would be cannot be written."),
            "Give a place on another disk.",
        ),
        TroubleKind::Unconfirmed => (
            "F-10",
            format!("{name} was written, but the disk did not confirm it."),
            "Copy it to another disk, and look whether it is still there tomorrow.",
        ),
        TroubleKind::NotShown(words) => (
            "F-11",
            format!("The answer could not be written to standard output: {}.", crate::words::shown(words)),
            "Give the command again without sending its answer elsewhere, or make room there.",
        ),
        TroubleKind::Other(words) => (
            "F-09",
            format!("{name} could not be read or written: {}.", crate::words::shown(words)),
            "If it is on a network disk or a USB stick, check that it is still there.",
        ),
    };
    let mut details = vec![way_out.to_owned(), state.to_owned()];
    if let (TroubleKind::NotShown(_), None) = (&trouble.kind, stands) {
        details[1] =
            "A file that the command makes may be there already. Look first: nothing is ever overwritten."
                .into();
    }
    (code, Message { headline: format!("Stop. {wrong}  [{code}]"), details })
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
            .map(|kind| file_trouble(&Trouble::new(Path::new("lijst.csv"), &Error::from(kind)), None))
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
