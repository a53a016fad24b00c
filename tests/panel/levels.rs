//! The leximin chances of real and realistic pools, found a second way: plain simplex programmes, a
//! profile settled only when a programme of its own shows that it cannot rise. Slower than the
//! crate's method and independent of it; the chances in tickets must agree.

use crate::scenario::Scenario;
use crate::support::{leximin, shared_pool};
use geloot::lottery::problem::Problem;
use good_lp::{Expression, ProblemVariables, Solution, SolverModel, Variable, constraint, microlp, variable};

/// Differences below this are noise of floating point in a programme's answer.
const NOISE: f64 = 1e-7;

/// Leximin chance of the members of each profile over all averages that meet the quotas.
fn levels(problem: &Problem) -> Vec<f64> {
    let profiles = problem.sizes.len();
    let mut settled: Vec<Option<f64>> = vec![None; profiles];
    while settled.contains(&None) {
        let level = highest(problem, &settled);
        let mut doubtful: Vec<usize> = (0..profiles).filter(|&t| settled[t].is_none()).collect();
        // Let as many of the doubtful rise as can; who rises is free. What is left when none does
        // cannot rise.
        loop {
            let rises = rises(problem, &settled, level, &doubtful);
            let before = doubtful.len();
            doubtful = doubtful.into_iter().zip(rises).filter(|&(_, r)| r <= NOISE).map(|(t, _)| t).collect();
            if doubtful.len() == before {
                break;
            }
        }
        assert!(!doubtful.is_empty(), "every level settles somebody");
        for t in doubtful {
            settled[t] = Some(level);
        }
    }
    settled.into_iter().flatten().collect()
}

/// The greatest smallest chance of those not settled.
fn highest(problem: &Problem, settled: &[Option<f64>]) -> f64 {
    let mut variables = ProblemVariables::new();
    let z = variables.add(variable().min(0).max(1));
    let seats = seats(&mut variables, problem);
    let mut model = within_quotas(variables.maximise(z).using(microlp), problem, &seats);
    for (t, &x) in seats.iter().enumerate() {
        let n = f64::from(problem.sizes[t]);
        model = match settled[t] {
            Some(v) => model.with(constraint!(x >= n * v - 1e-9)),
            None => model.with(constraint!(x >= n * z)),
        };
    }
    model.solve().expect("the quotas can be met").value(z)
}

/// How far above `level` each of `doubtful` gets when the sum of small rises is made as large as can be.
fn rises(problem: &Problem, settled: &[Option<f64>], level: f64, doubtful: &[usize]) -> Vec<f64> {
    let mut variables = ProblemVariables::new();
    let rises: Vec<Variable> = doubtful.iter().map(|_| variables.add(variable().min(0).max(0.01))).collect();
    let seats = seats(&mut variables, problem);
    let sum: Expression = rises.iter().sum();
    let mut model = within_quotas(variables.maximise(sum).using(microlp), problem, &seats);
    for (t, &x) in seats.iter().enumerate() {
        let n = f64::from(problem.sizes[t]);
        let floor = n * settled[t].unwrap_or(level) - 1e-9;
        model = match doubtful.iter().position(|&d| d == t) {
            Some(at) => model.with(constraint!(x >= n * rises[at] + floor)),
            None => model.with(constraint!(x >= floor)),
        };
    }
    let solution = model.solve().expect("the level was reached before");
    rises.iter().map(|&r| solution.value(r)).collect()
}

fn seats(variables: &mut ProblemVariables, problem: &Problem) -> Vec<Variable> {
    problem.sizes.iter().map(|&n| variables.add(variable().min(0).max(n))).collect()
}

fn within_quotas<M: SolverModel>(mut model: M, problem: &Problem, seats: &[Variable]) -> M {
    let all: Expression = seats.iter().sum();
    model = model.with(constraint!(all == f64::from(problem.seats)));
    for row in &problem.rows {
        let sum: Expression = row.profiles.iter().map(|&t| seats[t as usize]).sum();
        model = model
            .with(constraint!(sum.clone() >= f64::from(row.min)))
            .with(constraint!(sum <= f64::from(row.max)));
    }
    model
}

/// Every chance in a lottery of a million tickets is within 10 tickets of the level.
fn agree(name: &str, problem: &Problem) {
    let levels = levels(problem);
    let seats: f64 = levels.iter().zip(&problem.sizes).map(|(v, &n)| v * f64::from(n)).sum();
    assert!((seats - f64::from(problem.seats)).abs() < 1e-5, "{name}: levels add up to {seats} seats");
    let lottery = leximin(problem, 1_000_000);
    let totals = lottery.tickets.seat_totals(problem.sizes.len());
    let mut worst: f64 = 0.0;
    for (t, &level) in levels.iter().enumerate() {
        let tickets = totals[t] as f64 / f64::from(problem.sizes[t]);
        worst = worst.max((tickets - level * 1e6).abs());
    }
    println!("{name}: {} profiles, farthest from its level by {worst:.3} tickets", levels.len());
    assert!(worst <= 10.0, "{name}: {worst} tickets from its leximin level");
}

#[test]
fn shipped_scenarios() {
    for name in
        ["foodvalley-20-of-100", "nederlandse-excel", "peel-en-maas", "toolkit-300-45", "toolkit-750-112"]
    {
        agree(name, &Scenario::shipped(name).read().profiles().problem);
    }
}

#[test]
fn geneva() {
    if let Some(pool) = shared_pool("geneva_30", 30) {
        agree("geneva_30", &pool.profiles().problem);
    }
}

#[test]
fn scotland() {
    if let Some(pool) = shared_pool("scotland_22", 22) {
        agree("scotland_22", &pool.profiles().problem);
    }
}
