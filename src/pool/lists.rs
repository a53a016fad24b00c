//! People who are excluded, and people who are on the panel already. Imports `base`, `register`,
//! `quotas` and its siblings.

use super::again;
use super::beside::report_beside;
use super::doubles::{self, Traits};
use super::headed;
use super::homes;
use super::ids::{self, People};
use super::named::Named;
use super::spoiled;
use super::traits::Trait;
use super::values;
use super::withdrawn;
use crate::base::fault::{Faults, Place, Rows, What};
use crate::base::look::look;
use crate::base::text::{blank, fold, fold_heading, tidy};
use crate::quotas::Quotas;
use crate::register::{Looked, Table, is_personal, report_no, report_same};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who may not be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excluded {
    /// The id.
    pub id: String,
    /// Why; several grounds with `; ` between them.
    pub ground: String,
}

/// Somebody who has a seat already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// The id.
    pub id: String,
    /// The value index of each feature.
    pub values: Vec<u16>,
    /// The cells of the address columns; empty without a household rule.
    pub cells: Vec<String>,
    /// The address, normalised; none if unknown or without a household rule. Personal.
    pub address: Option<String>,
}

/// Headings of grounds, after [`fold_heading`].
pub(crate) const GROUNDS: &[&str] = &[
    "ground",
    "grounds",
    "reason",
    "reasons",
    "grond",
    "gronden",
    "reden",
    "redenen",
    "why",
    "because",
    "uitsluitgrond",
    "uitsluitgronden",
    "uitsluitingsgrond",
    "uitsluitingsgronden",
    "redenuitsluiting",
    "redenvanuitsluiting",
    "waarom",
];

/// Whether a heading is one of grounds.
pub(super) fn is_ground(heading: &str) -> bool {
    GROUNDS.contains(&fold_heading(heading).as_str())
}

/// The column with ids of a list: the one headed as in the pool, or one that is known to hold ids.
fn id_column(list: &Table, pool: &Table, pool_ids: Option<usize>, faults: &mut Faults) -> Option<usize> {
    let Some(pool_ids) = pool_ids else {
        faults.push(What::ListNeedsIds, Place::file(&list.name));
        return None;
    };
    let same = list.columns(&pool.headings[pool_ids]);
    let column = same.first().copied().or_else(|| ids::detect(list, &[]));
    if let Some(column) = column {
        report_same(list, column, faults);
    }
    if column.is_none() {
        let key = fold(&pool.headings[pool_ids]);
        let heads = |cells: &Vec<String>| cells.iter().any(|cell| fold(cell) == key);
        if let Some((row, _)) = list.start().iter().find(|(_, cells)| heads(cells)) {
            let what = What::HeadingsLower { row: *row, headings: vec![pool.headings[pool_ids].clone()] };
            faults.push(what, Place::file(&list.name));
            return None;
        }
        if let Some(codes) = (0..list.headings.len()).find(|&c| are_codes(list.rows().map(|row| row.cell(c))))
        {
            faults.push(What::ListOfCodes, Place::file(&list.name).column(&list.headings[codes]));
            return None;
        }
        // A column that both have may hold other ids than those of the pool: renamed, it would name other people.
        let shared = |heading: &&String| {
            let tells = |table: &Table| table.columns(heading).iter().any(|&c| tells_apart(table, c));
            !is_ground(heading) && tells(pool) && tells(list)
        };
        let also = list.headings.iter().filter(|heading| !heading.is_empty()).find(shared).cloned();
        let what = What::ListIdMissing { heading: pool.headings[pool_ids].clone(), also };
        faults.push(what, Place::file(&list.name));
    }
    column
}

/// Whether a column has a number of its own in each row that is filled.
fn tells_apart(table: &Table, column: usize) -> bool {
    let cells = || table.rows().map(|row| row.cell(column).trim()).filter(|cell| !blank(cell));
    let mut seen = BTreeSet::new();
    cells().next().is_some()
        && cells().all(|cell| cell.bytes().any(|b| b.is_ascii_digit()) && seen.insert(cell))
}

/// Whether all these cells, blank ones aside, have the form of the codes that geloot gives people.
fn are_codes<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let code = |cell: &str| {
        let parts: Vec<&str> = cell.split('-').collect();
        let plain = parts.iter().all(|part| part.bytes().all(|b| b.is_ascii_alphanumeric()));
        plain && parts.iter().map(|part| part.len()).eq([4, 4, 2])
    };
    let mut cells = cells.map(str::trim).filter(|cell| !blank(cell)).peekable();
    cells.peek().is_some() && cells.all(code)
}

/// Reports rows of a list that have codes where the pool has ids of another form, and whether there are any: `rows` are those
/// that were not found.
fn report_codes(
    (list, column): (&Table, usize),
    people: &People,
    rows: &[usize],
    faults: &mut Faults,
) -> bool {
    let found = list.rows().filter(|row| rows.contains(&row.row)).map(|row| row.cell(column));
    let any = are_codes(found) && !are_codes(people.ids.iter());
    if any {
        let place = Place::file(&list.name).column(&list.headings[column]);
        faults.push(What::ListOfCodes, place.rows(rows.iter().copied().collect()));
    }
    any
}

/// Who may not be drawn.
#[derive(Default)]
pub(super) struct Out {
    /// Those who were in the pool, in the order of ids.
    pub people: Vec<Excluded>,
    /// The ids of the list that are nobody's in the pool.
    pub not_found: BTreeSet<String>,
    /// The name of the list.
    file: String,
    /// What each id of the list looks like, with its row.
    rows: BTreeMap<String, usize>,
}

impl Out {
    /// The row of the list with this id, or one that looks like it.
    fn lists(&self, id: &str) -> Option<usize> {
        self.rows.get(&look(id)).copied()
    }

    /// Whether somebody of the pool with this id was taken out.
    pub fn has(&self, id: &str) -> bool {
        self.people.binary_search_by(|person| person.id.as_str().cmp(id)).is_ok()
    }
}

/// Reads a list of people who may not be drawn, each with a ground, and takes them out of `people`.
pub(super) fn exclude(list: &Table, pool: &Table, people: &mut People, faults: &mut Faults) -> Out {
    let Some(ids) = id_column(list, pool, people.column, faults) else { return Out::default() };
    let ground = ground_column(list, ids, faults);
    let own: Vec<usize> = ground.into_iter().chain([ids]).collect();
    report_no(list, &own, &|heading| !pool.columns(heading).is_empty(), None, faults);
    let totals = report_totals(list, ids, people, faults);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut not_found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut spellings: BTreeMap<String, String> = BTreeMap::new();
    let (mut nameless, mut groundless) = (Rows::default(), Rows::default());
    for row in list.rows().filter(|row| !totals.contains(&row.row)) {
        let (id, why) =
            (row.cell(ids).trim(), ground.map(|ground| tidy(row.cell(ground))).unwrap_or_default());
        if blank(id) {
            nameless.push(row.row);
        } else if why.is_empty() && ground.is_some() {
            groundless.push(row.row);
        } else {
            if people.find(id).is_none() {
                not_found.entry(id.to_owned()).or_default().push(row.row);
            } else {
                // Grounds that differ in capitals are one.
                let why = spellings.entry(fold(&why)).or_insert(why).clone();
                found.entry(id.to_owned()).or_default().insert(why);
            }
        }
    }
    let listed: Vec<&str> = list.rows().map(|row| row.cell(ids).trim()).collect();
    spoiled::report_shortened(list, ids, &listed, faults);
    let joined = report_joined((list, ids), not_found.keys().map(String::as_str), people.ids.iter(), faults);
    not_found.retain(|id, _| !joined.contains(id));
    report_beside((list, ids), pool, &|id| people.find(id).is_some(), faults);
    let alike = again::ids(not_found.keys().map(String::as_str), numbered(pool, people));
    let (like, strangers): (Vec<_>, Vec<_>) = not_found
        .iter()
        .flat_map(|(id, rows)| rows.iter().map(move |&row| (row, id)))
        .partition(|(_, id)| alike.contains_key(*id));
    report_alike(
        list,
        ids,
        pool,
        like.into_iter().map(|(row, id)| (row, alike[id].clone())).collect(),
        faults,
    );
    let mut strangers: Vec<usize> = strangers.into_iter().map(|(row, _)| row).collect();
    strangers.sort_unstable();
    let unknown = list.rows().enumerate().filter(|(_, row)| strangers.binary_search(&row.row).is_ok());
    let unknown: Vec<u32> = unknown.filter_map(|(index, _)| u32::try_from(index).ok()).collect();
    let known = report_people((list, ids, &unknown), pool, people, true, faults);
    strangers.retain(|row| !known.contains(row));
    if report_codes((list, ids), people, &strangers, faults) {
        strangers.clear();
    }
    let strangers: Rows = strangers.into_iter().collect();
    let place = |rows, column: usize| Place::file(&list.name).column(&list.headings[column]).rows(rows);
    for (what, rows, column) in [
        (What::IdBlank, nameless, ids),
        (What::GroundMissing, groundless, ground.unwrap_or(ids)),
        (What::ExcludedUnknown, strangers, ids),
    ] {
        if rows.count() > 0 {
            faults.push(what, place(rows, column));
        }
    }
    let Some(ground) = ground else { return Out::default() };
    let tells = report_telling(list, ground, pool, faults);
    let differ = |id: &str| found.get(id).is_some_and(|grounds| grounds.len() > 1);
    let differ: Rows = list.rows().filter(|row| differ(row.cell(ids).trim())).map(|row| row.row).collect();
    if differ.count() > 0 {
        faults.push(What::GroundsDiffer, place(differ, ground));
    }
    people.retain(|id| !found.contains_key(id));
    let excluded: Vec<Excluded> = found
        .into_iter()
        .map(|(id, why)| Excluded { id, ground: why.into_iter().collect::<Vec<_>>().join("; ") })
        .collect();
    let mut grounds: BTreeMap<String, u64> = BTreeMap::new();
    excluded.iter().for_each(|one| *grounds.entry(one.ground.clone()).or_default() += 1);
    // Of one that tells more than a ground nothing is shown: it stops the work.
    if !grounds.is_empty() && !tells {
        let grounds = grounds.into_iter().collect();
        faults.push(What::GroundsPublic { grounds }, Place::file(&list.name).column(&list.headings[ground]));
    }
    let mut rows = BTreeMap::new();
    for row in list.rows().filter(|row| !blank(row.cell(ids)) && !blank(row.cell(ground))) {
        rows.entry(look(row.cell(ids).trim())).or_insert(row.row);
    }
    Out { people: excluded, not_found: not_found.into_keys().collect(), file: list.name.clone(), rows }
}

/// The column with grounds of a list, which is reported where there is not just one.
fn ground_column(list: &Table, ids: usize, faults: &mut Faults) -> Option<usize> {
    let grounds: Vec<usize> = (0..list.headings.len()).filter(|&c| is_ground(&list.headings[c])).collect();
    if let [ground] = grounds[..] {
        return Some(ground);
    }
    let looked = Looked::default();
    looked.found(&[], Some(ids));
    let near = looked.near(list, GROUNDS).map(str::to_owned);
    let several = grounds.iter().map(|&c| list.headings[c].clone()).collect();
    faults.push(What::GroundColumnMissing { several, near }, Place::file(&list.name));
    None
}

/// Reports rows that are a total or a note, which are nobody: their numbers.
fn report_totals(list: &Table, column: usize, people: &People, faults: &mut Faults) -> BTreeSet<usize> {
    let mut rows = headed::id_footers(list, column);
    let known: BTreeSet<usize> =
        list.rows().filter(|row| people.find(row.cell(column).trim()).is_some()).map(|row| row.row).collect();
    rows.retain(|row| !known.contains(row));
    if !rows.is_empty() {
        faults.push(What::NoEntry, Place::file(&list.name).rows(rows.iter().copied().collect()));
    }
    rows.into_iter().collect()
}

/// Reports cells that hold several ids of `all`; `ids` are those of the list that are nobody's. Which of these they are.
fn report_joined<'a>(
    (list, column): (&Table, usize),
    ids: impl Iterator<Item = &'a str>,
    all: impl Iterator<Item = &'a str>,
    faults: &mut Faults,
) -> BTreeSet<String> {
    let joined = again::several(ids, all);
    let rows = list.rows().filter(|row| joined.contains(row.cell(column).trim()));
    let rows: Rows = rows.map(|row| row.row).collect();
    if rows.count() > 0 {
        faults.push(
            What::ListIdsJoined { beside: None },
            Place::file(&list.name).column(&list.headings[column]).rows(rows),
        );
    }
    joined
}

/// Reports grounds that tell more than a ground: they stand in a public file. Whether one of them tells how to reach or to
/// find somebody of the pool or of the list.
fn report_telling(list: &Table, ground: usize, pool: &Table, faults: &mut Faults) -> bool {
    /// Characters of a ground that is no story yet.
    const SHORT: usize = 40;
    let rows = |so: &dyn Fn(&str) -> bool| -> Rows {
        list.rows().filter(|row| so(row.cell(ground))).map(|row| row.row).collect()
    };
    let different: BTreeSet<&str> = list.rows().map(|row| row.cell(ground)).collect();
    let names = [(pool, usize::MAX), (list, ground)].map(|(table, but)| {
        let kept: Vec<usize> = (0..table.headings.len()).filter(|&column| column != but).collect();
        let headings: Vec<String> = kept.iter().map(|&column| table.headings[column].clone()).collect();
        Named::of(&headings, table.rows().map(|row| kept.iter().map(|&column| row.cell(column)).collect()))
    });
    let calls = |cell: &str| names.iter().any(|named| named.calls(cell).is_some());
    let different: BTreeSet<&str> =
        different.into_iter().filter(|cell| is_personal(cell) || calls(cell)).collect();
    let tells = |cell: &str| different.contains(cell);
    let place = |rows| Place::file(&list.name).column(&list.headings[ground]).rows(rows);
    let found = rows(&tells);
    let told = found.count() > 0;
    if told {
        faults.push(What::GroundTells, place(found));
    }
    let mut of: BTreeMap<String, usize> = BTreeMap::new();
    list.rows().for_each(|row| *of.entry(fold(row.cell(ground))).or_default() += 1);
    let alone = |cell: &str| of.get(&fold(cell)) == Some(&1);
    let long = rows(&|cell| tidy(cell).chars().count() > SHORT && !tells(cell) && alone(cell));
    if long.count() > 0 {
        faults.push(What::GroundLong, place(long));
    }
    told
}

/// The ids of people with the numbers of their rows.
fn numbered<'a>(pool: &'a Table, people: &'a People) -> impl Iterator<Item = (&'a str, usize)> + Clone {
    people.ids.iter().zip(&people.rows).map(|(id, &row)| (id, pool.row(row as usize).row))
}

/// Reports rows of a list whose ids look like those of rows of the pool.
fn report_alike(
    list: &Table,
    column: usize,
    pool: &Table,
    mut pairs: Vec<(usize, Rows)>,
    faults: &mut Faults,
) {
    if !pairs.is_empty() {
        pairs.sort_by_key(|(row, _)| *row);
        let rows = pairs.iter().map(|(row, _)| *row).collect();
        let place = Place::file(&list.name).column(&list.headings[column]).rows(rows);
        faults.push(What::ListIdAlike { pool: pool.name.clone(), pairs }, place);
    }
}

/// Reports rows of a list, by index, that are nobody's id in the pool and yet a person of it. The numbers of these rows.
fn report_people(
    (list, column, rows): (&Table, usize, &[u32]),
    pool: &Table,
    people: &People,
    excluded: bool,
    faults: &mut Faults,
) -> BTreeSet<usize> {
    if rows.is_empty() {
        return BTreeSet::new();
    }
    let ids: Vec<usize> = people.column.into_iter().collect();
    let own = Traits::new(list, &[column]);
    let found = again::people(&own, rows, &Traits::new(pool, &ids), &people.rows);
    let mut pairs: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut same: BTreeSet<Trait> = BTreeSet::new();
    for (row, other, traits) in found {
        let row = list.row(row as usize).row;
        pairs.entry(row).or_default().insert(pool.row(other as usize).row);
        same.extend(traits);
    }
    let told: BTreeSet<usize> = pairs.keys().copied().collect();
    if !pairs.is_empty() {
        let rows = told.iter().copied().collect();
        let pairs = pairs.into_iter().map(|(row, others)| (row, others.into_iter().collect())).collect();
        let headings = |wanted: &Trait| own.headings(*wanted);
        let same = same.iter().flat_map(headings).map(str::to_owned).collect();
        let what = What::ListPerson { pool: pool.name.clone(), pairs, same, excluded };
        faults.push(what, Place::file(&list.name).rows(rows));
    }
    told
}

/// What is known of the pool when the confirmed people are read.
pub(super) struct Known<'a> {
    pub pool: &'a Table,
    pub quotas: &'a Quotas,
    /// Value indexes of the pool's rows, row by row.
    pub values: &'a [u16],
    /// Headings of the address columns; empty without a household rule.
    pub address: &'a [String],
    pub excluded: &'a Out,
}

/// Reads a list of people who have a seat already, and takes them out of `people`.
///
/// Whoever is in the pool needs only an id here. Whoever is not, because this is the second draw and the
/// pool is what remained, needs a column for each feature. In the order of ids.
pub(super) fn include(
    list: &Table,
    known: &Known<'_>,
    people: &mut People,
    faults: &mut Faults,
) -> Vec<Confirmed> {
    let features = known.quotas.features.len();
    let Some(column) = id_column(list, known.pool, people.column, faults) else { return Vec::new() };
    let Some(confirmed) = ids::people(list, Some(&list.headings[column]), &[], faults) else {
        return Vec::new();
    };
    let is_trait = |heading: &str| !known.pool.columns(heading).is_empty();
    let of_feature = known.quotas.features.iter().flat_map(|feature| list.columns(&feature.name));
    withdrawn::report_seated(list, &of_feature.chain([column]).collect::<Vec<_>>(), &is_trait, faults);
    doubles::report_ids(list, column, &confirmed.rows, &|_| false, faults);
    doubles::report_people(
        list,
        &[column],
        &confirmed.rows,
        (&[], 0),
        doubles::Decided { excluded: &|_| false, apart: &[] },
        faults,
    );
    let lacking: Vec<String> = known
        .quotas
        .features
        .iter()
        .filter(|feature| list.columns(&feature.name).len() != 1)
        .map(|feature| feature.name.clone())
        .collect();
    let own: Option<Vec<u16>> = lacking.is_empty().then(|| {
        let columns = values::columns(list, known.quotas, faults);
        values::values(list, known.quotas, &columns, faults)
    });
    let place = |rows| Place::file(&list.name).column(&list.headings[column]).rows(rows);
    let rows_of = |values: &[u16], row: u32| values[row as usize * features..][..features].to_vec();
    let outside = |id: &&str| people.find(id).is_none() && known.excluded.lists(id).is_none();
    let totals = report_totals(list, column, people, faults);
    let all = people.ids.iter().chain(known.excluded.rows.keys().map(String::as_str));
    let joined = report_joined((list, column), confirmed.ids.iter().filter(outside), all, faults);
    let outside = confirmed.ids.iter().filter(outside).filter(|id| !joined.contains(*id));
    let somebody = |id: &str| people.find(id).is_some() || known.excluded.lists(id).is_some();
    report_beside((list, column), known.pool, &somebody, faults);
    let alike = again::ids(outside, numbered(known.pool, people));
    let (mut strangers, mut twice, mut like) = (Vec::new(), Vec::new(), Vec::new());
    let mut differing: BTreeMap<usize, Rows> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, &row) in confirmed.rows.iter().enumerate() {
        let id = confirmed.ids.get(index);
        let number = list.row(row as usize).row;
        if joined.contains(id) || totals.contains(&number) {
            continue;
        }
        if let Some(row) = known.excluded.lists(id) {
            // Whoever was taken out of the pool is no stranger.
            twice.push((number, row));
            continue;
        }
        if let Some(rows) = alike.get(id) {
            like.push((number, rows.clone()));
            continue;
        }
        let in_pool = people.find(id).map(|person| people.rows[person]);
        let of_pool = in_pool.map(|row| rows_of(known.values, row));
        let of_list = own.as_ref().map(|values| rows_of(values, row));
        if let (Some(a), Some(b)) = (&of_pool, &of_list) {
            for f in (0..features).filter(|&f| a[f] != b[f]) {
                differing.entry(f).or_default().push(number);
            }
        }
        let Some(values) = of_list.or(of_pool) else {
            strangers.push(number);
            continue;
        };
        found.push((id.to_owned(), values, row, in_pool));
    }
    report_alike(list, column, known.pool, like, faults);
    let outside = found.iter().filter(|(.., in_pool)| in_pool.is_none()).map(|(_, _, row, _)| *row);
    let outside: Vec<u32> = outside.collect();
    let of_pool = report_people((list, column, &outside), known.pool, people, false, faults);
    let numbers = outside.iter().map(|&row| list.row(row as usize).row);
    let rows: Rows = numbers.filter(|row| !of_pool.contains(row)).collect();
    if rows.count() > 0 {
        faults.push(What::ConfirmedOutside, place(rows));
    }
    if !strangers.is_empty() && !report_codes((list, column), people, &strangers, faults) {
        faults.push(What::ConfirmedUnknown { lacking }, place(strangers.into_iter().collect()));
    }
    if !twice.is_empty() {
        twice.sort_unstable();
        let (here, there): (Vec<usize>, Vec<usize>) = twice.into_iter().unzip();
        let (list, rows) = (known.excluded.file.clone(), there.into_iter().collect());
        faults.push(What::ConfirmedExcluded { list, rows }, place(here.into_iter().collect()));
    }
    for (f, rows) in differing {
        let heading = &known.quotas.features[f].name;
        faults.push(What::ConfirmedDiffers, Place::file(&list.name).column(heading).rows(rows));
    }
    let located = locate(list, known, &found, faults);
    people.retain(|id| confirmed.find(id).is_none());
    let confirmed = found.into_iter().zip(located);
    confirmed.map(|((id, values, ..), (cells, address))| Confirmed { id, values, cells, address }).collect()
}

type Found = (String, Vec<u16>, u32, Option<u32>);

/// The address of each: from the list if it has the columns, or else from the pool.
fn locate(
    list: &Table,
    known: &Known<'_>,
    found: &[Found],
    faults: &mut Faults,
) -> Vec<(Vec<String>, Option<String>)> {
    if known.address.is_empty() {
        return vec![(Vec::new(), None); found.len()];
    }
    let all = |table: &Table| known.address.iter().all(|heading| table.columns(heading).len() == 1);
    let own = if all(list) { homes::columns(list, known.address, faults) } else { None };
    let pool = if all(known.pool) { homes::columns(known.pool, known.address, faults) } else { None };
    let mut unknown = Rows::default();
    let mut located = Vec::new();
    for &(_, _, row, in_pool) in found {
        let (table, columns, from) = match (&own, &pool, in_pool) {
            (Some(columns), ..) => (list, columns, row),
            (None, Some(columns), Some(row)) => (known.pool, columns, row),
            _ => {
                unknown.push(list.row(row as usize).row);
                located.push((vec![String::new(); known.address.len()], None));
                continue;
            }
        };
        let cells = columns.iter().map(|&c| table.cell(from as usize, c).to_owned()).collect();
        let address = homes::addresses(table, columns, &[from]).pop().flatten();
        if address.is_none() {
            unknown.push(list.row(row as usize).row);
        }
        located.push((cells, address));
    }
    if unknown.count() > 0 {
        faults.push(What::ConfirmedNowhere, Place::file(&list.name).rows(unknown));
    }
    located
}

/// The quotas and seats that are left when these people have theirs; what they have too much of is
/// reported.
pub(super) fn net(
    quotas: &Quotas,
    seats: u32,
    confirmed: &[Confirmed],
    quota_file: &str,
    faults: &mut Faults,
) -> (Quotas, u32) {
    let mut left = quotas.clone();
    let count = confirmed.len() as u64;
    if count >= u64::from(seats) {
        faults.push(What::SeatsTaken { confirmed: count, seats }, Place::default());
    }
    for (f, feature) in left.features.iter_mut().enumerate() {
        for (v, value) in feature.values.iter_mut().enumerate() {
            let have = confirmed.iter().filter(|person| usize::from(person.values[f]) == v).count();
            let have = u32::try_from(have).unwrap_or(u32::MAX);
            if have > value.max {
                let what = What::TooManyConfirmed {
                    feature: feature.name.clone(),
                    value: value.name.clone(),
                    max: value.max,
                    confirmed: u64::from(have),
                };
                faults.push(what, Place::file(quota_file));
            }
            value.min = value.min.saturating_sub(have);
            value.max = value.max.saturating_sub(have);
            value.flex = value.flex.map(|(low, high)| (low.saturating_sub(have), high.saturating_sub(have)));
        }
    }
    (left, seats.saturating_sub(u32::try_from(count).unwrap_or(u32::MAX)))
}
