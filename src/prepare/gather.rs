//! All sources to one table, row by row. Imports `base`, `register` and its siblings.

use super::compute::{self, Column, Columns, Made, Problem};
use super::recipe::{Input, Recipe, Source};
use super::{CHANGES, Give, LEFT_OUT, Take, add_line};
use crate::base::digest::Digest;
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::text::{blank, column_letters, fold, nearest};
use crate::register::{self, Layout, Table, read_as, says_citizen_number};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// One file and what became of its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// Its name, with the sheet if it is a workbook.
    pub name: String,
    /// Its digest.
    pub digest: Digest,
    /// Rows read.
    pub read: u64,
    /// Rows left out by rules.
    pub left_out: u64,
    /// Rows left out because the person is there twice.
    pub twice: u64,
    /// Rows of which a cell was changed or made.
    pub changed: u64,
}

/// A file with its layout, read.
struct Opened<'a> {
    source: &'a Source,
    table: Table,
}

/// What all sources give.
pub(super) struct All<'a> {
    pub columns: Columns<'a>,
    /// Everybody who is not left out, with all columns; rows are numbered by their source.
    pub people: Table,
    /// Of each row of `people`, which of `sources` it comes from.
    pub from: Vec<u16>,
    pub sources: Vec<Gathered>,
    /// Cells changed or made by the rule of each column.
    pub by_rule: BTreeMap<usize, u64>,
    /// Of rules with spellings: which cells became which, and how many.
    pub spellings: BTreeMap<usize, BTreeMap<(String, String), u64>>,
    /// Rows left out by each rule.
    pub out_by_rule: Vec<u64>,
    /// Digests of the tables in which cells are looked up.
    pub tables: BTreeMap<String, Digest>,
}

/// Spellings of a rule that are kept for the report.
const MOST_SPELLINGS: usize = 1000;

/// Reads every source and makes every row. `None` when that cannot begin, with the reason in `faults`.
pub(super) fn gather<'a>(
    recipe: &'a Recipe,
    give: Give<'_>,
    take: Take<'_>,
    faults: &mut Faults,
) -> Option<All<'a>> {
    let mut digests = Vec::new();
    let mut opened = Vec::new();
    for source in &recipe.sources {
        let mut read = 0u64;
        for file in &source.files {
            let bytes = give(file)?;
            digests.push(Digest::of(&bytes));
            let table = open(file, &bytes, source, faults);
            drop(bytes);
            if let Some(table) = table {
                read += table.len() as u64;
                opened.push(Opened { source, table });
            }
        }
        if let Some(stated) = source.total.filter(|total| *total != read) {
            let place = Place::file(&source.files.join(", "));
            faults.push(What::Prepare(Prepare::TotalDiffers { stated, read }), place);
        }
    }
    let mut tables = BTreeMap::new();
    let columns = columns(recipe, &opened, give, &mut tables, faults)?;
    if faults.stop() {
        return None;
    }
    let names = columns.list.iter().map(|column| column.name.clone()).collect();
    let people = opened.first()?.table.headed(names);
    let sources = opened.iter().zip(&digests).map(|(opened, digest)| Gathered {
        name: opened.table.name.clone(),
        digest: *digest,
        read: opened.table.len() as u64,
        left_out: 0,
        twice: 0,
        changed: 0,
    });
    let mut all = All {
        people,
        from: Vec::new(),
        sources: sources.collect(),
        by_rule: BTreeMap::new(),
        spellings: BTreeMap::new(),
        out_by_rule: vec![0; recipe.leave_out.len()],
        tables,
        columns,
    };
    let tests: Vec<Option<usize>> =
        recipe.leave_out.iter().map(|rule| find(&all.columns.list, &rule.column)).collect();
    let mut out = Vec::new();
    let names: Vec<&str> = all.columns.list.iter().map(|column| column.name.as_str()).collect();
    add_line(&mut out, ["source", "row", "ground"].into_iter().chain(names));
    let mut changes = b"source,row,column,before,after,rule\n".to_vec();
    let mut problems: BTreeMap<(usize, usize, Problem), Rows> = BTreeMap::new();
    for (at, opened) in opened.into_iter().enumerate() {
        let cells = cells_of(&all.columns.list, &opened);
        for row in opened.table.rows() {
            let own: Vec<Cow<'_, str>> = cells.iter().map(|cell| cell.of(&row)).collect();
            let before = own.clone();
            let mut made = all.columns.row(own);
            let mut ground = None;
            for (rule, column) in recipe.leave_out.iter().zip(&tests) {
                let Some(column) = *column else { continue };
                match all.columns.leaves_out(rule, &before[column], &made.cells[column]) {
                    Ok(true) => {
                        ground = Some(rule);
                        break;
                    }
                    Ok(false) => {}
                    Err(problem) => made.problems.push((column, problem)),
                }
            }
            let number = row.row.to_string();
            let name = all.sources[at].name.as_str();
            if let Some(rule) = ground {
                let index = recipe.leave_out.iter().position(|own| std::ptr::eq(own, rule)).unwrap_or(0);
                all.out_by_rule[index] += 1;
                let cells = before
                    .iter()
                    .zip(&made.cells)
                    .map(|(own, made)| if blank(own) { &**made } else { &**own });
                add_line(&mut out, [name, &number, &rule.ground].into_iter().chain(cells));
                all.sources[at].left_out += 1;
                if !full(take, LEFT_OUT, &mut out) {
                    return None;
                }
                continue;
            }
            for (column, problem) in std::mem::take(&mut made.problems) {
                problems.entry((at, column, problem)).or_default().push(row.row);
            }
            let mut changed = false;
            for &column in &all.columns.order {
                let Some(rule) = &all.columns.list[column].rule else { continue };
                let text = match rule.inputs[..] {
                    [input] if input != column => made.cells[input].as_ref(),
                    _ => before[column].as_ref(),
                };
                let after = made.cells[column].as_ref();
                if text != after {
                    changed = true;
                    *all.by_rule.entry(column).or_default() += 1;
                    let heading = &all.columns.list[column].name;
                    let by = format!("columns.{heading}");
                    add_line(&mut changes, [name, &number, heading, text, after, &by].into_iter());
                }
                if !rule.rule.values.is_empty() {
                    let seen = all.spellings.entry(column).or_default();
                    let pair = (text.to_owned(), after.to_owned());
                    if seen.len() < MOST_SPELLINGS || seen.contains_key(&pair) {
                        *seen.entry(pair).or_default() += 1;
                    }
                }
            }
            if !full(take, CHANGES, &mut changes) {
                return None;
            }
            all.sources[at].changed += u64::from(changed);
            let Ok(row) = u32::try_from(row.row) else { continue };
            if !all.people.push(row, made.cells.iter().map(|cell| cell.as_ref())) {
                faults.push(What::TooLarge, Place::file(&all.sources[at].name));
                return None;
            }
            all.from.push(at as u16);
        }
    }
    if !(take(LEFT_OUT, &out) && take(CHANGES, &changes)) {
        return None;
    }
    for ((at, column, problem), rows) in problems {
        report(&all, at, column, problem, rows, faults);
    }
    Some(all)
}

/// Gives what is in a buffer when it is full.
fn full(take: Take<'_>, file: &str, buffer: &mut Vec<u8>) -> bool {
    const FULL: usize = 1 << 16;
    if buffer.len() < FULL {
        return true;
    }
    let kept = take(file, buffer);
    buffer.clear();
    kept
}

/// Reads one file. Columns of citizen service numbers are not copied, and said to be there.
fn open(file: &str, bytes: &[u8], source: &Source, faults: &mut Faults) -> Option<Table> {
    let wanted: Vec<String> = source.sheet.iter().cloned().collect();
    let name = register::with_sheet(file, bytes, &wanted);
    let separator = source.separator.and_then(|sign| u8::try_from(sign).ok());
    let layout = Layout { separator, heading_row: source.heading_row };
    let mut own = Faults::new();
    let table = read_as(&name, bytes, layout, &mut own);
    for fault in own.iter() {
        let what = match fault.what {
            What::CitizenNumbers => What::Prepare(Prepare::NotCopied),
            ref what => what.clone(),
        };
        faults.push(what, fault.place.clone());
    }
    let table = table?;
    for column in (0..table.headings.len()).filter(|&c| !table.is_refused(c)) {
        if says_citizen_number(&table.headings[column]) {
            let place = Place::file(&table.name).column(&table.headings[column]);
            faults.push(What::Prepare(Prepare::NotCopied), place);
        }
    }
    if table.is_empty() {
        faults.push(What::HeaderOnly, Place::file(&table.name));
    }
    Some(table)
}

/// The heading that a column of a source has after it was renamed; none if it may not be copied.
fn heading<'t>(opened: &'t Opened<'_>, column: usize) -> Option<&'t str> {
    let own = opened.table.headings[column].as_str();
    if own.is_empty() || opened.table.is_refused(column) || says_citizen_number(own) {
        return None;
    }
    let renamed = opened.source.rename.iter().find(|(old, _)| fold(old) == fold(own));
    Some(renamed.map_or(own, |(_, new)| new.as_str()))
}

pub(super) fn find(list: &[Column<'_>], name: &str) -> Option<usize> {
    list.iter().position(|column| fold(&column.name) == fold(name))
}

/// The columns of all sources and rules.
fn columns<'a>(
    recipe: &'a Recipe,
    opened: &[Opened<'_>],
    give: Give<'_>,
    tables: &mut BTreeMap<String, Digest>,
    faults: &mut Faults,
) -> Option<Columns<'a>> {
    let mut list: Vec<Column<'a>> = Vec::new();
    let mut add = |name: &str| {
        if find(&list, name).is_none() {
            list.push(Column { name: name.to_owned(), rule: None });
        }
    };
    for source in opened {
        (0..source.table.headings.len()).filter_map(|c| heading(source, c)).for_each(&mut add);
        source.source.set.iter().for_each(|(name, _)| add(name));
    }
    let sourced = list.len();
    for name in recipe.columns.keys() {
        if find(&list, name).is_none() {
            list.push(Column { name: name.clone(), rule: None });
        }
    }
    // Every column that is asked for somewhere, and where.
    let mut needed: BTreeMap<usize, String> = BTreeMap::new();
    let mut missing: BTreeSet<String> = BTreeSet::new();
    let mut need = |list: &[Column<'_>], name: &str, by: String| match find(list, name) {
        Some(at) => {
            needed.entry(at).or_insert(by);
            Some(at)
        }
        None => {
            missing.insert(name.to_owned());
            None
        }
    };
    // Columns that are to be made of themselves and are in no source.
    let mut nowhere: Vec<String> = Vec::new();
    for (name, rule) in &recipe.columns {
        let wanted: Vec<&str> = match &rule.input {
            Input::Own => vec![name],
            Input::From(column) | Input::Split(column, ..) => vec![column],
            Input::Join(columns, _) => columns.iter().map(String::as_str).collect(),
        };
        let inputs: Vec<usize> =
            wanted.iter().filter_map(|wanted| need(&list, wanted, format!("columns.{name}"))).collect();
        let Some(own) = find(&list, name) else { continue };
        if rule.input == Input::Own && own >= sourced {
            nowhere.push(name.clone());
        }
        let table = match &rule.table {
            None => None,
            Some(lookup) => Some(self::table(lookup, give, tables, faults)?),
        };
        let names: BTreeSet<&str> = rule.values.values().map(String::as_str).collect();
        list[own].rule = Some(Made { rule, inputs, table, names: names.into_iter().collect() });
    }
    for rule in &recipe.leave_out {
        need(&list, &rule.column, "leave_out".to_owned());
    }
    for name in &recipe.order {
        need(&list, name, "pool".to_owned());
    }
    missing.extend(nowhere);
    let file = |opened: &[Opened<'_>]| opened.first().map_or_else(String::new, |o| o.table.name.clone());
    for name in &missing {
        let near = nearest(name, list.iter().map(|column| column.name.as_str())).filter(|near| near != name);
        let what = What::Prepare(Prepare::ColumnMissing { near: near.map(str::to_owned) });
        if !lower(name, opened, faults) {
            faults.push(what, Place::file(&file(opened)).column(name));
        }
    }
    absent(&list[..sourced], &needed, opened, faults);
    let order = match compute::ordered(&list) {
        Ok(order) => order,
        Err(round) => {
            let columns = round.into_iter().map(|at| list[at].name.clone()).collect();
            faults.push(What::Prepare(Prepare::Circle { columns }), Place::default());
            return None;
        }
    };
    Some(Columns { list, order, reference: recipe.reference })
}

/// Says where a column that is missing everywhere stands as a heading in a row further down.
fn lower(name: &str, opened: &[Opened<'_>], faults: &mut Faults) -> bool {
    let mut found = false;
    for source in opened {
        let old = |cell: &String| {
            let renamed = source.source.rename.iter().find(|(old, _)| fold(old) == fold(cell));
            fold(cell) == fold(name) || renamed.is_some_and(|(_, new)| fold(new) == fold(name))
        };
        if let Some((row, _)) = source.table.start().iter().find(|(_, cells)| cells.iter().any(old)) {
            let what = What::Prepare(Prepare::HeadingRow { row: *row });
            faults.push(what, Place::file(&source.table.name).column(name));
            found = true;
        }
    }
    found
}

/// Says which columns are not in every source: those that are needed stop the work. And which source has one twice.
fn absent(list: &[Column<'_>], needed: &BTreeMap<usize, String>, opened: &[Opened<'_>], faults: &mut Faults) {
    for (at, column) in list.iter().enumerate() {
        for source in opened {
            let own = |c: &usize| heading(source, *c).is_some_and(|name| fold(name) == fold(&column.name));
            let columns: Vec<usize> = (0..source.table.headings.len()).filter(own).collect();
            let set = source.source.set.iter().any(|(name, _)| fold(name) == fold(&column.name));
            let place = Place::file(&source.table.name).column(&column.name);
            match (&columns[..], set) {
                ([], true) | ([_], false) => {}
                ([], false) if needed.contains_key(&at) => {
                    let headings = source.table.headings.iter().map(String::as_str);
                    let near = nearest(&column.name, headings).map(str::to_owned);
                    if !lower(&column.name, std::slice::from_ref(source), faults) {
                        faults.push(What::Prepare(Prepare::ColumnMissing { near }), place);
                    }
                }
                ([], false) => faults.push(What::Prepare(Prepare::ColumnAbsent), place),
                _ => {
                    let letters = columns.iter().map(|&c| column_letters(c)).collect();
                    faults.push(What::AmbiguousColumn { letters }, place);
                }
            }
        }
    }
}

/// A table in which cells are looked up.
fn table(
    lookup: &super::recipe::Lookup,
    give: Give<'_>,
    tables: &mut BTreeMap<String, Digest>,
    faults: &mut Faults,
) -> Option<BTreeMap<String, String>> {
    let bytes = give(&lookup.file)?;
    tables.insert(lookup.file.clone(), Digest::of(&bytes));
    let mut found = BTreeMap::new();
    let Some(table) = register::read(&lookup.file, &bytes, faults) else { return Some(found) };
    let mut column = |name: &str| match table.columns(name)[..] {
        [column] => Some(column),
        _ => {
            let near = nearest(name, table.headings.iter().map(String::as_str)).map(str::to_owned);
            faults
                .push(What::Prepare(Prepare::ColumnMissing { near }), Place::file(&table.name).column(name));
            None
        }
    };
    let (Some(key), Some(value)) = (column(&lookup.key), column(&lookup.value)) else { return Some(found) };
    let mut twice = Rows::default();
    for row in table.rows() {
        let (key, value) = (compute::look_up_key(row.cell(key)), row.cell(value).trim().to_owned());
        if key.is_empty() {
            continue;
        }
        match found.insert(key, value.clone()) {
            Some(other) if other != value => twice.push(row.row),
            _ => {}
        }
    }
    if twice.count() > 0 {
        faults
            .push(What::Prepare(Prepare::KeyTwice), Place::file(&table.name).column(&lookup.key).rows(twice));
    }
    Some(found)
}

/// Where a source keeps a column.
enum Cell<'a> {
    At(usize),
    Set(&'a str),
    Nowhere,
}

impl Cell<'_> {
    fn of<'s>(&'s self, row: &register::TableRow<'s>) -> Cow<'s, str> {
        match self {
            Cell::At(column) => Cow::Borrowed(row.cell(*column)),
            Cell::Set(text) => Cow::Borrowed(text),
            Cell::Nowhere => Cow::Borrowed(""),
        }
    }
}

fn cells_of<'o>(list: &[Column<'_>], opened: &'o Opened<'_>) -> Vec<Cell<'o>> {
    let of = |column: &Column<'_>| {
        let same = |name: &str| fold(name) == fold(&column.name);
        let own = (0..opened.table.headings.len()).find(|&c| heading(opened, c).is_some_and(same));
        let set = opened.source.set.iter().find(|(name, _)| same(name));
        match (own, set) {
            (Some(column), _) => Cell::At(column),
            (None, Some((_, text))) => Cell::Set(text),
            (None, None) => Cell::Nowhere,
        }
    };
    list.iter().map(of).collect()
}

/// Says what is wrong with cells of one source. Only the cells of a column with spellings are shown: its values are
/// those of a quota.
fn report(all: &All<'_>, at: usize, column: usize, problem: Problem, rows: Rows, faults: &mut Faults) {
    let place = Place::file(&all.sources[at].name).column(&all.columns.list[column].name).rows(rows);
    let (what, place) = match problem {
        Problem::Spelling { cell, near } => (Prepare::UnknownSpelling { near }, place.cell(&cell)),
        Problem::BirthUnclear => (Prepare::BirthUnclear, place),
        Problem::BirthUnreadable => (Prepare::BirthUnreadable, place),
        Problem::OutOfClasses => (Prepare::OutOfClasses, place),
        Problem::NotInTable => (Prepare::NotInTable, place),
        Problem::MonthFirst => (Prepare::MonthFirst, place),
        Problem::ShortYear => (Prepare::ShortYear, place),
        Problem::Partly => (Prepare::BirthPartly, place),
    };
    faults.push(What::Prepare(what), place);
}
