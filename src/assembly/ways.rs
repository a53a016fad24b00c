//! Ways out of quotas that cannot be met: how far each may give way, and what they are then. Imports `lottery`, `pool`,
//! `quotas`.

pub use super::asked::Asked;
use crate::lottery::choice::Choice;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Clash, Known, Repair, Repairs, Room};
use crate::pool::Pool;
use crate::quotas::Quotas;

/// Repairs that a refusal names.
pub const NAMED: usize = 3;

/// Repairs that are named at most where more of them cost as much as the last.
const MOST: usize = 8;

/// Repairs that are looked for, to know how many more there are.
const COUNTED: usize = 20;

/// How the quotas of a supplement, which cannot be met, could be loosened.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Everybody who is left, under the quotas with those maximums raised that more people are beyond than may be.
    pub pool: Pool,
    /// Why these cannot be met either, if they cannot.
    pub clash: Option<Clash>,
    /// The quotas of the whole panel before.
    pub before: Quotas,
    /// The same with those maximums raised.
    pub raised: Quotas,
    /// Quotas of the whole panel that can be met, the cheapest first, and how many people can then be drawn.
    pub list: Vec<(Quotas, Option<Choice>)>,
    /// Others that cost as much as the last of these, as far as they were counted.
    pub more: usize,
    /// Whether these may go beyond flexible bounds.
    pub beyond_flex: bool,
}

/// The quotas with a repair made: those of the whole panel, also where people confirmed before have taken
/// some of the seats, because they are given again with the changed quotas. Flexible bounds make room for it
/// where it goes beyond them.
pub fn changed(pool: &Pool, repair: &Repair) -> Quotas {
    let mut quotas = pool.asked().clone();
    for change in &repair.changes {
        let new = Asked::of(pool).changed(change);
        if let Some((new, value)) = new.zip(quotas.line_mut(change.row as usize)) {
            (value.min, value.max) = new;
            value.flex = value.flex.map(|(low, high)| (low.min(value.min), high.max(value.max)));
        }
    }
    quotas
}

/// How far each rule may give way: quotas as far as their flexible bounds say, or anywhere where they have
/// none or `flex` is false; other rules not at all.
pub fn room(pool: &Pool, profiles: &Profiles, flex: bool) -> Vec<Room> {
    let rows = profiles.problem.rows.iter().enumerate();
    rows.map(|(r, row)| match pool.quotas().line(r) {
        Some((_, value)) => {
            let free = (0, pool.seats().max(row.max));
            let (min, max) = value.flex.filter(|_| flex).unwrap_or(free);
            Room { min: min.min(row.min), max: max.max(row.max) }
        }
        None => Room { min: row.min, max: row.max },
    })
    .collect()
}

/// The cheapest repairs, each with the people who can then be drawn, and those of nearly equal cost in that order. Whoever asks for
/// one gets the first of several, not the one that happened to be found first; and of several that cost the same none is
/// left out because another was found before it.
pub fn cheapest(pool: &Pool, profiles: &Profiles, wanted: usize, flex: bool) -> Repairs {
    let (problem, room) = (&profiles.problem, room(pool, profiles, flex));
    let least = wanted.max(NAMED);
    let mut repairs = solve::repairs(problem, &room, least, 1);
    if repairs.list.len() == least && repairs.known == Known::Cheapest {
        let wider = solve::repairs(problem, &room, least.max(COUNTED), 1);
        // The wider search may run out of work. What it has is then used if all of these are in it: any other that costs as
        // much cannot be made smaller either, for whatever is cheaper is in the list.
        let has = |own: &Repair| wider.list.iter().any(|other| other.changes == own.changes);
        if repairs.list.iter().all(has) {
            with_equals(&mut repairs, wider.list, MOST);
        }
    }
    solve::by_choice(problem, &mut repairs);
    if wanted < NAMED {
        repairs.list.truncate(wanted);
    }
    repairs
}

/// Takes of more repairs those that cost no more than the last of the list, up to so many, and counts the rest. They stand in the
/// same order however many were wanted, so that a number means the same repair when it is applied.
fn with_equals(repairs: &mut Repairs, wider: Vec<Repair>, most: usize) {
    let Some(last) = repairs.list.last().map(|repair| repair.cost.clone()) else { return };
    let mut all: Vec<Repair> = wider.into_iter().filter(|repair| repair.cost <= last).collect();
    let shown = all.len().min(most.max(repairs.list.len()));
    repairs.more = all.len() - shown;
    all.truncate(shown);
    repairs.list = all;
}

/// The quotas of the whole panel with the maximums raised that more people are beyond than have a seat already.
pub fn raised(pool: &Pool, quotas: &Quotas) -> Quotas {
    let mut quotas = quotas.clone();
    for (f, feature) in quotas.features.iter_mut().enumerate() {
        for (v, value) in feature.values.iter_mut().enumerate() {
            value.max = value.max.max(pool.taken(f, v));
            value.flex = value.flex.map(|(low, high)| (low, high.max(value.max)));
        }
    }
    quotas
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lottery::problem::{Panel, Problem, Row};

    /// Of five values with the same people, one too many is asked: any of the five can give way, at the same cost.
    #[test]
    fn repairs_of_equal_cost_are_all_there_or_counted() {
        let row = |t: u32| Row { profiles: vec![t], min: 2, max: 2 };
        let problem = Problem { seats: 9, sizes: vec![4; 5], rows: (0..5).map(row).collect() };
        let room = vec![Room { min: 0, max: 9 }; 5];
        let found = |most: usize| {
            let mut repairs = solve::repairs(&problem, &room, NAMED, 1);
            assert_eq!((repairs.list.len(), repairs.known), (NAMED, Known::Cheapest));
            with_equals(&mut repairs, solve::repairs(&problem, &room, COUNTED, 1).list, most);
            let changed: std::collections::BTreeSet<u32> =
                repairs.list.iter().flat_map(|repair| &repair.changes).map(|change| change.row).collect();
            assert_eq!(changed.len(), repairs.list.len(), "each another value");
            (repairs.list.len(), repairs.more)
        };
        assert_eq!(found(MOST), (5, 0));
        assert_eq!(found(4), (4, 1));
        let mut none = Repairs { list: Vec::new(), known: Known::Cheapest, more: 0, programmes: 0 };
        with_equals(&mut none, vec![Repair::nothing(Panel(Vec::new()))], MOST);
        assert_eq!((none.list.len(), none.more), (0, 0));
    }
}
