//! Which demands cannot be kept together: a smallest set, as data. Imports its siblings.

use super::compile::{Compiled, Demand, Origin};
use super::feasible::{Answer, feasible};
use super::problem::Sitting;

/// Demands that clash in one sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The sitting.
    pub sitting: usize,
    /// The demands: together they cannot be kept; without any one of them the others can, as far as
    /// could be settled. None when the tables themselves do not fit the people.
    pub origins: Vec<Origin>,
    /// Whether no smaller set clashes.
    pub smallest: bool,
}

/// Sets tried in the hunt for a smaller clash.
const SETS: usize = 3_000;

/// The first clash of each sitting, sittings with the same clash told once.
pub fn clashes(compiled: &Compiled) -> Vec<Clash> {
    let mut all: Vec<Clash> = vec![];
    for (number, sitting) in compiled.problem.sittings.iter().enumerate() {
        if let Some(clash) = clash(number, sitting, &compiled.demands[number])
            && !all.iter().any(|known| known.origins == clash.origins)
        {
            all.push(clash);
        }
    }
    all
}

/// A smallest set of demands on one sitting that clash, if some do.
pub fn clash(number: usize, sitting: &Sitting, demands: &[Demand]) -> Option<Clash> {
    let all: Vec<&Demand> = demands.iter().collect();
    if feasible(sitting, &all) != Answer::No {
        return None;
    }
    // Demands of one origin stand and fall together.
    let mut origins: Vec<Origin> = demands.iter().map(|demand| demand.origin).collect();
    origins.sort_unstable();
    origins.dedup();
    let clashing = |set: &[Origin]| {
        let kept: Vec<&Demand> = demands.iter().filter(|demand| set.contains(&demand.origin)).collect();
        feasible(sitting, &kept) == Answer::No
    };
    let mut best = reduced(origins.clone(), &clashing);
    // Another order of leaving out may end in a smaller set.
    for turn in 1..4 {
        let mut order = origins.clone();
        let by = turn * order.len() / 4;
        order.rotate_left(by);
        let found = reduced(order, &clashing);
        if found.len() < best.len() {
            best = found;
        }
    }
    let smallest = match smaller(&origins, best.len(), &clashing) {
        Search::Found(found) => {
            best = found;
            true
        }
        Search::None => true,
        Search::TooMany => false,
    };
    best.sort_unstable();
    Some(Clash { sitting: number, origins: best, smallest })
}

/// Leaves out whatever is not needed for the clash: first in large pieces, then one by one.
fn reduced(mut set: Vec<Origin>, clashing: &dyn Fn(&[Origin]) -> bool) -> Vec<Origin> {
    let mut piece = set.len().div_ceil(2);
    while piece > 0 {
        let mut at = 0;
        while at < set.len() {
            let without: Vec<Origin> = set
                .iter()
                .enumerate()
                .filter(|(k, _)| *k < at || *k >= at + piece)
                .map(|(_, &o)| o)
                .collect();
            if clashing(&without) {
                set = without;
            } else {
                at += piece;
            }
        }
        piece = if piece == 1 { 0 } else { piece.div_ceil(2) };
    }
    set
}

enum Search {
    Found(Vec<Origin>),
    None,
    TooMany,
}

/// Looks through all sets smaller than `size`, the smallest first.
fn smaller(origins: &[Origin], size: usize, clashing: &dyn Fn(&[Origin]) -> bool) -> Search {
    let mut tried = 0;
    for count in 0..size {
        let mut pick: Vec<usize> = (0..count).collect();
        loop {
            tried += 1;
            if tried > SETS {
                return Search::TooMany;
            }
            let set: Vec<Origin> = pick.iter().map(|&k| origins[k]).collect();
            if clashing(&set) {
                return Search::Found(set);
            }
            // The next choice of `count` out of all, in order.
            let Some(k) = (0..count).rev().find(|&k| pick[k] + count - k < origins.len()) else { break };
            pick[k] += 1;
            for later in k + 1..count {
                pick[later] = pick[later - 1] + 1;
            }
        }
    }
    Search::None
}
