//! A recipe and its files to one list. Imports `base` and its siblings.

use super::facts::{Facts, Made, RULES};
use super::gather::{Gathered, find, gather};
use super::recipe::{LeaveOut, Recipe, Test};
use super::twice::{self, Pair};
use super::{FACTS, Give, LEFT_OUT, POOL, Take, add_line, figures};
use crate::base::digest::{Digest, Running};
use crate::base::fault::{Faults, Place, Prepare, Rows, What};
use crate::base::text::{Texts, fold, nearest};
use crate::pool::ids::detect;
use crate::register::{Cells, is_shortened};
use std::collections::BTreeMap;

/// A cell, the value that was made of it, and how many there were.
pub type Spelling = (String, String, u64);

/// A cell that a rule met, whether it leaves out whoever has it, and how many rows there were.
pub type Met = (String, bool, u64);

/// What whoever goes on with the list wants to know of its people, and no file says.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Of each person which of the sources, and the row there as a spreadsheet shows it.
    pub from: Vec<(u16, u32)>,
    /// Of each person the key of the register, where a source has it in a column that is not copied.
    pub keys: Option<Texts>,
}

/// What was made, for the report.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The files, in the order of the recipe.
    pub sources: Vec<Gathered>,
    /// For each column that a rule makes, how many cells were changed or made.
    pub columns: Vec<(String, u64)>,
    /// For each column with spellings: cell, value, and how many.
    pub spellings: Vec<(String, Vec<Spelling>)>,
    /// For each rule that leaves people out by words: column, ground, and the cells that it met.
    pub worded: Vec<(String, String, Vec<Met>)>,
    /// For each rule that leaves people out: column, ground, and how many rows.
    pub left_out: Vec<(String, String, u64)>,
    /// Rows that may be one person.
    pub pairs: Vec<Pair>,
    /// By what they were looked for.
    pub looked: twice::Looked,
    /// Tables of the population that were made: the name of the file, and values that are in no class.
    pub populations: Vec<(String, Vec<String>)>,
    /// Digests.
    pub facts: Facts,
    /// Where the people come from, and their keys, where that was asked for.
    pub kept: Option<Kept>,
}

/// Makes one list by a recipe. `key` are the headings that the key of a register may have, where somebody goes on with the list
/// in this very act: numbers that are never copied can be that key. `name` and `bytes` are the recipe's; `give` gives the files that it names, and `take`
/// takes the files that come out, part by part. What is wrong goes to `faults`: when something stops the work, what was
/// taken is to be thrown away. `None` also when `give` or `take` fail.
pub fn prepare(
    (name, bytes): (&str, &[u8]),
    key: Option<&[String]>,
    program: &str,
    give: Give<'_>,
    take: Take<'_>,
    faults: &mut Faults,
) -> Option<Prepared> {
    let recipe = Recipe::parse(name, bytes, faults)?;
    if faults.stop() {
        return None;
    }
    let mut all = gather(&recipe, key, give, take, faults)?;
    // What a source is given for all of its rows says nothing of a pair: what was decided stands when it is added.
    let is_set = |name: &str| {
        recipe.sources.iter().flat_map(|source| &source.set).any(|(given, _)| fold(given) == fold(name))
    };
    let columns = all.columns.list.iter().enumerate();
    let of_rows = columns.filter(|(_, column)| column.rule.is_none() && !is_set(&column.name));
    let own: Vec<usize> = of_rows.map(|(at, _)| at).collect();
    let mut decisions = None;
    let births: Vec<usize> = all.births.iter().copied().collect();
    let twice::Found { mut pairs, out, looked } = twice::pairs(
        &all.people,
        (&own, &births),
        recipe.decisions.as_deref(),
        give,
        &mut decisions,
        faults,
    )?;
    let mut lines = Vec::new();
    for &row in &out {
        let (source, number) = all.people.place(row as usize);
        all.sources[source].twice += 1;
        let number = number.to_string();
        let start = [all.sources[source].name.as_str(), &number, &recipe.twice_ground];
        add_line(&mut lines, start.into_iter().chain(all.people.cells(row as usize)));
    }
    report_shortened(&all, faults);
    let columns = shown(&recipe, &all.columns.list, faults);
    if !take(LEFT_OUT, &lines) {
        return None;
    }
    let (mut digest, mut people, mut lines) = (Running::default(), 0u64, Vec::new());
    let mut listed: BTreeMap<(usize, usize), Option<usize>> =
        pairs.iter().flat_map(|pair| [(pair.first, None), (pair.second, None)]).collect();
    let mut kept = key.map(|_| Kept { from: Vec::new(), keys: all.people.has_keys().then(Texts::new) });
    add_line(&mut lines, columns.iter().map(|&c| all.columns.list[c].name.as_str()));
    for row in (0..all.people.len()).filter(|row| !out.contains(&(*row as u32))) {
        people += 1;
        // Below the headings.
        if let Some(listed) = pairs.first().and_then(|_| listed.get_mut(&all.people.place(row))) {
            *listed = usize::try_from(people).ok().map(|people| people + 1);
        }
        if let Some(kept) = &mut kept {
            let (source, place) = all.people.place(row);
            kept.from.push((source as u16, place as u32));
            if kept.keys.as_mut().is_some_and(|keys| !keys.push(all.people.key(row))) {
                faults.push(What::TooLarge, Place::file(name));
                return None;
            }
        }
        add_line(&mut lines, columns.iter().map(|&c| all.people.cell(row, c)));
        if lines.len() > 1 << 16 {
            digest.add(&lines);
            if !take(POOL, &lines) {
                return None;
            }
            lines.clear();
        }
    }
    let at = |place: &(usize, usize)| listed.get(place).copied().flatten();
    pairs.iter_mut().for_each(|pair| pair.listed = [at(&pair.first), at(&pair.second)]);
    digest.add(&lines);
    if people == 0 {
        faults.push(What::Prepare(Prepare::NobodyLeft), Place::file(name));
    }
    if !take(POOL, &lines) {
        return None;
    }
    let populations = figures::write(&recipe, give, take, faults)?;
    let read: u64 = all.sources.iter().map(|source| source.read).sum();
    let facts = Facts {
        decisions: decisions.map(|digest| digest.to_string()),
        left_out: read - people,
        people,
        pool: digest.finish().to_string(),
        program: program.to_owned(),
        recipe: Digest::of(bytes).to_string(),
        rules: RULES,
        sources: all
            .sources
            .iter()
            .map(|source| Made { digest: source.digest.to_string(), rows: source.read })
            .collect(),
        tables: all.tables.values().map(|digest| digest.to_string()).collect(),
    };
    if !take(FACTS, &facts.bytes()) {
        return None;
    }
    let rules = recipe.leave_out.iter().zip(&all.out_by_rule);
    for (at, (rule, rows)) in rules.clone().enumerate() {
        let unmet = unmet(&all, at, rule);
        if *rows == 0 && unmet.is_empty() {
            let rule = format!("leave_out \"{}\"", rule.ground);
            faults.push(What::Prepare(Prepare::RuleUnused { rule }), Place::file(name));
        }
        for (word, near) in unmet {
            let what = Prepare::WordUnused { ground: rule.ground.clone(), word, near };
            faults.push(What::Prepare(what), Place::file(name).column(&rule.column));
        }
    }
    let name_of = |column: usize| all.columns.list[column].name.clone();
    Some(Prepared {
        columns: all
            .columns
            .order
            .iter()
            .map(|&column| (name_of(column), all.by_rule.get(&column).copied().unwrap_or(0)))
            .collect(),
        spellings: std::mem::take(&mut all.spellings)
            .into_iter()
            .map(|(column, seen)| {
                (name_of(column), seen.into_iter().map(|((cell, value), rows)| (cell, value, rows)).collect())
            })
            .collect(),
        worded: recipe
            .leave_out
            .iter()
            .zip(std::mem::take(&mut all.worded))
            .filter(|(rule, _)| matches!(rule.test, Test::Is(_) | Test::Not(_)))
            .map(|(rule, seen)| {
                let met = seen.into_iter().map(|((cell, out), rows)| (cell, out, rows)).collect();
                (rule.column.clone(), rule.ground.clone(), met)
            })
            .collect(),
        left_out: all
            .skipped
            .iter()
            .map(|(ground, rows)| (String::new(), ground.clone(), *rows))
            .chain(rules.map(|(rule, rows)| (rule.column.clone(), rule.ground.clone(), *rows)))
            .collect(),
        sources: all.sources,
        pairs,
        looked,
        populations,
        facts,
        kept,
    })
}

/// Reports ids, and keys of a register, of which a spreadsheet left only a part: in the list several people would have one.
fn report_shortened(all: &super::gather::All<'_>, faults: &mut Faults) {
    let Some(column) = detect(&all.people, &[]) else { return };
    let mut found: BTreeMap<usize, Rows> = BTreeMap::new();
    for person in (0..all.people.len()).filter(|&person| is_shortened(all.people.cell(person, column).trim()))
    {
        let (source, row) = all.people.place(person);
        found.entry(source).or_default().push(row);
    }
    for (source, rows) in found {
        let place = Place::file(&all.sources[source].name).column(&all.people.headings()[column]).rows(rows);
        faults.push(What::IdsShortened, place);
    }
}

/// Words of a rule that no cell of its column is, each with the cell that may have been meant: one that several rows have,
/// of a column with few kinds of cells, and that no other word of the rule is.
fn unmet(all: &super::gather::All<'_>, at: usize, rule: &LeaveOut) -> Vec<(String, Option<String>)> {
    let (Test::Is(words) | Test::Not(words)) = &rule.test else { return Vec::new() };
    let column = find(&all.columns.list, &rule.column);
    let kinds = column.and_then(|column| all.kinds.get(&column));
    let rows: u64 = kinds.iter().flat_map(|kinds| kinds.values()).sum();
    let few = |kinds: &&BTreeMap<String, u64>| (kinds.len() as u64) * 4 <= rows;
    let kind = |(cell, rows): &(&String, &u64)| **rows > 1 && !words.contains(*cell);
    let cells: Vec<&str> =
        kinds.into_iter().filter(few).flatten().filter(kind).map(|(cell, _)| cell.as_str()).collect();
    let unmet = words.iter().filter(|word| !all.met.contains(&(at, (*word).clone())));
    unmet.map(|word| (word.clone(), nearest(word, cells.iter().copied()).map(str::to_owned))).collect()
}

/// The columns that come out, by index.
fn shown(recipe: &Recipe, list: &[super::compute::Column<'_>], faults: &mut Faults) -> Vec<usize> {
    for name in &recipe.drop {
        if find(list, name).is_none() {
            let near = nearest(name, list.iter().map(|column| column.name.as_str())).map(str::to_owned);
            faults.push(What::Prepare(Prepare::ColumnMissing { near }), Place::default().column(name));
        }
    }
    let dropped = |at: &usize| recipe.drop.iter().any(|name| fold(name) == fold(&list[*at].name));
    match recipe.order.is_empty() {
        true => (0..list.len()).filter(|at| !dropped(at)).collect(),
        false => recipe.order.iter().filter_map(|name| find(list, name)).filter(|at| !dropped(at)).collect(),
    }
}
