//! What an act writes about itself into a record: the program and a reason. Imports `base` and refusals.

use super::refusal::Refusal;

pub use crate::base::rules::PROGRAM;

/// A reason for the record: one line.
pub(super) fn reason(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let Some(line) = text.map(str::trim) else { return Ok(None) };
    if crate::base::line::is_line(line) { Ok(Some(line.to_owned())) } else { Err(Refusal::Reason) }
}
