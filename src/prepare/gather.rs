//! All sources to one table, row by row. Imports `base`, `register` and its siblings.

use super::born::Unread;
use super::compute::{self, Column, Columns, Made, Problem};
use super::opened::{Cell, Opened, cells_of, ground_to_skip, heading, is_refused, open, scattered, skip};
use super::people::People;
use super::recipe::{Input, Recipe, Test};
use super::strays::is_postcode;
use super::told::{Told, Youngest};
use super::{CHANGES, Give, LEFT_OUT, Take, add_line};
use crate::base::digest::Digest;
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::text::{blank, fold, nearest, tidy};
use crate::register;
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

/// What all sources give.
pub(super) struct All<'a> {
    pub columns: Columns<'a>,
    /// Everybody who is not left out, with all columns.
    pub people: People,
    pub sources: Vec<Gathered>,
    /// Cells changed or made by the rule of each column.
    pub by_rule: BTreeMap<usize, u64>,
    /// Of rules with spellings: which cells became which, and how many.
    pub spellings: BTreeMap<usize, BTreeMap<(String, String), u64>>,
    /// Rows left out by each rule.
    pub out_by_rule: Vec<u64>,
    /// Of each rule that leaves out by words: which cells it met, whether it left them out, and how many.
    pub worded: Vec<BTreeMap<(String, bool), u64>>,
    /// Columns that are read as dates of birth.
    pub births: BTreeSet<usize>,
    /// Rows left out by number, by ground.
    pub skipped: BTreeMap<String, u64>,
    /// Of the words that rules leave people out by, those that were met: the rule and the word.
    pub met: BTreeSet<(usize, String)>,
    /// What stands in the columns by which people are left out, if it is of few kinds.
    pub kinds: BTreeMap<usize, BTreeMap<String, u64>>,
    /// Digests of the tables in which cells are looked up.
    pub tables: BTreeMap<String, Digest>,
}

/// What cannot be made of cells: by source, column and kind, and in which rows.
type Problems = BTreeMap<(usize, usize, Problem), Rows>;

/// Spellings of a rule that are kept for the report.
const MOST_SPELLINGS: usize = 1000;

/// Reads every source and makes every row. `None` when that cannot begin, with the reason in `faults`.
pub(super) fn gather<'a>(
    recipe: &'a Recipe,
    key: Option<&[String]>,
    give: Give<'_>,
    take: Take<'_>,
    faults: &mut Faults,
) -> Option<All<'a>> {
    let mut digests = Vec::new();
    let mut opened: Vec<Opened<'_>> = Vec::new();
    let mut whole = true;
    for source in &recipe.sources {
        let (mut read, mut skipped) = (0u64, 0u64);
        for file in &source.files {
            let bytes = give(file)?;
            digests.push(Digest::of(&bytes));
            let Some((table, own)) = open(file, bytes, source, key, faults) else {
                whole = false;
                continue;
            };
            if let Some(other) = super::strays::same_rows(&table, opened.iter().map(|opened| &opened.table)) {
                let what = Prepare::SourceTwice { other: other.name.clone() };
                faults.push(What::Prepare(what), Place::file(&table.name));
            }
            read += table.len() as u64;
            skipped += skip(source, &table, faults);
            opened.push(Opened { source, table, key: own });
        }
        let read = read - skipped;
        if let Some(stated) = source.total.filter(|total| whole && *total != read) {
            let place = Place::file(&source.files.join(", "));
            faults.push(What::Prepare(Prepare::TotalDiffers { stated, read }), place);
        }
    }
    // Which columns there are cannot be said of files that were not read.
    if !whole {
        return None;
    }
    scattered(&opened, faults);
    let mut tables = BTreeMap::new();
    let columns = columns(recipe, &opened, give, &mut tables, faults)?;
    if faults.stop() {
        return None;
    }
    let names = columns.list.iter().map(|column| column.name.clone()).collect();
    let made: Vec<bool> = columns.list.iter().map(|column| column.rule.is_some()).collect();
    let people = People::new(names, &made);
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
        sources: sources.collect(),
        by_rule: BTreeMap::new(),
        spellings: BTreeMap::new(),
        out_by_rule: vec![0; recipe.leave_out.len()],
        worded: vec![BTreeMap::new(); recipe.leave_out.len()],
        births: BTreeSet::new(),
        skipped: BTreeMap::new(),
        met: BTreeSet::new(),
        kinds: BTreeMap::new(),
        tables,
        columns,
    };
    let tests: Vec<Option<usize>> =
        recipe.leave_out.iter().map(|rule| find(&all.columns.list, &rule.column)).collect();
    let mut out = Vec::new();
    let names: Vec<&str> = all.columns.list.iter().map(|column| column.name.as_str()).collect();
    add_line(&mut out, ["source", "row", "ground"].into_iter().chain(names));
    let mut changes = b"source,row,column,before,after,rule\n".to_vec();
    let mut problems = Problems::new();
    let (dated, aged) = all.columns.dated(&recipe.leave_out, &tests);
    let mut youngest = Youngest::default();
    for (at, opened) in opened.into_iter().enumerate() {
        let cells = cells_of(&all.columns.list, &opened);
        let month_first = told(&all.columns, &dated, &opened, &cells, faults);
        let births = aged.iter().copied().find(|&column| told_any(&opened, &cells[column]));
        all.births.extend(births);
        for (index, row) in opened.table.rows().enumerate() {
            let own: Vec<Cow<'_, str>> = cells.iter().map(|cell| cell.of(&row)).collect();
            let before = own.clone();
            let number = row.row.to_string();
            if let Some(ground) = ground_to_skip(opened.source, row.row) {
                *all.skipped.entry(ground.to_owned()).or_default() += 1;
                all.sources[at].left_out += 1;
                let start = [all.sources[at].name.as_str(), &number, ground];
                add_line(&mut out, start.into_iter().chain(before.iter().map(|cell| cell.as_ref())));
                continue;
            }
            let mut made = all.columns.row(own, &month_first);
            if let Some((column, on)) = births.zip(recipe.reference) {
                youngest.look(&before[column], month_first[column], on);
            }
            met(&mut all.met, &mut all.kinds, &recipe.leave_out, &tests, &before, &made.cells);
            let mut ground = None;
            for (rule_at, (rule, column)) in recipe.leave_out.iter().zip(&tests).enumerate() {
                let Some(column) = *column else { continue };
                let (own, after) = (&before[column], &made.cells[column]);
                match all.columns.leaves_out(rule, own, after, month_first[column]) {
                    Ok(out) => {
                        if matches!(rule.test, Test::Is(_) | Test::Not(_)) {
                            let cell = if blank(own) { after } else { own };
                            count(&mut all.worded[rule_at], (tidy(cell), out));
                        }
                        if out {
                            ground = Some(rule);
                            break;
                        }
                    }
                    Err(problem) => made.problems.push((column, problem)),
                }
            }
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
                    let pair = (text.to_owned(), after.to_owned());
                    count(all.spellings.entry(column).or_default(), pair);
                }
            }
            if !full(take, CHANGES, &mut changes) {
                return None;
            }
            all.sources[at].changed += u64::from(changed);
            if !all.people.push(index, made.cells.iter().map(|cell| cell.as_ref())) {
                faults.push(What::TooLarge, Place::file(&all.sources[at].name));
                return None;
            }
        }
        all.people.keep(opened.table, cells, opened.key);
    }
    if !(take(LEFT_OUT, &out) && take(CHANGES, &changes)) {
        return None;
    }
    youngest.report(recipe.reference, faults);
    let problems = postcodes(&all, problems, faults);
    for ((at, column, problem), rows) in problems {
        report(&all, at, column, problem, rows, faults);
    }
    Some(all)
}

/// Says once of a column that dozens of its postcodes stand for no value: a table is the way, and nobody reads a line of each.
/// The other problems come back.
fn postcodes(all: &All<'_>, problems: Problems, faults: &mut Faults) -> Problems {
    /// Fewer can be written down as they are.
    const DOZENS: usize = 12;
    let listed = |(_, column, problem): &(usize, usize, Problem)| {
        let Problem::Spelling { cell, .. } = problem else { return false };
        let rule = all.columns.list[*column].rule.as_ref();
        let inputs = rule.iter().flat_map(|made| &made.inputs).map(|&input| &all.columns.list[input].name);
        let headed = inputs.chain([&all.columns.list[*column].name]).any(|name| fold(name).contains("postc"));
        is_postcode(cell) || headed && cell.len() == 4 && cell.bytes().all(|b| b.is_ascii_digit())
    };
    let mut found: BTreeMap<(usize, usize), (usize, Vec<usize>, usize)> = BTreeMap::new();
    for (key, rows) in problems.iter().filter(|(key, _)| listed(key)) {
        let (count, first, more) = found.entry((key.0, key.1)).or_default();
        *count += 1;
        first.extend(&rows.first);
        *more += rows.more;
    }
    found.retain(|_, (count, ..)| *count >= DOZENS);
    for ((at, column), (count, first, more)) in &mut found {
        first.sort_unstable();
        let mut rows: Rows = first.iter().copied().collect();
        rows.more += *more;
        let place = Place::file(&all.sources[*at].name).column(&all.columns.list[*column].name).rows(rows);
        faults.push(What::Prepare(Prepare::PostcodesUnlisted { count: *count }), place);
    }
    let told = |key: &(usize, usize, Problem)| found.contains_key(&(key.0, key.1)) && listed(key);
    problems.into_iter().filter(|(key, _)| !told(key)).collect()
}

/// Whether a source has a column, and something in it.
fn told_any(opened: &Opened<'_>, cell: &Cell) -> bool {
    matches!(cell, Cell::At(_)) && opened.table.rows().any(|row| !blank(&cell.of(&row)))
}

/// Of each column whether the month stands first in its dates, by all of its cells; what is not sure is reported.
fn told(
    columns: &Columns<'_>,
    dated: &BTreeSet<usize>,
    opened: &Opened<'_>,
    cells: &[Cell],
    faults: &mut Faults,
) -> Vec<bool> {
    let mut month_first = vec![false; columns.list.len()];
    // A column that a rule makes has no cells but those of the row as it is made.
    let raw =
        |column: &usize| columns.list[*column].rule.as_ref().is_none_or(|made| made.rule.input == Input::Own);
    let all_raw = dated.iter().all(raw);
    let mut told: BTreeMap<usize, Told> = dated.iter().map(|&column| (column, Told::default())).collect();
    for row in opened.table.rows().filter(|row| ground_to_skip(opened.source, row.row).is_none()) {
        if all_raw {
            told.iter_mut().for_each(|(&column, told)| told.look(&cells[column].of(&row), row.row));
            continue;
        }
        let own: Vec<Cow<'_, str>> = cells.iter().map(|cell| cell.of(&row)).collect();
        let made = columns.row(own.clone(), &month_first);
        for (&column, told) in &mut told {
            told.look(&columns.text_of(column, &own, &made.cells), row.row);
        }
    }
    for (column, told) in told {
        month_first[column] = told.month_first();
        told.report(&Place::file(&opened.table.name).column(&columns.list[column].name), faults);
    }
    month_first
}

/// Counts one more of a kind, unless there are too many kinds for the report.
fn count<K: Ord>(seen: &mut BTreeMap<K, u64>, kind: K) {
    if seen.len() < MOST_SPELLINGS || seen.contains_key(&kind) {
        *seen.entry(kind).or_default() += 1;
    }
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

/// Keeps which words of rules were met, and what stands in their columns.
fn met(
    met: &mut BTreeSet<(usize, String)>,
    kinds: &mut BTreeMap<usize, BTreeMap<String, u64>>,
    rules: &[super::recipe::LeaveOut],
    tests: &[Option<usize>],
    own: &[Cow<'_, str>],
    made: &[Cow<'_, str>],
) {
    /// More different cells than this are no kinds of people.
    const MOST_KINDS: usize = 60;
    for (at, (rule, column)) in rules.iter().zip(tests).enumerate() {
        let (Test::Is(words) | Test::Not(words), Some(column)) = (&rule.test, *column) else { continue };
        let (own, made) = (fold(own[column].as_ref()), fold(made[column].as_ref()));
        let made = Some(made).filter(|made| *made != own);
        for cell in std::iter::once(own).chain(made) {
            if words.contains(&cell) {
                met.insert((at, cell.clone()));
            }
            let kinds = kinds.entry(column).or_default();
            if kinds.len() < MOST_KINDS || kinds.contains_key(&cell) {
                *kinds.entry(cell).or_default() += 1;
            }
        }
    }
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
        if let Some(source) = opened.iter().find(|source| is_refused(source, name)) {
            let place = Place::file(&source.table.name).column(name);
            faults.push(What::Prepare(Prepare::ColumnRefused), place);
            continue;
        }
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
    for source in opened {
        let mut without = Vec::new();
        for (at, column) in list.iter().enumerate() {
            let own = |c: &usize| heading(source, *c).is_some_and(|name| fold(name) == fold(&column.name));
            let columns: Vec<usize> = (0..source.table.headings.len()).filter(own).collect();
            let set = source.source.set.iter().any(|(name, _)| fold(name) == fold(&column.name));
            let place = Place::file(&source.table.name).column(&column.name);
            match (&columns[..], set) {
                ([], true) | ([_], false) => {}
                ([], false) if needed.contains_key(&at) && is_refused(source, &column.name) => {
                    faults.push(What::Prepare(Prepare::ColumnRefused), place);
                }
                ([], false) if needed.contains_key(&at) => {
                    let headings = source.table.headings.iter().map(String::as_str);
                    let near = nearest(&column.name, headings).map(str::to_owned);
                    if !lower(&column.name, std::slice::from_ref(source), faults) {
                        faults.push(What::Prepare(Prepare::ColumnMissing { near }), place);
                    }
                }
                ([], false) => without.push(column.name.clone()),
                (_, true) => faults.push(What::Prepare(Prepare::SetOver), place),
                _ => {
                    let letters = columns.iter().map(|&c| source.table.letters(c)).collect();
                    faults.push(What::Prepare(Prepare::HeadingTwice { letters }), place);
                }
            }
        }
        if !without.is_empty() {
            let what = Prepare::ColumnAbsent { columns: without };
            faults.push(What::Prepare(what), Place::file(&source.table.name));
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

/// Why a cell could not be read, as the catalogues know it.
fn word(why: Unread) -> &'static str {
    match why {
        Unread::More => "more",
        Unread::Zero => "zero",
        Unread::Serial => "serial",
        Unread::Century => "century",
        Unread::Never => "never",
        Unread::Other => "other",
    }
}

/// Says what is wrong with cells of one source. Only the cells of a column with spellings are shown: its values are
/// those of a quota.
fn report(all: &All<'_>, at: usize, column: usize, problem: Problem, rows: Rows, faults: &mut Faults) {
    let place = Place::file(&all.sources[at].name).column(&all.columns.list[column].name).rows(rows);
    let (what, place) = match problem {
        Problem::Spelling { cell, near } => (Prepare::UnknownSpelling { near }, place.cell(&cell)),
        Problem::BirthUnclear => (Prepare::BirthUnclear, place),
        Problem::Birth(why) | Problem::Date(why) if why != Unread::Other => {
            (Prepare::DateUnread { why: word(why) }, place)
        }
        Problem::Birth(_) => (Prepare::BirthUnreadable, place),
        Problem::Date(_) => (Prepare::NoDate, place),
        Problem::Blank => (Prepare::BlankUnsettled, place),
        Problem::OutOfClasses => (Prepare::OutOfClasses, place),
        Problem::NotInTable => (Prepare::NotInTable, place),
        Problem::ShortYear => (Prepare::ShortYear, place),
        Problem::Unknown(why) => (Prepare::WroteUnknown { why: word(why) }, place),
        Problem::Partly => (Prepare::BirthPartly, place),
    };
    faults.push(What::Prepare(what), place);
}
