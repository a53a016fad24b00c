//! Faults of people, their ids and homes, and of lists of people, in plain English. Imports `base` and `words`.

use super::{ALIKE, capital, did_you_mean_heading, list, names, rows};
use crate::base::fault::{Fault, Held, Rows, Seems, What};
use crate::words::{number, quoted, shown};

/// The sentence after the place, and the lines below it.
pub(super) fn sentences(fault: &Fault) -> (String, Vec<String>) {
    let several = fault.place.rows.count() != 1;
    match &fault.what {
        What::IdsAlike { excluded } => (
            "these ids look alike, but differ.".into(),
            excluded_too(excluded, vec![
                ALIKE.into(),
                "If they are one person, that person has a chance for each row: keep one of them.".into(),
            ]),
        ),
        What::OnePerson { same, excluded } => (
            format!("these rows look like one person, with the same {}.", names(same)),
            excluded_too(excluded, vec![
                "One person in several rows has a chance for each of them. If they are one, keep one row.".into(),
            ]),
        ),
        What::AgesForBands { feature, held, low, high, bands } => (
            match held {
                Held::Ages => format!("this column holds numbers, {low} to {high}, and the quotas have bands of {}.", quoted(feature)),
                Held::Dates => format!("this column holds dates, {low} to {high}, and the quotas have bands of {}.", quoted(feature)),
                Held::Years => format!("this column holds years, {low} to {high}, and the quotas have bands of {}.", quoted(feature)),
            },
            vec![
                format!("The quotas have {}.", names(bands)),
                format!("Everybody needs the band in which their age lies, in a column {}: make it in the spreadsheet.", quoted(feature)),
            ],
        ),
        What::PlainLot { mirrored } => (
            "There are no quotas: this is a plain lot.".into(),
            match mirrored {
                0 => vec!["Nothing but chance decides, and the panel may differ from the pool in any way.".into()],
                _ => vec!["No number is asked of any value, and each has its share of the seats as nearly as can be.".into()],
            },
        ),
        What::ColumnUnused { seems } => match seems {
            Seems::Weight => ("this column is not used: there are no weights.".into(), vec![]),
            Seems::Excluded => (
                "this column is not used: nobody is left out because of it.".into(),
                vec!["To leave people out, give a list of them, with a ground for each, after --exclude.".into()],
            ),
            Seems::Confirmed => (
                "this column is not used: nobody has a seat because of it.".into(),
                vec!["To give people their seats, give a list of them after --include.".into()],
            ),
        },
        What::AddressColumnMissing { near } => (
            format!("there is no such column.{}", did_you_mean_heading(near)),
            vec!["Give the headings of the columns with addresses after --household, with commas between them.".into()],
        ),
        What::NoAddresses => (
            "nobody has an address there, so the household rule changes nothing.".into(),
            vec!["Look whether these are the right columns. A blank address counts as unknown, never as shared.".into()],
        ),
        What::AddressUnknown => (
            if several { "these people have no address there." } else { "this person has no address there." }.into(),
            vec!["An unknown address is never taken for a shared one, so the household rule does not touch them.".into()],
        ),
        What::AddressShared { homes } => (
            format!(
                "these people share {} with somebody else in the pool.",
                if *homes == 1 { "one address".to_owned() } else { format!("{} addresses", number(*homes as u64)) }
            ),
            vec![],
        ),
        What::AddressCrowded => (
            "these people all have one address.".into(),
            vec![
                "If it is a home for many, such as a care home, they share the few seats that one address may have.".into(),
                "To let each of them count alone, leave their address blank.".into(),
            ],
        ),
        What::AddressNear => (
            "these addresses are nearly the same.".into(),
            vec!["They count as two. If they are one, write them alike and give the command again.".into()],
        ),
        What::ListNeedsIds => (
            "this list names people by id, and the pool has no ids.".into(),
            vec!["Give each person in the pool an id of their own, and use it here too.".into()],
        ),
        What::ListIdMissing { heading } => (
            "there is no column with ids.".into(),
            vec![format!("Give one column the heading {}, as in the pool.", quoted(heading))],
        ),
        What::GroundColumnMissing => (
            "there is no column \"ground\", or more than one.".into(),
            vec!["Everybody who is excluded needs a ground: it is part of the record.".into()],
        ),
        What::GroundMissing => (
            "there is no ground.".into(),
            vec!["Everybody who is excluded needs a ground: it is part of the record. Fill it in, or take the row out.".into()],
        ),
        What::ExcludedUnknown => (
            if several { "these people are not in the pool." } else { "this person is not in the pool." }.into(),
            vec!["So they are excluded from nothing. Check the ids, also for spaces and leading zeros.".into()],
        ),
        What::ConfirmedUnknown { lacking } => (
            if several { "these people are not in the pool, and what they count for is not here." } else {
                "this person is not in the pool, and what they count for is not here."
            }.into(),
            vec![format!("Add a column for {}, or check the ids.", names(lacking))],
        ),
        What::ConfirmedExcluded => (
            "confirmed here, and excluded in the other list.".into(),
            vec!["Take them out of one of the two lists.".into()],
        ),
        What::ConfirmedDiffers => (
            "the pool says otherwise of the same people.".into(),
            vec!["Make both files say the same, or take the people out of the pool.".into()],
        ),
        What::ConfirmedNowhere => (
            "the address is not known.".into(),
            vec!["So the household rule does not see that somebody else may live there.".into()],
        ),
        What::SeatsTaken { confirmed, seats } => (
            format!(
                "{} confirmed already, and the panel has {}.",
                match confirmed { 1 => "1 person is".to_owned(), n => format!("{} people are", number(*n)) },
                super::seats(u64::from(*seats))
            ),
            vec!["There is no seat left to draw for.".into()],
        ),
        What::TooManyConfirmed { feature, value, max, confirmed } => (
            format!(
                "{} {}: at most {}, and {} confirmed already.",
                quoted(feature), quoted(value), number(u64::from(*max)),
                match confirmed { 1 => "1 is".to_owned(), n => format!("{} are", number(*n)) },
            ),
            vec![format!("Raise this maximum to {} at least.", number(*confirmed))],
        ),
        What::ListIdAlike { pool, pairs } => (
            if several { "these ids are nobody's in the pool, but look like ids that are." } else { "this id is nobody's in the pool, but looks like one that is." }.into(),
            vec![
                format!("{} of {}.", capital(&list(&pairs.iter().map(|(row, like)| format!("row {row} looks like {}", rows(like))).collect::<Vec<_>>())), shown(pool)),
                format!("{ALIKE} Spreadsheets take zeros off the front of ids unless the column is text."),
                "Write the ids as the pool has them.".into(),
            ],
        ),
        What::ListEmpty { excluded } => (
            format!("the list has headings and no rows: nobody {}.", if *excluded { "is excluded" } else { "has a seat already" }),
            vec![],
        ),
        _ => (String::new(), Vec::new()),
    }
}

/// The lines, with one more about whoever is excluded of several who may be one.
fn excluded_too(excluded: &Rows, mut lines: Vec<String>) -> Vec<String> {
    if excluded.count() > 0 {
        let are = if excluded.count() == 1 { "is" } else { "are" };
        lines.push(format!("{} {are} excluded, and the rest can still be drawn.", capital(&rows(excluded))));
    }
    lines
}
