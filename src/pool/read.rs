//! Two files to one pool. Imports `base`, `register`, `quotas` and its siblings.

use super::homes::{self, Homes, Rule};
use super::profiles::Alike;
use super::{
    Before, Pool, arithmetic, check_supply, couples, doubles, headed, ids, lists, plain, spoiled, values,
    withdrawn,
};
use crate::base::fault::{Fault, Faults, Grade, Kind, Place, Role, What};
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
    /// Where there are no quotas: headings of columns whose values are to have their share of the seats, as
    /// nearly as can be.
    pub mirror: &'a [String],
    /// Pairs of rows of the list that look like one person, of which somebody decided that they are two.
    pub apart: &'a [(usize, usize)],
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
    read_with(pool, Some(quotas), seats, id_column, &Rules::default(), faults)
}

/// Reads the pool file and the quota file of a panel with `seats` seats, and checks everything that
/// can be checked by adding up. All that is found goes to `faults`. Without a quota file it is a plain lot:
/// nothing but the number of seats is asked.
///
/// A pool comes back only when nothing is wrong with the files. It may still be one whose quotas
/// cannot be met: then [`Faults::blame`] is [`crate::base::fault::Blame::Answer`].
/// `id_column` names the column of ids; without it one is looked for, and row numbers serve when
/// there is none.
pub fn read_with(
    pool: Source<'_>,
    quotas: Option<Source<'_>>,
    seats: u32,
    id_column: Option<&str>,
    rules: &Rules<'_>,
    faults: &mut Faults,
) -> Option<Pool> {
    // Faults of a file whose headings stand lower are all of one making.
    let mut of_pool = Faults::new();
    let pool = register::read(pool.name, pool.bytes, &mut of_pool);
    pool.iter().for_each(|table| register::report_within(table, &mut of_pool));
    let Some(source) = quotas else {
        faults.append(of_pool);
        let pool = pool?;
        if seats == 0 {
            faults.push(What::SeatsZero, Place::default());
        }
        let named = id_column.into_iter().chain(rules.mirror.iter().map(String::as_str));
        if headed::report(&pool, named, faults) {
            return None;
        }
        let quotas = plain::quotas(&pool, rules.mirror, seats, faults);
        return from_tables(pool, quotas, "", seats, id_column, rules, faults);
    };
    let mut of_quotas = Faults::new();
    let table = register::read(source.name, source.bytes, &mut of_quotas);
    if let (Some(pool), Some(quotas)) = (&pool, &table)
        && mistaken(pool, quotas, faults)
    {
        return None;
    }
    let lower = table.as_ref().and_then(quotas::headings_below);
    if let (Some(table), Some((row, headings))) = (&table, lower) {
        faults.push(What::HeadingsLower { row, headings }, Place::file(&table.name));
        faults.append(of_pool);
        return None;
    }
    let quota_file = table.as_ref().map_or(source.name.to_owned(), |table| table.name.clone());
    let quota_file = quota_file.as_str();
    let mut of_lines = Faults::new();
    let quotas = table.as_ref().and_then(|table| quotas::from_table(table, &mut of_lines));
    let lacking = quotas::lacks_cells(&of_lines);
    let merged = of_quotas.iter().find(|fault| fault.kind() == Kind::MergedCells).map(|it| it.place.clone());
    if let Some(place) = merged.filter(|_| lacking) {
        // Blank names and numbers, and sums without them, all follow from this.
        faults.push(What::QuotasMerged, place);
        faults.append(of_pool);
        return None;
    }
    faults.append(of_quotas);
    faults.append(of_lines);
    if let (Some(quotas), Some(table)) = (&quotas, &table)
        && (!rules.any_sums || seats == 0)
        && (!lacking || seats == 0)
    {
        let place = |feature: &str| Place::file(quota_file).rows(quotas::rows_of_feature(table, feature));
        quotas::check_sums(quotas, seats, &place, faults);
    }
    if let (Some(pool), Some(quotas)) = (&pool, &quotas)
        && let Some((row, headings)) = values::headings_below(pool, quotas)
    {
        faults.push(What::HeadingsLower { row, headings }, Place::file(&pool.name));
        return None;
    }
    faults.append(of_pool);
    let pool = pool?;
    // Rows that explain the headings have a fault in every column.
    if headed::second(&pool, faults) {
        return None;
    }
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
    let mut people = ids::people(&table, id_column, &taken, faults);
    let ids = people.as_ref().and_then(|people| people.column).map(|column| table.headings[column].as_str());
    report_repeated_headings(&table, &quotas, id_column.or(ids), faults);
    let ids = people.as_ref().and_then(|people| people.column);
    spoiled::report_totals(&table, ids, faults);
    headed::report_notes(&table, ids, faults);
    spoiled::report_strays(&table, people.as_ref().and_then(|people| people.column), faults);
    let values = values::values(&table, &quotas, &columns, faults);
    let household = rules.household.map(|rule| (rule, homes::columns(&table, rule.columns, faults)));
    let exclude = rules.exclude.and_then(|source| list(source, true, (&table, people.as_ref()), faults));
    let include = rules.include.and_then(|source| list(source, false, (&table, people.as_ref()), faults));
    let mut everybody = people.as_ref().map_or(Vec::new(), |people| people.rows.clone());
    // In the order of the file, in which a million rows lie side by side.
    everybody.sort_unstable();
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
    if !everybody.is_empty() {
        let column = people.as_ref().and_then(|people| people.column);
        let out = |id: &str| excluded.has(id);
        let is_out = |row: u32| column.is_some_and(|column| out(table.cell(row as usize, column).trim()));
        if let Some(column) = column {
            doubles::report_ids(&table, column, &everybody, &out, faults);
        }
        let used: Vec<usize> = taken.iter().copied().chain(column).collect();
        let values = (values.as_slice(), quotas.features.len());
        let known = doubles::Decided { excluded: &is_out, apart: rules.apart };
        doubles::report_people(&table, &used, &everybody, values, known, faults);
        couples::report(&table, column, faults);
        doubles::report_unused(&table, &used, faults);
        withdrawn::report(&table, &used, faults);
        headed::report_trials(&table, faults);
        headed::report_unfinished(&table, &used, faults);
    }
    // Minimums or maximums that do not add up to the seats are told together with what these people cannot meet.
    let stops = |fault: &&Fault| fault.grade() == Grade::Stop;
    let sums = |kind| matches!(kind, Kind::MinimaAboveSeats | Kind::MaximaBelowSeats);
    let only_sums = include.is_none() && faults.iter().filter(stops).all(|fault| sums(fault.kind()));
    let stopped = faults.stop();
    if stopped && !only_sums {
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
        table: table.ordered(&rows),
        id_column: column,
        feature_columns: taken,
        ids,
        alike,
        homes,
        not_found: excluded.not_found.len(),
        excluded: excluded.people,
        before,
    };
    if stopped {
        arithmetic::check_people(&pool, quota_file, faults);
        return None;
    }
    // Where no seat is left, what is needed of other people follows from that.
    if faults.count(Kind::SeatsTaken) == 0 {
        check_supply(&pool, quota_file, faults);
    }
    Some(pool)
}

/// A list of people, unless it has headings only: then nobody is on it, which is noted.
fn list(
    source: Source<'_>,
    excluded: bool,
    pool: (&Table, Option<&ids::People>),
    faults: &mut Faults,
) -> Option<Table> {
    let list = register::read_any(source.name, source.bytes, faults)?;
    // Of a list of people who are out, only ids and grounds are kept, and grounds are looked at by themselves.
    if !excluded {
        register::report_within(&list, faults);
    }
    let (pool, people) = pool;
    let looked = |heading: &str| lists::is_ground(heading) || !pool.columns(heading).is_empty();
    let people = people.filter(|people| people.column.is_some());
    let person = |cell: &str| people.is_some_and(|people| people.like(cell));
    if headed::report_headless(&list, &looked, &person, faults) {
        return None;
    }
    if list.is_empty() {
        faults.push(What::ListEmpty { excluded }, Place::file(&list.name));
        return None;
    }
    Some(list)
}

/// Notes columns with the same heading that are not needed; of those that are needed, each search
/// for a column says it. Without the heading: in a file without headings it would be a cell.
fn report_repeated_headings(table: &Table, quotas: &Quotas, id_column: Option<&str>, faults: &mut Faults) {
    let names = quotas.features.iter().map(|feature| feature.name.as_str()).chain(id_column);
    let needed: Vec<usize> = names.flat_map(|name| table.columns(name)).collect();
    for columns in table.repeated_headings().into_iter().filter(|columns| !needed.contains(&columns[0])) {
        let letters = columns.into_iter().map(|c| table.letters(c)).collect();
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
