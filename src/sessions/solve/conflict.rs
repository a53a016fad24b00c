//! Which demands cannot be kept together: a smallest set, as data. Imports its siblings.

use super::compile::{Compiled, Demand, Origin};
use super::crew::Crew;
use super::feasible::{Answer, feasible};
use crate::sessions::model::problem::{Sitting, Size};
use std::collections::BTreeSet;

/// Demands that clash in one sitting, wherever the staff are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The sitting.
    pub sitting: usize,
    /// The demands, the sizes of tables among them: nothing else is needed for the clash. None when
    /// nobody fits anywhere.
    pub origins: Vec<Origin>,
    /// Whether it is settled that without any one of them the others can be kept.
    pub settled: bool,
}

/// Sets tried in the hunt for a smaller clash.
const SETS: usize = 3_000;
/// With more demands than this the first clash that nothing can be left out of will do.
const MANY: usize = 300;

/// The first clash of each sitting, sittings with the same clash told once.
pub fn clashes(compiled: &Compiled) -> Vec<Clash> {
    let mut all: Vec<Clash> = vec![];
    for (number, sitting) in compiled.open.iter().enumerate() {
        if let Some(clash) = clash(number, sitting, &compiled.demands[number], &compiled.crews[number])
            && !all.iter().any(|known| known.origins == clash.origins)
        {
            all.push(clash);
        }
    }
    all
}

/// A small set of demands on one sitting that clash, if some do.
pub fn clash(number: usize, sitting: &Sitting, demands: &[Demand], crew: &Crew) -> Option<Clash> {
    let all: Vec<&Demand> = demands.iter().collect();
    if feasible(sitting, &all, crew) != Answer::No {
        return None;
    }
    // Demands of one origin stand and fall together.
    let mut rules: Vec<Origin> = demands.iter().map(|demand| demand.origin).collect();
    rules.sort_unstable();
    rules.dedup();
    let people = sitting.attendance() as u16;
    let tables = || sitting.tables.iter().enumerate();
    let least = tables().filter(|(_, size)| size.least > 0).map(|(table, _)| Origin::Least(table as u16));
    let most = tables().filter(|(_, size)| size.most < people).map(|(table, _)| Origin::Most(table as u16));
    // What nobody wrote as a rule is left out first.
    let origins: Vec<Origin> = least.chain(most).chain(rules).collect();
    let bare = Sitting { tables: vec![], present: sitting.present.clone(), ..Sitting::default() };
    let answer = |set: &[Origin]| {
        let set: BTreeSet<&Origin> = set.iter().collect();
        let kept: Vec<&Demand> = demands.iter().filter(|demand| set.contains(&demand.origin)).collect();
        let size = |(table, size): (usize, &Size)| Size {
            least: if set.contains(&Origin::Least(table as u16)) { size.least } else { 0 },
            most: if set.contains(&Origin::Most(table as u16)) { size.most } else { people },
        };
        feasible(&Sitting { tables: tables().map(size).collect(), ..bare.clone() }, &kept, crew)
    };
    let clashing = |set: &[Origin]| answer(set) == Answer::No;
    let mut best = reduced(origins.clone(), &clashing);
    // Another order of leaving out may end in a smaller set.
    for turn in (1..4).filter(|_| origins.len() <= MANY) {
        let mut order = origins.clone();
        let by = turn * order.len() / 4;
        order.rotate_left(by);
        let found = reduced(order, &clashing);
        if found.len() < best.len() {
            best = found;
        }
    }
    if origins.len() <= MANY
        && let Some(found) = smaller(&origins, best.len(), &clashing)
    {
        best = found;
    }
    best.sort_unstable();
    let without = |k: usize| -> Vec<Origin> {
        best.iter().enumerate().filter(|(at, _)| *at != k).map(|(_, &it)| it).collect()
    };
    let settled = (0..best.len()).all(|k| answer(&without(k)) == Answer::Yes);
    Some(Clash { sitting: number, origins: best, settled })
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

/// Looks through sets smaller than `size`, the smallest first, as many as are worth the work.
fn smaller(origins: &[Origin], size: usize, clashing: &dyn Fn(&[Origin]) -> bool) -> Option<Vec<Origin>> {
    let mut tried = 0;
    for count in 0..size {
        let mut pick: Vec<usize> = (0..count).collect();
        loop {
            tried += 1;
            if tried > SETS {
                return None;
            }
            let set: Vec<Origin> = pick.iter().map(|&k| origins[k]).collect();
            if clashing(&set) {
                return Some(set);
            }
            // The next choice of `count` out of all, in order.
            let Some(k) = (0..count).rev().find(|&k| pick[k] + count - k < origins.len()) else { break };
            pick[k] += 1;
            for later in k + 1..count {
                pick[later] = pick[later - 1] + 1;
            }
        }
    }
    None
}
