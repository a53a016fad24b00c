//! V33. The agreement has exactly the adopted options, in their frozen wording, from the results that count; minority
//! statements and stories name options that exist, and no more people support a statement than had a vote. A consultation stands beside a ballot, and no result is one.

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::reading::{Acts, about, wrong};
use super::wrong::ActWrong;
use crate::bundle::acts::{AgreementTerms, ConsultationTerms, Sort};
use crate::bundle::files;
use crate::deliberation::dates::Date;
use crate::deliberation::rows::{Agreed, Cell, Class, Minority, Opinion, Story};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    let any = acts.of(Sort::Agreement).chain(acts.of(Sort::Consultation)).next().is_some();
    if !any {
        return not_checked(Id::Agreement, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Agreement);
    for link in acts.of(Sort::Agreement) {
        agreement(acts, link.number, &mut tally);
    }
    for link in acts.of(Sort::Consultation) {
        consultation(acts, link.number, &mut tally);
    }
    let last = acts.of(Sort::Agreement).last().map(|link| link.number);
    let old = last.filter(|&act| acts.is_old(act, u32::MAX));
    let old = old.map(|agreement| Remark::OldAgreement { agreement, replies: None });
    let claim = tally.claim().remark(old).remark(otherwise_asked(acts));
    if last.is_none() {
        return claim;
    }
    let (mut ballots, mut options, mut tied) = (Vec::new(), Vec::new(), Vec::new());
    for ballot in acts.ballots_before(u32::MAX) {
        let Some((_, verdicts)) = acts.result_before(ballot.act, u32::MAX) else {
            ballots.push(ballot.rule.name.clone());
            continue;
        };
        let of = |class| verdicts.iter().filter(move |it| it.class == class).map(|it| it.option.clone());
        options.extend(of(Class::Undecided));
        tied.extend(of(Class::Tied));
    }
    let gone = acts.of(Sort::Agreement).filter_map(|link| minority_gone(acts, link.number));
    claim
        .remark(gone)
        .remark((!ballots.is_empty()).then_some(Remark::Uncounted { ballots }))
        .remark((!options.is_empty()).then_some(Remark::Undecided { options }))
        .remark((!tied.is_empty()).then_some(Remark::Undrawn(tied)))
}

/// Consultations that were held otherwise than the charter announced.
fn otherwise_asked(acts: &Acts<'_>) -> Vec<Remark> {
    let Some(announced) = acts.charter().and_then(|it| it.consultation) else { return Vec::new() };
    let (from, until) = (announced.from.to_string(), announced.until.to_string());
    let asked = acts.of(Sort::Consultation).filter_map(|link| {
        let terms: ConsultationTerms = acts.terms(link.number).ok()?;
        let same = (&terms.how, &terms.from, &terms.until) == (&announced.how, &from, &until);
        let days = (from.clone(), until.clone());
        (!same).then_some(Remark::OtherwiseAsked(link.number, announced.how.clone(), days))
    });
    asked.collect()
}

/// That an agreement has not the minority statements of the one that it replaces.
fn minority_gone(acts: &Acts<'_>, act: u32) -> Option<Remark> {
    let before = acts.link(act).facts.replaces?;
    let of = |act: u32| acts.rows::<Minority>(act, files::MINORITY).ok();
    let (old, new) = of(before).zip(of(act))?;
    let statements = old.iter().filter(|it| !new.contains(it)).count() as u64;
    (statements > 0).then_some(Remark::MinorityGone { act, before, statements })
}

fn agreement(acts: &Acts<'_>, act: u32, tally: &mut Tally) {
    let (Ok(terms), Ok(stated)) =
        (acts.terms::<AgreementTerms>(act), acts.rows::<Agreed>(act, files::AGREEMENT))
    else {
        return;
    };
    let (mut results, mut due, mut options) = (Vec::new(), Vec::new(), BTreeMap::new());
    for ballot in acts.ballots_before(act) {
        let Some((result, verdicts)) = acts.result_before(ballot.act, act) else { continue };
        results.push(result);
        for (option, verdict) in ballot.options.iter().zip(verdicts) {
            options.insert(option.option.as_str(), ballot.roll.members());
            if matches!(verdict.class, Class::Adopted | Class::In | Class::InByLot) {
                due.push(Agreed {
                    ballot: ballot.rule.name.clone(),
                    option: option.option.clone(),
                    text: option.text.clone(),
                    class: verdict.class,
                    fractions: verdict.fractions.clone(),
                });
            }
        }
    }
    results.sort_unstable();
    tally.check(results == terms.results, || wrong(act, ActWrong::Ballots));
    let odd = due.iter().find(|it| !stated.contains(it)).or(stated.iter().find(|it| !due.contains(it)));
    let odd = odd.map_or_else(String::new, |it| it.option.clone());
    tally.check(due == stated, || about(act, ActWrong::Adopted, &odd));
    for row in acts.rows::<Minority>(act, files::MINORITY).unwrap_or_default() {
        let members = options.get(row.option.as_str());
        let sound = members.is_some() && !row.text.is_empty();
        tally.check(sound, || about(act, ActWrong::Beside, &row.option));
        let few = members.is_none_or(|&members| row.supporters <= members);
        tally.check(few, || about(act, ActWrong::Supporters, &row.option));
    }
    for row in acts.rows::<Story>(act, files::STORIES).unwrap_or_default() {
        let sound =
            (row.option.is_empty() || options.contains_key(row.option.as_str())) && !row.text.is_empty();
        tally.check(sound, || about(act, ActWrong::Beside, &row.option));
    }
}

fn consultation(acts: &Acts<'_>, act: u32, tally: &mut Tally) {
    let Ok(terms) = acts.terms::<ConsultationTerms>(act) else { return };
    let ballot = acts.ballots_before(act).find(|it| it.act == terms.ballot);
    let days = <Date as Cell>::read(&terms.from).zip(<Date as Cell>::read(&terms.until));
    // Nobody can have been asked until a day that is still to come.
    let own = acts.link(act).facts.day();
    let sound = ballot.is_some() && days.is_some_and(|(from, until)| from <= until && Some(until) <= own);
    if !tally.check(sound, || wrong(act, ActWrong::Consultation)) {
        return;
    }
    let mut seen = BTreeSet::new();
    for row in acts.rows::<Opinion>(act, files::CONSULTATION).unwrap_or_default() {
        let known = ballot.is_some_and(|it| it.options.iter().any(|option| option.option == row.option));
        let fits = known && row.count <= terms.participants && seen.insert(row.option.clone());
        tally.check(fits, || about(act, ActWrong::Consultation, &row.option));
    }
}
