//! V35. Every adopted option has its reply or waits for one, due when the terms say; whoever deviates gives a reason; no
//! reply, objection or incident of an earlier act is missing, and a reply stands though an agreement in between left its option out.
//! Late replies are told, and agreements that were handed over long after their day, and how often one was put off, and recounts that the log grants and nobody held.

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::reading::{Acts, Ballot, about, wrong};
use super::wrong::ActWrong;
use crate::bundle::acts::{FollowTerms, Sort};
use crate::bundle::files;
use crate::deliberation::charter::Promise;
use crate::deliberation::dates::{Date, Term};
use crate::deliberation::follow::{self, Due, Published};
use crate::deliberation::rows::{Agreed, Answer, Cell, Entry, Matter, Outcome, Reply};

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    if acts.of(Sort::Follow).next().is_none() {
        return not_checked(Id::Follow, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Follow);
    let mut before: Option<(Vec<Reply>, Vec<Entry>)> = None;
    let mut published = Published::default();
    let (mut late, mut far) = (Vec::new(), Vec::new());
    let promise = promised(acts);
    let promised = promise.as_ref().map(|it| it.term);
    // Also of an agreement that was replaced: replies may have come to that.
    let first = acts.of(Sort::Agreement).next().and_then(|link| link.facts.day());
    let (mut other_by, mut handed_late) = (None, None);
    let (mut backdated, mut other_terms, mut said) = (Vec::new(), Vec::new(), None::<[String; 3]>);
    for link in acts.of(Sort::Follow) {
        let act = link.number;
        let (Ok(terms), Ok(replies), Ok(log)) = (
            acts.terms::<FollowTerms>(act),
            acts.rows::<Reply>(act, files::REPLIES),
            acts.rows::<Entry>(act, files::LOG),
        ) else {
            continue;
        };
        let agreed = agreed(acts, act, &terms);
        let due = due(&terms);
        // Without an agreement, or without a day on which it was handed over, there is nothing to reply to.
        let sound = match (&agreed, &due) {
            (Some(agreed), Ok(Some(due))) => {
                let names = agreed.iter().map(|it| &it.option).eq(replies.iter().map(|it| &it.option));
                names && replies.iter().all(|it| it.due == due.day())
            }
            (Some(_), Ok(None)) => replies.is_empty(),
            _ => false,
        };
        tally.check(sound, || wrong(act, ActWrong::Due));
        // What was promised is not made longer when it is due.
        let longer = |due: &Due| {
            promised.is_some_and(|term| due.handed.after(term).is_some_and(|day| day < due.day()))
        };
        if due.as_ref().is_ok_and(|due| due.as_ref().is_some_and(longer)) {
            tally.check(false, || wrong(act, ActWrong::LongTerm));
        }
        for reply in &replies {
            let whole = reply.date.is_some() == reply.answer.is_some()
                && (reply.document.is_empty() || follow::is_digest(&reply.document))
                && follow::unfounded(reply).is_none();
            tally.check(whole, || about(act, ActWrong::Ground, &reply.option));
        }
        let own = link.facts.day();
        let to_come = |day: Option<Date>| day.zip(own).is_some_and(|(day, own)| day > own);
        let handed = due.as_ref().ok().and_then(Option::as_ref).map(|due| due.handed);
        let agreements = acts.of(Sort::Agreement).filter_map(|link| link.facts.day());
        handed_late = handed.and_then(|handed| follow::handed_late(handed, agreements));
        tally.check(!to_come(handed), || wrong(act, ActWrong::ToCome));
        for reply in &replies {
            tally.check(!to_come(reply.date), || about(act, ActWrong::ToCome, &reply.option));
        }
        let early = |day: Option<Date>| day.zip(first).is_some_and(|(day, first)| day < first);
        let any_early = early(handed) || replies.iter().any(|reply| early(reply.date));
        tally.check(!any_early, || wrong(act, ActWrong::BeforeAgreed));
        for entry in &log {
            tally.check(!entry.about.is_empty(), || wrong(act, ActWrong::Ground));
            let in_order = entry.decided.is_none_or(|decided| entry.date <= decided);
            let known = in_order && !to_come(Some(entry.date)) && !to_come(entry.decided);
            tally.check(known, || about(act, ActWrong::LogDay, &entry.about));
            let whole = !follow::lacks_decision(entry);
            tally.check(whole, || about(act, ActWrong::NoDecision, &entry.about));
        }
        other_by = terms
            .by
            .clone()
            .zip(promise.as_ref())
            .filter(|(by, it)| *by != it.by)
            .map(|(by, it)| Remark::OtherBy { by, promised: it.by.clone() });
        if let Some((old_replies, old_log)) = &before {
            let is_there = |old: &Reply| replies.iter().any(|it| it.option == old.option);
            let same = old_replies.iter().all(is_there) || agreed.is_some_and(|it| it.len() == replies.len());
            // The last reply to each option counts, also where the act before does not have the option.
            let lost = follow::lost_reply(&published.to(&replies), &replies).is_some() || !same;
            tally.check(!lost && follow::lost_entry(old_log, &log).is_none(), || wrong(act, ActWrong::Lost));
        }
        let terms = terms.said().map(|it| it.map(str::to_owned));
        if let Some(before) = said.take().filter(|before| terms.as_ref() != Some(before)) {
            other_terms.push(Remark::OtherTerms(act, (before, terms.clone())));
        }
        said = terms;
        if let Some(day) = link.facts.day() {
            let early = |reply: &Reply| {
                let (act, day) = (published.backdated(reply)?.to_string(), reply.date?.to_string());
                Some((reply.option.clone(), day, act))
            };
            backdated.extend(replies.iter().filter_map(early));
            let mut now = published.clone();
            now.add(&replies, day);
            let days = |reply: &Reply| Some((reply.option.clone(), follow::state(reply, &now, day).late()?));
            late = replies.iter().filter_map(days).collect();
            far = replies.iter().filter_map(|reply| follow::far_off(reply, day)).collect();
            published = now;
        }
        before = Some((replies, log));
    }
    let open = before.iter().flat_map(|(replies, _)| replies).filter(|it| it.answer == Some(Answer::Later));
    let again = open.filter_map(|it| {
        let days = published.again(&it.option)?.iter().map(Date::to_string).collect();
        Some((it.option.clone(), days))
    });
    let again: Vec<(String, Vec<String>)> = again.collect();
    let granted = not_recounted(acts, before.as_ref().map_or(&[], |(_, log)| log));
    let last = acts.of(Sort::Follow).last().map(|link| link.number);
    let old = last.and_then(|act| {
        let agreement = acts.terms::<FollowTerms>(act).ok()?.agreement?;
        acts.is_old(agreement, act).then_some(Remark::OldAgreement { agreement, replies: Some(act) })
    });
    tally
        .claim()
        .remark(old)
        .remark(other_by)
        .remark(handed_late.map(|(agreed, days)| Remark::HandedLate(agreed, days)))
        .remark((!late.is_empty()).then_some(Remark::Late { replies: late }))
        .remark((!backdated.is_empty()).then_some(Remark::Backdated(backdated)))
        .remark(other_terms)
        .remark((!far.is_empty()).then_some(Remark::FarOff { replies: far }))
        .remark((!again.is_empty()).then_some(Remark::PutOffAgain(again)))
        .remark((!granted.is_empty()).then_some(Remark::NotRecounted(granted)))
}

/// What recounts are about that the log grants, where no count of that day or later takes the place of one of the ballots that
/// they name; of none of these, if they name one.
fn not_recounted(acts: &Acts<'_>, log: &[Entry]) -> Vec<String> {
    let granted = |it: &&Entry| it.kind == Matter::Recount && it.outcome == Some(Outcome::Upheld);
    let is_held = |entry: &Entry| {
        let named = |name: &str| follow::names(&entry.about, name);
        let is_named = |it: &&Ballot| named(&it.rule.name) || it.options.iter().any(|one| named(&one.option));
        let of: Vec<u32> = acts.ballots.iter().filter(is_named).map(|it| it.act).collect();
        acts.tallies.iter().any(|count| {
            let facts = &acts.link(count.act).facts;
            let since = facts.day().is_some_and(|day| entry.date <= day);
            facts.replaces.is_some() && since && (of.is_empty() || of.contains(&count.ballot))
        })
    };
    log.iter().filter(granted).filter(|it| !is_held(it)).map(|it| it.about.clone()).collect()
}

/// The reply that the charter promises: in the last of its phases that says so.
fn promised(acts: &Acts<'_>) -> Option<Promise> {
    acts.charter()?.phases.into_iter().rev().find_map(|phase| phase.reply)
}

/// What was adopted by the agreement that an act names: the one that counted then. Nothing, if there was none.
fn agreed(acts: &Acts<'_>, act: u32, terms: &FollowTerms) -> Option<Vec<Agreed>> {
    // One that was replaced is never the last: what replaced it is an agreement too, and came later.
    let due = acts.of(Sort::Agreement).map(|it| it.number).filter(|&it| it < act).last();
    if terms.agreement != due {
        return None;
    }
    due.map_or_else(|| Some(Vec::new()), |number| acts.rows(number, files::AGREEMENT).ok())
}

/// When replies are due; nothing if no day is given.
fn due(terms: &FollowTerms) -> Result<Option<Due>, ()> {
    match (&terms.handed, &terms.term, &terms.by) {
        (None, None, None) => Ok(None),
        (Some(handed), Some(text), Some(by)) => {
            let handed = <Date as Cell>::read(handed).ok_or(())?;
            let term = Term::read(text).filter(|term| term.to_string() == *text).ok_or(())?;
            handed.after(term).ok_or(())?;
            Ok(Some(Due { handed, term, by: by.clone() }))
        }
        _ => Err(()),
    }
}
