//! A first charter, of a panel lottery or of letters, from what somebody answers: a file for people to go on with. What it may
//! say is judged where charters are read. Imports `deliberation`.

use crate::deliberation::dates::Date;
use toml::value::{Datetime, Time};
use toml::{Table, Value};

/// Where the seed comes from, as far as a charter says it.
#[derive(Clone, Debug, PartialEq)]
pub enum Chance {
    /// Words that people say.
    Text,
    /// A ticket that is drawn by hand.
    Ticket,
    /// So many dice with so many sides.
    Dice {
        /// How many.
        count: u32,
        /// Sides of each.
        sides: u32,
    },
    /// So many published numbers.
    Lotto {
        /// How many.
        count: u32,
        /// The greatest that there can be.
        most: u32,
    },
    /// The first round of the beacon from this moment on.
    Drand {
        /// The moment; without one the charter asks for it.
        time: Option<Datetime>,
    },
    /// Words that several people sealed.
    Contributions,
}

/// What a charter says of the source of the seed.
#[derive(Clone, Debug)]
pub struct Source {
    /// The source.
    pub chance: Chance,
    /// How the words or numbers come about.
    pub how: Option<String>,
}

/// Words that several people sealed.
#[derive(Clone, Debug, Default)]
pub struct Sealed {
    /// Who handed in which line.
    pub slips: Vec<(String, String)>,
    /// Until when they can open theirs.
    pub until: Option<Datetime>,
    /// What decides if one of them does not.
    pub otherwise: Option<Source>,
}

/// The answers that both kinds of charter have.
#[derive(Clone, Debug)]
pub struct Common {
    /// When the line is published.
    pub date: Option<Datetime>,
    /// The zone of times without an offset.
    pub zone: Option<String>,
    /// Where the seed comes from.
    pub source: Source,
    /// Who sealed words.
    pub sealed: Sealed,
}

/// The five questions, in their order: what each is called in the file, and the answer.
pub type Answers<'a> = [(&'static str, Option<&'a str>); 4];

/// A charter of a panel lottery.
#[derive(Clone, Debug)]
pub struct Panel<'a> {
    /// Title, question, mandate and what happens with the outcome.
    pub answers: Answers<'a>,
    /// Who cannot be drawn.
    pub exclusions: &'a [String],
    /// What was changed, and why: comments.
    pub notes: &'a [String],
    /// How many reserves, and how many in a hundred are expected to drop out.
    pub reserves: Option<(u32, u32)>,
}

/// A charter of an invitation lottery.
#[derive(Clone, Debug)]
pub struct Letters<'a> {
    /// What columns of the register mean, by the word of the charter.
    pub columns: &'a [(String, String)],
    /// Least age, on this day.
    pub age: Option<(u32, Datetime)>,
    /// How many letters.
    pub number: Option<u32>,
    /// How many more places are drawn, in order.
    pub reserves: Option<u32>,
    /// How letters are shared out among the strata.
    pub share: Option<&'a str>,
    /// What counts as a home, and how many letters it gets.
    pub homes: Option<&'a str>,
    /// How many areas are drawn first, and how many that may stand in.
    pub areas: Option<(u32, Option<u32>)>,
}

/// The text of a charter of a panel lottery.
pub fn panel(common: &Common, panel: &Panel<'_>) -> String {
    let mut text = String::new();
    let [first @ .., last] = &panel.answers;
    first.iter().for_each(|(key, said)| answer(&mut text, key, *said));
    if !panel.exclusions.is_empty() {
        let all = panel.exclusions.iter().map(|one| Value::from(one.as_str())).collect::<Vec<_>>();
        line(&mut text, "exclusions", &Value::Array(all));
    }
    answer(&mut text, last.0, last.1);
    for note in panel.notes {
        text.push_str(&format!("# {}\n", one_line(note)));
    }
    common_lines(&mut text, common);
    seed(&mut text, common);
    if let Some((number, attrition)) = panel.reserves {
        text.push_str("\n[reserves]\n");
        line(&mut text, "number", &Value::from(number));
        line(&mut text, "attrition", &Value::from(format!("{attrition}%")));
    }
    text
}

/// The text of a charter of an invitation lottery.
pub fn letters(common: &Common, letters: &Letters<'_>) -> String {
    let mut text = String::new();
    common_lines(&mut text, common);
    text.push_str("\n[columns]\n");
    let headings = |key: &str| -> Vec<Value> {
        letters.columns.iter().filter(|c| c.0 == key).map(|c| Value::from(c.1.as_str())).collect()
    };
    let strata = headings(STRATA);
    for (at, (key, _)) in letters.columns.iter().enumerate() {
        if key == STRATA || letters.columns[..at].iter().any(|before| before.0 == *key) {
            continue;
        }
        // Of one that is given again, all headings in one list.
        let mut all = headings(key);
        line(&mut text, key, &if all.len() == 1 { all.remove(0) } else { Value::Array(all) });
    }
    if !strata.is_empty() {
        line(&mut text, STRATA, &Value::Array(strata));
    }
    if let Some((age, reference)) = &letters.age {
        text.push_str("\n[frame]\n");
        line(&mut text, "reference", &Value::Datetime(*reference));
        line(&mut text, "age", &Value::from(*age));
    }
    text.push_str("\n[letters]\n");
    line_if(&mut text, "number", letters.number);
    line_if(&mut text, "reserves", letters.reserves);
    answer(&mut text, "share", letters.share);
    answer(&mut text, "homes", letters.homes);
    if let Some((number, reserves)) = letters.areas {
        text.push_str("\n[areas]\n");
        line(&mut text, "number", &Value::from(number));
        line_if(&mut text, "reserves", reserves);
    }
    seed(&mut text, common);
    text
}

/// The word for the columns by which there are strata: there may be several.
pub const STRATA: &str = "strata";

fn common_lines(text: &mut String, common: &Common) {
    line_if(text, "date", common.date);
    answer(text, "zone", common.zone.as_deref());
}

fn seed(text: &mut String, common: &Common) {
    text.push_str("\n[seed]\n");
    source(text, &common.source);
    if common.source.chance != Chance::Contributions {
        return;
    }
    line_if(text, "until", common.sealed.until);
    for (name, slip) in &common.sealed.slips {
        text.push_str("\n[[seed.roles]]\n");
        line(text, "name", &Value::from(name.as_str()));
        line(text, "slip", &Value::from(slip.as_str()));
    }
    if let Some(otherwise) = &common.sealed.otherwise {
        text.push_str("\n[seed.otherwise]\n");
        source(text, otherwise);
    }
}

fn source(text: &mut String, source: &Source) {
    let word = match source.chance {
        Chance::Text => "text",
        Chance::Ticket => "ticket",
        Chance::Dice { .. } => "dice",
        Chance::Lotto { .. } => "lotto",
        Chance::Drand { .. } => "drand",
        Chance::Contributions => "contributions",
    };
    line(text, "source", &Value::from(word));
    match source.chance {
        Chance::Dice { count, sides } => {
            line(text, "sides", &Value::from(sides));
            line(text, "count", &Value::from(count));
        }
        Chance::Lotto { count, most } => {
            line(text, "count", &Value::from(count));
            line(text, "most", &Value::from(most));
        }
        Chance::Drand { time } => {
            line(text, "chain", &Value::from("quicknet"));
            line_if(text, "time", time);
        }
        Chance::Text | Chance::Ticket | Chance::Contributions => {}
    }
    if matches!(source.chance, Chance::Text | Chance::Lotto { .. }) {
        answer(text, "description", source.how.as_deref());
    }
}

/// An answer that somebody gave.
fn answer(text: &mut String, key: &str, said: Option<&str>) {
    if let Some(said) = said.map(str::trim).filter(|said| !said.is_empty()) {
        line(text, key, &Value::from(said));
    }
}

/// A key and its value, if there is one.
fn line_if(text: &mut String, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        line(text, key, &value.into());
    }
}

/// A key and its value, on one line whatever is in it: who opens the file finds an answer behind each key.
fn line(text: &mut String, key: &str, value: &Value) {
    let plain = |said: &str| Value::from(one_line(said));
    let value = match value {
        Value::String(said) => plain(said),
        Value::Array(all) => Value::Array(all.iter().filter_map(Value::as_str).map(plain).collect()),
        other => other.clone(),
    };
    text.push_str(&format!("{key} = {value}\n"));
}

fn one_line(said: &str) -> String {
    said.split(char::is_control).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Reads a charter's own writing of a moment or day, or a day as people write it.
pub fn moment(text: &str) -> Option<Datetime> {
    written(text).or_else(|| written(&Date::read(text)?.to_string()))
}

fn written(text: &str) -> Option<Datetime> {
    let read: Table = format!("it = {}", text.trim()).parse().ok()?;
    match (read.len(), read.get("it")) {
        (1, Some(Value::Datetime(moment))) => {
            // TOML 1.0 has seconds in every time.
            let time = moment.time.map(|time| Time { second: time.second.or(Some(0)), ..time });
            Some(Datetime { time, ..*moment })
        }
        _ => None,
    }
}
