//! V31. For each option and each count the numbers fit those present: no more votes than people, no more points than their
//! papers hold, and none of a kind that the rule does not count. Votes by name are of an open ballot, each by somebody on
//! the roll, and are the count; counts by role add up to it and are public only where that tells nobody how one of a few
//! voted; papers that are kept sealed, where they are here, are those of the digest and add up to one of the counts. A recount is of
//! the same votes: where it is of other papers, of none, or of other votes by name, that is told; and so it is where somebody was
//! present at a vote by name and has none, or where the counts of two votes with other words look like the same papers.

use super::super::report::{Claim, Id, Remark, Tally, Why, not_checked};
use super::reading::{Acts, Ballot, Tally as Count, about, wrong};
use super::wrong::ActWrong;
use crate::bundle::{files, papers as kept, sealed};
use crate::deliberation::by_role;
use crate::deliberation::counts;
use crate::deliberation::few::{self, Public};
use crate::deliberation::papers::{self, Paper};
use crate::deliberation::roll::narrows;
use crate::deliberation::rows::Present;
use crate::deliberation::rule::Secrecy;
use crate::deliberation::tally::People;
use std::collections::BTreeMap;

/// How many people a count is of.
pub(super) fn people(ballot: &Ballot, count: &Count) -> People {
    People {
        members: ballot.roll.members(),
        least: count.present.iter().map(|it| it.least).sum(),
        most: count.present.iter().map(|it| it.most).sum(),
    }
}

pub(super) fn check(acts: &Acts<'_>) -> Claim {
    if acts.tallies.is_empty() {
        return not_checked(Id::Numbers, Why::NothingOfIt);
    }
    let mut tally = Tally::new(Id::Numbers);
    let (mut here, mut away) = (Vec::new(), Vec::new());
    // Of each ballot the last count with papers, and how many these were if they are here.
    let mut piles: BTreeMap<u32, (u32, Option<u64>)> = BTreeMap::new();
    let mut told = Vec::new();
    for count in &acts.tallies {
        let Some(ballot) = acts.ballot(count.ballot) else { continue };
        let people = people(ballot, count);
        for row in &count.counts {
            let fits = counts::misfits(row, &ballot.rule, people).is_empty();
            tally.check(fits, || about(count.act, ActWrong::Numbers, &row.option));
        }
        let fits = counts::sums(&count.counts, &ballot.rule, people).is_empty();
        tally.check(fits, || wrong(count.act, ActWrong::Numbers));
        tally.check(named(ballot, count), || wrong(count.act, ActWrong::Votes));
        // The difference between two public counts of one secret vote must be nobody's vote.
        let before = acts.tallies.iter().rfind(|it| it.ballot == count.ballot && it.act < count.act);
        let same = before.is_none_or(|before| narrows(&before.present, &count.present));
        tally.check(same || ballot.rule.secrecy != Secrecy::Paper, || wrong(count.act, ActWrong::Recounted));
        let own = public(acts, ballot, count.act);
        tally.check(!few::tell(&own), || wrong(count.act, ActWrong::FewPapers));
        let mut others = acts.ballots.iter().filter(|it| it.act != ballot.act);
        let again = others.any(|it| few::tell_again(&own, &public(acts, it, count.act)));
        tally.check(!again, || wrong(count.act, ActWrong::FewAgain));
        if acts.has(count.act, files::BY_ROLE) {
            let sound = by_role::is_sound(&ballot.rule, &count.by_role, &count.counts, &count.present);
            tally.check(sound, || wrong(count.act, ActWrong::ByRole));
        }
        told.extend(other_votes(acts, ballot, count));
        if acts.counts(count.act) {
            told.extend(no_votes(ballot, count));
        }
        if let Some(digest) = &count.papers {
            let sound = ballot.rule.secrecy == Secrecy::Paper;
            tally.check(sound, || wrong(count.act, ActWrong::Papers));
            match kept::sealed(acts.folder, count.act) {
                // A folder where they should lie.
                None if files::below(acts.folder, &format!("{}/", kept::path(count.act)))
                    .next()
                    .is_some() =>
                {
                    tally.check(false, || wrong(count.act, ActWrong::Papers));
                }
                None => away.push(count.act),
                Some(bytes) => {
                    let sound = papers_add_up(acts, ballot, count, bytes, digest);
                    tally.check(sound, || wrong(count.act, ActWrong::Papers));
                    here.push(count.act);
                }
            }
        }
        told.extend(other_papers(acts, ballot, count, &mut piles));
    }
    // Papers that no act keeps; they are written before the act that does.
    let stray = files::below(acts.folder, files::SEALED).filter_map(|(name, _)| kept::act_of(name));
    for act in stray.filter(|&act| act as usize <= acts.links.len()) {
        let named = acts.tally(act).is_some_and(|it| it.papers.is_some());
        tally.check(named, || wrong(act, ActWrong::Papers));
    }
    // Whoever has the sealed part has the papers, unless somebody took them away.
    let sealed = files::below(acts.folder, files::SEALED).next().is_some();
    let kept = [(here, Some(true)), (away, sealed.then_some(false))];
    let kept = kept.into_iter().filter(|(acts, _)| !acts.is_empty());
    let kept = kept.map(|(acts, here)| Remark::PapersKept { acts, here });
    tally.claim().remark(kept).remark(told).remark(like_counts(acts))
}

/// A ballot with its counts up to an act.
fn public<'a>(acts: &'a Acts<'_>, ballot: &'a Ballot, last: u32) -> Public<'a> {
    let counts = acts.tallies.iter().filter(|it| it.ballot == ballot.act && it.act <= last);
    Public::of(&ballot.rule, &ballot.options, counts.map(|it| it.counts.as_slice()).collect())
}

/// Ballots with other words whose counts differ by a few papers in all options from those of one before them.
fn like_counts(acts: &Acts<'_>) -> Vec<Remark> {
    let last = acts.links.len() as u32;
    let all: Vec<(&str, Public<'_>)> =
        acts.ballots.iter().map(|it| (it.rule.name.as_str(), public(acts, it, last))).collect();
    let mut told = Vec::new();
    for (at, (name, own)) in all.iter().enumerate() {
        let like = all[..at].iter().filter(|(_, other)| few::is_like(own, other));
        told.extend(like.map(|(other, _)| Remark::LikeCounts((*name).to_owned(), (*other).to_owned())));
    }
    told
}

/// That a count is of more papers, or fewer, than an earlier one of the same ballot, or of none where that had some.
fn other_papers(
    acts: &Acts<'_>,
    ballot: &Ballot,
    count: &Count,
    piles: &mut BTreeMap<u32, (u32, Option<u64>)>,
) -> Option<Remark> {
    let (name, act) = (ballot.rule.name.clone(), count.act);
    let before = piles.get(&ballot.act).copied();
    if count.papers.is_none() {
        return before.map(|(before, _)| Remark::PapersGone { ballot: name, act, before });
    }
    let kept = kept::sealed(acts.folder, act).and_then(|bytes| kept::read(bytes, &ballot.options));
    let papers = kept.map(|all| all.len() as u64);
    piles.insert(ballot.act, (act, papers));
    let (before, had) = before?;
    let (had, has) = had.zip(papers).filter(|(had, has)| had != has)?;
    Some(Remark::PapersMore { ballot: name, act, before, papers: (had, has) })
}

/// That a ballot by name is counted again, and somebody else votes in it, or somebody otherwise.
fn other_votes(acts: &Acts<'_>, ballot: &Ballot, count: &Count) -> Option<Remark> {
    let before = acts.tally(acts.link(count.act).facts.replaces?)?.votes.as_ref()?;
    let now = count.votes.as_ref()?;
    let more = now.keys().filter(|code| !before.contains_key(*code)).count() as u64;
    let gone = before.keys().filter(|code| !now.contains_key(*code)).count() as u64;
    let otherwise = |(code, paper): &(&String, &Paper)| before.get(*code).is_some_and(|old| old != *paper);
    let other = now.iter().filter(otherwise).count() as u64;
    let (ballot, act) = (ballot.rule.name.clone(), count.act);
    (more + gone + other > 0).then_some(Remark::OtherVotes { ballot, act, more, gone, other })
}

/// That people of a role were present at a ballot by name and have no vote in it.
fn no_votes(ballot: &Ballot, count: &Count) -> Vec<Remark> {
    let Some(votes) = &count.votes else { return Vec::new() };
    let missing = count.present.iter().filter_map(|there| {
        let given = votes.keys().filter(|code| ballot.role_of(code) == Some(&there.role)).count() as u64;
        let people = there.least.checked_sub(given).filter(|&people| people > 0)?;
        Some(Remark::NoVote(ballot.rule.name.clone(), count.act, there.role.clone(), people))
    });
    missing.collect()
}

/// Whether votes by name are there exactly where the charter announced them, and are the count.
fn named(ballot: &Ballot, count: &Count) -> bool {
    let open = ballot.rule.secrecy == Secrecy::Open && ballot.because.is_none();
    let Some(votes) = &count.votes else { return ballot.rule.secrecy != Secrecy::Open };
    let role = |code: &String| ballot.role_of(code);
    let there =
        |it: &Present| votes.keys().filter(|code| role(code) == Some(&it.role)).count() as u64 <= it.most;
    let known = votes.keys().all(|code| role(code).is_some()) && count.present.iter().all(there);
    let sums = papers::sums(votes.values().map(Vec::as_slice), ballot.options.len());
    open && known
        && votes.values().all(|paper| papers::fits(paper, &ballot.rule))
        && papers::counted(&sums, &ballot.options, &ballot.rule) == count.counts
}

/// Whether sealed papers are those of the public digest, and add up to one of the two counts of each option.
fn papers_add_up(acts: &Acts<'_>, ballot: &Ballot, count: &Count, bytes: &[u8], digest: &str) -> bool {
    let key =
        acts.folder.get(&format!("{}{}", files::SEALED, files::KEY)).and_then(|it| sealed::read_key(it));
    let own = key.is_some_and(|key| kept::digest(&key, count.act, bytes).to_string() == digest);
    let Some(all) = kept::read(bytes, &ballot.options).filter(|_| own) else { return false };
    let sums = papers::sums(all.iter().map(Vec::as_slice), ballot.options.len());
    all.len() as u64 <= people(ballot, count).most
        && all.iter().all(|paper| papers::fits(paper, &ballot.rule))
        && papers::differing(&sums, &count.counts).next().is_none()
}
