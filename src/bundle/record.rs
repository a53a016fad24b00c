//! The public record of one draw: `draw.json`, the panel under codes, the beacon's answer, and a
//! manifest of the three; and what draws of any kind have in common. Imports `base`, `seed`, `draw`.

use super::chain::{Form, Kind, Shape, Stamp};
use super::files;
use super::form::Bad;
use crate::base::digest::Digest;
use crate::draw::Label;
use crate::seed::Evidence;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What a draw of any kind says; `own` is what only draws of its kind say. In the file all facts stand side by side.
///
/// Whoever can change this file can claim another seed; `verify` recomputes it from the evidence. Whether the evidence is
/// what people saw, only people can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said<T> {
    /// In a later draw: why the one before was annulled.
    pub because: Option<String>,
    /// The commitment that was drawn from, 64 hexadecimal digits.
    pub commitment: String,
    /// Number of the draw, or of the trial, from 1.
    pub draw: u32,
    /// Evidence of this draw; none in a later draw that follows from the first one's.
    pub evidence: Option<String>,
    /// Why another source than the declared one was used.
    #[serde(rename = "override")]
    pub departure: Option<String>,
    /// SHA-256 of the manifest of the draw before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// Version of the rules of the draw.
    pub rules: u32,
    /// The seed, 64 hexadecimal digits.
    pub seed: String,
    /// Whether the charter declared the source beforehand.
    pub source: Declaration,
    /// Whether this decides nothing: a trial.
    pub void: bool,
    /// What only draws of this kind say.
    #[serde(flatten)]
    pub own: T,
}

/// What only draws of one kind say.
pub trait Own: Serialize + DeserializeOwned + 'static {
    /// Where its draws are kept.
    fn draws() -> &'static Kind<Said<Self>>;

    /// Where its trials are kept, each by itself.
    fn trials() -> &'static Kind<Said<Self>>;

    /// How many outcomes dice must tell apart.
    fn outcomes(&self) -> u64;

    /// The lists beside the facts, around the beacon's answer; `has` is whether a list is there.
    fn lists(beacon: Option<&'static str>, has: &dyn Fn(&str) -> bool) -> Vec<&'static str>;
}

/// What only a panel's draw says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticketed {
    /// Label of the stream.
    pub label: String,
    /// The winning ticket; `verify` recomputes it from the seed.
    pub ticket: u64,
    /// Tickets in the lottery.
    pub tickets: u64,
}

/// Facts of one draw or trial of a panel.
pub type Record = Said<Ticketed>;

/// The draws of a lottery.
pub static DRAWS: Kind<Record> =
    Kind::new(Shape { name: "draw", folder: files::DRAWS, facts: files::DRAW, lists: &LISTS, linked: true });
/// Its trials, each by itself.
pub static TRIALS: Kind<Record> = Kind::new(Shape {
    name: "trial",
    folder: files::TRIALS,
    facts: files::DRAW,
    lists: &LISTS,
    linked: false,
});

const LISTS: [&str; 4] = [files::PANEL, files::BEACON, files::RESERVES, files::RESERVE_TERMS];

impl Own for Ticketed {
    fn draws() -> &'static Kind<Record> {
        &DRAWS
    }

    fn trials() -> &'static Kind<Record> {
        &TRIALS
    }

    fn outcomes(&self) -> u64 {
        self.tickets
    }

    fn lists(beacon: Option<&'static str>, has: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        let mut lists = vec![files::PANEL];
        lists.extend(beacon);
        // The reserves with what they follow from, or neither.
        if has(files::RESERVE_TERMS) {
            lists.extend([files::RESERVES, files::RESERVE_TERMS]);
        }
        lists
    }
}

/// How the evidence stands to what was declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Declaration {
    /// Of the declared source.
    Declared,
    /// No source was declared.
    Undeclared,
    /// Of another source than the declared one; the reason is recorded.
    Overridden,
    /// A trial: any words will do.
    Trial,
}

impl Record {
    /// The label of the panel's stream in this draw.
    pub fn panel_label(&self) -> Label {
        panel_label(self.void, self.draw)
    }
}

impl<T: Own> Said<T> {
    /// The label of a stream of this draw.
    pub fn label(&self, of: Label) -> Label {
        label(of, self.void, self.draw)
    }

    /// The evidence of this very draw; `None` also where it cannot be read.
    pub fn own_evidence(&self) -> Option<Evidence> {
        Evidence::parse(self.evidence.as_deref()?)
    }

    /// The kind of record that this is.
    pub fn kind(&self) -> &'static Kind<Self> {
        if self.void { T::trials() } else { T::draws() }
    }

    /// Writes `draw.json`.
    pub fn facts(&self) -> Vec<u8> {
        super::form::facts(self)
    }

    /// Reads `draw.json`. Its numbers and texts are of the right kind; whether they are true is not
    /// looked at here.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        Form::read(bytes)
    }
}

impl<T: Own> Form for Said<T> {
    const NUMBER: &'static str = "draw";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, draw, previous, rules, .. } = self;
        Stamp { commitment, number: *draw, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, has: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        let own = self.own_evidence();
        let beacon = matches!(own.as_ref().map(Evidence::deciding), Some(Evidence::Drand(_)));
        T::lists(beacon.then_some(files::BEACON), has)
    }

    fn sound(&self) -> bool {
        let digest = |text: &str| Digest::from_hex(text).is_some_and(|d| d.to_string() == text);
        self.evidence.as_deref().is_none_or(|e| Evidence::parse(e).is_some())
            && digest(&self.commitment)
            && digest(&self.seed)
            && self.previous.as_deref().is_none_or(digest)
            && self.draw > 0
    }
}

/// The label of the panel's stream in draw or trial number `draw`.
pub fn panel_label(void: bool, draw: u32) -> Label {
    label(Label::Panel, void, draw)
}

/// The label of a stream in draw or trial number `draw`.
pub fn label(of: Label, void: bool, draw: u32) -> Label {
    if void { Label::Trial(Box::new(of)) } else { of.in_draw(draw) }
}
