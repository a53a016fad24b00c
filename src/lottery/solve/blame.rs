//! Which quotas keep somebody from every panel. Imports `lottery` and the proofs.

use super::prove;
use crate::lottery::problem::{Problem, Row};

/// The same to find the smallest set of rules that clash.
pub const CLASH_CASES: u32 = 700;

/// The smallest set of rows found that keeps a profile from every panel; none when not enough is `left` of
/// the cases allowed to tell.
pub fn blame(problem: &Problem, profile: u32, left: &mut u32) -> Vec<u32> {
    // A value that may have no seat says it all.
    if let Some(barred) =
        problem.rows_of()[profile as usize].iter().find(|&&r| problem.rows[r as usize].max == 0)
    {
        return vec![*barred];
    }
    if *left == 0 {
        return Vec::new();
    }
    // The profile made compulsory is one more row; a smallest clash must contain it.
    let mut demanding = problem.clone();
    demanding.rows.push(Row { profiles: vec![profile], min: 1, max: problem.seats });
    let all: Vec<u32> = (0..demanding.rows.len() as u32).collect();
    let mut rows = prove::smallest_within(&demanding, &all, left).unwrap_or_default();
    rows.retain(|&r| (r as usize) < problem.rows.len());
    rows
}
