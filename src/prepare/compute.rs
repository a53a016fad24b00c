//! The cells of one row by the rules of a recipe. Imports `base` and its siblings.

use super::born::{Ages, Day, Unread, ages, date, text as date_text};
use super::recipe::{Input, LeaveOut, Rule, Test};
use crate::base::text::{blank, fold, nearest, tidy};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A column that comes out of the sources or of a rule.
pub(super) struct Column<'a> {
    pub name: String,
    pub rule: Option<Made<'a>>,
}

/// A rule with its inputs as columns, by index.
pub(super) struct Made<'a> {
    pub rule: &'a Rule,
    pub inputs: Vec<usize>,
    pub table: Option<BTreeMap<String, String>>,
    /// The names of the values, for what was probably meant.
    pub names: Vec<&'a str>,
}

/// Why a cell cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Problem {
    Spelling {
        cell: String,
        near: Option<String>,
    },
    BirthUnclear,
    /// An age or date of birth cannot be read.
    Birth(Unread),
    /// A date cannot be read.
    Date(Unread),
    OutOfClasses,
    NotInTable,
    /// Nothing stands there, and the recipe does not say what that means.
    Blank,
    /// Only odd.
    ShortYear,
    Partly,
    /// What the recipe has for what is not known was written.
    Unknown(Unread),
}

/// What is made of one row.
pub(super) struct Row<'s> {
    /// The cell of each column.
    pub cells: Vec<Cow<'s, str>>,
    pub problems: Vec<(usize, Problem)>,
}

/// The columns of a recipe over all sources.
pub(super) struct Columns<'a> {
    pub list: Vec<Column<'a>>,
    /// Those that rules make, each after those from which it is made.
    pub order: Vec<usize>,
    pub reference: Option<Day>,
}

impl Columns<'_> {
    /// The columns whose cells are read as ages or dates, each once: raw columns where that can be. And those of them
    /// that tell ages.
    pub fn dated(&self, rules: &[LeaveOut], tests: &[Option<usize>]) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let made = self.order.iter().filter_map(|&at| {
            let made = self.list[at].rule.as_ref()?;
            (made.rule.date || !made.rule.classes.is_empty())
                .then(|| (read_of(made, at), !made.rule.classes.is_empty()))
        });
        let aged = |rule: &LeaveOut| matches!(rule.test, Test::Younger(_) | Test::Older(_));
        let tested = rules
            .iter()
            .zip(tests)
            .filter(|(rule, _)| aged(rule))
            .filter_map(|(_, column)| Some(((*column)?, true)));
        let all: Vec<(usize, bool)> = made.chain(tested).collect();
        let aged = all.iter().filter(|(_, aged)| *aged).map(|(column, _)| *column).collect();
        (all.into_iter().map(|(column, _)| column).collect(), aged)
    }

    /// The text of a column before its own rule, in a row whose cells are these.
    pub fn text_of<'r>(
        &self,
        column: usize,
        own: &'r [Cow<'_, str>],
        made: &'r [Cow<'_, str>],
    ) -> Cow<'r, str> {
        match &self.list[column].rule {
            Some(rule) if rule.rule.input != Input::Own => input(rule, made),
            _ => Cow::Borrowed(own[column].as_ref()),
        }
    }

    /// The cells of a row whose own cells are these, blank for a column that a rule makes from others. Of each column
    /// whether the month stands first in its dates.
    pub fn row<'s>(&self, own: Vec<Cow<'s, str>>, month_first: &[bool]) -> Row<'s> {
        let mut row = Row { cells: own, problems: Vec::new() };
        for &at in &self.order {
            let Some(made) = &self.list[at].rule else { continue };
            let text = input(made, &row.cells);
            let (cell, problems) = self.apply(made, &text, month_first[read_of(made, at)]);
            let cell = if cell == row.cells[at] { None } else { Some(cell.into_owned()) };
            if let Some(cell) = cell {
                row.cells[at] = Cow::Owned(cell);
            }
            row.problems.extend(problems.into_iter().map(|problem| (at, problem)));
        }
        row
    }

    /// What a rule makes of a text.
    fn apply<'t>(&self, made: &Made<'_>, text: &'t str, month_first: bool) -> (Cow<'t, str>, Vec<Problem>) {
        let rule = made.rule;
        let mut problems = Vec::new();
        if blank(text) {
            // To look up, to class and to spell is to say what each cell stands for: of a blank one as well.
            let settles = made.table.is_some() || !rule.classes.is_empty() || !rule.values.is_empty();
            problems.extend((settles && rule.blank.is_none()).then_some(Problem::Blank));
            return (rule.blank.clone().map_or(Cow::Borrowed(""), Cow::Owned), problems);
        }
        let mut cell = Cow::Borrowed(text);
        if let Some(width) = rule.pad {
            let digits = text.trim();
            if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
                cell = Cow::Owned(format!("{digits:0>width$}"));
            }
        }
        if let Some(table) = &made.table {
            cell = match look_up(table, &cell).or(rule.otherwise.as_deref()) {
                Some(found) => Cow::Owned(found.to_owned()),
                None => {
                    problems.push(Problem::NotInTable);
                    Cow::Borrowed("")
                }
            };
        }
        if rule.date {
            match date(&cell, month_first, self.reference) {
                Ok(found) => {
                    problems.extend(found.short_year.then_some(Problem::ShortYear));
                    cell = Cow::Owned(date_text(&found));
                }
                Err(why) => {
                    let known = rule.unknown.is_some();
                    problems.push(if known { Problem::Unknown(why) } else { Problem::Date(why) });
                    cell = Cow::Owned(rule.unknown.clone().unwrap_or_default());
                }
            }
        }
        if !rule.classes.is_empty() {
            match self.class(rule, &cell, month_first) {
                Ok((class, odd)) => {
                    problems.extend(odd);
                    cell = Cow::Owned(class);
                }
                Err(problem) => {
                    problems.push(problem);
                    cell = Cow::Borrowed("");
                }
            }
        }
        if !rule.values.is_empty() {
            let key = fold(&cell);
            cell = match rule.values.get(&key).or(rule.otherwise.as_ref().filter(|_| !blank(&cell))) {
                Some(value) => Cow::Owned(value.clone()),
                None if blank(&cell) => cell,
                None => {
                    let near = meant(made, &cell);
                    problems.push(Problem::Spelling { cell: tidy(&cell), near });
                    Cow::Borrowed("")
                }
            };
        }
        (cell, problems)
    }

    /// The class of an age or a date of birth.
    fn class(&self, rule: &Rule, cell: &str, month_first: bool) -> Result<(String, Vec<Problem>), Problem> {
        let name = |class: &String| class.clone();
        // A cell that is a class already stays one, and so does what stands for a date that is not known.
        let known = |name: &&String| fold(name) == fold(cell);
        let classes = rule.classes.iter().map(|(class, _)| class);
        if let Some(found) = classes.chain(rule.unknown.iter().filter(|_| rule.date)).find(known) {
            return Ok((name(found), Vec::new()));
        }
        if rule.date && cell.is_empty() {
            return Ok((String::new(), Vec::new()));
        }
        let unknown = |why| rule.unknown.clone().map(|unknown| (unknown, vec![Problem::Unknown(why)]));
        let found = match self.reference.ok_or(Unread::Other).and_then(|on| ages(cell, month_first, on)) {
            Ok(found) => found,
            Err(why) => return unknown(why).ok_or(Problem::Birth(why)),
        };
        let class = |age: u32| rule.classes.iter().find(|(_, (low, high))| (*low..=*high).contains(&age));
        let mut odd = Vec::new();
        if found.partly {
            odd.push(Problem::Partly);
        }
        if found.short_year {
            odd.push(Problem::ShortYear);
        }
        match (class(found.low), class(found.high)) {
            (Some(a), Some(b)) if a == b => Ok((name(&a.0), odd)),
            (None, None) if !found.either_century => {
                rule.otherwise.clone().map(|other| (other, odd)).ok_or(Problem::OutOfClasses)
            }
            _ if found.either_century => unknown(Unread::Century).ok_or(Problem::Birth(Unread::Century)),
            _ => rule.unknown.clone().map(|unknown| (unknown, Vec::new())).ok_or(Problem::BirthUnclear),
        }
    }

    /// Whether a row is left out by this rule, or why that cannot be told. The cell counts as it stands in the source
    /// and as rules make it: ages as they stand there, before they became classes.
    pub fn leaves_out(
        &self,
        rule: &LeaveOut,
        own: &str,
        made: &str,
        month_first: bool,
    ) -> Result<bool, Problem> {
        let cell = if blank(own) { made } else { own };
        let among = |list: &[String]| list.contains(&fold(own)) || list.contains(&fold(made));
        let age = || match self.reference.ok_or(Unread::Other).and_then(|on| ages(cell, month_first, on)) {
            Ok(ages) => Ok(ages),
            // A class of ages says as much as its bounds do.
            Err(why) => {
                match crate::base::band::band(cell)
                    .filter(|_| matches!(why, Unread::Other | Unread::Never) && !blank(cell))
                {
                    Some((low, high)) => Ok(Ages { partly: true, ..Ages::known(low, high) }),
                    None => Err(Problem::Birth(why)),
                }
            }
        };
        let between = |ages: Ages, out: bool, stays: bool| match (out, stays) {
            (true, _) => Ok(true),
            (_, true) => Ok(false),
            _ if ages.either_century => Err(Problem::Birth(Unread::Century)),
            _ => Err(Problem::BirthUnclear),
        };
        let out = match &rule.test {
            Test::Is(list) => Ok(among(list)),
            Test::Not(list) => Ok(!among(list)),
            Test::Blank => Ok(blank(own) && blank(made)),
            Test::Younger(_) | Test::Older(_) if blank(cell) => Ok(false),
            Test::Younger(years) => age().and_then(|a| between(a, a.high < *years, a.low >= *years)),
            Test::Older(years) => age().and_then(|a| between(a, a.low > *years, a.high <= *years)),
        };
        out.or_else(|problem| rule.unknown.ok_or(problem))
    }
}

/// The column whose cells tell in which order the dates of this rule are.
fn read_of(made: &Made<'_>, at: usize) -> usize {
    match (&made.rule.input, &made.inputs[..]) {
        (Input::Own | Input::From(_), [input]) => *input,
        _ => at,
    }
}

/// The value that a text may stand for: of the longest spelling with which the text begins, or of the nearest one.
pub(super) fn meant(made: &Made<'_>, cell: &str) -> Option<String> {
    const SHORTEST: usize = 3;
    let (key, values) = (fold(cell), &made.rule.values);
    let begins = |spelling: &&String| spelling.len() >= SHORTEST && key.starts_with(spelling.as_str());
    let start = values.keys().filter(begins).max_by_key(|spelling| spelling.len());
    let near = start.map(String::as_str).or_else(|| nearest(cell, values.keys().map(String::as_str)));
    let value = near.and_then(|spelling| values.get(spelling)).cloned();
    value.or_else(|| nearest(cell, made.names.iter().copied()).map(str::to_owned))
}

/// The text that a rule works on.
fn input<'t>(made: &Made<'_>, cells: &'t [Cow<'_, str>]) -> Cow<'t, str> {
    let cell = |at: &usize| cells[*at].as_ref();
    match &made.rule.input {
        Input::Own | Input::From(_) => {
            made.inputs.first().map_or(Cow::Borrowed(""), |at| Cow::Borrowed(cell(at)))
        }
        Input::Join(_, with) => {
            let parts: Vec<String> =
                made.inputs.iter().map(|at| tidy(cell(at))).filter(|part| !part.is_empty()).collect();
            Cow::Owned(parts.join(with))
        }
        Input::Split(_, at, part) => {
            let whole = made.inputs.first().map_or("", cell);
            let parts: Vec<&str> =
                whole.split(at.as_str()).map(str::trim).filter(|part| !part.is_empty()).collect();
            let index = match *part {
                part if part > 0 => usize::try_from(part - 1).ok(),
                part => usize::try_from(-part).ok().and_then(|back| parts.len().checked_sub(back)),
            };
            Cow::Owned(
                index.and_then(|index| parts.get(index)).map_or(String::new(), |part| (*part).to_owned()),
            )
        }
    }
}

/// The key of a text in a table: without spaces, in capitals.
pub(super) fn look_up_key(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// What a table has for a text, or for the start of it: of a postcode the four digits.
fn look_up<'t>(table: &'t BTreeMap<String, String>, text: &str) -> Option<&'t str> {
    let key = look_up_key(text);
    let digits: String = key.chars().take_while(char::is_ascii_digit).collect();
    let start = Some(digits).filter(|digits| digits.len() == 4 && key.len() == 6);
    table.get(&key).or_else(|| table.get(&start?)).map(String::as_str)
}

/// Columns in an order in which each comes after those from which it is made; or those that go round.
pub(super) fn ordered(list: &[Column<'_>]) -> Result<Vec<usize>, Vec<usize>> {
    let made: Vec<usize> = (0..list.len()).filter(|&at| list[at].rule.is_some()).collect();
    let mut done: BTreeSet<usize> = (0..list.len()).filter(|at| !made.contains(at)).collect();
    let mut order = Vec::new();
    loop {
        let ready = made.iter().copied().filter(|at| !done.contains(at)).find(|&at| {
            let inputs = list[at].rule.iter().flat_map(|made| &made.inputs);
            inputs.into_iter().all(|input| *input == at || done.contains(input))
        });
        match ready {
            Some(at) => {
                done.insert(at);
                order.push(at);
            }
            None if order.len() == made.len() => return Ok(order),
            None => return Err(made.into_iter().filter(|at| !done.contains(at)).collect()),
        }
    }
}
