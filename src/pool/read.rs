//! Two files to one pool. Imports `base`, `register`, `quotas` and its siblings.

use super::homes::{self, Homes, Rule};
use super::profiles::Alike;
use super::{Before, Pool, check_supply, ids, lists, values};
use crate::base::fault::{Faults, Place, Role, What};
use crate::base::text::column_letters;
use crate::quotas::{self, Quotas};
use crate::register::{self, Table};

/// The bytes of a file and the name by which messages call it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name.
    pub name: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// What decides who of a pool may be drawn together, or at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules<'a> {
    /// At most so many people of one address.
    pub household: Option<Rule<'a>>,
    /// People who may not be drawn, each with a ground.
    pub exclude: Option<Source<'a>>,
    /// People who have a seat already: seats and quotas are what they leave, and they count for
    /// households.
    pub include: Option<Source<'a>>,
    /// Whether a feature's minimums and maximums need not add up to the seats: for whoever changes the quotas.
    pub any_sums: bool,
}

/// [`read_with`] no rules.
pub fn read(
    pool: Source<'_>,
    quotas: Source<'_>,
    seats: u32,
    id_column: Option<&str>,
    faults: &mut Faults,
) -> Option<Pool> {
    read_with(pool, quotas, seats, id_column, &Rules::default(), faults)
}

/// Reads the pool file and the quota file of a panel with `seats` seats, and checks everything that
/// can be checked by adding up. All that is found goes to `faults`.
///
/// A pool comes back only when nothing is wrong with the files. It may still be one whose quotas
/// cannot be met: then [`Faults::blame`] is [`crate::base::fault::Blame::Answer`].
/// `id_column` names the column of ids; without it one is looked for, and row numbers serve when
/// there is none.
pub fn read_with(
    pool: Source<'_>,
    quotas: Source<'_>,
    seats: u32,
    id_column: Option<&str>,
    rules: &Rules<'_>,
    faults: &mut Faults,
) -> Option<Pool> {
    let pool = register::read(pool.name, pool.bytes, faults);
    let table = register::read(quotas.name, quotas.bytes, faults);
    if let (Some(pool), Some(quotas)) = (&pool, &table)
        && mistaken(pool, quotas, faults)
    {
        return None;
    }
    let quota_file = quotas.name;
    let quotas = table.and_then(|table| quotas::from_table(&table, faults));
    if let Some(quotas) = quotas.as_ref().filter(|_| !rules.any_sums || seats == 0) {
        quotas::check_sums(quotas, seats, quota_file, faults);
    }
    let pool = pool?;
    let Some(quotas) = quotas else {
        // Nobody's values can be checked, but the ids can, so that all faults come at once.
        let _ = ids::people(&pool, id_column, &[], faults);
        return None;
    };
    from_tables(pool, quotas, quota_file, seats, id_column, rules, faults)
}

/// The second half of [`read_with`]: a table of people and quotas that were read before. `quota_file` is
/// the name of the quota file in messages.
pub fn from_tables(
    table: Table,
    quotas: Quotas,
    quota_file: &str,
    seats: u32,
    id_column: Option<&str>,
    rules: &Rules<'_>,
    faults: &mut Faults,
) -> Option<Pool> {
    let columns = values::columns(&table, &quotas, faults);
    let taken: Vec<usize> = columns.iter().flatten().copied().collect();
    report_repeated_headings(&table, &quotas, id_column, faults);
    let mut people = ids::people(&table, id_column, &taken, faults);
    let values = values::values(&table, &quotas, &columns, faults);
    let household = rules.household.map(|rule| (rule, homes::columns(&table, rule.columns, faults)));
    let exclude = rules.exclude.and_then(|list| register::read(list.name, list.bytes, faults));
    let include = rules.include.and_then(|list| register::read(list.name, list.bytes, faults));
    let excluded = match (&exclude, &mut people) {
        (Some(list), Some(people)) => lists::exclude(list, &table, people, faults),
        _ => lists::Out::default(),
    };
    let address = rules.household.map_or(&[][..], |rule| rule.columns);
    let known = lists::Known { pool: &table, quotas: &quotas, values: &values, address, excluded: &excluded };
    let confirmed = match (&include, &mut people) {
        (Some(list), Some(people)) => lists::include(list, &known, people, faults),
        _ => Vec::new(),
    };
    if faults.stop() {
        return None;
    }
    let ids::People { column, ids, rows } = people?;
    let homes = household.and_then(|(rule, columns)| {
        let addresses = homes::addresses(&table, &columns?, &rows);
        homes::report(&table, rule.columns, &rows, &addresses, faults);
        let before: Vec<Option<String>> = confirmed.iter().map(|person| person.address.clone()).collect();
        Some(Homes::new(rule.columns.to_vec(), rule.per, &addresses, &before))
    });
    let (quotas, seats, before) = match include {
        Some(_) => {
            let (left, free) = lists::net(&quotas, seats, &confirmed, quota_file, faults);
            (left, free, Some(Before { people: confirmed, quotas, seats }))
        }
        None => (quotas, seats, None),
    };
    let alike = Alike::new(&values, quotas.features.len(), &rows);
    let pool = Pool {
        quotas,
        seats,
        table,
        id_column: column,
        feature_columns: taken,
        ids,
        rows,
        alike,
        homes,
        not_found: excluded.not_found.len(),
        excluded: excluded.people,
        before,
    };
    check_supply(&pool, quota_file, faults);
    Some(pool)
}

/// Notes columns with the same heading that are not needed; of those that are needed, each search
/// for a column says it. Without the heading: in a file without headings it would be a cell.
fn report_repeated_headings(table: &Table, quotas: &Quotas, id_column: Option<&str>, faults: &mut Faults) {
    let names = quotas.features.iter().map(|feature| feature.name.as_str()).chain(id_column);
    let needed: Vec<usize> = names.flat_map(|name| table.columns(name)).collect();
    for columns in table.repeated_headings().into_iter().filter(|columns| !needed.contains(&columns[0])) {
        let letters = columns.into_iter().map(column_letters).collect();
        faults.push(What::RepeatedHeading { letters }, Place::file(&table.name));
    }
}

/// Whether one file stands in the place of the other, which explains all that would follow.
fn mistaken(pool: &Table, quotas: &Table, faults: &mut Faults) -> bool {
    match (quotas::is_quota_table(pool), quotas::is_quota_table(quotas)) {
        (true, false) => {
            let what = What::FilesSwapped { pool: pool.name.clone(), quotas: quotas.name.clone() };
            faults.push(what, Place::default());
            true
        }
        (true, true) => {
            let what = What::WrongFile { wanted: Role::Pool, found: Role::Quotas };
            faults.push(what, Place::file(&pool.name));
            true
        }
        (false, false) if pool.headings == quotas.headings => {
            let what = What::WrongFile { wanted: Role::Quotas, found: Role::Pool };
            faults.push(what, Place::file(&quotas.name));
            true
        }
        _ => false,
    }
}
