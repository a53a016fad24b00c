//! What whoever reads a claim has to know or do besides, in words of `claims.ftl`. Imports `verify` and `words`.

use super::record::record;
use crate::verify::Remark;
use crate::words::catalogue::{Arg, Lang, say};
use crate::words::conflict::sizes;
use crate::words::deliberation;
use crate::words::parts::{date, list, moment, people, seats, yes};
use crate::words::proved::values_on_tickets;
use crate::words::{quoted, shown};

/// What whoever reads a claim has to know or do besides.
pub fn remark(lang: Lang, remark: &Remark) -> String {
    match remark {
        Remark::Certain { feature, value, people: 1 } => {
            say!(lang, "remark-certain-one", value = quoted(value), feature = quoted(feature))
        }
        Remark::Certain { feature, value, people } => {
            say!(lang, "remark-certain", people = *people, value = quoted(value), feature = quoted(feature))
        }
        Remark::OnEvery(people) => say!(lang, "remark-on-every", people = *people),
        Remark::Round { draw, round, due, date } => say!(
            lang,
            "remark-round",
            round = round.to_string(),
            draw = record(lang, draw),
            due = moment(lang, *due),
            date = date.map_or(Arg::from("none"), |date| Arg::from(moment(lang, date))),
        ),
        Remark::Annulled { draw, because, own } => say!(
            lang,
            "remark-annulled",
            draw = record(lang, draw),
            because = quoted(because),
            own = yes(*own),
        ),
        Remark::Declared { source, date } => say!(
            lang,
            "remark-declared",
            source = source.word(),
            date = date.map_or(Arg::from("none"), |date| Arg::from(moment(lang, date))),
        ),
        Remark::Known { draw, other } => {
            say!(lang, "remark-known", draw = record(lang, draw), other = record(lang, other))
        }
        Remark::Further(lottery) => say!(lang, "remark-further", lottery = lottery.clone()),
        Remark::KnownBefore => say!(lang, "remark-known-before"),
        Remark::OldWaves { records, draw } => {
            let records: Vec<String> = records.iter().map(u32::to_string).collect();
            say!(lang, "remark-old-waves", records = records.join(", "), draw = record(lang, draw))
        }
        Remark::Skipped(strata) => {
            let strata: Vec<String> = strata.iter().map(u32::to_string).collect();
            say!(lang, "remark-skipped", count = strata.len() as u64, strata = strata.join(", "))
        }
        Remark::Beyond { strata, others } => {
            let one = |&(stratum, letters, due, people): &(u32, u64, u64, u64)| {
                say!(
                    lang,
                    "remark-beyond-one",
                    stratum = stratum.to_string(),
                    letters = letters,
                    due = due,
                    people = people
                )
            };
            let list = strata.iter().map(one).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-beyond", others = yes(*others), list = list)
        }
        Remark::KeysUnlooked => say!(lang, "remark-keys-unlooked"),
        Remark::DrawsUnseen { draws, own } => {
            let named: Vec<String> = draws.iter().map(|draw| record(lang, draw)).collect();
            say!(lang, "remark-draws-unseen", draws = list(lang, &named), own = yes(*own))
        }
        Remark::FrameUnlooked { lack } => say!(lang, "remark-frame-unlooked", lack = *lack),
        Remark::FrameAgain { out, again } => {
            say!(lang, "remark-frame-again", out = *out, again = yes(*again))
        }
        Remark::StoodIn(strata) => {
            let numbers: Vec<String> = strata.iter().map(u32::to_string).collect();
            say!(lang, "remark-stood-in", count = strata.len() as u64, strata = numbers.join(", "))
        }
        Remark::FarLots { draw, strata } => {
            let numbers: Vec<String> = strata.iter().map(u32::to_string).collect();
            say!(
                lang,
                "remark-far-lots",
                draw = record(lang, draw),
                count = strata.len() as u64,
                strata = numbers.join(", ")
            )
        }
        Remark::OtherFirst(strata) => {
            let strata: Vec<String> = strata.iter().map(u32::to_string).collect();
            say!(lang, "remark-other-first", count = strata.len() as u64, strata = strata.join(", "))
        }
        Remark::PostedBefore(first, day) => {
            say!(lang, "remark-posted-before", first = first.clone(), day = day.clone())
        }
        Remark::NotOpened { draw, roles } => {
            let roles: Vec<String> = roles.iter().map(|role| quoted(role)).collect();
            say!(lang, "remark-not-opened", draw = record(lang, draw), roles = roles.join(", "))
        }
        Remark::Prepared { people, rows, sources, left_out, sealed, again } => say!(
            lang,
            "remark-prepared",
            people = *people,
            rows = *rows,
            sources = *sources,
            out = *left_out,
            sealed = yes(*sealed),
            again = again.map_or("no", |same| if same { "yes" } else { "otherwise" }),
        ),
        Remark::NoPanel { people, searched } => no_panel(lang, *people, *searched),
        Remark::Loosened { before, now } => {
            say!(lang, "remark-loosened", changes = sizes(lang, before, now).join("; "))
        }
        Remark::OutOfTurn { calls } => {
            let each = calls.iter().map(|(day, reason)| format!("{day}: {}", quoted(reason)));
            let shown: Vec<String> = each.take(5).collect();
            let more = calls.len().saturating_sub(shown.len());
            say!(
                lang,
                "remark-out-of-turn",
                count = calls.len() as u64,
                calls = shown.join("; "),
                more = more as u64
            )
        }
        Remark::RollAnnulled { ballot, act } => {
            say!(lang, "remark-roll-annulled", ballot = shown(ballot), act = act.to_string())
        }
        Remark::OldAgreement { agreement, replies } => {
            let replies = replies.map_or("none".to_owned(), |act| act.to_string());
            say!(lang, "remark-old-agreement", agreement = agreement.to_string(), replies = replies)
        }
        Remark::Crowded { list, people, seats } => crowded(lang, *list, *people, *seats),
        Remark::ValuesAlike { pairs } => {
            say!(lang, "remark-values-alike", count = pairs.len(), pairs = alike(lang, pairs))
        }
        Remark::StrataAlike { pairs } => {
            say!(lang, "remark-strata-alike", count = pairs.len(), pairs = alike(lang, pairs))
        }
        Remark::FeaturesAlike(pairs) => {
            let pair = |(one, other): &(String, String)| {
                say!(lang, "remark-features-alike-pair", one = quoted(one), other = quoted(other))
            };
            let pairs = pairs.iter().take(5).map(pair).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-features-alike", pairs = pairs)
        }
        Remark::RollBefore { ballot, events } => {
            say!(lang, "remark-roll-before", ballot = quoted(ballot), count = *events)
        }
        Remark::SelfRegistered { frame } => self_registered(lang, frame),
        Remark::Invited => say!(lang, "remark-invited"),
        Remark::TurnUndone { days } => {
            let list = days.iter().map(|day| date(lang, day)).collect::<Vec<_>>().join(", ");
            say!(lang, "remark-turn-undone", count = days.len() as u64, days = list)
        }
        Remark::Uncalled(reserves) => say!(lang, "remark-uncalled", count = *reserves),
        Remark::Continued { line, annulled, replaced } => {
            let mut told = vec![say!(lang, "remark-continued", line = line.to_string())];
            told.extend(annulled.then(|| say!(lang, "remark-continued-annulled")));
            told.extend(replaced.iter().map(|pair| replacement(lang, pair)));
            told.join(" ")
        }
        Remark::Replaced { replaced } => {
            replaced.iter().map(|pair| replacement(lang, pair)).collect::<Vec<_>>().join(" ")
        }
        Remark::ActsReplaced { acts } => deliberation::claims::replaced(lang, acts),
        Remark::RuleLater { ballot, why, promised } => {
            say!(
                lang,
                "remark-rule-later",
                ballot = quoted(ballot),
                why = shown(why),
                promised = yes(*promised)
            )
        }
        Remark::BallotLine { ballot, line } => deliberation::claims::ballot_line(lang, ballot, line),
        Remark::Warned { warnings } => deliberation::claims::warned(lang, warnings),
        Remark::GroupCalled { group, people } => {
            let people = super::super::parts::people(lang, *people);
            say!(lang, "remark-group-called", group = super::super::shown(group), people = people)
        }
        Remark::GroupDrawn { group, lottery, compared, undeclared } => {
            let (group, compared) = (super::super::shown(group), yes(*compared));
            let lottery = lottery.clone();
            let told =
                say!(lang, "remark-group-drawn", group = group, lottery = lottery, compared = compared);
            let seed = undeclared.then(|| say!(lang, "remark-group-undeclared"));
            [Some(told), seed].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Remark::GroupRecounted { group, result, now } => {
            let group = super::super::shown(group);
            say!(lang, "remark-group-recounted", group = group, result = *result, now = *now)
        }
        Remark::LotAgain { group, before } => {
            let (group, before) = (super::super::shown(group), super::super::shown(before));
            say!(lang, "remark-lot-again", group = group, before = before)
        }
        Remark::LotAmong { .. }
        | Remark::GroupUncalled { .. }
        | Remark::GroupGone { .. }
        | Remark::OtherBy { .. }
        | Remark::MinorityGone { .. }
        | Remark::NotDrawn { .. }
        | Remark::VotedAgain { .. }
        | Remark::SeveralLots { .. }
        | Remark::FinishedBefore { .. }
        | Remark::OtherPresent { .. }
        | Remark::OtherRoles { .. }
        | Remark::NoBallotsSoFar { .. }
        | Remark::NoConsultationSoFar { .. }
        | Remark::NoRepliesSoFar { .. }
        | Remark::PutOffAgain(..)
        | Remark::NotRecounted(..)
        | Remark::HandedLate(..)
        | Remark::LikeCounts(..)
        | Remark::NoVote(..)
        | Remark::SameWords { .. }
        | Remark::OtherVotes { .. }
        | Remark::PapersGone { .. }
        | Remark::PapersMore { .. }
        | Remark::Uncounted { .. }
        | Remark::Undecided { .. }
        | Remark::Backdated(..)
        | Remark::OtherTerms(..)
        | Remark::Undrawn(..)
        | Remark::NeverCounted(..)
        | Remark::TwoBallots(..)
        | Remark::NeverDrawn(..)
        | Remark::TopicsGone(..)
        | Remark::OtherwiseAsked(..)
        | Remark::FarOff { .. } => deliberation::claims::told(lang, remark),
        Remark::PapersKept { acts, here } => {
            let acts = acts.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
            let here = here.map_or("no", |here| if here { "yes" } else { "gone" });
            say!(lang, "remark-papers-kept", acts = acts, here = here)
        }
        Remark::Late { replies } => deliberation::claims::late(lang, replies),
        Remark::Unnamed => say!(lang, "remark-unnamed"),
        Remark::Dropped { promises } => {
            let one = |(what, name, changed): &(&'static str, String, bool)| {
                let what = say!(lang, "remark-dropped-one", what = *what, name = quoted(name));
                if *changed { say!(lang, "remark-dropped-changed", what = what) } else { what }
            };
            let list = promises.iter().map(one).collect::<Vec<_>>().join("; ");
            say!(lang, "remark-dropped", list = list)
        }
        Remark::PassedOver(reason) => say!(lang, "remark-passed-over", reason = quoted(reason)),
        Remark::Reserves { declared: true } => say!(lang, "remark-reserves-declared"),
        Remark::Reserves { declared: false } => say!(lang, "remark-reserves-undeclared"),
        Remark::Before { excluded, confirmed, homes, largest } => {
            before(lang, *excluded, *confirmed, *homes, *largest)
        }
        Remark::MadeBy { program } => say!(lang, "remark-made-by", program = quoted(program)),
        Remark::Shape { values, tickets } => values_on_tickets(lang, values, *tickets),
        Remark::Searched => say!(lang, "remark-searched"),
        _ => of_seats(lang, remark),
    }
}

/// Of seat plans.
fn of_seats(lang: Lang, remark: &Remark) -> String {
    match remark {
        Remark::SeatLine { plan, line: None } => say!(lang, "remark-seat-line-none", plan = quoted(plan)),
        Remark::SeatLine { plan, line: Some(line) } => {
            say!(lang, "remark-seat-line", plan = quoted(plan), line = line.to_string())
        }
        Remark::SeatChange { plan, before, round, people: (absent, extra), moves, frozen } => {
            let before = before.as_ref().map_or(say!(lang, "change-plan-before"), |before| quoted(before));
            let (absent, extra) = (*absent as u64, *extra as u64);
            let mut what = Vec::new();
            if absent > 0 {
                what.push(say!(lang, "change-absent", count = absent, people = people(lang, absent)));
            }
            if extra > 0 {
                what.push(say!(lang, "change-extra", count = extra, people = people(lang, extra)));
            }
            what.push(match moves {
                Some(moves) => say!(lang, "change-moves", people = people(lang, u64::from(*moves))),
                None => say!(lang, "change-fewest"),
            });
            say!(
                lang,
                "remark-seat-change",
                plan = quoted(plan),
                before = before,
                round = round.to_string(),
                what = list(lang, &what),
                frozen = yes(*frozen),
            )
        }
        Remark::SeatRivals { plans, line } => {
            say!(lang, "remark-seat-rivals", plans = names(lang, plans), line = line.to_string())
        }
        Remark::SeatChanges { before, round, plans } => say!(
            lang,
            "remark-seat-changes",
            plans = names(lang, plans),
            round = round.to_string(),
            before = before.as_ref().map_or(say!(lang, "one-plan"), |before| quoted(before)),
        ),
        Remark::SeatGuests { plan, roles, reserves, newcomers } => {
            guests(lang, plan, roles, *reserves, *newcomers)
        }
        Remark::SeatsLeftOut { plan, people, of } => say!(
            lang,
            "remark-seats-left-out",
            plan = quoted(plan),
            people = *people,
            of = self::people(lang, *of),
        ),
        Remark::SeatsNotCompared { plan } => say!(lang, "remark-seats-not-compared", plan = quoted(plan)),
        _ => String::new(),
    }
}

/// That more people are in than there are seats.
fn crowded(lang: Lang, list: u32, people: u32, seats: u32) -> String {
    let (people, seats) = (self::people(lang, people.into()), self::seats(lang, seats.into()));
    say!(lang, "remark-crowded", list = list.to_string(), people = people, seats = seats)
}

/// That some are on no panel, and how anybody can see it.
fn no_panel(lang: Lang, no: u64, searched: u64) -> String {
    let said = people(lang, no);
    match searched {
        0 => say!(lang, "remark-no-panel", count = no, people = said),
        all if all == no => say!(lang, "remark-no-panel-searched", count = no, people = said),
        _ => say!(
            lang,
            "remark-no-panel-both",
            count = no,
            people = said,
            summed = no - searched,
            searched = searched,
        ),
    }
}

/// Who was out, who was in, and the household rule, before a lottery.
fn before(lang: Lang, excluded: u64, confirmed: u64, homes: u64, largest: (u64, u32)) -> String {
    let mut said = Vec::new();
    if excluded > 0 {
        said.push(say!(lang, "before-excluded", count = excluded, people = people(lang, excluded)));
    }
    if confirmed > 0 {
        said.push(say!(lang, "before-confirmed", count = confirmed, people = people(lang, confirmed)));
    }
    if homes > 0 {
        said.push(say!(
            lang,
            "before-homes",
            homes = homes,
            people = people(lang, largest.0),
            seats = seats(lang, u64::from(largest.1)),
        ));
    }
    said.join(" ")
}

/// Who has a seat at a table though nobody drew them.
fn guests(
    lang: Lang,
    plan: &str,
    roles: &[(String, u64, u64)],
    reserves: u64,
    newcomers: (u64, u64),
) -> String {
    let pooled = |all: u64, pool: u64| match pool {
        0 => String::new(),
        pool if pool == all => say!(lang, "pooled-all"),
        pool => say!(lang, "pooled", count = pool),
    };
    let mut who: Vec<String> = roles
        .iter()
        .map(|(role, all, pool)| {
            let people = people(lang, *all);
            say!(lang, "guests-role", people = people, role = quoted(role), pooled = pooled(*all, *pool))
        })
        .collect();
    if reserves > 0 {
        who.push(say!(lang, "guests-reserve", people = people(lang, reserves)));
    }
    let (all, pool) = newcomers;
    if all > 0 {
        who.push(say!(lang, "guests-newcomers", people = people(lang, all), pooled = pooled(all, pool)));
    }
    say!(lang, "remark-seat-guests", plan = quoted(plan), who = list(lang, &who))
}

/// That a supplement was replaced by the one after it.
fn replacement(lang: Lang, (line, reason): &(String, String)) -> String {
    say!(lang, "remark-replaced", line = line.as_str(), reason = quoted(reason))
}

/// Names of seat plans: "a" and "b".
fn names(lang: Lang, plans: &[String]) -> String {
    list(lang, &plans.iter().map(|plan| quoted(plan)).collect::<Vec<_>>())
}

/// That people were drawn from those who registered themselves. Every page of such a panel says it.
pub fn self_registered(lang: Lang, frame: &str) -> String {
    let frame = if frame.is_empty() { "none".to_owned() } else { quoted(frame) };
    say!(lang, "remark-self-registered", frame = frame)
}

/// The first pairs of names that look alike, each with the feature or column that it is of.
fn alike(lang: Lang, pairs: &[(String, String, String)]) -> String {
    let each = pairs.iter().take(5).map(|(feature, one, other)| {
        let (feature, one, other) = (quoted(feature), quoted(one), quoted(other));
        say!(lang, "remark-values-alike-pair", feature = feature, one = one, other = other)
    });
    each.collect::<Vec<_>>().join("; ")
}
