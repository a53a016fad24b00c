//! The linear programme of a search by cases: a dense tableau that starts each time from where the last
//! case left it (bounded dual simplex, Lemke 1954; with bound flips, Maros 2003). Imports nothing.
//!
//! Its word is never taken: where it says "none" it hands over multipliers, which the caller checks in
//! whole numbers. It uses +, -, *, / and comparisons of floats only, which give the same bits everywhere.

/// Rows `count[r] = sum of the columns that row r counts`, bounds on counts and columns, costs.
pub struct Tableau {
    rows: usize,
    columns: usize,
    /// Row by row: basic variable = sum of entry times nonbasic variable.
    entries: Vec<f64>,
    /// Variable of each row and of each column of the tableau: columns first, then counts.
    basic: Vec<u32>,
    nonbasic: Vec<u32>,
    low: Vec<f64>,
    high: Vec<f64>,
    value: Vec<f64>,
    /// Cost by variable, and reduced cost by tableau column.
    cost: Vec<f64>,
    reduced: Vec<f64>,
    counted_by: Vec<Vec<u32>>,
    /// Pivots since the tableau was built from the rows.
    stale: u32,
    /// Multiplications so far: the measure of work.
    pub work: u64,
}

/// What the programme says.
pub enum Case {
    /// A point within all bounds.
    Point,
    /// Multipliers of the rows that, if checked, refute the bounds.
    None(Vec<f64>),
    /// Nothing.
    Lost,
}

/// Bounds broken by less count as met, pivots smaller than the second are none, entries below the third
/// are noise.
const MET: f64 = 1e-7;
const PIVOT: f64 = 1e-9;
const NOISE: f64 = 1e-11;
/// Pivots after which the tableau is built anew, and pivots for one case.
const STALE: u32 = 200;
const LONGEST: u32 = 2_000;

impl Tableau {
    /// `counted_by` are the rows of each column, `counts` the fewest and most of each row, `cost` what
    /// steers which point is found.
    pub fn new(counted_by: &[Vec<u32>], counts: &[(u32, u32)], cost: Vec<f64>) -> Self {
        let (rows, columns) = (counts.len(), counted_by.len());
        let ends = |end: fn(&(u32, u32)) -> u32| counts.iter().map(move |c| f64::from(end(c)));
        let mut tableau = Self {
            rows,
            columns,
            entries: Vec::new(),
            basic: Vec::new(),
            nonbasic: Vec::new(),
            low: std::iter::repeat_n(0.0, columns).chain(ends(|c| c.0)).collect(),
            high: std::iter::repeat_n(0.0, columns).chain(ends(|c| c.1)).collect(),
            value: vec![0.0; columns + rows],
            cost,
            reduced: Vec::new(),
            counted_by: counted_by.to_vec(),
            stale: 0,
            work: 0,
        };
        tableau.clear();
        tableau
    }

    /// Bounds of a column for the next case.
    pub fn bound(&mut self, column: usize, low: u32, high: u32) {
        (self.low[column], self.high[column]) = (low.into(), high.into());
    }

    /// Other costs from here on: another of the points.
    pub fn aim(&mut self, cost: Vec<f64>) {
        self.cost = cost;
        self.rebuild();
    }

    /// The point found, by column.
    pub fn point(&self) -> &[f64] {
        &self.value[..self.columns]
    }

    fn clear(&mut self) {
        self.entries = vec![0.0; self.rows * self.columns];
        for (column, rows) in self.counted_by.iter().enumerate() {
            rows.iter().for_each(|&r| self.entries[r as usize * self.columns + column] = 1.0);
        }
        self.basic = (self.columns as u32..(self.columns + self.rows) as u32).collect();
        self.nonbasic = (0..self.columns as u32).collect();
        self.reduced.clone_from(&self.cost);
    }

    /// The tableau of the present basis, from the rows: what rounding did to it is forgotten.
    pub fn rebuild(&mut self) {
        let mut wanted = vec![false; self.columns + self.rows];
        self.basic.iter().for_each(|&v| wanted[v as usize] = true);
        self.clear();
        for column in (0..self.columns).filter(|&c| wanted[c]) {
            let size = |row: usize| self.entries[row * self.columns + column].abs();
            let free = (0..self.rows).filter(|&row| !wanted[self.basic[row] as usize]);
            let best = free.max_by(|&a, &b| size(a).total_cmp(&size(b)).then(b.cmp(&a)));
            if let Some(row) = best.filter(|&row| size(row) > PIVOT) {
                self.pivot(row, column);
            }
        }
        self.stale = 0;
    }

    /// The row's variable and the column's change places.
    fn pivot(&mut self, row: usize, column: usize) {
        let n = self.columns;
        self.stale += 1;
        let mut pivotal = self.entries[row * n..(row + 1) * n].to_vec();
        let inverse = 1.0 / pivotal[column];
        pivotal.iter_mut().for_each(|v| *v *= -inverse);
        pivotal[column] = inverse;
        let filled: Vec<usize> = (0..n).filter(|&c| pivotal[c] != 0.0).collect();
        for other in (0..self.rows).filter(|&other| other != row) {
            let line = &mut self.entries[other * n..(other + 1) * n];
            let by = line[column];
            if by == 0.0 {
                continue;
            }
            line[column] = 0.0;
            self.work += filled.len() as u64;
            for &c in &filled {
                line[c] += by * pivotal[c];
                if line[c].abs() < NOISE {
                    line[c] = 0.0;
                }
            }
        }
        let by = std::mem::replace(&mut self.reduced[column], 0.0);
        filled.iter().for_each(|&c| self.reduced[c] += by * pivotal[c]);
        self.entries[row * n..(row + 1) * n].copy_from_slice(&pivotal);
        std::mem::swap(&mut self.basic[row], &mut self.nonbasic[column]);
    }

    /// Nonbasic variables go to the end that their cost likes; the others follow.
    fn place(&mut self) {
        for (&v, &cost) in self.nonbasic.iter().zip(&self.reduced) {
            let v = v as usize;
            self.value[v] = if cost >= 0.0 { self.low[v] } else { self.high[v] };
        }
        let held: Vec<(usize, f64)> = (0..self.columns)
            .map(|c| (c, self.value[self.nonbasic[c] as usize]))
            .filter(|&(_, x)| x != 0.0)
            .collect();
        self.work += (held.len() * self.rows) as u64;
        for (row, &v) in self.basic.iter().enumerate() {
            let line = &self.entries[row * self.columns..(row + 1) * self.columns];
            self.value[v as usize] = held.iter().map(|&(c, x)| line[c] * x).sum();
        }
    }

    /// Moves a nonbasic variable, and the basic ones with it.
    fn shift(&mut self, column: usize, by: f64) {
        self.value[self.nonbasic[column] as usize] += by;
        self.work += self.rows as u64;
        for (row, &v) in self.basic.iter().enumerate() {
            self.value[v as usize] += self.entries[row * self.columns + column] * by;
        }
    }

    /// How far a basic variable is beyond its bounds.
    fn beyond(&self, row: usize) -> f64 {
        let v = self.basic[row] as usize;
        (self.low[v] - self.value[v]).max(self.value[v] - self.high[v])
    }

    /// A point within the bounds, or why there is none.
    pub fn solve(&mut self) -> Case {
        if self.stale > STALE {
            self.rebuild();
        }
        self.place();
        for _ in 0..LONGEST {
            let worst =
                (0..self.rows).max_by(|&a, &b| self.beyond(a).total_cmp(&self.beyond(b)).then(b.cmp(&a)));
            let Some(row) = worst.filter(|&row| self.beyond(row) > MET) else { return Case::Point };
            let leaving = self.basic[row] as usize;
            let rises = self.value[leaving] < self.low[leaving];
            let end = if rises { self.low[leaving] } else { self.high[leaving] };
            let helpers = self.helpers(row, if rises { 1.0 } else { -1.0 });
            self.work += self.columns as u64;
            // Past whoever can go from one end to the other without filling the gap.
            let mut gap = self.beyond(row);
            let span = |c: usize| {
                let v = self.nonbasic[c] as usize;
                self.high[v] - self.low[v]
            };
            let filling = helpers.iter().position(|&(_, size, c)| {
                gap -= size * span(c);
                gap < MET
            });
            let Some(first) = filling else { return Case::None(self.multipliers(row)) };
            for &(_, _, c) in &helpers[..first] {
                let v = self.nonbasic[c] as usize;
                let span = self.high[v] - self.low[v];
                let by = if self.value[v] <= self.low[v] { span } else { -span };
                self.shift(c, by);
            }
            // Among those of nearly equal cost a large pivot is kinder to the digits.
            let near = helpers[first..].iter().take_while(|h| h.0 <= helpers[first].0 + 1e-12);
            let best = near.fold(helpers[first], |best, &h| if h.1 > 1.5 * best.1 { h } else { best });
            let column = best.2;
            let by = (end - self.value[leaving]) / self.entries[row * self.columns + column];
            self.shift(column, by);
            self.value[leaving] = end;
            self.pivot(row, column);
        }
        Case::Lost
    }

    /// Nonbasic variables that can move a basic one in the direction wanted: cost of each, size, column;
    /// the cheapest first.
    fn helpers(&self, row: usize, direction: f64) -> Vec<(f64, f64, usize)> {
        let line = &self.entries[row * self.columns..(row + 1) * self.columns];
        let mut helpers = Vec::new();
        for (c, (&entry, &v)) in line.iter().zip(&self.nonbasic).enumerate() {
            let (v, slope) = (v as usize, entry * direction);
            if slope.abs() < PIVOT || self.low[v] == self.high[v] {
                continue;
            }
            if (self.value[v] <= self.low[v]) == (slope > 0.0) {
                helpers.push((self.reduced[c].abs() / slope.abs(), slope.abs(), c));
            }
        }
        helpers.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
        helpers
    }

    /// The tableau's row as a combination of the rows it came from.
    fn multipliers(&self, row: usize) -> Vec<f64> {
        let mut of = vec![0.0; self.rows];
        let leaving = self.basic[row] as usize;
        if leaving >= self.columns {
            of[leaving - self.columns] = -1.0;
        }
        for (c, &v) in self.nonbasic.iter().enumerate().filter(|(_, v)| **v as usize >= self.columns) {
            of[v as usize - self.columns] = self.entries[row * self.columns + c];
        }
        of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd_cycle() -> Tableau {
        let counted_by = vec![vec![0, 2], vec![0, 1], vec![1, 2]];
        let mut tableau = Tableau::new(&counted_by, &[(1, 1); 3], vec![0.3, -0.2, 0.1]);
        (0..3).for_each(|c| tableau.bound(c, 0, 1));
        tableau
    }

    #[test]
    fn a_point_meets_the_rows() {
        let mut tableau = odd_cycle();
        assert!(matches!(tableau.solve(), Case::Point));
        assert!(tableau.point().iter().all(|x| (x - 0.5).abs() < 1e-9), "{:?}", tableau.point());
    }

    #[test]
    fn multipliers_refute_what_cannot_be_and_bounds_can_be_taken_back() {
        let mut tableau = odd_cycle();
        tableau.bound(0, 1, 1);
        let Case::None(of) = tableau.solve() else { panic!("no point has a whole seat for the first") };
        // Whatever the sign: the columns' sum under these multipliers cannot equal the counts'.
        let weight = |rows: [usize; 2]| rows.iter().map(|&r| of[r]).sum::<f64>();
        let weights = [weight([0, 2]), weight([0, 1]), weight([1, 2])];
        let counts: f64 = of.iter().sum();
        let ends =
            |at: fn(f64, f64) -> f64| weights[0] + weights[1..].iter().map(|&w| at(w, 0.0)).sum::<f64>();
        assert!(ends(f64::min) > counts + 1e-9 || ends(f64::max) < counts - 1e-9, "{of:?}");
        tableau.bound(0, 0, 1);
        tableau.rebuild();
        assert!(matches!(tableau.solve(), Case::Point));
    }
}
