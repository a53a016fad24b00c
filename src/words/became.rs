//! What became of one person, to be read out over the phone, and why an event cannot stand, in words of `became.ftl`.
//! Imports `bundle`, `panel`, `prepare` and its parent.

use super::catalogue::{Lang, say};
use super::parts::{self, date, list, or_none, seats, several, yes};
use super::{quoted, shown};
use crate::bundle::Public;
use crate::bundle::became::{Became, Happened, Part, Seen};
use crate::panel::roster::{Event, Impossible, Status};
use crate::prepare::LeftOut;

/// Why somebody was left out when their list was prepared: each row that they had.
pub fn why_left_out(lang: Lang, rows: &[LeftOut]) -> String {
    let why = |row: &LeftOut| {
        let ground = quoted(&row.ground);
        say!(lang, "told-left-out-by", ground = ground, row = row.row.as_str(), source = quoted(&row.source))
    };
    rows.iter().map(why).collect::<Vec<_>>().join("; ")
}

/// Why somebody who was left out, or had a seat before, is on no ticket; empty of anybody else.
pub fn outside(lang: Lang, public: &Public, part: &Part, features: &[(&str, &str)]) -> String {
    let supplement = public.about.continues.is_some();
    match part {
        Part::Pool(_) => String::new(),
        Part::Excluded { ground, .. } if supplement => {
            say!(lang, "outside-supplement", ground = quoted(&parts::ground(lang, ground)))
        }
        Part::Excluded { ground, .. } => {
            say!(lang, "outside-excluded", ground = quoted(&parts::ground(lang, ground)))
        }
        Part::Seated { .. } => {
            let row: Vec<String> =
                features.iter().map(|(f, v)| format!("{}: {}", shown(f), shown(v))).collect();
            let whole = public.about.confirmed.map_or(public.about.seats, |confirmed| confirmed.seats);
            say!(
                lang,
                "outside-seated",
                supplement = yes(supplement),
                row = row.join("; "),
                drawn = public.about.seats,
                whole = seats(lang, u64::from(whole)),
            )
        }
    }
}

/// What was drawn, what happened after it, and how the person stands now.
pub fn after(lang: Lang, became: &Became, part: &Part) -> String {
    let mut told: Vec<String> = Vec::new();
    let pool = matches!(part, Part::Pool(_));
    match became.draws.split_last() {
        None => told.push(say!(lang, "nothing-drawn-yet")),
        Some((last, annulled)) => {
            for draw in annulled {
                let seat = match (pool, draw.seated) {
                    (false, _) => "unknown",
                    (true, true) => "on",
                    (true, false) => "off",
                };
                told.push(say!(lang, "draw-annulled", draw = draw.record.draw.to_string(), seat = seat));
            }
            if pool {
                told.extend(drawn(lang, last));
            }
        }
    }
    match became.list {
        Some(_) => told.extend(became.events.iter().map(|event| happened(lang, event))),
        None if !became.draws.is_empty() && became.status.is_some() => {
            told.push(say!(lang, "after-not-there"));
        }
        None => {}
    }
    match became.status {
        Some(Status::Asked) => told.push(say!(lang, "status-asked")),
        Some(Status::Confirmed) => told.push(say!(lang, "status-confirmed")),
        Some(Status::Declined | Status::Withdrew | Status::NoShow) => told.push(say!(lang, "status-out")),
        Some(Status::Waiting) => told.push(say!(lang, "status-waiting")),
        None if pool && !became.draws.is_empty() => told.push(say!(lang, "status-none")),
        None => {}
    }
    if let Some(line) = &became.supplement {
        told.push(say!(lang, "goes-on", line = line.to_string()));
    }
    told.extend(trials(lang, &became.trials));
    told.iter().map(|sentence| format!(" {sentence}")).collect()
}

fn drawn(lang: Lang, draw: &Seen) -> Vec<String> {
    let mut told =
        vec![say!(lang, "ticket-drawn", seated = yes(draw.seated), ticket = draw.record.own.ticket)];
    match (draw.reserve, draw.reserves) {
        (Some(n), of) => told.push(say!(lang, "you-are-reserve", reserve = n, of = of)),
        (None, 1..) if !draw.seated => told.push(say!(lang, "not-in-reserve", reserves = draw.reserves)),
        _ => {}
    }
    told
}

fn happened(lang: Lang, event: &Happened) -> String {
    let reason = Some(event.reason.clone()).filter(|reason| !reason.is_empty());
    say!(
        lang,
        "happened",
        date = date(lang, &event.date),
        event = event.event.word(),
        reason = if event.event == Event::Called { or_none(&reason) } else { quoted(&event.reason).into() },
    )
}

fn trials(lang: Lang, trials: &[Seen]) -> Option<String> {
    let on = |trial: &&Seen| trial.seated || trial.reserve.is_some();
    let named: Vec<String> = trials
        .iter()
        .filter(on)
        .map(|trial| match trial.reserve {
            Some(n) => say!(lang, "trial-reserve", reserve = n, trial = trial.record.draw.to_string()),
            None => say!(lang, "trial-panel", trial = trial.record.draw.to_string()),
        })
        .collect();
    match (trials.is_empty(), named.is_empty()) {
        (true, _) => None,
        (false, true) => {
            Some(say!(lang, "trials-none", trials = several(lang, "trials", trials.len() as u64)))
        }
        (false, false) => Some(say!(lang, "trials-some", named = list(lang, &named))),
    }
}

/// Why an event cannot stand.
pub(super) fn cannot_stand(lang: Lang, wrong: Option<Impossible>) -> String {
    match wrong {
        None => say!(lang, "stand-not-listed"),
        Some(Impossible::OutOfTurn(_)) => say!(lang, "stand-out-of-turn"),
        Some(Impossible::Member) => say!(lang, "stand-member"),
        Some(Impossible::NothingToCorrect) => say!(lang, "stand-nothing"),
        Some(Impossible::NoReason) => say!(lang, "stand-no-reason"),
        Some(Impossible::Status(_)) => say!(lang, "stand-status"),
    }
}
