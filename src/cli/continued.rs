//! Which supplement of a lottery counts: the first one, or one that replaces it for a reason. Imports `bundle`, `io`
//! and its siblings.

use super::dossier::{Dossier, damaged};
use super::draw::PROGRAM;
use super::exit::{Exit, Halt};
use super::sources::refused;
use crate::base::digest::Digest;
use crate::bundle::about::Continues;
use crate::bundle::continued::{self, Facts};
use crate::bundle::files;
use crate::draw::RULES;
use crate::io::{self, NewFolder};
use crate::words::{quoted, shown};
use std::path::{Path, PathBuf};

/// The supplements that a lottery names, and why a new one is made if there are any.
pub struct Continuing {
    last: Option<(Facts, Digest)>,
    because: Option<String>,
    /// Whether it can only be the last one again, after an interruption.
    again: bool,
}

impl Continuing {
    /// Of this lottery; `because` is the reason to replace the last supplement.
    pub fn of(dossier: &Dossier, because: Option<String>) -> Result<Self, Halt> {
        let named = continued::read(&dossier.folder).map_err(|file| damaged(&dossier.path, &file))?;
        let last = named.into_iter().next_back();
        if last.is_none() && because.is_some() {
            return Err(refused(
                "T-28",
                "No supplement was made from this lottery yet, so there is none to replace.",
                "Leave out --replace-because.",
            ));
        }
        let again = last.is_some() && because.is_none();
        Ok(Self { last, because, again })
    }

    /// Whether a supplement can only be the same one again, after an interruption.
    pub fn only_again(&self) -> bool {
        self.again
    }

    /// The number of the supplement to be made.
    pub fn number(&self) -> u32 {
        let last = self.last.as_ref().map_or(0, |(facts, _)| facts.continued);
        last + u32::from(!self.again)
    }

    /// Refuses a second supplement that goes on from another draw or list of events than the first. `there` is whether
    /// the folder to make is the last supplement already.
    pub fn admit(&mut self, dossier: &Dossier, record: &str, roster: &str, there: bool) -> Result<(), Halt> {
        let Some((facts, _)) = &self.last else { return Ok(()) };
        // The same replacement for the same reason was cut off; it does not replace itself.
        self.again |= facts.because == self.because && facts.record == record && facts.roster == roster;
        match self.again {
            true if facts.record != record => Err(annulled(facts)),
            true if facts.roster != roster => Err(self.refusal(dossier)),
            // A copy could be drawn from as if nothing had been.
            true if !there && self.beside(dossier).is_some() => Err(self.refusal(dossier)),
            _ => Ok(()),
        }
    }

    /// Whether this is the line of the last supplement.
    pub fn is_last(&self, line: &str) -> bool {
        self.last.as_ref().is_some_and(|(facts, _)| facts.line() == line)
    }

    /// Where the supplement that can only be made again lies, if it is beside the lottery.
    fn beside(&self, dossier: &Dossier) -> Option<PathBuf> {
        let (facts, _) = self.last.as_ref().filter(|_| self.only_again())?;
        io::beside(&dossier.path, files::PUBLIC, files::COMMITMENT, facts.line().as_bytes())
    }

    /// What to know when the supplement is made again: it may have been drawn from already.
    pub fn again(&self) -> Option<String> {
        let (facts, _) = self.last.as_ref().filter(|_| self.only_again())?;
        Some(format!(
            "Check this. This supplement was made before: its line {} is in the record. This is a copy of it, for when \
             the first was lost. If somebody drew from the first, that draw counts and no other.\n",
            facts.line()
        ))
    }

    /// That there is a supplement already, and where to go on.
    pub fn refusal(&self, dossier: &Dossier) -> Halt {
        let Some((facts, _)) = &self.last else { return super::freezing::mistaken() };
        let line = facts.line();
        let there = self.beside(dossier).map(|place| place.to_string_lossy().into_owned());
        let mut details = vec![format!("Its line is {line}.")];
        details.push(match &there {
            Some(there) => format!("It is in {}. Go on from there:", quoted(there)),
            None => "Look for the folder with this line in public/commitment.txt, and go on from there:"
                .to_owned(),
        });
        let folder = there.map_or("FOLDER".to_owned(), |there| shown(&there));
        details.push(format!("  geloot roster {folder} --events NEW-EVENTS.csv"));
        details.push(format!(
            "  geloot draw {folder} --supplement --events NEW-EVENTS.csv --out ANOTHER-FOLDER"
        ));
        details.push(
            "Its list of events starts anew. It knows everybody who has a seat, those of the earlier panel too, and whoever leaves is put down there.".to_owned(),
        );
        details.push("If that supplement was a mistake: --replace-because \"REASON\". Everybody who checks the record will read it.".to_owned());
        details.push("Nothing was drawn and no file was changed.".to_owned());
        let details: Vec<&str> = details.iter().map(String::as_str).collect();
        Halt::said(Exit::Input, "T-27", "This lottery has a supplement already.", &details)
    }

    /// What the lottery's record will say of its new supplement; `None` if it says so already.
    ///
    /// # Errors
    /// There is another one.
    pub fn facts(
        &self,
        dossier: &Dossier,
        goes: &Continues,
        supplement: &str,
    ) -> Result<Option<Facts>, Halt> {
        match &self.last {
            Some((facts, _)) if self.only_again() => match facts.supplement == supplement {
                true => Ok(None),
                false => Err(self.refusal(dossier)),
            },
            last => Ok(Some(Facts {
                because: self.because.clone(),
                commitment: goes.commitment.clone(),
                continued: self.number(),
                previous: last.as_ref().map(|(_, digest)| digest.to_string()),
                program: PROGRAM.to_owned(),
                record: goes.record.clone(),
                roster: goes.roster.clone(),
                rules: RULES,
                supplement: supplement.to_owned(),
            })),
        }
    }
}

/// Writes what the record at `path` says of its supplement, whole or not at all.
pub fn write(path: &Path, facts: &Facts) -> Result<(), Halt> {
    let place = path.join(files::PUBLIC).join(files::CONTINUED);
    io::ensure_folder(&place)?;
    let folder = NewFolder::begin_in(&place.join(facts.continued.to_string()), path)?;
    for (name, bytes) in facts.files() {
        folder.add(name, &bytes)?;
    }
    Ok(folder.finish()?)
}

/// That the supplement there is belongs to a draw that does not count any more.
fn annulled(facts: &Facts) -> Halt {
    let wrong = "This lottery has a supplement already, of a draw that is annulled.";
    Halt::said(
        Exit::Input,
        "T-30",
        wrong,
        &[
            &format!("Its line is {}.", facts.line()),
            "To make one that goes on from the draw that counts, say why: --replace-because \"REASON\". Everybody who checks the record will read it.",
            "Nothing was drawn and no file was changed.",
        ],
    )
}

/// The supplement that counts, if the lottery names one.
pub fn named(dossier: &Dossier) -> Option<Facts> {
    continued::read(&dossier.folder).ok()?.pop().map(|(facts, _)| facts)
}
