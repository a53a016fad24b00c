//! The plan file: what the rounds are and what counts, as somebody writes it. May import `base`.

use crate::base::fault::Place;
use crate::sessions::problem::Aim;
use crate::sessions::wrong::What;
use serde::Deserialize;
use std::collections::BTreeMap;

/// `plan.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlanFile {
    /// Columns to mix, each as a heading or with an importance.
    #[serde(default)]
    pub mix: Vec<MixEntry>,
    /// The column with the role; `role` or `rol` when not told.
    pub role: Option<String>,
    /// The aims in order.
    pub order: Option<Vec<AimWord>>,
    /// How long to search.
    pub effort: Option<u32>,
    /// The other files, relative to the plan file.
    #[serde(default)]
    pub files: BTreeMap<FileKind, String>,
    /// The rounds.
    #[serde(default)]
    pub round: Vec<RoundEntry>,
    /// So many of a role at a table.
    #[serde(default)]
    pub roles: BTreeMap<String, Range>,
    /// Columns whose values stay together.
    #[serde(default)]
    pub keep: Vec<KeepEntry>,
    /// Topics, each with its fewest and most people.
    #[serde(default)]
    pub topics: BTreeMap<String, Range>,
    /// A property of tables and the column of people who need it.
    #[serde(default)]
    pub needs: BTreeMap<String, String>,
}

/// The other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// The people's list.
    People,
    /// Rules about people.
    Constraints,
    /// Facilitators and note-takers.
    Staff,
    /// Tables.
    Rooms,
    /// Who wants to work on what.
    Preferences,
    /// Who met before.
    Met,
}

/// A column to mix.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum MixEntry {
    /// Its heading.
    Plain(String),
    /// Its heading and how much it counts.
    #[serde(rename_all = "kebab-case")]
    Weighed {
        /// The heading.
        feature: String,
        /// 1 to 100.
        importance: u32,
    },
}

/// An aim as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AimWord {
    /// Mixed tables.
    Balance,
    /// New meetings.
    Meetings,
    /// Topic preferences.
    Preferences,
}

impl From<AimWord> for Aim {
    fn from(word: AimWord) -> Self {
        match word {
            AimWord::Balance => Self::Balance,
            AimWord::Meetings => Self::Meetings,
            AimWord::Preferences => Self::Wishes,
        }
    }
}

/// A round, or several alike.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RoundEntry {
    /// What happens.
    pub kind: KindWord,
    /// What it is called.
    pub name: Option<String>,
    /// How many rounds like this follow each other.
    #[serde(default = "one")]
    pub count: u32,
    /// Number of tables.
    pub tables: Option<u32>,
    /// People at a table, at most.
    pub size: Option<u32>,
    /// Seats of every table.
    pub sizes: Option<Vec<u32>>,
    /// Codes of people who are away.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Workshops with the same word keep their groups; all workshops when not told.
    pub group: Option<String>,
}

fn one() -> u32 {
    1
}

/// What happens in a round, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindWord {
    /// New people at mixed tables.
    Dialogue,
    /// Groups on topics.
    Workshop,
    /// Everybody together.
    Plenary,
}

/// Fewest and most.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Range {
    /// Fewest.
    pub least: Option<u32>,
    /// Most.
    pub most: Option<u32>,
}

/// A column whose values stay together.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct KeepEntry {
    /// Its heading.
    pub feature: String,
    /// Values that need nothing; blank never does.
    #[serde(default)]
    pub ordinary: Vec<String>,
    /// At most so many tables; as few as people fit at when not told.
    pub tables: Option<u32>,
    /// Whether somebody of the staff at the table must speak the value.
    #[serde(default)]
    pub spoken: bool,
}

/// Reads a plan file.
///
/// # Errors
/// [`What::PlanFile`] with the line and the words of the TOML reader, and where.
pub fn read(name: &str, bytes: &[u8]) -> Result<PlanFile, Box<(What, Place)>> {
    let wrong =
        |line, said: &str| Box::new((What::PlanFile { line, said: said.to_owned() }, Place::file(name)));
    let text = std::str::from_utf8(bytes).map_err(|_| wrong(1, "it is not UTF-8 text"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start).min(text.len());
        let line = text.as_bytes()[..start].iter().filter(|&&b| b == b'\n').count() + 1;
        wrong(line, error.message().lines().next().unwrap_or("it cannot be read"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_whole_plan() {
        let plan = read("plan.toml", include_bytes!("../../../fixtures/sessions/zorg/plan.toml")).unwrap();
        assert_eq!(plan.round.len(), 3);
        assert_eq!(plan.order.unwrap()[0], AimWord::Preferences);
    }

    #[test]
    fn says_on_which_line_it_stops() {
        let (what, _) = *read("plan.toml", b"mix = [\"a\"]\n\n[[round]]\nkind = \"dialoge\"\n").unwrap_err();
        let What::PlanFile { line, said } = what else { panic!("{what:?}") };
        assert_eq!(line, 4);
        assert!(said.contains("dialoge") && said.contains("dialogue"), "{said}");
        let (what, _) = *read("plan.toml", b"tabels = 6\n").unwrap_err();
        assert!(matches!(what, What::PlanFile { line: 1, said } if said.contains("tabels")));
    }
}
