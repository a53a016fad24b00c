//! What the crate answers, held against the enumeration.

use super::cases::{Made, case};
use super::leximin::{hull, leximin, panels, polytope};
use super::simplex::Fraction;
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::{Clash, Lottery, No, Objective, Options, Status, solve};
use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

/// How far, in tickets, a person may be from the exact chance through rounding.
fn allowed(tickets: u64) -> Fraction {
    let most = if tickets >= 1_000_000 { 5 } else { 4 };
    Fraction::from(BigInt::from(most))
}

/// Solves case number `n` in every way and compares; returns the farthest anybody was from the exact
/// chance, in tickets of a thousand and of a million.
pub fn compare(made: Made, n: usize) -> [f64; 2] {
    let problem = case(made, n);
    let all = panels(&problem);
    let Some(exact) = leximin(&hull(&all), &problem.sizes) else {
        for objective in [Objective::Leximin, Objective::Maximin] {
            let options = Options { objective, ..Options::default() };
            match solve(&problem, &options, &mut |_| {}) {
                Err(No::Infeasible(clash)) => check_clash(&problem, &clash),
                answer => panic!("no panel exists, and the answer is {answer:?}"),
            }
        }
        return [0.0; 2];
    };
    [1000, 1_000_000].map(|tickets| {
        let lottery = find(&problem, Objective::Leximin, tickets);
        check_shut_out(&problem, &lottery, &exact);
        let (m, allowed) = (Fraction::from(BigInt::from(tickets)), allowed(tickets));
        let mut farthest = Fraction::zero();
        for (held, chance) in people(&problem, &lottery).into_iter().zip(of_people(&problem, &exact)) {
            let off = Fraction::from(BigInt::from(held)) - chance * &m;
            let off = if off < Fraction::zero() { -off } else { off };
            farthest = farthest.max(off);
        }
        assert!(farthest <= allowed, "{tickets} tickets: somebody is {farthest} from the exact chance");
        check_maximin(&problem, &exact, tickets);
        farthest.numer().to_f64().unwrap() / farthest.denom().to_f64().unwrap()
    })
}

/// Solves and checks what holds for every lottery.
fn find(problem: &Problem, objective: Objective, tickets: u64) -> Lottery {
    let options = Options { objective, tickets, ..Options::default() };
    let lottery = solve(problem, &options, &mut |_| {}).unwrap_or_else(|no| panic!("panels exist: {no:?}"));
    assert_eq!((lottery.status, lottery.objective), (Status::Optimal, objective));
    assert_eq!(lottery.tickets.tickets(), tickets);
    for share in &lottery.tickets.shares {
        assert!(share.tickets > 0 && meets(problem, &share.panel.0), "{share:?}");
    }
    lottery
}

/// Whether a panel meets every rule; without asking the crate.
fn meets(problem: &Problem, panel: &[(u32, u32)]) -> bool {
    let mut seats = vec![0; problem.sizes.len()];
    panel.iter().for_each(|&(t, c)| seats[t as usize] += c);
    let within = seats.iter().zip(&problem.sizes).all(|(c, n)| c <= n);
    within && panels(problem).contains(&seats)
}

/// Tickets of every person, profile by profile.
fn people(problem: &Problem, lottery: &Lottery) -> Vec<u64> {
    let totals = lottery.tickets.seat_totals(problem.sizes.len());
    let shares = totals.iter().zip(&problem.sizes).flat_map(|(&total, &n)| {
        let n = u64::from(n);
        (0..n).map(move |place| total / n + u64::from(place < total % n))
    });
    shares.collect()
}

fn of_people(problem: &Problem, exact: &[Fraction]) -> Vec<Fraction> {
    exact.iter().zip(&problem.sizes).flat_map(|(p, &n)| vec![p.clone(); n as usize]).collect()
}

/// The smallest chance of those who can be drawn is the same under maximin.
fn check_maximin(problem: &Problem, exact: &[Fraction], tickets: u64) {
    let lottery = find(problem, Objective::Maximin, tickets);
    check_shut_out(problem, &lottery, exact);
    let smallest = exact.iter().filter(|p| !p.is_zero()).min().unwrap();
    let possible = of_people(problem, exact).into_iter().zip(people(problem, &lottery));
    let held = possible.filter(|(p, _)| !p.is_zero()).map(|(_, held)| held).min().unwrap();
    let lost = smallest * BigInt::from(tickets) - Fraction::from(BigInt::from(held));
    assert!(lost <= allowed(tickets), "maximin loses {lost} of {tickets} tickets");
    // Nobody can do better than the exact smallest chance, but for part of a ticket.
    assert!(lost > Fraction::from(BigInt::from(-1)), "maximin beats the exact smallest chance by {lost}");
}

/// Exactly those on no panel are named, each with rules that are to blame.
fn check_shut_out(problem: &Problem, lottery: &Lottery, exact: &[Fraction]) {
    let out: Vec<u32> = lottery.shut_out.iter().map(|s| s.profile).collect();
    let expected: Vec<u32> = (0..).zip(exact).filter(|(_, p)| p.is_zero()).map(|(t, _)| t).collect();
    assert_eq!(out, expected, "profiles on no panel");
    for shut in &lottery.shut_out {
        let seated = |rows: &[u32]| panels(&only(problem, rows)).iter().any(|p| p[shut.profile as usize] > 0);
        assert!(!seated(&shut.rows), "{shut:?}: these rules alone let the profile sit");
        for leave in &shut.rows {
            let fewer: Vec<u32> = shut.rows.iter().copied().filter(|r| r != leave).collect();
            assert!(seated(&fewer), "{shut:?}: rule {leave} is not needed");
        }
    }
}

/// The rules named clash, none of them is idle, and it is said rightly whether averages could do it.
fn check_clash(problem: &Problem, clash: &Clash) {
    assert!(clash.smallest, "so small a problem has a smallest clash: {clash:?}");
    let possible = |rows: &[u32]| !panels(&only(problem, rows)).is_empty();
    assert!(!possible(&clash.rows), "{clash:?}: these rules alone can be met");
    for leave in &clash.rows {
        let fewer: Vec<u32> = clash.rows.iter().copied().filter(|r| r != leave).collect();
        assert!(possible(&fewer), "{clash:?}: rule {leave} is not needed");
    }
    let averages = leximin(&polytope(problem), &problem.sizes).is_some();
    assert_eq!(clash.only_integers, averages, "{clash:?}: whether averages meet the quotas");
}

/// The problem with these rules alone.
fn only(problem: &Problem, rows: &[u32]) -> Problem {
    let rows = rows.iter().map(|&r| problem.rows[r as usize].clone()).collect();
    Problem { rows, ..problem.clone() }
}
