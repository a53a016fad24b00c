//! Nash and Goldilocks against every panel there is: at the best chances, a linear weighing of seats
//! supports the hull of the panels, and going through all of them shows that it does.

use super::cases::{KINDS, case};
use super::leximin::{Seats, panels};
use geloot::lottery::certificate::combine_exactly;
use geloot::lottery::problem::Problem;
use geloot::lottery::solve::{Lottery, Objective, Options, Status, solve};
use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Cases of each way of making them: a part of those for leximin, to save time.
const EACH: usize = 60;
const TICKETS: u64 = 1_000_000;
/// How far from the best a solution may be, as a part of itself, before rounding to tickets.
const SHORT: f64 = 1e-7;

fn find(problem: &Problem, objective: Objective) -> Lottery {
    let options = Options { objective, tickets: TICKETS, ..Options::default() };
    let lottery = solve(problem, &options, &mut |_| {}).unwrap_or_else(|no| panic!("panels exist: {no:?}"));
    assert_eq!((lottery.status, lottery.objective), (Status::Optimal, objective));
    lottery
}

/// The profiles on some panel, ascending; the others, and only they, must be called shut out.
fn open(problem: &Problem, all: &[Seats], lottery: &Lottery) -> Vec<usize> {
    let seated = |t: &usize| all.iter().any(|p| p[*t] > 0);
    let (open, out): (Vec<usize>, Vec<usize>) = (0..problem.sizes.len()).partition(seated);
    assert_eq!(lottery.shut_out.iter().map(|s| s.profile as usize).collect::<Vec<_>>(), out);
    assert!(out.iter().all(|&t| lottery.ideal[t] == 0.0));
    open
}

/// The tickets are a mixture of panels; so the wanted chances are close to chances that panels can give.
fn check_tickets(problem: &Problem, all: &[Seats], lottery: &Lottery) {
    assert_eq!(lottery.tickets.tickets(), TICKETS);
    for share in &lottery.tickets.shares {
        let mut seats = vec![0; problem.sizes.len()];
        share.panel.0.iter().for_each(|&(t, c)| seats[t as usize] = c);
        assert!(all.contains(&seats), "{share:?}");
    }
    let totals = lottery.tickets.seat_totals(problem.sizes.len());
    for ((&total, &n), p) in totals.iter().zip(&problem.sizes).zip(&lottery.ideal) {
        let off = total as f64 / f64::from(n) - p * TICKETS as f64;
        assert!(off.abs() <= 5.0, "{off} tickets from the wanted chance");
    }
}

/// By how much, as a part of itself, another lottery's geometric mean could be greater: the mean of
/// c / p over the people, for the panel c where it is greatest.
fn nash_short(problem: &Problem, all: &[Seats], open: &[usize], chance: &[f64]) -> f64 {
    let people: f64 = open.iter().map(|&t| f64::from(problem.sizes[t])).sum();
    let weigh = |p: &Seats| open.iter().map(|&t| f64::from(p[t]) / chance[t]).sum::<f64>() / people;
    all.iter().map(weigh).fold(0.0, f64::max) - 1.0
}

fn measure(problem: &Problem, open: &[usize], chance: &[f64]) -> f64 {
    let people: f64 = open.iter().map(|&t| f64::from(problem.sizes[t])).sum();
    let even = f64::from(problem.seats) / people;
    let low = open.iter().map(|&t| chance[t]).fold(1.0, f64::min);
    let high = open.iter().map(|&t| chance[t]).fold(0.0, f64::max);
    high / even + even / low
}

/// What no lottery's measure is below, if a weighing of seats is a good one: the right-hand side is taken
/// from the panels themselves, not from the quotas.
fn goldilocks_least(problem: &Problem, all: &[Seats], open: &[usize], weights: &[BigInt]) -> f64 {
    let most = all.iter().map(|p| p.iter().zip(weights).map(|(&c, w)| w * c).sum::<BigInt>()).max();
    let (mut up, mut down, mut people) = (0.0, 0.0, 0.0);
    for &t in open {
        let (n, weight) = (f64::from(problem.sizes[t]), weights[t].to_f64().unwrap());
        up += n * weight.max(0.0);
        down += n * (-weight).max(0.0);
        people += n;
    }
    let (k, most) = (f64::from(problem.seats), most.unwrap().to_f64().unwrap());
    // The smallest chance can rise to here before the largest would have to be above 1.
    let highest = (most + down) / up;
    if down == 0.0 {
        2.0
    } else if highest < k / people * (down / up).sqrt() {
        (people / k + k / (people * highest)).max(2.0)
    } else {
        (2.0 * (up / down).sqrt() - people * most / (k * down)).max(2.0)
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "only where it is optimised")]
fn no_panel_pulls_towards_a_better_lottery() {
    let (mut worst, mut uneven) = ([0.0f64; 2], 0);
    for made in KINDS {
        for n in 0..EACH {
            let problem = case(made, n);
            let all = panels(&problem);
            if all.is_empty() {
                continue;
            }
            let nash = find(&problem, Objective::Nash);
            let open = open(&problem, &all, &nash);
            check_tickets(&problem, &all, &nash);
            let short = nash_short(&problem, &all, &open, &nash.ideal);
            assert!(short <= SHORT, "{made:?} {n}: nash is {short} short");
            let gold = find(&problem, Objective::Goldilocks);
            self::open(&problem, &all, &gold);
            check_tickets(&problem, &all, &gold);
            let why = gold.certificate.overall.as_ref().unwrap();
            let (weights, _) = combine_exactly(&problem, &gold.certificate.cuts, &why.why).unwrap();
            let (ours, least) =
                (measure(&problem, &open, &gold.ideal), goldilocks_least(&problem, &all, &open, &weights));
            assert!(ours / least - 1.0 <= SHORT, "{made:?} {n}: measure {ours}, possible {least}");
            // Nor is another objective's lottery better than the one made for it.
            assert!(measure(&problem, &open, &nash.ideal) >= ours * (1.0 - SHORT), "{made:?} {n}");
            uneven += usize::from(ours > 2.0 + 1e-6);
            worst = [worst[0].max(short), worst[1].max(ours / least - 1.0)];
        }
    }
    println!("at most {:.1e} and {:.1e} short; {uneven} cases with uneven chances", worst[0], worst[1]);
    assert!(uneven >= 100, "{uneven}");
}

#[test]
fn small_answers_by_hand() {
    // One seat of two for two women, one for six men: nothing to choose but the two shares.
    let women = super::problem(
        &[vec![0], vec![0], vec![1], vec![1], vec![1], vec![1], vec![1], vec![1]],
        &[((0, 0), 1, 2), ((0, 1), 0, 1)],
        2,
    );
    for objective in [Objective::Nash, Objective::Goldilocks] {
        let lottery = find(&women, objective);
        assert!((lottery.ideal[0] - 0.5).abs() < 1e-9 && (lottery.ideal[1] - 1.0 / 6.0).abs() < 1e-9);
    }
    // Ten seats for 20 + 10 + 8 + 5 people in a square of two features with five seats on each side: s
    // seats for the 20 and for the 5, 5 - s for the others. Nash: 25 ln s + 18 ln (5 - s), so s = 125/43.
    // Goldilocks: 43/10 s/5 + 10/43 20/s, so s = 100/43 * sqrt(10/10) = 100/43.
    let people: Vec<Vec<u16>> = [(20, 0, 0), (10, 0, 1), (8, 1, 0), (5, 1, 1)]
        .iter()
        .flat_map(|&(n, a, b)| vec![vec![a, b]; n])
        .collect();
    let square =
        super::problem(&people, &[((0, 0), 5, 5), ((0, 1), 5, 5), ((1, 0), 5, 5), ((1, 1), 5, 5)], 10);
    for (objective, s) in [(Objective::Nash, 125.0 / 43.0), (Objective::Goldilocks, 100.0 / 43.0)] {
        let lottery = find(&square, objective);
        let expected = [s / 20.0, (5.0 - s) / 10.0, (5.0 - s) / 8.0, s / 5.0];
        for (p, e) in lottery.ideal.iter().zip(expected) {
            assert!((p - e).abs() < 1e-9, "{objective:?}: {p} for {e}");
        }
    }
}
