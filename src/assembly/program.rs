//! What an act writes about itself into a record: the program and a reason. Imports `base`, `register`, `pool`,
//! `deliberation` and its siblings.

use super::frozen::Frozen;
use super::refusal::Refusal;
use crate::base::digits::plain_digits;
use crate::base::fault::Place;
use crate::deliberation::wrong::{Found, What};
use crate::pool::named::{Calls, Named};
use crate::register::{Telling, is_personal, telling};
use std::collections::BTreeSet;

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

    /// Which of these texts, that become public, call somebody by a surname that people of this lottery have, or have the id of
    /// somebody in the clerk's list.
    pub fn people_told<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Found {
        let mut texts = texts.into_iter().peekable();
        let mut found = Found::default();
        if texts.peek().is_some() {
            let named = self.named();
            let ids: BTreeSet<&str> = self.codes.iter().map(|it| it.0.as_str()).collect();
            for text in texts {
                if matches!(named.calls(text), Some(Calls::Titled | Calls::Surname)) || named.bare(text) {
                    found.push(What::Surname, Place::default());
                }
                if has_id(text, &ids) {
                    found.push(What::Id, Place::default());
                }
            }
        }
        found
    }
}

/// Whether one of the words of a text is the id of somebody. Of two signs, or without a digit, it can be anything.
fn has_id(text: &str, ids: &BTreeSet<&str>) -> bool {
    let between = |c: char| c.is_whitespace() || ",;:()\"'/".contains(c);
    [text, &plain_digits(text)].into_iter().any(|text| {
        let words = text.split(between).map(|word| word.trim_end_matches(['.', '!', '?']));
        let mut long = words.filter(|it| it.len() > 2 && it.contains(|c: char| c.is_ascii_digit()));
        long.any(|word| ids.contains(word))
    })
}

/// Whether a text holds a telephone number or a mail address.
pub(super) fn reaches(text: &str) -> bool {
    telling(text).iter().any(|what| matches!(what, Telling::Phone | Telling::Mail))
}

/// The same reason where nobody's name is at hand: whatever tells of one person is refused.
pub(super) fn reason_of_letters(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let reason = reason(text)?;
    if reason.as_deref().is_some_and(is_personal) { Err(Refusal::TellingReason) } else { Ok(reason) }
}
