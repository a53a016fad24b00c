//! Every panel of a small problem, and the exact leximin lottery over them.

use super::simplex::Fraction;
use super::simplex::{Programme, maximise};
use geloot::lottery::problem::Problem;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// Seats by profile.
pub type Seats = Vec<u32>;

/// All panels, by seats per profile. Checks the rules itself instead of asking the crate.
pub fn panels(problem: &Problem) -> Vec<Seats> {
    let mut found = Vec::new();
    let mut seats = vec![0; problem.sizes.len()];
    fill(problem, 0, problem.seats, &mut seats, &mut found);
    found
}

fn fill(problem: &Problem, t: usize, left: u32, seats: &mut Seats, found: &mut Vec<Seats>) {
    if t == seats.len() {
        let meets = |row: &geloot::lottery::problem::Row| {
            let taken: u32 = row.profiles.iter().map(|&t| seats[t as usize]).sum();
            row.min <= taken && taken <= row.max
        };
        if left == 0 && problem.rows.iter().all(meets) {
            found.push(seats.clone());
        }
        return;
    }
    for c in 0..=problem.sizes[t].min(left) {
        seats[t] = c;
        fill(problem, t + 1, left - c, seats, found);
    }
    seats[t] = 0;
}

/// A set of seat vectors: combinations of columns that meet some rows.
pub struct Space {
    right: Vec<i64>,
    columns: Vec<Column>,
}

struct Column {
    /// Entries in the rows of the space.
    rows: Vec<(usize, i64)>,
    /// Seats (profile, number) that one unit of the column gives.
    seats: Vec<(usize, i64)>,
}

/// Lotteries over these panels: weights that add up to one.
pub fn hull(panels: &[Seats]) -> Space {
    let seats = |p: &Seats| {
        let taken = p.iter().enumerate().filter(|&(_, &c)| c > 0);
        taken.map(|(t, &c)| (t, i64::from(c))).collect()
    };
    let columns = panels.iter().map(|p| Column { rows: vec![(0, 1)], seats: seats(p) }).collect();
    Space { right: vec![1], columns }
}

/// Expected seats that meet every quota, whether or not panels can give them.
pub fn polytope(problem: &Problem) -> Space {
    let profiles = problem.sizes.len();
    let mut right = vec![i64::from(problem.seats)];
    let mut columns: Vec<Column> =
        (0..profiles).map(|t| Column { rows: vec![(0, 1)], seats: vec![(t, 1)] }).collect();
    let mut slack = Vec::new();
    let mut bound = |members: &[u32], sign: i64, number: u32, columns: &mut Vec<Column>| {
        let row = right.len();
        right.push(i64::from(number));
        for &t in members {
            columns[t as usize].rows.push((row, 1));
        }
        slack.push(Column { rows: vec![(row, sign)], seats: Vec::new() });
    };
    for row in &problem.rows {
        bound(&row.profiles, -1, row.min, &mut columns);
        bound(&row.profiles, 1, row.max, &mut columns);
    }
    for (t, &n) in problem.sizes.iter().enumerate() {
        bound(&[t as u32], 1, n, &mut columns);
    }
    columns.extend(slack);
    Space { right, columns }
}

/// The leximin chances of each profile's members; `None` if the space is empty.
///
/// At each level the smallest chance among the free profiles is made as large as possible; a free
/// profile whose row has a negative multiplier has that chance in every optimum (complementary
/// slackness), so it is fixed. The multipliers of the free rows weigh one in all, so at least one
/// profile is fixed at each level.
pub fn leximin(space: &Space, sizes: &[u32]) -> Option<Vec<Fraction>> {
    let mut fixed: Vec<Option<Fraction>> = vec![None; sizes.len()];
    while fixed.contains(&None) {
        let programme = level(space, sizes, &fixed);
        let optimum = maximise(&programme)?;
        let before = fixed.clone();
        for (t, chance) in fixed.iter_mut().enumerate() {
            if chance.is_none() && optimum.multipliers[t].is_negative() {
                *chance = Some(optimum.value.clone());
            }
        }
        assert_ne!(before, fixed, "every level fixes somebody");
    }
    fixed.into_iter().collect()
}

/// Maximise z: seats of t - size z >= 0 for the free, seats of t >= size chance for the fixed.
fn level(space: &Space, sizes: &[u32], fixed: &[Option<Fraction>]) -> Programme {
    let profiles = sizes.len();
    let over = fixed.iter().flatten().fold(BigInt::one(), |l, v| l.lcm(v.denom()));
    let mut columns: Vec<Vec<(usize, i64)>> = Vec::new();
    for column in &space.columns {
        let rows = column.rows.iter().map(|&(row, a)| (profiles + row, a));
        columns.push(column.seats.iter().copied().chain(rows).collect());
    }
    let z = columns.len();
    let free = (0..profiles).filter(|&t| fixed[t].is_none());
    columns.push(free.map(|t| (t, -i64::from(sizes[t]))).collect());
    columns.extend((0..profiles).map(|t| vec![(t, -1)]));
    let mut cost = vec![0; columns.len()];
    cost[z] = 1;
    let floor = |t: usize| match &fixed[t] {
        Some(v) => (v * BigInt::from(sizes[t]) * &over).to_integer(),
        None => BigInt::zero(),
    };
    let right =
        (0..profiles).map(floor).chain(space.right.iter().map(|&b| BigInt::from(b) * &over)).collect();
    Programme { rows: profiles + space.right.len(), columns, cost, right, over }
}
