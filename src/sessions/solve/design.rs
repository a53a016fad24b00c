//! Schedules in which nobody meets anybody twice, from algebra. Imports nothing of ours.
//!
//! Places are arranged in columns, one place per table in each: place `column * tables + row`. People
//! in one column never meet except in the rounds that seat columns together. A design for `tables`
//! tables of `size` also serves fewer people: leaving out the last places takes at most one person
//! from any table in any round, since those places share a column.

use super::field::Field;

/// A schedule without repeats: for each round and place the table.
pub type Schedule = Vec<Vec<u16>>;

/// Builds as many rounds as it knows how to, up to `rounds`, for `tables` tables of `size`, without
/// repeats when tables are no larger than they are many. With `full` every place is taken; otherwise
/// the last column has gaps and rounds that need it whole are left out.
///
/// Larger tables must repeat meetings. Then columns `tables` apart are seated alike, so that always
/// the same few pairs meet again: the fewest repeats there can be, by the pigeonhole principle, and
/// the most different pairs.
pub fn schedule(
    tables: usize,
    size: usize,
    rounds: usize,
    full: bool,
    draw: &mut impl FnMut(u64) -> u64,
) -> Schedule {
    if tables < 2 || size == 0 {
        return vec![];
    }
    let known = starter(tables, size, rounds, full);
    if !known.is_empty() {
        return known;
    }
    // Whether people in one column still have to meet: four rounds from an orthogonal array seat
    // every column together already.
    let mut columns_left = full && size <= tables && tables.is_multiple_of(size);
    let mut best = match Field::new(tables) {
        Some(field) => from_field(&field, size, rounds),
        None if tables == 6 && size >= 6 => from_latin_square(size),
        None => {
            let cyclic = from_differences(tables, size, rounds, draw);
            let array = from_orthogonal_array(tables, size, full);
            if array.len() > cyclic.len() + usize::from(columns_left) {
                columns_left &= array.len() < 4;
                array
            } else {
                cyclic
            }
        }
    };
    if columns_left && best.len() < rounds {
        best.extend(within_columns(tables, size, rounds - best.len(), draw));
    }
    best.truncate(rounds);
    best
}

/// Table = row + round * column over GF(tables): the lines of an affine plane (Bose 1938). Two places
/// in different columns share a table in the one round that solves a linear equation.
fn from_field(field: &Field, size: usize, rounds: usize) -> Schedule {
    let tables = field.order();
    (0..rounds.min(tables))
        .map(|round| {
            let places = (0..size * tables).map(|place| (place / tables, place % tables));
            places.map(|(column, row)| field.add(row, field.mul(round, column % tables)) as u16).collect()
        })
        .collect()
}

/// Table = row + shift(round, column) modulo `tables`. No pair meets twice if for any two rounds the
/// differences of their shifts are distinct over the columns (a partial difference matrix, see
/// Colbourn and Dinitz, Handbook of Combinatorial Designs, VI.17). Shifts are found by backtracking.
fn from_differences(
    tables: usize,
    size: usize,
    rounds: usize,
    draw: &mut impl FnMut(u64) -> u64,
) -> Schedule {
    let mut best: Vec<Vec<usize>> = vec![];
    let columns = size.min(tables);
    for _ in 0..ATTEMPTS {
        let mut shifts: Vec<Vec<usize>> = vec![vec![0; columns], (0..columns).collect()];
        while shifts.len() < rounds {
            let Some(row) = one_more_row(&shifts, tables, columns, draw) else { break };
            shifts.push(row);
        }
        if shifts.len() > best.len() {
            best = shifts;
        }
        if best.len() >= rounds {
            break;
        }
    }
    let seat = |shift: &Vec<usize>| {
        let table = |place: usize| (place % tables + shift[place / tables % columns]) % tables;
        (0..size * tables).map(|place| table(place) as u16).collect()
    };
    best.iter().map(seat).collect()
}

/// How often the search for shifts starts over.
const ATTEMPTS: usize = 12;
/// Places tried before a row of shifts is given up.
const NODES: u32 = 20_000;

/// A further row of shifts that differs from every earlier row in distinct ways.
fn one_more_row(
    rows: &[Vec<usize>],
    tables: usize,
    size: usize,
    draw: &mut impl FnMut(u64) -> u64,
) -> Option<Vec<usize>> {
    let mut used = vec![vec![false; tables]; rows.len()];
    let mut row: Vec<usize> = Vec::with_capacity(size);
    // For each column a random order of the shifts, and how far along it the search is.
    let orders: Vec<Vec<usize>> = (0..size).map(|_| shuffled(tables, draw)).collect();
    let mut next = vec![0; size];
    let mut left = NODES;
    loop {
        let column = row.len();
        if column == size {
            return Some(row);
        }
        left = left.checked_sub(1)?;
        let difference = |shift: usize, earlier: &Vec<usize>| (shift + tables - earlier[column]) % tables;
        let fits = (next[column]..tables).find(|&k| {
            let shift = orders[column][k];
            rows.iter().zip(&used).all(|(earlier, used)| !used[difference(shift, earlier)])
        });
        if let Some(k) = fits {
            let shift = orders[column][k];
            for (earlier, used) in rows.iter().zip(&mut used) {
                used[difference(shift, earlier)] = true;
            }
            next[column] = k + 1;
            row.push(shift);
            continue;
        }
        next[column] = 0;
        let shift = row.pop()?;
        let column = row.len();
        for (earlier, used) in rows.iter().zip(&mut used) {
            used[(shift + tables - earlier[column]) % tables] = false;
        }
    }
}

/// The numbers below `count` in random order (Fisher and Yates).
pub fn shuffled(count: usize, draw: &mut impl FnMut(u64) -> u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for k in (1..count).rev() {
        order.swap(k, draw(k as u64 + 1) as usize);
    }
    order
}

fn is_array(tables: usize) -> bool {
    tables % 3 == 1 && Field::new((tables - 1) / 3).is_some_and(|field| field.order() >= 3)
}

/// Two orthogonal Latin squares of order 3m + 1 (Bose, Shrikhande and Parker, Canadian Journal of
/// Mathematics 12, 1960, theorem 3), known where m is a prime power of at least 3: order 10 first of
/// all. Written as rows of four entries in which any two positions show every pair once: three rounds
/// and a column, or four rounds when tables are as large as they are many.
fn from_orthogonal_array(tables: usize, size: usize, full: bool) -> Schedule {
    if !is_array(tables) {
        return vec![];
    }
    let m = (tables - 1) / 3;
    let Some(field) = Field::new(m) else { return vec![] };
    let residues = 2 * m + 1;
    let mut rows: Vec<[usize; 4]> = Vec::with_capacity(tables * tables);
    for shift in 0..residues {
        rows.push([shift; 4]);
        for k in 0..m {
            // The entry beyond the residues stays fixed while the others are shifted.
            let base = [shift, (shift + k + 1) % residues, (shift + 2 * m - k) % residues, residues + k];
            // In any two positions the differences 1 to m turn up in both directions.
            for turn in 0..4 {
                rows.push([0, 1, 2, 3].map(|position: usize| base[position ^ turn]));
            }
        }
    }
    for a in 0..m {
        for b in 0..m {
            let slope = |s| field.add(a, field.mul(s, b));
            rows.push([a, b, slope(1), slope(2)].map(|entry| residues + entry));
        }
    }
    // The last entry is the column; within a column the first entry tells the places apart.
    rows.sort_unstable_by_key(|row| (row[3], row[0]));
    let used = if full && size == tables { 4 } else { 3 };
    let table = |place: usize, round| rows[place % rows.len()][round] as u16;
    (0..used).map(|round| (0..size * tables).map(|place| table(place, round)).collect()).collect()
}

/// A Latin square of order 6 with four disjoint transversals, found by computer; there is no pair of
/// orthogonal squares of this order (Tarry 1900). Three rounds: by row, by column and by entry.
const SQUARE: [[u16; 6]; 6] = [
    [0, 5, 1, 4, 2, 3],
    [1, 4, 3, 5, 0, 2],
    [4, 3, 2, 0, 1, 5],
    [3, 2, 0, 1, 5, 4],
    [5, 0, 4, 2, 3, 1],
    [2, 1, 5, 3, 4, 0],
];
/// The column of each row's cell in the four transversals.
const TRANSVERSALS: [[usize; 6]; 4] =
    [[0, 1, 2, 4, 5, 3], [2, 3, 0, 1, 4, 5], [3, 5, 4, 0, 1, 2], [4, 2, 3, 5, 0, 1]];

/// Three rounds for six tables of six or more. Each transversal is a column of places; the twelve
/// cells outside them come first, two to a table, and are doubled only together.
fn from_latin_square(size: usize) -> Schedule {
    if size % 6 == 5 {
        // The fifth column would have to come from the cells outside the transversals.
        return vec![];
    }
    let outside = |row: usize| (0..6).filter(move |&col| TRANSVERSALS.iter().all(|t| t[row] != col));
    let rest: Vec<(usize, usize)> = (0..6).flat_map(|row| outside(row).map(move |col| (row, col))).collect();
    let column = |t: &[usize; 6]| t.iter().enumerate().map(|(row, &col)| (row, col)).collect::<Vec<_>>();
    let mut places: Vec<(usize, usize)> = vec![];
    let mut left = size;
    while left > 0 {
        if left >= 6 {
            places.extend(&rest);
            left -= 2;
        }
        for transversal in TRANSVERSALS.iter().take(left) {
            places.extend(column(transversal));
        }
        left -= left.min(4);
    }
    let round = |table: fn((usize, usize)) -> u16| places.iter().map(|&cell| table(cell)).collect();
    vec![round(|(row, _)| row as u16), round(|(_, col)| col as u16), round(|(row, col)| SQUARE[row][col])]
}

/// One round that yields all others by turning: points are `turn + order * level`, then fixed points;
/// every difference occurs at most once among the tables, so no pair meets twice.
struct Starter {
    order: usize,
    levels: usize,
    /// The points, table after table.
    points: &'static [u16],
    size: usize,
}

/// Schedules that algebra above does not give, found by computer as difference families: 15 and 30 people
/// in threes, 24 and 28 in fours (Kirkman's schoolgirls 1850 and their like); 30 in fives over six rounds, 50 in
/// fives over nine, 60 in sixes over eight.
const STARTERS: [Starter; 7] = [
    Starter { order: 7, levels: 2, size: 3, points: &[0, 10, 7, 8, 4, 13, 6, 11, 12, 3, 2, 5, 1, 14, 9] },
    Starter {
        order: 7,
        levels: 3,
        size: 4,
        points: &[18, 15, 2, 17, 16, 9, 23, 4, 20, 6, 22, 10, 11, 19, 13, 7, 8, 5, 0, 1, 12, 21, 14, 3],
    },
    Starter {
        order: 9,
        levels: 3,
        size: 4,
        points: &[
            3, 18, 9, 26, 1, 13, 10, 14, 15, 20, 7, 17, 12, 23, 19, 25, 2, 27, 16, 22, 24, 8, 5, 6, 4, 0, 11,
            21,
        ],
    },
    Starter {
        order: 6,
        levels: 5,
        size: 5,
        points: &[
            19, 18, 8, 6, 13, 5, 28, 15, 9, 23, 16, 7, 17, 2, 4, 20, 26, 22, 1, 0, 25, 10, 27, 3, 11, 29, 14,
            21, 24, 12,
        ],
    },
    Starter {
        order: 9,
        levels: 5,
        size: 5,
        points: &[
            35, 6, 34, 44, 32, 16, 39, 36, 24, 2, 30, 8, 11, 48, 25, 21, 19, 22, 38, 7, 29, 15, 49, 37, 26,
            5, 45, 41, 23, 14, 1, 47, 9, 31, 42, 27, 3, 0, 10, 4, 33, 40, 46, 12, 18, 20, 13, 17, 28, 43,
        ],
    },
    Starter {
        order: 8,
        levels: 7,
        size: 6,
        points: &[
            6, 17, 0, 1, 31, 38, 25, 13, 58, 54, 36, 40, 14, 3, 43, 44, 21, 23, 19, 51, 48, 5, 26, 49, 2, 47,
            28, 41, 52, 15, 37, 18, 12, 45, 29, 57, 9, 11, 27, 7, 22, 55, 24, 56, 42, 16, 33, 50, 53, 59, 10,
            39, 4, 46, 35, 32, 8, 20, 34, 30,
        ],
    },
    Starter {
        order: 14,
        levels: 2,
        size: 3,
        points: &[
            26, 22, 25, 21, 6, 27, 24, 12, 2, 16, 18, 5, 1, 10, 7, 11, 15, 9, 14, 0, 19, 23, 28, 13, 8, 29,
            17, 3, 20, 4,
        ],
    },
];

fn starter(tables: usize, size: usize, rounds: usize, full: bool) -> Schedule {
    let known = STARTERS.iter().find(|known| known.size == size && known.points.len() == tables * size);
    let Some(known) = known.filter(|_| full) else { return vec![] };
    let turned = |point: usize, by: usize| {
        let (level, turn) = (point / known.order, point % known.order);
        if level < known.levels { level * known.order + (turn + by) % known.order } else { point }
    };
    (0..rounds.min(known.order))
        .map(|round| {
            let mut table_of = vec![0; tables * size];
            for (seat, &point) in known.points.iter().enumerate() {
                table_of[turned(usize::from(point), round)] = (seat / size) as u16;
            }
            table_of
        })
        .collect()
}

/// Rounds that seat every column among itself: `tables / size` tables to a column, by a smaller
/// schedule of the same kind.
fn within_columns(tables: usize, size: usize, rounds: usize, draw: &mut impl FnMut(u64) -> u64) -> Schedule {
    let to_column = tables / size;
    let inner = match to_column {
        1 => vec![vec![0; size]],
        _ if to_column < size => vec![(0..tables).map(|row| (row / size) as u16).collect()],
        _ => schedule(to_column, size, rounds, true, draw),
    };
    let seat = |round: &Vec<u16>| {
        let place = |place: usize| ((place / tables) * to_column) as u16 + round[place % tables];
        (0..size * tables).map(place).collect()
    };
    inner.iter().map(seat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(tables: usize, size: usize, rounds: usize, people: usize) -> Schedule {
        let mut state = 7u64;
        let mut draw = |bound: u64| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) % bound
        };
        schedule(tables, size, rounds, people == tables * size, &mut draw)
    }

    /// Rounds found; fails when more pairs meet again than in the best plan, or on uneven tables.
    fn checked(tables: usize, size: usize, rounds: usize, people: usize) -> usize {
        let found = found(tables, size, rounds, people);
        let mut met = vec![false; people * people];
        let (mut distinct, mut meetings) = (0, 0);
        for round in &found {
            assert_eq!(round.len(), tables * size);
            let mut at = vec![vec![]; tables];
            for place in 0..people {
                at[usize::from(round[place])].push(place);
            }
            for table in at {
                assert!((people / tables..=people.div_ceil(tables)).contains(&table.len()));
                for (k, &a) in table.iter().enumerate() {
                    for &b in &table[k + 1..] {
                        distinct += u64::from(!met[a * people + b]);
                        meetings += 1;
                        met[a * people + b] = true;
                    }
                }
            }
        }
        let sittings = vec![crate::sessions::Sitting::even(vec![true; people], tables); found.len()];
        let problem = crate::sessions::Problem { people, sittings, ..Default::default() };
        let bound = crate::sessions::model::bound::most_pairs(&problem);
        assert_eq!(distinct, bound, "{people} people at {tables} tables, {} rounds", found.len());
        assert!(size > tables || distinct == meetings);
        found.len()
    }

    #[test]
    fn complete_schedules_where_planes_exist() {
        assert_eq!(checked(5, 5, 30, 25), 6);
        assert_eq!(checked(7, 7, 30, 49), 8);
        assert_eq!(checked(8, 8, 30, 64), 9);
        assert_eq!(checked(9, 9, 30, 81), 10);
        assert_eq!(checked(16, 4, 30, 64), 21);
        assert_eq!(checked(4, 2, 30, 8), 7);
    }

    #[test]
    fn fewer_people_than_places() {
        assert_eq!(checked(13, 8, 30, 100), 13);
        assert_eq!(checked(38, 8, 3, 300), 3);
        assert_eq!(checked(60, 10, 6, 598), 6);
        assert_eq!(checked(8, 4, 30, 32), 9);
    }

    #[test]
    fn schedules_from_one_round_that_turns() {
        assert_eq!(checked(5, 3, 30, 15), 7);
        assert_eq!(checked(6, 4, 30, 24), 7);
        assert_eq!(checked(7, 4, 30, 28), 9);
        assert_eq!(checked(6, 5, 6, 30), 6);
        assert_eq!(checked(10, 5, 30, 50), 9);
        assert_eq!(checked(10, 6, 30, 60), 8);
        assert_eq!(checked(10, 3, 30, 30), 14);
    }

    #[test]
    fn ten_tables_of_ten_four_times() {
        assert_eq!(checked(10, 10, 4, 100), 4);
        assert!(checked(10, 9, 4, 90) >= 3);
        assert_eq!(checked(22, 22, 9, 484), 4);
    }

    #[test]
    fn tables_larger_than_they_are_many_repeat_as_little_as_they_must() {
        assert_eq!(checked(5, 8, 2, 40), 2);
        assert_eq!(checked(5, 8, 9, 40), 5);
        assert_eq!(checked(3, 8, 9, 24), 3);
        assert_eq!(checked(5, 10, 4, 50), 4);
        assert_eq!(checked(6, 8, 3, 48), 3);
        assert_eq!(checked(6, 7, 3, 42), 3);
        assert_eq!(checked(6, 12, 3, 72), 3);
    }

    #[test]
    fn other_numbers_of_tables_by_search() {
        assert_eq!(checked(6, 6, 3, 36), 3);
        for (tables, size, at_least) in [(12, 8, 3), (15, 8, 4), (20, 8, 5), (22, 8, 5), (38, 8, 9)] {
            let found = checked(tables, size, 30, tables * size);
            assert!(found >= at_least, "{tables} tables of {size}: {found}");
        }
    }
}
