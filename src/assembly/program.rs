//! What an act writes about itself into a record: the program and a reason. Imports `base`, `register`, `pool`,
//! `deliberation` and its siblings.

use super::frozen::Frozen;
use super::refusal::Refusal;
use crate::base::fault::Place;
use crate::deliberation::wrong::{Found, What};
use crate::pool::named::{Calls, Named};
use crate::register::{Telling, telling};

pub use crate::base::rules::PROGRAM;

/// A reason for the record: one line, which becomes public, so that nobody can be reached by it.
pub(super) fn reason(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(line) = text.map(str::trim) else { return Ok(None) };
    if !crate::base::line::is_line(line) {
        return Err(Refusal::Reason);
    }
    if reaches(line) { Err(Refusal::TellingReason) } else { Ok(Some(line.to_owned())) }
}

/// The same of an act on a lottery of which it is known what people are called: one that calls somebody by name, or says
/// where they live, is refused too.
pub(super) fn reason_among(named: &Named, text: Option<&str>) -> Result<Option<String>, Refusal> {
    let reason = reason(text)?;
    reason.as_deref().map_or(Ok(()), |line| calls_nobody(named, line, Place::default()))?;
    Ok(reason)
}

/// Refuses a text that calls somebody of a lottery by name, or says where they live.
pub(super) fn calls_nobody(named: &Named, text: &str, place: Place) -> Result<(), Refusal> {
    if named.calls(text) != Some(Calls::Person) {
        return Ok(());
    }
    let mut found = Found::default();
    found.push(What::Person, place);
    Err(Refusal::Deliberation(Box::new(found)))
}

impl Frozen {
    /// What people of the pool are called, and where they live, in the columns that the clerk kept.
    pub(super) fn named(&self) -> Named {
        let width = self.pool.headings().len();
        let people = (0..self.pool.len())
            .map(|person| (0..width).map(|column| self.pool.cell(person, column)).collect::<Vec<_>>());
        Named::of(self.pool.headings(), people)
    }

    /// A reason for the record of this lottery: one line, by which nobody can be reached or found.
    pub(super) fn reason(&self, text: Option<&str>) -> Result<Option<String>, Refusal> {
        if text.is_none() { Ok(None) } else { reason_among(&self.named(), text) }
    }

    /// Which of these texts, that become public, call somebody by a surname that people of this lottery have.
    pub fn surnames<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Found {
        let mut texts = texts.into_iter().peekable();
        let mut found = Found::default();
        if texts.peek().is_some() {
            let named = self.named();
            let called = texts.filter(|text| named.calls(text) == Some(Calls::Surname));
            called.for_each(|_| found.push(What::Surname, Place::default()));
        }
        found
    }
}

/// Whether a text holds a telephone number or a mail address.
pub(super) fn reaches(text: &str) -> bool {
    telling(text).iter().any(|what| matches!(what, Telling::Phone | Telling::Mail))
}
