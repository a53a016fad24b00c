//! A dense Cholesky factorisation whose operations come in one fixed order, so that it gives the same
//! bits on every machine: the well-known libraries choose their kernels by processor. Imports nothing.

/// The lower triangle of a symmetric positive definite matrix, or of its Cholesky factor, by rows.
pub struct Lower {
    n: usize,
    rows: Vec<Vec<f64>>,
}

impl Lower {
    /// The n by n zero matrix.
    pub fn zero(n: usize) -> Self {
        Self { n, rows: (0..n).map(|i| vec![0.0; i + 1]).collect() }
    }

    /// Adds `value` at row i, column j, where j <= i.
    pub fn add(&mut self, i: usize, j: usize, value: f64) {
        self.rows[i][j] += value;
    }

    /// Factorises in place (Cholesky-Banachiewicz). A pivot below `floor` is replaced by a huge one,
    /// which makes that unknown zero: right for directions in which the matrix is singular.
    pub fn factorise(&mut self, floor: f64) {
        // Rows in bunches, so that each earlier row is read once for the whole bunch.
        const BUNCH: usize = 4;
        let mut start = 0;
        while start < self.n {
            let end = (start + BUNCH).min(self.n);
            let (earlier, bunch) = self.rows.split_at_mut(start);
            for (j, row) in earlier.iter().enumerate() {
                let pivot = row[j];
                for current in bunch[..end - start].iter_mut() {
                    current[j] = (current[j] - dot(&current[..j], &row[..j])) / pivot;
                }
            }
            for i in start..end {
                let (before, rest) = self.rows.split_at_mut(i);
                let current = &mut rest[0];
                for j in start..i {
                    current[j] = (current[j] - dot(&current[..j], &before[j][..j])) / before[j][j];
                }
                let square = current[i] - dot(&current[..i], &current[..i]);
                current[i] = if square > floor { libm::sqrt(square) } else { HUGE };
            }
            start = end;
        }
    }

    /// Solves L L' x = b in place, after [`Lower::factorise`].
    pub fn solve(&self, b: &mut [f64]) {
        for i in 0..self.n {
            b[i] = (b[i] - dot(&self.rows[i][..i], &b[..i])) / self.rows[i][i];
        }
        for i in (0..self.n).rev() {
            b[i] /= self.rows[i][i];
            let (before, x) = b.split_at_mut(i);
            before.iter_mut().zip(&self.rows[i][..i]).for_each(|(v, l)| *v -= l * x[0]);
        }
    }
}

const HUGE: f64 = 1e150;

/// Dot product in eight running sums: always the same order, yet open to vector instructions.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (a8, b8) = (a.chunks_exact(8), b.chunks_exact(8));
    let tail: f64 = a8.remainder().iter().zip(b8.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a8.zip(b8) {
        for i in 0..8 {
            sums[i] += x[i] * y[i];
        }
    }
    sums.iter().sum::<f64>() + tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_a_system_with_more_rows_than_a_bunch() {
        let n = 23;
        let value = |i: usize, j: usize| 1.0 / (1.0 + i as f64 + j as f64) + if i == j { 2.0 } else { 0.0 };
        let mut matrix = Lower::zero(n);
        for i in 0..n {
            for j in 0..=i {
                matrix.add(i, j, value(i, j));
            }
        }
        let truth: Vec<f64> = (0..n).map(|i| (i as f64) - 7.0).collect();
        let mut b: Vec<f64> = (0..n).map(|i| (0..n).map(|j| value(i, j) * truth[j]).sum()).collect();
        matrix.factorise(1e-12);
        matrix.solve(&mut b);
        assert!(b.iter().zip(&truth).all(|(x, t)| (x - t).abs() < 1e-10));
    }
}
