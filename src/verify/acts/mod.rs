//! V28 to V35: the acts of a deliberation. One chain is read once ([`Acts`]); each claim has its own file.
//!
//! V28 looks at the chain and at the form of each act, so that the others read what they need and say only what is not
//! true. Nothing here asks who made an act, or what it says of itself without showing it.

mod v28_chain;
mod v29_ballots;
mod v30_rolls;
mod v31_numbers;
mod v32_results;
mod v33_agreement;
mod v34_delegates;
mod v35_follow;

use super::report::{Claim, Failure, Id, Outcome, Remark, Why, not_checked};
use super::standing::{In, people_in};
use crate::base::digest::Digest;
use crate::bundle::acts::{self, ACTS, BallotTerms, Facts, Sort, TallyTerms, TiesTerms};
use crate::bundle::chain::Link;
use crate::bundle::record::DRAWS;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{Folder, Public, files, papers};
use crate::deliberation::chance::Chance;
use crate::deliberation::papers::Paper;
use crate::deliberation::roll::Roll;
use crate::deliberation::rows::{Choice, Count, Present, RoleCount, Row, Verdict};
use crate::deliberation::rule::Rule;
use crate::seed::Evidence;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // The names say what each is; the sentences are in `words`.
pub enum ActWrong {
    Date,
    Draw,
    Roster,
    Replaces,
    Twice,
    Topics,
    Answers,
    Rule,
    RuleLater,
    NoBallot,
    Options,
    Roll,
    Present,
    Numbers,
    Ballots,
    Papers,
    Votes,
    ByRole,
    Beacon,
    Round,
    Class,
    Source,
    Seed,
    NoTie,
    Adopted,
    Beside,
    Consultation,
    Willing,
    Group,
    Called,
    Due,
    Ground,
    Lost,
}

/// A ballot.
struct Ballot {
    act: u32,
    because: Option<String>,
    rule: Rule,
    options: Vec<Choice>,
    roll: Roll,
}

/// A count.
struct Tally {
    act: u32,
    /// The number of the act of its ballot.
    ballot: u32,
    counts: Vec<Count>,
    present: Vec<Present>,
    result: Vec<Verdict>,
    /// The digest of the papers that are kept sealed.
    papers: Option<String>,
    /// Votes by name, if there are any.
    votes: Option<BTreeMap<String, Paper>>,
    by_role: Vec<RoleCount>,
}

/// A lot after a count.
struct Lot {
    act: u32,
    terms: TiesTerms,
    result: Vec<Verdict>,
}

/// All acts of a record, as V28 found them.
struct Acts<'a> {
    folder: &'a Folder,
    public: Option<Public>,
    links: Vec<Link<Facts>>,
    /// Numbers of those that count.
    standing: BTreeSet<u32>,
    ballots: Vec<Ballot>,
    tallies: Vec<Tally>,
    lots: Vec<Lot>,
}

impl Acts<'_> {
    fn link(&self, act: u32) -> &Link<Facts> {
        &self.links[act as usize - 1]
    }

    fn rows<R: Row>(&self, act: u32, file: &str) -> Result<Vec<R>, Failure> {
        acts::rows(self.folder, act, file).ok_or_else(|| torn(act, file))
    }

    fn terms<T: DeserializeOwned + Serialize>(&self, act: u32) -> Result<T, Failure> {
        acts::terms(self.folder, act).ok_or_else(|| torn(act, files::TERMS))
    }

    /// Whether an act has a file.
    fn has(&self, act: u32, file: &str) -> bool {
        self.folder.contains_key(&ACTS.path(act, file))
    }

    fn of(&self, sort: Sort) -> impl Iterator<Item = &Link<Facts>> {
        self.links.iter().filter(move |link| link.facts.kind == sort)
    }

    fn ballot(&self, act: u32) -> Option<&Ballot> {
        self.ballots.iter().find(|it| it.act == act)
    }

    fn tally(&self, act: u32) -> Option<&Tally> {
        self.tallies.iter().find(|it| it.act == act)
    }

    /// Who is in by the draw and the list of events that an act names.
    fn people_in(&self, facts: &Facts) -> Option<In> {
        let of = |folder: &Folder, path: String| folder.get(&path).map(|bytes| Digest::of(bytes).to_string());
        let draws = DRAWS.read(self.folder).links;
        let draw = draws.iter().find(|link| link.digest.to_string() == facts.record)?;
        let events = match &facts.roster {
            None => None,
            Some(digest) => {
                let list = ROSTERS.numbers(self.folder).into_iter().find(|&n| {
                    of(self.folder, ROSTERS.path(n, files::MANIFEST)).as_deref() == Some(digest.as_str())
                })?;
                Some(self.folder.get(&ROSTERS.path(list, files::EVENTS))?.as_slice())
            }
        };
        people_in(self.public.as_ref()?, self.folder, &draw.facts, events)
    }

    /// Whether evidence is of a declared source and, if it is the beacon's, is signed and beside the act, and was not known
    /// when the act was published whose lot it is.
    fn is_of(&self, act: u32, evidence: &Evidence, chance: Chance, published: u32) -> Result<(), ActWrong> {
        let path = ACTS.path(act, files::BEACON);
        let there = self.folder.contains_key(&path);
        let genuine = match evidence {
            Evidence::Drand(pulse) => super::v13_evidence::genuine(self.folder, &path, pulse),
            _ => !there,
        };
        let known = self.link(published).facts.day().is_none_or(|day| chance.known_by(day).is_some());
        match () {
            () if chance.allows(evidence).is_err() => Err(ActWrong::Source),
            () if !genuine => Err(ActWrong::Beacon),
            () if known => Err(ActWrong::Round),
            () => Ok(()),
        }
    }

    /// The round of a lot, which everybody knew from then on.
    fn round(&self, act: u32, evidence: &Evidence) -> Option<Remark> {
        let Evidence::Drand(pulse) = evidence else { return None };
        let due = pulse.chain.moment(pulse.round)?;
        Some(Remark::Round { draw: name(act), round: pulse.round, due, date: None })
    }

    /// The acts that count, of a kind, by number.
    fn counts(&self, act: u32) -> bool {
        self.standing.contains(&act)
    }

    /// What counts for a ballot before an act: the last count, and the lot after it. A lot of a count that was replaced
    /// counts no more.
    fn result_before(&self, ballot: u32, before: u32) -> Option<(u32, &[Verdict])> {
        let replaced: BTreeSet<u32> = self
            .links
            .iter()
            .filter(|link| link.number < before)
            .filter_map(|it| it.facts.replaces)
            .collect();
        let tally = self
            .tallies
            .iter()
            .rfind(|it| it.ballot == ballot && it.act < before && !replaced.contains(&it.act))?;
        let lot = self.lots.iter().rfind(|it| it.terms.tally == tally.act && it.act < before);
        Some(lot.map_or((tally.act, &tally.result), |it| (it.act, &it.result)))
    }

    /// The ballots that counted before an act, in order.
    fn ballots_before(&self, before: u32) -> impl Iterator<Item = &Ballot> {
        let replaced: BTreeSet<u32> = self
            .links
            .iter()
            .filter(|link| link.number < before)
            .filter_map(|it| it.facts.replaces)
            .collect();
        self.ballots.iter().filter(move |it| it.act < before && !replaced.contains(&it.act))
    }
}

/// What is called an act in messages.
fn name(act: u32) -> String {
    format!("{} {act}", ACTS.name)
}

fn torn(act: u32, file: &str) -> Failure {
    Failure::Record { draw: name(act), file: file.to_owned() }
}

fn wrong(act: u32, wrong: ActWrong) -> Failure {
    Failure::Act { act, wrong, about: None }
}

fn about(act: u32, wrong: ActWrong, about: &str) -> Failure {
    Failure::Act { act, wrong, about: Some(about.to_owned()) }
}

/// The claims about the acts of a record. `before` are the claims about the record itself; `lines` those of ballots that
/// somebody kept.
pub(super) fn check(folder: &Folder, before: &[Claim], lines: &[&str]) -> Vec<Claim> {
    const ALL: [Id; 8] = [
        Id::Acts,
        Id::Ballots,
        Id::Rolls,
        Id::Numbers,
        Id::Results,
        Id::Agreement,
        Id::Delegates,
        Id::Follow,
    ];
    let failed = |id: Id| before.iter().any(|it| it.id == id && it.outcome != Outcome::Pass);
    let ground = [Id::Files, Id::People, Id::Records, Id::Ticket].into_iter().find(|&id| failed(id));
    let lists = before.iter().find(|it| it.id == Id::Rosters && matches!(it.outcome, Outcome::Fail(_)));
    if ACTS.numbers(folder).is_empty() {
        let mut none: Vec<Claim> = ALL.map(|id| not_checked(id, Why::NoActs)).into();
        if !lines.is_empty() {
            none[1] = v29_ballots::no_ballots(lines);
        }
        return none;
    }
    if let Some(id) = ground.or(lists.map(|it| it.id)) {
        return ALL.map(|it| not_checked(it, Why::RestsOn(id))).into();
    }
    let (chain, acts) = v28_chain::check(folder);
    let Some(acts) = acts else {
        let rest = ALL.into_iter().skip(1).map(|id| not_checked(id, Why::RestsOn(Id::Acts)));
        return std::iter::once(chain).chain(rest).collect();
    };
    let ballots = v29_ballots::check(&acts, lines);
    let sound = |claim: &Claim| !matches!(claim.outcome, Outcome::Fail(_));
    let rolls = v30_rolls::check(&acts);
    let numbers = match [&ballots, &rolls].into_iter().find(|it| !sound(it)) {
        Some(claim) => not_checked(Id::Numbers, Why::RestsOn(claim.id)),
        None => v31_numbers::check(&acts),
    };
    let results = match [&ballots, &rolls, &numbers].into_iter().find(|it| !sound(it)) {
        Some(claim) => not_checked(Id::Results, Why::RestsOn(claim.id)),
        None => v32_results::check(&acts),
    };
    let agreement = match sound(&ballots) {
        true => v33_agreement::check(&acts),
        false => not_checked(Id::Agreement, Why::RestsOn(Id::Ballots)),
    };
    let (delegates, follow) = (v34_delegates::check(&acts), v35_follow::check(&acts));
    vec![chain, ballots, rolls, numbers, results, agreement, delegates, follow]
}

/// The ballots, counts and lots of a chain, read in their one form.
fn read<'a>(folder: &'a Folder, links: Vec<Link<Facts>>) -> Result<Acts<'a>, Failure> {
    let standing = acts::standing(&links).into_keys().collect();
    let public = Public::read(folder).ok();
    let (ballots, tallies, lots) = (Vec::new(), Vec::new(), Vec::new());
    let mut acts = Acts { folder, public, links, standing, ballots, tallies, lots };
    let kinds: BTreeMap<u32, Sort> = acts.links.iter().map(|link| (link.number, link.facts.kind)).collect();
    for (act, kind) in kinds {
        match kind {
            Sort::Ballot => {
                let terms: BallotTerms = acts.terms(act)?;
                let rule = Rule::recorded(&terms.rule).ok_or_else(|| torn(act, files::TERMS))?;
                let roll = acts::roll(folder, act).ok_or_else(|| torn(act, files::ROLL))?;
                let options = acts.rows(act, files::OPTIONS)?;
                acts.ballots.push(Ballot { act, because: terms.because, rule, options, roll });
            }
            Sort::Tally => {
                let terms: TallyTerms = acts.terms(act)?;
                let (counts, present) = (acts.rows(act, files::COUNTS)?, acts.rows(act, files::PRESENT)?);
                let result = acts.rows(act, files::RESULT)?;
                let papers = terms.ballots;
                if papers
                    .as_deref()
                    .is_some_and(|it| Digest::from_hex(it).is_none_or(|d| d.to_string() != it))
                {
                    return Err(torn(act, files::TERMS));
                }
                let votes = match acts.folder.get(&ACTS.path(act, files::VOTES)) {
                    None => None,
                    Some(bytes) => {
                        let ballot = acts.ballot(terms.ballot);
                        let votes = ballot.and_then(|it| papers::read_votes(bytes, &it.options));
                        Some(votes.ok_or_else(|| torn(act, files::VOTES))?)
                    }
                };
                let by_role = match acts.folder.contains_key(&ACTS.path(act, files::BY_ROLE)) {
                    true => acts.rows(act, files::BY_ROLE)?,
                    false => Vec::new(),
                };
                let ballot = terms.ballot;
                acts.tallies.push(Tally { act, ballot, counts, present, result, papers, votes, by_role });
            }
            Sort::Ties => {
                let lot = Lot { act, terms: acts.terms(act)?, result: acts.rows(act, files::RESULT)? };
                acts.lots.push(lot);
            }
            _ => {}
        }
    }
    Ok(acts)
}
