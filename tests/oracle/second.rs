//! A second exact way to the same chances, slower and as different as can be: one variable a
//! person, a full tableau of fractions, and a person is fixed only after a programme of their own
//! shows that they cannot rise.

use super::leximin::Seats;
use super::simplex::Fraction;
use num_traits::{One, Signed, Zero};

/// Leximin chances of every person, listed profile by profile; `None` without panels.
pub fn leximin(panels: &[Seats], sizes: &[u32]) -> Option<Vec<Fraction>> {
    if panels.is_empty() {
        return None;
    }
    // Panels of people: which members of a profile are taken, in every possible way.
    let people: usize = sizes.iter().map(|&n| n as usize).sum();
    let panels: Vec<Vec<bool>> = panels.iter().flat_map(|seats| of_people(seats, sizes)).collect();
    let mut fixed: Vec<Option<Fraction>> = vec![None; people];
    while fixed.contains(&None) {
        let floors: Vec<Option<Fraction>> = fixed.clone();
        let z = best(&panels, &floors, None);
        let floors: Vec<Option<Fraction>> = floors.into_iter().map(|f| f.or(Some(z.clone()))).collect();
        for (i, chance) in fixed.iter_mut().enumerate() {
            if chance.is_none() && best(&panels, &floors, Some(i)) == z {
                *chance = Some(z.clone());
            }
        }
    }
    fixed.into_iter().collect()
}

fn of_people(seats: &Seats, sizes: &[u32]) -> Vec<Vec<bool>> {
    let mut all = vec![Vec::new()];
    for (&c, &n) in seats.iter().zip(sizes) {
        let choices = (0..1u32 << n).filter(|bits| bits.count_ones() == c);
        all = choices
            .flat_map(|bits| {
                let taken: Vec<bool> = (0..n).map(|i| bits >> i & 1 == 1).collect();
                all.iter().map(move |start| [start.clone(), taken.clone()].concat()).collect::<Vec<_>>()
            })
            .collect();
    }
    all
}

/// The largest smallest chance of those without a floor, or of `person`, given everybody's floor.
fn best(panels: &[Vec<bool>], floors: &[Option<Fraction>], person: Option<usize>) -> Fraction {
    // Columns: weights, z, one surplus a person. Rows: people, then the sum of weights.
    let (m, people) = (panels.len(), floors.len());
    let width = m + 1 + people;
    let mut rows = Vec::new();
    let mut right = Vec::new();
    for i in 0..people {
        let mut row = vec![Fraction::zero(); width];
        for (j, panel) in panels.iter().enumerate() {
            row[j] = if panel[i] { Fraction::one() } else { Fraction::zero() };
        }
        if floors[i].is_none() || person == Some(i) {
            row[m] = -Fraction::one();
        }
        row[m + 1 + i] = -Fraction::one();
        rows.push(row);
        let own = person == Some(i);
        right.push(floors[i].clone().filter(|_| !own).unwrap_or_else(Fraction::zero));
    }
    let mut row = vec![Fraction::zero(); width];
    row[..m].fill(Fraction::one());
    rows.push(row);
    right.push(Fraction::one());
    tableau(rows, right, m).expect("earlier levels leave a point")
}

/// Maximises variable `target` by the two-phase tableau method.
fn tableau(rows: Vec<Vec<Fraction>>, right: Vec<Fraction>, target: usize) -> Option<Fraction> {
    let (m, n) = (rows.len(), rows[0].len());
    let mut table: Vec<Vec<Fraction>> = Vec::new();
    for (i, (row, b)) in rows.into_iter().zip(right).enumerate() {
        let artificial = (0..m).map(|j| if i == j { Fraction::one() } else { Fraction::zero() });
        table.push(row.into_iter().chain(artificial).chain([b]).collect());
    }
    let mut basis: Vec<usize> = (n..n + m).collect();
    let mut phase_one = vec![Fraction::zero(); n + m + 1];
    for row in &table {
        for j in (0..n).chain([n + m]) {
            phase_one[j] -= &row[j];
        }
    }
    run(&mut table, &mut basis, &mut phase_one, n);
    if !phase_one[n + m].is_zero() {
        return None;
    }
    for i in 0..m {
        if basis[i] >= n
            && let Some(j) = (0..n).find(|&j| !table[i][j].is_zero())
        {
            pivot(&mut table, &mut basis, &mut phase_one, i, j);
        }
    }
    let mut gains = vec![Fraction::zero(); n + m + 1];
    gains[target] = -Fraction::one();
    if let Some(i) = basis.iter().position(|&j| j == target) {
        for (gain, entry) in gains.iter_mut().zip(&table[i]) {
            *gain += entry;
        }
    }
    run(&mut table, &mut basis, &mut gains, n);
    Some(gains[n + m].clone())
}

/// Enters the most promising column; after a pivot that gained nothing, the first promising one.
fn run(table: &mut [Vec<Fraction>], basis: &mut [usize], gains: &mut [Fraction], n: usize) {
    let last = gains.len() - 1;
    let mut stuck = false;
    loop {
        let promising = (0..n).filter(|&j| gains[j].is_negative());
        let entering =
            if stuck { promising.min() } else { promising.min_by(|&a, &b| gains[a].cmp(&gains[b])) };
        let Some(j) = entering else { return };
        let ratio = |i: usize| (&table[i][last] / &table[i][j], basis[i]);
        let leaving = (0..table.len()).filter(|&i| table[i][j].is_positive()).min_by_key(|&i| ratio(i));
        let i = leaving.expect("chances are bounded");
        stuck = table[i][last].is_zero();
        pivot(table, basis, gains, i, j);
    }
}

fn pivot(table: &mut [Vec<Fraction>], basis: &mut [usize], gains: &mut [Fraction], i: usize, j: usize) {
    let by = table[i][j].clone();
    for entry in &mut table[i] {
        *entry /= &by;
    }
    let source = table[i].clone();
    let others = table.iter_mut().enumerate().filter(|&(r, _)| r != i).map(|(_, row)| row.as_mut_slice());
    for row in others.chain([gains]) {
        let factor = row[j].clone();
        if !factor.is_zero() {
            for (entry, from) in row.iter_mut().zip(&source) {
                *entry -= &factor * from;
            }
        }
    }
    basis[i] = j;
}
