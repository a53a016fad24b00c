//! Is there a panel at all? An answer that does not rest on a solver's word: yes is a panel checked in
//! integers, no is a tree of cases each closed by counting or by multipliers checked in exact arithmetic.
//! Imports `lottery::{problem, certificate}`, `backend`, `local`, `learn`, `anneal`, `rare` and `tabu`.
//!
//! In a fixed order, each with a fixed amount of work: a short local search; one linear programme, which
//! refutes most of what cannot be; a longer local search; then, by turns and ever longer, a search by cases
//! that learns ([`learn`](super::learn)) and annealing ([`anneal`](super::anneal)). Only the search by cases
//! ever says no.

use super::anneal::Annealing;
use super::backend::{Outcome, Programme};
use super::learn::{Answer, Learner};
use super::local::Search;
use super::rare;
use super::tabu;
use crate::lottery::bound::{Bound, End};
use crate::lottery::certificate::{self, Cut, Multipliers};
use crate::lottery::problem::{Panel, Problem, Row};
use std::collections::BTreeMap;

/// The answer to "is there a panel".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// This one.
    Yes(Panel),
    /// None: proved case by case, in so many cases.
    No {
        /// Cases closed; 1 means that one set of multipliers refutes everything at once.
        cases: u32,
        /// Rows that took part in the proof, ascending.
        rows: Vec<u32>,
    },
    /// Not settled within the limit.
    Unknown,
}

/// Extra demands beside the quotas.
#[derive(Clone, Debug, Default)]
pub struct Demands {
    /// Inequalities "sum of coefficient times seats <= most".
    pub cuts: Vec<Cut>,
    /// (profile, fewest seats).
    pub at_least: Vec<(u32, u32)>,
}

/// Multipliers are rounded to this many steps.
const SCALE: f64 = (1u64 << 40) as f64;

/// Passes of local search over the seats before the first programme: nearly every problem that has a
/// panel shows one here, and one that has none loses little.
const SHORT: usize = 4;
/// The same after the first programme did not refute the problem.
const LONG: usize = 200;
/// Where the problem is too large to learn, so many cases that did not settle it make it hard, and worth a
/// search for a needle in a haystack.
const HARD: u32 = 50;
/// Work of that search for each case allowed, and the most.
const NEEDLE: u64 = 240_000;
/// Work of the search by cases that counts as one case: what a linear programme takes elsewhere.
const CASE: u64 = 4_000_000;
/// Work of its first turn, and what its chance starts from.
const TURN: u64 = 30 * CASE;
const SEED: u64 = 1;
/// What annealing has of each turn where panels are rare: it found none of them in any trial.
const RARE: u64 = 8;
const NEEDLE_MOST: u64 = 5_000 * NEEDLE;

/// Decides whether some panel meets the quotas and `demands`, closing at most `limit` cases.
///
/// Branch and bound over seats by profile (Land and Doig 1960). A case is closed only when Farkas
/// multipliers, rounded to whole numbers, refute it exactly, or when every seat is fixed and the panel
/// fails in integers; so noise in the solver can cost cases but not truth.
pub fn decide(problem: &Problem, demands: &Demands, limit: u32) -> Verdict {
    decide_counted(problem, demands, limit).0
}

/// [`decide`], and how many cases it took.
pub(super) fn decide_counted(problem: &Problem, demands: &Demands, limit: u32) -> (Verdict, u32) {
    let (verdict, cases, _) = settle(problem, demands, limit, &mut |_, _| {});
    (verdict, cases)
}

/// Searches that were on when a panel was found, to be asked for more.
pub(super) struct Hunt<'a> {
    /// The search by cases.
    pub learner: Learner<'a>,
    /// Annealing, where that found it.
    pub annealing: Option<Annealing<'a>>,
    /// Whether it took one of them to find a panel.
    pub hard: bool,
}

impl<'a> Hunt<'a> {
    /// `None` where the problem is too large for a search by cases.
    pub(super) fn new(problem: &'a Problem) -> Option<Self> {
        Learner::new(problem, SEED).map(|learner| Self { learner, annealing: None, hard: false })
    }
}

/// [`decide_counted`], and the searches that can be asked for more, unless the panel was easy to find.
/// `told` hears of cases, those done and those allowed.
pub(super) fn settle<'a>(
    problem: &'a Problem,
    demands: &Demands,
    limit: u32,
    told: &mut dyn FnMut(u64, u64),
) -> (Verdict, u32, Option<Hunt<'a>>) {
    let mut low = vec![0; problem.profiles()];
    let high: Vec<u32> = problem.sizes.iter().map(|&n| n.min(problem.seats)).collect();
    for &(t, least) in &demands.at_least {
        low[t as usize] = least;
    }
    if low.iter().zip(&high).any(|(l, h)| l > h) {
        return (Verdict::No { cases: 1, rows: Vec::new() }, 0, None);
    }
    // The cheap way to a yes: a short search before the first programme, a long one after it. Weight on
    // what is demanded makes the search look there.
    let searchable = demands.cuts.is_empty() && problem.people() >= u64::from(problem.seats);
    let weights: Vec<f64> = low.iter().map(|&l| f64::from(l.min(1))).collect();
    let mut search = searchable.then(|| Search::new(problem, &vec![true; low.len()]));
    let mut look = |passes| {
        let found = search.as_mut().and_then(|search| search.find(&weights, passes));
        found.filter(|panel| accepts(problem, demands, panel))
    };
    if let Some(panel) = look(SHORT) {
        return (Verdict::Yes(panel), 0, None);
    }
    let demanded = low.clone();
    let mut open = vec![(low, high)];
    let mut cases = 0;
    let mut used = vec![false; problem.rows.len()];
    while let Some((low, high)) = open.pop() {
        if cases >= limit {
            return (Verdict::Unknown, cases, None);
        }
        cases += 1;
        let (outcome, point, why) = relax(problem, demands, &low, &high);
        if outcome == Outcome::Contradiction && refutes(problem, &demands.cuts, &why, &low, &high) {
            why.rows.iter().for_each(|&(r, _)| used[r as usize] = true);
            continue;
        }
        if cases == 1
            && let Some(panel) = look(LONG)
        {
            return (Verdict::Yes(panel), cases, Hunt::new(problem));
        }
        if cases == 1
            && demands.cuts.is_empty()
            && let Some(begun) = Hunt::new(problem)
        {
            return hunt(problem, &demands.at_least, limit, begun.learner, told);
        }
        // The demands hold in every case, so the search looks at the whole problem.
        if cases == HARD
            && demands.cuts.is_empty()
            && let Some(panel) = tabu::search(problem, &demanded, NEEDLE_MOST.min(u64::from(limit) * NEEDLE))
        {
            return (Verdict::Yes(panel), cases, None);
        }
        let whole: Vec<u32> = point
            .iter()
            .zip(&low)
            .zip(&high)
            .map(|((x, &l), &h)| (libm::round(*x).max(0.0) as u32).clamp(l, h))
            .collect();
        let panel =
            Panel(whole.iter().enumerate().map(|(t, &c)| (t as u32, c)).filter(|p| p.1 > 0).collect());
        if accepts(problem, demands, &panel) {
            return (Verdict::Yes(panel), cases, None);
        }
        let width = |t: &usize| high[*t] > low[*t];
        let distance = |t: usize| (point[t] - libm::round(point[t])).abs();
        let Some(t) =
            (0..low.len()).filter(width).max_by(|&a, &b| distance(a).total_cmp(&distance(b)).then(b.cmp(&a)))
        else {
            // Every seat is fixed and the panel fails in integers: any rule may be why.
            used.fill(true);
            continue;
        };
        let middle = (libm::floor(point[t]).max(0.0) as u32).clamp(low[t], high[t] - 1);
        let (mut down, mut up) = (high.clone(), low.clone());
        down[t] = middle;
        up[t] = middle + 1;
        // The nearer side is looked at first.
        if point[t] - f64::from(middle) > 0.5 {
            open.push((low, down));
            open.push((up, high));
        } else {
            open.push((up, high));
            open.push((low, down));
        }
    }
    let rows = (0..used.len() as u32).filter(|&r| used[r as usize]).collect();
    (Verdict::No { cases, rows }, cases, None)
}

/// Search by cases and annealing by turns, each turn longer than the last.
fn hunt<'a>(
    problem: &'a Problem,
    at_least: &[(u32, u32)],
    limit: u32,
    mut learner: Learner<'a>,
    told: &mut dyn FnMut(u64, u64),
) -> (Verdict, u32, Option<Hunt<'a>>) {
    let mut low = vec![0; problem.profiles()];
    at_least.iter().for_each(|&(t, least)| low[t as usize] = least);
    let mut annealing = None;
    let part = if rare::rare(problem) { RARE } else { 1 };
    let total = u64::from(limit.saturating_sub(1)) * CASE;
    let (mut turn, mut spent) = (TURN, 0);
    let cases = |spent: u64| 1 + u32::try_from(spent / CASE).unwrap_or(u32::MAX);
    while spent < total {
        told(spent / CASE, total / CASE);
        let before = learner.work();
        let answer = learner.ask(at_least, turn.min(total - spent));
        spent += learner.work() - before;
        match answer {
            Answer::Panel(panel) => {
                let hunt = Hunt { learner, annealing: None, hard: true };
                return (Verdict::Yes(panel), cases(spent).max(2), Some(hunt));
            }
            Answer::None => {
                let closed = u32::try_from(learner.conflicts()).unwrap_or(u32::MAX).saturating_add(2);
                return (Verdict::No { cases: closed, rows: learner.used() }, cases(spent), None);
            }
            Answer::Open => {}
        }
        if spent < total {
            let annealing = annealing.get_or_insert_with(|| Annealing::new(problem, &low, SEED));
            let Some(searching) = annealing.as_mut() else { continue };
            let before = searching.work();
            let found = searching.run((turn / part).min(total - spent));
            spent += searching.work() - before;
            if let Some(panel) = found {
                let hunt = Hunt { learner, annealing: annealing.take(), hard: true };
                return (Verdict::Yes(panel), cases(spent).max(2), Some(hunt));
            }
        }
        turn += turn / 2;
    }
    (Verdict::Unknown, cases(spent), None)
}

fn accepts(problem: &Problem, demands: &Demands, panel: &Panel) -> bool {
    let seats = |t: u32| panel.0.iter().find(|p| p.0 == t).map_or(0, |p| p.1);
    problem.admits(panel)
        && demands.at_least.iter().all(|&(t, least)| seats(t) >= least)
        && demands.cuts.iter().all(|cut| value(cut, panel) <= i128::from(cut.most))
}

/// The left-hand side of a cut for one panel.
pub fn value(cut: &Cut, panel: &Panel) -> i128 {
    let mut held = panel.0.iter().peekable();
    let mut sum = 0;
    for &(t, a) in &cut.terms {
        while held.next_if(|p| p.0 < t).is_some() {}
        if let Some(&&(_, c)) = held.peek().filter(|p| p.0 == t) {
            sum += i128::from(a) * i128::from(c);
        }
    }
    sum
}

/// The linear programme of one case: any point, as central as the solver leaves it.
fn relax(
    problem: &Problem,
    demands: &Demands,
    low: &[u32],
    high: &[u32],
) -> (Outcome, Vec<f64>, Multipliers) {
    let n = problem.profiles();
    let mut programme = Programme::new(n);
    let seats = f64::from(problem.seats);
    programme.row((0..n).map(|t| (t, 1.0)).collect(), seats, seats);
    for row in &problem.rows {
        programme.row(
            row.profiles.iter().map(|&t| (t as usize, 1.0)).collect(),
            f64::from(row.min),
            f64::from(row.max),
        );
    }
    for cut in &demands.cuts {
        let terms = cut.terms.iter().map(|&(t, a)| (t as usize, a as f64)).collect();
        programme.row(terms, f64::NEG_INFINITY, cut.most as f64);
    }
    for t in 0..n {
        programme.row(vec![(t, 1.0)], f64::from(low[t]), f64::from(high[t]));
    }
    let answer = programme.solve();
    let rows = problem.rows.len();
    let duals = &answer.duals[..1 + rows + demands.cuts.len()];
    let largest = duals.iter().map(|u| u.abs()).fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let whole = |u: f64| libm::round(u / largest * SCALE) as i64;
    let sparse = |of: &[f64]| {
        of.iter().enumerate().map(|(i, &u)| (i as u32, whole(u))).filter(|p| p.1 != 0).collect::<Vec<_>>()
    };
    let mut cuts = sparse(&duals[1 + rows..]);
    cuts.retain(|&(_, w)| w > 0);
    (
        answer.outcome,
        answer.x,
        Multipliers { seats: whole(duals[0]), rows: sparse(&duals[1..1 + rows]), cuts },
    )
}

/// Whether the multipliers refute the case exactly: their least value over the box exceeds their
/// right-hand side.
fn refutes(problem: &Problem, cuts: &[Cut], why: &Multipliers, low: &[u32], high: &[u32]) -> bool {
    let Ok((weights, most)) = certificate::combine(problem, cuts, why) else { return false };
    let mut least: i128 = 0;
    for ((&weight, &l), &h) in weights.iter().zip(low).zip(high) {
        let end = if weight > 0 { l } else { h };
        match weight.checked_mul(i128::from(end)).and_then(|w| least.checked_add(w)) {
            Some(sum) => least = sum,
            None => return false,
        }
    }
    least > most
}

/// A smallest set of rows that no panel meets together: leaving out any one of them makes a panel
/// possible (deletion filter; Chinneck and Dravnieks 1991). `None` when `limit` cases in all are too few to
/// tell.
///
/// `rows` is a set known to be impossible, such as the rows of a [`Verdict::No`], ascending. There can be
/// several smallest sets; of the two found by trying the rows from either side, the one with fewer rows
/// is taken.
pub fn smallest_clash(problem: &Problem, rows: &[u32], limit: u32) -> Option<Vec<u32>> {
    smallest_within(problem, rows, &mut { limit })
}

/// [`smallest_clash`] with what is left of the cases allowed; takes off what it needs.
pub(super) fn smallest_within(problem: &Problem, rows: &[u32], left: &mut u32) -> Option<Vec<u32>> {
    // Fewer people than a minimum: the plainest clash of all.
    let people = |row: &Row| row.profiles.iter().map(|&t| u64::from(problem.sizes[t as usize])).sum::<u64>();
    let short = |&&r: &&u32| people(&problem.rows[r as usize]) < u64::from(problem.rows[r as usize].min);
    if let Some(&alone) = rows.iter().find(short) {
        return Some(vec![alone]);
    }
    let (first, cases) = decide_counted(&only(problem, rows), &Demands::default(), *left);
    *left = left.saturating_sub(cases);
    let Verdict::No { rows: used, .. } = first else { return None };
    let used: Vec<u32> = used.into_iter().map(|number| rows[number as usize]).collect();
    let forwards = filter(problem, used.clone(), left);
    let backwards = filter(problem, used.into_iter().rev().collect(), left);
    match (forwards, backwards) {
        (Some(a), Some(b)) if b.len() < a.len() => Some(b),
        (Some(a), _) => Some(a),
        (None, other) => other,
    }
    .map(|mut rows| {
        rows.sort_unstable();
        rows
    })
}

/// The rows that are left, of an impossible set, after leaving out each in turn that it stays impossible
/// without.
fn filter(problem: &Problem, mut kept: Vec<u32>, left: &mut u32) -> Option<Vec<u32>> {
    let mut decide = |rows: &[u32]| {
        let (verdict, cases) = decide_counted(&only(problem, rows), &Demands::default(), *left);
        *left = left.saturating_sub(cases);
        verdict
    };
    let mut position = 0;
    while position < kept.len() {
        let mut without = kept.clone();
        without.remove(position);
        match decide(&without) {
            // What the proof made no use of goes as well. Rows before the position stay: each of them is
            // part of every proof.
            Verdict::No { rows, .. } => kept = rows.iter().map(|&r| without[r as usize]).collect(),
            Verdict::Yes(_) => position += 1,
            Verdict::Unknown => return None,
        }
    }
    Some(kept)
}

/// The ends of `rows`, a smallest clash, that clash by themselves: leaving out any one of them makes a
/// panel possible. Ascending. `None` when the limit is too small to tell.
pub fn smallest_ends(problem: &Problem, rows: &[u32], limit: u32) -> Option<Vec<Bound>> {
    let mut bounds = Vec::new();
    let mut ends = Vec::new();
    for &r in rows {
        let row = &problem.rows[r as usize];
        if row.min > 0 {
            bounds.push(Bound { row: r, end: End::Min });
            ends.push(Row { max: problem.seats.max(row.min), ..row.clone() });
        }
        if row.max < problem.seats {
            bounds.push(Bound { row: r, end: End::Max });
            ends.push(Row { min: 0, ..row.clone() });
        }
    }
    let split = Problem { rows: ends, ..problem.clone() };
    let all: Vec<u32> = (0..bounds.len() as u32).collect();
    Some(smallest_clash(&split, &all, limit)?.into_iter().map(|b| bounds[b as usize]).collect())
}

/// The problem with these rows only, and profiles that they do not tell apart as one. There is a panel
/// exactly when there is one of `problem` with these rows.
fn only(problem: &Problem, rows: &[u32]) -> Problem {
    let mut counted = vec![Vec::new(); problem.profiles()];
    for (number, &r) in (0u32..).zip(rows) {
        problem.rows[r as usize].profiles.iter().for_each(|&t| counted[t as usize].push(number));
    }
    let mut sizes: BTreeMap<&[u32], u32> = BTreeMap::new();
    for (by, &people) in counted.iter().zip(&problem.sizes) {
        let size = sizes.entry(by).or_default();
        *size = size.saturating_add(people);
    }
    let mut kept: Vec<Row> =
        rows.iter().map(|&r| Row { profiles: Vec::new(), ..problem.rows[r as usize] }).collect();
    for (t, by) in (0..).zip(sizes.keys()) {
        by.iter().for_each(|&number| kept[number as usize].profiles.push(t));
    }
    Problem { seats: problem.seats, sizes: sizes.into_values().collect(), rows: kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(profiles: &[u32], min: u32, max: u32) -> Row {
        Row { profiles: profiles.to_vec(), min, max }
    }

    /// An odd cycle: every pair of neighbours among three profiles must share exactly one seat. Half a
    /// seat each would do; whole people cannot.
    fn odd_cycle() -> Problem {
        Problem {
            seats: 2,
            sizes: vec![1, 1, 1, 1],
            rows: vec![row(&[0, 1], 1, 1), row(&[1, 2], 1, 1), row(&[0, 2], 1, 1), row(&[3], 0, 1)],
        }
    }

    #[test]
    fn an_odd_cycle_is_refuted_by_cases() {
        let verdict = decide(&odd_cycle(), &Demands::default(), 100);
        assert!(matches!(verdict, Verdict::No { cases, .. } if cases > 1), "{verdict:?}");
        assert_eq!(smallest_clash(&odd_cycle(), &[0, 1, 2, 3], 100), Some(vec![0, 1, 2]));
    }

    #[test]
    fn plain_arithmetic_is_refuted_at_once() {
        let problem = Problem { seats: 2, sizes: vec![3, 3], rows: vec![row(&[0], 2, 2), row(&[1], 1, 3)] };
        assert!(matches!(decide(&problem, &Demands::default(), 9), Verdict::No { cases: 1, .. }));
    }

    #[test]
    fn a_panel_is_found_where_there_is_one() {
        let problem = Problem { seats: 2, sizes: vec![3, 3], rows: vec![row(&[0], 1, 1), row(&[1], 1, 3)] };
        assert_eq!(decide(&problem, &Demands::default(), 9), Verdict::Yes(Panel(vec![(0, 1), (1, 1)])));
        let demands = Demands { at_least: vec![(0, 2)], ..Demands::default() };
        assert!(matches!(decide(&problem, &demands, 9), Verdict::No { .. }));
    }
}
