//! Where the chance of a plan came from, as a file. Imports its siblings and `base`.

pub mod facts;
pub mod verify;

use crate::base::digest::Digest;
use crate::base::rules::PROGRAM;
use crate::draw::Label;
use crate::sessions::Search;
use crate::sessions::day::reseat::Change;
use crate::sessions::day::wording::Tongue;
use crate::sessions::model::brief::{Brief, Staff};
use crate::sessions::solve::make;
use serde::{Deserialize, Serialize};

/// The file that says where chance came from.
pub const SEED_FILE: &str = "seed.json";
/// The file with the figures.
pub const REPORT_FILE: &str = "report.json";
/// The file with the seats.
pub const SEATS_FILE: &str = "seatplan.csv";

/// Where the changes of a plan lie in its folder, each in one of its own, numbered from 1.
pub const CHANGES: &str = "changes/";

/// The file with the line to publish, of inputs that are frozen before the seed is known.
pub const LINE_FILE: &str = "commitment.txt";

/// Where the chance of a plan came from, and what it was made after.
///
/// Whoever can change this file can make a plan look drawn that was chosen; making it again shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The commitment to the brief.
    pub commitment: String,
    /// Whether the brief was frozen before the plan was made. That the line was published before the seed
    /// was known, only whoever saw it can tell.
    pub frozen: bool,
    /// The stream of the seed.
    pub label: String,
    /// The language of the lists to hand out.
    #[serde(default, skip_serializing_if = "Tongue::is_usual")]
    pub lang: Tongue,
    /// The program and its version.
    pub program: String,
    /// Number of the [`Search`] by which it was made.
    pub search: u32,
    /// The words of the seed.
    pub seed_text: String,
    /// Of a changed plan: the change.
    pub change: Option<Changed>,
}

/// A change on the day, as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    /// The round, from 1.
    pub round: usize,
    /// Codes of people who are not there after all.
    pub absent: Vec<String>,
    /// Codes of people who are there after all.
    pub extra: Vec<String>,
    /// Most people to move, if that was asked.
    pub move_at_most: Option<u32>,
    /// Who of the staff was there in place of those of the plan, if that was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<Vec<Staff>>,
    /// Digest of the seat plan before.
    pub seatplan_before: String,
    /// Digest of the brief before.
    pub inputs_before: String,
}

impl Record {
    /// Of a plan made from a brief and words.
    pub fn made(brief: &Brief, words: &str, frozen: bool, lang: Tongue) -> Self {
        Self {
            lang,
            commitment: make::commitment(brief).to_string(),
            frozen,
            label: Label::Tables.to_string(),
            program: PROGRAM.to_owned(),
            search: Search::NOW.number(),
            seed_text: words.trim().to_owned(),
            change: None,
        }
    }

    /// Of a plan changed on the day. `seats` and `inputs` are digests of the files before.
    pub fn changed(&self, brief: &Brief, change: &Change, seats: Digest, inputs: Digest) -> Self {
        Self {
            commitment: make::commitment(brief).to_string(),
            frozen: false,
            label: Label::Round(change.round as u32 + 1).to_string(),
            lang: self.lang,
            program: PROGRAM.to_owned(),
            search: Search::NOW.number(),
            seed_text: self.seed_text.clone(),
            change: Some(Changed {
                round: change.round + 1,
                absent: change.absent.clone(),
                extra: change.extra.clone(),
                move_at_most: change.moves,
                staff: change.staff.clone(),
                seatplan_before: seats.to_string(),
                inputs_before: inputs.to_string(),
            }),
        }
    }

    /// The stream of the seed that such a plan is drawn from.
    pub fn due_label(&self) -> String {
        match &self.change {
            None => Label::Tables.to_string(),
            Some(change) => Label::Round(change.round as u32).to_string(),
        }
    }

    /// Reads the file, in the one form in which [`Self::to_bytes`] writes it: with a name twice, another order or a space
    /// more, two readers could read two things.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let record: Self = serde_json::from_slice(bytes).ok()?;
        (record.to_bytes() == bytes).then_some(record)
    }

    /// The file: JSON with sorted names.
    pub fn to_bytes(&self) -> Vec<u8> {
        let value = serde_json::to_value(self).expect("plain data has a JSON form");
        format!("{value:#}\n").into_bytes()
    }
}

impl Changed {
    /// The change as it was asked for.
    pub fn asked(&self) -> Change {
        Change {
            round: self.round.wrapping_sub(1),
            absent: self.absent.clone(),
            extra: self.extra.clone(),
            moves: self.move_at_most,
            staff: self.staff.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_one_form() {
        let record = Record {
            lang: Tongue::En,
            commitment: "geloot".into(),
            frozen: true,
            label: "tables".into(),
            program: "geloot 0".into(),
            search: 1,
            seed_text: "words".into(),
            change: None,
        };
        let bytes = record.to_bytes();
        assert_eq!(Record::read(&bytes), Some(record));
        let text = String::from_utf8(bytes).unwrap();
        for other in [
            text.trim_end().to_owned(),
            text.replace('\n', "\r\n"),
            text.replace("  ", " "),
            text.replace("true", "true "),
            text.replace("{\n", "{\n  \"frozen\": false,\n"),
            text.replace("  \"frozen\": true,\n", ""),
            text.replace("  \"change\": null,\n", ""),
            text.replace("words", "\\u0077ords"),
        ] {
            assert_ne!(other, text);
            assert_eq!(Record::read(other.as_bytes()), None, "{other}");
        }
    }
}
