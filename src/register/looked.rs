//! Columns that a reader looks for by their headings, and the others: whatever somebody wrote under a heading that
//! nobody looks for would count for nothing, in silence. Imports `base` and its siblings.

use super::table::Table;
use crate::base::fault::{Faults, Place, What};
use crate::base::text::{fold, fold_heading, nearest, tidy};
use std::cell::RefCell;

/// What was looked for in one table.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    asked: RefCell<Vec<Asked>>,
}

/// Headings that mean one thing, and the column that was found; others that could be it as well.
#[derive(Clone, Debug)]
struct Asked {
    names: Vec<String>,
    column: Option<usize>,
    tied: Vec<usize>,
}

impl Asked {
    fn took(&self, column: usize) -> bool {
        self.column == Some(column) || self.tied.contains(&column)
    }
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
    /// The first column with one of these headings, spelling aside, that may be shown; told where another means the same.
    /// `names` are as [`fold_heading`] has them.
    pub fn column(&self, table: &Table, names: &[&str], faults: &mut Faults) -> Option<usize> {
        self.chosen(table, names, |hits| hits.first().copied(), faults)
    }

    /// The same, where a heading counts before those that stand behind it among `names`.
    pub fn by_order(&self, table: &Table, names: &[&str], faults: &mut Faults) -> Option<usize> {
        let best = |hits: &[usize]| {
            let key = |&c: &usize| fold_heading(&table.headings[c]);
            let of = |name: &&str| hits.iter().find(|&hit| key(hit) == **name).copied();
            names.iter().find_map(of)
        };
        self.chosen(table, names, best, faults)
    }

    /// The column with just this heading, capitals and spaces aside.
    pub fn headed(&self, table: &Table, heading: &str, faults: &mut Faults) -> Option<usize> {
        let hits = table.columns(heading);
        let column = hits.first().copied();
        let tied = column.map_or_else(Vec::new, |column| ties(table, column, &hits));
        self.keep(table, &[heading], column, tied, faults);
        column
    }

    fn chosen(
        &self,
        table: &Table,
        names: &[&str],
        choose: impl Fn(&[usize]) -> Option<usize>,
        faults: &mut Faults,
    ) -> Option<usize> {
        let key = |c: usize| fold_heading(&table.headings[c]);
        let hits: Vec<usize> =
            (0..table.headings.len()).filter(|&c| names.contains(&key(c).as_str())).collect();
        let column = choose(&hits).filter(|&c| !table.is_refused(c));
        let mut tied = Vec::new();
        if let (Some(column), true) = (column, hits.len() > 1) {
            let own = key(column);
            let loose = |key: &str| LOOSE.contains(&key);
            let same = |&c: &usize| key(c) == own || !loose(&key(c)) && !loose(&own);
            tied = ties(table, column, &hits.into_iter().filter(same).collect::<Vec<_>>());
        }
        self.keep(table, names, column, tied, faults);
        column
    }

    fn keep(
        &self,
        table: &Table,
        names: &[&str],
        column: Option<usize>,
        tied: Vec<usize>,
        faults: &mut Faults,
    ) {
        if let Some(column) = column.filter(|_| !tied.is_empty()) {
            // Asked for again, it is told once.
            if !self.asked.borrow().iter().any(|asked| asked.column == Some(column) && asked.tied == tied) {
                tell(table, column, &tied, faults);
            }
        }
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        self.asked.borrow_mut().push(Asked { names, column, tied });
    }

    /// That somebody looked for these headings, and took this column.
    pub fn found(&self, names: &[&str], column: Option<usize>) {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        self.asked.borrow_mut().push(Asked { names, column, tied: Vec::new() });
    }

    /// The heading of the table that is nearly one of these, and that nothing else took.
    pub fn near<'a>(&self, table: &'a Table, names: &[&str]) -> Option<&'a str> {
        let free = |c: &usize| self.asked.borrow().iter().all(|asked| !asked.took(*c));
        let mut columns = (0..table.headings.len()).filter(free).filter(|&c| !table.is_refused(c));
        columns
            .find(|&c| meant(&table.headings[c], names.iter().copied()).is_some())
            .map(|c| &*table.headings[c])
    }

    /// That one of these headings stands in a row below the first, so that a title is above it.
    pub fn lower(table: &Table, names: &[&str]) -> Option<What> {
        let is = |cell: &String| names.contains(&fold_heading(cell).as_str());
        let (row, cells) = table.start().iter().find(|(_, cells)| cells.iter().any(is))?;
        let headings = cells.iter().filter(|cell| !cell.is_empty()).cloned().collect();
        Some(What::HeadingsLower { row: *row, headings })
    }

    /// The columns with a heading that nobody took, from left to right.
    pub fn unused(&self, table: &Table) -> Vec<Unused> {
        let asked = self.asked.borrow();
        let taken = |c: usize| asked.iter().any(|asked| asked.took(c));
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

/// Headings that mean one thing in different ways, as a list of people often has them side by side: an id and a number, a
/// day and a time, a reason and a remark. Beside one of these the first column counts; two with the very same heading are
/// one too many still.
const LOOSE: &[&str] = &[
    "id",
    "code",
    "person",
    "persoon",
    "nummer",
    "number",
    "nr",
    "lotcode",
    "deelnemersnummer",
    "a",
    "who",
    "wie",
    "name",
    "naam",
    "time",
    "tijd",
    "day",
    "dag",
    "when",
    "wanneer",
    "status",
    "what",
    "wat",
    "why",
    "waarom",
    "note",
    "remark",
    "opmerking",
];

/// Which of these columns could be meant as well as `column`: those of which some cell is another. Columns that are the
/// same all the way down say one thing, and a blank one says nothing.
fn ties(table: &Table, column: usize, hits: &[usize]) -> Vec<usize> {
    let differs = |c: usize| {
        let cells = || table.rows().map(|row| (tidy(row.cell(c)), tidy(row.cell(column))));
        cells().any(|(other, _)| !other.is_empty()) && cells().any(|(other, own)| other != own)
    };
    hits.iter().copied().filter(|&c| c != column && differs(c)).collect()
}

/// Says that any of these columns could be the one that counts.
fn tell(table: &Table, column: usize, tied: &[usize], faults: &mut Faults) {
    let mut all = [&[column], tied].concat();
    all.sort_unstable();
    let place = Place::file(&table.name).column(&table.headings[column]);
    faults
        .push(What::AmbiguousColumn { letters: all.into_iter().map(|c| table.letters(c)).collect() }, place);
}

/// Tells of other columns with the same heading as this one that say something else.
pub(crate) fn report_same(table: &Table, column: usize, faults: &mut Faults) {
    let tied = ties(table, column, &table.columns(&table.headings[column]));
    if !tied.is_empty() {
        tell(table, column, &tied, faults);
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
        let (looked, mut faults) = (Looked::default(), Faults::new());
        assert_eq!(looked.column(&table, &["person", "persoon"], &mut faults), Some(0));
        assert_eq!(looked.column(&table, &["rounds", "ronde"], &mut faults), None);
        assert_eq!(looked.near(&table, &["rule", "regel"]), Some("regl"));
        assert_eq!(looked.column(&table, &["rule", "regel"], &mut faults), None);
        let near: Vec<_> = looked.unused(&table).into_iter().map(|it| (it.heading, it.near)).collect();
        let near: Vec<_> = near.iter().map(|(heading, near)| (heading.as_str(), near.as_deref())).collect();
        assert_eq!(near, [("welke ronde", Some("ronde")), ("regl", Some("regel")), ("telefoon", None)],);
        looked.report(&table, &mut faults);
        assert_eq!((faults.count(Kind::HeadingNear), faults.count(Kind::HeadingsUnused)), (2, 1));
    }

    #[test]
    fn what_was_found_is_meant_by_no_other_heading() {
        let table = table("ronde,rondes,naam\n");
        let looked = Looked::default();
        assert_eq!(looked.column(&table, &["rounds", "ronde", "rondes"], &mut Faults::new()), Some(0));
        let unused = looked.unused(&table);
        assert_eq!(unused.iter().map(|it| it.column).collect::<Vec<_>>(), [1, 2]);
        assert!(unused.iter().all(|it| it.near.is_none()));
    }

    #[test]
    fn of_two_columns_that_mean_the_same_neither_counts() {
        let tied = |text: &str, names: &[&str]| {
            let table = read_any("f.csv", text.as_bytes(), &mut Faults::new()).unwrap();
            let all = |find: &dyn Fn(&Looked, &mut Faults)| {
                let (looked, mut faults) = (Looked::default(), Faults::new());
                find(&looked, &mut faults);
                // Asked for again, it is told once.
                find(&looked, &mut faults);
                let letters = faults.iter().map(|fault| match &fault.what {
                    What::AmbiguousColumn { letters } => letters.join(" "),
                    other => panic!("{other:?}"),
                });
                letters.collect::<Vec<_>>()
            };
            let first = all(&|looked, faults| _ = looked.column(&table, names, faults));
            assert_eq!(first, all(&|looked, faults| _ = looked.by_order(&table, names, faults)), "{text}");
            first
        };
        let votes = &["for", "voor"];
        for text in ["for,for\n1,2\n", "for,voor\n1,2\n", "Voor,x,FOR\n1,,2\n", "for,for\n,2\n"] {
            assert_eq!(tied(text, votes).len(), 1, "{text}");
        }
        assert_eq!(tied("x,for,for,voor\n,1,2,3\n", votes), ["B C D"]);
        // What says the same, or nothing, takes nothing away.
        for text in ["for,for\n1,1\n2,2\n", "for,for\n1,\n2,\n", "for,against\n1,2\n", "for,for\n"] {
            assert_eq!(tied(text, votes).len(), 0, "{text}");
        }
        // An id beside a number, as lists of people have; but not two ids.
        assert_eq!(tied("id,nummer\n1,2\n", &["id", "nummer"]).len(), 0);
        assert_eq!(tied("id,id\n1,2\n", &["id", "nummer"]), ["A B"]);
    }
}
