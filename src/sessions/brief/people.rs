//! The people's list: who there is, and cells by column. May import `base`, `register`, `pool`, `draw`.

use crate::base::fault::{Faults, Kind, Place, Rows, What as Fault};
use crate::base::look::look;
use crate::base::stands::{self, Stands};
use crate::base::text::{fold, fold_heading, nearest, tidy};
use crate::draw::code::Code;
use crate::pool::headed;
use crate::register::{Table, read, report_same};
use crate::sessions::model::problem::Mix;
use crate::sessions::wrong::{What, Wrongs};
use std::collections::{BTreeMap, BTreeSet};

/// Everything found wrong while reading.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// By the reader of CSV files.
    pub faults: Faults,
    /// By the planner.
    pub wrongs: Wrongs,
}

impl Found {
    /// Whether the work cannot go on.
    pub fn stop(&self) -> bool {
        self.faults.stop() || self.wrongs.stop()
    }
}

/// The people's list, in the byte order of ids.
#[derive(Debug)]
pub struct People {
    /// The codes.
    pub ids: Vec<String>,
    table: Table,
    rows: Vec<u32>,
    /// The organiser's own ids, where people go by their codes: other lists may have those.
    own: BTreeMap<String, u16>,
}

impl People {
    /// Reads the list. `mixed` are headings that cannot be the id unless asked for.
    pub fn read(
        name: &str,
        bytes: &[u8],
        id_column: Option<&str>,
        mixed: &[String],
        found: &mut Found,
    ) -> Option<Self> {
        let table = read(name, bytes, &mut found.faults)?;
        let taken: Vec<usize> = mixed.iter().flat_map(|heading| table.columns(heading)).collect();
        let mut faults = Faults::new();
        let people = headed::people_of_register(&table, id_column, &taken, &mut faults);
        let codes = people.is_some().then(|| lot_codes(&table)).flatten().filter(|_| id_column.is_none());
        let Some(people) = people else {
            found.faults.append(faults);
            return None;
        };
        let (mut ids, mut rows) = (Vec::new(), Vec::new());
        let before = std::mem::take(&mut found.faults);
        let standing = standings(&table, found);
        let of_standing = std::mem::replace(&mut found.faults, before);
        let Some(standing) = standing else {
            found.faults.append(faults);
            found.faults.append(of_standing);
            return None;
        };
        for (id, &row) in people.ids.iter().zip(&people.rows) {
            if standing.as_ref().is_none_or(|of| of[row as usize].is_in()) {
                ids.push(id.to_owned());
                rows.push(row);
            }
        }
        let mut own = BTreeMap::new();
        match codes.and_then(|column| Some((column, coded(&table, column, &rows)?))) {
            None => found.faults.append(faults),
            Some((column, order)) => {
                // A plan is public, and the number under which somebody registered is not.
                for fault in
                    faults.iter().filter(|f| ![Kind::IdColumnTaken, Kind::IdColumns].contains(&f.kind()))
                {
                    found.faults.push(fault.what.clone(), fault.place.clone());
                }
                let place = Place::file(&table.name).column(&table.headings[column]);
                found.faults.push(Fault::IdColumnTaken, place);
                let before = std::mem::take(&mut ids);
                for (index, (code, at)) in order.iter().enumerate() {
                    ids.push(code.clone());
                    own.insert(before[*at].clone(), index as u16);
                }
                rows = order.iter().map(|(_, at)| rows[*at]).collect();
            }
        }
        found.faults.append(of_standing);
        headed::report_doubles(&table, people.column, &rows, &mut found.faults);
        if let Some(of) = &standing {
            tell_who_is_in(name, people.ids.len(), ids.len(), of, found);
        }
        if ids.len() > crate::sessions::model::brief::MOST_PEOPLE {
            let what =
                What::TooManyPeople { people: ids.len(), most: crate::sessions::model::brief::MOST_PEOPLE };
            found.wrongs.push(what, Place::file(name));
            return None;
        }
        (!ids.is_empty()).then_some(Self { ids, table, rows, own })
    }

    /// The place of a code.
    pub fn find(&self, id: &str) -> Option<u16> {
        find(&self.ids, id).or_else(|| self.own.get(id).copied())
    }

    /// What is wrong with a code that nobody has: perhaps a spreadsheet dropped its zeros.
    pub fn unknown(&self, code: &str) -> What {
        match unknown(&self.ids, code) {
            What::UnknownPerson { zeros: false } => {
                let own: Vec<String> = self.own.keys().cloned().collect();
                unknown(&own, code)
            }
            what => what,
        }
    }

    /// Whom a code means, or what is wrong with it.
    ///
    /// # Errors
    /// As said.
    pub fn who(&self, code: &str) -> Result<u16, What> {
        self.find(code).ok_or_else(|| self.unknown(code))
    }

    /// Whether a code that nobody has looks like one that somebody has.
    pub fn almost(&self, code: &str) -> bool {
        matches!(self.unknown(code), What::UnknownPerson { zeros: true })
    }

    /// The column with this heading, which must be there.
    pub fn column(&self, heading: &str, found: &mut Found) -> Option<usize> {
        let place = Place::file(&self.table.name).column(heading);
        match self.table.columns(heading).as_slice() {
            [column] if !self.table.is_refused(*column) => Some(*column),
            [] | [_] => {
                let near = nearest(heading, self.table.headings.iter().map(String::as_str));
                let what = What::ColumnMissing {
                    near: near.map(str::to_owned),
                    headings: (0..self.table.headings.len())
                        .filter(|&column| !self.table.is_refused(column))
                        .map(|column| self.heading(column))
                        .collect(),
                };
                found.wrongs.push(what, place);
                None
            }
            _ => {
                found.wrongs.push(What::ColumnTwice, place);
                None
            }
        }
    }

    /// The column with one of these headings, spelling aside, if there is just one.
    pub fn column_like(&self, names: &[&str]) -> Option<usize> {
        let like = |c: &usize| names.contains(&fold_heading(&self.table.headings[*c]).as_str());
        let mut found = (0..self.table.headings.len()).filter(like);
        found.next().filter(|c| found.next().is_none() && !self.table.is_refused(*c))
    }

    /// Headings of columns that may say who needs something, those in `taken` aside: like it, or with a yes or no for everybody
    /// and a yes for some.
    pub fn saying(&self, need: &str, taken: &[usize]) -> Vec<String> {
        let says = |column: usize| {
            let cells = || (0..self.ids.len()).map(|person| yes(&self.cell(person, column)));
            cells().all(|cell| cell.is_some()) && cells().any(|cell| cell == Some(true))
        };
        let like = nearest(need, self.table.headings.iter().map(String::as_str));
        let fits = |column: &usize| {
            let heading = &self.table.headings[*column];
            !heading.is_empty() && (like == Some(heading) || says(*column))
        };
        let free = (0..self.table.headings.len())
            .filter(|column| !taken.contains(column) && !self.table.is_refused(*column));
        free.filter(fits).map(|column| self.heading(column)).collect()
    }

    /// The heading of a column, or its letters when it has none.
    pub fn heading(&self, column: usize) -> String {
        match self.table.headings[column].as_str() {
            "" => self.table.letters(column),
            heading => heading.to_owned(),
        }
    }

    /// The cell of a person, without space around it.
    pub fn cell(&self, person: usize, column: usize) -> String {
        tidy(self.table.cell(self.rows[person] as usize, column))
    }

    /// Where in the file some people are, in this column.
    pub fn place(&self, people: &[usize], column: usize) -> Place {
        let mut rows: Vec<usize> =
            people.iter().map(|&p| self.table.row(self.rows[p] as usize).row).collect();
        rows.sort_unstable();
        let rows: Rows = rows.into_iter().collect();
        Place::file(&self.table.name).column(&self.heading(column)).rows(rows)
    }

    /// The values of a column, spellings that differ in capitals or spaces as one, in byte order, and
    /// which value each person has.
    pub fn values(&self, column: usize) -> (Vec<String>, Vec<u16>) {
        let mut spellings: BTreeMap<String, String> = BTreeMap::new();
        let cells: Vec<String> = (0..self.ids.len()).map(|person| self.cell(person, column)).collect();
        for cell in &cells {
            let known = spellings.entry(fold(cell)).or_insert_with(|| cell.clone());
            if cell < known {
                known.clone_from(cell);
            }
        }
        let mut values: Vec<String> = spellings.values().cloned().collect();
        values.sort_unstable();
        let index = |cell: &String| values.binary_search(&spellings[&fold(cell)]).unwrap_or(0) as u16;
        let of = cells.iter().map(index).collect();
        (values, of)
    }

    /// A column as a feature to mix. People with a blank cell are a value of their own, and told.
    pub fn mix(&self, heading: &str, importance: u32, found: &mut Found) -> Option<Mix> {
        let column = self.column(heading, found)?;
        let (values, of) = self.values(column);
        let blank: Vec<usize> = (0..of.len()).filter(|&p| values[usize::from(of[p])].is_empty()).collect();
        if !blank.is_empty() && blank.len() < of.len() {
            found.wrongs.push(What::BlankValue, self.place(&blank, column));
        }
        Some(Mix { name: self.heading(column), importance, values, of })
    }
}

/// The column of codes that a list of `geloot people` has.
fn lot_codes(table: &Table) -> Option<usize> {
    /// Headings of it, after [`fold_heading`]; the first one that is there counts.
    const HEADINGS: &[&str] = &["lotcode(geloot)", "lotcode"];
    let at =
        |wanted: &&str| (0..table.headings.len()).find(|&c| fold_heading(&table.headings[c]) == **wanted);
    HEADINGS.iter().find_map(at).filter(|&column| !table.is_refused(column))
}

/// The codes in these rows of a column in byte order, each with the place of its row; `None` unless each has one of its own.
fn coded(table: &Table, column: usize, rows: &[u32]) -> Option<Vec<(String, usize)>> {
    let code = |(at, &row): (usize, &u32)| {
        Some((Code::read(table.cell(row as usize, column)).ok()?.to_string(), at))
    };
    let found: Option<BTreeSet<(String, usize)>> = rows.iter().enumerate().map(code).collect();
    let found: Vec<(String, usize)> = found?.into_iter().collect();
    found.windows(2).all(|two| two[0].0 != two[1].0).then_some(found)
}

/// The place of a code among ids in byte order.
pub fn find(ids: &[String], id: &str) -> Option<u16> {
    ids.binary_search_by(|known| known.as_str().cmp(id)).ok().map(|found| found as u16)
}

/// What is wrong with a code that none of these is: perhaps a spreadsheet dropped its zeros.
pub fn unknown(ids: &[String], code: &str) -> What {
    let wanted = look(code.trim());
    What::UnknownPerson { zeros: ids.iter().any(|id| look(id) == wanted) }
}

/// How everybody stands, by row, where the list says so; a column of that heading in which no cell is one of the words is
/// about something else. `None` where some cells say it and others cannot be read: nobody may be seated by mistake.
fn standings(table: &Table, found: &mut Found) -> Option<Option<Vec<Stands>>> {
    let column = stands::HEADINGS
        .iter()
        .find_map(|wanted| (0..table.headings.len()).find(|&c| fold_heading(&table.headings[c]) == *wanted));
    let Some(column) = column.filter(|&column| !table.is_refused(column)) else { return Some(None) };
    let read: Vec<Option<Stands>> =
        (0..table.len()).map(|row| Stands::read(table.cell(row, column))).collect();
    if read.iter().all(Option::is_none) {
        return Some(None);
    }
    report_same(table, column, &mut found.faults);
    let unread: Rows = (0..table.len()).filter(|&r| read[r].is_none()).map(|r| table.row(r).row).collect();
    if unread.count() > 0 {
        let place = Place::file(&table.name).column(&table.headings[column]).rows(unread);
        found.wrongs.push(What::StandingUnknown, place);
        return None;
    }
    Some(Some(read.into_iter().flatten().collect()))
}

/// Says who of the list is seated and who is left out.
fn tell_who_is_in(name: &str, listed: usize, here: usize, of: &[Stands], found: &mut Found) {
    let asked = of.iter().filter(|&&stands| stands == Stands::Asked).count();
    if here == 0 {
        found.wrongs.push(What::NobodyIn, Place::file(name));
    } else if here < listed {
        found.wrongs.push(What::NotIn { people: here, listed: listed - here }, Place::file(name));
    }
    if asked > 0 {
        found.wrongs.push(What::NotAnswered { people: asked }, Place::file(name));
    }
}

/// Whether a cell says yes; `None` when it says neither yes nor no. Blank is no.
pub fn yes(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "yes" | "y" | "ja" | "j" | "1" | "x" | "true" | "waar" => Some(true),
        "" | "no" | "n" | "nee" | "0" | "-" | "false" | "onwaar" => Some(false),
        _ => None,
    }
}
