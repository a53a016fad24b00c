//! By what a lottery was continued: `continued/N/continued.json`. Imports `base`, `seed` and its siblings.
//!
//! A supplement is drawn once, as a lottery is. The record that it goes on from names it, so that a second one for
//! the same seats cannot be made without a reason that everybody sees.

use super::chain::{Form, Kind, Shape, Stamp};
use super::files;
use crate::base::digest::Digest;
use crate::base::line::is_line;
use crate::seed::Commitment;
use serde::{Deserialize, Serialize};

/// The supplements that a record names.
pub static CONTINUED: Kind<Facts> = Kind::new(Shape {
    name: "supplement",
    folder: files::CONTINUED,
    facts: files::CONTINUED_FACTS,
    lists: &[],
    linked: true,
});

/// Facts of one supplement, in the record that it goes on from. The last one counts.
///
/// Whoever can change this file can make another supplement look valid; the supplement itself says which number
/// it is, and whoever saw its line, or this folder, can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// In a later one: why the one before is replaced.
    pub because: Option<String>,
    /// The commitment of the lottery that is continued, 64 hexadecimal digits.
    pub commitment: String,
    /// Its number, from 1.
    pub continued: u32,
    /// SHA-256 of the manifest of the one before.
    pub previous: Option<String>,
    /// The program and its version.
    pub program: String,
    /// SHA-256 of the manifest of the draw that it goes on from.
    pub record: String,
    /// SHA-256 of the manifest of the list of events that it goes on from.
    pub roster: String,
    /// Version of the rules.
    pub rules: u32,
    /// The commitment of the supplement, 64 hexadecimal digits.
    pub supplement: String,
}

impl Facts {
    /// The published line of the supplement.
    pub fn line(&self) -> String {
        line(&self.supplement)
    }

    /// Whether the reason and the line are what they should be, by themselves.
    pub fn holds(&self) -> bool {
        let digest = |text: &str| Digest::from_hex(text).is_some_and(|d| d.to_string() == text);
        let because = self.because.as_deref();
        digest(&self.supplement)
            && self.supplement != self.commitment
            && because.is_none_or(is_line)
            && because.is_some() == (self.continued > 1)
    }
}

impl Form for Facts {
    const NUMBER: &'static str = "number";

    fn stamp(&self) -> Stamp<'_> {
        let Self { commitment, continued, previous, rules, .. } = self;
        Stamp { commitment, number: *continued, previous: previous.as_deref(), rules: *rules }
    }

    fn lists(&self, _: &dyn Fn(&str) -> bool) -> Vec<&'static str> {
        Vec::new()
    }
}

/// The published line of a lottery whose commitment has these digits.
pub fn line(digits: &str) -> String {
    Digest::from_hex(digits).map_or(String::new(), |digest| Commitment::of(digest).to_string())
}
