//! A command that stopped tells why, and gives its exit code. Imports `assembly`, `base`, `io`, `words` and its siblings.

use super::asked::{Asked, Told};
use super::exit::{Exit, Halt, Line, Refusal as Refused, Saved};
use super::talk::Talk;
use super::{charter, conflict, json, sources};
use crate::assembly::{self, Refusal};
use crate::base::fault::{Blame, Grade};
use crate::io::{Trouble, TroubleKind};
use crate::words::catalogue::{Lang, args, block, say, sentence};
use crate::words::faults::headline;
use crate::words::parts::with_moments;
use crate::words::refusals::{self, Around};
use crate::words::{Message, quoted, shown};
use serde_json::json;

impl Halt {
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
                // The place is the command's mistake, not the disk's.
                let exit = if trouble.kind == TroubleKind::InRecord { Exit::Input } else { Exit::Files };
                (exit, error(talk, code, &message))
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

impl Refused {
    /// In words.
    fn message(&self, lang: Lang) -> Message {
        let (wrong, details) = block(lang, self.code, &with_moments(lang, &self.args));
        let lines = self.lines.iter().map(|line| line.in_words(lang));
        let details = lines.chain(details).chain(self.saved.in_words(lang));
        Message { headline: headline(lang, Grade::Stop, &wrong, self.code), details: details.collect() }
    }
}

impl Line {
    fn in_words(&self, lang: Lang) -> String {
        match self {
            Line::Said(text) => text.clone(),
            Line::Of(key, args) => sentence(lang, key, &with_moments(lang, args)),
        }
    }
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
            Refusal::NoLottery(it) => conflict::refusal(lang, &it.0, &it.0.profiles(), &it.1),
            Refusal::CannotMeet(ways) => conflict::cannot_meet(lang, &ways),
            Refusal::Charter(bad) => charter::refused(&path, &bad, tickets),
            Refusal::Promise(it) => charter::promise_refused(&path, &it.1, &it.0),
            refusal => {
                let message = refusals::message(lang, &refusal, &Around { dir: &dir, saved, beside });
                Halt::Said(exit(refusal.blame()), refusal.code().unwrap_or_default(), message)
            }
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
        TroubleKind::NotFile => ("F-12", args![name = name()]),
        TroubleKind::Exists => ("F-05", args![name = name()]),
        TroubleKind::InRecord => ("F-13", args![name = name()]),
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

fn exit(blame: assembly::Blame) -> Exit {
    match blame {
        assembly::Blame::Command => Exit::Input,
        assembly::Blame::Answer => Exit::No,
        assembly::Blame::Record => Exit::Files,
        assembly::Blame::Program => Exit::Bug,
    }
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
