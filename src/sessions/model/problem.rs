//! The planner's problem as plain values: people, what to mix, and the sittings with their rules.
//! Imports nothing of ours.

use serde::{Deserialize, Serialize};

/// Everything the search has to know. People are numbered 0 to `people - 1` in the byte order of
/// their ids, tables 0 to `tables.len() - 1` per sitting.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    /// How many people there are, those absent from some sittings included.
    pub people: usize,
    /// What every table should hold a fair share of.
    pub features: Vec<Mix>,
    /// The sittings in order. Rounds with stable groups share one sitting.
    pub sittings: Vec<Sitting>,
    /// Pairs who met before the first sitting; a pair may occur more than once.
    pub met: Vec<(u16, u16)>,
    /// What goes first once no rule is broken.
    pub order: [Aim; 3],
    /// Whether balance is good enough for its place in the order when the spread of every feature is at
    /// most one above its least: then come meetings, then the rest of balance. Perfectly mixed tables can
    /// cost many meetings, and one person more or less at a table is hardly seen.
    pub within_one: bool,
}

/// One of the three aims of a plan, after the hard rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aim {
    /// Every table a fair share of every value of the mixed features.
    #[default]
    Balance,
    /// As many different pairs of people as possible meet.
    Meetings,
    /// People work on the topics they asked for.
    #[serde(rename = "preferences")]
    Wishes,
}

impl Aim {
    /// The order of the aims when nobody asks for another.
    pub const USUAL: [Aim; 3] = [Aim::Balance, Aim::Meetings, Aim::Wishes];
}

/// A feature to mix: which value each person has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mix {
    /// Heading of the column.
    pub name: String,
    /// How much one person too many counts against other features, 1 or more.
    pub importance: u32,
    /// The values, in byte order.
    pub values: Vec<String>,
    /// For each person the index of the value.
    pub of: Vec<u16>,
}

/// One seating of everybody present: a dialogue round, or the workshop rounds of one stable group.
#[derive(Clone, Debug, Default)]
pub struct Sitting {
    /// The tables, each with the fewest and the most people it takes.
    pub tables: Vec<Size>,
    /// For each person whether they are there.
    pub present: Vec<bool>,
    /// Pairs who may not share a table.
    pub apart: Vec<(u16, u16)>,
    /// Pairs who must share a table.
    pub together: Vec<(u16, u16)>,
    /// `(person, table)`: the person may not sit there.
    pub barred: Vec<(u16, u16)>,
    /// How many of a kind of people a table takes.
    pub limits: Vec<Limit>,
    /// People to seat at as few tables as possible.
    pub gathers: Vec<Gather>,
    /// People of whom nobody is alone at a table.
    pub company: Vec<Company>,
    /// For each person and table the price of sitting there, `person * tables + table`; empty when
    /// nobody has a preference.
    pub wishes: Vec<u32>,
    /// An existing seating to stay close to.
    pub home: Option<Home>,
}

/// The fewest and the most people at one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Fewest.
    pub least: u16,
    /// Most.
    pub most: u16,
}

/// At each table at least and at most so many of these people.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The people counted, in ascending order.
    pub people: Vec<u16>,
    /// For each table the fewest and the most of them.
    pub tables: Vec<Size>,
}

/// These people share as few tables as they can, at most `tables`.
#[derive(Clone, Debug)]
pub struct Gather {
    /// The people, in ascending order.
    pub people: Vec<u16>,
    /// Over how many tables they may be spread, at least 1.
    pub tables: u16,
}

/// At each table so many of these people, or none of them.
#[derive(Clone, Debug)]
pub struct Company {
    /// The people, in ascending order.
    pub people: Vec<u16>,
    /// The fewest at a table that has one, at least 2.
    pub least: u16,
}

/// A seating that was announced, and how many of those present may be moved from it.
#[derive(Clone, Debug)]
pub struct Home {
    /// For each person the table, `None` for people who had no seat.
    pub table_of: Vec<Option<u16>>,
    /// Most people who may sit elsewhere than announced.
    pub moves: u32,
}

impl Problem {
    /// The order of the aims when nobody asks for another: balance, meetings, wishes.
    ///
    /// One shape is different. When the rounds are exactly as many as it takes for everybody to meet
    /// everybody once (49 people, 7 tables, 8 rounds), meeting everybody is what they are for, and
    /// schedules that do so are rigid: perfectly mixed tables would cost a fifth of the meetings.
    /// Then meetings go first.
    pub fn usual_order(&self) -> [Aim; 3] {
        let Some(first) = self.sittings.first() else { return Aim::USUAL };
        let size = self.people.div_ceil(first.tables.len().max(1));
        let alike = |sitting: &Sitting| {
            sitting.tables.len() == first.tables.len()
                && sitting.attendance() == self.people
                && sitting.is_even()
                && sitting.wishes.is_empty()
        };
        let once =
            size > 2 && size <= first.tables.len() && self.sittings.len() == (self.people - 1) / (size - 1);
        if once && self.met.is_empty() && self.sittings.iter().all(alike) {
            [Aim::Meetings, Aim::Balance, Aim::Wishes]
        } else {
            Aim::USUAL
        }
    }
}

impl Sitting {
    /// `tables` equal tables for the people present, sizes differing by at most one.
    pub fn even(present: Vec<bool>, tables: usize) -> Self {
        let people = present.iter().filter(|&&here| here).count();
        let size = Size { least: (people / tables) as u16, most: people.div_ceil(tables) as u16 };
        Self { tables: vec![size; tables], present, ..Self::default() }
    }

    /// How many people are there.
    pub fn attendance(&self) -> usize {
        self.present.iter().filter(|&&here| here).count()
    }

    /// The tables at which anybody may sit. A plan made by hand may leave tables of other rounds out.
    pub fn open(&self) -> impl Iterator<Item = &Size> + Clone {
        self.tables.iter().filter(|size| size.most > 0)
    }

    /// Whether no table in use can end up two or more people larger than another.
    pub fn is_even(&self) -> bool {
        let most = self.open().map(|size| size.most).max().unwrap_or(0);
        let least = self.open().map(|size| size.least).min().unwrap_or(0);
        most <= least + 1
    }

    /// The fair share of a value that `count` of the people present have, at a table of `size`:
    /// the largest whole number not above it and the smallest not below it.
    ///
    /// When table sizes differ by at most one, every table has the same share, `count / tables`:
    /// rows and columns of a transportation problem with whole totals always have a whole solution
    /// between the rounded-down and rounded-up shares, so each feature alone can reach it. Otherwise
    /// the share follows the size of the table.
    pub fn share(&self, count: usize, size: usize) -> (u16, u16) {
        let (over, under) =
            if self.is_even() { (count, self.open().count()) } else { (count * size, self.attendance()) };
        let under = under.max(1);
        ((over / under) as u16, over.div_ceil(under) as u16)
    }
}
