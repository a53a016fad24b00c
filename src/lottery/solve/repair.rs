//! The cheapest ways to make quotas possible. Imports `lottery::problem`, `elastic` and `prove`.
//!
//! A repair lowers minimums and raises maximums. What quotas can be met only grows with every step, so
//! the repairs worth naming are those of which no step can be taken back. They are found in order of
//! cost by branch and bound over the steps alone: the seats stay fractional in the bound
//! ([`elastic`](super::elastic)), and each candidate is settled by the exact [`decide`](super::prove::decide).

use super::elastic::{Limits, Steps, relax};
use super::prove::{Demands, Verdict, decide_counted};
use crate::lottery::bound::Change;
use crate::lottery::choice::Choice;
use crate::lottery::problem::{Panel, Problem};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::ToPrimitive;

/// How far a rule may give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The minimum may go down to this; not above the minimum.
    pub min: u32,
    /// The maximum may go up to this; not below the maximum.
    pub max: u32,
}

/// Changes after which a panel exists. None of them can be made smaller by one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The changed rules, ascending.
    pub changes: Vec<Change>,
    /// What it costs: 1 for each step by which a maximum is raised, 1 + 2/min for each step by which
    /// a minimum is lowered. Minimums of few seats cost most, because a step there can take the last
    /// seat of a small group. (The weights that selection tools in the field use.)
    pub cost: Ratio<BigInt>,
    /// A panel that meets the changed quotas.
    pub panel: Panel,
    /// The people who can then be drawn, once that was looked at.
    pub choice: Option<Choice>,
}

impl Repair {
    /// One that changes nothing, where a panel meets the quotas.
    pub fn nothing(panel: Panel) -> Self {
        Self { changes: Vec::new(), cost: Ratio::from_integer(BigInt::from(0)), panel, choice: None }
    }

    /// The problem with the changes made.
    pub fn applied(&self, problem: &Problem) -> Problem {
        let mut problem = problem.clone();
        for change in &self.changes {
            let row = &mut problem.rows[change.row as usize];
            (row.min, row.max) = (change.min, change.max);
        }
        problem
    }
}

/// What is known about the repairs that were found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// No repair that is not listed, nor contains one that is, costs less than the last one listed.
    /// If fewer were found than wanted, there are no others.
    Cheapest,
    /// The work allowed was used up. No repair costs less than this.
    AtLeast(f64),
}

/// The cheapest repairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Repairs {
    /// Repairs by rising cost; of equal cost in the order of their changes.
    pub list: Vec<Repair>,
    /// What is known about them.
    pub known: Known,
    /// Others that cost as much as the last, where somebody counted them.
    pub more: usize,
    /// Linear programmes solved.
    pub programmes: u64,
}

/// Bounds this close to each other count as equal: costs of different repairs lie further apart unless
/// minimums of hundreds of seats are involved.
const NEAR: f64 = 1e-6;
/// Steps this close to whole ones are whole.
const WHOLE: f64 = 1e-5;
/// A programme of so many iterations more counts as another one.
const ITERATIONS: u32 = 30;
/// Cases for one exact decision.
const CASES: u32 = 2_000;

/// Finds the `wanted` cheapest repairs of quotas that cannot be met, or fewer where there are fewer.
///
/// `room` says for each row how far it may give way; a row with its own ends as room is not touched. An
/// empty list that is [`Known::Cheapest`] means that no change within the room helps. `effort` multiplies
/// the work that may be spent; 1 is the usual.
pub fn repairs(problem: &Problem, room: &[Room], wanted: usize, effort: u32) -> Repairs {
    let mut search = Search::new(problem, room, wanted, effort);
    search.run();
    search.finish()
}

/// How many linear programmes may be solved: about a second of work, the decisions included.
fn allowance(problem: &Problem, effort: u32) -> u64 {
    (u64::from(effort) * 25_000 / (problem.profiles() as u64 + 15)).max(12)
}

struct Search<'a> {
    problem: &'a Problem,
    weights: Vec<f64>,
    wanted: usize,
    open: Vec<Node>,
    /// Repairs found, in the order found; their panels.
    found: Vec<(Steps, Panel)>,
    programmes: u64,
    allowance: u64,
    /// The smallest bound of limits that were given up because an exact decision was not reached.
    given_up: f64,
}

/// Limits still to be looked at.
struct Node {
    limits: Limits,
    /// No repair within the limits costs less. Until its programme is solved, that of the wider limits
    /// that it is a part of.
    bound: f64,
    /// Steps of the cheapest fractional repair, once the programme is solved.
    steps: Option<Vec<f64>>,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem, room: &[Room], wanted: usize, effort: u32) -> Self {
        let people = |row: &crate::lottery::problem::Row| -> u64 {
            row.profiles.iter().map(|&t| u64::from(problem.sizes[t as usize])).sum()
        };
        // Beyond the seats, or the people there are, a step changes nothing.
        let lowered = problem.rows.iter().zip(room).map(|(row, room)| row.min.saturating_sub(room.min));
        let raised = problem.rows.iter().zip(room).map(|(row, room)| {
            let useful = u64::from(problem.seats.min(room.max)).min(people(row));
            (useful.min(u64::from(u32::MAX)) as u32).saturating_sub(row.max)
        });
        let high = Steps { by: lowered.chain(raised).collect() };
        let low = Steps { by: vec![0; high.by.len()] };
        let weights = problem.rows.iter().map(|row| 1.0 + 2.0 / f64::from(row.min.max(1))).collect();
        let mut search = Self {
            problem,
            weights,
            wanted: wanted.max(1),
            open: Vec::new(),
            found: Vec::new(),
            programmes: 0,
            allowance: allowance(problem, effort),
            given_up: f64::INFINITY,
        };
        search.open.push(Node { limits: Limits { low, high }, bound: 0.0, steps: None });
        search
    }

    /// Takes the node with the smallest bound until no open one can hold a repair that belongs in the
    /// list.
    fn run(&mut self) {
        while let Some(next) = self.next() {
            if self.programmes >= self.allowance {
                return;
            }
            let node = self.open.swap_remove(next);
            match node.steps {
                Some(steps) => self.look(node.limits, node.bound, &steps),
                None => self.solve(node),
            }
        }
    }

    /// The node to look at: the smallest bound, then the one with fewest choices left.
    fn next(&mut self) -> Option<usize> {
        let last = self.list().get(self.wanted - 1).map(|&i| self.cost(&self.found[i].0));
        let limit = last.map_or(f64::INFINITY, |cost| float(&cost) - NEAR);
        self.open.retain(|node| node.bound < limit);
        let width = |node: &Node| -> u64 {
            let pairs = node.limits.low.by.iter().zip(&node.limits.high.by);
            pairs.map(|(&l, &h)| u64::from(h - l)).sum()
        };
        let rank = |node: &Node| (libm::round(node.bound / NEAR), width(node));
        (0..self.open.len()).min_by(|&a, &b| {
            let (a, b) = (rank(&self.open[a]), rank(&self.open[b]));
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))
        })
    }

    /// Solves a node's programme, after what was found meanwhile has been taken out of its limits.
    fn solve(&mut self, mut node: Node) {
        for (steps, _) in &self.found {
            let mut short = (0..steps.by.len()).filter(|&i| node.limits.low.by[i] < steps.by[i]);
            match (short.next(), short.next()) {
                (None, _) => return,
                (Some(i), None) => node.limits.high.by[i] = node.limits.high.by[i].min(steps.by[i] - 1),
                _ => {}
            }
        }
        let relaxed = relax(self.problem, &self.weights, &node.limits);
        self.programmes += 1 + u64::from(relaxed.iterations / ITERATIONS);
        if relaxed.bound.is_finite() {
            let bound = relaxed.bound.max(node.bound);
            self.open.push(Node { limits: node.limits, bound, steps: Some(relaxed.steps) });
        }
    }

    /// Settles a node or splits it.
    fn look(&mut self, limits: Limits, bound: f64, steps: &[f64]) {
        let (whole, off) = nearest(&limits, steps);
        let widest = (0..off.len())
            .filter(|&i| limits.low.by[i] < limits.high.by[i])
            .max_by(|&a, &b| off[a].total_cmp(&off[b]).then(b.cmp(&a)));
        if let Some(i) = widest.filter(|&i| off[i] > WHOLE) {
            // Several repairs cost the same, and the programme's answer lies between them.
            let corner = self.corner(&limits);
            if float(&self.cost(&corner)) <= bound + NEAR && self.keep(&corner) {
                return self.without_above(limits, bound, &corner);
            }
            let middle =
                (libm::floor(steps[i]).max(0.0) as u32).clamp(limits.low.by[i], limits.high.by[i] - 1);
            let (mut down, mut up) = (limits.clone(), limits);
            down.high.by[i] = middle;
            up.low.by[i] = middle + 1;
            self.open.push(Node { limits: up, bound, steps: None });
            self.open.push(Node { limits: down, bound, steps: None });
            return;
        }
        match self.decide(&whole) {
            Verdict::Yes(panel) => {
                self.without_above(limits, bound, &whole);
                self.found.push((whole, panel));
            }
            Verdict::No { .. } => self.without_below(limits, bound, &whole),
            Verdict::Unknown => self.given_up = self.given_up.min(bound),
        }
    }

    /// One of the cheapest fractional repairs within the limits, rounded. Which one is decided by costs
    /// moved a little, each differently.
    fn corner(&mut self, limits: &Limits) -> Steps {
        let moved =
            |i: usize| weight(&self.weights, i) + 1e-4 * ((i as f64 + 1.0) * 0.618_033_988_749_895).fract();
        let weights: Vec<f64> = (0..limits.low.by.len()).map(moved).collect();
        let relaxed = relax(self.problem, &weights, limits);
        self.programmes += 1 + u64::from(relaxed.iterations / ITERATIONS);
        nearest(limits, &relaxed.steps).0
    }

    /// Keeps a repair if it is one.
    fn keep(&mut self, steps: &Steps) -> bool {
        let panel = self.panel(steps);
        let found = panel.is_some();
        self.found.extend(panel.map(|panel| (steps.clone(), panel)));
        found
    }

    /// Opens what is left of limits when everything that covers `steps` is taken out.
    fn without_above(&mut self, mut limits: Limits, bound: f64, steps: &Steps) {
        for i in 0..steps.by.len() {
            if steps.by[i] > limits.low.by[i] {
                let mut part = limits.clone();
                part.high.by[i] = steps.by[i] - 1;
                limits.low.by[i] = steps.by[i];
                self.open.push(Node { limits: part, bound, steps: None });
            }
        }
    }

    /// Opens what is left of limits when everything that `steps` covers is taken out.
    fn without_below(&mut self, mut limits: Limits, bound: f64, steps: &Steps) {
        for i in 0..steps.by.len() {
            if steps.by[i] < limits.high.by[i] {
                let mut part = limits.clone();
                part.low.by[i] = steps.by[i] + 1;
                limits.high.by[i] = steps.by[i];
                self.open.push(Node { limits: part, bound, steps: None });
            }
        }
    }

    /// The repairs found of which no step can be spared, by rising cost, as indexes.
    fn list(&self) -> Vec<usize> {
        let least = |i: &usize| {
            let (steps, _) = &self.found[*i];
            !self.found.iter().any(|(other, _)| other != steps && steps.covers(other))
        };
        let mut list: Vec<usize> = (0..self.found.len()).filter(least).collect();
        list.sort_by_cached_key(|&i| (self.cost(&self.found[i].0), self.changes(&self.found[i].0)));
        list.truncate(self.wanted);
        list
    }

    fn cost(&self, steps: &Steps) -> Ratio<BigInt> {
        let rows = self.problem.rows.len();
        let mut cost = Ratio::from_integer(BigInt::from(0));
        for (i, &by) in steps.by.iter().enumerate().filter(|(_, by)| **by > 0) {
            cost += Ratio::from_integer(BigInt::from(by));
            if let Some(row) = self.problem.rows.get(i).filter(|_| i < rows) {
                cost += Ratio::new(BigInt::from(2 * u64::from(by)), BigInt::from(row.min));
            }
        }
        cost
    }

    fn changes(&self, steps: &Steps) -> Vec<Change> {
        let rows = self.problem.rows.len();
        let change = |(r, row): (usize, &crate::lottery::problem::Row)| {
            let (lowered, raised) = (steps.by[r], steps.by[rows + r]);
            let change = Change { row: r as u32, min: row.min - lowered, max: row.max + raised };
            (lowered + raised > 0).then_some(change)
        };
        self.problem.rows.iter().enumerate().filter_map(change).collect()
    }

    fn changed(&self, steps: &Steps) -> Problem {
        let mut problem = self.problem.clone();
        for change in self.changes(steps) {
            let row = &mut problem.rows[change.row as usize];
            (row.min, row.max) = (change.min, change.max);
        }
        problem
    }

    fn finish(mut self) -> Repairs {
        let settled = self.next().is_none() && self.given_up == f64::INFINITY;
        let known = if settled {
            Known::Cheapest
        } else {
            self.fill_up();
            let least = self.open.iter().map(|node| node.bound).fold(self.given_up, f64::min);
            let cheapest =
                self.list().first().map_or(f64::INFINITY, |&i| float(&self.cost(&self.found[i].0)));
            Known::AtLeast(least.min(cheapest))
        };
        let list = self.list().into_iter().map(|i| {
            let (steps, panel) = &self.found[i];
            let (changes, cost) = (self.changes(steps), self.cost(steps));
            Repair { changes, cost, panel: panel.clone(), choice: None }
        });
        Repairs { list: list.collect(), known, more: 0, programmes: self.programmes }
    }

    /// When the work ran out: repairs by rounding up what is open, and step by step back from there, with
    /// half as much work again.
    fn fill_up(&mut self) {
        self.allowance = self.programmes + self.allowance / 2;
        let solved = self.open.iter().filter_map(|node| Some((node, node.steps.as_ref()?)));
        let tops: Vec<(Steps, Steps)> = solved
            .take(2 * self.wanted)
            .map(|(node, steps)| {
                let limits = node.limits.low.by.iter().zip(&node.limits.high.by);
                let up = steps
                    .iter()
                    .zip(limits)
                    .map(|(&s, (&l, &h))| (libm::ceil(s - WHOLE).max(0.0) as u32).clamp(l, h));
                (Steps { by: up.collect() }, node.limits.high.clone())
            })
            .collect();
        for (rounded, widest) in tops {
            // What could not be taken back step by step would only look like a repair worth naming.
            if self.left() == 0 && !self.found.is_empty() {
                return;
            }
            let ways = [rounded, widest];
            let Some(mut panel) = ways.into_iter().find_map(|steps| self.panel(&steps)) else { continue };
            // The dearest steps first; each as far back as it goes.
            let mut steps = self.needed(&panel);
            let mut order: Vec<usize> = (0..steps.by.len()).collect();
            order.sort_by(|&a, &b| weight(&self.weights, b).total_cmp(&weight(&self.weights, a)));
            for i in order {
                // Not known to be feasible below `low`.
                let mut low = 0;
                while low < steps.by[i] && self.left() > 0 {
                    let mut fewer = steps.clone();
                    fewer.by[i] = low + (steps.by[i] - low) / 2;
                    match self.panel(&fewer) {
                        Some(found) => (steps, panel) = (self.needed(&found), found),
                        None => low = fewer.by[i] + 1,
                    }
                }
            }
            let unfinished = self.left() == 0 && !self.found.is_empty();
            if !unfinished && !self.found.iter().any(|(other, _)| *other == steps) {
                self.found.push((steps, panel));
            }
        }
    }

    /// The steps that a panel takes.
    fn needed(&self, panel: &Panel) -> Steps {
        let mut seats = vec![0; self.problem.profiles()];
        panel.0.iter().for_each(|&(t, c)| seats[t as usize] = c);
        let held: Vec<u32> = self
            .problem
            .rows
            .iter()
            .map(|row| row.profiles.iter().map(|&t| seats[t as usize]).sum())
            .collect();
        let rows = || self.problem.rows.iter().zip(&held);
        let lowered = rows().map(|(row, &held)| row.min.saturating_sub(held));
        let raised = rows().map(|(row, &held)| held.saturating_sub(row.max));
        Steps { by: lowered.chain(raised).collect() }
    }

    fn panel(&mut self, steps: &Steps) -> Option<Panel> {
        match self.decide(steps) {
            Verdict::Yes(panel) => Some(panel),
            _ => None,
        }
    }

    /// Programmes that may still be solved.
    fn left(&self) -> u64 {
        self.allowance.saturating_sub(self.programmes)
    }

    /// Whether there is a panel after these steps, with what is left of the work, and a look in any case.
    fn decide(&mut self, steps: &Steps) -> Verdict {
        let limit = u32::try_from(self.left()).unwrap_or(u32::MAX).clamp(1, CASES);
        let (verdict, programmes) = decide_counted(&self.changed(steps), &Demands::default(), limit);
        self.programmes += u64::from(programmes.max(1));
        verdict
    }
}

/// The whole steps nearest to fractional ones within limits, and how far they are.
fn nearest(limits: &Limits, steps: &[f64]) -> (Steps, Vec<f64>) {
    let limits = limits.low.by.iter().zip(&limits.high.by);
    let whole = |(&s, (&l, &h)): (&f64, (&u32, &u32))| (libm::round(s).max(0.0) as u32).clamp(l, h);
    let by: Vec<u32> = steps.iter().zip(limits).map(whole).collect();
    let off = steps.iter().zip(&by).map(|(s, &by)| (s - f64::from(by)).abs()).collect();
    (Steps { by }, off)
}

fn weight(weights: &[f64], step: usize) -> f64 {
    weights.get(step).copied().unwrap_or(1.0)
}

fn float(cost: &Ratio<BigInt>) -> f64 {
    cost.numer().to_f64().zip(cost.denom().to_f64()).map_or(f64::INFINITY, |(over, under)| over / under)
}
