//! Columns that a reader looks for by their headings, and the others: whatever somebody wrote under a heading that
//! nobody looks for would count for nothing, in silence. Imports `base` and its siblings.

use super::table::Table;
use crate::base::fault::{Faults, Place, What};
use crate::base::text::{fold, fold_heading, nearest};
use std::cell::RefCell;

/// What was looked for in one table.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    asked: RefCell<Vec<Asked>>,
}

/// Headings that mean one thing, and the column that was found.
#[derive(Clone, Debug)]
struct Asked {
    names: Vec<String>,
    column: Option<usize>,
}

/// A column that nobody looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// The column, counted from 0.
    pub column: usize,
    /// Its heading.
    pub heading: String,
    /// The heading that was probably meant, of what was looked for and not found.
    pub near: Option<String>,
}

impl Looked {
    /// The first column with one of these headings, spelling aside, that may be shown. `names` are as
    /// [`fold_heading`] has them.
    pub fn column(&self, table: &Table, names: &[&str]) -> Option<usize> {
        let heading = |c: usize| fold_heading(&table.headings[c]);
        let column = (0..table.headings.len())
            .find(|&c| names.contains(&heading(c).as_str()))
            .filter(|&c| !table.is_refused(c));
        self.found(names, column);
        column
    }

    /// The column with one of these headings, if there is only one.
    pub fn only(&self, table: &Table, names: &[&str]) -> Option<usize> {
        let column = self.column(table, names);
        column.filter(|&c| table.columns(&table.headings[c]).len() == 1)
    }

    /// That somebody looked for these headings, and took this column.
    pub fn found(&self, names: &[&str], column: Option<usize>) {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        self.asked.borrow_mut().push(Asked { names, column });
    }

    /// The heading of the table that is nearly one of these, and that nothing else took.
    pub fn near<'a>(&self, table: &'a Table, names: &[&str]) -> Option<&'a str> {
        let free = |c: &usize| self.asked.borrow().iter().all(|asked| asked.column != Some(*c));
        let mut columns = (0..table.headings.len()).filter(free).filter(|&c| !table.is_refused(c));
        columns
            .find(|&c| meant(&table.headings[c], names.iter().copied()).is_some())
            .map(|c| &*table.headings[c])
    }

    /// The columns with a heading that nobody took, from left to right.
    pub fn unused(&self, table: &Table) -> Vec<Unused> {
        let asked = self.asked.borrow();
        let taken = |c: usize| asked.iter().any(|asked| asked.column == Some(c));
        let open = || asked.iter().filter(|asked| asked.column.is_none());
        let names = || open().flat_map(|asked| asked.names.iter().map(String::as_str));
        (0..table.headings.len())
            .filter(|&c| !taken(c) && !table.is_refused(c) && !table.headings[c].is_empty())
            .map(|column| {
                let heading = table.headings[column].clone();
                Unused { column, near: meant(&heading, names()).map(str::to_owned), heading }
            })
            .collect()
    }

    /// Reports the columns that nobody took: each that is nearly what was looked for, and the others together.
    pub fn report(&self, table: &Table, faults: &mut Faults) {
        self.report_near(table, faults);
        let others = self.unused(table).into_iter().filter(|it| it.near.is_none());
        let headings: Vec<String> = others.map(|it| it.heading).collect();
        if !headings.is_empty() {
            faults.push(What::HeadingsUnused { headings }, Place::file(&table.name));
        }
    }

    /// The first half of that, for files that may have any columns besides.
    pub fn report_near(&self, table: &Table, faults: &mut Faults) {
        for Unused { heading, near, .. } in self.unused(table) {
            if let Some(near) = near {
                faults.push(What::HeadingNear { near }, Place::file(&table.name).column(&heading));
            }
        }
    }
}

/// Which of these headings somebody meant who wrote this one: one that is near it, or that is a word of it.
fn meant<'a>(heading: &str, names: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let key = fold_heading(heading);
    if key.is_empty() {
        return None;
    }
    let folded = fold(heading);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
    let is_word = |name: &&str| name.len() >= SHORTEST_WORD && words.contains(name);
    // Short words are near each other by nature: "van" and "dan".
    let long = names.clone().filter(|name| name.len() >= SHORTEST_NEAR);
    names.clone().find(is_word).or_else(|| nearest(&key, long))
}

/// Letters of a word that tells what a heading is about at least.
const SHORTEST_WORD: usize = 4;

/// Letters of a heading that may be one that was mistyped at least.
const SHORTEST_NEAR: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Kind;
    use crate::register::read_any;

    fn table(headings: &str) -> Table {
        read_any("f.csv", headings.as_bytes(), &mut Faults::new()).unwrap()
    }

    #[test]
    fn what_nobody_looked_for_is_named_and_what_was_meant() {
        let table = table("Persoon;welke ronde;regl;telefoon;\n");
        let looked = Looked::default();
        assert_eq!(looked.column(&table, &["person", "persoon"]), Some(0));
        assert_eq!(looked.column(&table, &["rounds", "ronde"]), None);
        assert_eq!(looked.near(&table, &["rule", "regel"]), Some("regl"));
        assert_eq!(looked.column(&table, &["rule", "regel"]), None);
        let near: Vec<_> = looked.unused(&table).into_iter().map(|it| (it.heading, it.near)).collect();
        let near: Vec<_> = near.iter().map(|(heading, near)| (heading.as_str(), near.as_deref())).collect();
        assert_eq!(near, [("welke ronde", Some("ronde")), ("regl", Some("regel")), ("telefoon", None)],);
        let mut faults = Faults::new();
        looked.report(&table, &mut faults);
        assert_eq!((faults.count(Kind::HeadingNear), faults.count(Kind::HeadingsUnused)), (2, 1));
    }

    #[test]
    fn what_was_found_is_meant_by_no_other_heading() {
        let table = table("ronde,rondes,naam\n");
        let looked = Looked::default();
        assert_eq!(looked.column(&table, &["rounds", "ronde", "rondes"]), Some(0));
        let unused = looked.unused(&table);
        assert_eq!(unused.iter().map(|it| it.column).collect::<Vec<_>>(), [1, 2]);
        assert!(unused.iter().all(|it| it.near.is_none()));
    }
}
