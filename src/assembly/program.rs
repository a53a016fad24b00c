//! What an act writes about itself into a record: the program and a reason. Imports `base`, `register`
//! and refusals.

use super::refusal::Refusal;
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

/// Whether a text holds a telephone number or a mail address.
pub(super) fn reaches(text: &str) -> bool {
    telling(text).iter().any(|what| matches!(what, Telling::Phone | Telling::Mail))
}
