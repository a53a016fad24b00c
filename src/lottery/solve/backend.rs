//! The only file that calls a solver: clarabel for linear programmes, microlp through good_lp for
//! integer programmes. Imports `lottery::{problem, certificate}`.

use crate::lottery::problem::{Panel, Problem};
use clarabel::algebra::CscMatrix;
use clarabel::solver::{
    DefaultSettingsBuilder, DefaultSolver, IPSolver, SolverStatus,
    SupportedConeT::{NonnegativeConeT, ZeroConeT},
};
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, variable};

/// A linear or convex quadratic programme: minimise half x'Qx + cost.x under rows
/// `low <= a.x <= high`, with Q diagonal. A row with equal ends is an equation; an infinite end is
/// absent.
#[derive(Default)]
pub struct Programme {
    /// Cost of each variable.
    pub cost: Vec<f64>,
    /// Diagonal of Q; empty for a linear programme.
    pub quadratic: Vec<f64>,
    /// Whether about nine digits are enough, in one attempt: for bounds that are evaluated exactly afterwards
    /// and only steer a search.
    pub rough: bool,
    rows: Vec<Line>,
}

/// Terms by variable, low, high.
type Line = (Vec<(usize, f64)>, f64, f64);

/// How far the interior-point method came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// To the tolerance asked for, or close to it: the caller checks what it needs exactly.
    Point,
    /// The rows contradict each other; the duals are a certificate of that, to be checked.
    Contradiction,
    /// Neither.
    Lost,
}

/// Answer of [`Programme::solve`].
pub struct Answer {
    /// What the numbers below mean.
    pub outcome: Outcome,
    /// The point.
    pub x: Vec<f64>,
    /// One dual a row: positive where the upper end holds the objective, negative where the lower
    /// end does.
    pub duals: Vec<f64>,
    /// Iterations taken, a machine-independent measure of work.
    pub iterations: u32,
}

impl Programme {
    /// A programme over `n` variables with zero cost.
    pub fn new(n: usize) -> Self {
        Self { cost: vec![0.0; n], ..Self::default() }
    }

    /// Adds `low <= terms <= high` and returns the row's number.
    pub fn row(&mut self, terms: Vec<(usize, f64)>, low: f64, high: f64) -> usize {
        self.rows.push((terms, low, high));
        self.rows.len() - 1
    }

    /// Solves by a primal-dual interior-point method, without crossover, so that the duals lie in
    /// the interior of the optimal face and show every row that can hold the objective.
    pub fn solve(&self) -> Answer {
        let n = self.cost.len();
        // Equations first, then inequalities, as the cones want them.
        let mut places = Vec::new();
        for (number, (_, low, high)) in self.rows.iter().enumerate() {
            if low == high {
                places.push((number, 1.0, *high));
            }
        }
        let equations = places.len();
        for (number, (_, low, high)) in self.rows.iter().enumerate() {
            if low != high {
                if high.is_finite() {
                    places.push((number, 1.0, *high));
                }
                if low.is_finite() {
                    places.push((number, -1.0, -*low));
                }
            }
        }
        let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); n];
        for (line, &(number, sign, _)) in places.iter().enumerate() {
            for &(variable, a) in &self.rows[number].0 {
                columns[variable].push((line, sign * a));
            }
        }
        let mut starts = vec![0];
        let (mut lines, mut values) = (Vec::new(), Vec::new());
        for column in &columns {
            for &(line, a) in column {
                lines.push(line);
                values.push(a);
            }
            starts.push(lines.len());
        }
        let matrix = CscMatrix::new(places.len(), n, starts, lines, values);
        let limits: Vec<f64> = places.iter().map(|p| p.2).collect();
        let quadratic = if self.quadratic.is_empty() {
            CscMatrix::zeros((n, n))
        } else {
            CscMatrix::new(n, n, (0..=n).collect(), (0..n).collect(), self.quadratic.clone())
        };
        let cones = [ZeroConeT(equations), NonnegativeConeT(places.len() - equations)];
        let lost = || Answer {
            outcome: Outcome::Lost,
            x: vec![0.0; n],
            duals: vec![0.0; self.rows.len()],
            iterations: 0,
        };
        // Work is bounded by iterations, never by seconds: a clock must not decide a lottery.
        let tolerance = if self.rough { 1e-9 } else { 1e-12 };
        let attempt = |regularisation: f64| {
            let settings = DefaultSettingsBuilder::default()
                .verbose(false)
                .max_iter(100)
                .max_threads(1)
                .direct_solve_method("qdldl".to_string())
                .static_regularization_constant(regularisation)
                .iterative_refinement_reltol(1e-15)
                .iterative_refinement_abstol(1e-15)
                .iterative_refinement_max_iter(30)
                .tol_gap_abs(tolerance)
                .tol_gap_rel(tolerance)
                .tol_feas(tolerance)
                .build()
                .ok()?;
            let mut solver =
                DefaultSolver::new(&quadratic, &self.cost, &matrix, &limits, &cones, settings).ok()?;
            solver.solve();
            Some(solver)
        };
        let mut iterations = 0;
        let mut best: Option<(f64, DefaultSolver<f64>)> = None;
        let rough = [REGULARISATIONS[1]];
        for &regularisation in if self.rough { &rough[..] } else { &REGULARISATIONS } {
            let Some(solver) = attempt(regularisation) else { continue };
            iterations += solver.solution.iterations;
            let info = &solver.info;
            let error = match solver.solution.status {
                SolverStatus::Solved | SolverStatus::PrimalInfeasible => 0.0,
                _ => info.gap_abs.max(info.res_primal).max(info.res_dual),
            };
            if best.as_ref().is_none_or(|(least, _)| error < *least) {
                best = Some((error, solver));
            }
            if error == 0.0 {
                break;
            }
        }
        let Some((_, solver)) = best else { return lost() };
        let outcome = match solver.solution.status {
            SolverStatus::Solved
            | SolverStatus::AlmostSolved
            | SolverStatus::InsufficientProgress
            | SolverStatus::MaxIterations
            | SolverStatus::NumericalError => Outcome::Point,
            SolverStatus::PrimalInfeasible | SolverStatus::AlmostPrimalInfeasible => Outcome::Contradiction,
            SolverStatus::Unsolved
            | SolverStatus::DualInfeasible
            | SolverStatus::AlmostDualInfeasible
            | SolverStatus::MaxTime
            | SolverStatus::CallbackTerminated => Outcome::Lost,
        };
        let mut duals = vec![0.0; self.rows.len()];
        for (&(number, sign, _), &dual) in places.iter().zip(&solver.solution.z) {
            duals[number] += sign * dual;
        }
        let sound = solver.solution.x.iter().chain(&duals).all(|v| v.is_finite());
        Answer {
            outcome: if sound { outcome } else { Outcome::Lost },
            x: solver.solution.x.clone(),
            duals,
            iterations,
        }
    }
}

/// Regularisation of the solver's linear systems, in the order tried: little gives the most exact
/// duals, but on some pools the method then stalls; more is tried, and the most exact attempt is kept.
const REGULARISATIONS: [f64; 3] = [1e-12, 1e-10, 1e-8];

/// A panel of greatest weight by mixed-integer programming (microlp, pure Rust; HiGHS with the feature
/// `highs`), or `None` when the solver found none. Its word is never taken for a proof: a panel is
/// checked in integers here, and "none" is checked by [`decide`](super::prove::decide).
pub fn heaviest_panel(problem: &Problem, weights: &[f64], possible: &[bool]) -> Option<Panel> {
    let mut variables = ProblemVariables::new();
    let seats: Vec<Variable> = (0..problem.profiles())
        .map(|t| {
            let most = if possible[t] { f64::from(problem.sizes[t].min(problem.seats)) } else { 0.0 };
            variables.add(variable().integer().min(0.0).max(most))
        })
        .collect();
    let sum = |profiles: &mut dyn Iterator<Item = usize>| {
        profiles.map(|t| Expression::from(seats[t])).sum::<Expression>()
    };
    let worth: Expression = seats.iter().zip(weights).map(|(&v, &w)| v * w).sum();
    #[cfg(not(feature = "highs"))]
    let mut model = variables.maximise(worth).using(good_lp::solvers::microlp::microlp);
    #[cfg(feature = "highs")]
    let mut model = variables.maximise(worth).using(good_lp::solvers::highs::highs);
    model.add_constraint(sum(&mut (0..seats.len())).eq(f64::from(problem.seats)));
    for row in &problem.rows {
        let counted = sum(&mut row.profiles.iter().map(|&t| t as usize));
        if row.min == row.max {
            model.add_constraint(counted.eq(f64::from(row.min)));
        } else {
            model.add_constraint(counted.clone().leq(f64::from(row.max)));
            model.add_constraint(counted.geq(f64::from(row.min)));
        }
    }
    let solution = model.solve().ok()?;
    let whole = |v: Variable| libm::round(solution.value(v)).max(0.0) as u32;
    let held = seats.iter().enumerate().map(|(t, &v)| (t as u32, whole(v))).filter(|&(_, c)| c > 0);
    let panel = Panel(held.collect());
    problem.admits(&panel).then_some(panel)
}
