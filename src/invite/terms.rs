//! What a charter says of an invitation lottery: who is eligible, how homes count, how many letters. Imports `base`, `seed`
//! and its siblings.
//!
//! The charter is public and frozen; so everything that decides who can be drawn, but for the strata, stands in it.

use super::Homes;
use super::rows::{Columns, Home, Names};
use super::wrong::{What, Wrongs};
use crate::base::fault::Place;
use crate::base::text::nearest;
use crate::seed::strict_toml;
use toml::{Table, Value};

/// What a charter says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Where to find what in the registers.
    pub columns: Columns,
    /// The least age, in years, and the day on which people have it, YYYYMMDD.
    pub age: Option<(u32, u32)>,
    /// How homes count.
    pub homes: Homes,
    /// How many letters, and how they are shared out.
    pub letters: Shares,
    /// How many reserves besides.
    pub reserves: u64,
    /// Areas that are drawn first, and how many stand in.
    pub areas: Option<(u64, u64)>,
}

/// How letters are shared out among the strata.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shares {
    /// So many in all by the number of people, by the rule of Sainte-Laguë, and at least so many each.
    Proportional {
        /// In all.
        number: u64,
        /// For each stratum with people.
        least: u64,
    },
    /// So many in all, as equally as can be.
    Equal {
        /// In all.
        number: u64,
    },
    /// So many for each stratum with people.
    Each {
        /// For each.
        number: u64,
    },
    /// As the file of strata says.
    Listed,
}

impl Shares {
    /// The word for it in charters.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proportional { .. } => "proportional",
            Self::Equal { .. } => "equal",
            Self::Each { .. } => "each",
            Self::Listed => "listed",
        }
    }
}

const FRAME: &[&str] = &["reference", "age", "description"];
const COLUMNS: &[&str] = &[
    "key",
    "strata",
    "born",
    "since",
    "flag",
    "postcode",
    "number",
    "addition",
    "home",
    "weight",
    "description",
];
const LETTERS: &[&str] = &["number", "share", "at-least", "reserves", "homes", "description"];
const AREAS: &[&str] = &["number", "reserves", "description"];

/// The tables of a charter that are about an invitation lottery.
pub const TABLES: [&str; 4] = ["frame", "columns", "letters", "areas"];

/// Whether a charter is about an invitation lottery: it has a table that no other charter has.
pub fn is_for_letters(bytes: &[u8]) -> bool {
    strict_toml::read(bytes).is_ok_and(|table| TABLES.iter().any(|name| table.contains_key(*name)))
}

impl Terms {
    /// Reads the charter in `bytes`, which is TOML; `file` is what it is called.
    ///
    /// # Errors
    /// Everything that is wrong with its tables.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Wrongs> {
        let mut reader = Reader { file, wrongs: Wrongs::default() };
        let table = strict_toml::read(bytes).unwrap_or_default();
        let near = |key: &String| {
            let absent = TABLES.into_iter().filter(|name| !table.contains_key(*name));
            let meant = nearest(key, absent)?;
            (strsim::osa_distance(&key.to_ascii_lowercase(), meant) <= 1).then_some(meant)
        };
        for key in table.keys().filter(|key| !TABLES.contains(&key.as_str())) {
            if let Some(meant) = near(key) {
                let what = What::TermUnknown { table: "", key: key.clone(), near: Some(meant.to_owned()) };
                reader.add(what);
            }
        }
        let terms = reader.terms(&table);
        match terms.filter(|_| !reader.wrongs.stop()) {
            Some(terms) => Ok(terms),
            None => Err(reader.wrongs),
        }
    }

    /// Whether people have weights, so that chances differ.
    pub fn weighted(&self) -> bool {
        self.columns.weight.is_some()
    }

    /// Whether everybody's place is that of their own hash, so that it alone tells if they were drawn: neither homes nor
    /// weights count.
    pub fn ranked(&self) -> bool {
        self.homes == Homes::Any && !self.weighted()
    }

    /// The latest date of birth of somebody who takes part.
    pub fn limit(&self) -> Option<u32> {
        self.age.map(|(age, day)| day.saturating_sub(age * 10_000))
    }
}

struct Reader<'a> {
    file: &'a str,
    wrongs: Wrongs,
}

impl Reader<'_> {
    fn add(&mut self, what: What) {
        self.wrongs.push(what, Place::file(self.file));
    }

    fn terms(&mut self, all: &Table) -> Option<Terms> {
        let frame = self.table(all, "frame", FRAME);
        let columns = self.table(all, "columns", COLUMNS);
        let letters = self.table(all, "letters", LETTERS);
        let areas = self.table(all, "areas", AREAS);
        if !all.contains_key("letters") {
            self.add(What::TermMissing { table: "letters", key: "letters" });
        }
        let age = self.number(frame, "frame", "age").map(|age| age.min(200) as u32);
        let day = self.day(frame);
        let age = match (age, day) {
            (Some(age), Some(day)) => Some((age, day)),
            (Some(_), None) => {
                self.add(What::TermMissing { table: "frame", key: "reference" });
                None
            }
            (None, _) => None,
        };
        let columns = self.columns(columns, age.is_some());
        let homes = match self.word(letters, "letters", "homes") {
            None => Homes::Any,
            Some(word) => match Homes::of_word(word) {
                Some(homes) => homes,
                None => {
                    self.add(What::TermWrong { table: "letters", key: "homes" });
                    Homes::Any
                }
            },
        };
        if homes != Homes::Any && columns.home.is_none() {
            self.add(What::TermMissing { table: "columns", key: "postcode" });
        }
        if homes == Homes::AddressFirst && columns.weight.is_some() {
            // A home of which one is drawn has no weight of its own.
            self.add(What::TermsClash { one: "weight", other: "homes" });
        }
        let number = self.number(letters, "letters", "number");
        let least = self.number(letters, "letters", "at-least");
        let share = self.word(letters, "letters", "share");
        let shares = match (share, number) {
            (None | Some("proportional"), Some(number)) => {
                Shares::Proportional { number, least: least.unwrap_or(1) }
            }
            (Some("equal"), Some(number)) => Shares::Equal { number },
            (Some("each"), Some(number)) => Shares::Each { number },
            (None | Some("listed"), None) => Shares::Listed,
            (Some("proportional" | "equal" | "each"), None) => {
                self.add(What::TermMissing { table: "letters", key: "number" });
                return None;
            }
            (Some("listed"), Some(_)) => {
                self.add(What::TermsClash { one: "share", other: "number" });
                return None;
            }
            (Some(_), _) => {
                self.add(What::TermWrong { table: "letters", key: "share" });
                return None;
            }
        };
        if least.is_some() && !matches!(shares, Shares::Proportional { .. }) {
            self.add(What::TermsClash { one: "at-least", other: "share" });
        }
        let reserves = self.number(letters, "letters", "reserves").unwrap_or(0);
        let areas = match areas {
            None => None,
            Some(_) => {
                let number = self.number(areas, "areas", "number");
                if number.is_none() {
                    self.add(What::TermMissing { table: "areas", key: "number" });
                }
                if !matches!(shares, Shares::Each { .. }) {
                    // Only the same number in each area leaves everybody the same chance.
                    self.add(What::TermsClash { one: "areas", other: "share" });
                }
                number.map(|number| (number, self.number(areas, "areas", "reserves").unwrap_or(0)))
            }
        };
        Some(Terms { columns, age, homes, letters: shares, reserves, areas })
    }

    /// A table, with everything in it that means nothing told.
    fn table<'t>(&mut self, all: &'t Table, name: &'static str, known: &[&'static str]) -> Option<&'t Table> {
        let table = match all.get(name)? {
            Value::Table(table) => table,
            _ => {
                self.add(What::TermWrong { table: name, key: name });
                return None;
            }
        };
        for key in table.keys().filter(|key| !known.contains(&key.as_str())) {
            let near = nearest(key, known.iter().copied()).map(str::to_owned);
            self.add(What::TermUnknown { table: name, key: key.clone(), near });
        }
        Some(table)
    }

    fn number(&mut self, table: Option<&Table>, name: &'static str, key: &'static str) -> Option<u64> {
        match table?.get(key)? {
            Value::Integer(n) if (0..=1_000_000_000).contains(n) => u64::try_from(*n).ok(),
            _ => {
                self.add(What::TermWrong { table: name, key });
                None
            }
        }
    }

    fn word<'t>(
        &mut self,
        table: Option<&'t Table>,
        name: &'static str,
        key: &'static str,
    ) -> Option<&'t str> {
        match table?.get(key)? {
            Value::String(word) => Some(word),
            _ => {
                self.add(What::TermWrong { table: name, key });
                None
            }
        }
    }

    /// A plain date, as YYYYMMDD.
    fn day(&mut self, table: Option<&Table>) -> Option<u32> {
        let value = table?.get("reference")?;
        let date =
            value.as_datetime().filter(|d| d.time.is_none() && d.offset.is_none()).and_then(|d| d.date);
        match date.filter(|date| (1900..=2999).contains(&date.year)) {
            Some(d) => Some(u32::from(d.year) * 10_000 + u32::from(d.month) * 100 + u32::from(d.day)),
            None => {
                self.add(What::TermWrong { table: "frame", key: "reference" });
                None
            }
        }
    }

    fn columns(&mut self, table: Option<&Table>, age: bool) -> Columns {
        let names = |reader: &mut Self, key: &'static str| {
            let value = table?.get(key)?;
            let names = names(value);
            if names.is_none() {
                reader.add(What::TermWrong { table: "columns", key });
            }
            names
        };
        let strata = match table.and_then(|table| table.get("strata")) {
            None => Vec::new(),
            // One column; or a list of columns, each with a heading or several that it may have.
            Some(Value::String(one)) => vec![vec![one.clone()]],
            Some(Value::Array(list)) => match list.iter().map(names_of).collect::<Option<Vec<Names>>>() {
                Some(all) if !all.is_empty() => all,
                _ => {
                    self.add(What::TermWrong { table: "columns", key: "strata" });
                    Vec::new()
                }
            },
            Some(_) => {
                self.add(What::TermWrong { table: "columns", key: "strata" });
                Vec::new()
            }
        };
        let born = names(self, "born");
        if age && born.is_none() && table.is_none_or(|table| !table.contains_key("born")) {
            self.add(What::TermMissing { table: "columns", key: "born" });
        }
        let (postcode, number, addition) =
            (names(self, "postcode"), names(self, "number"), names(self, "addition"));
        let named = table.is_some_and(|table| table.contains_key("home"));
        if postcode.is_some() != number.is_some() && !named {
            let key = if postcode.is_some() { "number" } else { "postcode" };
            self.add(What::TermMissing { table: "columns", key });
        }
        let by_name = names(self, "home");
        if by_name.is_some() {
            // One thing says where somebody lives.
            let parts = [("postcode", &postcode), ("number", &number), ("addition", &addition)];
            if let Some((other, _)) = parts.into_iter().find(|(_, part)| part.is_some()) {
                self.add(What::TermsClash { one: "home", other });
            }
        }
        let address =
            postcode.zip(number).map(|(postcode, number)| Home::Address(postcode, number, addition));
        let home = by_name.map(Home::Named).or(address);
        let (key, since, flag) = (names(self, "key"), names(self, "since"), names(self, "flag"));
        let weight = names(self, "weight");
        // A date that decides nothing is not looked at, so that a blank one is no fault.
        Columns { key, strata, born: born.filter(|_| age), since, flag, home, weight }
    }
}

fn names(value: &Value) -> Option<Names> {
    names_of(value)
}

/// A heading, or several of which a register has one.
fn names_of(value: &Value) -> Option<Names> {
    let filled = |name: &&str| !name.trim().is_empty();
    match value {
        Value::String(one) => Some(vec![one.clone()]).filter(|_| filled(&one.as_str())),
        Value::Array(list) => {
            let names = list.iter().map(|name| name.as_str().filter(filled).map(str::to_owned));
            names.collect::<Option<Names>>().filter(|names| !names.is_empty())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
date = 2026-12-01
[frame]
reference = 2027-01-01
age = 16
[columns]
key = ["anummer", "A-nummer"]
strata = ["kern"]
born = "geboortedatum"
since = "sinds"
flag = "geheim"
postcode = "postcode"
number = "huisnummer"
addition = "toevoeging"
[letters]
number = 300
reserves = 300
homes = "one-letter"
"#;

    fn codes(text: &str) -> Vec<&'static str> {
        let wrongs = Terms::read("charter.toml", text.as_bytes()).unwrap_err();
        wrongs.0.iter().map(|wrong| wrong.what.code()).collect()
    }

    #[test]
    fn a_charter_says_who_is_drawn_and_how() {
        let terms = Terms::read("charter.toml", WHOLE.as_bytes()).unwrap();
        assert_eq!(terms.limit(), Some(20_110_101));
        assert_eq!(terms.homes, Homes::OneLetter);
        assert_eq!(terms.letters, Shares::Proportional { number: 300, least: 1 });
        assert_eq!((terms.reserves, terms.areas), (300, None));
        assert_eq!(terms.columns.key, Some(vec!["anummer".to_owned(), "A-nummer".to_owned()]));
    }

    #[test]
    fn one_column_may_name_the_home() {
        let address = "postcode = \"postcode\"\nnumber = \"huisnummer\"\naddition = \"toevoeging\"\n";
        let with = |home: &str| WHOLE.replace(address, home);
        let terms = Terms::read("charter.toml", with("home = [\"bag\", \"vbo\"]\n").as_bytes()).unwrap();
        assert_eq!(terms.columns.home, Some(Home::Named(vec!["bag".into(), "vbo".into()])));
        assert_eq!(codes(&with("home = []\n")), ["Y-14", "Y-13"]);
        assert_eq!(codes(&with("")), ["Y-13"]);
    }

    #[test]
    fn what_is_missing_or_means_nothing_is_told() {
        let changed = |from: &str, to: &str| codes(&WHOLE.replace(from, to));
        assert_eq!(changed("reference = 2027-01-01", ""), ["Y-13"]);
        assert_eq!(changed("2027-01-01", "\"1 January\""), ["Y-14", "Y-13"]);
        assert_eq!(changed("age = 16", "age = -1"), ["Y-14"]);
        assert_eq!(changed("born = \"geboortedatum\"", ""), ["Y-13"]);
        assert_eq!(changed("postcode = \"postcode\"", ""), ["Y-13", "Y-13"]);
        assert_eq!(changed("homes = \"one-letter\"", "homes = \"one\""), ["Y-14"]);
        assert_eq!(changed("postcode = \"postcode\"", "home = \"bag\""), ["Y-16"]);
        assert_eq!(changed("[letters]", "home = [\"bag\", \"vbo\"]\n[letters]"), ["Y-16"]);
        assert_eq!(changed("since = ", "home = "), ["Y-16"]);
        assert_eq!(changed("homes = ", "huizen = "), ["Y-15"]);
        assert_eq!(changed("[letters]", "[letter]"), ["Y-15", "Y-13"]);
        assert_eq!(changed("reserves = 300", "share = \"listed\""), ["Y-16"]);
        assert_eq!(changed("reserves = 300", "share = \"half\""), ["Y-14"]);
        assert_eq!(changed("number = 300", "share = \"equal\""), ["Y-13"]);
        assert_eq!(changed("reserves = 300", "share = \"each\"\n[areas]\n"), ["Y-15", "Y-13"]);
        assert_eq!(codes(&format!("{WHOLE}[areas]\nnumber = 3\n")), ["Y-16"]);
        assert_eq!(codes(""), ["Y-13"]);
    }
}
