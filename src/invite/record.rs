//! The record of an invitation lottery: its facts, and the numbered records of draws, lists and waves. Imports `base`,
//! `bundle`, `draw`, `seed` and its siblings.

use super::tables::names;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::bundle::chain::{Form, Kind, Shape, Stamp};
use crate::bundle::form::{self, Bad};
use crate::bundle::record::{Own, Said};
use crate::bundle::{Folder, files};
use serde::{Deserialize, Serialize};

/// What `kind` in about.json says of such a record.
pub const KIND: &str = "letters";

/// Outcomes that dice must tell apart, so that nobody can say beforehand who is likely. Letters have no tickets: what
/// decides is the seed, and a seed of few outcomes would reach few of the lists that there can be.
pub const OUTCOMES: u64 = 1_000_000_000_000;

/// `about.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The least age; absent if age does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// Areas that are drawn first; absent if none are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub areas: Option<Areas>,
    /// How homes count, in a word.
    pub homes: String,
    /// That this is the record of an invitation lottery.
    pub kind: String,
    /// Letters of all strata; with areas, if all were drawn.
    pub letters: u64,
    /// Everybody who takes part.
    pub people: u64,
    /// The program and its version.
    pub program: String,
    /// The day on which people have the age; absent if age does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Version of the rules.
    pub rules: u32,
    /// How letters are shared out, in a word.
    pub share: String,
    /// Strata.
    pub strata: u64,
}

/// Areas that are drawn first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// How many.
    pub number: u64,
    /// How many stand in.
    pub reserves: u64,
}

impl About {
    /// Reads `about.json`.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let about: Self = form::read_facts(bytes)?;
        if about.kind == KIND && is_line(&about.program) { Ok(about) } else { Err(Bad::Form) }
    }
}

/// Whether the about.json in `folder` says that this is the record of an invitation lottery, whatever else it says, and be it
/// no JSON.
pub fn is_invitation(folder: &Folder) -> bool {
    let about =
        folder.get(&format!("{}{}", files::PUBLIC, files::ABOUT)).map(Vec::as_slice).unwrap_or_default();
    let bare: Vec<u8> = about.iter().copied().filter(|b| !b.is_ascii_whitespace() && *b != 0x0b).collect();
    let kind = format!("\"kind\":\"{KIND}\"");
    bare.windows(kind.len()).any(|part| part == kind.as_bytes())
}

/// A date as YYYYMMDD, written YYYY-MM-DD.
pub fn day_text(day: u32) -> String {
    format!("{:04}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}

/// What only a draw of letters says: nothing, since all follows from the seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfLetters {}

/// `draw.json`: the seed of a draw or trial, and what it follows from.
pub type Draw = Said<OfLetters>;

/// Draws of letters.
pub static DRAWS: Kind<Draw> =
    Kind::new(Shape { name: "draw", folder: files::DRAWS, facts: files::DRAW, lists: &LISTS, linked: true });
/// Trials of letters.
pub static TRIALS: Kind<Draw> = Kind::new(Shape {
    name: "trial",
    folder: files::TRIALS,
    facts: files::DRAW,
    lists: &LISTS,
    linked: false,
});

const LISTS: [&str; 2] = [names::AREAS, files::BEACON];

fn is_digest(text: &str) -> bool {
    Digest::from_hex(text).is_some_and(|d| d.to_string() == text)
}

impl Own for OfLetters {
    fn draws() -> &'static Kind<Draw> {
        &DRAWS
    }

    fn trials() -> &'static Kind<Draw> {
        &TRIALS
    }

    fn outcomes(&self) -> u64 {
        OUTCOMES
    }

    fn lists(beacon: Option<&'static str>, has: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        // Whether areas must be there is for the claim about areas: the facts do not know.
        has(names::AREAS).then_some(names::AREAS).into_iter().chain(beacon).collect()
    }
}

/// `list.json`: which ordered list follows from a draw or trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The commitment of the frame.
    pub commitment: String,
    /// The number of the draw or trial.
    pub draw: u32,
    /// SHA-256 of the ordered list, `letters.csv`, which is not public.
    pub letters: String,
    /// Number of this record, from 1.
    pub list: u32,
    /// SHA-256 of the manifest of the record before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// SHA-256 of the manifest of the draw.
    pub record: String,
    /// Version of the rules.
    pub rules: u32,
    /// Whether it is of a trial.
    pub void: bool,
}

impl Form for Listed {
    const NUMBER: &'static str = "list";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, list, previous, rules, .. } = self;
        Stamp { commitment, number: *list, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, _: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        vec![names::FIGURES]
    }

    fn sound(&self) -> bool {
        let digests = [&self.commitment, &self.letters, &self.record].into_iter().all(|text| is_digest(text));
        digests && self.previous.as_deref().is_none_or(is_digest) && self.draw > 0 && self.list > 0
    }
}

/// Lists of letters.
pub static LETTER_LISTS: Kind<Listed> = Kind::new(Shape {
    name: "list",
    folder: "lists/",
    facts: "list.json",
    lists: &[names::FIGURES],
    linked: true,
});

/// `waves.json`: which places of a draw's list were written to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waves {
    /// The commitment of the frame.
    pub commitment: String,
    /// SHA-256 of the ordered list that these are places of.
    pub letters: String,
    /// SHA-256 of the manifest of the record before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// Version of the rules.
    pub rules: u32,
    /// Number of this record, from 1.
    pub waves: u32,
}

impl Form for Waves {
    const NUMBER: &'static str = "waves";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, waves, previous, rules, .. } = self;
        Stamp { commitment, number: *waves, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, _: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        vec![names::WAVES]
    }

    fn sound(&self) -> bool {
        let digests = [&self.commitment, &self.letters].into_iter().all(|text| is_digest(text));
        digests && self.previous.as_deref().is_none_or(is_digest) && self.waves > 0
    }
}

/// Waves of letters.
pub static WAVES: Kind<Waves> = Kind::new(Shape {
    name: "wave",
    folder: "waves/",
    facts: "waves.json",
    lists: &[names::WAVES],
    linked: true,
});

/// Every kind of numbered record of an invitation lottery.
pub static KINDS: [&Shape; 4] = [DRAWS.shape(), TRIALS.shape(), LETTER_LISTS.shape(), WAVES.shape()];
