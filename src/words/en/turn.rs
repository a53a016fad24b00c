//! Faults of lists of events in plain English. Imports `base` and `words`.

use super::did_you_mean;
use crate::base::fault::Turn;
use crate::words::quoted;

/// The sentence after the place, and the lines below it. `cell` is the cell at fault, if one is.
pub(super) fn sentences(what: &Turn, cell: &str) -> (String, Vec<String>) {
    let said = |wrong: &str, details: &[&str]| {
        (wrong.to_owned(), details.iter().map(|&d| d.to_owned()).collect::<Vec<_>>())
    };
    let due = |due: &Option<String>| match due {
        Some(code) => format!("it was the turn of {code}"),
        None => "nobody was to be called then".to_owned(),
    };
    match what {
        Turn::ColumnMissing { column } => (
            format!("there is no column {}.", quoted(column)),
            vec!["A list of events has the headings date, id (or code) and event, and may have reason: 2026-03-01,0042,declined on a line.".into()],
        ),
        Turn::EventUnknown { near } => (
            format!("{} is no event.{}", quoted(cell), did_you_mean(near)),
            vec!["Events are confirmed, declined, withdrew, no-show, corrected and called.".into()],
        ),
        Turn::DateUnreadable => (
            format!("{} is no date.", quoted(cell)),
            vec!["Write 2026-03-01, or 1-3-2026 with the day first; a time may follow, such as 14:05.".into()],
        ),
        Turn::DateOrder => said(
            "this is of an earlier day than the event above it.",
            &["Days stand in the order in which they came, because who is called depends on it. Put the row in its place, or correct the date."],
        ),
        Turn::Unknown => said(
            "there is nobody with this id or code in the lottery.",
            &["Use the id of the pool, or the code. The cell is not shown here because it may be a name."],
        ),
        Turn::NotListed => said(
            "this person was neither drawn nor put in reserve.",
            &["Only members of the panel and reserves can confirm, decline or be called. For others a supplementary draw is needed."],
        ),
        Turn::Excluded => said(
            "this person is out since before this lottery, and has no seat in it.",
            &["Whoever left before a supplement is not drawn again. Leave the row out: what happened before stands in the list of the lottery before."],
        ),
        Turn::Impossible { event, status } => (
            format!("{} cannot be: this person {status}.", quoted(event)),
            vec!["If an earlier event of this person was a mistake, add a row with the event corrected and the reason, and then this one.".into()],
        ),
        Turn::MemberCalled => said("this person was drawn or had a seat before, and only reserves are called.", &["Leave the row out."]),
        Turn::OutOfTurn { due: who, late } => {
            let day = "Whoever leaves on a day counts before the calls of that day, also if it stands below them. If it came in when the call had been made, put it under the next day.";
            let reason = "If it happened so, write the reason in the column reason: it becomes public with the list. Else correct the row.";
            let details = if *late { vec![day, reason] } else { vec![reason] };
            said(&format!("a reserve was called out of turn: {}.", due(who)), &details)
        }
        Turn::CalledForReason { due: who } => (
            format!("a reserve was called out of turn, for the reason given: {}.", due(who)),
            vec!["The reason becomes public with the list. Everybody who checks the record sees it.".into()],
        ),
        Turn::NoReason => said(
            "a correction needs a reason.",
            &["Write in the column reason what was wrong. It becomes public with the list."],
        ),
        Turn::NothingToCorrect => said("there is no event of this person before it that could be corrected.", &[]),
        Turn::Rewritten => said(
            "here the list does not go on from what was published.",
            &[
                "What was published stays: put its rows back as they were, and add new rows below them; a mistake is mended with corrected.",
                "New rows are of the last day that was published, or of later days.",
            ],
        ),
    }
}
