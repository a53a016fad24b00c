//! Acts of a deliberation in the record: `acts/N/`. Imports `deliberation` and its siblings.
//!
//! Everything that is published after the draw besides lists of events and seat plans is an act, in one chain. Nothing is
//! edited: an act is followed by another, which may replace it and then says why. The line of an act is the commitment to
//! its manifest, so a ballot can be shown to be older than its count.

use super::chain::{Form, Kind, Link, Shape, Stamp};
use super::files::{self, Folder};
use super::form;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::deliberation::dates::Date;
use crate::deliberation::roll::Roll;
use crate::deliberation::rows::{Group, Row, Voter};
use crate::deliberation::rule::Plain;
use crate::seed::{Commitment, Manifest};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The acts of a deliberation.
pub static ACTS: Kind<Facts> =
    Kind::new(Shape { name: "act", folder: files::ACTS, facts: files::ACT, lists: &LISTS, linked: true });

const LISTS: [&str; 21] = [
    files::TERMS,
    files::TOPICS,
    files::MERGES,
    files::RANKING,
    files::OPTIONS,
    files::ROLL,
    files::COUNTS,
    files::PRESENT,
    files::RESULT,
    files::VOTES,
    files::BY_ROLE,
    files::BEACON,
    files::AGREEMENT,
    files::MINORITY,
    files::STORIES,
    files::CONSULTATION,
    files::WILLING,
    files::DELEGATES,
    files::MIRROR,
    files::REPLIES,
    files::LOG,
];

/// What an act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// Topics, and what became of them.
    Topics,
    /// A ballot is frozen.
    Ballot,
    /// A ballot was counted.
    Tally,
    /// A tie was decided by lot.
    Ties,
    /// What was adopted, with minorities and stories.
    Agreement,
    /// What people said who chose to take part.
    Consultation,
    /// People who are willing to be delegates are frozen.
    Willing,
    /// Delegates were drawn, or chosen by a vote.
    Delegates,
    /// A delegate gave up, and an alternate was called.
    Called,
    /// Replies, objections and incidents.
    Follow,
}

impl Sort {
    /// The word for it in the record.
    pub fn word(self) -> &'static str {
        match self {
            Self::Topics => "topics",
            Self::Ballot => "ballot",
            Self::Tally => "tally",
            Self::Ties => "ties",
            Self::Agreement => "agreement",
            Self::Consultation => "consultation",
            Self::Willing => "willing",
            Self::Delegates => "delegates",
            Self::Called => "called",
            Self::Follow => "follow",
        }
    }

    /// The files that it may have besides these: topics are ranked or not yet, votes were given by name, each role was
    /// counted by itself, a lot was the beacon's, a group was drawn by another lottery.
    fn may_have(self) -> &'static [&'static str] {
        match self {
            Self::Topics => &[files::RANKING],
            Self::Tally => &[files::VOTES, files::BY_ROLE],
            Self::Ties => &[files::BEACON],
            Self::Delegates => &[files::BEACON, files::MIRROR],
            _ => &[],
        }
    }

    /// Its files besides the facts.
    pub fn files(self) -> &'static [&'static str] {
        match self {
            Self::Topics => &[files::TOPICS, files::MERGES],
            Self::Ballot => &[files::TERMS, files::OPTIONS, files::ROLL],
            Self::Tally => &[files::TERMS, files::COUNTS, files::PRESENT, files::RESULT],
            Self::Ties => &[files::TERMS, files::RESULT],
            Self::Agreement => &[files::TERMS, files::AGREEMENT, files::MINORITY, files::STORIES],
            Self::Consultation => &[files::TERMS, files::CONSULTATION],
            Self::Willing => &[files::TERMS, files::WILLING],
            Self::Delegates | Self::Called => &[files::TERMS, files::DELEGATES],
            Self::Follow => &[files::TERMS, files::REPLIES, files::LOG],
        }
    }
}

/// Facts of one act.
///
/// Whoever can change this file can make another act look published; the digest that the next act, or anybody who kept a
/// line of this one, has of it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Number of the act, from 1.
    pub act: u32,
    /// Why it replaces another, if it does.
    pub because: Option<String>,
    /// The commitment of the lottery, 64 hexadecimal digits.
    pub commitment: String,
    /// The day, as whoever acts says.
    pub date: String,
    /// What it is.
    pub kind: Sort,
    /// SHA-256 of the manifest of the act before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// SHA-256 of the manifest of the draw.
    pub record: String,
    /// The number of the act that it replaces.
    pub replaces: Option<u32>,
    /// SHA-256 of the manifest of the list of events by which people are in; `None`: nothing happened after the draw.
    pub roster: Option<String>,
    /// Version of the rules.
    pub rules: u32,
}

impl Form for Facts {
    const NUMBER: &'static str = "act";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, act, previous, rules, .. } = self;
        Stamp { commitment, number: *act, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, has: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        let mut lists = self.kind.files().to_vec();
        lists.extend(self.kind.may_have().iter().filter(|file| has(file)));
        lists
    }

    fn sound(&self) -> bool {
        let digest = |text: &str| Digest::from_hex(text).is_some_and(|d| d.to_string() == text);
        self.day().is_some()
            && digest(&self.record)
            && self.roster.as_deref().is_none_or(digest)
            && self.because.is_some() == self.replaces.is_some()
            && self.because.as_deref().is_none_or(is_line)
    }
}

impl Facts {
    /// The day of the act.
    pub fn day(&self) -> Option<Date> {
        Date::read(&self.date).filter(|date| date.to_string() == self.date)
    }
}

/// What a ballot is frozen with, besides options and roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotTerms {
    /// Why the rule is not one of the charter.
    pub because: Option<String>,
    /// The rule.
    pub rule: Plain,
}

/// What a count is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TallyTerms {
    /// The number of the act that froze the ballot.
    pub ballot: u32,
    /// The digest of the papers that were typed in and are kept sealed, by a salt that is sealed too; `None` without papers.
    pub ballots: Option<String>,
}

/// From what a lot follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TiesTerms {
    /// The evidence, in the form of SPEC section 3.
    pub evidence: String,
    /// The label of the stream.
    pub label: String,
    /// The seed, 64 hexadecimal digits.
    pub seed: String,
    /// The number of the act that counted.
    pub tally: u32,
}

/// What an agreement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementTerms {
    /// The numbers of the acts with the results, ascending: of each ballot the last count, or the lot after it.
    pub results: Vec<u32>,
}

/// Who was asked, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationTerms {
    /// The number of the act that froze the options that people were asked about.
    pub ballot: u32,
    /// From when.
    pub from: String,
    /// How.
    pub how: String,
    /// How many took part.
    pub participants: u64,
    /// Until when.
    pub until: String,
}

/// A group of delegates to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WillingTerms {
    /// What the group is called.
    pub name: String,
    /// How many places it has.
    pub places: u64,
    /// Where chance will come from: a word of SPEC section 3, for the beacon with chain and round.
    pub source: String,
}

/// Another lottery, by which a group was drawn so that it mirrors the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lottery {
    /// Its commitment, 64 hexadecimal digits.
    pub commitment: String,
    /// SHA-256 of the manifest of its draw.
    pub record: String,
}

/// From what a group of delegates follows: from a lot, from a ballot, or from another lottery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegatesTerms {
    /// The evidence of the lot.
    pub evidence: Option<String>,
    /// The label of its stream.
    pub label: Option<String>,
    /// The lottery that drew the group from the willing, with quotas.
    pub lottery: Option<Lottery>,
    /// What the group is called.
    pub name: String,
    /// The number of the act with the result of a ballot over people.
    pub result: Option<u32>,
    /// The seed of the lot.
    pub seed: Option<String>,
    /// The number of the act that froze the willing.
    pub willing: Option<u32>,
}

/// Who is called after whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalledTerms {
    /// The number of the act that had the group before.
    pub before: u32,
    /// Who has the place now, if anybody was left.
    pub called: Option<String>,
    /// What the group is called.
    pub name: String,
    /// Who gave up.
    pub withdrew: String,
}

/// When replies are due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowTerms {
    /// The number of the act with the agreement, where something was agreed.
    pub agreement: Option<u32>,
    /// Who replies.
    pub by: Option<String>,
    /// When the agreement was handed over.
    pub handed: Option<String>,
    /// Within what term a reply is due.
    pub term: Option<String>,
}

impl FollowTerms {
    /// When it was handed over, within what term replies are due, and who gives them, where that is said.
    pub fn said(&self) -> Option<[&str; 3]> {
        Some([self.handed.as_deref()?, self.term.as_deref()?, self.by.as_deref()?])
    }
}

/// Writes rows as a table of the record.
pub fn table<R: Row>(rows: &[R]) -> Vec<u8> {
    let header = R::HEADER.iter().map(|&heading| heading.to_owned()).collect();
    form::table(std::iter::once(header).chain(rows.iter().map(Row::cells)))
}

/// Reads a table of the record; `None` where it is not in its one form.
pub fn read_table<R: Row>(bytes: &[u8]) -> Option<Vec<R>> {
    let rows: Option<Vec<R>> =
        form::rows(bytes, R::HEADER).ok()?.iter().map(|row| R::of(row.iter())).collect();
    rows.filter(|rows| table(rows) == bytes)
}

/// The table of an act.
pub fn rows<R: Row>(folder: &Folder, act: u32, file: &str) -> Option<Vec<R>> {
    read_table(folder.get(&ACTS.path(act, file))?)
}

/// The terms of an act.
pub fn terms<T: DeserializeOwned + Serialize>(folder: &Folder, act: u32) -> Option<T> {
    form::read_facts(folder.get(&ACTS.path(act, files::TERMS))?).ok()
}

/// Writes a roll.
pub fn roll_table(roll: &Roll) -> Vec<u8> {
    let (header, rows) = roll.table();
    let header = header.iter().map(|&heading| heading.to_owned()).collect();
    form::table(std::iter::once(header).chain(rows))
}

/// The roll of a ballot.
pub fn roll(folder: &Folder, act: u32) -> Option<Roll> {
    let bytes = folder.get(&ACTS.path(act, files::ROLL))?;
    let coded = || read_table::<Voter>(bytes).map(Roll::Coded);
    coded().or_else(|| read_table::<Group>(bytes).map(Roll::Counted))
}

/// The line of an act: the commitment to its manifest.
pub fn line(folder: &Folder, act: u32) -> Option<Commitment> {
    Some(Manifest::parse(folder.get(&ACTS.path(act, files::MANIFEST))?)?.commit())
}

/// The acts that count, by number: those that no later one replaces.
pub fn standing(links: &[Link<Facts>]) -> BTreeMap<u32, &Link<Facts>> {
    let mut standing: BTreeMap<u32, &Link<Facts>> = links.iter().map(|link| (link.number, link)).collect();
    for replaced in links.iter().filter_map(|link| link.facts.replaces) {
        standing.remove(&replaced);
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deliberation::rows::{Class, Verdict};

    #[test]
    fn a_table_has_one_form() {
        let rows = [
            Verdict { option: "1".into(), class: Class::Majority, fractions: "50/67".into(), rank: None },
            Verdict { option: "2".into(), class: Class::In, fractions: "9 10".into(), rank: Some(1) },
        ];
        let bytes = table(&rows);
        assert_eq!(
            String::from_utf8(bytes.clone()).unwrap(),
            "option,class,fractions,rank\n1,\"majority, not adopted\",50/67,\n2,in,9 10,1\n"
        );
        assert_eq!(read_table::<Verdict>(&bytes).unwrap(), rows);
        let text = String::from_utf8(bytes).unwrap();
        for bad in [
            text.replace(",1\n", ",01\n"),
            text.replace("in,", "In,"),
            text.replace("rank", "place"),
            text.replace("2,", " 2,"),
            text.replace('\n', "\r\n"),
            text.replace("9 10,1", "9 10"),
        ] {
            assert_eq!(read_table::<Verdict>(bad.as_bytes()), None, "{bad}");
        }
    }
}
