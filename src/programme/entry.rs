//! An entry of the ledger: its facts, its files, and the line to publish. Imports `base`, `draw`, `bundle`.

use super::day::Day;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::bundle::chain::{Form, Kind, Shape, Stamp};
use crate::bundle::files;
use serde::{Deserialize, Serialize};

/// The facts of an entry.
pub const ENTRY: &str = "entry.json";
/// How many rows of what.
pub const COUNTS: &str = "counts.csv";
/// Chances and seats by cohort, of a lottery.
pub const CHANCES: &str = "chances.csv";
/// The rules, in an entry that sets them; and those in force.
pub const RULES: &str = "programme.toml";
/// The seed of a draw, from which later lots of this programme follow.
pub const SEED: &str = "seed.txt";
/// Who gave how much so far.
pub const BURDEN: &str = "burden.csv";
/// The line of the last entry, in the public tier.
pub const HEAD: &str = "head.txt";
/// Where entries lie, in either tier.
pub const ENTRIES_FOLDER: &str = "entries/";
/// The rows of an entry, in the sealed tier.
pub const ROWS: &str = "rows.csv";
/// The salts of an entry, in the sealed tier.
pub const SALTS: &str = "salts.csv";
/// Who is who, in the sealed tier.
pub const PEOPLE: &str = "people.csv";
/// Who was in the register at the last letters, in the sealed tier.
pub const FRAME: &str = "frame.csv";
/// Links with their reasons, of an entry of links, in the sealed tier.
pub const LINKS: &str = "links.csv";

/// Every entry of a ledger.
pub static ENTRIES: Kind<Facts> = Kind::new(Shape {
    name: "entry",
    folder: ENTRIES_FOLDER,
    facts: ENTRY,
    lists: &[BURDEN, CHANCES, COUNTS, RULES, SEED],
    linked: true,
});

/// What an entry is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// The rules of the programme, or a change of them.
    Rules,
    /// A lottery of letters.
    Letters,
    /// A lottery of a body.
    Panel,
    /// What happened after a draw.
    Roster,
    /// Answers, hours, money and what else was entered by hand.
    Served,
    /// Terms that began or changed.
    Term,
    /// Candidates who stay, and agreements.
    Carry,
    /// Ids that are one person.
    Links,
    /// Rows that were erased.
    Erasure,
}

impl Sort {
    /// Its word in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rules => "rules",
            Self::Letters => "letters",
            Self::Panel => "panel",
            Self::Roster => "roster",
            Self::Served => "served",
            Self::Term => "term",
            Self::Carry => "carry",
            Self::Links => "links",
            Self::Erasure => "erasure",
        }
    }
}

/// Which lottery an entry is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Its commitment, 64 hexadecimal digits.
    pub commitment: String,
    /// SHA-256 of the manifest of the draw.
    pub draw: String,
    /// SHA-256 of the manifest of the list of events, if the entry is of one.
    pub roster: Option<String>,
}

/// Facts of one entry.
///
/// Whoever can change this file can write another history; the head line, which others have, says otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Why, of links and of rules that change others.
    pub because: Option<String>,
    /// Of which day.
    pub date: String,
    /// Its number, from 1.
    pub entry: u32,
    /// What it is of.
    pub kind: Sort,
    /// SHA-256 of the manifest of the entry before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// The lottery, if it is of one.
    pub record: Option<Record>,
    /// Root of the tree over its rows.
    pub root: String,
    /// How many rows.
    pub rows: u64,
    /// Version of the rules of draws and digests.
    pub rules: u32,
    /// SHA-256 of the programme.toml in force.
    pub rules_file: String,
    /// What it is called.
    pub title: String,
}

impl Form for Facts {
    const NUMBER: &'static str = "entry";

    fn stamp(&self) -> Stamp<'_> {
        // A ledger is of no one lottery.
        Stamp { commitment: "", number: self.entry, previous: self.previous.as_deref(), rules: self.rules }
    }

    fn lists(&self, has: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        let mut lists = vec![COUNTS, BURDEN];
        let lottery = matches!(self.kind, Sort::Letters | Sort::Panel);
        lists.extend((self.kind == Sort::Rules).then_some(RULES));
        lists.extend((lottery && has(CHANCES)).then_some(CHANCES));
        lists.extend((lottery && has(SEED)).then_some(SEED));
        lists
    }

    fn sound(&self) -> bool {
        let digest = |text: &str| Digest::from_hex(text).is_some_and(|d| d.to_string() == text);
        let record =
            |r: &Record| digest(&r.commitment) && digest(&r.draw) && r.roster.as_deref().is_none_or(digest);
        let reason = match self.kind {
            Sort::Rules => self.because.is_some() == (self.entry > 1),
            Sort::Links => self.because.is_some(),
            _ => self.because.is_none(),
        };
        self.entry > 0
            && reason
            && self.because.as_deref().is_none_or(is_line)
            && Day::parse(&self.date).is_some()
            && self.previous.as_deref().is_none_or(digest)
            && self.record.as_ref().is_none_or(record)
            && digest(&self.root)
            && digest(&self.rules_file)
            && is_line(&self.title)
    }
}

/// The line to publish of an entry: it commits to the entry and to all before it.
pub fn head(manifest: &[u8]) -> String {
    format!("{LINE}{}", Digest::tagged("geloot/1/ledger", &[manifest]))
}

/// What a head line starts with.
pub const LINE: &str = "geloot-ledger-1:";

/// Whether a text is a head line.
pub fn is_head(text: &str) -> bool {
    text.strip_prefix(LINE).is_some_and(|hex| Digest::from_hex(hex).is_some_and(|d| d.to_string() == hex))
}

/// The path of a file of an entry in the sealed tier.
pub fn sealed(n: u32, file: &str) -> String {
    format!("{}{ENTRIES_FOLDER}{n}/{file}", files::SEALED)
}
