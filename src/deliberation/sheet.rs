//! A clerk's CSV file, whose columns are looked for by name, and whose cells are read into the one form of the record.
//! Imports `base`, `register`, `pool` and its siblings.

use super::dates::Date;
use super::rows::{Cell, DRAWN, MOST};
use super::wrong::{Found, What};
use crate::base::fault::Place;
use crate::base::line::{LONGEST, unseen};
use crate::base::text::{fold, nearest, tidy};
use crate::base::totals::is_total;
use crate::pool::named::Calls;
use crate::register::{Looked, Table, TableRow, Telling, markings, read, read_any, report_no, telling};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file that was given, with the name by which messages call it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// The file as a table.
pub struct Sheet {
    table: Table,
    looked: Looked,
}

/// Names that cells are looked up among, of which there may be many.
pub struct Names<'a> {
    all: &'a [&'a str],
    exact: BTreeMap<&'a str, usize>,
    folded: BTreeMap<String, usize>,
}

impl<'a> Names<'a> {
    /// These; of two that are spelt alike the first one counts.
    pub fn of(all: &'a [&'a str]) -> Self {
        let (mut exact, mut folded) = (BTreeMap::new(), BTreeMap::new());
        for (at, &name) in all.iter().enumerate() {
            exact.entry(name).or_insert(at);
            folded.entry(fold(name)).or_insert(at);
        }
        Self { all, exact, folded }
    }

    /// Which of them a text is, spelling aside.
    fn at(&self, text: &str) -> Option<usize> {
        self.exact.get(text).or_else(|| self.folded.get(&fold(text))).copied()
    }

    /// Whether a text is one of them, spelling aside.
    pub fn has(&self, text: &str) -> bool {
        self.at(text).is_some()
    }

    /// The one of them that is the number in a text: 4 of "04" and of "point 4".
    fn numbered(&self, text: &str) -> Option<&'a str> {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let number = |text: &str| text.parse::<u64>().ok();
        let wanted = number(&digits)?;
        let mut all = self.all.iter().filter(|name| number(name) == Some(wanted));
        all.next().filter(|_| all.next().is_none()).copied()
    }

    /// The same of roles: those who were drawn are called so in Dutch too.
    pub fn roles(all: &'a [&'a str]) -> Self {
        let mut names = Self::of(all);
        if let Some(&drawn) = names.exact.get(DRAWN) {
            for word in ["ingeloot", "geloot", "ingelote", "ingelote mensen"] {
                names.folded.entry(word.to_owned()).or_insert(drawn);
            }
        }
        names
    }
}

/// What in a text tells how to reach somebody, or who they are.
pub fn tells(text: &str) -> impl Iterator<Item = What> {
    telling(text).into_iter().map(|it| match it {
        Telling::Phone => What::Phone,
        Telling::Mail => What::Mail,
        Telling::Citizen => What::Citizen,
    })
}

impl Sheet {
    /// Reads a file that has a row at least.
    pub fn read(source: Source<'_>, found: &mut Found) -> Option<Self> {
        let table = read(source.name, source.bytes, &mut found.faults)?;
        Some(Self { table, looked: Looked::default() })
    }

    /// Reads a file that may have headings alone.
    pub fn read_any(source: Source<'_>, found: &mut Found) -> Option<Self> {
        let table = read_any(source.name, source.bytes, &mut found.faults)?;
        Some(Self { table, looked: Looked::default() })
    }

    /// Its rows.
    pub fn rows(&self) -> impl Iterator<Item = TableRow<'_>> {
        self.table.rows()
    }

    /// Its headings.
    pub fn headings(&self) -> &[String] {
        &self.table.headings
    }

    /// The column with one of these headings, spelling aside; told where two could be it.
    pub fn optional(&self, names: &[&str], found: &mut Found) -> Option<usize> {
        self.looked.column(&self.table, names, &mut found.faults)
    }

    /// Reports the columns that nobody looked for; to be said when all were.
    pub fn unused(&self, found: &mut Found) {
        self.looked.report(&self.table, &mut found.faults);
    }

    /// The same, told when it is missing.
    pub fn needed(&self, names: &[&'static str], found: &mut Found) -> Option<usize> {
        let column = self.optional(names, found);
        if let Some(lower) = Looked::lower(&self.table, names).filter(|_| column.is_none()) {
            found.faults.push(lower, Place::file(&self.table.name));
        } else if column.is_none() {
            let wanted = names.first().copied().unwrap_or_default();
            // The second name is the Dutch one.
            let other = names.get(1).copied().unwrap_or(wanted);
            let headings = self.table.headings.iter().map(String::as_str);
            let near = names.iter().find_map(|name| nearest(name, headings.clone()));
            let what = What::ColumnMissing { wanted, other, near: near.map(str::to_owned) };
            found.push(what, Place::file(&self.table.name));
        }
        column
    }

    /// Of those only columns that nearly have a heading that was looked for: of lists that have all about people.
    pub fn nearly(&self, found: &mut Found) {
        self.looked.report_near(&self.table, &mut found.faults);
    }

    /// Reports people of whom a column says that they do not belong in this list, in which everybody counts who has a row; and
    /// columns of which nobody knows what they say.
    pub fn refuse_no(&self, own: usize, found: &mut Found) {
        let named = Arc::clone(&found.named);
        let traits = |heading: &str| named.heads(heading);
        if report_no(&self.table, &[own], &traits, Some(&|_| Default::default()), &mut found.faults) {
            return;
        }
        for it in markings(&self.table, &[own], &traits) {
            let heading = self.table.headings[it.column].clone();
            let what = What::Marking { heading, filled: it.filled, blank: it.blank };
            found.push(what, self.file());
        }
    }

    /// Where the file is.
    pub fn file(&self) -> Place {
        Place::file(&self.table.name)
    }

    /// Where a cell is.
    pub fn place(&self, row: TableRow<'_>, column: usize) -> Place {
        Place::file(&self.table.name).row(row.row).column(&self.table.headings[column])
    }

    /// A text: told where it is blank, too long, or has signs that cannot be seen or that tell how to reach somebody.
    pub fn text(&self, row: TableRow<'_>, column: usize, found: &mut Found) -> Option<String> {
        let text = self.free(row, Some(column), found)?;
        if text.is_empty() {
            found.push(What::Blank, self.place(row, column));
            return None;
        }
        Some(text)
    }

    /// The same, which may be blank; of a column that may be missing.
    pub fn free(&self, row: TableRow<'_>, column: Option<usize>, found: &mut Found) -> Option<String> {
        let Some(column) = column else { return Some(String::new()) };
        let (text, place) = (tidy(row.cell(column)), || self.place(row, column));
        let mut sound = true;
        for what in tells(&text) {
            found.push(what, place());
            sound = false;
        }
        match found.named.calls(&text) {
            Some(Calls::Person) => {
                found.push(What::Person, place());
                sound = false;
            }
            Some(Calls::Titled) => {
                found.push(What::Titled, place());
                sound = false;
            }
            Some(Calls::Surname) => found.push(What::Surname, place()),
            None => {}
        }
        if text.contains(unseen) {
            found.push(What::Unseen, place());
            sound = false;
        }
        if text.len() > LONGEST {
            found.push(What::Long { most: LONGEST as u64 }, place());
            sound = false;
        }
        sound.then_some(text)
    }

    /// A name that no other row has.
    pub fn name(
        &self,
        row: TableRow<'_>,
        column: usize,
        seen: &mut BTreeSet<String>,
        found: &mut Found,
    ) -> Option<String> {
        let name = self.text(row, column, found)?;
        if is_total(&fold(&name)) {
            found.push(What::Total { cell: name }, self.place(row, column));
            return None;
        }
        if !seen.insert(fold(&name)) {
            found.push(What::Twice { name }, self.place(row, column));
            return None;
        }
        Some(name)
    }

    /// A whole number, at most [`MOST`].
    pub fn number(&self, row: TableRow<'_>, column: usize, found: &mut Found) -> Option<u64> {
        let cell = tidy(row.cell(column));
        let plain = !cell.is_empty() && cell.len() <= 10 && cell.bytes().all(|b| b.is_ascii_digit());
        let number = plain.then(|| cell.parse().ok()).flatten().filter(|&number: &u64| number <= MOST);
        if number.is_none() {
            let what = if cell.is_empty() { What::Blank } else { What::NotNumber { cell } };
            found.push(what, self.place(row, column));
        }
        number
    }

    /// The same, which may be blank.
    pub fn number_or_none(
        &self,
        row: TableRow<'_>,
        column: Option<usize>,
        found: &mut Found,
    ) -> Option<Option<u64>> {
        match column.filter(|&column| !tidy(row.cell(column)).is_empty()) {
            None => Some(None),
            Some(column) => self.number(row, column, found).map(Some),
        }
    }

    /// A day; `None` inside where the cell is blank.
    pub fn date(&self, row: TableRow<'_>, column: Option<usize>, found: &mut Found) -> Option<Option<Date>> {
        let Some(column) = column else { return Some(None) };
        let cell = tidy(row.cell(column));
        if cell.is_empty() {
            return Some(None);
        }
        let date = Date::read(&cell);
        if date.is_none() {
            found.push(What::NotDate { cell }, self.place(row, column));
        }
        date.map(Some)
    }

    /// A word of a list, in English as the record has it, or as `others` spell it.
    pub fn word<W: Cell + Copy>(
        &self,
        row: TableRow<'_>,
        column: Option<usize>,
        (words, others): (&'static str, &[(&str, W)]),
        found: &mut Found,
    ) -> Option<Option<W>> {
        let Some(column) = column else { return Some(None) };
        let cell = fold(row.cell(column));
        if cell.is_empty() {
            return Some(None);
        }
        let word = W::read(&cell).or_else(|| others.iter().find(|(other, _)| *other == cell).map(|it| it.1));
        if word.is_none() {
            let both = words.split(", ").chain(others.iter().map(|it| it.0));
            let near = nearest(&cell, both).map(str::to_owned);
            let what = What::NotWord { cell: tidy(row.cell(column)), words, near };
            found.push(what, self.place(row, column));
        }
        word.map(Some)
    }

    /// Which of these names a cell means, spelling aside; told when it is none of them.
    pub fn known(
        &self,
        row: TableRow<'_>,
        column: usize,
        names: &Names<'_>,
        wrong: impl FnOnce(String, Option<String>) -> What,
        found: &mut Found,
    ) -> Option<usize> {
        let cell = tidy(row.cell(column));
        if cell.is_empty() {
            found.push(What::Blank, self.place(row, column));
            return None;
        }
        let at = names.at(&cell);
        if at.is_none() {
            let near = nearest(&cell, names.all.iter().copied()).or_else(|| names.numbered(&cell));
            let near = near.map(str::to_owned);
            let what = match is_total(&fold(&cell)) {
                true => What::Total { cell },
                false => wrong(cell, near),
            };
            found.push(what, self.place(row, column));
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_among_other_signs_tells_which_option_is_meant() {
        let all = ["1", "4", "12", "4a"];
        let names = Names::of(&all);
        let near = |text| names.numbered(text);
        assert_eq!([near("04"), near("punt 4"), near("12.")], [Some("4"), Some("4"), Some("12")]);
        assert_eq!([near("four"), near("5"), near("")], [None; 3]);
        assert_eq!(Names::of(&["4", "04"]).numbered("004"), None);
    }
}
