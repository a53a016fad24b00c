//! Ways out of quotas that cannot be met: how far each may give way, and what they are then. Imports `lottery`, `pool`,
//! `quotas`.

pub use super::asked::Asked;
use crate::lottery::choice::Choice;
use crate::lottery::profiles::Profiles;
use crate::lottery::solve::{self, Clash, Repair, Repairs, Room};
use crate::pool::Pool;
use crate::quotas::Quotas;

/// Repairs that a refusal names.
pub const NAMED: usize = 3;

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
/// one gets the first of several, not the one that happened to be found first.
pub fn cheapest(pool: &Pool, profiles: &Profiles, wanted: usize, flex: bool) -> Repairs {
    let mut repairs = solve::repairs(&profiles.problem, &room(pool, profiles, flex), wanted.max(NAMED), 1);
    solve::by_choice(&profiles.problem, &mut repairs);
    repairs.list.truncate(wanted);
    repairs
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
