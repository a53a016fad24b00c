//! Searching again what a certificate leans on, for whoever checks it. Imports the rest of `lottery`.

use super::{Demands, Verdict, decide};
use crate::lottery::certificate::Cut;
use crate::lottery::problem::Problem;

/// Cases that a search may close for each thing to prove, when it is asked for.
const CASES: u32 = 20_000;
/// Work that a search may take when it is not asked for, in cases times cells of their programme: a second
/// or two. Counted, not timed, so that the same record gives the same report everywhere.
const WORK: u64 = 2_000_000;
/// The largest coefficient or number of seats that a search takes.
const SENSIBLE: i64 = 1_000_000_000;

/// Whether no panel breaks any of these cuts, and none seats anybody of these profiles, as far as a second or two of
/// search tells; `None` where that does not settle it.
pub fn search_again(problem: &Problem, cuts: &[Cut], shut_out: &[u32]) -> Option<bool> {
    let things = (cuts.len() + shut_out.len()) as u64;
    let size = problem.profiles() as u64 + u64::from(problem.seats);
    let cells = size * (problem.rows.len() as u64 + 1) * things.max(1);
    search(problem, cuts, shut_out, u32::try_from(WORK / cells.max(1)).unwrap_or(CASES).min(CASES))
}

/// The same for as long as it takes.
pub fn search_to_the_end(problem: &Problem, cuts: &[Cut], shut_out: &[u32]) -> Option<bool> {
    search(problem, cuts, shut_out, CASES)
}

fn search(problem: &Problem, cuts: &[Cut], shut_out: &[u32], cases: u32) -> Option<bool> {
    // Numbers beyond all sense are not searched with: they would only wrap around.
    let sensible = |cut: &Cut| {
        cut.terms.iter().map(|t| t.1).chain([cut.most]).all(|n| n.unsigned_abs() <= SENSIBLE as u64)
    };
    if cases == 0 || i64::from(problem.seats) > SENSIBLE || !cuts.iter().all(sensible) {
        return None;
    }
    let opposite =
        |cut: &Cut| Cut { terms: cut.terms.iter().map(|&(t, a)| (t, -a)).collect(), most: -cut.most - 1 };
    let broken = cuts.iter().map(|cut| Demands { cuts: vec![opposite(cut)], ..Demands::default() });
    let seated = shut_out.iter().map(|&t| Demands { at_least: vec![(t, 1)], ..Demands::default() });
    for demands in broken.chain(seated) {
        match decide(problem, &demands, cases) {
            Verdict::No { .. } => {}
            Verdict::Yes(_) => return Some(false),
            Verdict::Unknown => return None,
        }
    }
    Some(true)
}
