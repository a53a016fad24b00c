//! V29. The charter answers its five questions if it asks them; every count is of a ballot that was frozen before it and not
//! replaced, with its options; the rule of each ballot is the charter's, or has a reason; each line that somebody kept is
//! that of a ballot here.

use super::super::report::{Claim, Failure, Id, Remark, Tally};
use super::reading::{Acts, Ballot, about, wrong};
use super::wrong::ActWrong;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::bundle::acts::{self, Sort};
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{Folder, files, household, public};
use crate::deliberation::charter::Charter;
use crate::deliberation::counts;
use crate::deliberation::options::{alike, turned_down, wording};
use crate::deliberation::rows::Reply;
use crate::deliberation::warned::Around;
use crate::deliberation::warning::Warning;
use crate::deliberation::wrong::Found;
use crate::quotas::Feature;
use crate::seed::Commitment;
use std::collections::{BTreeMap, BTreeSet};

/// That lines are known, and there are no acts of which they could be: only lists of events.
pub(super) fn no_ballots(folder: &Folder, lines: &[&str]) -> Claim {
    let mut tally = Tally::new(Id::Ballots);
    for line in lines {
        tally.check(is_list(folder, line), || Failure::BallotLine { line: (*line).to_owned() });
    }
    tally.claim()
}

/// Whether a line is the digest of a list of events, as it was told when that was published.
fn is_list(folder: &Folder, line: &str) -> bool {
    let digest = |n: u32| folder.get(&ROSTERS.path(n, files::MANIFEST)).map(|bytes| Digest::of(bytes));
    ROSTERS
        .numbers(folder)
        .into_iter()
        .filter_map(digest)
        .any(|digest| Commitment::of(digest).is_named_by(line))
}

pub(super) fn check(acts: &Acts<'_>, lines: &[&str]) -> Claim {
    let mut tally = Tally::new(Id::Ballots);
    let charter = charter(acts, &mut tally);
    let mut seen: BTreeSet<(&str, &str)> = BTreeSet::new();
    for ballot in &acts.ballots {
        let act = ballot.act;
        let promised = charter.as_ref().is_some_and(|it| it.rules.contains(&ballot.rule));
        let told = ballot.because.as_deref().is_some_and(is_line);
        tally.check(promised == ballot.because.is_none() && (promised || told), || {
            wrong(act, ActWrong::RuleLater)
        });
        let sound = |it: &&crate::deliberation::rows::Choice| !it.option.is_empty() && !it.text.is_empty();
        let names: BTreeSet<&str> = ballot.options.iter().map(|it| it.option.as_str()).collect();
        let whole = names.len() == ballot.options.len() && ballot.options.iter().all(|it| sound(&it));
        tally.check(whole && !names.is_empty(), || wrong(act, ActWrong::Options));
        // Options of two ballots that count are never called the same, so that a reply is to one of them.
        for option in ballot.options.iter().filter(|_| acts.counts(act)) {
            let other = seen.iter().any(|(name, of)| *name == option.option && *of != ballot.rule.name);
            tally.check(!other, || about(act, ActWrong::Options, &option.option));
        }
        if acts.counts(act) {
            seen.extend(names.into_iter().map(|name| (name, ballot.rule.name.as_str())));
        }
    }
    for count in &acts.tallies {
        let ballot = acts.ballots_before(count.act).find(|it| it.act == count.ballot);
        let Some(ballot) = ballot else {
            tally.check(false, || wrong(count.act, ActWrong::NoBallot));
            continue;
        };
        let whole = counts::pairs(&count.counts, &ballot.options).is_some();
        let names = ballot.options.iter().map(|it| &it.option);
        let listed = count.result.iter().map(|it| &it.option);
        tally.check(whole && names.eq(listed), || wrong(count.act, ActWrong::Options));
    }
    for line in lines {
        let named = |act: u32| acts::line(acts.folder, act).is_some_and(|it| it.is_named_by(line));
        let known = acts.links.iter().map(|link| link.number).find(|act| named(*act));
        let Some(act) = known else {
            tally.check(is_list(acts.folder, line), || Failure::BallotLine { line: (*line).to_owned() });
            continue;
        };
        let later = acts.links.iter().find(|link| link.facts.replaces == Some(act));
        if let Some(later) = later.filter(|_| acts.ballot(act).is_some()) {
            let why = later.facts.because.clone().unwrap_or_default();
            tally.check(false, || Failure::LineReplaced { act, by: later.number, why });
        }
    }
    let mut other = Vec::new();
    for ballot in acts.ballots.iter().filter(|it| acts.counts(it.act)) {
        let Some(why) = ballot.because.clone() else { continue };
        let of_name = |it: &Charter| it.rules.iter().any(|rule| rule.name == ballot.rule.name);
        let promised = charter.as_ref().is_some_and(of_name);
        other.push(Remark::RuleLater { ballot: ballot.rule.name.clone(), why, promised });
    }
    other.extend(acts.ballots.iter().filter(|it| acts.counts(it.act)).filter_map(same_words));
    other.extend(voted_again(acts));
    other.extend(never_counted(acts));
    other.extend(two_ballots(acts));
    other.extend(charter.iter().flat_map(|it| finished_before(acts, it)));
    other.extend(charter.iter().flat_map(|it| promised(acts, it)));
    let warned = charter.map_or_else(Vec::new, |it| warnings(acts, &it));
    let kept = |act: u32| {
        lines.iter().any(|line| acts::line(acts.folder, act).is_some_and(|it| it.is_named_by(line)))
    };
    let open = acts.ballots.iter().filter(|it| acts.counts(it.act) && !kept(it.act)).filter_map(|it| {
        let line = acts::line(acts.folder, it.act)?.to_string();
        Some(Remark::BallotLine { ballot: it.rule.name.clone(), line })
    });
    tally
        .claim()
        .remark(other)
        .remark(open)
        .remark((!warned.is_empty()).then_some(Remark::Warned { warnings: warned }))
}

/// Options of a ballot that nobody can tell apart by their words.
fn same_words(ballot: &Ballot) -> Option<Remark> {
    let pairs = alike(&ballot.options).into_iter();
    let options: Vec<(String, String)> =
        pairs.map(|(first, other)| (first.option.clone(), other.option.clone())).collect();
    (!options.is_empty()).then(|| Remark::SameWords { ballot: ballot.rule.name.clone(), options })
}

/// Options with the words of one that another ballot voted down: whoever does not like a result could vote again, under another name
/// and another rule, and freeze both ballots before either is counted. Of a ballot that was frozen later only what this one adopted;
/// and nothing where this one was counted first.
fn voted_again(acts: &Acts<'_>) -> Vec<Remark> {
    let standing = || acts.ballots.iter().filter(|it| acts.counts(it.act));
    let result = |ballot: &Ballot| acts.result_before(ballot.act, u32::MAX);
    // How an option reads is worked out once, and not for every other ballot.
    let down: Vec<_> = standing()
        .filter_map(|ballot| {
            let (act, verdicts) = result(ballot)?;
            let options = ballot.options.iter().zip(verdicts).filter(|(_, it)| turned_down(it.class));
            Some((
                ballot,
                act,
                options.map(|(option, _)| (option, wording(&option.text))).collect::<Vec<_>>(),
            ))
        })
        .collect();
    let mut again = Vec::new();
    for ballot in standing() {
        let (counted, own) = result(ballot).map_or((u32::MAX, &[][..]), |(act, verdicts)| (act, verdicts));
        let mut words: BTreeMap<String, Vec<(usize, &str)>> = BTreeMap::new();
        for (at, option) in ballot.options.iter().enumerate() {
            words.entry(wording(&option.text)).or_default().push((at, &option.option));
        }
        let is_up = |at: usize| own.get(at).is_some_and(|it| !turned_down(it.class));
        let others = down.iter().filter(|(it, act, _)| it.rule.name != ballot.rule.name && *act < counted);
        for (other, act, options) in others {
            for (before, text) in options {
                let same = words.get(text).into_iter().flatten();
                let told = same.filter(|(at, _)| other.act < ballot.act || is_up(*at));
                again.extend(told.map(|(_, option)| Remark::VotedAgain {
                    option: (*option).to_owned(),
                    ballot: ballot.rule.name.clone(),
                    before: before.option.clone(),
                    of: other.rule.name.clone(),
                    act: *act,
                }));
            }
        }
    }
    again
}

/// Ballots that were frozen and not counted, where another was counted since: whoever freezes two could count the one that
/// pleases.
fn never_counted(acts: &Acts<'_>) -> Option<Remark> {
    let counted = |ballot: &Ballot| acts.result_before(ballot.act, u32::MAX).is_some();
    let standing = || acts.ballots.iter().filter(|it| acts.counts(it.act));
    let passed =
        |ballot: &&Ballot| acts.tallies.iter().any(|it| it.act > ballot.act && it.ballot != ballot.act);
    let open = standing().filter(|it| !counted(it)).filter(passed);
    let ballots: Vec<String> = open.map(|it| it.rule.name.clone()).collect();
    (!ballots.is_empty()).then_some(Remark::NeverCounted(ballots))
}

/// Ballots that have options with the words of those of another.
fn two_ballots(acts: &Acts<'_>) -> Vec<Remark> {
    let standing = acts.ballots.iter().filter(|it| acts.counts(it.act));
    let words = |it: &Ballot| -> BTreeSet<String> {
        it.options.iter().map(|option| wording(&option.text)).filter(|it| !it.is_empty()).collect()
    };
    let all: Vec<(&str, BTreeSet<String>)> = standing.map(|it| (it.rule.name.as_str(), words(it))).collect();
    let mut found = Vec::new();
    for (at, (ballot, own)) in all.iter().enumerate() {
        for (other, before) in &all[..at] {
            let options = own.intersection(before).count() as u64;
            let (ballot, other) = ((*ballot).to_owned(), (*other).to_owned());
            found.extend((options > 0).then_some(Remark::TwoBallots(ballot, other, options)));
        }
    }
    found
}

/// Ballots that were frozen on the first day, or before it, of a phase in which people advise at the start: when they met, the
/// options were finished.
fn finished_before(acts: &Acts<'_>, charter: &Charter) -> Vec<Remark> {
    let mut early = Vec::new();
    for ballot in acts.ballots.iter().filter(|it| acts.counts(it.act)) {
        let Some(day) = acts.link(ballot.act).facts.day() else { continue };
        let name = &ballot.rule.name;
        let phases = charter.phases.iter().filter(|it| it.ballot.as_ref() == Some(name));
        early.extend(phases.filter(|it| it.finished_before(day)).map(|phase| Remark::FinishedBefore {
            ballot: name.clone(),
            day: day.to_string(),
            phase: phase.name.clone(),
            from: phase.from.to_string(),
            answer: charter.answer_to(Warning::FinishedOptions),
        }));
    }
    early
}

/// What the charter promises and the record does not have so far: ballots that were never frozen, the consultation, replies.
fn promised(acts: &Acts<'_>, charter: &Charter) -> Vec<Remark> {
    let held = |name: &str| acts.ballots.iter().any(|it| it.rule.name == name);
    let names = charter.rules.iter().map(|it| it.name.clone());
    let ballots: Vec<String> = names.filter(|name| !held(name)).collect();
    let ballots = (!ballots.is_empty()).then_some(Remark::NoBallotsSoFar { ballots });
    let consulted = acts.of(Sort::Consultation).next().is_some();
    let consultation = charter.consultation.iter().filter(|_| !consulted);
    let consultation = consultation.map(|it| Remark::NoConsultationSoFar { until: it.until.to_string() });
    // An act with a log alone has no replies.
    let replies = |act: u32| acts.rows::<Reply>(act, files::REPLIES).unwrap_or_default();
    let replied = acts.of(Sort::Follow).any(|it| replies(it.number).iter().any(|it| it.answer.is_some()));
    let reply = charter.phases.iter().rev().find_map(|phase| phase.reply.as_ref()).filter(|_| !replied);
    let reply = reply.map(|it| Remark::NoRepliesSoFar { by: it.by.clone(), term: it.term.to_string() });
    ballots.into_iter().chain(consultation).chain(reply).collect()
}

/// The charter, of which the five questions are answered if they are asked.
fn charter(acts: &Acts<'_>, tally: &mut Tally) -> Option<Charter> {
    let bytes = public::file(acts.folder, files::CHARTER_TOML).ok()?;
    let charter = Charter::read(files::CHARTER_TOML, bytes, &mut Found::default());
    tally.check(charter.is_some(), || {
        let first = acts.links.first().map_or(1, |link| link.number);
        wrong(first, ActWrong::Answers)
    });
    charter
}

/// The warnings of the charter, each with the organiser's answer.
fn warnings(acts: &Acts<'_>, charter: &Charter) -> Vec<(&'static str, String, Option<String>)> {
    let quotas: Option<Vec<String>> = acts.public.as_ref().map(|public| {
        let own = household::without(&public.quotas, public.about.household.as_ref());
        let names = |it: Feature| [it.name].into_iter().chain(it.values.into_iter().map(|value| value.name));
        own.features.into_iter().flat_map(names).collect()
    });
    let around = Around { lottery: true, quotas: quotas.as_deref() };
    charter.warnings(around).into_iter().map(|it| (it.warning.word(), it.about, it.answer)).collect()
}
