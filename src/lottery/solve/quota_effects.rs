//! What quotas that can be met mean for people: who can be on no panel, how small the smallest chance is,
//! and which quotas hold it down. Chances here are those of the quotas' averages, without looking for
//! panels; a lottery can at most have the same. Imports `lottery::{problem, certificate, bound}`,
//! `levels`, `local`, `tabu` and `prove`.

use super::blame::{CLASH_CASES, blame};
use super::levels::{Chances, NoChances, System};
use super::local::Search;
use super::prove::{self, Demands, Verdict};
use super::tabu;
use super::{Found, No, ShutOut};
use crate::lottery::bound::Change;
use crate::lottery::certificate::{self, Level};
use crate::lottery::problem::{Panel, Problem, Row};
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use std::ops::Range;

/// Cases for one profile: first, and in the end.
const FEW_CASES: u32 = 8;
const CASES: u32 = 200;
/// The same for all profiles together, at most; and times the number of profiles, as a case takes longer
/// the more there are.
const ALL_CASES: u32 = 400;
const ALL_WORK: u32 = 400_000;
/// Searches in vain after which no more are made.
const VAIN: u32 = 3;
/// Work of the search for a panel with a certain profile.
const NEEDLE: u64 = 100_000_000;
/// Cases for profiles that could be on no panel before, of which it is settled whether they can with looser
/// quotas; what is not settled counts as yes.
const OPENED: u32 = 100;
/// Passes of local search over the seats for one panel.
const PASSES: usize = 50;
/// Panels without anybody new after which the search for them ends.
const STALE: u32 = 3;
/// Rises of the smallest chance below this are none.
const RISE: f64 = 1e-7;

/// The fairest chances that the quotas allow on average.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Chance of each member of each profile, 0 to 1; 0 for profiles above the levels asked for and for
    /// those that can be on no panel.
    pub chance: Vec<f64>,
    /// Smallest chance of anybody who has one.
    pub smallest: f64,
    /// The profiles that have it, ascending.
    pub lowest: Vec<u32>,
}

impl Outlook {
    /// The Gini coefficient of all chances, 0 (everybody equal) to 1: the mean difference between two
    /// people, over twice the mean. Of use when all levels were asked for. `sizes` are the people of each
    /// profile.
    pub fn gini(&self, sizes: &[u32]) -> f64 {
        let mut held: Vec<(f64, f64)> =
            self.chance.iter().zip(sizes).map(|(&p, &n)| (p, f64::from(n))).collect();
        held.sort_by(|a, b| a.0.total_cmp(&b.0));
        let people: f64 = held.iter().map(|h| h.1).sum();
        let sum: f64 = held.iter().map(|(p, n)| p * n).sum();
        // Twice the area between the line of equality and the Lorenz curve.
        let (mut before, mut area) = (0.0, 0.0);
        for (p, n) in held {
            area += n * (2.0 * before + p * n);
            before += p * n;
        }
        if sum > 0.0 { 1.0 - area / (people * sum) } else { 0.0 }
    }
}

/// The lowest levels of leximin, at most `levels` of them, for the profiles that are `possible`.
///
/// # Errors
/// [`No::Numeric`] also where the quotas contradict each other: ask [`feasible`](super::feasible) first.
pub fn outlook(problem: &Problem, possible: &[bool], levels: usize) -> Result<Outlook, No> {
    let (_, chances) = solve(problem, possible, levels)?;
    let first = chances.levels.first();
    Ok(Outlook {
        smallest: first.map_or(0.0, Level::chance),
        lowest: first.map(|level| level.settled.clone()).unwrap_or_default(),
        chance: chances.chance,
    })
}

/// Levels above those of profiles whose chance is nothing.
fn solve<'a>(problem: &'a Problem, possible: &[bool], levels: usize) -> Result<(System<'a>, Chances), No> {
    let mut system = System { problem, cuts: Vec::new(), possible: possible.to_vec() };
    loop {
        let chances = system.lowest(levels, &mut |_| {}).map_err(|no| match no {
            NoChances::Empty | NoChances::Numeric => No::Numeric,
        })?;
        match chances.levels.first() {
            Some(level) if level.value.0.is_zero() => {
                level.settled.iter().for_each(|&t| system.possible[t as usize] = false);
            }
            _ => return Ok((system, chances)),
        }
    }
}

/// [`shut_out`] where more is known than one panel.
pub fn shut_out_of(problem: &Problem, found: &Found) -> (Vec<ShutOut>, usize) {
    let Some(few) = found.few.as_ref() else { return shut_out(problem, &found.panel) };
    let mut covered = vec![false; problem.profiles()];
    few.panels.iter().flat_map(|panel| &panel.0).for_each(|&(t, _)| covered[t as usize] = true);
    let others = (0..).zip(covered).filter(|(_, covered)| !covered).map(|(t, _)| t);
    if !few.all {
        // As much work as there may be was spent on them.
        return (Vec::new(), others.count());
    }
    // That the panels are all known is why, unless a value may have no seat at all.
    (others.map(|profile| ShutOut { profile, rows: blame(problem, profile, &mut 0) }).collect(), 0)
}

/// The profiles that can be on no panel, each proved, ascending; and the number of profiles of which that
/// was not settled within the work allowed. `panel` is any panel.
pub fn shut_out(problem: &Problem, panel: &Panel) -> (Vec<ShutOut>, usize) {
    let n = problem.profiles();
    let mut seen = vec![false; n];
    let mut see = |panel: &Panel| {
        let new = panel.0.iter().filter(|&&(t, _)| !std::mem::replace(&mut seen[t as usize], true)).count();
        (new, seen.iter().map(|&s| if s { 0.0 } else { 1.0 }).collect::<Vec<f64>>())
    };
    let (_, mut wanted) = see(panel);
    let mut search = Search::new(problem, &vec![true; n]);
    let mut stale = 0;
    while stale < STALE && wanted.contains(&1.0) {
        let new = search.find(&wanted, PASSES).map_or(0, |found| {
            let (new, rest) = see(&found);
            wanted = rest;
            new
        });
        stale = if new > 0 { 0 } else { stale + 1 };
    }
    let rows = problem.rows_of();
    let mut out: Vec<ShutOut> = Vec::new();
    let mut unsettled = 0;
    let mut left = ALL_CASES.min(ALL_WORK / n.max(1) as u32);
    let mut vain = 0;
    let mut blamed = CLASH_CASES;
    for t in 0..n {
        if wanted[t] == 0.0 {
            continue;
        }
        // Whoever counts for the same of the rows to blame is shut out by them just as well: in any panel
        // the two could change places.
        let alike = out.iter().find(|other| {
            let counted = |t: usize, r: &u32| rows[t].contains(r);
            other.rows.iter().all(|r| counted(t, r) == counted(other.profile as usize, r))
        });
        if let Some(rows) = alike.map(|other| other.rows.clone()).filter(|rows| !rows.is_empty()) {
            out.push(ShutOut { profile: t as u32, rows });
            continue;
        }
        let demands = Demands { at_least: vec![(t as u32, 1)], ..Demands::default() };
        let mut ask = |most: u32| {
            let (verdict, cases) = prove::decide_counted(problem, &demands, most.min(left));
            left = left.saturating_sub(cases);
            verdict
        };
        // Most are settled at once; a search for one panel is less work than many cases, and what it finds
        // seats others too.
        let mut verdict = ask(if vain < VAIN { FEW_CASES } else { 1 });
        if verdict == Verdict::Unknown && vain < VAIN {
            let low: Vec<u32> = (0..n).map(|other| u32::from(other == t)).collect();
            let found = tabu::search(problem, &low, NEEDLE);
            vain += u32::from(found.is_none());
            verdict = found.map_or_else(|| ask(CASES), Verdict::Yes);
        }
        match verdict {
            Verdict::Yes(panel) => panel.0.iter().for_each(|&(t, _)| wanted[t as usize] = 0.0),
            Verdict::No { .. } => {
                out.push(ShutOut { profile: t as u32, rows: blame(problem, t as u32, &mut blamed) })
            }
            Verdict::Unknown => unsettled += 1,
        }
    }
    (out, unsettled)
}

/// Quotas that hold down the smallest chance.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// One seat of room more: one changed quota, or two of a feature that are changed together because
    /// every seat of the feature is spoken for; or a seat more for each row that belongs to no feature.
    pub changes: Vec<Change>,
    /// What the multipliers of the first level promise at most, as a rise in chance.
    pub promise: f64,
    /// The smallest chance with the changes, found by solving again; also of those who had none before.
    pub then: f64,
}

/// The quotas that hold down the smallest chance, by how much it rises when one of them gives way by one
/// seat; those that help not at all are left out. `features` are the rows of each feature, and at most
/// `most` candidates are tried, best promise first.
///
/// # Errors
/// As in [`outlook`].
pub fn holding(
    problem: &Problem,
    possible: &[bool],
    features: &[Range<usize>],
    most: usize,
) -> Result<Vec<Holding>, No> {
    let (system, chances) = solve(problem, possible, 1)?;
    let Some(level) = chances.levels.first() else { return Ok(Vec::new()) };
    let smallest = level.chance();
    let (weights, _) = certificate::combine_exactly(problem, &[], &level.why).map_err(|_| No::Numeric)?;
    let real = |whole: &BigInt| whole.to_f64().unwrap_or(f64::NAN);
    let spread: f64 = weights
        .iter()
        .zip(&problem.sizes)
        .zip(&system.possible)
        .filter(|((weight, _), possible)| weight.is_positive() && **possible)
        .map(|((weight, &people), _)| real(weight) * f64::from(people))
        .sum();
    if spread <= 0.0 {
        return Ok(Vec::new());
    }
    let mut lean = vec![0.0; problem.rows.len()];
    level.why.rows.iter().for_each(|(r, u)| lean[*r as usize] = real(&u.0) / spread);
    let mut candidates = candidates(problem, &lean, features);
    candidates.sort_by(|a, b| b.promise.total_cmp(&a.promise).then_with(|| a.changes.cmp(&b.changes)));
    candidates.truncate(most);
    let mut found = Vec::new();
    let mut left = OPENED;
    for mut candidate in candidates {
        let mut changed = problem.clone();
        for change in &candidate.changes {
            let row = &mut changed.rows[change.row as usize];
            (row.min, row.max) = (change.min, change.max);
        }
        let possible = opened(&changed, &system.possible, &mut left)?;
        candidate.then = outlook(&changed, &possible, 1)?.smallest;
        if candidate.then > smallest + RISE {
            found.push(candidate);
        }
    }
    found.sort_by(|a, b| b.then.total_cmp(&a.then).then_with(|| a.changes.cmp(&b.changes)));
    Ok(found)
}

/// Who has a chance once quotas were loosened to these: whoever had one, and whoever then gets one.
fn opened(changed: &Problem, before: &[bool], left: &mut u32) -> Result<Vec<bool>, No> {
    let mut possible = before.to_vec();
    if before.iter().all(|&could| could) {
        return Ok(possible);
    }
    let (system, _) = solve(changed, &vec![true; before.len()], 1)?;
    for t in (0..before.len()).filter(|&t| !before[t] && system.possible[t]) {
        // Fractions of people say that somebody might; whole people may still say no.
        let demands = Demands { at_least: vec![(t as u32, 1)], ..Demands::default() };
        let most = FEW_CASES.min(*left);
        possible[t] = most == 0 || {
            let (verdict, cases) = prove::decide_counted(changed, &demands, most);
            // To ask at all takes as long as a case.
            *left = left.saturating_sub(cases + 1);
            !matches!(verdict, Verdict::No { .. })
        };
    }
    Ok(possible)
}

/// One seat of room more for each row that the multipliers lean on, rows of no feature together; and for a feature of which every seat
/// is spoken for, one seat from the value that would give it up most gladly to the one that needs it most.
fn candidates(problem: &Problem, lean: &[f64], features: &[Range<usize>]) -> Vec<Holding> {
    let change = |r: usize, up: bool| {
        let row = &problem.rows[r];
        if up && row.max < problem.seats {
            Some(Change { row: r as u32, min: row.min, max: row.max + 1 })
        } else if !up && row.min > 0 {
            Some(Change { row: r as u32, min: row.min - 1, max: row.max })
        } else {
            None
        }
    };
    let seats = u64::from(problem.seats);
    let sum = |rows: &Range<usize>, end: fn(&Row) -> u32| -> u64 {
        rows.clone().map(|r| u64::from(end(&problem.rows[r]))).sum()
    };
    let mut useful = vec![[true; 2]; problem.rows.len()];
    let mut list = Vec::new();
    for rows in features {
        let (full, forced) = (sum(rows, |row| row.min) >= seats, sum(rows, |row| row.max) <= seats);
        // More room above helps nobody when the minimums take every seat, and the other way round.
        rows.clone().for_each(|r| useful[r] = [!forced, !full]);
        if !full && !forced {
            continue;
        }
        let most = rows.clone().max_by(|&a, &b| lean[a].total_cmp(&lean[b]).then(b.cmp(&a)));
        let least = rows.clone().min_by(|&a, &b| lean[a].total_cmp(&lean[b]).then(a.cmp(&b)));
        if let (Some(to), Some(from)) = (most, least)
            && let (Some(up), Some(down)) = (change(to, true), change(from, false))
            && to != from
        {
            let mut changes = vec![up, down];
            changes.sort_unstable();
            list.push(Holding { changes, promise: lean[to] - lean[from], then: 0.0 });
        }
    }
    // Rows of no feature are those of homes, which one rule binds.
    let own = features.iter().map(|rows| rows.end).max().unwrap_or(0);
    let homes = own..problem.rows.len();
    let promise: f64 = lean[homes.clone()].iter().copied().filter(|&u| u > 0.0).sum();
    if promise > 0.0 {
        let changes: Vec<Change> = homes.filter_map(|r| change(r, true)).collect();
        list.push(Holding { changes, promise, then: 0.0 });
    }
    let leant = lean[..own].iter().enumerate();
    for (r, &u) in leant.filter(|(r, u)| **u != 0.0 && useful[*r][usize::from(**u > 0.0)]) {
        list.extend(change(r, u > 0.0).map(|change| Holding {
            changes: vec![change],
            promise: u.abs(),
            then: 0.0,
        }));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(profiles: &[u32], min: u32, max: u32) -> Row {
        Row { profiles: profiles.to_vec(), min, max }
    }

    #[test]
    fn the_maximum_of_the_many_holds_them_down() {
        // Twenty of one kind may have two seats; five of the other take the rest.
        let problem = Problem { seats: 5, sizes: vec![20, 5], rows: vec![row(&[0], 1, 2), row(&[1], 0, 5)] };
        let found = outlook(&problem, &[true; 2], 1).unwrap();
        assert_eq!(found.lowest, [0]);
        assert!((found.smallest - 0.1).abs() < 1e-9);
        let holding = holding(&problem, &[true; 2], std::slice::from_ref(&(0..2)), 9).unwrap();
        assert_eq!(holding.len(), 1);
        assert_eq!(holding[0].changes, [Change { row: 0, min: 1, max: 3 }]);
        assert!((holding[0].then - 0.15).abs() < 1e-9 && (holding[0].promise - 0.05).abs() < 1e-9);
    }

    #[test]
    fn whoever_gets_a_chance_counts_too() {
        // Five of one kind for two seats, and a hundred who may have none: with one seat for these the smallest
        // chance is theirs, far below the 2 in 5 of now.
        let problem = Problem { seats: 2, sizes: vec![5, 100], rows: vec![row(&[0], 1, 2), row(&[1], 0, 0)] };
        let opened = opened(
            &Problem { rows: vec![row(&[0], 1, 2), row(&[1], 0, 1)], ..problem.clone() },
            &[true, false],
            &mut 9,
        );
        assert_eq!(opened.unwrap(), [true, true]);
        // Who can still have no seat is not counted.
        let rows = vec![row(&[0], 2, 2), row(&[1], 0, 0)];
        let still = Problem { seats: 2, sizes: vec![5, 100], rows };
        assert_eq!(super::opened(&still, &[true, false], &mut 9).unwrap(), [true, false]);
        let holding = holding(&problem, &[true, false], std::slice::from_ref(&(0..2)), 9).unwrap();
        assert!(holding.is_empty(), "{holding:?}");
    }

    #[test]
    fn homes_give_way_together() {
        // Two homes of two people may have one seat each; the third profile has as many as it likes.
        let rows = vec![row(&[0, 1, 2], 3, 3), row(&[0], 0, 1), row(&[1], 0, 1)];
        let problem = Problem { seats: 3, sizes: vec![2, 2, 1], rows };
        let holding = holding(&problem, &[true; 3], std::slice::from_ref(&(0..1)), 9).unwrap();
        let changes = [Change { row: 1, min: 0, max: 2 }, Change { row: 2, min: 0, max: 2 }];
        assert_eq!((holding.len(), &holding[0].changes[..]), (1, &changes[..]));
        assert!((holding[0].then - 0.6).abs() < 1e-6, "{}", holding[0].then);
    }

    #[test]
    fn gini_of_known_chances() {
        let of = |chance: &[f64], sizes: &[u32]| {
            Outlook { chance: chance.to_vec(), smallest: 0.0, lowest: Vec::new() }.gini(sizes)
        };
        assert!(of(&[0.25, 0.25], &[3, 5]).abs() < 1e-12);
        // One of four has everything: 3/4.
        assert!((of(&[0.0, 1.0], &[3, 1]) - 0.75).abs() < 1e-12);
        // Differences 0, 1, 1, 0 over mean 0.5: 0.5 / 1.
        assert!((of(&[1.0, 0.0], &[1, 1]) - 0.5).abs() < 1e-12);
    }

    #[test]
    fn exact_quotas_give_way_two_at_a_time() {
        let problem = Problem { seats: 5, sizes: vec![20, 5], rows: vec![row(&[0], 2, 2), row(&[1], 3, 3)] };
        let holding = holding(&problem, &[true; 2], std::slice::from_ref(&(0..2)), 9).unwrap();
        let changes = [Change { row: 0, min: 2, max: 3 }, Change { row: 1, min: 2, max: 3 }];
        assert_eq!((holding.len(), &holding[0].changes[..]), (1, &changes[..]));
        assert!((holding[0].then - 0.15).abs() < 1e-9);
    }

    #[test]
    fn whoever_can_be_on_no_panel_is_named_with_the_reason() {
        // Profiles 0 and 1 have a value that may have no seat; 2 takes the others' place only.
        let rows = vec![row(&[0, 1], 0, 0), row(&[2, 3], 2, 2), row(&[0, 3], 2, 2), row(&[1, 2], 0, 2)];
        let problem = Problem { seats: 2, sizes: vec![1, 1, 2, 2], rows };
        let (out, unsettled) = shut_out(&problem, &Panel(vec![(3, 2)]));
        assert_eq!(unsettled, 0);
        let named: Vec<(u32, Vec<u32>)> = out.into_iter().map(|o| (o.profile, o.rows)).collect();
        assert_eq!(named[..2], [(0, vec![0]), (1, vec![0])]);
        assert_eq!(named[2].0, 2);
        assert!(named[2].1.contains(&2));
    }
}
