//! The linear programme of a search by cases: a bounded dual simplex (Lemke 1954) with bound flips (Maros 2003) and
//! steepest edges (Forrest and Goldfarb 1992) that starts each time from where the last case left it. The inverse of
//! the basis is kept entry by entry, as there are few rows; what is settled costs nothing. Imports nothing.
//!
//! Its word is never taken: where it says "none" it hands over multipliers, which the caller checks in
//! whole numbers. It uses +, -, *, / and comparisons of floats only, which give the same bits everywhere.

/// Rows `count[r] = sum of the columns that row r counts`, bounds on counts and columns, costs.
pub struct Tableau {
    rows: usize,
    columns: usize,
    /// Rows of each column, flat, and where each column's begin.
    counted_by: Vec<u32>,
    starts: Vec<u32>,
    /// Row by row, each of `width` entries.
    inverse: Vec<f64>,
    width: usize,
    /// Variable of each row: columns first, then counts.
    basic: Vec<u32>,
    /// Row of each variable; the greatest number where it has none.
    row_of: Vec<u32>,
    low: Vec<f64>,
    high: Vec<f64>,
    value: Vec<f64>,
    /// Reduced cost by variable; of what is settled, that from when it was last open. As any costs will do for any
    /// point, it is as good as another.
    reduced: Vec<f64>,
    /// Squared length of each row of the inverse.
    length: Vec<f64>,
    cost: Vec<f64>,
    /// Entries of the row that is left, by variable.
    line: Vec<f64>,
    helpers: Vec<Helper>,
    /// Pivots since the inverse was built from the rows.
    stale: u32,
    /// Multiplications so far: the measure of work.
    pub work: u64,
}

/// A variable that can move the one that leaves: what that costs, how fast, and which.
#[derive(Clone, Copy)]
struct Helper {
    ratio: f64,
    size: f64,
    variable: u32,
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

/// Bounds broken by less count as met, pivots smaller than the second are none.
const MET: f64 = 1e-7;
const PIVOT: f64 = 1e-9;
/// Pivots after which the inverse is built anew, and pivots for one case.
const STALE: u32 = 100;
const LONGEST: u32 = 2_000;
/// Entries that are taken together.
const LANES: usize = 8;
const NO_ROW: u32 = u32::MAX;

impl Tableau {
    /// `counted_by` are the rows of each column, `counts` the fewest and most of each row, `cost` what
    /// steers which point is found.
    pub fn new(counted_by: &[Vec<u32>], counts: &[(u32, u32)], cost: Vec<f64>) -> Self {
        let (rows, columns) = (counts.len(), counted_by.len());
        let ends = |end: fn(&(u32, u32)) -> u32| counts.iter().map(move |c| f64::from(end(c)));
        let mut starts = vec![0];
        for of in counted_by {
            starts.push(starts[starts.len() - 1] + of.len() as u32);
        }
        let width = rows.next_multiple_of(LANES);
        let mut tableau = Self {
            rows,
            columns,
            counted_by: counted_by.concat(),
            starts,
            inverse: vec![0.0; rows * width],
            width,
            basic: (columns as u32..(columns + rows) as u32).collect(),
            row_of: vec![NO_ROW; columns + rows],
            low: std::iter::repeat_n(0.0, columns).chain(ends(|c| c.0)).collect(),
            high: std::iter::repeat_n(0.0, columns).chain(ends(|c| c.1)).collect(),
            value: vec![0.0; columns + rows],
            reduced: vec![0.0; columns + rows],
            length: vec![1.0; rows],
            cost,
            line: vec![0.0; columns + rows],
            helpers: Vec::new(),
            stale: 0,
            work: 0,
        };
        (0..rows).for_each(|row| tableau.row_of[columns + row] = row as u32);
        tableau.rebuild();
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

    /// Rows that count a column.
    fn counting(&self, v: usize) -> &[u32] {
        &self.counted_by[self.starts[v] as usize..self.starts[v + 1] as usize]
    }

    /// The inverse of the present basis and its costs, from the rows: what rounding did to it is forgotten.
    pub fn rebuild(&mut self) {
        let (m, width) = (self.rows, self.width);
        let wanted: Vec<u32> = self.basic.iter().copied().filter(|&v| (v as usize) < self.columns).collect();
        // From the basis of the counts alone, of which the inverse is that of minus one.
        self.inverse.fill(0.0);
        (0..m).for_each(|row| self.inverse[row * width + row] = -1.0);
        self.row_of.fill(NO_ROW);
        let mut keeps = vec![false; m];
        for &v in self.basic.iter().filter(|v| **v as usize >= self.columns) {
            keeps[v as usize - self.columns] = true;
        }
        self.basic = (self.columns as u32..(self.columns + m) as u32).collect();
        for v in wanted {
            let column = self.column(v as usize);
            let free = (0..m).filter(|&row| {
                self.basic[row] as usize >= self.columns && !keeps[self.basic[row] as usize - self.columns]
            });
            let best = free.max_by(|&a, &b| column[a].abs().total_cmp(&column[b].abs()).then(b.cmp(&a)));
            if let Some(row) = best.filter(|&row| column[row].abs() > PIVOT) {
                self.eliminate(row, &column);
                self.basic[row] = v;
            }
        }
        for (row, &v) in (0..).zip(&self.basic) {
            self.row_of[v as usize] = row;
        }
        // Costs less those of the basis, spread by the inverse.
        let mut prices = vec![0.0; m];
        for (row, &v) in self.basic.iter().enumerate().filter(|(_, v)| (**v as usize) < self.columns) {
            let line = &self.inverse[row * width..row * width + m];
            prices.iter_mut().zip(line).for_each(|(p, e)| *p += self.cost[v as usize] * e);
        }
        for v in 0..self.columns + m {
            self.reduced[v] = if self.row_of[v] != NO_ROW {
                0.0
            } else if v < self.columns {
                self.cost[v] - self.counting(v).iter().map(|&r| prices[r as usize]).sum::<f64>()
            } else {
                prices[v - self.columns]
            };
        }
        for row in 0..m {
            self.length[row] = square(&self.inverse[row * width..(row + 1) * width]);
        }
        self.stale = 0;
        self.work += (m * m * m / 2) as u64;
    }

    /// The inverse times the column of a variable.
    fn column(&self, v: usize) -> Vec<f64> {
        let line = |row: usize| &self.inverse[row * self.width..(row + 1) * self.width];
        if v < self.columns {
            let of = self.counting(v);
            (0..self.rows)
                .map(|row| {
                    let line = line(row);
                    of.iter().map(|&r| line[r as usize]).sum()
                })
                .collect()
        } else {
            (0..self.rows).map(|row| -line(row)[v - self.columns]).collect()
        }
    }

    /// The inverse after the column took the place of a basic one.
    fn eliminate(&mut self, row: usize, column: &[f64]) {
        let width = self.width;
        let (before, rest) = self.inverse.split_at_mut(row * width);
        let (pivotal, after) = rest.split_at_mut(width);
        let by = 1.0 / column[row];
        pivotal.iter_mut().for_each(|e| *e *= by);
        self.length[row] = square(pivotal);
        let lines = before.chunks_exact_mut(width).chain(after.chunks_exact_mut(width));
        let others = column.iter().enumerate().filter(|(other, _)| *other != row);
        for (line, (other, &by)) in lines.zip(others) {
            if by != 0.0 {
                line.iter_mut().zip(&*pivotal).for_each(|(e, p)| *e -= by * p);
                self.length[other] = square(line);
            }
        }
    }

    /// Nonbasic variables go to the end that their cost likes; the others follow.
    fn place(&mut self) {
        let mut sums = vec![0.0; self.width];
        for v in 0..self.columns + self.rows {
            if self.row_of[v] != NO_ROW {
                continue;
            }
            let at = if self.reduced[v] >= 0.0 { self.low[v] } else { self.high[v] };
            self.value[v] = at;
            if at == 0.0 {
                continue;
            }
            if v < self.columns {
                for &r in &self.counted_by[self.starts[v] as usize..self.starts[v + 1] as usize] {
                    sums[r as usize] -= at;
                }
            } else {
                sums[v - self.columns] += at;
            }
        }
        self.work += (self.columns + self.rows * self.rows) as u64;
        for (row, &v) in self.basic.iter().enumerate() {
            self.value[v as usize] = product(&self.inverse[row * self.width..(row + 1) * self.width], &sums);
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
        let mut flips = vec![0.0; self.width];
        for _ in 0..LONGEST {
            let mut worst = None;
            let mut most = 0.0;
            for row in 0..self.rows {
                let beyond = self.beyond(row);
                if beyond > MET && beyond * beyond > most * self.length[row] {
                    (worst, most) = (Some(row), beyond * beyond / self.length[row]);
                }
            }
            let Some(row) = worst else { return Case::Point };
            let leaving = self.basic[row] as usize;
            let rises = self.value[leaving] < self.low[leaving];
            self.help(row, rises);
            // Past whoever can go from one end to the other without filling the gap.
            let mut gap = self.beyond(row);
            let mut first = 0;
            while let Some(helper) = self.helpers.get(first) {
                let v = helper.variable as usize;
                gap -= helper.size * (self.high[v] - self.low[v]);
                if gap < MET {
                    break;
                }
                first += 1;
            }
            if first == self.helpers.len() {
                return Case::None(self.inverse[row * self.width..row * self.width + self.rows].to_vec());
            }
            if first > 0 {
                flips.fill(0.0);
                for helper in &self.helpers[..first] {
                    let v = helper.variable as usize;
                    let other = if self.value[v] <= self.low[v] { self.high[v] } else { self.low[v] };
                    let by = other - self.value[v];
                    self.value[v] = other;
                    if v < self.columns {
                        for &r in &self.counted_by[self.starts[v] as usize..self.starts[v + 1] as usize] {
                            flips[r as usize] -= by;
                        }
                    } else {
                        flips[v - self.columns] += by;
                    }
                }
                for (row, &v) in self.basic.iter().enumerate() {
                    self.value[v as usize] +=
                        product(&self.inverse[row * self.width..(row + 1) * self.width], &flips);
                }
                self.work += (self.rows * self.rows) as u64;
            }
            // Among those of nearly equal cost a large pivot is kinder to the digits.
            let near =
                self.helpers[first..].iter().take_while(|h| h.ratio <= self.helpers[first].ratio + 1e-12);
            let best =
                near.fold(self.helpers[first], |best, &h| if h.size > 1.5 * best.size { h } else { best });
            self.enter(
                row,
                leaving,
                best.variable as usize,
                if rises { self.low[leaving] } else { self.high[leaving] },
            );
        }
        Case::Lost
    }

    /// Nonbasic variables that can move a basic one in the direction wanted, the cheapest first.
    fn help(&mut self, row: usize, rises: bool) {
        let line = &self.inverse[row * self.width..row * self.width + self.rows];
        self.helpers.clear();
        // The basic one is less the sum of the entries times the others.
        let sign = if rises { -1.0 } else { 1.0 };
        for v in 0..self.columns + self.rows {
            if self.low[v] == self.high[v] || self.row_of[v] != NO_ROW {
                continue;
            }
            let entry = if v < self.columns {
                self.counted_by[self.starts[v] as usize..self.starts[v + 1] as usize]
                    .iter()
                    .map(|&r| line[r as usize])
                    .sum::<f64>()
            } else {
                -line[v - self.columns]
            };
            self.work += 4;
            self.line[v] = entry;
            let slope = entry * sign;
            if slope.abs() >= PIVOT && (self.value[v] <= self.low[v]) == (slope > 0.0) {
                self.helpers.push(Helper {
                    ratio: self.reduced[v].abs() / slope.abs(),
                    size: slope.abs(),
                    variable: v as u32,
                });
            }
        }
        self.helpers.sort_unstable_by(|a, b| {
            a.ratio.total_cmp(&b.ratio).then(b.size.total_cmp(&a.size)).then(a.variable.cmp(&b.variable))
        });
    }

    fn enter(&mut self, row: usize, leaving: usize, entering: usize, end: f64) {
        let column = self.column(entering);
        let by = (self.value[leaving] - end) / column[row];
        self.value[entering] += by;
        for (other, &v) in self.basic.iter().enumerate() {
            self.value[v as usize] -= column[other] * by;
        }
        self.value[leaving] = end;
        let price = self.reduced[entering] / column[row];
        for v in 0..self.columns + self.rows {
            if self.row_of[v] == NO_ROW && self.low[v] != self.high[v] {
                self.reduced[v] -= price * self.line[v];
            }
        }
        self.reduced[entering] = 0.0;
        self.reduced[leaving] = -price;
        self.eliminate(row, &column);
        self.basic[row] = entering as u32;
        self.row_of[entering] = row as u32;
        self.row_of[leaving] = NO_ROW;
        self.stale += 1;
        self.work += (self.rows * self.rows) as u64;
    }
}

/// The sum of the products, by lanes: the order of the additions is fixed.
fn product(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; LANES];
    for (a, b) in a.chunks_exact(LANES).zip(b.chunks_exact(LANES)) {
        for lane in 0..LANES {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

fn square(of: &[f64]) -> f64 {
    product(of, of)
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
