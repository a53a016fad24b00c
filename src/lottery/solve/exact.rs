//! Exact solutions of small linear systems near what a floating-point method found. Imports nothing of ours.
//!
//! An interior-point method says to some nine digits where a solution lies, and beyond doubt which numbers of it
//! are zero. So the exact one can be had by elimination: the equations modulo a prime, where no number grows; the
//! numbers that the equations leave free rounded to whole ones; the others as fractions found back from their
//! residues (Wang 1981). What comes out is checked by whoever asked, in exact arithmetic.

use crate::lottery::certificate::Exact;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// 2^127 - 1.
const PRIME: u128 = (1 << 127) - 1;

/// Linear equations over some unknowns, brought to reduced form as they are added.
pub struct Equations {
    unknowns: usize,
    /// Each with the unknown that it determines; the last number is the right-hand side.
    rows: Vec<(usize, Vec<u128>)>,
    free: Vec<bool>,
    /// A solution picked at random: an equation that it meets is all but certainly implied by the others.
    probe: Vec<u128>,
}

impl Equations {
    pub fn new(unknowns: usize) -> Self {
        let mut equations =
            Self { unknowns, rows: Vec::new(), free: vec![true; unknowns], probe: Vec::new() };
        equations.pick();
        equations
    }

    /// Unknowns that the equations leave free.
    pub fn freedom(&self) -> usize {
        self.unknowns - self.rows.len()
    }

    /// Adds `terms = right`; of the unknowns it could determine it takes the one of greatest `prefer`. `false` if it
    /// contradicts the others.
    pub fn add(&mut self, terms: &[(usize, i64)], right: i64, prefer: &[f64]) -> bool {
        let residue = |a: i64| i128::from(a).rem_euclid(PRIME as i128) as u128;
        let met = terms.iter().fold(0, |sum, &(i, a)| plus(sum, times(residue(a), self.probe[i])));
        if met == residue(right) {
            return true;
        }
        let mut row = vec![0; self.unknowns + 1];
        terms.iter().for_each(|&(i, a)| row[i] = plus(row[i], residue(a)));
        row[self.unknowns] = residue(right);
        for (pivot, other) in &self.rows {
            subtract(&mut row, other, *pivot);
        }
        let able = (0..self.unknowns).filter(|&i| row[i] != 0);
        let Some(pivot) = able.max_by(|&i, &j| prefer[i].total_cmp(&prefer[j]).then(j.cmp(&i))) else {
            return row[self.unknowns] == 0;
        };
        let inverse = inverse(row[pivot]);
        row.iter_mut().for_each(|a| *a = times(*a, inverse));
        for (_, other) in &mut self.rows {
            subtract(other, &row, pivot);
        }
        self.rows.push((pivot, row));
        self.free[pivot] = false;
        self.pick();
        true
    }

    /// Another random solution.
    fn pick(&mut self) {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut next = || {
            // SplitMix64.
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            u128::from(z ^ (z >> 31))
        };
        let mut values: Vec<u128> = (0..self.unknowns).map(|_| times(next() << 63, next())).collect();
        self.determine(&mut values, 1);
        self.probe = values;
    }

    /// Fills in what the free unknowns determine, all in parts of 1 / `parts`.
    fn determine(&self, values: &mut [u128], parts: u128) {
        let free: Vec<usize> = (0..self.unknowns).filter(|&i| self.free[i]).collect();
        for (pivot, row) in &self.rows {
            let moved =
                free.iter().filter(|&&i| row[i] != 0).fold(0, |sum, &i| plus(sum, times(row[i], values[i])));
            values[*pivot] = plus(times(row[self.unknowns], parts), PRIME - moved) % PRIME;
        }
    }

    /// The exact solution, in parts of 1 / `parts`, whose free unknowns are these whole numbers; `None` where some
    /// fraction is too large to be found back. What is found back may be wrong, and is to be checked.
    pub fn solution(&self, free: impl Fn(usize) -> i128, parts: u128) -> Option<Vec<Exact>> {
        let whole: Vec<i128> = (0..self.unknowns).map(|i| if self.free[i] { free(i) } else { 0 }).collect();
        let mut values: Vec<u128> = whole.iter().map(|v| v.rem_euclid(PRIME as i128) as u128).collect();
        self.determine(&mut values, parts);
        (0..self.unknowns)
            .map(
                |i| {
                    if self.free[i] {
                        Some(Exact::from_integer(whole[i].into()))
                    } else {
                        fraction(values[i])
                    }
                },
            )
            .collect()
    }
}

/// Row less so many times another that it is zero at the pivot, where the other is 1.
fn subtract(row: &mut [u128], other: &[u128], pivot: usize) {
    let factor = row[pivot];
    if factor != 0 {
        let negative = PRIME - factor;
        row.iter_mut()
            .zip(other)
            .filter(|(_, b)| **b != 0)
            .for_each(|(a, &b)| *a = plus(*a, times(negative, b)));
    }
}

fn plus(a: u128, b: u128) -> u128 {
    let sum = a + b;
    if sum >= PRIME { sum - PRIME } else { sum }
}

fn times(a: u128, b: u128) -> u128 {
    const LOW: u128 = (1 << 64) - 1;
    let fold = |x: u128| (x & PRIME) + (x >> 127);
    let (a1, a0, b1, b0) = (a >> 64, a & LOW, b >> 64, b & LOW);
    // a b = high 2^128 + middle 2^64 + low, and 2^127 is 1 here.
    let (high, middle, low) = (a1 * b1, a1 * b0 + a0 * b1, a0 * b0);
    let middle = (middle >> 63) + ((middle & ((1 << 63) - 1)) << 64);
    let sum = fold(fold(2 * high) + fold(middle));
    let sum = fold(sum + fold(low));
    if sum >= PRIME { sum - PRIME } else { sum }
}

/// By Fermat's little theorem.
fn inverse(value: u128) -> u128 {
    let (mut base, mut exponent, mut result) = (value, PRIME - 2, 1);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        exponent >>= 1;
    }
    result
}

/// The fraction with this residue whose numerator and denominator are small: the extended Euclidean algorithm,
/// stopped half way, the numerator given more room.
fn fraction(residue: u128) -> Option<Exact> {
    const DENOMINATOR: i128 = 1 << 45;
    let (mut r0, mut r1) = (PRIME as i128, residue as i128);
    let (mut t0, mut t1) = (0i128, 1i128);
    const NUMERATOR: i128 = 1 << 80;
    while r1 >= NUMERATOR {
        let quotient = r0 / r1;
        (r0, r1) = (r1, r0 - quotient * r1);
        (t0, t1) = (t1, t0 - quotient * t1);
    }
    (t1 != 0 && t1.abs() <= DENOMINATOR).then(|| Exact::new(r1.into(), t1.into()))
}

/// Fractions as whole numbers in the same proportions, the smallest such.
pub fn in_proportion(fractions: &[Exact]) -> Vec<BigInt> {
    let scale = fractions.iter().fold(BigInt::one(), |scale, f| scale.lcm(f.denom()));
    let mut whole: Vec<BigInt> = fractions.iter().map(|f| f.numer() * (&scale / f.denom())).collect();
    let common = whole.iter().fold(BigInt::zero(), |common, n| common.gcd(n));
    if common > BigInt::one() {
        whole.iter_mut().for_each(|n| *n /= &common);
    }
    whole
}

/// Whether whole numbers have the signs of these, or are zero.
pub fn agrees(whole: &BigInt, near: f64) -> bool {
    whole.is_zero() || whole.is_positive() == (near > 0.0)
}

/// Rounded to the nearest whole number; 0 beyond 128 bits.
pub fn rounded(value: f64) -> i128 {
    libm::round(value).to_i128().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(a: i64, b: i64) -> Exact {
        Exact::new(a.into(), b.into())
    }

    #[test]
    fn arithmetic_modulo_the_prime() {
        assert_eq!(times(PRIME - 1, PRIME - 1), 1);
        assert_eq!(times(1 << 126, 2), 1);
        assert_eq!(times(1 << 100, 1 << 100), 1 << 73);
        assert_eq!(times(0x1234_5678_9abc_def0, 1_000_003), 0x1234_5678_9abc_def0 * 1_000_003);
        for value in [1, 2, 3, 1 << 90, PRIME - 5] {
            assert_eq!(times(value, inverse(value)), 1);
        }
        let residue = times(PRIME - 355, inverse(113));
        assert_eq!(fraction(residue), Some(exact(-355, 113)));
    }

    #[test]
    fn a_system_by_hand() {
        // x + y + z = 4, x - y = 1, 2 x + z = 5 (implied); z free: x = (5 - z) / 2, y = (3 - z) / 2.
        let prefer = [2.0, 1.0, 0.0];
        let mut system = Equations::new(3);
        assert!(system.add(&[(0, 1), (1, 1), (2, 1)], 4, &prefer));
        assert!(system.add(&[(0, 1), (1, -1)], 1, &prefer));
        assert!(system.add(&[(0, 2), (2, 1)], 5, &prefer));
        assert_eq!(system.freedom(), 1);
        assert_eq!(system.solution(|_| 2, 1), Some(vec![exact(3, 2), exact(1, 2), exact(2, 1)]));
        // In tenths, z = 7 of them.
        assert_eq!(system.solution(|_| 7, 10), Some(vec![exact(43, 2), exact(23, 2), exact(7, 1)]));
        assert!(!system.add(&[(0, 2), (2, 1)], 6, &prefer));
        assert!(system.add(&[(1, 3)], 1, &prefer));
        assert_eq!(system.solution(|_| 0, 1), Some(vec![exact(4, 3), exact(1, 3), exact(7, 3)]));
    }

    #[test]
    fn fractions_become_whole_numbers_in_proportion() {
        let fractions = [exact(1, 2), exact(-2, 3), exact(0, 1), exact(4, 1)];
        assert_eq!(in_proportion(&fractions), [3.into(), BigInt::from(-4), 0.into(), 24.into()]);
        assert_eq!(in_proportion(&[exact(4, 1), exact(6, 1)]), [BigInt::from(2), 3.into()]);
    }
}
