//! An exact simplex in whole numbers: the inverse of the basis is kept as an integer matrix over one
//! common denominator, so every pivot divides without remainder (Edmonds, 1967; Bareiss, 1968).
//! Nothing is rounded and nothing is shared with the crate's own solver.

use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};

/// An exact number.
pub type Fraction = Ratio<BigInt>;

/// maximise cost . x subject to columns x = right / over, x >= 0. Rows have no sign rule for `right`.
pub struct Programme {
    /// Number of rows.
    pub rows: usize,
    /// Non-zero entries (row, number) of each column.
    pub columns: Vec<Vec<(usize, i64)>>,
    pub cost: Vec<i64>,
    /// Numerators of the right-hand side.
    pub right: Vec<BigInt>,
    /// Their common denominator, positive.
    pub over: BigInt,
}

/// An optimal vertex with its multipliers.
pub struct Optimum {
    pub value: Fraction,
    pub x: Vec<Fraction>,
    /// One multiplier a row: cost <= multipliers . column for every column, equal on the basis.
    pub multipliers: Vec<Fraction>,
}

/// Solves; `None` if no point meets the rows. Panics if the optimum is unbounded.
pub fn maximise(programme: &Programme) -> Option<Optimum> {
    // Small numbers nearly always suffice; when they overflow the same steps are done in large ones.
    let answer = match Simplex::<i128>::new(programme).and_then(|s| s.run(programme)) {
        Some(answer) => answer,
        None => Simplex::<BigInt>::new(programme)
            .and_then(|s| s.run(programme))
            .expect("integers of any size cannot overflow"),
    };
    answer.inspect(|optimum| prove(programme, optimum))
}

/// Proves an optimum by duality, whatever steps led to it: the point meets the rows, the multipliers
/// bound every column, and both have the same value.
fn prove(programme: &Programme, optimum: &Optimum) {
    let whole = |n: i64| BigInt::from(n);
    let mut left = vec![Fraction::zero(); programme.rows];
    for (j, column) in programme.columns.iter().enumerate() {
        assert!(!optimum.x[j].is_negative(), "a negative variable");
        let mut bound = Fraction::zero();
        for &(i, a) in column {
            bound += &optimum.multipliers[i] * whole(a);
            if !optimum.x[j].is_zero() {
                left[i] += &optimum.x[j] * whole(a);
            }
        }
        assert!(bound >= Fraction::from(whole(programme.cost[j])), "a column that would still gain");
    }
    let right = programme.right.iter().map(|b| Fraction::new(b.clone(), programme.over.clone()));
    let right: Vec<Fraction> = right.collect();
    assert!(left == right, "a row that is not met");
    let dual = optimum.multipliers.iter().zip(&right).map(|(y, b)| y * b).sum::<Fraction>();
    assert!(dual == optimum.value, "the bound is not reached");
}

/// What the simplex needs of a number: exact, and overflow is noticed.
pub trait Number: Clone + Signed + PartialOrd + CheckedAdd + CheckedMul + CheckedSub {
    fn of(n: &BigInt) -> Option<Self>;
    fn small(n: i64) -> Self;
    fn big(&self) -> BigInt;
}
impl Number for i128 {
    fn of(n: &BigInt) -> Option<Self> {
        n.to_i128()
    }
    fn small(n: i64) -> Self {
        Self::from(n)
    }
    fn big(&self) -> BigInt {
        BigInt::from(*self)
    }
}
impl Number for BigInt {
    fn of(n: &BigInt) -> Option<Self> {
        Some(n.clone())
    }
    fn small(n: i64) -> Self {
        Self::from(n)
    }
    fn big(&self) -> BigInt {
        self.clone()
    }
}

struct Simplex<T> {
    /// Column in the basis, by row; columns from `columns.len()` on are artificial.
    basis: Vec<usize>,
    /// Inverse of the basis times `over`.
    inverse: Vec<Vec<T>>,
    over: T,
    /// Values of the basic columns times `over` and times the programme's denominator.
    values: Vec<T>,
}

impl<T: Number> Simplex<T> {
    /// Starts from artificial columns; `None` on overflow.
    fn new(programme: &Programme) -> Option<Self> {
        let m = programme.rows;
        let sign = |i: usize| T::small(if programme.right[i].is_negative() { -1 } else { 1 });
        let entry = |i, j| if i == j { sign(i) } else { T::zero() };
        Some(Self {
            basis: (0..m).map(|i| programme.columns.len() + i).collect(),
            inverse: (0..m).map(|i| (0..m).map(|j| entry(i, j)).collect()).collect(),
            over: T::one(),
            values: programme.right.iter().map(|b| T::of(&b.abs())).collect::<Option<_>>()?,
        })
    }

    /// Both phases. Outer `None`: overflow. Inner `None`: no feasible point.
    fn run(mut self, programme: &Programme) -> Option<Option<Optimum>> {
        let n = programme.columns.len();
        // Phase one: maximise minus the sum of the artificial columns.
        self.phase(programme, &|j| if j < n { 0 } else { -1 })?;
        for (row, &j) in self.basis.iter().enumerate() {
            if j >= n && !self.values[row].is_zero() {
                return Some(None);
            }
        }
        self.drive_out(programme)?;
        let cost = |j: usize| if j < n { programme.cost[j] } else { 0 };
        self.phase(programme, &cost)?;
        let scale = self.over.big() * &programme.over;
        let mut x = vec![Fraction::zero(); n];
        let mut value = Fraction::zero();
        for (row, &j) in self.basis.iter().enumerate() {
            if j < n {
                x[j] = Fraction::new(self.values[row].big(), scale.clone());
                value += &x[j] * BigInt::from(programme.cost[j]);
            }
        }
        let multipliers = self.multipliers(&cost)?;
        let multipliers = multipliers.iter().map(|y| Fraction::new(y.big(), self.over.big())).collect();
        Some(Some(Optimum { value, x, multipliers }))
    }

    /// Pivots by Bland's rule, which cannot cycle, until no column improves.
    fn phase(&mut self, programme: &Programme, cost: &dyn Fn(usize) -> i64) -> Option<()> {
        loop {
            let y = self.multipliers(cost)?;
            let mut entering = None;
            for (j, column) in programme.columns.iter().enumerate() {
                let mut gain = T::small(cost(j)).checked_mul(&self.over)?;
                for &(i, a) in column {
                    gain = gain.checked_sub(&y[i].checked_mul(&T::small(a))?)?;
                }
                if gain.is_positive() {
                    entering = Some(j);
                    break;
                }
            }
            let Some(j) = entering else { return Some(()) };
            let direction = self.direction(&programme.columns[j])?;
            let mut leaving: Option<usize> = None;
            for row in 0..self.basis.len() {
                if !direction[row].is_positive() {
                    continue;
                }
                leaving = Some(match leaving {
                    None => row,
                    Some(best) => {
                        let own = self.values[row].checked_mul(&direction[best])?;
                        let other = self.values[best].checked_mul(&direction[row])?;
                        let earlier = self.basis[row] < self.basis[best];
                        if own < other || (own == other && earlier) { row } else { best }
                    }
                });
            }
            self.pivot(leaving.expect("the programme is bounded"), j, &direction)?;
        }
    }

    /// Swaps artificial columns at zero for real ones; a row where none fits is redundant.
    fn drive_out(&mut self, programme: &Programme) -> Option<()> {
        let n = programme.columns.len();
        for row in 0..self.basis.len() {
            if self.basis[row] < n {
                continue;
            }
            for j in 0..n {
                if self.basis.contains(&j) {
                    continue;
                }
                let direction = self.direction(&programme.columns[j])?;
                if !direction[row].is_zero() {
                    self.pivot(row, j, &direction)?;
                    break;
                }
            }
        }
        Some(())
    }

    /// Basic costs times the inverse, times `over`.
    fn multipliers(&self, cost: &dyn Fn(usize) -> i64) -> Option<Vec<T>> {
        let m = self.basis.len();
        let mut y = vec![T::zero(); m];
        for (row, &j) in self.basis.iter().enumerate() {
            let c = cost(j);
            if c != 0 {
                for (sum, entry) in y.iter_mut().zip(&self.inverse[row]) {
                    *sum = sum.checked_add(&entry.checked_mul(&T::small(c))?)?;
                }
            }
        }
        Some(y)
    }

    /// The inverse times a column, times `over`.
    fn direction(&self, column: &[(usize, i64)]) -> Option<Vec<T>> {
        let entry = |row: &Vec<T>| {
            column
                .iter()
                .try_fold(T::zero(), |sum, &(i, a)| sum.checked_add(&row[i].checked_mul(&T::small(a))?))
        };
        self.inverse.iter().map(entry).collect()
    }

    fn pivot(&mut self, row: usize, entering: usize, direction: &[T]) -> Option<()> {
        let by = direction[row].clone();
        let leaves = self.inverse[row].clone();
        let value = self.values[row].clone();
        for (i, along) in direction.iter().enumerate() {
            if i == row {
                continue;
            }
            let update = |old: &T, pivot_row: &T| -> Option<T> {
                let whole = old.checked_mul(&by)?.checked_sub(&along.checked_mul(pivot_row)?)?;
                Some(whole / self.over.clone())
            };
            for (old, pivot_row) in self.inverse[i].iter_mut().zip(&leaves) {
                *old = update(old, pivot_row)?;
            }
            self.values[i] = update(&self.values[i], &value)?;
        }
        self.over = by;
        if self.over.is_negative() {
            // Only when an artificial column is driven out: keep the denominator positive.
            self.over = -self.over.clone();
            for entry in self.inverse.iter_mut().flatten().chain(&mut self.values) {
                *entry = -entry.clone();
            }
        }
        self.basis[row] = entering;
        Some(())
    }
}
