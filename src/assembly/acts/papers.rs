//! What comes in beside counts: papers that were typed in, and votes by name. Imports `deliberation`, `bundle` and its
//! siblings.

use super::ballot::Counting;
use super::{Ballot, Deliberating, Refusal};
use crate::base::fault::Place;
use crate::bundle::acts::{Sort, TallyTerms};
use crate::bundle::{files, papers as kept, sealed};
use crate::deliberation::counts;
use crate::deliberation::few::{self, Public};
use crate::deliberation::papers::{self, Paper};
use crate::deliberation::roll::{self, Roll};
use crate::deliberation::rows::Count;
use crate::deliberation::rule::Secrecy;
use crate::deliberation::sheet::Source;
use crate::deliberation::tally::People;
use crate::deliberation::wrong::{Found, What};
use std::collections::BTreeMap;

impl Deliberating<'_> {
    /// The key of the sealed tier.
    pub(super) fn key(&self) -> Result<[u8; 32], Refusal> {
        let path = format!("{}{}", files::SEALED, files::KEY);
        let key = self.frozen.folder.get(&path).and_then(|bytes| sealed::read_key(bytes));
        key.ok_or(Refusal::Damaged { file: path })
    }

    /// Votes by name: needed of a ballot that was announced as open, and refused of any other.
    pub(super) fn votes(
        &self,
        asked: &Counting<'_>,
        ballot: &Ballot,
        frozen: counts::Ballot<'_>,
        found: &mut Found,
    ) -> Option<BTreeMap<String, Paper>> {
        let name = || ballot.rule.name.clone();
        let place =
            |source: Option<Source<'_>>| source.map_or_else(Place::default, |it| Place::file(it.name));
        let (Secrecy::Open, Roll::Coded(voters)) = (ballot.rule.secrecy, &ballot.roll) else {
            if asked.votes.is_some() {
                let secrecy = ballot.rule.secrecy.word();
                found.push(What::NoNames { name: name(), secrecy }, place(asked.votes));
            } else if asked.counts.is_none() {
                found.push(What::NoCounts { name: name() }, Place::default());
            }
            return None;
        };
        let Some(source) = asked.votes.filter(|_| asked.counts.is_none()) else {
            found.push(What::NeedsNames { name: name() }, place(asked.counts));
            return None;
        };
        let who = self.whose();
        let on_roll = |text: &str| roll::on_roll(text, voters, &who);
        let votes = papers::named(source, frozen, &on_roll, found);
        for there in frozen.present {
            let of = |code: &String| voters.iter().any(|it| it.code == *code && it.role == there.role);
            let given = votes.keys().filter(|code| of(code)).count() as u64;
            if given > there.most {
                let (role, present) = (there.role.clone(), there.most);
                found.push(What::ManyNames { role, votes: given, present }, place(asked.votes));
            } else if given < there.least {
                let (role, present) = (there.role.clone(), there.least);
                found.push(What::FewNames { role, votes: given, present }, place(asked.votes));
            }
        }
        Some(votes)
    }

    /// Papers as they are kept, which add up to one of the two counts of each option.
    pub(super) fn papers(
        &self,
        asked: &Counting<'_>,
        ballot: &Ballot,
        frozen: counts::Ballot<'_>,
        (counts, people): (&[Count], People),
        found: &mut Found,
    ) -> Option<Vec<u8>> {
        let source = asked.papers?;
        let place = Place::file(source.name);
        if ballot.rule.secrecy != Secrecy::Paper {
            let secrecy = ballot.rule.secrecy.word();
            found.push(What::NoNames { name: ballot.rule.name.clone(), secrecy }, place);
            return None;
        }
        let all = papers::read(source, frozen, found);
        if all.len() as u64 > people.most {
            let what = What::ManyPapers { papers: all.len() as u64, people: people.most };
            found.push(what, place.clone());
        }
        if !found.stop() {
            let sums = papers::sums(all.iter().map(Vec::as_slice), ballot.options.len());
            let shown = |yes, against: Option<u64>, neutral: Option<u64>| {
                let others = [against, neutral].into_iter().flatten();
                std::iter::once(yes).chain(others).map(|n: u64| n.to_string()).collect::<Vec<_>>().join(" / ")
            };
            let row = |row: &Count| shown(row.yes, row.against, row.neutral);
            for (sum, both) in papers::differing(&sums, counts) {
                let (option, first, second) = (both[0].option.clone(), row(&both[0]), row(&both[1]));
                let own = |cell: Option<u64>, own: u64| cell.map(|_| own);
                let papers =
                    shown(sum.yes, own(both[0].against, sum.against), own(both[0].neutral, sum.neutral));
                found.push(What::PapersDiffer { option, papers, first, second }, place.clone());
            }
        }
        Some(kept::table(&all, &ballot.options))
    }

    /// Tells of public counts of a secret vote, or of one that asked the same, that differ by a few papers.
    pub(super) fn few_papers(
        &self,
        ballot: &Ballot,
        own: &[Count],
        asked: &Counting<'_>,
        found: &mut Found,
    ) -> Result<(), Refusal> {
        if found.stop() {
            return Ok(());
        }
        let place = || asked.counts.map_or_else(Place::default, |it| Place::file(it.name));
        let mut counts: BTreeMap<u32, Vec<(u32, Vec<Count>)>> = BTreeMap::new();
        for link in self.links.iter().filter(|it| it.facts.kind == Sort::Tally) {
            let of = self.terms::<TallyTerms>(link.number)?.ballot;
            counts.entry(of).or_default().push((link.number, self.rows(link.number, files::COUNTS)?));
        }
        let before = counts.remove(&ballot.act).unwrap_or_default();
        let with =
            |rows: &[&'_ [Count]]| few::tell(&Public::of(&ballot.rule, &ballot.options, rows.to_vec()));
        let mut all: Vec<&[Count]> = before.iter().map(|(_, rows)| rows.as_slice()).collect();
        all.push(own);
        if with(&[own]) {
            found.push(What::FewPapers { act: None }, place());
        } else if with(&all) {
            // Where no two of them tell it, all of them do.
            let pair = before.iter().find(|(_, rows)| with(&[own, rows])).or(before.first());
            found.push(What::FewPapers { act: pair.map(|it| it.0) }, place());
        }
        let own = Public::of(&ballot.rule, &ballot.options, all);
        for (act, rows) in &counts {
            let other = self.ballot_of(*act)?;
            let rows = rows.iter().map(|(_, rows)| rows.as_slice()).collect();
            let (name, there) = (other.rule.name.clone(), Public::of(&other.rule, &other.options, rows));
            if few::tell_again(&own, &there) {
                found.push(What::FewAgain { name }, place());
            } else if few::is_like(&own, &there) {
                found.push(What::LikeCounts { name }, place());
            }
        }
        Ok(())
    }
}
