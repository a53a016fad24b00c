//! What became of one person, to be read out over the phone, and why an event cannot stand. Imports `bundle`, `panel`
//! and its parent.

use super::{counted, number, quoted, shown};
use crate::bundle::Public;
use crate::bundle::became::{Became, Happened, Part, Seen};
use crate::panel::roster::{Event, Impossible, Status};

/// Why somebody who was left out, or had a seat before, is on no ticket; empty of anybody else.
pub fn outside(public: &Public, part: &Part, features: &[(&str, &str)]) -> String {
    let supplement = public.about.continues.is_some();
    match part {
        Part::Pool(_) => String::new(),
        Part::Excluded { ground, .. } if supplement => format!(
            "You are out since before this supplementary lottery was made: there you are put down as {}. Whoever left is not drawn again, so you are on no ticket.",
            quoted(ground)
        ),
        Part::Excluded { ground, .. } => format!(
            "You were left out before this lottery was made, on the ground {}, so you are on no ticket and could not be drawn.",
            quoted(ground)
        ),
        Part::Seated { .. } => {
            let row: Vec<String> =
                features.iter().map(|(f, v)| format!("{}: {}", shown(f), shown(v))).collect();
            let whole = public.about.confirmed.map_or(public.about.seats, |confirmed| confirmed.seats);
            format!(
                "You had a seat already when this {} was made, with this about you: {}. You count for the quotas, and the lottery was for the other {} of {}, so you are on no ticket and did not have to be drawn.",
                if supplement { "supplementary lottery" } else { "lottery" },
                row.join("; "),
                number(u64::from(public.about.seats)),
                counted(u64::from(whole), "seat", "seats"),
            )
        }
    }
}

/// What was drawn, what happened after it, and how the person stands now.
pub fn after(became: &Became, part: &Part) -> String {
    let mut text = String::new();
    let pool = matches!(part, Part::Pool(_));
    match became.draws.split_last() {
        None => text.push_str(" Nothing has been drawn yet."),
        Some((last, annulled)) => {
            for draw in annulled {
                let on = if draw.seated { "on it" } else { "not on it" };
                let were = if pool { format!("; you were {on}") } else { String::new() };
                text.push_str(&format!(" Draw {} was annulled{were}.", draw.record.draw));
            }
            if pool {
                text.push_str(&drawn(last));
            }
        }
    }
    match became.list {
        Some(_) => became.events.iter().for_each(|event| text.push_str(&happened(event))),
        None if !became.draws.is_empty() && became.status.is_some() => {
            text.push_str(" What happened after the draw is not in the record yet.");
        }
        None => {}
    }
    text.push_str(match became.status {
        Some(Status::Asked) => " You have a seat if you say yes; no answer is put down yet.",
        Some(Status::Confirmed) => " You have a seat.",
        Some(Status::Declined | Status::Withdrew | Status::NoShow) => {
            " So you have no seat, and are not called again."
        }
        Some(Status::Waiting) => {
            " You have not been called: that happens when a seat is empty and nobody else in reserve fits it better."
        }
        None if pool && !became.draws.is_empty() => {
            " So you have no seat, and only a supplementary lottery could give you one."
        }
        None => "",
    });
    if let Some(line) = &became.supplement {
        text.push_str(&format!(
            " This lottery goes on in a supplement, {line}: what became of you after that stands in its own record."
        ));
    }
    text.push_str(&trials(&became.trials));
    text
}

fn drawn(draw: &Seen) -> String {
    let on = if draw.seated { "" } else { "not " };
    let mut text = format!(" Ticket {} was drawn, and you are {on}on its panel.", number(draw.record.ticket));
    match (draw.reserve, draw.reserves) {
        (Some(n), of) => text.push_str(&format!(" You are reserve {n} of {of}.")),
        (None, 1..) if !draw.seated => {
            text.push_str(&format!(
                " You are not in reserve either; {} drawn.",
                match draw.reserves {
                    1 => "1 person was".to_owned(),
                    n => format!("{n} people were"),
                }
            ));
        }
        _ => {}
    }
    text
}

fn happened(event: &Happened) -> String {
    let what = match (event.event, event.reason.as_str()) {
        (Event::Confirmed, _) => "you said yes".to_owned(),
        (Event::Declined, _) => "you said no".to_owned(),
        (Event::Withdrew, _) => "you withdrew".to_owned(),
        (Event::NoShow, _) => "you did not come".to_owned(),
        (Event::Called, "") => "you were called, because it was your turn".to_owned(),
        (Event::Called, reason) => {
            format!("you were called out of turn, for this reason: {}", quoted(reason))
        }
        (Event::Corrected, reason) => {
            format!(
                "what had been put down last about you was taken back, for this reason: {}",
                quoted(reason)
            )
        }
    };
    format!(" {}: {what}.", date(&event.date))
}

/// `2026-03-01` as "1 March 2026".
fn date(date: &str) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<usize> = date.split('-').filter_map(|part| part.parse().ok()).collect();
    match parts[..] {
        [year, month @ 1..=12, day] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => shown(date),
    }
}

fn trials(trials: &[Seen]) -> String {
    let on = |trial: &&Seen| trial.seated || trial.reserve.is_some();
    let named: Vec<String> = trials
        .iter()
        .filter(on)
        .map(|trial| match trial.reserve {
            Some(n) => format!("reserve {n} in trial {}", trial.record.draw),
            None => format!("on the panel of trial {}", trial.record.draw),
        })
        .collect();
    match (trials.is_empty(), named.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!(
            " You were drawn in none of the {}; a trial decides nothing.",
            counted(trials.len() as u64, "trial", "trials")
        ),
        (false, false) => format!(" You were {}; a trial decides nothing.", super::en::list(&named)),
    }
}

/// Why an event cannot stand.
pub(super) fn cannot_stand(wrong: Option<Impossible>) -> &'static str {
    match wrong {
        None => "this person was neither drawn nor put in reserve, and had no seat before",
        Some(Impossible::OutOfTurn(_)) => "a reserve was called out of turn, without a reason",
        Some(Impossible::Member) => "somebody who was not in reserve was called",
        Some(Impossible::NothingToCorrect) => "there is nothing to correct",
        Some(Impossible::NoReason) => "a reason is missing, or given where none is needed",
        Some(Impossible::Status(_)) => "this cannot have happened to this person",
    }
}
