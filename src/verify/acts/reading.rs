//! The acts of a record, read once for all claims about them. Imports `bundle`, `deliberation` and its siblings.

use super::wrong::ActWrong;
use crate::base::digest::Digest;
use crate::bundle::acts::{self, ACTS, BallotTerms, DelegatesTerms, Facts, Sort, TallyTerms, TiesTerms};
use crate::bundle::chain::Link;
use crate::bundle::record::DRAWS;
use crate::bundle::rosters::ROSTERS;
use crate::bundle::{Folder, Public, files, papers, public};
use crate::deliberation::chance::Chance;
use crate::deliberation::charter::Charter;
use crate::deliberation::papers::Paper;
use crate::deliberation::roll::Roll;
use crate::deliberation::rows::{Choice, Count, Present, RoleCount, Row, Verdict};
use crate::deliberation::rule::Rule;
use crate::deliberation::wrong::Found;
use crate::draw::code::Code;
use crate::seed::Evidence;
use crate::verify::report::{Failure, Remark};
use crate::verify::v13_evidence::genuine;
use crate::verify::who_is_in::{In, people_in};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// A ballot.
pub(super) struct Ballot {
    pub(super) act: u32,
    pub(super) because: Option<String>,
    pub(super) rule: Rule,
    pub(super) options: Vec<Choice>,
    pub(super) roll: Roll,
}

impl Ballot {
    /// The role of somebody on the roll; none, where it has no codes.
    pub(super) fn role_of(&self, code: &str) -> Option<&String> {
        let Roll::Coded(voters) = &self.roll else { return None };
        voters.iter().find(|it| it.code == code).map(|it| &it.role)
    }
}

/// A count.
pub(super) struct Tally {
    pub(super) act: u32,
    /// The number of the act of its ballot.
    pub(super) ballot: u32,
    pub(super) counts: Vec<Count>,
    pub(super) present: Vec<Present>,
    pub(super) result: Vec<Verdict>,
    /// The digest of the papers that are kept sealed.
    pub(super) papers: Option<String>,
    /// Votes by name, if there are any.
    pub(super) votes: Option<BTreeMap<String, Paper>>,
    pub(super) by_role: Vec<RoleCount>,
}

/// A lot after a count.
pub(super) struct Lot {
    pub(super) act: u32,
    pub(super) terms: TiesTerms,
    pub(super) result: Vec<Verdict>,
}

/// All acts of a record, as V28 found them.
pub(super) struct Acts<'a> {
    pub(super) folder: &'a Folder,
    pub(super) public: Option<Public>,
    pub(super) links: Vec<Link<Facts>>,
    /// Numbers of those that count.
    pub(super) standing: BTreeSet<u32>,
    pub(super) ballots: Vec<Ballot>,
    pub(super) tallies: Vec<Tally>,
    pub(super) lots: Vec<Lot>,
}

impl Acts<'_> {
    pub(super) fn link(&self, act: u32) -> &Link<Facts> {
        &self.links[act as usize - 1]
    }

    pub(super) fn rows<R: Row>(&self, act: u32, file: &str) -> Result<Vec<R>, Failure> {
        acts::rows(self.folder, act, file).ok_or_else(|| torn(act, file))
    }

    pub(super) fn terms<T: DeserializeOwned + Serialize>(&self, act: u32) -> Result<T, Failure> {
        acts::terms(self.folder, act).ok_or_else(|| torn(act, files::TERMS))
    }

    /// Whether an act has a file.
    pub(super) fn has(&self, act: u32, file: &str) -> bool {
        self.folder.contains_key(&ACTS.path(act, file))
    }

    pub(super) fn of(&self, sort: Sort) -> impl Iterator<Item = &Link<Facts>> {
        self.links.iter().filter(move |link| link.facts.kind == sort)
    }

    /// Acts that drew from the willing of an act.
    pub(super) fn drawn_of(&self, willing: u32) -> impl Iterator<Item = u32> {
        let of = |act: &u32| self.terms::<DelegatesTerms>(*act).ok()?.willing;
        self.of(Sort::Delegates).map(|link| link.number).filter(move |act| of(act) == Some(willing))
    }

    pub(super) fn ballot(&self, act: u32) -> Option<&Ballot> {
        self.ballots.iter().find(|it| it.act == act)
    }

    pub(super) fn tally(&self, act: u32) -> Option<&Tally> {
        self.tallies.iter().find(|it| it.act == act)
    }

    /// The charter, as far as it can be read.
    pub(super) fn charter(&self) -> Option<Charter> {
        let bytes = public::file(self.folder, files::CHARTER_TOML).ok()?;
        Charter::read(files::CHARTER_TOML, bytes, &mut Found::default())
    }

    /// Who is in by the draw and the list of events that an act names.
    pub(super) fn people_in(&self, facts: &Facts) -> Option<In> {
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

    /// Their codes, ascending.
    pub(super) fn codes_in(&self, facts: &Facts) -> Vec<String> {
        let codes = self.people_in(facts).and_then(|it| it.codes).unwrap_or_default();
        codes.iter().map(Code::to_string).collect()
    }

    /// Codes of those who are in by the draw and the list of events that count now, which may be later than the last act.
    pub(super) fn codes_now(&self) -> Vec<String> {
        let (Some(draw), Some(last)) = (DRAWS.read(self.folder).links.pop(), self.links.last()) else {
            return Vec::new();
        };
        let list = ROSTERS.read(self.folder).links.pop().filter(|list| list.facts.draw == draw.facts.draw);
        let roster = list.map(|list| list.digest.to_string());
        self.codes_in(&Facts { record: draw.digest.to_string(), roster, ..last.facts.clone() })
    }

    /// Whether two acts are of one draw.
    pub(super) fn same_draw(&self, one: u32, other: u32) -> bool {
        self.link(one).facts.record == self.link(other).facts.record
    }

    /// Whether an act is of a draw that another took the place of.
    pub(super) fn is_annulled(&self, act: u32) -> bool {
        let last = DRAWS.read(self.folder).links.pop();
        last.is_some_and(|last| last.digest.to_string() != self.link(act).facts.record)
    }

    /// Whether evidence is of a declared source and, if it is the beacon's, is signed and beside the act, and was not known
    /// when the act was published whose lot it is.
    pub(super) fn is_of(
        &self,
        act: u32,
        evidence: &Evidence,
        chance: Chance,
        published: u32,
    ) -> Result<(), ActWrong> {
        let path = ACTS.path(act, files::BEACON);
        let there = self.folder.contains_key(&path);
        let signed = match evidence {
            Evidence::Drand(pulse) => genuine(self.folder, &path, pulse),
            _ => !there,
        };
        let known = self.link(published).facts.day().is_none_or(|day| chance.known_by(day).is_some());
        match () {
            () if chance.allows(evidence).is_err() => Err(ActWrong::Source),
            () if !signed => Err(ActWrong::Beacon),
            () if known => Err(ActWrong::Round),
            () => Ok(()),
        }
    }

    /// The round of a lot, which everybody knew from then on.
    pub(super) fn round(&self, act: u32, evidence: &Evidence) -> Option<Remark> {
        let Evidence::Drand(pulse) = evidence else { return None };
        let due = pulse.chain.moment(pulse.round)?;
        Some(Remark::Round { draw: name(act), round: pulse.round, due, date: None })
    }

    /// The acts that count, of a kind, by number.
    pub(super) fn counts(&self, act: u32) -> bool {
        self.standing.contains(&act)
    }

    /// What counts for a ballot before an act: the last count, and the lot after it. A lot of a count that was replaced
    /// counts no more.
    pub(super) fn result_before(&self, ballot: u32, before: u32) -> Option<(u32, &[Verdict])> {
        let replaced = self.replaced_before(before);
        let tally = self
            .tallies
            .iter()
            .rfind(|it| it.ballot == ballot && it.act < before && !replaced.contains(&it.act))?;
        let lot = self.lots.iter().rfind(|it| it.terms.tally == tally.act && it.act < before);
        Some(lot.map_or((tally.act, &tally.result), |it| (it.act, &it.result)))
    }

    /// The acts that were replaced before an act.
    fn replaced_before(&self, before: u32) -> BTreeSet<u32> {
        self.links.iter().filter(|link| link.number < before).filter_map(|it| it.facts.replaces).collect()
    }

    /// The acts of a kind that counted before an act, ascending.
    pub(super) fn before(&self, sort: Sort, act: u32) -> impl Iterator<Item = u32> {
        let replaced = self.replaced_before(act);
        let numbers = self.of(sort).map(|link| link.number);
        numbers.filter(move |it| *it < act && !replaced.contains(it))
    }

    /// The results of all ballots that counted before an act: their acts, ascending.
    pub(super) fn results_before(&self, act: u32) -> Vec<u32> {
        let own = self.ballots_before(act).filter_map(|it| self.result_before(it.act, act));
        let mut results: Vec<u32> = own.map(|(result, _)| result).collect();
        results.sort_unstable();
        results
    }

    /// Whether an agreement rests on other results than those that counted before an act.
    pub(super) fn is_old(&self, agreement: u32, act: u32) -> bool {
        let terms = self.terms::<acts::AgreementTerms>(agreement);
        terms.is_ok_and(|terms| terms.results != self.results_before(act))
    }

    /// The ballots that counted before an act, in order.
    pub(super) fn ballots_before(&self, before: u32) -> impl Iterator<Item = &Ballot> {
        let replaced = self.replaced_before(before);
        self.ballots.iter().filter(move |it| it.act < before && !replaced.contains(&it.act))
    }
}

/// What is called an act in messages.
pub(super) fn name(act: u32) -> String {
    format!("{} {act}", ACTS.name)
}

pub(super) fn torn(act: u32, file: &str) -> Failure {
    Failure::Record { draw: name(act), file: file.to_owned() }
}

pub(super) fn wrong(act: u32, wrong: ActWrong) -> Failure {
    Failure::Act { act, wrong, about: None }
}

pub(super) fn about(act: u32, wrong: ActWrong, about: &str) -> Failure {
    Failure::Act { act, wrong, about: Some(about.to_owned()) }
}

/// The ballots, counts and lots of a chain, read in their one form.
pub(super) fn read<'a>(folder: &'a Folder, links: Vec<Link<Facts>>) -> Result<Acts<'a>, Failure> {
    let standing = acts::standing(&links).into_keys().collect();
    // Who is in does not depend on the charter: whether that can be read is for others.
    let without = || {
        let mut rest = folder.clone();
        rest.remove(&format!("{}{}", files::PUBLIC, files::CHARTER_TOML));
        Public::read(&rest).ok()
    };
    let public = Public::read(folder).ok().or_else(without);
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
