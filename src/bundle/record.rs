//! The public record of one draw: `draw.json`, the panel under codes, the beacon's answer, and a
//! manifest of the three. Imports `base`, `seed`, `draw`.

use super::form::{self, Bad};
use crate::base::digest::Digest;
use crate::draw::Label;
use crate::seed::Evidence;
use serde::{Deserialize, Serialize};

/// Facts of one draw or trial.
///
/// Whoever can change this file can claim another seed or ticket; `verify` recomputes both from the
/// evidence. Whether the evidence is what people saw, only people can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// In a later draw: why the one before was annulled.
    pub because: Option<String>,
    /// The commitment of the lottery, 64 hexadecimal digits.
    pub commitment: String,
    /// Number of the draw, or of the trial, from 1.
    pub draw: u32,
    /// Evidence of this draw; none in a later draw that follows from the first one's.
    pub evidence: Option<String>,
    /// Label of the stream.
    pub label: String,
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
    /// The winning ticket.
    pub ticket: u64,
    /// Tickets in the lottery.
    pub tickets: u64,
    /// Whether this decides nothing: a trial.
    pub void: bool,
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

    /// The evidence of this very draw; `None` also where it cannot be read.
    pub fn own_evidence(&self) -> Option<Evidence> {
        Evidence::parse(self.evidence.as_deref()?)
    }

    /// Writes `draw.json`.
    pub fn facts(&self) -> Vec<u8> {
        form::facts(self)
    }

    /// Reads `draw.json`. Its numbers and texts are of the right kind; whether they are true is not
    /// looked at here.
    ///
    /// # Errors
    /// [`Bad`].
    pub fn read(bytes: &[u8]) -> Result<Self, Bad> {
        let record: Self = form::read_facts(bytes)?;
        let digest = |text: &str| Digest::from_hex(text).is_some_and(|d| d.to_string() == text);
        let sound = record.evidence.as_deref().is_none_or(|e| Evidence::parse(e).is_some())
            && digest(&record.commitment)
            && digest(&record.seed)
            && record.previous.as_deref().is_none_or(digest)
            && record.draw > 0;
        if sound { Ok(record) } else { Err(Bad::Form) }
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
