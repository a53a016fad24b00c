//! What was wrong first with a claim, in words of `claims.ftl`. Imports `bundle`, `verify` and `words`.

use super::letters;
use super::record::record;
use crate::bundle::form::Bad;
use crate::bundle::people::MOST_PEOPLE;
use crate::verify::Failure;
use crate::words::became::cannot_stand;
use crate::words::catalogue::{Lang, say};
use crate::words::deliberation;
use crate::words::parts::{people, seats, tickets};
use crate::words::proved::not_optimal;
use crate::words::{quoted, sessions, shown};

/// What was wrong first.
pub fn failure(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::Missing { file } => say!(lang, "fail-missing", file = quoted(file)),
        Failure::Unreadable { file, why } => {
            say!(lang, "fail-unreadable", file = quoted(file), why = bad(lang, why))
        }
        Failure::OtherCommitment => say!(lang, "fail-other-commitment"),
        Failure::OtherPublished => say!(lang, "fail-other-published"),
        Failure::Changed { file } => say!(lang, "fail-changed", file = quoted(file)),
        Failure::Large { file, most } => say!(lang, "fail-large", file = quoted(file), most = *most),
        Failure::Extra { file } => say!(lang, "fail-extra", file = quoted(file)),
        Failure::UnknownRules { rules } => say!(lang, "fail-unknown-rules", rules = rules.to_string()),
        Failure::Fact { fact, stated, found } => other_fact(lang, fact, stated, found),
        Failure::OtherKey => say!(lang, "fail-other-key"),
        Failure::PreparedRow { row } => say!(lang, "fail-prepared-row", row = row.to_string()),
        Failure::MadeOtherwise { what, at } => {
            say!(lang, "fail-made-otherwise", what = *what, at = at.to_string())
        }
        Failure::NotPrepared { people } => say!(lang, "fail-not-prepared", people = *people),
        Failure::OtherSealed => say!(lang, "fail-other-sealed"),
        Failure::Person { row: 0 } => say!(lang, "fail-people"),
        Failure::Person { row } => say!(lang, "fail-person", row = row.to_string()),
        Failure::Again { code } => say!(lang, "fail-again", code = code.to_string()),
        Failure::List { file } => say!(lang, "fail-list", file = quoted(file)),
        Failure::Letters(wrong) => letters::wrong(lang, wrong, |name| record(lang, name)),
        Failure::NoSuchPanel
        | Failure::Quota { .. }
        | Failure::Seats { .. }
        | Failure::Chance { .. }
        | Failure::NoProof
        | Failure::Unsettled { .. }
        | Failure::Level { .. }
        | Failure::Digits { .. }
        | Failure::Denominator
        | Failure::Off { .. }
        | Failure::NotOptimal { .. }
        | Failure::FewTickets { .. }
        | Failure::SearchDisagrees
        | Failure::MadeOther { .. } => of_lottery(lang, failure),
        Failure::SeatRow(_)
        | Failure::SeatBefore { .. }
        | Failure::SeatStream { .. }
        | Failure::SeatList { .. }
        | Failure::SeatStrangers { .. }
        | Failure::SeatFeature { .. }
        | Failure::SeatLine { .. }
        | Failure::SeatInputs { .. }
        | Failure::SeatFrozen { .. }
        | Failure::SeatsDiffer { .. }
        | Failure::SeatRule { .. }
        | Failure::SeatFigure { .. } => of_seats(lang, failure),
        Failure::Act { act, wrong, about } => {
            deliberation::claims::failure(lang, *act, *wrong, about.as_deref())
        }
        Failure::LineReplaced { act, by, why } => {
            say!(lang, "fail-line-replaced", act = act.to_string(), by = by.to_string(), why = shown(why))
        }
        Failure::BallotLine { line } => say!(lang, "fail-ballot-line", line = quoted(line)),
        _ => of_draw(lang, failure),
    }
}

/// Of the lottery and its certificate.
fn of_lottery(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::NoSuchPanel => say!(lang, "fail-no-such-panel"),
        Failure::Quota { ticket, feature, value, min, max, seated } => say!(
            lang,
            "fail-quota",
            ticket = *ticket,
            people = people(lang, *seated),
            feature = quoted(feature),
            value = quoted(value),
            min = *min,
            max = *max,
        ),
        Failure::Seats { ticket, seats, seated } => say!(
            lang,
            "fail-seats",
            ticket = *ticket,
            seated = self::seats(lang, *seated),
            seats = seats.to_string(),
        ),
        Failure::Chance { profile, stated, found } => say!(
            lang,
            "fail-chance",
            profile = profile.to_string(),
            stated = tickets(lang, *stated),
            found = *found,
        ),
        Failure::NoProof => say!(lang, "fail-no-proof"),
        Failure::Unsettled { profiles } => say!(lang, "fail-unsettled", profiles = profiles.to_string()),
        Failure::Digits { most } => say!(lang, "fail-digits", most = most.to_string()),
        Failure::Denominator => say!(lang, "fail-denominator"),
        Failure::Level { level } => say!(lang, "fail-level", level = (level + 1).to_string()),
        Failure::Off { off, allowed } => {
            say!(lang, "fail-off", off = tickets(lang, *off), allowed = *allowed)
        }
        Failure::NotOptimal { objective, gap } => not_optimal(lang, *objective, gap),
        Failure::FewTickets { tickets, needed } => say!(
            lang,
            "fail-few-tickets",
            tickets = *tickets,
            needed = match *needed {
                u64::MAX => "unknown".to_owned(),
                needed => crate::words::catalogue::number(lang, needed),
            },
        ),
        Failure::SearchDisagrees => say!(lang, "fail-search-disagrees"),
        Failure::MadeOther { file: Some(file) } => say!(lang, "fail-made-other", file = quoted(file)),
        Failure::MadeOther { file: None } => say!(lang, "fail-made-none"),
        _ => String::new(),
    }
}

/// Of draws, lists of events and supplements.
fn of_draw(lang: Lang, failure: &Failure) -> String {
    let record = |name: &str| record(lang, name);
    match failure {
        Failure::Record { draw, file } => {
            say!(lang, "fail-record", draw = record(draw), file = quoted(file))
        }
        Failure::Gap { draw } => say!(lang, "fail-gap", draw = draw.to_string()),
        Failure::OtherLottery { draw } => say!(lang, "fail-other-lottery", draw = record(draw)),
        Failure::Chain { draw } => say!(lang, "fail-chain", draw = record(draw)),
        Failure::Reason { draw } => say!(lang, "fail-reason", draw = record(draw)),
        Failure::RecordFact { draw, fact } => {
            say!(lang, "fail-record-fact", draw = record(draw), fact = *fact)
        }
        Failure::Overridden { draw, reason } => {
            say!(lang, "fail-overridden", draw = record(draw), reason = quoted(reason))
        }
        Failure::Departed { draw } => say!(lang, "fail-departed", draw = record(draw)),
        Failure::Beacon { draw } => say!(lang, "fail-beacon", draw = record(draw)),
        Failure::Early { draw } => say!(lang, "fail-early", draw = record(draw)),
        Failure::NotSealed { draw, role: Some(role) } => {
            say!(lang, "fail-not-sealed", role = quoted(role), draw = record(draw))
        }
        Failure::NotSealed { draw, role: None } => say!(lang, "fail-no-sealers", draw = record(draw)),
        Failure::ByHand { draw } => say!(lang, "fail-by-hand", draw = record(draw)),
        Failure::Seed { draw } => say!(lang, "fail-seed", draw = record(draw)),
        Failure::Ticket { draw, stated, found } => {
            say!(lang, "fail-ticket", draw = record(draw), found = *found, stated = *stated)
        }
        Failure::Panel { draw, wrong } => say!(lang, "fail-panel", draw = record(draw), wrong = *wrong),
        Failure::Continues { what } => say!(lang, "fail-continues", what = *what),
        Failure::Rewritten { list } => say!(lang, "fail-rewritten", list = list.to_string()),
        Failure::Event { list, row, wrong } => say!(
            lang,
            "fail-event",
            row = row.to_string(),
            list = list.to_string(),
            why = cannot_stand(lang, *wrong),
        ),
        Failure::EventOrder { list, row } => {
            say!(lang, "fail-event-order", row = row.to_string(), list = list.to_string())
        }
        Failure::DayOrder { list, row } => {
            say!(lang, "fail-day-order", row = row.to_string(), list = list.to_string())
        }
        Failure::Reserves { draw } => say!(lang, "fail-reserves", draw = record(draw)),
        Failure::ReservesPromised { draw, drawn: false } => {
            say!(lang, "fail-reserves-none", draw = record(draw))
        }
        Failure::ReservesPromised { draw, .. } => {
            say!(lang, "fail-reserves-promised", draw = record(draw))
        }
        _ => String::new(),
    }
}

/// Of seat plans.
fn of_seats(lang: Lang, failure: &Failure) -> String {
    match failure {
        Failure::SeatRow(wrong) => sessions::said(lang, wrong),
        Failure::SeatBefore { plan, circular: false } => say!(lang, "fail-seat-before", plan = quoted(plan)),
        Failure::SeatBefore { plan, circular: true } => {
            say!(lang, "fail-seat-circular", plan = quoted(plan))
        }
        Failure::SeatStream { plan } => say!(lang, "fail-seat-stream", plan = quoted(plan)),
        Failure::SeatList { file } => say!(lang, "fail-seat-list", file = quoted(file)),
        Failure::SeatStrangers { plan, strangers, people } if strangers == people => {
            say!(lang, "fail-seat-strangers-all", plan = quoted(plan))
        }
        Failure::SeatStrangers { plan, strangers, people } => say!(
            lang,
            "fail-seat-strangers",
            plan = quoted(plan),
            strangers = *strangers,
            people = self::people(lang, *people),
        ),
        Failure::SeatFeature { plan, feature, people } => say!(
            lang,
            "fail-seat-feature",
            plan = quoted(plan),
            count = *people,
            people = self::people(lang, *people),
            feature = quoted(feature),
        ),
        Failure::SeatLine { line, frozen: Some(frozen), .. } => {
            say!(lang, "fail-seat-line-frozen", line = shown(line), frozen = quoted(frozen))
        }
        Failure::SeatLine { line, plans: 0, .. } => say!(lang, "fail-seat-line-none", line = shown(line)),
        Failure::SeatLine { line, .. } => say!(lang, "fail-seat-line", line = shown(line)),
        Failure::SeatInputs { plan } => say!(lang, "fail-seat-inputs", plan = quoted(plan)),
        Failure::SeatFrozen { plan } => say!(lang, "fail-seat-frozen", plan = quoted(plan)),
        Failure::SeatsDiffer { plan, seats } => {
            say!(lang, "fail-seats-differ", plan = quoted(plan), seats = self::seats(lang, *seats))
        }
        Failure::SeatRule { plan } => say!(lang, "fail-seat-rule", plan = quoted(plan)),
        Failure::SeatFigure { plan } => say!(lang, "fail-seat-figure", plan = quoted(plan)),
        _ => String::new(),
    }
}

fn bad(lang: Lang, bad: &Bad) -> String {
    match bad {
        Bad::Shape => say!(lang, "bad-shape"),
        Bad::Row(row) => say!(lang, "bad-row", row = row.to_string()),
        Bad::Form => say!(lang, "bad-form"),
        Bad::Rules(rules) => say!(lang, "bad-rules", rules = rules.to_string()),
        Bad::People => say!(lang, "bad-people", most = MOST_PEOPLE),
    }
}

/// A fact in about.json that does not agree with the files; `-` stands for nothing.
fn other_fact(lang: Lang, fact: &str, stated: &str, found: &str) -> String {
    let or_none = |text: &str| if text == "-" { say!(lang, "none") } else { quoted(text) };
    match fact {
        "root" if stated == "-" => say!(lang, "fact-root-missing"),
        "root" => say!(lang, "fact-root"),
        "objective" | "status" => say!(lang, "fact-unknown", stated = quoted(stated), fact = fact),
        "key" => say!(lang, "fact-key", stated = stated, found = found),
        "column" => say!(lang, "fact-column", feature = quoted(stated), found = found),
        "seats" => say!(lang, "fact-seats", seats = stated, people = found),
        _ => say!(lang, "fact-other", stated = or_none(stated), fact = fact, found = or_none(found)),
    }
}
