//! V28. Acts are numbered without gaps, each whole, of this lottery, in the form of its kind and linked to the one before;
//! days do not fall; an act that replaces another is of its kind and says why, and of one thing only one act counts. Topics
//! end in one place each.

use super::super::report::{Claim, Failure, Id, Remark, Tally};
use super::super::walk::walk;
use super::reading::{Acts, about, read, torn, wrong};
use super::wrong::ActWrong;
use crate::base::line::is_line;
use crate::base::rules::Rules;
use crate::bundle::acts::{
    self, ACTS, AgreementTerms, CalledTerms, ConsultationTerms, DelegatesTerms, Facts, FollowTerms, Sort,
    WillingTerms,
};
use crate::bundle::chain::Link;
use crate::bundle::record::DRAWS;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{Folder, files, public};
use crate::deliberation::rows::{
    Agreed, Delegate, Entry, Merge, Minority, Mirrored, Opinion, Rank, Reply, Story, Topic, Willing,
};
use crate::deliberation::topics;
use crate::seed::Manifest;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(folder: &Folder) -> (Claim, Option<Acts<'_>>) {
    let mut tally = Tally::new(Id::Acts);
    let commitment = public::file(folder, files::MANIFEST).ok().and_then(Manifest::parse);
    let commitment = commitment.map_or_else(String::new, |it| it.commit().digest().to_string());
    let draws: Vec<String> = DRAWS.read(folder).links.iter().map(|it| it.digest.to_string()).collect();
    let lists: Vec<String> = ROSTERS.read(folder).links.iter().map(|it| it.digest.to_string()).collect();
    let links =
        walk(folder, &ACTS, &commitment, &Rules::ALL, &mut tally, |link, before: Option<&Link<Facts>>| {
            place(link, before, &draws, &lists)?;
            Ok(link.clone())
        });
    tally.count(links.len() as u64);
    if !tally.clean() {
        return (tally.claim(), None);
    }
    let replaced: Vec<(u32, u32, String)> = links
        .iter()
        .filter_map(|link| Some((link.number, link.facts.replaces?, link.facts.because.clone()?)))
        .collect();
    let acts = tally.take(read(folder, links).and_then(|acts| forms(&acts).map(|()| acts)));
    if let Some(acts) = &acts {
        replacing(acts, &mut tally);
        sorted(acts, &mut tally);
    }
    let clean = tally.clean();
    let remark = (!replaced.is_empty()).then_some(Remark::ActsReplaced { acts: replaced });
    let claim = tally.claim().remark(remark).remark(acts.iter().flat_map(topics_gone));
    (claim, acts.filter(|_| clean))
}

/// What the facts of an act say of its place among the others.
fn place(
    link: &Link<Facts>,
    before: Option<&Link<Facts>>,
    draws: &[String],
    lists: &[String],
) -> Result<(), Failure> {
    let (act, facts) = (link.number, &link.facts);
    let at = |of: &[String], digest: &str| of.iter().position(|it| it == digest);
    let later = |of: &[String], earlier: &str, now: usize| at(of, earlier).is_none_or(|it| it <= now);
    let draw = at(draws, &facts.record).ok_or_else(|| wrong(act, ActWrong::Draw))?;
    let last = before.map(|it| &it.facts);
    if last.is_some_and(|last| last.day() > facts.day()) {
        return Err(wrong(act, ActWrong::Date));
    }
    if last.is_some_and(|last| !later(draws, &last.record, draw)) {
        return Err(wrong(act, ActWrong::Draw));
    }
    if let Some(digest) = &facts.roster {
        let list = at(lists, digest).ok_or_else(|| wrong(act, ActWrong::Roster))?;
        let earlier = last.and_then(|last| last.roster.as_deref());
        if earlier.is_some_and(|earlier| !later(lists, earlier, list)) {
            return Err(wrong(act, ActWrong::Roster));
        }
    } else if last.is_some_and(|last| last.roster.is_some() && last.record == facts.record) {
        return Err(wrong(act, ActWrong::Roster));
    }
    Ok(())
}

/// Whether the files of every act have their form.
fn forms(acts: &Acts<'_>) -> Result<(), Failure> {
    for link in &acts.links {
        let act = link.number;
        match link.facts.kind {
            Sort::Ballot | Sort::Tally | Sort::Ties => {}
            Sort::Topics => {
                acts.rows::<Topic>(act, files::TOPICS)?;
                acts.rows::<Merge>(act, files::MERGES)?;
                if acts.folder.contains_key(&ACTS.path(act, files::RANKING)) {
                    acts.rows::<Rank>(act, files::RANKING)?;
                }
            }
            Sort::Agreement => {
                acts.terms::<AgreementTerms>(act)?;
                acts.rows::<Agreed>(act, files::AGREEMENT)?;
                acts.rows::<Minority>(act, files::MINORITY)?;
                acts.rows::<Story>(act, files::STORIES)?;
            }
            Sort::Consultation => {
                let terms: ConsultationTerms = acts.terms(act)?;
                if !is_line(&terms.how) {
                    return Err(torn(act, files::TERMS));
                }
                acts.rows::<Opinion>(act, files::CONSULTATION)?;
            }
            Sort::Willing => {
                acts.terms::<WillingTerms>(act)?;
                acts.rows::<Willing>(act, files::WILLING)?;
            }
            Sort::Delegates => {
                acts.terms::<DelegatesTerms>(act)?;
                acts.rows::<Delegate>(act, files::DELEGATES)?;
                if acts.has(act, files::MIRROR) {
                    acts.rows::<Mirrored>(act, files::MIRROR)?;
                }
            }
            Sort::Called => {
                acts.terms::<CalledTerms>(act)?;
                acts.rows::<Delegate>(act, files::DELEGATES)?;
            }
            Sort::Follow => {
                let terms: FollowTerms = acts.terms(act)?;
                if terms.by.as_deref().is_some_and(|by| !is_line(by)) {
                    return Err(torn(act, files::TERMS));
                }
                acts.rows::<Reply>(act, files::REPLIES)?;
                acts.rows::<Entry>(act, files::LOG)?;
            }
        }
    }
    Ok(())
}

/// What an act is about: of one of these things only one act counts.
fn subject(acts: &Acts<'_>, link: &Link<Facts>) -> Option<(Sort, String)> {
    let act = link.number;
    let text = match link.facts.kind {
        Sort::Topics | Sort::Agreement => String::new(),
        Sort::Ballot => acts.ballot(act)?.rule.name.clone(),
        Sort::Tally => acts.tally(act)?.ballot.to_string(),
        Sort::Ties => acts.lots.iter().find(|it| it.act == act)?.terms.tally.to_string(),
        Sort::Willing => acts.terms::<WillingTerms>(act).ok()?.name,
        Sort::Delegates => acts.terms::<DelegatesTerms>(act).ok()?.name,
        Sort::Called | Sort::Consultation | Sort::Follow => return None,
    };
    Some((link.facts.kind, text))
}

/// Whether whatever is replaced may be, by that act, and of one thing one act counts.
pub(super) fn replacing(acts: &Acts<'_>, tally: &mut Tally) {
    let mut replaced: BTreeSet<u32> = BTreeSet::new();
    for link in &acts.links {
        let Some(old) = link.facts.replaces else { continue };
        let before = (old < link.number).then(|| acts.links.get((old as usize).wrapping_sub(1))).flatten();
        let may = matches!(
            link.facts.kind,
            Sort::Topics | Sort::Ballot | Sort::Tally | Sort::Agreement | Sort::Willing
        );
        let same = before.is_some_and(|before| subject(acts, before) == subject(acts, link));
        // A ballot that was counted stands.
        let counted = link.facts.kind == Sort::Ballot
            && acts.tallies.iter().any(|it| it.ballot == old && it.act < link.number);
        // And a group that was drawn.
        let drawn = link.facts.kind == Sort::Willing && acts.drawn_of(old).any(|drawn| drawn < link.number);
        let sound = may && same && !counted && !drawn && replaced.insert(old);
        tally.check(sound, || wrong(link.number, ActWrong::Replaces));
    }
    let mut seen: BTreeSet<(Sort, String)> = BTreeSet::new();
    for link in acts.links.iter().filter(|link| acts.counts(link.number)) {
        if let Some(subject) = subject(acts, link) {
            tally.check(seen.insert(subject), || wrong(link.number, ActWrong::Twice));
        }
    }
}

/// Acts of topics that lack topics of those that they replace.
fn topics_gone(acts: &Acts<'_>) -> Vec<Remark> {
    let of = |act: u32| acts.rows::<Topic>(act, files::TOPICS).unwrap_or_default();
    let gone = |link: &Link<Facts>| {
        let (act, before) = (link.number, link.facts.replaces?);
        let topics = topics::gone(&of(before), &of(act));
        (!topics.is_empty()).then_some(Remark::TopicsGone(act, before, topics))
    };
    acts.of(Sort::Topics).filter_map(gone).collect()
}

/// Whether every topic ends in one place, and is ranked by its points.
fn sorted(acts: &Acts<'_>, tally: &mut Tally) {
    for link in acts.of(Sort::Topics) {
        let act = link.number;
        let (Ok(proposed), Ok(merges)) =
            (acts.rows::<Topic>(act, files::TOPICS), acts.rows::<Merge>(act, files::MERGES))
        else {
            continue;
        };
        let names: BTreeSet<&str> = proposed.iter().map(|it| it.topic.as_str()).collect();
        let once: BTreeSet<&str> = merges.iter().map(|it| it.topic.as_str()).collect();
        let known = |it: &Merge| {
            names.contains(it.topic.as_str())
                && (it.into.is_empty() || names.contains(it.into.as_str()))
                && is_line(&it.reason)
        };
        let sound = names.len() == proposed.len() && once.len() == merges.len() && merges.iter().all(known);
        tally.check(sound && topics::circles(&merges).is_empty(), || wrong(act, ActWrong::Topics));
        let Some(ranks) = acts::rows::<Rank>(acts.folder, act, files::RANKING) else { continue };
        let given: BTreeMap<&str, u64> =
            ranks.iter().rev().map(|it| (it.topic.as_str(), it.points)).collect();
        let points = |topic: &str| given.get(topic).copied();
        let left: Vec<(&str, u64)> = topics::left(&proposed, &merges)
            .into_iter()
            .map(|(it, _)| (it.topic.as_str(), points(&it.topic).unwrap_or_default()))
            .collect();
        let names: BTreeSet<&str> = left.iter().map(|it| it.0).collect();
        let odd = ranks.iter().find(|it| !names.contains(it.topic.as_str()));
        let odd = odd.map_or("", |it| it.topic.as_str());
        tally.check(topics::ranked(&left) == ranks, || about(act, ActWrong::Topics, odd));
    }
}
