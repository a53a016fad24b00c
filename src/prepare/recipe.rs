//! The recipe: what to make of which files. Imports `base`, `seed` and its siblings.

use super::born::Day;
use crate::base::band::band;
use crate::base::fault::{Faults, Place, Prepare, What};
use crate::base::text::{fold, nearest};
use crate::pool::written::{self, Found};
use crate::seed::strict_toml;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// A recipe.
#[derive(Clone, Debug, Default)]
pub struct Recipe {
    /// The day on which ages count.
    pub reference: Option<Day>,
    /// Where the people come from.
    pub sources: Vec<Source>,
    /// How columns are made, by their names.
    pub columns: BTreeMap<String, Rule>,
    /// Who is left out, and why.
    pub leave_out: Vec<LeaveOut>,
    /// The columns that come out, first to last; all if none are named.
    pub order: Vec<String>,
    /// Columns that do not come out.
    pub drop: Vec<String>,
    /// The file in which it is decided who is there twice.
    pub decisions: Option<String>,
    /// What is said of whoever is left out as being there twice.
    pub twice_ground: String,
    /// Tables of the population that are to speak the same words.
    pub populations: Vec<Figures>,
}

/// Files of one layout.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The files, relative to the recipe.
    pub files: Vec<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The sign between cells, if it is not to be found out.
    pub separator: Option<char>,
    /// The row with the headings, if it is not the first that is filled.
    pub heading_row: Option<usize>,
    /// How many rows there must be in all of its files.
    pub total: Option<u64>,
    /// New headings by old ones.
    pub rename: Vec<(String, String)>,
    /// Columns with the same cell in every row.
    pub set: Vec<(String, String)>,
    /// Grounds on which rows are left out by number: notes, totals and what else is no person.
    pub skip: BTreeMap<String, Vec<usize>>,
}

/// Where the text of a column comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// The column of that name in the sources.
    #[default]
    Own,
    /// Another column.
    From(String),
    /// Several columns, with this between those that are not blank.
    Join(Vec<String>, String),
    /// One part of another column, from 1, or from the end if below 0; parts are set apart by this.
    Split(String, String, i64),
}

/// How a column is made: the text, and then each of these that is asked for, in this order.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// Where the text comes from.
    pub input: Input,
    /// Zeros in front, to so many signs, where the text is a number.
    pub pad: Option<usize>,
    /// A table in which the text is looked up.
    pub table: Option<Lookup>,
    /// Whether the text is a date, to be written `YYYY-MM-DD` with 00 for what is not known of it.
    pub date: bool,
    /// Classes of ages, with the first and last age of each.
    pub classes: Vec<(String, (u32, u32))>,
    /// Values by the folded spellings that stand for them.
    pub values: BTreeMap<String, String>,
    /// What to write where the text is blank.
    pub blank: Option<String>,
    /// What to write for a text that no rule knows.
    pub otherwise: Option<String>,
    /// What to write where a date of birth does not tell the class.
    pub unknown: Option<String>,
}

/// A table in which one column is looked up by another.
#[derive(Clone, Debug)]
pub struct Lookup {
    /// The file, relative to the recipe.
    pub file: String,
    /// The column to look in.
    pub key: String,
    /// The column that is taken.
    pub value: String,
}

/// Who is left out.
#[derive(Clone, Debug)]
pub struct LeaveOut {
    /// By the cell of which column.
    pub column: String,
    /// When.
    pub test: Test,
    /// Why.
    pub ground: String,
    /// Whether whoever has no age that is known is left out; if it is not said, that stops the work.
    pub unknown: Option<bool>,
}

/// When somebody is left out.
#[derive(Clone, Debug)]
pub enum Test {
    /// The cell is one of these, folded.
    Is(Vec<String>),
    /// The cell is none of these.
    Not(Vec<String>),
    /// The cell is blank.
    Blank,
    /// Younger than so many years.
    Younger(u32),
    /// Older than so many years.
    Older(u32),
}

/// A table of a population that is read, brought to the values of the columns of the same names, and written again.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// The file, relative to the recipe.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The name of the file to write.
    pub out: String,
    /// Rows to use, as headings and labels.
    pub pick: Vec<(String, String)>,
    /// The column with the figures.
    pub counts: Option<String>,
    /// New names of features by old ones.
    pub rename: Vec<(String, String)>,
    /// Values to leave out.
    pub leave_out: Vec<String>,
    /// Columns of the list that join others, to be made of the features of the table too.
    pub combine: Vec<String>,
}

impl Recipe {
    /// Reads a recipe; everything that is wrong with it goes to `faults`.
    pub fn parse(name: &str, bytes: &[u8], faults: &mut Faults) -> Option<Self> {
        let mut reader = Reader { name, faults, undated: false };
        let table = match strict_toml::read(bytes) {
            Ok(table) => table,
            Err(bad) => {
                let line = bytes.split(|&b| b == b'\n').nth(bad.line.saturating_sub(1)).unwrap_or_default();
                let date = String::from_utf8_lossy(line).split('=').nth(1).is_some_and(is_bare_date);
                reader.push(Prepare::NotToml { line: bad.line, curly: bad.curly, date });
                return None;
            }
        };
        reader.known(
            "",
            &table,
            &["reference_date", "source", "columns", "leave_out", "pool", "twice", "population"],
        );
        let mut recipe = Self { twice_ground: "twice".to_owned(), ..Self::default() };
        // One that is wrong is not missing as well.
        let dated = table.contains_key("reference_date");
        match table.get("reference_date") {
            None => {}
            Some(Value::Datetime(time)) if time.date.is_some() && time.time.is_none() => {
                recipe.reference = time.date.map(|d| Day { year: d.year, month: d.month, day: d.day });
            }
            Some(_) => reader.wrong("", "reference_date", "date"),
        }
        for (at, source) in reader.tables("source", &table) {
            recipe.sources.push(reader.source(&at, &source));
        }
        if recipe.sources.is_empty() {
            reader.missing("", "[[source]]");
        }
        if let Some(columns) = reader.table("", "columns", &table) {
            for (name, value) in &columns {
                let at = format!("[columns.{name}]");
                match value {
                    Value::Table(rule) => {
                        let rule = reader.rule(&at, rule, dated);
                        recipe.columns.insert(name.clone(), rule);
                    }
                    _ => reader.wrong("[columns]", name, "table"),
                }
            }
        }
        for (at, rule) in reader.tables("leave_out", &table) {
            recipe.leave_out.extend(reader.leave_out(&at, &rule, dated));
        }
        if let Some(pool) = reader.table("", "pool", &table) {
            reader.known("[pool]", &pool, &["columns", "drop"]);
            recipe.order = reader.texts("[pool]", "columns", &pool).unwrap_or_default();
            recipe.drop = reader.texts("[pool]", "drop", &pool).unwrap_or_default();
        }
        if let Some(twice) = reader.table("", "twice", &table) {
            reader.known("[twice]", &twice, &["decisions", "ground"]);
            recipe.decisions = reader.text("[twice]", "decisions", &twice);
            if let Some(ground) = reader.text("[twice]", "ground", &twice) {
                recipe.twice_ground = ground;
            }
        }
        for (at, table) in reader.tables("population", &table) {
            let figures = reader.figures(&at, &table);
            reader.combined(&at, &recipe, &figures);
            recipe.populations.push(figures);
        }
        Some(recipe)
    }

    /// The rule that makes a column of this name, spelled as freely as headings are.
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        self.columns.iter().find(|(own, _)| fold(own) == fold(name)).map(|(_, rule)| rule)
    }
}

/// Reads the tables of a recipe and says what is wrong with them.
struct Reader<'a> {
    name: &'a str,
    faults: &'a mut Faults,
    /// That the day on which ages count is missing was said.
    undated: bool,
}

/// Whether a text is a date that is no date of TOML, such as 01-03-2027.
fn is_bare_date(text: &str) -> bool {
    let text = text.split('#').next().unwrap_or_default();
    !text.contains('"') && matches!(written::read(text), Found::Date(date) if date.day.is_some())
}

impl Reader<'_> {
    fn push(&mut self, what: Prepare) {
        self.faults.push(What::Prepare(what), Place::file(self.name));
    }

    fn no_date(&mut self) {
        if !std::mem::replace(&mut self.undated, true) {
            self.missing("", "reference_date");
        }
    }

    fn missing(&mut self, table: &str, key: &str) {
        self.push(Prepare::Missing { table: table.to_owned(), key: key.to_owned() });
    }

    fn wrong(&mut self, table: &str, key: &str, wants: &'static str) {
        self.push(Prepare::Wrong { table: table.to_owned(), key: key.to_owned(), wants });
    }

    /// Says which settings mean nothing.
    fn known(&mut self, at: &str, table: &Table, keys: &[&str]) {
        for key in table.keys().filter(|key| !keys.contains(&key.as_str())) {
            let near = nearest(key, keys.iter().copied()).map(str::to_owned);
            self.push(Prepare::Unknown { table: at.to_owned(), key: key.clone(), near });
        }
    }

    fn table(&mut self, at: &str, key: &str, of: &Table) -> Option<Table> {
        match of.get(key)? {
            Value::Table(table) => Some(table.clone()),
            _ => {
                self.wrong(at, key, "table");
                None
            }
        }
    }

    /// Each of a list of tables, with how messages call it.
    fn tables(&mut self, key: &str, of: &Table) -> Vec<(String, Table)> {
        let list = match of.get(key) {
            None => return Vec::new(),
            Some(Value::Array(list)) => list.clone(),
            Some(one) => vec![one.clone()],
        };
        let mut tables = Vec::new();
        for (at, value) in (1..).zip(list) {
            match value {
                Value::Table(table) => tables.push((format!("[[{key}]] {at}"), table)),
                _ => self.wrong("", key, "table"),
            }
        }
        tables
    }

    fn text(&mut self, at: &str, key: &str, of: &Table) -> Option<String> {
        match of.get(key)? {
            Value::String(text) => Some(text.clone()),
            _ => {
                self.wrong(at, key, "text");
                None
            }
        }
    }

    fn texts(&mut self, at: &str, key: &str, of: &Table) -> Option<Vec<String>> {
        let list = match of.get(key)? {
            Value::String(text) => return Some(vec![text.clone()]),
            Value::Array(list) => list.iter().map(|v| v.as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        if list.is_none() {
            self.wrong(at, key, "texts");
        }
        list
    }

    fn number<T: TryFrom<i64>>(&mut self, at: &str, key: &str, of: &Table) -> Option<T> {
        let number = of.get(key)?.as_integer().and_then(|n| T::try_from(n).ok());
        if number.is_none() {
            self.wrong(at, key, "number");
        }
        number
    }

    fn is_true(&mut self, at: &str, key: &str, of: &Table) -> bool {
        match of.get(key) {
            None => return false,
            Some(Value::Boolean(true)) => return true,
            Some(_) => self.wrong(at, key, "true"),
        }
        false
    }

    fn pairs(&mut self, at: &str, key: &str, of: &Table) -> Vec<(String, String)> {
        let Some(table) = self.table(at, key, of) else { return Vec::new() };
        let pair = |(old, new): (&String, &Value)| Some((old.clone(), new.as_str()?.to_owned()));
        let pairs: Option<Vec<_>> = table.iter().map(pair).collect();
        if pairs.is_none() {
            self.wrong(at, key, "pairs");
        }
        pairs.unwrap_or_default()
    }

    fn source(&mut self, at: &str, table: &Table) -> Source {
        self.known(
            at,
            table,
            &["file", "files", "sheet", "separator", "heading_row", "total", "rename", "set", "skip"],
        );
        let mut files = self.texts(at, "files", table).unwrap_or_default();
        files.extend(self.text(at, "file", table));
        if files.is_empty() {
            self.missing(at, "file");
        }
        let separator = self.text(at, "separator", table);
        let sign = separator.as_ref().and_then(|text| {
            let mut signs = text.chars();
            signs.next().filter(|sign| sign.is_ascii() && *sign != '"' && signs.next().is_none())
        });
        if separator.is_some() && sign.is_none() {
            self.wrong(at, "separator", "sign");
        }
        let heading_row = self.number::<usize>(at, "heading_row", table);
        if heading_row == Some(0) {
            self.wrong(at, "heading_row", "number");
        }
        Source {
            files,
            sheet: self.text(at, "sheet", table),
            separator: sign,
            heading_row,
            total: self.number(at, "total", table),
            rename: self.pairs(at, "rename", table),
            set: self.pairs(at, "set", table),
            skip: self.skip(at, table),
        }
    }

    /// Rows by the ground on which they are left out.
    fn skip(&mut self, at: &str, table: &Table) -> BTreeMap<String, Vec<usize>> {
        let Some(listed) = self.table(at, "skip", table) else { return BTreeMap::new() };
        let numbers = |value: &Value| -> Option<Vec<usize>> {
            let number = |value: &Value| value.as_integer().and_then(|n| usize::try_from(n).ok());
            value.as_array()?.iter().map(number).collect()
        };
        let pair = |(ground, value): (&String, &Value)| Some((ground.clone(), numbers(value)?));
        let skip: Option<BTreeMap<_, _>> = listed.iter().map(pair).collect();
        let several = table.get("files").and_then(Value::as_array).is_some_and(|files| files.len() > 1);
        if skip.is_none() || several {
            self.wrong(at, "skip", "rows");
        }
        skip.unwrap_or_default()
    }

    fn rule(&mut self, at: &str, table: &Table, dated: bool) -> Rule {
        self.known(
            at,
            table,
            &[
                "from",
                "join",
                "split",
                "with",
                "at",
                "part",
                "pad",
                "table",
                "date",
                "classes",
                "values",
                "blank",
                "otherwise",
                "unknown",
            ],
        );
        let (from, join, split) =
            (self.text(at, "from", table), self.texts(at, "join", table), self.text(at, "split", table));
        let with = self.text(at, "with", table);
        let (sign, part) = (self.text(at, "at", table), self.number::<i64>(at, "part", table));
        let input = match (from, join, split) {
            (None, None, None) => Input::Own,
            (Some(from), None, None) => Input::From(from),
            (None, Some(columns), None) => Input::Join(columns, with.unwrap_or_else(|| " ".to_owned())),
            (None, None, Some(column)) => {
                let part = part.filter(|part| *part != 0).unwrap_or_else(|| {
                    self.missing(at, "part");
                    1
                });
                Input::Split(
                    column,
                    sign.filter(|sign| !sign.is_empty()).unwrap_or_else(|| " ".to_owned()),
                    part,
                )
            }
            _ => {
                self.wrong(at, "from", "one");
                Input::Own
            }
        };
        let lookup = self.table(at, "table", table).and_then(|lookup| {
            self.known(at, &lookup, &["file", "key", "value"]);
            let mut text = |key| {
                let text = self.text(at, key, &lookup);
                if text.is_none() && !lookup.contains_key(key) {
                    self.missing(at, key);
                }
                text
            };
            let (file, key, value) = (text("file"), text("key"), text("value"));
            Some(Lookup { file: file?, key: key?, value: value? })
        });
        let mut classes = Vec::new();
        for name in self.texts(at, "classes", table).unwrap_or_default() {
            match band(&name) {
                Some(ages) => classes.push((name, ages)),
                None => self.push(Prepare::NoClass { table: at.to_owned(), class: name }),
            }
        }
        let overlap = |a: &(String, (u32, u32)), b: &(String, (u32, u32))| a.1.0 <= b.1.1 && b.1.0 <= a.1.1;
        let pair = (0..classes.len()).flat_map(|a| (0..a).map(move |b| (b, a)));
        if let Some((a, b)) = pair.into_iter().find(|&(a, b)| overlap(&classes[a], &classes[b])) {
            let (one, other) = (classes[a].0.clone(), classes[b].0.clone());
            self.push(Prepare::ClassesOverlap { table: at.to_owned(), one, other });
        }
        if !classes.is_empty() && !dated {
            self.no_date();
        }
        let (mut values, mut blank) = (self.values(at, table), self.text(at, "blank", table));
        // No text at all is a spelling too: that of cells that are blank.
        match (values.remove(""), &blank) {
            (Some(one), Some(other)) if one != *other => {
                let (table, other) = (at.to_owned(), other.clone());
                self.push(Prepare::SpellingTwice { table, spelling: String::new(), one, other });
            }
            (Some(value), None) => blank = Some(value),
            _ => {}
        }
        let date = self.is_true(at, "date", table);
        Rule {
            date,
            input,
            pad: self.number(at, "pad", table).filter(|pad| *pad <= 100),
            table: lookup,
            classes,
            values,
            blank,
            otherwise: self.text(at, "otherwise", table),
            unknown: self.text(at, "unknown", table),
        }
    }

    /// The spellings of each value; the value's own name is one of them.
    fn values(&mut self, at: &str, table: &Table) -> BTreeMap<String, String> {
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        let Some(listed) = self.table(at, "values", table) else { return values };
        for name in listed.keys() {
            let spellings = self.texts(at, name, &listed).unwrap_or_default();
            for spelling in std::iter::once(name).chain(&spellings) {
                match values.insert(fold(spelling), name.clone()) {
                    Some(other) if other != *name => self.push(Prepare::SpellingTwice {
                        table: at.to_owned(),
                        spelling: spelling.clone(),
                        one: other,
                        other: name.clone(),
                    }),
                    _ => {}
                }
            }
        }
        values
    }

    fn leave_out(&mut self, at: &str, table: &Table, dated: bool) -> Option<LeaveOut> {
        self.known(at, table, &["column", "is", "not", "blank", "younger", "older", "ground", "unknown"]);
        let (column, ground) = (self.text(at, "column", table), self.text(at, "ground", table));
        for (key, text) in [("column", &column), ("ground", &ground)] {
            if text.is_none() && !table.contains_key(key) {
                self.missing(at, key);
            }
        }
        let folded = |list: Vec<String>| list.iter().map(|text| fold(text)).collect();
        let mut tests = Vec::new();
        tests.extend(self.texts(at, "is", table).map(|list| Test::Is(folded(list))));
        tests.extend(self.texts(at, "not", table).map(|list| Test::Not(folded(list))));
        tests.extend(self.number(at, "younger", table).map(Test::Younger));
        tests.extend(self.number(at, "older", table).map(Test::Older));
        let given =
            ["is", "not", "blank", "younger", "older"].iter().filter(|key| table.contains_key(**key)).count();
        tests.extend(self.is_true(at, "blank", table).then_some(Test::Blank));
        if tests.iter().any(|test| matches!(test, Test::Younger(_) | Test::Older(_))) && !dated {
            self.no_date();
        }
        if given != 1 {
            self.wrong(at, "is", "one-test");
            return None;
        }
        let unknown = match table.get("unknown") {
            None => None,
            Some(Value::Boolean(out)) => Some(*out),
            Some(_) => {
                self.wrong(at, "unknown", "true-or-false");
                None
            }
        };
        Some(LeaveOut { column: column?, test: tests.pop()?, ground: ground?, unknown })
    }

    fn figures(&mut self, at: &str, table: &Table) -> Figures {
        self.known(at, table, &["file", "sheet", "out", "pick", "counts", "rename", "leave_out", "combine"]);
        let file = self.text(at, "file", table);
        if file.is_none() && !table.contains_key("file") {
            self.missing(at, "file");
        }
        let out = self.text(at, "out", table).unwrap_or_else(|| "population.csv".to_owned());
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let taken = super::OUR_FILES.contains(&out.as_str());
        if !out.ends_with(".csv") || out.starts_with('.') || !out.chars().all(plain) || taken {
            self.wrong(at, "out", "file-name");
        }
        Figures {
            file: file.unwrap_or_default(),
            sheet: self.text(at, "sheet", table),
            out,
            pick: self.pairs(at, "pick", table),
            counts: self.text(at, "counts", table),
            rename: self.pairs(at, "rename", table),
            leave_out: self.texts(at, "leave_out", table).unwrap_or_default(),
            combine: self.texts(at, "combine", table).unwrap_or_default(),
        }
    }

    /// Says which columns are to be made of a population, and join no others.
    fn combined(&mut self, at: &str, recipe: &Recipe, figures: &Figures) {
        for name in &figures.combine {
            if recipe.rule(name).is_some_and(|rule| matches!(rule.input, Input::Join(..))) {
                continue;
            }
            let joins = recipe.columns.iter().filter(|(_, rule)| matches!(rule.input, Input::Join(..)));
            let joins: Vec<&str> = joins.map(|(name, _)| name.as_str()).collect();
            let near = nearest(name, joins.iter().copied()).map(str::to_owned);
            self.push(Prepare::NoJoin { table: at.to_owned(), column: name.clone(), near });
        }
    }
}
