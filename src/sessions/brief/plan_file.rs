//! The plan file: what the rounds are and what counts, as somebody writes it. Imports nothing of ours but
//! the aims.

use crate::sessions::model::problem::Aim;
use std::collections::BTreeMap;

/// `plan.toml`.
#[derive(Clone, Debug, Default)]
pub struct PlanFile {
    /// Columns to mix, each as a heading or with an importance.
    pub mix: Vec<MixEntry>,
    /// The column with the role; `role` or `rol` when not told.
    pub role: Option<String>,
    /// The aims in order.
    pub order: Option<Vec<AimWord>>,
    /// How long to search.
    pub effort: Option<u32>,
    /// The other files, relative to the plan file.
    pub files: BTreeMap<FileKind, String>,
    /// The rounds.
    pub round: Vec<RoundEntry>,
    /// So many of a role at a table.
    pub roles: BTreeMap<String, Range>,
    /// Columns whose values stay together.
    pub keep: Vec<KeepEntry>,
    /// Columns of which nobody sits alone with their value.
    pub company: Vec<CompanyEntry>,
    /// Topics, each with its fewest and most people.
    pub topics: BTreeMap<String, Range>,
    /// A property of tables and the column of people who need it.
    pub needs: BTreeMap<String, String>,
}

/// The other files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
#[derive(Clone, Debug)]
pub enum MixEntry {
    /// Its heading.
    Plain(String),
    /// Its heading and how much it counts.
    Weighed {
        /// The heading.
        feature: String,
        /// 1 to 100.
        importance: u32,
    },
}

/// An aim as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, Default)]
pub struct RoundEntry {
    /// What happens.
    pub kind: KindWord,
    /// What it is called.
    pub name: Option<String>,
    /// How many rounds like this follow each other.
    pub count: u32,
    /// Number of tables.
    pub tables: Option<u32>,
    /// People at a table, at most.
    pub size: Option<u32>,
    /// Seats of every table.
    pub sizes: Option<Vec<u32>>,
    /// Codes of people who are away.
    pub absent: Vec<String>,
    /// Workshops with the same word keep their groups; all workshops when not told. Dialogues with the same word keep
    /// their tables; each has its own when not told.
    pub group: Option<String>,
}

/// What happens in a round, as written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KindWord {
    /// New people at mixed tables.
    #[default]
    Dialogue,
    /// Groups on topics.
    Workshop,
    /// Everybody together.
    Plenary,
}

/// Fewest and most.
#[derive(Clone, Copy, Debug, Default)]
pub struct Range {
    /// Fewest.
    pub least: Option<u32>,
    /// Most.
    pub most: Option<u32>,
}

/// A column whose values stay together.
#[derive(Clone, Debug, Default)]
pub struct KeepEntry {
    /// Its heading.
    pub feature: String,
    /// Values that need nothing; blank never does.
    pub ordinary: Vec<String>,
    /// At most so many tables; as few as people fit at when not told.
    pub tables: Option<u32>,
    /// Whether somebody of the staff at the table must speak the value.
    pub spoken: bool,
}

/// A column of which nobody sits alone with their value.
#[derive(Clone, Debug, Default)]
pub struct CompanyEntry {
    /// Its heading.
    pub feature: String,
    /// So many of a value at a table at least, or none; 2 when not told.
    pub least: u32,
    /// Values that need no company; blank never does.
    pub ordinary: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sessions::brief::plan_toml::read;
    use crate::sessions::wrong::{PlanWrong, What, Wrongs};

    fn wrong(text: &str) -> Vec<(usize, PlanWrong)> {
        let mut wrongs = Wrongs::default();
        read("plan.toml", text.as_bytes(), &mut wrongs);
        let one = |wrong: crate::sessions::wrong::Wrong| match wrong.what {
            What::PlanFile { line, wrong } => (line, wrong),
            other => panic!("{other:?}"),
        };
        wrongs.0.into_iter().map(one).collect()
    }

    #[test]
    fn reads_a_whole_plan() {
        let mut wrongs = Wrongs::default();
        let bytes = include_bytes!("../../../fixtures/sessions/zorg/plan.toml");
        let plan = read("plan.toml", bytes, &mut wrongs);
        assert!(wrongs.0.is_empty(), "{wrongs:?}");
        assert_eq!(plan.round.len(), 3);
        assert_eq!(plan.order.unwrap()[0], AimWord::Preferences);
        assert_eq!((plan.topics.len(), plan.files.len(), plan.keep[0].spoken), (5, 6, true));
        assert_eq!((plan.roles["official"].least, plan.roles["official"].most), (Some(1), Some(2)));
    }

    #[test]
    fn everything_wrong_is_told_with_its_line() {
        let text = "mix = [\"a\", { feature = \"b\", importance = 0 }]\neffort = 99999\ntabels = 6\n[[round]]\n\
            kind = \"dialoge\"\nsizes = [8, 0]\nabsent = \"Q7RT\"\n[[round]]\ncount = 0\n[[keep]]\nspoken = \"yes\"\n\
            [files]\nroom = \"r.csv\"\n";
        let found = wrong(text);
        let lines: Vec<usize> = found.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 13], "{found:?}");
        let has = |wanted: &dyn Fn(&PlanWrong) -> bool| found.iter().any(|(_, wrong)| wanted(wrong));
        assert!(has(
            &|w| matches!(w, PlanWrong::Unknown { key, near: Some(near), .. } if key == "room" && near == "rooms")
        ));
        assert!(has(
            &|w| matches!(w, PlanWrong::Word { word, near: Some(near), .. } if word == "dialoge" && near == "dialogue")
        ));
        assert!(has(&|w| matches!(w, PlanWrong::Number { key, least: 1, most: 100 } if key == "importance")));
        assert!(has(&|w| matches!(w, PlanWrong::Missing { key: "kind", .. })));
        assert_eq!(wrong("mix = [\"a]\n"), [(1, PlanWrong::Quotes)]);
        assert_eq!(wrong("\nmix\n"), [(2, PlanWrong::NoEquals)]);
        assert_eq!(wrong("role = \"a\"\nrole = \"b\"\n"), [(2, PlanWrong::Twice)]);
        assert_eq!(wrong("role = a\n"), [(1, PlanWrong::Grammar)]);
    }
}
